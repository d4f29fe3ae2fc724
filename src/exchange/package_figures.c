/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards and values that go with a package, as the files that anybody can import. */
#include "config.h"

#include "exchange/package_parts.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/indicators/value.h"
#include "model/units/unit_city.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FORMULA_DEPTH = 8 };

struct figures_out {
	struct db *db;
	const struct unit_table *units;
	struct output *catalogue, *values;
	struct package_summary *summary;
	struct arena arena;
	const char *until; /* last day of the member that gets it; "" = it is one */
	bool *member;      /* by slot; those who were count too */
	int64_t *written;  /* cards */
	int written_count;
	size_t written_room;
	bool made_up;
	const struct progress *progress;
	struct error *err;
};

/* ---- cards ---- */

/* Quoted; what an importer would refuse becomes a blank. */
static void
put_text(struct output *out, const char *text, bool last)
{
	char clean[2048];

	text_copy(clean, sizeof(clean) > 2000 ? 2000 : sizeof(clean), text ? text : "");
	output_puts(out, "\"");
	for (size_t i = 0; clean[i]; i++) {
		if (clean[i] == '"')
			output_puts(out, "\"\"");
		else
			output_write(out, (unsigned char)clean[i] < 32 ? " " : clean + i, 1);
	}
	output_puts(out, last ? "\"\n" : "\";");
}

static void
put_number(struct output *out, double value, bool there)
{
	if (there)
		output_printf(out, "%.15g", value);
	output_puts(out, ";");
}

static void
put_card(struct figures_out *f, const struct indicator *i)
{
	struct output *out = f->catalogue;
	const char *const texts[] = { i->code, i->name, i->measure, i->numerator, i->denominator };
	const char *const more[] = { i->service, i->dimension, i->level, i->source, i->frequency,
		i->note, i->definition };

	for (size_t t = 0; t < sizeof(texts) / sizeof(texts[0]); t++)
		put_text(out, texts[t], false);
	put_number(out, i->multiplier, true);
	output_printf(out, "%d;%c;", i->decimals > 6 ? 6 : i->decimals, i->direction);
	for (size_t t = 0; t < sizeof(more) / sizeof(more[0]); t++)
		put_text(out, more[t], false);
	put_number(out, i->wanted_low, i->has_wanted);
	put_number(out, i->wanted_high, i->has_wanted);
	put_text(out, i->kind == INDICATOR_DERIVED ? i->numerator_code : "", false);
	put_text(out, i->kind == INDICATOR_DERIVED ? i->denominator_code : "", false);
	put_text(out,
		i->kind == INDICATOR_OWN      ? "own"
		: i->kind == INDICATOR_SURVEY ? "survey"
					      : "",
		true);
	f->summary->cards++;
}

static bool
card_written(struct figures_out *f, int64_t id)
{
	for (int i = 0; i < f->written_count; i++)
		if (f->written[i] == id)
			return true;
	f->written = arena_grow(&f->arena, f->written, (size_t)f->written_count, &f->written_room,
		sizeof(*f->written));
	f->written[f->written_count++] = id;
	return false;
}

/* ---- values ---- */

static int
mark_members(struct figures_out *f, int64_t group)
{
	struct exchange_member *list;
	int count;

	f->member = arena_array(&f->arena, (size_t)f->units->slots + 1, sizeof(*f->member));
	if (exchange_member_list(f->db, group, NULL, &f->arena, &list, &count, f->err) < 0)
		return -1;
	for (int i = 0; i < count; i++) {
		if (f->until[0] && strcmp(list[i].joined_on, f->until) > 0)
			continue;
		f->member[list[i].slot] = true;
		f->member[unit_city_twin(f->units, list[i].slot)] = true;
	}
	return 0;
}

static void
put_value(struct figures_out *f, const struct unit *unit, const struct indicator *i, int year,
	double value, int decimals, unsigned char flag)
{
	output_printf(f->values, "%s;%s;%d;", unit->code, i->code, year);
	if (!flag_missing(flag))
		output_printf(f->values, "%.*f", decimals, value);
	output_printf(f->values, ";%s\n", flag_meaning(flag)->symbol);
	f->summary->values++;
}

/* everybody: of units outside the group, too. */
static int
put_year(struct figures_out *f, const struct indicator *i, int year, bool everybody,
	struct vector *v)
{
	if (value_load(f->db, i, year, v, NULL, f->err) < 0)
		return -1;
	for (int s = 0; s < v->slots; s++) {
		const struct unit *unit = unit_by_slot(f->units, s);

		if (v->flag[s] != FLAG_ABSENT && v->flag[s] != FLAG_DRAFT && unit &&
			(everybody || f->member[s]))
			put_value(f, unit, i, year, v->value[s], v->decimals, v->flag[s]);
	}
	return 0;
}

/* What the statistical office publishes goes whole, for means of the country or of a type of units;
 * what offices told, of the group's units alone. */
static int
put_values(struct figures_out *f, const struct indicator *i)
{
	struct vector v;
	int *years, count, result = 0;
	bool everybody;

	f->made_up |= i->made_up;
	if (value_years(f->db, i, &f->arena, &years, &count, f->err) < 0 ||
		package_is_public(f->db, i->id, &everybody, f->err) < 0)
		return -1;
	vector_new(&v, f->units->slots);
	for (int y = 0; y < count && result == 0; y++) {
		if (f->until[0] && !everybody && years[y] > atoi(f->until))
			continue;
		result = put_year(f, i, years[y], everybody, &v);
		if (result == 0 && progress_step(f->progress, 0, _("Writing values")))
			result = error_set(f->err, ERROR_CANCEL,
				_("Stopped at your wish; nothing was written."));
	}
	vector_release(&v);
	return result;
}

/* The card, what it is computed from before it, and, where wanted, what they say. */
static int
put_indicator(struct figures_out *f, int64_t id, bool with_values, int depth)
{
	struct indicator i;

	if (card_written(f, id))
		return 0;
	if (indicator_load_id(f->db, id, &f->arena, &i, f->err) < 0)
		return -1;
	if (i.kind == INDICATOR_DERIVED && depth > 0 &&
		(put_indicator(f, i.numerator_id, with_values, depth - 1) < 0 ||
			put_indicator(f, i.denominator_id, with_values, depth - 1) < 0))
		return -1;
	put_card(f, &i);
	return with_values && (i.kind == INDICATOR_PUBLISHED || i.kind == INDICATOR_SURVEY)
		       ? put_values(f, &i)
		       : 0;
}

static int
put_compared(struct figures_out *f, int64_t group)
{
	int64_t *list;
	int count;

	if (mark_members(f, group) < 0 ||
		package_compared(f->db, group, &f->arena, &list, &count, f->err) < 0)
		return -1;
	for (int i = 0; i < count; i++)
		if (put_indicator(f, list[i], true, FORMULA_DEPTH) < 0)
			return -1;
	return 0;
}

/* Results as they were published: what is hidden stays hidden. */
static int
put_published(struct figures_out *f, int64_t group, int slot)
{
	const struct unit *unit = unit_by_slot(f->units, slot);
	struct package_result *list;
	int count;

	if (!unit)
		return 0;
	if (package_published(f->db, group, slot, &f->arena, &list, &count, f->err) < 0)
		return -1;
	for (int k = 0; k < count; k++) {
		const struct package_result *r = &list[k];
		struct indicator i;

		if (indicator_load_id(f->db, r->indicator, &f->arena, &i, f->err) < 0)
			return -1;
		if (!card_written(f, i.id))
			put_card(f, &i);
		put_value(f, unit, &i, r->year, r->value, i.decimals, r->flag);
	}
	return 0;
}

/* Results that stay are not left out in silence. */
static int
tell_results(struct figures_out *f, int64_t group, int slot, const char **text)
{
	const char *codes, *service;

	if (package_not_sent(f->db, group, slot, unit_city_twin(f->units, slot), &f->arena, &codes,
		    &service, f->err) < 0)
		return -1;
	if (codes[0])
		*text = arena_format(&f->arena,
			_("Published here and not sent, because it is neither a row of the group "
			  "nor of its service: %s. To send it, give the card the service of the "
			  "group (menu 5 5, service=%s) and write the package again."),
			codes, service);
	return 0;
}

/* Nor own figures beside the sheets. */
static const char *
tell_drafts(struct figures_out *f, const struct package_staying *drafts)
{
	return drafts->count ? arena_format(&f->arena,
				       _("Own figures that stay here, because only draft sheets "
					 "ask for them: %s. They go along once such a sheet is "
					 "handed in (menu 2 5)."),
				       drafts->names)
			     : "";
}

static const char *
tell_keyed(struct figures_out *f, const struct package_staying *keyed)
{
	return keyed->count
		       ? arena_format(&f->arena,
				 _("Own figures of members that were keyed here and stay here, "
				   "because no data sheet of the group holds them: %s. They go "
				   "along once they are handed in with a data sheet of their year "
				   "(menu 2 5)."),
				 keyed->names)
		       : "";
}

/* Nor sheets that were handed in once and are being changed. */
static const char *
tell_reworked(struct figures_out *f, const struct package_staying *reworked)
{
	return reworked->count
		       ? arena_format(&f->arena,
				 P_("The data sheet of %s is being corrected and not handed in "
				    "again: it stays here with its answers, and there stands "
				    "what was handed in. Hand it in (menu 2 5) and write the "
				    "package again.",
					 "The data sheets of %s are being corrected and not handed "
					 "in again: they stay here with their answers, and there "
					 "stands what was handed in. Hand them in (menu 2 5) and "
					 "write the package again.",
					 (unsigned long)reworked->count),
				 reworked->names)
		       : "";
}

/* Rows of a member about other units, too. */
static const char *
tell_others(struct figures_out *f, int others)
{
	return others ? arena_format(&f->arena,
				P_("%d entry about another unit stays here: a package says only "
				   "what is of this office's own unit (menu 8 8).",
					"%d entries about other units stay here: a package says "
					"only what is of this office's own unit (menu 8 8).",
					(unsigned long)others),
				others)
		      : "";
}

static int
tell_stays(struct figures_out *f, int64_t group, bool lead, int slot,
	const struct package_rows *rows)
{
	const char *texts[] = { "", tell_reworked(f, &rows->reworked),
		tell_drafts(f, &rows->drafts), tell_keyed(f, &rows->keyed),
		tell_others(f, rows->others) };
	const char *all = "";

	if (!lead && tell_results(f, group, slot, &texts[0]) < 0)
		return -1;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		all = arena_format(
			&f->arena, "%s%s%s", all, all[0] && texts[i][0] ? "\n" : "", texts[i]);
	text_copy(f->summary->stays, sizeof(f->summary->stays), all);
	return 0;
}

static int
put_codes(struct figures_out *f, const char *const *codes, int count)
{
	for (int i = 0; i < count; i++) {
		struct indicator card;

		if (indicator_load(f->db, codes[i], &f->arena, &card, f->err) < 0 ||
			put_indicator(f, card.id, false, FORMULA_DEPTH) < 0)
			return -1;
	}
	return 0;
}

int
package_figures(struct db *db, const struct exchange_group *group, const char *until, bool lead,
	int slot, const struct unit_table *units, const struct package_rows *rows,
	const char *const *codes, int count,
	struct output *catalogue, struct output *values, struct package_summary *summary,
	bool *made_up, const struct progress *progress, struct error *err)
{
	struct figures_out f = { .db = db,
		.units = units,
		.until = until,
		.catalogue = catalogue,
		.values = values,
		.summary = summary,
		.progress = progress,
		.err = err };
	int result;

	output_puts(catalogue, "code;name;unit;numerator;denominator;multiplier;decimals;direction;"
			       "service;dimension;level;source;frequency;note;definition;"
			       "wanted_low;wanted_high;formula_numerator;formula_denominator;"
			       "kind\n");
	output_puts(values, "unit;indicator;year;value;flag\n");
	result = lead ? put_compared(&f, group->id) : put_published(&f, group->id, slot);
	if (result == 0 && !lead)
		result = put_published(&f, group->id, unit_city_twin(units, slot));
	if (result == 0)
		result = tell_stays(&f, group->id, lead, slot, rows);
	if (result == 0)
		result = put_codes(&f, codes, count);
	*made_up = f.made_up;
	arena_release(&f.arena);
	return result;
}
