/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One question as the values of a form: which fields its kind has, and back into the draft. */
#ifndef SCREENS_QUESTIONNAIRE_VALUES_H
#define SCREENS_QUESTIONNAIRE_VALUES_H

#include "screens/questionnaires/questionnaire_design.h"
#include "tui/form.h"

enum {
	VALUES_TEXT = 4000,
	VALUES_MESSAGE = 1000,
	VALUES_RULE = 4097,
	VALUES_FIELDS = 80,
	VALUES_WORDS = 12
};

struct question_values {
	char label[QUESTIONNAIRE_LANGUAGES][VALUES_TEXT];
	char hint[QUESTIONNAIRE_LANGUAGES][VALUES_TEXT];
	char hard_message[QUESTIONNAIRE_LANGUAGES][VALUES_MESSAGE];
	char soft_message[QUESTIONNAIRE_LANGUAGES][VALUES_MESSAGE];
	char relevant[VALUES_RULE], hard_check[VALUES_RULE], soft_check[VALUES_RULE],
		required_rule[VALUES_RULE], calculation[VALUES_RULE], choice_filter[VALUES_RULE],
		repeat_count[VALUES_RULE], default_value[VALUES_RULE];
	char name[64], list[64], number[16], page[8], most[8];
	char start[24], end[24], step[24];
	int type, required, or_other, layout, second_keying, repeat_last;
};

struct question_fields { /* made for one question */
	struct field list[VALUES_FIELDS];
	const char *names[VALUES_FIELDS]; /* for drafts; NULL = not kept */
	const char *rules[VALUES_FIELDS]; /* column of a rule, NULL = none */
	int count;
	const char *layouts[VALUES_WORDS], *layout_words[VALUES_WORDS];
	const char *types[QUESTION_TYPES + 1];
	int name_field; /* index */
};

/* The values as they are. */
void question_values_read(const struct design *d, int question, struct question_fields *f,
	struct question_values *v);
/* The fields its kind has; texts lie in d->arena. */
void question_fields_make(struct design *d, int question, struct question_fields *f);
/* What differs from base into the draft, one step of undo more. -1: err->field is the form's. */
int question_values_write(struct design *d, int question, const struct question_fields *f,
	const struct question_values *v, const struct question_values *base, struct error *err);

#endif
