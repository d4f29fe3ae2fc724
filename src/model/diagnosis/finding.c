/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings: the computed row is copied as it was seen, with what the expert said of it. */
#include "config.h"

#include "model/diagnosis/finding.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/diagnosis/diagnosis_parts.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/diagnosis/strategic_evidence.h"
#include "model/swot/swot_parts.h"

#include <math.h>
#include <string.h>

int
finding_list(struct db *db, int64_t diagnosis, struct arena *arena, struct finding **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_FINDING_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, diagnosis);
	while (db_next(q)) {
		int standing = standing_from_name(db_text(q, 3));
		struct finding *f;

		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		(*list)[(*count)++] = (struct finding){ .diagnosis = diagnosis,
			.indicator = arena_string(arena, db_text(q, 0)),
			.name = arena_string(arena, db_text(q, 1)),
			.measure = arena_string(arena, db_text(q, 2)),
			.standing = standing < 0 ? STANDING_NONE : (enum standing)standing,
			.confirmed = strcmp(db_text(q, 4), "confirmed") == 0,
			.reason = arena_string(arena, db_text(q, 5)),
			.decimals = (int)db_int(q, 6),
			.value = db_double_or_nan(q, 7),
			.mean = db_double_or_nan(q, 8),
			.sd = db_double_or_nan(q, 9),
			.level = db_double_or_nan(q, 10),
			.change = db_double_or_nan(q, 11),
			.n = (int)db_int(q, 12),
			.missing = (int)db_int(q, 13),
			.peers = arena_string(arena, db_text(q, 14)),
			.login = arena_string(arena, db_text(q, 15)),
			.decided_at = arena_string(arena, db_text(q, 16)) };
		f = &(*list)[*count - 1];
		f->near = strcmp(db_text(q, 17), "z") == 0 &&
			  standing_near(STANDARD_Z, f->level, 0, f->change, 0);
	}
	return db_end(q);
}

const struct finding *
finding_of(const struct finding *list, int count, const char *indicator)
{
	for (int i = 0; i < count; i++)
		if (strcmp(list[i].indicator, indicator) == 0)
			return &list[i];
	return NULL;
}

struct deciding {
	struct diagnosis *question;
	const struct diagnosis_row *row;
	const struct finding *seen;
	const char *peers, *reason, *indicator;
	bool confirmed;
	struct problem *problem; /* made of it; NULL = none */
	int64_t swot;            /* in which it becomes a factor */
	struct swot_factor *factor;
};

static int
raise_diagnosis(struct db *db, struct diagnosis *d, struct error *err)
{
	struct stmt *q = db_start(db, Q_DIAGNOSIS_RAISE, err);
	int64_t changed;

	db_bind_int(q, 1, d->id);
	if (db_run(q, &changed) < 0)
		return -1;
	d->rev++;
	db_act_entity(db, d->id);
	return changed ? 0 : error_set(err, ERROR_MISSING, _("This diagnosis is gone already."));
}

static void
bind_row(struct stmt *q, const struct diagnosis_row *row)
{
	db_bind_text(q, 2, row->indicator->code);
	db_bind_text(q, 3, standing_name(row->standing));
	db_bind_text(q, 6, row->indicator->name);
	db_bind_text(q, 7, row->indicator->measure);
	db_bind_int(q, 8, row->indicator->decimals);
	db_bind_double_or_null(q, 9, row->value);
	db_bind_double_or_null(q, 10, row->group.n ? row->group.mean : NAN);
	db_bind_double_or_null(q, 11, row->group.n > 1 ? row->group.sd : NAN);
	db_bind_double_or_null(q, 12, row->level);
	db_bind_double_or_null(q, 13, row->change);
	db_bind_int(q, 14, row->group.n);
	db_bind_int(q, 15, row->missing);
}

static int
put_evidence(struct db *db, const struct deciding *d, const struct strategic_owner *owner,
	struct error *err)
{
	struct strategic_evidence e = { .owner = *owner };
	struct arena arena = { 0 };
	int result;

	strategic_evidence_fill(&e, d->question, d->row, d->peers, &arena);
	result = strategic_evidence_put(db, &e, err);
	arena_release(&arena);
	return result;
}

/* A second press of the key is no second problem; no indicator is problem and driver at once. */
static int
check_written(struct db *db, const struct deciding *d, struct error *err)
{
	struct stmt *q = db_start(db, Q_FINDING_PROBLEM, err);
	struct error twice = { .code = ERROR_NONE };

	db_bind_int(q, 1, d->problem->slot);
	db_bind_int(q, 2, d->problem->year);
	db_bind_text(q, 3, d->row->indicator->code);
	if (db_next(q))
		error_set(&twice, ERROR_INPUT,
			_("%s stands in entry %lld already: “%s”. Change that one (6 2), or delete "
			  "it first."),
			d->row->indicator->code, (long long)db_int(q, 0), db_text(q, 1));
	if (db_end(q) < 0)
		return -1;
	return twice.code ? error_set(err, twice.code, "%s", twice.text) : 0;
}

static int
put_problem(struct db *db, struct deciding *d, struct error *err)
{
	if (check_written(db, d, err) || problem_put(db, d->problem, err) < 0)
		return -1;
	return put_evidence(db, d, &(struct strategic_owner){ .problem = d->problem->id }, err);
}

static int
put_factor(struct db *db, struct deciding *d, struct error *err)
{
	struct swot swot;
	int64_t now;
	bool halves;

	if (swot_find_at(db, d->swot, 0, &now, &halves, err) < 0 ||
		swot_load(db, d->swot, &swot, err) < 0)
		return -1;
	if (swot.slot != d->question->slot)
		return error_set(err, ERROR_INPUT,
			_("The SWOT analysis %s is of another unit than the diagnosis."),
			swot.code);
	if (swot_factor_append(db, d->swot, d->factor, err) < 0 ||
		put_evidence(db, d, &(struct strategic_owner){ .factor = d->factor->id }, err) < 0)
		return -1;
	return swot_raise(db, d->swot, err);
}

static bool
same_finding(const struct finding *a, const struct finding *b)
{
	return a->confirmed == b->confirmed && !strcmp(a->reason, b->reason) &&
	       !strcmp(a->login, b->login) && !strcmp(a->decided_at, b->decided_at);
}

/* Whether there stands what the person saw. */
static int
check_seen(struct db *db, const struct deciding *d, struct error *err)
{
	struct arena arena = { 0 };
	const struct finding *now;
	struct finding *list;
	int count, result = 0;

	if (finding_list(db, d->question->id, &arena, &list, &count, err) < 0)
		result = -1;
	else {
		now = finding_of(list, count, d->row->indicator->code);
		if (now && !(d->seen && same_finding(now, d->seen)))
			result = error_set(err, ERROR_CONFLICT,
				now->confirmed ? _("%s is confirmed already (%s). Nothing was "
						   "saved; look at it first.")
					       : _("%s is rejected already (%s: “%s”). Nothing was "
						   "saved; look at it first."),
				now->indicator, now->login, now->reason);
		else if (!now && d->seen)
			result = error_set(err, ERROR_CONFLICT,
				_("A colleague has taken back the decision on %s meanwhile. "
				  "Nothing was saved; look at it first."),
				d->seen->indicator);
	}
	arena_release(&arena);
	return result;
}

static int
put_finding(struct db *db, struct deciding *d, struct error *err)
{
	char now[32];
	struct stmt *q;

	if (diagnosis_kept(db, d->question, err) < 0 || check_seen(db, d, err) < 0 ||
		(d->question->id ? raise_diagnosis(db, d->question, err)
				 : diagnosis_put(db, d->question, err)) < 0)
		return -1;
	q = db_start(db, Q_FINDING_PUT, err);
	db_bind_int(q, 1, d->question->id);
	db_bind_text(q, 4, d->confirmed ? "confirmed" : "rejected");
	db_bind_text(q, 5, d->reason);
	bind_row(q, d->row);
	db_bind_text(q, 16, d->peers);
	db_bind_int(q, 17, db_person(db));
	db_bind_text(q, 18, clock_now_utc(now, sizeof now));
	return db_run(q, NULL);
}

/* A row without a class is no finding, but may well be a factor. */
static int
decide(struct db *db, void *context, struct error *err)
{
	struct deciding *d = context;

	if (d->row->standing != STANDING_NONE && put_finding(db, d, err) < 0)
		return -1;
	if (d->factor)
		return put_factor(db, d, err);
	return d->problem ? put_problem(db, d, err) : 0;
}

/* What was left open in the question is written as it was answered. */
static void
settle_question(struct diagnosis *d, const struct diagnosis_result *result)
{
	if (d->years == 0)
		d->years = d->year - result->first_year + 1;
	if (!d->peers[0])
		text_copy(d->peers, sizeof d->peers, result->peers.name);
}

/* Where none is given, that of the same decision stays. What a rejection said is kept beside a
 * confirmation as what it was: a reason against it must not read as one for it. */
static const char *
reason_of(const struct deciding *d, struct arena *arena)
{
	const struct finding *seen = d->seen;

	if (!seen || d->reason[0] || !seen->reason[0])
		return d->reason;
	return seen->confirmed == d->confirmed
		       ? seen->reason
		       : arena_format(arena, _("rejected before%s%s: “%s”"),
				 seen->login[0] ? " – " : "", seen->login, seen->reason);
}

int
finding_check(const struct diagnosis_row *row, struct error *err)
{
	return row->standing != STANDING_NONE
		       ? 0
		       : error_set(err, ERROR_INPUT,
				 _("%s has no class, so there is nothing to confirm or reject: it "
				   "needs a level and a change."),
				 row->indicator->code);
}

static int
write_decision(struct db *db, struct diagnosis *question, const struct diagnosis_result *result,
	struct deciding *d, struct error *err)
{
	const struct diagnosis_row *r = d->row;
	const struct db_act act = { .action = d->factor    ? "finding.factor"
					      : d->problem ? "finding.take"
							   : "finding.decide",
		.entity = "diagnosis",
		.summary = r->indicator->code };
	struct diagnosis copy = *question;
	struct arena arena = { 0 };
	int written;

	if (!d->factor && finding_check(r, err))
		return -1;
	settle_question(&copy, result);
	d->reason = reason_of(d, &arena);
	d->question = &copy;
	d->peers = result->peers.words;
	written = db_write(db, &act, decide, d, err);
	arena_release(&arena);
	if (written < 0)
		return -1;
	*question = copy;
	return 0;
}

int
finding_decide(struct db *db, struct diagnosis *question, const struct diagnosis_result *result,
	int row, const struct finding *seen, bool confirmed, const char *reason, struct error *err)
{
	struct deciding d = {
		.row = &result->rows[row], .seen = seen, .reason = reason, .confirmed = confirmed
	};

	if (!confirmed && !reason[strspn(reason, " ")])
		return error_field(err, ERROR_INPUT, 1,
			_("Say why the proposal is rejected; the report will show it."));
	if (kept_text(reason, false, true, 1, _("Reason"), err) < 0)
		return -1;
	return write_decision(db, question, result, &d, err);
}

static int
copy_text(char *dst, size_t size, const char *text, struct error *err)
{
	text_copy(dst, size, text);
	return kept_fits(text, size, 1, _("Text"), err);
}

static int
copy_area(char *dst, size_t size, const struct diagnosis_result *result, int row,
	struct error *err)
{
	int area = result->rows[row].area;
	const char *name = area < 0 ? "" : result->tree.areas[area].name;

	text_copy(dst, size, name);
	return kept_fits(name, size, 1, _("Area"), err);
}

const enum problem_kind finding_kinds[FINDING_KINDS] = { PROBLEM_PROBLEM, PROBLEM_DRIVER };

enum problem_kind
finding_problem_kind(const struct diagnosis_row *row)
{
	return row->standing == STANDING_DRIVER || row->standing == STANDING_FALLING
		       ? PROBLEM_DRIVER
		       : PROBLEM_PROBLEM;
}

int
finding_take(struct db *db, struct diagnosis *question, const struct diagnosis_result *result,
	int row, const struct finding *seen, enum problem_kind kind, const char *text,
	int64_t *problem, struct error *err)
{
	const struct diagnosis_row *r = &result->rows[row];
	struct problem p = { .slot = question->slot,
		.kind = kind,
		.year = question->year };
	struct deciding d = {
		.row = r, .seen = seen, .reason = "", .confirmed = true, .problem = &p
	};

	if (copy_text(p.text, sizeof p.text, text, err) ||
		copy_area(p.area, sizeof p.area, result, row, err) ||
		write_decision(db, question, result, &d, err) < 0)
		return -1;
	*problem = p.id;
	return 0;
}

enum factor_kind
finding_factor_kind(const struct diagnosis_row *row)
{
	return row->level < row->level_middle ? FACTOR_WEAKNESS : FACTOR_STRENGTH;
}

int
finding_take_factor(struct db *db, struct diagnosis *question,
	const struct diagnosis_result *result, int row, const struct finding *seen, int64_t swot,
	struct swot_factor *factor, struct error *err)
{
	const struct diagnosis_row *r = &result->rows[row];
	struct swot_factor f = *factor;
	struct deciding d = {
		.row = r, .seen = seen, .reason = "", .confirmed = true, .swot = swot, .factor = &f
	};

	if (!f.text[strspn(f.text, " ")] &&
		copy_text(f.text, sizeof f.text, r->indicator->name, err))
		return -1;
	if (!f.area[0] && copy_area(f.area, sizeof f.area, result, row, err))
		return -1;
	if (kept_text(f.text, true, false, 1, _("Text"), err) < 0 ||
		write_decision(db, question, result, &d, err) < 0)
		return -1;
	*factor = f;
	return 0;
}

static int
withdraw(struct db *db, void *context, struct error *err)
{
	const struct deciding *d = context;
	struct stmt *q;
	int64_t changed;

	if (raise_diagnosis(db, d->question, err) < 0)
		return -1;
	q = db_start(db, Q_FINDING_DELETE, err);
	db_bind_int(q, 1, d->question->id);
	db_bind_text(q, 2, d->indicator);
	if (db_run(q, &changed) < 0)
		return -1;
	return changed ? 0
		       : error_set(err, ERROR_MISSING,
				 _("A colleague was faster: this decision is gone already."));
}

int
finding_withdraw(struct db *db, int64_t diagnosis, const char *indicator, struct error *err)
{
	const struct db_act act = {
		.action = "finding.withdraw", .entity = "diagnosis", .summary = indicator
	};
	struct diagnosis question = { .id = diagnosis };
	struct deciding d = { .question = &question, .indicator = indicator };

	return db_write(db, &act, withdraw, &d, err);
}
