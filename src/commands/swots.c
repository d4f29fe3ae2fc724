/* SPDX-License-Identifier: GPL-3.0-or-later */
/* swot: analyses, their factors, pairs and position. */
#include "config.h"

#include "commands/commands.h"
#include "commands/result.h"

#include "base/i18n.h"
#include "model/swot/swot_position.h"
#include "report/swot_document.h"

#include <math.h>
#include <stdio.h>

static int
list_swots(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "code", N_("code"), REPORT_CODE },
		{ "unit", N_("TERYT"), REPORT_CODE },
		{ "year", N_("year"), REPORT_CODE },
		{ "title", N_("title"), REPORT_TEXT },
		{ "factors", N_("factors"), REPORT_NUMBER },
		{ "made_up", N_("made up"), REPORT_TEXT },
	};
	struct swot_filter filter = { .slot = NO_SLOT,
		.retired = run_option(run, OPTION_RETIRED) != NULL };
	struct swot *list;
	struct result *r;
	int count;

	if (run_units(run, err) || swot_list(run->db, &filter, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("SWOT analysis"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		result_text(r, list[i].code);
		result_text(r, run_code_of(run, list[i].slot));
		result_year(r, list[i].year);
		result_text(r, list[i].title);
		result_whole(r, list[i].factors);
		result_yes(r, list[i].made_up);
	}
	return result_end(r, err);
}

static int
load(struct run *run, struct swot *swot, struct swot_matrix *m, struct error *err)
{
	return swot_find(run->db, run->arguments->operands[0], swot, err) || run_units(run, err) ||
			       swot_matrix_load(run->db, swot->id, &run->arena, m, err)
		       ? -1
		       : 0;
}

/* Said beside the figures, whose columns are fixed. */
static void
say_weights(const struct swot_matrix *m)
{
	char odd[96], text[256];

	if (!*swot_weights_odd(m, odd, sizeof odd))
		return;
	snprintf(text, sizeof text,
		_("the weights of each kind must sum to 1, so there are no weighted sums: %s."),
		odd);
	commands_complain(text);
}

static const char *
unit_label(struct run *run, int slot)
{
	const struct unit *unit = unit_by_slot(&run->units, slot);

	return unit ? unit->label : "";
}

/* What the factor's row or column sums to. */
static double
factor_sum(const struct swot_matrix *m, int place, enum swot_direction d)
{
	int outer = place - m->inner_count;

	return place < m->inner_count ? swot_inner_sum(m, d, place, FACTOR_OPPORTUNITY) +
						swot_inner_sum(m, d, place, FACTOR_THREAT)
				      : swot_outer_sum(m, d, outer, FACTOR_STRENGTH) +
						swot_outer_sum(m, d, outer, FACTOR_WEAKNESS);
}

static const char *
factor_code(struct run *run, const struct swot_factor *f)
{
	return arena_format(&run->arena, "%s%d", factor_kind_letter(f->kind), f->position);
}

static int
print_factors(
	struct run *run, const struct swot *swot, const struct swot_matrix *m, struct error *err)
{
	static const struct result_column columns[] = {
		{ "factor", N_("factor"), REPORT_CODE },
		{ "kind", N_("kind"), REPORT_TEXT },
		{ "text", N_("text"), REPORT_TEXT },
		{ "area", N_("area"), REPORT_TEXT },
		{ "weight", N_("weight"), REPORT_NUMBER },
		{ "rating", N_("rating"), REPORT_NUMBER },
		{ "spread", N_("spread"), REPORT_NUMBER },
		{ "axis", N_("axis"), REPORT_NUMBER },
		{ "evidence", N_("evidence"), REPORT_NUMBER },
		{ "swot", N_("sum of SWOT"), REPORT_NUMBER },
		{ "tows", N_("sum of TOWS"), REPORT_NUMBER },
	};
	struct document *d;
	struct arena *arena;
	struct result *r;

	if (result_start(&r, run, swot->title, RESULT_COLUMNS(columns), err))
		return -1;
	d = result_document(r, &arena);
	if (d) {
		if (swot_document(run->db, swot, unit_label(run, swot->slot), arena, d, err)) {
			result_abandon(r);
			return -1;
		}
		return result_end(r, err);
	}
	for (int i = 0; i < m->inner_count + m->outer_count; i++) {
		const struct swot_factor *f = &m->inner[i];

		result_text(r, factor_code(run, f));
		result_words(r, factor_kind_name(f->kind), factor_kind_label(f->kind));
		result_text(r, f->text);
		result_words(r, f->area, swot_area_words(f));
		result_computed(r, f->weight, 2);
		result_sum(r, f->rating);
		result_sum(r, f->spread);
		result_sum(r, f->axis);
		result_whole(r, f->evidence);
		result_sum(r, factor_sum(m, i, SWOT_FORWARD));
		result_sum(r, factor_sum(m, i, SWOT_BACKWARD));
	}
	say_weights(m);
	return result_end(r, err);
}

int
command_swot(struct run *run, struct error *err)
{
	struct swot_matrix m;
	struct swot swot;

	if (run->arguments->operand_count == 0)
		return list_swots(run, err);
	return load(run, &swot, &m, err) ? -1 : print_factors(run, &swot, &m, err);
}

int
command_swot_pairs(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "matrix", N_("matrix"), REPORT_CODE },
		{ "inner", N_("from inside"), REPORT_CODE },
		{ "outer", N_("from outside"), REPORT_CODE },
		{ "quadrant", N_("quadrant"), REPORT_CODE },
		{ "value", N_("value"), REPORT_NUMBER },
	};
	struct swot_matrix m;
	struct swot swot;
	struct result *r;

	if (load(run, &swot, &m, err) ||
		result_start(&r, run, swot.title, RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < SWOT_DIRECTIONS * m.inner_count * m.outer_count; i++) {
		int pair = i % (m.inner_count * m.outer_count);
		enum swot_direction d = (enum swot_direction)(i / (m.inner_count * m.outer_count));
		const struct swot_factor *inner = &m.inner[pair / m.outer_count];
		const struct swot_factor *outer = &m.outer[pair % m.outer_count];

		result_text(r, swot_direction_name(d));
		result_text(r, factor_code(run, inner));
		result_text(r, factor_code(run, outer));
		result_text(r, swot_quadrant_name(swot_quadrant_of(inner->kind, outer->kind)));
		result_sum(r, m.value[d][pair]);
	}
	return result_end(r, err);
}

int
command_swot_position(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "quadrant", N_("quadrant"), REPORT_CODE },
		{ "pairs", N_("pairs"), REPORT_NUMBER },
		{ "keyed", N_("keyed"), REPORT_NUMBER },
		{ "swot", "SWOT", REPORT_NUMBER },
		{ "tows", "TOWS", REPORT_NUMBER },
		{ "sum", N_("sum"), REPORT_NUMBER },
		{ "mean", N_("mean"), REPORT_NUMBER },
		{ "weighted", N_("weighted sum"), REPORT_NUMBER },
		{ "position", N_("position"), REPORT_TEXT },
	};
	struct swot_position p;
	struct swot_matrix m;
	struct swot swot;
	struct result *r;

	if (load(run, &swot, &m, err) ||
		result_start(&r, run, swot.title, RESULT_COLUMNS(columns), err))
		return -1;
	swot_position_of(&m, &p);
	for (int q = 0; q < QUADRANTS; q++) {
		const struct swot_sum *both = &p.both[q];

		result_text(r, swot_quadrant_name((enum swot_quadrant)q));
		result_whole(r, both->pairs);
		result_whole(r, both->keyed);
		result_sum(r, p.of[SWOT_FORWARD][q].sum);
		result_sum(r, p.of[SWOT_BACKWARD][q].sum);
		result_sum(r, both->sum);
		result_sum(r, both->mean);
		result_sum(r, both->weighted);
		result_yes(r, p.by_sum == q);
	}
	say_weights(&m);
	if (!p.complete)
		commands_complain(swot_position_rest(&p));
	return result_end(r, err);
}
