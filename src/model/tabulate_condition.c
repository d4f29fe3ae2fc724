/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which conditions ask after persons: those that part what is hidden, and those that single out
 * what people wrote. */
#include "config.h"

#include "model/tabulate_condition.h"

#include "base/expression.h"
#include "base/i18n.h"
#include "model/answer_column_parts.h"

#include <string.h>

enum { CONJUNCTS_MOST = 32 };

struct condition {
	struct wave_columns *w;
	const char *where;
	int threshold;
	const unsigned char *selected;
	size_t count;
	const char *unlisted; /* a question that it names of whose answers no table has a list */
};

/* ---- hidden answers ---- */

/* Whether the form gave an answer that the distribution hides. */
static bool
gave_hidden(const struct tally *t, const struct tally_hidden *hidden, size_t form)
{
	const struct answer_column *c = t->column;
	int answer;

	if (c->missing[form])
		answer = t->reason_answer[c->missing[form]];
	else if (c->kind == COLUMN_CHOICE)
		answer = t->choice_answer[c->choice[form]];
	else
		answer = tally_number_place(t, c->value[form]);
	return answer >= 0 && hidden->answers[answer];
}

/* Of the answers to one question that are hidden a condition must take all or none: their sum is
 * known, and how many fulfil the condition is printed, so a part of them would give the others. */
static int
parts_hidden(const struct condition *c, const struct tally *t, const struct tally_hidden *hidden,
	struct error *err)
{
	bool in = false, out = false;

	for (size_t form = 0; form < t->column->count; form++)
		if (gave_hidden(t, hidden, form))
			*(c->selected[form] ? &in : &out) = true;
	if (!in || !out)
		return 0;
	return error_set(err, ERROR_DENIED,
		_("The condition %s takes only a part of those answers to “%s” that are hidden, "
		  "and the others could be computed from it. Let it hold for all of them or for "
		  "none."),
		c->where, t->column->name);
}

/* The forms that would be selected if all, or none, had ticked the choice. */
static int
select_with(const struct condition *c, struct answer_column *column, int choice, bool ticked,
	const unsigned char **selected, struct error *err)
{
	size_t words = (size_t)column->words, at = (size_t)choice / 64, count;
	const uint64_t *kept = column->marks;
	uint64_t *marks = arena_array(c->w->arena, column->count * words + 1, sizeof(*marks));
	uint64_t bit = UINT64_C(1) << choice % 64;
	int result;

	memcpy(marks, kept, column->count * words * sizeof(*marks));
	for (size_t row = 0; row < column->count; row++)
		if (ticked)
			marks[row * words + at] |= bit;
		else
			marks[row * words + at] &= ~bit;
	column->marks = marks;
	result = wave_filter(c->w, c->where, selected, &count, err);
	column->marks = kept;
	return result;
}

/* Sums of marks say nothing of each of them, so no part of a hidden one may be counted at all. */
static int
depends_on_hidden(const struct condition *c, const struct tally *t,
	const struct tally_hidden *hidden, struct error *err)
{
	struct column_book *b = c->w->book;
	struct answer_column *column = b->asked[column_asked_by_name(b, t->column->name)].column;

	for (int k = 0; k < column->choice_count; k++) {
		if (t->choice_answer[k] < 0 || !hidden->answers[t->choice_answer[k]])
			continue;
		for (int ticked = 0; ticked < 2; ticked++) {
			const unsigned char *other;

			if (select_with(c, column, k, ticked, &other, err) < 0)
				return -1;
			if (memcmp(other, c->selected, c->w->forms) != 0)
				return error_set(err, ERROR_DENIED,
					_("The condition %s depends on an answer to “%s” that is "
					  "hidden. Ask for shown ones."),
					c->where, column->name);
		}
	}
	return 0;
}

static int
judge(const struct condition *c, const char *name, struct error *err)
{
	const struct tabulation asked = { .question = name, .threshold = c->threshold };
	struct tally_hidden hidden;
	struct tally t;
	int result;

	if (tally_count(c->w, &asked, &t, err) < 0)
		return -1;
	tally_hide(&t, &hidden);
	result = t.column->kind == COLUMN_CHOICES ? depends_on_hidden(c, &t, &hidden, err)
						  : parts_hidden(c, &t, &hidden, err);
	tally_release(&t);
	return result;
}

/* ---- answers that no table lists ---- */

static int
find_listed(const struct condition *c, const char *name, bool *listed, struct error *err)
{
	const struct tabulation asked = { .question = name, .threshold = c->threshold };
	const struct column_book *b = c->w->book;
	const struct answer_column *column;
	struct tally t;

	*listed = false;
	if (b->asked[column_asked_by_name(b, name)].type == QUESTION_TEXT)
		return 0;
	if (wave_column(c->w, name, &column, err) < 0)
		return -1;
	if (column->form || column->kind == COLUMN_RANKS)
		return 0;
	if (tally_count(c->w, &asked, &t, err) < 0)
		return -1;
	*listed = column->kind == COLUMN_CHOICE || column->kind == COLUMN_CHOICES ||
		  (!t.dropped && t.number_count <= TABULATION_POINTS);
	tally_release(&t);
	return 0;
}

static bool
in_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || strchr("_-.", c);
}

static bool
is_word(const char *text, const char *at, const char *word)
{
	size_t length = strlen(word);

	return at > text && !in_name(at[-1]) && !strncmp(at, word, length) && at[length] &&
	       !in_name(at[length]) && !(at[length] >= '0' && at[length] <= '9');
}

/* The next "and" or "or" that stands in no brackets and no quotes; the end where there is none. */
static const char *
next_joint(const char *text, const char *from, const char *word)
{
	int depth = 0;

	for (const char *at = from; *at; at++) {
		if ((*at == '\'' || *at == '"') && strchr(at + 1, *at)) {
			at = strchr(at + 1, *at);
			continue;
		}
		depth += (strchr("([{", *at) != NULL) - (strchr(")]}", *at) != NULL);
		if (depth == 0 && is_word(text, at, word))
			return at;
	}
	return from + strlen(from);
}

/* What is joined by "and", each by itself; one where "or" joins any of them. */
static int
split(struct arena *arena, const char *where, const char **parts)
{
	bool either = *next_joint(where, where, "or");
	const char *from = where, *end;
	int count = 0;

	do {
		end = either ? from + strlen(from) : next_joint(where, from, "and");
		if (count == CONJUNCTS_MOST - 1)
			end = from + strlen(from);
		parts[count++] = arena_format(arena, "%.*s", (int)(end - from), from);
		from = end + strlen("and");
	} while (*end);
	return count;
}

/* What a part of the condition names: listed questions, others, or both. */
static int
look_at(const struct condition *c, const char *part, bool *listed, bool *others, struct error *err)
{
	struct expression *expression;
	const char *const *names;
	int count, result = 0;

	*listed = *others = false;
	if (expression_compile(&expression, part, EXPRESSION_RULE, err) < 0)
		return -1;
	names = expression_names(expression, &count);
	for (int i = 0; i < count && result == 0; i++) {
		bool stands;

		result = find_listed(c, names[i], &stands, err);
		*(stands ? listed : others) = true;
	}
	expression_free(expression);
	return result;
}

/* How many forms fulfil the parts that ask for listed answers alone. */
static int
count_beside(const struct condition *c, size_t *beside, struct error *err)
{
	struct arena *arena = c->w->arena;
	const char *parts[CONJUNCTS_MOST], *rest = "";
	int count = split(arena, c->where, parts);
	const unsigned char *selected;

	for (int i = 0; i < count; i++) {
		bool listed, others;

		if (look_at(c, parts[i], &listed, &others, err) < 0)
			return -1;
		if (listed && others)
			return error_set(err, ERROR_DENIED,
				_("The condition %s holds “%s”, whose answers no table lists, "
				  "against other questions, so that single people could be picked "
				  "out. Let it stand alone, or join it by “and”."),
				c->where, c->unlisted);
		if (!others)
			rest = arena_format(
				arena, "%s%s(%s)", rest, *rest ? " and " : "", parts[i]);
	}
	*beside = c->w->forms;
	return *rest ? wave_filter(c->w, rest, &selected, beside, err) : 0;
}

static int
singles_out(const struct condition *c, struct error *err)
{
	size_t beside;

	if (count_beside(c, &beside, err) < 0)
		return -1;
	if (beside >= c->count + TABULATION_GROUP)
		return 0;
	return error_set(err, ERROR_DENIED,
		_("Of the forms that it could count the condition %s leaves out fewer than %d, or "
		  "none: what they answered could be computed from the difference."),
		c->where, TABULATION_GROUP);
}

int
tally_condition_allowed(struct wave_columns *w, const char *where, int threshold,
	const unsigned char *selected, size_t count, struct error *err)
{
	struct condition c = { w, where, threshold, selected, count, NULL };
	struct expression *expression;
	const char *const *names;
	int name_count, result = 0;

	if (expression_compile(&expression, where, EXPRESSION_RULE, err) < 0)
		return -1;
	names = expression_names(expression, &name_count);
	for (int i = 0; i < name_count && result == 0; i++) {
		bool listed;

		result = find_listed(&c, names[i], &listed, err);
		if (result == 0 && listed)
			result = judge(&c, names[i], err);
		else if (!listed)
			c.unlisted = names[i];
	}
	if (result == 0 && c.unlisted)
		result = singles_out(&c, err);
	expression_free(expression);
	return result;
}
