/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards break their texts to a width that is comfortable to read, at any size of the screen. */
#include "config.h"

#include "screens/frame/card.h"

#include "base/i18n.h"
#include "base/text.h"
#include "tui/wrap.h"

#include <string.h>

enum { LABEL_WIDTH = 20, TEXT_WIDTH = 58 };

static int
count(const void *data)
{
	return ((const struct card *)data)->count;
}

static void
cell(const void *data, int row, int column, struct list_cell *c)
{
	const struct card_row *r = &((const struct card *)data)->rows[row];

	text_copy(c->text, sizeof c->text, column ? r->text : r->label);
	c->role = r->heading ? ROLE_TITLE : column ? ROLE_TEXT : ROLE_LABEL;
}

static void
key(const void *data, int row, char *dst, size_t size)
{
	const struct card_row *r = &((const struct card *)data)->rows[row];
	size_t used;

	text_copy(dst, size, r->label);
	used = strlen(dst);
	if (used + 2 < size) {
		dst[used] = ' ';
		text_copy(dst + used + 1, size - used - 1, r->text);
	}
}

static const struct list_source source = { .count = count, .cell = cell, .key = key };
static const struct list_column columns[] = {
	{ N_("What"), LABEL_WIDTH, false },
	{ N_("Content"), TEXT_WIDTH, false },
};

void
card_start(struct card *card)
{
	list_start(&card->list, &source, card, columns, 2);
	card->list.sort_column = -1;
	card->list.empty = N_("There is nothing to show.");
}

void
card_release(struct card *card)
{
	list_release(&card->list);
}

void
card_clear(struct card *card, struct arena *arena)
{
	card->arena = arena;
	card->rows = NULL;
	card->count = 0;
	card->capacity = 0;
	card->entries = NULL;
	card->entry_count = 0;
	card->entry_capacity = 0;
	card->part = "";
}

static void
add_row(struct card *card, struct card_row row)
{
	card->rows = arena_grow(
		card->arena, card->rows, (size_t)card->count, &card->capacity, sizeof *card->rows);
	card->rows[card->count++] = row;
}

void
card_heading(struct card *card, const char *text)
{
	if (card->count)
		add_row(card, (struct card_row){ .label = "", .text = "" });
	add_row(card, (struct card_row){ .label = text, .text = "", .heading = true });
	card->part = text;
}

void
card_add_unit(struct card *card, const char *label, const char *text, int slot)
{
	const char *shown = label;
	size_t next, length;

	if (!text[0])
		return;
	card->entries = arena_grow(card->arena, card->entries, (size_t)card->entry_count,
		&card->entry_capacity, sizeof *card->entries);
	card->entries[card->entry_count++] =
		(struct card_entry){ card->part, label, arena_string(card->arena, text) };
	do {
		length = wrap_line(text, TEXT_WIDTH, &next);
		add_row(card,
			(struct card_row){ .label = shown,
				.slot = slot,
				.text = arena_format(card->arena, "%.*s", (int)length, text) });
		shown = "";
		text += next;
	} while (next);
}

void
card_add(struct card *card, const char *label, const char *text)
{
	card_add_unit(card, label, text, 0);
}

void
card_filled(struct card *card)
{
	list_refresh(&card->list, list_selected(&card->list));
}

const struct card_row *
card_selected(const struct card *card)
{
	int row = list_selected(&card->list);

	return row >= 0 && row < card->count ? &card->rows[row] : NULL;
}

void
card_table(
	const struct card *card, const char *title, struct arena *arena, struct report_table *table)
{
	report_table_start(table, arena, title);
	report_table_column(table, "part", _("Part"), REPORT_TEXT, 0);
	report_table_column(table, "field", _("What"), REPORT_TEXT, 0);
	report_table_column(table, "content", _("Content"), REPORT_TEXT, 0);
	for (int i = 0; i < card->entry_count; i++) {
		report_table_row(table);
		report_cell_text(table, card->entries[i].part);
		report_cell_text(table, card->entries[i].label);
		report_cell_text(table, card->entries[i].text);
	}
}
