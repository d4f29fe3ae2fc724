/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms of a remark on minutes and of an annex to them. */
#include "config.h"

#include "screens/minutes/minutes_view.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/kept.h"
#include "screens/frame/lookup.h"
#include "screens/groups/group_screens.h"

#include <stdio.h>
#include <string.h>

struct remark_values {
	char unit[160], unit_key[UNIT_CODE_SIZE], text[KEPT_LINES_SIZE], on[32];
	char answer[KEPT_LINES_SIZE];
	int outcome;
	int64_t group;                          /* these are not in the form */
	int was;                                /* the unit as it stands there already */
	bool said_elsewhere, settled_elsewhere; /* another office's remark; its minutes */
};

#define R(member)                                         \
	.offset = offsetof(struct remark_values, member), \
	.size = sizeof((struct remark_values *)0)->member

static const char *const outcome_words[] = { N_("no outcome yet"), N_("taken over"), N_("partly"),
	N_("not taken over"), NULL };

static int
suggest_who(
	void *app, const void *values, const char *typed, struct field_suggestion *rows, int max)
{
	return group_suggest_unit(
		app, ((const struct remark_values *)values)->group, typed, rows, max);
}

static bool
said_elsewhere(const void *values)
{
	return ((const struct remark_values *)values)->said_elsewhere;
}

static bool
settled_elsewhere(const void *values)
{
	return ((const struct remark_values *)values)->settled_elsewhere;
}

static const struct field remark_fields[] = {
	{ .kind = FIELD_LOOKUP,
		.label = N_("Who"),
		R(unit),
		.key_offset = offsetof(struct remark_values, unit_key),
		.key_size = sizeof((struct remark_values *)0)->unit_key,
		.width = 50,
		.suggest_beside = suggest_who,
		.none = N_("No unit has such a name or code."),
		.idle = said_elsewhere,
		.help = N_("The member that made it; empty = moderator or expert.") },
	{ .kind = FIELD_LINES,
		.label = N_("Remark"),
		R(text),
		.required = true,
		.idle = said_elsewhere,
		.rows = 5 },
	{ .kind = FIELD_DATE,
		.label = N_("Day"),
		R(on),
		.required = true,
		.idle = said_elsewhere,
		.width = 12 },
	{ .kind = FIELD_CHOICE,
		.label = N_("Outcome"),
		R(outcome),
		.choices = outcome_words,
		.width = 18,
		.idle = settled_elsewhere,
		.help = N_("Whether it was taken over; approval waits for it.") },
	{ .kind = FIELD_LINES,
		.label = N_("Reason"),
		R(answer),
		.rows = 3,
		.idle = settled_elsewhere,
		.help = N_("Why not, or why only partly.") },
};
enum { REMARK_FIELDS = sizeof remark_fields / sizeof *remark_fields };
static const char *const remark_names[REMARK_FIELDS] = { "unit", "text", "on", "outcome",
	"answer" };

static int
find_remark(struct app *app, const struct card_form_of *of, struct minutes *m, struct arena *arena,
	struct minutes_remark *out, struct error *err)
{
	struct minutes_remark *list;
	int count;

	*out = (struct minutes_remark){ .owner = "" };
	if (minutes_find(app->db, of->parent, m, err))
		return -1;
	out->version = minutes_version_out(m);
	if (!of->id)
		return 0;
	if (minutes_remarks(app->db, m->id, arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (list[i].id == of->id) {
			*out = list[i];
			return 0;
		}
	return error_set(err, ERROR_MISSING, _("This is gone already."));
}

/* Who said it writes the remark, whose minutes they are what becomes of it. */
static void
put_owners(struct card_form_of *of, struct remark_values *v, const struct minutes *m,
	const struct minutes_remark *r)
{
	v->said_elsewhere = r->owner[0] != '\0';
	v->settled_elsewhere = m->owner[0] != '\0';
	if (v->said_elsewhere && v->settled_elsewhere)
		text_copy(of->owner, sizeof of->owner, r->owner);
}

static int
read_remark(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct remark_values *v = values;
	struct arena arena = { 0 };
	struct minutes_remark r;
	struct meeting meeting;
	struct minutes m;
	char today[16];
	int result = find_remark(app, of, &m, &arena, &r, err) ||
		     meeting_load(app->db, of->parent, &meeting, err);

	if (result == 0 && of->id) {
		of->rev = r.rev;
		v->outcome = (int)r.outcome;
		result = card_form_text(v->text, sizeof v->text, r.text, err) ||
			 card_form_text(v->answer, sizeof v->answer, r.answer, err);
	}
	if (result == 0 && !of->id)
		result = group_unit_of_new(app, meeting.group, &r.slot, err);
	if (result == 0) {
		v->group = meeting.group;
		v->was = of->id ? r.slot : NO_SLOT;
		put_owners(of, v, &m, &r);
		group_line_uid(of->uid, m.uid, of->id);
		card_form_date(v->on, sizeof v->on,
			of->id ? r.made_on : date_iso(today, sizeof today, clock_today()));
		result = lookup_unit_put(
			app, r.slot, v->unit, sizeof v->unit, v->unit_key, sizeof v->unit_key, err);
	}
	arena_release(&arena);
	return result ? -1 : 0;
}

/* The unit as it stands in the form, a city under the code by which it is a member. */
static int
take_who(struct app *app, const struct remark_values *v, int *slot, struct error *err)
{
	return lookup_unit_take(app, v->unit, v->unit_key, MINUTES_REMARK_WHO, slot, err) ||
			       group_member_meant(app, v->group, slot, err)
		       ? -1
		       : 0;
}

/* Of one that is there already the unit was asked about when it was entered. */
static void
remark_doubt(
	struct app *app, const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct remark_values *v = values;
	struct error ignored = { 0 };
	struct minutes m;
	char odd[400];
	int slot;

	if (take_who(app, v, &slot, &ignored) || slot == v->was ||
		minutes_find(app->db, of->parent, &m, &ignored) ||
		!minutes_remark_warnings(
			app->db, &m, unit_by_slot(&app->units, slot), odd, sizeof odd)[0])
		return;
	for (char *at = strchr(odd, '\n'); at; at = strchr(at, '\n'))
		*at = ' ';
	snprintf(dst, size, _("%s Save the remark all the same?"), odd);
}

static int
save_remark(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct remark_values *v = values;
	struct arena arena = { 0 };
	struct minutes_remark r;
	struct minutes m;
	char on[16];
	int result = find_remark(app, of, &m, &arena, &r, err) || take_who(app, v, &r.slot, err);

	if (result == 0) {
		r.rev = of->rev;
		r.text = v->text;
		r.made_on = card_form_iso(on, sizeof on, v->on);
		r.outcome = (enum minutes_outcome)v->outcome;
		r.answer = v->answer;
		result = minutes_remark_save(app->db, m.id, &r, err);
		of->id = r.id;
	}
	arena_release(&arena);
	return result ? -1 : 0;
}

static void
remark_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)values;
	text_copy(dst, size, of->id ? _("Remark on the minutes") : _("New remark on the minutes"));
}

const struct card_form_kind minutes_remark_form = { .name = "minutes_remark",
	.fields = remark_fields,
	.names = remark_names,
	.count = REMARK_FIELDS,
	.size = sizeof(struct remark_values),
	.role = PERSON_CLERK,
	.read = read_remark,
	.save = save_remark,
	.title = remark_title,
	.doubt = remark_doubt,
	.saved = N_("The remark is saved.") };

/* ---- an annex ---- */

struct annex_values {
	char text[KEPT_LINES_SIZE], reason[KEPT_LINES_SIZE], on[32];
};

#define X(member)                                        \
	.offset = offsetof(struct annex_values, member), \
	.size = sizeof((struct annex_values *)0)->member

static const struct field annex_fields[] = {
	{ .kind = FIELD_LINES,
		.label = N_("Text"),
		X(text),
		.required = true,
		.rows = 8,
		.help = N_("What is to be read instead of what; it does not change any more.") },
	{ .kind = FIELD_LINES,
		.label = N_("Reason"),
		X(reason),
		.required = true,
		.rows = 2,
		.help = N_("Why the approved minutes are corrected.") },
	{ .kind = FIELD_DATE, .label = N_("Approved on"), X(on), .required = true, .width = 12 },
};
enum { ANNEX_FIELDS = sizeof annex_fields / sizeof *annex_fields };
static const char *const annex_names[ANNEX_FIELDS] = { "text", "reason", "on" };

static int
read_annex(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct annex_values *v = values;
	struct minutes m;
	char today[16];

	if (minutes_find(app->db, of->parent, &m, err))
		return -1;
	if (m.state != MINUTES_APPROVED)
		return error_set(err, ERROR_INPUT,
			_("The minutes are not approved yet: correct the text itself."));
	of->rev = m.rev;
	text_copy(of->uid, sizeof of->uid, m.uid);
	text_copy(of->owner, sizeof of->owner, m.owner);
	card_form_date(v->on, sizeof v->on, date_iso(today, sizeof today, clock_today()));
	return 0;
}

static int
save_annex(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct annex_values *v = values;
	struct minutes m;
	char on[16];
	struct minutes_annex a = { .text = v->text,
		.reason = v->reason,
		.approved_on = card_form_iso(on, sizeof on, v->on) };

	if (minutes_find(app->db, of->parent, &m, err))
		return -1;
	return minutes_annex_add(app->db, &m, &a, err);
}

static void
annex_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)of, (void)values;
	text_copy(dst, size, _("New annex to the minutes"));
}

const struct card_form_kind minutes_annex_form = { .name = "minutes_annex",
	.fields = annex_fields,
	.names = annex_names,
	.count = ANNEX_FIELDS,
	.size = sizeof(struct annex_values),
	.role = PERSON_COORDINATOR,
	.read = read_annex,
	.save = save_annex,
	.title = annex_title,
	.saved = N_("The annex is saved.") };
