/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing a form: the view of the paper in which the keyer stands, and what is open over it. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/keying/keying_codes.h"
#include "screens/keying/keying_screen.h"
#include "tui/wrap.h"

#include <stdio.h>
#include <string.h>

enum { BOTTOM = 2 /* rows for lines and reasons */, LIST_ROWS = 12, CODE_COLUMNS = 3 };

const int keying_reasons[] = { MISSING_NO_ANSWER, MISSING_REFUSED, MISSING_DONT_KNOW,
	MISSING_NOT_APPLICABLE, MISSING_ILLEGIBLE, MISSING_TWO_MARKS, MISSING_PAGE_MISSING, 0 };

static bool
is_at(const struct page_line *l, struct place at)
{
	return l->at.question == at.question && l->at.occurrence == at.occurrence;
}

/* What stands between number and field: not saved, off the route, so on the paper, may repeat. */
static void
draw_sign(const struct keying *k, struct canvas *c, int row, const struct page_line *l,
	const struct answer *x)
{
	const struct question *q = &k->session->q.questions[l->at.question];
	bool value = x && x->value[0];

	if (k->sheet.unsaved.code != ERROR_NONE && sheet_changed(&k->sheet, l->at))
		canvas_text(c, row, PAGE_SIGN, 1, ROLE_BAD, "!");
	else if (l->off && value)
		canvas_text(c, row, PAGE_SIGN, 1, ROLE_WARN, "x");
	else if (x && (x->marks & ANSWER_AS_ON_PAPER))
		canvas_text(c, row, PAGE_SIGN, 1, ROLE_WARN, "p");
	else if (q->repeat_last && k->session->kind == READING_FIRST)
		canvas_text(c, row, PAGE_SIGN, 1, ROLE_HINT, "+");
}

/* A long row of codes shows its end while it is typed. */
static const char *
tail(const char *text)
{
	while (text_width(text) > PAGE_WIDTH - 1)
		text += text_cluster(text);
	return text;
}

static void
draw_field(const struct keying *k, struct canvas *c, int row, const struct page_line *l,
	const struct answer *x)
{
	bool here = k->mode != KEYING_END && is_at(l, k->sheet.at), typed = false;
	enum role role = here ? ROLE_FOCUS : ROLE_FIELD;
	char text[KEYED_VALUE] = "";

	canvas_fill(c, row, PAGE_FIELD, 1, PAGE_WIDTH, role, " ");
	if (here && k->sheet.field.kind != KEYED_TEXT &&
		(k->sheet.field.touched || k->sheet.field.typed[0])) {
		keying_field_shown(&k->sheet.field, text, sizeof text);
		typed = true;
	} else if (x) {
		keying_codes_show(&k->session->q, x, l->codes, l->code_count, text, sizeof text);
	}
	if (!typed && !x && here && k->last[0]) {
		struct answer last = {
			.question = l->at.question, .occurrence = 1, .value = k->last
		};

		keying_codes_show(
			&k->session->q, &last, l->codes, l->code_count, text, sizeof text);
		canvas_printf(c, row, PAGE_FIELD, PAGE_WIDTH, ROLE_HINT, "+ %s", text);
	} else if (!x && !typed && l->off && l->at.question < k->sheet.at.question) {
		canvas_text(c, row, PAGE_FIELD, 1, role, "-");
	} else if (k->session->q.questions[l->at.question].type != QUESTION_TEXT ||
		   (x && !x->value[0])) {
		canvas_text(c, row, PAGE_FIELD, PAGE_WIDTH, role, typed ? tail(text) : text);
	} else if (x) {
		canvas_text(c, row, PAGE_FIELD, PAGE_WIDTH, role, text);
	}
	if (here)
		canvas_cursor(c, row, PAGE_FIELD + (typed ? text_width(tail(text)) : 0));
}

/* The chosen code of a grid's row stands out in its column. */
static void
draw_grid_codes(struct canvas *c, int row, const struct page_line *l, const struct answer *x)
{
	canvas_text(c, row, l->column, -1, ROLE_HINT, l->right);
	for (int i = 0; x && i < l->code_count; i++)
		if (strcmp(l->codes[i].name, x->value) == 0)
			canvas_role(
				c, row, l->column + i * CODE_COLUMNS, CODE_COLUMNS, ROLE_SELECTED);
}

/* A text goes on in the lines kept for it and those that the view leaves empty at its end; returns
 * how many it took. */
static int
draw_text(struct canvas *c, int row, int column, int width, enum role role, const char *text,
	int spare)
{
	size_t next;
	int taken = 0;

	for (;; taken++) {
		size_t length = wrap_line(text, width, &next);

		if (next == 0 || taken == spare) {
			canvas_text(c, row + taken, column, width, role, text);
			return taken;
		}
		canvas_printf(c, row + taken, column, width, role, "%.*s", (int)length, text);
		text += next;
	}
}

static int
draw_row(const struct keying *k, struct canvas *c, int row, const struct page_line *l, int spare)
{
	const struct answer *x = answers_find(&k->sheet.answers, l->at.question, l->at.occurrence);
	int width = page_label_width(c->columns, l->right[0] ? l->column : 0);

	canvas_right(c, row, 0, PAGE_NUMBER, ROLE_LABEL, l->number);
	draw_sign(k, c, row, l, x);
	draw_field(k, c, row, l, x);
	spare = draw_text(c, row, PAGE_LABEL, width, ROLE_TEXT, l->text, spare);
	if (l->grid)
		draw_grid_codes(c, row, l, x);
	else if (l->right[0])
		canvas_text(c, row, l->column, -1, ROLE_HINT, l->right);
	return spare;
}

/* The line on which a text is typed. */
static void
draw_entry(struct keying *k, struct canvas *c, int row, const struct page_line *l)
{
	const struct answer *x = answers_find(&k->sheet.answers, l->at.question, l->at.occurrence);
	int width = c->columns - PAGE_LABEL - 1;

	if (is_at(l, k->sheet.at) && k->mode == KEYING_FIELD) {
		edit_draw(&k->sheet.field.edit, c, row, PAGE_LABEL, width, ROLE_FOCUS, true);
		return;
	}
	canvas_fill(c, row, PAGE_LABEL, 1, width, ROLE_FIELD, " ");
	if (x)
		canvas_text(c, row, PAGE_LABEL, width, ROLE_FIELD, x->value);
}

/* Returns how many lines below its own it took. */
static int
draw_line(struct keying *k, struct canvas *c, int row, const struct page_line *l, int spare)
{
	int width = c->columns - PAGE_FIELD;

	switch (l->kind) {
	case PAGE_HEAD:
		canvas_right(c, row, 0, PAGE_NUMBER, ROLE_LABEL, l->number);
		return draw_text(c, row, PAGE_FIELD, width, ROLE_TITLE, l->text, spare);
	case PAGE_NOTE:
		return draw_text(c, row, PAGE_FIELD, width, ROLE_HINT, l->text, spare);
	case PAGE_CODES:
		canvas_text(c, row, PAGE_LABEL + 2, -1, ROLE_HINT, l->text);
		break;
	case PAGE_ENTRY:
		draw_entry(k, c, row, l);
		break;
	default:
		return draw_row(k, c, row, l, spare);
	}
	return 0;
}

/* ---- what is open for a moment ---- */

static void
draw_reasons(struct canvas *c)
{
	char line[512] = "";
	int row = c->rows - BOTTOM;

	canvas_fill(c, row, 0, BOTTOM, c->columns, ROLE_DIALOG, " ");
	for (const int *m = keying_reasons; *m; m++) {
		const struct missing_reason *r = missing_reason((enum missing) * m);
		char piece[96];

		snprintf(piece, sizeof piece, "%d %s", r->key, _(r->label));
		if (text_width(line) + text_width(piece) + 3 > c->columns) {
			canvas_text(c, row++, 1, -1, ROLE_DIALOG, line);
			line[0] = '\0';
		}
		snprintf(line + strlen(line), sizeof line - strlen(line), "%s%s",
			line[0] ? "  " : "", piece);
	}
	canvas_text(c, row, 1, -1, ROLE_DIALOG, line);
}

static void
draw_list(struct keying *k, struct canvas *c)
{
	const struct keying_field *f = &k->sheet.field;
	int shown = f->code_count < LIST_ROWS ? f->code_count : LIST_ROWS;
	struct canvas box = canvas_part(c, c->rows - shown - 2, c->columns - 52, shown + 2, 52);
	struct canvas inside;

	if (k->list_at < k->list_top)
		k->list_top = k->list_at;
	if (k->list_at >= k->list_top + shown)
		k->list_top = k->list_at - shown + 1;
	canvas_erase(&box, ROLE_DIALOG);
	inside = canvas_box(&box, ROLE_DIALOG, _("Enter takes, Esc closes"));
	for (int i = 0; i < shown; i++) {
		int at = k->list_top + i;
		const struct keyed_code *code = &f->codes[at];
		enum role role = at == k->list_at ? ROLE_SELECTED
				 : code->barred   ? ROLE_BAR_OFF
						  : ROLE_DIALOG;

		canvas_right(&inside, i, 0, 4, role, code->code);
		canvas_text(&inside, i, 5, inside.columns - 5, role, code->label);
		if (at == k->list_at)
			canvas_cursor(&inside, i, 5);
	}
}

static const char *
line_label(const struct keying *k)
{
	switch (k->line_for) {
	case LINE_GO:
		return _("Go to question number:");
	case LINE_NOTE:
		return _("Note on this question (empty takes it away):");
	case LINE_FORM_NOTE:
		return _("Note on the form:");
	case LINE_REASON:
		return _("Why is the form corrected?");
	default:
		return _("Some time has passed. Who is keying? Initials:");
	}
}

static void
draw_typed_line(struct keying *k, struct canvas *c)
{
	int row = c->rows - BOTTOM;

	canvas_fill(c, row, 0, BOTTOM, c->columns, ROLE_DIALOG, " ");
	canvas_text(c, row, 1, -1, ROLE_DIALOG, line_label(k));
	edit_draw(&k->edit, c, row + 1, 1, c->columns - 2, ROLE_FOCUS, true);
}

static void
draw_pause(struct canvas *c)
{
	struct canvas box = canvas_middle(c, 5, 50), inside;

	canvas_erase(&box, ROLE_DIALOG);
	inside = canvas_box(&box, ROLE_DIALOG, _("Pause"));
	canvas_text(&inside, 1, 2, -1, ROLE_DIALOG, _("The clock stands. Any key goes on."));
	canvas_cursor(&inside, 1, 2);
}

static void
draw_paper(struct keying *k, struct canvas *c)
{
	const struct keying_page *p = &k->page;
	int view, spare, row = 0;

	if (!p->view_count)
		return;
	view = keying_page_view(p, k->sheet.at);
	spare = c->rows - p->views[view].height;
	if (spare < 0)
		spare = 0;
	for (int i = 0; i < p->views[view].count && row < c->rows; i++, row++) {
		const struct page_line *l = &p->lines[p->views[view].first + i];
		int taken = draw_line(k, c, row, l, l->more + spare);

		spare -= taken > l->more ? taken - l->more : 0;
		row += taken;
	}
}

void
keying_draw(void *self, struct canvas *c)
{
	struct keying *k = self;

	keying_page_make(&k->page, &k->sheet, c->rows, c->columns);
	keying_page_mark(&k->page, &k->sheet);
	if (k->mode == KEYING_END || (k->sheet.at.question < 0 && k->mode != KEYING_FIELD))
		keying_end_draw(k, c);
	else
		draw_paper(k, c);
	if (k->mode == KEYING_REASONS)
		draw_reasons(c);
	else if (k->mode == KEYING_LIST)
		draw_list(k, c);
	else if (k->mode == KEYING_LINE)
		draw_typed_line(k, c);
	else if (k->mode == KEYING_PAUSE)
		draw_pause(c);
}
