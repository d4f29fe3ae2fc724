/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing the card of a difference. */
#include "config.h"

#include "screens/keying/difference_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/keying/keying_codes.h"
#include "tui/wrap.h"

#include <stdio.h>
#include <string.h>

enum { LEFT = 2, VALUE = 26, CODES = 10, COLUMN = 38, BOTTOM = 10 };

/* What the answer of the paper means when it is confirmed. */
const char *
difference_meaning(const struct difference_view *v)
{
	const struct question *q = &v->session.q.questions[v->sheet.at.question];
	struct answer paper = { .value = v->paper, .missing = v->paper_missing };
	struct answer first = { .value = v->now.first, .missing = v->now.first_missing };
	struct answer second = { .value = v->now.second, .missing = v->now.second_missing };

	if (difference_same(q, &paper, &first))
		return "first";
	return difference_same(q, &paper, &second) ? "second" : "third";
}

static int
draw_question(const struct difference_view *v, struct canvas *c, int row)
{
	const struct difference *d = &v->now;
	char head[128], repeat[48] = "";
	const char *text = d->label;

	if (d->occurrence > 1)
		snprintf(repeat, sizeof repeat, _(", pass %d"), d->occurrence);
	snprintf(head, sizeof head, _("Form %lld, page %d, question %s%s"), (long long)d->number,
		d->page, d->question_number, repeat);
	canvas_text(c, row++, LEFT, -1, ROLE_TITLE, head);
	for (int line = 0; *text && line < 3; line++) {
		size_t behind, length = wrap_line(text, c->columns - 2 * LEFT, &behind);

		canvas_printf(c, row++, LEFT, -1, ROLE_TEXT, "%.*s", (int)length, text);
		text = behind ? text + behind : "";
	}
	return row + 1;
}

/* Codes with their labels, two columns when they are many. */
static int
draw_codes(const struct difference_view *v, struct canvas *c, int row)
{
	const struct keying_field *f = &v->sheet.field;
	int rows = c->rows - row - BOTTOM, columns = f->code_count > rows ? 2 : 1;
	int shown = f->code_count < rows * columns ? f->code_count : rows * columns;
	int height = (shown + columns - 1) / columns;

	for (int i = 0; i < shown; i++)
		canvas_printf(c, row + i % height, LEFT + i / height * COLUMN,
			columns > 1 ? COLUMN - 1 : -1, ROLE_HINT, "%3s  %s", f->codes[i].code,
			f->codes[i].label);
	if (shown < f->code_count)
		canvas_printf(c, row + height++, LEFT, -1, ROLE_HINT, _("and %d more codes"),
			f->code_count - shown);
	return row + height + (height > 0);
}

/* A reading as codes, with the label of a single choice. */
static void
show(const struct difference_view *v, const char *value, enum missing missing, char *dst,
	size_t size)
{
	const struct keying_field *f = &v->sheet.field;
	struct answer x = { .question = v->sheet.at.question, .occurrence = 1, .value = value,
		.missing = missing };
	size_t used;

	keying_codes_show(&v->session.q, &x, f->codes, f->code_count, dst, size);
	for (int i = 0; i < f->code_count; i++)
		if (strcmp(f->codes[i].name, value) == 0) {
			used = strlen(dst);
			snprintf(dst + used, size - used, "  %s", f->codes[i].label);
		}
}

static void
draw_reading(const struct difference_view *v, struct canvas *c, int row, const char *label,
	const char *initials, const char *value, enum missing missing)
{
	char text[KEYED_VALUE];

	show(v, value, missing, text, sizeof text);
	canvas_text(c, row, LEFT, VALUE - LEFT - 1, ROLE_LABEL, label);
	if (initials[0])
		canvas_printf(c, row, VALUE, -1, ROLE_TEXT, "%s  (%s)", text, initials);
	else
		canvas_text(c, row, VALUE, -1, ROLE_TEXT, text);
}

static void
draw_field(struct difference_view *v, struct canvas *c, int row)
{
	struct keying_field *f = &v->sheet.field;
	char text[KEYED_VALUE] = "";
	int width = f->kind == KEYED_TEXT ? c->columns - VALUE - LEFT : 16;

	canvas_text(c, row, LEFT, VALUE - LEFT - 1, ROLE_LABEL, _("The paper says:"));
	if (f->kind == KEYED_TEXT) {
		edit_draw(&f->edit, c, row, VALUE, width, ROLE_FOCUS, true);
	} else {
		keying_field_shown(f, text, sizeof text);
		canvas_fill(c, row, VALUE, 1, width, ROLE_FOCUS, " ");
		canvas_text(c, row, VALUE, width, ROLE_FOCUS, text);
		canvas_cursor(c, row, VALUE + text_width(text));
	}
	canvas_text(c, row + 2, LEFT, -1, ROLE_HINT,
		_("Look at the paper and key it; both readings appear after that."));
	canvas_text(c, row + 3, LEFT, -1, ROLE_HINT,
		_("* no answer   . another reason   F6 both readings at once"));
}

static const char *
meaning_text(const struct difference_view *v)
{
	const char *meaning = difference_meaning(v);

	if (strcmp(meaning, "first") == 0)
		return _("The first keying was right: mistake of the second keying.");
	if (strcmp(meaning, "second") == 0)
		return _("The second keying was right: mistake of the first keying.");
	return _("Neither was right: mistake of both.");
}

static void
draw_readings(struct difference_view *v, struct canvas *c, int row)
{
	const struct difference *d = &v->now;

	draw_reading(v, c, row++, _("First keying:"), d->first_keyer, d->first, d->first_missing);
	draw_reading(
		v, c, row++, _("Second keying:"), d->second_keyer, d->second, d->second_missing);
	if (v->step == DIFFERENCE_SETTLED) {
		canvas_printf(c, row + 1, LEFT, -1, ROLE_TITLE, _("Settled: %s."),
			difference_outcome_text(d->outcome));
		canvas_text(c, row + 2, LEFT, -1, ROLE_HINT, _("F8 takes the decision back."));
		canvas_cursor(c, row + 1, LEFT);
		return;
	}
	if (v->typed) {
		draw_reading(v, c, row++, _("On the paper:"), "", v->paper, v->paper_missing);
		canvas_text(c, row + 1, LEFT, -1, ROLE_TITLE, meaning_text(v));
		canvas_text(c, row + 2, LEFT, -1, ROLE_HINT,
			_("Enter settles it so   F5 the paper is ambiguous   - key it again"));
	}
	canvas_text(c, row + 3, LEFT, -1, ROLE_HINT, _("F3 takes the first   F4 takes the second"));
	canvas_cursor(c, row + 1, LEFT);
}

void
difference_view_draw(void *self, struct canvas *c)
{
	struct difference_view *v = self;
	int row = draw_codes(v, c, draw_question(v, c, 0));

	if (v->step == DIFFERENCE_PAPER)
		draw_field(v, c, row);
	else
		draw_readings(v, c, row);
	canvas_text(c, c->rows - 1, LEFT, -1, v->together ? ROLE_WARN : ROLE_HINT,
		v->together ? _("Settled by both who keyed, with the paper; recorded so (F7).")
			    : _("Settled by a third person or a coordinator. F7: by both "
				"keyers together."));
}
