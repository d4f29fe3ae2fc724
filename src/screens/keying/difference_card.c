/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settling one difference after the other. Who settles keys what the paper says first; only then
 * both readings appear, with what that means, so that nobody follows a reading. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/keying/difference_view.h"
#include "screens/keying/keyer.h"
#include "screens/keying/keying_codes.h"
#include "screens/keying/sound.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

enum { ANSWER_KEYER = ACTION_ANSWER_1, ANSWER_REASON };

/* ---- which one ---- */

static int
load_form(struct difference_view *v, struct error *err)
{
	struct sheet *h = &v->sheet;
	const struct difference *d = &v->now;
	int question;

	arena_release(&h->arena);
	h->answers = (struct answers){ .arena = &h->arena };
	if (form_by_number(v->session.app->db, v->wave.id, d->number, &h->form, err) ||
		session_prepare(&v->session, h->form.version, err) ||
		form_answers(v->session.app->db, h->form.id, &v->session.q, &h->answers, err))
		return -1;
	question = question_by_id(&v->session.q, d->question);
	if (question < 0)
		return error_set(err, ERROR_MISSING, "%s",
			_("The questionnaire of the form has no such question."));
	answers_remove(&h->answers, question, d->occurrence);
	h->at = (struct place){ question, d->occurrence };
	keying_codes_field(h);
	v->step = DIFFERENCE_PAPER;
	return 0;
}

/* The texts of a difference live in an arena of their own. */
static void
take(struct difference_view *v, const struct difference *d)
{
	v->now = *d;
	v->now.first = arena_string(&v->arena, d->first);
	v->now.second = arena_string(&v->arena, d->second);
	v->now.third = arena_string(&v->arena, d->third);
	v->now.name = arena_string(&v->arena, d->name);
	v->now.label = arena_string(&v->arena, d->label);
}

/* The next open one behind the present one, else the first; false = none left. */
static bool
next(struct difference_view *v, struct error *err)
{
	struct arena arena = { 0 };
	struct difference d;
	bool found = difference_next(v->session.app->db, v->wave.id, v->batch, v->now.number,
			     &arena, &d, &v->left, err) == 0 &&
		     v->left > 0;

	if (found)
		take(v, &d);
	arena_release(&arena);
	return found;
}

static int
count_left(struct difference_view *v, struct error *err)
{
	struct difference_counts counts;

	if (difference_count(v->session.app->db, v->wave.id, v->batch, &counts, err))
		return -1;
	v->left = counts.open;
	return 0;
}

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	const struct difference_request *r = argument;
	struct difference_view *v = self;
	struct app *app = app_of(s);

	v->screens = s;
	v->batch = r->batch;
	v->session.app = app;
	v->session.kind = READING_THIRD;
	v->sheet.session = &v->session;
	v->sheet.text = v->text;
	v->sheet.field.edit = (struct edit){ .text = v->text, .size = sizeof v->text };
	take(v, &r->chosen);
	if (app_may_write(app, err) || wave_load(app->db, r->wave, &v->wave, err) ||
		load_form(v, err) || count_left(v, err))
		return -1;
	v->session.wave = v->wave;
	if (strcmp(v->now.outcome, "open"))
		v->step = DIFFERENCE_SETTLED;
	/* Who has an account of their own may look first and is asked when they key the answer. */
	if (app->shared ? keyer_find(s, &v->session.keyer, ANSWER_KEYER, err) < 0
			: keyer_own(app, &v->session.keyer, err) < 0)
		return -1;
	difference_take_up(v);
	return 0;
}

static void
release(void *self)
{
	struct difference_view *v = self;

	arena_release(&v->sheet.field_arena);
	arena_release(&v->sheet.arena);
	arena_release(&v->arena);
	session_release(&v->session);
}

/* ---- deciding ---- */

static void
refuse(struct difference_view *v, const struct error *err)
{
	app_error(v->screens, _("Nothing was settled"), err);
	sound_play(v->screens, SOUND_REFUSED);
	if (screens_term(v->screens))
		term_drop_keys(screens_term(v->screens));
}

static void
say(struct difference_view *v, const char *text)
{
	struct error err = { .code = ERROR_INPUT };

	text_copy(err.text, sizeof err.text, text);
	refuse(v, &err);
}

static void
go_on(struct difference_view *v)
{
	struct screens *s = v->screens;
	struct error err = { 0 };
	long long number = v->now.number;
	char question[16];

	text_copy(question, sizeof question, v->now.question_number);
	app_changed(s);
	if (next(v, &err) && load_form(v, &err) == 0) {
		if (!difference_take_up(v))
			screens_say(s, _("Form %lld, question %s is settled."), number, question);
		return;
	}
	screens_pop(s);
	if (err.code != ERROR_NONE)
		screens_error(s, &err);
	else
		screens_say(s, "%s", _("All differences are settled."));
}

/* A decision with a value of its own is taken back as it was taken. */
static void
took_third(struct difference_view *v, struct difference *d)
{
	bool own = !strcmp(d->outcome, "third") || !strcmp(d->outcome, "ambiguous");

	d->third = own ? arena_string(&v->arena, v->paper) : "";
	d->third_missing = own ? v->paper_missing : MISSING_NONE;
}

static void
decide(struct difference_view *v, const char *outcome)
{
	struct error err = { 0 };

	if (!v->session.keyer.id) {
		text_copy(v->pending, sizeof v->pending, outcome);
		if (keyer_find(v->screens, &v->session.keyer, ANSWER_KEYER, &err) < 0)
			refuse(v, &err);
		if (!v->session.keyer.id)
			return;
	}
	v->pending[0] = '\0';
	if (difference_decide(v->session.app->db, v->wave.id, &v->now, &v->session.keyer, outcome,
		    v->paper, v->paper_missing, v->together ? SETTLED_BOTH : SETTLED_THIRD, &err)) {
		refuse(v, &err);
		return;
	}
	v->last = v->now;
	v->has_last = true;
	text_copy(v->last.outcome, sizeof v->last.outcome,
		strcmp(outcome, "third") ? outcome : difference_meaning(v));
	took_third(v, &v->last);
	go_on(v);
}

static void
paper_says(struct difference_view *v, const char *value, enum missing missing)
{
	struct error err = { 0 };

	text_copy(v->paper, sizeof v->paper, value);
	v->paper_missing = missing;
	v->typed = true;
	v->step = DIFFERENCE_SHOWN;
	if (!v->session.keyer.id &&
		keyer_find(v->screens, &v->session.keyer, ANSWER_KEYER, &err) < 0)
		refuse(v, &err);
	difference_keep(v);
}

/* Both readings without the paper's first: only where two keyings are independent. */
static void
show_both(struct difference_view *v)
{
	if (v->wave.second_method != SECOND_INDEPENDENT) {
		say(v, _("In this wave the paper is keyed first; then both readings appear."));
		return;
	}
	v->typed = false;
	v->step = DIFFERENCE_SHOWN;
}

static void
take_back(struct difference_view *v)
{
	struct error err = { 0 };
	struct app *app = v->session.app;
	struct difference *d = v->step == DIFFERENCE_SETTLED ? &v->now : &v->last;

	if (v->step != DIFFERENCE_SETTLED && !v->has_last) {
		say(v, _("There is no decision to take back."));
		return;
	}
	if (app_may_write(app, &err) ||
		difference_reopen(app->db, d, &v->session.keyer, &err)) {
		refuse(v, &err);
		return;
	}
	text_copy(d->outcome, sizeof d->outcome, "open");
	took_third(v, d);
	v->now = *d;
	v->has_last = false;
	app_changed(v->screens);
	if (load_form(v, &err) || count_left(v, &err))
		refuse(v, &err);
	else
		screens_say(v->screens, _("The decision on form %lld, question %s is taken back."),
			(long long)v->now.number, v->now.question_number);
}

/* ---- keys ---- */

static void
ask_reason(struct difference_view *v)
{
	const char *words[MISSING_COUNT];
	int count = 0;

	v->reason_count = 0;
	for (int m = 1; m < MISSING_COUNT; m++)
		if (m != MISSING_OFF_ROUTE) {
			v->reasons[v->reason_count++] = (enum missing)m;
			words[count++] = _(missing_reason((enum missing)m)->label);
		}
	dialog_choose(v->screens, _("Why is there no answer?"), words, count, 0, ANSWER_REASON);
}

static enum widget_result
paper_event(struct difference_view *v, const struct event *event)
{
	struct keying_field *f = &v->sheet.field;
	struct error err = { 0 };

	switch (keying_field_event(f, event, &err)) {
	case KEYED_ANSWER:
		if (f->missing == MISSING_NONE &&
			route_legal(v->session.route, &v->sheet.answers, v->sheet.at,
				f->kind == KEYED_TEXT ? v->text : f->value, &err)) {
			refuse(v, &err);
			keying_codes_field(&v->sheet);
		} else {
			paper_says(v, f->kind == KEYED_TEXT ? v->text : f->value, f->missing);
		}
		break;
	case KEYED_NO_ANSWER:
		paper_says(v, "", MISSING_NO_ANSWER);
		break;
	case KEYED_REASONS:
		ask_reason(v);
		break;
	case KEYED_REFUSED:
		refuse(v, &err);
		break;
	case KEYED_PASS:
		return WIDGET_PASS;
	default:
		break; /* waits, or a key that means nothing here */
	}
	return WIDGET_HANDLED;
}

/* After a long time at a shared account another person may sit there. */
static bool
asks_who(struct difference_view *v, const struct event *event)
{
	struct error err = { 0 };

	session_key(&v->session);
	if (!v->session.asks_who)
		return false;
	v->held = event ? *event : (struct event){ 0 };
	if (keyer_find(v->screens, &(struct keyer){ 0 }, ANSWER_KEYER, &err) < 0)
		refuse(v, &err);
	return true;
}

static enum widget_result
view_event(void *self, const struct event *event)
{
	struct difference_view *v = self;

	if (event->type == EVENT_KEY && asks_who(v, event))
		return WIDGET_HANDLED;
	if (v->step == DIFFERENCE_PAPER)
		return paper_event(v, event);
	if (event->type != EVENT_KEY)
		return WIDGET_PASS;
	if (event->key == '-' || event->key == KEYS_BACKSPACE) {
		if (v->step == DIFFERENCE_SHOWN) {
			keying_codes_field(&v->sheet);
			difference_give_up(v);
			v->step = DIFFERENCE_PAPER;
		}
		return WIDGET_HANDLED;
	}
	if (event->key != KEYS_ENTER)
		return WIDGET_PASS;
	if (v->step == DIFFERENCE_SHOWN && v->typed)
		decide(v, "third");
	else if (v->step == DIFFERENCE_SHOWN)
		say(v, _("F3 takes the first keying, F4 the second, - goes back to the paper."));
	return WIDGET_HANDLED;
}

static void
on_shown(struct difference_view *v, int action)
{
	if (v->step != DIFFERENCE_SHOWN)
		say(v, _("First key what the paper says."));
	else if (action == ACTION_DIFFERENCE_AMBIGUOUS && !v->typed)
		say(v, _("Key what shall stand first; then F5 says that the paper is ambiguous."));
	else
		decide(v, action == ACTION_DIFFERENCE_FIRST    ? "first"
			  : action == ACTION_DIFFERENCE_SECOND ? "second"
							       : "ambiguous");
}

/* Somebody else than before: what the paper says is keyed by each for themselves. */
static void
begin_anew(struct difference_view *v)
{
	struct error err = { 0 };

	if (strcmp(v->now.outcome, "open"))
		return;
	v->typed = false;
	v->together = false;
	v->pending[0] = '\0';
	if (load_form(v, &err))
		refuse(v, &err);
}

/* It is known who keys: what was to be decided is decided. */
static void
keyer_known(struct difference_view *v, const struct event *event)
{
	struct error err = { 0 };
	struct event held = v->held;
	struct keyer keyer = { 0 };
	int64_t before = v->session.keyer.id;
	char outcome[sizeof v->pending];

	if (keyer_answer(v->screens, event, &keyer, &err)) {
		v->pending[0] = '\0';
		refuse(v, &err);
		return;
	}
	v->session.keyer = keyer;
	v->session.asks_who = false;
	v->held = (struct event){ 0 };
	screens_say(v->screens, "%s", "");
	if (before && before != keyer.id)
		begin_anew(v);
	text_copy(outcome, sizeof outcome, v->pending);
	v->pending[0] = '\0';
	if (before == keyer.id && held.type == EVENT_KEY)
		view_event(v, &held);
	else if (outcome[0] && v->step == DIFFERENCE_SHOWN)
		decide(v, outcome);
	else if (!difference_take_up(v))
		difference_keep(v);
}

static int
answer(struct difference_view *v, int action, const struct event *event)
{
	if (action == ANSWER_REASON && event->number < v->reason_count)
		paper_says(v, "", v->reasons[event->number]);
	else if (action == ANSWER_KEYER)
		keyer_known(v, event);
	return SCREEN_HANDLED;
}

static const int ids[] = { ACTION_DIFFERENCE_FIRST, ACTION_DIFFERENCE_SECOND,
	ACTION_DIFFERENCE_AMBIGUOUS, ACTION_DIFFERENCE_SHOW, ACTION_DIFFERENCE_TOGETHER,
	ACTION_DIFFERENCE_UNDO, 0 };

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct difference_view *v = self;

	(void)s;
	if (action_listed(ids, action) && asks_who(v, NULL))
		return SCREEN_HANDLED;
	switch (action) {
	case ANSWER_KEYER:
	case ANSWER_REASON:
		return answer(v, action, event);
	case ACTION_DIFFERENCE_FIRST:
	case ACTION_DIFFERENCE_SECOND:
	case ACTION_DIFFERENCE_AMBIGUOUS:
		on_shown(v, action);
		return SCREEN_HANDLED;
	case ACTION_DIFFERENCE_SHOW:
		if (v->step == DIFFERENCE_PAPER)
			show_both(v);
		return SCREEN_HANDLED;
	case ACTION_DIFFERENCE_TOGETHER:
		v->together = !v->together;
		return SCREEN_HANDLED;
	case ACTION_DIFFERENCE_UNDO:
		take_back(v);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct difference_view *v = self;

	snprintf(left, left_size, _("Form %lld"), (long long)v->now.number);
	if (v->session.keyer.initials[0])
		snprintf(right, right_size,
			P_("%d to be settled · %s", "%d to be settled · %s",
				(unsigned long)v->left),
			v->left, v->session.keyer.initials);
	else
		snprintf(right, right_size,
			P_("%d to be settled", "%d to be settled", (unsigned long)v->left),
			v->left);
}

static enum context
context(const void *self)
{
	(void)self;
	return CONTEXT_DIGITS;
}

static const struct widget_kind widget = { .event = view_event };

static struct focus
focus(void *self)
{
	return (struct focus){ &widget, self };
}

const struct screen difference_card_screen = { .name = "difference_card",
	.title = N_("Difference"),
	.size = sizeof(struct difference_view),
	.actions = ids,
	.start = start,
	.draw = difference_view_draw,
	.head = head,
	.act = act,
	.focus = focus,
	.context = context,
	.release = release };
