/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines, blocks and signs in four tiers, because fonts differ. */
#ifndef TUI_GLYPH_H
#define TUI_GLYPH_H

#include <stdbool.h>
#include <stddef.h>

enum tier {
	TIER_ASCII,   /* T0: printers, screen readers, LANG=C */
	TIER_CONSOLE, /* TERM=linux: T1 in the signs of console fonts for Polish */
	TIER_LINES,   /* T1, default: box lines and the blocks every font has */
	TIER_HALF,    /* T2: half blocks too */
	TIER_BRAILLE  /* T3: eighths and braille too; never by default */
};

enum glyph {
	GLYPH_HORIZONTAL,
	GLYPH_VERTICAL,
	GLYPH_TOP_LEFT,
	GLYPH_TOP_RIGHT,
	GLYPH_BOTTOM_LEFT,
	GLYPH_BOTTOM_RIGHT,
	GLYPH_TEE_LEFT,
	GLYPH_TEE_RIGHT,
	GLYPH_TEE_TOP,
	GLYPH_TEE_BOTTOM,
	GLYPH_CROSS,
	GLYPH_BLOCK,   /* █ # */
	GLYPH_SHADE,   /* ░ - */
	GLYPH_SHADE_2, /* ▒ = */
	GLYPH_MARK_1,
	GLYPH_MARK_2,
	GLYPH_MARK_3,
	GLYPH_MARK_4,  /* ● ■ ▲ ♦, * # + o: chart series */
	GLYPH_POINTER, /* ▲ ^ : the own unit under a box plot */
	GLYPH_BREAK,   /* ≈ ~ : a break in a series */
	GLYPH_UP,
	GLYPH_DOWN, /* ▲ ▼, ^ v : sort marks */
	GLYPH_LEFT,
	GLYPH_RIGHT,    /* ← →, < > : more columns this way */
	GLYPH_ELLIPSIS, /* … ~ : text was cut (one column) */
	GLYPH_BULLET,   /* • * */
	GLYPH_ARROW,    /* > in the breadcrumb */
	GLYPH_TICKED,
	GLYPH_UNTICKED, /* [x] [ ] */
	GLYPH_DONE,
	GLYPH_GOOD,
	GLYPH_WARN,
	GLYPH_BAD,
	GLYPH_NONE, /* √ ● ▲ ■ –, [V] [OK] [!] [X] [-]; a word follows always */
	GLYPH_COUNT
};

/* UTF-8 text of the glyph; may be wider than a column only for TICKED … NONE. */
const char *glyph_text(enum tier tier, enum glyph glyph);
/* A bar in the cell of a list: filled blocks, then shades to width columns, at most
 * GLYPH_BAR_COLUMNS. Returns dst. */
enum { GLYPH_BAR_COLUMNS = 40, GLYPH_BAR_SIZE = 3 * GLYPH_BAR_COLUMNS + 1 };
char *glyph_bar(enum tier tier, int filled, int width, char *dst, size_t size);

/* "ascii", "lines", "half", "braille"; "auto", NULL and unknown words give lines.
 * An ASCII or 8-bit charset (utf8 false) is always ascii, TERM=linux at most console. */
enum tier glyph_choose(const char *wanted, const char *term, bool utf8);

#endif
