/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of meetings share: checks of texts. What a person saw of a line: model/seen.h. */
#ifndef MODEL_MEETING_PARTS_H
#define MODEL_MEETING_PARTS_H

#include "model/meetings/meeting.h"
#include "model/seen.h"

enum { MEETING_MOST_DAYS = 9 };

/* A day as it is kept, or "". */
int meeting_day_check(const char *day, int field, struct error *err);
/* meeting_save() inside db_write. */
int meeting_put(struct db *db, struct meeting *m, struct error *err);

enum host_found { HOST_MEMBER, HOST_NEVER, HOST_GONE };
/* What the host is to the group on the days of the meeting. gone: its last day as a member, "" = it
 * joins later. */
int meeting_find_host(struct db *db, const struct meeting *m, enum host_found *found, char gone[12],
	struct error *err);
/* A host who was never a member may be one; who left before or joins after is refused. */
int meeting_check_host(struct db *db, const struct meeting *m, struct error *err);

struct agenda_item;
/* One item as it is, inside db_write. */
int agenda_write(struct db *db, const struct agenda_item *item, struct error *err);

struct participant;
/* Inside a write: who is refused on the list, with the field; and who cannot be taken off it,
 * because a substitute has that seat and would come for nobody. */
int participant_check(struct db *db, const struct participant *p, struct error *err);
int participant_refuse_awaited(struct db *db, int64_t id, struct error *err);

/* The sentence for a line that a colleague changed or deleted. Always -1. */
int meeting_line_changed(struct error *err);
int meeting_line_gone(struct error *err);
/* Before it is deleted: ERROR_CONFLICT where it does not say any more what was seen. */
int meeting_line_same(int64_t now, int64_t seen, struct error *err);

/* "12.03.2027" of 2027-03-12 or 2027-03-12T10:30. Returns dst. */
char *meeting_day_text(char *dst, size_t size, const char *at);
/* Minutes since midnight of the time in 2027-03-12T10:30. */
int meeting_minute(const char *at);

#endif
