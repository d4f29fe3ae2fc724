/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms of a draft for opinion and of a member's answer. */
#include "config.h"

#include "screens/minutes/room.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/meetings/document_register.h"
#include "model/meetings/opinion.h"
#include "model/units/unit_city.h"
#include "screens/groups/group_screens.h"

#include <stdio.h>
#include <stdlib.h>

struct values {
	struct room_place place; /* its meeting is not asked for */
	char title[KEPT_LINE_SIZE], version[KEPT_LINE_SIZE], document[128], document_key[24],
		question[KEPT_LINES_SIZE], asked[32], due[32];
};

#define AT(member) \
	.offset = offsetof(struct values, member), .size = sizeof((struct values *)0)->member

static int
suggest_document(void *context, const char *typed, struct field_suggestion *rows, int max)
{
	struct app *app = context;
	struct arena arena = { 0 };
	struct error ignored = { 0 };
	struct register_entry *list;
	char needle[128], folded[512];
	int count = 0, n = 0;

	text_fold(needle, sizeof needle, typed);
	if (register_list(app->db, 0, 0, false, &arena, &list, &count, &ignored))
		count = 0;
	for (int i = 0; i < count && n < max; i++) {
		if (!text_match(text_fold(folded, sizeof folded, list[i].title), needle))
			continue;
		text_copy(rows[n].text, sizeof rows[n].text, list[i].title);
		room_where(rows[n].note, sizeof rows[n].note, list[i].group_code,
			list[i].meeting_number);
		snprintf(rows[n++].key, sizeof rows[0].key, "%lld", (long long)list[i].id);
	}
	arena_release(&arena);
	return n;
}

static const struct field fields[] = {
	ROOM_GROUP_FIELD(struct values, place),
	{ .kind = FIELD_TEXT, .label = N_("Title"), AT(title), .required = true, .width = 54 },
	{ .kind = FIELD_TEXT,
		.label = N_("Version of the text"),
		AT(version),
		.width = 20,
		.help = N_("Which version of the draft members are asked about.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Document"),
		AT(document),
		.key_offset = offsetof(struct values, document_key),
		.key_size = sizeof((struct values *)0)->document_key,
		.width = 54,
		.suggest = suggest_document,
		.none = N_("No document of the register has these words."),
		.help = N_("The draft in the register of documents; empty = not there.") },
	{ .kind = FIELD_LINES,
		.label = N_("Question"),
		AT(question),
		.required = true,
		.rows = 4,
		.help = N_("What members are to say.") },
	{ .kind = FIELD_DATE, .label = N_("Asked on"), AT(asked), .required = true, .width = 12 },
	{ .kind = FIELD_DATE,
		.label = N_("Answers until"),
		.due = true,
		AT(due),
		.required = true,
		.width = 12,
		.help = N_("The last day for answers.") },
};
enum { FIELDS = sizeof fields / sizeof *fields };
static const char *const names[FIELDS] = { "group", "title", "version", "document", "question",
	"asked", "due" };

static int
read_values(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct values *v = values;
	struct arena arena = { 0 };
	struct opinion o;
	char today[16];
	int result;

	if (of->id == 0) {
		text_copy(of->uid, sizeof of->uid, "new");
		card_form_date(
			v->asked, sizeof v->asked, date_iso(today, sizeof today, clock_today()));
		return room_place_new(app, of->parent, &v->place, err);
	}
	result = opinion_load(app->db, of->id, &arena, &o, err) ||
		 room_place_put(app, o.group, 0, &v->place, err);
	if (result == 0) {
		of->rev = o.rev;
		text_copy(of->uid, sizeof of->uid, o.uid);
		text_copy(of->owner, sizeof of->owner, o.owner);
		text_copy(v->document, sizeof v->document, o.document_title);
		if (o.document)
			room_id(v->document_key, sizeof v->document_key, o.document);
		card_form_date(v->asked, sizeof v->asked, o.asked_on);
		card_form_date(v->due, sizeof v->due, o.due_on);
		result = card_form_text(v->title, sizeof v->title, o.title, err) ||
			 card_form_text(v->version, sizeof v->version, o.version, err) ||
			 card_form_text(v->question, sizeof v->question, o.question, err);
	}
	arena_release(&arena);
	return result ? -1 : 0;
}

static int
take_document(const struct values *v, int64_t *document, struct error *err)
{
	*document = v->document[0] ? atoll(v->document_key) : 0;
	if (v->document[0] && !*document)
		return error_field(err, ERROR_INPUT, OPINION_FIELD_DOCUMENT,
			_("No document is called “%s”; choose one of those that are offered."),
			v->document);
	return 0;
}

static int
save_values(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct values *v = values;
	struct room_place place = v->place;
	struct arena arena = { 0 };
	struct opinion o = { .id = of->id };
	char asked[16], due[16];
	int64_t meeting;
	int result;

	place.meeting[0] = '\0';
	result = (of->id && opinion_load(app->db, of->id, &arena, &o, err)) ||
		 room_place_take(app, &place, 0, &o.group, &meeting, err) ||
		 take_document(v, &o.document, err);
	if (result == 0) {
		o.rev = of->rev;
		o.title = v->title;
		o.version = v->version;
		o.question = v->question;
		o.asked_on = card_form_iso(asked, sizeof asked, v->asked);
		o.due_on = card_form_iso(due, sizeof due, v->due);
		result = opinion_save(app->db, &o, &arena, err);
		of->id = o.id;
	}
	arena_release(&arena);
	return result ? -1 : 0;
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	text_copy(dst, size,
		of->id ? ((const struct values *)values)->title : _("New draft for opinion"));
}

const struct card_form_kind opinion_form = { .name = "opinion",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct values),
	.role = PERSON_CLERK,
	.read = read_values,
	.save = save_values,
	.gone = opinion_form_gone,
	.back = opinion_form_back,
	.title = title,
	.saved = N_("The draft is saved; Enter shows the members' answers.") };

/* ---- an answer ---- */

struct answer_values {
	int view, outcome;
	char text[KEPT_LINES_SIZE], on[32], reason[KEPT_LINES_SIZE];
	char unit[160];                         /* for the title */
	bool said_elsewhere, settled_elsewhere; /* another office's answer; its draft */
};

#define A(member)                                         \
	.offset = offsetof(struct answer_values, member), \
	.size = sizeof((struct answer_values *)0)->member

static const char *const view_words[] = { N_("agrees"), N_("has remarks"), N_("against"),
	N_("no answer"), NULL };
static const char *const outcome_words[] = { N_("no outcome yet"), N_("taken over"), N_("partly"),
	N_("not taken over"), NULL };

static bool
said_elsewhere(const void *values)
{
	return ((const struct answer_values *)values)->said_elsewhere;
}

static bool
settled_elsewhere(const void *values)
{
	return ((const struct answer_values *)values)->settled_elsewhere;
}

static const struct field answer_fields[] = {
	{ .kind = FIELD_CHOICE,
		.label = N_("The view"),
		A(view),
		.choices = view_words,
		.idle = said_elsewhere,
		.width = 18 },
	{ .kind = FIELD_LINES,
		.label = N_("What it says"),
		A(text),
		.rows = 5,
		.idle = said_elsewhere,
		.help = N_("The member's words; needed with remarks and where it is against.") },
	{ .kind = FIELD_DATE,
		.label = N_("Answered on"),
		A(on),
		.required = true,
		.idle = said_elsewhere,
		.width = 12 },
	{ .kind = FIELD_CHOICE,
		.label = N_("Outcome"),
		A(outcome),
		.choices = outcome_words,
		.width = 18,
		.idle = settled_elsewhere,
		.help = N_("Whether it was taken over.") },
	{ .kind = FIELD_LINES,
		.label = N_("Reason"),
		A(reason),
		.rows = 3,
		.idle = settled_elsewhere,
		.help = N_("Why not, or why only partly.") },
};
enum { ANSWER_FIELDS = sizeof answer_fields / sizeof *answer_fields };
static const char *const answer_names[ANSWER_FIELDS] = { "view", "text", "on", "outcome",
	"reason" };

static int
find_answer(struct app *app, const struct card_form_of *of, struct arena *arena,
	struct opinion_answer *out, struct error *err)
{
	struct opinion_answer *list;
	int count;

	if (opinion_answers(app->db, of->parent, arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (list[i].slot == (int)of->id) {
			*out = list[i];
			return 0;
		}
	return error_set(err, ERROR_MISSING, _("This is gone already."));
}

/* Who keeps the draft says what becomes of answers; there a member's office only writes its own. */
static void
put_owners(struct app *app, struct card_form_of *of, struct answer_values *v,
	const struct opinion *o, const struct opinion_answer *a)
{
	const struct unit *u = unit_by_slot(&app->units, a->slot);
	const char *own = app->office.own_unit;

	v->said_elsewhere = a->id && a->owner[0];
	v->settled_elsewhere = o->owner[0] != '\0';
	if (v->settled_elsewhere && v->said_elsewhere)
		text_copy(of->owner, sizeof of->owner, a->owner);
	else if (v->settled_elsewhere && own[0] && u && !unit_code_same(own, u->code))
		text_copy(of->owner, sizeof of->owner, o->owner);
}

static int
read_answer(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct answer_values *v = values;
	struct arena arena = { 0 };
	struct opinion_answer a;
	struct opinion o;
	const struct unit *u;
	char today[16];
	int result = find_answer(app, of, &arena, &a, err) ||
		     opinion_load(app->db, of->parent, &arena, &o, err) || !app_units(app, err);

	if (result == 0) {
		of->rev = a.rev;
		group_line_uid(of->uid, o.uid, of->id);
		put_owners(app, of, v, &o, &a);
		u = unit_by_slot(&app->units, a.slot);
		text_copy(v->unit, sizeof v->unit, u ? u->told : "?");
		v->view = a.id ? (int)a.view : OPINION_AGREES;
		v->outcome = (int)a.outcome;
		card_form_date(v->on, sizeof v->on,
			a.id ? a.answered_on : date_iso(today, sizeof today, clock_today()));
		result = card_form_text(v->text, sizeof v->text, a.text, err) ||
			 card_form_text(v->reason, sizeof v->reason, a.reason, err);
	}
	arena_release(&arena);
	return result ? -1 : 0;
}

static int
save_answer(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct answer_values *v = values;
	struct arena arena = { 0 };
	struct opinion_answer a;
	char on[16];
	int result = find_answer(app, of, &arena, &a, err);

	if (result == 0) {
		a.rev = of->rev;
		a.view = (enum opinion_view)v->view;
		a.text = v->text;
		a.answered_on = card_form_iso(on, sizeof on, v->on);
		a.outcome = (enum opinion_outcome)v->outcome;
		a.reason = v->reason;
		result = opinion_answer_save(app->db, of->parent, &a, err);
	}
	arena_release(&arena);
	return result;
}

static void
answer_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)of;
	snprintf(dst, size, _("Opinion of: %s"), ((const struct answer_values *)values)->unit);
}

const struct card_form_kind opinion_answer_form = { .name = "opinion_answer",
	.fields = answer_fields,
	.names = answer_names,
	.count = ANSWER_FIELDS,
	.size = sizeof(struct answer_values),
	.role = PERSON_CLERK,
	.read = read_answer,
	.save = save_answer,
	.gone = opinion_answer_gone,
	.back = opinion_answer_back,
	.title = answer_title,
	.saved = N_("The answer is saved.") };
