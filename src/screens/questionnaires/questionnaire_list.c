/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All questionnaires: made from a template, copied, taken from a file, published, given out. */
#include "config.h"

#include "screens/files/print.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/questionnaires/questionnaire_design.h"
#include "screens/questionnaires/questionnaire_files.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

enum { CODE = 65 };

struct questionnaires {
	struct list_screen base;
	struct questionnaire_entry *entries;
	bool retired;    /* those out of use are shown */
	char code[CODE]; /* the questionnaire that a dialog is about */
	int64_t id, rev, version_id, version_rev; /* as they were when it was asked */
	int version;
};

enum { ANSWER_WAY = ACTION_ANSWER_1, ANSWER_PATH, ANSWER_COPY, ANSWER_EMPTY, ANSWER_FORMAT,
	ANSWER_VERSION, ANSWER_RETIRE, ANSWER_DROP };
enum { ANSWER_PUBLISH = DESIGN_CONFLICT + 1, ANSWER_UNPUBLISHED };
enum { WAY_TEMPLATE, WAY_COPY, WAY_FILE, WAY_EMPTY, WAYS };

/* ---- rows ---- */

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct questionnaires *v = self;
	const struct questionnaire_entry *e = &v->entries[row];

	if (v->retired)
		c->role = ROLE_MISSING;
	switch (column) {
	case 0:
		snprintf(c->text, sizeof c->text, "%s  %s", e->code, e->title);
		break;
	case 1:
		snprintf(c->text, sizeof c->text, "%d", e->version);
		break;
	case 2:
		text_copy(c->text, sizeof c->text,
			v->retired ? _("out of use") : e->draft ? _("draft") : _("published"));
		if (!v->retired)
			c->role = e->draft ? ROLE_WARN : ROLE_GOOD;
		break;
	case 3:
		snprintf(c->text, sizeof c->text, "%d", e->questions);
		break;
	default:
		snprintf(c->text, sizeof c->text, "%d", e->forms);
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	text_copy(dst, size, ((const struct questionnaires *)self)->entries[row].code);
}

static const struct list_column columns[] = {
	{ N_("Code and title"), 0, false },
	{ N_("Ver."), 5, true },
	{ N_("State"), 13, false },
	{ N_("Questions"), 9, true },
	{ N_("Forms keyed"), 13, true },
};

static int
load(void *self, struct error *err)
{
	struct questionnaires *v = self;
	struct app *app = v->base.app;

	v->base.list.empty = v->retired ? N_("No questionnaire is out of use: x shows the others.")
					: N_("No questionnaires yet: F7 makes the first one, best "
					     "from a template.");
	if (v->retired)
		return questionnaire_list_retired(
			app->db, &v->base.arena, &v->entries, &v->base.count, err);
	return questionnaire_list(app->db, &v->base.arena, &v->entries, &v->base.count, err);
}

static void
above(void *self, struct canvas *c)
{
	(void)self;
	canvas_text(c, 0, 0, -1, ROLE_HINT,
		_("P publish  D print  v versions  i copy  r out of use  x those out of use"));
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct questionnaires *v = self;

	if (row >= 0)
		snprintf(dst, size, "%s; %s: %d", questionnaire_kind_label(v->entries[row].kind),
			_("languages"), v->entries[row].languages);
}

/* ---- making ---- */

static void
open_outline(struct screens *s, const char *code, int version)
{
	screens_push(s, &questionnaire_outline_screen, &(struct design_version){ code, version });
}

static void
ask_way(struct screens *s, const struct questionnaires *v)
{
	char own[128];
	const char *ways[WAYS] = { _("from a template that comes with the program"), own,
		_("from a file (XLSForm: Excel or a folder of CSV)"), _("an empty one") };

	if (list_screen_row(v) >= 0)
		snprintf(own, sizeof own, _("as a copy of %s"), v->code);
	else
		text_copy(own, sizeof own, _("as a copy of another one (there is none yet)"));
	dialog_choose(s, _("New questionnaire"), ways, WAYS, WAY_TEMPLATE, ANSWER_WAY);
}

static void
ask_code(struct screens *s, const char *initial, int action)
{
	dialog_input(s, _("New questionnaire"), _("Short code, as residents-2026:"), initial,
		action);
}

static void
take_way(struct screens *s, const struct questionnaires *v, int way)
{
	char folder[PATH_MAX];

	if (way == WAY_TEMPLATE)
		screens_push(s, &questionnaire_templates_screen, NULL);
	else if (way == WAY_FILE)
		dialog_path(s, _("Questionnaire from a file"), _("Folder or workbook (.xlsx):"),
			app_folder_in(v->base.app, folder, sizeof folder), ANSWER_PATH);
	else if (way == WAY_EMPTY)
		ask_code(s, "", ANSWER_EMPTY);
	else if (list_screen_row(v) >= 0)
		ask_code(s, v->code, ANSWER_COPY);
}

static int
make_empty(struct app *app, const char *code, struct error *err)
{
	struct questionnaire q = { .code = code, .kind = "other", .form_version = "",
		.source = "", .published_at = "", .language_count = 1 };

	q.languages[0] = i18n_language() == LANGUAGE_POLISH ? "Polski (pl)" : "English (en)";
	q.title.in[0] = code;
	return app_may_write(app, err) || questionnaire_code_check(&q, err) ||
			       questionnaire_save(app->db, &q, err)
		       ? -1
		       : 0;
}

/* The box comes back with what was typed, and the sentence under it. */
static void
make(struct screens *s, struct questionnaires *v, const char *typed, int action)
{
	struct app *app = v->base.app;
	struct error err = { 0 };
	char code[CODE];
	int failed;

	text_copy(code, sizeof code, typed);
	failed = app_may_write(app, &err) ||
		 (action == ANSWER_EMPTY
				 ? make_empty(app, code, &err)
				 : questionnaire_copy(
					   app->db, v->version_id, code, NULL, NULL, &err));
	if (failed) {
		ask_code(s, code, action);
		screens_error(s, &err);
		return;
	}
	text_copy(v->base.id, sizeof v->base.id, code);
	screens_stale(s);
	open_outline(s, code, 0);
}

/* ---- one ---- */

static void
open_for_change(struct screens *s, struct questionnaires *v, const struct questionnaire_entry *e)
{
	char text[256];

	if (e->draft) {
		open_outline(s, e->code, 0);
		return;
	}
	snprintf(text, sizeof text,
		_("Version %d of %s is published and frozen. Make version %d to change it?"),
		e->version, e->code, e->version + 1);
	dialog_ask(s, _("New version"), text, ANSWER_VERSION, 0);
	(void)v;
}

/* The published version saved once more is the next one's draft. */
static void
new_version(struct screens *s, struct questionnaires *v)
{
	struct app *app = v->base.app;
	struct arena arena = { 0 };
	struct questionnaire q;
	struct error err = { 0 };
	int failed = app_may_write(app, &err) ||
		     questionnaire_load(app->db, v->code, 0, &arena, &q, &err);

	if (!failed && q.published_at[0])
		failed = questionnaire_save(app->db, &q, &err);
	arena_release(&arena);
	if (failed) {
		app_error(s, _("The version was not made"), &err);
		return;
	}
	screens_stale(s);
	open_outline(s, v->code, 0);
}

/* Problems come first; then the question, which the outline asks in the same words. */
static void
ask_publish(struct screens *s, struct questionnaires *v)
{
	struct design d = { 0 };
	struct error err = { 0 };
	char text[512];

	if (design_open(&d, v->base.app, v->code, 0, &err)) {
		screens_error(s, &err);
	} else if (d.q.published_at[0]) {
		screens_say(s, _("Version %d is published already."), d.q.number);
	} else if (d.errors) {
		design_show_problems(s, &d);
		screens_say(s, "%s", _("Errors must go before publishing."));
	} else {
		v->version_id = d.q.version_id;
		v->version_rev = d.q.version_rev;
		snprintf(text, sizeof text,
			_("Publish version %d of %s? From then on it is frozen: forms are keyed in "
			  "it, and a change makes version %d. Things to look at: %d."),
			d.q.number, d.q.code, d.q.number + 1, d.problem_count);
		dialog_ask(s, _("Publish"), text, ANSWER_PUBLISH, ANSWER_UNPUBLISHED);
	}
	design_release(&d);
}

static void
tell(struct screens *s, int failed, const struct error *err, const char *done)
{
	if (failed) {
		screens_stale(s); /* a colleague may have been faster */
		app_error(s, _("Nothing was changed"), err);
	} else {
		screens_stale(s);
		screens_say(s, "%s", done);
	}
}

static void
ask_retire(struct screens *s, const struct questionnaires *v)
{
	char text[256];

	if (v->retired)
		snprintf(text, sizeof text, _("Bring %s back into use?"), v->code);
	else
		snprintf(text, sizeof text,
			_("Put %s out of use? Nothing is lost: x shows those out of use, and r "
			  "brings it back."),
			v->code);
	dialog_ask(s, _("Out of use, or back"), text, ANSWER_RETIRE, 0);
}

static void
ask_drop(struct screens *s, const struct questionnaires *v, const struct questionnaire_entry *e)
{
	char text[256];

	if (!e->draft) {
		screens_say(s, "%s", _("A published version stays; r puts the questionnaire out "
			  "of use."));
		return;
	}
	snprintf(text, sizeof text,
		P_("Delete the draft of %s, version %d, with its %d question?",
			"Delete the draft of %s, version %d, with its %d questions?",
			(unsigned long)e->questions),
		v->code, e->version, e->questions);
	dialog_ask(s, _("Delete the draft"), text, ANSWER_DROP, 0);
}

static void
ask_format(struct screens *s)
{
	const char *formats[] = { _("Excel workbook (XLSX)"), _("folder with three CSV files") };

	dialog_choose(s, _("Questionnaire to a file (XLSForm)"), formats, 2, 0, ANSWER_FORMAT);
}

static int
answer(struct screens *s, struct questionnaires *v, int action, const struct event *event)
{
	struct app *app = v->base.app;
	struct error err = { 0 };

	switch (action) {
	case ANSWER_WAY:
		take_way(s, v, event->number);
		break;
	case ANSWER_PATH:
		if (app_path_there(s, _("Questionnaire from a file"),
			    _("Folder or workbook (.xlsx):"), event->answer, ANSWER_PATH))
			(void)questionnaire_take_file(s, event->answer, v->base.id);
		break;
	case ANSWER_COPY:
	case ANSWER_EMPTY:
		make(s, v, event->answer, action);
		break;
	case ANSWER_FORMAT:
		questionnaire_give_out(s, v->code, event->number == 0);
		break;
	case ANSWER_VERSION:
		new_version(s, v);
		break;
	case ANSWER_PUBLISH:
		tell(s,
			app_may_write(app, &err) ||
				questionnaire_publish(app->db, v->version_id, v->version_rev, &err),
			&err, _("It is published and no longer changes."));
		break;
	case ANSWER_UNPUBLISHED:
		screens_say(s, "%s",
			_("Nothing was published: it stays a draft, and no wave can use it."));
		break;
	case ANSWER_RETIRE:
		tell(s,
			app_may_write(app, &err) ||
				questionnaire_retire(app->db, v->id, v->rev, v->retired, &err),
			&err, v->retired ? _("It is in use again.") : _("It is out of use."));
		break;
	case ANSWER_DROP:
		tell(s,
			app_may_write(app, &err) || questionnaire_drop_draft(app->db, v->version_id,
							    v->version_rev, &err),
			&err, _("The draft is deleted."));
		break;
	default:
		return SCREEN_PASS;
	}
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct questionnaires *v = self;
	int row = list_screen_row(v);

	if (row >= 0 && action < ACTION_ANSWER_1) {
		const struct questionnaire_entry *e = &v->entries[row];

		text_copy(v->code, sizeof v->code, e->code);
		v->id = e->id;
		v->rev = e->rev;
		v->version_id = e->version_id;
		v->version_rev = e->version_rev;
		v->version = e->version;
	}
	switch (action) {
	case ACTION_NEW:
		ask_way(s, v);
		break;
	case ACTION_RETIRED:
		v->retired = !v->retired;
		screens_stale(s);
		break;
	default:
		return answer(s, v, action, event);
	}
	return SCREEN_HANDLED;
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct questionnaires *v = self;
	const struct questionnaire_entry *e = &v->entries[row];

	switch (action) {
	case ACTION_OPEN:
		open_outline(s, e->code, 0);
		break;
	case ACTION_EDIT:
		if (v->retired)
			ask_retire(s, v);
		else
			open_for_change(s, v, e);
		break;
	case ACTION_COPY:
		ask_code(s, e->code, ANSWER_COPY);
		break;
	case ACTION_EXPORT:
		ask_format(s);
		break;
	case ACTION_PUBLISH:
		ask_publish(s, v);
		break;
	case ACTION_PRINT:
		print_questionnaire(s, e->version_id, 0);
		break;
	case ACTION_VERSIONS:
		screens_push(s, &questionnaire_versions_screen, e->code);
		break;
	case ACTION_RETIRE:
		ask_retire(s, v);
		break;
	case ACTION_DELETE:
		ask_drop(s, v, e);
		break;
	default:
		return SCREEN_PASS;
	}
	return SCREEN_HANDLED;
}

static const int row_ids[] = { ACTION_EXPORT, ACTION_COPY, ACTION_PUBLISH, ACTION_VERSIONS,
	ACTION_RETIRE, ACTION_PRINT, 0 };

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No questionnaires yet: F7 makes the first one, best from a template."),
	.load = load,
	.cell = cell,
	.id = id,
	.lines_above = 1,
	.above = above,
	.note = note,
	.act = act,
	.act_row = act_row,
	.of_row = row_ids,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct questionnaires *v = self;

	(void)argument;
	(void)err;
	list_screen_start(s, self, &kind);
	v->base.list.sort_column = 0;
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_COPY, ACTION_PUBLISH, ACTION_VERSIONS, ACTION_RETIRE,
	ACTION_RETIRED, ACTION_PRINT, 0 };

const struct screen questionnaire_list_screen = {
	.name = "questionnaire_list",
	.title = N_("Questionnaires"),
	.size = sizeof(struct questionnaires),
	.actions = ids,
	.start = start,
	LIST_SCREEN,
};
