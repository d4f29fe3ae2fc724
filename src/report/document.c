/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Building documents, and the two plain writers: text and web page. */
#include "config.h"

#include "report/document.h"

#include "base/i18n.h"
#include "base/text.h"
#include "report/writers.h"

#include <assert.h>
#include <string.h>

/* ---- building ---- */

static const char *
clean(struct document *d, const char *text)
{
	size_t size = 3 * strlen(text) + 1; /* a bad byte becomes U+FFFD */

	return text_clean_line(arena_new(d->arena, size), size, text);
}

void
document_start(struct document *d, struct arena *arena, const char *title)
{
	*d = (struct document){ .arena = arena };
	d->title = clean(d, title);
}

void
document_above(struct document *d, const char *lines)
{
	while (*lines) {
		size_t length = strcspn(lines, "\n");

		d->above = arena_grow(
			d->arena, d->above, d->above_count, &d->above_room, sizeof *d->above);
		d->above[d->above_count++] =
			clean(d, arena_format(d->arena, "%.*s", (int)length, lines));
		lines += length + (lines[length] == '\n');
	}
}

void
document_fact(struct document *d, const char *name, const char *text)
{
	if (!text || !*text)
		return;
	d->facts = arena_grow(d->arena, d->facts, d->fact_count, &d->fact_room, sizeof *d->facts);
	d->facts[d->fact_count++] = (struct document_fact){ clean(d, name), clean(d, text) };
}

void
document_property(struct document *d, const char *name, const char *text)
{
	d->property = (struct document_fact){ clean(d, name), clean(d, text) };
}

static struct document_part *
add(struct document *d, enum document_kind kind, const char *text)
{
	struct document_part *part;

	d->parts = arena_grow(d->arena, d->parts, d->part_count, &d->part_room, sizeof *d->parts);
	part = &d->parts[d->part_count++];
	*part = (struct document_part){ .kind = kind, .text = clean(d, text) };
	return part;
}

void
document_heading(struct document *d, int level, const char *text)
{
	assert(level >= 1 && level <= DOCUMENT_LEVELS);
	add(d, DOCUMENT_HEADING, text)->level = level;
}

void
document_paragraph(struct document *d, const char *text)
{
	do {
		size_t length = strcspn(text, "\n");

		add(d, DOCUMENT_PARAGRAPH, arena_format(d->arena, "%.*s", (int)length, text));
		text += length + strspn(text + length, "\r\n");
	} while (*text);
}

void
document_item(struct document *d, const char *text)
{
	add(d, DOCUMENT_ITEM, text);
}

void
document_note(struct document *d, const char *text)
{
	add(d, DOCUMENT_NOTE, text);
}

void
document_signature(struct document *d, const char *who)
{
	add(d, DOCUMENT_SIGNATURE, who);
}

struct report_table *
document_table(struct document *d)
{
	struct report_table *table = arena_new(d->arena, sizeof *table);

	add(d, DOCUMENT_TABLE, "")->table = table;
	return table;
}

static int (*const writers[REPORT_FORMAT_COUNT])(
	struct document *d, struct output *out, struct error *err) = {
	[REPORT_FORMAT_TEXT] = document_text,
	[REPORT_FORMAT_HTML] = document_html,
	[REPORT_FORMAT_XLSX] = document_xlsx,
	[REPORT_FORMAT_PDF] = document_pdf,
	[REPORT_FORMAT_DOCX] = document_docx,
};

bool
document_has_format(enum report_format format)
{
	return writers[format] != NULL;
}

int
document_write(struct document *d, enum report_format format, struct output *out, struct error *err)
{
	if (!document_has_format(format))
		return error_set(err, ERROR_INPUT,
			_("A report is written as .docx, .pdf, .html, .xlsx or .txt, not as CSV."));
	return writers[format](d, out, err);
}

/* ---- text ---- */

static void
text_heading(struct output *out, int level, const char *text)
{
	static const char under[] = { '=', '-' };
	int width = text_width(text);

	if (level == 1)
		output_puts(out, "\n");
	report_text_paragraph(out, "", text);
	for (int i = 0; level <= 2 && i < (width < REPORT_TEXT_WIDTH ? width : REPORT_TEXT_WIDTH);
		i++)
		output_write(out, &under[level - 1], 1);
	output_puts(out, level <= 2 ? "\n\n" : "\n");
}

static void
text_table(struct report_table *t, struct output *out)
{
	if (*t->title)
		report_text_paragraph(out, "", t->title);
	for (size_t i = 0; i < t->line_count; i++)
		report_text_paragraph(out, "", t->lines[i]);
	if (*t->title || t->line_count > 0)
		output_puts(out, "\n");
	report_text_table(t, REPORT_TEXT_WIDTH, false, out);
	if (t->footnote_count > 0)
		output_puts(out, "\n");
	for (size_t i = 0; i < t->footnote_count; i++)
		report_text_paragraph(out, "  ", t->footnotes[i]);
	output_puts(out, "\n");
}

static void
text_part(const struct document_part *part, const struct document_part *next, struct output *out)
{
	switch (part->kind) {
	case DOCUMENT_HEADING:
		text_heading(out, part->level, part->text);
		break;
	case DOCUMENT_PARAGRAPH:
	case DOCUMENT_NOTE:
		report_text_paragraph(out, "", part->text);
		output_puts(out, "\n");
		break;
	case DOCUMENT_ITEM:
		report_text_paragraph(out, "* ", part->text);
		if (!next || next->kind != DOCUMENT_ITEM)
			output_puts(out, "\n");
		break;
	case DOCUMENT_SIGNATURE:
		output_puts(out, "\n\n" DOCUMENT_SIGN_HERE "\n");
		report_text_paragraph(out, "", part->text);
		break;
	case DOCUMENT_TABLE:
		text_table(part->table, out);
		break;
	}
}

int
document_text(struct document *d, struct output *out, struct error *err)
{
	int widest = 0;

	(void)err;
	for (size_t i = 0; i < d->above_count; i++)
		report_text_paragraph(out, "", d->above[i]);
	output_puts(out, d->above_count > 0 ? "\n" : "");
	report_text_paragraph(out, "", d->title);
	output_puts(out, "\n");
	for (size_t i = 0; i < d->fact_count; i++)
		if (text_width(d->facts[i].name) > widest)
			widest = text_width(d->facts[i].name);
	for (size_t i = 0; i < d->fact_count; i++)
		report_text_paragraph(out,
			arena_format(d->arena, "%s:%*s", d->facts[i].name,
				widest - text_width(d->facts[i].name) + 2, ""),
			d->facts[i].text);
	if (d->fact_count > 0)
		output_puts(out, "\n");
	for (size_t i = 0; i < d->part_count; i++) {
		output_text(out, &d->parts[i].at);
		text_part(&d->parts[i], i + 1 < d->part_count ? &d->parts[i + 1] : NULL, out);
	}
	return 0;
}

/* ---- web page ---- */

static void
html_contents(const struct document *d, struct output *out)
{
	output_puts(out, "<nav>\n<ul>\n");
	for (size_t i = 0; i < d->part_count; i++) {
		if (d->parts[i].kind != DOCUMENT_HEADING || d->parts[i].level > 2)
			continue;
		output_printf(out, "<li class=\"l%d\"><a href=\"#h%zu\">", d->parts[i].level, i);
		report_html_element(out, "", d->parts[i].text, "</a></li>\n");
	}
	output_puts(out, "</ul>\n</nav>\n");
}

static void
html_table(const struct report_table *t, struct output *out)
{
	if (*t->title)
		report_html_element(out, "<p class=\"c\">", t->title, "</p>\n");
	for (size_t i = 0; i < t->line_count; i++)
		report_html_element(out, "<p class=\"f\">", t->lines[i], "</p>\n");
	report_html_table(t, out);
	for (size_t i = 0; i < t->footnote_count; i++)
		report_html_element(out, "<p class=\"f\">", t->footnotes[i], "</p>\n");
}

static void
html_part(const struct document *d, size_t i, struct output *out)
{
	const struct document_part *part = &d->parts[i];
	bool first = i == 0 || d->parts[i - 1].kind != DOCUMENT_ITEM;
	bool last = i + 1 == d->part_count || d->parts[i + 1].kind != DOCUMENT_ITEM;

	switch (part->kind) {
	case DOCUMENT_HEADING:
		output_printf(out, "<h%d id=\"h%zu\">", part->level + 1, i);
		report_html_element(out, "", part->text, "");
		output_printf(out, "</h%d>\n", part->level + 1);
		break;
	case DOCUMENT_PARAGRAPH:
		report_html_element(out, "<p>", part->text, "</p>\n");
		break;
	case DOCUMENT_NOTE:
		report_html_element(out, "<p class=\"f\">", part->text, "</p>\n");
		break;
	case DOCUMENT_ITEM:
		report_html_element(out, first ? "<ul>\n<li>" : "<li>", part->text,
			last ? "</li>\n</ul>\n" : "</li>\n");
		break;
	case DOCUMENT_SIGNATURE:
		report_html_element(
			out, "<p class=\"sign\">" DOCUMENT_SIGN_HERE "<br>", part->text, "</p>\n");
		break;
	case DOCUMENT_TABLE:
		html_table(part->table, out);
		break;
	}
}

int
document_html(struct document *d, struct output *out, struct error *err)
{
	(void)err;
	report_html_start(out, d->title);
	if (d->above_count > 0)
		output_puts(out, "<header>\n");
	for (size_t i = 0; i < d->above_count; i++)
		report_html_element(out, "<div>", d->above[i], "</div>\n");
	if (d->above_count > 0)
		output_puts(out, "</header>\n");
	if (d->fact_count > 0)
		output_puts(out, "<dl>\n");
	for (size_t i = 0; i < d->fact_count; i++) {
		report_html_element(out, "<dt>", d->facts[i].name, "</dt>");
		report_html_element(out, "<dd>", d->facts[i].text, "</dd>\n");
	}
	if (d->fact_count > 0)
		output_puts(out, "</dl>\n");
	if (d->contents)
		html_contents(d, out);
	for (size_t i = 0; i < d->part_count; i++)
		html_part(d, i, out);
	output_puts(out, "</body>\n</html>\n");
	return 0;
}
