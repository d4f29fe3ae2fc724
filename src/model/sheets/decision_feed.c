/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quarterly totals read as yearly values: which card takes which number or share. */
#include "config.h"

#include "model/sheets/decision_feed.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/sheets/decision_count.h"
#include "model/indicators/flag.h"
#include "model/queries.h"
#include "model/units/unit_city.h"

#include <math.h>
#include <string.h>

enum { QUARTERS = 4 };

/* The denominators of shares are those that the catalogue's cards name. */
static const struct {
	const char *code;
	int share; /* enum decision_share, -1 = the number of decisions issued */
} fed[] = {
	{ "DA01", -1 },
	{ "DA02", DECISION_SHARE_LATE },
	{ "DA03", DECISION_SHARE_APPEALED },
	{ "DA04A", DECISION_SHARE_OVERTURNED },
	{ "DA04B", DECISION_SHARE_OF_ISSUED },
	{ "DA05", DECISION_SHARE_SENT_BACK },
};

bool
decision_feeds(const char *code)
{
	for (size_t i = 0; i < sizeof(fed) / sizeof(fed[0]); i++)
		if (strcmp(code, fed[i].code) == 0)
			return true;
	return false;
}

/* Columns of Q_DECISION_FEED: code, slot, year, quarters, made up, then the totals. */
static struct stmt *
ask(struct db *db, int64_t indicator, int first, int last, int slot, struct error *err)
{
	int twin = slot;
	struct stmt *q;

	if (slot && unit_twin_of(db, slot, &twin, err) < 0)
		return NULL;
	q = db_start(db, Q_DECISION_FEED, err);
	db_bind_int(q, 1, indicator);
	db_bind_int(q, 2, first);
	db_bind_int(q, 3, last);
	db_bind_int(q, 4, slot);
	db_bind_int(q, 5, twin);
	return q;
}

static double
read_value(struct stmt *q, unsigned char *flag)
{
	int64_t count[DECISION_ITEMS];
	double value = NAN;

	for (int i = 0; i < DECISION_ITEMS; i++)
		count[i] = db_int(q, 5 + i);
	for (size_t i = 0; i < sizeof(fed) / sizeof(fed[0]); i++)
		if (strcmp(db_text(q, 0), fed[i].code) == 0)
			value = fed[i].share < 0 ? (double)count[DECISION_ISSUED]
						 : decision_share_of(count,
							   (enum decision_share)fed[i].share);
	*flag = isnan(value)              ? FLAG_NO_DENOMINATOR
		: db_int(q, 3) < QUARTERS ? FLAG_INCOMPLETE
					  : FLAG_NONE;
	return isnan(value) ? 0 : value;
}

int
decision_vector(struct db *db, int64_t indicator, int year, struct vector *v, struct error *err)
{
	struct stmt *q = ask(db, indicator, year, year, 0, err);

	while (db_next(q)) {
		int64_t slot = db_int(q, 1);

		if (slot < 0 || slot >= SLICE_MAX_SLOTS)
			continue;
		if (slot >= v->slots)
			vector_grow(v, (int)slot + 1);
		if (v->flag[slot] == FLAG_ABSENT)
			v->value[slot] = read_value(q, &v->flag[slot]);
	}
	return db_end(q);
}

int
decision_points(struct db *db, int64_t indicator, int slot, int first, int last,
	struct slice_point *points, struct error *err)
{
	struct stmt *q = ask(db, indicator, first, last, slot, err);

	while (db_next(q)) {
		struct slice_point *p = &points[db_int(q, 2) - first];

		if (p->flag == FLAG_ABSENT)
			p->value = read_value(q, &p->flag);
	}
	return db_end(q);
}

int
decision_figure(struct db *db, int64_t indicator, int year, int slot, struct own_figure *out,
	struct error *err)
{
	struct stmt *q = ask(db, indicator, year, year, slot, err);

	*out = (struct own_figure){ .year = year, .slot = slot, .value = NAN };
	while (db_next(q)) {
		unsigned char flag;
		double value = read_value(q, &flag);

		if (db_int(q, 3) < QUARTERS)
			continue;
		out->indicator_id = indicator;
		out->made_up = db_int(q, 4) != 0;
		if (flag == FLAG_NONE)
			out->value = value;
		else
			text_copy(out->missing, sizeof(out->missing), "nd");
		text_copy(out->source, sizeof(out->source), _("quarterly totals of decisions"));
	}
	return db_end(q);
}

int
decision_source(struct db *db, int64_t indicator, int year, int slot, struct value_source *out,
	struct error *err)
{
	struct stmt *q = ask(db, indicator, year, year, slot, err);

	*out = (struct value_source){ .import_id = 0 };
	while (db_next(q)) {
		text_copy(out->source, sizeof(out->source), _("quarterly totals of decisions"));
		out->made_up |= db_int(q, 4) != 0;
	}
	return db_end(q);
}
