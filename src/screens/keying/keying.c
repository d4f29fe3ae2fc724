/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screen on which a form is keyed. Every answer is on the disk before the next question is
 * painted: settle() runs after the last waiting key. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/keying/keying_draft.h"
#include "screens/keying/keying_screen.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

enum { ANSWER_LEAVE = ACTION_ANSWER_1, ANSWER_CONFLICT, ANSWER_ABANDON };
enum { LEAVE_KEEP, LEAVE_DISCARD }; /* a correction */
enum { ABANDON = 1 };               /* what the disk does not take */

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	const struct keying_request *r = argument;
	struct keying *k = self;

	if (app_may_write(app_of(s), err))
		return -1;
	k->screens = s;
	k->session = r->session;
	k->seen = (struct place){ -2, 0 };
	error_clear(&k->session->refused);
	if (sheet_open(&k->sheet, k->session, &r->form, r->take, &k->session->refused))
		return error_set(err, k->session->refused.code, "%s", k->session->refused.text);
	if (k->session->kind == READING_CORRECTION)
		keying_mend_start(k);
	else if (k->sheet.reading.resumed)
		screens_say(s, _("Form %lld goes on where it was left."),
			(long long)k->sheet.form.number);
	session_key(k->session);
	keying_arrive(k);
	return 0;
}

static void
release(void *self)
{
	struct keying *k = self;

	sheet_release(&k->sheet);
	keying_page_release(&k->page);
}

/* ---- what every part calls ---- */

void
keying_refuse(struct keying *k, const struct error *err, enum sound sound)
{
	k->session->sitting.rejected++;
	screens_error(k->screens, err);
	sound_play(k->screens, sound);
	if (screens_term(k->screens))
		term_drop_keys(screens_term(k->screens));
}

void
keying_arrive(struct keying *k)
{
	struct place at = k->sheet.at;
	struct error ignored = { 0 };

	if (at.question == k->seen.question && at.occurrence == k->seen.occurrence)
		return;
	k->seen = at;
	k->last[0] = '\0';
	if (at.question < 0)
		keying_end_open(k);
	else if (sheet_last_value(&k->sheet, k->last, sizeof k->last, &ignored))
		k->last[0] = '\0';
}

void
keying_ask_line(struct keying *k, enum keying_line line, const char *text)
{
	k->mode = KEYING_LINE;
	k->line_for = line;
	text_copy(k->line, sizeof k->line, text);
	edit_start(&k->edit, k->line, sizeof k->line);
}

/* ---- leaving ---- */

/* Whether the form waits again because nothing was keyed in it. */
static bool
untouched(struct keying *k)
{
	const struct sheet *h = &k->sheet;
	struct error ignored = { 0 };
	struct form now;

	return form_by_number(k->session->app->db, h->form.wave, h->form.number, &now, &ignored) ==
		       0 &&
	       (k->session->kind == READING_SECOND ? now.second == SECOND_CHOSEN
						   : now.state == FORM_WAITING);
}

static void
pop(struct keying *k)
{
	k->leaving = true;
	screens_stale(k->screens);
	screens_pop(k->screens);
}

/* Nothing can be written: who leaves knows what goes. */
static void
ask_abandon(struct keying *k, const struct error *err)
{
	const char *buttons[] = { _("[B]ack to the form"), _("[L]eave and lose it") };
	unsigned long lost = (unsigned long)k->sheet.changed_count;
	char text[sizeof err->text + 512];
	int length = snprintf(text, sizeof text, "%s\n\n", err->text);

	if (lost)
		snprintf(text + length, sizeof text - (size_t)length,
			P_("%d answer of form %lld is not on the disk and would be lost; all "
			   "others are saved.",
				"%d answers of form %lld are not on the disk and would be lost; "
				"all others are saved.",
				lost),
			(int)lost, (long long)k->sheet.form.number);
	else
		snprintf(text + length, sizeof text - (size_t)length,
			_("All answers of form %lld are saved; only where you stood is not."),
			(long long)k->sheet.form.number);
	sound_play(k->screens, SOUND_REFUSED);
	if (screens_term(k->screens))
		term_drop_keys(screens_term(k->screens));
	dialog_buttons(k->screens, _("Not saved"), text, buttons, 2, 0, ANSWER_ABANDON);
}

/* Pops, and says what became of the form. */
void
keying_leave(struct keying *k)
{
	struct screens *s = k->screens;
	struct error err = { 0 };
	long long number = k->sheet.form.number;

	if (sheet_leave(&k->sheet, &err) && err.code != ERROR_CONFLICT) {
		ask_abandon(k, &err);
		return;
	}
	session_save(k->session, &err);
	pop(k);
	if (err.code != ERROR_NONE)
		screens_error(s, &err);
	else if (k->session->kind == READING_CORRECTION && k->sheet.drafted)
		screens_say(s, _("The correction of form %lld waits: F4 goes on with it."), number);
	else if (k->session->kind != READING_CORRECTION && untouched(k))
		screens_say(s, _("Nothing was keyed: form %lld waits as before."), number);
	else if (k->session->kind != READING_CORRECTION)
		screens_say(s, _("Form %lld is kept as far as it was keyed."), number);
}

/* What was typed goes, marks that count for nothing alone too. */
static void
discard(struct keying *k)
{
	struct error err = { 0 };

	if (session_renew(k->session, &err) || sheet_draft_drop(&k->sheet, &err)) {
		keying_refuse(k, &err, SOUND_REFUSED);
		return;
	}
	keying_leave(k);
}

static bool
leave(struct screens *s, void *self)
{
	struct keying *k = self;

	(void)s;
	if (k->mode != KEYING_FIELD && k->mode != KEYING_END) {
		k->mode = k->sheet.at.question < 0 ? KEYING_END : KEYING_FIELD;
		return false;
	}
	if (!keying_take_typed(k))
		return false;
	if (k->session->kind != READING_CORRECTION)
		keying_leave(k);
	else if (!keying_mend_asks(k, ANSWER_LEAVE))
		discard(k);
	return false;
}

/* The line is gone: the form is there for the next one who opens it. */
static void
keep(struct screens *s, void *self)
{
	struct keying *k = self;
	struct error ignored = { 0 };

	(void)s;
	/* A text goes on where it broke off; half a number would be another number. */
	if (k->sheet.at.question >= 0 && k->sheet.field.kind == KEYED_TEXT &&
		keying_field_typed(&k->sheet.field))
		sheet_take(&k->sheet, k->sheet.field.edit.text, MISSING_NONE, &ignored);
	sheet_leave(&k->sheet, &ignored);
	session_save(k->session, &ignored);
}

static void
settle(struct screens *s, void *self)
{
	struct keying *k = self;
	struct error err = { 0 };
	bool before = k->sheet.unsaved.code != ERROR_NONE;

	if (keying_mend_settle(k, ANSWER_CONFLICT))
		return;
	if (k->leaving || sheet_settle(&k->sheet, &err) == 0) {
		if (before && !k->leaving)
			screens_say(s, "%s", _("Everything is saved again."));
		return;
	}
	screens_error(s, &err);
	if (err.code == ERROR_CONFLICT) { /* taken over: nothing more can be written */
		k->leaving = true;
		screens_stale(s);
		screens_pop(s);
		keying_refuse(k, &err, SOUND_REFUSED);
	} else if (!before) {
		sound_play(s, SOUND_REFUSED);
	}
}

/* ---- actions ---- */

static void
go_view(struct keying *k, int step)
{
	int view = keying_page_view(&k->page, k->sheet.at) + step;
	struct error ignored = { 0 };
	struct place at;

	if (view < 0 || view >= k->page.view_count)
		return;
	at = keying_page_first(&k->page, view);
	if (at.question < 0)
		return;
	route_next(k->session->route, &k->sheet.answers, at, session_enforces(k->session), &at,
		&ignored);
	sheet_go(&k->sheet, at);
}

static void
pause(struct keying *k)
{
	k->mode = KEYING_PAUSE;
	k->paused_at = clock_now();
}

static void
undo(struct keying *k)
{
	struct error err = { 0 };
	struct answer was;
	bool there;
	char number[16];

	if (!sheet_undo(&k->sheet, &was, &there)) {
		error_set(&err, ERROR_INPUT, "%s", _("There is nothing left to undo."));
		keying_refuse(k, &err, SOUND_REFUSED);
		return;
	}
	k->mode = KEYING_FIELD;
	screens_say(k->screens, _("Taken back: question %s, where stood: %s"),
		question_number(&k->session->q, k->sheet.at.question, number, sizeof number),
		!there || was.missing != MISSING_NONE ? _("no answer") : was.value);
}

static void
note(struct keying *k)
{
	struct error err = { 0 };
	char text[sizeof k->line];
	const struct place at = k->sheet.at;

	if (at.question < 0 || k->session->kind == READING_SECOND)
		return;
	if (session_renew(k->session, &err) ||
		remark_get(k->session->app->db, k->sheet.form.id,
			k->session->q.questions[at.question].id, at.occurrence, text, sizeof text,
			&err))
		keying_refuse(k, &err, SOUND_REFUSED);
	else
		keying_ask_line(k, LINE_NOTE, text);
}

static void
finish_asked(struct keying *k)
{
	sheet_go(&k->sheet, (struct place){ -1, 1 });
	k->seen = (struct place){ -2, 0 };
}

static void
first(struct keying *k)
{
	struct error ignored = { 0 };
	struct place at = { 0, 1 };

	route_next(k->session->route, &k->sheet.answers, at, session_enforces(k->session), &at,
		&ignored);
	while (at.question >= 0 && !sheet_keyed(&k->sheet, at.question))
		route_after(k->session->route, &k->sheet.answers, at, session_enforces(k->session),
			&at, &ignored);
	sheet_go(&k->sheet, at);
}

static void
do_action(struct keying *k, int action)
{
	switch (action) {
	case ACTION_KEYING_FINISH:
		finish_asked(k);
		break;
	case ACTION_KEYING_GO:
		keying_ask_line(k, LINE_GO, "");
		break;
	case ACTION_KEYING_NOTE:
		note(k);
		break;
	case ACTION_KEYING_FORM_NOTE:
		keying_ask_line(k, LINE_FORM_NOTE, k->sheet.form.note);
		break;
	case ACTION_KEYING_PAUSE:
		pause(k);
		break;
	case ACTION_KEYING_UNDO:
		undo(k);
		break;
	case ACTION_KEYING_VIEW_PREVIOUS:
		go_view(k, -1);
		break;
	case ACTION_KEYING_VIEW_NEXT:
		go_view(k, 1);
		break;
	case ACTION_KEYING_FIRST:
		first(k);
		break;
	default:
		sheet_go_open(&k->sheet);
		break;
	}
}

static bool
stays(int action)
{
	return action == ACTION_KEYING_NOTE || action == ACTION_KEYING_FORM_NOTE ||
	       action == ACTION_KEYING_PAUSE;
}

static const int ids[] = { ACTION_KEYING_FINISH, ACTION_KEYING_GO, ACTION_KEYING_NOTE,
	ACTION_KEYING_FORM_NOTE, ACTION_KEYING_PAUSE, ACTION_KEYING_UNDO, ACTION_KEYING_NUMBER,
	ACTION_KEYING_VIEW_PREVIOUS, ACTION_KEYING_VIEW_NEXT, ACTION_KEYING_FIRST,
	ACTION_KEYING_OPEN, 0 };

/* Where a text is typed Ctrl-U does what it does in every line; F7 takes answers back. */
static bool
clears_line(const struct keying *k, int action, const struct event *event)
{
	return action == ACTION_KEYING_UNDO && k->mode == KEYING_FIELD &&
	       k->sheet.at.question >= 0 && k->sheet.field.kind == KEYED_TEXT && event &&
	       event->type == EVENT_KEY && event->key == KEYS_CONTROL('u');
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct keying *k = self;

	if (action == ANSWER_CONFLICT) {
		keying_mend_decided(k, event->answer);
		return SCREEN_HANDLED;
	}
	if (action == ANSWER_ABANDON) {
		if (event->number == ABANDON)
			pop(k);
		return SCREEN_HANDLED;
	}
	if (action == ANSWER_LEAVE) {
		if (event->number == LEAVE_KEEP)
			keying_leave(k);
		else if (event->number == LEAVE_DISCARD)
			discard(k);
		return SCREEN_HANDLED;
	}
	if (!action_listed(ids, action))
		return SCREEN_PASS;
	if (clears_line(k, action, event)) {
		keying_event(k, event);
		return SCREEN_HANDLED;
	}
	if (action == ACTION_KEYING_NUMBER) {
		if (leave(s, self))
			return SCREEN_PASS;
		return SCREEN_HANDLED;
	}
	if (k->mode != KEYING_FIELD && k->mode != KEYING_END)
		return SCREEN_HANDLED; /* one thing at a time */
	if (keying_asks_who(k, &(struct event){ 0 }) || (!stays(action) && !keying_take_typed(k)))
		return SCREEN_HANDLED;
	if (k->mode == KEYING_END && action != ACTION_KEYING_PAUSE)
		k->mode = KEYING_FIELD;
	do_action(k, action);
	keying_arrive(k);
	return SCREEN_HANDLED;
}

/* ---- the frame ---- */

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct keying *k = self;
	const struct questionnaire *q = &k->session->q;
	int question = k->sheet.at.question;

	snprintf(left, left_size, _("Form %lld"), (long long)k->sheet.form.number);
	if (question < 0)
		text_copy(right, right_size, k->session->keyer.initials);
	else
		snprintf(right, right_size, _("page %d of %d · %s"), question_page(q, question),
			question_page(q, q->question_count - 1), k->session->keyer.initials);
}

static void
status(void *self, char *dst, size_t size)
{
	const struct keying *k = self;

	if (k->sheet.unsaved.code != ERROR_NONE)
		snprintf(dst, size, _("NOT SAVED YET: %s"), k->sheet.unsaved.text);
	else if (k->mode == KEYING_FIELD && k->sheet.field.kind == KEYED_TEXT)
		text_copy(dst, size,
			_("- back  * no answer  . reason  Enter on  Space first: a text begins "
			  "with a sign"));
	else if (k->mode == KEYING_FIELD)
		text_copy(dst, size,
			_("- back  + list  * no answer  . reason  / minus sign; ends repeats  "
			  "Enter on"));
}

static enum context
context(const void *self)
{
	const struct keying *k = self;

	return k->mode == KEYING_FIELD || k->mode == KEYING_END ? CONTEXT_DIGITS : CONTEXT_TYPING;
}

static const struct widget_kind widget = { .event = keying_event };

static struct focus
focus(void *self)
{
	return (struct focus){ &widget, self };
}

const struct screen keying_form_screen = { .name = "keying_form",
	.title = N_("Form"),
	.size = sizeof(struct keying),
	.actions = ids,
	.start = start,
	.draw = keying_draw,
	.head = head,
	.status = status,
	.act = act,
	.focus = focus,
	.context = context,
	.settle = settle,
	.leave = leave,
	.keep = keep,
	.release = release };
