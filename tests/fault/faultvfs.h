/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A shim over SQLite's file layer that fails, or kills or stops the process, at a chosen operation:
 * write, truncate, sync or delete. It becomes the default VFS, so the program under test needs
 * no change. Real syncs are left out: a killed process loses nothing that was written. */
#ifndef TESTS_FAULT_FAULTVFS_H
#define TESTS_FAULT_FAULTVFS_H

#include <stdbool.h>

enum fault_kind {
	FAULT_NONE,
	FAULT_ERROR, /* I/O error; half of a write is done */
	FAULT_FULL,  /* disk full, at writes only; half of the write is done */
	FAULT_KILL,  /* half of a write, then SIGKILL */
	FAULT_STOP   /* SIGSTOP; when the process goes on, so does the operation */
};

void faultvfs_install(void);
/* Operation number at (from 1, counted from now) fails: that one, or from it on for ever. */
void faultvfs_plan(enum fault_kind kind, long at, bool forever);
long faultvfs_count(void); /* operations since the plan was made */
bool faultvfs_hit(void);   /* whether the plan has struck */

/* For other shims that share the plan: counts an operation, kills if that is planned, and is
 * true when it must fail. A full disk fails writes only. */
bool faultvfs_strikes(bool is_write);

#endif
