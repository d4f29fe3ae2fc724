/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A database in memory with a dozen units, and values put into it by hand. */
#include "values_fixture.h"

#include "base/number.h"

static const struct { const char *code, *name, *designation; } rows[] = {
	{ "02", "DOLNOŚLĄSKIE", "województwo" },
	{ "0201", "bolesławiecki", "powiat" },
	{ "0201011", "Bolesławiec", "gmina miejska" },
	{ "0201022", "Bolesławiec", "gmina wiejska" },
	{ "0201032", "Gromadka", "gmina wiejska" },
	{ "0201043", "Nowogrodziec", "gmina miejsko-wiejska" },
	{ "0201044", "Nowogrodziec", "miasto" },
	{ "0201045", "Nowogrodziec", "obszar wiejski" },
	{ "0265", "Wałbrzych", "miasto na prawach powiatu" },
	{ "0265011", "Wałbrzych", "gmina miejska" },
	{ "14", "MAZOWIECKIE", "województwo" },
	{ "1465", "Warszawa", "miasto stołeczne, na prawach powiatu" },
	{ "1465011", "Warszawa", "gmina miejska, miasto stołeczne" },
};
enum { ROWS = sizeof rows / sizeof rows[0] };

static int
fill(struct db *db, void *context, struct error *err)
{
	struct register_state state = { .date = "2020-01-01", .partial = true, .count = ROWS };
	struct import_file file = { .kind = "teryt", .name = "register.csv",
		.sha256 = "0000000000000000000000000000000000000000000000000000000000000000",
		.encoding = "utf-8", .source = "test", .data_date = "2020-01-01" };
	int64_t id;
	int failed;

	(void)context;
	state.rows = arena_array(&state.arena, ROWS, sizeof *state.rows);
	for (int i = 0; i < ROWS; i++) {
		if (unit_code_parse(rows[i].code, strlen(rows[i].code), &state.rows[i].code, err))
			return -1;
		state.rows[i].name = rows[i].name;
		state.rows[i].designation = rows[i].designation;
	}
	failed = register_check(&state, err) || register_apply(db, &state, &file, false, &id, err);
	arena_release(&state.arena);
	return failed ? -1 : 0;
}

struct db *
fixture_database(void)
{
	struct error err = { 0 };
	struct db_act act = { "import", "import", 0, "" };
	struct person person;
	struct db *db;

	assert_done(database_open_memory(&db, &err), err);
	assert_done(person_enter(db, "tester", &person, &err), err);
	assert_done(db_write(db, &act, fill, NULL, &err), err);
	return db;
}

int
fixture_slot(struct db *db, const char *code)
{
	struct error err = { 0 };
	struct unit_table units;
	const struct unit *u;
	int slot;

	assert_done(unit_table_load(db, &units, &err), err);
	u = unit_by_code(&units, code);
	slot = u ? u->slot : NO_SLOT;
	unit_table_release(&units);
	assert_true(slot != NO_SLOT);
	return slot;
}

struct indicator
fixture_card(struct db *db, const char *code, struct arena *arena)
{
	struct error err = { 0 };
	struct indicator card;

	assert_done(indicator_load(db, code, arena, &card, &err), err);
	return card;
}

static int
add_series(struct db *db, void *context, struct error *err)
{
	struct indicator *card = context;
	struct series_key key = { "values", "", card->code, "" };
	int64_t series;

	return series_add_card(db, card, 0, &card->id, err)
		|| series_add(db, &key, card->id, &series, err) ? -1 : 0;
}

int64_t
fixture_indicator(struct db *db, const char *code, char direction)
{
	struct indicator card = { .code = code, .name = code, .multiplier = 1, .decimals = 2,
		.direction = direction };
	struct db_act act = { "test", NULL, 0, "" };
	struct error err = { 0 };

	assert_done(db_write(db, &act, add_series, &card, &err), err);
	return card.id;
}

int64_t
fixture_derived(struct db *db, const char *code, const char *numerator, const char *denominator,
	double multiplier)
{
	struct indicator card = { .code = code, .name = code, .multiplier = multiplier,
		.decimals = 1, .direction = 'S', .kind = INDICATOR_DERIVED,
		.numerator_code = numerator, .denominator_code = denominator };
	struct error err = { 0 };

	assert_done(indicator_save(db, &card, &err), err);
	return card.id;
}

struct bringing {
	int64_t series, import_id;
	int year;
	struct vector v;
};

static int
bring(struct db *db, void *context, struct error *err)
{
	struct bringing *b = context;
	struct import_file file = { .kind = "values", .name = "values.csv",
		.sha256 = "1111111111111111111111111111111111111111111111111111111111111111",
		.encoding = "utf-8", .source = "test" };
	struct import_counts counts = { 0 };
	struct slice_change change;
	int stored;

	b->import_id = import_begin(db, &file, err);
	if (b->import_id < 0
	    || slice_store(db, b->series, b->year, b->import_id, &b->v, &change, &stored, err))
		return -1;
	if (!stored)
		b->import_id = 0;
	counts.new_values = change.new_values;
	return b->import_id ? import_finish(db, b->import_id, &counts, err) : 0;
}

int64_t
fixture_values(struct db *db, const char *indicator, int year, const char *cells)
{
	struct arena arena = { 0 };
	struct bringing b = { .series = fixture_card(db, indicator, &arena).series_id,
		.year = year };
	struct db_act act = { "import", "import", 0, "" };
	struct error err = { 0 };
	char *copy = arena_string(&arena, cells), *cell;

	vector_new(&b.v, 64);
	while ((cell = strsep(&copy, " "))) {
		char *at = strchr(cell, '=');
		struct decimal d = { 0, 0 };
		int slot;

		if (!at)
			continue;
		*at++ = '\0';
		slot = fixture_slot(db, cell);
		b.v.flag[slot] = *at == ':' ? (unsigned char)at[1] : FLAG_NONE;
		if (*at == ':')
			at = strchr(at + 1, ':') ? strchr(at + 1, ':') + 1 : NULL;
		if (at)
			assert_int_equal(decimal_parse(at, strlen(at), &d), 0);
		b.v.value[slot] = decimal_value(d);
		b.v.decimals = d.decimals > b.v.decimals ? d.decimals : b.v.decimals;
	}
	assert_done(db_write(db, &act, bring, &b, &err), err);
	vector_release(&b.v);
	arena_release(&arena);
	return b.import_id;
}

static int
add_changes(struct db *db, void *context, struct error *err)
{
	struct register_change changed[3] = {
		{ .from = "2012-12-31",
			.to = "2013-01-01",
			.change = "recoded",
			.successor = "026501",
			.was = "",
			.became = "",
			.line = 2 },
		{ .from = "2014-12-31",
			.to = "2015-01-01",
			.change = "merged",
			.successor = "020101",
			.was = "",
			.became = "",
			.line = 3 },
		{ .from = "2012-12-31",
			.to = "2013-01-01",
			.change = "begun",
			.was = "",
			.became = "Wałbrzych",
			.line = 4 },
	};
	struct register_changes changes = { .rows = changed, .count = 3 };
	struct import_file file = { .kind = "changes",
		.name = "changes.csv",
		.encoding = "utf-8",
		.sha256 = "3333333333333333333333333333333333333333333333333333333333333333" };
	struct import_counts counts = { 0 };
	struct unit_code code;
	int64_t id;
	int new_slot;

	(void)context;
	id = import_begin(db, &file, err);
	if (id < 0 || unit_code_parse("0221091", 7, &code, err) ||
		unit_add(db, id, &code, "Wałbrzych od 2003 do 2012", &new_slot, err) ||
		unit_code_parse("0221091", 7, &changed[0].code, err) ||
		unit_code_parse("0201022", 7, &changed[1].code, err) ||
		unit_code_parse("0265011", 7, &changed[2].code, err) ||
		import_finish(db, id, &counts, err))
		return -1;
	return register_changes_apply(db, &changes, &file, &counts, true, &id, err);
}

void
fixture_changes(struct db *db)
{
	struct db_act act = { "import", "import", 0, "" };
	struct error err = { 0 };

	assert_done(db_write(db, &act, add_changes, NULL, &err), err);
}
