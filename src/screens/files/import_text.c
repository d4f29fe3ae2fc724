/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preview of an import as text. */
#include "config.h"

#include "screens/files/import_preview.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/format.h"

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

/* Whether something keeps the file from being written as it is. */
static bool
must_decide(const struct import_preview *p)
{
	return p->needs_subgroup || p->needs_older || p->needs_cards;
}

/* What the counts of this kind of file count. */
static const char *
counted(enum import_kind kind)
{
	return kind == IMPORT_TERYT       ? _("Units (JST)")
	       : kind == IMPORT_CHANGES   ? C_("counted", "Changes of units")
	       : kind == IMPORT_CATALOGUE ? _("Indicators")
	       : kind == IMPORT_ANSWERS   ? C_("counted", "Forms")
	       : kind == IMPORT_PACKAGE   ? C_("counted", "Entries and values")
	       : kind == IMPORT_STRATEGY  ? _("Rows")
					  : C_("counted", "Values");
}

char *
import_result_text(char *dst, size_t size, const struct import_preview *p)
{
	const struct import_counts *counts = &p->counts;
	char added[32], changed[32], same[32], skipped[32];

	snprintf(dst, size, _("%s: new %s, changed %s, unchanged %s, left out %s."),
		counted(p->kind), format_count(added, sizeof added, counts->new_values),
		format_count(changed, sizeof changed, counts->changed),
		format_count(same, sizeof same, counts->same),
		format_count(skipped, sizeof skipped, counts->skipped));
	return dst;
}

static void
write_zeros(FILE *out, const struct import_preview *p, bool kept)
{
	char number[32];
	long count = 0;

	for (int i = 0; i < p->remark_count; i++)
		if (p->remarks[i].kind == REMARK_ZEROS)
			count += p->remarks[i].count;
	format_count(number, sizeof number, count);
	fprintf(out, "  z  ");
	fprintf(out,
		kept ? _("Suspicious zeros (%s; the reason is below): taken as values.")
		     : _("Suspicious zeros (%s; the reason is below): taken as missing, the safe "
			 "way."),
		number);
	fputc('\n', out);
}

static void
write_cards(FILE *out, const struct import_preview *p)
{
	fprintf(out, "  n  ");
	if (p->needs_cards)
		fprintf(out,
			P_("%d code has no card yet: correct it, or n makes the card.",
				"%d codes have no cards yet: correct them, or n makes the cards.",
				(unsigned long)p->needs_cards),
			p->needs_cards);
	else
		fprintf(out, "%s", _("Codes without a card: the cards are made."));
	fputc('\n', out);
}

static void
write_decisions(FILE *out, const struct import_preview *p, const struct import_options *o)
{
	fprintf(out, "\n%s\n", must_decide(p) ? _("TO DECIDE") : _("CAN BE CHANGED"));
	if (p->has_zeros)
		write_zeros(out, p, o->keep_zeros);
	if (p->kind == IMPORT_BDL && (p->needs_subgroup || o->subgroup))
		fprintf(out, "  p  %s%s\n", _("BDL subgroup: "),
			o->subgroup
				? o->subgroup
				: _("not known; press p and type its number before importing."));
	if (p->needs_older || o->allow_older)
		fprintf(out, "  s  %s\n",
			o->allow_older
				? _("An older register: adds only what was not known.")
				: _("An older register: refused; s takes what was not known."));
	if (p->needs_cards || o->new_indicators)
		write_cards(out, p);
	fprintf(out, "  k  %s%s\n", _("Encoding: "),
		o->encoding == ENCODING_DETECT ? _("found by the program")
					       : encoding_name(o->encoding));
}

static void
write_remark(FILE *out, const struct import_remark *r)
{
	char count[32];

	fprintf(out, "  %s %s", r->kind == REMARK_NOTE ? "-" : "!", r->text);
	if (r->count > 1)
		fprintf(out, " (%s×)", format_count(count, sizeof count, r->count));
	if (r->line > 0)
		fprintf(out, _(" [line %ld]"), r->line);
	fputc('\n', out);
}

/* Of a file that is not taken the reasons stand first, notes below. */
static void
write_reasons(FILE *out, const struct import_preview *p)
{
	int reasons = 0;

	for (int i = 0; i < p->remark_count; i++)
		reasons += p->remarks[i].kind == REMARK_REFUSED;
	fprintf(out, "\n! ");
	fprintf(out,
		P_("The file is not taken, for %d reason; nothing of it can be written:",
			"The file is not taken, for %d reasons; nothing of it can be written:",
			(unsigned long)(reasons ? reasons : 1)),
		reasons ? reasons : 1);
	fputc('\n', out);
	if (!reasons)
		fprintf(out, "  ! %s\n", p->refused);
	for (int i = 0; i < p->remark_count; i++)
		if (p->remarks[i].kind == REMARK_REFUSED)
			write_remark(out, &p->remarks[i]);
}

static void
write_remarks(FILE *out, const struct import_preview *p)
{
	bool begun = false;

	for (int i = 0; i < p->remark_count; i++) {
		if (p->remarks[i].kind == REMARK_REFUSED)
			continue;
		if (!begun)
			fprintf(out, "\n%s\n", _("REMARKS"));
		begun = true;
		write_remark(out, &p->remarks[i]);
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
	if (p->kind == IMPORT_PACKAGE)
		pair(out, _("Package"), p->sample_header);
	else
		pair(out, _("Encoding"), p->encoding);
	if (p->already)
		fprintf(out, "\n! %s\n", p->already);
	if (p->refused)
		write_reasons(out, p);
	fputc('\n', out);
	number(out, _("Rows"), p->counts.rows);
	if (p->kind != IMPORT_PACKAGE || p->counts.units)
		number(out, _("Units"), p->counts.units);
	if (p->bdl_units)
		number(out, _("of them BDL only"), p->bdl_units);
	if (p->series)
		number(out, _("Indicators"), p->series);
	if (p->first_year == p->last_year)
		snprintf(years, sizeof years, "%d", p->first_year);
	else
		snprintf(years, sizeof years, "%d–%d", p->first_year, p->last_year);
	if (p->first_year)
		pair(out, p->first_year == p->last_year ? _("Year") : _("Years"), years);
	fprintf(out, "\n%s:\n", counted(p->kind));
	number(out, _("New ones"), p->counts.new_values);
	number(out, _("Changed ones"), p->counts.changed);
	number(out, _("Unchanged"), p->counts.same);
	number(out, _("Left out"), p->counts.skipped);
	if (p->kind != IMPORT_PACKAGE)
		write_decisions(out, p, o);
	write_remarks(out, p);
	if (p->sample_header && p->kind != IMPORT_PACKAGE)
		fprintf(out, "\n%s\n  %s\n", _("BEGINNING OF THE FILE"), p->sample_header);
	fclose(out);
	return text;
}
