/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program on a pseudo-terminal under libvterm: keys in, screen out. Nothing sleeps: in test
 * mode the program sends an idle marker before it waits for a key, and that is waited for. */
#ifndef SCREEN_SESSION_H
#define SCREEN_SESSION_H

#include "tui/theme.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct session;

enum { SESSION_LIMIT = 10000 }; /* ms after which a wait has failed */

/* Starts argv[0] with exactly the given environment, on a terminal of this size. */
struct session *session_start(char *const argv[], char *const environment[], int columns, int rows);
void session_end(struct session *s); /* kills what still runs, frees */

void session_send(struct session *s, const char *bytes, size_t length);
void session_resize(struct session *s, int columns, int rows);
void session_hangup(struct session *s); /* closes the line */
/* Waits for the idle marker that answers the last send or resize; false after the limit or
 * when the program has ended. */
bool session_idle(struct session *s);
/* Takes what comes for so many ms, marker or not. */
void session_listen(struct session *s, int ms);
/* Waits for the end: exit code, 128 + signal, or -1 after the limit. */
int session_exit(struct session *s, int limit);

bool session_ended(const struct session *s); /* session_exit() has seen it */
pid_t session_pid(const struct session *s);
int session_rows(const struct session *s);
size_t session_bytes(const struct session *s);          /* output since the last send */
const char *session_raw(const struct session *s, size_t *length); /* all output, no markers */
/* One row of the screen without trailing blanks. */
char *session_row(const struct session *s, int row, char *dst, size_t size);
/* Letters of the roles that look so in the theme; '?' for a look that no role has. */
char *session_roles(const struct session *s, enum theme theme, int row, char *dst, size_t size);
void session_cursor(const struct session *s, int *row, int *column);
bool session_shows(const struct session *s, const char *text); /* in one row */

/* What xterm sends for a key's name ("F5", "Enter", "Ctrl-P", "Alt-4", "ł"); 0 = unknown. */
size_t session_key(const char *name, char *dst, size_t size);

#endif
