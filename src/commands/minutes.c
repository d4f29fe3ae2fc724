/* SPDX-License-Identifier: GPL-3.0-or-later */
/* minutes: as a document, back from a word processor, and their way to approval. */
#include "config.h"

#include "commands/given.h"
#include "commands/minutes_commands.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "exchange/minutes_file.h"
#include "model/minutes/line_diff.h"
#include "model/minutes/minutes.h"
#include "report/minutes_document.h"

#include <stdio.h>
#include <string.h>

/* MEETING as the first operand. */
static int
find_minutes(struct run *run, struct minutes *m, struct error *err)
{
	const char *text = run->arguments->operands[0];
	long number;

	if (number_parse_whole(text, 1, 1000000000, &number))
		return error_set(err, ERROR_INPUT, _("\"%s\" is no number of a meeting."), text);
	return minutes_find(run->db, number, m, err);
}

static int
need_minutes(struct run *run, struct minutes *m, struct error *err)
{
	if (find_minutes(run, m, err))
		return -1;
	return m->id ? 0
		     : error_set(err, ERROR_MISSING,
			       _("The meeting has no minutes yet; gromada minutes make makes "
				 "them."));
}

/* ---- as a document ---- */

static int
find_format(const struct run *run, enum report_format *format, struct error *err)
{
	const char *path = run_option(run, OPTION_OUTPUT), *name = run_option(run, OPTION_FORMAT);
	int found = name   ? report_format_from_name(name)
		    : path ? report_format_of_path(path)
			   : REPORT_FORMAT_TEXT;

	if (found < 0 || found == REPORT_FORMAT_XLSX ||
		!document_has_format((enum report_format)found))
		return error_set(err, ERROR_INPUT,
			_("Minutes are written as .docx, .pdf, .html or .txt, not as “%s”."),
			name ? name : path);
	*format = (enum report_format)found;
	return 0;
}

static int
write_minutes(struct run *run, const struct minutes *m, struct error *err)
{
	const char *version = run_option(run, OPTION_NUMBER);
	enum report_format format = REPORT_FORMAT_TEXT;
	struct document document;
	struct output *out;
	long number = 0;

	if (version && number_parse_whole(version, 1, 100000, &number))
		return error_set(err, ERROR_INPUT, _("\"%s\" is no number of a version."), version);
	if (find_format(run, &format, err) ||
		minutes_document(run->db, m->meeting, (int)number, format == REPORT_FORMAT_PDF,
			&run->arena, &document, err))
		return -1;
	document.fonts = run->settings ? settings_text(run->settings, SETTING_FONTS) : "";
	if (run_output(run, run_option(run, OPTION_OUTPUT), &out, err))
		return -1;
	if (document_write(&document, format, out, err)) {
		output_abort(out);
		return -1;
	}
	return output_commit(out, err);
}

/* ---- back from outside ---- */

static int
say_differences(struct run *run, const char *before, const char *after)
{
	struct diff_line *lines;
	int count = line_diff(before, after, &run->arena, &lines), changed = 0;

	for (int i = 0; i < count; i++)
		changed += lines[i].sign != LINE_SAME;
	count = line_diff_changes(lines, count, 2);
	for (int i = 0; changed && i < count; i++) {
		if (lines[i].before == 0 && lines[i].after == 0)
			run_say("  …");
		else
			run_say("%c %s", (char)lines[i].sign, lines[i].text);
	}
	return changed;
}

static int
take_file(struct run *run, struct minutes *m, const char *path, struct error *err)
{
	struct minutes_version newest = { .text = "" };
	const char *slash = strrchr(path, '/'), *another;
	struct minutes_file file;
	int answer = 1;

	if ((m->versions && minutes_version(run->db, m->id, 0, &run->arena, &newest, err)) ||
		minutes_file_read(path, newest.text, &run->arena, &file, err) ||
		minutes_file_of_another(run->db, &file, slash ? slash + 1 : path, m->meeting,
			&run->arena, &another, err))
		return -1;
	if (*another)
		run_say("%s", another);
	if (file.left_out)
		run_say("%s", minutes_file_left_out(file.left_out, &run->arena));
	if (!say_differences(run, newest.text, file.text)) {
		run_say(_("The file says the same as the newest version; nothing was written."));
		return 0;
	}
	fflush(stdout);
	if (!run_option(run, OPTION_YES))
		answer = run_ask(*another ? _("Take this file over all the same?")
					  : _("Take this file over?"));
	if (answer < 0)
		return error_set(err, ERROR_INPUT,
			_("%s was only looked at; add --yes to take it over."), path);
	if (answer == 0)
		return run_declined(run, _("Nothing was written."));
	if (minutes_add(run->db, m, file.text, MINUTES_FILE, slash ? slash + 1 : path, err))
		return -1;
	run_say(_("The file is version %d of the minutes."), m->versions);
	return 0;
}

int
command_meeting_minutes(struct run *run, struct error *err)
{
	const char *path = run_option(run, OPTION_IMPORT);
	struct minutes m;

	if (find_minutes(run, &m, err))
		return -1;
	if (!path)
		return write_minutes(run, &m, err);
	if (person_may(&run->person, PERSON_CLERK, err))
		return -1;
	return take_file(run, &m, path, err);
}

/* ---- the way to approval ---- */

int
command_minutes_make(struct run *run, struct error *err)
{
	const char *text;
	struct minutes m;

	if (find_minutes(run, &m, err) ||
		minutes_compose(run->db, m.meeting, &run->arena, &text, err) ||
		minutes_add(run->db, &m, text, MINUTES_MADE, NULL, err))
		return -1;
	run_say(_("Version %d was made from what the meeting holds."), m.versions);
	return 0;
}

/* 1 = go on, 0 = no, -1 = failed. Nobody can be asked in a script: refused says it there, with the
 * words before it. */
static int
ask_about(struct run *run, const char *words, const char *question, const char *refused,
	struct error *err)
{
	int answer;

	if (!words[0])
		return 1;
	answer = run_ask(arena_format(&run->arena, "%s %s", words, question));
	if (answer < 0)
		return error_set(err, ERROR_INPUT, "%s %s", words, refused);
	if (!answer)
		return run_declined(run, _("Nothing was changed."));
	return answer;
}

/* The same: what the text does not say any more is asked about first. */
static int
outdated_all_the_same(
	struct run *run, const struct minutes *m, const char *question, struct error *err)
{
	const char *words;

	if (m->state == MINUTES_APPROVED || run_option(run, OPTION_YES))
		return 1;
	if (minutes_outdated(run->db, m, &run->arena, &words, err))
		return -1;
	return ask_about(run, words, question,
		_("Make a new version (gromada minutes make), or add --yes to leave the text as it "
		  "is."),
		err);
}

/* The same: what members have not seen. */
static int
unseen_all_the_same(struct run *run, const struct minutes *m, struct error *err)
{
	if (m->open_remarks || run_option(run, OPTION_YES))
		return 1;
	return ask_about(run, minutes_unseen(m, &run->arena),
		_("Approve the minutes all the same?"),
		_("Send it (gromada minutes send), or add --yes to approve it so."), err);
}

int
command_minutes_send(struct run *run, struct error *err)
{
	struct given {
		char on[16], until[16];
	} g = { "", "" };
	static const struct given_field fields[] = {
		{ "on", GIVEN_DATE, GIVEN_AT(struct given, on), 0, 0, 0 },
		{ "until", GIVEN_DUE, GIVEN_AT(struct given, until), 0, 0, 0 },
	};
	struct minutes m;
	int go_on;

	date_iso(g.on, sizeof(g.on), clock_today());
	if (need_minutes(run, &m, err) || given_apply(run, 1, fields, 2, &g, err))
		return -1;
	go_on = outdated_all_the_same(run, &m, _("Send the minutes all the same?"), err);
	if (go_on <= 0)
		return go_on;
	if (minutes_send(run->db, &m, g.on, g.until, err))
		return -1;
	run_say(_("Version %d waits for remarks."), m.versions);
	return 0;
}

int
command_minutes_draft(struct run *run, struct error *err)
{
	struct minutes m;

	if (need_minutes(run, &m, err))
		return -1;
	if (m.state == MINUTES_DRAFT)
		return error_set(err, ERROR_INPUT,
			_("These minutes are a draft; they were not sent for remarks."));
	if (minutes_take_back(run->db, &m, err))
		return -1;
	run_say(_("Version %d is a draft again."), m.versions);
	return 0;
}

int
command_minutes_case(struct run *run, struct error *err)
{
	const char *mark = run->arguments->operands[1];
	struct minutes m;

	if (strlen(mark) >= sizeof(m.case_mark))
		return error_set(err, ERROR_INPUT, _("\"%s\" is too long: %d bytes at most."), mark,
			(int)sizeof(m.case_mark) - 1);
	if (need_minutes(run, &m, err) || minutes_set_case_mark(run->db, &m, mark, err))
		return -1;
	if (m.case_mark[0])
		run_say(_("The minutes have the case mark %s."), m.case_mark);
	else
		run_say(_("The minutes have no case mark of their own."));
	return 0;
}

int
command_minutes_approve(struct run *run, struct error *err)
{
	struct given {
		char on[16];
	} g = { "" };
	static const struct given_field fields[] = {
		{ "on", GIVEN_DATE, GIVEN_AT(struct given, on), 0, 0, 0 },
	};
	struct minutes m;
	int go_on;

	date_iso(g.on, sizeof(g.on), clock_today());
	if (need_minutes(run, &m, err) || given_apply(run, 1, fields, 1, &g, err))
		return -1;
	go_on = outdated_all_the_same(run, &m, _("Approve the minutes all the same?"), err);
	if (go_on > 0)
		go_on = unseen_all_the_same(run, &m, err);
	if (go_on <= 0)
		return go_on;
	if (minutes_approve(run->db, &m, g.on, err))
		return -1;
	run_say(_("Version %d is approved and does not change any more."), m.versions);
	if (strcmp(m.remarks_until, g.on) >= 0)
		run_say(_("Members had time for remarks until %s; they lost it by that."),
			m.remarks_until);
	return 0;
}
