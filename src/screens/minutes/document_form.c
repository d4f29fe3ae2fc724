/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of a document in the register. */
#include "config.h"

#include "screens/minutes/room.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/meetings/document_register.h"
#include "screens/frame/lookup.h"
#include "screens/groups/group_screens.h"

#include <stdio.h>
#include <string.h>

struct values {
	struct room_place place;
	char title[KEPT_LINE_SIZE];
	int kind;
	char unit[160], unit_key[UNIT_CODE_SIZE], file[REGISTER_PLACE_SIZE], dated[32];
	char note[KEPT_LINES_SIZE];
};

#define AT(member) \
	.offset = offsetof(struct values, member), .size = sizeof((struct values *)0)->member

static const char *const kind_words[] = { N_("presentation"), N_("material"), N_("minutes"),
	N_("signed list"), N_("good practice"), N_("other document"), NULL };

static const struct field fields[] = {
	ROOM_GROUP_FIELD(struct values, place),
	ROOM_MEETING_FIELD(struct values, place,
		N_("Number of the meeting it belongs to; empty = of the whole group.")),
	{ .kind = FIELD_TEXT, .label = N_("Title"), AT(title), .required = true, .width = 54 },
	{ .kind = FIELD_CHOICE,
		.label = N_("Kind"),
		AT(kind),
		.choices = kind_words,
		.width = 20,
		.help = N_("Space or arrows change the kind.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Whose"),
		AT(unit),
		.key_offset = offsetof(struct values, unit_key),
		.key_size = sizeof((struct values *)0)->unit_key,
		.width = 50,
		.suggest = lookup_suggest_unit,
		.none = N_("No unit has such a name or code."),
		.help = N_("The unit that it comes from; empty = the union's.") },
	{ .kind = FIELD_TEXT,
		.label = N_("File or link"),
		AT(file),
		.width = 54,
		.help = N_("The whole path of the file, which stays where it is, or a link "
			   "(https://…).") },
	{ .kind = FIELD_DATE,
		.label = N_("Dated"),
		AT(dated),
		.width = 12,
		.help = N_("The day of the document.") },
	{ .kind = FIELD_LINES, .label = N_("Note"), AT(note), .rows = 3 },
};
enum { FIELDS = sizeof fields / sizeof *fields };
static const char *const names[FIELDS] = { "group", "meeting", "title", "kind", "unit", "file",
	"dated", "note" };

static int
read_values(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct values *v = values;
	struct arena arena = { 0 };
	struct register_entry e;
	int result;

	if (of->id == 0) {
		text_copy(of->uid, sizeof of->uid, "new");
		return room_place_new(app, of->parent, &v->place, err);
	}
	result = register_load(app->db, of->id, &arena, &e, err) ||
		 room_place_put(app, e.group, e.meeting, &v->place, err) ||
		 lookup_unit_put(app, e.slot, v->unit, sizeof v->unit, v->unit_key,
			 sizeof v->unit_key, err);
	if (result == 0) {
		of->rev = e.rev;
		text_copy(of->uid, sizeof of->uid, e.uid);
		text_copy(of->owner, sizeof of->owner, e.owner);
		v->kind = (int)e.kind;
		card_form_date(v->dated, sizeof v->dated, e.dated_on);
		result = card_form_text(v->title, sizeof v->title, e.title, err) ||
			 card_form_text(v->file, sizeof v->file, e.place, err) ||
			 card_form_text(v->note, sizeof v->note, e.note, err);
	}
	arena_release(&arena);
	return result ? -1 : 0;
}

static int
save_values(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct values *v = values;
	struct arena arena = { 0 };
	struct register_entry e = { .place = "" };
	char dated[16];
	bool look;
	int result = of->id ? register_load(app->db, of->id, &arena, &e, err) : 0;

	/* A file that is gone stops nobody who corrects the title. */
	look = strcmp(e.place, v->file) != 0;
	if (result == 0)
		result = room_place_take(app, &v->place, REGISTER_FIELD_MEETING, &e.group,
				 &e.meeting, err) ||
			 lookup_unit_take(
				 app, v->unit, v->unit_key, REGISTER_FIELD_WHOSE, &e.slot, err);
	if (result == 0) {
		e.rev = of->rev;
		e.title = v->title;
		e.kind = (enum register_kind)v->kind;
		e.place = v->file;
		e.dated_on = card_form_iso(dated, sizeof dated, v->dated);
		e.note = v->note;
		result = register_save(app->db, &e, look, &arena, err);
		of->id = e.id;
	}
	arena_release(&arena);
	return result ? -1 : 0;
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	text_copy(dst, size, of->id ? ((const struct values *)values)->title : _("New document"));
}

const struct card_form_kind document_form = { .name = "document",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct values),
	.role = PERSON_CLERK,
	.read = read_values,
	.save = save_values,
	.title = title,
	.saved = N_("The document is in the register.") };
