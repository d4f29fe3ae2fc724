/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms of a contact and of a person's part in a group. */
#include "config.h"

#include "screens/groups/group_screens.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/contact.h"
#include "screens/frame/lookup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define AT(type, member) .offset = offsetof(type, member), .size = sizeof((type *)0)->member
#define KEY(type, member) \
	.key_offset = offsetof(type, member), .key_size = sizeof((type *)0)->member

/* ---- a contact ---- */

struct contact_values {
	char name[128], unit[128], unit_key[24], organisation[128], post[128], telephone[48];
	char email[128], purpose[256], notice[32], keep[32], note[256];
};
#define C(member) AT(struct contact_values, member)

static const struct field contact_fields[] = {
	{ .kind = FIELD_TEXT,
		.label = N_("Name and surname"),
		C(name),
		.required = true,
		.width = 40,
		.help = N_("First name and surname.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Unit (JST)"),
		C(unit),
		.width = 40,
		KEY(struct contact_values, unit_key),
		.suggest = lookup_suggest_unit,
		.none = N_("There is no such unit (JST)."),
		.help = N_("Whose office; empty for experts and guests from elsewhere.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Organisation"),
		C(organisation),
		.width = 54,
		.help = N_("Of people who belong to no unit.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Post"),
		C(post),
		.width = 54,
		.help = N_("Function and department.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Telephone"),
		C(telephone),
		.width = 30,
		.help = N_("As it is to be dialled.") },
	{ .kind = FIELD_TEXT,
		.label = N_("E-mail"),
		C(email),
		.width = 54,
		.help = N_("One address, without blanks.") },
	{ .kind = FIELD_NOTE, .label = N_("Personal data") },
	{ .kind = FIELD_TEXT,
		.label = N_("Purpose"),
		C(purpose),
		.width = 54,
		.help = N_("What the data are kept for: running the exchange group.") },
	{ .kind = FIELD_DATE,
		.label = N_("Informed on"),
		C(notice),
		.width = 12,
		.help = N_("The day on which the person was told; empty = not yet.") },
	{ .kind = FIELD_DATE,
		.label = N_("Kept until"),
		C(keep),
		.width = 12,
		.help = N_("The last day; afterwards menu 8 5 says that erasing is due.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Remark"),
		C(note),
		.width = 54,
		.help = N_("What a colleague should know; the person may ask to see it.") },
};
enum { CONTACT_FIELDS = sizeof contact_fields / sizeof *contact_fields };
static const char *const contact_names[CONTACT_FIELDS] = { "name", "unit", "organisation", "post",
	"telephone", "email", NULL, "purpose", "notice", "keep", "note" };

static int
contact_read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct contact_values *v = values;
	struct contact c;

	if (of->id == 0)
		return 0;
	if (contact_load(app->db, of->id, &c, err))
		return -1;
	of->rev = c.rev;
	text_copy(of->uid, sizeof of->uid, c.uid);
	text_copy(of->owner, sizeof of->owner, c.owner);
	text_copy(v->name, sizeof v->name, c.name);
	text_copy(v->organisation, sizeof v->organisation, c.organisation);
	text_copy(v->post, sizeof v->post, c.post);
	text_copy(v->telephone, sizeof v->telephone, c.telephone);
	text_copy(v->email, sizeof v->email, c.email);
	text_copy(v->purpose, sizeof v->purpose, c.purpose);
	card_form_date(v->notice, sizeof v->notice, c.notice_on);
	card_form_date(v->keep, sizeof v->keep, c.keep_until);
	text_copy(v->note, sizeof v->note, c.note);
	return lookup_unit_put(
		app, c.slot, v->unit, sizeof v->unit, v->unit_key, sizeof v->unit_key, err);
}

static int
contact_write(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct contact_values *v = values;
	struct contact c = { 0 };

	if ((of->id && contact_load(app->db, of->id, &c, err)) ||
		lookup_unit_take(app, v->unit, v->unit_key, CONTACT_FIELD_UNIT, &c.slot, err))
		return -1;
	c.rev = of->rev;
	text_copy(c.name, sizeof c.name, v->name);
	text_copy(c.organisation, sizeof c.organisation, v->organisation);
	text_copy(c.post, sizeof c.post, v->post);
	text_copy(c.telephone, sizeof c.telephone, v->telephone);
	text_copy(c.email, sizeof c.email, v->email);
	text_copy(c.purpose, sizeof c.purpose, v->purpose);
	card_form_iso(c.notice_on, sizeof c.notice_on, v->notice);
	card_form_iso(c.keep_until, sizeof c.keep_until, v->keep);
	text_copy(c.note, sizeof c.note, v->note);
	if (contact_save(app->db, &c, err))
		return -1;
	of->id = c.id;
	return 0;
}

static void
contact_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	text_copy(dst, size,
		of->id ? ((const struct contact_values *)values)->name : _("New contact"));
}

const struct card_form_kind contact_form = { .name = "contact",
	.fields = contact_fields,
	.names = contact_names,
	.count = CONTACT_FIELDS,
	.size = sizeof(struct contact_values),
	.role = PERSON_COORDINATOR,
	.read = contact_read,
	.save = contact_write,
	.title = contact_title,
	.saved = N_("The contact is saved.") };

/* ---- a person's part in a group ---- */

struct person_values {
	char person[128], person_key[24], field[128], from[32], to[32];
	int part;
	char unit[128], unit_key[24], post[128], telephone[48], email[128];
	char card[24]; /* person_key of the card that these were filled from; "" = typed */
};
#define P(member) AT(struct person_values, member)

/* The contacts, and below them the name itself as that of a new person. */
static int
suggest_person(void *context, const char *typed, struct field_suggestion *rows, int max)
{
	const char *name = lookup_new_text(typed);
	int n = group_suggest_contact(context, name, rows, max - 1);

	return n + lookup_offer_new(&rows[n], name, _("enters a new person"));
}

#define PERSON_FIELD                                                                           \
	{                                                                                      \
		.kind = FIELD_LOOKUP, .label = N_("Person"), P(person), .required = true,      \
		.width = 40, KEY(struct person_values, person_key), .suggest = suggest_person, \
		.help = N_("Some letters of the name, the post or the unit; or a new name.")   \
	}
/* Whose person it is stands beside the name; of somebody who has a card the card says it. */
#define UNIT_FIELD(is_fixed)                                                                      \
	{                                                                                         \
		.kind = FIELD_LOOKUP, .label = N_("Unit (JST)"), P(unit), .fixed = is_fixed,      \
		.width = 40, KEY(struct person_values, unit_key), .suggest = lookup_suggest_unit, \
		.none = N_("There is no such unit (JST)."),                                       \
		.help = N_("Whose office: proposed is that of the row you came from; empty "      \
			   "for experts and guests.")                                             \
	}
#define PART_FIELD_LIST                                                               \
	{ .kind = FIELD_CHOICE,                                                       \
		.label = N_("Role"),                                                  \
		.choices = exchange_part_words,                                       \
		.width = 40,                                                          \
		.offset = offsetof(struct person_values, part),                       \
		.help = N_("What the person is in this group.") },                    \
		{ .kind = FIELD_TEXT,                                                 \
			.label = N_("Field of work"),                                 \
			P(field),                                                     \
			.width = 54,                                                  \
			.help = N_("Of an expert: in what.") },                       \
		{ .kind = FIELD_DATE,                                                 \
			.label = N_("From"),                                          \
			P(from),                                                      \
			.width = 12,                                                  \
			.help = N_("The first day; empty = from the beginning.") },   \
		{ .kind = FIELD_DATE,                                                 \
			.label = N_("No more on"),                                    \
			P(to),                                                        \
			.width = 12,                                                  \
			.help = N_("The first day on which the person has the part "  \
				   "no more.") }

static const struct field person_fields[] = { PERSON_FIELD, UNIT_FIELD(true), PART_FIELD_LIST };
static const struct field new_person_fields[] = {
	PERSON_FIELD,
	UNIT_FIELD(false),
	PART_FIELD_LIST,
	{ .kind = FIELD_NOTE, .label = N_("Of a new person") },
	{ .kind = FIELD_TEXT,
		.label = N_("Post"),
		P(post),
		.width = 54,
		.help = N_("Function and department.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Telephone"),
		P(telephone),
		.width = 30,
		.help = N_("As it is to be dialled.") },
	{ .kind = FIELD_TEXT,
		.label = N_("E-mail"),
		P(email),
		.width = 54,
		.help = N_("One address, without blanks.") },
};
enum { PERSON_FIELDS = sizeof new_person_fields / sizeof *new_person_fields,
	PART_FIELDS = sizeof person_fields / sizeof *person_fields,
	UNIT_PLACE = 2 }; /* of the unit among the fields, from 1 */
static const char *const person_names[PERSON_FIELDS] = { "person", "unit", "part", "field", "from",
	"to", NULL, "post", "telephone", "email" };

static int
find_person(struct app *app, const struct card_form_of *of, struct exchange_person *out,
	struct error *err)
{
	struct exchange_person *list;
	struct arena arena = { 0 };
	int count, result = exchange_person_list(
			   app->db, of->parent, NULL, &arena, &list, &count, err);
	bool found = false;

	for (int i = 0; result == 0 && i < count; i++)
		if (list[i].contact == of->id) {
			*out = list[i];
			found = true;
		}
	arena_release(&arena);
	if (result || found)
		return result;
	return error_set(err, ERROR_MISSING, _("This person is not in the group."));
}

static int
person_read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct person_values *v = values;
	struct exchange_person p;
	struct exchange_group g;

	if (exchange_group_load(app->db, of->parent, &g, err))
		return -1;
	group_line_uid(of->uid, g.uid, of->id);
	text_copy(of->owner, sizeof of->owner, g.owner);
	if (of->id == 0)
		return lookup_unit_put(app, of->slot, v->unit, sizeof v->unit, v->unit_key,
			sizeof v->unit_key, err);
	if (find_person(app, of, &p, err))
		return -1;
	of->rev = g.rev;
	text_copy(v->person, sizeof v->person, p.name);
	snprintf(v->person_key, sizeof v->person_key, "%lld", (long long)p.contact);
	v->part = (int)p.part;
	text_copy(v->field, sizeof v->field, p.field);
	card_form_date(v->from, sizeof v->from, p.from_on);
	card_form_date(v->to, sizeof v->to, p.to_on);
	return lookup_unit_put(
		app, p.slot, v->unit, sizeof v->unit, v->unit_key, sizeof v->unit_key, err);
}

/* Fields of the card and of the part in this form; the heading does not count. */
static int
place_error(struct error *err)
{
	static const int places[] = { [CONTACT_FIELD_NAME] = GROUP_PERSON_CONTACT,
		[CONTACT_FIELD_UNIT] = UNIT_PLACE,
		[CONTACT_FIELD_POST] = PART_FIELDS + 1,
		[CONTACT_FIELD_TELEPHONE] = PART_FIELDS + 2,
		[CONTACT_FIELD_EMAIL] = PART_FIELDS + 3 };
	int field = err->field - GROUP_PERSON_CARD;

	if (field > 0 && field <= CONTACT_FIELD_EMAIL)
		err->field = places[field];
	else if (err->field >= UNIT_PLACE && err->field < GROUP_PERSON_CARD)
		err->field++;
	return -1;
}

static int
fill_from_card(struct app *app, struct person_values *v, struct error *err)
{
	struct contact c;

	if (contact_load(app->db, atoll(v->person_key), &c, err))
		return -1;
	v->unit[0] = v->unit_key[0] = '\0';
	text_copy(v->post, sizeof v->post, c.post);
	text_copy(v->telephone, sizeof v->telephone, c.telephone);
	text_copy(v->email, sizeof v->email, c.email);
	text_copy(v->card, sizeof v->card, v->person_key);
	return lookup_unit_put(
		app, c.slot, v->unit, sizeof v->unit, v->unit_key, sizeof v->unit_key, err);
}

/* Of somebody who has a card, the form shows what stands there and changes nothing of it. */
static int
person_answer(struct screens *s, void *values, int action, const struct event *event)
{
	struct person_values *v = values, before = *v;
	struct error err = { 0 };

	(void)event;
	if (action != ACTION_CHANGED)
		return -1;
	if (atoll(v->person_key)) {
		if (fill_from_card(app_of(s), v, &err))
			app_error(s, _("The card cannot be read"), &err);
		else if (strcmp(before.card, v->card) == 0 &&
			 memcmp(&before, v, sizeof before) != 0)
			screens_say(s, "%s",
				_("This person has a card already: Enter in the list of people "
				  "opens it for changes."));
	} else if (v->card[0]) {
		v->card[0] = v->unit[0] = v->unit_key[0] = '\0';
		v->post[0] = v->telephone[0] = v->email[0] = '\0';
	}
	return -1;
}

static int
add_person(struct app *app, struct exchange_group *g, const struct person_values *v,
	struct exchange_person *p, struct error *err)
{
	struct contact c = { 0 };

	if (lookup_unit_take(app, v->unit, v->unit_key, GROUP_PERSON_CARD + CONTACT_FIELD_UNIT,
		    &c.slot, err))
		return -1;
	text_copy(c.name, sizeof c.name, lookup_new_text(v->person));
	text_copy(c.post, sizeof c.post, v->post);
	text_copy(c.telephone, sizeof c.telephone, v->telephone);
	text_copy(c.email, sizeof c.email, v->email);
	return exchange_person_add(app->db, g, &c, p, err);
}

/* Who is in the group already has a part there, which a new entry would take away unseen. */
static int
check_new(struct app *app, const struct card_form_of *of, int64_t contact, struct error *err)
{
	const struct card_form_of other = { .id = contact, .parent = of->parent };
	struct exchange_person there;

	if (!contact || find_person(app, &other, &there, NULL))
		return 0;
	return error_field(err, ERROR_INPUT, GROUP_PERSON_CONTACT,
		_("%s is in the group already: F4 in the list changes the part."), there.name);
}

static int
person_write(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct person_values *v = values;
	struct exchange_person p = { .contact = atoll(v->person_key),
		.part = (enum exchange_part)v->part };
	struct exchange_group g;

	if (exchange_group_load(app->db, of->parent, &g, err))
		return -1;
	if (of->id) {
		g.rev = of->rev;
		if (p.contact != of->id)
			return error_field(err, ERROR_INPUT, GROUP_PERSON_CONTACT,
				_("Another person is another entry: F7 adds one, F8 takes this one "
				  "out."));
	} else if (check_new(app, of, p.contact, err))
		return -1;
	text_copy(p.field, sizeof p.field, v->field);
	card_form_iso(p.from_on, sizeof p.from_on, v->from);
	card_form_iso(p.to_on, sizeof p.to_on, v->to);
	if (!of->id && strcmp(v->person_key, LOOKUP_NEW) == 0
			? add_person(app, &g, v, &p, err)
			: exchange_person_save(app->db, &g, &p, err))
		return place_error(err);
	of->id = p.contact;
	return 0;
}

static void
person_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	text_copy(dst, size,
		of->id ? ((const struct person_values *)values)->person
		       : _("Another person in the group"));
}

#define PERSON_FORM(list, shown)                                                                  \
	{                                                                                         \
		.name = "exchange-person", .fields = list, .names = person_names, .count = shown, \
		.size = sizeof(struct person_values), .role = PERSON_COORDINATOR,                 \
		.read = person_read, .save = person_write, .title = person_title,                 \
		.saved = N_("The person's part in the group is saved."), .answer = person_answer  \
	}
const struct card_form_kind exchange_person_form = PERSON_FORM(person_fields, PART_FIELDS);
const struct card_form_kind exchange_new_person_form =
	PERSON_FORM(new_person_fields, PERSON_FIELDS);
