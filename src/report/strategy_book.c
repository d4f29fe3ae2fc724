/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of a strategy's workbook. */
#include "config.h"

#include "report/strategy_book.h"

#include "base/csv.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/input.h"
#include "model/indicators/flag.h"
#include "model/strategies/goal_status.h"
#include "model/strategies/task.h"
#include "model/strategies/task_money.h"
#include "model/units/unit_told.h"

#include <math.h>

struct book {
	const struct unit_table *units;
	const struct strategy_course *course;
	struct arena *arena;
	struct document *d;
};

struct column {
	const char *name, *heading;
	enum report_kind kind;
};

static struct report_table *
sheet(struct book *b, const char *title, const struct column *columns, size_t count)
{
	struct report_table *t;

	document_heading(b->d, 1, title);
	t = document_table(b->d);
	report_table_start(t, b->arena, "");
	for (size_t i = 0; i < count; i++)
		report_table_column(t, columns[i].name, _(columns[i].heading), columns[i].kind, -1);
	return t;
}

#define SHEET(book, title, columns) \
	sheet(book, title, columns, sizeof(columns) / sizeof((columns)[0]))

static void
year_cell(struct report_table *t, struct arena *arena, int year)
{
	report_cell_text(t, year ? arena_format(arena, "%d", year) : "");
}

static const char *
goal_number(const struct strategy_course *c, int goal)
{
	return goal < 0 ? "" : c->goals[goal].number;
}

static void
goals(struct book *b)
{
	static const struct column columns[] = { { "goal", N_("goal"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT }, { "dimension", N_("dimension"), REPORT_TEXT },
		{ "result", N_("expected result"), REPORT_TEXT },
		{ "status", N_("status"), REPORT_TEXT } };
	const struct strategy_course *c = b->course;
	struct report_table *t = SHEET(b, _("Goals"), columns);

	report_table_line(t, goal_rule_sentence(c->strategy.rule));
	for (int i = 0; i < c->goal_count; i++) {
		const struct goal *g = &c->goals[i];

		report_table_row(t);
		report_cell_text(t, g->number);
		report_cell_text(t, g->name);
		report_cell_text(t, g->dimension ? goal_dimension_label(g->dimension) : "");
		report_cell_text(t, g->text);
		report_cell_text(t, target_state_label(c->goal_status[i].state));
	}
}

static void
target_row(struct book *b, struct report_table *t, const struct target_course *tc)
{
	const struct target *g = tc->target;
	const struct unit *unit = unit_by_slot(b->units, tc->slot);
	char forecast[64];

	report_table_row(t);
	report_cell_text(t, goal_number(b->course, tc->goal));
	report_cell_text(t, g->name);
	report_cell_text(t, target_kind_label(g->kind));
	report_cell_text(t, g->indicator);
	report_cell_text(t, unit ? unit->label : "");
	report_cell_text(t, g->measure);
	report_cell_text(t, target_direction_label(g->direction));
	year_cell(t, b->arena, g->base_year);
	report_cell_decimals(t, g->base, g->decimals);
	year_cell(t, b->arena, g->target_year);
	report_cell_decimals(t, g->target, g->decimals);
	report_cell_decimals(t, tc->now.expected, g->decimals);
	year_cell(t, b->arena, tc->now.value_year);
	report_cell_decimals(t, tc->now.value, g->decimals);
	report_cell_decimals(t, target_percent(tc->now.progress), 0);
	report_cell_text(t, target_state_label(tc->now.state));
	report_cell_text(t, target_course_why(tc, tc->now.doubt, b->arena));
	report_cell_text(t, arena_string(b->arena, target_forecast_text(tc->now.forecast_year,
							   forecast, sizeof forecast)));
	report_cell_text(t, g->office);
	report_cell_text(t, g->source);
	report_cell_text(t, g->note);
}

static void
targets(struct book *b)
{
	static const struct column columns[] = { { "goal", N_("goal"), REPORT_CODE },
		{ "name", N_("indicator"), REPORT_TEXT }, { "kind", N_("kind"), REPORT_TEXT },
		{ "code", N_("code"), REPORT_CODE }, { "unit", N_("unit"), REPORT_TEXT },
		{ "measure", N_("measure"), REPORT_TEXT },
		{ "direction", N_("direction"), REPORT_TEXT },
		{ "base_year", N_("base year"), REPORT_CODE },
		{ "base", N_("base"), REPORT_NUMBER },
		{ "target_year", N_("target year"), REPORT_CODE },
		{ "target", N_("target"), REPORT_NUMBER },
		{ "expected", N_("expected"), REPORT_NUMBER },
		{ "value_year", N_("year"), REPORT_CODE }, { "value", N_("value"), REPORT_NUMBER },
		{ "progress", N_("progress, %"), REPORT_NUMBER },
		{ "status", N_("status"), REPORT_TEXT },
		{ "reason", N_("why there is none"), REPORT_TEXT },
		{ "forecast_year", N_("reached in"), REPORT_CODE },
		{ "office", N_("office"), REPORT_TEXT }, { "source", N_("source"), REPORT_TEXT },
		{ "note", N_("note"), REPORT_TEXT } };
	struct report_table *t = SHEET(b, _("Indicators"), columns);

	for (int i = 0; i < b->course->target_count; i++)
		target_row(b, t, &b->course->targets[i]);
}

static const char *
source_of(const struct book *b, const struct target_course *tc, const struct target_point *point)
{
	return point->corrected ? target_correction_text(point->corrected, b->arena)
	       : point->reading ? point->reading->source
				: tc->target->indicator;
}

static void
values(struct book *b)
{
	static const struct column columns[] = { { "goal", N_("goal"), REPORT_CODE },
		{ "name", N_("indicator"), REPORT_TEXT }, { "year", N_("year"), REPORT_CODE },
		{ "value", N_("value"), REPORT_NUMBER }, { "flag", N_("sign"), REPORT_TEXT },
		{ "source", N_("source"), REPORT_TEXT },
		{ "entered_at", N_("entered"), REPORT_TEXT } };
	struct report_table *t = SHEET(b, _("Values"), columns);

	for (int i = 0; i < b->course->target_count; i++) {
		const struct target_course *tc = &b->course->targets[i];

		for (int p = 0; p < tc->count; p++) {
			const struct target_point *point = &tc->points[p];

			report_table_row(t);
			report_cell_text(t, goal_number(b->course, tc->goal));
			report_cell_text(t, tc->target->name);
			year_cell(t, b->arena, point->year);
			report_cell_decimals(t, point->value, tc->target->decimals);
			report_cell_text(t, point->flag ? flag_meaning(point->flag)->symbol : "");
			report_cell_text(t, source_of(b, tc, point));
			report_cell_text(t,
				date_shown(b->arena, point->corrected ? point->corrected->dated_on
						     : point->reading ? point->reading->entered_at
								      : ""));
		}
	}
}

static void
task_row(struct book *b, struct report_table *t, const struct task *k)
{
	int goal = goal_index(b->course->goals, b->course->goal_count, k->goal);

	report_table_row(t);
	report_cell_text(t, goal_number(b->course, goal));
	report_cell_text(t, k->name);
	report_cell_text(t, task_kind_label(k->kind));
	report_cell_text(t, k->office);
	report_cell_text(t, k->partners);
	report_cell_text(t, k->planned_from);
	report_cell_text(t, k->planned_to);
	report_cell_text(t, k->real_from);
	report_cell_text(t, k->real_to);
	report_cell_text(t, task_state_label(k->state));
	report_cell_text(t, k->reason);
	if (k->percent == TASK_PERCENT_UNKNOWN)
		report_cell_empty(t);
	else
		report_cell_number(t, k->percent);
	report_cell_text(t, k->product);
	report_cell_decimals(t, money_zloty(k->planned), 2);
	report_cell_decimals(t, money_zloty(k->spent), 2);
}

static int
tasks(struct book *b, struct db *db, struct error *err)
{
	static const struct column columns[] = { { "goal", N_("goal"), REPORT_CODE },
		{ "name", N_("task"), REPORT_TEXT }, { "kind", N_("kind"), REPORT_TEXT },
		{ "office", N_("office"), REPORT_TEXT },
		{ "partners", N_("partners"), REPORT_TEXT },
		{ "planned_from", N_("planned from"), REPORT_CODE },
		{ "planned_to", N_("planned to"), REPORT_CODE },
		{ "real_from", N_("begun"), REPORT_CODE }, { "real_to", N_("ended"), REPORT_CODE },
		{ "state", N_("state"), REPORT_TEXT }, { "reason", N_("reason"), REPORT_TEXT },
		{ "percent", N_("percent"), REPORT_NUMBER },
		{ "product", N_("product"), REPORT_TEXT },
		{ "planned", N_("planned, zł"), REPORT_NUMBER },
		{ "spent", N_("spent, zł"), REPORT_NUMBER } };
	const struct task_filter filter = { .strategy = b->course->strategy.id };
	struct report_table *t = SHEET(b, _("Tasks"), columns);
	struct task *list;
	int count;

	if (task_list(db, &filter, b->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		task_row(b, t, &list[i]);
	return 0;
}

static int
money(struct book *b, struct db *db, struct error *err)
{
	static const struct column columns[] = { { "year", N_("year"), REPORT_CODE },
		{ "source", N_("from"), REPORT_TEXT },
		{ "planned", N_("planned, zł"), REPORT_NUMBER },
		{ "spent", N_("spent, zł"), REPORT_NUMBER } };
	struct report_table *t = SHEET(b, _("Money"), columns);
	struct task_money_sum *sums;
	struct task_money *lines;
	int count, years;

	if (task_money_of_strategy(db, b->course->strategy.id, b->arena, &lines, &count, err))
		return -1;
	task_money_sums(lines, count, b->arena, &sums, &years);
	for (int i = 0; i < years; i++)
		for (int s = 0; s < MONEY_SOURCES; s++) {
			if (sums[i].planned[s] == MONEY_NONE && sums[i].spent[s] == MONEY_NONE)
				continue;
			report_table_row(t);
			report_cell_text(t, sums[i].year
						    ? arena_format(b->arena, "%d", sums[i].year)
						    : _("all"));
			report_cell_text(t, money_source_label((enum money_source)s));
			report_cell_decimals(t, money_zloty(sums[i].planned[s]), 2);
			report_cell_decimals(t, money_zloty(sums[i].spent[s]), 2);
		}
	return 0;
}

int
strategy_book(struct db *db, const struct unit_table *units, const struct strategy_course *course,
	struct arena *arena, struct document *out, struct error *err)
{
	struct book b = { units, course, arena, out };
	const struct unit *unit = unit_by_slot(units, course->strategy.slot);

	document_start(out, arena, course->strategy.name);
	document_fact(out, _("Unit"), unit ? unit_told_with_code(unit, arena) : "");
	document_fact(out, _("Status at the end of"), arena_format(arena, "%d", course->year));
	if (course->strategy.made_up)
		document_note(out, _("Made-up data of a demonstration."));
	document_note(
		out, _("To change the strategy, change the sheet “strategy” and read the file back "
		       "(import strategy); the other sheets are for reading."));
	goals(&b);
	targets(&b);
	values(&b);
	return tasks(&b, db, err) || money(&b, db, err) ? -1 : 0;
}

/* ---- the rows that read back ---- */

struct filling {
	struct arena *arena;
	struct report_table *table;
	bool begun;
};

/* Everything is text, so that codes and numbers of goals stay what they are. */
static int
add_row(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	struct filling *f = context;

	(void)line;
	(void)err;
	if (f->begun)
		report_table_row(f->table);
	for (int i = 0; i < count; i++) {
		const char *text =
			arena_format(f->arena, "%.*s", (int)fields[i].length, fields[i].text);

		if (f->begun)
			report_cell_text(f->table, text);
		else
			report_table_column(f->table, text, text, REPORT_TEXT, -1);
	}
	f->begun = true;
	return 0;
}

int
strategy_book_rows(struct document *d, const char *sheet, struct output *written, struct error *err)
{
	struct filling f = { .arena = d->arena };
	struct input *in = NULL;
	const char *text;
	size_t size;
	int failed;

	document_heading(d, 1, sheet);
	f.table = document_table(d);
	report_table_start(f.table, d->arena, "");
	text = output_text(written, &size);
	failed = input_open_memory(&in, "", text, size, ENCODING_UTF8, err) ||
		 csv_read(in, ',', NULL, add_row, &f, NULL, err);
	input_close(in);
	return failed ? -1 : 0;
}
