/* SPDX-License-Identifier: GPL-3.0-or-later */
/* swot: making and changing analyses, factors with their weights and evidence, pairs. */
#include "config.h"

#include "commands/evidence.h"
#include "commands/given.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/swot/swot_pair.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

static const struct given_field fields[] = {
	{ "title", GIVEN_TEXT, GIVEN_AT(struct swot, title), 0, 0, 0 },
	{ "code", GIVEN_TEXT, GIVEN_AT(struct swot, code), 0, 0, 0 },
	{ "year", GIVEN_WHOLE, GIVEN_AT(struct swot, year), 1900, 2199, 0 },
	{ "halves", GIVEN_YES_NO, GIVEN_AT(struct swot, halves), 0, 0, 0 },
	{ "made_up", GIVEN_YES_NO, GIVEN_AT(struct swot, made_up), 0, 0, 0 },
	{ "note", GIVEN_TEXT, GIVEN_AT(struct swot, note), 0, 0, 0 },
};

static int
find(struct run *run, struct swot *swot, struct error *err)
{
	return swot_find(run->db, run->arguments->operands[0], swot, err);
}

int
command_swot_new(struct run *run, struct error *err)
{
	const struct unit *unit;
	struct swot swot = { .id = 0 };

	if (run_unit(run, run->arguments->operands[0], &unit, err))
		return -1;
	swot.slot = unit->slot;
	if (given_apply(run, 1, fields, COUNT(fields), &swot, err) ||
		swot_save(run->db, &swot, err))
		return -1;
	run_say(_("Made the SWOT analysis %s."), swot.code);
	return 0;
}

int
command_swot_set(struct run *run, struct error *err)
{
	struct swot swot;

	if (find(run, &swot, err) || given_apply(run, 1, fields, COUNT(fields), &swot, err) ||
		swot_save(run->db, &swot, err))
		return -1;
	run_say(_("Changed the SWOT analysis %s."), swot.code);
	return 0;
}

/* ---- factors ---- */

/* "S1" among the factors, with or without more text behind its number; -1 = none. */
static int
factor_at(const struct swot_factor *list, int count, const char *text, size_t length)
{
	for (int i = 0; i < count; i++) {
		char code[16];

		snprintf(code, sizeof code, "%s%d", factor_kind_letter(list[i].kind),
			list[i].position);
		if (strlen(code) == length && strncmp(code, text, length) == 0)
			return i;
	}
	return -1;
}

static int
pick_factor(struct run *run, const struct swot *swot, struct swot_factor *out, struct error *err)
{
	const char *text = run->arguments->operands[1];
	int kind = factor_kind_from_name(text), count, place;
	struct swot_factor *list;

	*out = (struct swot_factor){ .weight = NAN, .rating = NAN, .spread = NAN, .axis = NAN };
	if (kind >= 0) {
		out->kind = (enum factor_kind)kind;
		return 0;
	}
	if (swot_factors(run->db, swot->id, &run->arena, &list, &count, err))
		return -1;
	place = factor_at(list, count, text, strlen(text));
	if (place < 0)
		return error_set(err, ERROR_MISSING,
			_("There is no factor “%s”; it is strength, weakness, opportunity or "
			  "threat for a new one, or S1, W2 … for one there is."),
			text);
	*out = list[place];
	return 0;
}

/* As it stands now, with its place. */
static int
load_factor(struct run *run, const struct swot *swot, int64_t id, struct swot_factor *out,
	struct error *err)
{
	struct swot_factor *list;
	int count;

	if (swot_factors(run->db, swot->id, &run->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (list[i].id == id)
			*out = list[i];
	return 0;
}

struct given_factor {
	struct swot_factor f;
	char kind[32];
	int move;
	bool out;
};

static int
no_kind(const char *word, struct error *err)
{
	return error_set(err, ERROR_INPUT,
		_("“%s” is no kind of factor; write strength, weakness, opportunity or threat."),
		word);
}

static int
take_kind(struct given_factor *g, struct error *err)
{
	int kind = g->kind[0] ? factor_kind_from_name(g->kind) : (int)g->f.kind;

	if (kind < 0)
		return no_kind(g->kind, err);
	g->f.kind = (enum factor_kind)kind;
	return 0;
}

/* A factor of another kind has another number, and those behind its old place too. */
static void
say_saved(const struct swot_factor *was, const struct swot_factor *f)
{
	if (was->id && was->kind != f->kind)
		run_say(_("%s%d is %s%d now; its pairs are gone, because they were keyed for the "
			  "other side."),
			factor_kind_letter(was->kind), was->position, factor_kind_letter(f->kind),
			f->position);
	else
		run_say(_("Factor %s%d is saved."), factor_kind_letter(f->kind), f->position);
}

int
command_swot_factor(struct run *run, struct error *err)
{
	static const struct given_field factor_fields[] = {
		{ "kind", GIVEN_TEXT, GIVEN_AT(struct given_factor, kind), 0, 0, 0 },
		{ "text", GIVEN_TEXT, GIVEN_AT(struct given_factor, f.text), 0, 0, 0 },
		{ "area", GIVEN_TEXT, GIVEN_AT(struct given_factor, f.area), 0, 0, 0 },
		{ "weight", GIVEN_NUMBER, GIVEN_AT(struct given_factor, f.weight), 0, 0, 0 },
		{ "rating", GIVEN_NUMBER, GIVEN_AT(struct given_factor, f.rating), 0, 0, 0 },
		{ "axis", GIVEN_NUMBER, GIVEN_AT(struct given_factor, f.axis), 0, 0, 0 },
		{ "move", GIVEN_WHOLE, GIVEN_AT(struct given_factor, move), -99, 99, 0 },
		{ "out", GIVEN_YES_NO, GIVEN_AT(struct given_factor, out), 0, 0, 0 },
	};
	struct given_factor g = { .out = false };
	struct swot_factor *f = &g.f, was;
	struct swot swot;

	if (find(run, &swot, err) || pick_factor(run, &swot, f, err))
		return -1;
	was = *f;
	if (given_apply(run, 2, factor_fields, COUNT(factor_fields), &g, err) || take_kind(&g, err))
		return -1;
	if (g.out && f->id) {
		if (swot_factor_remove(run->db, swot.id, &swot.rev, f->id, err))
			return -1;
		run_say(_("Factor %s%d is taken out; those behind it are numbered anew."),
			factor_kind_letter(f->kind), f->position);
		return 0;
	}
	if (swot_factor_save(run->db, swot.id, &swot.rev, f, err))
		return -1;
	for (int by = g.move; by != 0; by += by < 0 ? 1 : -1)
		if (swot_factor_move(run->db, swot.id, &swot.rev, f->id, by < 0 ? -1 : 1, err))
			return -1;
	if (load_factor(run, &swot, f->id, f, err))
		return -1;
	say_saved(&was, f);
	return 0;
}

/* 1 = go on, 0 = no, -1 = failed. Nobody can be asked in a script: --yes says it there. */
static int
weigh_all_the_same(
	struct run *run, const struct swot *swot, enum factor_kind kind, struct error *err)
{
	struct swot_factor *list;
	int count, answer;

	if (run_option(run, OPTION_YES))
		return 1;
	if (swot_factors(run->db, swot->id, &run->arena, &list, &count, err))
		return -1;
	if (!swot_weights_given(list, count, kind))
		return 1;
	answer = run_ask(_("Weights were given already and do not come back. Replace them?"));
	return answer >= 0 ? answer
			   : error_set(err, ERROR_INPUT,
				     _("Weights were given already and do not come back; --yes "
				       "replaces them."));
}

int
command_swot_weights(struct run *run, struct error *err)
{
	static const char *const acts[] = { "even", "scale" };
	const char *word = run->arguments->operands[1];
	int kind = factor_kind_from_name(word), act, go_on;
	struct swot swot;

	if (kind < 0)
		return no_kind(word, err);
	if (find(run, &swot, err) ||
		given_one_of("ACT", run->arguments->operands[2], acts, COUNT(acts), &act, err))
		return -1;
	go_on = act ? 1 : weigh_all_the_same(run, &swot, (enum factor_kind)kind, err);
	if (go_on < 0)
		return -1;
	if (!go_on)
		return run_declined(run, _("Nothing was changed."));
	if ((act == 0 ? swot_weights_even : swot_weights_scale)(
		    run->db, swot.id, &swot.rev, (enum factor_kind)kind, err))
		return -1;
	run_say(act == 0 ? _("All of them weigh the same.") : _("The weights sum to 1."));
	return 0;
}

int
command_swot_evidence(struct run *run, struct error *err)
{
	struct evidence_of of = { .first = 2 };
	struct swot_factor f;
	struct swot swot;

	if (find(run, &swot, err) || pick_factor(run, &swot, &f, err))
		return -1;
	if (!f.id)
		return error_set(err, ERROR_MISSING,
			_("Evidence is that of one factor: S1, W2 …; “gromada swot” with the code "
			  "prints them."));
	of.owner.factor = f.id;
	of.slot = swot.slot;
	of.year = swot.year;
	of.title = f.text;
	return evidence_command(run, &of, err);
}

int
command_swot_take(struct run *run, struct error *err)
{
	const char *text = run->arguments->operands[1];
	struct swot_factor f;
	struct swot swot;
	int64_t factor;
	long number;

	if (number_parse_whole(text, 1, 1000000000, &number)) {
		error_set(err, ERROR_MISSING, _("There is no problem or driver “%s”."), text);
		return run_advise(err, _("gromada list problems prints all of them."));
	}
	if (find(run, &swot, err) ||
		swot_factor_take(run->db, swot.id, &swot.rev, number, &factor, err))
		return -1;
	if (load_factor(run, &swot, factor, &f, err))
		return -1;
	run_say(_("Factor %s%d of %s was added, with its evidence."), factor_kind_letter(f.kind),
		f.position, swot.code);
	return 0;
}

/* ---- pairs ---- */

/* "S1O2=1,5" */
static int
read_pair(const struct swot_matrix *m, const struct swot *swot, enum swot_direction d,
	const char *text, struct swot_pair *out, struct error *err)
{
	const char *equals = strchr(text, '='), *middle = strpbrk(text, "OT");
	int inner, outer;

	if (!equals || !middle || middle > equals ||
		(equals[1] && swot_pair_read(equals + 1, swot->halves, &out->value)))
		return error_set(err, ERROR_INPUT,
			_("“%s” is no pair with its value: S1O2=1 or W3T1=2, up to 2; nothing "
			  "behind “=” takes it away."),
			text);
	inner = factor_at(m->inner, m->inner_count, text, (size_t)(middle - text));
	outer = factor_at(m->outer, m->outer_count, middle, (size_t)(equals - middle));
	if (inner < 0 || outer < 0)
		return error_set(err, ERROR_MISSING,
			_("“%s” names a factor that is not there; “gromada swot” with the code "
			  "prints them."),
			text);
	if (!equals[1])
		out->value = NAN;
	out->inner = m->inner[inner].id;
	out->outer = m->outer[outer].id;
	out->seen = m->value[d][inner * m->outer_count + outer];
	return 0;
}

/* Which of two values counts for a pair, nobody could say. */
static int
check_once(const struct swot_pair *pairs, int i, const char *text, struct error *err)
{
	for (int k = 0; k < i; k++)
		if (pairs[k].inner == pairs[i].inner && pairs[k].outer == pairs[i].outer)
			return error_set(err, ERROR_INPUT,
				_("“%s” gives a pair a second value; give each pair once."), text);
	return 0;
}

int
command_swot_pair(struct run *run, struct error *err)
{
	static const char *const words[] = { "swot", "tows" };
	int count = run->arguments->operand_count - 2, direction;
	struct swot_pair *pairs = arena_array(&run->arena, (size_t)count, sizeof *pairs);
	struct swot_matrix m;
	struct swot swot;

	if (find(run, &swot, err) ||
		given_one_of("MATRIX", run->arguments->operands[1], words, 2, &direction, err) ||
		swot_matrix_load(run->db, swot.id, &run->arena, &m, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (read_pair(&m, &swot, (enum swot_direction)direction,
			    run->arguments->operands[i + 2], &pairs[i], err) ||
			check_once(pairs, i, run->arguments->operands[i + 2], err))
			return -1;
	if (swot_pairs_put(run->db, swot.id, &swot.rev, (enum swot_direction)direction, pairs,
		    count, true, err))
		return -1;
	run_say(P_("Keyed %d pair.", "Keyed %d pairs.", count), count);
	return 0;
}

/* ---- out of use, and back ---- */

int
command_swot_retire(struct run *run, struct error *err)
{
	struct swot swot;

	if (find(run, &swot, err) || swot_retire(run->db, swot.id, swot.rev, err))
		return -1;
	run_say(_("The SWOT analysis %s is deleted; swot restore brings it back."), swot.code);
	return 0;
}

int
command_swot_restore(struct run *run, struct error *err)
{
	const char *code = run->arguments->operands[0];
	struct swot_filter filter = { .slot = NO_SLOT, .retired = true };
	struct swot *list;
	int count;

	if (swot_list(run->db, &filter, &run->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++) {
		if (strcmp(list[i].code, code) != 0)
			continue;
		if (swot_restore(run->db, list[i].id, err))
			return -1;
		run_say(_("The SWOT analysis %s is back."), code);
		return 0;
	}
	return error_set(
		err, ERROR_MISSING, _("No deleted SWOT analysis has the code “%s”."), code);
}
