/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strategies in the database: cards, the tree of goals, targets with paths and changes, readings, and
 * the whole course of a year. */
#include "values_fixture.h"

#include "base/clock.h"
#include "model/deletion.h"
#include "model/strategies/goal_status.h"
#include "model/office.h"
#include "model/strategies/target_course.h"
#include "model/indicators/value.h"
#include "store/audit.h"

static struct db *db;
static struct unit_table units;
static struct strategy plan;
static struct arena arena;
static int town, rural;

static int
setup(void **state)
{
	struct error err = { 0 };

	(void)state;
	db = fixture_database();
	assert_done(unit_table_load(db, &units, &err), err);
	town = fixture_slot(db, "020101");
	rural = fixture_slot(db, "020102");
	plan = (struct strategy){ .slot = town, .first_year = 2021, .last_year = 2030,
		.rule = GOAL_RULE_WORST_HALF };
	strcpy(plan.code, "SR-2030");
	strcpy(plan.name, "Strategia rozwoju");
	assert_done(strategy_save(db, &plan, &err), err);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_release(&arena);
	unit_table_release(&units);
	db_close(db);
	return 0;
}

static int64_t
rev(void)
{
	struct strategy now;
	struct error err = { 0 };

	assert_done(strategy_load(db, plan.id, &now, &err), err);
	return now.rev;
}

static int64_t
add_goal(int64_t parent, const char *name)
{
	struct goal g = { .strategy = plan.id, .parent = parent };
	struct error err = { 0 };

	strcpy(g.name, name);
	assert_done(goal_save(db, rev(), &g, NULL, &err), err);
	return g.id;
}

static struct target
example(int64_t goal)
{
	struct target t = target_new(plan.id, goal);

	strcpy(t.name, "Miejsca w żłobkach");
	t.base_year = 2020;
	t.base = 40;
	t.target_year = 2030;
	t.target = 90;
	return t;
}

static void
adopt(void)
{
	struct error err = { 0 };

	assert_done(strategy_load(db, plan.id, &plan, &err), err);
	plan.state = STRATEGY_ADOPTED;
	strcpy(plan.adopted_on, "2021-03-30");
	assert_done(strategy_save(db, &plan, &err), err);
}

static void
put(const struct target *t, int year, double value, unsigned char flag)
{
	const struct target_reading r = { .target = t->id, .year = year, .value = value,
		.flag = flag, .source = "" };
	struct error err = { 0 };

	assert_done(target_reading_save(db, &r, NULL, &err), err);
}

static void
a_strategy_reads_back_as_it_was_saved(void **state)
{
	struct strategy s;
	struct error err = { 0 };

	(void)state;
	assert_done(strategy_load_code(db, "SR-2030", &s, &err), err);
	assert_int_equal(s.rev, 1);
	assert_string_equal(s.name, "Strategia rozwoju");
	assert_int_equal(s.rule, GOAL_RULE_WORST_HALF);
	assert_string_equal(strategy_level_label(&s, 0), "Strategic goal");
	strcpy(s.level[0], "Priorytet");
	s.parent = 0;
	assert_done(strategy_save(db, &s, &err), err);
	assert_done(strategy_load(db, s.id, &s, &err), err);
	assert_string_equal(strategy_level_label(&s, 0), "Priorytet");
	assert_int_equal(s.rev, 2);
}

static void
refuse(struct strategy s, int field)
{
	struct error err = { 0 };

	assert_int_equal(strategy_save(db, &s, &err), -1);
	assert_int_equal(err.field, field);
	assert_code(err, ERROR_INPUT);
}

static void
a_strategy_that_cannot_be_is_refused_at_its_field(void **state)
{
	struct strategy s = plan;
	struct error err = { 0 };

	(void)state;
	s.id = 0;
	refuse(s, STRATEGY_FIELD_CODE); /* taken */
	strcpy(s.code, "źle");
	refuse(s, STRATEGY_FIELD_CODE);
	s = plan;
	s.name[0] = '\0';
	refuse(s, STRATEGY_FIELD_NAME);
	s = plan;
	s.last_year = 2020;
	refuse(s, STRATEGY_FIELD_LAST_YEAR);
	s = plan;
	s.state = STRATEGY_ADOPTED;
	refuse(s, STRATEGY_FIELD_ADOPTED);
	strcpy(s.adopted_on, "2021-02-30");
	refuse(s, STRATEGY_FIELD_ADOPTED);
	s = plan;
	s.slot = NO_SLOT;
	refuse(s, STRATEGY_FIELD_UNIT);
	s = plan;
	s.parent = plan.id;
	assert_int_equal(strategy_save(db, &s, &err), -1);
	assert_int_equal(err.field, STRATEGY_FIELD_PARENT);
	assert_non_null(strstr(err.text, "itself"));
	error_clear(&err);
}

static void
strategies_cannot_carry_out_each_other_in_a_circle(void **state)
{
	struct strategy below = plan;
	struct error err = { 0 };

	(void)state;
	below.id = below.rev = 0;
	below.parent = plan.id;
	strcpy(below.code, "PRL");
	assert_done(strategy_save(db, &below, &err), err);
	plan.parent = below.id;
	refuse(plan, STRATEGY_FIELD_PARENT);
	plan.parent = 0;
}

static void
two_colleagues_cannot_save_over_each_other(void **state)
{
	struct strategy mine = plan, theirs = plan;
	struct goal g = { .strategy = plan.id, .name = "Cel" };
	struct error err = { 0 };

	(void)state;
	assert_done(strategy_save(db, &theirs, &err), err);
	assert_int_equal(strategy_save(db, &mine, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	/* A new goal stands beside the change; one that is there is changed as it was read. */
	assert_done(goal_save(db, mine.rev, &g, NULL, &err), err);
	assert_int_equal(rev(), theirs.rev + 1);
	assert_int_equal(goal_save(db, mine.rev, &g, NULL, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(goal_save(db, rev(), &g, NULL, &err), err);
}

static void
a_deleted_strategy_comes_back(void **state)
{
	const struct strategy_filter in_use = { 0 }, gone = { .retired = true };
	struct strategy *list;
	struct error err = { 0 };
	int count;

	(void)state;
	assert_int_equal(strategy_retire(db, plan.id, rev() - 1, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(strategy_retire(db, plan.id, rev(), &err), err);
	assert_done(strategy_list(db, &in_use, &arena, &list, &count, &err), err);
	assert_int_equal(count, 0);
	assert_done(strategy_list(db, &gone, &arena, &list, &count, &err), err);
	assert_int_equal(count, 1);
	assert_int_equal(strategy_touch(db, plan.id, 0, &err), -1);
	error_clear(&err);
	assert_done(strategy_restore(db, plan.id, &err), err);
	assert_done(strategy_list(db, &in_use, &arena, &list, &count, &err), err);
	assert_int_equal(count, 1);
}

static void
check_tree(const char *wanted)
{
	struct goal *list;
	struct error err = { 0 };
	char got[1024] = "";
	int count;

	assert_done(goal_tree(db, plan.id, false, &arena, &list, &count, &err), err);
	for (int i = 0; i < count; i++) {
		size_t used = strlen(got);

		snprintf(got + used, sizeof(got) - used, "%s%s %.8s", i ? ", " : "", list[i].number,
			list[i].name);
	}
	assert_string_equal(got, wanted);
}

static void
goals_are_numbered_by_their_places_and_move_with_what_hangs_on_them(void **state)
{
	int64_t a = add_goal(0, "A"), b = add_goal(0, "B"), c = add_goal(a, "C"), d = add_goal(a, "D");
	struct error err = { 0 };

	(void)state;
	check_tree("1 A, 1.1 C, 1.2 D, 2 B");
	assert_done(goal_move(db, rev(), d, -1, &err), err);
	check_tree("1 A, 1.1 D, 1.2 C, 2 B");
	assert_done(goal_move(db, rev(), a, 1, &err), err);
	check_tree("1 B, 2 A, 2.1 D, 2.2 C");
	assert_done(goal_shift(db, rev(), a, 1, NULL, &err), err);
	check_tree("1 B, 1.1 A, 1.1.1 D, 1.1.2 C");
	assert_int_equal(goal_shift(db, rev(), c, 1, NULL, &err), -1); /* a fourth level */
	assert_code(err, ERROR_INPUT);
	assert_done(goal_shift(db, rev(), d, -1, NULL, &err), err);
	check_tree("1 B, 1.1 A, 1.1.1 C, 1.2 D");
	assert_done(goal_move(db, rev(), b, -1, &err), err); /* nothing before it */
	check_tree("1 B, 1.1 A, 1.1.1 C, 1.2 D");
}

static void
a_goal_that_went_deeper_comes_back_with_its_dimension(void **state)
{
	struct goal g = { .strategy = plan.id, .name = "B", .dimension = GOAL_SOCIAL }, now;
	struct goal *list;
	struct error err = { 0 };
	int count;

	(void)state;
	add_goal(0, "A");
	assert_done(goal_save(db, rev(), &g, NULL, &err), err);
	assert_done(goal_shift(db, rev(), g.id, 1, NULL, &err), err);
	check_tree("1 A, 1.1 B");
	assert_done(goal_tree(db, plan.id, false, &arena, &list, &count, &err), err);
	now = list[1];
	assert_int_equal(now.dimension, GOAL_NO_DIMENSION);
	strcpy(now.name, "Be");
	assert_done(goal_save(db, rev(), &now, NULL, &err), err);
	assert_done(goal_shift(db, rev(), g.id, -1, NULL, &err), err);
	check_tree("1 A, 2 Be");
	assert_done(goal_tree(db, plan.id, false, &arena, &list, &count, &err), err);
	assert_int_equal(list[1].dimension, GOAL_SOCIAL);
}

static void
a_twin_comes_in_by_no_other_door_either(void **state)
{
	int64_t a = add_goal(0, "A"), b = add_goal(0, "B"), below = add_goal(a, "B"), c;
	struct target first = example(a), second;
	struct error err = { 0 };

	(void)state;
	assert_int_equal(goal_shift(db, rev(), below, -1, NULL, &err), -1); /* beside the other B */
	assert_code(err, ERROR_INPUT);
	assert_done(goal_retire(db, rev(), b, NULL, &err), err);
	c = add_goal(0, "B");
	assert_int_equal(goal_restore(db, rev(), b, NULL, &err), -1);
	assert_code(err, ERROR_INPUT);
	check_tree("1 A, 1.1 B, 2 B");
	assert_done(goal_retire(db, rev(), c, NULL, &err), err);
	assert_done(goal_restore(db, rev(), b, NULL, &err), err);
	assert_done(target_save(db, rev(), &first, NULL, &err), err);
	assert_done(target_retire(db, rev(), first.id, NULL, &err), err);
	second = example(a);
	assert_done(target_save(db, rev(), &second, NULL, &err), err);
	assert_int_equal(target_restore(db, rev(), first.id, NULL, &err), -1);
	assert_code(err, ERROR_INPUT);
}

static void
a_goal_cannot_lie_below_itself_or_too_deep(void **state)
{
	int64_t a = add_goal(0, "A"), b = add_goal(a, "B"), c = add_goal(b, "C");
	struct goal g = { .id = a, .strategy = plan.id, .parent = c, .name = "A" };
	struct error err = { 0 };

	(void)state;
	assert_int_equal(goal_save(db, rev(), &g, NULL, &err), -1);
	assert_int_equal(err.field, GOAL_FIELD_PARENT);
	assert_code(err, ERROR_INPUT);
	g = (struct goal){ .strategy = plan.id, .parent = c, .name = "D" };
	assert_int_equal(goal_save(db, rev(), &g, NULL, &err), -1);
	assert_int_equal(err.field, GOAL_FIELD_PARENT);
	assert_code(err, ERROR_INPUT);
	g = (struct goal){ .strategy = plan.id, .parent = a, .name = "E", .dimension = GOAL_SOCIAL };
	assert_int_equal(goal_save(db, rev(), &g, NULL, &err), -1);
	assert_int_equal(err.field, GOAL_FIELD_DIMENSION);
	assert_code(err, ERROR_INPUT);
}

static void
what_was_deleted_before_the_log_begins_is_deleted_by_nobody_else(void **state)
{
	int64_t a = add_goal(0, "A"), b = add_goal(0, "B"), pruned;
	char now[32];
	struct error err = { 0 };
	struct deletion d;

	(void)state;
	clock_now_utc(now, sizeof now);
	setenv("GROMADA_NOW", "2026-11-22T10:00:00Z", 1);
	assert_done(goal_retire(db, rev(), a, NULL, &err), err);
	setenv("GROMADA_NOW", "2029-11-22T10:00:00Z", 1);
	assert_done(goal_retire(db, rev(), b, NULL, &err), err);
	assert_done(deletion_of(db, DELETION_GOAL, a, &d, &err), err);
	assert_string_equal(d.login, "tester");
	assert_done(audit_prune(db, &pruned, &err), err);
	assert_true(pruned > 0);
	assert_done(deletion_of(db, DELETION_GOAL, a, &d, &err), err);
	assert_true(d.deleted);
	assert_string_equal(d.login, "");
	assert_done(deletion_of(db, DELETION_GOAL, b, &d, &err), err);
	assert_true(d.deleted && d.login[0]);
	setenv("GROMADA_NOW", now, 1);
}

static void
a_goal_on_which_something_hangs_is_not_deleted(void **state)
{
	int64_t a = add_goal(0, "A"), b = add_goal(0, "B");
	struct target t = example(a);
	struct error err = { 0 };

	(void)state;
	assert_done(target_save(db, rev(), &t, NULL, &err), err);
	assert_int_equal(goal_retire(db, rev(), a, NULL, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_done(target_retire(db, rev(), t.id, NULL, &err), err);
	assert_done(goal_retire(db, rev(), a, NULL, &err), err);
	check_tree("1 B");
	assert_done(goal_restore(db, rev(), a, NULL, &err), err);
	check_tree("1 B, 2 A");
	assert_done(goal_move(db, rev(), b, 1, &err), err);
	check_tree("1 A, 2 B");
	assert_done(target_restore(db, rev(), t.id, NULL, &err), err);
	assert_done(target_load(db, t.id, &t, &err), err);
	assert_int_equal(t.goal, a);
}

static void
refuse_target(struct target t, int field)
{
	struct error err = { 0 };

	assert_int_equal(target_save(db, rev(), &t, NULL, &err), -1);
	if (err.field != field)
		print_message("# %s\n", err.text);
	assert_int_equal(err.field, field);
	assert_code(err, ERROR_INPUT);
}

static void
a_target_that_leads_nowhere_is_refused_at_its_field(void **state)
{
	struct target t = example(0);

	(void)state;
	t.target_year = 2020;
	refuse_target(t, TARGET_FIELD_TARGET_YEAR);
	t = example(0);
	t.target = 40;
	refuse_target(t, TARGET_FIELD_TARGET);
	t.target = 30;
	refuse_target(t, TARGET_FIELD_TARGET);
	t = example(0);
	t.direction = 'D';
	refuse_target(t, TARGET_FIELD_TARGET);
	t = example(0);
	t.base_year = 0;
	refuse_target(t, TARGET_FIELD_BASE_YEAR);
	t = example(0);
	strcpy(t.indicator, "NIE-MA");
	refuse_target(t, TARGET_FIELD_INDICATOR);
	t = example(12345);
	refuse_target(t, TARGET_FIELD_GOAL);
	t = example(0);
	t.direction = 'N';
	refuse_target(t, TARGET_FIELD_LOW);
	t = example(0);
	t.direction = 'K';
	t.target = NAN;
	refuse_target(t, TARGET_FIELD_TOLERANCE);
}

static void
a_path_that_turns_or_leaves_its_years_is_refused(void **state)
{
	struct target t = example(0);
	struct error err = { 0 };

	(void)state;
	t.path[0] = (struct target_step){ 2023, 60 };
	t.path[1] = (struct target_step){ 2026, 55 };
	t.path_count = 2;
	refuse_target(t, TARGET_FIELD_PATH);
	t.path[1] = (struct target_step){ 2026, 95 };
	refuse_target(t, TARGET_FIELD_PATH);
	t.path[1] = (struct target_step){ 2030, 80 };
	refuse_target(t, TARGET_FIELD_PATH);
	t.path[1] = (struct target_step){ 2026, 80 };
	assert_done(target_save(db, rev(), &t, NULL, &err), err);
	assert_done(target_load(db, t.id, &t, &err), err);
	assert_int_equal(t.path_count, 2);
	assert_int_equal(t.path[1].year, 2026);
}

static void
a_path_into_an_interval_does_not_lead_past_its_nearer_end(void **state)
{
	struct target t = example(0);
	struct error err = { 0 };

	(void)state;
	t.direction = 'N';
	t.base = 10;
	t.target = NAN;
	t.low = 20;
	t.high = 30;
	t.path[0] = (struct target_step){ 2024, 50 };
	t.path_count = 1;
	refuse_target(t, TARGET_FIELD_PATH);
	t.path[0].value = 20.5; /* within it, and yet farther than wanted */
	refuse_target(t, TARGET_FIELD_PATH);
	t.base = 40;
	refuse_target(t, TARGET_FIELD_PATH);
	t.base = 25; /* within it already: the path stays there */
	t.target = 28;
	t.path[0].value = 50;
	refuse_target(t, TARGET_FIELD_PATH);
	t.path[0].value = 19;
	refuse_target(t, TARGET_FIELD_PATH);
	t.path[0].value = 29;
	assert_done(target_save(db, rev(), &t, NULL, &err), err);
	t.base = 10;
	t.target = NAN;
	t.path[0].value = 20;
	assert_done(target_save(db, rev(), &t, NULL, &err), err);
	t.base = 40;
	t.path[0].value = 30;
	assert_done(target_save(db, rev(), &t, NULL, &err), err);
}

/* ---- changes of a strategy in force ---- */

static const struct strategy_why why = { "XII/34/2024", "Nowe dane spisu", NULL };

/* The newest change, of so many. */
static struct strategy_change
newest(int wanted)
{
	const struct strategy_change_filter filter = { .strategy = plan.id };
	struct strategy_change *list;
	struct error err = { 0 };
	int count;

	assert_done(strategy_change_list(db, &filter, &arena, &list, &count, &err), err);
	assert_int_equal(count, wanted);
	return list[0];
}

static void
a_change_after_adoption_needs_a_reason_and_keeps_what_stood_there(void **state)
{
	struct target t = example(0);
	struct error err = { 0 };
	struct strategy_change c;

	(void)state;
	assert_done(target_save(db, rev(), &t, NULL, &err), err);
	t.target = 85;
	assert_done(target_save(db, rev(), &t, NULL, &err), err); /* still a draft */
	adopt();
	strcpy(t.note, "Bez żłobków prywatnych");
	assert_done(target_save(db, rev(), &t, NULL, &err), err);
	t.target = 80;
	refuse_target(t, TARGET_FIELD_REASON);
	assert_done(target_save(db, rev(), &t, &why, &err), err);
	c = newest(1);
	assert_int_equal(c.line_count, 1);
	assert_string_equal(
		strategy_change_text(&c, &arena), "target: 85 (2030) → 80 (2030)");
	assert_string_equal(c.resolution, "XII/34/2024");
}

static void
a_change_is_told_whole(void **state)
{
	struct target t = example(0);
	struct error err = { 0 };
	struct strategy_change c;

	(void)state;
	assert_done(target_save(db, rev(), &t, NULL, &err), err);
	adopt();
	t.path[0] = (struct target_step){ 2025, 55.5 };
	t.path_count = 1;
	assert_done(target_save(db, rev(), &t, &why, &err), err);
	c = newest(1);
	assert_string_equal(strategy_change_text(&c, &arena), "on the way: – → 2025=55,5");
	strcpy(t.name, "Miejsca");
	t.direction = 'N';
	t.target = NAN;
	t.path_count = 0;
	t.low = 50;
	t.high = 60;
	assert_done(target_save(db, rev(), &t, &why, &err), err);
	c = newest(2);
	assert_string_equal(c.name, "Miejsca w żłobkach");
	assert_string_equal(strategy_change_text(&c, &arena),
		"name: Miejsca w żłobkach → Miejsca; direction: the more the better → within an "
		"interval; at least: – → 50; at most: – → 60; on the way: 2025=55,5 → –; "
		"target: 90 (2030) → (2030)");
	t.direction = 'K';
	t.target_year = 0;
	t.low = t.high = NAN;
	t.tolerance = 2;
	assert_done(target_save(db, rev(), &t, &why, &err), err);
	c = newest(3);
	assert_non_null(strstr(strategy_change_text(&c, &arena), "tolerance: – → 2"));
}

static void
a_strategy_put_back_to_a_draft_keeps_who_and_when(void **state)
{
	struct strategy_change c;
	struct strategy s;
	struct error err = { 0 };

	(void)state;
	adopt();
	assert_done(strategy_load(db, plan.id, &s, &err), err);
	s.state = STRATEGY_DRAFT;
	assert_done(strategy_save(db, &s, &err), err);
	c = newest(1);
	assert_int_equal(c.noun, CHANGE_STRATEGY);
	assert_string_equal(c.name, s.name);
	assert_string_equal(c.changed_on, "2026-01-31");
	assert_string_equal(
		strategy_change_text(&c, &arena), "state: in force → being drafted");
	strcpy(s.vision, "Inna");
	assert_done(strategy_save(db, &s, &err), err);
	newest(1);
	s.state = STRATEGY_ADOPTED;
	assert_done(strategy_save(db, &s, &err), err);
	c = newest(2);
	assert_string_equal(
		strategy_change_text(&c, &arena), "state: being drafted → in force");
	assert_string_equal(c.resolution, s.resolution);
}

static void
the_resolution_of_an_amendment_leaves_that_of_the_adoption(void **state)
{
	struct strategy_change c;
	struct strategy s;
	struct error err = { 0 };

	(void)state;
	adopt();
	assert_done(strategy_load(db, plan.id, &s, &err), err);
	strcpy(s.resolution, "XXX/1/2021");
	assert_done(strategy_save(db, &s, &err), err); /* it was not entered yet */
	assert_done(strategy_load(db, plan.id, &s, &err), err);
	strcpy(s.vision, "Inna");
	strcpy(s.change_resolution, "LX/999/2025");
	s.reason = "Aktualizacja";
	assert_done(strategy_save(db, &s, &err), err);
	c = newest(1);
	assert_string_equal(c.resolution, "LX/999/2025");
	assert_done(strategy_load(db, plan.id, &s, &err), err);
	assert_string_equal(s.resolution, "XXX/1/2021");
	strcpy(s.resolution, "XXX/2/2021");
	assert_int_equal(strategy_save(db, &s, &err), -1);
	assert_int_equal(err.field, STRATEGY_FIELD_REASON);
	err = (struct error){ 0 };
	s.reason = "Pomyłka w numerze";
	assert_done(strategy_save(db, &s, &err), err);
	c = newest(2);
	assert_string_equal(strategy_change_text(&c, &arena),
		"resolution of adoption: XXX/1/2021 → XXX/2/2021");
}

static void
what_comes_goes_and_comes_back_after_adoption_is_told(void **state)
{
	int64_t old = add_goal(0, "Rodziny");
	struct goal g = { .strategy = plan.id, .parent = old, .name = "Opieka" };
	struct target t;
	struct error err = { 0 };
	struct strategy_change c;

	(void)state;
	adopt();
	assert_int_equal(goal_save(db, rev(), &g, NULL, &err), -1);
	assert_int_equal(err.field, GOAL_FIELD_REASON);
	assert_code(err, ERROR_INPUT);
	assert_done(goal_save(db, rev(), &g, &why, &err), err);
	c = newest(1);
	assert_int_equal(c.noun, CHANGE_GOAL);
	assert_string_equal(strategy_change_text(&c, &arena), "was added; goal above: Rodziny");
	t = example(g.id);
	refuse_target(t, TARGET_FIELD_REASON);
	assert_done(target_save(db, rev(), &t, &why, &err), err);
	c = newest(2);
	assert_string_equal(strategy_change_text(&c, &arena),
		"was added; goal above: Opieka; direction: the more the better; base: 40 (2020); "
		"target: 90 (2030)");
	assert_int_equal(target_retire(db, rev(), t.id, NULL, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_done(target_retire(db, rev(), t.id, &why, &err), err);
	assert_int_equal(newest(3).act, CHANGE_DELETED);
	assert_done(target_restore(db, rev(), t.id, &why, &err), err);
	assert_int_equal(newest(4).act, CHANGE_RESTORED);
	strcpy(g.name, "Opieka nad dziećmi");
	assert_done(goal_save(db, rev(), &g, &why, &err), err);
	c = newest(5);
	assert_string_equal(
		strategy_change_text(&c, &arena), "name: Opieka → Opieka nad dziećmi");
	assert_int_equal(goal_shift(db, rev(), g.id, -1, NULL, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_done(goal_shift(db, rev(), g.id, -1, &why, &err), err);
	c = newest(6);
	assert_string_equal(strategy_change_text(&c, &arena), "goal above: Rodziny → –");
	assert_done(goal_retire(db, rev(), old, &why, &err), err);
	assert_string_equal(newest(7).name, "Rodziny");
	assert_done(goal_move(db, rev(), g.id, -1, &err), err); /* order is no change */
	newest(7);
}

static void
readings_are_keyed_and_a_colleagues_is_not_overwritten(void **state)
{
	struct target t = example(0);
	struct target_reading r = { .year = 2024, .value = 60, .source = "OPS" };
	const struct target_reading seen = { .value = 60 };
	struct target_reading *list;
	struct error err = { 0 };
	int count;

	(void)state;
	assert_done(target_save(db, rev(), &t, NULL, &err), err);
	r.target = t.id;
	assert_done(target_reading_save(db, &r, NULL, &err), err);
	r.value = 61;
	assert_int_equal(target_reading_save(db, &r, NULL, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(target_reading_save(db, &r, &seen, &err), err);
	assert_int_equal(target_reading_save(db, &r, &seen, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(target_readings(db, plan.id, 0, &arena, &list, &count, &err), err);
	assert_int_equal(count, 1);
	assert_value(list[0].value, 61);
	assert_string_equal(list[0].source, "OPS");
	r.year = 2027; /* the day of tests lies in 2026 */
	assert_int_equal(target_reading_save(db, &r, NULL, &err), -1);
	assert_code(err, ERROR_INPUT);
}

static void
text_in_a_figure_is_refused_with_a_sentence(void **state)
{
	struct error err = { 0 };
	unsigned char flag;
	double value;

	(void)state;
	assert_int_equal(target_reading_parse("dużo", &value, &flag, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_done(target_reading_parse(" 1 204,5 ", &value, &flag, &err), err);
	assert_value(value, 1204.5);
	assert_done(target_reading_parse("bd", &value, &flag, &err), err);
	assert_true(isnan(value));
	assert_int_equal(flag, FLAG_NO_DATA);
}

static void
a_figure_of_a_linked_target_is_not_keyed(void **state)
{
	struct target t = example(0);
	struct target_reading r = { .year = 2024, .value = 60 };
	struct error err = { 0 };

	(void)state;
	fixture_indicator(db, "A", 'S');
	strcpy(t.indicator, "A");
	assert_done(target_save(db, rev(), &t, NULL, &err), err);
	r.target = t.id;
	assert_int_equal(target_reading_save(db, &r, NULL, &err), -1);
	assert_code(err, ERROR_INPUT);
}

static void
a_course_reads_linked_and_keyed_values_and_judges_goals(void **state)
{
	int64_t a = add_goal(0, "A"), b = add_goal(a, "B");
	struct target linked = example(b), keyed = example(a), whole = example(0);
	struct strategy_course c;
	struct error err = { 0 };

	(void)state;
	fixture_indicator(db, "A", 'S');
	fixture_values(db, "A", 2024, "020101=60 020102=90");
	strcpy(linked.indicator, "A"); /* expected 60 */
	linked.slot = NO_SLOT;
	assert_done(target_save(db, rev(), &linked, NULL, &err), err);
	assert_done(target_save(db, rev(), &keyed, NULL, &err), err);
	put(&keyed, 2023, 41, FLAG_NONE); /* expected 55: 1 of 15 */
	put(&keyed, 2024, NAN, FLAG_NOT_APPLICABLE);
	strcpy(whole.indicator, "A");
	whole.slot = rural;
	assert_done(target_save(db, rev(), &whole, NULL, &err), err);
	assert_done(target_course_load(db, &units, plan.id, 2024, &arena, &c, &err), err);
	assert_int_equal(c.target_count, 3);
	assert_int_equal(c.targets[0].goal, -1);
	assert_int_equal(c.targets[0].now.state, TARGET_ACHIEVED);
	assert_int_equal(c.targets[1].target->id, keyed.id);
	assert_int_equal(c.targets[1].now.value_year, 2023);
	assert_int_equal(c.targets[1].now.state, TARGET_OFF_COURSE);
	assert_int_equal(c.targets[1].flag, FLAG_NOT_APPLICABLE);
	assert_int_equal(c.targets[2].now.state, TARGET_ON_COURSE);
	assert_int_equal(c.goal_status[0].state, TARGET_OFF_COURSE); /* of two the worse */
	assert_int_equal(c.goal_status[1].state, TARGET_ON_COURSE);
	assert_int_equal(c.goal_status[2].state, TARGET_ON_COURSE); /* the middle one of three */
	assert_int_equal(c.counts[TARGET_OFF_COURSE], 1);
}

static void
a_reading_is_shown_with_the_decimals_it_was_keyed_with(void **state)
{
	struct target fine = example(0), computed = example(0);
	struct strategy_course c;
	struct error err = { 0 };

	(void)state;
	assert_done(target_save(db, rev(), &fine, NULL, &err), err);
	strcpy(computed.name, "Computed");
	assert_done(target_save(db, rev(), &computed, NULL, &err), err);
	put(&fine, 2023, 41.25, FLAG_NONE);
	put(&computed, 2023, 125 / 3., FLAG_NONE);
	assert_done(target_course_load(db, &units, plan.id, 2024, &arena, &c, &err), err);
	assert_int_equal(fine.decimals, computed.decimals);
	assert_int_equal(c.targets[0].target->decimals, 2);
	assert_int_equal(c.targets[1].target->decimals, computed.decimals);
}

static void
a_broken_or_undone_indicator_has_no_status_and_says_why(void **state)
{
	struct target t = example(0), gone = example(0);
	struct strategy_course c;
	struct indicator card;
	struct error err = { 0 };
	int64_t import_id;

	(void)state;
	fixture_indicator(db, "A", 'S');
	fixture_derived(db, "B", "A", "A", 1);
	fixture_values(db, "A", 2023, "020101=60");
	import_id = fixture_values(db, "A", 2024, "020101=:M");
	strcpy(t.indicator, "A");
	strcpy(gone.indicator, "B");
	strcpy(gone.name, "Miejsca w klubach");
	assert_done(target_save(db, rev(), &t, NULL, &err), err);
	assert_done(target_save(db, rev(), &gone, NULL, &err), err);
	card = fixture_card(db, "B", &arena);
	assert_done(indicator_retire(db, card.id, &err), err);
	assert_done(target_course_load(db, &units, plan.id, 2024, &arena, &c, &err), err);
	assert_int_equal(c.targets[0].now.doubt, DOUBT_BREAK);
	assert_int_equal(c.targets[0].now.state, TARGET_NO_DATA);
	assert_int_equal(c.targets[1].now.doubt, DOUBT_NO_CARD);
	assert_done(import_undo(db, import_id, &err), err);
	assert_done(target_course_load(db, &units, plan.id, 2024, &arena, &c, &err), err);
	assert_int_equal(c.targets[0].now.value_year, 2023);
	assert_int_equal(c.targets[0].now.state, TARGET_ON_COURSE);
}

static void
a_value_that_went_with_its_file_names_the_file_and_the_day(void **state)
{
	struct target t = example(0), derived = example(0);
	struct strategy_course c;
	struct error err = { 0 };
	int64_t older, newer;
	char sentence[256];

	(void)state;
	fixture_indicator(db, "A", 'S');
	fixture_derived(db, "B", "A", "A", 1);
	older = fixture_values(db, "A", 2023, "020101=60");
	newer = fixture_values(db, "A", 2024, "020101=61");
	strcpy(t.indicator, "A");
	strcpy(derived.indicator, "B");
	strcpy(derived.name, "B");
	assert_done(target_save(db, rev(), &t, NULL, &err), err);
	assert_done(target_save(db, rev(), &derived, NULL, &err), err);
	assert_done(import_undo(db, newer, &err), err);
	assert_done(target_course_load(db, &units, plan.id, 2024, &arena, &c, &err), err);
	assert_int_equal(c.targets[0].now.value_year, 2023);
	assert_int_equal(c.targets[0].taken->import_id, newer);
	assert_int_equal(c.targets[0].taken->year, 2024);
	assert_done(target_course_load(db, &units, plan.id, 2023, &arena, &c, &err), err);
	assert_null(c.targets[0].taken);
	assert_string_equal(target_course_why(&c.targets[0], DOUBT_NONE, &arena), "");
	assert_done(import_undo(db, older, &err), err);
	assert_done(target_course_load(db, &units, plan.id, 2023, &arena, &c, &err), err);
	snprintf(sentence, sizeof sentence,
		"no value after the base year; of 2023 there was a value: file %lld (%s) was taken "
		"back on 31.01.2026",
		(long long)older, c.targets[1].taken->file_name);
	assert_int_equal(c.targets[1].taken->import_id, older);
	assert_string_equal(target_course_why(&c.targets[0], c.targets[0].now.doubt, &arena), sentence);
	fixture_values(db, "A", 2023, "020101=62");
	assert_done(target_course_load(db, &units, plan.id, 2023, &arena, &c, &err), err);
	assert_null(c.targets[0].taken);
}

/* A town gets the code of a powiat in 2023; a gmina is merged into another in 2024. */
static int
add_changes(struct db *to, void *context, struct error *err)
{
	struct register_change rows[] = {
		{ .from = "2022-12-31",
			.to = "2023-01-01",
			.change = "recoded",
			.successor = "026501",
			.was = "",
			.became = "" },
		{ .from = "2023-12-31",
			.to = "2024-01-01",
			.change = "merged",
			.successor = "020101",
			.was = "",
			.became = "" },
		{ .from = "2022-12-31",
			.to = "2023-01-01",
			.change = "begun",
			.was = "",
			.became = "Wałbrzych" },
	};
	struct register_changes changes = { .rows = rows, .count = 3 };
	struct import_file file = { .kind = "changes",
		.name = "changes.csv",
		.encoding = "utf-8",
		.sha256 = "3333333333333333333333333333333333333333333333333333333333333333" };
	struct import_counts counts = { 0 };
	struct unit_code code;
	int64_t id;
	int slot;

	(void)context;
	id = import_begin(to, &file, err);
	if (id < 0 || unit_code_parse("0221091", 7, &code, err) ||
		unit_add(to, id, &code, "Wałbrzych do 2022", &slot, err) ||
		unit_code_parse("0221091", 7, &rows[0].code, err) ||
		unit_code_parse("0201022", 7, &rows[1].code, err) ||
		unit_code_parse("0265011", 7, &rows[2].code, err) ||
		import_finish(to, id, &counts, err))
		return -1;
	return register_changes_apply(to, &changes, &file, &counts, true, &id, err);
}

static void
a_target_follows_a_unit_with_a_new_code_and_stops_at_a_merge(void **state)
{
	const struct db_act act = { .action = "import", .entity = "import" };
	struct target recoded = example(0), gone = example(0), grown = example(0);
	struct strategy_course c;
	struct error err = { 0 };

	(void)state;
	assert_done(db_write(db, &act, add_changes, NULL, &err), err);
	unit_table_release(&units);
	assert_done(unit_table_load(db, &units, &err), err);
	fixture_indicator(db, "A", 'S');
	fixture_values(db, "A", 2022, "0221091=50 0201022=50 0201011=50");
	fixture_values(db, "A", 2023, "0265011=56 0201022=55");
	fixture_values(db, "A", 2025, "0265011=70 0201011=70");
	recoded.slot = fixture_slot(db, "022109");
	gone.slot = rural;
	grown.slot = town;
	strcpy(recoded.indicator, "A");
	strcpy(gone.indicator, "A");
	strcpy(grown.indicator, "A");
	assert_done(target_save(db, rev(), &recoded, NULL, &err), err);
	assert_done(target_save(db, rev(), &gone, NULL, &err), err);
	assert_done(target_save(db, rev(), &grown, NULL, &err), err);
	assert_done(target_course_load(db, &units, plan.id, 2025, &arena, &c, &err), err);
	/* the successor's values behind those of the unit before, said so */
	assert_int_equal(c.targets[0].slot, fixture_slot(db, "026501"));
	assert_int_equal(c.targets[0].former, recoded.slot);
	assert_int_equal(c.targets[0].count, 3);
	assert_value(c.targets[0].points[0].value, 50);
	assert_true(c.targets[0].points[0].marks & MARK_SUCCESSION);
	assert_value(c.targets[0].now.value, 70);
	assert_int_equal(c.targets[0].now.state, TARGET_ON_COURSE);
	/* who was merged, and who grew by it */
	assert_int_equal(c.targets[1].former, NO_SLOT);
	for (int i = 1; i < 3; i++) {
		assert_int_equal(c.targets[i].now.state, TARGET_NO_DATA);
		assert_int_equal(c.targets[i].now.doubt, DOUBT_TERRITORY);
		assert_true(isnan(c.targets[i].now.progress));
	}
	/* before it all was comparable */
	assert_done(target_course_load(db, &units, plan.id, 2023, &arena, &c, &err), err);
	for (int i = 0; i < 3; i++)
		assert_int_equal(c.targets[i].now.doubt, DOUBT_NONE);
}

static void
a_split_stays_one_when_another_follows(void **state)
{
	const int stops[] = { 2021, 2024 };
	struct target t = example(0);
	struct target_point points[] = { { .year = 2020, .value = 40 }, { .year = 2021, .value = 45 },
		{ .year = 2023, .value = 50 } };
	const struct target_course divided = {
		.target = &t, .points = points, .count = 3, .stops = stops, .stop_count = 2
	};
	const struct strategy_course c = { .limits = status_limits_usual };
	struct target_judgement j;

	(void)state;
	for (int year = 2021; year <= 2025; year++) {
		target_course_at(&c, &divided, year, &j);
		assert_int_equal(j.doubt, DOUBT_TERRITORY);
		assert_int_equal(j.state, TARGET_NO_DATA);
	}
	t.base_year = 2022; /* between them */
	target_course_at(&c, &divided, 2023, &j);
	assert_int_equal(j.doubt, DOUBT_NONE);
}

static void
the_office_sets_the_limits(void **state)
{
	struct target t = example(0);
	struct strategy_course c;
	struct office office;
	struct error err = { 0 };

	(void)state;
	assert_done(target_save(db, rev(), &t, NULL, &err), err);
	put(&t, 2025, 60, FLAG_NONE); /* 20 of 25: 80 % */
	assert_done(target_course_load(db, &units, plan.id, 0, &arena, &c, &err), err);
	assert_int_equal(c.year, 2025);
	assert_int_equal(c.targets[0].now.state, TARGET_AT_RISK);
	assert_done(office_load(db, &office, &err), err);
	assert_int_equal(office.on_course, 90);
	office.on_course = 75;
	assert_done(office_save(db, &office, &err), err);
	assert_done(target_course_load(db, &units, plan.id, 0, &arena, &c, &err), err);
	assert_int_equal(c.targets[0].now.state, TARGET_ON_COURSE);
	office.at_risk = 75;
	assert_int_equal(office_save(db, &office, &err), -1);
	assert_code(err, ERROR_INPUT);
}

static void
targets_move_within_their_goal(void **state)
{
	int64_t a = add_goal(0, "A");
	struct target first = example(a), second = example(a);
	const struct target_filter filter = { .strategy = plan.id, .goal = a };
	struct target *list;
	struct error err = { 0 };
	int count;

	(void)state;
	assert_done(target_save(db, rev(), &first, NULL, &err), err);
	strcpy(second.name, "Miejsca w klubach");
	assert_done(target_save(db, rev(), &second, NULL, &err), err);
	assert_done(target_move(db, rev(), second.id, -1, &err), err);
	assert_done(target_move(db, rev(), second.id, -1, &err), err);
	assert_done(target_list(db, &filter, &arena, &list, &count, &err), err);
	assert_int_equal(count, 2);
	assert_int_equal(list[0].id, second.id);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(a_strategy_reads_back_as_it_was_saved),
		TEST(a_strategy_that_cannot_be_is_refused_at_its_field),
		TEST(strategies_cannot_carry_out_each_other_in_a_circle),
		TEST(two_colleagues_cannot_save_over_each_other),
		TEST(a_deleted_strategy_comes_back),
		TEST(goals_are_numbered_by_their_places_and_move_with_what_hangs_on_them),
		TEST(a_goal_that_went_deeper_comes_back_with_its_dimension),
		TEST(a_twin_comes_in_by_no_other_door_either),
		TEST(a_goal_cannot_lie_below_itself_or_too_deep),
		TEST(a_goal_on_which_something_hangs_is_not_deleted),
		TEST(what_was_deleted_before_the_log_begins_is_deleted_by_nobody_else),
		TEST(a_target_that_leads_nowhere_is_refused_at_its_field),
		TEST(a_path_that_turns_or_leaves_its_years_is_refused),
		TEST(a_path_into_an_interval_does_not_lead_past_its_nearer_end),
		TEST(a_change_after_adoption_needs_a_reason_and_keeps_what_stood_there),
		TEST(a_change_is_told_whole),
		TEST(a_strategy_put_back_to_a_draft_keeps_who_and_when),
		TEST(the_resolution_of_an_amendment_leaves_that_of_the_adoption),
		TEST(what_comes_goes_and_comes_back_after_adoption_is_told),
		TEST(readings_are_keyed_and_a_colleagues_is_not_overwritten),
		TEST(text_in_a_figure_is_refused_with_a_sentence),
		TEST(a_figure_of_a_linked_target_is_not_keyed),
		TEST(a_course_reads_linked_and_keyed_values_and_judges_goals),
		TEST(a_broken_or_undone_indicator_has_no_status_and_says_why),
		TEST(a_value_that_went_with_its_file_names_the_file_and_the_day),
		TEST(a_target_follows_a_unit_with_a_new_code_and_stops_at_a_merge),
		TEST(a_reading_is_shown_with_the_decimals_it_was_keyed_with),
		TEST(a_split_stays_one_when_another_follows),
		TEST(the_office_sets_the_limits),
		TEST(targets_move_within_their_goal),
	};

	setenv("GROMADA_TEST", "1", 1);
	return cmocka_run_group_tests_name("strategy", tests, NULL, NULL);
}
