/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history of changes of strategies in force. */
#include "config.h"

#include "model/strategies/strategy_change.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "model/kept.h"
#include "model/monitoring/monitoring_round.h"
#include "model/queries.h"
#include "model/strategies/strategy.h"
#include "model/strategies/target.h"
#include "model/word.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

const struct strategy_why strategy_as_adopted = { NULL, NULL, NULL };

static const struct word nouns[CHANGE_NOUNS] = {
	[CHANGE_GOAL] = { "goal", N_("goal") },
	[CHANGE_TARGET] = { "target", N_("indicator") },
	[CHANGE_STRATEGY] = { "strategy", N_("strategy") },
	[CHANGE_TASK] = { "task", N_("task") },
};

static const struct word acts[CHANGE_ACTS] = {
	[CHANGE_ADDED] = { "added", N_("was added") },
	[CHANGE_CHANGED] = { "changed", N_("was changed") },
	[CHANGE_DELETED] = { "deleted", N_("was deleted") },
	[CHANGE_RESTORED] = { "restored", N_("was brought back") },
};

static const struct word fields[] = {
	{ "name", N_("name") },
	{ "state", N_("state") },
	{ "goal", N_("goal above") },
	{ "text", N_("expected result") },
	{ "indicator", N_("indicator of the catalogue") },
	{ "unit", N_("unit") },
	{ "measure", N_("measure") },
	{ "direction", N_("direction") },
	{ "low", N_("at least") },
	{ "high", N_("at most") },
	{ "tolerance", N_("tolerance") },
	{ "base", N_("base") },
	{ "path", N_("on the way") },
	{ "target", N_("target") },
	{ "first_year", N_("first year") },
	{ "last_year", N_("last year") },
	{ "vision", N_("vision") },
	{ "mission", N_("mission") },
	{ "rule", N_("status of a goal") },
	{ "resolution", N_("resolution of adoption") },
	{ "adopted_on", N_("adopted on") },
	{ "planned", N_("planned") },
	{ "spent", N_("spent") },
};
enum { FIELDS = sizeof(fields) / sizeof(fields[0]) };

const char *
change_noun_name(enum change_noun n)
{
	return nouns[n].name;
}

const char *
change_noun_label(enum change_noun n)
{
	return _(nouns[n].label);
}

int
change_noun_from_name(const char *name)
{
	return word_find(nouns, CHANGE_NOUNS, name, -1);
}

const char *
change_act_name(enum change_act a)
{
	return acts[a].name;
}

const char *
change_act_label(enum change_act a)
{
	return _(acts[a].label);
}

int
change_act_from_name(const char *name)
{
	return word_find(acts, CHANGE_ACTS, name, -1);
}

/* ---- as people read it ---- */

const char *
change_field_label(const char *field)
{
	int at = word_find(fields, FIELDS, field, -1);

	return at < 0 ? field : _(fields[at].label);
}

const char *
change_value_label(const char *field, const char *value)
{
	if (!value[0])
		return "–";
	if (strcmp(field, "state") == 0 && strategy_state_from_name(value) >= 0)
		return strategy_state_label((enum strategy_state)strategy_state_from_name(value));
	if (strcmp(field, "rule") == 0 && goal_rule_from_name(value) >= 0)
		return goal_rule_label((enum goal_rule)goal_rule_from_name(value));
	return strcmp(field, "direction") == 0 ? target_direction_label(value[0]) : value;
}

const char *
change_line_text(const struct change_line *line, struct arena *arena)
{
	return arena_format(arena, "%s: %s → %s", change_field_label(line->field),
		change_value_label(line->field, line->before),
		change_value_label(line->field, line->now));
}

const char *
strategy_change_text(const struct strategy_change *c, struct arena *arena)
{
	const char *text = c->act == CHANGE_CHANGED ? "" : change_act_label(c->act);

	for (int i = 0; i < c->line_count; i++)
		text = arena_format(arena, "%s%s%s", text, text[0] ? "; " : "",
			c->act == CHANGE_ADDED
				? arena_format(arena, "%s: %s",
					  change_field_label(c->lines[i].field),
					  change_value_label(c->lines[i].field, c->lines[i].now))
				: change_line_text(&c->lines[i], arena));
	return text;
}

/* ---- reading ---- */

static void
read_row(struct stmt *q, struct arena *arena, struct strategy_change *c)
{
	*c = (struct strategy_change){ .id = db_int(q, 0),
		.strategy = db_int(q, 1),
		.noun = (enum change_noun)word_find(
			nouns, CHANGE_NOUNS, db_text(q, 2), CHANGE_GOAL),
		.act = (enum change_act)word_find(acts, CHANGE_ACTS, db_text(q, 3), CHANGE_CHANGED),
		.row = db_int(q, 4),
		.name = kept_string(arena, db_text(q, 5)),
		.changed_on = kept_string(arena, db_text(q, 6)),
		.resolution = kept_string(arena, db_text(q, 7)),
		.reason = kept_string(arena, db_text(q, 8)),
		.login = kept_string(arena, db_text(q, 9)) };
}

static int
read_lines(struct db *db, int64_t strategy, struct arena *arena, struct strategy_change *list,
	int count, struct error *err)
{
	struct stmt *q = db_start(db, Q_STRATEGY_CHANGE_LINES, err);
	int at = 0;

	db_bind_int(q, 1, strategy);
	while (count && db_next(q)) {
		struct strategy_change *c;
		int tried = 0;

		while (list[at].id != db_int(q, 0) && tried++ < count)
			at = (at + 1) % count;
		c = &list[at];
		if (c->id != db_int(q, 0) || c->line_count == CHANGE_LINES_MOST)
			continue;
		if (!c->lines)
			c->lines = arena_array(arena, CHANGE_LINES_MOST, sizeof(*c->lines));
		c->lines[c->line_count++] = (struct change_line){ kept_string(arena, db_text(q, 1)),
			kept_string(arena, db_text(q, 2)), kept_string(arena, db_text(q, 3)) };
	}
	return db_end(q);
}

int
strategy_change_list(struct db *db, const struct strategy_change_filter *filter,
	struct arena *arena, struct strategy_change **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_STRATEGY_CHANGE_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, filter->strategy);
	db_bind_int(q, 2, filter->target);
	db_bind_int(q, 3, filter->year);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_row(q, arena, &(*list)[(*count)++]);
	}
	return db_end(q) ? -1 : read_lines(db, filter->strategy, arena, *list, *count, err);
}

/* ---- writing ---- */

void
change_line_add(struct strategy_change *c, const char *field, const char *before, const char *now)
{
	if (strcmp(before, now) == 0)
		return;
	assert(c->line_count < CHANGE_LINES_MOST);
	c->lines[c->line_count++] = (struct change_line){ field, before, now };
}

int
strategy_change_put(struct db *db, const struct strategy_change *c, struct error *err)
{
	struct stmt *q = db_start(db, Q_STRATEGY_CHANGE_INSERT, err);
	int64_t id;

	db_bind_int(q, 1, c->strategy);
	/* Rows have no word for the strategy and its tasks: these hang on nothing and have fields
	 * of their own. */
	db_bind_text(q, 2, nouns[c->noun >= CHANGE_STRATEGY ? CHANGE_GOAL : c->noun].name);
	db_bind_int_or_null(q, 3, c->row);
	db_bind_text(q, 4, acts[c->act].name);
	db_bind_text(q, 5, c->name);
	db_bind_text(q, 6, c->changed_on);
	db_bind_text(q, 7, c->resolution ? c->resolution : "");
	db_bind_text(q, 8, c->reason);
	db_bind_text(q, 9, c->login);
	db_bind_int(q, 10, db_person(db));
	if (db_run(q, NULL))
		return -1;
	id = db_last_id(db);
	for (int i = 0; i < c->line_count; i++) {
		q = db_start(db, Q_STRATEGY_CHANGE_LINE_INSERT, err);
		db_bind_int(q, 1, id);
		db_bind_int(q, 2, i + 1);
		db_bind_text(q, 3, c->lines[i].field);
		db_bind_text(q, 4, c->lines[i].before);
		db_bind_text(q, 5, c->lines[i].now);
		if (db_run(q, NULL))
			return -1;
	}
	return 0;
}

static int
check_day(struct db *db, int64_t strategy, const char *on, int field, struct error *err)
{
	struct monitoring_round round;
	int year = atoi(on);
	char today[16];

	if (kept_day(on, true, field, _("The day of the change"), err))
		return -1;
	if (strcmp(on, date_iso(today, sizeof(today), clock_today())) > 0)
		return error_field(err, ERROR_INPUT, field,
			_("This day is still to come; a change is kept on the day when it was made "
			  "or later."));
	if (round_find(db, strategy, year, &round, err))
		return -1;
	return round.approved_on[0]
		       ? error_field(err, ERROR_INPUT, field,
				 _("The report of %d is approved and tells no change more. Give a "
				   "later day, and name the day of the resolution in the reason."),
				 year)
		       : 0;
}

int
strategy_change_keep(struct db *db, const struct strategy_change *change,
	const struct strategy_why *why, int field, struct error *err)
{
	struct strategy_change c = *change;
	char today[16];
	struct strategy s;

	if (why == &strategy_as_adopted || (c.act == CHANGE_CHANGED && !c.line_count))
		return 0;
	if (strategy_load(db, c.strategy, &s, err))
		return -1;
	if (s.state == STRATEGY_DRAFT)
		return 0;
	if (!why || !why->reason || !why->reason[0])
		return error_field(err, ERROR_INPUT, field,
			_("The strategy is in force: say why this is changed, and the resolution "
			  "where there is one; the report tells it. While a strategy is only being "
			  "typed in, its state is a draft."));
	c.reason = why->reason;
	c.resolution = why->resolution ? why->resolution : "";
	if (kept_words_check((const struct kept_words[]){ { c.reason, KEPT_LINES_SIZE, true, true,
								  field, _("The reason") },
				     { c.resolution, KEPT_LINE_SIZE, false, false, field,
					     _("Resolution") } },
		    2, err))
		return -1;
	c.login = NULL;
	c.changed_on = date_iso(today, sizeof(today), clock_today());
	if (why->on && why->on[0]) {
		if (check_day(db, c.strategy, why->on, field - 1, err))
			return -1;
		c.changed_on = why->on;
	}
	return strategy_change_put(db, &c, err);
}

static int
code_of(struct db *db, int slot, struct arena *arena, const char **code, struct error *err)
{
	struct stmt *q = db_start(db, Q_STRATEGY_CHANGE_UNIT, err);

	*code = "";
	db_bind_int(q, 1, slot);
	if (db_next(q))
		*code = arena_string(arena, db_text(q, 0));
	return db_end(q);
}

static int
keep_fields(struct db *db, const struct strategy *now, const struct strategy *was,
	struct arena *arena, struct error *err)
{
	const struct strategy_why why = { now->change_resolution, now->reason, now->changed_on };
	struct strategy_change c = { .strategy = now->id,
		.noun = CHANGE_STRATEGY,
		.act = CHANGE_CHANGED,
		.name = was->name,
		.lines = arena_array(arena, CHANGE_LINES_MOST, sizeof(*c.lines)) };
	const char *before, *after;

	if (code_of(db, was->slot, arena, &before, err) ||
		code_of(db, now->slot, arena, &after, err))
		return -1;
	change_line_add(&c, "unit", before, after);
	change_line_add(&c, "first_year", arena_format(arena, "%d", was->first_year),
		arena_format(arena, "%d", now->first_year));
	change_line_add(&c, "last_year", arena_format(arena, "%d", was->last_year),
		arena_format(arena, "%d", now->last_year));
	change_line_add(&c, "vision", was->vision, now->vision);
	change_line_add(&c, "mission", was->mission, now->mission);
	change_line_add(&c, "rule", goal_rule_name(was->rule), goal_rule_name(now->rule));
	if (was->resolution[0])
		change_line_add(&c, "resolution", was->resolution, now->resolution);
	if (was->adopted_on[0])
		change_line_add(&c, "adopted_on", was->adopted_on, now->adopted_on);
	return strategy_change_keep(db, &c, &why, STRATEGY_FIELD_REASON, err);
}

bool
strategy_aims_otherwise(const struct strategy *now, const struct strategy *was)
{
	return now->slot != was->slot || now->first_year != was->first_year ||
	       now->last_year != was->last_year || now->rule != was->rule ||
	       strcmp(now->vision, was->vision) != 0 || strcmp(now->mission, was->mission) != 0;
}

int
strategy_change_fields(
	struct db *db, const struct strategy *now, const struct strategy *was, struct error *err)
{
	struct arena arena = { 0 };
	int failed = keep_fields(db, now, was, &arena, err);

	arena_release(&arena);
	return failed;
}

static int
was_in_force(struct db *db, int64_t strategy, bool *yes, struct error *err)
{
	struct stmt *q = db_start(db, Q_STRATEGY_CHANGE_TURNED, err);

	db_bind_int(q, 1, strategy);
	*yes = db_next(q);
	return db_end(q);
}

int
strategy_change_state(
	struct db *db, const struct strategy *now, const struct strategy *was, struct error *err)
{
	struct change_line line = { "state", strategy_state_name(was->state),
		strategy_state_name(now->state) };
	struct strategy_change c = { .strategy = now->id,
		.noun = CHANGE_STRATEGY,
		.act = CHANGE_CHANGED,
		.name = was->name,
		.resolution = now->state == STRATEGY_ADOPTED ? now->resolution : "",
		.reason = "–",
		.lines = &line,
		.line_count = 1 };
	bool known = was->state != STRATEGY_DRAFT;
	char today[16];

	if (now->state == was->state)
		return 0;
	if (!known && was_in_force(db, now->id, &known, err))
		return -1;
	c.changed_on = date_iso(today, sizeof(today), clock_today());
	return known ? strategy_change_put(db, &c, err) : 0;
}
