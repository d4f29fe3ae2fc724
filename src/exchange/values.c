/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Own values: unit;indicator;year;value;flag, made by hand or by another program. */
#include "config.h"

#include "exchange/figures_write.h"

#include "base/csv.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"
#include "model/indicators/flag.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum column { UNIT, INDICATOR, YEAR, VALUE, FLAG, COLUMNS };

struct values {
	struct figures figures;
	struct input *in;
	int column[COLUMNS]; /* where each stands in the file, -1 = nowhere */
	int header_count;
	bool has_header;
	bool writing; /* what a preview tells, writing refuses */
	long *lines;  /* by series: where it stood first */
	size_t line_capacity;
};

static const char *const column_names[COLUMNS][4] = {
	{ "unit", "jednostka", "teryt", NULL },
	{ "indicator", "wskaznik", NULL },
	{ "year", "rok", NULL },
	{ "value", "wartosc", NULL },
	{ "flag", "flaga", "znak", NULL },
};

static int
column_of(const char *text)
{
	char folded[64];

	text_fold(folded, sizeof folded, text);
	for (int c = 0; c < COLUMNS; c++)
		for (int i = 0; column_names[c][i]; i++)
			if (!strcmp(column_names[c][i], folded))
				return c;
	return -1;
}

static int
recognise(const char *head, const char *file_name)
{
	char word[32];
	int seen = 0;

	(void)file_name;
	while (*head && *head != '\n') {
		size_t length = strcspn(head, ";,\t\r\n");

		snprintf(word, sizeof word, "%.*s", length > 31 ? 31 : (int)length, head);
		for (char *p = word; *p; p++)
			*p = *p == '"' ? ' ' : *p;
		if (column_of(word) >= 0)
			seen |= 1 << column_of(word);
		head += length;
		head += *head && strchr(";,\t\r", *head);
	}
	return (seen & 15) == 15;
}

static int
take_header(
	struct values *v, long line, const struct csv_field *fields, int count, struct error *err)
{
	v->has_header = true;
	v->header_count = count;
	for (int c = 0; c < COLUMNS; c++)
		v->column[c] = -1;
	for (int i = 0; i < count; i++) {
		int c = column_of(fields[i].text);

		if (c < 0 && fields[i].length)
			return figures_refuse(v->in, line, i + 1, err,
				_("the column \"%.40s\" is unknown; unit, indicator, year, "
				  "value and flag are expected."),
				fields[i].text);
		if (c >= 0 && v->column[c] >= 0)
			return figures_refuse(v->in, line, i + 1, err,
				_("the column \"%.40s\" stands there twice."), fields[i].text);
		if (c >= 0)
			v->column[c] = i;
	}
	for (int c = 0; c < FLAG; c++)
		if (v->column[c] < 0)
			return figures_refuse(v->in, line, 1, err,
				_("the column \"%s\" is missing; the header is "
				  "unit;indicator;year;value;flag."),
				column_names[c][0]);
	return 0;
}

static int
take_cell(struct values *v, long line, const struct csv_field *value, const struct csv_field *flag,
	figure_cell *cell, struct error *err)
{
	struct decimal number = { 0, 0 };
	int mark = FLAG_NONE;

	if (flag && flag->length && (mark = flag_from_own(flag->text)) < 0)
		return figures_refuse(v->in, line, v->column[FLAG] + 1, err,
			_("\"%.40s\" is no flag; bd, nd, a full stop, - or a letter of BDL is "
			  "expected."),
			flag->text);
	if (!value->length) {
		mark = flag_missing((unsigned char)mark) ? mark : FLAG_EMPTY;
	} else if (decimal_parse(value->text, value->length, &number)) {
		int reason = flag_from_own(value->text);

		if (decimal_too_long(value->text, value->length))
			return figures_refuse(v->in, line, v->column[VALUE] + 1, err,
				_("\"%.40s\" has too many digits; at most %d are taken, so round "
				  "it "
				  "to fewer decimals."),
				value->text, DECIMAL_DIGITS);
		if (reason < 0 || !flag_missing((unsigned char)reason))
			return figures_refuse(v->in, line, v->column[VALUE] + 1, err,
				_("\"%.40s\" is no number; digits with at most one comma or "
				  "point are expected, "
				  "or bd, nd, - or a full stop where there is none."),
				value->text);
		mark = flag_missing((unsigned char)mark) ? mark : reason;
	}
	*cell = figure_make(number, mark);
	return 0;
}

static int
take_series(struct values *v, long line, const struct csv_field *code, struct error *err)
{
	struct figures *f = &v->figures;
	int ids[2], known = f->series_keys.count, series;

	if (!code->length || code->length > 32)
		return figures_refuse(v->in, line, v->column[INDICATOR] + 1, err,
			_("\"%.40s\" is no code of an indicator."), code->text);
	if (figures_text(v->in, line, v->column[INDICATOR] + 1, code->text, code->length, err))
		return -1;
	ids[0] = byteset_add(&f->texts, code->text, code->length);
	ids[1] = byteset_add(&f->texts, "", 0);
	series = figures_series(f, ids, 2);
	if (series == known) {
		v->lines = memory_grow(
			v->lines, &v->line_capacity, (size_t)series + 1, sizeof *v->lines);
		v->lines[series] = line;
	}
	return series;
}

static int
take_row(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	struct values *v = context;
	const struct csv_field *at[COLUMNS] = { NULL };
	struct figures *f = &v->figures;
	int unit, series, year;
	figure_cell cell = 0;

	if (!v->has_header)
		return take_header(v, line, fields, count, err);
	for (int c = 0; c < COLUMNS; c++) {
		if (v->column[c] < 0)
			continue;
		if (v->column[c] >= count || count > v->header_count + 1)
			return figures_refuse(v->in, line, count, err,
				_("the row has %d fields; the header has %d."), count,
				v->header_count);
		at[c] = &fields[v->column[c]];
	}
	f->rows++;
	unit = figures_unit(f, v->in, line, at[UNIT]->text, at[UNIT]->length, err);
	if (unit < 0)
		return -1;
	series = take_series(v, line, at[INDICATOR], err);
	if (series < 0)
		return -1;
	year = figures_year(
		v->in, line, v->column[YEAR] + 1, at[YEAR]->text, at[YEAR]->length, err);
	if (year < 0 || take_cell(v, line, at[VALUE], at[FLAG], &cell, err))
		return -1;
	f->bare_rows += figure_missing(cell);
	return figures_put(f, v->in, figures_slice(f, series, year), unit, line,
		v->column[VALUE] + 1, cell, err);
}

/* Values are for units of the register; a code it lacks is refused, the first few by row. */
static int
refuse_unknown(const struct figures *f, const char *name, struct error *err)
{
	char list[256] = "";
	int told = 0;
	long first = 0;

	for (int i = 0; i < f->unit_codes.count && told < 5; i++) {
		size_t length = strlen(list);

		if (!f->units[i].fresh)
			continue;
		first = first ? first : f->units[i].line;
		snprintf(list + length, sizeof list - length, _("%s%s (line %ld)"),
			told++ ? ", " : "", f->unit_codes.entries[i].bytes, f->units[i].line);
	}
	return error_at(err, ERROR_INPUT, first, 1,
		_("%s: units that the register does not hold: %s; %d in all. Import a register "
		  "that "
		  "holds them, or correct the codes."),
		name, list, f->fresh.count);
}

static int
read(struct import_job *job, struct input *in, const struct progress *progress, struct error *err)
{
	struct values *v = memory_new(sizeof *v);

	job->data = v;
	v->in = in;
	v->figures.short_codes = true;
	if (csv_read(in, 0, NULL, take_row, v, progress, err) ||
		figures_flush(&v->figures, in, err))
		return -1;
	if (!v->figures.rows)
		return error_set(err, ERROR_INPUT, _("%s: the file holds a header, but no values."),
			input_name(in));
	if (figures_match(&v->figures, &job->units, input_name(in), err))
		return -1;
	v->in = NULL;
	return v->figures.fresh.count ? refuse_unknown(&v->figures, input_name(in), err) : 0;
}

/* The card of a code; id 0 = there is none. */
static int
find_card(struct import_job *job, const char *code, struct indicator *card, struct error *err)
{
	struct error why = { 0 };

	*card = (struct indicator){ 0 };
	if (!indicator_load(job->db, code, &job->arena, card, &why))
		return 0;
	if (why.code == ERROR_MISSING)
		return 0;
	return error_set(err, why.code, "%s", why.text);
}

static int
unknown_indicator(struct import_job *job, long line, const char *code, struct error *err)
{
	const struct values *v = job->data;

	if (v->writing)
		return error_at(err, ERROR_INPUT, line, v->column[INDICATOR] + 1,
			_("%s, line %ld: there is no indicator \"%s\". Correct the code, or "
			  "allow new indicators."),
			job->file.name, line, code);
	return 0;
}

static int
find_series(struct import_job *job, struct figures *f, int series, struct series *there,
	struct error *err)
{
	const struct values *v = job->data;
	const char *code = f->series[series].dimensions, *name = job->file.name;
	long line = v->lines[series];
	struct indicator card;
	char origin[16], subgroup[16];

	*there = (struct series){ 0 };
	if (find_card(job, code, &card, err))
		return -1;
	if (!card.id && !job->options.new_indicators)
		return unknown_indicator(job, line, code, err);
	if (!card.id)
		return 0;
	if (card.kind != INDICATOR_PUBLISHED &&
		!(job->options.package && card.kind == INDICATOR_SURVEY))
		return error_at(err, ERROR_INPUT, line, v->column[INDICATOR] + 1,
			card.kind == INDICATOR_OWN
				? _("%s, line %ld: values of the indicator %s are keyed by "
				    "F7 in its card (5 5, k), or in the data sheet (2 5). To take "
				    "them from files, choose so in its card (F4, “Values from”), "
				    "or use another code.")
				: _("%s, line %ld: the indicator %s is computed or counted from "
				    "surveys and takes no values from files. Use another code."),
			name, line, code);
	if (series_of_card(job->db, card.id, there, origin, subgroup, err))
		return -1;
	if (there->id && strcmp(origin, "values"))
		return error_at(err, ERROR_INPUT, line, v->column[INDICATOR] + 1,
			_("%s, line %ld: the indicator %s takes its values from BDL, subgroup %s, "
			  "and cannot "
			  "have a second source. Use another code."),
			name, line, code, subgroup);
	there->indicator_id = card.id;
	there->decimals = card.decimals;
	return 0;
}

static int
new_card(struct import_job *job, struct figures *f, int series, struct indicator *card,
	struct error *err)
{
	const struct figure_series *s = &f->series[series];

	if (find_card(job, s->dimensions, card, err) || card->id)
		return card->id ? 0 : -1;
	*card = (struct indicator){ .code = s->dimensions,
		.name = s->dimensions,
		.multiplier = 1,
		.decimals = s->decimals > 6 ? 6 : s->decimals,
		.direction = 'N',
		.source = job->file.source,
		.kind = INDICATOR_PUBLISHED,
		.frequency = "R" };
	return 0;
}

static const struct figure_kind kind = {
	.origin = "values", .subgroup = "", .find = find_series, .card = new_card
};

static int
compare(struct import_job *job, struct error *err)
{
	struct values *v = job->data;
	int fresh = 0;

	v->writing = false;
	job->preview.kind = IMPORT_VALUES;
	job->preview.title = _("Own values (unit;indicator;year;value;flag)");
	job->preview.sample_header = NULL;
	job->file.source = job->options.source ? job->options.source : _("own data");
	if (figures_compare(job, &v->figures, &kind, err))
		return -1;
	for (int i = 0; i < v->figures.series_keys.count; i++) {
		bool known = v->figures.series[i].indicator_id != 0;

		fresh += !known;
		if (!known && !job->options.new_indicators)
			import_remark(job, REMARK_WARNING, v->lines[i],
				_("There is no indicator \"%s\". The file can be written once "
				  "new indicators are allowed or the code is corrected."),
				v->figures.series[i].dimensions);
	}
	job->preview.needs_cards = job->options.new_indicators ? 0 : fresh;
	if (fresh && job->options.new_indicators)
		import_remark(job, REMARK_NOTE, 0,
			P_("%d new indicator will get a card.", "%d new indicators will get cards.",
				(unsigned long)fresh),
			fresh);
	return 0;
}

static int
write(struct import_job *job, const struct progress *progress, int64_t *import_id,
	struct error *err)
{
	struct values *v = job->data;

	v->writing = true;
	return figures_write(job, &v->figures, &kind, progress, import_id, err);
}

static void
release(struct import_job *job)
{
	struct values *v = job->data;

	if (!v)
		return;
	figures_release(&v->figures);
	free(v->lines);
	free(v);
	job->data = NULL;
}

const struct import_ops import_values = { IMPORT_VALUES, "values", N_("Own values"), recognise,
	read, compare, write, release };
