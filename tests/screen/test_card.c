/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card keeps what it was given, whoever reuses the memory that it came from. */
#include "config.h"

#include "screens/frame/card.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void
a_file_of_a_card_says_what_its_screen_says(void **state)
{
	struct arena arena = { 0 };
	struct report_table table;
	struct card card = { 0 };
	char number[16] = "12,5";

	(void)state;
	card_clear(&card, &arena);
	card_heading(&card, "Values");
	card_add(&card, "Mean", number);
	memset(number, 'x', sizeof number - 1);
	card_table(&card, "Card", &arena, &table);
	assert_string_equal(card.rows[1].text, "12,5");
	assert_string_equal(table.rows[0].cells[2].text, "12,5");
	arena_release(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_of_a_card_says_what_its_screen_says),
	};

	return cmocka_run_group_tests_name("card", tests, NULL, NULL);
}
