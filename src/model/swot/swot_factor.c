/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Factors of SWOT analyses: text, weight, rating, place. Each change raises the SWOT's rev. */
#include "config.h"

#include "model/swot/swot.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/deleted_line.h"
#include "model/strategies/goal.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/swot/swot_parts.h"
#include "model/word.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const struct word kinds[FACTOR_KINDS] = {
	[FACTOR_STRENGTH] = { "strength", N_("strength") },
	[FACTOR_WEAKNESS] = { "weakness", N_("weakness") },
	[FACTOR_OPPORTUNITY] = { "opportunity", N_("opportunity") },
	[FACTOR_THREAT] = { "threat", N_("threat") },
};
static const char *const headings[FACTOR_KINDS] = { N_("Strengths"), N_("Weaknesses"),
	N_("Opportunities"), N_("Threats") };

const char *
factor_kind_name(enum factor_kind k)
{
	return kinds[k].name;
}

const char *
factor_kind_label(enum factor_kind k)
{
	return _(kinds[k].label);
}

const char *
factor_kind_heading(enum factor_kind k)
{
	return _(headings[k]);
}

const char *
factor_kind_letter(enum factor_kind k)
{
	static const char *const letters[FACTOR_KINDS] = { "S", "W", "O", "T" };

	return letters[k];
}

int
factor_kind_from_name(const char *name)
{
	return word_find(kinds, FACTOR_KINDS, name, -1);
}

const char *
swot_area_words(const struct swot_factor *f)
{
	int d = goal_dimension_from_name(f->area); /* "" is none */
	return d <= 0 ? f->area : goal_dimension_label((enum goal_dimension)d);
}

/* ---- reading ---- */

static void
read_factor(struct stmt *q, struct swot_factor *f)
{
	*f = (struct swot_factor){ .id = db_int(q, 0),
		.kind = (enum factor_kind)word_find(
			kinds, FACTOR_KINDS, db_text(q, 1), FACTOR_STRENGTH),
		.position = (int)db_int(q, 2),
		.weight = db_double_or_nan(q, 5),
		.rating = db_double_or_nan(q, 6),
		.spread = db_double_or_nan(q, 7),
		.axis = db_double_or_nan(q, 8),
		.evidence = (int)db_int(q, 9) };
	text_copy(f->text, sizeof f->text, db_text(q, 3));
	text_copy(f->area, sizeof f->area, db_text(q, 4));
}

int
swot_factors(struct db *db, int64_t swot, struct arena *arena, struct swot_factor **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_SWOT_FACTORS, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, swot);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		read_factor(q, &(*list)[(*count)++]);
	}
	return db_end(q);
}

/* ---- changing ---- */

int
swot_find_at(
	struct db *db, int64_t swot, int64_t rev, int64_t *now, bool *halves, struct error *err)
{
	struct stmt *q = db_start(db, Q_SWOT_HEAD, err);
	bool found;

	db_bind_int(q, 1, swot);
	found = db_next(q) && db_null(q, 2);
	if (found) {
		*now = db_int(q, 0);
		*halves = db_int(q, 3) != 0;
	}
	if (db_end(q) < 0)
		return -1;
	if (!found)
		return error_set(err, ERROR_MISSING, _("This SWOT analysis is gone already."));
	db_act_entity(db, swot);
	if (rev && *now != rev)
		return error_set(err, ERROR_CONFLICT,
			_("A colleague has changed the SWOT analysis meanwhile. Nothing was saved; "
			  "look at the new state first."));
	return 0;
}

int
swot_raise(struct db *db, int64_t swot, struct error *err)
{
	struct stmt *q = db_start(db, Q_SWOT_RAISE, err);

	db_bind_int(q, 1, swot);
	return db_run(q, NULL);
}

struct factor_change {
	int64_t swot, rev, id;
	struct swot_factor *factor;
	int by;
	double axis;
	char summary[DELETED_TEXT_SIZE]; /* of a deletion, for the act */
};

/* One audited write of a SWOT's factors; *rev becomes the new one. */
static int
write_change(struct db *db, int64_t *rev, struct factor_change *c,
	int (*change)(struct db *db, void *context, struct error *err), struct error *err)
{
	const struct db_act act = {
		.action = "swot.factor", .entity = "swot", .summary = c->summary
	};

	c->rev = *rev;
	if (db_write(db, &act, change, c, err) < 0)
		return -1;
	(*rev)++;
	return 0;
}

static int
begin(struct db *db, const struct factor_change *c, struct error *err)
{
	int64_t now;
	bool halves;

	return swot_find_at(db, c->swot, c->rev, &now, &halves, err);
}

static int
load_factor(struct db *db, int64_t swot, int64_t id, struct swot_factor *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_SWOT_FACTOR_LOAD, err);
	bool found;

	db_bind_int(q, 1, swot);
	db_bind_int(q, 2, id);
	found = db_next(q);
	if (found)
		read_factor(q, out);
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("This factor is gone already."));
}

static int
check(const struct swot_factor *f, struct error *err)
{
	if (kept_text(f->text, true, false, FACTOR_FIELD_TEXT, _("Text"), err) ||
		kept_text(f->area, false, false, FACTOR_FIELD_AREA, _("Area"), err))
		return -1;
	if (!isnan(f->weight) && (f->weight < 0 || f->weight > 1))
		return error_field(err, ERROR_INPUT, FACTOR_FIELD_WEIGHT,
			_("A weight lies between 0 and 1; those of a kind sum to 1."));
	if (!isnan(f->rating) && (f->rating < 1 || f->rating > 5))
		return error_field(
			err, ERROR_INPUT, FACTOR_FIELD_RATING, _("A rating lies between 1 and 5."));
	if (!isnan(f->axis) && (f->axis < -5 || f->axis > 5))
		return error_field(err, ERROR_INPUT, FACTOR_FIELD_AXIS,
			_("The axis goes from −5, hinders most, to 5, helps most."));
	return 0;
}

static void
bind_factor(struct stmt *q, int64_t swot, const struct swot_factor *f)
{
	db_bind_int(q, 1, swot);
	db_bind_text(q, 2, kinds[f->kind].name);
	db_bind_text(q, 3, f->text);
	db_bind_text(q, 4, f->area);
	db_bind_double_or_null(q, 5, f->weight);
	db_bind_double_or_null(q, 6, f->rating);
	db_bind_double_or_null(q, 7, f->spread);
	db_bind_double_or_null(q, 8, f->axis);
}

static int
last_place(struct db *db, int64_t swot, enum factor_kind kind, int *last, struct error *err)
{
	struct stmt *q = db_start(db, Q_SWOT_FACTOR_LAST, err);

	*last = 0;
	db_bind_int(q, 1, swot);
	db_bind_text(q, 2, kinds[kind].name);
	if (db_next(q))
		*last = (int)db_int(q, 0);
	return db_end(q);
}

/* The factor of one place within its kind gets another. */
static int
shift(struct db *db, int64_t swot, enum factor_kind kind, int from, int to, int64_t *changed,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_SWOT_FACTOR_SHIFT, err);

	db_bind_int(q, 1, swot);
	db_bind_text(q, 2, kinds[kind].name);
	db_bind_int(q, 3, from);
	db_bind_int(q, 4, to);
	return db_run(q, changed);
}

/* What stood after the place moves up. */
static int
close_gap(struct db *db, int64_t swot, enum factor_kind kind, int place, struct error *err)
{
	int64_t changed = 1;

	for (int next = place + 1; changed; next++)
		if (shift(db, swot, kind, next, next - 1, &changed, err) < 0)
			return -1;
	return 0;
}

static int
drop_pairs(struct db *db, int64_t factor, struct error *err)
{
	struct stmt *q = db_start(db, Q_SWOT_PAIRS_OF_FACTOR, err);

	db_bind_int(q, 1, factor);
	return db_run(q, NULL);
}

static int
insert(struct db *db, struct factor_change *c, struct error *err)
{
	struct stmt *q = db_start(db, Q_SWOT_FACTOR_INSERT, err);

	c->factor->spread = NAN;
	bind_factor(q, c->swot, c->factor);
	if (db_run(q, NULL) < 0)
		return -1;
	c->factor->id = db_last_id(db);
	return last_place(db, c->swot, c->factor->kind, &c->factor->position, err);
}

int
swot_factor_pairs(struct db *db, int64_t factor, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_SWOT_PAIRS_COUNT, err);

	db_bind_int(q, 1, factor);
	*count = db_next(q) ? (int)db_int(q, 0) : 0;
	return db_end(q);
}

static int
update(struct db *db, struct factor_change *c, struct error *err)
{
	struct swot_factor *f = c->factor, old;
	struct stmt *q;

	if (load_factor(db, c->swot, f->id, &old, err))
		return -1;
	f->position = old.position;
	f->spread = f->rating == old.rating ? old.spread : NAN;
	if (f->kind != old.kind) {
		if (last_place(db, c->swot, f->kind, &f->position, err) < 0)
			return -1;
		f->position++;
	}
	q = db_start(db, Q_SWOT_FACTOR_UPDATE, err);
	bind_factor(q, c->swot, f);
	db_bind_int(q, 9, f->position);
	db_bind_int(q, 10, f->id);
	if (db_run(q, NULL) < 0)
		return -1;
	if (f->kind == old.kind)
		return 0;
	return close_gap(db, c->swot, old.kind, old.position, err) < 0 ? -1
								       : drop_pairs(db, f->id, err);
}

/* Nearly always a weight that was typed one field too early. */
static int
check_area(const struct swot_factor *f, struct error *err)
{
	if (!f->area[strspn(f->area, " ")] || text_has_letter(f->area))
		return 0;
	return error_field(err, ERROR_INPUT, FACTOR_FIELD_AREA,
		_("An area has a name: “%s” has no letter. A weight belongs into the next field."),
		f->area);
}

static int
save(struct db *db, void *context, struct error *err)
{
	struct factor_change *c = context;

	if (begin(db, c, err) || check(c->factor, err) || check_area(c->factor, err))
		return -1;
	if (c->factor->id ? update(db, c, err) : insert(db, c, err))
		return -1;
	return swot_raise(db, c->swot, err);
}

int
swot_factor_save(
	struct db *db, int64_t swot, int64_t *rev, struct swot_factor *factor, struct error *err)
{
	struct swot_factor copy = *factor;
	struct factor_change c = { .swot = swot, .factor = &copy };

	if (write_change(db, rev, &c, save, err))
		return -1;
	*factor = copy;
	return 0;
}

static int
take_out(struct db *db, void *context, struct error *err)
{
	struct factor_change *c = context;
	char text[DELETED_TEXT_SIZE];
	struct swot_factor old;
	struct stmt *q;

	if (begin(db, c, err) || load_factor(db, c->swot, c->id, &old, err))
		return -1;
	snprintf(text, sizeof text, "%s%d. %s", factor_kind_letter(old.kind), old.position,
		old.text);
	q = deleted_line_start(db, Q_DELETED_FACTOR_KEEP, text, err);
	db_bind_int(q, 4, c->id);
	if (deleted_line_keep(db, q, c->summary, err) < 0)
		return -1;
	q = db_start(db, Q_SWOT_FACTOR_DELETE, err);
	db_bind_int(q, 1, c->swot);
	db_bind_int(q, 2, c->id);
	if (db_run(q, NULL) < 0 || close_gap(db, c->swot, old.kind, old.position, err) < 0)
		return -1;
	return swot_raise(db, c->swot, err);
}

int
swot_factor_remove(struct db *db, int64_t swot, int64_t *rev, int64_t factor, struct error *err)
{
	struct factor_change c = { .swot = swot, .id = factor };

	return write_change(db, rev, &c, take_out, err);
}

enum { ASIDE = 1 << 30 }; /* a place that no factor has */

static int
move(struct db *db, void *context, struct error *err)
{
	const struct factor_change *c = context;
	struct swot_factor f;
	int64_t changed;
	int other;

	if (begin(db, c, err) || load_factor(db, c->swot, c->id, &f, err))
		return -1;
	other = f.position + c->by;
	if (other >= 1) {
		if (shift(db, c->swot, f.kind, other, ASIDE, &changed, err) < 0)
			return -1;
		if (changed &&
			(shift(db, c->swot, f.kind, f.position, other, NULL, err) < 0 ||
				shift(db, c->swot, f.kind, ASIDE, f.position, NULL, err) < 0))
			return -1;
	}
	return swot_raise(db, c->swot, err);
}

int
swot_factor_move(
	struct db *db, int64_t swot, int64_t *rev, int64_t factor, int by, struct error *err)
{
	struct factor_change c = { .swot = swot, .id = factor, .by = by };

	return write_change(db, rev, &c, move, err);
}

static int
set_axis(struct db *db, void *context, struct error *err)
{
	const struct factor_change *c = context;
	struct swot_factor f;
	struct stmt *q;

	if (begin(db, c, err) || load_factor(db, c->swot, c->id, &f, err))
		return -1;
	f.axis = c->axis;
	if (check(&f, err))
		return -1;
	q = db_start(db, Q_SWOT_FACTOR_AXIS, err);
	db_bind_int(q, 1, c->swot);
	db_bind_int(q, 2, c->id);
	db_bind_double_or_null(q, 3, c->axis);
	return db_run(q, NULL) < 0 ? -1 : swot_raise(db, c->swot, err);
}

int
swot_factor_place(
	struct db *db, int64_t swot, int64_t *rev, int64_t factor, double axis, struct error *err)
{
	struct factor_change c = { .swot = swot, .id = factor, .axis = axis };

	return write_change(db, rev, &c, set_axis, err);
}
