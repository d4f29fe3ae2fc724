/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes of questions, and the field made ready for one. */
#include "config.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "screens/keying/keying_codes.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { SCALE_MOST = 100 }; /* steps of a scale that are codes, not a number */

static int
choices(const struct questionnaire *q, int question, int language, struct arena *arena,
	struct keyed_code **codes)
{
	const struct question *row = &q->questions[question];
	int *list, count = choice_list(q, row->list, arena, &list);

	*codes = arena_array(arena, (size_t)count + 1, sizeof **codes);
	for (int i = 0; i < count; i++) {
		const struct choice *c = &q->choices[list[i]];
		struct keyed_code *code = &(*codes)[i];

		choice_code(q, list[i], i + 1, count, code->code, sizeof code->code);
		code->name = c->name;
		code->label = questionnaire_text(q, &c->label, language);
		code->exclusive = c->exclusive;
		code->missing = c->missing;
	}
	return count;
}

static int
scale(const struct question *row, struct arena *arena, struct keyed_code **codes)
{
	double from, to, step;
	char number[32];
	int count;

	if (!question_range(row, &from, &to, &step))
		return 0;
	if (from > to) {
		double swap = from;

		from = to;
		to = swap;
	}
	step = fabs(step);
	if (from < 0 || step < 1 || from != floor(from) || step != floor(step) ||
		(to - from) / step > SCALE_MOST)
		return 0;
	count = (int)((to - from) / step) + 1;
	*codes = arena_array(arena, (size_t)count, sizeof **codes);
	for (int i = 0; i < count; i++) {
		number_plain(number, sizeof number, from + i * step, 0);
		text_copy((*codes)[i].code, sizeof(*codes)->code, number);
		(*codes)[i].name = arena_string(arena, number);
		(*codes)[i].label = "";
	}
	return count;
}

int
keying_codes(const struct questionnaire *q, int question, int language, struct arena *arena,
	struct keyed_code **codes)
{
	const struct question *row = &q->questions[question];

	*codes = NULL;
	if (question_has_choices(row))
		return choices(q, question, language, arena, codes);
	return row->type == QUESTION_RANGE ? scale(row, arena, codes) : 0;
}

/* ---- showing ---- */

static const char *
code_of(const struct keyed_code *codes, int count, const char *name, size_t length)
{
	for (int i = 0; i < count; i++)
		if (strlen(codes[i].name) == length && memcmp(codes[i].name, name, length) == 0)
			return codes[i].code;
	return "?";
}

static char *
show_codes(const char *value, const struct keyed_code *codes, int count, char *dst, size_t size)
{
	size_t used = 0;

	dst[0] = '\0';
	while (*value && used < size) {
		size_t length = strcspn(value, " ");

		used += (size_t)snprintf(dst + used, size - used, "%s%s", used ? " " : "",
			code_of(codes, count, value, length));
		value += length + (value[length] == ' ');
	}
	return dst;
}

static char *
show_date(const char *value, char *dst, size_t size)
{
	int year = 0, month = 0, day = 0, parts = sscanf(value, "%d-%d-%d", &year, &month, &day);

	if (parts == 3)
		return date_format(dst, size, (struct date){ year, month, day });
	if (parts == 2)
		snprintf(dst, size, "%02d.%04d", month, year);
	else
		text_copy(dst, size, value);
	return dst;
}

char *
keying_codes_show(const struct questionnaire *q, const struct answer *x,
	const struct keyed_code *codes, int count, char *dst, size_t size)
{
	const struct question *row = &q->questions[x->question];

	dst[0] = '\0';
	if (!x->value[0] && x->missing)
		return text_copy(dst, size, _(missing_reason(x->missing)->label));
	if (count)
		return show_codes(x->value, codes, count, dst, size);
	if (row->type == QUESTION_DATE)
		return show_date(x->value, dst, size);
	text_copy(dst, size, x->value);
	if (row->type == QUESTION_DECIMAL && i18n_language() == LANGUAGE_POLISH && strchr(dst, '.'))
		*strchr(dst, '.') = ',';
	return dst;
}

/* ---- the field ---- */

static enum keyed_kind
kind_of(const struct question *row, int codes)
{
	switch (row->type) {
	case QUESTION_SELECT_ONE:
		return KEYED_ONE;
	case QUESTION_SELECT_MULTIPLE:
	case QUESTION_RANK:
		return KEYED_SEVERAL;
	case QUESTION_RANGE:
		return codes ? KEYED_ONE : KEYED_DECIMAL;
	case QUESTION_INTEGER:
		return KEYED_WHOLE;
	case QUESTION_DECIMAL:
		return KEYED_DECIMAL;
	case QUESTION_DATE:
		return KEYED_DATE;
	default:
		return KEYED_TEXT;
	}
}

/* Codes that the answers before take out. */
static void
bar(struct sheet *h, struct keyed_code *codes, int count)
{
	const struct questionnaire *q = &h->session->q;
	struct error ignored = { 0 };
	int *left, left_count;

	for (int i = 0; i < count; i++)
		codes[i].barred = true;
	route_choices(h->session->route, &h->answers, h->at, &h->field_arena, &left, &left_count,
		&ignored);
	for (int k = 0; k < left_count; k++)
		for (int i = 0; i < count; i++)
			if (strcmp(codes[i].name, q->choices[left[k]].name) == 0)
				codes[i].barred = false;
}

void
keying_codes_field(struct sheet *h)
{
	const struct questionnaire *q = &h->session->q;
	struct keying_field *f = &h->field;
	const struct question *row;
	const struct answer *x;
	struct keyed_code *codes;

	arena_release(&h->field_arena);
	f->codes = NULL;
	f->code_count = 0;
	if (h->at.question < 0)
		return;
	row = &q->questions[h->at.question];
	f->code_count =
		keying_codes(q, h->at.question, h->session->language, &h->field_arena, &codes);
	f->codes = codes;
	if (row->choice_filter && row->choice_filter[0])
		bar(h, codes, f->code_count);
	f->kind = kind_of(row, f->code_count);
	f->most = row->max_answers;
	f->date = strstr(row->appearance, "month-year") ? KEYED_MONTH
		  : strstr(row->appearance, "year")     ? KEYED_YEAR
							: KEYED_DAY;
	f->edit.text = h->text;
	x = answers_find(&h->answers, h->at.question, h->at.occurrence);
	keying_field_start(f, x ? x->value : "");
}
