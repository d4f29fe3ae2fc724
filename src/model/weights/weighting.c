/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeping a wave's margins, and taking their figures from published statistics. */
#include "config.h"

#include "model/weights/weighting.h"

#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/results/published.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/indicators/value.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct weighting_margin *
weighting_add_margin(struct weighting *w, const char *questions, struct arena *arena)
{
	struct weighting_margin *margins =
		arena_array(arena, (size_t)w->margin_count + 1, sizeof(*margins));

	if (w->margin_count > 0)
		memcpy(margins, w->margins, (size_t)w->margin_count * sizeof(*margins));
	w->margins = margins;
	margins[w->margin_count].questions = arena_string(arena, questions);
	return &margins[w->margin_count++];
}

void
weighting_add_cell(struct weighting_margin *m, const char *categories, double population,
	const char *source, struct arena *arena)
{
	/* Grown by doubling: full whenever the count is a power of two. */
	if ((m->cell_count & (m->cell_count - 1)) == 0) {
		struct weighting_cell *cells = arena_array(arena,
			m->cell_count ? 2 * (size_t)m->cell_count : 1, sizeof(*cells));

		if (m->cell_count > 0)
			memcpy(cells, m->cells, (size_t)m->cell_count * sizeof(*cells));
		m->cells = cells;
	}
	m->cells[m->cell_count++] = (struct weighting_cell){ arena_string(arena, categories),
		population, arena_string(arena, source) };
}

static int
load_margins(struct db *db, struct arena *arena, struct weighting *w, struct error *err)
{
	struct stmt *q = db_start(db, Q_WEIGHTING_MARGINS, err);

	db_bind_int(q, 1, w->id);
	while (db_next(q))
		weighting_add_margin(w, db_text(q, 1), arena);
	if (db_end(q) < 0)
		return -1;
	q = db_start(db, Q_WEIGHTING_CELLS, err);
	db_bind_int(q, 1, w->id);
	while (db_next(q)) {
		int margin = (int)db_int(q, 0);

		/* Margins are numbered from 1 without gaps: saving writes them so. */
		if (margin >= 1 && margin <= w->margin_count)
			weighting_add_cell(&w->margins[margin - 1], db_text(q, 1), db_double(q, 2),
				db_text(q, 3), arena);
	}
	return db_end(q);
}

int
weighting_load(
	struct db *db, int64_t wave, struct arena *arena, struct weighting *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_WEIGHTING_LOAD, err);

	*out = (struct weighting){ .wave = wave };
	db_bind_int(q, 1, wave);
	if (db_next(q)) {
		out->id = db_int(q, 0);
		out->rev = db_int(q, 1);
		out->cap = db_double(q, 3);
		text_copy(out->note, sizeof(out->note), db_text(q, 4));
	}
	if (db_end(q) < 0)
		return -1;
	return out->id ? load_margins(db, arena, out, err) : 0;
}

const char *
weighting_title(
	const struct questionnaire *q, int language, const char *questions, struct arena *arena)
{
	const char *title = "";

	while (*questions) {
		size_t length = strcspn(questions, " ");
		const char *name = arena_format(arena, "%.*s", (int)length, questions), *label = "";
		int at = question_by_name(q, name);

		if (at >= 0)
			label = questionnaire_text(q, &q->questions[at].label, language);
		title = arena_format(
			arena, "%s%s%s", title, *title ? " × " : "", *label ? label : name);
		questions += length + (questions[length] == ' ');
	}
	return title;
}

static int
count_words(const char *text)
{
	int words = 0;

	for (const char *p = text; *p; p++)
		words += *p != ' ' && (p == text || p[-1] == ' ');
	return words;
}

static int
check_cell(const struct weighting_margin *m, const char *title, const struct weighting_cell *c,
	struct error *err)
{
	if (count_words(c->categories) != count_words(m->questions))
		return error_set(err, ERROR_INPUT,
			_("Margin “%s”: “%s” does not say one answer for each question of the "
			  "margin."),
			title, c->categories);
	if (!(c->population > 0) || isinf(c->population))
		return error_set(err, ERROR_INPUT,
			_("Margin “%s”: the population of “%s” must be more than zero. Leave the "
			  "category out, or join it with another one."),
			title, c->categories);
	for (const struct weighting_cell *b = m->cells; b < c; b++)
		if (strcmp(b->categories, c->categories) == 0)
			return error_set(err, ERROR_INPUT,
				_("Margin “%s”: the category “%s” stands there twice."),
				title, c->categories);
	return 0;
}

static int
check(const struct weighting *w, const char *const *titles, struct error *err)
{
	if (w->cap != 0 && !(w->cap >= 1 && w->cap < 1e6))
		return error_field(err, ERROR_INPUT, 1,
			_("The cap is a multiple of the mean weight: 1 or more, or 0 for none."));
	if (w->margin_count > WEIGHTING_MARGINS)
		return error_set(err, ERROR_INPUT,
			_("A wave is weighted by %d margins at most."), WEIGHTING_MARGINS);
	for (int i = 0; i < w->margin_count; i++) {
		const struct weighting_margin *m = &w->margins[i];
		int questions = count_words(m->questions);

		if (questions < 1 || questions > WEIGHTING_QUESTIONS)
			return error_set(err, ERROR_INPUT,
				_("A margin crosses one to %d questions, parted by blanks."),
				WEIGHTING_QUESTIONS);
		if (m->cell_count > WEIGHTING_CELLS)
			return error_set(err, ERROR_INPUT,
				_("Margin “%s”: %d categories at most."), titles[i],
				WEIGHTING_CELLS);
		for (int c = 0; c < m->cell_count; c++)
			if (check_cell(m, titles[i], &m->cells[c], err) < 0)
				return -1;
		for (int b = 0; b < i; b++)
			if (strcmp(w->margins[b].questions, m->questions) == 0)
				return error_set(err, ERROR_INPUT,
					_("The margin “%s” stands there already."), titles[i]);
	}
	return 0;
}

static int
check_titled(struct db *db, const struct weighting *w, struct error *err)
{
	struct arena arena = { 0 };
	const char **titles = arena_array(&arena, (size_t)w->margin_count + 1, sizeof(*titles));
	struct questionnaire q;
	struct wave wave;
	int result = -1;

	if (wave_load(db, w->wave, &wave, err) == 0 &&
		questionnaire_load_version(db, wave.version, &arena, &q, err) == 0) {
		for (int i = 0; i < w->margin_count; i++)
			titles[i] = weighting_title(&q, questionnaire_language(&q, i18n_code()),
				w->margins[i].questions, &arena);
		result = check(w, titles, err);
	}
	arena_release(&arena);
	return result;
}

static int
faster(struct error *err)
{
	return error_set(err, ERROR_CONFLICT,
		_("A colleague has changed the weights of this wave meanwhile. Nothing was saved; "
		  "look at the new state first."));
}

static int
save_head(struct db *db, struct weighting *w, struct error *err)
{
	struct stmt *q = db_start(db, w->id ? Q_WEIGHTING_UPDATE : Q_WEIGHTING_INSERT, err);
	char uid[UID_SIZE];

	if (w->id) {
		db_bind_int(q, 1, w->id);
		db_bind_int(q, 2, w->rev);
	} else {
		db_bind_text(q, 1, random_uid(uid));
		db_bind_int(q, 2, w->wave);
	}
	db_bind_double(q, 3, w->cap);
	db_bind_text(q, 4, w->note);
	return kept_store(db, q, &w->id, &w->rev, err);
}

static int
save_margin(struct db *db, const struct weighting *w, int margin, struct error *err)
{
	const struct weighting_margin *m = &w->margins[margin];
	struct stmt *q = db_start(db, Q_WEIGHTING_ADD_MARGIN, err);

	db_bind_int(q, 1, w->id);
	db_bind_int(q, 2, margin + 1);
	db_bind_text(q, 3, m->questions);
	if (db_run(q, NULL) < 0)
		return -1;
	for (int c = 0; c < m->cell_count; c++) {
		q = db_start(db, Q_WEIGHTING_ADD_CELL, err);
		db_bind_int(q, 1, w->id);
		db_bind_int(q, 2, margin + 1);
		db_bind_int(q, 3, c + 1);
		db_bind_text(q, 4, m->cells[c].categories);
		db_bind_double(q, 5, m->cells[c].population);
		db_bind_text(q, 6, m->cells[c].source);
		if (db_run(q, NULL) < 0)
			return -1;
	}
	return 0;
}

/* Values of indicators rest on the weights: -1 = error, else how many. */
static int
count_published(struct db *db, int64_t wave, struct error *err)
{
	struct stmt *q = db_start(db, Q_WEIGHTING_PUBLISHED, err);
	int count = 0;

	db_bind_int(q, 1, wave);
	if (db_next(q))
		count = (int)db_int(q, 0);
	return db_end(q) < 0 ? -1 : count;
}

/* Margins in the making may contradict the answers as long as nothing rests on them. */
static int
check_published(struct db *db, const struct weighting *w, struct error *err)
{
	int published = count_published(db, w->wave, err), result;
	struct arena arena = { 0 };
	struct wave_columns columns;
	struct weights weights;
	struct wave wave;

	if (published <= 0)
		return published;
	if (w->margin_count == 0)
		return error_set(err, ERROR_INPUT,
			_("Results that are weighted are values of indicators (%d). Take them back "
			  "first, under menu 4 6 or with gromada retract."),
			published);
	result = wave_load(db, w->wave, &wave, err) < 0 ||
			wave_columns_open(db, &wave, "pl", &arena, &columns, err) < 0 ||
			weighting_compute(&columns, w, &arena, &weights, err) < 0
		? -1
		: 0;
	arena_release(&arena);
	return result;
}

static int
save(struct db *db, void *context, struct error *err)
{
	struct weighting *w = context;
	struct stmt *q;

	if (check_titled(db, w, err) < 0 || check_published(db, w, err) < 0 ||
		save_head(db, w, err) < 0)
		return -1;
	q = db_start(db, Q_WEIGHTING_CLEAR, err);
	db_bind_int(q, 1, w->id);
	if (db_run(q, NULL) < 0)
		return -1;
	for (int i = 0; i < w->margin_count; i++)
		if (save_margin(db, w, i, err) < 0)
			return -1;
	return published_recompute(db, w->wave, err);
}

int
weighting_save(struct db *db, struct weighting *w, struct error *err)
{
	struct db_act act = { .action = w->id ? "weights.change" : "weights.add",
		.entity = "wave",
		.entity_id = w->wave };
	struct weighting copy = *w;
	struct wave wave;

	if (wave_load(db, w->wave, &wave, err) < 0)
		return -1;
	act.summary = wave.code;
	if (db_write(db, &act, save, &copy, err) < 0)
		return -1;
	*w = copy;
	return 0;
}

static int
drop(struct db *db, void *context, struct error *err)
{
	const struct weighting *w = context, none = { .wave = w->wave };
	int64_t changed;
	struct stmt *q;

	if (check_published(db, &none, err) < 0)
		return -1;
	q = db_start(db, Q_WEIGHTING_DROP, err);

	db_bind_int(q, 1, w->id);
	db_bind_int(q, 2, w->rev);
	if (db_run(q, &changed) < 0)
		return -1;
	if (changed == 0)
		return faster(err);
	return published_recompute(db, w->wave, err);
}

int
weighting_drop(struct db *db, const struct weighting *w, struct error *err)
{
	struct db_act act = { .action = "weights.drop", .entity = "wave", .entity_id = w->wave };
	struct weighting copy = *w;
	struct wave wave;

	if (wave_load(db, w->wave, &wave, err) < 0)
		return -1;
	act.summary = wave.code;
	return db_write(db, &act, drop, &copy, err);
}

/* The indicator's value for the unit; missing ones are refused with the years that there are. */
static int
add_value(struct db *db, const struct wave *wave, const struct indicator *indicator, int year,
	double *sum, struct error *err)
{
	struct vector v;
	int slot = wave->slot, result = -1;

	vector_new(&v, slot + 1);
	if (value_load(db, indicator, year, &v, NULL, err) == 0) {
		if (slot < v.slots && !flag_missing(v.flag[slot])) {
			*sum += v.value[slot];
			result = 0;
		} else
			error_set(err, ERROR_INPUT,
				_("%s has no value for the unit of the wave in %d; its years are "
				  "%d to %d."),
				indicator->code, year, indicator->first_year,
				indicator->last_year);
	}
	vector_release(&v);
	return result;
}

static int
sum_of_year(struct db *db, const struct wave *wave, const char *indicators, int year,
	struct arena *arena, double *population, const char **source, struct error *err)
{
	const char *origin = "", *names = "";
	char *copy = arena_string(arena, indicators), *rest = NULL;

	*population = 0;
	for (char *code = strtok_r(copy, " ,;", &rest); code; code = strtok_r(NULL, " ,;", &rest)) {
		struct indicator card;

		if (indicator_load(db, code, arena, &card, err) < 0 ||
			add_value(db, wave, &card, year, population, err) < 0)
			return -1;
		if (strcmp(card.series_origin, "bdl") == 0)
			origin = "BDL ";
		names = *names ? arena_format(arena, "%s + %s", names, card.code) : card.code;
	}
	if (!*names)
		return error_set(err, ERROR_INPUT,
			_("Say which indicators count these people: their codes, parted by "
			  "blanks."));
	*source = arena_format(arena, "%s%s, %d", origin, names, year);
	return 0;
}

int
weighting_population(struct db *db, const struct wave *wave, const char *indicators, int year,
	struct arena *arena, double *population, const char **source, struct error *err)
{
	enum { YEARS_BACK = 15 };

	for (int back = 0; year == 0 && back < YEARS_BACK; back++) {
		struct error none = { 0 };

		if (sum_of_year(db, wave, indicators, wave->year - back, arena, population, source,
			    &none) == 0)
			return 0;
		if (none.code != ERROR_INPUT)
			break;
	}
	return sum_of_year(
		db, wave, indicators, year ? year : wave->year, arena, population, source, err);
}
