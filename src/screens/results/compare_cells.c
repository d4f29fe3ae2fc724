/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the comparison of waves and units shows. */
#include "config.h"

#include "screens/results/compare.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/units/unit_told.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIGNIFICANT = 5 /* per cent */ };
/* Of columns: a wave named by its code or by a number and the year, and the difference to the one
 * before. As many waves as there may be fit into 80 with the narrow ones. */
enum { CODE_WIDTH = 13, NUMBER_WIDTH = 9, CHANGE_WIDTH = 10, CHANGE_NARROW = 6 };

/* ---- numbers ---- */

static double
shown(const struct compared_row *row, double value)
{
	return row->kind == COMPARED_MEAN ? value : value * 100;
}

static const char *
value_text(const struct wave_compare *x, int at, int wave, char *dst, size_t size)
{
	const struct compared_row *row = &x->rows[at];
	const struct compared_cell *cell = &x->cells[at * x->wave_count + wave];

	if (cell->hidden)
		return text_copy(dst, size, "#");
	if (isnan(cell->value))
		return text_copy(dst, size, "–");
	return column_figure(row->kind == COMPARED_MEAN ? x->waves[wave].table.column : NULL, dst,
		size, shown(row, cell->value), wave_compare_decimals(x, at, wave));
}

static bool
significant(const struct compared_cell *cell)
{
	return !isnan(cell->p) && cell->p * 100 < SIGNIFICANT;
}

/* "+3,4*"; nothing where there is nothing to compare with. */
static const char *
difference_text(const struct wave_compare *x, int at, int wave, char *dst, size_t size)
{
	const struct compared_row *row = &x->rows[at];
	const struct compared_cell *cell = &x->cells[at * x->wave_count + wave];
	char number[32];

	dst[0] = '\0';
	if (isnan(cell->difference))
		return dst;
	number_format(number, sizeof number, fabs(shown(row, cell->difference)),
		wave_compare_decimals(x, at, wave));
	snprintf(dst, size, "%s%s%s", cell->difference < 0 ? "-" : "+", number,
		significant(cell) ? "*" : "");
	return dst;
}

static const char *
count_text(long n, char *dst, size_t size)
{
	if (n < 0)
		text_copy(dst, size, "#");
	else
		snprintf(dst, size, "%ld", n);
	return dst;
}

/* ---- columns ---- */

static const struct list_column unit_columns[] = {
	{ N_("Unit"), 0, false },
	{ N_("Year"), 4, true },
	{ N_("Wave"), 18, false },
	{ N_("n"), 5, true },
	{ N_("Value"), 8, true },
	{ N_("To own"), 10, true },
};

/* The first wave that is shown is number 1. */
static const struct compared_wave *
wave_at(const struct compare_view *v, int number)
{
	int at = v->first + number - 1;

	return number >= 1 && at < v->compared.wave_count ? &v->compared.waves[at] : NULL;
}

/* Codes that are cut would be alike: then a number and the year stand in the head, and the number
 * leads to the code in the line above. */
static bool
heads_fit(const struct compare_view *v, int waves)
{
	for (int i = 1; i <= waves; i++)
		if (text_width(wave_at(v, i)->wave.code) > CODE_WIDTH - 2)
			return false;
	return waves < COMPARE_WAVES;
}

static const char *
wave_head(struct compare_view *v, int at, bool fits)
{
	const struct compared_wave *w = wave_at(v, at);
	const char *mark = w->reworded || w->other_answers ? " ~" : "";

	if (fits)
		return arena_format(&v->base.arena, "%s%s", w->wave.code, mark);
	return arena_format(&v->base.arena, "%d) %d%s", at, w->wave.year, mark);
}

const struct list_column *
compare_columns(struct compare_view *v, int *count)
{
	int waves = v->compared.wave_count - v->first, used = 0;

	if (v->units) {
		*count = sizeof unit_columns / sizeof *unit_columns;
		return unit_columns;
	}
	waves = waves > COMPARE_WAVES ? COMPARE_WAVES : waves;
	v->columns[used++] = (struct list_column){ N_("Answer, figure"), 0, false };
	v->numbered = !heads_fit(v, waves);
	for (int i = 1; i <= waves; i++) {
		v->columns[used++] = (struct list_column){ wave_head(v, i, !v->numbered),
			v->numbered ? NUMBER_WIDTH : CODE_WIDTH, true };
		if (i > 1) /* nothing stands before the first one */
			v->columns[used++] = (struct list_column){ N_("Change"),
				waves <= 2 ? CHANGE_WIDTH : CHANGE_NARROW, true };
	}
	*count = used;
	return v->columns;
}

const char **
compare_unit_names(struct compare_view *v)
{
	const struct wave_compare *x = &v->compared;
	struct arena *arena = &v->base.arena;
	struct error ignored = { 0 };
	const struct unit_table *units = v->units ? app_units(v->base.app, &ignored) : NULL;
	int *slots;

	if (!units)
		return NULL;
	slots = arena_array(arena, (size_t)x->wave_count + 1, sizeof *slots);
	for (int i = 0; i < x->wave_count; i++)
		slots[i] = x->waves[i].wave.slot;
	return unit_labels_among(units, slots, x->wave_count, arena);
}

static void
unit_cell(const struct compare_view *v, int at, int column, struct list_cell *c)
{
	const struct wave_compare *x = &v->compared;
	const struct compared_wave *w = &x->waves[at];

	if (w->own)
		c->role = ROLE_OWN;
	switch (column) {
	case 0:
		snprintf(c->text, sizeof c->text, "%s%s", w->own ? "* " : "",
			v->unit_names && w->wave.slot != NO_WAVE_UNIT ? v->unit_names[w->wave.slot]
								      : "");
		break;
	case 1:
		snprintf(c->text, sizeof c->text, "%d", w->wave.year);
		break;
	case 2:
		text_copy(c->text, sizeof c->text, w->wave.code);
		break;
	case 3:
		if (w->asked && w->keyed)
			count_text(wave_compare_answers(x, v->at, at), c->text, sizeof c->text);
		break;
	case 4:
		value_text(x, v->at, at, c->text, sizeof c->text);
		break;
	default:
		difference_text(x, v->at, at, c->text, sizeof c->text);
		break;
	}
}

void
compare_cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct compare_view *v = self;
	const struct wave_compare *x = &v->compared;
	int number = 1 + column / 2, wave = v->first + number - 1;

	if (v->units) {
		unit_cell(v, row, column, c);
		return;
	}
	if (column == 0) {
		text_copy(c->text, sizeof c->text, x->rows[row].label);
		return;
	}
	if (!wave_at(v, number))
		return;
	if (column > 1 && column % 2 == 1) {
		difference_text(x, row, wave, c->text, sizeof c->text);
		return;
	}
	value_text(x, row, wave, c->text, sizeof c->text);
	if (x->cells[row * x->wave_count + wave].hidden)
		c->role = ROLE_MISSING;
}

/* ---- the lines above ---- */

static bool
any_random(const struct wave_compare *x)
{
	int random = 0;

	for (int i = 0; i < x->wave_count; i++)
		random += x->waves[i].asked && x->waves[i].keyed &&
			  x->waves[i].wave.sample == SAMPLE_RANDOM;
	return random > 1;
}

static void
wave_size(const struct compare_view *v, int number, char *dst, size_t size)
{
	const struct compared_wave *w = wave_at(v, number);
	char n[24], at[16] = "";

	if (v->numbered)
		snprintf(at, sizeof at, "%d) ", number);
	snprintf(dst, size, "%s%s %s", at, w->wave.code,
		!w->asked    ? _("not asked")
		: !w->keyed  ? _("not keyed")
			     : count_text(w->table.valid, n, sizeof n));
}

/* In as many of the lines as it takes, no wave parted; how many. */
static int
draw_sizes(const struct compare_view *v, struct canvas *c, int row, int lines)
{
	const char *first = _("Answered:");
	int column = text_width(first), last = row + lines - 1, top = row;
	char text[128];

	canvas_text(c, row, 0, c->columns, ROLE_TEXT, first);
	for (int i = 1; i <= COMPARE_WAVES && wave_at(v, i); i++) {
		wave_size(v, i, text, sizeof text);
		if (column + 2 + text_width(text) > c->columns && row < last) {
			row++;
			column = text_width(first);
		}
		canvas_text(c, row, column + 2, c->columns - column - 2, ROLE_TEXT, text);
		column += 2 + text_width(text);
	}
	return row - top + 1;
}

static const char *
difference_hint(bool tested, bool units)
{
	if (tested && units)
		return _("Difference to the own unit in percentage points, of a mean in points; "
			 "* = p < 0.05.");
	if (tested)
		return _("Newer minus older in percentage points, of a mean in points; * = p < "
			 "0.05.");
	if (units)
		return _("Difference to the own unit in p.p., of a mean in points; samples not "
			 "random: no test.");
	return _("Newer minus older in p.p., of a mean in points; samples not random: no test.");
}

void
compare_above(void *self, struct canvas *c)
{
	const struct compare_view *v = self;
	const struct wave_compare *x = &v->compared;
	int row = 1;

	if (!x->wave_count)
		return;
	canvas_text(c, 0, 0, c->columns, ROLE_LABEL, x->wording);
	if (v->units)
		canvas_printf(c, row++, 0, c->columns, ROLE_TEXT, "%s; %s", x->rows[v->at].label,
			v->group ? v->group_name : _("all units that asked"));
	else
		row += draw_sizes(v, c, row, 2);
	canvas_text(c, row, 0, c->columns, ROLE_HINT,
		difference_hint(any_random(x), v->units));
}

/* ---- one row in words ---- */

static void
write_wave(FILE *out, const struct wave_compare *x, int at, int wave)
{
	const struct compared_row *row = &x->rows[at];
	const struct compared_wave *w = &x->waves[wave];
	const struct compared_cell *cell = &x->cells[at * x->wave_count + wave];
	int decimals = wave_compare_decimals(x, at, wave);
	char value[48], difference[48], low[48], high[48], p[48], n[24];

	fprintf(out, "%s (%d): ", w->wave.code, w->wave.year);
	if (!w->asked || !w->keyed) {
		fprintf(out, "%s\n", w->asked ? _("not keyed yet") : _("not asked"));
		return;
	}
	fprintf(out, "%s%s, n = %s", value_text(x, at, wave, value, sizeof value),
		row->kind == COMPARED_MEAN ? "" : row->kind == COMPARED_NET ? _(" p.p.") : " %",
		count_text(wave_compare_answers(x, at, wave), n, sizeof n));
	if (!isnan(cell->difference))
		fprintf(out, _("; difference %s"),
			difference_text(x, at, wave, difference, sizeof difference));
	if (!isnan(cell->p))
		fprintf(out, _(" (from %s to %s; p = %s)"),
			number_format(low, sizeof low, shown(row, cell->low), decimals),
			number_format(high, sizeof high, shown(row, cell->high), decimals),
			number_format(p, sizeof p, cell->p, 3));
	fputc('\n', out);
	if (w->reworded)
		fprintf(out, _("   asked in other words: %s\n"), w->wording);
	if (w->other_answers)
		fprintf(out, "   %s\n", _("other answers could be chosen"));
}

char *
compare_text(const struct compare_view *v, int row)
{
	const struct wave_compare *x = &v->compared;
	int what = v->units ? v->at : row;
	struct arena notes = { 0 };
	const char *const *lines;
	char *text = NULL;
	size_t size;
	int count;
	FILE *out = open_memstream(&text, &size);

	if (!out)
		return NULL;
	fprintf(out, "%s\n%s\n\n", x->wording, x->rows[what].label);
	for (int i = 0; i < x->wave_count; i++)
		if (!v->units || i == row || x->waves[i].own)
			write_wave(out, x, what, i);
	count = wave_compare_notes(x, &notes, &lines);
	for (int i = 0; i < count; i++)
		fprintf(out, "\n%s", lines[i]);
	arena_release(&notes);
	return fclose(out) ? (free(text), NULL) : text;
}
