/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checking lists of choices: names, and the codes that a keyer types. */
#include "config.h"

#include "model/questionnaires/questionnaire_findings.h"

#include "base/i18n.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_CODE = 7, LONGEST_NAME = 128 };

struct coded {
	const struct choice *choice;
	int index;
	const char *key; /* name or code, by which equals are found */
};

static int
by_list_and_key(const void *a, const void *b)
{
	const struct coded *x = a, *y = b;
	int order = strcmp(x->choice->list, y->choice->list);

	if (!order)
		order = strcmp(x->key, y->key);
	return order ? order : x->index - y->index;
}

int
questionnaire_list_size(const struct questionnaire *q, const char *list)
{
	int count = 0;

	for (int i = 0; i < q->choice_count; i++)
		count += strcmp(q->choices[i].list, list) == 0;
	return count;
}

static bool
same_list(const struct coded *a, const struct coded *b)
{
	return strcmp(a->choice->list, b->choice->list) == 0;
}

static void
check_names(struct findings *f, struct coded *sorted)
{
	int count = f->q->choice_count;

	for (int i = 0; i < count; i++)
		sorted[i] = (struct coded){ &f->q->choices[i], i, f->q->choices[i].name };
	qsort(sorted, (size_t)count, sizeof(*sorted), by_list_and_key);
	for (int i = 0; i < count; i++) {
		const struct choice *c = sorted[i].choice;

		if (!*c->name)
			findings_add(f, true, -1, sorted[i].index, "name",
				_("A choice of the list “%s” has no name."), c->list);
		else if (strlen(c->name) > LONGEST_NAME)
			findings_add(f, true, -1, sorted[i].index, "name",
				_("The name “%.60s…” is too long; %d characters are the most."),
				c->name, LONGEST_NAME);
		else if (i > 0 && same_list(&sorted[i - 1], &sorted[i]) &&
			 strcmp(sorted[i - 1].key, sorted[i].key) == 0)
			findings_add(f, true, -1, sorted[i].index, "name",
				_("The choice “%s” stands twice in the list “%s”."), c->name,
				c->list);
	}
}

/* The codes of all choices, each list in its order. */
static void
find_codes(struct findings *f, struct coded *sorted)
{
	const struct questionnaire *q = f->q;
	char code[16];

	for (int i = 0; i < q->choice_count; i++)
		sorted[i] = (struct coded){ &q->choices[i], i, "" };
	qsort(sorted, (size_t)q->choice_count, sizeof(*sorted), by_list_and_key);
	for (int i = 0, end; i < q->choice_count; i = end) {
		for (end = i; end < q->choice_count && same_list(&sorted[i], &sorted[end]);)
			end++;
		for (int k = i; k < end; k++)
			sorted[k].key = arena_string(f->arena,
				choice_code(q, sorted[k].index, k - i + 1, end - i, code,
					sizeof(code)));
	}
}

static void
check_code(struct findings *f, const struct coded *c)
{
	size_t length = strlen(c->key);

	if (length > LONGEST_CODE || c->key[strspn(c->key, "0123456789")])
		findings_add(f, true, -1, c->index, "code",
			_("“%s” cannot be the code of “%s”: a code is 1 to %d digits."), c->key,
			c->choice->name, LONGEST_CODE);
}

static void
check_codes(struct findings *f, struct coded *sorted)
{
	find_codes(f, sorted);
	qsort(sorted, (size_t)f->q->choice_count, sizeof(*sorted), by_list_and_key);
	for (int i = 0; i < f->q->choice_count; i++) {
		const struct coded *before = i > 0 ? &sorted[i - 1] : NULL, *c = &sorted[i];

		check_code(f, c);
		if (!before || !same_list(before, c))
			continue;
		if (strcmp(before->key, c->key) == 0)
			findings_add(f, true, -1, c->index, "code",
				_("“%s” and “%s” of the list “%s” have the same code %s."),
				before->choice->name, c->choice->name, c->choice->list, c->key);
		else if (strncmp(before->key, c->key, strlen(before->key)) == 0)
			findings_add(f, false, -1, c->index, "code",
				_("In the list “%s” the code %s begins the code %s: a keyer has to "
				  "press Enter after it."),
				c->choice->list, before->key, c->key);
	}
}

static bool
list_used(const struct questionnaire *q, const char *list)
{
	for (int i = 0; i < q->question_count; i++)
		if (strcmp(q->questions[i].list, list) == 0)
			return true;
	return false;
}

static void
check_other(struct findings *f, int at)
{
	const struct choice *c = &f->q->choices[at];

	if (strcmp(c->name, "other") != 0)
		return;
	for (int i = 0; i < f->q->question_count; i++)
		if (f->q->questions[i].or_other &&
			strcmp(f->q->questions[i].list, c->list) == 0) {
			findings_add(f, true, -1, at, "name",
				_("or_other adds a choice “other” to the list “%s”, which has one "
				  "already."),
				c->list);
			return;
		}
}

void
questionnaire_check_choices(struct findings *f)
{
	const struct questionnaire *q = f->q;
	struct coded *sorted = arena_array(f->arena, (size_t)q->choice_count + 1, sizeof(*sorted));

	check_names(f, sorted);
	check_codes(f, sorted);
	for (int i = 0; i < q->choice_count; i++) {
		check_other(f, i);
		/* Told once, at the end of a list. */
		if ((i + 1 == q->choice_count ||
			    strcmp(q->choices[i + 1].list, q->choices[i].list) != 0) &&
			!list_used(q, q->choices[i].list))
			findings_add(f, false, -1, i, "list_name",
				_("No question uses the list “%s”."), q->choices[i].list);
	}
}
