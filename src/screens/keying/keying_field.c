/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys of one field. Everything can be done on the numeric keypad; a key that cannot be meant is
 * refused and changes nothing. */
#include "config.h"

#include "screens/keying/keying_field_parts.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/keying/route.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- codes ---- */

static size_t
longest(const struct keying_field *f)
{
	size_t most = 0;

	for (int i = 0; i < f->code_count; i++)
		if (strlen(f->codes[i].code) > most)
			most = strlen(f->codes[i].code);
	return most;
}

/* Where no code begins with 0, 1 may be keyed as 01 when there are codes of two digits. */
static bool
may_pad(const struct keying_field *f)
{
	for (int i = 0; i < f->code_count; i++)
		if (f->codes[i].code[0] == '0')
			return false;
	return true;
}

/* The code that is typed so, -1 = none; *longer: how many others begin so. */
static int
match(const struct keying_field *f, const char *typed, int *longer)
{
	size_t length = strlen(typed), width = longest(f);
	bool pad = may_pad(f);
	int exact = -1;

	*longer = 0;
	for (int i = 0; i < f->code_count; i++) {
		const char *code = f->codes[i].code;
		char padded[24];

		if (strcmp(code, typed) == 0)
			exact = i;
		else if (strncmp(code, typed, length) == 0)
			++*longer;
		if (!pad || strlen(code) >= width)
			continue;
		snprintf(padded, sizeof padded, "%0*d", (int)width, atoi(code));
		if (strcmp(padded, typed) == 0)
			exact = i;
		else if (strncmp(padded, typed, length) == 0)
			++*longer;
	}
	return exact;
}

int
keying_field_code(const struct keying_field *f, const char *digits)
{
	int longer;

	return match(f, digits, &longer);
}

static enum keyed
one(struct keying_field *f, int place)
{
	text_copy(f->value, sizeof f->value, f->codes[place].name);
	f->missing = f->codes[place].missing;
	f->typed[0] = '\0';
	return KEYED_ANSWER;
}

/* Adds a code to what several hold; the whole answer waits for Enter. */
static enum keyed
add(struct keying_field *f, int place, struct error *err)
{
	const struct keyed_code *c = &f->codes[place];

	for (int i = 0; i < f->chosen_count; i++) {
		const struct keyed_code *other = &f->codes[f->chosen[i]];

		if (f->chosen[i] == place)
			return keyed_refuse(err, _("Code %s stands there already."), c->code);
		if (c->exclusive || other->exclusive)
			return keyed_refuse(err,
				_("Code %s cannot stand beside others. Backspace takes the last "
				  "one away."),
				c->exclusive ? c->code : other->code);
	}
	if ((f->most && f->chosen_count >= f->most) || f->chosen_count == KEYED_MOST)
		return keyed_refuse(err,
			P_("There can be %d answer here. Enter goes on; if the paper has more, "
			   "choose “two marks” after “.”.",
				"There can be %d answers here. Enter goes on; if the paper has "
				"more, choose “two marks” after “.”.",
				(unsigned long)f->most),
			f->most);
	f->chosen[f->chosen_count++] = place;
	f->typed[0] = '\0';
	return KEYED_WAITS;
}

enum keyed
keying_field_take(struct keying_field *f, int place, struct error *err)
{
	f->spent = false;
	if (f->codes[place].barred) {
		f->typed[0] = '\0';
		return keyed_refuse(err, _("Code %s cannot be chosen after the answers before."),
			f->codes[place].code);
	}
	if (f->kind == KEYED_ONE)
		return one(f, place);
	if (!f->touched)
		f->chosen_count = 0;
	f->touched = true;
	return add(f, place, err);
}

static enum keyed
code_digit(struct keying_field *f, char digit, struct error *err)
{
	char typed[sizeof f->typed];
	int longer, exact;

	snprintf(typed, sizeof typed, "%.8s%c", f->spent ? "" : f->typed, digit);
	exact = match(f, typed, &longer);
	if (exact < 0 && !longer)
		return keyed_refuse(err, _("There is no code %s here."), typed);
	if (exact >= 0 && !longer)
		return keying_field_take(f, exact, err);
	f->spent = false;
	if (f->kind == KEYED_ONE)
		f->touched = true;
	strcpy(f->typed, typed);
	return KEYED_WAITS;
}

static enum keyed
accept_several(struct keying_field *f, struct error *err)
{
	size_t length = 0;

	f->value[0] = '\0';
	f->missing = MISSING_NONE;
	for (int i = 0; i < f->chosen_count; i++) {
		const struct keyed_code *c = &f->codes[f->chosen[i]];

		if (length + strlen(c->name) + 2 > sizeof f->value)
			return keyed_refuse(err, "%s", _("These are more answers than fit."));
		length += (size_t)sprintf(f->value + length, "%s%s", i ? " " : "", c->name);
		if (f->chosen_count == 1)
			f->missing = c->missing;
	}
	return KEYED_ANSWER;
}

static enum keyed
accept_codes(struct keying_field *f, struct error *err)
{
	int longer, exact = f->typed[0] ? match(f, f->typed, &longer) : -1;

	if (f->typed[0] && exact < 0) {
		f->spent = true;
		return keyed_refuse(err, _("There is no code %s here."), f->typed);
	}
	if (exact >= 0) {
		enum keyed result = keying_field_take(f, exact, err);

		if (result != KEYED_WAITS)
			return result;
	}
	return accept_several(f, err);
}

/* ---- texts ---- */

static size_t
characters(const char *text)
{
	size_t count = 0;

	for (; *text; text++)
		count += ((unsigned char)*text & 0xc0) != 0x80;
	return count;
}

static enum keyed
too_long(struct error *err)
{
	return keyed_refuse(err,
		P_("An answer has at most %d character; the rest was not taken.",
			"An answer has at most %d characters; the rest was not taken.",
			(unsigned long)ANSWER_TEXT_MOST),
		ANSWER_TEXT_MOST);
}

static enum keyed
text_event(struct keying_field *f, const struct event *event, struct error *err)
{
	size_t more = event->type == EVENT_PASTE ? characters(event->paste)
		      : event->type == EVENT_KEY ? key_is_text(event->key)
						 : 0;
	enum widget_result result;

	if (more && characters(f->edit.text) + more > ANSWER_TEXT_MOST)
		return too_long(err);
	result = edit_event(&f->edit, event);
	if (f->edit.refused)
		return too_long(err);
	if (result == WIDGET_PASS)
		return KEYED_PASS;
	if (result == WIDGET_CHANGED)
		f->touched = true;
	return KEYED_WAITS;
}

static enum keyed
accept_text(struct keying_field *f, struct error *err)
{
	size_t blanks = strspn(f->edit.text, " "), length = strlen(f->edit.text);

	memmove(f->edit.text, f->edit.text + blanks, (length -= blanks) + 1);
	while (length && f->edit.text[length - 1] == ' ')
		f->edit.text[--length] = '\0';
	if (!length)
		return keyed_refuse(err, "%s",
			_("The text is empty. Press * when nothing is written on the paper."));
	f->missing = MISSING_NONE;
	return KEYED_ANSWER;
}

/* ---- any field ---- */

void
keying_field_start(struct keying_field *f, const char *stored)
{
	f->typed[0] = f->value[0] = '\0';
	f->spent = f->touched = false;
	f->chosen_count = 0;
	f->missing = MISSING_NONE;
	if (f->kind == KEYED_TEXT) {
		text_copy(f->edit.text, f->edit.size, stored);
		edit_start(&f->edit, f->edit.text, f->edit.size);
	}
	while (f->kind == KEYED_SEVERAL && *stored) {
		size_t length = strcspn(stored, " ");

		for (int i = 0; i < f->code_count && f->chosen_count < KEYED_MOST; i++)
			if (strlen(f->codes[i].name) == length &&
				memcmp(f->codes[i].name, stored, length) == 0)
				f->chosen[f->chosen_count++] = i;
		stored += length + (stored[length] == ' ');
	}
	f->stood = f->chosen_count > 0;
}

/* Nothing of the field's own that a sign could belong to. A text may begin with a sign behind a
 * blank, which goes when it is taken. */
static bool
untouched(const struct keying_field *f)
{
	if (f->kind == KEYED_TEXT)
		return !f->touched || !f->edit.text[0];
	return !f->typed[0] && (!f->touched || f->chosen_count == 0);
}

static enum keyed
one_step_back(struct keying_field *f)
{
	bool several = f->kind == KEYED_SEVERAL;

	if (f->typed[0]) {
		f->typed[strlen(f->typed) - 1] = '\0';
		if (strcmp(f->typed, "-") == 0)
			f->typed[0] = '\0';
		f->touched = several ? f->touched : f->typed[0] != '\0';
	} else if (several && f->chosen_count) {
		f->chosen_count--;
		f->touched = true;
	}
	f->spent = false;
	return KEYED_WAITS;
}

bool
keying_field_typed(const struct keying_field *f)
{
	if (f->kind == KEYED_TEXT)
		return f->touched && f->edit.text[strspn(f->edit.text, " ")];
	return !f->spent && !untouched(f);
}

enum keyed
keying_field_accept(struct keying_field *f, struct error *err)
{
	if (f->kind == KEYED_TEXT && f->touched)
		return accept_text(f, err);
	if (f->kind == KEYED_SEVERAL && f->stood && f->touched && untouched(f))
		return keyed_refuse(err, "%s",
			_("All codes were taken away. Press * when the paper has no answer."));
	if (untouched(f))
		return KEYED_NEXT;
	switch (f->kind) {
	case KEYED_ONE:
	case KEYED_SEVERAL:
		return accept_codes(f, err);
	case KEYED_DATE:
		return keyed_date(f, err);
	default:
		return keyed_number(f, err);
	}
}

/* - + * / . where they do not belong to what is being typed. */
static enum keyed
command(struct keying_field *f, int key)
{
	switch (key) {
	case '*':
		return KEYED_NO_ANSWER;
	case '+':
	case '=':
		return KEYED_REPEAT;
	case '/':
		return KEYED_END_REPEAT;
	case '-':
		return untouched(f) ? KEYED_BACK : one_step_back(f);
	case '.':
	case ',':
		return KEYED_REASONS;
	default:
		return KEYED_PASS;
	}
}

static enum keyed
sign(struct keying_field *f, int key, struct error *err)
{
	if (f->kind == KEYED_DATE && f->typed[0] && !f->spent && strchr(".,-/", key))
		return keyed_date_key(f, key == ',' ? '.' : (char)key, err);
	if ((f->kind == KEYED_WHOLE || f->kind == KEYED_DECIMAL) && f->typed[0] && !f->spent) {
		if (key == '.' || key == ',')
			return keyed_point(f, err);
		if (key == '/') /* - is taken: it goes back */
			return keyed_sign(f);
	}
	return command(f, key);
}

static enum keyed
digit(struct keying_field *f, char c, struct error *err)
{
	switch (f->kind) {
	case KEYED_ONE:
	case KEYED_SEVERAL:
		return code_digit(f, c, err);
	case KEYED_DATE:
		return keyed_date_key(f, c, err);
	default:
		return keyed_digit(f, c, err);
	}
}

static enum keyed
moving(struct keying_field *f, int key, struct error *err)
{
	switch (key) {
	case KEYS_ENTER:
	case KEYS_TAB:
	case KEYS_DOWN:
		return keying_field_accept(f, err);
	case KEYS_UP:
	case KEYS_BACKTAB:
		return KEYED_BACK;
	case KEYS_BACKSPACE:
	case KEYS_DELETE:
		return one_step_back(f);
	default:
		return KEYED_PASS;
	}
}

enum keyed
keying_field_event(struct keying_field *f, const struct event *event, struct error *err)
{
	int key = event->key;
	bool text = f->kind == KEYED_TEXT;

	if (event->type == EVENT_PASTE)
		return text ? text_event(f, event, err)
			    : keyed_refuse(err, "%s",
				      _("What was pasted does not belong into a field of "
					"digits; nothing was taken."));
	if (key == KEYS_ENTER || key == KEYS_TAB || key == KEYS_DOWN || key == KEYS_UP ||
		key == KEYS_BACKTAB || (!text && !key_is_text(key)))
		return moving(f, key, err);
	if (text && untouched(f) && command(f, key) != KEYED_PASS)
		return command(f, key);
	if (text)
		return text_event(f, event, err);
	if (key >= '0' && key <= '9')
		return digit(f, (char)key, err);
	if (key < 128 && strchr("-+=*/.,", key))
		return sign(f, key, err);
	return keyed_refuse(
		err, "%s", _("Only digits and - + * / . are keys here; F1 says what they do."));
}

char *
keying_field_shown(const struct keying_field *f, char *dst, size_t size)
{
	size_t length = 0;

	dst[0] = '\0';
	for (int i = 0; f->touched && i < f->chosen_count; i++) {
		int n = snprintf(dst + length, size - length, "%s%s", length ? " " : "",
			f->codes[f->chosen[i]].code);

		if (n < 0 || (length += (size_t)n) >= size)
			return dst;
	}
	if (f->typed[0])
		snprintf(dst + length, size - length, "%s%s", length ? " " : "", f->typed);
	return dst;
}
