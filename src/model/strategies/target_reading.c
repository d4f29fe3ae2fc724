/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes with the years: readings of targets that no indicator feeds. */
#include "config.h"

#include "model/strategies/target.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/strategies/target_parts.h"

#include <math.h>
#include <string.h>

int
target_readings(struct db *db, int64_t strategy, int64_t target, struct arena *arena,
	struct target_reading **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_TARGET_READINGS, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, strategy);
	db_bind_int(q, 2, target);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = (struct target_reading){ .target = db_int(q, 0),
			.year = (int)db_int(q, 1),
			.value = db_double_or_nan(q, 2),
			.flag = (unsigned char)db_int(q, 3),
			.source = kept_string(arena, db_text(q, 4)),
			.login = kept_string(arena, db_text(q, 5)),
			.entered_at = kept_string(arena, db_text(q, 6)),
			.import_id = db_int(q, 7),
			.file_name = kept_string(arena, db_text(q, 8)) };
	}
	return db_end(q);
}

int
target_reading_parse(const char *text, double *value, unsigned char *flag, struct error *err)
{
	const char *from = text + strspn(text, " ");
	int known;

	*value = NAN;
	*flag = FLAG_NONE;
	if (!*from)
		return 0;
	if (!number_parse(text, value))
		return 0;
	known = flag_from_own(from);
	if (known < 0 || !flag_missing((unsigned char)known)) {
		*value = NAN;
		if (decimal_too_long(text, strlen(text)))
			return error_set(err, ERROR_INPUT,
				_("“%s” has too many digits; a figure has at most %d. Look whether "
				  "it is meant so, and round it."),
				text, DECIMAL_DIGITS);
		return error_set(err, ERROR_INPUT,
			_("“%s” is no figure. Type a number such as 12,5, or bd (no data), nd "
			  "(does "
			  "not apply)."),
			text);
	}
	*flag = (unsigned char)known;
	return 0;
}

bool
target_reading_same(const struct target_reading *a, const struct target_reading *b)
{
	return a->flag == b->flag &&
	       (isnan(a->value) ? isnan(b->value) : a->value >= b->value && a->value <= b->value);
}

struct openness { /* of a year's figure */
	bool found, linked;
	char approved[33]; /* code of the strategy whose approved report knows the target; "" */
	bool figure;       /* and has a figure of the year */
};

static int
check_open(const struct openness *o, int64_t target, int year, struct error *err)
{
	if (!o->found)
		return error_set(err, ERROR_MISSING, _("This indicator is gone already."));
	if (o->linked)
		return error_set(err, ERROR_INPUT,
			_("The figures of this indicator come from the database by themselves; "
			  "enter "
			  "them where the indicator is kept (5 1)."));
	if (o->approved[0])
		return error_set(err, ERROR_INPUT,
			o->figure
				? _("The report of %d is approved with this figure, so it stays. "
				    "What is "
				    "known now stands beside it as a correction: 6 6, the year, w, "
				    "or "
				    "gromada "
				    "round correct %s %d %lld VALUE REASON.")
				: _("The report of %d is approved without a figure of this "
				    "indicator. What is known now is written as a correction: 6 6, "
				    "the year, w, or gromada round correct %s %d %lld VALUE "
				    "REASON."),
			year, o->approved, year, (long long)target);
	return 0;
}

static int
open_of(struct db *db, int64_t target, int year, int64_t *strategy, struct error *err)
{
	struct stmt *q = db_start(db, Q_TARGET_READING_OF, err);
	struct openness o = { .found = false };

	db_bind_int(q, 1, target);
	db_bind_int(q, 2, year);
	o.found = db_next(q) && !db_int(q, 2);
	if (o.found) {
		*strategy = db_int(q, 0);
		o.linked = db_text(q, 1)[0] != '\0';
		text_copy(o.approved, sizeof(o.approved), db_text(q, 3));
		o.figure = db_int(q, 4) != 0;
	}
	return db_end(q) ? -1 : check_open(&o, target, year, err);
}

int
target_reading_open(struct db *db, int64_t target, int year, struct error *err)
{
	int64_t strategy;

	return open_of(db, target, year, &strategy, err);
}

static int
check_reading(struct db *db, const struct target_reading *r, struct error *err)
{
	int64_t strategy;

	if (open_of(db, r->target, r->year, &strategy, err))
		return -1;
	db_act_entity(db, strategy);
	if (r->year < UNIT_FIRST_YEAR || r->year > clock_today().year)
		return error_set(err, ERROR_INPUT,
			_("A figure for %d cannot be known yet, or the year is mistyped."),
			r->year);
	return kept_words_check(&(struct kept_words){ r->source ? r->source : "", KEPT_LINE_SIZE,
					false, false, 0, _("Source") },
		1, err);
}

int
target_reading_put(struct db *db, const struct target_reading *r, struct error *err)
{
	bool gone = isnan(r->value) && r->flag == FLAG_NONE;
	struct stmt *q;
	char now[32];

	if (check_reading(db, r, err))
		return -1;
	q = db_start(db, gone ? Q_TARGET_READING_DELETE : Q_TARGET_READING_WRITE, err);
	db_bind_int(q, 1, r->target);
	db_bind_int(q, 2, r->year);
	if (!gone) {
		db_bind_double_or_null(q, 3, r->value);
		db_bind_int(q, 4, r->flag);
		db_bind_text(q, 5, r->source ? r->source : "");
		db_bind_int(q, 6, db_person(db));
		db_bind_text(q, 7, clock_now_utc(now, sizeof(now)));
		db_bind_int_or_null(q, 8, r->import_id);
	}
	return db_run(q, NULL);
}

struct keying {
	const struct target_reading *reading, *seen;
};

/* Still as it was read? */
static int
check_seen(struct db *db, const struct keying *k, struct error *err)
{
	struct stmt *q = db_start(db, Q_TARGET_READING_NOW, err);
	char there[64] = "–";
	bool found, same;

	db_bind_int(q, 1, k->reading->target);
	db_bind_int(q, 2, k->reading->year);
	found = db_next(q);
	same = found == (k->seen != NULL);
	if (found && db_null(q, 0))
		text_copy(there, sizeof(there), flag_meaning((unsigned char)db_int(q, 1))->symbol);
	else if (found)
		number_format(there, sizeof(there), db_double(q, 0), -1);
	if (found && k->seen) {
		double now = db_double_or_nan(q, 0);

		same = (isnan(now) ? isnan(k->seen->value)
				   : now >= k->seen->value && now <= k->seen->value) &&
		       db_int(q, 1) == k->seen->flag;
	}
	if (db_end(q))
		return -1;
	return same ? 0
		    : error_set(err, ERROR_CONFLICT,
			      _("A colleague has changed this figure meanwhile: now it is %s. "
				"Yours is still in the form, and nothing was saved; settle which "
				"one holds."),
			      there);
}

static int
key(struct db *db, void *context, struct error *err)
{
	const struct keying *k = context;

	if (check_seen(db, k, err))
		return -1;
	if (!k->seen && isnan(k->reading->value) && k->reading->flag == FLAG_NONE)
		return error_set(err, ERROR_INPUT,
			_("There is no figure of %d to take away. Type a number, or bd (no data), "
			  "nd (does not apply); a source alone is not kept."),
			k->reading->year);
	return target_reading_put(db, k->reading, err);
}

int
target_reading_save(struct db *db, const struct target_reading *reading,
	const struct target_reading *seen, struct error *err)
{
	const struct db_act act = { .action = "target.reading", .entity = "strategy" };
	struct keying k = { reading, seen };

	return db_write(db, &act, key, &k, err);
}
