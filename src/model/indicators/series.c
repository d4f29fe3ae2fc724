/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding and making series, and the card that a series is shown under. */
#include "config.h"

#include "model/indicators/series.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/queries.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int
series_find(struct db *db, const struct series_key *key, struct series *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_SERIES_FIND, err);

	*out = (struct series){ 0 };
	db_bind_text(q, 1, key->origin);
	db_bind_text(q, 2, key->subgroup);
	db_bind_text(q, 3, key->dimensions);
	db_bind_text(q, 4, key->measure);
	if (db_next(q))
		*out = (struct series){ db_int(q, 0), db_int(q, 1), db_int(q, 2),
			(int)db_int(q, 3) };
	return db_end(q);
}

int
series_of_card(struct db *db, int64_t indicator_id, struct series *out, char origin[16],
	char subgroup[16], struct error *err)
{
	struct stmt *q = db_start(db, Q_SERIES_OF_CARD, err);

	*out = (struct series){ 0 };
	origin[0] = subgroup[0] = '\0';
	db_bind_int(q, 1, indicator_id);
	if (db_next(q)) {
		*out = (struct series){ db_int(q, 0), indicator_id, db_int(q, 1), 0 };
		text_copy(origin, 16, db_text(q, 2));
		text_copy(subgroup, 16, db_text(q, 3));
	}
	return db_end(q);
}

int
series_add(struct db *db, const struct series_key *key, int64_t indicator_id, int64_t *id,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_SERIES_INSERT, err);

	db_bind_int(q, 1, indicator_id);
	db_bind_text(q, 2, key->origin);
	db_bind_text(q, 3, key->subgroup);
	db_bind_text(q, 4, key->dimensions);
	db_bind_text(q, 5, key->measure);
	if (db_run(q, NULL))
		return -1;
	*id = db_last_id(db);
	return 0;
}

int
series_more_decimals(struct db *db, int64_t indicator_id, int decimals, struct error *err)
{
	struct stmt *q = db_start(db, Q_INDICATOR_MORE_DECIMALS, err);

	db_bind_int(q, 1, indicator_id);
	db_bind_int(q, 2, decimals);
	return db_run(q, NULL);
}

int
series_free_number(struct db *db, const char *prefix, int *n, struct error *err)
{
	struct arena arena = { 0 };
	char from[40], to[40];
	unsigned char *taken = NULL;
	size_t size = 0;
	struct stmt *q;

	/* '.' and '/' stand side by side in ASCII: what begins with PREFIX and a point. */
	snprintf(from, sizeof from, "%s.", prefix);
	snprintf(to, sizeof to, "%s/", prefix);
	for (size_t want = 1024; !taken; want *= 2) {
		bool more = false;

		taken = arena_new(&arena, want);
		size = want;
		q = db_start(db, Q_INDICATOR_CODES_BELOW, err);
		db_bind_text(q, 1, from);
		db_bind_text(q, 2, to);
		while (db_next(q)) {
			long number = strtol(db_text(q, 0) + strlen(from), NULL, 10);

			if (number > 0 && (size_t)number < size)
				taken[number] = 1;
			more |= number > 0 && (size_t)number >= size && (size_t)number < 1000000;
		}
		if (db_end(q)) {
			arena_release(&arena);
			return -1;
		}
		if (more)
			taken = NULL;
	}
	for (++*n; (size_t)*n < size && taken[*n];)
		++*n;
	arena_release(&arena);
	return 0;
}

/* ---- a catalogue name for an imported series ---- */

struct naming {
	const char *series_code, *catalogue_code;
};

static int
need_card(struct db *db, const char *code, struct arena *arena, struct indicator *card,
	struct error *err)
{
	return indicator_load(db, code, arena, card, err);
}

static int
show_as(struct db *db, int64_t series_id, int64_t indicator_id, struct error *err)
{
	struct stmt *q = db_start(db, Q_SERIES_SHOW_AS, err);

	db_bind_int(q, 1, series_id);
	db_bind_int(q, 2, indicator_id);
	return db_run(q, NULL);
}

static int
name_series(struct db *db, const struct naming *n, struct arena *arena, struct error *err)
{
	struct indicator from, to;

	if (need_card(db, n->series_code, arena, &from, err) ||
		need_card(db, n->catalogue_code, arena, &to, err))
		return -1;
	if (!from.series_id)
		return error_set(err, ERROR_INPUT, _("No imported series feeds the indicator %s."),
			from.code);
	if (to.series_id)
		return error_set(err, ERROR_INPUT,
			_("The indicator %s has a series already; take its name away first (z in "
			  "menu 5 5, or gromada indicator release %s)."),
			to.code, to.code);
	if (to.kind != INDICATOR_PUBLISHED)
		return error_set(err, ERROR_INPUT,
			_("The indicator %s does not take published values; choose another one."),
			to.code);
	db_act_entity(db, to.id);
	return show_as(db, from.series_id, to.id, err);
}

static int
name_change(struct db *db, void *context, struct error *err)
{
	struct arena arena = { 0 };
	int failed = name_series(db, context, &arena, err);

	arena_release(&arena);
	return failed;
}

int
indicator_name_series(
	struct db *db, const char *series_code, const char *catalogue_code, struct error *err)
{
	struct naming naming = { series_code, catalogue_code };
	char summary[80];
	struct db_act act = { "indicator.series", "indicator", 0, summary };

	snprintf(summary, sizeof summary, "%.32s -> %.32s", series_code, catalogue_code);
	return db_write(db, &act, name_change, &naming, err);
}

static int
release_series(struct db *db, const char *code, struct arena *arena, struct error *err)
{
	struct indicator card;
	struct series series;
	char origin[16], subgroup[16];

	if (need_card(db, code, arena, &card, err) ||
		series_of_card(db, card.id, &series, origin, subgroup, err))
		return -1;
	if (!series.id || series.own_id == card.id)
		return error_set(err, ERROR_INPUT,
			_("The indicator %s carries no series that was given to it."), card.code);
	db_act_entity(db, card.id);
	return show_as(db, series.id, series.own_id, err);
}

static int
release_change(struct db *db, void *context, struct error *err)
{
	struct arena arena = { 0 };
	int failed = release_series(db, context, &arena, err);

	arena_release(&arena);
	return failed;
}

int
indicator_release_series(struct db *db, const char *catalogue_code, struct error *err)
{
	char code[40];
	struct db_act act = { "indicator.release", "indicator", 0, code };

	text_copy(code, sizeof code, catalogue_code);
	return db_write(db, &act, release_change, code, err);
}
