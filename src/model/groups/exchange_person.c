/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People of exchange groups: contacts with their part; their lines belong to the group. */
#include "config.h"

#include "model/groups/exchange_parts.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/contact.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/surveys/wave.h"
#include "model/word.h"

#include <string.h>

static const struct word parts[] = {
	[PART_LEADER] = { "leader", N_("team leader") },
	[PART_MEMBER] = { "member", N_("team member") },
	[PART_OBSERVER] = { "observer", N_("observer") },
	[PART_EXPERT] = { "expert", N_("expert") },
	[PART_COORDINATOR] = { "coordinator", N_("coordinator of the group") },
};

const char *
exchange_part_name(enum exchange_part part)
{
	return parts[part].name;
}

const char *
exchange_part_label(enum exchange_part part)
{
	return _(parts[part].label);
}

int
exchange_part_from_name(const char *name)
{
	return word_find(parts, EXCHANGE_PARTS, name, -1);
}

static void
read_person(struct stmt *q, struct exchange_person *p)
{
	*p = (struct exchange_person){ .group = db_int(q, 0), .contact = db_int(q, 1),
		.part = (enum exchange_part)exchange_part_from_name(db_text(q, 2)),
		.slot = (int)db_int(q, 11) };
	text_copy(p->field, sizeof(p->field), db_text(q, 3));
	text_copy(p->from_on, sizeof(p->from_on), db_text(q, 4));
	text_copy(p->to_on, sizeof(p->to_on), db_text(q, 5));
	text_copy(p->name, sizeof(p->name), db_text(q, 6));
	text_copy(p->post, sizeof(p->post), db_text(q, 7));
	text_copy(p->organisation, sizeof(p->organisation), db_text(q, 8));
	text_copy(p->telephone, sizeof(p->telephone), db_text(q, 9));
	text_copy(p->email, sizeof(p->email), db_text(q, 10));
}

int
exchange_person_list(struct db *db, int64_t group, const char *on_date, struct arena *arena,
	struct exchange_person **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_EXCHANGE_PERSON_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, group);
	db_bind_text(q, 2, on_date);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_person(q, &(*list)[(*count)++]);
	}
	return db_end(q);
}

static int
check(struct db *db, const struct exchange_person *p, struct error *err)
{
	struct contact c;

	if (!p->contact)
		return error_field(err, ERROR_INPUT, GROUP_PERSON_CONTACT,
			_("Choose the person; F7 in the list of contacts enters a new one."));
	if (contact_load(db, p->contact, &c, err) < 0 ||
		kept_line_check(p->field, GROUP_PERSON_FIELD, err) < 0 ||
		survey_date_check(p->from_on, GROUP_PERSON_FROM, err) < 0 ||
		survey_date_check(p->to_on, GROUP_PERSON_TO, err) < 0)
		return -1;
	if (p->from_on[0] && p->to_on[0] && strcmp(p->to_on, p->from_on) <= 0)
		return error_field(err, ERROR_INPUT, GROUP_PERSON_TO,
			_("The person cannot leave on %s: the part begins on %s."), p->to_on,
			p->from_on);
	return 0;
}

struct saving {
	const struct exchange_group *group;
	const struct exchange_person *person; /* NULL = remove */
	int64_t contact;
	struct contact *card; /* that is made first, for added; NULL = there already */
	struct exchange_person *added;
};

static int
put_card(struct db *db, const struct saving *s, struct error *err)
{
	if (!s->card)
		return 0;
	if (contact_put(db, s->card, err)) {
		if (err && err->field > 0)
			err->field += GROUP_PERSON_CARD;
		return -1;
	}
	s->added->contact = s->card->id;
	return 0;
}

static int
save(struct db *db, void *context, struct error *err)
{
	const struct saving *s = context;
	const struct exchange_person *p = s->person;
	int64_t changed;
	struct stmt *q;

	if (put_card(db, s, err) ||
		exchange_group_touch(db, s->group->id, s->group->rev, err) < 0 ||
		(p && check(db, p, err) < 0))
		return -1;
	q = db_start(db, p ? Q_EXCHANGE_PERSON_PUT : Q_EXCHANGE_PERSON_DELETE, err);
	db_bind_int(q, 1, s->group->id);
	db_bind_int(q, 2, p ? p->contact : s->contact);
	if (p) {
		db_bind_text(q, 3, exchange_part_name(p->part));
		db_bind_text(q, 4, p->field);
		db_bind_text(q, 5, exchange_or_null(p->from_on));
		db_bind_text(q, 6, exchange_or_null(p->to_on));
	}
	if (db_run(q, &changed) < 0)
		return -1;
	return changed ? 0
		       : error_set(err, ERROR_MISSING, _("This person is not in the group."));
}

static int
write_person(struct db *db, struct exchange_group *g, const struct saving *s, struct error *err)
{
	const char *action = s->card     ? "exchange_person.new"
			     : s->person ? "exchange_person.put"
					 : "exchange_person.remove";
	struct db_act act = { .action = action, .entity = "exchange_group",
		.summary = g->code };
	struct saving copy = *s;

	if (db_write(db, &act, save, &copy, err) < 0)
		return -1;
	g->rev++;
	return 0;
}

int
exchange_person_save(struct db *db, struct exchange_group *g, const struct exchange_person *p,
	struct error *err)
{
	return write_person(db, g, &(struct saving){ .group = g, .person = p }, err);
}

int
exchange_person_add(struct db *db, struct exchange_group *g, struct contact *c,
	struct exchange_person *p, struct error *err)
{
	struct contact card = *c;
	struct exchange_person added = *p;

	if (write_person(db, g,
		    &(struct saving){
			    .group = g, .person = &added, .card = &card, .added = &added },
		    err))
		return -1;
	*c = card;
	*p = added;
	return 0;
}

int
exchange_person_remove(
	struct db *db, struct exchange_group *g, int64_t contact, struct error *err)
{
	return write_person(db, g, &(struct saving){ .group = g, .contact = contact }, err);
}
