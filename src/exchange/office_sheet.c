/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of an office for a year of a strategy as an import: compared with what it was made
 * from and with what stands in the database, written whole or not at all. */
#include "config.h"

#include "exchange/office_sheet.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/strategies/task_state.h"
#include "model/strategies/words_mark.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- of which strategy and year ---- */

static int
begin(struct import_job *job, struct office_sheet *s, struct error *err)
{
	const struct office_row *first = &s->rows[0];
	struct strategy strategy;
	long year;

	if (number_parse_whole(first->cell[OFFICE_YEAR], 1900, 2199, &year))
		return error_at(err, ERROR_INPUT, first->line, OFFICE_YEAR + 1,
			_("“%.40s” is no year; the last columns of the sheet have to stay as they "
			  "were."),
			first->cell[OFFICE_YEAR]);
	if (strategy_load_code(job->db, first->cell[OFFICE_STRATEGY], &strategy, err) ||
		round_state_load(
			job->db, &job->units, strategy.id, (int)year, &job->arena, &s->state, err))
		return -1;
	if (strategy.retired)
		return error_set(err, ERROR_INPUT,
			_("Strategy %s is deleted. Bring it back first (6 4, x, then p)."),
			strategy.code);
	if (!s->state.round.id)
		return error_set(err, ERROR_INPUT, _("The monitoring of %s for %d has not begun."),
			strategy.code, (int)year);
	if (s->state.frozen)
		return error_set(err, ERROR_INPUT,
			_("The report of %d is approved, so its round does not change any more. "
			  "Later figures are written as corrections."),
			(int)year);
	return 0;
}

static int
check_whose(const struct office_sheet *s, const struct office_row *row, struct error *err)
{
	const struct office_row *first = &s->rows[0];

	if (strcmp(row->cell[OFFICE_STRATEGY], first->cell[OFFICE_STRATEGY]) == 0 &&
		strcmp(row->cell[OFFICE_YEAR], first->cell[OFFICE_YEAR]) == 0)
		return 0;
	return error_at(err, ERROR_INPUT, row->line, OFFICE_STRATEGY + 1,
		_("“%.40s %.10s” where the rows above say “%s %d”; a file holds the sheet of one "
		  "strategy and year."),
		row->cell[OFFICE_STRATEGY], row->cell[OFFICE_YEAR], first->cell[OFFICE_STRATEGY],
		s->state.course.year);
}

static int64_t
number_of(const struct office_row *row)
{
	return strtoll(row->cell[OFFICE_CODE] + 1, NULL, 10);
}

/* T025 is T25. */
static int
check_once(const struct office_sheet *s, int row, struct error *err)
{
	for (int i = 0; i < row; i++)
		if (s->rows[i].cell[OFFICE_CODE][0] == s->rows[row].cell[OFFICE_CODE][0] &&
			number_of(&s->rows[i]) == number_of(&s->rows[row]))
			return error_at(err, ERROR_INPUT, s->rows[row].line, OFFICE_CODE + 1,
				_("“%s” stands already in line %ld; leave one of the two rows."),
				s->rows[row].cell[OFFICE_CODE], s->rows[i].line);
	return 0;
}

/* Where columns were sorted apart, figures would go to the names beside them. */
static int
check_name(const struct office_row *row, const char *name, struct error *err)
{
	char there[512], known[512];

	text_fold(there, sizeof there, row->cell[OFFICE_NAME]);
	if (strcmp(there, text_fold(known, sizeof known, name)) == 0)
		return 0;
	return error_at(err, ERROR_INPUT, row->line, OFFICE_NAME + 1,
		_("“%.60s” stands where %s is “%s”. The columns up to the figure have to stay as "
		  "they were; where it was renamed since, write the sheet again."),
		row->cell[OFFICE_NAME], row->cell[OFFICE_CODE], name);
}

/* ---- row by row ---- */

/* A source or a reason that somebody changed since is neither put back nor taken for that of
 * another figure or state. */
static int
check_words(const struct office_row *row, const struct office_line *l, const char *mark,
	struct error *err)
{
	bool task = l->task.id != 0;

	if (words_marked(mark, l->words_was) || strcmp(l->words, l->words_was) == 0)
		return 0;
	return error_at(err, ERROR_CONFLICT, row->line, (task ? OFFICE_REASON : OFFICE_SOURCE) + 1,
		task ? _("%s: its reason is “%.80s” now and was another when the sheet went out; "
			 "somebody has changed it. Write the sheet again.")
		     : _("%s: its source is “%.80s” now and was another when the sheet went out; "
			 "somebody has changed it. Write the sheet again."),
		l->name, l->words_was);
}

/* Against what the sheet was made from: what a colleague said since is never overwritten, and words
 * that stand as they went out say nothing new. */
static int
judge(struct import_job *job, struct office_sheet *s, const struct office_row *row,
	struct office_line *l, struct error *err)
{
	const char *mark, *sent = office_sheet_was_read(row->cell[OFFICE_WAS], &mark, &job->arena);

	if (strcmp(l->now, l->was) == 0 && (strcmp(l->words, l->words_was) == 0 ||
						   (mark[0] && words_marked(mark, l->words)))) {
		l->fate = OFFICE_SAME;
		s->same++;
		return 0;
	}
	if (strcmp(sent, l->was) != 0)
		return error_at(err, ERROR_CONFLICT, row->line, OFFICE_VALUE + 1,
			_("%s: it was “%.40s” when the sheet went out, and is “%.40s” now; "
			  "somebody has changed it. Write the sheet again."),
			l->name, number_shown(&job->arena, sent),
			number_shown(&job->arena, l->was));
	if (check_words(row, l, mark, err))
		return -1;
	l->fate = l->was[0] ? OFFICE_CHANGED : OFFICE_NEW;
	l->fate == OFFICE_NEW ? s->fresh++ : s->changed++;
	return 0;
}

/* 12% in a cell is 0.12 in the file: 12 of a task and of an indicator in per cent, of no other. */
static int
take_percent(struct import_job *job, const struct office_row *row, const char *measure,
	const char **text, struct error *err)
{
	char shown[64], digits[40];
	double value;

	*text = row->cell[OFFICE_VALUE];
	if (!row->percent || number_parse(*text, &value))
		return 0;
	value = number_round(value * 100, DECIMAL_DIGITS);
	number_format(shown, sizeof shown, value, -1);
	if (measure[0] != '%')
		return error_at(err, ERROR_INPUT, row->line, OFFICE_VALUE + 1,
			_("the cell shows %s%%, but the figure is no percentage; give the cell the "
			  "format of a number and type it again."),
			shown);
	*text = arena_string(&job->arena, number_plain(digits, sizeof digits, value, -1));
	snprintf(digits, sizeof digits, "%c%ld", 'A' + OFFICE_VALUE, row->line);
	import_remark(job, REMARK_NOTE, row->line,
		_("%s: the cell shows per cent; it is read as %s."), digits, shown);
	return 0;
}

static const struct round_figure *
find_figure(const struct office_sheet *s, int64_t id)
{
	for (int i = 0; i < s->state.figure_count; i++)
		if (s->state.figures[i].course->target->id == id)
			return &s->state.figures[i];
	return NULL;
}

static int
take_figure(struct import_job *job, struct office_sheet *s, const struct office_row *row,
	struct office_line *l, int64_t id, struct error *err)
{
	const char *text, *source = row->cell[OFFICE_SOURCE];
	const struct round_figure *f = find_figure(s, id);
	const struct target_point *p;
	int year = s->state.course.year;
	char plain[64];

	if (!f || f->course->target->indicator[0])
		return error_at(err, ERROR_INPUT, row->line, 1,
			_("“%s”: the strategy has no such indicator to key."),
			row->cell[OFFICE_CODE]);
	l->name = f->course->target->name;
	l->office = f->course->target->office;
	if (check_name(row, l->name, err) ||
		take_percent(job, row, f->course->target->measure, &text, err))
		return -1;
	l->was = office_sheet_was_figure(f, year, &job->arena);
	l->reading = (struct target_reading){
		.target = id, .year = year, .value = NAN, .source = source
	};
	if (text[0] && target_reading_parse(text, &l->reading.value, &l->reading.flag, err)) {
		if (err)
			err->column = OFFICE_VALUE + 1;
		return -1;
	}
	l->now = !text[0] ? ""
		 : isnan(l->reading.value)
			 ? flag_meaning(l->reading.flag)->symbol
			 : arena_string(&job->arena,
				   number_plain(plain, sizeof plain, l->reading.value, -1));
	if (kept_fits(source, KEPT_LINE_SIZE, 0, _("Source"), err)) {
		if (err)
			err->column = OFFICE_SOURCE + 1;
		return -1;
	}
	p = target_point_of(f->course, year);
	l->words = source;
	l->words_was = p && p->reading ? p->reading->source : source;
	return judge(job, s, row, l, err);
}

const struct task *
office_sheet_task(const struct office_sheet *s, int64_t id)
{
	for (int i = 0; i < s->state.task_count; i++)
		if (s->state.tasks[i].task->id == id)
			return s->state.tasks[i].task;
	return NULL;
}

/* As it will be checked when it is written, with the cell that is wrong. */
static int
check_task(struct import_job *job, const struct office_row *row, const struct task *t,
	struct error *err)
{
	struct error said = { .code = ERROR_NONE };
	int column;

	if (task_check(job->db, t, &said) == 0)
		return 0;
	column = said.field == TASK_FIELD_PERCENT  ? OFFICE_VALUE
		 : said.field == TASK_FIELD_REASON ? OFFICE_REASON
						   : OFFICE_STATE;
	return error_at(err, said.code, row->line, column + 1, "%s", said.text);
}

/* What is said of a later year would be put back by an older sheet; of what began or ended behind
 * the year it would say what no report shows. */
static int
check_newest(struct import_job *job, const struct office_sheet *s, const struct office_row *row,
	const struct office_line *l, const struct task *t, struct error *err)
{
	const char *day = task_otherwise_from(t, s->state.course.year);
	int year = s->state.course.year;

	if (l->fate == OFFICE_SAME)
		return 0;
	if (t->said_for > year)
		return error_at(err, ERROR_CONFLICT, row->line, OFFICE_VALUE + 1,
			_("%s: what stands there (%.40s) was said for %d already; a sheet of %d "
			  "would put it back. Delete this row from the sheet."),
			l->name, office_sheet_was_task(t, &job->arena), t->said_for, year);
	if (!day[0])
		return 0;
	return error_at(err, ERROR_INPUT, row->line, OFFICE_VALUE + 1,
		day == t->real_from
			? _("%s: the task began on %s, so that there is nothing to say of it for "
			    "%d. Delete this row from the sheet, or correct the day on which it "
			    "began (6 5).")
			: _("%s: the task ended on %s, and what is said of it for %d would put "
			    "that back. Delete this row from the sheet, or correct the day on "
			    "which it ended (6 5)."),
		l->name, date_shown(&job->arena, day), year);
}

/* Empty as it went out, where nobody knew how far it was; what was known is not taken back by an
 * empty cell. */
static int
take_percent_done(const struct office_row *row, const char *text, const struct task *then, int *out,
	struct error *err)
{
	*out = TASK_PERCENT_UNKNOWN;
	if (!text[0] && then->percent == TASK_PERCENT_UNKNOWN)
		return 0;
	if (!text[0] || task_percent_read(text, out, NULL))
		return error_at(err, ERROR_INPUT, row->line, OFFICE_VALUE + 1,
			_("“%.40s”: how far a task is, is said in per cent, 0 to 100."), text);
	return 0;
}

/* Done needs the day of its end: it is the last of the year, unless one is known. */
static int
take_task(struct import_job *job, struct office_sheet *s, const struct office_row *row,
	struct office_line *l, int64_t id, struct error *err)
{
	int state = task_state_from_words(row->cell[OFFICE_STATE]), year = s->state.course.year;
	const struct task *t = office_sheet_task(s, id);
	struct task then;
	const char *text;

	if (!t)
		return error_at(err, ERROR_INPUT, row->line, 1,
			_("“%s”: the strategy has no such task."), row->cell[OFFICE_CODE]);
	l->task = *t;
	l->name = t->name;
	l->office = t->office;
	then = task_as_of(t, year);
	if (take_percent(job, row, "%", &text, err) ||
		take_percent_done(row, text, &then, &l->task.percent, err))
		return -1;
	if (state < 0)
		return error_at(err, ERROR_INPUT, row->line, OFFICE_STATE + 1,
			_("“%.40s” is no state of a task: %s."), row->cell[OFFICE_STATE],
			task_state_words(&job->arena));
	if (check_name(row, l->name, err))
		return -1;
	l->was = office_sheet_was_task(&then, &job->arena);
	l->task.state = (enum task_state)state;
	l->task.reason = l->words = row->cell[OFFICE_REASON];
	l->words_was = then.reason;
	if (state == TASK_DONE && !l->task.real_to[0])
		l->task.real_to = arena_format(&job->arena, "%d-12-31", year);
	l->now = office_sheet_was_task(&l->task, &job->arena);
	if (judge(job, s, row, l, err) || check_newest(job, s, row, l, t, err))
		return -1;
	if (state == TASK_DONE && t->state != TASK_DONE)
		l->task.percent = 100;
	return l->fate == OFFICE_SAME ? 0 : check_task(job, row, &l->task, err);
}

static int
judge_row(struct import_job *job, struct office_sheet *s, int i, struct error *err)
{
	const struct office_row *row = &s->rows[i];
	int64_t id = number_of(row);

	if (check_whose(s, row, err) || check_once(s, i, err))
		return -1;
	return row->cell[OFFICE_CODE][0] == 'T' ? take_figure(job, s, row, &s->lines[i], id, err)
						: take_task(job, s, row, &s->lines[i], id, err);
}

/* The cell of a workbook, the line of a text file. */
static int
name_place(const struct office_sheet *s, long line, const struct error *said, struct error *err)
{
	if (s->workbook && said->column > 0 && said->column <= OFFICE_COLUMNS)
		return error_at(err, said->code, line, said->column, _("Cell %c%ld: %s"),
			(int)('A' + said->column - 1), line, said->text);
	return error_at(err, said->code, line, said->column, _("Line %ld: %s"), line, said->text);
}

static int
judge_rows(struct import_job *job, struct office_sheet *s, struct error *err)
{
	struct error head = { .code = ERROR_NONE };

	if (begin(job, s, err))
		return -1;
	if (office_sheet_check_heads(s, s->state.course.year, &head))
		return name_place(s, head.row, &head, err);
	s->fresh = s->changed = s->same = 0;
	s->lines = arena_array(&job->arena, (size_t)s->count, sizeof *s->lines);
	for (int i = 0; i < s->count; i++) {
		struct error said = { .code = ERROR_NONE };

		if (judge_row(job, s, i, &said))
			return name_place(s, s->rows[i].line, &said, err);
	}
	return 0;
}

/* ---- the preview ---- */

static int
compare(struct import_job *job, struct error *err)
{
	struct office_sheet *s = job->data;
	struct import_preview *p = &job->preview;

	if (judge_rows(job, s, err))
		return -1;
	p->counts = (struct import_counts){ .rows = s->count,
		.units = 1,
		.new_values = s->fresh,
		.changed = s->changed,
		.same = s->same };
	p->title = arena_format(&job->arena, _("Sheet of an office, %s, %d"),
		s->state.course.strategy.code, s->state.course.year);
	p->first_year = p->last_year = s->state.course.year;
	job->file.source = arena_format(
		&job->arena, "%s %d", s->state.course.strategy.code, s->state.course.year);
	job->file.made_up = job->options.made_up || s->state.course.strategy.made_up;
	office_sheet_say(job, s);
	return 0;
}

/* ---- writing ---- */

/* Judged again: a colleague may have been busy between the preview and now. */
static int
write(struct import_job *job, const struct progress *progress, int64_t *import_id,
	struct error *err)
{
	struct office_sheet *s = job->data;

	(void)progress;
	*import_id = 0;
	if (judge_rows(job, s, err))
		return -1;
	if (s->fresh + s->changed == 0)
		return 0;
	*import_id = import_begin(job->db, &job->file, err);
	return *import_id < 0 || office_sheet_write(job, s, *import_id, err) ||
			       import_finish(job->db, *import_id, &job->preview.counts, err)
		       ? -1
		       : 0;
}

/* ---- the kind ---- */

static int
recognise(const char *head, const char *file_name)
{
	(void)head;
	(void)file_name;
	return 0; /* who opens a sheet says so */
}

static int
read(struct import_job *job, struct input *in, const struct progress *progress, struct error *err)
{
	struct office_sheet *s = memory_new(sizeof *s);

	job->data = s;
	return office_sheet_read(s, job, in, progress, err);
}

static void
release(struct import_job *job)
{
	struct office_sheet *s = job->data;

	if (s)
		arena_release(&s->arena);
	free(s);
	job->data = NULL;
}

const struct import_ops import_round = { IMPORT_ROUND, "round", N_("Sheet of an office"), recognise,
	read, compare, write, release };
