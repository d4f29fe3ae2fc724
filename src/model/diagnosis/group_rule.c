/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules of comparison groups: read, checked, said in words, and the units that fulfil them. */
#include "config.h"

#include "model/diagnosis/group_rule.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/diagnosis/peers_parts.h"
#include "model/queries.h"
#include "model/diagnosis/unit_type.h"
#include "model/indicators/value.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

int
group_rule_load(
	struct db *db, int64_t group, struct group_rule *out, bool *found, struct error *err)
{
	struct stmt *q = db_start(db, Q_GROUP_RULE_LOAD, err);
	int level;

	*out = (struct group_rule){ .level = LEVEL_GMINA, .from = NAN, .to = NAN };
	db_bind_int(q, 1, group);
	*found = db_next(q);
	if (*found) {
		level = unit_level_from_name(db_text(q, 0));
		out->level = level < 0 ? LEVEL_GMINA : (enum unit_level)level;
		text_copy(out->within, sizeof out->within, db_text(q, 1));
		out->kind = db_text(q, 2)[0];
		out->functional = db_text(q, 3)[0];
		text_copy(out->size_by, sizeof out->size_by, db_text(q, 4));
		out->from = db_double_or_nan(q, 5);
		out->to = db_double_or_nan(q, 6);
	}
	return db_end(q);
}

int
group_rule_put(struct db *db, int64_t group, const struct group_rule *rule, struct error *err)
{
	const char functional[2] = { rule ? rule->functional : '\0', '\0' };
	const char kind[2] = { rule ? rule->kind : '\0', '\0' };
	struct stmt *q = db_start(db, Q_GROUP_RULE_CLEAR, err);

	db_bind_int(q, 1, group);
	if (db_run(q, NULL) < 0)
		return -1;
	if (!rule)
		return 0;
	q = db_start(db, Q_GROUP_RULE_INSERT, err);
	db_bind_int(q, 1, group);
	db_bind_text(q, 2, unit_level_name(rule->level));
	db_bind_text(q, 3, rule->within);
	db_bind_text(q, 4, rule->kind == 'c' ? "city" : kind);
	db_bind_text(q, 5, functional);
	db_bind_text(q, 6, rule->size_by);
	db_bind_double_or_null(q, 7, rule->from);
	db_bind_double_or_null(q, 8, rule->to);
	return db_run(q, NULL);
}

/* ---- whom it takes ---- */

/* The newest value of the size by slot, NAN = none. */
static int
load_sizes(struct db *db, const struct unit_table *units, const char *code, struct arena *arena,
	double *sizes, struct error *err)
{
	struct indicator card;
	struct vector v;
	int *years, count, result = 0;

	for (int i = 0; i < units->slots; i++)
		sizes[i] = NAN;
	if (indicator_load(db, code, arena, &card, err) < 0 ||
		value_years(db, &card, arena, &years, &count, err) < 0)
		return -1;
	if (count == 0)
		return 0;
	vector_new(&v, units->slots);
	result = value_load(db, &card, years[count - 1], &v, NULL, err);
	for (int i = 0; result == 0 && i < units->slots; i++)
		if (!flag_missing(v.flag[i]))
			sizes[i] = v.value[i];
	vector_release(&v);
	return result;
}

static bool
fulfils(const struct unit_table *units, const struct group_rule *rule, const struct unit *u,
	int within, const char *types, const double *sizes)
{
	if (u->level != rule->level || u->ends_on[0] || (u->from_bdl && units->register_date[0]))
		return false;
	if (within != NO_SLOT && !unit_is_in(units, u->slot, within))
		return false;
	if (rule->kind && peers_kind(units, u) != rule->kind)
		return false;
	if (rule->functional && types[u->slot] != rule->functional)
		return false;
	if (!rule->size_by[0])
		return true;
	/* NAN as a limit is no limit; a unit without a size belongs to no class. */
	return !isnan(sizes[u->slot]) && !(sizes[u->slot] < rule->from) &&
	       !(sizes[u->slot] >= rule->to);
}

int
group_rule_units(struct db *db, const struct unit_table *units, const struct group_rule *rule,
	struct arena *arena, int **slots, int *count, struct error *err)
{
	double *sizes = arena_array(arena, (size_t)units->slots + 1, sizeof *sizes);
	const struct unit *within = rule->within[0] ? unit_by_code(units, rule->within) : NULL;
	char *types = NULL;

	*slots = arena_array(arena, (size_t)units->count + 1, sizeof **slots);
	*count = 0;
	if (rule->functional && unit_types_load(db, units, arena, &types, NULL, err) < 0)
		return -1;
	if (rule->size_by[0] && load_sizes(db, units, rule->size_by, arena, sizes, err) < 0)
		return -1;
	if (rule->within[0] && !within) /* of a register that was undone */
		return 0;
	for (int i = 0; i < units->slots; i++) {
		const struct unit *u = unit_by_slot(units, i);

		if (u && fulfils(units, rule, u, within ? within->slot : NO_SLOT, types, sizes))
			(*slots)[(*count)++] = i;
	}
	return 0;
}

/* ---- in words ---- */

static const char *
kind_words(const struct group_rule *rule)
{
	bool powiat = rule->level == LEVEL_POWIAT;

	switch (rule->kind) {
	case '1':
		return _("urban gminy");
	case '2':
		return _("rural gminy");
	case '3':
		return _("urban-rural gminy");
	case 'c':
		return _("cities with powiat rights");
	default:
		return powiat                             ? _("powiaty")
		       : rule->level == LEVEL_VOIVODESHIP ? _("voivodeships")
							  : _("gminy");
	}
}

static void
size_words(const struct group_rule *rule, char *dst, size_t size)
{
	char from[32], to[32];

	number_format(from, sizeof from, rule->from, -1);
	number_format(to, sizeof to, rule->to, -1);
	if (isnan(rule->from) && isnan(rule->to))
		snprintf(dst, size, ", %s", rule->size_by);
	else if (isnan(rule->to))
		snprintf(dst, size, _(", %s from %s"), rule->size_by, from);
	else if (isnan(rule->from))
		snprintf(dst, size, _(", %s below %s"), rule->size_by, to);
	else
		snprintf(dst, size, _(", %s from %s, below %s"), rule->size_by, from, to);
}

char *
group_rule_words(
	const struct unit_table *units, const struct group_rule *rule, char *dst, size_t size)
{
	const struct unit *within = rule->within[0] ? unit_by_code(units, rule->within) : NULL;
	char type[48] = "", sizes[160] = "";

	if (rule->functional)
		snprintf(type, sizeof type, _(", type %c"), rule->functional);
	if (rule->size_by[0])
		size_words(rule, sizes, sizeof sizes);
	snprintf(dst, size, "%s%s%s%s%s", kind_words(rule), within ? ", " : "",
		within ? within->label : "", type, sizes);
	return dst;
}

/* ---- checking ---- */

static int
check_within(const struct unit_table *units, const struct group_rule *rule, struct error *err)
{
	const struct unit *within;

	if (!rule->within[0])
		return 0;
	within = unit_by_code(units, rule->within);
	if (!within)
		return error_field(err, ERROR_INPUT, GROUP_RULE_FIELD_WITHIN,
			_("There is no unit %s; give the code of a voivodeship or powiat."),
			rule->within);
	if (within->level >= rule->level)
		return error_field(err, ERROR_INPUT, GROUP_RULE_FIELD_WITHIN,
			_("%s does not lie above the units of the group; give a voivodeship or "
			  "powiat, or leave it empty."),
			within->label);
	return 0;
}

int
group_rule_check(struct db *db, const struct unit_table *units, const struct group_rule *rule,
	struct error *err)
{
	struct arena arena = { 0 };
	struct indicator card;
	int result;

	if (rule->level != LEVEL_GMINA && rule->level != LEVEL_POWIAT &&
		rule->level != LEVEL_VOIVODESHIP)
		return error_field(err, ERROR_INPUT, GROUP_RULE_FIELD_LEVEL,
			_("A rule takes gminy, powiaty or voivodeships."));
	if (check_within(units, rule, err) < 0)
		return -1;
	if (rule->kind && rule->level != LEVEL_GMINA &&
		!(rule->kind == 'c' && rule->level == LEVEL_POWIAT))
		return error_field(err, ERROR_INPUT, GROUP_RULE_FIELD_KIND,
			_("Only gminy are urban, rural or urban-rural."));
	if (rule->functional &&
		(rule->level != LEVEL_GMINA || !strchr(UNIT_TYPES, rule->functional)))
		return error_field(err, ERROR_INPUT, GROUP_RULE_FIELD_FUNCTIONAL,
			_("Functional types are letters from A to J, of gminy only."));
	if (!rule->size_by[0])
		return isnan(rule->from) && isnan(rule->to)
			       ? 0
			       : error_field(err, ERROR_INPUT, GROUP_RULE_FIELD_SIZE_BY,
					 _("Say by which indicator the size is measured, as "
					   "DE01."));
	if (rule->from >= rule->to)
		return error_field(err, ERROR_INPUT, GROUP_RULE_FIELD_TO,
			_("The upper limit of the size must be above the lower one."));
	result = indicator_load(db, rule->size_by, &arena, &card, err);
	arena_release(&arena);
	if (result < 0 && err)
		err->field = GROUP_RULE_FIELD_SIZE_BY;
	return result;
}
