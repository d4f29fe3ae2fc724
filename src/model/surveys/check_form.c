/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checks of forms: readings, answers, states and numbers that contradict each other. */
#include "config.h"

#include "model/check.h"

#include "base/i18n.h"
#include "model/queries.h"

#include <stdio.h>

static const int queries[] = { Q_CHECK_ANSWER_LONE, Q_CHECK_ANSWER_ODD, Q_CHECK_READING_COUNTED,
	Q_CHECK_FORM_STATE, Q_CHECK_FORM_SECOND, Q_CHECK_FORM_NUMBER, Q_CHECK_FORM_COUNTED,
	Q_CHECK_DIFFERENCE };

static void
say(char *dst, size_t size, int query, const char *wave, long long number, const char *what)
{
	switch (query) {
	case Q_CHECK_ANSWER_LONE:
		snprintf(dst, size,
			_("Wave %s, form %lld: answers of reading %s, which does not exist."), wave,
			number, what);
		break;
	case Q_CHECK_ANSWER_ODD:
		snprintf(dst, size,
			_("Wave %s, form %lld: reading %s holds answers that its questionnaire "
			  "does not know."),
			wave, number, what);
		break;
	case Q_CHECK_READING_COUNTED:
		snprintf(dst, size,
			_("Wave %s, form %lld: reading %s is finished, but the number of its "
			  "answers has changed."),
			wave, number, what);
		break;
	case Q_CHECK_FORM_STATE:
		snprintf(dst, size,
			_("Wave %s, form %lld: its state “%s” contradicts its first reading."),
			wave, number, what);
		break;
	case Q_CHECK_FORM_SECOND:
		snprintf(dst, size,
			_("Wave %s, form %lld: its second keying “%s” contradicts its readings or "
			  "differences."),
			wave, number, what);
		break;
	case Q_CHECK_FORM_NUMBER:
		snprintf(dst, size,
			_("Wave %s, form %lld: its number does not lie in its batch %s."), wave,
			number, what);
		break;
	case Q_CHECK_FORM_COUNTED:
		snprintf(dst, size,
			_("Wave %s: the counted forms of batch %s are not those there are."), wave,
			what);
		break;
	default:
		snprintf(dst, size,
			_("Wave %s, form %lld: the difference in %s is not backed by readings."),
			wave, number, what);
		break;
	}
}

int
check_forms(struct db *db, check_fault *fault, void *context, int *found, struct error *err)
{
	*found = 0;
	for (size_t i = 0; i < sizeof(queries) / sizeof(queries[0]); i++) {
		struct stmt *row = db_start(db, queries[i], err);
		char sentence[512];

		while (db_next(row)) {
			say(sentence, sizeof(sentence), queries[i], db_text(row, 0),
				(long long)db_int(row, 1), db_text(row, 2));
			fault(context, sentence);
			++*found;
		}
		if (db_end(row) < 0)
			return -1;
	}
	return 0;
}
