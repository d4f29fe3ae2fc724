/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contacts: people of members, moderators, experts, guests. Personal data: they carry purpose,
 * notice and last day, all that is kept of one can be shown, and erasing is for good. */
#ifndef MODEL_CONTACT_H
#define MODEL_CONTACT_H

#include "base/arena.h"
#include "store/db.h"

/* Fields that errors of contact_save name; a form of fields follows this order. */
enum contact_field { CONTACT_FIELD_NAME = 1, CONTACT_FIELD_UNIT, CONTACT_FIELD_ORGANISATION,
	CONTACT_FIELD_POST, CONTACT_FIELD_TELEPHONE, CONTACT_FIELD_EMAIL, CONTACT_FIELD_PURPOSE,
	CONTACT_FIELD_NOTICE, CONTACT_FIELD_KEEP, CONTACT_FIELD_NOTE };

struct contact { /* zero = new; dates "" = none */
	int64_t id, rev;
	char uid[33], owner[33];
	char name[128];
	int slot;                   /* whose office; NO_SLOT = of no unit */
	char organisation[128], post[128], telephone[48], email[128];
	char purpose[256], notice_on[12], keep_until[12], note[256];
	int groups;                 /* in how many groups, as moderator too */
};

/* In Polish order of names. */
int contact_list(struct db *db, struct arena *arena, struct contact **list, int *count,
	struct error *err);
int contact_load(struct db *db, int64_t id, struct contact *out, struct error *err);
/* By number, or by the whole name however its letters are written; ERROR_MISSING, and ERROR_INPUT
 * with the numbers of those who bear the same name. */
int contact_find(struct db *db, const char *what, struct contact *out, struct error *err);
/* Inside db_write. */
int contact_put(struct db *db, struct contact *c, struct error *err);
/* rev checked; ERROR_INPUT where it takes name, unit, organisation and post of another. */
int contact_save(struct db *db, struct contact *c, struct error *err);
/* For good: the row, its parts in groups, and its name wherever a meeting's guest bears it. What
 * was agreed and done stays without the name. */
int contact_erase(struct db *db, int64_t id, struct error *err);
/* Those whose last day has passed. */
int contact_due(struct db *db, const char *today, struct arena *arena, struct contact **list,
	int *count, struct error *err);

/* All that is kept of a person. */
enum contact_trace_kind { TRACE_GROUP, TRACE_MODERATOR, TRACE_MEETING, TRACE_HOMEWORK,
	TRACE_ADVICE, TRACE_TEXT /* the name stands there; erasing leaves it */,
	TRACE_MINUTES /* the same in a version of minutes, which never changes */ };
struct contact_trace {
	enum contact_trace_kind kind;
	const char *date;           /* of meeting, deadline, advice; the first in the group; "" */
	const char *group;          /* code */
	const char *what;           /* part, title, text, answer to the invitation: as it is kept */
	const char *state;          /* translated: was there, was absent, invited, done …; "" */
};
const char *contact_trace_label(enum contact_trace_kind kind);
int contact_traces(struct db *db, int64_t id, struct arena *arena, struct contact_trace **list,
	int *count, struct error *err);

#endif
