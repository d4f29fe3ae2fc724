/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the sheet of an office: its figures, what it says of tasks, and that it has delivered. */
#include "config.h"

#include "exchange/office_sheet.h"

#include "model/monitoring/round_sheet.h"

#include <string.h>

static int
write_line(struct import_job *job, const struct office_row *row, struct office_line *l,
	int64_t import_id, struct error *err)
{
	l->task.import_id = l->reading.import_id = import_id;
	if (l->task.id ? task_put(job->db, &l->task, err)
		       : target_reading_put(job->db, &l->reading, err)) {
		if (err)
			err->row = row->line;
		return -1;
	}
	return 0;
}

static bool
named_above(const struct office_sheet *s, int line)
{
	for (int i = 0; i < line; i++)
		if (strcmp(s->lines[i].office, s->lines[line].office) == 0)
			return true;
	return false;
}

int
office_sheet_write(
	struct import_job *job, struct office_sheet *s, int64_t import_id, struct error *err)
{
	struct monitoring_round *round = &s->state.round;
	bool tasks = false;

	for (int i = 0; i < s->count; i++)
		tasks |= s->lines[i].fate != OFFICE_SAME && s->lines[i].task.id;
	if (round_touch(job->db, round, err) ||
		(tasks && strategy_touch(job->db, round->strategy, 0, err)))
		return -1;
	for (int i = 0; i < s->count; i++) {
		if (s->lines[i].fate != OFFICE_SAME &&
			write_line(job, &s->rows[i], &s->lines[i], import_id, err))
			return -1;
		if (!named_above(s, i) &&
			round_sheet_deliver(job->db, round, s->lines[i].office, import_id, err))
			return -1;
	}
	return 0;
}
