/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strategy's file against the same strategy in the database: row by row, cell by cell. */
#include "config.h"

#include "exchange/strategy_update.h"

#include "base/i18n.h"
#include "base/text.h"
#include "exchange/strategy_same.h"
#include "exchange/strategy_words.h"
#include "model/strategies/words_mark.h"

#include <stdarg.h>
#include <stdio.h>
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

/* ---- what is said of it ---- */

struct comparing {
	struct import_job *job;
	const struct strategy_read *f;
	struct strategy_update *u;
	bool say;
};

/* The first reason speaks for all of them. */
__attribute__((format(printf, 3, 4))) static void
refuse(const struct comparing *c, long line, const char *fmt, ...)
{
	char text[512];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	if (c->say)
		import_remark(c->job, REMARK_REFUSED, line, "%s", text);
	if (!c->job->preview.refused)
		c->job->preview.refused = arena_string(&c->job->arena, text_whole(text));
}

static const struct read_row *
row_of(const struct strategy_read *f, enum strategy_row_kind kind, const char *item)
{
	for (int i = 0; i < f->row_count; i++)
		if (f->rows[i].kind == kind && strcmp(f->rows[i].cells[SC_ITEM], item) == 0)
			return &f->rows[i];
	return NULL;
}

/* What the row speaks of, for people: a name, or the beginning of a text. */
static const char *
name_of(const struct comparing *c, const struct read_row *row, char *dst, size_t size)
{
	const struct read_row *head = NULL;

	if (row->kind == ROW_PATH || row->kind == ROW_READING || row->kind == ROW_CORRECTION)
		head = row_of(c->f, ROW_TARGET, row->cells[SC_ITEM]);
	else if (row->kind == ROW_MONEY)
		head = row_of(c->f, ROW_TASK, row->cells[SC_ITEM]);
	if (!head)
		head = row;
	text_copy(dst, size, head->cells[SC_NAME][0] ? head->cells[SC_NAME] : head->cells[SC_TEXT]);
	return dst;
}

/* "indicator 3, target: 420 → 450 (Places in nurseries)" */
static void
say_change(const struct comparing *c, const struct read_row *row, const char *column,
	const char *before, const char *now)
{
	char label[128], name[80];

	if (c->say)
		import_remark(c->job, REMARK_NOTE, row->line, "%s%s%s: %s → %s (%s)",
			strategy_row_label(row, label, sizeof(label)), *column ? ", " : "", column,
			before, now, name_of(c, row, name, sizeof(name)));
}

/* "value of indicator 3, 2025: – → 12 (…)", "goal 1.3: new (…)" */
static void
say_new(const struct comparing *c, const struct read_row *row)
{
	struct arena *arena = &c->job->arena;
	char label[128], name[80];

	if (row->kind == ROW_READING || row->kind == ROW_PATH)
		say_change(c, row, "", "–",
			strategy_cell_label(
				row, row->cells[SC_FLAG][0] ? SC_FLAG : SC_VALUE, arena));
	else if (row->kind == ROW_MONEY)
		say_change(c, row, "", "–",
			arena_format(arena, "%s / %s", strategy_cell_label(row, SC_PLANNED, arena),
				strategy_cell_label(row, SC_SPENT, arena)));
	else if (c->say)
		import_remark(c->job, REMARK_NOTE, row->line, _("%s: new (%s)"),
			strategy_row_label(row, label, sizeof(label)),
			name_of(c, row, name, sizeof(name)));
}

/* ---- what is refused ---- */

static void
refuse_cell(const struct comparing *c, const struct read_row *row, const struct read_row *there,
	enum strategy_column column)
{
	struct arena *arena = &c->job->arena;
	char label[128], place[STRATEGY_PLACE_SIZE];

	refuse(c, row->line,
		_("%s: “%.60s” where the strategy has “%.60s”. A file does not change this of %s; "
		  "it is changed where it is kept (6 4)."),
		strategy_place(c->f, row->line, column, place),
		strategy_cell_label(row, column, arena), strategy_cell_label(there, column, arena),
		strategy_row_label(row, label, sizeof(label)));
}

/* A colleague's newer figure is never overwritten, nor is its source. */
static void
check_reading(const struct comparing *c, const struct read_row *row, const struct read_row *there)
{
	const char *was = row->cells[SC_WAS], *now = there ? there->cells[SC_WAS] : "";

	if (!strategy_same_cell(SC_WAS, was, now))
		refuse(c, row->line,
			_("Line %ld: the reading of %s was “%.40s” when the file was written and "
			  "is “%.40s” now; somebody has changed it. Write the file again."),
			row->line, row->cells[SC_YEAR], was, now);
	else if (there && !words_marked(row->cells[SC_REV], there->cells[SC_SOURCE]) &&
		 strcmp(row->cells[SC_SOURCE], there->cells[SC_SOURCE]) != 0)
		refuse(c, row->line,
			_("Line %ld: the source of %s is “%.80s” now and was another when the file "
			  "was written; somebody has changed it. Write the file again."),
			row->line, row->cells[SC_YEAR], there->cells[SC_SOURCE]);
}

/* The source of a reading that stands as it was written says nothing new. */
static bool
left_alone(const struct read_row *row, enum strategy_column column)
{
	return row->kind == ROW_READING && column == SC_SOURCE && row->cells[SC_REV][0] &&
	       words_marked(row->cells[SC_REV], row->cells[SC_SOURCE]);
}

static bool
same_level(const char *a, const char *b)
{
	const char *x = strrchr(a, '.'), *y = strrchr(b, '.');
	size_t length = x ? (size_t)(x - a) : 0;

	return !x == !y && (!x || (length == (size_t)(y - b) && memcmp(a, b, length) == 0));
}

/* Of a new goal: the number after those of its level, which it will have. */
static bool
is_next(const struct comparing *c, const struct read_row *row, char *next, size_t size)
{
	const char *number = row->cells[SC_GOAL], *dot = strrchr(number, '.');
	int count = 0;

	for (int i = 0; i < c->u->there.goal_count; i++)
		count += same_level(c->u->there.goals[i].number, number);
	for (const struct read_row *above = c->f->rows; above < row; above++)
		count += above->kind == ROW_GOAL && !c->u->pairs[above - c->f->rows] &&
			 same_level(above->cells[SC_GOAL], number);
	snprintf(next, size, "%.*s%d", dot ? (int)(dot + 1 - number) : 0, number, count + 1);
	return strcmp(next, number) == 0;
}

static bool
may_be_new(const struct comparing *c, const struct read_row *row)
{
	char next[GOAL_NUMBER_SIZE];

	if (!strategy_row_brought(row))
		refuse(c, row->line,
			_("Line %ld (%s): the strategy has no such row, and a file does not bring "
			  "it to a strategy that is here; it is kept in 6 4."),
			row->line, row->cells[SC_ROW]);
	else if (row->kind == ROW_GOAL && !is_next(c, row, next, sizeof(next)))
		refuse(c, row->line,
			_("Line %ld: the new goal would be %s, not %s: numbers of a level have no "
			  "gaps. Give it that number."),
			row->line, next, row->cells[SC_GOAL]);
	else if (row->kind >= ROW_STEP && row->cells[SC_NUMBER][0])
		refuse(c, row->line,
			_("Line %ld (%s): the strategy has no line %s, or the file has it twice. "
			  "Leave the column number of a new line empty."),
			row->line, row->cells[SC_ROW], row->cells[SC_NUMBER]);
	else
		return true;
	return false;
}

/* Whether the history of a strategy in force tells of the row: a goal or an indicator that is new,
 * a goal with other words, an indicator that aims otherwise. */
static int
told(const struct comparing *c, int i, bool *yes, struct error *err)
{
	const struct read_row *row = &c->f->rows[i], *there = c->u->pairs[i];
	struct target before, now;

	*yes = !there;
	if (!there)
		return 0;
	if (row->kind == ROW_GOAL)
		*yes = strcmp(row->cells[SC_NAME], there->cells[SC_NAME]) != 0 ||
		       strcmp(row->cells[SC_TEXT], there->cells[SC_TEXT]) != 0;
	else if (strategy_update_cards(c->job->db, c->f, c->u, i, &before, &now, err))
		return -1;
	else
		*yes = target_aims_otherwise(&before, &now);
	return 0;
}

/* What becomes otherwise in a strategy in force has a reason, and better a resolution. */
static int
check_aims(const struct comparing *c, int i, struct error *err)
{
	const struct read_row *row = &c->f->rows[i];
	bool yes;

	if (c->u->strategy.state == STRATEGY_DRAFT || !c->u->changed[i])
		return 0;
	if (told(c, i, &yes, err))
		return -1;
	if (!yes)
		return 0;
	if (!row->cells[SC_REASON][0])
		refuse(c, row->line,
			_("Line %ld: The strategy is in force: say in the column reason why this "
			  "goal or indicator changes or comes; the report tells it."),
			row->line);
	else if (!row->cells[SC_RESOLUTION][0] && c->say)
		import_remark(c->job, REMARK_WARNING, row->line,
			_("A goal or an indicator changes or comes, and the column resolution "
			  "names none; the report will say the reason alone."));
	return 0;
}

/* ---- rows ---- */

static bool
compare_cells(const struct comparing *c, const struct read_row *row, const struct read_row *there)
{
	bool changed = false;

	for (int i = 0; i < SC_COUNT; i++) {
		if (strategy_cell_beside(row, i) || left_alone(row, i) ||
			strategy_same_cell(i, row->cells[i], there->cells[i]))
			continue;
		changed = true;
		if (c->u->moved || strategy_cell_open(row, i))
			say_change(c, row, strategy_column_label(row, i),
				strategy_cell_label(there, i, &c->job->arena),
				strategy_cell_label(row, i, &c->job->arena));
		else
			refuse_cell(c, row, there, i);
	}
	if (changed && row->kind == ROW_READING)
		check_reading(c, row, there);
	return changed;
}

static void
compare_rows(const struct comparing *c)
{
	struct strategy_update *u = c->u;
	int at = 0;

	for (int i = 0; i < c->f->row_count; i++) {
		const struct read_row *row = &c->f->rows[i];

		u->pairs[i] = find_there(u, row, &at);
		if (u->pairs[i]) {
			u->changed[i] = compare_cells(c, row, u->pairs[i]);
			u->changed[i] ? u->changes++ : u->same++;
			continue;
		}
		u->changed[i] = true;
		u->fresh++;
		if (!u->moved && !may_be_new(c, row))
			continue;
		say_new(c, row);
		if (!u->moved && row->kind == ROW_READING)
			check_reading(c, row, NULL);
	}
}

/* Index of the target's row in the file; -1 = it has none. */
static int
target_row(const struct strategy_read *f, const char *item)
{
	const struct read_row *row = row_of(f, ROW_TARGET, item);

	return row ? (int)(row - f->rows) : -1;
}

/* A path of which the file has a year is the file's; other rows that it leaves out stay. */
static void
compare_missing(const struct comparing *c)
{
	struct strategy_update *u = c->u;

	for (int i = 0; i < u->there.row_count; i++) {
		const struct read_row *row = &u->there.rows[i];
		int target = row->kind == ROW_PATH ? target_row(c->f, row->cells[SC_ITEM]) : -1;

		if (u->met[i])
			continue;
		if (target < 0 || !c->f->targets[c->f->rows[target].index].target.path_count) {
			u->stay++;
			continue;
		}
		u->changed[target] = true;
		u->changes++;
		say_change(c, row, "", strategy_cell_label(row, SC_VALUE, &c->job->arena), "–");
	}
	if (c->say && u->stay)
		import_remark(c->job, REMARK_NOTE, 0,
			_("Rows of the strategy that the file does not have stay as they are: %d."),
			u->stay);
}

/* The path is written with its target. */
static void
carry_paths(const struct comparing *c)
{
	for (int i = 0; i < c->f->row_count; i++)
		if (c->f->rows[i].kind == ROW_PATH && c->u->changed[i])
			c->u->changed[target_row(c->f, c->f->rows[i].cells[SC_ITEM])] = true;
}

/* A column that is left out would empty what it holds. */
static int
check_columns(const struct strategy_read *f, struct error *err)
{
	for (int i = 0; i < SC_COUNT; i++)
		if (!header_column(&f->header, i) && i != SC_NUMBER)
			return error_at(err, ERROR_INPUT, 1, 0,
				_("The file has no column %s. A file that changes a strategy which "
				  "is here needs all columns that export strategy writes."),
				strategy_columns[i].names[0]);
	return 0;
}

static int
judge(const struct comparing *c, struct error *err)
{
	struct strategy_update *u = c->u;

	compare_rows(c);
	compare_missing(c);
	carry_paths(c);
	if (u->moved && u->fresh + u->changes)
		refuse(c, c->f->line,
			_("Strategy %s was changed here since the file was written; what is here "
			  "and what the file says stand above. Write the file again (export "
			  "strategy) and put your changes into that one."),
			c->f->strategy.code);
	for (int i = 0; i < c->f->row_count && !u->moved; i++)
		if ((c->f->rows[i].kind == ROW_TARGET || c->f->rows[i].kind == ROW_GOAL) &&
			check_aims(c, i, err))
			return -1;
	return 0;
}

int
strategy_update_judge(struct import_job *job, struct strategy_read *f, struct strategy_update *u,
	bool say, struct error *err)
{
	const struct comparing c = { job, f, u, say };
	struct arena *arena = &u->there.arena;

	*u = (struct strategy_update){ .fresh = 0 };
	if (strategy_load_code(job->db, f->strategy.code, &u->strategy, err) ||
		check_columns(f, err) || read_there(job, u, err))
		return -1;
	u->moved = strcmp(f->state, u->there.state) != 0;
	u->met = arena_array(arena, (size_t)u->there.row_count + 1, sizeof(*u->met));
	u->pairs = arena_array(arena, (size_t)f->row_count + 1, sizeof(*u->pairs));
	u->changed = arena_array(arena, (size_t)f->row_count + 1, sizeof(*u->changed));
	return judge(&c, err);
}

void
strategy_update_release(struct strategy_update *u)
{
	arena_release(&u->there.arena);
}
