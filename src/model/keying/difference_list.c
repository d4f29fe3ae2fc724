/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where readings differ: how many places there are, the places for lists, and differences with both
 * readings. */
#include "config.h"

#include "model/keying/difference.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/queries.h"

/* ---- what questions are called ---- */

struct named { /* a question, once somebody asked for it */
	bool known;
	const char *name, *label;
	int page;
	char number[16];
};

struct version {
	struct questionnaire q;
	struct named *of; /* by question */
};

/* Names, pages and numbers come from each form's own version. A number is counted from the first
 * question on, so each is looked up once. */
struct naming {
	struct db *db;
	struct arena *arena;
	struct version **versions;
	int count;
	size_t room;
};

static struct version *
version_of(struct naming *n, int64_t id, struct error *err)
{
	struct version *v;

	for (int i = n->count - 1; i >= 0; i--)
		if (n->versions[i]->q.version_id == id)
			return n->versions[i];
	v = arena_array(n->arena, 1, sizeof(*v));
	if (questionnaire_load_version(n->db, id, n->arena, &v->q, err) < 0)
		return NULL;
	v->of = arena_array(n->arena, (size_t)v->q.question_count + 1, sizeof(*v->of));
	n->versions = arena_grow(
		n->arena, n->versions, (size_t)n->count, &n->room, sizeof(struct version *));
	return n->versions[n->count++] = v;
}

/* NULL = the version cannot be read. */
static const struct named *
name_of(struct naming *n, int64_t version, int64_t question, struct error *err)
{
	static const struct named nobody = { .known = true, .name = "", .label = "" };
	const char *language = i18n_code();
	struct version *v = version_of(n, version, err);
	const struct questionnaire *q = v ? &v->q : NULL;
	int i = v ? question_by_id(q, question) : -1;
	struct named *found = i < 0 ? NULL : &v->of[i];

	if (!found)
		return v ? &nobody : NULL;
	if (found->known)
		return found;
	*found = (struct named){ .known = true,
		.name = q->questions[i].name,
		.label = questionnaire_text(
			q, &q->questions[i].label, questionnaire_language(q, language)),
		.page = question_page(q, i) };
	question_number(q, i, found->number, sizeof(found->number));
	return found;
}

/* ---- places ---- */

enum { CROWDED = 8 /* times as many places as are wanted */ };

int
difference_count(struct db *db, int64_t wave, int64_t batch, struct difference_counts *counts,
	struct error *err)
{
	struct stmt *row =
		db_start(db, batch ? Q_DIFFERENCE_COUNT_BATCH : Q_DIFFERENCE_COUNT_WAVE, err);

	*counts = (struct difference_counts){ 0 };
	db_bind_int(row, 1, batch ? batch : wave);
	if (db_next(row))
		*counts = (struct difference_counts){ (int)db_int(row, 0), (int)db_int(row, 1) };
	return db_end(row);
}

static int
read_place(struct stmt *row, struct naming *n, struct difference_place *d, struct error *err)
{
	const struct named *named = name_of(n, db_int(row, 6), db_int(row, 2), err);

	if (!named)
		return -1;
	*d = (struct difference_place){ .form = db_int(row, 0),
		.number = db_int(row, 1),
		.question = db_int(row, 2),
		.occurrence = (int)db_int(row, 3),
		.page = named->page,
		.name = named->name,
		.label = named->label,
		.question_number = named->number };
	text_copy(d->outcome, sizeof(d->outcome), db_text(row, 4));
	text_copy(d->settled, sizeof(d->settled), db_text(row, 5));
	return 0;
}

struct places {
	struct naming naming;
	int64_t wave, batch;
	struct difference_place *list;
	int count;
	size_t room;
};

/* Places of forms that were keyed twice are found by an index and then sorted. Where they are far
 * more than are wanted, forms are walked by their numbers until there are enough. */
static int
add_places(struct places *p, bool open, int there, int limit, struct error *err)
{
	bool crowded = limit && there / CROWDED > limit;
	struct stmt *row = db_start(p->naming.db,
		p->batch  ? Q_DIFFERENCE_PLACES_BATCH
		: crowded ? Q_DIFFERENCE_PLACES_NUMBER
			  : Q_DIFFERENCE_PLACES_WAVE,
		err);
	int result = 0;

	db_bind_int(row, 1, p->batch ? p->batch : p->wave);
	db_bind_int(row, 2, open);
	db_bind_int(row, 3, limit ? limit : -1);
	while (result == 0 && db_next(row)) {
		p->list = arena_grow(p->naming.arena, p->list, (size_t)p->count, &p->room,
			sizeof(*p->list));
		result = read_place(row, &p->naming, &p->list[p->count++], err);
	}
	return db_end(row) < 0 ? -1 : result;
}

int
difference_places(struct db *db, int64_t wave, int64_t batch, int limit, struct arena *arena,
	struct difference_place **list, int *count, struct difference_counts *counts,
	struct error *err)
{
	struct places p = { .naming = { .db = db, .arena = arena }, .wave = wave, .batch = batch };
	int settled;

	*list = NULL;
	*count = 0;
	if (difference_count(db, wave, batch, counts, err) < 0 ||
		add_places(&p, true, counts->open, limit, err) < 0)
		return -1;
	settled = counts->all - counts->open;
	if ((!limit || p.count < limit) &&
		add_places(&p, false, settled, limit ? limit - p.count : 0, err) < 0)
		return -1;
	*list = p.list;
	*count = p.count;
	return 0;
}

/* ---- both readings ---- */

static int
read_difference(struct stmt *row, struct naming *n, struct difference *d, struct error *err)
{
	const struct named *named = name_of(n, db_int(row, 7), db_int(row, 2), err);
	int first = missing_by_name(db_text(row, 9)), second = missing_by_name(db_text(row, 11));
	int third = missing_by_name(db_text(row, 15));

	if (!named)
		return -1;
	*d = (struct difference){ .form = db_int(row, 0),
		.number = db_int(row, 1),
		.question = db_int(row, 2),
		.occurrence = (int)db_int(row, 3),
		.page = named->page,
		.name = named->name,
		.label = named->label,
		.first = arena_string(n->arena, db_text(row, 8)),
		.second = arena_string(n->arena, db_text(row, 10)),
		.first_missing =
			db_null(row, 9) || first < 0 ? MISSING_OFF_ROUTE : (enum missing)first,
		.second_missing =
			db_null(row, 11) || second < 0 ? MISSING_OFF_ROUTE : (enum missing)second,
		.third = arena_string(n->arena, db_text(row, 14)),
		.third_missing = third < 0 ? MISSING_NONE : (enum missing)third };
	text_copy(d->question_number, sizeof(d->question_number), named->number);
	text_copy(d->outcome, sizeof(d->outcome), db_text(row, 4));
	text_copy(d->charged, sizeof(d->charged), db_text(row, 5));
	text_copy(d->settled, sizeof(d->settled), db_text(row, 6));
	text_copy(d->first_keyer, sizeof(d->first_keyer), db_text(row, 12));
	text_copy(d->second_keyer, sizeof(d->second_keyer), db_text(row, 13));
	return 0;
}

/* Whose initials are told: coordinators see all (0), others their own; nobody has the id -1. */
static int
whose_keyers(struct db *db, int64_t *whose, struct error *err)
{
	struct stmt *row;
	bool all;

	*whose = 0;
	if (difference_coordinates(db, &all, err) < 0)
		return -1;
	if (all)
		return 0;
	row = db_start(db, Q_OPERATOR_OWN, err);
	db_bind_int(row, 1, 0);
	db_bind_int(row, 2, db_person(db));
	*whose = db_next(row) ? db_int(row, 0) : -1;
	return db_end(row);
}

int
difference_list(struct db *db, int64_t wave, int64_t batch, bool open_only, struct arena *arena,
	struct difference **list, int *count, struct error *err)
{
	struct naming naming = { .db = db, .arena = arena };
	size_t room = 0;
	int64_t whose;
	struct stmt *row;
	int result = 0;

	*list = NULL;
	*count = 0;
	if (whose_keyers(db, &whose, err) < 0)
		return -1;
	row = db_start(db, batch ? Q_DIFFERENCE_LIST_BATCH : Q_DIFFERENCE_LIST_WAVE, err);
	db_bind_int(row, 1, batch ? batch : wave);
	db_bind_int(row, 2, open_only);
	db_bind_int(row, 3, whose);
	while (result == 0 && db_next(row)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		result = read_difference(row, &naming, &(*list)[(*count)++], err);
	}
	return db_end(row) < 0 ? -1 : result;
}

int
difference_load(struct db *db, const struct difference_place *place, struct arena *arena,
	struct difference *d, struct error *err)
{
	struct naming naming = { .db = db, .arena = arena };
	struct stmt *row;
	int64_t whose;
	int result = -1;
	bool found;

	if (whose_keyers(db, &whose, err) < 0)
		return -1;
	row = db_start(db, Q_DIFFERENCE_LIST_FIELD, err);
	db_bind_int(row, 1, place->form);
	db_bind_int(row, 2, place->question);
	db_bind_int(row, 3, whose);
	db_bind_int(row, 4, place->occurrence);
	found = db_next(row);
	if (found)
		result = read_difference(row, &naming, d, err);
	if (db_end(row) < 0 || found)
		return result;
	return error_set(err, ERROR_MISSING,
		_("Form %lld has no difference in the question %s any more. Look at the list "
		  "again."),
		(long long)place->number, place->question_number);
}

int
difference_next(struct db *db, int64_t wave, int64_t batch, int64_t number, struct arena *arena,
	struct difference *next, int *left, struct error *err)
{
	struct places p = { .naming = { .db = db, .arena = arena }, .wave = wave, .batch = batch };
	int found = 0;

	*left = 0;
	if (add_places(&p, true, 0, 0, err) < 0)
		return -1;
	*left = p.count;
	while (found < p.count && p.list[found].number < number)
		found++;
	if (!p.count)
		return 0;
	return difference_load(db, &p.list[found < p.count ? found : 0], arena, next, err);
}
