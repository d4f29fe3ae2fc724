/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards of targets as a file found them, and taking such a file back. */
#include "config.h"

#include "model/strategies/target_former.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/queries.h"
#include "model/monitoring/round_sheet.h"
#include "model/strategies/strategy.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char noun[] = "target";

/* ---- a card as text ---- */

/* No text of a card has a tab. */
enum card_field {
	CARD_NAME,
	CARD_KIND,
	CARD_MEASURE,
	CARD_DECIMALS,
	CARD_DIRECTION,
	CARD_LOW,
	CARD_HIGH,
	CARD_TOLERANCE,
	CARD_BASE_YEAR,
	CARD_BASE,
	CARD_TARGET_YEAR,
	CARD_TARGET,
	CARD_OFFICE,
	CARD_SOURCE,
	CARD_FREQUENCY,
	CARD_MONTH,
	CARD_METHOD,
	CARD_NOTE,
	CARD_PATH,
	CARD_FIELDS
};

static const char *
number(struct arena *arena, double value)
{
	char text[64];

	return isnan(value) ? "" : arena_string(arena, number_plain(text, sizeof(text), value, -1));
}

static const char *
path_text(struct arena *arena, const struct target *t)
{
	const char *text = "";

	for (int i = 0; i < t->path_count; i++)
		text = arena_format(arena, "%s%s%d:%s", text, i ? ";" : "", t->path[i].year,
			number(arena, t->path[i].value));
	return text;
}

static const char *
card_text(struct arena *a, const struct target *t)
{
	const char *fields[CARD_FIELDS] = { [CARD_NAME] = t->name,
		[CARD_KIND] = target_kind_name(t->kind),
		[CARD_MEASURE] = t->measure,
		[CARD_DECIMALS] = arena_format(a, "%d", t->decimals),
		[CARD_DIRECTION] = arena_format(a, "%c", t->direction),
		[CARD_LOW] = number(a, t->low),
		[CARD_HIGH] = number(a, t->high),
		[CARD_TOLERANCE] = number(a, t->tolerance),
		[CARD_BASE_YEAR] = arena_format(a, "%d", t->base_year),
		[CARD_BASE] = number(a, t->base),
		[CARD_TARGET_YEAR] = arena_format(a, "%d", t->target_year),
		[CARD_TARGET] = number(a, t->target),
		[CARD_OFFICE] = t->office,
		[CARD_SOURCE] = t->source,
		[CARD_FREQUENCY] = arena_format(a, "%c", t->frequency),
		[CARD_MONTH] = arena_format(a, "%d", t->month),
		[CARD_METHOD] = t->method,
		[CARD_NOTE] = t->note,
		[CARD_PATH] = path_text(a, t) };
	const char *text = fields[0];

	for (int i = 1; i < CARD_FIELDS; i++)
		text = arena_format(a, "%s\t%s", text, fields[i]);
	return text;
}

static double
read_number(const char *text)
{
	double value;

	return text[0] && !number_parse(text, &value) ? value : NAN;
}

static void
read_path(const char *text, struct target *t)
{
	t->path_count = 0;
	while (text && *text && t->path_count < TARGET_PATH_MOST) {
		const char *colon = strchr(text, ':'), *end = strchr(text, ';');
		char value[64];

		if (!colon)
			return;
		snprintf(value, sizeof(value), "%.*s",
			(int)(end ? (size_t)(end - colon) - 1 : strlen(colon + 1)), colon + 1);
		t->path[t->path_count++] = (struct target_step){ atoi(text), read_number(value) };
		text = end ? end + 1 : NULL;
	}
}

/* Into a card that has everything else already. */
static void
read_card(char *const *fields, struct target *t)
{
	int kind = target_kind_from_name(fields[CARD_KIND]);

	text_copy(t->name, sizeof(t->name), fields[CARD_NAME]);
	t->kind = kind < 0 ? TARGET_RESULT : (enum target_kind)kind;
	text_copy(t->measure, sizeof(t->measure), fields[CARD_MEASURE]);
	t->decimals = atoi(fields[CARD_DECIMALS]);
	t->direction = fields[CARD_DIRECTION][0];
	t->low = read_number(fields[CARD_LOW]);
	t->high = read_number(fields[CARD_HIGH]);
	t->tolerance = read_number(fields[CARD_TOLERANCE]);
	t->base_year = atoi(fields[CARD_BASE_YEAR]);
	t->base = read_number(fields[CARD_BASE]);
	t->target_year = atoi(fields[CARD_TARGET_YEAR]);
	t->target = read_number(fields[CARD_TARGET]);
	text_copy(t->office, sizeof(t->office), fields[CARD_OFFICE]);
	text_copy(t->source, sizeof(t->source), fields[CARD_SOURCE]);
	t->frequency = fields[CARD_FREQUENCY][0];
	t->month = atoi(fields[CARD_MONTH]);
	text_copy(t->method, sizeof(t->method), fields[CARD_METHOD]);
	text_copy(t->note, sizeof(t->note), fields[CARD_NOTE]);
	read_path(fields[CARD_PATH], t);
}

static int
split(char *text, char **fields, int most)
{
	int count = 0;

	for (char *end = text; end && count < most; text = end + 1) {
		fields[count++] = text;
		end = strchr(text, '\t');
		if (!end)
			break;
		*end = '\0';
	}
	return count;
}

bool
target_card_same(const struct target *a, const struct target *b)
{
	struct arena arena = { 0 };
	bool same = strcmp(card_text(&arena, a), card_text(&arena, b)) == 0;

	arena_release(&arena);
	return same;
}

/* ---- keeping ---- */

int
target_former_keep(struct db *db, int64_t import_id, int64_t rev, const struct target *before,
	const struct target *now, struct error *err)
{
	struct stmt *q = db_start(db, Q_PACKAGE_FOUND, err);
	struct arena arena = { 0 };
	int result;

	db_bind_int(q, 1, import_id);
	db_bind_text(q, 2, noun);
	db_bind_text(q, 3, before->uid);
	db_bind_int(q, 4, rev);
	db_bind_text(q, 5,
		arena_format(&arena, "%s\t%s", card_text(&arena, before), card_text(&arena, now)));
	result = db_run(q, NULL);
	arena_release(&arena);
	return result;
}

/* ---- taking back ---- */

struct found {
	int64_t id;
	char *text; /* card before, card after */
};

static int
check_newer(struct db *db, int64_t import_id, struct error *err)
{
	struct stmt *q = db_start(db, Q_PACKAGE_FOUND_LATER, err);
	int64_t later = 0;

	db_bind_int(q, 1, import_id);
	while (db_next(q))
		later = db_int(q, 0);
	if (db_end(q))
		return -1;
	return later ? error_set(err, ERROR_INPUT,
			       _("Import %lld cannot be undone: a newer file changed the same "
				 "indicators. Undo first import %lld."),
			       (long long)import_id, (long long)later)
		     : 0;
}

/* Figures in an approved report stay; what is known later is a correction. */
static int
check_approved(struct db *db, int64_t import_id, struct arena *arena, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_SHEET_READINGS, err);
	struct place {
		int64_t target;
		int year;
	} *list = NULL;
	size_t room = 0;
	int count = 0;

	db_bind_int(q, 1, import_id);
	while (db_next(q)) {
		list = arena_grow(arena, list, (size_t)count, &room, sizeof(*list));
		list[count++] = (struct place){ db_int(q, 0), (int)db_int(q, 1) };
	}
	if (db_end(q))
		return -1;
	for (int i = 0; i < count; i++)
		if (target_reading_open(db, list[i].target, list[i].year, err))
			return -1;
	return 0;
}

static int
put_back(struct db *db, const struct found *found, const struct target_why *why, struct error *err)
{
	char *fields[2 * CARD_FIELDS];
	struct target now, before, after;

	if (split(found->text, fields, 2 * CARD_FIELDS) != 2 * CARD_FIELDS)
		return error_set(err, ERROR_DATA,
			_("What stood in the place of an indicator cannot be read: the database "
			  "is damaged. “gromada check” says more."));
	if (target_load(db, found->id, &now, err))
		return -1;
	after = before = now;
	read_card(fields, &before);
	read_card(fields + CARD_FIELDS, &after);
	if (now.retired || !target_card_same(&now, &after))
		return 0; /* somebody has changed it since */
	return target_put(db, &before, why, err);
}

static int
put_all_back(struct db *db, int64_t import_id, struct arena *arena, struct error *err)
{
	struct stmt *q = db_start(db, Q_TARGET_FORMER_LIST, err);
	const struct target_why why = { NULL,
		arena_format(arena, _("Import %lld was taken back."), (long long)import_id) };
	struct found *list = NULL;
	size_t room = 0;
	int count = 0;

	db_bind_int(q, 1, import_id);
	while (db_next(q)) {
		list = arena_grow(arena, list, (size_t)count, &room, sizeof(*list));
		list[count++] = (struct found){ db_int(q, 0), arena_string(arena, db_text(q, 1)) };
	}
	if (db_end(q))
		return -1;
	for (int i = 0; i < count; i++)
		if (put_back(db, &list[i], &why, err))
			return -1;
	return 0;
}

/* 0 = none: nothing of it is in force any more. */
static int
find_strategy(struct db *db, int64_t import_id, int64_t *id, struct error *err)
{
	struct stmt *q = db_start(db, Q_TARGET_FORMER_STRATEGY, err);

	*id = 0;
	db_bind_int(q, 1, import_id);
	if (db_next(q))
		*id = db_int(q, 0);
	return db_end(q);
}

int
target_former_restore(struct db *db, int64_t import_id, struct error *err)
{
	struct arena arena = { 0 };
	struct stmt *q;
	int64_t strategy;
	int failed =
		check_newer(db, import_id, err) || check_approved(db, import_id, &arena, err) ||
		find_strategy(db, import_id, &strategy, err) ||
		(strategy && strategy_touch(db, strategy, 0, err)) ||
		put_all_back(db, import_id, &arena, err) || round_sheet_forget(db, import_id, err);

	arena_release(&arena);
	if (failed)
		return -1;
	q = db_start(db, Q_PACKAGE_FOUND_DROP, err);
	db_bind_int(q, 1, import_id);
	return db_run(q, NULL);
}
