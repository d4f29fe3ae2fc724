/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fixed files of the package: types, relations, properties, styles, list, settings, footer.
 * Elements stand in the order that the schemas of ECMA-376 ask for. */
#include "config.h"

#include "report/docx_parts.h"

#include "base/clock.h"
#include "base/i18n.h"

#include <stdio.h>

#define OPC "http://schemas.openxmlformats.org/package/2006/"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/"
#define DOCX_PROPERTIES "docProps/custom.xml"
#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

static const char *
language(void)
{
	return i18n_language() == LANGUAGE_POLISH ? "pl-PL" : "en-GB";
}

/* An element with pairs of attributes, NULL-ended, left open. */
static void
open_with(struct xml_writer *w, const char *name, const char *const *attributes)
{
	xml_open(w, name);
	for (; attributes[0]; attributes += 2)
		xml_attribute(w, attributes[0], attributes[1]);
}

#define ELEMENT(w, name, ...)                                                   \
	do {                                                                    \
		open_with(w, name, (const char *const[]){ __VA_ARGS__, NULL }); \
		xml_close(w);                                                   \
	} while (0)

/* ---- the package ---- */

static const struct relation {
	const char *id, *type, *target, *content;
} relations[] = {
	{ "rId1", "styles", "styles.xml", WORD_TYPE "styles+xml" },
	{ "rId2", "numbering", "numbering.xml", WORD_TYPE "numbering+xml" },
	{ "rId3", "settings", "settings.xml", WORD_TYPE "settings+xml" },
	{ "rId4", "footer", "footer1.xml", WORD_TYPE "footer+xml" },
};
enum { RELATIONS = sizeof relations / sizeof *relations };

static void
types(struct xml_writer *w, const struct document *d)
{
	char name[64];

	open_with(w, "Types", (const char *const[]){ "xmlns", OPC "content-types", NULL });
	ELEMENT(w, "Default", "Extension", "rels", "ContentType",
		"application/vnd.openxmlformats-package.relationships+xml");
	ELEMENT(w, "Default", "Extension", "xml", "ContentType", "application/xml");
	ELEMENT(w, "Override", "PartName", "/word/document.xml", "ContentType",
		WORD_TYPE "document.main+xml");
	for (int i = 0; i < RELATIONS; i++) {
		snprintf(name, sizeof name, "/word/%s", relations[i].target);
		ELEMENT(w, "Override", "PartName", name, "ContentType", relations[i].content);
	}
	ELEMENT(w, "Override", "PartName", "/docProps/core.xml", "ContentType",
		"application/vnd.openxmlformats-package.core-properties+xml");
	if (d->property.name)
		ELEMENT(w, "Override", "PartName", "/" DOCX_PROPERTIES, "ContentType",
			"application/vnd.openxmlformats-officedocument.custom-properties+xml");
}

static void
package_relations(struct xml_writer *w, const struct document *d)
{
	open_with(w, "Relationships", (const char *const[]){ "xmlns", OPC "relationships", NULL });
	ELEMENT(w, "Relationship", "Id", "rId1", "Type", DOCX_RELATIONS "/officeDocument", "Target",
		"word/document.xml");
	ELEMENT(w, "Relationship", "Id", "rId2", "Type",
		OPC "relationships/metadata/core-properties", "Target", "docProps/core.xml");
	if (d->property.name)
		ELEMENT(w, "Relationship", "Id", "rId3", "Type",
			DOCX_RELATIONS "/custom-properties", "Target", DOCX_PROPERTIES);
}

static void
document_relations(struct xml_writer *w)
{
	char type[128];

	open_with(w, "Relationships", (const char *const[]){ "xmlns", OPC "relationships", NULL });
	for (int i = 0; i < RELATIONS; i++) {
		snprintf(type, sizeof type, "%s/%s", DOCX_RELATIONS, relations[i].type);
		ELEMENT(w, "Relationship", "Id", relations[i].id, "Type", type, "Target",
			relations[i].target);
	}
}

static void
properties(struct xml_writer *w, const struct document *d)
{
	char now[32];

	open_with(w, "cp:coreProperties",
		(const char *const[]){ "xmlns:cp", OPC "metadata/core-properties", "xmlns:dc",
			"http://purl.org/dc/elements/1.1/", "xmlns:dcterms",
			"http://purl.org/dc/terms/", "xmlns:xsi",
			"http://www.w3.org/2001/XMLSchema-instance", NULL });
	xml_element(w, "dc:title", d->title);
	xml_element(w, "dc:creator", PACKAGE_STRING);
	xml_element(w, "dc:language", language());
	open_with(
		w, "dcterms:created", (const char *const[]){ "xsi:type", "dcterms:W3CDTF", NULL });
	xml_text(w, clock_now_utc(now, sizeof now));
	xml_close(w);
}

/* What word processors carry through editing and show nowhere in the text; the fmtid is that of all
 * properties of one's own (ECMA-376 part 1, 22.3). */
static void
own_property(struct xml_writer *w, const struct document *d)
{
	open_with(w, "Properties",
		(const char *const[]){ "xmlns", OFFICE "custom-properties", "xmlns:vt",
			OFFICE "docPropsVTypes", NULL });
	open_with(w, "property",
		(const char *const[]){ "fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", "pid",
			"2", "name", d->property.name, NULL });
	xml_element(w, "vt:lpwstr", d->property.text);
	xml_close(w);
}

/* ---- styles ---- */

struct style {
	const char *id, *name, *next;
	const char *before, *after; /* space, twentieths of a point */
	const char *size;           /* half points; NULL = that of the text */
	bool bold, keep, right, number;
	const char *left, *level; /* indent; outline level of a heading */
};

static const struct style styles[] = {
	{ "Title", "Title", "Normal", "0", "240", "40", true, true, false, false, NULL, NULL },
	{ "Heading1", "heading 1", "Normal", "480", "160", "32", true, true, false, false, NULL,
		"0" },
	{ "Heading2", "heading 2", "Normal", "360", "120", "26", true, true, false, false, NULL,
		"1" },
	{ "Heading3", "heading 3", "Normal", "240", "80", "23", true, true, false, false, NULL,
		"2" },
	{ "TOC1", "toc 1", "Normal", "120", "40", NULL, false, false, false, false, NULL, NULL },
	{ "TOC2", "toc 2", "Normal", "0", "20", NULL, false, false, false, false, "284", NULL },
	{ "Letterhead", "Letterhead", NULL, "0", "0", NULL, false, false, false, false, NULL,
		NULL },
	{ "Signature", "Signature", NULL, "240", "0", "18", false, false, false, false, NULL,
		NULL },
	{ "Fact", "Fact", NULL, "0", "40", NULL, false, false, false, false, NULL, NULL },
	{ "Caption", "caption", "Normal", "240", "60", NULL, true, true, false, false, NULL, NULL },
	{ "Note", "Note", NULL, "40", "40", "18", false, false, false, false, NULL, NULL },
	{ "ListBullet", "List Bullet", NULL, "0", "60", NULL, false, false, false, true, NULL,
		NULL },
	{ "TableText", "Table Text", NULL, "20", "20", "18", false, false, false, false, NULL,
		NULL },
	{ "TableNumber", "Table Number", NULL, "20", "20", "18", false, false, true, false, NULL,
		NULL },
	{ "TableTextSmall", "Table Text Small", NULL, "20", "20", "14", false, false, false, false,
		NULL, NULL },
	{ "TableNumberSmall", "Table Number Small", NULL, "20", "20", "14", false, false, true,
		false, NULL, NULL },
	{ "Footer", "footer", NULL, "0", "0", "18", false, false, true, false, NULL, NULL },
};

static void
style_paragraph(struct xml_writer *w, const struct style *s)
{
	xml_open(w, "w:pPr");
	if (s->keep)
		xml_element(w, "w:keepNext", "");
	if (s->number) {
		xml_open(w, "w:numPr");
		ELEMENT(w, "w:numId", "w:val", "1");
		xml_close(w);
	}
	ELEMENT(w, "w:spacing", "w:before", s->before, "w:after", s->after);
	if (s->left)
		ELEMENT(w, "w:ind", "w:left", s->left);
	if (s->right)
		ELEMENT(w, "w:jc", "w:val", "right");
	if (s->level)
		ELEMENT(w, "w:outlineLvl", "w:val", s->level);
	xml_close(w);
}

static void
style(struct xml_writer *w, const struct style *s)
{
	open_with(w, "w:style",
		(const char *const[]){ "w:type", "paragraph", "w:styleId", s->id, NULL });
	ELEMENT(w, "w:name", "w:val", s->name);
	ELEMENT(w, "w:basedOn", "w:val", "Normal");
	if (s->next)
		ELEMENT(w, "w:next", "w:val", s->next);
	xml_element(w, "w:qFormat", "");
	style_paragraph(w, s);
	if (s->bold || s->size) {
		xml_open(w, "w:rPr");
		if (s->bold)
			xml_element(w, "w:b", "");
		if (s->size)
			ELEMENT(w, "w:sz", "w:val", s->size);
		xml_close(w);
	}
	xml_close(w);
}

static void
borders(struct xml_writer *w, const char *name, const char *const *sides, const char *size)
{
	xml_open(w, name);
	for (; *sides; sides++)
		ELEMENT(w, *sides, "w:val", "single", "w:sz", size, "w:space", "0", "w:color",
			"808080");
	xml_close(w);
}

/* Lines between rows only, a stronger one under the head. */
static void
table_style(struct xml_writer *w)
{
	static const char *const rows[] = { "w:top", "w:bottom", "w:insideH", NULL };
	static const char *const below[] = { "w:bottom", NULL };
	static const char *const sides[] = { "w:left", "w:right" };

	open_with(w, "w:style",
		(const char *const[]){ "w:type", "table", "w:styleId", "Result", NULL });
	ELEMENT(w, "w:name", "w:val", "Result");
	xml_open(w, "w:tblPr");
	borders(w, "w:tblBorders", rows, "4");
	xml_open(w, "w:tblCellMar");
	for (int i = 0; i < 2; i++)
		ELEMENT(w, sides[i], "w:w", "80", "w:type", "dxa");
	xml_close(w);
	xml_close(w);
	open_with(w, "w:tblStylePr", (const char *const[]){ "w:type", "firstRow", NULL });
	xml_open(w, "w:tcPr");
	borders(w, "w:tcBorders", below, "12");
	xml_close(w);
	xml_close(w);
	xml_close(w);
}

static void
all_styles(struct xml_writer *w)
{
	open_with(w, "w:styles", (const char *const[]){ "xmlns:w", DOCX_NAMESPACE, NULL });
	xml_open(w, "w:docDefaults");
	xml_open(w, "w:rPrDefault");
	xml_open(w, "w:rPr");
	ELEMENT(w, "w:rFonts", "w:ascii", "Calibri", "w:hAnsi", "Calibri", "w:eastAsia", "Calibri",
		"w:cs", "Calibri");
	ELEMENT(w, "w:sz", "w:val", "21");
	ELEMENT(w, "w:lang", "w:val", language());
	xml_close(w);
	xml_close(w);
	xml_open(w, "w:pPrDefault");
	xml_close(w);
	xml_close(w);
	open_with(w, "w:style",
		(const char *const[]){
			"w:type", "paragraph", "w:default", "1", "w:styleId", "Normal", NULL });
	ELEMENT(w, "w:name", "w:val", "Normal");
	xml_element(w, "w:qFormat", "");
	xml_open(w, "w:pPr");
	ELEMENT(w, "w:spacing", "w:after", "120");
	xml_close(w);
	xml_close(w);
	for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
		style(w, &styles[i]);
	table_style(w);
}

/* ---- list, settings, footer ---- */

static void
numbering(struct xml_writer *w)
{
	open_with(w, "w:numbering", (const char *const[]){ "xmlns:w", DOCX_NAMESPACE, NULL });
	open_with(w, "w:abstractNum", (const char *const[]){ "w:abstractNumId", "0", NULL });
	ELEMENT(w, "w:multiLevelType", "w:val", "singleLevel");
	open_with(w, "w:lvl", (const char *const[]){ "w:ilvl", "0", NULL });
	ELEMENT(w, "w:start", "w:val", "1");
	ELEMENT(w, "w:numFmt", "w:val", "bullet");
	ELEMENT(w, "w:lvlText", "w:val", "•");
	ELEMENT(w, "w:lvlJc", "w:val", "left");
	xml_open(w, "w:pPr");
	ELEMENT(w, "w:ind", "w:left", "284", "w:hanging", "284");
	xml_close(w);
	xml_close(w);
	xml_close(w);
	open_with(w, "w:num", (const char *const[]){ "w:numId", "1", NULL });
	ELEMENT(w, "w:abstractNumId", "w:val", "0");
	xml_close(w);
}

static void
settings(struct xml_writer *w)
{
	open_with(w, "w:settings", (const char *const[]){ "xmlns:w", DOCX_NAMESPACE, NULL });
	ELEMENT(w, "w:defaultTabStop", "w:val", "708");
	xml_open(w, "w:compat");
	ELEMENT(w, "w:compatSetting", "w:name", "compatibilityMode", "w:uri",
		"http://schemas.microsoft.com/office/word", "w:val", "15");
	xml_close(w);
	ELEMENT(w, "w:themeFontLang", "w:val", language());
	ELEMENT(w, "w:decimalSymbol", "w:val", i18n_language() == LANGUAGE_POLISH ? "," : ".");
	ELEMENT(w, "w:listSeparator", "w:val", i18n_language() == LANGUAGE_POLISH ? ";" : ",");
}

static void
field(struct xml_writer *w, const char *instruction)
{
	open_with(w, "w:fldSimple", (const char *const[]){ "w:instr", instruction, NULL });
	xml_open(w, "w:r");
	xml_element(w, "w:t", "1");
	xml_close(w);
	xml_close(w);
}

static void
footer(struct xml_writer *w)
{
	open_with(w, "w:ftr", (const char *const[]){ "xmlns:w", DOCX_NAMESPACE, NULL });
	xml_open(w, "w:p");
	xml_open(w, "w:pPr");
	ELEMENT(w, "w:pStyle", "w:val", "Footer");
	xml_close(w);
	field(w, " PAGE ");
	xml_open(w, "w:r");
	open_with(w, "w:t", (const char *const[]){ "xml:space", "preserve", NULL });
	xml_text(w, " / ");
	xml_close(w);
	xml_close(w);
	field(w, " NUMPAGES ");
	xml_close(w);
}

static const struct {
	const char *name;
	void (*write)(struct xml_writer *w);
	void (*about)(struct xml_writer *w, const struct document *d); /* in place of write */
} files[DOCX_FILES] = {
	{ "[Content_Types].xml", NULL, types },
	{ "_rels/.rels", NULL, package_relations },
	{ "docProps/core.xml", NULL, properties },
	{ "word/_rels/document.xml.rels", document_relations, NULL },
	{ "word/styles.xml", all_styles, NULL },
	{ "word/numbering.xml", numbering, NULL },
	{ "word/settings.xml", settings, NULL },
	{ "word/footer1.xml", footer, NULL },
	{ DOCX_PROPERTIES, NULL, own_property },
};

int
docx_files(const struct document *d)
{
	return d->property.name ? DOCX_FILES : DOCX_FILES - 1;
}

const char *
docx_file(int file, const struct document *d, struct output *out)
{
	struct xml_writer w;

	xml_start(&w, out);
	if (files[file].write)
		files[file].write(&w);
	else
		files[file].about(&w, d);
	xml_end(&w);
	return files[file].name;
}
