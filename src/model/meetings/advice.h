/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Log of advice between meetings: which expert advised whom, how long, on what. */
#ifndef MODEL_ADVICE_H
#define MODEL_ADVICE_H

#include "base/arena.h"
#include "model/owner.h"
#include "model/units/unit.h"

enum advice_form { ADVICE_TELEPHONE, ADVICE_MAIL, ADVICE_VISIT, ADVICE_REMOTE, ADVICE_FORMS };
const char *advice_form_name(enum advice_form f);
const char *advice_form_label(enum advice_form f); /* translated */

/* Texts in the arena, never NULL; question and answer have KEPT_LINES_SIZE (model/kept.h). */
struct advice {
	int64_t id, rev;
	const char *uid, *owner;
	int64_t group, contact; /* contact: the expert, 0 = erased or none */
	const char *group_code, *expert;
	int slot;               /* who was advised, NO_SLOT = the group */
	const char *given_on;
	int minutes;            /* how long */
	enum advice_form form;
	const char *question, *answer, *retired_at;
};

/* The newest first; group 0 = of all. */
int advice_list(struct db *db, int64_t group, bool retired, struct arena *arena,
	struct advice **list, int *count, struct error *err);
int advice_load(struct db *db, int64_t id, struct arena *arena, struct advice *out,
	struct error *err);
enum advice_field { ADVICE_FIELD_GROUP = 1, ADVICE_FIELD_EXPERT, ADVICE_FIELD_UNIT,
	ADVICE_FIELD_ON, ADVICE_FIELD_HOURS, ADVICE_FIELD_FORM, ADVICE_FIELD_QUESTION,
	ADVICE_FIELD_ANSWER };
int advice_save(struct db *db, struct advice *a, struct arena *arena, struct error *err);
int advice_retire(struct db *db, int64_t id, int64_t rev, struct error *err);
int advice_bring_back(struct db *db, int64_t id, struct error *err);

struct advice_sum { /* of one expert and unit */
	int64_t contact;
	const char *expert;
	int slot, times;
	long minutes;
};
/* year 0 = of all. */
int advice_sums(struct db *db, int64_t group, int year, struct arena *arena,
	struct advice_sum **list, int *count, struct error *err);
/* "1,5" or "1:30" in hours; minutes, 0 = cannot be read. */
int advice_hours_parse(const char *text);
char *advice_hours_show(char *dst, size_t size, long minutes); /* "1:30" */

#endif
