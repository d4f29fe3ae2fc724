/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report: a whole wave's results, a group's year, a member's file, all groups, as documents. */
#include "config.h"

#include "commands/given.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "model/office.h"
#include "report/exchange_report.h"
#include "report/survey_report.h"

#include <string.h>

int
run_document_format(const struct run *run, enum report_format *format, struct error *err)
{
	const char *path = run_option(run, OPTION_OUTPUT), *name = run_option(run, OPTION_FORMAT);
	int found = name   ? report_format_from_name(name)
		    : path ? report_format_of_path(path)
			   : REPORT_FORMAT_TEXT;

	if (found < 0 || !document_has_format((enum report_format)found)) {
		const char *dot = path ? strrchr(path, '.') : NULL;

		return error_set(err, ERROR_INPUT,
			_("A report is written as .docx, .pdf, .html, .xlsx or .txt, not as "
			  "“%s”."),
			name                       ? name
			: dot && !strchr(dot, '/') ? dot
						   : path);
	}
	*format = (enum report_format)found;
	return 0;
}

static int
find_request(
	struct run *run, const struct wave *wave, struct survey_report *request, struct error *err)
{
	const char *threshold = run_option(run, OPTION_THRESHOLD);
	const struct unit *unit;
	long smallest = 0;

	if (threshold && number_parse_whole(threshold, 1, 1000, &smallest))
		return error_set(err, ERROR_INPUT,
			_("\"%s\" is no number of answers; --threshold takes 1 to 1000."),
			threshold);
	*request = (struct survey_report){ .by = run->arguments->by,
		.by_count = run->arguments->by_count,
		.questions = run->arguments->questions,
		.question_count = run->arguments->question_count,
		.texts = run_option(run, OPTION_TEXTS) != NULL,
		.services = run_option(run, OPTION_SERVICES) != NULL,
		.potential = run_option(run, OPTION_POTENTIAL) != NULL,
		.weighted = run_option(run, OPTION_WEIGHT) != NULL,
		.where = run_option(run, OPTION_WHERE),
		.threshold = (int)smallest };
	if (wave->slot == NO_WAVE_UNIT)
		return 0;
	if (run_units(run, err))
		return -1;
	unit = unit_by_slot(&run->units, wave->slot);
	request->unit = unit ? unit->label : "";
	return 0;
}

int
run_document_write(
	struct run *run, struct document *document, enum report_format format, struct error *err)
{
	struct output *out;

	document->fonts = run->settings ? settings_text(run->settings, SETTING_FONTS) : "";
	if (run_output(run, run_option(run, OPTION_OUTPUT), &out, err))
		return -1;
	if (document_write(document, format, out, err)) {
		output_abort(out);
		return -1;
	}
	return output_commit(out, err);
}

int
command_report_survey(struct run *run, struct error *err)
{
	enum report_format format = REPORT_FORMAT_TEXT;
	struct survey_report request;
	struct document document;
	struct wave wave;

	if (run_document_format(run, &format, err) ||
		given_wave(run, run->arguments->operands[0], &wave, err) ||
		find_request(run, &wave, &request, err) ||
		survey_report_build(run->db, &wave, &request, &run->arena, &document, err))
		return -1;
	return run_document_write(run, &document, format, err);
}

/* ---- exchange groups ---- */

static int
begin(struct run *run, struct office *office, struct exchange_report *request,
	enum report_format *format, struct error *err)
{
	if (run_document_format(run, format, err) || run_units(run, err) ||
		office_load(run->db, office, err))
		return -1;
	*request = (struct exchange_report){ .db = run->db,
		.units = &run->units,
		.heading = office_letterhead(office, &run->arena),
		.fonts = "" };
	return 0;
}

int
command_report_group(struct run *run, struct error *err)
{
	enum report_format format = REPORT_FORMAT_TEXT;
	struct exchange_report request;
	struct exchange_group group;
	struct document document;
	struct office office;
	int year, last;

	if (begin(run, &office, &request, &format, err) ||
		run_years(run, true, &year, &last, err) ||
		exchange_group_by_code(run->db, run->arguments->operands[0], &group, err) ||
		exchange_report_group(&request, &group, year ? year : clock_today().year,
			&run->arena, &document, err))
		return -1;
	return run_document_write(run, &document, format, err);
}

int
command_report_practice(struct run *run, struct error *err)
{
	enum report_format format = REPORT_FORMAT_TEXT;
	struct exchange_report request;
	struct exchange_group group;
	struct document document;
	struct office office;
	const char *cases, *department;
	int year, last;

	if (begin(run, &office, &request, &format, err) ||
		run_years(run, true, &year, &last, err) ||
		exchange_group_by_code(run->db, run->arguments->operands[0], &group, err) ||
		run_decision_words(run, &cases, &department, err) ||
		exchange_report_practice(
			&request, &group, year, cases, department, &run->arena, &document, err))
		return -1;
	return run_document_write(run, &document, format, err);
}

int
command_report_member(struct run *run, struct error *err)
{
	enum report_format format = REPORT_FORMAT_TEXT;
	struct exchange_report request;
	struct document document;
	const struct unit *unit;
	struct office office;

	if (begin(run, &office, &request, &format, err) ||
		run_unit(run, run->arguments->operands[0], &unit, err) ||
		exchange_report_member(&request, unit->slot, &run->arena, &document, err))
		return -1;
	return run_document_write(run, &document, format, err);
}

int
command_report_coordinator(struct run *run, struct error *err)
{
	enum report_format format = REPORT_FORMAT_TEXT;
	struct exchange_report request;
	struct document document;
	struct office office;

	if (begin(run, &office, &request, &format, err) ||
		exchange_report_coordinator(&request, &run->arena, &document, err))
		return -1;
	return run_document_write(run, &document, format, err);
}
