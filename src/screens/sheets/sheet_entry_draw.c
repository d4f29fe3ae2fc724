/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entry of a data sheet: its lines, and below them all about the selected one. */
#include "config.h"

#include "screens/sheets/sheet_entry.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "screens/frame/format.h"
#include "tui/wrap.h"

#include <math.h>
#include <stdio.h>

enum { MESSAGE = 5 }; /* line below the list */
enum { MEASURE = 9, BEFORE = 12, VALUE = 14, SIGN = 3, ABOVE = 3, BELOW = 9 };

static int
name_width(const struct canvas *c)
{
	return c->columns - MEASURE - BEFORE - VALUE - SIGN - 3;
}

static const char *
figure_text(const struct own_figure *f, int decimals, char *dst, size_t size)
{
	if (!f->indicator_id)
		return text_copy(dst, size, "");
	if (isnan(f->value))
		return text_copy(dst, size, f->missing);
	number_format(dst, size, f->value, -1);
	if (decimals > 0 &&
		f->value == round(f->value * number_power10(decimals)) / number_power10(decimals))
		number_format(dst, size, f->value, decimals);
	return dst;
}

void
sheet_entry_typed(const struct sheet_entry *e, char *dst, size_t size)
{
	char whole[48];
	double back;

	own_figure_show(e->figure.value, e->figure.missing, dst, size);
	if (isnan(e->figure.value) || e->line.decimals <= 0)
		return;
	(i18n_language() == LANGUAGE_POLISH ? number_comma : number_plain)(
		whole, sizeof whole, e->figure.value, e->line.decimals);
	if (number_parse(whole, &back) == 0 && back == e->figure.value)
		text_copy(dst, size, whole);
}

/* "!" unusual without a remark, "?" asked about, "v" verified, else "(?)" asked and answered. */
static const char *
sign_of(const struct sheet_entry *e, enum role *role)
{
	*role = ROLE_WARN;
	if (e->question)
		return "?";
	if (sheet_entry_unexplained(e))
		return "!";
	*role = ROLE_GOOD;
	if (e->figure.verified)
		return "v";
	*role = ROLE_HINT;
	return e->asked_count ? "(?)" : e->signs ? "(!)" : "";
}

/* The field fills its column, and its text ends where the other figures end: under the year. */
static void
draw_value(struct edit *e, struct canvas *c, int line, enum role role, bool focused)
{
	int column = name_width(c) + MEASURE + BEFORE + 1;
	int used = text_width(e->text) + 1; /* the cursor stands behind it */
	struct canvas part = canvas_part(c, line, column, 1, VALUE);

	used = used < VALUE ? used : VALUE;
	canvas_erase(&part, role);
	edit_draw(e, &part, 0, VALUE - used, used, role, focused);
}

static void
draw_row(struct entry_view *v, struct canvas *c, int line, int row)
{
	const struct sheet_entry *e = &v->rows[row];
	const struct own_figure *shown = sheet_entry_shown(e);
	bool here = row == v->selected;
	int name = name_width(c);
	const char *sign;
	enum role role;
	char text[96];

	canvas_printf(c, line, 0, name, here ? ROLE_SELECTED : ROLE_TEXT, "%2d. %s",
		e->line.position, e->line.name);
	canvas_text(c, line, name + 1, MEASURE - 1, ROLE_HINT, e->line.measure);
	canvas_right(c, line, name + MEASURE, BEFORE,
		isnan(e->before.value) ? ROLE_MISSING : ROLE_HINT,
		figure_text(&e->before, e->line.decimals, text, sizeof text));
	if (here)
		draw_value(&(struct edit){ .text = v->value, .size = sizeof v->value }, c, line,
			ROLE_FIELD, false);
	else
		canvas_right(c, line, name + MEASURE + BEFORE + 1, VALUE - 1,
			isnan(shown->value)  ? ROLE_MISSING
			: shown == &e->total ? ROLE_HINT
					     : ROLE_TEXT,
			figure_text(shown, e->line.decimals, text, sizeof text));
	sign = sign_of(e, &role);
	canvas_text(c, line, name + MEASURE + BEFORE + VALUE + 2, SIGN, role, sign);
}

static void
draw_head(const struct entry_view *v, struct canvas *c)
{
	int name = name_width(c);
	char day[32], year[16];

	canvas_printf(c, 0, 0, -1, ROLE_TITLE, "%s (%s)", v->r.unit_name, v->r.unit);
	canvas_printf(c, 1, 0, -1, ROLE_HINT, _("%s; filled in %d of %d; due: %s"),
		sheet_state_label(v->r.state), v->r.filled, v->r.lines,
		format_date(day, sizeof day, v->sheet.due_on));
	canvas_text(c, 2, 0, name, ROLE_TITLE, _("What is asked for"));
	canvas_text(c, 2, name + 1, MEASURE - 1, ROLE_TITLE, _("Meas."));
	snprintf(year, sizeof year, "%d", v->sheet.year - 1);
	canvas_right(c, 2, name + MEASURE, BEFORE, ROLE_TITLE, year);
	snprintf(year, sizeof year, "%d", v->sheet.year);
	canvas_right(c, 2, name + MEASURE + BEFORE + 1, VALUE - 1, ROLE_TITLE, year);
}

static void
draw_problem(const struct entry_view *v, struct canvas *c)
{
	const char *text = v->problem;
	size_t next = 1;

	for (int line = MESSAGE; line < c->rows && next; line++, text += next) {
		size_t length = wrap_line(text, c->columns, &next);

		canvas_printf(c, line, 0, -1, ROLE_ERROR, "%.*s", (int)length, text);
	}
}

static void
draw_answered(const struct sheet_question *q, struct canvas *c, int row)
{
	canvas_printf(c, row, 0, -1, ROLE_HINT, _("Question %d: %s"), q->number, q->question);
	canvas_printf(c, row + 1, 0, -1, ROLE_TEXT, _("Answer: %s"), q->answer);
}

static void
draw_words(struct entry_view *v, struct canvas *c, int row, enum entry_field field)
{
	struct edit rest = { .text = v->remark, .size = sizeof v->remark };
	bool here = v->field == field;
	int label = 8;

	if (field == ENTRY_SOURCE)
		rest = (struct edit){ .text = v->source, .size = sizeof v->source };
	canvas_text(
		c, row, 0, label, ROLE_LABEL, field == ENTRY_SOURCE ? _("Source") : _("Remark"));
	edit_draw(here ? &v->edit : &rest, c, row, label, c->columns - label,
		here ? ROLE_FOCUS : ROLE_FIELD, here);
}

/* Where the sheet is in the office's hands; handed in it stays as it is. */
static void
draw_total(const struct sheet_entry *e, bool handed_in, struct canvas *c)
{
	char text[96];

	figure_text(&e->total, e->line.decimals, text, sizeof text);
	if (!handed_in)
		canvas_printf(c, MESSAGE, 0, -1, ROLE_HINT,
			_("Totals of decisions say %s; type a figure only if another one counts."),
			text);
	else if (!e->figure.indicator_id)
		canvas_printf(c, MESSAGE, 0, -1, ROLE_HINT,
			_("Totals of decisions say %s; this line changes with them."), text);
	else
		canvas_printf(c, MESSAGE, 0, -1, ROLE_WARN,
			_("Totals of decisions say %s now; the sheet stays as it was handed in."),
			text);
}

static void
draw_below(struct entry_view *v, struct canvas *c)
{
	const struct sheet_entry *e = &v->rows[v->selected];
	bool handed_in = v->r.state == SHEET_SENT || v->r.state == SHEET_VERIFIED;
	struct arena arena = { 0 };

	canvas_horizontal(c, 0, 0, c->columns, ROLE_FRAME);
	canvas_printf(c, 1, 0, -1, ROLE_TEXT, "%s  %s", e->line.code, e->line.name);
	canvas_text(c, 2, 0, -1, ROLE_HINT, e->line.definition);
	draw_words(v, c, 3, ENTRY_REMARK);
	draw_words(v, c, 4, ENTRY_SOURCE);
	if (v->problem[0])
		draw_problem(v, c);
	else if (e->question)
		canvas_printf(c, MESSAGE, 0, -1, ROLE_WARN, _("Question %d: %s"),
			e->question->number, e->question->question);
	else if (e->signs & SHEET_TOTAL && handed_in)
		draw_total(e, true, c);
	else if (e->signs)
		canvas_printf(c, MESSAGE, 0, -1, sheet_entry_unexplained(e) ? ROLE_WARN : ROLE_HINT,
			sheet_entry_unexplained(e) ? _("Unusual: %s. A remark says why.")
						   : _("Unusual: %s."),
			sheet_signs_text(e, &arena));
	else if (e->total.indicator_id && !e->figure.indicator_id)
		draw_total(e, handed_in, c);
	else if (e->figure.verified)
		canvas_text(c, MESSAGE, 0, -1, ROLE_HINT,
			_("v: the office that keeps the group has verified it."));
	if (!v->problem[0] && !e->question && e->asked_count)
		draw_answered(&e->asked[e->asked_count - 1], c,
			MESSAGE + (e->signs || e->figure.verified));
	arena_release(&arena);
}

void
sheet_entry_draw(void *self, struct canvas *c)
{
	struct entry_view *v = self;
	int lines = c->rows - ABOVE - BELOW + 1;
	struct canvas below;

	draw_head(v, c);
	if (!v->count) {
		canvas_text(c, ABOVE + 1, 0, -1, ROLE_HINT,
			_("The sheet asks for nothing yet: F4 in the list of sheets."));
		return;
	}
	if (v->selected < v->top)
		v->top = v->selected;
	if (v->selected >= v->top + lines)
		v->top = v->selected - lines + 1;
	for (int i = 0; i < lines && v->top + i < v->count; i++)
		draw_row(v, c, ABOVE + i, v->top + i);
	below = canvas_part(c, c->rows - BELOW + 1, 0, BELOW - 1, c->columns);
	draw_below(v, &below);
	if (v->field == ENTRY_VALUE)
		draw_value(&v->edit, c, ABOVE + v->selected - v->top, ROLE_FOCUS, true);
}
