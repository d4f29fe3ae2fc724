/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A SWOT analysis, or cards of a ballot, as a document. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "report/swot_document.h"
#include "screens/files/export.h"
#include "screens/swot/swot_screens.h"

#include <stdio.h>

struct asked {
	struct app *app;
	int64_t id;
};

static const enum report_format formats[] = { REPORT_FORMAT_PDF, REPORT_FORMAT_DOCX,
	REPORT_FORMAT_HTML, REPORT_FORMAT_XLSX, REPORT_FORMAT_TEXT };
enum { FORMATS = sizeof formats / sizeof *formats };

static const char *
unit_label(struct app *app, int slot, struct error *err)
{
	const struct unit_table *units = app_units(app, err);
	const struct unit *u = units ? unit_by_slot(units, slot) : NULL;

	return u ? u->label : "";
}

static int
build_swot(const void *self, struct arena *arena, struct document *d, struct error *err)
{
	const struct asked *asked = self;
	struct swot *swot = arena_new(arena, sizeof *swot);

	return swot_load(asked->app->db, asked->id, swot, err) ||
			       swot_document(asked->app->db, swot,
				       unit_label(asked->app, swot->slot, err), arena, d, err)
		       ? -1
		       : 0;
}

void
swot_print(struct screens *s, int64_t swot)
{
	const struct asked asked = { app_of(s), swot };

	export_report(s, build_swot, formats, FORMATS, &asked, _("swot"));
}

static int
build_cards(const void *self, struct arena *arena, struct document *d, struct error *err)
{
	const struct asked *asked = self;
	struct ballot b;

	return ballot_load(asked->app->db, asked->id, &b, err) ||
			       ballot_cards_document(asked->app->db, &b,
				       unit_label(asked->app, b.slot, err), 1, b.cards, arena, d,
				       err)
		       ? -1
		       : 0;
}

void
ballot_print(struct screens *s, int64_t ballot)
{
	const struct asked asked = { app_of(s), ballot };

	export_report(s, build_cards, formats, FORMATS, &asked, _("voting cards"));
}
