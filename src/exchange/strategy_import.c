/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole strategy from its file: read, checked, written as a new one. */
#include "config.h"

#include "exchange/strategy_parts.h"

#include "base/i18n.h"
#include "base/memory.h"

#include <stdlib.h>

static int
recognise(const char *head, const char *file_name)
{
	(void)file_name;
	return header_recognise(strategy_columns, SC_COUNT, head);
}

static int
read(struct import_job *job, struct input *in, const struct progress *progress, struct error *err)
{
	struct strategy_read *f = memory_new(sizeof(*f));

	job->data = f;
	f->units = &job->units;
	if (csv_read(in, 0, NULL, strategy_row_take, f, progress, err))
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

/* A file is a whole: of one that is there nothing is laid over what people wrote since. The same
 * file again brings nothing, unless its strategy was deleted. */
static int
check_new(struct db *db, struct strategy_read *f, bool same, struct error *err)
{
	struct error said = { .code = ERROR_NONE };
	struct strategy there;

	if (strategy_load_code(db, f->strategy.code, &there, &said))
		return said.code == ERROR_MISSING ? 0 : name_line(&said, f->line, err);
	if (same && !there.retired)
		return 0;
	return error_at(err, ERROR_INPUT, f->line, header_column(&f->header, SC_CODE),
		there.retired
			? _("Strategy %s is here already, among the deleted ones. Bring it back "
			    "(6 4, x, then p), or give the one in the file another code in its "
			    "row “strategy”.")
			: _("Strategy %s is here already, and a file brings whole strategies "
			    "only. Change it where it is kept (6 4, or goal set, target set, "
			    "reading set), or give the one in the file another code in its row "
			    "“strategy”."),
		f->strategy.code);
}

static int
check_strategy(struct db *db, struct strategy_read *f, struct error *err)
{
	struct error said = { .code = ERROR_NONE };

	if (check_new(db, f, false, err) || find_parent(db, f, err))
		return -1;
	return strategy_check(db, &f->strategy, &said) ? name_line(&said, f->line, err) : 0;
}

static int
check_targets(struct db *db, struct strategy_read *f, struct error *err)
{
	for (int i = 0; i < f->target_count; i++) {
		struct error said = { .code = ERROR_NONE };

		if (target_check(db, &f->targets[i].target, &said))
			return name_line(&said, f->targets[i].line, err);
		for (int r = 0; r < f->reading_count; r++)
			if (f->readings[r].target == i && f->targets[i].target.indicator[0])
				return error_at(err, ERROR_INPUT, f->readings[r].line, 0,
					_("Line %ld: the indicator takes its values from %s in the "
					  "database, so the file cannot bring them."),
					f->readings[r].line, f->targets[i].target.indicator);
	}
	return 0;
}

static int
compare(struct import_job *job, struct error *err)
{
	struct strategy_read *f = job->data;
	struct import_preview *p = &job->preview;
	int64_t same;

	f->units = &job->units;
	p->title =
		arena_format(&job->arena, _("Strategy %s: %s"), f->strategy.code, f->strategy.name);
	p->sample_header =
		arena_format(&job->arena, _("goals: %d, indicators: %d, readings: %d, tasks: %d"),
			f->goal_count, f->target_count, f->reading_count, f->task_count);
	p->first_year = f->strategy.first_year;
	p->last_year = f->strategy.last_year;
	p->counts = (struct import_counts){ .rows = 1 + f->goal_count + f->target_count +
						    f->reading_count + f->task_count +
						    f->money_count + f->step_count + f->risk_count +
						    f->remark_count + f->change_count,
		.units = 1 + f->slot_count };
	if (import_by_checksum(job->db, job->file.sha256, "strategy", &same, err))
		return -1;
	if (same) {
		p->counts.same = p->counts.rows;
		return check_new(job->db, f, true, err);
	}
	p->counts.new_values = p->counts.rows;
	job->file.source = f->strategy.name;
	job->file.made_up = job->options.made_up || f->strategy.made_up;
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
		if (goal_put(db, &g->goal, &said))
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
		if (target_put(db, &t->target, NULL, &said))
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

		c->change.target = f->targets[c->target].target.id;
		if (target_change_put(db, &c->change, &said))
			return name_line(&said, c->line, err);
	}
	return 0;
}

static int
write_lines(struct db *db, struct strategy_read *f, struct error *err)
{
	struct error said = { .code = ERROR_NONE };

	for (int i = 0; i < f->step_count; i++)
		if (adoption_put(db, f->strategy.id, &f->steps[i].step, &said))
			return name_line(&said, f->steps[i].line, err);
	for (int i = 0; i < f->remark_count; i++)
		if (remark_put(db, f->strategy.id, &f->remarks[i].remark, &said))
			return name_line(&said, f->remarks[i].line, err);
	for (int i = 0; i < f->risk_count; i++) {
		struct read_risk *r = &f->risks[i];

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
write(struct import_job *job, const struct progress *progress, int64_t *import_id,
	struct error *err)
{
	struct strategy_read *f = job->data;

	*import_id = 0;
	if (job->preview.counts.same)
		return 0;
	if (progress_step(progress, 0, _("Writing the strategy")))
		return error_set(
			err, ERROR_CANCEL, _("The import was cancelled; nothing was changed."));
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

	if (f)
		arena_release(&f->arena);
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
