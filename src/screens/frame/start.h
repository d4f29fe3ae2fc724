/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The door from main.c to the full-screen program. */
#ifndef SCREENS_START_H
#define SCREENS_START_H

#include "base/error.h"
#include "base/settings.h"

#include <stdbool.h>

struct start {
	struct settings *settings; /* lent */
	const char *database;      /* path of the database, whether the file exists or not */
	bool database_given;       /* by --database */
	const char *as;            /* --as: login of the person, or NULL */
};

/* Returns the exit code; on failure *err holds the sentence that main.c prints. */
int screens_main(const struct start *start, struct error *err);

#endif
