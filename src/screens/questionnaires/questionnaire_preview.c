/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questionnaire as it will be keyed, question by question with its routes and checks; answers
 * stay in memory and go with the screen. */
#include "config.h"

#include "screens/questionnaires/questionnaire_design.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/keying/route.h"
#include "screens/frame/actions.h"
#include "tui/edit.h"
#include "tui/wrap.h"

#include <stdio.h>
#include <string.h>

struct preview {
	struct design *design;
	struct arena arena;      /* of the questionnaire and the answers */
	struct arena shown;      /* of the question in view */
	struct questionnaire q;
	struct route *route;
	struct answers answers;
	struct place at;         /* question -1 = the end */
	int *choices, choice_count; /* that are offered */
	struct failed_check *failed; /* at the end, or of the question before */
	int failed_count;
	char typed[512];
	struct edit edit;
	char message[512];
};

static const struct question *
question_at(const struct preview *p)
{
	return &p->q.questions[p->at.question];
}

/* ---- moving ---- */

/* The question in view: its choices, and what was answered there. */
static void
arrive(struct preview *p)
{
	struct error ignored = { 0 };

	arena_release(&p->shown);
	p->choices = NULL;
	p->choice_count = 0;
	p->typed[0] = '\0';
	edit_start(&p->edit, p->typed, sizeof p->typed);
	if (p->at.question >= 0) {
		if (question_has_choices(question_at(p)))
			(void)route_choices(p->route, &p->answers, p->at, &p->shown, &p->choices,
				&p->choice_count, &ignored);
		return;
	}
	p->failed_count = 0;
	(void)route_check(p->route, &p->answers, p->design->language, &p->shown, &p->failed,
		&p->failed_count, &ignored);
}

static void
go(struct preview *p, bool back)
{
	struct error err = { 0 };
	struct place to = p->at;
	int result = back ? route_previous(p->route, &p->answers, p->at, true, &to, &err)
			  : route_after(p->route, &p->answers, p->at, true, &to, &err);

	p->message[0] = '\0';
	if (result)
		text_copy(p->message, sizeof p->message, err.text);
	else
		p->at = to;
	arrive(p);
}

/* ---- answers ---- */

static char *
code_of(const struct preview *p, int place, char *dst, size_t size)
{
	return choice_code(&p->q, p->choices[place], place + 1, p->choice_count, dst, size);
}

/* Codes parted by blanks or commas, to names parted by blanks. */
static int
read_codes(const struct preview *p, char *dst, size_t size, struct error *err)
{
	char code[8], word[32];
	size_t used = 0;

	dst[0] = '\0';
	for (const char *at = p->typed; *at; at += strspn(at, " ,;")) {
		size_t length = strcspn(at, " ,;");
		int found = -1;

		snprintf(word, sizeof word, "%.*s", (int)length, at);
		for (int i = 0; i < p->choice_count; i++)
			if (strcmp(code_of(p, i, code, sizeof code), word) == 0)
				found = i;
		if (found < 0)
			return error_set(err, ERROR_INPUT, _("There is no code %s here."), word);
		used += (size_t)snprintf(dst + used, used < size ? size - used : 0, "%s%s",
			used ? " " : "", p->q.choices[p->choices[found]].name);
		at += length;
		if (used >= size)
			break;
	}
	return 0;
}

static int
read_answer(const struct preview *p, char *dst, size_t size, struct error *err)
{
	const struct question *q = question_at(p);
	struct date date;
	double number;

	if (question_has_choices(q))
		return read_codes(p, dst, size, err);
	if (q->type == QUESTION_DATE) {
		if (date_parse(p->typed, clock_today(), &date))
			return error_set(err, ERROR_INPUT,
				_("\"%s\" is not a date. Write 22.11.2026, 22.11, +7 or tomorrow."),
				p->typed);
		date_iso(dst, size, date);
	} else if (q->type == QUESTION_TEXT) {
		text_copy(dst, size, p->typed);
	} else {
		if (number_parse(p->typed, &number))
			return error_set(err, ERROR_INPUT,
				_("\"%s\" is not a number. Write it as 1204,5."), p->typed);
		snprintf(dst, size, "%.15g", number);
	}
	return 0;
}

/* What the checks of the question say; the next question stands below it. */
static void
tell_checks(struct preview *p, struct place at)
{
	struct error ignored = { 0 };
	struct failed_check *list;
	struct arena arena = { 0 };
	int count = 0;

	if (route_check_place(p->route, &p->answers, at, p->design->language, &arena, &list, &count,
		    &ignored) == 0 &&
		count)
		snprintf(p->message, sizeof p->message, "%s %s",
			list[0].kind == CHECK_SOFT ? _("Warning at the end of the form:")
						   : _("Not allowed:"),
			list[0].text);
	arena_release(&arena);
}

static void
accept(struct preview *p)
{
	char value[sizeof p->typed * 2];
	struct error err = { 0 };
	struct place at = p->at;

	if (p->at.question < 0) {
		p->at = (struct place){ 0, 1 };
		(void)route_next(p->route, &p->answers, p->at, true, &p->at, &err);
		arrive(p);
		return;
	}
	if (!p->typed[0]) { /* on, with what stands there */
		go(p, false);
		return;
	}
	if (read_answer(p, value, sizeof value, &err) ||
		route_legal(p->route, &p->answers, p->at, value, &err)) {
		text_copy(p->message, sizeof p->message, err.text);
		p->typed[0] = '\0';
		edit_start(&p->edit, p->typed, sizeof p->typed);
		return;
	}
	answers_put(&p->answers, p->at.question, p->at.occurrence, value, MISSING_NONE, 0);
	go(p, false);
	tell_checks(p, at);
}

/* A code that can be only one thing goes on by itself; - goes back, * is no answer. */
static void
typed(struct preview *p)
{
	char code[8];
	int same = 0, longer = 0;
	size_t length = strlen(p->typed);

	p->message[0] = '\0';
	if (p->at.question < 0)
		return;
	if (strcmp(p->typed, "-") == 0 && question_at(p)->type != QUESTION_TEXT) {
		go(p, true);
		return;
	}
	if (strcmp(p->typed, "*") == 0) {
		answers_put(&p->answers, p->at.question, p->at.occurrence, "", MISSING_NO_ANSWER,
			0);
		go(p, false);
		return;
	}
	if (question_at(p)->type != QUESTION_SELECT_ONE)
		return;
	for (int i = 0; i < p->choice_count; i++) {
		code_of(p, i, code, sizeof code);
		same += strcmp(code, p->typed) == 0;
		longer += strncmp(code, p->typed, length) == 0 && code[length];
	}
	if (same && !longer)
		accept(p);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct preview *p = self;

	(void)s;
	if (action == ACTION_CHANGED) {
		typed(p);
		return SCREEN_HANDLED;
	}
	if (!event || event->type != EVENT_KEY)
		return SCREEN_PASS;
	if (event->key == KEYS_ENTER || event->key == KEYS_DOWN) {
		accept(p);
		return SCREEN_HANDLED;
	}
	if (event->key == KEYS_UP || event->key == KEYS_BACKTAB) {
		go(p, true);
		return SCREEN_HANDLED;
	}
	return SCREEN_PASS;
}

/* ---- drawing ---- */

static int
draw_text(struct canvas *c, int row, int most, enum role role, const char *text)
{
	size_t next = 1, length;

	for (int i = 0; i < most && next && text[0]; i++, text += next) {
		length = wrap_line(text, c->columns - 2, &next);
		canvas_printf(c, row++, 1, c->columns - 2, role, "%.*s", (int)length, text);
	}
	return row;
}

/* In two columns where one is too short. */
static int
draw_choices(const struct preview *p, struct canvas *c, int row)
{
	int room = c->rows - row - 5, columns = p->choice_count > room ? 2 : 1;
	int lines = (p->choice_count + columns - 1) / columns;
	int width = (c->columns - 6) / columns;
	char code[8], line[200];

	for (int i = 0; i < p->choice_count; i++) {
		int at = 4 + (i / lines) * width;

		canvas_right(c, row + i % lines, at, 3, ROLE_KEY, code_of(p, i, code, sizeof code));
		canvas_text(c, row + i % lines, at + 4, width - 5, ROLE_TEXT,
			design_line(line, sizeof line,
				questionnaire_text(&p->q, &p->q.choices[p->choices[i]].label,
					p->design->language)));
	}
	return row + lines;
}

static void
draw_end(const struct preview *p, struct canvas *c)
{
	int row = 2;

	canvas_text(c, 0, 1, -1, ROLE_TITLE, _("The end of the form"));
	if (!p->failed_count)
		canvas_text(c, row++, 1, -1, ROLE_GOOD, _("Nothing is unlikely or contradicts."));
	for (int i = 0; i < p->failed_count && row < c->rows - 3; i++) {
		char number[16], line[400];

		if (p->failed[i].kind == CHECK_REQUIRED || p->failed[i].kind == CHECK_HARD)
			canvas_text(c, row, 1, 2, ROLE_BAD, "!");
		canvas_printf(c, row++, 3, c->columns - 4, ROLE_TEXT, "%s  %s",
			question_number(&p->q, p->failed[i].at.question, number, sizeof number),
			design_line(line, sizeof line, p->failed[i].text));
	}
	canvas_text(c, row + 1, 1, -1, ROLE_HINT,
		_("Enter begins anew with the answers given, Esc goes back."));
}

static void
draw(void *self, struct canvas *c)
{
	struct preview *p = self;
	const struct question *q;
	const struct answer *now;
	char number[16], label[64];
	int row;

	if (p->at.question < 0) {
		draw_end(p, c);
		edit_draw(&p->edit, c, c->rows - 2, 1, 2, ROLE_TEXT, true);
		return;
	}
	q = question_at(p);
	canvas_printf(c, 0, 1, -1, ROLE_HINT, _("Page %d, %s"),
		question_page(&p->q, p->at.question), design_type_label(q->type));
	canvas_text(c, 2, 1, 5, ROLE_TITLE,
		question_number(&p->q, p->at.question, number, sizeof number));
	{
		struct canvas text = canvas_part(c, 0, 5, c->rows, c->columns - 5);

		row = draw_text(&text, 2, 4, ROLE_TITLE,
			questionnaire_text(&p->q, &q->label, p->design->language));
		row = draw_text(&text, row, 3, ROLE_HINT,
			questionnaire_text(&p->q, &q->hint, p->design->language));
	}
	row = draw_choices(p, c, row + 1) + 1;
	snprintf(label, sizeof label, "%s", _("Answer:"));
	canvas_text(c, row, 1, -1, ROLE_LABEL, label);
	now = answers_find(&p->answers, p->at.question, p->at.occurrence);
	if (now)
		canvas_printf(c, row, 36, -1, ROLE_HINT, _("given: %s"),
			now->missing ? _(missing_reason(now->missing)->label) : now->value);
	if (p->message[0])
		draw_text(c, row + 2, 2, ROLE_ERROR, p->message);
	edit_draw(&p->edit, c, row, text_width(label) + 2, 24, ROLE_FOCUS, true);
}

static void
status(void *self, char *dst, size_t size)
{
	(void)self;
	text_copy(dst, size,
		_("Only a trial, nothing is kept: Enter on, - or Up back, * no answer, Esc ends."));
}

/* ---- the screen ---- */

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	const struct design_view *view = argument;
	struct preview *p = self;
	struct place from = { 0, 1 };

	(void)s;
	p->design = view->design;
	p->answers.arena = &p->arena;
	questionnaire_keyed(&p->design->q, &p->arena, &p->q);
	if (route_open(&p->route, &p->q, err))
		return -1;
	if (view->question > 0)
		from.question = question_by_name(
			&p->q, p->design->q.questions[view->question].name);
	if (from.question < 0)
		from.question = 0;
	if (route_next(p->route, &p->answers, from, view->question <= 0, &p->at, err)) {
		route_close(p->route);
		p->route = NULL;
		return -1;
	}
	arrive(p);
	return 0;
}

static struct focus
focus(void *self)
{
	return (struct focus){ &edit_widget, &((struct preview *)self)->edit };
}

static void
release(void *self)
{
	struct preview *p = self;

	if (p->route)
		route_close(p->route);
	arena_release(&p->arena);
	arena_release(&p->shown);
}

static const int ids[] = { 0 };

const struct screen questionnaire_preview_screen = {
	.name = "questionnaire_preview",
	.title = N_("Preview"),
	.size = sizeof(struct preview),
	.actions = ids,
	.start = start,
	.draw = draw,
	.status = status,
	.act = act,
	.focus = focus,
	.release = release,
};
