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
put(void *document, enum report_format format, struct arena *arena, struct output *out,
	struct error *err)
{
	(void)arena;
	return document_write(document, format, out, err);
}

static int
finish(const struct asked *asked, struct document *d, struct arena *arena, void **document,
	const char **title)
{
	d->fonts = arena_string(arena, settings_text(asked->app->settings, SETTING_FONTS));
	*document = d;
	*title = d->title;
	return 0;
}

static int
prepare_swot(const void *self, struct arena *arena, void **document, const char **title,
	struct error *err)
{
	const struct asked *asked = self;
	struct document *d = arena_new(arena, sizeof *d);
	struct swot *swot = arena_new(arena, sizeof *swot);

	if (swot_load(asked->app->db, asked->id, swot, err) ||
		swot_document(asked->app->db, swot, unit_label(asked->app, swot->slot, err), arena,
			d, err))
		return -1;
	return finish(asked, d, arena, document, title);
}

void
swot_print(struct screens *s, int64_t swot)
{
	const struct asked asked = { app_of(s), swot };

	export_formats(s, prepare_swot, put, formats, FORMATS, &asked, _("swot"));
}

static int
prepare_cards(const void *self, struct arena *arena, void **document, const char **title,
	struct error *err)
{
	const struct asked *asked = self;
	struct document *d = arena_new(arena, sizeof *d);
	struct ballot b;

	if (ballot_load(asked->app->db, asked->id, &b, err) ||
		ballot_cards_document(asked->app->db, &b, unit_label(asked->app, b.slot, err), 1,
			b.cards, arena, d, err))
		return -1;
	return finish(asked, d, arena, document, title);
}

void
ballot_print(struct screens *s, int64_t ballot)
{
	const struct asked asked = { app_of(s), ballot };

	export_formats(s, prepare_cards, put, formats, FORMATS, &asked, _("voting cards"));
}
