/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of an XLSForm as rows of clean texts, from CSV files or a workbook. */
#include "config.h"

#include "exchange/xlsform_parts.h"

#include "base/csv.h"
#include "base/i18n.h"
#include "base/text.h"
#include "exchange/workbook.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

static const char *const sheet_names[XLSFORM_SHEETS] = { "survey", "choices", "settings" };
/* Far above any form on paper; what is larger is another kind of file. */
static const int most_rows[XLSFORM_SHEETS] = { 3000, 10000, 100 };
enum { MOST_COLUMNS = 300, LONGEST_CELL = 60000, MOST_PROBLEMS = 500 };

struct filling {
	struct xlsform_reader *r;
	int sheet;
};

void
xlsform_add(struct xlsform_reader *r, bool error, int sheet, long row, const char *column,
	const char *fmt, ...)
{
	struct xlsform *form = r->form;
	char whole[1024], text[1024];
	va_list args;

	form->errors += error;
	if (form->problem_count == MOST_PROBLEMS)
		return;
	va_start(args, fmt);
	vsnprintf(whole, sizeof(whole), fmt, args);
	va_end(args);
	text_copy(text, sizeof(text), text_whole(whole));
	form->problems = arena_grow(r->arena, form->problems, (size_t)form->problem_count,
		&form->problem_room, sizeof(*form->problems));
	form->problems[form->problem_count++] = (struct xlsform_problem){
		.error = error,
		.sheet = sheet_names[sheet],
		.row = row,
		.column = column,
		.text = arena_string(r->arena, text),
	};
}

/* ---- cells ---- */

/* Without blanks at the ends and invisible characters; line ends are LF, tabs blanks. */
static const char *
clean_cell(struct arena *arena, const char *text, bool *changed)
{
	size_t length = strlen(text), n = 0;
	char *out;

	while (length > 0 && strchr(" \t\r\n", text[length - 1]))
		length--;
	while (length > 0 && strchr(" \t\r\n", *text)) {
		text++;
		length--;
	}
	if (length == 0)
		return "";
	out = arena_new(arena, length + 1);
	for (size_t i = 0, used; i < length; i += used) {
		text_decode(text + i, length - i, &used);
		if (text[i] == '\t') {
			out[n++] = ' ';
		} else if (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n')) {
			out[n++] = '\n';
		} else if (text[i] == '\r') {
			continue;
		} else if (text_forbidden(text + i, used) < used) {
			*changed = true;
		} else {
			memcpy(out + n, text + i, used);
			n += used;
		}
	}
	return out;
}

static void
take_heads(struct filling *f, long line, const struct csv_field *fields, int count)
{
	struct xlsform_sheet *s = &f->r->sheets[f->sheet];
	bool changed = false;

	while (count > 0 && fields[count - 1].length == 0)
		count--;
	s->columns = count;
	s->head_line = line;
	s->heads = arena_array(f->r->arena, (size_t)count + 1, sizeof(*s->heads));
	for (int i = 0; i < count; i++)
		s->heads[i] = clean_cell(f->r->arena, fields[i].text, &changed);
}

/* One row of a sheet, the headings first. */
static int
take_row(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	struct filling *f = context;
	struct xlsform_sheet *s = &f->r->sheets[f->sheet];
	const char **cells;
	bool filled = false;

	if (!s->heads) {
		take_heads(f, line, fields, count);
		return 0;
	}
	if (s->row_count == most_rows[f->sheet])
		return error_at(err, ERROR_INPUT, line, 0,
			_("The sheet %s has more than %d rows; this is no questionnaire."), s->name,
			most_rows[f->sheet]);
	cells = arena_array(f->r->arena, (size_t)s->columns + 1, sizeof(*cells));
	for (int i = 0; i < s->columns; i++) {
		bool changed = false;

		cells[i] = i < count ? clean_cell(f->r->arena, fields[i].text, &changed) : "";
		filled |= *cells[i] != '\0';
		if (changed)
			xlsform_add(f->r, false, f->sheet, line, s->heads[i],
				_("Characters that cannot be seen were left out."));
	}
	for (int i = s->columns; i < count; i++)
		if (fields[i].length > 0) {
			xlsform_add(f->r, true, f->sheet, line, "",
				_("The row has %d cells, the heading %d."), count, s->columns);
			break;
		}
	if (!filled)
		return 0;
	s->rows = arena_grow(f->r->arena, s->rows, (size_t)s->row_count, &s->row_room,
		sizeof(*s->rows));
	s->rows[s->row_count++] = (struct xlsform_row){ line, cells };
	return 0;
}

/* ---- CSV ---- */

/* Closes in. */
static int
load_input(struct xlsform_reader *r, int sheet, struct input *in, struct error *err)
{
	static const struct csv_limits limits = { LONGEST_CELL, 1024 * 1024, MOST_COLUMNS };
	struct filling filling = { r, sheet };
	int result;

	r->sheets[sheet].present = true;
	result = csv_read(in, 0, &limits, take_row, &filling, NULL, err);
	input_close(in);
	return result;
}

static int
load_csv(struct xlsform_reader *r, int sheet, const char *path, struct error *err)
{
	struct input *in;

	return input_open(&in, path, ENCODING_DETECT, err) < 0 ? -1
							       : load_input(r, sheet, in, err);
}

int
xlsform_load_texts(
	struct xlsform_reader *r, const struct xlsform_texts *texts, struct error *err)
{
	for (int sheet = 0; sheet < XLSFORM_SHEETS; sheet++)
		r->sheets[sheet].name = sheet_names[sheet];
	r->form->q.source = r->form->q.code = arena_string(r->arena, texts->code);
	for (int sheet = 0; sheet < XLSFORM_SHEETS; sheet++) {
		struct input *in;

		if (!texts->text[sheet] || !texts->size[sheet])
			continue;
		if (input_open_memory(&in, arena_format(r->arena, "%s.csv", sheet_names[sheet]),
			    texts->text[sheet], texts->size[sheet], ENCODING_UTF8, err) < 0 ||
			load_input(r, sheet, in, err) < 0)
			return -1;
	}
	return 0;
}

static bool
exists(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 || errno != ENOENT;
}

static int
load_folder(struct xlsform_reader *r, const char *folder, struct error *err)
{
	for (int sheet = 0; sheet < XLSFORM_SHEETS; sheet++) {
		const char *path = arena_format(r->arena, "%s/%s.csv", folder, sheet_names[sheet]);

		if (!exists(path)) {
			if (sheet == XLSFORM_SURVEY)
				return error_set(err, ERROR_MISSING,
					_("There is no survey.csv in “%s”. A questionnaire is a "
					  "folder with survey.csv, choices.csv and settings.csv, "
					  "or a workbook (.xlsx)."),
					folder);
			continue;
		}
		if (load_csv(r, sheet, path, err) < 0)
			return -1;
	}
	return 0;
}

/* ---- a workbook ---- */

static int
load_workbook(struct xlsform_reader *r, const char *path, struct error *err)
{
	struct xlsx *w;
	int result = 0;

	if (xlsx_open(&w, path, err) < 0)
		return -1;
	r->form->workbook = true;
	for (int sheet = 0; sheet < XLSFORM_SHEETS && result == 0; sheet++) {
		struct filling filling = { r, sheet };
		int at = xlsx_find(w, sheet_names[sheet]);

		if (at < 0 && sheet == XLSFORM_SURVEY)
			result = error_set(err, ERROR_INPUT,
				_("The workbook has no sheet “survey”. A questionnaire has the "
				  "sheets survey, choices and settings."));
		if (at < 0)
			continue;
		r->sheets[sheet].present = true;
		result = xlsx_read(w, at, XLSX_ISO, take_row, &filling, err);
	}
	xlsx_close(w);
	return result;
}

static bool
is_workbook(const char *path)
{
	size_t length = strlen(path);

	return length > 5 && strcasecmp(path + length - 5, ".xlsx") == 0;
}

/* The folder of one of the three files; NULL for another name. */
static const char *
folder_of(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	char known[32];

	for (int sheet = 0; sheet < XLSFORM_SHEETS; sheet++) {
		snprintf(known, sizeof(known), "%s.csv", sheet_names[sheet]);
		if (strcmp(name, known) != 0)
			continue;
		return slash ? arena_format(arena, "%.*s", (int)(slash - path), path) : ".";
	}
	return NULL;
}

/* What a form without form_id is called: the last part of the path. */
static const char *
stem_of(struct arena *arena, const char *path)
{
	size_t length = strlen(path);
	const char *from;

	while (length > 1 && path[length - 1] == '/')
		length--;
	for (from = path + length; from > path && from[-1] != '/';)
		from--;
	length = (size_t)(path + length - from);
	if (length > 5 && strncasecmp(from + length - 5, ".xlsx", 5) == 0)
		length -= 5;
	return arena_format(arena, "%.*s", (int)length, from);
}

int
xlsform_load_sheets(struct xlsform_reader *r, const char *path, struct error *err)
{
	const char *folder = path;
	struct stat st;

	for (int sheet = 0; sheet < XLSFORM_SHEETS; sheet++)
		r->sheets[sheet].name = sheet_names[sheet];
	if (stat(path, &st) < 0)
		return error_set(err, ERROR_MISSING,
			_("There is no file or folder “%s”. Check the name."), path);
	if (!S_ISDIR(st.st_mode) && is_workbook(path)) {
		r->form->q.source = r->form->q.code = stem_of(r->arena, path);
		return load_workbook(r, path, err);
	}
	if (!S_ISDIR(st.st_mode)) {
		folder = folder_of(r->arena, path);
		if (!folder)
			return error_set(err, ERROR_INPUT,
				_("“%s” is no questionnaire: a folder with survey.csv, "
				  "choices.csv and settings.csv, one of these files, or a workbook "
				  "(.xlsx) is expected."),
				path);
	}
	r->form->q.source = r->form->q.code = stem_of(r->arena, folder);
	return load_folder(r, folder, err);
}
