/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people of a meeting: the list made from the group, and answers. No names go into audits. */
#include "config.h"

#include "model/meetings/participant.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/meetings/meeting_parts.h"
#include "model/queries.h"
#include "model/word.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const part_names[] = { "member", "moderator", "expert", "guest", "substitute",
	"coordinator" };
static const char *const answer_names[] = { "", "yes", "no", "maybe", "substitute" };

const char *
participant_part_name(enum participant_part part)
{
	return part_names[part];
}

const char *
participant_part_label(enum participant_part part)
{
	static const char *const labels[] = { N_("member"), N_("moderator"), N_("expert"),
		N_("guest"), N_("substitute"), N_("coordinator") };

	return _(labels[part]);
}

const char *
participant_answer_name(enum participant_answer answer)
{
	return answer_names[answer];
}

const char *
participant_answer_label(enum participant_answer answer)
{
	switch (answer) {
	case REPLY_YES:
		return C_("invitation", "will come");
	case REPLY_NO:
		return C_("invitation", "will not come");
	case REPLY_MAYBE:
		return C_("invitation", "perhaps");
	case REPLY_SUBSTITUTE:
		return C_("invitation", "sends a substitute");
	default:
		return C_("invitation", "no answer");
	}
}

/* ---- reading ---- */

static void
read_participant(struct stmt *q, struct participant *p)
{
	*p = (struct participant){ .id = db_int(q, 0),
		.meeting = db_int(q, 1),
		.contact = db_int(q, 2),
		.slot = (int)db_int(q, 3),
		.part = (enum participant_part)word_place(part_names, 6, db_text(q, 4), 0),
		.stands_for = db_int(q, 8),
		.answer = (enum participant_answer)word_place(answer_names, 5, db_text(q, 11), 0),
		.came = db_null(q, 14)  ? CAME_UNKNOWN
			: db_int(q, 14) ? CAME_YES
					: CAME_NO };
	text_copy(p->name, sizeof(p->name), db_text(q, 5));
	text_copy(p->post, sizeof(p->post), db_text(q, 6));
	text_copy(p->organisation, sizeof(p->organisation), db_text(q, 7));
	text_copy(p->stands_for_name, sizeof(p->stands_for_name), db_text(q, 9));
	text_copy(p->invited_on, sizeof(p->invited_on), db_text(q, 10));
	text_copy(p->answered_on, sizeof(p->answered_on), db_text(q, 12));
	text_copy(p->remark, sizeof(p->remark), db_text(q, 13));
	p->seen = seen_text(seen_text(seen_text(0, p->name), p->remark), p->answered_on);
	p->seen = seen_number(seen_number(p->seen, p->contact), p->slot);
	p->seen = seen_number(seen_number(p->seen, p->part), p->answer);
	p->seen = seen_number(p->seen, p->stands_for);
	p->whole = seen_number(p->seen, p->came);
}

int
participant_list(struct db *db, int64_t meeting, struct arena *arena, struct participant **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_PARTICIPANT_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, meeting);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_participant(q, &(*list)[(*count)++]);
	}
	return db_end(q);
}

int
participant_load(struct db *db, int64_t id, struct participant *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_PARTICIPANT_LOAD, err);
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found)
		read_participant(q, out);
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : meeting_line_gone(err);
}

struct place {
	int unit, row;
	struct participant p;
};

static int
compare_places(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	return x->unit != y->unit ? (x->unit < y->unit ? -1 : 1) : x->row - y->row;
}

void
participant_sort(struct participant *list, int count, const struct unit_table *units)
{
	struct arena arena = { 0 };
	struct place *places = arena_array(&arena, (size_t)count + 1, sizeof(*places));

	for (int i = 0; i < count; i++) {
		places[i] = (struct place){ unit_place(units, list[i].slot), i, list[i] };
	}
	qsort(places, (size_t)count, sizeof(*places), compare_places);
	for (int i = 0; i < count; i++)
		list[i] = places[i].p;
	arena_release(&arena);
}

/* ---- saving ---- */

static int
write_row(struct db *db, struct participant *p, struct error *err)
{
	struct stmt *q = db_start(db, p->id ? Q_PARTICIPANT_UPDATE : Q_PARTICIPANT_INSERT, err);
	char today[16];

	date_iso(today, sizeof(today), clock_today());
	if (p->answer != REPLY_NONE && !p->answered_on[0])
		text_copy(p->answered_on, sizeof(p->answered_on), today);
	db_bind_int(q, 1, p->id ? p->id : p->meeting);
	db_bind_int(q, 2, p->contact);
	db_bind_int(q, 3, p->slot);
	db_bind_text(q, 4, part_names[p->part]);
	db_bind_text(q, 5, p->contact ? "" : p->name);
	db_bind_int(q, 6, p->stands_for);
	db_bind_text(q, 7, answer_names[p->answer]);
	db_bind_text_or_null(q, 8, p->answered_on);
	db_bind_text(q, 9, p->remark);
	if (!p->id)
		db_bind_text(q, 10, today);
	if (db_run(q, NULL) < 0)
		return -1;
	if (!p->id)
		p->id = db_last_id(db);
	if (p->part != PARTICIPANT_SUBSTITUTE)
		return 0;
	q = db_start(db, Q_PARTICIPANT_SENDS_SUBSTITUTE, err);
	db_bind_int(q, 1, p->stands_for);
	db_bind_text(q, 2, today);
	return db_run(q, NULL);
}

static int
save(struct db *db, void *context, struct error *err)
{
	struct participant *p = context, former;

	if (p->id) {
		if (participant_load(db, p->id, &former, err) < 0)
			return -1;
		if (former.seen != p->seen)
			return meeting_line_changed(err);
		p->meeting = former.meeting;
	}
	if (participant_check(db, p, err) < 0 || meeting_touch(db, p->meeting, 0, err) < 0)
		return -1;
	return write_row(db, p, err);
}

int
participant_save(struct db *db, struct participant *p, struct error *err)
{
	struct db_act act = { .action = p->id ? "participant.change" : "participant.add",
		.entity = "meeting" };
	struct participant copy = *p;

	if (db_write(db, &act, save, &copy, err) < 0)
		return -1;
	return participant_load(db, copy.id, p, err);
}

/* ---- taking off the list ---- */

static int
remove_one(struct db *db, void *context, struct error *err)
{
	const struct participant *asked = context;
	struct participant p;
	struct stmt *q;

	if (participant_load(db, asked->id, &p, err) < 0 ||
		meeting_line_same(p.whole, asked->whole, err) < 0 ||
		meeting_touch(db, p.meeting, 0, err) < 0 ||
		participant_refuse_awaited(db, p.id, err) < 0)
		return -1;
	q = db_start(db, Q_PARTICIPANT_DELETE, err);
	db_bind_int(q, 1, p.id);
	return db_run(q, NULL);
}

int
participant_remove(struct db *db, int64_t id, int64_t whole, struct error *err)
{
	struct db_act act = { .action = "participant.delete", .entity = "meeting" };
	struct participant asked = { .id = id, .whole = whole };

	return db_write(db, &act, remove_one, &asked, err);
}

/* ---- answers by one key ---- */

struct reply {
	const struct participant *shown;
	enum participant_answer answer;
};

static int
check_answered(const struct participant *shown, const struct participant *now,
	enum participant_answer wanted, struct error *err)
{
	if (shown->answer == now->answer || now->answer == wanted)
		return 0;
	return error_set(err, ERROR_CONFLICT,
		_("A colleague has entered the answer of %s meanwhile: %s. The list shows it now; "
		  "the key changes it."),
		now->name, participant_answer_label(now->answer));
}

static int
answered(struct db *db, void *context, struct error *err)
{
	const struct reply *r = context;
	struct participant now;
	struct stmt *q;
	char today[16];

	if (participant_load(db, r->shown->id, &now, err) < 0 ||
		meeting_touch(db, now.meeting, 0, err) < 0 ||
		check_answered(r->shown, &now, r->answer, err) < 0)
		return -1;
	q = db_start(db, Q_PARTICIPANT_ANSWERED, err);
	db_bind_int(q, 1, now.id);
	db_bind_text(q, 2, answer_names[r->answer]);
	db_bind_text(q, 3,
		r->answer == REPLY_NONE ? NULL : date_iso(today, sizeof(today), clock_today()));
	return db_run(q, NULL);
}

int
participant_answered(struct db *db, const struct participant *shown, enum participant_answer answer,
	struct error *err)
{
	struct db_act act = { .action = "participant.answer", .entity = "meeting" };
	struct reply r = { .shown = shown, .answer = answer };

	return db_write(db, &act, answered, &r, err);
}

/* ---- the people of the group ---- */

int
participant_fill(struct db *db, int64_t meeting, int64_t *added, struct error *err)
{
	struct stmt *q = db_start(db, Q_PARTICIPANT_FILL, err);
	char today[16];

	db_bind_int(q, 1, meeting);
	db_bind_text(q, 2, date_iso(today, sizeof(today), clock_today()));
	return db_run(q, added);
}

struct invitation {
	int64_t meeting, added;
};

static int
invite(struct db *db, void *context, struct error *err)
{
	struct invitation *i = context;

	if (meeting_touch(db, i->meeting, 0, err) < 0)
		return -1;
	return participant_fill(db, i->meeting, &i->added, err);
}

int
participant_invite_group(struct db *db, int64_t meeting, int *count, struct error *err)
{
	struct db_act act = { .action = "participant.group", .entity = "meeting" };
	struct invitation i = { .meeting = meeting };

	*count = 0;
	if (db_write(db, &act, invite, &i, err) < 0)
		return -1;
	*count = (int)i.added;
	return 0;
}
