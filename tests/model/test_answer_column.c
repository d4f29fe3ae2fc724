/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packed answers say what the readings say, are kept, and are made anew when an answer changes. */
#include "config.h"

#include "forms_fixture.h"

#include "model/results/answer_column_parts.h"
#include "model/check.h"
#include "model/database.h"
#include "model/queries.h"
#include "model/surveys/wave.h"
#include "store/internal.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct counting {
	struct forms f;
	struct wave wave;
	struct arena arena;
	struct wave_columns w;
};

static const char *const answers[] = {
	("sex=female|born=1980|household=4|children=yes|children_count=2|child_age:1=3|child_age:2=8|"
	"child_school:2=yes|services=bus park|transport=other|transport_other=rower|district=south|"
	"street=market|roads=2|buses=9|trip_to=Kutno|trip_km=12|goals=air jobs|recommend=0|"
	"distance=2.5|moved_in=1999-12-31|comments=dobrze"),
	("sex=male|born=2000|household=1|children=no|services=none|transport=car|district=north|"
	"street=long|roads=3|goals=homes|recommend=10|distance=0.125|moved_in=1970-01-02"),
	"sex=refused|born=!illegible|household=2|children=!two_marks|roads=!dont_know",
};

static int
set_up(void **state)
{
	struct counting *c = calloc(1, sizeof(*c));

	if (forms_open(&c->f, NULL) < 0)
		return -1;
	for (int i = 0; i < 3; i++)
		if (forms_key(&c->f, 101 + i, READING_FIRST, &c->f.anna, answers[i], NULL) < 0)
			return -1;
	*state = c;
	return wave_load(c->f.db, 1, &c->wave, &c->f.err);
}

static int
tear_down(void **state)
{
	struct counting *c = *state;

	arena_release(&c->arena);
	forms_close(&c->f);
	free(c);
	return 0;
}

static void
open_wave(struct counting *c)
{
	error_clear(&c->f.err);
	arena_release(&c->arena);
	if (wave_columns_open(c->f.db, &c->wave, "pl", &c->arena, &c->w, &c->f.err) < 0)
		fail_msg("%s", c->f.err.text);
}

static const struct answer_column *
column(struct counting *c, const char *name)
{
	const struct answer_column *out = NULL;

	if (wave_column(&c->w, name, &out, &c->f.err) < 0)
		fail_msg("%s", c->f.err.text);
	return out;
}

static int
choice_named(const struct answer_column *x, const char *name)
{
	for (int i = 0; i < x->choice_count; i++)
		if (!strcmp(x->choices[i].name, name))
			return i;
	return -1;
}

static int64_t
changes(struct counting *c)
{
	return forms_number(&c->f, "SELECT coalesce(sum(changes), 0) FROM wave_change");
}

/* ---- what stands in columns ---- */

static void
a_single_choice_is_the_index_of_its_choice(void **state)
{
	struct counting *c = *state;
	const struct answer_column *x;

	open_wave(c);
	assert_int_equal(c->w.forms, 3);
	assert_int_equal(c->w.numbers[2], 103);
	x = column(c, "sex");
	assert_int_equal(x->kind, COLUMN_CHOICE);
	assert_int_equal(x->count, 3);
	assert_null(x->form);
	assert_int_equal(x->choice[0], 0);
	assert_int_equal(x->choice[1], 1);
	assert_int_equal(x->choices[x->choice[2]].exit, MISSING_REFUSED);
	assert_int_equal(x->missing[2], MISSING_NONE);
	assert_string_equal(x->choices[1].label, "male");
	assert_false(x->scale);
}

static void
a_reason_stands_beside_the_value(void **state)
{
	struct counting *c = *state;

	open_wave(c);
	assert_int_equal(column(c, "born")->missing[0], MISSING_NONE);
	assert_int_equal(column(c, "born")->missing[2], MISSING_ILLEGIBLE);
	assert_int_equal(column(c, "children")->missing[2], MISSING_TWO_MARKS);
	assert_int_equal(column(c, "transport")->missing[2], MISSING_NO_ANSWER);
	assert_int_equal(column(c, "children_count")->missing[1], MISSING_OFF_ROUTE);
}

static void
numbers_dates_and_calculations_are_exact(void **state)
{
	struct counting *c = *state;
	const struct answer_column *x;

	open_wave(c);
	x = column(c, "distance");
	assert_true(x->value[0] == 2.5 && x->value[1] == 0.125);
	x = column(c, "moved_in");
	assert_int_equal(x->kind, COLUMN_DATE);
	assert_true(x->value[1] == 1);
	assert_true(x->value[0] == 10956);
	x = column(c, "age");
	assert_int_equal(x->kind, COLUMN_NUMBER);
	assert_true(x->value[0] == 46 && x->value[1] == 26);
	x = column(c, "recommend");
	assert_true(x->low == 0 && x->high == 10 && x->scale);
	assert_true(x->value[0] == 0 && x->missing[0] == MISSING_NONE);
}

static void
marks_and_places_stand_by_choice(void **state)
{
	struct counting *c = *state;
	const struct answer_column *x;

	open_wave(c);
	x = column(c, "services");
	assert_int_equal(x->kind, COLUMN_CHOICES);
	assert_int_equal(x->marks[0], 1 << choice_named(x, "bus") | 1 << choice_named(x, "park"));
	assert_int_equal(x->marks[x->words], 1 << choice_named(x, "none"));
	x = column(c, "goals");
	assert_int_equal(x->kind, COLUMN_RANKS);
	assert_int_equal(x->place[choice_named(x, "air")], 1);
	assert_int_equal(x->place[choice_named(x, "jobs")], 2);
	assert_int_equal(x->place[choice_named(x, "homes")], 0);
	assert_int_equal(x->place[x->choice_count + choice_named(x, "homes")], 1);
}

static void
a_repeat_has_a_row_for_each_pass(void **state)
{
	struct counting *c = *state;
	const struct answer_column *x;

	open_wave(c);
	x = column(c, "child_age");
	assert_non_null(x->form);
	assert_true(x->count >= 2);
	assert_int_equal(x->form[0], 0);
	assert_int_equal(x->form[1], 0);
	assert_true(x->value[0] == 3 && x->value[1] == 8);
	for (size_t i = 2; i < x->count; i++)
		assert_int_equal(x->missing[i], MISSING_OFF_ROUTE);
	x = column(c, "child_school");
	assert_int_equal(x->missing[0], MISSING_OFF_ROUTE);
	assert_int_equal(x->missing[1], MISSING_NONE);
}

static void
the_added_choice_counts_and_its_text_is_coded_before_it_does(void **state)
{
	struct counting *c = *state;
	const struct answer_column *x;
	const char *const *texts;

	open_wave(c);
	x = column(c, "transport");
	assert_int_equal(x->choice[0], choice_named(x, "other"));
	assert_int_equal(wave_texts(&c->w, "transport_other", &texts, &c->f.err), 0);
	assert_string_equal(texts[0], "rower");
	assert_string_equal(texts[1], "");
	assert_int_equal(wave_column(&c->w, "transport_other", &x, &c->f.err), -1);
	assert_int_equal(c->f.err.code, ERROR_INPUT);
}

static void
a_coded_open_answer_is_a_choice_of_codes(void **state)
{
	struct counting *c = *state;
	const struct answer_column *x;
	int64_t before = c->w.changes;

	forms_sql(&c->f, "INSERT INTO open_code (id, survey_id, question, code, label) "
			 "VALUES (1, 1, 'comments', 1, 'pochwały'), (2, 1, 'comments', 2, 'uwagi')");
	forms_sql(&c->f, "INSERT INTO answer_code (form_id, question_id, occurrence, code_id) "
			 "SELECT 1, id, 1, 2 FROM question WHERE name = 'comments'");
	open_wave(c);
	assert_true(c->w.changes > before);
	x = column(c, "comments");
	assert_int_equal(x->kind, COLUMN_CHOICES);
	assert_int_equal(x->choice_count, 2);
	assert_string_equal(x->choices[1].label, "uwagi");
	assert_int_equal(x->marks[0], 2);
	assert_int_equal(x->missing[0], MISSING_NONE);
	assert_int_equal(x->missing[1], MISSING_NO_ANSWER);
	/* The text was none. */
	forms_sql(&c->f, "UPDATE answer SET value = '', missing = 'no_answer' WHERE form_id = 1 AND "
			 "question_id = (SELECT id FROM question WHERE name = 'comments')");
	forms_sql(&c->f, "UPDATE wave_change SET changes = changes + 1");
	open_wave(c);
	x = column(c, "comments");
	assert_int_equal(x->marks[0], 0);
	assert_int_equal(x->missing[0], MISSING_NO_ANSWER);
}

static void
a_list_that_says_its_points_is_a_scale_and_names_of_things_are_none(void **state)
{
	struct counting *c = *state;
	const struct answer_column *x;

	forms_sql(&c->f, "UPDATE question SET appearance = 'likert' WHERE name = 'roads'");
	open_wave(c);
	x = column(c, "roads");
	assert_true(x->scale);
	assert_true(x->low == 1 && x->high == 3);
	assert_true(isnan(x->choices[choice_named(x, "9")].score));
	assert_false(column(c, "buses")->low == 1 && column(c, "buses")->high == 9);
	assert_false(column(c, "transport")->scale);
}

static void
an_unknown_question_names_those_there_are(void **state)
{
	struct counting *c = *state;
	const struct answer_column *x;

	open_wave(c);
	assert_int_equal(wave_column(&c->w, "nothing", &x, &c->f.err), -1);
	assert_int_equal(c->f.err.code, ERROR_MISSING);
	assert_non_null(strstr(c->f.err.text, "sex, born"));
}

static void
questions_stand_in_the_order_of_the_paper(void **state)
{
	struct counting *c = *state;
	const char *const *names;
	int count;

	open_wave(c);
	assert_int_equal(wave_column_names(&c->w, &names, &count, &c->f.err), 0);
	assert_string_equal(names[0], "sex");
	assert_string_equal(names[1], "born");
	for (int i = 0; i < count; i++)
		assert_string_not_equal(names[i], "comments");
}

/* ---- forms that count, and versions ---- */

static void
a_wave_without_keyed_forms_is_the_users_error(void **state)
{
	struct counting *c = *state;

	forms_sql(&c->f, "UPDATE form SET state = 'waiting'");
	error_clear(&c->f.err);
	assert_int_equal(
		wave_columns_open(c->f.db, &c->wave, "pl", &c->arena, &c->w, &c->f.err), -1);
	assert_int_equal(c->f.err.code, ERROR_INPUT);
	assert_non_null(strstr(c->f.err.text, "s-26"));
}

static struct keyer *
keyer(struct counting *c)
{
	return &c->f.ewa;
}

static void
correct(struct counting *c, int64_t number, const char *name, const char *value)
{
	struct answer_change change = { .answer = { forms_question(&c->f, name), 1, value, 0, 0 } };
	struct form form;

	if (form_by_number(c->f.db, 1, number, &form, &c->f.err) < 0 ||
		form_correct(c->f.db, &form, keyer(c), &c->f.q, &change, 1, "pomyłka",
			&c->f.err) < 0)
		fail_msg("%s", c->f.err.text);
}

static void
a_correction_lies_over_the_first_reading(void **state)
{
	struct counting *c = *state;
	int64_t before;

	open_wave(c);
	assert_int_equal(column(c, "sex")->choice[0], 0);
	before = changes(c);
	correct(c, 101, "sex", "male");
	assert_true(changes(c) > before);
	open_wave(c);
	assert_int_equal(column(c, "sex")->choice[0], 1);
}

static void
a_settled_difference_changes_what_counts(void **state)
{
	struct counting *c = *state;
	int64_t before;

	forms_sql(&c->f, "UPDATE form SET second = 'chosen' WHERE number = 102");
	open_wave(c);
	before = changes(c);
	assert_int_equal(forms_key(&c->f, 102, READING_SECOND, &c->f.jan,
				 "sex=female|born=2000|household=1|children=no|services=none|"
				 "transport=car|district=north|street=long|roads=3|goals=homes|"
				 "recommend=10|distance=0.125|moved_in=1970-01-02", NULL), 0);
	assert_true(changes(c) > before);
	open_wave(c);
	assert_int_equal(column(c, "sex")->choice[1], 1);
	before = changes(c);
	forms_sql(&c->f, "UPDATE difference SET outcome = 'second', settled = 'third', "
			 "charged = 'first'");
	assert_true(changes(c) > before);
	open_wave(c);
	assert_int_equal(column(c, "sex")->choice[1], 0);
}

/* Rows that one of the two has and the other has not. */
static int64_t
strangers(struct counting *c)
{
	static const char view[] = "SELECT a.form_id, a.question_id, a.occurrence, a.value, a.missing, "
				   "a.marks FROM form AS f JOIN answer_counting AS a ON a.form_id = "
				   "f.id WHERE f.wave_id = 1 AND f.state = 'keyed'";
	const char *wave = strstr(queries_table[Q_COLUMN_ANSWERS].sql, "?1");
	const char *order = strstr(queries_table[Q_COLUMN_ANSWERS].sql, "ORDER BY");
	char sql[4096], pass[1536];

	assert_true(wave && order);
	snprintf(pass, sizeof(pass), "%.*s1%.*s", (int)(wave - queries_table[Q_COLUMN_ANSWERS].sql),
		queries_table[Q_COLUMN_ANSWERS].sql, (int)(order - wave - 2), wave + 2);
	snprintf(sql, sizeof(sql), "SELECT (SELECT count(*) FROM (%s EXCEPT %s)) + "
		"(SELECT count(*) FROM (%s EXCEPT %s))", pass, view, view, pass);
	return forms_number(&c->f, sql);
}

/* The bytes of every column, asked for from the given one on, are those of one pass. */
static int
ask_in_turn(struct db *db, void *context, struct error *err)
{
	struct counting *c = context;
	const struct answer_column *column;
	struct wave_columns few, whole;
	static int turn;
	int result;

	arena_release(&c->arena);
	result = wave_columns_open_few(db, &c->wave, "pl", &c->arena, &few, err) < 0 ||
				 column_open_anew(db, &c->wave, &c->arena, &whole, err) < 0
			 ? -1
			 : 0;
	if (result == 0)
		assert_int_equal(few.book->asked_count, whole.book->asked_count);
	for (int i = 0; result == 0 && i < few.book->asked_count; i++) {
		int at = (i + 3 * turn) % few.book->asked_count;
		const struct column_asked *a = &few.book->asked[at], *b = &whole.book->asked[at];

		assert_null(i < 4 ? a->data : NULL);
		if (wave_column(&few, a->name, &column, err) < 0) {
			assert_int_equal(a->type, QUESTION_TEXT); /* without categories */
			error_clear(err);
		}
		assert_int_equal(a->size, b->size);
		assert_memory_equal(a->data, b->data, b->size);
	}
	turn++;
	return result;
}

static void
columns_asked_for_one_by_one_are_those_of_one_pass(struct counting *c)
{
	forms_sql(&c->f, "UPDATE wave_change SET changes = changes + 1");
	if (db_write(c->f.db, NULL, ask_in_turn, c, &c->f.err) < 0)
		fail_msg("%s", c->f.err.text);
}

static void
the_pass_reads_what_the_view_lets_count(void **state)
{
	static const char *const outcomes[] = { "open', settled = '", "first', settled = 'verify",
		"first', settled = 'third", "second', settled = 'verify", "third', settled = 'third",
		"ambiguous', settled = 'both" };
	struct counting *c = *state;

	assert_int_equal(strangers(c), 0);
	correct(c, 101, "sex", "male");
	forms_sql(&c->f, "UPDATE form SET second = 'chosen' WHERE number = 102");
	correct(c, 102, "roads", "1");
	assert_int_equal(forms_key(&c->f, 102, READING_SECOND, &c->f.jan,
				 "sex=female|born=2001|household=1|children=no|roads=3", NULL), 0);
	assert_true(forms_number(&c->f, "SELECT count(*) FROM difference") > 1);
	for (size_t i = 0; i < sizeof(outcomes) / sizeof(outcomes[0]); i++) {
		forms_sql(&c->f, "UPDATE difference SET outcome = '%s'", outcomes[i]);
		assert_int_equal(strangers(c), 0);
		columns_asked_for_one_by_one_are_those_of_one_pass(c);
		forms_sql(&c->f, "UPDATE reading SET before_second = 1 - before_second");
		assert_int_equal(strangers(c), 0);
		columns_asked_for_one_by_one_are_those_of_one_pass(c);
	}
	forms_sql(&c->f, "UPDATE reading SET finished_at = NULL WHERE reading = 2");
	assert_int_equal(strangers(c), 0);
}

static void
what_is_being_keyed_touches_nothing(void **state)
{
	struct counting *c = *state;
	struct answer_change change = { .answer = { forms_question(&c->f, "sex"), 1, "male", 0, 0 } };
	struct reading reading;
	struct form form;
	int64_t before = changes(c);

	assert_int_equal(form_by_number(c->f.db, 1, 110, &form, &c->f.err), 0);
	assert_int_equal(reading_open(c->f.db, &form, READING_FIRST, &c->f.anna, &c->f.q, false,
				 &reading, &c->f.err), 0);
	assert_int_equal(reading_put(c->f.db, &reading, &c->f.q, &change, 1,
				 (struct place){ change.answer.question + 1, 1 }, &c->f.err), 0);
	assert_int_equal(changes(c), before);
	open_wave(c);
	assert_int_equal(c->w.forms, 3);
}

static void
a_new_form_counts_once_and_is_seen(void **state)
{
	struct counting *c = *state;
	int64_t before = changes(c);

	open_wave(c);
	assert_int_equal(forms_key(&c->f, 104, READING_FIRST, &c->f.anna, answers[1], NULL), 0);
	assert_true(changes(c) > before);
	open_wave(c);
	assert_int_equal(c->w.forms, 4);
	forms_sql(&c->f, "UPDATE form SET mode = 'online' WHERE number = 104");
	open_wave(c);
	assert_int_equal(c->w.mode[3], MODE_ONLINE);
}

static void
erased_texts_are_gone_from_columns(void **state)
{
	struct counting *c = *state;
	int64_t before;

	forms_sql(&c->f, "INSERT INTO open_code (id, survey_id, question, code, label) "
			 "VALUES (1, 1, 'comments', 1, 'x')");
	open_wave(c);
	before = changes(c);
	forms_sql(&c->f, "UPDATE answer SET value = '', missing = 'no_answer' WHERE question_id = "
			 "(SELECT id FROM question WHERE name = 'comments')");
	forms_sql(&c->f, "UPDATE wave SET erased_at = '2026-01-01T00:00:00Z'");
	assert_int_equal(changes(c), before + 1);
	assert_int_equal(forms_number(&c->f, "SELECT count(*) FROM answer_column"), 0);
	open_wave(c);
	assert_int_equal(column(c, "comments")->missing[0], MISSING_NO_ANSWER);
}

static void
answers_that_were_taken_back_lie_nowhere(void **state)
{
	struct counting *c = *state;

	open_wave(c);
	assert_true(forms_number(&c->f, "SELECT count(*) FROM answer_column") > 0);
	forms_sql(&c->f, "DELETE FROM answer WHERE form_id = 3; DELETE FROM reading_keyer WHERE "
			 "form_id = 3; DELETE FROM reading WHERE form_id = 3; DELETE FROM form WHERE "
			 "id = 3");
	assert_int_equal(forms_number(&c->f, "SELECT count(*) FROM answer_column"), 0);
	open_wave(c);
	assert_int_equal(c->w.forms, 2);
}

static void
an_older_version_without_the_question_is_out_of_its_base(void **state)
{
	struct counting *c = *state;
	struct questionnaire next;

	assert_int_equal(questionnaire_load(c->f.db, "trial", 0, &c->f.arena, &next, &c->f.err), 0);
	next.questions[question_by_name(&next, "district")].name = "quarter";
	next.questions[question_by_name(&next, "street")].choice_filter = "";
	next.questions[question_by_name(&next, "distance")].name = "way";
	next.questions[question_by_name(&next, "way")].identity = "trial/way";
	assert_int_equal(questionnaire_save(c->f.db, &next, &c->f.err), 0);
	assert_int_equal(
		questionnaire_publish(c->f.db, next.version_id, next.version_rev, &c->f.err), 0);
	forms_sql(&c->f, "UPDATE form SET version_id = %lld WHERE number = 102",
		(long long)next.version_id);
	forms_sql(&c->f, "UPDATE answer SET question_id = (SELECT n.id FROM question AS n JOIN question "
			 "AS o ON o.position = n.position AND o.id = answer.question_id WHERE "
			 "n.version_id = %lld) WHERE form_id = 2 AND question_id > 0",
		(long long)next.version_id);
	open_wave(c);
	assert_int_equal(column(c, "quarter")->missing[0], MISSING_NONE); /* the same question */
	assert_int_equal(column(c, "quarter")->missing[1], MISSING_NONE);
	assert_int_equal(column(c, "way")->missing[0], MISSING_OFF_ROUTE);
	assert_int_equal(column(c, "way")->missing[1], MISSING_NONE);
	assert_int_equal(column(c, "distance")->missing[0], MISSING_NONE);
	assert_int_equal(column(c, "distance")->missing[1], MISSING_OFF_ROUTE);
	columns_asked_for_one_by_one_are_those_of_one_pass(c);
}

/* ---- keeping ---- */

static void
columns_are_kept_until_an_answer_changes(void **state)
{
	struct counting *c = *state;

	open_wave(c);
	assert_true(forms_number(&c->f, "SELECT count(*) FROM answer_column") > 20);
	/* A second opening reads what was kept: it does not see what changed behind its back. */
	forms_sql(&c->f, "UPDATE answer SET value = 'male' WHERE form_id = 1 AND question_id = "
			 "(SELECT id FROM question WHERE name = 'sex')");
	open_wave(c);
	assert_int_equal(column(c, "sex")->choice[0], 0);
	forms_sql(&c->f, "UPDATE wave_change SET changes = changes + 1");
	open_wave(c);
	assert_int_equal(column(c, "sex")->choice[0], 1);
	open_wave(c);
	assert_int_equal(forms_number(&c->f, "SELECT count(DISTINCT changes) FROM answer_column"), 1);
}

static void
damaged_columns_are_packed_anew(void **state)
{
	struct counting *c = *state;
	static const char *const harm[] = {
		"UPDATE answer_column SET data = x'00' WHERE question = 'sex'",
		"UPDATE answer_column SET data = x'' WHERE question = ''",
		("UPDATE answer_column SET data = (SELECT data FROM answer_column WHERE question = "
		 "'born') WHERE question = 'sex'"),
		"UPDATE answer_column SET data = substr(data, 1, length(data) - 1)",
		"DELETE FROM answer_column WHERE question = 'sex'",
	};

	for (size_t i = 0; i < sizeof(harm) / sizeof(harm[0]); i++) {
		open_wave(c);
		forms_sql(&c->f, "%s", harm[i]);
		open_wave(c);
		assert_int_equal(column(c, "sex")->choice[1], 1);
		assert_int_equal(c->w.forms, 3);
	}
}

static void
count_fault(void *context, const char *sentence)
{
	(void)context;
	print_message("# %s\n", sentence);
}

static void
the_check_finds_packed_answers_that_nobody_gave(void **state)
{
	struct counting *c = *state;
	int found;

	open_wave(c);
	assert_int_equal(check_columns(c->f.db, count_fault, NULL, &found, &c->f.err), 0);
	assert_int_equal(found, 0);
	forms_sql(&c->f, "UPDATE answer SET value = 'male' WHERE form_id = 1 AND question_id = "
			 "(SELECT id FROM question WHERE name = 'sex')");
	assert_int_equal(check_columns(c->f.db, count_fault, NULL, &found, &c->f.err), 0);
	assert_int_equal(found, 1);
	forms_sql(&c->f, "UPDATE answer_column SET data = x'01' WHERE question IN ('born', '')");
	assert_int_equal(check_columns(c->f.db, count_fault, NULL, &found, &c->f.err), 0);
	assert_int_equal(found, 3);
}

static void
a_choice_that_has_no_name_is_packed_anew_when_it_is_asked_for(void **state)
{
	struct counting *c = *state;

	open_wave(c);
	/* The last cell of "sex": behind it stand no reasons. */
	forms_sql(&c->f, "UPDATE answer_column SET data = CAST(substr(data, 1, length(data) - 1) || "
			 "x'4d' AS BLOB) WHERE question = 'sex'");
	open_wave(c);
	assert_int_equal(column(c, "sex")->choice[2], 2);
	assert_int_equal(column(c, "sex")->count, 3);
}

static void
inside_a_read_transaction_nothing_is_kept_and_all_is_counted(void **state)
{
	struct counting *c = *state;

	assert_int_equal(db_read_begin(c->f.db, &c->f.err), 0);
	open_wave(c);
	assert_int_equal(column(c, "sex")->choice[1], 1);
	db_read_end(c->f.db);
	assert_int_equal(forms_number(&c->f, "SELECT count(*) FROM answer_column"), 0);
}

static void
a_busy_database_is_counted_from_memory_without_waiting(void **state)
{
	struct counting c = { .wave = { .id = 0 } };
	char folder[] = "/tmp/gromada-XXXXXX", path[64];
	sqlite3 *other;

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/busy.db", folder);
	assert_int_equal(forms_open(&c.f, path), 0);
	assert_int_equal(forms_key(&c.f, 101, READING_FIRST, &c.f.anna, answers[0], NULL), 0);
	assert_int_equal(wave_load(c.f.db, 1, &c.wave, &c.f.err), 0);
	assert_int_equal(sqlite3_open(path, &other), SQLITE_OK);
	assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	c.f.db->busy_limit = 3600000; /* who waits never ends */
	open_wave(&c);
	assert_int_equal(column(&c, "sex")->choice[0], 0);
	assert_int_equal(c.f.db->busy_limit, 3600000);
	assert_int_equal(forms_number(&c.f, "SELECT count(*) FROM answer_column"), 0);
	sqlite3_exec(other, "ROLLBACK", NULL, NULL, NULL);
	sqlite3_close(other);
	open_wave(&c);
	assert_true(forms_number(&c.f, "SELECT count(*) FROM answer_column") > 0);
	arena_release(&c.arena);
	forms_close(&c.f);
	unlink(path);
	rmdir(folder);
}

/* ---- filters ---- */

static size_t
filtered(struct counting *c, const char *expression)
{
	const unsigned char *selected;
	size_t count;

	error_clear(&c->f.err);
	if (wave_filter(&c->w, expression, &selected, &count, &c->f.err) < 0)
		return 0;
	return count;
}

static void
a_filter_takes_forms_by_choices_numbers_and_texts(void **state)
{
	struct counting *c = *state;

	open_wave(c);
	assert_int_equal(filtered(c, "${sex} = 'female'"), 1);
	assert_int_equal(filtered(c, "${sex} != 'female'"), 2);
	assert_int_equal(filtered(c, "selected(${services}, 'park') or ${born} = 2000"), 2);
	assert_int_equal(filtered(c, "${distance} < 1"), 1);
	assert_int_equal(filtered(c, "${moved_in} >= date('1999-01-01')"), 1);
	assert_int_equal(filtered(c, "contains(${comments}, 'dob')"), 1);
	assert_int_equal(filtered(c, "sum(${child_age}) = 11"), 1);
	assert_int_equal(filtered(c, "starts-with(${goals}, 'air')"), 1);
	assert_int_equal(filtered(c, "${born} = ''"), 1);
}

static void
a_filter_may_select_none_and_a_wrong_one_is_a_sentence(void **state)
{
	struct counting *c = *state;

	open_wave(c);
	assert_int_equal(filtered(c, "${born} = 1900"), 0);
	assert_int_equal(c->f.err.code, ERROR_NONE);
	assert_int_equal(filtered(c, "${nothing} = 1"), 0);
	assert_int_equal(c->f.err.code, ERROR_MISSING);
	assert_int_equal(filtered(c, "${born} = "), 0);
	assert_int_equal(c->f.err.code, ERROR_INPUT);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_single_choice_is_the_index_of_its_choice),
		TEST(a_reason_stands_beside_the_value),
		TEST(numbers_dates_and_calculations_are_exact),
		TEST(marks_and_places_stand_by_choice),
		TEST(a_repeat_has_a_row_for_each_pass),
		TEST(the_added_choice_counts_and_its_text_is_coded_before_it_does),
		TEST(a_coded_open_answer_is_a_choice_of_codes),
		TEST(a_list_that_says_its_points_is_a_scale_and_names_of_things_are_none),
		TEST(an_unknown_question_names_those_there_are),
		TEST(questions_stand_in_the_order_of_the_paper),
		TEST(a_wave_without_keyed_forms_is_the_users_error),
		TEST(a_correction_lies_over_the_first_reading),
		TEST(a_settled_difference_changes_what_counts),
		TEST(the_pass_reads_what_the_view_lets_count),
		TEST(what_is_being_keyed_touches_nothing),
		TEST(a_new_form_counts_once_and_is_seen),
		TEST(erased_texts_are_gone_from_columns),
		TEST(answers_that_were_taken_back_lie_nowhere),
		TEST(an_older_version_without_the_question_is_out_of_its_base),
		TEST(columns_are_kept_until_an_answer_changes),
		TEST(damaged_columns_are_packed_anew),
		TEST(the_check_finds_packed_answers_that_nobody_gave),
		TEST(a_choice_that_has_no_name_is_packed_anew_when_it_is_asked_for),
		TEST(inside_a_read_transaction_nothing_is_kept_and_all_is_counted),
		cmocka_unit_test(a_busy_database_is_counted_from_memory_without_waiting),
		TEST(a_filter_takes_forms_by_choices_numbers_and_texts),
		TEST(a_filter_may_select_none_and_a_wrong_one_is_a_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
