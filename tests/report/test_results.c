/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of survey results: decimals by base, bases and notes below, nothing hidden ever written. */
#include "config.h"

#include "report/result_tables.h"

#include "base/i18n.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;

static int
start(void **state)
{
	(void)state;
	i18n_start("en");
	return 0;
}

static int
release(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

static const char *
shown(struct report_table *t, enum report_format format)
{
	struct output *out = output_memory();
	struct error err = { 0 };
	const char *text;

	if (report_write(t, format, out, &err))
		fail_msg("%s", err.text);
	text = arena_string(&arena, output_text(out, NULL));
	output_abort(out);
	return text;
}

static const struct answer_column satisfied = { .name = "q1",
	.number = "1",
	.label = "Are you satisfied?",
	.kind = COLUMN_CHOICE,
	.scale = true,
	.low = 1,
	.high = 5 };

static struct result_row
row(const char *name, const char *label, long n, double percent, double valid)
{
	return (struct result_row){ .name = name,
		.label = label,
		.n = n,
		.weighted = n,
		.percent = percent,
		.valid = { valid, NAN, NAN },
		.mean_place = NAN,
		.points = NAN };
}

/* 250 forms: 120 yes, 80 no, 40 hard to say, 10 without an answer. */
static struct frequency
satisfaction(struct result_row rows[4])
{
	rows[0] = row("1", "yes", 120, 48, 0.5);
	rows[1] = row("2", "no", 80, 32, 80 / 240.0);
	rows[2] = row("9", "hard to say", 40, 16, 40 / 240.0);
	rows[2].exit = true;
	rows[3] = row("no_answer", "no answer", 10, 4, NAN);
	rows[3].missing = MISSING_NO_ANSWER;
	return (struct frequency){ .column = &satisfied,
		.forms = 250,
		.valid = 240,
		.weighted_forms = 250,
		.weighted_valid = 240,
		.effective = 240,
		.rows = rows,
		.row_count = 4,
		.missing_from = 3,
		.scale = { 200, 3.8, 1.104, 4, 3, 5, 1, 5, NAN, NAN, 0.55, 0.2, 0.35, NAN,
			false, false },
		.threshold = 5,
		.notes = NOTE_NOT_RANDOM };
}

static void
a_distribution_says_its_bases_and_its_means(void **state)
{
	const struct result_view view = { .where = "${age} > 18", .bars = true };
	struct result_row rows[4];
	struct frequency f = satisfaction(rows);
	struct report_table t;

	(void)state;
	result_frequency(&t, &arena, &f, &view);
	assert_string_equal(shown(&t, REPORT_FORMAT_TEXT),
		"1. Are you satisfied?\n"
		"Only forms with: ${age} > 18\n"
		"\n"
		"Answer            n  Of forms, %  Of answers, %\n"
		"--------------  ---  -----------  -------------  --------------------\n"
		"yes             120         48.0           50.0  ██████████\n"
		"no               80         32.0           33.3  ██████▌\n"
		"hard to say      40         16.0           16.7  ███▌\n"
		"--------------  ---  -----------  -------------  --------------------\n"
		"Answered        240         96.0          100.0\n"
		"no answer        10          4.0\n"
		"--------------  ---  -----------  -------------  --------------------\n"
		"Forms selected  250        100.0\n"
		"\n"
		"Mean 3.80, median 4, standard deviation 1.10, n = 200.\n"
		"Two highest points 55.0\302\240%, two lowest 20.0\302\240%, net score +35.0 percentage points.\n"
		"Answers outside the scale stand in the table and are left out of means.\n"
		"The sample is not random, so no error of sampling is given.\n");
}

static void
numbers_say_their_quartiles(void **state)
{
	static const struct answer_column people = { .name = "q4", .number = "4", .label = "People",
		.kind = COLUMN_NUMBER, .scale = true };
	struct result_row rows[4];
	struct frequency f = satisfaction(rows);
	const char *const *lines;

	(void)state;
	f.column = &people;
	f.scale = (struct scale_result){ 240, 2.5, 1.1, 2, 1.5, 3, 1, NAN, NAN, NAN, NAN, NAN, NAN,
		NAN, false, false };
	assert_int_equal(result_scale_text(&arena, &f, &lines), 2);
	assert_string_equal(lines[1],
		"Quartiles 1.5 and 3, smallest 1. The largest is not given: too few people wrote it.");
	f.missing_from = 0; /* many different ones: only what is said of them */
	assert_int_equal(result_scale_text(&arena, &f, &lines), 2);
}

static void
a_mean_beside_hidden_cells_stands_without_a_median(void **state)
{
	const struct result_view view = { .bars = false };
	struct result_row rows[4];
	struct frequency f = satisfaction(rows);
	struct report_table t;

	(void)state;
	f.scale = (struct scale_result){ 200, 3.8, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN,
		NAN, NAN, false, false };
	f.notes = NOTE_HIDDEN;
	result_frequency(&t, &arena, &f, &view);
	assert_non_null(strstr(shown(&t, REPORT_FORMAT_TEXT), "Mean 3.80, n = 200.\n"));
	assert_non_null(strstr(shown(&t, REPORT_FORMAT_TEXT), "Median and standard deviation are "));
	f.scale.coarse = f.scale.n_hidden = true;
	result_frequency(&t, &arena, &f, &view);
	assert_non_null(strstr(shown(&t, REPORT_FORMAT_TEXT), "Mean about 3.8.\nHow many "));
	assert_null(strstr(shown(&t, REPORT_FORMAT_TEXT), "n = 200"));
}

static void
the_neutral_csv_has_codes_and_no_bars(void **state)
{
	const struct result_view view = { .codes = true, .bars = true };
	struct result_row rows[4];
	struct frequency f = satisfaction(rows);
	struct report_table t;

	(void)state;
	result_frequency(&t, &arena, &f, &view);
	assert_string_equal(shown(&t, REPORT_FORMAT_CSV),
		"value,label,n,percent,valid_percent\n"
		"1,yes,120,48.0,50.0\n"
		"2,no,80,32.0,33.3\n"
		"9,hard to say,40,16.0,16.7\n"
		",Answered,240,96.0,100.0\n"
		"no_answer,no answer,10,4.0,\n"
		",All forms,250,100.0,\n");
}

static void
below_a_hundred_answers_there_are_no_decimals(void **state)
{
	char text[32];

	(void)state;
	assert_string_equal(result_share(text, sizeof text, 0.336, 99, false), "34\302\240%");
	assert_string_equal(result_share(text, sizeof text, 0.336, 100, false), "33.6\302\240%");
	assert_string_equal(result_share(text, sizeof text, NAN, 100, false), "–");
	assert_string_equal(result_share(text, sizeof text, 0.336, 100, true), "# hidden");
}

static void
weights_and_intervals_get_their_columns(void **state)
{
	const struct result_view view = { .weighted = true };
	struct result_row rows[4];
	struct frequency f = satisfaction(rows);
	struct report_table t;
	const char *text;

	(void)state;
	f.notes = NOTE_FPC;
	f.effective = 180.44;
	rows[0].weighted = 130.26;
	rows[0].valid = (struct estimate){ 0.54, 0.47, 0.61 };
	f.scale.mean_low = 3.64;
	f.scale.mean_high = 3.96;
	result_frequency(&t, &arena, &f, &view);
	text = shown(&t, REPORT_FORMAT_TEXT);
	assert_non_null(strstr(text, "Weighted results"));
	assert_non_null(strstr(text, "130.3"));
	assert_non_null(strstr(text, "47.0–61.0"));
	assert_non_null(strstr(text, "n = 240; weighted n = 240.0; effective n = 180.4 (Kish)."));
	assert_non_null(strstr(text, "Mean 3.80 (95 %: 3.64–3.96)"));
}

/* ---- what is hidden ---- */

/* Everything that a hidden row could be told by is a trap here. */
static void
hide(struct result_row *r)
{
	r->n = -1;
	r->weighted = r->percent = r->valid.value = NAN;
}

static void
the_effective_number_is_not_said_beside_a_hidden_answer(void **state)
{
	const struct result_view view = { .weighted = true };
	struct result_row rows[4];
	struct frequency f = satisfaction(rows);
	struct report_table t;
	const char *text;

	(void)state;
	f.notes = NOTE_HIDDEN;
	f.effective = 180.44;
	hide(&rows[0]);
	hide(&rows[1]);
	result_frequency(&t, &arena, &f, &view);
	text = shown(&t, REPORT_FORMAT_TEXT);
	assert_non_null(strstr(text, "n = 240; weighted n = 240.0."));
	assert_null(strstr(text, "180.4"));
}

static void
what_is_hidden_is_a_sign_and_a_word_in_every_form(void **state)
{
	static const enum report_format formats[] = { REPORT_FORMAT_TEXT, REPORT_FORMAT_HTML,
		REPORT_FORMAT_CSV_POLISH };
	const struct result_view view = { .codes = true, .bars = true, .weighted = true };
	struct result_row rows[4];
	struct frequency f = satisfaction(rows);
	struct report_table t;

	(void)state;
	hide(&rows[1]);
	hide(&rows[3]);
	f.valid = -1;
	f.weighted_valid = f.effective = NAN;
	f.scale.n = 0;
	f.notes |= NOTE_HIDDEN;
	result_frequency(&t, &arena, &f, &view);
	for (int i = 0; i < 3; i++) {
		const char *text = shown(&t, formats[i]);

		assert_non_null(strstr(text, "# hidden"));
		assert_null(strstr(text, "33"));
		assert_null(strstr(text, "80"));
		assert_null(strstr(text, "240"));
		assert_null(strstr(text, "Mean"));
		assert_null(strstr(text, "nan"));
		assert_null(strstr(text, "-1"));
		if (formats[i] != REPORT_FORMAT_CSV_POLISH)
			assert_non_null(strstr(text, "Hidden: counts of fewer than 5 answers"));
	}
}

static void
shares_of_all_marks_go_where_one_number_is_hidden(void **state)
{
	static const struct answer_column several = { .name = "q2",
		.number = "",
		.label = "Which?",
		.kind = COLUMN_CHOICES };
	const struct result_view view = { 0 };
	struct result_row rows[4];
	struct frequency f = satisfaction(rows);
	struct report_table t;

	(void)state;
	f.column = &several;
	f.scale.n = 0;
	result_frequency(&t, &arena, &f, &view);
	assert_non_null(strstr(shown(&t, REPORT_FORMAT_CSV), "mention_percent"));
	hide(&rows[1]);
	result_frequency(&t, &arena, &f, &view);
	assert_null(strstr(shown(&t, REPORT_FORMAT_CSV), "mention_percent"));
}

/* ---- cross-tables ---- */

static struct column_head
head(const char *name, const char *label, long n)
{
	return (struct column_head){ .name = name,
		.label = label,
		.n = n,
		.weighted = n,
		.effective = n,
		.hidden = n < 0,
		.small = n >= 0 && n < 30 };
}

static struct crosstab_cell
cell(long n, long of, long row, long all)
{
	return n < 0 ? (struct crosstab_cell){ -1, NAN, NAN, NAN, NAN, NAN, NAN }
		     : (struct crosstab_cell){ n, n, (double)n / row, (double)n / of,
				(double)n / all, NAN, NAN };
}

static struct crosstab
by_sex(struct column_head heads[4], struct result_row rows[2], struct crosstab_cell cells[8])
{
	heads[0] = head("1", "women", 100);
	heads[1] = head("2", "men", 20);
	heads[2] = head("3", "other", -1);
	heads[3] = head("total", "Total", 128);
	rows[0] = row("1", "yes", 84, 70, 0.7);
	rows[1] = row("2", "no", -1, NAN, NAN);
	for (int i = 0; i < 8; i++)
		cells[i] = cell(-1, 1, 1, 1);
	cells[0] = cell(70, 100, 84, 128);
	cells[1] = cell(12, 20, 84, 128);
	cells[3] = cell(84, 128, 84, 128);
	cells[4] = cell(30, 100, 44, 128);
	cells[5] = cell(8, 20, 44, 128);
	heads[0].scale = (struct scale_result){ .n = 100, .mean = 3.514 };
	return (struct crosstab){ .column = &satisfied,
		.by_label = "sex",
		.heads = heads,
		.head_count = 4,
		.rows = rows,
		.row_count = 2,
		.cells = cells,
		.tested = true,
		.chi_square = 3.245,
		.p = 0.0716,
		.df = 1,
		.expected_low = 0.25,
		.threshold = 5,
		.notes = NOTE_SMALL_GROUP | NOTE_GROUP_HIDDEN };
}

static void
nor_under_a_head_with_a_hidden_cell(void **state)
{
	const struct result_view view = { .weighted = true, .codes = true };
	struct column_head heads[4];
	struct result_row rows[2];
	struct crosstab_cell cells[8];
	struct crosstab x;
	struct report_table t;
	const char *text;

	(void)state;
	x = by_sex(heads, rows, cells);
	heads[0].effective = 91.5;
	heads[1].effective = 17.5;
	cells[4] = cell(-1, 1, 1, 1);
	result_cross(&t, &arena, &x, &view, RESULT_COLUMN, 0, 6);
	text = shown(&t, REPORT_FORMAT_CSV);
	assert_null(strstr(text, "91.5"));
	assert_non_null(strstr(text, "17.5"));
}

static void
a_cross_table_says_its_columns_bases_and_its_test(void **state)
{
	const struct result_view view = { 0 };
	struct column_head heads[4];
	struct result_row rows[2];
	struct crosstab_cell cells[8];
	struct crosstab x = by_sex(heads, rows, cells);
	struct report_table t;

	(void)state;
	result_cross(&t, &arena, &x, &view, RESULT_COLUMN, 0, 6);
	assert_string_equal(shown(&t, REPORT_FORMAT_TEXT),
		"1. Are you satisfied?\n"
		"By: sex\n"
		"per cents of columns\n"
		"\n"
		"Answer  women        men     other     Total\n"
		"------  -----  ---------  --------  --------\n"
		"yes      70.0        60   # hidden      65.6\n"
		"no       30.0        40   # hidden  # hidden\n"
		"------  -----  ---------  --------  --------\n"
		"n         100        20*  # hidden       128\n"
		"mean     3.51  # hidden   # hidden  # hidden\n"
		"\n"
		"No test of chi-square: cells are hidden.\n"
		"Hidden: groups of fewer than 10 people, and with them those that would tell of\n"
		"them: other.\n"
		"* fewer than 30 answers: read with care.\n");
}

static void
a_break_hidden_whole_names_the_groups_that_are_few(void **state)
{
	const struct result_view view = { 0 };
	struct column_head heads[4];
	struct result_row rows[2];
	struct crosstab_cell cells[8];
	struct crosstab x = by_sex(heads, rows, cells);
	struct report_table t;
	const char *text;

	(void)state;
	heads[1] = head("2", "men", 7);
	for (int i = 0; i < 8; i++)
		cells[i] = cell(-1, 1, 1, 1);
	result_cross(&t, &arena, &x, &view, RESULT_COLUMN, 0, 6);
	text = shown(&t, REPORT_FORMAT_TEXT);
	assert_non_null(strstr(text, ": men (n = 7), other."));
	assert_non_null(strstr(text, "All cells in which somebody stands are hidden"));
	assert_null(strstr(text, "Chi-square"));
}

static void
a_test_stands_under_a_table_that_hides_nothing(void **state)
{
	const struct result_view view = { 0 };
	struct column_head heads[4];
	struct result_row rows[2];
	struct crosstab_cell cells[8];
	struct crosstab x = by_sex(heads, rows, cells);
	struct report_table t;
	const char *text;

	(void)state;
	for (int i = 0; i < 8; i++)
		cells[i] = cell(10, 100, 44, 128);
	heads[2] = head("3", "other", 8);
	x.notes = 0;
	result_cross(&t, &arena, &x, &view, RESULT_COLUMN, 0, 6);
	text = shown(&t, REPORT_FORMAT_TEXT);
	assert_non_null(strstr(text, "Chi-square = 3.25, df = 1, p = 0.072.\n"
				     "In 25 % of cells fewer than 5 answers would be expected: the "
				     "test is doubtful.\n"));
}

static void
per_cents_of_a_hidden_row_are_hidden_too(void **state)
{
	const struct result_view view = { 0 };
	struct column_head heads[4];
	struct result_row rows[2];
	struct crosstab_cell cells[8];
	struct crosstab x = by_sex(heads, rows, cells);
	struct report_table t;
	const char *text;

	(void)state;
	result_cross(&t, &arena, &x, &view, RESULT_ROW, 0, 6);
	text = shown(&t, REPORT_FORMAT_TEXT);
	assert_non_null(strstr(text, "yes           83        14   # hidden       100        84\n"));
	assert_non_null(strstr(text, "no      # hidden  # hidden   # hidden  # hidden  # hidden\n"));
}

static void
a_wide_cross_table_goes_on_beside_its_total(void **state)
{
	const struct result_view view = { 0 };
	struct column_head heads[4];
	struct result_row rows[2];
	struct crosstab_cell cells[8];
	struct crosstab x = by_sex(heads, rows, cells);
	struct report_table t;

	(void)state;
	result_cross(&t, &arena, &x, &view, RESULT_COLUMN, 1, 2);
	assert_int_equal(t.column_count, 4);
	assert_string_equal(t.columns[1].heading, "men");
	assert_string_equal(t.columns[3].heading, "Total");
	result_cross(&t, &arena, &x, &view, RESULT_COLUMN, 3, 2);
	assert_int_equal(t.column_count, 2);
}

/* ---- grids ---- */

/* Nobody gives an exit a place. */
static void
an_exit_of_a_ranking_has_no_place_to_hide(void **state)
{
	const struct answer_column places = { .name = "goals",
		.label = "Goals",
		.number = "2",
		.kind = COLUMN_RANKS };
	const struct result_view view = { 0 };
	struct result_row rows[4];
	struct frequency f = satisfaction(rows);
	struct report_table t;

	(void)state;
	f.column = &places;
	f.scale = (struct scale_result){ 0 };
	for (int i = 0; i < 2; i++) {
		rows[i].points = 10;
		rows[i].mean_place = 1.5;
	}
	result_frequency(&t, &arena, &f, &view);
	assert_null(strstr(shown(&t, REPORT_FORMAT_TEXT), "#"));
}

static void
a_grid_is_ranked_with_its_scale_said(void **state)
{
	static const struct answer_column rows_of[] = {
		{ .name = "g1", .number = "", .label = "schools", .scale = true, .low = 1, .high = 5 },
		{ .name = "g2", .number = "", .label = "roads", .scale = true, .low = 1, .high = 5 },
	};
	const struct result_view view = { .bars = true };
	struct result_row rows[4];
	struct frequency list[2] = { satisfaction(rows), satisfaction(rows) };
	struct report_table t;

	(void)state;
	list[0].column = &rows_of[0];
	list[1].column = &rows_of[1];
	list[1].scale.n = 0;
	list[1].notes |= NOTE_GROUP_HIDDEN;
	result_grid(&t, &arena, list, 2, "7. Rate", &view);
	assert_string_equal(shown(&t, REPORT_FORMAT_TEXT),
		"7. Rate\n"
		"\n"
		"What            n      Mean                         High, %    Low, %       Net\n"
		"was\n"
		"rated\n"
		"-------  --------  --------  --------------------  --------  --------  --------\n"
		"schools       200      3.80  ██████████████            55.0      20.0      35.0\n"
		"roads    # hidden  # hidden                        # hidden  # hidden  # hidden\n"
		"\n"
		"Scale from 1 to 5; bars, if any, begin at 1.\n"
		"High and low: the two highest and the two lowest points; net: their difference.\n"
		"In order of means; answers outside the scale are left out.\n"
		"The sample is not random, so no error of sampling is given.\n"
		"Hidden: groups of fewer than 10 people.\n");
}

static void
questions_by_one_stand_under_each_other(void **state)
{
	static const struct answer_column other = {
		.name = "q2", .number = "2", .label = "And now?"
	};
	struct column_head heads[4];
	struct result_row rows[2];
	struct crosstab_cell cells[8];
	struct crosstab x[2] = { by_sex(heads, rows, cells), by_sex(heads, rows, cells) };
	struct report_table t;

	(void)state;
	x[1].column = &other;
	x[1].tested = false;
	result_banner(&t, &arena, x, 2, &(struct result_view){ 0 }, RESULT_COLUMN, 0, 2);
	assert_string_equal(shown(&t, REPORT_FORMAT_TEXT),
		"By: sex\n"
		"per cents of columns\n"
		"\n"
		"Answer                 women        men     Total\n"
		"---------------------  -----  ---------  --------\n"
		"1. Are you satisfied?\n"
		"yes                     70.0        60       65.6\n"
		"no                      30.0        40   # hidden\n"
		"---------------------  -----  ---------  --------\n"
		"n                        100        20*       128\n"
		"mean                    3.51  # hidden   # hidden\n"
		"\n"
		"2. And now?\n"
		"yes                     70.0        60       65.6\n"
		"no                      30.0        40   # hidden\n"
		"---------------------  -----  ---------  --------\n"
		"n                        100        20*       128\n"
		"mean                    3.51  # hidden   # hidden\n"
		"\n"
		"1: No test of chi-square: cells are hidden.\n"
		"1: Hidden: groups of fewer than 10 people, and with them those that would tell\n"
		"of them: other.\n"
		"2: No test of chi-square: cells are hidden.\n"
		"2: Hidden: groups of fewer than 10 people, and with them those that would tell\n"
		"of them: other.\n"
		"* fewer than 30 answers: read with care.\n");
}

static void
wide_tables_are_parted_into_alike_pieces(void **state)
{
	struct crosstab x = { .head_count = 7 };

	(void)state;
	assert_int_equal(result_heads(&x), 3);
	x.head_count = 6;
	assert_int_equal(result_heads(&x), 5);
	x.head_count = 12;
	assert_int_equal(result_heads(&x), 4);
	x.head_count = 1;
	assert_int_equal(result_heads(&x), 5);
}

static void
texts_stand_with_the_rule_that_shows_them(void **state)
{
	static const struct open_question asked = { "q9", "9", "What else?", false };
	struct listed_text said[] = { { "more trees", 11 }, { "nothing", 2 } };
	struct text_list list = {
		.question = &asked, .texts = said, .count = 2, .given = 13, .group = 10
	};
	struct report_table t;

	(void)state;
	result_texts(&t, &arena, &list, &(struct result_view){ .bars = false });
	assert_string_equal(shown(&t, REPORT_FORMAT_TEXT),
		"9. What else?\n"
		"\n"
		"What was written  How often\n"
		"----------------  ---------\n"
		"more trees               11\n"
		"nothing                   2\n"
		"\n"
		"n = 13; in random order, what says the same stands once.\n"
		"Texts are shown where at least 10 people wrote one.\n"
		"Texts may name people: read them before you pass them on.\n");
	list.count = 0;
	list.given = -1;
	result_texts(&t, &arena, &list, &(struct result_view){ 0 });
	assert_non_null(strstr(shown(&t, REPORT_FORMAT_TEXT),
		"Hidden: texts of fewer than 10 people.\n"));
}

/* Of 20 answers 6 have no category: without them 70 per cent would stand under a line of 100. */
static void
answers_without_a_category_have_a_row_of_their_own(void **state)
{
	static const unsigned char missing[20];
	uint64_t marks[20];
	struct answer_column words = { .name = "q7", .number = "7", .label = "What to change?",
		.type = QUESTION_TEXT, .kind = COLUMN_CHOICES, .count = 20, .words = 1,
		.missing = missing, .marks = marks };
	struct result_row rows[1] = { row("1", "roads", 14, 70, 0.7) };
	struct frequency f = { .column = &words, .forms = 20, .valid = 20, .weighted_forms = 20,
		.weighted_valid = 20, .effective = 20, .rows = rows, .row_count = 1,
		.missing_from = 1, .threshold = 5, .notes = NOTE_MULTIPLE };
	struct report_table t;
	const char *text;

	(void)state;
	for (int i = 0; i < 20; i++)
		marks[i] = i >= 6;
	result_frequency(&t, &arena, &f, &(struct result_view){ 0 });
	text = shown(&t, REPORT_FORMAT_TEXT);
	assert_non_null(strstr(text, "without a category   6           30"));
	assert_null(strstr(text, "more than 100")); /* they add up to it */
	assert_non_null(strstr(text, "Of respondents, %"));
	result_frequency(&t, &arena, &f, &(struct result_view){ .organisations = true });
	assert_non_null(strstr(shown(&t, REPORT_FORMAT_TEXT), "Of organisations, %"));
	f.threshold = 7; /* so few are not told */
	result_frequency(&t, &arena, &f, &(struct result_view){ 0 });
	text = shown(&t, REPORT_FORMAT_TEXT);
	assert_null(strstr(text, "without a category"));
	assert_non_null(strstr(text, "Some of the answers have no category yet"));
	f.threshold = 5;
	f.valid = 19; /* a condition left one out: of these it is not known how many */
	result_frequency(&t, &arena, &f, &(struct result_view){ 0 });
	assert_null(strstr(shown(&t, REPORT_FORMAT_TEXT), "without a category"));
}

static void
years_are_written_as_years(void **state)
{
	static const struct answer_column founded = { .name = "q4", .number = "4",
		.label = "Founded in", .kind = COLUMN_NUMBER, .scale = true, .year = true };
	struct result_row rows[4];
	struct frequency f = satisfaction(rows);
	const char *const *lines;
	struct report_table t;

	(void)state;
	f.column = &founded;
	f.scale = (struct scale_result){ 240, 1987.031, 19.26, 1989, 1971, 2003, NAN, NAN, NAN, NAN,
		NAN, NAN, NAN, NAN, false, false };
	assert_int_equal(result_scale_text(&arena, &f, &lines), 2);
	assert_string_equal(lines[0],
		"Mean 1987.03, median 1989, standard deviation 19.26, n = 240.");
	assert_string_equal(lines[1], "Quartiles 1971 and 2003. The smallest and the largest are "
				      "not given: too few people wrote them.");
	result_scale(&t, &arena, &f, &(struct result_view){ 0 });
	assert_non_null(strstr(shown(&t, REPORT_FORMAT_TEXT), "1987.03\n"));
	assert_non_null(strstr(shown(&t, REPORT_FORMAT_HTML), ">1989<"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_distribution_says_its_bases_and_its_means, start, release),
		cmocka_unit_test_setup_teardown(numbers_say_their_quartiles, start, release),
		cmocka_unit_test_setup_teardown(
			a_mean_beside_hidden_cells_stands_without_a_median, start, release),
		cmocka_unit_test_setup_teardown(
			the_neutral_csv_has_codes_and_no_bars, start, release),
		cmocka_unit_test(below_a_hundred_answers_there_are_no_decimals),
		cmocka_unit_test_setup_teardown(
			weights_and_intervals_get_their_columns, start, release),
		cmocka_unit_test_setup_teardown(
			the_effective_number_is_not_said_beside_a_hidden_answer, start, release),
		cmocka_unit_test_setup_teardown(
			nor_under_a_head_with_a_hidden_cell, start, release),
		cmocka_unit_test_setup_teardown(
			what_is_hidden_is_a_sign_and_a_word_in_every_form, start, release),
		cmocka_unit_test_setup_teardown(
			shares_of_all_marks_go_where_one_number_is_hidden, start, release),
		cmocka_unit_test_setup_teardown(
			a_cross_table_says_its_columns_bases_and_its_test, start, release),
		cmocka_unit_test_setup_teardown(
			a_break_hidden_whole_names_the_groups_that_are_few, start, release),
		cmocka_unit_test_setup_teardown(
			a_test_stands_under_a_table_that_hides_nothing, start, release),
		cmocka_unit_test_setup_teardown(
			per_cents_of_a_hidden_row_are_hidden_too, start, release),
		cmocka_unit_test_setup_teardown(
			a_wide_cross_table_goes_on_beside_its_total, start, release),
		cmocka_unit_test_setup_teardown(
			an_exit_of_a_ranking_has_no_place_to_hide, start, release),
		cmocka_unit_test_setup_teardown(
			a_grid_is_ranked_with_its_scale_said, start, release),
		cmocka_unit_test_setup_teardown(
			questions_by_one_stand_under_each_other, start, release),
		cmocka_unit_test(wide_tables_are_parted_into_alike_pieces),
		cmocka_unit_test_setup_teardown(
			texts_stand_with_the_rule_that_shows_them, start, release),
		cmocka_unit_test_setup_teardown(
			answers_without_a_category_have_a_row_of_their_own, start, release),
		cmocka_unit_test_setup_teardown(years_are_written_as_years, start, release),
	};

	return cmocka_run_group_tests_name("results", tests, NULL, NULL);
}
