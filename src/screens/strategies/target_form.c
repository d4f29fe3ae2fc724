/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of a target: what is measured, from where to where, who delivers it. */
#include "config.h"

#include "screens/strategies/target_screens.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/indicators/indicator.h"
#include "screens/frame/actions.h"
#include "screens/frame/lookup.h"
#include "screens/plans/plan_forms.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define AT(member) \
	.offset = offsetof(struct values, member), .size = sizeof((struct values *)0)->member
#define KEY(member)                                    \
	.key_offset = offsetof(struct values, member), \
	.key_size = sizeof((struct values *)0)->member

struct values {
	char goal[160], goal_key[24], name[256];
	int kind;
	char indicator[160], indicator_key[64], unit[160], unit_key[UNIT_CODE_SIZE];
	char measure[64], decimals[4];
	int direction;
	char low[32], high[32], tolerance[32], base_year[8], base[32], path[512], target_year[8],
		target[32], office[128], source[256];
	int frequency;
	char month[4], method[1024], note[1024], resolution[128], changed_on[32], reason[512];
	int position; /* not in the form, nor the rest */
	char old_indicator[64], old_unit[UNIT_CODE_SIZE];
	int64_t old_goal;
};

static const char *const kinds[] = { N_("of context"), N_("of product"), N_("of result"),
	N_("of impact"), NULL };
static const char *const directions[] = { N_("the more the better"), N_("the less the better"),
	N_("within an interval"), N_("keep the base"), NULL };
static const char direction_letters[] = "SDNK";
static const char *const frequencies[] = { N_("every year"), N_("every two years"),
	N_("every quarter"), N_("every month"), NULL };
static const char frequency_letters[] = "R2QM";

static const struct field fields[] = {
	{ .kind = FIELD_LOOKUP,
		.label = N_("Goal"),
		AT(goal),
		KEY(goal_key),
		.width = 56,
		.suggest = strategy_suggest_goal,
		.none = N_("No goal of this strategy has this number or name."),
		.help = N_("By number or words; empty when it measures the whole strategy.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Name"),
		AT(name),
		.required = true,
		.width = 56,
		.help = N_("What is measured.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Kind"),
		AT(kind),
		.choices = kinds,
		.width = 16,
		.help = N_("Context is only watched; product is made, result follows, impact comes "
			   "later.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Indicator"),
		AT(indicator),
		KEY(indicator_key),
		.width = 50,
		.suggest = lookup_suggest_indicator,
		.none = N_("No indicator has such a code or name."),
		.help = N_(
			"Of the catalogue: then its values come by themselves. Empty = keyed.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Of the unit"),
		AT(unit),
		KEY(unit_key),
		.width = 50,
		.suggest = lookup_suggest_unit,
		.none = N_("No unit has such a name or code."),
		.help = N_("Empty = the strategy's own unit.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Measure"),
		AT(measure),
		.width = 20,
		.help = N_("%, persons, km …") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Decimals"),
		AT(decimals),
		.width = 4,
		.whole = true,
		.max = 6,
		.help = N_("How many are shown.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Direction"),
		AT(direction),
		.choices = directions,
		.width = 24,
		.help = N_("What is wanted of the value.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("At least"),
		AT(low),
		.width = 14,
		.help = N_("Of an interval: its lower end; may stay empty.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("At most"),
		AT(high),
		.width = 14,
		.help = N_("Of an interval: its upper end; may stay empty.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Tolerance"),
		AT(tolerance),
		.width = 14,
		.help = N_(
			"Of what is to be kept: the base plus or minus so much still keeps it.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Base year"),
		AT(base_year),
		.width = 6,
		.whole = true,
		.min = UNIT_FIRST_YEAR,
		.max = UNIT_LAST_YEAR,
		.help = N_("The year from which change is counted.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Base value"),
		AT(base),
		.width = 14,
		.help = N_("How much it was in that year.") },
	{ .kind = FIELD_TEXT,
		.label = N_("On the way"),
		AT(path),
		.width = 56,
		.help = N_("Values on the path: 2024=60; 2027=75. Between them it is straight.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Target year"),
		AT(target_year),
		.width = 6,
		.whole = true,
		.min = UNIT_FIRST_YEAR,
		.max = UNIT_LAST_YEAR,
		.help = N_("The year by which it is to be reached.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Target"),
		AT(target),
		.width = 14,
		.help = N_("What is to be reached; of an interval and of what is kept it may stay "
			   "empty.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Figures from"),
		AT(office),
		.width = 40,
		.suggest = strategy_suggest_office,
		.help = N_("Department or post, not a person; its yearly sheet asks for the "
			   "figure.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Source"),
		AT(source),
		.width = 56,
		.help = N_("Register or report from which the figure is taken.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("How often"),
		AT(frequency),
		.choices = frequencies,
		.width = 18,
		.help = N_("How often a new figure is known.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Known in month"),
		AT(month),
		.width = 4,
		.whole = true,
		.max = 12,
		.help = N_("Month of the next year, 1 to 12; empty when it is not known.") },
	{ .kind = FIELD_LINES,
		.label = N_("How counted"),
		AT(method),
		.rows = 2,
		.help = N_("May stay empty.") },
	{ .kind = FIELD_LINES,
		.label = N_("Note"),
		AT(note),
		.rows = 2,
		.help = N_("May stay empty.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Resolution"),
		AT(resolution),
		.width = 30,
		.help = N_("Of a change after adoption: the number of its resolution.") },
	CHANGED_ON_FIELD(AT(changed_on)),
	{ .kind = FIELD_TEXT,
		.label = N_("Why changed"),
		AT(reason),
		.width = 56,
		.help = N_("Of a new indicator, or of one that aims otherwise, after adoption; "
			   "the report tells it.") },
};
enum { FIELDS = sizeof fields / sizeof *fields };
static const char *const names[FIELDS] = { "goal", "name", "kind", "indicator", "unit", "measure",
	"decimals", "direction", "low", "high", "tolerance", "base_year", "base", "path",
	"target_year", "target", "office", "source", "frequency", "month", "method", "note",
	"resolution", "changed_on", "reason" };

/* ---- reading and saving ---- */

static int
letter_index(const char *letters, char letter)
{
	const char *at = strchr(letters, letter);

	return at && *at ? (int)(at - letters) : 0;
}

static void
read_numbers(const struct target *t, struct values *v)
{
	card_form_number(v->decimals, sizeof v->decimals, t->decimals);
	v->direction = letter_index(direction_letters, t->direction);
	plan_number_text(v->low, sizeof v->low, t->low);
	plan_number_text(v->high, sizeof v->high, t->high);
	plan_number_text(v->tolerance, sizeof v->tolerance, t->tolerance);
	card_form_number(v->base_year, sizeof v->base_year, t->base_year);
	plan_number_text(v->base, sizeof v->base, t->base);
	target_path_text(t, v->path, sizeof v->path);
	card_form_number(v->target_year, sizeof v->target_year, t->target_year);
	plan_number_text(v->target, sizeof v->target, t->target);
	v->frequency = letter_index(frequency_letters, t->frequency);
	card_form_number(v->month, sizeof v->month, t->month);
}

static int
read_indicator(struct app *app, const struct target *t, struct values *v)
{
	struct arena arena = { 0 };
	struct error ignored = { 0 };
	struct indicator card;

	text_copy(v->indicator, sizeof v->indicator, t->indicator);
	text_copy(v->indicator_key, sizeof v->indicator_key, t->indicator);
	if (t->indicator[0] && !indicator_load(app->db, t->indicator, &arena, &card, &ignored)) {
		snprintf(v->indicator, sizeof v->indicator, "%s  %.110s", card.code, card.name);
		v->indicator[text_fit(v->indicator, 120)] = '\0';
	}
	arena_release(&arena);
	return 0;
}

static int
read_values(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct values *v = values;
	struct strategy s;
	struct target t = target_new(of->parent, of->slot);

	if (strategy_load(app->db, of->parent, &s, err))
		return -1;
	app->last_strategy = s.id;
	of->rev = s.rev;
	text_copy(of->uid, sizeof of->uid, s.uid);
	if (of->id) {
		if (target_load(app->db, of->id, &t, err))
			return -1;
		text_copy(of->uid, sizeof of->uid, t.uid);
	}
	text_copy(v->name, sizeof v->name, t.name);
	v->kind = (int)t.kind;
	text_copy(v->measure, sizeof v->measure, t.measure);
	read_numbers(&t, v);
	text_copy(v->office, sizeof v->office, t.office);
	text_copy(v->source, sizeof v->source, t.source);
	text_copy(v->method, sizeof v->method, t.method);
	text_copy(v->note, sizeof v->note, t.note);
	v->position = t.position;
	text_copy(v->old_indicator, sizeof v->old_indicator, t.indicator);
	v->old_goal = t.goal;
	if (read_indicator(app, &t, v) ||
		strategy_goal_put(app, s.id, t.goal, v->goal, sizeof v->goal, v->goal_key,
			sizeof v->goal_key, err) ||
		lookup_unit_put(
			app, t.slot, v->unit, sizeof v->unit, v->unit_key, sizeof v->unit_key, err))
		return -1;
	text_copy(v->old_unit, sizeof v->old_unit, v->unit_key);
	return 0;
}

static void
take_numbers(const struct values *v, struct target *t)
{
	t->decimals = (int)card_form_whole(v->decimals);
	t->direction = direction_letters[v->direction];
	t->low = plan_number_read(v->low);
	t->high = plan_number_read(v->high);
	t->tolerance = plan_number_read(v->tolerance);
	t->base_year = (int)card_form_whole(v->base_year);
	t->base = plan_number_read(v->base);
	t->target_year = (int)card_form_whole(v->target_year);
	t->target = plan_number_read(v->target);
	t->frequency = frequency_letters[v->frequency];
	t->month = (int)card_form_whole(v->month);
}

static int
write_values(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct values *v = values;
	char day[12];
	const struct strategy_why why = { v->resolution, v->reason,
		card_form_iso(day, sizeof day, v->changed_on) };
	struct target t = target_new(of->parent, 0);

	t.id = of->id;
	if (strategy_line_take(v->goal, v->goal_key, TARGET_FIELD_GOAL, &t.goal, err) ||
		lookup_unit_take(app, v->unit, v->unit_key, TARGET_FIELD_UNIT, &t.slot, err) ||
		target_path_parse(v->path, &t, err))
		return -1;
	if (t.id && t.goal == v->old_goal)
		t.position = v->position;
	text_copy(t.name, sizeof t.name, v->name);
	t.kind = (enum target_kind)v->kind;
	if (v->indicator[0])
		text_copy(t.indicator, sizeof t.indicator,
			v->indicator_key[0] ? v->indicator_key : v->indicator);
	text_copy(t.measure, sizeof t.measure, v->measure);
	take_numbers(v, &t);
	text_copy(t.office, sizeof t.office, v->office);
	text_copy(t.source, sizeof t.source, v->source);
	text_copy(t.method, sizeof t.method, v->method);
	text_copy(t.note, sizeof t.note, v->note);
	if (target_save(app->db, of->rev, &t, &why, err))
		return -1;
	of->id = t.id;
	return 0;
}

/* The card of a chosen indicator says what the person has not said. */
static int
answer(struct screens *s, void *values, int action, const struct event *event)
{
	struct values *v = values;
	struct arena arena = { 0 };
	struct error ignored = { 0 };
	struct indicator card;

	(void)event;
	if (action != ACTION_CHANGED || !v->indicator_key[0] || v->measure[0])
		return -1;
	if (!indicator_load(app_of(s)->db, v->indicator_key, &arena, &card, &ignored)) {
		if (!v->name[0])
			text_copy(v->name, sizeof v->name, card.name);
		text_copy(v->measure, sizeof v->measure, card.measure);
		card_form_number(v->decimals, sizeof v->decimals, card.decimals);
		v->direction = letter_index(direction_letters, card.direction);
	}
	arena_release(&arena);
	return -1;
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)values;
	if (of->id)
		snprintf(dst, size, _("Indicator %lld"), (long long)of->id);
	else
		text_copy(dst, size, _("New indicator"));
}

static int
gone(struct app *app, struct card_form_of *of, const void *base, struct deletion *out,
	struct error *err)
{
	(void)base;
	return deletion_of(app->db, DELETION_TARGET, of->id, out, err);
}

static int
back(struct app *app, struct card_form_of *of, const void *values, const struct deletion *d,
	struct error *err)
{
	const struct values *v = values;
	char day[12];
	const struct strategy_why why = { v->resolution, v->reason,
		card_form_iso(day, sizeof day, v->changed_on) };

	(void)d;
	return target_restore(app->db, KEPT_ANY_REV, of->id, &why, err);
}

/* Figures of a unit of which the card has none would never come; what was so before is not asked
 * again. */
static void
doubt(struct app *app, const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct values *v = values;
	struct target t = target_new(of->parent, 0);
	struct error ignored = { 0 };
	const struct unit_table *units = app_units(app, &ignored);
	const struct unit *above;
	struct arena arena = { 0 };
	struct strategy s;
	bool fed;

	text_copy(t.indicator, sizeof t.indicator, v->indicator_key);
	if (!units || !v->indicator[0] ||
		(of->id && !strcmp(v->old_indicator, v->indicator_key) &&
			!strcmp(v->old_unit, v->unit_key)) ||
		lookup_unit_take(app, v->unit, v->unit_key, 0, &t.slot, &ignored) ||
		strategy_load(app->db, of->parent, &s, &ignored) ||
		target_fed(app->db, units, &t, &fed, &above, &ignored) || fed)
		return;
	snprintf(dst, size, _("%s Save it all the same?"),
		target_unfed_text(&t, unit_by_slot(units, t.slot == NO_SLOT ? s.slot : t.slot),
			above, &arena));
	arena_release(&arena);
}

const struct card_form_kind target_form = { .name = "strategy_target",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct values),
	.role = PERSON_CLERK,
	.read = read_values,
	.save = write_values,
	.gone = gone,
	.back = back,
	.title = title,
	.answer = answer,
	.doubt = doubt,
	.saved = N_("The indicator is saved.") };
