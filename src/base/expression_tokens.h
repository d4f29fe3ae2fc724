/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words and signs of an expression, one after another. For base/expression*.c only. */
#ifndef BASE_EXPRESSION_TOKENS_H
#define BASE_EXPRESSION_TOKENS_H

#include "base/expression_parts.h"

enum token { END, NUMBER, LITERAL, NAME, QUESTION, SIGN };

struct parser {
	const char *text;
	enum expression_use use;
	struct expression_plan *plan;
	struct error *err;
	enum token token;
	size_t at, length; /* the token */
	size_t name, name_length; /* of a question: the name inside the braces */
	int taken; /* tokens so far */
	int depth;
};

/* The characters as a whole: length, UTF-8, nothing that XML cannot hold. */
int tokens_check(struct parser *p);
int tokens_next(struct parser *p);
bool tokens_is(const struct parser *p, enum token token, const char *text);
int tokens_expect(struct parser *p, const char *sign); /* and goes on */
/* The error with its place; -1. */
int tokens_fail(struct parser *p, size_t offset, const char *what);
int tokens_unexpected(struct parser *p);

#endif
