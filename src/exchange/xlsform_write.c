/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A questionnaire as the three sheets of XLSForm, and as CSV files in a folder. */
#include "config.h"

#include "exchange/xlsform_parts.h"

#include "base/i18n.h"
#include "base/output.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct writer {
	const struct questionnaire *q;
	struct arena *arena;
	struct xlsform_sheet *sheet;
	int which;
	const char *extras[300]; /* headings of columns that mean nothing here */
	int extra_count;
	int column_of_extra; /* the first of them */
	bool wanted[SURVEY_FIELDS][QUESTIONNAIRE_LANGUAGES]; /* columns that are written */
	const char **cells;  /* of the row being written */
};

enum { MOST_EXTRAS = sizeof(((struct writer *)NULL)->extras) / sizeof(const char *) };

/* ---- columns ---- */

static const char *
number_text(struct writer *w, int number)
{
	return number > 0 ? arena_format(w->arena, "%d", number) : "";
}

static const char *
question_field(struct writer *w, const struct question *q, int field)
{
	switch (field) {
	case FIELD_TYPE:
		return q->type == QUESTION_META	   ? q->word
		       : question_has_choices(q) ? arena_format(w->arena, "%s %s%s",
							     question_type_name(q->type), q->list,
							     q->or_other ? " or_other" : "")
						   : question_type_name(q->type);
	case FIELD_NAME:
		return q->name;
	case FIELD_REQUIRED:
		return q->required;
	case FIELD_RELEVANT:
		return q->relevant;
	case FIELD_CONSTRAINT:
		return q->hard_check;
	case FIELD_SOFT:
		return q->soft_check;
	case FIELD_CALCULATION:
		return q->calculation;
	case FIELD_APPEARANCE:
		return q->appearance;
	case FIELD_DEFAULT:
		return q->default_value;
	case FIELD_READ_ONLY:
		return q->read_only;
	case FIELD_FILTER:
		return q->choice_filter;
	case FIELD_REPEAT_COUNT:
		return q->repeat_count;
	case FIELD_PARAMETERS:
		return q->parameters;
	case FIELD_NUMBER:
		return q->number;
	case FIELD_MAX_ANSWERS:
		return number_text(w, q->max_answers);
	case FIELD_PAGE:
		return number_text(w, q->page);
	case FIELD_SECOND:
		return q->second_keying == (q->type != QUESTION_TEXT) ? ""
		       : q->second_keying			      ? "yes"
								      : "no";
	case FIELD_REPEAT_LAST:
		return q->repeat_last ? "yes" : "";
	default: { /* the identity where it is not this row's own */
		const char *own = arena_format(w->arena, "%s/%s", w->q->code, q->name);

		return strcmp(own, q->identity) == 0 ? "" : q->identity;
	}
	}
}

static const struct texts *
question_texts(const struct question *q, int field)
{
	return field == FIELD_LABEL	     ? &q->label
	       : field == FIELD_HINT	     ? &q->hint
	       : field == FIELD_HARD_MESSAGE ? &q->hard_message
	       : field == FIELD_SOFT_MESSAGE ? &q->soft_message
					     : &q->required_message;
}

static const char *
choice_field(const struct choice *c, int field)
{
	switch (field) {
	case CHOICE_LIST:
		return c->list;
	case CHOICE_NAME:
		return c->name;
	case CHOICE_CODE:
		return c->code;
	case CHOICE_EXCLUSIVE:
		return c->exclusive ? "yes" : "";
	default:
		return missing_reason(c->missing)->name;
	}
}

static const char *
setting_field(const struct writer *w, int field)
{
	const char *title = w->q->title.in[w->q->language];

	switch (field) {
	case SETTING_TITLE:
		return title ? title : "";
	case SETTING_ID:
		return w->q->code;
	case SETTING_VERSION:
		return w->q->form_version;
	case SETTING_LANGUAGE:
		/* Columns without a language would be taken for the default one. */
		for (int i = 0; i < w->q->language_count; i++)
			if (!*w->q->languages[i])
				return "";
		return w->q->languages[w->q->language];
	default:
		return w->q->kind;
	}
}

/* The cell of row i of the sheet in one field; of texts in one language. */
static const char *
cell_text(struct writer *w, int i, int field, int language)
{
	const struct texts *texts = NULL;
	int count;

	if (!xlsform_fields(w->which, &count)[field].texts)
		return w->which == XLSFORM_SURVEY
			       ? question_field(w, &w->q->questions[i], field)
		       : w->which == XLSFORM_CHOICES ? choice_field(&w->q->choices[i], field)
						     : setting_field(w, field);
	if (w->which == XLSFORM_SURVEY)
		texts = question_texts(&w->q->questions[i], field);
	else if (w->which == XLSFORM_CHOICES)
		texts = &w->q->choices[i].label;
	else
		texts = field == SETTING_TITLES	  ? &w->q->title
			: field == SETTING_NOTICE ? &w->q->notice
						  : &w->q->instruction;
	return texts->in[language] ? texts->in[language] : "";
}

static int
row_count(const struct writer *w)
{
	return w->which == XLSFORM_SURVEY    ? w->q->question_count
	       : w->which == XLSFORM_CHOICES ? w->q->choice_count
					     : 1;
}

static const struct extra *
extras_of(const struct writer *w, int i, int *count)
{
	if (w->which == XLSFORM_SURVEY) {
		*count = w->q->questions[i].extra_count;
		return w->q->questions[i].extras;
	}
	if (w->which == XLSFORM_CHOICES) {
		*count = w->q->choices[i].extra_count;
		return w->q->choices[i].extras;
	}
	*count = w->q->setting_count;
	return w->q->settings;
}

static void
find_extras(struct writer *w)
{
	w->extra_count = 0;
	for (int i = 0; i < row_count(w); i++) {
		int count;
		const struct extra *extras = extras_of(w, i, &count);

		for (int k = 0; k < count && w->extra_count < MOST_EXTRAS; k++) {
			int at = 0;

			while (at < w->extra_count &&
				strcmp(w->extras[at], extras[k].column) != 0)
				at++;
			if (at == w->extra_count)
				w->extras[w->extra_count++] = extras[k].column;
		}
	}
}

static bool
says_anything(struct writer *w, int field, int language)
{
	for (int i = 0; i < row_count(w); i++)
		if (*cell_text(w, i, field, language))
			return true;
	return false;
}

/* Whether a column is written: those that every form has, labels in every language, and what says
 * anything. A title in one language only is the form_title. */
static bool
wanted(struct writer *w, int field, int language)
{
	if (w->which == XLSFORM_SURVEY && (field <= FIELD_NAME || field == FIELD_LABEL))
		return true;
	if (w->which == XLSFORM_CHOICES && (field <= CHOICE_NAME || field == CHOICE_LABEL))
		return true;
	if (w->which == XLSFORM_SETTINGS && field <= SETTING_ID)
		return true;
	if (w->which == XLSFORM_SETTINGS && field == SETTING_TITLES && w->q->language_count == 1)
		return false;
	return says_anything(w, field, language);
}

/* label before what it explains: type, name, the texts, then the rest as the table has them. */
static int
nth_field(int which, int n)
{
	static const int survey[SURVEY_FIELDS] = { FIELD_TYPE, FIELD_NAME, FIELD_LABEL, FIELD_HINT,
		FIELD_REQUIRED, FIELD_REQUIRED_MESSAGE, FIELD_RELEVANT, FIELD_CONSTRAINT,
		FIELD_HARD_MESSAGE, FIELD_SOFT, FIELD_SOFT_MESSAGE, FIELD_CALCULATION,
		FIELD_APPEARANCE, FIELD_DEFAULT, FIELD_READ_ONLY, FIELD_FILTER, FIELD_REPEAT_COUNT,
		FIELD_PARAMETERS, FIELD_MAX_ANSWERS, FIELD_NUMBER, FIELD_PAGE, FIELD_SECOND,
		FIELD_REPEAT_LAST, FIELD_IDENTITY };
	static const int choices[CHOICE_FIELDS] = { CHOICE_LIST, CHOICE_NAME, CHOICE_LABEL,
		CHOICE_CODE, CHOICE_EXCLUSIVE, CHOICE_MISSING };

	return which == XLSFORM_SURVEY ? survey[n] : which == XLSFORM_CHOICES ? choices[n] : n;
}

/* ---- sheets ---- */

/* Goes through the columns: writes the headings, or the cells of row i. */
static void
write_columns(struct writer *w, int i)
{
	int count, at = 0;
	const struct xlsform_field *fields = xlsform_fields(w->which, &count);

	for (int n = 0; n < count; n++) {
		int field = nth_field(w->which, n);
		int languages = fields[field].texts ? w->q->language_count : 1;

		for (int k = 0; k < languages; k++) {
			const char *language = fields[field].texts ? w->q->languages[k] : "";

			if (i < 0)
				w->wanted[field][k] = wanted(w, field, k);
			if (!w->wanted[field][k])
				continue;
			if (i < 0)
				w->cells[at] = *language ? arena_format(w->arena, "%s::%s",
								   fields[field].name, language)
							 : fields[field].name;
			else
				w->cells[at] = cell_text(w, i, field, k);
			at++;
		}
	}
	if (i < 0)
		w->column_of_extra = at;
}

static void
add_row(struct writer *w, int i)
{
	struct xlsform_sheet *s = w->sheet;
	int count = 0;
	const struct extra *extras = i >= 0 ? extras_of(w, i, &count) : NULL;

	s->rows = arena_grow(
		w->arena, s->rows, (size_t)s->row_count, &s->row_room, sizeof(*s->rows));
	w->cells = arena_array(w->arena, (size_t)s->columns + 1, sizeof(*w->cells));
	for (int k = 0; k < s->columns; k++)
		w->cells[k] = "";
	if (i >= 0)
		write_columns(w, i);
	for (int k = 0; k < count; k++)
		for (int at = 0; at < w->extra_count; at++)
			if (strcmp(w->extras[at], extras[k].column) == 0)
				w->cells[w->column_of_extra + at] = extras[k].text;
	s->rows[s->row_count] = (struct xlsform_row){ s->row_count + 2, w->cells };
	s->row_count++;
}

static void
add_end(struct writer *w, const struct question *group)
{
	add_row(w, -1);
	w->sheet->rows[w->sheet->row_count - 1].cells[0] =
		group->type == QUESTION_REPEAT ? "end_repeat" : "end_group";
}

/* Rows of the survey with the ends of its groups. */
static void
add_survey(struct writer *w)
{
	const struct questionnaire *q = w->q;
	int open = -1;

	for (int i = 0; i <= q->question_count; i++) {
		int parent = i < q->question_count ? q->questions[i].parent : -1;

		for (; open >= 0 && open != parent; open = q->questions[open].parent)
			add_end(w, &q->questions[open]);
		if (i == q->question_count)
			break;
		add_row(w, i);
		open = q->questions[i].type == QUESTION_GROUP ||
				       q->questions[i].type == QUESTION_REPEAT
			       ? i
			       : parent;
	}
}

void
xlsform_sheets(const struct questionnaire *q, struct arena *arena,
	struct xlsform_sheet sheets[XLSFORM_SHEETS])
{
	static const char *const names[] = { "survey", "choices", "settings" };
	struct writer w = { .q = q, .arena = arena };

	for (w.which = 0; w.which < XLSFORM_SHEETS; w.which++) {
		w.sheet = &sheets[w.which];
		*w.sheet = (struct xlsform_sheet){
			.name = names[w.which], .present = true, .head_line = 1
		};
		find_extras(&w);
		w.cells = w.sheet->heads = arena_array(arena,
			(size_t)(SURVEY_FIELDS * QUESTIONNAIRE_LANGUAGES + w.extra_count),
			sizeof(*w.cells));
		write_columns(&w, -1);
		for (int k = 0; k < w.extra_count; k++)
			w.sheet->heads[w.column_of_extra + k] = w.extras[k];
		w.sheet->columns = w.column_of_extra + w.extra_count;
		if (w.which == XLSFORM_SURVEY)
			add_survey(&w);
		for (int i = 0; w.which != XLSFORM_SURVEY && i < row_count(&w); i++)
			add_row(&w, i);
	}
}

/* ---- CSV ---- */

static void
put_cell(struct output *out, const char *text, bool last)
{
	if (text[strcspn(text, ",\"\n\r;")] || *text == ' ') {
		output_puts(out, "\"");
		for (const char *p = text; *p; p++) {
			if (*p == '"')
				output_puts(out, "\"");
			output_write(out, p, 1);
		}
		output_puts(out, "\"");
	} else {
		output_puts(out, text);
	}
	output_puts(out, last ? "\n" : ",");
}

void
xlsform_write_sheet(const struct xlsform_sheet *s, struct output *out)
{
	for (int k = 0; k < s->columns; k++)
		put_cell(out, s->heads[k], k + 1 == s->columns);
	for (int i = 0; i < s->row_count; i++)
		for (int k = 0; k < s->columns; k++)
			put_cell(out, s->rows[i].cells[k], k + 1 == s->columns);
}

static int
write_csv(const struct xlsform_sheet *s, const char *path, bool replace, struct error *err)
{
	struct output *out;

	if (output_open(&out, path, replace, err) < 0)
		return -1;
	xlsform_write_sheet(s, out);
	return output_commit(out, err);
}

static int
refuse_existing(const char *path, struct error *err)
{
	struct stat st;

	if (lstat(path, &st) == 0)
		return error_set(err, ERROR_INPUT,
			_("“%s” exists already; nothing was written."), path);
	return 0;
}

int
xlsform_write_folder(
	const struct questionnaire *q, const char *folder, bool replace, struct error *err)
{
	struct xlsform_sheet sheets[XLSFORM_SHEETS];
	struct arena arena = { 0 };
	const char *paths[XLSFORM_SHEETS];
	bool made = false;
	int result = 0, written = 0;

	xlsform_sheets(q, &arena, sheets);
	for (int i = 0; i < XLSFORM_SHEETS; i++) {
		paths[i] = arena_format(&arena, "%s/%s.csv", folder, sheets[i].name);
		/* Three files or none: all are looked at before the first is written. */
		if (result == 0 && !replace)
			result = refuse_existing(paths[i], err);
	}
	if (result == 0) {
		made = mkdir(folder, 0750) == 0;
		if (!made && errno != EEXIST)
			result = error_set(err, ERROR_IO, _("The folder “%s” cannot be made: %s."),
				folder, error_reason(errno));
	}
	for (; written < XLSFORM_SHEETS && result == 0; written += result == 0)
		result = write_csv(&sheets[written], paths[written], replace, err);
	/* Of a new form nothing half-written stays; what was replaced is whole file by file. */
	if (result < 0 && !replace) {
		while (written-- > 0)
			unlink(paths[written]);
		if (made)
			rmdir(folder);
	}
	arena_release(&arena);
	return result;
}
