/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of an XLSForm become a questionnaire. What cannot be taken is named, all of it. */
#include "config.h"

#include "exchange/xlsform_parts.h"

#include "base/i18n.h"
#include "model/code.h"
#include "model/questionnaires/questionnaire_check.h"

#include <stdio.h>
#include <string.h>

/* The heading of a field as the file writes it. */
const char *
xlsform_heading(const struct xlsform_reader *r, int sheet, const char *column)
{
	const struct xlsform_sheet *sh = &r->sheets[sheet];
	size_t length = strlen(column);

	for (int i = 0; i < sh->columns; i++)
		if (strncmp(sh->heads[i], column, length) == 0 &&
			(!sh->heads[i][length] || sh->heads[i][length] == ':'))
			return sh->heads[i];
	return column;
}

bool
xlsform_yes(struct xlsform_reader *r, int sheet, long line, const char *column, const char *text,
	bool fallback)
{
	if (!*text)
		return fallback;
	if (!strcmp(text, "yes") || !strcmp(text, "true") || !strcmp(text, "TRUE") ||
		!strcmp(text, "1") || !strcmp(text, "true()"))
		return true;
	if (strcmp(text, "no") != 0 && strcmp(text, "false") != 0 && strcmp(text, "FALSE") != 0 &&
		strcmp(text, "0") != 0 && strcmp(text, "false()") != 0)
		xlsform_add(r, true, sheet, line, column, _("“%s” where yes or no is expected."),
			text);
	return false;
}

void
xlsform_keep(struct arena *arena, struct extra **extras, int *count, const char *column,
	const char *text)
{
	struct extra *longer = arena_array(arena, (size_t)*count + 1, sizeof(*longer));

	if (*count > 0)
		memcpy(longer, *extras, (size_t)*count * sizeof(*longer));
	longer[(*count)++] = (struct extra){ column, text };
	*extras = longer;
}

/* ---- choices ---- */

static void
read_choice(struct xlsform_reader *r, const struct xlsform_row *row, struct choice *c)
{
	const struct xlsform_sheet *sheet = &r->sheets[XLSFORM_CHOICES];
	const char *missing = xlsform_cell(r, XLSFORM_CHOICES, row, CHOICE_MISSING);
	int reason = missing_by_name(missing);

	*c = (struct choice){ .line = row->line,
		.list = xlsform_cell(r, XLSFORM_CHOICES, row, CHOICE_LIST),
		.name = xlsform_cell(r, XLSFORM_CHOICES, row, CHOICE_NAME),
		.code = xlsform_cell(r, XLSFORM_CHOICES, row, CHOICE_CODE),
		.missing = reason < 0 ? MISSING_NONE : (enum missing)reason };
	c->exclusive = xlsform_yes(r, XLSFORM_CHOICES, row->line, "exclusive",
		xlsform_cell(r, XLSFORM_CHOICES, row, CHOICE_EXCLUSIVE), false);
	if (*missing && c->missing != MISSING_DONT_KNOW && c->missing != MISSING_REFUSED &&
		c->missing != MISSING_NOT_APPLICABLE)
		xlsform_add(r, true, XLSFORM_CHOICES, row->line, "missing",
			_("“%s” where dont_know, refused or not_applicable is expected."), missing);
	if (!*c->list)
		xlsform_add(r, true, XLSFORM_CHOICES, row->line, "list_name",
			_("The choice belongs to no list."));
	for (int i = 0; i < sheet->columns; i++) {
		const struct xlsform_column *column = &r->columns[XLSFORM_CHOICES][i];

		if (!*row->cells[i])
			continue;
		if (column->kind == XLSFORM_TEXTS && column->language >= 0)
			c->label.in[column->language] = row->cells[i];
		else if (column->kind == XLSFORM_EXTRA)
			xlsform_keep(r->arena, &c->extras, &c->extra_count, sheet->heads[i],
				row->cells[i]);
	}
}

static void
read_choices(struct xlsform_reader *r)
{
	const struct xlsform_sheet *sheet = &r->sheets[XLSFORM_CHOICES];
	struct questionnaire *q = &r->form->q;

	q->choices = arena_array(r->arena, (size_t)sheet->row_count + 1, sizeof(*q->choices));
	q->choice_room = (size_t)sheet->row_count + 1;
	for (int i = 0; i < sheet->row_count; i++)
		read_choice(r, &sheet->rows[i], &q->choices[q->choice_count++]);
}

/* ---- settings ---- */

static void
read_setting_texts(struct xlsform_reader *r, const struct xlsform_row *row)
{
	const struct xlsform_sheet *sheet = &r->sheets[XLSFORM_SETTINGS];
	struct questionnaire *q = &r->form->q;

	for (int i = 0; i < sheet->columns; i++) {
		const struct xlsform_column *column = &r->columns[XLSFORM_SETTINGS][i];
		struct texts *texts = column->field == SETTING_TITLES	? &q->title
				      : column->field == SETTING_NOTICE ? &q->notice
									: &q->instruction;

		if (!*row->cells[i])
			continue;
		if (column->kind == XLSFORM_TEXTS && column->language >= 0)
			texts->in[column->language] = row->cells[i];
		else if (column->kind == XLSFORM_EXTRA)
			xlsform_keep(r->arena, &q->settings, &q->setting_count, sheet->heads[i],
				row->cells[i]);
	}
}

static const char *
read_kind(struct xlsform_reader *r, const struct xlsform_row *row)
{
	const char *kind = xlsform_cell(r, XLSFORM_SETTINGS, row, SETTING_KIND);

	for (int i = 0; questionnaire_kinds[i]; i++)
		if (strcmp(questionnaire_kinds[i], kind) == 0)
			return questionnaire_kinds[i];
	if (*kind)
		xlsform_add(r, true, XLSFORM_SETTINGS, row->line, "kind",
			_("“%s” where residents, ngo, entrepreneurs, employees, youth or other is "
			  "expected."),
			kind);
	return "other";
}

/* What a file is called need not be a code. */
static const char *
offered_code(struct xlsform_reader *r, const char *name)
{
	char code[65];

	return *code_offer(code, sizeof(code), name) ? arena_string(r->arena, code) : name;
}

static void
read_settings(struct xlsform_reader *r)
{
	static const struct xlsform_row nothing = { 0 };
	const struct xlsform_sheet *sheet = &r->sheets[XLSFORM_SETTINGS];
	const struct xlsform_row *row = sheet->row_count > 0 ? &sheet->rows[0] : &nothing;
	struct questionnaire *q = &r->form->q;
	const char *title = "", *code = "";

	q->kind = "other";
	q->form_version = "";
	if (sheet->row_count > 0) {
		code = xlsform_cell(r, XLSFORM_SETTINGS, row, SETTING_ID);
		title = xlsform_cell(r, XLSFORM_SETTINGS, row, SETTING_TITLE);
		q->form_version = xlsform_cell(r, XLSFORM_SETTINGS, row, SETTING_VERSION);
		q->kind = read_kind(r, row);
		read_setting_texts(r, row);
	}
	if (sheet->row_count > 1)
		xlsform_add(r, false, XLSFORM_SETTINGS, sheet->rows[1].line, "",
			_("Only the first row of the settings counts; this one is left out."));
	if (*code) {
		q->code = code;
	} else {
		if (!code_fits(q->code))
			q->code = offered_code(r, q->code);
		xlsform_add(r, false, XLSFORM_SETTINGS, 0, "form_id",
			_("There is no form_id; the questionnaire gets the code “%s”."), q->code);
	}
	if (!*q->code || strlen(q->code) > 64 || strcmp(q->code, ".") == 0 ||
		strcmp(q->code, "..") == 0)
		xlsform_add(r, true, XLSFORM_SETTINGS, row->line, "form_id",
			_("A questionnaire needs a form_id of at most 64 characters."));
	if (!q->title.in[q->language] || !*q->title.in[q->language])
		q->title.in[q->language] = title;
	else if (*title && strcmp(title, q->title.in[q->language]) != 0)
		xlsform_add(r, false, XLSFORM_SETTINGS, row->line, "form_title",
			_("form_title and the title in “%s” differ; the title is taken."),
			q->languages[q->language]);
}

/* ---- the whole ---- */

static int
check(struct xlsform_reader *r, struct error *err)
{
	const struct questionnaire *q = &r->form->q;
	struct questionnaire_problem *list;
	int count;

	if (questionnaire_check(q, r->arena, &list, &count, err) < 0)
		return -1;
	for (int i = 0; i < count; i++) {
		int sheet = !strcmp(list[i].sheet, "survey")	? XLSFORM_SURVEY
			    : !strcmp(list[i].sheet, "choices") ? XLSFORM_CHOICES
								: XLSFORM_SETTINGS;
		long row = list[i].question >= 0 ? q->questions[list[i].question].line
			   : list[i].choice >= 0 ? q->choices[list[i].choice].line
						 : 0;

		xlsform_add(r, list[i].error, sheet, row,
			xlsform_heading(r, sheet, list[i].column), "%s", list[i].text);
	}
	return 0;
}

static void
demand_columns(struct xlsform_reader *r)
{
	static const struct {
		int sheet, field;
	} demanded[] = { { XLSFORM_SURVEY, FIELD_TYPE }, { XLSFORM_SURVEY, FIELD_NAME },
		{ XLSFORM_CHOICES, CHOICE_LIST }, { XLSFORM_CHOICES, CHOICE_NAME } };
	int count;

	for (size_t i = 0; i < sizeof(demanded) / sizeof(demanded[0]); i++) {
		const struct xlsform_sheet *s = &r->sheets[demanded[i].sheet];
		bool found = !s->present || s->row_count == 0;

		for (int k = 0; k < s->columns && !found; k++)
			found = r->columns[demanded[i].sheet][k].kind == XLSFORM_FIELD &&
				r->columns[demanded[i].sheet][k].field == demanded[i].field;
		if (!found)
			xlsform_add(r, true, demanded[i].sheet, s->head_line, "",
				_("The column %s is missing."),
				xlsform_fields(demanded[i].sheet, &count)[demanded[i].field].name);
	}
}

static void
begin(struct xlsform *out)
{
	*out = (struct xlsform){ .q = { .published_at = "", .code = "", .source = "",
					 .kind = "other", .form_version = "" } };
}

static int
read_sheets(struct xlsform_reader *r, struct error *err)
{
	xlsform_know_columns(r);
	demand_columns(r);
	if (r->form->errors > 0) /* rows would only repeat what is wrong with the headings */
		return 0;
	read_settings(r);
	read_choices(r);
	xlsform_read_survey(r);
	return check(r, err);
}

int
xlsform_read(const char *path, struct arena *arena, struct xlsform *out, struct error *err)
{
	struct xlsform_reader r = { .arena = arena, .form = out };

	begin(out);
	return xlsform_load_sheets(&r, path, err) < 0 ? -1 : read_sheets(&r, err);
}

int
xlsform_read_texts(const struct xlsform_texts *texts, struct arena *arena, struct xlsform *out,
	struct error *err)
{
	struct xlsform_reader r = { .arena = arena, .form = out };

	begin(out);
	return xlsform_load_texts(&r, texts, err) < 0 ? -1 : read_sheets(&r, err);
}

char *
xlsform_problem_text(
	char *dst, size_t size, const struct xlsform *form, const struct xlsform_problem *p)
{
	char where[256];

	if (p->row == 0)
		snprintf(where, sizeof(where), form->workbook ? _("Sheet %s") : "%s.csv", p->sheet);
	else
		snprintf(where, sizeof(where),
			form->workbook ? _("Sheet %s, row %ld") : _("%s.csv, line %ld"), p->sheet,
			p->row);
	if (*p->column)
		snprintf(dst, size, _("%s, column %s: %s"), where, p->column, p->text);
	else
		snprintf(dst, size, "%s: %s", where, p->text);
	return dst;
}

int
xlsform_refuse(const struct xlsform *form, struct error *err)
{
	char text[1024];
	int first = 0;

	while (first + 1 < form->problem_count && !form->problems[first].error)
		first++;
	xlsform_problem_text(text, sizeof(text), form, &form->problems[first]);
	return error_at(err, ERROR_INPUT, form->problems[first].row, 0,
		P_("The questionnaire was not taken over because of %d error. %s",
			"The questionnaire was not taken over because of %d errors. The first: %s",
			(unsigned long)form->errors),
		form->errors, text);
}
