/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settling differences: whose value stands, and whose mistake it was. */
#include "config.h"

#include "base/i18n.h"
#include "model/keying/difference.h"
#include "model/surveys/form_parts.h"
#include "model/queries.h"
#include "model/keying/typed.h"

#include <stdio.h>
#include <string.h>

static const char *const settled_names[] = { "verify", "third", "both" };

struct settling {
	const struct difference *d;
	const struct keyer *keyer;
	const char *outcome, *value;
	enum missing missing;
	enum settled_by by;
	const struct questionnaire *q;
	int question;
	char summary[16]; /* the outcome alone: with form and question it would name the keyers */
};

static int
read_either(struct db *db, int64_t form, int64_t keyer, bool *read, struct error *err)
{
	*read = false;
	for (int reading = 1; reading <= 2 && !*read; reading++) {
		struct stmt *row = db_start(db, Q_READING_BY, err);

		db_bind_int(row, 1, form);
		db_bind_int(row, 2, reading);
		db_bind_int(row, 3, keyer);
		*read = db_next(row);
		if (db_end(row) < 0)
			return -1;
	}
	return 0;
}

int
difference_coordinates(struct db *db, bool *yes, struct error *err)
{
	struct stmt *row = db_start(db, Q_DIFFERENCE_ROLE, err);

	db_bind_int(row, 1, db_person(db));
	*yes = db_next(row) &&
	       (!strcmp(db_text(row, 0), person_role_name(PERSON_COORDINATOR)) ||
		       !strcmp(db_text(row, 0), person_role_name(PERSON_ADMINISTRATOR)));
	return db_end(row);
}

/* Where one person keyed twice there are no two who could settle it together. */
static int
refuse_alone(struct db *db, int64_t form, const struct form_now *now, struct error *err)
{
	struct stmt *row = db_start(db, Q_READING_ALONE, err);
	bool alone;

	db_bind_int(row, 1, form);
	alone = db_next(row);
	if (db_end(row) < 0)
		return -1;
	if (!alone)
		return 0;
	return error_set(err, ERROR_DENIED,
		_("Form %lld was keyed twice by one person, so nobody settles it together with "
		  "them. Another person settles its differences."),
		(long long)now->number);
}

/* A third person who read neither, or the two who read together with the paper. Whoever said on a
 * shared account who they are is that person: the account's role is nobody's. */
static int
may_settle(struct db *db, const struct difference *d, const struct keyer *keyer,
	enum settled_by by, const struct form_now *now, struct error *err)
{
	bool read, coordinates;

	if (read_either(db, d->form, keyer->id, &read, err) < 0 ||
		difference_coordinates(db, &coordinates, err) < 0)
		return -1;
	if (by == SETTLED_BOTH && refuse_alone(db, d->form, now, err) < 0)
		return -1;
	if (by == SETTLED_BOTH && (read || (coordinates && !keyer->declared)))
		return 0;
	if (by == SETTLED_BOTH)
		return error_set(err, ERROR_DENIED,
			_("Form %lld was not keyed by you. Only its two keyers settle a difference "
			  "together."),
			(long long)now->number);
	if (!read)
		return reading_refuse_namesake(db, now, 1, keyer, err) < 0
			       ? -1
			       : reading_refuse_namesake(db, now, 2, keyer, err);
	return error_set(err, ERROR_DENIED,
		_("Form %lld was keyed by you. Another person settles its differences; where there "
		  "are only two people, settle them together with the paper."),
		(long long)now->number);
}

/* How it was settled, to the caller who wants to know. */
static int
as_seen(struct db *db, const struct difference *d, enum settled_by *by, struct error *err)
{
	struct stmt *row = db_start(db, Q_DIFFERENCE_NOW, err);
	bool same, found;

	db_bind_int(row, 1, d->form);
	db_bind_int(row, 2, d->question);
	db_bind_int(row, 3, d->occurrence);
	found = db_next(row);
	same = found && !strcmp(db_text(row, 0), d->outcome) &&
	       !strcmp(db_text(row, 2), d->third ? d->third : "") &&
	       (db_null(row, 3) ||
		       !strcmp(db_text(row, 3), missing_reason(d->third_missing)->name));
	if (by)
		*by = found && !strcmp(db_text(row, 1), "both") ? SETTLED_BOTH : SETTLED_THIRD;
	if (db_end(row) < 0)
		return -1;
	if (same)
		return 0;
	return error_set(err, ERROR_CONFLICT,
		_("A colleague has settled this difference of form %lld meanwhile. Nothing was "
		  "changed; look at it again."),
		(long long)d->number);
}

/* A third value that is one of the two readings is that reading's. */
static const char *
outcome_of(const struct settling *s)
{
	const struct difference *d = s->d;
	const struct question *q = &s->q->questions[s->question];
	struct answer first = { s->question, d->occurrence, d->first, d->first_missing, 0 };
	struct answer second = { s->question, d->occurrence, d->second, d->second_missing, 0 };
	struct answer third = { s->question, d->occurrence, s->value ? s->value : "", s->missing,
		0 };

	if (strcmp(s->outcome, "third"))
		return s->outcome;
	if (difference_same(q, &third, &first))
		return "first";
	return difference_same(q, &third, &second) ? "second" : "third";
}

static const char *
charged_by(const char *outcome)
{
	if (!strcmp(outcome, "first"))
		return "second";
	if (!strcmp(outcome, "second"))
		return "first";
	return strcmp(outcome, "third") ? "nobody" : "both";
}

static int
remove_third(struct db *db, const struct difference *d, struct error *err)
{
	struct stmt *row = db_start(db, Q_ANSWER_REMOVE, err);

	db_bind_int(row, 1, d->form);
	db_bind_int(row, 2, 3);
	db_bind_int(row, 3, d->question);
	db_bind_int(row, 4, d->occurrence);
	return db_run(row, NULL);
}

static int
third_there(struct db *db, int64_t form, bool *there, int *answers, struct error *err)
{
	struct stmt *row = db_start(db, Q_DIFFERENCE_THIRD, err);

	db_bind_int(row, 1, form);
	*there = db_next(row);
	*answers = *there ? (int)db_int(row, 0) : 0;
	return db_end(row);
}

static int
write_third(struct db *db, const struct settling *s, struct error *err)
{
	struct answer x = { s->question, s->d->occurrence, s->value ? s->value : "", s->missing,
		0 };
	struct stmt *row;
	bool there;
	int answers;

	if (third_there(db, s->d->form, &there, &answers, err) < 0)
		return -1;
	if (!there && reading_new(db, s->d->form, 3, READING_THIRD, s->keyer, 0, err) < 0)
		return -1;
	row = db_start(db, Q_READING_KEYER_INSERT, err);
	db_bind_int(row, 1, s->d->form);
	db_bind_int(row, 2, 3);
	db_bind_int(row, 3, s->keyer->id);
	db_bind_int(row, 4, s->keyer->declared);
	if (db_run(row, NULL) < 0)
		return -1;
	return reading_write(db, s->d->form, 3, s->q, &x, err);
}

static int
drop_third(struct db *db, int64_t form, struct error *err)
{
	static const int drops[] = { Q_READING_KEYER_DELETE, Q_READING_DELETE };

	for (size_t i = 0; i < sizeof(drops) / sizeof(drops[0]); i++) {
		struct stmt *row = db_start(db, drops[i], err);

		db_bind_int(row, 1, form);
		db_bind_int(row, 2, 3);
		if (db_run(row, NULL) < 0)
			return -1;
	}
	return 0;
}

/* When nothing is open any more the third reading is whole and the form is done. */
static int
close_form(struct db *db, const struct form_now *now, struct error *err)
{
	struct stmt *row = db_start(db, Q_DIFFERENCE_OPEN, err);
	int64_t open;
	bool there;
	int answers;

	db_bind_int(row, 1, now->id);
	open = db_next(row) ? db_int(row, 0) : 0;
	if (db_end(row) < 0 || third_there(db, now->id, &there, &answers, err) < 0)
		return -1;
	if (open > 0)
		return 0;
	if (there && answers == 0 && drop_third(db, now->id, err) < 0)
		return -1;
	if (there && answers > 0 && reading_close(db, now->id, 3, answers, "", err) < 0)
		return -1;
	return form_move(db, now, now->state, SECOND_DONE, err);
}

static int
set(struct db *db, const struct difference *d, const char *outcome, const char *charged,
	const char *settled, struct error *err)
{
	struct stmt *row = db_start(db, Q_DIFFERENCE_SET, err);

	db_bind_int(row, 1, d->form);
	db_bind_int(row, 2, d->question);
	db_bind_int(row, 3, d->occurrence);
	db_bind_text(row, 4, outcome);
	db_bind_text(row, 5, charged);
	db_bind_text(row, 6, settled);
	return db_run(row, NULL);
}

static int
refuse_closed(const struct form_now *now, struct error *err)
{
	if (!now->batch_closed && !now->wave_closed)
		return form_refuse_erased(now, err);
	return error_set(err, ERROR_INPUT,
		_("The batch of form %lld is closed. Open it again first."),
		(long long)now->number);
}

/* A form that was done opens again with its third reading. */
static int
open_again(struct db *db, const struct form_now *now, struct error *err)
{
	struct stmt *row;

	if (now->second != SECOND_DONE)
		return 0;
	row = db_start(db, Q_DIFFERENCE_READING_REOPEN, err);
	db_bind_int(row, 1, now->id);
	if (db_run(row, NULL) < 0)
		return -1;
	return form_move(db, now, now->state, SECOND_DIFFERS, err);
}

static int
settle(struct db *db, void *context, struct error *err)
{
	struct settling *s = context;
	const char *outcome = outcome_of(s);
	bool third = !strcmp(outcome, "third") || !strcmp(outcome, "ambiguous");
	struct form_now now;

	if (form_now_load(db, s->d->form, &now, err) < 0 || refuse_closed(&now, err) < 0 ||
		may_settle(db, s->d, s->keyer, s->by, &now, err) < 0 ||
		as_seen(db, s->d, NULL, err) < 0 ||
		open_again(db, &now, err) < 0)
		return -1;
	now.second = SECOND_DIFFERS;
	snprintf(s->summary, sizeof(s->summary), "%s", outcome);
	if ((third ? write_third(db, s, err) : remove_third(db, s->d, err)) < 0 ||
		set(db, s->d, outcome, charged_by(outcome), settled_names[s->by], err) < 0 ||
		typed_forget_field(db, TYPED_DIFFERENCE, s->d->form, s->keyer->id, s->d->question,
			s->d->occurrence, err) < 0)
		return -1;
	return close_form(db, &now, err);
}

int
difference_settle(struct db *db, const struct difference *d, const struct keyer *keyer,
	const char *outcome, const char *value, enum missing missing, enum settled_by by,
	const struct questionnaire *q, struct error *err)
{
	struct settling s = { d, keyer, outcome, value, missing, by, q,
		question_by_id(q, d->question), "" };
	struct db_act act = {
		.action = "difference.settle", .entity = "batch", .summary = s.summary
	};

	if (s.question < 0)
		return error_set(err, ERROR_MISSING,
			_("Form %lld is keyed in another version of the questionnaire. Open the "
			  "batch again."),
			(long long)d->number);
	return db_write(db, &act, settle, &s, err);
}

/* Who takes it back: a coordinator, who need be no operator; else who was named, or the account's
 * operator. */
static int
may_reopen(struct db *db, const struct settling *s, const struct form_now *now, struct error *err)
{
	struct keyer own = { .id = 0 };
	struct error why = { 0 };
	bool coordinates;

	if (difference_coordinates(db, &coordinates, err) < 0)
		return -1;
	if (coordinates)
		return 0;
	if (s->keyer && s->keyer->id)
		return may_settle(db, s->d, s->keyer, s->by, now, err);
	if (operator_of(db, db_person(db), &own, &why) == 0)
		return may_settle(db, s->d, &own, s->by, now, err);
	if (why.code == ERROR_MISSING)
		return error_set(err, ERROR_DENIED,
			_("It must be known who takes a decision on form %lld back. Open the "
			  "difference and say who you are."),
			(long long)now->number);
	*err = why;
	return -1;
}

static int
reopen(struct db *db, void *context, struct error *err)
{
	struct settling *s = context;
	struct form_now now;

	if (form_now_load(db, s->d->form, &now, err) < 0 || refuse_closed(&now, err) < 0 ||
		as_seen(db, s->d, &s->by, err) < 0)
		return -1;
	if (!strcmp(s->d->outcome, "open") ||
		(!strcmp(s->d->outcome, "first") && !strcmp(s->d->settled, "verify")))
		return error_set(err, ERROR_INPUT, _("There is no decision to take back."));
	if (may_reopen(db, s, &now, err) < 0)
		return -1;
	snprintf(s->summary, sizeof(s->summary), "%s", s->d->outcome);
	if (open_again(db, &now, err) < 0 || remove_third(db, s->d, err) < 0)
		return -1;
	return set(db, s->d, "open", "nobody", "", err);
}

int
difference_reopen(
	struct db *db, const struct difference *d, const struct keyer *keyer, struct error *err)
{
	struct settling s = { .d = d, .keyer = keyer };
	struct db_act act = {
		.action = "difference.reopen", .entity = "batch", .summary = s.summary
	};

	return db_write(db, &act, reopen, &s, err);
}
