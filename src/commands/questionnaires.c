/* SPDX-License-Identifier: GPL-3.0-or-later */
/* questionnaire: what surveys ask, taken over from XLSForm, copied, checked, published, given
 * out. */
#include "config.h"

#include "commands/result.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "exchange/xlsform.h"
#include "model/questionnaires/questionnaire_check.h"
#include "report/sheets.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

enum { SHOWN = 20 }; /* problems; the rest is counted */

/* ---- reading a file ---- */

/* A path, or the name of a questionnaire that comes with the program. */
static const char *
find_source(struct run *run, const char *operand)
{
	const char *template =
		arena_format(&run->arena, "%s/questionnaires/%s", share_path(), operand);
	struct stat st;

	if (stat(operand, &st) == 0 || strchr(operand, '/') || *operand == '.')
		return operand;
	return stat(template, &st) == 0 && S_ISDIR(st.st_mode) ? template : operand;
}

static void
print_problems(const struct xlsform *form)
{
	char text[2048];
	int shown = 0;

	/* Errors first: remarks must not push one off the list. */
	for (int errors = 1; errors >= 0; errors--)
		for (int i = 0; i < form->problem_count && shown < SHOWN; i++) {
			if (form->problems[i].error != (errors == 1))
				continue;
			xlsform_problem_text(text, sizeof(text), form, &form->problems[i]);
			run_say("  %s %s", errors ? _("error:") : "-", text);
			shown++;
		}
	if (form->problem_count > shown)
		run_say(P_("  … and %d more.", "  … and %d more.",
				(unsigned long)(form->problem_count - shown)),
			form->problem_count - shown);
}

static const char *
title_of(const struct questionnaire *q)
{
	return questionnaire_text(q, &q->title, questionnaire_language(q, i18n_code()));
}

static void
print_facts(const struct xlsform *form)
{
	const struct questionnaire *q = &form->q;
	int asked = 0;

	for (int i = 0; i < q->question_count; i++)
		asked += question_asked(&q->questions[i]);
	run_say(_("Questionnaire %s: %s"), q->code, *title_of(q) ? title_of(q) : "-");
	run_say(_("  Questions: %d; choices: %d; languages: %d"), asked, q->choice_count,
		q->language_count);
	print_problems(form);
	fflush(stdout);
}

/* Reads and shows; -1 for a form with errors too. */
static int
read_form(struct run *run, const char *operand, struct xlsform *form, struct error *err)
{
	if (xlsform_read(find_source(run, operand), &run->arena, form, err))
		return -1;
	print_facts(form);
	return form->errors > 0 ? xlsform_refuse(form, err) : 0;
}

/* ---- import ---- */

static int
publish_draft(struct run *run, const struct questionnaire *q, struct error *err)
{
	if (!run_option(run, OPTION_PUBLISH) || *q->published_at)
		return 0;
	if (questionnaire_publish(run->db, q->version_id, q->version_rev, err))
		return -1;
	run_say(_("Version %d is published; it no longer changes."), q->number);
	return 0;
}

/* 1 go on, 0 the person said no, -1 nobody can be asked. */
static int
accept(const struct run *run, const struct questionnaire *q, struct error *err)
{
	int answer;

	if (run_option(run, OPTION_YES))
		return 1;
	answer = run_ask(_("Take this questionnaire over?"));
	if (answer < 0)
		return error_set(err, ERROR_INPUT,
			_("The questionnaire %s was only looked at; add --yes to take it over."),
			q->code);
	return answer;
}

int
command_import_questionnaire(struct run *run, struct error *err)
{
	struct xlsform form;
	int version, answer;
	bool same;

	if (read_form(run, run->arguments->operands[0], &form, err) ||
		questionnaire_adopt(run->db, &form.q, &run->arena, &version, &same, err))
		return -1;
	if (same) {
		run_say(_("Version %d in the database says the same; nothing was written."),
			version);
		return publish_draft(run, &form.q, err);
	}
	if (questionnaire_code_check(&form.q, err))
		return -1;
	answer = accept(run, &form.q, err);
	if (answer < 0)
		return -1;
	if (answer == 0)
		return run_declined(run, _("Nothing was written."));
	if (questionnaire_save(run->db, &form.q, err))
		return -1;
	run_say(_("Taken over as version %d of the questionnaire %s, a draft."), form.q.number,
		form.q.code);
	return publish_draft(run, &form.q, err);
}

/* ---- export ---- */

static int
read_version(const struct run *run, long *number, struct error *err)
{
	const char *text = run_option(run, OPTION_NUMBER);

	*number = 0;
	if (text && number_parse_whole(text, 1, 1000000, number))
		return error_set(err, ERROR_INPUT,
			_("\"%s\" is no number of a version; it is 1, 2, 3 ..."), text);
	return 0;
}

static int
write_workbook(struct run *run, const struct questionnaire *q, const char *path, struct error *err)
{
	struct xlsform_sheet sheets[XLSFORM_SHEETS];
	struct report_sheet plain[XLSFORM_SHEETS];
	struct output *out;

	xlsform_sheets(q, &run->arena, sheets);
	for (int i = 0; i < XLSFORM_SHEETS; i++) {
		const char *const **rows = arena_array(
			&run->arena, (size_t)sheets[i].row_count + 1, sizeof(*rows));

		for (int k = 0; k < sheets[i].row_count; k++)
			rows[k] = sheets[i].rows[k].cells;
		plain[i] = (struct report_sheet){ sheets[i].name, sheets[i].heads,
			sheets[i].columns, rows, sheets[i].row_count };
	}
	if (output_open(&out, path, run_option(run, OPTION_FORCE) != NULL, err))
		return run_advise_force(err);
	if (report_sheets_write(plain, XLSFORM_SHEETS, out, err)) {
		output_abort(out);
		return -1;
	}
	return output_commit(out, err);
}

static bool
is_workbook(const char *path)
{
	size_t length = strlen(path);

	return length > 5 && strcasecmp(path + length - 5, ".xlsx") == 0;
}

int
command_export_questionnaire(struct run *run, struct error *err)
{
	const char *path = run->arguments->operands[1];
	struct questionnaire q;
	long number;
	int result;

	if (read_version(run, &number, err) || questionnaire_load(run->db,
						       run->arguments->operands[0], (int)number,
						       &run->arena, &q, err))
		return -1;
	if (run_not_database(run, path, err))
		return -1;
	if (is_workbook(path))
		result = write_workbook(run, &q, path, err);
	else
		result = xlsform_write_folder(
			&q, path, run_option(run, OPTION_FORCE) != NULL, err);
	if (result)
		return is_workbook(path) ? -1 : run_advise_force(err);
	run_say(_("Version %d of the questionnaire %s was written to %s."), q.number, q.code, path);
	return 0;
}

/* ---- list ---- */

int
command_list_questionnaires(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "code", N_("code"), REPORT_CODE },
		{ "title", N_("title"), REPORT_TEXT },
		{ "kind", N_("for whom"), REPORT_TEXT },
		{ "version", N_("version"), REPORT_CODE },
		{ "state", N_("state"), REPORT_TEXT },
		{ "questions", N_("questions"), REPORT_NUMBER },
		{ "languages", N_("languages"), REPORT_NUMBER },
		{ "forms", N_("forms"), REPORT_NUMBER },
	};
	struct questionnaire_entry *list;
	struct result *r;
	int count;

	if (questionnaire_list(run->db, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Questionnaires"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		result_text(r, list[i].code);
		result_text(r, list[i].title);
		result_text(r, list[i].kind);
		result_whole(r, list[i].version);
		result_text(r, list[i].draft ? "draft" : "published");
		result_whole(r, list[i].questions);
		result_whole(r, list[i].languages);
		result_whole(r, list[i].forms);
	}
	return result_end(r, err);
}

/* ---- what is done with one ---- */

static int
load(struct run *run, const char *code, struct questionnaire *q, struct error *err)
{
	return questionnaire_load(run->db, code, 0, &run->arena, q, err);
}

int
command_questionnaire_copy(struct run *run, struct error *err)
{
	const char *code = run->arguments->operands[1];
	struct questionnaire q;

	if (load(run, run->arguments->operands[0], &q, err) ||
		questionnaire_copy(run->db, q.version_id, code, run_option(run, OPTION_TITLE),
			NULL, err))
		return -1;
	run_say(_("The questionnaire %s was copied to %s; its questions stay comparable."), q.code,
		code);
	return 0;
}

int
command_questionnaire_publish(struct run *run, struct error *err)
{
	struct questionnaire q;

	if (load(run, run->arguments->operands[0], &q, err) ||
		questionnaire_publish(run->db, q.version_id, q.version_rev, err))
		return -1;
	run_say(_("Version %d is published; it no longer changes."), q.number);
	return 0;
}

int
command_questionnaire_drop(struct run *run, struct error *err)
{
	struct questionnaire q;

	if (load(run, run->arguments->operands[0], &q, err) ||
		questionnaire_drop_draft(run->db, q.version_id, q.version_rev, err))
		return -1;
	run_say(_("The draft of the questionnaire %s was dropped."), q.code);
	return 0;
}

int
command_questionnaire_retire(struct run *run, struct error *err)
{
	struct questionnaire q;

	if (load(run, run->arguments->operands[0], &q, err) ||
		questionnaire_retire(run->db, q.id, q.rev, false, err))
		return -1;
	run_say(_("The questionnaire %s is out of use."), q.code);
	return 0;
}

int
command_questionnaire_restore(struct run *run, struct error *err)
{
	struct questionnaire q;

	if (load(run, run->arguments->operands[0], &q, err) ||
		questionnaire_retire(run->db, q.id, q.rev, true, err))
		return -1;
	run_say(_("The questionnaire %s is in use again."), q.code);
	return 0;
}

/* A file, or what the database holds under the code, as the file would be read again. */
int
command_questionnaire_check(struct run *run, struct error *err)
{
	const char *operand = run->arguments->operands[0];
	struct questionnaire_problem *list;
	struct xlsform form = { 0 };
	struct error unknown = { .code = ERROR_NONE };
	int count;

	if (load(run, operand, &form.q, &unknown)) {
		if (unknown.code != ERROR_MISSING)
			return error_set(err, unknown.code, "%s", unknown.text);
		return read_form(run, operand, &form, err);
	}
	if (questionnaire_check(&form.q, &run->arena, &list, &count, err))
		return -1;
	form.problems = arena_array(&run->arena, (size_t)count + 1, sizeof(*form.problems));
	form.workbook = true; /* sheets, not files */
	for (int i = 0; i < count; i++) {
		form.errors += list[i].error;
		form.problems[form.problem_count++] = (struct xlsform_problem){ list[i].error,
			list[i].sheet, 0, list[i].column, list[i].text };
	}
	print_facts(&form);
	if (form.errors > 0)
		run->status = EXIT_REFUSED;
	return 0;
}
