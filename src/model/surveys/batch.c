/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Batches: reception of paper, which makes a waiting form of every stamped number. */
#include "config.h"

#include "model/surveys/batch.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/queries.h"

#include <string.h>

#define COPY(field, column) text_copy(b->field, sizeof(b->field), db_text(q, column))

static void
read_batch(struct stmt *q, struct batch *b)
{
	*b = (struct batch){ .id = db_int(q, 0),
		.rev = db_int(q, 1),
		.wave = db_int(q, 2),
		.number = (int)db_int(q, 4),
		.received = (int)db_int(q, 8),
		.first_number = db_int(q, 9),
		.last_number = db_int(q, 10),
		.spoilt = (int)db_int(q, 11),
		.empty = (int)db_int(q, 12),
		.second_start = (int)db_int(q, 17),
		.second_whole = db_int(q, 18) != 0,
		.waiting = (int)db_int(q, 21),
		.keying = (int)db_int(q, 22),
		.keyed = (int)db_int(q, 23),
		.empty_forms = (int)db_int(q, 24),
		.spoilt_forms = (int)db_int(q, 25),
		.missing = (int)db_int(q, 26),
		.second_chosen = (int)db_int(q, 27),
		.second_done = (int)db_int(q, 28),
		.differing = (int)db_int(q, 29) };
	COPY(uid, 3);
	COPY(received_from, 5);
	COPY(received_by, 6);
	COPY(received_on, 7);
	COPY(reason, 13);
	COPY(room, 14);
	COPY(binder, 15);
	COPY(lent_to, 16);
	COPY(difference, 19);
	COPY(closed_at, 20);
}

static struct stmt *
start_list(struct db *db, int64_t wave, int64_t id, int number, struct error *err)
{
	struct stmt *q = db_start(db, Q_BATCH_LIST, err);

	db_bind_int(q, 1, wave);
	db_bind_int(q, 2, id);
	db_bind_int(q, 3, number);
	return q;
}

int
batch_list(struct db *db, int64_t wave, struct arena *arena, struct batch **list, int *count,
	struct error *err)
{
	struct stmt *q = start_list(db, wave, 0, 0, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_batch(q, &(*list)[(*count)++]);
	}
	return db_end(q);
}

/* 1 found, 0 not, -1 failed. */
static int
take_one(struct stmt *q, struct batch *out)
{
	bool found = db_next(q);

	if (found)
		read_batch(q, out);
	return db_end(q) < 0 ? -1 : found;
}

int
batch_load(struct db *db, int64_t id, struct batch *out, struct error *err)
{
	int found = id ? take_one(start_list(db, 0, id, 0, err), out) : 0;

	if (found == 0)
		return error_set(err, ERROR_MISSING, _("This batch is gone."));
	return found < 0 ? -1 : 0;
}

int
batch_by_number(struct db *db, int64_t wave, int number, struct batch *out, struct error *err)
{
	int found = number > 0 ? take_one(start_list(db, wave, 0, number, err), out) : 0;

	if (found == 0)
		return error_set(
			err, ERROR_MISSING, _("There is no batch %d in this wave."), number);
	return found < 0 ? -1 : 0;
}

/* ---- reception ---- */

struct wave_terms {
	int64_t version;
	char second_choice[12];
	int second_every;
};

static int
load_terms(struct db *db, int64_t wave, struct wave_terms *t, struct error *err)
{
	struct stmt *q = db_start(db, Q_BATCH_WAVE, err);
	bool found, closed = false;

	db_bind_int(q, 1, wave);
	found = db_next(q);
	if (found) {
		t->version = db_int(q, 0);
		text_copy(t->second_choice, sizeof(t->second_choice), db_text(q, 1));
		t->second_every = (int)db_int(q, 2);
		closed = !db_null(q, 3);
	}
	if (db_end(q) < 0)
		return -1;
	if (!found)
		return error_set(err, ERROR_MISSING, _("This wave is gone."));
	if (closed)
		return error_set(err, ERROR_INPUT,
			_("The wave is closed. Open it again before paper comes in."));
	return 0;
}

static int
check_figures(const struct batch *b, struct error *err)
{
	int64_t stamped;

	if (b->number < 0 || b->number > BATCH_MAX_NUMBER)
		return error_field(err, ERROR_INPUT, BATCH_FIELD_NUMBER,
			_("The number of a batch is a number from 1 on, or empty."));
	if (!b->received_on[0])
		return error_field(err, ERROR_INPUT, BATCH_FIELD_ON, _("Say when the paper came."));
	if (survey_date_check(b->received_on, BATCH_FIELD_ON, err) < 0)
		return -1;
	for (int i = 0; i < 3; i++) {
		static const int fields[] = { BATCH_FIELD_RECEIVED, BATCH_FIELD_SPOILT,
			BATCH_FIELD_EMPTY };
		const int counts[] = { b->received, b->spoilt, b->empty };

		if (counts[i] < 0 || counts[i] > BATCH_MAX_NUMBER)
			return error_field(err, ERROR_INPUT, fields[i],
				_("A count of papers is a number from 0 to %d."), BATCH_MAX_NUMBER);
	}
	if (b->first_number < 1 || b->first_number > BATCH_MAX_NUMBER)
		return error_field(err, ERROR_INPUT, BATCH_FIELD_FIRST,
			_("The first stamped number is a number from 1 to %d."), BATCH_MAX_NUMBER);
	if (b->last_number < b->first_number || b->last_number > BATCH_MAX_NUMBER)
		return error_field(err, ERROR_INPUT, BATCH_FIELD_LAST,
			_("The last stamped number cannot lie before the first."));
	stamped = b->last_number - b->first_number + 1;
	if (stamped > BATCH_MAX_FORMS)
		return error_field(err, ERROR_INPUT, BATCH_FIELD_LAST,
			_("From %lld to %lld are %lld forms; one batch holds at most %d."),
			(long long)b->first_number, (long long)b->last_number, (long long)stamped,
			BATCH_MAX_FORMS);
	if (b->spoilt + b->empty > 0 && !b->reason[0])
		return error_field(err, ERROR_INPUT, BATCH_FIELD_REASON,
			_("Say why papers were spoilt or empty."));
	return 0;
}

/* A number that the batch may not take, or may not lose. */
static int
check_numbers(struct db *db, const struct batch *b, struct error *err)
{
	struct stmt *q = db_start(db, Q_BATCH_FOREIGN_FORMS, err);
	int64_t number = 0, other = 0;

	db_bind_int(q, 1, b->wave);
	db_bind_int(q, 2, b->first_number);
	db_bind_int(q, 3, b->last_number);
	if (b->id)
		db_bind_int(q, 4, b->id);
	else
		db_bind_int(q, 4, -1);
	if (db_next(q)) {
		number = db_int(q, 0);
		other = db_int(q, 1);
	}
	if (db_end(q) < 0)
		return -1;
	if (number && other)
		return error_field(err, ERROR_INPUT, BATCH_FIELD_FIRST,
			_("Number %lld belongs to batch %lld already. Stamp other numbers."),
			(long long)number, (long long)other);
	if (number)
		return error_field(err, ERROR_INPUT, BATCH_FIELD_FIRST,
			_("Number %lld belongs to an answer from the net. Stamp other numbers."),
			(long long)number);
	if (b->id == 0)
		return 0;
	q = db_start(db, Q_BATCH_BEGUN_OUTSIDE, err);
	db_bind_int(q, 1, b->id);
	db_bind_int(q, 2, b->first_number);
	db_bind_int(q, 3, b->last_number);
	if (db_next(q))
		number = db_int(q, 0);
	if (db_end(q) < 0)
		return -1;
	if (number)
		return error_field(err, ERROR_INPUT, BATCH_FIELD_LAST,
			_("Form %lld has been handled and must stay in the range."),
			(long long)number);
	return 0;
}

static int
claim_number(struct db *db, struct batch *b, struct error *err)
{
	struct stmt *q;
	bool taken;

	if (b->number == 0) {
		q = db_start(db, Q_BATCH_NEXT_NUMBER, err);
		db_bind_int(q, 1, b->wave);
		if (db_next(q))
			b->number = (int)db_int(q, 0);
		return db_end(q);
	}
	q = db_start(db, Q_BATCH_NUMBER_TAKEN, err);
	db_bind_int(q, 1, b->wave);
	db_bind_int(q, 2, b->number);
	db_bind_int(q, 3, b->id);
	taken = db_next(q);
	if (db_end(q) < 0)
		return -1;
	if (taken)
		return error_field(err, ERROR_INPUT, BATCH_FIELD_NUMBER,
			_("There is a batch %d in this wave already."), b->number);
	return 0;
}

static int
save_row(struct db *db, struct batch *b, struct error *err)
{
	struct stmt *q = db_start(db, b->id ? Q_BATCH_UPDATE : Q_BATCH_INSERT, err);
	char uid[UID_SIZE];
	int64_t changed;

	if (b->id) {
		db_bind_int(q, 1, b->id);
		db_bind_int(q, 2, b->rev);
	} else {
		text_copy(b->uid, sizeof(b->uid), random_uid(uid));
		db_bind_text(q, 1, b->uid);
		db_bind_int(q, 2, b->wave);
	}
	db_bind_int(q, 3, b->number);
	db_bind_text(q, 4, b->received_from);
	db_bind_text(q, 5, b->received_by);
	db_bind_text(q, 6, b->received_on);
	db_bind_int(q, 7, b->received);
	db_bind_int(q, 8, b->first_number);
	db_bind_int(q, 9, b->last_number);
	db_bind_int(q, 10, b->spoilt);
	db_bind_int(q, 11, b->empty);
	db_bind_text(q, 12, b->reason);
	db_bind_text(q, 13, b->room);
	db_bind_text(q, 14, b->binder);
	db_bind_text(q, 15, b->lent_to);
	db_bind_int(q, 16, b->second_start);
	if (db_run(q, &changed) < 0)
		return -1;
	if (changed == 0)
		return error_set(err, ERROR_CONFLICT,
			_("The batch was closed, or a colleague has changed it meanwhile. Nothing "
			  "was saved; look at the new state first."));
	if (b->id == 0)
		b->id = db_last_id(db);
	b->rev++;
	return 0;
}

static int
make_forms(struct db *db, const struct batch *b, int64_t version, struct error *err)
{
	struct stmt *q = db_start(db, Q_BATCH_DROP_OUTSIDE, err);
	char uid[UID_SIZE];

	db_bind_int(q, 1, b->id);
	db_bind_int(q, 2, b->first_number);
	db_bind_int(q, 3, b->last_number);
	if (db_run(q, NULL) < 0)
		return -1;
	for (int64_t number = b->first_number; number <= b->last_number; number++) {
		q = db_start(db, Q_BATCH_ADD_FORM, err);
		db_bind_text(q, 1, random_uid(uid));
		db_bind_int(q, 2, b->wave);
		db_bind_int(q, 3, b->id);
		db_bind_int(q, 4, number);
		db_bind_int(q, 5, version);
		if (db_run(q, NULL) < 0)
			return -1;
	}
	return 0;
}

static int
save(struct db *db, void *context, struct error *err)
{
	struct batch *b = context;
	struct wave_terms terms = { 0 };

	if (check_figures(b, err) < 0 || load_terms(db, b->wave, &terms, err) < 0 ||
		claim_number(db, b, err) < 0 || check_numbers(db, b, err) < 0)
		return -1;
	if (b->id == 0 || b->second_start < 1) {
		uint32_t drawn;

		random_bytes(&drawn, sizeof(drawn));
		b->second_start = 1 + (int)(drawn % (uint32_t)terms.second_every);
	}
	if (save_row(db, b, err) < 0 || make_forms(db, b, terms.version, err) < 0)
		return -1;
	db_act_entity(db, b->id);
	return 0;
}

int
batch_save(struct db *db, struct batch *b, struct error *err)
{
	struct db_act act = { .action = b->id ? "batch.change" : "batch.receive",
		.entity = "batch" };
	struct batch copy = *b;

	if (db_write(db, &act, save, &copy, err) < 0 || batch_load(db, copy.id, b, err) < 0)
		return -1;
	return 0;
}

int
batch_first_free(struct db *db, int64_t wave, int64_t *number, struct error *err)
{
	struct stmt *q = db_start(db, Q_BATCH_FIRST_FREE, err);

	*number = 1;
	db_bind_int(q, 1, wave);
	if (db_next(q))
		*number = db_int(q, 0);
	return db_end(q);
}

int
batch_second_forms(struct db *db, int64_t batch, struct arena *arena, int64_t **numbers,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_BATCH_SECOND_FORMS, err);
	size_t room = 0;

	*numbers = NULL;
	*count = 0;
	db_bind_int(q, 1, batch);
	while (db_next(q)) {
		*numbers = arena_grow(arena, *numbers, (size_t)*count, &room, sizeof(**numbers));
		(*numbers)[(*count)++] = db_int(q, 0);
	}
	return db_end(q);
}
