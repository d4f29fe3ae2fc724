/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register in memory: one query, a hash by code, Polish order. */
#include "config.h"

#include "model/units/unit.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"
#include "model/queries.h"
#include "model/units/unit_name.h"
#include "model/units/unit_told.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct unit_hash {
	size_t mask;
	struct unit_cell {
		uint64_t number;
		int slot; /* NO_SLOT = empty */
	} cells[];
};

static const char *const level_names[LEVEL_COUNT] = {
	"country", "voivodeship", "powiat", "gmina", "part", "district", "region"
};

const char *
unit_level_name(enum unit_level level)
{
	return level_names[level];
}

int
unit_level_from_name(const char *name)
{
	for (int i = 0; i < LEVEL_COUNT; i++)
		if (strcmp(name, level_names[i]) == 0)
			return i;
	return -1;
}

/* ---- hash ---- */

static size_t
cell_of(uint64_t number, size_t mask)
{
	return (size_t)((number * UINT64_C(0x9e3779b97f4a7c15)) >> 40) & mask;
}

static void
hash_build(struct unit_table *t)
{
	size_t room = 64;

	while (room < (size_t)t->count * 2)
		room *= 2;
	t->hash = arena_new(&t->arena, sizeof(*t->hash) + room * sizeof(t->hash->cells[0]));
	t->hash->mask = room - 1;
	for (int i = 0; i < t->count; i++) {
		const struct unit *u = &t->units[i];
		uint64_t number = unit_code_number(u->code, strlen(u->code));
		size_t at = cell_of(number, t->hash->mask);

		while (t->hash->cells[at].slot)
			at = (at + 1) & t->hash->mask;
		t->hash->cells[at] = (struct unit_cell){ number, u->slot };
	}
}

int
unit_slot_by_number(const struct unit_table *t, uint64_t number)
{
	const struct unit_hash *h = t->hash;

	if (!h)
		return NO_SLOT;
	for (size_t at = cell_of(number, h->mask); h->cells[at].slot; at = (at + 1) & h->mask)
		if (h->cells[at].number == number)
			return h->cells[at].slot;
	return NO_SLOT;
}

/* ---- order ---- */

struct place { /* the beginning of a name decides nearly always */
	uint64_t key;
	const struct unit *unit;
};

static int
compare_places(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	int order;

	if (x->key != y->key && !((x->key | y->key) & ORDER_KEY_VAGUE))
		return x->key < y->key ? -1 : 1;
	order = strcmp(x->unit->label, y->unit->label);
	if (order) /* names that stand in three rows are the rule in mixed gminy */
		order = text_compare(x->unit->label, y->unit->label);
	return order ? order : strcmp(x->unit->code, y->unit->code);
}

static void
order_build(struct unit_table *t)
{
	struct place *places = memory_array((size_t)t->count + 1, sizeof(*places));

	for (int i = 0; i < t->count; i++) {
		places[i].key = unit_name_order_key(t->units[i].label);
		places[i].unit = &t->units[i];
	}
	qsort(places, (size_t)t->count, sizeof(*places), compare_places);
	t->in_order = arena_array(&t->arena, (size_t)t->count, sizeof(*t->in_order));
	for (int i = 0; i < t->count; i++) {
		t->in_order[i] = (int)(places[i].unit - t->units);
		t->units[t->in_order[i]].order = i;
	}
	free(places);
}

/* ---- loading ---- */

static void
read_unit(struct unit_table *t, struct stmt *q, struct unit *u)
{
	const char *kind = db_text(q, 8);
	int level = unit_level_from_name(db_text(q, 2));

	u->slot = (int)db_int(q, 0);
	text_copy(u->code, sizeof(u->code), db_text(q, 1));
	u->level = level < 0 ? LEVEL_REGION : (enum unit_level)level;
	u->parent = (int)db_int(q, 3);
	u->from_bdl = db_text(q, 4)[0] == 'b';
	u->starts_on = db_null(q, 5) ? "" : arena_string(&t->arena, db_text(q, 5));
	u->ends_on = db_null(q, 6) ? "" : arena_string(&t->arena, db_text(q, 6));
	u->starts_after = db_null(q, 10) ? "" : arena_string(&t->arena, db_text(q, 10));
	u->ends_after = db_null(q, 11) ? "" : arena_string(&t->arena, db_text(q, 11));
	u->name = arena_string(&t->arena, db_text(q, 7));
	u->kind = kind[0];
	u->city = unit_name_is_city(u, db_text(q, 9));
	if (u->level != LEVEL_REGION) { /* 02 becomes 0200000 */
		size_t length = strnlen(u->code, 6);

		memset(u->teryt, '0', 7);
		memcpy(u->teryt, u->code, length);
		if (kind[0])
			u->teryt[6] = kind[0];
	}
}

static int
read_units(struct db *db, struct unit_table *t, struct error *err)
{
	struct stmt *q = db_start(db, Q_UNIT_TABLE, err);
	struct unit *last = NULL;
	size_t room = 0;

	while (db_next(q)) {
		if (!last || last->slot != (int)db_int(q, 0)) {
			t->units = memory_grow(t->units, &room, (size_t)t->count + 1,
				sizeof(*t->units));
			last = &t->units[t->count++];
		}
		*last = (struct unit){ 0 };
		read_unit(t, q, last);
	}
	return db_end(q);
}

static int
read_date(struct db *db, struct unit_table *t, struct error *err)
{
	struct stmt *q = db_start(db, Q_UNIT_REGISTER_DATE, err);

	if (db_next(q))
		text_copy(t->register_date, sizeof(t->register_date), db_text(q, 0));
	return db_end(q);
}

int
unit_table_load(struct db *db, struct unit_table *t, struct error *err)
{
	*t = (struct unit_table){ 0 };
	if (read_units(db, t, err) < 0 || read_date(db, t, err) < 0) {
		unit_table_release(t);
		return -1;
	}
	t->slots = t->count ? t->units[t->count - 1].slot + 1 : 1;
	t->by_slot = arena_array(&t->arena, (size_t)t->slots, sizeof(*t->by_slot));
	memset(t->by_slot, 0xff, (size_t)t->slots * sizeof(*t->by_slot));
	for (int i = 0; i < t->count; i++) {
		t->by_slot[t->units[i].slot] = i;
		unit_name_fill(&t->units[i], &t->arena);
	}
	hash_build(t);
	order_build(t);
	if (unit_table_tell(db, t, err) < 0) {
		unit_table_release(t);
		return -1;
	}
	return 0;
}

void
unit_table_release(struct unit_table *t)
{
	free(t->units);
	arena_release(&t->arena);
	*t = (struct unit_table){ 0 };
}

/* ---- looking up ---- */

const struct unit *
unit_by_slot(const struct unit_table *t, int slot)
{
	if (slot <= 0 || slot >= t->slots || t->by_slot[slot] < 0)
		return NULL;
	return &t->units[t->by_slot[slot]];
}

int
unit_place(const struct unit_table *t, int slot)
{
	const struct unit *u = unit_by_slot(t, slot);

	return u ? u->order : t->count;
}

const struct unit *
unit_by_code(const struct unit_table *t, const char *text)
{
	uint64_t number = unit_code_number(text, strlen(text));

	return number ? unit_by_slot(t, unit_slot_by_number(t, number)) : NULL;
}

const char *
unit_teryt(const struct unit *u)
{
	return u->teryt[0] ? u->teryt : u->code;
}

const char *
unit_code_shown(const struct unit_table *t, const char *code)
{
	const struct unit *u = unit_by_code(t, code);

	return u ? unit_teryt(u) : code;
}

static void
unknown_code(const struct unit_table *t, const char *code, struct error *err)
{
	char whole[UNIT_CODE_SIZE];
	const struct unit *u =
		unit_code_restore(code, strlen(code), whole) ? unit_by_code(t, whole) : NULL;

	if (u)
		error_set(err, ERROR_MISSING,
			_("There is no unit with the code %s in the database. A zero is missing in "
			  "front, as spreadsheets drop it: %s is %s."),
			code, whole, u->label);
	else if (strlen(code) == 6)
		error_set(err, ERROR_MISSING,
			_("There is no unit with the code %s in the database. The code of a gmina "
			  "has 7 digits, this one 6: a digit is missing at its end or in front. "
			  "Look for the unit by its name."),
			code);
	else
		error_set(err, ERROR_MISSING,
			_("There is no unit with the code %s in the database; look for it by its "
			  "name."),
			code);
}

const struct unit *
unit_need(const struct unit_table *t, const char *text, struct error *err)
{
	const struct unit *u = unit_by_code(t, text);
	struct unit_code code;
	char shown[64];

	if (u)
		return u;
	text_clean(shown, sizeof(shown), text);
	if (unit_code_parse(shown, strlen(shown), &code, err) < 0)
		return NULL;
	if (t->count == 0)
		error_set(err, ERROR_MISSING,
			_("There is no unit %s, because the TERYT register has not been imported "
			  "yet."),
			shown);
	else
		unknown_code(t, shown, err);
	return NULL;
}

bool
unit_is_in(const struct unit_table *t, int slot, int area)
{
	/* Levels are few; the limit keeps a damaged circle of parents from looping. */
	for (int depth = 0; depth <= LEVEL_COUNT && slot != NO_SLOT; depth++) {
		const struct unit *u;

		if (slot == area)
			return true;
		u = unit_by_slot(t, slot);
		slot = u ? u->parent : NO_SLOT;
	}
	return false;
}

const struct unit *
unit_above(const struct unit_table *t, const struct unit *u, enum unit_level level)
{
	for (int depth = 0; depth <= LEVEL_COUNT && u; depth++) {
		if (u->level == level)
			return u;
		u = unit_by_slot(t, u->parent);
	}
	return NULL;
}

bool
unit_begins_after(const struct unit *u, int year)
{
	char last[16];

	if (!u->starts_on[0])
		return false;
	snprintf(last, sizeof(last), "%04d-12-31", year);
	return u->starts_after[0] ? strcmp(u->starts_after, last) >= 0
				  : strcmp(u->starts_on, last) > 0;
}

bool
unit_exists_in(const struct unit *u, int year)
{
	char first[16];

	snprintf(first, sizeof(first), "%04d-01-01", year);
	return (!u->ends_on[0] || strcmp(u->ends_on, first) > 0) && !unit_begins_after(u, year);
}

/* ---- writing ---- */

int
unit_settle(struct db *db, struct error *err)
{
	if (db_run(db_start(db, Q_UNIT_PARENTS, err), NULL) < 0 ||
	    db_run(db_start(db, Q_UNIT_SPANS, err), NULL) < 0 ||
	    db_run(db_start(db, Q_UNIT_INTERVALS, err), NULL) < 0)
		return -1;
	return db_run(db_start(db, Q_UNIT_SPANS_NONE, err), NULL);
}

static int
insert_version(struct db *db, int slot, const char *name, char kind, int64_t import_id,
	struct error *err)
{
	char kind_text[2] = { kind, '\0' };
	struct stmt *q = db_start(db, Q_UNIT_VERSION_INSERT, err);

	db_bind_int(q, 1, slot);
	db_bind_text(q, 2, "");
	db_bind_text(q, 3, name);
	db_bind_text(q, 4, kind_text);
	db_bind_text(q, 5, "");
	db_bind_int(q, 6, import_id);
	return db_run(q, NULL);
}

/* BDL writes a unit's years into its name: "Wałbrzych od 2003 do 2012 (1)". */
static int
year_after(const char *name, const char *word)
{
	const char *at = strstr(name, word);
	int year = at ? atoi(at + strlen(word)) : 0;

	return year >= 1900 && year < 2200 ? year : 0;
}

static int
insert_event(struct db *db, int slot, int year, const char *event, int64_t import_id,
	struct error *err)
{
	struct stmt *q;
	char date[24], before[24];

	if (!year)
		return 0;
	snprintf(date, sizeof(date), "%04d-01-01", year);
	snprintf(before, sizeof(before), "%04d-12-31", year - 1);
	q = db_start(db, Q_UNIT_EVENT_INSERT, err);
	db_bind_int(q, 1, slot);
	db_bind_text(q, 2, date);
	db_bind_text(q, 3, event);
	db_bind_int(q, 4, import_id);
	db_bind_text(q, 5, before);
	return db_run(q, NULL);
}

static int
insert_years(struct db *db, int slot, const char *name, int64_t import_id, struct error *err)
{
	int last = year_after(name, " do ");

	if (insert_event(db, slot, year_after(name, " od "), "start", import_id, err) < 0)
		return -1;
	return insert_event(db, slot, last ? last + 1 : 0, "end", import_id, err);
}

int
unit_add(struct db *db, int64_t import_id, const struct unit_code *code, const char *name,
	int *slot, struct error *err)
{
	struct stmt *q = db_start(db, Q_UNIT_BY_CODE, err);
	bool bdl = true;

	assert(db_writing(db));
	*slot = NO_SLOT;
	db_bind_text(q, 1, code->key);
	if (db_next(q)) {
		*slot = (int)db_int(q, 0);
		bdl = strcmp(db_text(q, 2), "bdl") == 0;
	}
	if (db_end(q) < 0)
		return -1;
	if (!bdl)
		return 0;
	if (*slot == NO_SLOT) {
		q = db_start(db, Q_UNIT_INSERT, err);
		db_bind_text(q, 1, code->key);
		db_bind_text(q, 2, unit_level_name(code->level));
		db_bind_text(q, 3, "bdl");
		if (db_run(q, NULL) < 0)
			return -1;
		*slot = (int)db_last_id(db);
		if (insert_version(db, *slot, name, code->kind, import_id, err) < 0)
			return -1;
	}
	q = db_start(db, Q_UNIT_IMPORT_INSERT, err);
	db_bind_int(q, 1, import_id);
	db_bind_int(q, 2, *slot);
	if (db_run(q, NULL) < 0)
		return -1;
	return insert_years(db, *slot, name, import_id, err);
}

int
unit_slot_of(struct db *db, const char *key, int *slot, struct error *err)
{
	struct stmt *q = db_start(db, Q_UNIT_BY_CODE, err);

	db_bind_text(q, 1, key);
	*slot = db_next(q) ? (int)db_int(q, 0) : NO_SLOT;
	return db_end(q);
}
