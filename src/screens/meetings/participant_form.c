/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person of a meeting: from the contacts, or a guest by name; and somebody's substitute. */
#include "config.h"

#include "screens/meetings/meeting_screens.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/contact.h"
#include "model/meetings/participant.h"
#include "screens/frame/lookup.h"
#include "screens/groups/group_screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct values {
	char contact[128], contact_key[24], name[128], unit[160], unit_key[UNIT_CODE_SIZE];
	int part, answer;
	char answered_on[32], remark[200];
	char stands_for[128]; /* whose substitute, shown in line 1 */
	int64_t group;        /* of the meeting; not in the form */
};

static const char *const parts[] = { N_("member"), N_("moderator"), N_("expert"), N_("guest"),
	N_("substitute"), N_("coordinator"), NULL };
static const char *const answers[] = { N_("no answer yet"), N_("yes, will come"),
	N_("no, will not come"), N_("perhaps"), N_("sends a substitute"), NULL };

#define AT(member) \
	.offset = offsetof(struct values, member), .size = sizeof((struct values *)0)->member

static int
suggest_unit(
	void *app, const void *values, const char *typed, struct field_suggestion *rows, int max)
{
	return group_suggest_unit(app, ((const struct values *)values)->group, typed, rows, max);
}

static const struct field fields[] = {
	{ .kind = FIELD_LOOKUP,
		.label = N_("Person"),
		AT(contact),
		.width = 54,
		.key_offset = offsetof(struct values, contact_key),
		.key_size = sizeof((struct values *)0)->contact_key,
		.suggest = group_suggest_contact,
		.none = N_("No contact has this name; a guest's name goes into the next field."),
		.help = N_("Some letters of the name of a contact; empty for a guest without a "
			   "card.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Guest"),
		AT(name),
		.width = 54,
		.help = N_("Name or post of who has no card among the contacts.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Unit"),
		AT(unit),
		.width = 54,
		.key_offset = offsetof(struct values, unit_key),
		.key_size = UNIT_CODE_SIZE,
		.suggest_beside = suggest_unit,
		.none = N_("No unit has this name or code."),
		.help = N_("For which unit he comes; empty = that of the contact, or none.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Role"),
		.offset = offsetof(struct values, part),
		.choices = parts,
		.width = 20,
		.help = N_("As what he comes; Space changes it.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Their answer"),
		.offset = offsetof(struct values, answer),
		.choices = answers,
		.width = 24,
		.help = N_("What was answered to the invitation; Space changes it.") },
	{ .kind = FIELD_DATE,
		.label = N_("Answered on"),
		AT(answered_on),
		.width = 12,
		.help = N_("Empty = today, when there is an answer.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Remark"),
		AT(remark),
		.width = 54,
		.help = N_("Comes later, needs a parking place; on no paper.") },
};
enum { FIELDS = sizeof fields / sizeof *fields };

static const char *const names[FIELDS] = { "contact", "name", "unit", "part", "answer",
	"answered-on", "remark" };

/* Fields of the model's errors in this form. */
static void
place_error(struct error *err)
{
	static const int places[] = { [PARTICIPANT_FIELD_NAME] = 2,
		[PARTICIPANT_FIELD_UNIT] = 3,
		[PARTICIPANT_FIELD_PART] = 4,
		[PARTICIPANT_FIELD_FOR] = 4,
		[PARTICIPANT_FIELD_ANSWER] = 5,
		[PARTICIPANT_FIELD_ANSWERED_ON] = 6,
		[PARTICIPANT_FIELD_REMARK] = 7 };

	if (err->field > 0 && err->field <= PARTICIPANT_FIELD_REMARK)
		err->field = places[err->field];
}

static int
show(struct app *app, struct card_form_of *of, const struct participant *p, struct values *v,
	struct error *err)
{
	struct meeting m;

	if (meeting_load(app->db, p->meeting, &m, err))
		return -1;
	of->parent = p->meeting;
	of->rev = p->seen;
	group_line_uid(of->uid, m.uid, of->id);
	text_copy(of->owner, sizeof of->owner, m.owner);
	if (p->contact) {
		text_copy(v->contact, sizeof v->contact, p->name);
		snprintf(v->contact_key, sizeof v->contact_key, "%lld", (long long)p->contact);
	} else
		text_copy(v->name, sizeof v->name, p->name);
	v->group = m.group;
	v->part = (int)p->part;
	v->answer = (int)p->answer;
	card_form_date(v->answered_on, sizeof v->answered_on, p->answered_on);
	text_copy(v->remark, sizeof v->remark, p->remark);
	text_copy(v->stands_for, sizeof v->stands_for, p->stands_for_name);
	return lookup_unit_put(
		app, p->slot, v->unit, sizeof v->unit, v->unit_key, sizeof v->unit_key, err);
}

static int
read_person(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct participant p = { .meeting = of->parent, .part = PARTICIPANT_GUEST };

	if (of->id && participant_load(app->db, of->id, &p, err))
		return -1;
	return show(app, of, &p, values, err);
}

static int
read_substitute(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct participant p = { .meeting = of->parent, .part = PARTICIPANT_SUBSTITUTE }, whose;

	if (participant_load(app->db, of->slot, &whose, err))
		return -1;
	p.slot = whose.slot;
	p.answer = REPLY_YES;
	text_copy(p.stands_for_name, sizeof p.stands_for_name, whose.name);
	return show(app, of, &p, values, err);
}

/* The contact by its number, and its unit where none was given. */
static int
take_contact(struct app *app, const struct values *v, struct participant *p, struct error *err)
{
	struct contact c;

	p->contact = 0;
	text_copy(p->name, sizeof p->name, v->name);
	if (!v->contact[0])
		return 0;
	if (contact_find(app->db, v->contact_key[0] ? v->contact_key : v->contact, &c, err)) {
		err->field = 1;
		return -1;
	}
	p->contact = c.id;
	if (!v->unit[0])
		p->slot = c.slot;
	return 0;
}

static int
save(struct app *app, struct card_form_of *of, const struct values *v, struct participant *p,
	struct error *err)
{
	if (lookup_unit_take(app, v->unit, v->unit_key, 3, &p->slot, err) ||
		take_contact(app, v, p, err))
		return -1;
	p->seen = of->rev;
	p->part = (enum participant_part)v->part;
	p->answer = (enum participant_answer)v->answer;
	card_form_iso(p->answered_on, sizeof p->answered_on, v->answered_on);
	text_copy(p->remark, sizeof p->remark, v->remark);
	if (participant_save(app->db, p, err)) {
		place_error(err);
		return -1;
	}
	of->id = p->id;
	return 0;
}

static int
save_person(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	struct participant p = { .meeting = of->parent };

	if (of->id && participant_load(app->db, of->id, &p, err))
		return -1;
	return save(app, of, values, &p, err);
}

static int
save_substitute(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	struct participant p = { .meeting = of->parent, .stands_for = of->slot };

	return save(app, of, values, &p, err);
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct values *v = values;

	if (of->id)
		text_copy(dst, size, v->contact[0] ? v->contact : v->name);
	else if (v->stands_for[0])
		snprintf(dst, size, _("Substitute for: %s"), v->stands_for);
	else
		text_copy(dst, size, _("New participant"));
}

const struct card_form_kind participant_form = { .name = "participant",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct values),
	.role = PERSON_COORDINATOR,
	.read = read_person,
	.save = save_person,
	.gone = meeting_form_line_gone,
	.back = meeting_form_line_back,
	.title = title,
	.saved = N_("The person is saved.") };

const struct card_form_kind substitute_form = { .name = "substitute",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct values),
	.role = PERSON_COORDINATOR,
	.read = read_substitute,
	.save = save_substitute,
	.gone = meeting_form_line_gone,
	.back = meeting_form_line_back,
	.title = title,
	.saved = N_("The person is saved.") };
