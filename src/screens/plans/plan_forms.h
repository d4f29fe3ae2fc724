/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms and screens of conclusions and plans that open each other. */
#ifndef SCREENS_PLAN_FORMS_H
#define SCREENS_PLAN_FORMS_H

#include "screens/frame/card_form.h"

extern const struct card_form_kind conclusion_form;   /* parent: the group, 0 = none */
extern const struct card_form_kind plan_form;         /* the same */
extern const struct card_form_kind plan_action_form;  /* id: place; parent: the plan */
extern const struct card_form_kind plan_result_form;  /* parent: the plan; slot: the year */
extern const struct card_form_kind closing_note_form; /* parent: the group */

extern const struct screen evidence_screen;      /* argument: int64_t, the conclusion */
extern const struct screen plan_list_screen;
extern const struct screen plan_card_screen;     /* argument: int64_t, the plan */
extern const struct screen plan_gather_screen;   /* argument: int64_t, the plan */
extern const struct screen closing_notes_screen; /* argument: int64_t, the group */

/* Money and figures of forms, as they are read back; NAN is an empty field. */
char *plan_number_text(char *dst, size_t size, double value);
char *plan_money_text(char *dst, size_t size, double value); /* grosze with two digits */
double plan_number_read(const char *text);

/* What a new conclusion or plan of the group is about; group 0 = "". */
int plan_group_service(struct app *app, int64_t group, char *dst, size_t size,
	struct error *err);

#endif
