/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every table of a wave held against what PSPP makes of the same wave as it was given out.
 *
 *   against_pspp make DB LOGIN FORMS           a database with the made-up survey
 *   against_pspp syntax DB WAVE HEAD FILE.sps  what PSPP is to run behind the file's own syntax
 *   against_pspp compare DB WAVE HEAD RESULT   each figure that it printed against ours
 *
 * For each variable, unweighted and weighted: all forms on the route with reasons as answers; valid
 * answers; mean, deviation, ends and quartiles with the missing values of the file itself; the same
 * by the heads of HEAD, and the chi-square of both; and the cross-table with HEAD. */
#include "config.h"

#include "../model/survey_fixture.h"
#include "against_pspp.h"
#include "pspp_output.h"

#include "base/i18n.h"
#include "model/database.h"
#include "model/person.h"
#include "model/weights/weighting.h"
#include "store/internal.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct error err;

static int
fail(void)
{
	fprintf(stderr, "against_pspp: %s\n", err.text);
	return 2;
}

/* ---- what is asked for ---- */

static bool
is_scale(const struct data_variable *v)
{
	return v->column->kind == COLUMN_NUMBER || v->column->kind == COLUMN_RANKS ||
	       (v->column->kind == COLUMN_CHOICE && v->column->scale);
}

static bool
is_crossed(const struct side *s, const struct data_variable *v)
{
	return v != s->head &&
	       (v->column->kind == COLUMN_CHOICE || v->column->kind == COLUMN_CHOICES);
}

/* The same steps in the same order for both sides. First those that need the missing values of
 * the file; then they are taken away, and conditions say who counts. */
static void
walk(struct side *s, void (*step)(struct side *s, char kind, const struct data_variable *v))
{
	static const char kinds[] = "Bsmt-fvx";

	for (s->weighted = 0; s->weighted < 2; s->weighted++)
		for (const char *kind = kinds; *kind; kind++) {
			if (*kind == 'B' || *kind == '-')
				step(s, *kind, NULL);
			for (int i = 0; i < s->d.count; i++) {
				const struct data_variable *v = &s->d.variables[i];

				if (*kind == 'B' || *kind == '-' || !v->column || v->first ||
					v->kind == DATA_TEXT || !v->reasons ||
					(*kind == 's' && !is_scale(v)) ||
					(*kind == 'm' && (!is_scale(v) || v->column->kind ==
										  COLUMN_RANKS)) ||
					(strchr("tx", *kind) && !is_crossed(s, v)))
					continue;
				step(s, *kind, v);
			}
		}
}

/* ---- the syntax ---- */

static void
list_reasons(const struct data_variable *v, bool valid)
{
	const char *comma = "";

	for (int i = MISSING_NO_ANSWER; i < MISSING_COUNT; i++)
		if (missing_reason((enum missing)i)->valid_base == valid) {
			printf("%s%.0f", comma, data_reason_code(v, (enum missing)i));
			comma = ", ";
		}
}

static void
select_valid(const struct data_variable *v, const struct data_variable *head)
{
	printf("TEMPORARY.\nSELECT IF (SYSMIS(%s) OR NOT ANY(%s, ", v->name, v->name);
	list_reasons(v, false);
	fputs("))", stdout);
	if (head)
		printf(" AND %s >= 0", head->name);
	fputs(".\n", stdout);
}

static void
begin(struct side *s)
{
	printf("INSERT FILE='%s'.\n", s->file);
	if (!s->weighted)
		puts("WEIGHT OFF.");
	if (s->d.weight >= 0)
		puts("FORMATS weight (F20.8).");
	for (int i = 0; i < s->d.count; i++) {
		const struct data_variable *v = &s->d.variables[i];

		if (v->kind == DATA_TEXT)
			continue;
		printf("VARIABLE LABELS %s '%s'.\nVALUE LABELS %s 12345678 ' '.\n", v->name,
			v->name, v->name);
		if (i != s->d.weight)
			printf("FORMATS %s (F20.8).\n", v->name);
	}
	printf("MISSING VALUES %s ().\n", s->head->name);
}

static void
put_step(struct side *s, char kind, const struct data_variable *v)
{
	printf("ECHO '@%c%d %s'.\n", kind, s->weighted, v ? v->name : "");
	if (kind == 'B') {
		begin(s);
	} else if (kind == '-') {
		for (int i = 0; i < s->d.count; i++)
			if (s->d.variables[i].reasons)
				printf("MISSING VALUES %s ().\n", s->d.variables[i].name);
	} else if (kind == 's') {
		printf("MEANS TABLES=%s /CELLS=COUNT MEAN STDDEV MIN MAX.\n", v->name);
		if (v->column->kind != COLUMN_RANKS)
			printf("FREQUENCIES /VARIABLES=%s /FORMAT=NOTABLE /NTILES=4 "
			       "/STATISTICS=MEDIAN.\n",
				v->name);
	} else if (kind == 'm') {
		printf("TEMPORARY.\nSELECT IF %s >= 0.\n", s->head->name);
		printf("MEANS TABLES=%s BY %s /CELLS=COUNT MEAN STDDEV.\n", v->name, s->head->name);
	} else if (kind == 't') {
		printf("TEMPORARY.\nSELECT IF %s >= 0.\n", s->head->name);
		printf("CROSSTABS /TABLES=%s BY %s /CELLS=COUNT /STATISTICS=CHISQ.\n", v->name,
			s->head->name);
	} else if (kind == 'f') {
		printf("TEMPORARY.\nSELECT IF SYSMIS(%s) OR %s NE %.0f.\n", v->name, v->name,
			data_reason_code(v, MISSING_OFF_ROUTE));
		printf("FREQUENCIES /VARIABLES=%s /STATISTICS=NONE.\n", v->name);
	} else if (kind == 'v') {
		select_valid(v, NULL);
		printf("FREQUENCIES /VARIABLES=%s /STATISTICS=NONE.\n", v->name);
	} else {
		select_valid(v, s->head);
		printf("CROSSTABS /TABLES=%s BY %s /CELLS=COUNT ROW COLUMN TOTAL.\n", v->name,
			s->head->name);
	}
}

/* ---- the wave ---- */

static int
load_head(struct side *s, const char *name)
{
	for (int i = 0; i < s->d.count; i++)
		if (!strcmp(s->d.variables[i].name, name))
			s->head = &s->d.variables[i];
	if (s->head)
		return 0;
	return error_set(&err, ERROR_INPUT, "there is no variable %s", name);
}

/* Nothing is hidden: PSPP hides nothing either. */
static int
open_side(struct side *s, const char *path, const char *code, const char *head)
{
	const struct dataset_options options = { .numbers = false };

	if (database_open(&s->db, path, DB_EXISTING, NULL, &err) < 0 ||
		wave_by_code(s->db, code, &s->wave, &err) < 0)
		return -1;
	s->wave.smallest_cell = 0;
	if (wave_columns_open(s->db, &s->wave, "en", &s->arena, &s->w, &err) < 0)
		return -1;
	s->q = *s->w.q;
	s->q.kind = "residents";
	s->w.q = &s->q;
	if (dataset_load(&s->w, &options, NULL, &s->d, &err) < 0)
		return -1;
	return load_head(s, head);
}

static int
make(const char *path, const char *login, int forms)
{
	struct made_survey m;

	if (survey_make(&m, path, login, forms) < 0) {
		err = m.err;
		return fail();
	}
	/* So that the program does not ask which office it is. */
	sqlite3_exec(m.db->handle,
		"INSERT INTO office (key, value) VALUES ('kind', 'gmina'), "
		"('own_unit', '99')",
		NULL, NULL, NULL);
	survey_release(&m);
	return 0;
}

int
main(int argc, char **argv)
{
	struct side s = { .db = NULL };
	bool compares = argc == 6 && !strcmp(argv[1], "compare");
	int result = 0;

	i18n_start("en");
	if (argc == 5 && !strcmp(argv[1], "make"))
		return make(argv[2], argv[3], atoi(argv[4]));
	if (!compares && (argc != 6 || strcmp(argv[1], "syntax") != 0))
		return 2;
	if (open_side(&s, argv[2], argv[3], argv[4]) < 0)
		return fail();
	s.file = argv[5];
	if (compares && !pspp_read(argv[5]))
		return 2;
	walk(&s, compares ? compare_step : put_step);
	if (compares) {
		printf("%ld figures in %ld tables, %ld differ; %ld cells are hidden\n",
			pspp_compared(), s.tables, s.different, s.hidden);
		result = s.different > 0 || s.tables == 0;
	}
	db_close(s.db);
	arena_release(&s.arena);
	return result;
}
