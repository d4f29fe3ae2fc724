/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table in words: for --help, for the manual pages, for the shell. */
#ifndef COMMANDS_HELP_H
#define COMMANDS_HELP_H

#include "commands/command.h"

#include <stdio.h>

void help_program(FILE *to);
void help_group(FILE *to, const char *group);
void help_command(FILE *to, const struct command *command);
void help_completion(FILE *to); /* for bash */

/* Lists of the manual pages in mdoc, in the present language. */
void help_manual_commands(FILE *to);
void help_manual_options(FILE *to);
void help_manual_settings(FILE *to);

#endif
