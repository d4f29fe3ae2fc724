/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results of surveys that are values of indicators: publishing one, taking it back, and seeing it
 * beside the others. */
#include "config.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/results/published.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/indicators/source.h"
#include "screens/results/publish.h"
#include "screens/surveys/survey_screens.h"
#include "screens/surveys/wave_view.h"
#include "tui/dialog.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { ANSWER_WAVE = ACTION_ANSWER_1, ANSWER_PUBLISHED, ANSWER_RETRACT };

struct published_view {
	struct list_screen base;
	struct wave_view view; /* whose results F7 publishes */
	struct published *rows;
	struct arena kept;      /* of what the last change took away */
	struct published *before; /* the rows as they stood before the form was opened */
	int before_count;
	struct published *former; /* what can come back; NULL = nothing */
};

/* ---- rows ---- */

static int
load(void *self, struct error *err)
{
	struct published_view *v = self;
	struct error none = { 0 };

	/* Results stand here whether there is a wave in view or not. */
	if (wave_view_load(&v->view, v->base.app, &v->base.arena, &none) &&
		none.code != ERROR_MISSING) {
		*err = none;
		return -1;
	}
	return published_list(
		v->base.app->db, 0, 0, &v->base.arena, &v->rows, &v->base.count, err);
}

static void
value_cell(const struct published *p, struct list_cell *c)
{
	char number[64];

	if (!isnan(p->value)) {
		number_format(number, sizeof number, p->value, p->decimals);
		snprintf(c->text, sizeof c->text, "%s%s%s", number, p->measure[0] ? " " : "",
			p->measure);
		return;
	}
	c->role = ROLE_MISSING;
	text_copy(c->text, sizeof c->text, flag_meaning(published_flag(p->missing))->symbol);
}

static const char *
short_statistic(const struct published *p, char *dst, size_t size)
{
	static const char *const words[PUBLISHED_STATISTICS] = { N_("mean"), N_("top 2"),
		N_("bottom 2"), N_("net"), N_("share") };

	snprintf(dst, size, "%s%s%s%s", p->weighted ? _("(w) ") : "", _(words[p->statistic]),
		p->choice[0] ? " " : "", p->choice[0] ? p->choice_label : "");
	return dst;
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct published *p = &((const struct published_view *)self)->rows[row];

	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text, p->indicator_name);
		break;
	case 1:
		short_statistic(p, c->text, sizeof c->text);
		break;
	case 2:
		value_cell(p, c);
		break;
	case 3:
		if (!strcmp(p->missing, "no_weights"))
			c->text[0] = '\0';
		else if (p->answers == 0 && strcmp(p->missing, "no_answers"))
			text_copy(c->text, sizeof c->text, "#");
		else
			snprintf(c->text, sizeof c->text, "%ld", p->answers);
		break;
	default:
		snprintf(c->text, sizeof c->text, "%s%s", p->open ? "* " : "", p->wave);
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld",
		(long long)((const struct published_view *)self)->rows[row].id);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct published *p = &((const struct published_view *)self)->rows[row];

	snprintf(dst, size, "%s %s %s %s", p->indicator, p->indicator_name, p->wave, p->wording);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct published *p;

	if (row < 0)
		return;
	p = &((const struct published_view *)self)->rows[row];
	text_copy(dst, size, p->missing[0] ? published_missing(p) : p->wording);
}

static void
above(void *self, struct canvas *c)
{
	const struct published_view *v = self;
	bool open = false, weighted = false;

	for (int i = 0; i < v->base.count; i++) {
		open |= v->rows[i].open;
		weighted |= v->rows[i].weighted;
	}
	if (v->view.wave.id)
		canvas_printf(c, 0, 0, c->columns, ROLE_LABEL,
			_("F7 publishes a result, d chooses the wave: %s, %s"), v->view.wave.code,
			v->view.wave.survey_name);
	canvas_text(c, 1, 0, c->columns, ROLE_HINT,
		open && weighted ? _("* the wave is not closed yet: the value is preliminary; (w) "
				     "weighted")
		: open           ? _("* the wave is not closed yet: the value is preliminary")
		: weighted ? _("(w) weighted; a correction of a form changes the value at once.")
			   : _("A correction of a form changes the published value at once."));
}

static const struct list_column columns[] = {
	{ N_("Indicator"), 0, false },
	{ N_("What of it"), 16, false },
	{ N_("Value"), 13, true },
	{ N_("n"), 7, true },
	{ N_("Wave"), 18, false },
};

/* ---- taking back, and what was taken back ---- */

static const char *
copied(struct published_view *v, const char *text)
{
	return arena_string(&v->kept, text);
}

/* Beyond the next load. */
static void
keep_row(struct published_view *v, const struct published *from, struct published *to)
{
	*to = *from;
	to->indicator = copied(v, from->indicator);
	to->wave = copied(v, from->wave);
	to->question = copied(v, from->question);
	to->choice = copied(v, from->choice);
	to->filter = copied(v, from->filter);
}

static void
forget(struct published_view *v)
{
	arena_release(&v->kept);
	v->before = v->former = NULL;
	v->before_count = 0;
}

static void
keep_all(struct published_view *v)
{
	forget(v);
	v->before = arena_array(&v->kept, (size_t)v->base.count + 1, sizeof *v->before);
	for (int i = 0; i < v->base.count; i++)
		keep_row(v, &v->rows[i], &v->before[v->before_count++]);
}

/* After publishing under an indicator: what stood there before, if it was another result. */
static void
find_former(struct published_view *v, int64_t indicator)
{
	for (int i = 0; i < v->before_count; i++)
		if (v->before[i].indicator_id == indicator &&
			v->before[i].slot == v->view.wave.slot &&
			v->before[i].year == v->view.wave.year)
			v->former = &v->before[i];
}

static int
retract(struct screens *s, struct published_view *v, int row)
{
	struct error err = { 0 };
	struct published *p = &v->rows[row];

	if (app_may_write(v->base.app, &err) || published_retract(v->base.app->db, p, &err)) {
		app_error(s, _("Nothing was taken back"), &err);
		return SCREEN_HANDLED;
	}
	forget(v);
	v->former = arena_new(&v->kept, sizeof *v->former);
	keep_row(v, p, v->former);
	app_changed(s);
	screens_say(s, "%s", _("The result is taken back; z publishes it again."));
	return SCREEN_HANDLED;
}

static int
undo(struct screens *s, struct published_view *v)
{
	struct db *db = v->base.app->db;
	struct arena arena = { 0 };
	struct error err = { 0 };
	struct published_value value;
	struct publication p;
	struct indicator card;
	struct wave w;

	if (!v->former) {
		screens_say(s, "%s", _("There is nothing to take back here."));
		return SCREEN_HANDLED;
	}
	p = published_again(v->former);
	p.replace = true;
	if (app_may_write(v->base.app, &err) || wave_load(db, v->former->wave_id, &w, &err) ||
		indicator_load_id(db, v->former->indicator_id, &arena, &card, &err) ||
		published_publish(db, &w, &p, &card, &arena, NULL, &value, &err)) {
		app_error(s, _("Nothing was published"), &err);
	} else {
		forget(v);
		app_changed(s);
		screens_say(s, "%s", _("The result is published as it was."));
	}
	arena_release(&arena);
	return SCREEN_HANDLED;
}

/* ---- actions ---- */

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct published_view *v = self;

	switch (action) {
	case ACTION_WAVE_CHOOSE:
		wave_view_ask(s, &v->view, ANSWER_WAVE);
		return SCREEN_HANDLED;
	case ANSWER_WAVE:
		wave_view_take(s, &v->view, event->number);
		return SCREEN_HANDLED;
	case ACTION_NEW:
		keep_all(v);
		publish_open(s, &v->view.wave, NULL, ANSWER_PUBLISHED);
		return SCREEN_HANDLED;
	case ANSWER_PUBLISHED:
		find_former(v, event->number);
		screens_stale(s);
		return SCREEN_HANDLED;
	case ACTION_UNDO:
		return undo(s, v);
	default:
		return SCREEN_PASS;
	}
}

static int
ask_retract(struct screens *s, const struct published *p)
{
	char text[640];

	snprintf(text, sizeof text,
		_("%s\nWave %s. The value disappears from rankings, profiles and charts; the "
		  "indicator's card stays."),
		p->indicator_name, p->wave);
	dialog_ask(s, _("Take the result back?"), text, ANSWER_RETRACT, 0);
	return SCREEN_HANDLED;
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct published_view *v = self;
	const struct published *p = &v->rows[row];
	struct view view = { .indicator = p->indicator, .year = p->year, .slot = p->slot };
	struct error err = { 0 };
	struct arena arena = { 0 };
	struct indicator card;

	switch (action) {
	case ACTION_OPEN:
	case ACTION_SOURCE:
		if (indicator_load_id(v->base.app->db, p->indicator_id, &arena, &card, &err))
			screens_error(s, &err);
		else
			source_open(s, &card, p->year, p->slot);
		arena_release(&arena);
		return SCREEN_HANDLED;
	case ACTION_RANKING:
		screens_push(s, &ranking_screen, &view);
		return SCREEN_HANDLED;
	case ACTION_CARD:
		screens_push(s, &indicator_card_screen, &view);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		return ask_retract(s, p);
	case ANSWER_RETRACT:
		return retract(s, v, row);
	default:
		return SCREEN_PASS;
	}
}

static void
release(void *self)
{
	forget(self);
}

static const int row_ids[] = { ACTION_SOURCE, ACTION_RANKING, ACTION_CARD, 0 };

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No result is published yet: F7 publishes the first one."),
	.lines_above = 3,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
	.of_row = row_ids,
	.file = N_("published results"),
	.file_title = N_("Published results of surveys"),
	.release = release,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)argument;
	(void)err;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_NEW, ACTION_DELETE, ACTION_UNDO, ACTION_SOURCE,
	ACTION_RANKING, ACTION_CARD, ACTION_WAVE_CHOOSE, ACTION_EXPORT, ACTION_SEARCH,
	ACTION_FILTER, ACTION_REFRESH, 0 };

const struct screen published_list_screen = { .name = "published_list",
	.title = N_("Results as indicators"),
	.size = sizeof(struct published_view),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
