/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing the wave that a screen shows. */
#include "config.h"

#include "screens/surveys/wave_view.h"

#include "base/i18n.h"
#include "screens/surveys/survey_screens.h"
#include "tui/dialog.h"

int
wave_view_load(struct wave_view *v, struct app *app, struct arena *arena, struct error *err)
{
	v->count = 0;
	if (v->wave.id ? wave_load(app->db, v->wave.id, &v->wave, err)
		       : survey_wave(app, &v->wave, err))
		return -1;
	return wave_list(app->db, 0, arena, &v->list, &v->count, err);
}

void
wave_view_ask(struct screens *s, const struct wave_view *v, int action)
{
	struct arena arena = { 0 };
	const char **choices = arena_array(&arena, (size_t)v->count + 1, sizeof *choices);
	int at = 0;

	for (int i = 0; i < v->count; i++) {
		choices[i] = arena_format(&arena, "%s: %s, %s", v->list[i].code,
			v->list[i].survey_name, survey_wave_state(&v->list[i]));
		if (v->list[i].id == v->wave.id)
			at = i;
	}
	dialog_choose(s, _("Wave"), choices, v->count, at, action);
	arena_release(&arena);
}

void
wave_view_take(struct screens *s, struct wave_view *v, int number)
{
	if (number < v->count) {
		v->wave = v->list[number];
		survey_remember_wave(app_of(s), v->wave.code);
	}
	screens_stale(s);
}
