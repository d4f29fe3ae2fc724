/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparison groups: name and members saved together. */
#include "config.h"

#include "model/indicators/group.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/diagnosis/group_rule.h"
#include "model/queries.h"

#include <stdlib.h>
#include <string.h>

static void
read_group(struct stmt *q, struct group *g)
{
	*g = (struct group){ .id = db_int(q, 0),
		.rev = db_int(q, 2),
		.members = (int)db_int(q, 5),
		.ruled = db_int(q, 7) };
	text_copy(g->uid, sizeof(g->uid), db_text(q, 1));
	text_copy(g->name, sizeof(g->name), db_text(q, 3));
	text_copy(g->note, sizeof(g->note), db_text(q, 4));
	text_copy(g->exchange, sizeof(g->exchange), db_text(q, 6));
}

/* Units of exchange groups change by day. */
static void
bind_today(struct stmt *q, int parameter)
{
	char today[16];

	db_bind_text(q, parameter, date_iso(today, sizeof(today), clock_today()));
}

/* Whom the rule takes now; *found false: the group has none. units NULL = they are read. */
static int
ruled_members(struct db *db, const struct unit_table *units, int64_t id, struct arena *arena,
	int **slots, int *count, bool *found, struct error *err)
{
	struct group_rule rule;
	struct unit_table own;
	int result;

	if (group_rule_load(db, id, &rule, found, err) < 0)
		return -1;
	if (!*found)
		return 0;
	if (units)
		return group_rule_units(db, units, &rule, arena, slots, count, err);
	if (unit_table_load(db, &own, err) < 0)
		return -1;
	result = group_rule_units(db, &own, &rule, arena, slots, count, err);
	unit_table_release(&own);
	return result;
}

/* How many a rule takes; a rule whose indicator is gone takes nobody, and shuts no list. */
static int
count_ruled(struct db *db, struct group *g, struct error *err)
{
	struct arena arena = { 0 };
	struct error why = { .code = ERROR_NONE };
	int *slots, count = 0, result;
	bool found;

	if (!g->ruled)
		return 0;
	result = ruled_members(db, NULL, g->id, &arena, &slots, &count, &found, &why);
	arena_release(&arena);
	g->members = result < 0 ? 0 : count;
	if (result < 0 && why.code != ERROR_MISSING)
		return error_set(err, why.code, "%s", why.text);
	return 0;
}

static int
list_groups(struct db *db, int query, struct arena *arena, struct group **list, int *count,
	struct error *err)
{
	struct stmt *q = db_start(db, query, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	bind_today(q, 1);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_group(q, &(*list)[(*count)++]);
	}
	return db_end(q);
}

int
group_list_count(struct db *db, struct group *list, int count, struct error *err)
{
	for (int i = 0; i < count; i++)
		if (count_ruled(db, &list[i], err) < 0)
			return -1;
	return 0;
}

int
group_list(struct db *db, struct arena *arena, struct group **list, int *count, struct error *err)
{
	return list_groups(db, Q_GROUP_LIST, arena, list, count, err);
}

int
group_list_retired(
	struct db *db, struct arena *arena, struct group **list, int *count, struct error *err)
{
	return list_groups(db, Q_GROUP_LIST_RETIRED, arena, list, count, err);
}

int
group_load(struct db *db, int64_t id, struct group *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_GROUP_LOAD, err);
	bool found;

	db_bind_int(q, 1, id);
	bind_today(q, 2);
	found = db_next(q);
	if (found)
		read_group(q, out);
	if (db_end(q) < 0)
		return -1;
	if (!found)
		return error_set(err, ERROR_MISSING, _("This comparison group is gone already."));
	return count_ruled(db, out, err);
}

int
group_by_name(struct db *db, const char *name, struct group *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_GROUP_BY_NAME, err);
	bool found;

	db_bind_text(q, 1, name);
	bind_today(q, 2);
	found = db_next(q);
	if (found)
		read_group(q, out);
	if (db_end(q) < 0)
		return -1;
	if (!found)
		return error_set(err, ERROR_MISSING, _("There is no comparison group “%s”."), name);
	return count_ruled(db, out, err);
}

static int
list_members(struct db *db, const struct unit_table *units, int64_t id, struct arena *arena,
	int **slots, int *count, struct error *err)
{
	struct stmt *q;
	size_t room = 0;
	bool ruled;

	*slots = NULL;
	*count = 0;
	if (ruled_members(db, units, id, arena, slots, count, &ruled, err) < 0)
		return -1;
	if (ruled)
		return 0;
	q = db_start(db, Q_GROUP_PICKED, err);
	db_bind_int(q, 1, id);
	bind_today(q, 2);
	while (db_next(q)) {
		*slots = arena_grow(arena, *slots, (size_t)*count, &room, sizeof(**slots));
		(*slots)[(*count)++] = (int)db_int(q, 0);
	}
	return db_end(q);
}

int
group_members(
	struct db *db, int64_t id, struct arena *arena, int **slots, int *count, struct error *err)
{
	return list_members(db, NULL, id, arena, slots, count, err);
}

/* What follows an exchange group is changed there only. */
static int
check_own(struct db *db, int64_t id, struct error *err)
{
	struct stmt *q = db_start(db, Q_GROUP_FOLLOWS, err);
	char code[33] = "";

	db_bind_int(q, 1, id);
	if (db_next(q))
		text_copy(code, sizeof(code), db_text(q, 0));
	if (db_end(q) < 0)
		return -1;
	if (!code[0])
		return 0;
	return error_set(err, ERROR_INPUT,
		_("This comparison group follows the members of the exchange group %s; change its "
		  "name and members there (menu 2 1)."),
		code);
}

struct saving {
	struct group *group;
	const int *slots;
	int count;
	bool by_rule;                  /* the rule is written too */
	const struct group_rule *rule; /* NULL = none from now on */
};

static int
by_slot(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

/* A rule says who belongs: *ruled, and nobody else was asked for. */
static int
check_ruled(struct db *db, const struct saving *s, bool *ruled, struct error *err)
{
	struct arena arena = { 0 };
	int *slots, *wanted, count = 0, result;
	bool same;

	*ruled = false;
	if (s->group->id == 0)
		return 0;
	result = ruled_members(db, NULL, s->group->id, &arena, &slots, &count, ruled, err);
	same = result == 0 && *ruled && count == s->count;
	if (same) {
		wanted = arena_array(&arena, (size_t)count + 1, sizeof *wanted);
		for (int i = 0; i < count; i++)
			wanted[i] = s->slots[i];
		qsort(wanted, (size_t)count, sizeof *wanted, by_slot);
		same = memcmp(wanted, slots, (size_t)count * sizeof *wanted) == 0;
	}
	arena_release(&arena);
	if (result < 0)
		return -1;
	return !*ruled || same ? 0
			       : error_set(err, ERROR_INPUT,
					 _("The members of this group follow from its rule; change "
					   "the rule "
					   "instead, or take it away first."));
}

static int
put_members(struct db *db, const struct saving *s, struct error *err)
{
	struct stmt *q = db_start(db, Q_GROUP_CLEAR, err);

	db_bind_int(q, 1, s->group->id);
	if (db_run(q, NULL) < 0)
		return -1;
	for (int i = 0; i < s->count; i++) {
		q = db_start(db, Q_GROUP_ADD, err);
		db_bind_int(q, 1, s->group->id);
		db_bind_int(q, 2, s->slots[i]);
		if (db_run(q, NULL) < 0)
			return -1;
	}
	return 0;
}

/* The name must be free; one that a retired group holds is taken from it. */
static int
claim_name(struct db *db, const struct group *g, struct error *err)
{
	struct stmt *q = db_start(db, Q_GROUP_ANY_BY_NAME, err);
	int64_t other = 0;
	bool retired = false;

	db_bind_text(q, 1, g->name);
	if (db_next(q)) {
		other = db_int(q, 0);
		retired = !db_null(q, 1);
	}
	if (db_end(q) < 0)
		return -1;
	if (other == 0 || other == g->id)
		return 0;
	if (!retired)
		return error_field(err, ERROR_INPUT, 1,
			_("There is a comparison group “%s” already; "
			  "choose another name."),
			g->name);
	q = db_start(db, Q_GROUP_RENAME_RETIRED, err);
	db_bind_int(q, 1, other);
	return db_run(q, NULL);
}

static int
save_row(struct db *db, struct group *g, struct error *err)
{
	char uid[UID_SIZE];
	int64_t changed;
	struct stmt *q;

	if (g->id == 0) {
		q = db_start(db, Q_GROUP_INSERT, err);
		db_bind_text(q, 1, random_uid(uid));
		db_bind_text(q, 2, g->name);
		db_bind_text(q, 3, g->note);
		if (db_run(q, NULL) < 0)
			return -1;
		g->id = db_last_id(db);
		g->rev = 1;
		text_copy(g->uid, sizeof(g->uid), uid);
		return 0;
	}
	q = db_start(db, Q_GROUP_UPDATE, err);
	db_bind_int(q, 1, g->id);
	db_bind_int(q, 2, g->rev);
	db_bind_text(q, 3, g->name);
	db_bind_text(q, 4, g->note);
	if (db_run(q, &changed) < 0)
		return -1;
	if (changed == 0)
		return error_set(err, ERROR_CONFLICT,
			_("A colleague has changed the comparison group "
			  "“%s” meanwhile. Nothing was saved; look at the new state first."),
			g->name);
	g->rev++;
	return 0;
}

static int
save(struct db *db, void *context, struct error *err)
{
	struct saving *s = context;
	bool ruled = false;

	if (check_own(db, s->group->id, err) < 0 ||
		(!s->by_rule && check_ruled(db, s, &ruled, err) < 0) ||
		claim_name(db, s->group, err) < 0 || save_row(db, s->group, err) < 0)
		return -1;
	if (s->by_rule && group_rule_put(db, s->group->id, s->rule, err) < 0)
		return -1;
	if (!ruled && put_members(db, s, err) < 0)
		return -1;
	db_act_entity(db, s->group->id);
	return 0;
}

static int
write_group(struct db *db, struct group *g, struct saving *saving, struct error *err)
{
	struct db_act act = { .action = g->id ? "group.change" : "group.add",
		.entity = "comparison_group",
		.summary = g->name };
	struct group copy = *g;

	saving->group = &copy;
	if (!g->name[0])
		return error_field(err, ERROR_INPUT, 1, _("A comparison group needs a name."));
	if (!text_storable(g->name, ""))
		return error_field(err, ERROR_INPUT, 1,
			_("The name of a comparison group may hold no "
			  "control or invisible characters."));
	if (db_write(db, &act, save, saving, err) < 0)
		return -1;
	*g = copy;
	return 0;
}

int
group_save(struct db *db, struct group *g, const int *slots, int count, struct error *err)
{
	struct saving saving = { .slots = slots, .count = count };

	if (write_group(db, g, &saving, err) < 0)
		return -1;
	g->members = count;
	return 0;
}

int
group_save_rule(struct db *db, struct group *g, const struct group_rule *rule, struct error *err)
{
	struct saving saving = { .by_rule = true, .rule = rule };
	struct arena arena = { 0 };
	int *slots, result = 0;

	if (!rule && g->id) {
		result = group_members(db, g->id, &arena, &slots, &saving.count, err);
		saving.slots = slots;
	}
	result = result < 0 ? -1 : write_group(db, g, &saving, err);
	arena_release(&arena);
	if (result < 0)
		return -1;
	g->ruled = rule != NULL;
	g->members = saving.count;
	return count_ruled(db, g, err);
}

struct retiring {
	int64_t id;
	char name[128]; /* for the audit line */
};

static int
retire(struct db *db, void *context, struct error *err)
{
	struct retiring *r = context;
	struct stmt *q;
	bool changed;
	char now[32];

	if (check_own(db, r->id, err) < 0)
		return -1;
	q = db_start(db, Q_GROUP_RETIRE, err);
	db_bind_int(q, 1, r->id);
	db_bind_text(q, 2, clock_now_utc(now, sizeof(now)));
	changed = db_next(q);
	if (changed)
		text_copy(r->name, sizeof(r->name), db_text(q, 0));
	if (db_end(q) < 0)
		return -1;
	if (!changed)
		return error_set(err, ERROR_MISSING, _("This comparison group is gone already."));
	db_act_entity(db, r->id);
	return 0;
}

int
group_retire(struct db *db, int64_t id, struct error *err)
{
	struct retiring r = { .id = id };
	struct db_act act = {
		.action = "group.retire", .entity = "comparison_group", .summary = r.name
	};

	return db_write(db, &act, retire, &r, err);
}

static int
restore(struct db *db, void *context, struct error *err)
{
	struct group *g = context;
	struct stmt *q = db_start(db, Q_GROUP_ANY_BY_NAME, err);
	int64_t changed;
	bool taken;

	db_bind_text(q, 1, g->name);
	taken = db_next(q) && db_int(q, 0) != g->id && db_null(q, 1);
	if (db_end(q) < 0)
		return -1;
	if (taken)
		return error_set(err, ERROR_INPUT,
			_("There is another comparison group “%s” now; rename it first, then "
			  "bring this one back."),
			g->name);
	if (claim_name(db, g, err) < 0)
		return -1;
	q = db_start(db, Q_GROUP_RESTORE, err);
	db_bind_int(q, 1, g->id);
	db_bind_text(q, 2, g->name);
	if (db_run(q, &changed) < 0)
		return -1;
	db_act_entity(db, g->id);
	return changed ? 0
		       : error_set(err, ERROR_CONFLICT,
				 _("A colleague was faster: this comparison group is in use "
				   "already."));
}

int
group_restore(struct db *db, struct group *g, struct error *err)
{
	const struct db_act act = {
		.action = "group.restore", .entity = "comparison_group", .summary = g->name
	};

	if (db_write(db, &act, restore, g, err) < 0)
		return -1;
	g->rev++;
	return 0;
}

int
group_load_filter(struct db *db, int64_t id, const struct unit_table *units, struct arena *arena,
	struct unit_filter *filter, struct error *err)
{
	unsigned char *members = arena_array(arena, (size_t)units->slots, 1);
	int *slots, count;

	if (list_members(db, units, id, arena, &slots, &count, err) < 0)
		return -1;
	for (int i = 0; i < count; i++)
		if (slots[i] < units->slots)
			members[slots[i]] = 1;
	filter->group = (int)id;
	filter->members = members;
	return 0;
}
