/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Offices that a round asks, when they got their sheets and when they delivered. */
#include "config.h"

#include "model/monitoring/monitoring_round.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/monitoring/monitoring_round_parts.h"
#include "model/queries.h"

#include <stdlib.h>
#include <string.h>

static int
by_office(const void *a, const void *b)
{
	const struct round_delivery *x = a, *y = b;

	if (!x->office[0] != !y->office[0]) /* who is not named comes last */
		return x->office[0] ? -1 : 1;
	return text_compare(x->office, y->office);
}

int
round_deliveries(struct db *db, const struct monitoring_round *round, struct arena *arena,
	struct round_delivery **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_DELIVERIES, err);
	char today[16];
	size_t room = 0;

	date_iso(today, sizeof today, clock_today());
	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, round->id);
	db_bind_int(q, 2, round->strategy);
	db_bind_int(q, 3, round->approved_on[0] != 0);
	while (db_next(q)) {
		struct round_delivery *d;

		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		d = &(*list)[(*count)++];
		*d = (struct round_delivery){ .office = kept_string(arena, db_text(q, 0)),
			.sent_on = kept_string(arena, db_text(q, 1)),
			.delivered_on = kept_string(arena, db_text(q, 2)),
			.note = kept_string(arena, db_text(q, 3)) };
		d->late =
			!d->delivered_on[0] && round->due_on[0] && strcmp(round->due_on, today) < 0;
	}
	if (*count)
		qsort(*list, (size_t)*count, sizeof **list, by_office);
	return db_end(q);
}

int
round_delivery_put(struct db *db, const struct monitoring_round *round,
	const struct round_delivery *delivery, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_DELIVERY_PUT, err);

	db_bind_int(q, 1, round->id);
	db_bind_text(q, 2, delivery->office);
	db_bind_text_or_null(q, 3, delivery->sent_on);
	db_bind_text_or_null(q, 4, delivery->delivered_on);
	db_bind_text(q, 5, delivery->note);
	return db_run(q, NULL);
}

int
round_delivered(struct db *db, const struct monitoring_round *round, const char *office,
	const char *day, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_DELIVERED, err);

	db_bind_int(q, 1, round->id);
	db_bind_text(q, 2, office);
	db_bind_text(q, 3, day);
	return db_run(q, NULL);
}

struct delivering {
	struct monitoring_round *round;
	const struct round_delivery *delivery;
	struct arena *arena;
};

static int
named_by_card(struct db *db, int64_t strategy, const char *office, bool *named, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_OFFICE_OF_CARD, err);

	db_bind_int(q, 1, strategy);
	db_bind_text(q, 2, office);
	*named = db_next(q);
	return db_end(q);
}

/* Only who is asked can deliver; a name typed wrong would be one more that has. */
static int
check_office(struct db *db, int64_t round, const char *office, struct error *err)
{
	struct arena arena = { 0 };
	struct monitoring_round r;
	struct round_delivery *list;
	const char *names = "";
	int count = 0, failed = round_load(db, round, &r, err) ||
				round_deliveries(db, &r, &arena, &list, &count, err);
	bool asked = false, card = false;

	for (int i = 0; !failed && i < count; i++) {
		asked = asked || strcmp(list[i].office, office) == 0;
		if (list[i].office[0])
			names = arena_format(
				&arena, "%s%s%s", names, names[0] ? ", " : "", list[i].office);
	}
	if (!failed && !asked)
		failed =
			named_by_card(db, r.strategy, office, &card, err) ||
			error_set(err, ERROR_INPUT,
				card ? _("The monitoring of %d does not ask “%s”: figures of its "
					 "indicators come from the catalogue, so it gets no sheet. "
					 "It asks: %s.")
				     : _("The monitoring of %d does not ask “%s”: no indicator "
					 "and no task names it. It asks: %s."),
				r.year, office, names);
	arena_release(&arena);
	return failed ? -1 : 0;
}

static int
put_delivery(struct db *db, void *context, struct error *err)
{
	struct delivering *g = context;
	const struct round_delivery *d = g->delivery;
	char today[16];

	date_iso(today, sizeof today, clock_today());
	if (kept_day(d->sent_on, false, DELIVERY_FIELD_SENT, _("The day of sending"), err) ||
		kept_day(d->delivered_on, false, DELIVERY_FIELD_DELIVERED, _("The day of delivery"),
			err) ||
		kept_text(d->note, false, true, DELIVERY_FIELD_NOTE, _("The note"), err) ||
		kept_fits(d->note, KEPT_LINES_SIZE, DELIVERY_FIELD_NOTE, _("The note"), err))
		return -1;
	if (strcmp(d->delivered_on, today) > 0)
		return error_field(err, ERROR_INPUT, DELIVERY_FIELD_DELIVERED,
			_("This day is still to come; write down what has been delivered."));
	if (strcmp(d->sent_on, today) > 0)
		return error_field(err, ERROR_INPUT, DELIVERY_FIELD_SENT,
			_("This day is still to come; write down when the sheet was sent."));
	if (d->delivered_on[0] && strcmp(d->delivered_on, d->sent_on) < 0)
		return error_field(err, ERROR_INPUT, DELIVERY_FIELD_DELIVERED,
			_("The office cannot have delivered before it got its sheet (%s)."),
			date_shown(g->arena, d->sent_on));
	if (round_touch(db, g->round, err) || check_office(db, g->round->id, d->office, err))
		return -1;
	return round_delivery_put(db, g->round, d, err);
}

int
round_delivery_save(struct db *db, struct monitoring_round *round,
	const struct round_delivery *delivery, struct error *err)
{
	const struct db_act act = { .action = "round.delivery", .entity = "monitoring_round" };
	struct monitoring_round copy = *round;
	struct arena arena = { 0 };
	struct delivering g = { &copy, delivery, &arena };
	int failed = db_write(db, &act, put_delivery, &g, err);

	arena_release(&arena);
	if (failed < 0)
		return -1;
	return round_load(db, copy.id, round, err);
}
