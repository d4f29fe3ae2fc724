/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting: its agenda, and what was noted and agreed at its items. */
#include "config.h"

#include "commands/given.h"
#include "commands/meeting_commands.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/meetings/agenda.h"

#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

/* The agenda of the stage in place of the meeting's own. 1 = done, 0 = the person says no, -1 =
 * failed. Nobody can be asked in a script: --yes says it there. */
static int
take_stage(struct run *run, const struct meeting *m, struct error *err)
{
	struct agenda_item *list;
	int count, answer = 1;

	if (person_may(&run->person, PERSON_CLERK, err) ||
		agenda_list(run->db, m->id, &run->arena, &list, &count, err))
		return -1;
	if (count && !run_option(run, OPTION_YES))
		answer = run_ask(_("Replace the whole agenda by that of the stage?"));
	if (answer < 0)
		return error_set(err, ERROR_INPUT,
			P_("The agenda has %d item; add --yes to replace it by that of the stage.",
				"The agenda has %d items; add --yes to replace them by that of the "
				"stage.",
				(unsigned long)count),
			count);
	if (answer == 0)
		return run_declined(run, _("Nothing was changed."));
	return agenda_from_stage(run->db, m->id, err) < 0 ? -1 : 1;
}

int
command_meeting_agenda(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "item", N_("item"), REPORT_CODE },
		{ "day", N_("day"), REPORT_CODE },
		{ "starts", N_("begins"), REPORT_TEXT },
		{ "minutes", N_("minutes"), REPORT_NUMBER },
		{ "title", N_("title"), REPORT_TEXT },
		{ "speaker", N_("speaker"), REPORT_TEXT },
		{ "notes", N_("notes"), REPORT_TEXT },
	};
	const struct arguments *given = run->arguments;
	struct agenda_item *list;
	struct meeting m;
	struct result *r;
	char hour[16];
	int count, taken = 1;

	if (given->operand_count > 1 && strcmp(given->operands[1], "stage") != 0)
		return error_set(err, ERROR_INPUT,
			_("“%s” is no agenda: stage takes that of the meeting's stage."),
			given->operands[1]);
	if (meeting_operand(run, &m, err))
		return -1;
	if (given->operand_count > 1)
		taken = take_stage(run, &m, err);
	if (taken <= 0)
		return taken;
	if (agenda_list(run->db, m.id, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Agenda"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		result_whole(r, i + 1);
		result_whole(r, list[i].day);
		result_text(r, agenda_clock(hour, sizeof(hour), list[i].start));
		result_whole(r, list[i].minutes);
		result_text(r, list[i].title);
		result_text(r, list[i].speaker);
		result_text(r, list[i].notes ? list[i].notes : "");
	}
	return result_end(r, err);
}

/* The item as meeting agenda counts them. */
static int
find_item(struct run *run, const struct meeting *m, int number, struct agenda_item *out,
	struct error *err)
{
	struct agenda_item *list;
	int count;

	if (agenda_list(run->db, m->id, &run->arena, &list, &count, err))
		return -1;
	if (number < 1 || number > count)
		return error_set(err, ERROR_MISSING,
			_("The agenda has no item %d; gromada meeting agenda %lld prints it."),
			number, (long long)m->id);
	*out = list[number - 1];
	return 0;
}

/* ---- items ---- */

struct given_item {
	char title[200], speaker[128];
	int minutes, day, move;
	bool out;
};
static const struct given_field item_fields[] = {
	{ "title", GIVEN_TEXT, GIVEN_AT(struct given_item, title), 0, 0, 0 },
	{ "speaker", GIVEN_TEXT, GIVEN_AT(struct given_item, speaker), 0, 0, 0 },
	{ "minutes", GIVEN_WHOLE, GIVEN_AT(struct given_item, minutes), 1, 1440, 0 },
	{ "day", GIVEN_WHOLE, GIVEN_AT(struct given_item, day), 1, 99, 0 },
	{ "move", GIVEN_WHOLE, GIVEN_AT(struct given_item, move), -99, 99, 0 },
	{ "out", GIVEN_YES_NO, GIVEN_AT(struct given_item, out), 0, 0, 0 },
};

static int
keep_item(struct run *run, struct agenda_item *item, const struct given_item *g, struct error *err)
{
	text_copy(item->title, sizeof(item->title), g->title);
	text_copy(item->speaker, sizeof(item->speaker), g->speaker);
	item->minutes = g->minutes;
	item->day = g->day;
	if (agenda_save(run->db, item, err))
		return -1;
	for (int i = g->move; i != 0; i += i < 0 ? 1 : -1)
		if (agenda_move(run->db, item->id, i < 0 ? -1 : 1, err) < 0)
			return -1;
	return 0;
}

int
command_meeting_item(struct run *run, struct error *err)
{
	const char *which = run->arguments->operands[1];
	struct agenda_item item = { .id = 0 };
	struct given_item g = { .minutes = 15, .day = 1 };
	struct meeting m;
	long number = 0;

	if (meeting_operand(run, &m, err))
		return -1;
	if (strcmp(which, "new") != 0) {
		if (number_parse_whole(which, 1, 999, &number))
			return error_set(err, ERROR_INPUT,
				_("\"%s\" is neither the number of an item nor new."), which);
		if (find_item(run, &m, (int)number, &item, err))
			return -1;
		text_copy(g.title, sizeof(g.title), item.title);
		text_copy(g.speaker, sizeof(g.speaker), item.speaker);
		g.minutes = item.minutes;
		g.day = item.day;
	}
	item.meeting = m.id;
	if (given_apply(run, 2, item_fields, COUNT(item_fields), &g, err))
		return -1;
	if (g.out && item.id)
		return agenda_delete(run->db, item.id, item.whole, err);
	return keep_item(run, &item, &g, err);
}

/* ---- notes and agreements ---- */

struct given_line {
	char kind[16];
	int item;
};
static const struct given_field note_fields[] = {
	{ "item", GIVEN_WHOLE, GIVEN_AT(struct given_line, item), 1, 999, 0 },
};
static const struct given_field line_fields[] = {
	{ "item", GIVEN_WHOLE, GIVEN_AT(struct given_line, item), 1, 999, 0 },
	{ "kind", GIVEN_TEXT, GIVEN_AT(struct given_line, kind), 0, 0, 0 },
};

static const char *const kinds[] = { "agreed", "decided" }; /* enum agreement_kind */

/* Under what was noted there before: a command never takes a colleague's words away. */
static const char *
joined(struct run *run, const char *former, const char *text)
{
	if (!former || !former[0])
		return text;
	return arena_format(&run->arena, "%s\n%s", former, text);
}

int
command_meeting_note(struct run *run, struct error *err)
{
	const char *text = run->arguments->operands[1], *former;
	struct agenda_item item = { .notes = NULL };
	struct given_line g = { .item = 0 };
	struct meeting m;

	if (meeting_operand(run, &m, err) ||
		given_apply(run, 2, note_fields, COUNT(note_fields), &g, err))
		return -1;
	if (g.item) {
		if (find_item(run, &m, g.item, &item, err))
			return -1;
		former = item.notes ? item.notes : "";
		return agenda_notes_save(run->db, item.id, former, joined(run, former, text), err);
	}
	if (meeting_notes_load(run->db, m.id, &run->arena, &former, err))
		return -1;
	return meeting_notes_save(run->db, m.id, former, joined(run, former, text), err);
}

int
command_meeting_agree(struct run *run, struct error *err)
{
	const char *text = run->arguments->operands[1];
	struct given_line g = { .kind = "agreed" };
	struct agreement a = { .id = 0 };
	struct agenda_item item;
	struct meeting m;
	int kind;

	if (meeting_operand(run, &m, err) ||
		given_apply(run, 2, line_fields, COUNT(line_fields), &g, err) ||
		given_one_of("kind", g.kind, kinds, COUNT(kinds), &kind, err) ||
		(g.item && find_item(run, &m, g.item, &item, err)))
		return -1;
	if (run_text(text, a.text, sizeof(a.text), err))
		return -1;
	a.meeting = m.id;
	a.item = g.item ? item.id : 0;
	a.kind = (enum agreement_kind)kind;
	return agreement_save(run->db, &a, err);
}

int
command_meeting_agreements(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("number"), REPORT_CODE },
		{ "item", N_("item"), REPORT_CODE },
		{ "kind", N_("kind"), REPORT_TEXT },
		{ "text", N_("text"), REPORT_TEXT },
	};
	struct agenda_item *items;
	struct agreement *list;
	struct meeting m;
	struct result *r;
	int count, item_count;

	if (meeting_operand(run, &m, err) ||
		agenda_list(run->db, m.id, &run->arena, &items, &item_count, err) ||
		agreement_list(run->db, m.id, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Agreements of the meeting"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		int at = 0;

		while (at < item_count && items[at].id != list[i].item)
			at++;
		result_whole(r, i + 1);
		result_year(r, at < item_count ? at + 1 : 0);
		result_words(r, kinds[list[i].kind], agreement_kind_label(list[i].kind));
		result_text(r, list[i].text);
	}
	return result_end(r, err);
}

/* As meeting agreements counts them. */
static int
find_agreement(struct run *run, const struct meeting *m, struct agreement *out, struct error *err)
{
	const char *text = run->arguments->operands[1];
	struct agreement *list;
	long number;
	int count;

	if (agreement_list(run->db, m->id, &run->arena, &list, &count, err))
		return -1;
	if (number_parse_whole(text, 1, count, &number))
		return error_set(err, ERROR_MISSING,
			_("The meeting has no agreement “%s”; gromada meeting agreements %lld "
			  "prints them."),
			text, (long long)m->id);
	return agreement_load(run->db, list[number - 1].id, out, err);
}

struct given_agreement {
	struct agreement a;
	char kind[16];
	bool out;
};

int
command_meeting_agreement(struct run *run, struct error *err)
{
	static const struct given_field fields[] = {
		{ "text", GIVEN_TEXT, GIVEN_AT(struct given_agreement, a.text), 0, 0, 0 },
		{ "kind", GIVEN_TEXT, GIVEN_AT(struct given_agreement, kind), 0, 0, 0 },
		{ "out", GIVEN_YES_NO, GIVEN_AT(struct given_agreement, out), 0, 0, 0 },
	};
	struct given_agreement g = { .out = false };
	struct meeting m;
	int kind;

	if (meeting_operand(run, &m, err) || find_agreement(run, &m, &g.a, err))
		return -1;
	text_copy(g.kind, sizeof(g.kind), kinds[g.a.kind]);
	if (given_apply(run, 2, fields, COUNT(fields), &g, err) ||
		given_one_of("kind", g.kind, kinds, COUNT(kinds), &kind, err))
		return -1;
	g.a.kind = (enum agreement_kind)kind;
	return g.out ? agreement_delete(run->db, g.a.id, g.a.seen, err)
		     : agreement_save(run->db, &g.a, err);
}
