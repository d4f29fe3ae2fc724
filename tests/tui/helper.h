/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the widgets share: a surface to draw on, keys by name, rows as text. */
#ifndef TUI_HELPER_H
#define TUI_HELPER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "tui/canvas.h"
#include "tui/key.h"
#include "tui/widget.h"

static inline struct event
pressed(const char *name)
{
	struct event e = event_key(key_parse(name, strlen(name)));

	assert_int_not_equal(e.key, KEYS_NONE);
	return e;
}

/* Presses the keys of "Down Down x" on a widget; the result of the last one. */
static inline enum widget_result
press(const struct widget_kind *kind, void *widget, const char *names)
{
	enum widget_result result = WIDGET_PASS;

	while (*names) {
		size_t length = strcspn(names, " ");
		struct event e = event_key(key_parse(names, length));

		assert_int_not_equal(e.key, KEYS_NONE);
		result = kind->event(widget, &e);
		names += length + (names[length] == ' ');
	}
	return result;
}

static inline void
assert_row(const struct canvas *c, int row, const char *wanted)
{
	char text[2048];

	assert_string_equal(canvas_row(c, row, text, sizeof(text)), wanted);
}

static inline void
assert_role(const struct canvas *c, int row, int column, enum role wanted)
{
	enum role role;

	surface_cell(c->surface, c->top + row, c->left + column, &role);
	assert_int_equal(theme_letter(role), theme_letter(wanted));
}

static inline void
assert_cursor(const struct canvas *c, int row, int column)
{
	int r, k;

	surface_cursor(c->surface, &r, &k);
	assert_int_equal(r - c->top, row);
	assert_int_equal(k - c->left, column);
}

static inline int
start_language(void **state)
{
	(void)state;
	i18n_start("en");
	return 0;
}

#endif
