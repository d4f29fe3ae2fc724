/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing exchange groups: what cannot be, the comparison group that follows, the stages copied. */
#include "config.h"

#include "model/groups/exchange_parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/owner.h"
#include "model/queries.h"
#include "model/groups/stage.h"
#include "model/surveys/wave.h"

#include <stdio.h>
#include <string.h>

const char *
exchange_or_null(const char *text)
{
	return text[0] ? text : NULL;
}

/* ---- what cannot be ---- */

static int
check_code(struct db *db, const struct exchange_group *g, struct error *err)
{
	bool taken, retired = false;
	char code[sizeof(g->code)] = "";
	struct stmt *q;

	if (!g->code[0])
		return error_field(err, ERROR_INPUT, EXCHANGE_FIELD_CODE,
			_("Give a short code, such as %s."), "GWD-KULTURA");
	if (survey_code_check(g->code, EXCHANGE_FIELD_CODE, err) < 0)
		return -1;
	q = db_start(db, Q_EXCHANGE_GROUP_CODE_TAKEN, err);
	db_bind_text(q, 1, g->code);
	db_bind_int(q, 2, g->id);
	taken = db_next(q);
	if (taken) {
		retired = !db_null(q, 0);
		text_copy(code, sizeof(code), db_text(q, 1));
	}
	if (db_end(q) < 0)
		return -1;
	if (!taken)
		return 0;
	return error_field(err, ERROR_INPUT, EXCHANGE_FIELD_CODE,
		retired ? _("A deleted exchange group has the code “%s”; bring it back, or choose "
			    "another code.")
			: _("There is an exchange group “%s” already; choose another code."),
		code);
}

static int
check_dates(struct db *db, const struct exchange_group *g, struct error *err)
{
	char day[32] = "", shown[32];
	struct stmt *q;

	if (!g->starts_on[0])
		return error_field(err, ERROR_INPUT, EXCHANGE_FIELD_STARTS,
			_("Give the day on which the group begins."));
	if (survey_date_check(g->starts_on, EXCHANGE_FIELD_STARTS, err) < 0 ||
		survey_date_check(g->ends_on, EXCHANGE_FIELD_ENDS, err) < 0 ||
		survey_date_check(g->agreed_on, EXCHANGE_FIELD_AGREED, err) < 0)
		return -1;
	if (g->ends_on[0] && strcmp(g->ends_on, g->starts_on) < 0)
		return error_field(err, ERROR_INPUT, EXCHANGE_FIELD_ENDS,
			_("The group would end on %s, before it begins."),
			date_show(day, sizeof(day), g->ends_on));
	if (!g->id)
		return 0;
	q = db_start(db, Q_EXCHANGE_GROUP_MEETS_OUTSIDE, err);
	db_bind_int(q, 1, g->id);
	db_bind_text(q, 2, g->starts_on);
	db_bind_text(q, 3, exchange_or_null(g->ends_on));
	if (db_next(q))
		text_copy(day, sizeof(day), db_text(q, 0));
	if (db_end(q) < 0)
		return -1;
	if (!day[0])
		return 0;
	return error_field(err, ERROR_INPUT,
		strcmp(day, g->starts_on) < 0 ? EXCHANGE_FIELD_STARTS : EXCHANGE_FIELD_ENDS,
		_("The group has a meeting on %s, outside its time. Move the meeting first."),
		date_show(shown, sizeof(shown), day));
}

/* Every group above must exist, and none may be the group itself. A group above that was deleted
 * later is no reason to refuse other changes. */
static int
check_parent(struct db *db, const struct exchange_group *g, struct error *err)
{
	bool gone = false, self = false;
	struct exchange_group former;
	struct stmt *q;

	if (!g->parent)
		return 0;
	if (g->id && exchange_group_load(db, g->id, &former, err) < 0)
		return -1;
	if (g->id && former.parent == g->parent)
		return 0;
	q = db_start(db, Q_EXCHANGE_GROUP_PARENTS, err);
	db_bind_int(q, 1, g->parent);
	while (db_next(q)) {
		self |= g->id && db_int(q, 0) == g->id;
		gone |= db_int(q, 0) == g->parent && (db_null(q, 1) || !db_null(q, 2));
	}
	if (db_end(q) < 0)
		return -1;
	if (self)
		return error_field(err, ERROR_INPUT, EXCHANGE_FIELD_PARENT,
			_("A group cannot be a sub-group of itself, nor of its own sub-groups."));
	if (gone)
		return error_field(err, ERROR_INPUT, EXCHANGE_FIELD_PARENT,
			_("The group above was deleted; choose another one."));
	return 0;
}

static int
check(struct db *db, const struct exchange_group *g, struct error *err)
{
	if (check_code(db, g, err) < 0)
		return -1;
	if (!g->name[0])
		return error_field(err, ERROR_INPUT, EXCHANGE_FIELD_NAME,
			_("An exchange group needs a name."));
	if (kept_line_check(g->name, EXCHANGE_FIELD_NAME, err) < 0 ||
		kept_line_check(g->service, EXCHANGE_FIELD_SERVICE, err) < 0 ||
		kept_line_check(g->case_mark, EXCHANGE_FIELD_CASE, err) < 0 ||
		kept_lines_check(g->note, EXCHANGE_FIELD_NOTE, err) < 0 ||
		check_dates(db, g, err) < 0 || check_parent(db, g, err) < 0)
		return -1;
	if (g->smallest < 1)
		return error_field(err, ERROR_INPUT, EXCHANGE_FIELD_SMALLEST,
			_("A group has at least one member."));
	if (g->largest < g->smallest)
		return error_field(err, ERROR_INPUT, EXCHANGE_FIELD_LARGEST,
			_("The largest size is smaller than the smallest one."));
	return 0;
}

/* ---- the comparison group that follows ---- */

int
exchange_group_comparison(struct db *db, int64_t id, int64_t *comparison, struct error *err)
{
	struct stmt *q = db_start(db, Q_EXCHANGE_GROUP_COMPARISON, err);

	db_bind_int(q, 1, id);
	*comparison = db_next(q) ? db_int(q, 0) : 0;
	return db_end(q);
}

/* The group's name; where another comparison group bears it, with the code. A deleted one gives
 * it up. */
static int
comparison_name(
	struct db *db, const struct exchange_group *g, char *name, size_t size, struct error *err)
{
	int64_t own, other = 0;
	bool retired = false;
	char begins[81]; /* leaves room for the code */
	struct stmt *q;

	if (exchange_group_comparison(db, g->id, &own, err))
		return -1;
	text_copy(name, size, g->name);
	q = db_start(db, Q_GROUP_ANY_BY_NAME, err);
	db_bind_text(q, 1, name);
	if (db_next(q)) {
		other = db_int(q, 0);
		retired = !db_null(q, 1);
	}
	if (db_end(q) < 0)
		return -1;
	if (other == 0 || other == own)
		return 0;
	if (!retired) {
		snprintf(
			name, size, "%s (%s)", text_copy(begins, sizeof(begins), g->name), g->code);
		return 0;
	}
	q = db_start(db, Q_GROUP_RENAME_RETIRED, err);
	db_bind_int(q, 1, other);
	return db_run(q, NULL);
}

static int
follow(struct db *db, const struct exchange_group *g, const char *retired_at, struct error *err)
{
	char name[160], uid[UID_SIZE];
	int64_t changed;
	struct stmt *q;

	if (comparison_name(db, g, name, sizeof(name), err) < 0)
		return -1;
	q = db_start(db, Q_EXCHANGE_GROUP_COMPARISON_UPDATE, err);
	db_bind_int(q, 1, g->id);
	db_bind_text(q, 2, name);
	db_bind_text(q, 3, g->code);
	db_bind_text(q, 4, retired_at);
	if (db_run(q, &changed) < 0)
		return -1;
	if (changed)
		return 0;
	q = db_start(db, Q_EXCHANGE_GROUP_COMPARISON_INSERT, err);
	db_bind_text(q, 1, random_uid(uid));
	db_bind_text(q, 2, name);
	db_bind_text(q, 3, g->code);
	db_bind_int(q, 4, g->id);
	return db_run(q, NULL);
}

/* ---- saving ---- */

int
exchange_conflict(const char *code, struct error *err)
{
	return error_set(err, ERROR_CONFLICT,
		_("A colleague has changed the exchange group “%s” meanwhile. Nothing was saved; "
		  "look at the new state first."),
		code);
}

/* code: of the group, as long as 33 bytes hold it. */
static int
check_keeper(struct db *db, int64_t id, char code[33], struct error *err)
{
	struct stmt *q = db_start(db, Q_EXCHANGE_GROUP_HEAD, err);
	char owner[OWNER_SIZE] = "";
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found) {
		text_copy(owner, sizeof(owner), db_text(q, 1));
		text_copy(code, 33, db_text(q, 3));
	}
	if (db_end(q) < 0)
		return -1;
	if (!found)
		return error_set(err, ERROR_MISSING, _("This exchange group is gone."));
	return owner_check(db, owner, err);
}

int
exchange_group_ours(struct db *db, int64_t id, struct error *err)
{
	char code[33];

	return check_keeper(db, id, code, err);
}

int
exchange_group_touch(struct db *db, int64_t id, int64_t rev, struct error *err)
{
	char code[33] = "";
	int64_t changed;
	struct stmt *q;

	if (check_keeper(db, id, code, err) < 0)
		return -1;
	q = db_start(db, Q_EXCHANGE_GROUP_TOUCH, err);
	db_bind_int(q, 1, id);
	db_bind_int(q, 2, rev);
	if (db_run(q, &changed) < 0)
		return -1;
	db_act_entity(db, id);
	return changed ? 0 : exchange_conflict(code, err);
}

static void
bind_fields(struct stmt *q, int p, const struct exchange_group *g)
{
	db_bind_text(q, p++, g->code);
	db_bind_text(q, p++, g->name);
	db_bind_text(q, p++, exchange_kind_name(g->kind));
	db_bind_int_or_null(q, p, g->parent);
	p++;
	db_bind_text(q, p++, g->service);
	db_bind_text(q, p++, exchange_units_name(g->units));
	db_bind_text(q, p++, g->starts_on);
	db_bind_text(q, p++, exchange_or_null(g->ends_on));
	db_bind_int(q, p++, g->smallest);
	db_bind_int(q, p++, g->largest);
	db_bind_int_or_null(q, p, g->moderator);
	p++;
	db_bind_text(q, p++, g->case_mark);
	db_bind_text(q, p++, exchange_or_null(g->agreed_on));
	db_bind_text(q, p++, g->note);
	db_bind_int(q, p, g->made_up);
}

static const struct kept_kind kept = { .table = "exchange_group", .head = Q_EXCHANGE_GROUP_HEAD };

static int
move_first_members(
	struct db *db, const struct exchange_group *g, const char *former, struct error *err)
{
	struct stmt *q = db_start(db, Q_EXCHANGE_GROUP_FIRST_MEMBERS, err);

	db_bind_int(q, 1, g->id);
	db_bind_text(q, 2, g->starts_on);
	db_bind_text(q, 3, former);
	return db_run(q, NULL);
}

/* Of another kind now: a size that was usual for the former one is that of the new one. */
static void
take_sizes(struct exchange_group *g, const struct exchange_group *former)
{
	struct exchange_group was, is;

	exchange_group_defaults(&was, former->kind);
	exchange_group_defaults(&is, g->kind);
	if (g->smallest == was.smallest && g->largest == was.largest) {
		g->smallest = is.smallest;
		g->largest = is.largest;
	}
}

static int
save(struct db *db, void *context, struct error *err)
{
	struct exchange_group *g = context, former = { .kind = g->kind };
	char uid[UID_SIZE];
	int64_t changed;
	struct stmt *q;
	bool fresh = g->id == 0;

	if (!fresh &&
		(kept_own(db, &kept, g->id, err) || exchange_group_load(db, g->id, &former, err)))
		return -1;
	if (former.kind != g->kind)
		take_sizes(g, &former);
	if (check(db, g, err) < 0)
		return -1;
	q = db_start(db, fresh ? Q_EXCHANGE_GROUP_INSERT : Q_EXCHANGE_GROUP_UPDATE, err);
	if (fresh) {
		db_bind_text(q, 1, text_copy(g->uid, sizeof(g->uid), random_uid(uid)));
	} else {
		db_bind_int(q, 1, g->id);
		db_bind_int(q, 2, g->rev);
	}
	bind_fields(q, fresh ? 2 : 3, g);
	if (db_run(q, &changed) < 0)
		return -1;
	if (changed == 0)
		return exchange_conflict(g->code, err);
	if (fresh)
		g->id = db_last_id(db);
	g->rev++;
	db_act_entity(db, g->id);
	if (fresh ? group_stage_copy(db, g, err) : move_first_members(db, g, former.starts_on, err))
		return -1;
	if (former.kind != g->kind && group_stage_renew(db, g, err))
		return -1;
	return follow(db, g, NULL, err);
}

int
exchange_group_save(struct db *db, struct exchange_group *g, struct error *err)
{
	struct db_act act = { .action = g->id ? "exchange_group.change" : "exchange_group.add",
		.entity = "exchange_group",
		.summary = g->code };
	struct exchange_group copy = *g;

	if (db_write(db, &act, save, &copy, err) < 0)
		return -1;
	*g = copy;
	return 0;
}

struct founding {
	struct exchange_group *group;
	struct exchange_member *members;
	int count;
};

static int
found(struct db *db, void *context, struct error *err)
{
	const struct founding *f = context;

	if (save(db, f->group, err) < 0)
		return -1;
	for (int i = 0; i < f->count; i++)
		if (exchange_member_put(db, f->group, &f->members[i], err) < 0)
			return -1;
	return 0;
}

int
exchange_group_found(struct db *db, struct exchange_group *g, struct exchange_member *members,
	int count, struct error *err)
{
	struct db_act act = {
		.action = "exchange_group.add", .entity = "exchange_group", .summary = g->code
	};
	struct exchange_group copy = *g;
	struct founding f = { &copy, members, count };

	if (db_write(db, &act, found, &f, err) < 0)
		return -1;
	*g = copy;
	g->members = count;
	return 0;
}

struct retiring {
	const struct exchange_group *group;
	bool back;
};

static int
retire(struct db *db, void *context, struct error *err)
{
	const struct retiring *r = context;
	const struct exchange_group *g = r->group;
	char now[32];
	const char *when = r->back ? NULL : clock_now_utc(now, sizeof(now));
	int64_t changed;
	struct stmt *q;

	if (kept_own(db, &kept, g->id, err))
		return -1;
	q = db_start(db, Q_EXCHANGE_GROUP_RETIRE, err);
	db_bind_int(q, 1, g->id);
	db_bind_int(q, 2, g->rev);
	db_bind_text(q, 3, when);
	if (db_run(q, &changed) < 0)
		return -1;
	if (changed == 0)
		return exchange_conflict(g->code, err);
	q = db_start(db, Q_EXCHANGE_GROUP_MEETINGS_MOVED, err);
	db_bind_int(q, 1, g->id);
	if (db_run(q, NULL) < 0)
		return -1;
	return follow(db, g, when, err);
}

int
exchange_group_retire(struct db *db, struct exchange_group *g, bool back, struct error *err)
{
	struct db_act act = { .action = back ? "exchange_group.restore" : "exchange_group.retire",
		.entity = "exchange_group",
		.summary = g->code };
	struct retiring r = { g, back };

	if (db_write(db, &act, retire, &r, err) < 0)
		return -1;
	g->rev++;
	g->retired = !back;
	return 0;
}
