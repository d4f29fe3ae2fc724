/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparison groups: units chosen by hand, saved under a name. */
#ifndef MODEL_GROUP_H
#define MODEL_GROUP_H

#include "model/units/unit.h"

struct group {
	int64_t id;
	char uid[33];
	int64_t rev;
	char name[128];
	char note[256];
	int members;       /* of one with a rule in a list only after group_list_count() */
	char exchange[33]; /* code of the exchange group whose members it follows, "" = none */
	bool ruled;        /* its members follow from a rule (model/diagnosis/group_rule.h) */
};

struct group_rule;

/* Lists are read at every key of a lookup: whom rules take is looked up only where it is shown. */
int group_list(
	struct db *db, struct arena *arena, struct group **list, int *count, struct error *err);
/* Those that were retired here; what follows an exchange group comes back with it. */
int group_list_retired(
	struct db *db, struct arena *arena, struct group **list, int *count, struct error *err);
int group_list_count(struct db *db, struct group *list, int count, struct error *err);
int group_load(struct db *db, int64_t id, struct group *out, struct error *err);
/* By name, or by the code of the exchange group that it follows; ERROR_MISSING */
int group_by_name(struct db *db, const char *name, struct group *out, struct error *err);
int group_members(
	struct db *db, int64_t id, struct arena *arena, int **slots, int *count, struct error *err);
/* id 0 = new; rev checked. Of one with a rule only name and note: other members than it takes are
 * ERROR_INPUT. One that follows an exchange group is changed and retired there:
 * ERROR_INPUT names it. */
int group_save(struct db *db, struct group *g, const int *slots, int count, struct error *err);
/* The same with a rule in place of members; NULL = from now on picked by hand, beginning with those
 * that the rule took. */
int group_save_rule(
	struct db *db, struct group *g, const struct group_rule *rule, struct error *err);
int group_retire(struct db *db, int64_t id, struct error *err);
/* A retired one as group_list_retired() read it, with its members or its rule. Refused when
 * another group has its name now. */
int group_restore(struct db *db, struct group *g, struct error *err);
/* Sets filter->group and filter->members (array in the arena). */
int group_load_filter(struct db *db, int64_t id, const struct unit_table *units,
	struct arena *arena, struct unit_filter *filter, struct error *err);

#endif
