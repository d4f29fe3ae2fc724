/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One meeting on the screen: agenda, attendance, notes, homework, documents in turn. For its own
 * files alone. */
#ifndef SCREENS_MEETING_VIEW_H
#define SCREENS_MEETING_VIEW_H

#include "model/meetings/agenda.h"
#include "model/meetings/document_register.h"
#include "model/meetings/homework.h"
#include "model/meetings/attendance.h"
#include "screens/frame/list_screen.h"

enum meeting_tab {
	MEETING_PROGRAM,
	MEETING_PEOPLE,
	MEETING_NOTES,
	MEETING_TASKS,
	MEETING_DOCUMENTS,
	MEETING_TABS
};

struct note_row { /* of the notes: the whole meeting (both NULL), an item, or what was agreed */
	const struct agenda_item *item;
	const struct agreement *agreement;
};

struct meeting_view {
	struct list_screen base;
	int64_t id;
	struct meeting meeting;
	enum meeting_tab tab;
	struct agenda_item *items;
	int item_count;
	struct participant *people;
	int people_count;
	struct attendance *units;
	int unit_count;
	struct agreement *agreements;
	int agreement_count;
	struct note_row *rows;
	const char *notes;      /* of the whole meeting */
	int open_homework;      /* given before */
	struct homework *tasks; /* what this meeting reviews, then what it gives */
	int task_count, reviewed;
	struct register_entry *documents;
	int document_count;
	int64_t asked, asked_rev; /* line that a question is about; its rev, or what it said */
	struct participant asked_person; /* whose answer is chosen, as the list showed it */
};

extern const struct list_column *const meeting_columns[MEETING_TABS];
extern const int meeting_column_counts[MEETING_TABS];
extern const char *const meeting_empty[MEETING_TABS];

void meeting_cell(const void *self, int row, int column, struct list_cell *c);
void meeting_row_key(const void *self, int row, char *dst, size_t size);
void meeting_above(void *self, struct canvas *c);

/* Approved minutes freeze agenda, attendance and notes; homework and documents go on. */
bool meeting_able(const void *self, int row, int action);

/* The tabs of homework and documents. */
int meeting_work_load(struct meeting_view *v, struct error *err);
void meeting_work_id(const struct meeting_view *v, int row, char *dst, size_t size);
void meeting_work_key(const struct meeting_view *v, int row, char *dst, size_t size);
void meeting_work_cell(const struct meeting_view *v, int row, int column, struct list_cell *c);
void meeting_work_note(const struct meeting_view *v, int row, char *dst, size_t size);
void meeting_work_above(const struct meeting_view *v, struct canvas *c);
void meeting_work_add(struct screens *s, const struct meeting_view *v, int action);
void meeting_work_open(
	struct screens *s, const struct meeting_view *v, int row, int action, int answer);
void meeting_work_ask_delete(struct screens *s, struct meeting_view *v, int row, int action);

/* After a change: what is shown is read again; said may be NULL. */
void meeting_changed(struct screens *s, int result, struct error *err, const char *said);
void meeting_tick_rest(struct screens *s, const struct meeting_view *v);
void meeting_invite_group(struct screens *s, const struct meeting_view *v);
void meeting_from_stage(struct screens *s, const struct meeting_view *v);
void meeting_delete_line(struct screens *s, const struct meeting_view *v); /* v->asked */
void meeting_take_reply(struct screens *s, const struct meeting_view *v, int number);

#endif
