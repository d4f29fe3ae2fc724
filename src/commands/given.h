/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FIELD=VALUE operands into a struct, and the struct's fields as text. */
#ifndef COMMANDS_GIVEN_H
#define COMMANDS_GIVEN_H

#include "commands/result.h"
#include "model/surveys/batch.h"

#include <stddef.h>

enum given_type {
	GIVEN_TEXT,   /* char[size] */
	GIVEN_WORDS,  /* const char *: as it was typed; how long it may be says the model */
	GIVEN_DATE,   /* char[size], YYYY-MM-DD or "" */
	GIVEN_DUE,    /* the same; without a year the next such day, not the nearest */
	GIVEN_WHOLE,  /* int or int64_t by size, min to max; "" = 0 */
	GIVEN_NUMBER, /* double */
	GIVEN_YES_NO, /* bool */
	GIVEN_WORD    /* int: place among the words */
};

struct given_field {
	const char *name; /* as typed, never translated */
	enum given_type type;
	size_t offset, size;
	long min, max;
	int words; /* GIVEN_WORD: enum wave_word */
};

#define GIVEN_AT(type, member) offsetof(type, member), sizeof(((type *)0)->member)

/* text among the words; -1 = a sentence that names the field and them. words[0] may be "", which is
 * not listed. */
int given_one_of(const char *name, const char *text, const char *const *words, int count, int *out,
	struct error *err);
/* "new" = 0, or the number of a line from 1. */
int given_number_or_new(const char *text, int *number, struct error *err);
/* Operands from the given one on; -1 = a sentence that names the fields, or what one takes. */
int given_apply(struct run *run, int first, const struct given_field *fields, int count, void *data,
	struct error *err);
/* One field as it would be typed. Returns dst. */
const char *given_text(const struct given_field *field, const void *data, char *dst, size_t size);
void given_print(struct result *r, const struct given_field *fields, int count, const void *data);

/* The wave with this code, its batch with this number; -1 also says which command lists them. */
int given_wave(struct run *run, const char *code, struct wave *w, struct error *err);
int given_batch(struct run *run, const struct wave *w, const char *text, struct batch *b,
	struct error *err);

#endif
