/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evidence of problems, factors and judgements: one grammar for all three. */
#include "config.h"

#include "commands/evidence.h"

#include "commands/given.h"

#include "base/i18n.h"

#include <math.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

static const struct result_column columns[] = {
	{ "number", N_("number"), REPORT_CODE }, { "kind", N_("kind"), REPORT_TEXT },
	{ "indicator", N_("indicator"), REPORT_CODE }, { "year", N_("year"), REPORT_CODE },
	{ "value", N_("value"), REPORT_NUMBER }, { "mean", N_("mean"), REPORT_NUMBER },
	{ "level", N_("level"), REPORT_NUMBER }, { "change", N_("change"), REPORT_NUMBER },
	{ "n", N_("n"), REPORT_NUMBER }, { "text", N_("what speaks for it"), REPORT_TEXT },
	{ "question", N_("question"), REPORT_CODE }, /* of evaluations only */
};

static int
print(struct run *run, const struct evidence_of *of, struct error *err)
{
	bool questions = of->owner.evaluation != 0;
	struct strategic_evidence *list;
	struct result *r;
	int count;

	if (strategic_evidence_list(run->db, &of->owner, &run->arena, &list, &count, err) ||
		result_start(&r, run, of->title, columns, COUNT(columns) - !questions, err))
		return -1;
	for (int i = 0; i < count; i++) {
		const struct strategic_evidence *e = &list[i];

		result_whole(r, i + 1);
		result_words(r, strategic_kind_name(e->kind), strategic_kind_label(e->kind));
		result_text(r, e->indicator);
		result_year(r, e->year);
		result_number(r, e->value);
		result_computed(r, e->mean, e->decimals);
		result_computed(r, e->level, 2);
		result_computed(r, e->change, 2);
		e->indicator[0] ? result_whole(r, e->n) : result_none(r);
		result_text(r, e->text);
		if (questions)
			result_year(r, e->owner.question);
	}
	return result_end(r, err);
}

static int
add_indicator(struct run *run, const struct evidence_of *of, struct error *err)
{
	struct strategic_evidence e = { .owner = of->owner };
	struct diagnosis question = { .slot = of->slot, .year = of->year };
	struct indicator card;

	if (run_units(run, err) || run_card(run, run->arguments->operands[of->first], &card, err))
		return -1;
	if (card.last_year && card.last_year < question.year)
		question.year = card.last_year;
	if (strategic_evidence_look(
		    run->db, &run->units, &question, card.code, &run->arena, &e, err) ||
		strategic_evidence_add(run->db, &e, err))
		return -1;
	run_say(_("The figure is added as it stands now."));
	return 0;
}

static int
add_finding(struct run *run, const struct evidence_of *of, enum strategic_kind kind,
	const char *text, struct error *err)
{
	struct strategic_evidence e = { .owner = of->owner,
		.kind = kind,
		.value = NAN,
		.mean = NAN,
		.level = NAN,
		.change = NAN,
		.text = text };

	if (!text[0])
		return error_set(err, ERROR_INPUT, _("Write what was found, in a sentence."));
	if (strategic_evidence_add(run->db, &e, err))
		return -1;
	run_say(_("The finding is added."));
	return 0;
}

static int
take_out(struct run *run, const struct evidence_of *of, int number, struct error *err)
{
	struct strategic_evidence *list;
	int count;

	if (strategic_evidence_list(run->db, &of->owner, &run->arena, &list, &count, err))
		return -1;
	if (number > count) {
		error_set(err, ERROR_MISSING, _("There is no evidence number %d."), number);
		return run_advise(err, _("The same command without it prints all of it."));
	}
	if (strategic_evidence_remove(run->db, list[number - 1].id, err))
		return -1;
	run_say(_("The evidence is taken out."));
	return 0;
}

int
evidence_command(struct run *run, const struct evidence_of *of, struct error *err)
{
	struct given {
		char kind[16], text[1024];
		bool out;
	} g = { .kind = "text" };
	static const struct given_field fields[] = {
		{ "text", GIVEN_TEXT, GIVEN_AT(struct given, text), 0, 0, 0 },
		{ "kind", GIVEN_TEXT, GIVEN_AT(struct given, kind), 0, 0, 0 },
		{ "out", GIVEN_YES_NO, GIVEN_AT(struct given, out), 0, 0, 0 },
	};
	const char *words[STRATEGIC_KINDS - STRATEGIC_SURVEY];
	int number, kind, more = run->arguments->operand_count - of->first;

	if (more <= 0)
		return print(run, of, err);
	if (more == 1)
		return add_indicator(run, of, err);
	for (int i = 0; i < COUNT(words); i++)
		words[i] = strategic_kind_name((enum strategic_kind)(STRATEGIC_SURVEY + i));
	if (given_number_or_new(run->arguments->operands[of->first], &number, err) ||
		given_apply(run, of->first + 1, fields, COUNT(fields), &g, err) ||
		given_one_of("kind", g.kind, words, COUNT(words), &kind, err))
		return -1;
	if (!number)
		return add_finding(
			run, of, (enum strategic_kind)(STRATEGIC_SURVEY + kind), g.text, err);
	if (!g.out)
		return error_set(err, ERROR_INPUT,
			_("Evidence stays as it was written; out=yes takes it out."));
	return take_out(run, of, number, err);
}
