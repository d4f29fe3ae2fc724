/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking over the cards of a catalogue file: new ones are made, ones that nobody edited follow
 * the file, edited ones stay. */
#include "config.h"

#include "model/indicators/indicator.h"

#include "base/i18n.h"
#include "model/queries.h"
#include "model/indicators/series.h"

#include <string.h>

static bool
same(const char *a, const char *b)
{
	return !strcmp(a ? a : "", b ? b : "");
}

static const char *
frequency_of(const struct indicator *card)
{
	return card->frequency && card->frequency[0] ? card->frequency : "R";
}

static bool
same_card(const struct indicator *a, const struct indicator *b)
{
	return same(a->name, b->name) && same(a->definition, b->definition) &&
	       same(a->numerator, b->numerator) && same(a->denominator, b->denominator) &&
	       a->multiplier == b->multiplier && same(a->measure, b->measure) &&
	       a->decimals == b->decimals && a->direction == b->direction &&
	       a->has_wanted == b->has_wanted &&
	       (!a->has_wanted ||
		       (a->wanted_low == b->wanted_low && a->wanted_high == b->wanted_high)) &&
	       same(a->service, b->service) && same(a->dimension, b->dimension) &&
	       same(a->level, b->level) && same(a->source, b->source) &&
	       same(a->frequency, frequency_of(b)) && same(a->note, b->note) && a->in_catalogue &&
	       a->kind == b->kind && same(a->numerator_code, b->numerator_code) &&
	       same(a->denominator_code, b->denominator_code);
}

/* Keeps what the card says for the day the file is undone. */
static int
keep_former(struct db *db, int64_t id, int64_t import_id, struct error *err)
{
	struct stmt *q = db_start(db, Q_INDICATOR_KEEP_FORMER, err);

	db_bind_int(q, 1, id);
	db_bind_int(q, 2, import_id);
	return db_run(q, NULL);
}

static int
follow_file(struct db *db, int64_t id, const struct indicator *c, struct error *err)
{
	struct stmt *q = db_start(db, Q_INDICATOR_FROM_CATALOGUE, err);

	series_bind_card(q, c);
	db_bind_int(q, 23, id);
	return db_run(q, NULL);
}

/* The card in the database under this code, id 0 = none. */
static int
load_there(struct db *db, const char *code, struct arena *arena, struct indicator *out,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_INDICATOR_FIND, err);
	int64_t id = 0;

	*out = (struct indicator){ 0 };
	db_bind_text(q, 1, code);
	if (db_next(q))
		id = db_int(q, 0);
	if (db_end(q))
		return -1;
	return id ? indicator_load_id(db, id, arena, out, err) : 0;
}

/* The id of a part of a derived card; 0 while it is only earlier in the same file. */
static int
find_part(struct db *db, const struct indicator *cards, int before, const char *code, int64_t *id,
	struct error *err)
{
	struct arena arena = { 0 };
	struct indicator there;
	int failed = load_there(db, code ? code : "", &arena, &there, err);

	*id = there.id;
	arena_release(&arena);
	if (failed || *id)
		return failed;
	for (int i = 0; i < before; i++)
		if (same(cards[i].code, code))
			return 0;
	return error_set(err, ERROR_INPUT,
		_("The indicator %s is computed from \"%s\", which is neither in the catalogue "
		  "before "
		  "it nor in the database."),
		cards[before].code, code ? code : "");
}

static int
write_card(struct db *db, const struct indicator *card, int64_t there,
	const struct import_file *file, int64_t *import_id, struct error *err)
{
	int64_t id;

	if (!*import_id && (*import_id = import_begin(db, file, err)) < 0)
		return -1;
	if (!there)
		return series_add_card(db, card, *import_id, &id, err);
	if (keep_former(db, there, *import_id, err))
		return -1;
	return follow_file(db, there, card, err);
}

/* Cards that a person edited stay as they are, and so do those that a file's series or surveys
 * feed while the catalogue says that their values come from elsewhere. */
static bool
stays(const struct indicator *there, const struct indicator *card)
{
	bool fed = there->series_id || there->kind == INDICATOR_SURVEY;

	return there->id && (there->rev != 1 || (fed && card->kind != there->kind));
}

/* Packages bring cards; those that this office has from elsewhere are its own. */
static int
is_our_own(struct db *db, const char *code, bool *own, struct error *err)
{
	struct stmt *q = db_start(db, Q_PACKAGE_INDICATOR, err);

	db_bind_text(q, 1, code);
	*own = db_next(q) && strcmp(db_text(q, 1), "package");
	return db_end(q);
}

static int
apply_one(struct db *db, struct indicator *cards, int i, struct import_counts *counts, bool write,
	const struct import_file *file, int64_t *import_id, struct error *err)
{
	struct indicator *card = &cards[i], there;
	struct arena arena = { 0 };
	int failed = 0;
	bool own = false;

	if (strcmp(file->kind, "package") == 0 && is_our_own(db, card->code, &own, err))
		return -1;
	if (own) {
		counts->same++; /* ours stays as it is */
		return 0;
	}
	if (card->kind == INDICATOR_DERIVED &&
		(find_part(db, cards, i, card->numerator_code, &card->numerator_id, err) ||
			find_part(
				db, cards, i, card->denominator_code, &card->denominator_id, err)))
		return -1;
	if (load_there(db, card->code, &arena, &there, err)) {
		failed = -1;
	} else if (stays(&there, card)) {
		counts->skipped++;
	} else if (there.id && same_card(&there, card)) {
		counts->same++;
	} else {
		*(there.id ? &counts->changed : &counts->new_values) += 1;
		if (write)
			failed = write_card(db, card, there.id, file, import_id, err);
	}
	arena_release(&arena);
	return failed;
}

int
indicator_catalogue_apply(struct db *db, struct indicator *cards, int count,
	const struct import_file *file, struct import_counts *counts, bool write,
	int64_t *import_id, struct error *err)
{
	*counts = (struct import_counts){ .rows = count };
	*import_id = 0;
	for (int i = 0; i < count; i++) {
		cards[i].in_catalogue = true;
		if (apply_one(db, cards, i, counts, write, file, import_id, err))
			return -1;
	}
	return *import_id ? import_finish(db, *import_id, counts, err) : 0;
}
