/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to a meeting from its list, its own screen and the calendar. */
#include "config.h"

#include "screens/meetings/meeting_screens.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/output.h"
#include "base/text.h"
#include "exchange/icalendar.h"
#include "model/meetings/meeting_number.h"
#include "screens/files/export.h"
#include "screens/files/out_file.h"
#include "screens/frame/format.h"
#include "screens/groups/group_screens.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

const char *
meeting_unit(struct app *app, int slot)
{
	const struct unit *u =
		slot == NO_SLOT || !app->units_loaded ? NULL : unit_by_slot(&app->units, slot);

	return u ? u->told : "";
}

char *
meeting_named(char *dst, size_t size, const char *group, int number, const char *title)
{
	snprintf(dst, size, _("%s, meeting %d%s%s"), group, number, title[0] ? ": " : "", title);
	return dst;
}

void
meeting_say_odd(struct screens *s, int64_t meeting)
{
	struct db *db = app_of(s)->db;
	struct error err = { 0 };
	struct meeting m;
	char text[1024];

	if (meeting_load(db, meeting, &m, &err) == 0 &&
		meeting_warnings(db, &m, text, sizeof text)[0])
		dialog_message(s, _("Saved, but look"), text);
}

/* ---- states ---- */

void
meeting_ask_state(struct screens *s, const struct meeting *m, int action)
{
	const char *words[MEETING_CANCELLED + 1];

	for (int i = 0; i <= MEETING_CANCELLED; i++)
		words[i] = meeting_state_label((enum meeting_state)i);
	dialog_choose(s, _("The meeting is"), words, MEETING_CANCELLED + 1, (int)m->state, action);
}

void
meeting_take_state(struct screens *s, struct meeting *m, int number, int reason_action)
{
	struct error err = { 0 };

	if (number == MEETING_CANCELLED) {
		dialog_input(s, _("Cancelling the meeting"), _("Why"), m->reason, reason_action);
		return;
	}
	app_done(s,
		group_may(app_of(s), &err) ||
			meeting_set_state(app_of(s)->db, m, (enum meeting_state)number, &err),
		&err, _("The state of the meeting is kept."));
}

void
meeting_take_reason(struct screens *s, struct meeting *m, const char *reason)
{
	struct error err = { 0 };

	app_done(s, group_may(app_of(s), &err) || meeting_cancel(app_of(s)->db, m, reason, &err),
		&err, _("The state of the meeting is kept."));
}

/* ---- numbers ---- */

void
meeting_ask_numbers(struct screens *s, const struct meeting *m, int action)
{
	struct arena arena = { 0 };
	struct error err = { 0 };
	struct meeting_number *list;
	char text[1200], day[32], at[12];
	int count, used;

	if (group_may(app_of(s), &err) ||
		meeting_numbers_astray(app_of(s)->db, m->group, &arena, &list, &count, &err))
		screens_error(s, &err);
	else if (count == 0)
		screens_say(s, "%s", _("The numbers follow the days already."));
	else {
		used = snprintf(text, sizeof text, "%s",
			_("Number the meetings in the order of their days? Papers printed before "
			  "keep the former numbers."));
		for (int i = 0; i < count && used < (int)sizeof text - 64; i++)
			used += snprintf(text + used, sizeof text - (size_t)used, "\n%s: %d → %d",
				format_date(day, sizeof day,
					text_copy(at, 11, list[i].starts_at)),
				list[i].from, list[i].to);
		dialog_ask(s, m->group_code, text, action, 0);
	}
	arena_release(&arena);
}

void
meeting_take_numbers(struct screens *s, const struct meeting *m)
{
	struct arena arena = { 0 };
	struct error err = { 0 };
	struct meeting_number *list;
	int count;

	app_done(s,
		group_may(app_of(s), &err) ||
			meeting_renumber(app_of(s)->db, m->group, &arena, &list, &count, &err),
		&err, _("The meetings are numbered in the order of their days."));
	arena_release(&arena);
}

/* ---- papers ---- */

void
meeting_ask_paper(struct screens *s, int action)
{
	const char *words[MEETING_PAPERS];

	for (int i = 0; i < MEETING_PAPERS; i++)
		words[i] = meeting_paper_label((enum meeting_paper)i);
	dialog_choose(s, _("To print"), words, MEETING_PAPERS, 0, action);
}

struct request {
	struct app *app;
	int64_t meeting, participant;
	enum meeting_paper paper;
};

static int
prepare(const void *self, struct arena *arena, void **document, const char **title,
	struct error *err)
{
	const struct request *r = self;
	const struct unit_table *units = app_units(r->app, err);
	struct meeting_sheet *sheet;

	if (!units || meeting_paper_load(r->app->db, r->paper, r->meeting, r->participant, units,
			      settings_text(r->app->settings, SETTING_FONTS), arena, &sheet, err))
		return -1;
	*document = sheet;
	*title = meeting_paper_title(sheet);
	return 0;
}

static int
put(void *document, enum report_format format, struct arena *arena, struct output *out,
	struct error *err)
{
	(void)arena;
	return meeting_paper_write(document, format, out, err);
}

void
meeting_print(struct screens *s, int64_t meeting, int64_t participant, enum meeting_paper paper)
{
	struct request r = { app_of(s), meeting, participant, paper };
	const enum report_format *formats;
	int count = meeting_paper_formats(paper, &formats);
	struct error err = { 0 };
	struct meeting m;
	char name[128], today[16], day[32];

	if (meeting_load(r.app->db, meeting, &m, &err)) {
		screens_error(s, &err);
		return;
	}
	snprintf(name, sizeof name, "%s %s %d", meeting_paper_label(paper), m.group_code, m.number);
	if (paper == MEETING_INVITATION &&
		strncmp(m.starts_at, date_iso(today, sizeof today, clock_today()), 10) < 0)
		screens_say(s,
			_("The day of the meeting, %s, is past: an invitation comes too late."),
			format_date(day, sizeof day, text_copy(today, 11, m.starts_at)));
	export_formats(s, prepare, put, formats, count, &r, name);
}

/* ---- the calendar file ---- */

static int
write_calendar(struct app *app, const struct meeting_filter *filter, const char *path, int *count,
	struct error *err)
{
	const struct unit_table *units = app_units(app, err);
	struct output *out;

	if (!units || output_open(&out, path, false, err))
		return -1;
	if (icalendar_write(app->db, filter, units, out, count, err)) {
		output_abort(out);
		return -1;
	}
	return output_commit(out, err);
}

void
meeting_calendar_file(
	struct screens *s, const struct meeting_filter *filter, const char *name, const char *what)
{
	struct app *app = app_of(s);
	char folder[PATH_MAX], path[PATH_MAX], where[2 * PATH_MAX], text[2 * PATH_MAX + 256];
	struct error err = { 0 };
	int count;

	app_folder_out(app, folder, sizeof folder);
	out_path_free(path, folder, name, ".ics");
	if (write_calendar(app, filter, path, &count, &err)) {
		app_error(s, _("The file was not written"), &err);
		return;
	}
	out_note(app, folder, path, _("Calendar of meetings"));
	snprintf(text, sizeof text,
		P_("%s\n\nIn the file: %s, %d entry.", "%s\n\nIn the file: %s, %d entries.",
			(unsigned long)count),
		app_where(app, path, where, sizeof where), what, count);
	dialog_message(s, _("The file is ready"), text);
}
