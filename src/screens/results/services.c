/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How important services are and how they are rated: a list, a chart of four fields; and the
 * profile of a questionnaire's parts. */
#include "config.h"

#include "screens/results/services_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/screens.h"
#include "tui/dialog.h"

#include <stdio.h>

enum { ANSWER_WAVE = ACTION_ANSWER_1, ANSWER_PART, ANSWER_SORT };

static void
make_rows(struct services_view *v)
{
	const struct strengths *s = &v->strengths;
	int n = 0;

	v->rows = arena_array(
		&v->base.arena, (size_t)(s->count + s->area_count) + 1, sizeof *v->rows);
	for (int i = 0; i < s->count; i++) {
		const struct strength_area *area = &s->areas[s->list[i].area];

		if (!i || s->list[i].area != s->list[i - 1].area)
			v->rows[n++] = (struct strength_row){ area, NULL };
		v->rows[n++] = (struct strength_row){ area, &s->list[i] };
	}
	v->base.count = n;
}

static int
count(struct services_view *v, struct error *err)
{
	if (wave_columns_open(
		    v->base.app->db, &v->view.wave, i18n_code(), &v->base.arena, &v->columns, err))
		return -1;
	if (v->part != SERVICES_STRENGTHS) {
		if (services_load(&v->columns, NULL, &v->services, err) == 0) {
			services_sort(&v->services, v->sort);
			v->base.count = v->services.count;
			return 0;
		}
		if (v->chosen || err->code != ERROR_INPUT)
			return -1;
		error_clear(err); /* no pairs: the profile is what this questionnaire has */
		v->part = SERVICES_STRENGTHS;
	}
	if (strengths_load(&v->columns, NULL, &v->strengths, err))
		return -1;
	make_rows(v);
	return 0;
}

static int
load(void *self, struct error *err)
{
	struct services_view *v = self;
	struct error why = { 0 };

	v->base.count = 0;
	v->services = (struct services){ .count = 0 };
	v->strengths = (struct strengths){ .count = 0 };
	if (wave_view_load(&v->view, v->base.app, &v->base.arena, err))
		return -1;
	if (count(v, &why)) {
		if (why.code != ERROR_INPUT && why.code != ERROR_MISSING) {
			*err = why;
			return -1;
		}
		v->base.list.empty = arena_string(&v->base.arena, why.text);
		v->base.count = 0;
	}
	v->base.list.columns = services_columns(v->part, &v->base.list.column_count);
	return 0;
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct services_view *v = self;

	if (v->part != SERVICES_STRENGTHS)
		text_copy(dst, size, v->services.list[row].rating);
	else if (v->rows[row].strength)
		text_copy(dst, size, v->rows[row].strength->name);
	else
		snprintf(dst, size, "/%s", v->rows[row].area->name);
}

static void
show(struct screens *s, struct services_view *v, enum services_part part)
{
	v->part = part;
	v->chosen = true;
	v->base.id[0] = '\0';
	v->base.count = 0;
	list_select(&v->base.list, 0);
	screens_stale(s);
}

static void
ask_part(struct screens *s, const struct services_view *v)
{
	const char *words[SERVICES_PARTS];

	for (int i = 0; i < SERVICES_PARTS; i++)
		words[i] = services_part_text((enum services_part)i);
	dialog_choose(
		s, _("What is shown?"), words, SERVICES_PARTS, (int)v->part, ANSWER_PART);
}

static void
ask_sort(struct screens *s, const struct services_view *v)
{
	const char *const words[] = { _("rating, the lowest first"),
		_("importance, the highest first"),
		_("rating less importance, the widest gap first") };

	dialog_choose(s, _("Sort by"), words, 3, (int)v->sort, ANSWER_SORT);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct services_view *v = self;

	switch (action) {
	case ACTION_WAVE_CHOOSE:
		wave_view_ask(s, &v->view, ANSWER_WAVE);
		return SCREEN_HANDLED;
	case ANSWER_WAVE:
		wave_view_take(s, &v->view, event->number);
		return SCREEN_HANDLED;
	case ACTION_RESULT_NEXT:
		show(s, v, (v->part + 1) % SERVICES_PARTS);
		return SCREEN_HANDLED;
	case ACTION_RESULT_PART:
		ask_part(s, v);
		return SCREEN_HANDLED;
	case ANSWER_PART:
		show(s, v, (enum services_part)event->number);
		return SCREEN_HANDLED;
	case ACTION_SORT:
		ask_sort(s, v);
		return SCREEN_HANDLED;
	case ANSWER_SORT:
		v->sort = (enum service_sort)event->number;
		screens_stale(s);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static bool
chart(void *self, struct canvas *c)
{
	struct services_view *v = self;

	v->tier = canvas_tier(c);
	if (v->part != SERVICES_CHART)
		return false;
	services_chart(v, c);
	return true;
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct services_view *v = self;

	text_copy(left, left_size, services_part_text(v->part));
	text_copy(right, right_size, v->view.wave.code);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct services_view *v = self;

	if (row >= 0 && v->part != SERVICES_STRENGTHS)
		text_copy(dst, size, services_unknown_text(&v->services));
	for (int i = 0; row >= 0 && v->part == SERVICES_STRENGTHS && i < v->strengths.count; i++)
		if (v->strengths.list[i].hidden)
			text_copy(dst, size,
				_("#: few gave some of the answers, and a mean would tell of "
				  "them"));
}

static const struct list_screen_kind kind = {
	.columns = NULL,
	.column_count = 0,
	.empty = "",
	.lines_above = 3,
	.load = load,
	.cell = services_cell,
	.id = id,
	.above = services_above,
	.note = note,
	.chart = chart,
	.act = act,
	.file = N_("services"),
	.file_title = N_("Importance and rating of services"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct services_view *v = self;

	(void)argument;
	if (wave_view_load(&v->view, app_of(s), &v->base.arena, err))
		return -1;
	list_screen_start(s, self, &kind);
	v->base.list.columns = services_columns(v->part, &v->base.list.column_count);
	return 0;
}

static const int ids[] = { ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER, ACTION_SORT,
	ACTION_RESULT_NEXT, ACTION_RESULT_PART, ACTION_WAVE_CHOOSE, ACTION_REFRESH, 0 };

const struct screen services_screen = { .name = "services",
	.title = N_("Importance and rating of services"),
	.size = sizeof(struct services_view),
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
