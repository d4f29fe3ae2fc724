/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deliveries that come with a sheet, and taking a sheet back. */
#include "config.h"

#include "model/monitoring/round_sheet.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/queries.h"
#include "model/strategies/strategy.h"

enum { DEEPEST = 50 }; /* undone sheets over each other */

static int
run(struct db *db, int query, int64_t import_id, struct error *err)
{
	struct stmt *q = db_start(db, query, err);

	db_bind_int(q, 1, import_id);
	return db_run(q, NULL);
}

int
round_sheet_deliver(struct db *db, const struct monitoring_round *round, const char *office,
	int64_t import_id, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_DELIVERED_ON, err);
	char former[16] = "", today[16];

	date_iso(today, sizeof(today), clock_today());
	db_bind_int(q, 1, round->id);
	db_bind_text(q, 2, office);
	if (db_next(q))
		text_copy(former, sizeof(former), db_text(q, 0));
	if (db_end(q))
		return -1;
	q = db_start(db, Q_ROUND_SHEET_INSERT, err);
	db_bind_int(q, 1, import_id);
	db_bind_text(q, 2, office);
	db_bind_int(q, 3, round->id);
	db_bind_text(q, 4, today);
	db_bind_text_or_null(q, 5, former);
	return db_run(q, NULL) ? -1 : round_delivered(db, round, office, today, err);
}

/* ---- taking back ---- */

struct kind { /* readings, by target and year; tasks, by their id and 0 */
	int imported, before, back;
};

struct place {
	int64_t id;
	int year;
};

/* The former row that comes back: below sheets that were undone themselves what stood under
 * them; 0 = there was nothing. */
static int
find_former(struct db *db, const struct kind *kind, const struct place *p, int64_t import_id,
	int64_t *former, struct error *err)
{
	*former = 0;
	for (int depth = 0; import_id && depth < DEEPEST; depth++) {
		struct stmt *q = db_start(db, kind->before, err);
		bool undone = false;

		db_bind_int(q, 1, p->id);
		db_bind_int(q, 2, p->year);
		db_bind_int(q, 3, import_id);
		*former = import_id = 0;
		if (db_next(q)) {
			*former = db_int(q, 0);
			undone = db_int(q, 2) != 0;
			import_id = undone ? db_int(q, 1) : 0;
		}
		if (db_end(q))
			return -1;
	}
	return 0;
}

static int
put_back(struct db *db, const struct kind *kind, const struct place *p, int64_t import_id,
	struct error *err)
{
	struct stmt *q;
	int64_t former;

	if (find_former(db, kind, p, import_id, &former, err))
		return -1;
	if (!former && !p->year) /* a task was always there */
		return 0;
	q = db_start(db, former ? kind->back : Q_TARGET_READING_DELETE, err);
	db_bind_int(q, 1, p->id);
	db_bind_int(q, 2, p->year);
	if (former)
		db_bind_int(q, 3, former);
	return db_run(q, NULL);
}

static int
put_all_back(
	struct db *db, const struct kind *kind, int64_t import_id, int *count, struct error *err)
{
	struct stmt *q = db_start(db, kind->imported, err);
	struct arena arena = { 0 };
	struct place *list = NULL;
	size_t room = 0;
	int result;

	*count = 0;
	db_bind_int(q, 1, import_id);
	while (db_next(q)) {
		list = arena_grow(&arena, list, (size_t)*count, &room, sizeof(*list));
		list[(*count)++] = (struct place){ db_int(q, 0), (int)db_int(q, 1) };
	}
	result = db_end(q);
	for (int i = 0; i < *count && !result; i++)
		result = put_back(db, kind, &list[i], import_id, err);
	arena_release(&arena);
	return result;
}

/* The round that it delivered to; none where the round is gone. */
static int
open_round(struct db *db, int64_t import_id, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_SHEET_ROUND, err);
	struct monitoring_round round;
	int64_t id = 0;

	db_bind_int(q, 1, import_id);
	if (db_next(q))
		id = db_int(q, 0);
	if (db_end(q))
		return -1;
	return id && (round_load(db, id, &round, err) || round_touch(db, &round, err)) ? -1 : 0;
}

/* Figures in an approved report stay, whatever became of the round to which the sheet came. */
static int
check_figures(struct db *db, int64_t import_id, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_SHEET_APPROVED, err);
	char code[33] = "", name[256] = "";
	int year = 0;

	db_bind_int(q, 1, import_id);
	if (db_next(q)) {
		text_copy(code, sizeof(code), db_text(q, 0));
		year = (int)db_int(q, 1);
		text_copy(name, sizeof(name), db_text(q, 2));
	}
	if (db_end(q))
		return -1;
	return year ? error_set(err, ERROR_INPUT,
			      _("Import %lld cannot be undone: the report of %d is approved with "
				"its figure of “%s”, so that stays. What is known now stands "
				"beside it as a correction (gromada round correct %s %d)."),
			      (long long)import_id, year, name, code, year)
		    : 0;
}

/* Whose tasks it told of; 0 = of none. */
static int
find_strategy(struct db *db, int64_t import_id, int64_t *strategy, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_SHEET_STRATEGY, err);

	*strategy = 0;
	db_bind_int(q, 1, import_id);
	if (db_next(q))
		*strategy = db_int(q, 0);
	return db_end(q);
}

int
round_sheet_forget(struct db *db, int64_t import_id, struct error *err)
{
	static const struct kind readings = { Q_ROUND_SHEET_READINGS, Q_ROUND_SHEET_READING_BEFORE,
		Q_ROUND_SHEET_READING_BACK };
	static const struct kind tasks = { Q_ROUND_SHEET_TASKS, Q_ROUND_SHEET_TASK_BEFORE,
		Q_ROUND_SHEET_TASK_BACK };
	int64_t strategy;
	int figures, said;

	if (open_round(db, import_id, err) || check_figures(db, import_id, err) ||
		find_strategy(db, import_id, &strategy, err) ||
		put_all_back(db, &readings, import_id, &figures, err) ||
		put_all_back(db, &tasks, import_id, &said, err) ||
		(strategy && strategy_touch(db, strategy, 0, err)) ||
		run(db, Q_ROUND_SHEET_UNDELIVER, import_id, err) ||
		run(db, Q_ROUND_SHEET_UNDELIVER_LATER, import_id, err))
		return -1;
	return run(db, Q_ROUND_SHEET_DELETE, import_id, err);
}
