/* SPDX-License-Identifier: GPL-3.0-or-later */
/* opinion: drafts on which members are asked, what each says and what became of it. */
#include "config.h"

#include "commands/given.h"
#include "commands/minutes_commands.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/exchange_group.h"
#include "model/kept.h"
#include "model/meetings/opinion.h"

#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

int
command_list_opinions(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("number"), REPORT_CODE },
		{ "group", N_("group"), REPORT_CODE },
		{ "title", N_("title"), REPORT_TEXT },
		{ "version", N_("version"), REPORT_TEXT },
		{ "question", N_("question"), REPORT_TEXT },
		{ "asked_on", N_("asked on"), REPORT_TEXT },
		{ "due_on", N_("due"), REPORT_TEXT },
		{ "members", N_("members"), REPORT_NUMBER },
		{ "answers", N_("answers"), REPORT_NUMBER },
		{ "settled", N_("settled"), REPORT_NUMBER },
	};
	bool retired = run_option(run, OPTION_RETIRED) != NULL;
	struct opinion *list;
	struct result *r;
	int64_t group;
	int count;

	if (run_whose(run, &group, NULL, err) ||
		opinion_list(run->db, group, retired, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Drafts for opinion"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		const struct opinion *o = &list[i];

		result_whole(r, o->id);
		result_text(r, o->group_code);
		result_text(r, o->title);
		result_text(r, o->version);
		result_text(r, o->question);
		result_text(r, o->asked_on);
		result_text(r, o->due_on);
		result_whole(r, o->members);
		result_whole(r, o->answers);
		result_whole(r, o->settled);
	}
	return result_end(r, err);
}

static int
find_opinion(struct run *run, struct opinion *o, struct error *err)
{
	const char *text = run->arguments->operands[0];
	int64_t id;

	if (paper_number(text, &id) == 0 && opinion_load(run->db, id, &run->arena, o, err) == 0)
		return 0;
	return paper_missing(_("There is no draft for opinion with this number."),
		_("gromada list opinions prints all of them, with --retired those deleted."), err);
}

int
command_opinion_show(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "unit", N_("unit code"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT },
		{ "view", N_("view"), REPORT_TEXT },
		{ "text", N_("what the member says"), REPORT_TEXT },
		{ "answered_on", N_("answered"), REPORT_TEXT },
		{ "outcome", N_("outcome"), REPORT_TEXT },
		{ "reason", N_("reason"), REPORT_TEXT },
	};
	struct opinion_answer *list;
	struct opinion o;
	struct result *r;
	int count;

	if (run_units(run, err) || find_opinion(run, &o, err) ||
		opinion_answers(run->db, o.id, &run->arena, &list, &count, err) ||
		result_start(&r, run, o.title, RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		const struct unit *u = unit_by_slot(&run->units, list[i].slot);

		result_text(r, u ? run_code(u) : "");
		result_text(r, u ? u->told : "");
		result_words(r, opinion_view_name(list[i].view), opinion_view_label(list[i].view));
		result_text(r, list[i].text);
		result_text(r, list[i].answered_on);
		result_words(r, opinion_outcome_name(list[i].outcome),
			opinion_outcome_label(list[i].outcome));
		result_text(r, list[i].reason);
	}
	return result_end(r, err);
}

/* ---- asking ---- */

struct given_draft {
	char group[33]; /* of a draft that is changed */
	char title[KEPT_LINE_SIZE], version[KEPT_LINE_SIZE], question[KEPT_LINES_SIZE], asked[16],
		due[16];
	int document;
};
static const struct given_field draft_fields[] = {
	{ "group", GIVEN_TEXT, GIVEN_AT(struct given_draft, group), 0, 0, 0 },
	{ "title", GIVEN_TEXT, GIVEN_AT(struct given_draft, title), 0, 0, 0 },
	{ "version", GIVEN_TEXT, GIVEN_AT(struct given_draft, version), 0, 0, 0 },
	{ "question", GIVEN_TEXT, GIVEN_AT(struct given_draft, question), 0, 0, 0 },
	{ "asked", GIVEN_DATE, GIVEN_AT(struct given_draft, asked), 0, 0, 0 },
	{ "due", GIVEN_DUE, GIVEN_AT(struct given_draft, due), 0, 0, 0 },
	{ "document", GIVEN_WHOLE, GIVEN_AT(struct given_draft, document), 1, 1000000000, 0 },
};

/* The texts stay where they were given. */
static void
take_draft(const struct given_draft *given, struct opinion *o)
{
	o->document = given->document;
	o->title = given->title;
	o->version = given->version;
	o->question = given->question;
	o->asked_on = given->asked;
	o->due_on = given->due;
}

int
command_opinion_ask(struct run *run, struct error *err)
{
	struct given_draft given = { .title = "" };
	struct opinion o = { .id = 0 };
	struct exchange_group g;

	date_iso(given.asked, sizeof(given.asked), clock_today());
	if (exchange_group_by_code(run->db, run->arguments->operands[0], &g, err) ||
		given_apply(run, 1, draft_fields + 1, COUNT(draft_fields) - 1, &given, err))
		return -1;
	o.group = g.id;
	take_draft(&given, &o);
	if (opinion_save(run->db, &o, &run->arena, err))
		return -1;
	run_say(_("The draft has number %lld."), (long long)o.id);
	return 0;
}

static int
draft_as_given(const struct opinion *o, struct given_draft *given, struct error *err)
{
	*given = (struct given_draft){ .document = (int)o->document };
	text_copy(given->group, sizeof(given->group), o->group_code);
	text_copy(given->asked, sizeof(given->asked), o->asked_on);
	text_copy(given->due, sizeof(given->due), o->due_on);
	return run_text(o->title, given->title, sizeof(given->title), err) ||
			       run_text(o->version, given->version, sizeof(given->version), err) ||
			       run_text(o->question, given->question, sizeof(given->question), err)
		       ? -1
		       : 0;
}

int
command_opinion_set(struct run *run, struct error *err)
{
	struct given_draft given;
	struct opinion o;

	if (find_opinion(run, &o, err) || draft_as_given(&o, &given, err) ||
		given_apply(run, 1, draft_fields, COUNT(draft_fields), &given, err) ||
		paper_group(run, given.group, o.group_code, &o.group, err))
		return -1;
	take_draft(&given, &o);
	if (opinion_save(run->db, &o, &run->arena, err))
		return -1;
	run_say(_("Saved."));
	return 0;
}

/* ---- answers ---- */

struct given_answer {
	char view[16], text[KEPT_LINES_SIZE], on[16], outcome[16];
	char reason[KEPT_LINES_SIZE];
};
static const struct given_field answer_fields[] = {
	{ "view", GIVEN_TEXT, GIVEN_AT(struct given_answer, view), 0, 0, 0 },
	{ "text", GIVEN_TEXT, GIVEN_AT(struct given_answer, text), 0, 0, 0 },
	{ "on", GIVEN_DATE, GIVEN_AT(struct given_answer, on), 0, 0, 0 },
	{ "outcome", GIVEN_TEXT, GIVEN_AT(struct given_answer, outcome), 0, 0, 0 },
	{ "reason", GIVEN_TEXT, GIVEN_AT(struct given_answer, reason), 0, 0, 0 },
};

static int
take_words(struct opinion_answer *a, const struct given_answer *g, struct error *err)
{
	const char *views[OPINION_VIEWS], *outcomes[OPINION_OUTCOMES];
	int view, outcome;

	for (int i = 0; i < OPINION_VIEWS; i++)
		views[i] = opinion_view_name((enum opinion_view)i);
	for (int i = 0; i < OPINION_OUTCOMES; i++)
		outcomes[i] = opinion_outcome_name((enum opinion_outcome)i);
	if (given_one_of("view", g->view, views, OPINION_VIEWS, &view, err) ||
		given_one_of("outcome", g->outcome, outcomes, OPINION_OUTCOMES, &outcome, err))
		return -1;
	a->view = (enum opinion_view)view;
	a->outcome = (enum opinion_outcome)outcome;
	a->text = g->text;
	a->answered_on = g->on;
	a->reason = g->reason;
	return 0;
}

static int
as_given(const struct opinion_answer *a, struct given_answer *g, struct error *err)
{
	*g = (struct given_answer){ .view = "" };
	text_copy(g->view, sizeof(g->view), opinion_view_name(a->view));
	text_copy(g->outcome, sizeof(g->outcome), opinion_outcome_name(a->outcome));
	text_copy(g->on, sizeof(g->on), a->answered_on);
	if (!g->on[0])
		date_iso(g->on, sizeof(g->on), clock_today());
	return run_text(a->text, g->text, sizeof(g->text), err) ||
			       run_text(a->reason, g->reason, sizeof(g->reason), err)
		       ? -1
		       : 0;
}

int
command_opinion_answer(struct run *run, struct error *err)
{
	struct opinion_answer a = {
		.view = OPINION_NONE, .text = "", .answered_on = "", .reason = ""
	};
	struct opinion_answer *list;
	const struct unit *unit;
	struct given_answer g;
	struct opinion o;
	int count;

	if (find_opinion(run, &o, err) ||
		run_member(run, o.group, run->arguments->operands[1], &unit, err) ||
		opinion_answers(run->db, o.id, &run->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (list[i].slot == unit->slot)
			a = list[i];
	a.slot = unit->slot;
	if (as_given(&a, &g, err) ||
		given_apply(run, 2, answer_fields, COUNT(answer_fields), &g, err) ||
		take_words(&a, &g, err))
		return -1;
	return opinion_answer_save(run->db, o.id, &a, err);
}
