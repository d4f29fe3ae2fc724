/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Means and what stands beside them, in sentences and as a table. */
#include "config.h"

#include "report/result_parts.h"

#include "base/i18n.h"

#include <math.h>

static const char *
figure_of(struct arena *arena, const struct frequency *f, double value, int decimals)
{
	char digits[64];

	return arena_string(
		arena, column_figure(f->column, digits, sizeof(digits), value, decimals));
}

static const char *
interval(struct arena *arena, const struct frequency *f)
{
	if (isnan(f->scale.mean_low) || isnan(f->scale.mean_high))
		return "";
	return arena_format(arena, _(" (95 %%: %s–%s)"), figure_of(arena, f, f->scale.mean_low, 2),
		figure_of(arena, f, f->scale.mean_high, 2));
}

static const char *
known(struct arena *arena, const struct frequency *f, double value)
{
	return isnan(value) ? "–" : figure_of(arena, f, value, -1);
}

/* The ends are of single people, and told where many gave the same. */
static const char *
quartiles(struct arena *arena, const struct frequency *f)
{
	const struct scale_result *s = &f->scale;
	const char *q1 = known(arena, f, s->q1), *q3 = known(arena, f, s->q3);

	if (isnan(s->min) && isnan(s->max))
		return arena_format(arena,
			_("Quartiles %s and %s. The smallest and the largest are not given: too "
			  "few "
			  "people wrote them."),
			q1, q3);
	if (isnan(s->min) || isnan(s->max))
		return arena_format(arena,
			isnan(s->min) ? _("Quartiles %s and %s, largest %s. The smallest is not "
					  "given: too few people wrote it.")
				      : _("Quartiles %s and %s, smallest %s. The largest is not "
					  "given: too few people wrote it."),
			q1, q3, known(arena, f, isnan(s->min) ? s->max : s->min));
	return arena_format(arena, _("Quartiles %s and %s, smallest %s, largest %s."), q1, q3,
		known(arena, f, s->min), known(arena, f, s->max));
}

/* What stands beside hidden cells, and why there is no more of it. */
static void
protected_mean(struct arena *arena, const struct frequency *f, const char **text)
{
	const struct scale_result *s = &f->scale;
	const char *mean = figure_of(arena, f, s->mean, s->coarse ? 1 : 2);

	if (s->n_hidden) {
		text[0] =
			arena_format(arena, s->coarse ? _("Mean about %s.") : _("Mean %s."), mean);
		text[1] = _("How many answers it is of, median and standard deviation are not "
			    "given: hidden counts could be computed from them.");
		return;
	}
	text[0] =
		arena_format(arena, s->coarse ? _("Mean about %s, n = %s.") : _("Mean %s, n = %s."),
			mean, result_figure(arena, (double)s->n, 0));
	text[1] = _("Median and standard deviation are not given: hidden counts could be computed "
		    "from them.");
}

static const char *
few_for_quartiles(struct arena *arena, const struct frequency *f)
{
	int group = f->threshold > TABULATION_GROUP ? f->threshold : TABULATION_GROUP;

	return arena_format(arena,
		_("Median and quartiles are not given: they are of at least %d people who wrote a "
		  "number."),
		TABULATION_QUARTILES * group);
}

int
result_scale_text(struct arena *arena, const struct frequency *f, const char *const **lines)
{
	const struct scale_result *s = &f->scale;
	const char **text = arena_array(arena, 4, sizeof(*text));
	bool protected = isnan(s->sd) && f->notes & (NOTE_HIDDEN | NOTE_GROUP_HIDDEN);
	char top[32], bottom[32];
	int count = 0;

	*lines = text;
	if (s->n <= 0)
		return 0;
	if (protected) {
		protected_mean(arena, f, text);
		return 2;
	}
	text[count++] = arena_format(arena,
		_("Mean %s%s, median %s, standard deviation %s, n = %s."),
		figure_of(arena, f, s->mean, 2), interval(arena, f), known(arena, f, s->median),
		isnan(s->sd) ? "–" : result_figure(arena, s->sd, 2),
		result_figure(arena, (double)s->n, 0));
	if (f->column->kind == COLUMN_NUMBER && !isnan(s->q1))
		text[count++] = quartiles(arena, f);
	if (isnan(s->median))
		text[count++] = few_for_quartiles(arena, f);
	if (isnan(s->net))
		return count;
	text[count++] = arena_format(arena,
		_("Two highest points %s, two lowest %s, net score %s%s percentage points."),
		result_share(top, sizeof(top), s->top2, s->n, false),
		result_share(bottom, sizeof(bottom), s->bottom2, s->n, false),
		s->net > 0 ? "+" : "", result_figure(arena, s->net * 100, result_decimals(s->n)));
	return count;
}

static void
statistic(struct report_table *t, const char *label, double value, int decimals, bool year)
{
	if (isnan(value))
		return;
	report_table_row(t);
	report_cell_text(t, label);
	report_cell_decimals(t, value, decimals);
	if (year)
		report_cell_plain(t);
}

void
result_scale(struct report_table *t, struct arena *arena, const struct frequency *f,
	const struct result_view *view)
{
	const struct scale_result *s = &f->scale;
	bool year = f->column->year;

	result_begin(t, arena, result_question(arena, f->column), view);
	report_table_column(t, "label", _("Statistic"), REPORT_TEXT, 0);
	report_table_column(t, "value", _("Value"), REPORT_NUMBER, -1);
	statistic(t, _("n"), s->n_hidden ? NAN : (double)s->n, 0, false);
	statistic(t, _("mean"), s->mean, s->coarse ? 1 : 2, year);
	statistic(t, _("mean, 95 %: from"), s->mean_low, 2, year);
	statistic(t, _("mean, 95 %: to"), s->mean_high, 2, year);
	statistic(t, _("standard deviation"), s->sd, 2, false);
	statistic(t, _("smallest"), s->min, -1, year);
	statistic(t, _("first quartile"), s->q1, -1, year);
	statistic(t, _("median"), s->median, -1, year);
	statistic(t, _("third quartile"), s->q3, -1, year);
	statistic(t, _("largest"), s->max, -1, year);
	if (isnan(s->median) && !isnan(s->sd))
		report_table_footnote(t, few_for_quartiles(arena, f));
	result_notes(t, f->notes & (NOTE_NOT_RANDOM | NOTE_FPC), f->threshold);
}
