/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A data set as neutral CSV, its code book, and its open answers in full. */
#include "config.h"

#include "exchange/dataset_csv.h"

#include "base/csv_write.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/number.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { STEP = 4096 /* rows between two looks at Esc */ };

/* Nearly all numbers are small whole ones. */
static void
put_number(struct output *out, double value)
{
	char text[40], *at = text + sizeof(text) - 1;
	long whole = value > -1e9 && value < 1e9 ? (long)value : 0;
	unsigned long left = whole < 0 ? 0ul - (unsigned long)whole : (unsigned long)whole;

	if ((double)whole != value) {
		output_puts(out, number_plain(text, sizeof(text), value, -1));
		return;
	}
	for (*at = '\0'; left || !*at; left /= 10)
		*--at = (char)('0' + left % 10);
	if (whole < 0)
		*--at = '-';
	output_write(out, at, (size_t)(text + sizeof(text) - 1 - at));
}

static void
put_value(const struct dataset *d, const struct data_variable *v, size_t row, struct output *out)
{
	char text[40];
	double value = NAN;
	enum missing missing = data_number(d, v, row, &value);

	if (missing != MISSING_NONE)
		put_number(out, data_reason_code(v, missing));
	else if (v->kind == DATA_DATE)
		output_puts(out, date_iso(text, sizeof(text), date_from_days((long)value)));
	else
		put_number(out, value);
}

int
dataset_csv_write(const struct dataset *d, struct output *out, const struct progress *progress,
	struct error *err)
{
	for (int i = 0; i < d->count; i++)
		csv_cell(out, ',', i == 0, d->variables[i].name);
	output_puts(out, "\n");
	for (size_t row = 0; row < d->rows && !output_failed(out); row++) {
		for (int i = 0; i < d->count; i++) {
			const struct data_variable *v = &d->variables[i];

			if (v->kind == DATA_TEXT) {
				csv_cell(out, ',', i == 0, data_text(d, v, row));
				continue;
			}
			if (i)
				output_write(out, ",", 1);
			put_value(d, v, row, out);
		}
		output_puts(out, "\n");
		if (row % STEP == 0 && progress_step(progress, (double)row / (double)d->rows,
					       _("Writing answers")))
			return error_set(err, ERROR_CANCEL, _("Stopped."));
	}
	return 0;
}

/* ---- the code book ---- */

struct book {
	const struct data_variable *v;
	struct output *out;
};

static void
put_code(const struct book *b, const char *value, const char *label, const char *missing)
{
	static const char *const kinds[] = {
		[DATA_NUMBER] = "number", [DATA_DATE] = "date", [DATA_TEXT] = "text"
	};
	static const char *const measures[] = {
		[DATA_NOMINAL] = "nominal", [DATA_ORDINAL] = "ordinal", [DATA_SCALE] = "scale"
	};

	csv_cell(b->out, ',', true, b->v->name);
	csv_cell(b->out, ',', false, b->v->question);
	csv_cell(b->out, ',', false, b->v->label);
	csv_cell(b->out, ',', false, kinds[b->v->kind]);
	csv_cell(b->out, ',', false, measures[b->v->measure]);
	csv_cell(b->out, ',', false, value);
	csv_cell(b->out, ',', false, label);
	csv_cell(b->out, ',', false, missing);
	output_puts(b->out, "\n");
}

void
dataset_codebook_write(const struct dataset *d, struct output *out)
{
	char number[40];

	output_puts(out, "variable,question,label,type,measure,value,value_label,missing\n");
	for (int i = 0; i < d->count; i++) {
		const struct data_variable *v = &d->variables[i];
		const struct book b = { v, out };

		if (v->code_count == 0)
			put_code(&b, "", "", "");
		for (int k = 0; k < v->code_count; k++) {
			snprintf(number, sizeof(number), "%d", v->codes[k].number);
			put_code(&b, number, v->codes[k].label, "");
		}
		for (int k = MISSING_NO_ANSWER; v->reasons && k < MISSING_COUNT; k++) {
			const struct missing_reason *reason = missing_reason((enum missing)k);

			number_plain(
				number, sizeof(number), data_reason_code(v, (enum missing)k), -1);
			put_code(&b, number, data_reason_label(v, (enum missing)k), reason->name);
		}
	}
}

/* ---- open answers ---- */

void
dataset_texts_write(const struct dataset *d, struct output *out)
{
	output_puts(out, "row,variable,question,text\n");
	for (int i = 0; i < d->count; i++) {
		const struct data_variable *v = &d->variables[i];

		if (v->kind != DATA_TEXT || !v->question[0])
			continue;
		for (size_t row = 0; row < d->rows && !output_failed(out); row++) {
			const char *text = data_whole(d, v, row);

			if (!text[0])
				continue;
			output_printf(out, "%zu", row + 1);
			csv_cell(out, ',', false, v->name);
			csv_cell(out, ',', false, v->question);
			csv_cell(out, ',', false, text);
			output_puts(out, "\n");
		}
	}
}
