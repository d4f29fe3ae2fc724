/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions of diagnoses: kept once something was decided in their answer. */
#include "config.h"

#include "model/diagnosis/diagnosis.h"

#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/diagnosis/diagnosis_parts.h"
#include "model/kept.h"
#include "model/queries.h"

int
diagnosis_kept(struct db *db, struct diagnosis *d, struct error *err)
{
	struct stmt *q = db_start(db, Q_DIAGNOSIS_KEPT, err);

	d->id = d->rev = d->findings = 0;
	db_bind_int(q, 1, d->slot);
	db_bind_int(q, 2, d->year);
	db_bind_text(q, 3, d->peers);
	db_bind_text(q, 4, standard_method_name(d->method));
	db_bind_int(q, 5, d->years);
	db_bind_text(q, 6, d->tree);
	if (db_next(q)) {
		d->id = db_int(q, 0);
		d->rev = db_int(q, 1);
		text_copy(d->uid, sizeof d->uid, db_text(q, 2));
		d->findings = (int)db_int(q, 3);
	}
	return db_end(q);
}

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
	return kept_text(d->peers, true, false, DIAGNOSIS_FIELD_PEERS, _("Peers"), err);
}

int
diagnosis_put(struct db *db, struct diagnosis *d, struct error *err)
{
	struct stmt *q;
	char uid[UID_SIZE];

	if (check(d, err) < 0)
		return -1;
	text_copy(d->uid, sizeof d->uid, random_uid(uid));
	q = db_start(db, Q_DIAGNOSIS_INSERT, err);
	db_bind_text(q, 1, d->uid);
	db_bind_int(q, 2, d->slot);
	db_bind_int(q, 3, d->year);
	db_bind_text(q, 4, d->peers);
	db_bind_text(q, 5, standard_method_name(d->method));
	db_bind_int(q, 6, d->years);
	db_bind_text(q, 7, d->tree);
	if (db_run(q, NULL) < 0)
		return -1;
	d->id = db_last_id(db);
	d->rev = 1;
	db_act_entity(db, d->id);
	return 0;
}
