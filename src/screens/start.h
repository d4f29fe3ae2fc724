/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The full screen, from the first question to the last line on the normal terminal. */
#ifndef SCREENS_START_H
#define SCREENS_START_H

#include "base/error.h"
#include "base/settings.h"

#include <stdbool.h>

struct start {
	struct settings *settings;
	const char *database;   /* path of the database */
	bool database_given;    /* named by --database: the first start does not ask for a place */
	const char *as;         /* login to work under, checked by the caller; NULL = the account's */
};

/* Runs until the person leaves. The exit code (0, 129 after a hang-up, 143 after SIGTERM), or
 * -1 and *err; the terminal is restored in either case. */
int screens_main(const struct start *start, struct error *err);

#endif
