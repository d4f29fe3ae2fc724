/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starting to read a form, or going on where one stopped; who may, and who has it. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/surveys/form_parts.h"
#include "model/queries.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static const char *const kind_names[] = { "first", "second", "third", "correction", "import" };

const char *
reading_kind_name(enum reading_kind kind)
{
	return kind_names[kind];
}

struct begun { /* a reading as it stands */
	bool there, finished, mine;
	char started[24], initials[64];
	int64_t question;
	int occurrence;
};

struct opening {
	const struct form *form;
	enum reading_kind kind;
	const struct keyer *keyer;
	const struct questionnaire *q;
	bool take;
	struct reading *out;
};

static int
read_initials(struct db *db, int64_t form, int reading, char *dst, size_t size, struct error *err)
{
	struct stmt *row = db_start(db, Q_READING_INITIALS, err);
	size_t length = 0;

	dst[0] = '\0';
	db_bind_int(row, 1, form);
	db_bind_int(row, 2, reading);
	while (db_next(row))
		if (length < size)
			length += (size_t)snprintf(dst + length, size - length, "%s%s",
				length ? ", " : "", db_text(row, 0));
	return db_end(row);
}

static int
read_by(struct db *db, int64_t form, int reading, int64_t keyer, bool *by, struct error *err)
{
	struct stmt *row = db_start(db, Q_READING_BY, err);

	db_bind_int(row, 1, form);
	db_bind_int(row, 2, reading);
	db_bind_int(row, 3, keyer);
	*by = db_next(row);
	return db_end(row);
}

static int
look(struct db *db, const struct opening *o, int reading, struct begun *b, struct error *err)
{
	struct stmt *row = db_start(db, Q_READING_NOW, err);

	*b = (struct begun){ .occurrence = 1 };
	db_bind_int(row, 1, o->form->id);
	db_bind_int(row, 2, reading);
	if (db_next(row)) {
		b->there = true;
		text_copy(b->started, sizeof(b->started), db_text(row, 1));
		b->finished = !db_null(row, 2);
		b->question = db_int(row, 3);
		b->occurrence = (int)db_int(row, 4);
	}
	if (db_end(row) < 0 ||
		read_initials(db, o->form->id, reading, b->initials, sizeof(b->initials), err) < 0)
		return -1;
	return read_by(db, o->form->id, reading, o->keyer->id, &b->mine, err);
}

/* ---- refusals ---- */

static int
refuse_state(const struct form_now *f, struct error *err)
{
	const char *why = f->reason[0] ? f->reason : "–";

	switch (f->state) {
	case FORM_KEYED:
		return error_set(err, ERROR_INPUT,
			_("Form %lld is keyed already. It can be corrected, not keyed again."),
			(long long)f->number);
	case FORM_EMPTY:
		return error_set(err, ERROR_INPUT,
			_("Form %lld is marked as empty (%s). Let it wait again to key it."),
			(long long)f->number, why);
	case FORM_SPOILT:
		return error_set(err, ERROR_INPUT,
			_("Form %lld is marked as spoilt (%s). Let it wait again to key it."),
			(long long)f->number, why);
	default:
		return error_set(err, ERROR_INPUT,
			_("Form %lld is marked as missing (%s). Let it wait again to key it."),
			(long long)f->number, why);
	}
}

static int
refuse_closed(const struct form_now *f, struct error *err)
{
	if (f->wave_closed)
		return error_set(
			err, ERROR_INPUT, _("This wave is closed; nothing is keyed in it."));
	if (f->batch_closed)
		return error_set(err, ERROR_INPUT,
			_("The batch of form %lld is closed. Open it again first."),
			(long long)f->number);
	return 0;
}

int
reading_refuse_namesake(struct db *db, const struct form_now *f, int reading,
	const struct keyer *keyer, struct error *err)
{
	struct stmt *row = db_start(db, Q_READING_BY_NAMESAKE, err);
	char initials[32];

	db_bind_int(row, 1, f->id);
	db_bind_int(row, 2, reading);
	db_bind_int(row, 3, keyer->id);
	text_copy(initials, sizeof(initials), db_next(row) ? db_text(row, 0) : "");
	if (db_end(row) < 0)
		return -1;
	if (!initials[0])
		return 0;
	return error_set(err, ERROR_DENIED,
		_("Form %lld was keyed by an operator of your name, %s. If that is another person, "
		  "a coordinator tells the two names apart in the register of operators."),
		(long long)f->number, initials);
}

static int
refuse_second(struct db *db, const struct opening *o, const struct form_now *f, struct error *err)
{
	bool first;

	if (f->state != FORM_KEYED)
		return error_set(err, ERROR_INPUT,
			_("Form %lld has not been keyed a first time yet."), (long long)f->number);
	if (f->second == SECOND_NONE)
		return error_set(err, ERROR_INPUT, _("Form %lld was not chosen for second keying."),
			(long long)f->number);
	if (f->second == SECOND_DIFFERS || f->second == SECOND_DONE)
		return error_set(err, ERROR_INPUT, _("Form %lld has been keyed twice already."),
			(long long)f->number);
	if (read_by(db, f->id, 1, o->keyer->id, &first, err) < 0)
		return -1;
	if (first && !f->lifted)
		return error_set(err, ERROR_DENIED,
			_("Form %lld was keyed by you. Another person keys it a second time; only "
			  "an administrator can lift that for the wave."),
			(long long)f->number);
	return f->lifted ? 0 : reading_refuse_namesake(db, f, 1, o->keyer, err);
}

/* Somebody else's unfinished reading. */
static int
refuse_other(
	const struct opening *o, const struct form_now *f, const struct begun *b, struct error *err)
{
	const char *who = f->holder[0]     ? f->holder
			  : b->initials[0] ? b->initials
					   : _("a colleague");
	char now[24], since[32];

	clock_local(since, sizeof(since), b->started);
	if (f->held_by && f->held_by != o->keyer->id &&
		strcmp(f->held_until, form_time(now, 0)) > 0)
		return error_set(err, ERROR_BUSY, _("Form %lld is being keyed by %s since %s."),
			(long long)f->number, who, since);
	if (!o->take && !b->mine)
		return error_set(err, ERROR_CONFLICT,
			_("Form %lld was begun by %s on %s and left. Take it over, or leave it to "
			  "them."),
			(long long)f->number, who, since);
	return 0;
}

/* ---- opening ---- */

int
reading_new(struct db *db, int64_t form, int reading, enum reading_kind kind,
	const struct keyer *keyer, int64_t at_question, struct error *err)
{
	struct stmt *row = db_start(db, Q_READING_INSERT, err);
	char now[24];

	db_bind_int(row, 1, form);
	db_bind_int(row, 2, reading);
	db_bind_text(row, 3, kind_names[kind]);
	db_bind_text(row, 4, form_time(now, 0));
	if (at_question)
		db_bind_int(row, 5, at_question);
	if (db_run(row, NULL) < 0)
		return -1;
	row = db_start(db, Q_READING_KEYER_INSERT, err);
	db_bind_int(row, 1, form);
	db_bind_int(row, 2, reading);
	db_bind_int(row, 3, keyer->id);
	db_bind_int(row, 4, keyer->declared);
	return db_run(row, NULL);
}

static int
take(struct db *db, int64_t form, int64_t keyer, struct error *err)
{
	struct stmt *row = db_start(db, Q_FORM_TAKE, err);
	char until[24];

	db_bind_int(row, 1, form);
	db_bind_int(row, 2, keyer);
	db_bind_text(row, 3, form_time(until, FORM_HELD));
	return db_run(row, NULL);
}

static int
join(struct db *db, const struct opening *o, const struct form_now *f, int reading,
	const struct begun *b, struct error *err)
{
	struct stmt *row;

	if (refuse_other(o, f, b, err) < 0)
		return -1;
	if (b->mine)
		return 0;
	row = db_start(db, Q_READING_KEYER_INSERT, err);
	db_bind_int(row, 1, f->id);
	db_bind_int(row, 2, reading);
	db_bind_int(row, 3, o->keyer->id);
	db_bind_int(row, 4, o->keyer->declared);
	return db_run(row, NULL);
}

static int
begin(struct db *db, const struct opening *o, const struct form_now *f, int reading,
	const struct begun *b, struct error *err)
{
	int64_t first = o->q->question_count > 0 ? o->q->questions[0].id : 0;

	if (b->there)
		return join(db, o, f, reading, b, err);
	if (reading_new(db, f->id, reading, o->kind, o->keyer, first, err) < 0)
		return -1;
	return o->kind == READING_FIRST ? form_move(db, f, FORM_KEYING, f->second, err)
					: form_move(db, f, f->state, SECOND_KEYING, err);
}

static void
tell_place(const struct opening *o, const struct form_now *f, int reading, const struct begun *b)
{
	*o->out = (struct reading){ .form = f->id,
		.number = f->number,
		.reading = reading,
		.kind = o->kind,
		.keyer = o->keyer->id,
		.hold = f->hold + 1,
		.at = { o->q->question_count > 0 ? 0 : -1, 1 },
		.resumed = b->there };
	if (b->there)
		o->out->at = (struct place){ b->question ? question_by_id(o->q, b->question) : -1,
			b->occurrence };
}

static int
open_form(struct db *db, void *context, struct error *err)
{
	const struct opening *o = context;
	int reading = o->kind == READING_FIRST ? 1 : 2;
	struct form_now now;
	struct begun b;

	if (form_now_load(db, o->form->id, &now, err) < 0 || refuse_closed(&now, err) < 0 ||
		form_refuse_erased(&now, err) < 0)
		return -1;
	if (o->kind == READING_FIRST && now.state != FORM_WAITING && now.state != FORM_KEYING)
		return refuse_state(&now, err);
	if (o->kind == READING_SECOND && refuse_second(db, o, &now, err) < 0)
		return -1;
	if (now.version != o->q->version_id)
		return error_set(err, ERROR_CONFLICT,
			_("Form %lld is keyed in another version of the questionnaire. Open the "
			  "batch again."),
			(long long)now.number);
	if (look(db, o, reading, &b, err) < 0 || begin(db, o, &now, reading, &b, err) < 0 ||
		take(db, now.id, o->keyer->id, err) < 0)
		return -1;
	tell_place(o, &now, reading, &b);
	return 0;
}

int
reading_open(struct db *db, const struct form *form, enum reading_kind kind,
	const struct keyer *keyer, const struct questionnaire *q, bool take, struct reading *out,
	struct error *err)
{
	struct opening o = { form, kind, keyer, q, take, out };

	assert(kind == READING_FIRST || kind == READING_SECOND);
	return db_write(db, NULL, open_form, &o, err);
}
