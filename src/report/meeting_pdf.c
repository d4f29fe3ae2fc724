/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list to sign and certificates as pages: high rows with a box for each signature, a page for
 * each person. */
#include "config.h"

#include "report/meeting_papers_parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "report/pdf_sheet.h"

#define TEXT 10.0
#define ROW 26.0 /* high enough for a pen */
#define NUMBER_WIDTH 34.0
#define SIGNATURE_LEAST 70.0
#define DOTS                                                                                       \
	"........................................................................................" \
	".."
#define SPARE_ROWS 4 /* for guests who come without having been invited */

static void
put_heading(struct meeting_sheet *s, struct sheet *p)
{
	const char *heading = meeting_sheet_heading(s);

	if (heading[0]) {
		sheet_paragraph(p, PDF_REGULAR, TEXT, 0, heading);
		p->y += 12;
	}
}

static void
put_center(struct sheet *p, enum pdf_font font, double size, const char *text)
{
	const char **lines;
	int count = pdf_wrap(p->pdf, font, size, p->width, text, p->arena, &lines);

	for (int i = 0; i < count; i++) {
		double width = pdf_width(p->pdf, font, size, lines[i]);

		p->y += size * 1.35;
		pdf_text(p->pdf, font, size, SHEET_MARGIN + (p->width - width) / 2, p->y, lines[i]);
	}
}

/* ---- the list to sign ---- */

struct grid { /* columns: number, name, unit, a signature for each day */
	struct sheet *p;
	double name, unit, signature;
	int days;
};

static void
put_cell(struct grid *g, double x, double width, double high, enum pdf_font font, const char *text)
{
	struct sheet *p = g->p;
	const char **lines;
	double size = TEXT;
	int count;

	pdf_box(p->pdf, 0.5, x, p->y, width, high);
	do { /* two lines fit, and a long name in smaller letters */
		count = pdf_wrap(p->pdf, font, size, width - 8, text, p->arena, &lines);
	} while (count > 2 && (size -= 1) > 6);
	for (int i = 0; i < count && i < 3; i++)
		pdf_text(p->pdf, font, size, x + 4,
			p->y + (high - count * size * 1.2) / 2 + (i + 1) * size * 1.2 - size * 0.3,
			lines[i]);
}

static void
put_row(struct grid *g, enum pdf_font font, const char *number, const char *name, const char *unit,
	struct meeting_sheet *s)
{
	double x = SHEET_MARGIN;

	put_cell(g, x, NUMBER_WIDTH, ROW, font, number);
	put_cell(g, x += NUMBER_WIDTH, g->name, ROW, font, name);
	put_cell(g, x += g->name, g->unit, ROW, font, unit);
	x += g->unit;
	for (int day = 1; day <= g->days; day++, x += g->signature)
		put_cell(g, x, g->signature, ROW, font,
			font == PDF_BOLD ? meeting_signature_head(s, day) : "");
	g->p->y += ROW;
}

static void
put_head(struct grid *g, struct meeting_sheet *s)
{
	put_row(g, PDF_BOLD, _("No."), C_("person", "Name"), _("Unit"), s);
}

int
meeting_signatures_pdf(struct meeting_sheet *s, struct output *out, struct error *err)
{
	struct sheet p;
	struct pdf *pdf;
	struct grid g = { .p = &p, .days = s->days };

	if (pdf_open(&pdf, s->fonts ? s->fonts : "", s->title, err) < 0)
		return -1;
	sheet_start(&p, pdf, s->arena, s->days > 2);
	sheet_page(&p);
	put_heading(s, &p);
	sheet_paragraph(&p, PDF_BOLD, 16, 0, s->title);
	p.y += 4;
	sheet_paragraph(&p, PDF_REGULAR, TEXT, 0, s->meeting.group_name);
	sheet_paragraph(&p, PDF_REGULAR, TEXT, 0, s->named);
	sheet_paragraph(&p, PDF_REGULAR, TEXT, 0, s->when);
	/* where nobody knows yet, a line for the pen */
	sheet_paragraph(&p, PDF_REGULAR, TEXT, 0,
		s->where[0] ? s->where : arena_format(s->arena, "%s: %.90s", _("Where"), DOTS));
	p.y += 10;
	g.signature = (p.width - NUMBER_WIDTH) * (s->days == 1 ? 0.34 : 0.5) / s->days;
	if (g.signature < SIGNATURE_LEAST && s->days <= 5)
		g.signature = SIGNATURE_LEAST;
	g.name = (p.width - NUMBER_WIDTH - g.signature * s->days) * 0.48;
	g.unit = p.width - NUMBER_WIDTH - g.signature * s->days - g.name;
	put_head(&g, s);
	for (int i = 0; i < s->count + SPARE_ROWS; i++) {
		const struct participant *who = i < s->count ? &s->people[i] : NULL;

		if (p.y + ROW > p.bottom) {
			sheet_page(&p);
			put_head(&g, s);
		}
		put_row(&g, PDF_REGULAR, arena_format(s->arena, "%d", i + 1), who ? who->name : "",
			who ? meeting_sheet_unit(s, who) : "", s);
	}
	sheet_numbers(&p);
	return pdf_commit(pdf, out, err);
}

/* ---- certificates ---- */

static void
put_certificate(struct meeting_sheet *s, struct sheet *p, const struct participant *who)
{
	const char *unit = meeting_sheet_unit(s, who);
	char today[24];

	sheet_page(p);
	put_heading(s, p);
	if (s->case_mark[0])
		sheet_paragraph(p, PDF_REGULAR, TEXT, 0, s->case_mark);
	sheet_paragraph(p, PDF_REGULAR, TEXT, 0, date_format(today, sizeof today, clock_today()));
	p->y += 110;
	put_center(p, PDF_BOLD, 22, s->title);
	p->y += 40;
	put_center(p, PDF_BOLD, 18, who->name);
	if (unit[0])
		put_center(p, PDF_REGULAR, 13, unit);
	p->y += 24;
	put_center(p, PDF_REGULAR, 12, meeting_certificate_text(s));
	p->y += 110;
	pdf_line(p->pdf, 0.5, SHEET_MARGIN + p->width - 210, p->y, SHEET_MARGIN + p->width, p->y);
	p->y += 12;
	pdf_text(p->pdf, PDF_REGULAR, 8, SHEET_MARGIN + p->width - 210, p->y,
		_("date and signature"));
}

int
meeting_certificates_pdf(struct meeting_sheet *s, struct output *out, struct error *err)
{
	struct sheet p;
	struct pdf *pdf;

	if (pdf_open(&pdf, s->fonts ? s->fonts : "", s->title, err) < 0)
		return -1;
	sheet_start(&p, pdf, s->arena, false);
	for (int i = 0; i < s->count; i++)
		put_certificate(s, &p, &s->people[i]);
	return pdf_commit(pdf, out, err);
}
