/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a questionnaire is made of: one version whole, in one arena. Include questionnaire.h. */
#ifndef MODEL_QUESTIONNAIRE_ROWS_H
#define MODEL_QUESTIONNAIRE_ROWS_H

#include "model/questionnaires/missing.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { QUESTIONNAIRE_LANGUAGES = 8 };

enum question_type {
	QUESTION_SELECT_ONE,
	QUESTION_SELECT_MULTIPLE,
	QUESTION_RANK,
	QUESTION_INTEGER,
	QUESTION_DECIMAL,
	QUESTION_RANGE,
	QUESTION_DATE,
	QUESTION_TEXT,
	QUESTION_NOTE,
	QUESTION_CALCULATE,
	QUESTION_GROUP,  /* begin_group; what it holds names it as parent */
	QUESTION_REPEAT, /* begin_repeat */
	QUESTION_META,   /* start, end, today, deviceid …: kept, never asked; its word in .word */
	QUESTION_TYPES
};

/* Texts of one thing in all languages: [language - 1]; "" = not given. */
struct texts {
	const char *in[QUESTIONNAIRE_LANGUAGES];
};

struct extra { /* a cell of a column that means nothing here */
	const char *column, *text;
};

struct question {
	int64_t id;    /* 0 = not stored yet */
	long line;     /* of the file it came from; 0 = none */
	int parent;    /* index of the group or repeat that holds it, -1 = none */
	enum question_type type;
	const char *word;     /* the type as the file says it, without the list */
	const char *name;     /* unique in the version */
	const char *identity; /* code/name where it was asked first: equal = the same question */
	const char *list;     /* of choices; "" = none */
	bool or_other;        /* "Other: …" is added as the last choice, its text to NAME_other */
	const char *required, *relevant, *hard_check, *soft_check, *calculation, *appearance;
	const char *default_value, *read_only, *choice_filter, *repeat_count, *parameters;
	struct texts label, hint, hard_message, soft_message, required_message;
	int max_answers;      /* 0 = as many as there are */
	const char *number;   /* on paper; "" = none */
	int page;             /* of the paper; 0 = as the one before */
	bool second_keying, repeat_last;
	struct extra *extras;
	int extra_count;
};

struct choice {
	int64_t id;
	long line;
	const char *list, *name;
	const char *code; /* digits to key as given; "" = choice_code() finds it */
	bool exclusive;
	enum missing missing; /* a printed exit */
	struct texts label;
	struct extra *extras;
	int extra_count;
};

struct questionnaire { /* one version, whole; all in one arena */
	int64_t id, rev;   /* of the questionnaire; 0 = new */
	char uid[33];
	const char *code, *kind;
	int64_t version_id, version_rev;
	int number;               /* of the version */
	const char *form_version; /* settings: version */
	const char *source;       /* file */
	const char *published_at; /* "" = draft */
	int64_t copied_from;      /* version, 0 = none */
	bool retired;
	int language;             /* shown first, 0-based */
	int language_count;
	const char *languages[QUESTIONNAIRE_LANGUAGES]; /* "Polski (pl)" */
	struct texts title, notice, instruction;
	struct question *questions; /* in the order of the paper; a group before what it holds */
	int question_count;
	size_t question_room; /* for arena_grow */
	struct choice *choices; /* in the order of the sheet */
	int choice_count;
	size_t choice_room;
	struct extra *settings; /* cells of the settings sheet that mean nothing here */
	int setting_count;
};

#endif
