/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What there is to vote on: problems, factors, statements, as long as they are there. */
#include "config.h"

#include "model/swot/ballot.h"

#include "base/i18n.h"
#include "model/queries.h"
#include "model/swot/ballot_parts.h"
#include "model/swot/swot.h"

int
ballot_check_there(struct db *db, int64_t swot, int64_t evaluation, struct error *err)
{
	static const char *const gone[] = {
		N_("The SWOT analysis of this ballot is deleted. Bring it back first."),
		N_("The evaluation of this ballot is deleted. Bring it back first."),
		N_("The strategy of this ballot is deleted. Bring it back first."),
	};
	struct stmt *q = db_start(db, Q_BALLOT_GONE, err);
	const char *which = NULL;

	db_bind_int(q, 1, swot);
	db_bind_int(q, 2, evaluation);
	if (db_next(q))
		for (int i = 0; i < 3 && !which; i++)
			which = db_int(q, i) ? gone[i] : NULL;
	if (db_end(q) < 0)
		return -1;
	return which ? error_set(err, ERROR_MISSING, "%s", _(which)) : 0;
}

int
ballot_of_evaluation(struct db *db, int64_t evaluation, struct ballot *b, struct error *err)
{
	struct stmt *q = db_start(db, Q_BALLOT_EVALUATION_UNIT, err);
	bool found;

	db_bind_int(q, 1, evaluation);
	found = db_next(q);
	if (found) {
		b->evaluation = evaluation;
		b->slot = (int)db_int(q, 0);
	}
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("This evaluation is gone already."));
}

static struct stmt *
start_gathering(
	struct db *db, const struct ballot *b, const char *kind, int year, struct error *err)
{
	struct stmt *q;

	switch (b->subject) {
	case BALLOT_FACTORS:
		q = db_start(db, Q_BALLOT_GATHER_FACTORS, err);
		db_bind_int(q, 1, b->swot);
		return q;
	case BALLOT_STATEMENTS:
		q = db_start(db, Q_BALLOT_GATHER_STATEMENTS, err);
		db_bind_int(q, 1, b->evaluation);
		return q;
	default:
		q = db_start(db, Q_BALLOT_GATHER_PROBLEMS, err);
		db_bind_int(q, 1, b->slot);
		db_bind_text(q, 2, kind);
		db_bind_int(q, 3, year);
		return q;
	}
}

int
ballot_gather(struct db *db, const struct ballot *b, const char *kind, int year,
	struct arena *arena, struct ballot_item **list, int *count, struct error *err)
{
	struct stmt *q = start_gathering(db, b, kind, year, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	while (db_next(q)) {
		int of = factor_kind_from_name(db_text(q, 4));
		struct ballot_item *item;

		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		item = &(*list)[(*count)++];
		*item = (struct ballot_item){ .position = *count,
			.problem = db_int(q, 1),
			.factor = db_int(q, 2),
			.question = (int)db_int(q, 3) };
		item->text = of < 0 ? arena_string(arena, db_text(q, 0))
				    : arena_format(arena, "%s%d. %s",
					      factor_kind_letter((enum factor_kind)of),
					      (int)db_int(q, 5), db_text(q, 0));
	}
	return db_end(q);
}
