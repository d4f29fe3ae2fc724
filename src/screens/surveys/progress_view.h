/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of progress and quality, for progress.c and progress_cells.c alone. */
#ifndef SCREENS_PROGRESS_VIEW_H
#define SCREENS_PROGRESS_VIEW_H

#include "model/surveys/batch.h"
#include "model/operator.h"
#include "screens/frame/list_screen.h"
#include "screens/surveys/quality_screens.h"
#include "screens/surveys/wave_view.h"

enum progress_part { PROGRESS_BATCHES, PROGRESS_QUESTIONS, PROGRESS_QUALITY_BATCHES,
	PROGRESS_KEYERS, PROGRESS_OPERATORS, PROGRESS_CHART, PROGRESS_PARTS };

struct progress_view {
	struct list_screen base;
	struct wave_view view;
	enum progress_part part;
	struct wave_counts counts;
	struct batch *batches;
	struct quality_row *quality;
	const char **numbers; /* of each row of quality by questions: as on the paper */
	struct operator_row *operators;
	struct keyer keyer;   /* who said so on a shared account; id 0 = nobody yet */
	enum tier tier;       /* of the last drawing: bars are drawn with its signs */
	struct error refused; /* why there are no figures of people */
};

/* Columns of a part. */
const struct list_column *progress_columns(enum progress_part part, int *count);
void progress_cell(const void *self, int row, int column, struct list_cell *cell);
void progress_above(void *self, struct canvas *c);
/* The table of a part for files: of questions their names too. */
int progress_table(const void *self, struct arena *arena, struct report_table *table,
	struct error *err);
/* Forms an hour and keys an hour as bars. */
void progress_chart(const struct progress_view *p, struct canvas *c);
const char *progress_part_text(enum progress_part part);
/* Without pauses; NAN where there is no time. */
double progress_per_hour(int64_t number, int64_t seconds);

#endif
