/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document kept as XML: everything that its writers ask for, so that what is read again writes
 * the same bytes. */
#include "config.h"

#include "report/document.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/xml_write.h"
#include "report/bar_sign.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Raised when an element or attribute changes its meaning. */
enum { FORMAT = 1 };

static const char *const part_names[] = {
	[DOCUMENT_HEADING] = "heading",
	[DOCUMENT_PARAGRAPH] = "paragraph",
	[DOCUMENT_ITEM] = "item",
	[DOCUMENT_NOTE] = "note",
	[DOCUMENT_SIGNATURE] = "signature",
	[DOCUMENT_TABLE] = "table",
};

static const char *const cell_names[] = {
	[REPORT_CELL_EMPTY] = "e",
	[REPORT_CELL_TEXT] = "t",
	[REPORT_CELL_NUMBER] = "n",
	[REPORT_CELL_MISSING] = "m",
};

static const char *const kind_names[] = {
	[REPORT_TEXT] = "text",
	[REPORT_CODE] = "code",
	[REPORT_NUMBER] = "number",
	[REPORT_BAR] = "bar",
};

static const char *const sign_names[REPORT_SIGNS] = {
	[SIGN_PATH] = "path",
	[SIGN_BASE] = "base",
	[SIGN_LEAST] = "least",
	[SIGN_MOST] = "most",
	[SIGN_TARGET] = "target",
};

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

/* ---- writing ---- */

static void
write_double(struct xml_writer *w, const char *name, double value)
{
	char text[400];

	xml_attribute(w, name, number_plain(text, sizeof text, value, -1));
}

static void
write_column(struct xml_writer *w, const struct report_column *c)
{
	xml_open(w, "column");
	xml_attribute(w, "name", c->name);
	xml_attribute(w, "kind", kind_names[c->kind]);
	xml_number(w, "decimals", c->decimals);
	if (c->kind == REPORT_BAR) {
		write_double(w, "low", c->low);
		write_double(w, "high", c->high);
	}
	if (c->alone)
		xml_attribute(w, "alone", c->alone);
	xml_text(w, c->heading);
	xml_close(w);
}

static void
write_cell(struct xml_writer *w, const struct report_cell *c)
{
	xml_open(w, cell_names[c->kind]);
	if (c->kind == REPORT_CELL_NUMBER) {
		write_double(w, "value", c->number);
		xml_number(w, "decimals", c->decimals);
	}
	if (c->mark)
		xml_attribute(w, "mark", c->mark);
	for (enum report_sign sign = 0; c->signs && sign < REPORT_SIGNS; sign++)
		if (!isnan(c->signs[sign]))
			write_double(w, sign_names[sign], c->signs[sign]);
	if (c->text)
		xml_text(w, c->text);
	xml_close(w);
}

static void
write_table(struct xml_writer *w, const struct report_table *t)
{
	xml_element(w, "caption", t->title);
	for (size_t i = 0; i < t->line_count; i++)
		xml_element(w, "line", t->lines[i]);
	for (size_t i = 0; i < t->column_count; i++)
		write_column(w, &t->columns[i]);
	for (size_t i = 0; i < t->row_count; i++) {
		xml_open(w, "row");
		if (t->rows[i].sum)
			xml_number(w, "sum", 1);
		for (size_t k = 0; k < t->column_count; k++)
			write_cell(w, &t->rows[i].cells[k]);
		xml_close(w);
	}
	for (size_t i = 0; i < t->footnote_count; i++)
		xml_element(w, "footnote", t->footnotes[i]);
}

void
document_keep(const struct document *d, struct output *out)
{
	struct xml_writer w;

	xml_start(&w, out);
	xml_open(&w, "document");
	xml_number(&w, "format", FORMAT);
	xml_number(&w, "contents", d->contents);
	xml_element(&w, "title", d->title);
	for (size_t i = 0; i < d->above_count; i++)
		xml_element(&w, "above", d->above[i]);
	for (size_t i = 0; i < d->fact_count; i++) {
		xml_open(&w, "fact");
		xml_attribute(&w, "name", d->facts[i].name);
		xml_text(&w, d->facts[i].text);
		xml_close(&w);
	}
	for (size_t i = 0; i < d->part_count; i++) {
		const struct document_part *part = &d->parts[i];

		xml_open(&w, part_names[part->kind]);
		if (part->kind == DOCUMENT_HEADING)
			xml_number(&w, "level", part->level);
		if (part->kind == DOCUMENT_TABLE)
			write_table(&w, part->table);
		else
			xml_text(&w, part->text);
		xml_close(&w);
	}
	xml_end(&w);
}

/* ---- reading ---- */

struct reading {
	struct document *d;
	struct arena *arena;
	struct report_table *table; /* NULL outside tables */
	/* Attributes of the element whose text is still to come. */
	const char *name, *kind, *mark, *alone;
	double value, low, high, signs[REPORT_SIGNS];
	bool signed_so; /* some sign was read */
	int decimals, level;
};

static int
index_of(const char *const *names, int count, const char *name)
{
	for (int i = 0; i < count; i++)
		if (name && strcmp(names[i], name) == 0)
			return i;
	return -1;
}

static int
damaged(long line, struct error *err)
{
	return error_at(err, ERROR_DATA, line, 0,
		_("The kept report cannot be read: line %ld is not what gromada writes."), line);
}

static void
take_sign(struct reading *r, const char *name, const char *value)
{
	int sign = index_of(sign_names, REPORT_SIGNS, name);

	if (sign < 0)
		return;
	r->signs[sign] = strtod(value, NULL);
	r->signed_so = true;
}

static void
take_attributes(struct reading *r, const char *const *attributes)
{
	r->name = r->kind = r->mark = r->alone = NULL;
	r->value = r->low = r->high = 0;
	r->decimals = r->level = 0;
	r->signed_so = false;
	for (enum report_sign sign = 0; sign < REPORT_SIGNS; sign++)
		r->signs[sign] = NAN;
	for (int i = 0; attributes[i]; i += 2) {
		const char *name = attributes[i], *value = attributes[i + 1];

		if (strcmp(name, "name") == 0)
			r->name = arena_string(r->arena, value);
		else if (strcmp(name, "kind") == 0)
			r->kind = arena_string(r->arena, value);
		else if (strcmp(name, "mark") == 0)
			r->mark = arena_string(r->arena, value);
		else if (strcmp(name, "alone") == 0)
			r->alone = arena_string(r->arena, value);
		else if (strcmp(name, "value") == 0)
			r->value = strtod(value, NULL);
		else if (strcmp(name, "low") == 0)
			r->low = strtod(value, NULL);
		else if (strcmp(name, "high") == 0)
			r->high = strtod(value, NULL);
		else if (strcmp(name, "decimals") == 0)
			r->decimals = atoi(value);
		else if (strcmp(name, "level") == 0)
			r->level = atoi(value);
		else
			take_sign(r, name, value);
	}
}

static const char *
attribute(const char *const *attributes, const char *name)
{
	for (int i = 0; attributes[i]; i += 2)
		if (strcmp(attributes[i], name) == 0)
			return attributes[i + 1];
	return "";
}

static int
start(void *context, const char *name, const char *const *attributes, long line, struct error *err)
{
	struct reading *r = context;

	take_attributes(r, attributes);
	if (strcmp(name, "document") == 0) {
		if (atoi(attribute(attributes, "format")) != FORMAT)
			return error_set(err, ERROR_NEWER,
				_("This report was approved with a newer gromada; print it with "
				  "that one."));
		document_start(r->d, r->arena, "");
		r->d->contents = atoi(attribute(attributes, "contents")) != 0;
		return 0;
	}
	if (!r->d->arena)
		return damaged(line, err);
	if (strcmp(name, "table") == 0) {
		r->table = document_table(r->d);
		report_table_start(r->table, r->arena, "");
	} else if (strcmp(name, "row") == 0) {
		if (!r->table || !r->table->column_count)
			return damaged(line, err);
		report_table_row(r->table);
		if (attribute(attributes, "sum")[0])
			report_table_sum(r->table);
	}
	return 0;
}

static int
end_cell(struct reading *r, enum report_cell_kind kind, const char *text, long line,
	struct error *err)
{
	struct report_table *t = r->table;

	if (!t || !t->row_count || t->filled >= t->column_count)
		return damaged(line, err);
	if (kind == REPORT_CELL_TEXT)
		report_cell_text(t, text);
	else if (kind == REPORT_CELL_NUMBER)
		report_cell_decimals(t, r->value, r->decimals);
	else if (kind == REPORT_CELL_MISSING)
		report_cell_missing(t, text);
	else
		report_cell_empty(t);
	if (r->mark)
		report_cell_mark(t, r->mark);
	if (r->signed_so && report_table_is_bar(t, t->filled - 1))
		report_cell_signs(t, r->signs);
	return 0;
}

static int
end_column(struct reading *r, const char *text, long line, struct error *err)
{
	int kind = index_of(kind_names, COUNT(kind_names), r->kind);

	if (kind < 0 || r->table->row_count)
		return damaged(line, err);
	report_table_column(
		r->table, r->name ? r->name : "", text, (enum report_kind)kind, r->decimals);
	r->table->columns[r->table->column_count - 1].low = r->low;
	r->table->columns[r->table->column_count - 1].high = r->high;
	if (r->alone)
		report_table_alone(r->table, r->alone);
	return 0;
}

static int
end_in_table(struct reading *r, const char *name, const char *text, long line, struct error *err)
{
	int cell = index_of(cell_names, COUNT(cell_names), name);

	if (cell >= 0)
		return end_cell(r, (enum report_cell_kind)cell, text, line, err);
	if (strcmp(name, "column") == 0)
		return end_column(r, text, line, err);
	if (strcmp(name, "caption") == 0)
		r->table->title = arena_string(r->arena, text);
	else if (strcmp(name, "line") == 0)
		report_table_line(r->table, text);
	else if (strcmp(name, "footnote") == 0)
		report_table_footnote(r->table, text);
	else if (strcmp(name, "table") == 0)
		r->table = NULL;
	else if (strcmp(name, "row") != 0)
		return damaged(line, err);
	return 0;
}

static int
end(void *context, const char *name, const char *text, long line, struct error *err)
{
	struct reading *r = context;

	if (r->table)
		return end_in_table(r, name, text, line, err);
	switch (index_of(part_names, COUNT(part_names), name)) {
	case DOCUMENT_HEADING:
		if (r->level < 1 || r->level > DOCUMENT_LEVELS)
			return damaged(line, err);
		document_heading(r->d, r->level, text);
		return 0;
	case DOCUMENT_PARAGRAPH:
		document_paragraph(r->d, text);
		return 0;
	case DOCUMENT_ITEM:
		document_item(r->d, text);
		return 0;
	case DOCUMENT_NOTE:
		document_note(r->d, text);
		return 0;
	case DOCUMENT_SIGNATURE:
		document_signature(r->d, text);
		return 0;
	default:
		break;
	}
	if (strcmp(name, "title") == 0)
		r->d->title = arena_string(r->arena, text);
	else if (strcmp(name, "above") == 0)
		document_above(r->d, text);
	else if (strcmp(name, "fact") == 0)
		document_fact(r->d, r->name ? r->name : "", text);
	else if (strcmp(name, "document") != 0)
		return damaged(line, err);
	return 0;
}

int
document_kept(struct document *d, struct arena *arena, const char *body, struct error *err)
{
	static const struct xml_handler handler = { start, end };
	struct reading r = { .d = d, .arena = arena };
	struct input *in;
	int result;

	*d = (struct document){ .arena = NULL };
	if (input_open_memory(&in, "report.xml", body, strlen(body), ENCODING_UTF8, err))
		return -1;
	result = xml_read(in, &handler, &r, err);
	input_close(in);
	return result;
}
