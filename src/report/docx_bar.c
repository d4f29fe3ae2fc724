/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar alone is the shade of an empty paragraph that ends where the bar does. One with signs is a
 * line of tabulators, shaded up to the bar's end, with the signs between them. */
#include "config.h"

#include "report/docx_bar.h"

#include "report/bar_sign.h"

/* A sign's own room, and what is kept free behind the last place: signs that stand in one another's
 * way give way to the right. */
enum { SIGN_ROOM = 150, ROOM_BEHIND = REPORT_SIGNS * SIGN_ROOM };

struct piece { /* a tabulator up to a place, or a sign */
	const char *sign;
	int place;
	bool shaded;
};

struct line {
	struct piece pieces[4 * REPORT_SIGNS + 2];
	int count;
	int at;         /* where the next piece begins */
	int start, end; /* of the bar */
};

static void
shade(struct xml_writer *w)
{
	xml_open(w, "w:shd");
	xml_attribute(w, "w:val", "clear");
	xml_attribute(w, "w:color", "auto");
	xml_attribute(w, "w:fill", "595959");
	xml_close(w);
}

/* ---- a bar alone ---- */

static void
plain_bar(struct xml_writer *w, int room, double from, double to)
{
	if (to <= from)
		return;
	shade(w);
	xml_open(w, "w:ind");
	if (from > 0)
		xml_number(w, "w:left", (long)(room * from + 0.5));
	xml_number(w, "w:right", (long)(room * (1 - to) + 0.5));
	xml_close(w);
}

/* ---- with signs ---- */

static void
tab_to(struct line *l, int place)
{
	if (place <= l->at)
		return;
	l->pieces[l->count++] =
		(struct piece){ .place = place, .shaded = l->at >= l->start && place <= l->end };
	l->at = place;
}

static void
add_sign(struct line *l, enum report_sign sign, int place)
{
	if (l->start <= place)
		tab_to(l, l->start);
	if (l->end <= place)
		tab_to(l, l->end);
	tab_to(l, place);
	l->pieces[l->count++] = (struct piece){ .sign = report_sign_glyph(sign) };
	l->at += SIGN_ROOM;
}

/* The sign that comes next to the right of a place: the last kind of those that share one. */
static int
next_sign(const int *places, int behind)
{
	int next = -1;

	for (int sign = 0; sign < REPORT_SIGNS; sign++)
		if (places[sign] > behind && (next < 0 || places[sign] <= places[next]))
			next = sign;
	return next;
}

static void
lay_out(struct line *l, int room, const struct report_column *column,
	const struct report_cell *cell)
{
	int places[REPORT_SIGNS], sign;
	double from, to;

	if (!report_bar_ends(column, cell, &from, &to))
		from = to = 0;
	*l = (struct line){ .start = (int)(from * room + 0.5), .end = (int)(to * room + 0.5) };
	for (sign = 0; sign < REPORT_SIGNS; sign++) {
		double share = report_sign_share(column, cell, (enum report_sign)sign);

		places[sign] = share < 0 ? -1 : (int)(share * room + 0.5);
	}
	for (int behind = -1; (sign = next_sign(places, behind)) >= 0; behind = places[sign])
		add_sign(l, (enum report_sign)sign, places[sign]);
	tab_to(l, l->start);
	tab_to(l, l->end);
}

static void
tabulators(struct xml_writer *w, const struct line *l)
{
	xml_open(w, "w:tabs");
	for (int i = 0; i < l->count; i++) {
		if (l->pieces[i].sign)
			continue;
		xml_open(w, "w:tab");
		xml_attribute(w, "w:val", "left");
		xml_number(w, "w:pos", l->pieces[i].place);
		xml_close(w);
	}
	xml_close(w);
}

static void
put_piece(struct xml_writer *w, const struct piece *p)
{
	xml_open(w, "w:r");
	if (p->shaded) {
		xml_open(w, "w:rPr");
		shade(w);
		xml_close(w);
	}
	if (p->sign)
		xml_element(w, "w:t", p->sign);
	else
		xml_element(w, "w:tab", "");
	xml_close(w);
}

void
docx_bar(struct xml_writer *w, const char *style, int room, const struct report_column *column,
	const struct report_cell *cell)
{
	struct line l = { .count = 0 };
	double from, to;

	if (cell->signs)
		lay_out(&l, room - ROOM_BEHIND, column, cell);
	xml_open(w, "w:p");
	xml_open(w, "w:pPr");
	xml_open(w, "w:pStyle");
	xml_attribute(w, "w:val", style);
	xml_close(w);
	if (l.count > 0)
		tabulators(w, &l);
	else if (report_bar_ends(column, cell, &from, &to))
		plain_bar(w, room, from, to);
	xml_close(w);
	for (int i = 0; i < l.count; i++)
		put_piece(w, &l.pieces[i]);
	xml_close(w);
}
