/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report on a strategy's year: its numbers are the model's, its files can be read, and an
 * approved one stays as it was approved. The day is 2026-01-31. */
#include "../model/year_fixture.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/output.h"
#include "base/text.h"
#include "base/zip.h"
#include "model/indicators/flag.h"
#include "model/monitoring/round_freeze.h"
#include "model/monitoring/round_state.h"
#include "model/strategies/target.h"
#include "report/monitoring_report.h"

static struct year_fixture f;
static struct unit_table units;
static struct office office;

static void
keyed(int64_t target, int year, double value)
{
	const struct target_reading r = {
		.target = target, .year = year, .value = value, .source = "rejestr <główny> & inne"
	};

	assert_done(target_reading_save(f.db, &r, NULL, &f.err), f.err);
}

static int
set_up(void **state)
{
	struct monitoring_round round = { .strategy = YEAR_STRATEGY, .year = 2024 };

	(void)state;
	year_start(&f);
	units = (struct unit_table){ 0 };
	assert_done(unit_table_load(f.db, &units, &f.err), f.err);
	assert_done(office_load(f.db, &office, &f.err), f.err);
	keyed(1, 2024, 37.5);
	keyed(3, 2024, 95);
	assert_done(round_save(f.db, &round, &f.err), f.err);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	unit_table_release(&units);
	year_end(&f);
	return 0;
}

static const char *
written(enum report_format format, size_t *size)
{
	const struct monitoring_report r = { .db = f.db, .units = &units, .office = &office };
	struct output *out = output_memory();
	struct document d;
	const char *text;
	char *copy;

	assert_done(
		monitoring_report_build(&r, YEAR_STRATEGY, 2024, &f.arena, &d, &f.err), f.err);
	assert_done(document_write(&d, format, out, &f.err), f.err);
	text = output_text(out, size);
	copy = arena_new(&f.arena, *size + 1);
	memcpy(copy, text, *size);
	output_abort(out);
	return copy;
}

static const char *
part(const char *bytes, size_t size, const char *name)
{
	struct unzip *zip;
	char *text;
	long got, used = 0;
	int entry;

	assert_int_equal(unzip_open_memory(&zip, "a.docx", bytes, size, &f.err), 0);
	entry = unzip_find(zip, name);
	assert_true(entry >= 0);
	assert_int_equal(unzip_entry_open(zip, entry, &f.err), 0);
	text = arena_new(&f.arena, 4 << 20);
	while ((got = unzip_entry_read(zip, text + used, 65536, &f.err)) > 0)
		used += got;
	unzip_close(zip);
	return text;
}

static int
times(const char *text, const char *word)
{
	int count = 0;

	for (const char *at = text; (at = strstr(at, word)); at += strlen(word))
		count++;
	return count;
}

static void
its_numbers_are_those_of_the_model(void **state)
{
	struct round_state s;
	size_t size;
	const char *text = written(REPORT_FORMAT_TEXT, &size);
	int shown = 0;

	(void)state;
	assert_done(round_state_load(
			    f.db, &units, YEAR_STRATEGY, 2024, &f.arena, &s, &f.err),
		f.err);
	for (int i = 0; i < s.figure_count; i++) {
		const struct round_figure *g = &s.figures[i];
		char value[64];

		assert_non_null(strstr(text, g->course->target->name));
		assert_non_null(strstr(text, target_state_label(g->as.state)));
		if (isnan(g->as.value))
			continue;
		number_format(value, sizeof value, g->as.value, g->course->target->decimals);
		assert_non_null(strstr(text, value));
		shown++;
	}
	assert_int_equal(shown, 2);
	/* (38 - 10) of an expected 30: on course; 5 of an expected 30 the other way */
	assert_int_equal(s.figures[0].as.state, TARGET_ON_COURSE);
	assert_int_equal(s.figures[2].as.state, TARGET_OFF_COURSE);
}

/* Strategy and bases are of 2021; the report of 2024 has columns from 2019. */
static void
the_annex_shows_years_before_the_strategy_which_judge_nothing(void **state)
{
	struct round_state before, after;
	struct round_figure *b, *a;
	const char *annex;
	size_t size;

	(void)state;
	fixture_indicator(f.db, "L1", 'S');
	fixture_values(f.db, "L1", 2021, "0201011=10");
	fixture_values(f.db, "L1", 2022, "0201011=13");
	fixture_values(f.db, "L1", 2023, "0201011=16");
	assert_done(round_state_load(
			    f.db, &units, YEAR_STRATEGY, 2024, &f.arena, &before, &f.err),
		f.err);
	fixture_values(f.db, "L1", 2018, "0201011=771");
	fixture_values(f.db, "L1", 2019, "0201011=772");
	fixture_values(f.db, "L1", 2020, "0201011=773");
	assert_done(round_state_load(
			    f.db, &units, YEAR_STRATEGY, 2024, &f.arena, &after, &f.err),
		f.err);
	b = &before.figures[1];
	a = &after.figures[1];
	assert_int_equal(a->as.state, b->as.state);
	assert_int_equal(a->as.trend, b->as.trend);
	assert_int_equal(a->as.forecast_year, b->as.forecast_year);
	assert_int_equal(a->course->count, b->course->count);
	annex = strstr(written(REPORT_FORMAT_TEXT, &size), _("Annex: values and sources"));
	assert_non_null(annex);
	assert_non_null(strstr(annex, "772"));
	assert_non_null(strstr(annex, "773"));
	assert_null(strstr(annex, "771"));
	/* Who saw the annex without them has not seen this report. */
	assert_int_equal(round_approve_seen(
				 f.db, &units, &before, "2026-01-31", "Wójt", NULL, &f.err),
		-1);
	assert_code(f.err, ERROR_CONFLICT);
}

static void
the_annex_names_the_source_of_every_value(void **state)
{
	struct target_reading r = {
		.target = 1, .year = 2023, .value = 31, .source = "spis szkół"
	};
	const char *annex;
	size_t size;

	(void)state;
	assert_done(target_reading_save(f.db, &r, NULL, &f.err), f.err);
	annex = strstr(written(REPORT_FORMAT_TEXT, &size), _("Sources of these values"));
	assert_non_null(annex);
	assert_non_null(strstr(annex, "2023"));
	assert_non_null(strstr(annex, "spis szkół"));
	assert_non_null(strstr(annex, "rejestr <główny>"));
	assert_non_null(strstr(annex, "base, as the"));
}

static void
the_annex_marks_preliminary_values_and_says_so(void **state)
{
	const char *annex;
	size_t size;

	(void)state;
	fixture_indicator(f.db, "L1", 'S');
	year_sql(&f, "UPDATE indicator SET kind = 'own' WHERE code = 'L1';"
		     "INSERT INTO own_figure (indicator_id, year, slot, value, login, changed_at) "
		     "SELECT id, 2024, (SELECT slot FROM strategy), 77, 'jan', "
		     "'2025-02-01T00:00:00Z' FROM indicator WHERE code = 'L1'");
	annex = strstr(written(REPORT_FORMAT_TEXT, &size), _("Annex: values and sources"));
	assert_non_null(strstr(annex, "77s"));
	assert_non_null(strstr(annex, "s  preliminary"));
}

static void
a_word_processor_finds_headings_and_the_heads_of_tables(void **state)
{
	size_t size;
	const char *bytes = written(REPORT_FORMAT_DOCX, &size);
	const char *body = part(bytes, size, "word/document.xml");

	(void)state;
	assert_true(times(body, "<w:pStyle w:val=\"Heading1\"/>") >= 4);
	assert_true(times(body, "<w:tblHeader/>") == times(body, "<w:tbl>"));
	assert_true(times(body, "<w:tbl>") >= 3);
	assert_non_null(strstr(body, "rejestr &lt;główny&gt; &amp; inne"));
}

/* Between the name of an indicator and the chapter behind the goals. */
static const char *
chart_of(const char *text)
{
	return strstr(text, "█");
}

static void
charts_draw_base_path_and_target_along_the_values(void **state)
{
	size_t size;
	const char *chart = chart_of(written(REPORT_FORMAT_TEXT, &size));
	const char *page, *body;

	(void)state;
	assert_non_null(chart);
	assert_non_null(strstr(chart, "│"));
	assert_non_null(strstr(chart, "○"));
	assert_non_null(strstr(chart, "◆"));
	page = written(REPORT_FORMAT_HTML, &size);
	assert_non_null(strstr(page, "<i style=\"left:100.0%\">◆</i>"));
	assert_non_null(strstr(page, "<i style=\"left:10.0%\">○</i>"));
	assert_non_null(strstr(page, "\">│</i>"));
	body = written(REPORT_FORMAT_DOCX, &size);
	body = part(body, size, "word/document.xml");
	assert_non_null(strstr(body, "<w:tabs>"));
	assert_non_null(strstr(body, "<w:t>◆</w:t>"));
	assert_non_null(strstr(body, "<w:t>○</w:t>"));
	assert_non_null(strstr(body, "<w:t>│</w:t>"));
}

static void
charts_say_in_words_what_their_signs_are(void **state)
{
	size_t size;
	const char *page = written(REPORT_FORMAT_HTML, &size);

	(void)state;
	assert_non_null(strstr(page, arena_format(&f.arena, "█ %s, │ %s, ○ %s, ◆ %s", _("value"),
					     _("as planned"), _("base"), _("target"))));
	assert_non_null(strstr(page, "2030"));
}

static void
a_page_shows_what_was_typed_and_no_tags_of_it(void **state)
{
	size_t size;
	const char *page = written(REPORT_FORMAT_HTML, &size);

	(void)state;
	assert_non_null(strstr(page, "rejestr &lt;główny&gt; &amp; inne"));
	assert_null(strstr(page, "<główny>"));
}

static void
pages_to_print_begin_and_end_as_they_must(void **state)
{
	size_t size;
	const char *bytes = written(REPORT_FORMAT_PDF, &size);

	(void)state;
	assert_memory_equal(bytes, "%PDF-", 5);
	assert_non_null(strstr(bytes + size - 16, "%%EOF"));
}

static void
an_approved_report_stays_as_it_was_whatever_is_keyed_later(void **state)
{
	static const enum report_format formats[] = { REPORT_FORMAT_TEXT, REPORT_FORMAT_HTML,
		REPORT_FORMAT_DOCX, REPORT_FORMAT_PDF };
	enum { FORMATS = sizeof formats / sizeof *formats };
	const struct monitoring_report r = { f.db, &units, &office, NULL };
	struct round_state s;
	const char *before[FORMATS], *after;
	size_t size[FORMATS], later;

	(void)state;
	assert_done(
		round_state_load(f.db, &units, YEAR_STRATEGY, 2024, &f.arena, &s, &f.err), f.err);
	assert_done(monitoring_report_approve(&r, &s, "2026-01-31", "Burmistrz", &f.err), f.err);
	for (int i = 0; i < FORMATS; i++)
		before[i] = written(formats[i], &size[i]);
	year_sql(&f, "UPDATE target_reading SET value = 99 WHERE target_id = 1 AND year = 2024");
	year_sql(&f, "UPDATE task SET percent = 77, state = 'running'");
	for (int i = 0; i < FORMATS; i++) {
		after = written(formats[i], &later);
		assert_int_equal(size[i], later);
		assert_memory_equal(before[i], after, later);
	}
}

static struct strategy_course
course_of(int year)
{
	struct strategy_course c;

	assert_done(
		target_course_load(f.db, &units, YEAR_STRATEGY, year, &f.arena, &c, &f.err), f.err);
	return c;
}

static void
a_correction_is_the_newest_known_value_everywhere_else(void **state)
{
	const struct monitoring_report r = { f.db, &units, &office, NULL };
	struct monitoring_round round;
	struct strategy_course c;
	struct round_state s;
	struct document d;
	struct output *out = output_memory();

	(void)state;
	assert_done(
		round_state_load(f.db, &units, YEAR_STRATEGY, 2024, &f.arena, &s, &f.err), f.err);
	assert_done(monitoring_report_approve(&r, &s, "2026-01-31", "Burmistrz", &f.err), f.err);
	c = course_of(2024);
	assert_int_equal(c.targets[0].now.state, TARGET_ON_COURSE);
	assert_int_equal(c.goal_status[1].counts[TARGET_ON_COURSE], 1);
	assert_false(c.goal_status[1].corrected);
	assert_done(round_find(f.db, YEAR_STRATEGY, 2024, &round, &f.err), f.err);
	assert_done(round_correct(f.db, &round, 1, 20, FLAG_NONE, "Korekta GUS", &f.err), f.err);
	year_sql(&f, "INSERT INTO target_path (target_id, year, value) VALUES (1, 2024, 11)");
	c = course_of(2024);
	assert_non_null(target_corrected(&c.targets[0], &c.targets[0].now, c.year));
	assert_value(c.targets[0].now.value, 20);
	assert_value(c.targets[0].now.expected, 40); /* as approved */
	assert_int_equal(c.targets[0].now.state, TARGET_OFF_COURSE);
	assert_int_equal(c.goal_status[1].counts[TARGET_ON_COURSE], 0);
	assert_true(c.goal_status[1].corrected);
	assert_int_equal(c.counts[TARGET_ON_COURSE], 0);
	c = course_of(2025); /* nothing newer is known */
	assert_value(c.targets[0].now.value, 20);
	assert_non_null(target_corrected(&c.targets[0], &c.targets[0].now, c.year));
	assert_done(monitoring_report_build(&r, YEAR_STRATEGY, 2025, &f.arena, &d, &f.err), f.err);
	assert_done(document_write(&d, REPORT_FORMAT_TEXT, out, &f.err), f.err);
	assert_non_null(strstr(output_text(out, NULL), "20.0*"));
	assert_non_null(strstr(output_text(out, NULL), "Korekta"));
	output_abort(out);
	assert_done(
		round_state_load(f.db, &units, YEAR_STRATEGY, 2024, &f.arena, &s, &f.err), f.err);
	assert_value(s.figures[0].as.value, 37.5);
	assert_int_equal(s.figures[0].as.state, TARGET_ON_COURSE);
	assert_value(target_point_of(s.figures[0].course, 2024)->value, 37.5);
}

/* Of a year approved before documents were kept: its tables are made anew for every print. */
static void
the_day_a_measure_was_done_changes_no_approved_table(void **state)
{
	struct monitoring_round round;
	struct deviation d = { .target = 3, .cause = "Mniej osób", .measure = "Nowa linia" };
	struct round_state s;
	size_t size, later;
	const char *before, *after;

	(void)state;
	assert_done(round_find(f.db, YEAR_STRATEGY, 2024, &round, &f.err), f.err);
	assert_done(deviation_save(f.db, &round, &d, &f.err), f.err);
	assert_done(
		round_state_load(f.db, &units, YEAR_STRATEGY, 2024, &f.arena, &s, &f.err), f.err);
	assert_done(round_approve_seen(f.db, &units, &s, "2026-01-31", "Burmistrz", NULL, &f.err),
		f.err);
	before = written(REPORT_FORMAT_TEXT, &size);
	assert_non_null(strstr(before, "Nowa linia"));
	assert_done(round_find(f.db, YEAR_STRATEGY, 2024, &round, &f.err), f.err);
	text_copy(d.done_on, sizeof d.done_on, "2026-01-30");
	assert_done(deviation_save(f.db, &round, &d, &f.err), f.err);
	after = written(REPORT_FORMAT_TEXT, &later);
	assert_string_equal(before, after);
}

static void
keep_sentence(void *context, const char *sentence)
{
	snprintf(context, 256, "%s", sentence);
}

static void
a_kept_report_that_was_changed_is_named_by_the_check(void **state)
{
	struct round_state s;
	char said[256] = "";
	int found = 0;

	(void)state;
	assert_done(
		round_state_load(f.db, &units, YEAR_STRATEGY, 2024, &f.arena, &s, &f.err), f.err);
	assert_done(round_approve_seen(f.db, &units, &s, "2026-01-31", "Burmistrz", NULL, &f.err),
		f.err);
	assert_done(round_papers_check(f.db, keep_sentence, said, &found, &f.err), f.err);
	assert_int_equal(found, 0);
	year_sql(&f, "INSERT INTO round_document (round_id, name, body, sha256) "
		     "SELECT id, 'report', 'x', printf('%064d', 0) FROM monitoring_round");
	assert_done(round_papers_check(f.db, keep_sentence, said, &found, &f.err), f.err);
	assert_int_equal(found, 1);
	assert_string_equal(said,
		"Strategy S-1: the kept report of 2024 is not the one that was approved.");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(its_numbers_are_those_of_the_model),
		TEST(the_annex_shows_years_before_the_strategy_which_judge_nothing),
		TEST(the_annex_names_the_source_of_every_value),
		TEST(the_annex_marks_preliminary_values_and_says_so),
		TEST(a_word_processor_finds_headings_and_the_heads_of_tables),
		TEST(charts_draw_base_path_and_target_along_the_values),
		TEST(charts_say_in_words_what_their_signs_are),
		TEST(a_page_shows_what_was_typed_and_no_tags_of_it),
		TEST(pages_to_print_begin_and_end_as_they_must),
		TEST(an_approved_report_stays_as_it_was_whatever_is_keyed_later),
		TEST(a_correction_is_the_newest_known_value_everywhere_else),
		TEST(the_day_a_measure_was_done_changes_no_approved_table),
		TEST(a_kept_report_that_was_changed_is_named_by_the_check),
	};

	i18n_start("en");
	setenv("GROMADA_TEST", "1", 1); /* the clock stands still */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
