/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of homework share: checks inside db_write. The first that fails says its field. */
#ifndef MODEL_HOMEWORK_PARTS_H
#define MODEL_HOMEWORK_PARTS_H

#include "model/kept.h"
#include "model/meetings/homework.h"

extern const struct kept_kind homework_kept;

/* Texts, days, group and meeting. given_on: the day of its meeting, without one today. A meeting
 * that is cancelled gives no homework. */
int homework_check(struct db *db, const struct homework *h, char given_on[16], struct error *err);
int homework_check_review(const char *text, struct error *err);
/* h->slot is a member on that day, or one to come: homework is given to these, too. */
int homework_check_member(
	struct db *db, const struct homework *h, const char *given_on, struct error *err);
/* h->reviewed is a meeting of the group that is not cancelled, none before that which gave it.
 * One of several days may review what it gave itself. */
int homework_check_reviewed(struct db *db, const struct homework *h, struct error *err);
/* What approved minutes name stays as they say it: text, day, meeting and unit of homework that is
 * there (h->id); and it is not deleted. What was deleted before does not come into them. */
int homework_check_minutes(struct db *db, const struct homework *h, struct error *err);
int homework_check_deleting(struct db *db, int64_t id, struct error *err);
int homework_check_return(struct db *db, int64_t id, struct error *err);
/* An answer stays with the unit that gave it, so the homework does not go over to another one. */
int homework_check_unit(struct db *db, const struct homework *h, struct error *err);

#endif
