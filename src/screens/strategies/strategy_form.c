/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of a strategy. */
#include "config.h"

#include "screens/strategies/target_screens.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/lookup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define AT(member) \
	.offset = offsetof(struct values, member), .size = sizeof((struct values *)0)->member
#define KEY(member)                                    \
	.key_offset = offsetof(struct values, member), \
	.key_size = sizeof((struct values *)0)->member

struct values {
	char code[33], unit[160], unit_key[UNIT_CODE_SIZE];
	int kind;
	char name[256], parent[128], parent_key[64], first_year[8], last_year[8];
	int state;
	char resolution[128], adopted_on[32], case_mark[64], vision[2048], mission[2048];
	char level1[64], level2[64], level3[64];
	int rule;
	char note[2048], change_resolution[128], changed_on[32], reason[512];
};

static const char *const kinds[] = { N_("development strategy"),
	N_("supralocal development strategy"), N_("sector policy"), N_("executive plan"),
	N_("local development programme"), N_("institutional development programme"),
	N_("revitalisation programme"), N_("strategy of solving social problems"),
	N_("cooperation programme with NGOs"), NULL };
static const char *const states[] = { N_("being drafted"), N_("in force"), N_("ended"), NULL };
static const char *const rules[] = { N_("the worst one"), N_("the middle one"), N_("the mean"),
	NULL };

/* Other strategies, by code or words. */
static int
suggest_parent(void *context, const char *typed, struct field_suggestion *rows, int max)
{
	struct app *app = context;
	const struct strategy_filter filter = { .slot = NO_SLOT };
	struct strategy *list;
	struct arena arena = { 0 };
	struct error ignored = { 0 };
	char needle[128], folded[400], text[330];
	int count = 0, n = 0;

	text_fold(needle, sizeof needle, typed);
	if (strategy_list(app->db, &filter, &arena, &list, &count, &ignored))
		count = 0;
	for (int i = 0; i < count && n < max; i++) {
		snprintf(text, sizeof text, "%s  %s", list[i].code, list[i].name);
		if (!text_match(text_fold(folded, sizeof folded, text), needle))
			continue;
		text_copy(rows[n].text, sizeof rows[n].text, text);
		rows[n].whole = strcmp(typed, list[i].code) == 0;
		snprintf(rows[n++].key, sizeof rows[0].key, "%lld", (long long)list[i].id);
	}
	arena_release(&arena);
	return n;
}

static const struct field fields[] = {
	{ .kind = FIELD_TEXT,
		.label = N_("Code"),
		AT(code),
		.required = true,
		.width = 20,
		.check = card_form_code,
		.help = N_("Short, without accents and spaces: SR-2030. Commands take it.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Whose"),
		AT(unit),
		KEY(unit_key),
		.required = true,
		.width = 50,
		.suggest = lookup_suggest_unit,
		.none = N_("No unit has such a name or code."),
		.help = N_("The unit; of a supralocal strategy the leader.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Kind"),
		AT(kind),
		.choices = kinds,
		.width = 40,
		.help = N_("What document it is.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Name"),
		AT(name),
		.required = true,
		.width = 56,
		.help = N_("As on the title page.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Carries out"),
		AT(parent),
		KEY(parent_key),
		.width = 56,
		.suggest = suggest_parent,
		.none = N_("No strategy has this code or name."),
		.help = N_(
			"The strategy that this programme or plan carries out; may stay empty.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("First year"),
		AT(first_year),
		.required = true,
		.width = 6,
		.whole = true,
		.min = UNIT_FIRST_YEAR,
		.max = UNIT_LAST_YEAR,
		.help = N_("The year in which it begins.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Last year"),
		AT(last_year),
		.required = true,
		.width = 6,
		.whole = true,
		.min = UNIT_FIRST_YEAR,
		.max = UNIT_LAST_YEAR,
		.help = N_("The year in which it ends.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("State"),
		AT(state),
		.choices = states,
		.width = 16,
		.help = N_("Once in force, a change of base, path or target needs a reason.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Resolution"),
		AT(resolution),
		.width = 30,
		.help = N_("Number of the resolution that adopted it.") },
	{ .kind = FIELD_DATE,
		.label = N_("Adopted on"),
		AT(adopted_on),
		.width = 12,
		.help = N_("Day of the resolution.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Case mark"),
		AT(case_mark),
		.width = 30,
		.help = N_("Of the file in the office; may stay empty.") },
	{ .kind = FIELD_LINES,
		.label = N_("Vision"),
		AT(vision),
		.rows = 3,
		.help = N_("May stay empty.") },
	{ .kind = FIELD_LINES,
		.label = N_("Mission"),
		AT(mission),
		.rows = 2,
		.help = N_("May stay empty.") },
	{ .kind = FIELD_TEXT,
		.label = N_("First level"),
		AT(level1),
		.width = 40,
		.help = N_("What the strategy calls its strategic goals, in the singular; empty = "
			   "so.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Second level"),
		AT(level2),
		.width = 40,
		.help = N_("What it calls operational goals.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Third level"),
		AT(level3),
		.width = 40,
		.help = N_("What it calls directions of action.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Goal's status"),
		AT(rule),
		.choices = rules,
		.width = 20,
		.help = N_("Which of the statuses of its indicators a goal has.") },
	{ .kind = FIELD_LINES,
		.label = N_("Note"),
		AT(note),
		.rows = 2,
		.help = N_("May stay empty.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Changed by"),
		AT(change_resolution),
		.width = 30,
		.help = N_("Of one in force: the resolution that changes it; that of its adoption "
			   "stays above.") },
	CHANGED_ON_FIELD(AT(changed_on)),
	{ .kind = FIELD_TEXT,
		.label = N_("Why changed"),
		AT(reason),
		.width = 56,
		.help = N_("Of one in force: why unit, years, vision, mission, the rule of goals "
			   "or its adoption change.") },
};
enum { FIELDS = sizeof fields / sizeof *fields };
static const char *const names[FIELDS] = { "code", "unit", "kind", "name", "parent", "first_year",
	"last_year", "state", "resolution", "adopted_on", "case_mark", "vision", "mission",
	"level1", "level2", "level3", "rule", "note", "change_resolution", "changed_on", "reason" };

static int
read_new(struct app *app, struct values *v, struct error *err)
{
	const struct unit *own = app_unit(app, err);

	v->rule = GOAL_RULE_WORST_HALF;
	return lookup_unit_put(app, own ? own->slot : NO_SLOT, v->unit, sizeof v->unit, v->unit_key,
		sizeof v->unit_key, err);
}

static int
read_parent(struct app *app, const struct strategy *s, struct values *v, struct error *err)
{
	struct strategy parent;
	char text[330];

	if (!s->parent)
		return 0;
	if (strategy_load(app->db, s->parent, &parent, err))
		return -1;
	snprintf(text, sizeof text, "%s  %s", parent.code, parent.name);
	text_copy(v->parent, sizeof v->parent, text);
	snprintf(v->parent_key, sizeof v->parent_key, "%lld", (long long)parent.id);
	return 0;
}

static int
read_values(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct values *v = values;
	struct strategy s;

	if (of->id == 0)
		return read_new(app, v, err);
	if (strategy_load(app->db, of->id, &s, err))
		return -1;
	of->rev = s.rev;
	text_copy(of->uid, sizeof of->uid, s.uid);
	text_copy(v->code, sizeof v->code, s.code);
	v->kind = (int)s.kind;
	text_copy(v->name, sizeof v->name, s.name);
	card_form_number(v->first_year, sizeof v->first_year, s.first_year);
	card_form_number(v->last_year, sizeof v->last_year, s.last_year);
	v->state = (int)s.state;
	text_copy(v->resolution, sizeof v->resolution, s.resolution);
	card_form_date(v->adopted_on, sizeof v->adopted_on, s.adopted_on);
	text_copy(v->case_mark, sizeof v->case_mark, s.case_mark);
	text_copy(v->vision, sizeof v->vision, s.vision);
	text_copy(v->mission, sizeof v->mission, s.mission);
	text_copy(v->level1, sizeof v->level1, s.level[0]);
	text_copy(v->level2, sizeof v->level2, s.level[1]);
	text_copy(v->level3, sizeof v->level3, s.level[2]);
	v->rule = (int)s.rule;
	text_copy(v->note, sizeof v->note, s.note);
	return read_parent(app, &s, v, err) || lookup_unit_put(app, s.slot, v->unit, sizeof v->unit,
						       v->unit_key, sizeof v->unit_key, err)
		       ? -1
		       : 0;
}

static int
write_values(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct values *v = values;
	struct strategy s = { .rule = GOAL_RULE_WORST_HALF };

	if (of->id && strategy_load(app->db, of->id, &s, err))
		return -1;
	s.rev = of->rev;
	if (lookup_unit_take(app, v->unit, v->unit_key, STRATEGY_FIELD_UNIT, &s.slot, err) ||
		strategy_line_take(v->parent, v->parent_key, STRATEGY_FIELD_PARENT, &s.parent, err))
		return -1;
	text_copy(s.code, sizeof s.code, v->code);
	s.kind = (enum strategy_kind)v->kind;
	text_copy(s.name, sizeof s.name, v->name);
	s.first_year = (int)card_form_whole(v->first_year);
	s.last_year = (int)card_form_whole(v->last_year);
	s.state = (enum strategy_state)v->state;
	text_copy(s.resolution, sizeof s.resolution, v->resolution);
	card_form_iso(s.adopted_on, sizeof s.adopted_on, v->adopted_on);
	text_copy(s.case_mark, sizeof s.case_mark, v->case_mark);
	text_copy(s.vision, sizeof s.vision, v->vision);
	text_copy(s.mission, sizeof s.mission, v->mission);
	text_copy(s.level[0], sizeof s.level[0], v->level1);
	text_copy(s.level[1], sizeof s.level[1], v->level2);
	text_copy(s.level[2], sizeof s.level[2], v->level3);
	s.rule = (enum goal_rule)v->rule;
	text_copy(s.note, sizeof s.note, v->note);
	s.reason = v->reason;
	text_copy(s.change_resolution, sizeof s.change_resolution, v->change_resolution);
	card_form_iso(s.changed_on, sizeof s.changed_on, v->changed_on);
	if (strategy_save(app->db, &s, err))
		return -1;
	of->id = app->last_strategy = s.id;
	return 0;
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	if (of->id)
		snprintf(dst, size, _("Strategy %s"), ((const struct values *)values)->code);
	else
		text_copy(dst, size, _("New strategy"));
}

const struct card_form_kind strategy_form = { .name = "strategy",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct values),
	.role = PERSON_CLERK,
	.read = read_values,
	.save = write_values,
	.title = title,
	.saved = N_("The strategy is saved.") };
