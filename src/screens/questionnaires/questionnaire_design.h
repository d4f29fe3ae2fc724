/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A questionnaire that is being designed: in memory whole, in the database after each change.
 * The outline owns it; the screens above it change the same one. */
#ifndef SCREENS_QUESTIONNAIRE_DESIGN_H
#define SCREENS_QUESTIONNAIRE_DESIGN_H

#include "model/questionnaires/questionnaire_check.h"
#include "model/questionnaires/questionnaire_edit.h"
#include "screens/frame/app.h"

struct design_difference { /* between mine and a colleague's */
	enum { DESIGN_HEAD, DESIGN_QUESTION, DESIGN_CHOICE } what;
	const char *list, *name; /* of the question, of the choice and its list */
};

struct design {
	struct app *app;
	struct arena arena;        /* of the questionnaire and all that undo brings back */
	struct questionnaire q;
	struct questionnaire saved; /* as the database has it */
	struct questionnaire_edit edit;
	int language;              /* shown in the outline */
	bool fixed;                /* published: only looked at */
	/* found anew after each change, in its own arena */
	struct arena found;
	struct questionnaire_problem *problems;
	int problem_count, errors;
	bool *faulty;              /* by question: an error stands there */
	/* of a conflict */
	struct questionnaire theirs;
	struct design_difference *differences;
	int difference_count;
};

/* version 0 = the newest; it is fixed unless it is a draft and the newest. */
int design_open(struct design *d, struct app *app, const char *code, int version,
	struct error *err);
void design_release(struct design *d);
const char *design_frozen(void); /* what is said of a published version */
/* Whether it can be changed; else says why not. */
bool design_may_change(struct screens *s, struct design *d);
/* After a change in memory: checks all, saves the draft. -1: told on the screen; a colleague's
 * change opens both versions and answers the top screen with DESIGN_CONFLICT. */
int design_save(struct screens *s, struct design *d);
/* The answer to DESIGN_CONFLICT: takes over what was chosen and saves. */
void design_settle(struct screens *s, struct design *d, const char *answer);
/* Takes the last change back and saves; false = there is none. */
bool design_undo(struct screens *s, struct design *d);

/* "5a. How satisfied …", or the name where there is no text. In one line. dst of size. */
char *design_title(const struct design *d, int question, char *dst, size_t size);
/* The text in the language shown, else in any; "" = none. */
const char *design_text(const struct design *d, const struct texts *t);
/* One line of it. */
char *design_line(char *dst, size_t size, const char *text);
/* "single choice": as people call the kind. */
const char *design_type_label(enum question_type type);
/* A column of the definition in words: relevant is "Shown only if". */
const char *design_column_label(const char *column);

enum { DESIGN_CONFLICT = 1900 }; /* an answer every screen of the designer knows */

/* The screens; argument struct design_view. */
struct design_view {
	struct design *design;
	int question;     /* index, -1 = none */
	const char *list; /* of choices */
	bool fresh;       /* the question was made just now */
};
extern const struct screen questionnaire_question_screen;
extern const struct screen questionnaire_choices_screen;
extern const struct screen questionnaire_texts_screen;
extern const struct screen questionnaire_preview_screen;

struct design_version { /* argument of questionnaire_outline_screen */
	const char *code;
	int version; /* 0 = the newest */
};
extern const struct screen questionnaire_outline_screen;
extern const struct screen questionnaire_versions_screen; /* argument: the code */
extern const struct screen questionnaire_templates_screen;

/* The form of title, notice, instruction … */
void design_open_head(struct screens *s, struct design *d);
/* All problems as text in a pager. */
void design_show_problems(struct screens *s, struct design *d);

#endif
