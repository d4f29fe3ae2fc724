/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms of a meeting's lines: items of the agenda, agreements, notes. What a line said when it was
 * read stands for its rev. */
#include "config.h"

#include "screens/meetings/meeting_screens.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/meetings/agenda.h"
#include "screens/groups/group_screens.h"

#include <stdio.h>

#define FIELD_OF(type, member) \
	.offset = offsetof(struct type, member), .size = sizeof((struct type *)0)->member

/* A new line's drafts lie under the meeting's uid with the kind's own name. */
static int
take_uid(struct app *app, struct card_form_of *of, int64_t meeting, struct error *err)
{
	struct meeting m;

	if (meeting_load(app->db, meeting, &m, err))
		return -1;
	of->parent = meeting;
	group_line_uid(of->uid, m.uid, of->id);
	text_copy(of->owner, sizeof of->owner, m.owner);
	return 0;
}

static void
line_title(
	const struct card_form_of *of, char *dst, size_t size, const char *there, const char *fresh)
{
	text_copy(dst, size, of->id ? there : fresh);
}

/* ---- items ---- */

struct item_values {
	char title[200], speaker[128], minutes[8], day[4];
};

static const struct field item_fields[] = {
	{ .kind = FIELD_TEXT,
		.label = N_("Item"),
		FIELD_OF(item_values, title),
		.width = 54,
		.required = true,
		.help = N_("What is on the agenda.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Speaker"),
		FIELD_OF(item_values, speaker),
		.width = 40,
		.help = N_("Role or name, as it is to be printed: moderator, host.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Minutes"),
		FIELD_OF(item_values, minutes),
		.width = 6,
		.whole = true,
		.min = 0,
		.max = 1440,
		.required = true,
		.help = N_("How long it takes; the hours of all items follow from it.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Day"),
		FIELD_OF(item_values, day),
		.width = 4,
		.whole = true,
		.min = 1,
		.max = 9,
		.help = N_("Of a meeting of several days; empty = the first.") },
};
static const char *const item_names[] = { "title", "speaker", "minutes", "day" };

static int
read_item(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct item_values *v = values;
	struct agenda_item item = { .meeting = of->parent, .minutes = 30 };

	if ((of->id && agenda_load(app->db, of->id, &item, err)) ||
		take_uid(app, of, item.meeting, err))
		return -1;
	of->rev = item.seen;
	text_copy(v->title, sizeof v->title, item.title);
	text_copy(v->speaker, sizeof v->speaker, item.speaker);
	snprintf(v->minutes, sizeof v->minutes, "%d", item.minutes % 10000);
	card_form_number(v->day, sizeof v->day, item.day);
	return 0;
}

static int
save_item(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct item_values *v = values;
	struct agenda_item item = { .id = of->id, .meeting = of->parent, .seen = of->rev };

	text_copy(item.title, sizeof item.title, v->title);
	text_copy(item.speaker, sizeof item.speaker, v->speaker);
	item.minutes = (int)card_form_whole(v->minutes);
	item.day = (int)card_form_whole(v->day);
	if (agenda_save(app->db, &item, err))
		return -1;
	of->id = item.id;
	return 0;
}

static void
item_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	line_title(of, dst, size, ((const struct item_values *)values)->title,
		_("New item of the agenda"));
}

const struct card_form_kind agenda_form = { .name = "agenda-item",
	.fields = item_fields,
	.names = item_names,
	.count = sizeof item_fields / sizeof *item_fields,
	.size = sizeof(struct item_values),
	.role = PERSON_COORDINATOR,
	.read = read_item,
	.save = save_item,
	.gone = meeting_form_line_gone,
	.back = meeting_form_line_back,
	.title = item_title,
	.saved = N_("The item is saved.") };

/* ---- agreements ---- */

struct agreement_values {
	int kind;
	char text[1000];
};

static const char *const kinds[] = { N_("agreement"), N_("decision"), NULL };

static const struct field agreement_fields[] = {
	{ .kind = FIELD_LINES,
		.label = N_("Text"),
		FIELD_OF(agreement_values, text),
		.rows = 8,
		.required = true,
		.help = N_("What was agreed or decided; the minutes take it over. Tab: its "
			   "kind.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Kind"),
		.offset = offsetof(struct agreement_values, kind),
		.choices = kinds,
		.width = 20,
		.help = N_("An agreement of those present, or a decision; Space changes it.") },
};
static const char *const agreement_names[] = { "text", "kind" };

static int
read_agreement(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct agreement_values *v = values;
	struct agreement a = { .meeting = of->parent };

	if ((of->id && agreement_load(app->db, of->id, &a, err)) ||
		take_uid(app, of, a.meeting, err))
		return -1;
	of->rev = a.seen;
	v->kind = (int)a.kind;
	text_copy(v->text, sizeof v->text, a.text);
	return 0;
}

static int
save_agreement(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct agreement_values *v = values;
	struct agreement a = { .meeting = of->parent, .item = of->slot };

	if (of->id && agreement_load(app->db, of->id, &a, err))
		return -1;
	a.seen = of->rev;
	a.kind = (enum agreement_kind)v->kind;
	text_copy(a.text, sizeof a.text, v->text);
	if (agreement_save(app->db, &a, err))
		return -1;
	of->id = a.id;
	return 0;
}

static void
agreement_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct agreement_values *v = values;

	line_title(of, dst, size, agreement_kind_label((enum agreement_kind)v->kind),
		_("New agreement or decision"));
}

const struct card_form_kind agreement_form = { .name = "agreement",
	.fields = agreement_fields,
	.names = agreement_names,
	.count = sizeof agreement_fields / sizeof *agreement_fields,
	.size = sizeof(struct agreement_values),
	.role = PERSON_COORDINATOR,
	.read = read_agreement,
	.save = save_agreement,
	.gone = meeting_form_line_gone,
	.back = meeting_form_line_back,
	.title = agreement_title,
	.saved = N_("The entry is saved.") };

/* ---- notes ---- */

struct notes_values {
	char text[MEETING_NOTES_SIZE], title[200];
};

static const struct field notes_fields[] = {
	{ .kind = FIELD_LINES,
		.label = N_("Notes"),
		FIELD_OF(notes_values, text),
		.rows = 17,
		.help = N_("What was said; the minutes are made of it. F2 saves.") },
};
static const char *const notes_names[] = { "notes" };

static void
notes_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct notes_values *v = values;

	(void)of;
	snprintf(dst, size, _("Notes: %s"), v->title);
}

static int
read_meeting_notes(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct notes_values *v = values;
	struct arena arena = { 0 };
	const char *text;
	struct meeting m;
	int result;

	if (meeting_load(app->db, of->id, &m, err))
		return -1;
	text_copy(of->uid, sizeof of->uid, m.uid);
	text_copy(of->owner, sizeof of->owner, m.owner);
	meeting_named(v->title, sizeof v->title, m.group_code, m.number, "");
	result = meeting_notes_load(app->db, of->id, &arena, &text, err);
	if (result == 0) {
		of->rev = meeting_seen(text);
		result = card_form_text(v->text, sizeof v->text, text, err);
	}
	arena_release(&arena);
	return result;
}

static int
save_meeting_notes(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct notes_values *v = values;
	struct arena arena = { 0 };
	const char *text;
	int result = meeting_notes_load(app->db, of->id, &arena, &text, err);

	if (result == 0) /* a colleague's text is none that can be taken for the former one */
		result = meeting_notes_save(
			app->db, of->id, meeting_seen(text) == of->rev ? text : "\n", v->text, err);
	arena_release(&arena);
	return result;
}

const struct card_form_kind meeting_notes_form = { .name = "meeting-notes",
	.fields = notes_fields,
	.names = notes_names,
	.count = 1,
	.size = sizeof(struct notes_values),
	.role = PERSON_COORDINATOR,
	.read = read_meeting_notes,
	.save = save_meeting_notes,
	.gone = meeting_form_gone,
	.back = meeting_form_back,
	.title = notes_title,
	.saved = N_("The notes are saved.") };

static int
find_notes(struct app *app, int64_t id, struct arena *arena, const struct agenda_item **found,
	struct error *err)
{
	struct agenda_item item, *list;
	int count;

	*found = NULL;
	if (agenda_load(app->db, id, &item, err) ||
		agenda_list(app->db, item.meeting, arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (list[i].id == id)
			*found = &list[i];
	return *found ? 0 : error_set(err, ERROR_MISSING, _("This item is gone already."));
}

static int
read_item_notes(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct notes_values *v = values;
	struct arena arena = { 0 };
	const struct agenda_item *item;
	int result = find_notes(app, of->id, &arena, &item, err);

	if (result == 0 && (result = take_uid(app, of, item->meeting, err)) == 0) {
		text_copy(v->title, sizeof v->title, item->title);
		of->rev = meeting_seen(item->notes);
		result = card_form_text(v->text, sizeof v->text, item->notes, err);
	}
	arena_release(&arena);
	return result;
}

static int
save_item_notes(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct notes_values *v = values;
	struct arena arena = { 0 };
	const struct agenda_item *item;
	int result = find_notes(app, of->id, &arena, &item, err);

	if (result == 0)
		result = agenda_notes_save(app->db, of->id,
			meeting_seen(item->notes) == of->rev ? item->notes : "\n", v->text, err);
	arena_release(&arena);
	return result;
}

const struct card_form_kind agenda_notes_form = { .name = "agenda-notes",
	.fields = notes_fields,
	.names = notes_names,
	.count = 1,
	.size = sizeof(struct notes_values),
	.role = PERSON_COORDINATOR,
	.read = read_item_notes,
	.save = save_item_notes,
	.gone = meeting_form_line_gone,
	.back = meeting_form_line_back,
	.title = notes_title,
	.saved = N_("The notes are saved.") };
