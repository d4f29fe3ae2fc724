/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strategy's file against the same strategy in the database: row by row, cell by cell. */
#include "config.h"

#include "exchange/strategy_update.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "exchange/strategy_same.h"
#include "model/strategies/target_former.h"

#include <stdlib.h>
#include <string.h>

/* ---- the file as it would be written now ---- */

static int
read_there(struct import_job *job, struct strategy_update *u, struct error *err)
{
	struct output *out = output_memory();
	struct input *in = NULL;
	const char *text;
	size_t size;
	int failed;

	u->ids.arena = &u->there.arena;
	u->there.units = &job->units;
	failed = strategy_file_write(job->db, &job->units, &u->strategy, &u->ids, out, err);
	if (!failed) {
		text = output_text(out, &size);
		failed = input_open_memory(&in, "", text, size, ENCODING_UTF8, err) ||
			 csv_read(in, ',', NULL, strategy_row_take, &u->there, NULL, err);
	}
	input_close(in);
	output_abort(out);
	return failed ? -1 : 0;
}

/* ---- rows ---- */

/* Files keep the order, so the next one is tried first. */
static const struct read_row *
find_there(const struct strategy_update *u, const struct read_row *row, int *at)
{
	int count = u->there.row_count;

	for (int tried = 0; tried < count; tried++, *at = (*at + 1) % count)
		if (!u->met[*at] && strategy_same_row(row, &u->there.rows[*at])) {
			u->met[*at] = true;
			return &u->there.rows[*at];
		}
	return NULL;
}

/* ---- what the file says otherwise ---- */

static int
refuse_cell(const struct strategy_read *f, const struct read_row *row, const struct read_row *there,
	enum strategy_column column, struct error *err)
{
	int place = header_column(&f->header, column);

	return error_at(err, ERROR_INPUT, row->line, place,
		_("Line %ld, column %d (%s): “%.60s” where the strategy has “%.60s”. A file "
		  "changes indicators, their readings, and how far tasks are, of a strategy that "
		  "is here; everything else is changed where it is kept (6 4)."),
		row->line, place, strategy_columns[column].names[0], row->cells[column],
		there->cells[column]);
}

static int
refuse_row(const struct read_row *row, struct error *err)
{
	return error_at(err, ERROR_INPUT, row->line, 0,
		_("Line %ld (%s): the strategy has no such row. A file brings readings and paths "
		  "to indicators of a strategy that is here; everything else is added where it is "
		  "kept (6 4)."),
		row->line, row->cells[SC_ROW]);
}

static int
item_of(const struct strategy_read *f, const struct read_row *row)
{
	for (int i = 0; i < f->target_count; i++)
		if (strcmp(f->targets[i].item, row->cells[SC_ITEM]) == 0)
			return i;
	return 0; /* reading has made sure of it */
}

static const char *
name_of(const struct strategy_read *f, const struct read_row *row)
{
	return row->cells[SC_NAME][0] || !f->target_count ? row->cells[SC_NAME]
							  : f->targets[item_of(f, row)].target.name;
}

/* "indicator 3, target: 420 → 450 (Places in nurseries)", "reading 3 2025: – → 12 (…)" */
static void
say_change(struct import_job *job, const struct strategy_read *f, const struct read_row *row,
	const char *column, const char *before, const char *now)
{
	const char *year = row->cells[SC_YEAR];

	import_remark(job, REMARK_NOTE, row->line, "%s %s%s%s%s%s: %s → %s (%s)",
		row->cells[SC_ROW], row->cells[SC_ITEM], *year ? " " : "", year,
		*column ? ", " : "", column, *before ? before : "–", *now ? now : "–",
		name_of(f, row));
}

static const char *
said(const struct read_row *row)
{
	return row->cells[SC_FLAG][0] ? row->cells[SC_FLAG] : row->cells[SC_VALUE];
}

/* A colleague's newer figure is never overwritten: NULL = there is none now. */
static int
check_reading(const struct read_row *row, const struct read_row *there, struct error *err)
{
	const char *was = row->cells[SC_WAS], *now = there ? there->cells[SC_WAS] : "";

	if (strategy_same_cell(SC_WAS, was, now))
		return 0;
	return error_at(err, ERROR_CONFLICT, row->line, 0,
		_("Line %ld: the reading of %s was “%.40s” when the file was written and is "
		  "“%.40s” now; somebody has changed it. Write the file again."),
		row->line, row->cells[SC_YEAR], was, now);
}

static int
compare_cells(struct import_job *job, const struct strategy_read *f, const struct read_row *row,
	const struct read_row *there, bool say, bool *changed, struct error *err)
{
	*changed = false;
	for (int i = 0; i < SC_COUNT; i++) {
		enum strategy_column column = (enum strategy_column)i;

		if (strategy_cell_beside(row, column) ||
			strategy_same_cell(column, row->cells[i], there->cells[i]))
			continue;
		if (!strategy_cell_open(row, column))
			return refuse_cell(f, row, there, column, err);
		*changed = true;
		if (say)
			say_change(job, f, row, strategy_columns[i].names[0], there->cells[i],
				row->cells[i]);
	}
	return *changed && strategy_row_is(row, "reading") ? check_reading(row, there, err) : 0;
}

static int
compare_row(struct import_job *job, const struct strategy_read *f, struct strategy_update *u,
	const struct read_row *row, bool say, int *at, bool *changed, struct error *err)
{
	const struct read_row *there = find_there(u, row, at);

	if (there) {
		if (compare_cells(job, f, row, there, say, changed, err))
			return -1;
		*changed ? u->changed++ : u->same++;
		return 0;
	}
	if (!strategy_row_is(row, "reading") && !strategy_row_is(row, "path"))
		return refuse_row(row, err);
	*changed = true;
	u->fresh++;
	if (say)
		say_change(job, f, row, "", "", said(row));
	return strategy_row_is(row, "reading") ? check_reading(row, NULL, err) : 0;
}

static int
compare_rows(struct import_job *job, const struct strategy_read *f, struct strategy_update *u,
	bool say, struct error *err)
{
	int at = 0, target = 0, reading = 0, task = 0;
	bool changed = false;

	for (int i = 0; i < f->row_count; i++) {
		const struct read_row *row = &f->rows[i];

		if (compare_row(job, f, u, row, say, &at, &changed, err))
			return -1;
		if (strategy_row_is(row, "indicator"))
			u->targets[target++] |= changed;
		else if (strategy_row_is(row, "path"))
			u->targets[item_of(f, row)] |= changed;
		else if (strategy_row_is(row, "reading"))
			u->readings[reading++] = changed;
		else if (strategy_row_is(row, "task"))
			u->tasks[task++] = changed;
	}
	return 0;
}

/* A path of which the file has a year is the file's; other rows that it leaves out stay. */
static void
compare_missing(
	struct import_job *job, const struct strategy_read *f, struct strategy_update *u, bool say)
{
	for (int i = 0; i < u->there.row_count; i++) {
		const struct read_row *row = &u->there.rows[i];
		int target = 0;

		if (u->met[i])
			continue;
		while (target < f->target_count &&
			strcmp(f->targets[target].item, row->cells[SC_ITEM]) != 0)
			target++;
		if (!strategy_row_is(row, "path") || target == f->target_count ||
			!f->targets[target].target.path_count) {
			u->stay++;
			continue;
		}
		u->targets[target] = true;
		u->changed++;
		if (say)
			say_change(job, f, row, "", row->cells[SC_VALUE], "");
	}
	if (say && u->stay)
		import_remark(job, REMARK_NOTE, 0,
			_("Rows of the strategy that the file does not have stay as they are: %d."),
			u->stay);
}

/* ---- what is made of it ---- */

static int64_t
id_of(const int64_t *ids, int count, const char *item)
{
	long number;

	return number_parse_whole(item, 1, count, &number) ? 0 : ids[number - 1];
}

static int
by_year(const void *a, const void *b)
{
	return ((const struct target_step *)a)->year - ((const struct target_step *)b)->year;
}

/* The card in the database with what the file says of it. */
static void
lay_over(struct target *card, const struct target *file)
{
	struct target now = *file;

	now.id = card->id;
	text_copy(now.uid, sizeof(now.uid), card->uid);
	now.strategy = card->strategy;
	now.goal = card->goal;
	now.position = card->position;
	text_copy(now.indicator, sizeof(now.indicator), card->indicator);
	now.slot = card->slot;
	now.retired = card->retired;
	if (now.path_count) {
		qsort(now.path, (size_t)now.path_count, sizeof(now.path[0]), by_year);
	} else {
		memcpy(now.path, card->path, sizeof(now.path));
		now.path_count = card->path_count;
	}
	*card = now;
}

static int
load_cards(struct import_job *job, const struct strategy_read *f, const struct strategy_update *u,
	int i, struct target *before, struct target *now, struct error *err)
{
	if (target_load(job->db, id_of(u->ids.targets, u->ids.target_count, f->targets[i].item),
		    before, err))
		return -1;
	*now = *before;
	lay_over(now, &f->targets[i].target);
	return 0;
}

static int
load_task(struct import_job *job, const struct strategy_read *f, const struct strategy_update *u,
	int i, struct task *out, struct error *err)
{
	const struct task *file = &f->tasks[i].task;

	if (task_load(job->db, id_of(u->ids.tasks, u->ids.task_count, f->tasks[i].item),
		    &job->arena, out, err))
		return -1;
	out->state = file->state;
	out->reason = file->reason;
	out->percent = file->percent;
	out->real_from = file->real_from;
	out->real_to = file->real_to;
	return 0;
}

static const struct read_row *
row_at(const struct strategy_read *f, long line)
{
	for (int i = 0; i < f->row_count; i++)
		if (f->rows[i].line == line)
			return &f->rows[i];
	return NULL;
}

static int
check_target(struct import_job *job, const struct strategy_read *f, const struct strategy_update *u,
	int i, struct error *err)
{
	long line = f->targets[i].line;
	struct target before, now;

	if (load_cards(job, f, u, i, &before, &now, err) || target_check(job->db, &now, err))
		return -1;
	if (u->strategy.state != STRATEGY_DRAFT && target_aims_otherwise(&before, &now) &&
		!row_at(f, line)->cells[SC_REASON][0])
		return error_set(err, ERROR_INPUT,
			_("The strategy is in force: say in the column reason of the indicator "
			  "why base, path or target change; the report tells it."));
	return 0;
}

static int
check_all(struct import_job *job, const struct strategy_read *f, const struct strategy_update *u,
	long *line, struct error *err)
{
	struct task task;

	for (int i = 0; i < f->target_count; i++) {
		*line = f->targets[i].line;
		if (u->targets[i] && check_target(job, f, u, i, err))
			return -1;
	}
	for (int i = 0; i < f->reading_count; i++) {
		const struct read_target *t = &f->targets[f->readings[i].target];

		*line = f->readings[i].line;
		if (u->readings[i] && target_reading_open(job->db,
					      id_of(u->ids.targets, u->ids.target_count, t->item),
					      f->readings[i].reading.year, err))
			return -1;
	}
	for (int i = 0; i < f->task_count; i++) {
		*line = f->tasks[i].line;
		if (u->tasks[i] &&
			(load_task(job, f, u, i, &task, err) || task_check(job->db, &task, err)))
			return -1;
	}
	return 0;
}

static int
at_line(const struct error *why, long line, struct error *err)
{
	return error_at(err, why->code, line, 0, _("Line %ld: %s"), line, why->text);
}

static int
check_rev(const struct strategy_read *f, const struct strategy_update *u, struct error *err)
{
	if (f->rev == u->strategy.rev)
		return 0;
	return error_at(err, ERROR_CONFLICT, f->line, header_column(&f->header, SC_REV),
		_("Strategy %s was changed since the file was written (state %d, now %d). Write "
		  "the file again (export strategy) and put your changes into that one."),
		f->strategy.code, f->rev, (int)u->strategy.rev);
}

/* A column that is left out would empty what it holds. */
static int
check_columns(const struct strategy_read *f, struct error *err)
{
	for (int i = 0; i < SC_COUNT; i++)
		if (!header_column(&f->header, i))
			return error_at(err, ERROR_INPUT, 1, 0,
				_("The file has no column %s. A file that changes a strategy which "
				  "is here needs all columns that export strategy writes."),
				strategy_columns[i].names[0]);
	return 0;
}

int
strategy_update_judge(struct import_job *job, struct strategy_read *f, struct strategy_update *u,
	bool say, struct error *err)
{
	struct error why = { .code = ERROR_NONE };
	struct arena *arena = &u->there.arena;
	long line = 0;

	*u = (struct strategy_update){ .fresh = 0 };
	if (strategy_load_code(job->db, f->strategy.code, &u->strategy, err) ||
		check_rev(f, u, err) || check_columns(f, err) || read_there(job, u, err))
		return -1;
	u->met = arena_array(arena, (size_t)u->there.row_count + 1, sizeof(*u->met));
	u->targets = arena_array(arena, (size_t)f->target_count + 1, sizeof(*u->targets));
	u->readings = arena_array(arena, (size_t)f->reading_count + 1, sizeof(*u->readings));
	u->tasks = arena_array(arena, (size_t)f->task_count + 1, sizeof(*u->tasks));
	if (compare_rows(job, f, u, say, err))
		return -1;
	compare_missing(job, f, u, say);
	return check_all(job, f, u, &line, &why) ? at_line(&why, line, err) : 0;
}

void
strategy_update_release(struct strategy_update *u)
{
	arena_release(&u->there.arena);
}

/* ---- writing ---- */

static int
write_target(struct import_job *job, const struct strategy_read *f, const struct strategy_update *u,
	int i, int64_t import_id, struct error *err)
{
	const struct read_row *row = row_at(f, f->targets[i].line);
	const struct target_why why = { row->cells[SC_RESOLUTION], row->cells[SC_REASON] };
	struct target before, now;

	return load_cards(job, f, u, i, &before, &now, err) ||
			       target_put(job->db, &now, &why, err) ||
			       target_former_keep(
				       job->db, import_id, u->strategy.rev + 1, &before, &now, err)
		       ? -1
		       : 0;
}

static int
write_all(struct import_job *job, struct strategy_read *f, const struct strategy_update *u,
	int64_t import_id, long *line, struct error *err)
{
	for (int i = 0; i < f->target_count; i++) {
		*line = f->targets[i].line;
		if (u->targets[i] && write_target(job, f, u, i, import_id, err))
			return -1;
	}
	for (int i = 0; i < f->reading_count; i++) {
		struct read_reading *r = &f->readings[i];
		const struct read_target *t = &f->targets[r->target];

		*line = r->line;
		r->reading.target = id_of(u->ids.targets, u->ids.target_count, t->item);
		r->reading.import_id = import_id;
		if (u->readings[i] && target_reading_put(job->db, &r->reading, err))
			return -1;
	}
	for (int i = 0; i < f->task_count; i++) {
		struct task task;

		*line = f->tasks[i].line;
		if (!u->tasks[i])
			continue;
		if (load_task(job, f, u, i, &task, err))
			return -1;
		task.import_id = import_id;
		if (task_put(job->db, &task, err))
			return -1;
	}
	return 0;
}

int
strategy_update_write(struct import_job *job, struct strategy_read *f, struct strategy_update *u,
	int64_t import_id, struct error *err)
{
	struct error why = { .code = ERROR_NONE };
	long line = 0;

	if (strategy_touch(job->db, u->strategy.id, u->strategy.rev, err))
		return -1;
	return write_all(job, f, u, import_id, &line, &why) ? at_line(&why, line, err) : 0;
}
