/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages for printing (libharu): A4 upright, Polish letters from an embedded DejaVu Sans. Places
 * are in points (1/72 inch) from the upper left corner. What fails is told by pdf_commit. */
#ifndef REPORT_PDF_H
#define REPORT_PDF_H

#include "base/arena.h"
#include "base/error.h"
#include "base/output.h"

#include <stdbool.h>
#include <stddef.h>

enum { PDF_WIDTH = 595, PDF_HEIGHT = 842 }; /* of a page */
enum pdf_font { PDF_REGULAR, PDF_BOLD, PDF_FONTS };

struct pdf;

/* fonts: folder of DejaVuSans.ttf and DejaVuSans-Bold.ttf; "" = where configure found them. The
 * title goes into the document's properties. */
int pdf_open(struct pdf **out, const char *fonts, const char *title,
	struct error *err);
void pdf_page(struct pdf *p); /* starts the next one; what follows is drawn on it */
/* All pages of the document, said before the first one: A4 across, PDF_HEIGHT wide. */
void pdf_across(struct pdf *p, bool across);
int pdf_pages(const struct pdf *p);
/* Draws on a page begun earlier (1 and up) until the next pdf_page: "page 1 of 8". */
void pdf_go(struct pdf *p, int page);

/* A bookmark of this place, under the last one of the level above. */
enum { PDF_MARK_LEVELS = 3 };
void pdf_mark(struct pdf *p, int level, double y, const char *title);

double pdf_width(struct pdf *p, enum pdf_font font, double size, const char *text);
/* x: left end, y: base line. */
void pdf_text(struct pdf *p, enum pdf_font font, double size, double x, double y, const char *text);
void pdf_grey(struct pdf *p, double grey); /* 0 black to 1 white, for what follows on the page */
void pdf_line(struct pdf *p, double width, double x1, double y1, double x2, double y2);
void pdf_box(struct pdf *p, double width, double x, double y, double w, double h); /* upper left */
void pdf_fill(struct pdf *p, double grey, double x, double y, double w, double h);

/* A hyphen between small letters ("wodno-kanalizacyjna"), after which a line may end; no code or
 * date has one. */
bool pdf_breaks_after(const char *text, size_t at);

/* Breaks text into lines of at most width: at blanks and such hyphens, long words anywhere, and
 * where a line of the text ends. Lines lie in the arena; a text has at least one. */
int pdf_wrap(struct pdf *p, enum pdf_font font, double size, double width, const char *text,
	struct arena *arena, const char ***lines);

/* Writes the document and frees p; the caller commits out. */
int pdf_commit(struct pdf *p, struct output *out, struct error *err);
void pdf_abort(struct pdf *p); /* NULL is fine */

#endif
