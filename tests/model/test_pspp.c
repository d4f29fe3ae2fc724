/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The made-up survey of 2,000 forms counted by PSPP too, weighted and not: what it prints, ours
 * says to the last printed digit. PSPP gets the answers as they were made up, not as we read them. */
#include "config.h"

#include "survey_fixture.h"

#include "model/tables/tabulation.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { FORMS = 2000, LINES = 20000, CROSSED = 8 };

static struct made_survey made;
static struct wave_columns w;
static struct wave open_wave;
static struct arena arena;
static struct error err;
static char folder[] = "/tmp/gromada-XXXXXX";
static char *lines[LINES];
static int line_count;
static bool ran;

/* ---- what PSPP is given ---- */

/* 9 and 8 are printed on ratings; elsewhere such a reason has a number of its own. */
static int
reason_code(const char *question, enum missing reason)
{
	bool rating = !strncmp(question, "rate", 4);

	if (reason == MISSING_DONT_KNOW)
		return rating ? 9 : 993;
	if (reason == MISSING_NOT_APPLICABLE)
		return rating ? 8 : 994;
	return missing_reason(reason)->sav;
}

static void
put_choice(FILE *file, const char *name, const struct made_answer *a)
{
	if (a->missing == MISSING_OFF_ROUTE)
		fputs(";", file);
	else if (!a->value[0])
		fprintf(file, "%d;", reason_code(name, a->missing));
	else if (!strcmp(name, "sex") && a->value[0] == '9')
		fprintf(file, "%d;", missing_reason(MISSING_REFUSED)->sav);
	else if (!strcmp(name, "band"))
		fprintf(file, "%d;", a->value[0] == 'y' ? 1 : 2);
	else
		fprintf(file, "%s;", a->value);
}

/* Numbers alone: nothing else can stand in a mean. */
static void
put_scale(FILE *file, const struct made_answer *a, bool rating)
{
	if (!a->value[0] || (rating && atoi(a->value) > 5))
		fputs(";", file);
	else
		fprintf(file, "%s;", a->value);
}

/* The place of each of so many choices in the list of answers; 0 = not there. */
static void
put_several(FILE *file, const struct made_answer *a, int count, bool places)
{
	for (int k = 1; k <= count; k++) {
		const char *value = a->value;
		int place = 0, at = 0;

		while (*value) {
			at++;
			if (atoi(value) == k)
				place = at;
			value += strcspn(value, " ");
			value += *value == ' ';
		}
		if (!a->value[0] && !missing_reason(a->missing)->valid_base)
			fputs(";", file);
		else
			fprintf(file, "%d;", places ? place : place > 0);
	}
}

static bool
is_scale(const struct question *q)
{
	return !strncmp(q->name, "rate", 4) || q->type == QUESTION_INTEGER ||
	       q->type == QUESTION_DECIMAL || q->type == QUESTION_RANGE || !strcmp(q->name, "double");
}

static bool
is_listed(const struct question *q)
{
	return q->type == QUESTION_SELECT_ONE || q->type == QUESTION_RANGE ||
	       !strcmp(q->name, "kids") || !strcmp(q->name, "band");
}

static void
write_data(const char *path)
{
	FILE *file = fopen(path, "w");

	for (int form = 0; form < FORMS; form++) {
		for (int i = 0; i < made.q.question_count; i++) {
			const struct question *q = &made.q.questions[i];
			const struct made_answer *a = survey_answer(&made, form, i);

			if (is_listed(q))
				put_choice(file, q->name, a);
			if (is_scale(q))
				put_scale(file, a, !strncmp(q->name, "rate", 4));
			if (q->type == QUESTION_SELECT_MULTIPLE)
				put_several(file, a, 12, false);
			if (q->type == QUESTION_RANK)
				put_several(file, a, 5, true);
		}
		fprintf(file, "%.3f\n", made.weights[form]);
	}
	fclose(file);
}

static void
write_names(FILE *file, const char *what)
{
	for (int i = 0; i < made.q.question_count; i++) {
		const struct question *q = &made.q.questions[i];
		bool all = !strcmp(what, "all");
		const char *format = all ? " F12.2" : "";

		if (is_listed(q) && (all || !strcmp(what, "listed")))
			fprintf(file, " %s%s", q->name, format);
		if (is_scale(q) && (all || !strcmp(what, "scales")))
			fprintf(file, " m_%s%s", q->name, format);
		for (int k = 1; k <= 12 && q->type == QUESTION_SELECT_MULTIPLE && all; k++)
			fprintf(file, " services_%d%s", k, format);
		for (int k = 1; k <= 5 && q->type == QUESTION_RANK && all; k++)
			fprintf(file, " goals_%d%s", k, format);
	}
}

static void
write_tables(FILE *file)
{
	static const char *const quantiles[] = { "m_age", "m_income" };

	fputs("FREQUENCIES /VARIABLES=", file);
	write_names(file, "listed");
	fputs(" services_1 TO services_12 goals_1 TO goals_5 /STATISTICS=NONE.\n", file);
	for (int i = 0; i < 2; i++)
		fprintf(file, "FREQUENCIES /VARIABLES=%s /FORMAT=NOTABLE /NTILES=4 "
			"/STATISTICS=MEAN STDDEV MEDIAN.\n", quantiles[i]);
	fputs("DESCRIPTIVES /VARIABLES=", file);
	write_names(file, "scales");
	fputs(" /STATISTICS=MEAN STDDEV.\n", file);
	for (int k = 1; k <= CROSSED; k++)
		/* A reason is no head, and an answer outside the scale is not tested. */
		fprintf(file, "TEMPORARY.\nSELECT IF place < 90.\nCROSSTABS /TABLES=rate%d BY place /CELLS=COUNT ROW COLUMN TOTAL.\n"
			"TEMPORARY.\nSELECT IF place < 90 AND rate%d < 8.\nCROSSTABS /TABLES=rate%d BY place /CELLS=COUNT "
			"/STATISTICS=CHISQ.\n", k, k, k);
}

static void
write_syntax(const char *path)
{
	FILE *file = fopen(path, "w");

	fprintf(file, "SET DECIMAL=DOT.\nGET DATA /TYPE=TXT /FILE='%s/data.csv' /DELIMITERS=';' "
		"/VARIABLES=", folder);
	write_names(file, "all");
	fputs(" w F12.6.\nMISSING VALUES", file);
	write_names(file, "listed");
	fputs(" (-98 THRU -91).\n", file);
	write_tables(file);
	fputs("WEIGHT BY w.\n", file);
	write_tables(file);
	fclose(file);
}

/* ---- running it ---- */

static bool
run_pspp(const char *syntax, const char *output)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		execlp("pspp", "pspp", "-o", output, "-O", "format=csv", syntax, (char *)NULL);
		_exit(127);
	}
	if (child < 0 || waitpid(child, &status, 0) < 0)
		return false;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
		return false;
	if (!WIFEXITED(status) || WEXITSTATUS(status))
		fail_msg("PSPP failed on %s", syntax);
	return true;
}

static void
read_lines(const char *path)
{
	FILE *file = fopen(path, "r");
	char *line = NULL;
	size_t room = 0;

	if (!file)
		fail_msg("PSPP wrote no %s", path);
	while (line_count < LINES && getline(&line, &room, file) > 0) {
		line[strcspn(line, "\r\n")] = '\0';
		lines[line_count++] = strdup(line);
	}
	free(line);
	fclose(file);
}

static int
make(void **state)
{
	char data[64], syntax[64], output[64];

	(void)state;
	if (survey_make(&made, NULL, "anna", FORMS) < 0 || !mkdtemp(folder))
		return -1;
	open_wave = made.wave;
	open_wave.smallest_cell = 0; /* PSPP hides nothing */
	if (wave_columns_open(made.db, &open_wave, "pl", &arena, &w, &err) < 0)
		return -1;
	w.weights = made.weights;
	snprintf(data, sizeof(data), "%s/data.csv", folder);
	snprintf(syntax, sizeof(syntax), "%s/tables.sps", folder);
	snprintf(output, sizeof(output), "%s/out.csv", folder);
	write_data(data);
	write_syntax(syntax);
	ran = run_pspp(syntax, output);
	if (ran)
		read_lines(output);
	unlink(data);
	unlink(syntax);
	unlink(output);
	rmdir(folder);
	return 0;
}

static int
drop(void **state)
{
	(void)state;
	for (int i = 0; i < line_count; i++)
		free(lines[i]);
	arena_release(&arena);
	survey_release(&made);
	return 0;
}

static void
need_pspp(void)
{
	if (ran)
		return;
	print_message("# PSPP is not installed\n");
	skip();
}

/* ---- reading what it printed ---- */

static const char *
cell(int line, int column, char dst[64])
{
	const char *at = lines[line];

	for (; column > 0 && *at; column--) {
		at += strcspn(at, ",");
		at += *at == ',';
	}
	snprintf(dst, 64, "%.*s", (int)strcspn(at, ","), at);
	return dst;
}

/* The line behind the title; the second time it is the weighted table. */
static int
find_table(const char *title, int time)
{
	char wanted[128];

	snprintf(wanted, sizeof(wanted), "Table: %s", title);
	for (int i = 0; i < line_count; i++)
		if (!strcmp(lines[i], wanted) && time-- == 0)
			return i + 1;
	fail_msg("PSPP printed no %s", wanted);
	return -1;
}

/* The line of the table whose cell is this number. */
static int
find_line(int table, int column, double number)
{
	char text[64], *end;

	for (int i = table; i < line_count && lines[i][0]; i++) {
		double found = strtod(cell(i, column, text), &end);

		if (end != text && !*end && found == number)
			return i;
	}
	return -1;
}

static void
same(const char *where, int line, int column, double ours)
{
	char text[64], *end;
	double printed = strtod(cell(line, column, text), &end);
	const char *point = strchr(text, '.');
	int decimals = point ? (int)strspn(point + 1, "0123456789") : 0;

	if (end == text || !(fabs(ours - printed) <= 0.5 * pow(10, -decimals) * (1 + 1e-9) + 1e-9))
		fail_msg("%s: PSPP prints %s, ours is %.10g (%s)", where, text, ours, lines[line]);
}

/* ---- the tests ---- */

static double
code_of(const char *question, const struct result_row *row)
{
	int reason;

	if (!strcmp(question, "band") && !row->exit && !row->missing)
		return row->name[0] == 'y' ? 1 : 2;
	reason = missing_by_name(row->name);
	return reason > 0 ? reason_code(question, (enum missing)reason) : atof(row->name);
}

static void
compare_frequency(const char *question, bool weighted)
{
	struct tabulation t = { .question = question, .weighted = weighted };
	int table = find_table(question, weighted);
	struct frequency f;
	double all = 0;

	assert_int_equal(tabulate_frequency(&w, &t, &f, &err), 0);
	/* PSPP takes those who were led past into its per cents: set against ours by the sum. */
	for (int i = 0; i < FORMS; i++)
		all += weighted ? made.weights[i] : 1;
	for (int i = 0; i < f.row_count; i++) {
		const struct result_row *row = &f.rows[i];
		int line = find_line(table, 1, code_of(question, row));

		if (line < 0 && row->n == 0)
			continue;
		if (line < 0)
			fail_msg("%s: PSPP has no %s", question, row->name);
		same(question, line, 2, row->weighted);
		same(question, line, 3, row->weighted / all * 100);
		if (!strcmp(question, "kids"))
			assert_true(f.weighted_forms < all);
		else
			same(question, line, 3, row->percent);
		if (i < f.missing_from)
			same(question, line, 4, row->valid.value * 100);
	}
}

static void
frequencies(bool weighted)
{
	need_pspp();
	for (int i = 0; i < made.q.question_count; i++)
		if (is_listed(&made.q.questions[i]))
			compare_frequency(made.q.questions[i].name, weighted);
}

static void
frequencies_agree_with_pspp(void **state)
{
	(void)state;
	frequencies(false);
}

static void
weighted_frequencies_agree_with_pspp(void **state)
{
	(void)state;
	frequencies(true);
}

static void
several(bool weighted)
{
	struct tabulation services = { .question = "services", .weighted = weighted };
	struct tabulation goals = { .question = "goals", .weighted = weighted };
	struct frequency f, g;
	char name[32];

	need_pspp();
	assert_int_equal(tabulate_frequency(&w, &services, &f, &err), 0);
	for (int k = 0; k < 12; k++) {
		int line;

		snprintf(name, sizeof(name), "services_%d", k + 1);
		line = find_line(find_table(name, weighted), 1, 1);
		same(name, line, 2, f.rows[k].weighted);
		same(name, line, 4, f.rows[k].valid.value * 100);
	}
	assert_int_equal(tabulate_frequency(&w, &goals, &g, &err), 0);
	for (int k = 0; k < 5; k++) {
		int line;

		snprintf(name, sizeof(name), "goals_%d", k + 1);
		line = find_line(find_table(name, weighted), 1, 0); /* not among the places */
		same(name, line, 2, g.weighted_valid - g.rows[k].weighted);
		if (!weighted)
			same(name, find_line(find_table(name, 0), 1, 1), 2, (double)g.rows[k].first);
	}
}

static void
several_answers_and_ranks_agree_with_pspp(void **state)
{
	(void)state;
	several(false);
	several(true);
}

static void
means(bool weighted)
{
	int table = find_table("Descriptive Statistics", weighted);

	for (int i = 0; i < made.q.question_count; i++) {
		const char *question = made.q.questions[i].name;
		struct tabulation t = { .question = question, .weighted = weighted };
		struct frequency f;
		char text[64];
		int line = table;

		if (!is_scale(&made.q.questions[i]))
			continue;
		while (strcmp(cell(line, 0, text) + 2 * !strncmp(text, "m_", 2), question) != 0)
			if (!lines[++line][0])
				fail_msg("PSPP has no mean of %s", question);
		assert_int_equal(tabulate_frequency(&w, &t, &f, &err), 0);
		same(question, line, 2, f.scale.mean);
		same(question, line, 3, f.scale.sd);
		if (!weighted)
			same(question, line, 1, (double)f.scale.n);
	}
}

static void
means_and_deviations_agree_with_pspp(void **state)
{
	(void)state;
	need_pspp();
	means(false);
	means(true);
}

static void
quantiles_agree_with_pspp(void **state)
{
	static const char *const questions[] = { "age", "income" };

	(void)state;
	need_pspp();
	for (int i = 0; i < 4; i++) {
		struct tabulation t = { .question = questions[i % 2], .weighted = i >= 2 };
		int table = find_table("Statistics", i);
		struct frequency f;

		assert_int_equal(tabulate_frequency(&w, &t, &f, &err), 0);
		same(t.question, table + 4, 2, f.scale.median);
		same(t.question, find_line(table, 1, 25), 2, f.scale.q1);
		same(t.question, find_line(table, 1, 75), 2, f.scale.q3);
	}
}

/* Four lines an answer: count, and per cents of row, column and all. */
static void
compare_cross(const char *question, bool weighted)
{
	struct tabulation t = { .question = question, .by = "place", .weighted = weighted };
	struct crosstab x;
	double all;
	char title[64];
	int table, blank = 0;

	snprintf(title, sizeof(title), "%s × place", question);
	table = find_table(title, 2 * weighted);
	assert_int_equal(tabulate_cross(&w, &t, &x, &err), 0);
	while (missing_by_name(x.heads[blank].name) <= 0) /* PSPP leaves these out */
		blank++;
	all = x.heads[x.head_count - 1].weighted;
	for (int h = blank; h < x.head_count - 1; h++)
		all -= x.heads[h].weighted;
	for (int i = 0; i < x.row_count; i++) {
		int line = find_line(table, 1, atof(x.rows[i].name));

		if (line < 0)
			fail_msg("%s: PSPP has no %s", title, x.rows[i].name);
		for (int h = 0; h < blank; h++) {
			const struct crosstab_cell *c = &x.cells[i * x.head_count + h];
			double row = x.rows[i].weighted;

			for (int k = blank; k < x.head_count - 1; k++)
				row -= x.cells[i * x.head_count + k].weighted;
			same(title, line, 3 + h, c->weighted);
			same(title, line + 1, 3 + h, c->weighted / row * 100);
			same(title, line + 2, 3 + h, c->column * 100);
			same(title, line + 3, 3 + h, c->weighted / all * 100);
		}
	}
	if (weighted)
		return;
	table = find_table("Chi-Square Tests", atoi(question + 4) - 1);
	same("chi-square", table + 1, 1, x.chi_square);
	same("df", table + 1, 2, x.df);
	same("p", table + 1, 3, x.p);
}

static void
cross_tables_and_chi_square_agree_with_pspp(void **state)
{
	char name[16];

	(void)state;
	need_pspp();
	for (int weighted = 0; weighted < 2; weighted++)
		for (int k = 1; k <= CROSSED; k++) {
			snprintf(name, sizeof(name), "rate%d", k);
			compare_cross(name, weighted);
		}
}

/* Reasons that count as answers stand in both, and in the test of none. */
static void
a_table_turned_round_has_the_same_test(void **state)
{
	struct tabulation t = { .question = "rate1", .by = "place" };
	struct crosstab one, two;

	(void)state;
	assert_int_equal(tabulate_cross(&w, &t, &one, &err), 0);
	t = (struct tabulation){ .question = "place", .by = "rate1" };
	assert_int_equal(tabulate_cross(&w, &t, &two, &err), 0);
	assert_true(one.tested && two.tested);
	assert_int_equal(one.df, (5 - 1) * (6 - 1));
	assert_int_equal(two.df, one.df);
	assert_true(fabs(one.chi_square - two.chi_square) < 1e-9);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(frequencies_agree_with_pspp),
		cmocka_unit_test(weighted_frequencies_agree_with_pspp),
		cmocka_unit_test(several_answers_and_ranks_agree_with_pspp),
		cmocka_unit_test(means_and_deviations_agree_with_pspp),
		cmocka_unit_test(quantiles_agree_with_pspp),
		cmocka_unit_test(cross_tables_and_chi_square_agree_with_pspp),
		cmocka_unit_test(a_table_turned_round_has_the_same_test),
	};

	return cmocka_run_group_tests(tests, make, drop);
}
