/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list of imports keeps of a file's names: the zip's, the inner one's, the date. */
#include "figures_fixture.h"

#include "base/make_zip.h"
#include "exchange/bdl.h"
#include "model/indicators/value.h"

#include <unistd.h>

#define FIGURES \
	"\"Kod\";\"Nazwa\";\"Wiek\";\"Rok\";\"Wartosc\";\"Jednostka miary\";\"Atrybut\";\r\n" \
	"0201011;\"Miasto (1)\";\"ogółem\";\"2019\";38000;\"osoba\";\"\";\r\n"

static int
set_up(void **state)
{
	fixture_open(state);
	assert_int_equal(fixture_import_register(*state, "2020-01-01", NULL), 1);
	return 0;
}

/* Imports a zip of that name with one file in it, and reads what is kept of it. */
static void
import_zip(struct fixture *f, const char *name, const char *inner, struct value_source *kept)
{
	const struct zip_part part = { .name = inner, .text = FIGURES };
	unsigned char bytes[4096];
	size_t size = make_zip(bytes, &part, 1);
	const char *path = fixture_file(f, name, "");
	FILE *file = fopen(path, "wb");
	int64_t id;

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, size, file), size);
	fclose(file);
	id = fixture_import(f, path, NULL);
	if (id <= 0)
		fail_msg("not imported: %s", f->err.text);
	unlink(path);
	assert_int_equal(value_source_of_import(f->db, id, kept, &f->err), 0);
}

static void
a_zip_keeps_the_name_of_the_file_in_it_and_that_name_s_date(void **state)
{
	struct fixture *f = *state;
	struct value_source kept;
	struct import_entry *entries;
	struct arena arena = { 0 };
	int count;

	import_zip(f, "z poczty.zip", "dane/LUDN_1234_CREL_20250616155804.csv", &kept);
	assert_string_equal(kept.file_name, "z poczty.zip");
	assert_string_equal(kept.inner_name, "LUDN_1234_CREL_20250616155804.csv");
	assert_string_equal(kept.data_date, "2025-06-16");
	assert_true(kept.person[0]);
	assert_int_equal(import_list(f->db, &arena, &entries, &count, &f->err), 0);
	assert_string_equal(entries[0].inner_name, "LUDN_1234_CREL_20250616155804.csv");
	arena_release(&arena);
}

static void
the_inner_name_s_date_goes_before_the_zip_s(void **state)
{
	struct value_source kept;

	import_zip(*state, "LUDN_1234_CREL_20260101000000.zip", "LUDN_1234_CREL_20250616155804.csv",
		&kept);
	assert_string_equal(kept.data_date, "2025-06-16");
}

static void
a_zip_s_own_name_tells_the_date_when_the_inner_one_does_not(void **state)
{
	struct value_source kept;

	import_zip(*state, "LUDN_1234_CREL_20260101000000.zip", "dane.csv", &kept);
	assert_string_equal(kept.data_date, "2026-01-01");
	assert_string_equal(kept.inner_name, "dane.csv");
}

static void
a_plain_file_has_no_inner_name(void **state)
{
	struct fixture *f = *state;
	struct value_source kept;
	int64_t id = fixture_import_text(f, "LUDN_1234_CREL_20250616155804.csv", FIGURES);

	assert_int_equal(value_source_of_import(f->db, id, &kept, &f->err), 0);
	assert_string_equal(kept.inner_name, "");
	assert_string_equal(kept.data_date, "2025-06-16");
}

static void
a_day_that_is_none_is_no_date_of_the_data(void **state)
{
	char date[11];

	(void)state;
	bdl_date_of_name("LUDN_1234_CREL_20251316155804.csv", date);
	assert_string_equal(date, "");
	bdl_date_of_name("LUDN_1234_CREL_99999999.csv", date);
	assert_string_equal(date, "");
	bdl_date_of_name("LUDN_1355_CTAB_20240229155804_2023.csv", date);
	assert_string_equal(date, "2024-02-29");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, fixture_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_zip_keeps_the_name_of_the_file_in_it_and_that_name_s_date),
		TEST(the_inner_name_s_date_goes_before_the_zip_s),
		TEST(a_zip_s_own_name_tells_the_date_when_the_inner_one_does_not),
		TEST(a_plain_file_has_no_inner_name),
		TEST(a_day_that_is_none_is_no_date_of_the_data),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
