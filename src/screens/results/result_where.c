/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The box that asks which forms count: how a condition is written, with questions of this wave,
 * and choosing one of them and its answer in place of typing. It lies between the screen that asks
 * and one dialog after another, shows nothing itself, and goes with the last of them. */
#include "config.h"

#include "screens/results/result_where.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/results/results.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

/* Of names of questions. */
static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.";

enum { ANSWER_TEXT = ACTION_ANSWER_1, ANSWER_QUESTION, ANSWER_CHOICE };

struct where {
	struct results results;
	char before[512], question[65]; /* between the box and the answer that was chosen */
	char typed[512];                /* before the question mark */
	bool choosing;                  /* a list stands over the box */
	bool of_field;                  /* asked for from a field, without the box */
	int action;
};

/* ---- the box ---- */

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

static void
ask(struct screens *s, struct where *w, const char *text)
{
	struct results *r = &w->results;

	w->choosing = false;
	dialog_input(s, _("Only some forms"),
		arena_format(&r->arena,
			_("Which forms count, as a condition; empty = all of them:\n%s\nA question "
			  "mark at the end and Enter offer questions and answers."),
			examples(r)),
		text, ANSWER_TEXT);
}

/* The condition with its first bare name of a question written as conditions name it; "" = none. */
static const char *
with_braces(struct results *r, const char *text)
{
	for (const char *at = text; *at;) {
		size_t length = strspn(at, letters);

		for (int i = 0; length && i < r->question_count; i++)
			if (strlen(r->questions[i].name) == length &&
				!strncmp(r->questions[i].name, at, length) &&
				(at == text || !strchr("{'\"", at[-1])))
				return arena_format(&r->arena, "%.*s${%.*s}%s\n", (int)(at - text),
					text, (int)length, at, at + length);
		at += length ? length : 1;
	}
	return "";
}

/* What cannot be read is asked for again as it was typed, and the table stays. */
static bool
is_read(struct screens *s, struct where *w, const char *text)
{
	struct results *r = &w->results;
	const unsigned char *selected;
	struct error err = { 0 };
	size_t count;

	if (!text[strspn(text, " ")] ||
		wave_filter(&r->columns, text, &selected, &count, &err) == 0 ||
		err.code != ERROR_INPUT)
		return true;
	ask(s, w, text);
	dialog_message(s, _("The condition cannot be read"),
		arena_format(&r->arena, _("%s\n\nIt is written so:\n%s%s"), err.text,
			with_braces(r, text), examples(r)));
	return false;
}

bool
where_wants_choice(const char *text)
{
	size_t length = strlen(text);

	while (length > 0 && text[length - 1] == ' ')
		length--;
	return length > 0 && text[length - 1] == '?';
}

/* ---- choosing ---- */

/* Keeps what was typed before the question mark, joined with "and" where it needs that. */
static void
begin(struct where *w, const char *text)
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

static void
ask_question(struct screens *s, struct where *w, const char *text)
{
	snprintf(w->typed, sizeof w->typed, "%.*s", (int)strcspn(text, "?"), text);
	w->choosing = true;
	begin(w, text);
	results_ask_question(s, &w->results, false, _("Which question?"), ANSWER_QUESTION);
}

static const struct answer_column *
column_of(struct where *w)
{
	struct error ignored = { 0 };
	const struct answer_column *c;

	return wave_column(&w->results.columns, w->question, &c, &ignored) ? NULL : c;
}

/* Of numbers and texts the end is to be typed. */
static void
ask_answer(struct screens *s, struct where *w)
{
	const struct answer_column *c = column_of(w);
	struct results *r = &w->results;
	const char **labels;

	if (!c || c->choice_count == 0) {
		ask(s, w,
			arena_format(&r->arena, "%s${%s} %s ", w->before, w->question,
				c ? ">" : "!= ''"));
		return;
	}
	labels = arena_array(&r->arena, (size_t)c->choice_count, sizeof *labels);
	for (int i = 0; i < c->choice_count; i++)
		labels[i] = c->choices[i].label;
	dialog_choose(s, _("Which answer?"), labels, c->choice_count, 0, ANSWER_CHOICE);
}

static const char *
chosen(struct where *w, int answer)
{
	const struct answer_column *c = column_of(w);

	if (!c || answer < 0 || answer >= c->choice_count)
		return w->before;
	return arena_format(&w->results.arena,
		c->kind == COLUMN_CHOICE ? "%s${%s} = '%s'" : "%sselected(${%s}, '%s')", w->before,
		w->question, c->choices[answer].name);
}

/* ---- the screen between ---- */

/* Who leaves a list of questions wants to go on typing; in a form the field has what was typed. */
static bool
goes_back(const struct where *w)
{
	return w->choosing && !w->of_field;
}

static void
finish(struct screens *s, struct where *w, const char *answer)
{
	char text[512];
	struct event event = { .type = EVENT_ANSWER, .answer = text };
	int action = w->action;

	text_copy(text, sizeof text, answer);
	screens_pop(s);
	screens_act(s, action, &event);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct where *w = self;

	switch (action) {
	case ANSWER_TEXT:
		if (where_wants_choice(event->answer))
			ask_question(s, w, event->answer);
		else if (is_read(s, w, event->answer))
			finish(s, w, event->answer);
		return SCREEN_HANDLED;
	case ANSWER_QUESTION:
		text_copy(w->question, sizeof w->question, event->answer);
		ask_answer(s, w);
		return SCREEN_HANDLED;
	case ANSWER_CHOICE:
		ask(s, w, chosen(w, event->number));
		return SCREEN_HANDLED;
	default: /* the dialogs are gone: the key is meant for what is below them */
		if (goes_back(w))
			ask(s, w, w->typed);
		else
			screens_pop(s);
		screens_event(s, event);
		return SCREEN_HANDLED;
	}
}

static void
settle(struct screens *s, void *self)
{
	struct where *w = self;

	if (screens_self(s) != self)
		return;
	if (goes_back(w))
		ask(s, w, w->typed);
	else
		screens_pop(s);
}

struct where_request {
	int64_t wave;
	int action;
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	const struct where_request *request = argument;
	struct where *w = self;

	w->action = request->action;
	w->results.wave.wave.id = request->wave;
	if (results_questions(&w->results, app_of(s), err) == 0 && !w->results.refused)
		return 0;
	if (w->results.refused)
		error_set(err, ERROR_INPUT, "%s", w->results.refused);
	arena_release(&w->results.arena);
	return -1;
}

static void
release(void *self)
{
	arena_release(&((struct where *)self)->results.arena);
}

static const int ids[] = { 0 };

static const struct screen where_screen = {
	.name = "where",
	.title = N_("Only some forms"),
	.size = sizeof(struct where),
	.actions = ids,
	.overlay = true,
	.start = start,
	.settle = settle,
	.act = act,
	.release = release,
};

void
where_open(struct screens *s, int64_t wave, const char *text, int action)
{
	if (screens_push(s, &where_screen, &(struct where_request){ wave, action }))
		return;
	if (where_wants_choice(text)) {
		((struct where *)screens_self(s))->of_field = true;
		ask_question(s, screens_self(s), text);
	} else
		ask(s, screens_self(s), text);
}
