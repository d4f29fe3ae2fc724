/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums of the matrices by quadrant, and the position that the largest of them means. */
#include "config.h"

#include "model/swot/swot_position.h"

#include "base/i18n.h"
#include "base/number.h"

#include <math.h>
#include <stdio.h>

static const char *const names[QUADRANTS] = { "SO", "WO", "ST", "WT" };
static const char *const labels[QUADRANTS] = { "S × O", "W × O", "S × T", "W × T" };
static const char *const strategies[QUADRANTS] = { N_("aggressive (maxi-maxi)"),
	N_("competitive (mini-maxi)"), N_("conservative (maxi-mini)"),
	N_("defensive (mini-mini)") };
static const char *const questions[SWOT_DIRECTIONS][QUADRANTS] = {
	{ N_("Does the strength help to use the opportunity?"),
		N_("Does the weakness keep the opportunity from being used?"),
		N_("Does the strength resist the threat?"),
		N_("Does the weakness deepen the threat?") },
	{ N_("Does the opportunity raise the strength?"),
		N_("Does the opportunity help to overcome the weakness?"),
		N_("Does the threat lower the strength?"),
		N_("Does the threat deepen the weakness?") },
};

const char *
swot_quadrant_name(enum swot_quadrant q)
{
	return names[q];
}

const char *
swot_quadrant_label(enum swot_quadrant q)
{
	return labels[q];
}

const char *
swot_quadrant_strategy(enum swot_quadrant q)
{
	return _(strategies[q]);
}

const char *
swot_quadrant_question(enum swot_quadrant q, enum swot_direction d)
{
	return _(questions[d][q]);
}

enum swot_quadrant
swot_quadrant_of(enum factor_kind inner, enum factor_kind outer)
{
	if (outer == FACTOR_THREAT)
		return inner == FACTOR_WEAKNESS ? QUADRANT_WT : QUADRANT_ST;
	return inner == FACTOR_WEAKNESS ? QUADRANT_WO : QUADRANT_SO;
}

static void
add_pair(struct swot_sum *s, double value, double weights)
{
	s->pairs++;
	if (isnan(value))
		return;
	s->keyed++;
	s->sum += value;
	s->weighted += value * weights;
}

/* Each number counts with the weights of both its factors: the same as rows and columns apart. */
static void
add_matrix(const struct swot_matrix *m, enum swot_direction d, struct swot_sum *of)
{
	for (int i = 0; i < m->inner_count; i++)
		for (int o = 0; o < m->outer_count; o++) {
			const struct swot_factor *inner = &m->inner[i], *outer = &m->outer[o];

			add_pair(&of[swot_quadrant_of(inner->kind, outer->kind)],
				m->value[d][i * m->outer_count + o], inner->weight + outer->weight);
		}
}

static void
finish(struct swot_sum *s, bool weights)
{
	s->mean = s->keyed ? s->sum / s->keyed : NAN;
	if (!weights)
		s->weighted = NAN;
}

/* Means and products of weights are not exact: what differs by less is equal. */
#define NOTHING 1e-9

static int
largest(const double value[QUADRANTS], int *winners)
{
	int best = -1;

	*winners = 0;
	for (int q = 0; q < QUADRANTS; q++)
		if (!isnan(value[q]) && (best < 0 || value[q] > value[best] + NOTHING))
			best = q;
	for (int q = 0; best >= 0 && q < QUADRANTS; q++)
		*winners += !isnan(value[q]) && fabs(value[q] - value[best]) <= NOTHING;
	return *winners == 1 ? best : -1;
}

static struct swot_weights
weights_of(const struct swot_matrix *m, enum factor_kind k)
{
	bool inner = k == FACTOR_STRENGTH || k == FACTOR_WEAKNESS;

	return swot_weights_of(
		inner ? m->inner : m->outer, inner ? m->inner_count : m->outer_count, k);
}

static bool
weights_usable(const struct swot_matrix *m)
{
	for (int k = 0; k < FACTOR_KINDS; k++)
		if (!weights_of(m, (enum factor_kind)k).usable)
			return false;
	return true;
}

char *
swot_weights_odd(const struct swot_matrix *m, char *dst, size_t size)
{
	size_t used = 0;
	bool any = false;

	*dst = '\0';
	for (int k = 0; k < FACTOR_KINDS; k++) {
		struct swot_weights w = weights_of(m, (enum factor_kind)k);
		char sum[32];

		any = any || w.weighed;
		if (w.usable || used >= size)
			continue;
		number_format(sum, sizeof sum, w.sum, 2);
		used += (size_t)snprintf(dst + used, size - used, "%s%s %s", used ? ", " : "",
			factor_kind_letter((enum factor_kind)k), w.weighed ? sum : "–");
	}
	if (!any)
		*dst = '\0';
	return dst;
}

void
swot_position_of(const struct swot_matrix *m, struct swot_position *out)
{
	double sum[QUADRANTS], weighted[QUADRANTS], mean[QUADRANTS];
	int keyed = 0;

	*out = (struct swot_position){ .weighted = weights_usable(m),
		.complete = m->inner_count && m->outer_count };
	for (int d = 0; d < SWOT_DIRECTIONS; d++)
		add_matrix(m, (enum swot_direction)d, out->of[d]);
	for (int q = 0; q < QUADRANTS; q++) {
		struct swot_sum *both = &out->both[q];

		for (int d = 0; d < SWOT_DIRECTIONS; d++) {
			struct swot_sum *one = &out->of[d][q];

			both->pairs += one->pairs;
			both->keyed += one->keyed;
			both->sum += one->sum;
			both->weighted += one->weighted;
			finish(one, out->weighted);
		}
		finish(both, out->weighted);
		keyed += both->keyed;
		out->complete = out->complete && both->keyed == both->pairs;
		sum[q] = both->keyed ? both->sum : NAN;
		weighted[q] = both->keyed ? both->weighted : NAN;
		mean[q] = both->mean;
	}
	out->complete = out->complete && keyed;
	out->by_sum = largest(sum, &out->sum_winners);
	out->by_weighted = largest(weighted, &out->weighted_winners);
	out->by_mean = largest(mean, &out->mean_winners);
}

double
swot_inner_sum(
	const struct swot_matrix *m, enum swot_direction d, int inner, enum factor_kind outer_kind)
{
	double sum = 0;

	for (int o = 0; o < m->outer_count; o++) {
		double value = m->value[d][inner * m->outer_count + o];

		if (m->outer[o].kind == outer_kind && !isnan(value))
			sum += value;
	}
	return sum;
}

double
swot_outer_sum(
	const struct swot_matrix *m, enum swot_direction d, int outer, enum factor_kind inner_kind)
{
	double sum = 0;

	for (int i = 0; i < m->inner_count; i++) {
		double value = m->value[d][i * m->outer_count + outer];

		if (m->inner[i].kind == inner_kind && !isnan(value))
			sum += value;
	}
	return sum;
}
