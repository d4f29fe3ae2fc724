/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which indicators a group compares: those that it chose, else those of its service and of its data
 * sheets. */
#include "config.h"

#include "model/groups/group_sheet.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/exchange_group.h"
#include "model/indicators/indicator.h"
#include "model/queries.h"

#include <string.h>

struct compared_group {
	char service[128];
	int64_t comparison;
};

static int
find_group(struct db *db, int64_t group, struct compared_group *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_GROUP_SHEET_GROUP, err);
	bool found;

	db_bind_int(q, 1, group);
	found = db_next(q);
	if (found) {
		text_copy(out->service, sizeof out->service, db_text(q, 0));
		out->comparison = db_int(q, 1);
	}
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("This group is gone already."));
}

/* Ids of Q_GROUP_SHEET_CHOSEN or _ASKED. */
static int
find_ids(struct db *db, int query, int64_t group, struct arena *arena, int64_t **ids, int *count,
	struct error *err)
{
	struct stmt *q = db_start(db, query, err);
	size_t room = 0;

	*ids = NULL;
	*count = 0;
	db_bind_int(q, 1, group);
	while (db_next(q)) {
		*ids = arena_grow(arena, *ids, (size_t)*count, &room, sizeof **ids);
		(*ids)[(*count)++] = db_int(q, 0);
	}
	return db_end(q);
}

static bool
is_among(const struct indicator *list, int count, int64_t id)
{
	for (int i = 0; i < count; i++)
		if (list[i].id == id)
			return true;
	return false;
}

/* Behind those of the service what the group's sheets ask for besides. */
static int
find_usual(struct db *db, int64_t group, const char *service, struct arena *arena,
	struct indicator **list, int *count, struct error *err)
{
	const struct indicator_filter of_service = { .service = service, .with_values = true };
	struct indicator *rows = NULL;
	int64_t *ids;
	int asked;

	*count = 0;
	if ((service[0] && indicator_list(db, &of_service, arena, &rows, count, err)) ||
		find_ids(db, Q_GROUP_SHEET_ASKED, group, arena, &ids, &asked, err))
		return -1;
	*list = arena_array(arena, (size_t)(*count + asked) + 1, sizeof **list);
	for (int i = 0; i < *count; i++)
		(*list)[i] = rows[i];
	for (int i = 0; i < asked; i++)
		if (!is_among(*list, *count, ids[i]) &&
			indicator_load_id(db, ids[i], arena, &(*list)[(*count)++], err))
			return -1;
	return 0;
}

int
group_sheet_rows(struct db *db, int64_t group, struct arena *arena, struct indicator **list,
	int *count, bool *chosen, int64_t *comparison, struct error *err)
{
	struct compared_group g = { .comparison = 0 };
	int64_t *ids;

	if (find_group(db, group, &g, err) ||
		find_ids(db, Q_GROUP_SHEET_CHOSEN, group, arena, &ids, count, err))
		return -1;
	*comparison = g.comparison;
	*chosen = *count > 0;
	if (!*chosen)
		return find_usual(db, group, g.service, arena, list, count, err);
	*list = arena_array(arena, (size_t)*count, sizeof **list);
	for (int i = 0; i < *count; i++)
		if (indicator_load_id(db, ids[i], arena, &(*list)[i], err))
			return -1;
	return 0;
}

int
group_sheet_left_out(
	struct db *db, int64_t sheet, struct arena *arena, const char **codes, struct error *err)
{
	struct stmt *q = db_start(db, Q_GROUP_SHEET_LEFT_OUT, err);

	*codes = "";
	db_bind_int(q, 1, sheet);
	while (db_next(q))
		*codes = arena_format(arena, "%s%s%s", *codes, **codes ? ", " : "", db_text(q, 0));
	return db_end(q);
}

/* ---- choosing rows ---- */

struct choosing {
	int64_t group, rev;
	const int64_t *indicators;
	int count;
};

static int
choose(struct db *db, void *context, struct error *err)
{
	const struct choosing *c = context;
	struct compared_group g = { .comparison = 0 };
	struct stmt *q;

	if (find_group(db, c->group, &g, err) || exchange_group_touch(db, c->group, c->rev, err))
		return -1;
	q = db_start(db, Q_GROUP_SHEET_CLEAR, err);
	db_bind_int(q, 1, c->group);
	if (db_run(q, NULL) < 0)
		return -1;
	for (int i = 0; i < c->count; i++) {
		q = db_start(db, Q_GROUP_SHEET_ADD, err);
		db_bind_int(q, 1, c->group);
		db_bind_int(q, 2, i + 1);
		db_bind_int(q, 3, c->indicators[i]);
		if (db_run(q, NULL) < 0)
			return -1;
	}
	return 0;
}

int
group_sheet_choose(struct db *db, int64_t group, int64_t rev, const int64_t *indicators, int count,
	struct error *err)
{
	const struct db_act act = { .action = "group_sheet.choose", .entity = "exchange_group" };
	struct choosing c = { group, rev, indicators, count };

	for (int i = 0; i < count; i++)
		for (int j = 0; j < i; j++)
			if (indicators[j] == indicators[i])
				return error_set(err, ERROR_INPUT,
					_("Rows %d and %d of the comparison are the same "
					  "indicator; "
					  "name it once."),
					j + 1, i + 1);
	return db_write(db, &act, choose, &c, err);
}
