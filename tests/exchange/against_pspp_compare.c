/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Our tables against those that PSPP printed, step by step. */
#include "config.h"

#include "against_pspp.h"
#include "pspp_output.h"

#include "model/tables/tabulation.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CODES_MOST = 400, TOLD_MOST = 40 };

struct step {
	struct side *s;
	const struct data_variable *v;
	char kind;
	int mark;
};

static void
differ(const struct step *t, const char *what, int line, double ours)
{
	if (t->s->different++ < TOLD_MOST)
		printf("%c%d %s, %s: ours is %.10g, PSPP printed %s\n", t->kind, t->s->weighted,
			t->v->name, what, ours, pspp_text(line));
}

static void
same(const struct step *t, const char *what, int line, int column, double ours)
{
	if (!pspp_same(line, column, ours))
		differ(t, what, line, ours);
}

static int
table(const struct step *t, const char *title)
{
	int at = pspp_table(t->mark, title);

	if (at < 0)
		differ(t, title, -1, NAN);
	else
		t->s->tables++;
	return at;
}

/* ---- codes ---- */

/* What the file says for a row of ours: a choice that leaves as a reason has the reason's code. */
static double
code_of(const struct data_variable *v, const struct result_row *row)
{
	for (int i = 0; i < v->printed_count && !row->missing; i++)
		if (!strcmp(v->printed[i].name, row->name))
			return dataset_leaves(v, v->printed[i].exit)
				       ? data_reason_code(v, v->printed[i].exit)
				       : v->printed[i].number;
	if (missing_by_name(row->name) > 0)
		return data_reason_code(v, (enum missing)missing_by_name(row->name));
	return strtod(row->name, NULL);
}

struct counted { /* rows of ours that have one code in the file */
	double code, n, percent, valid;
};

static int
count_codes(const struct data_variable *v, const struct frequency *f, struct counted *list)
{
	int count = 0;

	for (int i = 0; i < f->row_count && count < CODES_MOST; i++) {
		double code = code_of(v, &f->rows[i]);
		int at = 0;

		while (at < count && list[at].code != code)
			at++;
		if (at == count)
			list[count++] = (struct counted){ code, 0, 0, 0 };
		list[at].n += f->rows[i].weighted;
		list[at].percent += f->rows[i].percent;
		if (i < f->missing_from)
			list[at].valid += f->rows[i].valid.value * 100;
	}
	return count;
}

/* ---- frequencies ---- */

static int
values_in(int at)
{
	int count = 0;

	for (; at >= 0 && !pspp_ends(at); at++)
		count += pspp_is_value(at, 1);
	return count;
}

static void
compare_codes(const struct step *t, const struct frequency *f, int at)
{
	struct counted list[CODES_MOST];
	int count = count_codes(t->v, f, list), there = 0;
	char what[32];

	for (int i = 0; i < count; i++) {
		int line = pspp_line(at, 1, list[i].code);
		bool counts = t->kind == 'f' || list[i].valid > 0;

		if (list[i].n == 0 || !counts) {
			if (line >= 0)
				differ(t, "nobody", line, list[i].code);
			continue;
		}
		there++;
		snprintf(what, sizeof(what), "%g", list[i].code);
		same(t, what, line, 2, list[i].n);
		same(t, what, line, 3, t->kind == 'f' ? list[i].percent : list[i].valid);
	}
	if (there != values_in(at))
		differ(t, "other codes", at, there);
}

/* One of several, marked or placed, and why nothing could be. A place is any number from 1 on. */
static void
compare_choice(const struct step *t, const struct frequency *f, int at)
{
	const char *name = t->v->column->choices[t->v->choice].name;
	bool ranks = t->v->column->kind == COLUMN_RANKS;

	for (int i = 0; i < f->row_count; i++) {
		const struct result_row *row = &f->rows[i];
		int line =
			pspp_line(at, 1, row->missing ? data_reason_code(t->v, row->missing) : 1);

		if (row->n == 0 || (row->missing ? t->kind == 'v' : strcmp(row->name, name) != 0))
			continue;
		if (row->missing || !ranks) {
			same(t, row->name, line, 2, row->weighted);
			same(t, row->name, line, 3,
				t->kind == 'f' ? row->percent : row->valid.value * 100);
		} else if (!t->s->weighted && row->first > 0) {
			same(t, "first places", line, 2, (double)row->first);
		}
	}
}

/* Of many numbers and of days only the reasons stand in rows of ours. */
static void
compare_reasons(const struct step *t, const struct frequency *f, int at)
{
	for (int i = 0; i < f->row_count; i++) {
		const struct result_row *row = &f->rows[i];
		int line = pspp_line(at, 1, code_of(t->v, row));

		if (t->v->kind == DATA_DATE && !row->missing && !row->exit)
			continue;
		if (row->n == 0 || (t->kind == 'v' && row->missing))
			continue;
		same(t, row->name, line, 2, row->weighted);
		same(t, row->name, line, 3, t->kind == 'f' ? row->percent : row->valid.value * 100);
	}
}

static void
compare_frequency(const struct step *t, const struct frequency *f)
{
	int at = table(t, t->v->name), end = at;

	if (at < 0)
		return;
	if (t->v->column->kind == COLUMN_CHOICE)
		compare_codes(t, f, at);
	else if (t->v->column->kind == COLUMN_CHOICES || t->v->column->kind == COLUMN_RANKS)
		compare_choice(t, f, at);
	else
		compare_reasons(t, f, at);
	while (!pspp_ends(end + 1))
		end++;
	same(t, "all", end, 2, t->kind == 'f' ? f->weighted_forms : f->weighted_valid);
}

/* ---- means ---- */

static void
compare_scale(const struct step *t, const struct frequency *f)
{
	const struct scale_result *r = &f->scale;
	int at = table(t, "Report"), of;

	if (at < 0)
		return;
	if (t->v->column->kind == COLUMN_RANKS) {
		const char *name = t->v->column->choices[t->v->choice].name;

		for (int i = 0; i < f->missing_from; i++) {
			const struct result_row *row = &f->rows[i];

			if (strcmp(row->name, name) != 0 || row->n == 0)
				continue;
			if (!t->s->weighted)
				same(t, "mentions", at + 1, 0, (double)row->n);
			if (!row->exit)
				same(t, "mean place", at + 1, 1, row->mean_place);
		}
		return;
	}
	if (!t->s->weighted)
		same(t, "n", at + 1, 0, (double)r->n);
	same(t, "mean", at + 1, 1, r->mean);
	same(t, "deviation", at + 1, 2, r->sd);
	same(t, "least", at + 1, 3, r->min);
	same(t, "most", at + 1, 4, r->max);
	of = table(t, "Statistics");
	same(t, "quarter", pspp_line(of, 1, 25), 2, r->q1);
	same(t, "median", pspp_line(of, 1, 50), 2, r->median);
	same(t, "three quarters", pspp_line(of, 1, 75), 2, r->q3);
}

/* The line of a head; the last one of ours is the total. */
static int
head_line(const struct step *t, const struct crosstab *x, int head, int at)
{
	struct result_row row = { .name = x->heads[head].name };
	int line = at;

	if (head < x->head_count - 1)
		return pspp_line(at, 0, code_of(t->s->head, &row));
	while (!pspp_ends(line + 1))
		line++;
	return line;
}

/* A head of those without an answer to it, or with a reason, whom PSPP leaves out. */
static bool
is_blank(const struct crosstab *x, int head)
{
	return x->by && head < x->head_count - 1 && missing_by_name(x->heads[head].name) > 0;
}

/* Their part of a row, or of all (row -1); NAN = hidden. */
static double
blank_part(const struct crosstab *x, int row)
{
	double part = 0;

	for (int h = 0; h < x->head_count; h++)
		if (is_blank(x, h))
			part += row < 0 ? x->heads[h].weighted
					: x->cells[row * x->head_count + h].weighted;
	return part;
}

static void
compare_means(const struct step *t, const struct crosstab *x)
{
	int at = table(t, "Report");

	for (int h = 0; h < x->head_count && at >= 0; h++) {
		const struct scale_result *r = &x->heads[h].scale;
		int line = head_line(t, x, h, at);

		if (r->n == 0 || is_blank(x, h) ||
			(h == x->head_count - 1 && is_blank(x, h - 1)))
			continue;
		if (r->n > 1 && isnan(r->sd)) { /* beside hidden cells: a rounded mean alone */
			t->s->hidden++;
			continue;
		}
		if (!t->s->weighted)
			same(t, "n", line, 1, (double)r->n);
		same(t, x->heads[h].name, line, 2, r->mean);
		if (r->n > 1)
			same(t, x->heads[h].name, line, 3, r->sd);
	}
}

/* ---- cross-tables: four lines an answer ---- */

/* PSPP puts heads in the order of their codes, the total last. */
static int
head_column(const struct step *t, const struct crosstab *x, int head, int at)
{
	struct result_row row = { .name = x->heads[head].name };
	int column = 3;

	for (; pspp_is_value(at + 1, column); column++)
		if (head < x->head_count - 1 &&
			pspp_number(at + 1, column) == code_of(t->s->head, &row))
			return column;
	return head < x->head_count - 1 ? -1 : column;
}

/* What is hidden because few stand under a head, or so that these cannot be computed, is no figure
 * of ours. */
static void
compare_cells(const struct step *t, const struct crosstab *x, int row, int at, int line)
{
	double of_row = x->rows[row].weighted - blank_part(x, row),
	       of_all = x->heads[x->head_count - 1].weighted - blank_part(x, -1);

	for (int h = 0; h < x->head_count; h++) {
		const struct crosstab_cell *c = &x->cells[row * x->head_count + h];
		bool total = h == x->head_count - 1;
		double n = total ? of_row : c->weighted, of = total ? of_all : x->heads[h].weighted;
		int column = head_column(t, x, h, at);

		if (is_blank(x, h) || (x->heads[h].n == 0 && column < 0))
			continue;
		if (x->heads[h].hidden || (isnan(n) && x->notes & (NOTE_GROUP_HIDDEN | NOTE_HIDDEN))) {
			t->s->hidden++;
			continue;
		}
		same(t, "count", line, column, n);
		if (!isnan(of_row))
			same(t, "of the row", line + 1, column, n / of_row * 100);
		same(t, "of the column", line + 2, column, n / of * 100);
		same(t, "of all", line + 3, column, n / of_all * 100);
	}
}

static bool
is_asked(const struct data_variable *v, const struct result_row *row)
{
	const struct column_choice *c;

	if (v->column->kind == COLUMN_CHOICE)
		return true;
	c = &v->column->choices[v->choice];
	return !strcmp(c->name, row->name);
}

static void
compare_cross(const struct step *t, const struct crosstab *x)
{
	const struct data_variable *v = t->v;
	char title[2 * DATA_NAME_MOST + 8];
	int at;

	snprintf(title, sizeof(title), "%s × %s", v->name, t->s->head->name);
	at = table(t, title);
	for (int i = 0; i < x->row_count && at >= 0; i++) {
		double code = v->column->kind == COLUMN_CHOICE ? code_of(v, &x->rows[i]) : 1;
		double answered = x->rows[i].weighted - blank_part(x, i);

		if (!is_asked(v, &x->rows[i]) || answered == 0 ||
			(isnan(answered) && pspp_line(at, 1, code) < 0))
			continue;
		compare_cells(t, x, i, at, pspp_line(at, 1, code));
	}
}

static void
compare_test(const struct step *t, const struct crosstab *x)
{
	int at = t->s->weighted || !x->tested ? -1 : table(t, "Chi-Square Tests");

	if (at < 0)
		return;
	same(t, "chi-square", at + 1, 1, x->chi_square);
	same(t, "degrees of freedom", at + 1, 2, x->df);
	same(t, "p", at + 1, 3, x->p);
}

void
compare_step(struct side *s, char kind, const struct data_variable *v)
{
	struct step t = { .s = s, .v = v, .kind = kind };
	struct error err = { .code = ERROR_NONE };
	struct tabulation asked = { .weighted = s->weighted };
	char mark[DATA_NAME_MOST + 8];
	struct frequency f;
	struct crosstab x;

	if (!v)
		return;
	snprintf(mark, sizeof(mark), "@%c%d %s", kind, s->weighted, v->name);
	t.mark = pspp_mark(mark);
	asked.question = v->column->name;
	if (strchr("mtx", kind))
		asked.by = s->head->column->name;
	if (asked.by ? tabulate_cross(&s->w, &asked, &x, &err)
		     : tabulate_frequency(&s->w, &asked, &f, &err)) {
		printf("%s\n", err.text);
		s->different++;
	} else if (kind == 'm') {
		compare_means(&t, &x);
	} else if (kind == 'x') {
		compare_cross(&t, &x);
	} else if (kind == 't') {
		compare_test(&t, &x);
	} else if (kind == 's') {
		compare_scale(&t, &f);
	} else {
		compare_frequency(&t, &f);
	}
}
