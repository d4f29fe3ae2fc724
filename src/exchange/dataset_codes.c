/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number that stands for each choice in a file. */
#include "config.h"

#include "exchange/dataset.h"

#include "base/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CODE_MOST = 999999 /* of a choice */ };

/* The code keyed on paper for a choice of the column's question; -1 = no number. */
static int
paper_code(const struct dataset *d, const struct answer_column *column, const char *name)
{
	int question = d->q ? question_by_name(d->q, column->name) : -1, *list, count;
	struct arena arena = { 0 };
	char code[16];
	long number = -1;

	if (question < 0 || !d->q->questions[question].list[0])
		return -1;
	count = choice_list(d->q, d->q->questions[question].list, &arena, &list);
	for (int i = 0; i < count; i++)
		if (!strcmp(d->q->choices[list[i]].name, name) &&
			number_parse_whole(
				choice_code(d->q, list[i], i + 1, count, code, sizeof(code)), 0,
				CODE_MOST, &number))
			number = -1;
	arena_release(&arena);
	return (int)number;
}

static bool
is_used(const struct data_code *codes, int count, int number)
{
	for (int i = 0; i < count; i++)
		if (codes[i].number == number)
			return true;
	return false;
}

/* Points keep their scores, so that means are ours; false where they are no whole numbers or not
 * all different. Exits get the code on paper, else 9, 99, 999 … */
static bool
take_scores(const struct dataset *d, const struct answer_column *c, struct data_code *codes)
{
	struct data_code *points =
		arena_array(d->arena, (size_t)c->choice_count + 1, sizeof(*points));
	int count = 0;

	for (int i = 0; i < c->choice_count; i++) {
		double score = c->choices[i].score;

		if (c->choices[i].exit != MISSING_NONE)
			continue;
		if (!(fabs(score) <= CODE_MOST) || score != floor(score) ||
			is_used(points, count, (int)score))
			return false;
		points[count++].number = codes[i].number = (int)score;
	}
	if (count == 0)
		return false;
	for (int i = 0; i < c->choice_count; i++) {
		int number = c->choices[i].exit == MISSING_NONE
				     ? 0
				     : paper_code(d, c, c->choices[i].name);

		if (c->choices[i].exit == MISSING_NONE)
			continue;
		if (number < 0 || is_used(points, count, number))
			for (number = 9; is_used(points, count, number); number = number * 10 + 9)
				;
		points[count++].number = codes[i].number = number;
	}
	return true;
}

static bool
take_paper(const struct dataset *d, const struct answer_column *c, struct data_code *codes)
{
	for (int i = 0; i < c->choice_count; i++) {
		codes[i].number = paper_code(d, c, c->choices[i].name);
		if (codes[i].number < 0 || is_used(codes, i, codes[i].number))
			return false;
	}
	return true;
}

const struct data_code *
dataset_codes(const struct dataset *d, const struct answer_column *column)
{
	struct data_code *codes =
		arena_array(d->arena, (size_t)column->choice_count + 1, sizeof(*codes));

	for (int i = 0; i < column->choice_count; i++) {
		const struct column_choice *choice = &column->choices[i];

		codes[i].name = choice->name;
		codes[i].label = data_label(
			d->arena, choice->label[0] ? choice->label : choice->name, 0, 0, NULL);
		codes[i].exit = choice->exit;
		codes[i].score = column->scale ? choice->score : NAN;
	}
	if (!take_scores(d, column, codes) && !take_paper(d, column, codes))
		for (int i = 0; i < column->choice_count; i++)
			codes[i].number = i + 1;
	return codes;
}
