/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stages of kinds of groups, copied into each new group with periods from its first day. */
#include "config.h"

#include "model/groups/stage.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/exchange_parts.h"
#include "model/meetings/meeting_parts.h"
#include "model/queries.h"
#include "model/surveys/wave.h"

#include <string.h>

/* ---- of a kind ---- */

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

static int
check_words(const char *name, const char *aim, int days, int days_field, struct error *err)
{
	if (!name[0])
		return error_field(err, ERROR_INPUT, STAGE_FIELD_NAME, _("A stage needs a name."));
	if (exchange_line_check(name, STAGE_FIELD_NAME, err) < 0 ||
		exchange_text_check(aim, STAGE_FIELD_AIM, err) < 0)
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

	if (check_words(s->name, s->aim, s->days, STAGE_FIELD_DAYS, err) < 0)
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

/* ---- of a group ---- */

int
group_stage_list(struct db *db, int64_t group, struct arena *arena, struct group_stage **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_GROUP_STAGE_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, group);
	while (db_next(q)) {
		struct group_stage *s;

		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		s = &(*list)[(*count)++];
		*s = (struct group_stage){ .position = (int)db_int(q, 0),
			.days = (int)db_int(q, 5) };
		text_copy(s->name, sizeof(s->name), db_text(q, 1));
		text_copy(s->aim, sizeof(s->aim), db_text(q, 2));
		text_copy(s->from_on, sizeof(s->from_on), db_text(q, 3));
		text_copy(s->to_on, sizeof(s->to_on), db_text(q, 4));
	}
	return db_end(q);
}

/* The same day of a later month, or that month's last day. */
static struct date
months_later(struct date d, int months)
{
	int month = d.month - 1 + months;
	struct date later = { d.year + month / 12, month % 12 + 1, d.day };

	while (!date_valid(later))
		later.day--;
	return later;
}

/* From the first day of its month to the last day of its last month, counted from the group's
 * first day. */
static void
set_period(const struct stage *s, struct date starts, struct group_stage *out)
{
	struct date from = months_later(starts, s->month);
	struct date to =
		date_from_days(date_to_days(months_later(starts, s->month + s->months)) - 1);

	date_iso(out->from_on, sizeof(out->from_on), from);
	date_iso(out->to_on, sizeof(out->to_on), to);
}

static int
put_group_stage(struct db *db, int64_t group, const struct group_stage *s, struct error *err)
{
	struct stmt *q = db_start(db, Q_GROUP_STAGE_PUT, err);

	db_bind_int(q, 1, group);
	db_bind_int(q, 2, s->position);
	db_bind_text(q, 3, s->name);
	db_bind_text(q, 4, s->aim);
	db_bind_text(q, 5, exchange_or_null(s->from_on));
	db_bind_text(q, 6, exchange_or_null(s->to_on));
	db_bind_int(q, 7, s->days);
	return db_run(q, NULL);
}

/* Stages of the kind with the group's periods, for each one that each() takes. */
static int
for_kind(struct db *db, const struct exchange_group *g,
	int (*each)(struct db *db, int64_t group, const struct group_stage *s, struct error *err),
	struct error *err)
{
	struct arena arena = { 0 };
	struct date starts = { 0 };
	struct stage *list;
	int count, result = stage_list(db, g->kind, &arena, &list, &count, err);

	date_parse(g->starts_on, (struct date){ 2000, 1, 1 }, &starts);
	for (int i = 0; i < count && result == 0; i++) {
		struct group_stage s = { .position = list[i].position, .days = list[i].days };

		text_copy(s.name, sizeof(s.name), list[i].name);
		text_copy(s.aim, sizeof(s.aim), list[i].aim);
		set_period(&list[i], starts, &s);
		result = each(db, g->id, &s, err);
	}
	arena_release(&arena);
	return result;
}

int
group_stage_copy(struct db *db, const struct exchange_group *g, struct error *err)
{
	return for_kind(db, g, put_group_stage, err);
}

struct saving {
	const struct exchange_group *group;
	struct group_stage *stage;
};

static int
check_period(const struct group_stage *s, struct error *err)
{
	char day[32];

	if (survey_date_check(s->from_on, GROUP_STAGE_FROM, err) < 0 ||
		survey_date_check(s->to_on, GROUP_STAGE_TO, err) < 0)
		return -1;
	if (s->from_on[0] && s->to_on[0] && strcmp(s->to_on, s->from_on) < 0)
		return error_field(err, ERROR_INPUT, GROUP_STAGE_TO,
			_("The period would end on %s, before it begins."),
			date_show(day, sizeof(day), s->to_on));
	return 0;
}

static int
save_group_stage(struct db *db, void *context, struct error *err)
{
	const struct saving *save = context;
	struct group_stage *s = save->stage, *list;
	struct arena arena = { 0 };
	int count, result;

	if (exchange_group_touch(db, save->group->id, save->group->rev, err) < 0 ||
		check_words(s->name, s->aim, s->days, GROUP_STAGE_DAYS, err) < 0 ||
		check_period(s, err) < 0)
		return -1;
	result = group_stage_list(db, save->group->id, &arena, &list, &count, err);
	if (result == 0 && s->position == 0)
		s->position = count ? list[count - 1].position + 1 : 1;
	arena_release(&arena);
	return result < 0 ? -1 : put_group_stage(db, save->group->id, s, err);
}

int
group_stage_save(struct db *db, struct exchange_group *g, struct group_stage *s, struct error *err)
{
	struct db_act act = {
		.action = "exchange_group.stage", .entity = "exchange_group", .summary = g->code
	};
	struct group_stage copy = *s;
	struct saving saving = { g, &copy };

	if (db_write(db, &act, save_group_stage, &saving, err) < 0)
		return -1;
	*s = copy;
	g->rev++;
	return 0;
}

static int
check_last(struct db *db, int64_t group, int position, struct error *err)
{
	struct arena arena = { 0 };
	struct group_stage *list;
	struct stmt *q;
	int count, last, meets;
	int result = group_stage_list(db, group, &arena, &list, &count, err);

	last = result == 0 && count ? list[count - 1].position : 0;
	arena_release(&arena);
	if (result < 0)
		return -1;
	if (position != last)
		return error_set(err, ERROR_INPUT,
			_("Only the last stage can be taken away, because meetings name stages by "
			  "their number. Change this one instead."));
	q = db_start(db, Q_GROUP_STAGE_MEETS, err);
	db_bind_int(q, 1, group);
	db_bind_int(q, 2, position);
	meets = db_next(q) ? (int)db_int(q, 0) : 0;
	if (db_end(q) < 0)
		return -1;
	return meets ? error_set(err, ERROR_INPUT, _("This stage has a meeting; it stays.")) : 0;
}

static int
remove_group_stage(struct db *db, void *context, struct error *err)
{
	const struct saving *r = context;
	struct stmt *q;

	if (exchange_group_touch(db, r->group->id, r->group->rev, err) < 0 ||
		check_last(db, r->group->id, r->stage->position, err) < 0)
		return -1;
	q = db_start(db, Q_GROUP_STAGE_DELETE, err);
	db_bind_int(q, 1, r->group->id);
	db_bind_int(q, 2, r->stage->position);
	return db_run(q, NULL);
}

int
group_stage_remove(struct db *db, struct exchange_group *g, int position, struct error *err)
{
	struct db_act act = {
		.action = "exchange_group.stage", .entity = "exchange_group", .summary = g->code
	};
	struct group_stage s = { .position = position };
	struct saving removing = { g, &s };

	if (db_write(db, &act, remove_group_stage, &removing, err) < 0)
		return -1;
	g->rev++;
	return 0;
}

static int
move_period(struct db *db, int64_t group, const struct group_stage *s, struct error *err)
{
	struct stmt *q = db_start(db, Q_GROUP_STAGE_PERIOD, err);

	db_bind_int(q, 1, group);
	db_bind_int(q, 2, s->position);
	db_bind_text(q, 3, s->from_on);
	db_bind_text(q, 4, s->to_on);
	return db_run(q, NULL);
}

static int
move(struct db *db, void *context, struct error *err)
{
	const struct exchange_group *g = context;

	return exchange_group_touch(db, g->id, g->rev, err) < 0 ? -1
								: for_kind(db, g, move_period, err);
}

int
group_stage_move(struct db *db, struct exchange_group *g, struct error *err)
{
	struct db_act act = {
		.action = "exchange_group.stage", .entity = "exchange_group", .summary = g->code
	};

	if (db_write(db, &act, move, g, err) < 0)
		return -1;
	g->rev++;
	return 0;
}
