/* SPDX-License-Identifier: GPL-3.0-or-later */
/* services, potential: importance beside rating, the profile of a questionnaire's parts. CSV has
 * the bare figures; forms for people are the tables of the report. */
#include "config.h"

#include "commands/given.h"

#include "base/i18n.h"
#include "model/results/condition_words.h"
#include "report/result_services.h"

#include <math.h>

/* To more decimals than anybody prints: CSV is read by programs. */
static double
full(double value)
{
	return isnan(value) ? NAN : round(value * 1e6) / 1e6;
}

static void
scale_cells(struct result *r, const struct scale_result *s, bool hidden)
{
	long n = hidden && s->n == 0 ? -1 : scale_told(s);

	result_number(r, s->n ? full(s->mean) : NAN);
	n >= 0 ? result_whole(r, n) : result_none(r);
}

static struct tabulation
asked_of(const struct run *run)
{
	return (struct tabulation){ .where = run_option(run, OPTION_WHERE),
		.weighted = run_option(run, OPTION_WEIGHT) != NULL };
}

static struct result_view
view_of(const struct run *run, const struct wave_columns *w, struct arena *arena)
{
	return (struct result_view){ .weighted = run_option(run, OPTION_WEIGHT) != NULL,
		.where = condition_words(w->q, w->language, run_option(run, OPTION_WHERE), arena),
		.bars = true };
}

static int
open_wave(struct run *run, struct wave *w, struct wave_columns *columns, struct error *err)
{
	return given_wave(run, run->arguments->operands[0], w, err) ||
			       wave_columns_open(run->db, w, i18n_code(), &run->arena, columns, err)
		       ? -1
		       : 0;
}

/* ---- services ---- */

static void
service_row(struct result *r, const struct service *s)
{
	result_text(r, s->importance);
	result_text(r, s->rating);
	result_text(r, s->label);
	scale_cells(r, &s->important, s->hidden);
	scale_cells(r, &s->rated, s->hidden);
	result_text(r, service_field_name(s->field));
	result_yes(r, s->important.coarse);
	result_yes(r, s->rated.coarse);
}

typedef void writer(struct report_table *table, struct arena *arena, const void *what,
	const struct result_view *view);

static void
write_services(struct report_table *table, struct arena *arena, const void *what,
	const struct result_view *view)
{
	result_services(table, arena, what, view);
}

static void
write_strengths(struct report_table *table, struct arena *arena, const void *what,
	const struct result_view *view)
{
	result_strengths(table, arena, what, view);
}

/* For people the table of the screens takes the place of the rows; false: nobody asked for it. */
static bool
written_whole(struct run *run, struct result *r, const struct wave_columns *opened,
	const struct wave *w, writer *write, const void *what)
{
	struct arena *arena;
	struct report_table *table = result_table(r, &arena);
	struct result_view view;
	const char *fonts;

	if (!table)
		return false;
	fonts = table->fonts;
	view = view_of(run, opened, arena);
	write(table, arena, what, &view);
	report_table_line(table, w->code);
	table->fonts = fonts;
	return true;
}

int
command_services(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "importance", N_("question on importance"), REPORT_CODE },
		{ "rating", N_("question on quality"), REPORT_CODE },
		{ "label", N_("service"), REPORT_TEXT },
		{ "importance_mean", N_("importance"), REPORT_NUMBER },
		{ "importance_n", N_("n"), REPORT_NUMBER },
		{ "rating_mean", N_("rating"), REPORT_NUMBER },
		{ "rating_n", N_("n"), REPORT_NUMBER },
		{ "field", N_("field"), REPORT_CODE },
		{ "importance_coarse", N_("importance known to one place"), REPORT_TEXT },
		{ "rating_coarse", N_("rating known to one place"), REPORT_TEXT },
	};
	const struct tabulation asked = asked_of(run);
	struct wave_columns opened;
	struct services s;
	struct result *r;
	struct wave w;

	if (open_wave(run, &w, &opened, err) || services_load(&opened, &asked, &s, err) ||
		result_start(&r, run, "", RESULT_COLUMNS(columns), err))
		return -1;
	if (written_whole(run, r, &opened, &w, write_services, &s))
		return result_end(r, err);
	for (int i = 0; i < s.count; i++)
		service_row(r, &s.list[i]);
	return result_end(r, err);
}

/* ---- potential ---- */

static void
strength_row(struct result *r, const struct strength *x, const struct strength_area *area)
{
	result_text(r, area->label);
	result_number(r, full(area->position));
	result_text(r, x->name);
	result_text(r, x->label);
	scale_cells(r, &x->scale, x->hidden);
	result_number(r, full(x->position));
	result_yes(r, x->turned);
	result_yes(r, x->scale.coarse);
	result_whole(r, area->questions);
	result_whole(r, area->asked);
}

int
command_potential(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "area", N_("part of the questionnaire"), REPORT_TEXT },
		{ "area_position", N_("part, 0 to 100"), REPORT_NUMBER },
		{ "question", N_("question"), REPORT_CODE },
		{ "label", N_("text"), REPORT_TEXT },
		{ "mean", N_("mean"), REPORT_NUMBER },
		{ "n", N_("n"), REPORT_NUMBER },
		{ "position", N_("0 to 100"), REPORT_NUMBER },
		{ "turned", N_("turned round"), REPORT_TEXT },
		{ "coarse", N_("known to one place"), REPORT_TEXT },
		{ "area_counted", N_("questions of the part that are counted"), REPORT_NUMBER },
		{ "area_questions", N_("questions of the part"), REPORT_NUMBER },
	};
	const struct tabulation asked = asked_of(run);
	struct wave_columns opened;
	struct strengths s;
	struct result *r;
	struct wave w;

	if (open_wave(run, &w, &opened, err) || strengths_load(&opened, &asked, &s, err) ||
		result_start(&r, run, "", RESULT_COLUMNS(columns), err))
		return -1;
	if (written_whole(run, r, &opened, &w, write_strengths, &s))
		return result_end(r, err);
	for (int i = 0; i < s.count; i++)
		strength_row(r, &s.list[i], &s.areas[s.list[i].area]);
	return result_end(r, err);
}
