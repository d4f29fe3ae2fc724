/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frequencies of one question side by side, and what changed between them. */
#include "config.h"

#include "model/results/wave_compare.h"

#include "base/i18n.h"
#include "model/weights/estimate.h"
#include "model/questionnaires/missing.h"
#include "model/queries.h"

#include <math.h>
#include <string.h>

struct comparing {
	struct db *db;
	struct wave_columns *columns; /* by wave */
	const char *language;
	bool weighted;
	struct arena *arena;
	struct wave_compare *out;
};

/* ---- which question ---- */

static int
by_identity(const struct questionnaire *q, const char *identity)
{
	for (int i = 0; i < q->question_count; i++)
		if (!strcmp(q->questions[i].identity, identity) && question_asked(&q->questions[i]))
			return i;
	return -1;
}

/* The questionnaire of a wave without forms is loaded by itself: it may ask the question. */
static int
load_questionnaire(struct comparing *c, struct compared_wave *w, struct questionnaire *q,
	struct error *err)
{
	return questionnaire_load_version(c->db, w->wave.version, c->arena, q, err);
}

static int
find_identity(struct comparing *c, const char *question, struct error *err)
{
	struct wave_compare *out = c->out;

	for (int i = 0; i < out->wave_count; i++) {
		struct questionnaire q;
		int at;

		if (load_questionnaire(c, &out->waves[i], &q, err))
			return -1;
		at = question_by_name(&q, question);
		if (at < 0 || !question_asked(&q.questions[at]))
			continue;
		out->identity = q.questions[at].identity;
		out->wording = question_wording(
			&q, at, questionnaire_language(&q, c->language), c->arena);
		return 0;
	}
	return error_set(err, ERROR_MISSING,
		_("None of these waves asks a question \"%s\"; the names stand in the "
		  "questionnaire."),
		question);
}

static int
add_wave(struct comparing *c, int i, struct error *err)
{
	struct compared_wave *w = &c->out->waves[i];
	struct error why = { .code = ERROR_NONE };
	struct tabulation t = { .weighted = c->weighted };
	struct questionnaire q;
	char number[16];
	int at;

	if (load_questionnaire(c, w, &q, err))
		return -1;
	at = by_identity(&q, c->out->identity);
	if (at < 0)
		return 0;
	w->asked = true;
	w->name = t.question = q.questions[at].name;
	w->number = arena_string(c->arena, question_number(&q, at, number, sizeof(number)));
	w->wording = question_wording(&q, at, questionnaire_language(&q, c->language), c->arena);
	if (wave_columns_open(c->db, &w->wave, c->language, c->arena, &c->columns[i], &why)) {
		if (why.code == ERROR_INPUT || why.code == ERROR_MISSING)
			return 0;
		*err = why;
		return -1;
	}
	w->asked = wave_asks(&c->columns[i], w->name); /* its forms may be older than its version */
	if (!w->asked)
		return 0;
	w->keyed = true;
	if (tabulate_frequency(&c->columns[i], &t, &w->table, err))
		return -1;
	/* Intervals stand here of differences alone, which take no account of the population. */
	c->out->notes |= w->table.notes & ~(unsigned)NOTE_FPC;
	if (w->table.threshold > c->out->threshold)
		c->out->threshold = w->table.threshold;
	return 0;
}

static bool
counted(const struct compared_wave *w)
{
	return w->asked && w->keyed;
}

/* ---- rows ---- */

static int
find_row(const struct wave_compare *out, const char *name)
{
	for (int r = 0; r < out->row_count; r++)
		if (out->rows[r].kind == COMPARED_SHARE && !strcmp(out->rows[r].name, name))
			return r;
	return -1;
}

/* The answers of all waves together, as the newest words them. */
static void
add_choices(struct comparing *c, const struct frequency *f)
{
	struct wave_compare *out = c->out;

	for (int i = 0; i < f->missing_from; i++) {
		int at = find_row(out, f->rows[i].name);

		if (at < 0) {
			at = out->row_count++;
			out->rows[at] = (struct compared_row){ f->rows[i].name, f->rows[i].label,
				COMPARED_SHARE };
		}
		out->rows[at].label = f->rows[i].label;
	}
}

static void
add_scale_rows(struct wave_compare *out, bool boxes)
{
	static const struct compared_row rows[] = {
		{ "top2", N_("two highest points"), COMPARED_BOX },
		{ "bottom2", N_("two lowest points"), COMPARED_BOX },
		{ "net", N_("highest less lowest two"), COMPARED_NET },
		{ "mean", N_("mean"), COMPARED_MEAN },
	};

	for (size_t i = boxes ? 0 : 3; i < sizeof(rows) / sizeof(rows[0]); i++) {
		out->rows[out->row_count] = rows[i];
		out->rows[out->row_count++].label = _(rows[i].label);
	}
}

static void
make_rows(struct comparing *c)
{
	struct wave_compare *out = c->out;
	bool scale = false, boxes = false;
	size_t most = 4;

	for (int i = 0; i < out->wave_count; i++)
		most += counted(&out->waves[i]) ? (size_t)out->waves[i].table.missing_from : 0;
	out->rows = arena_array(c->arena, most, sizeof(*out->rows));
	for (int i = 0; i < out->wave_count; i++) {
		const struct frequency *f = &out->waves[i].table;

		if (!counted(&out->waves[i]))
			continue;
		add_choices(c, f);
		scale |= f->column->scale;
		boxes |= f->column->scale && (f->column->kind == COLUMN_CHOICE ||
						     tabulation_points(f->column) > 0);
	}
	if (scale)
		add_scale_rows(out, boxes);
}

/* ---- cells ---- */

static double
scale_cell(const struct frequency *f, const struct compared_row *row)
{
	const struct scale_result *s = &f->scale;

	if (s->n == 0)
		return NAN;
	if (row->kind == COMPARED_MEAN)
		return s->mean;
	if (row->kind == COMPARED_NET)
		return s->net;
	return !strcmp(row->name, "top2") ? s->top2 : s->bottom2;
}

/* It stands in a table only where somebody gave it, but could be given everywhere. */
static bool
by_reason(const char *name)
{
	int missing = missing_by_name(name);

	return missing > 0 && missing_reason(missing)->valid_base;
}

static void
fill_cell(const struct compared_wave *w, const struct compared_row *row, struct compared_cell *cell)
{
	const struct frequency *f = &w->table;

	*cell = (struct compared_cell){ NAN, false, NAN, NAN, NAN, NAN };
	if (!counted(w))
		return;
	if (row->kind != COMPARED_SHARE) {
		cell->value = scale_cell(f, row);
		cell->hidden =
			isnan(cell->value) && (f->notes & (NOTE_HIDDEN | NOTE_GROUP_HIDDEN));
		return;
	}
	for (int i = 0; i < f->missing_from; i++)
		if (!strcmp(f->rows[i].name, row->name)) {
			cell->value = f->rows[i].valid.value;
			cell->hidden = f->rows[i].n < 0;
			return;
		}
	if (f->valid > 0 && by_reason(row->name))
		cell->value = 0;
}

static void
test(const struct compared_row *row, const struct compared_wave *was, double before,
	const struct compared_wave *now, struct compared_cell *cell)
{
	const struct frequency *a = &was->table, *b = &now->table;
	struct estimate_test t;

	/* Between rounded means it would be said more exactly than it is known. */
	if (row->kind == COMPARED_MEAN && (a->scale.coarse || b->scale.coarse))
		return;
	cell->difference = cell->value - before;
	if (isnan(cell->difference) || was->wave.sample != SAMPLE_RANDOM ||
		now->wave.sample != SAMPLE_RANDOM)
		return;
	if (row->kind == COMPARED_MEAN)
		t = estimate_mean_test(a->scale.mean, a->scale.sd, a->scale.effective,
			b->scale.mean, b->scale.sd, b->scale.effective);
	else if (row->kind == COMPARED_NET)
		t = estimate_net_test(a->scale.top2, a->scale.bottom2, a->scale.effective,
			b->scale.top2, b->scale.bottom2, b->scale.effective);
	else if (row->kind == COMPARED_BOX)
		t = estimate_share_test(
			before, a->scale.effective, cell->value, b->scale.effective);
	else
		t = estimate_share_test(before, a->effective, cell->value, b->effective);
	cell->low = t.interval.low;
	cell->high = t.interval.high;
	cell->p = t.p;
}

/* The wave that this one is held against; -1 = none. */
static int
against(const struct wave_compare *out, int wave, enum compare_to to)
{
	if (!counted(&out->waves[wave]))
		return -1;
	if (to == COMPARE_OWN) {
		for (int i = 0; i < out->wave_count; i++)
			if (out->waves[i].own && counted(&out->waves[i]))
				return i == wave ? -1 : i;
		return -1;
	}
	for (int i = wave - 1; i >= 0; i--)
		if (counted(&out->waves[i]))
			return i;
	return -1;
}

static void
fill_cells(struct comparing *c, enum compare_to to)
{
	struct wave_compare *out = c->out;
	int n = out->wave_count;

	out->cells = arena_array(c->arena, (size_t)(out->row_count * n) + 1, sizeof(*out->cells));
	for (int r = 0; r < out->row_count; r++) {
		struct compared_cell *cells = &out->cells[r * n];

		for (int i = 0; i < n; i++)
			fill_cell(&out->waves[i], &out->rows[r], &cells[i]);
		for (int i = 0; i < n; i++) {
			int first = against(out, i, to);

			if (first >= 0)
				test(&out->rows[r], &out->waves[first], cells[first].value,
					&out->waves[i], &cells[i]);
		}
	}
}

/* ---- wording ---- */

static bool
same_answers(const struct answer_column *a, const struct answer_column *b)
{
	if (a->kind != b->kind || a->choice_count != b->choice_count)
		return false;
	for (int i = 0; i < a->choice_count; i++)
		if (strcmp(a->choices[i].name, b->choices[i].name) ||
			strcmp(a->choices[i].label, b->choices[i].label))
			return false;
	return true;
}

static void
mark_rewording(struct wave_compare *out)
{
	const struct compared_wave *first = NULL, *first_keyed = NULL;

	for (int i = 0; i < out->wave_count; i++) {
		struct compared_wave *w = &out->waves[i];

		if (!w->asked)
			continue;
		w->reworded = first && strcmp(first->wording, w->wording);
		w->other_answers = first_keyed && w->keyed &&
				   !same_answers(first_keyed->table.column, w->table.column);
		first = first ? first : w;
		first_keyed = first_keyed ? first_keyed : w->keyed ? w : NULL;
	}
}

int
wave_compare(struct db *db, const struct wave *waves, int count, const char *question,
	enum compare_to to, bool weighted, int mark, const char *language, struct arena *arena,
	struct wave_compare *out, struct error *err)
{
	struct comparing c = { .db = db,
		.columns = arena_array(arena, (size_t)count + 1, sizeof(*c.columns)),
		.language = language,
		.weighted = weighted,
		.arena = arena,
		.out = out };
	bool any = false;

	*out = (struct wave_compare){ .waves = arena_array(arena, (size_t)count + 1,
					      sizeof(*out->waves)),
		.wave_count = count };
	for (int i = 0; i < count; i++)
		out->waves[i] = (struct compared_wave){ .wave = waves[i],
			.own = mark != NO_SLOT && waves[i].slot == mark };
	if (find_identity(&c, question, err))
		return -1;
	for (int i = 0; i < count; i++) {
		if (add_wave(&c, i, err))
			return -1;
		any |= counted(&out->waves[i]);
	}
	if (!any)
		return error_set(err, ERROR_INPUT,
			_("None of these waves has keyed forms yet; there is nothing to compare."));
	make_rows(&c);
	fill_cells(&c, to);
	mark_rewording(out);
	return 0;
}

/* ---- which waves ---- */

int
waves_asking(struct db *db, const char *identity, struct arena *arena, struct wave **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_WAVES_ASKING, err);
	int64_t *ids = NULL;
	size_t room = 0;
	int n = 0;

	db_bind_text(q, 1, identity);
	while (db_next(q)) {
		ids = arena_grow(arena, ids, (size_t)n, &room, sizeof(*ids));
		ids[n++] = db_int(q, 0);
	}
	if (db_end(q) < 0)
		return -1;
	*list = arena_array(arena, (size_t)n + 1, sizeof(**list));
	*count = n;
	for (int i = 0; i < n; i++)
		if (wave_load(db, ids[i], &(*list)[i], err))
			return -1;
	return 0;
}

/* ---- for people ---- */

static bool
coarse(const struct compared_wave *w)
{
	return counted(w) && w->table.scale.coarse;
}

int
wave_compare_decimals(const struct wave_compare *c, int row, int wave)
{
	return c->rows[row].kind == COMPARED_MEAN && !coarse(&c->waves[wave]) ? 2 : 1;
}

long
wave_compare_answers(const struct wave_compare *c, int row, int wave)
{
	const struct frequency *f = &c->waves[wave].table;
	bool hidden = c->cells[row * c->wave_count + wave].hidden;

	if (!counted(&c->waves[wave]))
		return 0;
	if (c->rows[row].kind == COMPARED_SHARE)
		return f->valid;
	return hidden && f->scale.n == 0 ? -1 : scale_told(&f->scale);
}

int
wave_compare_notes(const struct wave_compare *c, struct arena *arena, const char *const **lines)
{
	const char **list = arena_array(arena, (size_t)c->wave_count + 12, sizeof(*list));
	unsigned notes = c->notes;
	char line[512];
	int random = 0, count = 0;

	for (int i = 0; i < c->wave_count; i++)
		random += counted(&c->waves[i]) && c->waves[i].wave.sample == SAMPLE_RANDOM;
	for (int i = 0; i < c->wave_count && random > 0; i++) {
		const struct compared_wave *w = &c->waves[i];

		notes &= ~(unsigned)NOTE_NOT_RANDOM;
		if (counted(w) && w->wave.sample != SAMPLE_RANDOM)
			list[count++] = arena_format(arena,
				_("The sample of %s is not random: no difference to it is tested."),
				w->wave.code);
	}
	for (int i = 0; i < c->wave_count; i++)
		if (coarse(&c->waves[i])) {
			list[count++] = _("A mean beside hidden cells is told to one place; no "
					  "difference to it is given.");
			break;
		}
	for (int i = 0; i < c->row_count * c->wave_count; i++)
		if (!isnan(c->cells[i].low)) {
			list[count++] = _("Intervals here are those of differences and take no "
					  "account of how much of the population answered; those "
					  "of one wave do.");
			break;
		}
	while (table_note_next(&notes, c->threshold, line, sizeof(line)))
		list[count++] = arena_string(arena, line);
	*lines = list;
	return count;
}

static const struct wave *
newest_of(const struct wave *list, int count, int slot)
{
	const struct wave *newest = NULL;

	for (int i = 0; i < count; i++)
		if (list[i].slot == slot)
			newest = &list[i];
	return newest;
}

void
waves_of_units(const struct unit_table *units, const struct unit_filter *filter,
	const struct wave *own, struct wave *list, int *count, struct arena *arena)
{
	static const struct unit_filter everywhere = { .level = -1, .area = NO_SLOT,
		.ended_too = true, .bdl_too = true };
	struct wave *found = arena_array(arena, (size_t)*count + 1, sizeof(*found));
	int *slots, slot_count, kept = 0;

	found[kept++] = *own;
	slot_count = unit_find(units, filter ? filter : &everywhere, arena, &slots);
	for (int s = 0; s < slot_count && kept < *count; s++) {
		const struct wave *newest =
			slots[s] == own->slot ? NULL : newest_of(list, *count, slots[s]);

		if (newest)
			found[kept++] = *newest;
	}
	memcpy(list, found, (size_t)kept * sizeof(*found));
	*count = kept;
}
