/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The course of one indicator as a report draws it: a bar for each value from the base on, and
 * along it path, base and target, as the chart of the screen has them. */
#include "config.h"

#include "base/i18n.h"
#include "model/indicators/flag.h"
#include "report/bar_sign.h"
#include "report/monitoring_report_parts.h"

#include <math.h>

struct course {
	const struct round_figure *f;
	struct target_rule rule;
	int from, to;               /* years shown: from the base to the target */
	bool leads;                 /* the path goes on to the last of them */
	double signs[REPORT_SIGNS]; /* the path is set year by year */
	double low, high;           /* of the bars */
};

static int
first_year_of(const struct round_figure *f)
{
	return f->base_year                            ? f->base_year
	       : f->course->count && f->course->points ? f->course->points[0].year
						       : 0;
}

/* Before the base there is no path. */
static double
path_in(const struct course *c, int year)
{
	return year < c->f->base_year ? NAN : target_expected(&c->rule, year);
}

static double
value_in(const struct course *c, int year)
{
	const struct target_point *p = target_point_of(c->f->course, year);
	double value = p ? p->value : NAN;

	return isnan(value) && year == c->f->base_year ? c->f->base : value;
}

static void
find_signs(struct course *c)
{
	const struct target *card = c->f->course->target;
	bool keeps = card->direction == 'K' && !isnan(card->tolerance);
	bool within = card->direction == 'N' && isnan(c->f->target);

	c->signs[SIGN_PATH] = NAN;
	c->signs[SIGN_BASE] = c->f->base;
	c->signs[SIGN_TARGET] = c->f->target;
	c->signs[SIGN_LEAST] = keeps ? c->f->base - card->tolerance : within ? card->low : NAN;
	c->signs[SIGN_MOST] = keeps ? c->f->base + card->tolerance : within ? card->high : NAN;
}

static void
widen(struct course *c, double value)
{
	if (isnan(value))
		return;
	c->low = fmin(c->low, value);
	c->high = fmax(c->high, value);
}

/* Bars stand between the smallest and the largest of all that is shown, from zero where it may. */
static void
find_scale(struct course *c, int year)
{
	c->low = c->high = 0;
	for (int y = c->from; y <= c->to; y++) {
		widen(c, y <= year ? value_in(c, y) : NAN);
		widen(c, path_in(c, y));
	}
	for (int sign = 0; sign < REPORT_SIGNS; sign++)
		widen(c, c->signs[sign]);
	if (!(c->high > c->low))
		c->high = c->low + 1;
}

/* "█ value, │ path, ◆ target": what the course has. */
static const char *
legend(const struct monitoring_writing *w, const struct course *c)
{
	static const char *const words[REPORT_SIGNS] = {
		[SIGN_PATH] = N_("as planned"),
		[SIGN_BASE] = N_("base"),
		[SIGN_LEAST] = N_("at least"),
		[SIGN_MOST] = N_("at most"),
		[SIGN_TARGET] = N_("target"),
	};
	const char *text = arena_format(w->arena, "█ %s", _("value"));

	for (enum report_sign sign = 0; sign < REPORT_SIGNS; sign++)
		if (sign == SIGN_PATH ? c->leads : !isnan(c->signs[sign]))
			text = arena_format(w->arena, "%s, %s %s", text, report_sign_glyph(sign),
				_(words[sign]));
	return text;
}

static void
columns(const struct monitoring_writing *w, const struct course *c, struct report_table *t)
{
	int decimals = c->f->course->target->decimals;

	report_table_column(t, "year", _("Year"), REPORT_CODE, 0);
	report_table_column(t, "expected", C_("target", "Path"), REPORT_NUMBER, decimals);
	report_table_column(t, "value", _("Value"), REPORT_NUMBER, decimals);
	report_table_signed_bar(t, c->low, c->high, legend(w, c));
}

static void
row(const struct monitoring_writing *w, struct course *c, int year, struct report_table *t)
{
	const struct target_point *p = year <= w->year ? target_point_of(c->f->course, year) : NULL;
	double value = year <= w->year ? value_in(c, year) : NAN;

	c->signs[SIGN_PATH] = c->leads ? path_in(c, year) : NAN;
	report_table_row(t);
	report_cell_text(t, monitoring_year(w, year));
	report_cell_number(t, path_in(c, year));
	if (!isnan(value))
		report_cell_number(t, value);
	else if (year > w->year)
		report_cell_empty(t);
	else
		report_cell_missing(t, p ? flag_meaning(p->flag)->symbol : "–");
	if (p && p->corrected)
		report_cell_mark(t, "*");
	report_cell_number(t, value);
	report_cell_signs(t, c->signs);
}

static const char *
base_and_target(const struct monitoring_writing *w, const struct round_figure *f)
{
	const char *base = monitoring_of_year(
		w, monitoring_number(w, f->base, f->course->target->decimals), f->base_year);
	const char *aim = monitoring_of_year(w, monitoring_aim(w, f), f->target_year);

	return arena_format(
		w->arena, _("Base: %s; target: %s."), base[0] ? base : "–", aim[0] ? aim : "–");
}

void
monitoring_course(const struct monitoring_writing *w, const struct round_figure *f)
{
	const struct target *card = f->course->target;
	struct course c = { .f = f, .rule = target_rule_of(card), .from = first_year_of(f) };
	struct report_table *t;
	bool corrected = false;

	if (!c.from || c.from > w->year || !f->course->count)
		return;
	c.to = f->target_year > w->year ? f->target_year : w->year;
	c.leads = !isnan(path_in(&c, c.to));
	find_signs(&c);
	find_scale(&c, w->year);
	t = monitoring_table(
		w, monitoring_numbered(w, f->course->goal, monitoring_measured(w, f->course)));
	report_table_line(t, base_and_target(w, f));
	columns(w, &c, t);
	for (int y = c.from; y <= c.to; y++) {
		const struct target_point *p = target_point_of(f->course, y);

		row(w, &c, y, t);
		corrected |= y <= w->year && p && p->corrected;
	}
	if (corrected)
		report_table_footnote(t, _(monitoring_corrected_before));
}
