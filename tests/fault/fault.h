/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a piece of work with every possible failure of the disk, and with the process killed at
 * every write, and proves after each that the database is in the old or the new state.
 *
 * A program of such scenarios is a table and one line:
 *	int main(void) { return fault_main("imports", list, sizeof(list) / sizeof(list[0])); }
 * Effort: FAULT_POINTS failures and FAULT_KILLS kills for the whole program (default: some
 * hundred, for make check); 0 leaves that kind out. The files lie in fixture_folder() (tests/store/files.h). */
#ifndef TESTS_FAULT_FAULT_H
#define TESTS_FAULT_FAULT_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

struct fault_outcome {
	bool acknowledged; /* act said 0: only the new state is right */
	bool killed;       /* the process died: leftovers of its temporaries may lie about */
	bool failing;      /* faults were planned; false for the run without any */
	int variant;
};

struct fault_scenario {
	const char *name; /* a sentence_like_this */
	/* Makes the old state in the empty folder. variant counts 0, 1, 2 …: vary sizes by it. */
	int (*prepare)(int variant, struct error *err);
	/* Opens, does the work, closes. Faults strike here. */
	int (*act)(int variant, struct error *err);
	/* Opens again without faults; -1 and the reason when the state is neither old nor new. */
	int (*verify)(const struct fault_outcome *outcome, struct error *err);
};

/* A writer that is killed again and again on the same files. step() is called with 1, 2, 3 …
 * going on after the last number known; 0 = saved, and then it is acknowledged to the parent. */
struct fault_ledger {
	const char *name;
	int (*prepare)(struct error *err);
	int (*begin)(struct error *err); /* opens; in the child, and in the parent for count */
	int (*step)(long number, struct error *err);
	int (*count)(long *number, struct error *err); /* how many are in the file, all whole */
	void (*end)(void);
};

int fault_main(const char *group, const struct fault_scenario *list, size_t count,
	const struct fault_ledger *ledger);

#endif
