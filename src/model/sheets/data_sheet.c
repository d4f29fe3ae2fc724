/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The definition of a group's data sheet: what is asked, in what order, and what is unusual. */
#include "config.h"

#include "model/sheets/data_sheet.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/random.h"
#include "base/text.h"
#include "model/indicators/measure.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/sheets/sheet_turn.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* ---- reading ---- */

static void
read_sheet(struct stmt *q, struct data_sheet *s)
{
	*s = (struct data_sheet){ .id = db_int(q, 0), .rev = db_int(q, 1),
		.group_id = db_int(q, 4), .year = (int)db_int(q, 7), .lines = (int)db_int(q, 10) };
	text_copy(s->uid, sizeof(s->uid), db_text(q, 2));
	text_copy(s->owner, sizeof(s->owner), db_text(q, 3));
	text_copy(s->group_code, sizeof(s->group_code), db_text(q, 5));
	text_copy(s->group_name, sizeof(s->group_name), db_text(q, 6));
	text_copy(s->due_on, sizeof(s->due_on), db_text(q, 8));
	text_copy(s->note, sizeof(s->note), db_text(q, 9));
}

int
data_sheet_list(struct db *db, int64_t group, struct arena *arena, struct data_sheet **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_DATA_SHEET_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, group);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_sheet(q, &(*list)[(*count)++]);
	}
	return db_end(q);
}

int
data_sheet_load(struct db *db, int64_t id, struct data_sheet *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_DATA_SHEET_LOAD, err);
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found)
		read_sheet(q, out);
	if (db_end(q) < 0)
		return -1;
	return found ? 0
		     : error_set(err, ERROR_MISSING,
			       _("This data sheet is no longer in the database."));
}

/* 0 = there is none. */
static int
find(struct db *db, int query, int64_t group, int year, int64_t *id, struct error *err)
{
	struct stmt *q = db_start(db, query, err);

	db_bind_int(q, 1, group);
	db_bind_int(q, 2, year);
	*id = db_next(q) ? db_int(q, 0) : 0;
	return db_end(q);
}

static int
load_group(struct db *db, int64_t group, char *code, size_t size, char owner[OWNER_SIZE],
	struct error *err)
{
	struct stmt *q = db_start(db, Q_DATA_SHEET_GROUP, err);
	bool found;

	db_bind_int(q, 1, group);
	found = db_next(q);
	text_copy(code, size, found ? db_text(q, 0) : "");
	text_copy(owner, OWNER_SIZE, found ? db_text(q, 1) : "");
	if (db_end(q) < 0)
		return -1;
	return found ? 0
		     : error_set(err, ERROR_MISSING,
			       _("This group is no longer in the database."));
}

int
data_sheet_find(struct db *db, int64_t group, int year, struct data_sheet *out, struct error *err)
{
	char code[64], owner[OWNER_SIZE];
	int64_t id;

	if (find(db, Q_DATA_SHEET_FIND, group, year, &id, err) < 0)
		return -1;
	if (id)
		return data_sheet_load(db, id, out, err);
	if (load_group(db, group, code, sizeof(code), owner, err) < 0)
		return -1;
	return error_set(err, ERROR_MISSING,
		_("The group %s has no data sheet for %d. The list of sheets makes one."), code,
		year);
}

/* What a person reads before filling in: the definition, else the formula of the card. */
static const char *
wording(struct stmt *q, struct arena *arena)
{
	char number[48];

	if (db_text(q, 5)[0])
		return arena_string(arena, db_text(q, 5));
	if (db_text(q, 10)[0] && db_text(q, 11)[0] && db_double(q, 12) != 1)
		return arena_format(arena, "%s × %s / %s", db_text(q, 10),
			number_plain(number, sizeof(number), db_double(q, 12), -1),
			db_text(q, 11));
	if (db_text(q, 10)[0] && db_text(q, 11)[0])
		return arena_format(arena, "%s / %s", db_text(q, 10), db_text(q, 11));
	return arena_string(arena, db_text(q, 10));
}

int
data_sheet_lines(struct db *db, int64_t id, struct arena *arena, struct data_sheet_line **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_DATA_SHEET_LINES, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, id);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = (struct data_sheet_line){
			.position = (int)db_int(q, 0),
			.indicator_id = db_int(q, 1),
			.code = arena_string(arena, db_text(q, 2)),
			.name = arena_string(arena, db_text(q, 3)),
			.measure = arena_string(arena, db_text(q, 4)),
			.definition = wording(q, arena),
			.decimals = (int)db_int(q, 6),
			.low = db_double_or_nan(q, 7),
			.high = db_double_or_nan(q, 8),
			.change = db_double_or_nan(q, 9),
			.counts = measure_counts(db_text(q, 4), db_text(q, 3), db_text(q, 10)),
			.share = measure_share(db_text(q, 4), db_text(q, 3), db_text(q, 10)),
			.whole = measure_whole(db_text(q, 4), db_text(q, 11)),
		};
	}
	return db_end(q);
}

int
data_sheet_cards(struct db *db, int64_t id, struct arena *arena, int64_t **cards, int *count,
	struct error *err)
{
	struct data_sheet_line *lines;
	struct stmt *q;
	size_t room = 0;
	int asked;

	*cards = NULL;
	*count = 0;
	if (data_sheet_lines(db, id, arena, &lines, &asked, err) < 0)
		return -1;
	q = db_start(db, Q_DATA_SHEET_CARD, err);
	db_bind_int(q, 1, 0);
	while (db_next(q)) {
		bool free = db_int(q, 3) != 0;

		for (int i = 0; i < asked && free; i++)
			free = lines[i].indicator_id != db_int(q, 0);
		if (!free)
			continue;
		*cards = arena_grow(arena, *cards, (size_t)*count, &room, sizeof(**cards));
		(*cards)[(*count)++] = db_int(q, 0);
	}
	return db_end(q);
}

/* ---- saving ---- */

static int
check_sheet(struct db *db, struct data_sheet *s, struct error *err)
{
	struct date date;
	char owner[OWNER_SIZE];
	int64_t other;

	if (load_group(db, s->group_id, s->group_code, sizeof(s->group_code), owner, err) < 0 ||
		owner_check(db, owner, err) < 0 || owner_check(db, s->owner, err) < 0)
		return -1;
	if (kept_year(s->year, DATA_SHEET_FIELD_YEAR, err))
		return -1;
	if (kept_lines_check(s->note, DATA_SHEET_FIELD_NOTE, err) < 0)
		return -1;
	if (s->due_on[0] && date_parse(s->due_on, clock_today(), &date) < 0)
		return error_field(err, ERROR_INPUT, DATA_SHEET_FIELD_DUE,
			_("“%s” is no date. Type 30.6.2026, jutro or +14."), s->due_on);
	if (s->due_on[0])
		date_iso(s->due_on, sizeof(s->due_on), date);
	if (find(db, Q_DATA_SHEET_FIND, s->group_id, s->year, &other, err) < 0)
		return -1;
	if (other && other != s->id)
		return error_field(err, ERROR_INPUT, DATA_SHEET_FIELD_YEAR,
			_("The group %s has a sheet for %d already."), s->group_code, s->year);
	return 0;
}

static int
check_line(const struct data_sheet_line *line, int number, struct error *err)
{
	if (line->low > line->high)
		return error_field(err, ERROR_INPUT, DATA_SHEET_LINE_HIGH,
			_("Line %d: the highest usual value lies below the lowest."), number);
	if (line->change <= 0)
		return error_field(err, ERROR_INPUT, DATA_SHEET_LINE_CHANGE,
			_("Line %d: the largest usual change is a number of per cent above zero."),
			number);
	return 0;
}

/* An indicator whose source are the units themselves, and that nothing feeds yet, becomes one of
 * own figures by standing on a sheet. */
static int
take_card(struct db *db, int64_t indicator, int number, struct error *err)
{
	struct stmt *q = db_start(db, Q_DATA_SHEET_CARD, err);
	char kind[16] = "", code[64] = "";
	bool takes = false;

	db_bind_int(q, 1, indicator);
	if (db_next(q)) {
		text_copy(kind, sizeof(kind), db_text(q, 1));
		text_copy(code, sizeof(code), db_text(q, 2));
		takes = db_int(q, 3) != 0;
	}
	if (db_end(q) < 0)
		return -1;
	if (!takes)
		return error_field(err, ERROR_INPUT, DATA_SHEET_LINE_INDICATOR,
			_("Line %d: the indicator %s takes its values from elsewhere; a sheet asks "
			  "for figures that are keyed by hand. If members are to enter it, choose "
			  "“own figures” as the kind on its card."),
			number, code);
	if (!strcmp(kind, "own"))
		return 0;
	q = db_start(db, Q_DATA_SHEET_TAKE_CARD, err);
	db_bind_int(q, 1, indicator);
	return db_run(q, NULL);
}

static int
write_lines(struct db *db, int64_t id, const struct data_sheet_line *lines, int count,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_DATA_SHEET_LINE_CLEAR, err);

	db_bind_int(q, 1, id);
	if (db_run(q, NULL) < 0)
		return -1;
	for (int i = 0; i < count; i++) {
		for (int k = 0; k < i; k++)
			if (lines[k].indicator_id == lines[i].indicator_id)
				return error_field(err, ERROR_INPUT, DATA_SHEET_LINE_INDICATOR,
					_("Line %d asks for the indicator of line %d once more."),
					i + 1, k + 1);
		if (check_line(&lines[i], i + 1, err) < 0 ||
			take_card(db, lines[i].indicator_id, i + 1, err) < 0)
			return -1;
		q = db_start(db, Q_DATA_SHEET_LINE_INSERT, err);
		db_bind_int(q, 1, id);
		db_bind_int(q, 2, i + 1);
		db_bind_int(q, 3, lines[i].indicator_id);
		db_bind_double_or_null(q, 4, lines[i].low);
		db_bind_double_or_null(q, 5, lines[i].high);
		db_bind_double_or_null(q, 6, lines[i].change);
		if (db_run(q, NULL) < 0)
			return -1;
	}
	return 0;
}

static int
change_lines(struct db *db, int64_t id, const struct data_sheet_line *lines, int count,
	struct error *err)
{
	struct arena arena = { 0 };
	struct data_sheet_line *before;
	int before_count, result;

	result = data_sheet_lines(db, id, &arena, &before, &before_count, err) < 0 ||
				 write_lines(db, id, lines, count, err) < 0 ||
				 sheet_lines_changed(
					 db, id, before, before_count, lines, count, err) < 0
			 ? -1
			 : 0;
	arena_release(&arena);
	return result;
}

struct saving {
	struct data_sheet *sheet;
	const struct data_sheet_line *lines;
	int count;
	char summary[96];
};

static int
write_sheet(struct db *db, struct data_sheet *s, struct error *err)
{
	struct stmt *q = db_start(db, s->id ? Q_DATA_SHEET_UPDATE : Q_DATA_SHEET_INSERT, err);
	char uid[UID_SIZE];

	if (s->id) {
		db_bind_int(q, 1, s->id);
		db_bind_int(q, 2, s->rev);
	} else {
		text_copy(s->uid, sizeof(s->uid), random_uid(uid));
		db_bind_text(q, 1, s->uid);
		db_bind_int(q, 2, s->group_id);
	}
	db_bind_int(q, 3, s->year);
	db_bind_text_or_null(q, 4, s->due_on);
	db_bind_text(q, 5, s->note);
	return kept_store(db, q, &s->id, &s->rev, err);
}

static int
save(struct db *db, void *context, struct error *err)
{
	struct saving *x = context;
	struct data_sheet *s = x->sheet;

	if (check_sheet(db, s, err) < 0 || write_sheet(db, s, err) < 0 ||
		(x->lines && change_lines(db, s->id, x->lines, x->count, err) < 0))
		return -1;
	if (x->lines)
		s->lines = x->count;
	snprintf(x->summary, sizeof(x->summary), "%s %d", s->group_code, s->year);
	db_act_entity(db, s->id);
	return 0;
}

int
data_sheet_save(struct db *db, struct data_sheet *sheet, const struct data_sheet_line *lines,
	int count, struct error *err)
{
	static const struct data_sheet_line none;
	struct data_sheet copy = *sheet;
	struct saving x = { &copy, lines || count ? lines : NULL, count, "" };
	struct db_act act = { sheet->id ? "data_sheet.change" : "data_sheet.new", "data_sheet",
		0, x.summary };

	if (!lines && !sheet->id)
		x.lines = &none; /* a new one without lines */
	if (db_write(db, &act, save, &x, err) < 0)
		return -1;
	*sheet = copy;
	return 0;
}

int
data_sheet_copy(struct db *db, int64_t group, int year, struct data_sheet *out, struct error *err)
{
	struct arena arena = { 0 };
	struct data_sheet_line *lines = NULL;
	int64_t before;
	int count = 0, result;

	*out = (struct data_sheet){ .group_id = group, .year = year };
	if (find(db, Q_DATA_SHEET_BEFORE, group, year, &before, err) < 0)
		return -1;
	result = before ? data_sheet_lines(db, before, &arena, &lines, &count, err) : 0;
	if (result == 0)
		result = data_sheet_save(db, out, lines, count, err);
	arena_release(&arena);
	return result;
}

static int
delete_sheet(struct db *db, void *context, struct error *err)
{
	const struct data_sheet *s = context;
	struct stmt *q = db_start(db, Q_SHEET_RETURN_ANY, err);
	int64_t changed;
	bool any;

	db_bind_int(q, 1, s->id);
	any = db_next(q);
	if (db_end(q) < 0 || owner_check(db, s->owner, err) < 0)
		return -1;
	if (any)
		return error_set(err, ERROR_INPUT,
			_("Members have begun this sheet; it stays. Take out lines that are not "
			  "needed instead."));
	q = db_start(db, Q_DATA_SHEET_LINE_CLEAR, err);
	db_bind_int(q, 1, s->id);
	if (db_run(q, NULL) < 0)
		return -1;
	q = db_start(db, Q_DATA_SHEET_DELETE, err);
	db_bind_int(q, 1, s->id);
	db_bind_int(q, 2, s->rev);
	if (db_run(q, &changed) < 0)
		return -1;
	return changed ? 0
		       : error_set(err, ERROR_CONFLICT,
				 _("A colleague has changed the data sheet meanwhile. Nothing was "
				   "saved; look at the new state first."));
}

int
data_sheet_delete(struct db *db, const struct data_sheet *sheet, struct error *err)
{
	struct data_sheet copy = *sheet;
	char summary[96];
	struct db_act act = { "data_sheet.delete", "data_sheet", sheet->id, summary };

	snprintf(summary, sizeof(summary), "%s %d", sheet->group_code, sheet->year);
	return db_write(db, &act, delete_sheet, &copy, err);
}
