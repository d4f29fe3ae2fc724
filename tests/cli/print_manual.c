/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints a list of the manual pages as the tables have it: print_manual pl|en commands|options|settings */
#include "config.h"

#include "base/i18n.h"
#include "commands/help.h"

#include <stdio.h>
#include <string.h>

int
main(int argc, char **argv)
{
	static const struct {
		const char *name;
		void (*print)(FILE *to);
	} lists[] = {
		{ "commands", help_manual_commands },
		{ "options", help_manual_options },
		{ "settings", help_manual_settings },
	};

	if (argc != 3)
		return 2;
	i18n_start(argv[1]);
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		if (strcmp(argv[2], lists[i].name) == 0) {
			lists[i].print(stdout);
			return 0;
		}
	return 2;
}
