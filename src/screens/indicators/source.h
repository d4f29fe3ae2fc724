/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a value comes from: file, date, person; one key on every view of values. */
#ifndef SCREENS_SOURCE_H
#define SCREENS_SOURCE_H

#include "model/indicators/indicator.h"
#include "tui/screen.h"

struct app;

/* slot NO_SLOT: the whole year. */
void source_open(struct screens *s, const struct indicator *indicator, int year, int slot);
/* With a line of numbers about the value under the heading; "" = none. */
void source_open_with(struct screens *s, const struct indicator *indicator, int year, int slot,
	const char *numbers);
/* The same as a text to be freed; NULL with err. */
char *source_text(
	struct app *app, const struct indicator *indicator, int year, int slot, struct error *err);

#endif
