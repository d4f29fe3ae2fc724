/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing the stack: what is stale is loaded, then frame, screen and overlays. */
#include "config.h"

#include "tui/stack.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "tui/frame.h"

enum { PIECE = 160 /* bytes of a piece of the breadcrumb */ };

static int
base_index(const struct screens *s)
{
	int i = s->count - 1;

	while (i > 0 && s->entries[i].screen->overlay)
		i--;
	return i;
}

void
screens_load(struct screens *s, struct entry *e)
{
	struct error err = { 0 };

	if (!e->stale)
		return;
	e->stale = false;
	e->late = e->screen->load_late != NULL;
	if (e->screen->load && e->screen->load(s, e->self, &err) < 0)
		screens_error(s, &err);
}

static void
draw_head(struct screens *s, struct canvas *all, int base)
{
	char text[DEPTH_MAX + 1][PIECE], right[PIECE] = "";
	const char *pieces[DEPTH_MAX + 1];
	int count = 0;

	*text[0] = '\0';
	if (s->program->place)
		s->program->place(s->app, text[0], PIECE);
	pieces[count++] = text[0];
	for (int i = 0; i <= base; i++) {
		const struct screen *screen = s->entries[i].screen;
		char *left = text[count];

		if (screen->overlay)
			continue;
		*left = *right = '\0';
		if (screen->head)
			screen->head(s->entries[i].self, left, PIECE, right, PIECE);
		pieces[count++] = *left || !screen->title ? left : _(screen->title);
	}
	frame_head(all, pieces, count, right);
}

static void
draw_status(struct screens *s, struct canvas *all, int row, int base)
{
	char text[512] = "";
	struct entry *e = &s->entries[s->count - 1];

	if (!e->screen->status)
		e = &s->entries[base];
	if (s->escaped)
		frame_line(all, row, ROLE_MESSAGE,
			_("Esc: now a digit for its function key, 0 for F10; Esc again goes "
			  "back."));
	else if (*s->message)
		frame_message(all, row, s->message_role, s->message);
	else if (e->screen->status) {
		e->screen->status(e->self, text, sizeof(text));
		frame_line(all, row, ROLE_STATUS, text);
	}
}

void
screens_draw(struct screens *s, struct surface *surface)
{
	struct canvas all = surface_canvas(surface), area;
	const struct entry *last;
	int base = base_index(s), bar = s->program->bar_off ? 0 : 1;

	s->surface = surface;
	canvas_erase(&all, ROLE_TEXT);
	s->small = all.rows < SCREEN_ROWS || all.columns < SCREEN_COLUMNS;
	if (s->small || !s->count) {
		frame_small(&all, SCREEN_ROWS, SCREEN_COLUMNS);
		return;
	}
	last = &s->entries[s->count - 1];
	for (int i = base; i < s->count; i++)
		screens_load(s, &s->entries[i]);
	canvas_cursor(&all, 1, 0);
	area = canvas_part(&all, 1, 0, all.rows - 2 - bar, all.columns);
	draw_head(s, &all, base);
	if (bar)
		frame_bar(&all, all.rows - 1, &s->program->actions, screens_able(s),
			last->screen->overlay ? NULL : s->program->global);
	for (int i = base; i < s->count; i++) {
		struct entry *e = &s->entries[i];

		e->drawn = true;
		if (e->screen->draw)
			e->screen->draw(e->self, e->screen->overlay ? &all : &area);
		if (i == base) /* only now: drawing counts the lines that the status tells of */
			draw_status(s, &all, all.rows - 1 - bar, base);
	}
}

char *
screens_text(struct screens *s)
{
	struct canvas all;

	if (!s->surface)
		return memory_string("");
	all = surface_canvas(s->surface);
	return canvas_export(&all);
}
