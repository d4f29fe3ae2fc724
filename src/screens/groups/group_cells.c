/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a group show: members, people, stages, hosts in their turn. */
#include "config.h"

#include "screens/groups/group_parts.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/format.h"
#include "screens/groups/group_screens.h"

#include <stdio.h>

static const struct list_column members[] = {
	{ N_("Member (JST)"), 0, false },
	{ N_("Kind"), 22, false },
	{ N_("Joins on"), 10, false },
	{ N_("Leaves on"), 10, false },
	{ N_("Turn"), 5, true },
};
static const struct list_column people[] = {
	{ N_("Person"), 0, false },
	{ N_("Role"), 20, false },
	{ N_("Unit, organisation"), 22, false },
	{ N_("Until"), 10, false },
};
static const struct list_column stages[] = {
	{ N_("Stage"), 0, false },
	{ N_("From"), 10, false },
	{ N_("To"), 10, false },
	{ N_("Days"), 4, true },
	{ N_("Meeting"), 10, false },
};
static const struct list_column hosts[] = {
	{ N_("Host"), 0, false },
	{ N_("Held"), 6, true },
	{ N_("Planned"), 7, true },
	{ N_("Last"), 10, false },
	{ N_("Will present"), 26, false },
};
#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

const struct list_column *const group_columns[GROUP_TABS] = {
	[TAB_MEMBERS] = members,
	[TAB_PEOPLE] = people,
	[TAB_STAGES] = stages,
	[TAB_HOSTS] = hosts,
};
const int group_column_counts[GROUP_TABS] = {
	[TAB_MEMBERS] = COUNT(members),
	[TAB_PEOPLE] = COUNT(people),
	[TAB_STAGES] = COUNT(stages),
	[TAB_HOSTS] = COUNT(hosts),
};
const char *const group_empty[GROUP_TABS] = {
	[TAB_MEMBERS] = N_("No member yet: F7 adds a unit."),
	[TAB_PEOPLE] = N_("Nobody yet: F7 adds a person, of the contacts or a new one."),
	[TAB_STAGES] = N_("No stage yet: F7 adds one."),
	[TAB_HOSTS] = N_("Hosts are the members: add them first."),
};

/* GWD, WZS are words of the trade; the others are short in either language. */
const char *
group_short_kind(enum exchange_kind kind)
{
	static const char *const words[] = { [EXCHANGE_GWD] = "GWD",
		[EXCHANGE_WZS] = "WZS",
		[EXCHANGE_NETWORK] = N_("network"),
		[EXCHANGE_JST_NGO] = "JST–NGO" };

	return _(words[kind]);
}

const char *
group_unit(const struct group_card *v, int slot)
{
	const struct unit *u = v->units ? unit_by_slot(v->units, slot) : NULL;

	return u ? u->told : "–";
}

static void
member_cell(const struct group_card *v, int row, int column, struct list_cell *c)
{
	const struct exchange_member *m = &v->members[row];
	const struct unit *u = v->units ? unit_by_slot(v->units, m->slot) : NULL;

	if (m->left_on[0])
		c->role = ROLE_HINT;
	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text, group_unit(v, m->slot));
		break;
	case 1:
		text_copy(c->text, sizeof c->text, u ? unit_kind_label(u) : "");
		break;
	case 2:
	case 3:
		format_date(c->text, sizeof c->text, column == 2 ? m->joined_on : m->left_on);
		break;
	default:
		if (m->host_order)
			snprintf(c->text, sizeof c->text, "%d", m->host_order);
		break;
	}
}

static void
person_cell(const struct group_card *v, int row, int column, struct list_cell *c)
{
	const struct exchange_person *p = &v->people[row];

	switch (column) {
	case 0:
		snprintf(c->text, sizeof c->text, "%.100s%s%.120s", p->name, p->post[0] ? ", " : "",
			p->post);
		break;
	case 1:
		snprintf(c->text, sizeof c->text, "%s%s%s", exchange_part_label(p->part),
			p->field[0] ? ": " : "", p->field);
		break;
	case 2:
		text_copy(c->text, sizeof c->text,
			p->slot ? group_unit(v, p->slot) : p->organisation);
		break;
	default:
		format_date(c->text, sizeof c->text, p->to_on);
		break;
	}
}

static void
stage_cell(const struct group_card *v, int row, int column, struct list_cell *c)
{
	const struct group_stage *s = &v->stages[row];

	switch (column) {
	case 0:
		snprintf(c->text, sizeof c->text, "%d. %s", s->position, s->name);
		break;
	case 1:
	case 2:
		format_date(c->text, sizeof c->text, column == 1 ? s->from_on : s->to_on);
		break;
	case 3:
		snprintf(c->text, sizeof c->text, "%d", s->days);
		break;
	default:
		format_date(c->text, sizeof c->text,
			v->meetings[row].there ? v->meetings[row].starts_on : "");
		break;
	}
}

static void
host_cell(const struct group_card *v, int row, int column, struct list_cell *c)
{
	const struct host_turn *t = &v->turns[row];

	switch (column) {
	case 0:
		snprintf(c->text, sizeof c->text, "%d. %s", t->turn, group_unit(v, t->member.slot));
		break;
	case 1:
	case 2:
		snprintf(c->text, sizeof c->text, "%d", column == 1 ? t->hosted : t->planned);
		break;
	case 3:
		format_date(c->text, sizeof c->text, t->last_on);
		break;
	default:
		text_copy(c->text, sizeof c->text, t->member.presentation);
		break;
	}
}

void
group_cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct group_card *v = self;

	if (v->tab == TAB_MEMBERS)
		member_cell(v, row, column, c);
	else if (v->tab == TAB_PEOPLE)
		person_cell(v, row, column, c);
	else if (v->tab == TAB_STAGES)
		stage_cell(v, row, column, c);
	else
		host_cell(v, row, column, c);
}

int64_t
group_row_id(const struct group_card *v, int row)
{
	switch (v->tab) {
	case TAB_MEMBERS:
		return v->members[row].id;
	case TAB_PEOPLE:
		return v->people[row].contact;
	case TAB_STAGES:
		return v->stages[row].position;
	default:
		return v->turns[row].member.id;
	}
}
