/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet, figure: what a group asks of its members for a year, and what they answer. */
#include "config.h"

#include "commands/given.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/sheets/data_sheet.h"
#include "model/groups/exchange_group.h"
#include "model/groups/group_sheet.h"
#include "report/sheet_file.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

/* ---- operands ---- */

/* GROUP YEAR from two operands. */
static int
find_sheet(struct run *run, int group, int year, struct data_sheet *s, struct error *err)
{
	const char **operands = run->arguments->operands;
	struct exchange_group g;
	int number = 0;

	if (exchange_group_by_code(run->db, operands[group], &g, err) ||
		run_year(operands[year], &number, err))
		return -1;
	if (data_sheet_find(run->db, g.id, number, s, err)) {
		if (err->code == ERROR_MISSING)
			return run_advise(err, _("gromada sheet new makes one."));
		return -1;
	}
	return 0;
}

/* GROUP UNIT YEAR from the first three. */
static int
find_return(struct run *run, struct data_sheet *s, struct sheet_return *r, struct error *err)
{
	const struct unit *unit;

	return find_sheet(run, 0, 2, s, err) ||
			       run_member(
				       run, s->group_id, run->arguments->operands[1], &unit, err) ||
			       sheet_return_load(run->db, s, unit->slot, &run->arena, r, err)
		       ? -1
		       : 0;
}

/* ---- the definition ---- */

#define S(member) GIVEN_AT(struct data_sheet, member)
static const struct given_field sheet_fields[] = {
	{ "due", GIVEN_DUE, S(due_on), 0, 0, 0 },
	{ "note", GIVEN_TEXT, S(note), 0, 0, 0 },
};

int
command_sheet_new(struct run *run, struct error *err)
{
	const char **operands = run->arguments->operands;
	struct exchange_group g;
	struct data_sheet s;
	int year = 0;

	if (exchange_group_by_code(run->db, operands[0], &g, err) ||
		run_year(operands[1], &year, err))
		return -1;
	s = (struct data_sheet){ .group_id = g.id, .year = year };
	if (given_apply(run, 2, sheet_fields, COUNT(sheet_fields), &s, err))
		return -1;
	if (data_sheet_copy(run->db, g.id, year, &s, err))
		return -1;
	if (run->arguments->operand_count > 2 &&
		(given_apply(run, 2, sheet_fields, COUNT(sheet_fields), &s, err) ||
			data_sheet_save(run->db, &s, NULL, 0, err)))
		return -1;
	run_say(P_("The sheet of %s for %d has %d line.", "The sheet of %s for %d has %d lines.",
			(unsigned long)s.lines),
		s.group_code, s.year, s.lines);
	return 0;
}

int
command_sheet_change(struct run *run, struct error *err)
{
	struct data_sheet s;

	return find_sheet(run, 0, 1, &s, err) ||
			       given_apply(run, 2, sheet_fields, COUNT(sheet_fields), &s, err) ||
			       data_sheet_save(run->db, &s, NULL, 0, err)
		       ? -1
		       : 0;
}

int
command_sheet_delete(struct run *run, struct error *err)
{
	struct data_sheet s;

	if (find_sheet(run, 0, 1, &s, err) || data_sheet_delete(run->db, &s, err))
		return -1;
	run_say(_("The data sheet of %s for %d is deleted."), s.group_code, s.year);
	return 0;
}

struct line_given {
	char low[32], high[32], change[32], out[8];
};

static int
read_limit(const char *text, double *limit, struct error *err)
{
	if (strcmp(text, "=") == 0)
		return 0;
	*limit = NAN;
	if (text[0] && number_parse(text, limit))
		return error_set(err, ERROR_INPUT, _("\"%s\" is no number."), text);
	return 0;
}

static int
find_line_card(struct run *run, const char *code, struct indicator *card, struct error *err)
{
	if (indicator_load(run->db, code, &run->arena, card, err) == 0)
		return 0;
	if (err->code == ERROR_MISSING)
		run_advise(err,
			arena_format(&run->arena,
				_("gromada list indicators prints all of them; gromada indicator "
				  "new %s kind=own name=NAME unit=UNIT makes a card for figures "
				  "that members key."),
				code));
	return -1;
}

/* The command that a refused line needs first. */
static int
advise_own(struct run *run, const struct indicator *card, struct error *err)
{
	if (card->kind == INDICATOR_OWN || err->code != ERROR_INPUT)
		return -1;
	return run_advise(
		err, arena_format(&run->arena,
			     card->kind == INDICATOR_PUBLISHED && !card->series_id
				     ? _("The command for that: gromada indicator set %s kind=own.")
				     : _("A card beside %s: gromada indicator new CODE kind=own "
					 "name=NAME unit=UNIT."),
			     card->code));
}

int
command_sheet_line(struct run *run, struct error *err)
{
#define L(member) GIVEN_AT(struct line_given, member)
	static const struct given_field fields[] = {
		{ "low", GIVEN_TEXT, L(low), 0, 0, 0 },
		{ "high", GIVEN_TEXT, L(high), 0, 0, 0 },
		{ "change", GIVEN_TEXT, L(change), 0, 0, 0 },
		{ "out", GIVEN_TEXT, L(out), 0, 0, 0 },
	};
	struct line_given g = { "=", "=", "=", "" };
	const char *left_out;
	struct data_sheet_line *list, *lines;
	struct indicator card;
	struct data_sheet s;
	int count, at = 0;

	if (find_sheet(run, 0, 1, &s, err) ||
		find_line_card(run, run->arguments->operands[2], &card, err) ||
		given_apply(run, 3, fields, COUNT(fields), &g, err) ||
		data_sheet_lines(run->db, s.id, &run->arena, &list, &count, err))
		return -1;
	lines = arena_array(&run->arena, (size_t)count + 1, sizeof(*lines));
	for (int i = 0; i < count; i++)
		lines[i] = list[i];
	while (at < count && lines[at].indicator_id != card.id)
		at++;
	if (at == count)
		lines[count++] = (struct data_sheet_line){
			.indicator_id = card.id, .low = NAN, .high = NAN, .change = NAN
		};
	if (read_limit(g.low, &lines[at].low, err) || read_limit(g.high, &lines[at].high, err) ||
		read_limit(g.change, &lines[at].change, err))
		return -1;
	if (g.out[0])
		memmove(&lines[at], &lines[at + 1], (size_t)(--count - at) * sizeof(*lines));
	if (data_sheet_save(run->db, &s, lines, count, err))
		return advise_own(run, &card, err);
	if (group_sheet_left_out(run->db, s.id, &run->arena, &left_out, err))
		return -1;
	if (left_out[0])
		run_say(_("No rows of the group's comparison (gromada compare rows): %s."),
			left_out);
	return 0;
}

/* ---- out ---- */

int
command_sheet_export(struct run *run, struct error *err)
{
	const char *path = run->arguments->operands[3], *name = run_option(run, OPTION_FORMAT);
	int format = report_format_of_path(path);
	struct sheet_return r;
	struct output *out;
	struct data_sheet s;

	if (format == REPORT_FORMAT_CSV && (!name || strcmp(name, "csv") != 0))
		format = REPORT_FORMAT_CSV_POLISH;
	if (format < 0)
		return error_set(err, ERROR_INPUT,
			_("A data sheet goes out as a workbook (.xlsx) or as CSV (.csv)."));
	if (find_return(run, &s, &r, err) || run_output(run, path, &out, err))
		return -1;
	if (sheet_file_write(run->db, &s, &r, (enum report_format)format, &run->arena, out, err)) {
		output_abort(out);
		return -1;
	}
	return output_commit(out, err);
}

/* ---- states and questions ---- */

int
command_sheet_state(struct run *run, struct error *err)
{
	const char *word = run->arguments->operands[3];
	enum sheet_state to = sheet_state_from_name(word);
	const char *told;
	struct sheet_return r;
	struct data_sheet s;

	if (strcmp(sheet_state_name(to), word) != 0)
		return error_set(err, ERROR_INPUT,
			_("\"%s\" is no state of a sheet; expected: draft, approved, sent, queried "
			  "or verified."),
			word);
	if (find_return(run, &s, &r, err) || sheet_return_move(run->db, &r, to, err))
		return -1;
	if (to == SHEET_SENT) {
		if (sheet_unexplained_told(run->db, &r, &run->arena, &told, err))
			return -1;
		if (told[0])
			run_say("%s", told);
	}
	return 0;
}

int
command_sheet_ask(struct run *run, struct error *err)
{
	struct indicator card;
	struct sheet_return r;
	struct data_sheet s;

	return find_return(run, &s, &r, err) ||
			       run_card(run, run->arguments->operands[3], &card, err) ||
			       sheet_return_ask(
				       run->db, &r, card.id, run->arguments->operands[4], err)
		       ? -1
		       : 0;
}

int
command_sheet_answer(struct run *run, struct error *err)
{
	const char *text = run->arguments->operands[3];
	struct sheet_return r;
	struct data_sheet s;
	long number;

	if (number_parse_whole(text, 1, 100000, &number))
		return error_set(err, ERROR_INPUT, _("\"%s\" is no number of a question."), text);
	return find_return(run, &s, &r, err) || sheet_return_answer(run->db, &r, (int)number,
							run->arguments->operands[4], err)
		       ? -1
		       : 0;
}

/* ---- lists ---- */

static int
print_sheet(struct result *r, struct run *run, const struct data_sheet *s, struct error *err)
{
	struct sheet_return *list;
	int count;

	if (sheet_return_list(run->db, s, &run->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++) {
		result_text(r, s->group_code);
		result_year(r, s->year);
		result_text(r, list[i].unit);
		result_text(r, list[i].unit_name);
		result_words(r, sheet_state_name(list[i].state), sheet_state_label(list[i].state));
		result_whole(r, list[i].lines);
		result_whole(r, list[i].filled);
		result_whole(r, list[i].lines - list[i].filled);
		result_whole(r, list[i].questions);
		result_text(r, s->due_on);
		result_yes(r, list[i].late);
		result_text(r, list[i].changed_on);
	}
	return 0;
}

int
command_list_sheets(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "group", N_("group"), REPORT_CODE },
		{ "year", N_("year"), REPORT_CODE },
		{ "unit", N_("unit code"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT },
		{ "state", N_("state"), REPORT_TEXT },
		{ "lines", N_("lines"), REPORT_NUMBER },
		{ "filled", N_("filled"), REPORT_NUMBER },
		{ "missing", N_("missing"), REPORT_NUMBER },
		{ "questions", N_("open questions"), REPORT_NUMBER },
		{ "due", N_("due"), REPORT_TEXT },
		{ "late", N_("late"), REPORT_TEXT },
		{ "changed_on", N_("since"), REPORT_TEXT },
	};
	const char *group = run_option(run, OPTION_GROUP);
	struct exchange_group g = { .id = 0 };
	struct data_sheet *list;
	struct result *r;
	int count, first, last, result = 0;

	if ((group && exchange_group_by_code(run->db, group, &g, err)) ||
		run_years(run, false, &first, &last, err) ||
		data_sheet_list(run->db, g.id, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Data sheets of members"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count && result == 0; i++)
		if (!first || (list[i].year >= first && list[i].year <= last))
			result = print_sheet(r, run, &list[i], err);
	if (result) {
		result_abandon(r);
		return -1;
	}
	return result_end(r, err);
}

/* The open question, else the newest; those before it in one text. */
static void
print_questions(struct result *r, struct run *run, const struct sheet_entry *e)
{
	const struct sheet_question *q =
		e->question || !e->asked_count ? e->question : &e->asked[e->asked_count - 1];
	const char *earlier = "";

	for (int i = 0; i < e->asked_count; i++)
		if (e->asked[i].number != q->number)
			earlier = arena_format(&run->arena, "%s%s%d. %s%s%s", earlier,
				*earlier ? "; " : "", e->asked[i].number, e->asked[i].question,
				*e->asked[i].answer ? " – " : "", e->asked[i].answer);
	result_text(r, q ? q->question : "");
	result_year(r, q ? q->number : 0);
	result_text(r, q ? q->answer : "");
	result_text(r, q ? q->answered_on : "");
	result_text(r, earlier);
}

int
command_sheet_show(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("No."), REPORT_CODE },
		{ "indicator", N_("indicator"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT },
		{ "measure", N_("measure"), REPORT_TEXT },
		{ "before", N_("a year before"), REPORT_NUMBER },
		{ "value", N_("value"), REPORT_NUMBER },
		{ "flag", N_("flag"), REPORT_TEXT },
		{ "remark", N_("remark"), REPORT_TEXT },
		{ "source", N_("source"), REPORT_TEXT },
		{ "check", N_("check"), REPORT_TEXT },
		{ "question", N_("question"), REPORT_TEXT },
		{ "question_number", N_("question No."), REPORT_CODE },
		{ "answer", N_("answer"), REPORT_TEXT },
		{ "answered_on", N_("answered on"), REPORT_TEXT },
		{ "earlier", N_("earlier questions"), REPORT_TEXT },
	};
	struct sheet_entry *list;
	struct sheet_return x;
	struct data_sheet s;
	struct result *r;
	int count;

	if (find_return(run, &s, &x, err) ||
		sheet_entries(run->db, &x, &run->arena, &list, &count, err) ||
		result_start(&r, run, x.unit_name, RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		const struct sheet_entry *e = &list[i];
		const struct own_figure *f = sheet_entry_shown(e);

		result_whole(r, e->line.position);
		result_text(r, e->line.code);
		result_text(r, e->line.name);
		result_text(r, e->line.measure);
		result_number(r, e->before.value);
		result_number(r, f->value);
		result_text(r, f->missing);
		result_text(r, f->remark);
		result_text(r, f->source);
		result_text(r, sheet_signs_text(e, &run->arena));
		print_questions(r, run, e);
	}
	return result_end(r, err);
}

/* ---- one figure ---- */

struct figure_given {
	char remark[OWN_REMARK_SIZE], source[OWN_SOURCE_SIZE];
};

int
command_figure_set(struct run *run, struct error *err)
{
#define F(member) GIVEN_AT(struct figure_given, member)
	static const struct given_field fields[] = {
		{ "remark", GIVEN_TEXT, F(remark), 0, 0, 0 },
		{ "source", GIVEN_TEXT, F(source), 0, 0, 0 },
	};
	const char **operands = run->arguments->operands;
	struct own_figure was, f;
	const struct unit *unit;
	struct indicator card;
	struct figure_given g;
	char groups[160] = "";
	int year = 0;

	if (run_card(run, operands[0], &card, err) || run_unit(run, operands[1], &unit, err) ||
		run_year(operands[2], &year, err) ||
		own_figure_load(run->db, card.id, year, unit->slot, &was, err))
		return -1;
	f = was;
	f.indicator_id = card.id;
	f.import_id = 0;
	f.made_up = run_option(run, OPTION_MADE_UP) != NULL;
	text_copy(g.remark, sizeof(g.remark), was.remark);
	text_copy(g.source, sizeof(g.source), was.source);
	if (given_apply(run, 4, fields, COUNT(fields), &g, err) ||
		own_figure_parse(operands[3], &f.value, f.missing, err))
		return -1;
	text_copy(f.remark, sizeof(f.remark), g.remark);
	text_copy(f.source, sizeof(f.source), g.source);
	if ((!own_figure_same(&f, &was) &&
		    own_figure_reopens(run->db, &f, groups, sizeof(groups), err)) ||
		own_figure_save(run->db, &f, &was, err))
		return -1;
	if (groups[0])
		run_say(_("The sheet of %d for %s (%s) was handed in with another figure: it is to "
			  "be explained now, and a question in it says what was changed."),
			year, groups, unit->told);
	return 0;
}

int
command_figure_history(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "value", N_("value"), REPORT_NUMBER },
		{ "flag", N_("flag"), REPORT_TEXT },
		{ "remark", N_("remark"), REPORT_TEXT },
		{ "person", N_("by whom"), REPORT_TEXT },
		{ "changed_at", N_("when"), REPORT_TEXT },
	};
	const char **operands = run->arguments->operands;
	struct own_figure_former *list;
	const struct unit *unit;
	struct indicator card;
	struct result *r;
	int count, year = 0;

	if (run_card(run, operands[0], &card, err) || run_unit(run, operands[1], &unit, err) ||
		run_year(operands[2], &year, err) ||
		own_figure_history(
			run->db, card.id, year, unit->slot, &run->arena, &list, &count, err) ||
		result_start(&r, run, card.code, RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		result_number(r, list[i].value);
		result_text(r, list[i].missing);
		result_text(r, list[i].remark);
		result_text(r, list[i].login);
		result_text(r, list[i].changed_at);
	}
	return result_end(r, err);
}
