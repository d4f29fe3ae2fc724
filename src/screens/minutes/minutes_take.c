/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Differences between two versions, and a file that comes back: what it changes is shown before it
 * is taken. */
#include "config.h"

#include "screens/minutes/minutes_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "exchange/minutes_file.h"
#include "model/minutes/line_diff.h"
#include "screens/frame/actions.h"
#include "tui/dialog.h"
#include "tui/pager.h"

#include <stdio.h>
#include <string.h>

enum { AROUND = 2 }; /* lines shown beside what changed */

const char *
minutes_differences(const char *before, const char *after, struct arena *arena)
{
	struct arena scratch = { 0 };
	struct diff_line *lines;
	int count = line_diff(before, after, &scratch, &lines), changed = 0;
	size_t size, used = 0;
	char *text;

	for (int i = 0; i < count; i++)
		changed += lines[i].sign != LINE_SAME;
	count = changed ? line_diff_changes(lines, count, AROUND) : 0;
	size = strlen(before) + strlen(after) + 8 * (size_t)count + 1;
	text = arena_new(arena, size);
	for (int i = 0; i < count; i++) {
		bool left_out = lines[i].before == 0 && lines[i].after == 0;

		used += (size_t)snprintf(text + used, size - used, "%c %s\n", (char)lines[i].sign,
			left_out ? "…" : lines[i].text);
	}
	arena_release(&scratch);
	return text;
}

void
minutes_differences_open(
	struct screens *s, const char *title, const char *before, const char *after)
{
	struct arena arena = { 0 };
	const char *text = minutes_differences(before, after, &arena);

	if (*text)
		pager_open(s, title, text, true);
	else
		screens_say(s, "%s", _("These versions say the same."));
	arena_release(&arena);
}

/* ---- taking a file ---- */

struct taking {
	struct arena arena;
	struct app *app;
	struct minutes minutes;
	struct pager pager;
	struct minutes_file file; /* its text would be saved */
	const char *name;         /* of the file */
	const char *another;      /* that it is of another meeting, "" = it is not */
};

enum { ANSWER_TAKE = ACTION_ANSWER_1 };

struct request {
	int64_t meeting;
	const char *path;
};

static int
read_file(struct taking *v, const struct request *r, struct error *err)
{
	struct minutes_version newest = { .text = "" };
	const char *slash = strrchr(r->path, '/'), *differences;

	v->name = arena_string(&v->arena, slash ? slash + 1 : r->path);
	if (minutes_find(v->app->db, r->meeting, &v->minutes, err) ||
		(v->minutes.versions &&
			minutes_version(v->app->db, v->minutes.id, 0, &v->arena, &newest, err)) ||
		minutes_file_read(r->path, newest.text, &v->arena, &v->file, err) ||
		minutes_file_of_another(
			v->app->db, &v->file, v->name, r->meeting, &v->arena, &v->another, err))
		return -1;
	differences = minutes_differences(newest.text, v->file.text, &v->arena);
	if (!*differences && v->file.left_out)
		return error_set(
			err, ERROR_INPUT, "%s", minutes_file_left_out(v->file.left_out, &v->arena));
	if (!*differences)
		return error_set(err, ERROR_INPUT,
			_("%s says the same as the newest version; nothing is to be taken."),
			v->name);
	if (v->file.left_out)
		differences = arena_format(&v->arena, "%s\n\n%s",
			minutes_file_left_out(v->file.left_out, &v->arena), differences);
	if (*v->another)
		differences = arena_format(&v->arena, "%s\n\n%s", v->another, differences);
	pager_start(&v->pager, differences, true);
	return 0;
}

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct taking *v = self;

	v->app = app_of(s);
	if (read_file(v, argument, err)) {
		arena_release(&v->arena);
		return -1;
	}
	return 0;
}

static void
take(struct screens *s, struct taking *v)
{
	struct error err = { 0 };

	if (app_may_write(v->app, &err) ||
		minutes_add(v->app->db, &v->minutes, v->file.text, MINUTES_FILE, v->name, &err)) {
		app_error(s, _("Nothing was taken"), &err);
		return;
	}
	app_changed(s);
	screens_pop(s);
	screens_say(s, "%s", _("The file became the newest version."));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct taking *v = self;

	(void)event;
	if (action == ACTION_SAVE && *v->another)
		dialog_ask(s, _("Minutes of another meeting"),
			arena_format(&v->arena, _("%s Take it all the same?"), v->another),
			ANSWER_TAKE, 0);
	else if (action == ACTION_SAVE || action == ANSWER_TAKE)
		take(s, v);
	else
		return SCREEN_PASS;
	return SCREEN_HANDLED;
}

static void
draw(void *self, struct canvas *c)
{
	struct taking *v = self;
	struct canvas part = canvas_part(c, 1, 0, c->rows - 1, c->columns);

	canvas_printf(c, 0, 0, -1, ROLE_LABEL,
		_("%s changes (+ new, - gone); F2 takes it as a new version:"), v->name);
	pager_draw(&v->pager, &part);
}

static void
status(void *self, char *dst, size_t size)
{
	pager_status(&((struct taking *)self)->pager, dst, size);
}

static struct focus
focus(void *self)
{
	return (struct focus){ &pager_widget, &((struct taking *)self)->pager };
}

static void
release(void *self)
{
	struct taking *v = self;

	pager_release(&v->pager);
	arena_release(&v->arena);
}

static const int ids[] = { ACTION_SAVE, 0 };

static const struct screen minutes_take_screen = { .name = "minutes_take",
	.title = N_("File edited outside"),
	.size = sizeof(struct taking),
	.actions = ids,
	.start = start,
	.draw = draw,
	.status = status,
	.act = act,
	.focus = focus,
	.release = release };

void
minutes_take_open(struct screens *s, int64_t meeting, const char *path)
{
	screens_push(s, &minutes_take_screen, &(struct request){ meeting, path });
}
