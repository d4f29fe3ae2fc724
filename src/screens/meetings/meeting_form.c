/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A meeting's form, in the order of enum meeting_field. Day and hours are fields of their own. */
#include "config.h"

#include "screens/meetings/meeting_screens.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/exchange_group.h"
#include "model/groups/stage.h"
#include "screens/frame/lookup.h"
#include "screens/groups/group_screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct values {
	char number[8], stage[200], title[160], day[32], from[12], last_day[32], to[12], host[160],
		host_key[UNIT_CODE_SIZE], place[200], presentation[256], note[1024];
	char named[200]; /* group and number, for line 1 */
	int64_t group;   /* not in the form */
};

static int
check_hour(const void *data, const struct field *field, struct error *err)
{
	const char *text = (const char *)data + field->offset;
	char hour[6];

	if (!text[0] || meeting_time_parse(text, hour) == 0)
		return 0;
	return error_set(err, ERROR_INPUT, _("Write an hour as 10:30, 1030 or 10."));
}

#define AT(member) \
	.offset = offsetof(struct values, member), .size = sizeof((struct values *)0)->member
#define TEXT(title, member, columns, sentence)                                                     \
	{                                                                                          \
		.kind = FIELD_TEXT, .label = title, AT(member), .width = columns, .help = sentence \
	}
#define HOUR(title, member, sentence)                                                         \
	{                                                                                     \
		.kind = FIELD_TEXT, .label = title, AT(member), .width = 8, .required = true, \
		.check = check_hour, .help = sentence                                         \
	}
#define DAY(title, member, must, sentence)                                                     \
	{                                                                                      \
		.kind = FIELD_DATE, .label = title, AT(member), .width = 12, .required = must, \
		.help = sentence                                                               \
	}
#define WHOLE(title, member, sentence)                                                       \
	{                                                                                    \
		.kind = FIELD_NUMBER, .label = title, AT(member), .width = 6, .whole = true, \
		.min = 1, .max = 999, .help = sentence                                       \
	}

static int
suggest_host(
	void *app, const void *values, const char *typed, struct field_suggestion *rows, int max)
{
	return group_suggest_unit(app, ((const struct values *)values)->group, typed, rows, max);
}

static const struct field fields[] = {
	WHOLE(N_("Number"), number,
		N_("Number of the meeting in its group; empty = the next one.")),
	TEXT(N_("Stage"), stage, 54,
		N_("Number or name of the group's stage; a new meeting takes its agenda. Empty = "
		   "none.")),
	TEXT(N_("Title"), title, 54, N_("Empty = the name of the stage.")),
	DAY(N_("Day"), day, true, N_("22.11.2026, 22.11, pt, +7; F4 opens the calendar.")),
	HOUR(N_("From"), from, N_("When it begins: 10:30, 1030 or 10.")),
	DAY(N_("Last day"), last_day, false,
		N_("Of a meeting of several days; empty = the same day.")),
	HOUR(N_("To"), to, N_("When it ends, on its last day.")),
	{ .kind = FIELD_LOOKUP,
		.label = N_("Host"),
		AT(host),
		.width = 54,
		.key_offset = offsetof(struct values, host_key),
		.key_size = UNIT_CODE_SIZE,
		.suggest_beside = suggest_host,
		.none = N_("No unit has this name or code."),
		.help = N_("The member at whose seat it is; empty = elsewhere.") },
	TEXT(N_("Place"), place, 54, N_("Room and address, as the invitation says it.")),
	TEXT(N_("The host shows"), presentation, 54, N_("What the host presents.")),
	{ .kind = FIELD_LINES,
		.label = N_("Own note"),
		AT(note),
		.rows = 3,
		.help = N_("For the coordinator alone; on no paper.") },
};
enum { FIELDS = sizeof fields / sizeof *fields };

static const char *const names[FIELDS] = { "number", "stage", "title", "day", "from", "last-day",
	"to", "host", "place", "presentation", "note" };

static int
read_meeting(struct app *app, struct card_form_of *of, struct meeting *m, struct error *err)
{
	struct exchange_group g;

	if (of->id)
		return meeting_load(app->db, of->id, m, err);
	if (exchange_group_load(app->db, of->parent, &g, err) ||
		meeting_defaults(app->db, of->parent, m, err))
		return -1;
	text_copy(m->uid, sizeof m->uid, g.uid);
	return 0;
}

/* A proposed meeting on another day, as long as it was. */
static void
move_to(struct meeting *m, struct date day)
{
	int days = m->starts_at[0] ? meeting_days(m->starts_at, m->ends_at) : 1;
	char first[16], last[16], from[6] = "10:00", to[6] = "15:00";

	if (m->starts_at[0]) {
		text_copy(from, sizeof from, m->starts_at + 11);
		text_copy(to, sizeof to, m->ends_at + 11);
	}
	date_iso(first, sizeof first, day);
	date_iso(last, sizeof last, date_from_days(date_to_days(day) + days - 1));
	snprintf(m->starts_at, sizeof m->starts_at, "%.10sT%.5s", first, from);
	snprintf(m->ends_at, sizeof m->ends_at, "%.10sT%.5s", last, to);
}

/* "2. First figures" */
static int
stage_text(struct app *app, const struct meeting *m, char *dst, size_t size, struct error *err)
{
	struct arena arena = { 0 };
	struct group_stage *list;
	int count, result = group_stage_list(app->db, m->group, &arena, &list, &count, err);

	snprintf(dst, size, "%d", m->stage);
	for (int i = 0; result == 0 && i < count; i++)
		if (list[i].position == m->stage)
			snprintf(dst, size, "%d. %s", m->stage, list[i].name);
	arena_release(&arena);
	return result;
}

/* A stage is its number; its name stands beside it as long as there is one, and changes. */
static bool
same_stage(int field, const char *a, const char *b)
{
	long x = strtol(a, NULL, 10);

	return field + 1 == MEETING_FIELD_STAGE && x > 0 && x == strtol(b, NULL, 10);
}

/* The number that it begins with, else the only stage whose name has the letters. */
static int
stage_take(struct app *app, struct meeting *m, const char *typed, struct error *err)
{
	char needle[200], folded[200];
	struct arena arena = { 0 };
	struct group_stage *list;
	int count, hits = 0, result;

	m->stage = (int)strtol(typed, NULL, 10);
	if (m->stage > 0 || !typed[0])
		return 0;
	text_fold(needle, sizeof needle, typed);
	result = group_stage_list(app->db, m->group, &arena, &list, &count, err);
	for (int i = 0; result == 0 && i < count; i++)
		if (text_match(text_fold(folded, sizeof folded, list[i].name), needle)) {
			m->stage = list[i].position;
			hits++;
		}
	arena_release(&arena);
	if (result == 0 && hits != 1)
		return error_field(err, ERROR_INPUT, MEETING_FIELD_STAGE,
			_("“%s” is not one stage of the group; write its number or part of its "
			  "name."),
			typed);
	return result;
}

static int
read_values(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	const struct unit_table *units = app_units(app, err);
	struct values *v = values;
	const struct unit *host;
	struct meeting m;
	char day[12];

	if (!units || read_meeting(app, of, &m, err))
		return -1;
	of->rev = m.rev;
	of->parent = v->group = m.group;
	text_copy(of->uid, sizeof of->uid, m.uid);
	text_copy(of->owner, sizeof of->owner, m.owner);
	card_form_number(v->number, sizeof v->number, m.number);
	if (m.stage && stage_text(app, &m, v->stage, sizeof v->stage, err))
		return -1;
	text_copy(v->title, sizeof v->title, m.title);
	text_copy(v->place, sizeof v->place, m.place);
	text_copy(v->presentation, sizeof v->presentation, m.presentation);
	text_copy(v->note, sizeof v->note, m.note);
	if (of->id)
		meeting_named(v->named, sizeof v->named, m.group_code, m.number, "");
	else
		snprintf(v->named, sizeof v->named, _("%s: new meeting"), m.group_code);
	host = unit_by_slot(units, m.host);
	if (host) {
		lookup_unit_text(v->host, sizeof v->host, host);
		text_copy(v->host_key, sizeof v->host_key, host->code);
	}
	if (!of->id && of->slot)
		move_to(&m, date_from_days(of->slot));
	if (!m.starts_at[0])
		return 0;
	text_copy(day, 11, m.starts_at);
	card_form_date(v->day, sizeof v->day, day);
	text_copy(v->from, sizeof v->from, m.starts_at + 11);
	text_copy(v->to, sizeof v->to, m.ends_at + 11);
	text_copy(day, 11, m.ends_at);
	if (meeting_days(m.starts_at, m.ends_at) > 1)
		card_form_date(v->last_day, sizeof v->last_day, day);
	return 0;
}

static void
join_hours(const struct values *v, struct meeting *m)
{
	char first[16], last[16], from[6] = "", to[6] = "";

	card_form_iso(first, sizeof first, v->day);
	card_form_iso(last, sizeof last, v->last_day[0] ? v->last_day : v->day);
	meeting_time_parse(v->from, from);
	meeting_time_parse(v->to, to);
	snprintf(m->starts_at, sizeof m->starts_at, "%.10sT%.5s", first, from);
	snprintf(m->ends_at, sizeof m->ends_at, "%.10sT%.5s", last, to);
}

static int
save_values(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct unit_table *units = app_units(app, err);
	const struct values *v = values;
	const struct unit *host = NULL;
	struct meeting m = { .group = of->parent };

	if (!units || (of->id && meeting_load(app->db, of->id, &m, err)))
		return -1;
	if (v->host[0]) {
		host = unit_need(units, v->host_key[0] ? v->host_key : v->host, err);
		if (!host) {
			err->field = MEETING_FIELD_HOST;
			return -1;
		}
	}
	if (stage_take(app, &m, v->stage, err))
		return -1;
	m.rev = of->rev;
	m.host = host ? host->slot : NO_SLOT;
	if (group_member_meant(app, m.group, &m.host, err))
		return -1;
	m.number = (int)card_form_whole(v->number);
	text_copy(m.title, sizeof m.title, v->title);
	text_copy(m.place, sizeof m.place, v->place);
	text_copy(m.presentation, sizeof m.presentation, v->presentation);
	text_copy(m.note, sizeof m.note, v->note);
	join_hours(v, &m);
	if (meeting_save(app->db, &m, err))
		return -1;
	of->id = m.id;
	return 0;
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)of;
	text_copy(dst, size, ((const struct values *)values)->named);
}

const struct card_form_kind meeting_form = { .name = "meeting",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct values),
	.role = PERSON_COORDINATOR,
	.read = read_values,
	.save = save_values,
	.same = same_stage,
	.gone = meeting_form_gone,
	.back = meeting_form_back,
	.title = title,
	.saved = N_("The meeting is saved.") };

/* Of a new meeting the frame carries the day where other forms carry a unit. */
void
meeting_form_on(struct screens *s, int64_t group, struct date day, int action)
{
	card_form_open_for(s, &meeting_form, group, (int)date_to_days(day), action);
}
