/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The only file that knows libharu. It writes through a stream, because its own SaveToFile
 * reports success on a full disk. */
#include "config.h"

#include "report/pdf.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"

#include <hpdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MAX_PAGES = 2000, WORST_TEXT = 4096 };

struct pdf {
	HPDF_Doc doc;
	HPDF_Page page;
	HPDF_Font fonts[PDF_FONTS];
	HPDF_STATUS failed; /* the first, libharu's number */
	HPDF_Page *pages;
	int page_count;
	size_t page_room;
	bool across;
	double height; /* of the pages to come */
	HPDF_Outline marks[PDF_MARK_LEVELS]; /* the last bookmark of each level */
	struct arena arena;
};

static void
note(struct pdf *p, HPDF_STATUS status)
{
	if (p->failed == HPDF_OK)
		p->failed = status;
}

static void
keep_failure(HPDF_STATUS error, HPDF_STATUS detail, void *context)
{
	(void)detail;
	note(context, error);
}

/* The library's UTF-8 ends at U+FFFF and it draws bytes of control as they are. */
static const char *
printable(const char *text, char dst[WORST_TEXT])
{
	size_t length = 0;

	text_clean(dst, WORST_TEXT, text);
	for (const char *from = dst; *from;) {
		size_t used;
		long c = text_decode(from, strlen(from), &used);

		if (c > 0xffff)
			c = 0xfffd;
		length += c == '\t' ? text_encode(dst + length, ' ') : text_encode(dst + length, c);
		from += used;
	}
	dst[length] = '\0';
	return dst;
}

/* ---- the document ---- */

static void
set_date(struct pdf *p)
{
	struct date today = clock_today();
	HPDF_Date date = { .year = today.year, .month = today.month, .day = today.day, .ind = 'Z' };
	char now[32];

	clock_now_utc(now, sizeof(now));
	date.hour = atoi(now + 11);
	date.minutes = atoi(now + 14);
	date.seconds = atoi(now + 17);
	HPDF_SetInfoDateAttr(p->doc, HPDF_INFO_CREATION_DATE, date);
}

static int
load_font(struct pdf *p, enum pdf_font font, const char *folder, struct error *err)
{
	static const char *const files[] = { "DejaVuSans.ttf", "DejaVuSans-Bold.ttf" };
	char path[4096];
	const char *name;

	snprintf(path, sizeof(path), "%s/%s", folder[0] ? folder : FONT_DIR, files[font]);
	if (access(path, R_OK) != 0)
		return error_set(err, ERROR_MISSING,
			_("The font %s is not there. On Debian the package fonts-dejavu-core "
			  "brings it; another folder is named by “fonts” in gromada.ini."),
			path);
	name = HPDF_LoadTTFontFromFile(p->doc, path, HPDF_TRUE);
	if (name)
		p->fonts[font] = HPDF_GetFont(p->doc, name, "UTF-8");
	if (!name || !p->fonts[font])
		return error_set(
			err, ERROR_INPUT, _("The file %s is no font that can be used."), path);
	return 0;
}

int
pdf_open(struct pdf **out, const char *fonts, const char *title,
	struct error *err)
{
	struct pdf *p = memory_new(sizeof(*p));
	char clean[WORST_TEXT];

	p->height = PDF_HEIGHT;
	p->doc = HPDF_New(keep_failure, p);
	if (!p->doc) {
		free(p);
		return error_set(err, ERROR_IO, _("There is not enough memory for a document."));
	}
	HPDF_UseUTFEncodings(p->doc);
	HPDF_SetCurrentEncoder(p->doc, "UTF-8");
	HPDF_SetCompressionMode(p->doc, HPDF_COMP_ALL);
	HPDF_SetInfoAttr(p->doc, HPDF_INFO_TITLE, printable(title, clean));
	HPDF_SetInfoAttr(p->doc, HPDF_INFO_CREATOR, PACKAGE_STRING);
	set_date(p);
	for (int font = 0; font < PDF_FONTS; font++)
		if (load_font(p, (enum pdf_font)font, fonts, err) < 0) {
			pdf_abort(p);
			return -1;
		}
	*out = p;
	return 0;
}

void
pdf_page(struct pdf *p)
{
	p->page = HPDF_AddPage(p->doc);
	if (!p->page)
		return;
	note(p, HPDF_Page_SetSize(p->page, HPDF_PAGE_SIZE_A4,
			p->across ? HPDF_PAGE_LANDSCAPE : HPDF_PAGE_PORTRAIT));
	p->pages = arena_grow(&p->arena, p->pages, (size_t)p->page_count, &p->page_room,
		sizeof(*p->pages));
	p->pages[p->page_count++] = p->page;
}

void
pdf_across(struct pdf *p, bool across)
{
	p->across = across;
	p->height = across ? PDF_WIDTH : PDF_HEIGHT;
}

int
pdf_pages(const struct pdf *p)
{
	return p->page_count;
}

void
pdf_go(struct pdf *p, int page)
{
	if (page >= 1 && page <= p->page_count)
		p->page = p->pages[page - 1];
}

void
pdf_mark(struct pdf *p, int level, double y, const char *title)
{
	char clean[WORST_TEXT];
	HPDF_Destination place;

	if (!p->page || level < 1 || level > PDF_MARK_LEVELS)
		return;
	p->marks[level - 1] =
		HPDF_CreateOutline(p->doc, level > 1 ? p->marks[level - 2] : NULL,
			printable(title, clean), HPDF_GetEncoder(p->doc, "UTF-8"));
	place = HPDF_Page_CreateDestination(p->page);
	if (!p->marks[level - 1] || !place)
		return;
	note(p, HPDF_Destination_SetXYZ(place, 0, (HPDF_REAL)(p->height - y), 1));
	note(p, HPDF_Outline_SetDestination(p->marks[level - 1], place));
}

/* ---- drawing ---- */

double
pdf_width(struct pdf *p, enum pdf_font font, double size, const char *text)
{
	char clean[WORST_TEXT];
	HPDF_TextWidth width;

	printable(text, clean);
	width = HPDF_Font_TextWidth(
		p->fonts[font], (const HPDF_BYTE *)clean, (HPDF_UINT)strlen(clean));
	return width.width * size / 1000;
}

void
pdf_text(struct pdf *p, enum pdf_font font, double size, double x, double y, const char *text)
{
	char clean[WORST_TEXT];

	if (!p->page || !*text)
		return;
	note(p, HPDF_Page_BeginText(p->page));
	note(p, HPDF_Page_SetFontAndSize(p->page, p->fonts[font], (HPDF_REAL)size));
	note(p, HPDF_Page_TextOut(p->page, (HPDF_REAL)x, (HPDF_REAL)(p->height - y),
			printable(text, clean)));
	note(p, HPDF_Page_EndText(p->page));
}

void
pdf_grey(struct pdf *p, double grey)
{
	if (!p->page)
		return;
	note(p, HPDF_Page_SetGrayFill(p->page, (HPDF_REAL)grey));
	note(p, HPDF_Page_SetGrayStroke(p->page, (HPDF_REAL)grey));
}

void
pdf_line(struct pdf *p, double width, double x1, double y1, double x2, double y2)
{
	if (!p->page)
		return;
	note(p, HPDF_Page_SetLineWidth(p->page, (HPDF_REAL)width));
	note(p, HPDF_Page_MoveTo(p->page, (HPDF_REAL)x1, (HPDF_REAL)(p->height - y1)));
	note(p, HPDF_Page_LineTo(p->page, (HPDF_REAL)x2, (HPDF_REAL)(p->height - y2)));
	note(p, HPDF_Page_Stroke(p->page));
}

static void
rectangle(struct pdf *p, double x, double y, double w, double h)
{
	note(p, HPDF_Page_Rectangle(p->page, (HPDF_REAL)x, (HPDF_REAL)(p->height - y - h),
			(HPDF_REAL)w, (HPDF_REAL)h));
}

void
pdf_box(struct pdf *p, double width, double x, double y, double w, double h)
{
	if (!p->page)
		return;
	note(p, HPDF_Page_SetLineWidth(p->page, (HPDF_REAL)width));
	rectangle(p, x, y, w, h);
	note(p, HPDF_Page_Stroke(p->page));
}

void
pdf_fill(struct pdf *p, double grey, double x, double y, double w, double h)
{
	if (!p->page)
		return;
	note(p, HPDF_Page_GSave(p->page));
	note(p, HPDF_Page_SetGrayFill(p->page, (HPDF_REAL)grey));
	rectangle(p, x, y, w, h);
	note(p, HPDF_Page_Fill(p->page));
	note(p, HPDF_Page_GRestore(p->page));
}

/* ---- breaking lines ---- */

static bool
small_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

bool
pdf_breaks_after(const char *text, size_t at)
{
	return at > 0 && text[at] == '-' && small_letter(text[at - 1]) &&
	       small_letter(text[at + 1]);
}

/* Bytes of text[0..length) that fit into width, at a character's end; at least one character. */
static size_t
fitting(struct pdf *p, enum pdf_font font, double size, double width, const char *text,
	size_t length)
{
	char piece[WORST_TEXT];
	size_t fits = 0, blank = 0;

	if (length + 1 < sizeof(piece)) { /* most texts fit whole */
		memcpy(piece, text, length);
		piece[length] = '\0';
		if (pdf_width(p, font, size, piece) <= width)
			return length;
	}
	while (fits < length && fits + 8 < sizeof(piece)) {
		size_t next = fits + text_cluster(text + fits);

		if (next == fits || next > length)
			next = length;
		memcpy(piece, text, next);
		piece[next] = '\0';
		if (fits > 0 && pdf_width(p, font, size, piece) > width)
			return blank ? blank : fits;
		fits = next;
		if (fits < length && (text[fits] == ' ' || pdf_breaks_after(text, fits - 1)))
			blank = fits;
	}
	return fits;
}

int
pdf_wrap(struct pdf *p, enum pdf_font font, double size, double width, const char *text,
	struct arena *arena, const char ***lines)
{
	size_t room = 0;
	int count = 0;

	*lines = NULL;
	do {
		size_t length = strcspn(text, "\n"), take;

		do {
			take = fitting(p, font, size, width, text, length);
			*lines = arena_grow(arena, *lines, (size_t)count, &room, sizeof(**lines));
			(*lines)[count++] = arena_format(arena, "%.*s", (int)take, text);
			while (take < length && text[take] == ' ')
				take++;
			text += take;
			length -= take;
		} while (length > 0);
	} while (*text++ == '\n');
	return count;
}

/* ---- writing ---- */

static void
copy_out(struct pdf *p, struct output *out)
{
	HPDF_BYTE buffer[16384];

	note(p, HPDF_SaveToStream(p->doc));
	if (p->failed != HPDF_OK)
		return;
	HPDF_ResetStream(p->doc);
	for (;;) {
		HPDF_UINT32 size = sizeof(buffer);
		HPDF_STATUS status = HPDF_ReadFromStream(p->doc, buffer, &size);

		if (size > 0)
			output_write(out, buffer, size);
		if (status != HPDF_OK || size == 0)
			return;
	}
}

int
pdf_commit(struct pdf *p, struct output *out, struct error *err)
{
	HPDF_STATUS failed = p->failed;

	if (failed == HPDF_OK) {
		copy_out(p, out);
		/* The end of the stream is told as an error too. */
		failed = p->failed == HPDF_STREAM_EOF ? HPDF_OK : p->failed;
	}
	pdf_abort(p);
	if (failed != HPDF_OK)
		return error_set(err, ERROR_IO,
			_("The document could not be made (libharu's error %#x)."),
			(unsigned)failed);
	return 0;
}

void
pdf_abort(struct pdf *p)
{
	if (!p)
		return;
	HPDF_Free(p->doc);
	arena_release(&p->arena);
	free(p);
}
