/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stages of kinds of groups: what new groups begin with. */
#include "config.h"

#include "model/groups/stage.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/exchange_parts.h"
#include "model/kept.h"
#include "model/meetings/meeting_parts.h"
#include "model/queries.h"

#include <string.h>

static int64_t
seen_of(const struct stage *s)
{
	int64_t seen = seen_text(seen_text(0, s->name), s->aim);

	return seen_number(seen_number(seen_number(seen, s->month), s->months), s->days);
}

int
stage_list(struct db *db, enum exchange_kind kind, struct arena *arena, struct stage **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_STAGE_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_text(q, 1, exchange_kind_name(kind));
	while (db_next(q)) {
		struct stage *s;

		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		s = &(*list)[(*count)++];
		*s = (struct stage){ .kind = kind,
			.position = (int)db_int(q, 0),
			.month = (int)db_int(q, 3),
			.months = (int)db_int(q, 4),
			.days = (int)db_int(q, 5) };
		text_copy(s->name, sizeof(s->name), db_text(q, 1));
		text_copy(s->aim, sizeof(s->aim), db_text(q, 2));
		s->seen = seen_of(s);
	}
	return db_end(q);
}

int
stage_words_check(const char *name, const char *aim, int days, int days_field, struct error *err)
{
	if (!name[0])
		return error_field(err, ERROR_INPUT, STAGE_FIELD_NAME, _("A stage needs a name."));
	if (kept_line_check(name, STAGE_FIELD_NAME, err) < 0 ||
		kept_line_check(aim, STAGE_FIELD_AIM, err) < 0)
		return -1;
	if (days < 1 || days > 9)
		return error_field(err, ERROR_INPUT, days_field,
			_("The meeting of a stage lasts 1 to 9 days."));
	return 0;
}

/* A stage that is there is still what the person saw; how many there are. */
static int
check_seen(struct db *db, const struct stage *s, int *count, struct error *err)
{
	struct arena arena = { 0 };
	struct stage *list;
	int result = stage_list(db, s->kind, &arena, &list, count, err);

	if (result == 0 && s->position > *count)
		result = error_set(err, ERROR_MISSING, _("This stage is gone."));
	else if (result == 0 && s->position && list[s->position - 1].seen != s->seen)
		result = meeting_line_changed(err);
	arena_release(&arena);
	return result;
}

static int
save_stage(struct db *db, void *context, struct error *err)
{
	struct stage *s = context;
	struct stmt *q;
	int count;

	if (stage_words_check(s->name, s->aim, s->days, STAGE_FIELD_DAYS, err) < 0)
		return -1;
	if (s->month < 0 || s->months < 1)
		return error_field(err, ERROR_INPUT,
			s->month < 0 ? STAGE_FIELD_MONTH : STAGE_FIELD_MONTHS,
			_("A stage begins in month 0 or later and lasts at least one month."));
	if (check_seen(db, s, &count, err) < 0)
		return -1;
	if (s->position == 0)
		s->position = count + 1;
	q = db_start(db, Q_STAGE_PUT, err);
	db_bind_text(q, 1, exchange_kind_name(s->kind));
	db_bind_int(q, 2, s->position);
	db_bind_text(q, 3, s->name);
	db_bind_text(q, 4, s->aim);
	db_bind_int(q, 5, s->month);
	db_bind_int(q, 6, s->months);
	db_bind_int(q, 7, s->days);
	return db_run(q, NULL);
}

int
stage_save(struct db *db, struct stage *s, struct error *err)
{
	struct db_act act = { .action = s->position ? "stage.change" : "stage.add",
		.entity = "stage",
		.summary = exchange_kind_name(s->kind) };
	struct stage copy = *s;

	if (db_write(db, &act, save_stage, &copy, err) < 0)
		return -1;
	*s = copy;
	s->seen = seen_of(s);
	return 0;
}

static int
step(struct db *db, int query, enum exchange_kind kind, int position, struct error *err)
{
	struct stmt *q = db_start(db, query, err);

	db_bind_text(q, 1, exchange_kind_name(kind));
	db_bind_int(q, 2, position);
	return db_run(q, NULL);
}

static int
remove_stage(struct db *db, void *context, struct error *err)
{
	const struct stage *s = context;
	int count;

	if (s->position < 1)
		return error_set(err, ERROR_MISSING, _("This stage is gone."));
	if (check_seen(db, s, &count, err) < 0)
		return -1;
	if (step(db, Q_STAGE_DELETE, s->kind, s->position, err) < 0)
		return -1;
	for (int p = s->position + 1; p <= count; p++)
		if (step(db, Q_STAGE_RENUMBER, s->kind, p, err) < 0)
			return -1;
	return 0;
}

int
stage_remove(struct db *db, const struct stage *s, struct error *err)
{
	struct db_act act = {
		.action = "stage.remove", .entity = "stage", .summary = exchange_kind_name(s->kind)
	};
	struct stage copy = *s;

	return db_write(db, &act, remove_stage, &copy, err);
}
