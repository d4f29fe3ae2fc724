/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Real exports of BDL, with the figures known of them. */
#include "figures_fixture.h"

#include "model/indicators/ranking.h"
#include "model/indicators/value.h"

#define UNEMPLOYED "bdl/RYNE_1944_CTAB_20250616184618.csv"
#define MIGRATION "bdl/LUDN_1355_CTAB_20250616155804_2023.csv"
#define POPULATION "bdl/LUDN_2137_CREL_20220407210714.csv"
#define STRAY "bdl/LUDN_1872_CREL_20220407210059.csv"
#define DIVORCES "bdl/LUDN_3427_CTAB_20170523203746.csv"
#define SPENDING "bdl/FINA_2416_CREL_20250113230845.csv"
#define SUBREGIONS "bdl/RYNE_2392_CREL_20230312150319.csv"
#define SPORTS "bdl/KULT_3881_CTAB_20220211231432.csv"
#define PATHS "bdl/TRAN_3164_CTAB_20220211231704.csv"
#define DENSITY "bdl/LUDN_2425_CTAB_20220211224427.csv"
#define PAY "bdl/WYNA_2497_CREL_20250113223353.csv"
#define GDP "bdl/RACH_3503_CREL_20220408093256.csv"
#define ONCOLOGY "bdl/OCHR_1808_CTAB_20260307201406.csv"

/* One database for all tests of this program: they only read it. */
static struct fixture *shared;

static int
open_all(void **state)
{
	static const char *const files[] = { UNEMPLOYED, MIGRATION, POPULATION, STRAY, DIVORCES,
		SPENDING, SUBREGIONS, SPORTS, PATHS, DENSITY, PAY, GDP, ONCOLOGY };
	const char *folder = getenv("GROMADA_REAL_DATA");
	char path[512];

	if (!folder)
		return 0;
	fixture_open(state);
	shared = *state;
	snprintf(path, sizeof path, "%s/teryt/TERC_Urzedowy_2020-09-26.csv", folder);
	assert_int_equal(fixture_import(shared, path, NULL), 1);
	for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
		snprintf(path, sizeof path, "%s/%s", folder, files[i]);
		if (fixture_import(shared, path, NULL) <= 0)
			fail_msg("%s", shared->err.text);
	}
	return 0;
}

static int
close_all(void **state)
{
	return shared ? fixture_close(state) : 0;
}

static struct fixture *
real(void)
{
	if (!shared) {
		print_message("# skipped: GROMADA_REAL_DATA does not name the folder of real files\n");
		skip();
	}
	return shared;
}

/* What a preview of a file that is in force already says. */
static struct import_preview
again(const char *file)
{
	struct fixture *f = real();
	struct importer *im;
	struct import_preview p;
	char path[512];

	snprintf(path, sizeof path, "%s/%s", getenv("GROMADA_REAL_DATA"), file);
	assert_int_equal(importer_read(&im, f->db, IMPORT_BDL, path, NULL, NULL, &f->err), 0);
	p = *importer_preview(im);
	importer_free(im);
	return p;
}

static void
assert_again(const char *file, long rows, int series, long values)
{
	struct import_preview p = again(file);

	assert_int_equal(p.counts.rows, rows);
	assert_int_equal(p.series, series);
	assert_int_equal(p.counts.new_values, 0);
	assert_int_equal(p.counts.changed, 0);
	assert_int_equal(p.counts.same, values);
	assert_int_equal(p.bdl_units, 0);
}

static void
every_file_has_its_rows_and_again_changes_nothing(void **state)
{
	(void)state;
	real();
	/* 97,548 cells less the 134 rows that a change of kind makes twice. */
	assert_again(UNEMPLOYED, 4434, 1, 97548 - 134 * 22);
	assert_again(MIGRATION, 3846, 8, 3846 * 8);
	assert_again(POPULATION, 7431, 3, 7431);
	assert_again(STRAY, 2478, 1, 2478);
	assert_again(DIVORCES, 380, 1, 380);
	assert_again(SPENDING, 352, 1, 352);
	assert_again(SUBREGIONS, 1387, 1, 1387);
	assert_again(SPORTS, 380, 5, 1900);
	assert_again(PATHS, 378, 1, 378);
	assert_again(DENSITY, 380, 1, 380);
	assert_again(PAY, 352, 1, 352);
	assert_again(GDP, 374, 1, 374);
	assert_again(ONCOLOGY, 17, 2, 102);
}

static void
the_unemployed_of_the_country_and_of_warsaw_agree(void **state)
{
	struct fixture *f = real();

	(void)state;
	assert_value(figure(f, "P1944.1", 2003, "0000000"), 3175674);
	assert_value(figure(f, "P1944.1", 2024, "0000000"), 786179);
	assert_value(figure(f, "P1944.1", 2024, "1465000"), 18713);
	assert_value(figure(f, "P1944.1", 2024, "1465011"), 18713);
}

static void
gminy_add_up_to_powiaty_voivodeships_and_the_country_in_all_years(void **state)
{
	struct fixture *f = real();

	(void)state;
	for (int year = 2003; year <= 2024; year++) {
		struct look l;
		double country;
		int n;

		look_at(f, &l, "P1944.1", year);
		look_unit(&l, "00", &country);
		assert_value(sum_of(&l, LEVEL_VOIVODESHIP, &n), country);
		assert_int_equal(n, 16);
		assert_value(sum_of(&l, LEVEL_POWIAT, &n), country);
		assert_int_equal(n, year < 2013 ? 379 : 380);
		assert_value(sum_of(&l, LEVEL_GMINA, &n), country);
		look_away(&l);
	}
}

static void
the_zeros_of_parts_are_found_and_missing(void **state)
{
	struct import_preview p = again(UNEMPLOYED);
	struct fixture *f = real();
	struct look l;
	int n;

	(void)state;
	assert_true(p.has_zeros);
	look_at(f, &l, "P1944.1", 2018);
	assert_value(sum_of(&l, LEVEL_PART, &n), 0);
	assert_int_equal(n, 0);
	look_away(&l);
	look_at(f, &l, "P1944.1", 2019);
	assert_true(sum_of(&l, LEVEL_PART, &n) > 0);
	look_away(&l);
	assert_int_equal(figure_flag_of(f, "P1944.1", 2010, "0201044"), FLAG_NOT_COLLECTED);
}

/* 9,566 pairs in 2003-2018: counted where they are stored as not collected. */
static void
the_zeros_of_parts_are_so_many_pairs(void **state)
{
	struct fixture *f = real();
	long cells = 0;

	(void)state;
	for (int year = 2003; year <= 2024; year++) {
		struct look l;

		look_at(f, &l, "P1944.1", year);
		for (int i = 0; i < l.v.slots; i++)
			cells += l.v.flag[i] == FLAG_NOT_COLLECTED;
		assert_true(year > 2003 || cells > 0);
		look_away(&l);
		if (year == 2018)
			assert_int_equal(cells, 2 * 9566);
	}
	assert_int_equal(cells, 2 * 9566);
}

static void
koszyce_has_one_series_under_both_kinds(void **state)
{
	static const double later[] = { 95, 117, 104, 110, 88, 89 };
	struct fixture *f = real();

	(void)state;
	assert_value(figure(f, "P1944.1", 2003, "1214022"), 266);
	assert_value(figure(f, "P1944.1", 2018, "1214023"), 153);
	for (int i = 0; i < 6; i++)
		assert_value(figure(f, "P1944.1", 2019 + i, "121402"), later[i]);
}

static void
walbrzych_of_both_codes_keeps_its_years(void **state)
{
	struct fixture *f = real();
	struct unit_table t;
	const struct unit *u;

	(void)state;
	assert_value(figure(f, "P1944.1", 2003, "0221091"), 14309);
	assert_int_equal(figure_flag_of(f, "P1944.1", 2003, "0265011"), FLAG_EMPTY);
	assert_int_equal(figure_flag_of(f, "P1944.1", 2013, "0221091"), FLAG_EMPTY);
	assert_false(isnan(figure(f, "P1944.1", 2013, "0265011")));
	fixture_units(f, &t);
	u = unit_by_code(&t, "0221091");
	assert_true(u->from_bdl);
	assert_string_equal(u->name, "Wałbrzych od 2003 do 2012");
	assert_string_equal(unit_by_code(&t, "0265011")->name, "Wałbrzych");
	unit_table_release(&t);
}

static void
migration_holds_rates_balances_and_gaps(void **state)
{
	struct fixture *f = real();
	struct look l;
	long negative = 0;
	int n;

	(void)state;
	assert_value(figure(f, "P1355.1", 2023, "00"), 422806);
	assert_value(figure(f, "P1355.4", 2023, "00"), 416040);
	assert_value(figure(f, "P1355.7", 2023, "00"), 6766);
	assert_value(figure(f, "P1355.8", 2023, "00"), 0.2);
	look_at(f, &l, "P1355.1", 2023);
	assert_value(sum_of(&l, LEVEL_VOIVODESHIP, &n), 422806);
	assert_value(sum_of(&l, LEVEL_POWIAT, &n), 399535);
	assert_int_equal(l.v.flag[unit_by_code(&l.units, "1465")->slot], FLAG_ABSENT);
	look_away(&l);
	for (int i = 1; i <= 8; i++) {
		char code[24];

		snprintf(code, sizeof code, "P1355.%d", i);
		look_at(f, &l, code, 2023);
		for (int s = 0; s < l.v.slots; s++)
			negative += !flag_missing(l.v.flag[s]) && l.v.value[s] < 0;
		assert_int_equal(l.card.decimals, i == 8);
		look_away(&l);
	}
	assert_int_equal(negative, 4932);
}

static void
population_adds_up_by_sex(void **state)
{
	static const double sums[] = { 38265013, 18502241, 19762772 };
	struct fixture *f = real();

	(void)state;
	for (int i = 0; i < 3; i++) {
		struct look l;
		char code[24];
		int n;

		snprintf(code, sizeof code, "P2137.%d", i + 1);
		look_at(f, &l, code, 2020);
		assert_value(sum_of(&l, LEVEL_GMINA, &n), sums[i]);
		assert_int_equal(n, 2477);
		look_away(&l);
	}
	assert_value(figure(f, "P2137.1", 2020, "1465011"), 1794166);
}

static void
a_stray_part_stays_a_part(void **state)
{
	struct fixture *f = real();
	struct look l;
	int n;

	(void)state;
	look_at(f, &l, "P1872.1", 2020);
	assert_value(sum_of(&l, LEVEL_GMINA, &n), 145045);
	assert_int_equal(n, 2477);
	assert_value(sum_of(&l, LEVEL_PART, &n), 39);
	assert_int_equal(n, 1);
	look_away(&l);
	assert_value(figure(f, "P1872.1", 2020, "0201045"), 39);
	assert_value(figure(f, "P1872.1", 2020, "1465011"), 7251);
}

static void
ten_digit_codes_are_powiaty_of_the_register(void **state)
{
	struct fixture *f = real();
	struct look l;
	int n;

	(void)state;
	assert_value(figure(f, "P3427.1", 2015, "1006000"), 1.1);
	assert_value(figure(f, "P3427.1", 2015, "1015000"), 0.7);
	assert_value(figure(f, "P3427.1", 2015, "0861000"), 2.8);
	assert_value(figure(f, "P3427.1", 2015, "1465000"), 2.2);
	look_at(f, &l, "P3427.1", 2015);
	sum_of(&l, LEVEL_POWIAT, &n);
	assert_int_equal(n, 380);
	look_away(&l);
}

static void
decimals_come_and_go_within_a_series(void **state)
{
	struct fixture *f = real();
	struct look l;

	(void)state;
	assert_value(figure(f, "P2416.1", 2002, "02"), 110);
	assert_value(figure(f, "P2416.1", 2023, "02"), 639.47);
	assert_value(figure(f, "P2416.1", 2023, "32"), 849.39);
	look_at(f, &l, "P2416.1", 2005);
	assert_int_equal(l.v.decimals, 0);
	assert_int_equal(l.card.decimals, 2);
	look_away(&l);
	assert_value(figure(f, "P2497.1", 2023, "14"), 8928.60);
	assert_value(figure(f, "P2497.1", 2002, "02"), 2165.84);
}

static void
subregions_are_units_and_mazowieckie_stays_without_a_rate(void **state)
{
	struct fixture *f = real();
	struct unit_table t;
	long missing = 0;
	int regions = 0;

	(void)state;
	assert_value(figure(f, "P2392.1", 2022, "071427300000"), 4.3);
	assert_int_equal(figure_flag_of(f, "P2392.1", 2022, "1400000"), FLAG_ABSENT);
	for (int year = 2004; year <= 2022; year++) {
		struct look l;

		look_at(f, &l, "P2392.1", year);
		for (int i = 0; i < l.v.slots; i++)
			missing += l.v.flag[i] == FLAG_NO_INFO;
		look_away(&l);
	}
	assert_int_equal(missing, 42);
	fixture_units(f, &t);
	for (int i = 0; i < t.count; i++)
		regions += t.units[i].level == LEVEL_REGION;
	assert_int_equal(regions, 73);
	assert_string_equal(unit_by_code(&t, "071427300000")->name, "PODREGION ŻYRARDOWSKI");
	unit_table_release(&t);
}

static void
sports_facilities_keep_their_plausible_zeros(void **state)
{
	static const double sums[] = { 2368, 1067, 1189, 2262, 579 };
	static const int zeros[] = { 3, 53, 111, 43, 102 };
	static const double warsaw[] = { 18, 41, 60, 94, 47 };
	struct fixture *f = real();

	(void)state;
	for (int i = 0; i < 5; i++) {
		struct look l;
		char code[24];
		int n, none = 0;

		snprintf(code, sizeof code, "P3881.%d", i + 1);
		look_at(f, &l, code, 2018);
		assert_value(sum_of(&l, LEVEL_POWIAT, &n), sums[i]);
		for (int s = 0; s < l.v.slots; s++)
			none += l.v.flag[s] == FLAG_NONE && l.v.value[s] == 0;
		assert_int_equal(none, zeros[i]);
		look_away(&l);
		assert_value(figure(f, code, 2018, "1465"), warsaw[i]);
	}
}

static void
powiaty_without_paths_are_missing_not_zero(void **state)
{
	struct fixture *f = real();

	(void)state;
	assert_int_equal(figure_flag_of(f, "P3164.1", 2020, "0210"), FLAG_ABSENT);
	assert_int_equal(figure_flag_of(f, "P3164.1", 2020, "1801"), FLAG_ABSENT);
	assert_value(figure(f, "P3164.1", 2020, "1214"), 0.2);
	assert_value(figure(f, "P3164.1", 2020, "1465"), 676.1);
}

static void
density_is_ranked_as_known(void **state)
{
	struct unit_filter filter = { .level = LEVEL_POWIAT };
	struct fixture *f = real();
	struct ranking r;
	struct look l;

	(void)state;
	look_at(f, &l, "P2425.1", 2020);
	assert_int_equal(ranking_load(f->db, &l.units, &l.card, 2020, &filter, true, &l.arena, &r,
		&f->err), 0);
	assert_int_equal(r.ranked, 380);
	assert_int_equal(r.missing, 0);
	assert_string_equal(unit_by_slot(&l.units, r.rows[0].slot)->code, "2476");
	assert_value(r.rows[0].value, 3690);
	assert_string_equal(unit_by_slot(&l.units, r.rows[379].slot)->code, "1801");
	assert_value(r.rows[379].value, 19);
	look_away(&l);
	assert_value(figure(f, "P2425.1", 2020, "1465"), 3469);
}

static void
product_per_head_has_its_reasons_of_missing(void **state)
{
	struct fixture *f = real();
	long flags[256] = { 0 }, ordinary = 0;
	struct look l;

	(void)state;
	for (int year = 2000; year <= 2021; year++) {
		look_at(f, &l, "P3503.1", year);
		for (int i = 0; i < l.v.slots; i++)
			if (l.v.flag[i] != FLAG_ABSENT)
				flags[l.v.flag[i]]++;
		assert_int_equal(l.card.first_year, 2004);
		assert_int_equal(l.card.last_year, 2019);
		look_away(&l);
	}
	ordinary = flags[FLAG_NONE];
	assert_int_equal(flags[FLAG_NO_INFO], 68);
	assert_int_equal(flags[FLAG_PENDING], 34);
	assert_int_equal(ordinary, 272);
	assert_value(figure(f, "P3503.1", 2004, "00"), 105.0);
	assert_value(figure(f, "P3503.1", 2019, "00"), 104.8);
}

static void
wards_and_beds_add_up(void **state)
{
	static const double known[2][3] = { { 216, 223, 217 }, { 5328, 5444, 5346 } };
	struct fixture *f = real();

	(void)state;
	for (int i = 0; i < 6; i++) {
		const char *code = i < 3 ? "P1808.1" : "P1808.2";
		struct look l;
		int n;

		look_at(f, &l, code, 2022 + i % 3);
		assert_value(sum_of(&l, LEVEL_VOIVODESHIP, &n), known[i / 3][i % 3]);
		look_away(&l);
		assert_value(figure(f, code, 2022 + i % 3, "00"), known[i / 3][i % 3]);
	}
}

static void
the_database_is_sound_after_all(void **state)
{
	(void)state;
	assert_int_equal(fixture_faults(real()), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_file_has_its_rows_and_again_changes_nothing),
		cmocka_unit_test(the_unemployed_of_the_country_and_of_warsaw_agree),
		cmocka_unit_test(gminy_add_up_to_powiaty_voivodeships_and_the_country_in_all_years),
		cmocka_unit_test(the_zeros_of_parts_are_found_and_missing),
		cmocka_unit_test(the_zeros_of_parts_are_so_many_pairs),
		cmocka_unit_test(koszyce_has_one_series_under_both_kinds),
		cmocka_unit_test(walbrzych_of_both_codes_keeps_its_years),
		cmocka_unit_test(migration_holds_rates_balances_and_gaps),
		cmocka_unit_test(population_adds_up_by_sex),
		cmocka_unit_test(a_stray_part_stays_a_part),
		cmocka_unit_test(ten_digit_codes_are_powiaty_of_the_register),
		cmocka_unit_test(decimals_come_and_go_within_a_series),
		cmocka_unit_test(subregions_are_units_and_mazowieckie_stays_without_a_rate),
		cmocka_unit_test(sports_facilities_keep_their_plausible_zeros),
		cmocka_unit_test(powiaty_without_paths_are_missing_not_zero),
		cmocka_unit_test(density_is_ranked_as_known),
		cmocka_unit_test(product_per_head_has_its_reasons_of_missing),
		cmocka_unit_test(wards_and_beds_add_up),
		cmocka_unit_test(the_database_is_sound_after_all),
	};

	return cmocka_run_group_tests(tests, open_all, close_all);
}
