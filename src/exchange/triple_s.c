/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A survey as Triple-S 2.0: variables as XML, answers as CSV beside. Several answers are one
 * variable of noughts and ones; codes are whole and not below zero, else places stand for them. The
 * format has no missing values: points of a scale bear scores and printed exits have none, which
 * keeps them out of means. No document type is named: readers would fetch it from the network. */
#include "config.h"

#include "exchange/triple_s.h"

#include "base/clock.h"
#include "base/csv_write.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/xml_write.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { STEP = 4096 /* rows between two looks at Esc */ };

struct survey_file {
	const struct dataset *d;
	bool answers; /* stand beside */
	struct xml_writer xml;
	struct arena arena;
};

/* The set of several answers that begins at the variable, NULL = it stands alone. */
static const struct data_set *
set_at(const struct dataset *d, int variable)
{
	for (int i = 0; i < d->set_count; i++)
		if (!d->sets[i].ranks && d->sets[i].count && d->sets[i].first == variable)
			return &d->sets[i];
	return NULL;
}

static bool
uses_places(const struct data_variable *v)
{
	for (int i = 0; i < v->printed_count; i++)
		if (v->printed[i].number < 0)
			return true;
	return false;
}

static const char *
type_of(const struct data_variable *v)
{
	return v->kind == DATA_TEXT   ? "character"
	       : v->kind == DATA_DATE ? "date"
	       : v->printed_count        ? "single"
				      : "quantity";
}

/* ---- variables ---- */

static void
put_line(struct survey_file *f, const char *name, const char *text)
{
	xml_element(&f->xml, name, data_label(&f->arena, text, 0, 0, NULL));
	xml_text(&f->xml, "\n");
}

static void
put_value(struct survey_file *f, int code, double score, const char *label)
{
	char text[40];

	xml_open(&f->xml, "value");
	xml_number(&f->xml, "code", code);
	if (!isnan(score))
		xml_attribute(&f->xml, "score", number_plain(text, sizeof(text), score, -1));
	xml_text(&f->xml, label);
	xml_close(&f->xml);
	xml_text(&f->xml, "\n");
}

static void
put_choices(struct survey_file *f, int index, const struct data_set *set)
{
	const struct data_variable *v = &f->d->variables[index];
	bool places = uses_places(v);

	xml_open(&f->xml, "values");
	xml_text(&f->xml, "\n");
	if (set)
		for (int i = 0; i < set->count; i++)
			put_value(f, i + 1, NAN, f->d->variables[set->first + i].label);
	else
		for (int i = 0; i < v->printed_count; i++)
			put_value(f, places ? i + 1 : v->printed[i].number, v->printed[i].score,
				v->printed[i].label);
	xml_close(&f->xml);
	xml_text(&f->xml, "\n");
}

/* The number of as many nines as this one has digits. */
static double
nines(double value, int decimals)
{
	double limit = 1;

	while (limit <= fabs(value) && limit < 1e15)
		limit *= 10;
	return limit > 1 ? limit - 1 / number_power10(decimals > 0 ? decimals : 0) : 0;
}

/* A quantity says how far its values go; to who does not get them only how long they are. */
static void
put_range(struct survey_file *f, const struct data_variable *v)
{
	double least = 0, most = 0, value;
	char text[40];
	bool any = false;

	for (size_t row = 0; row < f->d->rows; row++) {
		value = NAN;
		if (data_number(f->d, v, row, &value) != MISSING_NONE || isnan(value))
			continue;
		least = any ? fmin(least, value) : value;
		most = any ? fmax(most, value) : value;
		any = true;
	}
	if (!f->answers) {
		least = least < 0 ? -nines(least, v->decimals) : 0;
		most = most > 0 ? nines(most, v->decimals) : 0;
	}
	xml_open(&f->xml, "values");
	xml_open(&f->xml, "range");
	xml_attribute(&f->xml, "from", number_plain(text, sizeof(text), least, v->decimals));
	xml_attribute(&f->xml, "to", number_plain(text, sizeof(text), most, v->decimals));
	xml_close(&f->xml);
	xml_close(&f->xml);
	xml_text(&f->xml, "\n");
}

static void
put_variable(struct survey_file *f, int index, const struct data_set *set, int position)
{
	const struct data_variable *v = &f->d->variables[index];
	const char *type = set ? "multiple" : type_of(v);

	xml_open(&f->xml, "variable");
	xml_number(&f->xml, "ident", position);
	xml_attribute(&f->xml, "type", type);
	if (index == f->d->weight)
		xml_attribute(&f->xml, "use", "weight");
	else if (!strcmp(v->name, "form_number") && !v->question[0])
		xml_attribute(&f->xml, "use", "serial");
	xml_text(&f->xml, "\n");
	put_line(f, "name", set ? set->name : v->name);
	put_line(f, "label", set ? set->label : v->label);
	xml_open(&f->xml, "position");
	xml_number(&f->xml, "start", position);
	xml_close(&f->xml);
	xml_text(&f->xml, "\n");
	if (set || v->printed_count)
		put_choices(f, index, set);
	else if (v->kind == DATA_NUMBER)
		put_range(f, v);
	else if (v->kind == DATA_TEXT)
		put_line(f, "size", arena_format(&f->arena, "%d", v->width));
	xml_close(&f->xml);
	xml_text(&f->xml, "\n");
}

void
triple_s_write(const struct dataset *d, const char *data, bool answers, struct output *out)
{
	struct survey_file f = { .d = d, .answers = answers };
	const struct data_set *set;
	char now[32];
	int position = 0;

	clock_now_utc(now, sizeof(now));
	xml_start(&f.xml, out);
	xml_open(&f.xml, "sss");
	xml_attribute(&f.xml, "version", "2.0");
	xml_text(&f.xml, "\n");
	put_line(&f, "date", arena_format(&f.arena, "%.10s", now));
	put_line(&f, "time", arena_format(&f.arena, "%.5s", now + 11));
	put_line(&f, "origin", PACKAGE_STRING);
	xml_open(&f.xml, "survey");
	xml_text(&f.xml, "\n");
	put_line(&f, "name", d->wave->code);
	put_line(&f, "title", d->title);
	xml_open(&f.xml, "record");
	xml_attribute(&f.xml, "ident", "A");
	xml_attribute(&f.xml, "href", data);
	xml_attribute(&f.xml, "format", "csv");
	xml_attribute(&f.xml, "skip", "1");
	xml_text(&f.xml, "\n");
	for (int i = 0; i < d->count; i += set ? set->count : 1) {
		set = set_at(d, i);
		put_variable(&f, i, set, ++position);
	}
	xml_close(&f.xml);
	xml_text(&f.xml, "\n");
	xml_close(&f.xml);
	xml_text(&f.xml, "\n");
	xml_end(&f.xml);
	arena_release(&f.arena);
}

/* ---- answers ---- */

/* Always in quotes: what begins with a nought is no number. */
static void
put_marks(const struct dataset *d, const struct data_set *set, size_t row, struct output *out)
{
	double value = 0;

	if (data_number(d, &d->variables[set->first], row, &value) != MISSING_NONE)
		return;
	output_puts(out, "\"");
	for (int i = 0; i < set->count; i++) {
		(void)data_number(d, &d->variables[set->first + i], row, &value);
		output_puts(out, value > 0 ? "1" : "0");
	}
	output_puts(out, "\"");
}

static void
put_number(const struct dataset *d, const struct data_variable *v, size_t row, struct output *out)
{
	double value = NAN;
	struct date day;
	char text[40];

	(void)data_number(d, v, row, &value); /* of a printed exit its code */
	if (isnan(value))
		return;
	if (v->kind == DATA_DATE) {
		day = date_from_days((long)value);
		output_printf(out, "%04d%02d%02d", day.year, day.month, day.day);
		return;
	}
	if (v->printed_count && uses_places(v))
		for (int i = 0; i < v->printed_count; i++)
			if (v->printed[i].number == (int)value) {
				value = i + 1;
				break;
			}
	output_puts(out,
		number_plain(text, sizeof(text), value, v->printed_count ? 0 : v->decimals));
}

static void
put_row(const struct dataset *d, size_t row, struct output *out)
{
	const struct data_set *set;

	for (int i = 0; i < d->count; i += set ? set->count : 1) {
		const struct data_variable *v = &d->variables[i];

		set = set_at(d, i);
		if (i)
			output_puts(out, ",");
		if (set)
			put_marks(d, set, row, out);
		else if (v->kind == DATA_TEXT)
			csv_cell(out, ',', true, data_text(d, v, row));
		else
			put_number(d, v, row, out);
	}
	output_puts(out, "\n");
}

int
triple_s_data_write(const struct dataset *d, struct output *out, const struct progress *progress,
	struct error *err)
{
	const struct data_set *set;

	for (int i = 0; i < d->count; i += set ? set->count : 1) {
		set = set_at(d, i);
		csv_cell(out, ',', i == 0, set ? set->name : d->variables[i].name);
	}
	output_puts(out, "\n");
	for (size_t row = 0; row < d->rows && !output_failed(out); row++) {
		put_row(d, row, out);
		if (row % STEP == 0 && progress_step(progress, (double)row / (double)d->rows,
					       _("Writing answers")))
			return error_set(err, ERROR_CANCEL, _("Stopped."));
	}
	return 0;
}
