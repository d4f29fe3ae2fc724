/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting: meetings of exchange groups, their days, hosts, states and people. */
#include "config.h"

#include "commands/given.h"
#include "commands/meeting_commands.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/groups/exchange_group.h"
#include "model/meetings/meeting.h"
#include "model/meetings/meeting_number.h"
#include "model/meetings/participant.h"

#include <stdio.h>
#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

static int
find_group(struct run *run, const char *code, int64_t *id, struct error *err)
{
	struct exchange_group g;

	if (exchange_group_by_code(run->db, code, &g, err)) {
		if (err->code == ERROR_MISSING)
			run_advise(err, _("gromada list groups prints all of them."));
		return -1;
	}
	*id = g.id;
	return 0;
}

int
meeting_operand(struct run *run, struct meeting *m, struct error *err)
{
	const char *text = run->arguments->operands[0];
	long id;

	if (number_parse_whole(text, 1, 1000000000, &id))
		return error_set(err, ERROR_INPUT,
			_("\"%s\" is no number of a meeting; gromada list meetings prints them "
			  "first."),
			text);
	if (meeting_load(run->db, id, m, err)) {
		if (err->code == ERROR_MISSING)
			run_advise(err, _("gromada list meetings prints all of them."));
		return -1;
	}
	return 0;
}

int
meeting_of_group(struct run *run, int64_t group, int number, int64_t *meeting, struct error *err)
{
	const struct meeting_filter filter = { .group = group };
	struct meeting_row *list;
	int count;

	*meeting = 0;
	if (number == 0)
		return 0;
	if (meeting_list(run->db, &filter, &run->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (list[i].number == number)
			*meeting = list[i].id;
	return *meeting ? 0
			: error_set(err, ERROR_MISSING, _("The group has no meeting %lld."),
				  (long long)number);
}

int
command_list_meetings(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "id", N_("id"), REPORT_CODE },
		{ "group", N_("group"), REPORT_CODE },
		{ "number", N_("number"), REPORT_CODE },
		{ "title", N_("title"), REPORT_TEXT },
		{ "starts_at", N_("begins"), REPORT_TEXT },
		{ "ends_at", N_("ends"), REPORT_TEXT },
		{ "host", N_("host"), REPORT_CODE },
		{ "place", N_("place"), REPORT_TEXT },
		{ "state", N_("state"), REPORT_TEXT },
		{ "invited", N_("invited"), REPORT_NUMBER },
		{ "accepted", N_("will come"), REPORT_NUMBER },
		{ "attended", N_("came"), REPORT_NUMBER },
		{ "guests", N_("guests"), REPORT_NUMBER },
	};
	const char *group = run_option(run, OPTION_GROUP);
	struct meeting_filter filter = { .retired = run_option(run, OPTION_RETIRED) != NULL };
	struct meeting_row *rows;
	struct result *r;
	int count, last;

	if (run_units(run, err) || run_years(run, true, &filter.year, &last, err) ||
		(group && find_group(run, group, &filter.group, err)) ||
		meeting_list(run->db, &filter, &run->arena, &rows, &count, err) ||
		result_start(&r, run, _("Meetings of groups"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		const struct meeting_row *m = &rows[i];

		result_whole(r, m->id);
		result_text(r, m->group_code);
		result_whole(r, m->number);
		result_text(r, m->title[0] ? m->title : m->stage_name);
		result_text(r, m->starts_at);
		result_text(r, m->ends_at);
		result_text(r, run_code_of(run, m->host));
		result_text(r, m->place);
		result_words(r, meeting_state_name(m->state), meeting_state_label(m->state));
		result_whole(r, m->invited);
		result_whole(r, m->accepted);
		result_whole(r, m->attended);
		result_whole(r, m->guests);
	}
	return result_end(r, err);
}

/* ---- writing ---- */

static int
take_hour(const char *text, char dst[6], struct error *err)
{
	if (meeting_time_parse(text, dst))
		return error_set(err, ERROR_INPUT,
			_("“%s” is no hour of the day written like 10:30."), text);
	return 0;
}

/* --on, --until, --from, --to over what the meeting has. */
static int
take_when(struct run *run, struct meeting *m, struct error *err)
{
	const char *on = run_option(run, OPTION_ON), *until = run_option(run, OPTION_UNTIL);
	const char *from = run_option(run, OPTION_FROM), *to = run_option(run, OPTION_TO);
	int days = m->starts_at[0] ? meeting_days(m->starts_at, m->ends_at) : 1;
	char first[16], last[16], begin[6] = "", end[6] = "";
	struct date day;

	text_copy(first, 11, m->starts_at);
	text_copy(last, 11, m->ends_at);
	if (m->starts_at[0]) {
		text_copy(begin, sizeof(begin), m->starts_at + 11);
		text_copy(end, sizeof(end), m->ends_at + 11);
	}
	if ((on && run_day(on, first, sizeof(first), err)) ||
		(from && take_hour(from, begin, err)) || (to && take_hour(to, end, err)))
		return -1;
	if (on && date_parse(first, clock_today(), &day) == 0)
		date_iso(last, sizeof(last), date_from_days(date_to_days(day) + days - 1));
	if (until && run_day(until, last, sizeof(last), err))
		return -1;
	snprintf(m->starts_at, sizeof(m->starts_at), "%.10sT%.5s", first, begin);
	snprintf(m->ends_at, sizeof(m->ends_at), "%.10sT%.5s", last, end);
	return 0;
}

static int
take_host(struct run *run, struct meeting *m, struct error *err)
{
	const char *host = run_option(run, OPTION_HOST);
	const struct unit *unit;

	if (!host)
		return 0;
	m->host = NO_SLOT;
	if (!host[0])
		return 0;
	if (run_member(run, m->group, host, &unit, err))
		return -1;
	m->host = unit->slot;
	return 0;
}

static const struct given_field fields[] = {
	{ "number", GIVEN_WHOLE, GIVEN_AT(struct meeting, number), 1, 999, 0 },
	{ "presentation", GIVEN_TEXT, GIVEN_AT(struct meeting, presentation), 0, 0, 0 },
	{ "note", GIVEN_TEXT, GIVEN_AT(struct meeting, note), 0, 0, 0 },
};

/* Options, and fields behind the first operand. */
static int
take_options(struct run *run, struct meeting *m, struct error *err)
{
	const char *stage = run_option(run, OPTION_STAGE), *place = run_option(run, OPTION_PLACE);
	const char *title = run_option(run, OPTION_TITLE);
	long number;

	if (stage && number_parse_whole(stage, 0, 999, &number))
		return error_set(err, ERROR_INPUT, _("\"%s\" is no number of a stage."), stage);
	if (stage)
		m->stage = (int)number;
	if ((place && run_text(place, m->place, sizeof(m->place), err)) ||
		(title && run_text(title, m->title, sizeof(m->title), err)))
		return -1;
	return take_when(run, m, err) || take_host(run, m, err) ||
			       given_apply(run, 1, fields, COUNT(fields), m, err)
		       ? -1
		       : 0;
}

/* Kept, and what is odd about it. */
static int
save(struct run *run, struct meeting *m, struct error *err)
{
	char odd[1024];

	if (meeting_save(run->db, m, err))
		return -1;
	run_say(_("%s, meeting %d: number %lld."), m->group_code, m->number, (long long)m->id);
	if (meeting_warnings(run->db, m, odd, sizeof(odd))[0])
		for (char *line = strtok(odd, "\n"); line; line = strtok(NULL, "\n"))
			run_say("%s", line);
	return 0;
}

int
command_meeting_add(struct run *run, struct error *err)
{
	struct meeting m = { .host = NO_SLOT };

	if (run_units(run, err) || find_group(run, run->arguments->operands[0], &m.group, err) ||
		take_options(run, &m, err))
		return -1;
	return save(run, &m, err);
}

int
command_meeting_change(struct run *run, struct error *err)
{
	struct meeting m;

	if (run_units(run, err) || meeting_operand(run, &m, err) || take_options(run, &m, err))
		return -1;
	return save(run, &m, err);
}

static int
say_state(const struct meeting *m)
{
	run_say(_("%s, meeting %d: %s."), m->group_code, m->number, meeting_state_label(m->state));
	return 0;
}

int
command_meeting_state(struct run *run, struct error *err)
{
	const char *word = run->arguments->operands[1];
	struct meeting m;
	int to = 0;

	while (to < MEETING_CANCELLED &&
		strcmp(word, meeting_state_name((enum meeting_state)to)) != 0)
		to++;
	if (to == MEETING_CANCELLED)
		return error_set(err, ERROR_INPUT,
			_("A meeting is planned, invited or held, not \"%s\"; gromada meeting "
			  "cancel "
			  "cancels one."),
			word);
	if (meeting_operand(run, &m, err) ||
		meeting_set_state(run->db, &m, (enum meeting_state)to, err))
		return -1;
	return say_state(&m);
}

int
command_meeting_cancel(struct run *run, struct error *err)
{
	struct meeting m;

	if (meeting_operand(run, &m, err) ||
		meeting_cancel(run->db, &m, run_option(run, OPTION_REASON), err))
		return -1;
	return say_state(&m);
}

int
command_meeting_retire(struct run *run, struct error *err)
{
	struct meeting m;

	if (meeting_operand(run, &m, err) || meeting_retire(run->db, &m, false, err))
		return -1;
	run_say(_("%s, meeting %d is deleted; gromada meeting restore %lld brings it back."),
		m.group_code, m.number, (long long)m.id);
	return 0;
}

int
command_meeting_restore(struct run *run, struct error *err)
{
	struct meeting m;

	if (meeting_operand(run, &m, err))
		return -1;
	if (!m.retired_at[0])
		return error_set(err, ERROR_INPUT, _("%s, meeting %d is not deleted."),
			m.group_code, m.number);
	if (meeting_retire(run->db, &m, true, err))
		return -1;
	return say_state(&m);
}

int
command_meeting_renumber(struct run *run, struct error *err)
{
	const char *code = run->arguments->operands[0];
	struct meeting_number *list;
	int64_t group;
	int count;

	if (find_group(run, code, &group, err) ||
		meeting_renumber(run->db, group, &run->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		run_say(_("%s: meeting %d is now number %d (%.10s)."), code, list[i].from,
			list[i].to, list[i].starts_at);
	if (count == 0)
		run_say(_("%s: the numbers follow the days already."), code);
	return 0;
}

int
command_meeting_attendance(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "unit", N_("unit"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT },
		{ "part", N_("part"), REPORT_TEXT },
		{ "answer", N_("answer"), REPORT_TEXT },
		{ "came", N_("came"), REPORT_TEXT },
	};
	struct participant *list;
	struct meeting m;
	struct result *r;
	int count;

	if (run_units(run, err) || meeting_operand(run, &m, err) ||
		participant_list(run->db, m.id, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("People of the meeting"), RESULT_COLUMNS(columns), err))
		return -1;
	participant_sort(list, count, &run->units);
	for (int i = 0; i < count; i++) {
		const struct participant *p = &list[i];

		result_text(r, run_code_of(run, p->slot));
		result_text(r, p->name);
		result_words(r, participant_part_name(p->part), participant_part_label(p->part));
		result_words(
			r, participant_answer_name(p->answer), participant_answer_label(p->answer));
		if (p->came == CAME_UNKNOWN)
			result_none(r);
		else
			result_yes(r, p->came == CAME_YES);
	}
	return result_end(r, err);
}
