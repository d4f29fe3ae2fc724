/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose row it is, whether a colleague was faster, deleting and bringing back. */
#include "config.h"

#include "model/kept.h"

#include "base/clock.h"
#include "model/units/unit.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct head {
	int64_t rev;
	char owner[OWNER_SIZE];
	bool retired;
};

/* Whoever keeps it. */
static int
read_any(struct db *db, const struct kept_kind *kind, int64_t id, struct head *head,
	struct error *err)
{
	struct stmt *q = db_start(db, kind->head, err);
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found) {
		head->rev = db_int(q, 0);
		text_copy(head->owner, sizeof(head->owner), db_text(q, 1));
		head->retired = !db_null(q, 2);
	}
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("This is gone already."));
}

static int
read_head(struct db *db, const struct kept_kind *kind, int64_t id, struct head *head,
	struct error *err)
{
	return read_any(db, kind, id, head, err) ? -1 : owner_check(db, head->owner, err);
}

int
kept_deleted(struct error *err)
{
	return error_set(err, ERROR_MISSING,
		_("A colleague has deleted it meanwhile. Bring it back first."));
}

int
kept_there(struct db *db, const struct kept_kind *kind, int64_t id, struct error *err)
{
	struct head head = { 0 };

	if (read_any(db, kind, id, &head, err))
		return -1;
	return head.retired ? kept_deleted(err) : 0;
}

static int
colleague_was_faster(struct error *err)
{
	return error_set(err, ERROR_CONFLICT,
		_("A colleague has changed it meanwhile. Nothing was saved; look at the new state "
		  "first."));
}

int64_t
kept_line_rev(int64_t line, int64_t rev)
{
	return line ? rev : KEPT_ANY_REV;
}

static int
check(struct db *db, const struct kept_kind *kind, int64_t id, int64_t rev, bool any_rev,
	struct error *err)
{
	struct head head = { 0 };

	if (read_head(db, kind, id, &head, err))
		return -1;
	if (head.retired)
		return kept_deleted(err);
	return any_rev || head.rev == rev ? 0 : colleague_was_faster(err);
}

int
kept_check(struct db *db, const struct kept_kind *kind, int64_t id, int64_t rev, struct error *err)
{
	return check(db, kind, id, rev, false, err);
}

int
kept_check_line(
	struct db *db, const struct kept_kind *kind, int64_t id, int64_t rev, struct error *err)
{
	return check(db, kind, id, rev, rev == KEPT_ANY_REV, err);
}

int
kept_own(struct db *db, const struct kept_kind *kind, int64_t id, struct error *err)
{
	struct head head = { 0 };

	if (read_head(db, kind, id, &head, err))
		return -1;
	db_act_entity(db, id);
	return 0;
}

int
kept_store(struct db *db, struct stmt *q, int64_t *id, int64_t *rev, struct error *err)
{
	int64_t changed;

	if (db_run(q, &changed) < 0)
		return -1;
	if (!changed)
		return colleague_was_faster(err);
	if (!*id)
		*id = db_last_id(db);
	++*rev;
	db_act_entity(db, *id);
	return 0;
}

struct marking {
	const struct kept_kind *kind;
	int64_t id, rev;
	bool back;
};

static int
mark(struct db *db, void *context, struct error *err)
{
	const struct marking *m = context;
	struct head head = { 0 };
	struct stmt *q;
	char now[32];

	if (read_head(db, m->kind, m->id, &head, err))
		return -1;
	if (head.retired != m->back)
		return error_set(err, ERROR_MISSING,
			m->back ? _("It is there again already.") : _("It is deleted already."));
	if (!m->back && head.rev != m->rev)
		return error_set(err, ERROR_CONFLICT,
			_("A colleague has changed it meanwhile. Nothing was deleted; look at the "
			  "new state first."));
	q = db_start(db, m->kind->retire, err);
	db_bind_int(q, 1, m->id);
	db_bind_text(q, 2, m->back ? NULL : clock_now_utc(now, sizeof(now)));
	return db_run(q, NULL);
}

int
kept_mark_retired(
	struct db *db, const struct kept_kind *kind, int64_t id, int64_t rev, struct error *err)
{
	struct marking m = { kind, id, rev, false };

	return mark(db, &m, err);
}

int
kept_mark_restored(struct db *db, const struct kept_kind *kind, int64_t id, struct error *err)
{
	struct marking m = { kind, id, 0, true };

	return mark(db, &m, err);
}

static int
write_mark(struct db *db, struct marking *m, struct error *err)
{
	char number[32];
	const struct db_act act = { .action = m->back ? m->kind->restored : m->kind->retired,
		.entity = m->kind->table,
		.entity_id = m->id,
		.summary = number };

	snprintf(number, sizeof(number), "%lld", (long long)m->id);
	return db_write(db, &act, mark, m, err);
}

int
kept_retire(struct db *db, const struct kept_kind *kind, int64_t id, int64_t rev, struct error *err)
{
	struct marking m = { kind, id, rev, false };

	return write_mark(db, &m, err);
}

int
kept_restore(struct db *db, const struct kept_kind *kind, int64_t id, struct error *err)
{
	struct marking m = { kind, id, 0, true };

	return write_mark(db, &m, err);
}

const char *
kept_string(struct arena *arena, const char *text)
{
	return *text ? arena_string(arena, text) : "";
}

/* ---- what is typed ---- */

int
kept_lines_check(const char *text, int field, struct error *err)
{
	if (!text_storable(text, "\n"))
		return error_field(err, ERROR_INPUT, field,
			_("Control and invisible characters cannot stand here; type the text "
			  "anew."));
	return 0;
}

int
kept_line_check(const char *text, int field, struct error *err)
{
	if (strchr(text, '\n'))
		return error_field(err, ERROR_INPUT, field,
			_("This has one line; write it without line breaks."));
	return kept_lines_check(text, field, err);
}

int
kept_money_check(double zloty, int field, struct error *err)
{
	char shown[64];

	if (isnan(zloty))
		return 0;
	if (zloty < 0)
		return error_field(
			err, ERROR_INPUT, field, _("An amount of money cannot be below zero."));
	/* amounts have fifteen digits at most, so that a tenth of a grosz shows */
	if (fabs(zloty * 100 - round(zloty * 100)) > 1e-3 && zloty < 1e11)
		return error_field(err, ERROR_INPUT, field,
			_("“%s” has parts of a grosz. Write two decimals at most."),
			number_field(shown, sizeof(shown), zloty));
	return 0;
}

int
kept_text(const char *text, bool needed, bool lines, int field, const char *name, struct error *err)
{
	if (needed && !text[strspn(text, " \n")])
		return error_field(err, ERROR_INPUT, field, _("%s must be filled in."), name);
	if (!text_storable(text, lines ? "\n" : ""))
		return error_field(err, ERROR_INPUT, field,
			_("%s may hold no control or invisible characters."), name);
	return 0;
}

/* How many characters do not fit: what a person has to take away at the end. */
static int
characters_over(const char *text, size_t size)
{
	size_t used = 0, cluster;
	int over = 0;

	for (; *text; text += cluster) {
		cluster = text_cluster(text);
		used += cluster;
		if (used >= size)
			over++;
	}
	return over;
}

int
kept_fits(const char *text, size_t size, int field, const char *name, struct error *err)
{
	int over;

	if (strlen(text) < size)
		return 0;
	over = characters_over(text, size);
	return error_field(err, ERROR_INPUT, field,
		P_("%s: the text is too long by %d character. Shorten it.",
			"%s: the text is too long by %d characters. Shorten it.",
			(unsigned long)over),
		name, over);
}

int
kept_words_check(const struct kept_words *texts, int count, struct error *err)
{
	for (const struct kept_words *t = texts; t < texts + count; t++)
		if (kept_text(t->text, t->needed, t->lines, t->field, t->name, err) ||
			kept_fits(t->text, t->size, t->field, t->name, err))
			return -1;
	return 0;
}

int
kept_day(const char *day, bool needed, int field, const char *name, struct error *err)
{
	struct date d;
	char iso[16];

	if (!*day && !needed)
		return 0;
	if (!*day)
		return error_field(err, ERROR_INPUT, field, _("%s must be filled in."), name);
	if (date_parse(day, clock_today(), &d) || strcmp(date_iso(iso, sizeof(iso), d), day) != 0)
		return error_field(err, ERROR_INPUT, field,
			_("%s: “%s” is no day of the calendar."), name, day);
	return 0;
}

int
kept_past_day(const char *day, int field, const char *name, struct error *err)
{
	char today[16], shown[32];

	if (kept_day(day, true, field, name, err))
		return -1;
	if (strcmp(day, date_iso(today, sizeof(today), clock_today())) > 0)
		return error_field(err, ERROR_INPUT, field, _("%s: %s is still to come."), name,
			date_show(shown, sizeof(shown), day));
	return 0;
}

bool
kept_day_passed(const char *day)
{
	char today[16];

	return *day && strcmp(day, date_iso(today, sizeof(today), clock_today())) < 0;
}

int
kept_year(int year, int field, struct error *err)
{
	int now = clock_today().year;

	if (year < UNIT_FIRST_YEAR || year > UNIT_LAST_YEAR)
		return error_field(err, ERROR_INPUT, field, _("Give a year such as %d."), now - 1);
	if (year > now)
		return error_field(err, ERROR_INPUT, field,
			_("The year %d is still to come; there are no figures of it."), year);
	return 0;
}

const char *
kept_origin(struct arena *arena, const char *entered_at, const char *login, const char *file_name)
{
	const char *text;
	char when[32];

	if (!entered_at[0])
		return _("entered before gromada kept by whom");
	text = arena_format(arena, _("Entered: %s by %s"),
		clock_local(when, sizeof(when), entered_at), login[0] ? login : "–");
	return file_name[0] ? arena_format(arena, _("%s; file: %s"), text, file_name) : text;
}
