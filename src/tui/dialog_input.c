/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The box with one line to type: it closes when the screen below has taken what was typed. */
#include "config.h"

#include "tui/dialog.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"
#include "tui/edit.h"
#include "tui/wrap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INPUT_BYTES = 1024, INPUT_WIDTH = 50, REFUSED_BYTES = 512 };

struct input {
	char *title, *label;
	int action;                  /* for the screen below */
	char refused[REFUSED_BYTES]; /* why the screen below did not take it */
	char typed[INPUT_BYTES];
	struct edit edit;
};

struct request { /* what start() copies */
	const char *title, *label, *initial, *refused;
	int action;
	bool path, proposed;
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	const struct request *r = argument;
	struct input *d = self;

	(void)s;
	(void)err;
	d->title = memory_string(r->title ? r->title : "");
	d->label = memory_string(r->label ? r->label : "");
	d->action = r->action;
	text_copy(d->refused, sizeof d->refused, r->refused ? r->refused : "");
	text_copy(d->typed, sizeof d->typed, r->initial ? r->initial : "");
	edit_start(&d->edit, d->typed, sizeof d->typed);
	d->edit.path = r->path;
	/* as in forms: a year, a day or a proposal is given anew, a text of a person is mended */
	d->edit.fresh = r->proposed || !d->typed[strspn(d->typed, "0123456789+-.,: ")];
	return 0;
}

static void
release(void *self)
{
	struct input *d = self;

	free(d->title);
	free(d->label);
}

static int
width_in(const struct input *d, int limit)
{
	int widest, refused;

	if (limit > DIALOG_WIDEST)
		limit = DIALOG_WIDEST;
	wrap_count(d->label, limit, &widest);
	wrap_count(d->refused, limit, &refused);
	if (refused > widest)
		widest = refused;
	if (text_width(d->title) + 2 > widest)
		widest = text_width(d->title) + 2;
	if (widest < INPUT_WIDTH)
		widest = INPUT_WIDTH;
	return widest < limit ? widest : limit;
}

static void
draw(void *self, struct canvas *c)
{
	struct input *d = self;
	int width = width_in(d, c->columns - DIALOG_MARGIN), most = c->rows - 6;
	int lines = *d->label ? wrap_count(d->label, width, NULL) : 0;
	int refused = *d->refused ? wrap_count(d->refused, width, NULL) : 0;
	int height = lines + 3 + refused < most ? lines + 3 + refused : most;
	struct canvas box = canvas_middle(c, height + 2, width + 4);
	struct canvas in = canvas_box(&box, ROLE_DIALOG, d->title);
	int row = in.rows - 2 - refused;
	struct canvas words = canvas_part(&in, 0, 0, row, in.columns);

	canvas_lines(&words, 0, 1, width, ROLE_DIALOG, d->label);
	edit_draw(&d->edit, &in, row, 1, in.columns - 2, ROLE_FOCUS, true);
	if (refused)
		canvas_lines(&in, row + 1, 1, width, ROLE_ERROR, d->refused);
	canvas_text(&in, in.rows - 1, 1, in.columns - 2, ROLE_HINT,
		_("F2 or Enter accepts, Esc gives up"));
}

static const struct screen input_screen; /* what was refused opens it again */

static int
give(struct screens *s, const struct input *d)
{
	struct event answer = { .type = EVENT_ANSWER, .answer = d->typed };
	char refused[REFUSED_BYTES];

	if (screens_answer(s, d->action, &answer, refused, sizeof refused))
		screens_push(s, &input_screen,
			&(struct request){ .title = d->title,
				.label = d->label,
				.initial = d->typed,
				.refused = refused,
				.action = d->action,
				.path = d->edit.path });
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct input *d = self;
	int function = event->type == EVENT_KEY ? key_function(event->key) : 0;

	if (action == ACTION_CHANGED)
		return SCREEN_HANDLED;
	if (function == 1)
		return SCREEN_PASS; /* help */
	if (event->type == EVENT_KEY && (event->key == KEYS_ESC || function == 10)) {
		screens_pop(s);
		return SCREEN_HANDLED;
	}
	if (event->type == EVENT_KEY && (event->key == KEYS_ENTER || function == 2))
		return give(s, d);
	edit_event(&d->edit, event);
	return SCREEN_HANDLED;
}

static struct focus
focus(void *self)
{
	struct input *d = self;

	return (struct focus){ &edit_widget, &d->edit };
}

static char *
help(const void *self)
{
	const struct input *d = self;
	char text[600];

	snprintf(text, sizeof(text),
		_("%s: %s. Type into the line; F2 or Enter accepts it, Esc gives up and changes "
		  "nothing. Home and End go to its ends, Ctrl-U clears it."),
		d->title, d->label);
	return memory_string(text);
}

static const struct screen input_screen = {
	.name = "input",
	.size = sizeof(struct input),
	.overlay = true,
	.start = start,
	.draw = draw,
	.act = act,
	.help = help,
	.focus = focus,
	.release = release,
};

void
dialog_input(
	struct screens *s, const char *title, const char *label, const char *initial, int action)
{
	screens_push(s, &input_screen,
		&(struct request){
			.title = title, .label = label, .initial = initial, .action = action });
}

void
dialog_propose(
	struct screens *s, const char *title, const char *label, const char *proposal, int action)
{
	screens_push(s, &input_screen,
		&(struct request){ .title = title,
			.label = label,
			.initial = proposal,
			.action = action,
			.proposed = true });
}

void
dialog_path(struct screens *s, const char *title, const char *label, const char *folder, int action)
{
	char initial[INPUT_BYTES];
	size_t length = strlen(folder);

	snprintf(initial, sizeof(initial), "%s%s", folder,
		length && folder[length - 1] == '/' ? "" : "/");
	dialog_path_again(s, title, label, initial, action);
}

void
dialog_path_again(
	struct screens *s, const char *title, const char *label, const char *path, int action)
{
	screens_push(s, &input_screen,
		&(struct request){ .title = title,
			.label = label,
			.initial = path,
			.action = action,
			.path = true });
}
