/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questions of a form as they stand on paper, one after another. */
#include "config.h"

#include "base/i18n.h"
#include "report/paper_parts.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	BLOCKS = 3,       /* of a repeat without a number */
	MOST_BLOCKS = 20,
	SCALE_MOST = 11,  /* steps that stand in one line */
	GRID_MOST = 11,   /* columns of a table */
	DIGITS = 5,       /* of a number without limits */
	DIGITS_MOST = 12,
	LINES = 2, MULTILINE = 5
};

static struct paper_item *
add(struct paper *p, enum paper_kind kind, int page)
{
	struct paper_item *item;

	p->items = arena_grow(
		p->arena, p->items, (size_t)p->count, &p->room, sizeof(*p->items));
	item = &p->items[p->count++];
	*item = (struct paper_item){ .kind = kind, .page = page, .number = "", .label = "",
		.hint = "", .route = "" };
	return item;
}

/* A group without a page of its own stands where its first question does. */
static int
page_of(const struct paper *p, int question)
{
	int first = question;

	while (p->q->questions[first].page == 0 && first + 1 < p->q->question_count &&
		p->q->questions[first + 1].parent == first)
		first++;
	return question_page(p->q, first);
}

static const char *
number_of(const struct paper *p, int question)
{
	char number[16];

	return arena_string(p->arena, question_number(p->q, question, number, sizeof(number)));
}

static bool
appears(const struct question *q, const char *word)
{
	return strstr(q->appearance, word) != NULL;
}

/* Behind the question's own hint what it does not say itself. */
static const char *
with_hint(const struct paper *p, const struct paper_item *item, const char *more)
{
	if (!*item->hint)
		return more;
	return arena_format(p->arena, "%s %s", item->hint, more);
}

static void
add_choices(const struct paper *p, struct paper_item *item, const struct question *q)
{
	int *list;

	item->choice_count = choice_list(p->q, q->list, p->arena, &list);
	item->choices = arena_array(
		p->arena, (size_t)item->choice_count + 1, sizeof(*item->choices));
	for (int i = 0; i < item->choice_count; i++) {
		const struct choice *c = &p->q->choices[list[i]];
		char code[8];

		choice_code(p->q, list[i], i + 1, item->choice_count, code, sizeof(code));
		item->choices[i] = (struct paper_choice){ arena_string(p->arena, code),
			paper_text(p, &c->label), c->exclusive || c->missing != MISSING_NONE };
	}
}

/* ---- kinds of questions ---- */

static void
choices(struct paper *p, struct paper_item *item, const struct question *q)
{
	char most[16];

	add_choices(p, item, q);
	item->across = appears(q, "horizontal") || appears(q, "likert");
	if (*q->choice_filter)
		paper_remark(p, arena_format(p->arena,
			_("The choices of “%s” depend on another answer; all of them are printed."),
			q->name));
	snprintf(most, sizeof(most), "%d", q->max_answers);
	if (q->type == QUESTION_RANK) {
		item->kind = PAPER_RANK;
		if (!*item->hint)
			item->hint = q->max_answers > 0
					     ? paper_phrase(p, WORD_PLACES, most, "")
					     : paper_word(p, WORD_PLACES_ALL);
	} else if (q->type == QUESTION_SELECT_MULTIPLE && q->max_answers > 0) {
		if (!paper_names(item->hint, most) && !paper_names(item->label, most))
			item->hint = with_hint(p, item, paper_phrase(p, WORD_AT_MOST, most, ""));
	} else if (q->type == QUESTION_SELECT_MULTIPLE && !*item->hint) {
		item->hint = paper_word(p, WORD_SEVERAL);
	}
}

/* The greatest number that the check allows, as "… <= 110"; 0 = not found. */
static double
limit(const char *check)
{
	double most = 0;

	for (const char *at = check; (at = strchr(at, '<')); at++) {
		const char *from = at + 1 + (at[1] == '=');
		double value = strtod(from, NULL);

		if (value > most)
			most = value;
	}
	return most;
}

static void
digits(struct paper_item *item, const struct question *q)
{
	double most = limit(q->hard_check);

	if (most == 0) /* a year, as ". >= 1900 and . <= number(…)" */
		item->digits = strstr(q->hard_check, ">= 18") || strstr(q->hard_check, ">= 19") ||
					       strstr(q->hard_check, ">= 20")
				       ? 4
				       : DIGITS;
	while (most >= 1 && item->digits < DIGITS_MOST) {
		item->digits++;
		most /= 10;
	}
	if (item->digits == 0)
		item->digits = 1;
	item->decimals = q->type == QUESTION_DECIMAL ? 2 : 0;
}

/* "^[0-9]{10}$": as many boxes. */
static int
fixed_digits(const char *check)
{
	const char *at = strstr(check, "^[0-9]{");
	long count = at ? strtol(at + 7, NULL, 10) : 0;

	return at && strstr(at, "}$") && count > 0 && count <= 2 * DIGITS_MOST ? (int)count : 0;
}

static void
scale(struct paper *p, struct paper_item *item, const struct question *q)
{
	double start, end, step;
	int steps;

	if (!question_range(q, &start, &end, &step) || (end - start) / step >= SCALE_MOST) {
		item->kind = PAPER_DIGITS;
		digits(item, q);
		return;
	}
	steps = (int)((end - start) / step + 1e-9) + 1;
	item->choices = arena_array(p->arena, (size_t)steps + 1, sizeof(*item->choices));
	for (int i = 0; i < steps; i++)
		item->choices[i].code = item->choices[i].label =
			arena_format(p->arena, "%g", start + i * step);
	item->choice_count = steps;
}

static enum paper_kind
kind_of(const struct question *q)
{
	switch (q->type) {
	case QUESTION_NOTE: return PAPER_NOTE;
	case QUESTION_RANGE: return PAPER_SCALE;
	case QUESTION_DATE: return PAPER_DATE;
	case QUESTION_INTEGER:
	case QUESTION_DECIMAL: return PAPER_DIGITS;
	case QUESTION_TEXT: return fixed_digits(q->hard_check) ? PAPER_DIGITS : PAPER_LINES;
	default: return PAPER_CHOICES;
	}
}

static void
question(struct paper *p, int i, int above)
{
	const struct question *q = &p->q->questions[i];
	struct paper_item *item = add(p, kind_of(q), page_of(p, i));
	bool follows = paper_follows(p, i, above);

	item->number = question_asked(q) ? number_of(p, i) : "";
	item->label = paper_text(p, &q->label);
	item->hint = paper_text(p, &q->hint);
	if (!follows)
		item->route = paper_route(p, i);
	if (question_has_choices(q)) {
		choices(p, item, q);
	} else if (item->kind == PAPER_SCALE) {
		scale(p, item, q);
	} else if (item->kind == PAPER_DIGITS) {
		item->digits = q->type == QUESTION_TEXT ? fixed_digits(q->hard_check) : 0;
		if (item->digits == 0)
			digits(item, q);
	} else if (item->kind == PAPER_LINES) {
		item->follows = follows;
		item->lines = follows ? 1 : appears(q, "multiline") ? MULTILINE : LINES;
	}
}

/* ---- grids, groups, repeats ---- */

static void
grid(struct paper *p, const struct grid *g)
{
	const struct question *first = &p->q->questions[g->first];
	const struct question *head = g->head >= 0 ? &p->q->questions[g->head] : NULL;
	struct paper_item *item = add(p, PAPER_GRID, page_of(p, g->head >= 0 ? g->head : g->first));
	struct paper_row *rows = arena_array(p->arena, (size_t)g->count + 1, sizeof(*rows));

	if (head) {
		item->number = number_of(p, g->head);
		item->label = paper_text(p, &head->label);
		item->hint = paper_text(p, &head->hint);
		item->route = paper_route(p, g->head);
	}
	add_choices(p, item, first);
	for (int i = 0; i < g->count; i++) {
		const struct question *q = &p->q->questions[g->first + i];
		const char *route = paper_route(p, g->first + i);

		rows[i].number = number_of(p, g->first + i);
		rows[i].label = paper_text(p, &q->label);
		if (*route)
			rows[i].label = arena_format(p->arena, "%s (%s)", rows[i].label, route);
	}
	item->rows = rows;
	item->row_count = g->count;
}

static int
end_of(const struct paper *p, int group)
{
	int end = group + 1;

	while (end < p->q->question_count) {
		int up = p->q->questions[end].parent;

		while (up > group)
			up = p->q->questions[up].parent;
		if (up != group)
			break;
		end++;
	}
	return end;
}

static int
blocks_of(struct paper *p, int i)
{
	const struct question *q = &p->q->questions[i];
	char *end;
	long count = strtol(q->repeat_count, &end, 10);

	if (*q->repeat_count && !*end && count >= 1 && count <= MOST_BLOCKS)
		return (int)count;
	paper_remark(p, arena_format(p->arena,
		P_("“%s” is repeated as often as needed; %d block is printed.",
			"“%s” is repeated as often as needed; %d blocks are printed.", BLOCKS),
		q->name, BLOCKS));
	return BLOCKS;
}

static int
level_of(const struct paper *p, int i)
{
	int level = 0;

	while ((i = p->q->questions[i].parent) >= 0)
		level++;
	return level;
}

static void
heading(struct paper *p, int i, int block)
{
	const struct question *q = &p->q->questions[i];
	const char *label = paper_text(p, &q->label), *hint = paper_text(p, &q->hint);
	const char *route = block > 1 ? "" : paper_route(p, i);
	struct paper_item *item;

	if (!*label && !*hint && !*route && block == 0)
		return;
	item = add(p, PAPER_HEADING, page_of(p, i));
	item->level = level_of(p, i);
	item->label = block > 0 ? arena_format(p->arena, "%s %d", label, block) : label;
	item->hint = block > 1 ? "" : hint;
	item->route = route;
}

static void
range(struct paper *p, int from, int to)
{
	int above = -1;

	for (int i = from; i < to; i++) {
		const struct question *q = &p->q->questions[i];
		struct grid g = questionnaire_grid(p->q, i + 1 < to ? i + 1 : i);
		bool has_end = q->type == QUESTION_GROUP || q->type == QUESTION_REPEAT;
		int end = has_end ? end_of(p, i) : i;
		bool fits = g.count > 0 && g.head == i &&
			choice_list(p->q, p->q->questions[g.first].list, p->arena,
				&(int *){ NULL }) <= GRID_MOST;

		if (fits && g.first == i + 1) {
			grid(p, &g);
			i = g.first + g.count - 1;
		} else if (q->type == QUESTION_REPEAT) {
			int blocks = blocks_of(p, i);

			for (int block = 1; block <= blocks; block++) {
				heading(p, i, block);
				range(p, i + 1, end);
			}
			i = end - 1;
		} else if (q->type == QUESTION_GROUP) {
			heading(p, i, 0);
		} else if (question_asked(q) || q->type == QUESTION_NOTE) {
			question(p, i, above);
			above = question_has_choices(q) ? i : above;
		} else if (question_has_choices(q)) { /* head of a table too wide for paper */
			heading(p, i, 0);
		}
	}
}

void
paper_items(struct paper *p)
{
	range(p, 0, p->q->question_count);
}
