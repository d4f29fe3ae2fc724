/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Key and value rows of the office, choices of people, counts for the first screen. */
#include "config.h"

#include "model/office.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/random.h"
#include "base/text.h"
#include "model/diagnosis/peers.h"
#include "model/kept.h"
#include "model/queries.h"

#include <stdio.h>
#include <string.h>

enum { USUAL_ON_COURSE = 90, USUAL_AT_RISK = 60 };

static const struct { const char *name, *label; } kinds[] = {
	[OFFICE_UNKNOWN] = { "", N_("not chosen yet") },
	[OFFICE_GMINA] = { "gmina", N_("gmina") },
	[OFFICE_CITY_POWIAT] = { "city_powiat", N_("city with powiat rights") },
	[OFFICE_POWIAT] = { "powiat", N_("powiat") },
	[OFFICE_VOIVODESHIP] = { "voivodeship", N_("voivodeship") },
	[OFFICE_UNION] = { "union", N_("union of local governments") },
	[OFFICE_ADVISER] = { "adviser", N_("adviser") },
};
static const char *const purposes[] = { "work", "demo", "test" };

enum { KIND_COUNT = sizeof(kinds) / sizeof(kinds[0]) };

const char *
office_letterhead(const struct office *office, struct arena *arena)
{
	return arena_format(arena, "%s%s%s", office->name,
		office->name[0] && office->heading[0] ? "\n" : "", office->heading);
}

const char *
office_kind_name(enum office_kind kind)
{
	return kinds[kind].name;
}

const char *
office_kind_label(enum office_kind kind)
{
	return _(kinds[kind].label);
}

int
office_check_own(
	enum office_kind kind, enum unit_level level, const char *name, struct error *err)
{
	bool fits = kind == OFFICE_GMINA       ? level == LEVEL_GMINA
		: kind == OFFICE_CITY_POWIAT ? level == LEVEL_GMINA || level == LEVEL_POWIAT
		: kind == OFFICE_POWIAT      ? level == LEVEL_POWIAT
		: kind == OFFICE_VOIVODESHIP ? level == LEVEL_VOIVODESHIP
					     : true;

	if (fits)
		return 0;
	return error_set(err, ERROR_INPUT,
		_("%s cannot be the own unit of this office, which is: %s. Choose another unit, or "
		  "another kind of office."),
		name, office_kind_label(kind));
}

static void
read_percent(const char *value, int *out)
{
	long number;

	if (!number_parse_whole(value, 1, 100, &number))
		*out = (int)number;
}

static void
read_fact(struct office *office, const char *key, const char *value)
{
	if (strcmp(key, "own_unit") == 0)
		text_copy(office->own_unit, sizeof(office->own_unit), value);
	if (strcmp(key, "name") == 0)
		text_copy(office->name, sizeof(office->name), value);
	if (strcmp(key, "heading") == 0)
		text_copy(office->heading, sizeof(office->heading), value);
	if (strcmp(key, "council") == 0)
		text_copy(office->council, sizeof(office->council), value);
	if (strcmp(key, "executive") == 0)
		text_copy(office->executive, sizeof(office->executive), value);
	if (strcmp(key, "uid") == 0)
		text_copy(office->uid, sizeof(office->uid), value);
	if (strcmp(key, "status_on_course") == 0)
		read_percent(value, &office->on_course);
	if (strcmp(key, "status_at_risk") == 0)
		read_percent(value, &office->at_risk);
	if (strcmp(key, "size_classes") == 0)
		text_copy(office->size_classes, sizeof(office->size_classes), value);
	for (int i = 0; i < KIND_COUNT && strcmp(key, "kind") == 0; i++)
		if (strcmp(value, kinds[i].name) == 0)
			office->kind = (enum office_kind)i;
	for (int i = 0; i <= PURPOSE_TEST && strcmp(key, "purpose") == 0; i++)
		if (strcmp(value, purposes[i]) == 0)
			office->purpose = (enum office_purpose)i;
}

int
office_load(struct db *db, struct office *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_OFFICE_LOAD, err);

	*out = (struct office){ .on_course = USUAL_ON_COURSE, .at_risk = USUAL_AT_RISK };
	while (db_next(q))
		read_fact(out, db_text(q, 0), db_text(q, 1));
	return db_end(q);
}

static int
save_fact(struct db *db, const char *key, const char *value, struct error *err)
{
	struct stmt *q = db_start(db, Q_OFFICE_SAVE, err);

	db_bind_text(q, 1, key);
	db_bind_text(q, 2, value);
	return db_run(q, NULL);
}

/* A fact that was never given needs no row. */
static int
save_text(struct db *db, const char *key, const char *value, const char *former, struct error *err)
{
	return strcmp(value, former) == 0 ? 0 : save_fact(db, key, value, err);
}

static int
save_percent(struct db *db, const char *key, int value, int former, struct error *err)
{
	char text[16];

	if (value == former)
		return 0;
	snprintf(text, sizeof(text), "%d", value);
	return save_fact(db, key, text, err);
}

/* What is on course is less than what is at risk: never. */
static int
save_limits(struct db *db, const struct office *office, const struct office *former,
	struct error *err)
{
	int on_course = office->on_course ? office->on_course : USUAL_ON_COURSE;
	int at_risk = office->at_risk ? office->at_risk : USUAL_AT_RISK;

	if (at_risk < 1 || on_course > 100 || at_risk >= on_course)
		return error_set(err, ERROR_INPUT,
			_("The limit of “at risk” must lie below that of “on course”, and both "
			  "between 1 and 100 percent."));
	return save_percent(db, "status_on_course", on_course, former->on_course, err) ||
			       save_percent(db, "status_at_risk", at_risk, former->at_risk, err)
		       ? -1
		       : 0;
}

static int
save(struct db *db, void *context, struct error *err)
{
	const struct office *office = context;
	struct size_classes classes;
	struct office former;

	if (size_classes_parse(office->size_classes, &classes, err) < 0 ||
		kept_line_check(office->name, 0, err) < 0 ||
		kept_lines_check(office->heading, 0, err) < 0 ||
		kept_line_check(office->council, 0, err) < 0 ||
		kept_line_check(office->executive, 0, err) < 0 ||
		office_load(db, &former, err) < 0 ||
		save_text(db, "name", office->name, former.name, err) < 0 ||
		save_text(db, "heading", office->heading, former.heading, err) < 0 ||
		save_text(db, "council", office->council, former.council, err) < 0 ||
		save_text(db, "executive", office->executive, former.executive, err) < 0 ||
		save_text(db, "size_classes", office->size_classes, former.size_classes, err) < 0 ||
		save_limits(db, office, &former, err) < 0)
		return -1;
	if (save_fact(db, "kind", kinds[office->kind].name, err) < 0 ||
	    save_fact(db, "own_unit", office->own_unit, err) < 0)
		return -1;
	return save_fact(db, "purpose", purposes[office->purpose], err);
}

int
office_save(struct db *db, const struct office *office, struct error *err)
{
	struct db_act act = { .action = "office.change", .entity = "office" };
	struct office copy = *office;

	act.summary = kinds[office->kind].name;
	return db_write(db, &act, save, &copy, err);
}

static int
make_uid(struct db *db, void *context, struct error *err)
{
	char *uid = context;
	struct office office;

	if (office_load(db, &office, err) < 0)
		return -1;
	if (office.uid[0]) { /* somebody was faster */
		text_copy(uid, UID_SIZE, office.uid);
		return 0;
	}
	return save_fact(db, "uid", random_uid(uid), err);
}

int
office_uid(struct db *db, char dst[33], struct error *err)
{
	struct office office;

	if (office_load(db, &office, err) < 0)
		return -1;
	if (office.uid[0]) {
		text_copy(dst, UID_SIZE, office.uid);
		return 0;
	}
	return db_writing(db) ? make_uid(db, dst, err) : db_write(db, NULL, make_uid, dst, err);
}

int
preference_load(struct db *db, int64_t person, const char *key, char *value, size_t size,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_PREFERENCE_LOAD, err);

	value[0] = '\0';
	db_bind_int(q, 1, person);
	db_bind_text(q, 2, key);
	if (db_next(q))
		text_copy(value, size, db_text(q, 0));
	return db_end(q);
}

struct choice { int64_t person; const char *key, *value; };

static int
save_choice(struct db *db, void *context, struct error *err)
{
	const struct choice *choice = context;
	struct stmt *q = db_start(db, Q_PREFERENCE_SAVE, err);

	db_bind_int(q, 1, choice->person);
	db_bind_text(q, 2, choice->key);
	db_bind_text(q, 3, choice->value);
	return db_run(q, NULL);
}

int
preference_save(struct db *db, int64_t person, const char *key, const char *value,
	struct error *err)
{
	struct choice choice = { person, key, value };
	char old[256];

	/* No audit line, and no write for what is there already: a choice of screen is no act. */
	if (person == 0 || db_read_only(db))
		return 0;
	if (preference_load(db, person, key, old, sizeof(old), err) < 0)
		return -1;
	if (strlen(value) < sizeof(old) && strcmp(old, value) == 0)
		return 0;
	return db_write(db, NULL, save_choice, &choice, err);
}

static int
load_counts(struct db *db, struct database_state *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_OFFICE_COUNTS, err);

	if (db_next(q)) {
		out->units = (int)db_int(q, 0);
		out->indicators = (int)db_int(q, 1);
		out->series = (int)db_int(q, 2);
		out->imports = (int)db_int(q, 3);
		text_copy(out->register_date, sizeof(out->register_date), db_text(q, 4));
		out->made_up = db_int(q, 5) != 0;
	}
	return db_end(q);
}

int
database_state_load(struct db *db, struct database_state *out, struct error *err)
{
	struct stmt *q;

	*out = (struct database_state){ .size = db_size(db) };
	if (load_counts(db, out, err) < 0)
		return -1;
	q = db_start(db, Q_OFFICE_YEARS, err);
	if (db_next(q)) {
		out->first_year = (int)db_int(q, 0);
		out->last_year = (int)db_int(q, 1);
	}
	if (db_end(q) < 0)
		return -1;
	q = db_start(db, Q_OFFICE_LAST_IMPORT, err);
	if (db_next(q)) {
		text_copy(out->last_import_at, sizeof(out->last_import_at), db_text(q, 0));
		text_copy(out->last_import_file, sizeof(out->last_import_file), db_text(q, 1));
	}
	return db_end(q);
}
