/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The survey sheet of an XLSForm: types, rows, groups. */
#include "config.h"

#include "exchange/xlsform_parts.h"

#include "base/i18n.h"
#include "base/number.h"

#include <stdio.h>
#include <string.h>

enum { DEEPEST = 20 };

struct survey { /* while its rows are read */
	struct xlsform_reader *r;
	const struct xlsform_row *row;
	int open; /* the group that holds the next row, -1 = none */
	int depth;
};

static const char *
cell(const struct survey *s, int field)
{
	return xlsform_cell(s->r, XLSFORM_SURVEY, s->row, field);
}

static void
add(const struct survey *s, const char *column, const char *text)
{
	xlsform_add(s->r, true, XLSFORM_SURVEY, s->row->line, column, "%s", text);
}

static int
read_whole(const struct survey *s, int field, const char *column)
{
	const char *text = cell(s, field);
	double value;

	if (!*text)
		return 0;
	if (number_parse(text, &value) == 0 && value >= 0 && value <= 999 && value == (int)value)
		return (int)value;
	xlsform_add(s->r, true, XLSFORM_SURVEY, s->row->line, column,
		_("“%s” where a whole number from 0 to 999 is expected."), text);
	return 0;
}

/* ---- types ---- */

struct type_word {
	const char *word;
	enum question_type type;
};

static const struct type_word type_words[] = {
	{ "select_one", QUESTION_SELECT_ONE },
	{ "select_multiple", QUESTION_SELECT_MULTIPLE },
	{ "rank", QUESTION_RANK },
	{ "integer", QUESTION_INTEGER },
	{ "int", QUESTION_INTEGER },
	{ "decimal", QUESTION_DECIMAL },
	{ "range", QUESTION_RANGE },
	{ "date", QUESTION_DATE },
	{ "text", QUESTION_TEXT },
	{ "string", QUESTION_TEXT },
	{ "note", QUESTION_NOTE },
	{ "calculate", QUESTION_CALCULATE },
	{ "begin_group", QUESTION_GROUP },
	{ "begin_repeat", QUESTION_REPEAT },
	{ "start", QUESTION_META },
	{ "end", QUESTION_META },
	{ "today", QUESTION_META },
	{ "deviceid", QUESTION_META },
	{ "subscriberid", QUESTION_META },
	{ "simserial", QUESTION_META },
	{ "phonenumber", QUESTION_META },
	{ "username", QUESTION_META },
	{ "email", QUESTION_META },
	{ "audit", QUESTION_META },
	{ "start-geopoint", QUESTION_META },
	{ "background-audio", QUESTION_META },
	{ "hidden", QUESTION_META },
};

/* Of XLSForm, but nothing that a paper form could hold or a keyer type. */
static const char *const not_on_paper[] = { "geopoint", "geotrace", "geoshape", "image", "audio",
	"video", "file", "barcode", "acknowledge", "trigger", "time", "dateTime", "datetime",
	"select_one_from_file", "select_multiple_from_file", "rank_from_file",
	"select_one_external", "select_multiple_external", "xml-external", "csv-external",
	"begin_loop", "end_loop", "osm", "photo" };

/* The type's words with single blanks; "begin group" and "select one" in one word. */
static void
plain_type(char *dst, size_t size, const char *text)
{
	static const char *const pairs[] = { "begin group", "end group", "begin repeat",
		"end repeat", "select one", "select multiple" };
	size_t n = 0;

	for (const char *p = text; *p && n + 2 < size; p++) {
		if (*p != ' ' && *p != '\n')
			dst[n++] = *p;
		else if (n > 0 && dst[n - 1] != ' ')
			dst[n++] = ' ';
	}
	while (n > 0 && dst[n - 1] == ' ')
		n--;
	dst[n] = '\0';
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		size_t length = strlen(pairs[i]);

		if (strncmp(dst, pairs[i], length) == 0 && (!dst[length] || dst[length] == ' '))
			*strchr(dst, ' ') = '_';
	}
}

static void
refuse_type(const struct survey *s, const char *word)
{
	const char *column = xlsform_heading(s->r, XLSFORM_SURVEY, "type");

	for (size_t i = 0; i < sizeof(not_on_paper) / sizeof(not_on_paper[0]); i++)
		if (strcmp(not_on_paper[i], word) == 0) {
			xlsform_add(s->r, true, XLSFORM_SURVEY, s->row->line, column,
				_("The type “%s” is not supported: its answers do not come on "
				  "paper."),
				word);
			return;
		}
	xlsform_add(s->r, true, XLSFORM_SURVEY, s->row->line, column,
		_("“%s” is no type of question."), word);
}

/* Type, list and or_other of a row. One that cannot be taken is read on as a text, so that what
 * names it is not a second error. */
static void
read_type(const struct survey *s, char *type, struct question *q)
{
	char *list = strchr(type, ' '), *more = NULL;
	const char *column = xlsform_heading(s->r, XLSFORM_SURVEY, "type");
	const struct type_word *known = NULL;

	if (list) {
		*list++ = '\0';
		if ((more = strchr(list, ' ')))
			*more++ = '\0';
	}
	for (size_t i = 0; i < sizeof(type_words) / sizeof(type_words[0]); i++)
		if (strcmp(type_words[i].word, type) == 0)
			known = &type_words[i];
	if (!known) {
		refuse_type(s, type);
		q->type = QUESTION_TEXT;
		q->list = "";
		return;
	}
	q->type = known->type;
	q->word = known->type == QUESTION_META ? known->word : question_type_name(known->type);
	q->list = "";
	if (list && question_has_choices(q))
		q->list = arena_string(s->r->arena, list);
	else if (list)
		xlsform_add(s->r, true, XLSFORM_SURVEY, s->row->line, column,
			_("“%s” takes nothing after the type, but “%s” stands there."), type, list);
	if (more && question_has_choices(q)) {
		q->or_other = strcmp(more, "or_other") == 0 || strcmp(more, "or other") == 0;
		if (!q->or_other)
			xlsform_add(s->r, true, XLSFORM_SURVEY, s->row->line, column,
				_("After the list only or_other may stand, not “%s”."), more);
	}
}

/* ---- rows of the survey ---- */

static struct texts *
texts_of(struct question *q, int field)
{
	switch (field) {
	case FIELD_LABEL:
		return &q->label;
	case FIELD_HINT:
		return &q->hint;
	case FIELD_HARD_MESSAGE:
		return &q->hard_message;
	case FIELD_SOFT_MESSAGE:
		return &q->soft_message;
	default:
		return &q->required_message;
	}
}

static void
read_question_texts(const struct survey *s, struct question *q)
{
	const struct xlsform_sheet *sheet = &s->r->sheets[XLSFORM_SURVEY];

	for (int i = 0; i < sheet->columns; i++) {
		const struct xlsform_column *column = &s->r->columns[XLSFORM_SURVEY][i];

		if (!*s->row->cells[i])
			continue;
		if (column->kind == XLSFORM_TEXTS && column->language >= 0)
			texts_of(q, column->field)->in[column->language] = s->row->cells[i];
		else if (column->kind == XLSFORM_EXTRA)
			xlsform_keep(s->r->arena, &q->extras, &q->extra_count, sheet->heads[i],
				s->row->cells[i]);
	}
}

static void
read_question(struct survey *s, struct question *q)
{
	struct questionnaire *all = &s->r->form->q;
	long line = s->row->line;

	q->line = line;
	q->parent = s->open;
	q->name = cell(s, FIELD_NAME);
	q->identity = cell(s, FIELD_IDENTITY);
	if (!*q->identity)
		q->identity = arena_format(s->r->arena, "%s/%s", all->code, q->name);
	q->required = cell(s, FIELD_REQUIRED);
	q->relevant = cell(s, FIELD_RELEVANT);
	q->hard_check = cell(s, FIELD_CONSTRAINT);
	q->soft_check = cell(s, FIELD_SOFT);
	q->calculation = cell(s, FIELD_CALCULATION);
	q->appearance = cell(s, FIELD_APPEARANCE);
	q->default_value = cell(s, FIELD_DEFAULT);
	q->read_only = cell(s, FIELD_READ_ONLY);
	q->choice_filter = cell(s, FIELD_FILTER);
	q->repeat_count = cell(s, FIELD_REPEAT_COUNT);
	q->parameters = cell(s, FIELD_PARAMETERS);
	q->number = cell(s, FIELD_NUMBER);
	q->max_answers = read_whole(s, FIELD_MAX_ANSWERS, "max_answers");
	q->page = read_whole(s, FIELD_PAGE, "page");
	q->second_keying = xlsform_yes(s->r, XLSFORM_SURVEY, line, "second_keying",
		cell(s, FIELD_SECOND), q->type != QUESTION_TEXT);
	q->repeat_last = xlsform_yes(
		s->r, XLSFORM_SURVEY, line, "repeat_last", cell(s, FIELD_REPEAT_LAST), false);
	read_question_texts(s, q);
}

/* The end of a group: closes the open one, which must be of its kind. */
static void
close_group(struct survey *s, const char *type)
{
	struct questionnaire *q = &s->r->form->q;
	bool repeat = strcmp(type, "end_repeat") == 0;
	const char *name = cell(s, FIELD_NAME);
	const struct question *open = s->open >= 0 ? &q->questions[s->open] : NULL;

	if (!open || (open->type == QUESTION_REPEAT) != repeat) {
		xlsform_add(s->r, true, XLSFORM_SURVEY, s->row->line,
			xlsform_heading(s->r, XLSFORM_SURVEY, "type"),
			repeat ? _("end_repeat stands here, but no begin_repeat is open.")
			       : _("end_group stands here, but no begin_group is open."));
		return;
	}
	if (*name && strcmp(name, open->name) != 0)
		xlsform_add(s->r, true, XLSFORM_SURVEY, s->row->line,
			xlsform_heading(s->r, XLSFORM_SURVEY, "name"),
			_("This ends “%s”, but the group that is open is “%s”."), name, open->name);
	s->open = open->parent;
	s->depth--;
}

static void
read_survey_row(struct survey *s)
{
	struct questionnaire *q = &s->r->form->q;
	struct question row = { 0 };
	char type[256];

	plain_type(type, sizeof(type), cell(s, FIELD_TYPE));
	if (!*type) {
		add(s, xlsform_heading(s->r, XLSFORM_SURVEY, "type"), _("The row has no type."));
		return;
	}
	if (strcmp(type, "end_group") == 0 || strcmp(type, "end_repeat") == 0) {
		close_group(s, type);
		return;
	}
	read_type(s, type, &row);
	read_question(s, &row);
	q->questions = arena_grow(s->r->arena, q->questions, (size_t)q->question_count,
		&q->question_room, sizeof(*q->questions));
	q->questions[q->question_count++] = row;
	if (row.type != QUESTION_GROUP && row.type != QUESTION_REPEAT)
		return;
	if (++s->depth == DEEPEST)
		add(s, xlsform_heading(s->r, XLSFORM_SURVEY, "type"),
			_("Groups stand too deep inside one another."));
	s->open = q->question_count - 1;
}

void
xlsform_read_survey(struct xlsform_reader *r)
{
	struct survey s = { .r = r, .open = -1 };

	for (int i = 0; i < r->sheets[XLSFORM_SURVEY].row_count; i++) {
		s.row = &r->sheets[XLSFORM_SURVEY].rows[i];
		read_survey_row(&s);
	}
	for (; s.open >= 0; s.open = r->form->q.questions[s.open].parent)
		xlsform_add(r, true, XLSFORM_SURVEY, r->form->q.questions[s.open].line,
			xlsform_heading(r, XLSFORM_SURVEY, "type"),
			_("The group “%s” is never ended."), r->form->q.questions[s.open].name);
}
