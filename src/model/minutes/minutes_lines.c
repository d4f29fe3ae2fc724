/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Remarks on minutes with their outcome, and annexes to approved ones. */
#include "config.h"

#include "model/minutes/minutes_parts.h"

#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/word.h"

#include <stdio.h>
#include <string.h>

static const char *const outcomes[MINUTES_OUTCOMES] = { "", "taken", "partly", "not_taken" };

const char *
minutes_outcome_name(enum minutes_outcome o)
{
	return outcomes[o];
}

const char *
minutes_outcome_label(enum minutes_outcome o)
{
	static const char *const labels[MINUTES_OUTCOMES] = { N_("no outcome yet"),
		N_("taken over"), N_("partly"), N_("not taken over") };

	return _(labels[o]);
}

int
minutes_remarks(struct db *db, int64_t minutes, struct arena *arena, struct minutes_remark **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_MINUTES_REMARKS, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, minutes);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = (struct minutes_remark){ .id = db_int(q, 0),
			.rev = db_int(q, 1),
			.owner = kept_string(arena, db_text(q, 2)),
			.version = (int)db_int(q, 3),
			.slot = (int)db_int(q, 4),
			.text = kept_string(arena, db_text(q, 5)),
			.made_on = kept_string(arena, db_text(q, 6)),
			.outcome = (enum minutes_outcome)word_place(
				outcomes, MINUTES_OUTCOMES, db_text(q, 7), MINUTES_OPEN),
			.answer = kept_string(arena, db_text(q, 8)) };
	}
	return db_end(q);
}

struct saving {
	int64_t minutes;
	struct minutes_remark *r;
	bool minutes_ours; /* kept in this office; these two are written by check_state() */
	char keeper[OWNER_SIZE];
};

/* Remarks come and are answered while others work on the text, also from other offices, so only the
 * remark's own state counts; but approved minutes take no more of them. What came in a package
 * after that still gets its answer: same = the remark itself stays as it is. */
static int
check_state(struct db *db, struct saving *s, bool same, struct error *err)
{
	struct stmt *q = db_start(db, Q_MINUTES_HEAD, err);
	bool found, approved = false;

	db_bind_int(q, 1, s->minutes);
	found = db_next(q);
	if (found) {
		text_copy(s->keeper, sizeof(s->keeper), db_text(q, 1));
		s->minutes_ours = !s->keeper[0];
		approved = strcmp(db_text(q, 2), "approved") == 0;
	}
	if (db_end(q) < 0)
		return -1;
	if (!found)
		return error_set(err, ERROR_MISSING, _("These minutes are gone already."));
	return !approved || (same && s->minutes_ours)
		       ? 0
		       : error_set(err, ERROR_INPUT,
				 _("The minutes are approved and do not change any more; correct "
				   "them by an annex."));
}

/* What another office remarked stands as it is: here it is answered. Who remarks on minutes of
 * another office does not answer himself. */
static int
check_remark(struct db *db, struct saving *s, struct error *err)
{
	struct stmt *q = db_start(db, Q_MINUTES_REMARK_HEAD, err);
	char owner[OWNER_SIZE] = "";
	bool same = false, answered = s->r->outcome != MINUTES_OPEN || s->r->answer[0];
	int64_t rev = 0;

	db_bind_int(q, 1, s->r->id);
	db_bind_int(q, 2, s->minutes);
	if (db_next(q)) {
		rev = db_int(q, 0);
		text_copy(owner, sizeof(owner), db_text(q, 1));
		same = strcmp(db_text(q, 2), s->r->text) == 0 &&
		       strcmp(db_text(q, 3), s->r->made_on) == 0 && db_int(q, 4) == s->r->slot;
		answered = strcmp(db_text(q, 5), outcomes[s->r->outcome]) != 0 ||
			   strcmp(db_text(q, 6), s->r->answer) != 0;
	}
	if (db_end(q) < 0 || check_state(db, s, same, err))
		return -1;
	if ((!(same && s->minutes_ours) && owner_check(db, owner, err)) ||
		(answered && owner_check(db, s->keeper, err)))
		return -1;
	if (s->r->id && rev != s->r->rev)
		return error_set(err, ERROR_CONFLICT,
			_("A colleague has changed this remark meanwhile. Nothing was saved; look "
			  "at the new state first."));
	return 0;
}

static int
save_remark(struct db *db, void *context, struct error *err)
{
	struct saving *s = context;
	char uid[UID_SIZE];
	struct stmt *q;

	if (check_remark(db, s, err))
		return -1;
	q = db_start(db, s->r->id ? Q_MINUTES_REMARK_UPDATE : Q_MINUTES_REMARK_INSERT, err);
	if (s->r->id)
		db_bind_int(q, 1, s->r->id);
	else
		db_bind_text(q, 1, random_uid(uid));
	db_bind_int(q, 2, s->minutes);
	db_bind_int(q, 3, s->r->version);
	db_bind_int_or_null(q, 4, s->r->slot);
	db_bind_text(q, 5, s->r->text);
	db_bind_text(q, 6, s->r->made_on);
	db_bind_text(q, 7, outcomes[s->r->outcome]);
	db_bind_text(q, 8, s->r->answer);
	if (db_run(q, NULL))
		return -1;
	if (!s->r->id)
		s->r->id = db_last_id(db);
	return s->minutes_ours ? minutes_touch(db, s->minutes, err) : 0;
}

int
minutes_remark_save(struct db *db, int64_t minutes, struct minutes_remark *r, struct error *err)
{
	bool why = r->outcome == MINUTES_PARTLY || r->outcome == MINUTES_NOT_TAKEN;
	struct minutes_remark copy = *r;
	struct saving s = { .minutes = minutes, .r = &copy };
	const struct db_act act = { .action = r->id ? "minutes.remark-change" : "minutes.remark",
		.entity = "minutes",
		.entity_id = minutes,
		.summary = outcomes[r->outcome] };

	if (kept_text(r->text, true, true, MINUTES_REMARK_TEXT, _("Remark"), err) ||
		kept_past_day(r->made_on, MINUTES_REMARK_ON, _("Day"), err) ||
		kept_text(r->answer, why, true, MINUTES_REMARK_ANSWER, _("Reason"), err) ||
		kept_fits(r->text, KEPT_LINES_SIZE, MINUTES_REMARK_TEXT, _("Remark"), err) ||
		kept_fits(r->answer, KEPT_LINES_SIZE, MINUTES_REMARK_ANSWER, _("Reason"), err) ||
		db_write(db, &act, save_remark, &s, err))
		return -1;
	copy.rev = r->id ? r->rev + 1 : 1;
	*r = copy;
	return 0;
}

char *
minutes_remark_warnings(
	struct db *db, const struct minutes *m, const struct unit *unit, char *dst, size_t size)
{
	struct error ignored = { 0 };
	struct stmt *q;
	bool member;
	size_t used = 0;

	text_copy(dst, size, "");
	if (!unit)
		return dst;
	q = db_start(db, Q_MINUTES_REMARK_MEMBER, &ignored);
	db_bind_int(q, 1, m->meeting);
	db_bind_int(q, 2, unit->slot);
	member = db_next(q) && db_int(q, 0) != 0;
	if (db_end(q) == 0 && !member)
		used = (size_t)snprintf(dst, size,
			_("%s was no member of the group on the day of the meeting."), unit->told);
	if (m->state == MINUTES_DRAFT && used < size)
		snprintf(dst + used, size - used, "%s%s", used ? "\n" : "",
			_("The minutes are not sent for remarks."));
	return dst;
}

/* ---- annexes ---- */

int
minutes_annexes(struct db *db, int64_t minutes, struct arena *arena, struct minutes_annex **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_MINUTES_ANNEXES, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, minutes);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = (struct minutes_annex){ .number = (int)db_int(q, 0),
			.text = kept_string(arena, db_text(q, 1)),
			.reason = kept_string(arena, db_text(q, 2)),
			.approved_on = kept_string(arena, db_text(q, 3)),
			.login = kept_string(arena, db_text(q, 4)) };
	}
	return db_end(q);
}

struct annexing {
	const struct minutes *m;
	const struct minutes_annex *a;
};

static int
add_annex(struct db *db, void *context, struct error *err)
{
	const struct annexing *x = context;
	struct stmt *q;

	if (minutes_check(db, x->m, MINUTES_AFTER_APPROVAL, err))
		return -1;
	q = db_start(db, Q_MINUTES_ANNEX_ADD, err);
	db_bind_int(q, 1, x->m->id);
	db_bind_text(q, 2, x->a->text);
	db_bind_text(q, 3, x->a->reason);
	db_bind_text(q, 4, x->a->approved_on);
	db_bind_int(q, 5, db_person(db));
	if (db_run(q, NULL))
		return -1;
	return minutes_touch(db, x->m->id, err);
}

int
minutes_annex_add(struct db *db, struct minutes *m, struct minutes_annex *a, struct error *err)
{
	const struct annexing x = { m, a };
	const struct db_act act = {
		.action = "minutes.annex", .entity = "minutes", .entity_id = m->id, .summary = ""
	};

	if (kept_text(a->text, true, true, MINUTES_ANNEX_TEXT, _("Text"), err) ||
		kept_text(a->reason, true, true, MINUTES_ANNEX_REASON, _("Reason"), err) ||
		kept_past_day(a->approved_on, MINUTES_ANNEX_ON, _("Approved on"), err) ||
		kept_fits(a->text, KEPT_LINES_SIZE, MINUTES_ANNEX_TEXT, _("Text"), err) ||
		kept_fits(a->reason, KEPT_LINES_SIZE, MINUTES_ANNEX_REASON, _("Reason"), err))
		return -1;
	if (strcmp(a->approved_on, m->approved_on) < 0)
		return error_field(err, ERROR_INPUT, MINUTES_ANNEX_ON,
			_("An annex cannot be approved before the minutes themselves."));
	if (db_write(db, &act, add_annex, (void *)&x, err) || minutes_find(db, m->meeting, m, err))
		return -1;
	a->number = m->annexes;
	return 0;
}
