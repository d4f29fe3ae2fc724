/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the expert says of a row of the diagnosis: confirmed, rejected, written among problems. */
#include "config.h"

#include "screens/diagnosis/diagnosis_view.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "screens/indicators/indicator_form.h"
#include "screens/indicators/source.h"
#include "tui/dialog.h"

#include <stdio.h>

static void
decide(struct screens *s, struct diagnosis_view *v, int row, bool confirmed, const char *reason)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	app_done(s,
		app_may_write(app, &err) ||
			finding_decide(app->db, &v->question, &v->answer, v->shown[row],
				diagnosis_view_finding(v, diagnosis_view_row(v, row)), confirmed,
				reason, &err),
		&err, confirmed ? _("The proposal is confirmed.") : _("The proposal is rejected."));
}

/* The class proposes the kind; the person says what it is. */
static void
ask_kind(struct screens *s, struct diagnosis_view *v, const struct diagnosis_row *r)
{
	const char *choices[FINDING_KINDS];

	for (int k = 0; k < FINDING_KINDS; k++)
		choices[k] = problem_kind_label(finding_kinds[k]);
	v->taking = -1;
	dialog_choose(s, _("Write it among"), choices, FINDING_KINDS,
		finding_problem_kind(r) != finding_kinds[0], DIAGNOSIS_ANSWER_TAKE);
}

static void
ask_text(struct screens *s, struct diagnosis_view *v, int row, int choice)
{
	v->taking = (int)finding_kinds[choice];
	dialog_propose(s,
		v->taking == PROBLEM_DRIVER ? _("Write among the drivers of development")
					    : _("Write among the key problems"),
		_("In a sentence"), diagnosis_view_row(v, row)->indicator->name,
		DIAGNOSIS_ANSWER_TAKE);
}

static void
take(struct screens *s, struct diagnosis_view *v, int row, const char *text)
{
	struct app *app = app_of(s);
	struct error err = { 0 };
	int64_t problem;

	app_done(s,
		app_may_write(app, &err) ||
			finding_take(app->db, &v->question, &v->answer, v->shown[row],
				diagnosis_view_finding(v, diagnosis_view_row(v, row)),
				(enum problem_kind)v->taking, text, &problem, &err),
		&err, _("Written among problems and drivers (menu 6 2) with its figures."));
}

static void
withdraw(struct screens *s, struct diagnosis_view *v, const struct diagnosis_row *r)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (!diagnosis_view_finding(v, r))
		screens_say(s, "%s", _("Nobody has decided on this indicator yet."));
	else
		app_done(s,
			app_may_write(app, &err) ||
				finding_withdraw(app->db, v->question.id, r->indicator->code, &err),
			&err, _("The decision is taken back."));
}

static void
say_finding(struct screens *s, const struct diagnosis_view *v, const struct diagnosis_row *r,
	const struct finding *f)
{
	char text[1200], value[48], level[32], day[32];
	/* of levels from 0 to 1 the middle that the row has now says it */
	bool near = f->near || standing_near(v->question.method, f->level, r->level_middle,
				       f->change, r->change_middle);

	number_format(value, sizeof value, f->value, f->decimals);
	number_format(level, sizeof level, f->level, 2);
	snprintf(text, sizeof text,
		_("%s: %s\n%s, %s\nValue %s %s, level %s, n = %d, missing %d; %s\n%s"), f->name,
		standing_words(f->standing, near),
		f->confirmed ? C_("finding", "confirmed") : C_("finding", "rejected"),
		clock_local(day, sizeof day, f->decided_at), value, f->measure, level, f->n,
		f->missing, f->peers, f->reason);
	dialog_message(s, _("What the expert said"), text);
}

/* What makes a row confirmed. */
static int
act_confirming(struct screens *s, struct diagnosis_view *v, int row, int action)
{
	const struct diagnosis_row *r = diagnosis_view_row(v, row);

	switch (action) {
	case ACTION_FINDING_CONFIRM:
		decide(s, v, row, true, "");
		return SCREEN_HANDLED;
	case ACTION_FINDING_TAKE:
		ask_kind(s, v, r);
		return SCREEN_HANDLED;
	case ACTION_FINDING_FACTOR:
		diagnosis_factor_ask(s, v, row);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

/* What somebody rejected is turned only when the person says so. */
static void
ask_turn(struct screens *s, struct diagnosis_view *v, const struct finding *f, int action)
{
	char text[900], day[32];

	v->turning = action;
	snprintf(text, sizeof text,
		_("%s, %s: “%s”.\nIs it confirmed all the same? It is kept as the reason of the "
		  "former rejection."),
		f->login, clock_local(day, sizeof day, f->decided_at), f->reason);
	dialog_ask(s, _("This proposal was rejected"), text, DIAGNOSIS_ANSWER_TURN, 0);
}

/* Said at once, before anybody writes a sentence about it. */
static bool
refuse_undecidable(struct screens *s, const struct diagnosis_row *r, int action)
{
	struct error err = { 0 };

	if ((action != ACTION_FINDING_CONFIRM && action != ACTION_FINDING_REJECT &&
		    action != ACTION_FINDING_TAKE) ||
		!finding_check(r, &err))
		return false;
	screens_error(s, &err);
	return true;
}

int
diagnosis_act_indicator(struct screens *s, struct diagnosis_view *v, int row, int action)
{
	const struct diagnosis_row *r = diagnosis_view_row(v, row);
	const struct finding *f = diagnosis_view_finding(v, r);
	char numbers[256];

	if (refuse_undecidable(s, r, action))
		return SCREEN_HANDLED;
	switch (action) {
	case ACTION_OPEN:
	case ACTION_SOURCE:
		diagnosis_note(v, row, numbers, sizeof numbers);
		source_open_with(s, r->indicator, v->question.year, v->question.slot, numbers);
		return SCREEN_HANDLED;
	case ACTION_EDIT:
		indicator_form_open(s, r->indicator->id);
		return SCREEN_HANDLED;
	case ACTION_FINDING_CONFIRM:
	case ACTION_FINDING_TAKE:
	case ACTION_FINDING_FACTOR:
		if (f && !f->confirmed)
			ask_turn(s, v, f, action);
		else if (action == ACTION_FINDING_CONFIRM)
			dialog_input(s, _("Confirm the proposal"), _("Why (may stay empty)"),
				f ? f->reason : "", DIAGNOSIS_ANSWER_CONFIRM);
		else
			return act_confirming(s, v, row, action);
		return SCREEN_HANDLED;
	case ACTION_FINDING_REJECT:
		dialog_input(s, _("Reject the proposal"), _("Why"),
			f && !f->confirmed ? f->reason : "", DIAGNOSIS_ANSWER_REASON);
		return SCREEN_HANDLED;
	case ACTION_FINDING_WITHDRAW:
		withdraw(s, v, r);
		return SCREEN_HANDLED;
	case ACTION_EVIDENCE:
		if (f)
			say_finding(s, v, r, f);
		else
			screens_say(s, "%s", _("Nobody has decided on this indicator yet."));
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

bool
diagnosis_answer(
	struct screens *s, struct diagnosis_view *v, int row, int action, const struct event *event)
{
	switch (action) {
	case DIAGNOSIS_ANSWER_REASON:
	case DIAGNOSIS_ANSWER_CONFIRM:
		decide(s, v, row, action == DIAGNOSIS_ANSWER_CONFIRM, event->answer);
		return true;
	case DIAGNOSIS_ANSWER_TAKE:
		if (v->taking < 0)
			ask_text(s, v, row, event->number);
		else
			take(s, v, row, event->answer);
		return true;
	case DIAGNOSIS_ANSWER_TURN:
		act_confirming(s, v, row, v->turning);
		return true;
	case DIAGNOSIS_ANSWER_FACTOR:
		diagnosis_factor_answer(s, v, row, event);
		return true;
	default:
		return false;
	}
}
