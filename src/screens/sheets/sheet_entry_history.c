/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a figure of a data sheet was before, and what was asked about it. */
#include "config.h"

#include "screens/sheets/sheet_entry.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "screens/frame/format.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <stdlib.h>

static void
write_questions(const struct sheet_entry *e, FILE *out)
{
	char day[32];

	for (int i = 0; i < e->asked_count; i++) {
		const struct sheet_question *q = &e->asked[i];

		fprintf(out, "%s%s  ", i ? "\n" : "", format_date(day, sizeof day, q->asked_on));
		fprintf(out, _("Question %d: %s"), q->number, q->question);
		if (q->answered_on[0]) {
			fprintf(out, "\n%s  ", format_date(day, sizeof day, q->answered_on));
			fprintf(out, _("Answer: %s"), q->answer);
		}
	}
}

void
sheet_entry_questions(struct screens *s, const struct sheet_entry *e)
{
	char *text;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	if (!out)
		return;
	write_questions(e, out);
	fclose(out);
	dialog_message(s, e->line.name, text);
	free(text);
}

void
sheet_entry_history(struct screens *s, struct entry_view *v)
{
	const struct sheet_entry *e = v->count ? &v->rows[v->selected] : NULL;
	struct own_figure_former *list;
	struct error err = { 0 };
	char *text;
	size_t size;
	FILE *out;
	int count;

	if (!e)
		return;
	if (own_figure_history(v->app->db, e->line.indicator_id, v->sheet.year, v->of.slot,
		    &v->arena, &list, &count, &err)) {
		screens_error(s, &err);
		return;
	}
	out = open_memstream(&text, &size);
	if (!out)
		return;
	for (int i = 0; i < count; i++) {
		char value[64], when[32];

		fprintf(out, "%s  %s  %s%s%s\n", clock_local(when, sizeof when, list[i].changed_at),
			list[i].login,
			own_figure_show(list[i].value, list[i].missing, value, sizeof value),
			list[i].remark[0] ? "  " : "", list[i].remark);
	}
	if (!count)
		fprintf(out, "%s\n", _("Nothing else has ever stood here."));
	if (e->asked_count)
		fputc('\n', out);
	write_questions(e, out);
	fclose(out);
	dialog_message(s, _("What stood there before"), text);
	free(text);
}
