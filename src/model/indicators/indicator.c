/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading cards: one, all that match, services. Years and counts stand with the series, so no
 * list ever looks into slices. */
#include "config.h"

#include "model/indicators/indicator.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/queries.h"
#include "model/sheets/own_figure.h"

#include <stdio.h>
#include <string.h>

enum { DERIVED_DEPTH = 4 }; /* a ratio of ratios of ratios; deeper ones show no years */

static const char *const kind_names[] = { "published", "own", "survey", "derived" };

const char *
indicator_kind_name(enum indicator_kind kind)
{
	return kind_names[kind];
}

static enum indicator_kind
kind_from_name(const char *name)
{
	for (int i = 0; i < 4; i++)
		if (!strcmp(kind_names[i], name))
			return (enum indicator_kind)i;
	return INDICATOR_PUBLISHED;
}

/* Columns of indicator_list and indicator_card. */
static void
read_card(struct stmt *q, struct arena *arena, struct indicator *card)
{
	*card = (struct indicator){ .id = db_int(q, 0),
		.rev = db_int(q, 2),
		.multiplier = db_double(q, 8),
		.decimals = (int)db_int(q, 10),
		.direction = db_text(q, 11)[0],
		.has_wanted = !db_null(q, 12) || !db_null(q, 13),
		.kind = kind_from_name(db_text(q, 20)),
		.numerator_id = db_int(q, 21),
		.denominator_id = db_int(q, 22),
		.in_catalogue = db_int(q, 23) != 0,
		.series_id = db_int(q, 24),
		.first_year = (int)db_int(q, 29),
		.last_year = (int)db_int(q, 30),
		.values = db_int(q, 31),
		.made_up = db_int(q, 32) != 0 };
	snprintf(card->uid, sizeof card->uid, "%s", db_text(q, 1));
	card->wanted_low = db_double(q, db_null(q, 12) ? 13 : 12);
	card->wanted_high = db_double(q, db_null(q, 13) ? 12 : 13);
	card->code = arena_string(arena, db_text(q, 3));
	card->name = arena_string(arena, db_text(q, 4));
	card->definition = arena_string(arena, db_text(q, 5));
	card->numerator = arena_string(arena, db_text(q, 6));
	card->denominator = arena_string(arena, db_text(q, 7));
	card->measure = arena_string(arena, db_text(q, 9));
	card->service = arena_string(arena, db_text(q, 14));
	card->dimension = arena_string(arena, db_text(q, 15));
	card->level = arena_string(arena, db_text(q, 16));
	card->source = arena_string(arena, db_text(q, 17));
	card->frequency = arena_string(arena, db_text(q, 18));
	card->note = arena_string(arena, db_text(q, 19));
	card->series_origin = arena_string(arena, db_text(q, 25));
	card->subgroup = arena_string(arena, db_text(q, 26));
	card->dimensions = arena_string(arena, db_text(q, 27));
	card->series_measure = arena_string(arena, db_text(q, 28));
	card->numerator_code = card->denominator_code = "";
}

/* What a derived card takes from its parts: the years that both have, and at most as many
 * values as the shorter one. */
static void
join_parts(struct indicator *card, const struct indicator *numerator,
	const struct indicator *denominator)
{
	card->numerator_code = numerator->code;
	card->denominator_code = denominator->code;
	card->made_up = numerator->made_up || denominator->made_up;
	card->first_year = numerator->first_year > denominator->first_year
				   ? numerator->first_year
				   : denominator->first_year;
	card->last_year = numerator->last_year < denominator->last_year ? numerator->last_year
									: denominator->last_year;
	card->values =
		numerator->values < denominator->values ? numerator->values : denominator->values;
	if (!numerator->values || !denominator->values || card->first_year > card->last_year)
		card->first_year = card->last_year = 0, card->values = 0;
}

static const struct indicator *
by_id(const struct indicator *list, int count, int64_t id)
{
	for (int i = 0; i < count; i++)
		if (list[i].id == id)
			return &list[i];
	return NULL;
}

static void
join_all(struct indicator *list, int count)
{
	for (int depth = 0; depth < DERIVED_DEPTH; depth++)
		for (int i = 0; i < count; i++) {
			const struct indicator *numerator, *denominator;

			if (list[i].kind != INDICATOR_DERIVED)
				continue;
			numerator = by_id(list, count, list[i].numerator_id);
			denominator = by_id(list, count, list[i].denominator_id);
			if (numerator && denominator)
				join_parts(&list[i], numerator, denominator);
		}
}

/* From *year on towards end, and past it where all have drafts alone. Only the ends are asked
 * about: of a card with figures the first question nearly always has the answer. */
static int
pass_drafts(struct db *db, int64_t card, int *year, int end, int by, struct error *err)
{
	unsigned char counts = 0;

	for (;; *year += by) {
		if (own_years(db, card, false, *year, 1, &counts, err))
			return -1;
		if (counts || (end - *year) * by <= 0)
			break;
	}
	*year += counts ? 0 : by;
	return 0;
}

/* Years whose own figures are all drafts are none: drafts count nowhere. */
static int
leave_drafts_out(struct db *db, struct indicator *card, struct error *err)
{
	if (card->kind != INDICATOR_OWN || card->series_id || !card->last_year)
		return 0;
	if (pass_drafts(db, card->id, &card->first_year, card->last_year, 1, err) ||
		pass_drafts(db, card->id, &card->last_year, card->first_year, -1, err))
		return -1;
	if (card->first_year > card->last_year)
		card->first_year = card->last_year = 0;
	return 0;
}

static bool
passes(const struct indicator *card, const struct indicator_filter *filter, const char *needle)
{
	char text[1024], folded[1024];

	if (filter->with_values && !card->values)
		return false;
	if (filter->service && strcmp(filter->service, card->service))
		return false;
	if (!needle[0])
		return true;
	snprintf(text, sizeof text, "%s %s %s %s %s", card->code, card->name, card->dimensions,
		card->service, card->subgroup);
	return text_match(text_fold(folded, sizeof folded, text), needle);
}

int
indicator_list(struct db *db, const struct indicator_filter *filter, struct arena *arena,
	struct indicator **list, int *count, struct error *err)
{
	static const struct indicator_filter everything;
	struct stmt *q = db_start(db, Q_INDICATOR_CARDS, err);
	size_t n = 0, capacity = 0;
	char needle[256];

	*list = NULL;
	*count = 0;
	filter = filter ? filter : &everything;
	db_bind_int(q, 2, filter->retired);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, n, &capacity, sizeof **list);
		read_card(q, arena, &(*list)[n++]);
	}
	if (db_end(q))
		return -1;
	for (size_t i = 0; i < n; i++)
		if (leave_drafts_out(db, &(*list)[i], err))
			return -1;
	join_all(*list, (int)n);
	text_fold(needle, sizeof needle, filter->search ? filter->search : "");
	for (size_t i = 0; i < n; i++)
		if (passes(&(*list)[i], filter, needle))
			(*list)[(*count)++] = (*list)[i];
	return 0;
}

static int
load_card(struct db *db, int64_t id, int depth, struct arena *arena, struct indicator *out,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_INDICATOR_CARDS, err);
	struct indicator numerator, denominator;
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found)
		read_card(q, arena, out);
	if (db_end(q))
		return -1;
	if (!found)
		return error_set(
			err, ERROR_MISSING, _("This indicator is no longer in the database."));
	if (out->kind != INDICATOR_DERIVED || depth == 0)
		return leave_drafts_out(db, out, err);
	if (load_card(db, out->numerator_id, depth - 1, arena, &numerator, err) ||
		load_card(db, out->denominator_id, depth - 1, arena, &denominator, err))
		return -1;
	join_parts(out, &numerator, &denominator);
	return 0;
}

int
indicator_load_id(
	struct db *db, int64_t id, struct arena *arena, struct indicator *out, struct error *err)
{
	return load_card(db, id, DERIVED_DEPTH, arena, out, err);
}

int
indicator_load(struct db *db, const char *code, struct arena *arena, struct indicator *out,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_INDICATOR_FIND, err);
	int64_t id = 0;

	db_bind_text(q, 1, code);
	if (db_next(q) && !db_int(q, 4))
		id = db_int(q, 0);
	if (db_end(q))
		return -1;
	if (!id)
		return error_set(err, ERROR_MISSING,
			_("There is no indicator with the code \"%s\"."), code);
	return indicator_load_id(db, id, arena, out, err);
}

int
indicator_services(struct db *db, struct arena *arena, struct service_count **list, int *count,
	struct error *err)
{
	struct arena cards = { 0 };
	struct indicator *all;
	size_t n = 0, capacity = 0;
	int total, failed;

	*list = NULL;
	failed = indicator_list(db, NULL, &cards, &all, &total, err);
	for (int i = 0; !failed && i < total; i++) {
		/* The list is ordered by service already. */
		if (!n || strcmp((*list)[n - 1].name, all[i].service)) {
			*list = arena_grow(arena, *list, n, &capacity, sizeof **list);
			(*list)[n++] =
				(struct service_count){ arena_string(arena, all[i].service), 0, 0 };
		}
		(*list)[n - 1].indicators++;
		(*list)[n - 1].with_values += all[i].values > 0;
	}
	arena_release(&cards);
	*count = (int)n;
	return failed;
}
