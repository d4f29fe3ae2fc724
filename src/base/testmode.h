/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Test mode: GROMADA_TEST=1 in the environment fixes clock and random bytes, sends the
 * idle marker, and lets GROMADA_SHARE stand for the installed data. Never on where the
 * system settings name the account as shared. */
#ifndef BASE_TESTMODE_H
#define BASE_TESTMODE_H

#include <stdbool.h>

bool testmode_on(void);
void testmode_forbid(void); /* from main, once the system settings are known */

#endif
