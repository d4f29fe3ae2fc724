/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conclusions: cards of members. */
#include "config.h"

#include "model/plans/conclusion.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/groups/own_member.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/surveys/wave.h"
#include "model/word.h"

#include <math.h>
#include <string.h>

static const struct word states[CONCLUSION_STATES] = {
	[CONCLUSION_PROPOSED] = { "proposed", N_("proposed") },
	[CONCLUSION_ACCEPTED] = { "accepted", N_("accepted") },
	[CONCLUSION_RUNNING] = { "running", N_("being carried out") },
	[CONCLUSION_DONE] = { "done", N_("carried out") },
	[CONCLUSION_REJECTED] = { "rejected", N_("rejected") },
};

const char *
conclusion_state_name(enum conclusion_state s)
{
	return states[s].name;
}

const char *
conclusion_state_label(enum conclusion_state s)
{
	return _(states[s].label);
}

int
conclusion_state_from_name(const char *name)
{
	return word_find(states, CONCLUSION_STATES, name, -1);
}

/* ---- reading ---- */

static void
read_row(struct stmt *q, struct conclusion *c)
{
	*c = (struct conclusion){ .id = db_int(q, 0),
		.rev = db_int(q, 1),
		.group = db_int(q, 4),
		.slot = (int)db_int(q, 6),
		.learn_from = (int)db_int(q, 7),
		.cost = db_double_or_nan(q, 13),
		.evidence = (int)db_int(q, 19) };
	text_copy(c->uid, sizeof c->uid, db_text(q, 2));
	text_copy(c->owner, sizeof c->owner, db_text(q, 3));
	text_copy(c->group_code, sizeof c->group_code, db_text(q, 5));
	text_copy(c->service, sizeof c->service, db_text(q, 8));
	text_copy(c->text, sizeof c->text, db_text(q, 9));
	text_copy(c->cause, sizeof c->cause, db_text(q, 10));
	text_copy(c->proposal, sizeof c->proposal, db_text(q, 11));
	text_copy(c->effect, sizeof c->effect, db_text(q, 12));
	text_copy(c->responsible, sizeof c->responsible, db_text(q, 14));
	text_copy(c->due_on, sizeof c->due_on, db_text(q, 15));
	text_copy(c->made_on, sizeof c->made_on, db_text(q, 16));
	c->state = (enum conclusion_state)word_find(
		states, CONCLUSION_STATES, db_text(q, 17), CONCLUSION_PROPOSED);
	text_copy(c->reason, sizeof c->reason, db_text(q, 18));
}

int
conclusion_list(struct db *db, const struct conclusion_filter *filter, struct arena *arena,
	struct conclusion **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_CONCLUSION_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, filter->group);
	db_bind_int(q, 2, filter->slot);
	db_bind_int(q, 3, filter->plan);
	db_bind_int(q, 4, filter->retired);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		read_row(q, &(*list)[(*count)++]);
	}
	return db_end(q);
}

int
conclusion_load(struct db *db, int64_t id, struct conclusion *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_CONCLUSION_LOAD, err);
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found)
		read_row(q, out);
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("This conclusion is gone already."));
}

int
conclusion_own(struct db *db, int64_t id, int *slot, struct error *err)
{
	struct stmt *q = db_start(db, Q_CONCLUSION_HEAD, err);
	char owner[OWNER_SIZE] = "";
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found) {
		text_copy(owner, sizeof owner, db_text(q, 1));
		*slot = (int)db_int(q, 3);
	}
	if (db_end(q) < 0)
		return -1;
	if (!found)
		return error_set(err, ERROR_MISSING, _("This conclusion is gone already."));
	db_act_entity(db, id);
	return owner_check(db, owner, err);
}

/* ---- saving ---- */

static int
is_member(struct db *db, int64_t group, int slot, bool *member, struct error *err)
{
	struct stmt *q = db_start(db, Q_CONCLUSION_IS_MEMBER, err);

	db_bind_int(q, 1, group);
	db_bind_int(q, 2, slot);
	*member = db_next(q);
	return db_end(q);
}

static int
check_members(struct db *db, const struct conclusion *c, struct error *err)
{
	bool member, teacher = true;

	if (c->group == 0)
		return 0;
	if (is_member(db, c->group, c->slot, &member, err) < 0 ||
		(c->learn_from && is_member(db, c->group, c->learn_from, &teacher, err) < 0))
		return -1;
	if (!member)
		return error_field(err, ERROR_INPUT, CONCLUSION_FIELD_UNIT,
			_("This unit was never a member of the group. Choose a member, or write "
			  "the conclusion outside the group."));
	return teacher ? 0
		       : error_field(err, ERROR_INPUT, CONCLUSION_FIELD_LEARN_FROM,
				 _("The unit to learn from was never a member of the group. Choose "
				   "a member or leave it empty."));
}

static int
check(struct db *db, const struct conclusion *c, struct error *err)
{
	const struct {
		const char *text;
		int field;
	} texts[] = { { c->text, CONCLUSION_FIELD_TEXT }, { c->cause, CONCLUSION_FIELD_CAUSE },
		{ c->proposal, CONCLUSION_FIELD_PROPOSAL }, { c->effect, CONCLUSION_FIELD_EFFECT },
		{ c->reason, CONCLUSION_FIELD_REASON } };

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (kept_lines_check(texts[i].text, texts[i].field, err) < 0)
			return -1;
	if (kept_line_check(c->service, CONCLUSION_FIELD_SERVICE, err) < 0 ||
		kept_line_check(c->responsible, CONCLUSION_FIELD_RESPONSIBLE, err) < 0)
		return -1;
	if (c->slot == NO_SLOT)
		return error_field(err, ERROR_INPUT, CONCLUSION_FIELD_UNIT,
			_("Say whose conclusion it is: choose a unit."));
	if (!c->text[0])
		return error_field(err, ERROR_INPUT, CONCLUSION_FIELD_TEXT,
			_("Write the conclusion in a sentence."));
	if (c->learn_from == c->slot)
		return error_field(err, ERROR_INPUT, CONCLUSION_FIELD_LEARN_FROM,
			_("A unit cannot learn from itself; choose another one or leave it "
			  "empty."));
	if (kept_money_check(c->cost, CONCLUSION_FIELD_COST, err) < 0)
		return -1;
	if (c->state == CONCLUSION_REJECTED && !c->reason[0])
		return error_field(err, ERROR_INPUT, CONCLUSION_FIELD_REASON,
			_("Say why the conclusion is rejected; the group will ask."));
	if (survey_date_check(c->due_on, CONCLUSION_FIELD_DUE, err) < 0)
		return -1;
	return check_members(db, c, err);
}

/* Evidence shows figures of the unit, plans are a unit's: another unit would make both untrue. */
static int
check_same_unit(struct db *db, const struct conclusion *c, int former, struct error *err)
{
	struct stmt *q;
	bool bound;

	if (former == c->slot)
		return 0;
	q = db_start(db, Q_CONCLUSION_BOUND, err);
	db_bind_int(q, 1, c->id);
	bound = db_next(q);
	if (db_end(q) < 0)
		return -1;
	return bound ? error_field(err, ERROR_INPUT, CONCLUSION_FIELD_UNIT,
			       _("The conclusion has evidence about its unit, or a plan of the "
				 "unit gathers it. Take these out first, or write a new "
				 "conclusion for the other unit."))
		     : 0;
}

static void
bind_fields(struct stmt *q, const struct conclusion *c)
{
	db_bind_int_or_null(q, 2, c->group);
	db_bind_int(q, 3, c->slot);
	db_bind_int_or_null(q, 4, c->learn_from);
	db_bind_text(q, 5, c->service);
	db_bind_text(q, 6, c->text);
	db_bind_text(q, 7, c->cause);
	db_bind_text(q, 8, c->proposal);
	db_bind_text(q, 9, c->effect);
	db_bind_double_or_null(q, 10, c->cost);
	db_bind_text(q, 11, c->responsible);
	db_bind_text_or_null(q, 12, c->due_on);
	db_bind_text(q, 13, c->made_on);
	db_bind_text(q, 14, states[c->state].name);
	db_bind_text(q, 15, c->reason);
}

static int
save(struct db *db, void *context, struct error *err)
{
	struct conclusion *c = context;
	struct stmt *q;
	char uid[UID_SIZE];
	int former = NO_SLOT;

	if (c->id &&
		(conclusion_own(db, c->id, &former, err) || check_same_unit(db, c, former, err)))
		return -1;
	if (check(db, c, err) ||
		own_member_check(db, c->group, c->slot, former, CONCLUSION_FIELD_UNIT, err))
		return -1;
	if (!c->made_on[0])
		date_iso(c->made_on, sizeof c->made_on, clock_today());
	q = db_start(db, c->id ? Q_CONCLUSION_UPDATE : Q_CONCLUSION_INSERT, err);
	if (c->id) {
		db_bind_int(q, 16, c->id);
		db_bind_int(q, 17, c->rev);
	} else {
		text_copy(c->uid, sizeof c->uid, random_uid(uid));
		db_bind_text(q, 1, c->uid);
	}
	bind_fields(q, c);
	return kept_store(db, q, &c->id, &c->rev, err);
}

int
conclusion_save(struct db *db, struct conclusion *c, struct error *err)
{
	const struct db_act act = { .action = c->id ? "conclusion.change" : "conclusion.add",
		.entity = "conclusion" };
	struct conclusion copy = *c;

	if (db_write(db, &act, save, &copy, err) < 0)
		return -1;
	*c = copy;
	return 0;
}

/* ---- out of use, and back ---- */

static const struct kept_kind kept = { "conclusion", "conclusion.retire", "conclusion.restore",
	Q_CONCLUSION_HEAD, Q_CONCLUSION_RETIRE };

int
conclusion_retire(struct db *db, int64_t id, int64_t rev, struct error *err)
{
	return kept_retire(db, &kept, id, rev, err);
}

int
conclusion_restore(struct db *db, int64_t id, struct error *err)
{
	return kept_restore(db, &kept, id, err);
}
