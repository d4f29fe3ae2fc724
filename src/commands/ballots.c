/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ballot: opening, cards, own votes, closing, the result. */
#include "config.h"

#include "commands/given.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/swot/ballot_result.h"
#include "model/swot/swot.h"
#include "report/swot_document.h"

#include <math.h>
#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

static int
find_number(const char *text, int64_t *id, struct error *err)
{
	long number;

	if (number_parse_whole(text, 1, 1000000000, &number)) {
		error_set(err, ERROR_MISSING, _("There is no ballot “%s”."), text);
		return run_advise(err, _("gromada list ballots prints all of them."));
	}
	*id = number;
	return 0;
}

static int
find(struct run *run, struct ballot *b, struct error *err)
{
	int64_t id = 0;

	if (find_number(run->arguments->operands[0], &id, err))
		return -1;
	if (ballot_load(run->db, id, b, err))
		return err->code == ERROR_MISSING
			       ? run_advise(err, _("gromada list ballots prints all of them."))
			       : -1;
	return 0;
}

int
command_list_ballots(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("number"), REPORT_CODE },
		{ "unit", N_("TERYT"), REPORT_CODE },
		{ "subject", N_("subject"), REPORT_TEXT },
		{ "title", N_("title"), REPORT_TEXT },
		{ "method", N_("method"), REPORT_TEXT },
		{ "items", N_("items"), REPORT_NUMBER },
		{ "cards", N_("cards handed out"), REPORT_NUMBER },
		{ "keyed", N_("keyed"), REPORT_NUMBER },
		{ "spoilt", N_("spoilt"), REPORT_NUMBER },
		{ "unfinished", N_("unfinished"), REPORT_NUMBER },
		{ "own", N_("own votes"), REPORT_NUMBER },
		{ "opened_on", N_("opened on"), REPORT_CODE },
		{ "closed_on", N_("closed on"), REPORT_CODE },
	};
	struct ballot_filter filter = { .subject = -1,
		.open = run_option(run, OPTION_OPEN) != NULL,
		.retired = run_option(run, OPTION_RETIRED) != NULL };
	struct ballot *list;
	struct result *r;
	int count;

	if (run_units(run, err) || ballot_list(run->db, &filter, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Ballots"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		const struct ballot *b = &list[i];

		result_whole(r, b->id);
		result_text(r, run_code_of(run, b->slot));
		result_words(r, ballot_subject_name(b->subject), ballot_subject_label(b->subject));
		result_text(r, b->title);
		result_words(r, ballot_method_name(b->method), ballot_method_label(b->method));
		result_whole(r, b->items);
		result_whole(r, b->cards);
		result_whole(r, b->keyed);
		result_whole(r, b->spoilt);
		result_whole(r, b->unfinished);
		result_whole(r, b->own);
		result_text(r, b->opened_on);
		result_text(r, b->closed_on);
	}
	return result_end(r, err);
}

/* ---- opening ---- */

struct given_ballot { /* words beside the ballot itself */
	struct ballot b;
	char method[16], kind[16];
	int year;
};

static const struct given_field open_fields[] = {
	{ "title", GIVEN_TEXT, GIVEN_AT(struct given_ballot, b.title), 0, 0, 0 },
	{ "method", GIVEN_TEXT, GIVEN_AT(struct given_ballot, method), 0, 0, 0 },
	{ "points", GIVEN_WHOLE, GIVEN_AT(struct given_ballot, b.points), 1, 1000, 0 },
	{ "lowest", GIVEN_WHOLE, GIVEN_AT(struct given_ballot, b.lowest), 0, 100, 0 },
	{ "highest", GIVEN_WHOLE, GIVEN_AT(struct given_ballot, b.highest), 1, 100, 0 },
	{ "cards", GIVEN_WHOLE, GIVEN_AT(struct given_ballot, b.cards), 0, 100000, 0 },
	{ "kind", GIVEN_TEXT, GIVEN_AT(struct given_ballot, kind), 0, 0, 0 },
	{ "year", GIVEN_WHOLE, GIVEN_AT(struct given_ballot, year), 1900, 2199, 0 },
};

static int
find_evaluation(struct run *run, const char *text, struct ballot *b, struct error *err)
{
	long number;

	if (number_parse_whole(text, 1, 1000000000, &number))
		return error_set(err, ERROR_MISSING, _("There is no evaluation “%s”."), text);
	return ballot_of_evaluation(run->db, number, b, err);
}

static int
find_subject(struct run *run, struct ballot *b, struct error *err)
{
	const char *subject = run->arguments->operands[0], *of = run->arguments->operands[1];
	int found = ballot_subject_from_name(subject);
	const struct unit *unit;
	struct swot swot;

	if (found < 0)
		return error_set(err, ERROR_INPUT,
			_("“%s” is nothing to vote on: problems, factors, statements."), subject);
	b->subject = (enum ballot_subject)found;
	if (b->subject == BALLOT_FACTORS) {
		if (swot_find(run->db, of, &swot, err))
			return -1;
		b->swot = swot.id;
		b->slot = swot.slot;
		return 0;
	}
	if (b->subject == BALLOT_STATEMENTS)
		return find_evaluation(run, of, b, err);
	if (run_unit(run, of, &unit, err))
		return -1;
	b->slot = unit->slot;
	return 0;
}

int
command_ballot_open(struct run *run, struct error *err)
{
	struct given_ballot g = { .method = "scores", .kind = "problem" };
	struct ballot_item *items;
	int count, method;

	if (find_subject(run, &g.b, err) ||
		given_apply(run, 2, open_fields, COUNT(open_fields), &g, err))
		return -1;
	method = ballot_method_from_name(g.method);
	if (method < 0)
		return error_set(
			err, ERROR_INPUT, _("“%s” is no method: points, scores, axis."), g.method);
	g.b.method = (enum ballot_method)method;
	if (ballot_gather(run->db, &g.b, g.kind, g.year, &run->arena, &items, &count, err) ||
		ballot_open(run->db, &g.b, items, count, err))
		return -1;
	run_say(P_("Opened ballot %lld on %d item.", "Opened ballot %lld on %d items.", count),
		(long long)g.b.id, count);
	return 0;
}

int
command_ballot_set(struct run *run, struct error *err)
{
	static const struct given_field fields[] = {
		{ "title", GIVEN_TEXT, GIVEN_AT(struct ballot, title), 0, 0, 0 },
		{ "cards", GIVEN_WHOLE, GIVEN_AT(struct ballot, cards), 0, 100000, 0 },
	};
	struct ballot b;

	if (find(run, &b, err) || given_apply(run, 1, fields, COUNT(fields), &b, err) ||
		ballot_save(run->db, &b, err))
		return -1;
	run_say(_("Changed ballot %lld."), (long long)b.id);
	return 0;
}

/* ---- cards ---- */

/* Scores in order of the items; "-" is a blank. */
static int
read_values(struct run *run, int first, int **values, int *count, struct error *err)
{
	*count = run->arguments->operand_count - first;
	*values = arena_array(&run->arena, (size_t)*count + 1, sizeof **values);
	for (int i = 0; i < *count; i++) {
		const char *text = run->arguments->operands[first + i];
		long value = BALLOT_BLANK;

		if (strcmp(text, "-") != 0 && number_parse_whole(text, -100000, 100000, &value))
			return error_set(err, ERROR_INPUT,
				_("“%s” is no score: a whole number, or “-” for none."), text);
		(*values)[i] = (int)value;
	}
	return 0;
}

/* "out" in place of scores: keyed by mistake. */
static int
take_card_out(struct run *run, const struct ballot *b, int number, struct error *err)
{
	struct ballot_card *cards;
	int count;

	if (ballot_cards(run->db, b->id, &run->arena, &cards, &count, err))
		return -1;
	while (count > 0 && cards[count - 1].number != number)
		count--;
	if (!count)
		return error_set(err, ERROR_MISSING, _("Card %d is not keyed."), number);
	if (ballot_card_remove(run->db, b->id, number, err))
		return -1;
	run_say(_("Card %d is taken out."), number);
	return 0;
}

int
command_ballot_card(struct run *run, struct error *err)
{
	const char *const *operands = run->arguments->operands;
	bool spoilt = strcmp(operands[2], "spoilt") == 0, out = strcmp(operands[2], "out") == 0;
	const struct ballot_card *seen = NULL;
	struct ballot_card *cards;
	int *values, count, keyed;
	struct ballot b;
	long number;

	if (number_parse_whole(operands[1], 1, BALLOT_OWN_FIRST - 1, &number))
		return error_set(err, ERROR_INPUT, _("“%s” is no number of a card."), operands[1]);
	if (find(run, &b, err))
		return -1;
	if (out)
		return take_card_out(run, &b, (int)number, err);
	if (!spoilt && read_values(run, 2, &values, &count, err))
		return -1;
	if (spoilt) {
		values = NULL;
		count = 0;
	}
	if (run_option(run, OPTION_REPLACE)) {
		if (ballot_cards(run->db, b.id, &run->arena, &cards, &keyed, err))
			return -1;
		for (int i = 0; i < keyed; i++)
			seen = cards[i].number == number ? &cards[i] : seen;
	}
	if (ballot_card_put(run->db, b.id, (int)number,
		    spoilt ? BALLOT_CARD_SPOILT : BALLOT_CARD_WHOLE, values, count, seen, err))
		return err->code == ERROR_CONFLICT && !seen
			       ? run_advise(err, _("--replace writes over what it says."))
			       : -1;
	run_say(_("Card %ld is keyed."), number);
	return 0;
}

int
command_ballot_vote(struct run *run, struct error *err)
{
	struct ballot b;
	int *values, count;

	if (find(run, &b, err) || read_values(run, 1, &values, &count, err) ||
		ballot_vote(run->db, b.id, run->person.id, values, count, err))
		return -1;
	run_say("%s", _("Your vote is kept; until the ballot is closed you may give it anew."));
	return 0;
}

/* ---- the result ---- */

/* 1 = go on, 0 = no, -1 = failed. Nobody can be asked in a script: --yes says it there. */
static int
may_close(struct run *run, const struct ballot *b, struct error *err)
{
	char replaced[512];
	int answer;

	if (run_option(run, OPTION_YES))
		return 1;
	if (b->unfinished) {
		error_set(err, ERROR_INPUT,
			P_("%d card is unfinished, so it would not count.",
				"%d cards are unfinished, so they would not count.", b->unfinished),
			b->unfinished);
		return run_advise(err, _("--yes closes the ballot without them."));
	}
	if (ballot_replaces(run->db, b, replaced, sizeof replaced, err))
		return -1;
	if (!replaced[0])
		return 1;
	answer = run_ask(replaced);
	if (answer >= 0)
		return answer;
	error_set(err, ERROR_INPUT, "%s", replaced);
	return run_advise(err, _("--yes closes the ballot and replaces them."));
}

int
command_ballot_close(struct run *run, struct error *err)
{
	struct ballot b;
	int go_on;

	if (find(run, &b, err))
		return -1;
	go_on = may_close(run, &b, err);
	if (go_on < 0)
		return -1;
	if (!go_on)
		return run_declined(run, _("Nothing was changed."));
	if (ballot_close(run->db, b.id, b.rev, err))
		return -1;
	run_say(_("Ballot %lld is closed; what the team said is written down."), (long long)b.id);
	return 0;
}

int
command_ballot_result(struct run *run, struct error *err)
{
	struct result_column columns[] = {
		{ "rank", N_("rank"), REPORT_CODE },
		{ "item", N_("item"), REPORT_CODE },
		{ "text", N_("text"), REPORT_TEXT },
		{ "n", N_("cards"), REPORT_NUMBER },
		{ "sum", N_("sum"), REPORT_NUMBER },
		{ "share", N_("share of points"), REPORT_NUMBER },
		{ "mean", N_("mean"), REPORT_NUMBER },
		{ "spread", N_("spread"), REPORT_NUMBER },
		{ "lowest", N_("lowest"), REPORT_NUMBER },
		{ "highest", N_("highest"), REPORT_NUMBER },
	};
	struct ballot_result b;
	struct result *r;
	struct ballot of;
	int few = 0;

	if (find(run, &of, err) || ballot_result_load(run->db, of.id, &run->arena, &b, err))
		return -1;
	if (!b.shown)
		return error_set(err, ERROR_INPUT,
			_("The result shows when all cards are keyed (now %d of %d), and where "
			  "people vote at their own logins when the ballot is closed."),
			b.ballot.keyed, b.ballot.cards);
	if (!b.ballot.cards)
		columns[3].heading = N_("own votes");
	if (result_start(&r, run, b.ballot.title, RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < b.count; i++) {
		const struct ballot_line *l = &b.lines[i];

		result_year(r, l->rank);
		result_whole(r, l->item.position);
		result_text(r, l->item.text);
		result_whole(r, l->n);
		result_sum(r, l->few ? NAN : l->sum);
		result_computed(r, l->share, 3);
		result_computed(r, l->mean, 2);
		result_computed(r, l->sd, 2);
		result_number(r, l->n && !l->few ? l->low : NAN);
		result_number(r, l->n && !l->few ? l->high : NAN);
		few += l->few;
	}
	if (few)
		run_say("%s", _("Where one person voted alone no figures stand: they would be that "
				"vote."));
	return result_end(r, err);
}

/* ---- on paper ---- */

int
command_ballot_print(struct run *run, struct error *err)
{
	const char *path = run_option(run, OPTION_OUTPUT), *name = run_option(run, OPTION_FORMAT);
	int format = name   ? report_format_from_name(name)
		     : path ? report_format_of_path(path)
			    : REPORT_FORMAT_TEXT;
	struct document document;
	const struct unit *unit;
	struct output *out;
	struct ballot b;

	if (format < 0 || !document_has_format((enum report_format)format))
		return error_set(
			err, ERROR_INPUT, _("Cards are written as .pdf, .docx, .html or .txt."));
	if (find(run, &b, err) || run_units(run, err))
		return -1;
	unit = unit_by_slot(&run->units, b.slot);
	if (ballot_cards_document(
		    run->db, &b, unit ? unit->label : "", 1, b.cards, &run->arena, &document, err))
		return -1;
	document.fonts = run->settings ? settings_text(run->settings, SETTING_FONTS) : "";
	if (run_output(run, path, &out, err))
		return -1;
	if (document_write(&document, (enum report_format)format, out, err)) {
		output_abort(out);
		return -1;
	}
	return output_commit(out, err);
}

/* ---- out of use, and back ---- */

int
command_ballot_retire(struct run *run, struct error *err)
{
	struct ballot b;

	if (find(run, &b, err) || ballot_retire(run->db, b.id, b.rev, err))
		return -1;
	run_say(_("Ballot %lld is deleted; ballot restore brings it back."), (long long)b.id);
	return 0;
}

int
command_ballot_restore(struct run *run, struct error *err)
{
	int64_t id = 0;

	if (find_number(run->arguments->operands[0], &id, err) || ballot_restore(run->db, id, err))
		return -1;
	run_say(_("Ballot %lld is back."), (long long)id);
	return 0;
}
