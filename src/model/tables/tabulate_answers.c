/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the rows of a table: choices, numbers, and reasons that are answers. */
#include "config.h"

#include "model/tables/tabulate_parts.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/number.h"
#include "model/results/answer_column_parts.h"
#include "model/results/answer_column_sorts.h"

#include <math.h>
#include <string.h>

static struct tally_answer *
add_answer(struct tally *t, const char *name, const char *label)
{
	struct tally_answer *a = &t->answers[t->answer_count++];

	*a = (struct tally_answer){ .name = name, .label = label, .score = NAN };
	return a;
}

static void
list_choices(struct tally *t)
{
	for (int i = 0; i < t->column->choice_count; i++) {
		const struct column_choice *c = &t->column->choices[i];
		struct tally_answer *a;

		t->choice_answer[i] = -1;
		if (c->exit && !missing_reason(c->exit)->valid_base)
			continue;
		t->choice_answer[i] = t->answer_count;
		a = add_answer(t, c->name, c->label);
		a->exit = c->exit != MISSING_NONE;
		a->missing = c->exit;
		a->score = c->score;
	}
}

int
tally_number_place(const struct tally *t, double value)
{
	int from = 0, to = t->number_count;

	while (from < to) {
		int middle = from + (to - from) / 2;

		if (t->numbers[middle] < value)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

static void
add_number(struct tally *t, double value)
{
	int place = tally_number_place(t, value);

	if (place < t->number_count && t->numbers[place] == value)
		return;
	if (t->number_count >= TABULATION_POINTS) {
		t->number_count = TABULATION_POINTS + 1;
		return;
	}
	memmove(&t->numbers[place + 1], &t->numbers[place],
		(size_t)(t->number_count - place) * sizeof(t->numbers[0]));
	t->numbers[place] = value;
	t->number_count++;
}

int
tabulation_points(const struct answer_column *c)
{
	double points;
	int count = 0;

	if (!c->scale)
		return 0;
	for (int i = 0; i < c->choice_count; i++)
		count += !isnan(c->choices[i].score);
	if (c->type != QUESTION_RANGE)
		return count;
	points = floor((c->high - c->low) / c->step + 1e-6) + 1;
	return points <= TABULATION_POINTS ? (int)points : 0;
}

/* Points of a scale stand whether somebody chose them or not. A tenth added up is not always the
 * tenth that was written. */
static void
add_points(struct tally *t)
{
	const struct answer_column *c = t->column;
	int points = c->type == QUESTION_RANGE ? tabulation_points(c) : 0;

	for (int i = 0; i < points; i++)
		add_number(t, round((c->low + c->step * i) * 1e9) / 1e9);
	t->whole_range = points > 0;
}

static void
add_numbers(struct tally *t)
{
	const struct answer_column *c = t->column;
	size_t count = t->sorts ? t->sorts->count : c->count;

	for (size_t i = 0; i < count && t->number_count <= TABULATION_POINTS; i++) {
		size_t row = t->sorts ? t->sorts->like[i] : i;

		if ((t->sorts ? t->rows[i] > 0 : tally_in_base(t, i)) && !c->missing[row])
			add_number(t, c->value[row]);
	}
}

static void
list_numbers(struct tally *t)
{
	char text[64];

	add_points(t);
	add_numbers(t);
	t->whole_range = t->whole_range && t->number_count <= TABULATION_POINTS;
	if (t->number_count > TABULATION_POINTS)
		return;
	for (int i = 0; i < t->number_count; i++) {
		struct date day = { 1970, 1, 1 };
		struct tally_answer *a = add_answer(t, "", "");

		if (t->column->kind == COLUMN_DATE)
			day = date_from_days((long)t->numbers[i]);
		else
			a->score = t->numbers[i];
		a->name = arena_string(t->w->arena, t->column->kind == COLUMN_DATE
				? date_iso(text, sizeof(text), day)
				: number_plain(text, sizeof(text), t->numbers[i], -1));
		a->label = arena_string(t->w->arena, t->column->kind == COLUMN_DATE
				? date_format(text, sizeof(text), day)
				: number_format(text, sizeof(text), t->numbers[i], -1));
	}
}

/* A reason such as "hard to say" is an answer of its own; where the paper prints it, keyed by its
 * reason it is the same answer. */
static void
list_reasons(struct tally *t)
{
	bool there[MISSING_COUNT] = { false };

	for (size_t i = 0; t->sorts && i < t->sorts->count; i++)
		if (t->rows[i] > 0)
			there[t->column->missing[t->sorts->like[i]]] = true;
	for (size_t i = 0; !t->sorts && i < t->column->count; i++)
		if (!t->selected || t->selected[tally_form_of(t, i)])
			there[t->column->missing[i]] = true;
	for (int m = 0; m < MISSING_COUNT; m++) {
		t->reason_answer[m] = -1;
		if (m == MISSING_NONE || !there[m] ||
			!missing_reason((enum missing)m)->valid_base)
			continue;
		for (int i = 0; i < t->answer_count; i++)
			if (t->answers[i].exit && t->answers[i].missing == (enum missing)m)
				t->reason_answer[m] = i;
		if (t->reason_answer[m] >= 0)
			continue;
		t->reason_answer[m] = t->answer_count;
		add_answer(t, missing_reason((enum missing)m)->name,
			_(missing_reason((enum missing)m)->label));
		t->answers[t->answer_count - 1].exit = true;
		t->answers[t->answer_count - 1].missing = (enum missing)m;
	}
}

void
tally_list_answers(struct tally *t)
{
	struct arena *arena = t->w->arena;
	size_t most = (size_t)t->column->choice_count + TABULATION_POINTS + MISSING_COUNT + 1;

	t->answers = arena_array(arena, most, sizeof(*t->answers));
	t->choice_answer =
		arena_array(arena, (size_t)t->column->choice_count + 1, sizeof(int));
	list_choices(t);
	if (t->column->kind == COLUMN_NUMBER || t->column->kind == COLUMN_DATE)
		list_numbers(t);
	list_reasons(t);
}

/* ---- numbers that are not shown ---- */

static bool
tells_numbers(const struct tally *t)
{
	int total = t->heads - 1;

	if ((t->column->kind != COLUMN_NUMBER && t->column->kind != COLUMN_DATE) || t->whole_range)
		return false;
	if (t->distinct < (t->threshold > 0 ? TABULATION_GROUP : 0))
		return true;
	for (int i = 0; i < t->answer_count; i++)
		if (!t->answers[i].exit && t->n[i * t->heads + total] > 0 &&
			(t->people ? t->people : t->n)[i * t->heads + total] < t->threshold)
			return true;
	return false;
}

/* The rows of a tally in another order. */
static void *
reorder(const struct tally *t, const void *rows, size_t size, const int *order)
{
	char *sorted = arena_array(t->w->arena, (size_t)t->answer_count + 1, size);

	for (int i = 0; i < t->answer_count; i++)
		memcpy(sorted + (size_t)i * size, (const char *)rows + (size_t)order[i] * size,
			size);
	return sorted;
}

/* Numbers and dates that people wrote are no list that everybody knows: where one is said by too
 * few, or there are few people at all, none of them stands in the table. Their counts stand behind
 * the others then, in order. */
void
tally_drop_numbers(struct tally *t)
{
	size_t heads = (size_t)t->heads;
	int *order, kept = 0, dropped = 0;

	if (!tells_numbers(t))
		return;
	order = arena_array(t->w->arena, (size_t)t->answer_count + 1, sizeof(*order));
	for (int i = 0; i < t->answer_count; i++)
		if (t->answers[i].exit)
			order[kept++] = i;
	for (int i = 0; i < t->answer_count; i++)
		if (!t->answers[i].exit)
			order[kept + dropped++] = i;
	t->answers = reorder(t, t->answers, sizeof(*t->answers), order);
	t->n = reorder(t, t->n, heads * sizeof(*t->n), order);
	if (t->people)
		t->people = reorder(t, t->people, heads * sizeof(*t->people), order);
	t->weight = reorder(t, t->weight, heads * sizeof(*t->weight), order);
	t->dropped = dropped > 0;
	t->answer_count = kept;
}

int
tally_row_of(const struct tally *t, const char *name)
{
	for (int i = 0; i < t->answer_count; i++)
		if (strcmp(t->answers[i].name, name) == 0)
			return i;
	return -1;
}
