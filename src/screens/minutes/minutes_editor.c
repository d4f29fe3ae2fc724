/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editor of minutes: the whole screen is the text. Saving makes a new version; what was typed
 * and not saved is kept as a draft and offered again. */
#include "config.h"

#include "screens/minutes/minutes_editor.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"
#include "model/draft.h"
#include "screens/frame/actions.h"
#include "screens/frame/keeper.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char drafts[] = "minutes_editor";

enum { ANSWER_TAKE = ACTION_ANSWER_1, ANSWER_DROP, ANSWER_SEARCH, ANSWER_LEAVE };

/* A long text is not written to the disk at each letter, but at each line and each second. */
enum { SHORT_TEXT = 16384, PAUSE = 1000 };

struct minutes_editor {
	struct arena arena;
	struct app *app;
	struct minutes minutes;
	char *text; /* MINUTES_TEXT + 1 */
	char *base; /* as it was read */
	struct textarea area;
	char uid[33];     /* of the drafts: the meeting's */
	const char *left; /* field of the draft that is offered, in the arena */
	char search[128];
	char title[96];
	size_t line_count, line; /* for the status line */
	bool changed;            /* since the last draft was written */
	bool drafted;            /* a draft of this window lies there */
	int64_t kept_at;
	size_t kept_line;
};

static bool
dirty(const struct minutes_editor *v)
{
	return strcmp(v->text, v->base) != 0;
}

/* ---- drafts ---- */

static int
keep_draft(struct minutes_editor *v)
{
	struct error ignored = { 0 };
	char field[DRAFT_FIELD_SIZE];

	if (!v->changed || !v->app->db || db_read_only(v->app->db))
		return 0;
	v->changed = false;
	v->drafted = true;
	v->kept_at = clock_monotonic_ms();
	v->kept_line = v->line;
	return draft_save_field(v->app->db, v->app->person.id, drafts, v->uid, v->minutes.rev,
		draft_own_field(field), v->text, &ignored);
}

/* Of this window alone. */
static void
drop_draft(struct minutes_editor *v)
{
	struct error ignored = { 0 };
	char field[DRAFT_FIELD_SIZE];

	v->changed = v->drafted = false;
	(void)draft_save_field(v->app->db, v->app->person.id, drafts, v->uid, 0,
		draft_own_field(field), NULL, &ignored);
}

static void
count_lines(struct minutes_editor *v)
{
	v->line = v->line_count = 1;
	for (const char *t = strchr(v->text, '\n'); t; t = strchr(t + 1, '\n')) {
		v->line_count++;
		v->line += (size_t)(t - v->text) < v->area.caret;
	}
}

static void
settle(struct screens *s, void *self)
{
	struct minutes_editor *v = self;

	(void)s;
	count_lines(v);
	if (strlen(v->text) <= SHORT_TEXT || v->line != v->kept_line ||
		clock_monotonic_ms() - v->kept_at >= PAUSE)
		(void)keep_draft(v);
}

static void
keep(struct screens *s, void *self)
{
	(void)s;
	(void)keep_draft(self);
}

/* What a window that has ended left; what another window is typing stays its own. */
static bool
find_left(struct minutes_editor *v, struct draft_text *draft)
{
	struct error ignored = { 0 };

	if (draft_left(v->app->db, v->app->person.id, drafts, v->uid, &v->arena, draft, &ignored))
		*draft = (struct draft_text){ .text = "" };
	return draft->field;
}

static void
forget_left(struct minutes_editor *v)
{
	struct error ignored = { 0 };

	(void)draft_save_field(
		v->app->db, v->app->person.id, drafts, v->uid, 0, v->left, NULL, &ignored);
}

static void
offer_draft(struct screens *s, struct minutes_editor *v)
{
	struct draft_text draft;
	char text[256], at[32];

	if (!find_left(v, &draft)) {
		if (draft.open)
			dialog_message(s, _("Open in another window"),
				_("Another window of yours has these minutes open, with text that "
				  "is not saved. Finish there first: what both save becomes two "
				  "versions."));
		return;
	}
	v->left = draft.field;
	snprintf(text, sizeof text,
		_("On %s you typed something here and did not save it. Take it up again? "
		  "No throws it away, Esc leaves it for later."),
		clock_local(at, sizeof at, draft.saved_at));
	dialog_decide(s, _("Unsaved draft"), text, ANSWER_TAKE, ANSWER_DROP);
}

/* It becomes this window's own before it goes from where it lay. */
static void
take_draft(struct screens *s, struct minutes_editor *v)
{
	struct draft_text draft;

	if (!find_left(v, &draft))
		return;
	v->left = draft.field;
	text_copy(v->text, MINUTES_TEXT + 1, draft.text);
	textarea_start(&v->area, v->text, MINUTES_TEXT + 1);
	v->changed = true;
	if (keep_draft(v) == 0)
		forget_left(v);
	if (draft.base_rev != v->minutes.rev)
		dialog_message(s, _("Unsaved draft"),
			_("The minutes were changed since this was typed. Saving makes it a new "
			  "version; look afterwards at what it changes (d)."));
}

/* ---- start, saving, leaving ---- */

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct minutes_editor *v = self;
	struct minutes_version newest = { .text = "" };
	struct meeting meeting;

	v->app = app_of(s);
	if (meeting_load(v->app->db, *(const int64_t *)argument, &meeting, err) ||
		minutes_find(v->app->db, meeting.id, &v->minutes, err) ||
		(v->minutes.versions &&
			minutes_version(v->app->db, v->minutes.id, 0, &v->arena, &newest, err)))
		return -1;
	if (v->minutes.state == MINUTES_APPROVED)
		return error_set(err, ERROR_INPUT,
			_("The minutes are approved and do not change any more; correct them by an "
			  "annex."));
	text_copy(v->uid, sizeof v->uid, meeting.uid);
	v->text = memory_new(MINUTES_TEXT + 1);
	text_copy(v->text, MINUTES_TEXT + 1, newest.text);
	v->base = memory_string(v->text);
	textarea_start(&v->area, v->text, MINUTES_TEXT + 1);
	v->area.caret = 0;
	snprintf(v->title, sizeof v->title, _("Minutes: %s, meeting %d"), meeting.group_code,
		meeting.number);
	count_lines(v);
	offer_draft(s, v);
	return 0;
}

static int
save(struct screens *s, struct minutes_editor *v)
{
	struct error err = { 0 };

	if (app_may_write(v->app, &err) || person_may(&v->app->person, PERSON_CLERK, &err) ||
		minutes_add(v->app->db, &v->minutes, v->text, MINUTES_EDITED, NULL, &err)) {
		/* The next try stands on the colleague's version, which stays beside ours. */
		if (err.code == ERROR_CONFLICT) {
			struct error ignored = { 0 };

			(void)minutes_find(v->app->db, v->minutes.meeting, &v->minutes, &ignored);
			dialog_message(s, _("A colleague was faster"),
				_("A colleague has saved a version meanwhile. Your text is still "
				  "here: "
				  "F2 once more saves it as the version after it, and d in the "
				  "list "
				  "shows what differs."));
			return SCREEN_HANDLED;
		}
		app_error(s, _("Nothing was saved"), &err);
		return SCREEN_HANDLED;
	}
	drop_draft(v);
	app_changed(s);
	screens_pop(s);
	screens_say(s, "%s", _("The text is saved as a new version."));
	return SCREEN_HANDLED;
}

static bool
leave(struct screens *s, void *self)
{
	struct minutes_editor *v = self;

	if (!dirty(v)) {
		if (v->drafted) /* what was typed is taken out again */
			drop_draft(v);
		return true;
	}
	keeper_ask(s, v->title, ANSWER_LEAVE);
	return false;
}

static int
take_leave(struct screens *s, struct minutes_editor *v, int choice)
{
	if (choice == KEEPER_SAVE)
		return save(s, v);
	if (choice == KEEPER_DISCARD) {
		drop_draft(v);
		screens_pop(s);
	}
	return SCREEN_HANDLED;
}

/* ---- search and marks ---- */

static void
search(struct screens *s, struct minutes_editor *v)
{
	size_t found;

	if (!v->search[0]) {
		dialog_propose(s, _("Search"), _("Text"), v->search, ANSWER_SEARCH);
		return;
	}
	if (!minutes_editor_find(v->text, v->search, v->area.caret, &found)) {
		screens_refuse(s, _("“%s” is not in the text."), v->search);
		return;
	}
	if (found <= v->area.caret)
		screens_say(s, "%s", _("From the beginning again."));
	v->area.caret = found;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct minutes_editor *v = self;

	switch (action) {
	case ACTION_SAVE:
		return save(s, v);
	case ACTION_CHANGED:
		v->changed = true;
		return SCREEN_HANDLED;
	case ACTION_SEARCH:
		dialog_propose(s, _("Search"), _("Text"), v->search, ANSWER_SEARCH);
		return SCREEN_HANDLED;
	case ANSWER_SEARCH:
		text_copy(v->search, sizeof v->search, event->answer);
		if (v->search[0])
			search(s, v);
		return SCREEN_HANDLED;
	case ACTION_SEARCH_AGAIN:
		search(s, v);
		return SCREEN_HANDLED;
	case ACTION_LINE_MARK:
		if (minutes_editor_mark(v->text, MINUTES_TEXT + 1, &v->area.caret))
			v->changed = true;
		return SCREEN_HANDLED;
	case ANSWER_TAKE:
		take_draft(s, v);
		return SCREEN_HANDLED;
	case ANSWER_DROP:
		forget_left(v);
		return SCREEN_HANDLED;
	case ANSWER_LEAVE:
		return take_leave(s, v, event->number);
	default:
		return SCREEN_PASS;
	}
}

/* ---- drawing ---- */

static void
draw(void *self, struct canvas *c)
{
	struct minutes_editor *v = self;

	textarea_draw(&v->area, c, ROLE_TEXT, true);
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct minutes_editor *v = self;

	text_copy(left, left_size, v->title);
	text_copy(right, right_size, dirty(v) ? _("not saved") : "");
}

static void
status(void *self, char *dst, size_t size)
{
	const struct minutes_editor *v = self;

	if (v->area.refused)
		text_copy(dst, size, _("The text is full: minutes hold 1 MB."));
	else
		snprintf(dst, size, _("line %zu of %zu   # heading  ## smaller  - item  | table |"),
			v->line, v->line_count);
}

static struct focus
focus(void *self)
{
	return (struct focus){ &textarea_widget, &((struct minutes_editor *)self)->area };
}

static void
release(void *self)
{
	struct minutes_editor *v = self;

	free(v->text);
	free(v->base);
	arena_release(&v->arena);
}

static const int ids[] = { ACTION_SAVE, ACTION_SEARCH, ACTION_SEARCH_AGAIN, ACTION_LINE_MARK, 0 };

const struct screen minutes_editor_screen = { .name = "minutes_editor",
	.title = N_("Minutes of the meeting"),
	.size = sizeof(struct minutes_editor),
	.actions = ids,
	.start = start,
	.settle = settle,
	.draw = draw,
	.head = head,
	.status = status,
	.act = act,
	.focus = focus,
	.leave = leave,
	.keep = keep,
	.release = release };
