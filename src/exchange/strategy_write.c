/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole strategy into one CSV file that reads back as the same. */
#include "config.h"

#include "exchange/strategy_writing.h"

#include "base/csv_write.h"
#include "base/number.h"
#include "base/sha256.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/strategies/goal.h"
#include "model/strategies/target_correction.h"
#include "model/strategies/task.h"
#include "model/strategies/task_money.h"
#include "model/strategies/words_mark.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STATE_SIZE = 18 }; /* of the check sum as the file has it */

void
strategy_write_begin(struct strategy_writing *w, const char *kind)
{
	for (int i = 0; i < SC_COUNT; i++)
		w->cells[i] = "";
	w->cells[SC_ROW] = kind;
}

void
strategy_write_end(struct strategy_writing *w)
{
	bool counts = w->sum && strcmp(w->cells[SC_ROW], "change") != 0 && /* what was */
		      strcmp(w->cells[SC_ROW], "reading") != 0 &&          /* they have rev, was */
		      strcmp(w->cells[SC_ROW], "correction") != 0, /* known after approval */
		strategy = strcmp(w->cells[SC_ROW], "strategy") == 0;

	for (int i = 0; i < SC_COUNT; i++) {
		csv_cell(w->out, ',', i == 0, w->cells[i]);
		if (counts && !(strategy && i == SC_CODE))
			sha256_update(w->sum, w->cells[i], strlen(w->cells[i]) + 1);
	}
	output_puts(w->out, "\n");
}

void
strategy_write_number(struct strategy_writing *w, enum strategy_column column, double value)
{
	char text[64];

	if (!isnan(value))
		w->cells[column] =
			arena_string(&w->arena, number_plain(text, sizeof(text), value, -1));
}

/* 0 stays empty. */
void
strategy_write_whole(struct strategy_writing *w, enum strategy_column column, int value)
{
	if (value)
		w->cells[column] = arena_format(&w->arena, "%d", value);
}

static void
put_letter(struct strategy_writing *w, enum strategy_column column, char letter)
{
	w->cells[column] = arena_format(&w->arena, "%c", letter);
}

/* Seven digits, twelve of a region: as any file has them. */
static void
put_unit(struct strategy_writing *w, int slot)
{
	const struct unit *unit = unit_by_slot(w->units, slot);

	if (unit)
		w->cells[SC_UNIT] = unit_teryt(unit);
}

static void
put_goal(struct strategy_writing *w, int64_t goal)
{
	int i = goal_index(w->goals, w->goal_count, goal);

	w->cells[SC_GOAL] = i < 0 ? "" : w->goals[i].number;
}

static void
write_strategy(struct strategy_writing *w)
{
	const struct strategy *s = w->strategy;

	strategy_write_begin(w, "strategy");
	put_unit(w, s->slot);
	w->cells[SC_CODE] = s->code;
	w->cells[SC_KIND] = strategy_kind_name(s->kind);
	w->cells[SC_NAME] = s->name;
	w->cells[SC_TEXT] = s->vision;
	w->cells[SC_MISSION] = s->mission;
	w->cells[SC_PARENT] = s->parent_code;
	strategy_write_whole(w, SC_FROM, s->first_year);
	strategy_write_whole(w, SC_TO, s->last_year);
	w->cells[SC_REV] = w->state;
	w->cells[SC_STATE] = strategy_state_name(s->state);
	w->cells[SC_RESOLUTION] = s->resolution;
	w->cells[SC_ADOPTED_ON] = s->adopted_on;
	w->cells[SC_CASE_MARK] = s->case_mark;
	for (int i = 0; i < STRATEGY_LEVELS; i++)
		w->cells[SC_LEVEL1 + i] = s->level[i];
	w->cells[SC_RULE] = goal_rule_name(s->rule);
	w->cells[SC_MADE_UP] = s->made_up ? "yes" : "no";
	w->cells[SC_NOTE] = s->note;
	strategy_write_end(w);
}

static int
by_code(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* By code: slots differ from database to database. */
static int
write_units(struct strategy_writing *w, struct error *err)
{
	int *slots, count;
	const char **codes;

	if (strategy_units(w->db, w->strategy->id, &w->arena, &slots, &count, err))
		return -1;
	codes = arena_array(&w->arena, (size_t)count + 1, sizeof(*codes));
	for (int i = 0; i < count; i++) {
		put_unit(w, slots[i]);
		codes[i] = w->cells[SC_UNIT];
	}
	qsort(codes, (size_t)count, sizeof(*codes), by_code);
	for (int i = 0; i < count; i++) {
		strategy_write_begin(w, "unit");
		w->cells[SC_UNIT] = codes[i];
		strategy_write_end(w);
	}
	return 0;
}

static void
note(struct strategy_file_ids *ids, int64_t **list, int *count, size_t *room, int64_t id)
{
	*list = arena_grow(ids->arena, *list, (size_t)*count, room, sizeof(**list));
	(*list)[(*count)++] = id;
}

static int
write_goals(struct strategy_writing *w, struct error *err)
{
	if (goal_tree(w->db, w->strategy->id, false, &w->arena, &w->goals, &w->goal_count, err))
		return -1;
	for (int i = 0; i < w->goal_count; i++) {
		const struct goal *g = &w->goals[i];

		strategy_write_begin(w, "goal");
		w->cells[SC_GOAL] = g->number;
		w->cells[SC_NAME] = g->name;
		w->cells[SC_TEXT] = g->text;
		w->cells[SC_DIMENSION] = goal_dimension_name(g->dimension);
		strategy_write_end(w);
		if (w->ids)
			note(w->ids, &w->ids->goals, &w->ids->goal_count, &w->ids->goal_room,
				g->id);
	}
	return 0;
}

static void
write_target(struct strategy_writing *w, const struct target *t, int item)
{
	strategy_write_begin(w, "indicator");
	put_goal(w, t->goal);
	strategy_write_whole(w, SC_ITEM, item);
	w->cells[SC_NAME] = t->name;
	w->cells[SC_KIND] = target_kind_name(t->kind);
	w->cells[SC_CODE] = t->indicator;
	put_unit(w, t->slot);
	w->cells[SC_MEASURE] = t->measure;
	strategy_write_number(w, SC_DECIMALS, t->decimals);
	put_letter(w, SC_DIRECTION, t->direction);
	strategy_write_number(w, SC_LOW, t->low);
	strategy_write_number(w, SC_HIGH, t->high);
	strategy_write_number(w, SC_TOLERANCE, t->tolerance);
	strategy_write_whole(w, SC_BASE_YEAR, t->base_year);
	strategy_write_number(w, SC_BASE, t->base);
	strategy_write_whole(w, SC_TARGET_YEAR, t->target_year);
	strategy_write_number(w, SC_TARGET, t->target);
	w->cells[SC_OFFICE] = t->office;
	w->cells[SC_SOURCE] = t->source;
	put_letter(w, SC_FREQUENCY, t->frequency);
	strategy_write_whole(w, SC_MONTH, t->month);
	w->cells[SC_METHOD] = t->method;
	w->cells[SC_NOTE] = t->note;
	strategy_write_end(w);
	for (int i = 0; i < t->path_count; i++) {
		strategy_write_begin(w, "path");
		strategy_write_whole(w, SC_ITEM, item);
		strategy_write_whole(w, SC_YEAR, t->path[i].year);
		strategy_write_number(w, SC_VALUE, t->path[i].value);
		strategy_write_end(w);
	}
}

static int
write_readings(struct strategy_writing *w, const struct target *t, int item, struct error *err)
{
	struct target_reading *list;
	char mark[WORDS_MARK_SIZE];
	int count;

	if (target_readings_known(w->db, w->strategy->id, t->id, &w->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++) {
		strategy_write_begin(w, "reading");
		strategy_write_whole(w, SC_ITEM, item);
		strategy_write_whole(w, SC_YEAR, list[i].year);
		strategy_write_number(w, SC_VALUE, list[i].value);
		if (list[i].flag)
			w->cells[SC_FLAG] = flag_meaning(list[i].flag)->symbol;
		w->cells[SC_SOURCE] = list[i].source;
		w->cells[SC_REV] = arena_string(&w->arena, words_mark(mark, list[i].source));
		w->cells[SC_WAS] = w->cells[list[i].flag ? SC_FLAG : SC_VALUE];
		strategy_write_end(w);
	}
	return 0;
}

/* Of what an indicator feeds; the last of a year counts. The figures come with its own files. */
static int
write_corrections(struct strategy_writing *w, const struct target *t, int item, struct error *err)
{
	struct target_correction *list;
	int count;

	if (target_corrections(w->db, w->strategy->id, &w->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++) {
		if (list[i].target != t->id)
			continue;
		strategy_write_begin(w, "correction");
		strategy_write_whole(w, SC_ITEM, item);
		strategy_write_whole(w, SC_YEAR, list[i].year);
		strategy_write_number(w, SC_VALUE, list[i].value);
		if (list[i].flag)
			w->cells[SC_FLAG] = flag_meaning(list[i].flag)->symbol;
		w->cells[SC_DAY] = list[i].dated_on;
		w->cells[SC_REASON] = list[i].reason;
		strategy_write_end(w);
	}
	return 0;
}

/* In the order of the tree, those of the whole strategy first: goals that were moved keep their
 * ids, and what is read back has new ones. */
static int
write_targets(struct strategy_writing *w, struct error *err)
{
	const struct target_filter filter = { .strategy = w->strategy->id };
	struct target *list;
	int count, item = 0;

	if (target_list(w->db, &filter, &w->arena, &list, &count, err))
		return -1;
	w->targets = arena_array(&w->arena, (size_t)count + 2, sizeof(*w->targets));
	for (int g = -1; g < w->goal_count; g++)
		for (int i = 0; i < count; i++) {
			if (goal_index(w->goals, w->goal_count, list[i].goal) != g)
				continue;
			write_target(w, &list[i], ++item);
			if (w->ids)
				note(w->ids, &w->ids->targets, &w->ids->target_count,
					&w->ids->target_room, list[i].id);
			if (list[i].indicator[0] ? write_corrections(w, &list[i], item, err)
						 : write_readings(w, &list[i], item, err))
				return -1;
			w->targets[item] = list[i].id;
		}
	return 0;
}

/* Oldest first, as they will be numbered; a row for each field. */
static int
write_changes(struct strategy_writing *w, struct error *err)
{
	const struct strategy_change_filter filter = { .strategy = w->strategy->id };
	struct strategy_change *list, *c;
	int count;

	if (strategy_change_list(w->db, &filter, &w->arena, &list, &count, err))
		return -1;
	for (int i = 0, k = 0; i < count; k + 1 < c->line_count ? k++ : (i++, k = 0)) {
		c = &list[count - 1 - i];
		strategy_write_begin(w, "change");
		strategy_write_whole(w, SC_NUMBER, i + 1);
		w->cells[SC_KIND] = change_noun_name(c->noun);
		w->cells[SC_STATE] = change_act_name(c->act);
		w->cells[SC_NAME] = c->name;
		w->cells[SC_DAY] = c->changed_on;
		w->cells[SC_RESOLUTION] = c->resolution;
		w->cells[SC_REASON] = c->reason;
		if (c->noun == CHANGE_GOAL)
			put_goal(w, c->row);
		for (int t = 1; c->noun == CHANGE_TARGET && w->targets[t]; t++)
			if (w->targets[t] == c->row)
				strategy_write_whole(w, SC_ITEM, t);
		if (k < c->line_count) {
			w->cells[SC_CODE] = c->lines[k].field;
			w->cells[SC_WAS] = c->lines[k].before;
			w->cells[SC_TEXT] = c->lines[k].now;
		}
		strategy_write_end(w);
	}
	return 0;
}

static void
write_task(struct strategy_writing *w, const struct task *t, int item)
{
	strategy_write_begin(w, "task");
	put_goal(w, t->goal);
	strategy_write_whole(w, SC_ITEM, item);
	w->cells[SC_NAME] = t->name;
	w->cells[SC_KIND] = task_kind_name(t->kind);
	w->cells[SC_OFFICE] = t->office;
	w->cells[SC_PARTNERS] = t->partners;
	w->cells[SC_FROM] = t->planned_from;
	w->cells[SC_TO] = t->planned_to;
	w->cells[SC_REAL_FROM] = t->real_from;
	w->cells[SC_REAL_TO] = t->real_to;
	w->cells[SC_STATE] = task_state_name(t->state);
	w->cells[SC_REASON] = t->reason;
	if (t->percent != TASK_PERCENT_UNKNOWN)
		w->cells[SC_PERCENT] = arena_format(&w->arena, "%d", t->percent);
	w->cells[SC_PRODUCT] = t->product;
	w->cells[SC_NOTE] = t->note;
	strategy_write_end(w);
}

static const char *
amount(struct strategy_writing *w, int64_t grosze)
{
	char text[32];

	return arena_string(&w->arena, money_plain(text, sizeof(text), grosze));
}

static void
write_money(struct strategy_writing *w, const struct task_money *m, int item)
{
	strategy_write_begin(w, "money");
	strategy_write_whole(w, SC_ITEM, item);
	strategy_write_whole(w, SC_YEAR, m->year);
	w->cells[SC_KIND] = money_source_name(m->source);
	w->cells[SC_PLANNED] = amount(w, m->planned);
	w->cells[SC_SPENT] = amount(w, m->spent);
	strategy_write_end(w);
}

static int
write_tasks(struct strategy_writing *w, struct error *err)
{
	const struct task_filter filter = { .strategy = w->strategy->id };
	struct task_money *money;
	int lines, item = 0;

	if (task_list(w->db, &filter, &w->arena, &w->tasks, &w->task_count, err) ||
		task_money_of_strategy(w->db, w->strategy->id, &w->arena, &money, &lines, err))
		return -1;
	w->items = arena_array(&w->arena, (size_t)w->task_count + 1, sizeof(*w->items));
	for (int g = -1; g < w->goal_count; g++)
		for (int i = 0; i < w->task_count; i++) {
			if (goal_index(w->goals, w->goal_count, w->tasks[i].goal) != g)
				continue;
			w->items[i] = ++item;
			if (w->ids)
				note(w->ids, &w->ids->tasks, &w->ids->task_count,
					&w->ids->task_room, w->tasks[i].id);
			write_task(w, &w->tasks[i], item);
			for (int m = 0; m < lines; m++)
				if (money[m].task == w->tasks[i].id)
					write_money(w, &money[m], item);
		}
	return 0;
}

static int
write_below(struct strategy_writing *w, struct error *err)
{
	return write_units(w, err) || write_goals(w, err) || write_targets(w, err) ||
			       write_changes(w, err) || write_tasks(w, err) ||
			       strategy_write_lines(w, err)
		       ? -1
		       : 0;
}

/* The sum stands in the first row and is of all: they wait in memory for it. It begins with a
 * letter, so that no spreadsheet takes it for a number. */
int
strategy_file_write(struct db *db, const struct unit_table *units, const struct strategy *s,
	struct strategy_file_ids *ids, struct output *out, struct error *err)
{
	struct output *first = output_memory(), *below = output_memory();
	struct strategy_writing w = {
		.db = db, .units = units, .strategy = s, .out = first, .ids = ids
	};
	char hex[SHA256_HEX], state[STATE_SIZE];
	const char *text;
	size_t length;
	int failed;

	w.sum = sha256_new();
	w.state = "";
	write_strategy(&w);
	w.out = below;
	failed = write_below(&w, err);
	sha256_finish(w.sum, hex);
	snprintf(state, STATE_SIZE, "s%.*s", STATE_SIZE - 2, hex);

	w.out = out;
	w.sum = NULL;
	w.state = state;
	for (int i = 0; i < SC_COUNT; i++)
		csv_cell(out, ',', i == 0, strategy_columns[i].names[0]);
	output_puts(out, "\n");
	write_strategy(&w);
	text = output_text(below, &length);
	output_write(out, text, length);
	output_abort(first);
	output_abort(below);
	arena_release(&w.arena);
	return failed;
}
