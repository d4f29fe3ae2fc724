/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What quarterly totals of decisions say together: what cannot go together, sums by unit and
 * period, and shares with their denominator named. */
#include "config.h"

#include "model/sheets/decision_count.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/queries.h"
#include "model/units/unit_city.h"

#include <stdio.h>
#include <string.h>

/* ---- what does not go together ---- */

int64_t
decision_decided(const int64_t *count)
{
	int64_t sum = 0;

	for (int i = DECISION_UPHELD; i <= DECISION_INADMISSIBLE; i++)
		sum += count[i];
	return sum;
}

int
decision_waiting(struct db *db, const struct decision_count *c, int64_t *earlier,
	struct error *err)
{
	struct stmt *q;
	int twin;

	*earlier = -1;
	if (unit_twin_of(db, c->slot, &twin, err) < 0)
		return -1;
	q = db_start(db, Q_DECISION_EARLIER, err);
	db_bind_int(q, 1, c->slot);
	db_bind_text(q, 2, c->case_type);
	db_bind_text(q, 3, c->department);
	db_bind_int(q, 4, c->year);
	db_bind_int(q, 5, c->quarter);
	db_bind_int(q, 6, twin);
	if (db_next(q) && db_int(q, 1) > 0)
		*earlier = db_int(q, 0) > 0 ? db_int(q, 0) : 0;
	return db_end(q);
}

int
decision_warnings(const struct decision_count *c, int64_t earlier, struct arena *arena,
	const char **list, int max)
{
	const int64_t *n = c->count;
	int64_t decided = decision_decided(n), known = n[DECISION_APPEALED];
	int count = 0;

	if (count < max && n[DECISION_LATE_EXTENDED] > n[DECISION_LATE])
		list[count++] = _("More decisions are after the extended time than after the "
				  "statutory one; look whether both are counted apart.");
	if (count < max && n[DECISION_APPEALED] > n[DECISION_ISSUED])
		list[count++] = _("More decisions were appealed against than issued; that can only "
				  "be where the decisions are of a quarter before.");
	if (earlier > 0)
		known += earlier;
	if (count < max && decided > known)
		list[count++] = arena_format(arena,
			_("SKO decided %lld appeals, but only %lld are known to have been made."),
			(long long)decided, (long long)known);
	if (count < max && n[DECISION_INVALID] + n[DECISION_CHANGED] > n[DECISION_ISSUED])
		list[count++] = _("More decisions were declared invalid or changed than issued.");
	return count;
}

/* ---- shares ---- */

enum of { OF_ISSUED, OF_DECIDED };

static const struct {
	const char *name, *label;
	enum of of;
} shares[DECISION_SHARES] = {
	{ "late_of_issued", N_("after the statutory time"), OF_ISSUED },
	{ "late_extended_of_issued", N_("after the extended time"), OF_ISSUED },
	{ "appealed_of_issued", N_("appealed against"), OF_ISSUED },
	{ "overturned_of_decided", N_("overturned by SKO"), OF_DECIDED },
	{ "overturned_of_issued", N_("overturned by SKO"), OF_ISSUED },
	{ "sent_back_of_decided", N_("overturned and sent back"), OF_DECIDED },
};

const char *
decision_share_name(enum decision_share share)
{
	return shares[share].name;
}

const char *
decision_share_label(enum decision_share share)
{
	return _(shares[share].label);
}

const char *
decision_share_denominator(enum decision_share share)
{
	return shares[share].of == OF_ISSUED ? _("of decisions issued") : _("of appeals decided");
}

double
decision_share_of(const int64_t *n, enum decision_share share)
{
	int64_t overturned = n[DECISION_SENT_BACK] + n[DECISION_OVERTURNED];
	const int64_t above[DECISION_SHARES] = { n[DECISION_LATE], n[DECISION_LATE_EXTENDED],
		n[DECISION_APPEALED], overturned, overturned, n[DECISION_SENT_BACK] };
	int64_t below = shares[share].of == OF_ISSUED ? n[DECISION_ISSUED] : decision_decided(n);

	return below > 0 ? (double)above[share] * 100 / (double)below : NAN;
}

/* ---- sums ---- */

enum { QUARTERS = 4 };

/* Quarters of a unit and period in which that department has totals. */
static int
quarters_of(const struct decision_count *rows, int count, const char *department)
{
	bool there[5] = { false };
	char folded[128], other[128];

	text_fold(folded, sizeof(folded), department);
	for (int i = 0; i < count; i++)
		if (strcmp(text_fold(other, sizeof(other), rows[i].department), folded) == 0)
			there[rows[i].quarter] = true;
	return there[1] + there[2] + there[3] + there[4];
}

/* However it is written, as everywhere. */
static bool
same_word(const char *folded, const char *word)
{
	char other[128];

	return strcmp(text_fold(other, sizeof(other), word), folded) == 0;
}

/* One unit's rows of a period: those of the type of cases ("" = all) are added up, the quarters are
 * those of the one of their departments that has the fewest: a type need not occur in each. Its
 * rows are 0 where there are none. */
static struct decision_sum
sum_of(const struct decision_count *rows, int count, const char *type)
{
	struct decision_sum s = { .slot = rows[0].slot, .unit = rows[0].unit,
		.unit_name = rows[0].unit_name, .year = rows[0].year, .quarters = QUARTERS };

	for (int i = 0; i < count; i++) {
		int quarters;

		if (type[0] && !same_word(type, rows[i].case_type))
			continue;
		quarters = quarters_of(rows, count, rows[i].department);
		if (quarters < s.quarters)
			s.quarters = quarters;
		s.rows++;
		s.made_up |= rows[i].made_up;
		for (int k = 0; k < DECISION_ITEMS; k++)
			s.count[k] += rows[i].count[k];
	}
	return s;
}

/* The list comes by unit, year and quarter, so that what belongs together stands together. */
static int
period_end(const struct decision_count *rows, int count, int from, bool quarterly)
{
	int to = from + 1;

	while (to < count && rows[to].slot == rows[from].slot &&
		rows[to].year == rows[from].year &&
		(!quarterly || rows[to].quarter == rows[from].quarter))
		to++;
	return to;
}

int
decision_sums(struct db *db, const struct decision_filter *filter, bool quarterly,
	struct arena *arena, struct decision_sum **list, int *count, struct error *err)
{
	struct decision_filter all_types = *filter;
	struct decision_count *rows;
	char type[128] = "";
	int row_count;
	size_t room = 0;

	*list = NULL;
	*count = 0;
	if (filter->case_type)
		text_fold(type, sizeof(type), filter->case_type);
	all_types.case_type = NULL;
	if (decision_count_list(db, &all_types, arena, &rows, &row_count, err) < 0)
		return -1;
	for (int from = 0, to; from < row_count; from = to) {
		struct decision_sum s;

		to = period_end(rows, row_count, from, quarterly);
		s = sum_of(&rows[from], to - from, type);
		if (!s.rows)
			continue;
		s.quarter = quarterly ? rows[from].quarter : 0;
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = s;
	}
	return 0;
}
