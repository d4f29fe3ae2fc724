/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Styles of a word processor's document: which are headings and lists. Built-in styles have English
 * names in the file whatever the program's language, and ids in that language. */
#include "config.h"

#include "exchange/minutes_docx.h"

#include "base/input.h"
#include "base/xml.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

const char *
docx_attribute(const char *const *attributes, const char *name)
{
	for (; *attributes; attributes += 2) {
		const char *colon = strrchr(attributes[0], ':');

		if (strcmp(colon ? colon + 1 : attributes[0], name) == 0)
			return attributes[1];
	}
	return NULL;
}

static bool
begins(const char *text, const char *start)
{
	return strncasecmp(text, start, strlen(start)) == 0;
}

static enum docx_block
heading(const char *number)
{
	int level = atoi(number + strspn(number, " "));

	return level <= 1 ? DOCX_HEADING_1 : level == 2 ? DOCX_HEADING_2 : DOCX_HEADING_3;
}

/* By name or id; what the program itself puts around the text is left out. */
static bool
by_name(const char *name, enum docx_block *block)
{
	static const struct {
		const char *start;
		enum docx_block block;
	} names[] = { { "Title", DOCX_LEFT_OUT }, { "Tytu", DOCX_LEFT_OUT },
		{ "Fact", DOCX_LEFT_OUT }, { "Letterhead", DOCX_LEFT_OUT },
		{ "Signature", DOCX_LEFT_OUT }, { "toc ", DOCX_LEFT_OUT },
		{ "TOC1", DOCX_LEFT_OUT }, { "TOC2", DOCX_LEFT_OUT }, { "List Bullet", DOCX_ITEM },
		{ "List Number", DOCX_ITEM }, { "ListBullet", DOCX_ITEM },
		{ "ListNumber", DOCX_ITEM } };
	static const char *const headings[] = { "heading", "Nagłówek", "Nagwek" };

	for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
		size_t length = strlen(headings[i]);

		if (begins(name, headings[i]) && strpbrk(name + length, "123456789") &&
			strspn(name + length, " 123456789") == strlen(name + length)) {
			*block = heading(name + length);
			return true;
		}
	}
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (begins(name, names[i].start)) {
			*block = names[i].block;
			return true;
		}
	return false;
}

struct reading {
	struct arena *arena;
	struct docx_styles *out;
};

static int
on_start(void *context, const char *name, const char *const *attributes, long line,
	struct error *err)
{
	struct reading *r = context;
	struct docx_styles *s = r->out;
	const char *val = docx_attribute(attributes, "val");
	struct docx_style *last = s->count ? &s->list[s->count - 1] : NULL;

	(void)line, (void)err;
	if (strcmp(name, "style") == 0) {
		const char *id = docx_attribute(attributes, "styleId");

		s->list = arena_grow(r->arena, s->list, s->count, &s->room, sizeof *s->list);
		s->list[s->count++] =
			(struct docx_style){ .id = arena_string(r->arena, id ? id : ""),
				.based_on = "" };
	} else if (!last)
		return 0;
	else if (strcmp(name, "name") == 0 && val)
		last->known = by_name(val, &last->block);
	else if (strcmp(name, "basedOn") == 0 && val)
		last->based_on = arena_string(r->arena, val);
	else if (strcmp(name, "outlineLvl") == 0 && val && !last->known && atoi(val) < 9) {
		last->block = atoi(val) == 0   ? DOCX_HEADING_1
			      : atoi(val) == 1 ? DOCX_HEADING_2
					       : DOCX_HEADING_3;
		last->known = true;
	} else if (strcmp(name, "numPr") == 0 && !last->known) {
		last->block = DOCX_ITEM;
		last->known = true;
	}
	return 0;
}

int
docx_styles_read(struct unzip *zip, struct arena *arena, struct docx_styles *out, struct error *err)
{
	static const struct xml_handler handler = { .start = on_start };
	struct reading r = { arena, out };
	int entry = unzip_find(zip, "word/styles.xml"), result;
	struct input *in;

	*out = (struct docx_styles){ .count = 0 };
	if (entry < 0 || unzip_entry_size(zip, entry) > DOCX_MAX_PART)
		return 0;
	if (input_open_entry(&in, zip, entry, ENCODING_UTF8, err))
		return -1;
	input_skip_sha256(in);
	result = xml_read(in, &handler, &r, err);
	input_close(in);
	return result;
}

enum docx_block
docx_style_block(const struct docx_styles *styles, const char *id)
{
	enum docx_block block = DOCX_PLAIN;

	/* As deep as word processors let styles rest on others; a circle ends too. */
	for (int depth = 0; *id && depth < 12; depth++) {
		const struct docx_style *found = NULL;

		for (size_t i = 0; i < styles->count && !found; i++)
			if (strcmp(styles->list[i].id, id) == 0)
				found = &styles->list[i];
		if (!found)
			return by_name(id, &block) ? block : DOCX_PLAIN;
		if (found->known)
			return found->block;
		id = found->based_on;
	}
	return DOCX_PLAIN;
}
