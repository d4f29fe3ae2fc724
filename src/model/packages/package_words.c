/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row that may change hands says, in a line for people; two versions of one side by side. */
#include "config.h"

#include "model/packages/package_judging.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/meetings/homework.h"
#include "model/meetings/opinion.h"
#include "model/plans/conclusion.h"
#include "model/plans/improvement_plan.h"
#include "model/sheets/decision_count.h"
#include "model/sheets/service_organisation.h"

#include <string.h>

static const char *
homework_word(const char *name)
{
	int s = 0;

	while (s < HOMEWORK_STATES && strcmp(homework_state_name((enum homework_state)s), name))
		s++;
	return s < HOMEWORK_STATES ? homework_state_label((enum homework_state)s) : name;
}

static const char *
opinion_word(const char *name)
{
	int v = 0;

	while (v < OPINION_VIEWS && strcmp(opinion_view_name((enum opinion_view)v), name))
		v++;
	return v < OPINION_VIEWS ? opinion_view_label((enum opinion_view)v) : name;
}

static const char *
provider_word(const char *name)
{
	int p = 0;

	while (p < PROVIDERS && strcmp(service_provider_name((enum service_provider)p), name))
		p++;
	return p < PROVIDERS ? service_provider_label((enum service_provider)p) : name;
}

static const char *
conclusion_word(const char *name)
{
	int s = 0;

	while (s < CONCLUSION_STATES &&
		strcmp(conclusion_state_name((enum conclusion_state)s), name))
		s++;
	return s < CONCLUSION_STATES ? conclusion_state_label((enum conclusion_state)s) : name;
}

static const char *
plan_word(const char *name)
{
	int s = 0;

	while (s < PLAN_STATES && strcmp(plan_state_name((enum plan_state)s), name))
		s++;
	return s < PLAN_STATES ? plan_state_label((enum plan_state)s) : name;
}

/* "building permits (SA), quarter 2 of 2025": which totals of decisions. */
static const char *
decision_place(const struct judging *j, const struct package_row *row)
{
	const char *department = package_field_value(j, row, "department");
	const char *words = package_field_value(j, row, "case_type");

	if (department[0])
		words = arena_format(j->arena, "%s (%s)", words, department);
	return arena_format(j->arena, _("%s, quarter %s of %s"), words,
		package_field_value(j, row, "quarter"), package_field_value(j, row, "year"));
}

/* Figures in which it differs from the other row, without one how many were issued:
 * "Decisions issued: 20, appealed against: 1". */
static const char *
decision_figures(
	const struct judging *j, const struct package_row *row, const struct package_row *other)
{
	const char *text = "";

	for (int i = 0; i < DECISION_ITEMS; i++) {
		const char *name = decision_item_name((enum decision_item)i);
		const char *figure = package_field_value(j, row, name);

		if (other ? strcmp(figure, package_field_value(j, other, name)) == 0
			  : i != DECISION_ISSUED)
			continue;
		text = arena_format(j->arena, "%s%s%s: %s", text, text[0] ? ", " : "",
			decision_item_label((enum decision_item)i), figure);
	}
	return text[0] || !other ? text : decision_figures(j, row, NULL);
}

static const struct handed {
	const char *noun;
	const char *choice; /* field of a word; NULL = none */
	const char *(*word)(const char *name);
	bool leads;       /* the word stands before the text */
	const char *text; /* field; NULL = figures */
} handed[] = {
	{ "homework_answer", "state", homework_word, true, "text" },
	{ "opinion_answer", "view", opinion_word, true, "text" },
	{ "service_organisation", "provider", provider_word, true, "name" },
	{ "decision_count", NULL, NULL, false, NULL },
	{ "conclusion", "state", conclusion_word, false, "text" },
	{ "improvement_plan", "state", plan_word, false, "title" },
	{ "closing_note", NULL, NULL, false, "text" },
};

static const struct handed *
find_handed(int noun)
{
	for (size_t i = 0; i < sizeof(handed) / sizeof(handed[0]); i++)
		if (!strcmp(handed[i].noun, package_nouns[noun].name))
			return &handed[i];
	return NULL;
}

bool
package_has_words(int noun)
{
	return find_handed(noun) != NULL;
}

enum { TEXT_SHOWN = 60 }; /* columns: two texts and a sentence are one remark */

static const char *
shorten(const struct judging *j, const char *text)
{
	char clean[512];
	size_t length;

	text_clean(clean, sizeof(clean), text ? text : "");
	length = text_fit(clean, TEXT_SHOWN);
	return clean[length] ? arena_format(j->arena, "%.*s…", (int)length, clean)
			     : arena_string(j->arena, clean);
}

/* other: the row beside which it is told; NULL = none. */
static const char *
line_of(const struct judging *j, const struct package_row *row, const struct package_row *other)
{
	const struct handed *h = find_handed(row->noun);
	const char *text, *choice;

	if (!h->text)
		return decision_figures(j, row, other);
	text = shorten(j, package_field_value(j, row, h->text));
	choice = h->leads ? h->word(package_field_value(j, row, h->choice)) : "";
	return arena_format(j->arena, "%s%s%s", choice, choice[0] && text[0] ? ": " : "", text);
}

const char *
package_words(const struct judging *j, const struct package_row *row)
{
	return line_of(j, row, NULL);
}

const char *
package_words_place(const struct judging *j, const struct package_row *row)
{
	return find_handed(row->noun)->text ? "" : decision_place(j, row);
}

/* ---- two versions of a row ---- */

/* The first field that says something else; -1 = none. */
static int
find_difference(const struct package_fields *fields, const char **a, const char **b)
{
	for (int i = 0; i < fields->count; i++)
		if (strcmp(fields->list[i].name, "position") &&
			(!a[i] != !b[i] || (a[i] && strcmp(a[i], b[i]))))
			return i;
	return -1;
}

/* What a version says where the two part; "" where it says nothing. */
static const char *
lines_part(const struct judging *j, const struct package_row *a, const struct package_row *b)
{
	for (int i = 0; i < a->line_count; i++) {
		const struct package_line *x = &a->lines[i];
		const struct package_fields *fields = &j->shape->lines[a->noun][x->kind];
		const char **nothing = arena_array(j->arena, PACKAGE_FIELDS, sizeof(*nothing));
		const struct package_line *y = i < b->line_count ? &b->lines[i] : NULL;
		int at = find_difference(
			fields, x->values, y && y->kind == x->kind ? y->values : nothing);

		if (at >= 0 && fields->list[at].kind != FIELD_ROW && x->values[at])
			return shorten(j, x->values[at]);
	}
	return "";
}

static const char *
part(const struct judging *j, const struct package_row *a, const struct package_row *b)
{
	const struct package_fields *fields = &j->shape->nouns[a->noun];
	const struct handed *h = find_handed(a->noun);
	int at = find_difference(fields, a->values, b->values);

	if (at < 0)
		return lines_part(j, a, b);
	if (h->choice && a->values[at] && !strcmp(fields->list[at].name, h->choice))
		return h->word(a->values[at]);
	return shorten(j, a->values[at]);
}

bool
package_words_of_both(const struct judging *j, const struct package_row *a,
	const struct package_row *b, const char **x, const char **y)
{
	*x = line_of(j, a, b);
	*y = line_of(j, b, a);
	if (strcmp(*x, *y))
		return true;
	if (package_row_same(j->shape, a, b))
		return false;
	*x = arena_format(j->arena, "%s; %s", *x, part(j, a, b));
	*y = arena_format(j->arena, "%s; %s", *y, part(j, b, a));
	return true;
}
