/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screens of exchange groups, and what their forms and those of meetings share. */
#ifndef SCREENS_GROUP_SCREENS_H
#define SCREENS_GROUP_SCREENS_H

#include "model/groups/stage.h"
#include "screens/frame/card_form.h"

extern const struct screen exchange_group_screen; /* argument: int64_t, the group */
extern const struct screen group_calendar_screen; /* argument: int64_t, the group */
extern const struct screen stage_list_screen;     /* of kinds of groups */
extern const struct screen stage_item_screen;     /* argument: struct stage_named */
extern const struct screen winter_list_screen;
extern const struct screen contact_list_screen;
extern const struct screen contact_card_screen; /* argument: int64_t, the contact */

extern const struct card_form_kind exchange_group_form;
extern const struct card_form_kind exchange_member_form;     /* parent: the group */
extern const struct card_form_kind exchange_new_member_form; /* the same, with its unit */
extern const struct card_form_kind exchange_person_form; /* id: the contact, parent: the group */
extern const struct card_form_kind exchange_new_person_form; /* the same, or with a new card */
extern const struct card_form_kind group_stage_form;     /* id: position, parent: the group */
extern const struct card_form_kind stage_form;           /* id: position, parent: kind + 1 */
extern const struct card_form_kind winter_form;          /* id: winter_form_id() */
extern const struct card_form_kind contact_form;

/* Words of choices in forms, N_(), ended by NULL, in the order of the model's. */
extern const char *const exchange_kind_words[];
extern const char *const exchange_units_words[];
extern const char *const exchange_part_words[];

struct stage_named {
	struct stage_place of;
	const char *name;
	const char *group; /* its code; NULL where the stage is of a kind */
};

/* GWD, WZS, network … for columns and lines that are short. */
const char *group_short_kind(enum exchange_kind kind);

/* For FIELD_LOOKUP: context is a struct app; the key is the number of the contact, the code of
 * the group. */
int group_suggest_contact(void *app, const char *typed, struct field_suggestion *rows, int max);
int group_suggest_group(void *app, const char *typed, struct field_suggestion *rows, int max);
/* Units, those that are or were members of the group (0 = of any) before all others. */
int group_suggest_unit(struct app *app, int64_t group, const char *typed,
	struct field_suggestion *rows, int max);
/* Of a group only those that are or were its members. */
int group_suggest_its_member(struct app *app, int64_t group, const char *typed,
	struct field_suggestion *rows, int max);
/* The same for FIELD_LOOKUP, of any group. */
int group_suggest_member(void *app, const char *typed, struct field_suggestion *rows, int max);
/* Whom a new line is about: in a group of another office the own member, else the unit in view if
 * it is or was a member of the group (0 = of any), else the office's own under the same rule;
 * without a group the own one in any case. NO_SLOT = to be chosen. */
int group_unit_of_new(struct app *app, int64_t group, int *slot, struct error *err);
/* Drafts of a line of something: a uid of its own made of that of the whole. */
void group_line_uid(char dst[33], const char *uid, int64_t line);
/* exchange_member_meant() with the app's units. */
int group_member_meant(struct app *app, int64_t group, int *slot, struct error *err);
/* 0 when the person may write and coordinates, else -1 with a sentence. */
int group_may(struct app *app, struct error *err);
/* "02 dolnośląskie": of a voivodeship's code. */
char *group_voivodeship(struct app *app, const char *code, char *dst, size_t size);
/* A holiday of a voivodeship as one number, for forms and lists; and back. */
int64_t winter_form_id(const char *voivodeship, const char *first_on);

/* Asks whether to erase a contact; the answer comes as the action. */
void contact_ask_erase(struct screens *s, const char *name, int action);
void contact_erase_now(struct screens *s, int64_t contact);

#endif
