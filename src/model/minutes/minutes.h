/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Minutes of a meeting: versions that never change, remarks of members, approval, annexes.
 *
 * The text is lines. "# ", "## ", "### " begin headings, "- " items of a list, "| " the rows of a
 * table ("| cell | cell |"), the first one its head; other lines are paragraphs,
 * empty lines part them. */
#ifndef MODEL_MINUTES_H
#define MODEL_MINUTES_H

#include "base/arena.h"
#include "model/owner.h"
#include "model/units/unit.h"

enum { MINUTES_TEXT = 1 << 20 }; /* bytes of a version, at most */

/* Under this name a document of minutes carries the uid of its meeting. */
#define MINUTES_PROPERTY "gromada meeting"

enum minutes_state { MINUTES_DRAFT, MINUTES_REMARKS, MINUTES_APPROVED };

struct minutes {
	int64_t id, rev; /* id 0 = there are none yet */
	char uid[33], owner[OWNER_SIZE];
	int64_t meeting;
	enum minutes_state state;
	char case_mark[128];
	char sent_on[11], remarks_until[11], approved_on[11];
	char approved_by[128];                /* name or login */
	int versions, remarks, open_remarks, annexes; /* versions: number of the newest */
	int sent_version;                             /* that went out for remarks, 0 = none */
};

enum minutes_source { MINUTES_MADE, MINUTES_EDITED, MINUTES_FILE };
struct minutes_version {
	int number;
	const char *text; /* NULL in lists */
	long size;        /* bytes */
	enum minutes_source source;
	const char *file_name, *login, *created_at;
};

/* id 0 where the meeting has none. */
int minutes_find(struct db *db, int64_t meeting, struct minutes *out, struct error *err);
/* What the meeting holds now, as the text of minutes; nothing is written. */
int minutes_compose(struct db *db, int64_t meeting, struct arena *arena, const char **text,
	struct error *err);
/* Inside a write that moves a meeting: -1 while its minutes wait for remarks. */
int minutes_check_home(struct db *db, int64_t meeting, struct error *err);
/* What the newest version does not say as the meeting holds it now, because the meeting changed
 * after a version was made from it: a sentence in the arena, "" = nothing. What was written by hand
 * counts as meant so, and minutes that were never made from the meeting are not held against it. */
int minutes_outdated(struct db *db, const struct minutes *m, struct arena *arena,
	const char **words, struct error *err);
/* Newest first, without texts. */
int minutes_versions(struct db *db, int64_t minutes, struct arena *arena,
	struct minutes_version **list, int *count, struct error *err);
/* number 0 = the newest; ERROR_MISSING. */
int minutes_version(struct db *db, int64_t minutes, int number, struct arena *arena,
	struct minutes_version *out, struct error *err);

struct minutes_head { /* above the text; in the arena */
	const char *letterhead, *title, *group, *meeting; /* meeting: its subject */
};
/* As it stood when this version was sent or approved, else as it would be today. */
int minutes_head_load(struct db *db, const struct minutes *m, int version, struct arena *arena,
	struct minutes_head *out, struct error *err);

/* A new version, the first of a meeting too (m->id 0, m->meeting set). Refused when approved, when
 * the text is that of the newest version, is empty or holds what text must not. m->rev is checked
 * and m read anew. */
int minutes_add(struct db *db, struct minutes *m, const char *text, enum minutes_source source,
	const char *file_name, struct error *err);
int minutes_set_case_mark(struct db *db, struct minutes *m, const char *mark, struct error *err);
/* Sent to members for remarks until a day; until "" = no day. Sending and approving say that the
 * meeting was held; both are refused before its day. */
int minutes_send(struct db *db, struct minutes *m, const char *on, const char *until,
	struct error *err);
int minutes_take_back(struct db *db, struct minutes *m, struct error *err); /* a draft again */
/* The version that members have and remarks are about: that which went out, else the newest. */
int minutes_version_out(const struct minutes *m);
/* That members never saw what would be approved, because the text changed after it was sent: a
 * sentence in the arena, "" = they did, or the minutes were not sent at all. */
const char *minutes_unseen(const struct minutes *m, struct arena *arena);
/* -1 and the sentence where remarks wait for an outcome. */
int minutes_open_remarks(const struct minutes *m, struct error *err);
/* Frozen from then on. Remarks without an outcome are refused. */
int minutes_approve(struct db *db, struct minutes *m, const char *on, struct error *err);

enum minutes_outcome { MINUTES_OPEN, MINUTES_TAKEN, MINUTES_PARTLY, MINUTES_NOT_TAKEN,
	MINUTES_OUTCOMES };
const char *minutes_outcome_name(enum minutes_outcome o);  /* "", taken, partly, not_taken */
const char *minutes_outcome_label(enum minutes_outcome o); /* translated */
struct minutes_remark {
	int64_t id, rev;
	const char *owner;
	int version, slot; /* slot NO_SLOT = moderator, expert */
	const char *text, *made_on; /* text: KEPT_LINES_SIZE (model/kept.h) */
	enum minutes_outcome outcome;
	const char *answer; /* KEPT_LINES_SIZE */
};
int minutes_remarks(struct db *db, int64_t minutes, struct arena *arena,
	struct minutes_remark **list, int *count, struct error *err);
/* id 0 = new. Outcome "not taken" and "partly" need an answer. */
enum minutes_remark_field { MINUTES_REMARK_WHO = 1, MINUTES_REMARK_TEXT, MINUTES_REMARK_ON,
	MINUTES_REMARK_OUTCOME, MINUTES_REMARK_ANSWER };
int minutes_remark_save(struct db *db, int64_t minutes, struct minutes_remark *r,
	struct error *err);
/* What is odd about a remark of this unit and yet allowed, sentences on lines of their own: no
 * member of the group on the day of the meeting, minutes that are not sent out. "" = nothing, and
 * of NO_SLOT: moderator and experts work on drafts, too. Returns dst. */
char *minutes_remark_warnings(struct db *db, const struct minutes *m, const struct unit *unit,
	char *dst, size_t size);

struct minutes_annex {
	int number;
	const char *text, *reason, *approved_on, *login; /* text, reason: KEPT_LINES_SIZE */
};
int minutes_annexes(struct db *db, int64_t minutes, struct arena *arena,
	struct minutes_annex **list, int *count, struct error *err);
enum minutes_annex_field { MINUTES_ANNEX_TEXT = 1, MINUTES_ANNEX_REASON, MINUTES_ANNEX_ON };
int minutes_annex_add(struct db *db, struct minutes *m, struct minutes_annex *a,
	struct error *err);

#endif
