/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form: moving between fields, checking them, keys of each kind. Drawing is in
 * form_draw.c, lookups are in form_lookup.c. */
#include "config.h"

#include "tui/form.h"
#include "tui/form_choice.h"
#include "tui/form_lookup.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAGE_FIELDS = 10 }; /* that Page Down passes */

static char *
text_of(const struct form *f, int i)
{
	return (char *)f->data + f->fields[i].offset;
}

static int *
number_of(const struct form *f, int i)
{
	return (int *)(void *)((char *)f->data + f->fields[i].offset);
}

static bool
is_choice(const struct field *field)
{
	return field->kind == FIELD_CHOICE || field->kind == FIELD_YES_NO;
}

static bool
can_stop(const struct form *f, int i)
{
	const struct field *field = &f->fields[i];

	return field->kind != FIELD_NOTE && !field->fixed && !(field->idle && field->idle(f->data));
}

/* The rule, in boxes of one line too: what is chosen whole (a name of a register, a day, a number)
 * is marked on arrival, and the first character takes its place, as of a line of text that the
 * program proposes for something new; a text of a person is mended, so that no sentence goes by
 * one key. */
static bool
is_replaced(const struct form *f, int i)
{
	enum field_kind kind = f->fields[i].kind;

	if (kind == FIELD_TEXT)
		return f->anew && !strcmp(text_of(f, i), f->before + f->fields[i].offset);
	return kind == FIELD_LOOKUP || kind == FIELD_DATE || kind == FIELD_NUMBER;
}

static void
enter(struct form *f, int i)
{
	const struct field *field = &f->fields[i];

	f->focus = i;
	f->touched = false;
	f->picking = false;
	f->suggestions = 0;
	f->typed[0] = '\0';
	if (field->kind == FIELD_LINES)
		textarea_start(&f->area, text_of(f, i), field->size);
	else if (!is_choice(field) && field->kind != FIELD_NOTE)
		edit_start(&f->edit, text_of(f, i), field->size);
}

void
form_start(struct form *f, const struct field *fields, int count, void *data, size_t data_size,
	void *context)
{
	int first = 0;

	*f = (struct form){ .fields = fields,
		.count = count,
		.data = data,
		.context = context,
		.before_size = data_size,
		.error_field = -1 };
	f->before = memory_new(data_size + 1);
	form_clean(f);
	while (first + 1 < count && !can_stop(f, first))
		first++;
	enter(f, first);
	f->edit.fresh = is_replaced(f, f->focus);
}

void
form_pass_filled(struct form *f)
{
	for (int i = f->focus; i < f->count; i++) {
		if (!can_stop(f, i) || (is_replaced(f, i) && *text_of(f, i)))
			continue;
		enter(f, i);
		return;
	}
}

void
form_release(struct form *f)
{
	free(f->before);
	f->before = NULL;
}

void
form_clean(struct form *f)
{
	memcpy(f->before, f->data, f->before_size);
}

bool
form_dirty(const struct form *f)
{
	for (int i = 0; i < f->count; i++) {
		const struct field *field = &f->fields[i];
		const char *now = text_of(f, i), *then = f->before + field->offset;

		if (field->kind == FIELD_NOTE)
			continue;
		if (is_choice(field) ? memcmp(now, then, sizeof(int)) != 0 : strcmp(now, then) != 0)
			return true;
		if (field->kind == FIELD_LOOKUP && field->key_size &&
			strcmp((char *)f->data + field->key_offset,
				f->before + field->key_offset) != 0)
			return true;
	}
	return false;
}

/* Checks. */

static int
check_whole(const struct field *field, int number, const char *text, struct error *err)
{
	char low[32], high[32], *(*write)(char *, size_t, double, int);
	bool limits = field->max > field->min;
	long value;

	if (number_parse_whole(text, limits ? (long)field->min : LONG_MIN,
		    limits ? (long)field->max : LONG_MAX, &value) == 0)
		return 0;
	if (!limits)
		return error_field(err, ERROR_INPUT, number, _("Write a whole number, as 12."));
	write = field->max < 10000 ? number_ungrouped : number_format; /* a year has four digits */
	write(low, sizeof low, field->min, 0);
	write(high, sizeof high, field->max, 0);
	return error_field(
		err, ERROR_INPUT, number, _("Write a whole number from %s to %s."), low, high);
}

static int
check_number(const struct field *field, int number, const char *text, struct error *err)
{
	struct error doubt = { 0 };
	double value;
	char low[32], high[32];

	if (field->whole)
		return check_whole(field, number, text, err);
	if (number_parse(text, &value) < 0)
		return error_field(err, ERROR_INPUT, number,
			_("\"%s\" is not a number. Write it as 1204,5."), text);
	if (number_doubt(text, &doubt))
		return error_field(err, ERROR_INPUT, number, "%s", doubt.text);
	if (field->max > field->min && (value < field->min || value > field->max))
		return error_field(err, ERROR_INPUT, number,
			_("The number must lie between %s and %s."),
			number_format(low, sizeof(low), field->min, -1),
			number_format(high, sizeof(high), field->max, -1));
	return 0;
}

static int
read_date(const struct field *field, const char *text, struct date *date)
{
	return (field->due ? date_parse_due : date_parse)(text, clock_today(), date);
}

static int
check_field(const struct form *f, int i, struct error *err)
{
	const struct field *field = &f->fields[i];
	const char *text = text_of(f, i);
	struct date date;

	if (field->kind == FIELD_NOTE)
		return 0;
	if (!is_choice(field)) {
		bool empty = !text[strspn(text, " \n")];

		if (empty && field->required)
			return error_field(
				err, ERROR_INPUT, i + 1, _("This field must be filled in."));
		if (!empty && field->kind == FIELD_NUMBER &&
			check_number(field, i + 1, text, err) < 0)
			return -1;
		if (!empty && field->kind == FIELD_DATE && read_date(field, text, &date) < 0)
			return error_field(err, ERROR_INPUT, i + 1,
				_("\"%s\" is not a date. Write 22.11.2026, 22.11, +7 or tomorrow."),
				text);
		if (!empty && form_lookup_open(f, i))
			return form_lookup_refuse(f, i, err);
	}
	return field->check ? field->check(f->data, field, err) : 0;
}

void
form_error(struct form *f, const struct error *err)
{
	int i = err->field > 0 && err->field <= f->count ? err->field - 1 : f->focus;

	if (can_stop(f, i))
		enter(f, i);
	if (f->focus == i && form_lookup_open(f, i))
		form_lookup_find(f); /* what can be chosen stays in sight */
	f->error_field = i;
	text_copy(f->error, sizeof(f->error), err->text);
}

/* Blanks at the ends of a text are nobody's intention. */
static void
trim(char *text)
{
	size_t first = strspn(text, " \n"), length = strlen(text + first);

	memmove(text, text + first, length + 1);
	while (length && (text[length - 1] == ' ' || text[length - 1] == '\n'))
		text[--length] = '\0';
}

/* As it is meant: what is saved is read from it without the field. */
static void
full_date(struct form *f, int i)
{
	const struct field *field = &f->fields[i];
	struct date date;

	if (field->kind == FIELD_DATE && read_date(field, text_of(f, i), &date) == 0)
		date_format(text_of(f, i), field->size, date);
}

int
form_check(struct form *f, struct error *err)
{
	struct error found = { 0 };

	for (int i = 0; i < f->count; i++)
		if (can_stop(f, i) && !is_choice(&f->fields[i])) {
			trim(text_of(f, i));
			form_lookup_settle(f, i);
			full_date(f, i);
		}
	enter(f, f->focus); /* its caret may have stood behind the end */
	for (int i = 0; i < f->count; i++)
		if (check_field(f, i, &found) < 0) {
			found.field = i + 1;
			form_error(f, &found);
			return error_field(err, found.code, found.field, "%s", found.text);
		}
	f->error_field = -1;
	return 0;
}

/* Leaving a field: the date in its full form, the error beside it. */
static void
leave(struct form *f)
{
	struct error err = { 0 };

	if (f->error_field == f->focus)
		f->error_field = -1;
	form_lookup_settle(f, f->focus);
	if (check_field(f, f->focus, &err) < 0 && f->touched) {
		f->error_field = f->focus;
		text_copy(f->error, sizeof(f->error), err.text);
	}
	full_date(f, f->focus);
}

/* The next field in the direction where one can stop, or -1. */
static int
neighbour(const struct form *f, int step)
{
	int i = f->focus + step;

	while (i >= 0 && i < f->count && !can_stop(f, i))
		i += step;
	return i >= 0 && i < f->count ? i : -1;
}

/* The field so many on or back, or the last one there is; -1 = none. */
static int
away(const struct form *f, int step, int fields)
{
	int found = -1, passed = 0;

	for (int i = f->focus + step; i >= 0 && i < f->count && passed < fields; i += step)
		if (can_stop(f, i)) {
			found = i;
			passed++;
		}
	return found;
}

static enum widget_result
go(struct form *f, int field)
{
	bool touched = f->touched;

	leave(f);
	enter(f, field >= 0 ? field : f->focus);
	f->edit.fresh = field >= 0 && is_replaced(f, f->focus);
	return touched ? WIDGET_CHANGED : WIDGET_HANDLED;
}

void
form_focus(struct form *f, int field)
{
	if (field >= 0 && field < f->count && can_stop(f, field))
		enter(f, field);
}

const char *
form_help(const struct form *f)
{
	const struct field *field = &f->fields[f->focus];

	if (field->help)
		return _(field->help);
	if (f->edit.fresh && is_replaced(f, f->focus) && *text_of(f, f->focus))
		return _("What you type takes the place of what is marked; End keeps it.");
	return "";
}

/* Keys of the kinds. */

static enum widget_result
choice_event(struct form *f, const struct event *event)
{
	const struct field *field = &f->fields[f->focus];
	int *value = number_of(f, f->focus), count = form_choices(field), chosen = -1;

	if ((event->type != EVENT_KEY && event->type != EVENT_PASTE) || count == 0)
		return WIDGET_PASS;
	if (event->type == EVENT_PASTE || !key_is_text(event->key) || event->key == ' ' ||
		clock_monotonic_ms() > f->typed_at + FORM_CHOICE_PAUSE)
		f->typed[0] = '\0';
	f->typed_at = clock_monotonic_ms();
	if (event->type == EVENT_PASTE)
		chosen = -1;
	else if (event->key == ' ' || event->key == KEYS_RIGHT)
		chosen = (*value + 1) % count;
	else if (event->key == KEYS_LEFT)
		chosen = (*value + count - 1) % count;
	else if (key_is_text(event->key))
		chosen = form_choice_typed(field, f->typed, event, *value);
	else
		return WIDGET_PASS;
	if (f->error_field == f->focus)
		f->error_field = -1;
	if (chosen < 0) {
		f->error_field = f->focus;
		snprintf(f->error, sizeof f->error, "%s",
			_("Nothing here begins so. Space or arrows choose."));
	}
	if (chosen < 0 || chosen == *value)
		return WIDGET_HANDLED;
	*value = chosen;
	f->touched = true;
	return WIDGET_CHANGED;
}

/* F4 in a date field opens the month of its day, or this one; Enter takes a day, Esc or F4 none.
 * While it is open all keys are its own. */
static bool
pick_day(struct form *f, const struct event *event)
{
	struct date date, today = clock_today();
	char *text = text_of(f, f->focus);

	if (event->type != EVENT_KEY || f->fields[f->focus].kind != FIELD_DATE ||
		f->fields[f->focus].fixed)
		return false;
	if (!f->picking) {
		if (event->key != KEYS_F(4))
			return false;
		if (read_date(&f->fields[f->focus], text, &date) < 0)
			date = today;
		calendar_start(&f->calendar, date, today);
		f->picking = true;
	} else if (event->key == KEYS_ESC || event->key == KEYS_F(4)) {
		f->picking = false;
	} else if (calendar_event(&f->calendar, event) == WIDGET_CHOSEN) {
		date_format(text, f->fields[f->focus].size, f->calendar.day);
		enter(f, f->focus);
		f->touched = true;
		if (f->error_field == f->focus)
			f->error_field = -1;
	}
	return true;
}

static enum widget_result
field_event(struct form *f, const struct event *event)
{
	const struct field *field = &f->fields[f->focus];
	enum widget_result result;

	if (is_choice(field))
		return choice_event(f, event);
	if (!can_stop(f, f->focus))
		return WIDGET_PASS;
	result = field->kind == FIELD_LINES ? textarea_event(&f->area, event)
					    : edit_event(&f->edit, event);
	if (result != WIDGET_CHANGED)
		return result;
	f->touched = true;
	if (f->error_field == f->focus)
		f->error_field = -1;
	if (field->kind == FIELD_LOOKUP)
		form_lookup_find(f);
	return WIDGET_HANDLED;
}

static enum widget_result
on_enter(struct form *f)
{
	int next = neighbour(f, 1);
	enum widget_result result = go(f, next);

	return next < 0 ? WIDGET_CHOSEN : result;
}

enum widget_result
form_event(struct form *f, const struct event *event)
{
	bool lines = f->fields[f->focus].kind == FIELD_LINES;
	enum widget_result result;

	if (pick_day(f, event))
		return WIDGET_HANDLED;
	if (event->type == EVENT_KEY) {
		if (form_lookup_key(f, event->key))
			return WIDGET_HANDLED;
		if (event->key == KEYS_TAB || (event->key == KEYS_ENTER && !lines))
			return event->key == KEYS_TAB ? go(f, neighbour(f, 1)) : on_enter(f);
		if (event->key == KEYS_BACKTAB)
			return go(f, neighbour(f, -1));
	}
	result = field_event(f, event);
	if (result != WIDGET_PASS || event->type != EVENT_KEY)
		return result;
	if (event->key == KEYS_DOWN)
		return go(f, neighbour(f, 1));
	if (event->key == KEYS_PAGE_DOWN || event->key == KEYS_PAGE_UP)
		return go(f, away(f, event->key == KEYS_PAGE_DOWN ? 1 : -1, PAGE_FIELDS));
	if (event->key == KEYS_END || event->key == KEYS_HOME) /* not of a text: there is none */
		return go(f, away(f, event->key == KEYS_END ? 1 : -1, f->count));
	return event->key == KEYS_UP ? go(f, neighbour(f, -1)) : WIDGET_PASS;
}

static enum widget_result
on_event(void *widget, const struct event *event)
{
	return form_event(widget, event);
}

static enum context
typing(const void *widget)
{
	(void)widget;
	return CONTEXT_TYPING;
}

const struct widget_kind form_widget = { on_event, typing };
