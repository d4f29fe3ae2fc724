/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strategy as it stands in a year: all its goals in order, every target with its values and its
 * judgement, goals judged from them. Each series is read once. What a year says of its values rests
 * on those up to it, whatever was read later: until the first one after the base year it has no
 * value, and the base is only where the line begins. Where "bd" is said of the year asked it has
 * none either: an older value does not stand in for it. */
#ifndef MODEL_TARGET_COURSE_H
#define MODEL_TARGET_COURSE_H

#include "model/strategies/goal.h"
#include "model/strategies/target.h"
#include "model/strategies/target_correction.h"
#include "model/strategies/target_taken.h"

struct target_point { /* one year's value; missing ones keep their flag */
	int year;
	double value; /* NAN where flag_missing(flag) */
	unsigned char flag;
	unsigned marks;                       /* enum value_mark, of linked ones */
	const struct target_reading *reading; /* of keyed ones; NULL = from the indicator */
	/* The value is that of a correction, whatever file or keyer said; NULL = of none. */
	const struct target_correction *corrected;
};

/* Years that the annex of a report shows, the year asked the last of them. */
enum { COURSE_YEARS_SHOWN = 6 };

struct round_frozen;
struct target_course {
	struct target *target;
	int goal;         /* index into goals; -1 = of the whole strategy */
	const char *whose; /* label of its unit where that is not the strategy's; NULL = it is */
	int slot;         /* whose figure it is: who followed the unit one to one */
	int former;       /* the unit that the target names, where another followed it;
	                                NO_SLOT = it is itself */
	const int *stops; /* years with a split or merge of the unit */
	int stop_count;
	bool no_card;                /* its indicator is not in the database */
	struct target_point *points; /* ascending; every year in which something is said */
	int count;
	/* What is shown of the years before these, which no judgement looks at. */
	struct target_point *earlier;
	int earlier_count;
	struct target_judgement now; /* as of the year asked */
	unsigned char flag;          /* of the value, or why there is none in the year asked */
	/* The newest figure up to the year asked that would stand in place of an older one or of
	 * none, had its file not been taken back; NULL = none. */
	const struct target_taken *taken;
	/* What the approved report of the year asked says of it (round_frozen.h);
	 * NULL = the report is not approved, or does not know it (DOUBT_LATER). */
	const struct round_frozen *approved;
};

struct goal_status;
struct strategy_course {
	struct strategy strategy;
	int year;
	struct status_limits limits;
	struct goal *goals;
	int goal_count;
	struct target_course *targets; /* in the order of the tree; of the whole strategy first */
	int target_count;
	/* Deleted ones that stand in an approved report of any year; where it is that of the year
	 * asked they have its judgement and are counted. */
	struct target_course *gone;
	int gone_count;
	struct goal_status
		*goal_status;     /* one for each goal, and one more: of the whole strategy */
	int counts[TARGET_WORDS]; /* targets by status */
	/* "" or the day when the report of the year was approved: judgements, counts and statuses
	 * are those that it has; where a figure of it was corrected, the indicator and its goals
	 * are judged by the correction. What came since has no status. */
	char approved_on[12];
};

/* The last full year: what is asked where nobody says a year. */
int strategy_usual_year(void);
/* year 0 = the last full year. */
int target_course_load(struct db *db, const struct unit_table *units, int64_t strategy, int year,
	struct arena *arena, struct strategy_course *out, struct error *err);
/* The judgement of one target as of another year, from what is loaded. */
void target_course_at(const struct strategy_course *course, const struct target_course *target,
	int year, struct target_judgement *out);
/* The target of this number, deleted ones of approved reports too; NULL = not there. */
struct target_course *target_course_of(const struct strategy_course *course, int64_t target);
/* The judgement of the year's approved report, or by a correction since then: by the whole rule and
 * the limits as they were approved. Of years approved before rules were kept direction, tolerance,
 * interval and limits are those of now. */
void target_course_approved(const struct strategy_course *course,
	const struct target_course *target, const struct round_frozen *approved, int year,
	struct target_judgement *out);
/* The same by one correction of the year, whichever is the newest; value NAN: it says that there is
 * no figure. */
void target_course_corrected(const struct strategy_course *course,
	const struct target_course *target, const struct round_frozen *approved, int year,
	double value, unsigned char flag, struct target_judgement *out);
/* Whether the value of a judgement as of a year is one of a correction, or its word that there is
 * none; NULL = no. */
const struct target_correction *target_corrected(
	const struct target_course *target, const struct target_judgement *judged, int year);
/* Why there is no status, or an older value: the doubt in words, and the file that was taken back
 * with the figure; "" = nothing to say. */
const char *target_course_why(const struct target_course *target, enum target_doubt doubt,
	struct arena *arena);
/* Its name, and whose figure it is where that is another unit: "Unemployment (powiat
 * oleśnicki)". Returns dst, of TARGET_NAME_SIZE. */
char *target_course_name(const struct target_course *target, char *dst, size_t size);
enum { TARGET_NAME_SIZE = 512 };
/* Its point of that very year; NULL = nothing is said. */
const struct target_point *target_point_of(const struct target_course *target, int year);
/* The same, of the earlier years too: to be shown, not to be judged by. */
const struct target_point *target_point_shown(const struct target_course *target, int year);

/* Raises the decimals of a card that was read, so that the value is shown as it was keyed; nothing
 * is saved. A value of more decimals than a card can have was computed by a spreadsheet: it changes
 * nothing. The cards of a course are so for all their readings and corrections. */
void target_fit_reading(struct target *target, double value);

/* Before it is saved: whether its card has a value of its unit in any year; of none, the nearest
 * unit above of which it has, NULL = of none. A keyed one is fed. */
int target_fed(struct db *db, const struct unit_table *units, const struct target *t, bool *fed,
	const struct unit **above, struct error *err);
/* What is said of one that is not; whose: its unit. */
const char *target_unfed_text(const struct target *t, const struct unit *whose,
	const struct unit *above, struct arena *arena);

/* Limits as the office has set them. */
int status_limits_load(struct db *db, struct status_limits *out, struct error *err);

#endif
