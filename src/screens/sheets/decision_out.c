/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trend of a unit's decisions as bars, how members work as a document, and totals deleted and
 * brought back. */
#include "config.h"

#include "screens/sheets/decision_out.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/sheets/decision_sheets.h"
#include "report/exchange_report.h"
#include "screens/files/export.h"
#include "tui/chart.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <stdlib.h>

/* ---- the chart ---- */

enum { MOST_BARS = 60 }; /* fifteen years */

void
decision_chart(const struct decision_sum *sums, int count, int slot, enum decision_share share,
	const char *which, struct canvas *c)
{
	struct canvas below = canvas_part(c, 2, 0, c->rows - 2, c->columns);
	struct chart_bar bars[MOST_BARS];
	char labels[MOST_BARS][16];
	const char *name = "";
	char title[320];
	int n = 0, first;

	for (int i = 0; i < count; i++)
		n += sums[i].slot == slot;
	first = n > MOST_BARS ? n - MOST_BARS : 0;
	n = 0;
	for (int i = 0; i < count; i++) {
		if (sums[i].slot != slot)
			continue;
		name = sums[i].unit_name;
		if (n++ < first)
			continue;
		snprintf(labels[n - 1 - first], sizeof labels[0], "%d/%d", sums[i].year,
			sums[i].quarter);
		bars[n - 1 - first] = (struct chart_bar){ labels[n - 1 - first],
			decision_share_of(sums[i].count, share), ROLE_SERIES_1 };
	}
	n -= first;
	if (which[0])
		snprintf(title, sizeof title, "%s (%s)", name, which);
	canvas_printf(c, 0, 0, -1, ROLE_TITLE, _("%s: %s, %% %s"), which[0] ? title : name,
		decision_share_label(share), decision_share_denominator(share));
	first = n > below.rows ? n - below.rows : 0;
	chart_bars(&below, bars, n, first, 1);
	canvas_cursor(c, 0, 0);
}

/* ---- all shares ---- */

void
decision_shares_open(struct screens *s, const struct decision_sum *sum, const char *which)
{
	char title[320], number[32], *text;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	if (!out)
		return;
	for (int i = 0; i < DECISION_SHARES; i++) {
		enum decision_share share = (enum decision_share)i;

		number_format(number, sizeof number, decision_share_of(sum->count, share), 1);
		fprintf(out, "%s%7s%s  %s, %s", i ? "\n" : "", number[0] ? number : "–",
			number[0] ? " %" : "", decision_share_label(share),
			decision_share_denominator(share));
	}
	fclose(out);
	if (sum->quarter)
		snprintf(title, sizeof title, "%s, %d/%d%s%s", sum->unit_name, sum->year,
			sum->quarter, which[0] ? ", " : "", which);
	else
		snprintf(title, sizeof title, "%s, %d%s%s", sum->unit_name, sum->year,
			which[0] ? ", " : "", which);
	dialog_message(s, title, text);
	free(text);
}

/* ---- the document ---- */

struct request {
	struct app *app;
	int64_t group;
	int year;
	char cases[96], department[96]; /* "" = all */
};

static int
build(const void *self, struct arena *arena, struct document *d, struct error *err)
{
	const struct request *q = self;
	const struct unit_table *units = app_units(q->app, err);
	const struct exchange_report report = { .db = q->app->db,
		.units = units,
		.heading = q->app->office.heading,
		.fonts = settings_text(q->app->settings, SETTING_FONTS) };
	struct exchange_group group;

	return !units || exchange_group_load(q->app->db, q->group, &group, err) ||
			       exchange_report_practice(&report, &group, q->year,
				       q->cases[0] ? q->cases : NULL,
				       q->department[0] ? q->department : NULL, arena, d, err)
		       ? -1
		       : 0;
}

void
practice_write(struct screens *s, const struct group_view *view, int year,
	const struct decision_choice *choice)
{
	static const enum report_format formats[] = { REPORT_FORMAT_XLSX, REPORT_FORMAT_DOCX,
		REPORT_FORMAT_PDF, REPORT_FORMAT_HTML, REPORT_FORMAT_TEXT };
	struct request q = { .app = app_of(s), .group = view->group.id, .year = year };
	char name[128];

	if (choice) {
		text_copy(q.cases, sizeof q.cases, choice->cases);
		text_copy(q.department, sizeof q.department, choice->department);
	}

	snprintf(name, sizeof name, "%s %s", _("practice"), view->group.code);
	export_report(s, build, formats, sizeof formats / sizeof *formats, &q, name);
}

/* ---- deleted and brought back ---- */

int
decision_change(struct app *app, const struct decision_count *c, bool back, struct arena *arena,
	const char **sheets, struct error *err)
{
	struct decision_sheets before = { .count = 0 };

	return app_may_write(app, err) ||
			       decision_sheets_load(
				       app->db, c->slot, c->year, arena, &before, err) ||
			       (back ? decision_count_restore(app->db, c->id, err)
				     : decision_count_retire(app->db, c, err)) ||
			       decision_sheets_told(app->db, &before, arena, sheets, err)
		       ? -1
		       : 0;
}
