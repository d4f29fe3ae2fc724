/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Second keying: batches of a wave with what is chosen and left, then the forms of one. Nothing
 * of the first reading is shown here. */
#include "config.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "screens/files/print.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/keying/keying.h"
#include "screens/surveys/quality_screens.h"
#include "screens/surveys/wave_view.h"

#include <stdio.h>
#include <string.h>

/* ---- batches ---- */

struct second {
	struct list_screen base;
	struct wave_view view;
	struct batch *rows;
};

enum { ANSWER_WAVE = ACTION_ANSWER_1 };

static void
rule_text(const struct wave *w, const struct batch *b, char *dst, size_t size)
{
	if (b->second_whole)
		text_copy(dst, size, _("whole: many"));
	else if (w->second_choice == SECOND_KEY_ALL)
		text_copy(dst, size, _("all forms"));
	else if (w->second_choice == SECOND_KEY_NTH)
		snprintf(dst, size, _("every %d., from %d."), w->second_every, b->second_start);
	else if (w->second_choice == SECOND_KEY_SHARE)
		snprintf(dst, size, _("%d %% at random"), w->second_share);
	else
		text_copy(dst, size, _("none"));
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct second *v = self;
	const struct batch *b = &v->rows[row];
	int twice = b->second_done + b->differing;
	const int counts[] = { b->keyed, b->second_chosen, twice, b->second_chosen - twice,
		b->differing };

	if (column == 0) {
		snprintf(c->text, sizeof c->text, "%d  %s", b->number, b->received_from);
	} else if (column <= 5) {
		snprintf(c->text, sizeof c->text, "%d", counts[column - 1]);
	} else {
		c->role = b->second_whole ? ROLE_WARN : ROLE_TEXT;
		rule_text(&v->view.wave, b, c->text, sizeof c->text);
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct second *)self)->rows[row].id);
}

static const struct list_column columns[] = {
	{ N_("Batch, from whom"), 0, false },
	{ N_("1 time"), 6, true },
	{ N_("Chosen"), 8, true },
	{ N_("2 times"), 7, true },
	{ N_("Remain"), 8, true },
	{ N_("To settle"), 9, true },
	{ N_("Which forms"), 17, false },
};

static int
load(void *self, struct error *err)
{
	struct second *v = self;
	struct app *app = v->base.app;

	if (wave_view_load(&v->view, app, &v->base.arena, err))
		return -1;
	return batch_list(app->db, v->view.wave.id, &v->base.arena, &v->rows, &v->base.count, err);
}

static void
above(void *self, struct canvas *c)
{
	const struct wave *w = &((const struct second *)self)->view.wave;
	char threshold[32];

	canvas_printf(c, 0, 0, -1, ROLE_TITLE, _("%s, wave %s"), w->survey_name, w->code);
	canvas_text(c, 1, 0, -1, ROLE_HINT,
		w->second_method == SECOND_VERIFY
			? _("Verified while keying: a difference beeps and is keyed again.")
			: _("Keyed a second time blind; differences are settled in menu 3 3."));
	canvas_printf(c, 2, 0, -1, ROLE_HINT,
		_("A batch in which more than %s %% of fields differ is keyed twice whole."),
		number_format(threshold, sizeof threshold, w->threshold, -1));
	canvas_text(c, 3, 0, -1, w->lifted ? ROLE_WARN : ROLE_HINT,
		w->lifted ? _("An administrator has lifted the rule: who keyed first may key "
			      "again. It is recorded.")
			  : _("Another person than the first keyer keys: the form is refused to "
			      "the first one."));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct second *v = self;

	if (action == ACTION_WAVE_CHOOSE)
		wave_view_ask(s, &v->view, ANSWER_WAVE);
	else if (action == ANSWER_WAVE)
		wave_view_take(s, &v->view, event->number);
	else
		return SCREEN_PASS;
	return SCREEN_HANDLED;
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	const struct second *v = self;
	struct keying_task task = { .kind = READING_SECOND,
		.wave = v->view.wave.id,
		.batch = v->rows[row].id };

	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	if (v->rows[row].second_chosen == 0)
		screens_say(s, "%s", _("No form of this batch is chosen for second keying."));
	else
		screens_push(s, &second_forms_screen, &task);
	return SCREEN_HANDLED;
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No paper yet: menu 3 4 takes the first batch in."),
	.lines_above = 5,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("second keying"),
	.file_title = N_("Second keying"),
};

/* Without any wave there is nothing to show: the sentence says what to do first. */
static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct second *v = self;

	(void)argument;
	if (wave_view_load(&v->view, app_of(s), &v->base.arena, err))
		return -1;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER,
	ACTION_WAVE_CHOOSE, ACTION_REFRESH, 0 };

const struct screen second_list_screen = { .name = "second_list",
	.title = N_("Second keying"),
	.size = sizeof(struct second),
	.actions = ids,
	.start = start,
	LIST_SCREEN };

/* ---- forms of a batch ---- */

struct forms {
	struct list_screen base;
	struct keying_task task;
	struct wave wave;
	struct batch batch;
	int pages;
	char left_out[160]; /* questions that are not keyed twice; "" = none */
	struct form *rows;
};

enum { NAMED = 8 }; /* numbers of questions that are left out */

static bool
waits(const struct form *f)
{
	return f->second == SECOND_CHOSEN || f->second == SECOND_KEYING;
}

static void
form_cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct forms *v = self;
	const struct form *f = &v->rows[row];

	if (column == 0)
		snprintf(c->text, sizeof c->text, "%lld", (long long)f->number);
	else if (column == 1)
		snprintf(c->text, sizeof c->text, "%d", v->pages);
	else
		text_copy(c->text, sizeof c->text, form_second_label(f->second));
	if (!waits(f))
		c->role = ROLE_HINT;
}

static void
form_id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct forms *)self)->rows[row].id);
}

static const struct list_column form_columns[] = {
	{ N_("Form"), 0, false },
	{ N_("Pages"), 8, true },
	{ N_("Second keying"), 40, false },
};

static void
left_out_text(struct forms *v, const char *numbers, int count, bool open)
{
	if (count == 0)
		v->left_out[0] = '\0';
	else if (count > NAMED)
		snprintf(v->left_out, sizeof v->left_out,
			open ? P_("Open answers are left out: %d question.",
				       "Open answers are left out: %d questions.",
				       (unsigned long)count)
			     : P_("Not keyed twice: %d question.", "Not keyed twice: %d questions.",
				       (unsigned long)count),
			count);
	else
		snprintf(v->left_out, sizeof v->left_out,
			open ? P_("Open answers are left out: question %s.",
				       "Open answers are left out: questions %s.",
				       (unsigned long)count)
			     : P_("Not keyed twice: question %s.", "Not keyed twice: questions %s.",
				       (unsigned long)count),
			numbers);
}

/* Questions that a second keying passes over, by their numbers on the paper. */
static int
load_left_out(struct forms *v, const struct questionnaire *q, struct error *err)
{
	char numbers[96] = "", number[16];
	size_t used = 0;
	int count = 0;
	bool open = true, twice;

	for (int i = 0; i < q->question_count; i++) {
		const struct question *row = &q->questions[i];

		if (!question_asked(row))
			continue;
		if (wave_second_keying(v->base.app->db, v->wave.id, row->id, &twice, err))
			return -1;
		if (twice)
			continue;
		open = open && row->type == QUESTION_TEXT;
		question_number(q, i, number, sizeof number);
		if (count++ < NAMED && used < sizeof numbers)
			used += (size_t)snprintf(numbers + used, sizeof numbers - used, "%s%s",
				used ? ", " : "", number);
	}
	left_out_text(v, numbers, count, open);
	return 0;
}

/* How many pages the paper of the wave has, and what of it is not keyed twice. */
static int
load_paper(struct forms *v, struct error *err)
{
	struct questionnaire plain, q;

	if (questionnaire_load_version(
		    v->base.app->db, v->wave.version, &v->base.arena, &plain, err))
		return -1;
	questionnaire_keyed(&plain, &v->base.arena, &q);
	v->pages = q.question_count ? question_page(&q, q.question_count - 1) : 0;
	return load_left_out(v, &q, err);
}

/* Who comes back stands where work goes on, not on what is done. */
static void
to_waiting(struct forms *v)
{
	int row = list_screen_find(v, v->base.id);

	for (int i = 0; (row < 0 || !waits(&v->rows[row])) && i < v->base.count; i++)
		if (waits(&v->rows[i])) {
			snprintf(v->base.id, sizeof v->base.id, "%lld", (long long)v->rows[i].id);
			return;
		}
}

static int
load_forms(void *self, struct error *err)
{
	struct forms *v = self;
	struct db *db = v->base.app->db;
	struct form *list;
	int count;

	if (wave_load(db, v->task.wave, &v->wave, err) ||
		batch_load(db, v->task.batch, &v->batch, err) || load_paper(v, err) ||
		form_list(db, v->task.wave, v->task.batch, &v->base.arena, &list, &count, err))
		return -1;
	v->rows = list;
	for (int i = 0; i < count; i++)
		if (list[i].second != SECOND_NONE)
			v->rows[v->base.count++] = list[i];
	to_waiting(v);
	return 0;
}

static void
above_forms(void *self, struct canvas *c)
{
	const struct forms *v = self;
	const struct batch *b = &v->batch;
	int twice = b->second_done + b->differing;
	char rule[64];

	rule_text(&v->wave, b, rule, sizeof rule);
	canvas_printf(c, 0, 0, -1, ROLE_TITLE, _("%s, wave %s, batch %d: %s"), v->wave.survey_name,
		v->wave.code, b->number, rule);
	canvas_printf(c, 1, 0, -1, ROLE_HINT, _("Chosen %d, keyed twice %d, left %d."),
		b->second_chosen, twice, b->second_chosen - twice);
	canvas_text(c, 2, 0, -1, ROLE_HINT, v->left_out);
}

static int
act_forms(struct screens *s, void *self, int action, const struct event *event)
{
	const struct forms *v = self;

	(void)event;
	if (action != ACTION_SLIP_PRINT)
		return SCREEN_PASS;
	print_slip(s, SLIP_SECOND, v->task.wave, v->task.batch);
	return SCREEN_HANDLED;
}

static int
act_form(struct screens *s, void *self, int row, int action)
{
	const struct forms *v = self;
	struct keying_task task = v->task;

	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	if (!waits(&v->rows[row])) {
		screens_say(s, _("Form %lld is keyed twice already."),
			(long long)v->rows[row].number);
		return SCREEN_HANDLED;
	}
	task.number = v->rows[row].number;
	screens_push(s, &keying_number_screen, &task);
	return SCREEN_HANDLED;
}

static const struct list_screen_kind forms_kind = {
	.columns = form_columns,
	.column_count = sizeof form_columns / sizeof *form_columns,
	.empty = N_("No form of this batch is chosen for second keying."),
	.lines_above = 3,
	.load = load_forms,
	.cell = form_cell,
	.id = form_id,
	.above = above_forms,
	.act = act_forms,
	.act_row = act_form,
	.file = N_("second keying"),
	.file_title = N_("Forms to fetch for second keying"),
};

static int
start_forms(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	((struct forms *)self)->task = *(const struct keying_task *)argument;
	list_screen_start(s, self, &forms_kind);
	return 0;
}

static const int form_ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER,
	ACTION_SLIP_PRINT, ACTION_REFRESH, 0 };

const struct screen second_forms_screen = { .name = "second_forms",
	.title = N_("Forms keyed twice"),
	.size = sizeof(struct forms),
	.actions = form_ids,
	.start = start_forms,
	LIST_SCREEN };
