/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting: what rows say, under the heads of another question. */
#include "config.h"

#include "model/tables/tabulate_means.h"
#include "model/tables/tabulate_walk.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "model/results/answer_column_parts.h"
#include "model/weights/weighting.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

double
tally_effective(double weight, double squares)
{
	return isnan(squares) ? NAN : estimate_effective(weight, squares);
}

/* Those who answer for their own office or organisation are few and known. */
int
tabulation_threshold(const struct wave_columns *w, int asked)
{
	bool few = !strcmp(w->q->kind, "employees") || !strcmp(w->q->kind, "ngo");
	int threshold = w->wave->smallest_cell;

	if (few && threshold < WAVE_SMALLEST_CELL)
		threshold = WAVE_SMALLEST_CELL;
	return asked > threshold ? asked : threshold;
}

/* ---- the heads ---- */

static int
open_heads(struct tally *t, const struct tabulation *asked, struct error *err)
{
	t->heads = 1;
	if (!asked->by)
		return 0;
	if (!strcmp(asked->by, TABULATION_MODE)) {
		t->by_mode = true;
		t->heads = MODE_COUNT + 1;
		return 0;
	}
	if (wave_column(t->w, asked->by, &t->by, err) < 0)
		return -1;
	if (t->by->kind == COLUMN_NUMBER)
		return error_set(err, ERROR_INPUT,
			_("“%s” cannot stand in the head of a table: it is answered by a number. A "
			  "question with classes can (18–34, 35–59 …), or a calculation that makes "
			  "them of the number."),
			asked->by);
	if (t->by->kind != COLUMN_CHOICE && t->by->kind != COLUMN_CHOICES)
		return error_set(err, ERROR_INPUT,
			_("“%s” cannot stand in the head of a table: it has no list of answers."),
			asked->by);
	if (t->by->form && (!t->column->form || t->by->count != t->column->count ||
				   memcmp(t->by->form, t->column->form,
					   t->by->count * sizeof(*t->by->form)) != 0))
		return error_set(err, ERROR_INPUT,
			_("“%s” is asked again and again in a form, so it can part only what is "
			  "asked together with it."),
			asked->by);
	tally_list_heads(t);
	return 0;
}

/* One head at most over each row: its index, the blank one where there is none. */
static inline size_t
single_head(const struct tally *t, size_t row)
{
	if (t->by_mode)
		return t->w->mode[tally_form_of(t, row)];
	return t->by ? t->head_list->of[tally_head_row(t, row)] : 0;
}

/* ---- counting ---- */

/* Forms come in order. */
static void
count_person(long *people, size_t *seen, size_t form)
{
	*people += *seen != form + 1;
	*seen = form + 1;
}

static void
count_answer(struct tally *t, int answer, int head, struct portion p)
{
	int at = answer * t->heads + head;

	t->n[at] += p.n;
	t->weight[at] += p.weight;
	if (t->people)
		count_person(&t->people[at], &t->seen[at], p.form);
}

static void
count_score(struct tally *t, double value, int head, struct portion p)
{
	struct tally_base *b = &t->base[head];

	b->scored += p.n;
	b->scored_weight += p.weight;
	b->scored_squares += p.squares;
	if (t->people)
		count_person(&b->scored_people, &b->scored_seen, p.form);
	if (t->column->kind != COLUMN_NUMBER || t->whole_range)
		return;
	b->values = memory_grow(b->values, &b->value_room, b->value_count + 1, sizeof(*b->values));
	b->values[b->value_count++] = (struct estimate_value){ value, p.weight, p.n };
}

static void
count_places(struct tally *t, size_t row, int head, struct portion p)
{
	const unsigned char *place = t->column->place + row * (size_t)t->column->choice_count;

	for (int k = 0; k < t->column->choice_count; k++) {
		int answer = t->choice_answer[k];

		if (!place[k] || answer < 0)
			continue;
		count_answer(t, answer, head, p);
		if (head < t->heads - 1 || t->answers[answer].exit)
			continue;
		t->first[answer] += place[k] == 1 ? p.n : 0;
		t->place_weight[answer] += p.weight * place[k];
		if (place[k] > t->places)
			continue;
		t->points[answer] += p.weight * (t->places - place[k] + 1);
		t->place_n[answer * (t->places + 1) + place[k]] += p.n;
	}
}

static void
count_valid(struct tally *t, size_t row, int head, struct portion p)
{
	const struct answer_column *c = t->column;
	double value;
	int answer;

	if (c->missing[row]) {
		count_answer(t, t->reason_answer[c->missing[row]], head, p);
		return;
	}
	switch (c->kind) {
	case COLUMN_CHOICE:
		answer = t->choice_answer[c->choice[row]];
		count_answer(t, answer, head, p);
		if (!isnan(t->answers[answer].score))
			count_score(t, t->answers[answer].score, head, p);
		break;
	case COLUMN_CHOICES:
		for (int k = 0; k < c->choice_count; k++)
			if (c->marks[row * (size_t)c->words + (size_t)k / 64] >> k % 64 & 1 &&
				t->choice_answer[k] >= 0)
				count_answer(t, t->choice_answer[k], head, p);
		break;
	case COLUMN_RANKS:
		count_places(t, row, head, p);
		break;
	default:
		value = c->value[row];
		if (t->number_count <= TABULATION_POINTS)
			count_answer(t, tally_number_place(t, value), head, p);
		if (c->kind == COLUMN_NUMBER)
			count_score(t, value, head, p);
		break;
	}
}

/* A value, or a reason that is an answer; not a printed "prefer not to say". */
bool
tally_is_valid(const struct tally *t, size_t row, enum missing *reason)
{
	const struct answer_column *c = t->column;

	*reason = (enum missing)c->missing[row];
	if (*reason)
		return t->reason_answer[*reason] >= 0;
	if (c->kind == COLUMN_CHOICE && t->choice_answer[c->choice[row]] < 0)
		*reason = c->choices[c->choice[row]].exit;
	if (c->kind == COLUMN_CHOICES)
		for (int k = 0; k < c->choice_count; k++)
			if (t->choice_answer[k] < 0 &&
				c->marks[row * (size_t)c->words + (size_t)k / 64] >> k % 64 & 1)
				*reason = c->choices[k].exit;
	return *reason == MISSING_NONE;
}

static void
count_under(struct tally *t, size_t row, int head, struct portion p)
{
	struct tally_base *b = &t->base[head];

	b->n += p.n;
	b->weight += p.weight;
	b->squares += p.squares;
	if (t->people)
		count_person(&b->people, &b->seen, p.form);
	count_valid(t, row, head, p);
}

void
tally_count_row(struct tally *t, size_t row, size_t under, struct portion p)
{
	enum missing reason;
	bool any = false;

	t->forms += p.n;
	t->forms_weight += p.weight;
	if (!tally_is_valid(t, row, &reason)) {
		t->missing_n[reason] += p.n;
		t->missing_weight[reason] += p.weight;
		return;
	}
	count_under(t, row, t->heads - 1, p);
	if (!t->by || t->by->kind == COLUMN_CHOICE) {
		int head = (int)single_head(t, under);

		if (head < t->heads - 1)
			count_under(t, row, head, p);
		return;
	}
	for (int head = 0; head < t->head_list->count; head++)
		if (tally_under(t, under, head)) {
			any = true;
			count_under(t, row, head, p);
		}
	if (!any && t->blank >= 0)
		count_under(t, row, t->blank, p);
}

/* ---- opening ---- */

/* A head for those who answered the question, but not the one in the head. */
static void
find_blank(struct tally *t)
{
	enum missing reason;

	if (!t->by || !t->head_list->blanks)
		return;
	for (size_t row = 0; t->blank < 0 && row < t->column->count; row++)
		if (tally_in_base(t, row) && tally_under_none(t, row) &&
			tally_is_valid(t, row, &reason))
			t->blank = t->heads++ - 1;
}

static int
load_weights(struct tally *t, struct error *err)
{
	struct weights weights;

	if (!t->w->weights) {
		if (weighting_of_wave(t->w, &weights, err) < 0)
			return -1;
		t->w->weights = weights.weight;
	}
	t->weights = t->w->weights;
	t->uneven_hidden = t->w->weights_hidden;
	t->intervals = t->intervals && !t->uneven_hidden;
	return 0;
}

/* From here on nothing knows how uneven the weights are. */
static void
hide_squares(struct tally *t)
{
	for (int head = 0; head < t->heads; head++)
		t->base[head].squares = t->base[head].scored_squares = NAN;
}

static int
places_of(const struct tally *t)
{
	const struct column_book *b = t->w->book;
	const struct column_asked *a = &b->asked[column_asked_by_name(b, t->column->name)];
	int most = b->versions[a->version].q.questions[a->question].max_answers;

	return most > 0 ? most : t->column->choice_count;
}

static void
make_room(struct tally *t)
{
	struct arena *arena = t->w->arena;
	size_t answers = (size_t)t->answer_count + 1, cells = answers * (size_t)t->heads;

	t->n = arena_array(arena, cells, sizeof(*t->n));
	t->weight = arena_array(arena, cells, sizeof(*t->weight));
	t->base = arena_array(arena, (size_t)t->heads, sizeof(*t->base));
	if (t->column->form) {
		t->people = arena_array(arena, cells, sizeof(*t->people));
		t->seen = arena_array(arena, cells, sizeof(*t->seen));
	}
	t->first = arena_array(arena, answers, sizeof(*t->first));
	t->points = arena_array(arena, answers, sizeof(*t->points));
	t->place_weight = arena_array(arena, answers, sizeof(*t->place_weight));
	if (t->column->kind != COLUMN_RANKS)
		return;
	t->places = places_of(t);
	t->place_n = arena_array(arena, answers * (size_t)(t->places + 1), sizeof(*t->place_n));
}

/* Who left the question blank is no part of its sample; whom a condition or the route leaves out
 * is, because of how many people they stand for nothing is known (see estimate.h). */
static double
correction(const struct tally *t)
{
	double answered = t->forms > 0 ? (double)t->base[t->heads - 1].n / (double)t->forms : 0;

	return estimate_correction((double)t->w->forms * answered, (double)t->w->wave->population);
}

int
tally_count(struct wave_columns *w, const struct tabulation *asked, struct tally *t,
	struct error *err)
{
	*t = (struct tally){ .w = w,
		.blank = -1,
		.threshold = tabulation_threshold(w, asked->threshold),
		.random = w->wave->sample == SAMPLE_RANDOM };
	if (wave_column(w, asked->question, &t->column, err) < 0)
		return -1;
	t->intervals = t->random && !t->column->form;
	if (tally_select(w, asked->where, t->threshold, &t->selected, err) < 0)
		return -1;
	if (asked->weighted && load_weights(t, err) < 0)
		return -1;
	if (open_heads(t, asked, err) < 0)
		return -1;
	tally_find_sorts(t);
	tally_list_answers(t);
	find_blank(t);
	make_room(t);
	tally_walk(t);
	t->correction = correction(t);
	if (t->uneven_hidden)
		hide_squares(t);
	tally_drop_numbers(t);
	return tally_find_left(t, asked, err);
}

void
tally_release(struct tally *t)
{
	for (int head = 0; head < t->heads && t->base; head++)
		free(t->base[head].values);
}
