/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questionnaire with what or_other adds to it. */
#include "config.h"

#include "model/keying/route.h"

#include <stdlib.h>
#include <string.h>

static bool
has_other(const struct questionnaire *q, const char *list)
{
	for (int i = 0; i < q->choice_count; i++)
		if (!strcmp(q->choices[i].list, list) && !strcmp(q->choices[i].name, "other"))
			return true;
	return false;
}

/* A word in the language of each column of the questionnaire that we speak. */
static struct texts
in_languages(const struct questionnaire *q, const char *polish, const char *english)
{
	struct texts t = { { "" } };

	for (int i = 0; i < QUESTIONNAIRE_LANGUAGES; i++) {
		const char *name = i < q->language_count && q->languages[i] ? q->languages[i] : "";

		t.in[i] = strstr(name, "(en)") || !strcmp(name, "en") ? english
			  : i < q->language_count                     ? polish
								      : "";
	}
	return t;
}

/* It bears the number of its question, so that counting goes on as on paper. */
static struct question
other_text(const struct questionnaire *q, int question, struct arena *arena)
{
	const struct question *of = &q->questions[question];
	char number[16];

	return (struct question){ .id = -of->id,
		.line = of->line,
		.type = QUESTION_TEXT,
		.word = "text",
		.name = arena_format(arena, "%s_other", of->name),
		.identity = arena_format(arena, "%s_other", of->identity),
		.list = "",
		.required = "",
		.relevant = "",
		.hard_check = "",
		.soft_check = "",
		.calculation = "",
		.appearance = "",
		.default_value = "",
		.read_only = "",
		.choice_filter = "",
		.repeat_count = "",
		.parameters = "",
		.number = arena_string(arena, question_number(q, question, number, sizeof(number))),
		.label = in_languages(q, "Inne – jakie?", "Other – what?") };
}

/* The number after the highest, as wide as the others; "" where all are keyed by their places,
 * for the last place is that number. */
static const char *
code_of_other(const struct questionnaire *q, const char *list, struct arena *arena)
{
	int *of, count = choice_list(q, list, arena, &of), highest = 0, width = 1;
	bool coded = false;

	for (int i = 0; i < count; i++) {
		const struct choice *c = &q->choices[of[i]];
		char code[8];

		coded |= *c->code || (*c->name && !c->name[strspn(c->name, "0123456789")]);
		choice_code(q, of[i], i + 1, count, code, sizeof(code));
		if (atoi(code) > highest)
			highest = atoi(code);
		if (code[0] == '0')
			width = (int)strlen(code);
	}
	return coded ? arena_format(arena, "%0*d", width, (highest + 1) % 1000000) : "";
}

static void
add_choice(struct questionnaire *q, const char *list, struct arena *arena)
{
	const char *code = code_of_other(q, list, arena);

	q->choices = arena_grow(
		arena, q->choices, (size_t)q->choice_count, &q->choice_room, sizeof(*q->choices));
	q->choices[q->choice_count++] = (struct choice){
		.list = list,
		.name = "other",
		.code = code,
		.label = in_languages(q, "inne", "other")
	};
}

/* Index of each question in the copy. */
static int *
new_places(const struct questionnaire *q, struct arena *arena, int *count)
{
	int *places = arena_array(arena, (size_t)q->question_count + 1, sizeof(*places));

	*count = 0;
	for (int i = 0; i < q->question_count; i++) {
		places[i] = (*count)++;
		*count += q->questions[i].or_other;
	}
	return places;
}

void
questionnaire_keyed(const struct questionnaire *q, struct arena *arena, struct questionnaire *out)
{
	int count, *places = new_places(q, arena, &count);

	*out = *q;
	if (count == q->question_count)
		return;
	out->questions = arena_array(arena, (size_t)count, sizeof(*out->questions));
	out->question_count = count;
	out->question_room = (size_t)count;
	out->choices = arena_array(arena, (size_t)q->choice_count + 8, sizeof(*out->choices));
	out->choice_room = (size_t)q->choice_count + 8;
	if (q->choice_count)
		memcpy(out->choices, q->choices, (size_t)q->choice_count * sizeof(*q->choices));
	for (int i = 0; i < q->question_count; i++) {
		struct question *copy = &out->questions[places[i]];

		*copy = q->questions[i];
		if (copy->parent >= 0)
			copy->parent = places[copy->parent];
		if (!copy->or_other)
			continue;
		copy[1] = other_text(q, i, arena);
		copy[1].parent = copy->parent;
		if (!has_other(out, copy->list))
			add_choice(out, copy->list, arena);
	}
}
