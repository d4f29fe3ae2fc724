/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The expressions of questionnaires: XPath as ODK defines it for XLSForm, compiled once and
 * evaluated often (libxml2; docs.getodk.org/form-operators-functions).
 *
 * ${name} is a question, . the own value, position(..) the number of the repeat's pass. Paths
 * through a form (/data/name, ../name, [...]) and functions that reach out of it (pulldata,
 * random, geography, digests) are refused by name and place.
 *
 * Texts turn into numbers where numbers are asked for: blanks around do not count, a comma is a
 * decimal point, a date (2026-11-22, with or without time) is its days since 1970-01-01 on the
 * clock as written, so that dates compare and subtract; anything else, and no answer, is NaN.
 * Numbers turn into text without exponent and trailing zeros. regex() asks for the whole text to
 * match and takes Java's classes \d \w \s and (?:…), (?i) at the start and lazy quantifiers;
 * \p{…}, \b, \1, look-around and possessive quantifiers are refused, and so are patterns that
 * unfold to more than 2000 pieces. */
#ifndef BASE_EXPRESSION_H
#define BASE_EXPRESSION_H

#include "base/error.h"

#include <stdbool.h>

#define EXPRESSION_MAX_TEXT 4096     /* bytes of an expression */
#define EXPRESSION_MAX_DEPTH 50      /* calls and brackets inside one another */
#define EXPRESSION_MAX_STEPS 1000000 /* of one evaluation, pairs compared included */

enum expression_use {
	EXPRESSION_RULE,  /* relevant, constraint, calculation, required, … */
	EXPRESSION_FILTER /* choice_filter: a bare name is a column of the choices */
};

/* What a question holds: no value (a repeat with no pass), one text (empty = not answered), or
 * one for each pass of the repeat that it stands in. For a single text texts may be NULL and
 * text holds it. All must stay valid until the evaluation returns. */
struct expression_values {
	const char *const *texts;
	const char *text;
	int count;
};

/* Where an expression is evaluated. A lookup returns 0, or -1 when there is no such name; each
 * name is asked for at most once in an evaluation. NULL for a lookup = there is none. */
struct expression_scope {
	void *context;
	int (*values)(void *context, const char *name, struct expression_values *out);
	int (*column)(void *context, const char *name, struct expression_values *out);
	/* The label of a question's choice, for jr:choice-name(). */
	int (*label)(void *context, const char *question, const char *choice, const char **out);
	const char *own; /* the value of the question itself; NULL = empty */
	int position;    /* 1-based pass of the repeat around it; 0 = in no repeat */
};

struct expression;

/* Refuses in a sentence that names the character (also in err->column): wrong syntax, unknown
 * and unsupported functions, a wrong number of arguments, what is too long or too deep. */
int expression_compile(struct expression **out, const char *text, enum expression_use use,
	struct error *err);
void expression_free(struct expression *e); /* NULL is fine */

/* The questions (columns) that are mentioned, each once, in order of appearance; *count of them.
 * Valid as long as e. */
const char *const *expression_names(const struct expression *e, int *count);
const char *const *expression_columns(const struct expression *e, int *count);
bool expression_uses_own(const struct expression *e); /* mentions . or means it: once(), … */
bool expression_uses_clock(const struct expression *e); /* today(), now() */

/* Evaluation. Fails in a sentence for a text that is no date where one is needed, a name that
 * the scope does not know, and more steps than allowed.
 * boolean: a text is true unless empty, a number unless 0 or NaN, several values if one is.
 * text: booleans are true and false; NaN, which ODK does not store, is empty. */
int expression_boolean(struct expression *e, const struct expression_scope *scope, bool *out,
	struct error *err);
int expression_number(struct expression *e, const struct expression_scope *scope, double *out,
	struct error *err);
int expression_text(struct expression *e, const struct expression_scope *scope,
	char **out /* free() */, struct error *err);

/* text with every ${old} written ${new}, the rest as typed; also right for labels. free(). */
char *expression_rename(const char *text, const char *old_name, const char *new_name);
/* Whether a question may bear this name: a letter or _, then letters, digits, _ - and dots. */
bool expression_name_valid(const char *name);

#endif
