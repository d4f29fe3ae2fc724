/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers of an unfinished reading: written as they are typed, read back, finished as a whole. */
#include "config.h"

#include "base/i18n.h"
#include "model/keying/difference.h"
#include "model/surveys/form_parts.h"
#include "model/queries.h"
#include "model/keying/sitting.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- reading back ---- */

bool
answer_read(struct stmt *row, const struct questionnaire *q, struct answers *out)
{
	int question = question_by_id(q, db_int(row, 0));
	int missing = missing_by_name(db_text(row, 3));

	if (question < 0)
		return false;
	answers_put(out, question, (int)db_int(row, 1), db_text(row, 2),
		missing < 0 ? MISSING_NO_ANSWER : (enum missing)missing, (unsigned)db_int(row, 4));
	return true;
}

static int
load(struct db *db, int64_t form, int reading, const struct questionnaire *q, struct answers *out,
	struct error *err)
{
	struct stmt *row = db_start(db, Q_ANSWER_LIST, err);

	db_bind_int(row, 1, form);
	db_bind_int(row, 2, reading);
	while (db_next(row))
		answer_read(row, q, out);
	return db_end(row);
}

int
reading_load(struct db *db, const struct reading *r, const struct questionnaire *q,
	struct answers *out, struct error *err)
{
	return load(db, r->form, r->reading, q, out, err);
}

int
form_reading(struct db *db, int64_t form, int reading, const struct questionnaire *q,
	struct answers *out, struct error *err)
{
	struct stmt *row = db_start(db, Q_READING_NOW, err);
	bool found;

	db_bind_int(row, 1, form);
	db_bind_int(row, 2, reading);
	found = db_next(row);
	if (db_end(row) < 0)
		return -1;
	if (!found)
		return error_set(err, ERROR_MISSING, _("This form has no reading %d."), reading);
	return load(db, form, reading, q, out, err);
}

/* ---- one commit ---- */

struct putting {
	const struct reading *r;
	const struct questionnaire *q;
	const struct answer_change *changes;
	int count;
	struct place at;
};

static bool
is_ours(struct stmt *held, const struct reading *r)
{
	return db_int(held, 0) == r->keyer && db_int(held, 2) == r->hold;
}

/* Whether the form is still ours; the hold is moved on only when a minute of it is gone, so that
 * most answers leave the form's page alone. */
static int
keep_hold(struct db *db, const struct reading *r, struct error *err)
{
	struct stmt *row = db_start(db, Q_FORM_HELD, err);
	char soon[24], until[24];
	bool ours, fresh;

	db_bind_int(row, 1, r->form);
	ours = db_next(row) && is_ours(row, r);
	fresh = ours && strcmp(db_text(row, 1), form_time(soon, FORM_HELD - 60)) > 0;
	if (db_end(row) < 0)
		return -1;
	if (!ours)
		return error_set(err, ERROR_CONFLICT,
			_("Form %lld is not held by this window any more: a colleague took it "
			  "over, or you opened it in another one. What was saved before is kept."),
			(long long)r->number);
	if (fresh)
		return 0;
	row = db_start(db, Q_FORM_HOLD, err);
	db_bind_int(row, 1, r->form);
	db_bind_int(row, 2, r->keyer);
	db_bind_text(row, 3, form_time(until, FORM_HELD));
	return db_run(row, NULL);
}

int
reading_write(struct db *db, int64_t form, int reading, const struct questionnaire *q,
	const struct answer *x, struct error *err)
{
	struct stmt *row = db_start(db, Q_ANSWER_PUT, err);

	db_bind_int(row, 1, form);
	db_bind_int(row, 2, reading);
	db_bind_int(row, 3, q->questions[x->question].id);
	db_bind_int(row, 4, x->occurrence);
	db_bind_text(row, 5, x->value ? x->value : "");
	db_bind_text(row, 6, missing_reason(x->missing)->name);
	db_bind_int(row, 7, x->marks);
	return db_run(row, NULL);
}

static int
put_change(struct db *db, const struct putting *p, const struct answer_change *c, struct error *err)
{
	struct stmt *row;

	if (!c->removed)
		return reading_write(db, p->r->form, p->r->reading, p->q, &c->answer, err);
	row = db_start(db, Q_ANSWER_REMOVE, err);
	db_bind_int(row, 1, p->r->form);
	db_bind_int(row, 2, p->r->reading);
	db_bind_int(row, 3, p->q->questions[c->answer.question].id);
	db_bind_int(row, 4, c->answer.occurrence);
	return db_run(row, NULL);
}

static int
finished_already(const struct reading *r, struct error *err)
{
	return error_set(err, ERROR_CONFLICT,
		_("Form %lld is finished already; nothing more was written."),
		(long long)r->number);
}

static int
put(struct db *db, void *context, struct error *err)
{
	const struct putting *p = context;
	struct stmt *row;
	int64_t moved;

	if (keep_hold(db, p->r, err) < 0)
		return -1;
	row = db_start(db, Q_READING_MOVE, err);
	db_bind_int(row, 1, p->r->form);
	db_bind_int(row, 2, p->r->reading);
	if (p->at.question >= 0)
		db_bind_int(row, 3, p->q->questions[p->at.question].id);
	db_bind_int(row, 4, p->at.occurrence);
	if (db_run(row, &moved) < 0)
		return -1;
	if (moved == 0)
		return finished_already(p->r, err);
	for (int i = 0; i < p->count; i++)
		if (put_change(db, p, &p->changes[i], err) < 0)
			return -1;
	return 0;
}

int
reading_put(struct db *db, const struct reading *r, const struct questionnaire *q,
	const struct answer_change *changes, int count, struct place at, struct error *err)
{
	struct putting p = { r, q, changes, count, at };

	/* No audit line: a reading is audited when it is finished. */
	return db_write(db, NULL, put, &p, err);
}

/* Opened and left untouched: the form waits as before. */
static int
withdraw(struct db *db, const struct reading *r, struct error *err)
{
	static const int drops[] = { Q_READING_KEYER_DELETE, Q_READING_DELETE };
	bool first = r->kind == READING_FIRST;
	struct form_now now;

	if (form_now_load(db, r->form, &now, err) < 0)
		return -1;
	if (first ? now.state != FORM_KEYING : now.second != SECOND_KEYING)
		return 0;
	for (size_t i = 0; i < sizeof(drops) / sizeof(*drops); i++) {
		struct stmt *row = db_start(db, drops[i], err);

		db_bind_int(row, 1, r->form);
		db_bind_int(row, 2, r->reading);
		if (db_run(row, NULL) < 0)
			return -1;
	}
	return form_move(db, &now, first ? FORM_WAITING : now.state,
		first ? now.second : SECOND_CHOSEN, err);
}

static int
leave(struct db *db, void *context, struct error *err)
{
	const struct reading *r = context;
	struct stmt *row = db_start(db, Q_FORM_HELD, err);
	bool ours, touched;

	db_bind_int(row, 1, r->form);
	ours = db_next(row) && is_ours(row, r);
	if (db_end(row) < 0)
		return -1;
	if (!ours)
		return 0;
	row = db_start(db, Q_FORM_HOLD, err);
	db_bind_int(row, 1, r->form);
	if (db_run(row, NULL) < 0)
		return -1;
	row = db_start(db, Q_READING_TOUCHED, err);
	db_bind_int(row, 1, r->form);
	db_bind_int(row, 2, r->reading);
	touched = db_next(row) && db_int(row, 0);
	if (db_end(row) < 0)
		return -1;
	return touched ? 0 : withdraw(db, r, err);
}

int
reading_leave(struct db *db, const struct reading *r, struct error *err)
{
	struct reading copy = *r;

	return db_write(db, NULL, leave, &copy, err);
}

/* ---- finishing ---- */

struct finishing {
	const struct reading *r;
	const struct questionnaire *q;
	const struct answers *answers;
	const struct failed_check *confirmed;
	int confirmed_count, differences;
	char summary[128];
};

static int
write_all(struct db *db, const struct finishing *f, struct error *err)
{
	struct stmt *row = db_start(db, Q_ANSWER_CLEAR, err);

	db_bind_int(row, 1, f->r->form);
	db_bind_int(row, 2, f->r->reading);
	if (db_run(row, NULL) < 0)
		return -1;
	for (int i = 0; i < f->answers->count; i++)
		if (reading_write(db, f->r->form, f->r->reading, f->q, &f->answers->list[i], err) <
			0)
			return -1;
	return 0;
}

int
reading_close(struct db *db, int64_t form, int reading, int answers, const char *reason,
	struct error *err)
{
	struct stmt *row = db_start(db, Q_READING_END, err);
	int64_t ended;
	char now[24];

	db_bind_int(row, 1, form);
	db_bind_int(row, 2, reading);
	db_bind_text(row, 3, form_time(now, 0));
	db_bind_int(row, 4, answers);
	db_bind_text(row, 5, reason);
	if (db_run(row, &ended) < 0)
		return -1;
	return ended ? 0
		     : error_set(err, ERROR_CONFLICT,
			       _("This reading is finished already; nothing more was written."));
}

static int
write_confirmed(struct db *db, const struct finishing *f, struct error *err)
{
	struct stmt *row = db_start(db, Q_CONFIRMED_CLEAR, err);
	bool inconsistent = f->confirmed_count > 0;

	db_bind_int(row, 1, f->r->form);
	if (db_run(row, NULL) < 0)
		return -1;
	for (int i = 0; i < f->confirmed_count; i++) {
		const struct failed_check *c = &f->confirmed[i];

		row = db_start(db, Q_CONFIRMED_ADD, err);
		db_bind_int(row, 1, f->r->form);
		db_bind_int(row, 2, llabs(f->q->questions[c->at.question].id));
		db_bind_int(row, 3, c->at.occurrence);
		db_bind_text(row, 4, check_kind_name(c->kind));
		if (db_run(row, NULL) < 0)
			return -1;
	}
	for (int i = 0; i < f->answers->count; i++)
		inconsistent |= (f->answers->list[i].marks & ANSWER_OFF_ROUTE) != 0;
	row = db_start(db, Q_FORM_SET_INCONSISTENT, err);
	db_bind_int(row, 1, f->r->form);
	db_bind_int(row, 2, inconsistent);
	return db_run(row, NULL);
}

static int
finish_first(struct db *db, struct finishing *f, const struct form_now *now, struct error *err)
{
	bool chosen = second_chosen(now);

	snprintf(f->summary, sizeof(f->summary), "%d answers, %d confirmed%s", f->answers->count,
		f->confirmed_count, chosen ? ", to be keyed twice" : "");
	if (write_confirmed(db, f, err) < 0)
		return -1;
	return form_move(db, now, FORM_KEYED, chosen ? SECOND_CHOSEN : SECOND_NONE, err);
}

static int
finish_second(struct db *db, struct finishing *f, const struct form_now *now, struct error *err)
{
	bool extended, open;

	if (difference_compare(db, now->id, f->q, &f->differences, err) < 0)
		return -1;
	open = f->differences > 0 && !now->verify;
	if (form_move(db, now, now->state, open ? SECOND_DIFFERS : SECOND_DONE, err) < 0 ||
		second_extend(db, now, &extended, err) < 0)
		return -1;
	snprintf(f->summary, sizeof(f->summary), "%d differences%s", f->differences,
		extended ? "; the whole batch is to be keyed twice" : "");
	return 0;
}

static int
finish(struct db *db, void *context, struct error *err)
{
	struct finishing *f = context;
	const struct reading *r = f->r;
	struct form_now now;
	struct stmt *row;

	if (form_now_load(db, r->form, &now, err) < 0 || keep_hold(db, r, err) < 0 ||
		write_all(db, f, err) < 0 ||
		reading_close(db, r->form, r->reading, f->answers->count, "", err) < 0)
		return -1;
	row = db_start(db, Q_FORM_HOLD, err);
	db_bind_int(row, 1, r->form);
	if (db_run(row, NULL) < 0 || (r->kind == READING_FIRST
			? finish_first(db, f, &now, err)
			: finish_second(db, f, &now, err)) < 0)
		return -1;
	/* A form that is on the disk is in its keyer's figures, whatever becomes of the program. */
	return r->sitting ? sitting_save(db, r->sitting, err) : 0;
}

int
reading_finish(struct db *db, const struct reading *r, const struct questionnaire *q,
	const struct answers *answers, const struct failed_check *confirmed, int confirmed_count,
	int *differences, struct error *err)
{
	struct finishing f = { .r = r,
		.q = q,
		.answers = answers,
		.confirmed = confirmed,
		.confirmed_count = confirmed_count };
	/* The log names the batch: it outlives the record of who keyed which form. */
	struct db_act act = { .action = r->kind == READING_FIRST ? "form.keyed" : "form.second",
		.entity = "batch",
		.summary = f.summary };

	if (db_write(db, &act, finish, &f, err) < 0)
		return -1;
	if (differences)
		*differences = f.differences;
	return 0;
}
