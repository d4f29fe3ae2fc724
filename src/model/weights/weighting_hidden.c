/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a margin must not tell: its cells are those of a distribution, or of a cross-table with its
 * totals, which others read beside it. */
#include "config.h"

#include "model/weights/weighting_parts.h"

#include "model/privacy/suppression.h"
#include "model/tables/tabulation.h"

#include <math.h>
#include <string.h>

struct margin { /* as a table */
	struct wave_columns *wave;
	struct arena *arena;
	struct weighting_fit *fit;
	const char *questions[WEIGHTING_QUESTIONS];
	int question_count;
	const char **words[WEIGHTING_QUESTIONS]; /* categories that its cells name */
	int word_count[WEIGHTING_QUESTIONS];
	int (*place)[WEIGHTING_QUESTIONS]; /* of each cell: its words */
	unsigned char *hidden;             /* of each cell */
};

/* ---- taken apart ---- */

static int
place_of(struct margin *m, int question, const char *word)
{
	int count = m->word_count[question];

	for (int i = 0; i < count; i++)
		if (strcmp(m->words[question][i], word) == 0)
			return i;
	m->words[question][count] = word;
	return m->word_count[question]++;
}

static void
take_apart(struct margin *m)
{
	size_t cells = (size_t)m->fit->cell_count;
	char *copy = arena_string(m->arena, m->fit->questions), *rest = NULL;

	for (char *name = strtok_r(copy, " ", &rest); name; name = strtok_r(NULL, " ", &rest)) {
		m->words[m->question_count] =
			arena_array(m->arena, cells + 1, sizeof(*m->words[0]));
		m->questions[m->question_count++] = name;
	}
	m->place = arena_array(m->arena, cells + 1, sizeof(*m->place));
	m->hidden = arena_array(m->arena, cells + 1, 1);
	for (size_t c = 0; c < cells; c++) {
		char *word;

		copy = arena_string(m->arena, m->fit->cells[c].categories);
		word = strtok_r(copy, " ", &rest);
		for (int k = 0; k < m->question_count && word; k++) {
			m->place[c][k] = place_of(m, k, word);
			word = strtok_r(NULL, " ", &rest);
		}
	}
}

/* Whether a category (several are joined by +) holds the answer. */
static bool
holds(const char *word, const char *answer)
{
	size_t size = strlen(answer);

	for (const char *at = word; (at = strstr(at, answer)); at++)
		if ((at == word || at[-1] == '+') && (at[size] == '\0' || at[size] == '+'))
			return true;
	return false;
}

/* ---- what tables hide ---- */

static bool
has_table(const struct margin *m, int question)
{
	struct error unspoken = { 0 };
	const struct answer_column *c;

	return wave_column(m->wave, m->questions[question], &c, &unspoken) == 0 &&
	       c->kind == COLUMN_CHOICE;
}

/* Of each category whether the distribution of its question hides it: one that joins all hidden
 * answers tells only what is left of the others. */
static int
ask_distribution(const struct margin *m, int question, unsigned char *hidden, struct error *err)
{
	struct tabulation asked = { .question = m->questions[question] };
	struct frequency f;

	if (!has_table(m, question))
		return 0;
	if (tabulate_frequency(m->wave, &asked, &f, err) < 0)
		return -1;
	for (int k = 0; k < m->word_count[question]; k++) {
		int all = 0, held = 0;

		for (int i = 0; i < f.missing_from; i++) {
			all += f.rows[i].n < 0;
			held += f.rows[i].n < 0 && holds(m->words[question][k], f.rows[i].name);
		}
		if (held > 0 && held < all)
			hidden[k] = SUPPRESSION_FURTHER;
	}
	return 0;
}

/* Hidden cells of a pair of categories; those of all its rows, of all its columns. */
static bool
tells_hidden(const struct crosstab *x, const char *one, const char *two)
{
	int held = 0, of_rows = 0, of_columns = 0;

	for (int i = 0; i < x->row_count; i++)
		for (int h = 0; h < x->head_count - 1; h++) {
			bool in_row = holds(one, x->rows[i].name);
			bool in_column = holds(two, x->heads[h].name);

			if (x->cells[i * x->head_count + h].n >= 0)
				continue;
			held += in_row && in_column;
			of_rows += in_row;
			of_columns += in_column;
		}
	return held > 0 && held < of_rows && held < of_columns;
}

/* Of each pair of categories whether the cross-table hides it: [of one * count of two + of two]. */
static int
ask_table(const struct margin *m, int one, int two, unsigned char *hidden, struct error *err)
{
	struct tabulation asked = { .question = m->questions[one], .by = m->questions[two] };
	struct crosstab x;

	if (!has_table(m, one) || !has_table(m, two))
		return 0;
	if (tabulate_cross(m->wave, &asked, &x, err) < 0)
		return -1;
	for (int i = 0; i < m->word_count[one]; i++)
		for (int j = 0; j < m->word_count[two]; j++)
			if (tells_hidden(&x, m->words[one][i], m->words[two][j]))
				hidden[i * m->word_count[two] + j] = SUPPRESSION_FURTHER;
	return 0;
}

/* ---- as a table with its totals ---- */

/* The cells as categories of one question by those of the others. */
static int
hide_folded(struct margin *m, int question, bool *more, struct error *err)
{
	int a = question == 0 ? 1 : 0, b = question == 2 ? 1 : 2;
	int second = m->question_count > 2 ? m->word_count[b] : 1;
	int rows = m->word_count[question], columns = m->word_count[a] * second;
	size_t size = (size_t)(rows + 1) * (size_t)(columns + 1);
	long *counts = arena_array(m->arena, size, sizeof(*counts));
	unsigned char *before = arena_array(m->arena, size, 1),
		      *hidden = arena_array(m->arena, size, 1),
		      *row_totals = arena_array(m->arena, (size_t)rows + 1, 1),
		      *column_totals = arena_array(m->arena, (size_t)columns + 1, 1);
	struct suppression_outcome outcome;

	if (ask_distribution(m, question, row_totals, err) < 0 ||
		(second == 1 ? ask_distribution(m, a, column_totals, err)
			     : ask_table(m, a, b, column_totals, err)) < 0)
		return -1;
	for (int c = 0; c < m->fit->cell_count; c++) {
		int row = m->place[c][question];
		int column = m->place[c][a] * second + (second > 1 ? m->place[c][b] : 0);
		int at = row * (columns + 1) + column;

		counts[at] += m->fit->cells[c].n;
		counts[row * (columns + 1) + columns] += m->fit->cells[c].n;
		counts[rows * (columns + 1) + column] += m->fit->cells[c].n;
		counts[size - 1] += m->fit->cells[c].n;
		before[at] = m->hidden[c];
	}
	suppression_table(&(struct suppression_table){ .rows = rows,
				  .columns = columns,
				  .counts = counts,
				  .rows_add_up = true,
				  .columns_add_up = true,
				  .row_totals = row_totals,
				  .column_totals = column_totals,
				  .before = before,
				  .threshold = tabulation_threshold(m->wave, 0) },
		hidden, &outcome);
	for (int c = 0; c < m->fit->cell_count; c++) {
		int column = m->place[c][a] * second + (second > 1 ? m->place[c][b] : 0);

		if (m->hidden[c] || !hidden[m->place[c][question] * (columns + 1) + column])
			continue;
		m->hidden[c] = SUPPRESSION_FURTHER;
		*more = true;
	}
	return 0;
}

static int
hide_table(struct margin *m, struct error *err)
{
	unsigned char *pairs =
		arena_array(m->arena, (size_t)m->word_count[0] * (size_t)m->word_count[1] + 1, 1);
	bool more = true;

	if (m->question_count == 2) {
		if (ask_table(m, 0, 1, pairs, err) < 0)
			return -1;
		for (int c = 0; c < m->fit->cell_count; c++)
			m->hidden[c] = pairs[m->place[c][0] * m->word_count[1] + m->place[c][1]];
	}
	while (more) {
		more = false;
		for (int k = 0; k < m->question_count; k++)
			if (hide_folded(m, k, &more, err) < 0)
				return -1;
	}
	return 0;
}

static void
hide_list(struct margin *m)
{
	int count = m->fit->cell_count;
	long *counts = arena_array(m->arena, (size_t)count + 1, sizeof(*counts)), all = 0;
	struct suppression_outcome outcome;

	for (int c = 0; c < count; c++)
		all += counts[c] = m->fit->cells[c].n;
	suppression_list(&(struct suppression_list){ .answers = counts,
				 .answer_count = count,
				 .valid = all,
				 .answers_add_up = true,
				 .threshold = tabulation_threshold(m->wave, 0) },
		m->hidden, &outcome);
}

int
weighting_hide(struct wave_columns *wave, struct weighting_fit *fit, struct arena *arena, bool *any,
	struct error *err)
{
	struct margin m = { .wave = wave, .arena = arena, .fit = fit };

	take_apart(&m);
	if (m.question_count == 1)
		hide_list(&m);
	else if (hide_table(&m, err) < 0)
		return -1;
	for (int c = 0; c < fit->cell_count; c++) {
		struct weighting_fit_cell *cell = &fit->cells[c];

		if (!m.hidden[c])
			continue;
		*any = true;
		cell->n = -1;
		cell->sample = cell->weighted = cell->weight = NAN;
	}
	return 0;
}
