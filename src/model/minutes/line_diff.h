/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two texts compared line by line (Myers' shortest edit script). */
#ifndef MODEL_LINE_DIFF_H
#define MODEL_LINE_DIFF_H

#include "base/arena.h"

enum line_sign { LINE_SAME = ' ', LINE_GONE = '-', LINE_NEW = '+' };

struct diff_line {
	enum line_sign sign;
	int before, after; /* number of the line in either text, from 1; 0 = not in it */
	const char *text;  /* in the arena, without its newline */
};

/* Texts so different that the search would not end soon are told as gone and new as a whole
 * between their equal beginning and end. Returns how many lines. */
int line_diff(const char *before, const char *after, struct arena *arena,
	struct diff_line **lines);
/* Leaves out what is the same but for so many lines around each change; a line of sign
 * LINE_SAME, text "" and numbers 0 stands for what was left out. */
int line_diff_changes(struct diff_line *lines, int count, int around);

#endif
