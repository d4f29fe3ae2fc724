/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The action table and the menu tree, against every screen that the menu opens. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "report/monitoring_report.h"
#include "screens/frame/actions.h"
#include "screens/frame/menu_tree.h"
#include "screens/frame/screens.h"
#include "screens/frame/target_state.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const languages[] = { "pl", "en" };

static struct action_table
table(void)
{
	return (struct action_table){ .rows = actions, .count = action_count };
}

/* Says what is wrong with the keys of a screen; all of them are said before the test fails. */
static int
clashes(const struct screen *screen)
{
	struct action_table t = table();
	char why[256];

	if (action_check(&t, screen->actions, actions_global, why, sizeof why))
		return 0;
	print_error("# %s: %s\n", screen->name, why);
	return 1;
}

static void
no_screen_binds_a_key_twice_and_every_label_fits(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t l = 0; l < 2; l++) {
		i18n_start(languages[l]);
		for (int i = 0; i < menu_section_count; i++)
			for (int j = 0; j < menu_sections[i].count; j++)
				wrong += clashes(menu_sections[i].items[j].screen);
		wrong += clashes(&home_screen);
	}
	assert_int_equal(wrong, 0);
}

static void
every_label_of_the_table_has_at_most_six_columns(void **state)
{
	int wide = 0;

	(void)state;
	for (size_t l = 0; l < 2; l++) {
		i18n_start(languages[l]);
		for (size_t i = 0; i < action_count; i++) {
			if (text_width(_(actions[i].label)) <= ACTION_LABEL_WIDTH)
				continue;
			print_error("# %s: %s\n", actions[i].name, _(actions[i].label));
			wide++;
		}
	}
	assert_int_equal(wide, 0);
}

static void
every_action_has_an_id_a_name_and_a_sentence_of_its_own(void **state)
{
	(void)state;
	for (size_t i = 0; i < action_count; i++) {
		assert_non_null(actions[i].help);
		assert_int_equal(actions[i].help[strlen(actions[i].help) - 1], '.');
		for (size_t j = 0; j < i; j++) {
			assert_int_not_equal(actions[i].id, actions[j].id);
			assert_string_not_equal(actions[i].name, actions[j].name);
		}
	}
}

static void
entries_of_the_menu_have_numbers_and_letters_of_their_own(void **state)
{
	(void)state;
	for (int i = 0; i < menu_section_count; i++) {
		const struct menu_section *s = &menu_sections[i];

		for (int j = 0; j < s->count; j++)
			for (int k = 0; k < j; k++) {
				assert_int_not_equal(s->items[j].number, s->items[k].number);
				assert_string_not_equal(s->items[j].letter, s->items[k].letter);
			}
	}
}

/* Start shows it in the last line but one, which is not wrapped. */
static void
what_is_said_of_an_entry_fits_in_a_line(void **state)
{
	int wide = 0;

	(void)state;
	for (size_t l = 0; l < 2; l++) {
		i18n_start(languages[l]);
		for (int i = 0; i < menu_section_count; i++)
			for (int j = 0; j < menu_sections[i].count; j++) {
				const char *help = _(menu_sections[i].items[j].help);

				if (text_width(help) <= 80)
					continue;
				print_error("# %d: %s\n", text_width(help), help);
				wide++;
			}
	}
	assert_int_equal(wide, 0);
}

static void
an_entry_is_found_by_its_numbers(void **state)
{
	const struct menu_item *item = menu_item_of(menu_action_of("8.1"));

	(void)state;
	assert_non_null(item);
	assert_ptr_equal(item->screen, &import_files_screen);
	assert_int_equal(menu_action_of("9.9"), 0);
	assert_int_equal(menu_action_of("8.11"), 0);
	assert_int_equal(menu_action_of(""), 0);
}

static void
an_entry_without_data_says_what_to_do_first(void **state)
{
	const struct menu_item needs_values = { .need = NEED_VALUES };
	struct database_state nothing = { 0 }, units = { .units = 1, .indicators = 1 },
			      all = { .units = 1, .indicators = 1, .last_year = 2024 };

	(void)state;
	assert_non_null(strstr(menu_item_note(&needs_values, &nothing), "TERYT"));
	assert_non_null(strstr(menu_item_note(&needs_values, &units), "BDL"));
	assert_null(menu_item_note(&needs_values, &all));
}

/* Who reads the report beside the screen takes another sign for another status. */
static void
a_status_has_one_sign_on_screens_and_in_reports(void **state)
{
	struct arena arena = { 0 };
	char text[64];

	(void)state;
	for (int s = 0; s < TARGET_WORDS; s++)
		assert_string_equal(monitoring_status_text((enum target_state)s, &arena),
			target_state_text(TIER_LINES, (enum target_state)s, text, sizeof text));
	arena_release(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_screen_binds_a_key_twice_and_every_label_fits),
		cmocka_unit_test(every_label_of_the_table_has_at_most_six_columns),
		cmocka_unit_test(every_action_has_an_id_a_name_and_a_sentence_of_its_own),
		cmocka_unit_test(entries_of_the_menu_have_numbers_and_letters_of_their_own),
		cmocka_unit_test(what_is_said_of_an_entry_fits_in_a_line),
		cmocka_unit_test(an_entry_is_found_by_its_numbers),
		cmocka_unit_test(an_entry_without_data_says_what_to_do_first),
		cmocka_unit_test(a_status_has_one_sign_on_screens_and_in_reports),
	};

	setenv("GROMADA_TEST", "1", 1); /* the translation of this build */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
