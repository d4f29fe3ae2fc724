/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The glyph table: ASCII, the signs that console and Windows fonts share, and what console fonts
 * for Polish (Lat2) have in place of those they lack. */
#include "config.h"

#include "tui/glyph.h"

#include <stdio.h>
#include <string.h>

static const char *const glyphs[GLYPH_COUNT][3] = {
	[GLYPH_HORIZONTAL] = { "-", "─" },
	[GLYPH_VERTICAL] = { "|", "│" },
	[GLYPH_TOP_LEFT] = { "+", "┌" },
	[GLYPH_TOP_RIGHT] = { "+", "┐" },
	[GLYPH_BOTTOM_LEFT] = { "+", "└" },
	[GLYPH_BOTTOM_RIGHT] = { "+", "┘" },
	[GLYPH_TEE_LEFT] = { "+", "├" },
	[GLYPH_TEE_RIGHT] = { "+", "┤" },
	[GLYPH_TEE_TOP] = { "+", "┬" },
	[GLYPH_TEE_BOTTOM] = { "+", "┴" },
	[GLYPH_CROSS] = { "+", "┼" },
	[GLYPH_BLOCK] = { "#", "█" },
	[GLYPH_SHADE] = { "-", "░" },
	[GLYPH_SHADE_2] = { "=", "▒" },
	[GLYPH_MARK_1] = { "*", "●" },
	[GLYPH_MARK_2] = { "#", "■" },
	[GLYPH_MARK_3] = { "+", "▲" },
	[GLYPH_MARK_4] = { "o", "♦" },
	[GLYPH_POINTER] = { "^", "▲" },
	[GLYPH_BREAK] = { "~", "≈" },
	[GLYPH_UP] = { "^", "▲" },
	[GLYPH_DOWN] = { "v", "▼" },
	[GLYPH_LEFT] = { "<", "←" },
	[GLYPH_RIGHT] = { ">", "→" },
	[GLYPH_ELLIPSIS] = { "~", "…" },
	[GLYPH_BULLET] = { "*", "•" },
	[GLYPH_ARROW] = { ">", ">" },
	[GLYPH_TICKED] = { "[x]", "[x]" },
	[GLYPH_UNTICKED] = { "[ ]", "[ ]" },
	[GLYPH_DONE] = { "[V]", "√", "☑" },
	[GLYPH_GOOD] = { "[OK]", "●" },
	[GLYPH_WARN] = { "[!]", "▲" },
	[GLYPH_BAD] = { "[X]", "■" },
	[GLYPH_NONE] = { "[-]", "–" },
};

const char *
glyph_text(enum tier tier, enum glyph glyph)
{
	const char *const *row = glyphs[glyph];

	return tier == TIER_ASCII ? row[0] : tier == TIER_CONSOLE && row[2] ? row[2] : row[1];
}

char *
glyph_bar(enum tier tier, int filled, int width, char *dst, size_t size)
{
	size_t used = 0;

	dst[0] = '\0';
	for (int i = 0; i < width && used < size; i++)
		used += (size_t)snprintf(dst + used, size - used, "%s",
			glyph_text(tier, i < filled ? GLYPH_BLOCK : GLYPH_SHADE));
	return dst;
}

enum tier
glyph_choose(const char *wanted, const char *term, bool utf8)
{
	static const char *const names[] = {
		[TIER_ASCII] = "ascii", [TIER_HALF] = "half", [TIER_BRAILLE] = "braille"
	};
	enum tier tier = TIER_LINES;

	if (!utf8)
		return TIER_ASCII;
	for (int i = TIER_ASCII; wanted && i <= TIER_BRAILLE; i++)
		if (names[i] && strcmp(wanted, names[i]) == 0)
			tier = (enum tier)i;
	if (term && strcmp(term, "linux") == 0 && tier > TIER_CONSOLE)
		tier = TIER_CONSOLE;
	return tier;
}
