/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long work tells the person how far it is, and learns that they gave up. */
#ifndef BASE_PROGRESS_H
#define BASE_PROGRESS_H

struct progress {
	/* done: 0..1, what: short translated text. Nonzero = stop, leave no trace. */
	int (*step)(void *context, double done, const char *what);
	void *context;
};

/* Nonzero when the person gave up. progress may be NULL. */
static inline int
progress_step(const struct progress *progress, double done, const char *what)
{
	return progress && progress->step ? progress->step(progress->context, done, what) : 0;
}

#endif
