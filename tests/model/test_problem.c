/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from a diagnosis: findings, problems, priorities, evidence. */
#include "diagnosis_fixture.h"

#include "model/deleted_line.h"
#include "model/diagnosis/finding.h"
#include "model/diagnosis/problem.h"
#include "model/diagnosis/strategic_evidence.h"

static void
a_finding_keeps_the_figures_as_they_were_seen(void **state)
{
	struct diagnosis d = question("020101", "country");
	struct diagnosis_result r;
	struct finding *list;
	int count;

	(void)state;
	give_values("S1", 'S');
	r = compute(&d);
	assert_int_equal(finding_decide(db, &d, &r, 0, NULL, false, "", &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_int_equal(d.id, 0);
	assert_done(finding_decide(db, &d, &r, 0, NULL, true, "", &err), err);
	assert_true(d.id > 0);
	fixture_values(db, "S1", 2020, "020101=85");
	assert_done(finding_list(db, d.id, &arena, &list, &count, &err), err);
	assert_int_equal(count, 1);
	near(list[0].value, 10);
	near(list[0].level, -1.0606601717798212);
	assert_int_equal(list[0].n, 6);
	assert_true(list[0].confirmed);
	assert_int_equal(list[0].standing, STANDING_RISING);
	assert_string_equal(list[0].login, "tester");
	r = compute(&d);
	assert_done(finding_decide(db, &d, &r, 0, &list[0], false, "dane do poprawy", &err), err);
	assert_done(finding_list(db, d.id, &arena, &list, &count, &err), err);
	assert_int_equal(count, 1);
	near(list[0].value, 85);
	assert_false(list[0].confirmed);
	assert_done(finding_withdraw(db, d.id, "S1", &err), err);
	assert_int_equal(finding_withdraw(db, d.id, "S1", &err), -1);
	assert_code(err, ERROR_MISSING);
}

static void
a_colleagues_decision_is_not_written_over_unseen(void **state)
{
	struct diagnosis d = question("020101", "country"), other = d;
	struct diagnosis_result r;
	struct finding *list, *again;
	int64_t problem;
	int count;

	(void)state;
	give_values("S1", 'S');
	r = compute(&d);
	assert_done(finding_decide(db, &d, &r, 0, NULL, false, "spis, nie rejestr", &err), err);
	/* Who saw no decision yet. */
	assert_int_equal(finding_decide(db, &other, &r, 0, NULL, true, "", &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_int_equal(finding_take(db, &other, &r, 0, NULL, PROBLEM_PROBLEM, "Za mało",
				 &problem, &err),
		-1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(finding_list(db, d.id, &arena, &list, &count, &err), err);
	assert_false(list[0].confirmed);
	assert_string_equal(list[0].reason, "spis, nie rejestr");
	/* Who saw it turns it; the reason against it is kept as such. */
	assert_done(finding_take(db, &d, &r, 0, &list[0], PROBLEM_PROBLEM, "Za mało", &problem,
			    &err),
		err);
	assert_done(finding_list(db, d.id, &arena, &again, &count, &err), err);
	assert_true(again[0].confirmed);
	assert_string_equal(again[0].reason, "rejected before – tester: “spis, nie rejestr”");
	assert_int_equal(finding_decide(db, &d, &r, 0, &list[0], false, "nie", &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(finding_withdraw(db, d.id, "S1", &err), err);
	assert_int_equal(finding_decide(db, &d, &r, 0, &again[0], false, "nie", &err), -1);
	assert_code(err, ERROR_CONFLICT);
}

static void
a_row_becomes_a_problem_with_its_evidence(void **state)
{
	struct diagnosis d = question("020101", "country");
	struct diagnosis_result r;
	struct strategic_owner owner = { 0 };
	struct strategic_evidence *list;
	struct finding *findings;
	struct problem p;
	int count;

	(void)state;
	give_values("S1", 'S');
	give_values("D1", 'D');
	r = compute(&d);
	assert_done(finding_take(db, &d, &r, (int)(row_of(&r, "S1") - r.rows), NULL,
			    PROBLEM_PROBLEM, "Za mało", &owner.problem, &err),
		err);
	assert_done(problem_load(db, owner.problem, &p, &err), err);
	assert_int_equal(p.kind, PROBLEM_PROBLEM);
	assert_int_equal(p.evidence, 1);
	assert_done(strategic_evidence_list(db, &owner, &arena, &list, &count, &err), err);
	near(list[0].level, -1.0606601717798212);
	assert_done(finding_list(db, d.id, &arena, &findings, &count, &err), err);
	assert_int_equal(count, 1);
	assert_done(finding_take(db, &d, &r, (int)(row_of(&r, "D1") - r.rows), NULL,
			    finding_problem_kind(row_of(&r, "D1")), "Mało i dobrze",
			    &owner.problem, &err),
		err);
	assert_done(problem_load(db, owner.problem, &p, &err), err);
	assert_int_equal(p.kind, PROBLEM_DRIVER);
	/* What is a key problem is no driver at the same time. */
	assert_done(finding_list(db, d.id, &arena, &findings, &count, &err), err);
	assert_int_equal(finding_take(db, &d, &r, (int)(row_of(&r, "S1") - r.rows),
				 finding_of(findings, count, "S1"), PROBLEM_DRIVER, "Dużo",
				 &owner.problem, &err),
		-1);
	assert_non_null(strstr(err.text, "S1 stands in entry"));
	assert_code(err, ERROR_INPUT);
	/* Without a text nothing of it is written. */
	assert_done(finding_list(db, d.id, &arena, &findings, &count, &err), err);
	assert_int_equal(
		finding_take(db, &d, &r, 0, finding_of(findings, count, r.rows[0].indicator->code),
			PROBLEM_DRIVER, "", &owner.problem, &err),
		-1);
	assert_code(err, ERROR_INPUT);
}

static void
a_row_becomes_a_factor_with_its_evidence(void **state)
{
	struct diagnosis d = question("020101", "country");
	struct diagnosis_result r;
	struct swot w = { .slot = slot("020101"), .title = "Gmina", .year = 2021 },
		    other = { .slot = slot("020102"), .title = "Inna", .year = 2021 };
	struct swot_factor f = { .kind = FACTOR_WEAKNESS }, *factors;
	struct strategic_owner owner = { 0 };
	struct strategic_evidence *list;
	struct finding *findings;
	int count, row;

	(void)state;
	give_values("S1", 'S');
	give_values("D1", 'D');
	assert_done(swot_save(db, &w, &err), err);
	assert_done(swot_save(db, &other, &err), err);
	r = compute(&d);
	row = (int)(row_of(&r, "S1") - r.rows);
	assert_int_equal(finding_factor_kind(&r.rows[row]), FACTOR_WEAKNESS);
	assert_int_equal(finding_factor_kind(row_of(&r, "D1")), FACTOR_STRENGTH);
	assert_int_equal(finding_take_factor(db, &d, &r, row, NULL, other.id, &f, &err), -1);
	assert_code(err, ERROR_INPUT); /* another unit: nothing is confirmed either */
	assert_int_equal(d.id, 0);
	f.kind = FACTOR_THREAT; /* the person knows better */
	assert_done(finding_take_factor(db, &d, &r, row, NULL, w.id, &f, &err), err);
	assert_done(swot_factors(db, w.id, &arena, &factors, &count, &err), err);
	assert_int_equal(count, 1);
	assert_int_equal(factors[0].kind, FACTOR_THREAT);
	assert_string_equal(factors[0].text, r.rows[row].indicator->name);
	assert_int_equal(factors[0].evidence, 1);
	owner.factor = factors[0].id;
	assert_done(strategic_evidence_list(db, &owner, &arena, &list, &count, &err), err);
	near(list[0].level, -1.0606601717798212);
	assert_done(finding_list(db, d.id, &arena, &findings, &count, &err), err);
	assert_int_equal(count, 1);
	assert_true(findings[0].confirmed);
	assert_done(swot_load(db, w.id, &other, &err), err);
	assert_int_equal(other.rev, w.rev + 1);
}

static void
a_row_becomes_the_same_factor_once(void **state)
{
	struct diagnosis d = question("020101", "powiat");
	struct diagnosis_result r;
	struct swot w = { .slot = slot("020101"), .title = "Gmina", .year = 2021 };
	struct swot_factor f = { .kind = FACTOR_WEAKNESS }, again = f, *factors;
	int count;

	(void)state;
	give_values("S1", 'S');
	assert_done(swot_save(db, &w, &err), err);
	r = compute(&d);
	assert_done(finding_take_factor(db, &d, &r, 0, NULL, w.id, &f, &err), err);
	assert_int_equal(finding_take_factor(db, &d, &r, 0, NULL, w.id, &again, &err), -1);
	assert_non_null(strstr(err.text, "W1"));
	assert_code(err, ERROR_INPUT);
	again.kind = FACTOR_THREAT; /* seen from another side it is another one */
	assert_done(finding_take_factor(db, &d, &r, 0, NULL, w.id, &again, &err), err);
	assert_done(swot_factors(db, w.id, &arena, &factors, &count, &err), err);
	assert_int_equal(count, 2);
}

static void
a_row_without_a_class_is_a_factor_and_no_finding(void **state)
{
	struct diagnosis d = question("020101", "powiat");
	struct diagnosis_result r;
	struct swot w = { .slot = slot("020101"), .title = "Gmina", .year = 2021 };
	struct swot_factor f = { .kind = FACTOR_OPPORTUNITY, .text = "Szansa" };

	(void)state;
	give_values("S1", 'S');
	assert_done(swot_save(db, &w, &err), err);
	r = compute(&d);
	assert_done(finding_take_factor(db, &d, &r, 0, NULL, w.id, &f, &err), err);
	assert_true(f.id > 0);
	assert_int_equal(d.id, 0);
}

static void
a_row_without_a_class_is_not_decided(void **state)
{
	struct diagnosis d = question("020101", "powiat");
	struct diagnosis_result r;

	(void)state;
	give_values("S1", 'S');
	r = compute(&d);
	assert_int_equal(finding_decide(db, &d, &r, 0, NULL, true, "", &err), -1);
	assert_code(err, ERROR_INPUT);
}

static void
two_who_decide_at_once_share_the_question(void **state)
{
	struct diagnosis d = question("020101", "country"), other = d;
	struct diagnosis_result r;
	struct finding *findings;
	int count;

	(void)state;
	give_values("S1", 'S');
	give_values("D1", 'D');
	r = compute(&d);
	assert_done(
		finding_decide(db, &d, &r, (int)(row_of(&r, "S1") - r.rows), NULL, true, "", &err),
		err);
	assert_done(finding_decide(
			    db, &other, &r, (int)(row_of(&r, "D1") - r.rows), NULL, true, "", &err),
		err);
	assert_int_equal(other.id, d.id);
	assert_int_equal(other.rev, 2);
	assert_done(finding_list(db, d.id, &arena, &findings, &count, &err), err);
	assert_int_equal(count, 2);
}

static struct problem
make_problem(enum problem_kind kind, const char *text)
{
	struct problem p = { .slot = slot("020101"), .kind = kind, .year = 2020 };

	strcpy(p.text, text);
	assert_done(problem_save(db, &p, &err), err);
	return p;
}

static void
a_priority_follows_from_problems_of_its_unit(void **state)
{
	struct problem a = make_problem(PROBLEM_PROBLEM, "Odpływ młodych");
	struct problem b = make_problem(PROBLEM_PRIORITY, "Mieszkania dla młodych");
	struct problem_filter filter = { .kind = -1 };
	struct problem *list;
	int count;

	(void)state;
	assert_done(problem_link(db, &b, &a.id, 1, &err), err);
	filter.priority = b.id;
	assert_done(problem_list(db, &filter, &arena, &list, &count, &err), err);
	assert_int_equal(count, 1);
	assert_int_equal(list[0].id, a.id);
	assert_int_equal(problem_link(db, &b, &b.id, 1, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_done(problem_list(db, &filter, &arena, &list, &count, &err), err);
	assert_int_equal(count, 1); /* nothing was lost */
	assert_int_equal(problem_link(db, &a, &b.id, 1, &err), -1);
	assert_code(err, ERROR_INPUT);
	b.rev--;
	assert_int_equal(problem_link(db, &b, NULL, 0, &err), -1);
	assert_code(err, ERROR_CONFLICT);
}

static void
evidence_is_frozen_and_raises_its_problem(void **state)
{
	struct diagnosis d = question("020101", "country");
	struct problem p, stale;
	struct strategic_evidence e = { 0 }, *list;
	const char *words;
	int count;

	(void)state;
	give_values("S1", 'S');
	p = stale = make_problem(PROBLEM_PROBLEM, "Za mało");
	e.owner.problem = p.id;
	assert_done(strategic_evidence_look(db, &units, &d, "S1", &arena, &e, &err), err);
	assert_done(strategic_evidence_add(db, &e, &err), err);
	fixture_values(db, "S1", 2020, "020101=85");
	assert_done(strategic_evidence_list(db, &e.owner, &arena, &list, &count, &err), err);
	assert_int_equal(count, 1);
	near(list[0].value, 10);
	near(list[0].mean, 40);
	near(list[0].level, -1.0606601717798212);
	assert_int_equal(list[0].n, 6);
	/* The sentence says by what method, against whom, over which years. */
	words = strategic_evidence_words(&list[0], &arena);
	assert_non_null(strstr(words, standard_method_label(STANDARD_Z)));
	assert_non_null(strstr(words, "change 2018-2020"));
	assert_non_null(strstr(words, ", change 2,04, n = 6"));
	assert_non_null(strstr(words, list[0].peers));
	assert_int_equal(problem_save(db, &stale, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_int_equal(problem_retire(db, stale.id, stale.rev, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(problem_load(db, p.id, &p, &err), err);
	assert_int_equal(p.evidence, 1);
	assert_done(strategic_evidence_remove(db, e.id, &err), err);
	assert_int_equal(strategic_evidence_remove(db, e.id, &err), -1);
	assert_code(err, ERROR_MISSING);
	e = (struct strategic_evidence){ .owner = { .problem = p.id }, .kind = STRATEGIC_TEXT };
	assert_int_equal(strategic_evidence_add(db, &e, &err), -1);
	assert_code(err, ERROR_INPUT);
	e.text = "Głosy z warsztatu";
	e.owner.problem = 999;
	assert_int_equal(strategic_evidence_add(db, &e, &err), -1);
	assert_code(err, ERROR_MISSING);
}

static void
evidence_that_was_taken_out_comes_back_with_the_figures_as_they_were_seen(void **state)
{
	struct diagnosis d = question("020101", "country");
	struct problem p;
	struct strategic_evidence e = { 0 }, *before, *after;
	struct deleted_line *deleted;
	struct deleted_of of = { .noun = DELETED_PROBLEM_EVIDENCE };
	int count;

	(void)state;
	give_values("S1", 'S');
	p = make_problem(PROBLEM_PROBLEM, "Za mało");
	e.owner.problem = of.of = p.id;
	assert_done(strategic_evidence_look(db, &units, &d, "S1", &arena, &e, &err), err);
	assert_done(strategic_evidence_add(db, &e, &err), err);
	assert_done(strategic_evidence_list(db, &e.owner, &arena, &before, &count, &err), err);
	fixture_values(db, "S1", 2020, "020101=85");
	assert_done(strategic_evidence_remove(db, e.id, &err), err);
	assert_done(deleted_line_list(db, &of, &arena, &deleted, &count, &err), err);
	assert_int_equal(count, 1);
	assert_string_equal(deleted[0].text, strategic_evidence_words(&before[0], &arena));
	assert_done(deleted_line_restore(db, deleted[0].id, "", &err), err);
	assert_done(strategic_evidence_list(db, &e.owner, &arena, &after, &count, &err), err);
	assert_int_equal(count, 1);
	assert_true(after[0].value == before[0].value && after[0].mean == before[0].mean &&
		    after[0].level == before[0].level && after[0].change == before[0].change);
	assert_int_equal(after[0].n, before[0].n);
	assert_int_equal(after[0].slot, before[0].slot);
	assert_int_equal(after[0].year, before[0].year);
	assert_string_equal(after[0].peers, before[0].peers);
	assert_string_equal(after[0].text, before[0].text);
	assert_string_equal(after[0].frozen_at, before[0].frozen_at);
	/* Added again meanwhile, it would stand there twice; of a deleted problem nothing is written. */
	assert_done(strategic_evidence_remove(db, after[0].id, &err), err);
	assert_done(deleted_line_list(db, &of, &arena, &deleted, &count, &err), err);
	e = before[0];
	assert_done(strategic_evidence_add(db, &e, &err), err);
	assert_int_equal(deleted_line_restore(db, deleted[0].id, "", &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_done(strategic_evidence_remove(db, e.id, &err), err);
	assert_done(problem_load(db, p.id, &p, &err), err);
	assert_done(problem_retire(db, p.id, p.rev, &err), err);
	assert_int_equal(deleted_line_restore(db, deleted[0].id, "", &err), -1);
	assert_code(err, ERROR_MISSING);
}

static void
the_same_problem_and_the_same_evidence_are_not_entered_twice(void **state)
{
	struct diagnosis d = question("020101", "country");
	struct problem p = make_problem(PROBLEM_PROBLEM, "Za mało"), again = p;
	struct strategic_evidence e = { .owner = { .problem = p.id } }, said = e;

	(void)state;
	again.id = again.rev = 0;
	strcpy(again.text, "ZA Mało");
	assert_int_equal(problem_save(db, &again, &err), -1);
	assert_int_equal(err.field, PROBLEM_FIELD_TEXT);
	assert_code(err, ERROR_INPUT);
	again.year++;
	assert_done(problem_save(db, &again, &err), err);
	give_values("S1", 'S');
	assert_done(strategic_evidence_look(db, &units, &d, "S1", &arena, &e, &err), err);
	assert_done(strategic_evidence_add(db, &e, &err), err);
	assert_int_equal(strategic_evidence_add(db, &e, &err), -1);
	assert_code(err, ERROR_INPUT);
	e.owner.problem = again.id; /* it may speak for another one too */
	assert_done(strategic_evidence_add(db, &e, &err), err);
	said.kind = STRATEGIC_TEXT;
	said.value = said.mean = said.level = said.change = NAN;
	said.text = "Głosy z warsztatu";
	assert_done(strategic_evidence_add(db, &said, &err), err);
	assert_int_equal(strategic_evidence_add(db, &said, &err), -1);
	assert_code(err, ERROR_INPUT);
	said.text = "Głosy ze spotkania";
	assert_done(strategic_evidence_add(db, &said, &err), err);
	d.year = 2024; /* nothing is known of it */
	assert_done(strategic_evidence_look(db, &units, &d, "S1", &arena, &e, &err), err);
	assert_int_equal(strategic_evidence_add(db, &e, &err), -1);
	assert_non_null(strstr(err.text, "S1 has no value"));
	assert_code(err, ERROR_INPUT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_finding_keeps_the_figures_as_they_were_seen),
		TEST(a_colleagues_decision_is_not_written_over_unseen),
		TEST(a_row_becomes_a_problem_with_its_evidence),
		TEST(a_row_becomes_a_factor_with_its_evidence),
		TEST(a_row_becomes_the_same_factor_once),
		TEST(a_row_without_a_class_is_a_factor_and_no_finding),
		TEST(a_row_without_a_class_is_not_decided),
		TEST(two_who_decide_at_once_share_the_question),
		TEST(a_priority_follows_from_problems_of_its_unit),
		TEST(evidence_is_frozen_and_raises_its_problem),
		TEST(evidence_that_was_taken_out_comes_back_with_the_figures_as_they_were_seen),
		TEST(the_same_problem_and_the_same_evidence_are_not_entered_twice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
