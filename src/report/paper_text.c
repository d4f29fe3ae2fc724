/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paper form as text of 80 columns, for a look at it or a plain printer. */
#include "config.h"

#include "base/memory.h"
#include "base/text.h"
#include "report/paper_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH = 80, INDENT = 6, CELL = 5, NUMBER_BOXES = 6 };

/* Bytes of the line that fit, broken at a blank where there is one. */
static size_t
line_bytes(const char *text, size_t length, int width)
{
	size_t fit = text_fit(text, width), end;

	if (fit >= length)
		return length;
	for (end = fit; end > 0 && text[end] != ' ';)
		end--;
	return end > 0 ? end : fit > 0 ? fit : text_cluster(text);
}

/* Text in lines, the first behind what stands there already, the others below it. */
static void
put_wrapped(struct output *out, int indent, int width, const char *text)
{
	size_t size = 3 * strlen(text) + 1;
	char *clean = memory_new(size), *at = clean;
	bool first = true;

	/* Line ends are wanted here; all else that is no text is made visible. */
	for (const char *from = text; *from || first; first = false) {
		size_t length = strcspn(from, "\n");
		char *line = memory_new(length + 1);

		memcpy(line, from, length);
		text_clean(at, size - (size_t)(at - clean), line);
		free(line);
		do {
			size_t take = line_bytes(at, strlen(at), width);

			output_printf(out, "%*s%.*s\n", first ? 0 : indent, "", (int)take, at);
			first = false;
			at += take;
			at += strspn(at, " ");
		} while (*at);
		from += length + (from[length] == '\n');
		at = clean;
		if (!*from)
			break;
	}
	free(clean);
}

static void
put_at(struct output *out, int indent, const char *text)
{
	if (!*text)
		return;
	output_printf(out, "%*s", indent, "");
	put_wrapped(out, indent, WIDTH - indent, text);
}

static void
put_rule(struct output *out, char sign)
{
	char line[WIDTH + 1];

	memset(line, sign, WIDTH);
	line[WIDTH] = '\0';
	output_printf(out, "%s\n", line);
}

static void
put_head(struct output *out, const struct paper_item *item)
{
	char number[24] = "";

	if (*item->number)
		snprintf(number, sizeof(number), "%s.", item->number);
	output_printf(out, "%-*s", INDENT, number);
	put_wrapped(out, INDENT, WIDTH - INDENT, item->label);
	put_at(out, INDENT, item->route);
	put_at(out, INDENT, item->hint);
}

static void
put_choices(struct output *out, const struct paper_item *item, const char *box)
{
	for (int i = 0; i < item->choice_count; i++) {
		char start[32];
		int width = snprintf(start, sizeof(start), "%s (%s) ", box, item->choices[i].code);

		output_printf(out, "%*s%s", INDENT, "", start);
		put_wrapped(out, INDENT + width, WIDTH - INDENT - width, item->choices[i].label);
	}
}

static void
put_scale(struct output *out, const struct paper_item *item)
{
	output_printf(out, "%*s", INDENT, "");
	for (int i = 0; i < item->choice_count; i++)
		output_printf(out, "%s[ ] %s", i ? "  " : "", item->choices[i].label);
	output_puts(out, "\n");
}

static void
put_cells(struct output *out, const struct paper_item *item, bool codes)
{
	for (int i = 0; i < item->choice_count; i++) {
		char cell[16] = "[ ]";

		if (codes)
			snprintf(cell, sizeof(cell), "(%s)", item->choices[i].code);
		output_printf(out, "%*s", CELL, cell);
	}
	output_puts(out, "\n");
}

static void
put_grid(struct output *out, const struct paper_item *item)
{
	int width = WIDTH - CELL * item->choice_count - INDENT;

	for (int i = 0; i < item->choice_count; i++) {
		output_printf(out, "%*s(%s) ", INDENT, "", item->choices[i].code);
		put_wrapped(out, INDENT + 4, WIDTH - INDENT - 6, item->choices[i].label);
	}
	output_printf(out, "%*s", INDENT + width, "");
	put_cells(out, item, true);
	for (int i = 0; i < item->row_count; i++) {
		const struct paper_row *row = &item->rows[i];
		size_t size = 3 * strlen(row->label) + 1;
		char *label = text_clean(memory_new(size), size, row->label), *at = label;
		size_t take = line_bytes(at, strlen(at), width - 1);

		/* The boxes stand in the last line of the row. */
		output_printf(out, "%-*s", INDENT, row->number);
		while (at[take]) {
			output_printf(out, "%.*s\n%*s", (int)take, at, INDENT, "");
			at += take;
			at += strspn(at, " ");
			take = line_bytes(at, strlen(at), width - 1);
		}
		output_printf(out, "%s%*s", at, width - text_width(at), "");
		put_cells(out, item, false);
		free(label);
	}
}

static void
put_boxes(struct output *out, int count)
{
	for (int i = 0; i < count; i++)
		output_puts(out, "[ ]");
}

static void
put_digits(struct output *out, const struct paper_item *item)
{
	output_printf(out, "%*s", INDENT, "");
	put_boxes(out, item->digits);
	if (item->decimals) {
		output_puts(out, " , ");
		put_boxes(out, item->decimals);
	}
	output_puts(out, "\n");
}

static void
put_date(const struct paper *p, struct output *out)
{
	static const enum paper_word parts[] = { WORD_DAY, WORD_MONTH, WORD_YEAR };

	output_printf(out, "%*s", INDENT, "");
	for (int i = 0; i < 3; i++) {
		put_boxes(out, i == 2 ? 4 : 2);
		output_printf(out, " (%s)%s", paper_word(p, parts[i]), i == 2 ? "\n" : "  ");
	}
}

static void
put_lines(struct output *out, const struct paper_item *item)
{
	char dots[WIDTH - INDENT + 1];

	memset(dots, '.', sizeof(dots) - 1);
	dots[sizeof(dots) - 1] = '\0';
	for (int i = 0; i < item->lines; i++)
		output_printf(out, "%*s%s\n", INDENT, "", dots);
}

static void
put_heading(struct output *out, const struct paper_item *item)
{
	put_rule(out, item->level == 0 ? '=' : '-');
	put_at(out, 0, item->label);
	put_at(out, 0, item->route);
	put_at(out, 0, item->hint);
	if (item->level == 0)
		put_rule(out, '=');
}

static void
put_item(const struct paper *p, struct output *out, const struct paper_item *item)
{
	if (item->kind == PAPER_HEADING) {
		put_heading(out, item);
		return;
	}
	if (item->kind == PAPER_NOTE) {
		put_at(out, 0, item->label);
		put_at(out, 0, item->hint);
		return;
	}
	put_head(out, item);
	switch (item->kind) {
	case PAPER_CHOICES: put_choices(out, item, "[ ]"); break;
	case PAPER_RANK: put_choices(out, item, "[__]"); break;
	case PAPER_SCALE: put_scale(out, item); break;
	case PAPER_GRID: put_grid(out, item); break;
	case PAPER_DIGITS: put_digits(out, item); break;
	case PAPER_DATE: put_date(p, out); break;
	default: put_lines(out, item); break;
	}
}

static void
put_page(const struct paper *p, struct output *out, int page)
{
	char text[96], number[16];

	snprintf(number, sizeof(number), "%d", page);
	snprintf(text, sizeof(text), "%s ____________  %s %s", paper_word(p, WORD_NUMBER_SHORT),
		paper_word(p, WORD_PAGE_ALONE), number);
	output_printf(out, "\n%*s%s\n", WIDTH - text_width(text), "", text);
}

void
paper_as_text(const struct paper *p, struct output *out)
{
	int page = 1;

	output_printf(out, "%*s%s: ", WIDTH - 2 - 3 * NUMBER_BOXES -
		text_width(paper_word(p, WORD_FORM_NUMBER)), "", paper_word(p, WORD_FORM_NUMBER));
	put_boxes(out, NUMBER_BOXES);
	output_puts(out, "\n\n");
	put_at(out, 0, p->title);
	put_at(out, 0, p->under_title);
	if (*p->notice)
		output_puts(out, "\n");
	put_at(out, 0, p->notice);
	if (*p->instruction)
		output_puts(out, "\n");
	put_at(out, 0, p->instruction);
	for (int i = 0; i < p->count; i++) {
		if (p->items[i].page > page) {
			page = p->items[i].page;
			put_page(p, out, page);
		}
		output_puts(out, "\n");
		put_item(p, out, &p->items[i]);
	}
	output_printf(out, "\n%*s%s\n", WIDTH - text_width(p->foot), "", p->foot);
}
