/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One command at work: what it was given, the database and the person, signals, progress. */
#ifndef COMMANDS_RUN_H
#define COMMANDS_RUN_H

#include "base/output.h"
#include "base/progress.h"
#include "base/settings.h"
#include "commands/command.h"
#include "commands/commands.h"
#include "model/indicators/group.h"
#include "model/indicators/indicator.h"
#include "model/units/unit.h"

struct run {
	const struct arguments *arguments;
	struct settings *settings; /* NULL when they could not be read and are not needed */
	bool shared;               /* the account is shared: --as is allowed */
	char path[4096];           /* of the database */
	struct db *db;             /* NEED_DATABASE */
	struct person person;
	struct arena arena;      /* released after the command */
	struct unit_table units; /* after run_units */
	bool units_loaded;
	struct progress progress; /* a bar on a terminal; stops at a signal */
	int status;               /* exit code of a command that did its work: 0, or 1 */
};

/* Opens run->path and enters the person whom --as or the account names. */
int run_open(struct run *run, enum db_mode mode, struct error *err);
int run_refuse_as(struct error *err); /* always -1, with the sentence on --as */
int run_units(struct run *run, struct error *err);
/* Adds the sentence that only a command can say, on the option that helps; always -1. */
int run_advise(struct error *err, const char *sentence);
int run_advise_force(struct error *err); /* of a file that exists */
/* Refuses to write over the database and what belongs to it. path NULL: standard output. */
int run_not_database(const struct run *run, const char *path, struct error *err);
/* Opens path, "-" or NULL for standard output; an existing file only with --force. */
int run_output(struct run *run, const char *path, struct output **out, struct error *err);

/* ---- options that several commands share; each says in words what is wrong ---- */
static inline const char *
run_option(const struct run *run, enum option_id option)
{
	return run->arguments->value[option];
}
int run_card(struct run *run, const char *code, struct indicator *out, struct error *err);
int run_indicator(struct run *run, struct indicator *out, struct error *err); /* --indicator */
/* --year: one year, or first and last; without it 0 and 0. single: one year only. */
int run_years(struct run *run, bool single, int *first, int *last, struct error *err);
/* --level, --in, --group, --search; level -1 when not given. Loads the units. */
int run_filter(struct run *run, struct unit_filter *filter, struct error *err);
int run_unit(struct run *run, const char *code, const struct unit **out, struct error *err);
/* The same for a member of the exchange group: a city is meant under either of its codes. */
int run_member(struct run *run, int64_t group, const char *code, const struct unit **out,
	struct error *err);
/* A unit's code as commands print it: seven digits, or twelve of a region. */
const char *run_code(const struct unit *unit);
const char *run_code_of(const struct run *run, int slot); /* "" = of none; needs run_units() */
/* A text into its room, a longer one is refused; a day as 2026-11-22, however it was typed. */
int run_text(const char *text, char *dst, size_t size, struct error *err);
int run_day(const char *text, char *dst, size_t size, struct error *err);
/* A year as an operand. */
int run_year(const char *text, int *year, struct error *err);
/* --group as an exchange group (0 without it) and --unit (NO_SLOT); slot NULL: no --unit. Loads
 * the units. */
int run_whose(struct run *run, int64_t *group, int *slot, struct error *err);

/* ---- a person at the terminal ---- */
/* A line on standard output, cleaned. */
void run_say(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* A note where a deadline has passed that is not the one before. */
void run_say_passed(const char *day, const char *before);
/* Asks on the terminal for yes or no; 1 yes, 0 no, -1 when nobody can be asked. */
int run_ask(const char *question);
/* The answer was no: nothing happens, which the sentence says. Returns 0. */
int run_declined(struct run *run, const char *sentence);

/* ---- signals ---- */
void interrupt_start(void);
int interrupt_caught(void); /* 0 or the number of the signal */
int interrupt_wait(int fd); /* until there is something to read; -1: a signal came first */

/* ---- the bar on standard error ---- */
int progress_bar(void *context, double done, const char *what);
void progress_clear(void);

#endif
