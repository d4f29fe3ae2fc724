/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Minutes of a meeting: their versions and state, from the first draft to approval and annexes. */
#include "config.h"

#include "screens/minutes/minutes_view.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "report/minutes_document.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "tui/dialog.h"
#include "tui/pager.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ANSWER_MAKE = ACTION_ANSWER_1, ANSWER_PATH };

/* What another office keeps is read here, and changed there. */
static bool
is_kept_elsewhere(const struct minutes_view *v)
{
	return v->minutes.owner[0] || v->meeting.owner[0];
}

static int
load(void *self, struct error *err)
{
	struct minutes_view *v = self;
	struct db *db = v->base.app->db;

	v->base.count = 0;
	if (meeting_load(db, v->of.meeting, &v->meeting, err) ||
		minutes_find(db, v->of.meeting, &v->minutes, err))
		return -1;
	if (v->minutes.versions != v->versions) /* to stand on the new one */
		snprintf(v->base.id, sizeof v->base.id, "%d", v->minutes.versions);
	v->versions = v->minutes.versions;
	owner_name(db, v->minutes.owner, v->office, sizeof v->office);
	if (is_kept_elsewhere(v))
		v->base.list.empty =
			N_("No minutes yet: the office that keeps the group sends them.");
	return v->minutes.id ? minutes_versions(db, v->minutes.id, &v->base.arena, &v->rows,
				       &v->base.count, err)
			     : 0;
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	static const char *const sources[] = { N_("made from the meeting"), N_("edited"),
		N_("from a file") };
	const struct minutes_version *r = &((const struct minutes_view *)self)->rows[row];

	switch (column) {
	case 0:
		if (r->source == MINUTES_FILE)
			snprintf(c->text, sizeof c->text, _("Version %d, from the file %s"),
				r->number, r->file_name);
		else
			snprintf(c->text, sizeof c->text, _("Version %d, %s"), r->number,
				_(sources[r->source]));
		break;
	case 1:
		text_copy(c->text, sizeof c->text, r->login);
		break;
	case 2:
		clock_local(c->text, sizeof c->text, r->created_at);
		break;
	default:
		format_size(c->text, sizeof c->text, r->size);
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%d", ((const struct minutes_view *)self)->rows[row].number);
}

/* A package carries the name of who approved only where contacts were let go. */
static void
state_text(const struct minutes_view *v, char *dst, size_t size)
{
	const struct minutes *m = &v->minutes;
	char day[32], until[32];

	if (m->state == MINUTES_APPROVED && !m->approved_by[0])
		snprintf(dst, size,
			v->office[0] ? _("approved on %s by the office %s; corrected by annexes "
					 "only")
				     : _("approved on %s%s; corrected by annexes only"),
			format_date(day, sizeof day, m->approved_on), v->office);
	else if (m->state == MINUTES_APPROVED)
		snprintf(dst, size, _("approved on %s by %s; corrected by annexes only"),
			format_date(day, sizeof day, m->approved_on), m->approved_by);
	else if (m->state == MINUTES_REMARKS && m->remarks_until[0])
		snprintf(dst, size, _("sent for remarks on %s, until %s"),
			format_date(day, sizeof day, m->sent_on),
			format_date(until, sizeof until, m->remarks_until));
	else if (m->state == MINUTES_REMARKS)
		snprintf(dst, size, _("sent for remarks on %s"),
			format_date(day, sizeof day, m->sent_on));
	else
		text_copy(dst, size, m->id ? _("still a draft") : _("not begun"));
}

static void
above(void *self, struct canvas *c)
{
	const struct minutes_view *v = self;
	const struct minutes *m = &v->minutes;
	char text[200], when[64];

	meeting_when(when, sizeof when, v->meeting.starts_at, v->meeting.ends_at);
	canvas_printf(c, 0, 0, -1, ROLE_LABEL, _("%s, meeting %d, %s"), v->meeting.group_code,
		v->meeting.number, when);
	state_text(v, text, sizeof text);
	canvas_printf(c, 1, 0, -1, ROLE_TEXT, _("State: %s"), text);
	canvas_printf(c, 2, 0, -1, ROLE_TEXT,
		_("Case mark: %s   remarks: %d, open: %d   annexes: %d"),
		m->case_mark[0] ? m->case_mark : "–", m->remarks, m->open_remarks, m->annexes);
	canvas_text(c, 3, 0, -1, ROLE_HINT,
		m->state == MINUTES_APPROVED || is_kept_elsewhere(v)
			? m->id ? _("d differences  r remarks  a annexes") : ""
		: !m->id
			? _("i take a file in  k case mark")
			: _("d differences  r remarks  w send  z approve  a annexes  i take a file "
			    "in  k case mark"));
}

/* ---- reading ---- */

static void
show_version(struct screens *s, struct minutes_view *v, int row)
{
	struct arena arena = { 0 };
	struct error err = { 0 };
	struct minutes_version version;
	char title[96];

	snprintf(title, sizeof title, _("Version %d"), v->rows[row].number);
	if (minutes_version(
		    app_of(s)->db, v->minutes.id, v->rows[row].number, &arena, &version, &err))
		app_error(s, title, &err);
	else
		pager_open(s, title, version.text, true);
	arena_release(&arena);
}

static void
show_differences(struct screens *s, struct minutes_view *v, int row)
{
	struct arena arena = { 0 };
	struct error err = { 0 };
	struct minutes_version before, after;
	struct db *db = app_of(s)->db;
	char title[96];

	if (row + 1 >= v->base.count) {
		screens_say(s, "%s", _("This is the first version; choose a later one."));
		return;
	}
	snprintf(title, sizeof title, _("What version %d changed in version %d"),
		v->rows[row].number, v->rows[row + 1].number);
	if (minutes_version(db, v->minutes.id, v->rows[row].number, &arena, &after, &err) ||
		minutes_version(db, v->minutes.id, v->rows[row + 1].number, &arena, &before, &err))
		app_error(s, title, &err);
	else
		minutes_differences_open(s, title, before.text, after.text);
	arena_release(&arena);
}

/* ---- changing ---- */

static void
make(struct screens *s, struct minutes_view *v)
{
	struct app *app = app_of(s);
	struct arena arena = { 0 };
	struct error err = { 0 };
	const char *text = "";
	int result;

	if (!minutes_may(s, PERSON_CLERK))
		return;
	result = minutes_compose(app->db, v->of.meeting, &arena, &text, &err) ||
		 minutes_add(app->db, &v->minutes, text, MINUTES_MADE, NULL, &err);
	arena_release(&arena);
	app_done(s, result, &err,
		_("A version was made from agenda, attendance, notes and homework; F4 edits it."));
}

static void
ask_make(struct screens *s, struct minutes_view *v)
{
	if (v->minutes.state == MINUTES_APPROVED)
		screens_say(s, "%s", _("The minutes are approved; correct them by an annex (a)."));
	else if (v->base.count == 0)
		make(s, v);
	else
		dialog_ask(s, _("Make the minutes anew?"),
			_("A new version is made from what the meeting holds now. What was written "
			  "by hand stays in the older versions only."),
			ANSWER_MAKE, 0);
}

/* ---- files ---- */

static int
prepare(const void *self, struct arena *arena, void **document, const char **title,
	struct error *err)
{
	const struct minutes_view *v = self;
	int row = list_screen_row(self);
	struct document *d = arena_new(arena, sizeof *d);

	if (minutes_document(v->base.app->db, v->of.meeting, row < 0 ? 0 : v->rows[row].number,
		    true, arena, d, err))
		return -1;
	d->fonts = settings_text(v->base.app->settings, SETTING_FONTS);
	*document = d;
	*title = d->title;
	return 0;
}

/* Places to sign are for paper alone. */
static int
put(void *document, enum report_format format, struct arena *arena, struct output *out,
	struct error *err)
{
	struct document *d = document;

	(void)arena;
	while (format != REPORT_FORMAT_PDF && d->part_count > 0 &&
		d->parts[d->part_count - 1].kind == DOCUMENT_SIGNATURE)
		d->part_count--;
	return document_write(d, format, out, err);
}

static void
write_file(struct screens *s, struct minutes_view *v)
{
	static const enum report_format formats[] = { REPORT_FORMAT_DOCX, REPORT_FORMAT_PDF,
		REPORT_FORMAT_HTML, REPORT_FORMAT_TEXT };
	char name[128];

	snprintf(name, sizeof name, "%s %s %d", C_("file", "minutes"), v->meeting.group_code,
		v->meeting.number);
	export_formats(s, prepare, put, formats, sizeof formats / sizeof *formats, v, name);
}

static const int changes[] = { ACTION_EDIT, ACTION_NEW, ACTION_MINUTES_SEND, ACTION_MINUTES_DRAFT,
	ACTION_MINUTES_APPROVE, ACTION_MINUTES_TAKE, ACTION_MINUTES_CASE, 0 };

/* Told before anything is asked. */
static bool
refuse_elsewhere(struct screens *s, const struct minutes_view *v, int action)
{
	struct error err = { 0 };

	if (!is_kept_elsewhere(v) || !action_listed(changes, action) ||
		owner_check(v->base.app->db, v->meeting.owner, &err) == 0)
		return false;
	screens_refuse(s, "%s", err.text);
	return true;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct minutes_view *v = self;
	char folder[4096];

	if (refuse_elsewhere(s, v, action))
		return SCREEN_HANDLED;
	switch (action) {
	case ACTION_NEW:
		ask_make(s, v);
		return SCREEN_HANDLED;
	case ANSWER_MAKE:
		make(s, v);
		return SCREEN_HANDLED;
	case ACTION_EDIT:
		if (minutes_may(s, PERSON_CLERK))
			screens_push(s, &minutes_editor_screen, &v->of.meeting);
		return SCREEN_HANDLED;
	case ACTION_EXPORT:
		write_file(s, v);
		return SCREEN_HANDLED;
	case ACTION_MINUTES_REMARKS:
		screens_push(s, &minutes_remarks_screen, &v->of.meeting);
		return SCREEN_HANDLED;
	case ACTION_MINUTES_ANNEX:
		screens_push(s, &minutes_annexes_screen, &v->of.meeting);
		return SCREEN_HANDLED;
	case ACTION_MINUTES_TAKE:
		if (minutes_may(s, PERSON_CLERK))
			dialog_path(s, _("Minutes edited outside"), _("File .docx or .txt"),
				app_folder_in(v->base.app, folder, sizeof folder), ANSWER_PATH);
		return SCREEN_HANDLED;
	case ANSWER_PATH:
		if (app_path_there(s, _("Minutes edited outside"), _("File .docx or .txt"),
			    event->answer, ANSWER_PATH))
			minutes_take_open(s, v->of.meeting, event->answer);
		return SCREEN_HANDLED;
	default:
		return minutes_approval_act(s, v, action, event);
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	if (action == ACTION_OPEN)
		show_version(s, self, row);
	else if (action == ACTION_MINUTES_DIFF)
		show_differences(s, self, row);
	else if (action == ACTION_DELETE)
		screens_say(s, "%s",
			_("Versions are not deleted: remarks and differences rest on them. The "
			  "newest counts; F4 writes the next one."));
	else
		return SCREEN_PASS;
	return SCREEN_HANDLED;
}

/* Versions are never deleted; what is approved is changed by annexes alone, and what another office
 * keeps by that office. */
static bool
able(const void *self, int row, int action)
{
	static const int later[] = { ACTION_MINUTES_SEND, ACTION_MINUTES_DRAFT,
		ACTION_MINUTES_APPROVE, ACTION_MINUTES_REMARKS, ACTION_MINUTES_ANNEX, 0 };
	const struct minutes_view *v = self;
	const struct minutes *m = &v->minutes;

	(void)row;
	if (action == ACTION_DELETE || (!m->id && action_listed(later, action)) ||
		(is_kept_elsewhere(v) && action_listed(changes, action)))
		return false;
	if (action == ACTION_MINUTES_DRAFT)
		return m->state == MINUTES_REMARKS;
	return m->state != MINUTES_APPROVED || !action_listed(changes, action);
}

static const struct list_column columns[] = {
	{ N_("Version of the text"), 0, false },
	{ N_("Who"), 14, false },
	{ N_("Written"), 16, false },
	{ N_("Size"), 8, true },
};

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No minutes yet: F7 makes them from the meeting, F4 writes them by hand."),
	.lines_above = 4,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.act = act,
	.act_row = act_row,
	.able = able,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct minutes_view *v = self;

	if (argument)
		v->of = *(const struct of_meeting *)argument;
	if (!v->of.meeting)
		return error_set(err, ERROR_INPUT, _("Choose a meeting first: menu 2 2."));
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_EDIT, ACTION_NEW, ACTION_DELETE,
	ACTION_MINUTES_DIFF, ACTION_MINUTES_REMARKS, ACTION_MINUTES_SEND, ACTION_MINUTES_DRAFT,
	ACTION_MINUTES_APPROVE, ACTION_MINUTES_ANNEX, ACTION_MINUTES_TAKE, ACTION_MINUTES_CASE, 0 };

const struct screen minutes_screen = { .name = "minutes",
	.title = N_("Minutes of the meeting"),
	.size = sizeof(struct minutes_view),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
