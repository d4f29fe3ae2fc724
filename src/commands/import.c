/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import: read, show the preview, have it accepted, write. */
#include "config.h"

#include "commands/run.h"
#include "commands/year_commands.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "exchange/importer.h"
#include "model/surveys/form_import.h"
#include "model/import.h"
#include "model/results/published.h"
#include "model/strategies/strategy_former.h"

#include <stdio.h>
#include <string.h>

static void
fact(const char *label, const char *value)
{
	char label_clean[128], value_clean[1024];
	int width;

	if (!value || !*value)
		return;
	text_clean(label_clean, sizeof(label_clean), label);
	width = text_width(label_clean);
	printf("  %s:%*s %s\n", label_clean, width < 24 ? 24 - width : 0, "",
		text_clean(value_clean, sizeof(value_clean), value));
}

static void
count_fact(const char *label, long count)
{
	char text[32];

	fact(label, number_format(text, sizeof(text), (double)count, 0));
}

static const char *
remark_sign(int kind)
{
	return kind == REMARK_NOTE      ? "-"
	       : kind == REMARK_SKIPPED ? _("left out:")
	       : kind == REMARK_REFUSED ? _("refused:")
					: _("look:");
}

static void
print_remark(const struct import_remark *r)
{
	char text[1024];
	size_t n;

	n = (size_t)snprintf(text, sizeof(text), "  %s %s", remark_sign(r->kind), r->text);
	if (r->count > 1 && n < sizeof(text))
		n += (size_t)snprintf(text + n, sizeof(text) - n, " (%ld ×)", r->count);
	if (r->line > 0 && n < sizeof(text))
		snprintf(text + n, sizeof(text) - n, _(" [line %ld]"), r->line);
	run_say("%s", text);
}

static void
print_preview(const struct import_preview *p, bool keep_zeros)
{
	char years[32];

	run_say("%s", p->title ? p->title : import_kind_label(p->kind));
	fact(_("File"), p->file_name);
	fact(_("Encoding"), p->encoding);
	if (p->first_year) {
		snprintf(years, sizeof(years), "%d-%d", p->first_year, p->last_year);
		fact(_("Years"), years);
	}
	fact(_("Contents"), p->sample_header);
	if (p->series)
		count_fact(_("Series"), p->series);
	count_fact(_("Rows"), p->counts.rows);
	if (p->kind != IMPORT_ANSWERS)
		count_fact(_("Units"), p->counts.units);
	if (p->bdl_units)
		count_fact(_("Units known from BDL only"), p->bdl_units);
	count_fact(_("New"), p->counts.new_values);
	count_fact(p->kind == IMPORT_ANSWERS ? _("There with other answers") : _("Changed"),
		p->counts.changed);
	count_fact(_("The same as before"), p->counts.same);
	count_fact(_("Left out"), p->counts.skipped);
	for (int i = 0; i < p->remark_count; i++)
		print_remark(&p->remarks[i]);
	if (p->has_zeros)
		run_say("%s", keep_zeros ? _("  Zeros that look like data not collected are taken "
					     "as values.")
					 : _("  Zeros that look like data not collected are taken "
					     "as missing; "
					     "--zeros keep takes them as values."));
	if (p->already)
		run_say("%s", p->already);
	fflush(stdout);
}

static enum encoding
encoding_option(const struct run *run)
{
	const char *name = run_option(run, OPTION_ENCODING);

	if (!name)
		return ENCODING_DETECT;
	return strcmp(name, "utf-8") == 0    ? ENCODING_UTF8
	       : strcmp(name, "cp1250") == 0 ? ENCODING_CP1250
					     : ENCODING_ISO8859_2;
}

static enum import_kind
kind_option(const struct run *run)
{
	const char *words = run->arguments->command->words, *word = strchr(words, ' ') + 1;

	if (strncmp(words, "sheet ", 6) == 0)
		return IMPORT_SHEET;
	if (strncmp(words, "package ", 8) == 0)
		return IMPORT_PACKAGE;
	if (strncmp(words, "round ", 6) == 0)
		return IMPORT_ROUND;
	for (int k = IMPORT_TERYT; k < IMPORT_KINDS; k++)
		if (strcmp(import_kind_name((enum import_kind)k), word) == 0)
			return (enum import_kind)k;
	return IMPORT_DETECT;
}

/* The options that would have the file written, each in a sentence. */
static int
refuse(const struct import_preview *p, struct error *err)
{
	long line = 0;

	for (int i = 0; i < p->remark_count && !line; i++)
		line = p->remarks[i].line;
	if (p->refused)
		return error_set(err, ERROR_INPUT, "%s: %s", p->file_name, p->refused);
	if (p->needs_subgroup)
		return error_set(err, ERROR_INPUT,
			_("The name of %s does not say which subgroup of BDL it holds; add "
			  "--subgroup "
			  "and its number."),
			p->file_name);
	if (p->needs_older)
		return error_set(err, ERROR_INPUT,
			_("The register in %s is older than the one in the database; add --older "
			  "to take over what is not known yet."),
			p->file_name);
	if (p->needs_mapping)
		return error_set(err, ERROR_INPUT,
			_("The columns above are no questions of the questionnaire. Add what they "
			  "are as \"COLUMN=QUESTION\", or leave one out with \"COLUMN=\"."));
	if (p->bad_rows)
		return error_at(err, ERROR_INPUT, line, 0,
			_("Rows above cannot be taken, so nothing is. Correct them, give a label "
			  "its choice as \"QUESTION:LABEL=CHOICE\", or add --skip-bad to take the "
			  "others."));
	return error_at(err, ERROR_INPUT, line, 0,
		P_("%s, line %ld: there is no card for %d indicator code; correct it, or add "
		   "--new-indicators to have the card made.",
			"%s, line %ld: there are no cards for %d indicator codes; correct them, or "
			"add --new-indicators to have the cards made.",
			(unsigned long)p->needs_cards),
		p->file_name, line, p->needs_cards);
}

/* 0 go on, 1 the person said no, -1 with a sentence. */
static int
accept(const struct run *run, const struct import_preview *p, struct error *err)
{
	bool bad = p->bad_rows && !run_option(run, OPTION_SKIP_BAD);
	int answer;

	if (p->refused || p->needs_subgroup || p->needs_older || p->needs_cards ||
		p->needs_mapping || bad)
		return refuse(p, err);
	if (run_option(run, OPTION_YES))
		return 0;
	answer = run_ask(_("Take this file over?"));
	if (answer < 0)
		return error_set(err, ERROR_INPUT,
			_("%s was only looked at; add --yes to take it over."), p->file_name);
	return answer ? 0 : 1;
}

static int
import_one(
	struct run *run, const char *path, const struct import_options *options, struct error *err)
{
	struct importer *importer = NULL;
	const struct import_preview *preview;
	int64_t id = 0;
	bool left_out, none_taken;
	int result;

	if (importer_read(&importer, run->db, kind_option(run), path, options, &run->progress, err))
		return -1;
	progress_clear();
	preview = importer_preview(importer);
	left_out = preview->counts.skipped > 0;
	none_taken = left_out && preview->counts.skipped == preview->counts.rows;
	print_preview(preview, options->keep_zeros);
	result = accept(run, preview, err);
	if (result == 0)
		result = importer_write(importer, &run->progress, &id, err);
	else if (result > 0) {
		run->status = EXIT_REFUSED;
		run_say(_("Nothing was written."));
		importer_free(importer);
		return 0;
	}
	progress_clear();
	importer_free(importer);
	if (result)
		return -1;
	if (id)
		run_say(_("Taken over as import %lld; gromada import undo %lld takes it back."),
			(long long)id, (long long)id);
	else if (none_taken && kind_option(run) == IMPORT_SHEET)
		return error_set(err, ERROR_INPUT,
			_("Nothing was written: every line of the file was left out, for the "
			  "reasons above."));
	else if (left_out)
		run_say(_("What the file says is known already or was left out; nothing was "
			  "written."));
	else
		run_say(_("Everything in the file is known already; nothing was written."));
	fflush(stdout);
	return 0;
}

int
command_import(struct run *run, struct error *err)
{
	const char *zeros = run_option(run, OPTION_ZEROS);
	const struct import_options options = {
		.encoding = encoding_option(run),
		.subgroup = run_option(run, OPTION_SUBGROUP),
		.allow_older = run_option(run, OPTION_OLDER) != NULL,
		.keep_zeros = zeros && strcmp(zeros, "keep") == 0,
		.new_indicators = run_option(run, OPTION_NEW_INDICATORS) != NULL,
		.made_up = run_option(run, OPTION_MADE_UP) != NULL,
		.source = run_option(run, OPTION_SOURCE),
	};

	for (int i = 0; i < run->arguments->operand_count; i++) {
		if (i)
			putchar('\n');
		if (import_one(run, run->arguments->operands[i], &options, err))
			return -1;
		if (interrupt_caught())
			return error_set(err, ERROR_CANCEL, _("Stopped."));
	}
	return 0;
}

/* "Heading=q7", "Heading=" and "q7:Label=3": what the person says of columns and labels. With a
 * colon both may be meant; the file shows which. */
static int
read_mapping(struct run *run, const char *operand, struct answer_mapping *list, int *count,
	struct error *err)
{
	const char *equals = strrchr(operand, '='), *colon = strchr(operand, ':');
	char *source;

	if (!equals || equals == operand)
		return error_set(err, ERROR_INPUT,
			_("\"%s\" says nothing about a column; expected: COLUMN=QUESTION, "
			  "COLUMN= or QUESTION:LABEL=CHOICE."),
			operand);
	source = arena_string(&run->arena, operand);
	source[equals - operand] = '\0';
	list[(*count)++] = (struct answer_mapping){ "", source, equals + 1 };
	if (!colon || colon == operand || colon > equals)
		return 0;
	source = arena_string(&run->arena, source);
	source[colon - operand] = '\0';
	list[(*count)++] =
		(struct answer_mapping){ source, source + (colon - operand) + 1, equals + 1 };
	return 0;
}

int
command_import_answers(struct run *run, struct error *err)
{
	int operands = run->arguments->operand_count, count = 0;
	struct answer_mapping *list = arena_array(&run->arena, 2 * (size_t)operands, sizeof(*list));
	struct import_options options = {
		.encoding = encoding_option(run),
		.wave = run->arguments->operands[0],
		.mode = run_option(run, OPTION_MODE),
		.skip_bad = run_option(run, OPTION_SKIP_BAD) != NULL,
		.mappings = list,
	};

	for (int i = 2; i < operands; i++)
		if (read_mapping(run, run->arguments->operands[i], list, &count, err))
			return -1;
	options.mapping_count = count;
	return import_one(run, run->arguments->operands[1], &options, err);
}

/* GROUP UNIT YEAR FILE. */
int
command_sheet_import(struct run *run, struct error *err)
{
	const char **operands = run->arguments->operands;
	struct import_options options = {
		.encoding = encoding_option(run),
		.sheet_group = operands[0],
		.sheet_unit = operands[1],
		.replace = run_option(run, OPTION_REPLACE) != NULL,
		.made_up = run_option(run, OPTION_MADE_UP) != NULL,
	};

	return run_year(operands[2], &options.sheet_year, err)
		       ? -1
		       : import_one(run, operands[3], &options, err);
}

int
command_package_import(struct run *run, struct error *err)
{
	const struct import_options options = { .encoding = ENCODING_DETECT };

	return import_one(run, run->arguments->operands[0], &options, err);
}

int
command_round_take(struct run *run, struct error *err)
{
	const struct import_options options = { .encoding = encoding_option(run) };

	return import_one(run, run->arguments->operands[0], &options, err);
}

int
command_import_undo(struct run *run, struct error *err)
{
	const char *text = run->arguments->operands[0];
	const char *before, *after, *rows;
	int left;
	long id;

	if (number_parse_whole(text, 1, 1000000000L, &id))
		return error_set(err, ERROR_INPUT,
			_("\"%s\" is no number of an import; gromada list imports prints them."),
			text);
	if (published_without_weights(run->db, &run->arena, &before, err) ||
		import_undo(run->db, id, err) ||
		published_without_weights(run->db, &run->arena, &after, err) ||
		strategy_former_left(run->db, id, &run->arena, &rows, &left, err))
		return -1;
	run_say(_("Import %ld was taken back."), id);
	if (left)
		run_say(P_("%d row of the strategy was changed since, or built upon, and stays "
			   "whole as it is: %s.",
				"%d rows of the strategy were changed since, or built upon, and "
				"stay whole as they are: %s.",
				(unsigned long)left),
			left, rows);
	if (strcmp(before, after) != 0 && *after)
		run_say(_("Published weighted results without a value, because the weights can no "
			  "longer be computed: %s."),
			after);
	return 0;
}
