/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Surveys: a code, a name and the questionnaire that they ask. */
#include "config.h"

#include "model/surveys/wave.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/code.h"
#include "model/kept.h"
#include "model/queries.h"

#include <string.h>

static void
read_survey(struct stmt *q, struct survey *s)
{
	*s = (struct survey){ .id = db_int(q, 0),
		.rev = db_int(q, 1),
		.questionnaire = db_int(q, 5),
		.waves = (int)db_int(q, 8) };
	text_copy(s->uid, sizeof(s->uid), db_text(q, 2));
	text_copy(s->code, sizeof(s->code), db_text(q, 3));
	text_copy(s->name, sizeof(s->name), db_text(q, 4));
	text_copy(s->questionnaire_code, sizeof(s->questionnaire_code), db_text(q, 6));
	text_copy(s->note, sizeof(s->note), db_text(q, 7));
}

int
survey_list(struct db *db, struct arena *arena, struct survey **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_SURVEY_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_survey(q, &(*list)[(*count)++]);
	}
	return db_end(q);
}

int
survey_load(struct db *db, int64_t id, struct survey *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_SURVEY_LOAD, err);
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found)
		read_survey(q, out);
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("This survey is gone already."));
}

int
survey_by_code(struct db *db, const char *code, struct survey *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_SURVEY_BY_CODE, err);
	bool found;

	db_bind_text(q, 1, code);
	found = db_next(q);
	if (found)
		read_survey(q, out);
	if (db_end(q) < 0)
		return -1;
	if (!found)
		return error_set(err, ERROR_MISSING, _("There is no survey “%s”."), code);
	return 0;
}

static int
check_bound(struct db *db, const struct survey *s, struct error *err)
{
	struct stmt *q = db_start(db, Q_SURVEY_BOUND, err);
	bool bound;

	db_bind_int(q, 1, s->id);
	db_bind_int(q, 2, s->questionnaire);
	bound = db_next(q);
	if (db_end(q) < 0)
		return -1;
	if (bound)
		return error_field(err, ERROR_INPUT, 3,
			_("The survey has waves that ask its questionnaire; it keeps it. Make "
			  "another survey for another questionnaire."));
	return 0;
}

static int
check(struct db *db, const struct survey *s, struct error *err)
{
	struct stmt *q;
	bool taken;

	if (survey_code_check(s->code, 1, err) < 0)
		return -1;
	if (!s->name[0])
		return error_field(err, ERROR_INPUT, 2, _("A survey needs a name."));
	if (!text_storable(s->name, ""))
		return error_field(err, ERROR_INPUT, 2,
			_("The name may hold no control or invisible characters."));
	if (s->questionnaire == 0)
		return error_field(
			err, ERROR_INPUT, 3, _("Choose the questionnaire that the survey asks."));
	q = db_start(db, Q_SURVEY_CODE_TAKEN, err);
	db_bind_text(q, 1, s->code);
	db_bind_int(q, 2, s->id);
	taken = db_next(q);
	if (db_end(q) < 0)
		return -1;
	if (taken)
		return error_field(err, ERROR_INPUT, 1,
			_("There is a survey “%s” already; choose another code."), s->code);
	return check_bound(db, s, err);
}

static int
save(struct db *db, void *context, struct error *err)
{
	struct survey *s = context;
	struct stmt *q;
	char uid[UID_SIZE];
	int p = 0;

	if (check(db, s, err) < 0)
		return -1;
	q = db_start(db, s->id ? Q_SURVEY_UPDATE : Q_SURVEY_INSERT, err);
	if (s->id) {
		db_bind_int(q, ++p, s->id);
		db_bind_int(q, ++p, s->rev);
	} else
		db_bind_text(q, ++p, text_copy(s->uid, sizeof(s->uid), random_uid(uid)));
	db_bind_text(q, ++p, s->code);
	db_bind_text(q, ++p, s->name);
	db_bind_int(q, ++p, s->questionnaire);
	db_bind_text(q, ++p, s->note);
	return kept_store(db, q, &s->id, &s->rev, err);
}

int
survey_save(struct db *db, struct survey *s, struct error *err)
{
	struct db_act act = { .action = s->id ? "survey.change" : "survey.add",
		.entity = "survey",
		.summary = s->code };
	struct survey copy = *s;

	if (db_write(db, &act, save, &copy, err) < 0)
		return -1;
	*s = copy;
	return 0;
}

struct retiring {
	int64_t id, rev;
	bool back;
};

static int
retire(struct db *db, void *context, struct error *err)
{
	const struct retiring *r = context;
	struct stmt *q = db_start(db, Q_SURVEY_IN_USE, err);
	int64_t waves = 0, changed;
	char now[32];

	db_bind_int(q, 1, r->id);
	if (db_next(q))
		waves = db_int(q, 0);
	if (db_end(q) < 0)
		return -1;
	if (waves > 0 && !r->back)
		return error_set(err, ERROR_INPUT,
			_("This survey has waves with forms. It stays, so that its results stay."));
	q = db_start(db, Q_SURVEY_RETIRE, err);
	db_bind_int(q, 1, r->id);
	db_bind_text(q, 2, r->back ? NULL : clock_now_utc(now, sizeof(now)));
	db_bind_int(q, 3, r->rev);
	if (db_run(q, &changed) < 0)
		return -1;
	if (changed == 0)
		return error_set(err, ERROR_CONFLICT,
			_("A colleague has changed or deleted the survey meanwhile. Nothing was "
			  "done; look at the new state first."));
	db_act_entity(db, r->id);
	return 0;
}

int
survey_retire(struct db *db, struct survey *s, bool back, struct error *err)
{
	struct db_act act = { .action = back ? "survey.restore" : "survey.retire",
		.entity = "survey" };
	struct retiring r = { s->id, s->rev, back };

	if (db_write(db, &act, retire, &r, err) < 0)
		return -1;
	s->rev++;
	return 0;
}

int
survey_date_check(const char *date, int field, struct error *err)
{
	struct date parsed;
	char again[16];

	if (!date[0] || (date_parse(date, (struct date){ 2000, 1, 1 }, &parsed) == 0 &&
				strcmp(date_iso(again, sizeof(again), parsed), date) == 0))
		return 0;
	return error_field(err, ERROR_INPUT, field,
		_("“%s” is no day of the calendar written like 2026-11-22."), date);
}

int
survey_code_check(const char *code, int field, struct error *err)
{
	if (!code[0])
		return error_field(err, ERROR_INPUT, field, _("Give a short code, such as %s."),
			"mieszkancy-2026");
	return code_check(code, field, err);
}
