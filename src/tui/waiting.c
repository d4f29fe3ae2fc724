/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar over the screen while something long runs. */
#include "config.h"

#include "tui/waiting.h"

#include "base/clock.h"
#include "base/i18n.h"

#include <stdio.h>

enum { APPEARS = 500, REDRAW = 100, WIDTH = 60, BAR = 50 };

static void
draw(struct waiting *w, const char *what)
{
	struct surface *surface = term_surface(screens_term(w->screens));
	struct canvas all, box, in;

	screens_draw(w->screens, surface);
	all = surface_canvas(surface);
	box = canvas_middle(&all, 6, WIDTH + 4);
	in = canvas_box(&box, ROLE_DIALOG, w->title);
	canvas_text(&in, 0, 1, WIDTH, ROLE_DIALOG, what ? what : "");
	if (w->done >= 0) {
		int full = (int)(w->done * BAR + 0.5);

		canvas_fill(
			&in, 1, 1, 1, BAR, ROLE_DIALOG, glyph_text(canvas_tier(&in), GLYPH_SHADE));
		canvas_fill(
			&in, 1, 1, 1, full, ROLE_DIALOG, glyph_text(canvas_tier(&in), GLYPH_BLOCK));
		canvas_printf(&in, 1, BAR + 2, -1, ROLE_DIALOG, "%3d %%", (int)(w->done * 100));
	}
	canvas_text(&in, 3, 1, WIDTH, ROLE_DIALOG, _("Esc stops; nothing will have been changed."));
	canvas_cursor(&in, 0, 1);
	term_flush(screens_term(w->screens));
}

/* Esc stops. Other keys are forgotten: they were meant for a screen that is not there yet.
 * Drafts are kept by the loop, when this work has ended: the database is in the middle of it. */
static void
listen(struct waiting *w)
{
	struct term *term = screens_term(w->screens);
	struct event event;

	while (term_pending(term)) {
		term_event(term, 0, &event);
		if (event.type == EVENT_HANGUP || event.type == EVENT_SIGNAL) {
			w->stopped = true;
			term_put_back(term, &event);
			return;
		}
		if (event.type == EVENT_KEY && event.key == KEYS_ESC)
			w->stopped = true;
	}
}

static int
step(void *context, double done, const char *what)
{
	struct waiting *w = context;
	long now = (long)clock_monotonic_ms();

	w->done = done > 1 ? 1 : done;
	if (w->stopped || !screens_term(w->screens) || now - w->started < APPEARS)
		return w->stopped;
	if (w->shown && now - w->drawn < REDRAW)
		return w->stopped;
	w->shown = true;
	w->drawn = now;
	listen(w);
	if (!w->stopped)
		draw(w, what);
	return w->stopped;
}

void
waiting_start(struct waiting *w, struct screens *s, const char *title)
{
	*w = (struct waiting){
		.screens = s, .title = title, .started = (long)clock_monotonic_ms()
	};
	w->progress = (struct progress){ step, w };
}

bool
waiting_stopped(const struct waiting *w)
{
	return w->stopped;
}
