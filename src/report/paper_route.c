/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Routes in plain words. Only what a person would say in one breath is put into words: one or
 * several simple comparisons joined by "or", or by "and". */
#include "config.h"

#include "base/i18n.h"
#include "report/paper_parts.h"

#include <ctype.h>
#include <string.h>

enum { MOST_TERMS = 12 };

struct term {
	int question;
	enum paper_word relation; /* WORD_MARKED … WORD_MOST */
	char value[64];
};

struct terms {
	struct term list[MOST_TERMS];
	int count;
	enum paper_word joined; /* WORD_OR, WORD_AND */
};

static const char *
blanks(const char *at)
{
	return at + strspn(at, " \t\r\n");
}

static bool
take(const char **at, const char *word)
{
	const char *from = blanks(*at);
	size_t length = strlen(word);

	if (strncmp(from, word, length) != 0)
		return false;
	if (isalpha((unsigned char)word[length - 1]) && isalnum((unsigned char)from[length]))
		return false;
	*at = from + length;
	return true;
}

static bool
take_name(const struct paper *p, const char **at, int *question)
{
	char name[256];
	size_t length;

	if (!take(at, "${"))
		return false;
	length = strcspn(*at, "}");
	if (length == 0 || length >= sizeof(name) || (*at)[length] != '}')
		return false;
	memcpy(name, *at, length);
	name[length] = '\0';
	*at += length + 1;
	*question = question_by_name(p->q, name);
	return *question >= 0;
}

/* 'yes', "yes" or 12.5 */
static bool
take_value(const char **at, char value[64])
{
	const char *from = blanks(*at);
	size_t length, quote = *from == '\'' || *from == '"';

	if (quote)
		length = strcspn(from + 1, *from == '\'' ? "'" : "\"");
	else
		length = strspn(from, "0123456789.");
	if (length >= 64 || (quote && !from[1 + length]) || (!quote && length == 0))
		return false;
	memcpy(value, from + quote, length);
	value[length] = '\0';
	*at = from + length + 2 * quote;
	return true;
}

static bool
take_selected(const struct paper *p, const char **at, struct term *t)
{
	bool not = take(at, "not(");

	if (!take(at, "selected(") || !take_name(p, at, &t->question) || !take(at, ",") ||
		!take_value(at, t->value) || !take(at, ")") || (not && !take(at, ")")))
		return false;
	t->relation = not ? WORD_NOT_MARKED : WORD_MARKED;
	return true;
}

static bool
take_comparison(const struct paper *p, const char **at, struct term *t)
{
	static const struct {
		const char *sign;
		enum paper_word relation;
	} signs[] = { { "!=", WORD_NOT_EQUAL }, { ">=", WORD_AT_LEAST }, { "<=", WORD_MOST },
		{ "=", WORD_EQUAL }, { ">", WORD_MORE }, { "<", WORD_LESS } };
	size_t i = 0;

	if (!take_name(p, at, &t->question))
		return false;
	while (i < sizeof(signs) / sizeof(signs[0]) && !take(at, signs[i].sign))
		i++;
	if (i == sizeof(signs) / sizeof(signs[0]) || !take_value(at, t->value))
		return false;
	t->relation = signs[i].relation;
	if (question_has_choices(&p->q->questions[t->question]) && t->relation == WORD_EQUAL)
		t->relation = WORD_MARKED;
	if (question_has_choices(&p->q->questions[t->question]) && t->relation == WORD_NOT_EQUAL)
		t->relation = WORD_NOT_MARKED;
	return true;
}

static bool
read_terms(const struct paper *p, const char *text, struct terms *terms)
{
	*terms = (struct terms){ .joined = WORDS };
	for (;;) {
		struct term *t = &terms->list[terms->count];
		const char *from = text;
		enum paper_word joint;

		if (terms->count == MOST_TERMS)
			return false;
		if (!take_selected(p, &text, t) && (text = from, !take_comparison(p, &text, t)))
			return false;
		terms->count++;
		if (!*blanks(text))
			return true;
		joint = take(&text, "or") ? WORD_OR : take(&text, "and") ? WORD_AND : WORDS;
		if (joint == WORDS || (terms->joined != WORDS && terms->joined != joint))
			return false;
		terms->joined = joint;
	}
}

/* "2 (yes)" of a choice, the value as it is of a number; NULL = not printed. */
static const char *
value_words(const struct paper *p, const struct term *t)
{
	const struct question *q = &p->q->questions[t->question];
	int *list, count;

	if (t->relation != WORD_MARKED && t->relation != WORD_NOT_MARKED)
		return *t->value ? t->value : NULL;
	count = choice_list(p->q, q->list, p->arena, &list);
	for (int i = 0; i < count; i++) {
		const struct choice *c = &p->q->choices[list[i]];
		char code[8];

		if (strcmp(c->name, t->value) == 0)
			return arena_format(p->arena, "%s (%s)",
				choice_code(p->q, list[i], i + 1, count, code, sizeof(code)),
				paper_text(p, &c->label));
	}
	return NULL;
}

/* One clause of neighbouring terms on the same question; *at moves behind them. */
static const char *
clause(const struct paper *p, const struct terms *terms, int *at)
{
	const struct term *first = &terms->list[*at];
	const char *values = value_words(p, first);
	char number[16];

	question_number(p->q, first->question, number, sizeof(number));
	if (!values || !*number)
		return NULL;
	while (++*at < terms->count && terms->joined == WORD_OR &&
		terms->list[*at].question == first->question &&
		terms->list[*at].relation == first->relation &&
		first->relation == WORD_MARKED) {
		const char *more = value_words(p, &terms->list[*at]);

		if (!more)
			return NULL;
		values = arena_format(p->arena, "%s%s%s", values, paper_word(p, WORD_OR), more);
	}
	return paper_phrase(p, first->relation, number, values);
}

static const char *
in_words(const struct paper *p, const struct terms *terms)
{
	const char *text = "";

	for (int i = 0; i < terms->count;) {
		const char *next = clause(p, terms, &i);

		if (!next)
			return NULL;
		text = arena_format(p->arena, "%s%s%s", text,
			*text ? paper_word(p, terms->joined) : "", next);
	}
	return paper_phrase(p, WORD_ONLY_IF, text, "");
}

/* Whether hint or label says it already: by a number that the rule depends on, or in words that
 * people use for it. */
static bool
said(const struct paper *p, const struct question *q, const struct terms *terms)
{
	static const char *const phrases[] = { "tylko wtedy", "tylko jeśli", "tylko gdy", "pomiń",
		"pomija", "pominąć", "only if", "only when", "skip", "leave this question out",
		"leaves this question out", "leave out" };
	const char *hint = paper_text(p, &q->hint), *label = paper_text(p, &q->label);

	for (size_t i = 0; i < sizeof(phrases) / sizeof(phrases[0]); i++)
		if (strstr(hint, phrases[i]) || strstr(label, phrases[i]))
			return true;
	for (int i = 0; i < terms->count; i++) {
		char number[16];

		question_number(p->q, terms->list[i].question, number, sizeof(number));
		if (paper_names(hint, number) || paper_names(label, number))
			return true;
	}
	return false;
}

const char *
paper_route(struct paper *p, int question)
{
	const struct question *q = &p->q->questions[question];
	struct terms terms;
	const char *text = NULL;
	bool simple;

	if (!*q->relevant)
		return "";
	simple = read_terms(p, q->relevant, &terms);
	if (said(p, q, &terms))
		return "";
	if (simple)
		text = in_words(p, &terms);
	if (text)
		return text;
	paper_remark(p, arena_format(p->arena,
		_("The rule of “%s” cannot be put into plain words; say in its hint who answers "
		  "it."),
		q->name));
	return "";
}

/* "Other: …" that or_other adds has its question's name and an ending. */
static bool
is_other(const struct question *q, const struct question *of)
{
	size_t length = strlen(of->name);

	return of->or_other && strncmp(q->name, of->name, length) == 0 &&
	       strcmp(q->name + length, "_other") == 0;
}

bool
paper_follows(const struct paper *p, int question, int above)
{
	const struct question *q = &p->q->questions[question];
	struct terms terms;

	if (above < 0 || q->type != QUESTION_TEXT ||
		q->parent != p->q->questions[above].parent)
		return false;
	if (is_other(q, &p->q->questions[above]))
		return true;
	return *q->relevant && read_terms(p, q->relevant, &terms) && terms.count == 1 &&
	       terms.list[0].question == above && terms.list[0].relation == WORD_MARKED;
}
