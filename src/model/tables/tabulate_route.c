/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of questions that are asked of some, beside those of the questions that lead to them. */
#include "config.h"

#include "model/tables/tabulate_route.h"

#include "model/results/answer_column_parts.h"
#include "model/privacy/suppression.h"
#include "model/tables/tabulate_walk.h"

#include <string.h>

enum { SETS_MOST = 64 };

/* ---- which question leads to which ---- */

static bool
names(const char *expression, const char *question)
{
	size_t size = strlen(question);
	const char *at = expression;

	while ((at = strstr(at, "${"))) {
		at += 2;
		if (strncmp(at, question, size) == 0 && at[size] == '}')
			return true;
	}
	return false;
}

/* Whether the question, or a group that it stands in, is asked by what this one was answered. */
static bool
leads_to(const struct column_book *b, const char *question, const struct column_asked *a)
{
	const struct questionnaire *q = &b->versions[a->version].q;

	for (int i = a->question; i >= 0; i = q->questions[i].parent)
		if (names(q->questions[i].relevant, question))
			return true;
	return false;
}

static const struct answer_column *
column_of(struct wave_columns *w, const struct column_asked *a)
{
	const struct answer_column *column = NULL;
	struct error unspoken = { 0 };

	if (a->repeats || wave_column(w, a->name, &column, &unspoken) < 0)
		column = NULL;
	error_clear(&unspoken);
	return column;
}

static bool
has_list(const struct answer_column *c)
{
	return c && c->kind == COLUMN_CHOICE && !c->form;
}

/* ---- parts of a distribution ---- */

static int
answer_of(const struct tally *t, size_t form)
{
	const struct answer_column *c = t->column;

	return c->missing[form] ? t->reason_answer[c->missing[form]]
				: t->choice_answer[c->choice[form]];
}

/* Marks the answers that all lead to the question; false where one leads there at times only, or
 * so few are asked that their number is not said. */
static bool
find_set(const struct tally *t, const struct answer_column *asked, bool *in)
{
	size_t rows = (size_t)t->answer_count, people = 0;
	size_t *on = arena_array(t->w->arena, rows + 1, sizeof(*on)),
	       *off = arena_array(t->w->arena, rows + 1, sizeof(*off));

	for (size_t form = 0; form < t->column->count; form++) {
		bool led = asked->missing[form] != MISSING_OFF_ROUTE;
		int answer = answer_of(t, form);

		people += led;
		if (answer >= 0)
			++(led ? on : off)[answer];
	}
	for (size_t i = 0; i < rows; i++) {
		if (on[i] > 0 && off[i] > 0)
			return false;
		in[i] = on[i] > 0;
	}
	return people >= (size_t)t->threshold;
}

/* Of each answer the questions that it leads to, as bits. */
static bool
find_parts(const struct tally *t, uint64_t *parts)
{
	const struct column_book *b = t->w->book;
	bool *in = arena_array(t->w->arena, (size_t)t->answer_count + 1, sizeof(*in));
	int sets = 0;

	for (int i = 0; i < b->asked_count && sets < SETS_MOST; i++) {
		const struct answer_column *asked;

		if (!leads_to(b, t->column->name, &b->asked[i]))
			continue;
		asked = column_of(t->w, &b->asked[i]);
		if (!asked || !find_set(t, asked, in))
			continue;
		for (int k = 0; k < t->answer_count; k++)
			parts[k] |= (uint64_t)in[k] << sets;
		sets++;
	}
	return sets > 0;
}

/* The answers of one part; how many of those that somebody gave are hidden. */
static int
hide_part(const struct tally *t, const long *counts, const uint64_t *parts, uint64_t part,
	unsigned char *hidden)
{
	size_t rows = (size_t)t->answer_count;
	long *some = arena_array(t->w->arena, rows + 1, sizeof(*some)), valid = 0;
	int *row = arena_array(t->w->arena, rows + 1, sizeof(*row)), count = 0, given = 0;
	unsigned char *states = arena_array(t->w->arena, rows + 1, 1);
	struct suppression_outcome outcome;

	for (int k = 0; k < t->answer_count; k++)
		if (parts[k] == part) {
			row[count] = k;
			some[count++] = counts[k];
			valid += counts[k];
		}
	suppression_list(&(struct suppression_list){ .answers = some,
				 .answer_count = count,
				 .valid = valid,
				 .answers_add_up = true,
				 .threshold = t->threshold },
		states, &outcome);
	for (int i = 0; i < count; i++) {
		hidden[row[i]] = outcome.all ? SUPPRESSION_FURTHER : states[i];
		given += hidden[row[i]] && some[i] > 0;
	}
	return given;
}

bool
tally_route_hide(const struct tally *t, const long *counts, unsigned char *hidden)
{
	size_t rows = (size_t)t->answer_count;
	uint64_t *parts = arena_array(t->w->arena, rows + 1, sizeof(*parts));
	unsigned char *states = arena_array(t->w->arena, rows + 1, 1);

	if (!has_list(t->column) || t->selected || !find_parts(t, parts))
		return false;
	for (size_t i = 0; i < rows; i++) {
		bool seen = false;

		for (size_t k = 0; k < i; k++)
			seen = seen || parts[k] == parts[i];
		if (!seen && hide_part(t, counts, parts, parts[i], states) == 1)
			return false;
	}
	memcpy(hidden, states, rows);
	return true;
}

/* ---- a question that is asked of some ---- */

bool
tally_route_asks_all(const struct answer_column *c)
{
	return !memchr(c->missing, MISSING_OFF_ROUTE, c->count);
}

struct led { /* by the answers to one question */
	long hidden, shown; /* forms whose answer is hidden; of the others those that were asked */
	long past, valid;   /* hidden answers that led none there; forms that answered in the end */
	bool in;            /* some hidden answer led there */
};

static void
count_led(const struct tally *t, const struct tally *before, const struct tally_hidden *hidden,
	struct led *out)
{
	bool *led = arena_array(t->w->arena, (size_t)before->answer_count + 1, sizeof(*led));
	enum missing reason;

	for (size_t form = 0; form < t->column->count; form++) {
		bool asked = t->column->missing[form] != MISSING_OFF_ROUTE;
		int answer = answer_of(before, form);

		if (answer >= 0 && hidden->answers[answer]) {
			out->hidden++;
			led[answer] |= asked;
		} else {
			out->shown += asked;
		}
		out->valid += asked && tally_is_valid(t, form, &reason);
	}
	for (int i = 0; i < before->answer_count; i++) {
		bool some = hidden->answers[i] && before->n[i] > 0;

		out->in |= some && led[i];
		out->past += some && !led[i];
	}
}

static enum route_telling
told_by(const struct tally *t, const char *question)
{
	const struct tabulation alone = { .question = question, .threshold = t->threshold };
	struct led led = { 0, 0, 0, 0, false };
	struct error unspoken = { 0 };
	struct tally_hidden hidden;
	struct tally before;

	if (tally_count(t->w, &alone, &before, &unspoken) < 0) {
		error_clear(&unspoken); /* the question itself has no table that could be told */
		return ROUTE_NOTHING;
	}
	tally_hide(&before, &hidden);
	count_led(t, &before, &hidden, &led);
	tally_release(&before);
	if (!led.in || led.past == 0)
		return ROUTE_NOTHING;
	if (led.valid > led.shown)
		led.hidden -= led.valid - led.shown;
	return led.hidden > led.past ? ROUTE_ASKED : ROUTE_ANSWERS;
}

enum route_telling
tally_route_tells(const struct tally *t)
{
	const struct column_book *b = t->w->book;
	const struct column_asked *own = &b->asked[column_asked_by_name(b, t->column->name)];
	enum route_telling most = ROUTE_NOTHING;

	if (t->threshold == 0 || t->column->form || tally_route_asks_all(t->column))
		return ROUTE_NOTHING;
	for (int i = 0; i < b->asked_count; i++) {
		enum route_telling tells;

		if (!leads_to(b, b->asked[i].name, own) || !has_list(column_of(t->w, &b->asked[i])))
			continue;
		tells = told_by(t, b->asked[i].name);
		most = tells > most ? tells : most;
	}
	return most;
}
