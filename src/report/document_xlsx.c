/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as a workbook: a sheet for what stands above the first heading, then one for each
 * heading of level 1, with its texts and tables one below the other. */
#include "config.h"

#include "base/i18n.h"
#include "report/book.h"
#include "report/document.h"

#define FIRST 46 /* width of the first column; the others are as wide as numbers need */
#define OTHER 13
#define MOST 14

struct sheet {
	struct book *b;
	struct arena *arena;
	long row;
};

static void
start_sheet(struct sheet *s, const char *name)
{
	book_sheet(s->b, name);
	book_pages(s->b);
	book_width(s->b, 0, FIRST);
	for (int i = 1; i < MOST; i++)
		book_width(s->b, i, OTHER);
	s->row = 0;
}

static void
put_line(struct sheet *s, const char *text, enum book_style style)
{
	book_text(s->b, s->row++, 0, text, style);
}

/* What is missing says so in its cell here, where people read; marks follow their row. */
static void
put_row(struct sheet *s, const struct report_table *t, size_t row)
{
	const char *marks = "";
	int place = 0;

	for (size_t i = 0; i < t->column_count; i++) {
		const struct report_cell *cell = &t->rows[row].cells[i];

		if (report_table_is_bar(t, i))
			continue;
		if (cell->kind == REPORT_CELL_NUMBER)
			book_number(s->b, s->row, place, cell->number,
				cell->plain ? -1 : cell->decimals);
		else if (cell->text)
			book_text(s->b, s->row, place, cell->text, BOOK_PLAIN);
		if (cell->mark)
			marks = arena_format(s->arena, "%s%s%s: %s", marks, *marks ? "; " : "",
				t->columns[i].heading, cell->mark);
		place++;
	}
	book_text(s->b, s->row++, place, marks, BOOK_PLAIN);
}

static void
put_heads(struct sheet *s, const struct report_table *t)
{
	int place = 0;

	for (size_t i = 0; i < t->column_count; i++)
		if (!report_table_is_bar(t, i))
			book_text(s->b, s->row, place++, t->columns[i].heading,
				t->columns[i].kind == REPORT_NUMBER ? BOOK_HEAD_NUMBER : BOOK_HEAD);
	s->row++;
}

static void
put_table(struct sheet *s, const struct report_table *t)
{
	long first;
	int place = 0;

	if (*t->title)
		put_line(s, t->title, BOOK_BOLD);
	for (size_t i = 0; i < t->line_count; i++)
		put_line(s, t->lines[i], BOOK_PLAIN);
	put_heads(s, t);
	first = s->row;
	for (size_t row = 0; row < t->row_count; row++)
		put_row(s, t, row);
	for (size_t i = 0; i < t->column_count; i++)
		if (!report_table_is_bar(t, i))
			place++;
		else if (place > 0 && t->row_count > 0)
			book_bars(s->b, first, s->row - 1, place - 1, t->columns[i].low,
				t->columns[i].high);
	for (size_t i = 0; i < t->footnote_count; i++)
		put_line(s, t->footnotes[i], BOOK_PLAIN);
	s->row++;
}

static void
put_part(struct sheet *s, const struct document_part *part)
{
	switch (part->kind) {
	case DOCUMENT_HEADING:
		if (part->level == 1)
			start_sheet(s, part->text);
		else
			s->row++;
		put_line(s, part->text, part->level == 1 ? BOOK_TITLE : BOOK_BOLD);
		break;
	case DOCUMENT_PARAGRAPH:
	case DOCUMENT_NOTE:
	case DOCUMENT_SIGNATURE:
		put_line(s, part->text, BOOK_PLAIN);
		break;
	case DOCUMENT_ITEM:
		put_line(s, arena_format(s->arena, "• %s", part->text), BOOK_PLAIN);
		break;
	case DOCUMENT_TABLE:
		put_table(s, part->table);
		break;
	}
}

int
document_xlsx(struct document *d, struct output *out, struct error *err)
{
	struct sheet s = { .arena = d->arena };

	if (book_open(&s.b, out, d->arena, d->title, err))
		return -1;
	start_sheet(&s, C_("sheet of a workbook", "Description"));
	for (size_t i = 0; i < d->above_count; i++)
		put_line(&s, d->above[i], BOOK_PLAIN);
	put_line(&s, d->title, BOOK_TITLE);
	for (size_t i = 0; i < d->fact_count; i++)
		put_line(&s, arena_format(d->arena, "%s: %s", d->facts[i].name, d->facts[i].text),
			BOOK_PLAIN);
	for (size_t i = 0; i < d->part_count; i++)
		put_part(&s, &d->parts[i]);
	return book_close(s.b, err);
}
