/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys on the screen of a form: to the field, or to what is open over it for a moment. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screens/keying/keyer.h"
#include "screens/keying/keying_codes.h"
#include "screens/keying/keying_screen.h"

#include <stdio.h>
#include <string.h>

static void
refuse(struct keying *k, const char *text)
{
	struct error err = { 0 };

	error_set(&err, ERROR_INPUT, "%s", text);
	keying_refuse(k, &err, SOUND_REFUSED);
}

void
keying_result(struct keying *k, enum sheet_result result, const struct error *err)
{
	if (result == SHEET_MOVED) {
		keying_arrive(k);
		return;
	}
	keying_refuse(k, err, result == SHEET_DIFFERS ? SOUND_DIFFERENCE : SOUND_REFUSED);
	/* What was typed goes, so that the next key begins anew. */
	if (k->sheet.field.kind != KEYED_TEXT || result == SHEET_DIFFERS)
		keying_codes_field(&k->sheet);
}

static void
answer(struct keying *k, const char *value, enum missing missing)
{
	struct error err = { 0 };
	enum sheet_result result = sheet_answer(&k->sheet, value, missing, &err);

	k->mode = k->sheet.at.question < 0 && result == SHEET_MOVED ? k->mode : KEYING_FIELD;
	keying_result(k, result, &err);
}

/* ---- what + opens ---- */

static void
open_list(struct keying *k)
{
	k->mode = KEYING_LIST;
	k->list_at = k->list_top = 0;
}

static void
plus(struct keying *k)
{
	const struct question *q = &k->session->q.questions[k->sheet.at.question];

	if (k->last[0])
		answer(k, k->last, MISSING_NONE);
	else if (k->sheet.field.code_count)
		open_list(k);
	else if (q->repeat_last && k->session->kind != READING_FIRST)
		refuse(k, _("Only the first keying repeats an answer; here the paper is read "
			    "again."));
	else if (q->repeat_last)
		refuse(k, _("There is no earlier form whose answer could be repeated."));
	else
		refuse(k, _("Nothing is repeated here, and there is no list."));
}

static void
list_take(struct keying *k, int place)
{
	struct error err = { 0 };
	enum keyed result = keying_field_take(&k->sheet.field, place, &err);

	k->mode = KEYING_FIELD;
	if (result == KEYED_ANSWER)
		answer(k, k->sheet.field.value, k->sheet.field.missing);
	else if (result == KEYED_REFUSED)
		keying_refuse(k, &err, SOUND_REFUSED);
}

static void
list_key(struct keying *k, int key)
{
	int count = k->sheet.field.code_count;
	const int steps[][2] = { { KEYS_UP, -1 }, { '-', -1 }, { KEYS_DOWN, 1 }, { '+', 1 },
		{ '=', 1 }, { KEYS_PAGE_UP, -10 }, { KEYS_PAGE_DOWN, 10 }, { KEYS_HOME, -count },
		{ KEYS_END, count } };

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (key == steps[i][0]) {
			k->list_at += steps[i][1];
			k->list_at = k->list_at < 0        ? 0
				     : k->list_at >= count ? count - 1
							   : k->list_at;
			return;
		}
	if (key == KEYS_ENTER)
		list_take(k, k->list_at);
	else if (key == KEYS_ESC || key == '.' || key == ',')
		k->mode = KEYING_FIELD;
	else if (key >= '0' && key <= '9') {
		struct event event = event_key(key);

		k->mode = KEYING_FIELD;
		keying_event(k, &event);
	} else
		refuse(k, _("Arrows choose, Enter takes, Esc closes the list."));
}

/* ---- reasons ---- */

static void
reason_key(struct keying *k, int key)
{
	k->mode = KEYING_FIELD;
	for (const int *m = keying_reasons; *m; m++)
		if (key == '0' + missing_reason((enum missing) * m)->key) {
			answer(k, "", (enum missing) * m);
			return;
		}
	if (key != KEYS_ESC && key != '.' && key != ',' && key != '-' && key != KEYS_BACKSPACE)
		refuse(k, _("That is no reason; . shows them again."));
}

/* ---- a line that is typed ---- */

static void
go_to(struct keying *k)
{
	struct error ignored = { 0 };
	struct place at;
	bool leads = true;

	if (sheet_find_number(&k->sheet, k->line, &at)) {
		k->mode = KEYING_LINE;
		refuse(k, _("There is no question with this number on the form."));
		return;
	}
	route_relevant(k->session->route, &k->sheet.answers, at, &leads, &ignored);
	sheet_go(&k->sheet, at);
	if (!leads && session_enforces(k->session))
		screens_say(k->screens, "%s",
			_("The answers before lead past this question. What is keyed here will be "
			  "listed at the end."));
}

static void
keep_note(struct keying *k)
{
	struct place at = k->sheet.at;
	struct error err = { 0 };
	int result;

	if (session_renew(k->session, &err)) {
		result = -1;
	} else if (k->line_for == LINE_NOTE) {
		result = remark_set(k->session->app->db, &k->sheet.form,
			k->session->q.questions[at.question].id, at.occurrence, k->line, &err);
	} else {
		result = form_set_note(k->session->app->db, &k->sheet.form, k->line, &err);
		if (result == 0)
			text_copy(k->sheet.form.note, sizeof k->sheet.form.note, k->line);
	}
	if (result == 0) {
		screens_say(k->screens, "%s", _("The note is saved."));
		return;
	}
	k->mode = KEYING_LINE; /* what was typed stays */
	keying_refuse(k, &err, SOUND_REFUSED);
}

/* A form is one person's reading: it waits for that one, and who is there now keys on. */
static void
hand_over(struct keying *k, const struct keyer *keyer)
{
	struct keying_session *x = k->session;
	struct error err = { 0 };

	(void)keying_take_typed(k);
	keying_leave(k);
	if (!k->leaving)
		return;
	if (session_takes(x, keyer, &err))
		screens_error(k->screens, &err);
	else
		screens_say(k->screens, _("Form %lld is kept as far as it was keyed. Now %s keys."),
			(long long)k->sheet.form.number, keyer->initials);
}

static void
ask_who(struct keying *k, const struct event *event)
{
	k->held = event->type == EVENT_KEY ? *event : (struct event){ 0 };
	k->held_in = k->mode;
	keying_ask_line(k, LINE_WHO, "");
}

/* After a long time at a shared account: the same person goes on with the key that came. */
static void
who(struct keying *k)
{
	struct event held = k->held;
	struct keyer keyer;
	struct error err = { 0 };

	if (operator_declare(k->session->app->db, k->line, &keyer, &err)) {
		keying_ask_line(k, LINE_WHO, "");
		keying_refuse(k, &err, SOUND_REFUSED);
		return;
	}
	if (keyer.id != k->session->keyer.id) {
		hand_over(k, &keyer);
		return;
	}
	k->session->asks_who = false;
	k->held = (struct event){ 0 };
	k->mode = k->held_in;
	keying_event(k, &held);
}

/* A correction is its keyer's: after a long time that is asked first, and the reason waits. */
static void
give_reason(struct keying *k)
{
	if (!k->session->asks_who) {
		keying_finish(k, k->line);
		return;
	}
	text_copy(k->reason, sizeof k->reason, k->line);
	ask_who(k, &(struct event){ 0 });
}

static void
line_done(struct keying *k)
{
	k->mode = k->sheet.at.question < 0 ? KEYING_END : KEYING_FIELD;
	if (k->line_for == LINE_GO)
		go_to(k);
	else if (k->line_for == LINE_WHO)
		who(k);
	else if (k->line_for == LINE_REASON)
		give_reason(k);
	else
		keep_note(k);
	keying_arrive(k);
}

static void
line_key(struct keying *k, const struct event *event)
{
	if (event->type == EVENT_KEY && event->key == KEYS_ENTER)
		line_done(k);
	else if (event->type == EVENT_KEY && event->key == KEYS_ESC)
		k->mode = k->sheet.at.question < 0 ? KEYING_END : KEYING_FIELD;
	else
		edit_event(&k->edit, event);
	if (k->edit.refused)
		refuse(k, _("The note is full."));
}

/* ---- the field ---- */

bool
keying_take_typed(struct keying *k)
{
	struct keying_field *f = &k->sheet.field;
	struct error err = { 0 };
	enum sheet_result result = SHEET_REFUSED;

	if (k->mode != KEYING_FIELD || k->sheet.at.question < 0 || !keying_field_typed(f))
		return true;
	if (keying_field_accept(f, &err) == KEYED_ANSWER)
		result = sheet_take(&k->sheet, f->kind == KEYED_TEXT ? f->edit.text : f->value,
			f->missing, &err);
	if (result != SHEET_MOVED)
		keying_result(k, result, &err);
	return result == SHEET_MOVED;
}

static void
back(struct keying *k)
{
	if (!keying_take_typed(k))
		return;
	sheet_back(&k->sheet);
	keying_arrive(k);
}

static void
slash(struct keying *k)
{
	struct error err = { 0 };

	if (keying_take_typed(k))
		keying_result(k, sheet_end_repeat(&k->sheet, &err), &err);
}

static void
on(struct keying *k)
{
	struct error err = { 0 };
	enum sheet_result result = sheet_next(&k->sheet, &err);

	keying_result(k, result, &err);
}

static enum widget_result
field_key(struct keying *k, const struct event *event)
{
	struct keying_field *f = &k->sheet.field;
	struct error err = { 0 };
	enum keyed result = keying_field_event(f, event, &err);

	switch (result) {
	case KEYED_ANSWER:
		answer(k, f->kind == KEYED_TEXT ? f->edit.text : f->value, f->missing);
		break;
	case KEYED_NEXT:
		on(k);
		break;
	case KEYED_BACK:
		back(k);
		break;
	case KEYED_NO_ANSWER:
		answer(k, "", MISSING_NO_ANSWER);
		break;
	case KEYED_REPEAT:
		plus(k);
		break;
	case KEYED_REASONS:
		k->mode = KEYING_REASONS;
		break;
	case KEYED_END_REPEAT:
		slash(k);
		break;
	case KEYED_REFUSED:
		keying_refuse(k, &err, SOUND_REFUSED);
		break;
	case KEYED_PASS:
		return WIDGET_PASS;
	default:
		break;
	}
	return WIDGET_HANDLED;
}

static void
resume(struct keying *k)
{
	int64_t now = clock_now();

	k->mode = k->sheet.at.question < 0 ? KEYING_END : KEYING_FIELD;
	if (now - k->paused_at > 0)
		k->session->sitting.paused += (int)(now - k->paused_at);
	if (now - k->paused_at >= KEYER_IDLE && k->session->keyer.declared)
		k->session->asks_who = true;
	k->session->last_key = now;
}

bool
keying_asks_who(struct keying *k, const struct event *event)
{
	session_key(k->session);
	if (!k->session->asks_who || k->mode == KEYING_LINE)
		return false;
	ask_who(k, event);
	return true;
}

enum widget_result
keying_event(void *self, const struct event *event)
{
	struct keying *k = self;

	if (event->type != EVENT_KEY && event->type != EVENT_PASTE)
		return WIDGET_PASS;
	if (k->mode == KEYING_PAUSE) {
		resume(k);
		keying_asks_who(k, &(struct event){ 0 });
		return WIDGET_HANDLED;
	}
	if (keying_asks_who(k, event))
		return WIDGET_HANDLED;
	if (k->mode == KEYING_LINE) {
		line_key(k, event);
		return WIDGET_HANDLED;
	}
	if (event->type == EVENT_KEY &&
		(event->key == KEYS_PAGE_UP || event->key == KEYS_PAGE_DOWN ||
			event->key == KEYS_HOME || event->key == KEYS_END) &&
		k->mode != KEYING_LIST &&
		!(k->mode == KEYING_FIELD && k->sheet.field.kind == KEYED_TEXT &&
			k->sheet.field.touched))
		return WIDGET_PASS;
	if (event->type == EVENT_PASTE && k->mode != KEYING_FIELD)
		return WIDGET_HANDLED;
	if (k->mode == KEYING_FIELD && event->type == EVENT_KEY && event->key == KEYS_ESC)
		return WIDGET_PASS;
	k->session->sitting.keys++;
	if (k->mode == KEYING_REASONS)
		reason_key(k, event->key);
	else if (k->mode == KEYING_LIST)
		list_key(k, event->key);
	else if (k->mode == KEYING_END && event->key == KEYS_ESC)
		return WIDGET_PASS;
	else if (k->mode == KEYING_END)
		keying_end_key(k, event);
	else
		return field_key(k, event);
	return WIDGET_HANDLED;
}
