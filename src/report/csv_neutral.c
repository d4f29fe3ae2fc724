/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table for other programs: comma, decimal point, UTF-8 without BOM, names that never change. */
#include "config.h"

#include "report/stream.h"
#include "report/writers.h"

int
report_csv_neutral(struct report_table *t, struct output *out, struct error *err)
{
	struct report_stream s;

	(void)err;
	report_stream_start(&s, out, REPORT_FORMAT_CSV);
	for (size_t i = 0; i < t->column_count; i++)
		if (!report_table_is_bar(t, i))
			report_stream_heading(&s, t->columns[i].name, t->columns[i].heading);
	report_stream_end_row(&s);
	for (size_t row = 0; row < t->row_count; row++) {
		for (size_t i = 0; i < t->column_count; i++) {
			const struct report_cell *cell = &t->rows[row].cells[i];

			if (report_table_is_bar(t, i))
				continue;
			if (cell->kind == REPORT_CELL_TEXT)
				report_stream_text(&s, cell->text);
			else if (cell->kind == REPORT_CELL_NUMBER)
				report_stream_number(&s, cell->number, cell->decimals);
			else
				report_stream_empty(&s);
		}
		report_stream_end_row(&s);
	}
	return 0;
}
