/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet that comes back from an office: what it changes is shown before it is written. */
#include "config.h"

#include "screens/monitoring/monitoring.h"

#include "base/i18n.h"
#include "exchange/office_sheet.h"
#include "screens/frame/actions.h"
#include "tui/pager.h"

#include <string.h>

struct taking {
	struct arena arena;
	struct app *app;
	struct office_sheet sheet;
	struct pager pager;
	const char *name; /* of the file */
};

static const char *
changes(struct taking *v)
{
	const char *text = "";

	for (int i = 0; i < v->sheet.count; i++) {
		const struct office_line *l = &v->sheet.lines[i];

		if (l->fate == OFFICE_SAME)
			continue;
		text = arena_format(&v->arena, "%s%s %s\n    %s → %s\n", text,
			l->fate == OFFICE_NEW ? "+" : "*", l->name, l->was[0] ? l->was : "–",
			l->now[0] ? l->now : "–");
	}
	return text;
}

static int
read_file(struct taking *v, const char *path, struct error *err)
{
	const struct unit_table *units = app_units(v->app, err);
	const char *slash = strrchr(path, '/'), *text;

	v->name = arena_string(&v->arena, slash ? slash + 1 : path);
	if (!units || office_sheet_read(v->app->db, units, path, &v->arena, &v->sheet, err))
		return -1;
	text = changes(v);
	if (!*text)
		return error_set(err, ERROR_INPUT,
			_("%s says what stands here already; nothing is to be taken."), v->name);
	pager_start(&v->pager, text, true);
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

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct taking *v = self;
	struct error err = { 0 };
	int fresh = v->sheet.fresh, changed = v->sheet.changed;

	(void)event;
	if (action != ACTION_SAVE)
		return SCREEN_PASS;
	if (app_may_write(v->app, &err) || office_sheet_take(v->app->db, &v->sheet, &err)) {
		app_error(s, _("Nothing was taken"), &err);
		return SCREEN_HANDLED;
	}
	app_changed(s);
	screens_pop(s);
	screens_say(s, _("Taken from the sheet: %d new, %d changed."), fresh, changed);
	return SCREEN_HANDLED;
}

static void
draw(void *self, struct canvas *c)
{
	struct taking *v = self;
	struct canvas part = canvas_part(c, 1, 0, c->rows - 1, c->columns);

	canvas_printf(c, 0, 0, -1, ROLE_LABEL,
		_("%s: %d new (+), %d changed (*), %d the same; F2 writes it"), v->name,
		v->sheet.fresh, v->sheet.changed, v->sheet.same);
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

static const struct screen sheet_take_screen = { .name = "monitoring_sheet_take",
	.title = N_("Sheet of the office"),
	.size = sizeof(struct taking),
	.actions = ids,
	.start = start,
	.draw = draw,
	.status = status,
	.act = act,
	.focus = focus,
	.release = release };

void
sheet_take_open(struct screens *s, const char *path)
{
	screens_push(s, &sheet_take_screen, path);
}
