/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One question: its distribution, its grid, or a cross-table (menu 4 1, 4 2). */
#include "config.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"
#include "model/weights/weighting.h"
#include "screens/files/export.h"
#include "screens/frame/actions.h"
#include "screens/frame/screens.h"
#include "screens/results/publish.h"
#include "screens/results/result_where.h"
#include "screens/results/results.h"
#include "tui/dialog.h"
#include "tui/wrap.h"

#include <stdio.h>
#include <string.h>

enum {
	ANSWER_WAVE = ACTION_ANSWER_1,
	ANSWER_QUESTION,
	ANSWER_BY,
	ANSWER_WHERE,
	ANSWER_PERCENT,
	ANSWER_SEVERAL
};
enum { TITLE_LINES = 2, ABOVE = TITLE_LINES + 1 };

struct view_of_result {
	struct results results;
	struct arena drawn; /* text for these columns */
	int columns;        /* 0 = none yet */
	struct pager pager;
};

static void
drop_text(struct view_of_result *v)
{
	pager_release(&v->pager);
	pager_start(&v->pager, "", true);
	arena_release(&v->drawn);
	v->columns = 0;
}

static int
find_weights(struct results *r, struct app *app, struct error *err)
{
	struct weighting w;

	if (!r->wave.wave.id)
		return 0;
	if (weighting_load(app->db, r->wave.wave.id, &r->arena, &w, err))
		return -1;
	r->has_weights = w.margin_count > 0;
	return 0;
}

static int
load(struct screens *s, void *self, struct error *err)
{
	struct view_of_result *v = self;
	struct results *r = &v->results;
	char why[512];

	drop_text(v);
	if (results_load(r, app_of(s), err) || find_weights(r, app_of(s), err))
		return -1;
	if (!r->refused || !r->weighted)
		return 0;
	/* A wave without weights is shown without them. */
	text_copy(why, sizeof why, r->refused);
	r->weighted = false;
	if (results_load(r, app_of(s), err))
		return -1;
	if (!r->refused)
		screens_say(s, "%s", why);
	return 0;
}

/* ---- drawing ---- */

static void
draw_title(const struct results *r, struct canvas *c)
{
	const char *text = results_title(r);
	char line[1024];
	size_t next;

	for (int row = 0; row < TITLE_LINES && *text; row++) {
		size_t length = wrap_line(text, c->columns, &next);

		/* The last line says by its end that more follows. */
		if (row + 1 == TITLE_LINES)
			text_copy(line, sizeof line, text);
		else
			snprintf(line, sizeof line, "%.*s", (int)length, text);
		canvas_text(c, row, 0, c->columns, ROLE_TITLE, line);
		if (next == 0)
			break;
		text += next;
	}
}

/* Who made weights must not take plain counts for weighted ones. */
static const char *
weights_said(const struct results *r)
{
	return r->weighted      ? _("; weighted (w switches)")
	       : r->has_weights ? _("; unweighted (w switches)")
				: "";
}

/* What Tab shows. */
static const char *
other_view(const struct results *r)
{
	const struct result_question *q = &r->questions[r->at];

	if (r->cross)
		return "";
	if (q->open)
		return !q->counted ? _("; no categories yet (menu 3 5)")
		       : r->texts  ? _("; Tab: categories")
				   : _("; Tab: what was written");
	if (r->grid_count < 2)
		return "";
	return r->whole_grid ? _("; Tab: this row alone") : _("; Tab: the whole grid");
}

static void
draw(void *self, struct canvas *c)
{
	struct view_of_result *v = self;
	const struct results *r = &v->results;
	struct canvas rest = canvas_part(c, ABOVE, 0, c->rows - ABOVE, c->columns);

	draw_title(r, c);
	if (r->at >= 0 && r->cross && r->together && r->several.count > 0)
		canvas_printf(c, TITLE_LINES, 0, -1, ROLE_HINT,
			P_("%d question; F7 chooses others%s", "%d questions; F7 chooses others%s",
				(unsigned long)r->several.count),
			r->several.count, weights_said(r));
	else if (r->at >= 0)
		canvas_printf(c, TITLE_LINES, 0, -1, ROLE_HINT, _("Question %d of %d%s%s"),
			r->at + 1, r->question_count, weights_said(r), other_view(r));
	if (v->columns != c->columns) {
		drop_text(v);
		v->columns = c->columns;
		pager_start(&v->pager,
			results_text(r, c->columns, canvas_tier(c) == TIER_ASCII, &v->drawn), true);
	}
	pager_draw(&v->pager, &rest);
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct results *r = &((const struct view_of_result *)self)->results;

	text_copy(left, left_size, r->cross ? _("Cross-tables") : _("Question"));
	text_copy(right, right_size, r->wave.wave.code);
}

static void
status(void *self, char *dst, size_t size)
{
	pager_status(&((struct view_of_result *)self)->pager, dst, size);
}

/* ---- acting ---- */

static void
step(struct screens *s, struct results *r, int by)
{
	int at = r->at + by, rows = r->cross || !r->whole_grid ? 0 : r->grid_count;

	if (r->at < 0)
		return;
	/* Nothing is told of texts by another question. */
	while (r->cross && at >= 0 && at < r->question_count && !r->questions[at].counted)
		at += by;
	/* A grid that is shown whole is passed whole. */
	while (rows > 0 && at >= 0 && at < r->question_count) {
		bool inside = false;

		for (int i = 0; i < rows; i++)
			inside = inside || strcmp(r->grid_rows[i], r->questions[at].name) == 0;
		if (!inside)
			break;
		at += by;
	}
	if (at < 0 || at >= r->question_count) {
		screens_say(s, "%s",
			by > 0 ? _("This is the last question.")
			       : _("This is the first question."));
		return;
	}
	r->together = false; /* only where the tables are made anew */
	text_copy(r->question, sizeof r->question, r->questions[at].name);
	screens_stale(s);
}

static void
open_cross(struct screens *s, const struct results *r, const char *by)
{
	screens_push(s, &result_screen,
		&(struct result_request){ .wave = r->wave.wave.id,
			.question = r->question,
			.by = by,
			.where = r->where,
			.cross = true });
}

/* Under one distribution there is no other: several go into a cross-table. */
static void
choose_several(struct screens *s, struct results *r)
{
	if (!r->cross) {
		screens_say(s, "%s",
			_("Several questions stand together in a cross-table: k makes one."));
		return;
	}
	question_choice_open(s, r->wave.wave.id, &r->several, true,
		_("none = the question in view"), ANSWER_SEVERAL);
}

static void
ask_percent(struct screens *s, const struct results *r)
{
	const char *choices[RESULT_PERCENTS];

	for (int i = 0; i < RESULT_PERCENTS; i++)
		choices[i] = result_percent_label((enum result_percent)i);
	dialog_choose(s, _("Which per cents?"), choices, RESULT_PERCENTS, (int)r->percent,
		ANSWER_PERCENT);
}

static void
next_view(struct screens *s, struct results *r)
{
	if (r->cross)
		r->percent = (enum result_percent)((r->percent + 1) % RESULT_PERCENTS);
	else if (r->at >= 0 && r->questions[r->at].open && r->questions[r->at].counted)
		r->texts = !r->texts;
	else if (r->at >= 0 && r->questions[r->at].open)
		screens_say(s, "%s",
			_("These answers have no categories yet: menu 3 5 gives them some."));
	else if (r->grid_count > 1)
		r->whole_grid = !r->whole_grid;
	else
		screens_say(s, "%s",
			_("Tab shows a whole grid, or what people wrote; this question has "
			  "neither."));
	screens_stale(s);
}

static int
take_answer(struct screens *s, struct view_of_result *v, int action, const struct event *event)
{
	struct results *r = &v->results;

	switch (action) {
	case ANSWER_WAVE:
		wave_view_take(s, &r->wave, event->number);
		return SCREEN_HANDLED;
	case ANSWER_QUESTION:
		text_copy(r->question, sizeof r->question, event->answer);
		r->together = false;
		break;
	case ANSWER_BY:
		if (!r->cross) {
			open_cross(s, r, event->answer);
			return SCREEN_HANDLED;
		}
		text_copy(r->by, sizeof r->by, event->answer);
		break;
	case ANSWER_SEVERAL:
		r->together = r->several.count > 0;
		break;
	case ANSWER_WHERE:
		text_copy(r->where, sizeof r->where, event->answer);
		break;
	case ANSWER_PERCENT:
		r->percent = (enum result_percent)event->number;
		break;
	default:
		return SCREEN_PASS;
	}
	screens_stale(s);
	return SCREEN_HANDLED;
}

static const char *
file_name(const struct results *r, char *dst, size_t size)
{
	if (r->cross && r->together && r->several.count > 0)
		snprintf(dst, size, "%s %s %s", _("cross tables"), r->wave.wave.code, r->by);
	else
		snprintf(dst, size, "%s %s %s%s%s", r->cross ? _("cross table") : _("distribution"),
			r->wave.wave.code, r->question, r->cross ? " " : "", r->cross ? r->by : "");
	return dst;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct results *r = &((struct view_of_result *)self)->results;
	char name[256];

	switch (action) {
	case ACTION_WAVE_CHOOSE:
		wave_view_ask(s, &r->wave, ANSWER_WAVE);
		return SCREEN_HANDLED;
	case ACTION_OPEN_QUESTION:
		results_ask_question(s, r, false, _("Which question?"), ANSWER_QUESTION);
		return SCREEN_HANDLED;
	case ACTION_RESULT_BY:
		results_ask_question(s, r, true, _("By which question?"), ANSWER_BY);
		return SCREEN_HANDLED;
	case ACTION_RESULT_WHERE:
		where_open(s, r->wave.wave.id, r->where, ANSWER_WHERE);
		return SCREEN_HANDLED;
	case ACTION_RESULT_SEVERAL:
		choose_several(s, r);
		return SCREEN_HANDLED;
	case ACTION_RESULT_WEIGHT:
		r->weighted = !r->weighted;
		app_of(s)->weighted_wave = r->weighted ? r->wave.wave.id : 0;
		screens_stale(s);
		return SCREEN_HANDLED;
	case ACTION_QUESTION_PREVIOUS:
	case ACTION_QUESTION_NEXT:
		step(s, r, action == ACTION_QUESTION_NEXT ? 1 : -1);
		return SCREEN_HANDLED;
	case ACTION_RESULT_NEXT:
		next_view(s, r);
		return SCREEN_HANDLED;
	case ACTION_RESULT_PART:
		if (r->cross)
			ask_percent(s, r);
		else
			next_view(s, r);
		return SCREEN_HANDLED;
	case ACTION_AS_INDICATOR:
		publish_open(s, &r->wave.wave, r->question, 0);
		return SCREEN_HANDLED;
	case ACTION_EXPORT:
		export_open(s, results_table, r, file_name(r, name, sizeof name));
		return SCREEN_HANDLED;
	case ACTION_PRINT:
		export_print(s, results_table, r, file_name(r, name, sizeof name));
		return SCREEN_HANDLED;
	case ACTION_REFRESH:
		screens_stale(s);
		return SCREEN_HANDLED;
	default:
		return take_answer(s, self, action, event);
	}
}

/* The menu knows this screen as that of cross-tables. */
static char *
help(const void *self)
{
	if (((const struct view_of_result *)self)->results.cross)
		return NULL;
	return memory_string(_(
		"One question of the wave: how many gave each answer, per cents of those who "
		"answered, the mean where answers are numbers, and what it rests on. Few answers "
		"are hidden. Of an open question Tab shows what was written. Left and Right go to "
		"other questions, k shows the answers by those to another question, z makes a "
		"figure of it an indicator."));
}

static struct focus
focus(void *self)
{
	return (struct focus){ &pager_widget, &((struct view_of_result *)self)->pager };
}

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	static const struct result_request none = { .cross = true };
	const struct result_request *request = argument ? argument : &none;
	struct view_of_result *v = self;

	(void)s;
	v->results.cross = request->cross;
	text_copy(v->results.question, sizeof v->results.question,
		request->question ? request->question : "");
	text_copy(v->results.by, sizeof v->results.by, request->by ? request->by : "");
	text_copy(v->results.where, sizeof v->results.where, request->where ? request->where : "");
	pager_start(&v->pager, "", true);
	v->results.wave.wave.id = request->wave;
	if (!request->wave && wave_view_load(&v->results.wave, app_of(s), &v->results.arena, err)) {
		arena_release(&v->results.arena);
		return -1;
	}
	v->results.weighted =
		v->results.wave.wave.id && app_of(s)->weighted_wave == v->results.wave.wave.id;
	return 0;
}

static void
release(void *self)
{
	struct view_of_result *v = self;

	pager_release(&v->pager);
	arena_release(&v->drawn);
	arena_release(&v->results.arena);
	question_choice_clear(&v->results.several);
}

static const int ids[] = { ACTION_EXPORT, ACTION_SEARCH, ACTION_RESULT_WHERE, ACTION_RESULT_BY,
	ACTION_QUESTION_PREVIOUS, ACTION_QUESTION_NEXT, ACTION_OPEN_QUESTION, ACTION_RESULT_NEXT,
	ACTION_RESULT_PART, ACTION_RESULT_WEIGHT, ACTION_RESULT_SEVERAL, ACTION_AS_INDICATOR,
	ACTION_WAVE_CHOOSE, ACTION_PRINT, ACTION_REFRESH, 0 };

const struct screen result_screen = {
	.name = "result",
	.title = N_("Cross-tables"),
	.size = sizeof(struct view_of_result),
	.actions = ids,
	.start = start,
	.load = load,
	.draw = draw,
	.head = head,
	.status = status,
	.help = help,
	.act = act,
	.focus = focus,
	.release = release,
};
