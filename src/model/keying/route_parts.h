/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the route share; nobody else includes it. */
#ifndef MODEL_ROUTE_PARTS_H
#define MODEL_ROUTE_PARTS_H

#include "base/expression.h"
#include "model/keying/route.h"

#include <stdint.h>

enum { ROUTE_OCCURRENCES = 200 }; /* passes of a repeat at most */

enum rule { /* expressions of a question */
	RULE_RELEVANT,
	RULE_REQUIRED,
	RULE_HARD,
	RULE_SOFT,
	RULE_CALCULATION,
	RULE_FILTER,
	RULE_COUNT, /* repeat_count */
	RULES
};

/* What a rule gave at one occurrence, and from which answers: it is evaluated anew only when one
 * of those differs. */
struct memo {
	uint64_t call; /* of the route in which it was looked at last */
	uint64_t hash; /* of the answers it was computed from */
	bool known, busy, failed;
	bool truth;
	double number;
	char *text;
};

struct rule_of {
	struct expression *expression; /* NULL = always gives constant */
	bool constant;
	bool own;     /* its result hangs on the question's own value */
	bool clock;
	int *needs;   /* questions mentioned; -1 = no such question */
	int need_count;
	struct memo *memos; /* by occurrence - 1 */
	size_t memo_room;
};

struct node { /* beside each question */
	int repeat;   /* innermost repeat above it, -1 = none */
	int end;      /* index behind the last thing it holds */
	int other_of; /* the question whose added choice leads here, -1 = none */
	bool asked;
	struct rule_of rules[RULES];
};

struct route {
	const struct questionnaire *q;
	struct node *nodes;
	int *by_name;      /* question indices sorted by name */
	int *calculations; /* in order of dependency */
	int calculation_count;
	uint64_t call; /* number of the present call from outside */
	struct arena arena;
	char number[16]; /* of the last question that a message spoke of */
};

/* ---- route_value.c ---- */
int route_question(const struct route *r, const char *name);
/* Whether the routes lead there; the number of passes; memories are valid for one r->call. */
bool route_leads(struct route *r, const struct answers *a, int question, int occurrence);
int route_passes(struct route *r, const struct answers *a, int repeat);
int route_answered_passes(const struct route *r, const struct answers *a, int repeat);
/* What other questions see of the place: "" when it is not answered or off the route. */
const char *route_seen(struct route *r, const struct answers *a, int question, int occurrence);
/* The place's rule: *failed with the sentence in err when it cannot be evaluated. */
struct memo *route_rule(struct route *r, const struct answers *a, int question, int occurrence,
	enum rule rule, struct error *err);
/* Whether choice_filter lets the choice through. */
bool route_lets_through(
	struct route *r, const struct answers *a, int question, int occurrence, int choice);

/* ---- route_legal.c ---- */
const char *route_number(struct route *r, int question); /* on paper; until the next call */
bool route_value_has(const char *value, const char *name); /* among names parted by blanks */

#endif
