/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on the command line: options, the command's words, operands. */
#ifndef COMMANDS_ARGUMENTS_H
#define COMMANDS_ARGUMENTS_H

#include "base/arena.h"
#include "base/error.h"

#include <stdbool.h>

enum option_id {
	OPTION_NONE,
	/* of every command: */
	OPTION_DATABASE,
	OPTION_AS,
	OPTION_LANGUAGE,
	OPTION_FORMAT,
	OPTION_OUTPUT,
	OPTION_FORCE,
	OPTION_HELP,
	OPTION_VERSION,
	/* of some: */
	OPTION_INDICATOR,
	OPTION_UNIT,
	OPTION_YEAR,
	OPTION_LEVEL,
	OPTION_IN,
	OPTION_GROUP,
	OPTION_SEARCH,
	OPTION_SERVICE,
	OPTION_WITH_VALUES,
	OPTION_ENDED,
	OPTION_FROM_BDL,
	OPTION_DEMO,
	OPTION_YES,
	OPTION_SUBGROUP,
	OPTION_ENCODING,
	OPTION_OLDER,
	OPTION_ZEROS,
	OPTION_NEW_INDICATORS,
	OPTION_SOURCE,
	OPTION_MADE_UP,
	OPTION_NOTE,
	OPTION_SURVEY,
	OPTION_WAVE,
	OPTION_BATCH,
	OPTION_PUBLISH,
	OPTION_TITLE,
	OPTION_NUMBER,
	OPTION_MODE,
	OPTION_SKIP_BAD,
	OPTION_NUMBERS,
	OPTION_TEXTS,
	OPTION_CODED,
	OPTION_UNWEIGHTED,
	OPTION_BY,
	OPTION_QUESTION,
	OPTION_WEIGHT,
	OPTION_WHERE,
	OPTION_THRESHOLD,
	OPTION_PERCENT,
	OPTION_STATISTICS,
	OPTION_SERVICES,
	OPTION_POTENTIAL,
	OPTION_OPEN,
	OPTION_FROM,
	OPTION_TO,
	OPTION_PERSON,
	OPTION_RETIRED,
	OPTION_STATISTIC,
	OPTION_RESULT_AS, /* --as after the command's words, where the command takes it */
	OPTION_REPLACE,
	OPTION_KIND,
	OPTION_NAME,
	OPTION_STARTS,
	OPTION_ENDS,
	OPTION_UNITS,
	OPTION_ON, /* of groups */
	/* of meetings */
	OPTION_HOST,
	OPTION_PLACE,
	OPTION_STAGE,
	OPTION_UNTIL,
	OPTION_REASON,
	OPTION_MEETING,
	OPTION_IMPORT, /* of minutes */
	OPTION_FOR,
	OPTION_WITH_CONTACTS,
	OPTION_QUESTIONNAIRE, /* of packages */
	OPTION_METHOD,
	OPTION_TREE,
	OPTION_YEARS,
	OPTION_AREAS,   /* of a diagnosis */
	OPTION_CHAPTER, /* of a strategy's year */
	OPTION_CASES, OPTION_DEPARTMENT, /* of decisions */
	OPTION_COUNT
};

struct arguments {                       /* texts are those of argv; lists lie in the arena */
	const struct command *command;   /* NULL: none, the full-screen program */
	const char *group;               /* first word of several ("import"), for --help */
	const char *value[OPTION_COUNT]; /* the last one given; "" of a switch; NULL = not given */
	const char **units;              /* every --unit, in order */
	int unit_count;
	const char **by; /* every --by, in order */
	int by_count;
	const char **questions; /* every --question, in order */
	int question_count;
	const char **operands;
	int operand_count;
};

/* The value of --language, looked for before anything else can be said; NULL when absent. */
const char *arguments_language(int argc, char **argv);
/* Reads the command line. -1 = a mistake of usage, with a sentence that suggests what was meant.
 * With --help or --version nothing is missed. */
int arguments_read(
	int argc, char **argv, struct arena *arena, struct arguments *out, struct error *err);
static inline bool
arguments_has(const struct arguments *a, enum option_id option)
{
	return a->value[option] != NULL;
}

#endif
