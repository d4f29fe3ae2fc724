/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One writer per form; report_write chooses among them. */
#ifndef REPORT_WRITERS_H
#define REPORT_WRITERS_H

#include "report/table.h"

int report_csv_neutral(struct report_table *t, struct output *out, struct error *err);
int report_csv_polish(struct report_table *t, struct output *out, struct error *err);
int report_text(struct report_table *t, struct output *out, struct error *err);
int report_html(struct report_table *t, struct output *out, struct error *err);
int report_xlsx(struct report_table *t, struct output *out, struct error *err);
int report_pdf(struct report_table *t, struct output *out, struct error *err);

#endif
