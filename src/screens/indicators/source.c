/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a value comes from: the value, its file and who imported it, or its survey and who
 * published it; of a computed one the same for what it was computed from. */
#include "config.h"
#include "screens/indicators/source.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "model/indicators/flag.h"
#include "model/results/published.h"
#include "model/indicators/value.h"
#include "screens/frame/app.h"
#include "screens/frame/format.h"
#include "tui/dialog.h"
#include "tui/pager.h"
#include "tui/wrap.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What a dialog holds at 80 by 24; longer chains of computed values go to the pager. */
enum { DIALOG_WIDTH = 60, DIALOG_LINES = 14 };

static const struct {
	unsigned mark;
	const char *meaning;
} marks[] = {
	{ MARK_STOP, N_("the unit was split or merged; the series before it stops here") },
	{ MARK_BEFORE_UNIT, N_("dated before the unit began; as the source gave it") },
	{ MARK_AFTER_UNIT, N_("dated after the unit ended; as the source gave it") },
};

/* ---- the value ---- */

static const char *
number_text(struct arena *arena, const struct value_origin *o)
{
	const struct indicator *i = &o->indicator;
	char number[64];

	number_format(number, sizeof number, o->value,
		i->kind == INDICATOR_DERIVED ? i->decimals : -1);
	return arena_format(arena, "%s%s%s", number, i->measure[0] ? " " : "", i->measure);
}

/* "95,8 %", "95,8 % (s: preliminary)", "missing: no information (x)". */
static const char *
value_text(struct arena *arena, const struct value_origin *o)
{
	const struct flag_meaning *flag = flag_meaning(o->flag);

	if (o->flag == FLAG_ABSENT && o->indicator.kind == INDICATOR_SURVEY)
		return _("none, no survey of this unit and year was published under it");
	if (o->flag == FLAG_ABSENT && o->indicator.kind == INDICATOR_OWN)
		return _("none, nobody has entered a figure yet");
	if (o->flag == FLAG_ABSENT)
		return _("none, no imported file says anything about it");
	if (flag_missing(o->flag))
		return arena_format(arena, "%s (%s)", _(flag->meaning), flag->symbol);
	if (o->flag == FLAG_NONE)
		return number_text(arena, o);
	return arena_format(arena, "%s (%s: %s)", number_text(arena, o), flag->symbol,
		_(flag->meaning));
}

static void
write_value(FILE *out, struct arena *arena, const struct unit_table *units,
	const struct value_origin *o)
{
	const struct unit *unit = unit_by_slot(units, o->slot);

	if (!unit)
		return;
	fprintf(out, _("Value: %s\n"), value_text(arena, o));
	if (o->marks & MARK_SUCCESSION)
		fprintf(out, _("Value of %s (%s), before its code was changed\n"), unit->label,
			unit_teryt(unit));
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (o->marks & marks[i].mark)
			fprintf(out, "%s\n", _(marks[i].meaning));
}

/* ---- the file ---- */

static const char *
file_text(struct arena *arena, const struct value_source *source)
{
	if (!source->inner_name[0])
		return source->file_name;
	return arena_format(arena, _("%s, in it %s"), source->file_name, source->inner_name);
}

static const char *
date_text(struct arena *arena, const struct value_source *source)
{
	char date[32];

	if (!source->data_date[0])
		return _("unknown");
	return arena_string(arena, format_date(date, sizeof date, source->data_date));
}

static void
write_file(FILE *out, struct arena *arena, const struct value_source *source)
{
	char when[32];

	if (source->made_up)
		fputs(_("Made up for demonstration.\n"), out);
	fprintf(out,
		_("Source: %s\nFile: %s\nDate of the data: %s\nImported: %s, %s (import %lld)\n"),
		source->source, file_text(arena, source), date_text(arena, source),
		clock_local(when, sizeof when, source->imported_at), source->person,
		(long long)source->import_id);
}

/* ---- the survey ---- */

static void
write_survey(FILE *out, struct arena *arena, const struct published *p)
{
	char when[32], n[48];

	fprintf(out, _("Survey: %s, wave %s\nQuestion: %s\nComputed: %s\nAnswers: %s, %s\n"),
		p->survey_name, p->wave, p->wording, published_what(p, arena),
		published_answers(p->answers, !isnan(p->value), n, sizeof n),
		p->weighted ? _("weighted") : _("not weighted"));
	if (p->filter[0])
		fprintf(out, _("Only forms where: %s\n"), p->filter);
	fprintf(out, _("Published: %s, %s\n"), clock_local(when, sizeof when, p->computed_at),
		p->person);
	if (p->open)
		fprintf(out, "%s\n", _("The wave is not closed yet; the value can still change."));
}

/* The whole year: as many surveys as units. */
static void
write_newest_survey(FILE *out, const struct value_source *source)
{
	char when[32];

	fprintf(out, _("Newest survey: %s, wave %s\nPublished: %s, %s\n"), source->source,
		source->file_name, clock_local(when, sizeof when, source->imported_at),
		source->person);
}

/* ---- figures keyed by hand ---- */

static void
write_own(FILE *out, const struct value_source *source)
{
	char when[32];

	if (source->made_up)
		fputs(_("Made up for demonstration.\n"), out);
	fprintf(out, _("Source: %s\nEntered: %s, %s\n"), source->source,
		clock_local(when, sizeof when, source->imported_at), source->person);
	if (source->file_name[0])
		fprintf(out, _("From the data sheet in the file %s\n"), source->file_name);
}

/* ---- what a computed one consists of ---- */

/* One line, for there are two or more of them. */
static void
write_part_file(FILE *out, struct arena *arena, const struct value_source *source)
{
	char when[32];

	fprintf(out, _("%s%s; file %s; date of the data %s; imported %s, %s (import %lld)\n"),
		source->made_up ? _("made up; ") : "", source->source, file_text(arena, source),
		date_text(arena, source), clock_local(when, sizeof when, source->imported_at),
		source->person, (long long)source->import_id);
}

static void write_parts(FILE *out, struct arena *arena, const struct value_origin *o, bool top);

static void
write_part(FILE *out, struct arena *arena, const struct value_origin *part, const char *label)
{
	const struct indicator *i = &part->indicator;

	if (part->slot == NO_SLOT)
		fprintf(out, "\n%s: %s\n", label, i->name);
	else
		fprintf(out, "\n%s: %s: %s\n", label, i->name, value_text(arena, part));
	if (part->source.import_id)
		write_part_file(out, arena, &part->source);
	if (part->published)
		write_survey(out, arena, part->published);
	else if (part->indicator.kind == INDICATOR_OWN && part->source.source[0])
		write_own(out, &part->source);
	write_parts(out, arena, part, false);
}

static void
write_parts(FILE *out, struct arena *arena, const struct value_origin *o, bool top)
{
	const struct indicator *i = &o->indicator;

	if (!o->numerator || !o->denominator)
		return;
	fprintf(out, _("Computed, not stored: %s × %g / %s."), i->numerator_code, i->multiplier,
		i->denominator_code);
	fputc('\n', out);
	write_part(out, arena, o->numerator, top ? _("Numerator") : i->numerator_code);
	write_part(out, arena, o->denominator, top ? _("Denominator") : i->denominator_code);
}

/* ---- the message ---- */

static char *
message(struct arena *arena, const struct unit_table *units, const struct value_origin *o,
	int year, int slot, const char *numbers)
{
	const struct unit *unit = unit_by_slot(units, slot);
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	if (!out)
		return NULL;
	fprintf(out, "%s, %d%s%s\n", o->indicator.name, year, unit ? ", " : "",
		unit ? unit->label : "");
	if (numbers[0])
		fprintf(out, "%s\n", numbers);
	fputc('\n', out);
	write_value(out, arena, units, o);
	if (o->source.import_id)
		write_file(out, arena, &o->source);
	else if (o->published)
		write_survey(out, arena, o->published);
	else if (o->indicator.kind == INDICATOR_OWN && o->source.source[0])
		write_own(out, &o->source);
	else if (o->source.source[0])
		write_newest_survey(out, &o->source);
	else if (!o->numerator && slot == NO_SLOT)
		fprintf(out, "%s\n", _("No imported file says anything about this value."));
	write_parts(out, arena, o, true);
	return fclose(out) ? (free(text), NULL) : text;
}

static void
show(struct screens *s, char *text)
{
	const char *title = _("Where does the value come from?");
	size_t length = strlen(text);

	while (length && text[length - 1] == '\n')
		text[--length] = '\0';
	if (wrap_count(text, DIALOG_WIDTH, NULL) > DIALOG_LINES)
		pager_open(s, title, text, true);
	else
		dialog_message(s, title, text);
}

void
source_open(struct screens *s, const struct indicator *indicator, int year, int slot)
{
	source_open_with(s, indicator, year, slot, "");
}

static char *
text_with(struct app *app, const struct indicator *indicator, int year, int slot,
	const char *numbers, struct error *err)
{
	struct arena arena = { 0 };
	struct value_origin origin;
	const struct unit_table *units = app_units(app, err);
	char *text = NULL;

	if (units && indicator->code &&
		!value_origin_load(app->db, units, indicator, year, slot, &arena, &origin, err))
		text = message(&arena, units, &origin, year, slot, numbers);
	arena_release(&arena);
	return text;
}

char *
source_text(
	struct app *app, const struct indicator *indicator, int year, int slot, struct error *err)
{
	return text_with(app, indicator, year, slot, "", err);
}

void
source_open_with(struct screens *s, const struct indicator *indicator, int year, int slot,
	const char *numbers)
{
	struct error err = { 0 };
	char *text = text_with(app_of(s), indicator, year, slot, numbers, &err);

	if (text)
		show(s, text);
	else if (err.code)
		screens_error(s, &err);
	free(text);
}
