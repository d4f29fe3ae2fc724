/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether two questionnaires ask the same in the same words. */
#include "config.h"

#include "model/questionnaires/questionnaire.h"

#include <string.h>

static bool
same_text(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "") == 0;
}

static bool
same_texts(const struct texts *a, const struct texts *b)
{
	for (int i = 0; i < QUESTIONNAIRE_LANGUAGES; i++)
		if (!same_text(a->in[i], b->in[i]))
			return false;
	return true;
}

static const char *
extra_text(const struct extra *list, int count, const char *column)
{
	for (int i = 0; i < count; i++)
		if (strcmp(list[i].column, column) == 0)
			return list[i].text;
	return "";
}

/* The order of the columns means nothing. */
static bool
same_extras(const struct extra *a, int a_count, const struct extra *b, int b_count)
{
	if (a_count != b_count)
		return false;
	for (int i = 0; i < a_count; i++)
		if (!same_text(a[i].text, extra_text(b, b_count, a[i].column)))
			return false;
	return true;
}

static bool
same_rules(const struct question *a, const struct question *b)
{
	return same_text(a->required, b->required) && same_text(a->relevant, b->relevant) &&
	       same_text(a->hard_check, b->hard_check) && same_text(a->soft_check, b->soft_check) &&
	       same_text(a->calculation, b->calculation) &&
	       same_text(a->appearance, b->appearance) &&
	       same_text(a->default_value, b->default_value) &&
	       same_text(a->read_only, b->read_only) &&
	       same_text(a->choice_filter, b->choice_filter) &&
	       same_text(a->repeat_count, b->repeat_count) &&
	       same_text(a->parameters, b->parameters) && same_text(a->number, b->number) &&
	       a->max_answers == b->max_answers && a->page == b->page &&
	       a->second_keying == b->second_keying && a->repeat_last == b->repeat_last;
}

static bool
same_question(const struct question *a, const struct question *b)
{
	return a->parent == b->parent && a->type == b->type && same_text(a->name, b->name) &&
	       same_text(a->list, b->list) && a->or_other == b->or_other &&
	       (a->type != QUESTION_META || same_text(a->word, b->word)) && same_rules(a, b) &&
	       same_texts(&a->label, &b->label) && same_texts(&a->hint, &b->hint) &&
	       same_texts(&a->hard_message, &b->hard_message) &&
	       same_texts(&a->soft_message, &b->soft_message) &&
	       same_texts(&a->required_message, &b->required_message) &&
	       same_extras(a->extras, a->extra_count, b->extras, b->extra_count);
}

static bool
same_choice(const struct choice *a, const struct choice *b)
{
	return same_text(a->list, b->list) && same_text(a->name, b->name) &&
	       same_text(a->code, b->code) && a->exclusive == b->exclusive &&
	       a->missing == b->missing && same_texts(&a->label, &b->label) &&
	       same_extras(a->extras, a->extra_count, b->extras, b->extra_count);
}

static bool
same_head(const struct questionnaire *a, const struct questionnaire *b)
{
	if (a->language_count != b->language_count || a->language != b->language)
		return false;
	for (int i = 0; i < a->language_count; i++)
		if (!same_text(a->languages[i], b->languages[i]))
			return false;
	return same_text(a->kind, b->kind) && same_text(a->form_version, b->form_version) &&
	       same_texts(&a->title, &b->title) && same_texts(&a->notice, &b->notice) &&
	       same_texts(&a->instruction, &b->instruction) &&
	       same_extras(a->settings, a->setting_count, b->settings, b->setting_count);
}

bool
questionnaire_same(const struct questionnaire *a, const struct questionnaire *b)
{
	if (!same_head(a, b) || a->question_count != b->question_count ||
		a->choice_count != b->choice_count)
		return false;
	for (int i = 0; i < a->question_count; i++)
		if (!same_question(&a->questions[i], &b->questions[i]))
			return false;
	for (int i = 0; i < a->choice_count; i++)
		if (!same_choice(&a->choices[i], &b->choices[i]))
			return false;
	return true;
}
