/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small questionnaire and its database. */
#include "config.h"

#include "forms_fixture.h"

#include "base/random.h"
#include "model/database.h"
#include "model/person.h"
#include "store/internal.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define T QUESTION_TEXT

static const struct {
	enum question_type type;
	const char *name, *parent, *list, *relevant, *hard, *soft, *more;
} rows[] = {
	{ QUESTION_META, "start", "", "", "", "", "", "" },
	{ QUESTION_NOTE, "hello", "", "", "", "", "", "" },
	{ QUESTION_GROUP, "about", "", "", "", "", "", "" },
	{ QUESTION_SELECT_ONE, "sex", "about", "sex", "", "", "", "required" },
	{ QUESTION_INTEGER, "born", "about", "", "", ". >= 1900 and . <= 2026", ". <= 2010", "" },
	{ QUESTION_INTEGER, "household", "about", "", "", ". >= 1 and . <= 20", ". <= 10", "" },
	{ QUESTION_SELECT_ONE, "children", "about", "yes_no", "", "", "", "required" },
	{ QUESTION_INTEGER, "children_count", "about", "", "selected(${children}, 'yes')",
		". >= 1 and . < ${household}", "", "" },
	{ QUESTION_CALCULATE, "decade", "about", "", "", "", "", "calc=int(${age} div 10)" },
	{ QUESTION_CALCULATE, "age", "about", "", "", "", "", "calc=2026 - ${born}" },
	{ QUESTION_REPEAT, "child", "", "", "selected(${children}, 'yes')", "", "",
		"count=${children_count}" },
	{ QUESTION_INTEGER, "child_age", "child", "", "", ". >= 0 and . <= 25", "", "" },
	{ QUESTION_SELECT_ONE, "child_school", "child", "yes_no", "${child_age} >= 6", "", "", "" },
	{ QUESTION_SELECT_MULTIPLE, "services", "", "service", "", "", "", "max=3" },
	{ QUESTION_SELECT_ONE, "transport", "", "transport", "", "", "", "other" },
	{ QUESTION_SELECT_ONE, "district", "", "district", "", "", "", "" },
	{ QUESTION_SELECT_ONE, "street", "", "street", "", "", "", "filter" },
	{ QUESTION_GROUP, "quality", "", "", "${age} >= 18", "", "", "" },
	{ QUESTION_SELECT_ONE, "roads", "quality", "grade", "", "", "", "" },
	{ QUESTION_SELECT_ONE, "buses", "quality", "grade", "selected(${services}, 'bus')", "", "",
		"" },
	{ QUESTION_REPEAT, "trip", "", "", "", "", "", "" },
	{ T, "trip_to", "trip", "", "", "", "", "" },
	{ QUESTION_INTEGER, "trip_km", "trip", "", "", "", "", "" },
	{ QUESTION_CALCULATE, "all_km", "", "", "", "", "", "calc=sum(${trip_km})" },
	{ QUESTION_RANK, "goals", "", "goal", "", "", "", "max=2" },
	{ QUESTION_RANGE, "recommend", "", "", "", "", "", "range" },
	{ QUESTION_DECIMAL, "distance", "", "", "", ". >= 0", ". <= 10", "" },
	{ QUESTION_DATE, "moved_in", "", "", "", "", "", "" },
	{ T, "comments", "", "", "", "", "", "once" },
};

static const struct {
	const char *list, *name, *flag;
} choices[] = {
	{ "sex", "female", "" }, { "sex", "male", "" }, { "sex", "refused", "refused" },
	{ "yes_no", "yes", "" }, { "yes_no", "no", "" },
	{ "service", "bus", "" }, { "service", "school", "" }, { "service", "park", "" },
	{ "service", "library", "" }, { "service", "none", "exclusive" },
	{ "transport", "car", "" }, { "transport", "foot", "" },
	{ "district", "north", "" }, { "district", "south", "" },
	{ "street", "long", "north" }, { "street", "short", "south" }, { "street", "market", "south" },
	{ "grade", "1", "" }, { "grade", "2", "" }, { "grade", "3", "" }, { "grade", "9", "dk" },
	{ "goal", "jobs", "" }, { "goal", "air", "" }, { "goal", "homes", "" },
};

static void
plain_question(struct question *q)
{
	q->parent = -1;
	q->list = q->required = q->relevant = q->hard_check = q->soft_check = q->calculation =
		q->appearance = q->default_value = q->read_only = q->choice_filter =
			q->repeat_count = q->parameters = q->number = q->identity = "";
	q->second_keying = true;
}

static void
read_more(struct question *q, const char *more)
{
	if (!strcmp(more, "required"))
		q->required = "yes";
	else if (!strncmp(more, "calc=", 5))
		q->calculation = more + 5;
	else if (!strncmp(more, "count=", 6))
		q->repeat_count = more + 6;
	else if (!strncmp(more, "max=", 4))
		q->max_answers = atoi(more + 4);
	else if (!strcmp(more, "other"))
		q->or_other = true;
	else if (!strcmp(more, "filter"))
		q->choice_filter = "district = ${district}";
	else if (!strcmp(more, "range"))
		q->parameters = "start=0 end=10 step=1";
	else if (!strcmp(more, "once"))
		q->second_keying = false;
}

static void
fill_questions(struct questionnaire *q, struct arena *arena)
{
	q->question_count = sizeof(rows) / sizeof(rows[0]);
	q->questions = arena_array(arena, (size_t)q->question_count, sizeof(*q->questions));
	q->question_room = (size_t)q->question_count;
	for (int i = 0; i < q->question_count; i++) {
		struct question *x = &q->questions[i];

		plain_question(x);
		x->type = rows[i].type;
		x->name = rows[i].name;
		x->word = x->type == QUESTION_META ? "start" : question_type_name(x->type);
		x->list = rows[i].list;
		x->relevant = rows[i].relevant;
		x->hard_check = rows[i].hard;
		x->soft_check = rows[i].soft;
		x->identity = arena_format(arena, "trial/%s", x->name);
		x->label.in[0] = rows[i].name;
		if (x->hard_check[0])
			x->hard_message.in[0] = arena_format(arena, "twardo %s", x->name);
		read_more(x, rows[i].more);
		for (int p = 0; p < i; p++)
			if (!strcmp(q->questions[p].name, rows[i].parent))
				x->parent = p;
	}
}

static void
fill_choices(struct questionnaire *q, struct arena *arena)
{
	q->choice_count = sizeof(choices) / sizeof(choices[0]);
	q->choices = arena_array(arena, (size_t)q->choice_count, sizeof(*q->choices));
	q->choice_room = (size_t)q->choice_count;
	for (int i = 0; i < q->choice_count; i++) {
		struct choice *c = &q->choices[i];

		c->list = choices[i].list;
		c->name = choices[i].name;
		c->code = "";
		c->label.in[0] = c->name;
		c->exclusive = !strcmp(choices[i].flag, "exclusive");
		if (!strcmp(choices[i].flag, "refused"))
			c->missing = MISSING_REFUSED;
		if (!strcmp(choices[i].flag, "dk"))
			c->missing = MISSING_DONT_KNOW;
		if (strcmp(c->list, "street"))
			continue;
		c->extras = arena_new(arena, sizeof(*c->extras));
		c->extras[0] = (struct extra){ "district", choices[i].flag };
		c->extra_count = 1;
	}
}

void
fixture_questionnaire(struct questionnaire *q, struct arena *arena)
{
	*q = (struct questionnaire){ .code = "trial",
		.kind = "other",
		.form_version = "",
		.source = "",
		.published_at = "",
		.language_count = 1,
		.languages = { "Polski (pl)" },
		.title = { { "Ankieta próbna" } } };
	fill_questions(q, arena);
	fill_choices(q, arena);
}

/* ---- the database ---- */

void
forms_sql(struct forms *f, const char *fmt, ...)
{
	char sql[1024];
	va_list args;
	char *why = NULL;

	va_start(args, fmt);
	vsnprintf(sql, sizeof(sql), fmt, args);
	va_end(args);
	if (sqlite3_exec(f->db->handle, sql, NULL, NULL, &why) != SQLITE_OK) {
		fprintf(stderr, "%s: %s\n", sql, why);
		abort();
	}
}

int64_t
forms_number(struct forms *f, const char *sql)
{
	sqlite3_stmt *stmt;
	int64_t number = -1;

	if (sqlite3_prepare_v2(f->db->handle, sql, -1, &stmt, NULL) != SQLITE_OK) {
		fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(f->db->handle));
		abort();
	}
	if (sqlite3_step(stmt) == SQLITE_ROW)
		number = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return number;
}

static struct keyer
add_keyer(struct forms *f, int64_t id, const char *initials)
{
	struct keyer keyer = { .id = id, .declared = true };
	char uid[UID_SIZE];

	snprintf(keyer.name, sizeof(keyer.name), "Operator %s", initials);
	snprintf(keyer.initials, sizeof(keyer.initials), "%s", initials);
	forms_sql(f, "INSERT INTO operator (id, uid, name, initials, starts_on) "
		     "VALUES (%lld, '%s', '%s', '%s', '2020-01-01')",
		(long long)id, random_uid(uid), keyer.name, initials);
	return keyer;
}

static void
add_wave(struct forms *f)
{
	char uid[UID_SIZE];

	forms_sql(f, "INSERT INTO unit (slot, code, level, origin) SELECT 901, '99', 'country', 'teryt' "
		     "WHERE NOT EXISTS (SELECT 1 FROM unit)");
	forms_sql(f, "INSERT INTO survey (id, uid, code, name, questionnaire_id) "
		     "VALUES (1, '%s', 's', 'Badanie', %lld)",
		random_uid(uid), (long long)f->q.id);
	forms_sql(f, "INSERT INTO wave (id, uid, survey_id, code, slot, year, version_id, sample, "
		     "anonymity, second_choice, second_every, threshold) VALUES (1, '%s', 1, 's-26', "
		     "(SELECT min(slot) FROM unit), 2026, %lld, 'returned', 'anonymous', 'nth', 5, 1)",
		random_uid(uid), (long long)f->q.version_id);
	forms_sql(f, "INSERT INTO batch (id, uid, wave_id, number, received_on, received, "
		     "first_number, last_number, second_start) VALUES (1, '%s', 1, 1, '2026-01-02', "
		     "%d, 101, %d, 2)",
		random_uid(uid), FIXTURE_FORMS, 100 + FIXTURE_FORMS);
	for (int i = 1; i <= FIXTURE_FORMS; i++)
		forms_sql(f, "INSERT INTO form (id, uid, wave_id, batch_id, number, version_id) "
			     "VALUES (%d, '%s', 1, 1, %d, %lld)",
			i, random_uid(uid), 100 + i, (long long)f->q.version_id);
	f->wave = f->batch = 1;
}

int
forms_fill(struct forms *f)
{
	struct questionnaire plain;

	fixture_questionnaire(&f->q, &f->arena);
	if (questionnaire_save(f->db, &f->q, &f->err) < 0 ||
		questionnaire_publish(f->db, f->q.version_id, f->q.version_rev, &f->err) < 0)
		return -1;
	plain = f->q;
	questionnaire_keyed(&plain, &f->arena, &f->q);
	forms_sql(f, "BEGIN");
	f->anna = add_keyer(f, 1, "AN");
	f->jan = add_keyer(f, 2, "JK");
	f->ewa = add_keyer(f, 3, "EW");
	add_wave(f);
	forms_sql(f, "COMMIT");
	return 0;
}

int
forms_open(struct forms *f, const char *path)
{
	struct person person;
	int opened;

	*f = (struct forms){ .db = NULL };
	opened = path ? database_open(&f->db, path, DB_CREATE, NULL, &f->err)
		      : database_open_memory(&f->db, &f->err);
	if (opened < 0 || person_enter(f->db, "anna", &person, &f->err) < 0 || forms_fill(f) < 0)
		return -1;
	return route_open(&f->r, &f->q, &f->err);
}

void
forms_close(struct forms *f)
{
	route_close(f->r);
	db_close(f->db);
	arena_release(&f->arena);
}

int
forms_question(const struct forms *f, const char *name)
{
	return question_by_name(&f->q, name);
}

/* Where one is gone, what is done with it fails by itself. */
struct wave *
forms_wave(struct forms *f)
{
	struct error ignored = { 0 };

	(void)wave_load(f->db, f->wave, &f->wave_now, &ignored);
	return &f->wave_now;
}

struct batch *
forms_batch(struct forms *f)
{
	struct error ignored = { 0 };

	(void)batch_load(f->db, f->batch, &f->batch_now, &ignored);
	return &f->batch_now;
}

/* ---- keying ---- */

/* "name=value", "name:2=value" for the second pass, "name=!illegible" for a reason. */
void
forms_parse(const struct questionnaire *q, struct answers *a, const char *answers)
{
	char copy[1024], *save = NULL;

	snprintf(copy, sizeof(copy), "%s", answers);
	for (char *p = strtok_r(copy, "|", &save); p; p = strtok_r(NULL, "|", &save)) {
		char *value = strchr(p, '='), *pass = strchr(p, ':');
		bool reason;

		*value++ = '\0';
		if (pass && pass < value)
			*pass++ = '\0';
		else
			pass = NULL;
		reason = *value == '!';
		answers_put(a, question_by_name(q, p), pass ? atoi(pass) : 1, reason ? "" : value,
			reason ? (enum missing)missing_by_name(value + 1) : MISSING_NONE, 0);
	}
}

int
forms_key(struct forms *f, int64_t number, enum reading_kind kind, const struct keyer *keyer,
	const char *answers, int *differences)
{
	struct arena arena = { 0 };
	struct answers a = { .arena = &arena };
	struct reading reading;
	struct form form;
	int result = -1;

	forms_parse(&f->q, &a, answers);
	error_clear(&f->err);
	if (form_by_number(f->db, f->wave, number, &form, &f->err) == 0 &&
		reading_open(f->db, &form, kind, keyer, &f->q, false, &reading, &f->err) == 0 &&
		route_complete(f->r, &a, false, &f->err) == 0)
		result = reading_finish(
			f->db, &reading, &f->q, &a, NULL, 0, differences, &f->err);
	arena_release(&arena);
	return result;
}
