/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a wave is and how well it was keyed: batches, questions, keyers, operators; Tab goes
 * from one table to the next, the last one is a chart. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/keying/route.h"
#include "screens/frame/actions.h"
#include "screens/keying/keyer.h"
#include "screens/surveys/progress_view.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

enum { ANSWER_WAVE = ACTION_ANSWER_1, ANSWER_PART, ANSWER_KEYER };

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct progress_view *p = self;

	if (p->part == PROGRESS_BATCHES)
		snprintf(dst, size, "%d", p->batches[row].number);
	else if (p->part < PROGRESS_OPERATORS)
		text_copy(dst, size, p->quality[row].key);
	else
		text_copy(dst, size, p->operators[row].initials);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct progress_view *p = self;

	if (p->part == PROGRESS_BATCHES)
		snprintf(dst, size, "%d %s", p->batches[row].number, p->batches[row].received_from);
	else if (p->part < PROGRESS_OPERATORS)
		snprintf(dst, size, "%s %s", p->quality[row].key, p->quality[row].label);
	else
		snprintf(dst, size, "%s %s", p->operators[row].initials, p->operators[row].name);
}

/* Figures of people may be denied: the table is empty then and says why. */
static int
load_people(struct progress_view *p, struct error *err)
{
	struct db *db = p->base.app->db;
	int64_t who = p->keyer.id;
	int result;

	if (p->part == PROGRESS_KEYERS)
		result = quality_report(db, p->view.wave.id, QUALITY_KEYER, who, &p->base.arena,
			&p->quality, &p->base.count, &p->refused);
	else
		result = operator_report(db, p->view.wave.id, who, &p->base.arena, &p->operators,
			&p->base.count, &p->refused);
	if (result && p->refused.code == ERROR_DENIED) {
		p->base.count = 0;
		p->base.list.empty =
			p->base.app->shared && !who
				? N_("Say who you are to see your own figures: t, this table "
				     "again. Those of others are for coordinators.")
				: N_("Figures of other people are for coordinators; of "
				     "yours there are none in this wave.");
		return 0;
	}
	if (result)
		*err = p->refused;
	return result;
}

/* Questions as the paper has them: their numbers in the wave's version. */
static int
load_numbers(struct progress_view *p, struct error *err)
{
	struct arena *arena = &p->base.arena;
	struct questionnaire plain, q;
	char number[16];

	p->numbers = arena_array(arena, (size_t)p->base.count + 1, sizeof *p->numbers);
	if (questionnaire_load_version(p->base.app->db, p->view.wave.version, arena, &plain, err))
		return -1;
	questionnaire_keyed(&plain, arena, &q);
	for (int i = 0; i < p->base.count; i++) {
		p->numbers[i] = "";
		for (int j = 0; j < q.question_count; j++)
			if (strcmp(q.questions[j].name, p->quality[i].key) == 0)
				p->numbers[i] = arena_string(
					arena, question_number(&q, j, number, sizeof number));
	}
	return 0;
}

static int
load(void *self, struct error *err)
{
	struct progress_view *p = self;
	struct db *db = p->base.app->db;
	enum quality_by by = p->part == PROGRESS_QUESTIONS ? QUALITY_QUESTION : QUALITY_BATCH;

	error_clear(&p->refused);
	p->base.list.empty = p->part == PROGRESS_BATCHES
				     ? N_("No paper yet: menu 3 4 takes the first batch in.")
				     : N_("Nothing was keyed twice yet: menu 3 2.");
	if (p->part >= PROGRESS_OPERATORS)
		p->base.list.empty = N_("Nobody has keyed in this wave yet: menu 3 1.");
	if (wave_view_load(&p->view, p->base.app, &p->base.arena, err) ||
		wave_count(db, p->view.wave.id, &p->counts, err))
		return -1;
	if (p->part == PROGRESS_BATCHES)
		return batch_list(
			db, p->view.wave.id, &p->base.arena, &p->batches, &p->base.count, err);
	if (p->part >= PROGRESS_KEYERS)
		return load_people(p, err);
	if (quality_report(db, p->view.wave.id, by, 0, &p->base.arena, &p->quality,
		    &p->base.count, err))
		return -1;
	return p->part == PROGRESS_QUESTIONS ? load_numbers(p, err) : 0;
}

/* On a shared account nobody but a coordinator has own figures until initials were said. */
static void
ask_who(struct screens *s, struct progress_view *p)
{
	struct app *app = p->base.app;
	struct error err = { 0 };
	bool all;

	if (!app->shared || p->keyer.id || p->part < PROGRESS_KEYERS)
		return;
	if (difference_coordinates(app->db, &all, &err) ||
		(!all && keyer_find(s, &p->keyer, ANSWER_KEYER, &err) < 0))
		screens_error(s, &err);
}

static void
take_who(struct screens *s, struct progress_view *p, const struct event *event)
{
	struct error err = { 0 };

	if (keyer_answer(s, event, &p->keyer, &err)) {
		p->keyer.id = 0;
		screens_error(s, &err);
	}
	screens_stale(s);
}

static void
show_part(struct screens *s, struct progress_view *p, enum progress_part part)
{
	p->part = part;
	p->base.list.columns = progress_columns(part, &p->base.list.column_count);
	p->base.id[0] = '\0';
	p->base.count = 0;
	list_select(&p->base.list, 0);
	screens_stale(s);
	ask_who(s, p);
}

static void
ask_part(struct screens *s, const struct progress_view *p)
{
	const char *words[PROGRESS_PARTS];

	for (int i = 0; i < PROGRESS_PARTS; i++)
		words[i] = progress_part_text((enum progress_part)i);
	dialog_choose(
		s, _("What is shown?"), words, PROGRESS_PARTS, (int)p->part, ANSWER_PART);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct progress_view *p = self;

	switch (action) {
	case ACTION_WAVE_CHOOSE:
		wave_view_ask(s, &p->view, ANSWER_WAVE);
		return SCREEN_HANDLED;
	case ANSWER_WAVE:
		wave_view_take(s, &p->view, event->number);
		return SCREEN_HANDLED;
	case ACTION_PROGRESS_NEXT:
		show_part(s, p, (p->part + 1) % PROGRESS_PARTS);
		return SCREEN_HANDLED;
	case ACTION_PROGRESS_PART:
		ask_part(s, p);
		return SCREEN_HANDLED;
	case ANSWER_KEYER:
		take_who(s, p, event);
		return SCREEN_HANDLED;
	case ANSWER_PART:
		show_part(s, p, (enum progress_part)event->number);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct progress_view *p = self;

	if (row >= 0 && p->part == PROGRESS_QUESTIONS)
		snprintf(dst, size, "%s%s%s", p->numbers[row], p->numbers[row][0] ? ". " : "",
			p->quality[row].label);
	else if (row >= 0 && p->part == PROGRESS_KEYERS)
		text_copy(dst, size, p->quality[row].label);
}

static bool
chart(void *self, struct canvas *c)
{
	struct progress_view *p = self;

	p->tier = canvas_tier(c);
	if (p->part != PROGRESS_CHART)
		return false;
	progress_chart(p, c);
	return true;
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct progress_view *p = self;

	text_copy(left, left_size, progress_part_text(p->part));
	text_copy(right, right_size, p->view.wave.code);
}

static void
about(const void *self, char *dst, size_t size)
{
	text_copy(dst, size, ((const struct progress_view *)self)->view.wave.code);
}

static const struct list_screen_kind kind = {
	.columns = NULL,
	.column_count = 0,
	.empty = "",
	.lines_above = 4,
	.load = load,
	.cell = progress_cell,
	.id = id,
	.key = key,
	.note = note,
	.above = progress_above,
	.chart = chart,
	.act = act,
	.build = progress_table,
	.about = about,
	.file = N_("progress and quality"),
	.file_title = N_("Progress and quality"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct progress_view *p = self;

	(void)argument;
	if (wave_view_load(&p->view, app_of(s), &p->base.arena, err))
		return -1;
	list_screen_start(s, self, &kind);
	p->base.list.columns = progress_columns(p->part, &p->base.list.column_count);
	return 0;
}

static const int ids[] = { ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER, ACTION_PROGRESS_NEXT,
	ACTION_PROGRESS_PART, ACTION_WAVE_CHOOSE, ACTION_REFRESH, 0 };

const struct screen progress_screen = { .name = "progress",
	.title = N_("Progress and quality"),
	.size = sizeof(struct progress_view),
	.actions = ids,
	.start = start,
	.load = list_screen_load,
	.draw = list_screen_draw,
	.head = head,
	.status = list_screen_status,
	.act = list_screen_act,
	.able = list_screen_able,
	.focus = list_screen_focus,
	.release = list_screen_release };
