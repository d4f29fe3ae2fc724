/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evidence of problems, factors and judgements: copied when it is added, never recomputed. */
#include "config.h"

#include "model/diagnosis/strategic_evidence.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "model/deleted_line.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/word.h"

#include <math.h>
#include <stdio.h>

static const struct word kinds[STRATEGIC_KINDS] = {
	[STRATEGIC_INDICATOR] = { "indicator", N_("indicator") },
	[STRATEGIC_SURVEY] = { "survey", N_("survey result") },
	[STRATEGIC_DECISIONS] = { "decisions", N_("data on decisions") },
	[STRATEGIC_DOCUMENT] = { "document", N_("document") },
	[STRATEGIC_TEXT] = { "text", N_("other") },
};

const char *
strategic_kind_name(enum strategic_kind k)
{
	return kinds[k].name;
}

const char *
strategic_kind_label(enum strategic_kind k)
{
	return _(kinds[k].label);
}

/* ---- reading ---- */

static int
read_all(struct stmt *q, struct arena *arena, struct strategic_evidence **list, int *count)
{
	size_t room = 0;

	*list = NULL;
	*count = 0;
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		(*list)[(*count)++] = (struct strategic_evidence){ .id = db_int(q, 0),
			.owner = { db_int(q, 1), db_int(q, 2), db_int(q, 3), (int)db_int(q, 4) },
			.kind = (enum strategic_kind)word_find(
				kinds, STRATEGIC_KINDS, db_text(q, 5), STRATEGIC_TEXT),
			.indicator = kept_string(arena, db_text(q, 6)),
			.slot = (int)db_int(q, 7),
			.year = (int)db_int(q, 8),
			.decimals = (int)db_int(q, 9),
			.value = db_double_or_nan(q, 10),
			.mean = db_double_or_nan(q, 11),
			.level = db_double_or_nan(q, 12),
			.change = db_double_or_nan(q, 13),
			.n = (int)db_int(q, 14),
			.peers = kept_string(arena, db_text(q, 15)),
			.text = kept_string(arena, db_text(q, 16)),
			.frozen_at = arena_string(arena, db_text(q, 17)) };
	}
	return db_end(q);
}

int
strategic_evidence_list(struct db *db, const struct strategic_owner *owner, struct arena *arena,
	struct strategic_evidence **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_STRATEGIC_EVIDENCE_LIST, err);

	db_bind_int(q, 1, owner->problem);
	db_bind_int(q, 2, owner->factor);
	db_bind_int(q, 3, owner->evaluation);
	db_bind_int(q, 4, owner->question);
	return read_all(q, arena, list, count);
}

int
strategic_evidence_of_swot(struct db *db, int64_t swot, struct arena *arena,
	struct strategic_evidence **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_STRATEGIC_EVIDENCE_OF_SWOT, err);

	db_bind_int(q, 1, swot);
	return read_all(q, arena, list, count);
}

/* ---- adding ---- */

static void
bind_what(struct stmt *q, const struct strategic_evidence *e)
{
	db_bind_int_or_null(q, 1, e->owner.problem);
	db_bind_int_or_null(q, 2, e->owner.factor);
	db_bind_int_or_null(q, 3, e->owner.evaluation);
	db_bind_int_or_null(q, 4, e->owner.question);
	db_bind_text(q, 5, kinds[e->kind].name);
	db_bind_text(q, 6, e->indicator ? e->indicator : "");
	db_bind_int_or_null(q, 7, e->slot);
	db_bind_int(q, 8, e->year);
}

int
strategic_evidence_put(struct db *db, struct strategic_evidence *e, struct error *err)
{
	struct stmt *q = db_start(db, Q_STRATEGIC_EVIDENCE_INSERT, err);
	char now[32];

	bind_what(q, e);
	db_bind_int(q, 9, e->decimals);
	db_bind_double_or_null(q, 10, e->value);
	db_bind_double_or_null(q, 11, e->mean);
	db_bind_double_or_null(q, 12, e->level);
	db_bind_double_or_null(q, 13, e->change);
	db_bind_int(q, 14, e->n);
	db_bind_text(q, 15, e->peers ? e->peers : "");
	db_bind_text(q, 16, e->text ? e->text : "");
	db_bind_text(q, 17, clock_now_utc(now, sizeof now));
	if (db_run(q, NULL) < 0)
		return -1;
	e->id = db_last_id(db);
	return 0;
}

void
strategic_evidence_fill(struct strategic_evidence *e, const struct diagnosis *question,
	const struct diagnosis_row *row, const char *peers, struct arena *arena)
{
	const struct indicator *card = row->indicator;
	const struct diagnosis asked = diagnosis_settled(question);
	struct strategic_owner owner = e->owner;
	char method[160];

	snprintf(method, sizeof method, _("%s, change %d-%d"), standard_method_label(asked.method),
		asked.year - asked.years + 1, asked.year);

	*e = (struct strategic_evidence){ .owner = owner,
		.kind = card->kind == INDICATOR_SURVEY ? STRATEGIC_SURVEY : STRATEGIC_INDICATOR,
		.indicator = card->code,
		.slot = question->slot,
		.year = question->year,
		.decimals = card->decimals,
		.value = row->value,
		.mean = row->group.n ? row->group.mean : NAN,
		.level = row->level,
		.change = row->change,
		.n = row->group.n,
		.peers = peers,
		.text = arena_format(arena, "%s%s%s%s%s%s; %s", card->name,
			card->measure[0] ? " [" : "", card->measure, card->measure[0] ? "]" : "",
			card->source[0] ? "; " : "", card->source, method),
		.frozen_at = "" };
}

int
strategic_evidence_look(struct db *db, const struct unit_table *units,
	const struct diagnosis *question, const char *indicator, struct arena *arena,
	struct strategic_evidence *e, struct error *err)
{
	struct diagnosis_row row;
	struct peers peers;

	if (diagnosis_row_compute(db, units, question, indicator, arena, &row, &peers, err) < 0)
		return -1;
	strategic_evidence_fill(e, question, &row, peers.words, arena);
	return 0;
}

/* ---- one write each ---- */

int
strategic_evidence_raise(struct db *db, const struct strategic_owner *owner, struct error *err)
{
	int query = owner->problem  ? Q_STRATEGIC_EVIDENCE_RAISE_PROBLEM
		    : owner->factor ? Q_STRATEGIC_EVIDENCE_RAISE_SWOT
				    : Q_STRATEGIC_EVIDENCE_RAISE_EVALUATION;
	struct stmt *q = db_start(db, query, err);
	int64_t changed;

	db_bind_int(q, 1,
		owner->problem  ? owner->problem
		: owner->factor ? owner->factor
				: owner->evaluation);
	if (db_run(q, &changed) < 0)
		return -1;
	return changed ? 0
		       : error_set(err, ERROR_MISSING,
				 _("What this evidence speaks for is gone or closed already."));
}

/* Where it stands already, a report would name it twice. */
static int
check_new(struct db *db, const struct strategic_evidence *e, struct error *err)
{
	struct stmt *q = db_start(db, Q_STRATEGIC_EVIDENCE_SAME, err);
	bool there;

	bind_what(q, e);
	db_bind_double_or_null(q, 9, e->value);
	db_bind_double_or_null(q, 10, e->level);
	db_bind_double_or_null(q, 11, e->change);
	db_bind_text(q, 12, e->peers ? e->peers : "");
	db_bind_text(q, 13, e->text ? e->text : "");
	there = db_next(q);
	if (db_end(q) < 0)
		return -1;
	return there ? error_set(err, ERROR_INPUT,
			       _("The same evidence stands here already; nothing was added."))
		     : 0;
}

static int
add(struct db *db, void *context, struct error *err)
{
	struct strategic_evidence *e = context;

	if (strategic_evidence_raise(db, &e->owner, err) < 0 || check_new(db, e, err) < 0 ||
		strategic_evidence_put(db, e, err) < 0)
		return -1;
	db_act_entity(db, e->id);
	return 0;
}

int
strategic_evidence_add(struct db *db, struct strategic_evidence *e, struct error *err)
{
	const struct db_act act = { .action = "strategic_evidence.add",
		.entity = "strategic_evidence",
		.summary = e->indicator && e->indicator[0] ? e->indicator : kinds[e->kind].name };
	bool figures = e->kind == STRATEGIC_INDICATOR || e->kind == STRATEGIC_SURVEY;

	if (kept_text(e->text ? e->text : "", !figures, true, 1, _("Evidence"), err) < 0)
		return -1;
	if (e->indicator && e->indicator[0] && isnan(e->value))
		return error_set(err, ERROR_INPUT,
			_("%s has no value of the unit in %d, so it would say nothing; nothing was "
			  "added."),
			e->indicator, e->year);
	return db_write(db, &act, add, e, err);
}

struct removing {
	int64_t id;
	char summary[DELETED_TEXT_SIZE]; /* of a deletion, for the act */
};

static int
find_owner(struct db *db, int64_t id, struct strategic_owner *owner, struct error *err)
{
	struct stmt *q = db_start(db, Q_STRATEGIC_EVIDENCE_OWNER, err);
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found)
		*owner = (struct strategic_owner){ db_int(q, 0), db_int(q, 1), db_int(q, 2), 0 };
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("This evidence is gone already."));
}

/* As it stood, under its figures in words. */
static int
keep(struct db *db, struct removing *r, const struct strategic_owner *owner, struct error *err)
{
	struct arena arena = { 0 };
	struct strategic_evidence *list;
	struct stmt *q;
	int count, at = 0, failed = strategic_evidence_list(db, owner, &arena, &list, &count, err);

	if (!failed) {
		while (at < count && list[at].id != r->id)
			at++;
		q = deleted_line_start(db, Q_DELETED_EVIDENCE_KEEP,
			at < count ? strategic_evidence_words(&list[at], &arena) : NULL, err);
		db_bind_int(q, 4, r->id);
		failed = deleted_line_keep(db, q, r->summary, err);
	}
	arena_release(&arena);
	return failed;
}

static int
take_away(struct db *db, void *context, struct error *err)
{
	struct removing *r = context;
	struct strategic_owner owner;
	struct stmt *q;

	if (find_owner(db, r->id, &owner, err) || strategic_evidence_raise(db, &owner, err) ||
		keep(db, r, &owner, err))
		return -1;
	q = db_start(db, Q_STRATEGIC_EVIDENCE_DELETE, err);
	db_bind_int(q, 1, r->id);
	db_act_entity(db, r->id);
	return db_run(q, NULL);
}

int
strategic_evidence_remove(struct db *db, int64_t id, struct error *err)
{
	struct removing r = { .id = id };
	const struct db_act act = { .action = "strategic_evidence.remove",
		.entity = "strategic_evidence",
		.summary = r.summary };

	return db_write(db, &act, take_away, &r, err);
}

/* ---- in words ---- */

const char *
strategic_evidence_words(const struct strategic_evidence *e, struct arena *arena)
{
	char value[48], level[32], mean[48], change[32] = "–";

	if (!e->indicator[0])
		return e->text;
	if (isnan(e->value))
		return arena_format(
			arena, _("%s %s, %d: no value"), e->indicator, e->text, e->year);
	number_format(value, sizeof value, e->value, e->decimals);
	if (isnan(e->level))
		return arena_format(arena, "%s %s, %d: %s", e->indicator, e->text, e->year, value);
	number_format(level, sizeof level, e->level, 2);
	number_format(mean, sizeof mean, e->mean, e->decimals);
	if (!isnan(e->change))
		number_format(change, sizeof change, e->change, 2);
	return arena_format(arena, _("%s %s, %d: %s; mean %s, level %s, change %s, n = %d (%s)"),
		e->indicator, e->text, e->year, value, mean, level, change, e->n, e->peers);
}
