/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exchange groups of the demonstration data: people as roles, groups with their members. */
#include "config.h"

#include "exchange/demo_parts.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/contact.h"
#include "model/groups/exchange_group.h"

#include <stdlib.h>
#include <string.h>

enum { CONTACTS = 16, MEMBERS = 16 };

struct member_row {
	char group[33];
	int slot, host_order;
};

struct people {
	int64_t contacts[CONTACTS]; /* by number of the file, from 1 */
	int contact_count;
	struct member_row *rows;
	int row_count;
	size_t room;
};

static int
take_contact(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	struct people *p = f->more;
	struct contact c = { 0 };

	if (p->contact_count + 1 >= CONTACTS)
		return demo_damaged(err);
	text_copy(c.name, sizeof(c.name), fields[1].text);
	text_copy(c.organisation, sizeof(c.organisation), fields[2].text);
	text_copy(c.post, sizeof(c.post), fields[3].text);
	text_copy(c.purpose, sizeof(c.purpose), _("running exchange groups (example)"));
	if (contact_save(f->db, &c, err) < 0)
		return -1;
	p->contacts[++p->contact_count] = c.id;
	return 0;
}

static int
take_member(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	const struct unit *unit = unit_need(&f->units, fields[1].text, err);
	struct people *p = f->more;
	struct member_row *row;

	if (!unit)
		return -1;
	p->rows = arena_grow(&f->arena, p->rows, (size_t)p->row_count, &p->room, sizeof(*p->rows));
	row = &p->rows[p->row_count++];
	*row = (struct member_row){ .slot = unit->slot, .host_order = atoi(fields[2].text) };
	text_copy(row->group, sizeof(row->group), fields[0].text);
	return 0;
}

static int
take_group(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	int kind = exchange_kind_from_name(fields[2].text), count = 0;
	int units = exchange_units_from_name(fields[4].text), moderator = atoi(fields[7].text);
	struct exchange_member members[MEMBERS] = { 0 };
	const struct people *p = f->more;
	struct exchange_group g;

	if (kind < 0 || units < 0 || moderator < 0 || moderator > p->contact_count)
		return demo_damaged(err);
	exchange_group_defaults(&g, (enum exchange_kind)kind);
	text_copy(g.code, sizeof(g.code), fields[0].text);
	text_copy(g.name, sizeof(g.name), fields[1].text);
	text_copy(g.service, sizeof(g.service), fields[3].text);
	g.units = (enum exchange_units)units;
	text_copy(g.starts_on, sizeof(g.starts_on), fields[5].text);
	text_copy(g.ends_on, sizeof(g.ends_on), fields[6].text);
	g.moderator = p->contacts[moderator];
	text_copy(g.note, sizeof(g.note), fields[8].text);
	g.made_up = true;
	for (int i = 0; i < p->row_count && count < MEMBERS; i++) {
		if (strcmp(p->rows[i].group, g.code) != 0)
			continue;
		members[count].slot = p->rows[i].slot;
		members[count].host_order = p->rows[i].host_order;
		text_copy(members[count].joined_on, sizeof(members[count].joined_on), g.starts_on);
		count++;
	}
	return exchange_group_found(f->db, &g, members, count, err);
}

int
demo_groups_fill(struct demo_filling *f, struct error *err)
{
	struct people people = { .contact_count = 0 };

	f->more = &people;
	return demo_read_file("contacts.csv", (struct demo_file){ f, 4, take_contact }, err) ||
			       demo_read_file("exchange_members.csv",
				       (struct demo_file){ f, 3, take_member }, err) ||
			       demo_read_file("exchange_groups.csv",
				       (struct demo_file){ f, 9, take_group }, err)
		       ? -1
		       : 0;
}
