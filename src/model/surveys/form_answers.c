/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What counts of a form, its corrections, its remarks, and values for the next form. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/surveys/form_parts.h"
#include "model/queries.h"
#include "model/keying/typed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int
form_answers(struct db *db, int64_t form, const struct questionnaire *q, struct answers *out,
	struct error *err)
{
	struct stmt *row = db_start(db, Q_ANSWER_SETTLED, err);

	db_bind_int(row, 1, form);
	while (db_next(row))
		answer_read(row, q, out); /* a later reading lies over an earlier one */
	return db_end(row);
}

/* ---- corrections ---- */

struct correcting {
	int64_t form, rev;
	const struct keyer *keyer;
	const struct questionnaire *q;
	const struct answer_change *changes;
	int count;
	const char *reason;
	char summary[32];
};

static int
next_reading(struct db *db, int64_t form, int *reading, struct error *err)
{
	struct stmt *row = db_start(db, Q_READING_LAST, err);
	int last;

	db_bind_int(row, 1, form);
	last = db_next(row) ? (int)db_int(row, 0) : 0;
	*reading = last < 3 ? 4 : last + 1;
	return db_end(row);
}

static int
write_correction(struct db *db, struct correcting *c, int reading, struct error *err)
{
	if (reading_new(db, c->form, reading, READING_CORRECTION, c->keyer, 0, err) < 0)
		return -1;
	for (int i = 0; i < c->count; i++) {
		struct answer x = c->changes[i].answer;

		if (c->changes[i].removed) {
			x.value = "";
			x.missing = MISSING_NO_ANSWER;
		}
		if (reading_write(db, c->form, reading, c->q, &x, err) < 0)
			return -1;
	}
	return reading_close(db, c->form, reading, c->count, c->reason, err);
}

/* A decision on differences will have seen the paper after this correction. */
static int
mark_early(struct db *db, const struct form_now *now, int reading, struct error *err)
{
	struct stmt *row;

	if (now->second == SECOND_DONE)
		return 0;
	row = db_start(db, Q_READING_BEFORE_SECOND, err);
	db_bind_int(row, 1, now->id);
	db_bind_int(row, 2, reading);
	return db_run(row, NULL);
}

static int
correct(struct db *db, void *context, struct error *err)
{
	struct correcting *c = context;
	struct form_now now;
	int reading;

	if (form_now_load(db, c->form, &now, err) < 0 || form_refuse_erased(&now, err) < 0)
		return -1;
	if (now.state != FORM_KEYED)
		return error_set(err, ERROR_INPUT,
			_("Form %lld is not keyed yet; there is nothing to correct."),
			(long long)now.number);
	if (now.second == SECOND_KEYING || now.second == SECOND_DIFFERS)
		return error_set(err, ERROR_INPUT,
			_("Form %lld is being keyed a second time. It can be corrected when its "
			  "differences are settled."),
			(long long)now.number);
	if (now.version != c->q->version_id)
		return error_set(err, ERROR_CONFLICT,
			_("Form %lld is keyed in another version of the questionnaire. Open the "
			  "batch again."),
			(long long)now.number);
	if (form_refuse_changed(&now, c->rev, err) < 0)
		return -1;
	if (next_reading(db, c->form, &reading, err) < 0 ||
		write_correction(db, c, reading, err) < 0 ||
		mark_early(db, &now, reading, err) < 0 ||
		typed_forget(db, TYPED_CORRECTION, c->form, c->keyer->id, err) < 0)
		return -1;
	snprintf(c->summary, sizeof(c->summary), "%d answers", c->count);
	return form_raise(db, c->form, err);
}

int
form_correct(struct db *db, struct form *form, const struct keyer *keyer,
	const struct questionnaire *q,
	const struct answer_change *changes, int count, const char *reason, struct error *err)
{
	struct correcting c = { form->id, form->rev, keyer, q, changes, count, reason, "" };
	struct db_act act = { .action = "form.correct", .entity = "batch", .summary = c.summary };

	if (!reason || !reason[strspn(reason, " \t")])
		return error_set(err, ERROR_INPUT, _("A correction needs a reason."));
	if (count == 0)
		return error_set(err, ERROR_INPUT, _("Nothing was changed."));
	if (db_write(db, &act, correct, &c, err) < 0)
		return -1;
	form->rev++;
	return 0;
}

/* ---- remarks ---- */

struct remarking {
	int64_t form, rev, question;
	int occurrence;
	const char *text;
};

static int
set_remark(struct db *db, void *context, struct error *err)
{
	const struct remarking *m = context;
	struct form_now now;
	struct stmt *row;

	if (form_now_load(db, m->form, &now, err) < 0 || form_refuse_erased(&now, err) < 0 ||
		form_refuse_changed(&now, m->rev, err) < 0)
		return -1;
	row = db_start(db, m->text[0] ? Q_REMARK_SET : Q_REMARK_DELETE, err);
	db_bind_int(row, 1, m->form);
	db_bind_int(row, 2, m->question);
	db_bind_int(row, 3, m->occurrence);
	if (m->text[0])
		db_bind_text(row, 4, m->text);
	return db_run(row, NULL) < 0 ? -1 : form_raise(db, m->form, err);
}

int
remark_set(struct db *db, struct form *form, int64_t question, int occurrence, const char *text,
	struct error *err)
{
	struct remarking m = { form->id, form->rev, llabs(question), occurrence, text };
	struct db_act act = { .action = "form.remark", .entity = "batch" };

	if (db_write(db, &act, set_remark, &m, err) < 0)
		return -1;
	form->rev++;
	return 0;
}

int
remark_get(struct db *db, int64_t form, int64_t question, int occurrence, char *dst, size_t size,
	struct error *err)
{
	struct stmt *row = db_start(db, Q_REMARK_GET, err);

	db_bind_int(row, 1, form);
	db_bind_int(row, 2, llabs(question));
	db_bind_int(row, 3, occurrence);
	text_copy(dst, size, db_next(row) ? db_text(row, 0) : "");
	return db_end(row);
}

int
form_last_keyed(struct db *db, int64_t batch, int64_t keyer, int64_t *form, struct error *err)
{
	struct stmt *row = db_start(db, Q_FORM_LAST_KEYED, err);

	db_bind_int(row, 1, batch);
	db_bind_int(row, 2, keyer);
	*form = db_next(row) ? db_int(row, 0) : 0;
	return db_end(row);
}

int
form_last_value(struct db *db, int64_t form, int64_t question, char *dst, size_t size,
	struct error *err)
{
	struct stmt *row = db_start(db, Q_ANSWER_LAST_VALUE, err);

	db_bind_int(row, 1, form);
	db_bind_int(row, 2, question);
	text_copy(dst, size, db_next(row) ? db_text(row, 0) : "");
	return db_end(row);
}
