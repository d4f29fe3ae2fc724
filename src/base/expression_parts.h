/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside expressions: the parser's plan, values, functions. For base/expression*.c only. */
#ifndef BASE_EXPRESSION_PARTS_H
#define BASE_EXPRESSION_PARTS_H

#include "base/arena.h"
#include "base/error.h"
#include "base/expression.h"

#include <stdbool.h>
#include <stddef.h>

/* What a name in braces or a bare column becomes: $v0, $v1 … and $c0 …; . becomes $o. Every
 * function and operator becomes a call f0(…), f1(…), its number in the table of functions;
 * only "and" and "or" stay as they are, between calls that give booleans. */
struct expression_names {
	char **items;
	size_t count, capacity;
};

struct expression_plan {
	char *code; /* the XPath that libxml2 compiles */
	size_t used, capacity;
	struct expression_names names, columns;
	bool uses_own, uses_clock;
};

/* plan is zero before; released by the caller in any case. */
int expression_parse(struct expression_plan *plan, const char *text, enum expression_use use,
	struct error *err);
void expression_plan_release(struct expression_plan *plan);
/* Bytes of the question's name that starts text; 0 = none. */
size_t expression_name_length(const char *text);
/* 1-based number of the character at the byte offset. */
int expression_place(const char *text, size_t offset);

#define EXPRESSION_TINY 1e-12 /* what ODK takes for zero: in truth, equality and printing */

enum expression_kind {
	EXPRESSION_BOOLEAN,
	EXPRESSION_NUMBER,
	EXPRESSION_TEXT,
	EXPRESSION_VALUES
};

struct expression_value {
	enum expression_kind kind;
	bool boolean;
	double number;
	const char *text;
	const struct expression_values *values;
};

const char *expression_item(const struct expression_values *values, int i);
bool expression_to_boolean(const struct expression_value *v);
double expression_to_number(const struct expression_value *v);
/* The text itself, or written into the arena. */
const char *expression_to_text(struct arena *arena, const struct expression_value *v);

struct expression_regex; /* patterns compiled so far */
void expression_regex_free(struct expression_regex *cache);
/* Whether text matches pattern as a whole; *cache starts as NULL. */
int expression_regex_match(struct expression_regex **cache, const char *text, const char *pattern,
	bool *out, struct error *err);

/* One call while it runs. */
struct expression_call {
	const char *name;
	const struct expression_value *args;
	int count;
	struct expression_value result;
	const struct expression_scope *scope;
	struct expression_regex **regex;
	struct arena *arena; /* of this evaluation */
	unsigned long steps; /* the work done, for the limit */
	unsigned long left;  /* what the limit still allows */
	struct error *err;
};

struct expression_function {
	const char *name;
	int least, most; /* arguments; most -1 = any number */
	int (*run)(struct expression_call *c);
};

const struct expression_function *expression_function(int number);
int expression_function_find(const char *name, size_t length); /* number, or -1 */
/* A function of ODK that this program knows of and does not offer. */
bool expression_function_refused(const char *name, size_t length);

/* Helpers of the functions, and the functions that stand in other files. */
bool expression_spend(struct expression_call *c, unsigned long steps); /* false: too many */
const char *expression_arg_text(struct expression_call *c, int i);
double expression_arg_number(const struct expression_call *c, int i);
int expression_give_text(struct expression_call *c, const char *text);
int expression_give_number(struct expression_call *c, double number);
int expression_give_boolean(struct expression_call *c, bool boolean);

int expression_arithmetic(struct expression_call *c);
int expression_negative(struct expression_call *c);
int expression_int(struct expression_call *c);
int expression_round(struct expression_call *c);
int expression_pi(struct expression_call *c);
int expression_atan2(struct expression_call *c);
int expression_of_one_number(struct expression_call *c);

int expression_concat(struct expression_call *c);
int expression_join(struct expression_call *c);
int expression_substr(struct expression_call *c);
int expression_substring_before(struct expression_call *c);
int expression_substring_after(struct expression_call *c);
int expression_string_length(struct expression_call *c);
int expression_normalize_space(struct expression_call *c);
int expression_translate(struct expression_call *c);
int expression_contains(struct expression_call *c);
int expression_starts_with(struct expression_call *c);
int expression_ends_with(struct expression_call *c);
int expression_selected(struct expression_call *c);
int expression_count_selected(struct expression_call *c);
int expression_selected_at(struct expression_call *c);

/* Days since 1970-01-01 of 2026-11-22, 2026-11-22T10:20, …:30, .400, Z or +01:00 at the end (not
 * counted); *has_time may be NULL. 0 or -1. */
int expression_days(const char *text, double *days, bool *has_time);
int expression_today(struct expression_call *c);
int expression_now(struct expression_call *c);
int expression_date(struct expression_call *c);
int expression_date_time(struct expression_call *c);
int expression_decimal_date_time(struct expression_call *c);
int expression_decimal_time(struct expression_call *c);
int expression_format_date(struct expression_call *c);

#endif
