/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking an import back: its rows go, and what they covered comes back by itself. */
#include "config.h"

#include "model/import.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/surveys/form_import.h"
#include "model/sheets/own_figure.h"
#include "model/packages/package.h"
#include "model/queries.h"
#include "model/units/register.h"
#include "model/units/unit_told.h"
#include "model/monitoring/round_sheet.h"
#include "model/indicators/slice.h"
#include "model/strategies/strategy.h"
#include "model/strategies/target_taken.h"

#include <stdio.h>
#include <string.h>

struct undo {
	int64_t id;
	char kind[16];
	char file_name[128];
	struct arena arena;
	struct target_figures figures; /* of targets, before */
	struct unit_table units;       /* as they were called before anything was taken away */
	int *orphans;                  /* slots of units that no import knows any more */
	int count;
};

static int
run(struct db *db, int query, int64_t number, struct error *err)
{
	struct stmt *q = db_start(db, query, err);

	db_bind_int(q, 1, number);
	return db_run(q, NULL);
}

static int
find_import(struct db *db, struct undo *u, struct error *err)
{
	struct stmt *q = db_start(db, Q_IMPORT_IN_FORCE, err);
	bool found, undone = false;

	db_bind_int(q, 1, u->id);
	found = db_next(q);
	if (found) {
		text_copy(u->kind, sizeof(u->kind), db_text(q, 0));
		text_copy(u->file_name, sizeof(u->file_name), db_text(q, 1));
		undone = !db_null(q, 2);
	}
	if (db_end(q) < 0)
		return -1;
	if (!found)
		return error_set(err, ERROR_MISSING,
			_("There is no import number %lld; the numbers "
			  "stand in the list of imports."),
			(long long)u->id);
	if (undone)
		return error_set(err, ERROR_INPUT, _("Import %lld (%s) has been undone already."),
			(long long)u->id, u->file_name);
	return 0;
}

/* Numbers of later imports that query finds, "7, 9". */
static int
later(struct db *db, int query, int64_t id, char *list, size_t size, struct error *err)
{
	struct stmt *q = db_start(db, query, err);
	size_t used = 0;

	list[0] = '\0';
	db_bind_int(q, 1, id);
	while (db_next(q)) {
		int n = snprintf(list + used, size - used, "%s%lld", used ? ", " : "",
			(long long)db_int(q, 0));
		if (n < 0 || (size_t)n >= size - used) {
			list[used] = '\0';
			continue;
		}
		used += (size_t)n;
	}
	return db_end(q);
}

static int
load_orphans(struct db *db, struct undo *u, struct error *err)
{
	struct stmt *q = db_start(db, Q_IMPORT_ORPHANS, err);
	size_t room = 0;

	while (db_next(q)) {
		u->orphans = arena_grow(
			&u->arena, u->orphans, (size_t)u->count, &room, sizeof(*u->orphans));
		u->orphans[u->count++] = (int)db_int(q, 0);
	}
	return db_end(q);
}

/* Whether the values of one import name a unit that is about to go. */
static int
rests(struct db *db, const struct undo *u, int64_t import_id, struct vector *v, bool *yes,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_IMPORT_SLICES, err);
	struct error damaged = { .code = ERROR_NONE };

	*yes = false;
	db_bind_int(q, 1, import_id);
	while (!*yes && damaged.code == ERROR_NONE && db_next(q)) {
		size_t size;
		const void *data = db_blob(q, 0, &size);

		vector_reset(v);
		if (slice_unpack(data, size, v, &damaged) < 0)
			break;
		for (int i = 0; i < u->count && !*yes; i++)
			*yes = v->flag[u->orphans[i]] != FLAG_ABSENT;
	}
	if (db_end(q) < 0)
		return -1;
	return damaged.code == ERROR_NONE ? 0 : error_set(err, damaged.code, "%s", damaged.text);
}

static int
highest_slot(struct db *db, int *slot, struct error *err)
{
	int64_t number;

	if (db_number(db, Q_UNDO_SLOTS, 0, &number, err) < 0)
		return -1;
	*slot = (int)number;
	return 0;
}

static int
check_values(struct db *db, const struct undo *u, struct error *err)
{
	struct arena arena = { 0 };
	struct import_entry *entries;
	struct vector v;
	char list[256] = "";
	size_t used = 0;
	int count, slots, result;

	if (u->count == 0)
		return 0;
	if (import_list(db, &arena, &entries, &count, err) < 0 ||
		highest_slot(db, &slots, err) < 0) {
		arena_release(&arena);
		return -1;
	}
	vector_new(&v, slots + 1);
	result = 0;
	for (int i = count - 1; i >= 0 && result == 0 && used < sizeof(list) - 32; i--) {
		bool yes = false;

		if (entries[i].id == u->id || entries[i].undone_at[0])
			continue;
		result = rests(db, u, entries[i].id, &v, &yes, err);
		if (yes)
			used += (size_t)snprintf(list + used, sizeof(list) - used, "%s%lld",
				used ? ", " : "", (long long)entries[i].id);
	}
	vector_release(&v);
	arena_release(&arena);
	if (result == 0 && used)
		return error_set(err, ERROR_INPUT,
			_("Import %lld (%s) cannot be undone: values of "
			  "later imports belong to its units. Undo first: %s."),
			(long long)u->id, u->file_name, list);
	return result;
}

/* Tables of nouns that name units, as Q_IMPORT_ORPHAN_HELD gives them, in words for people. */
static const struct {
	const char *table, *words;
} holders[] = {
	{ "advice", N_("advice") },
	{ "ballot", N_("votes") },
	{ "closing_note", N_("closing notes") },
	{ "conclusion", N_("conclusions") },
	{ "conclusion_evidence", N_("conclusions") },
	{ "contact", N_("people") },
	{ "decision_count", N_("counts of decisions") },
	{ "diagnosis", N_("diagnoses") },
	{ "document", N_("documents") },
	{ "exchange_member", N_("members of groups") },
	{ "homework", N_("homework") },
	{ "improvement_plan", N_("improvement plans") },
	{ "meeting", N_("hosts of meetings") },
	{ "member_figures", N_("own figures") },
	{ "minutes_remark", N_("remarks on minutes") },
	{ "opinion_answer", N_("opinions") },
	{ "own_figure", N_("own figures") },
	{ "own_figure_former", N_("own figures") },
	{ "participant", N_("participants of meetings") },
	{ "problem", N_("problems and priorities") },
	{ "published_result", N_("published results") },
	{ "service_organisation", N_("forms of organisation") },
	{ "sheet_return", N_("filled-in sheets") },
	{ "strategic_evidence", N_("evidence of problems and factors") },
	{ "strategy", N_("strategies") },
	{ "strategy_unit", N_("strategies") },
	{ "swot", N_("SWOT analyses") },
	{ "target", N_("targets of strategies") },
	{ "unit_type", N_("functional types") },
	{ "wave", N_("surveys") },
};

static const char *
holder(const char *table)
{
	for (size_t i = 0; i < sizeof(holders) / sizeof(holders[0]); i++)
		if (strcmp(holders[i].table, table) == 0)
			return _(holders[i].words);
	return table;
}

/* What people keep about a unit needs it. */
static int
check_held(struct db *db, const struct undo *u, struct error *err)
{
	struct stmt *q = db_start(db, Q_IMPORT_ORPHAN_HELD, err);
	char code[32] = "", list[320] = "", name[128];
	const struct unit *unit;

	while (db_next(q)) {
		const char *words = holder(db_text(q, 0));
		size_t used = strlen(list);

		text_copy(code, sizeof(code), db_text(q, 1));
		if (!strstr(list, words))
			snprintf(list + used, sizeof(list) - used, "%s%s", used ? ", " : "", words);
	}
	if (db_end(q) < 0)
		return -1;
	if (!list[0])
		return 0;
	unit = unit_by_code(&u->units, code);
	return error_set(err, ERROR_INPUT,
		_("Import %lld (%s) cannot be undone: only it knows the unit %s (%s), to which "
		  "%s belong. Import a newer register instead of taking this one back."),
		(long long)u->id, u->file_name,
		unit ? unit_told_whole(unit, name, sizeof(name)) : "?",
		unit && unit->teryt[0] ? unit->teryt : code, list);
}

static int
check_groups(struct db *db, const struct undo *u, struct error *err)
{
	for (int i = 0; i < u->count; i++) {
		struct stmt *q = db_start(db, Q_IMPORT_ORPHAN_GROUP, err);
		char name[128] = "";

		db_bind_int(q, 1, u->orphans[i]);
		if (db_next(q))
			text_copy(name, sizeof(name), db_text(q, 0));
		if (db_end(q) < 0)
			return -1;
		if (name[0])
			return error_set(err, ERROR_INPUT,
				_("Import %lld (%s) cannot be undone: the comparison group “%s” "
				  "has units that only this import knows. Take them out of the "
				  "group first."),
				(long long)u->id, u->file_name, name);
	}
	return 0;
}

static int
remove_orphans(struct db *db, const struct undo *u, struct error *err)
{
	static const int queries[] = { Q_IMPORT_ORPHAN_MEMBERS, Q_IMPORT_ORPHAN_CHILDREN,
		Q_IMPORT_ORPHAN_VERSIONS, Q_IMPORT_ORPHAN_EVENTS };

	if (u->count == 0)
		return 0;
	/* What no undoing of other files would mend comes first. */
	if (check_held(db, u, err) < 0 || check_groups(db, u, err) < 0 ||
		check_values(db, u, err) < 0)
		return -1;
	for (int i = 0; i < u->count; i++)
		for (size_t k = 0; k < sizeof(queries) / sizeof(queries[0]); k++)
			if (run(db, queries[k], u->orphans[i], err) < 0)
				return -1;
	for (int i = 0; i < u->count; i++)
		if (run(db, Q_IMPORT_ORPHAN_UNIT, u->orphans[i], err) < 0)
			return -1;
	return 0;
}

static int
remove_rows(struct db *db, struct undo *u, struct error *err)
{
	static const int queries[] = { Q_IMPORT_UNDO_NAMES, Q_IMPORT_UNDO_VERSIONS,
		Q_IMPORT_UNDO_EVENTS, Q_IMPORT_UNDO_SUCCESSIONS, Q_IMPORT_UNDO_UNITS,
		Q_IMPORT_UNDO_FORMER_PASS, Q_IMPORT_UNDO_FORMER_RESTORE, Q_IMPORT_UNDO_FORMER,
		Q_IMPORT_UNDO_HEIRS, Q_IMPORT_UNDO_DERIVED, Q_IMPORT_UNDO_CARDS };
	char list[256];

	if (strcmp(u->kind, "teryt") == 0) {
		if (later(db, Q_IMPORT_LATER_REGISTERS, u->id, list, sizeof(list), err) < 0)
			return -1;
		if (list[0])
			return error_set(err, ERROR_INPUT,
				_("Import %lld (%s) cannot be undone: later "
				  "registers rest on it. Undo first: %s."),
				(long long)u->id, u->file_name, list);
	}
	if (slice_forget(db, u->id, err) < 0)
		return -1;
	for (size_t k = 0; k < sizeof(queries) / sizeof(queries[0]); k++)
		if (run(db, queries[k], u->id, err) < 0)
			return -1;
	return db_run(db_start(db, Q_IMPORT_UNDO_ORIGIN, err), NULL);
}

static int
mark(struct db *db, const struct undo *u, struct error *err)
{
	struct stmt *q = db_start(db, Q_IMPORT_MARK_UNDONE, err);
	char now[32];

	db_bind_int(q, 1, u->id);
	db_bind_text(q, 2, clock_now_utc(now, sizeof(now)));
	db_bind_int(q, 3, db_person(db));
	return db_run(q, NULL);
}

static int
take_back(struct db *db, struct undo *u, struct error *err)
{
	if (strcmp(u->kind, "answers") == 0) { /* has nothing to do with units */
		db_act_entity(db, u->id);
		return form_import_forget(db, u->id, err) < 0 ? -1 : mark(db, u, err);
	}
	if (strcmp(u->kind, "sheet") == 0) {
		db_act_entity(db, u->id);
		return own_figure_forget(db, u->id, err) < 0 ? -1 : mark(db, u, err);
	}
	if (strcmp(u->kind, "strategy") == 0) {
		db_act_entity(db, u->id);
		return strategy_forget(db, u->id, err) < 0 ? -1 : mark(db, u, err);
	}
	if (strcmp(u->kind, "round") == 0) {
		db_act_entity(db, u->id);
		return round_sheet_forget(db, u->id, err) < 0 ? -1 : mark(db, u, err);
	}
	if (strcmp(u->kind, "package") == 0 && package_forget(db, u->id, err) < 0)
		return -1;
	if (unit_table_load(db, &u->units, err) < 0 || remove_rows(db, u, err) < 0 ||
		load_orphans(db, u, err) < 0 || remove_orphans(db, u, err) < 0 ||
		mark(db, u, err) < 0)
		return -1;
	db_act_entity(db, u->id);
	return succession_settle(db, err);
}

static int
undo(struct db *db, void *context, struct error *err)
{
	struct undo *u = context;

	return find_import(db, u, err) || target_figures_load(db, &u->figures, err) ||
			       take_back(db, u, err) ||
			       target_taken_keep(db, &u->figures, u->id, err)
		       ? -1
		       : 0;
}

int
import_undo(struct db *db, int64_t id, struct error *err)
{
	struct undo u = { .id = id };
	const struct db_act act = {
		.action = "import.undo", .entity = "import", .summary = u.file_name
	};
	int result = db_write(db, &act, undo, &u, err);

	target_figures_release(&u.figures);
	unit_table_release(&u.units);
	arena_release(&u.arena);
	return result;
}
