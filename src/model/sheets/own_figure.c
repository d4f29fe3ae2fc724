/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Own figures as values: by unit, by year, and where they come from; and one figure as it is typed,
 * shown and remembered. */
#include "config.h"

#include "model/sheets/own_figure.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/sheets/decision_feed.h"
#include "model/indicators/flag.h"
#include "model/queries.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* ---- values ---- */

/* Columns: value, missing, verified. */
static unsigned char
flag_of(struct stmt *q, int column)
{
	if (db_null(q, column))
		return strcmp(db_text(q, column + 1), "nd") ? FLAG_NO_DATA : FLAG_NOT_APPLICABLE;
	return db_int(q, column + 2) ? FLAG_NONE : FLAG_PRELIMINARY;
}

/* Columns: year, slot. slot 0 = of all units. */
static struct stmt *
ask_drafts(struct db *db, int64_t indicator, int first, int last, int slot, struct error *err)
{
	struct stmt *q = db_start(db, Q_OWN_DRAFTS, err);
	char today[16];

	db_bind_int(q, 1, indicator);
	db_bind_int(q, 2, first);
	db_bind_int(q, 3, last);
	db_bind_int(q, 4, slot);
	db_bind_text(q, 5, date_iso(today, sizeof(today), clock_today()));
	return q;
}

int
own_vector(struct db *db, int64_t indicator, int year, struct vector *v, struct error *err)
{
	struct stmt *q = db_start(db, Q_OWN_VECTOR, err);

	db_bind_int(q, 1, indicator);
	db_bind_int(q, 2, year);
	while (db_next(q)) {
		int64_t slot = db_int(q, 0);

		if (slot < 0 || slot >= SLICE_MAX_SLOTS)
			continue;
		if (slot >= v->slots)
			vector_grow(v, (int)slot + 1);
		v->value[slot] = db_double(q, 1);
		v->flag[slot] = flag_of(q, 1);
	}
	if (db_end(q) < 0)
		return -1;
	q = ask_drafts(db, indicator, year, year, 0, err);
	while (db_next(q))
		if (db_int(q, 1) >= 0 && db_int(q, 1) < v->slots)
			v->flag[db_int(q, 1)] = FLAG_DRAFT;
	return db_end(q) < 0 ? -1 : decision_vector(db, indicator, year, v, err);
}

int
own_points(struct db *db, int64_t indicator, int slot, int first, int last,
	struct slice_point *points, struct error *err)
{
	struct stmt *q = db_start(db, Q_OWN_POINTS, err);

	db_bind_int(q, 1, indicator);
	db_bind_int(q, 2, slot);
	db_bind_int(q, 3, first);
	db_bind_int(q, 4, last);
	while (db_next(q)) {
		struct slice_point *p = &points[db_int(q, 0) - first];

		p->value = db_double(q, 1);
		p->flag = flag_of(q, 1);
	}
	if (db_end(q) < 0)
		return -1;
	q = ask_drafts(db, indicator, first, last, slot, err);
	while (db_next(q))
		points[db_int(q, 0) - first].flag = FLAG_DRAFT;
	return db_end(q) < 0 ? -1 : decision_points(db, indicator, slot, first, last, points, err);
}

int
own_years(struct db *db, int64_t indicator, bool drafts, int first, int count, unsigned char *years,
	struct error *err)
{
	struct arena arena = { 0 };
	int64_t *figures = arena_array(&arena, (size_t)count, sizeof *figures);
	struct stmt *q = db_start(db, Q_OWN_YEARS, err);
	int failed;

	db_bind_int(q, 1, indicator);
	while (db_next(q))
		if (db_int(q, 0) >= first && db_int(q, 0) < first + count)
			figures[db_int(q, 0) - first] += db_int(q, 1);
	failed = db_end(q) < 0;
	if (!failed && !drafts) {
		q = ask_drafts(db, indicator, first, first + count - 1, 0, err);
		while (db_next(q))
			figures[db_int(q, 0) - first]--;
		failed = db_end(q) < 0;
	}
	for (int i = 0; i < count; i++)
		years[i] |= figures[i] > 0;
	arena_release(&arena);
	return failed ? -1 : 0;
}

int
own_unverified(struct db *db, int64_t indicator, int year, bool *at, int slots, struct error *err)
{
	struct stmt *q = db_start(db, Q_OWN_UNVERIFIED, err);

	db_bind_int(q, 1, indicator);
	db_bind_int(q, 2, year);
	while (db_next(q))
		if (db_int(q, 0) >= 0 && db_int(q, 0) < slots)
			at[db_int(q, 0)] = true;
	return db_end(q);
}

/* ---- where the figures of a year come from ---- */

static bool
is_draft(const struct vector *v, int64_t slot)
{
	return slot >= 0 && slot < v->slots && v->flag[slot] == FLAG_DRAFT;
}

/* How many units gave figures that count in a year, and whether all took them from the same place,
 * which somebody wrote down. */
static int
count_sources(struct db *db, int64_t indicator, int year, const struct vector *v,
	unsigned long *units, bool *same, struct error *err)
{
	struct stmt *q = db_start(db, Q_OWN_SOURCES, err);
	char first[OWN_SOURCE_SIZE] = "";

	*units = 0;
	*same = true;
	db_bind_int(q, 1, indicator);
	db_bind_int(q, 2, year);
	while (db_next(q)) {
		if (is_draft(v, db_int(q, 0)))
			continue;
		if (!*units)
			text_copy(first, sizeof(first), db_text(q, 1));
		*same &= first[0] && !strcmp(first, db_text(q, 1));
		++*units;
	}
	return db_end(q);
}

/* One member's source and file are not those of all. */
static int
tell_many(struct db *db, int64_t indicator, int year, const struct vector *v,
	struct value_source *out, struct error *err)
{
	unsigned long units;
	bool same;

	if (count_sources(db, indicator, year, v, &units, &same, err) < 0)
		return -1;
	if (units < 2)
		return 0;
	out->file_name[0] = out->person[0] = '\0';
	if (same)
		return 0;
	out->unsaid = true;
	snprintf(out->source, sizeof(out->source),
		P_("own figures of %d office", "own figures of %d offices", units), (int)units);
	return 0;
}

static void
read_source(struct stmt *q, struct value_source *out)
{
	out->unsaid = !db_text(q, 0)[0];
	text_copy(out->source, sizeof(out->source),
		out->unsaid ? _("own figures of the office") : db_text(q, 0));
	text_copy(out->file_name, sizeof(out->file_name), db_text(q, 1));
	text_copy(out->imported_at, sizeof(out->imported_at), db_text(q, 2));
	text_copy(out->person, sizeof(out->person), db_text(q, 3));
	out->made_up = db_int(q, 4) != 0;
}

/* Of all units (v): of the newest that counts, or of a draft where there is nothing else. */
static int
newest_source(struct db *db, int64_t indicator, int year, int slot, const struct vector *v,
	struct value_source *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_OWN_SOURCE, err);
	bool keyed = false, counts = false;

	*out = (struct value_source){ .import_id = 0 };
	db_bind_int(q, 1, indicator);
	db_bind_int(q, 2, year);
	db_bind_int(q, 3, slot);
	while (!counts && db_next(q)) {
		counts = slot != NO_SLOT || !is_draft(v, db_int(q, 5));
		if (counts || !keyed)
			read_source(q, out);
		keyed = true;
	}
	if (db_end(q) < 0)
		return -1;
	if (!keyed)
		return decision_source(db, indicator, year, slot, out, err);
	return slot == NO_SLOT ? tell_many(db, indicator, year, v, out, err) : 0;
}

int
own_source(struct db *db, int64_t indicator, int year, int slot, struct value_source *out,
	struct error *err)
{
	struct vector v;
	int failed;

	vector_new(&v, 1);
	failed = (slot == NO_SLOT && own_vector(db, indicator, year, &v, err) < 0) ||
		 newest_source(db, indicator, year, slot, &v, out, err) < 0;
	vector_release(&v);
	return failed ? -1 : 0;
}

int
own_made_up(struct db *db, int64_t indicator, int year, int slot, bool *made_up, struct error *err)
{
	struct stmt *q = db_start(db, Q_OWN_MADE_UP, err);

	db_bind_int(q, 1, indicator);
	db_bind_int(q, 2, year);
	db_bind_int(q, 3, slot);
	*made_up = db_next(q);
	return db_end(q);
}

/* ---- one figure ---- */

static void
read_figure(struct stmt *q, struct own_figure *f)
{
	f->value = db_double_or_nan(q, 0);
	text_copy(f->missing, sizeof(f->missing), db_text(q, 1));
	text_copy(f->remark, sizeof(f->remark), db_text(q, 2));
	text_copy(f->source, sizeof(f->source), db_text(q, 3));
	f->verified = db_int(q, 4) != 0;
	f->made_up = db_int(q, 5) != 0;
	f->import_id = db_int(q, 6);
	text_copy(f->login, sizeof(f->login), db_text(q, 7));
	text_copy(f->changed_at, sizeof(f->changed_at), db_text(q, 8));
}

static int
load(struct db *db, enum query query, int64_t indicator, int year, int slot, struct own_figure *out,
	struct error *err)
{
	struct stmt *q = db_start(db, query, err);

	*out = (struct own_figure){ .year = year, .slot = slot, .value = NAN };
	db_bind_int(q, 1, indicator);
	db_bind_int(q, 2, year);
	db_bind_int(q, 3, slot);
	if (db_next(q)) {
		out->indicator_id = indicator;
		read_figure(q, out);
	}
	return db_end(q);
}

int
own_figure_load(struct db *db, int64_t indicator, int year, int slot, struct own_figure *out,
	struct error *err)
{
	return load(db, Q_OWN_FIGURE_LOAD, indicator, year, slot, out, err);
}

int
own_figure_read(struct db *db, int64_t indicator, int year, int slot, struct own_figure *out,
	struct error *err)
{
	return load(db, Q_OWN_FIGURE_READ, indicator, year, slot, out, err);
}

/* The letters of a reason, without blanks, points and case. */
static bool
is_reason(const char *text, const char *reason)
{
	for (; *text; text++) {
		if (strchr(" .\t", *text))
			continue;
		if (!*reason || (*text | 0x20) != *reason)
			return false;
		reason++;
	}
	return !*reason;
}

int
own_figure_parse(const char *text, double *value, char missing[4], struct error *err)
{
	char shown[64];

	*value = NAN;
	missing[0] = '\0';
	if (is_reason(text, ""))
		return 0;
	if (is_reason(text, "bd") || is_reason(text, "nd")) {
		text_copy(missing, 4, is_reason(text, "bd") ? "bd" : "nd");
		return 0;
	}
	if (number_parse(text, value) == 0)
		return 0;
	*value = NAN;
	text_clean(shown, sizeof(shown), text);
	if (decimal_too_long(text, strlen(text)))
		return error_set(err, ERROR_INPUT,
			_("“%s” has too many digits; a figure has at most %d. Look whether it is "
			  "meant so, and round it."),
			shown, DECIMAL_DIGITS);
	return error_set(err, ERROR_INPUT,
		_("“%s” is no number. Type digits with a decimal comma, bd (no data) or nd (does "
		  "not apply)."),
		shown);
}

const char *
own_figure_show(double value, const char *missing, char *dst, size_t size)
{
	if (isnan(value))
		return text_copy(dst, size, missing), dst;
	if (i18n_language() == LANGUAGE_POLISH)
		return number_comma(dst, size, value, -1);
	return number_plain(dst, size, value, -1);
}

static bool
same_value(double a, double b)
{
	return isnan(a) ? isnan(b) : a == b;
}

bool
own_figure_same(const struct own_figure *a, const struct own_figure *b)
{
	return same_value(a->value, b->value) && !strcmp(a->missing, b->missing) &&
	       !strcmp(a->remark, b->remark) && !strcmp(a->source, b->source);
}

int
own_figure_history(struct db *db, int64_t indicator, int year, int slot, struct arena *arena,
	struct own_figure_former **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_OWN_FIGURE_HISTORY, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, indicator);
	db_bind_int(q, 2, year);
	db_bind_int(q, 3, slot);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = (struct own_figure_former){
			.value = db_double_or_nan(q, 0),
			.missing = arena_string(arena, db_text(q, 1)),
			.remark = arena_string(arena, db_text(q, 2)),
			.login = arena_string(arena, db_text(q, 3)),
			.changed_at = arena_string(arena, db_text(q, 4)),
		};
	}
	return db_end(q);
}

int
own_figure_beside(struct db *db, int slot, struct arena *arena, struct own_figure_beside **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_OWN_FIGURE_BESIDE, err);
	char today[16];
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, slot);
	db_bind_text(q, 2, date_iso(today, sizeof(today), clock_today()));
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = (struct own_figure_beside){
			.code = arena_string(arena, db_text(q, 0)),
			.name = arena_string(arena, db_text(q, 1)),
			.measure = arena_string(arena, db_text(q, 2)),
			.decimals = (int)db_int(q, 3),
			.year = (int)db_int(q, 4),
			.value = db_double_or_nan(q, 5),
			.missing = arena_string(arena, db_text(q, 6)),
			.made_up = db_int(q, 7) != 0,
			.remark = arena_string(arena, db_text(q, 8)),
		};
	}
	return db_end(q);
}

int
own_figure_check_free(struct db *db, int64_t indicator, int field, struct error *err)
{
	struct stmt *q = db_start(db, Q_OWN_FEEDS, err);
	bool fed;

	db_bind_int(q, 1, indicator);
	fed = db_next(q);
	if (db_end(q) < 0)
		return -1;
	if (!fed)
		return 0;
	return error_field(err, ERROR_INPUT, field,
		_("Figures keyed by hand or a data sheet need this indicator; it stays, and stays "
		  "one "
		  "of own figures."));
}
