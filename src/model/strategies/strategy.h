/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strategies and programmes: whose, for which years, what they are called. Goals, targets and tasks
 * raise the strategy's rev; readings of targets do not, because offices key them side by side. */
#ifndef MODEL_STRATEGY_H
#define MODEL_STRATEGY_H

#include "base/arena.h"
#include "model/units/unit.h"
#include "store/db.h"

enum strategy_kind {
	STRATEGY_DEVELOPMENT,
	STRATEGY_SUPRALOCAL,
	STRATEGY_POLICY,
	STRATEGY_EXECUTIVE,
	STRATEGY_LOCAL_PROGRAMME,
	STRATEGY_INSTITUTIONAL_PROGRAMME,
	STRATEGY_REVITALISATION,
	STRATEGY_SOCIAL,
	STRATEGY_COOPERATION,
	STRATEGY_KINDS
};
enum strategy_state { STRATEGY_DRAFT, STRATEGY_ADOPTED, STRATEGY_CLOSED, STRATEGY_STATES };
/* How a goal's status follows from what hangs on it: model/strategies/goal_status.h. */
enum goal_rule { GOAL_RULE_WORST, GOAL_RULE_WORST_HALF, GOAL_RULE_MEAN, GOAL_RULES };

const char *strategy_kind_name(enum strategy_kind k);   /* in files */
const char *strategy_kind_label(enum strategy_kind k);  /* translated */
int strategy_kind_from_name(const char *name);          /* -1 = unknown */
const char *strategy_state_name(enum strategy_state s); /* in files */
const char *strategy_state_label(enum strategy_state s);
int strategy_state_from_name(const char *name);
const char *goal_rule_name(enum goal_rule r);
const char *goal_rule_label(enum goal_rule r); /* a few words: the worst of them */
int goal_rule_from_name(const char *name);

/* Fields that errors name; a form of fields follows this order. */
enum strategy_field {
	STRATEGY_FIELD_CODE = 1,
	STRATEGY_FIELD_UNIT,
	STRATEGY_FIELD_KIND,
	STRATEGY_FIELD_NAME,
	STRATEGY_FIELD_PARENT,
	STRATEGY_FIELD_FIRST_YEAR,
	STRATEGY_FIELD_LAST_YEAR,
	STRATEGY_FIELD_STATE,
	STRATEGY_FIELD_RESOLUTION,
	STRATEGY_FIELD_ADOPTED,
	STRATEGY_FIELD_CASE_MARK,
	STRATEGY_FIELD_VISION,
	STRATEGY_FIELD_MISSION,
	STRATEGY_FIELD_LEVEL1,
	STRATEGY_FIELD_LEVEL2,
	STRATEGY_FIELD_LEVEL3,
	STRATEGY_FIELD_RULE,
	STRATEGY_FIELD_NOTE,
	STRATEGY_FIELD_CHANGE_RESOLUTION,
	STRATEGY_FIELD_CHANGED_ON,
	STRATEGY_FIELD_REASON
};

enum { STRATEGY_LEVELS = 3 }; /* strategic goals, operational goals, directions of action */

struct strategy { /* zero, with goal_rule GOAL_RULE_WORST_HALF = new */
	int64_t id, rev;
	char uid[33], code[33];
	int slot;
	enum strategy_kind kind;
	char name[256];
	int64_t parent;       /* which it carries out; 0 = none */
	char parent_code[33]; /* read only */
	int first_year, last_year;
	enum strategy_state state;
	char resolution[128], adopted_on[12], case_mark[64];
	char vision[2048], mission[2048];
	char level[STRATEGY_LEVELS][64]; /* names of the levels; "" = as usual */
	enum goal_rule rule;
	bool made_up;
	int64_t import_id; /* 0 = keyed */
	char note[2048];
	const char *reason; /* for writing: why one in force is changed; NULL or "" = not said */
	char change_resolution[128]; /* for writing: by which resolution; "" = not said */
	char changed_on[12];         /* for writing: the day of that change; "" = today */
	bool retired;              /* read only, as the counts are */
	int goals, targets, tasks; /* that are not deleted */
};

struct strategy_filter {
	int slot; /* NO_SLOT = any */
	bool retired;
};
int strategy_list(struct db *db, const struct strategy_filter *filter, struct arena *arena,
	struct strategy **list, int *count, struct error *err);
/* ERROR_MISSING with a sentence when there is none (deleted ones are found, marked retired). */
int strategy_load(struct db *db, int64_t id, struct strategy *out, struct error *err);
int strategy_load_code(struct db *db, const char *code, struct strategy *out, struct error *err);
/* Refused: no code, name or unit; a code that another one has; years that turn; adopted without a
 * day; a parent that leads back to itself; years that leave out one whose monitoring has begun; of
 * one in force another unit, other years, another vision, mission, rule, day or number of adoption
 * without a reason; a rev that is not the one read (ERROR_CONFLICT). */
int strategy_save(struct db *db, struct strategy *s, struct error *err);
/* The same inside a write of the caller, with import_id and made_up as they stand. */
int strategy_put(struct db *db, struct strategy *s, struct error *err);
/* What is checked before it is saved. */
int strategy_check(struct db *db, const struct strategy *s, struct error *err);
int strategy_retire(struct db *db, int64_t id, int64_t rev, struct error *err);
int strategy_restore(struct db *db, int64_t id, struct error *err);

/* Inside db_write, first of all: the strategy is there and as it was read (rev 0 = however it is
 * now), else ERROR_MISSING or ERROR_CONFLICT; raises its rev and names it in the audit line. */
int strategy_touch(struct db *db, int64_t id, int64_t rev, struct error *err);

/* Units of a supralocal one beside its leader. Saving refuses them of any other; the leader and
 * units named twice are left out. */
int strategy_units(
	struct db *db, int64_t id, struct arena *arena, int **slots, int *count, struct error *err);
int strategy_units_save(
	struct db *db, int64_t id, int64_t rev, const int *slots, int count, struct error *err);

/* Inside a write of the caller, who has touched the strategy. */
int strategy_units_put(struct db *db, int64_t id, const int *slots, int count, struct error *err);

/* Inside the undo of an import: takes away whole the strategy that it brought, refused once
 * somebody has worked on it; of one that was here it takes back what it changed
 * (model/strategies/strategy_former.h). */
int strategy_forget(struct db *db, int64_t import_id, struct error *err);

/* What the strategy calls goals of that depth (0 to 2): its own name or the usual one,
 * translated. */
const char *strategy_level_label(const struct strategy *s, int depth);

#endif
