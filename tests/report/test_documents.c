/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents from the model's results, as neutral CSV: names of columns never change. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/i18n.h"
#include "model/indicators/flag.h"
#include "report/documents.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static struct unit three[] = {
	{ .slot = 1, .code = "020101", .teryt = "0201011", .level = LEVEL_GMINA, .kind = '1',
		.name = "Łęka", .label = "Łęka", .folded = "leka", .starts_on = "", .ends_on = "" },
	{ .slot = 2, .code = "020102", .teryt = "0201022", .level = LEVEL_GMINA, .kind = '2',
		.name = "Młyn", .label = "Młyn", .folded = "mlyn", .starts_on = "", .ends_on = "" },
	{ .slot = 3, .code = "010310000000", .level = LEVEL_REGION, .name = "REGION",
		.label = "REGION", .folded = "region", .starts_on = "", .ends_on = "" },
};
static int by_slot[] = { -1, 0, 1, 2 };
static const struct unit_table units = { .units = three, .count = 3, .slots = 4,
	.by_slot = by_slot };

static const struct indicator people = { .code = "DE01", .name = "Ludność [os.]", .measure = "os.",
	.service = "demografia", .dimension = "", .source = "BDL", .decimals = 1,
	.direction = 'S' };

/* The table's title, then all of it as neutral CSV; the caller frees. */
static char *
csv(struct report_table *t)
{
	struct error err = { 0 };
	struct output *out = output_memory();
	char *text;

	assert_int_equal(report_write(t, REPORT_FORMAT_CSV, out, &err), 0);
	text = strdup(output_text(out, NULL));
	output_abort(out);
	return text;
}

static void
a_ranking_keeps_missing_values_apart_from_zero(void **state)
{
	struct arena arena = { 0 };
	struct report_table t;
	struct ranking_row rows[] = {
		{ .slot = 1, .rank = 1, .value = 0, .share_of_best = NAN, .previous = -1.5,
			.five_years = NAN },
		{ .slot = 2, .flag = FLAG_NO_INFO, .share_of_best = NAN, .previous = NAN,
			.five_years = NAN },
		{ .slot = 3, .rank = 2, .value = 1234.5, .flag = FLAG_POWIAT_CITY,
			.share_of_best = 100, .previous = NAN, .five_years = 2 },
	};
	const struct ranking ranking = { .rows = rows, .count = 3, .ranked = 2, .missing = 1 };
	char *text;

	(void)state;
	document_ranking(&t, &arena, &(struct document_facts){ &units, "gminy", "" }, &people, 2024,
		&ranking);
	assert_string_equal(t.title, "Ludność [os.], 2024"); /* the measure stands once */
	text = csv(&t);
	assert_string_equal(text,
		"rank,unit,name,value,share_of_best,change_1,change_5\n"
		"1,0201011,Łęka,0.0,,-1.5,\n"
		",0201022,Młyn,,,,\n"
		"2,010310000000,REGION,1234.5,100.0,,2.0\n");
	free(text);
	arena_release(&arena);
}

static void
flags_that_stand_in_a_document_are_explained_below_it(void **state)
{
	struct arena arena = { 0 };
	struct report_table t;
	int years[] = { 2023, 2024 }, slots[] = { 1 };
	struct matrix_cell cells[] = { { 5, FLAG_NONE, 0 }, { 0, FLAG_NO_INFO, 0 } };
	const struct matrix m = { .rows = 1, .columns = 2, .slots = slots, .years = years,
		.cells = cells };

	(void)state;
	document_matrix(&t, &arena, &(struct document_facts){ &units, "", "GUS" }, "Ludność", &people,
		&m);
	assert_int_equal(t.footnote_count, 1);
	assert_int_equal(t.footnotes[0][0], 'x');
	assert_string_equal(t.columns[3].name, "2024");
	assert_string_equal(t.lines[0], "Source: GUS");
	arena_release(&arena);
}

static void
a_profile_without_own_value_still_shows_the_group(void **state)
{
	struct arena arena = { 0 };
	struct report_table t;
	struct profile_row row = { .indicator = &people, .flag = FLAG_ABSENT, .powiat = NAN,
		.voivodeship = 7, .country = NAN, .ratio_of_sums = NAN,
		.group = { .n = 2, .median = 3, .q1 = 2, .q3 = 4 } };
	const struct profile profile = { &row, 1, 2 };
	char *text;

	(void)state;
	document_profile(&t, &arena, &(struct document_facts){ &units, "", "" }, &three[0], 2024,
		&profile);
	text = csv(&t);
	assert_string_equal(text,
		"indicator,name,measure,value,rank,n,median,q1,q3,quarter,powiat,voivodeship,country\n"
		"DE01,Ludność [os.],os.,,,2,3.0,2.0,4.0,,,7.0,\n");
	free(text);
	arena_release(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_ranking_keeps_missing_values_apart_from_zero),
		cmocka_unit_test(flags_that_stand_in_a_document_are_explained_below_it),
		cmocka_unit_test(a_profile_without_own_value_still_shows_the_group),
	};

	i18n_start("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
