/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export strategy: a whole strategy as a file that reads back, or as a workbook for people
 * with the same rows in a sheet of their own. */
#include "config.h"

#include "commands/run.h"
#include "commands/strategy_commands.h"

#include "base/i18n.h"
#include "exchange/strategy_file.h"
#include "model/monitoring/evaluation.h"
#include "model/monitoring/monitoring_round.h"
#include "report/strategy_book.h"

/* The sheet that import strategy reads back: the rows of the CSV file. */
static int
add_rows(struct run *run, const struct strategy *s, struct document *d, struct error *err)
{
	struct output *out = output_memory();
	int failed = strategy_file_write(run->db, &run->units, s, NULL, out, err) ||
		     strategy_book_rows(d, STRATEGY_FILE_SHEET, out, err);

	output_abort(out);
	return failed ? -1 : 0;
}

static int
write_book(struct run *run, const struct strategy *s, struct output *out, struct error *err)
{
	struct strategy_course course;
	struct document d;

	return target_course_load(run->db, &run->units, s->id, 0, &run->arena, &course, err) ||
			       strategy_book(run->db, &run->units, &course, &run->arena, &d, err) ||
			       add_rows(run, s, &d, err) ||
			       document_write(&d, REPORT_FORMAT_XLSX, out, err)
		       ? -1
		       : 0;
}

/* What the file leaves behind is said, so that nobody deletes it in good faith. */
static int
say_left(struct run *run, const struct strategy *s, struct error *err)
{
	const struct evaluation_filter filter = { .strategy = s->id };
	struct monitoring_round *rounds;
	struct evaluation *evaluations;
	int years, count;

	if (round_list(run->db, s->id, &run->arena, &rounds, &years, err) ||
		evaluation_list(run->db, &filter, &run->arena, &evaluations, &count, err))
		return -1;
	if (years || count)
		run_say(_("Not in the file, they stay here: years of monitoring with their causes, "
			  "measures and approved reports (%d), evaluations (%d)."),
			years, count);
	return 0;
}

int
command_export_strategy(struct run *run, struct error *err)
{
	const char *path = run->arguments->operands[1];
	int format = report_format_of_path(path);
	struct strategy s;
	struct output *out;

	if (format != REPORT_FORMAT_CSV && format != REPORT_FORMAT_XLSX)
		return error_set(err, ERROR_INPUT,
			_("%s: the name must end in .csv or .xlsx; import strategy reads both "
			  "back."),
			path);
	if (run_strategy(run, run->arguments->operands[0], &s, err) || run_units(run, err) ||
		run_output(run, path, &out, err))
		return -1;
	if (format == REPORT_FORMAT_CSV
			? strategy_file_write(run->db, &run->units, &s, NULL, out, err)
			: write_book(run, &s, out, err)) {
		output_abort(out);
		return -1;
	}
	return output_commit(out, err) || say_left(run, &s, err) ? -1 : 0;
}
