/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What sheets that were handed in say beside totals of decisions entered later. */
#include "config.h"

#include "model/sheets/decision_sheets.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/queries.h"
#include "model/sheets/decision_feed.h"
#include "model/units/unit_city.h"

#include <math.h>
#include <string.h>

enum { FIGURE = 64, TOLD = 3 }; /* figures named in a sentence at most */

struct decision_sheet_line {
	const char *group, *code;
	int slot, year, decimals;
	int64_t indicator;
	bool keyed;
	char figure[FIGURE], total[FIGURE]; /* keyed; of totals; "" = none */
};

static void
show(char dst[FIGURE], double value, const char *missing, int decimals)
{
	if (isnan(value))
		text_copy(dst, FIGURE, missing);
	else
		number_format(dst, FIGURE, value, decimals);
}

static int
load_total(struct db *db, struct decision_sheet_line *l, struct error *err)
{
	struct own_figure f;

	l->total[0] = '\0';
	if (decision_figure(db, l->indicator, l->year, l->slot, &f, err) < 0)
		return -1;
	if (f.indicator_id)
		show(l->total, f.value, f.missing, l->decimals);
	return 0;
}

int
decision_sheets_load(struct db *db, int slot, int year, struct arena *arena,
	struct decision_sheets *out, struct error *err)
{
	int twin, first = out->count;
	struct stmt *q;

	if (unit_twin_of(db, slot, &twin, err) < 0)
		return -1;
	q = db_start(db, Q_DECISION_SHEET_LINES, err);
	db_bind_int(q, 1, slot);
	db_bind_int(q, 2, year);
	db_bind_int(q, 3, twin);
	while (db_next(q)) {
		struct decision_sheet_line *l;

		out->lines = arena_grow(
			arena, out->lines, (size_t)out->count, &out->room, sizeof(*out->lines));
		l = &out->lines[out->count++];
		*l = (struct decision_sheet_line){ .group = arena_string(arena, db_text(q, 0)),
			.slot = (int)db_int(q, 1),
			.year = year,
			.indicator = db_int(q, 2),
			.code = arena_string(arena, db_text(q, 3)),
			.decimals = (int)db_int(q, 4),
			.keyed = db_int(q, 5) != 0 };
		if (l->keyed)
			show(l->figure, db_double_or_nan(q, 6), db_text(q, 7), l->decimals);
	}
	if (db_end(q) < 0)
		return -1;
	for (int i = first; i < out->count; i++)
		if (load_total(db, &out->lines[i], err) < 0)
			return -1;
	return 0;
}

/* "WOD 2025: DA01 12 → 14; DA02 …" of the lines that were keyed, or are filled by totals. */
static int
list_lines(struct db *db, const struct decision_sheets *before, bool keyed, struct arena *arena,
	const char **list, struct error *err)
{
	const char *group = "";
	int count = 0, year = 0;

	*list = "";
	for (int i = 0; i < before->count; i++) {
		struct decision_sheet_line now = before->lines[i];
		const char *was = keyed ? now.figure : before->lines[i].total;

		if (now.keyed != keyed)
			continue;
		if (load_total(db, &now, err) < 0)
			return -1;
		if (!strcmp(now.total, before->lines[i].total) || !strcmp(now.total, was) ||
			(keyed && !now.total[0]))
			continue;
		if (++count > TOLD)
			continue;
		if (strcmp(group, now.group) || year != now.year)
			*list = arena_format(arena, "%s%s%s %d:", *list, count > 1 ? "; " : "",
				now.group, now.year);
		else
			*list = arena_format(arena, "%s;", *list);
		*list = arena_format(arena, "%s %s %s → %s", *list, now.code, was[0] ? was : "–",
			now.total[0] ? now.total : "–");
		group = now.group;
		year = now.year;
	}
	if (count > TOLD)
		*list = arena_format(arena, "%s; …", *list);
	return 0;
}

int
decision_sheets_told(struct db *db, const struct decision_sheets *before, struct arena *arena,
	const char **text, struct error *err)
{
	const char *stays, *follows;

	*text = "";
	if (list_lines(db, before, true, arena, &stays, err) < 0 ||
		list_lines(db, before, false, arena, &follows, err) < 0)
		return -1;
	if (stays[0])
		*text = arena_format(arena,
			_("The sheet handed in says otherwise and stays as it is (sheet → "
			  "decisions now): %s."),
			stays);
	if (follows[0]) {
		follows = arena_format(arena,
			_("The sheet handed in takes these figures from decisions and has changed "
			  "with them: %s."),
			follows);
		*text = (*text)[0] ? arena_format(arena, "%s %s", *text, follows) : follows;
	}
	return 0;
}
