/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Problems, priorities and drivers: one table, told apart by their kind. */
#include "config.h"

#include "model/diagnosis/problem.h"

#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/word.h"

static const struct word kinds[PROBLEM_KINDS] = {
	[PROBLEM_PROBLEM] = { "problem", N_("key problem") },
	[PROBLEM_PRIORITY] = { "priority", N_("priority") },
	[PROBLEM_DRIVER] = { "driver", N_("driver of development") },
};

const char *
problem_kind_name(enum problem_kind k)
{
	return kinds[k].name;
}

const char *
problem_kind_label(enum problem_kind k)
{
	return _(kinds[k].label);
}

int
problem_kind_from_name(const char *name)
{
	return word_find(kinds, PROBLEM_KINDS, name, -1);
}

/* ---- reading ---- */

static void
read_row(struct stmt *q, struct problem *p)
{
	*p = (struct problem){ .id = db_int(q, 0),
		.rev = db_int(q, 1),
		.slot = (int)db_int(q, 3),
		.kind = (enum problem_kind)word_find(
			kinds, PROBLEM_KINDS, db_text(q, 4), PROBLEM_PROBLEM),
		.year = (int)db_int(q, 5),
		.position = (int)db_int(q, 6),
		.evidence = (int)db_int(q, 10),
		.links = (int)db_int(q, 11),
		.not_voted = db_int(q, 12) != 0 };
	text_copy(p->uid, sizeof p->uid, db_text(q, 2));
	text_copy(p->text, sizeof p->text, db_text(q, 7));
	text_copy(p->area, sizeof p->area, db_text(q, 8));
	text_copy(p->note, sizeof p->note, db_text(q, 9));
}

static struct stmt *
start_list(struct db *db, const struct problem_filter *filter, int64_t id, struct error *err)
{
	struct stmt *q = db_start(db, Q_PROBLEM_LIST, err);

	db_bind_int(q, 1, filter->slot);
	db_bind_text(q, 2, filter->kind < 0 ? "" : kinds[filter->kind].name);
	db_bind_int(q, 3, filter->year);
	db_bind_int(q, 4, filter->priority);
	db_bind_int(q, 5, filter->retired);
	db_bind_int(q, 6, id);
	return q;
}

int
problem_list(struct db *db, const struct problem_filter *filter, struct arena *arena,
	struct problem **list, int *count, struct error *err)
{
	struct stmt *q = start_list(db, filter, 0, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		read_row(q, &(*list)[(*count)++]);
	}
	return db_end(q);
}

int
problem_load(struct db *db, int64_t id, struct problem *out, struct error *err)
{
	const struct problem_filter any = { .kind = -1 };
	struct stmt *q = start_list(db, &any, id, err);
	bool found = db_next(q);

	if (found)
		read_row(q, out);
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("This entry is gone already."));
}

/* ---- saving ---- */

static int
conflict(struct error *err)
{
	return error_set(err, ERROR_CONFLICT,
		_("A colleague has changed this entry meanwhile. Nothing was saved; look at the "
		  "new state first."));
}

static int
check(const struct problem *p, struct error *err)
{
	if (p->slot == NO_SLOT)
		return error_field(err, ERROR_INPUT, PROBLEM_FIELD_UNIT,
			_("Say which unit it concerns: choose one."));
	if (p->year < UNIT_FIRST_YEAR || p->year > UNIT_LAST_YEAR)
		return error_field(err, ERROR_INPUT, PROBLEM_FIELD_YEAR,
			p->year ? _("%d is no year of data; write four digits, as 2024.")
				: _("Say of which year the data are: four digits, as 2024."),
			p->year);
	if (p->position < 0)
		return error_field(err, ERROR_INPUT, PROBLEM_FIELD_POSITION,
			_("Ranks count from 1; 0 stands for one that is not ranked."));
	if (kept_text(p->text, true, true, PROBLEM_FIELD_TEXT, _("Text"), err) < 0 ||
		kept_text(p->area, false, false, PROBLEM_FIELD_AREA, _("Area"), err) < 0)
		return -1;
	return kept_text(p->note, false, true, PROBLEM_FIELD_NOTE, _("Note"), err);
}

/* Entered twice it would be ranked, voted on and counted twice. */
static int
check_new(struct db *db, const struct problem *p, struct error *err)
{
	struct stmt *q;
	int64_t same = 0;

	if (p->id)
		return 0;
	q = db_start(db, Q_PROBLEM_SAME, err);
	db_bind_int(q, 1, p->slot);
	db_bind_text(q, 2, kinds[p->kind].name);
	db_bind_int(q, 3, p->year);
	db_bind_text(q, 4, p->text);
	if (db_next(q))
		same = db_int(q, 0);
	if (db_end(q) < 0)
		return -1;
	return same ? error_field(err, ERROR_INPUT, PROBLEM_FIELD_TEXT,
			      _("Entry %lld says the same of this unit and year already. Change "
				"that one (6 2), or say here what differs."),
			      (long long)same)
		    : 0;
}

int
problem_put(struct db *db, struct problem *p, struct error *err)
{
	struct stmt *q;
	char uid[UID_SIZE];

	if (check(p, err) < 0 || check_new(db, p, err) < 0)
		return -1;
	q = db_start(db, p->id ? Q_PROBLEM_UPDATE : Q_PROBLEM_INSERT, err);
	if (p->id) {
		db_bind_int(q, 9, p->id);
		db_bind_int(q, 10, p->rev);
	} else {
		text_copy(p->uid, sizeof p->uid, random_uid(uid));
		db_bind_text(q, 1, p->uid);
	}
	db_bind_int(q, 2, p->slot);
	db_bind_text(q, 3, kinds[p->kind].name);
	db_bind_int(q, 4, p->year);
	db_bind_int(q, 5, p->position);
	db_bind_text(q, 6, p->text);
	db_bind_text(q, 7, p->area);
	db_bind_text(q, 8, p->note);
	return kept_store(db, q, &p->id, &p->rev, err);
}

static int
save(struct db *db, void *context, struct error *err)
{
	return problem_put(db, context, err);
}

int
problem_save(struct db *db, struct problem *p, struct error *err)
{
	const struct db_act act = { .action = p->id ? "problem.change" : "problem.add",
		.entity = "problem" };
	struct problem copy = *p;

	if (db_write(db, &act, save, &copy, err) < 0)
		return -1;
	*p = copy;
	return 0;
}

static const struct kept_kind kept = { "problem", "problem.retire", "problem.restore",
	Q_PROBLEM_HEAD, Q_PROBLEM_RETIRE };

int
problem_retire(struct db *db, int64_t id, int64_t rev, struct error *err)
{
	return kept_retire(db, &kept, id, rev, err);
}

int
problem_restore(struct db *db, int64_t id, struct error *err)
{
	return kept_restore(db, &kept, id, err);
}

/* ---- what a priority follows from, and ranks ---- */

struct linking {
	struct problem *priority;
	const int64_t *problems;
	int count;
};

static int
link_one(struct db *db, int64_t priority, int64_t problem, struct error *err)
{
	struct stmt *q = db_start(db, Q_PROBLEM_LINK, err);
	int64_t changed;

	db_bind_int(q, 1, priority);
	db_bind_int(q, 2, problem);
	if (db_run(q, &changed) < 0)
		return -1;
	return changed ? 0
		       : error_set(err, ERROR_INPUT,
				 _("A priority follows from problems and drivers of the same unit "
				   "that are in use; choose among those."));
}

static int
link_all(struct db *db, void *context, struct error *err)
{
	struct linking *l = context;
	struct stmt *q = db_start(db, Q_PROBLEM_RAISE, err);
	int64_t changed;

	db_bind_int(q, 1, l->priority->id);
	db_bind_int(q, 2, l->priority->rev);
	if (db_run(q, &changed) < 0)
		return -1;
	if (changed == 0)
		return conflict(err);
	q = db_start(db, Q_PROBLEM_UNLINK, err);
	db_bind_int(q, 1, l->priority->id);
	if (db_run(q, NULL) < 0)
		return -1;
	for (int i = 0; i < l->count; i++)
		if (link_one(db, l->priority->id, l->problems[i], err) < 0)
			return -1;
	db_act_entity(db, l->priority->id);
	return 0;
}

int
problem_link(struct db *db, struct problem *priority, const int64_t *problems, int count,
	struct error *err)
{
	const struct db_act act = { .action = "problem.link", .entity = "problem" };
	struct linking l = { priority, problems, count };

	if (priority->kind != PROBLEM_PRIORITY)
		return error_set(
			err, ERROR_INPUT, _("Only a priority follows from problems and drivers."));
	if (db_write(db, &act, link_all, &l, err) < 0)
		return -1;
	priority->rev++;
	priority->links = count;
	return 0;
}

int
problem_rank(struct db *db, const int64_t *problems, const int *ranks, int count, struct error *err)
{
	for (int i = 0; i < count; i++) {
		struct stmt *q = db_start(db, Q_PROBLEM_RANK, err);

		db_bind_int(q, 1, problems[i]);
		db_bind_int(q, 2, ranks[i]);
		if (db_run(q, NULL) < 0)
			return -1;
	}
	return 0;
}
