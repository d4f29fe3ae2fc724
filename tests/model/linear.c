/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The simplex method in two phases with R. G. Bland's rule (Mathematics of Operations Research 2
 * (1977) 103-107), which cannot turn in circles. */
#include "linear.h"

#include <assert.h>
#include <math.h>
#include <string.h>

static const double TINY = 1e-9;

void
linear_row(struct linear *p, const double *factors, bool at_most, double constant)
{
	double *row = p->table[p->rows];

	assert(p->rows < LINEAR_ROWS && p->variables <= LINEAR_VARIABLES);
	memcpy(row, factors, (size_t)p->variables * sizeof(*row));
	if (at_most)
		row[p->variables + p->slacks++] = 1;
	row[2 * LINEAR_COLUMNS] = constant;
	p->rows++;
}

static void
pivot(struct linear *p, int row, int column)
{
	double *line = p->table[row], factor = line[column];

	for (int j = 0; j <= p->columns; j++)
		line[j] /= factor;
	for (int i = 0; i <= p->rows; i++) {
		double times = p->table[i][column];

		if (i == row || fabs(times) < TINY)
			continue;
		for (int j = 0; j <= p->columns; j++)
			p->table[i][j] -= times * line[j];
	}
	p->basis[row] = column;
}

/* Maximises what the last row says, over the first `usable` columns; false: without end. */
static bool
climb(struct linear *p, int usable)
{
	for (;;) {
		int column = -1, row = -1;

		for (int j = 0; j < usable && column < 0; j++)
			if (p->table[p->rows][j] < -TINY)
				column = j;
		if (column < 0)
			return true;
		for (int i = 0; i < p->rows; i++) {
			double a = p->table[i][column], ratio, best;

			if (a < TINY)
				continue;
			ratio = p->table[i][p->columns] / a;
			best = row < 0 ? 0 : p->table[row][p->columns] / p->table[row][column];
			if (row < 0 || ratio < best - TINY ||
				(ratio < best + TINY && p->basis[i] < p->basis[row]))
				row = i;
		}
		if (row < 0)
			return false;
		pivot(p, row, column);
	}
}

bool
linear_solve(struct linear *p)
{
	int real = p->variables + p->slacks;

	p->columns = real + p->rows;
	for (int i = 0; i < p->rows; i++) {
		double *row = p->table[i], constant = row[2 * LINEAR_COLUMNS];

		row[2 * LINEAR_COLUMNS] = 0;
		if (constant < 0)
			for (int j = 0; j < real; j++)
				row[j] = -row[j];
		row[real + i] = 1;
		row[p->columns] = fabs(constant);
		p->basis[i] = real + i;
	}
	memset(p->table[p->rows], 0, sizeof(p->table[p->rows]));
	for (int i = 0; i < p->rows; i++)
		for (int j = 0; j <= p->columns; j++)
			if (j < real || j == p->columns)
				p->table[p->rows][j] -= p->table[i][j];
	climb(p, real);
	if (p->table[p->rows][p->columns] < -1e-6)
		return false;
	/* Helpers that stayed at zero leave where they can; else their row says nothing. */
	for (int i = 0; i < p->rows; i++)
		for (int j = 0; j < real && p->basis[i] >= real; j++)
			if (fabs(p->table[i][j]) > 1e-7)
				pivot(p, i, j);
	return true;
}

double
linear_extreme(struct linear *p, int variable, int sign)
{
	int real = p->variables + p->slacks;
	double *aim = p->table[p->rows];

	memset(aim, 0, sizeof(p->table[0]));
	aim[variable] = -sign;
	for (int i = 0; i < p->rows; i++)
		if (p->basis[i] == variable)
			for (int j = 0; j <= p->columns; j++)
				aim[j] += sign * p->table[i][j];
	if (!climb(p, real))
		return sign * HUGE_VAL;
	return sign * aim[p->columns];
}
