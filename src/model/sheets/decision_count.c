/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quarterly totals of decisions: reading, checking and saving them. */
#include "config.h"

#include "model/sheets/decision_count.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/units/unit.h"
#include "model/units/unit_city.h"
#include "model/units/unit_told.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name, *label;
} items[DECISION_ITEMS] = {
	[DECISION_ISSUED] = { "issued", N_("Decisions issued") },
	[DECISION_LATE] = { "late", N_("after the statutory time") },
	[DECISION_LATE_EXTENDED] = { "late_extended", N_("after the extended time") },
	[DECISION_APPEALED] = { "appealed", N_("Appealed against") },
	[DECISION_UPHELD] = { "upheld", N_("upheld") },
	[DECISION_SENT_BACK] = { "sent_back", N_("overturned and sent back") },
	[DECISION_OVERTURNED] = { "overturned", N_("overturned and decided by SKO") },
	[DECISION_DISCONTINUED] = { "discontinued", N_("appeal discontinued") },
	[DECISION_INADMISSIBLE] = { "inadmissible", N_("appeal inadmissible") },
	[DECISION_INVALID] = { "invalid", N_("Declared invalid") },
	[DECISION_CHANGED] = { "changed", N_("Changed by the office itself") },
};

const char *
decision_item_name(enum decision_item item)
{
	return items[item].name;
}

const char *
decision_item_label(enum decision_item item)
{
	return _(items[item].label);
}

/* ---- reading ---- */

static void
read_count(struct stmt *q, struct decision_count *c)
{
	*c = (struct decision_count){ .id = db_int(q, 0), .rev = db_int(q, 1),
		.slot = (int)db_int(q, 4), .year = (int)db_int(q, 5),
		.quarter = (int)db_int(q, 6), .made_up = db_int(q, 10) != 0 };
	text_copy(c->uid, sizeof(c->uid), db_text(q, 2));
	text_copy(c->owner, sizeof(c->owner), db_text(q, 3));
	text_copy(c->case_type, sizeof(c->case_type), db_text(q, 7));
	text_copy(c->department, sizeof(c->department), db_text(q, 8));
	text_copy(c->remark, sizeof(c->remark), db_text(q, 9));
	for (int i = 0; i < DECISION_ITEMS; i++)
		c->count[i] = db_int(q, 11 + i);
}

static int
name_units(struct db *db, struct decision_count *list, int count, struct error *err)
{
	struct arena arena = { 0 };
	int *slots = arena_array(&arena, (size_t)count + 1, sizeof(*slots));
	struct unit_words *words;

	for (int i = 0; i < count; i++)
		slots[i] = list[i].slot;
	if (unit_words_among(db, slots, count, &arena, &words, err)) {
		arena_release(&arena);
		return -1;
	}
	for (int i = 0; i < count; i++) {
		text_copy(list[i].unit, sizeof(list[i].unit), words[i].teryt);
		text_copy(list[i].unit_name, sizeof(list[i].unit_name), words[i].name);
	}
	arena_release(&arena);
	return 0;
}

static int
in_order(const void *a, const void *b)
{
	const struct decision_count *x = a, *y = b;
	int order = text_compare(x->unit_name, y->unit_name);

	order = order ? order : x->slot - y->slot;
	order = order ? order : x->year - y->year;
	order = order ? order : x->quarter - y->quarter;
	order = order ? order : text_compare(x->case_type, y->case_type);
	return order ? order : text_compare(x->department, y->department);
}

int
decision_count_list(struct db *db, const struct decision_filter *filter, struct arena *arena,
	struct decision_count **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_DECISION_LIST, err);
	char today[16];
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, filter->slot);
	db_bind_int(q, 2, filter->group);
	db_bind_text(q, 3, date_iso(today, sizeof(today), clock_today()));
	db_bind_int(q, 4, filter->first_year);
	db_bind_int(q, 5, filter->last_year ? filter->last_year : UNIT_LAST_YEAR);
	db_bind_text(q, 6, filter->case_type);
	db_bind_text(q, 7, filter->department);
	db_bind_int(q, 8, filter->retired);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_count(q, &(*list)[(*count)++]);
	}
	if (db_end(q) < 0 || name_units(db, *list, *count, err) < 0)
		return -1;
	if (*count)
		qsort(*list, (size_t)*count, sizeof(**list), in_order);
	return 0;
}

int
decision_count_load(struct db *db, int64_t id, struct decision_count *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_DECISION_LOAD, err);
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found)
		read_count(q, out);
	if (db_end(q) < 0)
		return -1;
	if (!found)
		return error_set(
			err, ERROR_MISSING, _("These totals are no longer in the database."));
	return name_units(db, out, 1, err);
}

/* ---- saving ---- */

static int
check_word(const char *text, int field, struct error *err)
{
	if (!text_storable(text, ""))
		return error_field(err, ERROR_INPUT, field,
			_("The text holds control or invisible characters."));
	return 0;
}

/* Blanks at the ends and double ones say nothing. */
static void
squeeze(char *text)
{
	char *to = text;

	for (const char *from = text; *from; from++)
		if (*from != ' ' || (to > text && to[-1] != ' '))
			*to++ = *from;
	while (to > text && to[-1] == ' ')
		to--;
	*to = '\0';
}

int
decision_words(struct db *db, int slot, bool departments, struct arena *arena, const char ***list,
	int *count, struct error *err)
{
	size_t room = 0;
	struct stmt *q;
	int twin = slot;

	*list = NULL;
	*count = 0;
	if (slot != NO_SLOT && unit_twin_of(db, slot, &twin, err) < 0)
		return -1;
	q = db_start(db, Q_DECISION_WORDS, err);
	db_bind_int(q, 1, departments);
	db_bind_int(q, 2, slot);
	db_bind_int(q, 3, twin);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = arena_string(arena, db_text(q, 0));
	}
	return db_end(q);
}

/* A word that the unit has written before is written as it was. */
static int
spell(struct db *db, int slot, bool department, char *word, size_t size, struct error *err)
{
	char folded[128], known[128];
	struct arena arena = { 0 };
	const char **list;
	int count, result = decision_words(db, slot, department, &arena, &list, &count, err);

	text_fold(folded, sizeof(folded), word);
	for (int i = 0; result == 0 && i < count; i++)
		if (strcmp(text_fold(known, sizeof(known), list[i]), folded) == 0)
			text_copy(word, size, list[i]);
	arena_release(&arena);
	return result;
}

static int
check(const struct decision_count *c, struct error *err)
{
	if (c->slot == NO_SLOT)
		return error_field(err, ERROR_INPUT, DECISION_FIELD_UNIT,
			_("Choose the unit whose decisions these are."));
	if (kept_year(c->year, DECISION_FIELD_YEAR, err))
		return -1;
	if (c->quarter < 1 || c->quarter > 4)
		return error_field(err, ERROR_INPUT, DECISION_FIELD_QUARTER,
			_("A quarter is 1, 2, 3 or 4."));
	if (!c->case_type[0])
		return error_field(err, ERROR_INPUT, DECISION_FIELD_CASE,
			_("Name the type of cases, such as “warunki zabudowy”."));
	if (check_word(c->case_type, DECISION_FIELD_CASE, err) < 0 ||
		check_word(c->department, DECISION_FIELD_DEPARTMENT, err) < 0 ||
		check_word(c->remark, DECISION_FIELD_COUNTS + DECISION_ITEMS, err) < 0)
		return -1;
	for (int i = 0; i < DECISION_ITEMS; i++)
		if (c->count[i] < 0 || c->count[i] > 9999999)
			return error_field(err, ERROR_INPUT, DECISION_FIELD_COUNTS + i,
				_("%s: a whole number from 0 on."), decision_item_label(i));
	if (c->count[DECISION_LATE] > c->count[DECISION_ISSUED])
		return error_field(err, ERROR_INPUT, DECISION_FIELD_COUNTS + DECISION_LATE,
			_("More decisions cannot be late than were issued."));
	if (c->count[DECISION_LATE_EXTENDED] > c->count[DECISION_ISSUED])
		return error_field(err, ERROR_INPUT,
			DECISION_FIELD_COUNTS + DECISION_LATE_EXTENDED,
			_("More decisions cannot be late than were issued."));
	return 0;
}

static int
check_same(struct db *db, const struct decision_count *c, struct error *err)
{
	bool there, retired = false;
	struct stmt *q;
	int twin;

	if (unit_twin_of(db, c->slot, &twin, err) < 0)
		return -1;
	q = db_start(db, Q_DECISION_SAME, err);
	db_bind_int(q, 1, c->slot);
	db_bind_int(q, 2, c->year);
	db_bind_int(q, 3, c->quarter);
	db_bind_text(q, 4, c->case_type);
	db_bind_text(q, 5, c->department);
	db_bind_int(q, 6, c->id);
	db_bind_int(q, 7, twin);
	there = db_next(q);
	if (there)
		retired = db_int(q, 1) != 0;
	if (db_end(q) < 0)
		return -1;
	if (!there)
		return 0;
	return error_field(err, ERROR_INPUT, DECISION_FIELD_CASE, "%s",
		retired ? _("Totals of this quarter, type of cases and department were deleted; "
			    "bring them back and change them.")
			: _("Totals of this quarter, type of cases and department stand there "
			    "already."));
}

static const struct kept_kind kept = { "decision_count", "decisions.delete", "decisions.restore",
	Q_DECISION_HEAD, Q_DECISION_RETIRE };

static int
save(struct db *db, void *context, struct error *err)
{
	struct decision_count *c = context;
	char uid[UID_SIZE];
	struct stmt *q;

	squeeze(c->case_type);
	squeeze(c->department);
	if ((c->id && kept_own(db, &kept, c->id, err)) || check(c, err) < 0 ||
		check_same(db, c, err) < 0)
		return -1;
	if (!c->id &&
		(spell(db, c->slot, false, c->case_type, sizeof(c->case_type), err) < 0 ||
			spell(db, c->slot, true, c->department, sizeof(c->department), err) < 0))
		return -1;
	q = db_start(db, c->id ? Q_DECISION_UPDATE : Q_DECISION_INSERT, err);
	db_bind_int(q, 1, c->slot);
	db_bind_int(q, 2, c->year);
	db_bind_int(q, 3, c->quarter);
	db_bind_text(q, 4, c->case_type);
	db_bind_text(q, 5, c->department);
	db_bind_text(q, 6, c->remark);
	db_bind_int(q, 7, c->made_up);
	for (int i = 0; i < DECISION_ITEMS; i++)
		db_bind_int(q, 8 + i, c->count[i]);
	if (c->id) {
		db_bind_int(q, 19, c->id);
		db_bind_int(q, 20, c->rev);
	} else {
		text_copy(c->uid, sizeof(c->uid), random_uid(uid));
		db_bind_text(q, 19, c->uid);
	}
	return kept_store(db, q, &c->id, &c->rev, err);
}

int
decision_count_save(struct db *db, struct decision_count *c, struct error *err)
{
	char summary[64];
	struct db_act act = { c->id ? "decisions.change" : "decisions.new", "decision_count", 0,
		summary };
	struct decision_count copy = *c;

	snprintf(summary, sizeof(summary), "slot %d, %d/%d", c->slot, c->year, c->quarter);
	if (db_write(db, &act, save, &copy, err) < 0)
		return -1;
	*c = copy;
	return 0;
}

int
decision_count_retire(struct db *db, const struct decision_count *c, struct error *err)
{
	return kept_retire(db, &kept, c->id, c->rev, err);
}

int
decision_count_restore(struct db *db, int64_t id, struct error *err)
{
	return kept_restore(db, &kept, id, err);
}
