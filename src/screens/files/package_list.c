/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exchange packages (8 3): those that came, newest first, and those that were written, from here or
 * by a command, into whatever folder. */
#include "config.h"

#include "screens/frame/screens.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/import.h"
#include "model/office.h"
#include "model/written.h"
#include "screens/files/files.h"
#include "screens/files/package_form.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/list_screen.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

enum { ANSWER_UNDO = ACTION_ANSWER_1, ANSWER_NAME };

struct row {
	const struct import_entry *in; /* that came */
	const struct written *out;     /* that was written here */
};

struct packages {
	struct list_screen base;
	struct row *rows;
	int64_t asked; /* the import that the question is about */
	bool one_more; /* asked for by the last key: the cursor goes to it when it is there */
	char newest[LIST_SCREEN_ID];
};

static const char *
when(const struct row *r)
{
	return r->in ? r->in->imported_at : r->out->written_at;
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct row *r = &((const struct packages *)self)->rows[row];

	if (r->in && r->in->undone_at[0])
		c->role = ROLE_MISSING;
	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text, r->in ? r->in->source : r->out->what);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, r->in ? _("came in") : _("written"));
		break;
	case 2:
		clock_local(c->text, sizeof c->text, when(r));
		c->text[strcspn(c->text, " ")] = '\0';
		break;
	case 3:
		if (r->in)
			format_count(c->text, sizeof c->text,
				r->in->counts.new_values + r->in->counts.changed);
		break;
	default:
		text_copy(c->text, sizeof c->text,
			r->in && r->in->undone_at[0] ? _("undone") : "");
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct row *r = &((const struct packages *)self)->rows[row];

	if (r->in)
		snprintf(dst, size, "%lld", (long long)r->in->id);
	else
		snprintf(dst, size, "%s %s", r->out->name, r->out->folder);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct row *r = &((const struct packages *)self)->rows[row];

	snprintf(dst, size, "%s %s", r->in ? r->in->source : r->out->what,
		r->in ? r->in->file_name : r->out->name);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct packages *p = self;

	if (row >= 0)
		text_copy(dst, size,
			p->rows[row].in ? p->rows[row].in->file_name : p->rows[row].out->name);
}

static const struct list_column columns[] = {
	{ N_("From whom, what for"), 0, false },
	{ N_("Package"), 10, false },
	{ N_("Day"), 10, false },
	{ N_("New/changed"), 11, true },
	{ N_("State"), 8, false },
};

/* Where one was asked for, the cursor goes to what is newer than what was the newest. */
static void
find_newest(struct packages *p)
{
	char newest[LIST_SCREEN_ID] = "";

	if (p->base.count)
		id(p, 0, newest, sizeof newest);
	if (p->one_more && strcmp(newest, p->newest) != 0) {
		text_copy(p->base.id, sizeof p->base.id, newest);
		p->one_more = false;
	}
	text_copy(p->newest, sizeof p->newest, newest);
}

static int
load(void *self, struct error *err)
{
	struct packages *p = self;
	struct arena *arena = &p->base.arena;
	struct import_entry *in;
	struct written *out;
	int ins, outs, i = 0, o = 0;

	if (import_list(p->base.app->db, arena, &in, &ins, err) < 0 ||
		written_list(p->base.app->db, NULL, arena, &out, &outs, err) < 0)
		return -1;
	p->rows = arena_array(arena, (size_t)ins + (size_t)outs + 1, sizeof *p->rows);
	while (i < ins || o < outs) { /* both stand newest first */
		if (i < ins && strcmp(in[i].kind, "package")) {
			i++;
		} else if (o < outs && !written_is_package(&out[o])) {
			o++;
		} else if (o == outs ||
			   (i < ins && strcmp(in[i].imported_at, out[o].written_at) >= 0)) {
			p->rows[p->base.count++] = (struct row){ .in = &in[i++] };
		} else {
			p->rows[p->base.count++] = (struct row){ .out = &out[o++] };
		}
	}
	find_newest(p);
	return 0;
}

static void
above(void *self, struct canvas *c)
{
	(void)self;
	canvas_text(c, 0, 0, -1, ROLE_HINT,
		_("F7 package for another office  w take one in  F8 undo one that came"));
}

static int
undo(struct screens *s, struct packages *p)
{
	struct error err = { 0 };

	if (import_undo(p->base.app->db, p->asked, &err)) {
		app_error(s, _("The import stays"), &err);
		return SCREEN_HANDLED;
	}
	app_units_changed(s);
	screens_say(s, _("Import %lld has been taken back."), (long long)p->asked);
	return SCREEN_HANDLED;
}

static void
ask_name(struct screens *s)
{
	dialog_input(s, _("From whom is the package?"), _("Name of the office"), "", ANSWER_NAME);
}

/* Packages say from whom they are, so the name is asked for before the first one. */
static void
begin(struct screens *s)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (app->office.name[0])
		package_form_open(s);
	else if (app_may_write(app, &err))
		screens_error(s, &err);
	else
		ask_name(s);
}

static void
take_name(struct screens *s, const char *name)
{
	struct app *app = app_of(s);
	struct office office = app->office;
	struct error err = { 0 };

	name += strspn(name, " ");
	if (!name[0]) {
		screens_refuse(s, "%s",
			_("Write the name of the office: every package says from whom it "
			  "is."));
		return;
	}
	text_copy(office.name, sizeof office.name, name);
	if (office_save(app->db, &office, &err)) {
		app_error(s, _("The name was not kept"), &err);
		return;
	}
	app->office = office;
	package_form_open(s);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct packages *p = self;
	struct error err = { 0 };

	p->one_more = action == ACTION_NEW || action == ANSWER_NAME || action == ACTION_PACKAGE_IN;
	switch (action) {
	case ACTION_NEW:
		begin(s);
		return SCREEN_HANDLED;
	case ANSWER_NAME:
		take_name(s, event->answer);
		return SCREEN_HANDLED;
	case ACTION_PACKAGE_IN:
		if (app_may_write(app_of(s), &err))
			screens_error(s, &err);
		else
			screens_push(s, &package_files_screen, NULL);
		return SCREEN_HANDLED;
	case ANSWER_UNDO:
		return undo(s, p);
	default:
		return SCREEN_PASS;
	}
}

static int
ask_undo(struct screens *s, struct packages *p, const struct import_entry *e)
{
	char text[1024], made[32], fresh[32], changed[32];
	struct error err = { 0 };

	if (app_may_write(p->base.app, &err)) {
		screens_error(s, &err);
		return SCREEN_HANDLED;
	}
	if (e->undone_at[0]) {
		screens_say(s, "%s", _("This import has been undone already."));
		return SCREEN_HANDLED;
	}
	p->asked = e->id;
	snprintf(text, sizeof text,
		_("Take back the package of %s?\n\nFile: %s\nMade: %s\nNew: %s, changed: %s\n\n"
		  "What it brought goes away; what it had replaced comes back."),
		e->source, e->file_name, clock_local(made, sizeof made, e->data_date),
		format_count(fresh, sizeof fresh, e->counts.new_values),
		format_count(changed, sizeof changed, e->counts.changed));
	dialog_ask(s, _("Undo the import"), text, ANSWER_UNDO, 0);
	return SCREEN_HANDLED;
}

/* Where the file lies; of one that came, when it was made and what it brought. */
static void
show(struct screens *s, const struct packages *p, const struct row *r)
{
	char path[PATH_MAX], text[2 * PATH_MAX], made[32], in[32];

	if (r->out) {
		files_join(path, sizeof path, r->out->folder, r->out->name);
		dialog_message(s, r->out->what, app_where(p->base.app, path, text, sizeof text));
		return;
	}
	snprintf(text, sizeof text,
		_("File: %s\nMade: %s\nTaken over: %s, %s, import %lld\n\n"
		  "New %ld, changed %ld, the same %ld, left out %ld."),
		r->in->file_name, clock_local(made, sizeof made, r->in->data_date),
		clock_local(in, sizeof in, r->in->imported_at), r->in->person,
		(long long)r->in->id, r->in->counts.new_values, r->in->counts.changed,
		r->in->counts.same, r->in->counts.skipped);
	dialog_message(s, r->in->source, text);
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct packages *p = self;
	const struct row *r = &p->rows[row];

	if (action == ACTION_OPEN) {
		show(s, p, r);
		return SCREEN_HANDLED;
	}
	if (action != ACTION_IMPORT_UNDO)
		return SCREEN_PASS;
	if (r->in)
		return ask_undo(s, p, r->in);
	screens_say(s, "%s", _("Only a package that came can be taken back here."));
	return SCREEN_HANDLED;
}

static const int row_ids[] = { ACTION_IMPORT_UNDO, 0 };

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No package has come or gone yet: F7 writes one, w takes one in."),
	.lines_above = 1,
	.whole_lines = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.above = above,
	.note = note,
	.act = act,
	.act_row = act_row,
	.of_row = row_ids,
	.file = N_("packages"),
	.file_title = N_("Exchange packages"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)argument;
	(void)err;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_NEW, ACTION_PACKAGE_IN, ACTION_IMPORT_UNDO,
	ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER, ACTION_REFRESH, 0 };

const struct screen package_list_screen = {
	.name = "package_list",
	.title = N_("Exchange packages"),
	.size = sizeof(struct packages),
	.actions = ids,
	.start = start,
	LIST_SCREEN,
};
