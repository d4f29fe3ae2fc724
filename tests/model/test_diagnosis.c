/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Diagnosis of a unit: levels and changes against its peers, folded into areas. */
#include "diagnosis_fixture.h"

#include "model/diagnosis/area_tree.h"

/* ---- rows ---- */

/* Mean 40, sd 28.28: z = -30/28.28. Slopes 1, 0, 0, 0, 0, 0: mean 1/6, sd sqrt(1/6), so that of 1 is
 * (5/6)/0.408248 = 2.04124. */
static void
level_and_change_stand_against_the_group(void **state)
{
	struct diagnosis d = question("020101", "country");
	struct diagnosis_result r;
	const struct diagnosis_row *row;

	(void)state;
	give_values("S1", 'S');
	r = compute(&d);
	row = row_of(&r, "S1");
	assert_int_equal(r.peers.count, 6);
	assert_int_equal(row->group.n, 6);
	assert_int_equal(row->missing, 0);
	near(row->value, 10);
	near(row->group.mean, 40);
	near(row->group.median, 35);
	near(row->group.sd, 28.284271247461902);
	assert_int_equal(row->rank, 6);
	assert_int_equal(row->quarter, 1);
	near(row->level, -1.0606601717798212);
	near(row->slope, 1);
	near(row->mean_change, 1);
	near(row->change, 2.0412414523193152);
	near(row->change_mean, 2.0412414523193152);
	assert_int_equal(row->change_n, 6);
	assert_int_equal(row->standing, STANDING_RISING);
}

static void
a_destimulant_turns_level_and_change(void **state)
{
	struct diagnosis d = question("020101", "country");
	struct diagnosis_result r;
	const struct diagnosis_row *row;

	(void)state;
	give_values("D1", 'D');
	r = compute(&d);
	row = row_of(&r, "D1");
	near(row->level, 1.0606601717798212);
	near(row->slope, 1); /* as it is */
	near(row->change, -2.0412414523193152);
	assert_int_equal(row->rank, 1);
	assert_int_equal(row->standing, STANDING_FALLING);
	d.method = STANDARD_UNIT;
	r = compute(&d);
	row = row_of(&r, "D1");
	near(row->level, 1);
	near(row->level_middle, 0.625); /* (90 - 40) / 80 */
	assert_int_equal(row->standing, STANDING_FALLING);
}

static void
context_has_figures_but_no_class(void **state)
{
	struct diagnosis d = question("020101", "country");
	struct diagnosis_result r;
	const struct diagnosis_row *row;

	(void)state;
	give_values("N1", 'N');
	r = compute(&d);
	row = row_of(&r, "N1");
	assert_false(row->judged);
	near(row->group.mean, 40);
	near(row->slope, 1);
	assert_true(isnan(row->level));
	assert_int_equal(row->level_lack, LACK_DIRECTION);
	assert_int_equal(row->standing, STANDING_NONE);
	assert_int_equal(row->rank, 0);
}

static void
a_powiat_of_four_has_no_levels(void **state)
{
	struct diagnosis d = question("020101", "powiat");
	struct diagnosis_result r;
	const struct diagnosis_row *row;

	(void)state;
	give_values("S1", 'S');
	r = compute(&d);
	row = row_of(&r, "S1");
	assert_int_equal(r.peers.count, 4);
	assert_int_equal(row->group.n, 4);
	assert_int_equal(row->level_lack, LACK_FEW);
	assert_true(isnan(row->level));
	assert_int_equal(row->standing, STANDING_NONE);
}

static void
missing_peers_are_counted(void **state)
{
	struct diagnosis d = question("020101", "country");
	struct diagnosis_result r;

	(void)state;
	give_values("S1", 'S');
	fixture_values(db, "S1", 2020, "146501=:x");
	r = compute(&d);
	assert_int_equal(row_of(&r, "S1")->group.n, 5);
	assert_int_equal(row_of(&r, "S1")->missing, 1);
}

static void
no_change_is_counted_over_a_break(void **state)
{
	struct diagnosis d = question("020101", "country");
	struct diagnosis_result r;

	(void)state;
	give_values("S1", 'S');
	fixture_values(db, "S1", 2019, "020101=:M:9");
	r = compute(&d);
	assert_int_equal(row_of(&r, "S1")->change_lack, LACK_BREAK);
	assert_true(isnan(row_of(&r, "S1")->change));
	assert_false(isnan(row_of(&r, "S1")->level));
	assert_int_equal(row_of(&r, "S1")->change_n, 5);
}

static void
a_change_over_other_years_is_told_with_its_years(void **state)
{
	struct diagnosis d = question("020101", "country");
	struct diagnosis_result r;
	const struct diagnosis_row *row;

	(void)state;
	give_values("S1", 'S');
	r = compute(&d);
	row = row_of(&r, "S1");
	assert_false(diagnosis_short(&d, row));
	assert_int_equal(row->change_first, 2018);
	assert_int_equal(row->change_last, 2020);
	assert_int_equal(row->change_other, 0);
	fixture_values(db, "S1", 2017, "146501=90");
	d.years = 4;
	r = compute(&d);
	row = row_of(&r, "S1");
	assert_true(diagnosis_short(&d, row));
	assert_int_equal(row->change_first, 2018);
	assert_int_equal(row->change_other, 1);
}

/* ---- areas ---- */

struct bringing {
	double weight; /* of B */
	bool write;
	struct import_counts counts;
	int64_t id;
};

/* Two dimensions: A holds A1, which holds S1 (weight 3) and S2 (1); B holds S3. */
static int
apply_tree(struct db *to, void *context, struct error *e)
{
	static struct import_file file = { .kind = "areas", .name = "areas.csv",
		.sha256 = "2222222222222222222222222222222222222222222222222222222222222222",
		.encoding = "utf-8", .source = "test" };
	struct bringing *b = context;
	struct area areas[] = { { "A", "first", -1, 0, 1 }, { "A1", "within", 0, 1, 1 },
		{ "B", "second", -1, 0, b->weight } };
	struct area_indicator indicators[] = { { "S1", 1, 3 }, { "S2", 1, 1 }, { "S3", 2, 1 } };
	struct area_tree tree = { .code = "T", .name = "Test", .areas = areas, .count = 3,
		.indicators = indicators, .indicator_count = 3 };

	return area_tree_apply(to, &tree, 1, &file, &b->counts, b->write, &b->id, e);
}

static int64_t
take_tree(double weight)
{
	const struct db_act act = { "import", "import", 0, "" };
	struct bringing b = { .weight = weight, .write = true };

	assert_done(db_write(db, &act, apply_tree, &b, &err), err);
	return b.id;
}

static bool
is_new(double weight)
{
	struct bringing b = { .weight = weight };

	assert_done(apply_tree(db, &b, &err), err);
	return b.counts.same == 0;
}

/* Level of S1 -1.06066 (weight 3), of S2 turned +1.06066 (weight 1): A1 = (-3.18198 + 1.06066) / 4 =
 * -0.53033; the whole of A and B (S3: +1.06066, weight 2) = (-0.53033 + 2.12132) / 3 = 0.53033. */
static void
areas_are_weighted_means(void **state)
{
	struct diagnosis d = question("020101", "country");
	struct diagnosis_result r;

	(void)state;
	give_values("S1", 'S');
	give_values("S2", 'D');
	give_values("S3", 'D');
	take_tree(2);
	strcpy(d.tree, "T");
	r = compute(&d);
	assert_int_equal(r.tree.count, 3);
	near(r.areas[1].level, -0.5303300858899106);
	near(r.areas[0].level, -0.5303300858899106);
	near(r.areas[2].level, 1.0606601717798212);
	near(r.areas[3].level, 0.5303300858899106);
	assert_int_equal(r.areas[1].n, 2);
	assert_int_equal(r.areas[1].of, 2);
	assert_int_equal(r.areas[1].standing, STANDING_RISING);
	assert_int_equal(r.areas[2].standing, STANDING_FALLING);
}

static void
the_weight_of_what_is_missing_goes_to_the_others(void **state)
{
	struct diagnosis d = question("020101", "country");
	struct diagnosis_result r;

	(void)state;
	fixture_indicator(db, "S1", 'S'); /* no values at all */
	give_values("S2", 'D');
	take_tree(2);
	strcpy(d.tree, "T");
	r = compute(&d);
	near(r.areas[1].level, 1.0606601717798212);
	assert_int_equal(r.areas[1].n, 1);
	assert_int_equal(r.areas[1].of, 2);
	near(r.areas[1].weight_missing, 0.75);
	assert_true(isnan(r.areas[2].level)); /* S3 has no card */
	near(r.areas[3].level, 1.0606601717798212);
	near(r.areas[3].weight_missing, 2 / 3.);
	assert_int_equal(row_of(&r, "S1")->level_lack, LACK_VALUE);
}

/* A file may name all dimensions first: still each area stands with what lies in it. */
static int
apply_mixed(struct db *to, void *context, struct error *e)
{
	static struct import_file file = { .kind = "areas",
		.name = "mixed.csv",
		.sha256 = "3333333333333333333333333333333333333333333333333333333333333333",
		.encoding = "utf-8",
		.source = "test" };
	struct bringing *b = context;
	struct area areas[] = { { "A", "first", -1, 0, 1 }, { "B", "second", -1, 0, 1 },
		{ "B1", "within", 1, 1, 1 }, { "A1", "within", 0, 1, 1 } };
	struct area_indicator indicators[] = { { "S3", 2, 1 }, { "S1", 3, 3 }, { "S2", 0, 1 } };
	struct area_tree tree = { .code = "T",
		.name = "Test",
		.areas = areas,
		.count = 4,
		.indicators = indicators,
		.indicator_count = 3 };

	return area_tree_apply(to, &tree, 1, &file, &b->counts, true, &b->id, e);
}

static void
each_area_stands_with_what_lies_in_it(void **state)
{
	const struct db_act act = { "import", "import", 0, "" };
	const char *const order[] = { "A", "A1", "B", "B1" };
	struct bringing b = { .write = true };
	struct area_tree t;

	(void)state;
	assert_done(db_write(db, &act, apply_mixed, &b, &err), err);
	assert_done(area_tree_load(db, "T", &arena, &t, &err), err);
	for (int i = 0; i < 4; i++)
		assert_string_equal(t.areas[i].code, order[i]);
	assert_int_equal(t.areas[1].parent, 0);
	assert_int_equal(t.areas[3].parent, 2);
	assert_string_equal(t.indicators[0].code, "S2");
	assert_string_equal(t.indicators[1].code, "S1");
	assert_int_equal(t.indicators[1].area, 1);
	assert_string_equal(t.indicators[2].code, "S3");
	assert_int_equal(t.indicators[2].area, 3);
}

static void
an_undone_tree_gives_way_to_the_one_before(void **state)
{
	struct area_tree t;
	int64_t first, second;

	(void)state;
	first = take_tree(2);
	assert_false(is_new(2));
	assert_true(is_new(5));
	second = take_tree(5);
	assert_true(second > first);
	assert_done(area_tree_load(db, "T", &arena, &t, &err), err);
	near(t.areas[2].weight, 5);
	assert_done(import_undo(db, second, &err), err);
	assert_done(area_tree_load(db, "T", &arena, &t, &err), err);
	near(t.areas[2].weight, 2);
	assert_done(import_undo(db, first, &err), err);
	assert_int_equal(area_tree_load(db, "T", &arena, &t, &err), -1);
	assert_code(err, ERROR_MISSING);
}

static void
the_program_brings_three_dimensions(void **state)
{
	struct area_tree t;
	int dimensions = 0;

	(void)state;
	assert_done(area_tree_load(db, AREA_TREE_DEFAULT, &arena, &t, &err), err);
	for (int i = 0; i < t.count; i++)
		dimensions += t.areas[i].depth == 0;
	assert_int_equal(dimensions, 3);
	for (int i = 0; i < t.indicator_count; i++)
		assert_true(t.indicators[i].area >= 0 && t.areas[t.indicators[i].area].depth == 1);
}

/* What the map of the country shows of a unit is what the unit's own diagnosis says. */
static void
all_units_at_once_agree_with_each_alone(void **state)
{
	static const char *const peers[] = { "country", "voivodeship", "kind", "powiat" };
	struct diagnosis_unit *list;
	int count;

	(void)state;
	give_values("S1", 'S');
	give_values("S2", 'D');
	fixture_indicator(db, "S3", 'S');
	fixture_values(db, "S3", 2018, "020101=1 020102=5 020103=2 020104=7 026501=1 146501=3");
	fixture_values(db, "S3", 2019, "020101=2 020102=4 020103=2 020104=8 026501=:x 146501=3");
	fixture_values(db, "S3", 2020, "020101=3 020102=3 020103=5 020104=9 026501=4 146501=3");
	take_tree(2);
	for (int p = 0; p < 4; p++) {
		struct diagnosis d = question("020101", peers[p]);

		strcpy(d.tree, "T");
		for (int area = -1; area < 3; area++) {
			assert_done(diagnosis_all(db, &units, &d, area, &arena, &list, &count, NULL,
					    &err), err);
			assert_int_equal(count, 6);
			for (int i = 0; i < count; i++) {
				struct diagnosis one = d;
				struct diagnosis_result r;
				const struct diagnosis_area *a;

				one.slot = list[i].slot;
				r = compute(&one);
				a = &r.areas[area < 0 ? 3 : area];
				assert_true((isnan(a->level) && isnan(list[i].level)) ||
					    fabs(a->level - list[i].level) < 1e-12);
				assert_true((isnan(a->change) && isnan(list[i].change)) ||
					    fabs(a->change - list[i].change) < 1e-12);
				assert_int_equal(a->standing, list[i].standing);
			}
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(level_and_change_stand_against_the_group),
		TEST(a_destimulant_turns_level_and_change),
		TEST(context_has_figures_but_no_class),
		TEST(a_powiat_of_four_has_no_levels),
		TEST(missing_peers_are_counted),
		TEST(no_change_is_counted_over_a_break),
		TEST(a_change_over_other_years_is_told_with_its_years),
		TEST(areas_are_weighted_means),
		TEST(the_weight_of_what_is_missing_goes_to_the_others),
		TEST(each_area_stands_with_what_lies_in_it),
		TEST(an_undone_tree_gives_way_to_the_one_before),
		TEST(the_program_brings_three_dimensions),
		TEST(all_units_at_once_agree_with_each_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
