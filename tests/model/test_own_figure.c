/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Own figures: typed, read as values, changed under each other's hands, taken back. */
#include "config.h"

#include "sheets_fixture.h"

#include "model/check.h"
#include "model/indicators/flag.h"
#include "model/import.h"
#include "model/office.h"

#include <stdlib.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct indicator
card(struct sheets *s, int64_t id)
{
	struct indicator card;

	assert_int_equal(indicator_load_id(s->db, id, &s->arena, &card, &s->err), 0);
	return card;
}

static void
what_is_typed_is_a_number_or_a_reason(void **state)
{
	static const struct {
		const char *text;
		double value;
		const char *missing;
	} good[] = { { "12,5", 12.5, "" }, { " 1 204 ", 1204, "" }, { "-3.25", -3.25, "" },
		{ "bd", NAN, "bd" }, { "ND", NAN, "nd" }, { "b.d.", NAN, "bd" }, { " n. d. ", NAN, "nd" },
		{ "", NAN, "" }, { "  ", NAN, "" } };
	static const char *const bad[] = { "abc", "1.234,5", "12a", "bdd", "1e5", "12 %", "b", "=1+1" };
	struct error err = { 0 };
	char missing[4];
	double value;

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		assert_int_equal(own_figure_parse(good[i].text, &value, missing, &err), 0);
		assert_true(isnan(good[i].value) ? isnan(value) : value == good[i].value);
		assert_string_equal(missing, good[i].missing);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		error_clear(&err);
		assert_int_equal(own_figure_parse(bad[i], &value, missing, &err), -1);
		assert_non_null(strstr(err.text, bad[i]));
	}
}

static void
own_figures_are_values_like_any_other(void **state)
{
	struct sheets *s = *state;
	struct indicator x;
	struct vector v;
	int *years, count;

	assert_int_equal(sheets_key(s, OWN_A, 2024, 2, "12,5", ""), 0);
	assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "bd", ""), 0);
	assert_int_equal(sheets_key(s, OWN_A, 2025, 3, "nd", ""), 0);
	assert_int_equal(sheets_key(s, OWN_A, 2025, 5, "7", ""), 0);
	x = card(s, OWN_A);
	assert_int_equal(x.first_year, 2024);
	assert_int_equal(x.last_year, 2025);
	assert_int_equal(x.values, 2);
	vector_new(&v, 1);
	assert_int_equal(value_load(s->db, &x, 2025, &v, NULL, &s->err), 0);
	assert_int_equal(v.flag[2], FLAG_NO_DATA);
	assert_int_equal(v.flag[3], FLAG_NOT_APPLICABLE);
	assert_int_equal(v.flag[5], FLAG_PRELIMINARY);
	assert_true(v.value[5] == 7);
	assert_int_equal(v.decimals, 1);
	vector_release(&v);
	assert_int_equal(value_years(s->db, &x, &s->arena, &years, &count, &s->err), 0);
	assert_int_equal(count, 2);
	assert_int_equal(years[0], 2024);
}

static void
home_counts_years_of_own_figures(void **state)
{
	struct sheets *s = *state;
	struct database_state now;

	assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "12,5", ""), 0);
	assert_int_equal(sheets_key(s, OWN_B, 1999, 3, "4", ""), 0);
	assert_int_equal(database_state_load(s->db, &now, &s->err), 0);
	assert_int_equal(now.first_year, 1999);
	assert_int_equal(now.last_year, 2025);
}

static void
a_figure_says_who_keyed_it(void **state)
{
	struct sheets *s = *state;
	struct indicator x = card(s, OWN_A);
	struct value_origin origin;
	struct value_source source;
	struct value_point *points;
	struct unit_table units;
	int count;

	assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "12,5", ""), 0);
	assert_int_equal(unit_table_load(s->db, &units, &s->err), 0);
	assert_int_equal(value_slice_source(s->db, &x, 2025, &source, &s->err), 0);
	assert_string_equal(source.person, "anna");
	assert_int_equal(value_origin_load(s->db, &units, &x, 2025, 2, &s->arena, &origin, &s->err), 0);
	assert_true(origin.value == 12.5);
	assert_string_equal(origin.source.person, "anna");
	assert_true(origin.source.source[0] != '\0');
	assert_int_equal(value_series(s->db, &units, &x, 2, 2023, 2025, &s->arena, &points, &count, &s->err), 0);
	assert_int_equal(count, 3);
	assert_int_equal(points[0].flag, FLAG_ABSENT);
	assert_true(points[2].value == 12.5);
	unit_table_release(&units);
}

static void
what_stood_there_before_is_kept(void **state)
{
	struct sheets *s = *state;
	struct own_figure_former *list;
	struct own_figure now;
	int count;

	assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "1", ""), 0);
	assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "2", "poprawka"), 0);
	assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "2", "poprawka"), 0);
	assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "", ""), 0);
	assert_int_equal(own_figure_load(s->db, OWN_A, 2025, 2, &now, &s->err), 0);
	assert_int_equal(now.indicator_id, 0);
	assert_int_equal(own_figure_history(s->db, OWN_A, 2025, 2, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(count, 2);
	assert_true(list[0].value == 2);
	assert_string_equal(list[0].remark, "poprawka");
	assert_true(list[1].value == 1);
	assert_string_equal(list[1].login, "anna");
}

static void
a_faster_colleague_is_named_and_nothing_is_lost(void **state)
{
	struct sheets *s = *state;
	struct own_figure nothing = { .value = NAN };
	struct own_figure mine = { .indicator_id = OWN_A, .year = 2025, .slot = 2, .value = 5 }, now;

	assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "12,5", ""), 0);
	assert_int_equal(own_figure_save(s->db, &mine, &nothing, &s->err), -1);
	assert_int_equal(s->err.code, ERROR_CONFLICT);
	assert_non_null(strstr(s->err.text, "anna"));
	assert_non_null(strstr(s->err.text, "12,5"));
	assert_int_equal(own_figure_load(s->db, OWN_A, 2025, 2, &now, &s->err), 0);
	assert_true(now.value == 12.5);
}

static void
only_cards_of_own_figures_take_them(void **state)
{
	struct sheets *s = *state;
	struct indicator x;

	assert_int_equal(sheets_key(s, FED, 2025, 2, "1", ""), -1);
	assert_non_null(strstr(s->err.text, "X14"));
	error_clear(&s->err);
	assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "1", ""), 0);
	x = card(s, OWN_A);
	x.kind = INDICATOR_PUBLISHED;
	assert_int_equal(indicator_save(s->db, &x, &s->err), -1);
	assert_int_equal(s->err.field, INDICATOR_FIELD_KIND);
	error_clear(&s->err);
	assert_int_equal(indicator_retire(s->db, OWN_A, &s->err), -1);
}

/* ---- undoing a file ---- */

struct bringing {
	struct own_figure f;
	int64_t import;
};

static int
bring(struct db *db, void *context, struct error *err)
{
	struct bringing *b = context;
	struct import_file file = { .kind = "sheet", .name = "arkusz.xlsx", .sha256 =
		"0000000000000000000000000000000000000000000000000000000000000001", .size = 1,
		.encoding = "utf-8" };
	struct import_counts counts = { .rows = 1 };
	struct own_figure was;

	b->import = import_begin(db, &file, err);
	b->f.import_id = b->import;
	return b->import < 0 || own_figure_load(db, b->f.indicator_id, b->f.year, b->f.slot, &was, err) < 0 ||
			       own_figure_put(db, &b->f, &was, NULL, err) < 0 ||
			       import_finish(db, b->import, &counts, err) < 0
		       ? -1
		       : 0;
}

static int64_t
bring_file(struct sheets *s, double value)
{
	struct bringing b = { { .indicator_id = OWN_A, .year = 2025, .slot = 2, .value = value }, 0 };
	struct db_act act = { "import", "import", 0, "arkusz" };

	assert_int_equal(db_write(s->db, &act, bring, &b, &s->err), 0);
	return b.import;
}

static double
now_there(struct sheets *s)
{
	struct own_figure now;

	assert_int_equal(own_figure_load(s->db, OWN_A, 2025, 2, &now, &s->err), 0);
	return now.indicator_id ? now.value : -1;
}

static void
undoing_a_file_brings_back_what_was_keyed(void **state)
{
	struct sheets *s = *state;
	int64_t first, second;

	assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "1", ""), 0);
	first = bring_file(s, 2);
	second = bring_file(s, 3);
	assert_int_equal(import_undo(s->db, second, &s->err), 0);
	assert_true(now_there(s) == 2);
	assert_int_equal(import_undo(s->db, first, &s->err), 0);
	assert_true(now_there(s) == 1);
}

static void
files_are_undone_in_any_order(void **state)
{
	struct sheets *s = *state;
	int64_t first, second;

	first = bring_file(s, 2);
	second = bring_file(s, 3);
	assert_int_equal(import_undo(s->db, first, &s->err), 0);
	assert_true(now_there(s) == 3);
	assert_int_equal(import_undo(s->db, second, &s->err), 0);
	assert_true(now_there(s) == -1);
}

/* ---- one rule: what was said last of what is in force stands there ---- */

enum { LAYERS = 3 };
enum layer { BROUGHT, KEYED, CLEARED, LAYER_KINDS };

struct layers {
	enum layer kinds[LAYERS];
	int64_t files[LAYERS]; /* 0 = no file, or undone */
	bool before;           /* 1 was keyed before the first */
};

static void
lay(struct sheets *s, struct layers *l)
{
	sheets_sql(s->db, "DELETE FROM own_figure");
	sheets_sql(s->db, "DELETE FROM own_figure_former");
	if (l->before)
		assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "1", ""), 0);
	for (int i = 0; i < LAYERS; i++) {
		char number[16];

		l->files[i] = 0;
		snprintf(number, sizeof(number), "%d", 10 + i);
		if (l->kinds[i] == BROUGHT)
			l->files[i] = bring_file(s, 10 + i);
		else
			assert_int_equal(
				sheets_key(s, OWN_A, 2025, 2, l->kinds[i] == KEYED ? number : "", ""), 0);
	}
}

/* -1 = no figure */
static double
said_last(const struct layers *l)
{
	for (int i = LAYERS - 1; i >= 0; i--)
		if (l->kinds[i] != BROUGHT || l->files[i])
			return l->kinds[i] == CLEARED ? -1 : 10 + i;
	return l->before ? 1 : -1;
}

static void
take_back(struct sheets *s, struct layers *l, int i)
{
	if (!l->files[i])
		return;
	assert_int_equal(import_undo(s->db, l->files[i], &s->err), 0);
	l->files[i] = 0;
	assert_true(now_there(s) == said_last(l));
}

static void
whatever_the_order_of_undoing_what_was_said_last_stands(void **state)
{
	static const int orders[][LAYERS] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 },
		{ 2, 1, 0 } };
	struct sheets *s = *state;

	for (int kinds = 0; kinds < LAYER_KINDS * LAYER_KINDS * LAYER_KINDS * 2; kinds++)
		for (int order = 0; order < 6; order++) {
			struct layers l = { { kinds % 3, kinds / 3 % 3, kinds / 9 % 3 }, { 0 }, kinds / 27 };

			lay(s, &l);
			for (int i = 0; i < LAYERS; i++)
				take_back(s, &l, orders[order][i]);
		}
}

static void
a_file_after_an_undone_one_is_undone_to_what_stood_there(void **state)
{
	struct sheets *s = *state;
	int64_t first = bring_file(s, 2), second = bring_file(s, 3), third;

	assert_int_equal(import_undo(s->db, second, &s->err), 0);
	third = bring_file(s, 4);
	assert_int_equal(import_undo(s->db, third, &s->err), 0);
	assert_true(now_there(s) == 2);
	assert_int_equal(import_undo(s->db, first, &s->err), 0);
	assert_true(now_there(s) == -1);
}

static void
a_figure_keyed_after_the_file_stays(void **state)
{
	struct sheets *s = *state;
	int64_t import = bring_file(s, 2);

	assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "9", ""), 0);
	assert_int_equal(import_undo(s->db, import, &s->err), 0);
	assert_true(now_there(s) == 9);
}

static void
figures_of_another_office_are_read_only(void **state)
{
	struct sheets *s = *state;

	sheets_sql(s->db, "INSERT INTO sheet_return (uid, owner, sheet_id, slot, changed_on) VALUES ('%032d', "
			  "'%032d', %lld, 2, '2026-01-01')",
		71, 72, (long long)s->sheet.id);
	assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "1", ""), -1);
	assert_int_equal(s->err.code, ERROR_DENIED);
	error_clear(&s->err);
	assert_int_equal(sheets_key(s, OWN_A, 2025, 3, "1", ""), 0);
}

/* However many groups ask for the figure, each of their sheets is told that it changed. */
static void
every_sheet_that_asks_is_told_of_a_change(void **state)
{
	struct sheets *s = *state;

	assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "1", ""), 0);
	for (int i = 100; i < 140; i++) {
		sheets_sql(s->db, "INSERT INTO exchange_group (id, uid, code, name, kind, starts_on) "
				  "VALUES (%d, '%032d', 'G%d', 'Grupa %d', 'gwd', '2024-01-01')",
			i, i, i, i);
		sheets_sql(s->db, "INSERT INTO data_sheet (id, uid, group_id, year) VALUES (%d, '%032d', %d, 2025)",
			i, i, i);
		sheets_sql(s->db, "INSERT INTO data_sheet_line (sheet_id, position, indicator_id) VALUES (%d, 1, %d)",
			i, OWN_A);
		sheets_sql(s->db, "INSERT INTO sheet_return (uid, sheet_id, slot, state, changed_on) "
				  "VALUES ('%032d', %d, 2, 'sent', '2026-01-01')",
			i, i);
	}
	assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "2", ""), 0);
	assert_int_equal(sheets_number(s->db, "SELECT count(*) FROM sheet_return WHERE state = 'queried'"), 40);
	assert_int_equal(sheets_number(s->db, "SELECT count(*) FROM sheet_question"), 40);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_typed_is_a_number_or_a_reason),
		cmocka_unit_test_setup_teardown(own_figures_are_values_like_any_other, sheets_open, sheets_close),
		cmocka_unit_test_setup_teardown(home_counts_years_of_own_figures, sheets_open, sheets_close),
		cmocka_unit_test_setup_teardown(a_figure_says_who_keyed_it, sheets_open, sheets_close),
		cmocka_unit_test_setup_teardown(what_stood_there_before_is_kept, sheets_open, sheets_close),
		cmocka_unit_test_setup_teardown(
			a_faster_colleague_is_named_and_nothing_is_lost, sheets_open, sheets_close),
		cmocka_unit_test_setup_teardown(only_cards_of_own_figures_take_them, sheets_open, sheets_close),
		cmocka_unit_test_setup_teardown(undoing_a_file_brings_back_what_was_keyed, sheets_open, sheets_close),
		cmocka_unit_test_setup_teardown(files_are_undone_in_any_order, sheets_open, sheets_close),
		cmocka_unit_test_setup_teardown(
			whatever_the_order_of_undoing_what_was_said_last_stands, sheets_open, sheets_close),
		cmocka_unit_test_setup_teardown(
			a_file_after_an_undone_one_is_undone_to_what_stood_there, sheets_open, sheets_close),
		cmocka_unit_test_setup_teardown(a_figure_keyed_after_the_file_stays, sheets_open, sheets_close),
		cmocka_unit_test_setup_teardown(figures_of_another_office_are_read_only, sheets_open, sheets_close),
		cmocka_unit_test_setup_teardown(every_sheet_that_asks_is_told_of_a_change, sheets_open, sheets_close),
	};

	setenv("GROMADA_TEST", "1", 1); /* the clock stands still */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
