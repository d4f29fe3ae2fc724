/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checking a questionnaire: names, types, limits, pages and texts of its questions. */
#include "config.h"

#include "model/questionnaires/questionnaire_findings.h"

#include "base/expression.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_NAME = 64, LONGEST_NUMBER = 15, LONGEST_TEXT = 10000 };

void
findings_add(struct findings *f, bool error, int question, int choice, const char *column,
	const char *fmt, ...)
{
	char text[1024], whole[1024];
	va_list args;

	va_start(args, fmt);
	vsnprintf(whole, sizeof(whole), fmt, args);
	va_end(args);
	text_copy(text, sizeof(text), text_whole(whole));
	f->list = arena_grow(f->arena, f->list, (size_t)f->count, &f->room, sizeof(*f->list));
	f->list[f->count++] = (struct questionnaire_problem){
		.error = error,
		.sheet = choice >= 0		       ? "choices"
			 : question >= 0 || !column ? "survey"
						       : "settings",
		.question = question,
		.choice = choice,
		.column = column ? column : "type",
		.text = arena_string(f->arena, text),
	};
}

/* ---- names ---- */

struct named {
	const char *name;
	int question;
};

static int
by_name(const void *a, const void *b)
{
	const struct named *x = a, *y = b;
	int order = strcmp(x->name, y->name);

	return order ? order : x->question - y->question;
}

static void
check_names(struct findings *f)
{
	const struct questionnaire *q = f->q;
	struct named *names =
		arena_array(f->arena, 2 * (size_t)q->question_count + 1, sizeof(*names));
	size_t count = 0;

	for (int i = 0; i < q->question_count; i++) {
		const char *name = q->questions[i].name;

		if (!*name) {
			findings_add(f, true, i, -1, "name", _("This row has no name."));
			continue;
		}
		if (!expression_name_valid(name))
			findings_add(f, true, i, -1, "name",
				_("“%s” cannot be a name: a name is a letter or _, then letters, "
				  "digits, _, - and dots."),
				name);
		else if (strlen(name) > LONGEST_NAME)
			findings_add(f, true, i, -1, "name",
				_("The name “%.60s…” is too long; %d characters are the most."),
				name, LONGEST_NAME);
		names[count++] = (struct named){ name, i };
		if (q->questions[i].or_other)
			names[count++] =
				(struct named){ arena_format(f->arena, "%s_other", name), i };
	}
	qsort(names, count, sizeof(*names), by_name);
	for (size_t i = 1; i < count; i++)
		if (strcmp(names[i - 1].name, names[i].name) == 0)
			findings_add(f, true, names[i].question, -1, "name",
				_("The name “%s” stands twice; every row needs its own."),
				names[i].name);
}

/* ---- types and limits ---- */

static bool
blank_names(const struct questionnaire *q, const char *list, const char **name)
{
	for (int i = 0; i < q->choice_count; i++) {
		*name = q->choices[i].name;
		if (strcmp(q->choices[i].list, list) == 0 && strpbrk(*name, " \t\n"))
			return true;
	}
	return false;
}

static void
check_list(struct findings *f, int at)
{
	const struct question *row = &f->q->questions[at];
	int size = questionnaire_list_size(f->q, row->list);
	const char *name;

	if (!*row->list) {
		findings_add(f, true, at, -1, "type",
			_("“%s” has no list of choices; write its name after the type."),
			row->name);
		return;
	}
	if (size == 0) {
		findings_add(f, true, at, -1, "type",
			_("There is no choice of the list “%s” on the choices sheet."), row->list);
		return;
	}
	if (row->max_answers > size)
		findings_add(f, true, at, -1, "max_answers",
			_("“%s” allows %d answers, but its list has %d choices."), row->name,
			row->max_answers, size);
	if (row->type != QUESTION_SELECT_ONE && blank_names(f->q, row->list, &name))
		findings_add(f, true, at, -1, "type",
			_("The choice “%s” of the list “%s” has a blank in its name; with several "
			  "answers it could not be told from two."),
			name, row->list);
}

bool
question_range(const struct question *q, double *start, double *end, double *step)
{
	char word[64];

	*start = 1;
	*end = 10;
	*step = 1;
	for (const char *p = q->parameters + strspn(q->parameters, " ,;\t\n"); *p;) {
		size_t length = strcspn(p, " ,;\t\n"), key = strcspn(p, "= ,;\t\n");
		double *to = key == 5 && memcmp(p, "start", 5) == 0  ? start
			     : key == 3 && memcmp(p, "end", 3) == 0  ? end
			     : key == 4 && memcmp(p, "step", 4) == 0 ? step
								     : NULL;

		if (to) {
			snprintf(word, sizeof(word), "%.*s", (int)(length - key) - 1, p + key + 1);
			if (length <= key || length - key > 40 || number_parse(word, to) < 0)
				return false;
		}
		p += length;
		p += strspn(p, " ,;\t\n");
	}
	return *start != *end && *step != 0;
}

static void
check_type(struct findings *f, int at)
{
	const struct question *row = &f->q->questions[at];
	double start, end, step;

	if (question_has_choices(row))
		check_list(f, at);
	else if (row->max_answers > 0)
		findings_add(f, false, at, -1, "max_answers",
			_("max_answers means something for several answers and for an order only; "
			  "at “%s” it is left aside."),
			row->name);
	if (row->type == QUESTION_RANGE && !question_range(row, &start, &end, &step))
		findings_add(f, true, at, -1, "parameters",
			_("“%s” is no scale; write for example start=0 end=10 step=1; start and "
			  "end differ, and the step is not 0."),
			row->parameters);
	if (row->type == QUESTION_CALCULATE && !*row->calculation)
		findings_add(f, true, at, -1, "calculation",
			_("“%s” is a calculation, but nothing says what is calculated."),
			row->name);
	if (row->type == QUESTION_REPEAT && question_repeat(f->q, at) >= 0)
		findings_add(f, true, at, -1, "type",
			_("“%s” is a repeated group inside another repeated group; gromada repeats "
			  "one level only."),
			row->name);
	if ((row->type == QUESTION_GROUP || row->type == QUESTION_REPEAT) &&
		(at + 1 == f->q->question_count || f->q->questions[at + 1].parent != at))
		findings_add(f, false, at, -1, "type", _("The group “%s” is empty."), row->name);
}

static void
check_paper(struct findings *f, int at, int *page)
{
	const struct question *row = &f->q->questions[at];

	if (row->page > 0 && row->page < *page)
		findings_add(f, true, at, -1, "page",
			_("“%s” stands on page %d after a question on page %d; the rows follow the "
			  "order of the paper."),
			row->name, row->page, *page);
	if (row->page > *page)
		*page = row->page;
	if (strlen(row->number) > LONGEST_NUMBER)
		findings_add(f, true, at, -1, "number",
			_("The number “%s” is too long; %d characters are the most."), row->number,
			LONGEST_NUMBER);
}

/* ---- texts ---- */

/* A text that stands in one language and not in another; wanted: it should stand in all. */
static void
check_texts(struct findings *f, int question, int choice, const char *column, const char *name,
	const struct texts *t, bool wanted)
{
	int given = 0, lacks = -1;

	for (int i = 0; i < f->q->language_count; i++) {
		const char *text = t->in[i] ? t->in[i] : "";

		given += *text != '\0';
		if (!*text && lacks < 0)
			lacks = i;
		if (strlen(text) > LONGEST_TEXT)
			findings_add(f, true, question, choice, column,
				_("The text of “%s” is too long; %d characters are the most."),
				name, LONGEST_TEXT);
	}
	if (given == 0 && wanted)
		findings_add(f, false, question, choice, column, _("“%s” has no text to read."),
			name);
	else if (given > 0 && lacks >= 0)
		findings_add(f, false, question, choice, column,
			_("The text of “%s” is missing in the language “%s”."), name,
			f->q->languages[lacks]);
}

static void
check_question_texts(struct findings *f, int at)
{
	const struct question *row = &f->q->questions[at];

	check_texts(f, at, -1, "label", row->name, &row->label,
		row->type <= QUESTION_NOTE);
	check_texts(f, at, -1, "hint", row->name, &row->hint, false);
	check_texts(f, at, -1, "constraint_message", row->name, &row->hard_message, false);
	check_texts(f, at, -1, "soft_constraint_message", row->name, &row->soft_message, false);
	check_texts(f, at, -1, "required_message", row->name, &row->required_message, false);
}

static void
check_head(struct findings *f)
{
	const struct questionnaire *q = f->q;
	int asked = 0;

	for (int i = 0; i < q->question_count; i++)
		asked += question_asked(&q->questions[i]);
	if (asked == 0)
		findings_add(f, true, -1, -1, NULL, _("The questionnaire asks nothing."));
	check_texts(f, -1, -1, "form_title", q->code, &q->title, true);
	check_texts(f, -1, -1, "notice", q->code, &q->notice, false);
	check_texts(f, -1, -1, "instruction", q->code, &q->instruction, false);
}

/* ---- all of it ---- */

struct placed {
	struct questionnaire_problem problem;
	int place, found; /* of equals the first found stays first */
};

static int
place_of(const struct questionnaire_problem *p)
{
	if (p->choice >= 0)
		return 1000000 + p->choice;
	if (strcmp(p->sheet, "settings") == 0)
		return 2000000;
	return p->question;
}

static int
by_place(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	return x->place != y->place ? (x->place > y->place) - (x->place < y->place)
				    : x->found - y->found;
}

/* Found in several passes, told in the order of the sheets. */
static void
sort_problems(struct findings *f)
{
	struct placed *sorted = arena_array(f->arena, (size_t)f->count + 1, sizeof(*sorted));

	for (int i = 0; i < f->count; i++)
		sorted[i] = (struct placed){ f->list[i], place_of(&f->list[i]), i };
	qsort(sorted, (size_t)f->count, sizeof(*sorted), by_place);
	for (int i = 0; i < f->count; i++)
		f->list[i] = sorted[i].problem;
}

int
questionnaire_check(const struct questionnaire *q, struct arena *arena,
	struct questionnaire_problem **list, int *count, struct error *err)
{
	struct findings f = { .q = q, .arena = arena };
	int page = 0;

	(void)err; /* nothing here asks a disk */
	check_names(&f);
	for (int i = 0; i < q->question_count; i++) {
		check_type(&f, i);
		check_paper(&f, i, &page);
		check_question_texts(&f, i);
	}
	questionnaire_check_rules(&f);
	questionnaire_check_choices(&f);
	for (int i = 0; i < q->choice_count; i++)
		check_texts(&f, -1, i, "label", q->choices[i].name, &q->choices[i].label, true);
	check_head(&f);
	sort_problems(&f);
	*list = f.list;
	*count = f.count;
	return 0;
}
