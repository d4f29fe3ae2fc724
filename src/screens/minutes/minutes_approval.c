/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of minutes to approval: sent for remarks, back to a draft, approved, their case mark. */
#include "config.h"

#include "screens/minutes/minutes_view.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

/* Apart from those of the list, to which answers come, too. */
enum { ANSWER_SEND_SO = ACTION_ANSWER_5, ANSWER_SEND, ANSWER_APPROVE, ANSWER_MARK };

bool
minutes_may(struct screens *s, enum person_role role)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (app_may_write(app, &err) == 0 && person_may(&app->person, role, &err) == 0)
		return true;
	app_error(s, _("Nothing was changed"), &err);
	return false;
}

static void
send(struct screens *s, struct minutes_view *v, const char *until)
{
	struct app *app = app_of(s);
	struct error err = { 0 };
	struct date day;
	char today[16], iso[16] = "";

	date_iso(today, sizeof today, clock_today());
	if (*until && date_parse_due(until, clock_today(), &day)) {
		screens_refuse(s, _("“%s” is no day; write 12.3, 12.03.2027 or +14."), until);
		return;
	}
	if (*until)
		date_iso(iso, sizeof iso, day);
	app_done(s, minutes_send(app->db, &v->minutes, today, iso, &err), &err,
		_("The minutes wait for remarks; F2 writes the file to send."));
}

static void
approve(struct screens *s, struct minutes_view *v)
{
	struct error err = { 0 };
	char today[16];

	app_done(s,
		minutes_approve(app_of(s)->db, &v->minutes,
			date_iso(today, sizeof today, clock_today()), &err),
		&err, _("The minutes are approved and frozen."));
}

/* What the text does not say any more, in the arena; "" = nothing. */
static const char *
outdated(const struct minutes_view *v, struct arena *arena)
{
	struct error ignored = { 0 };
	const char *words = "";

	if (v->minutes.state == MINUTES_APPROVED ||
		minutes_outdated(v->base.app->db, &v->minutes, arena, &words, &ignored))
		words = "";
	return words;
}

static void
ask_until(struct screens *s)
{
	dialog_input(s, _("Send for remarks"), _("Remarks until"), "+14", ANSWER_SEND);
}

static void
ask_send(struct screens *s, const struct minutes_view *v)
{
	struct arena arena = { 0 };
	const char *words = outdated(v, &arena);

	if (*words)
		dialog_ask(s, _("Send the minutes all the same?"),
			arena_format(
				&arena, _("%s F4 corrects the text, F7 makes it anew."), words),
			ANSWER_SEND_SO, 0);
	else
		ask_until(s);
	arena_release(&arena);
}

/* What speaks against approving now, before the question. */
static void
doubts(const struct minutes_view *v, char *dst, size_t size)
{
	struct arena arena = { 0 };
	struct error ignored = { 0 };
	struct minutes_remark *list;
	char today[16], day[32];
	int count, unchanged = 0;
	const char *words = outdated(v, &arena), *unseen = minutes_unseen(&v->minutes, &arena);
	size_t used = 0;

	*dst = '\0';
	if (v->minutes.state == MINUTES_REMARKS &&
		strcmp(v->minutes.remarks_until, date_iso(today, sizeof today, clock_today())) >= 0)
		used = (size_t)snprintf(dst, size, _(" Remarks may still come until %s."),
			format_date(day, sizeof day, v->minutes.remarks_until));
	if (minutes_remarks(v->base.app->db, v->minutes.id, &arena, &list, &count, &ignored) == 0)
		for (int i = 0; i < count; i++)
			unchanged += (list[i].outcome == MINUTES_TAKEN ||
					     list[i].outcome == MINUTES_PARTLY) &&
				     list[i].version == v->minutes.versions;
	if (unchanged && used < size)
		snprintf(dst + used, size - used,
			P_(" %d remark was taken over, but the text did not change since.",
				" %d remarks were taken over, but the text did not change since.",
				(unsigned long)unchanged),
			unchanged);
	used = strlen(dst);
	snprintf(dst + used, size - used, "%s%s%s%s", *unseen ? " " : "", unseen, *words ? " " : "",
		words);
	arena_release(&arena);
}

static int
act_state(struct screens *s, struct minutes_view *v, int action)
{
	struct error err = { 0 };
	char text[1024], but[800];

	if (!v->minutes.id && (action == ACTION_MINUTES_SEND || action == ACTION_MINUTES_DRAFT ||
				      action == ACTION_MINUTES_APPROVE)) {
		screens_say(s, "%s", _("There are no minutes yet: F7 makes them."));
		return SCREEN_HANDLED;
	}
	switch (action) {
	case ACTION_MINUTES_SEND:
		if (minutes_may(s, PERSON_CLERK))
			ask_send(s, v);
		return SCREEN_HANDLED;
	case ACTION_MINUTES_DRAFT:
		if (minutes_may(s, PERSON_CLERK))
			app_done(s, minutes_take_back(app_of(s)->db, &v->minutes, &err), &err,
				_("The minutes are a draft again."));
		return SCREEN_HANDLED;
	case ACTION_MINUTES_APPROVE:
		if (!minutes_may(s, PERSON_COORDINATOR))
			return SCREEN_HANDLED;
		if (v->minutes.open_remarks && v->minutes.state != MINUTES_APPROVED) {
			minutes_open_remarks(&v->minutes, &err);
			app_error(s, _("The minutes cannot be approved yet"), &err);
			return SCREEN_HANDLED;
		}
		doubts(v, but, sizeof but);
		snprintf(text, sizeof text,
			_("Version %d becomes the minutes and does not change any more.%s"),
			v->minutes.versions, but);
		dialog_ask(s, _("Approve the minutes?"), text, ANSWER_APPROVE, 0);
		return SCREEN_HANDLED;
	case ACTION_MINUTES_CASE:
		if (minutes_may(s, PERSON_CLERK))
			dialog_input(s, _("Case mark"), _("Case mark"), v->minutes.case_mark,
				ANSWER_MARK);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

int
minutes_approval_act(
	struct screens *s, struct minutes_view *v, int action, const struct event *event)
{
	struct error err = { 0 };

	switch (action) {
	case ANSWER_SEND_SO:
		ask_until(s);
		return SCREEN_HANDLED;
	case ANSWER_SEND:
		send(s, v, event->answer);
		return SCREEN_HANDLED;
	case ANSWER_APPROVE:
		approve(s, v);
		return SCREEN_HANDLED;
	case ANSWER_MARK:
		app_done(s,
			minutes_set_case_mark(v->base.app->db, &v->minutes, event->answer, &err),
			&err, _("The case mark is saved."));
		return SCREEN_HANDLED;
	default:
		return act_state(s, v, action);
	}
}
