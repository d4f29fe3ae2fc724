/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which wave and which batch are keyed: two lists of what is open. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/keying/keying.h"

#include <stdio.h>
#include <string.h>

/* ---- waves ---- */

struct wave_row {
	struct wave wave;
	struct wave_counts counts;
};

struct waves {
	struct list_screen base;
	enum reading_kind kind;
	struct wave_row *rows;
	bool closed; /* some waves are, and do not stand here */
};

static int
load_waves(void *self, struct error *err)
{
	struct waves *w = self;
	struct db *db = w->base.app->db;
	struct wave *list;
	int count;

	if (wave_list(db, 0, &w->base.arena, &list, &count, err))
		return -1;
	w->closed = false;
	w->rows = arena_array(&w->base.arena, (size_t)count + 1, sizeof *w->rows);
	for (int i = 0; i < count; i++) {
		struct wave_row *row = &w->rows[w->base.count];

		if (list[i].closed_at[0]) {
			w->closed = true;
			continue;
		}
		row->wave = list[i];
		if (wave_count(db, list[i].id, &row->counts, err))
			return -1;
		w->base.count++;
	}
	return 0;
}

static void
wave_cell(const void *self, int row, int column, struct list_cell *cell)
{
	const struct wave_row *r = &((const struct waves *)self)->rows[row];
	const int numbers[] = { r->counts.open_batches, r->counts.waiting, r->counts.keying,
		r->counts.keyed, r->counts.other_modes };

	if (column == 0)
		snprintf(cell->text, sizeof cell->text, "%.120s%s%.120s", r->wave.survey_name,
			r->wave.name[0] ? " · " : "", r->wave.name);
	else if (column == 1)
		text_copy(cell->text, sizeof cell->text, r->wave.code);
	else
		snprintf(cell->text, sizeof cell->text, "%d", numbers[column - 2]);
}

static void
wave_id(const void *self, int row, char *dst, size_t size)
{
	text_copy(dst, size, ((const struct waves *)self)->rows[row].wave.code);
}

static void
wave_note(const void *self, int row, char *dst, size_t size)
{
	(void)row;
	if (((const struct waves *)self)->closed)
		text_copy(dst, size,
			_("Closed waves do not stand here; menu 3 6, z opens one again."));
}

static int
act_wave(struct screens *s, void *self, int row, int action)
{
	const struct waves *w = self;

	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	screens_push(s, &keying_batches_screen,
		&(struct keying_task){ .kind = w->kind, .wave = w->rows[row].wave.id });
	return SCREEN_HANDLED;
}

static const struct list_column wave_columns[] = {
	{ N_("Survey and wave"), 0, false },
	{ N_("Code"), 18, false },
	{ N_("Batches"), 7, true },
	{ N_("Waiting"), 7, true },
	{ N_("In keying"), 9, true },
	{ N_("Keyed"), 7, true },
	{ N_("Imported"), 8, true },
};

static const struct list_screen_kind waves_kind = {
	.columns = wave_columns,
	.column_count = sizeof wave_columns / sizeof *wave_columns,
	.empty = N_("No wave is open. Menu 3 6 makes one; z there opens a closed one again."),
	.load = load_waves,
	.cell = wave_cell,
	.id = wave_id,
	.note = wave_note,
	.act_row = act_wave,
};

static int
start_waves(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct waves *w = self;

	(void)err;
	w->kind = argument ? *(const enum reading_kind *)argument : READING_FIRST;
	list_screen_start(s, self, &waves_kind);
	return 0;
}

static const int list_ids[] = { ACTION_OPEN, ACTION_SEARCH, ACTION_FILTER, ACTION_REFRESH, 0 };

const struct screen keying_waves_screen = { .name = "keying_waves",
	.title = N_("Keying"),
	.size = sizeof(struct waves),
	.actions = list_ids,
	.start = start_waves,
	LIST_SCREEN };

/* ---- batches ---- */

struct batches {
	struct list_screen base;
	struct keying_task task;
	struct wave wave;
	struct batch *rows;
};

static int
load_batches(void *self, struct error *err)
{
	struct batches *b = self;
	struct batch *list;
	int count;

	if (batch_list(b->base.app->db, b->wave.id, &b->base.arena, &list, &count, err))
		return -1;
	b->rows = list;
	for (int i = 0; i < count; i++)
		if (!list[i].closed_at[0])
			b->rows[b->base.count++] = list[i];
	return 0;
}

static void
batch_cell(const void *self, int row, int column, struct list_cell *cell)
{
	const struct batches *b = self;
	const struct batch *r = &b->rows[row];
	bool second = b->task.kind == READING_SECOND;
	const int numbers[] = { second ? r->second_chosen - r->second_done : r->waiting, r->keying,
		second ? r->second_done : r->keyed };

	if (column == 0)
		snprintf(cell->text, sizeof cell->text, "%d%s%s", r->number,
			r->received_from[0] ? " · " : "", r->received_from);
	else if (column == 1)
		snprintf(cell->text, sizeof cell->text, "%lld–%lld", (long long)r->first_number,
			(long long)r->last_number);
	else
		snprintf(cell->text, sizeof cell->text, "%d", numbers[column - 2]);
}

static void
batch_id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%d", ((const struct batches *)self)->rows[row].number);
}

static int
act_batch(struct screens *s, void *self, int row, int action)
{
	const struct batches *b = self;
	struct keying_task task = b->task;

	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	task.batch = b->rows[row].id;
	screens_push(s, &keying_number_screen, &task);
	return SCREEN_HANDLED;
}

static const struct list_column batch_columns[] = {
	{ N_("Batch"), 0, false },
	{ N_("Numbers"), 17, false },
	{ N_("Waiting"), 8, true },
	{ N_("In keying"), 10, true },
	{ N_("Forms keyed"), 12, true },
};

static const struct list_screen_kind batches_kind = {
	.columns = batch_columns,
	.column_count = sizeof batch_columns / sizeof *batch_columns,
	.empty = N_("No batch is open. Menu 3 4: F7 receives paper, z opens a closed batch."),
	.load = load_batches,
	.cell = batch_cell,
	.id = batch_id,
	.act_row = act_batch,
};

static int
start_batches(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct batches *b = self;

	b->task = *(const struct keying_task *)argument;
	if (wave_load(app_of(s)->db, b->task.wave, &b->wave, err))
		return -1;
	list_screen_start(s, self, &batches_kind);
	return 0;
}

static void
head_batches(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	(void)right;
	(void)right_size;
	text_copy(left, left_size, ((struct batches *)self)->wave.code);
}

const struct screen keying_batches_screen = { .name = "keying_batches",
	.title = N_("Batches"),
	.size = sizeof(struct batches),
	.actions = list_ids,
	.start = start_batches,
	.head = head_batches,
	LIST_SCREEN };
