/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps on the way to a strategy's adoption. */
#include "config.h"

#include "model/strategies/adoption_step.h"

#include "base/i18n.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/strategies/strategy.h"
#include "model/strategies/strategy_line.h"
#include "model/word.h"

static const struct word kinds[ADOPTION_KINDS] = {
	[ADOPTION_PROCEDURE] = { "procedure", N_("resolution on the procedure") },
	[ADOPTION_DIAGNOSIS] = { "diagnosis", N_("diagnosis") },
	[ADOPTION_DRAFT] = { "draft", N_("draft of the document") },
	[ADOPTION_CONSULTATIONS] = { "consultations", N_("consultations") },
	[ADOPTION_OPINION] = { "opinion", N_("opinion") },
	[ADOPTION_EX_ANTE] = { "ex_ante", N_("ex-ante evaluation") },
	[ADOPTION_RESOLUTION] = { "resolution", N_("resolution") },
	[ADOPTION_RULES] = { "rules", N_("rules of monitoring") },
	[ADOPTION_OTHER] = { "other", N_("another step") },
};

const char *
adoption_kind_name(enum adoption_kind k)
{
	return kinds[k].name;
}

const char *
adoption_kind_label(enum adoption_kind k)
{
	return _(kinds[k].label);
}

int
adoption_kind_from_name(const char *name)
{
	return word_find(kinds, ADOPTION_KINDS, name, -1);
}

/* ---- reading ---- */

static void
read_row(struct stmt *q, struct arena *arena, struct adoption_step *s)
{
	*s = (struct adoption_step){ .position = (int)db_int(q, 0),
		.kind = (enum adoption_kind)word_find(
			kinds, ADOPTION_KINDS, db_text(q, 1), ADOPTION_OTHER),
		.name = kept_string(arena, db_text(q, 2)),
		.planned_on = kept_string(arena, db_text(q, 3)),
		.done_on = kept_string(arena, db_text(q, 4)),
		.document = kept_string(arena, db_text(q, 5)),
		.note = kept_string(arena, db_text(q, 6)) };
}

static int
read_rows(struct db *db, int64_t strategy, int position, struct arena *arena,
	struct adoption_step **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_ADOPTION_LIST, err);
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
adoption_list(struct db *db, int64_t strategy, struct arena *arena, struct adoption_step **list,
	int *count, struct error *err)
{
	return read_rows(db, strategy, 0, arena, list, count, err);
}

int
adoption_load(struct db *db, int64_t strategy, int position, struct arena *arena,
	struct adoption_step *out, struct error *err)
{
	struct adoption_step *list;
	int count;

	if (read_rows(db, strategy, position, arena, &list, &count, err))
		return -1;
	if (count == 0)
		return error_set(err, ERROR_MISSING, _("This step is deleted already."));
	*out = list[0];
	return 0;
}

/* ---- writing ---- */

int
adoption_check_texts(const struct adoption_step *s, struct error *err)
{
	const struct kept_words texts[] = {
		{ s->name, KEPT_LINE_SIZE, true, false, ADOPTION_FIELD_NAME,
			_("The name of the step") },
		{ s->document, KEPT_LINE_SIZE, false, false, ADOPTION_FIELD_DOCUMENT,
			_("The document") },
		{ s->note, KEPT_LINES_SIZE, false, true, ADOPTION_FIELD_NOTE, _("The note") },
	};

	return kept_words_check(texts, sizeof(texts) / sizeof(texts[0]), err);
}

static int
check(struct db *db, int64_t strategy, const void *line, struct error *err)
{
	const struct adoption_step *s = line;

	(void)db;
	(void)strategy;
	if (adoption_check_texts(s, err) ||
		kept_day(s->planned_on, false, ADOPTION_FIELD_PLANNED, _("The planned day"), err))
		return -1;
	return strategy_line_past_day(
		s->done_on, ADOPTION_FIELD_DONE, _("The day on which it was done"), err);
}

static void
bind(struct stmt *q, const void *line)
{
	const struct adoption_step *s = line;

	db_bind_text(q, 3, kinds[s->kind].name);
	db_bind_text(q, 4, s->name);
	db_bind_text_or_null(q, 5, s->planned_on);
	db_bind_text_or_null(q, 6, s->done_on);
	db_bind_text(q, 7, s->document);
	db_bind_text(q, 8, s->note);
}

static const struct strategy_line_kind line_kind = { .act = "strategy.step",
	.noun = "step",
	.last = Q_ADOPTION_LAST,
	.insert = Q_ADOPTION_INSERT,
	.update = Q_ADOPTION_UPDATE,
	.remove = Q_ADOPTION_DELETE,
	.place = Q_ADOPTION_PLACE,
	.keep = Q_DELETED_STEP_KEEP,
	.check = check,
	.bind = bind };

int
adoption_save(
	struct db *db, int64_t strategy, int64_t rev, struct adoption_step *step, struct error *err)
{
	return strategy_line_save(db, &line_kind, strategy, rev, step, &step->position, err);
}

int
adoption_put(struct db *db, int64_t strategy, struct adoption_step *step, struct error *err)
{
	return strategy_line_put(db, &line_kind, strategy, step, &step->position, err);
}

int
adoption_remove(struct db *db, int64_t strategy, int64_t rev, int position, struct error *err)
{
	return strategy_line_remove(db, &line_kind, strategy, rev, position, err);
}

int
adoption_move(struct db *db, int64_t strategy, int64_t rev, int position, int by, struct error *err)
{
	return strategy_line_move(db, &line_kind, strategy, rev, position, by, err);
}

/* ---- the usual steps ---- */

static const struct {
	enum adoption_kind kind;
	enum {
		OF_ALL,
		OF_STRATEGIES,
		OF_OTHERS
	} of; /* of development strategies only, or of others */
	const char *name, *note;
} usual[] = {
	{ ADOPTION_PROCEDURE, OF_STRATEGIES,
		N_("The council adopts the procedure and the schedule of work, with the way of "
		   "consulting"),
		"" },
	{ ADOPTION_DIAGNOSIS, OF_ALL, N_("Diagnosis of the social, economic and spatial situation"),
		"" },
	{ ADOPTION_DRAFT, OF_ALL, N_("The executive prepares the draft"), "" },
	{ ADOPTION_EX_ANTE, OF_STRATEGIES,
		N_("Ex-ante evaluation: relevance, expected effectiveness and efficiency"), "" },
	{ ADOPTION_OPINION, OF_STRATEGIES,
		N_("Environmental impact: opinions of the environmental and sanitary authorities, "
		   "or exemption"),
		"" },
	{ ADOPTION_CONSULTATIONS, OF_STRATEGIES,
		N_("Consultations with residents, partners, neighbouring gminy and their unions"),
		N_("At least 35 days from the announcement; also the regional water authority. A "
		   "report with answers to all remarks is published within 30 days of their "
		   "end.") },
	{ ADOPTION_CONSULTATIONS, OF_OTHERS, N_("Consultations with residents and partners"), "" },
	{ ADOPTION_OPINION, OF_STRATEGIES,
		N_("Opinion of the board of the voivodeship on agreement with its strategy"), "" },
	{ ADOPTION_RESOLUTION, OF_ALL, N_("The council adopts the document by a resolution"), "" },
	{ ADOPTION_RULES, OF_ALL,
		N_("Internal order on monitoring, with the schedule of who delivers what"), "" },
};

struct usual_change {
	int64_t strategy, rev;
	const struct adoption_step *there;
	int there_count, added;
	bool law;
};

static bool
is_there(const struct usual_change *c, enum adoption_kind kind)
{
	for (int i = 0; i < c->there_count; i++)
		if (c->there[i].kind == kind)
			return true;
	return false;
}

static int
add_usual(struct db *db, void *context, struct error *err)
{
	struct usual_change *c = context;
	int position;

	if (strategy_touch(db, c->strategy, c->rev, err))
		return -1;
	for (size_t i = 0; i < sizeof(usual) / sizeof(usual[0]); i++) {
		const struct adoption_step step = { .kind = usual[i].kind,
			.name = _(usual[i].name),
			.planned_on = "",
			.done_on = "",
			.document = "",
			.note = usual[i].note[0] ? _(usual[i].note) : "" };

		if (usual[i].of == (c->law ? OF_OTHERS : OF_STRATEGIES) ||
			is_there(c, usual[i].kind))
			continue;
		if (strategy_line_add(db, &line_kind, c->strategy, &step, &position, err))
			return -1;
		c->added++;
	}
	return 0;
}

int
adoption_add_usual(struct db *db, int64_t strategy, int64_t rev, int *added, struct error *err)
{
	const struct db_act act = { .action = "strategy.step", .entity = "strategy" };
	struct usual_change c = { .strategy = strategy, .rev = rev };
	struct adoption_step *there;
	struct arena arena = { 0 };
	struct strategy s;
	int result;

	*added = 0;
	result = strategy_load(db, strategy, &s, err) ||
		 adoption_list(db, strategy, &arena, &there, &c.there_count, err);
	if (!result) {
		c.there = there;
		c.law = s.kind == STRATEGY_DEVELOPMENT || s.kind == STRATEGY_SUPRALOCAL;
		result = db_write(db, &act, add_usual, &c, err);
	}
	arena_release(&arena);
	*added = c.added;
	return result ? -1 : 0;
}
