/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quarterly totals of decisions, their shares, and forms of organisation. */
#include "config.h"

#include "sheets_fixture.h"

#include "model/sheets/decision_count.h"
#include "model/sheets/decision_feed.h"
#include "model/sheets/decision_sheets.h"
#include "model/indicators/flag.h"
#include "model/sheets/own_figure.h"
#include "model/sheets/service_organisation.h"

#include <stdio.h>
#include <stdlib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static struct decision_count
quarter(int slot, int number, int64_t issued, int64_t late, int64_t appealed, int64_t upheld,
	int64_t sent_back)
{
	return (struct decision_count){ .slot = slot, .year = 2025, .quarter = number,
		.case_type = "warunki zabudowy", .department = "GP",
		.count = { [DECISION_ISSUED] = issued, [DECISION_LATE] = late,
			[DECISION_APPEALED] = appealed, [DECISION_UPHELD] = upheld,
			[DECISION_SENT_BACK] = sent_back } };
}

static void
save(struct sheets *s, struct decision_count c)
{
	assert_int_equal(decision_count_save(s->db, &c, &s->err), 0);
}

static void
totals_are_one_per_quarter_case_and_department(void **state)
{
	struct sheets *s = *state;
	struct decision_count c = quarter(2, 1, 100, 10, 5, 2, 1), again = c, other = c;

	save(s, c);
	assert_int_equal(decision_count_save(s->db, &again, &s->err), -1);
	assert_int_equal(s->err.field, DECISION_FIELD_CASE);
	error_clear(&s->err);
	strcpy(again.case_type, "Warunki zabudowy ");
	assert_int_equal(decision_count_save(s->db, &again, &s->err), -1);
	assert_int_equal(s->err.field, DECISION_FIELD_CASE);
	error_clear(&s->err);
	strcpy(other.department, "OŚ ");
	save(s, other);
	assert_int_equal(sheets_number(s->db, "SELECT count(*) FROM decision_count "
					      "WHERE department = 'OŚ'"),
		1);
}

static void
what_cannot_be_is_refused_with_its_field(void **state)
{
	struct sheets *s = *state;
	struct decision_count c = quarter(2, 5, 1, 0, 0, 0, 0);

	assert_int_equal(decision_count_save(s->db, &c, &s->err), -1);
	assert_int_equal(s->err.field, DECISION_FIELD_QUARTER);
	error_clear(&s->err);
	c = quarter(2, 1, 1, 2, 0, 0, 0);
	assert_int_equal(decision_count_save(s->db, &c, &s->err), -1);
	assert_int_equal(s->err.field, DECISION_FIELD_COUNTS + DECISION_LATE);
	error_clear(&s->err);
	c = quarter(2, 1, -1, 0, 0, 0, 0);
	assert_int_equal(decision_count_save(s->db, &c, &s->err), -1);
	assert_int_equal(s->err.field, DECISION_FIELD_COUNTS + DECISION_ISSUED);
}

static void
more_appeals_decided_than_made_is_warned_of(void **state)
{
	struct sheets *s = *state;
	struct decision_count c = quarter(2, 2, 50, 0, 1, 2, 1);
	const char *list[8];
	int64_t earlier;

	save(s, quarter(2, 1, 100, 10, 5, 2, 1));
	assert_int_equal(decision_waiting(s->db, &c, &earlier, &s->err), 0);
	assert_int_equal(earlier, 2);
	assert_int_equal(decision_warnings(&c, earlier, &s->arena, list, 8), 0);
	assert_int_equal(decision_warnings(&c, -1, &s->arena, list, 8), 1);
	assert_non_null(strstr(list[0], "3"));
	c.count[DECISION_LATE_EXTENDED] = 1;
	assert_int_equal(decision_warnings(&c, earlier, &s->arena, list, 8), 1);
}

static void
shares_name_their_denominator(void **state)
{
	const int64_t n[DECISION_ITEMS] = { [DECISION_ISSUED] = 200, [DECISION_LATE] = 10,
		[DECISION_APPEALED] = 8, [DECISION_UPHELD] = 5, [DECISION_SENT_BACK] = 2,
		[DECISION_OVERTURNED] = 1 };
	const int64_t none[DECISION_ITEMS] = { 0 };

	(void)state;
	assert_true(decision_share_of(n, DECISION_SHARE_LATE) == 5);
	assert_true(decision_share_of(n, DECISION_SHARE_APPEALED) == 4);
	assert_true(decision_share_of(n, DECISION_SHARE_OVERTURNED) == 37.5);
	assert_true(decision_share_of(n, DECISION_SHARE_OF_ISSUED) == 1.5);
	assert_true(decision_share_of(n, DECISION_SHARE_SENT_BACK) == 25);
	assert_true(isnan(decision_share_of(none, DECISION_SHARE_LATE)));
	assert_string_not_equal(decision_share_denominator(DECISION_SHARE_OVERTURNED),
		decision_share_denominator(DECISION_SHARE_OF_ISSUED));
}

static void
sums_go_by_year_or_quarter_and_members(void **state)
{
	struct sheets *s = *state;
	struct decision_filter filter = { .group = GROUP, .first_year = 2025, .last_year = 2025 };
	struct decision_sum *list;
	int count;

	save(s, quarter(2, 1, 100, 10, 5, 2, 1));
	save(s, quarter(2, 2, 50, 5, 1, 1, 0));
	save(s, quarter(3, 1, 30, 0, 0, 0, 0));
	save(s, quarter(5, 1, 99, 0, 0, 0, 0));
	assert_int_equal(decision_sums(s->db, &filter, false, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(count, 2);
	assert_int_equal(list[0].slot, 3);
	assert_int_equal(list[1].count[DECISION_ISSUED], 150);
	assert_int_equal(list[1].quarters, 2);
	assert_int_equal(decision_sums(s->db, &filter, true, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(count, 3);
	assert_int_equal(list[2].quarter, 2);
}

static void
sums_of_a_type_have_the_quarters_of_its_department_and_no_other_cases(void **state)
{
	struct sheets *s = *state;
	struct decision_count tax = quarter(2, 2, 180, 16, 0, 0, 0), other = quarter(2, 3, 7, 0, 0, 0, 0);
	struct decision_filter filter = { .group = GROUP, .case_type = "Podatki" };
	struct decision_sum *list;
	int count;

	strcpy(tax.case_type, "podatki");
	strcpy(other.department, "FN");
	save(s, quarter(2, 1, 40, 38, 0, 0, 0));
	save(s, tax);
	save(s, other);
	save(s, quarter(3, 1, 30, 0, 0, 0, 0));
	assert_int_equal(decision_sums(s->db, &filter, false, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(count, 1);
	assert_int_equal(list[0].slot, 2);
	assert_int_equal(list[0].rows, 1);
	assert_int_equal(list[0].count[DECISION_ISSUED], 180);
	assert_int_equal(list[0].count[DECISION_LATE], 16);
	assert_int_equal(list[0].quarters, 2);
	assert_int_equal(decision_sums(s->db, &filter, true, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(count, 1);
	assert_int_equal(list[0].quarter, 2);
	filter.case_type = NULL;
	filter.department = "fn";
	assert_int_equal(decision_sums(s->db, &filter, false, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(count, 1);
	assert_int_equal(list[0].count[DECISION_ISSUED], 7);
}

static void
a_town_and_the_rural_gmina_of_its_name_are_told_apart(void **state)
{
	struct sheets *s = *state;
	struct decision_filter filter = { .group = GROUP };
	struct service_filter services = { .group = GROUP };
	struct service_organisation o = { .slot = 2, .service = "woda", .year = 2025,
		.employment = NAN }, *forms;
	struct decision_count *list;
	int count;

	sheets_sql(s->db, "UPDATE unit_version SET name = 'Żarów' WHERE slot = 3");
	save(s, quarter(2, 1, 100, 10, 5, 2, 1));
	save(s, quarter(2, 2, 50, 5, 1, 1, 0));
	save(s, quarter(3, 1, 30, 0, 0, 0, 0));
	save(s, quarter(4, 1, 30, 0, 0, 0, 0));
	assert_int_equal(decision_count_list(s->db, &filter, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(count, 4);
	assert_string_equal(list[0].unit_name, "Adamów");
	assert_string_equal(list[1].unit_name, "Żarów, rural gmina");
	assert_string_equal(list[2].unit_name, "Żarów, urban gmina");
	assert_string_equal(list[3].unit_name, "Żarów, urban gmina");
	assert_int_equal(service_organisation_save(s->db, &o, &s->err), 0);
	o = (struct service_organisation){ .slot = 3, .service = "woda", .year = 2025,
		.employment = NAN };
	assert_int_equal(service_organisation_save(s->db, &o, &s->err), 0);
	assert_int_equal(service_organisation_list(
		s->db, &services, &s->arena, &forms, &count, &s->err), 0);
	assert_string_equal(forms[0].unit_name, "Żarów, rural gmina");
}

static void
deleted_totals_come_back_and_conflicts_are_told(void **state)
{
	struct sheets *s = *state;
	struct decision_filter filter = { .slot = 2 };
	struct decision_count c = quarter(2, 1, 100, 10, 5, 2, 1), old, *list;
	int count;

	assert_int_equal(decision_count_save(s->db, &c, &s->err), 0);
	old = c;
	c.count[DECISION_ISSUED] = 101;
	assert_int_equal(decision_count_save(s->db, &c, &s->err), 0);
	assert_int_equal(decision_count_save(s->db, &old, &s->err), -1);
	assert_int_equal(s->err.code, ERROR_CONFLICT);
	error_clear(&s->err);
	assert_int_equal(decision_count_retire(s->db, &c, &s->err), 0);
	assert_int_equal(decision_count_list(s->db, &filter, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(count, 0);
	assert_int_equal(decision_count_restore(s->db, c.id, &s->err), 0);
	assert_int_equal(decision_count_list(s->db, &filter, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(count, 1);
	assert_int_equal(list[0].count[DECISION_ISSUED], 101);
	assert_string_equal(list[0].unit, "0201011");
}

static void
forms_of_organisation_stand_side_by_side(void **state)
{
	struct sheets *s = *state;
	struct service_organisation a = { .slot = 2, .service = "woda", .year = 2025,
		.provider = PROVIDER_COMPANY, .name = "Wodociągi sp. z o.o.", .employment = 42.5 },
		b = { .slot = 3, .service = "woda", .year = 2025, .provider = PROVIDER_BUDGET_ENTITY,
			.employment = NAN }, twice = b, *list;
	struct service_filter filter = { .group = GROUP, .service = "woda", .year = 2025 };
	int count;

	assert_int_equal(service_organisation_save(s->db, &a, &s->err), 0);
	assert_int_equal(service_organisation_save(s->db, &b, &s->err), 0);
	assert_int_equal(service_organisation_save(s->db, &twice, &s->err), -1);
	assert_int_equal(s->err.field, SERVICE_FIELD_SERVICE);
	error_clear(&s->err);
	assert_int_equal(service_organisation_list(s->db, &filter, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(count, 2);
	assert_int_equal(list[0].slot, 3);
	assert_true(isnan(list[0].employment));
	assert_int_equal(list[1].provider, PROVIDER_COMPANY);
	assert_true(list[1].employment == 42.5);
	assert_int_equal(service_organisation_retire(s->db, &a, &s->err), 0);
	assert_int_equal(service_organisation_restore(s->db, a.id, &s->err), 0);
}

static void
types_of_cases_and_departments_are_words_not_spellings(void **state)
{
	struct sheets *s = *state;
	struct decision_filter filter = { .slot = 2, .case_type = "WARUNKI  zabudowy" };
	struct decision_count c = quarter(2, 1, 100, 10, 5, 2, 1), *list;
	struct decision_sum *sums;
	const char **words;
	int64_t earlier;
	int count;

	save(s, c);
	c.quarter = 2;
	strcpy(c.case_type, " Warunki  zabudowy ");
	strcpy(c.department, "gp");
	assert_int_equal(decision_waiting(s->db, &c, &earlier, &s->err), 0);
	assert_int_equal(earlier, 2);
	save(s, c);
	assert_int_equal(decision_count_list(s->db, &filter, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(count, 2);
	assert_string_equal(list[1].case_type, "warunki zabudowy");
	assert_string_equal(list[1].department, "GP");
	sheets_sql(s->db, "UPDATE decision_count SET department = 'gp', "
			  "case_type = 'Warunki  zabudowy' WHERE quarter = 2"); /* an older one */
	filter.first_year = filter.last_year = 2025;
	assert_int_equal(decision_sums(s->db, &filter, false, &s->arena, &sums, &count, &s->err), 0);
	assert_int_equal(sums[0].quarters, 2);
	assert_int_equal(decision_words(s->db, 2, true, &s->arena, &words, &count, &s->err), 0);
	assert_int_equal(count, 1);
	assert_int_equal(decision_words(s->db, 3, false, &s->arena, &words, &count, &s->err), 0);
	assert_int_equal(count, 0);
}

/* Unit 4 becomes a city with powiat rights, a member by its gmina, and unit 5 its powiat. */
static void
make_city(struct sheets *s)
{
	sheets_sql(s->db, "UPDATE unit SET code = '026101' WHERE slot = 4");
	sheets_sql(s->db, "UPDATE unit SET code = '0261', level = 'powiat' WHERE slot = 5");
}

static void
totals_of_a_city_are_found_under_either_code(void **state)
{
	struct sheets *s = *state;
	struct decision_filter of_group = { .group = GROUP }, of_unit = { .slot = 5 };
	struct decision_count twice = quarter(4, 1, 1, 0, 0, 0, 0), *list;
	struct own_figure total;
	struct slice_point p = { .year = 2025, .flag = FLAG_ABSENT };
	struct sheet_return r, *missing;
	int count, filled = -1;

	make_city(s);
	sheets_sql(s->db, "UPDATE indicator SET code = 'DA01', decimals = 0 WHERE id = %d", OWN_C);
	for (int i = 1; i <= 4; i++)
		save(s, quarter(i < 3 ? 5 : 4, i, 40, 0, 0, 0, 0));
	assert_int_equal(decision_count_save(s->db, &twice, &s->err), -1);
	error_clear(&s->err);
	assert_int_equal(decision_figure(s->db, OWN_C, 2025, 4, &total, &s->err), 0);
	assert_true(total.value == 160);
	assert_int_equal(own_points(s->db, OWN_C, 4, 2025, 2025, &p, &s->err), 0);
	assert_true(p.value == 160 && p.flag == FLAG_NONE);
	assert_int_equal(sheet_return_load(s->db, &s->sheet, 4, &s->arena, &r, &s->err), 0);
	assert_int_equal(r.filled, 1);
	assert_int_equal(sheet_missing_list(s->db, 0, &s->arena, &missing, &count, &s->err), 0);
	for (int i = 0; i < count; i++)
		filled = missing[i].slot == 4 ? missing[i].filled : filled;
	assert_int_equal(filled, 1);
	assert_int_equal(
		decision_count_list(s->db, &of_group, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(count, 4);
	assert_int_equal(list[0].slot, 4);
	assert_int_equal(
		decision_count_list(s->db, &of_unit, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(count, 4);
	assert_int_equal(list[3].slot, 5);
}

/* The sheet of 2025 asks for DA01, with four quarters of the unit 2 that say 160. */
static void
ask_for_decisions(struct sheets *s)
{
	sheets_sql(s->db, "UPDATE indicator SET code = 'DA01', measure = '', decimals = 0 WHERE id = %d", OWN_C);
	for (int i = 1; i <= 4; i++)
		save(s, quarter(2, i, 40, 0, 0, 0, 0));
}

static struct sheet_entry
decisions_asked(struct sheets *s, int slot, struct sheet_return *r)
{
	struct sheet_entry *list;
	int count;

	assert_int_equal(sheet_return_load(s->db, &s->sheet, slot, &s->arena, r, &s->err), 0);
	assert_int_equal(sheet_entries(s->db, r, &s->arena, &list, &count, &s->err), 0);
	return list[2];
}

static void
a_sheet_does_not_ask_again_for_what_totals_say(void **state)
{
	struct sheets *s = *state;
	struct sheet_return r, *missing;
	struct sheet_entry e;
	int count;

	ask_for_decisions(s);
	e = decisions_asked(s, 2, &r);
	assert_int_equal(e.figure.indicator_id, 0);
	assert_int_equal((int)sheet_entry_shown(&e)->value, 160);
	assert_int_equal(r.filled, 1);
	assert_int_equal(sheet_missing_list(s->db, 2, &s->arena, &missing, &count, &s->err), 0);
	assert_int_equal(missing[0].filled, 1);
	e = decisions_asked(s, 3, &r);
	assert_int_equal(sheet_entry_shown(&e)->indicator_id, 0);
	assert_int_equal(r.filled, 0);
	sheets_key(s, OWN_A, 2025, 3, "1", "");
	sheets_key(s, OWN_B, 2025, 3, "1", "");
	decisions_asked(s, 3, &r); /* without any totals */
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_SENT, &s->err), -1);
	assert_non_null(strstr(s->err.text, "in line 3."));
	assert_non_null(strstr(s->err.text, "(menu 2 6) fill line 3."));
	error_clear(&s->err);
	sheets_key(s, OWN_A, 2025, 2, "1", "");
	decisions_asked(s, 2, &r);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_APPROVED, &s->err), -1);
	assert_non_null(strstr(s->err.text, "line 2."));
	sheets_key(s, OWN_B, 2025, 2, "1", "");
	decisions_asked(s, 2, &r);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_APPROVED, &s->err), 0);
}

static void
three_quarters_fill_no_line(void **state)
{
	struct sheets *s = *state;
	struct sheet_return r;
	struct sheet_entry e;

	ask_for_decisions(s);
	sheets_sql(s->db, "DELETE FROM decision_count WHERE quarter = 4");
	e = decisions_asked(s, 2, &r);
	assert_int_equal(sheet_entry_shown(&e)->indicator_id, 0);
	assert_int_equal(r.filled, 0);
}

static void
a_figure_other_than_its_totals_asks_for_a_remark(void **state)
{
	struct sheets *s = *state;
	struct sheet_return r;
	struct sheet_entry e;

	ask_for_decisions(s);
	sheets_key(s, OWN_C, 2025, 2, "160", "");
	e = decisions_asked(s, 2, &r);
	assert_int_equal(e.signs, 0);
	sheets_key(s, OWN_C, 2025, 2, "150", "");
	e = decisions_asked(s, 2, &r);
	assert_int_equal(e.signs, SHEET_TOTAL);
	assert_true(sheet_entry_unexplained(&e));
	assert_string_equal(sheet_signs_text(&e, &s->arena), "totals of decisions say 160");
}

/* The sheet of 2 is handed in; then the first quarter has 10 decisions more. */
static const char *
told_of_later_totals(struct sheets *s)
{
	struct decision_sheets before = { .count = 0 };
	struct decision_count *list;
	struct sheet_return r;
	const char *text;
	int count;

	sheets_key(s, OWN_A, 2025, 2, "1", "");
	sheets_key(s, OWN_B, 2025, 2, "1", "");
	decisions_asked(s, 2, &r);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_SENT, &s->err), 0);
	assert_int_equal(decision_sheets_load(s->db, 2, 2025, &s->arena, &before, &s->err), 0);
	assert_int_equal(decision_count_list(s->db, &(struct decision_filter){ .slot = 2 }, &s->arena,
				 &list, &count, &s->err),
		0);
	list[0].count[DECISION_ISSUED] += 10;
	save(s, list[0]);
	assert_int_equal(decision_sheets_told(s->db, &before, &s->arena, &text, &s->err), 0);
	return text;
}

static void
a_sheet_handed_in_with_another_figure_is_told_when_totals_change(void **state)
{
	struct sheets *s = *state;
	struct sheet_return r;

	ask_for_decisions(s);
	sheets_key(s, OWN_C, 2025, 2, "bd", "");
	assert_string_equal(told_of_later_totals(s),
		"The sheet handed in says otherwise and stays as it is (sheet → decisions now): WOD 2025: "
		"DA01 bd → 170.");
	assert_int_equal(decisions_asked(s, 2, &r).signs, SHEET_TOTAL);
}

static void
a_line_that_totals_fill_goes_on_with_them_and_is_told(void **state)
{
	struct sheets *s = *state;

	ask_for_decisions(s);
	assert_string_equal(told_of_later_totals(s),
		"The sheet handed in takes these figures from decisions and has changed with them: WOD "
		"2025: DA01 160 → 170.");
}

#define T(test) cmocka_unit_test_setup_teardown(test, sheets_open, sheets_close)

static double
read_card(struct sheets *s, const char *code, int slot, unsigned char *flag, struct slice_point *p)
{
	struct vector v;
	double value;

	sheets_sql(s->db, "UPDATE indicator SET code = '%s' WHERE id = %d", code, OWN_C);
	vector_new(&v, 8);
	assert_int_equal(own_vector(s->db, OWN_C, 2025, &v, &s->err), 0);
	value = v.value[slot];
	*flag = v.flag[slot];
	vector_release(&v);
	*p = (struct slice_point){ .year = 2025, .flag = FLAG_ABSENT };
	assert_int_equal(own_points(s->db, OWN_C, slot, 2025, 2025, p, &s->err), 0);
	assert_int_equal(p->flag, *flag);
	return value;
}

static void
a_year_of_decisions_feeds_the_cards_of_the_catalogue(void **state)
{
	struct sheets *s = *state;
	struct value_source source;
	struct slice_point p;
	unsigned char flag;

	save(s, quarter(2, 1, 100, 10, 5, 2, 1));
	save(s, quarter(2, 2, 100, 20, 3, 1, 0));
	assert_true(read_card(s, "DA02", 2, &flag, &p) == 15.0);
	assert_true(p.value == 15.0);
	assert_int_equal(flag, FLAG_INCOMPLETE); /* half a year */
	save(s, quarter(2, 3, 100, 0, 0, 0, 0));
	save(s, quarter(2, 4, 100, 0, 0, 0, 0));
	assert_true(read_card(s, "DA01", 2, &flag, &p) == 400.0);
	assert_int_equal(flag, FLAG_NONE);
	assert_true(read_card(s, "DA04A", 2, &flag, &p) == 25.0);
	assert_true(read_card(s, "DA04B", 2, &flag, &p) == 0.25);
	assert_int_equal(own_source(s->db, OWN_C, 2025, 2, &source, &s->err), 0);
	assert_non_null(strstr(source.source, "decisions"));
	read_card(s, "DA04A", 3, &flag, &p);
	assert_int_equal(flag, FLAG_ABSENT);
	read_card(s, "SO01", 2, &flag, &p); /* a card of something else */
	assert_int_equal(flag, FLAG_ABSENT);
}

/* As the catalogue brings the cards: published, until a file feeds them. */
static void
totals_feed_a_published_card_below_what_a_file_says(void **state)
{
	struct sheets *s = *state;
	const struct indicator_filter with_values = { .with_values = true };
	struct value_source source;
	struct value_point *points;
	struct indicator card, *cards;
	struct unit_table units;
	struct vector v;
	int count, *years;
	bool listed = false;

	sheets_sql(s->db, "UPDATE indicator SET kind = 'published', code = 'DA02' WHERE id = %d",
		OWN_C);
	for (int i = 1; i <= 4; i++)
		save(s, quarter(2, i, 100, 10, 0, 0, 0));
	assert_int_equal(indicator_load_id(s->db, OWN_C, &s->arena, &card, &s->err), 0);
	assert_int_equal(card.first_year, 2025);
	assert_int_equal(card.values, 1);
	assert_int_equal(unit_table_load(s->db, &units, &s->err), 0);
	vector_new(&v, units.slots);
	assert_int_equal(value_load(s->db, &card, 2025, &v, NULL, &s->err), 0);
	assert_int_equal(v.flag[2], FLAG_NONE);
	assert_true(v.value[2] == 10.0);
	vector_release(&v);
	assert_int_equal(value_years(s->db, &card, &s->arena, &years, &count, &s->err), 0);
	assert_int_equal(count, 1);
	assert_int_equal(value_series(s->db, &units, &card, 2, 2024, 2025, &s->arena, &points,
				 &count, &s->err),
		0);
	assert_int_equal(points[0].flag, FLAG_ABSENT);
	assert_true(points[1].value == 10.0);
	assert_int_equal(value_slice_source(s->db, &card, 2025, &source, &s->err), 0);
	assert_non_null(strstr(source.source, "decisions"));
	assert_int_equal(
		indicator_list(s->db, &with_values, &s->arena, &cards, &count, &s->err), 0);
	for (int i = 0; i < count; i++)
		listed |= cards[i].id == OWN_C;
	assert_true(listed);
	unit_table_release(&units);
}

static void
a_year_is_as_complete_as_the_department_with_the_fewest_quarters(void **state)
{
	struct sheets *s = *state;
	struct decision_filter filter = { .slot = 2 };
	struct decision_count other = quarter(2, 1, 40, 30, 0, 0, 0);
	struct decision_count seldom = quarter(2, 2, 60, 0, 0, 0, 0); /* occurs in one quarter */
	struct decision_sum *list;
	struct slice_point p;
	unsigned char flag;
	int count;

	strcpy(seldom.case_type, "zajęcie pasa drogowego");
	save(s, seldom);
	strcpy(other.department, "FN");
	for (int i = 1; i <= 4; i++)
		save(s, quarter(2, i, 25, 0, 0, 0, 0));
	save(s, other);
	filter.first_year = filter.last_year = 2025;
	assert_int_equal(decision_sums(s->db, &filter, false, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(count, 1);
	assert_int_equal(list[0].rows, 6);
	assert_int_equal(list[0].quarters, 1);
	assert_true(read_card(s, "DA01", 2, &flag, &p) == 200.0);
	assert_int_equal(flag, FLAG_INCOMPLETE);
	for (int i = 2; i <= 4; i++) {
		other.id = 0;
		other.quarter = i;
		save(s, other);
	}
	assert_int_equal(decision_sums(s->db, &filter, false, &s->arena, &list, &count, &s->err), 0);
	assert_int_equal(list[0].quarters, 4);
	read_card(s, "DA01", 2, &flag, &p);
	assert_int_equal(flag, FLAG_NONE);
}

static void
a_share_of_no_appeals_has_no_denominator_and_a_keyed_figure_counts_more(void **state)
{
	struct sheets *s = *state;
	struct slice_point p;
	unsigned char flag;

	for (int i = 1; i <= 4; i++)
		save(s, quarter(2, i, 100, 10, 0, 0, 0));
	read_card(s, "DA05", 2, &flag, &p);
	assert_int_equal(flag, FLAG_NO_DENOMINATOR);
	sheets_key(s, OWN_C, 2025, 2, "12,5", "");
	assert_true(read_card(s, "DA02", 2, &flag, &p) == 12.5);
	assert_int_equal(flag, FLAG_DRAFT); /* of a sheet that nobody handed in */
}

static void
totals_and_forms_of_another_office_stay_whatever_the_caller_says_of_them(void **state)
{
	struct sheets *s = *state;
	struct decision_count c = quarter(2, 1, 100, 10, 5, 2, 1);
	struct service_organisation o = { .slot = 2, .service = "woda", .year = 2025,
		.provider = PROVIDER_COMPANY };

	save(s, c);
	assert_int_equal(service_organisation_save(s->db, &o, &s->err), 0);
	sheets_sql(s->db, "UPDATE decision_count SET owner = printf('%%032d', 7);"
			  "UPDATE service_organisation SET owner = printf('%%032d', 7)");
	/* Numbers and revisions are known, the rows were never loaded. */
	c.id = sheets_number(s->db, "SELECT id FROM decision_count");
	c.rev = 1;
	c.count[DECISION_ISSUED] = 101;
	assert_int_equal(decision_count_save(s->db, &c, &s->err), -1);
	assert_int_equal(s->err.code, ERROR_DENIED);
	error_clear(&s->err);
	o.name[0] = 'X';
	assert_int_equal(service_organisation_save(s->db, &o, &s->err), -1);
	assert_int_equal(s->err.code, ERROR_DENIED);
	assert_int_equal(sheets_number(s->db, "SELECT issued FROM decision_count"), 100);
	assert_int_equal(sheets_number(s->db, "SELECT rev FROM service_organisation"), 1);
}

static void
queries_and_program_know_the_same_cards(void **state)
{
	static const char *const codes[] = { "DA01", "DA02", "DA03", "DA04A", "DA04B", "DA05",
		"DA04", "DA06", "DE01" };
	struct sheets *s = *state;
	int known = 0;

	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
		char sql[96];

		snprintf(sql, sizeof sql, "SELECT '%s' IN decision_card", codes[i]);
		assert_int_equal(sheets_number(s->db, sql), decision_feeds(codes[i]));
		known += decision_feeds(codes[i]);
	}
	assert_int_equal(sheets_number(s->db, "SELECT count(*) FROM decision_card"), known);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(types_of_cases_and_departments_are_words_not_spellings),
		T(totals_of_a_city_are_found_under_either_code),
		T(totals_are_one_per_quarter_case_and_department),
		T(what_cannot_be_is_refused_with_its_field),
		T(more_appeals_decided_than_made_is_warned_of),
		T(a_sheet_does_not_ask_again_for_what_totals_say),
		T(three_quarters_fill_no_line),
		T(a_figure_other_than_its_totals_asks_for_a_remark),
		T(a_sheet_handed_in_with_another_figure_is_told_when_totals_change),
		T(a_line_that_totals_fill_goes_on_with_them_and_is_told),
		cmocka_unit_test(shares_name_their_denominator),
		T(sums_go_by_year_or_quarter_and_members),
		T(sums_of_a_type_have_the_quarters_of_its_department_and_no_other_cases),
		T(a_town_and_the_rural_gmina_of_its_name_are_told_apart),
		T(deleted_totals_come_back_and_conflicts_are_told),
		T(a_year_of_decisions_feeds_the_cards_of_the_catalogue),
		T(totals_feed_a_published_card_below_what_a_file_says),
		T(a_year_is_as_complete_as_the_department_with_the_fewest_quarters),
		T(a_share_of_no_appeals_has_no_denominator_and_a_keyed_figure_counts_more),
		T(queries_and_program_know_the_same_cards),
		T(forms_of_organisation_stand_side_by_side),
		T(totals_and_forms_of_another_office_stay_whatever_the_caller_says_of_them),
	};

	setenv("GROMADA_TEST", "1", 1); /* the clock stands still */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
