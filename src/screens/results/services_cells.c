/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What importance and rating, and the profile of strength show. */
#include "config.h"

#include "screens/results/services_view.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { BAR = 20, MOST_POINTS = 26, LEGEND = 34 };

const char *
services_part_text(enum services_part part)
{
	static const char *const words[SERVICES_PARTS] = { N_("Importance and rating of services"),
		N_("Importance and rating: chart"), N_("Profile by parts of the questionnaire") };

	return _(words[part]);
}

static const struct list_column service_columns[] = {
	{ N_("Service"), 0, false },
	{ N_("Important"), 9, true },
	{ N_("n"), 5, true },
	{ N_("Rated"), 6, true },
	{ N_("n"), 5, true },
	{ N_(" Field"), 20, false },
};

static const struct list_column strength_columns[] = {
	{ N_("Part, question"), 0, false },
	{ N_("0–100"), 6, true },
	{ N_(" Profile"), 21, false },
	{ N_("Mean"), 7, true },
	{ N_("n"), 5, true },
};

#define COUNT(array) (int)(sizeof(array) / sizeof *(array))

const struct list_column *
services_columns(enum services_part part, int *count)
{
	if (part == SERVICES_STRENGTHS) {
		*count = COUNT(strength_columns);
		return strength_columns;
	}
	*count = COUNT(service_columns);
	return service_columns;
}

/* ---- cells ---- */

static void
mean_cell(const struct scale_result *s, bool hidden, struct list_cell *c)
{
	if (s->n > 0) {
		number_format(c->text, sizeof c->text, s->mean, s->coarse ? 1 : 2);
		return;
	}
	c->role = ROLE_MISSING;
	text_copy(c->text, sizeof c->text, hidden ? "#" : "–");
}

static void
count_cell(const struct scale_result *s, struct list_cell *c)
{
	if (s->n > 0 && s->n_hidden)
		text_copy(c->text, sizeof c->text, "#");
	else if (s->n > 0)
		snprintf(c->text, sizeof c->text, "%ld", s->n);
}

static void
field_cell(enum service_field field, struct list_cell *c)
{
	static const char *const signs[SERVICE_FIELDS] = { "", "!", "+", ".", "=" };
	static const enum role roles[SERVICE_FIELDS] = { ROLE_MISSING, ROLE_BAD, ROLE_GOOD,
		ROLE_WARN, ROLE_TEXT };

	c->role = roles[field];
	snprintf(c->text, sizeof c->text, " %s %s", signs[field], service_field_label(field));
}

static void
service_cell(const struct service *s, int column, struct list_cell *c)
{
	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text, s->label);
		break;
	case 1:
		mean_cell(&s->important, s->hidden, c);
		break;
	case 2:
		count_cell(&s->important, c);
		break;
	case 3:
		mean_cell(&s->rated, s->hidden, c);
		break;
	case 4:
		count_cell(&s->rated, c);
		break;
	default:
		field_cell(s->field, c);
		break;
	}
}

static void
strength_cell(const struct services_view *v, const struct strength_row *r, int column,
	struct list_cell *c)
{
	const struct strength *s = r->strength;
	double position = s ? s->position : r->area->position;
	bool coarse = s ? s->scale.coarse : r->area->coarse;
	char bar[GLYPH_BAR_SIZE], number[32];

	if (!s)
		c->role = ROLE_TITLE;
	switch (column) {
	case 0:
		if (s)
			snprintf(c->text, sizeof c->text, "  %s%s%s%s", s->number,
				s->number[0] ? ". " : "", s->label, s->turned ? " (-)" : "");
		else
			text_copy(c->text, sizeof c->text, r->area->label);
		break;
	case 1:
		if (!isnan(position))
			snprintf(c->text, sizeof c->text, "%s%s", coarse ? "~" : "",
				number_format(number, sizeof number, position, 0));
		else
			text_copy(c->text, sizeof c->text, s && s->hidden ? "#" : "–");
		break;
	case 2:
		if (!isnan(position))
			snprintf(c->text, sizeof c->text, " %s",
				glyph_bar(v->tier, (int)(position / 100 * BAR + 0.5), BAR, bar,
					sizeof bar));
		break;
	case 3:
		if (s)
			mean_cell(&s->scale, s->hidden, c);
		else if (r->area->questions > 0 && r->area->questions < r->area->asked)
			snprintf(c->text, sizeof c->text, _("%d of %d"), r->area->questions,
				r->area->asked);
		break;
	default:
		if (s)
			count_cell(&s->scale, c);
		break;
	}
}

void
services_cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct services_view *v = self;

	if (v->part == SERVICES_STRENGTHS)
		strength_cell(v, &v->rows[row], column, c);
	else
		service_cell(&v->services.list[row], column, c);
}

/* ---- above ---- */

/* What the signs in view mean, the rarer ones only where they stand. */
static const char *
strengths_hint(const struct services_view *v)
{
	for (int i = 0; i < v->strengths.area_count; i++) {
		const struct strength_area *area = &v->strengths.areas[i];

		if (area->questions > 0 && area->questions < area->asked)
			return _("Means on 0 to 100; ~ about; 1 of 2: of so many questions only; "
				 "(-) "
				 "turned round.");
	}
	return _("Means on 0 to 100; ~ about; (-) asked the other way, so turned round.");
}

void
services_above(void *self, struct canvas *c)
{
	const struct services_view *v = self;
	const struct services *s = &v->services;
	char line[256];

	canvas_printf(c, 0, 0, c->columns, ROLE_TITLE, _("%s; wave %s, %s"),
		services_part_text(v->part), v->view.wave.code, v->view.wave.survey_name);
	if (!v->base.count)
		return;
	if (v->part == SERVICES_STRENGTHS)
		canvas_text(c, 1, 0, c->columns, ROLE_HINT, strengths_hint(v));
	else
		canvas_text(c, 1, 0, c->columns, ROLE_HINT,
			services_lines_text(s, line, sizeof line));
	if (v->part != SERVICES_CHART)
		list_screen_whole(self, c, 2, 1);
}

/* ---- the chart ---- */

static bool
on_chart(const struct service *s)
{
	return s->important.n > 0 && s->rated.n > 0;
}

/* What the axes span: all services with a little room around them. */
static void
span(const struct services *s, bool important, double *low, double *high)
{
	*low = INFINITY;
	*high = -INFINITY;
	for (int i = 0; i < s->count; i++) {
		double mean = important ? s->list[i].important.mean : s->list[i].rated.mean;

		if (!on_chart(&s->list[i]))
			continue;
		*low = fmin(*low, mean);
		*high = fmax(*high, mean);
	}
	if (*high - *low < 0.2) {
		*low -= 0.1;
		*high += 0.1;
	}
}

static int
place(double value, double low, double high, int cells)
{
	int at = (int)((value - low) / (high - low) * (cells - 1) + 0.5);

	return at < 0 ? 0 : at >= cells ? cells - 1 : at;
}

static void
draw_fields(struct canvas *c, int rows, int columns, int row, int column)
{
	canvas_horizontal(c, row, 0, columns, ROLE_FRAME);
	canvas_vertical(c, 0, column, rows, ROLE_FRAME);
	canvas_text(c, 0, 0, column, ROLE_HINT, service_field_label(SERVICE_IMPROVE));
	canvas_right(c, 0, column + 1, columns - column - 1, ROLE_HINT,
		service_field_label(SERVICE_KEEP));
	canvas_text(c, rows - 1, 0, column, ROLE_HINT, service_field_label(SERVICE_LATER));
	canvas_right(c, rows - 1, column + 1, columns - column - 1, ROLE_HINT,
		service_field_label(SERVICE_ENOUGH));
}

struct point {
	int row, column;
};

/* Services that fall on one place of the screen are named together: one letter stands there. */
static void
draw_shared(struct canvas *c, int row, const struct point *points, int count)
{
	char text[256];
	size_t used = 0;

	for (int i = 0; i < count; i++) {
		bool before = false, shared = false;

		for (int k = 0; k < count; k++) {
			bool same = k != i && points[k].row == points[i].row &&
				    points[k].column == points[i].column;

			before |= same && k < i;
			shared |= same;
		}
		if (before || !shared || used > sizeof text - 64)
			continue;
		used += (size_t)snprintf(
			text + used, sizeof text - used, "%s%c", used ? ", " : "", 'a' + i);
		for (int k = i + 1; k < count; k++)
			if (points[k].row == points[i].row && points[k].column == points[i].column)
				used += (size_t)snprintf(
					text + used, sizeof text - used, "+%c", 'a' + k);
	}
	if (used)
		canvas_printf(c, row, 0, c->columns, ROLE_HINT, _("in one place: %s"), text);
}

void
services_chart(const struct services_view *v, struct canvas *c)
{
	const struct services *s = &v->services;
	int columns = c->columns - LEGEND - 2, rows = c->rows - 2, n = 0;
	double low[2], high[2]; /* importance, rating */
	struct canvas field = canvas_part(c, 0, 0, rows, columns);
	struct point points[MOST_POINTS];

	span(s, true, &low[0], &high[0]);
	span(s, false, &low[1], &high[1]);
	if (isnan(s->rating) || rows < 5 || columns < 20)
		return;
	draw_fields(&field, rows, columns,
		rows - 1 - place(s->importance, low[0], high[0], rows - 2) - 1,
		place(s->rating, low[1], high[1], columns));
	for (int i = 0; i < s->count && n < MOST_POINTS; i++) {
		char letter[2] = { (char)('a' + n), '\0' };

		if (!on_chart(&s->list[i]))
			continue;
		points[n].row = rows - 1 -
				place(s->list[i].important.mean, low[0], high[0], rows - 2) - 1;
		points[n].column = place(s->list[i].rated.mean, low[1], high[1], columns);
		canvas_text(
			&field, points[n].row, points[n].column, 1, ROLE_SERIES_1, letter);
		canvas_printf(c, n, columns + 2, LEGEND, ROLE_TEXT, "%s  %s", letter,
			s->list[i].label);
		n++;
	}
	canvas_text(c, rows, 0, columns, ROLE_LABEL,
		_("up: more important; to the right: better rated"));
	draw_shared(c, rows + 1, points, n);
}
