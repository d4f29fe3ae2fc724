/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing of the form: label, field, error beside it, rows that a lookup found. */
#include "config.h"

#include "tui/form.h"

#include "base/i18n.h"
#include "base/text.h"
#include "tui/wrap.h"

#include <string.h>

enum { LABEL_MOST = 30, ROWS_USUAL = 4, FIELD_USUAL = 44, FIELD_LEAST = 4 };

static int
height(const struct field *field)
{
	if (field->kind != FIELD_LINES)
		return 1;
	return field->rows ? field->rows : ROWS_USUAL;
}

static int
label_width(const struct form *f)
{
	int widest = 0;

	for (int i = 0; i < f->count; i++) {
		int width = f->fields[i].kind == FIELD_NOTE ? 0 : text_width(_(f->fields[i].label));

		if (width > widest)
			widest = width;
	}
	return (widest < LABEL_MOST ? widest : LABEL_MOST) + 2;
}

static int
field_width(const struct form *f, int i, int room)
{
	const struct field *field = &f->fields[i];
	int width = field->width;

	if (!width && field->kind == FIELD_LINES)
		width = room;
	else if (!width)
		width = field->size && field->size < FIELD_USUAL ? (int)field->size : FIELD_USUAL;
	if (width < FIELD_LEAST)
		width = FIELD_LEAST;
	return width < room ? width : room;
}

static const char *
choice_text(const struct form *f, int i)
{
	const struct field *field = &f->fields[i];
	int value;

	memcpy(&value, (const char *)f->data + field->offset, sizeof(value));
	if (field->kind == FIELD_YES_NO)
		return value ? _("yes") : _("no");
	for (int j = 0; field->choices && field->choices[j]; j++)
		if (j == value)
			return _(field->choices[j]);
	return "";
}

/* Draws the value; returns the columns it takes. */
static int
draw_value(struct form *f, struct canvas *c, int i, int row, int column, int width)
{
	const struct field *field = &f->fields[i];
	bool focused = i == f->focus;
	enum role role = focused ? ROLE_FOCUS : field->fixed ? ROLE_TEXT : ROLE_FIELD;
	char *text = (char *)f->data + field->offset;

	if (field->kind == FIELD_CHOICE || field->kind == FIELD_YES_NO) {
		canvas_text(c, row, column, 1, ROLE_HINT, focused ? "<" : " ");
		width = canvas_text(c, row, column + 1, width, role, choice_text(f, i));
		canvas_text(c, row, column + 1 + width, 1, ROLE_HINT, focused ? ">" : " ");
		if (focused)
			canvas_cursor(c, row, column + 1);
		return width + 2;
	}
	if (field->kind == FIELD_LINES) {
		struct canvas part = canvas_part(c, row, column, height(field), width);
		struct textarea other;

		textarea_start(&other, text, field->size);
		other.caret = 0; /* its beginning is shown */
		textarea_draw(focused ? &f->area : &other, &part, role, focused);
		return width;
	}
	if (focused) {
		edit_draw(&f->edit, c, row, column, width, role, true);
	} else {
		canvas_fill(c, row, column, 1, width, role, " ");
		canvas_text(c, row, column, width, role, text);
	}
	return width;
}

/* Rows that the sentence takes below its field; 0 = it stands beside it. */
static int
error_rows(const struct form *f, const struct canvas *c, int labels)
{
	int i = f->error_field, used;

	if (i < 0)
		return 0;
	used = labels + 1 + field_width(f, i, c->columns - labels - 2);
	if (f->fields[i].kind == FIELD_CHOICE || f->fields[i].kind == FIELD_YES_NO)
		used = labels + 3 + text_width(choice_text(f, i));
	if (c->columns - used - 1 >= text_width(f->error))
		return 0;
	return wrap_count(f->error, c->columns - labels - 1, NULL);
}

/* In rows of its own below the field; over the field where the window is too low for both. */
static void
draw_error(const struct form *f, struct canvas *c, int row, int rows, int labels)
{
	const char *text = f->error;
	size_t next;

	row += height(&f->fields[f->error_field]);
	if (f->focus == f->error_field && row + rows > c->rows)
		row = c->rows > rows ? c->rows - rows : 0;
	for (int i = 0; i < rows; i++, text += next) {
		size_t length = wrap_line(text, c->columns - labels - 1, &next);

		canvas_fill(c, row + i, 0, 1, c->columns, ROLE_TEXT, " ");
		canvas_printf(c, row + i, labels + 1, -1, ROLE_ERROR, "%.*s", (int)length, text);
	}
}

static void
draw_field(struct form *f, struct canvas *c, int i, int row, int labels)
{
	const struct field *field = &f->fields[i];
	int room = c->columns - labels - 2, used, rows;

	if (field->kind == FIELD_NOTE) {
		canvas_text(c, row, 0, -1, ROLE_TITLE, _(field->label));
		return;
	}
	canvas_text(c, row, 0, labels - 2, ROLE_LABEL, _(field->label));
	if (field->required)
		canvas_text(c, row, labels - 1, 1, ROLE_HINT, "*");
	used = labels + 1 + draw_value(f, c, i, row, labels + 1, field_width(f, i, room));
	if (f->error_field != i) {
		if (f->focus == i && field->kind == FIELD_DATE)
			canvas_text(c, row, used + 1, -1, ROLE_HINT, _("F4: calendar"));
		return;
	}
	rows = error_rows(f, c, labels);
	if (rows)
		draw_error(f, c, row, rows, labels);
	else
		canvas_text(c, row, used + 1, -1, ROLE_ERROR, f->error);
}

static int
suggestions_width(const struct form *f)
{
	int widest = FIELD_USUAL / 2;

	for (int i = 0; i < f->suggestions; i++) {
		const struct field_suggestion *s = &f->suggestion[i];
		int width = text_width(s->text) + (*s->note ? 2 + text_width(s->note) : 0);

		if (width > widest)
			widest = width;
	}
	return widest;
}

/* Framed, so that nobody takes a row for what stands in the field below. */
static void
draw_suggestions(const struct form *f, struct canvas *c, int field, int below, int column)
{
	int row = field + 1 + below; /* below: rows of the error */
	int rows = f->suggestions + 2 < c->rows ? f->suggestions + 2 : c->rows;
	int left = column > 2 ? column - 2 : 0, width = suggestions_width(f) + 4, top = 0;
	struct canvas box, in;

	if (width > c->columns - left)
		width = c->columns - left;
	if (row + rows > c->rows)
		row = field >= rows ? field - rows : c->rows - rows;
	box = canvas_part(c, row, left, rows, width);
	in = canvas_box(&box, ROLE_DIALOG, NULL);
	if (f->suggested >= in.rows)
		top = f->suggested - in.rows + 1;
	for (int i = 0; i < in.rows && top + i < f->suggestions; i++) {
		const struct field_suggestion *s = &f->suggestion[top + i];
		enum role role = top + i == f->suggested ? ROLE_SELECTED : ROLE_DIALOG;
		int room = in.columns - 2, note = text_width(s->note) + 2, used;

		used = canvas_text(&in, i, 1, room - (note < room / 2 ? note : room / 2), role,
			s->text);
		canvas_text(&in, i, used + 3, room - used - 2, ROLE_DIALOG, s->note);
	}
	if (top > 0)
		canvas_glyph(&in, 0, in.columns - 1, ROLE_DIALOG, GLYPH_UP);
	if (top + in.rows < f->suggestions)
		canvas_glyph(&in, in.rows - 1, in.columns - 1, ROLE_DIALOG, GLYPH_DOWN);
}

/* Below the field, or above it where there is more room. */
static void
draw_calendar(const struct form *f, struct canvas *c, int field, int column)
{
	enum { ROWS = CALENDAR_ROWS + 3, COLUMNS = CALENDAR_COLUMNS + 4 };
	int row = field + 1;
	struct canvas box, in;

	if (row + ROWS > c->rows)
		row = field >= ROWS ? field - ROWS : c->rows > ROWS ? c->rows - ROWS : 0;
	box = canvas_part(c, row, column > 2 ? column - 2 : 0, ROWS, COLUMNS);
	canvas_erase(&box, ROLE_DIALOG);
	in = canvas_box(&box, ROLE_DIALOG, NULL);
	canvas_text(&in, in.rows - 1, 1, in.columns - 2, ROLE_HINT,
		_("Arrows, PgUp, PgDn; Enter takes it"));
	in = canvas_part(&in, 0, 1, in.rows - 1, in.columns - 1);
	calendar_draw(&f->calendar, &in, ROLE_DIALOG);
}

/* Rows from one field to another, the sentence about an error among them included. */
static int
rows_between(const struct form *f, const struct canvas *c, int labels, int first, int last)
{
	int rows = 0;

	for (int i = first; i <= last; i++) {
		rows += height(&f->fields[i]);
		if (i == f->error_field)
			rows += error_rows(f, c, labels);
	}
	return rows;
}

/* Scrolls by whole fields until the one in focus and its error fit, with a row for the mark that
 * more follows; and back when all fields fit again. */
static void
scroll(struct form *f, const struct canvas *c, int labels)
{
	int last = f->count - 1, mark = f->focus < last;

	if (f->focus < f->top)
		f->top = f->focus;
	while (f->top < f->focus &&
		rows_between(f, c, labels, f->top, f->focus) + mark > c->rows)
		f->top++;
	if (f->focus > 0 && f->top == f->focus && f->fields[f->focus - 1].kind == FIELD_NOTE)
		f->top--;
	while (f->top > 0 && rows_between(f, c, labels, f->top - 1, last) <= c->rows)
		f->top--;
}

/* Whether the last row of the window says that fields follow below it. */
static bool
more_below(const struct form *f, const struct canvas *c, int labels)
{
	return c->rows > 2 && f->focus < f->count - 1 &&
		rows_between(f, c, labels, f->top, f->count - 1) > c->rows;
}

static void
draw_marks(const struct form *f, struct canvas *c, bool below)
{
	const char *more = _("more");
	int column = c->columns - text_width(more) - 2;

	if (f->top > 0)
		canvas_glyph(c, 0, c->columns - 1, ROLE_HINT, GLYPH_UP);
	if (!below)
		return;
	column += canvas_glyph(c, c->rows - 1, column, ROLE_HINT, GLYPH_DOWN);
	canvas_text(c, c->rows - 1, column + 1, -1, ROLE_HINT, more);
}

void
form_draw(struct form *f, struct canvas *c)
{
	int labels = label_width(f), row = 0, focus_row = 0;
	struct canvas window;
	bool below;

	scroll(f, c, labels);
	below = more_below(f, c, labels);
	window = canvas_part(c, 0, 0, c->rows - below, c->columns);
	for (int i = f->top; i < f->count && row < window.rows; i++) {
		if (i == f->focus)
			focus_row = row;
		draw_field(f, &window, i, row, labels);
		row += rows_between(f, c, labels, i, i);
	}
	draw_marks(f, c, below);
	if (f->picking)
		draw_calendar(f, c, focus_row, labels + 1);
	if (f->suggestions) {
		int rows = f->focus == f->error_field ? error_rows(f, c, labels) : 0;

		draw_suggestions(f, c, focus_row, rows, labels + 1);
	}
}
