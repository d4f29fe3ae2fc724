/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms of an exchange group and of a member. */
#include "config.h"

#include "screens/groups/group_screens.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/contact.h"
#include "model/groups/group_calendar.h"
#include "screens/frame/lookup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define AT(type, member) .offset = offsetof(type, member), .size = sizeof((type *)0)->member
#define KEY(type, member) \
	.key_offset = offsetof(type, member), .key_size = sizeof((type *)0)->member

const char *const exchange_kind_words[] = { N_("experience exchange group (GWD)"),
	N_("strategic management workshops (WZS)"), N_("exchange network"),
	N_("group on cooperation with NGOs"), NULL };
const char *const exchange_units_words[] = { N_("towns"), N_("rural gminas"), N_("powiats"),
	N_("voivodeships"), N_("units of several kinds"), NULL };
const char *const exchange_part_words[] = { N_("team leader"), N_("team member"), N_("observer"),
	N_("expert"), N_("coordinator of the group"), NULL };

/* ---- looking up ---- */

int
group_suggest_contact(void *context, const char *typed, struct field_suggestion *rows, int max)
{
	struct app *app = context;
	struct contact *list;
	struct arena arena = { 0 };
	struct error ignored = { 0 };
	char needle[128], folded[512], text[512];
	int count = 0, n = 0;

	text_fold(needle, sizeof needle, typed);
	if (!app_units(app, &ignored) || contact_list(app->db, &arena, &list, &count, &ignored))
		count = 0;
	for (int i = 0; i < count && n < max; i++) {
		const struct unit *u = unit_by_slot(&app->units, list[i].slot);

		snprintf(text, sizeof text, "%s %s %s", list[i].name, list[i].post,
			u ? u->told : list[i].organisation);
		if (!text_match(text_fold(folded, sizeof folded, text), needle))
			continue;
		text_copy(rows[n].text, sizeof rows[n].text, list[i].name);
		text_copy(rows[n].note, sizeof rows[n].note,
			u                         ? u->told
			: list[i].organisation[0] ? list[i].organisation
						  : list[i].post);
		rows[n].whole = strcmp(text_fold(folded, sizeof folded, list[i].name), needle) == 0;
		snprintf(rows[n++].key, sizeof rows[0].key, "%lld", (long long)list[i].id);
	}
	arena_release(&arena);
	return n;
}

int
group_suggest_group(void *context, const char *typed, struct field_suggestion *rows, int max)
{
	struct app *app = context;
	struct exchange_group *list;
	struct arena arena = { 0 };
	struct error ignored = { 0 };
	char needle[128], folded[512], text[256];
	int count = 0, n = 0;

	text_fold(needle, sizeof needle, typed);
	if (exchange_group_list(app->db, false, NULL, &arena, &list, &count, &ignored))
		count = 0;
	for (int i = 0; i < count && n < max; i++) {
		snprintf(text, sizeof text, "%s %s", list[i].code, list[i].name);
		if (!text_match(text_fold(folded, sizeof folded, text), needle))
			continue;
		text_copy(rows[n].text, sizeof rows[n].text, list[i].code);
		text_copy(rows[n].note, sizeof rows[n].note, list[i].name);
		rows[n].whole = strcmp(text_fold(folded, sizeof folded, list[i].code), needle) == 0;
		text_copy(rows[n++].key, sizeof rows[0].key, list[i].code);
	}
	arena_release(&arena);
	return n;
}

void
group_line_uid(char dst[33], const char *uid, int64_t line)
{
	snprintf(dst, 33, "%.20s-%lld", uid, (long long)(line % 1000000000));
}

int
group_may(struct app *app, struct error *err)
{
	return app_may_write(app, err) || person_may(&app->person, PERSON_COORDINATOR, err) ? -1
											    : 0;
}

/* ---- a group ---- */

struct group_values {
	char code[33], name[160], service[128], service_key[128], starts[32], ends[32], smallest[8],
		largest[8];
	char moderator[128], moderator_key[24], parent[33], parent_key[33], case_mark[64];
	char agreed[32], note[512];
	int kind, units;
};
#define G(member) AT(struct group_values, member)

static const struct field group_fields[] = {
	{ .kind = FIELD_TEXT,
		.label = N_("Code"),
		G(code),
		.required = true,
		.width = 33,
		.check = card_form_code,
		.help = N_(
			"Short, without blanks and accents, as GWD-KULTURA; commands take it.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Name"),
		G(name),
		.required = true,
		.width = 54,
		.help = N_("The whole name, as it stands in invitations and minutes.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Kind"),
		.choices = exchange_kind_words,
		.width = 54,
		.offset = offsetof(struct group_values, kind),
		.help = N_("The kind gives the stages and how many members are usual.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Service"),
		G(service),
		.width = 40,
		KEY(struct group_values, service_key),
		.suggest = lookup_suggest_service,
		.help = N_("The public service that is compared, as on cards of indicators: some "
			   "letters.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Members are"),
		.choices = exchange_units_words,
		.width = 40,
		.offset = offsetof(struct group_values, units),
		.help = N_("Members of another kind are warned of, not refused.") },
	{ .kind = FIELD_DATE,
		.label = N_("Begins on"),
		G(starts),
		.required = true,
		.width = 12,
		.help = N_("Periods of stages are counted from this day.") },
	{ .kind = FIELD_DATE,
		.label = N_("Ends on"),
		G(ends),
		.width = 12,
		.help = N_("The last day; empty while it is not known.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Members, at least"),
		G(smallest),
		.width = 5,
		.whole = true,
		.min = 1,
		.max = 999,
		.help = N_("Fewer are warned of; empty = as is usual for the kind.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Members, at most"),
		G(largest),
		.width = 5,
		.whole = true,
		.min = 1,
		.max = 999,
		.help = N_("More are warned of; empty = as is usual for the kind.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Moderator"),
		G(moderator),
		.width = 40,
		KEY(struct group_values, moderator_key),
		.suggest = group_suggest_contact,
		.none = N_("Nobody in the contacts has this name; menu 8 4, Tab enters people."),
		.help = N_("Who leads the meetings: some letters of the name.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Sub-group of"),
		G(parent),
		.width = 33,
		KEY(struct group_values, parent_key),
		.suggest = group_suggest_group,
		.none = N_("There is no such group."),
		.help = N_("The group above; empty when it stands by itself.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Case mark"),
		G(case_mark),
		.width = 40,
		.help = N_("Of the group's file in the office (znak sprawy); minutes carry it.") },
	{ .kind = FIELD_DATE,
		.label = N_("Comparison agreed"),
		G(agreed),
		.width = 12,
		.help = N_("The day on which members let the comparison out; empty = for internal "
			   "use.") },
	{ .kind = FIELD_LINES,
		.label = N_("Remark"),
		G(note),
		.rows = 3,
		.help = N_("What a colleague should know about this group; may stay empty.") },
};
enum { GROUP_FIELDS = sizeof group_fields / sizeof *group_fields };
static const char *const group_names[GROUP_FIELDS] = { "code", "name", "kind", "service", "units",
	"starts", "ends", "smallest", "largest", "moderator", "parent", "case", "agreed", "note" };

static int
group_read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct group_values *v = values;
	struct exchange_group g;

	if (of->id == 0) {
		date_format(v->starts, sizeof v->starts, clock_today());
		v->units = UNITS_MIXED;
		return 0;
	}
	if (exchange_group_load(app->db, of->id, &g, err))
		return -1;
	of->rev = g.rev;
	text_copy(of->uid, sizeof of->uid, g.uid);
	text_copy(of->owner, sizeof of->owner, g.owner);
	text_copy(v->code, sizeof v->code, g.code);
	text_copy(v->name, sizeof v->name, g.name);
	v->kind = (int)g.kind;
	v->units = (int)g.units;
	text_copy(v->service, sizeof v->service, g.service);
	text_copy(v->service_key, sizeof v->service_key, g.service);
	card_form_date(v->starts, sizeof v->starts, g.starts_on);
	card_form_date(v->ends, sizeof v->ends, g.ends_on);
	card_form_number(v->smallest, sizeof v->smallest, g.smallest);
	card_form_number(v->largest, sizeof v->largest, g.largest);
	text_copy(v->moderator, sizeof v->moderator, g.moderator_name);
	if (g.moderator)
		snprintf(v->moderator_key, sizeof v->moderator_key, "%lld", (long long)g.moderator);
	text_copy(v->parent, sizeof v->parent, g.parent_code);
	text_copy(v->parent_key, sizeof v->parent_key, g.parent_code);
	text_copy(v->case_mark, sizeof v->case_mark, g.case_mark);
	card_form_date(v->agreed, sizeof v->agreed, g.agreed_on);
	text_copy(v->note, sizeof v->note, g.note);
	return 0;
}

/* The group that is saved: what the form does not show stays. */
static int
start_group(struct app *app, const struct card_form_of *of, enum exchange_kind kind,
	struct exchange_group *g, struct error *err)
{
	struct exchange_group usual;

	exchange_group_defaults(&usual, kind);
	if (of->id) {
		if (exchange_group_load(app->db, of->id, g, err))
			return -1;
		g->rev = of->rev;
		g->kind = kind;
		g->smallest = usual.smallest;
		g->largest = usual.largest;
		return 0;
	}
	*g = usual;
	return 0;
}

static int
group_write(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct group_values *v = values;
	struct exchange_group g, above;

	if (start_group(app, of, (enum exchange_kind)v->kind, &g, err))
		return -1;
	text_copy(g.code, sizeof g.code, v->code);
	text_copy(g.name, sizeof g.name, v->name);
	text_copy(g.service, sizeof g.service, v->service);
	g.units = (enum exchange_units)v->units;
	card_form_iso(g.starts_on, sizeof g.starts_on, v->starts);
	card_form_iso(g.ends_on, sizeof g.ends_on, v->ends);
	if (v->smallest[0])
		g.smallest = (int)card_form_whole(v->smallest);
	if (v->largest[0])
		g.largest = (int)card_form_whole(v->largest);
	g.moderator = v->moderator[0] ? atoll(v->moderator_key) : 0;
	g.parent = 0;
	if (v->parent[0]) {
		if (exchange_group_by_code(
			    app->db, v->parent_key[0] ? v->parent_key : v->parent, &above, err)) {
			err->field = EXCHANGE_FIELD_PARENT;
			return -1;
		}
		g.parent = above.id;
	}
	text_copy(g.case_mark, sizeof g.case_mark, v->case_mark);
	card_form_iso(g.agreed_on, sizeof g.agreed_on, v->agreed);
	text_copy(g.note, sizeof g.note, v->note);
	if (exchange_group_save(app->db, &g, err))
		return -1;
	of->id = g.id;
	return 0;
}

static void
group_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	if (of->id)
		snprintf(dst, size, _("Group %s"), ((const struct group_values *)values)->code);
	else
		text_copy(dst, size, _("New exchange group"));
}

/* Once it has met, saving refuses; there is nothing to ask. */
static void
group_doubt(
	struct app *app, const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct group_values *v = values;
	struct exchange_group former;
	struct error ignored = { 0 };
	bool fixed;

	if (!of->id || exchange_group_load(app->db, of->id, &former, &ignored) ||
		v->kind == (int)former.kind ||
		group_stage_fixed(app->db, of->id, &fixed, &ignored) || fixed)
		return;
	text_copy(dst, size,
		_("The group is of another kind now: its stages and their agendas give way to "
		  "those of the new kind, planned meetings stay without a stage."));
}

const struct card_form_kind exchange_group_form = { .name = "exchange-group",
	.fields = group_fields,
	.names = group_names,
	.count = GROUP_FIELDS,
	.size = sizeof(struct group_values),
	.role = PERSON_COORDINATOR,
	.read = group_read,
	.save = group_write,
	.doubt = group_doubt,
	.title = group_title,
	.saved = N_("The group is saved.") };

/* ---- a member ---- */

struct member_values {
	char unit[128], unit_key[24], joined[32], left[32], order[8], presentation[256];
};
#define M(member) AT(struct member_values, member)

/* Who is a member stays who it is: another unit is another member. */
#define MEMBER_FIELDS(is_fixed)                                                                  \
	{                                                                                        \
		{ .kind = FIELD_LOOKUP,                                                          \
			.label = N_("Unit (JST)"),                                               \
			M(unit),                                                                 \
			.required = true,                                                        \
			.fixed = is_fixed,                                                       \
			.width = 40,                                                             \
			KEY(struct member_values, unit_key),                                     \
			.suggest = lookup_suggest_unit,                                          \
			.none = N_("There is no such unit (JST)."),                              \
			.help = N_("Letters of the name or the TERYT code.") },                  \
			{ .kind = FIELD_DATE,                                                    \
				.label = N_("Joins on"),                                         \
				M(joined),                                                       \
				.width = 12,                                                     \
				.help = N_("The first day as a member: that of the group until " \
					   "its first meeting was held, then today.") },         \
			{ .kind = FIELD_DATE,                                                    \
				.label = N_("Leaves on"),                                        \
				M(left),                                                         \
				.width = 12,                                                     \
				.help = N_(                                                      \
					"Its last day as a member; empty while none is set.") }, \
			{ .kind = FIELD_NUMBER,                                                  \
				.label = N_("Turn as host"),                                     \
				M(order),                                                        \
				.width = 5,                                                      \
				.whole = true,                                                   \
				.min = 1,                                                        \
				.max = 99,                                                       \
				.help = N_("1 for the first host; empty = not decided yet.") },  \
			{ .kind = FIELD_TEXT,                                                    \
				.label = N_("Will present"),                                     \
				M(presentation),                                                 \
				.width = 54,                                                     \
				.help = N_("What the host will show of its service.") },         \
	}

static const struct field member_fields[] = MEMBER_FIELDS(true);
static const struct field new_member_fields[] = MEMBER_FIELDS(false);
enum { MEMBER_FIELD_COUNT = sizeof member_fields / sizeof *member_fields };
static const char *const member_names[MEMBER_FIELD_COUNT] = { "unit", "joined", "left", "order",
	"presentation" };

static int
member_read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct member_values *v = values;
	struct exchange_group g;
	struct exchange_member m = { .id = 0 };

	if (exchange_group_load(app->db, of->parent, &g, err))
		return -1;
	group_line_uid(of->uid, g.uid, of->id);
	text_copy(of->owner, sizeof of->owner, g.owner);
	if (of->id == 0) {
		if (exchange_member_day(app->db, &g, m.joined_on, err))
			return -1;
		card_form_date(v->joined, sizeof v->joined, m.joined_on);
		return 0;
	}
	if (exchange_member_load(app->db, of->id, &m, err))
		return -1;
	of->rev = g.rev;
	card_form_date(v->joined, sizeof v->joined, m.joined_on);
	card_form_date(v->left, sizeof v->left, m.left_on);
	card_form_number(v->order, sizeof v->order, m.host_order);
	text_copy(v->presentation, sizeof v->presentation, m.presentation);
	return lookup_unit_put(
		app, m.slot, v->unit, sizeof v->unit, v->unit_key, sizeof v->unit_key, err);
}

static int
member_write(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct member_values *v = values;
	struct exchange_member m = { .id = of->id };
	struct exchange_group g;

	if (exchange_group_load(app->db, of->parent, &g, err) ||
		lookup_unit_take(app, v->unit, v->unit_key, MEMBER_FIELD_UNIT, &m.slot, err))
		return -1;
	if (of->id)
		g.rev = of->rev; /* a new one takes nothing from a colleague */
	card_form_iso(m.joined_on, sizeof m.joined_on, v->joined);
	card_form_iso(m.left_on, sizeof m.left_on, v->left);
	m.host_order = (int)card_form_whole(v->order);
	text_copy(m.presentation, sizeof m.presentation, v->presentation);
	if (exchange_member_save(app->db, &g, &m, err))
		return -1;
	of->id = m.id;
	return 0;
}

/* A turn that another member has, when it is chosen. */
static void
member_doubt(
	struct app *app, const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct member_values *v = values;
	struct exchange_member m = { .host_order = (int)card_form_whole(v->order) }, was, *list;
	struct error ignored = { 0 };
	struct arena arena = { 0 };
	const struct unit_table *units = app_units(app, &ignored);
	const char *shared = NULL;
	int count;

	if (of->id && exchange_member_load(app->db, of->id, &was, &ignored) == 0 &&
		was.host_order == m.host_order)
		return;
	card_form_iso(m.left_on, sizeof m.left_on, v->left);
	if (units &&
		lookup_unit_take(app, v->unit, v->unit_key, MEMBER_FIELD_UNIT, &m.slot, &ignored) ==
			0 &&
		exchange_member_list(app->db, of->parent, NULL, &arena, &list, &count, &ignored) ==
			0)
		shared = host_turn_shared(list, count, &m, units, &arena);
	text_copy(dst, size, shared ? shared : "");
	arena_release(&arena);
}

static void
member_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	if (of->id)
		snprintf(dst, size, _("Member %s"), ((const struct member_values *)values)->unit);
	else
		text_copy(dst, size, _("New member"));
}

#define MEMBER_FORM(field_list)                                                                   \
	{                                                                                         \
		.name = "exchange-member", .fields = field_list, .names = member_names,           \
		.count = MEMBER_FIELD_COUNT, .size = sizeof(struct member_values),                \
		.role = PERSON_COORDINATOR, .read = member_read, .save = member_write,            \
		.doubt = member_doubt, .title = member_title, .saved = N_("The member is saved.") \
	}
const struct card_form_kind exchange_member_form = MEMBER_FORM(member_fields);
const struct card_form_kind exchange_new_member_form = MEMBER_FORM(new_member_fields);
