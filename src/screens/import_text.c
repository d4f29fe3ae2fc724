/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preview of an import as text. */
#include "config.h"

#include "screens/import_preview.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/format.h"

#include <stdio.h>

static void
pair(FILE *out, const char *label, const char *value)
{
	int room = 20 - text_width(label);

	fprintf(out, "%s%*s%s\n", label, room > 1 ? room : 1, "", value);
}

static void
number(FILE *out, const char *label, long count)
{
	char text[32];

	pair(out, label, format_count(text, sizeof text, count));
}

static const char *
encoding_name(enum encoding encoding)
{
	return encoding == ENCODING_UTF8        ? "UTF-8"
	       : encoding == ENCODING_CP1250    ? "Windows-1250"
	       : encoding == ENCODING_ISO8859_2 ? "ISO-8859-2"
						: "";
}

static void
write_decisions(FILE *out, const struct import_preview *p, const struct import_options *o)
{
	bool values = p->kind == IMPORT_VALUES;

	fprintf(out, "\n%s\n", _("TO DECIDE"));
	if (p->has_zeros)
		fprintf(out, "  z  %s\n",
			o->keep_zeros ? _("Suspicious zeros: taken as values.")
				      : _("Suspicious zeros: taken as missing (the safe way)."));
	if (p->kind == IMPORT_BDL && (p->needs_subgroup || o->subgroup))
		fprintf(out, "  p  %s%s\n", _("BDL subgroup: "),
			o->subgroup
				? o->subgroup
				: _("not known; press p and type its number before importing."));
	if (p->kind == IMPORT_TERYT)
		fprintf(out, "  s  %s\n",
			o->allow_older ? _("An older register: allowed.")
				       : _("An older register: refused."));
	if (values)
		fprintf(out, "  n  %s\n",
			o->new_indicators ? _("Unknown indicators: new cards are made.")
					  : _("Unknown indicators: their rows are left out."));
	fprintf(out, "  k  %s%s\n", _("Encoding: "),
		o->encoding == ENCODING_DETECT ? _("found by the program")
					       : encoding_name(o->encoding));
}

static void
write_remarks(FILE *out, const struct import_preview *p)
{
	char count[32];

	if (!p->remark_count)
		return;
	fprintf(out, "\n%s\n", _("REMARKS"));
	for (int i = 0; i < p->remark_count; i++) {
		const struct import_remark *r = &p->remarks[i];

		fprintf(out, "  %s %s", r->kind == REMARK_NOTE ? "-" : "!", r->text);
		if (r->count > 1)
			fprintf(out, " (%s×)", format_count(count, sizeof count, r->count));
		if (r->line > 0)
			fprintf(out, _(" [line %ld]"), r->line);
		fputc('\n', out);
	}
}

char *
import_preview_text(const struct import_preview *p, const struct import_options *o)
{
	char *text = NULL, years[32];
	size_t size;
	FILE *out = open_memstream(&text, &size);

	if (!out)
		return NULL;
	pair(out, _("File"), p->file_name);
	pair(out, _("What it is"), p->title);
	pair(out, _("Encoding"), p->encoding);
	if (p->already)
		fprintf(out, "\n! %s\n", p->already);
	fputc('\n', out);
	number(out, _("Rows"), p->counts.rows);
	number(out, _("Units"), p->counts.units);
	if (p->bdl_units)
		number(out, _("known from BDL only"), p->bdl_units);
	if (p->series)
		number(out, _("Indicators"), p->series);
	snprintf(years, sizeof years, "%d–%d", p->first_year, p->last_year);
	if (p->first_year)
		pair(out, _("Years"), years);
	fputc('\n', out);
	number(out, _("New ones"), p->counts.new_values);
	number(out, _("Changed ones"), p->counts.changed);
	number(out, _("Unchanged"), p->counts.same);
	number(out, _("Left out"), p->counts.skipped);
	write_decisions(out, p, o);
	write_remarks(out, p);
	if (p->sample_header)
		fprintf(out, "\n%s\n  %s\n", _("BEGINNING OF THE FILE"), p->sample_header);
	fclose(out);
	return text;
}
