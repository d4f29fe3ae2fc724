/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table for a Polish spreadsheet: BOM, semicolon, decimal comma, CR LF, no formulas. What
 * is missing leaves an empty cell, and a last column says why. */
#include "config.h"

#include "base/i18n.h"
#include "report/stream.h"
#include "report/writers.h"

static void
write_cell(struct report_stream *s, const struct report_cell *cell)
{
	if (cell->kind == REPORT_CELL_TEXT)
		report_stream_text(s, cell->text);
	else if (cell->kind == REPORT_CELL_NUMBER)
		report_stream_number(s, cell->number, cell->decimals);
	else
		report_stream_empty(s);
}

int
report_csv_polish(struct report_table *t, struct output *out, struct error *err)
{
	struct report_stream s;

	(void)err;
	report_stream_start(&s, out, REPORT_FORMAT_CSV_POLISH);
	for (size_t i = 0; i < t->column_count; i++)
		if (!report_table_is_bar(t, i))
			report_stream_heading(&s, t->columns[i].name,
				report_column_alone(&t->columns[i]));
	if (t->has_notes)
		report_stream_heading(&s, "notes", C_("column", "Notes"));
	report_stream_end_row(&s);
	for (size_t row = 0; row < t->row_count; row++) {
		for (size_t i = 0; i < t->column_count; i++)
			if (!report_table_is_bar(t, i))
				write_cell(&s, &t->rows[row].cells[i]);
		if (t->has_notes)
			report_stream_text(&s, report_table_notes(t, row));
		report_stream_end_row(&s);
	}
	return 0;
}
