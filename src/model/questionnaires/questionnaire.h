/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questionnaires: what is asked, in versions. A version is loaded and saved whole; a published
 * one is frozen, a change makes the next version. Terms are XLSForm's (xlsform.org). */
#ifndef MODEL_QUESTIONNAIRE_H
#define MODEL_QUESTIONNAIRE_H

#include "base/arena.h"
#include "model/questionnaires/questionnaire_rows.h"
#include "store/db.h"

extern const char *const questionnaire_kinds[]; /* residents, …, NULL */
const char *questionnaire_kind_label(const char *kind); /* translated */
const char *question_type_name(enum question_type type);  /* select_one */
const char *question_type_label(enum question_type type); /* translated */
/* Asked and answered: no note, calculation, group or metadata. */
bool question_asked(const struct question *q);
bool question_has_choices(const struct question *q);
/* The scale of a range from its parameters: start, end and step, where they are silent 1, 10 and
 * 1. false = they are no scale. */
bool question_range(const struct question *q, double *start, double *end, double *step);
/* Text in this language, else in the questionnaire's own, else in any; "" = none. */
const char *questionnaire_text(const struct questionnaire *q, const struct texts *t, int language);
/* Index of the language that suits the interface ("pl" finds "Polski (pl)"), else the own one. */
int questionnaire_language(const struct questionnaire *q, const char *language);
int question_by_name(const struct questionnaire *q, const char *name); /* index, -1 = none */
int question_by_id(const struct questionnaire *q, int64_t id);
/* Choices of a list in order: indices in the arena. */
int choice_list(const struct questionnaire *q, const char *list, struct arena *arena,
	int **indices);
/* What is keyed for the choice at place (1-based) of its list of count choices: its code, else
 * its name when that is digits, else the place ("07" where the list has ten or more and codes are
 * places). dst of 8 bytes. */
char *choice_code(const struct questionnaire *q, int choice, int place, int count, char *dst,
	size_t size);
/* The page a question is printed on, 1 and up. */
int question_page(const struct questionnaire *q, int question);
/* Its number on paper: given, else counted. dst of 16 bytes. */
char *question_number(const struct questionnaire *q, int question, char *dst, size_t size);
/* A grid: rows with one list after a row of appearance label, or in a group of appearance
 * table-list. First row and number of rows when question is one of them, else count 0. */
struct grid {
	int head;  /* the row that carries the question, or the group; -1 = none */
	int first, count;
};
struct grid questionnaire_grid(const struct questionnaire *q, int question);
/* What a person reads: the question, in a grid the row and then the question over all rows, as the
 * first words are those that are left when there is little room. In the arena. */
const char *question_wording(const struct questionnaire *q, int question, int language,
	struct arena *arena);
/* The innermost repeat that holds the question: index, -1 = none. */
int question_repeat(const struct questionnaire *q, int question);

/* ---- in the database ---- */
struct questionnaire_entry {
	int64_t id, rev, version_id, version_rev;
	const char *code, *kind, *title; /* title in the language of the interface */
	int version, versions;           /* the newest; how many there are */
	bool draft;                      /* the newest is one */
	const char *published_at;
	int languages;
	int questions, forms;            /* asked in the newest; keyed in any */
};
int questionnaire_list(struct db *db, struct arena *arena, struct questionnaire_entry **list,
	int *count, struct error *err);
/* Those out of use. */
int questionnaire_list_retired(struct db *db, struct arena *arena,
	struct questionnaire_entry **list, int *count, struct error *err);
/* The newest version, draft or not (version 0), or that one. ERROR_MISSING */
int questionnaire_load(struct db *db, const char *code, int version, struct arena *arena,
	struct questionnaire *out, struct error *err);
int questionnaire_load_version(struct db *db, int64_t version_id, struct arena *arena,
	struct questionnaire *out, struct error *err);
/* Saves the draft whole: a new questionnaire, the draft of one, or after a published version the
 * next one. Ids, revs and number are filled in; revs are checked (ERROR_CONFLICT). Inside a
 * db_write it is a part of that. */
int questionnaire_save(struct db *db, struct questionnaire *q, struct error *err);
/* Whether a new one may have its code (model/code.h). Asked before saving what a person or a file
 * names; what comes from another office, and what is there already, keeps its code. */
int questionnaire_code_check(const struct questionnaire *q, struct error *err);
/* Makes what a file brought the next state of the questionnaire with its code, if there is one: ids
 * and revs are filled in, questions of the same name keep the identity they have there. *version:
 * 0 = a new questionnaire, else the version in the database that it is compared with; *same: that
 * version says the same already. Saving is the caller's. */
int questionnaire_adopt(struct db *db, struct questionnaire *q, struct arena *arena, int *version,
	bool *same, struct error *err);
/* Whether both ask the same in the same words: all but ids, revs, source, numbers of versions and
 * identities. */
bool questionnaire_same(const struct questionnaire *a, const struct questionnaire *b);
/* Freezes the draft that was read (version_rev); refused while questionnaire_check() finds
 * errors. */
int questionnaire_publish(
	struct db *db, int64_t version_id, int64_t version_rev, struct error *err);
/* A new questionnaire under another code with the same questions, which keep their identity. */
int questionnaire_copy(struct db *db, int64_t version_id, const char *code, const char *title,
	int64_t *id, struct error *err);
/* Drops the draft that was read, on which nothing hangs; a questionnaire without versions goes with
 * it. Inside a db_write it is a part of that. */
int questionnaire_drop_draft(
	struct db *db, int64_t version_id, int64_t version_rev, struct error *err);
int questionnaire_retire(struct db *db, int64_t id, int64_t rev, bool back, struct error *err);

#endif
