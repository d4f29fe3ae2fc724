/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside a workbook: its parts as read from their XML. For exchange/workbook*.c only. */
#ifndef EXCHANGE_WORKBOOK_PARTS_H
#define EXCHANGE_WORKBOOK_PARTS_H

#include "exchange/workbook.h"

#include "base/xml.h"
#include "base/zip.h"

/* Texts one after another, each ending with NUL. */
struct xlsx_texts {
	char *bytes;
	size_t used, capacity;
	size_t *starts;
	size_t count, starts_capacity;
};

struct xlsx_sheet {
	char *name, *id; /* id: of its relation */
	int entry;       /* of the zip; -1 = not there */
};

/* What a cell format makes of a number. */
enum xlsx_style { XLSX_PLAIN, XLSX_DATE, XLSX_PERCENT };

struct xlsx {
	char *name;
	int fd; /* -1 = in memory */
	struct unzip *zip;
	struct xlsx_sheet *sheets;
	size_t sheet_count, sheet_capacity;
	struct xlsx_texts shared;
	int shared_entry, styles_entry;
	bool shared_read, styles_read, from_1904;
	enum xlsx_style *styles; /* of the cell formats */
	size_t style_count, style_capacity;
};

void xlsx_texts_release(struct xlsx_texts *texts);
/* Adds length bytes to the text that is being gathered; the escapes _x000D_ are undone. */
void xlsx_texts_add(struct xlsx_texts *texts, const char *text);
void xlsx_texts_finish(struct xlsx_texts *texts);

/* value of the attribute of that name, prefixes left out; NULL = none */
const char *xlsx_attribute(const char *const *attributes, const char *name);
int xlsx_parse(struct xlsx *w, int entry, const struct xml_handler *handler, void *context,
	struct error *err);

/* The parts: workbook.xml with its relations; shared texts; formats. */
int xlsx_load_sheets(struct xlsx *w, struct error *err);
int xlsx_load_shared(struct xlsx *w, struct error *err);
int xlsx_load_styles(struct xlsx *w, struct error *err);

#endif
