/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Meetings of exchange groups: when and where, whose guests, how far they are; what was noted and
 * agreed. Agenda and people have headers of their own (agenda.h, participant.h); each change of
 * theirs raises the meeting's rev. */
#ifndef MODEL_MEETING_H
#define MODEL_MEETING_H

#include "base/arena.h"
#include "base/date.h"
#include "model/owner.h"

enum meeting_state { MEETING_PLANNED, MEETING_INVITED, MEETING_HELD, MEETING_CANCELLED };
const char *meeting_state_name(enum meeting_state state);  /* "planned": of columns */
const char *meeting_state_label(enum meeting_state state); /* for people */

enum { MEETING_AT = 17 }; /* 2027-03-12T10:00, local wall time */

/* Fields that errors of meeting_save name; the form follows this order. */
enum meeting_field {
	MEETING_FIELD_NUMBER = 1,
	MEETING_FIELD_STAGE,
	MEETING_FIELD_TITLE,
	MEETING_FIELD_DAY,
	MEETING_FIELD_FROM,
	MEETING_FIELD_LAST_DAY,
	MEETING_FIELD_TO,
	MEETING_FIELD_HOST,
	MEETING_FIELD_PLACE,
	MEETING_FIELD_PRESENTATION,
	MEETING_FIELD_NOTE
};

struct meeting { /* zero but host = NO_SLOT: see meeting_defaults() */
	int64_t id, rev;
	char uid[33], owner[OWNER_SIZE];
	int64_t group;
	char group_code[33], group_name[160];
	int stage; /* position, 0 = none */
	char stage_name[160];
	/* In its group; 0 = the next one, in the order of entering. It stands in invitations and
	 * minutes, so it never changes by itself when another meeting is put before:
	 * meeting_renumber(). */
	int number;
	char title[160];
	char starts_at[MEETING_AT], ends_at[MEETING_AT];
	int host; /* slot, NO_SLOT = not at a member's */
	char place[200], presentation[256];
	enum meeting_state state;
	char reason[256]; /* of cancelling */
	int64_t sequence; /* iCalendar: raised by changes of subject, day, hour, place, by
	                   * cancelling, deleting and bringing back */
	char note[1024];  /* for the coordinator only */
	char retired_at[32];
	bool frozen; /* its minutes were approved: nothing of it changes any more */
};

struct meeting_row { /* of lists; texts in the arena */
	int64_t id, rev, group;
	const char *group_code, *group_name, *title, *stage_name, *place, *uid;
	const char *starts_at, *ends_at, *presentation, *reason;
	int number, host;
	int64_t sequence;
	enum meeting_state state;
	int invited, accepted,
		attended; /* accepted: answered yes or send a substitute; no guests */
	int guests, guests_came;
	bool retired, made_up;
};

struct meeting_filter { /* zero = all that are not retired, by time */
	int64_t group;
	int64_t id;                 /* this one alone */
	int year;                   /* in which it begins */
	const char *from, *before;  /* days: ends on or after from, begins before the other; NULL */
	bool newest_first, retired; /* retired: only these */
	bool retired_too;
};

int meeting_list(struct db *db, const struct meeting_filter *filter, struct arena *arena,
	struct meeting_row **list, int *count, struct error *err);
int meeting_load(struct db *db, int64_t id, struct meeting *out, struct error *err);
/* *id: 0 = no meeting has this uid. */
int meeting_by_uid(struct db *db, const char *uid, int64_t *id, struct error *err);
/* A new one of the group: next number and stage, the next host, the hours of the last meeting. */
int meeting_defaults(struct db *db, int64_t group, struct meeting *out, struct error *err);
/* A new one also gets the agenda of its stage, homework of the last meeting first, and the
 * people of the group on its invitation list. ERROR_INPUT with the field: before the group began
 * or after it ended, end before the beginning, a host who left, minutes approved. */
int meeting_save(struct db *db, struct meeting *m, struct error *err);
/* What is odd but allowed, sentences on lines of their own: public holiday, Sunday, winter break,
 * host who never was a member, another meeting of the group or of the host on that day, a number
 * against the order of days. "" = nothing. Returns dst. */
char *meeting_warnings(struct db *db, const struct meeting *m, char *dst, size_t size);
/* Under m->rev. planned <-> invited -> held; cancelled only by meeting_cancel(). Invited writes
 * the day into the invitation list. */
int meeting_set_state(struct db *db, struct meeting *m, enum meeting_state to, struct error *err);
int meeting_cancel(struct db *db, struct meeting *m, const char *reason, struct error *err);
/* Deletes (not one that was held) or brings back. */
int meeting_retire(struct db *db, struct meeting *m, bool back, struct error *err);

/* Days of the meeting: 1, or more where it ends on a later day. */
int meeting_days(const char *starts_at, const char *ends_at);
/* "12.03.2027 10:00–15:00", of several days both dates. Returns dst. */
char *meeting_when(char *dst, size_t size, const char *starts_at, const char *ends_at);
/* The same for a sentence: with “at the hours of” in Polish. */
char *meeting_when_said(char *dst, size_t size, const char *starts_at, const char *ends_at);
/* 10:30, 1030, 930, 10, 10.30 into "10:30"; -1: no hour of a day. */
int meeting_time_parse(const char *text, char dst[6]);

/* ---- inside a write of another noun of the meeting ---- */
/* Owner and approved minutes checked, a deleted one refused, rev raised; rev 0 = whatever it is,
 * else ERROR_CONFLICT. */
int meeting_touch(struct db *db, int64_t meeting, int64_t rev, struct error *err);

/* ---- notes and agreements ---- */
enum { MEETING_NOTES_SIZE = 65536 }; /* of the meeting, of an item; longer ones are refused */
/* In the arena; of the whole meeting, items have their own (agenda.h). */
int meeting_notes_load(
	struct db *db, int64_t meeting, struct arena *arena, const char **notes, struct error *err);
int64_t meeting_seen(const char *text); /* tells one text from another, for forms */
/* former: the text that the person saw; another one stands there now: ERROR_CONFLICT. */
int meeting_notes_save(
	struct db *db, int64_t meeting, const char *former, const char *notes, struct error *err);

enum agreement_field { AGREEMENT_FIELD_TEXT = 1, AGREEMENT_FIELD_KIND, AGREEMENT_FIELD_ITEM };
enum agreement_kind { AGREEMENT_AGREED, AGREEMENT_DECIDED };
const char *agreement_kind_label(enum agreement_kind kind);

struct agreement {
	int64_t id, meeting;
	int64_t item; /* of the agenda, 0 = of the whole meeting */
	int position; /* 1, 2, …; 0 = at the end */
	enum agreement_kind kind;
	char text[1000];
	int64_t seen; /* what it said when it was read, for ERROR_CONFLICT; written by load */
};
int agreement_list(struct db *db, int64_t meeting, struct arena *arena, struct agreement **list,
	int *count, struct error *err);
int agreement_load(struct db *db, int64_t id, struct agreement *out, struct error *err);
int agreement_save(struct db *db, struct agreement *a, struct error *err);
int agreement_delete(struct db *db, int64_t id, int64_t seen, struct error *err);

#endif
