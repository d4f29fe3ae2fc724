/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the readers of a word processor's document share. */
#ifndef EXCHANGE_MINUTES_DOCX_H
#define EXCHANGE_MINUTES_DOCX_H

#include "base/arena.h"
#include "base/error.h"
#include "base/zip.h"

#include <stdbool.h>
#include <stddef.h>

#define DOCX_MAX_PART (64L * 1024 * 1024) /* unpacked bytes of a part */

enum docx_block { DOCX_PLAIN, DOCX_HEADING_1, DOCX_HEADING_2, DOCX_HEADING_3, DOCX_ITEM,
	DOCX_ROW, DOCX_LEFT_OUT };

struct docx_style {
	const char *id, *based_on;
	enum docx_block block;
	bool known; /* its own name or settings say what it is */
};
struct docx_styles {
	struct docx_style *list;
	size_t count, room;
};

const char *docx_attribute(const char *const *attributes, const char *name); /* without prefix */
/* word/styles.xml, where there is one. */
int docx_styles_read(struct unzip *zip, struct arena *arena, struct docx_styles *out,
	struct error *err);
/* Of a paragraph with this style; also of ids that styles.xml does not explain. */
enum docx_block docx_style_block(const struct docx_styles *styles, const char *id);
/* Uid of the meeting whose minutes went out as this document; "" = it does not say. */
void docx_whose(struct unzip *zip, char *uid, size_t size);
/* The text of word/document.xml in light marks, into the arena. *left_out: how many footnotes,
 * endnotes and comments it has; they stay out. */
int docx_text(struct unzip *zip, const char *name, struct arena *arena, const char **text,
	int *left_out, struct error *err);

#endif
