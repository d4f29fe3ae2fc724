/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text of 79 columns: what is explained on the left, its sentence on the right. */
#include "config.h"

#include "commands/commands.h"
#include "commands/help.h"

#include "base/i18n.h"
#include "base/text.h"

#include <string.h>

#define WIDTH 79
#define INDENT 26

/* Words of text from the given column on, broken before the last column. */
static void
wrap(FILE *to, int column, const char *text)
{
	while (*text) {
		size_t word = strcspn(text, " ");
		char copy[128];
		int width;

		text_copy(copy, sizeof(copy) < word + 1 ? sizeof(copy) : word + 1, text);
		width = text_width(copy);
		if (column > INDENT && column + 1 + width > WIDTH) {
			fprintf(to, "\n%*s", INDENT, "");
			column = INDENT;
		} else if (column > INDENT) {
			fputc(' ', to);
			column++;
		}
		fputs(copy, to);
		column += width;
		text += word + strspn(text + word, " ");
	}
	fputc('\n', to);
}

static void
entry(FILE *to, const char *left, const char *right)
{
	int width = 2 + text_width(left);

	fprintf(to, "  %s", left);
	if (width >= INDENT)
		fprintf(to, "\n%*s", INDENT, "");
	else
		fprintf(to, "%*s", INDENT - width, "");
	wrap(to, INDENT, right);
}

static void
option_entry(FILE *to, const struct option *row, bool required)
{
	char left[96], right[512], choices[128] = "";
	size_t n = 0;

	snprintf(left, sizeof(left), "%s%c%s--%s%s%s", row->letter ? "-" : "",
		row->letter ? row->letter : ' ', row->letter ? ", " : "", row->name,
		row->argument ? " " : "", row->argument ? _(row->argument) : "");
	for (const char *c = row->choices; c && *c && n + 3 < sizeof(choices); c++) {
		choices[n++] = *c == '|' ? ',' : *c;
		if (*c == '|')
			choices[n++] = ' ';
	}
	choices[n] = '\0';
	snprintf(right, sizeof(right), "%s%s%s%s%s%s", _(row->help), n ? " (" : "", choices,
		n ? ")" : "", required ? " " : "", required ? _("Required.") : "");
	entry(to, row->letter ? left : left + 1, right);
}

static void
global_options(FILE *to)
{
	fprintf(to, "\n%s\n", _("Options of every command:"));
	for (int o = 1; o < OPTION_COUNT; o++)
		if (option_table[o].global)
			option_entry(to, &option_table[o], false);
}

static void
command_entry(FILE *to, const struct command *c)
{
	char left[128];

	snprintf(left, sizeof(left), "%s%s%s", c->words, *c->operands ? " " : "",
		*c->operands ? _(c->operands) : "");
	entry(to, left, _(c->help));
}

void
help_program(FILE *to)
{
	fprintf(to, "%s\n\n", _("gromada: indicators of Polish local governments, on a terminal."));
	fprintf(to, "%s\n%s\n\n",
		_("Usage: gromada [OPTION...]          opens the program full-screen"),
		_("       gromada [OPTION...] COMMAND  does one thing and ends"));
	fprintf(to, "%s\n", _("Commands:"));
	for (int i = 0; command_at(i); i++)
		command_entry(to, command_at(i));
	global_options(to);
	fprintf(to, "\n%s\n",
		_("gromada COMMAND --help explains one command; man gromada all of them."));
}

void
help_group(FILE *to, const char *group)
{
	size_t length = strlen(group);

	fprintf(to, "%s\n", _("Commands:"));
	for (int i = 0; command_at(i); i++)
		if (strncmp(command_at(i)->words, group, length) == 0 &&
			command_at(i)->words[length] == ' ')
			command_entry(to, command_at(i));
}

void
help_command(FILE *to, const struct command *c)
{
	fprintf(to, _("Usage: gromada %s [OPTION...]%s%s\n\n"), c->words, *c->operands ? " " : "",
		*c->operands ? _(c->operands) : "");
	fprintf(to, "%s\n", _(c->help));
	if (c->options[0])
		fprintf(to, "\n%s\n", _("Options:"));
	for (int i = 0; i < COMMAND_OPTIONS && c->options[i]; i++) {
		struct option row = command_option(c, (enum option_id)(c->options[i] & 0xff));

		option_entry(to, &row, (c->options[i] & OPTION_REQUIRED) != 0);
	}
	global_options(to);
}

void
commands_help(const struct arguments *arguments)
{
	if (arguments->command)
		help_command(stdout, arguments->command);
	else if (arguments->group)
		help_group(stdout, arguments->group);
	else
		help_program(stdout);
}

void
commands_version(void)
{
	printf("gromada %s\n", PACKAGE_VERSION);
}
