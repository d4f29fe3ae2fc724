/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store asks here each millisecond; the screen is drawn once a second. */
#include "config.h"

#include "screens/frame/wait.h"

#include "base/i18n.h"
#include "screens/frame/app.h"

/* Only the message line is drawn: loading a screen may be what waits. */
static void
say(struct term *term, int seconds)
{
	struct canvas all = surface_canvas(term_surface(term));
	struct canvas line = canvas_part(&all, all.rows - 2, 0, 1, all.columns);

	canvas_erase(&line, ROLE_MESSAGE);
	canvas_printf(&line, 0, 0, -1, ROLE_MESSAGE,
		P_("Somebody else is writing to the database; waiting %d second. Esc gives up.",
			"Somebody else is writing to the database; waiting %d seconds. Esc gives "
			"up.",
			(unsigned long)seconds),
		seconds);
	term_flush(term);
}

int
wait_for_database(void *context, int waited_ms)
{
	struct app *app = context;
	struct term *term = app->screens ? screens_term(app->screens) : NULL;
	struct event event;

	if (waited_ms < 1000 || !term)
		return 0;
	if (waited_ms / 1000 != app->waited) {
		app->waited = waited_ms / 1000;
		say(term, app->waited);
	}
	term_event(term, 0, &event);
	if (event.type == EVENT_HANGUP || event.type == EVENT_SIGNAL) {
		term_put_back(term, &event); /* the order to end is for the loop */
		return 1;
	}
	return event.type == EVENT_KEY && event.key == KEYS_ESC;
}
