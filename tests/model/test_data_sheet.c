/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Data sheets: what is asked, who is missing what, the way to verified and back. */
#include "config.h"

#include "sheets_fixture.h"

#include "model/indicators/measure.h"

#include "base/text.h"

#include <stdlib.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct sheet_return
load(struct sheets *s, int slot)
{
	struct sheet_return r;

	assert_int_equal(sheet_return_load(s->db, &s->sheet, slot, &s->arena, &r, &s->err), 0);
	return r;
}

static void
fill_in(struct sheets *s, int slot)
{
	assert_int_equal(sheets_key(s, OWN_A, 2025, slot, "10", ""), 0);
	assert_int_equal(sheets_key(s, OWN_B, 2025, slot, "bd", ""), 0);
	assert_int_equal(sheets_key(s, OWN_C, 2025, slot, "nd", ""), 0);
}

static void
an_indicator_that_nothing_feeds_becomes_one_of_own_figures(void **state)
{
	struct sheets *s = *state;
	struct data_sheet_line fed = {
		.indicator_id = FED, .low = NAN, .high = NAN, .change = NAN
	};
	struct indicator x;

	assert_int_equal(indicator_load_id(s->db, OWN_C, &s->arena, &x, &s->err), 0);
	assert_int_equal(x.kind, INDICATOR_OWN);
	assert_int_equal(data_sheet_save(s->db, &s->sheet, &fed, 1, &s->err), -1);
	assert_int_equal(s->err.field, DATA_SHEET_LINE_INDICATOR);
}

static void
a_sheet_is_offered_only_what_it_can_take(void **state)
{
	struct sheets *s = *state;
	struct data_sheet_line one = {
		.indicator_id = OWN_A, .low = NAN, .high = NAN, .change = NAN
	};
	int64_t *cards;
	int count;

	assert_int_equal(
		data_sheet_cards(s->db, s->sheet.id, &s->arena, &cards, &count, &s->err), 0);
	assert_int_equal(count, 0);
	assert_int_equal(data_sheet_save(s->db, &s->sheet, &one, 1, &s->err), 0);
	assert_int_equal(
		data_sheet_cards(s->db, s->sheet.id, &s->arena, &cards, &count, &s->err), 0);
	assert_int_equal(count, 2);
	assert_int_equal(cards[0], OWN_B);
	assert_int_equal(cards[1], OWN_C);
}

static void
a_sheet_is_one_per_group_and_year_and_saved_by_rev(void **state)
{
	struct sheets *s = *state;
	struct data_sheet second = { .group_id = GROUP, .year = 2025 }, old = s->sheet;

	assert_int_equal(data_sheet_save(s->db, &second, NULL, 0, &s->err), -1);
	assert_int_equal(s->err.field, DATA_SHEET_FIELD_YEAR);
	error_clear(&s->err);
	assert_int_equal(data_sheet_save(s->db, &s->sheet, NULL, 0, &s->err), 0);
	assert_int_equal(data_sheet_save(s->db, &old, NULL, 0, &s->err), -1);
	assert_int_equal(s->err.code, ERROR_CONFLICT);
	assert_int_equal(sheets_number(s->db, "SELECT count(*) FROM data_sheet_line"), 3);
}

static void
the_next_year_takes_over_lines_and_limits(void **state)
{
	struct sheets *s = *state;
	struct data_sheet_line *lines;
	struct data_sheet next;
	int count;

	assert_int_equal(data_sheet_copy(s->db, GROUP, 2026, &next, &s->err), 0);
	assert_int_equal(data_sheet_lines(s->db, next.id, &s->arena, &lines, &count, &s->err), 0);
	assert_int_equal(count, 3);
	assert_true(lines[0].high == 100 && isnan(lines[0].change));
	assert_true(isnan(lines[1].low) && lines[1].change == 20);
	assert_string_equal(lines[2].definition, "awarie / długość");
	assert_int_equal(data_sheet_delete(s->db, &next, &s->err), 0);
}

static void
the_list_says_who_is_missing_what(void **state)
{
	struct sheets *s = *state;
	struct sheet_return *list;
	int count;

	assert_int_equal(sheets_key(s, OWN_A, 2025, 3, "10", ""), 0);
	assert_int_equal(sheet_return_list(s->db, &s->sheet, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(count, 3);
	assert_int_equal(list[0].slot, 4);
	assert_int_equal(list[1].slot, 3);
	assert_int_equal(list[1].filled, 1);
	assert_int_equal(list[1].lines, 3);
	assert_int_equal(list[2].slot, 2);
	assert_true(list[0].late);
	assert_int_equal(sheet_missing_list(s->db, NO_SLOT, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(count, 3);
	fill_in(s, 3);
	list[1] = load(s, 3);
	assert_int_equal(sheet_return_move(s->db, &list[1], SHEET_SENT, &s->err), 0);
	assert_int_equal(sheet_missing_list(s->db, NO_SLOT, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(count, 2);
	assert_int_equal(sheet_missing_list(s->db, 3, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(count, 0);
}

static void
a_unit_outside_the_group_has_no_sheet(void **state)
{
	struct sheets *s = *state;
	struct sheet_return r;

	assert_int_equal(sheet_return_load(s->db, &s->sheet, 5, &s->arena, &r, &s->err), -1);
	assert_non_null(strstr(s->err.text, "WOD"));
}

static void
a_sheet_goes_step_by_step_to_verified(void **state)
{
	struct sheets *s = *state;
	struct sheet_return r = load(s, 2);

	assert_int_equal(sheet_return_move(s->db, &r, SHEET_APPROVED, &s->err), -1);
	assert_non_null(strstr(s->err.text, "1, 2, 3"));
	error_clear(&s->err);
	fill_in(s, 2);
	r = load(s, 2);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_VERIFIED, &s->err), -1);
	error_clear(&s->err);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_APPROVED, &s->err), 0);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_SENT, &s->err), 0);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_VERIFIED, &s->err), 0);
	assert_int_equal(sheets_number(s->db, "SELECT count(*) FROM own_figure WHERE verified"), 3);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_DRAFT, &s->err), -1);
}

static void
a_later_change_queries_what_was_verified(void **state)
{
	struct sheets *s = *state;
	struct sheet_question *list;
	struct sheet_return r;
	int count;

	fill_in(s, 2);
	r = load(s, 2);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_SENT, &s->err), 0);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_VERIFIED, &s->err), 0);
	assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "11,5", ""), 0);
	r = load(s, 2);
	assert_int_equal(r.state, SHEET_QUERIED);
	assert_int_equal(sheets_number(s->db, "SELECT count(*) FROM own_figure WHERE verified"), 0);
	assert_int_equal(sheet_questions(s->db, r.id, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(count, 1);
	assert_non_null(strstr(list[0].question, "11,5"));
	assert_int_equal(list[0].indicator_id, OWN_A);
}

static void
a_later_change_of_words_alone_is_asked_about_as_such(void **state)
{
	struct sheets *s = *state;
	struct sheet_question *list;
	struct own_figure was, f;
	struct sheet_return r;
	int count;

	fill_in(s, 2);
	r = load(s, 2);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_SENT, &s->err), 0);
	assert_int_equal(own_figure_load(s->db, OWN_A, 2025, 2, &was, &s->err), 0);
	f = was;
	text_copy(f.source, sizeof f.source, "Sprawozdanie SAS");
	assert_int_equal(own_figure_save(s->db, &f, &was, &s->err), 0);
	r = load(s, 2);
	assert_int_equal(r.state, SHEET_QUERIED);
	assert_int_equal(sheet_questions(s->db, r.id, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(count, 1);
	assert_string_equal(
		list[0].question, "Remark or source was changed after the sheet was sent.");
	text_copy(f.source, sizeof f.source, "PWiK");
	assert_int_equal(own_figure_save(s->db, &f, &was, &s->err), -1);
	assert_int_equal(s->err.code, ERROR_CONFLICT);
}

/* The sheet's lines: OWN_A and OWN_B, and of more than two OWN_C. */
static void
ask_for(struct sheets *s, int count)
{
	const struct data_sheet_line lines[] = {
		{ .indicator_id = OWN_A, .low = NAN, .high = NAN, .change = NAN },
		{ .indicator_id = OWN_B, .low = NAN, .high = NAN, .change = NAN },
		{ .indicator_id = OWN_C, .low = NAN, .high = NAN, .change = NAN }
	};

	if (data_sheet_save(s->db, &s->sheet, lines, count, &s->err))
		fail_msg("%s", s->err.text);
}

static void
who_handed_in_before_a_line_was_added_is_asked_for_it(void **state)
{
	struct sheets *s = *state;
	struct sheet_question *list;
	struct sheet_return r;
	int count;

	ask_for(s, 2);
	fill_in(s, 2);
	sheets_sql(s->db, "DELETE FROM own_figure WHERE indicator_id = %d", OWN_C);
	r = load(s, 2);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_SENT, &s->err), 0);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_VERIFIED, &s->err), 0);
	ask_for(s, 2); /* the same lines: nothing happens */
	assert_int_equal(load(s, 2).state, SHEET_VERIFIED);
	ask_for(s, 3);
	r = load(s, 2);
	assert_int_equal(r.state, SHEET_QUERIED);
	assert_int_equal(sheet_questions(s->db, r.id, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(count, 1);
	assert_int_equal(list[0].indicator_id, OWN_C);
	assert_int_equal(load(s, 3).state, SHEET_DRAFT);
}

static void
a_question_about_a_line_that_is_gone_is_closed(void **state)
{
	struct sheets *s = *state;
	struct sheet_return r;

	fill_in(s, 2);
	r = load(s, 2);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_SENT, &s->err), 0);
	assert_int_equal(sheet_return_ask(s->db, &r, OWN_C, "Dlaczego tyle?", &s->err), 0);
	ask_for(s, 2);
	r = load(s, 2);
	assert_int_equal(r.questions, 0);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_VERIFIED, &s->err), 0);
}

static void
what_another_groups_sheet_verified_stays_verified(void **state)
{
	struct sheets *s = *state;
	struct sheet_return r;

	fill_in(s, 2);
	r = load(s, 2);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_SENT, &s->err), 0);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_VERIFIED, &s->err), 0);
	sheets_sql(s->db,
		"INSERT INTO exchange_group (id, uid, code, name, kind, starts_on) VALUES (2, "
		"'%032d', 'W2', "
		"'Druga', 'gwd', '2024-01-01');"
		"INSERT INTO data_sheet (id, uid, group_id, year) VALUES (99, '%032d', 2, 2025);"
		"INSERT INTO data_sheet_line (sheet_id, position, indicator_id) VALUES (99, 1, %d);"
		"INSERT INTO sheet_return (uid, sheet_id, slot, state, changed_on) VALUES "
		"('%032d', 99, 2, "
		"'verified', '2026-01-01')",
		2, 99, OWN_A, 98);
	assert_int_equal(sheet_return_ask(s->db, &r, OWN_B, "Dlaczego tyle?", &s->err), 0);
	assert_int_equal(
		sheets_number(s->db, "SELECT indicator_id FROM own_figure WHERE verified"), OWN_A);
	assert_int_equal(sheets_number(s->db, "SELECT count(*) FROM own_figure WHERE verified"), 1);
}

static void
a_change_of_an_approved_sheet_makes_it_a_draft(void **state)
{
	struct sheets *s = *state;
	struct sheet_return r;

	fill_in(s, 2);
	r = load(s, 2);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_APPROVED, &s->err), 0);
	assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "11", ""), 0);
	assert_int_equal(load(s, 2).state, SHEET_DRAFT);
}

static void
a_question_waits_for_its_answer(void **state)
{
	struct sheets *s = *state;
	struct sheet_return r;

	fill_in(s, 2);
	r = load(s, 2);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_SENT, &s->err), 0);
	assert_int_equal(sheet_return_ask(s->db, &r, OWN_B, "Dlaczego brak danych?", &s->err), 0);
	assert_int_equal(r.state, SHEET_QUERIED);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_VERIFIED, &s->err), -1);
	error_clear(&s->err);
	assert_int_equal(
		sheet_return_answer(s->db, &r, 1, "Spółka jeszcze nie podała", &s->err), 0);
	assert_int_equal(sheet_return_answer(s->db, &r, 1, "Inna", &s->err), -1);
	assert_int_equal(s->err.code, ERROR_MISSING);
	assert_non_null(strstr(s->err.text, "answered already"));
	error_clear(&s->err);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_VERIFIED, &s->err), 0);
	assert_int_equal(load(s, 2).questions, 0);
}

static void
a_colleague_who_was_faster_is_told_of(void **state)
{
	struct sheets *s = *state;
	struct sheet_return mine, theirs;

	fill_in(s, 2);
	mine = theirs = load(s, 2);
	assert_int_equal(sheet_return_move(s->db, &theirs, SHEET_APPROVED, &s->err), 0);
	assert_int_equal(sheet_return_move(s->db, &mine, SHEET_SENT, &s->err), -1);
	assert_int_equal(s->err.code, ERROR_CONFLICT);
	assert_int_equal(load(s, 2).state, SHEET_APPROVED);
}

static void
an_unusual_value_asks_and_never_blocks(void **state)
{
	struct sheets *s = *state;
	struct sheet_return r = load(s, 2);
	struct sheet_entry *list;
	int count;

	assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "100,5", ""), 0);
	assert_int_equal(sheets_key(s, OWN_B, 2024, 2, "50", ""), 0);
	assert_int_equal(sheets_key(s, OWN_B, 2025, 2, "60", ""), 0);
	assert_int_equal(sheet_entries(s->db, &r, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(list[0].signs, SHEET_HIGH);
	assert_non_null(strstr(sheet_signs_text(&list[0], &s->arena), "100"));
	assert_int_equal(list[1].signs, 0);
	assert_int_equal(sheets_key(s, OWN_B, 2025, 2, "39,9", ""), 0);
	assert_int_equal(sheet_entries(s->db, &r, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(list[1].signs, SHEET_CHANGED);
	assert_non_null(strstr(sheet_signs_text(&list[1], &s->arena), "20,2%"));
	assert_int_equal(sheets_key(s, OWN_B, 2024, 2, "0", ""), 0);
	assert_int_equal(sheet_entries(s->db, &r, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(list[1].signs, SHEET_CHANGED); /* of nothing no per cent is enough */
	assert_non_null(strstr(sheet_signs_text(&list[1], &s->arena), "it was 0 a year before"));
	assert_int_equal(sheets_key(s, OWN_B, 2025, 2, "0", ""), 0);
	assert_int_equal(sheet_entries(s->db, &r, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(list[1].signs, 0);
}

static void
the_first_figure_begins_the_return(void **state)
{
	struct sheets *s = *state;
	struct sheet_return r = load(s, 2);
	struct own_figure f = { .indicator_id = OWN_A, .year = 2025, .slot = 2, .value = 4 },
			  none = { 0 };

	assert_int_equal(r.id, 0);
	assert_int_equal(sheet_figure_save(s->db, &r, &f, &none, &s->err), 0);
	assert_true(r.id > 0 && r.rev > 1);
	assert_int_equal(r.rev, load(s, 2).rev);
	assert_int_equal(data_sheet_delete(s->db, &s->sheet, &s->err), -1);
}

static void
a_town_and_the_rural_gmina_of_its_name_are_told_apart_in_lists_of_sheets(void **state)
{
	struct sheets *s = *state;
	struct sheet_return *list;
	int count, town = -1, rural = -1;

	sheets_sql(s->db, "UPDATE unit_version SET name = 'Żarów' WHERE slot = 3");
	assert_int_equal(sheet_return_list(s->db, &s->sheet, &s->arena, &list, &count, &s->err), 0);
	for (int i = 0; i < count; i++) {
		town = list[i].slot == 2 ? i : town;
		rural = list[i].slot == 3 ? i : rural;
	}
	assert_string_equal(list[town].unit_name, "Żarów, urban gmina");
	assert_string_equal(list[rural].unit_name, "Żarów, rural gmina");
	assert_int_equal(sheet_missing_list(s->db, NO_SLOT, &s->arena, &list, &count, &s->err), 0);
	for (int i = 0; i < count; i++)
		if (list[i].slot == 3)
			assert_string_equal(list[i].unit_name, "Żarów, rural gmina");
	assert_int_equal(sheet_return_load(s->db, &s->sheet, 3, &s->arena, list, &s->err), 0);
	assert_string_equal(list[0].unit_name, "Żarów, rural gmina"); /* alone, too */
}

static void
less_than_nothing_is_marked_where_things_are_counted(void **state)
{
	struct sheets *s = *state;
	struct sheet_return r = load(s, 2);
	struct sheet_entry *list;
	int count;

	assert_true(measure_counts("szt.", "Awarie sieci", "awarie"));
	assert_true(measure_counts("os./km2", "Gęstość zaludnienia", "ludność"));
	assert_true(measure_counts("%", "Pustostany", "mieszkania niezamieszkane"));
	assert_false(measure_counts("%", "Nadwyżka operacyjna", "dochody"));
	assert_false(measure_counts("%", "Straty wody", "woda wtłoczona minus sprzedana"));
	assert_false(measure_counts("‰", "Saldo migracji na 1000 ludności", "zameldowania"));
	assert_false(measure_counts("zł", "Wydatki", "wydatki"));
	assert_false(measure_counts("pkt 1–5", "Zadowolenie", ""));
	assert_false(measure_counts("", "Awarie", ""));
	assert_int_equal(sheets_key(s, OWN_B, 2025, 2, "-3", ""), 0); /* it has no lowest value */
	assert_int_equal(sheets_key(s, OWN_C, 2025, 2, "0", ""), 0);
	assert_int_equal(sheet_entries(s->db, &r, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(list[1].signs, SHEET_LOW);
	assert_string_equal(sheet_signs_text(&list[1], &s->arena), "below 0");
	assert_true(sheet_entry_unexplained(&list[1]));
	text_copy(list[1].figure.remark, sizeof(list[1].figure.remark), "150bd, ND 3");
	assert_true(sheet_entry_unexplained(&list[1])); /* the next figures are no reason */
	text_copy(list[1].figure.remark, sizeof(list[1].figure.remark), "bd za I kwartał");
	assert_false(sheet_entry_unexplained(&list[1]));
	assert_int_equal(list[2].signs, 0);
	sheets_sql(s->db, "UPDATE indicator SET numerator = 'dochody minus wydatki' WHERE id = %d",
		OWN_B);
	assert_int_equal(sheet_entries(s->db, &r, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(list[1].signs, 0);
}

static void
parts_of_things_and_shares_above_all_are_marked(void **state)
{
	struct sheets *s = *state;
	struct sheet_return r = load(s, 2);
	struct sheet_entry *list;
	int count;

	assert_true(measure_whole("szt.", ""));
	assert_false(measure_whole("os.", "oddziały szkół podstawowych"));
	assert_false(measure_whole("km", ""));
	assert_true(measure_share("%", "Decyzje wydane po terminie", "decyzje po terminie"));
	assert_false(measure_share("%", "Dynamika dochodów", "dochody"));
	assert_false(measure_share("% pkt", "Wynik egzaminu", "suma"));
	sheets_sql(s->db, "UPDATE indicator SET measure = 'szt.', denominator = '' WHERE id = %d",
		OWN_B);
	sheets_sql(s->db, "UPDATE indicator SET measure = '%%' WHERE id = %d", OWN_C);
	assert_int_equal(sheets_key(s, OWN_B, 2025, 2, "1,5", ""), 0);
	assert_int_equal(sheets_key(s, OWN_C, 2025, 2, "140,25", ""), 0);
	assert_int_equal(sheet_entries(s->db, &r, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(list[1].signs, SHEET_PART);
	assert_string_equal(sheet_signs_text(&list[1], &s->arena), "no whole number (szt.)");
	assert_int_equal(list[2].signs, SHEET_HIGH);
	assert_string_equal(sheet_signs_text(&list[2], &s->arena), "above 100");
}

static void
a_line_is_worded_as_it_is_computed(void **state)
{
	struct sheets *s = *state;
	struct data_sheet_line *lines;
	int count;

	sheets_sql(s->db, "UPDATE indicator SET multiplier = 1000 WHERE id = %d", OWN_B);
	assert_int_equal(
		data_sheet_lines(s->db, s->sheet.id, &s->arena, &lines, &count, &s->err), 0);
	assert_string_equal(lines[0].definition, "awarie / długość");
	assert_string_equal(lines[1].definition, "awarie × 1000 / długość");
	sheets_sql(s->db, "UPDATE indicator SET definition = 'jak w umowie' WHERE id = %d", OWN_B);
	assert_int_equal(
		data_sheet_lines(s->db, s->sheet.id, &s->arena, &lines, &count, &s->err), 0);
	assert_string_equal(lines[1].definition, "jak w umowie");
}

#define T(test) cmocka_unit_test_setup_teardown(test, sheets_open, sheets_close)

#define OTHER "00000000000000000000000000000abc" /* uid of an office */

static void
a_member_changes_nothing_while_the_coordinators_office_has_the_sheet(void **state)
{
	struct sheets *s = *state;
	struct sheet_return r;

	sheets_sql(s->db, "UPDATE data_sheet SET owner = '%s' WHERE id = %lld", OTHER,
		(long long)s->sheet.id);
	fill_in(s, 3);
	r = load(s, 3);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_SENT, &s->err), 0);
	assert_int_equal(sheets_key(s, OWN_A, 2025, 3, "11", ""), -1);
	assert_int_equal(s->err.code, ERROR_DENIED);
	error_clear(&s->err);
	r = load(s, 3);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_VERIFIED, &s->err), -1);
	assert_int_equal(s->err.code, ERROR_DENIED);
	error_clear(&s->err);
	sheets_sql(s->db, "UPDATE sheet_return SET state = 'queried', rev = rev + 1");
	assert_int_equal(sheets_key(s, OWN_A, 2025, 3, "11", ""), 0);
}

static void
what_was_put_right_after_a_question_is_approved_before_it_is_handed_in_again(void **state)
{
	struct sheets *s = *state;
	struct sheet_return r;

	sheets_sql(s->db, "UPDATE data_sheet SET owner = '%s' WHERE id = %lld", OTHER,
		(long long)s->sheet.id);
	fill_in(s, 3);
	r = load(s, 3);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_SENT, &s->err), 0);
	sheets_sql(s->db, "UPDATE sheet_return SET state = 'queried', rev = rev + 1");
	assert_int_equal(sheets_key(s, OWN_A, 2025, 3, "11", ""), 0);
	r = load(s, 3);
	assert_int_equal(r.state, SHEET_QUERIED);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_APPROVED, &s->err), 0);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_SENT, &s->err), 0);
}

static void
the_coordinators_office_asks_and_verifies_only_what_was_sent_to_it(void **state)
{
	struct sheets *s = *state;
	struct sheet_return r;

	fill_in(s, 3);
	r = load(s, 3);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_APPROVED, &s->err), 0);
	sheets_sql(s->db, "UPDATE sheet_return SET owner = '%s'", OTHER);
	assert_int_equal(sheet_return_ask(s->db, &r, OWN_A, "Skąd ta liczba?", &s->err), -1);
	assert_int_equal(s->err.code, ERROR_DENIED);
	error_clear(&s->err);
	sheets_sql(s->db, "UPDATE sheet_return SET state = 'sent', rev = rev + 1");
	r = load(s, 3);
	assert_int_equal(sheets_key(s, OWN_A, 2025, 3, "11", ""), -1);
	assert_int_equal(s->err.code, ERROR_DENIED);
	error_clear(&s->err);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_VERIFIED, &s->err), 0);
	assert_int_equal(
		sheets_number(s->db, "SELECT count(*) FROM own_figure WHERE verified = 1"), 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(less_than_nothing_is_marked_where_things_are_counted),
		T(parts_of_things_and_shares_above_all_are_marked),
		T(a_line_is_worded_as_it_is_computed),
		T(a_town_and_the_rural_gmina_of_its_name_are_told_apart_in_lists_of_sheets),
		T(an_indicator_that_nothing_feeds_becomes_one_of_own_figures),
		T(a_sheet_is_offered_only_what_it_can_take),
		T(a_sheet_is_one_per_group_and_year_and_saved_by_rev),
		T(the_next_year_takes_over_lines_and_limits),
		T(the_list_says_who_is_missing_what),
		T(a_unit_outside_the_group_has_no_sheet),
		T(a_sheet_goes_step_by_step_to_verified),
		T(a_later_change_queries_what_was_verified),
		T(a_later_change_of_words_alone_is_asked_about_as_such),
		T(who_handed_in_before_a_line_was_added_is_asked_for_it),
		T(a_question_about_a_line_that_is_gone_is_closed),
		T(what_another_groups_sheet_verified_stays_verified),
		T(a_change_of_an_approved_sheet_makes_it_a_draft),
		T(a_question_waits_for_its_answer),
		T(a_colleague_who_was_faster_is_told_of),
		T(an_unusual_value_asks_and_never_blocks),
		T(the_first_figure_begins_the_return),
		T(a_member_changes_nothing_while_the_coordinators_office_has_the_sheet),
		T(what_was_put_right_after_a_question_is_approved_before_it_is_handed_in_again),
		T(the_coordinators_office_asks_and_verifies_only_what_was_sent_to_it),
	};

	setenv("GROMADA_TEST", "1", 1); /* the clock stands still */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
