/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the program's action table. */
#include "config.h"

#include "tui/action.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KEYS_MAX = 12 };

const struct action *
action_by_id(const struct action_table *t, int id)
{
	for (size_t i = 0; i < t->count && id != ACTION_NONE; i++)
		if (t->rows[i].id == id)
			return &t->rows[i];
	return NULL;
}

const struct action *
action_by_name(const struct action_table *t, const char *name)
{
	for (size_t i = 0; i < t->count; i++)
		if (strcmp(t->rows[i].name, name) == 0)
			return &t->rows[i];
	return NULL;
}

/* The function key that Alt-digit stands for, every other key as it is. */
static int
plain_function(int key)
{
	int number = key_function(key);

	return number ? KEYS_F(number) : key;
}

static bool
has_key(const char *names, int key)
{
	int keys[KEYS_MAX];
	int count = key_list(names, keys, KEYS_MAX);

	for (int i = 0; i < count; i++)
		if (keys[i] != KEYS_NONE && plain_function(keys[i]) == key)
			return true;
	return false;
}

static bool
means(const struct action_table *t, const struct action *a, enum context context, int key)
{
	if (key_is_text(key))
		return context == CONTEXT_LIST && !t->letters_off && has_key(a->letters, key);
	return has_key(a->keys, plain_function(key));
}

int
action_find(const struct action_table *t, const int *ids, enum context context, int key)
{
	for (; ids && *ids; ids++) {
		const struct action *a = action_by_id(t, *ids);

		if (a && means(t, a, context, key))
			return *ids;
	}
	return ACTION_NONE;
}

bool
action_listed(const int *ids, int id)
{
	for (; ids && *ids; ids++)
		if (*ids == id)
			return true;
	return false;
}

const struct action *
action_function(const struct action_table *t, const int *ids, const int *global, int number)
{
	int id = action_find(t, ids, CONTEXT_TYPING, KEYS_F(number));

	if (id == ACTION_NONE)
		id = action_find(t, global, CONTEXT_TYPING, KEYS_F(number));
	return action_by_id(t, id);
}

static size_t
add_keys(char *dst, size_t size, size_t n, const char *names)
{
	int keys[KEYS_MAX];
	int count = key_list(names, keys, KEYS_MAX);
	char label[64];

	for (int i = 0; i < count && n < size; i++)
		n += (size_t)snprintf(dst + n, size - n, "%s%s", n ? ", " : "",
			key_label(label, sizeof(label), keys[i]));
	return n;
}

char *
action_keys(char *dst, size_t size, const struct action_table *t, const struct action *a,
	enum context context)
{
	size_t n;

	*dst = '\0';
	n = add_keys(dst, size, 0, a->keys);
	if (context == CONTEXT_LIST && !t->letters_off)
		add_keys(dst, size, n < size ? n : size, a->letters);
	return dst;
}

static void
print_actions(FILE *out, const struct action_table *t, const int *ids, const int *without,
	enum context context)
{
	char keys[256];

	for (; ids && *ids; ids++) {
		const struct action *a = action_by_id(t, *ids);

		if (!a || action_listed(without, *ids))
			continue;
		action_keys(keys, sizeof(keys), t, a, context);
		fprintf(out, "%s%s%s\n    %s\n", _(a->title), *keys ? "   " : "", keys, _(a->help));
	}
}

char *
action_help(const struct action_table *t, const int *ids, const int *global, enum context context)
{
	char *text = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&text, &size);

	if (!out)
		return memory_string("");
	if (ids && *ids)
		fprintf(out, "%s\n\n", _("ON THIS SCREEN"));
	print_actions(out, t, ids, NULL, context);
	fprintf(out, "%s%s\n\n", ids && *ids ? "\n" : "", _("EVERYWHERE"));
	print_actions(out, t, global, ids, context);
	fclose(out);
	return text;
}

/* A key both actions have in the context, or KEYS_NONE. */
static int
shared_key(const struct action_table *t, const struct action *a, const struct action *b)
{
	const char *sets[] = { a->keys, a->letters };

	for (int set = 0; set < 2; set++) {
		int keys[KEYS_MAX];
		int count = key_list(sets[set], keys, KEYS_MAX);

		for (int i = 0; i < count; i++)
			if (means(t, b, CONTEXT_LIST, keys[i]))
				return keys[i];
	}
	return KEYS_NONE;
}

static bool
check_row(const struct action *a, char *dst, size_t size)
{
	const char *sets[] = { a->keys, a->letters };

	for (int set = 0; set < 2; set++) {
		int keys[KEYS_MAX];
		int count = key_list(sets[set], keys, KEYS_MAX);

		for (int i = 0; i < count; i++)
			if (keys[i] == KEYS_NONE || key_is_text(keys[i]) != (set == 1)) {
				snprintf(dst, size,
					"%s: key %d of \"%s\" is not a key for this column",
					a->name, i + 1, sets[set]);
				return false;
			}
	}
	if (a->label && text_width(_(a->label)) > ACTION_LABEL_WIDTH) {
		snprintf(dst, size, "%s: label \"%s\" is too wide", a->name, _(a->label));
		return false;
	}
	return true;
}

static bool
check_ids(const struct action_table *t, const int *ids, char *dst, size_t size)
{
	char name[32];

	for (int i = 0; ids && ids[i]; i++) {
		const struct action *a = action_by_id(t, ids[i]);

		if (!a) {
			snprintf(dst, size, "action %d is not in the table", ids[i]);
			return false;
		}
		if (!check_row(a, dst, size))
			return false;
		for (int j = 0; j < i; j++) {
			const struct action *b = action_by_id(t, ids[j]);
			int key = shared_key(t, a, b);

			if (key != KEYS_NONE) {
				snprintf(dst, size, "%s and %s both have %s", b->name, a->name,
					key_spell(name, sizeof(name), key));
				return false;
			}
		}
	}
	return true;
}

bool
action_check(
	const struct action_table *t, const int *ids, const int *global, char *dst, size_t size)
{
	*dst = '\0';
	return check_ids(t, ids, dst, size) && check_ids(t, global, dst, size);
}
