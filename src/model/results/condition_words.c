/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts labels into conditions, one comparison after the other. */
#include "config.h"

#include "model/results/condition_words.h"

#include "base/i18n.h"

#include <ctype.h>
#include <string.h>

struct words {
	const struct questionnaire *q;
	int language;
	struct arena *arena;
	const char *at;  /* what is left */
	const char *out; /* what is said so far */
};

static void
say(struct words *w, const char *text, size_t length)
{
	w->out = arena_format(w->arena, "%s%.*s", w->out, (int)length, text);
}

static const char *
skip_spaces(const char *at)
{
	return at + strspn(at, " \t\n");
}

/* ---- pieces: each gives what follows it, or NULL where it does not stand here ---- */

static const char *
word(const char *at, const char *wanted)
{
	size_t length = strlen(wanted);

	return strncmp(at, wanted, length) ? NULL : at + length;
}

/* ${name} of a question that is there. */
static const char *
question(const struct words *w, const char *at, int *found)
{
	const char *name = word(at, "${"), *end = name ? strchr(name, '}') : NULL;

	if (!end)
		return NULL;
	*found = question_by_name(w->q, arena_format(w->arena, "%.*s", (int)(end - name), name));
	return *found < 0 ? NULL : end + 1;
}

/* 'text', "text" or a number. */
static const char *
literal(const struct words *w, const char *at, const char **text)
{
	size_t length = strspn(at, "0123456789.");

	if (*at == '\'' || *at == '"') {
		const char *end = strchr(at + 1, *at);

		if (!end)
			return NULL;
		*text = arena_format(w->arena, "%.*s", (int)(end - at - 1), at + 1);
		return end + 1;
	}
	*text = arena_format(w->arena, "%.*s", (int)length, at);
	return length > 0 ? at + length : NULL;
}

static const char *
operator(const char *at, const char **sign)
{
	static const char *const signs[] = { "!=", "<=", ">=", "=", "<", ">" };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (word(at, signs[i])) {
			*sign = signs[i];
			return word(at, signs[i]);
		}
	return NULL;
}

/* ---- words ---- */

/* Without the sign at its end: an answer follows. */
static const char *
label_of(const struct words *w, int found)
{
	const char *label = questionnaire_text(w->q, &w->q->questions[found].label, w->language);
	size_t length = strlen(label);

	while (length > 0 && strchr("?:. ", label[length - 1]))
		length--;
	return length > 0 ? arena_format(w->arena, "%.*s", (int)length, label)
			  : w->q->questions[found].name;
}

/* NULL = the question has no such answer to choose. */
static const char *
answer_label(const struct words *w, int found, const char *name)
{
	int *list, count;

	if (!question_has_choices(&w->q->questions[found]))
		return NULL;
	count = choice_list(w->q, w->q->questions[found].list, w->arena, &list);
	for (int i = 0; i < count; i++) {
		const struct choice *c = &w->q->choices[list[i]];

		if (strcmp(c->name, name) == 0)
			return questionnaire_text(w->q, &c->label, w->language);
	}
	return NULL;
}

static const char *
compared(const struct words *w, int found, const char *sign, const char *name)
{
	const char *label = label_of(w, found), *answer = answer_label(w, found, name);

	if (!name[0] && strcmp(sign, "=") == 0)
		return arena_format(w->arena, _("%s: no answer"), label);
	if (!name[0])
		return arena_format(w->arena, _("%s: any answer"), label);
	if (answer && strcmp(sign, "=") == 0)
		return arena_format(w->arena, "%s: %s", label, answer);
	if (answer && strcmp(sign, "!=") == 0)
		return arena_format(w->arena, _("%s: other than %s"), label, answer);
	return arena_format(w->arena, "%s %s %s", label, sign, name);
}

/* ${question} = 'answer' */
static bool
comparison(struct words *w)
{
	const char *at = w->at, *sign, *name, *text;
	int found;

	if (!(at = question(w, at, &found)) || !(at = operator(skip_spaces(at), &sign)) ||
		!(at = literal(w, skip_spaces(at), &name)))
		return false;
	text = compared(w, found, sign, name);
	say(w, text, strlen(text));
	w->at = at;
	return true;
}

/* selected(${question}, 'answer'), and not() around it */
static bool
selection(struct words *w)
{
	const char *at = w->at, *inner = word(at, "not("), *name, *text;
	int found;

	at = word(skip_spaces(inner ? inner : at), "selected(");
	if (!at || !(at = question(w, skip_spaces(at), &found)) ||
		!(at = word(skip_spaces(at), ",")) || !(at = literal(w, skip_spaces(at), &name)) ||
		!(at = word(skip_spaces(at), ")")) || (inner && !(at = word(skip_spaces(at), ")"))))
		return false;
	text = compared(w, found, inner ? "!=" : "=", name);
	say(w, text, strlen(text));
	w->at = at;
	return true;
}

static bool
is_name(char c)
{
	return isalnum((unsigned char)c) || c == '_' || c == '-';
}

/* A name as a whole: and, or; of others all letters, so that none of them is taken for one. */
static bool
name(struct words *w)
{
	const char *text = w->at;
	size_t length = 0;

	while (is_name(text[length]))
		length++;
	if (length == 0)
		return false;
	if (length == 3 && word(text, "and"))
		say(w, _("and"), strlen(_("and")));
	else if (length == 2 && word(text, "or"))
		say(w, _("or"), strlen(_("or")));
	else
		say(w, text, length);
	w->at += length;
	return true;
}

static bool
lone_question(struct words *w)
{
	const char *label, *end;
	int found;

	if (!(end = question(w, w->at, &found)))
		return false;
	label = arena_format(w->arena, "“%s”", label_of(w, found));
	say(w, label, strlen(label));
	w->at = end;
	return true;
}

const char *
condition_words(
	const struct questionnaire *q, int language, const char *condition, struct arena *arena)
{
	struct words w = {
		.q = q, .language = language, .arena = arena, .at = condition, .out = ""
	};

	if (!condition || !condition[0])
		return condition;
	while (*w.at)
		if (!comparison(&w) && !selection(&w) && !name(&w) && !lone_question(&w))
			say(&w, w.at++, 1);
	return w.out;
}
