/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A code book as DDI-Codebook 2.5: the document, the study, the file, its variables, in the order
 * that the schema wants. No counts: a small one could give somebody away. */
#include "config.h"

#include "exchange/codebook_ddi.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/xml_write.h"

#include <stdio.h>
#include <string.h>

struct book {
	const struct dataset *d;
	struct xml_writer xml;
	struct arena arena;
};

/* A line of its own for each element that holds others. */
static void
open_line(struct book *b, const char *name)
{
	xml_open(&b->xml, name);
	xml_text(&b->xml, "\n");
}

static void
close_line(struct book *b)
{
	xml_close(&b->xml);
	xml_text(&b->xml, "\n");
}

static void
line(struct book *b, const char *name, const char *text)
{
	const char *clean = data_label(&b->arena, text, 0, 0, NULL);

	if (!clean[0])
		return;
	xml_element(&b->xml, name, clean);
	xml_text(&b->xml, "\n");
}

static const char *
number(struct book *b, double value)
{
	char text[40];

	return arena_string(&b->arena, number_plain(text, sizeof(text), value, -1));
}

/* ---- document and study ---- */

static void
put_titles(struct book *b)
{
	const struct wave *w = b->d->wave;

	open_line(b, "titlStmt");
	line(b, "titl", b->d->title[0] ? b->d->title : w->code);
	line(b, "IDNo", w->code);
	close_line(b);
}

static void
put_document(struct book *b)
{
	char now[32];

	clock_now_utc(now, sizeof(now));
	open_line(b, "docDscr");
	open_line(b, "citation");
	put_titles(b);
	open_line(b, "prodStmt");
	xml_open(&b->xml, "prodDate");
	xml_attribute(&b->xml, "date", arena_format(&b->arena, "%.10s", now));
	xml_text(&b->xml, arena_format(&b->arena, "%.10s", now));
	close_line(b);
	xml_open(&b->xml, "software");
	xml_attribute(&b->xml, "version", PACKAGE_VERSION);
	xml_text(&b->xml, PACKAGE_NAME);
	close_line(b);
	close_line(b);
	close_line(b);
	close_line(b);
}

static void
put_scope(struct book *b)
{
	const struct wave *w = b->d->wave;
	const char *year = arena_format(&b->arena, "%d", w->year);

	open_line(b, "stdyInfo");
	line(b, "abstract", w->purpose);
	open_line(b, "sumDscr");
	if (w->year) {
		xml_open(&b->xml, "timePrd");
		xml_attribute(&b->xml, "date", year);
		xml_text(&b->xml, year);
		close_line(b);
	}
	xml_open(&b->xml, "nation");
	xml_attribute(&b->xml, "abbr", "PL");
	xml_text(&b->xml, _("Poland"));
	close_line(b);
	line(b, "dataKind", _("survey data"));
	close_line(b);
	close_line(b);
}

static void
put_method(struct book *b)
{
	const struct dataset *d = b->d;

	open_line(b, "method");
	open_line(b, "dataColl");
	line(b, "sampProc",
		d->wave->sample == SAMPLE_RANDOM ? _("random sample")
						 : _("returned forms, no random sample"));
	for (int i = 0; i < d->count; i++)
		if (!strcmp(d->variables[i].name, "mode"))
			for (int k = 0; k < d->variables[i].code_count; k++)
				line(b, "collMode", d->variables[i].codes[k].label);
	if (d->weight >= 0)
		line(b, "weight", d->variables[d->weight].label);
	close_line(b);
	close_line(b);
}

static void
put_study(struct book *b)
{
	open_line(b, "stdyDscr");
	open_line(b, "citation");
	put_titles(b);
	close_line(b);
	put_scope(b);
	put_method(b);
	close_line(b);
}

static void
put_file(struct book *b)
{
	xml_open(&b->xml, "fileDscr");
	xml_attribute(&b->xml, "ID", "F1");
	xml_text(&b->xml, "\n");
	open_line(b, "fileTxt");
	line(b, "fileName", b->d->wave->code);
	open_line(b, "dimensns");
	line(b, "caseQnty", number(b, (double)b->d->rows));
	line(b, "varQnty", number(b, b->d->count));
	close_line(b);
	line(b, "fileType", "SPSS (.sav), Stata (.dta), CSV");
	close_line(b);
	close_line(b);
}

/* ---- variables ---- */

static void
put_group(struct book *b, int index)
{
	const struct data_set *set = &b->d->sets[index];
	char *list = arena_new(&b->arena, (size_t)set->count * 12 + 1);
	size_t used = 0;

	for (int i = 0; i < set->count; i++)
		used += (size_t)sprintf(list + used, "%sV%d", i ? " " : "", set->first + i + 1);
	xml_open(&b->xml, "varGrp");
	xml_attribute(&b->xml, "ID", arena_format(&b->arena, "G%d", index + 1));
	xml_attribute(&b->xml, "type", "multipleResp");
	xml_attribute(&b->xml, "var", list);
	xml_attribute(&b->xml, "name", set->name);
	xml_text(&b->xml, "\n");
	line(b, "labl", set->label);
	close_line(b);
}

static void
put_category(struct book *b, const char *value, const char *label, const char *reason)
{
	xml_open(&b->xml, "catgry");
	if (reason) {
		xml_attribute(&b->xml, "missing", "Y");
		xml_attribute(&b->xml, "missType", reason);
	}
	xml_element(&b->xml, "catValu", value);
	xml_element(&b->xml, "labl", label);
	close_line(b);
}

static void
put_categories(struct book *b, const struct data_variable *v)
{
	for (int i = 0; i < v->code_count; i++)
		put_category(b, number(b, v->codes[i].number), v->codes[i].label, NULL);
	for (int i = MISSING_NO_ANSWER; v->reasons && i < MISSING_COUNT; i++) {
		const struct missing_reason *reason = missing_reason((enum missing)i);

		put_category(b, number(b, data_reason_code(v, (enum missing)i)),
			data_reason_label(v, (enum missing)i), reason->name);
	}
}

static void
put_variable(struct book *b, int index)
{
	static const char *const natures[] = {
		[DATA_NOMINAL] = "nominal", [DATA_ORDINAL] = "ordinal", [DATA_SCALE] = "interval"
	};
	const struct data_variable *v = &b->d->variables[index];

	xml_open(&b->xml, "var");
	xml_attribute(&b->xml, "ID", arena_format(&b->arena, "V%d", index + 1));
	xml_attribute(&b->xml, "name", v->name);
	xml_attribute(&b->xml, "files", "F1");
	if (index == b->d->weight)
		xml_attribute(&b->xml, "wgt", "wgt");
	if (v->kind == DATA_NUMBER)
		xml_number(&b->xml, "dcml", v->decimals);
	xml_attribute(&b->xml, "intrvl",
		v->kind == DATA_NUMBER && v->measure == DATA_SCALE ? "contin" : "discrete");
	xml_attribute(&b->xml, "nature", natures[v->measure]);
	xml_text(&b->xml, "\n");
	line(b, "labl", v->label);
	if (v->asked[0]) {
		xml_open(&b->xml, "qstn");
		xml_element(&b->xml, "qstnLit", v->asked);
		close_line(b);
	}
	if (v->reasons) {
		xml_open(&b->xml, "invalrng");
		xml_open(&b->xml, "range");
		xml_attribute(&b->xml, "min", number(b, data_reason_code(v, MISSING_PAGE_MISSING)));
		xml_attribute(&b->xml, "max", number(b, data_reason_code(v, MISSING_NO_ANSWER)));
		xml_close(&b->xml);
		close_line(b);
	}
	put_categories(b, v);
	if (v->column && v->column->identity && v->column->identity[0])
		line(b, "concept", v->column->identity);
	xml_open(&b->xml, "varFormat");
	xml_attribute(&b->xml, "type", v->kind == DATA_TEXT ? "character" : "numeric");
	if (v->kind == DATA_DATE)
		xml_attribute(&b->xml, "category", "date");
	close_line(b);
	close_line(b);
}

void
codebook_ddi_write(const struct dataset *d, struct output *out)
{
	struct book b = { .d = d };

	xml_start(&b.xml, out);
	xml_open(&b.xml, "codeBook");
	xml_attribute(&b.xml, "xmlns", "ddi:codebook:2_5");
	xml_attribute(&b.xml, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
	xml_attribute(&b.xml, "xsi:schemaLocation",
		"ddi:codebook:2_5 "
		"http://www.ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd");
	xml_attribute(&b.xml, "version", "2.5");
	xml_attribute(&b.xml, "xml:lang", i18n_code());
	xml_text(&b.xml, "\n");
	put_document(&b);
	put_study(&b);
	put_file(&b);
	open_line(&b, "dataDscr");
	for (int i = 0; i < d->set_count; i++)
		if (d->sets[i].count)
			put_group(&b, i);
	for (int i = 0; i < d->count; i++)
		put_variable(&b, i);
	close_line(&b);
	xml_end(&b.xml);
	arena_release(&b.arena);
}
