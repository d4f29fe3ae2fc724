/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms of a group's stage, of a kind's stage, and of winter holidays. */
#include "config.h"

#include "screens/groups/group_screens.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/group_calendar.h"
#include "model/groups/stage.h"
#include "screens/frame/lookup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define AT(type, member) .offset = offsetof(type, member), .size = sizeof((type *)0)->member

/* ---- a stage of a group ---- */

struct stage_values { /* of both */
	char name[160], aim[256], from[32], to[32], days[8], month[8], months[8];
};
#define S(member) AT(struct stage_values, member)
#define NAME_AND_AIM                                                                \
	{ .kind = FIELD_TEXT,                                                       \
		.label = N_("Name"),                                                \
		S(name),                                                            \
		.required = true,                                                   \
		.width = 54,                                                        \
		.help = N_("What this part of the work is about.") },               \
	{                                                                           \
		.kind = FIELD_TEXT, .label = N_("At its end"), S(aim), .width = 54, \
		.help = N_("What is to be there when the stage ends.")              \
	}
#define DAYS                                                                                   \
	{                                                                                      \
		.kind = FIELD_NUMBER, .label = N_("Days of the meeting"), S(days), .width = 4, \
		.required = true, .whole = true, .min = 1, .max = 9,                           \
		.help = N_("How long the meeting of the stage lasts.")                         \
	}

static const struct field group_stage_fields[] = {
	NAME_AND_AIM,
	{ .kind = FIELD_DATE,
		.label = N_("From"),
		S(from),
		.width = 12,
		.help = N_("The meeting is proposed within the period.") },
	{ .kind = FIELD_DATE,
		.label = N_("To"),
		S(to),
		.width = 12,
		.help = N_("The last day of the period.") },
	DAYS,
};
enum { GROUP_STAGE_FIELDS = sizeof group_stage_fields / sizeof *group_stage_fields };
static const char *const group_stage_names[GROUP_STAGE_FIELDS] = { "name", "aim", "from", "to",
	"days" };

static int
find_group_stage(
	struct app *app, const struct card_form_of *of, struct group_stage *out, struct error *err)
{
	struct group_stage *list;
	struct arena arena = { 0 };
	int count, result = group_stage_list(app->db, of->parent, &arena, &list, &count, err);
	bool found = false;

	for (int i = 0; result == 0 && i < count; i++)
		if (list[i].position == (int)of->id) {
			*out = list[i];
			found = true;
		}
	arena_release(&arena);
	if (result || found)
		return result;
	return error_set(err, ERROR_MISSING, _("This stage is gone."));
}

static int
group_stage_read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct stage_values *v = values;
	struct group_stage s = { .days = 1 };
	struct exchange_group g;

	if (exchange_group_load(app->db, of->parent, &g, err))
		return -1;
	group_line_uid(of->uid, g.uid, of->id);
	text_copy(of->owner, sizeof of->owner, g.owner);
	if (of->id) {
		if (find_group_stage(app, of, &s, err))
			return -1;
		of->rev = g.rev;
	}
	text_copy(v->name, sizeof v->name, s.name);
	text_copy(v->aim, sizeof v->aim, s.aim);
	card_form_date(v->from, sizeof v->from, s.from_on);
	card_form_date(v->to, sizeof v->to, s.to_on);
	card_form_number(v->days, sizeof v->days, s.days);
	return 0;
}

static int
group_stage_write(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct stage_values *v = values;
	struct group_stage s = { .position = (int)of->id, .days = (int)card_form_whole(v->days) };
	struct exchange_group g;

	if (exchange_group_load(app->db, of->parent, &g, err))
		return -1;
	if (of->id)
		g.rev = of->rev;
	text_copy(s.name, sizeof s.name, v->name);
	text_copy(s.aim, sizeof s.aim, v->aim);
	card_form_iso(s.from_on, sizeof s.from_on, v->from);
	card_form_iso(s.to_on, sizeof s.to_on, v->to);
	if (group_stage_save(app->db, &g, &s, err))
		return -1;
	of->id = s.position;
	return 0;
}

static void
stage_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)values;
	if (of->id)
		snprintf(dst, size, _("Stage %d"), (int)of->id);
	else
		text_copy(dst, size, _("New stage"));
}

const struct card_form_kind group_stage_form = { .name = "group-stage",
	.fields = group_stage_fields,
	.names = group_stage_names,
	.count = GROUP_STAGE_FIELDS,
	.size = sizeof(struct stage_values),
	.role = PERSON_COORDINATOR,
	.read = group_stage_read,
	.save = group_stage_write,
	.title = stage_title,
	.saved = N_("The stage is saved.") };

/* ---- a stage of a kind ---- */

static const struct field stage_fields[] = {
	NAME_AND_AIM,
	{ .kind = FIELD_NUMBER,
		.label = N_("Begins after months"),
		S(month),
		.width = 4,
		.required = true,
		.whole = true,
		.min = 0,
		.max = 120,
		.help = N_("Counted from the beginning of the group; 0 = at once.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Lasts months"),
		S(months),
		.width = 4,
		.required = true,
		.whole = true,
		.min = 1,
		.max = 60,
		.help = N_("How long the period is in which its meeting is held.") },
	DAYS,
};
enum { STAGE_FIELDS = sizeof stage_fields / sizeof *stage_fields };
static const char *const stage_names[STAGE_FIELDS] = { "name", "aim", "month", "months", "days" };

static int
stage_read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	enum exchange_kind kind = (enum exchange_kind)(of->parent - 1);
	struct stage_values *v = values;
	struct stage *list;
	struct arena arena = { 0 };
	int count, result;

	snprintf(of->uid, sizeof of->uid, "%s-%d", exchange_kind_name(kind), (int)of->id);
	text_copy(v->days, sizeof v->days, "1");
	text_copy(v->months, sizeof v->months, "1");
	if (!of->id)
		return 0;
	result = stage_list(app->db, kind, &arena, &list, &count, err);
	if (result == 0 && of->id > count)
		result = error_set(err, ERROR_MISSING, _("This stage is gone."));
	if (result == 0) {
		const struct stage *s = &list[of->id - 1];

		text_copy(v->name, sizeof v->name, s->name);
		text_copy(v->aim, sizeof v->aim, s->aim);
		snprintf(v->month, sizeof v->month, "%d", s->month);
		snprintf(v->months, sizeof v->months, "%d", s->months);
		snprintf(v->days, sizeof v->days, "%d", s->days);
		of->rev = s->seen;
	}
	arena_release(&arena);
	return result;
}

static int
stage_write(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct stage_values *v = values;
	struct stage s = { .kind = (enum exchange_kind)(of->parent - 1),
		.position = (int)of->id,
		.month = (int)card_form_whole(v->month),
		.months = (int)card_form_whole(v->months),
		.days = (int)card_form_whole(v->days),
		.seen = of->rev };

	text_copy(s.name, sizeof s.name, v->name);
	text_copy(s.aim, sizeof s.aim, v->aim);
	if (stage_save(app->db, &s, err))
		return -1;
	of->id = s.position;
	return 0;
}

const struct card_form_kind stage_form = { .name = "stage",
	.fields = stage_fields,
	.names = stage_names,
	.count = STAGE_FIELDS,
	.size = sizeof(struct stage_values),
	.role = PERSON_COORDINATOR,
	.read = stage_read,
	.save = stage_write,
	.title = stage_title,
	.saved = N_("The stage is saved; groups that are there keep theirs.") };

/* ---- winter holidays ---- */

struct winter_values {
	char unit[128], unit_key[24], first[32], last[32], source[128];
};
#define W(member) AT(struct winter_values, member)

static const struct field winter_fields[] = {
	{ .kind = FIELD_LOOKUP,
		.label = N_("Voivodeship"),
		W(unit),
		.required = true,
		.width = 40,
		.key_offset = offsetof(struct winter_values, unit_key),
		.key_size = sizeof((struct winter_values *)0)->unit_key,
		.suggest = lookup_suggest_unit,
		.none = N_("There is no such unit (JST)."),
		.help = N_("Letters of the name, or the two digits of its code.") },
	{ .kind = FIELD_DATE,
		.label = N_("First day"),
		W(first),
		.required = true,
		.width = 12,
		.help = N_("As a rule a Monday.") },
	{ .kind = FIELD_DATE,
		.label = N_("Last day"),
		W(last),
		.required = true,
		.width = 12,
		.help = N_("As a rule the Sunday two weeks later.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Source"),
		W(source),
		.width = 54,
		.help = N_("Who announced it: MEN and the school year.") },
};
enum { WINTER_FIELDS = sizeof winter_fields / sizeof *winter_fields };
static const char *const winter_names[WINTER_FIELDS] = { "voivodeship", "first", "last", "source" };

int64_t
winter_form_id(const char *voivodeship, const char *first_on)
{
	int year = 0, month = 0, day = 0;

	if (sscanf(first_on, "%d-%d-%d", &year, &month, &day) != 3)
		return 0;
	return (((int64_t)atoi(voivodeship) * 10000 + year) * 100 + month) * 100 + day;
}

char *
group_voivodeship(struct app *app, const char *code, char *dst, size_t size)
{
	struct error ignored = { 0 };
	const struct unit_table *units = app_units(app, &ignored);
	const struct unit *u = units ? unit_by_code(units, code) : NULL;

	snprintf(dst, size, "%s %s", code, u ? u->label : voivodeship_name(code));
	return dst;
}

static int
find_winter(struct app *app, int64_t id, struct winter_break *out, struct error *err)
{
	struct winter_break *list;
	struct arena arena = { 0 };
	int count, result = winter_break_list(app->db, NULL, &arena, &list, &count, err);
	bool found = false;

	for (int i = 0; result == 0 && i < count; i++)
		if (winter_form_id(list[i].voivodeship, list[i].first_on) == id) {
			*out = list[i];
			found = true;
		}
	arena_release(&arena);
	if (result || found)
		return result;
	return error_set(err, ERROR_MISSING, _("These holidays are gone from the table."));
}

static int
winter_read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct winter_values *v = values;
	struct winter_break b;
	const struct unit *u;

	group_line_uid(of->uid, "winter", of->id);
	if (!app_units(app, err))
		return -1;
	if (!of->id)
		return 0;
	if (find_winter(app, of->id, &b, err))
		return -1;
	u = unit_by_code(&app->units, b.voivodeship);
	text_copy(v->unit, sizeof v->unit, b.voivodeship);
	if (u)
		lookup_unit_text(v->unit, sizeof v->unit, u);
	text_copy(v->unit_key, sizeof v->unit_key, b.voivodeship);
	card_form_date(v->first, sizeof v->first, b.first_on);
	card_form_date(v->last, sizeof v->last, b.last_on);
	text_copy(v->source, sizeof v->source, b.source);
	return 0;
}

static int
winter_write(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct winter_values *v = values;
	struct winter_break former, b = { 0 };
	const char *code = v->unit_key[0] ? v->unit_key : v->unit;
	const struct unit *u;
	int64_t id;

	if (of->id && find_winter(app, of->id, &former, err))
		return -1;
	u = app_units(app, err) ? unit_by_code(&app->units, code) : NULL;
	if (u && u->level == LEVEL_VOIVODESHIP)
		text_copy(b.voivodeship, sizeof b.voivodeship, u->code);
	card_form_iso(b.first_on, sizeof b.first_on, v->first);
	card_form_iso(b.last_on, sizeof b.last_on, v->last);
	text_copy(b.source, sizeof b.source, v->source);
	if (winter_break_save(app->db, of->id ? &former : NULL, &b, err))
		return -1;
	id = winter_form_id(b.voivodeship, b.first_on);
	of->id = id;
	return 0;
}

static void
winter_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)values;
	text_copy(dst, size,
		of->id ? _("Winter holidays of schools") : _("New winter holidays of schools"));
}

const struct card_form_kind winter_form = { .name = "winter-break",
	.fields = winter_fields,
	.names = winter_names,
	.count = WINTER_FIELDS,
	.size = sizeof(struct winter_values),
	.role = PERSON_COORDINATOR,
	.read = winter_read,
	.save = winter_write,
	.title = winter_title,
	.saved = N_("The holidays are saved.") };
