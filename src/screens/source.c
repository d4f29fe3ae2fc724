/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a value comes from, as a message. */
#include "config.h"
#include "screens/source.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "model/flag.h"
#include "model/value.h"
#include "screens/app.h"
#include "screens/format.h"
#include "tui/dialog.h"

#include <stdio.h>

static const char *
tell_derived(struct arena *arena, const struct indicator *indicator)
{
	return arena_format(arena, _("Computed, not stored: %s × %g / %s."),
		indicator->numerator_code, indicator->multiplier, indicator->denominator_code);
}

static const char *
tell_file(struct arena *arena, const struct value_source *source)
{
	char when[32], date[32];

	if (!source->import_id)
		return _("No imported file says anything about this value.");
	return arena_format(arena,
		_("%s%s\nFile: %s\nDate of the data: %s\nImported: %s (import %lld)"),
		source->made_up ? _("Made up for demonstration.\n") : "", source->source,
		source->file_name,
		source->data_date[0] ? format_date(date, sizeof date, source->data_date)
				     : _("unknown"),
		clock_local(when, sizeof when, source->imported_at), (long long)source->import_id);
}

static const char *
tell_flag(struct app *app, struct arena *arena, const struct unit_table *units,
	const struct indicator *indicator, int year, int slot, struct error *err)
{
	struct value_point *points;
	int count;
	const struct flag_meaning *meaning;

	if (slot == NO_SLOT || !units)
		return "";
	if (value_series(app->db, units, indicator, slot, year, year, arena, &points, &count, err))
		return NULL;
	if (count < 1 || points[0].flag == FLAG_ABSENT || points[0].flag == FLAG_NONE)
		return "";
	meaning = flag_meaning(points[0].flag);
	return arena_format(arena, "\n%s: %s", meaning->symbol, _(meaning->meaning));
}

void
source_open(struct screens *s, const struct indicator *indicator, int year, int slot)
{
	source_open_with(s, indicator, year, slot, "");
}

void
source_open_with(struct screens *s, const struct indicator *indicator, int year, int slot,
	const char *numbers)
{
	struct app *app = app_of(s);
	struct arena arena = { 0 };
	struct error err = { 0 };
	struct value_source source = { 0 };
	const struct unit_table *units = app_units(app, &err);
	const struct unit *unit = units ? unit_by_slot(units, slot) : NULL;
	const char *flag;

	if (!units || !indicator->code ||
		(slot == NO_SLOT ? value_slice_source(app->db, indicator, year, &source, &err)
				 : value_source_load(
					   app->db, indicator, year, slot, &source, &err)) ||
		!(flag = tell_flag(app, &arena, units, indicator, year, slot, &err))) {
		if (err.code)
			screens_error(s, &err);
		arena_release(&arena);
		return;
	}
	dialog_message(s, _("Where does the value come from?"),
		arena_format(&arena, "%s, %d%s%s\n%s%s\n%s%s", indicator->name, year,
			unit ? ", " : "",
			unit ? unit->label : "", numbers, numbers[0] ? "\n" : "",
			indicator->kind == INDICATOR_DERIVED ? tell_derived(&arena, indicator)
							     : tell_file(&arena, &source),
			flag));
	arena_release(&arena);
}
