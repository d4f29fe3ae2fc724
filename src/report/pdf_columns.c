/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How wide the columns of a table on paper are. What is too wide even in the smallest letters comes
 * in parts, so that no number is broken. */
#include "config.h"

#include "report/pdf_columns.h"

#include <math.h>
#include <string.h>

#define GAP 0.95 /* between columns, in letters' height */
#define NARROWEST 48.0
#define BAR 110.0
#define SIGNED_BAR 230.0 /* with signs along it */
#define SHORT_BAR 40.0
#define READABLE 6.0
#define RAGGED 1.15 /* lines end at words: those of one text are not equally long */
#define STEP 2.0
#define KEYS_SHARE 0.4 /* of the page, at most, for the columns that each part repeats */

const char *
sheet_shown(struct sheet *s, const struct report_cell *cell)
{
	size_t size = 3 * (cell->text ? strlen(cell->text) : 0) + 64;
	char *text = report_cell_show(arena_new(s->arena, size), size, cell);

	return cell->mark && *text ? arena_format(s->arena, "%s %s", text, cell->mark) : text;
}

/* Bytes of the text up to where a line may end. */
static size_t
word_length(const char *text)
{
	size_t end = strcspn(text, " \n");

	for (size_t i = 0; i < end; i++)
		if (pdf_breaks_after(text, i))
			return i + 1;
	return end;
}

/* The widest line of the text, or word of it, in letters of 1 point. */
static double
widest(struct sheet *s, enum pdf_font font, const char *text, bool words)
{
	double most = 0;

	while (*text) {
		size_t length = words ? word_length(text) : strcspn(text, "\n");
		double width = pdf_width(
			s->pdf, font, 1, arena_format(s->arena, "%.*s", (int)length, text));

		if (width > most)
			most = width;
		text += length + strspn(text + length, words ? " \n" : "\n");
	}
	return most;
}

bool
sheet_is_in(const struct sheet *s, size_t column)
{
	return column < s->keys || (column >= s->parts[s->part] && column < s->parts[s->part + 1]);
}

static double
total(const struct sheet *s)
{
	double sum = 0;

	for (size_t i = 0; i < s->table->column_count; i++)
		if (sheet_is_in(s, i))
			sum += s->columns[i].width + (i > 0 ? GAP * s->size : 0);
	return sum;
}

static bool
may_wrap(const struct sheet *s, size_t column)
{
	return s->table->columns[column].kind == REPORT_TEXT;
}

static void
measure(struct sheet *s)
{
	const struct report_table *t = s->table;

	s->columns = arena_array(s->arena, t->column_count + 1, sizeof(*s->columns));
	for (size_t i = 0; i < t->column_count; i++) {
		double word = widest(s, PDF_BOLD, t->columns[i].heading, true), most = word;

		for (size_t row = 0; row < t->row_count && !report_table_is_bar(t, i); row++) {
			const char *text = sheet_shown(s, &t->rows[row].cells[i]);

			/* A cell may hold several lines. */
			most = fmax(most, widest(s, PDF_REGULAR, text, false));
			if (may_wrap(s, i))
				word = fmax(word, widest(s, PDF_REGULAR, text, true));
		}
		s->columns[i].natural = most;
		s->columns[i].word = word;
	}
}

/* So that nothing in the column wraps. */
static double
full_width(const struct sheet *s, size_t column)
{
	if (report_table_is_bar(s->table, column))
		return s->table->columns[column].signs ? SIGNED_BAR : BAR;
	return s->columns[column].natural * s->size + 1;
}

/* narrowest: of texts, 0 = no word is broken. */
static double
least_width(const struct sheet *s, size_t column, double narrowest)
{
	double width = s->columns[column].word * s->size + 1;

	if (report_table_is_bar(s->table, column))
		return SHORT_BAR;
	if (!may_wrap(s, column))
		return full_width(s, column);
	return narrowest > 0 ? fmin(width, narrowest) : width;
}

/* The column that wraps into the most lines, or, where none has more than two, the one that lacks
 * least to be whole; column_count when all are. */
static size_t
neediest(const struct sheet *s)
{
	size_t count = s->table->column_count, found = count;
	double most = 2, least = 0;

	for (size_t i = s->part_count > 1 ? s->keys : 0; i < count; i++)
		if (sheet_is_in(s, i) && full_width(s, i) * RAGGED / s->columns[i].width > most) {
			most = full_width(s, i) * RAGGED / s->columns[i].width;
			found = i;
		}
	for (size_t i = s->part_count > 1 ? s->keys : 0; i < count && most == 2; i++) {
		double lacks = full_width(s, i) - s->columns[i].width;

		if (sheet_is_in(s, i) && lacks > 0 && (found == count || lacks < least)) {
			found = i;
			least = lacks;
		}
	}
	return found;
}

/* What room the narrowest columns leave. */
static void
spend_room(struct sheet *s)
{
	size_t i;

	for (double room = s->width - total(s);
		room > 0 && (i = neediest(s)) < s->table->column_count; room -= STEP)
		s->columns[i].width += fmin(room, STEP);
}

static bool
fit(struct sheet *s, double size, double narrowest)
{
	s->size = size;
	for (size_t i = 0; i < s->table->column_count; i++)
		s->columns[i].width = least_width(s, i, narrowest);
	if (total(s) > s->width)
		return false;
	spend_room(s);
	return true;
}

/* Smaller letters before broken words, as long as they can be read well. */
static bool
fit_somehow(struct sheet *s, double size, double smallest)
{
	for (double at = size; at >= fmax(READABLE, smallest); at -= 0.5)
		if (fit(s, at, 0))
			return true;
	for (double at = fmin(size, READABLE); at >= smallest; at -= 0.5)
		if (fit(s, at, NARROWEST))
			return true;
	return false;
}

/* ---- parts ---- */

/* What says which row it is: the columns up to the first one of words. */
static size_t
key_columns(const struct report_table *t)
{
	for (size_t i = 0; i + 1 < t->column_count && t->columns[i].kind != REPORT_NUMBER; i++)
		if (t->columns[i].kind == REPORT_TEXT)
			return i + 1;
	return 1;
}

static double
key_widths(struct sheet *s)
{
	double used = 0;

	for (size_t i = 0; i < s->keys; i++) {
		double most = s->width * KEYS_SHARE / (double)s->keys;

		s->columns[i].width = fmin(full_width(s, i), fmax(least_width(s, i, 0), most));
		used += s->columns[i].width + GAP * s->size;
	}
	return used;
}

/* The column after this one and its bars. */
static size_t
next_column(const struct sheet *s, size_t column)
{
	size_t next = column + 1;

	while (next < s->table->column_count && report_table_is_bar(s->table, next))
		next++;
	return next;
}

/* As many columns beside the key columns as there is room for, one at least, then the next part. */
static void
cut_into_parts(struct sheet *s, double size)
{
	size_t count = s->table->column_count, from, to;
	double keys, room;

	s->size = size;
	s->keys = key_columns(s->table);
	keys = key_widths(s);
	for (size_t i = s->keys; i < count; i++)
		s->columns[i].width = fmin(least_width(s, i, 0), s->width - keys);
	s->part_count = 0;
	for (from = s->keys; from < count; from = to) {
		s->parts[s->part_count++] = from;
		room = s->width - keys + GAP * s->size;
		for (to = from; to < count; to = next_column(s, to)) {
			for (size_t i = to; i < next_column(s, to); i++)
				room -= s->columns[i].width + GAP * s->size;
			if (room < 0 && to > from)
				break;
		}
	}
	s->parts[s->part_count] = count;
	for (s->part = 0; s->part < s->part_count; s->part++)
		spend_room(s);
}

/* Heads stand in few lines where there is room: the narrowest that wraps is given of it first, so
 * that one long head does not take the room of all. */
static void
widen_heads(struct sheet *s)
{
	size_t count = s->table->column_count;
	double *heads = arena_array(s->arena, count + 1, sizeof(*heads));

	for (size_t i = 0; i < count; i++)
		heads[i] = widest(s, PDF_BOLD, s->table->columns[i].heading, false) * s->size + 1;
	for (double room = s->width - total(s); room > 0; room -= STEP) {
		size_t least = count;

		for (size_t i = 0; i < count; i++)
			if (sheet_is_in(s, i) && s->columns[i].width < heads[i] &&
				(least == count || s->columns[i].width < s->columns[least].width))
				least = i;
		if (least == count)
			return;
		s->columns[least].width += room < STEP ? room : STEP;
	}
}

static void
place_columns(struct sheet *s)
{
	for (s->part = 0; s->part < s->part_count; s->part++) {
		double x = SHEET_MARGIN;

		if (s->part_count == 1)
			widen_heads(s);
		for (size_t i = 0; i < s->table->column_count; i++)
			if (sheet_is_in(s, i)) {
				s->columns[i].x = x;
				x += s->columns[i].width + GAP * s->size;
			}
	}
	s->part = 0;
}

bool
sheet_columns(struct sheet *s, struct report_table *t, double size, double smallest)
{
	bool whole;

	s->table = t;
	s->keys = s->part = 0;
	s->part_count = 1;
	s->parts = arena_array(s->arena, t->column_count + 2, sizeof(*s->parts));
	s->parts[0] = 0;
	s->parts[1] = t->column_count;
	measure(s);
	whole = fit_somehow(s, size, smallest);
	if (!whole)
		cut_into_parts(s, size);
	place_columns(s);
	return whole;
}
