/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question in the head of tables: a report puts it there again and again. */
#include "config.h"

#include "model/tables/tabulate_heads.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "model/results/answer_column_parts.h"
#include "model/results/answer_column_sorts.h"
#include "model/privacy/suppression.h"

#include <string.h>

/* Who refused belongs to no group. */
static void
list_choices(const struct answer_column *by, struct tally_heads *heads)
{
	for (int k = 0; k < by->choice_count; k++) {
		enum missing exit = by->choices[k].exit;

		heads->of_choice[k] = -1;
		if (exit && !missing_reason(exit)->valid_base)
			continue;
		if (exit)
			heads->of_reason[exit] = heads->count;
		heads->of_choice[k] = heads->count;
		heads->choice[heads->count++] = k;
	}
}

/* What is an answer of its own in a distribution, "hard to say", has a head too. */
static void
list_reasons(
	const struct answer_column *by, const struct column_sorts *sorts, struct tally_heads *heads)
{
	bool there[MISSING_COUNT] = { false };

	for (size_t i = 0; sorts && i < sorts->count; i++)
		if (sorts->rows[i] > 0)
			there[by->missing[sorts->like[i]]] = true;
	for (size_t row = 0; !sorts && row < by->count; row++)
		there[by->missing[row]] = true;
	for (int m = MISSING_NONE + 1; m < MISSING_COUNT; m++)
		if (there[m] && missing_reason((enum missing)m)->valid_base &&
			heads->of_reason[m] < 0) {
			heads->of_reason[m] = heads->count;
			heads->reason[heads->count] = (enum missing)m;
			heads->choice[heads->count++] = -1;
		}
}

void
tally_name_head(const struct answer_column *by, const struct tally_heads *heads, int head,
	const char **name, const char **label)
{
	const struct missing_reason *reason = missing_reason(heads->reason[head]);
	int choice = heads->choice[head];

	*name = choice < 0 ? reason->name : by->choices[choice].name;
	*label = choice < 0 ? _(reason->label) : by->choices[choice].label;
}

const char *
tally_reason_label(const struct answer_column *c, enum missing reason)
{
	for (int k = 0; k < c->choice_count; k++)
		if (c->choices[k].exit == reason && c->choices[k].label[0])
			return c->choices[k].label;
	return _(missing_reason(reason)->label);
}

static bool
is_printed(const struct answer_column *c, enum missing reason)
{
	for (int k = 0; k < c->choice_count; k++)
		if (c->choices[k].exit == reason)
			return true;
	return false;
}

static bool
under(const struct answer_column *by, const struct tally_heads *heads, size_t row, int head)
{
	int choice = heads->choice[head];

	if (by->missing[row])
		return heads->of_reason[by->missing[row]] == head;
	return choice >= 0 &&
	       by->marks[row * (size_t)by->words + (size_t)choice / 64] >> choice % 64 & 1;
}

static bool
row_under_none(const struct answer_column *by, const struct tally_heads *heads, size_t row)
{
	if (by->kind == COLUMN_CHOICE)
		return heads->of[row] == heads->count;
	for (int head = 0; head < heads->count; head++)
		if (under(by, heads, row, head))
			return false;
	return true;
}

/* Why a row of the question in the head belongs under no answer of it; NONE = it belongs there. */
static enum missing
blank_reason(const struct answer_column *by, const struct tally_heads *heads, size_t row)
{
	if (!row_under_none(by, heads, row))
		return MISSING_NONE;
	if (by->missing[row])
		return (enum missing)by->missing[row];
	if (by->kind == COLUMN_CHOICE)
		return by->choices[by->choice[row]].exit;
	for (int k = 0; k < by->choice_count; k++)
		if (by->marks[row * (size_t)by->words + (size_t)k / 64] >> k % 64 & 1)
			return by->choices[k].exit;
	return MISSING_NO_ANSWER;
}

/* Of all forms, as the distribution of the question tells them: a condition changes no name. */
void
tally_name_blank(const struct tally *t, const char **name, const char **label)
{
	const struct column_sorts *sorts = wave_column_sorts(t->w, t->by);
	size_t count = sorts ? sorts->count : t->by->count;
	int others = 0, reasons = 0, last = MISSING_NO_ANSWER;
	bool there[MISSING_COUNT] = { false };
	enum missing only = MISSING_NO_ANSWER;
	const char *printed = "";

	for (size_t i = 0; i < count; i++)
		if (!sorts || sorts->rows[i] > 0)
			there[blank_reason(t->by, t->head_list, sorts ? sorts->like[i] : i)] = true;
	for (int m = MISSING_NONE + 1; m < MISSING_COUNT; m++) {
		const char *word = tally_reason_label(t->by, (enum missing)m);

		if (!there[m])
			continue;
		reasons++;
		only = (enum missing)m;
		if (!is_printed(t->by, (enum missing)m)) {
			others++;
			last = m;
		} else {
			printed = *printed ? arena_format(t->w->arena, "%s / %s", printed, word)
					   : word;
		}
	}
	*name = missing_reason(reasons == 1 ? only : MISSING_NO_ANSWER)->name;
	*label = _(missing_reason(others == 1 ? (enum missing)last : MISSING_NO_ANSWER)->label);
	if (*printed)
		*label = others > 0 ? arena_format(t->w->arena, "%s / %s", printed, *label)
				    : printed;
}

static void
list_rows(
	const struct answer_column *by, const struct column_sorts *sorts, struct tally_heads *heads)
{
	for (size_t row = 0; heads->of && row < by->count; row++) {
		int head = by->missing[row] ? heads->of_reason[by->missing[row]]
					    : heads->of_choice[by->choice[row]];

		heads->of[row] = (uint16_t)(head < 0 ? heads->count : head);
	}
	for (size_t i = 0; sorts && !heads->blanks && i < sorts->count; i++)
		heads->blanks = sorts->rows[i] > 0 && row_under_none(by, heads, sorts->like[i]);
	for (size_t row = 0; !sorts && !heads->blanks && row < by->count; row++)
		heads->blanks = row_under_none(by, heads, row);
}

void
tally_list_heads(struct tally *t)
{
	struct column_book *b = t->w->book;
	struct column_asked *a = &b->asked[column_asked_by_name(b, t->by->name)];
	const struct column_sorts *sorts = wave_column_sorts(t->w, t->by);
	struct arena *arena = t->w->arena;
	size_t most = (size_t)t->by->choice_count + MISSING_COUNT;

	if (!a->heads) {
		a->heads = arena_new(arena, sizeof(*a->heads));
		a->heads->choice = arena_array(arena, most, sizeof(int));
		a->heads->of_choice = arena_array(arena, most, sizeof(int));
		a->heads->reason = arena_array(arena, most, sizeof(*a->heads->reason));
		for (int m = 0; m < MISSING_COUNT; m++)
			a->heads->of_reason[m] = -1;
		if (t->by->kind == COLUMN_CHOICE)
			a->heads->of = arena_array(
				arena, t->by->count + 1, sizeof(*a->heads->of));
		list_choices(t->by, a->heads);
		a->heads->choices = a->heads->count;
		list_reasons(t->by, sorts, a->heads);
		list_rows(t->by, sorts, a->heads);
	}
	t->head_list = a->heads;
	t->heads += a->heads->count;
}

bool
tally_under(const struct tally *t, size_t row, int head)
{
	return under(t->by, t->head_list, tally_head_row(t, row), head);
}

bool
tally_under_none(const struct tally *t, size_t row)
{
	return row_under_none(t->by, t->head_list, tally_head_row(t, row));
}

bool
tally_stands_under(const struct tally *t, size_t row, int head)
{
	if (t->by_mode)
		return t->w->mode[tally_form_of(t, row)] == head;
	if (t->by->kind == COLUMN_CHOICE)
		return t->head_list->of[tally_head_row(t, row)] == head;
	return head == t->blank ? tally_under_none(t, row) : tally_under(t, row, head);
}

static bool
is_known(const struct tally_heads *heads, const char *where, int threshold)
{
	return heads->hidden && heads->threshold == threshold && strcmp(heads->where, where) == 0;
}

static unsigned char
state_of(const struct tally *by, const struct tally_hidden *hidden, const struct tally_heads *heads,
	int head)
{
	int answer = heads->choice[head] < 0 ? by->reason_answer[heads->reason[head]]
					     : by->choice_answer[heads->choice[head]];

	return answer < 0 ? SUPPRESSION_SHOWN
			  : hidden->answers[answer]; /* nobody stands under it */
}

int
tally_hidden_heads(const struct tally *t, const struct tabulation *asked,
	const unsigned char **out, struct error *err)
{
	struct tally_heads *heads = t->head_list;
	const char *where = asked->where ? asked->where : "";
	struct tabulation alone = *asked;
	struct tally_hidden hidden;
	unsigned char *states;
	struct tally by;

	*out = NULL;
	if (t->by_mode)
		return 0;
	if (!is_known(heads, where, t->threshold)) {
		alone.question = asked->by;
		alone.by = NULL;
		if (tally_count(t->w, &alone, &by, err) < 0)
			return -1;
		tally_hide(&by, &hidden);
		if (tally_hide_part(&by, &alone, &hidden, err) < 0) {
			tally_release(&by);
			return -1;
		}
		states = arena_array(t->w->arena, (size_t)heads->count + 2, 1);
		for (int h = 0; h < heads->count; h++)
			states[h] = state_of(&by, &hidden, heads, h);
		tally_release(&by);
		heads->hidden = states;
		heads->where = arena_string(t->w->arena, where);
		heads->threshold = t->threshold;
	}
	*out = heads->hidden;
	return 0;
}
