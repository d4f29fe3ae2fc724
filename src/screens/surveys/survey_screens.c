/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps that several screens of surveys offer. */
#include "config.h"

#include "screens/surveys/survey_screens.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

static const char preference[] = "wave";

/* *last: the one that survey_wave() means. */
static int
list_waves(struct app *app, struct arena *arena, struct wave **list, int *count, int *last,
	struct error *err)
{
	struct error ignored = { 0 };
	char code[33] = "";

	(void)preference_load(app->db, app->person.id, preference, code, sizeof code, &ignored);
	if (wave_list(app->db, 0, arena, list, count, err))
		return -1;
	*last = -1;
	for (int i = 0; i < *count; i++) {
		const struct wave *w = &(*list)[i];

		if (strcmp(w->code, code) == 0) {
			*last = i;
			break;
		}
		if (*last < 0 || ((*list)[*last].closed_at[0] && !w->closed_at[0]))
			*last = i;
	}
	if (*last >= 0)
		return 0;
	return error_set(err, ERROR_MISSING,
		_("There is no wave yet: menu 3 6 makes a survey and its wave."));
}

int
survey_wave(struct app *app, struct wave *out, struct error *err)
{
	struct arena arena = { 0 };
	struct wave *list;
	int count, last, result = list_waves(app, &arena, &list, &count, &last, err);

	if (result == 0)
		*out = list[last];
	arena_release(&arena);
	return result;
}

int
survey_waves_offered(struct app *app, struct arena *arena, struct wave **list,
	const char *const **choices, int *last, struct error *err)
{
	const char **texts;
	int count;

	if (list_waves(app, arena, list, &count, last, err))
		return -1;
	texts = arena_array(arena, (size_t)count + 1, sizeof *texts);
	for (int i = 0; i < count; i++)
		texts[i] = arena_format(arena, "%s  %s", (*list)[i].code, (*list)[i].survey_name);
	*choices = texts;
	return 0;
}

void
survey_remember_wave(struct app *app, const char *code)
{
	struct error ignored = { 0 };

	if (!db_read_only(app->db))
		(void)preference_save(app->db, app->person.id, preference, code, &ignored);
}

const char *
survey_wave_state(const struct wave *w)
{
	char today[16];

	date_iso(today, sizeof today, clock_today());
	if (w->erased_at[0])
		return _("data erased");
	if (w->keep_until[0] && strcmp(w->keep_until, today) < 0)
		return _("to be erased");
	return w->closed_at[0] ? _("closed") : _("open");
}

int
survey_may(struct app *app, enum person_role role, struct error *err)
{
	return app_may_write(app, err) || person_may(&app->person, role, err) ? -1 : 0;
}

/* Which batches stand against closing, and how they are closed; false = none, or nobody knows. */
static bool
tell_open_batches(struct screens *s, const struct wave *w)
{
	struct error ignored = { 0 };
	struct arena arena = { 0 };
	const char *names = "";
	struct batch *list;
	int count = 0, open = 0;

	if (batch_list(app_of(s)->db, w->id, &arena, &list, &count, &ignored))
		count = 0;
	for (int i = 0; i < count; i++)
		if (!list[i].closed_at[0])
			names = arena_format(
				&arena, "%s%s%d", names, open++ ? ", " : "", list[i].number);
	if (open)
		dialog_message(s, _("Close the wave"),
			arena_format(&arena,
				P_("Batch %s of the wave %s is still open. Close it first: b shows "
				   "the batches, z closes the one that is marked.",
					"Batches %s of the wave %s are still open. Close them "
					"first: "
					"b shows the batches, z closes the one that is marked.",
					open),
				names, w->code));
	arena_release(&arena);
	return open > 0;
}

void
survey_ask_close_wave(struct screens *s, const struct wave *w, int close, int reopen)
{
	const char *missing = wave_not_said(w);
	char text[512];
	size_t used;

	if (w->closed_at[0]) {
		snprintf(text, sizeof text,
			_("The wave %s is closed. Open it again, so that paper can come in and "
			  "forms can be corrected? To correct a form open its batch again, too: "
			  "menu 3 4, z."),
			w->code);
		dialog_ask(s, _("Open again"), text, reopen, 0);
	} else if (!tell_open_batches(s, w)) {
		snprintf(text, sizeof text,
			_("Close the wave %s? No paper comes in and nothing is keyed until it is "
			  "opened again."),
			w->code);
		used = strlen(text);
		if (missing)
			snprintf(text + used, sizeof text - used, " %s %s", missing,
				_("F4 of the wave takes it in."));
		dialog_ask(s, _("Close the wave"), text, close, 0);
	}
}

void
survey_close_wave(struct screens *s, struct wave *w, bool close)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (survey_may(app, PERSON_COORDINATOR, &err) ||
		(close ? wave_close(app->db, w, &err) : wave_reopen(app->db, w, &err))) {
		screens_stale(s); /* a colleague may have been faster */
		app_error(s, close ? _("The wave stays open") : _("The wave stays closed"), &err);
		return;
	}
	app_changed(s);
	screens_say(s, "%s", close ? _("The wave is closed.") : _("The wave is open again."));
}

void
survey_ask_erase(struct screens *s, const struct wave *w, int action)
{
	char text[512];

	snprintf(text, sizeof text,
		_("Wave %s: who keyed what, notes, remarks and open answers are erased for ever; "
		  "answers to the other questions and all counts stay. Go on?"),
		w->code);
	dialog_ask(s, _("Erase personal data"), text, action, 0);
}

void
survey_erase(struct screens *s, struct wave *w)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (survey_may(app, PERSON_ADMINISTRATOR, &err) || wave_erase(app->db, w, &err)) {
		screens_stale(s);
		app_error(s, _("Nothing was erased"), &err);
		return;
	}
	app_changed(s);
	screens_say(s, "%s", _("The personal data of the wave are erased."));
}
