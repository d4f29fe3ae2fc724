/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of meetings: the calendar for other programs, and papers. */
#include "config.h"

#include "commands/given.h"
#include "commands/meeting_commands.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "exchange/icalendar.h"
#include "model/groups/exchange_group.h"
#include "model/meetings/meeting.h"
#include "model/meetings/participant.h"
#include "report/meeting_papers.h"

#include <string.h>

static int
take_number(const char *text, int64_t *id, struct error *err)
{
	long number;

	if (number_parse_whole(text, 1, 1000000000, &number))
		return error_set(err, ERROR_INPUT,
			_("\"%s\" is no number of a meeting; gromada list meetings prints them "
			  "first."),
			text);
	*id = number;
	return 0;
}

static int
find_filter(struct run *run, struct meeting_filter *filter, struct error *err)
{
	const char *group = run_option(run, OPTION_GROUP), *one = run_option(run, OPTION_MEETING);
	struct exchange_group g;
	struct meeting m;
	int last;

	if (run_years(run, true, &filter->year, &last, err) ||
		(one && (take_number(one, &filter->id, err) ||
				meeting_load(run->db, filter->id, &m, err))))
		return -1;
	if (!group)
		return 0;
	if (exchange_group_by_code(run->db, group, &g, err))
		return -1;
	filter->group = g.id;
	return 0;
}

int
command_export_calendar(struct run *run, struct error *err)
{
	const char *path = run->arguments->operands[0];
	struct meeting_filter filter = { 0 };
	struct output *out;
	int count;

	if (run_units(run, err) || find_filter(run, &filter, err) ||
		run_output(run, path, &out, err))
		return -1;
	if (icalendar_write(run->db, &filter, &run->units, out, &count, err)) {
		output_abort(out);
		return -1;
	}
	if (output_commit(out, err))
		return -1;
	if (strcmp(path, "-") != 0)
		run_say(P_("Written: %d meeting.", "Written: %d meetings.", (unsigned long)count),
			count);
	return 0;
}

/* ---- papers ---- */

static int
find_format(const struct run *run, enum meeting_paper paper, enum report_format *format,
	struct error *err)
{
	const char *path = run_option(run, OPTION_OUTPUT), *name = run_option(run, OPTION_FORMAT);
	const enum report_format *formats;
	int count = meeting_paper_formats(paper, &formats);
	int found = name   ? report_format_from_name(name)
		    : path ? report_format_of_path(path)
			   : REPORT_FORMAT_TEXT;

	for (int i = 0; i < count; i++)
		if ((int)formats[i] == found) {
			*format = formats[i];
			return 0;
		}
	return error_set(err, ERROR_INPUT,
		_("This paper is written as .pdf, .docx, .html or .txt; nothing else suits it."));
}

/* Whose certificate; 0 = of all who came. */
static int
take_person(struct run *run, int64_t *participant, struct error *err)
{
	struct participant p;
	struct meeting m;

	if (run->arguments->operand_count < 2)
		return 0;
	if (meeting_operand(run, &m, err) ||
		meeting_person(run, &m, run->arguments->operands[1], &p, err))
		return -1;
	*participant = p.id;
	return 0;
}

static int
print(struct run *run, enum meeting_paper paper, struct error *err)
{
	const char *fonts = run->settings ? settings_text(run->settings, SETTING_FONTS) : "";
	enum report_format format = REPORT_FORMAT_TEXT;
	int64_t id = 0, participant = 0;
	struct meeting_sheet *sheet;
	struct output *out;

	if (find_format(run, paper, &format, err) || run_units(run, err) ||
		take_number(run->arguments->operands[0], &id, err) ||
		take_person(run, &participant, err) ||
		meeting_paper_load(run->db, paper, id, participant, &run->units, fonts, &run->arena,
			&sheet, err) ||
		run_output(run, run_option(run, OPTION_OUTPUT), &out, err))
		return -1;
	if (meeting_paper_write(sheet, format, out, err)) {
		output_abort(out);
		return -1;
	}
	return output_commit(out, err);
}

/* Of a meeting that was, it is written as wished, and said. */
int
command_print_invitation(struct run *run, struct error *err)
{
	const char *path = run_option(run, OPTION_OUTPUT);
	struct meeting m;
	char today[16];
	int64_t id = 0;

	if (print(run, MEETING_INVITATION, err) ||
		take_number(run->arguments->operands[0], &id, err) ||
		meeting_load(run->db, id, &m, err))
		return -1;
	if (path && strcmp(path, "-") != 0 &&
		strncmp(m.starts_at, date_iso(today, sizeof(today), clock_today()), 10) < 0)
		run_say(_("The day of the meeting, %.10s, is past: an invitation comes too late."),
			m.starts_at);
	return 0;
}

int
command_print_attendance(struct run *run, struct error *err)
{
	return print(run, MEETING_SIGNATURES, err);
}

int
command_print_certificates(struct run *run, struct error *err)
{
	return print(run, MEETING_CERTIFICATES, err);
}
