/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing the type of cases or the department of decisions. */
#include "config.h"

#include "screens/sheets/decision_choice.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

void
decision_choice_release(struct decision_choice *c)
{
	arena_release(&c->arena);
}

void
decision_choice_filter(const struct decision_choice *c, struct decision_filter *out)
{
	out->case_type = c->cases[0] ? c->cases : NULL;
	out->department = c->department[0] ? c->department : NULL;
}

char *
decision_choice_text(const struct decision_choice *c, char *dst, size_t size)
{
	snprintf(dst, size, "%s%s%s", c->cases, c->cases[0] && c->department[0] ? ", " : "",
		c->department);
	return dst;
}

static void
ask(struct screens *s, struct decision_choice *c, bool departments, int answer)
{
	const char *now = departments ? c->department : c->cases;
	struct error err = { 0 };
	const char **rows;
	int at = 0;

	arena_release(&c->arena);
	if (decision_words(
		    app_of(s)->db, NO_SLOT, departments, &c->arena, &c->words, &c->count, &err)) {
		c->count = 0;
		app_error(s, _("The choice could not be read"), &err);
		return;
	}
	rows = arena_array(&c->arena, (size_t)c->count + 1, sizeof *rows);
	rows[0] = departments ? _("all departments") : _("all types of cases");
	for (int i = 0; i < c->count; i++) {
		rows[i + 1] = c->words[i];
		if (!strcmp(c->words[i], now))
			at = i + 1;
	}
	dialog_choose(s, departments ? _("Department") : _("Type of cases"), rows, c->count + 1, at,
		answer);
}

int
decision_choice_act(struct screens *s, struct decision_choice *c, int action, int answer,
	const struct event *event)
{
	char *chosen = action == answer ? c->cases : c->department;

	if (action == ACTION_DECISION_CASES || action == ACTION_DECISION_DEPARTMENT) {
		ask(s, c, action == ACTION_DECISION_DEPARTMENT,
			action == ACTION_DECISION_CASES ? answer : answer + 1);
		return SCREEN_HANDLED;
	}
	if (action != answer && action != answer + 1)
		return SCREEN_PASS;
	text_copy(chosen, sizeof c->cases,
		event->number > 0 && event->number <= c->count ? c->words[event->number - 1] : "");
	screens_stale(s);
	return SCREEN_HANDLED;
}
