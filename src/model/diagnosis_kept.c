/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions of diagnoses as they are kept: listed, saved, put out of use. */
#include "config.h"

#include "model/diagnosis.h"

#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/diagnosis_parts.h"
#include "model/kept.h"
#include "model/noun.h"
#include "model/queries.h"

#include <string.h>

static void
read_row(struct stmt *q, struct diagnosis *d)
{
	int method = standard_method_from_name(db_text(q, 6));

	*d = (struct diagnosis){ .id = db_int(q, 0),
		.rev = db_int(q, 1),
		.slot = (int)db_int(q, 3),
		.year = (int)db_int(q, 4),
		.method = method < 0 ? STANDARD_Z : (enum standard_method)method,
		.years = (int)db_int(q, 7),
		.findings = (int)db_int(q, 10) };
	text_copy(d->uid, sizeof d->uid, db_text(q, 2));
	text_copy(d->peers, sizeof d->peers, db_text(q, 5));
	text_copy(d->tree, sizeof d->tree, db_text(q, 8));
	text_copy(d->title, sizeof d->title, db_text(q, 9));
}

int
diagnosis_list(struct db *db, int slot, bool retired, struct arena *arena, struct diagnosis **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_DIAGNOSIS_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, slot);
	db_bind_int(q, 2, retired);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		read_row(q, &(*list)[(*count)++]);
	}
	return db_end(q);
}

int
diagnosis_kept(struct db *db, struct diagnosis *d, struct arena *arena, struct error *err)
{
	struct diagnosis *list;
	int count;

	d->id = d->rev = 0;
	if (diagnosis_list(db, d->slot, false, arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count && d->id == 0; i++)
		if (list[i].year == d->year && list[i].method == d->method &&
			list[i].years == d->years && !strcmp(list[i].peers, d->peers) &&
			!strcmp(list[i].tree, d->tree))
			*d = list[i];
	return 0;
}

int
diagnosis_load(struct db *db, int64_t id, struct diagnosis *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_DIAGNOSIS_LOAD, err);
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found)
		read_row(q, out);
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("This diagnosis is gone already."));
}

/* ---- saving ---- */

static int
check(const struct diagnosis *d, struct error *err)
{
	if (d->slot == NO_SLOT)
		return error_field(err, ERROR_INPUT, DIAGNOSIS_FIELD_UNIT,
			_("Say which unit is diagnosed: choose one."));
	if (d->year < UNIT_FIRST_YEAR || d->year > UNIT_LAST_YEAR)
		return error_field(err, ERROR_INPUT, DIAGNOSIS_FIELD_YEAR,
			_("%d is no year of data; write four digits, as 2024."), d->year);
	if (d->years < 3 || d->years > 30)
		return error_field(err, ERROR_INPUT, DIAGNOSIS_FIELD_YEARS,
			_("Change is counted over 3 to 30 years."));
	if (kept_text(d->peers, true, false, DIAGNOSIS_FIELD_PEERS, _("Peers"), err) < 0)
		return -1;
	return kept_text(d->title, false, false, DIAGNOSIS_FIELD_TITLE, _("Title"), err);
}

int
diagnosis_put(struct db *db, struct diagnosis *d, struct error *err)
{
	struct stmt *q;
	int64_t changed;
	char uid[UID_SIZE];

	if (check(d, err) < 0)
		return -1;
	q = db_start(db, d->id ? Q_DIAGNOSIS_UPDATE : Q_DIAGNOSIS_INSERT, err);
	if (d->id) {
		db_bind_int(q, 9, d->id);
		db_bind_int(q, 10, d->rev);
	} else {
		text_copy(d->uid, sizeof d->uid, random_uid(uid));
		db_bind_text(q, 1, d->uid);
	}
	db_bind_int(q, 2, d->slot);
	db_bind_int(q, 3, d->year);
	db_bind_text(q, 4, d->peers);
	db_bind_text(q, 5, standard_method_name(d->method));
	db_bind_int(q, 6, d->years);
	db_bind_text(q, 7, d->tree);
	db_bind_text(q, 8, d->title);
	if (db_run(q, &changed) < 0)
		return -1;
	if (changed == 0)
		return error_set(err, ERROR_CONFLICT,
			_("A colleague has changed the diagnosis meanwhile. Nothing was saved; "
			  "look at the new state first."));
	if (d->id == 0)
		d->id = db_last_id(db);
	d->rev++;
	db_act_entity(db, d->id);
	return 0;
}

static int
save(struct db *db, void *context, struct error *err)
{
	return diagnosis_put(db, context, err);
}

int
diagnosis_save(struct db *db, struct diagnosis *d, struct error *err)
{
	const struct db_act act = { .action = d->id ? "diagnosis.change" : "diagnosis.add",
		.entity = "diagnosis" };
	struct diagnosis copy = *d;

	if (db_write(db, &act, save, &copy, err) < 0)
		return -1;
	*d = copy;
	return 0;
}

static const struct noun noun = { .table = "diagnosis",
	.retired = "diagnosis.retire",
	.restored = "diagnosis.restore",
	.owner = Q_DIAGNOSIS_OWNER,
	.retire = Q_DIAGNOSIS_RETIRE,
	.restore = Q_DIAGNOSIS_RESTORE,
	.gone = N_("This diagnosis is gone already."),
	.late_retire_code = ERROR_MISSING,
	.late_restore_code = ERROR_MISSING,
	.late_retire = N_("A colleague was faster: the diagnosis is in this state already."),
	.late_restore = N_("A colleague was faster: the diagnosis is in this state already.") };

int
diagnosis_retire(struct db *db, int64_t id, struct error *err)
{
	return noun_retire(db, &noun, id, 0, err);
}

int
diagnosis_restore(struct db *db, int64_t id, struct error *err)
{
	return noun_restore(db, &noun, id, err);
}
