/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of what was approved. */
#include "config.h"

#include "model/monitoring/round_frozen.h"

#include "base/i18n.h"
#include "base/sha256.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/queries.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* ---- figures ---- */

static void
read_figure(struct stmt *q, struct arena *arena, struct round_frozen *out)
{
	int state = target_state_from_name(db_text(q, 6));

	*out = (struct round_frozen){ .target = db_int(q, 0),
		.name = kept_string(arena, db_text(q, 15)),
		.measure = kept_string(arena, db_text(q, 16)),
		.decimals = (int)db_int(q, 17) };
	out->f = (struct round_figure){ .flag = (unsigned char)db_int(q, 2),
		.base = db_double_or_nan(q, 10),
		.target = db_double_or_nan(q, 11),
		.base_year = (int)db_int(q, 12),
		.target_year = (int)db_int(q, 13),
		.source = kept_string(arena, db_text(q, 14)) };
	out->f.as = (struct target_judgement){
		.state = state < 0 ? TARGET_NO_DATA : (enum target_state)state,
		.doubt = (enum target_doubt)db_int(q, 8),
		.value_year = (int)db_int(q, 3),
		.value = db_double_or_nan(q, 1),
		.expected = db_double_or_nan(q, 4),
		.progress = db_double_or_nan(q, 5),
		.trend = (int)db_int(q, 7),
		.forecast_year = (int)db_int(q, 9),
		.pace = NAN,
	};
	/* Rows have no word for it; what was judged was held against its base at least. */
	out->f.as.compared =
		out->f.as.trend || (out->f.as.doubt == DOUBT_NONE && !isnan(out->f.base));
	if (out->f.as.doubt != DOUBT_NONE)
		out->f.as.state = target_state_doubted(out->f.as.doubt);
}

static void
read_rule(struct stmt *q, struct arena *arena, struct round_frozen *out)
{
	int rule = goal_rule_from_name(db_text(q, 26));

	out->ruled = db_text(q, 18)[0] != '\0';
	out->direction = db_text(q, 18)[0];
	out->low = db_double_or_nan(q, 19);
	out->high = db_double_or_nan(q, 20);
	out->tolerance = db_double_or_nan(q, 21);
	out->path = kept_string(arena, db_text(q, 22));
	out->limits = (struct status_limits){ db_double(q, 24), db_double(q, 25) };
	out->goal_rule = rule < 0 ? GOAL_RULE_WORST_HALF : (enum goal_rule)rule;
	out->goal_number = "";
	if (out->ruled && db_int(q, 23)) {
		int64_t *goal = arena_array(arena, STRATEGY_LEVELS, sizeof *goal);

		*goal = db_int(q, 23);
		out->goals = goal;
		out->goal_count = 1;
	}
}

struct kept_goal {
	int64_t id, above;
	const char *number;
};

static const struct kept_goal *
kept_goal_of(const struct kept_goal *tree, int count, int64_t id)
{
	for (int i = 0; i < count; i++)
		if (tree[i].id == id)
			return &tree[i];
	return NULL;
}

/* From its goal up, by the tree that was kept. */
static void
climb(struct round_frozen *f, const struct kept_goal *tree, int count)
{
	const struct kept_goal *g = kept_goal_of(tree, count, f->goals[0]);
	int64_t *goals = (int64_t *)f->goals;

	if (g)
		f->goal_number = g->number;
	while (g && g->above && f->goal_count < STRATEGY_LEVELS) {
		goals[f->goal_count++] = g->above;
		g = kept_goal_of(tree, count, g->above);
	}
}

static int
read_tree(struct db *db, int64_t round, struct arena *arena, struct round_frozen *list, int count,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_GOAL_TREE, err);
	struct kept_goal *tree = NULL;
	size_t room = 0;
	int goals = 0;

	db_bind_int(q, 1, round);
	while (db_next(q)) {
		tree = arena_grow(arena, tree, (size_t)goals, &room, sizeof *tree);
		tree[goals++] = (struct kept_goal){ db_int(q, 0), db_int(q, 1),
			kept_string(arena, db_text(q, 2)) };
	}
	for (int i = 0; i < count; i++)
		if (list[i].goal_count)
			climb(&list[i], tree, goals);
	return db_end(q);
}

int
round_frozen_figures(struct db *db, int64_t round, struct arena *arena, struct round_frozen **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_FIGURES, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, round);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		read_figure(q, arena, &(*list)[*count]);
		read_rule(q, arena, &(*list)[(*count)++]);
	}
	return db_end(q) ? -1 : read_tree(db, round, arena, *list, *count, err);
}

void
round_frozen_card(const struct round_frozen *row, struct target *card)
{
	if (!row->name[0])
		return;
	text_copy(card->name, sizeof card->name, row->name);
	text_copy(card->measure, sizeof card->measure, row->measure);
	card->decimals = row->decimals;
	card->base = row->f.base;
	card->base_year = row->f.base_year;
	card->target = row->f.target;
	card->target_year = row->f.target_year;
	if (!row->ruled)
		return;
	card->direction = row->direction;
	card->low = row->low;
	card->high = row->high;
	card->tolerance = row->tolerance;
	target_path_parse(row->path, card, NULL);
}

static int
put_figure(struct db *db, int64_t round, const struct round_figure *f, struct error *err)
{
	const struct target *card = f->course->target;
	const char direction[] = { card->direction, '\0' };
	struct stmt *q = db_start(db, Q_ROUND_FIGURE_INSERT, err);
	char path[2048];

	db_bind_int(q, 1, round);
	db_bind_int(q, 2, card->id);
	db_bind_double_or_null(q, 3, f->as.value);
	db_bind_int(q, 4, f->flag);
	db_bind_int(q, 5, f->as.value_year);
	db_bind_double_or_null(q, 6, f->as.expected);
	db_bind_double_or_null(q, 7, f->as.progress);
	/* Rows have no word for it: the doubt says it. */
	db_bind_text(q, 8,
		target_state_name(f->as.state < TARGET_STATES ? f->as.state : TARGET_NO_DATA));
	db_bind_int(q, 9, f->as.trend);
	db_bind_int(q, 10, f->as.doubt);
	db_bind_int(q, 11, f->as.forecast_year);
	db_bind_double_or_null(q, 12, f->base);
	db_bind_double_or_null(q, 13, f->target);
	db_bind_int_or_null(q, 14, f->base_year);
	db_bind_int_or_null(q, 15, f->target_year);
	db_bind_text(q, 16, f->source);
	db_bind_text(q, 17, card->name);
	db_bind_text(q, 18, card->measure);
	db_bind_int(q, 19, card->decimals);
	db_bind_text(q, 20, direction);
	db_bind_double_or_null(q, 21, card->low);
	db_bind_double_or_null(q, 22, card->high);
	db_bind_double_or_null(q, 23, card->tolerance);
	db_bind_text(q, 24, target_path_text(card, path, sizeof path));
	db_bind_int_or_null(q, 25, card->goal);
	return db_run(q, NULL);
}

static int
put_money(struct db *db, int64_t round, const struct task_money *m, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_MONEY_INSERT, err);

	db_bind_int(q, 1, round);
	db_bind_int(q, 2, m->task);
	db_bind_text(q, 3, money_source_name(m->source));
	money_bind(q, 4, m->planned);
	money_bind(q, 5, m->spent);
	db_bind_text(q, 6, m->login);
	db_bind_text(q, 7, m->entered_at);
	db_bind_text(q, 8, m->file_name);
	return db_run(q, NULL);
}

static int
put_task(struct db *db, int64_t round, const struct round_task *t, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_TASK_INSERT, err);

	db_bind_int(q, 1, round);
	db_bind_int(q, 2, t->task->id);
	db_bind_text(q, 3, task_state_name(t->said.state));
	task_percent_bind(q, 4, t->said.percent);
	money_bind(q, 5, t->said.planned);
	money_bind(q, 6, t->said.spent);
	db_bind_text(q, 7, t->task->name);
	db_bind_text(q, 8, t->said.login);
	db_bind_text(q, 9, t->said.entered_at);
	db_bind_text(q, 10, t->said.file_name);
	if (db_run(q, NULL))
		return -1;
	for (int i = 0; i < t->said.money_count; i++)
		if (put_money(db, round, &t->said.money[i], err))
			return -1;
	return 0;
}

int
round_money_approved(struct db *db, int64_t strategy, struct arena *arena,
	struct task_money_sum **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_MONEY_YEARS, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, strategy);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		(*list)[(*count)++] = (struct task_money_sum){ .year = (int)db_int(q, 0),
			.planned_all = money_from(q, 1),
			.spent_all = money_from(q, 2) };
	}
	return db_end(q);
}

/* ---- goals ---- */

enum { GOAL_COUNTS = 2, GOAL_TASKS = GOAL_COUNTS + TARGET_STATES };

static int
put_goal(struct db *db, int64_t round, const struct goal *goal, const struct goal_status *s,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_GOAL_INSERT, err);

	db_bind_int(q, 1, round);
	db_bind_int(q, 2, goal ? goal->id : 0);
	db_bind_text(q, 3, target_state_name(s->state));
	for (int i = 0; i < TARGET_STATES; i++)
		db_bind_int(q, 4 + i, s->counts[i]);
	db_bind_int(q, 4 + TARGET_STATES, s->tasks);
	db_bind_int(q, 5 + TARGET_STATES, s->done);
	db_bind_int(q, 6 + TARGET_STATES, s->behind);
	db_bind_int_or_null(q, 7 + TARGET_STATES, goal ? goal->parent : 0);
	db_bind_text(q, 8 + TARGET_STATES, goal ? goal->number : "");
	return db_run(q, NULL);
}

int
round_frozen_put(struct db *db, int64_t round, const struct round_state *state, struct error *err)
{
	const struct strategy_course *c = &state->course;

	for (int i = 0; i < state->figure_count; i++)
		if (put_figure(db, round, &state->figures[i], err))
			return -1;
	for (int i = 0; i < state->task_count; i++)
		if (put_task(db, round, &state->tasks[i], err))
			return -1;
	for (int i = 0; i <= c->goal_count; i++)
		if (put_goal(db, round, i < c->goal_count ? &c->goals[i] : NULL, &state->goals[i],
			    err))
			return -1;
	return 0;
}

static void
read_goal(struct stmt *q, struct goal_status *out)
{
	int state = target_state_from_name(db_text(q, 1));

	out->state = state < 0 ? TARGET_NO_DATA : (enum target_state)state;
	for (int i = 0; i < TARGET_STATES; i++)
		out->counts[i] = (int)db_int(q, GOAL_COUNTS + i);
	out->tasks = (int)db_int(q, GOAL_TASKS);
	out->done = (int)db_int(q, GOAL_TASKS + 1);
	out->behind = (int)db_int(q, GOAL_TASKS + 2);
}

int
round_frozen_goals(struct db *db, int64_t round, const struct strategy_course *course,
	struct goal_status *list, bool *kept, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_GOALS, err);

	*kept = false;
	db_bind_int(q, 1, round);
	while (db_next(q)) {
		int64_t id = db_int(q, 0);
		int goal =
			id ? goal_index(course->goals, course->goal_count, id) : course->goal_count;

		for (int i = 0; !*kept && i <= course->goal_count; i++)
			list[i] = (struct goal_status){ .state = TARGET_NO_DATA };
		*kept = true;
		if (goal >= 0)
			read_goal(q, &list[goal]);
	}
	return db_end(q);
}

/* ---- documents ---- */

static const char *const paper_names[ROUND_PAPERS] = { "report", "chapter" };

static void
checksum(const char *body, char hex[SHA256_HEX])
{
	struct sha256 *s = sha256_new();

	sha256_update(s, body, strlen(body));
	sha256_finish(s, hex);
}

int
round_paper_load(struct db *db, int64_t round, enum round_paper paper, struct arena *arena,
	const char **body, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_PAPER, err);
	char hex[SHA256_HEX];
	bool same = true;

	*body = NULL;
	db_bind_int(q, 1, round);
	db_bind_text(q, 2, paper_names[paper]);
	if (db_next(q)) {
		*body = arena_string(arena, db_text(q, 0));
		checksum(*body, hex);
		same = strcmp(hex, db_text(q, 1)) == 0;
	}
	if (db_end(q) < 0)
		return -1;
	return same ? 0
		    : error_set(err, ERROR_DATA,
			      _("The approved report in the database is not the one that was "
				"approved: its check sum differs. Take it from a daily copy "
				"(gromada restore)."));
}

int
round_papers_check(struct db *db, void (*fault)(void *context, const char *sentence), void *context,
	int *found, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_PAPERS, err);
	char hex[SHA256_HEX], sentence[256];

	while (db_next(q)) {
		checksum(db_text(q, 3), hex);
		if (strcmp(hex, db_text(q, 4)) == 0)
			continue;
		snprintf(sentence, sizeof sentence,
			strcmp(db_text(q, 2), paper_names[ROUND_PAPER_REPORT]) == 0
				? _("Strategy %s: the kept report of %d is not the one that was "
				    "approved.")
				: _("Strategy %s: the kept chapter of %d is not the one that was "
				    "approved."),
			db_text(q, 0), (int)db_int(q, 1));
		fault(context, sentence);
		++*found;
	}
	return db_end(q);
}

int
round_paper_put(
	struct db *db, int64_t round, enum round_paper paper, const char *body, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_PAPER_INSERT, err);
	char hex[SHA256_HEX];

	checksum(body, hex);
	db_bind_int(q, 1, round);
	db_bind_text(q, 2, paper_names[paper]);
	db_bind_text_kept(q, 3, body);
	db_bind_text(q, 4, hex);
	return db_run(q, NULL);
}
