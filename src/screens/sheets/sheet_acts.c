/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to one member's sheet from its list and from its entry: its state, out to a file,
 * back from one. */
#include "config.h"

#include "screens/sheets/sheet_screens.h"

#include "base/i18n.h"
#include "base/output.h"
#include "base/text.h"
#include "report/sheet_file.h"
#include "screens/files/import_preview.h"
#include "screens/files/out_file.h"
#include "screens/frame/screens.h"
#include "tui/dialog.h"

#include <stdio.h>

/* ---- state ---- */

/* The step that goes on: Enter alone takes nothing back. */
static int
step_on(const struct sheet_next *next, enum sheet_state state)
{
	const enum sheet_state on = state == SHEET_QUERIED ? SHEET_SENT : state + 1;

	for (int i = 0; i < next->count; i++)
		if (next->states[i] >= on)
			return i;
	return 0;
}

void
sheet_state_ask(
	struct screens *s, const struct sheet_return *r, struct sheet_next *next, int action)
{
	const char *choices[SHEET_STATES];
	struct error err = { 0 };
	char title[160];

	if (sheet_return_next(app_of(s)->db, r, next, &err)) {
		app_error(s, _("The state was not changed"), &err);
		return;
	}
	if (!next->count) {
		dialog_message(s, _("The state was not changed"), next->why);
		return;
	}
	for (int i = 0; i < next->count; i++)
		choices[i] = sheet_state_label(next->states[i]);
	snprintf(title, sizeof title, _("%s, now: %s"), r->unit_name, sheet_state_label(r->state));
	dialog_choose(s, title, choices, next->count, step_on(next, r->state), action);
	if (next->why[0])
		screens_say(s, "%s", next->why);
}

/* Whether it was asked: then the answer decides. */
static bool
doubt(struct screens *s, const struct sheet_return *r, struct sheet_next *next, int number,
	int action)
{
	const char *buttons[] = { _("[H]and in all the same"), _("[B]ack to the sheet") };
	struct arena arena = { 0 };
	struct error ignored = { 0 };
	const char *told;
	bool asked = false;

	if (sheet_unexplained_told(app_of(s)->db, r, &arena, &told, &ignored) == 0 && told[0]) {
		next->doubted = number + 1;
		dialog_buttons(s, r->unit_name, told, buttons, 2, 1, action);
		asked = true;
	}
	arena_release(&arena);
	return asked;
}

void
sheet_state_take(
	struct screens *s, struct sheet_return *r, struct sheet_next *next, int number, int action)
{
	int sure = next->doubted;
	struct app *app = app_of(s);
	struct error err = { 0 };

	next->doubted = 0;
	if (sure && number)
		return;
	if (sure)
		number = sure - 1;
	if (number < 0 || number >= next->count)
		return;
	if (!sure && next->states[number] == SHEET_SENT && doubt(s, r, next, number, action))
		return;
	if (app_may_write(app, &err) || sheet_return_move(app->db, r, next->states[number], &err)) {
		app_error(s, _("The state was not changed"), &err);
		screens_stale(s);
		return;
	}
	app_changed(s);
	screens_say(s, _("%s: %s."), r->unit_name, sheet_state_label(r->state));
}

enum role
sheet_state_role(const struct sheet_return *r)
{
	if (r->state == SHEET_VERIFIED)
		return ROLE_GOOD;
	if (r->late || r->state == SHEET_QUERIED)
		return ROLE_WARN;
	return r->id ? ROLE_TEXT : ROLE_HINT;
}

/* ---- out ---- */

void
sheet_out_ask(struct screens *s, int action)
{
	const char *const choices[] = {
		_("Excel workbook, only value, remark and source to change"),
		_("CSV for Polish Excel")
	};

	dialog_choose(s, _("Sheet to a file"), choices, 2, 0, action);
}

static int
write_out(struct app *app, const struct data_sheet *sheet, const struct sheet_return *r,
	enum report_format format, const char *path, struct error *err)
{
	struct arena arena = { 0 };
	struct output *out;
	int result = output_open(&out, path, false, err);

	if (result == 0 && sheet_file_write(app->db, sheet, r, format, &arena, out, err)) {
		output_abort(out);
		result = -1;
	} else if (result == 0) {
		result = output_commit(out, err);
	}
	arena_release(&arena);
	return result;
}

void
sheet_out_take(
	struct screens *s, const struct data_sheet *sheet, const struct sheet_return *r, int number)
{
	enum report_format format = number ? REPORT_FORMAT_CSV_POLISH : REPORT_FORMAT_XLSX;
	char folder[PATH_MAX], path[PATH_MAX], name[160], what[160], text[PATH_MAX + 512];
	struct app *app = app_of(s);
	struct error err = { 0 };

	snprintf(what, sizeof what, _("Data sheet %s, %d: %s"), sheet->group_code, sheet->year,
		r->unit_name);
	snprintf(name, sizeof name, "%s-%d-%s", sheet->group_code, sheet->year, r->unit);
	for (char *p = name; *p; p++)
		if (*p == '/' || *p == ' ')
			*p = '-';
	app_folder_out(app, folder, sizeof folder);
	out_path_free(path, folder, name, report_format_ending(format));
	if (out_folder_check(folder, 0, &err) || write_out(app, sheet, r, format, path, &err)) {
		app_error(s, _("The file was not written"), &err);
		return;
	}
	out_note(app, folder, path, what);
	dialog_message(s, _("The file is ready"), app_where(app, path, text, sizeof text));
}

/* ---- back ---- */

void
sheet_in_open(struct screens *s, const struct data_sheet *sheet, const struct sheet_return *r)
{
	struct sheet_in_of of = { .year = sheet->year };

	text_copy(of.group, sizeof of.group, sheet->group_code);
	text_copy(of.unit, sizeof of.unit, r->unit);
	screens_push(s, &sheet_files_screen, &of);
}
