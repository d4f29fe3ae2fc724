/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Help texts are put together from the action table, the menu tree and the table of flags. */
#include "config.h"

#include "screens/frame/help.h"
#include "screens/keying/keying.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "screens/frame/actions.h"
#include "screens/frame/app.h"
#include "screens/frame/menu_tree.h"
#include "screens/frame/screens.h"
#include "tui/pager.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
write_legend(FILE *out)
{
	const struct flag_meaning *flag;

	for (int i = 0; (flag = flag_at(i)); i++)
		if (flag->symbol[0] && flag->meaning[0])
			fprintf(out, "  %-3s %s\n", flag->symbol, _(flag->meaning));
}

void
legend_open(struct screens *s)
{
	legend_open_with(s, NULL);
}

void
legend_open_with(struct screens *s, const char *own)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	if (!out)
		return;
	if (own)
		fprintf(out, "%s\n", own);
	fprintf(out, "%s\n\n", _("What stands in place of a value or beside it:"));
	write_legend(out);
	fprintf(out, "\n%s\n", _("A missing value is never counted as zero."));
	if (fclose(out) == 0)
		pager_open(s, _("Legend of flags"), text, true);
	free(text);
}

/* The entry of the menu tree that opens this screen, for its one sentence. */
static const struct menu_item *
item_of(const struct screen *screen)
{
	for (int i = 0; i < menu_section_count; i++)
		for (int j = 0; j < menu_sections[i].count; j++)
			if (menu_sections[i].items[j].screen == screen)
				return &menu_sections[i].items[j];
	return NULL;
}

void
help_open(struct screens *s)
{
	const struct screen *top = screens_top(s);
	const struct screens_program *program = screens_program(s);
	const struct menu_item *item = item_of(top);
	char *keys = action_help(
		&program->actions, screens_able(s), program->global, screens_context(s));
	char *own = top->help ? top->help(screens_self(s)) : NULL;
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	if (out) {
		if (own)
			fprintf(out, "%s\n\n", own);
		else if (item)
			fprintf(out, "%s\n\n", _(item->help));
		else if (top == &home_screen)
			fprintf(out, "%s\n\n",
				_("The menu. A digit or the letter in brackets opens a section, "
				  "then an entry; below stands what the database holds."));
		else if (top == &first_start_screen)
			fprintf(out, "%s\n\n",
				_("The program asks four things: what the office is, where the "
				  "database is to lie and whether with made-up data, which unit "
				  "is yours, and whether frames look right. Before the second "
				  "answer nothing is made; afterwards each answer can be changed "
				  "in the settings (8 8). F2 goes to the next question."));
		else if (top == &keying_form_screen)
			fprintf(out, "%s\n\n",
				_("Digits answer, and the next question comes by itself where the "
				  "code can mean only one thing; else Enter goes on. - goes back, "
				  "+ repeats the last form's answer or opens the list, * says no "
				  "answer, . gives the reason why there is none. / ends a repeated "
				  "group; behind the digits of a number it is the minus sign, "
				  "there and gone again."));
		fprintf(out, "%s\n", keys);
		fprintf(out, "%s\n\n%s\n\n%s\n\n", _("HOW TO MOVE"),
			_("Arrows, PgUp, PgDn, Home and End move; Enter opens; Esc or F10 goes "
			  "back. In a long text Ctrl-Home and Ctrl-End go to its beginning and "
			  "its end."),
			_("Where a terminal takes a function key for itself, press Esc and then "
			  "its digit "
			  "(Esc, 1 is F1; Esc, 0 is F10), or Alt and the digit."));
		fprintf(out, "%s\n\n", _("SIGNS BESIDE VALUES"));
		write_legend(out);
		fprintf(out, "\n%s\n\n%s\n", _("ABOUT THE PROGRAM"),
			_("gromada keeps figures of Polish local governments and compares them. It "
			  "is free "
			  "software under the GNU General Public License, version 3 or later, "
			  "without any "
			  "warranty. Roles prevent mistakes, not attacks: who may read the file is "
			  "decided "
			  "by the rights of the file."));
		if (fclose(out) == 0)
			pager_open(s, _("Help"), text, true);
	}
	free(text);
	free(own);
	free(keys);
}
