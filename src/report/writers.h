/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One writer per form; report_write chooses among them. */
#ifndef REPORT_WRITERS_H
#define REPORT_WRITERS_H

#include "report/table.h"

int csv_neutral_write(struct report_table *t, struct output *out, struct error *err);
int csv_polish_write(struct report_table *t, struct output *out, struct error *err);
int text_write(struct report_table *t, struct output *out, struct error *err);
int html_write(struct report_table *t, struct output *out, struct error *err);
int xlsx_write(struct report_table *t, struct output *out, struct error *err);

#endif
