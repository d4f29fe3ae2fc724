/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people wrote, as a table, and by which rule it is shown. */
#include "config.h"

#include "report/result_parts.h"

#include "base/i18n.h"

const char *
result_open_question(struct arena *arena, const struct open_question *question)
{
	return *question->number
		       ? arena_format(arena, "%s. %s", question->number, question->label)
		       : question->label;
}

const char *
result_erased(void)
{
	return _("The texts of this wave were erased when their time was over; what they were "
		 "coded as still counts.");
}

static void
notes(struct report_table *t, const struct text_list *list)
{
	struct arena *arena = t->arena;

	if (list->erased)
		report_table_footnote(t, result_erased());
	if (list->given < 0)
		report_table_footnote(
			t, arena_format(arena,
				   _("Hidden: texts of fewer than %d people."),
				   list->group));
	else if (!list->erased)
		report_table_footnote(t,
			arena_format(arena,
				_("n = %s; in random order, what says the same stands once."),
				result_figure(arena, (double)list->given, 0)));
	if (list->group > 0)
		report_table_footnote(t,
			arena_format(arena,
				_("Texts are shown where at least %d people wrote one."),
				list->group));
	if (list->count > 0)
		report_table_footnote(
			t, _("Texts may name people: read them before you pass them on."));
}

void
result_texts(struct report_table *t, struct arena *arena, const struct text_list *list,
	const struct result_view *view)
{
	bool repeated = view->codes;

	for (int i = 0; i < list->count && !repeated; i++)
		repeated = list->texts[i].n > 1;
	result_begin(t, arena, result_open_question(arena, list->question),
		&(struct result_view){ .untitled = view->untitled });
	report_table_column(t, "text", _("What was written"), REPORT_TEXT, 0);
	if (repeated)
		report_table_column(t, "n", _("How often"), REPORT_NUMBER, 0);
	for (int i = 0; i < list->count; i++) {
		report_table_row(t);
		report_cell_text(t, list->texts[i].text);
		if (repeated)
			result_count_cell(t, list->texts[i].n);
	}
	notes(t, list);
}
