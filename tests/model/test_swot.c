/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SWOT analyses: factors, weights, matrices keyed pair by pair, and the position that follows. */
#include "values_fixture.h"

#include "model/swot/swot_position.h"
#include "store/internal.h"

#include <sqlite3.h>

static struct db *db;
static struct arena arena;
static struct swot swot;

static int
setup(void **state)
{
	struct error err = { 0 };

	(void)state;
	db = fixture_database();
	swot = (struct swot){ .slot = fixture_slot(db, "020101"), .year = 2026 };
	strcpy(swot.title, "Gmina w roku 2026");
	assert_done(swot_save(db, &swot, &err), err);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_release(&arena);
	db_close(db);
	return 0;
}

static int64_t
factor(enum factor_kind kind, const char *text, double weight)
{
	struct swot_factor f = {
		.kind = kind, .weight = weight, .rating = NAN, .spread = NAN, .axis = NAN
	};
	struct error err = { 0 };

	strcpy(f.text, text);
	assert_done(swot_factor_save(db, swot.id, &swot.rev, &f, &err), err);
	return f.id;
}

static struct swot_factor *
factors(int *count)
{
	struct swot_factor *list;
	struct error err = { 0 };

	assert_done(swot_factors(db, swot.id, &arena, &list, count, &err), err);
	return list;
}

static int
put(enum swot_direction d, int64_t inner, int64_t outer, double value, double seen,
	struct error *err)
{
	const struct swot_pair pair = { inner, outer, value, seen };

	return swot_pairs_put(db, swot.id, &swot.rev, d, &pair, 1, true, err);
}

static struct swot_matrix
matrix(void)
{
	struct swot_matrix m;
	struct error err = { 0 };

	assert_done(swot_matrix_load(db, swot.id, &arena, &m, &err), err);
	return m;
}

/* ---- the analysis ---- */

static void
a_new_analysis_gets_a_code_of_its_year_that_is_free(void **state)
{
	struct swot other = { .slot = swot.slot, .year = 2026 };
	struct error err = { 0 };

	(void)state;
	assert_string_equal(swot.code, "SWOT-2026");
	strcpy(other.title, "Jeszcze raz");
	assert_done(swot_save(db, &other, &err), err);
	assert_string_equal(other.code, "SWOT-2026-2");
	assert_done(swot_find(db, "SWOT-2026", &other, &err), err);
	assert_int_equal(other.id, swot.id);
	assert_int_equal(swot_find(db, "X", &other, &err), -1);
	assert_code(err, ERROR_MISSING);
}

static void
what_two_people_change_at_once_is_told_and_nothing_is_lost(void **state)
{
	struct swot mine = swot, theirs = swot;
	struct error err = { 0 };

	(void)state;
	strcpy(theirs.title, "Inny tytuł");
	assert_done(swot_save(db, &theirs, &err), err);
	strcpy(mine.title, "Mój tytuł");
	assert_int_equal(swot_save(db, &mine, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_int_equal(swot_weights_even(db, swot.id, &mine.rev, FACTOR_STRENGTH, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(swot_load(db, swot.id, &mine, &err), err);
	assert_string_equal(mine.title, "Inny tytuł");
}

static void
a_deleted_analysis_leaves_the_list_and_comes_back(void **state)
{
	struct swot_filter in_use = { 0 }, retired = { .retired = true };
	struct swot *list;
	struct error err = { 0 };
	int count;

	(void)state;
	assert_int_equal(swot_retire(db, swot.id, swot.rev - 1, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(swot_retire(db, swot.id, swot.rev, &err), err);
	assert_done(swot_list(db, &in_use, &arena, &list, &count, &err), err);
	assert_int_equal(count, 0);
	assert_done(swot_list(db, &retired, &arena, &list, &count, &err), err);
	assert_int_equal(count, 1);
	assert_int_equal(swot_load(db, swot.id, &swot, &err), -1);
	assert_code(err, ERROR_MISSING);
	assert_done(swot_restore(db, swot.id, &err), err);
	assert_done(swot_load(db, swot.id, &swot, &err), err);
}

static void
a_code_that_commands_could_not_take_is_refused(void **state)
{
	struct swot bad = swot;
	struct error err = { 0 };

	(void)state;
	strcpy(bad.code, "a b");
	assert_int_equal(swot_save(db, &bad, &err), -1);
	assert_int_equal(err.field, SWOT_FIELD_CODE);
	assert_code(err, ERROR_INPUT);
	bad.code[0] = '\0';
	bad.title[0] = '\0';
	assert_int_equal(swot_save(db, &bad, &err), -1);
	assert_int_equal(err.field, SWOT_FIELD_TITLE);
	assert_code(err, ERROR_INPUT);
}

/* ---- factors ---- */

static void
factors_stand_by_kind_and_place_and_move(void **state)
{
	struct swot_factor *list;
	struct error err = { 0 };
	int64_t first = factor(FACTOR_THREAT, "t1", NAN), second;
	int count;

	(void)state;
	second = factor(FACTOR_THREAT, "t2", NAN);
	factor(FACTOR_STRENGTH, "s1", NAN);
	assert_done(swot_factor_move(db, swot.id, &swot.rev, second, -1, &err), err);
	assert_done(swot_factor_move(db, swot.id, &swot.rev, second, -1, &err), err);
	list = factors(&count);
	assert_int_equal(count, 3);
	assert_string_equal(list[0].text, "s1");
	assert_string_equal(list[1].text, "t2");
	assert_string_equal(list[2].text, "t1");
	assert_done(swot_factor_remove(db, swot.id, &swot.rev, second, &err), err);
	list = factors(&count);
	assert_int_equal(count, 2);
	assert_int_equal(list[1].id, first);
	assert_int_equal(list[1].position, 1);
	assert_int_equal(swot_factor_remove(db, swot.id, &swot.rev, second, &err), -1);
	assert_code(err, ERROR_MISSING);
}

static void
a_factor_that_changes_its_kind_goes_to_the_end_and_drops_its_pairs(void **state)
{
	int64_t s1 = factor(FACTOR_STRENGTH, "s1", NAN), s2 = factor(FACTOR_STRENGTH, "s2", NAN);
	int64_t w1 = factor(FACTOR_WEAKNESS, "w1", NAN), o1 = factor(FACTOR_OPPORTUNITY, "o1", NAN);
	struct swot_factor *list;
	struct swot_matrix m;
	struct error err = { 0 };
	int count;

	(void)state;
	assert_done(put(SWOT_FORWARD, s1, o1, 2, NAN, &err), err);
	assert_done(put(SWOT_FORWARD, s2, o1, 1, NAN, &err), err);
	list = factors(&count);
	list[0].kind = FACTOR_WEAKNESS;
	assert_done(swot_factor_save(db, swot.id, &swot.rev, &list[0], &err), err);
	m = matrix();
	assert_int_equal(m.inner[0].id, s2);
	assert_int_equal(m.inner[0].position, 1);
	assert_int_equal(m.inner[1].id, w1);
	assert_int_equal(m.inner[2].id, s1);
	assert_int_equal(m.inner[2].position, 2);
	assert_value(m.value[SWOT_FORWARD][0], 1);
	assert_true(isnan(m.value[SWOT_FORWARD][2]));
}

static void
weights_are_made_even_or_scaled_to_one_and_a_wrong_sum_is_known(void **state)
{
	struct swot_factor *list;
	struct swot_weights w;
	struct error err = { 0 };
	int count;

	(void)state;
	assert_int_equal(
		swot_weights_scale(db, swot.id, &swot.rev, FACTOR_STRENGTH, &err), -1);
	assert_code(err, ERROR_INPUT);
	factor(FACTOR_STRENGTH, "s1", 0.6);
	factor(FACTOR_STRENGTH, "s2", 0.6);
	factor(FACTOR_STRENGTH, "s3", NAN);
	list = factors(&count);
	w = swot_weights_of(list, count, FACTOR_STRENGTH);
	assert_int_equal(w.weighed, 2);
	assert_false(w.usable);
	for (int i = 0; i < 3; i++)
		list[i].weight = 0.33;
	assert_true(swot_weights_of(list, 3, FACTOR_STRENGTH).usable);
	list[0].weight = 0.3;
	assert_false(swot_weights_of(list, 3, FACTOR_STRENGTH).usable);
	assert_int_equal(swot_weights_scale(db, swot.id, &swot.rev, FACTOR_STRENGTH, &err), -1);
	assert_non_null(strstr(err.text, "S3"));
	list = factors(&count);
	assert_true(isnan(list[2].weight));
	list[2].weight = 0;
	assert_done(swot_factor_save(db, swot.id, &swot.rev, &list[2], &err), err);
	assert_done(swot_weights_scale(db, swot.id, &swot.rev, FACTOR_STRENGTH, &err), err);
	list = factors(&count);
	assert_value(list[0].weight, 0.5);
	assert_value(list[2].weight, 0);
	assert_true(swot_weights_of(list, count, FACTOR_STRENGTH).usable);
	assert_done(swot_weights_even(db, swot.id, &swot.rev, FACTOR_STRENGTH, &err), err);
	list = factors(&count);
	assert_value(list[2].weight, 1.0 / 3);
	assert_true(swot_weights_of(list, count, FACTOR_STRENGTH).usable);
}

static void
weights_ratings_and_places_off_their_scales_are_refused(void **state)
{
	struct swot_factor f = { .kind = FACTOR_THREAT, .weight = 1.2, .rating = NAN, .axis = NAN };
	struct error err = { 0 };

	(void)state;
	strcpy(f.text, "t");
	assert_int_equal(swot_factor_save(db, swot.id, &swot.rev, &f, &err), -1);
	assert_int_equal(err.field, FACTOR_FIELD_WEIGHT);
	assert_code(err, ERROR_INPUT);
	f.weight = NAN;
	f.rating = 6;
	assert_int_equal(swot_factor_save(db, swot.id, &swot.rev, &f, &err), -1);
	assert_int_equal(err.field, FACTOR_FIELD_RATING);
	assert_code(err, ERROR_INPUT);
	f.rating = 3;
	assert_done(swot_factor_save(db, swot.id, &swot.rev, &f, &err), err);
	assert_int_equal(swot_factor_place(db, swot.id, &swot.rev, f.id, -6, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_done(swot_factor_place(db, swot.id, &swot.rev, f.id, -4.5, &err), err);
}

static void
sql(const char *text)
{
	assert_int_equal(sqlite3_exec(db->handle, text, NULL, NULL, NULL), SQLITE_OK);
}

static void
problems_and_drivers_become_factors_with_their_evidence(void **state)
{
	struct swot_factor *list;
	struct error err = { 0 };
	char text[400];
	int64_t taken;
	int count;

	(void)state;
	for (int i = 1; i <= 3; i++) {
		snprintf(text, sizeof text,
			"INSERT INTO problem (id, uid, slot, kind, year, text, area) VALUES (%d, "
			"printf('%%032d', %d), %d, '%s', 2026, 'p%d', 'edu')",
			i, i, i == 3 ? fixture_slot(db, "020102") : swot.slot,
			i == 2 ? "driver" : "problem", i);
		sql(text);
	}
	sql("INSERT INTO strategic_evidence (problem_id, kind, indicator, year, value, level, text, "
	    "frozen_at) VALUES (1, 'indicator', 'A', 2024, 5, -0.8, 'A', '2026-01-01')");
	assert_done(swot_factor_take(db, swot.id, &swot.rev, 1, &taken, &err), err);
	assert_done(swot_factor_take(db, swot.id, &swot.rev, 2, &taken, &err), err);
	assert_int_equal(swot_factor_take(db, swot.id, &swot.rev, 1, &taken, &err), -1); /* again */
	assert_non_null(strstr(err.text, "W1"));
	assert_code(err, ERROR_INPUT);
	assert_int_equal(swot_factor_take(db, swot.id, &swot.rev, 3, &taken, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_int_equal(swot_factor_take(db, swot.id, &swot.rev, 9, &taken, &err), -1);
	assert_code(err, ERROR_MISSING);
	list = factors(&count);
	assert_int_equal(count, 2);
	assert_int_equal(list[0].kind, FACTOR_STRENGTH);
	assert_string_equal(list[0].text, "p2");
	assert_int_equal(list[1].kind, FACTOR_WEAKNESS);
	assert_string_equal(list[1].area, "edu");
	assert_int_equal(list[1].evidence, 1);
	assert_int_equal(list[0].evidence, 0);
}

/* ---- pairs ---- */

static void
only_pairs_of_inside_and_outside_on_the_scale_are_kept(void **state)
{
	int64_t s = factor(FACTOR_STRENGTH, "s", NAN), w = factor(FACTOR_WEAKNESS, "w", NAN);
	int64_t o = factor(FACTOR_OPPORTUNITY, "o", NAN);
	struct error err = { 0 };

	(void)state;
	assert_int_equal(put(SWOT_FORWARD, s, w, 1, NAN, &err), -1);
	assert_code(err, ERROR_MISSING);
	assert_int_equal(put(SWOT_FORWARD, s, o, 0.5, NAN, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_int_equal(put(SWOT_FORWARD, s, o, 3, NAN, &err), -1);
	assert_code(err, ERROR_INPUT);
	swot.halves = true;
	assert_done(swot_save(db, &swot, &err), err);
	assert_done(put(SWOT_FORWARD, s, o, 0.5, NAN, &err), err);
	swot.halves = false;
	assert_int_equal(swot_save(db, &swot, &err), -1);
	assert_int_equal(err.field, SWOT_FIELD_HALVES);
	assert_code(err, ERROR_INPUT);
	assert_done(put(SWOT_FORWARD, s, o, NAN, 0.5, &err), err);
	assert_true(isnan(matrix().value[SWOT_FORWARD][0]));
	assert_done(swot_save(db, &swot, &err), err);
}

static void
a_pair_that_a_colleague_keyed_meanwhile_is_not_overwritten(void **state)
{
	int64_t s = factor(FACTOR_STRENGTH, "s", NAN), o = factor(FACTOR_OPPORTUNITY, "o", NAN);
	struct error err = { 0 };

	(void)state;
	assert_done(put(SWOT_FORWARD, s, o, 1, NAN, &err), err);
	assert_int_equal(put(SWOT_FORWARD, s, o, 2, NAN, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(put(SWOT_FORWARD, s, o, 1, NAN, &err), err); /* they agree */
	assert_done(put(SWOT_FORWARD, s, o, 2, 1, &err), err);
	assert_done(put(SWOT_BACKWARD, s, o, 0, NAN, &err), err); /* the other matrix */
	assert_value(matrix().value[SWOT_FORWARD][0], 2);
	assert_value(matrix().value[SWOT_BACKWARD][0], 0);
}

static void
pairs_are_read_with_comma_or_point(void **state)
{
	double value;

	(void)state;
	assert_int_equal(swot_pair_read("2", false, &value), 0);
	assert_value(value, 2);
	assert_int_equal(swot_pair_read("1,5", true, &value), 0);
	assert_value(value, 1.5);
	assert_int_equal(swot_pair_read("0.5", true, &value), 0);
	assert_int_equal(swot_pair_read("1,5", false, &value), -1);
	assert_int_equal(swot_pair_read("1,25", true, &value), -1);
	assert_int_equal(swot_pair_read("dużo", true, &value), -1);
}

/* ---- the position ---- */

/* Keys so many pairs of a matrix of 10 x 10 factors per quadrant that their mean is hundredths /
 * 100: hundredths pairs of 1, or of 2 where there are more. */
static void
fill_quadrant(struct swot_matrix *m, enum swot_direction d, enum swot_quadrant quadrant,
	int hundredths)
{
	for (int i = 0; i < m->inner_count; i++)
		for (int o = 0; o < m->outer_count; o++) {
			if (swot_quadrant_of(m->inner[i].kind, m->outer[o].kind) != quadrant)
				continue;
			m->value[d][i * m->outer_count + o] = hundredths > 0;
			hundredths--;
		}
}

static struct swot_matrix
ten_of_each(void)
{
	struct swot_matrix m = { .inner_count = 20, .outer_count = 20 };

	m.inner = arena_array(&arena, 20, sizeof *m.inner);
	m.outer = arena_array(&arena, 20, sizeof *m.outer);
	for (int i = 0; i < 20; i++) {
		m.inner[i] = (struct swot_factor){
			.kind = i < 10 ? FACTOR_STRENGTH : FACTOR_WEAKNESS, .weight = NAN
		};
		m.outer[i] = (struct swot_factor){
			.kind = i < 10 ? FACTOR_OPPORTUNITY : FACTOR_THREAT, .weight = NAN
		};
	}
	for (int d = 0; d < SWOT_DIRECTIONS; d++)
		m.value[d] = arena_array(&arena, 400, sizeof(double));
	return m;
}

/* Strategia Rozwoju Gminy Chełm Śląski na lata 2004-2020, section 2.3, prints the mean strength of
 * the pairs: SWOT S x O 0,98, S x T 0,95, W x O 0,64, W x T 0,62; TOWS 0,41, 0,40, 0,44, 0,51. Its
 * conclusion is the dynamic strategy (maxi-maxi). The pairs themselves are not printed; ours have
 * those means. Together: (0,98 + 0,41) / 2 = 0,695; 0,54; 0,675; 0,565. */
static void
the_published_means_of_a_gmina_lead_to_its_published_strategy(void **state)
{
	const int published[SWOT_DIRECTIONS][QUADRANTS] = { { 98, 64, 95, 62 }, { 41, 44, 40, 51 } };
	const double together[QUADRANTS] = { 0.695, 0.54, 0.675, 0.565 };
	struct swot_matrix m = ten_of_each();
	struct swot_position p;

	(void)state;
	for (int d = 0; d < SWOT_DIRECTIONS; d++)
		for (int q = 0; q < QUADRANTS; q++)
			fill_quadrant(&m, (enum swot_direction)d, (enum swot_quadrant)q,
				published[d][q]);
	swot_position_of(&m, &p);
	for (int q = 0; q < QUADRANTS; q++) {
		for (int d = 0; d < SWOT_DIRECTIONS; d++)
			assert_value(p.of[d][q].mean, published[d][q] / 100.0);
		assert_value(p.both[q].mean, together[q]);
	}
	assert_int_equal(p.by_mean, QUADRANT_SO);
	assert_int_equal(p.by_sum, QUADRANT_SO);
	assert_true(p.complete);
	assert_false(p.weighted);
	assert_int_equal(p.by_weighted, -1);
	assert_true(isnan(p.both[QUADRANT_SO].weighted));
}

/* By hand, two strengths (0,6 and 0,4), one weakness (1), one opportunity (1), two threats (0,7 and
 * 0,3). SWOT: S1O 2, S2O 1, S1T1 0, S1T2 1, S2T1 2, S2T2 0, WO 1, WT1 2, WT2 2; TOWS the same but S1O
 * 1. SO: sums 3 + 2 = 5. Weighted, rows 0,6·2 + 0,4·1 = 1,6 and column 1·3 = 3: 4,6; TOWS 0,6·1 +
 * 0,4·1 + 1·2 = 3. ST: 3 + 3; weighted rows 0,6·1 + 0,4·2 = 1,4, columns 0,7·2 + 0,3·1 = 1,7: 3,1
 * twice. WO: 1 + 1; weighted 2 + 2. WT: 4 + 4; weighted row 1·4, columns 0,7·2 + 0,3·2 = 2: 6 twice. */
static void
sums_weighted_sums_and_means_agree_with_those_made_by_hand(void **state)
{
	int64_t s1 = factor(FACTOR_STRENGTH, "s1", 0.6), s2 = factor(FACTOR_STRENGTH, "s2", 0.4);
	int64_t w = factor(FACTOR_WEAKNESS, "w", 1), o = factor(FACTOR_OPPORTUNITY, "o", 1);
	int64_t t1 = factor(FACTOR_THREAT, "t1", 0.7), t2 = factor(FACTOR_THREAT, "t2", 0.3);
	const int64_t pairs[][3] = { { s1, o, 2 }, { s2, o, 1 }, { s1, t1, 0 }, { s1, t2, 1 },
		{ s2, t1, 2 }, { s2, t2, 0 }, { w, o, 1 }, { w, t1, 2 }, { w, t2, 2 } };
	struct swot_position p;
	struct swot_matrix m;
	struct error err = { 0 };

	(void)state;
	for (int i = 0; i < 9; i++) {
		double back = i ? (double)pairs[i][2] : 1;

		assert_done(put(SWOT_FORWARD, pairs[i][0], pairs[i][1], (double)pairs[i][2], NAN,
				    &err),
			err);
		assert_done(put(SWOT_BACKWARD, pairs[i][0], pairs[i][1], back, NAN, &err), err);
	}
	m = matrix();
	swot_position_of(&m, &p);
	assert_true(p.complete && p.weighted);
	assert_value(p.of[SWOT_FORWARD][QUADRANT_SO].sum, 3);
	assert_value(p.both[QUADRANT_SO].sum, 5);
	assert_float_equal(p.of[SWOT_FORWARD][QUADRANT_SO].weighted, 4.6, 1e-9);
	assert_float_equal(p.both[QUADRANT_SO].weighted, 7.6, 1e-9);
	assert_value(p.both[QUADRANT_ST].sum, 6);
	assert_float_equal(p.both[QUADRANT_ST].weighted, 6.2, 1e-9);
	assert_float_equal(p.both[QUADRANT_WO].weighted, 4, 1e-9);
	assert_value(p.both[QUADRANT_WT].sum, 8);
	assert_float_equal(p.both[QUADRANT_WT].weighted, 12, 1e-9);
	assert_value(p.both[QUADRANT_WT].mean, 2);
	assert_int_equal(p.by_sum, QUADRANT_WT);
	assert_int_equal(p.by_weighted, QUADRANT_WT);
	assert_value(swot_inner_sum(&m, SWOT_FORWARD, 0, FACTOR_THREAT), 1);
	assert_value(swot_outer_sum(&m, SWOT_FORWARD, 1, FACTOR_STRENGTH), 2);
}

static void
a_tie_or_an_empty_matrix_gives_no_position(void **state)
{
	struct swot_matrix m = ten_of_each();
	struct swot_position p;

	(void)state;
	for (int i = 0; i < 400; i++)
		m.value[0][i] = m.value[1][i] = NAN;
	swot_position_of(&m, &p);
	assert_int_equal(p.by_sum, -1);
	assert_int_equal(p.sum_winners, 0);
	assert_false(p.complete);
	m.value[0][0] = 1;                       /* SO */
	m.value[0][10 * 20 + 10] = 1;            /* WT */
	swot_position_of(&m, &p);
	assert_int_equal(p.by_sum, -1);
	assert_int_equal(p.sum_winners, 2);
	assert_false(p.complete);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		T(a_new_analysis_gets_a_code_of_its_year_that_is_free),
		T(what_two_people_change_at_once_is_told_and_nothing_is_lost),
		T(a_deleted_analysis_leaves_the_list_and_comes_back),
		T(a_code_that_commands_could_not_take_is_refused),
		T(factors_stand_by_kind_and_place_and_move),
		T(a_factor_that_changes_its_kind_goes_to_the_end_and_drops_its_pairs),
		T(weights_are_made_even_or_scaled_to_one_and_a_wrong_sum_is_known),
		T(weights_ratings_and_places_off_their_scales_are_refused),
		T(problems_and_drivers_become_factors_with_their_evidence),
		T(only_pairs_of_inside_and_outside_on_the_scale_are_kept),
		T(a_pair_that_a_colleague_keyed_meanwhile_is_not_overwritten),
		T(pairs_are_read_with_comma_or_point),
		T(the_published_means_of_a_gmina_lead_to_its_published_strategy),
		T(sums_weighted_sums_and_means_agree_with_those_made_by_hand),
		T(a_tie_or_an_empty_matrix_gives_no_position),
	};

	setenv("GROMADA_TEST", "1", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
