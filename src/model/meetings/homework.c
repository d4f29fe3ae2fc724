/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Homework: reading, counting, giving. What is overdue is never stored: the day says it. */
#include "config.h"

#include "model/meetings/homework.h"
#include "model/meetings/homework_parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/meetings/agenda.h"
#include "model/queries.h"
#include "model/word.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct word states[HOMEWORK_STATES] = {
	[HOMEWORK_OPEN] = { "open", N_("open") },
	[HOMEWORK_OVERDUE] = { "overdue", N_("overdue") },
	[HOMEWORK_DONE] = { "done", N_("done") },
	[HOMEWORK_NOT_DONE] = { "not_done", N_("not done") },
};

const struct kept_kind homework_kept = { "homework", "homework.retire", "homework.restore",
	Q_HOMEWORK_HEAD, Q_HOMEWORK_RETIRE };

const char *
homework_state_name(enum homework_state s)
{
	return states[s].name;
}

const char *
homework_state_label(enum homework_state s)
{
	return _(states[s].label);
}

/* ---- reading ---- */

/* Of 2027-03-12T10:30 the day. */
static const char *
keep_day(struct arena *arena, const char *at)
{
	char day[11];

	text_copy(day, sizeof(day), at);
	return kept_string(arena, day);
}

static void
read_answer(struct stmt *q, struct arena *arena, struct homework_answer *a)
{
	*a = (struct homework_answer){ .id = db_int(q, 18), .rev = db_int(q, 19) };
	a->owner = kept_string(arena, db_text(q, 20));
	a->state = (enum homework_state)word_find(
		states, HOMEWORK_STATES, db_text(q, 21), HOMEWORK_OPEN);
	a->text = kept_string(arena, db_text(q, 22));
	a->answered_on = kept_string(arena, db_text(q, 23));
}

/* before: the row before in the list, whose texts may serve once more; NULL = none. */
static void
read_homework(struct stmt *q, struct arena *arena, const char *today, const struct homework *before,
	struct homework *h)
{
	const char *code = db_text(q, 7);

	*h = (struct homework){ .id = db_int(q, 0),
		.rev = db_int(q, 1),
		.group = db_int(q, 4),
		.meeting = db_int(q, 5),
		.item = db_int(q, 6),
		.meeting_number = (int)db_int(q, 8),
		.slot = (int)db_int(q, 10),
		.contact = db_int(q, 11),
		.reviewed = db_int(q, 14),
		.reviewed_number = (int)db_int(q, 15) };
	h->uid = arena_string(arena, db_text(q, 2));
	h->owner = kept_string(arena, db_text(q, 3));
	h->group_code = before && strcmp(before->group_code, code) == 0 ? before->group_code
									: kept_string(arena, code);
	h->meeting_on = keep_day(arena, db_text(q, 9));
	h->text = kept_string(arena, db_text(q, 12));
	h->due_on = kept_string(arena, db_text(q, 13));
	h->review = kept_string(arena, db_text(q, 16));
	h->retired_at = kept_string(arena, db_text(q, 17));
	read_answer(q, arena, &h->answer);
	h->state = h->answer.state == HOMEWORK_OPEN && strcmp(h->due_on, today) < 0
			   ? HOMEWORK_OVERDUE
			   : h->answer.state;
}

/* The beginning of the meeting whose review it is; "" where none is asked for. */
static int
find_before(struct db *db, int64_t meeting, char starts_at[32], struct error *err)
{
	struct stmt *q;

	starts_at[0] = '\0';
	if (!meeting)
		return 0;
	q = db_start(db, Q_HOMEWORK_MEETING, err);
	db_bind_int(q, 1, meeting);
	if (db_next(q))
		text_copy(starts_at, 32, db_text(q, 1));
	return db_end(q);
}

static int
by_due_day(const void *a, const void *b)
{
	const struct homework *x = a, *y = b;
	int order = strcmp(x->due_on, y->due_on);

	return order ? order : (x->id > y->id) - (x->id < y->id);
}

int
homework_list(struct db *db, const struct homework_filter *filter, struct arena *arena,
	struct homework **list, int *count, struct error *err)
{
	static const int shown[] = { 0, 1, 2, 0 };
	char today[16], before[32];
	int64_t most = 0;
	struct stmt *q;
	size_t room;

	*list = NULL;
	*count = 0;
	if (find_before(db, filter->before, before, err) ||
		(!filter->group && filter->show == HOMEWORK_SHOW_ALL &&
			db_number(db, Q_HOMEWORK_ROWS, 0, &most, err)))
		return -1;
	room = (size_t)most;
	if (room) /* growing by doubling would cost as much as all texts */
		*list = arena_array(arena, room, sizeof(**list));
	date_iso(today, sizeof(today), clock_today());
	q = db_start(db, filter->group ? Q_HOMEWORK_LIST : Q_HOMEWORK_LIST_ALL, err);
	db_bind_int(q, 1, filter->group);
	db_bind_int(q, 2, filter->meeting);
	db_bind_int(q, 3, filter->slot);
	db_bind_int(q, 4, filter->show == HOMEWORK_SHOW_RETIRED);
	db_bind_int(q, 5, shown[filter->show]);
	db_bind_text(q, 6, today);
	db_bind_text(q, 7, before);
	db_bind_int(q, 8, filter->before);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_homework(
			q, arena, today, *count ? &(*list)[*count - 1] : NULL, &(*list)[*count]);
		(*count)++;
	}
	if (!filter->group && *count)
		qsort(*list, (size_t)*count, sizeof(**list), by_due_day);
	return db_end(q);
}

struct place { /* in a list by name */
	int unit, row;
	struct homework of;
};

static int
by_place(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	return x->unit != y->unit ? (x->unit > y->unit) - (x->unit < y->unit) : x->row - y->row;
}

/* Rows that are due on one day. */
static void
sort_day(struct homework *list, int count, const struct unit_table *units, struct place *places)
{
	bool sorted = true;

	for (int i = 0; i < count; i++) {
		places[i] = (struct place){ unit_place(units, list[i].slot), i, list[i] };
		sorted &= i == 0 || places[i - 1].unit <= places[i].unit;
	}
	if (sorted)
		return;
	qsort(places, (size_t)count, sizeof(*places), by_place);
	for (int i = 0; i < count; i++)
		list[i] = places[i].of;
}

void
homework_sort(struct homework *list, int count, const struct unit_table *units)
{
	struct arena arena = { 0 };

	for (int from = 0, to; from < count; from = to) {
		to = from + 1;
		while (to < count && strcmp(list[to].due_on, list[from].due_on) == 0)
			to++;
		if (to - from > 1)
			sort_day(list + from, to - from, units,
				arena_array(&arena, (size_t)(to - from), sizeof(struct place)));
		arena_clear(&arena);
	}
	arena_release(&arena);
}

int
homework_load(
	struct db *db, int64_t id, struct arena *arena, struct homework *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_HOMEWORK_LOAD, err);
	char today[16];
	bool found;

	date_iso(today, sizeof(today), clock_today());
	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found)
		read_homework(q, arena, today, NULL, out);
	if (db_end(q) < 0)
		return -1;
	return found ? 0
		     : error_set(
			       err, ERROR_MISSING, _("There is no homework %lld."), (long long)id);
}

/* ---- writing ---- */

static int
insert(struct db *db, struct homework *h, int slot, const char *uid, struct error *err)
{
	struct stmt *q = db_start(db, Q_HOMEWORK_INSERT, err);
	char today[16];

	db_bind_text(q, 1, uid);
	db_bind_int(q, 2, h->group);
	db_bind_int_or_null(q, 3, h->meeting);
	db_bind_int_or_null(q, 4, h->item);
	db_bind_int_or_null(q, 5, slot);
	db_bind_int_or_null(q, 6, h->contact);
	db_bind_text(q, 7, h->text);
	db_bind_text(q, 8, h->due_on);
	db_bind_text(q, 9, date_iso(today, sizeof(today), clock_today()));
	if (db_run(q, NULL))
		return -1;
	h->id = db_last_id(db);
	db_act_entity(db, h->id);
	return 0;
}

static int
update(struct db *db, const struct homework *h, struct error *err)
{
	struct stmt *q;

	if (kept_check(db, &homework_kept, h->id, h->rev, err) ||
		homework_check_minutes(db, h, err) || homework_check_unit(db, h, err) ||
		homework_check_reviewed(db, h, err))
		return -1;
	q = db_start(db, Q_HOMEWORK_UPDATE, err);
	db_bind_int(q, 1, h->id);
	db_bind_int(q, 2, h->group);
	db_bind_int_or_null(q, 3, h->meeting);
	db_bind_int_or_null(q, 4, h->item);
	db_bind_int_or_null(q, 5, h->slot);
	db_bind_int_or_null(q, 6, h->contact);
	db_bind_text(q, 7, h->text);
	db_bind_text(q, 8, h->due_on);
	db_bind_text(q, 9, h->review ? h->review : "");
	db_bind_int_or_null(q, 10, h->reviewed);
	return db_run(q, NULL);
}

struct saving {
	struct homework *h;
	char uid[UID_SIZE];
	const int *slots; /* NULL = all members */
	int slot_count, given;
};

static int
save(struct db *db, void *context, struct error *err)
{
	struct saving *s = context;
	char given_on[16];

	if (homework_check(db, s->h, given_on, err) ||
		homework_check_member(db, s->h, given_on, err))
		return -1;
	if (s->h->id)
		return update(db, s->h, err);
	return insert(db, s->h, s->h->slot, random_uid(s->uid), err) ||
			       agenda_await_homework(db, s->h->group, s->h->meeting, err)
		       ? -1
		       : 0;
}

int
homework_save(struct db *db, struct homework *h, struct arena *arena, struct error *err)
{
	struct homework copy = *h;
	struct saving s = { .h = &copy };
	const struct db_act act = { .action = h->id ? "homework.change" : "homework.add",
		.entity = "homework",
		.entity_id = h->id,
		.summary = h->due_on };

	if (db_write(db, &act, save, &s, err))
		return -1;
	copy.rev = h->id ? h->rev + 1 : 1;
	if (!h->id)
		copy.uid = arena_string(arena, s.uid);
	*h = copy;
	return 0;
}

static int
find_members(struct db *db, const struct saving *s, const char *given_on, struct arena *arena,
	int **slots, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_HOMEWORK_MEMBER, err);
	size_t room = 0;

	db_bind_int(q, 1, s->h->group);
	db_bind_text(q, 2, given_on);
	while (db_next(q)) {
		*slots = arena_grow(arena, *slots, (size_t)*count, &room, sizeof(**slots));
		(*slots)[(*count)++] = (int)db_int(q, 0);
	}
	if (db_end(q))
		return -1;
	if (*count == 0)
		return error_field(err, ERROR_INPUT, HOMEWORK_FIELD_WHO,
			_("The group has no members on that day."));
	return 0;
}

static int
check_chosen(struct db *db, const struct homework *h, const char *given_on, struct error *err)
{
	if (homework_check_member(db, h, given_on, err) == 0)
		return 0;
	if (err->field)
		err->field = HOMEWORK_FIELD_CHOSEN;
	return -1;
}

/* To the slots of the caller; where there are none, to all members. */
static int
give(struct db *db, void *context, struct error *err)
{
	struct saving *s = context;
	struct arena arena = { 0 };
	char given_on[16], uid[UID_SIZE];
	int *members = NULL, count = s->slots ? s->slot_count : 0, failed;
	struct homework one = *s->h;
	const int *slots;

	failed = homework_check(db, s->h, given_on, err) ||
		 (!s->slots && find_members(db, s, given_on, &arena, &members, &count, err));
	slots = s->slots ? s->slots : members;
	for (int i = 0; !failed && i < count; i++) {
		int at = 0;

		while (slots[at] != slots[i])
			at++;
		if (at < i) /* named twice */
			continue;
		one.slot = slots[i];
		failed = check_chosen(db, &one, given_on, err) ||
			 insert(db, s->h, slots[i], random_uid(uid), err);
		s->given++;
	}
	if (!failed)
		failed = agenda_await_homework(db, s->h->group, s->h->meeting, err);
	arena_release(&arena);
	return failed ? -1 : 0;
}

static int
write_copies(struct db *db, const struct homework *h, struct saving *s, struct error *err)
{
	struct homework copy = *h;
	const struct db_act act = {
		.action = "homework.give", .entity = "homework", .summary = h->due_on
	};

	s->h = &copy;
	return db_write(db, &act, give, s, err);
}

int
homework_give_all(struct db *db, const struct homework *h, int *given, struct error *err)
{
	struct saving s = { .slots = NULL };

	if (write_copies(db, h, &s, err))
		return -1;
	*given = s.given;
	return 0;
}

int
homework_give(struct db *db, const struct homework *h, const int *slots, int count, int *given,
	struct error *err)
{
	struct saving s = { .slots = slots, .slot_count = count };

	if (count == 0)
		return error_field(err, ERROR_INPUT, HOMEWORK_FIELD_CHOSEN,
			_("Say which units are to do it."));
	if (write_copies(db, h, &s, err))
		return -1;
	*given = s.given;
	return 0;
}

struct reviewing {
	const struct homework *h;
	int64_t meeting;
	const char *review;
};

static int
review(struct db *db, void *context, struct error *err)
{
	const struct reviewing *r = context;
	struct homework at = *r->h;
	struct stmt *q;

	at.reviewed = r->meeting;
	if (kept_check(db, &homework_kept, at.id, at.rev, err) ||
		homework_check_reviewed(db, &at, err))
		return -1;
	q = db_start(db, Q_HOMEWORK_REVIEW, err);
	db_bind_int(q, 1, r->h->id);
	db_bind_int(q, 2, r->meeting);
	db_bind_text(q, 3, r->review);
	return db_run(q, NULL);
}

int
homework_review(struct db *db, const struct homework *h, int64_t meeting, const char *text,
	struct error *err)
{
	struct reviewing r = { h, meeting, text };
	const struct db_act act = {
		.action = "homework.review", .entity = "homework", .entity_id = h->id, .summary = ""
	};

	if (homework_check_review(text, err))
		return -1;
	return db_write(db, &act, review, &r, err);
}
