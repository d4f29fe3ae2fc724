/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With whom a unit is compared, and groups that follow a rule. */
#include "diagnosis_fixture.h"

#include "model/indicators/group.h"
#include "model/diagnosis/group_rule.h"
#include "model/diagnosis/peers.h"
#include "model/diagnosis/unit_type.h"

static int
peer_count(const char *code, const char *name)
{
	struct peers p;

	assert_done(peers_resolve(db, &units, slot(code), 2020, name, &arena, &p, &err), err);
	assert_true(p.is[slot(code)]);
	return p.count;
}

static void
peers_are_of_the_same_area_or_kind(void **state)
{
	(void)state;
	assert_int_equal(peer_count("020101", "powiat"), 4);
	assert_int_equal(peer_count("020101", "voivodeship"), 5);
	assert_int_equal(peer_count("020101", "country"), 6);
	assert_int_equal(peer_count("020101", ""), 5);
	assert_int_equal(peer_count("020101", "kind"), 1);
	assert_int_equal(peer_count("020102", "kind"), 2);
	assert_int_equal(peer_count("026501", "kind"), 2); /* a city with powiat rights */
	assert_int_equal(peer_count("0265", "kind"), 2);
	assert_int_equal(peer_count("0201", "country"), 3);
	assert_int_equal(peer_count("02", "country"), 2);
}

static void
peers_of_a_size_follow_the_population(void **state)
{
	struct peers p;

	(void)state;
	assert_int_equal(
		peers_resolve(db, &units, slot("020101"), 2020, "size", &arena, &p, &err), -1);
	assert_code(err, ERROR_INPUT);
	fixture_indicator(db, "DE01", 'N');
	fixture_values(db, "DE01", 2019,
		"020101=4999 020102=5000 020103=9999 020104=10000 026501=110000");
	assert_int_equal(peer_count("020101", "size"), 1);
	assert_int_equal(peer_count("020102", "size"), 2);
	assert_int_equal(peer_count("020104", "size"), 1);
	assert_int_equal(
		peers_resolve(db, &units, slot("146501"), 2020, "size", &arena, &p, &err), -1);
	assert_code(err, ERROR_INPUT);
}

static void
limits_of_sizes_are_ascending_numbers(void **state)
{
	struct size_classes c;

	(void)state;
	assert_done(size_classes_parse("2500, 7500 20000", &c, &err), err);
	assert_int_equal(c.count, 3);
	near(c.limits[1], 7500);
	assert_int_equal(size_classes_parse("5000 2000", &c, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_int_equal(size_classes_parse("5000 many", &c, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_int_equal(size_classes_parse("5000.5 7000", &c, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_int_equal(size_classes_parse("5000 5000", &c, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_int_equal(size_classes_parse("0 5000", &c, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_int_equal(size_classes_parse(" , ;", &c, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_done(size_classes_parse("", &c, &err), err); /* as usual */
	assert_done(size_classes_load(db, &c, &err), err);
	assert_int_equal(c.count, 5);
}

static int
write_types(struct db *to, void *context, struct error *e)
{
	static struct import_file file = { .kind = "types", .name = "types.csv",
		.sha256 = "3333333333333333333333333333333333333333333333333333333333333333",
		.encoding = "utf-8", .source = "test" };
	struct unit_type types[] = { { slot("020101"), 'E' }, { slot("020102"), 'H' },
		{ slot("020103"), 'H' } };
	struct import_counts counts;

	return unit_types_apply(to, types, 3, &file, &counts, true, context, e);
}

static void
peers_of_a_type_come_from_the_newest_file(void **state)
{
	const struct db_act act = { "import", "import", 0, "" };
	struct peers p;
	int64_t id = 0;

	(void)state;
	assert_int_equal(
		peers_resolve(db, &units, slot("020102"), 2020, "type", &arena, &p, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_done(db_write(db, &act, write_types, &id, &err), err);
	assert_true(id > 0);
	assert_int_equal(peer_count("020102", "type"), 2);
	assert_int_equal(peer_count("020101", "type"), 1);
	assert_int_equal(
		peers_resolve(db, &units, slot("026501"), 2020, "type", &arena, &p, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_done(import_undo(db, id, &err), err);
	assert_int_equal(
		peers_resolve(db, &units, slot("020102"), 2020, "type", &arena, &p, &err), -1);
	assert_code(err, ERROR_INPUT);
}

static void
a_group_takes_in_the_unit_that_asks(void **state)
{
	struct group g = { .name = "Sąsiedzi" };
	int slots[2] = { slot("020102"), slot("020103") };
	struct peers p;

	(void)state;
	assert_done(group_save(db, &g, slots, 2, &err), err);
	assert_int_equal(peer_count("020102", "Sąsiedzi"), 2);
	assert_int_equal(peer_count("020101", "Sąsiedzi"), 3);
	assert_int_equal(
		peers_resolve(db, &units, slot("020101"), 2020, "Nikt", &arena, &p, &err), -1);
	assert_code(err, ERROR_MISSING);
}

static void
members_with_an_older_or_another_code_stand_as_the_unit_of_the_year(void **state)
{
	struct group g = { .name = "Dawni" };
	struct peers p;
	int slots[4];

	(void)state;
	fixture_changes(db);
	unit_table_release(&units);
	assert_done(unit_table_load(db, &units, &err), err);
	slots[0] = slot("022109"); /* Wałbrzych until 2012 */
	slots[1] = slot("1465");   /* a city under its powiat's code */
	slots[2] = slot("0201");   /* a powiat that is none */
	slots[3] = slot("020103");
	assert_done(group_save(db, &g, slots, 4, &err), err);
	assert_done(peers_resolve(db, &units, slot("020103"), 2020, "Dawni", &arena, &p, &err), err);
	assert_int_equal(p.count, 3);
	assert_true(p.is[slot("026501")] && p.is[slot("146501")]);
	assert_non_null(strstr(p.words, "without 1 unit of another level or time"));
}

static void
of_a_unit_that_ended_the_one_that_goes_on_is_named(void **state)
{
	struct peers p;

	(void)state;
	fixture_changes(db);
	unit_table_release(&units);
	assert_done(unit_table_load(db, &units, &err), err);
	assert_int_equal(
		peers_resolve(db, &units, slot("022109"), 2020, "country", &arena, &p, &err), -1);
	assert_non_null(strstr(err.text, "it goes on as Wałbrzych (0265011)"));
	assert_code(err, ERROR_INPUT);
	assert_done(peers_resolve(db, &units, slot("022109"), 2012, "country", &arena, &p, &err), err);
	assert_int_equal(
		peers_resolve(db, &units, slot("020102"), 2020, "country", &arena, &p, &err), -1);
	assert_non_null(strstr(err.text, "earlier year"));
}

/* ---- rules ---- */

static struct group_rule
rule(void)
{
	return (struct group_rule){ .level = LEVEL_GMINA, .from = NAN, .to = NAN };
}

static int
rule_count(const struct group_rule *r)
{
	int *slots, count;

	assert_done(group_rule_check(db, &units, r, &err), err);
	assert_done(group_rule_units(db, &units, r, &arena, &slots, &count, &err), err);
	return count;
}

static void
all_parts_of_a_rule_hold_together(void **state)
{
	struct group_rule r = rule();

	(void)state;
	assert_int_equal(rule_count(&r), 6);
	strcpy(r.within, "0201");
	assert_int_equal(rule_count(&r), 4);
	r.kind = '2';
	assert_int_equal(rule_count(&r), 2);
	fixture_indicator(db, "DE01", 'N');
	fixture_values(db, "DE01", 2020, "020102=5000 020103=10000 020104=7000");
	strcpy(r.size_by, "DE01");
	assert_int_equal(rule_count(&r), 2);
	r.to = 10000;
	assert_int_equal(rule_count(&r), 1); /* at least from, less than to */
	r.from = 5001;
	assert_int_equal(rule_count(&r), 0);
	r = rule();
	r.kind = 'c';
	assert_int_equal(rule_count(&r), 2);
	r.level = LEVEL_POWIAT;
	assert_int_equal(rule_count(&r), 2);
}

static void
a_group_with_a_rule_follows_it(void **state)
{
	struct group g = { .name = "Wiejskie" }, *list;
	struct group_rule r = rule();
	int *slots, count, one = slot("026501");

	(void)state;
	strcpy(r.within, "02");
	r.kind = '2';
	assert_done(group_save_rule(db, &g, &r, &err), err);
	assert_int_equal(g.members, 2);
	assert_done(group_members(db, g.id, &arena, &slots, &count, &err), err);
	assert_int_equal(count, 2);
	assert_int_equal(peer_count("020102", "Wiejskie"), 2);
	strcpy(g.name, "Gminy wiejskie"); /* a new name leaves the rule */
	assert_done(group_save(db, &g, slots, count, &err), err);
	assert_done(group_list(db, &arena, &list, &count, &err), err);
	assert_true(list[0].ruled);
	assert_done(group_list_count(db, list, count, &err), err);
	assert_int_equal(list[0].members, 2);
	assert_int_equal(group_save(db, &g, &one, 1, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_done(group_save_rule(db, &g, NULL, &err), err);
	assert_int_equal(g.members, 2);
	assert_done(group_save(db, &g, &one, 1, &err), err);
	assert_done(group_members(db, g.id, &arena, &slots, &count, &err), err);
	assert_int_equal(count, 1);
}

static void
a_deleted_group_comes_back_with_its_rule_and_name(void **state)
{
	struct group g = { .name = "Wiejskie" }, other = { .name = "Wiejskie" }, *list;
	struct group_rule r = rule();
	int count, one = slot("026501");

	(void)state;
	r.kind = '2';
	assert_done(group_save_rule(db, &g, &r, &err), err);
	assert_done(group_retire(db, g.id, &err), err);
	assert_done(group_list(db, &arena, &list, &count, &err), err);
	assert_int_equal(count, 0);
	assert_done(group_save(db, &other, &one, 1, &err), err); /* the name was free */
	assert_done(group_list_retired(db, &arena, &list, &count, &err), err);
	assert_int_equal(count, 1);
	assert_string_equal(list[0].name, "Wiejskie");
	assert_int_equal(group_restore(db, &list[0], &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_done(group_retire(db, other.id, &err), err);
	assert_done(group_restore(db, &list[0], &err), err);
	assert_done(group_by_name(db, "Wiejskie", &g, &err), err);
	assert_true(g.ruled);
	assert_int_equal(g.members, 2);
	assert_int_equal(group_restore(db, &list[0], &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(group_list_retired(db, &arena, &list, &count, &err), err);
	assert_int_equal(count, 1);
	assert_string_equal(list[0].name, "Wiejskie");
}

static void
words_of_a_rule_say_which_limit_there_is(void **state)
{
	struct group_rule r = rule();
	char words[256];

	(void)state;
	strcpy(r.size_by, "DE01");
	assert_string_equal(group_rule_words(&units, &r, words, sizeof words), "gminy, DE01");
	r.from = 500;
	assert_string_equal(
		group_rule_words(&units, &r, words, sizeof words), "gminy, DE01 from 500");
	r.to = 900;
	assert_string_equal(group_rule_words(&units, &r, words, sizeof words),
		"gminy, DE01 from 500, below 900");
	r.from = NAN;
	assert_string_equal(
		group_rule_words(&units, &r, words, sizeof words), "gminy, DE01 below 900");
}

static void
a_rule_that_cannot_hold_is_refused(void **state)
{
	struct group_rule r = rule();

	(void)state;
	strcpy(r.within, "020101");
	assert_int_equal(group_rule_check(db, &units, &r, &err), -1);
	assert_int_equal(err.field, GROUP_RULE_FIELD_WITHIN);
	assert_code(err, ERROR_INPUT);
	r = rule();
	r.from = 10;
	assert_int_equal(group_rule_check(db, &units, &r, &err), -1);
	assert_code(err, ERROR_INPUT);
	strcpy(r.size_by, "DE01");
	assert_int_equal(group_rule_check(db, &units, &r, &err), -1);
	assert_int_equal(err.field, GROUP_RULE_FIELD_SIZE_BY);
	assert_code(err, ERROR_MISSING);
	fixture_indicator(db, "DE01", 'N');
	r.to = 10;
	assert_int_equal(group_rule_check(db, &units, &r, &err), -1);
	assert_int_equal(err.field, GROUP_RULE_FIELD_TO);
	assert_code(err, ERROR_INPUT);
	r = rule();
	r.level = LEVEL_VOIVODESHIP;
	r.kind = '2';
	assert_int_equal(group_rule_check(db, &units, &r, &err), -1);
	assert_int_equal(err.field, GROUP_RULE_FIELD_KIND);
	assert_code(err, ERROR_INPUT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(peers_are_of_the_same_area_or_kind),
		TEST(peers_of_a_size_follow_the_population),
		TEST(limits_of_sizes_are_ascending_numbers),
		TEST(peers_of_a_type_come_from_the_newest_file),
		TEST(a_group_takes_in_the_unit_that_asks),
		TEST(members_with_an_older_or_another_code_stand_as_the_unit_of_the_year),
		TEST(of_a_unit_that_ended_the_one_that_goes_on_is_named),
		TEST(all_parts_of_a_rule_hold_together),
		TEST(a_group_with_a_rule_follows_it),
		TEST(a_deleted_group_comes_back_with_its_rule_and_name),
		TEST(words_of_a_rule_say_which_limit_there_is),
		TEST(a_rule_that_cannot_hold_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
