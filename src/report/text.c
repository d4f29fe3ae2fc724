/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table as plain text for a terminal or a printer: aligned columns without boxes. One that is too
 * wide for the page comes in parts, each with the first column. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "report/bar_sign.h"
#include "report/syllable.h"
#include "report/writers.h"

#include <stdio.h>
#include <string.h>

#define PAGE_WIDTH REPORT_TEXT_WIDTH
#define GAP 2        /* between columns; 1 where they would not stand on the page otherwise */
#define NARROWEST 12 /* of a column of words that has to give way */
#define BAR 20
#define SIGNED_BAR 44 /* with signs along it */
#define SHORT_BAR 8
#define LONG_BAR 50

struct column {
	int width;
	int mark;  /* width of the widest mark */
	bool gone; /* a bar for which there is no room */
};

struct layout {
	struct report_table *table;
	struct output *out;
	struct column *columns;
	const char **rest; /* of each cell of the row being written */
	int owed;          /* spaces that come only if something follows */
	int width;         /* of the page */
	int gap;
	size_t from, to; /* columns that are written now, beside the first */
	bool ascii;
};

/* Bytes of text that go into one line of the given width, broken at a space, else behind a
 * hyphen if possible, else between syllables (*parted: a hyphen follows). */
static size_t
line_bytes(const char *text, int width, bool *parted)
{
	size_t fit = text_fit(text, width), end = fit;

	*parted = false;
	if (text[fit] == '\0')
		return fit;
	while (end > 0 && text[end] != ' ')
		end--;
	if (end > 0)
		return end;
	for (end = fit; end > 1 && text[end - 1] != '-';)
		end--;
	if (end > 1)
		return end;
	end = syllable_end(text, width);
	*parted = end > 0;
	return end > 0 ? end : fit > 0 ? fit : text_cluster(text);
}

static int
longest_word(const char *text)
{
	int longest = 0;

	while (*text) {
		char word[128];
		size_t length = strcspn(text, " ");

		snprintf(word, sizeof word, "%.*s", (int)length, text);
		if (text_width(word) > longest)
			longest = text_width(word);
		text += length + strspn(text + length, " ");
	}
	return longest;
}

static const char *
bar(struct layout *l, const struct report_cell *cell, size_t column)
{
	const struct report_column *c = &l->table->columns[column];
	int width = l->columns[column].width, used = 0, first, last; /* halves of a letter */
	double from, to;
	const char **places = arena_array(l->table->arena, (size_t)width + 1, sizeof *places);
	const char *text = "";

	report_bar_ends(c, cell, &from, &to);
	first = (int)(from * 2 * width + 0.5);
	last = (int)(to * 2 * width + 0.5);
	for (int i = 0; i < width; i++) {
		bool left = first <= 2 * i && last > 2 * i;
		bool right = first <= 2 * i + 1 && last > 2 * i + 1;

		places[i] = !left && !right ? " "
			    : l->ascii      ? left && right ? "#" : " "
			    : left && right ? "█"
			    : left          ? "▌"
					    : "▐";
		if (strcmp(places[i], " ") != 0)
			used = i + 1;
	}
	for (enum report_sign sign = 0; sign < REPORT_SIGNS; sign++) {
		double share = report_sign_share(c, cell, sign);
		int place = share < 1 ? (int)(share * width) : width - 1;

		if (share < 0)
			continue;
		places[place] = report_sign_glyph(sign);
		used = place < used ? used : place + 1;
	}
	for (int i = 0; i < used; i++)
		text = arena_format(l->table->arena, "%s%s", text, places[i]);
	return text;
}

/* A sign of more or less stands apart: 2.00- would read as a number below zero. */
static const char *
mark_gap(const char *mark)
{
	return *mark && strchr("+-", *mark) ? " " : "";
}

static int
mark_width(const char *mark)
{
	return text_width(mark_gap(mark)) + text_width(mark);
}

/* The cell as it stands in the column, its mark in a place of its own behind the number. */
static const char *
shown(struct layout *l, const struct report_cell *cell, size_t column)
{
	struct arena *arena = l->table->arena;
	int width = l->columns[column].mark;
	size_t size = 3 * (cell->text ? strlen(cell->text) : 0) + 64;
	char *text = report_cell_show(arena_new(arena, size), size, cell);

	if (report_table_is_bar(l->table, column))
		return bar(l, cell, column);
	if (width == 0 || !*text)
		return text;
	if (!cell->mark)
		return arena_format(arena, "%s%*s", text, width, "");
	return arena_format(arena, "%s%s%s%*s", text, mark_gap(cell->mark), cell->mark,
		width - mark_width(cell->mark), "");
}

static int
cells_width(struct layout *l, size_t column)
{
	const struct report_table *t = l->table;
	int widest = 0;

	if (report_table_is_bar(t, column))
		return t->columns[column].signs ? SIGNED_BAR : BAR;
	for (size_t row = 0; row < t->row_count; row++) {
		const char *mark = t->rows[row].cells[column].mark;

		if (mark && mark_width(mark) > l->columns[column].mark)
			l->columns[column].mark = mark_width(mark);
	}
	for (size_t row = 0; row < t->row_count; row++) {
		char text[1024];
		int width;

		report_cell_show(text, sizeof text, &t->rows[row].cells[column]);
		width = text_width(text) + l->columns[column].mark;
		if (width > widest)
			widest = width;
	}
	return widest;
}

/* A column of words gives way down to its longest one, where that is no monster. */
static int
narrowest(const struct layout *l, size_t column)
{
	const struct report_table *t = l->table;
	int least = NARROWEST;

	for (size_t row = 0; row < t->row_count; row++) {
		char text[1024];
		int word;

		report_cell_show(text, sizeof text, &t->rows[row].cells[column]);
		word = longest_word(text);
		if (word > least && word <= 2 * NARROWEST)
			least = word;
	}
	return least;
}

static int
total_width(const struct layout *l)
{
	int total = 0;

	for (size_t i = 0; i < l->table->column_count; i++)
		if (!l->columns[i].gone)
			total += l->columns[i].width + (i > 0 ? l->gap : 0);
	return total;
}

/* Words as narrow as they can be. */
static int
least_width(const struct layout *l)
{
	int total = total_width(l);

	for (size_t i = 0; i < l->table->column_count; i++)
		if (l->table->columns[i].kind == REPORT_TEXT && l->columns[i].width > NARROWEST)
			total -= l->columns[i].width - NARROWEST;
	return total;
}

/* Of the widest column of words, one place after another; words: those may break, too. */
static void
give_way(struct layout *l, bool words)
{
	int *least = arena_array(l->table->arena, l->table->column_count + 1, sizeof *least);

	for (size_t i = 0; i < l->table->column_count; i++)
		least[i] = words ? NARROWEST : narrowest(l, i);
	for (int over = total_width(l) - l->width; over > 0; over--) {
		struct column *widest = NULL;

		for (size_t i = 0; i < l->table->column_count; i++)
			if (l->table->columns[i].kind == REPORT_TEXT &&
				l->columns[i].width > least[i] &&
				(!widest || l->columns[i].width > widest->width))
				widest = &l->columns[i];
		if (!widest)
			return;
		widest->width--;
	}
}

/* A table that comes in parts has none for a column of words in which nothing stands. */
static void
leave_out_empty(struct layout *l)
{
	const struct report_table *t = l->table;

	for (size_t i = 1; i < t->column_count; i++) {
		bool filled = t->columns[i].kind != REPORT_TEXT;

		for (size_t row = 0; row < t->row_count && !filled; row++) {
			char text[8];

			report_cell_show(text, sizeof text, &t->rows[row].cells[i]);
			filled = text[0] != '\0';
		}
		l->columns[i].gone = l->columns[i].gone || !filled;
	}
}

/* Takes what is too wide from bars, and these away where numbers need their place, then from the
 * widest column of words, one place after another. */
static void
narrow(struct layout *l)
{
	for (size_t i = 0; i < l->table->column_count; i++)
		while (report_table_is_bar(l->table, i) && l->columns[i].width > SHORT_BAR &&
			total_width(l) > l->width)
			l->columns[i].width--;
	for (size_t i = 0; i < l->table->column_count; i++)
		l->columns[i].gone = report_table_is_bar(l->table, i) && least_width(l) > l->width;
	give_way(l, false);
	give_way(l, true);
}

/* Bars take what a wide page leaves. */
static void
widen_bars(struct layout *l)
{
	for (size_t i = 0; i < l->table->column_count; i++)
		while (report_table_is_bar(l->table, i) && l->columns[i].width < LONG_BAR &&
			total_width(l) < l->width && l->width > PAGE_WIDTH)
			l->columns[i].width++;
}

/* Headings may take several lines. */
static void
take_words(struct layout *l, const int *cells)
{
	for (size_t i = 0; i < l->table->column_count; i++) {
		int word = longest_word(l->table->columns[i].heading);

		l->columns[i].width = cells[i] > word ? cells[i] : word;
	}
}

static void
measure(struct layout *l)
{
	const struct report_table *t = l->table;
	int *cells = arena_array(t->arena, t->column_count + 1, sizeof *cells);

	for (size_t i = 0; i < t->column_count; i++) {
		int heading = text_width(t->columns[i].heading);

		cells[i] = cells_width(l, i);
		l->columns[i].width = cells[i] > heading ? cells[i] : heading;
	}
	widen_bars(l);
	if (total_width(l) <= l->width)
		return;
	take_words(l, cells);
	narrow(l);
	if (total_width(l) <= l->width)
		return;
	l->gap = 1;
	take_words(l, cells);
	narrow(l);
	if (total_width(l) <= l->width)
		return;
	l->gap = GAP; /* it comes in parts */
	take_words(l, cells);
	leave_out_empty(l);
	give_way(l, false);
}

/* Whether the column is written now: the first one stands in every part of a table that is too wide
 * for the page. */
static bool
is_in(const struct layout *l, size_t column)
{
	return !l->columns[column].gone && (column == 0 || (column >= l->from && column < l->to));
}

/* As many columns from l->from on as stand beside the first one; one at least. */
static void
fill_page(struct layout *l)
{
	int used = l->columns[0].width;

	for (l->to = l->from; l->to < l->table->column_count; l->to++) {
		if (l->columns[l->to].gone)
			continue;
		used += l->gap + l->columns[l->to].width;
		if (used > l->width && l->to > l->from)
			break;
	}
}

static void
put_piece(struct layout *l, size_t column, size_t bytes, bool parted)
{
	char piece[1024];
	int pad;

	snprintf(piece, sizeof piece, "%.*s%s", (int)bytes, l->rest[column], parted ? "-" : "");
	pad = l->columns[column].width - text_width(piece);
	if (pad < 0)
		pad = 0;
	if (l->table->columns[column].kind == REPORT_NUMBER && bytes > 0) {
		l->owed += pad;
		pad = 0;
	}
	if (bytes > 0) {
		output_printf(l->out, "%*s%s", l->owed, "", piece);
		l->owed = 0;
	}
	l->owed += pad + l->gap;
}

/* The texts in rest, in as many lines as the longest takes. */
static void
put_row(struct layout *l)
{
	size_t count = l->table->column_count;
	bool more = true;

	while (more) {
		more = false;
		l->owed = 0;
		for (size_t i = 0; i < count; i++) {
			bool parted;
			size_t bytes = line_bytes(l->rest[i], l->columns[i].width, &parted);

			if (!is_in(l, i))
				continue;
			put_piece(l, i, bytes, parted);
			l->rest[i] += bytes;
			l->rest[i] += strspn(l->rest[i], " ");
			more = more || *l->rest[i];
		}
		output_puts(l->out, "\n");
	}
}

void
report_text_paragraph(struct output *out, const char *mark, const char *text)
{
	int indent = text_width(mark);

	for (bool first = true; first || *text; first = false) {
		bool parted;
		size_t bytes = line_bytes(text, PAGE_WIDTH - indent, &parted);

		if (first)
			output_puts(out, mark);
		else
			output_printf(out, "%*s", indent, "");
		output_printf(out, "%.*s%s\n", (int)bytes, text, parted ? "-" : "");
		text += bytes;
		text += strspn(text, " ");
	}
}

static void
put_line(struct layout *l)
{
	for (size_t i = 0; i < l->table->column_count; i++) {
		if (!is_in(l, i))
			continue;
		if (i > 0)
			output_printf(l->out, "%*s", l->gap, "");
		for (int k = 0; k < l->columns[i].width; k++)
			output_puts(l->out, "-");
	}
	output_puts(l->out, "\n");
}

static void
put_heading(struct layout *l)
{
	const struct report_table *t = l->table;

	for (size_t i = 0; i < t->column_count; i++)
		l->rest[i] = is_in(l, i) ? t->columns[i].heading : "";
	put_row(l);
	put_line(l);
}

static void
put_rows(struct layout *l)
{
	struct report_table *t = l->table;

	report_table_place(t, t->row_count, l->out);
	put_heading(l);
	for (size_t row = 0; row < t->row_count; row++) {
		if (t->rows[row].sum && row > 0 && !t->rows[row - 1].sum)
			put_line(l);
		report_table_place(t, row, l->out);
		for (size_t i = 0; i < t->column_count; i++)
			l->rest[i] = is_in(l, i) ? shown(l, &t->rows[row].cells[i], i) : "";
		put_row(l);
	}
	report_table_place(t, t->row_count, l->out);
}

void
report_text_table(struct report_table *t, int width, bool ascii, struct output *out)
{
	struct layout l = { .table = t, .out = out, .width = width, .gap = GAP, .ascii = ascii };

	l.columns = arena_array(t->arena, t->column_count + 1, sizeof *l.columns);
	l.rest = arena_array(t->arena, t->column_count + 1, sizeof *l.rest);
	t->place_count = 0;
	measure(&l);
	for (l.from = 1; l.from == 1 || l.from < t->column_count; l.from = l.to) {
		if (l.from > 1)
			output_puts(out, "\n");
		fill_page(&l);
		put_rows(&l);
		if (l.to <= l.from)
			break;
	}
}

int
report_text(struct report_table *t, struct output *out, struct error *err)
{
	(void)err;
	if (*t->title)
		report_text_paragraph(out, "", t->title);
	for (size_t i = 0; i < t->line_count; i++)
		report_text_paragraph(out, "", t->lines[i]);
	if (*t->title || t->line_count > 0)
		output_puts(out, "\n");
	report_text_table(t, PAGE_WIDTH, false, out);
	if (t->footnote_count > 0)
		output_puts(out, "\n");
	for (size_t i = 0; i < t->footnote_count; i++)
		report_text_paragraph(out, "", t->footnotes[i]);
	return 0;
}
