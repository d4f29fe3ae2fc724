/* SPDX-License-Identifier: GPL-3.0-or-later */
/* round sheet, round take: sheets of offices out and in. */
#include "config.h"

#include "commands/result.h"
#include "commands/strategy_commands.h"
#include "commands/year_commands.h"

#include "base/i18n.h"
#include "exchange/office_sheet.h"
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

static int
print_lines(struct run *run, const struct office_sheet *sheet, struct error *err)
{
	static const struct result_column columns[] = {
		{ "line", N_("line"), REPORT_CODE },
		{ "code", N_("code"), REPORT_CODE },
		{ "name", N_("indicator or task"), REPORT_TEXT },
		{ "was", N_("was"), REPORT_TEXT },
		{ "now", N_("is to be"), REPORT_TEXT },
	};
	struct result *r;

	if (result_start(&r, run, _("What the sheet brings"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < sheet->count; i++) {
		const struct office_line *l = &sheet->lines[i];

		if (l->fate == OFFICE_SAME)
			continue;
		result_whole(r, l->row);
		result_text(r, l->code);
		result_text(r, l->name);
		result_text(r, l->was);
		result_text(r, l->now);
	}
	return result_end(r, err);
}

int
command_round_take(struct run *run, struct error *err)
{
	struct office_sheet sheet;

	if (run_units(run, err) ||
		office_sheet_read(run->db, &run->units, run->arguments->operands[0], &run->arena,
			&sheet, err) ||
		print_lines(run, &sheet, err))
		return -1;
	if (!run_option(run, OPTION_YES)) {
		run_say(_("New: %d, changed: %d, the same: %d. Nothing is written; --yes writes."),
			sheet.fresh, sheet.changed, sheet.same);
		return 0;
	}
	if (office_sheet_take(run->db, &sheet, err))
		return -1;
	run_say(_("New: %d, changed: %d, the same: %d. Written."), sheet.fresh, sheet.changed,
		sheet.same);
	return 0;
}
