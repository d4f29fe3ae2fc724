/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Risks of a strategy and its tasks. */
#include "config.h"

#include "model/strategies/risk.h"

#include "base/i18n.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/strategies/strategy_line.h"

enum { LOW_UP_TO = 4, MEDIUM_UP_TO = 12 };

enum risk_level
risk_level(int likelihood, int effect)
{
	int product = likelihood * effect;

	return product <= LOW_UP_TO ? RISK_LOW : product <= MEDIUM_UP_TO ? RISK_MEDIUM : RISK_HIGH;
}

const char *
risk_level_label(enum risk_level l)
{
	static const char *const labels[RISK_LEVELS] = { [RISK_LOW] = N_("low risk"),
		[RISK_MEDIUM] = N_("medium risk"),
		[RISK_HIGH] = N_("high risk") };

	return _(labels[l]);
}

/* ---- reading ---- */

static void
read_row(struct stmt *q, struct arena *arena, struct risk *r)
{
	*r = (struct risk){ .position = (int)db_int(q, 0),
		.task = db_int(q, 1),
		.task_name = kept_string(arena, db_text(q, 2)),
		.likelihood = (int)db_int(q, 3),
		.effect = (int)db_int(q, 4),
		.text = kept_string(arena, db_text(q, 5)),
		.response = kept_string(arena, db_text(q, 6)),
		.office = kept_string(arena, db_text(q, 7)),
		.closed_on = kept_string(arena, db_text(q, 8)) };
}

static int
read_rows(struct db *db, int64_t strategy, int position, struct arena *arena, struct risk **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_RISK_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, strategy);
	db_bind_int(q, 2, position);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_row(q, arena, &(*list)[(*count)++]);
	}
	return db_end(q);
}

int
risk_list(struct db *db, int64_t strategy, struct arena *arena, struct risk **list, int *count,
	struct error *err)
{
	return read_rows(db, strategy, 0, arena, list, count, err);
}

int
risk_load(struct db *db, int64_t strategy, int position, struct arena *arena, struct risk *out,
	struct error *err)
{
	struct risk *list;
	int count;

	if (read_rows(db, strategy, position, arena, &list, &count, err))
		return -1;
	if (count == 0)
		return error_set(err, ERROR_MISSING, _("This risk is deleted already."));
	*out = list[0];
	return 0;
}

int
risk_find(struct db *db, int64_t strategy, const char *text, int *position, struct error *err)
{
	struct stmt *q = db_start(db, Q_RISK_FIND, err);

	db_bind_int(q, 1, strategy);
	db_bind_text(q, 2, text);
	db_bind_int(q, 3, *position);
	*position = db_next(q) ? (int)db_int(q, 0) : 0;
	return db_end(q);
}

/* ---- writing ---- */

static int
check_task(struct db *db, int64_t strategy, int64_t task, struct error *err)
{
	struct stmt *q;
	bool found;

	if (task == 0)
		return 0;
	q = db_start(db, Q_RISK_TASK, err);
	db_bind_int(q, 1, task);
	db_bind_int(q, 2, strategy);
	found = db_next(q);
	if (db_end(q) < 0)
		return -1;
	return found ? 0
		     : error_field(err, ERROR_INPUT, RISK_FIELD_TASK,
			       _("This task belongs to another strategy."));
}

int
risk_check_texts(const struct risk *r, struct error *err)
{
	const struct kept_words texts[] = {
		{ r->text, KEPT_LINES_SIZE, true, true, RISK_FIELD_TEXT, _("The risk") },
		{ r->response, KEPT_LINES_SIZE, false, true, RISK_FIELD_RESPONSE,
			_("The response") },
		{ r->office, KEPT_OFFICE_SIZE, false, false, RISK_FIELD_OFFICE, _("The office") },
	};

	return kept_words_check(texts, sizeof(texts) / sizeof(texts[0]), err);
}

static int
check(struct db *db, int64_t strategy, const void *line, struct error *err)
{
	const struct risk *r = line;

	if (risk_check_texts(r, err) || strategy_line_past_day(r->closed_on, RISK_FIELD_CLOSED,
						_("The day on which it ceased"), err))
		return -1;
	if (r->likelihood < RISK_LOWEST || r->likelihood > RISK_HIGHEST)
		return error_field(err, ERROR_INPUT, RISK_FIELD_LIKELIHOOD,
			_("How likely it is goes from %d to %d."), RISK_LOWEST, RISK_HIGHEST);
	if (r->effect < RISK_LOWEST || r->effect > RISK_HIGHEST)
		return error_field(err, ERROR_INPUT, RISK_FIELD_EFFECT,
			_("How grave it is goes from %d to %d."), RISK_LOWEST, RISK_HIGHEST);
	if (risk_level(r->likelihood, r->effect) == RISK_HIGH && !r->response[0] &&
		!r->closed_on[0])
		return error_field(err, ERROR_INPUT, RISK_FIELD_RESPONSE,
			_("Say what is done about a high risk."));
	return check_task(db, strategy, r->task, err);
}

static void
bind(struct stmt *q, const void *line)
{
	const struct risk *r = line;

	db_bind_int_or_null(q, 3, r->task);
	db_bind_text(q, 4, r->text);
	db_bind_int(q, 5, r->likelihood);
	db_bind_int(q, 6, r->effect);
	db_bind_text(q, 7, r->response);
	db_bind_text(q, 8, r->office);
	db_bind_text_or_null(q, 9, r->closed_on);
}

static const struct strategy_line_kind kind = { .act = "strategy.risk",
	.noun = "risk",
	.last = Q_RISK_LAST,
	.insert = Q_RISK_INSERT,
	.update = Q_RISK_UPDATE,
	.remove = Q_RISK_DELETE,
	.place = Q_RISK_PLACE,
	.keep = Q_DELETED_RISK_KEEP,
	.check = check,
	.bind = bind };

int
risk_save(struct db *db, int64_t strategy, int64_t rev, struct risk *r, struct error *err)
{
	return strategy_line_save(db, &kind, strategy, rev, r, &r->position, err);
}

int
risk_put(struct db *db, int64_t strategy, struct risk *r, struct error *err)
{
	return strategy_line_put(db, &kind, strategy, r, &r->position, err);
}

int
risk_remove(struct db *db, int64_t strategy, int64_t rev, int position, struct error *err)
{
	return strategy_line_remove(db, &kind, strategy, rev, position, err);
}

int
risk_move(struct db *db, int64_t strategy, int64_t rev, int position, int by, struct error *err)
{
	return strategy_line_move(db, &kind, strategy, rev, position, by, err);
}
