/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The made-up survey and its database. */
#include "config.h"

#include "survey_fixture.h"

#include "model/database.h"
#include "model/person.h"
#include "store/internal.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct made_question {
	enum question_type type;
	const char *name, *list, *relevant, *calculation;
} rows[] = {
	{ QUESTION_SELECT_ONE, "sex", "sex", "", "" },
	{ QUESTION_INTEGER, "age", "", "", "" },
	{ QUESTION_SELECT_ONE, "place", "place", "", "" },
	{ QUESTION_SELECT_MULTIPLE, "services", "service", "", "" },
	{ QUESTION_RANK, "goals", "goal", "", "" },
	{ QUESTION_RANGE, "recommend", "", "", "" },
	{ QUESTION_DECIMAL, "income", "", "", "" },
	{ QUESTION_DATE, "moved", "", "", "" },
	{ QUESTION_SELECT_ONE, "children", "yes_no", "", "" },
	{ QUESTION_INTEGER, "kids", "", "${children} = '1'", "" },
	{ QUESTION_TEXT, "comments", "", "", "" },
	{ QUESTION_CALCULATE, "double", "", "", "${age} * 2" },
	{ QUESTION_CALCULATE, "band", "", "", "if(${age} < 40, 'young', 'old')" },
};
enum { FIXED = sizeof(rows) / sizeof(rows[0]) };

static const struct {
	const char *list;
	int count;
} lists[] = { { "sex", 2 }, { "place", 6 }, { "service", 12 }, { "goal", 5 }, { "yes_no", 2 },
	{ "rating5n", 5 } };

/* Knuth's MMIX numbers: the same everywhere. */
static unsigned
draw(uint64_t *state, unsigned below)
{
	*state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (unsigned)((*state >> 33) % below);
}

/* ---- the questionnaire ---- */

static void
add_question(struct made_survey *s, const struct made_question *r)
{
	struct question *x = &s->q.questions[s->q.question_count++];

	*x = (struct question){ .parent = -1,
		.type = r->type,
		.word = question_type_name(r->type),
		.name = r->name,
		.identity = arena_format(&s->arena, "made/%s", r->name),
		.list = r->list,
		.required = "",
		.relevant = r->relevant,
		.hard_check = "",
		.soft_check = "",
		.calculation = r->calculation,
		.appearance = "",
		.default_value = "",
		.read_only = "",
		.choice_filter = "",
		.repeat_count = "",
		.parameters = r->type == QUESTION_RANGE ? "start=0 end=10 step=1" : "",
		.max_answers = r->type == QUESTION_RANK ? 3 : 0,
		.number = "",
		.label = { { arena_format(&s->arena, "Pytanie o %s", r->name) } } };
}

static void
add_choice(struct made_survey *s, const char *list, int name, enum missing missing)
{
	struct choice *c = &s->q.choices[s->q.choice_count++];

	*c = (struct choice){ .list = list,
		.name = arena_format(&s->arena, "%d", name),
		.code = "",
		.missing = missing,
		.label = { { missing ? missing_reason(missing)->name
				     : arena_format(&s->arena, "odpowiedź %c", 'a' + name) } } };
}

static void
make_questionnaire(struct made_survey *s)
{
	s->q = (struct questionnaire){ .code = "made",
		.kind = "residents",
		.form_version = "",
		.source = "",
		.published_at = "",
		.language_count = 1,
		.languages = { "Polski (pl)" },
		.title = { { "Ankieta zmyślona" } } };
	s->q.questions = arena_array(&s->arena, MADE_QUESTIONS, sizeof(*s->q.questions));
	s->q.choices = arena_array(&s->arena, 64, sizeof(*s->q.choices));
	for (int i = 0; i < FIXED - 2; i++)
		add_question(s, &rows[i]);
	for (int i = 1; i <= MADE_RATINGS; i++) {
		struct made_question r = { QUESTION_SELECT_ONE,
			arena_format(&s->arena, "rate%d", i), "rating5n", "", "" };

		add_question(s, &r);
	}
	add_question(s, &rows[FIXED - 2]);
	add_question(s, &rows[FIXED - 1]);
	for (size_t l = 0; l < sizeof(lists) / sizeof(lists[0]); l++)
		for (int i = 1; i <= lists[l].count; i++)
			add_choice(s, lists[l].list, i, MISSING_NONE);
	add_choice(s, "sex", 9, MISSING_REFUSED);
	add_choice(s, "rating5n", 8, MISSING_NOT_APPLICABLE);
	add_choice(s, "rating5n", 9, MISSING_DONT_KNOW);
}

/* ---- answers ---- */

static enum missing
draw_reason(uint64_t *state)
{
	static const enum missing reasons[] = { MISSING_NO_ANSWER, MISSING_NO_ANSWER,
		MISSING_REFUSED, MISSING_DONT_KNOW, MISSING_NOT_APPLICABLE, MISSING_ILLEGIBLE,
		MISSING_TWO_MARKS, MISSING_PAGE_MISSING };

	return reasons[draw(state, 8)];
}

static const char *
draw_several(struct made_survey *s, uint64_t *state, int of, int most)
{
	char text[64] = "";
	unsigned taken = 0;
	int count = 1 + (int)draw(state, (unsigned)most);

	for (int i = 0; i < count; i++) {
		unsigned one = 1 + draw(state, (unsigned)of);
		size_t length = strlen(text);

		if (taken >> one & 1)
			continue;
		taken |= 1u << one;
		snprintf(text + length, sizeof(text) - length, "%s%u", length ? " " : "", one);
	}
	return arena_string(&s->arena, text);
}

static const char *
draw_value(struct made_survey *s, int form, int question, uint64_t *state)
{
	const struct question *x = &s->q.questions[question];
	unsigned lean = (unsigned)form % 3; /* so that questions hang together */

	if (x->type == QUESTION_SELECT_MULTIPLE)
		return draw_several(s, state, 12, 4);
	if (x->type == QUESTION_RANK)
		return draw_several(s, state, 5, 3);
	/* Drawn one after another: compilers differ in the order of arguments. */
	if (x->type == QUESTION_DECIMAL) {
		unsigned cents = draw(state, 100), whole = draw(state, 9000);

		return arena_format(&s->arena, "%u.%02u", 800 + whole, cents);
	}
	if (x->type == QUESTION_DATE) {
		unsigned day = draw(state, 28), month = draw(state, 12), year = draw(state, 76);

		return arena_format(
			&s->arena, "%u-%02u-%02u", 1950 + year, 1 + month, 1 + day);
	}
	if (x->type == QUESTION_TEXT)
		return "cicho i zielono";
	if (!strcmp(x->name, "sex"))
		return (const char *[]){ "1", "2", "9" }[draw(state, 20) ? draw(state, 2) : 2];
	if (!strcmp(x->name, "age"))
		return arena_format(&s->arena, "%u", 18 + draw(state, 73));
	if (!strcmp(x->name, "place"))
		return arena_format(&s->arena, "%u", 1 + (lean + draw(state, 4)));
	if (!strcmp(x->name, "recommend"))
		return arena_format(&s->arena, "%u", draw(state, 11));
	if (!strcmp(x->name, "children"))
		return draw(state, 2) ? "1" : "2";
	if (!strcmp(x->name, "kids"))
		return arena_format(&s->arena, "%u", 1 + draw(state, 5));
	if (draw(state, 12) == 0)
		return draw(state, 2) ? "8" : "9";
	return arena_format(&s->arena, "%u", 1 + (lean + draw(state, 5)) / 2 + draw(state, 2));
}

static void
make_form(struct made_survey *s, int form, uint64_t *state)
{
	struct made_answer *a = &s->answers[form * MADE_QUESTIONS];
	int age = survey_question(s, "age"), count = s->q.question_count;

	for (int i = 0; i < count - 2; i++) {
		a[i].value = "";
		if (!strcmp(s->q.questions[i].name, "kids") &&
			strcmp(a[survey_question(s, "children")].value, "1") != 0)
			a[i].missing = MISSING_OFF_ROUTE;
		else if (draw(state, 12) == 0)
			a[i].missing = draw_reason(state);
		else
			a[i].value = draw_value(s, form, i, state);
	}
	a[count - 2] = a[count - 1] = (struct made_answer){ "", MISSING_NO_ANSWER };
	if (a[age].value[0]) {
		int years = atoi(a[age].value);

		a[count - 2] = (struct made_answer){ arena_format(&s->arena, "%d", 2 * years), 0 };
		a[count - 1] = (struct made_answer){ years < 40 ? "young" : "old", 0 };
	}
	s->weights[form] = (300 + draw(state, 2200)) / 1000.0;
	s->modes[form] = (const char *[]){ "paper", "online", "interviewer" }[draw(state, 10) % 3];
	s->codes[form] = a[survey_question(s, "comments")].value[0] ? (int)draw(state, 8) : 0;
}

/* ---- the database ---- */

static void
run(struct made_survey *s, const char *sql)
{
	char *why = NULL;

	if (sqlite3_exec(s->db->handle, sql, NULL, NULL, &why) != SQLITE_OK) {
		fprintf(stderr, "%s: %s\n", sql, why);
		abort();
	}
}

static sqlite3_stmt *
prepare(struct made_survey *s, const char *sql)
{
	sqlite3_stmt *stmt;

	if (sqlite3_prepare_v2(s->db->handle, sql, -1, &stmt, NULL) != SQLITE_OK) {
		fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(s->db->handle));
		abort();
	}
	return stmt;
}

static void
add_answers(struct made_survey *s)
{
	sqlite3_stmt *put = prepare(s, "INSERT INTO answer (form_id, reading, question_id, occurrence, "
				       "value, missing, marks) VALUES (?1, 1, ?2, 1, ?3, ?4, 0)");

	for (int form = 0; form < s->forms; form++)
		for (int i = 0; i < s->q.question_count; i++) {
			const struct made_answer *a = survey_answer(s, form, i);

			sqlite3_bind_int64(put, 1, form + 1);
			sqlite3_bind_int64(put, 2, s->q.questions[i].id);
			sqlite3_bind_text(put, 3, a->value, -1, SQLITE_STATIC);
			sqlite3_bind_text(put, 4, missing_reason(a->missing)->name, -1,
				SQLITE_STATIC);
			if (sqlite3_step(put) != SQLITE_DONE)
				abort();
			sqlite3_reset(put);
		}
	sqlite3_finalize(put);
}

static void
add_forms(struct made_survey *s)
{
	sqlite3_stmt *put = prepare(s, "INSERT INTO form (id, uid, wave_id, number, version_id, mode, "
				       "state) VALUES (?1, lower(hex(randomblob(16))), 1, ?1, ?2, ?3, "
				       "'keyed')");

	for (int form = 0; form < s->forms; form++) {
		sqlite3_bind_int64(put, 1, form + 1);
		sqlite3_bind_int64(put, 2, s->q.version_id);
		sqlite3_bind_text(put, 3, s->modes[form], -1, SQLITE_STATIC);
		if (sqlite3_step(put) != SQLITE_DONE)
			abort();
		sqlite3_reset(put);
	}
	sqlite3_finalize(put);
	run(s, "INSERT INTO reading (form_id, reading, kind, started_at, finished_at, answers) SELECT "
	       "id, 1, 'first', '2026-01-01T00:00:00Z', '2026-01-01T00:01:00Z', 37 FROM form");
}

static void
add_codes(struct made_survey *s)
{
	sqlite3_stmt *put = prepare(s, "INSERT INTO answer_code (form_id, question_id, occurrence, "
				       "code_id) VALUES (?1, ?2, 1, ?3)");

	run(s, "INSERT INTO open_code (id, survey_id, question, code, label) VALUES (1, 1, "
	       "'comments', 1, 'cisza'), (2, 1, 'comments', 2, 'zieleń'), (3, 1, 'comments', 3, 'inne')");
	for (int form = 0; form < s->forms; form++)
		for (int k = 0; k < 3; k++) {
			if (!(s->codes[form] >> k & 1))
				continue;
			sqlite3_bind_int64(put, 1, form + 1);
			sqlite3_bind_int64(put, 2,
				s->q.questions[survey_question(s, "comments")].id);
			sqlite3_bind_int64(put, 3, k + 1);
			if (sqlite3_step(put) != SQLITE_DONE)
				abort();
			sqlite3_reset(put);
		}
	sqlite3_finalize(put);
}

static int
fill(struct made_survey *s)
{
	char sql[512];

	snprintf(sql, sizeof(sql),
		"INSERT INTO survey (id, uid, code, name, questionnaire_id) VALUES (1, "
		"'00000000000000000000000000000001', 'made', 'Badanie', %lld);"
		"INSERT INTO wave (id, uid, survey_id, code, slot, year, version_id, sample, anonymity, "
		"population) VALUES (1, '00000000000000000000000000000002', 1, 'made-26', "
		"(SELECT min(slot) FROM unit), 2026, %lld, 'random', 'anonymous', 100000)",
		(long long)s->q.id, (long long)s->q.version_id);
	run(s, "BEGIN");
	run(s, "INSERT INTO unit (slot, code, level, origin) SELECT 901, '99', 'country', 'teryt' "
	       "WHERE NOT EXISTS (SELECT 1 FROM unit)");
	run(s, sql);
	add_forms(s);
	add_answers(s);
	add_codes(s);
	run(s, "COMMIT");
	return wave_load(s->db, 1, &s->wave, &s->err);
}

int
survey_question(const struct made_survey *s, const char *name)
{
	return question_by_name(&s->q, name);
}

const struct made_answer *
survey_answer(const struct made_survey *s, int form, int question)
{
	return &s->answers[form * MADE_QUESTIONS + question];
}

int
survey_make(struct made_survey *s, const char *path, const char *login, int forms)
{
	struct person person;
	uint64_t state = 20261122;
	int opened;

	*s = (struct made_survey){ .forms = forms };
	opened = path ? database_open(&s->db, path, DB_CREATE, NULL, &s->err)
		      : database_open_memory(&s->db, &s->err);
	if (opened < 0 || person_enter(s->db, login, &person, &s->err) < 0)
		return -1;
	make_questionnaire(s);
	if (questionnaire_save(s->db, &s->q, &s->err) < 0 ||
		questionnaire_publish(s->db, s->q.version_id, s->q.version_rev, &s->err) < 0)
		return -1;
	s->answers = arena_array(&s->arena, (size_t)forms * MADE_QUESTIONS, sizeof(*s->answers));
	s->weights = arena_array(&s->arena, (size_t)forms, sizeof(*s->weights));
	s->codes = arena_array(&s->arena, (size_t)forms, sizeof(*s->codes));
	s->modes = arena_array(&s->arena, (size_t)forms, sizeof(*s->modes));
	for (int form = 0; form < forms; form++)
		make_form(s, form, &state);
	return fill(s);
}

void
survey_release(struct made_survey *s)
{
	db_close(s->db);
	arena_release(&s->arena);
}
