/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of advice between meetings. */
#include "config.h"

#include "screens/minutes/room.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/meetings/advice.h"
#include "screens/frame/lookup.h"
#include "screens/groups/group_screens.h"

#include <stdlib.h>

struct values {
	struct room_place place; /* its meeting is not asked for */
	char expert[128], expert_key[24], unit[160], unit_key[UNIT_CODE_SIZE], on[32], hours[16];
	int form;
	char question[KEPT_LINES_SIZE], answer[KEPT_LINES_SIZE];
};

#define AT(member) \
	.offset = offsetof(struct values, member), .size = sizeof((struct values *)0)->member

static const char *const form_words[] = { N_("telephone"), N_("mail"), N_("visit"),
	N_("remote meeting"), NULL };

static const struct field fields[] = {
	ROOM_GROUP_FIELD(struct values, place),
	{ .kind = FIELD_LOOKUP,
		.label = N_("Expert"),
		AT(expert),
		.key_offset = offsetof(struct values, expert_key),
		.key_size = sizeof((struct values *)0)->expert_key,
		.width = 40,
		.suggest = group_suggest_contact,
		.none = N_("No contact has such a name (menu 8 4)."),
		.help = N_("Who advised, from the contacts.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Unit"),
		AT(unit),
		.key_offset = offsetof(struct values, unit_key),
		.key_size = sizeof((struct values *)0)->unit_key,
		.width = 50,
		.suggest = lookup_suggest_unit,
		.none = N_("No unit has such a name or code."),
		.help = N_("Who was advised; empty = the whole group.") },
	{ .kind = FIELD_DATE, .label = N_("Day"), AT(on), .required = true, .width = 12 },
	{ .kind = FIELD_TEXT,
		.label = N_("Hours"),
		AT(hours),
		.required = true,
		.width = 8,
		.help = N_("How long it took, in hours: 1,5 or 1:30.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Form of advice"),
		AT(form),
		.choices = form_words,
		.width = 18,
		.help = N_("Space or arrows change the form.") },
	{ .kind = FIELD_LINES, .label = N_("Question"), AT(question), .required = true, .rows = 3 },
	{ .kind = FIELD_LINES, .label = N_("The answer"), AT(answer), .rows = 4 },
};
enum { FIELDS = sizeof fields / sizeof *fields };
static const char *const names[FIELDS] = { "group", "expert", "unit", "on", "hours", "form",
	"question", "answer" };

static int
read_values(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct values *v = values;
	struct arena arena = { 0 };
	struct advice a;
	char today[16];
	int result;

	if (of->id == 0) {
		text_copy(of->uid, sizeof of->uid, "new");
		card_form_date(v->on, sizeof v->on, date_iso(today, sizeof today, clock_today()));
		return room_place_new(app, of->parent, &v->place, err);
	}
	result = advice_load(app->db, of->id, &arena, &a, err) ||
		 room_place_put(app, a.group, 0, &v->place, err) ||
		 lookup_unit_put(app, a.slot, v->unit, sizeof v->unit, v->unit_key,
			 sizeof v->unit_key, err);
	if (result == 0) {
		of->rev = a.rev;
		text_copy(of->uid, sizeof of->uid, a.uid);
		text_copy(of->owner, sizeof of->owner, a.owner);
		text_copy(v->expert, sizeof v->expert, a.expert);
		if (a.contact)
			room_id(v->expert_key, sizeof v->expert_key, a.contact);
		card_form_date(v->on, sizeof v->on, a.given_on);
		advice_hours_show(v->hours, sizeof v->hours, a.minutes);
		v->form = (int)a.form;
		result = card_form_text(v->question, sizeof v->question, a.question, err) ||
			 card_form_text(v->answer, sizeof v->answer, a.answer, err);
	}
	arena_release(&arena);
	return result ? -1 : 0;
}

static int
take_expert(const struct values *v, int64_t *contact, struct error *err)
{
	*contact = v->expert[0] ? atoll(v->expert_key) : 0;
	if (v->expert[0] && !*contact)
		return error_field(err, ERROR_INPUT, ADVICE_FIELD_EXPERT,
			_("No contact is called “%s”; choose one of those that are offered."),
			v->expert);
	return 0;
}

static int
save_values(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct values *v = values;
	struct room_place place = v->place;
	struct arena arena = { 0 };
	struct advice a = { .id = of->id };
	char on[16];
	int64_t meeting;
	int result;

	place.meeting[0] = '\0';
	result = (of->id && advice_load(app->db, of->id, &arena, &a, err)) ||
		 room_place_take(app, &place, 0, &a.group, &meeting, err) ||
		 take_expert(v, &a.contact, err) ||
		 lookup_unit_take(app, v->unit, v->unit_key, ADVICE_FIELD_UNIT, &a.slot, err);
	if (result == 0) {
		a.rev = of->rev;
		a.given_on = card_form_iso(on, sizeof on, v->on);
		a.minutes = advice_hours_parse(v->hours);
		a.form = (enum advice_form)v->form;
		a.question = v->question;
		a.answer = v->answer;
		result = advice_save(app->db, &a, &arena, err);
		of->id = a.id;
	}
	arena_release(&arena);
	return result ? -1 : 0;
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)values;
	text_copy(dst, size, of->id ? _("Advice") : _("New advice"));
}

const struct card_form_kind advice_form = { .name = "advice",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct values),
	.role = PERSON_CLERK,
	.read = read_values,
	.save = save_values,
	.title = title,
	.saved = N_("The advice is in the log.") };
