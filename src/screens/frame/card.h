/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card: labels with their texts as rows of a list, long texts over several rows. Rows may
 * point to a unit, which Enter opens. */
#ifndef SCREENS_CARD_H
#define SCREENS_CARD_H

#include "base/arena.h"
#include "report/table.h"
#include "tui/list.h"

#include <stdint.h>

struct card_row {
	const char *label, *text; /* label "" on the further rows of one text */
	bool heading;
	int slot; /* unit that the row is about, 0 = none */
};

struct card_entry { /* unbroken, for files */
	const char *part, *label, *text;
};

struct card { /* zero-initialise; list_start as any list, with card_source and card_columns */
	struct arena *arena;
	struct card_row *rows;
	int count;
	size_t capacity;
	struct card_entry *entries;
	int entry_count;
	size_t entry_capacity;
	const char *part; /* heading that the next entries stand under */
	struct list list;
};

void card_start(struct card *card); /* once */
void card_release(struct card *card);
/* Before filling it anew; what is added lies in the arena. */
void card_clear(struct card *card, struct arena *arena);
void card_heading(struct card *card, const char *text);
void card_add(struct card *card, const char *label, const char *text); /* nothing when text is "" */
void card_add_unit(struct card *card, const char *label, const char *text, int slot);
void card_filled(struct card *card); /* after the last: the list counts again */
const struct card_row *card_selected(const struct card *card); /* NULL = none */
/* The whole card as a table of two columns. */
void card_table(const struct card *card, const char *title, struct arena *arena,
	struct report_table *table);

#endif
