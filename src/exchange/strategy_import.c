/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strategy from its file: read, checked, written as a new one or as changes to what is here. */
#include "config.h"

#include "exchange/strategy_update.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "exchange/answers_parts.h"
#include "exchange/workbook.h"

#include <stdlib.h>
#include <string.h>

static int
recognise(const char *head, const char *file_name)
{
	(void)file_name;
	return header_recognise(strategy_columns, SC_COUNT, head);
}

/* ---- reading ---- */

/* Rows of a workbook end with their last cell, and titles stand above the columns. */
static int
take_row(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	struct strategy_read *f = context;
	struct csv_field whole[HEADER_COLUMNS];
	const char *first = strategy_columns[SC_ROW].names[0];

	if (!f->header_seen && (fields[0].length != strlen(first) ||
				       memcmp(fields[0].text, first, fields[0].length) != 0))
		return 0;
	if (!f->header_seen)
		f->width = count;
	for (int i = 0; i < HEADER_COLUMNS; i++)
		whole[i] = i < count ? fields[i] : (struct csv_field){ .text = "" };
	return strategy_row_take(f, line,
		count < f->width && f->width <= HEADER_COLUMNS ? whole : fields,
		count < f->width ? f->width : count, err);
}

bool
strategy_file_is_workbook(const char *path)
{
	struct error unsaid = { .code = ERROR_NONE };
	struct xlsx *w;
	bool yes;

	if (!answers_is_workbook(path) || xlsx_open(&w, path, &unsaid))
		return false;
	yes = xlsx_find(w, STRATEGY_FILE_SHEET) >= 0;
	xlsx_close(w);
	return yes;
}

static int
read_workbook(struct strategy_read *f, const char *path, struct error *err)
{
	struct xlsx *w;
	int failed, sheet;

	if (xlsx_open(&w, path, err))
		return -1;
	sheet = xlsx_find(w, STRATEGY_FILE_SHEET);
	failed = xlsx_read(w, sheet < 0 ? 0 : sheet, XLSX_ISO, take_row, f, err);
	xlsx_close(w);
	return failed;
}

static int
read(struct import_job *job, struct input *in, const struct progress *progress, struct error *err)
{
	struct strategy_read *f = memory_new(sizeof(*f));

	job->data = f;
	f->units = &job->units;
	f->workbook = !in;
	if (in ? csv_read(in, 0, NULL, strategy_row_take, f, progress, err)
	       : read_workbook(f, job->path, err))
		return -1;
	return f->line ? 0 : error_set(err, ERROR_INPUT, _("The file has no row “strategy”."));
}

/* What the model says of a row, with its line. */
static int
name_line(const struct error *said, long line, struct error *err)
{
	return error_at(err, said->code, line, 0, _("Line %ld: %s"), line, said->text);
}

/* ---- checking ---- */

static int
find_parent(struct db *db, struct strategy_read *f, struct error *err)
{
	struct error said = { .code = ERROR_NONE };
	struct strategy parent;

	f->strategy.parent = 0;
	if (!f->parent[0])
		return 0;
	if (strategy_load_code(db, f->parent, &parent, &said))
		return name_line(&said, f->line, err);
	f->strategy.parent = parent.id;
	return 0;
}

static int
refuse_there(const struct strategy_read *f, bool retired, struct error *err)
{
	return error_at(err, ERROR_INPUT, f->line, header_column(&f->header, SC_CODE),
		retired ? _("Strategy %s is here already, among the deleted ones. Bring it back "
			    "(6 4, x, then p), or give the one in the file another code in its "
			    "row “strategy”.")
			: _("Strategy %s is here already, and the file does not say which state of "
			    "it was changed. Write it with export strategy, change that file and "
			    "bring it back; or give the one in the file another code in its row "
			    "“strategy”."),
		f->strategy.code);
}

/* The same file again brings nothing, unless its strategy was deleted. */
static int
find_there(struct db *db, const struct strategy_read *f, bool same, bool *there, struct error *err)
{
	struct error said = { .code = ERROR_NONE };
	struct strategy s;

	*there = !strategy_load_code(db, f->strategy.code, &s, &said);
	if (!*there)
		return said.code == ERROR_MISSING ? 0 : name_line(&said, f->line, err);
	return s.retired || (!same && !f->state[0]) ? refuse_there(f, s.retired, err) : 0;
}

static int
check_strategy(struct db *db, struct strategy_read *f, struct error *err)
{
	struct error said = { .code = ERROR_NONE };

	if (find_parent(db, f, err))
		return -1;
	return strategy_check(db, &f->strategy, &said) ? name_line(&said, f->line, err) : 0;
}

/* The strategy names its card; the figures come with files of their own. */
static int
no_card(const struct read_target *t, struct error *err)
{
	return error_at(err, ERROR_MISSING, t->line, 0,
		_("Line %ld: the database has no indicator “%s”, which feeds this one. Load the "
		  "file of its figures first (8 1, import bdl), or make its card (5 5, F7), and "
		  "bring this file again; with the column code empty its values are keyed."),
		t->line, t->target.indicator);
}

static int
check_targets(struct db *db, struct strategy_read *f, struct error *err)
{
	for (int i = 0; i < f->target_count; i++) {
		struct error said = { .code = ERROR_NONE };

		if (target_check(db, &f->targets[i].target, &said))
			return said.field == TARGET_FIELD_INDICATOR
				       ? no_card(&f->targets[i], err)
				       : name_line(&said, f->targets[i].line, err);
		for (int r = 0; r < f->reading_count; r++)
			if (f->readings[r].target == i && f->targets[i].target.indicator[0])
				return error_at(err, ERROR_INPUT, f->readings[r].line, 0,
					_("Line %ld: the indicator takes its values from %s in the "
					  "database, so the file cannot bring them."),
					f->readings[r].line, f->targets[i].target.indicator);
	}
	return 0;
}

static void
release_update(struct strategy_read *f)
{
	if (f->update)
		strategy_update_release(f->update);
	free(f->update);
	f->update = NULL;
}

/* Of one that is here: what was changed in the file since it was written. */
static int
compare_there(struct import_job *job, struct strategy_read *f, bool say, struct error *err)
{
	struct import_counts *counts = &job->preview.counts;

	release_update(f);
	f->update = memory_new(sizeof(*f->update));
	if (strategy_update_judge(job, f, f->update, say, err))
		return -1;
	counts->rows = f->row_count;
	counts->new_values = f->update->fresh;
	counts->changed = f->update->changes;
	counts->same = f->update->same;
	return 0;
}

static int
write_there(struct import_job *job, struct strategy_read *f, int64_t *import_id, struct error *err)
{
	*import_id = import_begin(job->db, &job->file, err);
	return *import_id < 0 || strategy_update_write(job, f, f->update, *import_id, err) ||
			       import_finish(job->db, *import_id, &job->preview.counts, err)
		       ? -1
		       : 0;
}

static int
write_for_trial(struct db *db, void *context, struct error *err)
{
	struct import_job *job = context;
	int64_t import_id;

	(void)db;
	return write_there(job, job->data, &import_id, err)
		       ? -1
		       : error_set(err, ERROR_CANCEL, "%s", _("Nothing was written."));
}

/* What the model refuses is known only when all of it is written, so it is, and rolled back. */
static int
try_it(struct import_job *job, struct strategy_read *f, struct error *err)
{
	struct error said = { .code = ERROR_NONE };

	if (job->preview.refused || !(f->update->fresh + f->update->changes) || db_writing(job->db))
		return 0;
	db_write(job->db, NULL, write_for_trial, job, &said);
	if (said.code == ERROR_CANCEL)
		return 0;
	if (said.code != ERROR_INPUT && said.code != ERROR_MISSING)
		return error_at(err, said.code, said.row, said.column, "%s", said.text);
	import_remark(job, REMARK_REFUSED, said.row, "%s", said.text);
	job->preview.refused = arena_string(&job->arena, said.text);
	return 0;
}

static int
compare(struct import_job *job, struct error *err)
{
	struct strategy_read *f = job->data;
	struct import_preview *p = &job->preview;
	int64_t same;
	bool there;

	f->units = &job->units;
	release_update(f);
	p->refused = NULL;
	p->title =
		arena_format(&job->arena, _("Strategy %s: %s"), f->strategy.code, f->strategy.name);
	p->sample_header =
		arena_format(&job->arena, _("goals: %d, indicators: %d, readings: %d, tasks: %d"),
			f->goal_count, f->target_count, f->reading_count, f->task_count);
	p->first_year = f->strategy.first_year;
	p->last_year = f->strategy.last_year;
	p->counts =
		(struct import_counts){ .rows = 1 + f->goal_count + f->target_count +
						f->reading_count + f->task_count + f->money_count +
						f->step_count + f->risk_count + f->remark_count +
						f->change_count + f->correction_count,
			.units = 1 + f->slot_count };
	if (import_by_checksum(job->db, job->file.sha256, "strategy", &same, err) ||
		find_there(job->db, f, same != 0, &there, err))
		return -1;
	job->file.source = f->strategy.name;
	job->file.made_up = job->options.made_up || f->strategy.made_up;
	if (same && there) {
		p->counts.same = p->counts.rows;
		return 0;
	}
	if (there)
		return compare_there(job, f, true, err) || try_it(job, f, err) ? -1 : 0;
	p->counts.new_values = p->counts.rows;
	import_remark(job, REMARK_NOTE, 0,
		_("Years of monitoring with their causes, measures and approved reports, and "
		  "evaluations do not come with the file: they stay where they were made."));
	return check_strategy(job->db, f, err) || check_targets(job->db, f, err) ? -1 : 0;
}

/* ---- writing ---- */

static int64_t
goal_id(const struct strategy_read *f, int index)
{
	return index < 0 ? 0 : f->goals[index].goal.id;
}

static int
write_goals(struct db *db, struct strategy_read *f, struct error *err)
{
	for (int i = 0; i < f->goal_count; i++) {
		struct read_goal *g = &f->goals[i];
		struct error said = { .code = ERROR_NONE };

		g->goal.id = 0;
		g->goal.position = 0;
		g->goal.strategy = f->strategy.id;
		g->goal.parent = goal_id(f, g->above);
		if (goal_put(db, &g->goal, &strategy_as_adopted, &said))
			return name_line(&said, g->line, err);
	}
	return 0;
}

static int
write_targets(struct db *db, struct strategy_read *f, struct error *err)
{
	for (int i = 0; i < f->target_count; i++) {
		struct read_target *t = &f->targets[i];
		struct error said = { .code = ERROR_NONE };

		t->target.id = 0;
		t->target.position = 0;
		t->target.strategy = f->strategy.id;
		t->target.goal = goal_id(f, t->goal);
		if (target_put(db, &t->target, &strategy_as_adopted, &said))
			return name_line(&said, t->line, err);
	}
	for (int i = 0; i < f->reading_count; i++) {
		struct read_reading *r = &f->readings[i];
		struct error said = { .code = ERROR_NONE };

		r->reading.target = f->targets[r->target].target.id;
		r->reading.import_id = f->strategy.import_id;
		if (target_reading_put(db, &r->reading, &said))
			return name_line(&said, r->line, err);
	}
	for (int i = 0; i < f->correction_count; i++) {
		struct read_correction *c = &f->corrections[i];
		struct error said = { .code = ERROR_NONE };

		c->correction.target = f->targets[c->target].target.id;
		if (target_correction_put(db, &c->correction, f->strategy.import_id, &said))
			return name_line(&said, c->line, err);
	}
	return 0;
}

static int
write_tasks(struct db *db, struct strategy_read *f, struct error *err)
{
	for (int i = 0; i < f->task_count; i++) {
		struct read_task *t = &f->tasks[i];
		struct error said = { .code = ERROR_NONE };

		t->task.id = 0;
		t->task.position = 0;
		t->task.strategy = f->strategy.id;
		t->task.goal = goal_id(f, t->goal);
		t->task.import_id = f->strategy.import_id;
		if (task_put(db, &t->task, &said))
			return name_line(&said, t->line, err);
	}
	for (int i = 0; i < f->money_count; i++) {
		struct read_money *m = &f->money[i];
		struct error said = { .code = ERROR_NONE };

		m->money.task = f->tasks[m->task].task.id;
		m->money.import_id = f->strategy.import_id;
		if (task_money_put(db, &m->money, &said))
			return name_line(&said, m->line, err);
	}
	return 0;
}

static int
write_changes(struct db *db, struct strategy_read *f, struct error *err)
{
	for (int i = 0; i < f->change_count; i++) {
		struct read_change *c = &f->changes[i];
		struct error said = { .code = ERROR_NONE };

		c->change.strategy = f->strategy.id;
		if (c->row >= 0)
			c->change.row = c->change.noun == CHANGE_GOAL
						? f->goals[c->row].goal.id
						: f->targets[c->row].target.id;
		if (strategy_change_put(db, &c->change, &said))
			return name_line(&said, c->line, err);
	}
	return 0;
}

static int
write_lines(struct db *db, struct strategy_read *f, struct error *err)
{
	struct error said = { .code = ERROR_NONE };

	for (int i = 0; i < f->step_count; i++) {
		f->steps[i].step.position = 0;
		if (adoption_put(db, f->strategy.id, &f->steps[i].step, &said))
			return name_line(&said, f->steps[i].line, err);
	}
	for (int i = 0; i < f->remark_count; i++) {
		f->remarks[i].remark.position = 0;
		if (remark_put(db, f->strategy.id, &f->remarks[i].remark, &said))
			return name_line(&said, f->remarks[i].line, err);
	}
	for (int i = 0; i < f->risk_count; i++) {
		struct read_risk *r = &f->risks[i];

		r->risk.position = 0;
		r->risk.task = r->task < 0 ? 0 : f->tasks[r->task].task.id;
		if (risk_put(db, f->strategy.id, &r->risk, &said))
			return name_line(&said, r->line, err);
	}
	return 0;
}

static int
write_strategy(
	struct db *db, struct strategy_read *f, const struct import_file *file, struct error *err)
{
	struct error said = { .code = ERROR_NONE };

	f->strategy.id = f->strategy.rev = 0;
	f->strategy.made_up = file->made_up;
	if (find_parent(db, f, err))
		return -1;
	if (strategy_put(db, &f->strategy, &said))
		return name_line(&said, f->line, err);
	return strategy_units_put(db, f->strategy.id, f->slots, f->slot_count, err);
}

static int
write_again(struct import_job *job, struct strategy_read *f, int64_t *import_id, struct error *err)
{
	job->preview.refused = NULL;
	if (compare_there(job, f, false, err))
		return -1;
	if (job->preview.refused)
		return error_set(err, ERROR_CONFLICT, "%s", job->preview.refused);
	return f->update->fresh + f->update->changes ? write_there(job, f, import_id, err) : 0;
}

static int
write(struct import_job *job, const struct progress *progress, int64_t *import_id,
	struct error *err)
{
	struct strategy_read *f = job->data;

	*import_id = 0;
	if (!job->preview.counts.new_values && !job->preview.counts.changed)
		return 0;
	if (progress_step(progress, 0, _("Writing the strategy")))
		return error_set(
			err, ERROR_CANCEL, _("The import was cancelled; nothing was changed."));
	if (f->update) /* judged again: a colleague may have been busy since the preview */
		return write_again(job, f, import_id, err);
	*import_id = f->strategy.import_id = import_begin(job->db, &job->file, err);
	if (*import_id < 0)
		return -1;
	return write_strategy(job->db, f, &job->file, err) || write_goals(job->db, f, err) ||
			       write_targets(job->db, f, err) || write_changes(job->db, f, err) ||
			       write_tasks(job->db, f, err) || write_lines(job->db, f, err) ||
			       import_finish(job->db, *import_id, &job->preview.counts, err)
		       ? -1
		       : 0;
}

static void
release(struct import_job *job)
{
	struct strategy_read *f = job->data;

	if (f) {
		release_update(f);
		arena_release(&f->arena);
	}
	free(f);
	job->data = NULL;
}

const struct import_ops import_strategy = {
	.kind = IMPORT_STRATEGY,
	.name = "strategy",
	.label = N_("strategy with goals, indicators and tasks"),
	.recognise = recognise,
	.read = read,
	.compare = compare,
	.write = write,
	.release = release,
};
