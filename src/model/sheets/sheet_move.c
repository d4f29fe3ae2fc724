/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A member's return on its way from draft to verified, and questions about its figures. */
#include "config.h"

#include "model/sheets/data_sheet.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/sheets/sheet_turn.h"

#include <stdio.h>
#include <string.h>

struct change {
	struct sheet_return *r;
	enum sheet_state to;
	int64_t indicator;
	int number;
	const char *text;
	char summary[96];
};

static int
faster(struct error *err)
{
	return error_set(err, ERROR_CONFLICT,
		_("A colleague has changed this sheet meanwhile. Nothing was saved; look at the "
		  "new "
		  "state first."));
}

/* Taking a sheet back is for its own office. */
static bool
takes_back(enum sheet_state to)
{
	return to == SHEET_DRAFT || to == SHEET_APPROVED;
}

/* Makes the row where there is none yet, and looks whether r is what stands there. back: to take it
 * back. */
static int
need_row(struct db *db, struct sheet_return *r, bool back, struct error *err)
{
	struct stmt *q;
	char owner[OWNER_SIZE] = "", state[16] = "";
	int64_t added, rev = -1;

	if (sheet_return_make(db, r, &added, err) < 0)
		return -1;
	q = db_start(db, Q_SHEET_RETURN_NOW, err);
	db_bind_int(q, 1, r->sheet_id);
	db_bind_int(q, 2, r->slot);
	if (db_next(q)) {
		r->id = db_int(q, 0);
		rev = db_int(q, 1);
		text_copy(owner, sizeof(owner), db_text(q, 2));
		text_copy(r->leader, sizeof(r->leader), db_text(q, 3));
		text_copy(state, sizeof(state), db_text(q, 4));
	}
	if (db_end(q) < 0 ||
		sheet_turn_check(
			db, &(struct sheet_turn){ r->id, owner, r->leader, state, back }, err) < 0)
		return -1;
	if (rev < 0 || (!added && rev != r->rev))
		return faster(err);
	r->rev = rev;
	return 0;
}

static int
set_state(struct db *db, struct sheet_return *r, enum sheet_state to, struct error *err)
{
	struct stmt *q = db_start(db, Q_SHEET_RETURN_MOVE, err);
	char today[16];
	int64_t changed;

	db_bind_int(q, 1, r->id);
	db_bind_int(q, 2, r->rev);
	db_bind_text(q, 3, sheet_state_name(to));
	db_bind_text(q, 4, date_iso(today, sizeof(today), clock_today()));
	if (db_run(q, &changed) < 0)
		return -1;
	if (!changed)
		return faster(err);
	r->rev++;
	r->state = to;
	return 0;
}

struct places { /* "2, 3" */
	char list[160];
	size_t used;
	unsigned long count;
};

static void
add_place(struct places *p, int place)
{
	p->count++;
	if (p->used < sizeof(p->list) - 16)
		p->used += (size_t)snprintf(p->list + p->used, sizeof(p->list) - p->used, "%s%d",
			p->used ? ", " : "", place);
}

static int
check_filled(struct db *db, const struct sheet_return *r, struct error *err)
{
	struct stmt *q = db_start(db, Q_SHEET_RETURN_EMPTY_LINES, err);
	struct places empty = { 0 }, fed = { 0 };
	char from[400] = "";

	db_bind_int(q, 1, r->sheet_id);
	db_bind_int(q, 2, r->year);
	db_bind_int(q, 3, r->slot);
	while (db_next(q)) {
		add_place(&empty, (int)db_int(q, 0));
		if (db_int(q, 1))
			add_place(&fed, (int)db_int(q, 0));
	}
	if (db_end(q) < 0)
		return -1;
	if (!empty.count)
		return 0;
	if (fed.count)
		snprintf(from, sizeof(from),
			P_(" Totals of decisions of four quarters (menu 2 6) fill line %s.",
				" Totals of decisions of four quarters (menu 2 6) fill lines %s.",
				fed.count),
			fed.list);
	return error_set(err, ERROR_INPUT,
		P_("There is nothing yet in line %s. Give a value, bd (no data) or nd (does not "
		   "apply).%s",
			"There is nothing yet in lines %s. Give a value, bd (no data) or nd (does "
			"not apply).%s",
			empty.count),
		empty.list, from);
}

static int
count_open(struct db *db, const struct sheet_return *r, int64_t *open, struct error *err)
{
	struct stmt *q = db_start(db, Q_SHEET_QUESTION_COUNT, err);

	db_bind_int(q, 1, r->id);
	*open = db_next(q) ? db_int(q, 0) : 0;
	return db_end(q);
}

static int
check_answered(struct db *db, const struct sheet_return *r, struct error *err)
{
	int64_t open;

	if (count_open(db, r, &open, err) < 0)
		return -1;
	if (!open)
		return 0;
	return error_set(err, ERROR_INPUT,
		P_("%d question about a figure waits for an answer.",
			"%d questions about figures wait for answers.", (unsigned long)open),
		(int)open);
}

/* What another office handed in is asked about, never taken back here; only the office that keeps
 * the sheet asks and verifies. */
static bool
may(const struct sheet_return *r, enum sheet_state to)
{
	static const bool allowed[SHEET_STATES][SHEET_STATES] = {
		[SHEET_DRAFT] = { [SHEET_APPROVED] = true, [SHEET_SENT] = true },
		[SHEET_APPROVED] = { [SHEET_DRAFT] = true, [SHEET_SENT] = true },
		[SHEET_SENT] = { [SHEET_DRAFT] = true,
			[SHEET_APPROVED] = true,
			[SHEET_QUERIED] = true,
			[SHEET_VERIFIED] = true },
		[SHEET_QUERIED] = { [SHEET_DRAFT] = true,
			[SHEET_APPROVED] = true,
			[SHEET_SENT] = true,
			[SHEET_VERIFIED] = true },
		[SHEET_VERIFIED] = { [SHEET_QUERIED] = true },
	};

	return allowed[r->state][to] && (takes_back(to) || to == SHEET_SENT || !r->leader[0]) &&
	       (!takes_back(to) || !r->owner[0]);
}

static int
check_step(struct db *db, const struct sheet_return *r, enum sheet_state to, struct error *err)
{
	char office[160];
	int64_t open;

	if (to == SHEET_VERIFIED && r->leader[0])
		return error_set(err, ERROR_DENIED,
			_("The sheet is kept by the office %s; only that office says that it is "
			  "verified."),
			owner_name(db, r->leader, office, sizeof(office)));
	if (takes_back(to) && r->owner[0])
		return error_set(err, ERROR_DENIED,
			_("The sheet is that of the office %s. Ask about a figure, and that office "
			  "can change it."),
			owner_name(db, r->owner, office, sizeof(office)));
	if (!may(r, to))
		return error_set(err, ERROR_INPUT,
			_("A sheet that is “%s” cannot become “%s” at once."),
			sheet_state_label(r->state), sheet_state_label(to));
	if (to != SHEET_DRAFT && to != SHEET_QUERIED && check_filled(db, r, err) < 0)
		return -1;
	if (count_open(db, r, &open, err) < 0)
		return -1;
	if (to == SHEET_QUERIED && !open)
		return error_set(err, ERROR_INPUT,
			_("Nothing is asked about this sheet: ask about a figure (F4 beside it, "
			  "or gromada sheet ask), and it is to be explained."));
	if ((to == SHEET_SENT || to == SHEET_VERIFIED) && check_answered(db, r, err) < 0)
		return -1;
	return 0;
}

/* Reasons are told; another failure is one. */
static int
take_reason(const struct error *reason, struct sheet_next *next, struct error *err)
{
	if (reason->code != ERROR_INPUT && reason->code != ERROR_DENIED)
		return error_set(err, reason->code, "%s", reason->text);
	text_copy(next->why, sizeof(next->why), reason->text);
	return 0;
}

int
sheet_return_next(
	struct db *db, const struct sheet_return *r, struct sheet_next *next, struct error *err)
{
	const struct sheet_turn turn = { r->id, r->owner, r->leader, sheet_state_name(r->state),
		true };
	struct error reason = { 0 };

	*next = (struct sheet_next){ .count = 0 };
	if (r->id && sheet_turn_check(db, &turn, &reason) < 0)
		return take_reason(&reason, next, err);
	for (int to = 0; to < SHEET_STATES; to++) {
		if (!may(r, (enum sheet_state)to))
			continue;
		error_clear(&reason);
		if (check_step(db, r, (enum sheet_state)to, &reason) == 0)
			next->states[next->count++] = (enum sheet_state)to;
		else if (take_reason(&reason, next, err) < 0)
			return -1;
	}
	return 0;
}

int
sheet_mark_verified(struct db *db, int64_t return_id, bool verified, struct error *err)
{
	struct stmt *q = db_start(db, Q_SHEET_RETURN_VERIFY, err);

	db_bind_int(q, 1, return_id);
	db_bind_int(q, 2, verified);
	return db_run(q, NULL);
}

static int
move(struct db *db, void *context, struct error *err)
{
	struct change *c = context;
	bool was = c->r->state == SHEET_VERIFIED;

	if (need_row(db, c->r, takes_back(c->to), err) < 0 ||
		check_step(db, c->r, c->to, err) < 0 || set_state(db, c->r, c->to, err) < 0)
		return -1;
	db_act_entity(db, c->r->id);
	if (was != (c->to == SHEET_VERIFIED))
		return sheet_mark_verified(db, c->r->id, c->to == SHEET_VERIFIED, err);
	return 0;
}

static int
change(struct db *db, struct change *c, const char *action,
	int (*act)(struct db *db, void *context, struct error *err), struct error *err)
{
	struct db_act line = { action, "sheet_return", 0, c->summary };
	struct sheet_return *r = c->r, copy = *r;

	snprintf(c->summary, sizeof(c->summary), "%s %d %s %s", r->group_code, r->year, r->unit,
		c->text ? "" : sheet_state_name(c->to));
	c->r = &copy;
	if (db_write(db, &line, act, c, err) < 0)
		return -1;
	*r = copy;
	return 0;
}

int
sheet_return_move(struct db *db, struct sheet_return *r, enum sheet_state state, struct error *err)
{
	struct change c = { .r = r, .to = state };

	return change(db, &c, "sheet.state", move, err);
}

static int
check_text(const char *text, const char *missing, struct error *err)
{
	if (!text[0])
		return error_field(err, ERROR_INPUT, 1, "%s", missing);
	if (!text_storable(text, ""))
		return error_field(err, ERROR_INPUT, 1,
			_("A question or answer holds no control or invisible characters."));
	return kept_fits(text, SHEET_QUESTION_SIZE, 1, _("Text"), err);
}

static int
ask(struct db *db, void *context, struct error *err)
{
	struct change *c = context;
	struct stmt *q;
	char today[16];
	bool was = c->r->state == SHEET_VERIFIED;

	if (check_text(c->text, _("Write what is to be explained."), err) < 0 ||
		need_row(db, c->r, false, err) < 0)
		return -1;
	q = db_start(db, Q_OWN_FIGURE_ASK, err);
	db_bind_int(q, 1, c->r->id);
	db_bind_int(q, 2, c->indicator);
	db_bind_text(q, 3, c->text);
	db_bind_text(q, 4, date_iso(today, sizeof(today), clock_today()));
	if (db_run(q, NULL) < 0 || set_state(db, c->r, SHEET_QUERIED, err) < 0)
		return -1;
	c->r->questions++;
	db_act_entity(db, c->r->id);
	return was ? sheet_mark_verified(db, c->r->id, false, err) : 0;
}

int
sheet_return_ask(struct db *db, struct sheet_return *r, int64_t indicator, const char *question,
	struct error *err)
{
	struct change c = { .r = r, .indicator = indicator, .text = question };

	return change(db, &c, "sheet.question", ask, err);
}

static int
answer(struct db *db, void *context, struct error *err)
{
	struct change *c = context;
	struct stmt *q;
	char today[16];
	int64_t changed;

	if (check_text(c->text, _("Write the answer."), err) < 0 ||
		need_row(db, c->r, false, err) < 0)
		return -1;
	q = db_start(db, Q_SHEET_QUESTION_ANSWER, err);
	db_bind_int(q, 1, c->r->id);
	db_bind_int(q, 2, c->number);
	db_bind_text(q, 3, c->text);
	db_bind_text(q, 4, date_iso(today, sizeof(today), clock_today()));
	if (db_run(q, &changed) < 0)
		return -1;
	if (!changed)
		return error_set(err, ERROR_MISSING,
			_("This question is gone or answered already; its answer stays as it is."));
	db_act_entity(db, c->r->id);
	return set_state(db, c->r, c->r->state, err);
}

int
sheet_return_answer(
	struct db *db, struct sheet_return *r, int number, const char *text, struct error *err)
{
	struct change c = { .r = r, .number = number, .text = text };

	if (change(db, &c, "sheet.answer", answer, err) < 0)
		return -1;
	r->questions -= r->questions > 0;
	return 0;
}
