/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tables of tabulate and their statistics share. */
#ifndef COMMANDS_TABULATE_H
#define COMMANDS_TABULATE_H

#include "commands/result.h"
#include "report/result_tables.h"

struct tabulating {
	struct run *run;
	struct wave_columns w;
	struct tabulation t;
	struct result_view view;
	enum result_percent percent;
	bool statistics;
	const char **questions;
	int count;
};

/* The first column stands only in front of several questions. */
int tabulate_start(struct result **r, const struct tabulating *g,
	const struct result_column *columns, int count, struct error *err);
void tabulate_figure(struct result *r, double value);
/* Without a head: one question with all that can be said of it, several as one table in order of
 * their means. */
int tabulate_statistics(struct tabulating *g, struct error *err);
/* Under each head; what is of the whole table stands under its total. */
int tabulate_start_heads(struct result **r, const struct tabulating *g, struct error *err);
void tabulate_head_rows(struct result *r, const struct crosstab *x, const struct tabulating *g);

#endif
