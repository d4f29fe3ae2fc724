/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values read for screens: derived ones, successions, rankings, profiles, tables, trends. */
#include "values_fixture.h"

#include "model/indicators/matrix.h"
#include "model/indicators/profile.h"
#include "model/indicators/ranking.h"
#include "model/indicators/trend.h"
#include "model/indicators/value.h"

struct open {
	struct db *db;
	struct unit_table units;
	struct arena arena;
	struct error err;
};

static int
set_up(void **state)
{
	struct open *o = calloc(1, sizeof *o);

	o->db = fixture_database();
	assert_done(unit_table_load(o->db, &o->units, &o->err), o->err);
	*state = o;
	return 0;
}

static int
tear_down(void **state)
{
	struct open *o = *state;

	unit_table_release(&o->units);
	arena_release(&o->arena);
	db_close(o->db);
	free(o);
	return 0;
}

static int
slot(const struct open *o, const char *code)
{
	const struct unit *u = unit_by_code(&o->units, code);

	assert_non_null(u);
	return u->slot;
}

static const struct unit_filter gminy = { .level = LEVEL_GMINA };

static struct ranking
rank(struct open *o, const char *code, int year)
{
	struct indicator card = fixture_card(o->db, code, &o->arena);
	struct ranking r;

	assert_done(ranking_load(o->db, &o->units, &card, year, &gminy, true, &o->arena, &r,
		&o->err), o->err);
	return r;
}

static void
ties_share_a_rank_and_the_missing_stand_last(void **state)
{
	struct open *o = *state;
	struct ranking r;

	fixture_indicator(o->db, "A1", 'S');
	fixture_values(o->db, "A1", 2020, "0201011=5 0201022=7 0201032=5 0265011=1 0201043=:x");
	r = rank(o, "A1", 2020);
	assert_int_equal(r.ranked, 4);
	assert_int_equal(r.missing, 2);
	assert_int_equal(r.rows[0].slot, slot(o, "0201022"));
	assert_int_equal(r.rows[0].rank, 1);
	assert_int_equal(r.rows[1].slot, slot(o, "0201011"));
	assert_int_equal(r.rows[1].rank, 2);
	assert_int_equal(r.rows[2].slot, slot(o, "0201032"));
	assert_int_equal(r.rows[2].rank, 2);
	assert_int_equal(r.rows[3].rank, 4);
	assert_int_equal(r.rows[4].rank, 0);
	assert_int_equal(r.rows[4].flag, FLAG_NO_INFO);
	assert_int_equal(r.rows[5].flag, FLAG_ABSENT);
	assert_value(r.rows[3].share_of_best, 100.0 * 1 / 7);
	assert_value(r.summary.median, 5);
	assert_true(isnan(r.ratio_of_sums));
}

static void
a_unit_of_no_register_is_missing_only_where_a_file_names_it(void **state)
{
	struct open *o = *state;
	const struct unit_filter all = { .level = LEVEL_GMINA, .bdl_too = true };
	struct indicator card;
	struct ranking r;

	fixture_indicator(o->db, "A1", 'S');
	fixture_values(o->db, "A1", 2020, "0201011=5 0201022=7 0201032=5 0265011=1 0201043=:x");
	card = fixture_card(o->db, "A1", &o->arena);
	for (int i = 0; i < o->units.count; i++)
		o->units.units[i].from_bdl = true;
	assert_done(ranking_load(o->db, &o->units, &card, 2020, &all, false, &o->arena, &r,
		&o->err), o->err);
	assert_int_equal(r.ranked, 4);
	assert_int_equal(r.missing, 1);
	assert_int_equal(r.rows[4].flag, FLAG_NO_INFO);
}

static void
less_is_better_for_a_destimulant(void **state)
{
	struct open *o = *state;
	struct ranking r;

	fixture_indicator(o->db, "A1", 'D');
	fixture_values(o->db, "A1", 2020, "0201011=4 0201022=8");
	r = rank(o, "A1", 2020);
	assert_int_equal(r.rows[0].slot, slot(o, "0201011"));
	assert_value(r.rows[0].share_of_best, 100);
	assert_value(r.rows[1].share_of_best, 50);
}

static void
a_nominant_is_ranked_by_its_distance(void **state)
{
	struct open *o = *state;
	struct indicator card;
	struct ranking r;

	fixture_indicator(o->db, "A1", 'N');
	card = fixture_card(o->db, "A1", &o->arena);
	card.has_wanted = true;
	card.wanted_low = 20;
	card.wanted_high = 25;
	assert_done(indicator_save(o->db, &card, &o->err), o->err);
	fixture_values(o->db, "A1", 2020, "0201011=18 0201022=22 0201032=30 0265011=20");
	r = rank(o, "A1", 2020);
	assert_int_equal(r.rows[0].rank, 1);
	assert_int_equal(r.rows[1].rank, 1);
	assert_int_equal(r.rows[2].slot, slot(o, "0201011"));
	assert_int_equal(r.rows[2].rank, 3);
	assert_int_equal(r.rows[3].slot, slot(o, "0201032"));
	assert_true(isnan(r.rows[0].share_of_best));
}

static void
changes_stop_at_a_break(void **state)
{
	struct open *o = *state;
	struct ranking r;

	fixture_indicator(o->db, "A1", 'S');
	fixture_values(o->db, "A1", 2015, "0201011=1 0201022=1");
	fixture_values(o->db, "A1", 2018, "0201011=5 0201022=:M:2");
	fixture_values(o->db, "A1", 2019, "0201011=6 0201022=3");
	fixture_values(o->db, "A1", 2020, "0201011=8 0201022=4");
	r = rank(o, "A1", 2020);
	assert_value(r.rows[0].previous, 2);
	assert_value(r.rows[0].five_years, 7);
	assert_value(r.rows[1].previous, 1);
	assert_true(isnan(r.rows[1].five_years));
	r = rank(o, "A1", 2018);
	assert_true(r.rows[1].marks & MARK_BREAK);
}

static void
rows_are_sorted_as_asked_with_unknown_ones_last(void **state)
{
	struct open *o = *state;
	struct ranking r;

	fixture_indicator(o->db, "A1", 'S');
	fixture_values(o->db, "A1", 2020, "0201011=5 0201022=7 1465011=6");
	r = rank(o, "A1", 2020);
	ranking_sort(&r, &o->units, RANKING_BY_VALUE, false);
	assert_int_equal(r.rows[0].slot, slot(o, "0201011"));
	assert_int_equal(r.rows[3].rank, 0);
	ranking_sort(&r, &o->units, RANKING_BY_VALUE, true);
	assert_int_equal(r.rows[0].slot, slot(o, "0201022"));
	assert_int_equal(r.rows[3].rank, 0);
	ranking_sort(&r, &o->units, RANKING_BY_NAME, true);
	assert_int_equal(r.rows[0].slot, slot(o, "1465011") == r.rows[0].slot
		? slot(o, "1465011") : slot(o, "0265011"));
	ranking_sort(&r, &o->units, RANKING_BY_CODE, false);
	assert_int_equal(r.rows[0].slot, slot(o, "0201011"));
	assert_int_equal(r.rows[5].slot, slot(o, "1465011"));
}

static void
a_group_s_ratio_is_a_ratio_of_sums(void **state)
{
	struct open *o = *state;
	struct ranking r;

	fixture_indicator(o->db, "A1", 'S');
	fixture_indicator(o->db, "A2", 'S');
	fixture_derived(o->db, "R1", "A1", "A2", 100);
	fixture_values(o->db, "A1", 2020, "0201011=1 0201022=90 0201032=5 0265011=:x");
	fixture_values(o->db, "A2", 2020, "0201011=10 0201022=100 0201032=0 0265011=4");
	r = rank(o, "R1", 2020);
	assert_int_equal(r.ranked, 2);
	assert_value(r.rows[0].value, 90);
	assert_value(r.rows[1].value, 10);
	assert_value(r.summary.mean, 50);
	assert_value(r.ratio_of_sums, 100.0 * 91 / 110);
	for (int i = 2; i < r.count; i++)
		if (r.rows[i].slot == slot(o, "0201032"))
			assert_int_equal(r.rows[i].flag, FLAG_NO_DENOMINATOR);
		else if (r.rows[i].slot == slot(o, "0265011"))
			assert_int_equal(r.rows[i].flag, FLAG_NO_INFO);
}

static void
a_profile_sets_a_unit_among_its_peers(void **state)
{
	struct open *o = *state;
	struct profile p;

	fixture_indicator(o->db, "A1", 'S');
	fixture_indicator(o->db, "A2", 'D');
	fixture_indicator(o->db, "A3", 'S');
	fixture_values(o->db, "A1", 2020, "0201011=5 0201022=7 0201032=9 0265011=1 0201=21 02=99");
	fixture_values(o->db, "A2", 2020, "0201011=5 0201022=7 0201032=9 0265011=1");
	fixture_values(o->db, "A3", 2019, "0201011=5");
	fixture_indicator(o->db, "A4", 'S');
	fixture_values(o->db, "A4", 2020, "0201011=5 0201022=7 0201032=9");
	assert_done(profile_load(o->db, &o->units, slot(o, "0201022"), 2020, &gminy, &o->arena, &p,
		&o->err), o->err);
	assert_int_equal(p.count, 3);
	assert_int_equal(p.peers, 6);
	assert_string_equal(p.rows[0].indicator->code, "A1");
	assert_int_equal(p.rows[0].rank, 2);
	assert_int_equal(p.rows[0].group.n, 4);
	assert_value(p.rows[0].group.median, 6);
	assert_value(p.rows[0].powiat, 21);
	assert_value(p.rows[0].voivodeship, 99);
	assert_true(isnan(p.rows[0].country));
	assert_int_equal(p.rows[0].quarter, 3);
	assert_int_equal(p.rows[1].rank, 3);
	assert_int_equal(p.rows[2].rank, 2);
	assert_int_equal(p.rows[2].quarter, 0); /* three values have none */
}

static void
tables_have_years_in_order_and_reasons_in_cells(void **state)
{
	struct open *o = *state;
	struct unit_filter filter = { .level = LEVEL_GMINA, .area = slot(o, "0201") };
	struct indicator cards[2];
	struct matrix m;
	int row = 0;

	fixture_indicator(o->db, "A1", 'S');
	fixture_indicator(o->db, "A2", 'S');
	fixture_values(o->db, "A1", 2020, "0201011=5 0201022=:x");
	fixture_values(o->db, "A1", 2018, "0201011=3");
	fixture_values(o->db, "A2", 2020, "0201011=4");
	cards[0] = fixture_card(o->db, "A1", &o->arena);
	cards[1] = fixture_card(o->db, "A2", &o->arena);
	assert_done(matrix_years(o->db, &o->units, &cards[0], 1990, 2030, &filter, &o->arena, &m,
		&o->err), o->err);
	assert_int_equal(m.rows, 4);
	assert_int_equal(m.columns, 2);
	assert_int_equal(m.years[0], 2018);
	assert_int_equal(m.years[1], 2020);
	while (m.slots[row] != slot(o, "0201011"))
		row++;
	assert_value(m.cells[row * 2].value, 3);
	assert_value(m.cells[row * 2 + 1].value, 5);
	while (m.slots[row] != slot(o, "0201022"))
		row++;
	assert_int_equal(m.cells[row * 2].flag, FLAG_ABSENT);
	assert_int_equal(m.cells[row * 2 + 1].flag, FLAG_NO_INFO);
	assert_done(matrix_indicators(o->db, &o->units, cards, 2, 2020, &filter, &o->arena, &m,
		&o->err), o->err);
	assert_int_equal(m.columns, 2);
	assert_string_equal(m.indicators[1].code, "A2");
}

static void
a_trend_shows_own_median_and_best(void **state)
{
	struct open *o = *state;
	struct trend_point *points;
	struct indicator card;
	int count;

	fixture_indicator(o->db, "A1", 'D');
	fixture_values(o->db, "A1", 2018, "0201011=5 0201022=3 0201032=4");
	fixture_values(o->db, "A1", 2020, "0201011=:x 0201022=2 0201032=4");
	card = fixture_card(o->db, "A1", &o->arena);
	assert_done(trend_load(o->db, &o->units, &card, slot(o, "0201011"), &gminy, &o->arena,
		&points, &count, &o->err), o->err);
	assert_int_equal(count, 2);
	assert_int_equal(points[0].year, 2018);
	assert_value(points[0].own, 5);
	assert_value(points[0].median, 4);
	assert_value(points[0].best, 3);
	assert_true(isnan(points[1].own));
	assert_int_equal(points[1].own_flag, FLAG_NO_INFO);
	assert_value(points[1].best, 2);
}

/* ---- successions ---- */

static void
with_changes(struct open *o)
{
	fixture_changes(o->db);
	unit_table_release(&o->units);
	assert_done(unit_table_load(o->db, &o->units, &o->err), o->err);
}

/* The group's median of the year wherever it stands, with a figure of every member. */
static void
assert_median(struct open *o, const struct unit_filter *group, int year, double median, int n)
{
	struct indicator card;
	struct trend_point *points;
	struct ranking ranking;
	struct profile profile;
	int slot = fixture_slot(o->db, "026501"), count;

	assert_done(indicator_load(o->db, "A1", &o->arena, &card, &o->err), o->err);
	assert_done(ranking_load(o->db, &o->units, &card, year, group, false, &o->arena, &ranking,
			    &o->err),
		o->err);
	assert_int_equal(ranking.ranked, n);
	assert_value(ranking.summary.median, median);
	assert_done(profile_load(o->db, &o->units, slot, year, group, &o->arena, &profile, &o->err),
		o->err);
	assert_int_equal(profile.rows[0].group.n, n);
	assert_value(profile.rows[0].group.median, median);
	assert_true(profile.rows[0].rank > 0);
	assert_done(trend_load(o->db, &o->units, &card, slot, group, &o->arena, &points, &count,
			    &o->err),
		o->err);
	for (int i = 0; i < count; i++)
		if (points[i].year == year) {
			assert_int_equal(points[i].group.n, n);
			assert_value(points[i].median, median);
		}
}

static void
a_group_counts_the_figures_of_its_members_former_and_other_codes(void **state)
{
	struct open *o = *state;
	struct unit_filter group = { .level = -1, .ended_too = true, .bdl_too = true, .group = 1 };
	unsigned char *members;

	with_changes(o);
	members = arena_array(&o->arena, (size_t)o->units.slots + 1, 1);
	group.members = members;
	members[fixture_slot(o->db, "020101")] = 1;
	members[fixture_slot(o->db, "020102")] = 1;
	members[fixture_slot(o->db, "026501")] = 1;
	fixture_indicator(o->db, "A1", 'S');
	fixture_values(o->db, "A1", 2012, "020101=10 020102=20 0221091=12");
	fixture_values(o->db, "A1", 2014, "020101=10 020102=20 0265=15");
	assert_median(o, &group, 2012, 12, 3);
	assert_median(o, &group, 2014, 15, 3);
}

static void
a_series_follows_a_recoding_with_a_mark(void **state)
{
	struct open *o = *state;
	struct value_point *points;
	struct indicator card;
	int count;

	with_changes(o);
	fixture_indicator(o->db, "A1", 'S');
	fixture_values(o->db, "A1", 2011, "0221091=11 0265011=:e");
	fixture_values(o->db, "A1", 2012, "0221091=12");
	fixture_values(o->db, "A1", 2013, "0265011=13");
	card = fixture_card(o->db, "A1", &o->arena);
	assert_done(value_series(o->db, &o->units, &card, slot(o, "0265011"), 2010, 2014, &o->arena,
		&points, &count, &o->err), o->err);
	assert_int_equal(count, 5);
	assert_int_equal(points[0].flag, FLAG_ABSENT);
	assert_value(points[1].value, 11);
	assert_true(points[1].marks & MARK_SUCCESSION);
	assert_value(points[2].value, 12);
	assert_value(points[3].value, 13);
	assert_false(points[3].marks & MARK_SUCCESSION);
}

static void
a_table_follows_a_recoding_too(void **state)
{
	struct open *o = *state;
	struct matrix m;
	struct indicator card;
	int row = 0;

	with_changes(o);
	fixture_indicator(o->db, "A1", 'S');
	fixture_values(o->db, "A1", 2012, "0221091=12");
	fixture_values(o->db, "A1", 2013, "0265011=13");
	card = fixture_card(o->db, "A1", &o->arena);
	assert_done(matrix_years(o->db, &o->units, &card, 1990, 2030, &gminy, &o->arena, &m,
		&o->err), o->err);
	while (m.slots[row] != slot(o, "0265011"))
		row++;
	assert_value(m.cells[row * 2].value, 12);
	assert_true(m.cells[row * 2].marks & MARK_SUCCESSION);
	assert_value(m.cells[row * 2 + 1].value, 13);
}

static void
a_series_stops_with_a_mark_at_a_merge(void **state)
{
	struct open *o = *state;
	struct value_point *points;
	struct indicator card;
	int count;

	with_changes(o);
	fixture_indicator(o->db, "A1", 'S');
	fixture_values(o->db, "A1", 2014, "0201011=5 0201022=3");
	fixture_values(o->db, "A1", 2015, "0201011=8");
	card = fixture_card(o->db, "A1", &o->arena);
	assert_done(value_series(o->db, &o->units, &card, slot(o, "0201011"), 2014, 2015, &o->arena,
		&points, &count, &o->err), o->err);
	assert_int_equal(points[0].marks, 0);
	assert_true(points[1].marks & MARK_STOP);
	assert_false(points[1].marks & MARK_SUCCESSION);
}

static void
a_value_outside_a_unit_s_life_is_kept_and_marked(void **state)
{
	struct open *o = *state;
	struct value_point *points;
	struct indicator card;
	int count;

	with_changes(o);
	fixture_indicator(o->db, "A1", 'S');
	fixture_values(o->db, "A1", 2010, "0265011=1 0221091=1");
	fixture_values(o->db, "A1", 2014, "0221091=2");
	card = fixture_card(o->db, "A1", &o->arena);
	assert_done(value_series(o->db, &o->units, &card, slot(o, "0265011"), 2010, 2010, &o->arena,
		&points, &count, &o->err), o->err);
	assert_value(points[0].value, 1);
	assert_true(points[0].marks & MARK_BEFORE_UNIT);
	assert_done(value_series(o->db, &o->units, &card, slot(o, "0221091"), 2010, 2014, &o->arena,
		&points, &count, &o->err), o->err);
	assert_value(points[4].value, 2);
	assert_true(points[4].marks & MARK_AFTER_UNIT);
}

static int
add_interval(struct db *db, void *context, struct error *err)
{
	struct register_change row = { .from = "2010-01-01", .to = "2017-01-01",
		.change = "begun", .was = "", .became = "Wałbrzych", .line = 2 };
	struct register_changes changes = { .rows = &row, .count = 1 };
	struct import_file file = { .kind = "changes", .name = "changes.csv", .encoding = "utf-8",
		.sha256 = "3333333333333333333333333333333333333333333333333333333333333333" };
	struct import_counts counts = { 0 };
	int64_t id;

	(void)context;
	return unit_code_parse("0265011", 7, &row.code, err) ||
		register_changes_apply(db, &changes, &file, &counts, true, &id, err) ? -1 : 0;
}

static void
a_unit_that_began_between_two_days_is_marked_before_the_first_of_them(void **state)
{
	struct open *o = *state;
	struct db_act act = { "import", "import", 0, "" };
	struct value_point *points;
	struct indicator card;
	int count;

	assert_done(db_write(o->db, &act, add_interval, NULL, &o->err), o->err);
	unit_table_release(&o->units);
	assert_done(unit_table_load(o->db, &o->units, &o->err), o->err);
	fixture_indicator(o->db, "A1", 'S');
	for (int year = 2008; year <= 2018; year++)
		fixture_values(o->db, "A1", year, "0265011=1");
	card = fixture_card(o->db, "A1", &o->arena);
	assert_done(value_series(o->db, &o->units, &card, slot(o, "0265011"), 2008, 2018, &o->arena,
		&points, &count, &o->err), o->err);
	for (int i = 0; i < count; i++)
		assert_int_equal(points[i].marks, points[i].year < 2010 ? MARK_BEFORE_UNIT : 0);
}

static void
origin(struct open *o, const char *indicator, int year, const char *unit, struct value_origin *out)
{
	struct indicator card = fixture_card(o->db, indicator, &o->arena);

	assert_done(value_origin_load(o->db, &o->units, &card, year,
		unit ? slot(o, unit) : NO_SLOT, &o->arena, out, &o->err), o->err);
}

static void
a_value_tells_where_it_is_from(void **state)
{
	struct open *o = *state;
	struct value_origin from;
	struct value_source source;
	struct indicator card;
	int64_t id;
	int *years, count;

	fixture_indicator(o->db, "A1", 'S');
	id = fixture_values(o->db, "A1", 2020, "0201011=5 0201032=:x");
	origin(o, "A1", 2020, "0201011", &from);
	assert_value(from.value, 5);
	assert_int_equal(from.flag, FLAG_NONE);
	assert_int_equal(from.source.import_id, id);
	assert_string_equal(from.source.file_name, "values.csv");
	assert_string_equal(from.source.source, "test");
	assert_string_equal(from.source.person, "tester");
	assert_string_equal(from.source.inner_name, "");
	assert_null(from.numerator);
	origin(o, "A1", 2020, "0201032", &from);
	assert_int_equal(from.flag, FLAG_NO_INFO);
	assert_int_equal(from.source.import_id, id);
	origin(o, "A1", 2020, "0201022", &from);
	assert_int_equal(from.flag, FLAG_ABSENT);
	assert_int_equal(from.source.import_id, 0);
	origin(o, "A1", 2020, NULL, &from);
	assert_int_equal(from.source.import_id, id);
	card = fixture_card(o->db, "A1", &o->arena);
	assert_done(value_slice_source(o->db, &card, 2020, &source, &o->err), o->err);
	assert_int_equal(source.import_id, id);
	assert_done(value_years(o->db, &card, &o->arena, &years, &count, &o->err), o->err);
	assert_int_equal(count, 1);
	assert_int_equal(years[0], 2020);
}

static void
a_computed_value_names_its_parts_and_the_file_of_each(void **state)
{
	struct open *o = *state;
	struct value_origin from;
	int64_t above, below;

	fixture_indicator(o->db, "A1", 'S');
	fixture_indicator(o->db, "A2", 'S');
	fixture_derived(o->db, "D1", "A1", "A2", 100);
	fixture_derived(o->db, "D2", "D1", "A2", 1);
	above = fixture_values(o->db, "A1", 2020, "0201011=5");
	below = fixture_values(o->db, "A2", 2020, "0201011=20");
	origin(o, "D1", 2020, "0201011", &from);
	assert_value(from.value, 25);
	assert_int_equal(from.source.import_id, 0);
	assert_string_equal(from.numerator->indicator.code, "A1");
	assert_value(from.numerator->value, 5);
	assert_int_equal(from.numerator->source.import_id, above);
	assert_string_equal(from.denominator->indicator.code, "A2");
	assert_value(from.denominator->value, 20);
	assert_int_equal(from.denominator->source.import_id, below);
	origin(o, "D2", 2020, "0201011", &from);
	assert_int_equal(from.numerator->numerator->source.import_id, above);
	origin(o, "D1", 2020, NULL, &from);
	assert_int_equal(from.numerator->source.import_id, above);
	origin(o, "D1", 2020, "0201022", &from);
	assert_int_equal(from.numerator->flag, FLAG_ABSENT);
}

static void
a_value_of_the_unit_before_names_that_unit_s_file(void **state)
{
	struct open *o = *state;
	struct value_origin from;
	int64_t before;

	with_changes(o);
	fixture_indicator(o->db, "A1", 'S');
	fixture_indicator(o->db, "A2", 'S');
	fixture_derived(o->db, "D1", "A1", "A2", 1);
	before = fixture_values(o->db, "A1", 2012, "0221091=12");
	fixture_values(o->db, "A2", 2012, "0221091=4");
	origin(o, "A1", 2012, "0265011", &from);
	assert_value(from.value, 12);
	assert_true(from.marks & MARK_SUCCESSION);
	assert_int_equal(from.slot, slot(o, "0221091"));
	assert_int_equal(from.source.import_id, before);
	origin(o, "D1", 2012, "0265011", &from);
	assert_value(from.value, 3);
	assert_int_equal(from.numerator->source.import_id, before);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(ties_share_a_rank_and_the_missing_stand_last),
		TEST(a_unit_of_no_register_is_missing_only_where_a_file_names_it),
		TEST(less_is_better_for_a_destimulant),
		TEST(a_nominant_is_ranked_by_its_distance),
		TEST(changes_stop_at_a_break),
		TEST(rows_are_sorted_as_asked_with_unknown_ones_last),
		TEST(a_group_s_ratio_is_a_ratio_of_sums),
		TEST(a_profile_sets_a_unit_among_its_peers),
		TEST(tables_have_years_in_order_and_reasons_in_cells),
		TEST(a_trend_shows_own_median_and_best),
		TEST(a_group_counts_the_figures_of_its_members_former_and_other_codes),
		TEST(a_series_follows_a_recoding_with_a_mark),
		TEST(a_table_follows_a_recoding_too),
		TEST(a_series_stops_with_a_mark_at_a_merge),
		TEST(a_value_outside_a_unit_s_life_is_kept_and_marked),
		TEST(a_unit_that_began_between_two_days_is_marked_before_the_first_of_them),
		TEST(a_value_tells_where_it_is_from),
		TEST(a_computed_value_names_its_parts_and_the_file_of_each),
		TEST(a_value_of_the_unit_before_names_that_unit_s_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
