/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Key problems and drivers of development of the unit become factors of its SWOT. */
#include "config.h"

#include "base/i18n.h"
#include "screens/frame/actions.h"
#include "screens/swot/factor_view.h"
#include "tui/dialog.h"

#include <stdio.h>

void
factor_take_ask(struct screens *s, struct factor_view *v, int action)
{
	struct problem_filter filter = { .slot = v->swot.slot, .kind = -1 };
	struct arena *arena = &v->base.arena;
	const char **choices;
	struct problem *list;
	struct error err = { 0 };
	int count;

	if (problem_list(v->base.app->db, &filter, arena, &list, &count, &err)) {
		screens_error(s, &err);
		return;
	}
	v->problems = arena_array(arena, (size_t)count + 1, sizeof *v->problems);
	choices = arena_array(arena, (size_t)count + 1, sizeof *choices);
	v->problem_count = 0;
	for (int i = 0; i < count; i++) {
		if (list[i].kind == PROBLEM_PRIORITY)
			continue;
		choices[v->problem_count] = arena_format(
			arena, "%s: %s", problem_kind_label(list[i].kind), list[i].text);
		v->problems[v->problem_count++] = list[i];
	}
	if (v->problem_count)
		dialog_choose(s, _("What becomes a factor?"), choices, v->problem_count, 0, action);
	else
		screens_say(s, "%s",
			_("This unit has no key problems or drivers yet: menu 6 2 keeps them."));
}

void
factor_take(struct screens *s, struct factor_view *v, int number)
{
	struct app *app = app_of(s);
	struct error err = { 0 };
	int64_t factor;
	char said[128];

	if (number >= v->problem_count)
		return;
	snprintf(said, sizeof said, _("A factor (%s) was added, with its evidence."),
		factor_kind_label(v->problems[number].kind == PROBLEM_DRIVER ? FACTOR_STRENGTH
									     : FACTOR_WEAKNESS));
	if (app_done(s,
		    app_may_write(app, &err) || swot_factor_take(app->db, v->id, &v->swot.rev,
							v->problems[number].id, &factor, &err),
		    &err, said) == 0)
		list_screen_want(v, factor);
}
