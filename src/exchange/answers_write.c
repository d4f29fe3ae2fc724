/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answers of a wave for analysis: a row a form, a column a question, reasons in columns of
 * their own where there are any; or for reading, in words. */
#include "config.h"

#include "exchange/answers.h"

#include "base/csv_write.h"
#include "base/i18n.h"
#include "base/number.h"
#include "exchange/answers_words.h"
#include "model/surveys/form_import.h"
#include "model/weights/weighting.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STEP = 256 /* forms between two looks at Esc */ };

struct asked { /* a question of any version, by its name */
	const char *name;
	bool repeats, missing;
	int version, question; /* where it was met first */
	int occurrences; /* at least 1 */
	int column;      /* its first one */
};

struct version {
	int64_t id;
	struct questionnaire q;
	int *asked; /* by question: its place among all asked, -1 = not given out */
	struct answers_words words;
};

struct weighted {
	int64_t form;
	double weight;
};

struct writing {
	struct db *db;
	const struct wave *wave;
	const struct answers_export *options;
	struct output *out;
	struct arena arena;
	struct version *versions;
	int version_count;
	struct asked *asked;
	int asked_count;
	size_t asked_room;
	int columns; /* of answers */
	const char **cells;
	struct weighted *weights; /* in order of forms; NULL = none go along */
	size_t weight_count;
};

/* ---- what is given out ---- */

static int
asked_named(const struct writing *w, const char *name)
{
	for (int i = 0; i < w->asked_count; i++)
		if (!strcmp(w->asked[i].name, name))
			return i;
	return -1;
}

static bool
given_out(const struct writing *w, const struct question *q)
{
	if (q->type == QUESTION_TEXT)
		return w->options->texts;
	return question_asked(q) || q->type == QUESTION_CALCULATE;
}

static void
add_questions(struct writing *w, struct version *v)
{
	for (int i = 0; i < v->q.question_count; i++) {
		const struct question *q = &v->q.questions[i];

		v->asked[i] = given_out(w, q) ? asked_named(w, q->name) : -1;
		if (v->asked[i] >= 0 || !given_out(w, q))
			continue;
		w->asked = arena_grow(&w->arena, w->asked, (size_t)w->asked_count, &w->asked_room,
			sizeof(*w->asked));
		v->asked[i] = w->asked_count;
		w->asked[w->asked_count++] = (struct asked){ .name = q->name,
			.repeats = question_repeat(&v->q, i) >= 0,
			.version = (int)(v - w->versions),
			.question = i,
			.occurrences = 1 };
	}
}

static int
load_versions(struct writing *w, struct error *err)
{
	struct questionnaire plain;
	int64_t *ids;
	int count;

	if (form_versions(w->db, w->wave->id, &w->arena, &ids, &count, err) < 0)
		return -1;
	if (count == 0) {
		ids = arena_array(&w->arena, 1, sizeof(*ids));
		ids[count++] = w->wave->version;
	}
	w->versions = arena_array(&w->arena, (size_t)count, sizeof(*w->versions));
	w->version_count = count;
	for (int i = 0; i < count; i++) {
		struct version *v = &w->versions[i];

		v->id = ids[i];
		if (questionnaire_load_version(w->db, v->id, &w->arena, &plain, err) < 0)
			return -1;
		questionnaire_keyed(&plain, &w->arena, &v->q);
		v->asked =
			arena_array(&w->arena, (size_t)v->q.question_count + 1, sizeof(*v->asked));
		add_questions(w, v);
		answers_words_open(&v->q, &w->arena, &v->words);
	}
	return 0;
}

/* How many passes there are, and where reasons stand. */
static int
load_extent(struct writing *w, struct error *err)
{
	struct answered *list;
	int count;

	if (form_answered(w->db, w->wave->id, &w->arena, &list, &count, err) < 0)
		return -1;
	for (int i = 0; i < count; i++)
		for (int v = 0; v < w->version_count; v++) {
			int question = question_by_id(&w->versions[v].q, list[i].question);
			int at = question < 0 ? -1 : w->versions[v].asked[question];

			if (at < 0)
				continue;
			if (list[i].occurrences > w->asked[at].occurrences)
				w->asked[at].occurrences = list[i].occurrences;
			w->asked[at].missing |= list[i].missing && !w->options->polish;
		}
	for (int i = 0; i < w->asked_count; i++) {
		w->asked[i].column = w->columns;
		w->columns += w->asked[i].occurrences * (w->asked[i].missing ? 2 : 1);
	}
	w->cells = arena_array(&w->arena, (size_t)w->columns + 1, sizeof(*w->cells));
	return 0;
}

static int
by_form(const void *a, const void *b)
{
	const struct weighted *x = a, *y = b;

	return (x->form > y->form) - (x->form < y->form);
}

/* As with codes: weights that cannot be computed any more are not left out in silence. What privacy
 * hides of them in tables is no secret beside the answers that they are computed from. */
static int
load_weights(struct writing *w, struct error *err)
{
	struct wave_columns columns;
	struct weighting weighting;
	struct weights weights;
	struct form_out *forms;
	int count;

	if (w->options->unweighted)
		return 0;
	if (weighting_load(w->db, w->wave->id, &w->arena, &weighting, err) < 0)
		return -1;
	if (weighting.margin_count == 0)
		return 0;
	/* Of a wave without forms the headings are written, and it has nothing to weigh. */
	if (form_out_list(w->db, w->wave->id, false, &w->arena, &forms, &count, err) < 0)
		return -1;
	if (count == 0)
		return 0;
	if (wave_columns_open(w->db, w->wave, i18n_code(), &w->arena, &columns, err) < 0 ||
		weighting_of_wave(&columns, &weights, err) < 0)
		return -1;
	w->weight_count = columns.forms;
	w->weights = arena_array(&w->arena, columns.forms + 1, sizeof(*w->weights));
	for (size_t i = 0; i < columns.forms; i++)
		w->weights[i] = (struct weighted){ columns.ids[i], weights.weight[i] };
	qsort(w->weights, w->weight_count, sizeof(*w->weights), by_form);
	return 0;
}

/* ---- CSV ---- */

static void
put_cell(struct writing *w, bool first, const char *text)
{
	if (w->options->polish)
		csv_cell_guarded(w->out, ';', first, text);
	else
		csv_cell(w->out, ',', first, text);
}

/* Columns of the form itself: a name for programs, a heading for people. */
static void
put_form_heading(struct writing *w, bool first, const char *name, const char *heading)
{
	put_cell(w, first, w->options->polish ? heading : name);
}

static void
end_row(struct writing *w)
{
	output_puts(w->out, w->options->polish ? "\r\n" : "\n");
}

static void
put_headings(struct writing *w)
{
	if (w->options->polish)
		output_puts(w->out, "\357\273\277");
	if (w->options->numbers) {
		put_form_heading(w, true, "form_number", _("Form number"));
		put_form_heading(w, false, "keyed_at", _("Keyed at (UTC)"));
		put_form_heading(w, false, "keyer", _("Who keyed first"));
	}
	put_form_heading(w, !w->options->numbers, "mode", _("Way of answering"));
	if (w->weights)
		put_form_heading(w, false, "form_weight", _("Weight for the population"));
	for (int i = 0; i < w->asked_count; i++) {
		const struct asked *a = &w->asked[i];

		for (int k = 1; k <= a->occurrences; k++) {
			char name[300], pass[16] = "";

			if (w->options->polish) {
				put_cell(w, false,
					answers_words_heading(&w->versions[a->version].words,
						a->question, a->repeats ? k : 0, &w->arena));
				continue;
			}
			if (a->repeats)
				snprintf(pass, sizeof(pass), "_%d", k);
			snprintf(name, sizeof(name), "%s%s", a->name, pass);
			put_cell(w, false, name);
			snprintf(name, sizeof(name), "%s%s_missing", a->name, pass);
			if (a->missing)
				put_cell(w, false, name);
		}
	}
	end_row(w);
}

/* ---- forms ---- */

static const struct version *
version_of(const struct writing *w, int64_t id)
{
	for (int i = 0; i < w->version_count; i++)
		if (w->versions[i].id == id)
			return &w->versions[i];
	return NULL;
}

static void
fill_cells(struct writing *w, const struct version *v, const struct answers *answers)
{
	for (int i = 0; i < w->columns; i++)
		w->cells[i] = "";
	for (int i = 0; i < answers->count; i++) {
		const struct answer *x = &answers->list[i];
		int at = v->asked[x->question];
		const struct asked *a = at < 0 ? NULL : &w->asked[at];
		const char **cell;

		if (!a || x->occurrence > a->occurrences)
			continue;
		cell = &w->cells[a->column + (x->occurrence - 1) * (a->missing ? 2 : 1)];
		cell[0] = w->options->polish
				  ? answers_words_cell(&v->words, x, answers->arena)
				  : x->value;
		if (a->missing)
			cell[1] = x->marks & ANSWER_OFF_ROUTE
					  ? missing_reason(MISSING_OFF_ROUTE)->name
					  : missing_reason(x->missing)->name;
	}
}

/* Empty for a form that was keyed after the weights were computed. */
static void
put_weight(struct writing *w, int64_t form)
{
	const struct weighted key = { .form = form }, *found = NULL;
	char text[40] = "";

	if (!w->weights)
		return;
	found = bsearch(&key, w->weights, w->weight_count, sizeof(key), by_form);
	if (found && w->options->polish)
		number_comma(text, sizeof(text), found->weight, -1);
	else if (found)
		number_plain(text, sizeof(text), found->weight, -1);
	put_cell(w, false, text);
}

static int
put_form(struct writing *w, const struct form_out *form, struct error *err)
{
	const struct version *v = version_of(w, form->version);
	struct arena arena = { 0 };
	struct answers answers = { .arena = &arena };
	int result = v ? form_answers(w->db, form->id, &v->q, &answers, err) : 0;

	if (!v || result < 0) {
		arena_release(&arena);
		return result;
	}
	if (w->options->numbers) {
		output_printf(w->out, "%lld", (long long)form->number);
		put_cell(w, false, form->keyed_at);
		put_cell(w, false, form->keyer);
	}
	put_cell(w, !w->options->numbers,
		w->options->polish ? answers_words_mode(form->mode) : form->mode);
	put_weight(w, form->id);
	fill_cells(w, v, &answers);
	for (int i = 0; i < w->columns; i++)
		put_cell(w, false, w->cells[i]);
	end_row(w);
	arena_release(&arena);
	return 0;
}

static int
put_forms(struct writing *w, const struct progress *progress, long *forms, struct error *err)
{
	struct form_out *list;
	int count;

	if (form_out_list(w->db, w->wave->id, w->options->numbers, &w->arena, &list, &count, err) <
		0)
		return -1;
	/* Without forms the headings say which columns a file of answers has to have. */
	for (int i = 0; i < count && !output_failed(w->out); i++) {
		if (put_form(w, &list[i], err) < 0)
			return -1;
		if (i % STEP == 0 &&
			progress_step(progress, (double)i / count, _("Writing answers")))
			return error_set(err, ERROR_CANCEL, _("Stopped."));
	}
	if (forms)
		*forms = count;
	return 0;
}

int
answers_write(struct db *db, const struct wave *wave, const struct answers_export *options,
	struct output *out, const struct progress *progress, long *forms, struct error *err)
{
	struct writing w = { .db = db, .wave = wave, .options = options, .out = out };
	int result = -1;

	/* Columns of answers read and keep what is packed by transactions of their own. */
	if (load_weights(&w, err) < 0 || db_read_begin(db, err) < 0) {
		arena_release(&w.arena);
		return -1;
	}
	if (load_versions(&w, err) == 0 && load_extent(&w, err) == 0) {
		put_headings(&w);
		result = put_forms(&w, progress, forms, err);
	}
	db_read_end(db);
	arena_release(&w.arena);
	return result;
}
