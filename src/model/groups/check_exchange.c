/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checks of exchange groups: their comparison group, members, groups above, days; conclusions,
 * plans and homework. */
#include "config.h"

#include "model/check.h"

#include "base/i18n.h"
#include "model/queries.h"
#include "model/units/unit.h"

#include <stdio.h>

static const int checks[] = { Q_CHECK_EXCHANGE_FOLLOWS, Q_CHECK_EXCHANGE_TWICE,
	Q_CHECK_EXCHANGE_CIRCLES, Q_CHECK_EXCHANGE_DAYS, Q_CHECK_EXCHANGE_PLANS,
	Q_CHECK_EXCHANGE_PLACES, Q_CHECK_EXCHANGE_OPEN, Q_CHECK_EXCHANGE_OUTSIDERS,
	Q_CHECK_EXCHANGE_SUBSTITUTES };

static void
describe(char *dst, size_t size, int query, const char *code, const char *second)
{
	switch (query) {
	case Q_CHECK_EXCHANGE_FOLLOWS:
		snprintf(dst, size,
			_("The comparison group of the exchange group %s is missing, or has units "
			  "of its own."),
			code);
		break;
	case Q_CHECK_EXCHANGE_TWICE:
		snprintf(dst, size,
			_("The exchange group %s has the member %s twice at the same time."), code,
			second);
		break;
	case Q_CHECK_EXCHANGE_CIRCLES:
		snprintf(dst, size, _("The exchange group %s is a sub-group of itself."), code);
		break;
	case Q_CHECK_EXCHANGE_PLANS:
		snprintf(dst, size, _("The plan “%s” gathers a conclusion of another unit."), code);
		break;
	case Q_CHECK_EXCHANGE_PLACES:
		snprintf(dst, size, _("The lines of “%s” are not numbered one after the other."),
			code);
		break;
	case Q_CHECK_EXCHANGE_OPEN:
		snprintf(dst, size,
			_("Homework %s of the group %s is counted as open though it is not, or the "
			  "other way round."),
			second, code);
		break;
	case Q_CHECK_EXCHANGE_OUTSIDERS:
		snprintf(dst, size,
			_("The exchange group %s has a conclusion or plan of the unit %s, which "
			  "was "
			  "never its member."),
			code, second);
		break;
	case Q_CHECK_EXCHANGE_SUBSTITUTES:
		snprintf(dst, size,
			_("At meeting %s of the group %s somebody stands for a substitute, or for "
			  "somebody of another meeting."),
			second, code);
		break;
	default:
		snprintf(dst, size, _("The exchange group %s has the day “%s”, which cannot be."),
			code, second);
		break;
	}
}

static int
look(struct db *db, const struct unit_table *units, int query, check_fault *fault, void *context,
	int *found, struct error *err)
{
	bool of_unit = query == Q_CHECK_EXCHANGE_TWICE || query == Q_CHECK_EXCHANGE_OUTSIDERS;
	struct stmt *q = db_start(db, query, err);
	char sentence[256];

	while (db_next(q)) {
		describe(sentence, sizeof(sentence), query, db_text(q, 0),
			of_unit ? unit_code_shown(units, db_text(q, 1)) : db_text(q, 1));
		fault(context, sentence);
		++*found;
	}
	return db_end(q);
}

int
check_exchange(struct db *db, check_fault *fault, void *context, int *found, struct error *err)
{
	struct error ignored = { 0 };
	struct unit_table units = { 0 };
	int failed = 0;

	(void)unit_table_load(db, &units, &ignored); /* what is wrong there is told by others */
	for (size_t i = 0; !failed && i < sizeof(checks) / sizeof(checks[0]); i++)
		failed = look(db, &units, checks[i], fault, context, found, err) < 0;
	unit_table_release(&units);
	return failed ? -1 : 0;
}
