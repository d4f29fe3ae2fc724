/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks: opening, and the rows of a sheet. */
#include "config.h"

#include "exchange/workbook_parts.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_ROW_TEXT (4 * 1024 * 1024)

/* A sheet while it is read. */
struct reader {
	struct xlsx *w;
	enum xlsx_dates dates;
	csv_row *row;
	void *context;
	struct error *err;
	long line, column; /* column: 0-based, of the open cell */
	bool in_cell, in_phonetic, is_inline, formula;
	char type; /* s shared, i inline, t text, b truth, e error, d ISO date, n number */
	size_t style;
	struct xlsx_texts texts;          /* of the row */
	long place[XLSX_MAX_COLUMNS + 1]; /* which of them is in the column; -1 = none */
	bool words[XLSX_MAX_COLUMNS];     /* text, whatever it looks like */
	bool percent[XLSX_MAX_COLUMNS];   /* a number shown as per cent */
	long width;
};

static int
too_large(struct reader *r)
{
	return error_at(r->err, ERROR_INPUT, r->line, 0,
		_("%s, row %ld: the sheet is too large: at most %d columns and 4 MB of text in a "
		  "row are taken."),
		r->w->name, r->line, XLSX_MAX_COLUMNS);
}

static int
bad_cell(struct reader *r)
{
	return error_at(r->err, ERROR_INPUT, r->line, (int)r->column + 1,
		_("%s, row %ld, column %ld: the cell is damaged. Open the workbook in a "
		  "spreadsheet program and save it again."),
		r->w->name, r->line, r->column + 1);
}

/* B12: the column, 0-based; -1 for what is no place. */
static long
column_of(const char *place)
{
	long column = 0;

	for (; *place >= 'A' && *place <= 'Z'; place++) {
		column = column * 26 + *place - 'A' + 1;
		if (column > 16384)
			return -1;
	}
	return column - 1;
}

static int
start_row(struct reader *r, const char *const *attributes)
{
	const char *number = xlsx_attribute(attributes, "r");
	long line = r->line + 1;

	if (number && (number_parse_whole(number, 1, 1048576, &line) != 0 || line <= r->line)) {
		r->column = 0;
		return bad_cell(r);
	}
	r->line = line;
	r->column = -1;
	r->width = 0;
	r->texts.used = r->texts.count = 0;
	for (int i = 0; i < XLSX_MAX_COLUMNS; i++)
		r->place[i] = -1;
	return 0;
}

static int
start_cell(struct reader *r, const char *const *attributes)
{
	static const struct { const char *name; char type; } types[] = {
		{ "s", 's' }, { "inlineStr", 'i' }, { "str", 't' }, { "b", 'b' }, { "e", 'e' },
		{ "d", 'd' }, { "n", 'n' },
	};
	const char *place = xlsx_attribute(attributes, "r");
	const char *type = xlsx_attribute(attributes, "t");
	const char *style = xlsx_attribute(attributes, "s");
	long number = 0;

	r->column = place ? column_of(place) : r->column + 1;
	if (r->column < 0 || r->line == 0) {
		r->column = r->column < 0 ? 0 : r->column;
		return bad_cell(r);
	}
	r->type = 'n';
	for (size_t i = 0; type && i < sizeof types / sizeof types[0]; i++)
		if (strcmp(types[i].name, type) == 0)
			r->type = types[i].type;
	if (style && number_parse_whole(style, 0, 1000000, &number) != 0)
		number = 0;
	r->style = (size_t)number;
	r->in_cell = true;
	r->is_inline = r->formula = false;
	return 0;
}

static int
on_start(void *context, const char *name, const char *const *attributes, long line,
	struct error *err)
{
	struct reader *r = context;

	(void)line, (void)err;
	if (strcmp(name, "row") == 0)
		return start_row(r, attributes);
	if (strcmp(name, "c") == 0)
		return start_cell(r, attributes);
	if (strcmp(name, "is") == 0)
		r->is_inline = r->in_cell;
	else if (strcmp(name, "rPh") == 0)
		r->in_phonetic = true;
	else if (strcmp(name, "f") == 0)
		r->formula = r->in_cell;
	return 0;
}

static bool
has_style(const struct reader *r, enum xlsx_style style)
{
	return r->style < r->w->style_count && r->w->styles[r->style] == style;
}

static const char *
number_text(struct reader *r, const char *text, char *dst, size_t size)
{
	char *end;
	double number = strtod(text, &end);

	if (end == text || *end || !isfinite(number) || strpbrk(text, "xXnN"))
		return text;
	if (r->dates == XLSX_ISO && has_style(r, XLSX_DATE) &&
		xlsx_date(dst, size, number, r->w->from_1904)[0])
		return dst;
	/* What a spreadsheet shows of a double: 15 digits. */
	return number_plain(dst, size, number_round(number, DECIMAL_DIGITS), -1);
}

/* The text of <v>; numbers and truth as a spreadsheet shows them. */
static int
take_value(struct reader *r, const char *text)
{
	char shown[400];
	const struct xlsx_texts *shared = &r->w->shared;
	long index;

	switch (r->type) {
	case 's':
		if (number_parse_whole(text, 0, (long)shared->count - 1, &index) != 0)
			return bad_cell(r);
		xlsx_texts_add(&r->texts, ""); /* already without escapes */
		text = shared->bytes + shared->starts[index];
		r->texts.bytes = memory_grow(r->texts.bytes, &r->texts.capacity,
			r->texts.used + strlen(text) + 1, 1);
		memcpy(r->texts.bytes + r->texts.used, text, strlen(text) + 1);
		r->texts.used += strlen(text);
		return 0;
	case 'b':
		text = text[0] == '1' || text[0] == 't' ? "TRUE" : "FALSE";
		break;
	case 'n':
		text = number_text(r, text, shown, sizeof shown);
		break;
	default:
		break;
	}
	xlsx_texts_add(&r->texts, text);
	return 0;
}

static int
uncounted(struct reader *r)
{
	char cell[SHEET_CELL_SIZE];

	return error_at(r->err, ERROR_INPUT, r->line, (int)r->column + 1,
		_("%s, %s: the formula has no result. Open the workbook in a spreadsheet program "
		  "and save it, or type the number."),
		r->w->name, sheet_cell(cell, (int)r->column, r->line));
}

static int
end_cell(struct reader *r)
{
	size_t before = r->texts.count ? r->texts.starts[r->texts.count] : 0;
	bool empty = r->texts.used == before;

	r->in_cell = r->is_inline = false;
	/* A text can be empty, a number is there once it was counted. */
	if (empty)
		return r->formula && r->type != 't' ? uncounted(r) : 0;
	if (r->column >= XLSX_MAX_COLUMNS || r->texts.used > MAX_ROW_TEXT)
		return too_large(r);
	xlsx_texts_finish(&r->texts);
	r->place[r->column] = (long)r->texts.count - 1;
	r->words[r->column] = strchr("sit", r->type) != NULL;
	r->percent[r->column] = r->type == 'n' && has_style(r, XLSX_PERCENT);
	if (r->column >= r->width)
		r->width = r->column + 1;
	return 0;
}

static int
end_row(struct reader *r)
{
	struct csv_field fields[XLSX_MAX_COLUMNS];

	for (long i = 0; i < r->width; i++) {
		fields[i].text = "";
		if (r->place[i] >= 0)
			fields[i].text = r->texts.bytes + r->texts.starts[r->place[i]];
		fields[i].length = strlen(fields[i].text);
		fields[i].words = r->place[i] >= 0 && r->words[i];
		fields[i].percent = r->place[i] >= 0 && r->percent[i];
	}
	if (r->width == 0)
		return 0;
	return r->row(r->context, r->line, fields, (int)r->width, r->err);
}

static int
on_end(void *context, const char *name, const char *text, long line, struct error *err)
{
	struct reader *r = context;

	(void)line, (void)err;
	if (r->texts.used > MAX_ROW_TEXT)
		return too_large(r);
	if (strcmp(name, "rPh") == 0)
		r->in_phonetic = false;
	else if (strcmp(name, "row") == 0)
		return r->line > 0 ? end_row(r) : 0;
	else if (!r->in_cell)
		return 0;
	else if (strcmp(name, "c") == 0)
		return end_cell(r);
	else if (strcmp(name, "v") == 0 && r->type != 'i' && *text)
		return take_value(r, text);
	else if (strcmp(name, "t") == 0 && r->is_inline && !r->in_phonetic)
		xlsx_texts_add(&r->texts, text);
	return 0;
}

int
xlsx_read(struct xlsx *w, int sheet, enum xlsx_dates dates, csv_row *row,
	void *context, struct error *err)
{
	static const struct xml_handler handler = { on_start, on_end };
	struct error own = { 0 };
	struct reader *r;
	int result;

	if (!err)
		err = &own;
	if (!w->shared_read && xlsx_load_shared(w, err) != 0)
		return -1;
	if (dates == XLSX_ISO && !w->styles_read && xlsx_load_styles(w, err) != 0)
		return -1;
	if (w->sheets[sheet].entry < 0)
		return error_set(err, ERROR_INPUT,
			_("%s: the sheet %s is not in the file. Open the workbook in a spreadsheet "
			  "program and save it again."),
			w->name, w->sheets[sheet].name);
	r = memory_new(sizeof *r);
	r->w = w;
	r->dates = dates;
	r->row = row;
	r->context = context;
	r->err = err;
	result = xlsx_parse(w, w->sheets[sheet].entry, &handler, r, err);
	xlsx_texts_release(&r->texts);
	free(r);
	return result;
}

/* UTF-16 as compound files write the names of their streams. */
static bool
holds_utf16(const unsigned char *bytes, size_t size, const char *name)
{
	size_t length = strlen(name);

	for (size_t at = 0; at + 2 * length <= size; at++) {
		size_t i = 0;

		while (i < length && bytes[at + 2 * i] == (unsigned char)name[i] &&
			bytes[at + 2 * i + 1] == 0)
			i++;
		if (i == length)
			return true;
	}
	return false;
}

static int
no_workbook(const char *name, const unsigned char *bytes, size_t size, struct error *err)
{
	static const unsigned char compound[] = { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 };

	if (size == 0)
		return error_set(err, ERROR_INPUT, _("%s is empty."), name);
	if (size < sizeof compound || memcmp(bytes, compound, sizeof compound) != 0)
		return error_set(err, ERROR_INPUT,
			_("%s is no workbook. Choose an .xlsx file."), name);
	if (holds_utf16(bytes, size, "EncryptedPackage"))
		return error_set(err, ERROR_INPUT,
			_("%s is locked with a password. Save it as .xlsx without one."), name);
	return error_set(err, ERROR_INPUT,
		_("%s is a workbook of the old kind (.xls). Save it as .xlsx."), name);
}

/* w->zip is open. */
static int
load(struct xlsx *w, struct error *err)
{
	if (unzip_find(w->zip, "content.xml") >= 0 && unzip_find(w->zip, "mimetype") >= 0)
		return error_set(err, ERROR_INPUT,
			_("%s is a document of LibreOffice (.ods). Save it as .xlsx."), w->name);
	if (unzip_find(w->zip, "xl/workbook.bin") >= 0)
		return error_set(err, ERROR_INPUT,
			_("%s is a binary workbook (.xlsb). Save it as .xlsx."), w->name);
	return xlsx_load_sheets(w, err);
}

static struct xlsx *
xlsx_new(const char *path)
{
	struct xlsx *w = memory_new(sizeof *w);
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	size_t size = 3 * strlen(name) + 1;

	w->name = memory_new(size);
	text_clean(w->name, size, name);
	w->fd = w->shared_entry = w->styles_entry = -1;
	return w;
}

static int
finish(struct xlsx **out, struct xlsx *w, int result)
{
	if (result != 0) {
		xlsx_close(w);
		w = NULL;
	}
	*out = w;
	return result;
}

int
xlsx_open_memory(struct xlsx **out, const char *name, const void *bytes, size_t size,
	struct error *err)
{
	struct xlsx *w = xlsx_new(name);
	int result;

	if (!unzip_looks_like(bytes, size))
		return finish(out, w, no_workbook(w->name, bytes, size, err));
	result = unzip_open_memory(&w->zip, w->name, bytes, size, err);
	return finish(out, w, result == 0 ? load(w, err) : -1);
}

static int
cannot_open(const struct xlsx *w, int reason, struct error *err)
{
	if (reason == ENOENT || reason == ENOTDIR)
		return error_set(err, ERROR_MISSING, _("There is no file %s."), w->name);
	if (reason == EACCES || reason == EPERM)
		return error_set(err, ERROR_DENIED,
			_("You have no right to read %s. Ask its owner or the administrator."),
			w->name);
	if (reason == ELOOP)
		return error_set(err, ERROR_INPUT,
			_("%s is a link. Name the file that it points to."), w->name);
	if (reason == EISDIR)
		return error_set(
			err, ERROR_INPUT, _("%s is a folder. Name a file in it."), w->name);
	return error_set(err, ERROR_IO, _("%s cannot be opened (%s)."), w->name,
		error_reason(reason));
}

int
xlsx_open(struct xlsx **out, const char *path, struct error *err)
{
	struct xlsx *w = xlsx_new(path);
	unsigned char *head;
	struct stat st;
	ssize_t got;
	int result;

	w->fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (w->fd < 0 || fstat(w->fd, &st) != 0)
		return finish(out, w, cannot_open(w, errno, err));
	if (!S_ISREG(st.st_mode))
		return finish(out, w,
			cannot_open(w, S_ISDIR(st.st_mode) ? EISDIR : EINVAL, err));
	head = memory_new(1 << 20); /* names of a compound file stand near its beginning or end */
	got = pread(w->fd, head, 1 << 20, 0);
	if (got < 0)
		result = cannot_open(w, errno, err);
	else if (unzip_looks_like(head, (size_t)got))
		result = unzip_open(&w->zip, w->fd, w->name, err) == 0 ? load(w, err) : -1;
	else
		result = no_workbook(w->name, head, (size_t)got, err);
	free(head);
	return finish(out, w, result);
}

void
xlsx_close(struct xlsx *w)
{
	if (!w)
		return;
	unzip_close(w->zip);
	if (w->fd >= 0)
		close(w->fd);
	for (size_t i = 0; i < w->sheet_count; i++) {
		free(w->sheets[i].name);
		free(w->sheets[i].id);
	}
	free(w->sheets);
	xlsx_texts_release(&w->shared);
	free(w->styles);
	free(w->name);
	free(w);
}

int
xlsx_sheets(const struct xlsx *w)
{
	return (int)w->sheet_count;
}

const char *
xlsx_sheet_name(const struct xlsx *w, int sheet)
{
	return w->sheets[sheet].name;
}

int
xlsx_find(const struct xlsx *w, const char *name)
{
	for (size_t i = 0; i < w->sheet_count; i++)
		if (strcasecmp(w->sheets[i].name, name) == 0)
			return (int)i;
	return -1;
}
