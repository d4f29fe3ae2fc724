/* SPDX-License-Identifier: GPL-3.0-or-later */
/* diagnose, list areas, list problems: where a unit stands among its peers, and what follows. */
#include "config.h"

#include "commands/diagnosis_commands.h"
#include "commands/result.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/diagnosis/diagnosis.h"
#include "model/indicators/flag.h"
#include "model/diagnosis/problem.h"
#include "model/units/unit_told.h"
#include "report/diagnosis_document.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* ---- diagnose ---- */

int
diagnosis_question(struct run *run, struct diagnosis *d, struct error *err)
{
	const char *method = run_option(run, OPTION_METHOD), *years = run_option(run, OPTION_YEARS);
	const char *group = run_option(run, OPTION_GROUP), *tree = run_option(run, OPTION_TREE);
	const char *unit = run_option(run, OPTION_UNIT);
	const struct unit *u = NULL;
	int last;
	long number = 0;

	*d = (struct diagnosis){ .method = STANDARD_Z };
	if ((unit ? run_unit(run, unit, &u, err) : run_units(run, err)) ||
		run_years(run, true, &d->year, &last, err))
		return -1;
	d->slot = u ? u->slot : NO_SLOT;
	if (method)
		d->method = (enum standard_method)standard_method_from_name(method);
	if (years && number_parse_whole(years, 3, 30, &number) < 0)
		return error_set(err, ERROR_INPUT,
			_("“%s”: change is counted over 3 to 30 years; write a whole number."),
			years);
	d->years = number ? (int)number : 5;
	return run_text(group ? group : "voivodeship", d->peers, sizeof d->peers, err) ||
			       run_text(tree ? tree : "", d->tree, sizeof d->tree, err)
		       ? -1
		       : 0;
}

/* For programs; people get more columns. */
static void
print_row(struct result *r, const struct diagnosis_row *row)
{
	result_text(r, row->indicator->code);
	result_text(r, row->indicator->name);
	result_rounded(r, row->value, row->indicator->decimals);
	result_computed(r, row->level, 2);
	result_computed(r, row->change, 2);
	result_text(r, standing_class(row->standing, row->near));
	result_whole(r, row->group.n);
	result_whole(r, row->missing);
}

static void
print_area(struct result *r, const char *code, const char *name, const struct diagnosis_area *a)
{
	result_text(r, code);
	result_text(r, name);
	result_computed(r, a->level, 2);
	result_computed(r, a->change, 2);
	result_text(r, standing_class(a->standing, a->near));
	result_whole(r, a->n);
	result_whole(r, a->of);
}

static void
print_areas(struct result *r, const struct diagnosis_result *answer)
{
	const struct area_tree *tree = &answer->tree;

	print_area(r, "", _("whole"), &answer->areas[tree->count]);
	for (int i = 0; i < tree->count; i++)
		print_area(r, tree->areas[i].code, tree->areas[i].name, &answer->areas[i]);
}

static const struct result_column row_columns[] = {
	{ "indicator", N_("indicator"), REPORT_CODE },
	{ "name", N_("name"), REPORT_TEXT },
	{ "value", N_("value"), REPORT_NUMBER },
	{ "level", N_("level"), REPORT_NUMBER },
	{ "change", N_("change"), REPORT_NUMBER },
	{ "class", N_("class"), REPORT_TEXT },
	{ "n", N_("n"), REPORT_NUMBER },
	{ "missing", N_("missing"), REPORT_NUMBER },
};

static const struct result_column area_columns[] = {
	{ "area", N_("area"), REPORT_CODE },
	{ "name", N_("name"), REPORT_TEXT },
	{ "level", N_("level"), REPORT_NUMBER },
	{ "change", N_("change"), REPORT_NUMBER },
	{ "class", N_("class"), REPORT_TEXT },
	{ "n", N_("n"), REPORT_NUMBER },
	{ "of", N_("of"), REPORT_NUMBER },
};

static const struct result_column unit_columns[] = {
	{ "unit", N_("unit"), REPORT_CODE },
	{ "name", N_("name"), REPORT_TEXT },
	{ "level", N_("level"), REPORT_NUMBER },
	{ "change", N_("change"), REPORT_NUMBER },
	{ "class", N_("class"), REPORT_TEXT },
	{ "n", N_("n"), REPORT_NUMBER },
};

static void
units_for_people(
	struct report_table *t, struct run *run, const struct diagnosis_unit *list, int count)
{
	report_table_column(t, "unit", _("unit code"), REPORT_CODE, 0);
	report_table_column(t, "name", _("name"), REPORT_TEXT, 0);
	report_table_column(t, "level", _("level"), REPORT_NUMBER, 2);
	report_table_column(t, "change", _("change"), REPORT_NUMBER, 2);
	report_table_column(t, "class", _("class"), REPORT_TEXT, 0);
	report_table_column(t, "n", _("n"), REPORT_NUMBER, 0);
	report_table_column(t, "missing", _("missing"), REPORT_NUMBER, 0);
	for (int i = 0; i < count; i++) {
		report_table_row(t);
		report_cell_text(t, run_code_of(run, list[i].slot));
		report_cell_text(t, unit_by_slot(&run->units, list[i].slot)->name);
		report_cell_number(t, list[i].level);
		report_cell_number(t, list[i].change);
		report_cell_text(t, standing_words(list[i].standing, list[i].near));
		report_cell_number(t, list[i].n);
		report_cell_number(t, list[i].missing);
	}
}

/* Every gmina in the whole of the tree: the map of classes. */
static int
diagnose_all(struct run *run, const struct diagnosis *question, struct error *err)
{
	struct diagnosis_unit *list;
	struct report_table *t;
	struct arena *arena;
	struct result *r;
	char title[128], line[512];
	int count;

	if (diagnosis_all(run->db, &run->units, question, -1, &run->arena, &list, &count, NULL,
		    err))
		return -1;
	snprintf(title, sizeof title, _("Diagnosis of all gminy, %d"), question->year);
	if (result_start(&r, run, title, RESULT_COLUMNS(unit_columns), err))
		return -1;
	t = result_table(r, &arena);
	if (t) {
		report_table_start(t, arena, title);
		report_table_line(
			t, diagnosis_describe_all(question, list, count, line, sizeof line));
		units_for_people(t, run, list, count);
		return result_end(r, err);
	}
	for (int i = 0; i < count; i++) {
		result_text(r, run_code_of(run, list[i].slot));
		result_text(r, unit_by_slot(&run->units, list[i].slot)->name);
		result_computed(r, list[i].level, 2);
		result_computed(r, list[i].change, 2);
		result_text(r, standing_class(list[i].standing, list[i].near));
		result_whole(r, list[i].n);
	}
	return result_end(r, err);
}

int
command_diagnose(struct run *run, struct error *err)
{
	bool areas = run_option(run, OPTION_AREAS) != NULL;
	struct diagnosis question;
	struct diagnosis_result answer;
	struct report_table *t;
	struct arena *arena;
	struct result *r;
	char title[256];

	if (diagnosis_question(run, &question, err))
		return -1;
	if (areas && question.slot == NO_SLOT)
		return error_set(err, ERROR_INPUT, _("Areas are those of one unit: add --unit."));
	if (question.slot == NO_SLOT)
		return diagnose_all(run, &question, err);
	if (areas && !question.tree[0])
		text_copy(question.tree, sizeof question.tree, AREA_TREE_DEFAULT);
	if (diagnosis_compute(run->db, &run->units, &question, &run->arena, &answer, err))
		return -1;
	snprintf(title, sizeof title, _("Diagnosis: %s, %d"),
		unit_told_with_code(unit_by_slot(&run->units, question.slot), &run->arena),
		question.year);
	if (areas ? result_start(&r, run, title, RESULT_COLUMNS(area_columns), err)
		  : result_start(&r, run, title, RESULT_COLUMNS(row_columns), err))
		return -1;
	t = result_table(r, &arena);
	if (t) {
		if (areas)
			diagnosis_areas_table(&question, &answer, title, arena, t);
		else
			diagnosis_table(&question, &answer, title, NULL, answer.count, arena, t);
		return result_end(r, err);
	}
	if (areas)
		print_areas(r, &answer);
	for (int i = 0; !areas && i < answer.count; i++)
		print_row(r, &answer.rows[i]);
	return result_end(r, err);
}

/* ---- trees ---- */

int
command_list_areas(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "tree", N_("tree"), REPORT_CODE },
		{ "area", N_("area"), REPORT_CODE },
		{ "parent", N_("lies in"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT },
		{ "weight", N_("weight"), REPORT_NUMBER },
		{ "indicator", N_("indicator"), REPORT_CODE },
	};
	struct area_tree *heads;
	struct result *r;
	int count;

	if (area_tree_list(run->db, &run->arena, &heads, &count, err) ||
		result_start(&r, run, _("Trees of areas"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		struct area_tree t;

		if (area_tree_load(run->db, heads[i].code, &run->arena, &t, err)) {
			result_abandon(r);
			return -1;
		}
		/* The form that import areas reads back. */
		const char *name[] = { t.code, "", "", t.name };

		for (int k = 0; k < 4; k++)
			result_text(r, name[k]);
		result_none(r);
		result_text(r, "");
		for (int k = 0; k < t.count; k++) {
			const struct area *a = &t.areas[k];

			result_text(r, t.code);
			result_text(r, a->code);
			result_text(r, a->parent < 0 ? "" : t.areas[a->parent].code);
			result_text(r, a->name);
			result_number(r, a->weight);
			result_text(r, "");
		}
		for (int k = 0; k < t.indicator_count; k++) {
			result_text(r, t.code);
			result_text(r, t.areas[t.indicators[k].area].code);
			result_text(r, "");
			result_text(r, "");
			result_number(r, t.indicators[k].weight);
			result_text(r, t.indicators[k].code);
		}
	}
	return result_end(r, err);
}

/* ---- problems ---- */

/* "(2)" for people: the newest ballot was without it, and the place is an older one. */
static void
put_rank(struct run *run, struct result *r, const struct problem *p)
{
	const char *rank = arena_format(&run->arena, "%d", p->position);

	if (!p->position)
		result_none(r);
	else if (p->not_voted)
		result_words(r, rank, arena_format(&run->arena, "(%s)", rank));
	else
		result_whole(r, p->position);
}

int
command_list_problems(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("number"), REPORT_CODE },
		{ "unit", N_("TERYT"), REPORT_CODE },
		{ "kind", N_("kind"), REPORT_TEXT },
		{ "year", N_("year"), REPORT_CODE },
		{ "rank", N_("rank"), REPORT_NUMBER },
		{ "text", N_("text"), REPORT_TEXT },
		{ "area", N_("area"), REPORT_TEXT },
		{ "evidence", N_("evidence"), REPORT_NUMBER },
		{ "not_voted", N_("not in the newest ballot"), REPORT_TEXT },
	};
	struct problem_filter filter = { .kind = -1,
		.retired = run_option(run, OPTION_RETIRED) != NULL };
	const char *code = run_option(run, OPTION_UNIT);
	const struct unit *u = NULL;
	struct problem *list;
	struct result *r;
	int count, last;

	if (run_units(run, err) || (code && run_unit(run, code, &u, err)) ||
		run_years(run, true, &filter.year, &last, err))
		return -1;
	filter.slot = u ? u->slot : NO_SLOT;
	if (problem_list(run->db, &filter, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Key problems, priorities and drivers of development"),
			RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		const struct problem *p = &list[i];

		result_whole(r, p->id);
		result_text(r, run_code(unit_by_slot(&run->units, p->slot)));
		result_words(r, problem_kind_name(p->kind), problem_kind_label(p->kind));
		result_year(r, p->year);
		put_rank(run, r, p);
		result_text(r, p->text);
		result_text(r, p->area);
		result_whole(r, p->evidence);
		result_words(r, p->not_voted ? "yes" : "", p->not_voted ? _("yes") : "");
	}
	return result_end(r, err);
}
