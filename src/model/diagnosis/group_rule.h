/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison group whose members follow from a rule: whoever fulfils it belongs, now and after
 * the next import. All parts hold together. */
#ifndef MODEL_GROUP_RULE_H
#define MODEL_GROUP_RULE_H

#include "base/arena.h"
#include "model/units/unit.h"

struct group_rule {
	enum unit_level level;       /* gmina, powiat or voivodeship */
	char within[UNIT_CODE_SIZE]; /* code of a unit above; "" = the whole country */
	char kind;                   /* '1' '2' '3', 'c' a city with powiat rights, 0 = any */
	char functional;             /* 'A' to 'J', 0 = any */
	char size_by[33];            /* indicator of the size; "" = any size */
	double from, to;             /* at least, less than; NAN = no limit */
};
enum group_rule_field {
	GROUP_RULE_FIELD_LEVEL = 1,
	GROUP_RULE_FIELD_WITHIN,
	GROUP_RULE_FIELD_KIND,
	GROUP_RULE_FIELD_FUNCTIONAL,
	GROUP_RULE_FIELD_SIZE_BY,
	GROUP_RULE_FIELD_FROM,
	GROUP_RULE_FIELD_TO
};

/* *found false: the group was picked by hand or follows an exchange group. */
int group_rule_load(
	struct db *db, int64_t group, struct group_rule *out, bool *found, struct error *err);
/* Inside db_write: takes the place of the group's rule; NULL = none from now on. */
int group_rule_put(struct db *db, int64_t group, const struct group_rule *rule, struct error *err);
/* Whom the rule takes now: of the size the newest value counts. */
int group_rule_units(struct db *db, const struct unit_table *units, const struct group_rule *rule,
	struct arena *arena, int **slots, int *count, struct error *err);
/* The rule in words, translated: "gminy wiejskie, województwo dolnośląskie, DE01 5000-10000". */
char *group_rule_words(
	const struct unit_table *units, const struct group_rule *rule, char *dst, size_t size);
int group_rule_check(struct db *db, const struct unit_table *units, const struct group_rule *rule,
	struct error *err);

#endif
