/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line against the table. Options may stand anywhere; an option's name means the
 * same for every command, so it is known whether an argument follows before the command is. */
#include "config.h"

#include "commands/command.h"

#include "base/i18n.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#define WORD_MAX 40 /* longer words are not worth a suggestion */

static int
least(int a, int b, int c)
{
	int m = a < b ? a : b;

	return m < c ? m : c;
}

/* How many letters must be changed, added or left out (Levenshtein 1966). */
static int
distance(const char *a, const char *b)
{
	int row[WORD_MAX + 1];
	size_t la = strlen(a), lb = strlen(b);

	if (la > WORD_MAX || lb > WORD_MAX)
		return WORD_MAX;
	for (size_t j = 0; j <= lb; j++)
		row[j] = (int)j;
	for (size_t i = 1; i <= la; i++) {
		int diagonal = row[0];

		row[0] = (int)i;
		for (size_t j = 1; j <= lb; j++) {
			int above = row[j];

			row[j] =
				least(above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1]));
			diagonal = above;
		}
	}
	return row[lb];
}

/* Keeps in *best the candidate nearest to what was typed, if it is near at all. */
static void
nearer(const char *typed, const char *candidate, const char **best, int *best_distance)
{
	int d = distance(typed, candidate);

	if (d < *best_distance && d <= 1 + (int)strlen(candidate) / 4) {
		*best = candidate;
		*best_distance = d;
	}
}

static int
unknown_option(const char *name, const struct command *command, struct error *err)
{
	const char *best = NULL;
	int best_distance = WORD_MAX;

	for (int o = 1; o < OPTION_COUNT; o++)
		if (!command || command_takes(command, (enum option_id)o))
			nearer(name, option_table[o].name, &best, &best_distance);
	if (best)
		return error_set(err, ERROR_INPUT, _("There is no option --%s; did you mean --%s?"),
			name, best);
	return error_set(err, ERROR_INPUT, _("There is no option --%s; see gromada --help."), name);
}

static enum option_id
option_by_name(const char *name, size_t length)
{
	for (int o = 1; o < OPTION_COUNT; o++)
		if (strlen(option_table[o].name) == length &&
			memcmp(option_table[o].name, name, length) == 0)
			return (enum option_id)o;
	return OPTION_NONE;
}

static enum option_id
option_by_letter(char letter)
{
	for (int o = 1; o < OPTION_COUNT; o++)
		if (letter && option_table[o].letter == letter)
			return (enum option_id)o;
	return OPTION_NONE;
}

static bool
is_choice(const char *choices, const char *value)
{
	size_t length = strlen(value);

	for (const char *c = choices; c; c = strchr(c, '|') ? strchr(c, '|') + 1 : NULL)
		if (strcspn(c, "|") == length && memcmp(c, value, length) == 0)
			return true;
	return false;
}

static int
keep_option(struct arguments *out, enum option_id o, const char *value, struct error *err)
{
	const struct option *row = &option_table[o];

	if (!value || (row->argument && !*value))
		return error_set(err, ERROR_INPUT, _("The option --%s needs %s after it."),
			row->name, _(row->argument));
	if (row->choices && !is_choice(row->choices, value))
		return error_set(err, ERROR_INPUT, _("The option --%s takes %s, not \"%s\"."),
			row->name, row->choices, value);
	/* Two things have the name --as: who works, and what a result becomes. */
	if (o == OPTION_AS && out->operand_count)
		o = OPTION_RESULT_AS;
	out->value[o] = value;
	if (o == OPTION_UNIT)
		out->units[out->unit_count++] = value;
	if (o == OPTION_BY)
		out->by[out->by_count++] = value;
	if (o == OPTION_QUESTION)
		out->questions[out->question_count++] = value;
	return 0;
}

/* One argument that begins with a hyphen; *i moves on when the next one is its value. */
static int
read_option(int argc, char **argv, int *i, struct arguments *out, struct error *err)
{
	const char *text = argv[*i], *value = NULL;
	enum option_id o;

	if (text[1] == '-') {
		size_t length = strcspn(text + 2, "=");

		o = option_by_name(text + 2, length);
		if (o == OPTION_NONE) {
			char name[WORD_MAX + 1];

			snprintf(name, sizeof(name), "%.*s", (int)length, text + 2);
			return unknown_option(name, NULL, err);
		}
		if (text[2 + length] == '=')
			value = text + 2 + length + 1;
	} else {
		o = option_by_letter(text[1]);
		if (o == OPTION_NONE)
			return error_set(err, ERROR_INPUT,
				_("There is no option %s; see gromada --help."), text);
		if (text[2])
			value = text + 2;
	}
	if (!option_table[o].argument) {
		if (value)
			return error_set(err, ERROR_INPUT, _("The option --%s takes no value."),
				option_table[o].name);
		return keep_option(out, o, "", err);
	}
	if (!value && *i + 1 < argc)
		value = argv[++*i];
	return keep_option(out, o, value, err);
}

/* Whether the command's words are the first of the operands; how many. */
static int
words_match(const char *words, const char **operands, int count)
{
	int n = 0;

	for (const char *w = words; *w; n++) {
		size_t length = strcspn(w, " ");

		if (n == count || strlen(operands[n]) != length || memcmp(operands[n], w, length))
			return 0;
		w += length + (w[length] == ' ');
	}
	return n;
}

static bool
is_group(const char *word)
{
	size_t length = strlen(word);

	for (int i = 0; command_at(i); i++)
		if (strncmp(command_at(i)->words, word, length) == 0 &&
			command_at(i)->words[length] == ' ')
			return true;
	return false;
}

static int
unknown_command(const struct arguments *a, struct error *err)
{
	char typed[2 * WORD_MAX];
	const char *best = NULL;
	int best_distance = WORD_MAX;

	if (is_group(a->operands[0]) && a->operand_count < 2)
		return error_set(err, ERROR_INPUT,
			_("\"%s\" needs another word; see gromada %s --help."), a->operands[0],
			a->operands[0]);
	if (a->operand_count > 1) {
		snprintf(typed, sizeof(typed), "%.39s %.38s", a->operands[0], a->operands[1]);
		for (int i = 0; command_at(i); i++)
			nearer(typed, command_at(i)->words, &best, &best_distance);
	}
	snprintf(typed, sizeof(typed), "%.79s", a->operands[0]);
	for (int i = 0; command_at(i); i++)
		nearer(typed, command_at(i)->words, &best, &best_distance);
	if (is_group(a->operands[0]))
		snprintf(typed, sizeof(typed), "%.39s %.38s", a->operands[0], a->operands[1]);
	if (best)
		return error_set(err, ERROR_INPUT,
			_("There is no command \"%s\"; did you mean \"%s\"?"), typed, best);
	return error_set(
		err, ERROR_INPUT, _("There is no command \"%s\"; see gromada --help."), typed);
}

static int
find_command(struct arguments *a, struct error *err)
{
	int most = 0;

	/* "compare group" goes before "compare". */
	for (int i = 0; command_at(i); i++) {
		int words = words_match(command_at(i)->words, a->operands, a->operand_count);

		if (words > most) {
			a->command = command_at(i);
			most = words;
		}
	}
	if (most) {
		a->operands += most;
		a->operand_count -= most;
		return 0;
	}
	if (a->operand_count == 1 && arguments_has(a, OPTION_HELP) && is_group(a->operands[0])) {
		a->group = a->operands[0];
		return 0;
	}
	return unknown_command(a, err);
}

/* All that is missing at once: who mends one by one starts the command four times. */
static int
check_required(const struct arguments *a, struct error *err)
{
	const struct command *c = a->command;
	char missing[512] = "";
	size_t used = 0;

	for (int i = 0; i < COMMAND_OPTIONS && c->options[i]; i++) {
		struct option row = command_option(c, (enum option_id)(c->options[i] & 0xff));

		if (!(c->options[i] & OPTION_REQUIRED) || a->value[c->options[i] & 0xff])
			continue;
		used += (size_t)snprintf(missing + used, sizeof(missing) - used, "%s--%s %s",
			used ? ", " : "", row.name, _(row.argument));
		assert(used < sizeof(missing));
	}
	return used ? error_set(err, ERROR_INPUT, _("The command %s needs %s."), c->words, missing)
		    : 0;
}

/* What the command's row says against what was given. */
static int
check_command(const struct arguments *a, struct error *err)
{
	const struct command *c = a->command;

	for (int o = 1; o < OPTION_COUNT; o++)
		if (a->value[o] && !command_takes(c, (enum option_id)o))
			return error_set(err, ERROR_INPUT,
				_("The command %s has no option --%s; see gromada %s --help."),
				c->words, option_table[o].name, c->words);
	if (check_required(a, err) < 0)
		return -1;
	for (int i = 0; i < COMMAND_OPTIONS && c->options[i]; i++) {
		int o = c->options[i] & 0xff;

		if (o == OPTION_UNIT && !(c->options[i] & OPTION_MANY) && a->unit_count > 1)
			return error_set(
				err, ERROR_INPUT, _("The command %s takes one --unit."), c->words);
		if (o == OPTION_BY && !(c->options[i] & OPTION_MANY) && a->by_count > 1)
			return error_set(
				err, ERROR_INPUT, _("The command %s takes one --by."), c->words);
	}
	if (a->operand_count < c->min)
		return error_set(err, ERROR_INPUT, _("Something is missing: gromada %s %s"),
			c->words, *c->operands ? _(c->operands) : "");
	if (c->max >= 0 && a->operand_count > c->max)
		return error_set(err, ERROR_INPUT,
			_("\"%s\" is too much for the command %s; see gromada %s --help."),
			a->operands[c->max], c->words, c->words);
	return 0;
}

const char *
arguments_language(int argc, char **argv)
{
	const char *found = NULL;

	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
		if (strncmp(argv[i], "--language=", 11) == 0)
			found = argv[i] + 11;
		else if (strcmp(argv[i], "--language") == 0 && i + 1 < argc)
			found = argv[++i];
	}
	return found && is_choice(option_table[OPTION_LANGUAGE].choices, found) ? found : NULL;
}

/* "-5", "-12,5": no option begins with a digit, so it is a value. */
static bool
is_number(const char *text)
{
	return text[0] == '-' && text[1] >= '0' && text[1] <= '9';
}

int
arguments_read(int argc, char **argv, struct arena *arena, struct arguments *out, struct error *err)
{
	bool options = true;

	memset(out, 0, sizeof(*out));
	out->units = arena_array(arena, (size_t)argc + 1, sizeof(*out->units));
	out->by = arena_array(arena, (size_t)argc + 1, sizeof(*out->by));
	out->questions = arena_array(arena, (size_t)argc + 1, sizeof(*out->questions));
	out->operands = arena_array(arena, (size_t)argc + 1, sizeof(*out->operands));
	for (int i = 1; i < argc; i++) {
		if (options && strcmp(argv[i], "--") == 0)
			options = false;
		else if (options && argv[i][0] == '-' && argv[i][1] && !is_number(argv[i])) {
			if (read_option(argc, argv, &i, out, err))
				return -1;
		} else
			out->operands[out->operand_count++] = argv[i];
	}
	if (out->operand_count && find_command(out, err))
		return -1;
	if (out->value[OPTION_RESULT_AS] &&
		!(out->command && command_takes(out->command, OPTION_RESULT_AS))) {
		out->value[OPTION_AS] = out->value[OPTION_RESULT_AS];
		out->value[OPTION_RESULT_AS] = NULL;
	}
	if (arguments_has(out, OPTION_HELP) || arguments_has(out, OPTION_VERSION))
		return 0;
	if (out->command)
		return check_command(out, err);
	for (int o = 1; o < OPTION_COUNT; o++)
		if (out->value[o] && (!option_table[o].global || o == OPTION_FORMAT ||
					     o == OPTION_OUTPUT || o == OPTION_FORCE))
			return error_set(err, ERROR_INPUT,
				_("The option --%s needs a command; see gromada --help."),
				option_table[o].name);
	return 0;
}
