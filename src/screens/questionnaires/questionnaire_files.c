/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XLSForm in and out, with every problem told by sheet, row and column. */
#include "config.h"

#include "screens/questionnaires/questionnaire_files.h"

#include "base/i18n.h"
#include "base/output.h"
#include "base/text.h"
#include "exchange/xlsform.h"
#include "model/written.h"
#include "report/sheets.h"
#include "screens/files/files.h"
#include "tui/dialog.h"
#include "tui/pager.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* ---- in ---- */

static void
show_problems(struct screens *s, const struct xlsform *form, const char *path,
	struct arena *arena)
{
	char line[2048];
	const char *said = _("It was taken over. Worth a look:");
	char *text;

	if (form->errors)
		said = arena_format(arena,
			P_("Nothing was taken over: there is %d error.",
				"Nothing was taken over: there are %d errors.",
				(unsigned long)form->errors),
			form->errors);
	text = arena_format(arena, "%s\n\n%s\n", path, said);
	for (int errors = 1; errors >= 0; errors--)
		for (int i = 0; i < form->problem_count; i++) {
			if (form->problems[i].error != (errors == 1))
				continue;
			xlsform_problem_text(line, sizeof line, form, &form->problems[i]);
			text = arena_format(arena, "%s\n%s %s\n", text,
				errors ? _("[ERROR]") : _("[remark]"), line);
		}
	pager_open(s, _("What was found in the file"), text, true);
}

/* 0 written, 1 it was there already, -1. */
static int
adopt(struct app *app, struct xlsform *form, struct arena *arena, struct error *err)
{
	int version;
	bool same;

	if (app_may_write(app, err) ||
		questionnaire_adopt(app->db, &form->q, arena, &version, &same, err))
		return -1;
	if (same)
		return 1;
	return questionnaire_code_check(&form->q, err) ||
			       questionnaire_save(app->db, &form->q, err)
		       ? -1
		       : 0;
}

bool
questionnaire_take_file(struct screens *s, const char *path, char *code)
{
	struct app *app = app_of(s);
	struct arena arena = { 0 };
	struct xlsform form = { 0 };
	struct error err = { 0 };
	int result = -1;

	if (xlsform_read(path, &arena, &form, &err)) {
		app_error(s, _("The file cannot be taken over"), &err);
	} else if (form.errors) {
		show_problems(s, &form, path, &arena);
	} else if ((result = adopt(app, &form, &arena, &err)) < 0) {
		app_error(s, _("The file cannot be taken over"), &err);
	} else {
		text_copy(code, 65, form.q.code);
		screens_stale(s);
		if (form.problem_count)
			show_problems(s, &form, path, &arena);
		if (result == 1)
			screens_say(s, _("Version %d of %s says the same; nothing was written."),
				form.q.number, code);
		else
			screens_say(s, _("Taken over as version %d of %s, a draft."),
				form.q.number, code);
	}
	arena_release(&arena);
	return result >= 0;
}

bool
questionnaire_take_template(struct screens *s, const char *name, const char *code)
{
	struct app *app = app_of(s);
	struct arena arena = { 0 };
	struct xlsform form = { 0 };
	struct error err = { 0 };
	bool done = false;

	if (app_may_write(app, &err) == 0 &&
		xlsform_read(arena_format(&arena, "%s/questionnaires/%s", share_path(), name),
			&arena, &form, &err) == 0) {
		if (form.errors) {
			(void)xlsform_refuse(&form, &err);
		} else {
			form.q.code = arena_string(&arena, code);
			form.q.source = arena_string(&arena, name);
			done = questionnaire_save(app->db, &form.q, &err) == 0;
		}
	}
	if (done)
		screens_stale(s);
	else
		app_error(s, _("The questionnaire was not made"), &err);
	arena_release(&arena);
	return done;
}

/* ---- out ---- */

/* name.xlsx, name-2.xlsx …: the first that is free; nothing is replaced. */
static void
free_path(char *dst, size_t size, const char *folder, const char *code, const char *ending)
{
	char name[128], numbered[160];

	text_fold(name, sizeof name, code);
	for (char *p = name; *p; p++)
		if (!((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9')))
			*p = '-';
	if (!name[0])
		text_copy(name, sizeof name, "ankieta");
	snprintf(numbered, sizeof numbered, "%s%s", name, ending);
	files_join(dst, size, folder, numbered);
	for (int i = 2; i < 1000 && access(dst, F_OK) == 0; i++) {
		snprintf(numbered, sizeof numbered, "%s-%d%s", name, i, ending);
		files_join(dst, size, folder, numbered);
	}
}

static int
write_workbook(const struct questionnaire *q, const char *path, struct arena *arena,
	struct error *err)
{
	struct xlsform_sheet sheets[XLSFORM_SHEETS];
	struct report_sheet plain[XLSFORM_SHEETS];
	struct output *out;

	xlsform_sheets(q, arena, sheets);
	for (int i = 0; i < XLSFORM_SHEETS; i++) {
		const char *const **rows =
			arena_array(arena, (size_t)sheets[i].row_count + 1, sizeof *rows);

		for (int k = 0; k < sheets[i].row_count; k++)
			rows[k] = sheets[i].rows[k].cells;
		plain[i] = (struct report_sheet){ sheets[i].name, sheets[i].heads,
			sheets[i].columns, rows, sheets[i].row_count };
	}
	if (output_open(&out, path, false, err))
		return -1;
	if (report_sheets_write(plain, XLSFORM_SHEETS, out, err)) {
		output_abort(out);
		return -1;
	}
	return output_commit(out, err);
}

void
questionnaire_give_out(struct screens *s, const char *code, bool workbook)
{
	struct app *app = app_of(s);
	struct arena arena = { 0 };
	struct questionnaire q;
	struct error err = { 0 }, ignored = { 0 };
	char folder[PATH_MAX], path[PATH_MAX], text[2 * PATH_MAX];
	int result = questionnaire_load(app->db, code, 0, &arena, &q, &err);

	app_folder_out(app, folder, sizeof folder);
	free_path(path, sizeof path, folder, code, workbook ? ".xlsx" : "");
	if (result == 0)
		result = workbook ? write_workbook(&q, path, &arena, &err)
				  : xlsform_write_folder(&q, path, false, &err);
	if (result) {
		app_error(s, _("The file was not written"), &err);
	} else {
		if (!db_read_only(app->db))
			(void)written_note(app->db, folder, strrchr(path, '/') + 1,
				questionnaire_text(&q, &q.title, q.language), &ignored);
		dialog_message(s, workbook ? _("The file is ready") : _("The folder is ready"),
			app_where(app, path, text, sizeof text));
	}
	arena_release(&arena);
}
