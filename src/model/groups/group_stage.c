/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stages of one group: copied from those of its kind, with their agendas and with periods from the
 * group's first day; from then on its own. */
#include "config.h"

#include "model/groups/stage.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/exchange_parts.h"
#include "model/queries.h"
#include "model/surveys/wave.h"

#include <string.h>

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
			.days = (int)db_int(q, 5),
			.month = (int)db_int(q, 6),
			.months = (int)db_int(q, 7) };
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
set_period(struct date starts, struct group_stage *s)
{
	struct date from = months_later(starts, s->month);
	struct date to =
		date_from_days(date_to_days(months_later(starts, s->month + s->months)) - 1);

	date_iso(s->from_on, sizeof(s->from_on), from);
	date_iso(s->to_on, sizeof(s->to_on), to);
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
	db_bind_int(q, 8, s->month);
	db_bind_int(q, 9, s->months);
	return db_run(q, NULL);
}

static struct date
first_day(const struct exchange_group *g)
{
	struct date starts = { 0 };

	date_parse(g->starts_on, (struct date){ 2000, 1, 1 }, &starts);
	return starts;
}

int
group_stage_copy(struct db *db, const struct exchange_group *g, struct error *err)
{
	struct arena arena = { 0 };
	struct stage *list;
	struct stmt *q;
	int count, result = stage_list(db, g->kind, &arena, &list, &count, err);

	for (int i = 0; i < count && result == 0; i++) {
		struct group_stage s = { .position = list[i].position,
			.days = list[i].days,
			.month = list[i].month,
			.months = list[i].months };

		text_copy(s.name, sizeof(s.name), list[i].name);
		text_copy(s.aim, sizeof(s.aim), list[i].aim);
		set_period(first_day(g), &s);
		result = put_group_stage(db, g->id, &s, err);
	}
	arena_release(&arena);
	if (result < 0)
		return -1;
	q = db_start(db, Q_GROUP_STAGE_ITEMS_COPY, err);
	db_bind_int(q, 1, g->id);
	db_bind_text(q, 2, exchange_kind_name(g->kind));
	return db_run(q, NULL);
}

static int
run_of_group(struct db *db, int query, int64_t group, struct error *err)
{
	struct stmt *q = db_start(db, query, err);

	db_bind_int(q, 1, group);
	return db_run(q, NULL);
}

int
group_stage_fixed(struct db *db, int64_t group, bool *fixed, struct error *err)
{
	struct stmt *q = db_start(db, Q_GROUP_STAGE_HELD, err);

	db_bind_int(q, 1, group);
	*fixed = db_next(q) && db_int(q, 0);
	return db_end(q);
}

int
group_stage_renew(struct db *db, const struct exchange_group *g, struct error *err)
{
	bool fixed;

	if (group_stage_fixed(db, g->id, &fixed, err) < 0)
		return -1;
	if (fixed)
		return error_field(err, ERROR_INPUT, EXCHANGE_FIELD_KIND,
			_("The group has met already: its stages, and with them its kind, stay. "
			  "Make a new group for work of another kind."));
	if (run_of_group(db, Q_GROUP_STAGE_NO_MEETINGS, g->id, err) < 0 ||
		run_of_group(db, Q_GROUP_STAGE_CLEAR, g->id, err) < 0)
		return -1;
	return group_stage_copy(db, g, err);
}

struct saving {
	const struct exchange_group *group;
	struct group_stage *stage;
};

static int
check_period(const struct exchange_group *g, const struct group_stage *s, struct error *err)
{
	char day[32];

	if (survey_date_check(s->from_on, GROUP_STAGE_FROM, err) < 0 ||
		survey_date_check(s->to_on, GROUP_STAGE_TO, err) < 0)
		return -1;
	if (s->from_on[0] && s->to_on[0] && strcmp(s->to_on, s->from_on) < 0)
		return error_field(err, ERROR_INPUT, GROUP_STAGE_TO,
			_("The period would end on %s, before it begins."),
			date_show(day, sizeof(day), s->to_on));
	if (s->from_on[0] && strcmp(s->from_on, g->starts_on) < 0)
		return error_field(err, ERROR_INPUT, GROUP_STAGE_FROM,
			_("The group begins on %s; none of its stages can begin before it."),
			date_show(day, sizeof(day), g->starts_on));
	if (g->ends_on[0] && strcmp(s->from_on, g->ends_on) > 0)
		return error_field(err, ERROR_INPUT, GROUP_STAGE_FROM,
			_("The group ends on %s; none of its stages can begin after it."),
			date_show(day, sizeof(day), g->ends_on));
	return 0;
}

/* Subjects of meetings that have no title of their own are names of stages. */
static int
rename_meetings(struct db *db, int64_t group, const struct group_stage *former, struct error *err)
{
	static const int queries[] = { Q_GROUP_STAGE_KEEP_SUBJECTS, Q_GROUP_STAGE_NEW_SUBJECTS };

	for (int i = 0; i < 2; i++) {
		struct stmt *q = db_start(db, queries[i], err);

		db_bind_int(q, 1, group);
		db_bind_int(q, 2, former->position);
		if (i == 0)
			db_bind_text(q, 3, former->name);
		if (db_run(q, NULL) < 0)
			return -1;
	}
	return 0;
}

/* former: as it is kept, NULL = a new one. A period that stays where it was is not asked about. */
static int
check_stage(struct db *db, const struct exchange_group *g, const struct group_stage *former,
	const struct group_stage *s, struct error *err)
{
	if ((!former || strcmp(former->from_on, s->from_on) != 0 ||
		    strcmp(former->to_on, s->to_on) != 0) &&
		check_period(g, s, err) < 0)
		return -1;
	return former && strcmp(former->name, s->name) != 0
		       ? rename_meetings(db, g->id, former, err)
		       : 0;
}

static int
save_group_stage(struct db *db, void *context, struct error *err)
{
	const struct saving *save = context;
	struct group_stage *s = save->stage, *list, *former = NULL;
	struct arena arena = { 0 };
	int count, result;

	if (exchange_group_touch(db, save->group->id, save->group->rev, err) < 0 ||
		stage_words_check(s->name, s->aim, s->days, GROUP_STAGE_DAYS, err) < 0)
		return -1;
	result = group_stage_list(db, save->group->id, &arena, &list, &count, err);
	for (int i = 0; i < count && s->position; i++)
		if (list[i].position == s->position)
			former = &list[i];
	if (result == 0)
		result = check_stage(db, save->group, former, s, err);
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
	struct arena arena = { 0 };
	struct group_stage *list;
	int count, result;

	if (exchange_group_touch(db, g->id, g->rev, err) < 0)
		return -1;
	result = group_stage_list(db, g->id, &arena, &list, &count, err);
	for (int i = 0; i < count && result == 0; i++) {
		if (!list[i].months)
			continue;
		set_period(first_day(g), &list[i]);
		result = move_period(db, g->id, &list[i], err);
	}
	arena_release(&arena);
	return result;
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
