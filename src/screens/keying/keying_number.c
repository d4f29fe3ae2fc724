/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number of the next form, checked at once: in the batch, keyed already, empty, spoilt,
 * missing, held by a colleague. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/screens.h"
#include "screens/keying/keyer.h"
#include "screens/keying/keying_number.h"
#include "screens/keying/keying_state.h"
#include "screens/keying/sound.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ANSWER_KEYER = ACTION_ANSWER_1, ANSWER_TAKE, ANSWER_STATE, ANSWER_REASON, ANSWER_WORDS,
	ANSWER_FORM };
static void
refuse(struct number *n, const struct error *err)
{
	n->session.sitting.rejected += n->session.sitting.id != 0;
	screens_error(n->screens, err);
	sound_play(n->screens, SOUND_REFUSED);
	if (screens_term(n->screens))
		term_drop_keys(screens_term(n->screens));
	n->typed[0] = '\0';
}

/* The number of a finished form stays for F4; nothing that is typed next is joined to it. */
static void
hold(struct number *n, int64_t number)
{
	struct error err = { 0 };

	error_set(&err, ERROR_INPUT,
		_("Form %lld is keyed already. F4 opens it, so that it can be corrected."),
		(long long)number);
	refuse(n, &err);
	snprintf(n->typed, sizeof n->typed, "%lld", (long long)number);
	n->held = true;
}

/* ---- loading ---- */

/* What waits for this very keyer comes before what waits for anybody. */
static int
find_own(struct number *n, struct error *err)
{
	struct db *db = n->session.app->db;
	struct arena arena = { 0 };
	struct typed_waiting *list;
	int count, result;

	n->begun = n->mended = 0;
	if (!n->session.keyer.id)
		return 0;
	if (form_begun(db, n->task.batch, n->task.kind, n->session.keyer.id, &n->begun, err))
		return -1;
	if (n->task.kind != READING_FIRST)
		return 0;
	result = typed_waiting(db, n->task.wave, n->task.batch, n->session.keyer.id, &arena, &list,
		&count, err);
	for (int i = 0; result == 0 && i < count && !n->mended; i++)
		if (!list[i].third)
			n->mended = list[i].number;
	arena_release(&arena);
	return result;
}

static int
load(struct screens *s, void *self, struct error *err)
{
	struct number *n = self;
	struct db *db;

	(void)s;
	if (session_renew(&n->session, err)) /* a form that was left on a full disk */
		return -1;
	db = n->session.app->db;
	if (wave_load(db, n->task.wave, &n->session.wave, err) ||
		batch_load(db, n->task.batch, &n->session.batch, err))
		return -1;
	if (find_own(n, err))
		return -1;
	return session_next(&n->session, &n->offered, err);
}

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct number *n = self;
	int known;

	n->screens = s;
	n->task = *(const struct keying_task *)argument;
	n->session.app = app_of(s);
	n->session.kind = n->task.kind;
	if (app_may_write(app_of(s), err) || load(s, self, err))
		return -1;
	if (n->session.batch.closed_at[0])
		return error_set(err, ERROR_INPUT,
			_("Batch %d is closed. Open it again to key its forms."),
			n->session.batch.number);
	known = keyer_find(s, &n->session.keyer, ANSWER_KEYER, err);
	if (known == 0 && find_own(n, err))
		return -1;
	if (known == 0 && n->task.number)
		n->open_at_once = true;
	return known < 0 ? -1 : 0;
}

static void
save(struct number *n)
{
	struct error err = { 0 };

	if (session_save(&n->session, &err) || session_save(&n->mending, &err))
		screens_error(n->screens, &err);
}

static bool
leave(struct screens *s, void *self)
{
	(void)s;
	save(self);
	return true;
}

static void
keep(struct screens *s, void *self)
{
	(void)s;
	save(self);
}

static void
release(void *self)
{
	struct number *n = self;

	session_release(&n->session);
	session_release(&n->mending);
}

/* ---- opening a form ---- */

static int
find(struct number *n, int64_t number, struct error *err)
{
	if (form_by_number(n->session.app->db, n->task.wave, number, &n->form, err))
		return -1;
	if (n->form.batch != n->task.batch)
		return error_set(err, ERROR_INPUT,
			_("Form %lld belongs to batch %d, not to batch %d."), (long long)number,
			n->form.batch_number, n->session.batch.number);
	return 0;
}

static void
open_form(struct number *n, struct keying_session *session, bool take)
{
	struct keying_request request = { session, n->form, take };
	char text[640];

	n->typed[0] = '\0';
	if (screens_push(n->screens, &keying_form_screen, &request) == 0)
		return;
	if (session->refused.code == ERROR_CONFLICT && !take) {
		snprintf(text, sizeof text, "%s", session->refused.text);
		screens_say(n->screens, "%s", ""); /* the question says it */
		dialog_ask(n->screens, _("Take the form over?"), text, ANSWER_TAKE, 0);
		return;
	}
	refuse(n, &session->refused);
	if (take) /* nobody looks at the screen: the next digits are not for the number */
		dialog_message(n->screens, _("Take the form over?"), session->refused.text);
}

/* What was asked for waits for the answer to the question who keys, and is then done. */
static bool
know_keyer(struct number *n, int64_t number, bool correct)
{
	struct error err = { 0 };
	struct keyer keyer;
	int asked;

	if (n->session.keyer.id && !n->session.asks_who)
		return true;
	n->task.number = number;
	n->correct_at_once = correct;
	asked = keyer_find(n->screens, &keyer, ANSWER_KEYER, &err);
	if (asked < 0 || (asked == 0 && session_takes(&n->session, &keyer, &err)))
		refuse(n, &err);
	return asked == 0 && n->session.keyer.id;
}

static void
open_wanted(struct number *n, int64_t number)
{
	struct error err = { 0 };

	if (!know_keyer(n, number, false))
		return;
	if (!number)
		error_set(&err, ERROR_INPUT, "%s",
			n->offered ? _("Key the number that is stamped on the form.")
				   : _("No form of this batch waits. F10 goes back."));
	if (err.code != ERROR_NONE || find(n, number, &err))
		refuse(n, &err);
	else if (n->form.state == FORM_KEYED && n->task.kind == READING_FIRST)
		hold(n, number);
	else
		open_form(n, &n->session, false);
}

static void
correct(struct number *n, int64_t number)
{
	struct error err = { 0 };

	if (!know_keyer(n, number, true))
		return;
	if (!number) {
		error_set(&err, ERROR_INPUT, "%s", _("First key the number of the form, then F4."));
		refuse(n, &err);
		return;
	}
	if (find(n, number, &err) == 0 && n->form.state != FORM_KEYED)
		error_set(&err, ERROR_INPUT,
			_("Form %lld is not keyed yet; there is nothing to correct."),
			(long long)number);
	if (err.code != ERROR_NONE) {
		refuse(n, &err);
		return;
	}
	n->mending.kind = READING_CORRECTION;
	if (session_join(&n->mending, &n->session, &err))
		refuse(n, &err);
	else
		open_form(n, &n->mending, false);
}

/* ---- empty, spoilt, missing ---- */

static void
ask_state(struct number *n)
{
	struct error err = { 0 };
	int64_t number = n->typed[0] ? strtoll(n->typed, NULL, 10) : n->offered;

	if (!number)
		error_set(&err, ERROR_INPUT, "%s", _("First key the number of the form."));
	if (err.code != ERROR_NONE || find(n, number, &err) ||
		keying_state_ask(n->screens, &n->form, ANSWER_STATE, &err))
		refuse(n, &err);
}

static void
set_state(struct number *n, const char *reason)
{
	struct error err = { 0 };

	if (form_set_state(n->session.app->db, &n->form, n->state, reason, &err)) {
		refuse(n, &err);
		return;
	}
	n->typed[0] = '\0';
	screens_stale(n->screens);
	screens_say(n->screens, _("Form %lld: %s."), (long long)n->form.number,
		form_state_label(n->state));
}

/* ---- keys ---- */

static enum widget_result
number_event(void *self, const struct event *event)
{
	struct number *n = self;
	size_t length = strlen(n->typed);
	struct error err = { 0 };

	if (event->type != EVENT_KEY)
		return WIDGET_HANDLED;
	session_follow(&n->session, &n->mending, &err);
	session_key(&n->session);
	if (n->held && (event->key >= '0' && event->key <= '9')) {
		n->typed[0] = '\0';
		length = 0;
	}
	n->held = false;
	if (event->key >= '0' && event->key <= '9' && length < NUMBER_DIGITS) {
		n->typed[length] = (char)event->key;
		n->typed[length + 1] = '\0';
	} else if (event->key >= '0' && event->key <= '9') {
		error_set(&err, ERROR_INPUT,
			_("A form's number has at most %d digits. Key it anew."), NUMBER_DIGITS);
		refuse(n, &err);
	} else if (event->key == KEYS_BACKSPACE || event->key == KEYS_DELETE) {
		n->typed[length ? length - 1 : 0] = '\0';
	} else if (event->key == '-' && length) {
		n->typed[length - 1] = '\0';
	} else if (event->key == KEYS_ENTER) {
		open_wanted(n, keying_number_wanted(n));
	} else if (event->key == '+' || event->key == '=') {
		open_wanted(n, n->offered);
	} else if (event->key == 'm' || event->key == 'M') {
		ask_state(n);
	} else if (key_is_text(event->key)) {
		error_set(&err, ERROR_INPUT, "%s",
			_("Digits are the number, Enter opens the form, + takes the next one."));
		refuse(n, &err);
	} else {
		return WIDGET_PASS;
	}
	return WIDGET_HANDLED;
}

static const int ids[] = { ACTION_KEYING_FORMS, ACTION_KEYING_CORRECT, ACTION_KEYING_STATE, 0 };

static void
on_keyer(struct number *n, const struct event *event)
{
	struct error err = { 0 };
	struct keyer keyer;

	if (keyer_answer(n->screens, event, &keyer, &err) ||
		session_takes(&n->session, &keyer, &err)) {
		refuse(n, &err);
	} else {
		n->open_at_once = n->task.number != 0;
		screens_stale(n->screens);
	}
}

static void
on_state(struct number *n, const struct event *event)
{
	n->state = keying_state_chosen((int)event->number);
	if (n->state == FORM_WAITING)
		set_state(n, "");
	else
		keying_state_ask_reason(n->screens, n->state, ANSWER_REASON);
}

static void
on_reason(struct number *n, const struct event *event)
{
	const char *reason = keying_state_reason(n->state, (int)event->number);

	if (reason)
		set_state(n, reason);
	else
		keying_state_ask_words(n->screens, n->state, ANSWER_WORDS);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct number *n = self;
	struct error err = { 0 };

	switch (action) {
	case ANSWER_KEYER:
		on_keyer(n, event);
		break;
	case ANSWER_TAKE:
		open_form(n, &n->session, true);
		break;
	case ANSWER_STATE:
		on_state(n, event);
		break;
	case ANSWER_REASON:
		on_reason(n, event);
		break;
	case ANSWER_WORDS:
		if (keying_state_typed(&n->form, event->answer, &err))
			refuse(n, &err);
		else
			set_state(n, event->answer);
		break;
	case ANSWER_FORM:
		if (find(n, event->number, &(struct error){ 0 }) == 0 &&
			n->form.state == FORM_KEYED && n->task.kind == READING_FIRST)
			correct(n, event->number);
		else
			open_wanted(n, event->number);
		break;
	case ACTION_KEYING_FORMS:
		n->task.number = 0;
		screens_push(s, &keying_forms_screen, &n->task);
		break;
	case ACTION_KEYING_CORRECT:
		correct(n, n->typed[0] ? strtoll(n->typed, NULL, 10) : n->mended);
		break;
	case ACTION_KEYING_STATE:
		ask_state(n);
		break;
	default:
		return SCREEN_PASS;
	}
	return SCREEN_HANDLED;
}

/* A number that was given with the task opens before the first repaint. */
static void
settle(struct screens *s, void *self)
{
	struct number *n = self;
	int64_t number = n->task.number;

	if (!n->open_at_once || screens_self(s) != self)
		return;
	n->open_at_once = false;
	n->task.number = 0;
	if (n->correct_at_once)
		correct(n, number);
	else
		open_wanted(n, number);
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct number *n = self;

	snprintf(left, left_size,
		n->task.kind == READING_SECOND ? _("Batch %d, second keying") : _("Batch %d"),
		n->session.batch.number);
	text_copy(right, right_size, n->session.keyer.initials);
}

static enum context
context(const void *self)
{
	const struct number *n = self;
	bool waits = n->typed[0] || n->offered || n->begun || n->mended;

	/* With nothing left to key Esc need not wait for a digit behind it. */
	return waits ? CONTEXT_DIGITS : CONTEXT_TYPING;
}

static const struct widget_kind widget = { .event = number_event };

static struct focus
focus(void *self)
{
	return (struct focus){ &widget, self };
}

const struct screen keying_number_screen = { .name = "keying_number",
	.title = N_("Number of the form"),
	.size = sizeof(struct number),
	.actions = ids,
	.start = start,
	.load = load,
	.draw = keying_number_draw,
	.head = head,
	.act = act,
	.focus = focus,
	.context = context,
	.settle = settle,
	.leave = leave,
	.keep = keep,
	.release = release };
