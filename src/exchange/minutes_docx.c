/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a word processor's document: runs joined to paragraphs, tables to rows, tracked
 * changes as if they were accepted. */
#include "config.h"

#include "exchange/minutes_docx.h"

#include "base/i18n.h"
#include "base/input.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/xml.h"
#include "model/minutes/minutes.h"

#include <stdlib.h>
#include <string.h>

struct buffer {
	char *text;
	size_t used, room;
};

struct docx {
	const char *name; /* of the file, for messages */
	struct docx_styles styles;
	struct buffer out, paragraph, cell, row;
	enum docx_block block, last; /* of the paragraph; written last */
	bool any;                    /* something was written */
	bool list;                   /* the paragraph has a number or a bullet of its own */
	bool merges;                 /* the end of the paragraph was deleted */
	bool carried;                /* what stands in the paragraph's buffer goes on */
	bool row_deleted;
	bool paragraph_settings, run_settings, row_settings; /* inside them */
	int paragraphs, tables;                              /* depth */
	int skip;                                            /* depth of what does not count */
	int span;                                            /* columns of the cell */
	int notes; /* footnotes, endnotes, comments, which stay out */
};

static void
put(struct buffer *b, const char *text, size_t length)
{
	b->text = memory_grow(b->text, &b->room, b->used + length + 1, 1);
	memcpy(b->text + b->used, text, length);
	b->used += length;
	b->text[b->used] = '\0';
}

static void
put_text(struct buffer *b, const char *text)
{
	put(b, text, strlen(text));
}

static void
empty(struct buffer *b)
{
	b->used = 0;
	put(b, "", 0);
}

/* What may not stand in stored texts goes: soft hyphens, marks of width zero, controls. */
static void
put_clean(struct buffer *b, const char *text)
{
	while (*text) {
		size_t length = strlen(text), good = text_forbidden(text, length), bad;

		put(b, text, good);
		text += good;
		if (good == length)
			return;
		if (*text == '\t' || *text == '\n' || *text == '\r')
			put(b, " ", 1);
		text_decode(text, length - good, &bad);
		text += bad;
	}
}

/* Without blanks at the ends; every character of from becomes a blank. Returns the text. */
static char *
one_line(struct buffer *b, const char *from)
{
	char *text = b->text + strspn(b->text, " \n");
	size_t length = strlen(text);

	while (length > 0 && strchr(" \n", text[length - 1]))
		text[--length] = '\0';
	for (char *p = text; *p; p++)
		if (strchr(from, *p))
			*p = ' ';
	return text;
}

/* ---- blocks ---- */

static void
write_block(struct docx *d, enum docx_block block, const char *text)
{
	static const char *const marks[] = { "", "# ", "## ", "### ", "- ", "" };
	bool goes_on = block == d->last && (block == DOCX_ITEM || block == DOCX_ROW);

	if (!*text || block == DOCX_LEFT_OUT)
		return;
	if (d->any && !goes_on)
		put_text(&d->out, "\n");
	put_text(&d->out, marks[block]);
	put_text(&d->out, text);
	put_text(&d->out, "\n");
	d->any = true;
	d->last = block;
}

static void
end_paragraph(struct docx *d)
{
	bool plain = d->block == DOCX_PLAIN && !d->list;
	char *text;

	if (d->merges) {
		d->carried = true;
		return;
	}
	text = one_line(&d->paragraph, plain && !d->tables ? "" : "\n");
	if (d->tables) {
		if (*text && d->cell.used)
			put_text(&d->cell, " ");
		put_text(&d->cell, text);
	} else if (plain) {
		for (char *next; *text; text = next) { /* lines broken by hand */
			next = text + strcspn(text, "\n");
			if (*next)
				*next++ = '\0';
			write_block(d, DOCX_PLAIN, text);
		}
	} else
		write_block(d, d->block == DOCX_PLAIN ? DOCX_ITEM : d->block, text);
	empty(&d->paragraph);
}

/* What would part cells, and more than one blank, go. */
static void
put_cell(struct buffer *row, const char *text)
{
	for (; *text; text++)
		if (*text != ' ' || text[1] != ' ')
			put(row, *text == '|' ? "/" : text, 1);
}

static void
end_cell(struct docx *d)
{
	if (d->tables > 1) { /* a table in a cell becomes words of the cell */
		put_text(&d->cell, " ");
		return;
	}
	put_text(&d->row, "| ");
	put_cell(&d->row, one_line(&d->cell, "\n"));
	put_text(&d->row, " ");
	for (; d->span > 1; d->span--)
		put_text(&d->row, "|  ");
	empty(&d->cell);
}

static void
end_row(struct docx *d)
{
	if (d->tables > 1)
		return;
	if (d->row.used && !d->row_deleted) {
		put_text(&d->row, "|");
		write_block(d, DOCX_ROW, d->row.text);
	}
	empty(&d->row);
	d->row_deleted = false;
}

/* ---- elements ---- */

enum element {
	IS_P,
	IS_PPR,
	IS_RPR,
	IS_TRPR,
	IS_STYLE,
	IS_NUMBER,
	IS_OUTLINE,
	IS_T,
	IS_TAB,
	IS_BREAK,
	IS_HYPHEN,
	IS_TABLE,
	IS_ROW,
	IS_CELL,
	IS_SPAN,
	IS_DELETED,
	IS_SKIPPED,
	IS_NOTE,
	IS_OTHER
};

static enum element
element_of(const char *name)
{
	static const struct {
		const char *name;
		enum element element;
	} elements[] = { { "p", IS_P }, { "pPr", IS_PPR }, { "rPr", IS_RPR }, { "trPr", IS_TRPR },
		{ "pStyle", IS_STYLE }, { "numId", IS_NUMBER }, { "outlineLvl", IS_OUTLINE },
		{ "t", IS_T }, { "tab", IS_TAB }, { "br", IS_BREAK }, { "cr", IS_BREAK },
		{ "noBreakHyphen", IS_HYPHEN }, { "footnoteReference", IS_NOTE },
		{ "endnoteReference", IS_NOTE }, { "commentReference", IS_NOTE },
		{ "tbl", IS_TABLE }, { "tr", IS_ROW }, { "tc", IS_CELL }, { "gridSpan", IS_SPAN },
		{ "del", IS_DELETED }, { "moveFrom", IS_SKIPPED }, { "Fallback", IS_SKIPPED },
		{ "pPrChange", IS_SKIPPED }, { "rPrChange", IS_SKIPPED },
		{ "tblPrChange", IS_SKIPPED }, { "trPrChange", IS_SKIPPED },
		{ "tcPrChange", IS_SKIPPED }, { "sectPrChange", IS_SKIPPED },
		{ "tblGridChange", IS_SKIPPED }, { "tblPrExChange", IS_SKIPPED } };

	for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
		if (strcmp(elements[i].name, name) == 0)
			return elements[i].element;
	return IS_OTHER;
}

/* Tracked deletion: of runs, which do not count, or of the end of a paragraph or of a row. */
static bool
deletes_runs(const struct docx *d)
{
	return !d->paragraph_settings && !d->row_settings && !d->run_settings;
}

static void
start_paragraph(struct docx *d)
{
	if (d->paragraphs++ > 0) { /* of a text box: words of the paragraph around it */
		put_text(&d->paragraph, " ");
		return;
	}
	if (!d->carried)
		empty(&d->paragraph);
	d->carried = d->merges = d->list = false;
	d->block = DOCX_PLAIN;
}

static void
start_setting(struct docx *d, enum element e, const char *val)
{
	int number = val ? atoi(val) : 0;

	if (!d->paragraph_settings || d->paragraphs > 1 || !val)
		return;
	if (e == IS_STYLE)
		d->block = docx_style_block(&d->styles, val);
	else if (e == IS_NUMBER)
		d->list = number > 0;
	else if (number < 9 && d->block == DOCX_PLAIN)
		d->block = number == 0   ? DOCX_HEADING_1
			   : number == 1 ? DOCX_HEADING_2
					 : DOCX_HEADING_3;
}

static void
start_deletion(struct docx *d)
{
	if (deletes_runs(d))
		d->skip++;
	else if (d->row_settings && d->tables == 1)
		d->row_deleted = true;
	else if (d->paragraph_settings && d->paragraphs == 1)
		d->merges = true;
}

static int
on_start(void *context, const char *name, const char *const *attributes, long line,
	struct error *err)
{
	struct docx *d = context;
	enum element e = element_of(name);
	const char *val = docx_attribute(attributes, "val");

	(void)line, (void)err;
	if (e == IS_SKIPPED || (d->skip && e == IS_DELETED))
		d->skip++;
	if (d->skip)
		return 0;
	switch (e) {
	case IS_P:
		start_paragraph(d);
		break;
	case IS_PPR:
		d->paragraph_settings = true;
		break;
	case IS_RPR:
		d->run_settings = true;
		break;
	case IS_TRPR:
		d->row_settings = true;
		break;
	case IS_STYLE:
	case IS_NUMBER:
	case IS_OUTLINE:
		start_setting(d, e, val);
		break;
	case IS_TABLE:
		d->tables++;
		break;
	case IS_CELL:
		d->span = d->tables == 1 ? 1 : d->span;
		break;
	case IS_SPAN:
		if (d->tables == 1 && val)
			d->span = atoi(val) > 1 && atoi(val) < 64 ? atoi(val) : 1;
		break;
	case IS_DELETED:
		start_deletion(d);
		break;
	case IS_NOTE:
		d->notes++;
		break;
	default:
		break;
	}
	return 0;
}

/* Cells without a word are text too: there may be many. */
static int
check_size(const struct docx *d, struct error *err)
{
	if (d->out.used + d->row.used + d->cell.used + d->paragraph.used <= MINUTES_TEXT)
		return 0;
	return error_set(err, ERROR_INPUT,
		_("%s holds more than 1 MB of text; minutes hold no more."), d->name);
}

/* What ends and may be text; -1 where there is too much of it. */
static int
end_text(struct docx *d, enum element e, const char *text, struct error *err)
{
	if (d->paragraphs == 0 || d->paragraph_settings) /* tab also means tab stops */
		return 0;
	if (e == IS_T)
		put_clean(&d->paragraph, text);
	else
		put_text(&d->paragraph, e == IS_BREAK ? "\n" : e == IS_TAB ? " " : "-");
	return check_size(d, err);
}

static int
on_end(void *context, const char *name, const char *text, long line, struct error *err)
{
	struct docx *d = context;
	enum element e = element_of(name);

	(void)line;
	if (d->skip) {
		d->skip -= e == IS_SKIPPED || e == IS_DELETED;
		return 0;
	}
	switch (e) {
	case IS_P:
		if (--d->paragraphs == 0)
			end_paragraph(d);
		break;
	case IS_PPR:
		d->paragraph_settings = false;
		break;
	case IS_RPR:
		d->run_settings = false;
		break;
	case IS_TRPR:
		d->row_settings = false;
		break;
	case IS_CELL:
		end_cell(d);
		break;
	case IS_ROW:
		end_row(d);
		return check_size(d, err);
	case IS_TABLE:
		if (--d->tables == 0)
			d->last = DOCX_LEFT_OUT; /* the next table is another one */
		break;
	case IS_T:
	case IS_TAB:
	case IS_BREAK:
	case IS_HYPHEN:
		return end_text(d, e, text, err);
	default:
		break;
	}
	return 0;
}

int
docx_text(struct unzip *zip, const char *name, struct arena *arena, const char **text,
	int *left_out, struct error *err)
{
	static const struct xml_handler handler = { .start = on_start, .end = on_end };
	struct docx d = { .name = name, .last = DOCX_LEFT_OUT };
	int entry = unzip_find(zip, "word/document.xml"), result;
	struct input *in;

	if (entry < 0)
		return error_set(err, ERROR_INPUT,
			_("%s is no document of a word processor: save it as .docx and try again."),
			name);
	if (unzip_entry_size(zip, entry) > DOCX_MAX_PART)
		return error_set(err, ERROR_INPUT,
			_("%s is too large: its text unpacks to more than %ld MB."), name,
			DOCX_MAX_PART >> 20);
	if (docx_styles_read(zip, arena, &d.styles, err) ||
		input_open_entry(&in, zip, entry, ENCODING_UTF8, err))
		return -1;
	input_skip_sha256(in);
	empty(&d.out);
	empty(&d.paragraph);
	empty(&d.cell);
	empty(&d.row);
	result = xml_read(in, &handler, &d, err);
	input_close(in);
	*left_out = d.notes;
	if (result == 0)
		*text = arena_string(arena, d.out.text);
	free(d.out.text);
	free(d.paragraph.text);
	free(d.cell.text);
	free(d.row.text);
	return result;
}
