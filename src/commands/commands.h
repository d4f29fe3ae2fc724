/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program without a screen: what a script calls. Entry for main.c. */
#ifndef COMMANDS_COMMANDS_H
#define COMMANDS_COMMANDS_H

#include "base/settings.h"
#include "commands/arguments.h"

#include <stddef.h>

enum exit_code { EXIT_DONE = 0, EXIT_REFUSED = 1, EXIT_USAGE = 2 };

/* Runs arguments->command. Returns the exit code: one of the above or 128 + a signal. On
 * EXIT_REFUSED *err may hold a sentence that the caller prints. shared: the account stands in
 * the system's shared_accounts. */
int commands_run(const struct arguments *arguments, struct settings *settings, bool shared,
	struct error *err);

/* --help (of the program, a group of commands, or one) and --version, on standard output. */
void commands_help(const struct arguments *arguments);
void commands_version(void);

/* Where the database is: --database, the setting, else XDG data. Returns dst. */
char *commands_database(
	char *dst, size_t size, const struct arguments *arguments, const struct settings *settings);

/* Prints a sentence on standard error, cleaned, behind the program's name. */
void commands_complain(const char *sentence);

/* Before the program ends for want of memory: leaves the terminal's line clean. */
void commands_last_words(void);

#endif
