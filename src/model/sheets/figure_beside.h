/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An own figure that is keyed beside data sheets: whether a sheet asks for it after all, and what
 * is unusual about it. */
#ifndef MODEL_FIGURE_BESIDE_H
#define MODEL_FIGURE_BESIDE_H

#include "model/sheets/own_figure.h"

struct figure_sheet {
	int64_t id; /* 0 = no sheet asks the unit for this indicator and year */
	char group[64]; /* code */
};
int figure_sheet_of(struct db *db, const struct own_figure *f, struct figure_sheet *out,
	struct error *err);

/* What a data sheet would mark (!): by the limits of the newest sheet that asks for the card, by
 * its measure, against the year before and totals of decisions. "" where nothing is unusual, or the
 * remark says why it is so. Text in the arena. */
int figure_unusual(struct db *db, const struct own_figure *f, struct arena *arena,
	const char **text, struct error *err);

/* A mark of what a figure says, for forms: another one has another mark; 0 = none is there. */
int64_t figure_mark(const struct own_figure *f);

#endif
