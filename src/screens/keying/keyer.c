/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Own account: the operator follows it and is made after a yes. Shared account: initials. */
#include "config.h"

#include "screens/keying/keyer.h"

#include "base/i18n.h"
#include "tui/dialog.h"

#include <stdio.h>

static int
ask_initials(struct screens *s, int action)
{
	dialog_input(s, _("Who is at the keyboard?"), _("Your initials:"), "", action);
	return 1;
}

int
keyer_own(struct app *app, struct keyer *out, struct error *err)
{
	*out = (struct keyer){ 0 };
	if (app->shared || operator_of(app->db, app->person.id, out, err) == 0)
		return 0;
	if (err->code != ERROR_MISSING)
		return -1;
	error_clear(err);
	return 0;
}

int
keyer_find(struct screens *s, struct keyer *out, int action, struct error *err)
{
	struct app *app = app_of(s);
	char text[512];

	if (keyer_own(app, out, err) < 0)
		return -1;
	if (app->shared)
		return ask_initials(s, action);
	if (out->id)
		return 0;
	snprintf(text, sizeof text,
		_("You have not keyed forms here yet. Enter “%s” in the list of operators, so that "
		  "it is known who keyed which form?"),
		app->person.name[0] ? app->person.name : app->login);
	dialog_offer(s, _("Who is keying?"), text, action, 0);
	return 1;
}

int
keyer_answer(struct screens *s, const struct event *event, struct keyer *out, struct error *err)
{
	struct app *app = app_of(s);

	if (!app->shared)
		return operator_make_own(app->db, &app->person, out, err);
	return operator_declare(app->db, event->answer ? event->answer : "", out, err);
}
