/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money of tasks by year and source: reading and writing amounts, lines. */
#include "config.h"

#include "model/strategies/task_money.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/deleted_line.h"
#include "model/kept.h"
#include "model/monitoring/monitoring_round.h"
#include "model/queries.h"
#include "model/strategies/strategy.h"
#include "model/strategies/strategy_change.h"
#include "model/strategies/task.h"
#include "model/word.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct word sources[MONEY_SOURCES] = {
	[MONEY_OWN] = { "own", N_("own funds") },
	[MONEY_EU] = { "eu", N_("European Union") },
	[MONEY_STATE] = { "state", N_("state budget") },
	[MONEY_OTHER] = { "other", N_("other funds") },
};

const char *
money_source_name(enum money_source s)
{
	return sources[s].name;
}

const char *
money_source_label(enum money_source s)
{
	return _(sources[s].label);
}

int
money_source_from_name(const char *name)
{
	return word_find(sources, MONEY_SOURCES, name, -1);
}

/* ---- amounts ---- */

#define GROSZE_LIMIT INT64_C(10000000000000) /* a hundred billion złotych */

char *
money_format(char *dst, size_t size, int64_t grosze)
{
	return grosze == MONEY_NONE ? text_copy(dst, size, "–")
				    : number_money(dst, size, (double)grosze / 100);
}

char *
money_shown(char *dst, size_t size, int64_t grosze)
{
	char amount[48];

	money_format(amount, sizeof amount, grosze);
	snprintf(dst, size, grosze == MONEY_NONE ? "%s" : "%s zł", amount);
	return dst;
}

char *
money_plain(char *dst, size_t size, int64_t grosze)
{
	if (grosze == MONEY_NONE)
		return text_copy(dst, size, "");
	snprintf(dst, size, "%lld.%02lld", (long long)(grosze / 100), (long long)(grosze % 100));
	return dst;
}

/* 0, or -1 where grosze have parts. */
static int
to_grosze(struct decimal d, int64_t *grosze)
{
	for (; d.decimals > 2; d.decimals--) {
		if (d.mantissa % 10)
			return -1;
		d.mantissa /= 10;
	}
	for (; d.decimals < 2; d.decimals++)
		d.mantissa *= 10; /* at most fifteen digits and two more */
	*grosze = d.mantissa;
	return 0;
}

int
money_read(const char *text, int field, int64_t *grosze, struct error *err)
{
	size_t start = strspn(text, " \t"), length = strlen(text);
	struct decimal d;

	*grosze = MONEY_NONE;
	while (length > start && (text[length - 1] == ' ' || text[length - 1] == '\t'))
		length--;
	if (length == start)
		return 0;
	if (decimal_parse(text + start, length - start, &d))
		return error_field(err, ERROR_INPUT, field,
			_("“%s” is no amount of money. Write digits, such as 1204,50."), text);
	if (d.mantissa < 0)
		return error_field(
			err, ERROR_INPUT, field, _("An amount of money cannot be below zero."));
	if (to_grosze(d, grosze))
		return error_field(err, ERROR_INPUT, field,
			_("“%s” has parts of a grosz. Write two decimals at most."), text);
	if (*grosze >= GROSZE_LIMIT)
		return error_field(err, ERROR_INPUT, field,
			_("“%s” is too much for a task. Amounts are written in zł."), text);
	return 0;
}

int64_t
money_add(int64_t a, int64_t b)
{
	return a == MONEY_NONE ? b : b == MONEY_NONE ? a : a + b;
}

double
money_zloty(int64_t grosze)
{
	return grosze == MONEY_NONE ? NAN : (double)grosze / 100;
}

int64_t
money_from(struct stmt *q, int column)
{
	return db_null(q, column) ? MONEY_NONE : db_int(q, column);
}

void
money_bind(struct stmt *q, int parameter, int64_t grosze)
{
	if (grosze == MONEY_NONE)
		db_bind_null(q, parameter);
	else
		db_bind_int(q, parameter, grosze);
}

/* ---- lines ---- */

static int
read_rows(struct stmt *q, struct arena *arena, struct task_money **list, int *count)
{
	size_t room = 0;

	*list = NULL;
	*count = 0;
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = (struct task_money){ .task = db_int(q, 0),
			.year = (int)db_int(q, 1),
			.source = (enum money_source)word_find(
				sources, MONEY_SOURCES, db_text(q, 2), MONEY_OTHER),
			.planned = money_from(q, 3),
			.spent = money_from(q, 4),
			.login = kept_string(arena, db_text(q, 5)),
			.entered_at = kept_string(arena, db_text(q, 6)),
			.file_name = kept_string(arena, db_text(q, 7)) };
	}
	return db_end(q);
}

int
task_money_list(struct db *db, int64_t task, struct arena *arena, struct task_money **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_TASK_MONEY_LIST, err);

	db_bind_int(q, 1, task);
	return read_rows(q, arena, list, count);
}

int
task_money_of_strategy(struct db *db, int64_t strategy, struct arena *arena,
	struct task_money **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_TASK_MONEY_OF_STRATEGY, err);

	db_bind_int(q, 1, strategy);
	return read_rows(q, arena, list, count);
}

static int
check(const struct task_money *m, struct error *err)
{
	if (m->year < UNIT_FIRST_YEAR || m->year > UNIT_LAST_YEAR)
		return error_field(
			err, ERROR_INPUT, TASK_MONEY_YEAR, _("Say of which year the money is."));
	if ((m->planned < 0 && m->planned != MONEY_NONE) || m->planned >= GROSZE_LIMIT)
		return error_field(err, ERROR_INPUT, TASK_MONEY_PLANNED,
			_("This amount cannot be planned for a task."));
	if ((m->spent < 0 && m->spent != MONEY_NONE) || m->spent >= GROSZE_LIMIT)
		return error_field(err, ERROR_INPUT, TASK_MONEY_SPENT,
			_("This amount cannot be spent on a task."));
	return 0;
}

int
task_money_put(struct db *db, const struct task_money *line, struct error *err)
{
	struct stmt *q;
	char now[32];

	if (check(line, err))
		return -1;
	q = db_start(db, Q_TASK_MONEY_PUT, err);
	db_bind_int(q, 1, line->task);
	db_bind_int(q, 2, line->year);
	db_bind_text(q, 3, sources[line->source].name);
	money_bind(q, 4, line->planned);
	money_bind(q, 5, line->spent);
	db_bind_int(q, 6, db_person(db));
	db_bind_text(q, 7, clock_now_utc(now, sizeof(now)));
	db_bind_int_or_null(q, 8, line->import_id);
	return db_run(q, NULL);
}

static int
drop_line(struct db *db, int64_t task, int year, enum money_source source, int64_t *changed,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_TASK_MONEY_DELETE, err);

	db_bind_int(q, 1, task);
	db_bind_int(q, 2, year);
	db_bind_text(q, 3, sources[source].name);
	return db_run(q, changed);
}

struct change {
	int64_t rev;
	struct task_money line;
	const struct task_money *former;
	char summary[DELETED_TEXT_SIZE]; /* of a deletion, for the act */
};

int
task_money_task(struct db *db, int64_t task, int64_t *strategy, char *name, struct error *err)
{
	struct stmt *q = db_start(db, Q_TASK_HEAD, err);

	*strategy = 0;
	db_bind_int(q, 1, task);
	if (db_next(q) && !db_int(q, 3)) {
		*strategy = db_int(q, 0);
		text_copy(name, TASK_NAME_SIZE, db_text(q, 6));
	}
	if (db_end(q) < 0)
		return -1;
	return *strategy ? 0 : error_set(err, ERROR_MISSING, _("The task is deleted already."));
}

/* The rev of the task's strategy is raised. */
static int
touch(struct db *db, const struct change *c, struct error *err)
{
	char task[TASK_NAME_SIZE];
	int64_t strategy;

	return task_money_task(db, c->line.task, &strategy, task, err) ||
			       strategy_touch(db, strategy, c->rev, err)
		       ? -1
		       : 0;
}

/* ---- of approved years ---- */

int
task_money_approved(struct db *db, int64_t strategy, int year, bool *approved, struct error *err)
{
	struct monitoring_round round;

	*approved = false;
	if (round_find(db, strategy, year, &round, err))
		return -1;
	*approved = round.approved_on[0] != '\0';
	return 0;
}

/* A change has no place for the year of the money: it stands in its name, written and read here
 * alone. */
static void
change_name(const struct task_money *line, const char *task, char *dst, size_t size)
{
	snprintf(dst, size, "%s (%d, %s)", task, line->year, money_source_label(line->source));
}

/* What stands last: the task's own name may hold the like. */
int
task_money_change_year(const struct strategy_change *change)
{
	const char *at = change->noun == CHANGE_TASK ? change->name : NULL;
	int year = 0;

	while (at && (at = strstr(at, " ("))) {
		at += 2;
		if (strspn(at, "0123456789") == 4 && at[4] == ',')
			year = atoi(at);
	}
	return year;
}

int
task_money_keep_change(struct db *db, const struct task_money *line, struct error *err)
{
	char task[TASK_NAME_SIZE], name[TASK_NAME_SIZE + 64], text[4][64], today[16];
	struct change_line lines[2];
	struct strategy_change change = { .noun = CHANGE_TASK,
		.act = CHANGE_CHANGED,
		.name = name,
		.changed_on = date_iso(today, sizeof today, clock_today()),
		.resolution = "",
		.reason = line->reason,
		.lines = lines };
	struct stmt *q;
	bool approved;

	if (task_money_task(db, line->task, &change.strategy, task, err) ||
		task_money_approved(db, change.strategy, line->year, &approved, err))
		return -1;
	if (!approved)
		return 0;
	q = db_start(db, Q_TASK_MONEY_AT, err);
	db_bind_int(q, 1, line->task);
	db_bind_int(q, 2, line->year);
	db_bind_text(q, 3, sources[line->source].name);
	money_shown(text[0], sizeof text[0], MONEY_NONE);
	money_shown(text[1], sizeof text[1], MONEY_NONE);
	if (db_next(q)) {
		money_shown(text[0], sizeof text[0], money_from(q, 0));
		money_shown(text[1], sizeof text[1], money_from(q, 1));
	}
	if (db_end(q) < 0)
		return -1;
	change_name(line, task, name, sizeof name);
	change_line_add(
		&change, "planned", text[0], money_shown(text[2], sizeof text[2], line->planned));
	change_line_add(
		&change, "spent", text[1], money_shown(text[3], sizeof text[3], line->spent));
	if (!change.line_count)
		return 0;
	if (!change.reason || !change.reason[0])
		return error_field(err, ERROR_INPUT, TASK_MONEY_REASON,
			_("The report of %d is approved: say why its money changes (reason). The "
			  "next report tells both amounts."),
			line->year);
	return kept_text(change.reason, true, true, TASK_MONEY_REASON, _("The reason"), err) ||
			       kept_fits(change.reason, KEPT_LINES_SIZE, TASK_MONEY_REASON,
				       _("The reason"), err) ||
			       strategy_change_put(db, &change, err)
		       ? -1
		       : 0;
}

enum { SETTLING = 3 }; /* years after the end in which money is still paid out */

/* A year of the strategy or of the task itself, or soon after. */
static int
check_span(struct db *db, const struct task_money *line, struct error *err)
{
	struct stmt *q = db_start(db, Q_TASK_SPAN, err);
	int first = line->year, last = line->year;

	db_bind_int(q, 1, line->task);
	if (db_next(q)) {
		first = (int)db_int(q, 0);
		last = (int)db_int(q, 1);
	}
	if (db_end(q) < 0)
		return -1;
	return line->year >= first && line->year <= last + SETTLING
		       ? 0
		       : error_field(err, ERROR_INPUT, TASK_MONEY_YEAR,
				 _("%d lies outside the years of the strategy and of the task "
				   "together (%d–%d) and the %d after them, in which money is "
				   "still paid out. If the task does lie there, give it its days "
				   "first."),
				 line->year, first, last, SETTLING);
}

static int
check_free(struct db *db, const struct task_money *line, struct error *err)
{
	struct stmt *q = db_start(db, Q_TASK_MONEY_AT, err);
	bool taken;

	db_bind_int(q, 1, line->task);
	db_bind_int(q, 2, line->year);
	db_bind_text(q, 3, sources[line->source].name);
	taken = db_next(q);
	if (db_end(q) < 0)
		return -1;
	return taken ? error_field(err, ERROR_INPUT, TASK_MONEY_SOURCE,
			       _("There is a line of %d, %s already. Change that one."), line->year,
			       money_source_label(line->source))
		     : 0;
}

/* A line that goes says nothing any more. */
static int
keep_gone(struct db *db, const struct change *c, const struct task_money *line, struct error *err)
{
	struct task_money gone = *line;

	gone.planned = gone.spent = MONEY_NONE;
	gone.reason = c->line.reason;
	return task_money_keep_change(db, &gone, err);
}

static int
save(struct db *db, void *context, struct error *err)
{
	struct change *c = context;
	bool stays =
		c->former && c->former->year == c->line.year && c->former->source == c->line.source;

	if (touch(db, c, err) || check_span(db, &c->line, err) ||
		(!stays && check_free(db, &c->line, err)))
		return -1;
	if (task_money_keep_change(db, &c->line, err) ||
		(c->former && !stays && keep_gone(db, c, c->former, err)))
		return -1;
	if (c->former && !stays &&
		drop_line(db, c->line.task, c->former->year, c->former->source, NULL, err) < 0)
		return -1;
	return task_money_put(db, &c->line, err);
}

int
task_money_save(struct db *db, int64_t rev, const struct task_money *line,
	const struct task_money *former, struct error *err)
{
	const struct db_act act = { .action = "task.money", .entity = "strategy" };
	struct change c = {
		.rev = kept_line_rev(former != NULL, rev), .line = *line, .former = former
	};

	return db_write(db, &act, save, &c, err);
}

/* "2024, own funds: planned 100,00 zł, spent – zł" */
static int
keep_line(struct db *db, struct change *c, struct error *err)
{
	struct stmt *q = db_start(db, Q_TASK_MONEY_AT, err);
	char text[DELETED_TEXT_SIZE] = "", planned[40], spent[40];
	const char *source = sources[c->line.source].name;

	db_bind_int(q, 1, c->line.task);
	db_bind_int(q, 2, c->line.year);
	db_bind_text(q, 3, source);
	if (db_next(q))
		snprintf(text, sizeof text, _("%d, %s: planned %s, spent %s"), c->line.year,
			money_source_label(c->line.source),
			money_shown(planned, sizeof planned, money_from(q, 0)),
			money_shown(spent, sizeof spent, money_from(q, 1)));
	if (db_end(q) < 0)
		return -1;
	q = deleted_line_start(db, Q_DELETED_MONEY_KEEP, text, err);
	db_bind_int(q, 4, c->line.task);
	db_bind_int(q, 5, c->line.year);
	db_bind_text(q, 6, source);
	return deleted_line_keep(db, q, c->summary, err);
}

static int
remove_line(struct db *db, void *context, struct error *err)
{
	struct change *c = context;
	int64_t changed;

	if (touch(db, c, err) || keep_gone(db, c, &c->line, err) || keep_line(db, c, err) < 0 ||
		drop_line(db, c->line.task, c->line.year, c->line.source, &changed, err) < 0)
		return -1;
	return changed ? 0 : error_set(err, ERROR_MISSING, _("This line is deleted already."));
}

int
task_money_remove(struct db *db, int64_t rev, const struct task_money *line, struct error *err)
{
	struct change c = { .rev = rev, .line = *line };
	const struct db_act act = {
		.action = "task.money", .entity = "strategy", .summary = c.summary
	};

	return db_write(db, &act, remove_line, &c, err);
}
