/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a questionnaire says about itself: types, texts, codes, pages, numbers, grids. */
#include "config.h"

#include "model/questionnaires/questionnaire.h"

#include "base/i18n.h"
#include "base/text.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const questionnaire_kinds[] = { "residents", "ngo", "entrepreneurs", "employees",
	"youth", "other", NULL };

static const char *const kind_labels[] = { N_("residents"), N_("non-governmental organisations"),
	N_("entrepreneurs"), N_("employees"), N_("young people"), N_("others") };

static const struct {
	const char *name, *label;
} types[QUESTION_TYPES] = {
	[QUESTION_SELECT_ONE] = { "select_one", N_("one answer") },
	[QUESTION_SELECT_MULTIPLE] = { "select_multiple", N_("several answers") },
	[QUESTION_RANK] = { "rank", N_("order of importance") },
	[QUESTION_INTEGER] = { "integer", N_("whole number") },
	[QUESTION_DECIMAL] = { "decimal", N_("number") },
	[QUESTION_RANGE] = { "range", N_("scale") },
	[QUESTION_DATE] = { "date", N_("date") },
	[QUESTION_TEXT] = { "text", N_("open answer") },
	[QUESTION_NOTE] = { "note", N_("text to read") },
	[QUESTION_CALCULATE] = { "calculate", N_("calculation") },
	[QUESTION_GROUP] = { "begin_group", N_("group") },
	[QUESTION_REPEAT] = { "begin_repeat", N_("repeated group") },
	[QUESTION_META] = { "start", N_("about the form itself") },
};

const char *
questionnaire_kind_label(const char *kind)
{
	for (int i = 0; questionnaire_kinds[i]; i++)
		if (strcmp(questionnaire_kinds[i], kind) == 0)
			return _(kind_labels[i]);
	return kind;
}

const char *
question_type_name(enum question_type type)
{
	return types[type].name;
}

const char *
question_type_label(enum question_type type)
{
	return _(types[type].label);
}

/* Whether the words of an appearance hold this one. */
static bool
appears(const struct question *q, const char *word)
{
	size_t length = strlen(word);

	for (const char *p = q->appearance; *p;) {
		size_t n = strcspn(p, " \t\n");

		if (n == length && memcmp(p, word, n) == 0)
			return true;
		p += n;
		p += strspn(p, " \t\n");
	}
	return false;
}

bool
question_has_choices(const struct question *q)
{
	return q->type == QUESTION_SELECT_ONE || q->type == QUESTION_SELECT_MULTIPLE ||
	       q->type == QUESTION_RANK;
}

bool
question_asked(const struct question *q)
{
	/* The head of a grid only carries its question. */
	return q->type <= QUESTION_TEXT && !(question_has_choices(q) && appears(q, "label"));
}

const char *
questionnaire_text(const struct questionnaire *q, const struct texts *t, int language)
{
	if (language >= 0 && language < QUESTIONNAIRE_LANGUAGES && t->in[language] &&
		*t->in[language])
		return t->in[language];
	if (t->in[q->language] && *t->in[q->language])
		return t->in[q->language];
	for (int i = 0; i < QUESTIONNAIRE_LANGUAGES; i++)
		if (t->in[i] && *t->in[i])
			return t->in[i];
	return "";
}

int
questionnaire_language(const struct questionnaire *q, const char *language)
{
	char code[16];

	snprintf(code, sizeof(code), "(%s)", language);
	for (int i = 0; i < q->language_count; i++)
		if (strstr(q->languages[i], code) || strcmp(q->languages[i], language) == 0)
			return i;
	return q->language;
}

int
question_by_name(const struct questionnaire *q, const char *name)
{
	for (int i = 0; i < q->question_count; i++)
		if (strcmp(q->questions[i].name, name) == 0)
			return i;
	return -1;
}

int
question_by_id(const struct questionnaire *q, int64_t id)
{
	for (int i = 0; i < q->question_count; i++)
		if (q->questions[i].id == id)
			return i;
	return -1;
}

int
choice_list(const struct questionnaire *q, const char *list, struct arena *arena, int **indices)
{
	int count = 0;

	*indices = arena_array(arena, (size_t)q->choice_count + 1, sizeof(**indices));
	for (int i = 0; *list && i < q->choice_count; i++)
		if (strcmp(q->choices[i].list, list) == 0)
			(*indices)[count++] = i;
	return count;
}

static bool
digits(const char *text)
{
	return *text && !text[strspn(text, "0123456789")];
}

/* Of a list that is keyed by places all along: then all places are equally long. */
static bool
places_only(const struct questionnaire *q, const char *list)
{
	for (int i = 0; i < q->choice_count; i++)
		if (strcmp(q->choices[i].list, list) == 0 &&
			(*q->choices[i].code || digits(q->choices[i].name)))
			return false;
	return true;
}

char *
choice_code(const struct questionnaire *q, int choice, int place, int count, char *dst, size_t size)
{
	const struct choice *c = &q->choices[choice];

	if (*c->code)
		return text_copy(dst, size, c->code);
	if (digits(c->name))
		return text_copy(dst, size, c->name);
	snprintf(dst, size, "%0*d",
		!places_only(q, c->list) || count < 10 ? 1 : count < 100 ? 2 : 3, place);
	return dst;
}

int
question_page(const struct questionnaire *q, int question)
{
	for (int i = question; i >= 0; i--)
		if (q->questions[i].page > 0)
			return q->questions[i].page;
	return 1;
}

const char *
question_wording(const struct questionnaire *q, int question, int language, struct arena *arena)
{
	const struct grid grid = questionnaire_grid(q, question);
	const char *label = questionnaire_text(q, &q->questions[question].label, language);
	const char *head = grid.count && grid.head >= 0
		? questionnaire_text(q, &q->questions[grid.head].label, language) : "";
	size_t length = strlen(head);

	/* A sentence that the row ends is read from its beginning. */
	if (length > 1 && head[length - 1] == ':' && label[0])
		return arena_format(arena, "%s %s", head, label);
	return arena_format(arena, "%s%s%s", label[0] ? label : q->questions[question].name,
		head[0] ? " – " : "", head);
}

int
question_repeat(const struct questionnaire *q, int question)
{
	for (int i = q->questions[question].parent; i >= 0; i = q->questions[i].parent)
		if (q->questions[i].type == QUESTION_REPEAT)
			return i;
	return -1;
}

/* ---- grids ---- */

static bool
in_table(const struct questionnaire *q, int question)
{
	const struct question *row = &q->questions[question];

	return row->parent >= 0 && appears(&q->questions[row->parent], "table-list");
}

/* Whether two neighbours stand in one grid. */
static bool
same_grid(const struct questionnaire *q, int a, int b)
{
	const struct question *x = &q->questions[a], *y = &q->questions[b];

	if (x->parent != y->parent || x->type != y->type || strcmp(x->list, y->list) != 0)
		return false;
	if (in_table(q, a))
		return question_asked(x) && question_asked(y);
	return appears(x, "list-nolabel") && appears(y, "list-nolabel");
}

struct grid
questionnaire_grid(const struct questionnaire *q, int question)
{
	const struct question *row = &q->questions[question], *before;
	struct grid grid = { -1, question, 0 };
	int last = question;

	if ((row->type != QUESTION_SELECT_ONE && row->type != QUESTION_SELECT_MULTIPLE) ||
		!question_asked(row) || (!appears(row, "list-nolabel") && !in_table(q, question)))
		return grid;
	while (grid.first > 0 && same_grid(q, grid.first - 1, question))
		grid.first--;
	while (last + 1 < q->question_count && same_grid(q, last + 1, question))
		last++;
	grid.count = last - grid.first + 1;
	before = grid.first > 0 ? &q->questions[grid.first - 1] : NULL;
	if (before && before->parent == row->parent && appears(before, "label") &&
		strcmp(before->list, row->list) == 0)
		grid.head = grid.first - 1;
	else if (in_table(q, question))
		grid.head = row->parent;
	return grid;
}

/* ---- numbers ---- */

/* The row of a grid: its head's number and a letter, after z the row's place. */
static void
grid_number(const char *head, int row, char *dst, size_t size)
{
	if (row < 26)
		snprintf(dst, size, "%s%c", head, 'a' + row);
	else
		snprintf(dst, size, "%s.%d", head, row + 1);
}

static bool
heads_grid(const struct questionnaire *q, int question)
{
	for (int i = question + 1; i < q->question_count; i++) {
		struct grid grid = questionnaire_grid(q, i);

		if (grid.count > 0 && grid.head == question)
			return true;
		/* Only a group may have something between itself and its rows. */
		if (q->questions[i].parent != question)
			return false;
	}
	return false;
}

char *
question_number(const struct questionnaire *q, int question, char *dst, size_t size)
{
	char last[16] = ""; /* of what stands before, rows of grids left out */
	long counted = 0;

	for (int i = 0; i <= question; i++) {
		const struct question *row = &q->questions[i];
		struct grid grid = questionnaire_grid(q, i);
		bool numbered = question_asked(row) || heads_grid(q, i);

		*dst = '\0';
		if (*row->number) {
			text_copy(dst, size, row->number);
			/* Counting goes on from what is printed. */
			if (isdigit((unsigned char)*row->number))
				counted = strtol(row->number, NULL, 10) % 100000;
		} else if (grid.count > 0 && grid.head >= 0) {
			grid_number(last, i - grid.first, dst, size);
			continue;
		} else if (numbered) {
			snprintf(dst, size, "%ld", ++counted);
		}
		if (numbered && (grid.count == 0 || grid.head < 0))
			text_copy(last, sizeof(last), dst);
	}
	return dst;
}
