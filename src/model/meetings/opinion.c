/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts for opinion. */
#include "config.h"

#include "model/groups/exchange_group.h"
#include "model/meetings/opinion.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/units/unit_city.h"
#include "model/word.h"

#include <string.h>

static const char *const views[OPINION_VIEWS] = { "agrees", "remarks", "against", "none" };
static const char *const outcomes[OPINION_OUTCOMES] = { "", "taken", "partly", "not_taken" };

static const struct kept_kind kept = { "opinion", "opinion.retire", "opinion.restore",
	Q_OPINION_HEAD, Q_OPINION_RETIRE };

const char *
opinion_view_name(enum opinion_view v)
{
	return views[v];
}

const char *
opinion_outcome_name(enum opinion_outcome o)
{
	return outcomes[o];
}

const char *
opinion_view_label(enum opinion_view v)
{
	static const char *const labels[OPINION_VIEWS] = { N_("agrees"), N_("has remarks"),
		N_("against"), N_("no answer") };

	return _(labels[v]);
}

const char *
opinion_outcome_label(enum opinion_outcome o)
{
	static const char *const labels[OPINION_OUTCOMES] = { "", N_("taken over"), N_("partly"),
		N_("not taken over") };

	return o == OPINION_OPEN ? "" : _(labels[o]);
}

/* ---- reading ---- */

static void
read_opinion(struct stmt *q, struct arena *arena, struct opinion *o)
{
	*o = (struct opinion){ .id = db_int(q, 0),
		.rev = db_int(q, 1),
		.uid = arena_string(arena, db_text(q, 2)),
		.owner = kept_string(arena, db_text(q, 3)),
		.group = db_int(q, 4),
		.document = db_int(q, 5),
		.group_code = kept_string(arena, db_text(q, 6)),
		.document_title = kept_string(arena, db_text(q, 7)),
		.title = kept_string(arena, db_text(q, 8)),
		.version = kept_string(arena, db_text(q, 9)),
		.question = kept_string(arena, db_text(q, 10)),
		.asked_on = kept_string(arena, db_text(q, 11)),
		.due_on = kept_string(arena, db_text(q, 12)),
		.retired_at = kept_string(arena, db_text(q, 13)),
		.members = (int)db_int(q, 14),
		.answers = (int)db_int(q, 15),
		.settled = (int)db_int(q, 16) };
}

int
opinion_list(struct db *db, int64_t group, bool retired, struct arena *arena, struct opinion **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_OPINION_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, group);
	db_bind_int(q, 2, group ? group : INT64_MAX);
	db_bind_int(q, 3, retired);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_opinion(q, arena, &(*list)[(*count)++]);
	}
	return db_end(q);
}

int
opinion_load(struct db *db, int64_t id, struct arena *arena, struct opinion *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_OPINION_LOAD, err);
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found)
		read_opinion(q, arena, out);
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("This is gone already."));
}

int
opinion_answers(struct db *db, int64_t opinion, struct arena *arena, struct opinion_answer **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_OPINION_ANSWERS, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, opinion);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = (struct opinion_answer){ .id = db_int(q, 0),
			.rev = db_int(q, 1),
			.owner = kept_string(arena, db_text(q, 2)),
			.slot = (int)db_int(q, 3),
			.view = (enum opinion_view)word_place(
				views, OPINION_VIEWS, db_text(q, 4), OPINION_NONE),
			.text = kept_string(arena, db_text(q, 5)),
			.answered_on = kept_string(arena, db_text(q, 6)),
			.outcome = (enum opinion_outcome)word_place(
				outcomes, OPINION_OUTCOMES, db_text(q, 7), OPINION_OPEN),
			.reason = kept_string(arena, db_text(q, 8)) };
	}
	return db_end(q);
}

/* ---- the draft ---- */

static int
check(const struct opinion *o, struct error *err)
{
	if (!o->group)
		return error_field(
			err, ERROR_INPUT, OPINION_FIELD_GROUP, _("Choose the exchange group."));
	if (kept_text(o->title, true, false, OPINION_FIELD_TITLE, _("Title"), err) ||
		kept_text(o->version, false, false, OPINION_FIELD_VERSION, _("Version of the text"),
			err) ||
		kept_text(o->question, true, true, OPINION_FIELD_QUESTION, _("Question"), err) ||
		kept_day(o->asked_on, true, OPINION_FIELD_ASKED, _("Asked on"), err) ||
		kept_day(o->due_on, true, OPINION_FIELD_DUE, _("Answers until"), err) ||
		kept_fits(o->title, KEPT_LINE_SIZE, OPINION_FIELD_TITLE, _("Title"), err) ||
		kept_fits(o->version, KEPT_LINE_SIZE, OPINION_FIELD_VERSION,
			_("Version of the text"), err) ||
		kept_fits(o->question, KEPT_LINES_SIZE, OPINION_FIELD_QUESTION, _("Question"), err))
		return -1;
	if (strcmp(o->due_on, o->asked_on) < 0)
		return error_field(err, ERROR_INPUT, OPINION_FIELD_DUE,
			_("Answers cannot be due before the day of asking."));
	return 0;
}

static int
check_document(struct db *db, const struct opinion *o, struct error *err)
{
	struct stmt *q;
	int64_t group = 0;

	if (!o->document)
		return 0;
	q = db_start(db, Q_OPINION_DOCUMENT, err);
	db_bind_int(q, 1, o->document);
	if (db_next(q))
		group = db_int(q, 0);
	if (db_end(q) < 0)
		return -1;
	return group == o->group ? 0
				 : error_field(err, ERROR_INPUT, OPINION_FIELD_DOCUMENT,
					   _("This is no document of the group."));
}

static int
check_begun(struct db *db, const struct opinion *o, struct error *err)
{
	struct exchange_group g;
	char day[32];

	if (exchange_group_load(db, o->group, &g, err))
		return -1;
	return strcmp(o->asked_on, g.starts_on) >= 0
		       ? 0
		       : error_field(err, ERROR_INPUT, OPINION_FIELD_ASKED,
				 _("The group begins on %s; nobody can be asked earlier."),
				 date_show(day, sizeof(day), g.starts_on));
}

struct saving {
	struct opinion *o;
	char uid[UID_SIZE];
};

static int
save(struct db *db, void *context, struct error *err)
{
	struct saving *s = context;
	struct opinion *o = s->o;
	struct stmt *q;

	if (exchange_group_ours(db, o->group, err) || check_document(db, o, err) ||
		check_begun(db, o, err) || (o->id && kept_check(db, &kept, o->id, o->rev, err)))
		return -1;
	q = db_start(db, o->id ? Q_OPINION_UPDATE : Q_OPINION_INSERT, err);
	if (o->id)
		db_bind_int(q, 1, o->id);
	else
		db_bind_text(q, 1, random_uid(s->uid));
	db_bind_int(q, 2, o->group);
	db_bind_int_or_null(q, 3, o->document);
	db_bind_text(q, 4, o->title);
	db_bind_text(q, 5, o->version);
	db_bind_text(q, 6, o->question);
	db_bind_text(q, 7, o->asked_on);
	db_bind_text(q, 8, o->due_on);
	if (db_run(q, NULL))
		return -1;
	if (!o->id)
		o->id = db_last_id(db);
	db_act_entity(db, o->id);
	return 0;
}

int
opinion_save(struct db *db, struct opinion *o, struct arena *arena, struct error *err)
{
	struct opinion copy = *o;
	struct saving s = { .o = &copy };
	const struct db_act act = { .action = o->id ? "opinion.change" : "opinion.add",
		.entity = "opinion",
		.entity_id = o->id,
		.summary = o->asked_on };

	if (check(o, err) || db_write(db, &act, save, &s, err))
		return -1;
	copy.rev = o->id ? o->rev + 1 : 1;
	if (!o->id)
		copy.uid = arena_string(arena, s.uid);
	*o = copy;
	return 0;
}

int
opinion_retire(struct db *db, int64_t id, int64_t rev, struct error *err)
{
	return kept_retire(db, &kept, id, rev, err);
}

int
opinion_bring_back(struct db *db, int64_t id, struct error *err)
{
	return kept_restore(db, &kept, id, err);
}

/* ---- a member's answer ---- */

struct answering {
	int64_t opinion;
	struct opinion_answer *a;
};

/* On a draft of another office only what our unit says is written here; what becomes of it is said
 * there. */
static int
check_foreign(struct db *db, const struct answering *s, bool judged, struct error *err)
{
	char keeper[OWNER_SIZE] = "";
	bool foreign = false;
	struct stmt *q = db_start(db, Q_OPINION_HEAD, err);

	db_bind_int(q, 1, s->opinion);
	if (db_next(q))
		text_copy(keeper, sizeof(keeper), db_text(q, 1));
	if (db_end(q) < 0 || (judged && owner_check(db, keeper, err)))
		return -1;
	if (!keeper[0])
		return 0;
	q = db_start(db, Q_OPINION_ANSWER_UNITS, err);
	db_bind_int(q, 1, s->a->slot);
	foreign = db_next(q) && !unit_code_same(db_text(q, 0), db_text(q, 1));
	if (db_end(q) < 0)
		return -1;
	return foreign ? error_set(err, ERROR_DENIED,
				 _("This is the answer of another unit; its own office writes it, "
				   "or the one that keeps the draft."))
		       : 0;
}

/* What the member said is the member's: an answer that came in a package takes an outcome here,
 * and nothing else of it changes. */
static int
check_answer_row(struct db *db, const struct answering *s, struct error *err)
{
	struct stmt *q = db_start(db, Q_OPINION_ANSWER_HEAD, err);
	const struct opinion_answer *a = s->a;
	bool same = true, judged = a->outcome != OPINION_OPEN || a->reason[0];
	char owner[OWNER_SIZE] = "";
	int64_t id = 0, rev = 0;

	db_bind_int(q, 1, s->opinion);
	db_bind_int(q, 2, a->slot);
	if (db_next(q)) {
		id = db_int(q, 0);
		rev = db_int(q, 1);
		text_copy(owner, sizeof(owner), db_text(q, 2));
		same = strcmp(db_text(q, 3), views[a->view]) == 0 &&
		       strcmp(db_text(q, 4), a->text) == 0 &&
		       strcmp(db_text(q, 5), a->answered_on) == 0;
		judged = strcmp(db_text(q, 6), outcomes[a->outcome]) != 0 ||
			 strcmp(db_text(q, 7), a->reason) != 0;
	}
	if (db_end(q) < 0 || (!same && owner_check(db, owner, err)) ||
		check_foreign(db, s, judged, err))
		return -1;
	if (id != a->id || rev != a->rev)
		return error_set(err, ERROR_CONFLICT,
			_("A colleague has written this answer meanwhile. Nothing was saved; look "
			  "at the new state first."));
	return 0;
}

static int
save_answer(struct db *db, void *context, struct error *err)
{
	struct answering *s = context;
	struct opinion_answer *a = s->a;
	int p = a->id ? 1 : 3;
	char uid[UID_SIZE];
	struct stmt *q;

	if (kept_there(db, &kept, s->opinion, err) || check_answer_row(db, s, err))
		return -1;
	q = db_start(db, a->id ? Q_OPINION_ANSWER_UPDATE : Q_OPINION_ANSWER_INSERT, err);
	if (a->id) {
		db_bind_int(q, 1, a->id);
	} else {
		db_bind_text(q, 1, random_uid(uid));
		db_bind_int(q, 2, s->opinion);
		db_bind_int(q, 3, a->slot);
	}
	db_bind_text(q, p + 1, views[a->view]);
	db_bind_text(q, p + 2, a->text);
	db_bind_text(q, p + 3, a->answered_on);
	db_bind_text(q, p + 4, outcomes[a->outcome]);
	db_bind_text(q, p + 5, a->reason);
	if (db_run(q, NULL))
		return -1;
	if (!a->id)
		a->id = db_last_id(db);
	return 0;
}

int
opinion_answer_save(struct db *db, int64_t opinion, struct opinion_answer *a, struct error *err)
{
	bool words = a->view == OPINION_REMARKS || a->view == OPINION_AGAINST;
	bool why = a->outcome == OPINION_PARTLY || a->outcome == OPINION_NOT_TAKEN;
	struct opinion_answer copy = *a;
	struct answering s = { opinion, &copy };
	const struct db_act act = { .action = "opinion.answer",
		.entity = "opinion",
		.entity_id = opinion,
		.summary = views[a->view] };

	if (kept_text(a->text, words, true, OPINION_ANSWER_TEXT, _("What it says"), err) ||
		kept_past_day(a->answered_on, OPINION_ANSWER_ON, _("Answered on"), err) ||
		kept_text(a->reason, why, true, OPINION_ANSWER_REASON, _("Reason"), err) ||
		kept_fits(a->text, KEPT_LINES_SIZE, OPINION_ANSWER_TEXT, _("What it says"), err) ||
		kept_fits(a->reason, KEPT_LINES_SIZE, OPINION_ANSWER_REASON, _("Reason"), err))
		return -1;
	if (db_write(db, &act, save_answer, &s, err))
		return -1;
	copy.rev = a->id ? a->rev + 1 : 1;
	*a = copy;
	return 0;
}
