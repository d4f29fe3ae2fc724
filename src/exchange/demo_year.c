/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one group of the demonstration data did in its first stages, written by the functions that
 * people's screens call: meetings, homework, a data sheet, conclusions, a plan. */
#include "config.h"

#include "exchange/demo_parts.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/meetings/agenda.h"
#include "model/meetings/attendance.h"
#include "model/plans/conclusion.h"
#include "model/sheets/data_sheet.h"
#include "model/groups/exchange_group.h"
#include "model/groups/group_sheet.h"
#include "model/meetings/homework.h"
#include "model/plans/improvement_plan.h"
#include "model/minutes/minutes.h"
#include "model/meetings/participant.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINES = 16 };

struct year {
	struct exchange_group group; /* the one read last */
	struct data_sheet sheet;
	int64_t conclusion; /* written last */
};

static int
take_group(struct demo_filling *f, const char *code, struct error *err)
{
	struct year *y = f->more;

	return strcmp(y->group.code, code) == 0
		       ? 0
		       : exchange_group_by_code(f->db, code, &y->group, err);
}

/* ---- meetings: group;stage;day;host;place;presentation;held;notes;decision;minutes ---- */

/* One role for each member; whoever moderates is on the list already. */
static int
add_people(struct demo_filling *f, int64_t meeting, bool held, struct error *err)
{
	struct year *y = f->more;
	struct exchange_member *members;
	int count, ticked;

	if (exchange_member_list(f->db, y->group.id, NULL, &f->arena, &members, &count, err))
		return -1;
	for (int i = 0; i < count; i++) {
		struct participant p = { .meeting = meeting,
			.slot = members[i].slot,
			.part = PARTICIPANT_MEMBER,
			.answer = held ? REPLY_YES : REPLY_NONE };

		text_copy(p.name, sizeof(p.name), _("coordinator in the office"));
		if (participant_save(f->db, &p, err))
			return -1;
	}
	return held ? attendance_tick_rest(f->db, meeting, CAME_YES, &ticked, err) : 0;
}

static int
add_notes(struct demo_filling *f, int64_t meeting, const char *notes, const char *decision,
	struct error *err)
{
	struct agreement a = { .meeting = meeting, .kind = AGREEMENT_DECIDED };
	struct agenda_item *items;
	int count;

	if (!notes[0])
		return 0;
	if (agenda_list(f->db, meeting, &f->arena, &items, &count, err) ||
		(count > 1 && agenda_notes_save(f->db, items[1].id, "", notes, err)))
		return -1;
	a.item = count ? items[count - 1].id : 0;
	text_copy(a.text, sizeof(a.text), decision);
	return agreement_save(f->db, &a, err);
}

static int
make_minutes(struct demo_filling *f, int64_t meeting, struct error *err)
{
	struct minutes m;
	const char *text;

	return minutes_find(f->db, meeting, &m, err) ||
			       minutes_compose(f->db, meeting, &f->arena, &text, err) ||
			       minutes_add(f->db, &m, text, MINUTES_MADE, NULL, err)
		       ? -1
		       : 0;
}

static int
take_meeting(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	const struct unit *host = unit_need(&f->units, fields[3].text, err);
	bool held = strcmp(fields[6].text, "held") == 0;
	struct year *y = f->more;
	struct meeting m;

	if (!host || take_group(f, fields[0].text, err) ||
		meeting_defaults(f->db, y->group.id, &m, err))
		return -1;
	m.stage = atoi(fields[1].text);
	snprintf(m.starts_at, sizeof(m.starts_at), "%.10sT10:00", fields[2].text);
	snprintf(m.ends_at, sizeof(m.ends_at), "%.10sT15:00", fields[2].text);
	m.host = host->slot;
	text_copy(m.place, sizeof(m.place), fields[4].text);
	text_copy(m.presentation, sizeof(m.presentation), fields[5].text);
	if (meeting_save(f->db, &m, err) || add_people(f, m.id, held, err) ||
		add_notes(f, m.id, fields[7].text, fields[8].text, err) ||
		meeting_load(f->db, m.id, &m, err) ||
		(held && meeting_set_state(f->db, &m, MEETING_HELD, err)))
		return -1;
	return fields[9].text[0] ? make_minutes(f, m.id, err) : 0;
}

/* ---- homework: group;meeting;unit;text;due;state;answered_on;answer ---- */

static int
find_meeting(struct demo_filling *f, int number, int64_t *meeting, struct error *err)
{
	const struct year *y = f->more;
	const struct meeting_filter filter = { .group = y->group.id };
	struct meeting_row *list;
	int count;

	if (meeting_list(f->db, &filter, &f->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (list[i].number == number) {
			*meeting = list[i].id;
			return 0;
		}
	return demo_damaged(err);
}

static int
take_homework(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	const struct unit *unit = unit_need(&f->units, fields[2].text, err);
	struct homework h = { .text = fields[3].text, .due_on = fields[4].text, .review = "" };
	struct homework_answer a = { .text = fields[7].text, .answered_on = fields[6].text };
	const struct year *y = f->more;

	if (!unit || take_group(f, fields[0].text, err) ||
		find_meeting(f, atoi(fields[1].text), &h.meeting, err))
		return -1;
	h.group = y->group.id;
	h.slot = unit->slot;
	if (homework_save(f->db, &h, &f->arena, err) ||
		homework_load(f->db, h.id, &f->arena, &h, err))
		return -1;
	a.state = strcmp(fields[5].text, "done") == 0 ? HOMEWORK_DONE : HOMEWORK_NOT_DONE;
	return homework_answer(f->db, &h, &a, err);
}

/* ---- a data sheet: group;year;due;indicator;unit;value;remark ---- */

static int
need_line(struct demo_filling *f, const char *code, const struct data_sheet_line **out,
	struct error *err)
{
	struct year *y = f->more;
	struct data_sheet_line *there, lines[LINES];
	struct indicator card;
	int count;

	if (data_sheet_lines(f->db, y->sheet.id, &f->arena, &there, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (strcmp(there[i].code, code) == 0) {
			*out = &there[i];
			return 0;
		}
	if (count == LINES)
		return demo_damaged(err);
	if (indicator_load(f->db, code, &f->arena, &card, err))
		return -1;
	if (count)
		memcpy(lines, there, (size_t)count * sizeof(*lines));
	lines[count] = (struct data_sheet_line){
		.indicator_id = card.id, .low = NAN, .high = NAN, .change = NAN
	};
	if (data_sheet_save(f->db, &y->sheet, lines, count + 1, err))
		return -1;
	return need_line(f, code, out, err);
}

static int
need_sheet(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	int number = atoi(fields[1].text);
	struct year *y = f->more;

	if (take_group(f, fields[0].text, err))
		return -1;
	if (y->sheet.id && y->sheet.group_id == y->group.id && y->sheet.year == number)
		return 0;
	y->sheet = (struct data_sheet){ .group_id = y->group.id, .year = number };
	text_copy(y->sheet.due_on, sizeof(y->sheet.due_on), fields[2].text);
	return data_sheet_save(f->db, &y->sheet, NULL, 0, err);
}

static int
take_figure(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	const struct unit *unit = unit_need(&f->units, fields[4].text, err);
	const struct own_figure nothing = { .indicator_id = 0 };
	struct own_figure g = { .made_up = true };
	const struct data_sheet_line *line;
	struct year *y = f->more;
	struct sheet_return r;

	if (!unit || need_sheet(f, fields, err) || need_line(f, fields[3].text, &line, err) ||
		own_figure_parse(fields[5].text, &g.value, g.missing, err) ||
		sheet_return_load(f->db, &y->sheet, unit->slot, &f->arena, &r, err))
		return -1;
	g.indicator_id = line->indicator_id;
	g.year = y->sheet.year;
	g.slot = unit->slot;
	text_copy(g.remark, sizeof(g.remark), fields[6].text);
	return sheet_figure_save(f->db, &r, &g, &nothing, err);
}

static int
verify_all(struct demo_filling *f, struct error *err)
{
	struct year *y = f->more;
	struct sheet_return *list;
	int count;

	if (!y->sheet.id)
		return 0;
	if (sheet_return_list(f->db, &y->sheet, &f->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (sheet_return_move(f->db, &list[i], SHEET_SENT, err) ||
			sheet_return_move(f->db, &list[i], SHEET_VERIFIED, err))
			return -1;
	return 0;
}

/* ---- conclusions: group;unit;text;cause;proposal;learn_from;effect;cost;responsible;due_on;
 * made_on;state;indicator;year ---- */

static int
freeze(struct demo_filling *f, const char *code, int number, struct error *err)
{
	const struct year *y = f->more;
	struct group_sheet sheet;
	int row = 0;

	if (group_sheet_load(f->db, &f->units, y->group.id, number, &f->arena, &sheet, err))
		return -1;
	while (row < sheet.count && strcmp(sheet.rows[row].indicator->code, code) != 0)
		row++;
	if (row == sheet.count)
		return demo_damaged(err);
	return evidence_freeze(f->db, y->conclusion, &sheet, row, err);
}

static int
take_conclusion(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	const struct unit *unit = unit_need(&f->units, fields[1].text, err);
	const struct unit *from = unit_need(&f->units, fields[5].text, err);
	int state = conclusion_state_from_name(fields[11].text);
	struct conclusion c = { .cost = strtod(fields[7].text, NULL) };
	struct year *y = f->more;

	if (!unit || !from || take_group(f, fields[0].text, err))
		return -1;
	if (state < 0)
		return demo_damaged(err);
	c.group = y->group.id;
	c.slot = unit->slot;
	c.learn_from = from->slot;
	c.state = (enum conclusion_state)state;
	text_copy(c.service, sizeof(c.service), y->group.service);
	text_copy(c.text, sizeof(c.text), fields[2].text);
	text_copy(c.cause, sizeof(c.cause), fields[3].text);
	text_copy(c.proposal, sizeof(c.proposal), fields[4].text);
	text_copy(c.effect, sizeof(c.effect), fields[6].text);
	text_copy(c.responsible, sizeof(c.responsible), fields[8].text);
	text_copy(c.due_on, sizeof(c.due_on), fields[9].text);
	text_copy(c.made_on, sizeof(c.made_on), fields[10].text);
	if (conclusion_save(f->db, &c, err))
		return -1;
	y->conclusion = c.id;
	return freeze(f, fields[12].text, atoi(fields[13].text), err);
}

/* ---- a plan, which gathers the conclusion above: group;unit;title;goal;indicator;base;base_year;
 * target;target_year;budget;adopted_on;action;responsible;from_on;to_on;cost ---- */

static int
take_plan(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	const struct unit *unit = unit_need(&f->units, fields[1].text, err);
	struct plan_action action = { .cost = strtod(fields[15].text, NULL) };
	struct improvement_plan p = { .base = strtod(fields[5].text, NULL),
		.base_year = atoi(fields[6].text),
		.target = strtod(fields[7].text, NULL),
		.target_year = atoi(fields[8].text),
		.budget = strtod(fields[9].text, NULL),
		.state = PLAN_ADOPTED };
	struct year *y = f->more;

	if (!unit || take_group(f, fields[0].text, err))
		return -1;
	p.group = y->group.id;
	p.slot = unit->slot;
	text_copy(p.service, sizeof(p.service), y->group.service);
	text_copy(p.title, sizeof(p.title), fields[2].text);
	text_copy(p.goal, sizeof(p.goal), fields[3].text);
	text_copy(p.indicator, sizeof(p.indicator), fields[4].text);
	text_copy(p.adopted_on, sizeof(p.adopted_on), fields[10].text);
	text_copy(action.text, sizeof(action.text), fields[11].text);
	text_copy(action.responsible, sizeof(action.responsible), fields[12].text);
	text_copy(action.from_on, sizeof(action.from_on), fields[13].text);
	text_copy(action.to_on, sizeof(action.to_on), fields[14].text);
	if (plan_save(f->db, &p, err) || plan_gather(f->db, p.id, p.rev, &y->conclusion, 1, err) ||
		plan_load(f->db, p.id, &p, err))
		return -1;
	return plan_action_save(f->db, p.id, p.rev, &action, err);
}

int
demo_year_fill(struct demo_filling *f, struct error *err)
{
	struct year year = { .conclusion = 0 };

	f->more = &year;
	return demo_read_file("meetings.csv", (struct demo_file){ f, 10, take_meeting }, err) ||
			       demo_read_file("homework.csv",
				       (struct demo_file){ f, 8, take_homework }, err) ||
			       demo_read_file("figures.csv",
				       (struct demo_file){ f, 7, take_figure }, err) ||
			       verify_all(f, err) ||
			       demo_read_file("conclusions.csv",
				       (struct demo_file){ f, 14, take_conclusion }, err) ||
			       demo_read_file(
				       "plans.csv", (struct demo_file){ f, 16, take_plan }, err)
		       ? -1
		       : 0;
}
