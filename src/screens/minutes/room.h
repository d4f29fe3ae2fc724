/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the lists and forms of this room share: whose they are (a meeting's, a group's, all),
 * making, changing, deleting and bringing back. */
#ifndef SCREENS_ROOM_H
#define SCREENS_ROOM_H

#include "screens/frame/actions.h"
#include "screens/frame/card_form.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/plans/group_view.h"

/* ---- lists ---- */

struct room_kind {
	const struct card_form_kind *form; /* parent: room_parent() */
	int (*retire)(struct db *db, int64_t id, int64_t rev, struct error *err);
	int (*bring_back)(struct db *db, int64_t id, struct error *err);
	const char *delete_title; /* N_() */
	const char *retired_empty, *empty; /* N_() */
};

struct room { /* first member of a screen's struct */
	struct list_screen base;
	const struct room_kind *kind;
	struct group_view view;
	struct of_meeting of;
	const struct unit_table *units;
	int meeting_number; /* of of.meeting */
	int64_t asked, asked_rev; /* what a question is about */
};

enum { ROOM_SAVED = ACTION_ANSWER_1, ROOM_GROUP, ROOM_RETIRE,
	ROOM_OWN /* from here on the screen's */ };

void room_start(struct screens *s, void *self, const struct list_screen_kind *list,
	const struct room_kind *kind, const void *argument);
/* Group, units, the row to stand on; before the screen reads its rows. */
int room_load(void *self, struct error *err);
int64_t room_group(const struct room *r); /* 0 = all */
void room_id(char *dst, size_t size, int64_t id);
const char *room_unit(const struct room *r, int slot, const char *none);
/* "GWD-1/3", of a group's own "GWD-1". */
char *room_where(char *dst, size_t size, const char *group_code, int meeting_number);
/* "GWD-1  Oświata, meeting 3: what" */
void room_above(const struct room *r, struct canvas *c, const char *what, const char *hint);
int64_t room_parent(const struct room *r);
/* F7, g, x and the answers to this frame's questions. */
int room_act(struct screens *s, struct room *r, int action, const struct event *event);
/* F4, F8, p on the row of this id, as it is shown; name is in the question. */
int room_act_row(struct screens *s, struct room *r, int64_t id, int64_t rev, const char *name,
	int action);

/* ---- rows that the screen of a meeting shows, too ---- */

struct homework;
struct register_entry;
int homework_role(const struct homework *h, bool state); /* state: of the column that says it */
/* The answer, or what the last meeting said; the number is what commands take. */
void homework_note(const struct homework *h, char *dst, size_t size);
const char *document_place_word(const struct register_entry *e); /* "link", "file", "" = none */
/* Where it lies, and whether the minutes of its meeting were approved before it was entered. */
void document_place_note(const struct register_entry *e, char *dst, size_t size);

/* ---- forms ---- */

struct room_place { /* first fields of a form */
	char group[64], group_key[64], meeting[8];
};
#define ROOM_GROUP_FIELD(type, member)                                                           \
	{                                                                                       \
		.kind = FIELD_LOOKUP, .label = N_("Group"),                              \
		.offset = offsetof(type, member.group),                                         \
		.size = sizeof((type *)0)->member.group,                                          \
		.key_offset = offsetof(type, member.group_key),                                 \
		.key_size = sizeof((type *)0)->member.group_key, .required = true, .width = 34,   \
		.suggest = group_suggest_group,                                                 \
		.none = N_("No exchange group has such a code or name."),                         \
		.help = N_("Code or name of the exchange group.")                               \
	}
#define ROOM_MEETING_FIELD(type, member, sentence)                                               \
	{                                                                                       \
		.kind = FIELD_NUMBER, .label = N_("Meeting no."),                                 \
		.offset = offsetof(type, member.meeting),                                       \
		.size = sizeof((type *)0)->member.meeting, .whole = true, .min = 1, .max = 999,   \
		.width = 5, .help = sentence                                                    \
	}

/* parent of a new one: a meeting, or a group below 0. */
int room_place_new(struct app *app, int64_t parent, struct room_place *place, struct error *err);
int room_place_put(struct app *app, int64_t group, int64_t meeting, struct room_place *place,
	struct error *err);
/* For a FIELD_LOOKUP of a form whose values begin with the place: units, members of its group
 * before all others. */
int room_suggest_unit(void *app, const void *values, const char *typed,
	struct field_suggestion *rows, int max);
/* meeting_field: of the error when the group has no such meeting. */
int room_place_take(struct app *app, const struct room_place *place, int meeting_field,
	int64_t *group, int64_t *meeting, struct error *err);
/* A meeting of the group by its number as typed; "" = none (0). */
int room_meeting_take(struct app *app, int64_t group, const char *number, int field,
	int64_t *meeting, struct error *err);
int room_meeting_number(
	struct app *app, int64_t meeting, char *dst, size_t size, struct error *err);

extern const struct card_form_kind homework_form, homework_answer_form;
extern const struct card_form_kind document_form;
/* parent: the meeting */
extern const struct card_form_kind minutes_remark_form, minutes_annex_form;
extern const struct card_form_kind opinion_form;
extern const struct card_form_kind opinion_answer_form; /* id: unit's slot; parent: the opinion */
extern const struct card_form_kind advice_form;

/* gone and back of these forms; what an answer is to is looked for. */
int homework_form_gone(struct app *app, struct card_form_of *of, const void *base,
	struct deletion *out, struct error *err);
int homework_form_back(struct app *app, struct card_form_of *of, const void *values,
	const struct deletion *d, struct error *err);
int opinion_form_gone(struct app *app, struct card_form_of *of, const void *base,
	struct deletion *out, struct error *err);
int opinion_form_back(struct app *app, struct card_form_of *of, const void *values,
	const struct deletion *d, struct error *err);
int opinion_answer_gone(struct app *app, struct card_form_of *of, const void *base,
	struct deletion *out, struct error *err);
int opinion_answer_back(struct app *app, struct card_form_of *of, const void *values,
	const struct deletion *d, struct error *err);

extern const struct screen minutes_editor_screen;  /* argument: int64_t, the meeting */
extern const struct screen minutes_remarks_screen; /* the same */
extern const struct screen minutes_annexes_screen; /* the same */
extern const struct screen opinion_answers_screen; /* argument: int64_t, the opinion */

#endif
