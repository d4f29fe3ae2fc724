/* SPDX-License-Identifier: GPL-3.0-or-later */
/* publish, retract, list published: results of surveys as values of indicators. */
#include "config.h"

#include "commands/given.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/results/answer_column.h"
#include "model/indicators/flag.h"
#include "model/results/published.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

/* ---- publish ---- */

struct card_given {
	char name[256], measure[32], direction[2], service[128];
	int decimals;
};

#define C(member) GIVEN_AT(struct card_given, member)
static const struct given_field card_fields[] = {
	{ "name", GIVEN_TEXT, C(name), 0, 0, 0 },
	{ "unit", GIVEN_TEXT, C(measure), 0, 0, 0 },
	{ "decimals", GIVEN_WHOLE, C(decimals), 0, 6, 0 },
	{ "direction", GIVEN_TEXT, C(direction), 0, 0, 0 },
	{ "service", GIVEN_TEXT, C(service), 0, 0, 0 },
};

/* The card with this code, or a new one worded after the question. */
static int
find_card(struct run *run, const struct wave *w, const struct publication *p,
	struct indicator *card, struct error *err)
{
	const char *code = run_option(run, OPTION_RESULT_AS);
	struct card_given g;

	if (indicator_load(run->db, code, &run->arena, card, err) == 0) {
		if (run->arguments->operand_count == 2)
			return 0;
		return error_set(err, ERROR_INPUT,
			_("The indicator %s has a card already; gromada indicator set changes it."),
			code);
	}
	if (err->code != ERROR_MISSING)
		return -1;
	error_clear(err);
	if (published_card(run->db, w, p, &run->arena, card, err))
		return -1;
	g = (struct card_given){ .decimals = card->decimals, .direction = { card->direction } };
	text_copy(g.name, sizeof(g.name), card->name);
	text_copy(g.measure, sizeof(g.measure), card->measure);
	if (given_apply(run, 2, card_fields, COUNT(card_fields), &g, err))
		return -1;
	card->code = code;
	card->name = arena_string(&run->arena, g.name);
	card->measure = arena_string(&run->arena, g.measure);
	card->service = arena_string(&run->arena, g.service);
	card->decimals = g.decimals;
	card->direction = g.direction[0];
	return 0;
}

static void
say_former(const struct published *was)
{
	if (!was->id)
		return;
	run_say(_("In place of: gromada publish %s %s --statistic %s%s%s%s%s%s%s --as %s "
		  "--replace"),
		was->wave, was->question, published_statistic_name(was->statistic),
		was->choice[0] ? ":" : "", was->choice, was->weighted ? " --weight" : "",
		was->filter[0] ? " --where '" : "", was->filter, was->filter[0] ? "'" : "",
		was->indicator);
}

static void
say_value(const struct wave *w, const char *question, const struct indicator *card,
	const struct published_value *v)
{
	char number[64], n[48];

	if (isnan(v->value))
		run_say(strcmp(v->missing, "privacy")
				? _("Published under %s as missing: nobody answered.")
				: _("Published under %s as missing: behind this figure stand so "
				    "few "
				    "answers that people could be recognised (`gromada tabulate %s "
				    "%s` shows which with an empty n)."),
			card->code, w->code, question);
	else
		run_say(_("Published under %s: %s%s%s, %s, wave %s."), card->code,
			number_format(number, sizeof(number), v->value,
				v->coarse ? 1 : card->decimals),
			card->measure[0] ? " " : "", card->measure,
			published_answers(v->answers, true, n, sizeof(n)), w->code);
	if (v->coarse)
		run_say(_("The mean is known to one place only: beside it cells are hidden."));
}

static bool
told(struct run *run, const struct wave *w, const struct publication *p, int decimals)
{
	struct published_value value;
	struct error ignored = { 0 };

	return published_compute(run->db, w, p, decimals, &value, &ignored) == 0 &&
	       !isnan(value.value);
}

/* What can be told instead: other figures of the same forms, the same of all forms. Only what was
 * tried. */
static int
say_others(struct run *run, const struct wave *w, const struct publication *asked, int decimals,
	struct error *err)
{
	const struct answer_column *column;
	struct publication p = *asked;
	struct wave_columns columns;
	const char *list = "";

	if (wave_columns_open(run->db, w, i18n_code(), &run->arena, &columns, err) ||
		wave_column(&columns, p.question, &column, err))
		return -1;
	for (int s = 0; s < PUBLISHED_SHARE; s++) {
		p.statistic = (enum published_statistic)s;
		p.choice = NULL;
		if (p.statistic != asked->statistic && published_fits(column, p.statistic) &&
			told(run, w, &p, decimals))
			list = arena_format(&run->arena, "%s%s--statistic %s", list,
				*list ? ", " : "", published_statistic_name(p.statistic));
	}
	p.statistic = PUBLISHED_SHARE;
	for (int i = 0; i < column->choice_count; i++) {
		p.choice = column->choices[i].name;
		if ((asked->statistic != PUBLISHED_SHARE || strcmp(p.choice, asked->choice) != 0) &&
			published_fits(column, PUBLISHED_SHARE) && told(run, w, &p, decimals))
			list = arena_format(&run->arena, "%s%s--statistic share:%s", list,
				*list ? ", " : "", p.choice);
	}
	p = *asked;
	p.filter = "";
	if (*asked->filter && told(run, w, &p, decimals))
		list = arena_format(&run->arena, "%s%s%s", list, *list ? ", " : "",
			_("the same of all forms (without --where)"));
	if (*list)
		run_say(_("What can be told instead: %s."), list);
	else
		run_say("%s", _("No other figure of this question can be told either."));
	return 0;
}

int
command_publish(struct run *run, struct error *err)
{
	const char **operands = run->arguments->operands, *where = run_option(run, OPTION_WHERE);
	struct publication p = { .question = operands[1],
		.filter = where ? where : "",
		.weighted = run_option(run, OPTION_WEIGHT) != NULL,
		.replace = run_option(run, OPTION_REPLACE) != NULL };
	struct published_value value;
	struct published former;
	struct indicator card;
	struct wave w;

	if (publication_parse(run_option(run, OPTION_STATISTIC), &p, err) ||
		given_wave(run, operands[0], &w, err) || find_card(run, &w, &p, &card, err))
		return -1;
	if (published_publish(run->db, &w, &p, &card, &run->arena, &former, &value, err)) {
		if (err->code == ERROR_CONFLICT)
			run_advise(err, _("--replace publishes this one in its place."));
		return -1;
	}
	say_value(&w, operands[1], &card, &value);
	if (isnan(value.value) && strcmp(value.missing, "privacy") == 0 &&
		say_others(run, &w, &p, card.decimals, err))
		return -1;
	say_former(&former);
	return 0;
}

/* ---- retract ---- */

int
command_retract(struct run *run, struct error *err)
{
	const char **operands = run->arguments->operands;
	struct published *there;
	struct indicator card;
	struct wave w;

	if (given_wave(run, operands[0], &w, err) || run_card(run, operands[1], &card, err) ||
		published_find(run->db, card.id, w.slot, w.year, &run->arena, &there, err))
		return -1;
	if (!there || there->wave_id != w.id) {
		error_set(err, ERROR_MISSING,
			_("Nothing from the wave %s is published under the indicator %s."), w.code,
			card.code);
		return run_advise(err, _("gromada list published prints all results."));
	}
	if (published_retract(run->db, there, err))
		return -1;
	run_say(_("Taken back: the result of the wave %s under %s."), w.code, card.code);
	run_say(_("To publish it again: gromada publish %s %s --statistic %s%s%s%s%s%s%s --as %s"),
		there->wave, there->question, published_statistic_name(there->statistic),
		there->choice[0] ? ":" : "", there->choice, there->weighted ? " --weight" : "",
		there->filter[0] ? " --where '" : "", there->filter, there->filter[0] ? "'" : "",
		there->indicator);
	return 0;
}

/* ---- list published ---- */

static void
published_row(struct result *r, struct run *run, const struct published *p)
{
	const struct unit *unit = unit_by_slot(&run->units, p->slot);
	char statistic[160];

	snprintf(statistic, sizeof(statistic), "%s%s%s", published_statistic_name(p->statistic),
		p->choice[0] ? ":" : "", p->choice);
	result_text(r, p->indicator);
	result_text(r, p->indicator_name);
	result_text(r, unit ? run_code(unit) : "");
	result_year(r, p->year);
	isnan(p->value) ? result_none(r) : result_number(r, p->value);
	result_words(r, p->missing, published_missing(p));
	p->answers == 0 && strcmp(p->missing, "no_answers") ? result_none(r)
							      : result_whole(r, p->answers);
	result_text(r, p->survey);
	result_text(r, p->wave);
	result_text(r, p->question);
	result_text(r, p->wording);
	result_text(r, statistic);
	result_text(r, p->filter);
	result_yes(r, p->weighted);
	result_yes(r, p->open);
	result_text(r, p->computed_at);
	result_text(r, p->person);
}

int
command_list_published(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "indicator", N_("indicator"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT },
		{ "unit", N_("unit code"), REPORT_CODE },
		{ "year", N_("year"), REPORT_CODE },
		{ "value", N_("value"), REPORT_NUMBER },
		{ "missing", N_("why none"), REPORT_TEXT },
		{ "n", N_("n"), REPORT_NUMBER },
		{ "survey", N_("survey"), REPORT_CODE },
		{ "wave", N_("wave"), REPORT_CODE },
		{ "question", N_("question"), REPORT_CODE },
		{ "wording", N_("wording"), REPORT_TEXT },
		{ "statistic", N_("statistic"), REPORT_CODE },
		{ "filter", N_("only forms where"), REPORT_TEXT },
		{ "weighted", N_("weighted"), REPORT_TEXT },
		{ "preliminary", N_("wave not closed"), REPORT_TEXT },
		{ "computed_at", N_("computed"), REPORT_TEXT },
		{ "person", N_("by whom"), REPORT_TEXT },
	};
	const char *wave = run_option(run, OPTION_WAVE);
	struct indicator card = { .id = 0 };
	struct wave w = { .id = 0 };
	struct published *list;
	struct result *r;
	int count;

	if ((wave && given_wave(run, wave, &w, err)) ||
		(run_option(run, OPTION_INDICATOR) && run_indicator(run, &card, err)) ||
		run_units(run, err) ||
		published_list(run->db, w.id, card.id, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Published results of surveys"), RESULT_COLUMNS(columns),
			err))
		return -1;
	for (int i = 0; i < count; i++)
		published_row(r, run, &list[i]);
	return result_end(r, err);
}
