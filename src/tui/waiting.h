/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Long work with a bar: appears after half a second, redrawn at most each 100 ms, Esc stops. */
#ifndef TUI_WAITING_H
#define TUI_WAITING_H

#include "base/progress.h"
#include "tui/screen.h"

struct waiting {
	struct screens *screens;
	const char *title;
	long started, drawn;     /* ms, monotonic */
	double done;             /* 0..1; < 0: not known, no bar */
	bool shown, stopped;
	struct progress progress; /* give &w.progress to the work */
};

/* title: translated, must live as long as w. Works without a terminal (then never stops). */
void waiting_start(struct waiting *w, struct screens *s, const char *title);
/* Whether the person pressed Esc (or the line was cut). */
bool waiting_stopped(const struct waiting *w);

#endif
