/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entering one member's figures, heads down: a value, Enter, the next one. What Enter leaves is on
 * disk; what is unusual asks for a remark and never stops anybody. */
#include "config.h"

#include "screens/sheets/sheet_entry.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/screens.h"
#include "tui/dialog.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { ANSWER_STATE = ACTION_ANSWER_1, ANSWER_OUT, ANSWER_QUESTION, ANSWER_ANSWER };

static struct sheet_entry *
selected(struct entry_view *v)
{
	return v->count ? &v->rows[v->selected] : NULL;
}

static void
edit_field(struct entry_view *v)
{
	if (v->field == ENTRY_REMARK)
		edit_start(&v->edit, v->remark, sizeof v->remark);
	else if (v->field == ENTRY_SOURCE)
		edit_start(&v->edit, v->source, sizeof v->source);
	else
		edit_start(&v->edit, v->value, sizeof v->value);
	/* typed anew, as in a spreadsheet */
	v->edit.fresh = v->field == ENTRY_VALUE && v->value[0];
}

/* The row's figure as it stands, ready to be typed over. */
static void
show_row(struct entry_view *v)
{
	const struct sheet_entry *e = selected(v);

	v->value[0] = v->remark[0] = v->source[0] = v->problem[0] = '\0';
	v->faster = false;
	if (e) {
		v->marked = e->line.indicator_id;
		v->was = e->figure;
		if (e->figure.indicator_id)
			sheet_entry_typed(e, v->value, sizeof v->value);
		text_copy(v->remark, sizeof v->remark, e->figure.remark);
		text_copy(v->source, sizeof v->source, sheet_entry_source(e));
		text_copy(v->offered, sizeof v->offered, v->source);
	}
	edit_field(v);
}

static void
go_to(struct entry_view *v, int row)
{
	row = row < 0 ? 0 : row >= v->count ? v->count - 1 : row;
	v->selected = row < 0 ? 0 : row;
	v->field = ENTRY_VALUE;
	show_row(v);
}

/* ---- loading ---- */

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct entry_view *v = self;

	v->app = app_of(s);
	v->of = *(const struct sheet_of *)argument;
	edit_field(v);
	return app_may_write(v->app, err);
}

/* A colleague took the line out of the sheet: the field is another row's now. */
static void
line_gone(struct entry_view *v, bool typed)
{
	char words[ENTRY_WORDS_SIZE];

	sheet_entry_words(v, words);
	show_row(v);
	if (typed)
		snprintf(v->problem, sizeof v->problem,
			_("A colleague has taken this line out of the sheet. What you typed "
			  "was left out: %s"),
			words);
}

static int
read_sheet(struct entry_view *v, struct error *err)
{
	struct db *db = v->app->db;
	bool typed = sheet_entry_dirty(v), found = !v->marked;

	arena_release(&v->arena);
	v->rows = NULL;
	v->count = 0;
	if (data_sheet_load(db, v->of.sheet, &v->sheet, err) ||
		sheet_return_load(db, &v->sheet, v->of.slot, &v->arena, &v->r, err) ||
		sheet_entries(db, &v->r, &v->arena, &v->rows, &v->count, err))
		return -1;
	for (int i = 0; i < v->count; i++)
		if (v->rows[i].line.indicator_id == v->marked) {
			v->selected = i;
			found = true;
		}
	if (v->selected >= v->count)
		v->selected = v->count ? v->count - 1 : 0;
	if (!found)
		line_gone(v, typed);
	return 0;
}

/* Where entry goes on; a full sheet is read from its first row. */
static int
first_empty(const struct entry_view *v)
{
	for (int i = 0; i < v->count; i++)
		if (!sheet_entry_shown(&v->rows[i])->indicator_id)
			return i;
	return 0;
}

static int
load(struct screens *s, void *self, struct error *err)
{
	struct entry_view *v = self;
	bool first = !v->rows, kept = !first && sheet_entry_dirty(v);

	(void)s;
	if (read_sheet(v, err))
		return -1;
	if (first)
		v->selected = first_empty(v);
	if (!kept)
		show_row(v);
	return 0;
}

/* ---- saving ---- */

/* A colleague was faster: what stands there now is shown beside what was typed. */
static void
tell_faster(struct entry_view *v, const struct error *err)
{
	struct error again = { 0 };

	v->faster = true;
	if (read_sheet(v, &again) == 0 && v->faster)
		snprintf(v->problem, sizeof v->problem, "%.380s %s", err->text,
			_("Enter once more puts yours in its place."));
}

/* What the colleague entered stays; what was typed is named, so that it can be typed again. */
static int
give_way(struct entry_view *v)
{
	char words[ENTRY_WORDS_SIZE];

	sheet_entry_words(v, words);
	show_row(v);
	snprintf(v->problem, sizeof v->problem,
		_("What your colleague entered stays. What you typed was left out: %s"), words);
	return -1;
}

/* As in keying of forms: what is typed next takes the place of a refused value. */
static void
tell_refused(struct entry_view *v, const struct error *err)
{
	snprintf(v->problem, sizeof v->problem, "%.480s", err->text);
	if (err->code == ERROR_CONFLICT)
		tell_faster(v, err);
	else
		v->edit.fresh = v->field == ENTRY_VALUE && v->value[0];
}

/* 0 when what was typed is on disk; else v->problem says why not, and it stays in the field. */
static int
store(struct entry_view *v)
{
	struct error err = { 0 }, again = { 0 };
	struct own_figure f;
	int result;

	v->problem[0] = '\0';
	if (!sheet_entry_dirty(v))
		return 0;
	if (v->faster)
		return give_way(v);
	result = sheet_entry_judge(v, &f, &err);
	if (result == 0)
		result = sheet_figure_save(v->app->db, &v->r, &f, &v->was, &err);
	if (result) {
		tell_refused(v, &err);
		return -1;
	}
	v->was = f;
	if (isnan(f.value) && !f.missing[0])
		v->was.indicator_id = 0;
	if (read_sheet(v, &again))
		snprintf(v->problem, sizeof v->problem, "%.480s", again.text);
	else if (v->count)
		v->was = v->rows[v->selected].figure;
	return 0;
}

/* Enter on a field whose newer figure was shown means what was typed. */
static int
store_by_enter(struct entry_view *v)
{
	if (v->faster)
		v->was = v->rows[v->selected].figure;
	v->faster = false;
	return store(v);
}

static void
move_by(struct entry_view *v, int rows)
{
	if (store(v) == 0)
		go_to(v, v->selected + rows);
}

/* The value is in: a remark is asked for where it is unusual, else the next value. */
static void
go_on(struct entry_view *v)
{
	const struct sheet_entry *e;

	if (store_by_enter(v))
		return;
	e = selected(v);
	if (v->field == ENTRY_VALUE && e && sheet_entry_unexplained(e)) {
		show_row(v);
		v->field = ENTRY_REMARK;
		edit_field(v);
		return;
	}
	if (v->selected + 1 < v->count)
		go_to(v, v->selected + 1);
	else
		go_to(v, v->selected);
}

/* ---- questions ---- */

static void
ask(struct screens *s, struct entry_view *v, const char *text)
{
	struct error err = { 0 };

	if (!selected(v))
		return;
	if (sheet_return_ask(v->app->db, &v->r, selected(v)->line.indicator_id, text, &err))
		app_error(s, _("The question was not saved"), &err);
	else
		screens_say(s, "%s", _("Asked; the sheet is to be explained now."));
	app_changed(s);
}

static void
answer(struct screens *s, struct entry_view *v, const char *text)
{
	const struct sheet_entry *e = selected(v);
	struct error err = { 0 };

	if (!e || !e->question)
		return;
	if (sheet_return_answer(v->app->db, &v->r, e->question->number, text, &err))
		app_error(s, _("The answer was not saved"), &err);
	else
		screens_say(s, "%s", _("Answered."));
	app_changed(s);
}

/* ---- keys ---- */

static int
on_key(struct entry_view *v, int key)
{
	switch (key) {
	case KEYS_ENTER:
		go_on(v);
		return SCREEN_HANDLED;
	case KEYS_UP:
		move_by(v, -1);
		return SCREEN_HANDLED;
	case KEYS_DOWN:
		move_by(v, 1);
		return SCREEN_HANDLED;
	case KEYS_PAGE_UP:
		move_by(v, -10);
		return SCREEN_HANDLED;
	case KEYS_PAGE_DOWN:
		move_by(v, 10);
		return SCREEN_HANDLED;
	case KEYS_TAB:
	case KEYS_BACKTAB:
		v->field = (v->field + (key == KEYS_TAB ? 1 : ENTRY_FIELDS - 1)) % ENTRY_FIELDS;
		edit_field(v);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

/* What acts on the sheet acts on what was typed too. */
static int
on_sheet(struct screens *s, struct entry_view *v, int action)
{
	const struct sheet_entry *e = selected(v);

	if (store(v))
		return SCREEN_HANDLED;
	switch (action) {
	case ACTION_SHEET_HAND:
		sheet_state_ask(s, &v->r, &v->next, ANSWER_STATE);
		break;
	case ACTION_SHEET_OUT:
		sheet_out_ask(s, ANSWER_OUT);
		break;
	case ACTION_SHEET_IN:
		sheet_in_open(s, &v->sheet, &v->r);
		break;
	case ACTION_SHEET_ASK:
		dialog_input(s, _("Ask about the figure"), _("Question:"), "", ANSWER_QUESTION);
		break;
	default:
		if (e && e->question)
			dialog_input(s, e->question->question, _("Answer:"), "", ANSWER_ANSWER);
		else if (e && e->asked_count)
			sheet_entry_questions(s, e);
		else
			screens_say(s, "%s", _("Nothing is asked about this figure."));
		break;
	}
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct entry_view *v = self;

	switch (action) {
	case ACTION_SHEET_HAND:
	case ACTION_SHEET_OUT:
	case ACTION_SHEET_IN:
	case ACTION_SHEET_ASK:
	case ACTION_SHEET_ANSWER:
		return on_sheet(s, v, action);
	case ACTION_SHEET_HISTORY:
		sheet_entry_history(s, v);
		return SCREEN_HANDLED;
	case ANSWER_STATE:
		sheet_state_take(s, &v->r, &v->next, event->number, ANSWER_STATE);
		return SCREEN_HANDLED;
	case ANSWER_OUT:
		sheet_out_take(s, &v->sheet, &v->r, event->number);
		return SCREEN_HANDLED;
	case ANSWER_QUESTION:
		ask(s, v, event->answer);
		return SCREEN_HANDLED;
	case ANSWER_ANSWER:
		answer(s, v, event->answer);
		return SCREEN_HANDLED;
	case ACTION_REFRESH: /* what is being typed stays: load() */
		screens_stale(s);
		return SCREEN_HANDLED;
	case ACTION_CHANGED:
		v->problem[0] = '\0';
		return SCREEN_HANDLED;
	case ACTION_NONE:
		return event->type == EVENT_KEY ? on_key(v, event->key) : SCREEN_PASS;
	default:
		return SCREEN_PASS;
	}
}

/* As in keying of forms, what was typed is kept, and said to be. What cannot be saved is shown once
 * more; the second time it is given up. */
static bool
leave(struct screens *s, void *self)
{
	struct entry_view *v = self;
	bool told = v->faster, typed = sheet_entry_dirty(v);

	if (store(v) == 0) {
		app_changed(s);
		if (typed)
			screens_say(s, "%s", _("What was typed is saved."));
		return true;
	}
	if (told)
		return false;
	screens_say(
		s, "%s", _("What was typed in this field could not be saved and was left out."));
	show_row(v);
	return false;
}

static void
keep(struct screens *s, void *self)
{
	(void)s;
	(void)store(self);
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct entry_view *v = self;

	(void)right;
	(void)right_size;
	snprintf(left, left_size, "%s %d", v->sheet.group_code, v->sheet.year);
}

static void
status(void *self, char *dst, size_t size)
{
	static const char *const told[ENTRY_FIELDS] = {
		[ENTRY_VALUE] = N_("A value, bd (no data) or nd (does not apply), then Enter; Tab: "
				   "remark, source."),
		[ENTRY_REMARK] = N_("In Remark: why the figure is so, then Enter. Down: next "
				    "figure; Tab: source."),
		[ENTRY_SOURCE] = N_("In Source: where the figure is from, then Enter. Down: next "
				    "figure."),
	};

	text_copy(dst, size, _(told[((const struct entry_view *)self)->field]));
}

static struct focus
focus(void *self)
{
	return (struct focus){ &edit_widget, &((struct entry_view *)self)->edit };
}

static void
release(void *self)
{
	arena_release(&((struct entry_view *)self)->arena);
}

static const int ids[] = { ACTION_SHEET_HAND, ACTION_SHEET_HISTORY, ACTION_SHEET_ASK,
	ACTION_SHEET_ANSWER, ACTION_SHEET_OUT, ACTION_SHEET_IN, ACTION_REFRESH, 0 };

const struct screen sheet_entry_screen = {
	.name = "sheet_entry",
	.title = N_("Data sheet"),
	.size = sizeof(struct entry_view),
	.actions = ids,
	.start = start,
	.load = load,
	.draw = sheet_entry_draw,
	.head = head,
	.status = status,
	.act = act,
	.focus = focus,
	.leave = leave,
	.keep = keep,
	.release = release,
};
