/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print: the blank paper form of a questionnaire, and the papers that go with batches and waves. */
#include "config.h"

#include "commands/given.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/output.h"
#include "model/keying/route.h"
#include "report/paper.h"
#include "report/slips.h"

#include <string.h>

static const char *
fonts(const struct run *run)
{
	return run->settings ? settings_text(run->settings, SETTING_FONTS) : "";
}

/* By --format or the name of the file; text on standard output. */
static int
find_format(const struct run *run, enum report_format *format, struct error *err)
{
	const char *path = run_option(run, OPTION_OUTPUT), *name = run_option(run, OPTION_FORMAT);
	int found = name   ? report_format_from_name(name)
		    : path ? report_format_of_path(path)
			   : REPORT_FORMAT_TEXT;

	if (found < 0)
		return error_set(err, ERROR_INPUT,
			_("The name %s does not say the form of the file; end it with .csv, .xlsx, "
			  ".html, .docx, .pdf or .txt, or add --format."),
			path);
	*format = (enum report_format)found;
	return 0;
}

/* ---- the paper form ---- */

/* As people call the wave's unit; "" = none. */
static int
unit_of(struct run *run, const struct wave *w, const char **label, struct error *err)
{
	const struct unit *unit;

	*label = "";
	if (w->slot == NO_WAVE_UNIT)
		return 0;
	if (run_units(run, err))
		return -1;
	unit = unit_by_slot(&run->units, w->slot);
	if (unit)
		*label = unit->label;
	return 0;
}

static int
wave_facts(struct run *run, const char *code, struct wave *w, struct paper_facts *facts,
	struct error *err)
{
	if (given_wave(run, run_option(run, OPTION_WAVE), w, err) ||
		unit_of(run, w, &facts->unit, err))
		return -1;
	if (strcmp(w->questionnaire_code, code) != 0)
		return error_set(err, ERROR_INPUT, _("The wave %s asks the questionnaire %s."),
			w->code, w->questionnaire_code);
	facts->year = w->year;
	facts->controller = w->controller;
	facts->purpose = w->purpose;
	facts->legal_basis = w->legal_basis;
	facts->notice = w->notice;
	return 0;
}

static int
load(struct run *run, struct paper_facts *facts, struct wave *w, struct questionnaire *q,
	struct error *err)
{
	const char *code = run->arguments->operands[0], *number = run_option(run, OPTION_NUMBER);
	struct questionnaire plain;
	long version = 0;
	int failed;

	if (number && number_parse_whole(number, 1, 1000000, &version))
		return error_set(err, ERROR_INPUT,
			_("\"%s\" is no number of a version; it is 1, 2, 3 ..."), number);
	if (run_option(run, OPTION_WAVE) && wave_facts(run, code, w, facts, err))
		return -1;
	if (w->version && !number)
		failed = questionnaire_load_version(
			run->db, w->version, &run->arena, &plain, err);
	else
		failed = questionnaire_load(
			run->db, code, (int)version, &run->arena, &plain, err);
	if (failed)
		return -1;
	questionnaire_keyed(&plain, &run->arena, q);
	return 0;
}

int
command_print_questionnaire(struct run *run, struct error *err)
{
	const char *language = run_option(run, OPTION_LANGUAGE);
	struct paper_facts facts = { 0 };
	struct paper_request request = { .facts = &facts, .fonts = fonts(run) };
	struct paper_result result;
	struct questionnaire q;
	struct wave w = { 0 };
	enum report_format format = REPORT_FORMAT_TEXT;
	struct output *out;

	if (find_format(run, &format, err))
		return -1;
	if (format != REPORT_FORMAT_PDF && format != REPORT_FORMAT_TEXT)
		return error_set(err, ERROR_INPUT,
			_("A paper form is written as .pdf or .txt; nothing else suits it."));
	if (load(run, &facts, &w, &q, err) ||
		run_output(run, run_option(run, OPTION_OUTPUT), &out, err))
		return -1;
	request.q = &q;
	request.pdf = format == REPORT_FORMAT_PDF;
	request.language = language ? questionnaire_language(&q, language) : q.language;
	if (paper_write(&request, &run->arena, out, &result, err)) {
		output_abort(out);
		return -1;
	}
	if (output_commit(out, err))
		return -1;
	if (!run_option(run, OPTION_OUTPUT))
		return 0;
	if (result.pages > 0)
		run_say(P_("Written: %d page.", "Written: %d pages.", (unsigned long)result.pages),
			result.pages);
	for (int i = 0; i < result.remark_count; i++)
		run_say("%s", result.remarks[i]);
	return 0;
}

/* ---- slips ---- */

static int
print_slip(struct run *run, enum slip slip, struct error *err)
{
	enum report_format format = REPORT_FORMAT_TEXT;
	struct report_table table;
	struct batch batch;
	struct output *out;
	struct wave wave;
	const char *unit;
	bool one = run->arguments->operand_count > 1;

	if (find_format(run, &format, err) ||
		given_wave(run, run->arguments->operands[0], &wave, err) ||
		(one && given_batch(run, &wave, run->arguments->operands[1], &batch, err)) ||
		unit_of(run, &wave, &unit, err) ||
		slip_make(run->db, slip, &wave, one ? &batch : NULL, unit, &run->arena, &table,
			err) ||
		run_output(run, run_option(run, OPTION_OUTPUT), &out, err))
		return -1;
	table.fonts = fonts(run);
	if (report_write(&table, format, out, err)) {
		output_abort(out);
		return -1;
	}
	return output_commit(out, err);
}

int
command_print_batch(struct run *run, struct error *err)
{
	return print_slip(run, SLIP_BATCH, err);
}

int
command_print_second(struct run *run, struct error *err)
{
	return print_slip(run, SLIP_SECOND, err);
}

int
command_print_differences(struct run *run, struct error *err)
{
	return print_slip(run, SLIP_DIFFERENCES, err);
}

int
command_print_protocol(struct run *run, struct error *err)
{
	return print_slip(run, SLIP_PROTOCOL, err);
}
