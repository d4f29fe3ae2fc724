/* SPDX-License-Identifier: GPL-3.0-or-later */
/* verify, operators, difference: how well was keyed, and settling what two readings say. */
#include "config.h"

#include "commands/given.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/surveys/batch.h"
#include "model/keying/difference.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

static int
find_wave(struct run *run, const char *code, struct wave *w, struct error *err)
{
	if (wave_by_code(run->db, code, w, err) == 0)
		return 0;
	if (err->code == ERROR_MISSING)
		run_advise(err, _("gromada list waves prints all of them."));
	return -1;
}

/* ---- verify report ---- */

/* Per cent to three decimals: more would be noise. */
static void
percent(struct result *r, double value)
{
	result_number(r, round(value * 1000) / 1000);
}

static int
find_way(const char *by, enum quality_by *way, struct error *err)
{
	static const char *const ways[] = { "question", "batch", "keyer" };

	for (int i = 0; i < COUNT(ways); i++)
		if (strcmp(by, ways[i]) == 0) {
			*way = (enum quality_by)i;
			return 0;
		}
	return error_set(err, ERROR_INPUT,
		_("The option --by takes question, batch or keyer here, not \"%s\"."), by);
}

int
command_verify_report(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "key", N_("question, batch, keyer"), REPORT_CODE },
		{ "label", N_("text"), REPORT_TEXT },
		{ "forms", N_("forms keyed twice"), REPORT_NUMBER },
		{ "fields", N_("fields compared"), REPORT_NUMBER },
		{ "differing", N_("differing"), REPORT_NUMBER },
		{ "rate", N_("differing %"), REPORT_NUMBER },
		{ "low", N_("from %"), REPORT_NUMBER }, { "high", N_("to %"), REPORT_NUMBER },
		{ "first_wrong", N_("first wrong"), REPORT_NUMBER },
		{ "second_wrong", N_("second wrong"), REPORT_NUMBER },
		{ "both_wrong", N_("both wrong"), REPORT_NUMBER },
		{ "open", N_("not settled"), REPORT_NUMBER },
		{ "wrong", N_("wrong in first keying %"), REPORT_NUMBER },
		{ "left", N_("left by double keying %"), REPORT_NUMBER },
		{ "declared", N_("declared"), REPORT_TEXT }, /* of keyers */
	};
	const char *by = run_option(run, OPTION_BY);
	enum quality_by way = QUALITY_QUESTION;
	struct quality_row *rows;
	struct result *r;
	struct wave w;
	int count;

	if (by && find_way(by, &way, err))
		return -1;
	if (find_wave(run, run->arguments->operands[0], &w, err) ||
		quality_report(run->db, w.id, way, 0, &run->arena, &rows, &count, err) ||
		result_start(&r, run, _("Quality of keying"), columns,
			COUNT(columns) - (way != QUALITY_KEYER), err))
		return -1;
	result_line(r, w.code);
	result_line(r, _("Figures of different surveys are not compared: papers differ."));
	for (int i = 0; i < count; i++) {
		const struct quality_row *q = &rows[i];
		const double shares[] = { q->rate, q->low, q->high };

		result_text(r, q->key);
		result_text(r, q->label);
		result_whole(r, q->forms);
		result_whole(r, q->fields);
		result_whole(r, q->differing);
		for (int k = 0; k < COUNT(shares); k++)
			percent(r, shares[k]);
		result_whole(r, q->first_wrong);
		result_whole(r, q->second_wrong);
		result_whole(r, q->both_wrong);
		result_whole(r, q->open);
		percent(r, q->wrong);
		percent(r, q->left);
		if (way == QUALITY_KEYER)
			result_text(r, q->declared ? "yes" : "no");
	}
	return result_end(r, err);
}

/* ---- operators ---- */

/* Without time (speed of others is not shown, or nothing was timed) the cells stay empty. */
static void
per_hour(struct result *r, int64_t number, int64_t seconds)
{
	if (seconds > 0)
		result_number(r, round((double)number * 36000 / (double)seconds) / 10);
	else
		result_none(r);
}

static void
operator_row(struct result *r, const struct operator_row *o)
{
	result_text(r, o->initials);
	result_text(r, o->name);
	result_text(r, o->declared ? "yes" : "no");
	result_whole(r, o->forms);
	result_whole(r, o->fields);
	result_whole(r, o->keys);
	per_hour(r, o->forms, o->seconds);
	per_hour(r, o->keys, o->seconds);
	result_whole(r, o->rejected);
	result_whole(r, o->corrections);
	result_whole(r, o->compared);
	result_whole(r, o->wrong);
	if (o->compared > 0)
		percent(r, (double)o->wrong * 100 / (double)o->compared);
	else
		result_none(r);
}

int
command_operators(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "initials", N_("initials"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT },
		{ "declared", N_("declared"), REPORT_TEXT },
		{ "forms", N_("forms"), REPORT_NUMBER },
		{ "fields", N_("fields"), REPORT_NUMBER },
		{ "keys", N_("keys"), REPORT_NUMBER },
		{ "forms_per_hour", N_("forms an hour"), REPORT_NUMBER },
		{ "keys_per_hour", N_("keys an hour"), REPORT_NUMBER },
		{ "rejected", N_("refused keys"), REPORT_NUMBER },
		{ "corrections", N_("corrections"), REPORT_NUMBER },
		{ "compared", N_("fields keyed twice"), REPORT_NUMBER },
		{ "wrong", N_("wrong"), REPORT_NUMBER },
		{ "wrong_rate", N_("wrong %"), REPORT_NUMBER },
	};
	struct operator_row *rows;
	struct result *r;
	struct wave w;
	int count;

	if (find_wave(run, run->arguments->operands[0], &w, err) ||
		operator_report(run->db, w.id, 0, &run->arena, &rows, &count, err) ||
		result_start(&r, run, _("Operators"), RESULT_COLUMNS(columns), err))
		return -1;
	result_line(r, w.code);
	result_line(r, _("Figures of different surveys are not compared: papers differ."));
	for (int i = 0; i < count; i++)
		operator_row(r, &rows[i]);
	return result_end(r, err);
}

/* ---- list differences ---- */

static void
reading_cells(struct result *r, const char *value, enum missing missing)
{
	result_text(r, value);
	result_text(r, missing_reason(missing)->name);
}

static void
difference_row(struct result *r, const struct difference *d)
{
	result_whole(r, d->number);
	result_whole(r, d->page);
	result_text(r, d->question_number);
	result_text(r, d->name);
	result_whole(r, d->occurrence);
	reading_cells(r, d->first, d->first_missing);
	reading_cells(r, d->second, d->second_missing);
	result_text(r, d->outcome);
	result_text(r, d->charged);
	result_text(r, d->settled);
}

static int
find_batch(struct run *run, const struct wave *w, int64_t *batch, struct error *err)
{
	const char *text = run_option(run, OPTION_BATCH);
	struct batch b;
	long number;

	*batch = 0;
	if (!text)
		return 0;
	if (number_parse_whole(text, 1, BATCH_MAX_NUMBER, &number))
		return error_set(err, ERROR_INPUT, _("\"%s\" is no number of a batch."), text);
	if (batch_by_number(run->db, w->id, (int)number, &b, err)) {
		if (err->code == ERROR_MISSING)
			run_advise(err, _("gromada list batches prints all of them."));
		return -1;
	}
	*batch = b.id;
	return 0;
}

int
command_list_differences(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("form"), REPORT_CODE },
		{ "page", N_("page"), REPORT_CODE },
		{ "question_number", N_("number on paper"), REPORT_CODE },
		{ "question", N_("question"), REPORT_CODE },
		{ "occurrence", N_("pass"), REPORT_CODE },
		{ "first", N_("first"), REPORT_TEXT },
		{ "first_missing", N_("why none"), REPORT_TEXT },
		{ "second", N_("second"), REPORT_TEXT },
		{ "second_missing", N_("why none"), REPORT_TEXT },
		{ "outcome", N_("stands"), REPORT_TEXT },
		{ "charged", N_("mistake of"), REPORT_TEXT },
		{ "settled", N_("settled"), REPORT_TEXT },
	};
	struct difference *list;
	struct result *r;
	struct wave w;
	int64_t batch;
	int count;

	if (find_wave(run, run->arguments->operands[0], &w, err) ||
		find_batch(run, &w, &batch, err) ||
		difference_list(run->db, w.id, batch, run_option(run, OPTION_OPEN) != NULL,
			&run->arena, &list, &count, err) ||
		result_start(&r, run, _("Differences"), RESULT_COLUMNS(columns), err))
		return -1;
	result_line(r, w.code);
	for (int i = 0; i < count; i++)
		difference_row(r, &list[i]);
	return result_end(r, err);
}

/* ---- settling ---- */

struct given {
	char value[4096], missing[32], keyer[16];
	int occurrence;
	bool together;
};

#define G(member) GIVEN_AT(struct given, member)
static const struct given_field fields[] = {
	{ "value", GIVEN_TEXT, G(value), 0, 0, 0 },
	{ "missing", GIVEN_TEXT, G(missing), 0, 0, 0 },
	{ "together", GIVEN_YES_NO, G(together), 0, 0, 0 },
	{ "occurrence", GIVEN_WHOLE, G(occurrence), 1, 1000, 0 },
	{ "keyer", GIVEN_TEXT, G(keyer), 0, 0, 0 },
};
enum { BACK = 3 }; /* from here on the fields that taking back has too */

/* Who settles: the operator of one's own account, or on a shared one who is declared. */
static int
find_keyer(struct run *run, const char *initials, struct keyer *keyer, struct error *err)
{
	if (initials[0] && run->shared)
		return operator_declare(run->db, initials, keyer, err);
	if (initials[0])
		return error_set(err, ERROR_INPUT,
			_("keyer= is for shared accounts; on this one it is you who settles."));
	if (run->shared)
		return error_set(err, ERROR_INPUT, _("Say who settles: keyer=INITIALS."));
	if (operator_of(run->db, run->person.id, keyer, err) == 0)
		return 0;
	if (err->code != ERROR_MISSING)
		return -1;
	error_clear(err);
	return operator_make_own(run->db, &run->person, keyer, err);
}

/* WAVE FORM QUESTION: the question by its name or its number on paper. */
static int
find_difference(struct run *run, const struct wave *w, int occurrence, struct difference *out,
	struct error *err)
{
	const char **operands = run->arguments->operands;
	struct difference *list;
	long number;
	int count;

	if (number_parse_whole(operands[1], 1, BATCH_MAX_NUMBER, &number))
		return error_set(err, ERROR_INPUT, _("\"%s\" is no number of a form."),
			operands[1]);
	if (difference_list(run->db, w->id, 0, false, &run->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (list[i].number == number && list[i].occurrence == occurrence &&
			(!strcmp(list[i].name, operands[2]) ||
				!strcmp(list[i].question_number, operands[2]))) {
			*out = list[i];
			return 0;
		}
	error_set(err, ERROR_MISSING, _("Form %ld has no difference in the question %s."), number,
		operands[2]);
	return run_advise(err, _("gromada list differences prints all of them."));
}

static int
read_missing(const char *name, enum missing *missing, struct error *err)
{
	int found = name[0] ? missing_by_name(name) : MISSING_NONE;

	if (found < 0)
		return error_set(err, ERROR_INPUT,
			_("\"%s\" is no reason. Reasons are no_answer, refused, dont_know, "
			  "not_applicable, illegible, two_marks, page_missing."),
			name);
	*missing = (enum missing)found;
	return 0;
}

int
command_difference_settle(struct run *run, struct error *err)
{
	static const char *const outcomes[] = { "first", "second", "third", "ambiguous", NULL };
	const char *outcome = run->arguments->operands[3];
	struct given given = { .occurrence = 1 };
	enum missing missing = MISSING_NONE;
	struct difference d;
	struct keyer keyer;
	struct wave w;
	int known = 0;

	while (outcomes[known] && strcmp(outcomes[known], outcome))
		known++;
	if (!outcomes[known])
		return error_set(err, ERROR_INPUT,
			_("\"%s\" settles nothing; say first, second, third or ambiguous."),
			outcome);
	if (find_wave(run, run->arguments->operands[0], &w, err) ||
		given_apply(run, 4, fields, COUNT(fields), &given, err) ||
		read_missing(given.missing, &missing, err) ||
		find_difference(run, &w, given.occurrence, &d, err) ||
		find_keyer(run, given.keyer, &keyer, err) ||
		difference_decide(run->db, w.id, &d, &keyer, outcome, given.value, missing,
			given.together ? SETTLED_BOTH : SETTLED_THIRD, err))
		return -1;
	run_say(_("Form %lld, %s: settled."), (long long)d.number, d.name);
	return 0;
}

int
command_difference_reopen(struct run *run, struct error *err)
{
	struct given given = { .occurrence = 1 };
	struct keyer keyer = { .id = 0 }; /* of one's own account the model knows who it is */
	struct difference d;
	struct wave w;

	if (find_wave(run, run->arguments->operands[0], &w, err) ||
		given_apply(run, 3, &fields[BACK], COUNT(fields) - BACK, &given, err) ||
		find_difference(run, &w, given.occurrence, &d, err) ||
		(given.keyer[0] && find_keyer(run, given.keyer, &keyer, err)) ||
		difference_reopen(run->db, &d, &keyer, err))
		return -1;
	run_say(_("Form %lld, %s: not settled any more."), (long long)d.number, d.name);
	return 0;
}
