/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changing cards: what may be saved, by whom it was changed meanwhile, the catalogue's file. */
#include "config.h"

#include "model/indicators/indicator.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/code.h"
#include "model/sheets/own_figure.h"
#include "model/queries.h"
#include "model/indicators/series.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { CODE_MAX = 32, TEXT_MAX = 4000, CIRCLE_STEPS = 1000 };

struct found {
	int64_t id, rev;
	bool in_catalogue, retired;
};

static int
find_code(struct db *db, const char *code, struct found *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_INDICATOR_FIND, err);

	*out = (struct found){ 0 };
	db_bind_text(q, 1, code);
	if (db_next(q))
		*out = (struct found){ db_int(q, 0), db_int(q, 1), db_int(q, 3) != 0,
			db_int(q, 4) != 0 };
	return db_end(q);
}

static int
check_code(const char *code, struct error *err)
{
	size_t length = strlen(code);

	if (!length)
		return error_field(
			err, ERROR_INPUT, INDICATOR_FIELD_CODE, _("The indicator needs a code."));
	if (length > CODE_MAX)
		return error_field(err, ERROR_INPUT, INDICATOR_FIELD_CODE,
			_("The code \"%s\" is too long; at most 32 letters and digits."), code);
	return code_check(code, INDICATOR_FIELD_CODE, err);
}

static int
check_text(const char *text, int field, struct error *err)
{
	if (strlen(text) > TEXT_MAX)
		return error_field(err, ERROR_INPUT, field,
			_("This text is too long; at most 4000 bytes can be kept."));
	if (!text_storable(text, ""))
		return error_field(err, ERROR_INPUT, field,
			_("This text holds a character that cannot be shown; type it anew."));
	return 0;
}

static int
check_texts(const struct indicator *c, struct error *err)
{
	const struct {
		const char *text;
		int field;
	} texts[] = {
		{ c->name, INDICATOR_FIELD_NAME },
		{ c->definition, INDICATOR_FIELD_DEFINITION },
		{ c->numerator, INDICATOR_FIELD_NUMERATOR },
		{ c->denominator, INDICATOR_FIELD_DENOMINATOR },
		{ c->measure, INDICATOR_FIELD_MEASURE },
		{ c->service, INDICATOR_FIELD_SERVICE },
		{ c->dimension, INDICATOR_FIELD_DIMENSION },
		{ c->level, INDICATOR_FIELD_LEVEL },
		{ c->source, INDICATOR_FIELD_SOURCE },
		{ c->frequency, INDICATOR_FIELD_FREQUENCY },
		{ c->note, INDICATOR_FIELD_NOTE },
	};

	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		if (check_text(texts[i].text ? texts[i].text : "", texts[i].field, err))
			return -1;
	if (!c->name || !c->name[strspn(c->name, " ")])
		return error_field(
			err, ERROR_INPUT, INDICATOR_FIELD_NAME, _("The indicator needs a name."));
	return 0;
}

static int
check_numbers(const struct indicator *c, struct error *err)
{
	if (!isfinite(c->multiplier) || c->multiplier == 0)
		return error_field(err, ERROR_INPUT, INDICATOR_FIELD_MULTIPLIER,
			_("The multiplier must be a number other than zero, such as 1, 100 or "
			  "1000."));
	if (c->decimals < 0 || c->decimals > 6)
		return error_field(err, ERROR_INPUT, INDICATOR_FIELD_DECIMALS,
			_("The number of decimals must lie between 0 and 6."));
	if (c->direction != 'S' && c->direction != 'D' && c->direction != 'N')
		return error_field(err, ERROR_INPUT, INDICATOR_FIELD_DIRECTION,
			_("The direction must be S (more is better), D (less is better) or N (a "
			  "wanted value)."));
	if (!c->has_wanted)
		return 0;
	if (c->direction != 'N')
		return error_field(err, ERROR_INPUT, INDICATOR_FIELD_WANTED_LOW,
			_("Only a nominant has a wanted value; choose the direction N or leave it "
			  "empty."));
	if (!isfinite(c->wanted_low) || !isfinite(c->wanted_high) || c->wanted_low > c->wanted_high)
		return error_field(err, ERROR_INPUT, INDICATOR_FIELD_WANTED_HIGH,
			_("The upper wanted value must not be smaller than the lower one."));
	return 0;
}

/* Looks a part of a derived card up by its code where only that is given. */
static int
resolve_part(struct db *db, int64_t *id, const char *code, int field, struct error *err)
{
	struct found found;

	if (code && code[0]) {
		if (find_code(db, code, &found, err))
			return -1;
		if (!found.id || found.retired)
			return error_field(err, ERROR_INPUT, field,
				_("There is no indicator with the code \"%s\"."), code);
		*id = found.id;
	}
	if (!*id)
		return error_field(err, ERROR_INPUT, field,
			_("A derived indicator needs the codes of its numerator and denominator."));
	return 0;
}

struct part {
	int64_t id, numerator, denominator;
};

static int
load_derived(
	struct db *db, struct arena *arena, struct part **parts, size_t *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_INDICATOR_DERIVED, err);
	size_t capacity = 0;

	*parts = NULL;
	*count = 0;
	while (db_next(q)) {
		*parts = arena_grow(arena, *parts, *count, &capacity, sizeof **parts);
		(*parts)[(*count)++] = (struct part){ db_int(q, 0), db_int(q, 2), db_int(q, 3) };
	}
	return db_end(q);
}

/* Whether id is computed, by whatever way round, from wanted. */
static bool
rests_on(const struct part *parts, size_t count, int64_t id, int64_t wanted, int *steps)
{
	if (id == wanted || ++*steps > CIRCLE_STEPS)
		return true;
	for (size_t i = 0; i < count; i++)
		if (parts[i].id == id)
			return rests_on(parts, count, parts[i].numerator, wanted, steps) ||
			       rests_on(parts, count, parts[i].denominator, wanted, steps);
	return false;
}

static int
check_derived(struct db *db, struct indicator *c, struct error *err)
{
	struct arena arena = { 0 };
	struct part *parts;
	size_t count;
	int steps = 0, failed;
	bool circle;

	if (c->kind != INDICATOR_DERIVED) {
		c->numerator_id = c->denominator_id = 0;
		return 0;
	}
	if (resolve_part(
		    db, &c->numerator_id, c->numerator_code, INDICATOR_FIELD_NUMERATOR_CODE, err) ||
		resolve_part(db, &c->denominator_id, c->denominator_code,
			INDICATOR_FIELD_DENOMINATOR_CODE, err))
		return -1;
	if (!c->id)
		return 0;
	failed = load_derived(db, &arena, &parts, &count, err);
	circle = !failed && (rests_on(parts, count, c->numerator_id, c->id, &steps) ||
				    rests_on(parts, count, c->denominator_id, c->id, &steps));
	arena_release(&arena);
	if (circle)
		return error_field(err, ERROR_INPUT, INDICATOR_FIELD_NUMERATOR_CODE,
			_("The indicator would be computed from itself; choose another numerator "
			  "or denominator."));
	return failed;
}

static int
fed_by_surveys(struct db *db, int64_t id, bool *yes, struct error *err)
{
	struct stmt *q = db_start(db, Q_PUBLISHED_FEEDS, err);

	db_bind_int(q, 1, id);
	*yes = db_next(q);
	return db_end(q);
}

/* The kind of a card that a file or a survey feeds stays. */
static int
check_kind(struct db *db, const struct indicator *c, struct error *err)
{
	struct series series;
	char origin[16], subgroup[16];
	bool fed = false;

	if (!c->id)
		return 0;
	if ((c->kind != INDICATOR_SURVEY && fed_by_surveys(db, c->id, &fed, err)) ||
		(c->kind != INDICATOR_OWN &&
			own_figure_check_free(db, c->id, INDICATOR_FIELD_KIND, err)))
		return -1;
	if (fed)
		return error_field(err, ERROR_INPUT, INDICATOR_FIELD_KIND,
			_("Results of surveys feed this indicator; it cannot have a second "
			  "source."));
	if (c->kind == INDICATOR_PUBLISHED)
		return 0;
	if (series_of_card(db, c->id, &series, origin, subgroup, err))
		return -1;
	if (series.id)
		return error_field(err, ERROR_INPUT, INDICATOR_FIELD_KIND,
			_("Imported values feed this indicator; it cannot have a second source."));
	return 0;
}

void
series_bind_card(struct stmt *q, const struct indicator *c)
{
	const char *const texts[] = { c->code, c->name, c->definition, c->numerator,
		c->denominator };
	char direction[2] = { c->direction, '\0' };

	for (int i = 0; i < 5; i++)
		db_bind_text(q, 2 + i, texts[i] ? texts[i] : "");
	db_bind_double(q, 7, c->multiplier);
	db_bind_text(q, 8, c->measure ? c->measure : "");
	db_bind_int(q, 9, c->decimals);
	db_bind_text(q, 10, direction);
	if (c->has_wanted) {
		db_bind_double(q, 11, c->wanted_low);
		db_bind_double(q, 12, c->wanted_high);
	} else {
		db_bind_null(q, 11);
		db_bind_null(q, 12);
	}
	db_bind_text(q, 13, c->service ? c->service : "");
	db_bind_text(q, 14, c->dimension ? c->dimension : "");
	db_bind_text(q, 15, c->level ? c->level : "");
	db_bind_text(q, 16, c->source ? c->source : "");
	db_bind_text(q, 17, c->frequency && c->frequency[0] ? c->frequency : "R");
	db_bind_text(q, 18, c->note ? c->note : "");
	db_bind_text(q, 19, indicator_kind_name(c->kind));
	db_bind_int(q, 20, c->numerator_id);
	db_bind_int(q, 21, c->denominator_id);
	db_bind_int(q, 22, c->in_catalogue);
}

int
series_add_card(struct db *db, const struct indicator *card, int64_t import_id, int64_t *id,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_INDICATOR_INSERT, err);
	char uid[UID_SIZE];

	series_bind_card(q, card);
	db_bind_text(q, 23, random_uid(uid));
	db_bind_int(q, 24, import_id);
	if (db_run(q, NULL))
		return -1;
	*id = db_last_id(db);
	return 0;
}

static int
conflict(const struct indicator *c, struct error *err)
{
	return error_set(err, ERROR_CONFLICT,
		_("A colleague has changed the card %s meanwhile; compare both versions and save "
		  "again."),
		c->code);
}

static int
save(struct db *db, void *context, struct error *err)
{
	struct indicator *c = context;
	struct found found;
	int64_t changed = 0;
	struct stmt *q;

	if (find_code(db, c->code, &found, err) || check_kind(db, c, err) ||
		check_derived(db, c, err))
		return -1;
	if (found.id && found.id != c->id)
		return error_field(err, ERROR_INPUT, INDICATOR_FIELD_CODE,
			_("Another indicator has the code \"%s\" already."), c->code);
	if (!c->id) {
		if (series_add_card(db, c, 0, &c->id, err))
			return -1;
		c->rev = 1;
		db_act_entity(db, c->id);
		return 0;
	}
	q = db_start(db, Q_INDICATOR_UPDATE, err);
	series_bind_card(q, c);
	db_bind_int(q, 23, c->id);
	db_bind_int(q, 24, c->rev);
	if (db_run(q, &changed))
		return -1;
	return changed ? 0 : conflict(c, err);
}

static int
check_card(const struct indicator *card, struct error *err)
{
	return check_code(card->code ? card->code : "", err) || check_texts(card, err) ||
			       check_numbers(card, err)
		       ? -1
		       : 0;
}

int
indicator_add(struct db *db, struct indicator *card, struct error *err)
{
	assert(db_writing(db) && !card->id);
	return check_card(card, err) ? -1 : save(db, card, err);
}

int
indicator_save(struct db *db, struct indicator *card, struct error *err)
{
	int64_t id = card->id;
	struct db_act act = { id ? "indicator.change" : "indicator.new", "indicator", id,
		card->code };

	if (check_card(card, err))
		return -1;
	if (db_write(db, &act, save, card, err)) {
		card->id = id;
		return -1;
	}
	card->rev = id ? card->rev + 1 : 1;
	return 0;
}

/* ---- retiring ---- */

/* The card that goes or comes back, and its code for the audit line. */
struct retiring {
	int64_t id;
	char code[132];
};

/* Takes the code from the row that the change returns; none = nothing was to be changed. */
static int
changed_code(struct stmt *q, struct retiring *r, const char *unchanged, struct error *err)
{
	bool changed = db_next(q);

	if (changed)
		text_copy(r->code, sizeof r->code, db_text(q, 0));
	if (db_end(q))
		return -1;
	return changed ? 0 : error_set(err, ERROR_MISSING, "%s", unchanged);
}

static int
retire(struct db *db, void *context, struct error *err)
{
	struct retiring *r = context;
	int64_t id = r->id;
	char when[32], origin[16], subgroup[16], user[64] = "";
	struct series series;
	struct stmt *q = db_start(db, Q_INDICATOR_DERIVED, err);
	bool fed;

	while (db_next(q))
		if (db_int(q, 2) == id || db_int(q, 3) == id)
			text_copy(user, sizeof user, db_text(q, 1));
	if (db_end(q) || series_of_card(db, id, &series, origin, subgroup, err) ||
		fed_by_surveys(db, id, &fed, err))
		return -1;
	if (user[0])
		return error_set(err, ERROR_INPUT,
			_("The indicator %s is computed from this one; retire that one first."),
			user);
	if (series.id)
		return error_set(err, ERROR_INPUT,
			_("Imported values feed this indicator; undo their imports or release its "
			  "series first."));
	if (fed)
		return error_set(err, ERROR_INPUT,
			_("Results of surveys feed this indicator; take them back first."));
	if (own_figure_check_free(db, id, 0, err))
		return -1;
	q = db_start(db, Q_INDICATOR_RETIRE, err);
	db_bind_int(q, 1, id);
	db_bind_text(q, 2, clock_now_utc(when, sizeof when));
	return changed_code(q, r, _("This indicator is retired already."), err);
}

int
indicator_retire(struct db *db, int64_t id, struct error *err)
{
	struct retiring r = { .id = id };
	struct db_act act = { "indicator.retire", "indicator", id, r.code };

	return db_write(db, &act, retire, &r, err);
}

int
indicator_find_retired(struct db *db, const char *code, int64_t *id, struct error *err)
{
	struct found there;

	if (find_code(db, code, &there, err))
		return -1;
	if (!there.id)
		return error_set(err, ERROR_MISSING,
			_("There is no retired indicator with the code \"%s\"."), code);
	if (!there.retired)
		return error_set(err, ERROR_INPUT, _("This indicator is not retired."));
	*id = there.id;
	return 0;
}

/* What a card is computed from must be in use before the card is. */
static int
check_parts_in_use(struct db *db, int64_t id, struct error *err)
{
	struct arena arena = { 0 };
	struct indicator card;
	struct found part;
	int result = indicator_load_id(db, id, &arena, &card, err);

	if (result == 0 && card.kind == INDICATOR_DERIVED) {
		const char *codes[] = { card.numerator_code, card.denominator_code };

		for (int i = 0; i < 2 && result == 0; i++) {
			result = find_code(db, codes[i], &part, err);
			if (result == 0 && part.retired)
				result = error_set(err, ERROR_INPUT,
					_("This indicator is computed from %s, which is retired; "
					  "bring that one back first."),
					codes[i]);
		}
	}
	arena_release(&arena);
	return result;
}

static int
restore(struct db *db, void *context, struct error *err)
{
	struct retiring *r = context;
	struct stmt *q;

	if (check_parts_in_use(db, r->id, err))
		return -1;
	q = db_start(db, Q_INDICATOR_RESTORE, err);
	db_bind_int(q, 1, r->id);
	return changed_code(q, r, _("This indicator is not retired."), err);
}

int
indicator_restore(struct db *db, int64_t id, struct error *err)
{
	struct retiring r = { .id = id };
	struct db_act act = { "indicator.restore", "indicator", id, r.code };

	return db_write(db, &act, restore, &r, err);
}
