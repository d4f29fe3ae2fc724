/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well was keyed: rates of differing fields with their intervals, and figures of operators. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/keying/difference.h"
#include "model/queries.h"

#include <math.h>
#include <string.h>

void
quality_interval(int64_t found, int64_t of, double *low, double *high)
{
	const double z = 1.959963984540054; /* 97.5 % of the normal distribution */
	double n = (double)of, p, centre, half;

	*low = 0;
	*high = 100;
	if (of <= 0)
		return;
	p = (double)found / n;
	centre = (p + z * z / (2 * n)) / (1 + z * z / n);
	half = z / (1 + z * z / n) * sqrt(p * (1 - p) / n + z * z / (4 * n * n));
	*low = found == 0 ? 0 : (centre - half) * 100;
	*high = found == of ? 100 : (centre + half) * 100;
}

double
quality_left(double found)
{
	const double share = 0.883;

	return found * (1 - share) / share;
}

static void
read_row(struct stmt *row, struct arena *arena, struct quality_row *r)
{
	*r = (struct quality_row){ .key = arena_string(arena, db_text(row, 0)),
		.label = arena_string(arena, db_text(row, 1)),
		.forms = (int)db_int(row, 2),
		.fields = db_int(row, 3),
		.differing = db_int(row, 4),
		.first_wrong = db_int(row, 5),
		.second_wrong = db_int(row, 6),
		.both_wrong = db_int(row, 7),
		.open = db_int(row, 8) };
	r->rate = r->fields ? (double)r->differing * 100 / (double)r->fields : 0;
	quality_interval(r->differing, r->fields, &r->low, &r->high);
	r->wrong = r->fields ? (double)(r->first_wrong + r->both_wrong) * 100 / (double)r->fields
			     : 0;
	r->left = quality_left(r->wrong);
}

/* Figures of people: all of them for coordinators, one's own for the others. On a shared account
 * that is the operator who was declared. *keyer 0 becomes one's own. */
static int
may_see(struct db *db, int64_t *keyer, struct error *err)
{
	struct stmt *row;
	bool all, own;

	if (difference_coordinates(db, &all, err) < 0)
		return -1;
	if (all)
		return 0;
	row = db_start(db, Q_OPERATOR_OWN, err);
	db_bind_int(row, 1, *keyer);
	db_bind_int(row, 2, db_person(db));
	own = db_next(row) && (db_null(row, 1) || db_int(row, 1) == db_person(db));
	if (own)
		*keyer = db_int(row, 0);
	if (db_end(row) < 0)
		return -1;
	return own ? 0
		   : error_set(err, ERROR_DENIED,
			     _("Figures of other people are for coordinators. You may see your "
			       "own."));
}

int
quality_report(struct db *db, int64_t wave, enum quality_by by, int64_t keyer, struct arena *arena,
	struct quality_row **rows, int *count, struct error *err)
{
	static const int queries[] = { Q_QUALITY_QUESTION, Q_QUALITY_BATCH, Q_QUALITY_KEYER };
	struct stmt *row;
	size_t room = 0;

	*rows = NULL;
	*count = 0;
	if (by == QUALITY_KEYER && may_see(db, &keyer, err) < 0)
		return -1;
	row = db_start(db, queries[by], err);
	db_bind_int(row, 1, wave);
	if (by == QUALITY_KEYER)
		db_bind_int(row, 2, keyer);
	while (db_next(row)) {
		*rows = arena_grow(arena, *rows, (size_t)*count, &room, sizeof(**rows));
		read_row(row, arena, &(*rows)[(*count)++]);
		if (by == QUALITY_KEYER) { /* of a person's fields in both roles */
			struct quality_row *r = &(*rows)[*count - 1];

			r->declared = db_int(row, 9) != 0;
			r->wrong = r->rate;
			r->left = quality_left(r->wrong);
		}
	}
	return db_end(row);
}

int
operator_report(struct db *db, int64_t wave, int64_t operator_id, struct arena *arena,
	struct operator_row **rows, int *count, struct error *err)
{
	struct stmt *row;
	size_t room = 0;
	char today[16];

	*rows = NULL;
	*count = 0;
	if (may_see(db, &operator_id, err) < 0)
		return -1;
	row = db_start(db, Q_OPERATOR_REPORT, err);
	db_bind_int(row, 1, wave);
	db_bind_int(row, 2, operator_id);
	db_bind_int(row, 3, db_person(db));
	db_bind_text(row, 4, date_iso(today, sizeof(today), clock_today()));
	while (db_next(row)) {
		*rows = arena_grow(arena, *rows, (size_t)*count, &room, sizeof(**rows));
		(*rows)[(*count)++] = (struct operator_row){ .operator_id = db_int(row, 0),
			.name = arena_string(arena, db_text(row, 1)),
			.initials = arena_string(arena, db_text(row, 2)),
			.declared = db_int(row, 3) != 0,
			.forms = (int)db_int(row, 4),
			.fields = (int)db_int(row, 5),
			.keys = (int)db_int(row, 6),
			.rejected = (int)db_int(row, 7),
			.corrections = (int)db_int(row, 8),
			.seconds = db_int(row, 9),
			.compared = db_int(row, 10),
			.wrong = db_int(row, 11) };
	}
	return db_end(row);
}
