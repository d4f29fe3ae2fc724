/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparing the second reading with the first. */
#include "config.h"

#include "model/keying/difference.h"

#include "base/memory.h"
#include "base/text.h"
#include "model/surveys/form_parts.h"
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
