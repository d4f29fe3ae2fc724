/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Widths of columns, so that no number and no word breaks in two as long as there is room. */
#include "config.h"

#include "report/docx_widths.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

enum { BAR = 1700, SIGNED_BAR = 4300, SHORT_BAR = 900 };

/* How wide a letter is: as in DejaVu Sans, which stands in for narrower fonts where these are not
 * installed; a wide table gets small letters and trusts that they are narrow. */
static const struct letters {
	int plain, bold, digit;
} letters[] = { { 116, 130, 116 }, { 76, 84, 92 } };

struct need { /* of one column */
	bool bar, signs, text;
	int least, most; /* so that no word breaks; so that nothing does */
	int head;        /* so that no word of the heading breaks */
};

const char *
docx_shown(struct report_table *t, const struct report_cell *cell)
{
	size_t size = 3 * (cell->text ? strlen(cell->text) : 0) + 64;

	return report_cell_show(arena_new(t->arena, size), size, cell);
}

static int
longest_word(const char *text)
{
	int longest = 0;

	while (*text) {
		size_t length = strcspn(text, " ");
		char word[256];

		snprintf(word, sizeof word, "%.*s", (int)length, text);
		if (text_width(word) > longest)
			longest = text_width(word);
		text += length + strspn(text + length, " ");
	}
	return longest;
}

static int
larger(int a, int b)
{
	return a > b ? a : b;
}

/* In letters. */
static void
look(struct report_table *t, size_t column, struct need *n)
{
	*n = (struct need){ .bar = report_table_is_bar(t, column),
		.signs = t->columns[column].signs,
		.text = t->columns[column].kind == REPORT_TEXT,
		.head = longest_word(t->columns[column].heading) };
	for (size_t row = 0; row < t->row_count && !n->bar; row++) {
		const struct report_cell *cell = &t->rows[row].cells[column];
		const char *text = docx_shown(t, cell);
		int mark = cell->mark ? text_width(cell->mark) : 0;

		n->most = larger(n->most, text_width(text) + mark);
		n->least =
			larger(n->least, (n->text ? longest_word(text) : text_width(text)) + mark);
	}
}

static struct need
scaled(struct need n, const struct letters *l)
{
	int letter = n.text ? l->plain : l->digit;

	n.head = n.head * l->bold + DOCX_PADDING;
	n.least = larger(n.least * letter + DOCX_PADDING, n.text ? n.head : 0);
	n.most = larger(n.most * letter + DOCX_PADDING, n.head);
	if (n.bar) {
		n.most = n.signs ? SIGNED_BAR : BAR;
		n.least = SHORT_BAR;
	}
	return n;
}

static long
sum(const int *widths, size_t count)
{
	long total = 0;

	for (size_t i = 0; i < count; i++)
		total += widths[i];
	return total;
}

/* The widest one that may gives way first, until all fit or none can. */
static void
narrow(int *widths, const int *least, size_t count)
{
	for (long over = sum(widths, count) - DOCX_INSIDE; over > 0; over -= 20) {
		size_t widest = count;

		for (size_t i = 0; i < count; i++)
			if (widths[i] - 20 >= least[i] &&
				(widest == count || widths[i] > widths[widest]))
				widest = i;
		if (widest == count)
			return;
		widths[widest] -= 20;
	}
}

/* Texts and bars give way, down to their longest words. */
static bool
fits(const struct need *needs, const struct letters *l, size_t count, int *widths, int *least)
{
	for (size_t i = 0; i < count; i++) {
		struct need n = scaled(needs[i], l);

		widths[i] = n.most;
		least[i] = n.text || n.bar ? n.least : n.most;
	}
	narrow(widths, least, count);
	return sum(widths, count) <= DOCX_INSIDE;
}

/* Small letters may be wider than they were taken for: they get what room there is. */
static void
spread(int *widths, size_t count)
{
	long total = sum(widths, count), most = total + total / 6;

	if (most > DOCX_INSIDE)
		most = DOCX_INSIDE;
	for (size_t i = 0; i < count; i++)
		widths[i] = (int)(widths[i] * most / total);
}

struct docx_widths
docx_measure(struct report_table *t)
{
	size_t count = t->column_count;
	struct need *needs = arena_array(t->arena, count + 1, sizeof *needs);
	struct docx_widths w = { .columns = arena_array(t->arena, count + 1, sizeof(int)) };
	int *least = arena_array(t->arena, count + 1, sizeof *least);
	long total;

	for (size_t i = 0; i < count; i++)
		look(t, i, &needs[i]);
	if (fits(needs, &letters[0], count, w.columns, least))
		return w;
	w.small = true;
	if (fits(needs, &letters[1], count, w.columns, least)) {
		spread(w.columns, count);
		return w;
	}
	/* Words of headings break before numbers do; in the end everything shrinks alike. */
	for (size_t i = 0; i < count; i++)
		least[i] = scaled(needs[i], &letters[1]).least;
	narrow(w.columns, least, count);
	total = sum(w.columns, count);
	for (size_t i = 0; total > DOCX_INSIDE && i < count; i++)
		w.columns[i] = (int)((long)w.columns[i] * DOCX_INSIDE / total);
	return w;
}
