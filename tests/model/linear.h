/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small linear programme, for tests: how low and how high a variable can be. It shares nothing
 * with what it judges. */
#ifndef TESTS_MODEL_LINEAR_H
#define TESTS_MODEL_LINEAR_H

#include <stdbool.h>

enum { LINEAR_VARIABLES = 96, LINEAR_ROWS = 220, LINEAR_COLUMNS = LINEAR_VARIABLES + LINEAR_ROWS };

struct linear { /* zero, then variables and rows are added; all variables are >= 0 */
	int variables, rows, slacks;
	double table[LINEAR_ROWS + 1][2 * LINEAR_COLUMNS + 1];
	int basis[LINEAR_ROWS];
	int columns;
};

/* sum of factors[i] * x[i] = constant, or <= constant. */
void linear_row(struct linear *p, const double *factors, bool at_most, double constant);
/* Finds a first solution; false: there is none. After it only linear_extreme() is called. */
bool linear_solve(struct linear *p);
/* The largest (sign 1) or smallest (sign -1) value of a variable; HUGE_VAL: without end. */
double linear_extreme(struct linear *p, int variable, int sign);

#endif
