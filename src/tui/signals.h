/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signals as flags and a pipe that poll() can watch; handlers do nothing else. */
#ifndef TUI_SIGNALS_H
#define TUI_SIGNALS_H

#include <stdbool.h>

/* From here SIGHUP, SIGTERM, SIGINT, SIGWINCH and SIGTSTP set flags, SIGPIPE is ignored.
 * Returns the pipe's end to watch, or -1. */
int signals_start(void);
void signals_stop(void);      /* puts the former handlers back */
void signals_drain(void);     /* empties the pipe */

bool signals_hangup(void);    /* stays true */
int signals_end(void);        /* SIGTERM or SIGINT once, else 0 */
bool signals_resized(void);   /* once */
bool signals_stopped(void);   /* SIGTSTP, once */
/* Stops the process as Ctrl-Z does; returns when it goes on. */
void signals_stop_process(void);

#endif
