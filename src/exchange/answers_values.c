/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the different texts of a column stand for: choices by name, code or label, numbers and
 * dates as people write them, reasons by their names. */
#include "config.h"

#include "exchange/answers_parts.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { LABEL = 1024, LISTED = 8 /* choices in a sentence */, LONGEST = 8192 };

/* ---- choices ---- */

static bool
code_is(const struct questionnaire *q, const int *list, int count, int place, const char *text)
{
	char code[8];

	return !strcmp(choice_code(q, list[place], place + 1, count, code, sizeof(code)), text);
}

static bool
label_is(const struct questionnaire *q, int choice, const char *folded)
{
	char own[LABEL];

	for (int l = 0; l < q->language_count; l++) {
		const char *label = q->choices[choice].label.in[l];

		if (label && label[0] && !strcmp(text_fold(own, sizeof(own), label), folded))
			return true;
	}
	return false;
}

int
answers_choice(const struct questionnaire *q, int question, const char *text)
{
	struct arena arena = { 0 };
	char folded[LABEL];
	int *list, found = -1;
	int count = choice_list(q, q->questions[question].list, &arena, &list);

	for (int i = 0; i < count && found < 0; i++)
		if (!strcmp(q->choices[list[i]].name, text))
			found = list[i];
	for (int i = 0; i < count && found < 0; i++)
		if (code_is(q, list, count, i, text))
			found = list[i];
	text_fold(folded, sizeof(folded), text);
	for (int i = 0; i < count && found < 0 && folded[0]; i++)
		if (label_is(q, list[i], folded))
			found = list[i];
	arena_release(&arena);
	return found;
}

static const char *
mapped(const struct answers_file *f, int question, const char *text)
{
	const struct answer_mapping *m = answers_mapping(f, f->q.questions[question].name, text);

	return m ? m->target : NULL;
}

/* The name of a choice; "" = a person said that it is to be left out; NULL = nothing known. */
static const char *
choice_name(const struct answers_file *f, int question, const char *text)
{
	const char *target = mapped(f, question, text);
	int choice =
		target && !target[0] ? -1 : answers_choice(&f->q, question, target ? target : text);

	if (target && !target[0])
		return "";
	return choice >= 0 ? f->q.choices[choice].name : NULL;
}

static const char *
expected(struct answers_file *f, int question)
{
	const struct questionnaire *q = &f->q;
	char text[160] = "";
	size_t length = 0;
	int *list, count = choice_list(q, q->questions[question].list, &f->choosing, &list);

	for (int i = 0; i < count && i < LISTED && length + 24 < sizeof(text); i++)
		length += (size_t)snprintf(text + length, sizeof(text) - length, "%s%.20s",
			i ? ", " : "", q->choices[list[i]].name);
	if (count > LISTED && length + 6 < sizeof(text))
		snprintf(text + length, sizeof(text) - length, ", …");
	return arena_string(&f->choosing, text);
}

static void
strange(struct answers_file *f, const struct answers_column *c, const char *text,
	struct answers_text *out)
{
	char shown[128], clean[128];

	text_copy(shown, sizeof(shown), text);
	out->state = ANSWERS_STRANGE;
	out->why =
		arena_format(&f->choosing, _("“%s” is no answer of the question %s; expected: %s."),
			text_clean(clean, sizeof(clean), shown), f->q.questions[c->question].name,
			expected(f, c->question));
}

static void
convert_one(struct answers_file *f, const struct answers_column *c, const char *text,
	struct answers_text *out)
{
	const char *name = choice_name(f, c->question, text);
	int choice;

	if (!name) {
		strange(f, c, text, out);
		return;
	}
	out->state = name[0] ? ANSWERS_TAKEN : ANSWERS_EMPTY;
	out->value = name;
	choice = name[0] ? answers_choice(&f->q, c->question, name) : -1;
	if (choice >= 0)
		out->missing = f->q.choices[choice].missing;
}

/* The names of what is chosen, parted by the separator; NULL = a part means nothing. */
static const char *
several(struct answers_file *f, const struct answers_column *c, const char *text,
	const char *separators)
{
	char *copy = arena_string(&f->choosing, text), *save = NULL;
	const char *names = "";

	for (char *p = strtok_r(copy, separators, &save); p;
		p = strtok_r(NULL, separators, &save)) {
		const char *name;

		while (*p == ' ')
			p++;
		for (size_t n = strlen(p); n > 0 && p[n - 1] == ' ';)
			p[--n] = '\0';
		if (!*p)
			continue;
		name = choice_name(f, c->question, p);
		if (!name)
			return NULL;
		if (name[0])
			names = arena_format(
				&f->choosing, "%s%s%s", names, names[0] ? " " : "", name);
	}
	return names;
}

static void
convert_several(struct answers_file *f, const struct answers_column *c, const char *text,
	struct answers_text *out)
{
	static const char *const ways[] = { " ", ";", "|", ",", "\n" };
	const char *names = choice_name(f, c->question, text);
	size_t length = strlen(text);
	int choice;

	for (size_t i = 0; !names && length < LONGEST && i < sizeof(ways) / sizeof(ways[0]); i++)
		names = several(f, c, text, ways[i]);
	if (!names) {
		strange(f, c, text, out);
		return;
	}
	out->state = names[0] ? ANSWERS_TAKEN : ANSWERS_EMPTY;
	out->value = names;
	if (names[0] && !strchr(names, ' ')) {
		choice = answers_choice(&f->q, c->question, names);
		out->missing = choice >= 0 ? f->q.choices[choice].missing : MISSING_NONE;
	}
}

/* ---- numbers and dates ---- */

static void
convert_number(struct answers_file *f, const struct question *q, const char *text,
	struct answers_text *out)
{
	size_t length = strlen(text);
	char *plain = arena_new(&f->choosing, length + 2), *to = plain;
	struct decimal number;

	out->state = ANSWERS_TAKEN;
	out->value = text; /* what is no number is refused as it stands */
	if (length > 64 || decimal_parse(text, length, &number))
		return;
	if (number.mantissa < 0)
		*to++ = '-';
	for (const char *p = text; *p; p++)
		if ((*p >= '0' && *p <= '9') || ((*p == ',' || *p == '.') && p[1]))
			*to++ = *p == ',' ? '.' : *p;
	*to = '\0';
	to = strchr(plain, '.');
	if (q->type == QUESTION_INTEGER && to && !to[1 + strspn(to + 1, "0")])
		*to = '\0'; /* 5.0 of a spreadsheet */
	out->value = plain;
}

static bool
digits(const char **p, size_t least, size_t most, int *number)
{
	size_t n = strspn(*p, "0123456789");

	if (n < least || n > most)
		return false;
	*number = atoi(*p);
	*p += n;
	return true;
}

/* 2026-11-22, 22.11.2026, with or without a time behind; month and year, year. Whether such a day
 * exists is route_legal()'s question. */
static void
convert_date(struct answers_file *f, const char *text, struct answers_text *out)
{
	int first = 0, second = 0, third = 0;
	const char *p = text;
	char mark;

	out->state = ANSWERS_TAKEN;
	out->value = text;
	if (!digits(&p, 1, 4, &first) || !*p || !strchr(".-/", *p))
		return;
	mark = *p++;
	if (!digits(&p, 1, 4, &second))
		return;
	if (*p == mark) {
		p++;
		if (!digits(&p, 1, 4, &third) || (*p && *p != 'T' && *p != ' '))
			return;
		if (first > 31)
			out->value =
				arena_format(&f->choosing, "%04d-%02d-%02d", first, second, third);
		else if (third > 31)
			out->value =
				arena_format(&f->choosing, "%04d-%02d-%02d", third, second, first);
	} else if (!*p && first > 31) {
		out->value = arena_format(&f->choosing, "%04d-%02d", first, second);
	} else if (!*p && second > 31) {
		out->value = arena_format(&f->choosing, "%04d-%02d", second, first);
	}
}

/* Lines of a text end with LF here, wherever they were written. */
static void
convert_text(struct answers_file *f, const char *text, struct answers_text *out)
{
	char *plain, *to;

	out->state = ANSWERS_TAKEN;
	out->value = text;
	if (!strchr(text, '\r'))
		return;
	plain = to = arena_new(&f->choosing, strlen(text) + 1);
	for (const char *p = text; *p; p++)
		if (*p != '\r')
			*to++ = *p;
		else if (p[1] != '\n')
			*to++ = '\n';
	*to = '\0';
	out->value = plain;
}

/* ---- one text ---- */

static bool
is_reason(const char *text, struct answers_text *out)
{
	int reason = text[0] ? missing_by_name(text) : -1;

	if (reason <= MISSING_NONE)
		return false;
	out->state = ANSWERS_LACKS;
	out->missing = (enum missing)reason;
	return true;
}

static void
convert_reason(struct answers_file *f, const char *text, struct answers_text *out)
{
	if (is_reason(text, out))
		return;
	out->state = ANSWERS_WRONG;
	out->why = arena_format(&f->choosing,
		_("“%.40s” is no reason of a missing answer; expected: no_answer, refused, "
		  "dont_know, not_applicable, off_route, illegible, two_marks, page_missing."),
		text);
}

static void
convert_yes(struct answers_file *f, const struct answers_column *c, const char *text,
	struct answers_text *out)
{
	static const char *const yes[] = { "1", "yes", "true", "tak", "prawda", "x", "v" };
	static const char *const no[] = { "0", "no", "false", "nie", "falsz", "n/a" };
	char folded[64];

	text_fold(folded, sizeof(folded), text);
	for (size_t i = 0; i < sizeof(no) / sizeof(no[0]); i++)
		if (!strcmp(folded, no[i])) {
			out->state = ANSWERS_LACKS; /* looked at, not chosen */
			return;
		}
	for (size_t i = 0; i < sizeof(yes) / sizeof(yes[0]); i++)
		if (!strcmp(folded, yes[i])) {
			out->state = ANSWERS_TAKEN;
			return;
		}
	if (answers_choice(&f->q, c->question, text) == c->choice) {
		out->state = ANSWERS_TAKEN;
		return;
	}
	out->state = ANSWERS_WRONG;
	out->why = arena_format(&f->choosing,
		_("“%.40s” does not say whether “%s” is chosen; expected: 1 or 0, yes or no."),
		text, f->q.choices[c->choice].name);
}

static void
convert_value(struct answers_file *f, const struct answers_column *c, const char *text,
	struct answers_text *out)
{
	const struct question *q = &f->q.questions[c->question];

	switch (q->type) {
	case QUESTION_SELECT_ONE:
		convert_one(f, c, text, out);
		break;
	case QUESTION_SELECT_MULTIPLE:
	case QUESTION_RANK:
		convert_several(f, c, text, out);
		break;
	case QUESTION_INTEGER:
	case QUESTION_DECIMAL:
	case QUESTION_RANGE:
		convert_number(f, q, text, out);
		break;
	case QUESTION_DATE:
		convert_date(f, text, out);
		break;
	default:
		convert_text(f, text, out);
		return;
	}
	/* Of an open answer the word is the answer; elsewhere the reason that there is none. */
	if (out->state == ANSWERS_STRANGE || q->type == QUESTION_INTEGER ||
		q->type == QUESTION_DECIMAL || q->type == QUESTION_RANGE ||
		q->type == QUESTION_DATE)
		is_reason(text, out);
}

void
answers_convert(struct answers_file *f, struct answers_column *c)
{
	for (int i = 0; i < c->texts.count; i++) {
		struct answers_text *out = &c->list[i];
		const char *text = c->texts.entries[i].bytes;

		*out = (struct answers_text){
			.count = out->count, .line = out->line, .value = "", .state = ANSWERS_EMPTY
		};
		if (!text[strspn(text, " \t\r\n")])
			continue;
		if (c->role == ANSWERS_VALUE)
			convert_value(f, c, text, out);
		else if (c->role == ANSWERS_REASON)
			convert_reason(f, text, out);
		else if (c->role == ANSWERS_CHOICE)
			convert_yes(f, c, text, out);
	}
}
