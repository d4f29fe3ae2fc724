/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What conclusions rest on: the figures that were seen when they were drawn, and what was found. */
#include "config.h"

#include "model/plans/conclusion.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "model/indicators/flag.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/results/published.h"

#include <math.h>
#include <string.h>

static const char *const evidence_names[] = { "indicator", "decisions", "organisation", "text" };

/* What is done to the evidence of a card. */
struct touching {
	int64_t conclusion;
	int position;
	enum evidence_kind kind;
	const char *text;
	const struct group_sheet *sheet;
	const struct sheet_row *row;
	int slot; /* whose conclusion it is: read inside the transaction */
};

int
evidence_list(struct db *db, int64_t conclusion, struct arena *arena, struct evidence **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_EVIDENCE_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, conclusion);
	while (db_next(q)) {
		struct evidence *e;

		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		e = &(*list)[(*count)++];
		*e = (struct evidence){ .position = (int)db_int(q, 0),
			.kind = EVIDENCE_TEXT,
			.indicator = arena_string(arena, db_text(q, 2)),
			.decimals = (int)db_int(q, 3),
			.year = (int)db_int(q, 4),
			.value = db_double_or_nan(q, 5),
			.mean = db_double_or_nan(q, 6),
			.median = db_double_or_nan(q, 7),
			.best = db_double_or_nan(q, 8),
			.best_slot = (int)db_int(q, 9),
			.with_data = (int)db_int(q, 10),
			.members = (int)db_int(q, 11),
			.text = arena_string(arena, db_text(q, 12)),
			.frozen_at = arena_string(arena, db_text(q, 13)) };
		for (int i = 0; i < EVIDENCE_TEXT; i++)
			if (strcmp(evidence_names[i], db_text(q, 1)) == 0)
				e->kind = (enum evidence_kind)i;
	}
	return db_end(q);
}

/* The first of those marked best; -1 = none. */
static int
best_member(const struct group_sheet *sheet, const struct sheet_row *row)
{
	for (int i = 0; i < sheet->member_count; i++)
		if (row->cells[i].best)
			return i;
	return -1;
}

/* Figures of the conclusion's own unit beside those of the group. */
static void
bind_figures(struct stmt *q, const struct touching *t)
{
	const struct sheet_row *row = t->row;
	int best = best_member(t->sheet, row), own = -1;

	for (int i = 0; i < t->sheet->member_count; i++)
		if (t->sheet->members[i].slot == t->slot)
			own = i;
	db_bind_int(q, 3, row->indicator->id);
	db_bind_int(q, 4, t->sheet->year);
	if (own >= 0 && !flag_missing(row->cells[own].flag) && !row->cells[own].draft)
		db_bind_double(q, 5, row->cells[own].value);
	if (row->group.n) {
		db_bind_double(
			q, 6, isnan(row->ratio_of_sums) ? row->group.mean : row->ratio_of_sums);
		db_bind_double(q, 7, row->group.median);
	}
	if (best >= 0) {
		db_bind_double(q, 8, row->cells[best].value);
		db_bind_int(q, 9, t->sheet->members[best].slot);
	}
	db_bind_int(q, 10, row->group.n);
	db_bind_int(q, 11, t->sheet->member_count);
}

static int
raise(struct db *db, int64_t conclusion, struct error *err)
{
	struct stmt *q = db_start(db, Q_CONCLUSION_RAISE, err);

	db_bind_int(q, 1, conclusion);
	return db_run(q, NULL);
}

static void
bind_evidence(struct stmt *q, const struct touching *t)
{
	db_bind_int(q, 1, t->conclusion);
	db_bind_text(q, 2, evidence_names[t->kind]);
	for (int i = 3; i <= 9; i++)
		db_bind_null(q, i);
	db_bind_int(q, 10, 0);
	db_bind_int(q, 11, 0);
	if (t->row)
		bind_figures(q, t);
	db_bind_text(q, 12, t->text);
}

/* Figures that changed since are new evidence. */
static int
check_new(struct db *db, const struct touching *t, struct error *err)
{
	struct stmt *q = db_start(db, Q_EVIDENCE_SAME, err);
	int position;

	bind_evidence(q, t);
	position = db_next(q) ? (int)db_int(q, 0) : 0;
	if (db_end(q) < 0)
		return -1;
	return position ? error_set(err, ERROR_INPUT,
				  _("This is evidence %d of the conclusion already."), position)
			: 0;
}

static int
add(struct db *db, void *context, struct error *err)
{
	struct touching *t = context;
	struct stmt *q;
	char now[32];

	if (conclusion_own(db, t->conclusion, &t->slot, err) || check_new(db, t, err))
		return -1;
	q = db_start(db, Q_EVIDENCE_INSERT, err);
	bind_evidence(q, t);
	db_bind_text(q, 13, clock_now_utc(now, sizeof now));
	if (db_run(q, NULL) < 0)
		return -1;
	return raise(db, t->conclusion, err);
}

/* ---- where figures come from ---- */

struct said { /* written with own figures */
	const char *source, *member; /* the first that wrote it */
	bool several;                /* others wrote the same */
	struct said *next;
};

struct sources {
	struct arena *arena;
	const char *member; /* whose figure is read */
	struct said *said;
	const char *list; /* each once, with commas */
	int offices;      /* whose own figures say nothing of their source: named behind the list */
};

static void
add_source(struct sources *s, const char *source)
{
	size_t length = strlen(source);

	for (const char *at = s->list; length && (at = strstr(at, source)); at += length)
		if ((at == s->list || at[-1] == ' ') && (!at[length] || at[length] == ','))
			return;
	if (length)
		s->list = arena_format(s->arena, "%s%s%s", s->list, s->list[0] ? ", " : "", source);
}

static void
add_said(struct sources *s, const char *source)
{
	struct said **at = &s->said;

	while (*at && strcmp((*at)->source, source) != 0)
		at = &(*at)->next;
	if (*at) {
		(*at)->several |= strcmp((*at)->member, s->member) != 0;
		return;
	}
	*at = arena_new(s->arena, sizeof **at);
	**at = (struct said){ .source = arena_string(s->arena, source), .member = s->member };
}

/* What one member wrote stands with its name: beside another's figure it would be taken for its
 * source. */
static void
list_said(struct sources *s)
{
	for (const struct said *w = s->said; w; w = w->next)
		if (w->several)
			add_source(s, w->source);
	for (const struct said *w = s->said; w; w = w->next)
		if (!w->several)
			add_source(s, arena_format(s->arena, "%s: %s", w->member, w->source));
}

static bool
unsaid(const struct value_origin *o)
{
	return o && !flag_missing(o->flag) &&
	       (o->source.unsaid || unsaid(o->numerator) || unsaid(o->denominator));
}

static void
add_told(struct sources *s, const struct value_origin *o)
{
	if (o->source.import_id && !strcmp(o->indicator.series_origin, "bdl"))
		add_source(s,
			arena_format(s->arena, "%s P%s", o->source.source, o->indicator.subgroup));
	else if (o->indicator.kind == INDICATOR_OWN && !o->published && o->source.source[0])
		add_said(s, o->source.source);
	else
		add_source(s, o->published ? o->published->survey_name : o->source.source);
}

/* Of a derived figure those of its parts. */
static void
add_origin(struct sources *s, const struct value_origin *o)
{
	if (!o || flag_missing(o->flag))
		return;
	if (!o->source.unsaid) /* else of one office or of several: known when all are read */
		add_told(s, o);
	add_origin(s, o->numerator);
	add_origin(s, o->denominator);
}

/* What gave the members' figures of a row: a card can name several sources. Where it is not known,
 * what the card says. */
static int
find_sources(struct db *db, const struct group_sheet *sheet, const struct sheet_row *row,
	struct sources *out, struct error *err)
{
	struct unit_table units;
	int failed = 0;

	if (unit_table_load(db, &units, err))
		return -1;
	for (int i = 0; i < sheet->member_count && !failed; i++) {
		const struct sheet_cell *cell = &row->cells[i];
		struct value_origin origin;

		if (flag_missing(cell->flag) || cell->draft)
			continue;
		failed = value_origin_load(db, &units, row->indicator, sheet->year, cell->from,
			out->arena, &origin, err);
		if (!failed) {
			out->member = sheet->members[i].label;
			add_origin(out, &origin);
			out->offices += unsaid(&origin);
		}
	}
	unit_table_release(&units);
	list_said(out);
	if (out->offices == 1)
		add_source(out, _("own figures of the office"));
	else if (out->offices)
		add_source(out, arena_format(out->arena,
					P_("own figures of %d office", "own figures of %d offices",
						out->offices),
					out->offices));
	if (!out->list[0])
		out->list = row->indicator->source;
	return failed;
}

/* "; still drafts, left out: Adamów, Żarów" or "". */
static const char *
drafts_of(const struct group_sheet *sheet, const struct sheet_row *row, struct arena *arena)
{
	const char *names = "";

	for (int i = 0; i < sheet->member_count; i++)
		if (row->cells[i].draft)
			names = arena_format(arena, "%s%s%s", names, names[0] ? ", " : "",
				sheet->members[i].label);
	return names[0] ? arena_format(arena, _("; still drafts, left out: %s"), names) : "";
}

/* There is no figure that counts. */
static int
refuse_none(const struct indicator *card, int year, bool drafts, struct error *err)
{
	if (drafts)
		return error_set(err, ERROR_INPUT,
			_("The figures of %s in %d are drafts: no member has handed its sheet in. "
			  "Let one be handed in first, or choose another year or indicator."),
			card->code, year);
	return error_set(err, ERROR_INPUT,
		_("No member of the group has a figure of %s in %d, so there is nothing to keep as "
		  "evidence. Choose another year or indicator."),
		card->code, year);
}

int
evidence_freeze(struct db *db, int64_t conclusion, const struct group_sheet *sheet, int row,
	struct error *err)
{
	const struct db_act act = { .action = "conclusion.evidence", .entity = "conclusion" };
	const struct indicator *card = sheet->rows[row].indicator;
	struct arena arena = { 0 };
	struct sources from = { .arena = &arena, .list = "" };
	bool made_up = false;
	const char *drafts;
	struct touching t = { .conclusion = conclusion,
		.kind = EVIDENCE_INDICATOR,
		.sheet = sheet,
		.row = &sheet->rows[row] };
	int failed;

	drafts = drafts_of(sheet, t.row, &arena);
	if (!t.row->group.n) {
		failed = refuse_none(card, sheet->year, drafts[0], err);
		arena_release(&arena);
		return failed;
	}
	for (int i = 0; i < sheet->member_count; i++)
		made_up |= sheet->rows[row].cells[i].made_up;
	if (find_sources(db, sheet, t.row, &from, err)) {
		arena_release(&arena);
		return -1;
	}
	t.text = arena_format(&arena, "%s%s%s%s%s%s%s%s%s%s%s", made_up ? _("made-up data") : "",
		made_up ? ": " : "", card->name, card->measure[0] ? " (" : "", card->measure,
		card->measure[0] ? ")" : "", from.list[0] ? "; " : "", from.list,
		isnan(t.row->ratio_of_sums) ? "" : "; ",
		isnan(t.row->ratio_of_sums)
			? ""
			: _("mean: the sum of numerators by the sum of denominators"),
		drafts);
	failed = db_write(db, &act, add, &t, err);
	arena_release(&arena);
	return failed;
}

int
evidence_write(struct db *db, int64_t conclusion, enum evidence_kind kind, const char *text,
	struct error *err)
{
	const struct db_act act = { .action = "conclusion.evidence", .entity = "conclusion" };
	struct touching t = { .conclusion = conclusion, .kind = kind, .text = text };

	if (!text[0])
		return error_set(err, ERROR_INPUT, _("Write what was found, in a sentence."));
	if (kept_lines_check(text, 0, err) < 0 ||
		kept_fits(text, EVIDENCE_TEXT_SIZE, 0, _("What was found"), err) < 0)
		return -1;
	return db_write(db, &act, add, &t, err);
}

static int
take_out(struct db *db, void *context, struct error *err)
{
	struct touching *t = context;
	struct stmt *q;
	int64_t changed;

	if (conclusion_own(db, t->conclusion, &t->slot, err))
		return -1;
	q = db_start(db, Q_EVIDENCE_DELETE, err);
	db_bind_int(q, 1, t->conclusion);
	db_bind_int(q, 2, t->position);
	if (db_run(q, &changed) < 0)
		return -1;
	if (changed == 0)
		return error_set(err, ERROR_MISSING, _("This evidence is gone already."));
	return raise(db, t->conclusion, err);
}

int
evidence_remove(struct db *db, int64_t conclusion, int position, struct error *err)
{
	const struct db_act act = { .action = "conclusion.evidence", .entity = "conclusion" };
	struct touching t = { .conclusion = conclusion, .position = position };

	return db_write(db, &act, take_out, &t, err);
}
