/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packed slices: exact there and back, safe on any bytes, laid over each other in order. */
#include "values_fixture.h"

static uint64_t seed = 42;

static uint64_t
chance(uint64_t below)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (seed >> 33) % below;
}

static void
there_and_back(const struct vector *v)
{
	struct error err = { 0 };
	struct vector w;
	unsigned char *data;
	size_t size;

	assert_int_equal(slice_pack(v, &data, &size), 0);
	vector_new(&w, v->slots);
	assert_done(slice_unpack(data, size, &w, &err), err);
	for (int i = 0; i < v->slots; i++) {
		struct slice_cell cell;

		assert_int_equal(w.flag[i], v->flag[i]);
		if (!flag_missing(v->flag[i]))
			assert_value(w.value[i], v->value[i]);
		assert_done(slice_unpack_cell(data, size, i, &cell, &err), err);
		assert_int_equal(cell.flag, v->flag[i]);
		if (!flag_missing(v->flag[i]))
			assert_value(cell.value, v->value[i]);
	}
	vector_release(&w);
	free(data);
}

static void
put(struct vector *v, int slot, double value)
{
	v->value[slot] = value;
	v->flag[slot] = FLAG_NONE;
}

static void
decimals_of_two_lengths_come_back_exactly(void **state)
{
	struct error err = { 0 };
	struct vector v, w;
	unsigned char *data;
	size_t size;

	(void)state;
	vector_new(&v, 10);
	vector_new(&w, 10);
	put(&v, 3, 110);
	put(&v, 4, 639.47);
	v.decimals = 2;
	assert_int_equal(slice_pack(&v, &data, &size), 0);
	assert_int_equal(size, 12 + 2 * 4);
	assert_done(slice_unpack(data, size, &w, &err), err);
	assert_value(w.value[3], 110);
	assert_value(w.value[4], 639.47);
	assert_int_equal(w.decimals, 2);
	assert_int_equal(w.flag[2], FLAG_ABSENT);
	free(data);
	vector_release(&v);
	vector_release(&w);
}

static void
small_numbers_take_one_byte_and_large_ones_eight(void **state)
{
	const double values[] = { -128, 127, 128, -32768, 40000, -2147483648.0, 2147483648.0,
		123456789012345.0 };
	const size_t bytes[] = { 1, 1, 2, 2, 4, 4, 8, 8 };
	unsigned char *data;
	struct vector v;
	size_t size;

	(void)state;
	vector_new(&v, 4);
	for (int i = 0; i < 8; i++) {
		put(&v, 1, values[i]);
		assert_int_equal(slice_pack(&v, &data, &size), 0);
		assert_int_equal(size, 12 + bytes[i]);
		free(data);
		there_and_back(&v);
	}
	vector_release(&v);
}

static void
values_that_are_no_decimals_are_kept_as_doubles(void **state)
{
	struct vector v;

	(void)state;
	vector_new(&v, 8);
	put(&v, 1, 1.0 / 3);
	put(&v, 2, 1e300);
	put(&v, 3, -0.0);
	put(&v, 5, 5e-324);
	v.flag[4] = FLAG_NO_INFO;
	there_and_back(&v);
	vector_release(&v);
}

static void
fill_at_random(struct vector *v)
{
	static const unsigned char some[] = { FLAG_EMPTY, FLAG_NO_INFO, FLAG_BREAK, FLAG_PRELIMINARY,
		FLAG_NOT_COLLECTED, FLAG_TRUE_ZERO };
	static const double powers[] = { 1, 10, 100, 1000, 10000 };
	int decimals = (int)chance(5), holes = (int)chance(4), flags = (int)chance(3);
	uint64_t range = (uint64_t)1 << chance(40);

	vector_reset(v);
	for (int i = 1; i < v->slots; i++) {
		if (holes && chance((uint64_t)holes + 1))
			continue;
		v->flag[i] = flags && !chance(flags == 1 ? 100 : 2) ? some[chance(6)] : FLAG_NONE;
		v->value[i] = ((double)chance(range) - (double)(range / 3)) / powers[decimals];
		if (v->value[i] == 0)
			v->value[i] = 0; /* no minus zero */
	}
	v->flag[v->slots / 2] = FLAG_NONE;
	v->decimals = decimals;
}

static void
random_vectors_come_back_exactly(void **state)
{
	struct vector v;

	(void)state;
	for (int round = 0; round < 600; round++) {
		vector_new(&v, 2 + (int)chance(400));
		fill_at_random(&v);
		there_and_back(&v);
		vector_release(&v);
	}
}

static void
an_empty_vector_is_no_slice(void **state)
{
	unsigned char *data;
	struct vector v;
	size_t size;

	(void)state;
	vector_new(&v, 10);
	assert_int_equal(slice_pack(&v, &data, &size), -1);
	vector_release(&v);
}

static void
the_whole_country_s_slice_is_small(void **state)
{
	unsigned char *data;
	struct vector v;
	size_t size;

	(void)state;
	vector_new(&v, 2901);
	for (int i = 1; i <= 2900; i++)
		put(&v, i, (double)(i * 7919 % 100000) / 100);
	v.decimals = 2;
	assert_int_equal(slice_pack(&v, &data, &size), 0);
	assert_int_equal(size, 12 + 4 * 2900);
	free(data);
	/* Three missing values cost a few runs, not a byte per cell. */
	v.flag[7] = v.flag[8] = v.flag[2000] = FLAG_NO_INFO;
	assert_int_equal(slice_pack(&v, &data, &size), 0);
	assert_true(size < 12 + 4 * 2900 + 40);
	free(data);
	vector_release(&v);
}

/* Any change of the bytes is either still a slice or refused, and then v is as it was. */
static void
damaged_bytes_never_do_harm(void **state)
{
	struct vector v, w;

	(void)state;
	vector_new(&v, 120);
	vector_new(&w, 120);
	for (int round = 0; round < 20000; round++) {
		struct error err = { 0 };
		struct slice_cell cell;
		unsigned char *data;
		size_t size;

		if (round % 100 == 0)
			fill_at_random(&v);
		assert_int_equal(slice_pack(&v, &data, &size), 0);
		for (uint64_t changes = 1 + chance(3); changes; changes--)
			data[chance(round % 2 && size > 12 ? 12 : size)] = (unsigned char)chance(256);
		if (round % 5 == 0)
			size = chance(size);
		vector_reset(&w);
		if (slice_unpack(data, size, &w, &err)) {
			assert_int_equal(err.code, ERROR_DATA);
			for (int i = 0; i < w.slots; i++)
				assert_int_equal(w.flag[i], FLAG_ABSENT);
		}
		error_clear(&err);
		for (int i = 0; i < 130; i += 9)
			slice_unpack_cell(data, size, i, &cell, &err);
		free(data);
	}
	vector_release(&v);
	vector_release(&w);
}

static void
slots_beyond_the_vector_are_refused(void **state)
{
	struct error err = { 0 };
	unsigned char *data;
	struct vector v, small;
	size_t size;

	(void)state;
	vector_new(&v, 20);
	vector_new(&small, 10);
	put(&v, 15, 1);
	assert_int_equal(slice_pack(&v, &data, &size), 0);
	assert_int_equal(slice_unpack(data, size, &small, &err), -1);
	assert_code(err, ERROR_DATA);
	free(data);
	vector_release(&v);
	vector_release(&small);
}

/* ---- in the database ---- */

static double
value_now(struct db *db, const char *code, int year, const char *unit)
{
	struct arena arena = { 0 };
	struct error err = { 0 };
	struct vector v;
	double value;
	int slot = fixture_slot(db, unit);

	vector_new(&v, 0);
	assert_done(slice_load(db, fixture_card(db, code, &arena).series_id, year, &v, &err), err);
	value = slot < v.slots && !flag_missing(v.flag[slot]) ? v.value[slot] : NAN;
	vector_release(&v);
	arena_release(&arena);
	return value;
}

static void
assert_counts(struct db *db, const char *code, int first, int last, long values)
{
	struct arena arena = { 0 };
	struct indicator card = fixture_card(db, code, &arena);

	assert_int_equal(card.first_year, first);
	assert_int_equal(card.last_year, last);
	assert_int_equal(card.values, values);
	arena_release(&arena);
}

static void
a_later_import_lies_over_an_earlier_one_and_undo_brings_that_back(void **state)
{
	struct db *db = fixture_database();
	struct error err = { 0 };
	int64_t first, second;

	(void)state;
	fixture_indicator(db, "A1", 'S');
	first = fixture_values(db, "A1", 2020, "0201011=10 0201022=20");
	second = fixture_values(db, "A1", 2020, "0201022=21,5 0201032=30");
	assert_counts(db, "A1", 2020, 2020, 3);
	assert_value(value_now(db, "A1", 2020, "0201011"), 10);
	assert_value(value_now(db, "A1", 2020, "0201022"), 21.5);
	assert_done(import_undo(db, second, &err), err);
	assert_value(value_now(db, "A1", 2020, "0201022"), 20);
	assert_true(isnan(value_now(db, "A1", 2020, "0201032")));
	assert_counts(db, "A1", 2020, 2020, 2);
	assert_true(first > 0);
	db_close(db);
}

static void
imports_can_be_undone_in_any_order(void **state)
{
	struct db *db = fixture_database();
	struct error err = { 0 };
	int64_t first, second;

	(void)state;
	fixture_indicator(db, "A1", 'S');
	first = fixture_values(db, "A1", 2020, "0201011=10 0201022=20");
	second = fixture_values(db, "A1", 2020, "0201022=22");
	assert_done(import_undo(db, first, &err), err);
	assert_value(value_now(db, "A1", 2020, "0201022"), 22);
	assert_true(isnan(value_now(db, "A1", 2020, "0201011")));
	assert_counts(db, "A1", 2020, 2020, 1);
	assert_true(second > first);
	db_close(db);
}

static void
the_same_values_again_add_nothing(void **state)
{
	struct db *db = fixture_database();

	(void)state;
	fixture_indicator(db, "A1", 'S');
	assert_true(fixture_values(db, "A1", 2020, "0201011=10 0201022=:x") > 0);
	assert_int_equal(fixture_values(db, "A1", 2020, "0201011=10"), 0);
	assert_int_equal(fixture_values(db, "A1", 2020, "0201022=:x"), 0);
	assert_true(fixture_values(db, "A1", 2020, "0201022=:n") > 0);
	db_close(db);
}

static void
a_value_that_becomes_missing_is_counted_out(void **state)
{
	struct db *db = fixture_database();
	struct error err = { 0 };
	int64_t second;

	(void)state;
	fixture_indicator(db, "A1", 'S');
	fixture_values(db, "A1", 2019, "0201011=9");
	fixture_values(db, "A1", 2020, "0201011=10");
	second = fixture_values(db, "A1", 2020, "0201011=:x");
	assert_counts(db, "A1", 2019, 2019, 1);
	assert_done(import_undo(db, second, &err), err);
	assert_counts(db, "A1", 2019, 2020, 2);
	db_close(db);
}

static void
changes_are_counted_by_what_they_are(void **state)
{
	struct db *db = fixture_database();
	struct arena arena = { 0 };
	struct error err = { 0 };
	struct slice_change change;
	struct vector v;

	(void)state;
	fixture_indicator(db, "A1", 'S');
	fixture_values(db, "A1", 2020, "0201011=10 0201022=20 0201032=:x 0265011=5");
	vector_new(&v, 64);
	put(&v, fixture_slot(db, "0201011"), 10);
	put(&v, fixture_slot(db, "0201022"), 21);
	put(&v, fixture_slot(db, "0201032"), 3);
	v.flag[fixture_slot(db, "0265011")] = FLAG_NO_INFO;
	v.flag[fixture_slot(db, "1465011")] = FLAG_PENDING;
	assert_done(slice_compare(db, fixture_card(db, "A1", &arena).series_id, 2020, &v, &change,
		&err), err);
	assert_int_equal(change.same, 1);
	assert_int_equal(change.changed, 2);
	assert_int_equal(change.new_values, 1);
	assert_int_equal(change.missing, 1);
	vector_release(&v);
	arena_release(&arena);
	db_close(db);
}

static void
every_value_knows_the_import_that_brought_it(void **state)
{
	struct db *db = fixture_database();
	struct arena arena = { 0 };
	struct error err = { 0 };
	int64_t first, second, third;
	struct slice_point points[10];
	int64_t series;
	int count;

	(void)state;
	fixture_indicator(db, "A1", 'S');
	first = fixture_values(db, "A1", 2019, "0201011=9 0201022=1");
	second = fixture_values(db, "A1", 2020, "0201011=10 0201022=20");
	third = fixture_values(db, "A1", 2020, "0201022=22");
	series = fixture_card(db, "A1", &arena).series_id;
	assert_done(slice_series(db, series, fixture_slot(db, "0201011"), 2020, 2020, points, 10,
		&count, &err), err);
	assert_int_equal(points[0].import_id, second);
	assert_done(slice_series(db, series, fixture_slot(db, "1465011"), 2020, 2020, points, 10,
		&count, &err), err);
	assert_int_equal(count, 0);
	assert_done(slice_series(db, series, fixture_slot(db, "0201022"), 1900, 2199, points, 10,
		&count, &err), err);
	assert_int_equal(count, 2);
	assert_int_equal(points[0].import_id, first);
	assert_int_equal(points[1].import_id, third);
	assert_value(points[1].value, 22);
	arena_release(&arena);
	db_close(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(decimals_of_two_lengths_come_back_exactly),
		cmocka_unit_test(small_numbers_take_one_byte_and_large_ones_eight),
		cmocka_unit_test(values_that_are_no_decimals_are_kept_as_doubles),
		cmocka_unit_test(random_vectors_come_back_exactly),
		cmocka_unit_test(an_empty_vector_is_no_slice),
		cmocka_unit_test(the_whole_country_s_slice_is_small),
		cmocka_unit_test(damaged_bytes_never_do_harm),
		cmocka_unit_test(slots_beyond_the_vector_are_refused),
		cmocka_unit_test(a_later_import_lies_over_an_earlier_one_and_undo_brings_that_back),
		cmocka_unit_test(imports_can_be_undone_in_any_order),
		cmocka_unit_test(the_same_values_again_add_nothing),
		cmocka_unit_test(a_value_that_becomes_missing_is_counted_out),
		cmocka_unit_test(changes_are_counted_by_what_they_are),
		cmocka_unit_test(every_value_knows_the_import_that_brought_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
