/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Does the terminal show frames and Polish letters, and does it let F1 and F10 through? */
#ifndef SCREENS_GLYPH_TEST_H
#define SCREENS_GLYPH_TEST_H

#include "base/settings.h"
#include "tui/canvas.h"
#include "tui/key.h"

struct glyph_test {
	int selected, answered; /* answered: 1-based choice, 0 = not yet */
	bool seen_f1, seen_f10;
};

void glyph_test_start(struct glyph_test *t, const struct settings *settings);
/* True when the key was for the test. */
bool glyph_test_key(struct glyph_test *t, const struct event *event);
bool glyph_test_answered(const struct glyph_test *t);
const char *glyph_test_answer(const struct glyph_test *t); /* value of SETTING_GLYPHS */
void glyph_test_draw(struct glyph_test *t, struct canvas *c);

#endif
