/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paper forms, slips and protocols from a screen to a file. */
#include "config.h"

#include "screens/files/print.h"

#include "base/i18n.h"
#include "model/keying/route.h"
#include "report/paper.h"
#include "screens/files/export.h"

#include <stdio.h>

enum { NAME = 128 };

struct asked {
	struct app *app;
	enum slip slip;
	int64_t version, wave, batch;
};

/* As people call the wave's unit; "" = none. */
static int
unit_of(struct app *app, const struct wave *w, const char **label, struct error *err)
{
	const struct unit_table *units;
	const struct unit *unit;

	*label = "";
	if (w->slot == NO_WAVE_UNIT)
		return 0;
	units = app_units(app, err);
	if (!units)
		return -1;
	unit = unit_by_slot(units, w->slot);
	if (unit)
		*label = unit->label;
	return 0;
}

/* Papers of several waves and batches lie in one folder: the name offered tells them apart. */
static const char *
name_of(const struct asked *asked, const char *what, char dst[NAME])
{
	struct db *db = asked->app->db;
	struct error ignored = { 0 };
	struct wave w = { .code = "" };
	struct batch b = { 0 };

	if (asked->wave)
		(void)wave_load(db, asked->wave, &w, &ignored);
	if (asked->batch && batch_load(db, asked->batch, &b, &ignored) == 0)
		snprintf(dst, NAME, "%s %s %d", what, w.code, b.number);
	else
		snprintf(dst, NAME, "%s %s", what, w.code);
	return dst;
}

/* ---- the paper form ---- */

struct paper {
	struct paper_request request;
	struct paper_facts facts;
	struct questionnaire q;
	struct wave wave;
};

static int
prepare(const void *self, struct arena *arena, void **document, const char **title,
	struct error *err)
{
	const struct asked *asked = self;
	struct paper *p = arena_new(arena, sizeof(*p));
	struct questionnaire plain;
	const char *language = i18n_code(), *unit;

	if (questionnaire_load_version(asked->app->db, asked->version, arena, &plain, err))
		return -1;
	if (asked->wave) {
		if (wave_load(asked->app->db, asked->wave, &p->wave, err) ||
			unit_of(asked->app, &p->wave, &unit, err))
			return -1;
		p->facts = (struct paper_facts){ arena_string(arena, unit), p->wave.year,
			p->wave.controller, p->wave.purpose, p->wave.legal_basis,
			p->wave.notice };
	}
	questionnaire_keyed(&plain, arena, &p->q);
	p->request = (struct paper_request){ .q = &p->q,
		.language = questionnaire_language(&p->q, language),
		.facts = &p->facts,
		.fonts = arena_string(arena, settings_text(asked->app->settings, SETTING_FONTS)) };
	*document = p;
	*title = questionnaire_text(&p->q, &p->q.title, p->request.language);
	return 0;
}

static int
put(void *document, enum report_format format, struct arena *arena, struct output *out,
	struct error *err)
{
	struct paper *p = document;
	struct paper_result result;

	p->request.pdf = format == REPORT_FORMAT_PDF;
	return paper_write(&p->request, arena, out, &result, err);
}

void
print_questionnaire(struct screens *s, int64_t version, int64_t wave)
{
	struct asked asked = { .app = app_of(s), .version = version, .wave = wave };
	char name[NAME];

	export_document(s, prepare, put, &asked, name_of(&asked, _("paper form"), name));
}

/* ---- slips ---- */

static int
build(const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct asked *asked = self;
	struct db *db = asked->app->db;
	struct wave *w = arena_new(arena, sizeof(*w));
	struct batch b;
	const char *unit;

	if (wave_load(db, asked->wave, w, err) || unit_of(asked->app, w, &unit, err) ||
		(asked->batch && batch_load(db, asked->batch, &b, err)))
		return -1;
	return slip_make(db, asked->slip, w, asked->batch ? &b : NULL, unit, arena, table, err);
}

void
print_slip(struct screens *s, enum slip slip, int64_t wave, int64_t batch)
{
	struct asked asked = { .app = app_of(s), .slip = slip, .wave = wave, .batch = batch };
	char name[NAME];

	export_print(s, build, &asked, name_of(&asked, slip_label(slip), name));
}
