/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checks of the domain, after those of the store. */
#include "config.h"

#include "model/check.h"

#include "base/arena.h"
#include "base/i18n.h"
#include "model/database.h"
#include "model/indicators/flag.h"
#include "model/queries.h"
#include "model/units/unit.h"
#include "model/indicators/slice.h"
#include "model/monitoring/round_frozen.h"

#include <stdio.h>
#include <stdarg.h>

struct look {
	struct db *db;
	check_fault *fault;
	void *context;
	int found;
	struct unit_table units; /* for codes as people read them */
};

static void tell(struct look *l, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

static void
tell(struct look *l, const char *fmt, ...)
{
	char sentence[512];
	va_list args;

	va_start(args, fmt);
	vsnprintf(sentence, sizeof(sentence), fmt, args);
	va_end(args);
	l->found++;
	l->fault(l->context, sentence);
}

/* ---- units, cards and ballots: one query, one sentence ---- */

static const int simple[] = { Q_CHECK_NAMELESS, Q_CHECK_PARENTS, Q_CHECK_SPANS,
	Q_CHECK_VERSIONS_UNDONE, Q_CHECK_DATES, Q_CHECK_BDL_UNITS, Q_CHECK_ORPHAN_CARDS,
	Q_CHECK_CIRCLES, Q_CHECK_MIXED_BALLOTS };

static void
tell_simple(struct look *l, int query, const char *code, const char *second)
{
	const char *unit = unit_code_shown(&l->units, code); /* of queries about units */

	switch (query) {
	case Q_CHECK_NAMELESS:
		tell(l, _("The unit %s has no name."), unit);
		break;
	case Q_CHECK_PARENTS:
		tell(l, _("The unit %s lies in %s, which is not the level above it."), unit,
			unit_code_shown(&l->units, second));
		break;
	case Q_CHECK_SPANS:
		tell(l, _("The unit %s ends on %s, before it begins."), unit, second);
		break;
	case Q_CHECK_VERSIONS_UNDONE:
		tell(l, _("The unit %s has a name from import %s, which was undone."), unit,
			second);
		break;
	case Q_CHECK_DATES:
		tell(l, _("The unit %s has a name from “%s”, which is no date."), unit, second);
		break;
	case Q_CHECK_BDL_UNITS:
		tell(l, _("The unit %s is known from BDL only, but no import names it."), unit);
		break;
	case Q_CHECK_ORPHAN_CARDS:
		tell(l, _("The card %s was made by an import, but no series feeds it."), code);
		break;
	case Q_CHECK_MIXED_BALLOTS:
		tell(l,
			_("The ballot %s, “%s”, holds own votes beside paper cards: who knows the "
			  "cards can work out the votes. Key the cards in a ballot of their own."),
			code, second);
		break;
	default:
		tell(l, _("The derived indicator %s is computed from itself."), code);
		break;
	}
}

static int
check_simple(struct look *l, int query, struct error *err)
{
	struct stmt *q = db_start(l->db, query, err);

	while (db_next(q))
		tell_simple(l, query, db_text(q, 0), db_text(q, 1));
	return db_end(q);
}

/* ---- slices ---- */

static int
load_numbers(struct db *db, int query, struct arena *arena, int64_t **list, int *count,
	struct error *err)
{
	struct stmt *q = db_start(db, query, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = db_int(q, 0);
	}
	return db_end(q);
}

static void
check_slice(struct look *l, struct stmt *q, int64_t series, struct vector *v)
{
	struct error err = { .code = ERROR_NONE };
	long count = 0, valued = 0;
	size_t size;
	const void *data = db_blob(q, 4, &size);

	vector_reset(v);
	if (slice_unpack(data, size, v, &err) < 0) {
		tell(l, _("Series %lld, year %lld, import %lld: %s"), (long long)series,
			(long long)db_int(q, 0), (long long)db_int(q, 1), err.text);
		return;
	}
	for (int i = 0; i < v->slots; i++) {
		count += v->flag[i] != FLAG_ABSENT;
		valued += v->flag[i] != FLAG_ABSENT && !flag_missing(v->flag[i]);
	}
	if (count != db_int(q, 2) || valued != db_int(q, 3))
		tell(l,
			_("Series %lld, year %lld, import %lld: %ld cells (%ld with a value) are "
			  "packed, "
			  "but %lld (%lld) are counted."),
			(long long)series, (long long)db_int(q, 0), (long long)db_int(q, 1), count,
			valued, (long long)db_int(q, 2), (long long)db_int(q, 3));
}

static int
check_slices(struct look *l, struct arena *arena, struct error *err)
{
	int64_t *series, slots;
	struct vector v;
	int count, result = 0;

	if (load_numbers(l->db, Q_CHECK_SERIES, arena, &series, &count, err) < 0 ||
		db_number(l->db, Q_UNDO_SLOTS, 0, &slots, err) < 0)
		return -1;
	vector_new(&v, (int)slots + 1);
	for (int i = 0; i < count && result == 0; i++) {
		struct stmt *q = db_start(l->db, Q_CHECK_SLICES, err);

		db_bind_int(q, 1, series[i]);
		while (db_next(q))
			check_slice(l, q, series[i], &v);
		result = db_end(q);
	}
	vector_release(&v);
	return result;
}

static int
check_undone(struct look *l, struct arena *arena, struct error *err)
{
	int64_t *imports;
	int count;

	if (load_numbers(l->db, Q_CHECK_UNDONE_IMPORTS, arena, &imports, &count, err) < 0)
		return -1;
	for (int i = 0; i < count; i++) {
		struct stmt *q = db_start(l->db, Q_CHECK_UNDONE_SLICES, err);
		int64_t slices;

		db_bind_int(q, 1, imports[i]);
		slices = db_next(q) ? db_int(q, 0) : 0;
		if (db_end(q) < 0)
			return -1;
		if (slices)
			tell(l, _("Import %lld was undone, but %lld slices of it are still there."),
				(long long)imports[i], (long long)slices);
	}
	return 0;
}

int
check_database(struct db *db, check_fault *fault, void *context, struct error *err)
{
	struct look l = { .db = db, .fault = fault, .context = context };
	struct error ignored = { 0 };
	struct arena arena = { 0 };
	int store = check_store(db, database_schema(), fault, context, err);
	int result = 0, forms = 0, columns = 0, published = 0, groups = 0;

	if (store < 0)
		return -1;
	(void)unit_table_load(db, &l.units, &ignored); /* where it fails, codes stay as they are */
	for (size_t i = 0; i < sizeof(simple) / sizeof(simple[0]) && result == 0; i++)
		result = check_simple(&l, simple[i], err);
	if (result == 0)
		result = check_slices(&l, &arena, err);
	if (result == 0)
		result = check_undone(&l, &arena, err);
	if (result == 0)
		result = check_forms(db, fault, context, &forms, err);
	if (result == 0)
		result = check_columns(db, fault, context, &columns, err);
	if (result == 0)
		result = check_published(db, fault, context, &published, err);
	if (result == 0)
		result = round_papers_check(db, fault, context, &l.found, err);
	if (result == 0)
		result = check_exchange(db, fault, context, &groups, err);
	arena_release(&arena);
	unit_table_release(&l.units);
	return result < 0 ? -1 : store + l.found + forms + columns + published + groups;
}
