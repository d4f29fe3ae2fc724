/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operators: the register of people who key, and who it is that keys now. */
#include "config.h"

#include "model/operator.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/surveys/wave.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

static void
read_operator(struct stmt *q, struct operator_entry *o)
{
	*o = (struct operator_entry){
		.id = db_int(q, 0), .rev = db_int(q, 1), .person = db_int(q, 3)
	};
	text_copy(o->uid, sizeof(o->uid), db_text(q, 2));
	text_copy(o->login, sizeof(o->login), db_text(q, 4));
	text_copy(o->name, sizeof(o->name), db_text(q, 5));
	text_copy(o->initials, sizeof(o->initials), db_text(q, 6));
	text_copy(o->starts_on, sizeof(o->starts_on), db_text(q, 7));
	text_copy(o->ends_on, sizeof(o->ends_on), db_text(q, 8));
	text_copy(o->authorisation, sizeof(o->authorisation), db_text(q, 9));
}

int
operator_list(struct db *db, struct arena *arena, struct operator_entry **list, int *count,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_OPERATOR_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_operator(q, &(*list)[(*count)++]);
	}
	return db_end(q);
}

int
operator_load(struct db *db, int64_t id, struct operator_entry *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_OPERATOR_LOAD, err);
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found)
		read_operator(q, out);
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("This operator is gone already."));
}

int
operator_by_initials(struct db *db, const char *initials, struct operator_entry *out,
	struct error *err)
{
	struct arena arena = { 0 };
	struct operator_entry *list;
	int count, result = operator_list(db, &arena, &list, &count, err);
	bool found = false;

	for (int i = 0; result == 0 && i < count && !found; i++)
		if (strcasecmp(list[i].initials, initials) == 0) {
			*out = list[i];
			found = true;
		}
	arena_release(&arena);
	if (result == 0 && !found)
		return error_set(err, ERROR_MISSING, _("No operator has the initials “%s”."),
			initials);
	return result;
}

/* ---- saving ---- */

static int
check_account(struct db *db, const struct operator_entry *o, struct error *err)
{
	struct stmt *q;
	bool taken;

	if (o->person == 0)
		return 0;
	q = db_start(db, Q_OPERATOR_PERSON_TAKEN, err);
	db_bind_int(q, 1, o->person);
	db_bind_int(q, 2, o->id);
	taken = db_next(q);
	if (db_end(q) < 0)
		return -1;
	if (taken)
		return error_field(err, ERROR_INPUT, OPERATOR_FIELD_ACCOUNT,
			_("This account belongs to another operator already."));
	return 0;
}

static int
letters(const char *text)
{
	int n = 0;

	for (; *text; text++)
		n += ((unsigned char)*text & 0xc0) != 0x80;
	return n;
}

static int
check(struct db *db, const struct operator_entry *o, struct error *err)
{
	struct stmt *q;
	bool taken;

	if (!o->name[0])
		return error_field(err, ERROR_INPUT, OPERATOR_FIELD_NAME,
			_("An operator needs a name."));
	if (!text_storable(o->name, ""))
		return error_field(err, ERROR_INPUT, OPERATOR_FIELD_NAME,
			_("The name may hold no control or invisible characters."));
	if (!o->initials[0] || strchr(o->initials, ' ') || letters(o->initials) > 6)
		return error_field(err, ERROR_INPUT, OPERATOR_FIELD_INITIALS,
			_("Give initials, two to six letters without a blank."));
	if (!o->starts_on[0])
		return error_field(err, ERROR_INPUT, OPERATOR_FIELD_STARTS,
			_("Say from which day this person keys."));
	if (survey_date_check(o->starts_on, OPERATOR_FIELD_STARTS, err) < 0 ||
		survey_date_check(o->ends_on, OPERATOR_FIELD_ENDS, err) < 0)
		return -1;
	if (o->ends_on[0] && strcmp(o->ends_on, o->starts_on) < 0)
		return error_field(err, ERROR_INPUT, OPERATOR_FIELD_ENDS,
			_("The last day cannot lie before the first."));
	q = db_start(db, Q_OPERATOR_INITIALS_TAKEN, err);
	db_bind_text(q, 1, o->initials);
	db_bind_int(q, 2, o->id);
	taken = db_next(q);
	if (db_end(q) < 0)
		return -1;
	if (taken)
		return error_field(err, ERROR_INPUT, OPERATOR_FIELD_INITIALS,
			_("Another operator has the initials “%s”; add a letter."), o->initials);
	return check_account(db, o, err);
}

static int
save(struct db *db, void *context, struct error *err)
{
	struct operator_entry *o = context;
	struct stmt *q;
	char uid[UID_SIZE];
	int p = 0;

	if (check(db, o, err) < 0)
		return -1;
	q = db_start(db, o->id ? Q_OPERATOR_UPDATE : Q_OPERATOR_INSERT, err);
	if (o->id) {
		db_bind_int(q, ++p, o->id);
		db_bind_int(q, ++p, o->rev);
	} else {
		text_copy(o->uid, sizeof(o->uid), random_uid(uid));
		db_bind_text(q, ++p, o->uid);
	}
	db_bind_int_or_null(q, ++p, o->person);
	db_bind_text(q, ++p, o->name);
	db_bind_text(q, ++p, o->initials);
	db_bind_text(q, ++p, o->starts_on);
	db_bind_text_or_null(q, ++p, o->ends_on);
	db_bind_text(q, ++p, o->authorisation);
	return kept_store(db, q, &o->id, &o->rev, err);
}

int
operator_save(struct db *db, struct operator_entry *o, struct error *err)
{
	/* The log outlives people: no names in it. */
	struct db_act act = { .action = o->id ? "operator.change" : "operator.add",
		.entity = "operator" };
	struct operator_entry copy = *o;

	if (db_write(db, &act, save, &copy, err) < 0)
		return -1;
	*o = copy;
	return 0;
}

static int
refuse_needed(struct db *db, int64_t id, struct error *err)
{
	struct stmt *q = db_start(db, Q_OPERATOR_NEEDED, err);
	char wave[33] = "";

	db_bind_int(q, 1, id);
	if (db_next(q))
		text_copy(wave, sizeof(wave), db_text(q, 0));
	if (db_end(q) < 0)
		return -1;
	if (!wave[0])
		return 0;
	return error_set(err, ERROR_INPUT,
		_("In the wave “%s” forms that this operator keyed wait for second keying or for "
		  "settling, and another person must do it. Finish them first; until then enter "
		  "the "
		  "last day of keying."),
		wave);
}

static int
forget(struct db *db, void *context, struct error *err)
{
	static const int steps[] = { Q_OPERATOR_FORGET_READINGS, Q_OPERATOR_FORGET_FORMS,
		Q_TYPED_ERASE_OPERATOR, Q_OPERATOR_DELETE };
	const int64_t *id = context;
	int64_t changed = 0;

	if (refuse_needed(db, *id, err) < 0)
		return -1;
	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		struct stmt *q = db_start(db, steps[i], err);

		db_bind_int(q, 1, *id);
		if (db_run(q, &changed) < 0)
			return -1;
	}
	if (changed == 0)
		return error_set(err, ERROR_MISSING, _("This operator is gone already."));
	db_act_entity(db, *id);
	return 0;
}

int
operator_erase(struct db *db, int64_t id, struct error *err)
{
	struct db_act act = { .action = "operator.erase", .entity = "operator" };

	return db_write(db, &act, forget, &id, err);
}

/* ---- who keys now ---- */

static int
keys_today(const char *name, const char *from, const char *to, struct error *err)
{
	char today[16];

	date_iso(today, sizeof(today), clock_today());
	if (strcmp(today, from) < 0 || (to[0] && strcmp(today, to) > 0))
		return error_set(err, ERROR_DENIED,
			_("%s does not key today: the register of operators says from %s to %s."),
			name, from, to[0] ? to : "…");
	return 0;
}

static int
take(struct stmt *q, struct keyer *out, struct error *err)
{
	char from[12], to[12];
	bool found = db_next(q);

	if (found) {
		*out = (struct keyer){ .id = db_int(q, 0) };
		text_copy(out->name, sizeof(out->name), db_text(q, 1));
		text_copy(out->initials, sizeof(out->initials), db_text(q, 2));
		text_copy(from, sizeof(from), db_text(q, 3));
		text_copy(to, sizeof(to), db_text(q, 4));
	}
	if (db_end(q) < 0)
		return -1;
	if (!found)
		return 0;
	return keys_today(out->name, from, to, err) < 0 ? -1 : 1;
}

int
operator_of(struct db *db, int64_t person, struct keyer *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_OPERATOR_OF_PERSON, err);
	int found;

	db_bind_int(q, 1, person);
	found = take(q, out, err);
	if (found == 0)
		return error_set(err, ERROR_MISSING,
			_("Your account is not in the register of operators yet."));
	return found < 0 ? -1 : 0;
}

/* The first letters of the words of a name, else of the login, in capitals where they are ASCII. */
static void
initials_of(const struct person *person, char *dst, size_t size)
{
	const char *text = person->name[0] ? person->name : person->login;
	size_t length = 0;
	bool first = true;

	for (; *text && length + 1 < size && length < 3; text++) {
		unsigned char c = (unsigned char)*text;

		if (first && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')))
			dst[length++] = (char)(c & ~0x20);
		first = c == ' ' || c == '-' || c == '.';
	}
	if (length == 0)
		dst[length++] = 'X';
	dst[length] = '\0';
}

int
operator_make_own(
	struct db *db, const struct person *person, struct keyer *out, struct error *err)
{
	struct operator_entry o = { .person = person->id };
	char initials[8];

	text_copy(o.name, sizeof(o.name), person->name[0] ? person->name : person->login);
	date_iso(o.starts_on, sizeof(o.starts_on), clock_today());
	initials_of(person, initials, sizeof(initials));
	for (int i = 1; i < 100; i++) {
		struct error local = { 0 };

		if (i == 1)
			text_copy(o.initials, sizeof(o.initials), initials);
		else
			snprintf(o.initials, sizeof(o.initials), "%.3s%d", initials, i);
		if (operator_save(db, &o, &local) == 0)
			return operator_of(db, person->id, out, err);
		if (local.code != ERROR_INPUT || local.field != OPERATOR_FIELD_INITIALS) {
			*err = local;
			return -1;
		}
	}
	return error_set(err, ERROR_INPUT, _("Enter yourself in the register of operators first."));
}

int
operator_declare(struct db *db, const char *initials, struct keyer *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_OPERATOR_BY_INITIALS, err);
	int found;

	db_bind_text(q, 1, initials);
	found = take(q, out, err);
	if (found == 0 && !initials[0])
		return error_set(err, ERROR_INPUT,
			_("Nothing was typed. Your initials are those under which the coordinator "
			  "entered you in menu 3 6."));
	if (found == 0)
		return error_set(err, ERROR_MISSING,
			_("No operator has the initials “%s”. A coordinator adds operators in "
			  "menu 3 6."),
			initials);
	if (found < 0)
		return -1;
	out->declared = true;
	return 0;
}
