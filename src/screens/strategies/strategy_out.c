/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole strategy to a file that reads back. */
#include "config.h"

#include "screens/strategies/target_screens.h"

#include "base/i18n.h"
#include "exchange/strategy_file.h"
#include "report/strategy_book.h"
#include "screens/files/export.h"

#include <stdio.h>

struct asked {
	struct app *app;
	const struct strategy *strategy;
};

struct written {
	struct document book;
	const char *rows; /* as CSV */
};

/* Both ways of the file, so that what is offered is what lay there when it was asked for. */
static int
fill(const struct asked *a, struct arena *arena, struct written *w, struct error *err)
{
	const struct unit_table *units = app_units(a->app, err);
	struct output *out = output_memory();
	struct strategy_course course;
	int failed =
		!units || strategy_file_write(a->app->db, units, a->strategy, NULL, out, err) ||
		target_course_load(a->app->db, units, a->strategy->id, 0, arena, &course, err) ||
		strategy_book(a->app->db, units, &course, arena, &w->book, err) ||
		strategy_book_rows(&w->book, STRATEGY_FILE_SHEET, out, err);

	if (!failed)
		w->rows = arena_string(arena, output_text(out, NULL));
	output_abort(out);
	return failed ? -1 : 0;
}

static int
prepare(const void *self, struct arena *arena, void **document, const char **title,
	struct error *err)
{
	struct written *w = arena_new(arena, sizeof *w);

	*document = w;
	if (fill(self, arena, w, err))
		return -1;
	*title = w->book.title;
	return 0;
}

static int
put(void *document, enum report_format format, struct arena *arena, struct output *out,
	struct error *err)
{
	struct written *w = document;

	(void)arena;
	if (format == REPORT_FORMAT_XLSX)
		return document_write(&w->book, format, out, err);
	output_puts(out, w->rows);
	return 0;
}

void
strategy_file_export(struct screens *s, const struct strategy *strategy)
{
	static const enum report_format formats[] = { REPORT_FORMAT_XLSX, REPORT_FORMAT_CSV };
	const struct asked asked = { app_of(s), strategy };
	char name[64];

	snprintf(name, sizeof name, "%s %s", _("strategy"), strategy->code);
	export_formats(s, prepare, put, formats, sizeof formats / sizeof *formats, &asked, name);
}
