/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Coding open answers: what was written, gathered, and the growing list of categories. Texts are
 * never changed. The list belongs to the survey, so that its waves are coded alike. */
#ifndef MODEL_OPEN_CODE_H
#define MODEL_OPEN_CODE_H

#include "base/arena.h"
#include "store/db.h"

struct open_place { /* an answer */
	int64_t form, question; /* id of the question, without sign */
	int occurrence;
};

struct open_text { /* answers that say the same, whatever their case and signs */
	const char *text;      /* as it was written first */
	struct open_place *at;
	int64_t **held; /* the codes of each, ended by 0; NULL = none */
	int count;
	int64_t *codes; /* that any of them has */
	int code_count;
	int coded;      /* answers with a code */
	bool mixed;     /* not all have all of these: the text was written again since */
};

struct open_code {
	int64_t id;
	int code;
	const char *label;
	int answers;
};

/* question: its id, negative for the text of an added choice "other". In Polish order of texts. */
int open_text_list(struct db *db, int64_t wave, int64_t question, struct arena *arena,
	struct open_text **list, int *count, struct error *err);
int open_code_list(struct db *db, int64_t survey, const char *question, struct arena *arena,
	struct open_code **list, int *count, struct error *err);
/* A new category; the next number. Refused: an empty label, or one that is there (folded). */
int open_code_add(struct db *db, int64_t survey, const char *question, const char *label,
	int64_t *id, struct error *err);

/* What one act did, so that it can be taken back. */
struct open_change {
	struct open_place at;
	int64_t code;
	bool added;
};
struct open_step {
	struct open_change *changes;
	int count;
	int64_t code; /* whose label or merging changed; 0 = none */
	const char *label[2]; /* before, after */
	int64_t merged[2];    /* into which; 0 = in use */
};

/* The answers of the text have exactly these codes from now on. Fills step, in the arena. */
int open_code_assign(struct db *db, const struct open_text *text, const int64_t *codes, int count,
	struct arena *arena, struct open_step *step, struct error *err);
int open_code_rename(struct db *db, const struct open_code *code, const char *label,
	struct arena *arena, struct open_step *step, struct error *err);
/* All answers of from go to into; from is no longer in use. */
int open_code_merge(struct db *db, const struct open_code *from, const struct open_code *into,
	struct arena *arena, struct open_step *step, struct error *err);
/* A category that no answer has any more; its number is not given again. Refused while one has
 * it. */
int open_code_drop(struct db *db, const struct open_code *code, struct arena *arena,
	struct open_step *step, struct error *err);
int open_code_undo(struct db *db, const struct open_step *step, struct error *err);

#endif
