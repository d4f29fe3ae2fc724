/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the figures of a strategy come from, in words. */
#include "config.h"

#include "model/monitoring/round_source.h"

#include "base/date.h"
#include "base/i18n.h"
#include "model/indicators/indicator.h"
#include "model/indicators/value.h"
#include "model/results/published.h"

#include <math.h>
#include <string.h>

struct sourcing {
	struct db *db;
	const struct unit_table *units;
	struct arena *arena;
};

/* "a; b; c" without what is empty. */
static const char *
joined(struct arena *arena, const char *a, const char *b, const char *c)
{
	const char *ab = !a[0] || !b[0] ? (a[0] ? a : b) : arena_format(arena, "%s; %s", a, b);

	return !ab[0] || !c[0] ? (ab[0] ? ab : c) : arena_format(arena, "%s; %s", ab, c);
}

static const char *
of_reading(const struct sourcing *s, const struct target *t, const struct target_reading *r)
{
	const char *said = r->source[0] ? r->source : t->source;

	return joined(s->arena, said, r->file_name,
		arena_format(s->arena, _("entered %s"), date_shown(s->arena, r->entered_at)));
}

/* Hidden answers are not counted either: published_answers() says the same on screens. */
static const char *
of_survey(const struct sourcing *s, const char *said, const struct published *p)
{
	const char *survey = arena_format(s->arena, _("%s, wave %s"), p->survey_name, p->wave);
	char n[48];

	published_answers(p->answers, !isnan(p->value), n, sizeof n);
	return joined(s->arena, said, survey, arena_string(s->arena, n));
}

/* Of own figures who says each of them; their card may come from the catalogue and name BDL. */
static const char *
said_of(const struct sourcing *s, const struct target *t, const struct value_origin *o)
{
	bool own = o->indicator.kind == INDICATOR_OWN && o->source.source[0];

	if (!own)
		return t->source[0] ? t->source : o->indicator.source;
	return strcmp(t->source, o->indicator.source) == 0 ||
			       strcmp(t->source, o->source.source) == 0
		       ? o->source.source
		       : joined(s->arena, t->source, o->source.source, "");
}

static const char *
of_origin(const struct sourcing *s, const struct target *t, const struct value_origin *o)
{
	const char *said = said_of(s, t, o);
	const char *day = o->source.imported_at[0]
				  ? arena_format(s->arena,
					    o->indicator.kind == INDICATOR_OWN ? _("entered %s")
									       : _("read in %s"),
					    date_shown(s->arena, o->source.imported_at))
				  : "";

	if (o->marks & MARK_SUCCESSION)
		said = joined(s->arena, said, _("of the unit under its former code"), "");
	if (o->published)
		return of_survey(s, t->source, o->published);
	if (o->numerator)
		return joined(s->arena, said, _("computed from two figures"), "");
	return joined(s->arena, said, o->source.file_name, day);
}

static int
of_indicator(const struct sourcing *s, const struct target_course *c, int year, const char **out,
	struct error *err)
{
	const struct target *t = c->target;
	struct error missing = { .code = ERROR_NONE };
	struct indicator card;
	struct value_origin origin;

	if (indicator_load(s->db, t->indicator, s->arena, &card, &missing)) {
		*out = t->source;
		return missing.code == ERROR_MISSING
			       ? 0
			       : error_set(err, missing.code, "%s", missing.text);
	}
	if (value_origin_load(s->db, s->units, &card, year, c->slot, s->arena, &origin, err))
		return -1;
	*out = of_origin(s, t, &origin);
	return 0;
}

/* Of a year of which something is said; else what the target says of all. */
static int
find_source(const struct sourcing *s, const struct target_course *c, int year, const char **out,
	struct error *err)
{
	const struct target *t = c->target;
	const struct target_point *p = year ? target_point_shown(c, year) : NULL;

	*out = t->source;
	if (p && p->corrected)
		*out = joined(
			s->arena, t->source, target_correction_text(p->corrected, s->arena), "");
	else if (year && t->indicator[0])
		return of_indicator(s, c, year, out, err);
	else if (p && p->reading)
		*out = of_reading(s, t, p->reading);
	return 0;
}

int
round_state_sources(struct db *db, const struct unit_table *units, struct arena *arena,
	struct round_state *state, struct error *err)
{
	struct arena scratch = { 0 }; /* what a card and its origin hold besides */
	const struct sourcing s = { db, units, &scratch };
	int failed = 0;

	for (int i = 0; !failed && i < state->figure_count && !state->frozen; i++) {
		struct round_figure *f = &state->figures[i];

		failed = find_source(&s, f->course, f->as.value_year, &f->source, err);
		if (!failed)
			f->source = arena_string(arena, f->source);
		arena_clear(&scratch);
	}
	arena_release(&scratch);
	return failed;
}

/* ---- year by year ---- */

/* NULL = the figure has no value in the year. */
static int
source_in(const struct sourcing *s, const struct round_state *state, const struct round_figure *f,
	int year, const char **out, struct error *err)
{
	const struct target_point *p = target_point_shown(f->course, year);

	*out = NULL;
	if (state->frozen && year == f->as.value_year)
		*out = f->source;
	else if (p && !isnan(p->value))
		return find_source(s, f->course, year, out, err);
	else if (!p && year == f->base_year && !isnan(f->base))
		*out = joined(s->arena, f->course->target->source,
			_("base, as the strategy says it"), "");
	return 0;
}

int
round_figure_sources(struct db *db, const struct unit_table *units, const struct round_state *state,
	const struct round_figure *figure, int first, struct arena *arena,
	struct round_source **list, int *count, struct error *err)
{
	struct arena scratch = { 0 };
	const struct sourcing s = { db, units, &scratch };
	int last = state->course.year, failed = 0;

	*count = 0;
	*list = arena_array(arena, (size_t)(last - first + 1), sizeof **list);
	for (int year = first; !failed && year <= last; year++) {
		struct round_source *before = *count ? &(*list)[*count - 1] : NULL;
		const char *text = NULL;

		failed = source_in(&s, state, figure, year, &text, err);
		if (!failed && text && before && strcmp(before->text, text) == 0)
			before->last = year;
		else if (!failed && text)
			(*list)[(*count)++] =
				(struct round_source){ year, year, arena_string(arena, text) };
		arena_clear(&scratch);
	}
	arena_release(&scratch);
	return failed;
}
