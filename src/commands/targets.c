/* SPDX-License-Identifier: GPL-3.0-or-later */
/* target new, set, move, retire, restore; reading set. */
#include "config.h"

#include "commands/given.h"
#include "commands/strategy_commands.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/strategies/goal.h"
#include "model/indicators/indicator.h"
#include "model/strategies/target_course.h"

#include <math.h>
#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

struct given_target {
	struct target t;
	char goal[GOAL_NUMBER_SIZE], kind[16], unit[16], direction[4], low[40], high[40];
	char tolerance[40], base[40], path[1024], target[40], frequency[4];
	char resolution[128], reason[512], changed_on[12];
};

#define OWN(member) GIVEN_AT(struct given_target, member)

static const struct given_field fields[] = {
	{ "goal", GIVEN_TEXT, OWN(goal), 0, 0, 0 },
	{ "name", GIVEN_TEXT, OWN(t.name), 0, 0, 0 },
	{ "kind", GIVEN_TEXT, OWN(kind), 0, 0, 0 },
	{ "indicator", GIVEN_TEXT, OWN(t.indicator), 0, 0, 0 },
	{ "unit", GIVEN_TEXT, OWN(unit), 0, 0, 0 },
	{ "measure", GIVEN_TEXT, OWN(t.measure), 0, 0, 0 },
	{ "decimals", GIVEN_WHOLE, OWN(t.decimals), 0, 6, 0 },
	{ "direction", GIVEN_TEXT, OWN(direction), 0, 0, 0 },
	{ "low", GIVEN_TEXT, OWN(low), 0, 0, 0 },
	{ "high", GIVEN_TEXT, OWN(high), 0, 0, 0 },
	{ "tolerance", GIVEN_TEXT, OWN(tolerance), 0, 0, 0 },
	{ "base_year", GIVEN_WHOLE, OWN(t.base_year), UNIT_FIRST_YEAR, UNIT_LAST_YEAR, 0 },
	{ "base", GIVEN_TEXT, OWN(base), 0, 0, 0 },
	{ "path", GIVEN_TEXT, OWN(path), 0, 0, 0 },
	{ "target_year", GIVEN_WHOLE, OWN(t.target_year), UNIT_FIRST_YEAR, UNIT_LAST_YEAR, 0 },
	{ "target", GIVEN_TEXT, OWN(target), 0, 0, 0 },
	{ "office", GIVEN_TEXT, OWN(t.office), 0, 0, 0 },
	{ "source", GIVEN_TEXT, OWN(t.source), 0, 0, 0 },
	{ "frequency", GIVEN_TEXT, OWN(frequency), 0, 0, 0 },
	{ "month", GIVEN_WHOLE, OWN(t.month), 0, 12, 0 },
	{ "method", GIVEN_TEXT, OWN(t.method), 0, 0, 0 },
	{ "note", GIVEN_TEXT, OWN(t.note), 0, 0, 0 },
	{ "resolution", GIVEN_TEXT, OWN(resolution), 0, 0, 0 },
	{ "changed_on", GIVEN_DATE, OWN(changed_on), 0, 0, 0 },
	{ "reason", GIVEN_TEXT, OWN(reason), 0, 0, 0 },
};

/* Numbers that may be missing, in text and in the target. */
static const struct {
	const char *name;
	size_t text, value;
} numbers[] = {
	{ "low", offsetof(struct given_target, low), offsetof(struct target, low) },
	{ "high", offsetof(struct given_target, high), offsetof(struct target, high) },
	{ "tolerance", offsetof(struct given_target, tolerance),
		offsetof(struct target, tolerance) },
	{ "base", offsetof(struct given_target, base), offsetof(struct target, base) },
	{ "target", offsetof(struct given_target, target), offsetof(struct target, target) },
};

static void
give(struct run *run, struct given_target *g, const char *goal)
{
	const struct target *t = &g->t;
	const char direction[] = { t->direction, '\0' }, frequency[] = { t->frequency, '\0' };
	double value;

	text_copy(g->goal, sizeof g->goal, goal);
	text_copy(g->kind, sizeof g->kind, target_kind_name(t->kind));
	text_copy(g->unit, sizeof g->unit, t->slot == NO_SLOT ? "" : run_code_of(run, t->slot));
	text_copy(g->direction, sizeof g->direction, direction);
	text_copy(g->frequency, sizeof g->frequency, frequency);
	target_path_text(t, g->path, sizeof g->path);
	for (int i = 0; i < COUNT(numbers); i++) {
		memcpy(&value, (const char *)t + numbers[i].value, sizeof value);
		if (!isnan(value))
			number_plain((char *)g + numbers[i].text, sizeof g->low, value, -1);
	}
}

static int
take_numbers(struct given_target *g, struct error *err)
{
	for (int i = 0; i < COUNT(numbers); i++) {
		const char *text = (const char *)g + numbers[i].text;
		double value = NAN;

		if (text[0] && number_parse(text, &value))
			return error_set(err, ERROR_INPUT,
				_("\"%s\" cannot be %s, which is a number."), text,
				numbers[i].name);
		memcpy((char *)&g->t + numbers[i].value, &value, sizeof value);
	}
	return 0;
}

static int
take_words(struct run *run, struct given_target *g, struct error *err)
{
	static const char *const directions[] = { "S", "D", "N", "K" };
	static const char *const frequencies[] = { "R", "2", "Q", "M" };
	const char *kinds[TARGET_KINDS];
	const struct unit *unit;
	int kind, direction, frequency;

	for (int i = 0; i < TARGET_KINDS; i++)
		kinds[i] = target_kind_name((enum target_kind)i);
	if (given_one_of("kind", g->kind, kinds, TARGET_KINDS, &kind, err) ||
		given_one_of("direction", g->direction, directions, 4, &direction, err) ||
		given_one_of("frequency", g->frequency, frequencies, 4, &frequency, err))
		return -1;
	g->t.kind = (enum target_kind)kind;
	g->t.direction = directions[direction][0];
	g->t.frequency = frequencies[frequency][0];
	g->t.slot = NO_SLOT;
	if (!g->unit[0])
		return 0;
	if (run_unit(run, g->unit, &unit, err))
		return -1;
	g->t.slot = unit->slot;
	return 0;
}

/* Which way a new one is wanted says its card, when nobody says otherwise. */
static void
direct(struct run *run, struct given_target *g)
{
	struct error ignored = { .code = ERROR_NONE };
	struct indicator card = { .direction = 'S' };

	if (g->direction[0])
		return;
	if (!g->t.indicator[0] ||
		indicator_load(run->db, g->t.indicator, &run->arena, &card, &ignored))
		card.direction = 'S';
	text_copy(g->direction, sizeof g->direction, (const char[]){ card.direction, '\0' });
}

/* Operands from the second on over the target, which is then saved. */
static int
apply(struct run *run, const struct strategy *s, struct given_target *g, struct error *err)
{
	const struct strategy_why why = { g->resolution, g->reason, g->changed_on };
	struct goal *goals;
	int count, at;

	if (run_units(run, err) ||
		goal_tree(run->db, s->id, false, &run->arena, &goals, &count, err))
		return -1;
	at = goal_index(goals, count, g->t.goal);
	give(run, g, at < 0 ? "" : goals[at].number);
	if (!g->t.id)
		g->direction[0] = '\0';
	if (given_apply(run, 1, fields, COUNT(fields), g, err))
		return -1;
	direct(run, g);
	if (take_words(run, g, err) || take_numbers(g, err) ||
		target_path_parse(g->path, &g->t, err))
		return -1;
	at = g->goal[0] ? goal_by_number(goals, count, g->goal) : -1;
	if (g->goal[0] && at < 0)
		return error_set(err, ERROR_INPUT,
			_("The strategy has no goal “%s”; gromada list goals %s prints them."),
			g->goal, s->code);
	g->t.goal = at < 0 ? 0 : goals[at].id;
	return target_save(run->db, s->rev, &g->t, &why, err);
}

/* Of another card or unit than before: that no value of it is there. */
static int
say_unfed(struct run *run, const struct strategy *s, const struct target *t,
	const struct target *was, struct error *err)
{
	const struct unit_table *units = &run->units;
	const struct unit *above;
	bool fed;

	if (was && strcmp(was->indicator, t->indicator) == 0 && was->slot == t->slot)
		return 0;
	if (target_fed(run->db, units, t, &fed, &above, err))
		return -1;
	if (!fed)
		run_say("%s", target_unfed_text(t,
				      unit_by_slot(units, t->slot == NO_SLOT ? s->slot : t->slot),
				      above, &run->arena));
	return 0;
}

int
command_target_new(struct run *run, struct error *err)
{
	struct given_target g = { .goal = "" };
	struct strategy s;

	if (run_strategy(run, run->arguments->operands[0], &s, err))
		return -1;
	g.t = target_new(s.id, 0);
	if (apply(run, &s, &g, err))
		return -1;
	run_say(_("Made indicator %lld."), (long long)g.t.id);
	return say_unfed(run, &s, &g.t, NULL, err);
}

static int
find(struct run *run, struct target *t, struct strategy *s, struct error *err)
{
	const char *text = run->arguments->operands[0];
	long number;

	if (number_parse_whole(text, 1, 1000000000, &number)) {
		error_set(err, ERROR_INPUT, _("“%s” is no number of an indicator."), text);
		return run_advise(err, _("gromada list targets STRATEGY prints them."));
	}
	return target_load(run->db, number, t, err) || strategy_load(run->db, t->strategy, s, err)
		       ? -1
		       : 0;
}

int
command_target_set(struct run *run, struct error *err)
{
	struct given_target g = { .goal = "" };
	struct target was;
	struct strategy s;

	if (find(run, &g.t, &s, err))
		return -1;
	was = g.t;
	if (apply(run, &s, &g, err))
		return -1;
	run_say(_("Changed indicator %lld."), (long long)g.t.id);
	return say_unfed(run, &s, &g.t, &was, err);
}

int
command_target_move(struct run *run, struct error *err)
{
	static const char *const ways[] = { "up", "down" };
	struct strategy s;
	struct target t;
	int way;

	if (find(run, &t, &s, err) ||
		given_one_of("DIRECTION", run->arguments->operands[1], ways, 2, &way, err) ||
		target_move(run->db, s.rev, t.id, way ? 1 : -1, err))
		return -1;
	run_say(_("Changed indicator %lld."), (long long)t.id);
	return 0;
}

int
command_target_retire(struct run *run, struct error *err)
{
	struct given_why given = { .reason = "" };
	const struct strategy_why why = { given.resolution, given.reason, given.changed_on };
	struct strategy s;
	struct target t;

	if (find(run, &t, &s, err) || given_why(run, 1, &given, err) ||
		target_retire(run->db, s.rev, t.id, &why, err))
		return -1;
	run_say(_("Indicator %lld is deleted; target restore brings it back."), (long long)t.id);
	return 0;
}

int
command_target_restore(struct run *run, struct error *err)
{
	struct given_why given = { .reason = "" };
	const struct strategy_why why = { given.resolution, given.reason, given.changed_on };
	struct strategy s;
	struct target t;

	if (find(run, &t, &s, err) || given_why(run, 1, &given, err) ||
		target_restore(run->db, s.rev, t.id, &why, err))
		return -1;
	run_say(_("Indicator %lld is back."), (long long)t.id);
	return 0;
}

/* ---- readings ---- */

static void
figure(const struct target *t, double value, unsigned char flag, char *dst, size_t size)
{
	if (isnan(value))
		text_copy(dst, size, flag_meaning(flag)->symbol);
	else
		number_format(dst, size, value, t->decimals);
}

/* What stands there is written over only when it is wanted. */
static int
check_there(struct run *run, struct target *t, const struct target_reading *r,
	const struct target_reading **there, struct error *err)
{
	struct target_reading *list;
	struct target shown;
	char former[40];
	int count;

	if (target_readings(run->db, t->strategy, t->id, &run->arena, &list, &count, err))
		return -1;
	*there = NULL;
	for (int i = 0; i < count; i++)
		if (list[i].year == r->year)
			*there = &list[i];
	target_fit_reading(t, r->value);
	shown = *t;
	if (*there)
		target_fit_reading(&shown, (*there)->value);
	if (!*there || run_option(run, OPTION_REPLACE) || target_reading_same(*there, r))
		return 0;
	figure(&shown, (*there)->value, (*there)->flag, former, sizeof former);
	error_set(err, ERROR_INPUT, _("For %d there stands %s already%s%s."), r->year, former,
		(*there)->source[0] ? ", " : "", (*there)->source);
	return run_advise(err, _("Add --replace to write over it."));
}

int
command_reading_set(struct run *run, struct error *err)
{
	const struct arguments *a = run->arguments;
	static const struct given_field source_field[] = { { "source", GIVEN_WORDS,
		GIVEN_AT(struct target_reading, source), 0, 0, 0 } };
	const struct target_reading *there;
	struct target_reading r = { .source = "" };
	struct strategy s;
	struct target t;
	char now[40];

	if (find(run, &t, &s, err) || run_year(a->operands[1], &r.year, err) ||
		target_reading_parse(a->operands[2], &r.value, &r.flag, err) ||
		target_reading_open(run->db, t.id, r.year, err) ||
		check_there(run, &t, &r, &there, err))
		return -1;
	r.source = there && target_reading_same(there, &r) ? there->source : there ? "" : t.source;
	if (given_apply(run, 3, source_field, 1, &r, err))
		return -1;
	r.target = t.id;
	if (target_reading_save(run->db, &r, there, err))
		return -1;
	figure(&t, r.value, r.flag, now, sizeof now);
	if (isnan(r.value) && r.flag == FLAG_NONE)
		run_say(_("Indicator %lld has no value of %d any more."), (long long)t.id, r.year);
	else
		run_say(_("Indicator %lld, %d: %s."), (long long)t.id, r.year, now);
	if (r.year < t.base_year)
		run_say(_("%d lies before the base year %d: no status is counted from it."), r.year,
			t.base_year);
	return 0;
}
