/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way through a form: which question comes next, whether an answer is allowed, what is
 * computed. Expressions are compiled once per questionnaire; answers stay the caller's. */
#ifndef MODEL_ROUTE_H
#define MODEL_ROUTE_H

#include "model/questionnaires/questionnaire.h"

/* AS_ON_PAPER: checks of the answer were confirmed; CONFIRMED << enum check_kind: which. */
enum { ANSWER_AS_ON_PAPER = 1, ANSWER_OFF_ROUTE = 2, ANSWER_PASSED_OVER = 4, ANSWER_CONFIRMED = 8 };

struct answer {
	int question;       /* index in the questionnaire */
	int occurrence;     /* in a repeat 1, 2, …; else 1 */
	const char *value;  /* names of choices parted by a blank, 12.5, 2026-11-22, text */
	enum missing missing;
	unsigned marks;
};

struct answers { /* of one reading, sorted by question's place and occurrence; zero-initialise */
	struct answer *list;
	int count;
	size_t room;
	struct arena *arena; /* of values */
};

const struct answer *answers_find(const struct answers *a, int question, int occurrence);
/* Adds or replaces; copies the value. */
struct answer *answers_put(struct answers *a, int question, int occurrence, const char *value,
	enum missing missing, unsigned marks);
void answers_remove(struct answers *a, int question, int occurrence);

/* The questionnaire as it is keyed, printed and counted: after each question with or_other stands
 * the text NAME_other (id = minus that question's, not keyed twice), and its list ends with the
 * choice "other". All that has to do with forms uses this one; the designer and files the plain
 * one. A copy in the arena that shares the texts of q. */
void questionnaire_keyed(const struct questionnaire *q, struct arena *arena,
	struct questionnaire *out);

struct route; /* a compiled questionnaire; q is one of questionnaire_keyed() */

/* Refuses a questionnaire whose expressions do not compile. q must outlive the route. */
int route_open(struct route **out, const struct questionnaire *q, struct error *err);
void route_close(struct route *r);

struct place { /* question -1 = the end of the form */
	int question, occurrence;
};

/* The first asked place at or after from in paper order; {0, 1} = the first of the form. enforced:
 * only where the routes lead there (system-controlled); else all asked questions. Repeats go on as
 * far as their count says. An open one (without count) offers one pass more than is answered until
 * something behind it is answered or the caller ends it (route_end_repeat). */
int route_next(struct route *r, const struct answers *a, struct place from, bool enforced,
	struct place *next, struct error *err);
/* The same strictly behind the place: where an answer moves on to. */
int route_after(struct route *r, const struct answers *a, struct place at, bool enforced,
	struct place *next, struct error *err);
/* The first asked place behind the repeat that holds the place. */
int route_end_repeat(struct route *r, const struct answers *a, struct place at, bool enforced,
	struct place *next, struct error *err);
/* The last asked place before from (the end of the form too); from itself when it is the first. */
int route_previous(struct route *r, const struct answers *a, struct place from, bool enforced,
	struct place *previous, struct error *err);
/* Whether the routes lead to the place. What is off the route counts as not answered for the routes
 * of others. A rule that cannot be evaluated stops nobody: the question is asked, and route_check
 * says what is wrong. */
int route_relevant(struct route *r, const struct answers *a, struct place at, bool *relevant,
	struct error *err);
/* Number of occurrences of a repeat: its repeat_count, or as many as are answered (at least 1). */
int route_occurrences(struct route *r, const struct answers *a, int repeat, int *count,
	struct error *err);

/* Choices that choice_filter leaves for the question at this place, indices in the arena. */
int route_choices(struct route *r, const struct answers *a, struct place at, struct arena *arena,
	int **choices, int *count, struct error *err);

/* What the answer is: a whole sentence why it cannot be taken (-1, the code is ERROR_INPUT), by
 * type, list, range, max_answers and exclusive choices. The text is as stored; an empty one is
 * refused, a missing answer has a reason. */
enum { ANSWER_TEXT_MOST = 10000 }; /* characters of an open answer */
int route_legal(struct route *r, const struct answers *a, struct place at, const char *value,
	struct error *err);

enum check_kind { CHECK_HARD, CHECK_SOFT, CHECK_REQUIRED, CHECK_ROUTE, CHECK_KINDS };
const char *check_kind_name(enum check_kind kind); /* hard, soft, required, route */
/* Whether "so on the paper" was said of this kind of check; marks with it said, or taken back. A
 * mark without kinds, from older forms, confirms all of them. */
bool check_confirmed(unsigned marks, enum check_kind kind);
unsigned check_confirm(unsigned marks, enum check_kind kind, bool so_on_paper);

struct failed_check {
	struct place at;
	enum check_kind kind; /* ROUTE: answered though the routes do not lead there */
	const char *text;     /* the message of the questionnaire, or a sentence; in the arena */
};

/* Checks of one answered place (hard and soft), or of the whole form. */
int route_check_place(struct route *r, const struct answers *a, struct place at, int language,
	struct arena *arena, struct failed_check **list, int *count, struct error *err);
int route_check(struct route *r, const struct answers *a, int language, struct arena *arena,
	struct failed_check **list, int *count, struct error *err);

/* Fills what a finished form must have: calculations, off_route where the routes do not lead
 * (with what was answered there left and marked, or settled as missing when settle), no_answer
 * where nothing was keyed. */
int route_complete(struct route *r, struct answers *a, bool settle, struct error *err);

#endif
