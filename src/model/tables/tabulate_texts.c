/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people wrote, as a list that tells of no form. */
#include "config.h"

#include "model/tables/tabulate_texts.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/random.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

struct written {
	const char *text, *folded;
	size_t form; /* of two that say the same the first one's spelling stands */
};

static int
by_folded(const void *a, const void *b)
{
	const struct written *x = a, *y = b;
	int order = strcmp(x->folded, y->folded);

	return order ? order : x->form < y->form ? -1 : x->form > y->form;
}

/* On one line: what people pressed Enter for is no news. */
static const char *
one_line(struct arena *arena, const char *text)
{
	size_t size = 3 * strlen(text) + 1; /* a byte becomes U+FFFD at worst */
	char *copy = arena_string(arena, text);

	for (char *p = copy; *p; p++)
		if (*p == '\n' || *p == '\r' || *p == '\t')
			*p = ' ';
	return text_clean(arena_new(arena, size), size, copy);
}

/* Texts that are mere signs fold to nothing: they are told apart as they stand. */
static struct written
take(struct arena *arena, const char *text, size_t form)
{
	size_t size = strlen(text) + 1;
	char *folded = text_fold(arena_new(arena, size), size, text);

	return (struct written){ one_line(arena, text), *folded ? folded : text, form };
}

/* Fisher and Yates, as in Knuth 2 3.4.2 P. */
static void
shuffle(struct listed_text *list, int count)
{
	uint64_t *chance = memory_array((size_t)count + 1, sizeof(*chance));

	random_bytes(chance, (size_t)count * sizeof(*chance));
	for (int i = count; i-- > 1;) {
		int other = (int)(chance[i] % (uint64_t)(i + 1));
		struct listed_text kept = list[i];

		list[i] = list[other];
		list[other] = kept;
	}
	free(chance);
}

static void
gather(struct written *list, size_t count, struct arena *arena, struct text_list *out)
{
	out->texts = arena_array(arena, count + 1, sizeof(*out->texts));
	qsort(list, count, sizeof(*list), by_folded);
	for (size_t i = 0; i < count; i++) {
		if (i == 0 || strcmp(list[i - 1].folded, list[i].folded) != 0)
			out->texts[out->count++].text = list[i].text;
		out->texts[out->count - 1].n++;
	}
	shuffle(out->texts, out->count);
}

/* What else the writer of a text answered is nobody's business. */
static int
refuse_condition(const struct tabulation *asked, struct error *err)
{
	return error_set(err, ERROR_DENIED,
		_("What people wrote in “%s” is listed of all forms only: under a condition, a "
		  "text would tell what else its writer answered. Give the answers categories "
		  "(3 5): these can be counted under conditions."),
		asked->question);
}

int
tabulate_texts(struct wave_columns *w, const struct tabulation *asked, struct text_list *out,
	struct error *err)
{
	int threshold = tabulation_threshold(w, asked->threshold);
	const struct answer_column *column;
	const char *const *texts;
	struct written *list;
	size_t count = 0;

	*out = (struct text_list){ .question = wave_open_question(w, asked->question),
		.erased = w->wave->erased_at[0] != '\0' };
	if (!out->question && wave_column(w, asked->question, &column, err) < 0)
		return -1;
	if (!out->question)
		return error_set(err, ERROR_INPUT,
			_("The answers to “%s” are no texts: there is nothing to list."),
			asked->question);
	if (threshold > 0)
		out->group = threshold > TABULATION_GROUP ? threshold : TABULATION_GROUP;
	if (asked->where && asked->where[0])
		return refuse_condition(asked, err);
	if (wave_texts(w, asked->question, &texts, err) < 0)
		return -1;
	list = memory_array(w->forms + 1, sizeof(*list));
	for (size_t i = 0; i < w->forms; i++)
		if (texts[i][0])
			list[count++] = take(w->arena, texts[i], i);
	out->given = (long)count;
	/* Nobody is not few, here as in tables. */
	if (out->given > 0 && out->given < out->group)
		out->given = -1;
	else
		gather(list, count, w->arena, out);
	free(list);
	return 0;
}
