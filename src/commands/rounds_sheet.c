/* SPDX-License-Identifier: GPL-3.0-or-later */
/* round sheet: sheets of offices out; import.c takes them in. */
#include "config.h"

#include "commands/run.h"
#include "commands/strategy_commands.h"
#include "commands/year_commands.h"

#include "base/i18n.h"
#include "report/office_sheet.h"

int
command_round_sheet(struct run *run, struct error *err)
{
	const char *path = run_option(run, OPTION_OUTPUT), *name = run_option(run, OPTION_FORMAT);
	int format = name   ? report_format_from_name(name)
		     : path ? report_format_of_path(path)
			    : REPORT_FORMAT_CSV;
	struct round_state state;
	struct report_table t;
	struct strategy s;
	struct output *out;
	int year;

	if (format == REPORT_FORMAT_CSV && !name && path)
		format = REPORT_FORMAT_CSV_POLISH; /* people fill it in */
	if (format != REPORT_FORMAT_XLSX && format != REPORT_FORMAT_CSV &&
		format != REPORT_FORMAT_CSV_POLISH)
		return error_set(err, ERROR_INPUT,
			_("The sheet of an office goes out as a workbook (.xlsx) or as CSV "
			  "(.csv)."));
	if (run_strategy(run, run->arguments->operands[0], &s, err) ||
		run_year(run->arguments->operands[1], &year, err) || run_units(run, err) ||
		round_state_load(run->db, &run->units, s.id, year, &run->arena, &state, err) ||
		office_sheet_table(&t, &state, run->arguments->operands[2], &run->arena, err) ||
		run_output(run, path, &out, err))
		return -1;
	if (report_write(&t, (enum report_format)format, out, err)) {
		output_abort(out);
		return -1;
	}
	return output_commit(out, err);
}
