/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a place in the text of a report to what its number was counted from. A report of an
 * approved year was written long ago, so that rows are known by what stands in them: the names of
 * indicators, tasks and goals, the words of a status, a year. */
#include "config.h"

#include "screens/monitoring/monitoring.h"

#include "base/i18n.h"
#include "report/monitoring_report.h"
#include "report/task_documents.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct place {
	const struct document_part *part;
	const struct document_part *chapter; /* the heading over it; NULL = none */
	size_t row;                          /* of its table; row_count = none */
};

/* ---- what stands there ---- */

static struct place
place_find(const struct document *d, size_t at)
{
	struct place p = { NULL, NULL, 0 };

	for (size_t i = 0; i < d->part_count && d->parts[i].at <= at; i++) {
		p.part = &d->parts[i];
		if (p.part->kind == DOCUMENT_HEADING)
			p.chapter = p.part;
	}
	if (p.part && p.part->kind == DOCUMENT_TABLE) {
		const struct report_table *t = p.part->table;

		p.row = t->row_count;
		for (size_t i = 0; i < t->place_count && t->places[i].at <= at; i++)
			p.row = t->places[i].row;
	}
	return p;
}

static const char *
cell_text(const struct report_table *t, size_t row, size_t column)
{
	const char *text = row < t->row_count && column < t->column_count
				   ? t->rows[row].cells[column].text
				   : NULL;

	return text ? text : "";
}

/* The text of a column that is told by its name in files; NULL = there is none. */
static const char *
named_cell(const struct report_table *t, size_t row, const char *name)
{
	for (size_t i = 0; row < t->row_count && i < t->column_count; i++)
		if (strcmp(t->columns[i].name, name) == 0)
			return cell_text(t, row, i);
	return NULL;
}

/* What stands in the first two columns goes for the rows below that leave them empty. */
static size_t
row_that_names(const struct report_table *t, size_t row)
{
	while (row < t->row_count && row > 0 && !cell_text(t, row, 0)[0] &&
		!cell_text(t, row, 1)[0])
		row--;
	return row;
}

/* "Roads", "Roads [km]". */
static bool
says_name(const char *text, const char *name)
{
	size_t length = strlen(name);

	return length && strncmp(text, name, length) == 0 &&
	       (!text[length] || strncmp(text + length, " [", 2) == 0);
}

/* The same behind its number: "1.2 Roads". */
static bool
says_numbered(const char *text, const char *number, const char *name)
{
	size_t length = strlen(number);

	return length && strncmp(text, number, length) == 0 && text[length] == ' ' &&
	       says_name(text + length + 1, name);
}

/* How surely a row, or what a table is called, names it: 2 with its number, 1 by the name alone. */
static int
names(const struct place *p, const char *number, const char *name)
{
	const struct report_table *t = p->part->table;
	size_t row = row_that_names(t, p->row);
	const char *first = cell_text(t, row, 0), *second = cell_text(t, row, 1);

	if (says_numbered(t->title, number, name) || says_numbered(first, number, name) ||
		(strcmp(first, number) == 0 && says_name(second, name)))
		return 2;
	return says_name(t->title, name) || says_name(first, name) || says_name(second, name);
}

/* ---- what it leads to ---- */

static bool
find_row(const struct place *p, const struct round_state *s, struct round_of *of)
{
	const struct goal *goals = s->course.goals;
	char name[TARGET_NAME_SIZE], number[32];
	int best = 0;

	for (int i = 0; i < s->figure_count; i++) {
		const struct target_course *c = s->figures[i].course;
		int sure = names(p, c->goal < 0 ? "" : goals[c->goal].number,
			target_course_name(c, name, sizeof name));

		if (sure > best)
			of->target = c->target->id;
		best = sure > best ? sure : best;
	}
	for (int i = 0; i < s->task_count; i++) {
		const struct task *k = s->tasks[i].task;
		int sure = names(p,
			document_task_number(number, sizeof number, goals, s->course.goal_count, k),
			k->name);

		if (sure > best) {
			of->target = 0;
			of->task = k->id;
		}
		best = sure > best ? sure : best;
	}
	return best > 0;
}

static bool
find_status(const struct place *p, struct round_of *of, struct arena *arena)
{
	const char *first = cell_text(p->part->table, p->row, 0);

	for (int i = 0; i < TARGET_STATES; i++)
		if (strcmp(first, monitoring_status_text((enum target_state)i, arena)) == 0) {
			of->state = i;
			return true;
		}
	return false;
}

static bool
is_goal(const struct place *p, const struct goal *g, struct arena *arena)
{
	if (p->part->kind == DOCUMENT_TABLE)
		return strcmp(cell_text(p->part->table, p->row, 0), g->number) == 0 &&
		       strcmp(p->part->table->columns[0].name, "goal") == 0;
	return p->chapter &&
	       strcmp(p->chapter->text, arena_format(arena, "%s. %s", g->number, g->name)) == 0;
}

static bool
find_goal(const struct place *p, const struct round_state *s, struct round_of *of,
	struct arena *arena)
{
	for (int i = 0; i < s->course.goal_count; i++)
		if (is_goal(p, &s->course.goals[i], arena)) {
			of->goal = s->course.goals[i].id;
			return true;
		}
	/* Under the line stands the sum of all. */
	return p->part->kind == DOCUMENT_TABLE && p->row < p->part->table->row_count &&
	       p->part->table->rows[p->row].sum;
}

/* What is said in a sentence. */
static bool
find_note(const struct place *p, const struct round_state *s, struct round_of *of,
	struct arena *arena)
{
	if (p->part->kind != DOCUMENT_NOTE)
		return false;
	if (strcmp(p->part->text, monitoring_missing_text(s, arena)) == 0)
		of->show = SHOW_MISSING;
	else if (strcmp(p->part->text, monitoring_unexplained_text(s, arena)) == 0)
		of->show = SHOW_UNEXPLAINED;
	return of->show != SHOW_ALL;
}

/* The year of a sum of money, 0 = of all years; -1 = it is none. */
static int
money_year(const struct place *p, int year)
{
	const struct report_table *t = p->part->table;
	const char *text;

	if (p->part->kind != DOCUMENT_TABLE || p->row >= t->row_count)
		return -1;
	text = named_cell(t, p->row, "year");
	if (text && named_cell(t, p->row, "together"))
		return atoi(text);
	return named_cell(t, p->row, "spent") && t->rows[p->row].sum ? year : -1;
}

void
report_place_open(
	struct screens *s, const struct year_report_of *of, const struct document *d, size_t at)
{
	struct place p = place_find(d, at);
	struct round_of to = { .strategy = of->id, .year = of->year, .state = ROUND_EVERY };
	struct arena arena = { 0 };
	struct error err = { 0 };
	struct round_state state;
	const struct unit_table *units = app_units(of->app, &err);
	int money = p.part ? money_year(&p, of->year) : -1;

	if (!units || round_state_load(of->app->db, units, of->id, of->year, &arena, &state, &err))
		screens_error(s, &err);
	else if (money >= 0)
		money_by_task_open(s, of->id, money);
	else if (p.part &&
		 ((p.part->kind == DOCUMENT_TABLE &&
			  (find_row(&p, &state, &to) || find_status(&p, &to, &arena))) ||
			 find_note(&p, &state, &to, &arena) || find_goal(&p, &state, &to, &arena)))
		round_view_open(s, &to);
	else
		screens_push(s, &report_counts_screen, of);
	arena_release(&arena);
}
