/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The box that asks which forms count: how a condition is written, with questions of this wave,
 * and choosing one of them and its answer in place of typing. */
#include "config.h"

#include "screens/results/result_where.h"

#include "base/i18n.h"
#include "base/text.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

/* A question asked once in a form that is answered by one choice, or by a number; NULL = none. */
static const struct answer_column *
example(struct results *r, enum column_kind kind)
{
	for (int i = 0; i < r->question_count; i++) {
		struct error ignored = { 0 };
		const struct answer_column *c;

		if (wave_column(&r->columns, r->questions[i].name, &c, &ignored) == 0 && !c->form &&
			c->kind == kind && (kind == COLUMN_NUMBER || c->choice_count > 0))
			return c;
	}
	return NULL;
}

static const char *
examples(struct results *r)
{
	const struct answer_column *choice = example(r, COLUMN_CHOICE),
				   *number = example(r, COLUMN_NUMBER);
	const char *one = "", *two = "";

	if (choice)
		one = arena_format(&r->arena, "${%s} = '%s'", choice->name,
			choice->choices[0].name);
	if (choice && number)
		two = arena_format(&r->arena, "%s and ${%s} > 2", one, number->name);
	else if (choice && choice->choice_count > 1)
		two = arena_format(&r->arena, "%s or ${%s} = '%s'", one, choice->name,
			choice->choices[1].name);
	else if (number)
		one = arena_format(&r->arena, "${%s} > 2", number->name);
	return arena_format(&r->arena, "%s%s%s", one, *two ? "\n" : "", two);
}

void
where_ask(struct screens *s, struct results *r, const char *text, int action)
{
	dialog_input(s, _("Only some forms"),
		arena_format(&r->arena,
			_("Which forms count, as a condition; empty = all of them:\n%s\nA question "
			  "mark at the end and Enter offer questions and answers."),
			examples(r)),
		text, action);
}

bool
where_wants_choice(const char *text)
{
	size_t length = strlen(text);

	while (length > 0 && text[length - 1] == ' ')
		length--;
	return length > 0 && text[length - 1] == '?';
}

/* What was typed, ready for one condition more. */
void
where_begin(struct where_choice *w, const char *text)
{
	static const char *const open[] = { "and", "or", "(" };
	size_t length = strcspn(text, "?");
	bool joined;

	snprintf(w->before, sizeof w->before, "%.*s", (int)length, text);
	length = strlen(w->before);
	while (length > 0 && w->before[length - 1] == ' ')
		w->before[--length] = '\0';
	joined = length == 0;
	for (size_t i = 0; i < sizeof open / sizeof *open; i++) {
		size_t end = strlen(open[i]);

		joined |= length >= end && !strcmp(w->before + length - end, open[i]);
	}
	snprintf(w->before + length, sizeof w->before - length, "%s",
		length == 0 ? "" : joined ? " " : " and ");
}

bool
where_ask_answer(struct screens *s, struct results *r, struct where_choice *w,
	const char *question, int action)
{
	struct error ignored = { 0 };
	const struct answer_column *c;
	const char **labels;

	text_copy(w->question, sizeof w->question, question);
	if (wave_column(&r->columns, w->question, &c, &ignored) || c->choice_count == 0)
		return false;
	labels = arena_array(&r->arena, (size_t)c->choice_count, sizeof *labels);
	for (int i = 0; i < c->choice_count; i++)
		labels[i] = c->choices[i].label;
	dialog_choose(s, _("Which answer?"), labels, c->choice_count, 0, action);
	return true;
}

const char *
where_text(struct results *r, const struct where_choice *w, int answer)
{
	struct error ignored = { 0 };
	const struct answer_column *c;

	if (wave_column(&r->columns, w->question, &c, &ignored))
		return w->before;
	if (answer < 0 || answer >= c->choice_count)
		return arena_format(&r->arena, "%s${%s} > ", w->before, w->question);
	return arena_format(&r->arena,
		c->kind == COLUMN_CHOICE ? "%s${%s} = '%s'" : "%sselected(${%s}, '%s')", w->before,
		w->question, c->choices[answer].name);
}
