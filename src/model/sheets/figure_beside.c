/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One figure held against what sheets ask for and call usual. */
#include "config.h"

#include "model/sheets/figure_beside.h"

#include "base/clock.h"
#include "base/text.h"
#include "model/indicators/measure.h"
#include "model/queries.h"
#include "model/seen.h"
#include "model/sheets/data_sheet.h"
#include "model/sheets/decision_feed.h"

#include <math.h>
#include <stdio.h>

int
figure_sheet_of(
	struct db *db, const struct own_figure *f, struct figure_sheet *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_OWN_FIGURE_SHEET, err);
	char today[16];

	*out = (struct figure_sheet){ .id = 0 };
	db_bind_int(q, 1, f->indicator_id);
	db_bind_int(q, 2, f->year);
	db_bind_int(q, 3, f->slot);
	db_bind_text(q, 4, date_iso(today, sizeof(today), clock_today()));
	if (db_next(q)) {
		out->id = db_int(q, 0);
		text_copy(out->group, sizeof(out->group), db_text(q, 1));
	}
	return db_end(q);
}

static int
load_limits(struct db *db, struct data_sheet_line *line, struct error *err)
{
	struct stmt *q = db_start(db, Q_OWN_FIGURE_LIMITS, err);

	line->low = line->high = line->change = NAN;
	db_bind_int(q, 1, line->indicator_id);
	if (db_next(q)) {
		line->low = db_double_or_nan(q, 0);
		line->high = db_double_or_nan(q, 1);
		line->change = db_double_or_nan(q, 2);
	}
	return db_end(q);
}

int
figure_unusual(struct db *db, const struct own_figure *f, struct arena *arena, const char **text,
	struct error *err)
{
	struct sheet_entry e = { .figure = *f };
	struct indicator card;

	*text = "";
	if (indicator_load_id(db, f->indicator_id, arena, &card, err) < 0)
		return -1;
	e.line = (struct data_sheet_line){ .indicator_id = f->indicator_id,
		.measure = card.measure,
		.decimals = card.decimals,
		.counts = measure_counts(card.measure, card.name, card.numerator),
		.share = measure_share(card.measure, card.name, card.numerator),
		.whole = measure_whole(card.measure, card.denominator) };
	if (load_limits(db, &e.line, err) < 0 ||
		own_figure_read(db, f->indicator_id, f->year - 1, f->slot, &e.before, err) < 0 ||
		decision_figure(db, f->indicator_id, f->year, f->slot, &e.total, err) < 0)
		return -1;
	e.signs = sheet_entry_signs(&e);
	if (sheet_entry_unexplained(&e))
		*text = sheet_signs_text(&e, arena);
	return 0;
}

int64_t
figure_mark(const struct own_figure *f)
{
	char value[32];

	if (!f->indicator_id)
		return 0;
	snprintf(value, sizeof(value), "%.17g", f->value);
	return seen_text(
		seen_text(seen_text(seen_text(0, value), f->missing), f->remark), f->source);
}
