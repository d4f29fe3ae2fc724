/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the README files say of the menu, against the menu itself: "**6 4** *Label*", "8, 1
 * (*Label*)" and mere "6 4" outside examples. */
#include "config.h"

#include "base/i18n.h"
#include "screens/frame/actions.h"
#include "screens/frame/menu_tree.h"

#include <regex.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { PATH_SECTION = 2, PATH_ITEM, PATH_LABEL = 5, PATH_PIECES };

/* One path; the label, where there is one, is that of the menu in Polish. */
static int
wrong_path(const char *file, int number, const char *line, const regmatch_t *m)
{
	int action = ACTION_MENU_FIRST + 10 * (line[m[PATH_SECTION].rm_so] - '0') +
		     line[m[PATH_ITEM].rm_so] - '0';
	const struct menu_item *item = menu_item_of(action);
	int length = m[PATH_LABEL].rm_so < 0 ? 0 : (int)(m[PATH_LABEL].rm_eo - m[PATH_LABEL].rm_so);
	const char *label = line + m[PATH_LABEL].rm_so;

	if (item && (!length || (strlen(_(item->text)) == (size_t)length &&
					strncmp(_(item->text), label, (size_t)length) == 0)))
		return 0;
	print_error("# %s:%d: %.*s is %s in the menu\n", file, number,
		(int)(m[0].rm_eo - m[0].rm_so), line + m[0].rm_so, item ? _(item->text) : "nothing");
	return 1;
}

static int
wrong_paths(const char *name)
{
	char path[4096], line[4096];
	regmatch_t m[PATH_PIECES];
	int wrong = 0, found = 0;
	regex_t pattern;
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", getenv("abs_top_srcdir"), name);
	file = fopen(path, "r");
	assert_non_null(file);
	assert_int_equal(regcomp(&pattern,
				 "(^|[^0-9A-Za-z.,])\\**([1-8]),? ([1-9])\\**( [(]?\\*([^*]+)\\*|[^0-9,A-Za-z-]|$)",
				 REG_EXTENDED),
		0);
	for (int number = 1; fgets(line, sizeof line, file); number++) {
		const char *rest = line;

		if (strncmp(line, "    ", 4) == 0)
			continue;
		for (; regexec(&pattern, rest, PATH_PIECES, m, 0) == 0; found++) {
			wrong += wrong_path(name, number, rest, m);
			rest += m[PATH_ITEM].rm_eo;
		}
	}
	fclose(file);
	regfree(&pattern);
	assert_true(found > 40);
	return wrong;
}

static void
every_path_of_the_readme_is_in_the_menu_under_its_label(void **state)
{
	(void)state;
	i18n_start("pl");
	assert_int_equal(wrong_paths("README.md") + wrong_paths("README.pl.md"), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_path_of_the_readme_is_in_the_menu_under_its_label),
	};

	setenv("GROMADA_TEST", "1", 1); /* the translation of this build */
	return cmocka_run_group_tests_name("menu_paths", tests, NULL, NULL);
}
