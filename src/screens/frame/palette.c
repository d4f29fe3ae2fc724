/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The palette looks through the menu tree: section, entry and its sentence, folded. */
#include "config.h"

#include "screens/frame/palette.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/menu_tree.h"
#include "screens/frame/picker.h"

#include <stdio.h>

static void
offer(struct pick *pick, const struct menu_section *section, const struct menu_item *item)
{
	text_copy(pick->text, sizeof pick->text, _(item->text));
	text_copy(pick->note, sizeof pick->note, _(section->text));
	snprintf(pick->key, sizeof pick->key, "%d %d", section->number, item->number);
	pick->number = ACTION_MENU_FIRST + 10 * section->number + item->number;
}

static int
find(struct screens *s, const void *context, const char *typed, struct pick *rows, int max,
	int *total, struct error *err)
{
	char needle[128], text[512], folded[512];
	int n = 0;

	(void)s;
	(void)context;
	(void)err;
	text_fold(needle, sizeof needle, typed);
	for (int i = 0; i < menu_section_count; i++)
		for (int j = 0; j < menu_sections[i].count; j++) {
			const struct menu_item *item = &menu_sections[i].items[j];

			snprintf(text, sizeof text, "%s %s %s", _(item->text),
				_(menu_sections[i].text), _(item->help));
			if (!text_match(text_fold(folded, sizeof folded, text), needle))
				continue;
			if (n < max)
				offer(&rows[n++], &menu_sections[i], item);
			++*total;
		}
	return n;
}

void
palette_open(struct screens *s)
{
	picker_open(s, &(struct picker_request){
			       .title = _("What are you looking for?"),
			       .label = _("Words:"),
			       .empty = _("No entry of the menu holds these words."),
			       .find = find,
			       .action = ACTION_ANSWER_MENU,
		       });
}
