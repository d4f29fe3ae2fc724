/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conclusions: cards of members, and the figures that were seen when they were drawn. */
#include "config.h"

#include "model/plans/conclusion.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/indicators/flag.h"
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

static const char *const evidence_names[] = { "indicator", "decisions", "organisation", "text" };

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

/* What is done to the evidence of a card. */
struct touching {
	int64_t conclusion;
	int position;
	enum evidence_kind kind;
	const char *text;
	const struct group_sheet *sheet;
	const struct sheet_row *row;
	int slot; /* whose conclusion it is: read inside the transaction */
};

static int
find_own(struct db *db, struct touching *t, struct error *err)
{
	struct stmt *q = db_start(db, Q_CONCLUSION_HEAD, err);
	char owner[OWNER_SIZE] = "";
	bool found;

	db_bind_int(q, 1, t->conclusion);
	found = db_next(q);
	if (found) {
		text_copy(owner, sizeof owner, db_text(q, 1));
		t->slot = (int)db_int(q, 3);
	}
	if (db_end(q) < 0)
		return -1;
	if (!found)
		return error_set(err, ERROR_MISSING, _("This conclusion is gone already."));
	db_act_entity(db, t->conclusion);
	return owner_check(db, owner, err);
}

/* ---- saving ---- */

static int
check_member(struct db *db, const struct conclusion *c, struct error *err)
{
	struct stmt *q;
	bool member;

	if (c->group == 0)
		return 0;
	q = db_start(db, Q_CONCLUSION_IS_MEMBER, err);
	db_bind_int(q, 1, c->group);
	db_bind_int(q, 2, c->slot);
	member = db_next(q);
	if (db_end(q) < 0)
		return -1;
	return member ? 0
		      : error_field(err, ERROR_INPUT, CONCLUSION_FIELD_UNIT,
				_("This unit was never a member of the group. Choose a member, or "
				  "write the conclusion outside the group."));
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
	if (!isnan(c->cost) && c->cost < 0)
		return error_field(
			err, ERROR_INPUT, CONCLUSION_FIELD_COST, _("A cost cannot be below zero."));
	if (c->state == CONCLUSION_REJECTED && !c->reason[0])
		return error_field(err, ERROR_INPUT, CONCLUSION_FIELD_REASON,
			_("Say why the conclusion is rejected; the group will ask."));
	if (survey_date_check(c->due_on, CONCLUSION_FIELD_DUE, err) < 0)
		return -1;
	return check_member(db, c, err);
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
	struct touching t = { .conclusion = c->id };

	if ((c->id && (find_own(db, &t, err) || check_same_unit(db, c, t.slot, err))) ||
		check(db, c, err))
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

/* ---- evidence ---- */

int
evidence_list(struct db *db, int64_t conclusion, struct arena *arena, struct evidence **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_EVIDENCE_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, conclusion);
	while (db_next(q)) {
		struct evidence *e;

		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		e = &(*list)[(*count)++];
		*e = (struct evidence){ .position = (int)db_int(q, 0),
			.kind = EVIDENCE_TEXT,
			.indicator = arena_string(arena, db_text(q, 2)),
			.decimals = (int)db_int(q, 3),
			.year = (int)db_int(q, 4),
			.value = db_double_or_nan(q, 5),
			.mean = db_double_or_nan(q, 6),
			.median = db_double_or_nan(q, 7),
			.best = db_double_or_nan(q, 8),
			.best_slot = (int)db_int(q, 9),
			.with_data = (int)db_int(q, 10),
			.members = (int)db_int(q, 11),
			.text = arena_string(arena, db_text(q, 12)),
			.frozen_at = arena_string(arena, db_text(q, 13)) };
		for (int i = 0; i < EVIDENCE_TEXT; i++)
			if (strcmp(evidence_names[i], db_text(q, 1)) == 0)
				e->kind = (enum evidence_kind)i;
	}
	return db_end(q);
}

/* The first of those marked best; -1 = none. */
static int
best_member(const struct group_sheet *sheet, const struct sheet_row *row)
{
	for (int i = 0; i < sheet->member_count; i++)
		if (row->cells[i].best)
			return i;
	return -1;
}

/* Figures of the conclusion's own unit beside those of the group. */
static void
bind_figures(struct stmt *q, const struct touching *t)
{
	const struct sheet_row *row = t->row;
	int best = best_member(t->sheet, row), own = -1;

	for (int i = 0; i < t->sheet->member_count; i++)
		if (t->sheet->members[i].slot == t->slot)
			own = i;
	db_bind_int(q, 3, row->indicator->id);
	db_bind_int(q, 4, t->sheet->year);
	if (own >= 0 && !flag_missing(row->cells[own].flag))
		db_bind_double(q, 5, row->cells[own].value);
	if (row->group.n) {
		db_bind_double(
			q, 6, isnan(row->ratio_of_sums) ? row->group.mean : row->ratio_of_sums);
		db_bind_double(q, 7, row->group.median);
	}
	if (best >= 0) {
		db_bind_double(q, 8, row->cells[best].value);
		db_bind_int(q, 9, t->sheet->members[best].slot);
	}
	db_bind_int(q, 10, row->group.n);
	db_bind_int(q, 11, t->sheet->member_count);
}

static int
raise(struct db *db, int64_t conclusion, struct error *err)
{
	struct stmt *q = db_start(db, Q_CONCLUSION_RAISE, err);

	db_bind_int(q, 1, conclusion);
	return db_run(q, NULL);
}

static int
add(struct db *db, void *context, struct error *err)
{
	struct touching *t = context;
	struct stmt *q;
	char now[32];

	if (find_own(db, t, err))
		return -1;
	q = db_start(db, Q_EVIDENCE_INSERT, err);
	db_bind_int(q, 1, t->conclusion);
	db_bind_text(q, 2, evidence_names[t->kind]);
	for (int i = 3; i <= 9; i++)
		db_bind_null(q, i);
	db_bind_int(q, 10, 0);
	db_bind_int(q, 11, 0);
	if (t->row)
		bind_figures(q, t);
	db_bind_text(q, 12, t->text);
	db_bind_text(q, 13, clock_now_utc(now, sizeof now));
	if (db_run(q, NULL) < 0)
		return -1;
	return raise(db, t->conclusion, err);
}

int
evidence_freeze(struct db *db, int64_t conclusion, const struct group_sheet *sheet, int row,
	struct error *err)
{
	const struct db_act act = { .action = "conclusion.evidence", .entity = "conclusion" };
	const struct indicator *card = sheet->rows[row].indicator;
	struct arena arena = { 0 };
	bool made_up = false;
	struct touching t = { .conclusion = conclusion,
		.kind = EVIDENCE_INDICATOR,
		.sheet = sheet,
		.row = &sheet->rows[row] };
	int failed;

	for (int i = 0; i < sheet->member_count; i++)
		made_up |= sheet->rows[row].cells[i].made_up;
	t.text = arena_format(&arena, "%s%s%s%s%s%s%s%s%s%s", made_up ? _("made-up data") : "",
		made_up ? ": " : "", card->name, card->measure[0] ? " (" : "", card->measure,
		card->measure[0] ? ")" : "", card->source[0] ? "; " : "", card->source,
		isnan(t.row->ratio_of_sums) ? "" : "; ",
		isnan(t.row->ratio_of_sums)
			? ""
			: _("mean: the sum of numerators by the sum of denominators"));
	failed = db_write(db, &act, add, &t, err);
	arena_release(&arena);
	return failed;
}

int
evidence_write(struct db *db, int64_t conclusion, enum evidence_kind kind, const char *text,
	struct error *err)
{
	const struct db_act act = { .action = "conclusion.evidence", .entity = "conclusion" };
	struct touching t = { .conclusion = conclusion, .kind = kind, .text = text };

	if (!text[0])
		return error_set(err, ERROR_INPUT, _("Write what was found, in a sentence."));
	if (kept_lines_check(text, 0, err) < 0 ||
		kept_fits(text, EVIDENCE_TEXT_SIZE, 0, _("What was found"), err) < 0)
		return -1;
	return db_write(db, &act, add, &t, err);
}

static int
take_out(struct db *db, void *context, struct error *err)
{
	struct touching *t = context;
	struct stmt *q;
	int64_t changed;

	if (find_own(db, t, err))
		return -1;
	q = db_start(db, Q_EVIDENCE_DELETE, err);
	db_bind_int(q, 1, t->conclusion);
	db_bind_int(q, 2, t->position);
	if (db_run(q, &changed) < 0)
		return -1;
	if (changed == 0)
		return error_set(err, ERROR_MISSING, _("This evidence is gone already."));
	return raise(db, t->conclusion, err);
}

int
evidence_remove(struct db *db, int64_t conclusion, int position, struct error *err)
{
	const struct db_act act = { .action = "conclusion.evidence", .entity = "conclusion" };
	struct touching t = { .conclusion = conclusion, .position = position };

	return db_write(db, &act, take_out, &t, err);
}
