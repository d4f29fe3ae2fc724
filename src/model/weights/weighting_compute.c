/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From margins and answers to weights: which form stands in which cell. */
#include "config.h"

#include "model/weights/weighting.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/weights/weighting_parts.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct span {
	double low, high;
};

/* What one cell wants of one question. */
struct wish {
	bool *choices;     /* of a choice: which */
	struct span *spans; /* of a number */
	int span_count;
	const char *label;
};

struct crossing { /* a margin with its questions opened */
	struct wave_columns *wave;
	struct arena *arena;
	const struct weighting_margin *margin;
	const char *title; /* for sentences */
	const struct answer_column *columns[WEIGHTING_QUESTIONS];
	int questions;
	struct wish *wishes; /* [cell * questions + question] */
	int at;              /* the cell that is being looked at */
};

static int
open_questions(struct crossing *x, const char *questions, struct error *err)
{
	char *copy = arena_string(x->arena, questions), *rest = NULL;

	x->title = weighting_title(x->wave->q, x->wave->language, questions, x->arena);
	for (char *name = strtok_r(copy, " ", &rest); name; name = strtok_r(NULL, " ", &rest)) {
		const struct answer_column *c;

		if (x->questions == WEIGHTING_QUESTIONS)
			return error_set(err, ERROR_INPUT,
				_("A margin crosses one to %d questions, parted by blanks."),
				WEIGHTING_QUESTIONS);
		if (wave_column(x->wave, name, &c, err) < 0)
			return -1;
		if (c->form || (c->kind != COLUMN_CHOICE && c->kind != COLUMN_NUMBER))
			return error_set(err, ERROR_INPUT,
				_("The question “%s” cannot part people into a margin: only one "
				  "choice and a number can, asked once in a form."),
				name);
		x->columns[x->questions++] = c;
	}
	if (x->questions == 0)
		return error_set(err, ERROR_INPUT,
			_("A margin crosses one to %d questions, parted by blanks."),
			WEIGHTING_QUESTIONS);
	return 0;
}

static int
find_choice(const struct answer_column *c, const char *name)
{
	for (int i = 0; i < c->choice_count; i++)
		if (strcmp(c->choices[i].name, name) == 0)
			return i;
	return -1;
}

static int
refuse_choice(const struct crossing *x, const struct answer_column *c, const char *name,
	struct error *err)
{
	const char *there = "";

	for (int i = 0; i < c->choice_count; i++)
		if (c->choices[i].exit == MISSING_NONE)
			there = arena_format(x->arena, "%s%s%s (%s)", there, *there ? ", " : "",
				c->choices[i].name, c->choices[i].label);
	return error_set(err, ERROR_INPUT,
		_("Margin “%s”: the question “%s” has no answer “%s”. There are: %s."),
		x->title, c->name, name, there);
}

/* 18-34, -17, 65-, 18: whole numbers or decimals, ends included. */
static bool
read_span(const char *text, struct span *out)
{
	const char *dash = strchr(text, '-');
	char low[32];

	*out = (struct span){ -INFINITY, INFINITY };
	if (!dash) {
		if (number_parse(text, &out->low) < 0)
			return false;
		out->high = out->low;
		return true;
	}
	if ((size_t)(dash - text) >= sizeof(low) || (dash == text && !dash[1]))
		return false;
	snprintf(low, sizeof(low), "%.*s", (int)(dash - text), text);
	return (!low[0] || number_parse(low, &out->low) == 0) &&
		(!dash[1] || number_parse(dash + 1, &out->high) == 0) && out->low <= out->high;
}

/* One category of one question, pieces joined by +. */
static int
read_wish(struct crossing *x, int question, char *text, struct wish *w, struct error *err)
{
	const struct answer_column *c = x->columns[question];
	size_t room = 0;
	char *rest = NULL;

	w->label = "";
	w->choices = arena_array(x->arena, (size_t)c->choice_count + 1, sizeof(*w->choices));
	for (char *piece = strtok_r(text, "+", &rest); piece; piece = strtok_r(NULL, "+", &rest)) {
		const char *label = piece;

		if (c->kind == COLUMN_CHOICE) {
			int choice = find_choice(c, piece);

			if (choice < 0)
				return refuse_choice(x, c, piece, err);
			w->choices[choice] = true;
			label = c->choices[choice].label;
		} else {
			w->spans = arena_grow(x->arena, w->spans, (size_t)w->span_count, &room,
				sizeof(*w->spans));
			if (!read_span(piece, &w->spans[w->span_count++]))
				return error_set(err, ERROR_INPUT,
					_("Margin “%s”: “%s” is no span of numbers, such as "
					  "18-34, -17, 65- or 18."),
					x->title, piece);
		}
		w->label = *w->label ? arena_format(x->arena, "%s + %s", w->label, label) : label;
	}
	return 0;
}

static int
read_cells(struct crossing *x, struct error *err)
{
	const struct weighting_margin *m = x->margin;

	x->wishes = arena_array(x->arena, (size_t)m->cell_count * (size_t)x->questions + 1,
		sizeof(*x->wishes));
	for (int i = 0; i < m->cell_count; i++) {
		char *copy = arena_string(x->arena, m->cells[i].categories), *rest = NULL;
		char *word = strtok_r(copy, " ", &rest);

		x->at = i;
		for (int k = 0; k < x->questions; k++, word = strtok_r(NULL, " ", &rest)) {
			if (!word)
				break;
			if (read_wish(x, k, word, &x->wishes[i * x->questions + k], err) < 0)
				return -1;
		}
		if (word || !x->wishes[(i + 1) * x->questions - 1].label)
			return error_set(err, ERROR_INPUT,
				_("Margin “%s”: “%s” does not say one answer for each question of "
				  "the margin."),
				x->title, m->cells[i].categories);
	}
	return 0;
}

static bool
grants(const struct answer_column *c, size_t row, const struct wish *w)
{
	if (c->kind == COLUMN_CHOICE)
		return w->choices[c->choice[row]];
	for (int i = 0; i < w->span_count; i++)
		if (c->value[row] >= w->spans[i].low && c->value[row] <= w->spans[i].high)
			return true;
	return false;
}

/* The first cell from `from` on that the form belongs to; RAKING_UNKNOWN = none. */
static int
find_cell(const struct crossing *x, size_t form, int from)
{
	for (int k = 0; k < x->questions; k++)
		if (x->columns[k]->missing[form] != MISSING_NONE)
			return RAKING_UNKNOWN;
	for (int i = from; i < x->margin->cell_count; i++) {
		bool in = true;

		for (int k = 0; k < x->questions && in; k++)
			in = grants(x->columns[k], form, &x->wishes[i * x->questions + k]);
		if (in)
			return i;
	}
	return RAKING_UNKNOWN;
}

static const char *
cell_label(const struct crossing *x, int cell)
{
	const char *label = "";

	for (int k = 0; k < x->questions; k++) {
		const char *part = x->wishes[cell * x->questions + k].label;

		label = k > 0 ? arena_format(x->arena, "%s, %s", label, part) : part;
	}
	return label;
}

static int
refuse_overlap(struct crossing *x, int first, int second, struct error *err)
{
	const struct weighting_margin *m = x->margin;

	x->at = second;
	if (strcmp(m->cells[first].categories, m->cells[second].categories) == 0)
		return error_set(err, ERROR_INPUT,
			_("Margin “%s”: the category “%s” stands there twice."), x->title,
			cell_label(x, second));
	return error_set(err, ERROR_INPUT,
		_("Margin “%s”: “%s” and “%s” overlap, one form belongs to both."), x->title,
		cell_label(x, first), cell_label(x, second));
}

static int
place_forms(struct crossing *x, int16_t *cells, struct error *err)
{
	for (size_t i = 0; i < x->wave->forms; i++) {
		int cell = find_cell(x, i, 0), second;

		cells[i] = (int16_t)cell;
		if (cell < 0)
			continue;
		second = find_cell(x, i, cell + 1);
		if (second >= 0)
			return refuse_overlap(x, cell, second, err);
	}
	return 0;
}

int
weighting_labels(struct wave_columns *wave, const struct weighting_margin *m, struct arena *arena,
	const char ***labels, struct error *err)
{
	struct crossing x = { .wave = wave, .arena = arena, .margin = m };

	*labels = arena_array(arena, (size_t)m->cell_count + 1, sizeof(**labels));
	if (open_questions(&x, m->questions, err) < 0 || read_cells(&x, err) < 0)
		return -1;
	for (int i = 0; i < m->cell_count; i++)
		(*labels)[i] = cell_label(&x, i);
	return 0;
}

/* The margin as raking wants it, and the fit that will be told. */
static int
prepare(struct crossing *x, struct raking_margin *margin, struct weighting_fit *fit,
	struct error *err)
{
	const struct weighting_margin *m = x->margin;
	double *population = arena_array(x->arena, (size_t)m->cell_count + 1, sizeof(*population));
	const char **labels = arena_array(x->arena, (size_t)m->cell_count + 1, sizeof(*labels));
	int16_t *cells = arena_array(x->arena, x->wave->forms + 1, sizeof(*cells));

	if (open_questions(x, m->questions, err) < 0 || read_cells(x, err) < 0 ||
		place_forms(x, cells, err) < 0)
		return -1;
	*fit = (struct weighting_fit){ .questions = m->questions, .cell_count = m->cell_count,
		.cells = arena_array(x->arena, (size_t)m->cell_count + 1, sizeof(*fit->cells)) };
	for (int i = 0; i < m->cell_count; i++) {
		population[i] = m->cells[i].population;
		labels[i] = cell_label(x, i);
		fit->cells[i].categories = m->cells[i].categories;
		fit->cells[i].label = labels[i];
	}
	fit->cell = cells;
	*margin = (struct raking_margin){ .name = x->title, .cell_count = m->cell_count,
		.population = population, .labels = labels, .cell = cells };
	return 0;
}

int
weighting_check(struct wave_columns *wave, const struct weighting_margin *m, struct arena *arena,
	int *cell, struct error *err)
{
	struct crossing x = { .wave = wave, .arena = arena, .margin = m };
	struct raking_margin margin;
	struct weighting_fit fit;

	if (prepare(&x, &margin, &fit, err) == 0)
		return raking_check(&margin, wave->forms, cell, err);
	*cell = x.at;
	return -1;
}

/* A weight, and what a capped margin came to, would tell of the hidden ones. */
static void
hide_effect(struct weights *w)
{
	struct raking_result *r = &w->result;

	r->smallest = r->largest = r->effective = NAN;
	r->capped = 0;
	if (!r->converged)
		r->deviation = NAN;
	for (int m = 0; m < w->margin_count; m++)
		for (int c = 0; c < w->margins[m].cell_count; c++) {
			w->margins[m].cells[c].weight = NAN;
			if (!r->converged)
				w->margins[m].cells[c].weighted = NAN;
		}
}

static void
describe(const struct raking_margin *m, size_t forms, const double *weights,
	struct weighting_fit *fit)
{
	double population = 0, weighted = 0;
	long known = 0;

	for (size_t i = 0; i < forms; i++) {
		if (m->cell[i] < 0) {
			fit->unknown++;
			continue;
		}
		known++;
		weighted += weights[i];
		fit->cells[m->cell[i]].n++;
		fit->cells[m->cell[i]].weighted += weights[i];
	}
	for (int c = 0; c < m->cell_count; c++)
		population += m->population[c];
	for (int c = 0; c < m->cell_count; c++) {
		struct weighting_fit_cell *cell = &fit->cells[c];

		cell->weight = cell->weighted / (double)cell->n;
		cell->weighted /= weighted;
		cell->sample = (double)cell->n / (double)known;
		cell->population = m->population[c] / population;
	}
}

int
weighting_compute(struct wave_columns *wave, const struct weighting *w, struct arena *arena,
	struct weights *out, struct error *err)
{
	size_t count = (size_t)w->margin_count;
	struct raking_margin *margins = arena_array(arena, count + 1, sizeof(*margins));
	double *weight = arena_array(arena, wave->forms + 1, sizeof(*weight));

	*out = (struct weights){ .weight = weight, .forms = wave->forms,
		.margins = arena_array(arena, count + 1, sizeof(*out->margins)),
		.margin_count = w->margin_count };
	for (int i = 0; i < w->margin_count; i++) {
		struct crossing x = { .wave = wave, .arena = arena, .margin = &w->margins[i] };

		if (prepare(&x, &margins[i], &out->margins[i], err) < 0)
			return -1;
	}
	if (raking_weights(margins, w->margin_count, wave->forms, w->cap, weight, &out->result,
		    err) < 0)
		return -1;
	for (size_t i = 0; i < wave->forms; i++) {
		if (!(weight[i] > 0) || isinf(weight[i]))
			return error_set(err, ERROR_INPUT,
				_("A form would get a weight of zero. The margins fit the answers "
				  "too badly; join categories that few people are in."));
		out->sum += weight[i];
	}
	for (int i = 0; i < w->margin_count; i++) {
		describe(&margins[i], wave->forms, weight, &out->margins[i]);
		if (weighting_hide(wave, &out->margins[i], arena, &out->hidden, err) < 0)
			return -1;
	}
	if (out->hidden)
		hide_effect(out);
	return 0;
}

int
weighting_of_wave(struct wave_columns *wave, struct weights *out, struct error *err)
{
	struct weighting w;
	struct weights weights;

	if (weighting_load(wave->db, wave->wave->id, wave->arena, &w, err) < 0)
		return -1;
	if (w.margin_count == 0)
		return error_set(err, ERROR_INPUT,
			_("The wave %s has no weights. Make them under “Weights” (menu 4 5) or "
			  "with gromada weights."),
			wave->wave->code);
	if (weighting_compute(wave, &w, wave->arena, out ? out : &weights, err) < 0)
		return -1;
	if (!out)
		out = &weights;
	wave->weights = out->weight;
	wave->weights_hidden = out->hidden;
	wave->margins = out->margins;
	wave->margin_count = out->margin_count;
	return 0;
}

/* The categories that a question offers for cells. */
static int
list_categories(const struct answer_column *c, const char *spans, struct arena *arena,
	const char ***out, struct error *err)
{
	int count = 0;

	if (c->kind == COLUMN_NUMBER) {
		char *copy = arena_string(arena, spans ? spans : ""), *rest = NULL;

		*out = arena_array(arena, strlen(copy) + 1, sizeof(**out));
		for (char *s = strtok_r(copy, " ", &rest); s; s = strtok_r(NULL, " ", &rest))
			(*out)[count++] = s;
		if (count == 0)
			return error_set(err, ERROR_INPUT,
				_("“%s” is answered by a number: give the spans that part people, "
				  "such as 18-34 35-59 60-."),
				c->name);
		return count;
	}
	*out = arena_array(arena, (size_t)c->choice_count + 1, sizeof(**out));
	for (int i = 0; i < c->choice_count; i++)
		if (c->choices[i].exit == MISSING_NONE)
			(*out)[count++] = c->choices[i].name;
	return count;
}

int
weighting_lay_out(struct wave_columns *wave, const char *questions, const char *spans,
	struct arena *arena, struct weighting_margin *out, struct error *err)
{
	struct crossing x = { .wave = wave, .arena = arena };
	const char **categories[WEIGHTING_QUESTIONS];
	int counts[WEIGHTING_QUESTIONS], cells = 1;

	*out = (struct weighting_margin){ .questions = arena_string(arena, questions) };
	if (open_questions(&x, questions, err) < 0)
		return -1;
	for (int k = 0; k < x.questions; k++) {
		counts[k] = list_categories(x.columns[k], spans, arena, &categories[k], err);
		if (counts[k] < 0)
			return -1;
		cells = cells > WEIGHTING_CELLS ? cells : cells * counts[k];
	}
	if (cells > WEIGHTING_CELLS)
		return error_set(err, ERROR_INPUT, _("Margin “%s”: %d categories at most."),
			x.title, WEIGHTING_CELLS);
	for (int i = 0; i < cells; i++) {
		const char *text = "";
		int rest = i;

		for (int k = x.questions - 1; k >= 0; k--, rest /= counts[k + 1])
			text = arena_format(arena, "%s%s%s", categories[k][rest % counts[k]],
				*text ? " " : "", text);
		weighting_add_cell(out, text, 0, "", arena);
	}
	return 0;
}
