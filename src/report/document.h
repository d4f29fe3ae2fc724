/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document of many parts, built once and written as text, a web page, a word processor's file, a
 * workbook or pages to print. One table alone is report_write()'s (report/table.h). */
#ifndef REPORT_DOCUMENT_H
#define REPORT_DOCUMENT_H

#include "report/table.h"

enum { DOCUMENT_LEVELS = 3 };

enum document_kind {
	DOCUMENT_HEADING, /* level 1 to 3; a level 1 begins a sheet of a workbook */
	DOCUMENT_PARAGRAPH,
	DOCUMENT_ITEM, /* of a list */
	DOCUMENT_NOTE, /* small print */
	DOCUMENT_SIGNATURE, /* a line to sign on, with what stands under it */
	DOCUMENT_TABLE /* its title, lines and footnotes with it; bars are columns of tables */
};

struct document_part {
	enum document_kind kind;
	int level;
	const char *text;
	struct report_table *table;
	size_t at; /* bytes before it in the text that was written last into memory */
};

struct document_fact { /* on the title page: "Unit: Bolesławiec" */
	const char *name, *text;
};

struct document {
	struct arena *arena;
	const char *title;
	const char **above; /* lines over the title: the office's heading */
	size_t above_count, above_room;
	struct document_fact *facts;
	size_t fact_count, fact_room;
	struct document_part *parts;
	size_t part_count, part_room;
	const char *fonts; /* as in struct report_table */
	bool contents;     /* with a list of headings of levels 1 and 2 */
	struct document_fact property; /* of a word processor's file, not seen; name NULL = none */
};

/* Everything is copied into the arena, which stays the caller's, and cleaned; a break of lines
 * becomes a space. */
void document_start(struct document *d, struct arena *arena, const char *title);
void document_above(struct document *d, const char *lines); /* parted by \n; "" = none */
void document_fact(struct document *d, const char *name, const char *text); /* "" = left out */
/* Kept with a word processor's file, which carries it through editing: what it is the text of. */
void document_property(struct document *d, const char *name, const char *text);
void document_heading(struct document *d, int level, const char *text);
void document_paragraph(struct document *d, const char *text); /* one of each line */
void document_item(struct document *d, const char *text);
void document_note(struct document *d, const char *text);
void document_signature(struct document *d, const char *who);
/* A table to be filled; report_table_start() is still to be called on it. */
struct report_table *document_table(struct document *d);

/* Whether there is such a document: not as CSV. */
bool document_has_format(enum report_format format);
/* As report_write(); the caller commits or aborts out. */
int document_write(
	struct document *d, enum report_format format, struct output *out, struct error *err);

/* The whole document as XML, without the folder of letters; and back, into the arena: it then
 * writes the same bytes as the one that was kept. */
void document_keep(const struct document *d, struct output *out);
int document_kept(struct document *d, struct arena *arena, const char *body, struct error *err);

/* What follows is for the writers. */
int document_text(struct document *d, struct output *out, struct error *err);
int document_html(struct document *d, struct output *out, struct error *err);
int document_docx(struct document *d, struct output *out, struct error *err);
int document_xlsx(struct document *d, struct output *out, struct error *err);
int document_pdf(struct document *d, struct output *out, struct error *err);

#endif
