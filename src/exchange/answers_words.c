/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers as people read them. */
#include "config.h"

#include "exchange/answers_words.h"

#include "base/i18n.h"
#include "base/number.h"
#include "exchange/dataset.h"
#include "model/questionnaires/missing.h"

#include <string.h>

struct words_list { /* the choices of a question */
	const int *choices;
	const char **labels;
	int count;
};

void
answers_words_open(const struct questionnaire *q, struct arena *arena, struct answers_words *w)
{
	const char *language = i18n_code();

	*w = (struct answers_words){ .q = q, .language = questionnaire_language(q, language) };
	w->lists = arena_array(arena, (size_t)q->question_count + 1, sizeof(*w->lists));
	for (int i = 0; i < q->question_count; i++) {
		struct words_list *l = &w->lists[i];
		int *choices;

		if (!q->questions[i].list[0])
			continue;
		l->count = choice_list(q, q->questions[i].list, arena, &choices);
		l->choices = choices;
		l->labels = arena_array(arena, (size_t)l->count + 1, sizeof(*l->labels));
		for (int k = 0; k < l->count; k++) {
			const struct choice *c = &q->choices[choices[k]];
			const char *label = questionnaire_text(q, &c->label, w->language);

			l->labels[k] = data_label(arena, label[0] ? label : c->name, 0, 0, NULL);
		}
	}
}

const char *
answers_words_heading(const struct answers_words *w, int question, int pass, struct arena *arena)
{
	const struct questionnaire *q = w->q;
	struct grid grid = questionnaire_grid(q, question);
	const char *own = questionnaire_text(q, &q->questions[question].label, w->language);
	const char *head = "";
	char number[32];

	if (!own[0])
		own = q->questions[question].name;
	if (grid.count > 0 && grid.head >= 0 && grid.head != question)
		head = questionnaire_text(q, &q->questions[grid.head].label, w->language);
	if (head[0])
		own = arena_format(arena, "%s – %s", own, head);
	if (question_number(q, question, number, sizeof(number))[0])
		own = arena_format(arena, "%s. %s", number, own);
	if (pass)
		own = arena_format(arena, "%s (%d)", own, pass);
	return data_label(arena, own, 0, 0, NULL);
}

/* What of the list bears the name; the name itself where the list has changed since. */
static const char *
label_of(const struct answers_words *w, int question, const char *name, size_t length,
	struct arena *arena)
{
	const struct words_list *l = &w->lists[question];

	for (int i = 0; i < l->count; i++) {
		const char *own = w->q->choices[l->choices[i]].name;

		if (!strncmp(own, name, length) && !own[length])
			return l->labels[i];
	}
	return arena_format(arena, "%.*s", (int)length, name);
}

static const char *
labels_of(const struct answers_words *w, const struct answer *x, struct arena *arena)
{
	const char *all = "";

	for (const char *name = x->value; *name;) {
		size_t length = strcspn(name, " ");

		if (length)
			all = arena_format(arena, "%s%s%s", all, all[0] ? "; " : "",
				label_of(w, x->question, name, length, arena));
		name += length + (name[length] == ' ');
	}
	return all;
}

/* 12.5 as a Polish spreadsheet has it. */
static const char *
with_comma(struct arena *arena, const char *value)
{
	char *copy = arena_string(arena, value), *point = strchr(copy, '.');
	struct decimal number;

	if (point && decimal_parse(copy, strlen(copy), &number) == 0)
		*point = ',';
	return copy;
}

const char *
answers_words_cell(const struct answers_words *w, const struct answer *x, struct arena *arena)
{
	enum missing why = x->marks & ANSWER_OFF_ROUTE ? MISSING_OFF_ROUTE : x->missing;

	if (why == MISSING_OFF_ROUTE || !x->value[0]) /* what is off the route does not count */
		return why == MISSING_NONE
			       ? ""
			       : arena_format(arena, "(%s)", _(missing_reason(why)->label));
	switch (w->q->questions[x->question].type) {
	case QUESTION_SELECT_ONE:
		return label_of(w, x->question, x->value, strlen(x->value), arena);
	case QUESTION_SELECT_MULTIPLE:
	case QUESTION_RANK:
		return labels_of(w, x, arena);
	case QUESTION_DECIMAL:
	case QUESTION_RANGE:
	case QUESTION_CALCULATE:
		return with_comma(arena, x->value);
	default:
		return x->value;
	}
}

const char *
answers_words_mode(const char *mode)
{
	return !strcmp(mode, "paper")	      ? _("on paper")
	       : !strcmp(mode, "online")      ? _("online")
	       : !strcmp(mode, "interviewer") ? _("with an interviewer")
					      : mode;
}
