/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Data sets as SPSS and Stata have them, through ReadStat. Each call is checked by itself: a
 * failure is not always repeated by the calls that follow it. */
#include "config.h"

#include "exchange/readstat.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"

#include <math.h>
#include <readstat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	STEP = 4096, /* rows between two looks at Esc */
	STATA_VERSION = 118,
	SECONDS_OF_DAY = 86400,
	SPSS_EPOCH = 141428, /* days from 1582-10-14 to 1970-01-01 */
	STATA_EPOCH = 3653   /* days from 1960-01-01 to 1970-01-01 */
};

const struct stat_limits stat_limits[STAT_FORMATS] = {
	[STAT_SPSS] = { .label_bytes = 255, .value_label_bytes = 120, .title_bytes = 64 },
	[STAT_STATA] = { .label_bytes = 320,
		.label_characters = 80,
		.value_label_bytes = 32000,
		.title_bytes = 255,
		.title_characters = 80 },
};

struct made { /* a variable as it is written */
	readstat_variable_t *variable;
	readstat_type_t type;
	const char *label;
};

struct labels { /* of values: how many, and a sum that tells them apart */
	long count;
	uint64_t sum;
};

struct writing {
	const struct dataset *d;
	enum stat_format format;
	struct output *out;
	const struct progress *progress;
	struct data_cut *cut;
	struct arena arena;
	readstat_writer_t *writer;
	struct made *made;
	struct labels labels;
	/* reading again */
	int variables;
	long rows, read_rows;
	struct labels read_labels;
	const char *differs; /* what */
	struct error *err;
};

/* ---- what is written ---- */

static double
as_written(const struct writing *w, const struct data_variable *v, double value)
{
	if (v->kind != DATA_DATE)
		return value;
	return w->format == STAT_SPSS ? (value + SPSS_EPOCH) * SECONDS_OF_DAY : value + STATA_EPOCH;
}

/* FNV-1a of the label with its value; the sum over all does not depend on their order. */
static void
count_label(struct labels *l, double value, char tag, const char *label)
{
	uint64_t hash = 0xcbf29ce484222325u;
	unsigned char bytes[sizeof(value)];

	if (tag)
		value = 0;
	memcpy(bytes, &value, sizeof(value));
	for (size_t i = 0; i < sizeof(bytes); i++)
		hash = (hash ^ bytes[i]) * 0x100000001b3u;
	hash = (hash ^ (unsigned char)tag) * 0x100000001b3u;
	for (; *label; label++)
		hash = (hash ^ (unsigned char)*label) * 0x100000001b3u;
	l->count++;
	l->sum += hash;
}

static readstat_type_t
type_of(const struct writing *w, const struct data_variable *v)
{
	int most = v->choice >= 0 ? 1 : 0;

	if (v->kind == DATA_TEXT)
		return READSTAT_TYPE_STRING;
	if (w->format == STAT_SPSS)
		return READSTAT_TYPE_DOUBLE;
	if (v->kind == DATA_DATE)
		return READSTAT_TYPE_INT32;
	for (int i = 0; i < v->code_count; i++)
		if (abs(v->codes[i].number) > most)
			most = abs(v->codes[i].number);
	if (v->code_count == 0 && v->choice < 0)
		return READSTAT_TYPE_DOUBLE;
	return most <= 100     ? READSTAT_TYPE_INT8
	       : most <= 32000 ? READSTAT_TYPE_INT16
			       : READSTAT_TYPE_INT32;
}

static void
set_format(const struct writing *w, const struct data_variable *v, readstat_variable_t *variable)
{
	char format[32] = "";
	bool spss = w->format == STAT_SPSS;

	if (v->kind == DATA_DATE)
		snprintf(format, sizeof(format), spss ? "SDATE10" : "%%td");
	else if (v->kind == DATA_NUMBER && spss)
		snprintf(format, sizeof(format), "F%d.%d", 8 + v->decimals, v->decimals);
	else if (v->kind == DATA_NUMBER)
		snprintf(format, sizeof(format), "%%%d.%d%c", 9 + v->decimals, v->decimals,
			v->decimals ? 'f' : 'g');
	if (format[0])
		readstat_variable_set_format(variable, format);
}

static void
add_labels(struct writing *w, const struct data_variable *v, readstat_variable_t *variable)
{
	bool spss = w->format == STAT_SPSS;
	size_t most = stat_limits[w->format].value_label_bytes;
	readstat_label_set_t *set;

	if (v->code_count == 0 && !v->reasons)
		return;
	set = readstat_add_label_set(
		w->writer, spss ? READSTAT_TYPE_DOUBLE : READSTAT_TYPE_INT32, v->name);
	for (int i = 0; i < v->code_count; i++) {
		const char *label =
			data_label(&w->arena, v->codes[i].label, most, 0, &w->cut->labels);

		if (spss)
			readstat_label_double_value(set, v->codes[i].number, label);
		else
			readstat_label_int32_value(set, v->codes[i].number, label);
		count_label(&w->labels, v->codes[i].number, 0, label);
	}
	for (int i = MISSING_NO_ANSWER; v->reasons && i < MISSING_COUNT; i++) {
		const struct missing_reason *reason = missing_reason((enum missing)i);
		const char *label = data_label(&w->arena,
			data_reason_label(v, (enum missing)i), most, 0, &w->cut->labels);

		if (spss)
			readstat_label_double_value(
				set, data_reason_code(v, (enum missing)i), label);
		else
			readstat_label_tagged_value(set, reason->stata, label);
		count_label(&w->labels, data_reason_code(v, (enum missing)i),
			spss ? 0 : reason->stata, label);
	}
	readstat_variable_set_label_set(variable, set);
}

static readstat_error_t
add_variable(struct writing *w, const struct data_variable *v, struct made *made)
{
	static const readstat_measure_t measures[] = { [DATA_NOMINAL] = READSTAT_MEASURE_NOMINAL,
		[DATA_ORDINAL] = READSTAT_MEASURE_ORDINAL,
		[DATA_SCALE] = READSTAT_MEASURE_SCALE };
	const struct stat_limits *limits = &stat_limits[w->format];
	size_t width = v->width > DATA_TEXT_MOST ? DATA_TEXT_MOST : (size_t)v->width;

	made->type = type_of(w, v);
	made->variable = readstat_add_variable(
		w->writer, v->name, made->type, v->kind == DATA_TEXT ? width : 0);
	if (!made->variable)
		return READSTAT_ERROR_MALLOC;
	made->label = data_label(&w->arena, v->label, limits->label_bytes, limits->label_characters,
		&w->cut->labels);
	readstat_variable_set_label(made->variable, made->label);
	readstat_variable_set_measure(made->variable, measures[v->measure]);
	set_format(w, v, made->variable);
	if (v->kind == DATA_NUMBER)
		add_labels(w, v, made->variable);
	if (!v->reasons || w->format != STAT_SPSS)
		return READSTAT_OK;
	return readstat_variable_add_missing_double_range(made->variable,
		data_reason_code(v, MISSING_PAGE_MISSING), data_reason_code(v, MISSING_NO_ANSWER));
}

static ssize_t
put_bytes(const void *data, size_t length, void *context)
{
	struct writing *w = context;

	output_write(w->out, data, length);
	return output_failed(w->out) ? -1 : (ssize_t)length;
}

static readstat_error_t
begin(struct writing *w)
{
	const struct stat_limits *limits = &stat_limits[w->format];
	const struct dataset *d = w->d;
	readstat_error_t e = readstat_set_data_writer(w->writer, put_bytes);

	w->made = arena_array(&w->arena, (size_t)d->count + 1, sizeof(*w->made));
	if (e == READSTAT_OK)
		e = readstat_writer_set_file_label(
			w->writer, data_label(&w->arena, d->title, limits->title_bytes,
					   limits->title_characters, NULL));
	if (e == READSTAT_OK)
		e = readstat_writer_set_file_timestamp(w->writer, (time_t)clock_now());
	if (e == READSTAT_OK && w->format == STAT_SPSS)
		e = readstat_writer_set_compression(w->writer, READSTAT_COMPRESS_ROWS);
	if (e == READSTAT_OK && w->format == STAT_STATA)
		e = readstat_writer_set_file_format_version(w->writer, STATA_VERSION);
	for (int i = 0; e == READSTAT_OK && i < d->count; i++)
		e = add_variable(w, &d->variables[i], &w->made[i]);
	if (e == READSTAT_OK && d->weight >= 0 && w->format == STAT_SPSS)
		e = readstat_writer_set_fweight_variable(w->writer, w->made[d->weight].variable);
	if (e != READSTAT_OK)
		return e;
	return w->format == STAT_SPSS ? readstat_begin_writing_sav(w->writer, w, (long)d->rows)
				      : readstat_begin_writing_dta(w->writer, w, (long)d->rows);
}

static readstat_error_t
put_text(struct writing *w, const struct data_variable *v, const struct made *made, size_t row)
{
	const char *text = data_text(w->d, v, row);
	char cut[DATA_TEXT_MOST + 1];

	if (strlen(text) > DATA_TEXT_MOST) {
		w->cut->texts++;
		text = text_copy(cut, sizeof(cut), text);
	}
	return readstat_insert_string_value(w->writer, made->variable, text);
}

static readstat_error_t
put_number(struct writing *w, const struct data_variable *v, const struct made *made, size_t row)
{
	double value = NAN;
	enum missing missing = data_number(w->d, v, row, &value);

	if (missing != MISSING_NONE && w->format == STAT_STATA)
		return readstat_insert_tagged_missing_value(
			w->writer, made->variable, missing_reason(missing)->stata);
	if (missing == MISSING_NONE && isnan(value))
		return readstat_insert_missing_value(w->writer, made->variable);
	value = missing == MISSING_NONE ? as_written(w, v, value) : data_reason_code(v, missing);
	switch (made->type) {
	case READSTAT_TYPE_INT8:
		return readstat_insert_int8_value(w->writer, made->variable, (int8_t)value);
	case READSTAT_TYPE_INT16:
		return readstat_insert_int16_value(w->writer, made->variable, (int16_t)value);
	case READSTAT_TYPE_INT32:
		return readstat_insert_int32_value(w->writer, made->variable, (int32_t)value);
	default:
		return readstat_insert_double_value(w->writer, made->variable, value);
	}
}

static readstat_error_t
put_row(struct writing *w, size_t row)
{
	readstat_error_t e = readstat_begin_row(w->writer);

	for (int i = 0; e == READSTAT_OK && i < w->d->count; i++) {
		const struct data_variable *v = &w->d->variables[i];

		e = v->kind == DATA_TEXT ? put_text(w, v, &w->made[i], row)
					 : put_number(w, v, &w->made[i], row);
	}
	return e == READSTAT_OK ? readstat_end_row(w->writer) : e;
}

static int
refuse(struct writing *w, readstat_error_t e)
{
	if (output_failed(w->out))
		return -1; /* its commit says why */
	return error_set(w->err, ERROR_DATA, _("The file was not written: ReadStat says “%s”."),
		readstat_error_message(e));
}

static int
stopped(struct writing *w, double done, const char *what)
{
	if (progress_step(w->progress, done, what))
		return error_set(w->err, ERROR_CANCEL, _("Stopped."));
	return 0;
}

static int
write_all(struct writing *w)
{
	readstat_error_t e = begin(w);

	for (size_t row = 0; e == READSTAT_OK && row < w->d->rows; row++) {
		e = put_row(w, row);
		if (row % STEP == 0 &&
			stopped(w, 0.7 * (double)row / (double)w->d->rows, _("Writing answers")))
			return -1;
	}
	if (e == READSTAT_OK)
		e = readstat_end_writing(w->writer);
	return e == READSTAT_OK ? 0 : refuse(w, e);
}

/* ---- reading it again ---- */

static int
differ(struct writing *w, const char *what)
{
	w->differs = what;
	return READSTAT_HANDLER_ABORT;
}

static int
on_metadata(readstat_metadata_t *metadata, void *context)
{
	struct writing *w = context;

	w->rows = readstat_get_row_count(metadata);
	return READSTAT_HANDLER_OK;
}

static int
on_variable(int index, readstat_variable_t *variable, const char *labels, void *context)
{
	struct writing *w = context;
	const char *label = readstat_variable_get_label(variable);

	(void)labels;
	w->variables++;
	if (index >= w->d->count ||
		strcmp(readstat_variable_get_name(variable), w->d->variables[index].name) != 0)
		return differ(w, "name");
	if (strcmp(label ? label : "", w->made[index].label) != 0)
		return differ(w, "label");
	if (w->format == STAT_SPSS && readstat_variable_get_missing_ranges_count(variable) !=
					      (w->d->variables[index].reasons ? 1 : 0))
		return differ(w, "missing");
	return READSTAT_HANDLER_OK;
}

static bool
same_text(const struct writing *w, const struct data_variable *v, size_t row, const char *found)
{
	const char *text = data_text(w->d, v, row);
	char cut[DATA_TEXT_MOST + 1];
	size_t length;

	text_copy(cut, sizeof(cut), text);
	length = strlen(cut);
	while (length && cut[length - 1] == ' ') /* .sav fills up with blanks */
		length--;
	if (!found)
		return length == 0;
	return strncmp(cut, found, length) == 0 &&
	       strspn(found + length, " ") == strlen(found + length);
}

static bool
same_number(
	const struct writing *w, const struct data_variable *v, size_t row, readstat_value_t found)
{
	double value = NAN;
	enum missing missing = data_number(w->d, v, row, &value);

	if (missing != MISSING_NONE && w->format == STAT_STATA)
		return readstat_value_is_tagged_missing(found) &&
		       readstat_value_tag(found) == missing_reason(missing)->stata;
	if (missing == MISSING_NONE && isnan(value))
		return readstat_value_is_system_missing(found);
	value = missing == MISSING_NONE ? as_written(w, v, value) : data_reason_code(v, missing);
	return !readstat_value_is_system_missing(found) && readstat_double_value(found) == value;
}

static int
on_value(int row, readstat_variable_t *variable, readstat_value_t found, void *context)
{
	struct writing *w = context;
	int index = readstat_variable_get_index(variable);
	const struct data_variable *v = &w->d->variables[index];

	if (row < 0 || (size_t)row >= w->d->rows)
		return differ(w, "rows");
	if (index == 0)
		w->read_rows++;
	if (v->kind == DATA_TEXT ? !same_text(w, v, (size_t)row, readstat_string_value(found))
				 : !same_number(w, v, (size_t)row, found))
		return differ(w, v->name);
	if (index == 0 && row % STEP == 0 &&
		stopped(w, 0.7 + 0.3 * row / (double)w->d->rows, _("Reading the file again")))
		return READSTAT_HANDLER_ABORT;
	return READSTAT_HANDLER_OK;
}

static int
on_label(const char *set, readstat_value_t value, const char *label, void *context)
{
	struct writing *w = context;
	char tag = readstat_value_is_tagged_missing(value) ? readstat_value_tag(value) : 0;

	(void)set;
	count_label(&w->read_labels, tag ? 0 : readstat_double_value(value), tag, label);
	return READSTAT_HANDLER_OK;
}

static readstat_error_t
parse(struct writing *w, readstat_parser_t *parser)
{
	const char *path = output_temporary(w->out);
	readstat_error_t e = readstat_set_metadata_handler(parser, on_metadata);

	if (e == READSTAT_OK)
		e = readstat_set_variable_handler(parser, on_variable);
	if (e == READSTAT_OK)
		e = readstat_set_value_handler(parser, on_value);
	if (e == READSTAT_OK)
		e = readstat_set_value_label_handler(parser, on_label);
	if (e != READSTAT_OK)
		return e;
	return w->format == STAT_SPSS ? readstat_parse_sav(parser, path, w)
				      : readstat_parse_dta(parser, path, w);
}

static int
read_again(struct writing *w)
{
	readstat_parser_t *parser = readstat_parser_init();
	readstat_error_t e = parser ? parse(w, parser) : READSTAT_ERROR_MALLOC;

	if (parser)
		readstat_parser_free(parser);
	if (w->err && w->err->code == ERROR_CANCEL)
		return -1;
	if (!w->differs && e == READSTAT_OK) {
		if (w->variables != w->d->count)
			w->differs = "variables";
		else if (w->rows != (long)w->d->rows || w->read_rows != (long)w->d->rows)
			w->differs = "rows";
		else if (w->labels.count != w->read_labels.count ||
			 w->labels.sum != w->read_labels.sum)
			w->differs = "labels";
	}
	if (w->differs)
		return error_set(w->err, ERROR_DATA,
			_("The file was not written: read again, it says something else (%s). "
			  "Choose "
			  "another format and tell the authors of the program."),
			w->differs);
	return e == READSTAT_OK ? 0 : refuse(w, e);
}

int
stat_write(const struct dataset *d, enum stat_format format, struct output *out,
	const struct progress *progress, struct data_cut *cut, struct error *err)
{
	struct error own = { 0 };
	struct writing w = { .d = d,
		.format = format,
		.out = out,
		.progress = progress,
		.cut = cut,
		.err = err ? err : &own };
	int result;

	*cut = (struct data_cut){ 0 };
	w.writer = readstat_writer_init();
	if (!w.writer)
		return refuse(&w, READSTAT_ERROR_MALLOC);
	result = write_all(&w);
	readstat_writer_free(w.writer);
	if (result == 0 && output_settle(out))
		result = -1;
	if (result == 0)
		result = read_again(&w);
	arena_release(&w.arena);
	return result;
}
