/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A keyer who lost the step types the codes of the next questions into an open one. */
#include "config.h"

#include "base/text.h"
#include "screens/keying/keying_open.h"

#include <string.h>

enum { FOLDED = 2048 };

/* What a label says, in either language and folded, when its answer is a number. */
static const char *const numeric[] = { "numer", "number", "telefon", "phone", "kod ", "kod:",
	"code", "pesel", "nip", "regon", "krs", "data ", "date", "rok ", "year", "godzin", "hour",
	"ile ", "how many" };

static bool
asks_number(const struct questionnaire *q, const struct question *row)
{
	char folded[FOLDED], label[FOLDED];

	if (strstr(row->appearance, "numbers"))
		return true;
	for (int language = 0; language < q->language_count; language++) {
		text_copy(label, sizeof label, questionnaire_text(q, &row->label, language));
		text_fold(folded, sizeof folded, label);
		for (size_t i = 0; i < sizeof numeric / sizeof *numeric; i++)
			if (strstr(folded, numeric[i]))
				return true;
	}
	return false;
}

bool
keying_open_lost(const struct questionnaire *q, int question, const char *value)
{
	const struct question *row = &q->questions[question];

	return row->type == QUESTION_TEXT && strpbrk(value, "0123456789") &&
	       !text_has_letter(value) && !asks_number(q, row);
}
