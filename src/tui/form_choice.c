/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters are gathered as they are typed, so that a word is found among several with its first. */
#include "config.h"

#include "tui/form_choice.h"

#include "base/i18n.h"
#include "base/text.h"

#include <string.h>

int
form_choices(const struct field *field)
{
	int count = 0;

	while (field->choices && field->choices[count])
		count++;
	return field->kind == FIELD_YES_NO ? 2 : count;
}

static const char *
choice_word(const struct field *field, int i)
{
	return field->kind == FIELD_YES_NO ? i ? _("yes") : _("no") : _(field->choices[i]);
}

/* The first one from a place on, round to it again, that begins with the letters; -1 = none. */
static int
choice_begins(const struct field *field, const char *letters, int from)
{
	int count = form_choices(field);
	char word[256];

	for (int step = 0; *letters && step < count; step++) {
		int i = (from + step) % count;

		text_fold(word, sizeof(word), choice_word(field, i));
		if (strncmp(word, letters, strlen(letters)) == 0)
			return i;
	}
	return -1;
}

/* Whether all letters are the one: it is typed again for the next word that begins with it. */
static bool
is_repeated(const char *letters, const char *letter)
{
	size_t length = strlen(letter);

	while (length && strncmp(letters, letter, length) == 0)
		letters += length;
	return !*letters;
}

int
form_choice_typed(
	const struct field *field, char typed[FORM_CHOICE_TYPED], const struct event *event, int at)
{
	char letter[sizeof(event->text)], letters[FORM_CHOICE_TYPED];
	size_t used = strlen(text_copy(letters, sizeof(letters), typed));
	int chosen;

	if (field->kind == FIELD_CHOICE && event->key >= '1' && event->key <= '9') {
		typed[0] = '\0';
		return event->key - '1' < form_choices(field) ? event->key - '1' : -1;
	}
	text_fold(letter, sizeof(letter), event->text);
	text_copy(letters + used, sizeof(letters) - used, letter);
	chosen = choice_begins(field, letters, used ? at : at + 1);
	if (chosen < 0 && (is_repeated(letters, letter) || field->kind == FIELD_YES_NO)) {
		text_copy(letters, sizeof(letters), letter);
		chosen = choice_begins(field, letters, at + 1);
	}
	text_copy(typed, FORM_CHOICE_TYPED, letters);
	return chosen;
}
