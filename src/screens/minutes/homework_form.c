/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of homework: what is to be done. */
#include "config.h"

#include "screens/minutes/room.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/meetings/homework.h"
#include "model/meetings/meeting.h"
#include "screens/frame/lookup.h"
#include "screens/groups/group_screens.h"

#include <stdio.h>
#include <string.h>

enum who { WHO_ALL, WHO_UNIT, WHO_MODERATOR, WHO_CHOSEN };

struct values {
	struct room_place place;
	int who;
	char unit[160], unit_key[UNIT_CODE_SIZE], chosen[1024];
	char text[KEPT_LINES_SIZE], due[32], reviewed[8], review[KEPT_LINES_SIZE];
	char was_due[32]; /* not in the form */
};

#define AT(member) \
	.offset = offsetof(struct values, member), .size = sizeof((struct values *)0)->member

static const char *const who_words[] = { N_("every member"), N_("one unit"),
	N_("moderator or coordinator"), N_("chosen members"), NULL };

/* What was written there before stays in reach, so that nothing is left out without a word. */
static bool
unit_idle(const void *values)
{
	const struct values *v = values;

	return v->who != WHO_UNIT && !v->unit[0];
}

static bool
chosen_idle(const void *values)
{
	const struct values *v = values;

	return v->who != WHO_CHOSEN && !v->chosen[0];
}

static const struct field fields[] = {
	ROOM_GROUP_FIELD(struct values, place),
	ROOM_MEETING_FIELD(struct values, place,
		N_("Number of the meeting at which it was given; empty = between meetings.")),
	{ .kind = FIELD_CHOICE,
		.label = N_("For whom"),
		AT(who),
		.choices = who_words,
		.width = 26,
		.help = N_("Every member gets one of its own and answers for itself.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Unit"),
		AT(unit),
		.key_offset = offsetof(struct values, unit_key),
		.key_size = sizeof((struct values *)0)->unit_key,
		.width = 50,
		.suggest_beside = room_suggest_unit,
		.none = N_("No unit has such a name or code."),
		.idle = unit_idle,
		.help = N_("The unit that is to do it, where it is one.") },
	{ .kind = FIELD_LINES,
		.label = N_("Chosen members"),
		AT(chosen),
		.rows = 2,
		.idle = chosen_idle,
		.help = N_("Names or codes with commas; of all members take out who has nothing to "
			   "do.") },
	{ .kind = FIELD_LINES,
		.label = N_("What is to be done"),
		AT(text),
		.required = true,
		.rows = 4,
		.help = N_("What is to be there in the end, so that one can say whether it is.") },
	{ .kind = FIELD_DATE,
		.label = N_("Due"),
		.due = true,
		AT(due),
		.required = true,
		.width = 12,
		.help = N_("The last day: 12.3, 12.03.2027, tomorrow, fr, +14.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Reviewed at no."),
		AT(reviewed),
		.whole = true,
		.min = 1,
		.max = 999,
		.width = 5,
		.help = N_("Number of the meeting that looked at it; empty = none yet.") },
	{ .kind = FIELD_LINES,
		.label = N_("Review"),
		AT(review),
		.rows = 2,
		.help = N_("What that meeting said of it.") },
};
enum { FIELDS = sizeof fields / sizeof *fields };
static const char *const names[FIELDS] = { "group", "meeting", "who", "unit", "chosen", "text",
	"due", "reviewed", "review" };

static int
read_new(struct app *app, struct card_form_of *of, struct values *v, struct error *err)
{
	v->who = of->slot ? WHO_UNIT : WHO_ALL;
	text_copy(of->uid, sizeof of->uid, "new");
	return room_place_new(app, of->parent, &v->place, err) ||
			       lookup_unit_put(app, of->slot, v->unit, sizeof v->unit, v->unit_key,
				       sizeof v->unit_key, err)
		       ? -1
		       : 0;
}

static int
read_values(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct values *v = values;
	struct arena arena = { 0 };
	struct homework h;
	int result;

	if (of->id == 0)
		return read_new(app, of, v, err);
	result = homework_load(app->db, of->id, &arena, &h, err) ||
		 room_place_put(app, h.group, h.meeting, &v->place, err) ||
		 lookup_unit_put(app, h.slot, v->unit, sizeof v->unit, v->unit_key,
			 sizeof v->unit_key, err);
	if (result == 0) {
		of->rev = h.rev;
		text_copy(of->uid, sizeof of->uid, h.uid);
		text_copy(of->owner, sizeof of->owner, h.owner);
		v->who = h.slot ? WHO_UNIT : WHO_MODERATOR;
		card_form_date(v->due, sizeof v->due, h.due_on);
		text_copy(v->was_due, sizeof v->was_due, v->due);
		card_form_number(v->reviewed, sizeof v->reviewed, h.reviewed_number);
		result = card_form_text(v->text, sizeof v->text, h.text, err) ||
			 card_form_text(v->review, sizeof v->review, h.review, err);
	}
	arena_release(&arena);
	return result ? -1 : 0;
}

static int
take(struct app *app, const struct values *v, struct homework *h, struct error *err)
{
	if (room_place_take(app, &v->place, HOMEWORK_FIELD_MEETING, &h->group, &h->meeting, err) ||
		room_meeting_take(
			app, h->group, v->reviewed, HOMEWORK_FIELD_REVIEWED, &h->reviewed, err))
		return -1;
	h->slot = NO_SLOT;
	if (v->who == WHO_UNIT &&
		(lookup_unit_take(app, v->unit, v->unit_key, HOMEWORK_FIELD_UNIT, &h->slot, err) ||
			group_member_meant(app, h->group, &h->slot, err)))
		return -1;
	if (v->who == WHO_UNIT && h->slot == NO_SLOT)
		return error_field(
			err, ERROR_INPUT, HOMEWORK_FIELD_UNIT, _("Say which unit is to do it."));
	if (v->who != WHO_UNIT && v->unit[0])
		return error_field(err, ERROR_INPUT, HOMEWORK_FIELD_UNIT,
			_("It is not for one unit: choose that above, or delete the unit here."));
	if (v->who != WHO_CHOSEN && v->chosen[0])
		return error_field(err, ERROR_INPUT, HOMEWORK_FIELD_CHOSEN,
			_("It is not for chosen members: choose that above, or delete the names "
			  "here."));
	if ((v->who == WHO_ALL || v->who == WHO_CHOSEN) && h->id)
		return error_field(err, ERROR_INPUT, HOMEWORK_FIELD_WHO,
			_("Homework that was given stays with one; give a new one to every "
			  "member."));
	return 0;
}

/* ---- chosen members ---- */

/* Members of the day; the arena holds them. */
static int
members_of(struct app *app, int64_t group, struct arena *arena, struct exchange_member **list,
	int *count, struct error *err)
{
	char today[16];

	return app_units(app, err) ? exchange_member_list(app->db, group,
					     date_iso(today, sizeof today, clock_today()), arena,
					     list, count, err)
				   : -1;
}

/* A name that is told apart holds a comma itself: then the piece is as long as it. */
static size_t
piece_length(const struct app *app, const struct exchange_member *list, int count, const char *text)
{
	size_t comma = strcspn(text, ",\n");

	for (int i = 0; i < count; i++) {
		const struct unit *u = unit_by_slot(&app->units, list[i].slot);
		size_t length = u ? strlen(u->told) : 0;

		if (length > comma && strncmp(text, u->told, length) == 0 &&
			strchr(" ,\n", text[length]))
			return length;
	}
	return comma;
}

/* The member whose name or code was typed whole, else the only one whose name has the letters. */
static int
member_named(const struct app *app, const struct exchange_member *list, int count, const char *name)
{
	char needle[160], folded[256];
	int found = NO_SLOT, hits = 0;

	text_fold(needle, sizeof needle, name);
	for (int i = 0; i < count; i++) {
		const struct unit *u = unit_by_slot(&app->units, list[i].slot);

		if (!u)
			continue;
		text_fold(folded, sizeof folded, u->told);
		if (strcmp(folded, needle) == 0 || strcmp(u->code, name) == 0)
			return list[i].slot;
		if (text_match(folded, needle)) {
			found = list[i].slot;
			hits++;
		}
	}
	return hits == 1 ? found : NO_SLOT;
}

static int
take_chosen(struct app *app, const struct values *v, int64_t group, struct arena *kept, int **slots,
	int *count, struct error *err)
{
	struct arena arena = { 0 };
	struct exchange_member *list;
	char name[160];
	int members, failed = members_of(app, group, &arena, &list, &members, err);
	size_t room = 0;

	*slots = NULL;
	*count = 0;
	for (const char *at = v->chosen; !failed && *at;) {
		size_t from = strspn(at, " ");
		size_t length = from + piece_length(app, list, members, at + from), to = length;

		while (to > from && at[to - 1] == ' ')
			to--;
		if (to > from) {
			snprintf(name, sizeof name, "%.*s", (int)(to - from), at + from);
			*slots = arena_grow(kept, *slots, (size_t)*count, &room, sizeof **slots);
			(*slots)[*count] = member_named(app, list, members, name);
			if ((*slots)[*count] == NO_SLOT)
				failed = error_field(err, ERROR_INPUT, HOMEWORK_FIELD_CHOSEN,
					_("“%s” is not one member of the group."), name);
			++*count;
		}
		at += length + (at[length] != '\0');
	}
	arena_release(&arena);
	return failed;
}

static void
all_members(struct app *app, const char *code, char *dst, size_t size)
{
	struct arena arena = { 0 };
	struct exchange_member *list;
	struct exchange_group g;
	struct error ignored = { 0 };
	size_t used = 0;
	int count = 0;

	if (exchange_group_by_code(app->db, code, &g, &ignored) ||
		members_of(app, g.id, &arena, &list, &count, &ignored))
		count = 0;
	for (int i = 0; i < count && used < size - 160; i++) {
		const struct unit *u = unit_by_slot(&app->units, list[i].slot);

		used += (size_t)snprintf(
			dst + used, size - used, "%s%s", i ? ", " : "", u ? u->told : "");
	}
	arena_release(&arena);
}

/* Who chooses members begins with all of them; untouched they go again with the choice. */
static int
answer_values(struct screens *s, void *values, int action, const struct event *event)
{
	struct app *app = app_of(s);
	struct values *v = values;
	char all[sizeof v->chosen] = "";

	(void)action, (void)event;
	if (v->place.group[0])
		all_members(app, v->place.group_key, all, sizeof all);
	if (v->who == WHO_CHOSEN && !v->chosen[0])
		text_copy(v->chosen, sizeof v->chosen, all);
	else if (v->who != WHO_CHOSEN && strcmp(v->chosen, all) == 0)
		v->chosen[0] = '\0';
	return -1;
}

static int
give_chosen(struct app *app, const struct values *v, const struct homework *h, struct error *err)
{
	struct arena arena = { 0 };
	int *slots, count, given;
	int failed = take_chosen(app, v, h->group, &arena, &slots, &count, err) ||
		     homework_give(app->db, h, slots, count, &given, err);

	arena_release(&arena);
	return failed ? -1 : 0;
}

static int
save_values(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct values *v = values;
	struct arena arena = { 0 };
	struct homework h = { .id = of->id };
	char due[16];
	int given, result = of->id ? homework_load(app->db, of->id, &arena, &h, err) : 0;

	if (result == 0)
		result = take(app, v, &h, err);
	if (result == 0) {
		h.rev = of->rev;
		h.text = v->text;
		h.due_on = card_form_iso(due, sizeof due, v->due);
		h.review = v->review;
		result = v->who == WHO_ALL      ? homework_give_all(app->db, &h, &given, err)
			 : v->who == WHO_CHOSEN ? give_chosen(app, v, &h, err)
						: homework_save(app->db, &h, &arena, err);
		of->id = h.id;
	}
	arena_release(&arena);
	return result;
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)values;
	if (of->id)
		snprintf(dst, size, _("Homework %lld"), (long long)of->id);
	else
		text_copy(dst, size, _("New homework"));
}

static void
doubt(struct app *app, const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct values *v = values;

	(void)app, (void)of;
	card_form_passed(dst, size, v->due, v->was_due);
}

static void
said(const void *values, char *dst, size_t size)
{
	const struct values *v = values;

	if (v->who == WHO_ALL || v->who == WHO_CHOSEN)
		text_copy(dst, size, _("The homework is saved for each of them."));
}

const struct card_form_kind homework_form = { .name = "homework",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct values),
	.role = PERSON_CLERK,
	.read = read_values,
	.save = save_values,
	.answer = answer_values,
	.gone = homework_form_gone,
	.back = homework_form_back,
	.title = title,
	.saved = N_("The homework is saved."),
	.doubt = doubt,
	.said = said };
