/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chapter on the strategy in the report on the state of a gmina, a powiat or a voivodeship. */
#include "config.h"

#include "base/date.h"
#include "base/i18n.h"
#include "model/authority.h"
#include "report/monitoring_report_parts.h"

/* A city with powiat rights is a gmina and reports as one. */
static bool
is_powiat(const struct unit *unit)
{
	return unit && unit->level == LEVEL_POWIAT && !unit->city;
}

static bool
is_voivodeship(const struct unit *unit)
{
	return unit && unit->level == LEVEL_VOIVODESHIP;
}

static const char *
title_of(const struct monitoring_writing *w)
{
	const char *name = w->unit ? w->unit->label : "";

	if (is_powiat(w->unit))
		return arena_format(w->arena,
			_("Report on the state of the powiat for %d (%s): strategy"), w->year,
			name);
	if (is_voivodeship(w->unit))
		return arena_format(w->arena,
			_("Report on the state of the voivodeship for %d (%s): strategy"), w->year,
			name);
	return arena_format(w->arena, _("Report on the state of the gmina for %d (%s): strategy"),
		w->year, name);
}

static const char *
basis_of(const struct unit *unit)
{
	if (is_powiat(unit))
		return _("art. 30a of the act on powiat self-government");
	if (is_voivodeship(unit))
		return _("art. 34a of the act on voivodeship self-government");
	return _("art. 28aa of the act on municipal self-government");
}

/* To whom and by whom it goes is said anew at every print; all else as it was approved. */
static void
addressees(const struct monitoring_writing *w)
{
	document_fact(w->d, _("Laid before"), authority_council(w->r->office, w->unit));
	document_fact(w->d, _("Laid by"), authority_executive(w->r->office, w->unit));
}

static int
title_page(const struct monitoring_writing *w, struct error *err)
{
	const struct strategy *s = &w->state->course.strategy;
	char day[32];

	document_fact(w->d, _("Legal basis"), basis_of(w->unit));
	document_fact(
		w->d, _("Due by"), date_format(day, sizeof day, round_state_report_day(w->year)));
	document_fact(w->d, _("Strategy"), s->name);
	if (monitoring_partners(w, err))
		return -1;
	document_fact(w->d, _("Resolution"), s->resolution);
	document_fact(w->d, _("Monitoring report"),
		w->state->round.approved_on[0]
			? arena_format(w->arena, _("approved %s"),
				  date_shown(w->arena, w->state->round.approved_on))
			: _("draft, not approved yet"));
	if (s->made_up)
		document_fact(w->d, _("Remark"), _("Made-up data of the demonstration"));
	return 0;
}

static void
put_addressees_first(const struct monitoring_writing *w)
{
	const struct document_fact *facts = w->d->facts;
	size_t count = w->d->fact_count;

	w->d->facts = NULL;
	w->d->fact_count = w->d->fact_room = 0;
	addressees(w);
	for (size_t i = 0; i < count; i++)
		document_fact(w->d, facts[i].name, facts[i].text);
}

int
state_report_fill(const struct monitoring_writing *w, struct error *err)
{
	document_start(w->d, w->arena, title_of(w));
	w->d->fonts = w->r->fonts;
	document_above(w->d, office_letterhead(w->r->office, w->arena));
	if (title_page(w, err) || monitoring_summary(w, err))
		return -1;
	document_heading(w->d, 1, _("Indicators of the strategy"));
	monitoring_indicators(w);
	if (monitoring_tasks(w, err) || monitoring_deviations(w, err) || monitoring_changes(w, err))
		return -1;
	return monitoring_corrections(w, err);
}

int
state_report_build(const struct monitoring_report *r, int64_t strategy, int year,
	struct arena *arena, struct document *d, struct error *err)
{
	struct round_state state;
	struct monitoring_writing w;
	bool kept;

	if (monitoring_open(r, strategy, year, arena, d, &state, &w, err) ||
		monitoring_kept(&w, ROUND_PAPER_CHAPTER, &kept, err) ||
		(!kept && state_report_fill(&w, err)))
		return -1;
	put_addressees_first(&w);
	return 0;
}
