/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of a goal, and of a reading of a target. */
#include "config.h"

#include "screens/strategies/target_screens.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/diagnosis/problem.h"
#include "screens/strategies/task_forms.h"

#include <math.h>
#include <stdio.h>

#define AT(type, member) .offset = offsetof(type, member), .size = sizeof((type *)0)->member
#define KEY(type, member) \
	.key_offset = offsetof(type, member), .key_size = sizeof((type *)0)->member

/* ---- a goal ---- */

struct goal_values {
	char above[160], above_key[24];
	int dimension;
	char name[512], text[1024];
	char priority[160], priority_key[24], resolution[128], changed_on[32], reason[512];
};

static const char *const dimensions[] = { N_("not said"), N_("social"), N_("economic"),
	N_("spatial"), NULL };

static const struct field goal_fields[] = {
	{ .kind = FIELD_LOOKUP,
		.label = N_("Below"),
		AT(struct goal_values, above),
		KEY(struct goal_values, above_key),
		.width = 56,
		.suggest = strategy_suggest_goal,
		.none = N_("No goal of this strategy has this number or name."),
		.help = N_(
			"The goal above, by number or words; empty = a goal of the first level.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Dimension"),
		AT(struct goal_values, dimension),
		.choices = dimensions,
		.width = 16,
		.help = N_("Of goals of the first level: social, economic or spatial.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Name"),
		AT(struct goal_values, name),
		.required = true,
		.width = 56,
		.help = N_("As the strategy words it, without its number.") },
	{ .kind = FIELD_LINES,
		.label = N_("Expected result"),
		AT(struct goal_values, text),
		.rows = 3,
		.help = N_("What will be different; may stay empty.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Answers"),
		AT(struct goal_values, priority),
		KEY(struct goal_values, priority_key),
		.width = 56,
		.suggest = strategy_suggest_priority,
		.none = N_("No priority of the strategy's units has these words; 6 2 writes them."),
		.help = N_(
			"The priority of the diagnosis that the goal answers; may stay empty.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Resolution"),
		AT(struct goal_values, resolution),
		.width = 30,
		.help = N_("Of a change after adoption: the number of its resolution.") },
	CHANGED_ON_FIELD(AT(struct goal_values, changed_on)),
	{ .kind = FIELD_TEXT,
		.label = N_("Why changed"),
		AT(struct goal_values, reason),
		.width = 56,
		.help = N_("Of a new goal, or of other words or another place of one, after "
			   "adoption; the report tells it.") },
};
enum { GOAL_FIELDS = sizeof goal_fields / sizeof *goal_fields };
static const char *const goal_names[GOAL_FIELDS] = { "above", "dimension", "name", "text",
	"priority", "resolution", "changed_on", "reason" };

/* One that is deleted meanwhile keeps its number. */
static void
priority_put(struct app *app, int64_t priority, struct goal_values *v)
{
	struct error ignored = { 0 };
	struct problem p;

	if (!priority)
		return;
	snprintf(v->priority_key, sizeof v->priority_key, "%lld", (long long)priority);
	text_copy(v->priority, sizeof v->priority, v->priority_key);
	if (problem_load(app->db, priority, &p, &ignored))
		return;
	text_copy(v->priority, sizeof v->priority, p.text);
	v->priority[text_fit(v->priority, 126)] = '\0'; /* as suggestions are */
}

static int
goal_read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct goal_values *v = values;
	struct arena arena = { 0 };
	struct strategy s;
	struct goal *list;
	int64_t above = of->slot;
	int count, at, failed;

	if (strategy_load(app->db, of->parent, &s, err) ||
		goal_tree(app->db, s.id, false, &arena, &list, &count, err))
		return -1;
	app->last_strategy = s.id;
	of->rev = s.rev;
	text_copy(of->uid, sizeof of->uid, s.uid);
	at = goal_index(list, count, of->id);
	if (of->id && at < 0) {
		arena_release(&arena);
		return error_set(err, ERROR_MISSING, _("This goal is gone already."));
	}
	if (at >= 0) {
		text_copy(of->uid, sizeof of->uid, list[at].uid);
		above = list[at].parent;
		v->dimension = (int)list[at].dimension;
		priority_put(app, list[at].priority, v);
		text_copy(v->name, sizeof v->name, list[at].name);
		text_copy(v->text, sizeof v->text, list[at].text);
	}
	failed = strategy_goal_put(app, s.id, above, v->above, sizeof v->above, v->above_key,
		sizeof v->above_key, err);
	arena_release(&arena);
	return failed;
}

/* Its place stays unless it goes below another goal. */
static int
keep_place(struct app *app, struct goal *g, struct error *err)
{
	struct arena arena = { 0 };
	struct goal *list;
	int count, at, failed = goal_tree(app->db, g->strategy, false, &arena, &list, &count, err);

	at = failed ? -1 : goal_index(list, count, g->id);
	if (at >= 0)
		g->position = list[at].position;
	arena_release(&arena);
	return failed;
}

static int
goal_write(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct goal_values *v = values;
	char day[12];
	const struct strategy_why why = { v->resolution, v->reason,
		card_form_iso(day, sizeof day, v->changed_on) };
	struct goal g = {
		.id = of->id, .strategy = of->parent, .dimension = (enum goal_dimension)v->dimension
	};

	if (strategy_line_take(v->above, v->above_key, GOAL_FIELD_PARENT, &g.parent, err) ||
		strategy_line_take(
			v->priority, v->priority_key, GOAL_FIELD_PRIORITY, &g.priority, err) ||
		keep_place(app, &g, err))
		return -1;
	text_copy(g.name, sizeof g.name, v->name);
	text_copy(g.text, sizeof g.text, v->text);
	if (goal_save(app->db, of->rev, &g, &why, err))
		return -1;
	of->id = g.id;
	return 0;
}

static void
goal_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)values;
	text_copy(dst, size, of->id ? _("Goal") : _("New goal"));
}

static int
goal_gone(struct app *app, struct card_form_of *of, const void *base, struct deletion *out,
	struct error *err)
{
	(void)base;
	return deletion_of(app->db, DELETION_GOAL, of->id, out, err);
}

static int
goal_back(struct app *app, struct card_form_of *of, const void *values, const struct deletion *d,
	struct error *err)
{
	const struct goal_values *v = values;
	char day[12];
	const struct strategy_why why = { v->resolution, v->reason,
		card_form_iso(day, sizeof day, v->changed_on) };

	(void)d;
	return goal_restore(app->db, KEPT_ANY_REV, of->id, &why, err);
}

const struct card_form_kind goal_form = { .name = "strategy_goal",
	.fields = goal_fields,
	.names = goal_names,
	.count = GOAL_FIELDS,
	.size = sizeof(struct goal_values),
	.role = PERSON_CLERK,
	.read = goal_read,
	.save = goal_write,
	.gone = goal_gone,
	.back = goal_back,
	.title = goal_title,
	.saved = N_("The goal is saved.") };

/* ---- a reading ---- */

struct reading_values {
	char year[8], value[40], source[KEPT_LINE_SIZE];
	/* what stood there when the form opened; not in the form */
	int seen_year, base_year;
	double seen;
	unsigned char seen_flag;
};

static const struct field reading_fields[] = {
	{ .kind = FIELD_NUMBER,
		.label = N_("Year"),
		AT(struct reading_values, year),
		.required = true,
		.width = 6,
		.whole = true,
		.min = UNIT_FIRST_YEAR,
		.max = UNIT_LAST_YEAR,
		.help = N_("As of 31 December of this year.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Value"),
		AT(struct reading_values, value),
		.width = 16,
		.help = N_("A number, or bd (no data), nd (does not apply); empty takes the figure "
			   "away.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Source"),
		AT(struct reading_values, source),
		.width = 50,
		.help = N_("Register, report or letter that says it.") },
};
enum { READING_FIELDS = sizeof reading_fields / sizeof *reading_fields };
static const char *const reading_names[READING_FIELDS] = { "year", "value", "source" };

static int
reading_read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct reading_values *v = values;
	struct target_reading *list;
	struct arena arena = { 0 };
	struct target t;
	int count = 0, failed;

	if (target_load(app->db, of->parent, &t, err))
		return -1;
	snprintf(of->uid, sizeof of->uid, "%.20s-%lld", t.uid, (long long)(of->id % 10000));
	card_form_number(v->year, sizeof v->year, of->id ? of->id : clock_today().year - 1);
	text_copy(v->source, sizeof v->source, t.source);
	v->base_year = t.base_year;
	failed = target_readings(app->db, t.strategy, t.id, &arena, &list, &count, err);
	for (int i = 0; i < count && !failed; i++) {
		if (list[i].year != of->id)
			continue;
		v->seen_year = list[i].year;
		v->seen = list[i].value;
		v->seen_flag = list[i].flag;
		text_copy(v->source, sizeof v->source, list[i].source);
		if (isnan(list[i].value))
			text_copy(v->value, sizeof v->value, flag_meaning(list[i].flag)->symbol);
		else
			number_field(v->value, sizeof v->value, list[i].value);
	}
	arena_release(&arena);
	return failed;
}

/* A figure is changed where it was read: from the list of years. */
static int
check_year_free(struct app *app, int64_t target, int year, struct error *err)
{
	struct arena arena = { 0 };
	struct target_reading *list;
	struct target t;
	char text[40];
	int count = 0, failed;

	failed = target_load(app->db, target, &t, err) ||
		 target_readings(app->db, t.strategy, t.id, &arena, &list, &count, err);
	for (int i = 0; i < count && !failed; i++) {
		if (list[i].year != year)
			continue;
		if (isnan(list[i].value))
			text_copy(text, sizeof text, flag_meaning(list[i].flag)->symbol);
		else
			number_format(text, sizeof text, list[i].value, -1);
		failed = error_field(err, ERROR_INPUT, 1,
			_("For %d there stands %s already; change it from the list of years (t, "
			  "F4), or type another year."),
			year, text);
	}
	arena_release(&arena);
	return failed ? -1 : 0;
}

static int
reading_write(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct reading_values *v = values;
	struct target_reading seen = { .value = v->seen, .flag = v->seen_flag };
	struct target_reading r = {
		.target = of->parent, .year = (int)card_form_whole(v->year), .source = v->source
	};

	if (number_doubt(v->value, err) || target_reading_parse(v->value, &r.value, &r.flag, err)) {
		if (err)
			err->field = 2;
		return -1;
	}
	if (v->seen_year != r.year && check_year_free(app, of->parent, r.year, err))
		return -1;
	if (target_reading_save(app->db, &r, v->seen_year == r.year ? &seen : NULL, err)) {
		if (isnan(r.value) && r.flag == FLAG_NONE && err->code == ERROR_INPUT)
			err->field = 2;
		return -1;
	}
	of->id = r.year;
	return 0;
}

/* A year mistyped looks like this; a figure that is only corrected is not asked about. */
static void
reading_doubt(
	struct app *app, const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct reading_values *v = values;
	int year = (int)card_form_whole(v->year);

	(void)app;
	if (!of->id && year < v->base_year)
		snprintf(dst, size,
			_("%d lies before the base year %d: no status is counted from it. Save it "
			  "nevertheless?"),
			year, v->base_year);
}

static void
reading_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)values;
	if (of->id)
		snprintf(dst, size, _("Value of %lld"), (long long)of->id);
	else
		text_copy(dst, size, _("New value"));
}

const struct card_form_kind reading_form = { .name = "target_reading",
	.fields = reading_fields,
	.names = reading_names,
	.count = READING_FIELDS,
	.size = sizeof(struct reading_values),
	.role = PERSON_CLERK,
	.read = reading_read,
	.save = reading_write,
	.title = reading_title,
	.doubt = reading_doubt,
	.saved = N_("The value is saved.") };
