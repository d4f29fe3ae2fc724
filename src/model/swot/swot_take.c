/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Key problems and drivers of development as factors of a SWOT, with what speaks for them. */
#include "config.h"

#include "model/swot/swot.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/swot/swot_parts.h"

#include <string.h>

struct taking {
	int64_t swot, rev, problem, factor;
};

static int
read_problem(struct db *db, const struct taking *t, struct swot_factor *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_SWOT_TAKE_PROBLEM, err);
	bool found, same = false;
	int cut = 0;

	db_bind_int(q, 1, t->problem);
	db_bind_int(q, 2, t->swot);
	found = db_next(q);
	if (found) {
		cut = kept_fits(db_text(q, 0), sizeof out->text, 0, _("Text"), err) ||
		      kept_fits(db_text(q, 1), sizeof out->area, 0, _("Area"), err);
		text_copy(out->text, sizeof out->text, db_text(q, 0));
		text_copy(out->area, sizeof out->area, db_text(q, 1));
		out->kind = strcmp(db_text(q, 2), "driver") ? FACTOR_WEAKNESS : FACTOR_STRENGTH;
		same = db_int(q, 3) != 0;
	}
	if (db_end(q) < 0 || cut)
		return -1;
	if (!found)
		return error_set(err, ERROR_MISSING, _("This problem or driver is gone already."));
	return same ? 0
		    : error_set(err, ERROR_INPUT,
			      _("This problem or driver belongs to another unit than the SWOT "
				"analysis."));
}

/* What says the same and is of the same kind counts once. */
static int
check_once(struct db *db, int64_t swot, const struct swot_factor *p, struct error *err)
{
	struct stmt *q = db_start(db, Q_SWOT_TAKE_THERE, err);
	int there = 0;

	db_bind_int(q, 1, swot);
	db_bind_text(q, 2, factor_kind_name(p->kind));
	db_bind_text(q, 3, p->text);
	if (db_next(q))
		there = (int)db_int(q, 0);
	if (db_end(q) < 0)
		return -1;
	return there ? error_set(err, ERROR_INPUT,
			       _("This is a factor of the SWOT analysis already: %s%d."),
			       factor_kind_letter(p->kind), there)
		     : 0;
}

int
swot_factor_append(struct db *db, int64_t swot, struct swot_factor *f, struct error *err)
{
	struct stmt *q;

	if (check_once(db, swot, f, err))
		return -1;
	q = db_start(db, Q_SWOT_FACTOR_INSERT, err);
	db_bind_int(q, 1, swot);
	db_bind_text(q, 2, factor_kind_name(f->kind));
	db_bind_text(q, 3, f->text);
	db_bind_text(q, 4, f->area);
	for (int i = 5; i <= 8; i++)
		db_bind_null(q, i);
	if (db_run(q, NULL) < 0)
		return -1;
	f->id = db_last_id(db);
	return 0;
}

static int
take(struct db *db, void *context, struct error *err)
{
	struct taking *t = context;
	struct swot_factor p = { .kind = FACTOR_WEAKNESS };
	struct stmt *q;
	int64_t now;
	bool halves;

	if (swot_find_at(db, t->swot, t->rev, &now, &halves, err) || read_problem(db, t, &p, err) ||
		swot_factor_append(db, t->swot, &p, err) < 0)
		return -1;
	t->factor = p.id;
	q = db_start(db, Q_SWOT_TAKE_EVIDENCE, err);
	db_bind_int(q, 1, t->factor);
	db_bind_int(q, 2, t->problem);
	return db_run(q, NULL) < 0 ? -1 : swot_raise(db, t->swot, err);
}

int
swot_factor_take(struct db *db, int64_t swot, int64_t *rev, int64_t problem, int64_t *factor,
	struct error *err)
{
	const struct db_act act = { .action = "swot.factor", .entity = "swot" };
	struct taking t = { .swot = swot, .rev = *rev, .problem = problem };

	if (db_write(db, &act, take, &t, err) < 0)
		return -1;
	(*rev)++;
	*factor = t.factor;
	return 0;
}
