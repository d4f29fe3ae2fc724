/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading and taking in the sheet of an office for a year of a strategy. */
#include "config.h"

#include "exchange/office_sheet.h"

#include "base/clock.h"
#include "base/csv.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "exchange/workbook.h"
#include "model/flag.h"
#include "model/office_sheet_layout.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct reading {
	struct db *db;
	const struct unit_table *units;
	struct arena *arena;
	struct office_sheet *out;
	struct round_state state;
	const char *file; /* its name without folders */
	char strategy[33];
	int year; /* 0 until the first line */
	size_t room;
};

static const char *
cell(const struct reading *r, const struct csv_field *fields, int count, int column)
{
	char *text;

	if (column >= count)
		return "";
	text = arena_new(r->arena, fields[column].length + 1);
	text_clean(text, fields[column].length + 1, fields[column].text);
	text += strspn(text, " '");
	for (size_t n = strlen(text); n && text[n - 1] == ' ';)
		text[--n] = '\0';
	return text;
}

/* The first line says of which strategy and year the sheet is. */
static int
begin(struct reading *r, const char *strategy, const char *year, long line, struct error *err)
{
	struct strategy s;
	long number;

	if (number_parse_whole(year, 1900, 2199, &number))
		return error_at(err, ERROR_INPUT, line, OFFICE_YEAR + 1,
			_("“%.40s” is no year; the last columns of the sheet have to stay as they "
			  "were."),
			year);
	if (strategy_load_code(r->db, strategy, &s, err) ||
		round_state_load(r->db, r->units, s.id, (int)number, r->arena, &r->state, err))
		return -1;
	text_copy(r->strategy, sizeof r->strategy, strategy);
	r->year = (int)number;
	r->out->round = r->state.round;
	r->out->rev = s.rev;
	if (!r->state.round.id)
		return error_set(err, ERROR_INPUT, _("The monitoring of %s for %d has not begun."),
			strategy, r->year);
	if (r->state.frozen)
		return error_set(err, ERROR_INPUT,
			_("The report of %d is approved, so its round does not change any more. "
			  "Later figures are written as corrections."),
			r->year);
	return 0;
}

static struct office_line *
add_line(struct reading *r, long row, const char *code)
{
	struct office_sheet *out = r->out;

	out->lines =
		arena_grow(r->arena, out->lines, (size_t)out->count, &r->room, sizeof *out->lines);
	out->lines[out->count] = (struct office_line){
		.row = row, .code = code, .was = "", .now = "", .office = ""
	};
	return &out->lines[out->count++];
}

/* Against what the sheet was made from: a colleague's newer figure is never overwritten. */
static int
judge(struct reading *r, struct office_line *l, const char *sent, int column, struct error *err)
{
	if (strcmp(l->now, l->was) == 0) {
		l->fate = OFFICE_SAME;
		r->out->same++;
		return 0;
	}
	if (strcmp(sent, l->was) != 0)
		return error_at(err, ERROR_CONFLICT, l->row, column + 1,
			_("%s: it was “%.40s” when the sheet went out, and is “%.40s” now; "
			  "somebody "
			  "has changed it. Write the sheet again."),
			l->name, sent, l->was);
	l->fate = l->was[0] ? OFFICE_CHANGED : OFFICE_NEW;
	l->fate == OFFICE_NEW ? r->out->fresh++ : r->out->changed++;
	return 0;
}

static const char *
with_file(const struct reading *r, const char *source)
{
	if (strstr(source, r->file))
		return source;
	return source[0] ? arena_format(r->arena, "%s (%s)", source, r->file)
			 : arena_string(r->arena, r->file);
}

static int
take_figure(struct reading *r, struct office_line *l, int64_t id, const struct csv_field *fields,
	int count, struct error *err)
{
	const char *text = cell(r, fields, count, OFFICE_VALUE);
	const struct round_figure *f = NULL;
	char plain[64];

	for (int i = 0; i < r->state.figure_count; i++)
		if (r->state.figures[i].course->target->id == id)
			f = &r->state.figures[i];
	if (!f || f->course->target->indicator[0])
		return error_at(err, ERROR_INPUT, l->row, 1,
			_("“%s”: the strategy has no such indicator to key."), l->code);
	l->name = f->course->target->name;
	l->office = f->course->target->office;
	l->was = office_sheet_was_figure(f, r->year, r->arena);
	l->reading = (struct target_reading){ .target = id,
		.year = r->year,
		.value = NAN,
		.source = with_file(r, cell(r, fields, count, OFFICE_SOURCE)) };
	if (text[0] && target_reading_parse(text, &l->reading.value, &l->reading.flag, err)) {
		if (err)
			err->row = l->row;
		return -1;
	}
	l->now = !text[0] ? ""
		 : isnan(l->reading.value)
			 ? flag_meaning(l->reading.flag)->symbol
			 : arena_string(r->arena,
				   number_plain(plain, sizeof plain, l->reading.value, -1));
	return judge(r, l, cell(r, fields, count, OFFICE_WAS), OFFICE_VALUE, err);
}

/* Done needs the day of its end: it is the last of the year, unless one is known. */
static int
take_task(struct reading *r, struct office_line *l, int64_t id, const struct csv_field *fields,
	int count, struct error *err)
{
	const char *state_name = cell(r, fields, count, OFFICE_STATE);
	int state = task_state_from_name(state_name);
	const struct task *t = NULL;
	long percent;

	for (int i = 0; i < r->state.task_count; i++)
		if (r->state.tasks[i].task->id == id)
			t = r->state.tasks[i].task;
	if (!t)
		return error_at(err, ERROR_INPUT, l->row, 1,
			_("“%s”: the strategy has no such task."), l->code);
	if (number_parse_whole(cell(r, fields, count, OFFICE_VALUE), 0, 100, &percent))
		return error_at(err, ERROR_INPUT, l->row, OFFICE_VALUE + 1,
			_("“%.40s”: how far a task is, is said in per cent, 0 to 100."),
			cell(r, fields, count, OFFICE_VALUE));
	if (state < 0)
		return error_at(err, ERROR_INPUT, l->row, OFFICE_STATE + 1,
			_("“%.40s” is no state of a task: not_started, prepared, running, late, "
			  "held, done, given_up."),
			state_name);
	l->task = *t;
	l->name = t->name;
	l->office = t->office;
	l->was = office_sheet_was_task(t, r->arena);
	l->task.percent = (int)percent;
	l->task.state = (enum task_state)state;
	l->task.reason = cell(r, fields, count, OFFICE_REASON);
	if (state == TASK_DONE && !l->task.real_to[0])
		l->task.real_to = arena_format(r->arena, "%d-12-31", r->year);
	l->now = office_sheet_was_task(&l->task, r->arena);
	return judge(r, l, cell(r, fields, count, OFFICE_WAS), OFFICE_VALUE, err);
}

/* Lines above the codes are titles and headings. */
static int
take_row(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	struct reading *r = context;
	const char *code = cell(r, fields, count, OFFICE_CODE);
	const char *strategy = cell(r, fields, count, OFFICE_STRATEGY);
	const char *year = cell(r, fields, count, OFFICE_YEAR);
	struct office_line *l;
	char *end;
	int64_t id;

	if ((code[0] != 'T' && code[0] != 'K') || code[1] < '0' || code[1] > '9')
		return 0;
	id = strtoll(code + 1, &end, 10);
	if (*end)
		return 0;
	if (!r->year && begin(r, strategy, year, line, err))
		return -1;
	if (strcmp(strategy, r->strategy) != 0 || atoi(year) != r->year)
		return error_at(err, ERROR_INPUT, line, OFFICE_STRATEGY + 1,
			_("“%.40s %.10s” where the rows above say “%s %d”; a file holds the sheet "
			  "of "
			  "one strategy and year."),
			strategy, year, r->strategy, r->year);
	l = add_line(r, line, code);
	return code[0] == 'T' ? take_figure(r, l, id, fields, count, err)
			      : take_task(r, l, id, fields, count, err);
}

static int
read_file(struct reading *r, const char *path, struct error *err)
{
	const char *dot = strrchr(path, '.');
	struct input *in;
	struct xlsx *w;
	int failed;

	if (dot && strcasecmp(dot, ".xlsx") == 0) {
		if (xlsx_open(&w, path, err))
			return -1;
		failed = xlsx_read(w, 0, XLSX_ISO, take_row, r, err);
		xlsx_close(w);
		return failed;
	}
	if (input_open(&in, path, ENCODING_DETECT, err))
		return -1;
	failed = csv_read(in, 0, NULL, take_row, r, NULL, err);
	input_close(in);
	return failed;
}

int
office_sheet_read(struct db *db, const struct unit_table *units, const char *path,
	struct arena *arena, struct office_sheet *out, struct error *err)
{
	const char *slash = strrchr(path, '/');
	struct reading r = { .db = db,
		.units = units,
		.arena = arena,
		.out = out,
		.file = slash ? slash + 1 : path };

	*out = (struct office_sheet){ .count = 0 };
	if (read_file(&r, path, err))
		return -1;
	if (!out->count)
		return error_set(err, ERROR_INPUT,
			_("This is no sheet of an office: no line begins with a code such as T12 "
			  "or "
			  "K7."));
	return 0;
}

/* ---- writing ---- */

static int
note_delivery(struct db *db, const struct office_sheet *sheet, struct error *err)
{
	char today[16];

	date_iso(today, sizeof today, clock_today());
	for (int i = 0; i < sheet->count; i++) {
		const char *office = sheet->lines[i].office;

		if (i && strcmp(office, sheet->lines[i - 1].office) == 0)
			continue;
		if (round_delivered(db, &sheet->round, office, today, err))
			return -1;
	}
	return 0;
}

static int
write_lines(struct db *db, void *context, struct error *err)
{
	struct office_sheet *sheet = context;
	bool touched = false;

	if (round_touch(db, &sheet->round, err))
		return -1;
	for (int i = 0; i < sheet->count; i++) {
		struct office_line *l = &sheet->lines[i];

		if (l->fate == OFFICE_SAME)
			continue;
		if (l->task.id && !touched &&
			strategy_touch(db, sheet->round.strategy, sheet->rev, err))
			return -1;
		touched |= l->task.id != 0;
		if (l->task.id ? task_put(db, &l->task, err)
			       : target_reading_put(db, &l->reading, err)) {
			if (err)
				err->row = l->row;
			return -1;
		}
	}
	return note_delivery(db, sheet, err);
}

int
office_sheet_take(struct db *db, struct office_sheet *sheet, struct error *err)
{
	const struct db_act act = { .action = "round.sheet", .entity = "monitoring_round" };
	struct office_sheet copy = *sheet;

	return db_write(db, &act, write_lines, &copy, err);
}
