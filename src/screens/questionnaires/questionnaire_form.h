/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form over the draft: a choice, a text in two languages, the settings. Keeps what is typed as a
 * draft, asks before it is lost, saves the questionnaire. */
#ifndef SCREENS_QUESTIONNAIRE_FORM_H
#define SCREENS_QUESTIONNAIRE_FORM_H

#include "screens/frame/keeper.h"
#include "screens/questionnaires/questionnaire_design.h"
#include "tui/form.h"

enum { DESIGN_FORM_FIELDS = 48, DESIGN_FORM_KEY = 200 };

struct design_form {
	struct design *design;
	const char *title;                /* translated */
	const char *draft;                /* name of the draft of what is typed */
	struct field fields[DESIGN_FORM_FIELDS];
	const char *names[DESIGN_FORM_FIELDS];
	int count;
	const void *data;                 /* copied */
	size_t size;
	char key[DESIGN_FORM_KEY];        /* what apply needs to find its thing */
	bool fresh;                       /* made just now: left without saving it goes again */
	/* Writes what differs into the draft, a step of undo. -1: err->field may say where. */
	int (*apply)(struct design *d, const char *key, const void *now, const void *before,
		struct error *err);
};

void design_form_open(struct screens *s, const struct design_form *form);
/* Leaving a form over the draft: false = what was typed is asked about (answer: action). What was
 * made just now (fresh) and never saved goes again, here and where it is given up. */
bool design_leave(struct screens *s, struct design *d, const struct form *form, bool fresh,
	const char *what, int action);
void design_give_up(struct screens *s, struct design *d, struct keeper *keeper,
	const struct form *form, bool fresh);
/* A field at the end; name NULL: a note. Returns it for what else there is to say. */
struct field *design_form_add(struct design_form *f, enum field_kind kind, const char *label,
	const char *name, size_t offset, size_t size);
/* One field for each language of the questionnaire: each bytes apart. */
void design_form_texts(struct design_form *f, int rows, const char *label, const char *name,
	size_t offset, size_t each);
/* "Text, pl", or the label alone where there is one language. In the design's arena. */
const char *design_in_language(struct design *d, const char *label, int language);

#endif
