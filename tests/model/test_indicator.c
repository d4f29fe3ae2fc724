/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards: what may be saved, who was faster, lists, catalogue names for imported series. */
#include "values_fixture.h"

#include "model/indicators/flag.h"
#include "store/audit.h"

static struct indicator
plain_card(const char *code)
{
	return (struct indicator){ .code = code, .name = "Nazwa", .multiplier = 1, .decimals = 1,
		.direction = 'S', .service = "oświata" };
}

static void
a_card_comes_back_as_it_was_saved(void **state)
{
	struct db *db = fixture_database();
	struct indicator card = plain_card("OS01"), there;
	struct arena arena = { 0 };
	struct error err = { 0 };

	(void)state;
	card.direction = 'N';
	card.has_wanted = true;
	card.wanted_low = 10;
	card.wanted_high = 12.5;
	card.definition = "Objaśnienie";
	assert_done(indicator_save(db, &card, &err), err);
	assert_done(indicator_load(db, "OS01", &arena, &there, &err), err);
	assert_string_equal(there.name, "Nazwa");
	assert_string_equal(there.definition, "Objaśnienie");
	assert_string_equal(there.service, "oświata");
	assert_string_equal(there.frequency, "R");
	assert_value(there.wanted_low, 10);
	assert_value(there.wanted_high, 12.5);
	assert_int_equal(there.rev, 1);
	assert_int_equal(strlen(there.uid), 32);
	arena_release(&arena);
	db_close(db);
}

static void
a_colleague_who_was_faster_is_not_overwritten(void **state)
{
	struct db *db = fixture_database();
	struct indicator mine = plain_card("OS01"), theirs;
	struct arena arena = { 0 };
	struct error err = { 0 };

	(void)state;
	assert_done(indicator_save(db, &mine, &err), err);
	theirs = mine;
	theirs.name = "Ich nazwa";
	assert_done(indicator_save(db, &theirs, &err), err);
	assert_int_equal(theirs.rev, 2);
	mine.name = "Moja nazwa";
	assert_int_equal(indicator_save(db, &mine, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(indicator_load(db, "OS01", &arena, &mine, &err), err);
	assert_string_equal(mine.name, "Ich nazwa");
	arena_release(&arena);
	db_close(db);
}

static void
assert_refused(struct db *db, struct indicator card, int field)
{
	struct error err = { 0 };

	assert_int_equal(indicator_save(db, &card, &err), -1);
	assert_int_equal(err.field, field);
	assert_code(err, ERROR_INPUT);
}

static void
a_wrong_field_is_named(void **state)
{
	struct db *db = fixture_database();
	struct indicator card = plain_card("");

	(void)state;
	assert_refused(db, card, INDICATOR_FIELD_CODE);
	card.code = "ŁÓDŹ";
	assert_refused(db, card, INDICATOR_FIELD_CODE);
	card.code = "A23456789012345678901234567890123";
	assert_refused(db, card, INDICATOR_FIELD_CODE);
	card = plain_card("A");
	card.name = " ";
	assert_refused(db, card, INDICATOR_FIELD_NAME);
	card = plain_card("A");
	card.note = "a\033[31m";
	assert_refused(db, card, INDICATOR_FIELD_NOTE);
	card = plain_card("A");
	card.multiplier = 0;
	assert_refused(db, card, INDICATOR_FIELD_MULTIPLIER);
	card = plain_card("A");
	card.decimals = 7;
	assert_refused(db, card, INDICATOR_FIELD_DECIMALS);
	card = plain_card("A");
	card.direction = 'X';
	assert_refused(db, card, INDICATOR_FIELD_DIRECTION);
	card = plain_card("A");
	card.has_wanted = true;
	assert_refused(db, card, INDICATOR_FIELD_WANTED_LOW);
	card.direction = 'N';
	card.wanted_low = 2;
	card.wanted_high = 1;
	assert_refused(db, card, INDICATOR_FIELD_WANTED_HIGH);
	db_close(db);
}

static void
a_code_is_given_once(void **state)
{
	struct db *db = fixture_database();
	struct indicator card = plain_card("OS01");
	struct error err = { 0 };

	(void)state;
	assert_done(indicator_save(db, &card, &err), err);
	assert_refused(db, plain_card("OS01"), INDICATOR_FIELD_CODE);
	db_close(db);
}

static void
a_derived_card_needs_its_parts_and_no_circle(void **state)
{
	struct db *db = fixture_database();
	struct indicator card = plain_card("R1");
	struct arena arena = { 0 };
	struct error err = { 0 };

	(void)state;
	card.kind = INDICATOR_DERIVED;
	assert_refused(db, card, INDICATOR_FIELD_NUMERATOR_CODE);
	fixture_indicator(db, "A1", 'S');
	fixture_indicator(db, "A2", 'S');
	card.numerator_code = "A1";
	card.denominator_code = "A9";
	assert_refused(db, card, INDICATOR_FIELD_DENOMINATOR_CODE);
	fixture_derived(db, "R1", "A1", "A2", 100);
	fixture_derived(db, "R2", "R1", "A2", 1);
	card = fixture_card(db, "R1", &arena);
	card.numerator_code = "R2";
	assert_refused(db, card, INDICATOR_FIELD_NUMERATOR_CODE);
	assert_int_equal(indicator_retire(db, card.numerator_id, &err), -1);
	assert_code(err, ERROR_INPUT);
	arena_release(&arena);
	db_close(db);
}

static void
a_derived_card_has_the_years_that_both_parts_have(void **state)
{
	struct db *db = fixture_database();
	struct arena arena = { 0 };
	struct indicator card;

	(void)state;
	fixture_indicator(db, "A1", 'S');
	fixture_indicator(db, "A2", 'S');
	fixture_derived(db, "R1", "A1", "A2", 100);
	fixture_values(db, "A1", 2018, "0201011=1");
	fixture_values(db, "A1", 2020, "0201011=1");
	fixture_values(db, "A2", 2019, "0201011=2");
	fixture_values(db, "A2", 2021, "0201011=2 0201022=3");
	card = fixture_card(db, "R1", &arena);
	assert_int_equal(card.first_year, 2019);
	assert_int_equal(card.last_year, 2020);
	assert_string_equal(card.numerator_code, "A1");
	assert_string_equal(card.denominator_code, "A2");
	arena_release(&arena);
	db_close(db);
}

static void
the_list_is_searched_without_accents_and_counted_by_service(void **state)
{
	struct db *db = fixture_database();
	const char *const services[] = { "transport", "oświata", "odpady", "oświata" };
	const char *const names[] = { "Ścieżki rowerowe", "Żłobki", "Śmieci", "Łączny koszt" };
	const char *const codes[] = { "TR1", "OS2", "OD1", "OS1" };
	struct indicator_filter filter = { .search = "lacz" };
	struct arena arena = { 0 };
	struct error err = { 0 };
	struct indicator *list;
	struct service_count *counts;
	int count;

	(void)state;
	for (int i = 0; i < 4; i++) {
		struct indicator card = plain_card(codes[i]);

		card.name = names[i];
		card.service = services[i];
		assert_done(indicator_save(db, &card, &err), err);
	}
	assert_done(indicator_list(db, NULL, &arena, &list, &count, &err), err);
	assert_int_equal(count, 4);
	assert_string_equal(list[0].code, "OD1");
	assert_string_equal(list[1].code, "OS1");
	assert_string_equal(list[2].code, "OS2");
	assert_string_equal(list[3].code, "TR1");
	assert_done(indicator_list(db, &filter, &arena, &list, &count, &err), err);
	assert_int_equal(count, 1);
	assert_string_equal(list[0].code, "OS1");
	assert_done(indicator_services(db, &arena, &counts, &count, &err), err);
	assert_int_equal(count, 3);
	assert_string_equal(counts[1].name, "oświata");
	assert_int_equal(counts[1].indicators, 2);
	assert_int_equal(counts[1].with_values, 0);
	arena_release(&arena);
	db_close(db);
}

static void
a_series_takes_a_catalogue_name_and_gives_it_back(void **state)
{
	struct db *db = fixture_database();
	struct indicator card = plain_card("OS01"), there;
	struct arena arena = { 0 };
	struct audit_line *line;
	int64_t retired;
	int lines;
	struct error err = { 0 };

	(void)state;
	fixture_indicator(db, "P2137.1", 'N');
	fixture_values(db, "P2137.1", 2020, "0201011=7");
	assert_done(indicator_save(db, &card, &err), err);
	assert_done(indicator_name_series(db, "P2137.1", "OS01", &err), err);
	there = fixture_card(db, "OS01", &arena);
	assert_int_equal(there.values, 1);
	assert_int_equal(fixture_card(db, "P2137.1", &arena).values, 0);
	assert_int_equal(indicator_name_series(db, "P2137.1", "OS01", &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_int_equal(indicator_retire(db, there.id, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_done(indicator_release_series(db, "OS01", &err), err);
	assert_int_equal(fixture_card(db, "P2137.1", &arena).values, 1);
	assert_int_equal(indicator_release_series(db, "OS01", &err), -1);
	assert_code(err, ERROR_INPUT);
	retired = there.id;
	assert_done(indicator_retire(db, retired, &err), err);
	assert_done(audit_list(db, 1, &arena, &line, &lines, &err), err);
	assert_string_equal(line->action, "indicator.retire");
	assert_string_equal(line->summary, "OS01");
	assert_int_equal(indicator_load(db, "OS01", &arena, &there, &err), -1);
	assert_code(err, ERROR_MISSING);
	assert_done(indicator_restore(db, retired, &err), err);
	assert_int_equal(indicator_restore(db, retired, &err), -1);
	assert_code(err, ERROR_MISSING);
	assert_done(audit_list(db, 1, &arena, &line, &lines, &err), err);
	assert_string_equal(line->action, "indicator.restore");
	assert_string_equal(line->summary, "OS01");
	arena_release(&arena);
	db_close(db);
}

static void
the_next_free_number_fills_the_first_gap(void **state)
{
	struct db *db = fixture_database();
	struct error err = { 0 };
	int n = 0;

	(void)state;
	assert_done(series_free_number(db, "P2137", &n, &err), err);
	assert_int_equal(n, 1);
	fixture_indicator(db, "P2137.1", 'N');
	fixture_indicator(db, "P2137.2", 'N');
	fixture_indicator(db, "P2137.4", 'N');
	fixture_indicator(db, "P21370.3", 'N');
	n = 0;
	assert_done(series_free_number(db, "P2137", &n, &err), err);
	assert_int_equal(n, 3);
	assert_done(series_free_number(db, "P2137", &n, &err), err);
	assert_int_equal(n, 5);
	db_close(db);
}

struct applying {
	struct indicator cards[3];
	struct import_counts counts;
	int64_t id;
	int count;
};

static int
apply(struct db *db, void *context, struct error *err)
{
	struct import_file file = { .kind = "catalogue", .name = "c.csv", .encoding = "utf-8",
		.sha256 = "2222222222222222222222222222222222222222222222222222222222222222" };
	struct applying *a = context;

	return indicator_catalogue_apply(db, a->cards, a->count, &file, &a->counts, true, &a->id, err);
}

static void
a_catalogue_follows_its_file_but_not_over_a_person_s_edit(void **state)
{
	struct applying a = { .cards = { plain_card("A"), plain_card("B"), plain_card("C") }, .count = 3 };
	struct db_act act = { "import", "import", 0, "" };
	struct db *db = fixture_database();
	struct arena arena = { 0 };
	struct error err = { 0 };
	struct indicator edited;

	(void)state;
	a.cards[2].kind = INDICATOR_DERIVED;
	a.cards[2].numerator_code = "A";
	a.cards[2].denominator_code = "B";
	assert_done(db_write(db, &act, apply, &a, &err), err);
	assert_int_equal(a.counts.new_values, 3);
	assert_true(a.id > 0);
	assert_string_equal(fixture_card(db, "C", &arena).denominator_code, "B");
	edited = fixture_card(db, "A", &arena);
	edited.name = "Po swojemu";
	assert_done(indicator_save(db, &edited, &err), err);
	a.cards[0].name = a.cards[1].name = "Nowa nazwa";
	assert_done(db_write(db, &act, apply, &a, &err), err);
	assert_int_equal(a.counts.skipped, 1);
	assert_int_equal(a.counts.changed, 1);
	assert_int_equal(a.counts.same, 1);
	assert_string_equal(fixture_card(db, "A", &arena).name, "Po swojemu");
	assert_string_equal(fixture_card(db, "B", &arena).name, "Nowa nazwa");
	a.cards[2].denominator_code = "Z";
	assert_int_equal(db_write(db, &act, apply, &a, &err), -1);
	assert_code(err, ERROR_INPUT);
	arena_release(&arena);
	db_close(db);
}

static void
flags_agree_with_their_table(void **state)
{
	const struct flag_meaning *m;

	(void)state;
	for (int i = 0; (m = flag_at(i)); i++) {
		assert_ptr_equal(flag_meaning(m->flag), m);
		assert_int_equal(flag_missing(m->flag), m->missing);
	}
	assert_int_equal(flag_from_bdl(""), FLAG_NONE);
	assert_int_equal(flag_from_bdl("x"), FLAG_NO_INFO);
	assert_int_equal(flag_from_bdl("X"), FLAG_NO_INFO_BREAK);
	assert_int_equal(flag_from_bdl("b"), -1);
	assert_int_equal(flag_from_bdl("nn"), -1);
	assert_int_equal(flag_from_own("bd"), FLAG_NO_DATA);
	assert_int_equal(flag_from_own("nd"), FLAG_NOT_APPLICABLE);
	assert_int_equal(flag_from_own("."), FLAG_EMPTY);
	assert_int_equal(flag_from_own("brak"), -1);
	assert_false(flag_missing(FLAG_TRUE_ZERO));
	assert_true(flag_missing(FLAG_NO_INFO));
	assert_false(flag_known('b' + 1));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_card_comes_back_as_it_was_saved),
		cmocka_unit_test(a_colleague_who_was_faster_is_not_overwritten),
		cmocka_unit_test(a_wrong_field_is_named),
		cmocka_unit_test(a_code_is_given_once),
		cmocka_unit_test(a_derived_card_needs_its_parts_and_no_circle),
		cmocka_unit_test(a_derived_card_has_the_years_that_both_parts_have),
		cmocka_unit_test(the_list_is_searched_without_accents_and_counted_by_service),
		cmocka_unit_test(a_series_takes_a_catalogue_name_and_gives_it_back),
		cmocka_unit_test(the_next_free_number_fills_the_first_gap),
		cmocka_unit_test(a_catalogue_follows_its_file_but_not_over_a_person_s_edit),
		cmocka_unit_test(flags_agree_with_their_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
