/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Publishing a result, taking it back, and computing it anew in the transaction that changes what
 * counts. */
#include "config.h"

#include "model/results/published.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/results/published_parts.h"
#include "model/queries.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* ---- publishing ---- */

struct publishing {
	const struct wave *wave;
	const struct publication *p;
	struct indicator *card;
	struct arena *arena;
	struct published *former;
	struct published_value *out;
	char summary[160];
};

static int
need_card(struct db *db, struct publishing *x, struct error *err)
{
	struct indicator now;

	if (!x->card->id)
		return indicator_add(db, x->card, err);
	if (indicator_load_id(db, x->card->id, x->arena, &now, err))
		return -1;
	if (now.kind == INDICATOR_SURVEY)
		return 0;
	return error_field(err, ERROR_INPUT, PUBLICATION_FIELD_INDICATOR,
		_("The indicator %s takes its values from elsewhere and cannot have a second "
		  "source. Choose one that takes results of surveys, or make a new one."),
		now.code);
}

static bool
same_publication(const struct published *was, const struct publishing *x, const char *choice)
{
	const struct publication *p = x->p;

	return was->wave_id == x->wave->id && !strcmp(was->question, p->question) &&
	       was->statistic == p->statistic && !strcmp(was->choice, choice) &&
	       !strcmp(was->filter, p->filter ? p->filter : "") && was->weighted == p->weighted;
}

/* What stands there goes, where that was said, or where it is the same once more. */
static int
make_room(struct db *db, const struct publishing *x, const char *choice, struct error *err)
{
	struct published *was;
	struct stmt *q;

	if (published_find(db, x->card->id, x->wave->slot, x->wave->year, x->arena, &was, err))
		return -1;
	if (!was)
		return 0;
	if (!same_publication(was, x, choice)) {
		if (!x->p->replace)
			return error_field(err, ERROR_CONFLICT, PUBLICATION_FIELD_INDICATOR,
				_("The indicator %s has a result of this unit and year already: "
				  "wave %s, question %s, %s."),
				was->indicator, was->wave, was->question,
				published_what(was, x->arena));
		if (x->former)
			*x->former = *was;
	}
	q = db_start(db, Q_PUBLISHED_DELETE, err);
	db_bind_int(q, 1, was->id);
	db_bind_int(q, 2, was->rev);
	return db_run(q, NULL);
}

static void
bind_value(struct stmt *q, int parameter, const struct published_value *v)
{
	bool unweighed = !strcmp(v->missing, "no_weights");

	db_bind_double_or_null(q, parameter, v->value);
	/* The table knows two reasons; the third is told by a number that neither can have. */
	db_bind_text(q, parameter + 1, unweighed ? "no_answers" : v->missing);
	db_bind_int(q, parameter + 2, unweighed ? -1 : v->answers);
}

static int
insert(struct db *db, const struct publishing *x, const char *choice, struct error *err)
{
	struct stmt *q = db_start(db, Q_PUBLISHED_INSERT, err);
	char uid[UID_SIZE], now[32];

	db_bind_text(q, 1, random_uid(uid));
	db_bind_int(q, 2, x->card->id);
	db_bind_int(q, 3, x->wave->slot);
	db_bind_int(q, 4, x->wave->year);
	db_bind_int(q, 5, x->wave->id);
	db_bind_text(q, 6, x->p->question);
	db_bind_text(q, 7, published_statistic_name(x->p->statistic));
	db_bind_text(q, 8, choice);
	db_bind_text(q, 9, x->p->filter ? x->p->filter : "");
	db_bind_int(q, 10, x->p->weighted);
	bind_value(q, 11, x->out);
	db_bind_text(q, 14, clock_now_utc(now, sizeof(now)));
	db_bind_int(q, 15, db_person(db));
	return db_run(q, NULL);
}

static int
publish(struct db *db, void *context, struct error *err)
{
	struct publishing *x = context;
	struct wave_columns columns;
	const char *choice;

	if (x->wave->erased_at[0])
		return error_field(err, ERROR_INPUT, PUBLICATION_FIELD_WAVE,
			_("What the wave “%s” was keyed from has been erased; its published "
			  "results stay as they are."),
			x->wave->code);
	if (wave_columns_open(db, x->wave, i18n_code(), x->arena, &columns, err) ||
		publication_count(&columns, x->p, x->card->decimals, &choice, x->out, err) ||
		need_card(db, x, err) || make_room(db, x, choice, err) ||
		insert(db, x, choice, err))
		return -1;
	snprintf(x->summary, sizeof(x->summary), "%s: %s %s %s%s%s", x->card->code, x->wave->code,
		x->p->question, published_statistic_name(x->p->statistic), choice[0] ? ":" : "",
		choice);
	db_act_entity(db, x->card->id);
	return 0;
}

int
published_publish(struct db *db, const struct wave *wave, const struct publication *p,
	struct indicator *card, struct arena *arena, struct published *former,
	struct published_value *out, struct error *err)
{
	struct publishing x = { wave, p, card, arena, former, out, "" };
	struct db_act act = { "published.new", "indicator", 0, x.summary };
	int64_t id = card->id;

	if (former)
		*former = (struct published){ .id = 0 };
	if (db_write(db, &act, publish, &x, err) < 0) {
		card->id = id;
		return -1;
	}
	return 0;
}

/* ---- taking back ---- */

static int
retract(struct db *db, void *context, struct error *err)
{
	const struct published *p = context;
	struct stmt *q = db_start(db, Q_PUBLISHED_DELETE, err);
	int64_t changed;

	db_bind_int(q, 1, p->id);
	db_bind_int(q, 2, p->rev);
	if (db_run(q, &changed) < 0)
		return -1;
	if (changed)
		return 0;
	return error_set(err, ERROR_CONFLICT,
		_("This result was computed anew or taken back meanwhile. Nothing was changed; "
		  "look at it again."));
}

int
published_retract(struct db *db, const struct published *p, struct error *err)
{
	char summary[160];
	struct db_act act = { "published.retract", "indicator", p->indicator_id, summary };
	struct published copy = *p;

	snprintf(summary, sizeof(summary), "%s: %s %s %s%s%s", p->indicator, p->wave, p->question,
		published_statistic_name(p->statistic), p->choice[0] ? ":" : "", p->choice);
	return db_write(db, &act, retract, &copy, err);
}

/* ---- computing anew ---- */

struct standing { /* a result as it stands */
	int64_t id, indicator;
	struct publication p;
	int decimals, slot, year;
	const char *code;
	struct published_value value;
};

static int
load_standing(struct db *db, int64_t wave, struct arena *arena, struct standing **list, int *count,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_PUBLISHED_OF_WAVE, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, wave);
	while (db_next(q)) {
		struct standing *s;
		char word[128];

		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		s = &(*list)[(*count)++];
		*s = (struct standing){ .id = db_int(q, 0),
			.p = { .question = arena_string(arena, db_text(q, 1)),
				.filter = arena_string(arena, db_text(q, 4)),
				.weighted = db_int(q, 5) != 0 },
			.decimals = (int)db_int(q, 6),
			.value = { db_double_or_nan(q, 7), arena_string(arena, db_text(q, 8)),
				(long)db_int(q, 9), false },
			.slot = (int)db_int(q, 10),
			.year = (int)db_int(q, 11),
			.indicator = db_int(q, 12),
			.code = arena_string(arena, db_text(q, 13)) };
		snprintf(word, sizeof(word), "%s%s%s", db_text(q, 2), db_text(q, 3)[0] ? ":" : "",
			db_text(q, 3));
		publication_parse(arena_string(arena, word), &s->p, NULL);
	}
	return db_end(q);
}

static bool
differs(const struct standing *s, const struct published_value *now, const struct wave *w)
{
	return strcmp(s->value.missing, now->missing) || s->value.answers != now->answers ||
	       (!isnan(now->value) && s->value.value != now->value) || s->slot != w->slot ||
	       s->year != w->year;
}

/* The wave was given another unit or year, where a result of the same indicator stands. */
static int
refuse_taken(struct db *db, const struct standing *s, const struct wave *w, struct arena *arena,
	struct error *err)
{
	struct published *there;

	if (s->slot == w->slot && s->year == w->year)
		return 0;
	if (published_find(db, s->indicator, w->slot, w->year, arena, &there, err))
		return -1;
	if (!there)
		return 0;
	return error_set(err, ERROR_INPUT,
		_("The indicator %s has a result of that unit and year already, from the wave %s. "
		  "Take one of the two back first."),
		s->code, there->wave);
}

static int
change(struct db *db, const struct standing *s, const struct published_value *now,
	const struct wave *w, struct error *err)
{
	struct stmt *q = db_start(db, Q_PUBLISHED_CHANGE, err);
	char when[32];

	db_bind_int(q, 1, s->id);
	bind_value(q, 2, now);
	db_bind_text(q, 5, clock_now_utc(when, sizeof(when)));
	db_bind_int(q, 6, db_person(db));
	db_bind_int(q, 7, w->slot);
	db_bind_int(q, 8, w->year);
	return db_run(q, NULL);
}

static int
count_all(struct db *db, int64_t wave, const struct standing *list, int count, struct arena *arena,
	struct error *err)
{
	struct error why = { .code = ERROR_NONE };
	struct published_value now;
	struct wave_columns columns;
	struct wave w;
	bool opened;

	if (wave_load(db, wave, &w, err))
		return -1;
	if (w.erased_at[0])
		return 0; /* what it was counted from is partly gone; what was published stays */
	opened = wave_columns_open_few(db, &w, i18n_code(), arena, &columns, &why) == 0;
	if (!opened && why.code != ERROR_INPUT && why.code != ERROR_MISSING)
		return error_set(err, why.code, "%s", why.text);
	for (int i = 0; i < count; i++)
		if (publication_count_again(
			    opened ? &columns : NULL, &list[i].p, list[i].decimals, &now, err) ||
			(differs(&list[i], &now, &w) &&
				(refuse_taken(db, &list[i], &w, arena, err) ||
					change(db, &list[i], &now, &w, err))))
			return -1;
	return 0;
}

int
published_recompute(struct db *db, int64_t wave, struct error *err)
{
	struct arena arena = { 0 };
	struct standing *list;
	int count, result;

	assert(db_writing(db));
	result = load_standing(db, wave, &arena, &list, &count, err);
	if (result == 0 && count > 0)
		result = count_all(db, wave, list, count, &arena, err);
	arena_release(&arena);
	return result;
}
