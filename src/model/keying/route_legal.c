/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which answers a question can take: by its type, its list, its range. */
#include "config.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/keying/route_parts.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool
route_value_has(const char *value, const char *name)
{
	size_t length = strlen(name);

	for (const char *p = value; *p;) {
		size_t n = strcspn(p, " \t\n");

		if (n == length && !memcmp(p, name, n))
			return true;
		p += n;
		p += strspn(p, " \t\n");
	}
	return false;
}

const char *
route_number(struct route *r, int question)
{
	return question_number(r->q, question, r->number, sizeof(r->number));
}

/* ---- choices ---- */

int
route_choices(struct route *r, const struct answers *a, struct place at, struct arena *arena,
	int **choices, int *count, struct error *err)
{
	int *all, total = choice_list(r->q, r->q->questions[at.question].list, arena, &all);

	(void)err;
	r->call++;
	*choices = all;
	*count = 0;
	for (int i = 0; i < total; i++)
		if (route_lets_through(r, a, at.question, at.occurrence, all[i]))
			all[(*count)++] = all[i];
	return 0;
}

/* -1 = not in the list, -2 = taken out by choice_filter. Names may stand twice in a list whose
 * filter tells them apart. */
static int
find_choice(
	struct route *r, const struct answers *a, struct place at, const char *name, size_t length)
{
	const struct question *q = &r->q->questions[at.question];
	int result = -1;

	for (int i = 0; i < r->q->choice_count; i++) {
		const struct choice *c = &r->q->choices[i];

		if (strncmp(c->name, name, length) || c->name[length] || strcmp(c->list, q->list))
			continue;
		if (route_lets_through(r, a, at.question, at.occurrence, i))
			return i;
		result = -2;
	}
	return result;
}

static int
refuse_choice(struct route *r, int question, int found, const char *name, size_t length,
	struct error *err)
{
	if (found == -2)
		return error_set(err, ERROR_INPUT,
			_("“%.*s” cannot be chosen in question %s after the answers before."),
			(int)length, name, route_number(r, question));
	return error_set(err, ERROR_INPUT, _("“%.*s” is no answer to question %s."),
		length < 80 ? (int)length : 80, name, route_number(r, question));
}

static bool
stands_before(const char *value, const char *name, size_t length)
{
	for (const char *p = value; p < name;) {
		size_t n = strcspn(p, " ");

		if (n == length && !memcmp(p, name, n))
			return true;
		p += n + 1;
	}
	return false;
}

static int
most_answers(const struct route *r, const struct question *q)
{
	int count = 0;

	if (q->max_answers > 0 || q->type != QUESTION_RANK)
		return q->max_answers;
	for (int i = 0; i < r->q->choice_count; i++)
		count += !strcmp(r->q->choices[i].list, q->list);
	return count;
}

static int
legal_names(struct route *r, const struct answers *a, struct place at, const char *value,
	struct error *err)
{
	const struct question *q = &r->q->questions[at.question];
	int count = 0, most = most_answers(r, q);
	const char *alone = NULL;

	for (const char *p = value; *p; count++) {
		size_t n = strcspn(p, " ");
		int found = n ? find_choice(r, a, at, p, n) : -1;

		if (found < 0)
			return refuse_choice(r, at.question, found, p, n, err);
		if (stands_before(value, p, n))
			return error_set(err, ERROR_INPUT,
				_("“%.*s” is chosen twice in question %s."), (int)n, p,
				route_number(r, at.question));
		if (r->q->choices[found].exclusive)
			alone = r->q->choices[found].name;
		p += n;
		p += *p == ' ' && p[1];
	}
	if (most > 0 && count > most)
		return error_set(err, ERROR_INPUT,
			P_("Question %s takes at most %d answer.",
				"Question %s takes at most %d answers.", (unsigned long)most),
			route_number(r, at.question), most);
	if (alone && count > 1)
		return error_set(err, ERROR_INPUT,
			_("In question %s “%s” cannot stand beside another answer."),
			route_number(r, at.question), alone);
	return 0;
}

static int
legal_one(struct route *r, const struct answers *a, struct place at, const char *value,
	struct error *err)
{
	size_t length = strlen(value);
	int found = find_choice(r, a, at, value, length);

	if (found >= 0)
		return 0;
	return refuse_choice(r, at.question, found, value, length, err);
}

/* ---- numbers, dates, texts ---- */

/* As stored: a sign, digits, a point, digits; nothing else. */
static bool
number_stored(const char *value, bool whole, struct decimal *out)
{
	const char *digits = value + (*value == '-');
	size_t n = strspn(digits, "0123456789");

	if (n == 0)
		return false;
	if (digits[n] == '.' && !whole) {
		size_t more = strspn(digits + n + 1, "0123456789");

		n += more ? more + 1 : 0;
	}
	return !digits[n] && decimal_parse(value, strlen(value), out) == 0;
}

static int
legal_number(struct route *r, int question, const char *value, struct error *err)
{
	const struct question *q = &r->q->questions[question];
	bool whole = q->type == QUESTION_INTEGER;
	struct decimal d;

	if (number_stored(value, whole, &d))
		return 0;
	if (whole)
		return error_set(err, ERROR_INPUT,
			_("Question %s takes a whole number of at most 15 digits."),
			route_number(r, question));
	return error_set(err, ERROR_INPUT,
		_("Question %s takes a number of at most 15 digits, such as 12.5."),
		route_number(r, question));
}

/* start=0 end=10 step=1, parted by blanks or semicolons; what is not given is pyxform's default. */
static double
parameter(const char *text, const char *name, double fallback)
{
	size_t length = strlen(name);

	for (const char *p = text; p && *p;) {
		size_t n = strcspn(p, " ;,");

		if (n > length && !memcmp(p, name, length) && p[length] == '=')
			return strtod(p + length + 1, NULL);
		p += n;
		p += strspn(p, " ;,");
	}
	return fallback;
}

static int
legal_range(struct route *r, int question, const char *value, struct error *err)
{
	const struct question *q = &r->q->questions[question];
	double from = parameter(q->parameters, "start", 1),
	       to = parameter(q->parameters, "end", 10);
	double step = fabs(parameter(q->parameters, "step", 1)), number, steps;
	char low[32], high[32], by[32];
	struct decimal d;

	if (from > to) {
		double swap = from;

		from = to;
		to = swap;
	}
	if (number_stored(value, false, &d)) {
		number = decimal_value(d);
		steps = step > 0 ? (number - from) / step : 0;
		if (number >= from && number <= to && fabs(steps - round(steps)) < 1e-6)
			return 0;
	}
	return error_set(err, ERROR_INPUT,
		_("Question %s takes a number from %s to %s in steps of %s."),
		route_number(r, question), number_plain(low, sizeof(low), from, -1),
		number_plain(high, sizeof(high), to, -1), number_plain(by, sizeof(by), step, -1));
}

/* The paper may ask for a month or a year only. */
static int
legal_date(struct route *r, int question, const char *value, struct error *err)
{
	const struct question *q = &r->q->questions[question];
	static const char shape[] = "dddd-dd-dd";
	struct date date = { 1, 1, 1 };
	size_t length = strlen(value), least = 10;
	bool fits;

	if (route_value_has(q->appearance, "month-year"))
		least = 7;
	if (route_value_has(q->appearance, "year"))
		least = 4;
	fits = length == 10 || (length == 7 && least <= 7) || (length == 4 && least == 4);
	for (size_t i = 0; fits && i < length; i++)
		fits = shape[i] == 'd' ? value[i] >= '0' && value[i] <= '9' : value[i] == '-';
	if (fits) {
		date.year = atoi(value);
		date.month = length > 4 ? atoi(value + 5) : 1;
		date.day = length > 7 ? atoi(value + 8) : 1;
		if (date_valid(date))
			return 0;
		return error_set(err, ERROR_INPUT, _("There is no day %s in the calendar."), value);
	}
	return error_set(err, ERROR_INPUT,
		_("Question %s takes a date: year, month and day, such as 2026-11-22."),
		route_number(r, question));
}

static int
legal_text(struct route *r, int question, const char *value, struct error *err)
{
	size_t characters = 0;

	for (const char *p = value; *p; p++)
		characters += ((unsigned char)*p & 0xc0) != 0x80;
	if (characters > ANSWER_TEXT_MOST)
		return error_set(err, ERROR_INPUT,
			_("The answer to question %s has %zu characters; at most %d are kept. "
			  "Shorten it."),
			route_number(r, question), characters, ANSWER_TEXT_MOST);
	if (!text_storable(value, "\n"))
		return error_set(err, ERROR_INPUT,
			_("The answer to question %s holds control or invisible characters. "
			  "Type it anew."),
			route_number(r, question));
	return 0;
}

int
route_legal(struct route *r, const struct answers *a, struct place at, const char *value,
	struct error *err)
{
	const struct question *q = &r->q->questions[at.question];

	r->call++;
	if (!*value)
		return error_set(err, ERROR_INPUT,
			_("An answer cannot be empty; choose the reason why there is none."));
	if (at.occurrence > ROUTE_OCCURRENCES)
		return error_set(err, ERROR_INPUT,
			_("Question %s can be repeated at most %d times."),
			route_number(r, at.question), ROUTE_OCCURRENCES);
	switch (q->type) {
	case QUESTION_SELECT_ONE:
		return legal_one(r, a, at, value, err);
	case QUESTION_SELECT_MULTIPLE:
	case QUESTION_RANK:
		return legal_names(r, a, at, value, err);
	case QUESTION_INTEGER:
	case QUESTION_DECIMAL:
		return legal_number(r, at.question, value, err);
	case QUESTION_RANGE:
		return legal_range(r, at.question, value, err);
	case QUESTION_DATE:
		return legal_date(r, at.question, value, err);
	default:
		return legal_text(r, at.question, value, err);
	}
}
