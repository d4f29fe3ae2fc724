/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of a comparison group that follows a rule. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/diagnosis/group_rule.h"
#include "model/indicators/indicator.h"
#include "screens/frame/lookup.h"
#include "screens/indicators/group_members.h"
#include "screens/plans/plan_forms.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct values {
	char name[128], note[256];
	int level;
	char within[160], within_key[UNIT_CODE_SIZE];
	int kind, functional;
	char size_by[256], size_key[33], from[24], to[24];
};

#define AT(member) \
	.offset = offsetof(struct values, member), .size = sizeof((struct values *)0)->member
#define KEY(member)                                    \
	.key_offset = offsetof(struct values, member), \
	.key_size = sizeof((struct values *)0)->member

static const char *const level_words[] = { N_("gminy"), N_("powiaty"), N_("voivodeships"), NULL };
static const enum unit_level levels[] = { LEVEL_GMINA, LEVEL_POWIAT, LEVEL_VOIVODESHIP };
enum { ALL_GMINY, ALL_POWIATY };

static const char *const kind_words[] = { N_("any kind"), N_("urban gminy"), N_("rural gminy"),
	N_("urban-rural gminy"), N_("cities with powiat rights"), NULL };
static const char kinds[] = { '\0', '1', '2', '3', 'c' };

/* In the order of their letters. */
static const char *const type_words[] = { N_("any type"),
	N_("A: core of a voivodeship capital's area"),
	N_("B: outer zone of a voivodeship capital's area"),
	N_("C: core of a subregional town's area"),
	N_("D: outer zone of a subregional town's area"), N_("E: multifunctional town"),
	N_("F: transport function"), N_("G: other non-farming functions"),
	N_("H: intensive farming"), N_("I: moderate farming"), N_("J: extensive development"),
	NULL };

static bool
has_no_kind(const void *data)
{
	return ((const struct values *)data)->level > ALL_POWIATY;
}

static bool
has_no_type(const void *data)
{
	return ((const struct values *)data)->level != ALL_GMINY;
}

static const struct field fields[] = {
	{ .kind = FIELD_TEXT,
		.label = N_("Name"),
		AT(name),
		.required = true,
		.width = 50,
		.help = N_("The name under which the group is found again.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Remark"),
		AT(note),
		.width = 50,
		.help = N_("Why these units: for example similar income per inhabitant.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Which units"),
		AT(level),
		.choices = level_words,
		.width = 20,
		.help = N_("All parts below hold together; what is left empty takes everyone.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Within"),
		AT(within),
		KEY(within_key),
		.width = 50,
		.suggest = lookup_suggest_unit,
		.none = N_("No unit has such a name or code."),
		.help = N_("A voivodeship or powiat in which they lie; empty: the whole "
			   "country.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Of the kind"),
		AT(kind),
		.choices = kind_words,
		.width = 30,
		.idle = has_no_kind,
		.help = N_("Urban, rural or urban-rural gminy, or cities with powiat rights.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Functional type"),
		AT(functional),
		.choices = type_words,
		.width = 50,
		.idle = has_no_type,
		.help = N_("As the newest file of types says (menu 8 1); letters choose.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Size by"),
		AT(size_by),
		KEY(size_key),
		.width = 50,
		.suggest = lookup_suggest_indicator,
		.none = N_("No indicator has such a name or code."),
		.help = N_("The indicator of the size, its newest value counts; empty: DE01, the "
			   "population.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("At least"),
		AT(from),
		.width = 14,
		.help = N_("Units of this size belong already; empty: no limit.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Less than"),
		AT(to),
		.width = 14,
		.help = N_("Units of this size do not belong any more; empty: no limit.") },
};
enum { FIELDS = sizeof fields / sizeof *fields, FIELDS_BEFORE = 2 /* those of the rule */ };
static const char *const names[FIELDS] = { "name", "note", "level", "within", "kind", "functional",
	"size_by", "from", "to" };

/* ---- between the rule and what is typed ---- */

static int
show_rule(struct app *app, const struct group_rule *rule, struct values *v, struct error *err)
{
	const struct unit_table *units = app_units(app, err);
	const struct unit *within = units ? unit_by_code(units, rule->within) : NULL;
	struct arena arena = { 0 };
	struct indicator card;

	if (!units)
		return -1;
	for (int i = 0; level_words[i]; i++)
		if (levels[i] == rule->level)
			v->level = i;
	for (int i = 0; kind_words[i]; i++)
		if (kinds[i] == rule->kind)
			v->kind = i;
	v->functional = rule->functional ? rule->functional - 'A' + 1 : 0;
	text_copy(v->within, sizeof v->within, rule->within);
	text_copy(v->within_key, sizeof v->within_key, rule->within);
	if (within)
		lookup_unit_text(v->within, sizeof v->within, within);
	text_copy(v->size_by, sizeof v->size_by, rule->size_by);
	text_copy(v->size_key, sizeof v->size_key, rule->size_by);
	/* A card that is gone leaves its code, which saving then speaks of. */
	if (rule->size_by[0] && indicator_load(app->db, rule->size_by, &arena, &card, NULL) == 0)
		text_copy(v->size_by, sizeof v->size_by, card.name);
	arena_release(&arena);
	plan_number_text(v->from, sizeof v->from, rule->from);
	plan_number_text(v->to, sizeof v->to, rule->to);
	return 0;
}

static int
take_rule(struct app *app, const struct values *v, struct group_rule *rule, struct error *err)
{
	const struct unit_table *units = app_units(app, err);
	int slot;

	*rule = (struct group_rule){ .level = levels[v->level],
		.kind = has_no_kind(v) ? '\0' : kinds[v->kind],
		.functional = v->functional && !has_no_type(v) ? (char)('A' + v->functional - 1)
							       : '\0',
		.from = plan_number_read(v->from),
		.to = plan_number_read(v->to) };
	if (!units || lookup_unit_take(app, v->within, v->within_key,
			      FIELDS_BEFORE + GROUP_RULE_FIELD_WITHIN, &slot, err))
		return -1;
	if (slot != NO_SLOT)
		text_copy(rule->within, sizeof rule->within, unit_by_slot(units, slot)->code);
	if (v->size_by[0])
		text_copy(rule->size_by, sizeof rule->size_by,
			v->size_key[0] ? v->size_key : v->size_by);
	else if (!isnan(rule->from) || !isnan(rule->to))
		text_copy(rule->size_by, sizeof rule->size_by, "DE01");
	if (group_rule_check(app->db, units, rule, err)) {
		if (err->field)
			err->field += FIELDS_BEFORE;
		return -1;
	}
	return 0;
}

/* ---- the kind of form ---- */

static int
form_read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct values *v = values;
	struct group_rule rule;
	struct group g;
	bool found;

	if (of->id == 0)
		return 0;
	if (group_load(app->db, of->id, &g, err) ||
		group_rule_load(app->db, of->id, &rule, &found, err))
		return -1;
	of->rev = g.rev;
	text_copy(of->uid, sizeof of->uid, g.uid);
	text_copy(v->name, sizeof v->name, g.name);
	text_copy(v->note, sizeof v->note, g.note);
	return show_rule(app, &rule, v, err);
}

static int
form_save(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct values *v = values;
	struct group g = { .id = of->id, .rev = of->rev };
	struct group_rule rule;

	if (take_rule(app, v, &rule, err))
		return -1;
	text_copy(g.name, sizeof g.name, v->name);
	text_copy(g.note, sizeof g.note, v->note);
	if (group_save_rule(app->db, &g, &rule, err))
		return -1;
	of->id = g.id;
	return 0;
}

static void
form_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct values *v = values;

	text_copy(dst, size, of->id ? v->name : _("New comparison group by rule"));
}

const struct card_form_kind group_rule_form = { .name = "group_rule",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct values),
	.role = PERSON_CLERK,
	.read = form_read,
	.save = form_save,
	.title = form_title,
	.saved = N_("The group is saved.") };
