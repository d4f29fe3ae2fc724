/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Remarks of consultations and opinions, and their answers. */
#include "config.h"

#include "model/strategies/consultation.h"

#include "base/i18n.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/strategies/strategy_line.h"
#include "model/word.h"

static const struct word outcomes[REMARK_OUTCOMES] = {
	[REMARK_OPEN] = { "", N_("not answered yet") },
	[REMARK_TAKEN] = { "taken", N_("taken into account") },
	[REMARK_PARTLY] = { "partly", N_("taken in part") },
	[REMARK_NOT_TAKEN] = { "not_taken", N_("not taken") },
};

const char *
remark_outcome_name(enum remark_outcome o)
{
	return outcomes[o].name;
}

const char *
remark_outcome_label(enum remark_outcome o)
{
	return _(outcomes[o].label);
}

int
remark_outcome_from_name(const char *name)
{
	return word_find(outcomes, REMARK_OUTCOMES, name, -1);
}

/* ---- reading ---- */

static void
read_row(struct stmt *q, struct arena *arena, struct remark *r)
{
	*r = (struct remark){ .position = (int)db_int(q, 0),
		.author = kept_string(arena, db_text(q, 1)),
		.place = kept_string(arena, db_text(q, 2)),
		.text = kept_string(arena, db_text(q, 3)),
		.made_on = kept_string(arena, db_text(q, 4)),
		.outcome = (enum remark_outcome)word_find(
			outcomes, REMARK_OUTCOMES, db_text(q, 5), REMARK_OPEN),
		.answer = kept_string(arena, db_text(q, 6)) };
}

static int
read_rows(struct db *db, int64_t strategy, int position, struct arena *arena, struct remark **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_CONSULTATION_LIST, err);
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
remark_list(struct db *db, int64_t strategy, struct arena *arena, struct remark **list, int *count,
	struct error *err)
{
	return read_rows(db, strategy, 0, arena, list, count, err);
}

int
remark_load(struct db *db, int64_t strategy, int position, struct arena *arena, struct remark *out,
	struct error *err)
{
	struct remark *list;
	int count;

	if (read_rows(db, strategy, position, arena, &list, &count, err))
		return -1;
	if (count == 0)
		return error_set(err, ERROR_MISSING, _("This remark is deleted already."));
	*out = list[0];
	return 0;
}

void
remark_totals(const struct remark *remarks, int count, struct remark_totals *out)
{
	*out = (struct remark_totals){ .count = count };
	for (int i = 0; i < count; i++)
		out->by_outcome[remarks[i].outcome]++;
}

/* ---- writing ---- */

int
remark_check_texts(const struct remark *r, struct error *err)
{
	const struct kept_words texts[] = {
		{ r->author, KEPT_LINE_SIZE, false, false, REMARK_FIELD_AUTHOR,
			_("Whose remark it is") },
		{ r->place, KEPT_LINE_SIZE, false, false, REMARK_FIELD_PLACE,
			_("The part of the draft") },
		{ r->text, KEPT_LINES_SIZE, true, true, REMARK_FIELD_TEXT, _("The remark") },
		{ r->answer, KEPT_LINES_SIZE, false, true, REMARK_FIELD_ANSWER, _("The answer") },
	};

	return kept_words_check(texts, sizeof(texts) / sizeof(texts[0]), err);
}

static int
check(struct db *db, int64_t strategy, const void *line, struct error *err)
{
	const struct remark *r = line;

	(void)db;
	(void)strategy;
	if (remark_check_texts(r, err) || strategy_line_past_day(r->made_on, REMARK_FIELD_MADE,
						  _("The day of the remark"), err))
		return -1;
	if ((r->outcome == REMARK_PARTLY || r->outcome == REMARK_NOT_TAKEN) && !r->answer[0])
		return error_field(err, ERROR_INPUT, REMARK_FIELD_ANSWER,
			_("A remark that is not taken in full needs a reason."));
	if (r->outcome == REMARK_OPEN && r->answer[0])
		return error_field(err, ERROR_INPUT, REMARK_FIELD_OUTCOME,
			_("Say whether the remark was taken: it has an answer."));
	return 0;
}

static void
bind(struct stmt *q, const void *line)
{
	const struct remark *r = line;

	db_bind_text(q, 3, r->author);
	db_bind_text(q, 4, r->place);
	db_bind_text(q, 5, r->text);
	db_bind_text_or_null(q, 6, r->made_on);
	db_bind_text(q, 7, outcomes[r->outcome].name);
	db_bind_text(q, 8, r->answer);
}

static const struct strategy_line_kind kind = { .act = "strategy.remark",
	.noun = "remark",
	.last = Q_CONSULTATION_LAST,
	.insert = Q_CONSULTATION_INSERT,
	.update = Q_CONSULTATION_UPDATE,
	.remove = Q_CONSULTATION_DELETE,
	.place = Q_CONSULTATION_PLACE,
	.keep = Q_DELETED_REMARK_KEEP,
	.check = check,
	.bind = bind };

int
remark_save(struct db *db, int64_t strategy, int64_t rev, struct remark *r, struct error *err)
{
	return strategy_line_save(db, &kind, strategy, rev, r, &r->position, err);
}

int
remark_put(struct db *db, int64_t strategy, struct remark *r, struct error *err)
{
	return strategy_line_put(db, &kind, strategy, r, &r->position, err);
}

int
remark_remove(struct db *db, int64_t strategy, int64_t rev, int position, struct error *err)
{
	return strategy_line_remove(db, &kind, strategy, rev, position, err);
}

int
remark_move(struct db *db, int64_t strategy, int64_t rev, int position, int by, struct error *err)
{
	return strategy_line_move(db, &kind, strategy, rev, position, by, err);
}
