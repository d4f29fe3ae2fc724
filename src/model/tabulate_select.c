/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which forms a table counts, and which conditions ask after persons. */
#include "config.h"

#include "model/tabulate_parts.h"

#include "base/expression.h"
#include "base/i18n.h"
#include "model/answer_column_parts.h"

/* A condition on few forms asks after people, and so does one that all but few fulfil: what is
 * left out stands in the difference. Nobody and few are told alike, or the sentence would be the
 * answer. */
static int
too_telling(const struct wave_columns *w, const char *where, int threshold, size_t selected,
	struct error *err)
{
	size_t left_out = w->forms - selected;

	if (threshold == 0 && selected == 0)
		return error_set(err, ERROR_INPUT,
			_("No form of the wave %s fulfils the condition %s, so there is "
			  "nothing to count."),
			w->wave->code, where);
	if (threshold == 0)
		return 0;
	if (selected < TABULATION_GROUP)
		return error_set(err, ERROR_DENIED,
			_("Fewer than %d forms of the wave %s fulfil the condition %s, or "
			  "none does: so small a group is not counted."),
			TABULATION_GROUP, w->wave->code, where);
	if (left_out > 0 && left_out < TABULATION_GROUP)
		return error_set(err, ERROR_DENIED,
			_("The condition %s leaves out fewer than %d forms of the wave %s: "
			  "what they answered could be computed from the difference."),
			where, TABULATION_GROUP, w->wave->code);
	return 0;
}

/* Whether the form gave an answer that the distribution hides. */
static bool
gave_hidden(const struct tally *t, const struct tally_hidden *hidden, size_t form)
{
	const struct answer_column *c = t->column;
	int answer = c->missing[form] ? t->reason_answer[c->missing[form]]
				      : t->choice_answer[c->choice[form]];

	return answer >= 0 && hidden->answers[answer];
}

/* Of the answers to one question that are hidden a condition must take all or none: their sum is
 * known, and how many fulfil the condition is printed, so a part of them would give the others. */
static int
parts_hidden(struct wave_columns *w, const char *name, int threshold, const unsigned char *selected,
	bool *parts, struct error *err)
{
	const struct tabulation asked = { .question = name, .threshold = threshold };
	const struct answer_column *column;
	struct tally_hidden hidden;
	bool in = false, out = false;
	struct tally t;

	if (wave_column(w, name, &column, err) < 0)
		return -1;
	if (column->kind != COLUMN_CHOICE || column->form)
		return 0;
	if (tally_count(w, &asked, &t, err) < 0)
		return -1;
	tally_hide(&t, &hidden);
	for (size_t form = 0; form < column->count; form++)
		if (gave_hidden(&t, &hidden, form))
			*(selected[form] ? &in : &out) = true;
	tally_release(&t);
	*parts = in && out;
	return 0;
}

/* Looks at each question that the condition names. */
static int
parts_answers(struct wave_columns *w, const char *where, int threshold,
	const unsigned char *selected, struct error *err)
{
	struct expression *expression;
	const char *const *names;
	int count, result = 0;

	if (expression_compile(&expression, where, EXPRESSION_RULE, err) < 0)
		return -1;
	names = expression_names(expression, &count);
	for (int i = 0; i < count && result == 0; i++) {
		int at = column_asked_by_name(w->book, names[i]);
		bool parts = false;

		if (w->book->asked[at].type == QUESTION_TEXT)
			continue;
		result = parts_hidden(w, names[i], threshold, selected, &parts, err);
		if (parts)
			result = error_set(err, ERROR_DENIED,
				_("The condition %s takes only a part of those answers to “%s” "
				  "that are hidden, and the others could be computed from it. Let "
				  "it hold for all of them or for none."),
				where, names[i]);
	}
	expression_free(expression);
	return result;
}

int
tally_select(struct wave_columns *w, const char *where, int threshold,
	const unsigned char **selected, struct error *err)
{
	size_t count;

	*selected = NULL;
	if (!where || !where[0])
		return 0;
	if (wave_filter(w, where, selected, &count, err) < 0)
		return -1;
	if (too_telling(w, where, threshold, count, err) < 0)
		return -1;
	return threshold > 0 ? parts_answers(w, where, threshold, *selected, err) : 0;
}
