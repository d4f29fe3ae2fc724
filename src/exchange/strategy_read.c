/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a strategy's file: every kind of row has its function; a refusal names line and column. */
#include "config.h"

#include "exchange/strategy_parts.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/flag.h"
#include "model/kept.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

const struct header_column strategy_columns[SC_COUNT] = {
	[SC_ROW] = { { "row", NULL }, true },
	[SC_GOAL] = { { "goal", NULL }, true },
	[SC_ITEM] = { { "item", NULL }, true },
	[SC_YEAR] = { { "year", NULL }, false },
	[SC_NAME] = { { "name", NULL }, true },
	[SC_TEXT] = { { "text", NULL }, false },
	[SC_KIND] = { { "kind", NULL }, false },
	[SC_CODE] = { { "code", NULL }, true },
	[SC_UNIT] = { { "unit", NULL }, true },
	[SC_DIMENSION] = { { "dimension", NULL }, false },
	[SC_MEASURE] = { { "measure", NULL }, false },
	[SC_DECIMALS] = { { "decimals", NULL }, false },
	[SC_DIRECTION] = { { "direction", NULL }, false },
	[SC_LOW] = { { "low", NULL }, false },
	[SC_HIGH] = { { "high", NULL }, false },
	[SC_TOLERANCE] = { { "tolerance", NULL }, false },
	[SC_BASE_YEAR] = { { "base_year", NULL }, false },
	[SC_BASE] = { { "base", NULL }, false },
	[SC_TARGET_YEAR] = { { "target_year", NULL }, false },
	[SC_TARGET] = { { "target", NULL }, false },
	[SC_VALUE] = { { "value", NULL }, false },
	[SC_FLAG] = { { "flag", NULL }, false },
	[SC_OFFICE] = { { "office", NULL }, false },
	[SC_SOURCE] = { { "source", NULL }, false },
	[SC_FREQUENCY] = { { "frequency", NULL }, false },
	[SC_MONTH] = { { "month", NULL }, false },
	[SC_METHOD] = { { "method", NULL }, false },
	[SC_NOTE] = { { "note", NULL }, false },
	[SC_STATE] = { { "state", NULL }, false },
	[SC_REASON] = { { "reason", NULL }, false },
	[SC_FROM] = { { "from", NULL }, false },
	[SC_TO] = { { "to", NULL }, false },
	[SC_REAL_FROM] = { { "real_from", NULL }, false },
	[SC_REAL_TO] = { { "real_to", NULL }, false },
	[SC_PERCENT] = { { "percent", NULL }, false },
	[SC_PARTNERS] = { { "partners", NULL }, false },
	[SC_PRODUCT] = { { "product", NULL }, false },
	[SC_PLANNED] = { { "planned", NULL }, false },
	[SC_SPENT] = { { "spent", NULL }, false },
	[SC_RESOLUTION] = { { "resolution", NULL }, false },
	[SC_ADOPTED_ON] = { { "adopted_on", NULL }, false },
	[SC_CASE_MARK] = { { "case_mark", NULL }, false },
	[SC_MISSION] = { { "mission", NULL }, false },
	[SC_LEVEL1] = { { "level1", NULL }, false },
	[SC_LEVEL2] = { { "level2", NULL }, false },
	[SC_LEVEL3] = { { "level3", NULL }, false },
	[SC_RULE] = { { "rule", NULL }, false },
	[SC_PARENT] = { { "parent", NULL }, false },
	[SC_MADE_UP] = { { "made_up", NULL }, false },
};

struct row { /* one line while it is read */
	struct strategy_read *f;
	long line;
	const char *cells[SC_COUNT];
	struct error *err;
};

static int
refuse(const struct row *r, enum strategy_column column, const char *expected)
{
	int place = header_column(&r->f->header, column);
	char shown[64];

	text_clean(shown, sizeof(shown), r->cells[column]);
	return error_at(r->err, ERROR_INPUT, r->line, place,
		_("Line %ld, column %d (%s): “%s” where %s is expected."), r->line, place,
		strategy_columns[column].names[0], shown, expected);
}

/* ---- cells ---- */

static int
take_text(const struct row *r, enum strategy_column column, char *dst, size_t size)
{
	char limit[64];

	if (strlen(r->cells[column]) >= size) {
		snprintf(limit, sizeof(limit), _("a text of at most %d bytes"), (int)size - 1);
		return refuse(r, column, limit);
	}
	text_copy(dst, size, r->cells[column]);
	return 0;
}

#define TAKE(column, field) take_text(r, column, field, sizeof(field))

/* Empty is NAN. */
static int
take_number(const struct row *r, enum strategy_column column, double *out)
{
	*out = NAN;
	if (!r->cells[column][0])
		return 0;
	return number_parse(r->cells[column], out) ? refuse(r, column, _("a number")) : 0;
}

/* Empty is 0. */
static int
take_whole(const struct row *r, enum strategy_column column, long low, long high, int *out)
{
	long number = 0;
	char limit[64];

	if (r->cells[column][0] && number_parse_whole(r->cells[column], low, high, &number)) {
		snprintf(limit, sizeof(limit), _("a whole number from %ld to %ld"), low, high);
		return refuse(r, column, limit);
	}
	*out = (int)number;
	return 0;
}

static int
take_year(const struct row *r, enum strategy_column column, bool needed, int *out)
{
	if (needed && !r->cells[column][0])
		return refuse(r, column, _("a year"));
	return take_whole(r, column, UNIT_FIRST_YEAR, UNIT_LAST_YEAR, out);
}

/* Empty is the given one. */
static int
take_word(const struct row *r, enum strategy_column column, int (*find)(const char *name), int none,
	const char *words, int *out)
{
	*out = r->cells[column][0] ? find(r->cells[column]) : none;
	return *out < 0 ? refuse(r, column, words) : 0;
}

static int
take_letter(
	const struct row *r, enum strategy_column column, const char *letters, char none, char *out)
{
	const char *cell = r->cells[column];

	*out = cell[0] ? cell[0] : none;
	return cell[0] && (cell[1] || !strchr(letters, cell[0])) ? refuse(r, column, letters) : 0;
}

static int
take_unit(const struct row *r, int *slot)
{
	const struct unit *unit = unit_by_code(r->f->units, r->cells[SC_UNIT]);

	*slot = unit ? unit->slot : NO_SLOT;
	return unit ? 0 : refuse(r, SC_UNIT, _("the code of a unit of the register"));
}

static const char *
kept(const struct row *r, enum strategy_column column)
{
	return kept_string(&r->f->arena, r->cells[column]);
}

/* ---- what rows refer to ---- */

static int
find_goal(const struct row *r, int *index)
{
	*index = -1;
	if (!r->cells[SC_GOAL][0])
		return 0;
	for (int i = 0; i < r->f->goal_count; i++)
		if (strcmp(r->f->goals[i].number, r->cells[SC_GOAL]) == 0)
			*index = i;
	return *index < 0 ? refuse(r, SC_GOAL, _("the number of a goal that stands above")) : 0;
}

static int
find_target(const struct row *r)
{
	for (int i = r->f->target_count - 1; i >= 0; i--)
		if (strcmp(r->f->targets[i].item, r->cells[SC_ITEM]) == 0)
			return i;
	return -1;
}

static int
find_task(const struct row *r)
{
	for (int i = r->f->task_count - 1; i >= 0; i--)
		if (strcmp(r->f->tasks[i].item, r->cells[SC_ITEM]) == 0)
			return i;
	return -1;
}

/* ---- rows ---- */

static int
strategy_words(const struct row *r, struct strategy *s)
{
	int kind, state, rule;

	if (take_word(r, SC_KIND, strategy_kind_from_name, STRATEGY_DEVELOPMENT,
		    "development, supralocal, policy, executive, local_programme, "
		    "institutional_programme, revitalisation, social, cooperation",
		    &kind) ||
		take_word(r, SC_STATE, strategy_state_from_name, STRATEGY_DRAFT,
			"draft, adopted, closed", &state) ||
		take_word(r, SC_RULE, goal_rule_from_name, GOAL_RULE_WORST_HALF,
			"worst, worst_half, mean", &rule))
		return -1;
	if (strcmp(r->cells[SC_MADE_UP], "") && strcmp(r->cells[SC_MADE_UP], "yes") &&
		strcmp(r->cells[SC_MADE_UP], "no"))
		return refuse(r, SC_MADE_UP, "yes, no");
	s->kind = (enum strategy_kind)kind;
	s->state = (enum strategy_state)state;
	s->rule = (enum goal_rule)rule;
	s->made_up = strcmp(r->cells[SC_MADE_UP], "yes") == 0;
	return 0;
}

static int
row_strategy(const struct row *r)
{
	struct strategy *s = &r->f->strategy;

	if (r->f->line)
		return refuse(r, SC_ROW, _("one strategy only; a file holds one"));
	r->f->line = r->line;
	r->f->parent = kept(r, SC_PARENT);
	return TAKE(SC_CODE, s->code) || take_unit(r, &s->slot) || strategy_words(r, s) ||
			       TAKE(SC_NAME, s->name) || TAKE(SC_TEXT, s->vision) ||
			       take_year(r, SC_FROM, true, &s->first_year) ||
			       take_year(r, SC_TO, true, &s->last_year) ||
			       TAKE(SC_RESOLUTION, s->resolution) ||
			       TAKE(SC_ADOPTED_ON, s->adopted_on) ||
			       TAKE(SC_CASE_MARK, s->case_mark) || TAKE(SC_MISSION, s->mission) ||
			       TAKE(SC_LEVEL1, s->level[0]) || TAKE(SC_LEVEL2, s->level[1]) ||
			       TAKE(SC_LEVEL3, s->level[2]) || TAKE(SC_NOTE, s->note)
		       ? -1
		       : 0;
}

static int
row_unit(const struct row *r)
{
	struct strategy_read *f = r->f;

	f->slots = arena_grow(
		&f->arena, f->slots, (size_t)f->slot_count, &f->slot_room, sizeof(*f->slots));
	return take_unit(r, &f->slots[f->slot_count++]);
}

/* "1.2.3" lies below "1.2". */
static int
find_above(const struct row *r, int *above)
{
	const char *dot = strrchr(r->cells[SC_GOAL], '.');
	size_t length = dot ? (size_t)(dot - r->cells[SC_GOAL]) : 0;

	*above = -1;
	if (!r->cells[SC_GOAL][0])
		return refuse(r, SC_GOAL, _("the number of the goal, such as 1.2"));
	for (int i = 0; i < r->f->goal_count; i++) {
		const char *number = r->f->goals[i].number;

		if (strcmp(number, r->cells[SC_GOAL]) == 0)
			return refuse(r, SC_GOAL, _("a number that stands in no line above"));
		if (dot && strlen(number) == length &&
			strncmp(number, r->cells[SC_GOAL], length) == 0)
			*above = i;
	}
	return dot && *above < 0 ? refuse(r, SC_GOAL, _("a number whose goal above stands above"))
				 : 0;
}

static int
row_goal(const struct row *r)
{
	struct strategy_read *f = r->f;
	struct read_goal g = { .line = r->line, .number = kept(r, SC_GOAL) };
	int dimension;

	if (find_above(r, &g.above) || TAKE(SC_NAME, g.goal.name) || TAKE(SC_TEXT, g.goal.text) ||
		take_word(r, SC_DIMENSION, goal_dimension_from_name, GOAL_NO_DIMENSION,
			"social, economic, spatial", &dimension))
		return -1;
	g.goal.dimension = (enum goal_dimension)dimension;
	f->goals = arena_grow(
		&f->arena, f->goals, (size_t)f->goal_count, &f->goal_room, sizeof(*f->goals));
	f->goals[f->goal_count++] = g;
	return 0;
}

static int
target_numbers(const struct row *r, struct target *t)
{
	return take_whole(r, SC_DECIMALS, 0, 6, &t->decimals) ||
			       take_letter(r, SC_DIRECTION, "SDNK", 'S', &t->direction) ||
			       take_number(r, SC_LOW, &t->low) ||
			       take_number(r, SC_HIGH, &t->high) ||
			       take_number(r, SC_TOLERANCE, &t->tolerance) ||
			       take_year(r, SC_BASE_YEAR, false, &t->base_year) ||
			       take_number(r, SC_BASE, &t->base) ||
			       take_year(r, SC_TARGET_YEAR, false, &t->target_year) ||
			       take_number(r, SC_TARGET, &t->target) ||
			       take_letter(r, SC_FREQUENCY, "RQM2", 'R', &t->frequency) ||
			       take_whole(r, SC_MONTH, 1, 12, &t->month)
		       ? -1
		       : 0;
}

static int
row_target(const struct row *r)
{
	struct strategy_read *f = r->f;
	struct read_target read = {
		.line = r->line, .item = kept(r, SC_ITEM), .target = target_new(0, 0)
	};
	struct target *t = &read.target;
	int kind;

	if (!read.item[0] || find_target(r) >= 0)
		return refuse(r, SC_ITEM, _("a number that no indicator above has"));
	if (find_goal(r, &read.goal) || TAKE(SC_NAME, t->name) ||
		take_word(r, SC_KIND, target_kind_from_name, TARGET_RESULT,
			"context, product, result, impact", &kind) ||
		TAKE(SC_CODE, t->indicator) || TAKE(SC_MEASURE, t->measure) ||
		target_numbers(r, t) || TAKE(SC_OFFICE, t->office) || TAKE(SC_SOURCE, t->source) ||
		TAKE(SC_METHOD, t->method) || TAKE(SC_NOTE, t->note) ||
		(r->cells[SC_UNIT][0] && take_unit(r, &t->slot)))
		return -1;
	t->kind = (enum target_kind)kind;
	f->targets = arena_grow(&f->arena, f->targets, (size_t)f->target_count, &f->target_room,
		sizeof(*f->targets));
	f->targets[f->target_count++] = read;
	return 0;
}

static int
row_path(const struct row *r)
{
	int i = find_target(r);
	struct target_step step;
	struct target *t;

	if (i < 0)
		return refuse(r, SC_ITEM, _("the number of an indicator above"));
	t = &r->f->targets[i].target;
	if (t->path_count == TARGET_PATH_MOST)
		return refuse(r, SC_YEAR, _("a path of at most 40 years"));
	if (take_year(r, SC_YEAR, true, &step.year) || take_number(r, SC_VALUE, &step.value))
		return -1;
	if (isnan(step.value))
		return refuse(r, SC_VALUE, _("a number"));
	t->path[t->path_count++] = step;
	return 0;
}

static int
row_reading(const struct row *r)
{
	struct strategy_read *f = r->f;
	struct read_reading read = { .line = r->line, .target = find_target(r) };
	int flag = FLAG_NONE;

	if (read.target < 0)
		return refuse(r, SC_ITEM, _("the number of an indicator above"));
	if (r->cells[SC_FLAG][0])
		flag = flag_from_own(r->cells[SC_FLAG]);
	if (flag < 0)
		return refuse(r, SC_FLAG, _("a sign of a missing value, such as bd"));
	if (take_year(r, SC_YEAR, true, &read.reading.year) ||
		take_number(r, SC_VALUE, &read.reading.value))
		return -1;
	if (isnan(read.reading.value) != flag_missing((unsigned char)flag))
		return refuse(r, SC_VALUE, _("a number, or the sign of a missing one in flag"));
	read.reading.flag = (unsigned char)flag;
	read.reading.source = kept(r, SC_SOURCE);
	f->readings = arena_grow(&f->arena, f->readings, (size_t)f->reading_count, &f->reading_room,
		sizeof(*f->readings));
	f->readings[f->reading_count++] = read;
	return 0;
}

static int
row_task(const struct row *r)
{
	struct strategy_read *f = r->f;
	struct read_task read = { .line = r->line, .item = kept(r, SC_ITEM) };
	struct task *t = &read.task;
	int kind, state;

	task_start(t, 0);
	if (!read.item[0] || find_task(r) >= 0)
		return refuse(r, SC_ITEM, _("a number that no task above has"));
	if (find_goal(r, &read.goal) ||
		take_word(r, SC_KIND, task_kind_from_name, TASK_TASK, "task, project", &kind) ||
		take_word(r, SC_STATE, task_state_from_name, TASK_NOT_STARTED,
			"not_started, prepared, running, late, held, done, given_up", &state) ||
		take_whole(r, SC_PERCENT, 0, 100, &t->percent))
		return -1;
	t->kind = (enum task_kind)kind;
	t->state = (enum task_state)state;
	t->name = kept(r, SC_NAME);
	t->office = kept(r, SC_OFFICE);
	t->partners = kept(r, SC_PARTNERS);
	t->planned_from = kept(r, SC_FROM);
	t->planned_to = kept(r, SC_TO);
	t->real_from = kept(r, SC_REAL_FROM);
	t->real_to = kept(r, SC_REAL_TO);
	t->reason = kept(r, SC_REASON);
	t->product = kept(r, SC_PRODUCT);
	t->note = kept(r, SC_NOTE);
	f->tasks = arena_grow(
		&f->arena, f->tasks, (size_t)f->task_count, &f->task_room, sizeof(*f->tasks));
	f->tasks[f->task_count++] = read;
	return 0;
}

static int
row_money(const struct row *r)
{
	struct strategy_read *f = r->f;
	struct read_money read = { .line = r->line, .task = find_task(r) };
	int source;

	if (read.task < 0)
		return refuse(r, SC_ITEM, _("the number of a task above"));
	if (take_year(r, SC_YEAR, true, &read.money.year) ||
		take_word(r, SC_KIND, money_source_from_name, -1, "own, eu, state, other", &source))
		return -1;
	if (money_read(r->cells[SC_PLANNED], 0, &read.money.planned, NULL))
		return refuse(r, SC_PLANNED, _("an amount in złoty"));
	if (money_read(r->cells[SC_SPENT], 0, &read.money.spent, NULL))
		return refuse(r, SC_SPENT, _("an amount in złoty"));
	read.money.source = (enum money_source)source;
	f->money = arena_grow(
		&f->arena, f->money, (size_t)f->money_count, &f->money_room, sizeof(*f->money));
	f->money[f->money_count++] = read;
	return 0;
}

static const struct {
	const char *name;
	int (*take)(const struct row *r);
} kinds[] = {
	{ "strategy", row_strategy },
	{ "unit", row_unit },
	{ "goal", row_goal },
	{ "indicator", row_target },
	{ "path", row_path },
	{ "reading", row_reading },
	{ "task", row_task },
	{ "money", row_money },
};

static int
check_cells(const struct row *r)
{
	for (int i = 0; i < SC_COUNT; i++)
		if (!text_storable(r->cells[i], "\n"))
			return header_check_text(
				r->cells[i], r->line, header_column(&r->f->header, i), r->err);
	return 0;
}

int
strategy_row(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	struct strategy_read *f = context;
	struct row r = { .f = f, .line = line, .err = err };

	if (!f->header_seen) {
		f->header_seen = true;
		return header_take(
			&f->header, strategy_columns, SC_COUNT, line, fields, count, false, err);
	}
	if (header_check_row(&f->header, line, fields, count, err))
		return -1;
	for (int i = 0; i < SC_COUNT; i++)
		r.cells[i] = header_cell(&f->header, fields, i);
	if (check_cells(&r))
		return -1;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i].name, r.cells[SC_ROW]) == 0) {
			if (i && !f->line)
				return refuse(&r, SC_ROW, _("the row “strategy” first"));
			return kinds[i].take(&r);
		}
	return refuse(&r, SC_ROW, "strategy, unit, goal, indicator, path, reading, task, money");
}
