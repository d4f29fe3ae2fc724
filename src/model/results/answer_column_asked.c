/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a wave asks: the questions of all versions in which its forms were keyed, laid over each
 * other by identity and name, their choices by name. */
#include "config.h"

#include "model/results/answer_column_parts.h"

#include "model/queries.h"
#include "model/keying/route.h"

#include <string.h>

enum packed_kind
column_packed_kind(enum question_type type)
{
	switch (type) {
	case QUESTION_SELECT_ONE:
		return PACKED_CHOICE;
	case QUESTION_SELECT_MULTIPLE:
		return PACKED_MARKS;
	case QUESTION_RANK:
		return PACKED_PLACES;
	case QUESTION_DATE:
		return PACKED_DATE;
	case QUESTION_TEXT:
		return PACKED_TEXT;
	default:
		return PACKED_NUMBER;
	}
}

static bool
has_column(const struct question *q)
{
	return question_asked(q) || q->type == QUESTION_CALCULATE;
}

int
column_asked_by_name(const struct column_book *b, const char *name)
{
	for (int i = 0; i < b->asked_count; i++)
		if (!strcmp(b->asked[i].name, name))
			return i;
	return -1;
}

/* The same name, else the same identity. */
static int
find_asked(const struct column_book *b, const struct question *q)
{
	int named = column_asked_by_name(b, q->name);

	for (int i = 0; named < 0 && i < b->asked_count; i++)
		if (!strcmp(b->asked[i].identity, q->identity))
			named = i;
	return named;
}

static bool
in_union(const struct column_asked *a, const char *name)
{
	for (int i = 0; i < a->choice_count; i++)
		if (!strcmp(a->choices[i], name))
			return true;
	return false;
}

static void
add_choices(struct wave_columns *w, struct column_asked *a, const struct questionnaire *q,
	const struct question *x)
{
	int *list, count = choice_list(q, x->list, w->arena, &list);
	const char **more = arena_array(
		w->arena, (size_t)(a->choice_count + count) + 1, sizeof(*more));

	if (a->choice_count)
		memcpy(more, a->choices, (size_t)a->choice_count * sizeof(*more));
	a->choices = more;
	for (int i = 0; i < count; i++)
		if (!in_union(a, q->choices[list[i]].name))
			a->choices[a->choice_count++] = q->choices[list[i]].name;
}

static struct column_asked *
new_asked(struct wave_columns *w, int version, int question)
{
	struct column_book *b = w->book;
	const struct question *x = &b->versions[version].q.questions[question];
	struct column_asked *a;

	b->asked = arena_grow(
		w->arena, b->asked, (size_t)b->asked_count, &b->asked_room, sizeof(*b->asked));
	a = &b->asked[b->asked_count++];
	*a = (struct column_asked){ .name = x->name,
		.identity = x->identity,
		.type = x->type,
		.repeats = question_repeat(&b->versions[version].q, question) >= 0,
		.version = version,
		.question = question,
		.in = arena_array(w->arena, (size_t)b->version_count, sizeof(*a->in)) };
	for (int v = 0; v < b->version_count; v++)
		a->in[v] = -1;
	return a;
}

/* A question that was of another kind in an older version counts as not asked there: its answers
 * cannot stand in one column. */
static void
add_version(struct wave_columns *w, int version)
{
	struct column_book *b = w->book;
	const struct questionnaire *q = &b->versions[version].q;

	for (int i = 0; i < q->question_count; i++) {
		const struct question *x = &q->questions[i];
		struct column_asked *a;
		int at;

		if (!has_column(x))
			continue;
		at = find_asked(b, x);
		a = at < 0 ? new_asked(w, version, i) : &b->asked[at];
		if (a->in[version] >= 0 ||
			column_packed_kind(a->type) != column_packed_kind(x->type) ||
			a->repeats != (question_repeat(q, i) >= 0))
			continue;
		a->in[version] = i;
		if (question_has_choices(x))
			add_choices(w, a, q, x);
	}
}

static int
load_coded(struct wave_columns *w, struct error *err)
{
	struct column_book *b = w->book;
	struct stmt *row = db_start(w->db, Q_COLUMN_CODED, err);
	size_t room = 0;

	db_bind_int(row, 1, w->wave->survey);
	while (db_next(row)) {
		b->coded = arena_grow(
			w->arena, b->coded, (size_t)b->coded_count, &room, sizeof(*b->coded));
		b->coded[b->coded_count++] = arena_string(w->arena, db_text(row, 0));
	}
	return db_end(row);
}

static int
load_version(struct wave_columns *w, int64_t id, struct questionnaire *out, struct error *err)
{
	struct questionnaire plain;

	if (questionnaire_load_version(w->db, id, w->arena, &plain, err) < 0)
		return -1;
	questionnaire_keyed(&plain, w->arena, out);
	return 0;
}

int
column_asked_load(struct wave_columns *w, const int64_t *versions, int count,
	const char *language, struct error *err)
{
	struct column_book *b = w->book;
	struct questionnaire *current;

	b->versions = arena_array(w->arena, (size_t)count + 1, sizeof(*b->versions));
	b->version_count = count;
	for (int v = 0; v < count; v++) {
		b->versions[v].id = versions[v];
		if (load_version(w, versions[v], &b->versions[v].q, err) < 0)
			return -1;
		b->versions[v].language =
			questionnaire_language(&b->versions[v].q, language);
		if (versions[v] == w->wave->version)
			w->q = &b->versions[v].q;
	}
	if (!w->q) {
		current = arena_new(w->arena, sizeof(*current));
		if (load_version(w, w->wave->version, current, err) < 0)
			return -1;
		w->q = current;
	}
	w->language = questionnaire_language(w->q, language);
	for (int v = 0; v < count; v++)
		add_version(w, v);
	return load_coded(w, err);
}
