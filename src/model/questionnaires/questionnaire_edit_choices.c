/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changing the choices of a draft in memory. */
#include "config.h"

#include "model/questionnaires/questionnaire_edit.h"

#include "base/i18n.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool
choice_named(const struct questionnaire *q, const char *list, const char *name)
{
	for (int i = 0; i < q->choice_count; i++)
		if (strcmp(q->choices[i].list, list) == 0 && strcmp(q->choices[i].name, name) == 0)
			return true;
	return false;
}

/* After the row `after`; -1: before the first of the list, which may be a new one. */
static int
choice_place(const struct questionnaire *q, const char *list, int after)
{
	if (after >= 0)
		return after + 1;
	for (int i = 0; i < q->choice_count; i++)
		if (strcmp(q->choices[i].list, list) == 0)
			return i;
	return q->choice_count;
}

int
questionnaire_edit_insert_choice(struct questionnaire_edit *e, const char *list, int after)
{
	struct questionnaire *q = e->q;
	int at = choice_place(q, list, after), count = q->choice_count;
	struct choice *longer = arena_array(e->arena, (size_t)count + 2, sizeof(*longer));
	const char *name;
	int number = 1;

	do
		name = arena_format(e->arena, "%d", number++);
	while (choice_named(q, list, name));
	questionnaire_edit_keep(e);
	for (int i = 0; i < count; i++)
		longer[i < at ? i : i + 1] = q->choices[i];
	longer[at] = (struct choice){
		.list = arena_string(e->arena, list), .name = name, .code = ""
	};
	q->choices = longer;
	q->choice_count = count + 1;
	q->choice_room = (size_t)count + 2;
	return at;
}

/* Whether an expression compares the answer of a question of this list with the choice. */
static bool
rule_uses(const struct questionnaire *q, const char *rule, const struct choice *c, int owner)
{
	char quoted[160], name[160];

	for (int i = 0; i < q->question_count; i++) {
		if (strcmp(q->questions[i].list, c->list) != 0)
			continue;
		snprintf(name, sizeof(name), "${%s}", q->questions[i].name);
		if (i != owner && !strstr(rule, name))
			continue;
		snprintf(quoted, sizeof(quoted), "'%s'", c->name);
		if (strstr(rule, quoted))
			return true;
		snprintf(quoted, sizeof(quoted), "\"%s\"", c->name);
		if (strstr(rule, quoted))
			return true;
	}
	return false;
}

static int
refuse_used(const struct questionnaire *q, const struct choice *c, struct error *err)
{
	for (int i = 0; i < q->question_count; i++) {
		const struct question *row = &q->questions[i];
		const char *rules[] = { row->required, row->relevant, row->hard_check,
			row->soft_check, row->calculation, row->choice_filter, row->repeat_count };

		for (size_t k = 0; k < sizeof(rules) / sizeof(rules[0]); k++)
			if (rule_uses(q, rules[k], c, i))
				return error_set(err, ERROR_INPUT,
					_("“%s” asks whether “%s” was chosen; change that first."),
					row->name, c->name);
	}
	return 0;
}

int
questionnaire_edit_delete_choice(struct questionnaire_edit *e, int choice, struct error *err)
{
	struct questionnaire *q = e->q;

	if (refuse_used(q, &q->choices[choice], err) < 0)
		return -1;
	questionnaire_edit_keep(e);
	memmove(&q->choices[choice], &q->choices[choice + 1],
		(size_t)(q->choice_count - choice - 1) * sizeof(*q->choices));
	q->choice_count--;
	return 0;
}

int
questionnaire_edit_move_choice(struct questionnaire_edit *e, int choice, int step)
{
	struct questionnaire *q = e->q;
	int other = choice + (step < 0 ? -1 : 1);
	struct choice moved;

	while (other >= 0 && other < q->choice_count &&
		strcmp(q->choices[other].list, q->choices[choice].list) != 0)
		other += step < 0 ? -1 : 1;
	if (other < 0 || other >= q->choice_count)
		return choice;
	questionnaire_edit_keep(e);
	moved = q->choices[choice];
	q->choices[choice] = q->choices[other];
	q->choices[other] = moved;
	return other;
}
