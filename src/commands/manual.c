/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table as mdoc lists and as a completion for bash. */
#include "config.h"

#include "commands/help.h"
#include "commands/run.h"

#include "base/i18n.h"
#include "base/settings.h"

#include <string.h>

/* Text lines of mdoc: a backslash means something inside, and each sentence has its line. */
static void
sentence(FILE *to, const char *text)
{
	for (; *text; text++) {
		if (*text == '\\')
			fputs("\\e", to);
		else if (text[0] == '.' && text[1] == ' ') {
			fputs(".\n", to);
			text++;
		} else
			fputc(*text, to);
	}
	fputc('\n', to);
}

static void
option_words(FILE *to, const struct option *o)
{
	if (o->letter)
		fprintf(to, " Fl %c , ", o->letter);
	fprintf(to, "%sFl \\-%s", o->letter ? "" : " ", o->name);
	if (o->argument)
		fprintf(to, " Ar %s", _(o->argument));
}

static void
option_choices(FILE *to, const struct option *o)
{
	if (!o->choices)
		return;
	fputs(_("One of:"), to);
	for (const char *c = o->choices; c; c = strchr(c, '|') ? strchr(c, '|') + 1 : NULL)
		fprintf(to, "\n.Cm %.*s%s", (int)strcspn(c, "|"), c, strchr(c, '|') ? " ," : " .");
	fputc('\n', to);
}

void
help_manual_commands(FILE *to)
{
	fputs(".Bl -tag -width Ds\n", to);
	for (int i = 0; command_at(i); i++) {
		const struct command *c = command_at(i);

		fprintf(to, ".It Cm %s", c->words);
		for (int k = 0; k < COMMAND_OPTIONS && c->options[k]; k++) {
			bool required = c->options[k] & OPTION_REQUIRED;
			struct option row =
				command_option(c, (enum option_id)(c->options[k] & 0xff));

			fputs(required ? "" : " Oo", to);
			option_words(to, &row);
			fputs(required ? "" : " Oc", to);
			if (c->options[k] & OPTION_MANY)
				fputs(" ...", to);
		}
		if (*c->operands)
			fprintf(to, " Ar %s", _(c->operands));
		fputc('\n', to);
		sentence(to, _(c->help));
	}
	fputs(".El\n", to);
}

void
help_manual_options(FILE *to)
{
	fputs(".Bl -tag -width Ds\n", to);
	for (int o = 1; o < OPTION_COUNT; o++) {
		fputs(".It", to);
		option_words(to, &option_table[o]);
		fputc('\n', to);
		sentence(to, _(option_table[o].help));
		option_choices(to, &option_table[o]);
	}
	fputs(".El\n", to);
}

void
help_manual_settings(FILE *to)
{
	const char *section = "";

	for (int s = 0; s < SETTING_COUNT; s++) {
		const struct setting *row = &settings_table[s];

		if (strcmp(section, row->section) != 0) {
			fprintf(to, "%s.Ss [%s]\n.Bl -tag -width Ds\n", s ? ".El\n" : "",
				row->section);
			section = row->section;
		}
		fprintf(to, ".It Cm %s\n", row->key);
		sentence(to, _(row->help));
		if (row->type == SETTING_CHOICE || row->type == SETTING_YES_NO) {
			const char *c = row->type == SETTING_CHOICE ? row->choices : "yes|no";

			fputs(_("One of:"), to);
			for (; c; c = strchr(c, '|') ? strchr(c, '|') + 1 : NULL)
				fprintf(to, "\n.Cm %.*s%s", (int)strcspn(c, "|"), c,
					strchr(c, '|') ? " ," : " .");
			fputc('\n', to);
		} else if (row->type == SETTING_NUMBER) {
			fprintf(to, _("A whole number from %ld to %ld."), row->min, row->max);
			fputc('\n', to);
		}
		if (*row->fallback)
			fprintf(to, "%s\n.Cm %s .\n", _("Default:"), row->fallback);
	}
	fputs(".El\n", to);
}

/* ---- completion ---- */

static void
completion_options(FILE *to, const struct command *c)
{
	for (int i = 0; i < COMMAND_OPTIONS && c->options[i]; i++)
		fprintf(to, " --%s", option_table[c->options[i] & 0xff].name);
}

static void
completion_choices(FILE *to)
{
	for (int o = 1; o < OPTION_COUNT; o++) {
		const struct option *row = &option_table[o];

		if (row->choices) {
			fprintf(to, "\t--%s) words='", row->name);
			for (const char *c = row->choices; *c; c++)
				fputc(*c == '|' ? ' ' : *c, to);
			fputs("' ;;\n", to);
		} else if (row->argument && strcmp(row->argument, "FILE") == 0) {
			fprintf(to, "\t--%s%s) COMPREPLY=($(compgen -f -- \"$cur\")); return ;;\n",
				row->name, row->letter ? "|-o" : "");
		}
	}
}

static void
completion_commands(FILE *to)
{
	for (int i = 0; command_at(i); i++) {
		const struct command *c = command_at(i);
		bool file = strncmp(c->operands, "FILE", 4) == 0;

		fprintf(to, "\t\t'%s'*) words=\"$all", c->words);
		completion_options(to, c);
		fprintf(to, "\"%s ;;\n", file ? "; files=1" : "");
	}
}

static void
completion_first_words(FILE *to)
{
	const char *last = "";
	size_t last_length = 0;

	for (int i = 0; command_at(i); i++) {
		size_t length = strcspn(command_at(i)->words, " ");

		if (length == last_length && memcmp(last, command_at(i)->words, length) == 0)
			continue;
		last = command_at(i)->words;
		last_length = length;
		fprintf(to, "%s%.*s", i ? " " : "", (int)length, last);
	}
}

static void
completion_second_words(FILE *to)
{
	for (int i = 0; command_at(i); i++) {
		const char *space = strchr(command_at(i)->words, ' ');
		size_t length = space ? (size_t)(space - command_at(i)->words) + 1 : 0;

		if (!space ||
			(i && strncmp(command_at(i - 1)->words, command_at(i)->words, length) == 0))
			continue;
		fprintf(to, "\t\t%.*s) words=\"$all", (int)length - 1, command_at(i)->words);
		for (int k = i; command_at(k) &&
				strncmp(command_at(k)->words, command_at(i)->words, length) == 0;
			k++)
			fprintf(to, " %s", command_at(k)->words + length);
		fputs("\" ;;\n", to);
	}
}

void
help_completion(FILE *to)
{
	fputs("# Completion of gromada for bash; printed by: gromada completion bash\n"
	      "_gromada() {\n"
	      "\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} "
	      "words='' files='' typed='' all=''\n"
	      "\tcase $prev in\n",
		to);
	completion_choices(to);
	fputs("\tesac\n\tif [ -z \"$words\" ]; then\n\t\tlocal i skip=''\n"
	      "\t\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
	      "\t\t\t[ -n \"$skip\" ] && { skip=''; continue; }\n"
	      "\t\t\tcase ${COMP_WORDS[i]} in\n\t\t\t",
		to);
	for (int o = 1, n = 0; o < OPTION_COUNT; o++)
		if (option_table[o].argument)
			fprintf(to, "%s--%s", n++ ? "|" : "", option_table[o].name);
	fputs("|-o) skip=1 ;;\n\t\t\t-*) ;;\n"
	      "\t\t\t*) typed=\"${typed:+$typed }${COMP_WORDS[i]}\" ;;\n"
	      "\t\t\tesac\n\t\tdone\n\t\tcase $cur in -*) all='",
		to);
	for (int o = 1; o < OPTION_COUNT; o++)
		if (option_table[o].global)
			fprintf(to, "%s--%s", o > 1 ? " " : "", option_table[o].name);
	fputs("' ;; esac\n\t\tcase $typed in\n\t\t'') words=\"$all ", to);
	completion_first_words(to);
	fputs("\" ;;\n", to);
	completion_second_words(to);
	completion_commands(to);
	fputs("\t\tesac\n\tfi\n\tCOMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
	      "\tif [ -n \"$files\" ]; then COMPREPLY+=($(compgen -f -- \"$cur\")); fi\n}\n"
	      "complete -o filenames -F _gromada gromada\n",
		to);
}

int
command_completion(struct run *run, struct error *err)
{
	if (strcmp(run->arguments->operands[0], "bash") != 0)
		return error_set(err, ERROR_INPUT, _("There is a completion for bash only."));
	help_completion(stdout);
	return 0;
}
