/* SPDX-License-Identifier: GPL-3.0-or-later */
/* homework: giving, answering and changing it; lists of homework, documents and advice. */
#include "config.h"

#include "commands/given.h"
#include "commands/meeting_commands.h"
#include "commands/minutes_commands.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/meetings/advice.h"
#include "model/meetings/document_register.h"
#include "model/groups/exchange_group.h"
#include "model/kept.h"
#include "model/meetings/homework.h"

#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

static void
homework_row(struct result *r, struct run *run, const struct homework *h)
{
	result_whole(r, h->id);
	result_text(r, h->group_code);
	if (h->meeting_number)
		result_whole(r, h->meeting_number);
	else
		result_none(r);
	result_text(r, run_code_of(run, h->slot));
	result_text(r, h->text);
	result_text(r, h->due_on);
	result_words(r, homework_state_name(h->state), homework_state_label(h->state));
	result_text(r, h->answer.answered_on);
}

int
command_list_homework(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("number"), REPORT_CODE },
		{ "group", N_("group"), REPORT_CODE },
		{ "meeting", N_("meeting"), REPORT_CODE },
		{ "unit", N_("unit code"), REPORT_CODE },
		{ "text", N_("what is to be done"), REPORT_TEXT },
		{ "due_on", N_("due"), REPORT_TEXT },
		{ "state", N_("state"), REPORT_TEXT },
		{ "answered_on", N_("answered"), REPORT_TEXT },
	};
	struct homework_filter filter = { .show = run_option(run, OPTION_RETIRED)
							  ? HOMEWORK_SHOW_RETIRED
						  : run_option(run, OPTION_OPEN)
							  ? HOMEWORK_SHOW_OPEN
							  : HOMEWORK_SHOW_ALL };
	struct homework *list;
	struct result *r;
	int count;

	if (run_whose(run, &filter.group, &filter.slot, err) ||
		homework_list(run->db, &filter, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Homework between meetings"), RESULT_COLUMNS(columns), err))
		return -1;
	homework_sort(list, count, &run->units);
	for (int i = 0; i < count; i++)
		homework_row(r, run, &list[i]);
	return result_end(r, err);
}

/* ---- giving and answering ---- */

struct given_homework {
	char text[KEPT_LINES_SIZE], due[16], unit[4096];
	int meeting;
};

static const struct given_field fields[] = {
	{ "text", GIVEN_TEXT, GIVEN_AT(struct given_homework, text), 0, 0, 0 },
	{ "due", GIVEN_DUE, GIVEN_AT(struct given_homework, due), 0, 0, 0 },
	{ "unit", GIVEN_TEXT, GIVEN_AT(struct given_homework, unit), 0, 0, 0 },
	{ "meeting", GIVEN_WHOLE, GIVEN_AT(struct given_homework, meeting), 1, 999, 0 },
};

/* unit=0201011,0201043: one or several; *slots lies in the arena. */
static int
units_given(struct run *run, int64_t group, char *text, int **slots, int *count, struct error *err)
{
	const struct unit *unit;
	size_t room = 0;

	*slots = NULL;
	*count = 0;
	for (char *save, *code = strtok_r(text, ",", &save); code;
		code = strtok_r(NULL, ",", &save)) {
		if (run_member(run, group, code, &unit, err))
			return -1;
		*slots = arena_grow(&run->arena, *slots, (size_t)*count, &room, sizeof(**slots));
		(*slots)[(*count)++] = unit->slot;
	}
	return 0;
}

int
command_homework_give(struct run *run, struct error *err)
{
	struct given_homework g = { .text = "" };
	struct exchange_group group;
	struct homework h = { .id = 0 };
	int *slots, given = 0;

	if (exchange_group_by_code(run->db, run->arguments->operands[0], &group, err) ||
		given_apply(run, 1, fields, COUNT(fields), &g, err) ||
		meeting_of_group(run, group.id, g.meeting, &h.meeting, err) ||
		units_given(run, group.id, g.unit, &slots, &given, err))
		return -1;
	h.group = group.id;
	h.text = g.text;
	h.due_on = g.due;
	if (given ? homework_give(run->db, &h, slots, given, &given, err)
		  : homework_give_all(run->db, &h, &given, err))
		return -1;
	run_say(P_("Given to %d unit.", "Given to %d units.", (unsigned long)given), given);
	run_say_passed(g.due, "");
	return 0;
}

struct given_answer {
	char state[16], text[KEPT_LINES_SIZE], on[16];
};

static const struct given_field answer_fields[] = {
	{ "state", GIVEN_TEXT, GIVEN_AT(struct given_answer, state), 0, 0, 0 },
	{ "text", GIVEN_TEXT, GIVEN_AT(struct given_answer, text), 0, 0, 0 },
	{ "on", GIVEN_DATE, GIVEN_AT(struct given_answer, on), 0, 0, 0 },
};

static int
load_homework(struct run *run, struct homework *h, struct error *err)
{
	const char *text = run->arguments->operands[0];
	long number;

	if (number_parse_whole(text, 1, 1000000000, &number))
		return error_set(err, ERROR_INPUT, _("\"%s\" is no number of homework."), text);
	if (homework_load(run->db, number, &run->arena, h, err)) {
		if (err->code == ERROR_MISSING)
			run_advise(err, _("gromada list homework prints all of it."));
		return -1;
	}
	return 0;
}

int
command_homework_answer(struct run *run, struct error *err)
{
	struct given_answer g = { .state = "done" };
	struct homework h;
	struct homework_answer a;

	if (load_homework(run, &h, err))
		return -1;
	a = h.answer;
	date_iso(g.on, sizeof(g.on), clock_today());
	if ((a.id && run_text(a.text, g.text, sizeof(g.text), err)) ||
		given_apply(run, 1, answer_fields, COUNT(answer_fields), &g, err))
		return -1;
	a.state = HOMEWORK_STATES;
	for (int s = 0; s < HOMEWORK_STATES; s++)
		if (s != HOMEWORK_OVERDUE &&
			strcmp(homework_state_name((enum homework_state)s), g.state) == 0)
			a.state = (enum homework_state)s;
	if (a.state == HOMEWORK_STATES)
		return error_set(err, ERROR_INPUT,
			_("“%s” is no state of homework: open, done, not_done."), g.state);
	a.text = g.text;
	a.answered_on = g.on;
	if (homework_answer(run->db, &h, &a, err))
		return -1;
	run_say(_("Homework %ld: %s."), (long)h.id, homework_state_label(a.state));
	return 0;
}

/* The meeting is counted in its group, as in list homework. */
int
command_homework_review(struct run *run, struct error *err)
{
	const char *text = run->arguments->operands[1];
	struct homework h;
	int64_t meeting;
	long number;

	if (load_homework(run, &h, err))
		return -1;
	if (number_parse_whole(text, 1, 999, &number))
		return error_set(err, ERROR_INPUT, _("\"%s\" is no number of a meeting."), text);
	if (meeting_of_group(run, h.group, (int)number, &meeting, err) ||
		homework_review(run->db, &h, meeting, run->arguments->operands[2], err))
		return -1;
	run_say(_("Homework %ld was reviewed at meeting %ld."), (long)h.id, number);
	return 0;
}

/* ---- changing ---- */

struct given_change {
	char group[33], unit[16], text[KEPT_LINES_SIZE], due[16], review[KEPT_LINES_SIZE];
	int meeting, reviewed;
};

static const struct given_field change_fields[] = {
	{ "group", GIVEN_TEXT, GIVEN_AT(struct given_change, group), 0, 0, 0 },
	{ "meeting", GIVEN_WHOLE, GIVEN_AT(struct given_change, meeting), 1, 999, 0 },
	{ "unit", GIVEN_TEXT, GIVEN_AT(struct given_change, unit), 0, 0, 0 },
	{ "text", GIVEN_TEXT, GIVEN_AT(struct given_change, text), 0, 0, 0 },
	{ "due", GIVEN_DUE, GIVEN_AT(struct given_change, due), 0, 0, 0 },
	{ "reviewed", GIVEN_WHOLE, GIVEN_AT(struct given_change, reviewed), 1, 999, 0 },
	{ "review", GIVEN_TEXT, GIVEN_AT(struct given_change, review), 0, 0, 0 },
};

static int
as_given(struct run *run, const struct homework *h, struct given_change *g, struct error *err)
{
	*g = (struct given_change){ .meeting = h->meeting_number, .reviewed = h->reviewed_number };
	text_copy(g->group, sizeof(g->group), h->group_code);
	text_copy(g->due, sizeof(g->due), h->due_on);
	if (run_units(run, err) || run_text(h->text, g->text, sizeof(g->text), err) ||
		run_text(h->review, g->review, sizeof(g->review), err))
		return -1;
	text_copy(g->unit, sizeof(g->unit), run_code_of(run, h->slot));
	return 0;
}

static int
take_change(struct run *run, const struct given_change *g, struct homework *h, struct error *err)
{
	int64_t group = h->group;

	if (paper_group(run, g->group, h->group_code, &h->group, err) ||
		((h->group != group || g->meeting != h->meeting_number) &&
			meeting_of_group(run, h->group, g->meeting, &h->meeting, err)) ||
		((h->group != group || g->reviewed != h->reviewed_number) &&
			meeting_of_group(run, h->group, g->reviewed, &h->reviewed, err)) ||
		paper_unit(run, g->unit, &h->slot, err))
		return -1;
	h->text = g->text;
	h->due_on = g->due;
	h->review = g->review;
	return 0;
}

int
command_homework_set(struct run *run, struct error *err)
{
	struct given_change g;
	struct homework h;
	char before[16];

	if (load_homework(run, &h, err) || as_given(run, &h, &g, err))
		return -1;
	text_copy(before, sizeof(before), g.due);
	if (given_apply(run, 1, change_fields, COUNT(change_fields), &g, err) ||
		take_change(run, &g, &h, err) || homework_save(run->db, &h, &run->arena, err))
		return -1;
	run_say(_("Saved."));
	run_say_passed(g.due, before);
	return 0;
}

/* ---- documents and advice ---- */

int
command_list_documents(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("number"), REPORT_CODE },
		{ "group", N_("group"), REPORT_CODE },
		{ "meeting", N_("meeting"), REPORT_CODE },
		{ "unit", N_("unit code"), REPORT_CODE },
		{ "title", N_("title"), REPORT_TEXT },
		{ "kind", N_("kind"), REPORT_TEXT },
		{ "place", N_("file or link"), REPORT_TEXT },
		{ "dated_on", N_("dated"), REPORT_TEXT },
		{ "found", N_("the file"), REPORT_TEXT },
		{ "later", N_("after approval"), REPORT_TEXT },
	};
	static const char *const found[] = { "", "same", "changed", "gone", "unreadable", "new" };
	bool retired = run_option(run, OPTION_RETIRED) != NULL;
	struct register_entry *list;
	struct result *r;
	int64_t group;
	int count;

	if (run_whose(run, &group, NULL, err) ||
		register_list(run->db, group, 0, retired, &run->arena, &list, &count, err) ||
		result_start(
			&r, run, _("Documents of exchange groups"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		enum register_found f = register_look(&list[i]);

		result_whole(r, list[i].id);
		result_text(r, list[i].group_code);
		if (list[i].meeting_number)
			result_whole(r, list[i].meeting_number);
		else
			result_none(r);
		result_text(r, run_code_of(run, list[i].slot));
		result_text(r, list[i].title);
		result_words(
			r, register_kind_name(list[i].kind), register_kind_label(list[i].kind));
		result_text(r, list[i].place);
		result_text(r, list[i].dated_on);
		result_words(r, found[f], f ? register_found_label(f) : "");
		result_yes(r, list[i].later);
	}
	return result_end(r, err);
}

int
command_list_advice(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("number"), REPORT_CODE },
		{ "group", N_("group"), REPORT_CODE },
		{ "unit", N_("unit code"), REPORT_CODE },
		{ "given_on", N_("day"), REPORT_TEXT },
		{ "minutes", N_("minutes of time"), REPORT_NUMBER },
		{ "form", N_("form of advice"), REPORT_TEXT },
		{ "question", N_("question"), REPORT_TEXT },
		{ "answer", N_("answer"), REPORT_TEXT },
		{ "expert", N_("expert"), REPORT_TEXT },
	};
	bool retired = run_option(run, OPTION_RETIRED) != NULL;
	struct advice *list;
	struct result *r;
	int64_t group;
	int count;

	if (run_whose(run, &group, NULL, err) ||
		advice_list(run->db, group, retired, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Advice between meetings"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		result_whole(r, list[i].id);
		result_text(r, list[i].group_code);
		result_text(r, run_code_of(run, list[i].slot));
		result_text(r, list[i].given_on);
		result_whole(r, list[i].minutes);
		result_words(r, advice_form_name(list[i].form), advice_form_label(list[i].form));
		result_text(r, list[i].question);
		result_text(r, list[i].answer);
		result_text(r, list[i].expert);
	}
	return result_end(r, err);
}
