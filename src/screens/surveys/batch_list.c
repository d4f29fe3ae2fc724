/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The batches of a wave: what came in, what became of it, where the paper lies. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/files/print.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/surveys/survey_form.h"
#include "screens/surveys/survey_screens.h"
#include "tui/dialog.h"
#include "tui/pager.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct batches {
	struct list_screen base;
	int64_t wave_id; /* 0 = the wave looked at last */
	struct wave wave;
	struct wave_counts counts;
	struct batch *rows;
	struct wave *waves; /* that can be chosen */
	int wave_total;
	struct batch asked; /* what a question is about, as it was then */
};

enum { ANSWER_SAVED = ACTION_ANSWER_1, ANSWER_WAVE, ANSWER_REOPEN, ANSWER_PRINT };

static void
number_cell(const struct batch *b, int column, struct list_cell *c)
{
	const int counts[] = { b->received, b->keyed, b->empty + b->empty_forms,
		b->spoilt + b->spoilt_forms, b->missing, b->waiting + b->keying };

	snprintf(c->text, sizeof c->text, "%d", counts[column]);
}

static void
cell(const void *data, int row, int column, struct list_cell *c)
{
	const struct batch *b = &((const struct batches *)data)->rows[row];

	c->role = b->closed_at[0] ? ROLE_HINT : ROLE_TEXT;
	if (column == 0)
		snprintf(c->text, sizeof c->text, "%d  %s", b->number, b->received_from);
	else if (column == 1)
		snprintf(c->text, sizeof c->text, "%lld–%lld", (long long)b->first_number,
			(long long)b->last_number);
	else if (column < 8)
		number_cell(b, column - 2, c);
	else if (column == 8 && b->second_chosen)
		snprintf(c->text, sizeof c->text, "%d/%d", b->second_done + b->differing,
			b->second_chosen);
	else if (column == 9)
		text_copy(c->text, sizeof c->text,
			b->closed_at[0] ? C_("batch", "closed") : C_("batch", "open"));
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct batches *)self)->rows[row].id);
}

static void
key(const void *data, int row, char *dst, size_t size)
{
	const struct batch *b = &((const struct batches *)data)->rows[row];

	snprintf(dst, size, "%d %s %s %s %s", b->number, b->received_from, b->room, b->binder,
		b->lent_to);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct batch *b = row < 0 ? NULL : &((const struct batches *)self)->rows[row];

	if (!b)
		return;
	if (b->lent_to[0])
		snprintf(dst, size, _("The paper is lent to: %s"), b->lent_to);
	else if (b->room[0] || b->binder[0])
		snprintf(dst, size, _("The paper: room %s, binder %s"), b->room[0] ? b->room : "–",
			b->binder[0] ? b->binder : "–");
	else
		text_copy(dst, size, _("Where the paper lies is not said yet (F4)."));
}

static const struct list_column columns[] = {
	{ N_("Batch"), 0, false },
	{ N_("Numbers"), 11, false },
	{ N_("In"), 6, true },
	{ N_("Keyed"), 6, true },
	{ N_("Empty"), 5, true },
	{ N_("Spoil."), 6, true },
	{ N_("Lost"), 5, true },
	{ N_("Wait"), 5, true },
	{ N_("Second"), 7, true },
	{ N_("State"), 6, false },
};

static int
load(void *self, struct error *err)
{
	struct batches *v = self;
	struct app *app = v->base.app;

	v->wave_total = 0;
	if (v->wave_id ? wave_load(app->db, v->wave_id, &v->wave, err)
		       : survey_wave(app, &v->wave, err))
		return -1;
	v->wave_id = v->wave.id;
	if (wave_count(app->db, v->wave_id, &v->counts, err) ||
		wave_list(app->db, 0, &v->base.arena, &v->waves, &v->wave_total, err))
		return -1;
	return batch_list(app->db, v->wave_id, &v->base.arena, &v->rows, &v->base.count, err);
}

static void
above(void *self, struct canvas *c)
{
	const struct batches *v = self;
	const struct wave_counts *n = &v->counts;

	canvas_printf(c, 0, 0, -1, ROLE_TITLE, _("%s, wave %s (%s)"), v->wave.survey_name,
		v->wave.code, survey_wave_state(&v->wave));
	canvas_printf(c, 1, 0, -1, ROLE_HINT,
		_("Received %d: keyed %d, empty %d, spoilt %d, waiting %d, not found %d"),
		n->received, n->keyed, n->empty, n->spoilt, n->waiting + n->keying, n->missing);
}

/* ---- what is done ---- */

static void
choose_wave(struct screens *s, const struct batches *v)
{
	struct arena arena = { 0 };
	const char **choices = arena_array(&arena, (size_t)v->wave_total + 1, sizeof *choices);
	int at = 0;

	for (int i = 0; i < v->wave_total; i++) {
		choices[i] = arena_format(&arena, "%s: %s, %s", v->waves[i].code,
			v->waves[i].survey_name, survey_wave_state(&v->waves[i]));
		if (v->waves[i].id == v->wave_id)
			at = i;
	}
	dialog_choose(s, _("Wave"), choices, v->wave_total, at, ANSWER_WAVE);
	arena_release(&arena);
}

/* The numbers in their order, some in a row: a list to take to the shelf. */
static void
show_fetch(struct screens *s, const struct batches *v, const struct batch *b)
{
	struct arena arena = { 0 };
	struct error err = { 0 };
	int64_t *numbers;
	char *text = NULL, title[128];
	size_t size;
	int count;
	FILE *out = NULL;

	if (batch_second_forms(app_of(s)->db, b->id, &arena, &numbers, &count, &err)) {
		screens_error(s, &err);
	} else if (count == 0) {
		screens_say(s, "%s", _("No form of this batch waits for second keying."));
	} else if ((out = open_memstream(&text, &size))) {
		fprintf(out,
			P_("Wave %s, batch %d: %d form to fetch\n",
				"Wave %s, batch %d: %d forms to fetch\n", (unsigned long)count),
			v->wave.code, b->number, count);
		fprintf(out, _("Room %s, binder %s\n\n"), b->room[0] ? b->room : "–",
			b->binder[0] ? b->binder : "–");
		for (int i = 0; i < count; i++)
			fprintf(out, "%8lld%s", (long long)numbers[i],
				i % 8 == 7 || i + 1 == count ? "\n" : "");
		snprintf(title, sizeof title, _("To fetch: batch %d"), b->number);
		if (fclose(out) == 0)
			pager_open(s, title, text, false);
		free(text);
	}
	arena_release(&arena);
}

/* ---- to print ---- */

static const struct {
	const char *label;
	enum slip slip;
	bool whole; /* of the wave */
} papers[] = {
	{ N_("Slip of the batch"), SLIP_BATCH, false },
	{ N_("Forms to fetch for second keying"), SLIP_SECOND, false },
	{ N_("Differences to look up"), SLIP_DIFFERENCES, false },
	{ N_("Closing protocol of the batch"), SLIP_PROTOCOL, false },
	{ N_("Closing protocol of the wave"), SLIP_PROTOCOL, true },
	{ N_("Blank paper form"), 0, true },
};

enum { PAPERS = sizeof papers / sizeof *papers };

static void
ask_print(struct screens *s, struct batches *v, const struct batch *b)
{
	const char *labels[PAPERS];

	v->asked = *b;
	for (int i = 0; i < PAPERS; i++)
		labels[i] = _(papers[i].label);
	dialog_choose(s, _("To print"), labels, PAPERS, 0, ANSWER_PRINT);
}

static void
print(struct screens *s, const struct batches *v, long which)
{
	if (which < 0 || which >= PAPERS)
		return;
	if (which == PAPERS - 1)
		print_questionnaire(s, v->wave.version, v->wave.id);
	else
		print_slip(
			s, papers[which].slip, v->wave.id, papers[which].whole ? 0 : v->asked.id);
}

static void
ask_close(struct screens *s, struct batches *v, const struct batch *b)
{
	char text[256];

	v->asked = *b;
	if (!b->closed_at[0]) {
		batch_close_open(s, b->id);
		return;
	}
	snprintf(text, sizeof text, _("The batch %d is closed. Open it again for changes?"),
		b->number);
	dialog_ask(s, _("Open again"), text, ANSWER_REOPEN, 0);
}

static void
reopen(struct screens *s, struct batches *v)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (survey_may(app, PERSON_COORDINATOR, &err) || batch_reopen(app->db, &v->asked, &err)) {
		screens_stale(s); /* a colleague may have been faster */
		app_error(s, _("The batch stays closed"), &err);
		return;
	}
	app_changed(s);
	screens_say(s, "%s", _("The batch is open again."));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct batches *v = self;

	switch (action) {
	case ACTION_NEW:
		card_form_open(s, &batch_form, 0, v->wave_id, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		list_screen_want(v, event->number);
		return SCREEN_HANDLED;
	case ACTION_WAVE_CHOOSE:
		choose_wave(s, v);
		return SCREEN_HANDLED;
	case ANSWER_WAVE:
		if (event->number < v->wave_total) {
			v->wave_id = v->waves[event->number].id;
			survey_remember_wave(app_of(s), v->waves[event->number].code);
		}
		screens_stale(s);
		return SCREEN_HANDLED;
	case ACTION_CARD:
		screens_push(s, &wave_card_screen, &v->wave_id);
		return SCREEN_HANDLED;
	case ANSWER_REOPEN:
		reopen(s, v);
		return SCREEN_HANDLED;
	case ANSWER_PRINT:
		print(s, v, event->number);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct batches *v = self;
	const struct batch *b = &v->rows[row];

	switch (action) {
	case ACTION_OPEN:
		screens_push(s, &form_list_screen, &b->id);
		return SCREEN_HANDLED;
	case ACTION_EDIT:
		card_form_open(s, &batch_form, b->id, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_CLOSE:
		ask_close(s, v, b);
		return SCREEN_HANDLED;
	case ACTION_FETCH:
		show_fetch(s, v, b);
		return SCREEN_HANDLED;
	case ACTION_PRINT:
		ask_print(s, v, b);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static void
about(const void *self, char *dst, size_t size)
{
	text_copy(dst, size, ((const struct batches *)self)->wave.code);
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No paper yet: F7 takes the first batch in."),
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
	.about = about,
	.file = N_("batches"),
	.file_title = N_("Batches of paper"),
};

/* Without any wave there is nothing to show: the sentence says what to do first. */
static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct batches *v = self;

	if (argument)
		v->wave_id = *(const int64_t *)argument;
	else if (survey_wave(app_of(s), &v->wave, err))
		return -1;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_CLOSE, ACTION_WAVE_CHOOSE, ACTION_FETCH, ACTION_PRINT, ACTION_CARD, 0 };

const struct screen batch_list_screen = { .name = "batch_list",
	.title = N_("Batches of paper"),
	.size = sizeof(struct batches),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
