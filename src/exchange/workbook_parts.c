/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a workbook besides its sheets: their list, shared texts, formats of cells,
 * addresses and dates. */
#include "config.h"

#include "exchange/workbook_parts.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LAST_SERIAL 2958466 /* 10000-01-01 */
#define MAX_STYLES 100000

void
xlsx_texts_release(struct xlsx_texts *texts)
{
	free(texts->bytes);
	free(texts->starts);
	memset(texts, 0, sizeof *texts);
}

/* _x000D_ and its like (ECMA-376 part 1, 22.9.2.19): the character, or -1. */
static long
escaped(const char *text)
{
	long c = 0;

	if (text[0] != '_' || text[1] != 'x')
		return -1;
	for (int i = 2; i < 6; i++) {
		char d = text[i];
		int digit = d >= '0' && d <= '9' ? d - '0' :
			    d >= 'A' && d <= 'F' ? d - 'A' + 10 :
			    d >= 'a' && d <= 'f' ? d - 'a' + 10 : -1;

		if (digit < 0)
			return -1;
		c = c * 16 + digit;
	}
	return text[6] == '_' && c > 0 && (c < 0xD800 || c > 0xDFFF) ? c : -1;
}

void
xlsx_texts_add(struct xlsx_texts *texts, const char *text)
{
	texts->bytes = memory_grow(
		texts->bytes, &texts->capacity, texts->used + strlen(text) + 1, 1);
	while (*text) {
		long c = escaped(text);

		if (c == '\r') {
			text += 7; /* the line end after it stays */
		} else if (c >= 0) {
			texts->used += text_encode(texts->bytes + texts->used, c);
			text += 7;
		} else {
			texts->bytes[texts->used++] = *text++;
		}
	}
	texts->bytes[texts->used] = '\0';
}

void
xlsx_texts_finish(struct xlsx_texts *texts)
{
	texts->starts = memory_grow(texts->starts, &texts->starts_capacity, texts->count + 2,
		sizeof *texts->starts);
	xlsx_texts_add(texts, "");
	if (texts->count == 0)
		texts->starts[0] = 0;
	texts->used++; /* the NUL */
	texts->starts[++texts->count] = texts->used;
}

const char *
xlsx_attribute(const char *const *attributes, const char *name)
{
	for (; *attributes; attributes += 2) {
		const char *colon = strrchr(attributes[0], ':');

		if (strcmp(colon ? colon + 1 : attributes[0], name) == 0)
			return attributes[1];
	}
	return NULL;
}

int
xlsx_parse(struct xlsx *w, int entry, const struct xml_handler *handler, void *context,
	struct error *err)
{
	struct input *in;
	int result;

	if (unzip_entry_size(w->zip, entry) > XLSX_MAX_PART)
		return error_set(err, ERROR_INPUT,
			_("%s is too large: one of its sheets unpacks to more than %ld MB."),
			w->name, XLSX_MAX_PART >> 20);
	if (input_open_entry(&in, w->zip, entry, ENCODING_UTF8, err) != 0)
		return -1;
	input_skip_sha256(in);
	result = xml_read(in, handler, context, err);
	input_close(in);
	return result;
}

static bool
ends_with(const char *text, const char *end)
{
	size_t length = strlen(text), size = strlen(end);

	return length >= size && strcmp(text + length - size, end) == 0;
}

/* The entry that a relation names: absolute, or beside the folder of the part. */
static int
target_entry(const struct xlsx *w, const char *folder, const char *target)
{
	char path[1024];

	if (*target == '/') {
		folder = "";
		target++;
	}
	snprintf(path, sizeof path, "%s%s", folder, target);
	return unzip_find(w->zip, path);
}

struct relations {
	struct xlsx *w;
	char folder[512]; /* of the workbook's part */
	char book[512];   /* its name with the folder */
};

static int
on_root_relation(void *context, const char *name, const char *const *attributes, long line,
	struct error *err)
{
	struct relations *r = context;
	const char *type = xlsx_attribute(attributes, "Type");
	const char *target = xlsx_attribute(attributes, "Target");

	(void)line, (void)err;
	if (strcmp(name, "Relationship") == 0 && type && target &&
		ends_with(type, "/officeDocument"))
		snprintf(r->book, sizeof r->book, "%s", *target == '/' ? target + 1 : target);
	return 0;
}

static int
on_relation(void *context, const char *name, const char *const *attributes, long line,
	struct error *err)
{
	struct relations *r = context;
	struct xlsx *w = r->w;
	const char *id = xlsx_attribute(attributes, "Id");
	const char *type = xlsx_attribute(attributes, "Type");
	const char *target = xlsx_attribute(attributes, "Target");
	int entry;

	(void)line, (void)err;
	if (strcmp(name, "Relationship") != 0 || !id || !type || !target)
		return 0;
	entry = target_entry(w, r->folder, target);
	if (ends_with(type, "/sharedStrings"))
		w->shared_entry = entry;
	else if (ends_with(type, "/styles"))
		w->styles_entry = entry;
	for (size_t i = 0; i < w->sheet_count && ends_with(type, "/worksheet"); i++)
		if (strcmp(w->sheets[i].id, id) == 0)
			w->sheets[i].entry = entry;
	return 0;
}

static int
on_sheet(void *context, const char *name, const char *const *attributes, long line,
	struct error *err)
{
	struct xlsx *w = ((struct relations *)context)->w;
	const char *title = xlsx_attribute(attributes, "name");
	const char *id = xlsx_attribute(attributes, "id");
	const char *from_1904 = xlsx_attribute(attributes, "date1904");
	struct xlsx_sheet *sheet;
	size_t size;

	(void)line;
	if (strcmp(name, "workbookPr") == 0)
		w->from_1904 = from_1904 && (*from_1904 == '1' || *from_1904 == 't');
	if (strcmp(name, "sheet") != 0 || !title || !id)
		return 0;
	if (w->sheet_count == XLSX_MAX_SHEETS)
		return error_set(err, ERROR_INPUT, _("%s has more than %d sheets."), w->name,
			XLSX_MAX_SHEETS);
	w->sheets = memory_grow(
		w->sheets, &w->sheet_capacity, w->sheet_count + 1, sizeof *w->sheets);
	sheet = &w->sheets[w->sheet_count++];
	size = 3 * strlen(title) + 1;
	sheet->name = memory_new(size);
	text_clean(sheet->name, size, title);
	sheet->id = memory_string(id);
	sheet->entry = -1;
	return 0;
}

int
xlsx_load_sheets(struct xlsx *w, struct error *err)
{
	static const struct xml_handler root = { .start = on_root_relation };
	static const struct xml_handler sheets = { .start = on_sheet };
	static const struct xml_handler relations = { .start = on_relation };
	struct relations r = { .w = w, .book = "xl/workbook.xml" };
	char path[1100];
	const char *slash;
	int entry = unzip_find(w->zip, "_rels/.rels");

	if (entry >= 0 && xlsx_parse(w, entry, &root, &r, err) != 0)
		return -1;
	slash = strrchr(r.book, '/');
	if (slash)
		memcpy(r.folder, r.book, (size_t)(slash + 1 - r.book));
	entry = unzip_find(w->zip, r.book);
	if (entry < 0)
		return error_set(err, ERROR_INPUT, _("%s is no workbook. Choose an .xlsx file."),
			w->name);
	if (xlsx_parse(w, entry, &sheets, &r, err) != 0)
		return -1;
	snprintf(path, sizeof path, "%s_rels/%s.rels", r.folder, slash ? slash + 1 : r.book);
	entry = unzip_find(w->zip, path);
	if (entry >= 0 && xlsx_parse(w, entry, &relations, &r, err) != 0)
		return -1;
	if (w->sheet_count == 0)
		return error_set(err, ERROR_INPUT, _("%s has no sheets."), w->name);
	return 0;
}

struct shared {
	struct xlsx *w;
	bool in_phonetic;
};

static int
on_shared_start(void *context, const char *name, const char *const *attributes, long line,
	struct error *err)
{
	struct shared *s = context;

	(void)attributes, (void)line, (void)err;
	if (strcmp(name, "rPh") == 0)
		s->in_phonetic = true;
	return 0;
}

static int
on_shared_end(void *context, const char *name, const char *text, long line, struct error *err)
{
	struct shared *s = context;
	struct xlsx_texts *texts = &s->w->shared;

	(void)line;
	if (strcmp(name, "rPh") == 0)
		s->in_phonetic = false;
	else if (strcmp(name, "t") == 0 && !s->in_phonetic)
		xlsx_texts_add(texts, text);
	else if (strcmp(name, "si") == 0)
		xlsx_texts_finish(texts);
	if (texts->used + texts->count > (size_t)XLSX_MAX_TEXT)
		return error_set(err, ERROR_INPUT,
			_("%s is too large: it holds more than %ld MB of text."), s->w->name,
			XLSX_MAX_TEXT >> 20);
	return 0;
}

int
xlsx_load_shared(struct xlsx *w, struct error *err)
{
	static const struct xml_handler handler = { on_shared_start, on_shared_end };
	struct shared s = { .w = w };

	xlsx_texts_release(&w->shared); /* half of them, if the last try failed */
	if (w->shared_entry >= 0 && xlsx_parse(w, w->shared_entry, &handler, &s, err) != 0)
		return -1;
	w->shared_read = true;
	return 0;
}

/* What a format shows: a day or a time, or per cent, by its letters outside quotes and brackets. */
static enum xlsx_style
style_of_format(const char *code)
{
	enum xlsx_style style = XLSX_PLAIN;

	for (; *code && *code != ';'; code++) {
		if (*code == '"' || *code == '[') {
			char end = *code == '"' ? '"' : ']';

			if (end == ']' && strchr("hmsHMS", code[1]) && code[1])
				return XLSX_DATE; /* [h]:mm counts hours */
			while (code[1] && code[1] != end)
				code++;
			code += code[1] == end;
		} else if (*code == '\\' || *code == '_' || *code == '*') {
			code += code[1] != '\0';
		} else if (strchr("dmyhsDMYHS", *code)) {
			return XLSX_DATE;
		} else if (*code == '%') {
			style = XLSX_PERCENT;
		}
	}
	return style;
}

struct own_format {
	long number;
	enum xlsx_style style;
};

struct styles {
	struct xlsx *w;
	struct own_format *own; /* that show dates or per cent */
	size_t count, capacity;
	bool in_cell_formats;
};

static enum xlsx_style
style_of(const struct styles *s, long number)
{
	/* ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are dates in the Far East. */
	if ((number >= 14 && number <= 22) || (number >= 27 && number <= 36) ||
		(number >= 45 && number <= 47) || (number >= 50 && number <= 58))
		return XLSX_DATE;
	if (number == 9 || number == 10)
		return XLSX_PERCENT;
	for (size_t i = 0; i < s->count; i++)
		if (s->own[i].number == number)
			return s->own[i].style;
	return XLSX_PLAIN;
}

static int
on_style_start(void *context, const char *name, const char *const *attributes, long line,
	struct error *err)
{
	struct styles *s = context;
	struct xlsx *w = s->w;
	const char *number = xlsx_attribute(attributes, "numFmtId");
	const char *code = xlsx_attribute(attributes, "formatCode");
	enum xlsx_style style = code ? style_of_format(code) : XLSX_PLAIN;
	long id = 0;

	(void)line, (void)err;
	if (number && number_parse_whole(number, 0, 1000000, &id) != 0)
		id = 0;
	if (strcmp(name, "numFmt") == 0 && style != XLSX_PLAIN && s->count < MAX_STYLES) {
		s->own = memory_grow(s->own, &s->capacity, s->count + 1, sizeof *s->own);
		s->own[s->count++] = (struct own_format){ id, style };
	} else if (strcmp(name, "cellXfs") == 0) {
		s->in_cell_formats = true;
	} else if (strcmp(name, "xf") == 0 && s->in_cell_formats && w->style_count < MAX_STYLES) {
		w->styles = memory_grow(
			w->styles, &w->style_capacity, w->style_count + 1, sizeof *w->styles);
		w->styles[w->style_count++] = style_of(s, id);
	}
	return 0;
}

static int
on_style_end(void *context, const char *name, const char *text, long line, struct error *err)
{
	struct styles *s = context;

	(void)text, (void)line, (void)err;
	if (strcmp(name, "cellXfs") == 0)
		s->in_cell_formats = false;
	return 0;
}

int
xlsx_load_styles(struct xlsx *w, struct error *err)
{
	static const struct xml_handler handler = { on_style_start, on_style_end };
	struct styles s = { .w = w };
	int result = 0;

	w->style_count = 0;
	if (w->styles_entry >= 0)
		result = xlsx_parse(w, w->styles_entry, &handler, &s, err);
	free(s.own);
	w->styles_read = result == 0;
	return result;
}

char *
sheet_cell(char dst[SHEET_CELL_SIZE], int column, long row)
{
	char letters[4];
	int n = 0;

	for (int c = column + 1; c > 0 && n < 3; c = (c - 1) / 26)
		letters[n++] = (char)('A' + (c - 1) % 26);
	for (int i = 0; i < n; i++)
		dst[i] = letters[n - 1 - i];
	snprintf(dst + n, SHEET_CELL_SIZE - (size_t)n, "%ld", row);
	return dst;
}

static char *
time_text(char *dst, size_t size, long seconds, const char *before)
{
	snprintf(dst, size, "%s%02ld:%02ld:%02ld", before, seconds / 3600, seconds / 60 % 60,
		seconds % 60);
	return dst;
}

char *
xlsx_date(char *dst, size_t size, double serial, bool from_1904)
{
	char day[16], start[24];
	long whole, seconds;

	*dst = '\0';
	if (!(serial >= 0 && serial < LAST_SERIAL - (from_1904 ? 1462 : 0)))
		return dst;
	whole = (long)floor(serial);
	seconds = lround((serial - (double)whole) * 86400);
	if (seconds == 86400) {
		whole++;
		seconds = 0;
	}
	if (whole == 0 && !from_1904)
		return time_text(dst, size, seconds, "");
	/* Excel has a 29 February 1900 that never was. */
	if (from_1904)
		whole -= 24107;
	else
		whole -= whole < 60 ? 25568 : 25569;
	date_iso(day, sizeof day, date_from_days(whole));
	snprintf(start, sizeof start, "%sT", day);
	if (seconds > 0)
		return time_text(dst, size, seconds, start);
	snprintf(dst, size, "%s", day);
	return dst;
}
