/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms that files bring, many at once and inside the caller's transaction; and how the file of a
 * wave was read, for the next one. */
#ifndef MODEL_FORM_IMPORT_H
#define MODEL_FORM_IMPORT_H

#include "model/surveys/form.h"

struct form_known { /* a form of the wave, whatever its state */
	int64_t id, number;
	char uid[33];
	bool keyed;
};

/* In order of numbers. */
int form_known_list(struct db *db, int64_t wave, struct arena *arena, struct form_known **list,
	int *count, struct error *err);

struct form_new {
	int64_t wave, version, number, import;
	const char *uid, *mode;
	bool inconsistent;
	const char *now; /* UTC, as form_time() */
	const struct failed_check *confirmed; /* hard checks that the paper breaks */
	int confirmed_count;
};

enum { FORM_IMPORT_MANY = 16 }; /* forms at once that cost least */
/* Keyed forms, each with one finished reading; inside db_write. answers, one list a form, are
 * complete. */
int form_import_add(struct db *db, const struct form_new *forms, const struct answers *answers,
	int count, const struct questionnaire *q, struct error *err);
/* What the import brought goes; inside db_write. Refused in words when the wave is closed or a
 * form was corrected since. */
int form_import_forget(struct db *db, int64_t import, struct error *err);

struct answer_mapping { /* what a heading or a label of the file means */
	const char *question; /* of a label: the question's name; "" = source is a heading */
	const char *source;
	const char *target; /* question or choice, as files name it; "" = left out */
};

int answer_mapping_list(struct db *db, int64_t wave, struct arena *arena,
	struct answer_mapping **list, int *count, struct error *err);
int answer_mapping_put(struct db *db, int64_t wave, const struct answer_mapping *mapping,
	struct error *err); /* inside db_write */

/* ---- giving answers out ---- */
struct answered { /* what the wave holds for one question */
	int64_t question;
	int occurrences;
	bool missing; /* a reason stands somewhere */
};
int form_answered(struct db *db, int64_t wave, struct arena *arena, struct answered **list,
	int *count, struct error *err);

struct form_out { /* a keyed form */
	int64_t id, number, version;
	char mode[16], keyed_at[24], keyer[16];
};
/* In order of numbers, else of uids, which is no order that tells anything. */
int form_out_list(struct db *db, int64_t wave, bool numbers, struct arena *arena,
	struct form_out **list, int *count, struct error *err);
/* Versions of the questionnaire in which forms of the wave were keyed, the newest first. */
int form_versions(struct db *db, int64_t wave, struct arena *arena, int64_t **list, int *count,
	struct error *err);

#endif
