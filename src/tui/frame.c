/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing of the frame. */
#include "config.h"

#include "tui/frame.h"

#include "base/i18n.h"
#include "base/text.h"
#include "tui/wrap.h"

#include <stdio.h>
#include <string.h>

enum { FUNCTION_KEYS = 10 };

/* All pieces but those before the first; the unit in front of them stays. */
static void
join(char *dst, size_t size, const char *const *pieces, int first, int count)
{
	size_t n = 0;

	*dst = '\0';
	for (int i = 0; i < count && n < size; i++)
		if (*pieces[i] && (i == 0 || i >= first))
			n += (size_t)snprintf(dst + n, size - n, "%s%s", n ? " > " : "", pieces[i]);
}

void
frame_head(struct canvas *c, const char *const *pieces, int count, const char *right)
{
	char text[1024];
	int taken = text_width(right), first = 1, room;

	if (taken > c->columns / 2)
		taken = c->columns / 2;
	room = c->columns - taken - (taken ? 2 : 0);
	canvas_fill(c, 0, 0, 1, c->columns, ROLE_HEAD, " ");
	do
		join(text, sizeof(text), pieces, first++, count);
	while (first < count && text_width(text) > room);
	canvas_text(c, 0, 0, room, ROLE_HEAD, text);
	canvas_right(c, 0, c->columns - taken, taken, ROLE_HEAD, right);
}

void
frame_line(struct canvas *c, int row, enum role role, const char *text)
{
	canvas_text(c, row, 0, -1, role, text);
}

void
frame_message(struct canvas *c, int row, enum role role, const char *text)
{
	size_t next, length = wrap_line(text, c->columns, &next);

	if (next) {
		canvas_fill(c, row - 1, 0, 1, c->columns, ROLE_TEXT, " ");
		canvas_printf(c, row - 1, 0, -1, role, "%.*s", (int)length, text);
	}
	frame_line(c, row, role, text + next);
}

void
frame_bar(struct canvas *c, int row, const struct action_table *t, const int *ids,
	const int *global)
{
	int slot = c->columns / FUNCTION_KEYS;

	for (int i = 1; i <= FUNCTION_KEYS; i++) {
		const struct action *here = action_function(t, ids, global, i), *a = here;
		enum role role = here ? ROLE_BAR : ROLE_BAR_OFF;
		int column = (i - 1) * slot, used;

		used = canvas_printf(c, row, column, slot, ROLE_KEY, "%d", i);
		if (here)
			canvas_fill(c, row, column + used, 1, ACTION_LABEL_WIDTH, role, " ");
		else if (i == FUNCTION_KEYS)
			a = action_by_id(t, ACTION_BACK);
		if (a && a->label)
			canvas_text(c, row, column + used, ACTION_LABEL_WIDTH, role, _(a->label));
	}
}

void
frame_small(struct canvas *c, int rows, int columns)
{
	char text[256], needed[32];

	snprintf(needed, sizeof(needed), "%dx%d", columns, rows);
	snprintf(text, sizeof(text),
		_("The window has %dx%d; gromada needs %s. Make it larger; nothing is lost."),
		c->columns, c->rows, needed);
	if (text_width(text) > c->columns)
		snprintf(text, sizeof(text), _("Make the window larger: %s."), needed);
	canvas_text(c, 0, 0, -1, ROLE_TEXT, text_width(text) > c->columns ? needed : text);
	canvas_cursor(c, 0, 0);
}
