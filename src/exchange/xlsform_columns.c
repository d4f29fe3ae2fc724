/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The headings of XLSForm's sheets: fields, languages, and what means nothing here. */
#include "config.h"

#include "exchange/xlsform_parts.h"

#include "base/i18n.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

static const struct xlsform_field survey_fields[SURVEY_FIELDS] = {
	[FIELD_TYPE] = { "type", false },
	[FIELD_NAME] = { "name", false },
	[FIELD_REQUIRED] = { "required", false },
	[FIELD_RELEVANT] = { "relevant", false },
	[FIELD_CONSTRAINT] = { "constraint", false },
	[FIELD_SOFT] = { "soft_constraint", false },
	[FIELD_CALCULATION] = { "calculation", false },
	[FIELD_APPEARANCE] = { "appearance", false },
	[FIELD_DEFAULT] = { "default", false },
	[FIELD_READ_ONLY] = { "read_only", false },
	[FIELD_FILTER] = { "choice_filter", false },
	[FIELD_REPEAT_COUNT] = { "repeat_count", false },
	[FIELD_PARAMETERS] = { "parameters", false },
	[FIELD_NUMBER] = { "number", false },
	[FIELD_IDENTITY] = { "identity", false },
	[FIELD_MAX_ANSWERS] = { "max_answers", false },
	[FIELD_PAGE] = { "page", false },
	[FIELD_SECOND] = { "second_keying", false },
	[FIELD_REPEAT_LAST] = { "repeat_last", false },
	[FIELD_LABEL] = { "label", true },
	[FIELD_HINT] = { "hint", true },
	[FIELD_HARD_MESSAGE] = { "constraint_message", true },
	[FIELD_SOFT_MESSAGE] = { "soft_constraint_message", true },
	[FIELD_REQUIRED_MESSAGE] = { "required_message", true },
};

static const struct xlsform_field choice_fields[CHOICE_FIELDS] = {
	[CHOICE_LIST] = { "list_name", false },
	[CHOICE_NAME] = { "name", false },
	[CHOICE_CODE] = { "code", false },
	[CHOICE_EXCLUSIVE] = { "exclusive", false },
	[CHOICE_MISSING] = { "missing", false },
	[CHOICE_LABEL] = { "label", true },
};

static const struct xlsform_field setting_fields[SETTING_FIELDS] = {
	[SETTING_TITLE] = { "form_title", false },
	[SETTING_ID] = { "form_id", false },
	[SETTING_VERSION] = { "version", false },
	[SETTING_LANGUAGE] = { "default_language", false },
	[SETTING_KIND] = { "kind", false },
	[SETTING_TITLES] = { "title", true },
	[SETTING_NOTICE] = { "notice", true },
	[SETTING_INSTRUCTION] = { "instruction", true },
};

static const struct {
	const char *found, *field;
} other_names[] = {
	{ "list name", "list_name" },
	{ "relevance", "relevant" },
	{ "readonly", "read_only" },
	{ "read only", "read_only" },
	{ "calculate", "calculation" },
	{ "constraint message", "constraint_message" },
	{ "required message", "required_message" },
	{ "choice filter", "choice_filter" },
	{ "repeat count", "repeat_count" },
	{ "id_string", "form_id" },
};

const struct xlsform_field *
xlsform_fields(int sheet, int *count)
{
	if (sheet == XLSFORM_SURVEY) {
		*count = SURVEY_FIELDS;
		return survey_fields;
	}
	if (sheet == XLSFORM_CHOICES) {
		*count = CHOICE_FIELDS;
		return choice_fields;
	}
	*count = SETTING_FIELDS;
	return setting_fields;
}

/* Splits "label::Polski (pl)"; language NULL where there is none. In lower case before it. */
static const char *
split_heading(const char *heading, char *base, size_t size)
{
	size_t length = strcspn(heading, ":");
	const char *language = strstr(heading, "::");

	if (length >= size)
		length = size - 1;
	if (!language && heading[length])
		length = strlen(heading) < size ? strlen(heading) : size - 1;
	for (size_t i = 0; i < length; i++)
		base[i] = (char)tolower((unsigned char)heading[i]);
	while (length > 0 && base[length - 1] == ' ')
		length--;
	base[length] = '\0';
	if (!language)
		return NULL;
	language += 2;
	return language + strspn(language, " ");
}

static int
find_field(int sheet, const char *base, bool texts)
{
	int count;
	const struct xlsform_field *fields = xlsform_fields(sheet, &count);

	for (int i = 0; i < count; i++)
		if (strcmp(fields[i].name, base) == 0 && (fields[i].texts || !texts))
			return i;
	for (size_t k = 0; k < sizeof(other_names) / sizeof(other_names[0]); k++)
		if (strcmp(other_names[k].found, base) == 0)
			for (int i = 0; i < count; i++)
				if (strcmp(fields[i].name, other_names[k].field) == 0 &&
					(fields[i].texts || !texts))
					return i;
	return -1;
}

static void
know_column(struct xlsform_reader *r, int sheet, int at, const char **language)
{
	const char *heading = r->sheets[sheet].heads[at];
	struct xlsform_column *column = &r->columns[sheet][at];
	int count;
	char base[64];

	*language = NULL;
	*column = (struct xlsform_column){ .kind = XLSFORM_NOTHING, .field = -1, .language = -1 };
	if (!*heading)
		return;
	*language = split_heading(heading, base, sizeof(base));
	column->field = find_field(sheet, base, *language != NULL);
	column->kind = XLSFORM_EXTRA;
	if (column->field >= 0)
		column->kind = xlsform_fields(sheet, &count)[column->field].texts ? XLSFORM_TEXTS
										 : XLSFORM_FIELD;
}

/* ---- languages ---- */

static int
add_language(struct xlsform_reader *r, const char *name)
{
	struct questionnaire *q = &r->form->q;

	for (int i = 0; i < q->language_count; i++)
		if (strcmp(q->languages[i], name) == 0)
			return i;
	if (q->language_count == QUESTIONNAIRE_LANGUAGES)
		return -1;
	q->languages[q->language_count] = name;
	return q->language_count++;
}

/* The language of columns that name none: the default one, or where no label names one a language
 * without a name, or the first. */
static const char *
plain_language(struct xlsform_reader *r, const char *fallback)
{
	const char *first = NULL, *language;
	bool plain_label = false;

	for (int sheet = 0; sheet < XLSFORM_SHEETS; sheet++) {
		for (int i = 0; i < r->sheets[sheet].columns; i++) {
			know_column(r, sheet, i, &language);
			if (r->columns[sheet][i].kind != XLSFORM_TEXTS)
				continue;
			if (language && !first)
				first = language;
			plain_label |= !language &&
				       strncasecmp(r->sheets[sheet].heads[i], "label", 5) == 0;
		}
	}
	if (*fallback)
		return fallback;
	return plain_label || !first ? "" : first;
}

/* Whether some choice_filter looks at this column of the choices. */
static bool
filters(const struct xlsform_reader *r, int sheet, const char *heading)
{
	for (int i = 0; sheet == XLSFORM_CHOICES && i < r->sheets[XLSFORM_SURVEY].row_count; i++)
		if (strstr(xlsform_cell(r, XLSFORM_SURVEY, &r->sheets[XLSFORM_SURVEY].rows[i],
				   FIELD_FILTER),
			    heading))
			return true;
	return false;
}

static void
know_sheet(struct xlsform_reader *r, int sheet, const char *plain)
{
	const struct xlsform_sheet *s = &r->sheets[sheet];

	for (int i = 0; i < s->columns; i++) {
		struct xlsform_column *column = &r->columns[sheet][i];
		const char *language;

		know_column(r, sheet, i, &language);
		if (column->kind == XLSFORM_TEXTS) {
			column->language = add_language(r, language ? language : plain);
			if (column->language < 0)
				xlsform_add(r, true, sheet, s->head_line, s->heads[i],
					_("There are more than %d languages."),
					QUESTIONNAIRE_LANGUAGES);
		} else if (column->kind == XLSFORM_EXTRA && !filters(r, sheet, s->heads[i])) {
			xlsform_add(r, false, sheet, s->head_line, s->heads[i],
				_("The column means nothing here; its cells are kept and exported "
				  "again."));
		}
	}
}

static void
refuse_doubles(struct xlsform_reader *r, int sheet)
{
	const struct xlsform_sheet *s = &r->sheets[sheet];

	for (int i = 0; i < s->columns; i++) {
		const struct xlsform_column *a = &r->columns[sheet][i];

		for (int k = 0; k < i; k++) {
			const struct xlsform_column *b = &r->columns[sheet][k];

			if (a->kind == XLSFORM_NOTHING || a->kind != b->kind)
				continue;
			if (a->kind == XLSFORM_EXTRA
					? strcmp(s->heads[i], s->heads[k]) != 0
					: a->field != b->field || a->language != b->language)
				continue;
			xlsform_add(r, true, sheet, s->head_line, s->heads[i],
				_("The column stands twice."));
			break;
		}
	}
}

static void
look_below_nothing(struct xlsform_reader *r, int sheet)
{
	const struct xlsform_sheet *s = &r->sheets[sheet];

	for (int i = 0; i < s->columns; i++) {
		if (r->columns[sheet][i].kind != XLSFORM_NOTHING)
			continue;
		for (int k = 0; k < s->row_count; k++) {
			if (!*s->rows[k].cells[i])
				continue;
			xlsform_add(r, false, sheet, s->rows[k].line, "",
				_("Column %d has no heading; its cells are left out."), i + 1);
			break;
		}
	}
}

void
xlsform_know_columns(struct xlsform_reader *r)
{
	const struct xlsform_sheet *settings = &r->sheets[XLSFORM_SETTINGS];
	const char *fallback, *plain;

	for (int sheet = 0; sheet < XLSFORM_SHEETS; sheet++)
		r->columns[sheet] = arena_array(r->arena, (size_t)r->sheets[sheet].columns + 1,
			sizeof(*r->columns[sheet]));
	plain_language(r, ""); /* the settings' columns first, to find the default language */
	fallback = settings->row_count > 0
			   ? xlsform_cell(r, XLSFORM_SETTINGS, &settings->rows[0], SETTING_LANGUAGE)
			   : "";
	plain = plain_language(r, fallback);
	for (int sheet = 0; sheet < XLSFORM_SHEETS; sheet++)
		know_sheet(r, sheet, plain);
	for (int sheet = 0; sheet < XLSFORM_SHEETS; sheet++) {
		refuse_doubles(r, sheet);
		look_below_nothing(r, sheet);
	}
	if (r->form->q.language_count == 0)
		add_language(r, plain);
	if (*fallback) {
		for (int i = 0; i < r->form->q.language_count; i++)
			if (strcmp(r->form->q.languages[i], fallback) == 0)
				r->form->q.language = i;
		if (strcmp(r->form->q.languages[r->form->q.language], fallback) != 0)
			xlsform_add(r, false, XLSFORM_SETTINGS, settings->rows[0].line,
				"default_language",
				_("No column is in the language “%s”; “%s” is shown first."),
				fallback, r->form->q.languages[r->form->q.language]);
	}
}

const char *
xlsform_cell(const struct xlsform_reader *r, int sheet, const struct xlsform_row *row, int field)
{
	for (int i = 0; i < r->sheets[sheet].columns; i++)
		if (r->columns[sheet][i].kind == XLSFORM_FIELD &&
			r->columns[sheet][i].field == field)
			return row->cells[i];
	return "";
}
