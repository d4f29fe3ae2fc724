/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results of surveys as values of indicators: what may be published, what privacy hides, and that
 * a change of one answer changes the value in the same transaction. */
#include "config.h"

#include "forms_fixture.h"

#include "base/random.h"
#include "model/check.h"
#include "model/database.h"
#include "model/indicators/flag.h"
#include "model/results/importance.h"
#include "model/person.h"
#include "model/results/published.h"
#include "model/indicators/ranking.h"
#include "model/indicators/trend.h"
#include "model/results/wave_compare.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { FORMS = 40 }; /* stamped 1 to 40 */

struct open {
	struct forms f;
	struct unit_table units;
	struct wave wave;
};

/* ---- a questionnaire with a scale of five points ---- */

static const struct {
	enum question_type type;
	const char *name, *parent, *list;
} rows[] = {
	{ QUESTION_SELECT_ONE, "sex", "", "sex" },
	{ QUESTION_GROUP, "grid_importance", "", "" },
	{ QUESTION_SELECT_ONE, "importance_roads", "grid_importance", "rating5" },
	{ QUESTION_SELECT_ONE, "importance_buses", "grid_importance", "rating5" },
	{ QUESTION_GROUP, "grid_quality", "", "" },
	{ QUESTION_SELECT_ONE, "quality_roads", "grid_quality", "rating5" },
	{ QUESTION_SELECT_ONE, "quality_buses", "grid_quality", "rating5" },
	{ QUESTION_RANGE, "recommend", "", "" },
	{ QUESTION_TEXT, "remarks", "", "" },
};

static const struct {
	const char *list, *name, *label;
	enum missing missing;
} choices[] = {
	{ "sex", "f", "kobieta", MISSING_NONE }, { "sex", "m", "mężczyzna", MISSING_NONE },
	{ "rating5", "1", "bardzo źle", MISSING_NONE }, { "rating5", "2", "źle", MISSING_NONE },
	{ "rating5", "3", "średnio", MISSING_NONE }, { "rating5", "4", "dobrze", MISSING_NONE },
	{ "rating5", "5", "bardzo dobrze", MISSING_NONE },
	{ "rating5", "9", "trudno powiedzieć", MISSING_DONT_KNOW },
};

static void
fill_questions(struct questionnaire *q, struct arena *arena)
{
	q->question_count = sizeof(rows) / sizeof(rows[0]);
	q->questions = arena_array(arena, (size_t)q->question_count, sizeof(*q->questions));
	q->question_room = (size_t)q->question_count;
	for (int i = 0; i < q->question_count; i++) {
		struct question *x = &q->questions[i];

		*x = (struct question){ .type = rows[i].type,
			.parent = -1,
			.name = rows[i].name,
			.word = question_type_name(rows[i].type),
			.list = rows[i].list,
			.identity = arena_format(arena, "rating/%s", rows[i].name),
			.second_keying = true };
		x->required = x->relevant = x->hard_check = x->soft_check = x->calculation =
			x->appearance = x->default_value = x->read_only = x->choice_filter =
				x->repeat_count = x->parameters = x->number = "";
		x->label.in[0] = x->name;
		if (x->type == QUESTION_RANGE)
			x->parameters = "start=0 end=10 step=1";
		if (x->type == QUESTION_GROUP)
			x->appearance = "table-list";
		for (int p = 0; p < i; p++)
			if (!strcmp(q->questions[p].name, rows[i].parent))
				x->parent = p;
	}
}

static void
fill_choices(struct questionnaire *q, struct arena *arena)
{
	q->choice_count = sizeof(choices) / sizeof(choices[0]);
	q->choices = arena_array(arena, (size_t)q->choice_count, sizeof(*q->choices));
	q->choice_room = (size_t)q->choice_count;
	for (int i = 0; i < q->choice_count; i++) {
		struct choice *c = &q->choices[i];

		c->list = choices[i].list;
		c->name = choices[i].name;
		c->code = "";
		c->label.in[0] = choices[i].label;
		c->missing = choices[i].missing;
	}
}

static void
fill_wave(struct forms *f)
{
	char uid[UID_SIZE];

	forms_sql(f, "INSERT INTO unit (slot, code, level, origin) VALUES (1, '020101', 'gmina', "
		     "'teryt'), (2, '020102', 'gmina', 'teryt'), (3, '02', 'voivodeship', 'teryt')");
	forms_sql(f, "INSERT INTO import (id, uid, kind, file_name, sha256, size, encoding, "
		     "person_id, imported_at) VALUES (900, '%s', 'teryt', 't', '%064d', 1, 'utf-8', "
		     "1, '2020-01-01T00:00:00Z')",
		random_uid(uid), 0);
	forms_sql(f, "INSERT INTO unit_version (slot, valid_from, import_id, name, kind) VALUES "
		     "(1, '', 900, 'Alfa', '1'), (2, '', 900, 'Beta', '1'), (3, '', 900, 'Woj', '')");
	forms_sql(f, "INSERT INTO survey (id, uid, code, name, questionnaire_id) "
		     "VALUES (1, '%s', 'r', 'Badanie mieszkańców', %lld)",
		random_uid(uid), (long long)f->q.id);
	for (int w = 1; w <= 3; w++)
		forms_sql(f, "INSERT INTO wave (id, uid, survey_id, code, slot, year, version_id, "
			     "sample, anonymity) VALUES (%d, '%s', 1, 'r-%d', %d, %d, %lld, "
			     "'random', 'anonymous')",
			w, random_uid(uid), 20 + w, w == 3 ? 2 : 1, w == 1 ? 2025 : 2026,
			(long long)f->q.version_id);
	for (int w = 1; w <= 3; w++)
		for (int i = 1; i <= FORMS; i++)
			forms_sql(f, "INSERT INTO form (id, uid, wave_id, number, version_id, mode) "
				     "VALUES (%d, '%s', %d, %d, %lld, 'paper')",
				w * 1000 + i, random_uid(uid), w, i,
				(long long)f->q.version_id);
}

static int
fill(struct forms *f)
{
	struct questionnaire plain;

	f->q = (struct questionnaire){ .code = "rating",
		.kind = "residents",
		.form_version = "",
		.source = "",
		.published_at = "",
		.language_count = 1,
		.languages = { "Polski (pl)" },
		.title = { { "Ankieta" } } };
	fill_questions(&f->q, &f->arena);
	fill_choices(&f->q, &f->arena);
	if (questionnaire_save(f->db, &f->q, &f->err) < 0 ||
		questionnaire_publish(f->db, f->q.version_id, f->q.version_rev, &f->err) < 0)
		return -1;
	plain = f->q;
	questionnaire_keyed(&plain, &f->arena, &f->q);
	fill_wave(f);
	forms_sql(f, "INSERT INTO operator (id, uid, name, initials, starts_on) VALUES (1, '%032d', "
		     "'Operator AN', 'AN', '2020-01-01')",
		1);
	f->anna = (struct keyer){ .id = 1, .declared = true };
	snprintf(f->anna.name, sizeof(f->anna.name), "Operator AN");
	snprintf(f->anna.initials, sizeof(f->anna.initials), "AN");
	return route_open(&f->r, &f->q, &f->err);
}

/* ---- opening ---- */

static int
set_up(void **state)
{
	struct open *o = calloc(1, sizeof(*o));
	struct person person;

	if (database_open_memory(&o->f.db, &o->f.err) < 0 ||
		person_enter(o->f.db, "anna", &person, &o->f.err) < 0 || fill(&o->f) < 0 ||
		unit_table_load(o->f.db, &o->units, &o->f.err) < 0 ||
		wave_load(o->f.db, 2, &o->wave, &o->f.err) < 0)
		fail_msg("%s", o->f.err.text);
	o->f.wave = 2;
	*state = o;
	return 0;
}

static int
tear_down(void **state)
{
	struct open *o = *state;

	unit_table_release(&o->units);
	forms_close(&o->f);
	free(o);
	return 0;
}

static void
ok(struct open *o, int result)
{
	if (result)
		fail_msg("%s", o->f.err.text);
}

static void
refused(struct open *o, int result, enum error_code code)
{
	if (!result || o->f.err.code != code)
		fail_msg("not refused as it should be: %d %s", (int)o->f.err.code, o->f.err.text);
	error_clear(&o->f.err);
}

static void
key(struct open *o, int64_t wave, int form, const char *answers)
{
	o->f.wave = wave;
	if (forms_key(&o->f, form, READING_FIRST, &o->f.anna, answers, NULL))
		fail_msg("form %d: %s", form, o->f.err.text);
}

/* 40 forms: ratings of roads 1 to 5, eight of each; buses all 4; sexes in turn. */
static void
key_wave(struct open *o, int64_t wave, int shift)
{
	for (int i = 1; i <= FORMS; i++) {
		char answers[256];
		int rating = 1 + (i - 1) % 5 + shift;

		rating = rating > 5 ? 5 : rating;
		snprintf(answers, sizeof(answers),
			"sex=%s|importance_roads=5|importance_buses=%d|quality_roads=%d|"
			"quality_buses=4|recommend=%d",
			i % 2 ? "f" : "m", 1 + i % 2, rating, i % 11);
		key(o, wave, i, answers);
	}
}

static struct published_value
publish(struct open *o, const char *question, const char *statistic, const char *code)
{
	struct publication p = { .question = question, .filter = "" };
	struct published_value value;
	struct indicator card;

	ok(o, publication_parse(statistic, &p, &o->f.err));
	if (indicator_load(o->f.db, code, &o->f.arena, &card, &o->f.err)) {
		error_clear(&o->f.err);
		ok(o, published_card(o->f.db, &o->wave, &p, &o->f.arena, &card, &o->f.err));
		card.code = code;
	}
	ok(o, published_publish(o->f.db, &o->wave, &p, &card, &o->f.arena, NULL, &value,
		      &o->f.err));
	return value;
}

static struct indicator
card_of(struct open *o, const char *code)
{
	struct indicator card;

	ok(o, indicator_load(o->f.db, code, &o->f.arena, &card, &o->f.err));
	return card;
}

static struct ranking
rank(struct open *o, const char *code, int year)
{
	static const struct unit_filter gminy = { .level = LEVEL_GMINA };
	struct indicator card = card_of(o, code);
	struct ranking r;

	ok(o, ranking_load(o->f.db, &o->units, &card, year, &gminy, true, &o->f.arena, &r,
		      &o->f.err));
	return r;
}

static void
correct(struct open *o, int number, const char *answer)
{
	struct answers a = { .arena = &o->f.arena };
	struct answer_change change = { .removed = false };
	struct form form;

	forms_parse(&o->f.q, &a, answer);
	change.answer = a.list[0];
	ok(o, form_by_number(o->f.db, o->wave.id, number, &form, &o->f.err));
	ok(o, form_correct(o->f.db, &form, &o->f.anna, &o->f.q, &change, 1, "pomyłka", &o->f.err));
}

/* ---- publishing ---- */

static void
a_published_mean_is_the_value_of_its_unit_and_year(void **state)
{
	struct open *o = *state;
	struct published_value v;
	struct ranking r;

	key_wave(o, 2, 0);
	v = publish(o, "quality_roads", "mean", "ROADS");
	assert_true(v.value == 3);
	assert_int_equal(v.answers, 40);
	r = rank(o, "ROADS", 2026);
	assert_int_equal(r.ranked, 1);
	assert_int_equal(r.missing, 1);
	assert_int_equal(r.rows[0].slot, 1);
	assert_true(r.rows[0].value == 3);
	assert_int_equal(r.rows[0].flag, FLAG_PRELIMINARY); /* the wave is open */
	forms_sql(&o->f, "UPDATE wave SET closed_at = '2026-11-22T00:00:00Z' WHERE id = 2");
	assert_int_equal(rank(o, "ROADS", 2026).rows[0].flag, FLAG_NONE);
	assert_int_equal(rank(o, "ROADS", 2025).ranked, 0);
	assert_int_equal(card_of(o, "ROADS").values, 1);
	assert_int_equal(card_of(o, "ROADS").first_year, 2026);
	assert_int_equal(card_of(o, "ROADS").kind, INDICATOR_SURVEY);
}

static void
every_statistic_is_that_of_the_table(void **state)
{
	struct open *o = *state;

	key_wave(o, 2, 0);
	assert_true(publish(o, "quality_roads", "top2", "T").value == 40);
	assert_true(publish(o, "quality_roads", "bottom2", "B").value == 40);
	assert_true(publish(o, "quality_roads", "net", "N").value == 0);
	assert_true(publish(o, "quality_roads", "share:5", "S").value == 20);
	assert_true(publish(o, "sex", "share:f", "F").value == 50);
	assert_true(publish(o, "sex", "share:1", "F1").value == 50); /* the code on paper */
	assert_int_equal(forms_number(&o->f, "SELECT count(*) FROM published_result "
					    "WHERE choice = 'f'"), 2);
}

static void
a_filter_counts_only_the_forms_it_holds_for(void **state)
{
	struct open *o = *state;
	struct publication p = { .question = "importance_buses", .filter = "${sex} = 'f'" };
	struct published_value v;

	key_wave(o, 2, 0);
	ok(o, published_compute(o->f.db, &o->wave, &p, 2, &v, &o->f.err));
	assert_true(v.value == 2);
	assert_int_equal(v.answers, 20);
}

static void
what_does_not_fit_is_refused_in_words(void **state)
{
	static const struct {
		const char *question, *statistic;
	} cases[] = { { "sex", "mean" }, { "sex", "top2" }, { "recommend", "share:1" },
		{ "quality_roads", "share:7" }, { "remarks", "mean" }, { "nothing", "mean" } };
	struct open *o = *state;

	key_wave(o, 2, 0);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct publication p = { .question = cases[i].question };
		struct published_value v;

		ok(o, publication_parse(cases[i].statistic, &p, &o->f.err));
		assert_int_equal(
			published_compute(o->f.db, &o->wave, &p, 1, &v, &o->f.err), -1);
		assert_true(o->f.err.code == ERROR_INPUT || o->f.err.code == ERROR_MISSING);
		error_clear(&o->f.err);
	}
	refused(o, publication_parse("median", &(struct publication){ 0 }, &o->f.err), ERROR_INPUT);
}

static void
a_wave_without_forms_publishes_nothing(void **state)
{
	struct open *o = *state;
	struct publication p = { .question = "quality_roads" };
	struct indicator card = { .id = 0 };
	struct published_value v;

	ok(o, published_card(o->f.db, &o->wave, &p, &o->f.arena, &card, &o->f.err));
	card.code = "EMPTY";
	assert_int_equal(published_publish(o->f.db, &o->wave, &p, &card, &o->f.arena, NULL, &v,
				 &o->f.err), -1);
	error_clear(&o->f.err);
	assert_int_equal(forms_number(&o->f, "SELECT count(*) FROM indicator"), 0);
}

static void
an_indicator_has_one_source(void **state)
{
	struct open *o = *state;
	struct publication p = { .question = "quality_roads" };
	struct indicator other = { .code = "OWN", .name = "Own", .multiplier = 1, .direction = 'S',
		.kind = INDICATOR_OWN }, card;
	struct published_value v;

	key_wave(o, 2, 0);
	ok(o, indicator_save(o->f.db, &other, &o->f.err));
	card = card_of(o, "OWN");
	refused(o, published_publish(o->f.db, &o->wave, &p, &card, &o->f.arena, NULL, &v,
			   &o->f.err), ERROR_INPUT);
	publish(o, "quality_roads", "mean", "ROADS");
	card = card_of(o, "ROADS");
	card.kind = INDICATOR_OWN;
	refused(o, indicator_save(o->f.db, &card, &o->f.err), ERROR_INPUT);
	refused(o, indicator_retire(o->f.db, card.id, &o->f.err), ERROR_INPUT);
}

static void
another_result_of_the_same_unit_and_year_wants_a_word(void **state)
{
	struct open *o = *state;
	struct publication p = { .question = "quality_buses", .statistic = PUBLISHED_MEAN };
	struct published former;
	struct published_value v;
	struct indicator card;

	key_wave(o, 2, 0);
	publish(o, "quality_roads", "mean", "ROADS");
	publish(o, "quality_roads", "mean", "ROADS"); /* the same once more is no other */
	card = card_of(o, "ROADS");
	refused(o, published_publish(o->f.db, &o->wave, &p, &card, &o->f.arena, NULL, &v,
			   &o->f.err), ERROR_CONFLICT);
	assert_true(rank(o, "ROADS", 2026).rows[0].value == 3);
	p.replace = true;
	ok(o, published_publish(o->f.db, &o->wave, &p, &card, &o->f.arena, &former, &v,
		      &o->f.err));
	assert_true(rank(o, "ROADS", 2026).rows[0].value == 4);
	assert_string_equal(former.question, "quality_roads");
	p = published_again(&former);
	p.replace = true;
	ok(o, published_publish(o->f.db, &o->wave, &p, &card, &o->f.arena, NULL, &v, &o->f.err));
	assert_true(rank(o, "ROADS", 2026).rows[0].value == 3);
}

static void
a_result_that_is_taken_back_is_gone_and_its_card_stays(void **state)
{
	struct open *o = *state;
	struct published *p;

	key_wave(o, 2, 0);
	publish(o, "quality_roads", "mean", "ROADS");
	ok(o, published_find(o->f.db, card_of(o, "ROADS").id, 1, 2026, &o->f.arena, &p,
		      &o->f.err));
	assert_non_null(p);
	assert_string_equal(p->wave, "r-22");
	ok(o, published_retract(o->f.db, p, &o->f.err));
	assert_int_equal(rank(o, "ROADS", 2026).ranked, 0);
	refused(o, published_retract(o->f.db, p, &o->f.err), ERROR_CONFLICT);
	assert_int_equal(forms_number(&o->f, "SELECT count(*) FROM audit WHERE action LIKE "
					    "'published.%'"), 2);
}

/* ---- privacy ---- */

static void
under_the_threshold_it_is_missing_with_the_reason(void **state)
{
	struct open *o = *state;
	struct published_value v;
	struct ranking r;

	for (int i = 1; i <= 9; i++)
		key(o, 2, i, "sex=f|quality_roads=4");
	v = publish(o, "quality_roads", "mean", "ROADS");
	assert_true(isnan(v.value));
	assert_string_equal(v.missing, "privacy");
	assert_int_equal(v.answers, 0);
	r = rank(o, "ROADS", 2026);
	assert_int_equal(r.ranked, 0);
	assert_int_equal(r.rows[0].flag, FLAG_PRIVACY);
	assert_true(flag_missing(FLAG_PRIVACY));
	for (int i = 10; i <= 20; i++)
		key(o, 2, i, "sex=f|quality_roads=4");
	assert_true(rank(o, "ROADS", 2026).rows[0].value == 4); /* enough now */
}

static void
a_share_of_few_is_hidden(void **state)
{
	struct open *o = *state;
	struct published_value v;

	for (int i = 1; i <= 38; i++)
		key(o, 2, i, "sex=f|quality_roads=4");
	key(o, 2, 39, "sex=m|quality_roads=4");
	key(o, 2, 40, "sex=m|quality_roads=4");
	v = publish(o, "sex", "share:m", "MEN");
	assert_string_equal(v.missing, "privacy");
	v = publish(o, "sex", "share:f", "WOMEN"); /* what would tell the other */
	assert_string_equal(v.missing, "privacy");
}

static void
nobody_answered_is_a_reason_of_its_own(void **state)
{
	struct open *o = *state;
	struct ranking r;

	for (int i = 1; i <= 20; i++)
		key(o, 2, i, "sex=f|quality_roads=!no_answer");
	assert_string_equal(publish(o, "quality_roads", "mean", "ROADS").missing, "no_answers");
	r = rank(o, "ROADS", 2026);
	assert_int_equal(r.rows[0].flag, FLAG_NO_ANSWERS);
}

/* ---- computing anew ---- */

static void
a_correction_of_one_answer_changes_the_value_in_rankings(void **state)
{
	struct open *o = *state;

	key_wave(o, 2, 0);
	publish(o, "quality_roads", "mean", "ROADS");
	forms_sql(&o->f, "UPDATE wave SET closed_at = '2026-11-22T00:00:00Z' WHERE id = 2");
	correct(o, 1, "quality_roads=5"); /* was 1 */
	assert_true(rank(o, "ROADS", 2026).rows[0].value == 3.1);
	assert_int_equal(forms_number(&o->f, "SELECT rev FROM published_result"), 2);
	correct(o, 2, "sex=f"); /* of no concern */
	assert_int_equal(forms_number(&o->f, "SELECT rev FROM published_result"), 2);
}

static int
fail_after_recompute(struct db *db, void *context, struct error *err)
{
	struct open *o = context;

	forms_sql(&o->f, "UPDATE answer SET value = '5' WHERE question_id = (SELECT id FROM question "
			 "WHERE name = 'quality_roads') AND form_id < 2020");
	forms_sql(&o->f, "UPDATE form SET mode = 'online' WHERE wave_id = 2");
	if (published_recompute(db, 2, err))
		return -1;
	assert_true(forms_number(&o->f, "SELECT value * 100 FROM published_result") > 300);
	return error_set(err, ERROR_IO, "the disk is full");
}

static void
what_fails_leaves_answers_and_value_as_they_were(void **state)
{
	struct open *o = *state;

	key_wave(o, 2, 0);
	publish(o, "quality_roads", "mean", "ROADS");
	refused(o, db_write(o->f.db, NULL, fail_after_recompute, o, &o->f.err), ERROR_IO);
	assert_true(rank(o, "ROADS", 2026).rows[0].value == 3);
	correct(o, 1, "quality_roads=5");
	assert_true(rank(o, "ROADS", 2026).rows[0].value == 3.1);
}

static int
erase_all(struct db *db, void *context, struct error *err)
{
	struct open *o = context;

	forms_sql(&o->f, "UPDATE form SET state = 'spoilt' WHERE wave_id = 2");
	return published_recompute(db, 2, err);
}

static void
a_wave_that_lost_its_forms_leaves_a_missing_value(void **state)
{
	struct open *o = *state;

	key_wave(o, 2, 0);
	publish(o, "quality_roads", "mean", "ROADS");
	ok(o, db_write(o->f.db, NULL, erase_all, o, &o->f.err));
	assert_int_equal(rank(o, "ROADS", 2026).rows[0].flag, FLAG_NO_ANSWERS);
}

static void
an_erased_wave_keeps_what_was_published(void **state)
{
	struct open *o = *state;

	key_wave(o, 2, 0);
	publish(o, "quality_roads", "mean", "ROADS");
	forms_sql(&o->f, "UPDATE wave SET erased_at = '2026-11-22T00:00:00Z' WHERE id = 2");
	ok(o, db_write(o->f.db, NULL, erase_all, o, &o->f.err));
	assert_true(rank(o, "ROADS", 2026).rows[0].value == 3);
}

static int
move_wave(struct db *db, void *context, struct error *err)
{
	struct open *o = context;

	forms_sql(&o->f, "UPDATE wave SET year = 2025 WHERE id = 2");
	return published_recompute(db, 2, err);
}

static void
a_wave_given_another_year_takes_its_results_along(void **state)
{
	struct open *o = *state;

	key_wave(o, 2, 0);
	publish(o, "quality_roads", "mean", "ROADS");
	ok(o, db_write(o->f.db, NULL, move_wave, o, &o->f.err));
	assert_int_equal(rank(o, "ROADS", 2026).ranked, 0);
	assert_true(rank(o, "ROADS", 2025).rows[0].value == 3);
}

static void
count_fault(void *context, const char *sentence)
{
	assert_non_null(strstr(sentence, "ROADS"));
	++*(int *)context;
}

static void
a_value_that_is_not_what_the_answers_say_is_found(void **state)
{
	struct open *o = *state;
	int told = 0, found = 0;

	key_wave(o, 2, 0);
	publish(o, "quality_roads", "mean", "ROADS");
	ok(o, check_published(o->f.db, count_fault, &told, &found, &o->f.err));
	assert_int_equal(found, 0);
	forms_sql(&o->f, "UPDATE published_result SET value = 3.01");
	ok(o, check_published(o->f.db, count_fault, &told, &found, &o->f.err));
	assert_int_equal(found, 1);
	assert_int_equal(told, 1);
}

/* ---- reading as any other value ---- */

static void
years_series_and_changes_are_those_of_the_results(void **state)
{
	static const struct unit_filter gminy = { .level = LEVEL_GMINA };
	struct open *o = *state;
	struct trend_point *points;
	struct indicator card;
	int count;

	key_wave(o, 1, 0);
	key_wave(o, 2, 1);
	publish(o, "quality_roads", "mean", "ROADS");
	ok(o, wave_load(o->f.db, 1, &o->wave, &o->f.err));
	publish(o, "quality_roads", "mean", "ROADS");
	card = card_of(o, "ROADS");
	assert_int_equal(card.first_year, 2025);
	assert_int_equal(card.last_year, 2026);
	ok(o, trend_load(o->f.db, &o->units, &card, 1, &gminy, &o->f.arena, &points, &count,
		      &o->f.err));
	assert_int_equal(count, 2);
	assert_true(points[0].own == 3 && points[1].own == 3.8);
	assert_true(fabs(rank(o, "ROADS", 2026).rows[0].previous - 0.8) < 1e-9);
}

static void
a_value_says_which_survey_it_is_from(void **state)
{
	struct open *o = *state;
	struct value_origin origin;
	struct value_source source;
	struct indicator card;

	key_wave(o, 2, 0);
	publish(o, "quality_roads", "share:5", "ROADS");
	card = card_of(o, "ROADS");
	ok(o, value_origin_load(o->f.db, &o->units, &card, 2026, 1, &o->f.arena, &origin,
		      &o->f.err));
	assert_non_null(origin.published);
	assert_string_equal(origin.published->survey_name, "Badanie mieszkańców");
	assert_string_equal(origin.published->choice_label, "bardzo dobrze");
	assert_non_null(strstr(origin.published->wording, "quality_roads"));
	assert_string_equal(origin.published->person, "anna");
	assert_int_equal(origin.published->answers, 40);
	ok(o, value_slice_source(o->f.db, &card, 2026, &source, &o->f.err));
	assert_string_equal(source.source, "Badanie mieszkańców");
	assert_string_equal(source.file_name, "r-22");
}

/* ---- comparing ---- */

static const struct compared_cell *
cell_of(const struct wave_compare *c, const char *row, int wave)
{
	for (int r = 0; r < c->row_count; r++)
		if (!strcmp(c->rows[r].name, row))
			return &c->cells[r * c->wave_count + wave];
	fail_msg("no row %s", row);
	return NULL;
}

static void
waves_are_compared_with_the_one_before(void **state)
{
	struct open *o = *state;
	struct wave waves[2];
	struct wave_compare c;

	key_wave(o, 1, 0);
	key_wave(o, 2, 1);
	for (int i = 0; i < 2; i++)
		ok(o, wave_load(o->f.db, i + 1, &waves[i], &o->f.err));
	ok(o, wave_compare(o->f.db, waves, 2, "quality_roads", COMPARE_PREVIOUS, false, NO_SLOT,
		      "pl", &o->f.arena, &c, &o->f.err));
	assert_true(isnan(cell_of(&c, "mean", 0)->difference));
	assert_true(fabs(cell_of(&c, "mean", 1)->difference - 0.8) < 1e-9);
	assert_true(cell_of(&c, "mean", 1)->p > 0.005 && cell_of(&c, "mean", 1)->p < 0.02);
	assert_true(fabs(cell_of(&c, "top2", 1)->difference - 0.2) < 1e-9);
	assert_true(fabs(cell_of(&c, "5", 1)->value - 0.4) < 1e-9);
	assert_false(c.waves[1].reworded);
	waves[0].sample = SAMPLE_RETURNED;
	ok(o, wave_compare(o->f.db, waves, 2, "quality_roads", COMPARE_PREVIOUS, false, NO_SLOT,
		      "pl", &o->f.arena, &c, &o->f.err));
	assert_true(isnan(cell_of(&c, "mean", 1)->p)); /* not both random */
	refused(o, wave_compare(o->f.db, waves, 2, "nothing", COMPARE_PREVIOUS, false, NO_SLOT,
			   "pl", &o->f.arena, &c, &o->f.err), ERROR_MISSING);
}

static void
units_are_compared_with_the_own_one(void **state)
{
	struct open *o = *state;
	struct wave_compare c;
	struct wave *waves, own;
	int count;

	key_wave(o, 1, 0);
	key_wave(o, 2, 0);
	key_wave(o, 3, 1);
	ok(o, wave_load(o->f.db, 3, &own, &o->f.err));
	ok(o, waves_asking(o->f.db, "rating/quality_roads", &o->f.arena, &waves, &count,
		      &o->f.err));
	assert_int_equal(count, 3);
	waves_of_units(&o->units, NULL, &own, waves, &count, &o->f.arena);
	assert_int_equal(count, 2);
	assert_string_equal(waves[0].code, "r-23"); /* the own one first */
	assert_string_equal(waves[1].code, "r-22"); /* the newest of the other */
	ok(o, wave_compare(o->f.db, waves, count, "quality_roads", COMPARE_OWN, false, 2, "pl",
		      &o->f.arena, &c, &o->f.err));
	assert_true(c.waves[0].own && !c.waves[1].own);
	assert_true(fabs(cell_of(&c, "mean", 1)->difference + 0.8) < 1e-9);
}

/* Three could not say, the lowest point was said by one: the number of answers on the scale would
 * tell the three, the mean in full the one. */
static void
a_mean_beside_hidden_cells_is_coarse_wherever_it_goes(void **state)
{
	struct open *o = *state;
	struct published_value v;
	struct wave_columns w;
	struct wave waves[2];
	struct wave_compare c;
	struct strengths p;
	struct indicator card;

	key_wave(o, 1, 0);
	for (int i = 1; i <= FORMS; i++) {
		char answers[64];

		snprintf(answers, sizeof(answers), "quality_roads=%d",
			i <= 3 ? 9 : i == 4 ? 1 : 3 + i % 3);
		key(o, 2, i, answers);
	}
	for (int i = 0; i < 2; i++)
		ok(o, wave_load(o->f.db, i + 1, &waves[i], &o->f.err));
	ok(o, wave_compare(o->f.db, waves, 2, "quality_roads", COMPARE_PREVIOUS, false, NO_SLOT,
		      "pl", &o->f.arena, &c, &o->f.err));
	assert_int_equal(c.waves[1].table.valid, 40);
	assert_int_equal(c.waves[1].table.scale.n, 37);
	assert_true(c.waves[1].table.scale.n_hidden && c.waves[1].table.scale.coarse);
	assert_string_equal(c.rows[c.row_count - 1].name, "mean");
	assert_int_equal(wave_compare_answers(&c, c.row_count - 1, 0), 40);
	assert_int_equal(wave_compare_answers(&c, c.row_count - 1, 1), -1);
	assert_int_equal(wave_compare_decimals(&c, c.row_count - 1, 0), 2);
	assert_int_equal(wave_compare_decimals(&c, c.row_count - 1, 1), 1);
	assert_true(isnan(cell_of(&c, "mean", 1)->difference));
	v = publish(o, "quality_roads", "mean", "ROADS");
	card = card_of(o, "ROADS");
	assert_true(v.coarse);
	assert_int_equal(v.answers, 0);
	assert_int_equal(card.decimals, 1);
	ok(o, wave_columns_open(o->f.db, &waves[1], "pl", &o->f.arena, &w, &o->f.err));
	ok(o, strengths_load(&w, NULL, &p, &o->f.err));
	assert_true(p.areas[1].coarse);
}

static void
lines_between_fields_say_of_how_many_services_they_are(void **state)
{
	struct open *o = *state;
	struct wave_columns w;
	struct services s;
	char line[256];

	for (int i = 1; i <= FORMS; i++) {
		char answers[256];

		snprintf(answers, sizeof(answers), "importance_roads=5|importance_buses=4|"
			"quality_roads=%d%s", 1 + i % 5, i <= 3 ? "|quality_buses=4" : "");
		key(o, 2, i, answers);
	}
	ok(o, wave_columns_open(o->f.db, &o->wave, "pl", &o->f.arena, &w, &o->f.err));
	ok(o, services_load(&w, NULL, &s, &o->f.err));
	assert_int_equal(s.count, 2);
	assert_int_equal(s.known, 1);
	assert_non_null(strstr(services_lines_text(&s, line, sizeof(line)), "1 of 2"));
}

/* Three rated the buses, which hides them: the part is the mean of the roads alone. */
static void
a_part_says_of_how_many_questions_it_is(void **state)
{
	struct open *o = *state;
	struct wave_columns w;
	struct strengths p;
	char text[256];

	for (int i = 1; i <= FORMS; i++) {
		char answers[256];

		snprintf(answers, sizeof(answers), "importance_roads=5|importance_buses=4|"
			"quality_roads=%d%s", 1 + i % 5, i <= 3 ? "|quality_buses=4" : "");
		key(o, 2, i, answers);
	}
	ok(o, wave_columns_open(o->f.db, &o->wave, "pl", &o->f.arena, &w, &o->f.err));
	ok(o, strengths_load(&w, NULL, &p, &o->f.err));
	assert_int_equal(p.areas[1].questions, 1);
	assert_int_equal(p.areas[1].asked, 2);
	assert_non_null(strstr(strength_area_text(&p.areas[1], text, sizeof(text)), "(from 1 of 2"));
	assert_null(strstr(strength_area_text(&p.areas[0], text, sizeof(text)), "(from"));
}

static void
services_fall_into_four_fields(void **state)
{
	struct open *o = *state;
	struct wave_columns w;
	struct services s;
	struct strengths p;

	key_wave(o, 2, 0);
	ok(o, wave_columns_open(o->f.db, &o->wave, "pl", &o->f.arena, &w, &o->f.err));
	ok(o, services_load(&w, NULL, &s, &o->f.err));
	assert_int_equal(s.count, 2);
	assert_string_equal(s.list[0].rating, "quality_roads"); /* the lowest first */
	assert_int_equal(s.list[0].field, SERVICE_IMPROVE);
	assert_int_equal(s.list[1].field, SERVICE_ENOUGH);
	assert_true(s.importance == 3.25 && s.rating == 3.5);
	services_sort(&s, SERVICES_BY_IMPORTANCE);
	assert_string_equal(s.list[0].rating, "quality_roads");
	ok(o, strengths_load(&w, NULL, &p, &o->f.err));
	assert_int_equal(p.area_count, 3);
	assert_true(p.areas[1].position == 62.5); /* (50 + 75) / 2 */
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		T(a_published_mean_is_the_value_of_its_unit_and_year),
		T(every_statistic_is_that_of_the_table),
		T(a_filter_counts_only_the_forms_it_holds_for),
		T(what_does_not_fit_is_refused_in_words),
		T(a_wave_without_forms_publishes_nothing),
		T(an_indicator_has_one_source),
		T(another_result_of_the_same_unit_and_year_wants_a_word),
		T(a_result_that_is_taken_back_is_gone_and_its_card_stays),
		T(under_the_threshold_it_is_missing_with_the_reason),
		T(a_share_of_few_is_hidden),
		T(nobody_answered_is_a_reason_of_its_own),
		T(a_correction_of_one_answer_changes_the_value_in_rankings),
		T(what_fails_leaves_answers_and_value_as_they_were),
		T(a_wave_that_lost_its_forms_leaves_a_missing_value),
		T(an_erased_wave_keeps_what_was_published),
		T(a_wave_given_another_year_takes_its_results_along),
		T(a_value_that_is_not_what_the_answers_say_is_found),
		T(years_series_and_changes_are_those_of_the_results),
		T(a_value_says_which_survey_it_is_from),
		T(waves_are_compared_with_the_one_before),
		T(units_are_compared_with_the_own_one),
		T(a_mean_beside_hidden_cells_is_coarse_wherever_it_goes),
		T(lines_between_fields_say_of_how_many_services_they_are),
		T(a_part_says_of_how_many_questions_it_is),
		T(services_fall_into_four_fields),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
