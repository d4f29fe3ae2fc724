/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers of a wave as a table: read whole or not at all, given out, and read back the same. */
#include "forms_fixture.h"

#include "config.h"

#include "base/text.h"
#include "exchange/answers.h"
#include "model/surveys/form_import.h"
#include "model/surveys/form_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct place_of_test {
	struct forms f;
	char path[64];
	struct importer *importer;
	const struct import_preview *preview;
};

static int
open_place(void **state)
{
	struct place_of_test *p = calloc(1, sizeof *p);

	if (!p || forms_open(&p->f, NULL) < 0)
		return -1;
	*state = p;
	return 0;
}

static int
close_place(void **state)
{
	struct place_of_test *p = *state;

	importer_free(p->importer);
	forms_close(&p->f);
	free(p);
	return 0;
}

/* Reads the text as a file of the wave s-26; 0 or -1 with p->f.err. */
static int
look(struct place_of_test *p, const char *text, struct import_options options)
{
	int file, result;

	importer_free(p->importer);
	p->importer = NULL;
	error_clear(&p->f.err);
	strcpy(p->path, "/tmp/test_answers_XXXXXX");
	file = mkstemp(p->path);
	assert_true(file >= 0);
	assert_int_equal(write(file, text, strlen(text)), strlen(text));
	close(file);
	if (!options.wave)
		options.wave = "s-26";
	result = importer_read(
		&p->importer, p->f.db, IMPORT_ANSWERS, p->path, &options, NULL, &p->f.err);
	unlink(p->path);
	p->preview = result == 0 ? importer_preview(p->importer) : NULL;
	return result;
}

static int
take(struct place_of_test *p, const char *text, struct import_options options)
{
	int64_t id;

	if (look(p, text, options) < 0)
		return -1;
	return importer_write(p->importer, NULL, &id, &p->f.err);
}

static const struct import_options plain;

/* The settled answer as "value/reason". */
static const char *
answer_of(struct place_of_test *p, int64_t number, const char *name, int occurrence)
{
	static char text[512];
	struct answers a = { .arena = &p->f.arena };
	const struct answer *x;
	struct form form;

	assert_int_equal(form_by_number(p->f.db, p->f.wave, number, &form, &p->f.err), 0);
	assert_int_equal(form_answers(p->f.db, form.id, &p->f.q, &a, &p->f.err), 0);
	x = answers_find(&a, forms_question(&p->f, name), occurrence);
	snprintf(text, sizeof text, "%s/%s", x ? x->value : "none",
		x ? missing_reason(x->missing)->name : "");
	return text;
}

static bool
remarked(const struct place_of_test *p, const char *part, long line)
{
	for (int i = 0; i < p->preview->remark_count; i++)
		if (strstr(p->preview->remarks[i].text, part) &&
			(line == 0 || p->preview->remarks[i].line == line))
			return true;
	return false;
}

/* ---- columns and values ---- */

static void
names_labels_and_codes_are_understood(void **state)
{
	struct place_of_test *p = *state;

	assert_int_equal(take(p,
		"form_number;mode;about/sex;born;household;children;services;District;grade;"
		"distance;moved_in\n"
		"501;papier;female;1980;3;2;1 3;north;;12,5;24.12.2001\n"
		";;Male;1970;2;no;park;south;;3.5;2001-12-24\n",
		(struct import_options){ .mappings = (struct answer_mapping[]){
			{ "", "grade", "" } }, .mapping_count = 1 }), 0);
	assert_int_equal(p->preview->counts.new_values, 2);
	assert_string_equal(answer_of(p, 501, "sex", 1), "female/");
	assert_string_equal(answer_of(p, 501, "children", 1), "no/");
	assert_string_equal(answer_of(p, 501, "services", 1), "bus park/");
	assert_string_equal(answer_of(p, 501, "distance", 1), "12.5/");
	assert_string_equal(answer_of(p, 501, "moved_in", 1), "2001-12-24/");
	assert_string_equal(answer_of(p, 501, "children_count", 1), "/off_route");
	assert_string_equal(answer_of(p, 501, "comments", 1), "/no_answer");
	assert_string_equal(answer_of(p, 501, "age", 1), "46/");
	assert_string_equal(answer_of(p, 502, "sex", 1), "male/");
	assert_int_equal(forms_number(&p->f,
		"SELECT count(*) FROM form WHERE mode = 'paper' AND import_id IS NOT NULL"), 1);
	assert_int_equal(forms_number(&p->f,
		"SELECT count(*) FROM form WHERE mode = 'online' AND number = 502"), 1);
}

static void
one_column_a_choice_and_passes_of_a_repeat(void **state)
{
	struct place_of_test *p = *state;

	assert_int_equal(take(p,
		"form_number,services/bus,services/school,services_none,trip_to_1,trip_km_1,trip_to_2,"
		"trip_km[2]\n"
		"1,1,0,0,Kraków,5,Nowy Targ,7\n"
		"2,TRUE,tak,,,,,\n"
		"3,0,0,0,,,,\n"
		"4,,,,,,,\n", plain), 0);
	assert_string_equal(answer_of(p, 1, "services", 1), "bus/");
	assert_string_equal(answer_of(p, 1, "trip_to", 2), "Nowy Targ/");
	assert_string_equal(answer_of(p, 1, "trip_km", 2), "7/");
	assert_string_equal(answer_of(p, 1, "all_km", 1), "12/");
	assert_string_equal(answer_of(p, 2, "services", 1), "bus school/");
	assert_string_equal(answer_of(p, 3, "services", 1), "/no_answer");
}

static void
reasons_stand_in_their_columns_or_in_place_of_answers(void **state)
{
	struct place_of_test *p = *state;

	assert_int_equal(take(p,
		"form_number,born,born_missing,household,sex,recommend\n"
		"1,,illegible,two_marks,refused,9\n"
		"2,1990,,3,dont_know,refused\n", plain), 0);
	assert_string_equal(answer_of(p, 1, "born", 1), "/illegible");
	assert_string_equal(answer_of(p, 1, "household", 1), "/two_marks");
	assert_string_equal(answer_of(p, 1, "sex", 1), "refused/refused");
	assert_string_equal(answer_of(p, 2, "sex", 1), "/dont_know");
	assert_string_equal(answer_of(p, 2, "recommend", 1), "/refused");
	assert_int_equal(look(p, "form_number,born,born_missing\n7,1990,refused\n", plain), 0);
	assert_true(remarked(p, "both an answer and a reason", 2));
}

static void
what_a_person_says_of_columns_and_labels_is_kept_for_the_next_file(void **state)
{
	struct place_of_test *p = *state;
	const struct answer_mapping said[] = { { "", "Gender", "sex" }, { "", "Colour", "" },
		{ "sex", "woman", "female" } };
	const struct import_options with = { .mappings = said, .mapping_count = 3 };
	struct answers_heading *headings;
	struct answers_label *labels;
	int count;

	assert_int_equal(look(p, "Gender,Colour,born\nwoman,red,1980\nman,blue,1970\n", plain), 0);
	assert_int_equal(p->preview->needs_mapping, 2);
	assert_true(remarked(p, "“Gender” is no question", 1));
	answers_headings(p->importer, &p->f.arena, &headings, &count);
	assert_int_equal(count, 3);
	assert_string_equal(headings[0].examples, "woman; man");
	assert_int_equal(headings[1].role, ANSWERS_UNKNOWN);
	assert_string_equal(headings[2].target, "born");
	assert_int_equal(importer_decide(p->importer, &(struct import_options){ .wave = "s-26",
		.mappings = said, .mapping_count = 3, .skip_bad = true }, &p->f.err), 0);
	assert_int_equal(p->preview->needs_mapping, 0);
	assert_int_equal(p->preview->bad_rows, 1);
	answers_labels(p->importer, &p->f.arena, &labels, &count);
	assert_int_equal(count, 2);
	assert_string_equal(labels[0].target, "female");
	assert_null(labels[1].target);
	assert_true(remarked(p, "“man” is no answer of the question sex; expected: female, male", 3));
	assert_int_equal(take(p, "Gender,Colour,born\nwoman,red,1980\n", with), 0);
	assert_int_equal(take(p, "Gender,Colour,born\nwoman,green,1981\n", plain), 0);
	assert_int_equal(p->preview->counts.new_values, 1);
	assert_int_equal(look(p, "sex,Gender\nfemale,female\n", with), -1);
	assert_non_null(strstr(p->f.err.text, "mean the same"));
}

/* ---- bad input ---- */

static void
a_row_that_cannot_be_taken_stops_the_file_and_says_why(void **state)
{
	struct place_of_test *p = *state;
	static const struct {
		const char *row, *why;
	} rows[] = {
		{ "201,female,1980,1.2.2001", NULL },
		{ "202,alien,1980,", "“alien” is no answer of the question sex; expected: female, male" },
		{ "203,male,1980,31.02.2001", "There is no day 2001-02-31 in the calendar" },
		{ "204,male,abc,", "takes a whole number" },
		{ "205,male,1850,", "born: found “1850”. twardo born" },
		{ "201,male,1980,", "The form number 201 stands in the file already" },
		{ "x,male,1980,", "“x” is no form number" },
		{ "101,male,1980,", "Form 101 was received on paper" },
	};
	char text[1024] = "form_number,sex,born,moved_in\n";

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		strcat(text, rows[i].row);
		strcat(text, "\n");
	}
	assert_int_equal(take(p, text, plain), -1);
	assert_non_null(strstr(p->f.err.text, "7 rows cannot be taken"));
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].why && !remarked(p, rows[i].why, (long)i + 2))
			fail_msg("not said: %s", rows[i].why);
	assert_int_equal(forms_number(&p->f, "SELECT count(*) FROM import"), 0);
	assert_int_equal(take(p, text, (struct import_options){ .skip_bad = true }), 0);
	assert_int_equal(p->preview->counts.new_values, 1);
	assert_int_equal(p->preview->counts.skipped, 7);
	assert_string_equal(answer_of(p, 201, "sex", 1), "female/");
}

static void
an_open_answer_of_a_megabyte_is_refused_in_words(void **state)
{
	struct place_of_test *p = *state;
	size_t size = 1 << 20;
	char *text = malloc(size + 64);

	strcpy(text, "comments\n");
	memset(text + 9, 'x', size);
	strcpy(text + 9 + size, "\n");
	assert_int_equal(look(p, text, plain), 0);
	assert_true(remarked(p, "has 1048576 characters; at most 10000 are kept", 2));
	free(text);
}

static void
a_foreign_file_a_closed_wave_and_a_long_row_are_refused(void **state)
{
	struct place_of_test *p = *state;

	assert_int_equal(look(p, "a,b\n1,2\n", plain), -1);
	assert_non_null(strstr(p->f.err.text, "none of the headings is a question"));
	assert_int_equal(look(p, "sex\n", plain), -1);
	assert_non_null(strstr(p->f.err.text, "no rows with answers"));
	assert_int_equal(look(p, "sex,born\nmale,1980,9\n", plain), -1);
	assert_non_null(strstr(p->f.err.text, "the row has 3 fields; the header has 2"));
	assert_int_equal(look(p, "sex\nmale\n", (struct import_options){ .wave = "none" }), -1);
	assert_int_equal(look(p, "sex,mode\nmale,pigeon\n", plain), 0);
	assert_true(remarked(p, "“pigeon” is no way of answering", 2));
	assert_true(remarked(p, "online (internet, web)", 2));
	forms_sql(&p->f, "UPDATE wave SET closed_at = '2026-01-01T00:00:00Z'");
	assert_int_equal(look(p, "sex\nmale\n", plain), -1);
	assert_non_null(strstr(p->f.err.text, "is closed and takes no answers"));
	forms_sql(&p->f, "UPDATE wave SET closed_at = NULL, erased_at = '2026-01-01T00:00:00Z'");
	assert_int_equal(look(p, "comments\nsąsiad\n", plain), -1);
	assert_non_null(strstr(p->f.err.text, "have been erased"));
}

/* ---- again, and back ---- */

static void
a_second_import_changes_nothing_and_a_longer_file_brings_what_is_new(void **state)
{
	struct place_of_test *p = *state;
	static const char first[] = "sex,born\nmale,1980\nmale,1980\nfemale,1970\n";
	static const char longer[] = "sex,born\nmale,1980\nmale,1980\nfemale,1970\nmale,1980\n";

	assert_int_equal(take(p, first, plain), 0);
	assert_int_equal(p->preview->counts.new_values, 3);
	assert_int_equal(take(p, first, plain), 0);
	assert_int_equal(p->preview->counts.same, 3);
	assert_non_null(p->preview->already);
	assert_int_equal(take(p, longer, plain), 0);
	assert_int_equal(p->preview->counts.new_values, 1);
	assert_int_equal(p->preview->counts.same, 3);
	assert_int_equal(forms_number(&p->f, "SELECT count(*) FROM form WHERE batch_id IS NULL"), 4);
	assert_int_equal(forms_number(&p->f, "SELECT max(number) FROM form"), 124);
}

static void
a_form_that_is_there_with_other_answers_is_named_and_stays(void **state)
{
	struct place_of_test *p = *state;

	assert_int_equal(take(p, "form_number,born\n7,1980\n8,1990\n", plain), 0);
	assert_int_equal(take(p, "form_number,born\n7,1981\n8,1990\n9,1970\n", plain), 0);
	assert_int_equal(p->preview->counts.changed, 1);
	assert_int_equal(p->preview->counts.same, 1);
	assert_int_equal(p->preview->counts.new_values, 1);
	assert_true(remarked(p, "Form 7 is in the wave already with other answers", 2));
	assert_string_equal(answer_of(p, 7, "born", 1), "1980/");
}

static void
the_tools_own_name_of_an_answer_tells_it_from_others(void **state)
{
	struct place_of_test *p = *state;

	assert_int_equal(take(p, "_uuid,born\nuuid:a-1,1980\nuuid:a-2,1980\n", plain), 0);
	assert_int_equal(take(p, "born,_uuid\n1980,uuid:a-2\n1985,uuid:a-1\n", plain), 0);
	assert_int_equal(p->preview->counts.same, 1);
	assert_int_equal(p->preview->counts.changed, 1);
	assert_int_equal(look(p, "_uuid,born\na,1980\na,1981\n", plain), 0);
	assert_true(remarked(p, "“a” stands in the file already", 3));
}

static void
an_import_is_taken_back_whole_unless_its_forms_were_corrected(void **state)
{
	struct place_of_test *p = *state;
	struct answer_change change = { .answer = { forms_question(&p->f, "born"), 1, "1981",
		MISSING_NONE, 0 } };
	struct form form;
	int64_t id;

	assert_int_equal(take(p, "form_number,born,sex\n7,1980,male\n8,1990,male\n",
		(struct import_options){ .mode = "paper" }), 0);
	id = forms_number(&p->f, "SELECT max(id) FROM import");
	assert_int_equal(forms_number(&p->f, "SELECT new_count FROM import"), 2);
	assert_int_equal(form_by_number(p->f.db, 1, 7, &form, &p->f.err), 0);
	assert_int_equal(form_correct(p->f.db, &form, &p->f.anna, &p->f.q, &change, 1, "slip",
		&p->f.err), 0);
	assert_int_equal(import_undo(p->f.db, id, &p->f.err), -1);
	assert_non_null(strstr(p->f.err.text, "its form 7 was corrected since"));
	error_clear(&p->f.err);
	forms_sql(&p->f, "DELETE FROM reading_keyer WHERE reading > 1");
	forms_sql(&p->f, "DELETE FROM reading WHERE reading > 1");
	if (import_undo(p->f.db, id, &p->f.err) < 0)
		fail_msg("%s", p->f.err.text);
	assert_int_equal(forms_number(&p->f, "SELECT count(*) FROM form WHERE batch_id IS NULL"), 0);
	assert_int_equal(forms_number(&p->f, "SELECT count(*) FROM answer WHERE reading = 1"), 0);
	assert_int_equal(take(p, "form_number,born,sex\n7,1980,male\n8,1990,male\n", plain), 0);
	assert_int_equal(p->preview->counts.new_values, 2);
}

/* ---- out and in again ---- */

static uint64_t dice_state;

static int
dice(int sides)
{
	dice_state = dice_state * 6364136223846793005u + 1442695040888963407u;
	return (int)(dice_state >> 33) % sides;
}

static const char *
random_names(struct forms *f, const struct question *q, int most)
{
	int *list, count = choice_list(&f->q, q->list, &f->arena, &list), taken = 0;
	const char *names = "";

	for (int i = dice(count); i < count && taken < most; i += 1 + dice(3), taken++) {
		if (f->q.choices[list[i]].exclusive && taken)
			break;
		names = arena_format(&f->arena, "%s%s%s", names, taken ? " " : "",
			f->q.choices[list[i]].name);
		if (f->q.choices[list[i]].exclusive)
			break;
	}
	return names;
}

static const char *
random_value(struct forms *f, const struct question *q)
{
	static const char *const texts[] = { "a, b", "\"tak\"", "dwie\nlinie", " z odstępem ",
		"refused", "=1+1", "Łódź" };

	switch (q->type) {
	case QUESTION_SELECT_ONE:
		return random_names(f, q, 1);
	case QUESTION_SELECT_MULTIPLE:
		return random_names(f, q, 3);
	case QUESTION_RANK:
		return random_names(f, q, 2);
	case QUESTION_INTEGER:
		return arena_format(&f->arena, "%d", dice(2) ? dice(30) : 1900 + dice(140));
	case QUESTION_DECIMAL:
		return arena_format(&f->arena, "%d.%02d", dice(40), dice(100));
	case QUESTION_RANGE:
		return arena_format(&f->arena, "%d", dice(11));
	case QUESTION_DATE:
		return arena_format(&f->arena, "%d-%02d-%02d", 1990 + dice(30), 1 + dice(12),
			1 + dice(28));
	default:
		return texts[dice(7)];
	}
}

static void
random_answers(struct forms *f, struct answers *a)
{
	for (int i = 0; i < f->q.question_count; i++) {
		const struct question *q = &f->q.questions[i];
		int passes = question_repeat(&f->q, i) >= 0 ? dice(4) : 1;

		for (int k = 1; k <= passes && question_asked(q); k++) {
			int kind = dice(10);

			if (kind == 0)
				continue;
			if (kind == 1) {
				answers_put(a, i, k, "", (enum missing)(1 + dice(8)), 0);
				continue;
			}
			answers_put(a, i, k, random_value(f, q), MISSING_NONE, 0);
			for (int c = 0; c < f->q.choice_count; c++)
				if (!strcmp(f->q.choices[c].list, q->list) && q->list[0] &&
					!strcmp(f->q.choices[c].name,
						answers_find(a, i, k)->value))
					answers_put(a, i, k, f->q.choices[c].name,
						f->q.choices[c].missing, 0);
		}
	}
}

enum { MANY = 300 };

static int
write_many(struct db *db, void *context, struct error *err)
{
	struct forms *f = context;

	for (int n = 1; n <= MANY; n++) {
		struct answers a = { .arena = &f->arena };
		char uid[33];
		const struct form_new form = { .wave = 1, .version = f->q.version_id,
			.number = 1000 + n, .import = 1, .uid = uid, .mode = "paper",
			.now = "2026-11-22T10:00:00Z" };

		snprintf(uid, sizeof uid, "%032x", n);
		random_answers(f, &a);
		if (route_complete(f->r, &a, false, err) < 0 ||
			form_import_add(db, &form, &a, 1, &f->q, err) < 0)
			return -1;
	}
	return 0;
}

static void
expect_equal(struct place_of_test *p, int64_t wave, int64_t number)
{
	struct answers a[2] = { { .arena = &p->f.arena }, { .arena = &p->f.arena } };
	struct form form;

	for (int i = 0; i < 2; i++) {
		assert_int_equal(form_by_number(p->f.db, i ? wave : 1, number, &form, &p->f.err), 0);
		assert_int_equal(form_answers(p->f.db, form.id, &p->f.q, &a[i], &p->f.err), 0);
	}
	for (int i = 0; i < a[0].count; i++) {
		const struct answer *x = &a[0].list[i];
		const struct answer *y = answers_find(&a[1], x->question, x->occurrence);

		if (!y || strcmp(x->value, y->value) || x->missing != y->missing)
			fail_msg("form %d, %s_%d: “%s” %s became “%s” %s", (int)number,
				p->f.q.questions[x->question].name, x->occurrence, x->value,
				missing_reason(x->missing)->name, y ? y->value : "nothing",
				y ? missing_reason(y->missing)->name : "");
	}
	assert_int_equal(a[0].count, a[1].count);
}

static void
what_is_given_out_reads_back_as_the_same_answers(void **state)
{
	struct place_of_test *p = *state;
	const struct answers_export whole = { .numbers = true, .texts = true };
	struct db_act act = { .action = "test" };
	struct output *out = output_memory();
	struct wave wave;
	size_t length;
	long forms;

	dice_state = 7;
	assert_int_equal(take(p, "form_number,born\n999,1980\n", plain), 0);
	assert_int_equal(db_write(p->f.db, &act, write_many, &p->f, &p->f.err), 0);
	forms_sql(&p->f, "INSERT INTO wave (id, uid, survey_id, code, slot, year, version_id, sample, "
		"anonymity) SELECT 2, '%s', survey_id, 's-27', slot, 2027, version_id, sample, anonymity "
		"FROM wave", "22222222222222222222222222222222");
	assert_int_equal(wave_by_code(p->f.db, "s-26", &wave, &p->f.err), 0);
	assert_int_equal(answers_write(p->f.db, &wave, &whole, out, NULL, &forms, &p->f.err), 0);
	assert_int_equal(forms, MANY + 1);
	if (take(p, output_text(out, &length), (struct import_options){ .wave = "s-27" }) < 0)
		fail_msg("%s; %s", p->f.err.text, p->preview && p->preview->remark_count
				? p->preview->remarks[0].text : "");
	for (int n = 1; n <= MANY; n++)
		expect_equal(p, 2, 1000 + n);
	output_abort(out);
}

static void
numbers_keyers_and_open_answers_go_out_only_when_asked_for(void **state)
{
	struct place_of_test *p = *state;
	const struct answers_export little = { .numbers = false }, whole = { .numbers = true, .texts = true };
	struct output *out = output_memory();
	struct wave wave;
	const char *text;
	size_t length;

	assert_int_equal(take(p, "form_number,born,comments\n7,1980,secret\n", plain), 0);
	assert_int_equal(wave_by_code(p->f.db, "s-26", &wave, &p->f.err), 0);
	assert_int_equal(answers_write(p->f.db, &wave, &little, out, NULL, NULL, &p->f.err), 0);
	text = output_text(out, &length);
	assert_int_equal(strncmp(text, "mode,sex,sex_missing,born,", 26), 0);
	assert_null(strstr(text, "secret"));
	assert_null(strstr(text, "comments"));
	assert_null(strstr(text, "born_missing"));
	output_abort(out);
	out = output_memory();
	assert_int_equal(answers_write(p->f.db, &wave, &whole, out, NULL, NULL, &p->f.err), 0);
	text = output_text(out, &length);
	assert_int_equal(strncmp(text, "form_number,keyed_at,keyer,mode,sex", 35), 0);
	assert_non_null(strstr(text, "\n7,"));
	assert_non_null(strstr(text, "secret"));
	output_abort(out);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_place, close_place)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(names_labels_and_codes_are_understood),
		TEST(one_column_a_choice_and_passes_of_a_repeat),
		TEST(reasons_stand_in_their_columns_or_in_place_of_answers),
		TEST(what_a_person_says_of_columns_and_labels_is_kept_for_the_next_file),
		TEST(a_row_that_cannot_be_taken_stops_the_file_and_says_why),
		TEST(an_open_answer_of_a_megabyte_is_refused_in_words),
		TEST(a_foreign_file_a_closed_wave_and_a_long_row_are_refused),
		TEST(a_second_import_changes_nothing_and_a_longer_file_brings_what_is_new),
		TEST(a_form_that_is_there_with_other_answers_is_named_and_stays),
		TEST(the_tools_own_name_of_an_answer_tells_it_from_others),
		TEST(an_import_is_taken_back_whole_unless_its_forms_were_corrected),
		TEST(what_is_given_out_reads_back_as_the_same_answers),
		TEST(numbers_keyers_and_open_answers_go_out_only_when_asked_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
