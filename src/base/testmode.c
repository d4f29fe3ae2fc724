/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Read from the environment at each question: it is cheap, and a test may switch it. */
#include "config.h"

#include "base/testmode.h"

#include <stdlib.h>
#include <string.h>

static bool forbidden;

bool
testmode_on(void)
{
	const char *wish = forbidden ? NULL : secure_getenv("GROMADA_TEST");

	return wish && strcmp(wish, "1") == 0;
}

void
testmode_forbid(void)
{
	forbidden = true;
}
