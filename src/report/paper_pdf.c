/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the pieces of a paper form on pages. Each page of the questionnaire is set as airy as its
 * sheet allows, or a little denser so that it fits, as long as it stays easy to read. */
#include "config.h"

#include "base/i18n.h"
#include "report/paper_pieces.h"

#include <stdio.h>

static const struct {
	double gaps, type;
} densities[] = { { 1.7, 1 }, { 1.5, 1 }, { 1.3, 1 }, { 1.15, 1 }, { 1, 1 }, { 0.85, 0.98 },
	{ 0.7, 0.96 }, { 0.55, 0.93 }, { 0.45, 0.9 } };

enum { DENSITIES = sizeof(densities) / sizeof(densities[0]), USUAL = 4 };

/* ---- the edges of a page ---- */

static void
draw_edges(const struct layout *l)
{
	const struct paper *p = l->paper;
	char page[16], pages[16];
	const char *text;

	pdf_grey(l->pdf, 0.3);
	snprintf(page, sizeof(page), "%d", l->page);
	snprintf(pages, sizeof(pages), "%d", l->pages);
	text = paper_phrase(p, WORD_PAGE, page, pages);
	pdf_text(l->pdf, PDF_REGULAR, 7, PAPER_LEFT, PAPER_FOOT, p->foot);
	pdf_text(l->pdf, PDF_REGULAR, 7,
		PAPER_RIGHT - pdf_width(l->pdf, PDF_REGULAR, 7, text), PAPER_FOOT, text);
	if (l->page > 1) {
		double x = PAPER_RIGHT - 78;
		const char *number = paper_word(p, WORD_NUMBER_SHORT);

		const char **lines;

		pdf_wrap(l->pdf, PDF_REGULAR, 7, x - PAPER_LEFT - 40, p->title, p->arena, &lines);
		pdf_text(l->pdf, PDF_REGULAR, 7, PAPER_LEFT, PAPER_TOP + 9, lines[0]);
		pdf_text(l->pdf, PDF_REGULAR, 7,
			x - 4 - pdf_width(l->pdf, PDF_REGULAR, 7, number), PAPER_TOP + 9, number);
		pdf_box(l->pdf, 0.5, x, PAPER_TOP, 78, 13);
	}
	pdf_grey(l->pdf, 0);
}

static void
new_page(struct layout *l)
{
	l->page++;
	l->fresh = true;
	l->y = l->page == 1 ? PAPER_TOP : PAPER_TOP + 24;
	if (l->dry)
		return;
	pdf_page(l->pdf);
	draw_edges(l);
}

/* ---- piece after piece ---- */

static void
put(struct layout *l, const struct piece *piece)
{
	if (piece->kind == PIECE_BREAK || (piece->kind == PIECE_SPACE && l->fresh))
		return;
	if (!l->dry)
		piece_draw(l, piece);
	l->y += piece->height;
	l->fresh = false;
}

/* A table that goes on begins with its head again. */
static void
put_on_new_page(struct layout *l, const struct piece *piece)
{
	new_page(l);
	if (piece->kind == PIECE_GRID_ROW && piece->row > 0)
		put(l, &l->pieces[piece->head]);
}

static int
run_of(const struct layout *l, int from, double *height)
{
	int i = from;

	*height = 0;
	for (;; i++) {
		*height += l->pieces[i].height;
		if (!l->pieces[i].glue || i + 1 == l->count)
			return i + 1;
	}
}

static void
put_all(struct layout *l)
{
	new_page(l);
	for (int i = 0; i < l->count;) {
		double height;
		int end = run_of(l, i, &height);

		if (l->pieces[i].kind == PIECE_BREAK) {
			if (!l->fresh)
				new_page(l);
		} else if (!l->fresh && l->y + height > PAPER_BOTTOM &&
			height < PAPER_BOTTOM - PAPER_TOP - 24) {
			put_on_new_page(l, &l->pieces[i]);
		}
		for (; i < end; i++) {
			if (!l->fresh && l->y + l->pieces[i].height > PAPER_BOTTOM)
				put_on_new_page(l, &l->pieces[i]);
			put(l, &l->pieces[i]);
		}
	}
}

/* ---- the whole ---- */

static void
cut_at(struct layout *l, int density, int from, int to)
{
	l->gaps = densities[density].gaps;
	l->type = densities[density].type;
	pieces_cut(l, from, to);
}

/* How many sheets a page of the questionnaire takes. */
static int
sheets_at(const struct layout *l, int density, int from, int to)
{
	struct layout trial = { .paper = l->paper, .pdf = l->pdf, .dry = true };

	trial.page = from > 0;
	cut_at(&trial, density, from, to);
	put_all(&trial);
	return trial.page - (from > 0);
}

static int
choose_density(const struct layout *l, int from, int to, int *sheets)
{
	int best = USUAL;

	*sheets = 0;
	for (int i = 0; i < DENSITIES; i++) {
		int count = sheets_at(l, i, from, to);

		if (count == 1) {
			*sheets = 1;
			return i;
		}
		if (i >= USUAL && (*sheets == 0 || count < *sheets)) {
			*sheets = count;
			best = i;
		}
	}
	return best;
}

static void
cut_pages(struct layout *l, struct paper *p)
{
	for (int from = 0, to; from < p->count || from == 0; from = to) {
		int page = p->count ? p->items[from].page : 1, sheets, density;

		for (to = from; to < p->count && p->items[to].page <= page; to++)
			;
		density = choose_density(l, from, to, &sheets);
		if (sheets > 1)
			paper_remark(p, arena_format(p->arena,
				_("Page %d of the questionnaire takes %d sheets."), page, sheets));
		cut_at(l, density, from, to);
		l->pages += sheets;
		if (to == from || to >= p->count)
			break;
		pieces_break(l);
	}
}

int
paper_as_pdf(struct paper *p, struct output *out, int *pages, struct error *err)
{
	struct layout l = { .paper = p };

	if (pdf_open(&l.pdf, p->request->fonts ? p->request->fonts : "", p->title, err))
		return -1;
	cut_pages(&l, p);
	put_all(&l);
	*pages = l.page;
	return pdf_commit(l.pdf, out, err);
}
