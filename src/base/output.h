/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that gromada writes: a temporary beside the target, checked at every step, and
 * renamed when whole. What is half-written never has the target's name. */
#ifndef BASE_OUTPUT_H
#define BASE_OUTPUT_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

struct output;

/* path "-": standard output. Mode 0640 less the umask. replace: an existing file may be
 * replaced, else refused. Refused always: a link, a folder, a device as target. */
int output_open(struct output **out, const char *path, bool replace, struct error *err);
/* Keeps everything in memory instead; for tests and for showing. */
struct output *output_memory(void);
const char *output_text(struct output *o, size_t *length); /* of output_memory; ends with NUL */

/* The first failure is kept and told by output_commit. */
void output_write(struct output *o, const void *bytes, size_t length);
void output_puts(struct output *o, const char *text);
void output_printf(struct output *o, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
bool output_failed(const struct output *o); /* so that long work can stop early */
/* For a library that writes a file by name: the temporary's path; it must write into the
 * file that is there, not put a new one in its place. NULL for standard output and memory. */
const char *output_temporary(const struct output *o);
/* Puts all that was written into the temporary and on the disk, so that it can be read again before
 * the commit. -1 = failed; output_commit tells why. */
int output_settle(struct output *o);
/* Flushes, syncs, renames, syncs the folder; frees o either way. */
int output_commit(struct output *o, struct error *err);
void output_abort(struct output *o); /* removes the temporary; NULL is fine */

#endif
