/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which question a heading means: by name, by label in any language, or as a person said. */
#include "config.h"

#include "exchange/answers_parts.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { LABEL = 1024 };

/* Columns of the form itself; targets of a mapping are written with a number sign. */
static const struct {
	enum answers_role role;
	const char *target;
	const char *names[8]; /* folded */
} specials[] = {
	{ ANSWERS_NUMBER, "#number",
		{ "form number", "number", "numer formularza", "numer ankiety", "numer", "nr" } },
	{ ANSWERS_MODE, "#mode", { "mode", "tryb", "sposob" } },
	{ ANSWERS_UID, "#id",
		{ "uuid", "instanceid", "meta instanceid", "key", "submission uuid" } },
	/* What online tools add of their own. */
	{ ANSWERS_LEFT_OUT, "",
		{ "id", "index", "submission time", "submissiondate", "version", "tags", "notes",
			"status" } },
	{ ANSWERS_LEFT_OUT, "",
		{ "start", "end", "today", "deviceid", "username", "submitted by",
			"validation status", "formhub uuid" } },
	{ ANSWERS_LEFT_OUT, "",
		{ "keyed at", "keyer", "sygnatura czasowa", "timestamp", "meta rootuuid",
			"submission id", "simserial", "phonenumber" } },
	/* Computed from the wave's margins, here as there. */
	{ ANSWERS_LEFT_OUT, "", { "form weight", "waga do populacji" } },
};

const struct answer_mapping *
answers_mapping(const struct answers_file *f, const char *question, const char *source)
{
	for (int i = f->given_count - 1; i >= 0; i--)
		if (!strcmp(f->given[i].source, source) && !strcmp(f->given[i].question, question))
			return &f->given[i];
	for (int i = 0; i < f->remembered_count; i++)
		if (!strcmp(f->remembered[i].source, source) &&
			!strcmp(f->remembered[i].question, question))
			return &f->remembered[i];
	return NULL;
}

/* ---- names ---- */

static int
question_named(const struct answers_file *f, const char *name, size_t length)
{
	for (int i = 0; i < f->q.question_count; i++)
		if (strlen(f->q.questions[i].name) == length &&
			!strncasecmp(f->q.questions[i].name, name, length))
			return i;
	return -1;
}

/* name, name_2 or name[2] of a question in a repeat. */
static bool
place_named(const struct answers_file *f, const char *name, size_t length, int *question,
	int *occurrence)
{
	char number[8];
	size_t digits = 0, bracket = length > 0 && name[length - 1] == ']';
	long pass;

	*occurrence = 1;
	*question = question_named(f, name, length);
	if (*question >= 0)
		return true;
	length -= bracket;
	while (digits < length && digits < 4 && name[length - digits - 1] >= '0' &&
		name[length - digits - 1] <= '9')
		digits++;
	if (digits == 0 || digits + 1 >= length ||
		name[length - digits - 1] != (bracket ? '[' : '_'))
		return false;
	text_copy(number, digits + 1, name + length - digits);
	*question = question_named(f, name, length - digits - 1);
	if (*question < 0 || question_repeat(&f->q, *question) < 0 ||
		number_parse_whole(number, 1, 200, &pass))
		return false;
	*occurrence = (int)pass;
	return true;
}

static enum answers_role
role_of(const struct question *q)
{
	return q->type == QUESTION_CALCULATE ? ANSWERS_COMPUTED
	       : question_asked(q)           ? ANSWERS_VALUE
					     : ANSWERS_LEFT_OUT;
}

/* q7/1 and q7_1: a choice of several. */
static bool
choice_named(const struct answers_file *f, const char *name, struct answers_column *c)
{
	for (size_t i = strlen(name); i-- > 1;) {
		if (name[i] != '/' && name[i] != '_')
			continue;
		if (!place_named(f, name, i, &c->question, &c->occurrence) ||
			f->q.questions[c->question].type != QUESTION_SELECT_MULTIPLE)
			continue;
		c->choice = answers_choice(&f->q, c->question, name + i + 1);
		if (c->choice < 0)
			continue;
		c->role = ANSWERS_CHOICE;
		return true;
	}
	return false;
}

static bool
take_name(const struct answers_file *f, const char *name, struct answers_column *c)
{
	static const char ending[] = "_missing";
	size_t length = strlen(name), tail = sizeof(ending) - 1;

	c->choice = -1;
	if (place_named(f, name, length, &c->question, &c->occurrence)) {
		c->role = role_of(&f->q.questions[c->question]);
		return true;
	}
	if (length > tail && !strcmp(name + length - tail, ending) &&
		place_named(f, name, length - tail, &c->question, &c->occurrence)) {
		c->role = role_of(&f->q.questions[c->question]) == ANSWERS_VALUE ? ANSWERS_REASON
										 : ANSWERS_COMPUTED;
		return true;
	}
	return choice_named(f, name, c);
}

/* Online tools put the groups before the name: about/sex, about-sex. */
static bool
take_path(const struct answers_file *f, const char *name, struct answers_column *c)
{
	for (const char *p = name; p; p = strpbrk(p, "/-"), p = p ? p + 1 : NULL)
		if (*p && take_name(f, p, c))
			return true;
	return false;
}

static bool
take_special(const char *text, struct answers_column *c)
{
	char folded[64];

	text_fold(folded, sizeof(folded), text);
	for (size_t i = 0; i < sizeof(specials) / sizeof(specials[0]); i++) {
		if (specials[i].target[0] && !strcmp(specials[i].target, text)) {
			c->role = specials[i].role;
			return true;
		}
		for (int k = 0; k < 8 && specials[i].names[k]; k++)
			if (!strcmp(specials[i].names[k], folded)) {
				c->role = specials[i].role;
				return true;
			}
	}
	return false;
}

/* ---- labels ---- */

/* The label with what stands before it on paper: "12 how old", and in a grid the question of all
 * its rows. */
static bool
label_fits(const struct answers_file *f, int question, int language, const char *folded)
{
	const struct questionnaire *q = &f->q;
	const char *label = q->questions[question].label.in[language];
	struct grid grid = questionnaire_grid(q, question);
	char text[LABEL], own[LABEL], number[16];

	if (!label || !label[0])
		return false;
	if (!strcmp(text_fold(own, sizeof(own), label), folded))
		return true;
	snprintf(text, sizeof(text), "%s %s", question_number(q, question, number, sizeof(number)),
		label);
	if (!strcmp(text_fold(own, sizeof(own), text), folded))
		return true;
	if (grid.count == 0 || grid.head < 0)
		return false;
	snprintf(text, sizeof(text), "%s %s",
		q->questions[grid.head].label.in[language]
			? q->questions[grid.head].label.in[language]
			: "",
		label);
	return !strcmp(text_fold(own, sizeof(own), text), folded);
}

/* One question only may bear the label: two of one wording have to be told apart by a person. */
static bool
take_label(const struct answers_file *f, const char *label, struct answers_column *c)
{
	char folded[LABEL];
	int found = -1;

	text_fold(folded, sizeof(folded), label);
	if (!folded[0])
		return false;
	for (int i = 0; i < f->q.question_count; i++)
		for (int l = 0;
			l < f->q.language_count && role_of(&f->q.questions[i]) == ANSWERS_VALUE;
			l++)
			if (found != i && label_fits(f, i, l, folded)) {
				if (found >= 0)
					return false;
				found = i;
			}
	if (found < 0)
		return false;
	c->role = ANSWERS_VALUE;
	c->question = found;
	c->occurrence = 1;
	return true;
}

/* "Which services do you use?/bus" */
static bool
take_choice_label(const struct answers_file *f, const char *heading, struct answers_column *c)
{
	char label[LABEL];

	for (const char *slash = strrchr(heading, '/'); slash; slash = NULL) {
		text_copy(label,
			(size_t)(slash - heading) + 1 < sizeof(label)
				? (size_t)(slash - heading) + 1
				: sizeof(label),
			heading);
		if (!take_label(f, label, c) ||
			f->q.questions[c->question].type != QUESTION_SELECT_MULTIPLE)
			return false;
		c->choice = answers_choice(&f->q, c->question, slash + 1);
		c->role = ANSWERS_CHOICE;
		return c->choice >= 0;
	}
	return false;
}

static void
find_role(const struct answers_file *f, struct answers_column *c)
{
	const struct answer_mapping *m = answers_mapping(f, "", c->heading);

	c->role = ANSWERS_UNKNOWN;
	c->question = c->choice = -1;
	c->occurrence = 1;
	c->decided = m != NULL;
	if (m && !m->target[0])
		c->role = ANSWERS_LEFT_OUT;
	if (m && (!m->target[0] || take_name(f, m->target, c) || take_special(m->target, c)))
		return;
	c->decided = false;
	if (take_path(f, c->heading, c) || take_special(c->heading, c) ||
		take_label(f, c->heading, c) || take_choice_label(f, c->heading, c))
		return;
	c->role = ANSWERS_UNKNOWN;
	c->question = -1;
}

const char *
answers_target_name(
	const struct answers_file *f, const struct answers_column *c, struct arena *arena)
{
	const char *name = c->question >= 0 ? f->q.questions[c->question].name : "";

	for (size_t i = 0; i < sizeof(specials) / sizeof(specials[0]); i++)
		if (c->question < 0 && specials[i].role == c->role)
			return specials[i].target;
	if (!name[0])
		return "";
	if (question_repeat(&f->q, c->question) >= 0)
		name = arena_format(arena, "%s_%d", name, c->occurrence);
	if (c->role == ANSWERS_CHOICE)
		return arena_format(arena, "%s/%s", name, f->q.choices[c->choice].name);
	return c->role == ANSWERS_REASON ? arena_format(arena, "%s_missing", name) : name;
}

/* ---- all columns ---- */

static int
refuse_twice(const struct answers_column *a, const struct answers_column *b, int column,
	struct error *err)
{
	return error_at(err, ERROR_INPUT, 1, column,
		_("the columns “%.60s” and “%.60s” mean the same. Say which one is to be left "
		  "out."),
		a->heading, b->heading);
}

static struct answers_target *
target_of(struct answers_file *f, const struct answers_column *c)
{
	struct answers_target *t;

	for (int i = 0; i < f->target_count; i++)
		if (f->targets[i].question == c->question &&
			f->targets[i].occurrence == c->occurrence)
			return &f->targets[i];
	t = &f->targets[f->target_count++];
	*t = (struct answers_target){ c->question, c->occurrence, -1, -1, NULL, 0 };
	t->choices = arena_array(&f->choosing, (size_t)f->column_count, sizeof(*t->choices));
	return t;
}

static int
take_once(struct answers_file *f, int *place, int column, struct error *err)
{
	if (*place >= 0)
		return refuse_twice(&f->columns[*place], &f->columns[column], column + 1, err);
	*place = column;
	return 0;
}

static int
add_column(struct answers_file *f, int column, struct error *err)
{
	const struct answers_column *c = &f->columns[column];
	struct answers_target *t;

	switch (c->role) {
	case ANSWERS_NUMBER:
		return take_once(f, &f->number_column, column, err);
	case ANSWERS_MODE:
		return take_once(f, &f->mode_column, column, err);
	case ANSWERS_UID:
		if (f->uid_column < 0) /* tools write it under several names */
			f->uid_column = column;
		return 0;
	case ANSWERS_VALUE:
		return take_once(f, &target_of(f, c)->value, column, err);
	case ANSWERS_REASON:
		return take_once(f, &target_of(f, c)->reason, column, err);
	case ANSWERS_CHOICE:
		t = target_of(f, c);
		for (int i = 0; i < t->choice_count; i++)
			if (f->columns[t->choices[i]].choice == c->choice)
				return refuse_twice(&f->columns[t->choices[i]], c, column + 1, err);
		t->choices[t->choice_count++] = column;
		return 0;
	case ANSWERS_UNKNOWN:
		f->undecided++;
		return 0;
	default:
		return 0;
	}
}

static int
by_place(const void *a, const void *b)
{
	const struct answers_target *x = a, *y = b;

	return x->question != y->question ? x->question - y->question
					  : x->occurrence - y->occurrence;
}

int
answers_columns(struct answers_file *f, struct import_job *job, struct error *err)
{
	int answers = 0;

	f->targets = arena_array(&f->choosing, (size_t)f->column_count + 1, sizeof(*f->targets));
	f->target_count = f->undecided = 0;
	f->number_column = f->mode_column = f->uid_column = -1;
	for (int i = 0; i < f->column_count; i++) {
		find_role(f, &f->columns[i]);
		answers +=
			f->columns[i].role == ANSWERS_VALUE || f->columns[i].role == ANSWERS_CHOICE;
		if (add_column(f, i, err) < 0)
			return -1;
	}
	if (answers == 0 && f->undecided == f->column_count)
		return error_at(err, ERROR_INPUT, 1, 0,
			_("%s: none of the headings is a question of the questionnaire %s of the "
			  "wave %s. Is this the right file and the right wave?"),
			job->file.name, f->q.code, f->wave.code);
	qsort(f->targets, (size_t)f->target_count, sizeof(*f->targets), by_place);
	return 0;
}
