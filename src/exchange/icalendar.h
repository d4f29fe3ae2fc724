/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Meetings as an iCalendar file (RFC 5545), for the calendars of other programs. A file published
 * again changes and cancels what an older one brought: UID stays, SEQUENCE rises. */
#ifndef EXCHANGE_ICALENDAR_H
#define EXCHANGE_ICALENDAR_H

#include "base/output.h"
#include "model/meetings/meeting.h"
#include "model/units/unit.h"

/* The meetings of the filter, cancelled ones too, into out; those that were deleted are cancelled
 * as well, because a calendar may have them from an older file. The
 * caller commits or aborts out. *count: how many; none is no error. */
int icalendar_write(struct db *db, const struct meeting_filter *filter,
	const struct unit_table *units, struct output *out, int *count, struct error *err);

#endif
