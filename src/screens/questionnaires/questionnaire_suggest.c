/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows for the lookups of the designer. */
#include "config.h"

#include "screens/questionnaires/questionnaire_suggest.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

bool
questionnaire_fits(const char *typed, const char *text)
{
	char needle[128], folded[600];

	text_fold(needle, sizeof needle, typed);
	return text_match(text_fold(folded, sizeof folded, text), needle);
}

bool
questionnaire_has_number(const struct design *d, int question, const char *typed)
{
	char number[16];

	return strcmp(question_number(&d->q, question, number, sizeof number), typed) == 0;
}

char *
questionnaire_choice_text(const struct design *d, const int *list, int place, int count, char *dst,
	size_t size)
{
	char code[8], line[160];

	choice_code(&d->q, list[place], place + 1, count, code, sizeof code);
	snprintf(dst, size, "%s %s", code,
		design_line(line, sizeof line, design_text(d, &d->q.choices[list[place]].label)));
	return dst;
}

/* Whether a row before this one has the same list. */
static bool
seen(const struct questionnaire *q, int choice)
{
	for (int i = 0; i < choice; i++)
		if (strcmp(q->choices[i].list, q->choices[choice].list) == 0)
			return true;
	return false;
}

int
questionnaire_suggest_list(
	void *design, const char *typed, struct field_suggestion *rows, int max)
{
	const struct design *d = design;
	int n = 0;

	for (int i = 0; i < d->q.choice_count && n < max; i++) {
		const struct choice *c = &d->q.choices[i];

		if (seen(&d->q, i) || !questionnaire_fits(typed, c->list))
			continue;
		text_copy(rows[n].text, sizeof rows[n].text, c->list);
		design_line(rows[n].note, sizeof rows[n].note, design_text(d, &c->label));
		rows[n++].key[0] = '\0';
	}
	return n;
}
