/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A status of a target has a sign and a word: its colour only repeats them. */
#include "config.h"

#include "screens/frame/target_state.h"

#include <stdio.h>

const char *
target_state_sign(enum tier tier, enum target_state s)
{
	switch (s) {
	case TARGET_ACHIEVED:
		return glyph_text(tier, GLYPH_DONE);
	case TARGET_ON_COURSE:
		return glyph_text(tier, GLYPH_GOOD);
	case TARGET_AT_RISK:
		return glyph_text(tier, GLYPH_WARN);
	case TARGET_OFF_COURSE:
		return glyph_text(tier, GLYPH_BAD);
	default:
		return glyph_text(tier, GLYPH_NONE);
	}
}

enum role
target_state_role(enum target_state s)
{
	switch (s) {
	case TARGET_ACHIEVED:
	case TARGET_ON_COURSE:
		return ROLE_GOOD;
	case TARGET_AT_RISK:
		return ROLE_WARN;
	case TARGET_OFF_COURSE:
		return ROLE_BAD;
	default:
		return ROLE_MISSING;
	}
}

char *
target_state_text(enum tier tier, enum target_state s, char *dst, size_t size)
{
	snprintf(dst, size, "%s %s", target_state_sign(tier, s), target_state_label(s));
	return dst;
}
