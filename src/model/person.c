/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People and their roles. */
#include "config.h"

#include "model/person.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/queries.h"

#include <string.h>

static const char *const role_names[] = { "reader", "clerk", "coordinator", "administrator" };
static const char *const role_labels[] = { N_("reader"), N_("clerk"), N_("coordinator"),
	N_("administrator") };

const char *
person_role_name(enum person_role role)
{
	return role_names[role];
}

const char *
person_role_label(enum person_role role)
{
	return _(role_labels[role]);
}

int
person_role_from_name(const char *name)
{
	for (int i = PERSON_READER; i <= PERSON_ADMINISTRATOR; i++)
		if (strcmp(name, role_names[i]) == 0)
			return i;
	return -1;
}

/* A role that this program does not know gives no rights. */
static enum person_role
role_from_name(const char *name)
{
	int role = person_role_from_name(name);

	return role < 0 ? PERSON_READER : (enum person_role)role;
}

static void
read_person(struct stmt *q, struct person *p)
{
	*p = (struct person){ .id = db_int(q, 0), .rev = db_int(q, 2) };
	text_copy(p->uid, sizeof(p->uid), db_text(q, 1));
	text_copy(p->login, sizeof(p->login), db_text(q, 3));
	text_copy(p->name, sizeof(p->name), db_text(q, 4));
	p->role = role_from_name(db_text(q, 5));
	p->retired = !db_null(q, 6);
}

/* 1 found, 0 not, -1 failed. */
static int
find_any(struct db *db, const char *login, struct person *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_PERSON_BY_LOGIN, err);
	bool found;

	db_bind_text(q, 1, login);
	found = db_next(q);
	if (found)
		read_person(q, out);
	return db_end(q) < 0 ? -1 : found;
}

/* The same among those who may use the database. */
static int
find(struct db *db, const char *login, struct person *out, struct error *err)
{
	int found = find_any(db, login, out, err);

	if (found == 1 && out->retired)
		return error_set(err, ERROR_DENIED,
			_("The account %s may not use this database any "
			  "more; ask its administrator."),
			login);
	return found;
}

static int
add(struct db *db, void *context, struct error *err)
{
	const char *login = context;
	char uid[UID_SIZE], now[32];
	struct stmt *q;
	int64_t people;

	if (db_number(db, Q_PERSON_COUNT, 0, &people, err) < 0)
		return -1;
	q = db_start(db, Q_PERSON_INSERT, err);
	db_bind_text(q, 1, random_uid(uid));
	db_bind_text(q, 2, login);
	db_bind_text(q, 3, role_names[people ? PERSON_CLERK : PERSON_ADMINISTRATOR]);
	db_bind_text(q, 4, clock_now_utc(now, sizeof(now)));
	if (db_run(q, NULL) < 0)
		return -1;
	db_act_entity(db, db_last_id(db));
	return 0;
}

int
person_look(struct db *db, const char *login, struct person *out, struct error *err)
{
	char name[sizeof(out->login)];
	int64_t people = 0;
	int found;

	text_copy(name, sizeof(name), login);
	if (!name[0])
		return error_set(err, ERROR_INPUT, _("The login of a person cannot be empty."));
	found = find(db, name, out, err);
	if (found == 0 && db_number(db, Q_PERSON_COUNT, 0, &people, err) < 0)
		found = -1;
	if (found < 0)
		return -1;
	if (found == 0) {
		*out = (struct person){ .role = people ? PERSON_CLERK : PERSON_ADMINISTRATOR };
		if (db_read_only(db))
			out->role = PERSON_READER;
		text_copy(out->login, sizeof(out->login), name);
	}
	db_set_person(db, out->id, out->login);
	return 0;
}

int
person_enter(struct db *db, const char *login, struct person *out, struct error *err)
{
	struct db_act act = { .action = "person.add", .entity = "person" };
	char name[sizeof(out->login)];

	if (person_look(db, login, out, err) < 0)
		return -1;
	if (out->id || db_read_only(db))
		return 0;
	text_copy(name, sizeof(name), out->login);
	if (db_write(db, &act, add, name, err) < 0 || find(db, name, out, err) < 0)
		return -1;
	db_set_person(db, out->id, out->login);
	return 0;
}

static int
read_list(struct stmt *q, struct arena *arena, struct person **list, int *count)
{
	size_t room = 0;

	*list = NULL;
	*count = 0;
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_person(q, &(*list)[(*count)++]);
	}
	return db_end(q);
}

int
person_list(struct db *db, struct arena *arena, struct person **list, int *count, struct error *err)
{
	return read_list(db_start(db, Q_PERSON_LIST, err), arena, list, count);
}

int
person_list_everyone(
	struct db *db, struct arena *arena, struct person **list, int *count, struct error *err)
{
	return read_list(db_start(db, Q_PERSON_LIST_EVERYONE, err), arena, list, count);
}

int
person_may(const struct person *person, enum person_role needed, struct error *err)
{
	if (person->role >= needed)
		return 0;
	return error_set(err, ERROR_DENIED,
		_("This needs the role %s; you are %s. The administrator "
		  "of the database can change your role."),
		person_role_label(needed), person_role_label(person->role));
}

int
person_load(struct db *db, const char *login, struct person *out, struct error *err)
{
	int found = find_any(db, login, out, err);

	if (found == 0)
		return error_set(err, ERROR_MISSING,
			_("Nobody with the login %s has used this database yet."), login);
	return found < 0 ? -1 : 0;
}

/* Somebody must be able to give roles. */
static int
keep_administrator(struct db *db, const struct person *p, struct error *err)
{
	struct stmt *q = db_start(db, Q_PERSON_ADMINISTRATORS, err);
	bool others;

	db_bind_int(q, 1, p->id);
	others = db_next(q) && db_int(q, 0) > 0;
	if (db_end(q) < 0)
		return -1;
	if (others)
		return 0;
	return error_field(err, ERROR_INPUT, 2,
		_("%s is the only administrator; give another person that role first."), p->login);
}

/* A change of the row that was read; nothing changed means that it is not that row any more. */
static int
changed_row(struct stmt *q, const struct person *p, struct error *err)
{
	int64_t changed;

	if (db_run(q, &changed) < 0)
		return -1;
	if (changed)
		return 0;
	return error_set(err, ERROR_CONFLICT,
		_("A colleague has changed the entry of %s meanwhile. Nothing was saved; look at "
		  "the new state first."),
		p->login);
}

static int
save(struct db *db, void *context, struct error *err)
{
	struct person *p = context;
	struct stmt *q;

	if (p->role != PERSON_ADMINISTRATOR && keep_administrator(db, p, err) < 0)
		return -1;
	q = db_start(db, Q_PERSON_UPDATE, err);
	db_bind_int(q, 1, p->id);
	db_bind_int(q, 2, p->rev);
	db_bind_text(q, 3, p->name);
	db_bind_text(q, 4, role_names[p->role]);
	return changed_row(q, p, err);
}

int
person_save(struct db *db, struct person *person, struct error *err)
{
	struct db_act act = { "person.change", "person", person->id, "" };

	if (!text_storable(person->name, ""))
		return error_field(err, ERROR_INPUT, 1,
			_("The name of a person holds an invisible character."));
	act.summary = role_names[person->role];
	if (db_write(db, &act, save, person, err) < 0)
		return -1;
	person->rev++;
	return 0;
}

static int
retire(struct db *db, void *context, struct error *err)
{
	const struct person *p = context;
	char when[32];
	struct stmt *q;

	if (keep_administrator(db, p, err) < 0)
		return -1;
	q = db_start(db, Q_PERSON_RETIRE, err);
	db_bind_int(q, 1, p->id);
	db_bind_int(q, 2, p->rev);
	db_bind_text(q, 3, clock_now_utc(when, sizeof(when)));
	return changed_row(q, p, err);
}

int
person_retire(struct db *db, const struct person *person, struct error *err)
{
	struct db_act act = { "person.retire", "person", person->id, "" };
	struct person copy = *person;

	if (copy.retired)
		return error_set(err, ERROR_INPUT,
			_("%s may not use this database any more already."), copy.login);
	return db_write(db, &act, retire, &copy, err);
}

static int
restore(struct db *db, void *context, struct error *err)
{
	const struct person *p = context;
	struct stmt *q = db_start(db, Q_PERSON_RESTORE, err);

	db_bind_int(q, 1, p->id);
	db_bind_int(q, 2, p->rev);
	return changed_row(q, p, err);
}

int
person_restore(struct db *db, const struct person *person, struct error *err)
{
	struct db_act act = { "person.restore", "person", person->id, "" };
	struct person copy = *person;

	if (!copy.retired)
		return error_set(
			err, ERROR_INPUT, _("%s may use this database already."), copy.login);
	return db_write(db, &act, restore, &copy, err);
}
