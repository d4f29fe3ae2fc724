/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparing the second reading with the first, and listing where they differ. */
#include "config.h"

#include "model/difference.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"
#include "model/form_parts.h"
#include "model/queries.h"

#include <stdlib.h>
#include <string.h>

/* ---- when two answers are the same ---- */

/* Without blanks at the ends, in lower case; free(). */
static char *
plain(const char *text)
{
	size_t length, room;
	char *bare, *lower;

	text += strspn(text, " \t\n");
	for (length = strlen(text); length && strchr(" \t\n", text[length - 1]); length--)
		;
	room = 2 * length + 8;
	bare = memory_new(length + 1);
	lower = memory_new(room);
	memcpy(bare, text, length);
	text_lower(lower, room, bare);
	free(bare);
	return lower;
}

static bool
same_text(const char *a, const char *b)
{
	char *x, *y;
	bool same;

	if (!strcmp(a, b))
		return true;
	x = plain(a);
	y = plain(b);
	same = !strcmp(x, y);
	free(x);
	free(y);
	return same;
}

static bool
holds_all(const char *value, const char *names)
{
	for (const char *p = names; *p;) {
		size_t n = strcspn(p, " ");
		bool found = false;

		for (const char *v = value; *v && !found;) {
			size_t m = strcspn(v, " ");

			found = m == n && !memcmp(v, p, n);
			v += m;
			v += *v == ' ';
		}
		if (n && !found)
			return false;
		p += n;
		p += *p == ' ';
	}
	return true;
}

static bool
same_number(const char *a, const char *b)
{
	char *end_a, *end_b;
	double x = strtod(a, &end_a), y = strtod(b, &end_b);

	return *a && *b && !*end_a && !*end_b ? x == y : !strcmp(a, b);
}

static bool
is_blank(enum missing missing)
{
	return missing == MISSING_NO_ANSWER || missing == MISSING_OFF_ROUTE;
}

bool
difference_same(const struct question *q, const struct answer *a, const struct answer *b)
{
	const char *first = a ? a->value : "", *second = b ? b->value : "";
	enum missing why = a ? a->missing : MISSING_OFF_ROUTE;
	enum missing reason = b ? b->missing : MISSING_OFF_ROUTE;

	if (!first[0] && !second[0])
		return why == reason || (is_blank(why) && is_blank(reason));
	if (!first[0] || !second[0])
		return false;
	switch (q->type) {
	case QUESTION_SELECT_MULTIPLE:
		return holds_all(first, second) && holds_all(second, first);
	case QUESTION_INTEGER:
	case QUESTION_DECIMAL:
	case QUESTION_RANGE:
		return same_number(first, second);
	default:
		return same_text(first, second);
	}
}

/* ---- comparing ---- */

struct comparing {
	struct form_now form;
	const struct questionnaire *q;
	bool *twice; /* by question */
	struct answers first, second;
	int compared, found;
	struct arena arena;
};

static int
load_twice(struct db *db, struct comparing *c, struct error *err)
{
	struct stmt *row = db_start(db, Q_DIFFERENCE_QUESTIONS, err);

	c->twice = arena_array(&c->arena, (size_t)c->q->question_count + 1, sizeof(*c->twice));
	db_bind_int(row, 1, c->form.wave);
	db_bind_int(row, 2, c->form.version);
	while (db_next(row)) {
		int question = question_by_id(c->q, db_int(row, 0));

		if (question >= 0)
			c->twice[question] = question_asked(&c->q->questions[question]);
	}
	return db_end(row);
}

static int
add(struct db *db, const struct comparing *c, int question, int occurrence, struct error *err)
{
	struct stmt *row = db_start(db, Q_DIFFERENCE_ADD, err);
	bool verify = c->form.verify;

	db_bind_int(row, 1, c->form.id);
	db_bind_int(row, 2, c->q->questions[question].id);
	db_bind_int(row, 3, occurrence);
	db_bind_text(row, 4, verify ? "second" : "open");
	db_bind_text(row, 5, verify ? "first" : "nobody");
	db_bind_text(row, 6, verify ? "verify" : "");
	return db_run(row, NULL);
}

/* One field; either answer may be NULL. */
static int
compare_field(struct db *db, struct comparing *c, const struct answer *a, const struct answer *b,
	struct error *err)
{
	const struct answer *any = a ? a : b;
	bool nothing = (!a || (!a->value[0] && a->missing == MISSING_OFF_ROUTE)) &&
		       (!b || (!b->value[0] && b->missing == MISSING_OFF_ROUTE));

	if (!c->twice[any->question] || nothing || (a && (a->marks & ANSWER_PASSED_OVER)) ||
		(b && (b->marks & ANSWER_PASSED_OVER)))
		return 0;
	c->compared++;
	if (difference_same(&c->q->questions[any->question], a, b))
		return 0;
	c->found++;
	return add(db, c, any->question, any->occurrence, err);
}

static int
order(const struct answer *a, const struct answer *b)
{
	if (a->question != b->question)
		return a->question < b->question ? -1 : 1;
	return (a->occurrence > b->occurrence) - (a->occurrence < b->occurrence);
}

static int
compare_all(struct db *db, struct comparing *c, struct error *err)
{
	int i = 0, k = 0;

	while (i < c->first.count || k < c->second.count) {
		const struct answer *a = i < c->first.count ? &c->first.list[i] : NULL;
		const struct answer *b = k < c->second.count ? &c->second.list[k] : NULL;
		int which = !a ? 1 : !b ? -1 : order(a, b);

		i += which <= 0;
		k += which >= 0;
		if (compare_field(db, c, which <= 0 ? a : NULL, which >= 0 ? b : NULL, err) < 0)
			return -1;
	}
	return 0;
}

static int
compare(struct db *db, struct comparing *c, struct error *err)
{
	struct stmt *row;

	if (load_twice(db, c, err) < 0 ||
		form_reading(db, c->form.id, 1, c->q, &c->first, err) < 0 ||
		form_reading(db, c->form.id, 2, c->q, &c->second, err) < 0 ||
		compare_all(db, c, err) < 0)
		return -1;
	row = db_start(db, Q_DIFFERENCE_COMPARED, err);
	db_bind_int(row, 1, c->form.id);
	db_bind_int(row, 2, c->compared);
	return db_run(row, NULL);
}

int
difference_compare(struct db *db, int64_t form, const struct questionnaire *q, int *differences,
	struct error *err)
{
	struct comparing c = { .q = q };
	int result;

	c.first.arena = c.second.arena = &c.arena;
	result = form_now_load(db, form, &c.form, err) < 0 ? -1 : compare(db, &c, err);
	*differences = c.found;
	arena_release(&c.arena);
	return result;
}

struct slipping {
	const struct reading *r;
	int64_t question;
	int occurrence;
};

static int
slip(struct db *db, void *context, struct error *err)
{
	const struct slipping *s = context;
	struct stmt *row = db_start(db, Q_DIFFERENCE_SLIP, err);

	db_bind_int(row, 1, s->r->form);
	db_bind_int(row, 2, s->question);
	db_bind_int(row, 3, s->occurrence);
	return db_run(row, NULL);
}

int
difference_slip(
	struct db *db, const struct reading *r, int64_t question, int occurrence, struct error *err)
{
	struct slipping s = { r, question, occurrence };

	return db_write(db, NULL, slip, &s, err);
}

/* ---- listing ---- */

static void
read_difference(struct stmt *row, struct arena *arena, struct difference *d)
{
	int first = missing_by_name(db_text(row, 9)), second = missing_by_name(db_text(row, 11));
	int third = missing_by_name(db_text(row, 15));

	*d = (struct difference){ .form = db_int(row, 0),
		.number = db_int(row, 1),
		.question = db_int(row, 2),
		.occurrence = (int)db_int(row, 3),
		.first = arena_string(arena, db_text(row, 8)),
		.second = arena_string(arena, db_text(row, 10)),
		.first_missing =
			db_null(row, 9) || first < 0 ? MISSING_OFF_ROUTE : (enum missing)first,
		.second_missing =
			db_null(row, 11) || second < 0 ? MISSING_OFF_ROUTE : (enum missing)second,
		.third = arena_string(arena, db_text(row, 14)),
		.third_missing = third < 0 ? MISSING_NONE : (enum missing)third };
	text_copy(d->outcome, sizeof(d->outcome), db_text(row, 4));
	text_copy(d->charged, sizeof(d->charged), db_text(row, 5));
	text_copy(d->settled, sizeof(d->settled), db_text(row, 6));
	text_copy(d->first_keyer, sizeof(d->first_keyer), db_text(row, 12));
	text_copy(d->second_keyer, sizeof(d->second_keyer), db_text(row, 13));
}

static void
name_question(const struct questionnaire *q, struct difference *d)
{
	int i = question_by_id(q, d->question);
	const char *language = i18n_language() == LANGUAGE_POLISH ? "pl" : "en";

	d->name = d->label = "";
	if (i < 0)
		return;
	d->name = q->questions[i].name;
	d->label =
		questionnaire_text(q, &q->questions[i].label, questionnaire_language(q, language));
	d->page = question_page(q, i);
	question_number(q, i, d->question_number, sizeof(d->question_number));
}

/* Names, pages and numbers come from each form's own version; forms of one version follow each
 * other nearly always. */
static int
name_all(struct db *db, struct arena *arena, struct difference *list, const int64_t *versions,
	int count, struct error *err)
{
	struct questionnaire q = { .version_id = 0 };

	for (int i = 0; i < count; i++) {
		if (q.version_id != versions[i] &&
			questionnaire_load_version(db, versions[i], arena, &q, err) < 0)
			return -1;
		name_question(&q, &list[i]);
	}
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
	int64_t whose;
	struct stmt *row;
	size_t room = 0, version_room = 0;
	int64_t *versions = NULL;

	*list = NULL;
	*count = 0;
	if (whose_keyers(db, &whose, err) < 0)
		return -1;
	row = db_start(db, batch ? Q_DIFFERENCE_LIST_BATCH : Q_DIFFERENCE_LIST_WAVE, err);
	db_bind_int(row, 1, batch ? batch : wave);
	db_bind_int(row, 2, open_only);
	db_bind_int(row, 3, whose);
	while (db_next(row)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		versions = arena_grow(
			arena, versions, (size_t)*count, &version_room, sizeof(*versions));
		versions[*count] = db_int(row, 7);
		read_difference(row, arena, &(*list)[(*count)++]);
	}
	if (db_end(row) < 0)
		return -1;
	return name_all(db, arena, *list, versions, *count, err);
}
