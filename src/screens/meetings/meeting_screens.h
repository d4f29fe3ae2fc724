/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screens of meetings, their forms, and what is done to a meeting from several of them. */
#ifndef SCREENS_MEETING_SCREENS_H
#define SCREENS_MEETING_SCREENS_H

#include "model/meetings/meeting.h"
#include "report/meeting_papers.h"
#include "screens/frame/card_form.h"

extern const struct screen meeting_screen; /* argument: int64_t, the meeting */

extern const struct card_form_kind meeting_form;     /* parent of a new one: the group */
extern const struct card_form_kind agenda_form;      /* parent: the meeting */
extern const struct card_form_kind participant_form; /* parent: the meeting */
extern const struct card_form_kind substitute_form;  /* slot: for which participant */
extern const struct card_form_kind agreement_form;   /* parent: the meeting; slot: item, 0 = none */
extern const struct card_form_kind meeting_notes_form; /* id: the meeting */
extern const struct card_form_kind agenda_notes_form;  /* id: the item */

/* gone and back of these forms: of the meeting itself, and of its lines, which name it as parent
 * once they are read. */
int meeting_form_gone(struct app *app, struct card_form_of *of, const void *base,
	struct deletion *out, struct error *err);
int meeting_form_back(struct app *app, struct card_form_of *of, const void *values,
	const struct deletion *d, struct error *err);
int meeting_form_line_gone(struct app *app, struct card_form_of *of, const void *base,
	struct deletion *out, struct error *err);
int meeting_form_line_back(struct app *app, struct card_form_of *of, const void *values,
	const struct deletion *d, struct error *err);

/* The form of a new meeting of the group on that day. */
void meeting_form_on(struct screens *s, int64_t group, struct date day, int action);

/* Label of the unit, "" = none. */
const char *meeting_unit(struct app *app, int slot);
/* "GWD-1, meeting 3: title". Returns dst. */
char *meeting_named(char *dst, size_t size, const char *group, int number, const char *title);

/* What is odd about the meeting in a box, if anything is. */
void meeting_say_odd(struct screens *s, int64_t meeting);

/* Asks for the next state; the answer goes to meeting_take_state(), which asks why where it is
 * cancelled; that answer goes to meeting_take_reason(). */
void meeting_ask_state(struct screens *s, const struct meeting *m, int action);
void meeting_take_state(struct screens *s, struct meeting *m, int number, int reason_action);
void meeting_take_reason(struct screens *s, struct meeting *m, const char *reason);

/* Asks whether the meetings of this one's group are to be numbered by day, and which change; the
 * answer goes to meeting_take_numbers(). */
void meeting_ask_numbers(struct screens *s, const struct meeting *m, int action);
void meeting_take_numbers(struct screens *s, const struct meeting *m);

/* Asks which paper; the answer goes to meeting_print(). */
void meeting_ask_paper(struct screens *s, int action);
/* participant: of a certificate, 0 = of all. */
void meeting_print(
	struct screens *s, int64_t meeting, int64_t participant, enum meeting_paper paper);
/* Writes the calendar file of what the filter leaves into the folder for files; what: in words. */
void meeting_calendar_file(
	struct screens *s, const struct meeting_filter *filter, const char *name, const char *what);

#endif
