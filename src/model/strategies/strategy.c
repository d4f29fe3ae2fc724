/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strategies: the card, what it is checked for, its rev. */
#include "config.h"

#include "model/strategies/strategy.h"

#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/strategies/strategy_change.h"
#include "model/surveys/wave.h"
#include "model/word.h"

#include <string.h>

static const struct word kinds[STRATEGY_KINDS] = {
	[STRATEGY_DEVELOPMENT] = { "development", N_("development strategy") },
	[STRATEGY_SUPRALOCAL] = { "supralocal", N_("supralocal development strategy") },
	[STRATEGY_POLICY] = { "policy", N_("sector policy") },
	[STRATEGY_EXECUTIVE] = { "executive", N_("executive plan") },
	[STRATEGY_LOCAL_PROGRAMME] = { "local_programme", N_("local development programme") },
	[STRATEGY_INSTITUTIONAL_PROGRAMME] = { "institutional_programme",
		N_("institutional development programme") },
	[STRATEGY_REVITALISATION] = { "revitalisation", N_("revitalisation programme") },
	[STRATEGY_SOCIAL] = { "social", N_("strategy of solving social problems") },
	[STRATEGY_COOPERATION] = { "cooperation", N_("cooperation programme with NGOs") },
};
static const struct word states[STRATEGY_STATES] = {
	[STRATEGY_DRAFT] = { "draft", N_("being drafted") },
	[STRATEGY_ADOPTED] = { "adopted", N_("in force") },
	[STRATEGY_CLOSED] = { "closed", N_("ended") },
};
static const struct word rules[GOAL_RULES] = {
	[GOAL_RULE_WORST] = { "worst", N_("the worst one") },
	[GOAL_RULE_WORST_HALF] = { "worst_half", N_("the middle one") },
	[GOAL_RULE_MEAN] = { "mean", N_("the mean") },
};
static const char *const levels[STRATEGY_LEVELS] = { N_("Strategic goal"), N_("Operational goal"),
	N_("Direction of action") };

const char *
strategy_kind_name(enum strategy_kind k)
{
	return kinds[k].name;
}

const char *
strategy_kind_label(enum strategy_kind k)
{
	return _(kinds[k].label);
}

int
strategy_kind_from_name(const char *name)
{
	return word_find(kinds, STRATEGY_KINDS, name, -1);
}

const char *
strategy_state_name(enum strategy_state s)
{
	return states[s].name;
}

const char *
strategy_state_label(enum strategy_state s)
{
	return _(states[s].label);
}

int
strategy_state_from_name(const char *name)
{
	return word_find(states, STRATEGY_STATES, name, -1);
}

const char *
goal_rule_name(enum goal_rule r)
{
	return rules[r].name;
}

const char *
goal_rule_label(enum goal_rule r)
{
	return _(rules[r].label);
}

int
goal_rule_from_name(const char *name)
{
	return word_find(rules, GOAL_RULES, name, -1);
}

const char *
strategy_level_label(const struct strategy *s, int depth)
{
	return s->level[depth][0] ? s->level[depth] : _(levels[depth]);
}

/* ---- reading ---- */

static void
read_row(struct stmt *q, struct strategy *s)
{
	*s = (struct strategy){ .id = db_int(q, 0),
		.rev = db_int(q, 1),
		.slot = (int)db_int(q, 4),
		.kind = (enum strategy_kind)word_find(
			kinds, STRATEGY_KINDS, db_text(q, 5), STRATEGY_DEVELOPMENT),
		.parent = db_int(q, 7),
		.first_year = (int)db_int(q, 9),
		.last_year = (int)db_int(q, 10),
		.state = (enum strategy_state)word_find(
			states, STRATEGY_STATES, db_text(q, 11), STRATEGY_DRAFT),
		.rule = (enum goal_rule)word_find(
			rules, GOAL_RULES, db_text(q, 20), GOAL_RULE_WORST_HALF),
		.made_up = db_int(q, 21) != 0,
		.import_id = db_int(q, 22),
		.retired = db_int(q, 24) != 0,
		.goals = (int)db_int(q, 25),
		.targets = (int)db_int(q, 26),
		.tasks = (int)db_int(q, 27) };
	text_copy(s->uid, sizeof(s->uid), db_text(q, 2));
	text_copy(s->code, sizeof(s->code), db_text(q, 3));
	text_copy(s->name, sizeof(s->name), db_text(q, 6));
	text_copy(s->parent_code, sizeof(s->parent_code), db_text(q, 8));
	text_copy(s->resolution, sizeof(s->resolution), db_text(q, 12));
	text_copy(s->adopted_on, sizeof(s->adopted_on), db_text(q, 13));
	text_copy(s->case_mark, sizeof(s->case_mark), db_text(q, 14));
	text_copy(s->vision, sizeof(s->vision), db_text(q, 15));
	text_copy(s->mission, sizeof(s->mission), db_text(q, 16));
	for (int i = 0; i < STRATEGY_LEVELS; i++)
		text_copy(s->level[i], sizeof(s->level[i]), db_text(q, 17 + i));
	text_copy(s->note, sizeof(s->note), db_text(q, 23));
}

static struct stmt *
start_list(struct db *db, const struct strategy_filter *filter, int64_t id, const char *code,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_STRATEGY_LIST, err);

	db_bind_int(q, 1, filter ? filter->slot : NO_SLOT);
	db_bind_int(q, 2, filter && filter->retired);
	db_bind_int(q, 3, id);
	db_bind_text(q, 4, code);
	return q;
}

int
strategy_list(struct db *db, const struct strategy_filter *filter, struct arena *arena,
	struct strategy **list, int *count, struct error *err)
{
	struct stmt *q = start_list(db, filter, 0, NULL, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_row(q, &(*list)[(*count)++]);
	}
	return db_end(q);
}

static int
load_one(struct stmt *q, struct strategy *out, bool *found)
{
	*found = db_next(q);
	if (*found)
		read_row(q, out);
	return db_end(q);
}

int
strategy_load(struct db *db, int64_t id, struct strategy *out, struct error *err)
{
	bool found;

	if (load_one(start_list(db, NULL, id, NULL, err), out, &found))
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("This strategy is gone already."));
}

int
strategy_load_code(struct db *db, const char *code, struct strategy *out, struct error *err)
{
	bool found;

	if (load_one(start_list(db, NULL, 0, code, err), out, &found))
		return -1;
	return found ? 0
		     : error_set(err, ERROR_MISSING,
			       _("There is no strategy “%s”; “gromada list strategies” shows all "
				 "of "
				 "them."),
			       code);
}

/* ---- checking ---- */

static int
check_texts(const struct strategy *s, struct error *err)
{
#define ROOM(member) s->member, sizeof(s->member)
	const struct kept_words texts[] = {
		{ ROOM(name), true, false, STRATEGY_FIELD_NAME, _("Name") },
		{ ROOM(resolution), false, false, STRATEGY_FIELD_RESOLUTION, _("Resolution") },
		{ ROOM(case_mark), false, false, STRATEGY_FIELD_CASE_MARK, _("Case mark") },
		{ ROOM(vision), false, true, STRATEGY_FIELD_VISION, _("Vision") },
		{ ROOM(mission), false, true, STRATEGY_FIELD_MISSION, _("Mission") },
		{ ROOM(level[0]), false, false, STRATEGY_FIELD_LEVEL1,
			_("Name of the first level") },
		{ ROOM(level[1]), false, false, STRATEGY_FIELD_LEVEL2,
			_("Name of the second level") },
		{ ROOM(level[2]), false, false, STRATEGY_FIELD_LEVEL3,
			_("Name of the third level") },
		{ ROOM(note), false, true, STRATEGY_FIELD_NOTE, _("Note") },
		{ ROOM(change_resolution), false, false, STRATEGY_FIELD_CHANGE_RESOLUTION,
			_("Changed by") },
	};

	return kept_words_check(texts, sizeof(texts) / sizeof(texts[0]), err);
}

static int
ask(struct db *db, int query, int64_t first, int64_t second, bool *yes, struct error *err)
{
	struct stmt *q = db_start(db, query, err);

	db_bind_int(q, 1, first);
	if (second)
		db_bind_int(q, 2, second);
	*yes = db_next(q);
	return db_end(q);
}

static int
check_code(struct db *db, const struct strategy *s, struct error *err)
{
	bool taken, retired = false;
	struct stmt *q;

	if (survey_code_check(s->code, STRATEGY_FIELD_CODE, err))
		return -1;
	q = db_start(db, Q_STRATEGY_TAKEN, err);
	db_bind_text(q, 1, s->code);
	db_bind_int(q, 2, s->id);
	taken = db_next(q);
	if (taken)
		retired = db_int(q, 0) != 0;
	if (db_end(q))
		return -1;
	if (taken)
		return error_field(err, ERROR_INPUT, STRATEGY_FIELD_CODE,
			retired ? _("A deleted strategy has the code “%s”; bring it back (x, then "
				    "p), or choose another code.")
				: _("There is a strategy “%s” already; choose another code."),
			s->code);
	return 0;
}

static int
check_place(struct db *db, const struct strategy *s, struct error *err)
{
	bool yes = false;

	if (s->slot != NO_SLOT && ask(db, Q_STRATEGY_UNIT_KNOWN, s->slot, 0, &yes, err))
		return -1;
	if (!yes)
		return error_field(err, ERROR_INPUT, STRATEGY_FIELD_UNIT,
			_("Say whose strategy it is: choose a unit."));
	if (s->parent && s->parent == s->id)
		return error_field(err, ERROR_INPUT, STRATEGY_FIELD_PARENT,
			_("A strategy cannot carry out itself; choose another one, or none."));
	if (s->parent && s->id) {
		if (ask(db, Q_STRATEGY_LEADS_BACK, s->id, s->parent, &yes, err))
			return -1;
		if (yes)
			return error_field(err, ERROR_INPUT, STRATEGY_FIELD_PARENT,
				_("That strategy carries out this one already; the two cannot "
				  "carry "
				  "out each other."));
	}
	return 0;
}

static bool
is_year(int year)
{
	return year >= UNIT_FIRST_YEAR && year <= UNIT_LAST_YEAR;
}

int
strategy_check(struct db *db, const struct strategy *s, struct error *err)
{
	if (check_code(db, s, err) || check_place(db, s, err) || check_texts(s, err))
		return -1;
	if (!is_year(s->first_year))
		return error_field(err, ERROR_INPUT, STRATEGY_FIELD_FIRST_YEAR,
			_("Say in which year the strategy begins."));
	if (!is_year(s->last_year) || s->last_year < s->first_year)
		return error_field(err, ERROR_INPUT, STRATEGY_FIELD_LAST_YEAR,
			_("The last year cannot lie before the first one."));
	if (s->state != STRATEGY_DRAFT && !s->adopted_on[0])
		return error_field(err, ERROR_INPUT, STRATEGY_FIELD_ADOPTED,
			_("Say on which day the strategy was adopted."));
	return s->adopted_on[0]
		       ? kept_past_day(s->adopted_on, STRATEGY_FIELD_ADOPTED, _("Adopted on"), err)
		       : 0;
}

/* Years whose monitoring has begun are not cut off. */
static int
check_monitored(struct db *db, const struct strategy *s, struct error *err)
{
	struct stmt *q = db_start(db, Q_STRATEGY_MONITORED, err);
	int first = s->first_year, last = s->last_year;

	db_bind_int(q, 1, s->id);
	if (db_next(q) && !db_null(q, 0)) {
		first = (int)db_int(q, 0);
		last = (int)db_int(q, 1);
	}
	if (db_end(q))
		return -1;
	if (first >= s->first_year && last <= s->last_year)
		return 0;
	return error_field(err, ERROR_INPUT,
		first < s->first_year ? STRATEGY_FIELD_FIRST_YEAR : STRATEGY_FIELD_LAST_YEAR,
		_("The monitoring of %d has begun (6 6), so this year stays among those of the "
		  "strategy."),
		first < s->first_year ? first : last);
}

/* ---- saving ---- */

static const struct kept_kind kept = { "strategy", "strategy.retire", "strategy.restore",
	Q_STRATEGY_HEAD, Q_STRATEGY_RETIRE };

static void
bind_fields(struct stmt *q, const struct strategy *s)
{
	db_bind_text(q, 2, s->code);
	db_bind_int(q, 3, s->slot);
	db_bind_text(q, 4, kinds[s->kind].name);
	db_bind_text(q, 5, s->name);
	db_bind_int_or_null(q, 6, s->parent);
	db_bind_int(q, 7, s->first_year);
	db_bind_int(q, 8, s->last_year);
	db_bind_text(q, 9, states[s->state].name);
	db_bind_text(q, 10, s->resolution);
	db_bind_text_or_null(q, 11, s->adopted_on);
	db_bind_text(q, 12, s->case_mark);
	db_bind_text(q, 13, s->vision);
	db_bind_text(q, 14, s->mission);
	for (int i = 0; i < STRATEGY_LEVELS; i++)
		db_bind_text(q, 15 + i, s->level[i]);
	db_bind_text(q, 18, rules[s->rule].name);
	db_bind_text(q, 19, s->note);
}

int
strategy_put(struct db *db, struct strategy *s, struct error *err)
{
	struct strategy was = *s;
	struct stmt *q;
	char uid[UID_SIZE];

	if ((s->id && kept_check(db, &kept, s->id, s->rev, err)) || strategy_check(db, s, err) ||
		(s->id && (check_monitored(db, s, err) || strategy_load(db, s->id, &was, err) ||
				  strategy_change_fields(db, s, &was, err))))
		return -1;
	q = db_start(db, s->id ? Q_STRATEGY_UPDATE : Q_STRATEGY_INSERT, err);
	bind_fields(q, s);
	if (s->id) {
		db_bind_int(q, 22, s->id);
		db_bind_int(q, 23, s->rev);
	} else {
		text_copy(s->uid, sizeof(s->uid), random_uid(uid));
		db_bind_text(q, 1, s->uid);
		db_bind_int(q, 20, s->made_up);
		db_bind_int_or_null(q, 21, s->import_id);
	}
	if (db_run(q, NULL))
		return -1;
	if (!s->id)
		s->id = db_last_id(db);
	s->rev++;
	db_act_entity(db, s->id);
	return strategy_change_state(db, s, &was, err);
}

static int
save(struct db *db, void *context, struct error *err)
{
	return strategy_put(db, context, err);
}

int
strategy_save(struct db *db, struct strategy *s, struct error *err)
{
	struct strategy copy = *s;
	const struct db_act act = { .action = s->id ? "strategy.change" : "strategy.add",
		.entity = "strategy",
		.summary = copy.code };

	if (db_write(db, &act, save, &copy, err))
		return -1;
	*s = copy;
	return 0;
}

int
strategy_retire(struct db *db, int64_t id, int64_t rev, struct error *err)
{
	return kept_retire(db, &kept, id, rev, err);
}

int
strategy_restore(struct db *db, int64_t id, struct error *err)
{
	return kept_restore(db, &kept, id, err);
}

int
strategy_touch(struct db *db, int64_t id, int64_t rev, struct error *err)
{
	struct stmt *q;

	if (kept_check_line(db, &kept, id, rev, err))
		return -1;
	q = db_start(db, Q_STRATEGY_TOUCH, err);
	db_bind_int(q, 1, id);
	db_act_entity(db, id);
	return db_run(q, NULL);
}
