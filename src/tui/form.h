/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form: fields described by an array, values in the caller's struct, text as typed. */
#ifndef TUI_FORM_H
#define TUI_FORM_H

#include "base/error.h"
#include "tui/calendar.h"
#include "tui/canvas.h"
#include "tui/edit.h"
#include "tui/textarea.h"
#include "tui/widget.h"

#include <stdint.h>

enum field_kind {
	FIELD_TEXT,    /* char[size] */
	FIELD_NUMBER,  /* char[size], read with number_parse; min and max when max > min; .whole */
	FIELD_DATE,    /* char[size], date_parse; shown as date_format after leaving the field; F4
	                * opens a month to choose from */
	FIELD_CHOICE,  /* int: index into choices; Space, Left, Right, digit or first letters */
	FIELD_YES_NO,  /* int 0/1: Space, T/Y, N */
	FIELD_LOOKUP,  /* char[size] shown text; the key goes to char[key_size] at key_offset */
	FIELD_LINES,   /* char[size] of several lines, .rows high */
	FIELD_NOTE     /* no value: a heading or a sentence */
};

struct field_suggestion {
	char text[128];  /* what is shown and goes into the field */
	char note[64];   /* kind, powiat: to tell two of one name apart */
	char key[64];    /* code */
	bool whole;      /* what was typed is its whole name or code, not a part */
};

enum { FORM_SUGGESTIONS = 8 };

struct field {
	enum field_kind kind;
	const char *label;      /* N_() */
	size_t offset, size;    /* in the caller's struct */
	bool required;
	bool fixed;             /* shown, not changed */
	double min, max;
	bool whole;             /* NUMBER: no decimals */
	bool due;               /* DATE: without a year the next one, not the nearest */
	const char *const *choices; /* N_(), ended by NULL */
	size_t key_offset, key_size;
	int width;              /* columns; 0 = what is left */
	int rows;               /* FIELD_LINES; 0 = 4 */
	const char *help;       /* N_() one sentence, shown in the status line */
	const char *none;       /* N_() LOOKUP: what to say when nothing answers */
	/* LOOKUP: fills at most max rows for what was typed, returns how many. */
	int (*suggest)(void *context, const char *typed, struct field_suggestion *rows, int max);
	/* In its place, where what is offered follows the other values; data is the caller's. */
	int (*suggest_beside)(void *context, const void *data, const char *typed,
		struct field_suggestion *rows, int max);
	/* Own check after the built-in ones; data is the caller's struct. */
	int (*check)(const void *data, const struct field *field, struct error *err);
	/* Nothing is to be written here as the others stand: no key stops at it. NULL = never. */
	bool (*idle)(const void *data);
};

enum { FORM_CHOICE_TYPED = 32, FORM_CHOICE_PAUSE = 1500 /* ms, then letters begin anew */ };

struct form { /* zero-initialise, then form_start */
	const struct field *fields;
	int count;
	void *data;             /* the caller's struct */
	void *context;          /* for suggest */
	bool anew;              /* set after form_start: of a new thing, whose texts are proposed */
	/* the rest is the widget's */
	int focus, top;
	struct edit edit;
	struct textarea area;
	char *before;           /* values at the start, for form_dirty */
	size_t before_size;
	int error_field;        /* 0-based, -1 = none */
	char error[512];
	struct field_suggestion suggestion[FORM_SUGGESTIONS];
	int suggestions, suggested; /* suggested: highlighted one */
	struct calendar calendar;   /* of a date field, while picking */
	bool picking;
	char typed[FORM_CHOICE_TYPED]; /* letters of a choice so far */
	int64_t typed_at;              /* ms of the last one, clock_monotonic_ms() */
	bool touched;           /* this field changed since it was entered */
};

/* data_size: of the caller's struct; its present values count as clean. */
void form_start(struct form *f, const struct field *fields, int count, void *data,
	size_t data_size, void *context);
void form_release(struct form *f);
/* Tab, Enter, Down go on, Shift-Tab and Up back; leaving takes the row of a lookup that what was
 * typed can mean alone, checks the field and shows its error beside it without holding the
 * person there. CHANGED when a field was left with a new value;
 * CHOSEN for Enter in the last field. */
enum widget_result form_event(struct form *f, const struct event *event);
/* Scrolls to the field in focus; marks say that fields lie above or below the window. */
void form_draw(struct form *f, struct canvas *c);
/* Trims blanks around every text, takes what lookups can mean alone, then checks every field;
 * -1: *err names the first (1-based field) and the cursor is there. */
int form_check(struct form *f, struct error *err);
/* Puts the cursor on err->field and shows its sentence there. */
void form_error(struct form *f, const struct error *err);
bool form_dirty(const struct form *f);
void form_clean(struct form *f);         /* the present values count as saved */
void form_focus(struct form *f, int field); /* 0-based */
void form_pass_filled(struct form *f);   /* on from leading days, numbers, lookups */
const char *form_help(const struct form *f); /* sentence on the field in focus, or "" */

extern const struct widget_kind form_widget; /* CONTEXT_TYPING */

#endif
