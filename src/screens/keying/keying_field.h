/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field as it is keyed: what each key does to it. Knows neither screen nor database, so that
 * the meaning of the keys is a table in a test. Digits, Enter, - + * / . and their twins. */
#ifndef SCREENS_KEYING_FIELD_H
#define SCREENS_KEYING_FIELD_H

#include "base/error.h"
#include "model/questionnaires/missing.h"
#include "tui/edit.h"

#include <stdbool.h>

enum keyed_kind { KEYED_ONE, KEYED_SEVERAL, KEYED_WHOLE, KEYED_DECIMAL, KEYED_DATE, KEYED_TEXT };
enum keyed_date { KEYED_DAY, KEYED_MONTH, KEYED_YEAR }; /* how much of a date the paper asks for */

struct keyed_code {       /* what can be keyed in a question with codes */
	char code[8];     /* digits */
	const char *name; /* what is stored */
	const char *label;
	bool exclusive;
	enum missing missing;
	bool barred; /* the answers before take it out */
};

enum { KEYED_MOST = 128, KEYED_VALUE = 4096 };

struct keying_field {
	enum keyed_kind kind;
	enum keyed_date date;
	const struct keyed_code *codes; /* the caller's */
	int code_count;
	int most;       /* several: so many at most, 0 = all */
	char typed[20]; /* of the code, number or date that is being typed */
	bool spent;     /* what is typed was refused: the next digit begins anew */
	bool touched;   /* something was typed here */
	bool stood;     /* several: codes stood there before */
	int chosen[KEYED_MOST], chosen_count; /* several: places in codes, in order */
	struct edit edit;                     /* text: on the caller's buffer */
	enum missing missing;                 /* of the value, MISSING_NONE = none */
	char value[KEYED_VALUE];              /* as it is stored; of a text the buffer itself is */
};

enum keyed {          /* what a key came to */
	KEYED_WAITS,  /* taken, more can follow */
	KEYED_ANSWER, /* value and missing hold the answer: go on */
	KEYED_NEXT,   /* Enter where nothing was typed */
	KEYED_BACK,
	KEYED_NO_ANSWER,
	KEYED_REPEAT,     /* + */
	KEYED_REASONS,    /* . */
	KEYED_END_REPEAT, /* / */
	KEYED_REFUSED,    /* err says why; nothing changed */
	KEYED_PASS        /* not for a field */
};

/* Begins a field; kind, codes, most and date are set by the caller before. stored: the value that
 * stands there, "" = none; several and text can be changed from it. */
void keying_field_start(struct keying_field *f, const char *stored);
enum keyed keying_field_event(struct keying_field *f, const struct event *event, struct error *err);
/* The place of the code that is keyed so, or -1. */
int keying_field_code(const struct keying_field *f, const char *digits);
/* Whether something was typed that is no answer yet: it must not go when the place is left. */
bool keying_field_typed(const struct keying_field *f);
/* What stands in the field while it is typed: codes, digits; "" when nothing was typed. */
char *keying_field_shown(const struct keying_field *f, char *dst, size_t size);
/* The answer of these typed digits, as Enter would take them. */
enum keyed keying_field_accept(struct keying_field *f, struct error *err);
/* The answer is the code at the place: from a list in which it was chosen. */
enum keyed keying_field_take(struct keying_field *f, int place, struct error *err);

#endif
