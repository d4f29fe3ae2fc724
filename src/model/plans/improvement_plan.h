/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Improvement plans: what a member will do about its conclusions, by when, for how much, and what
 * became of the measure. */
#ifndef MODEL_IMPROVEMENT_PLAN_H
#define MODEL_IMPROVEMENT_PLAN_H

#include "base/arena.h"
#include "model/owner.h"
#include "model/units/unit.h"
#include "store/db.h"

enum plan_state { PLAN_DRAFT, PLAN_ADOPTED, PLAN_CLOSED, PLAN_STATES };
const char *plan_state_name(enum plan_state s);  /* in files */
const char *plan_state_label(enum plan_state s); /* translated */
int plan_state_from_name(const char *name);      /* -1 = unknown */

/* Fields that errors name; a form of fields follows this order. */
enum plan_field { PLAN_FIELD_UNIT = 1, PLAN_FIELD_SERVICE, PLAN_FIELD_TITLE, PLAN_FIELD_GOAL,
	PLAN_FIELD_INDICATOR, PLAN_FIELD_MEASURE, PLAN_FIELD_BASE, PLAN_FIELD_BASE_YEAR,
	PLAN_FIELD_TARGET, PLAN_FIELD_TARGET_YEAR, PLAN_FIELD_BUDGET, PLAN_FIELD_STATE,
	PLAN_FIELD_ADOPTED };

struct improvement_plan { /* zero and numbers NAN = new */
	int64_t id, rev;
	char uid[33], owner[OWNER_SIZE];
	int64_t group;         /* 0 = outside a group */
	char group_code[33];   /* read only */
	int slot;
	char service[128], title[256], goal[1024];
	char indicator[33];    /* code of its measure; "" = said in measure */
	char measure[256];
	double base, target, budget; /* NAN = none; budget in zł */
	int base_year, target_year;  /* 0 = none */
	enum plan_state state;
	char adopted_on[12];
	int conclusions, actions, actions_done; /* read only */
};

struct plan_filter {
	int64_t group; /* 0 = any */
	int slot;      /* NO_SLOT = any */
	bool retired;
};
int plan_list(struct db *db, const struct plan_filter *filter, struct arena *arena,
	struct improvement_plan **list, int *count, struct error *err);
int plan_load(struct db *db, int64_t id, struct improvement_plan *out, struct error *err);
/* Refused: no title, a base without its year, a target not after its base, base equal to target,
 * an unknown indicator, adopted without a day, a rev that is not the one read (ERROR_CONFLICT). */
int plan_save(struct db *db, struct improvement_plan *p, struct error *err);
/* What is odd and yet allowed: a target that is worse by the direction of its card,
 * a base that is not what the data say of its year; "" = nothing. */
int plan_warning(struct db *db, const struct unit_table *units, const struct improvement_plan *p,
	char *dst, size_t size, struct error *err);
int plan_retire(struct db *db, int64_t id, int64_t rev, struct error *err);
int plan_restore(struct db *db, int64_t id, struct error *err);

/* The conclusions that it gathers; those of other units are refused. rev: of the plan as it was
 * read; raised. */
int plan_gather(struct db *db, int64_t plan, int64_t rev, const int64_t *conclusions, int count,
	struct error *err);

enum plan_action_state {
	PLAN_ACTION_PLANNED,
	PLAN_ACTION_RUNNING,
	PLAN_ACTION_DONE,
	PLAN_ACTION_GIVEN_UP,
	PLAN_ACTION_STATES
};
const char *plan_action_state_label(enum plan_action_state s); /* translated */
int plan_action_state_from_name(const char *name);             /* -1 = unknown */
struct plan_action {
	int position; /* 0 = a new one, at the end */
	char text[512], responsible[128];
	char from_on[12], to_on[12];
	double cost;  /* zł; NAN = none */
	enum plan_action_state state;
	char remark[256];
};
/* It should be done by now, and is not. today: as days are kept. */
bool plan_action_overdue(const struct plan_action *action, const char *today);
/* What they cost together, zł; given up ones cost nothing. NAN where no cost is said. */
double plan_cost(const struct plan_action *list, int count);
enum plan_action_field { PLAN_ACTION_TEXT = 1, PLAN_ACTION_RESPONSIBLE, PLAN_ACTION_FROM,
	PLAN_ACTION_TO, PLAN_ACTION_COST, PLAN_ACTION_STATE, PLAN_ACTION_REMARK };
int plan_actions(struct db *db, int64_t plan, struct arena *arena, struct plan_action **list,
	int *count, struct error *err);
/* rev: of the plan as it was read; raised. */
int plan_action_save(struct db *db, int64_t plan, int64_t rev, const struct plan_action *action,
	struct error *err);
int plan_action_remove(struct db *db, int64_t plan, int64_t rev, int position, struct error *err);
/* Up (-1) or down (1) by one place. */
int plan_action_move(struct db *db, int64_t plan, int64_t rev, int position, int by,
	struct error *err);

/* ---- what became of it ---- */
struct plan_progress {
	int year;           /* of the newest value; 0 = none since the base year */
	double value;
	unsigned char flag;
	/* (value - base) / (target - base) * 100; NAN where one of them is missing. */
	double percent;
};
/* Follows the indicator by itself; a plan without one has no progress. Of a plan of another office,
 * whose figures may have stayed there, what it told in the result of a newer year. */
int plan_progress_load(struct db *db, const struct unit_table *units,
	const struct improvement_plan *p, struct plan_progress *out, struct error *err);
/* Of many plans at once, in the arena: a card that several measure by is read once. */
int plan_progress_list(struct db *db, const struct unit_table *units,
	const struct improvement_plan *plans, int count, struct arena *arena,
	struct plan_progress **out, struct error *err);

enum { PLAN_RESULT_SIZE = 1024 }; /* room of a result's text */
struct plan_result { /* what the unit says of a year */
	int year;
	double value;        /* of the measure when it was written; NAN = none */
	const char *text, *written_on;
};
int plan_results(struct db *db, int64_t plan, struct arena *arena, struct plan_result **list,
	int *count, struct error *err);
/* Writes or rewrites the year; the value comes from the indicator where there is one. rev: of the
 * plan as it was read; raised. */
int plan_result_write(struct db *db, const struct unit_table *units, int64_t plan, int64_t rev,
	int year, const char *text, struct error *err);

#endif
