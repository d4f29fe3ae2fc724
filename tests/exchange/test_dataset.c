/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leaves for analysis: names, labels, codes, reasons, order. */
#include "config.h"

#include "dataset_place.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct data_variable *
variable(const struct dataset *d, const char *name)
{
	for (int i = 0; i < d->count; i++)
		if (!strcmp(d->variables[i].name, name))
			return &d->variables[i];
	fail_msg("no variable %s", name);
	return NULL;
}

/* ---- names and labels ---- */

static void
names_are_made_legal_and_unique_and_changes_are_told(void **state)
{
	static const struct {
		const char *wanted, *name;
	} names[] = { { "trip-km", "trip_km" }, { "Ścieżka ąę", "scie_ka_ae" },
		{ "3rd", "q3rd" }, { "with", "q_with" }, { "str12", "q_str12" }, { "_x", "q_x" },
		{ "in", "q_in" }, { "a__", "a" }, { "ok_2", "ok_2" } };
	struct place_of_test *p = *state;
	const struct data_rename *r = NULL;
	char name[DATA_NAME_MOST + 1];

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		int told = p->d.rename_count;

		dataset_name(&p->d, name, names[i].wanted, true);
		if (i != 1)
			assert_string_equal(name, names[i].name);
		for (char *c = name; *c; c++)
			assert_true((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') ||
				    (*c >= '0' && *c <= '9') || *c == '_');
		assert_int_equal(p->d.rename_count - told, strcmp(name, names[i].wanted) != 0);
	}
	variable(&p->d, "a_question_with_a_very_long_name");
	variable(&p->d, "A_question_with_a_very_long_na_2");
	for (int i = 0; i < p->d.rename_count; i++)
		if (!strcmp(p->d.renames[i].wanted, "A_question_with_a_very_long_name_two"))
			r = &p->d.renames[i];
	assert_non_null(r);
	assert_string_equal(r->name, "A_question_with_a_very_long_na_2");
}

static void
labels_stand_on_one_line_and_are_cut_at_whole_letters(void **state)
{
	struct place_of_test *p = *state;
	int cut = 0;

	assert_string_equal(data_label(&p->f.arena, " a\n\tb  c ", 0, 0, &cut), "a b c");
	assert_int_equal(cut, 0);
	assert_string_equal(data_label(&p->f.arena, "żółw", 3, 0, &cut), "ż");
	assert_string_equal(data_label(&p->f.arena, "żółw", 4, 0, &cut), "żó");
	assert_string_equal(data_label(&p->f.arena, "żółw", 0, 3, &cut), "żół");
	assert_int_equal(cut, 3);
	assert_string_equal(data_label(&p->f.arena, "żółw", 7, 4, &cut), "żółw");
	assert_int_equal(cut, 3);
}

/* ---- codes and reasons ---- */

static void
exits_of_a_scale_and_refusals_leave_as_reasons_and_points_keep_their_scores(void **state)
{
	struct place_of_test *p = *state;
	const struct data_variable *roads = variable(&p->d, "roads");

	assert_int_equal(roads->code_count, 5);
	assert_int_equal(roads->printed_count, 7);
	for (int i = 0; i < 5; i++)
		assert_int_equal(roads->codes[i].number, i + 1);
	assert_int_equal(roads->printed[5].number, 9);
	assert_int_equal(roads->printed[6].number, 99);
	assert_string_equal(data_reason_label(roads, MISSING_DONT_KNOW), "trudno powiedzieć");
	assert_string_equal(data_reason_label(roads, MISSING_NOT_APPLICABLE), "nie dotyczy");
	assert_string_equal(data_reason_label(roads, MISSING_NO_ANSWER), "no answer");
	assert_int_equal(variable(&p->d, "sex")->code_count, 2);
	assert_string_equal(data_reason_label(variable(&p->d, "sex"), MISSING_REFUSED), "odmowa");
	for (size_t row = 0; row < p->d.rows; row++) {
		uint32_t form = p->d.order[row];
		const struct answer_column *c = &p->f.column[1];
		enum missing wanted = (enum missing)c->missing[form];
		double value = NAN;

		if (!wanted)
			wanted = c->choices[c->choice[form]].exit;
		assert_int_equal(data_number(&p->d, roads, row, &value), wanted);
	}
}

/* Hard to say has its per cent among valid answers: where no mean is meant, it is an answer. */
static void
hard_to_say_without_a_scale_stays_a_code(void **state)
{
	struct place_of_test *p = *state;
	struct answer_column column = p->f.column[1];
	const struct answer_column *list[] = { &column };
	struct dataset_source s = p->f.source;
	struct dataset d;

	column.scale = false;
	s.columns = list;
	s.column_count = 1;
	assert_int_equal(dataset_make(&s, &d, &p->err), 0);
	assert_int_equal(variable(&d, "roads")->code_count, 7);
	assert_string_equal(
		data_reason_label(variable(&d, "roads"), MISSING_DONT_KNOW), "hard to say");
}

/* As in our tables, where both stand in one row: the choice of that exit, alone. */
static void
a_reason_that_is_printed_too_is_the_printed_answer(void **state)
{
	static const enum column_kind kinds[] = { COLUMN_CHOICE, COLUMN_CHOICES, COLUMN_RANKS };
	struct place_of_test *p = *state;
	struct answer_column column = p->f.column[1];
	const struct answer_column *list[] = { &column };
	struct dataset_source s = p->f.source;
	uint64_t *marks = arena_array(&p->f.arena, FORMS, sizeof(*marks));
	unsigned char *place = arena_array(&p->f.arena, FORMS * 7, 1);
	struct dataset d;

	column.scale = false;
	column.marks = marks;
	column.words = 1;
	column.place = place;
	s.columns = list;
	s.column_count = 1;
	for (int kind = 0; kind < 3; kind++) {
		const struct data_variable *hard;
		long told = 0;

		column.kind = kinds[kind];
		assert_int_equal(dataset_make(&s, &d, &p->err), 0);
		hard = variable(&d, kind ? "roads_hard" : "roads");
		for (size_t row = 0; row < d.rows; row++) {
			double value = NAN, other = 7;

			if (column.missing[d.order[row]] != MISSING_DONT_KNOW)
				continue;
			told++;
			assert_int_equal(data_number(&d, hard, row, &value), MISSING_NONE);
			assert_true(value == (kind ? 1 : hard->printed[5].number));
			if (!kind)
				continue;
			assert_int_equal(data_number(&d, variable(&d, "roads_1"), row, &other),
				MISSING_NONE);
			assert_true(column.kind == COLUMN_RANKS ? isnan(other) : other == 0);
		}
		assert_true(told > 0);
	}
}

static void
a_refusal_among_several_is_the_reason_of_them_all(void **state)
{
	static const struct column_choice choices[] = { { "bus", "autobus", MISSING_NONE, NAN },
		{ "none", "żadne", MISSING_NONE, NAN },
		{ "refused", "odmowa", MISSING_REFUSED, NAN } };
	static const uint64_t marks[] = { 1, 4, 0 };
	static const unsigned char missing[] = { 0, 0, MISSING_NO_ANSWER };
	struct place_of_test *p = *state;
	struct answer_column column = { .name = "use", .number = "", .identity = "", .label = "Use",
		.kind = COLUMN_CHOICES, .choices = choices, .choice_count = 3, .words = 1,
		.marks = marks, .missing = missing, .count = 3 };
	const struct answer_column *list[] = { &column };
	struct dataset_source s = p->f.source;
	static const enum missing wanted[] = { MISSING_NONE, MISSING_REFUSED, MISSING_NO_ANSWER };
	struct dataset d;

	p->f.columns.forms = 3;
	s.columns = list;
	s.column_count = 1;
	assert_int_equal(dataset_make(&s, &d, &p->err), 0);
	assert_int_equal(d.sets[0].count, 2);
	for (size_t row = 0; row < 3; row++) {
		double value = NAN;

		assert_int_equal(data_number(&d, variable(&d, "use_bus"), row, &value),
			wanted[d.order[row]]);
		if (d.order[row] == 0)
			assert_true(value == 1);
	}
}

static void
a_reason_is_never_equal_to_an_answer(void **state)
{
	struct place_of_test *p = *state;
	const struct data_variable *balance = variable(&p->d, "balance");
	double value, least = 0;

	assert_true(data_reason_code(variable(&p->d, "born"), MISSING_NO_ANSWER) == -91);
	assert_true(data_reason_code(balance, MISSING_NO_ANSWER) == -991);
	assert_true(data_reason_code(variable(&p->d, "change"), MISSING_PAGE_MISSING) == -998);
	for (size_t row = 0; row < p->d.rows; row++)
		if (data_number(&p->d, balance, row, &value) == MISSING_NONE)
			least = fmin(least, value);
	assert_true(least > data_reason_code(balance, MISSING_NO_ANSWER));
}

static void
several_answers_are_noughts_and_ones_and_places_are_places(void **state)
{
	struct place_of_test *p = *state;
	const struct answer_column *marks = &p->f.column[3], *ranks = &p->f.column[4];
	const struct data_variable *park = variable(&p->d, "services_park");
	const struct data_variable *air = variable(&p->d, "goals_air");

	for (size_t row = 0; row < p->d.rows; row++) {
		uint32_t form = p->d.order[row];
		double value = -1;

		assert_int_equal(data_number(&p->d, park, row, &value), marks->missing[form]);
		if (!marks->missing[form])
			assert_true(value == (double)(marks->marks[form] >> 2 & 1));
		assert_int_equal(data_number(&p->d, air, row, &value), ranks->missing[form]);
		if (!ranks->missing[form] && ranks->place[form * 3 + 1])
			assert_true(value == ranks->place[form * 3 + 1]);
		else if (!ranks->missing[form])
			assert_true(isnan(value));
	}
	assert_int_equal(p->d.set_count, 2);
	assert_string_equal(p->d.sets[0].name, "services");
	assert_int_equal(p->d.sets[0].count, 4);
	assert_true(p->d.sets[1].ranks);
}

static void
a_repeat_has_variables_for_each_pass(void **state)
{
	struct place_of_test *p = *state;
	const struct data_variable *third = variable(&p->d, "trip_km_3");
	long passes = 0;
	double value;

	assert_string_equal(third->label, "Ile kilometrów? (3)");
	for (size_t row = 0; row < p->d.rows; row++) {
		enum missing missing = data_number(&p->d, third, row, &value);

		if (p->d.order[row] % 4 == 3)
			passes++;
		else
			assert_int_equal(missing, MISSING_OFF_ROUTE);
	}
	assert_int_equal(passes, FORMS / 4);
}

/* ---- what must not leave ---- */

static void
rows_are_shuffled_anew_and_hold_nothing_that_tells_the_form(void **state)
{
	struct place_of_test *p = *state;
	struct dataset again;
	bool seen[FORMS] = { false };
	size_t same = 0, in_place = 0;

	assert_int_equal(dataset_make(&p->f.source, &again, &p->err), 0);
	for (size_t row = 0; row < FORMS; row++) {
		assert_false(seen[p->d.order[row]]);
		seen[p->d.order[row]] = true;
		in_place += p->d.order[row] == row;
		same += p->d.order[row] == again.order[row];
	}
	assert_true(in_place < FORMS / 20);
	assert_true(same < FORMS / 20);
	for (int i = 0; i < p->d.count; i++) {
		const struct data_variable *v = &p->d.variables[i];

		assert_true(v->column || !strcmp(v->name, "mode"));
		assert_int_not_equal(v->kind, DATA_TEXT);
	}
}

static void
numbers_and_texts_leave_when_asked_for(void **state)
{
	struct place_of_test *p = *state;
	struct dataset_source s = p->f.source;
	struct dataset d;
	double value;

	s.keyed = p->f.keyed;
	s.texts = p->f.texts;
	s.text_count = 2;
	assert_int_equal(dataset_make(&s, &d, &p->err), 0);
	for (size_t row = 0; row < FORMS; row++) {
		assert_int_equal(d.order[row], row);
		data_number(&d, variable(&d, "form_number"), row, &value);
		assert_true(value == 7000 + (double)row);
		data_number(&d, variable(&d, "row"), row, &value);
		assert_true(value == 1 + (double)row);
	}
	assert_string_equal(data_text(&d, variable(&d, "keyer"), 0), "ak");
	assert_string_equal(data_whole(&d, variable(&d, "T001"), 2),
		"Dwie linie:\nkładka, \"most\"; i 'bród'");
	assert_string_equal(data_text(&d, variable(&d, "T001"), 2),
		"Dwie linie: kładka, \"most\"; i 'bród'");
	assert_string_equal(variable(&d, "T002")->question, "T001");
}

static void
a_weight_of_nought_is_refused_in_words(void **state)
{
	struct place_of_test *p = *state;
	struct dataset_source s = p->f.source;
	struct dataset d;

	s.weights = p->f.weights;
	assert_int_equal(dataset_make(&s, &d, &p->err), 0);
	assert_string_equal(d.variables[d.weight].name, "weight");
	p->f.weights[7] = 0;
	assert_int_equal(dataset_make(&s, &d, &p->err), -1);
	assert_non_null(strstr(p->err.text, "zero or below"));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		ON(names_are_made_legal_and_unique_and_changes_are_told),
		ON(labels_stand_on_one_line_and_are_cut_at_whole_letters),
		ON(exits_of_a_scale_and_refusals_leave_as_reasons_and_points_keep_their_scores),
		ON(hard_to_say_without_a_scale_stays_a_code),
		ON(a_reason_that_is_printed_too_is_the_printed_answer),
		ON(a_refusal_among_several_is_the_reason_of_them_all),
		ON(a_reason_is_never_equal_to_an_answer),
		ON(several_answers_are_noughts_and_ones_and_places_are_places),
		ON(a_repeat_has_variables_for_each_pass),
		ON(rows_are_shuffled_anew_and_hold_nothing_that_tells_the_form),
		ON(numbers_and_texts_leave_when_asked_for),
		ON(a_weight_of_nought_is_refused_in_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
