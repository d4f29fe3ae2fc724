/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stage: how kinds of groups go, and how one group does; with the agendas of their meetings. */
#include "config.h"

#include "commands/given.h"
#include "commands/group_commands.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/groups/stage.h"

#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

/* ---- stages of a kind ---- */

int
command_list_stages(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "stage", N_("stage"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT },
		{ "aim", N_("at its end"), REPORT_TEXT },
		{ "month", N_("begins after months"), REPORT_NUMBER },
		{ "months", N_("lasts months"), REPORT_NUMBER },
		{ "days", N_("days"), REPORT_NUMBER },
	};
	enum exchange_kind kind;
	struct stage *list;
	struct result *r;
	int count;

	if (group_kind_given(run->arguments->operands[0], &kind, err) ||
		stage_list(run->db, kind, &run->arena, &list, &count, err) ||
		result_start(&r, run, exchange_kind_label(kind), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		result_whole(r, list[i].position);
		result_text(r, list[i].name);
		result_text(r, list[i].aim);
		result_whole(r, list[i].month);
		result_whole(r, list[i].months);
		result_whole(r, list[i].days);
	}
	return result_end(r, err);
}

/* KIND STAGE of the first two operands; number 0 = a new one, where that is allowed. */
static int
find_stage(struct run *run, bool or_new, struct stage *out, struct error *err)
{
	const char *word = run->arguments->operands[0], *text = run->arguments->operands[1];
	struct stage *list;
	int count, number = 0;

	*out = (struct stage){ .months = 1, .days = 1 };
	if (group_kind_given(word, &out->kind, err) || given_number_or_new(text, &number, err))
		return -1;
	if (number == 0 && or_new)
		return 0;
	if (stage_list(run->db, out->kind, &run->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (list[i].position == number) {
			*out = list[i];
			return 0;
		}
	return error_set(err, ERROR_MISSING,
		_("There is no stage “%s”; gromada list stages %s prints them."), text, word);
}

struct given_stage {
	struct stage s;
	bool out;
};

int
command_stage_set(struct run *run, struct error *err)
{
	static const struct given_field fields[] = {
		{ "name", GIVEN_TEXT, GIVEN_AT(struct given_stage, s.name), 0, 0, 0 },
		{ "aim", GIVEN_TEXT, GIVEN_AT(struct given_stage, s.aim), 0, 0, 0 },
		{ "month", GIVEN_WHOLE, GIVEN_AT(struct given_stage, s.month), 0, 999, 0 },
		{ "months", GIVEN_WHOLE, GIVEN_AT(struct given_stage, s.months), 0, 999, 0 },
		{ "days", GIVEN_WHOLE, GIVEN_AT(struct given_stage, s.days), 0, 99, 0 },
		{ "out", GIVEN_YES_NO, GIVEN_AT(struct given_stage, out), 0, 0, 0 },
	};
	struct given_stage g = { .out = false };

	if (find_stage(run, true, &g.s, err) || given_apply(run, 2, fields, COUNT(fields), &g, err))
		return -1;
	if (g.out && g.s.position) {
		if (stage_remove(run->db, &g.s, err))
			return -1;
		run_say(_("Stage %d is taken out; those behind it move up."), g.s.position);
		return 0;
	}
	if (stage_save(run->db, &g.s, err))
		return -1;
	run_say(_("Stage %d is saved; groups that are there keep theirs."), g.s.position);
	return 0;
}

/* ---- stages of one group ---- */

int
command_group_stages(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "stage", N_("stage"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT },
		{ "aim", N_("at its end"), REPORT_TEXT },
		{ "from", N_("from"), REPORT_TEXT },
		{ "to", N_("to"), REPORT_TEXT },
		{ "days", N_("days"), REPORT_NUMBER },
	};
	struct group_stage *list;
	struct exchange_group g;
	struct result *r;
	int count;

	if (group_operand(run, &g, err) ||
		group_stage_list(run->db, g.id, &run->arena, &list, &count, err) ||
		result_start(&r, run, g.name, RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		result_whole(r, list[i].position);
		result_text(r, list[i].name);
		result_text(r, list[i].aim);
		result_text(r, list[i].from_on);
		result_text(r, list[i].to_on);
		result_whole(r, list[i].days);
	}
	return result_end(r, err);
}

struct given_group_stage {
	struct group_stage s;
	bool out;
};

/* STAGE of the second operand; number 0 = a new one, where that is allowed. */
static int
find_group_stage(struct run *run, const struct exchange_group *g, bool or_new,
	struct group_stage *out, struct error *err)
{
	struct group_stage *list;
	int count, number = 0;

	*out = (struct group_stage){ .days = 1 };
	if (given_number_or_new(run->arguments->operands[1], &number, err) ||
		group_stage_list(run->db, g->id, &run->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (number && list[i].position == number)
			*out = list[i];
	return (!number && or_new) || out->position
		       ? 0
		       : error_set(err, ERROR_MISSING,
				 _("The group has no stage %d; gromada group stages %s prints "
				   "them."),
				 number, g->code);
}

int
command_group_stage(struct run *run, struct error *err)
{
	static const struct given_field fields[] = {
		{ "name", GIVEN_TEXT, GIVEN_AT(struct given_group_stage, s.name), 0, 0, 0 },
		{ "aim", GIVEN_TEXT, GIVEN_AT(struct given_group_stage, s.aim), 0, 0, 0 },
		{ "from", GIVEN_DATE, GIVEN_AT(struct given_group_stage, s.from_on), 0, 0, 0 },
		{ "to", GIVEN_DATE, GIVEN_AT(struct given_group_stage, s.to_on), 0, 0, 0 },
		{ "days", GIVEN_WHOLE, GIVEN_AT(struct given_group_stage, s.days), 0, 99, 0 },
		{ "out", GIVEN_YES_NO, GIVEN_AT(struct given_group_stage, out), 0, 0, 0 },
	};
	struct given_group_stage given = { .out = false };
	struct exchange_group g;

	if (group_operand(run, &g, err) || find_group_stage(run, &g, true, &given.s, err) ||
		given_apply(run, 2, fields, COUNT(fields), &given, err))
		return -1;
	if (given.out && given.s.position) {
		if (group_stage_remove(run->db, &g, given.s.position, err))
			return -1;
		run_say(_("Stage %d of the group %s is taken out."), given.s.position, g.code);
		return 0;
	}
	if (group_stage_save(run->db, &g, &given.s, err))
		return -1;
	run_say(_("Stage %d of the group %s is saved."), given.s.position, g.code);
	return 0;
}

int
command_group_periods(struct run *run, struct error *err)
{
	struct exchange_group g;

	if (group_operand(run, &g, err) || group_stage_move(run->db, &g, err))
		return -1;
	run_say(_("The periods are counted anew."));
	return 0;
}

/* ---- the agenda that a meeting of a stage begins with ---- */

static int
print_agenda(struct run *run, const struct stage_place *of, const char *name, struct error *err)
{
	static const struct result_column columns[] = {
		{ "item", N_("item"), REPORT_CODE },
		{ "title", N_("title"), REPORT_TEXT },
		{ "speaker", N_("speaker"), REPORT_TEXT },
		{ "minutes", N_("minutes"), REPORT_NUMBER },
	};
	struct stage_item *list;
	struct result *r;
	int count;

	if (stage_item_list(run->db, of, &run->arena, &list, &count, err) ||
		result_start(&r, run, name, RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		result_whole(r, list[i].position);
		result_text(r, list[i].title);
		result_text(r, list[i].speaker);
		result_whole(r, list[i].minutes);
	}
	return result_end(r, err);
}

struct given_item {
	struct stage_item i;
	int move;
	bool out;
};

static int
find_item(struct run *run, const struct stage_place *of, struct stage_item *out, struct error *err)
{
	struct stage_item *list;
	int count, number = 0;

	*out = (struct stage_item){ .of = *of, .minutes = 15 };
	if (given_number_or_new(run->arguments->operands[2], &number, err) ||
		stage_item_list(run->db, of, &run->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (number && list[i].position == number)
			*out = list[i];
	if (!number || out->position)
		return 0;
	return error_set(err, ERROR_MISSING,
		_("The agenda of the stage has no item %d; gromada %s agenda %s %d prints it."),
		number, of->group ? "group" : "stage", run->arguments->operands[0], of->stage);
}

/* An item knows what it said when it was read, and the place it then had. */
static int
move_item(struct run *run, const struct stage_item *item, int by, struct error *err)
{
	struct stage_item *list;
	int count, at = item->position - 1, step = by < 0 ? -1 : 1, moved = 1;

	for (; by != 0 && moved > 0; by -= step) {
		if (stage_item_list(run->db, &item->of, &run->arena, &list, &count, err))
			return -1;
		if (at < 0 || at >= count)
			return 0;
		moved = stage_item_move(run->db, &list[at], step, err);
		at += step;
	}
	return moved < 0 ? -1 : 0;
}

static int
set_item(struct run *run, const struct stage_place *of, struct error *err)
{
	static const struct given_field fields[] = {
		{ "title", GIVEN_TEXT, GIVEN_AT(struct given_item, i.title), 0, 0, 0 },
		{ "speaker", GIVEN_TEXT, GIVEN_AT(struct given_item, i.speaker), 0, 0, 0 },
		{ "minutes", GIVEN_WHOLE, GIVEN_AT(struct given_item, i.minutes), 1, 1440, 0 },
		{ "move", GIVEN_WHOLE, GIVEN_AT(struct given_item, move), -99, 99, 0 },
		{ "out", GIVEN_YES_NO, GIVEN_AT(struct given_item, out), 0, 0, 0 },
	};
	struct given_item g = { .move = 0 };

	if (find_item(run, of, &g.i, err) || given_apply(run, 3, fields, COUNT(fields), &g, err))
		return -1;
	if (g.out && g.i.position)
		return stage_item_remove(run->db, &g.i, err);
	if (stage_item_save(run->db, &g.i, err))
		return -1;
	return move_item(run, &g.i, g.move, err);
}

static int
place_of_kind(struct run *run, struct stage *s, struct stage_place *of, struct error *err)
{
	if (find_stage(run, false, s, err))
		return -1;
	*of = (struct stage_place){ .kind = s->kind, .stage = s->position };
	return 0;
}

static int
place_of_group(struct run *run, struct group_stage *s, struct stage_place *of, struct error *err)
{
	struct exchange_group g;

	if (group_operand(run, &g, err) || find_group_stage(run, &g, false, s, err))
		return -1;
	*of = (struct stage_place){ g.kind, g.id, s->position };
	return 0;
}

int
command_stage_agenda(struct run *run, struct error *err)
{
	struct stage_place of;
	struct stage s;

	return place_of_kind(run, &s, &of, err) ? -1 : print_agenda(run, &of, s.name, err);
}

int
command_stage_item(struct run *run, struct error *err)
{
	struct stage_place of;
	struct stage s;

	return place_of_kind(run, &s, &of, err) ? -1 : set_item(run, &of, err);
}

int
command_group_agenda(struct run *run, struct error *err)
{
	struct stage_place of;
	struct group_stage s;

	return place_of_group(run, &s, &of, err) ? -1 : print_agenda(run, &of, s.name, err);
}

int
command_group_item(struct run *run, struct error *err)
{
	struct stage_place of;
	struct group_stage s;

	return place_of_group(run, &s, &of, err) ? -1 : set_item(run, &of, err);
}
