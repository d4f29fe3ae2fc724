/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One question in several waves or units: what the files of this screen share. */
#ifndef SCREENS_COMPARE_H
#define SCREENS_COMPARE_H

#include "model/results/wave_compare.h"
#include "screens/frame/list_screen.h"
#include "screens/surveys/wave_view.h"

enum { COMPARE_WAVES = 4 }; /* columns that fit into 80 */

struct compare_view {
	struct list_screen base;
	struct wave_view view;
	char question[65];    /* name in the wave in view; "" = its first that can be compared */
	bool units;           /* units in rows, else waves in columns */
	char figure[65];      /* units: which row of the comparison; "" = the first */
	int64_t group;        /* units: of this comparison group, 0 = all */
	char group_name[128];
	struct questionnaire q;
	struct wave_compare compared;
	const char **unit_names; /* by slot, two of one name told apart; NULL = no register */
	int at;               /* row of figure */
	bool numbered;        /* heads are numbers: codes are too long for them */
	int first;            /* the first wave shown, when there are more than fit */
	struct list_column columns[2 * COMPARE_WAVES]; /* the answer; no change before the first */
	struct error refused; /* why there is nothing to see */
};

const struct list_column *compare_columns(struct compare_view *v, int *count);
const char **compare_unit_names(struct compare_view *v);
void compare_cell(const void *self, int row, int column, struct list_cell *c);
void compare_above(void *self, struct canvas *c);
/* Everything about one row in words; the caller frees. */
char *compare_text(const struct compare_view *v, int row);

#endif
