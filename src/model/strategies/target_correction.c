/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Corrections of approved figures, and readings with them. */
#include "config.h"

#include "model/strategies/target_correction.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/kept.h"
#include "model/queries.h"

#include <string.h>

int
target_corrections(struct db *db, int64_t strategy, struct arena *arena,
	struct target_correction **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_TARGET_CORRECTIONS, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, strategy);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = (struct target_correction){ .target = db_int(q, 0),
			.year = (int)db_int(q, 1),
			.value = db_double_or_nan(q, 2),
			.flag = (unsigned char)db_int(q, 3),
			.dated_on = kept_string(arena, db_text(q, 4)),
			.reason = kept_string(arena, db_text(q, 5)),
			.login = kept_string(arena, db_text(q, 6)) };
	}
	return db_end(q);
}

int
target_correction_put(
	struct db *db, const struct target_correction *c, int64_t import_id, struct error *err)
{
	struct stmt *q;

	if (kept_text(c->reason, true, true, 0, _("The reason"), err) ||
		kept_fits(c->reason, KEPT_LINES_SIZE, 0, _("The reason"), err) ||
		kept_past_day(c->dated_on, 0, _("The day of the correction"), err))
		return -1;
	q = db_start(db, Q_TARGET_CORRECTION_INSERT, err);
	db_bind_int(q, 1, c->target);
	db_bind_int(q, 2, c->year);
	db_bind_double_or_null(q, 3, c->value);
	db_bind_int(q, 4, c->flag);
	db_bind_text(q, 5, c->dated_on);
	db_bind_text(q, 6, c->reason);
	db_bind_int_or_null(q, 7, import_id);
	return db_run(q, NULL);
}

/* The reason of a correction may have lines, and be longer than a source. */
static const char *
source_of(const struct target_correction *c, struct arena *arena)
{
	char reason[KEPT_LINE_SIZE - sizeof(", YYYY-MM-DD")];

	text_copy(reason, sizeof(reason), c->reason);
	for (char *at = reason; (at = strchr(at, '\n')); at++)
		*at = ' ';
	return arena_format(arena, "%s, %s", reason, c->dated_on);
}

/* Into the place of its year. */
static void
put(struct target_reading *list, int *count, const struct target_correction *c, struct arena *arena)
{
	int at = 0;

	while (at < *count && list[at].year < c->year)
		at++;
	if (at == *count || list[at].year > c->year) {
		memmove(&list[at + 1], &list[at], (size_t)(*count - at) * sizeof(*list));
		++*count;
	}
	list[at] = (struct target_reading){ .target = c->target,
		.year = c->year,
		.value = c->value,
		.flag = c->flag,
		.source = source_of(c, arena),
		.login = c->login,
		.entered_at = c->dated_on,
		.file_name = "" };
}

int
target_readings_known(struct db *db, int64_t strategy, int64_t target, struct arena *arena,
	struct target_reading **list, int *count, struct error *err)
{
	struct target_correction *corrections;
	struct target_reading *readings;
	int correction_count;

	if (target_readings(db, strategy, target, arena, &readings, count, err) ||
		target_corrections(db, strategy, arena, &corrections, &correction_count, err))
		return -1;
	*list = arena_array(arena, (size_t)(*count + correction_count) + 1, sizeof(**list));
	if (*count)
		memcpy(*list, readings, (size_t)*count * sizeof(**list));
	for (int i = 0; i < correction_count; i++)
		if (corrections[i].target == target)
			put(*list, count, &corrections[i], arena);
	return 0;
}

const char *
target_correction_text(const struct target_correction *c, struct arena *arena)
{
	return arena_format(arena, _("corrected %s%s%s: %s"), date_shown(arena, c->dated_on),
		c->login[0] ? ", " : "", c->login, c->reason);
}
