/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group: exchange groups and the calendar proposed. */
#include "config.h"

#include "commands/given.h"
#include "commands/group_commands.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/contact.h"
#include "model/groups/exchange_group.h"
#include "model/groups/group_calendar.h"
#include "model/owner.h"
#include "model/groups/stage.h"

#include <stdio.h>
#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

int
group_operand(struct run *run, struct exchange_group *g, struct error *err)
{
	if (exchange_group_by_code(run->db, run->arguments->operands[0], g, err) == 0)
		return 0;
	if (err->code == ERROR_MISSING)
		run_advise(err, _("gromada list groups prints all of them."));
	return -1;
}

int
command_list_exchange_groups(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "code", N_("code"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT },
		{ "kind", N_("kind"), REPORT_TEXT },
		{ "service", N_("service"), REPORT_TEXT },
		{ "units", N_("members are"), REPORT_TEXT },
		{ "starts_on", N_("begins on"), REPORT_TEXT },
		{ "ends_on", N_("ends on"), REPORT_TEXT },
		{ "members", N_("members"), REPORT_NUMBER },
		{ "owner", N_("kept by"), REPORT_TEXT },
	};
	bool retired = run_option(run, OPTION_RETIRED) != NULL;
	struct exchange_group *list;
	struct result *r;
	char owner[160];
	int count;

	if (exchange_group_list(run->db, retired, NULL, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Exchange groups"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		const struct exchange_group *g = &list[i];

		if (g->retired != retired)
			continue;
		result_text(r, g->code);
		result_text(r, g->name);
		result_words(r, exchange_kind_name(g->kind), exchange_kind_label(g->kind));
		result_text(r, g->service);
		result_words(r, exchange_units_name(g->units), exchange_units_label(g->units));
		result_text(r, g->starts_on);
		result_text(r, g->ends_on);
		result_whole(r, g->members);
		result_text(r, owner_name(run->db, g->owner, owner, sizeof(owner)));
	}
	return result_end(r, err);
}

/* ---- FIELD=VALUE ---- */

struct group_given { /* words as typed, beside the group */
	struct exchange_group group;
	char kind[16], units[16], moderator[128];
};
#define G(member) GIVEN_AT(struct group_given, member)

static const struct given_field fields[] = {
	{ "code", GIVEN_TEXT, G(group.code), 0, 0, 0 },
	{ "name", GIVEN_TEXT, G(group.name), 0, 0, 0 },
	{ "kind", GIVEN_TEXT, G(kind), 0, 0, 0 },
	{ "service", GIVEN_TEXT, G(group.service), 0, 0, 0 },
	{ "units", GIVEN_TEXT, G(units), 0, 0, 0 },
	{ "starts", GIVEN_DATE, G(group.starts_on), 0, 0, 0 },
	{ "ends", GIVEN_DATE, G(group.ends_on), 0, 0, 0 },
	{ "smallest", GIVEN_WHOLE, G(group.smallest), 1, 999, 0 },
	{ "largest", GIVEN_WHOLE, G(group.largest), 1, 999, 0 },
	{ "moderator", GIVEN_TEXT, G(moderator), 0, 0, 0 },
	{ "parent", GIVEN_TEXT, G(group.parent_code), 0, 0, 0 },
	{ "case", GIVEN_TEXT, G(group.case_mark), 0, 0, 0 },
	{ "agreed", GIVEN_DATE, G(group.agreed_on), 0, 0, 0 },
	{ "note", GIVEN_TEXT, G(group.note), 0, 0, 0 },
};

int
group_kind_given(const char *word, enum exchange_kind *out, struct error *err)
{
	int kind = exchange_kind_from_name(word);

	if (kind < 0)
		return error_set(err, ERROR_INPUT,
			_("\"%s\" is no kind of exchange group; the kinds are gwd, wzs, network, "
			  "jst_ngo."),
			word);
	*out = (enum exchange_kind)kind;
	return 0;
}

static int
set_units(struct exchange_group *g, const char *word, struct error *err)
{
	int units = exchange_units_from_name(word);

	if (units < 0)
		return error_set(err, ERROR_INPUT,
			_("\"%s\" cannot be units, which is towns, rural, powiats, voivodeships or "
			  "mixed."),
			word);
	g->units = (enum exchange_units)units;
	return 0;
}

/* From words to what they mean. */
static int
settle(struct run *run, struct group_given *given, struct error *err)
{
	struct exchange_group *g = &given->group, above;
	struct contact c;

	if (group_kind_given(given->kind, &g->kind, err) || set_units(g, given->units, err))
		return -1;
	g->moderator = 0;
	if (given->moderator[0]) {
		if (contact_find(run->db, given->moderator, &c, err))
			return -1;
		g->moderator = c.id;
	}
	if (g->parent && exchange_group_load(run->db, g->parent, &above, err))
		return -1;
	if (g->parent && !strcmp(above.code, g->parent_code))
		return 0; /* as it was, even if it was deleted meanwhile */
	g->parent = 0;
	if (!g->parent_code[0])
		return 0;
	if (exchange_group_by_code(run->db, g->parent_code, &above, err))
		return -1;
	g->parent = above.id;
	return 0;
}

static void
as_given(const struct exchange_group *g, struct group_given *out)
{
	*out = (struct group_given){ .group = *g };
	text_copy(out->kind, sizeof(out->kind), exchange_kind_name(g->kind));
	text_copy(out->units, sizeof(out->units), exchange_units_name(g->units));
	if (g->moderator)
		snprintf(out->moderator, sizeof(out->moderator), "%lld", (long long)g->moderator);
}

/* ---- making and changing ---- */

static int
take_options(struct run *run, struct exchange_group *g, struct error *err)
{
	const char *starts = run_option(run, OPTION_STARTS), *ends = run_option(run, OPTION_ENDS);
	const char *name = run_option(run, OPTION_NAME), *service = run_option(run, OPTION_SERVICE);
	const char *units = run_option(run, OPTION_UNITS), *note = run_option(run, OPTION_NOTE);

	if (group_kind_given(run_option(run, OPTION_KIND), &g->kind, err))
		return -1;
	exchange_group_defaults(g, g->kind);
	date_iso(g->starts_on, sizeof(g->starts_on), clock_today());
	if (run_text(run->arguments->operands[0], g->code, sizeof(g->code), err) ||
		(name && run_text(name, g->name, sizeof(g->name), err)) ||
		(service && run_text(service, g->service, sizeof(g->service), err)) ||
		(note && run_text(note, g->note, sizeof(g->note), err)) ||
		(units && set_units(g, units, err)) ||
		(starts && run_day(starts, g->starts_on, sizeof(g->starts_on), err)) ||
		(ends && run_day(ends, g->ends_on, sizeof(g->ends_on), err)))
		return -1;
	g->made_up = run_option(run, OPTION_MADE_UP) != NULL;
	return 0;
}

int
group_say_warnings(struct run *run, const struct exchange_group *g, struct error *err)
{
	const char **list;
	int count;

	if (run_units(run, err) ||
		exchange_group_warnings(run->db, g, &run->units, &run->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		run_say("%s", list[i]);
	return 0;
}

int
command_exchange_add(struct run *run, struct error *err)
{
	const struct arguments *a = run->arguments;
	int count = a->operand_count - 1;
	struct exchange_member *members =
		arena_array(&run->arena, (size_t)count + 1, sizeof(*members));
	struct exchange_group g = { 0 };

	if (person_may(&run->person, PERSON_COORDINATOR, err) || take_options(run, &g, err))
		return -1;
	for (int i = 0; i < count; i++) {
		const struct unit *u;

		if (run_unit(run, a->operands[i + 1], &u, err))
			return -1;
		members[i].slot = u->slot;
		text_copy(members[i].joined_on, sizeof(members[i].joined_on), g.starts_on);
	}
	if (exchange_group_found(run->db, &g, members, count, err))
		return -1;
	run_say(_("Made the exchange group %s."), g.code);
	return group_say_warnings(run, &g, err);
}

/* 1 = go on, 0 = no, -1 = failed. Nobody can be asked in a script: --yes says it there. */
static int
renew_stages(struct run *run, const struct exchange_group *g, struct error *err)
{
	char question[256];
	bool fixed;
	int answer;

	if (run_option(run, OPTION_YES))
		return 1;
	if (group_stage_fixed(run->db, g->id, &fixed, err))
		return -1;
	if (fixed)
		return 1; /* saving says so */
	snprintf(question, sizeof(question),
		_("Give the group %s the stages and agendas of its new kind in place of its own?"),
		g->code);
	answer = run_ask(question);
	return answer >= 0 ? answer
			   : error_set(err, ERROR_INPUT,
				     _("The group %s would get the stages and agendas of its new "
				       "kind in place of its own; --yes says so."),
				     g->code);
}

int
command_group_change(struct run *run, struct error *err)
{
	struct group_given given;
	struct exchange_group g;
	int yes = 1;

	if (group_operand(run, &g, err))
		return -1;
	as_given(&g, &given);
	if (given_apply(run, 1, fields, COUNT(fields), &given, err) || settle(run, &given, err))
		return -1;
	if (given.group.kind != g.kind)
		yes = renew_stages(run, &g, err);
	if (yes == 0)
		return run_declined(run, _("Nothing was changed."));
	if (yes < 0 || exchange_group_save(run->db, &given.group, err))
		return -1;
	run_say(_("Changed the exchange group %s."), given.group.code);
	return group_say_warnings(run, &given.group, err);
}

int
command_group_retire(struct run *run, struct error *err)
{
	struct exchange_group g;

	if (group_operand(run, &g, err) || exchange_group_retire(run->db, &g, false, err))
		return -1;
	run_say(_("The exchange group %s is deleted; gromada group restore %s brings it back."),
		g.code, g.code);
	return 0;
}

int
command_group_restore(struct run *run, struct error *err)
{
	const char *code = run->arguments->operands[0];
	struct exchange_group *list;
	int count;

	if (exchange_group_list(run->db, true, NULL, &run->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (list[i].retired && strcmp(list[i].code, code) == 0) {
			if (person_may(&run->person, PERSON_COORDINATOR, err) ||
				exchange_group_retire(run->db, &list[i], true, err))
				return -1;
			run_say(_("The exchange group %s is in use again."), code);
			return 0;
		}
	return command_comparison_restore(run, err);
}

/* ---- showing ---- */

static int
show_members(struct run *run, const struct exchange_group *g, struct result *r, struct error *err)
{
	struct exchange_member *list;
	char today[16];
	int count;

	if (exchange_member_list(run->db, g->id, NULL, &run->arena, &list, &count, err))
		return -1;
	date_iso(today, sizeof(today), clock_today());
	for (int i = 0; i < count; i++) {
		const struct unit *u = unit_by_slot(&run->units, list[i].slot);
		bool former = exchange_member_left(&list[i], today);

		result_pair(r, former ? "former_member" : "member",
			arena_format(&run->arena, "%s %s %s%s%s", u ? run_code(u) : "",
				u ? u->told : "", list[i].joined_on, list[i].left_on[0] ? " " : "",
				list[i].left_on));
	}
	return 0;
}

/* Whose turn it is to be host, and what it will show. */
static int
show_hosts(struct run *run, const struct exchange_group *g, struct result *r, struct error *err)
{
	struct exchange_member *list;
	int count;

	if (exchange_member_list(run->db, g->id, NULL, &run->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (list[i].host_order || list[i].presentation[0])
			result_pair(r, "host",
				arena_format(&run->arena, "%d %s%s%s", list[i].host_order,
					run_code_of(run, list[i].slot),
					list[i].presentation[0] ? " " : "", list[i].presentation));
	return 0;
}

/* To those who may list contacts, too. */
static int
show_people(struct run *run, const struct exchange_group *g, struct result *r, struct error *err)
{
	struct error no = { .code = ERROR_NONE };
	struct exchange_person *list;
	int count;

	if (person_may(&run->person, PERSON_CLERK, &no))
		return 0;
	if (exchange_person_list(run->db, g->id, NULL, &run->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++) {
		const struct exchange_person *p = &list[i];

		result_pair(r, "person",
			arena_format(&run->arena, "%s %s%s%s%s%s%s%s", exchange_part_name(p->part),
				p->name, p->field[0] ? " field=" : "", p->field,
				p->from_on[0] ? " from=" : "", p->from_on,
				p->to_on[0] ? " to=" : "", p->to_on));
	}
	return 0;
}

static int
show_stages(struct run *run, const struct exchange_group *g, struct result *r, struct error *err)
{
	struct group_stage *list;
	int count;

	if (group_stage_list(run->db, g->id, &run->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		result_pair(r, "stage",
			arena_format(&run->arena, "%d %s %s %s", list[i].position, list[i].from_on,
				list[i].to_on, list[i].name));
	return 0;
}

int
command_group_show(struct run *run, struct error *err)
{
	struct group_given given;
	struct exchange_group g;
	struct result *r;
	char owner[160];

	if (group_operand(run, &g, err) || run_units(run, err) ||
		result_start(&r, run, g.name, result_pairs, 2, err))
		return -1;
	as_given(&g, &given);
	given_print(r, fields, COUNT(fields), &given);
	result_pair(r, "owner", owner_name(run->db, g.owner, owner, sizeof(owner)));
	result_pair(r, "made_up", g.made_up ? "yes" : "no");
	if (show_members(run, &g, r, err) || show_hosts(run, &g, r, err) ||
		show_people(run, &g, r, err) || show_stages(run, &g, r, err)) {
		result_abandon(r);
		return -1;
	}
	return result_end(r, err);
}

int
command_group_calendar(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "stage", N_("stage"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT },
		{ "starts_on", N_("day"), REPORT_TEXT },
		{ "ends_on", N_("last day"), REPORT_TEXT },
		{ "days", N_("days"), REPORT_NUMBER },
		{ "host", N_("host"), REPORT_TEXT },
		{ "host_name", N_("host's name"), REPORT_TEXT },
		{ "state", N_("state"), REPORT_TEXT },
		{ "remark", N_("remark"), REPORT_TEXT },
	};
	struct proposed_meeting *list;
	struct exchange_group g;
	struct result *r;
	int count;

	if (group_operand(run, &g, err) || run_units(run, err) ||
		group_calendar_propose(run->db, &g, &run->arena, &list, &count, err) ||
		result_start(&r, run, g.name, RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		const struct unit *u = unit_by_slot(&run->units, list[i].host);
		char last[12];

		result_whole(r, list[i].stage);
		result_text(r, list[i].stage_name);
		result_text(r, list[i].starts_on);
		result_text(r, group_calendar_last_day(last, &list[i]));
		result_whole(r, list[i].days);
		result_text(r, u ? run_code(u) : "");
		result_text(r, u ? u->told : "");
		result_words(r, list[i].there ? "there" : "proposed",
			list[i].there ? _("there already") : _("proposed"));
		result_text(r, list[i].remark);
	}
	return result_end(r, err);
}

int
command_group_schedule(struct run *run, struct error *err)
{
	struct proposed_meeting *list;
	struct exchange_group g;
	int count, made = 0;

	if (group_operand(run, &g, err) ||
		group_calendar_propose(run->db, &g, &run->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (!list[i].there && list[i].starts_on[0])
			list[made++] = list[i];
	if (made && group_calendar_take(run->db, g.id, list, made, err))
		return -1;
	run_say(P_("%d meeting is in the calendar.", "%d meetings are in the calendar.",
			(unsigned long)made),
		made);
	return 0;
}
