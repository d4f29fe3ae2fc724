/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Data sheets: what a group asks of its members for a year, and each member's return. */
#ifndef MODEL_DATA_SHEET_H
#define MODEL_DATA_SHEET_H

#include "model/sheets/own_figure.h"
#include "model/owner.h"

/* ---- the definition ---- */
struct data_sheet {
	int64_t id, rev; /* id 0 = new */
	char uid[33], owner[OWNER_SIZE];
	int64_t group_id;
	char group_code[64], group_name[160];
	int year;
	char due_on[11]; /* "" = none */
	char note[512];
	int lines;
};
struct data_sheet_line { /* texts in the arena */
	int position;
	int64_t indicator_id;
	const char *code, *name, *measure, *definition;
	int decimals;
	double low, high, change; /* NAN = none; change: per cent against the year before */
	bool counts; /* by its card it cannot be below 0 (model/indicators/measure.h) */
	bool share, whole; /* by its measure at most 100, whole numbers */
};

/* Newest year first; group 0 = of all groups. */
int data_sheet_list(struct db *db, int64_t group, struct arena *arena, struct data_sheet **list,
	int *count, struct error *err);
int data_sheet_load(struct db *db, int64_t id, struct data_sheet *out, struct error *err);
/* ERROR_MISSING with a sentence that names group and year. */
int data_sheet_find(struct db *db, int64_t group, int year, struct data_sheet *out,
	struct error *err);
int data_sheet_lines(struct db *db, int64_t id, struct arena *arena, struct data_sheet_line **list,
	int *count, struct error *err);
/* Ids of the cards that could be added to the sheet, ascending: figures keyed by hand that it does
 * not ask for yet. */
int data_sheet_cards(struct db *db, int64_t id, struct arena *arena, int64_t **cards, int *count,
	struct error *err);

enum data_sheet_field { DATA_SHEET_FIELD_YEAR = 1, DATA_SHEET_FIELD_DUE, DATA_SHEET_FIELD_NOTE };
enum data_sheet_line_field { DATA_SHEET_LINE_INDICATOR = 1, DATA_SHEET_LINE_LOW,
	DATA_SHEET_LINE_HIGH, DATA_SHEET_LINE_CHANGE };
/* The whole of it, lines in the order given; rev checked. lines NULL = they stay as they are. A
 * card whose source are the units themselves, and that no file feeds, becomes one of kind own. */
int data_sheet_save(struct db *db, struct data_sheet *sheet, const struct data_sheet_line *lines,
	int count, struct error *err);
/* A sheet of the group for year, with the lines of its newest sheet before. */
int data_sheet_copy(struct db *db, int64_t group, int year, struct data_sheet *out,
	struct error *err);
/* Only a sheet that nobody has returned anything for. */
int data_sheet_delete(struct db *db, const struct data_sheet *sheet, struct error *err);

/* ---- returns ---- */
enum sheet_state { SHEET_DRAFT, SHEET_APPROVED, SHEET_SENT, SHEET_QUERIED, SHEET_VERIFIED,
	SHEET_STATES };
const char *sheet_state_name(enum sheet_state state);  /* draft: in files */
const char *sheet_state_label(enum sheet_state state); /* translated */
enum sheet_state sheet_state_from_name(const char *name);

struct sheet_return { /* one member's; texts in the arena */
	int64_t id, rev;  /* id 0, rev 0: the member has begun nothing */
	char owner[OWNER_SIZE];
	char leader[OWNER_SIZE]; /* owner of the sheet, not in sheet_missing_list() */
	int64_t sheet_id;
	int slot, year;
	const char *unit, *unit_name;    /* code, name */
	enum sheet_state state;
	const char *changed_on, *due_on; /* due_on: "" = no day */
	int lines, filled, questions;    /* questions: open ones */
	bool late;                       /* not sent and the day is over */
	const char *group_code;
};
/* The group's present members and whoever returned something, in Polish order of names. */
int sheet_return_list(struct db *db, const struct data_sheet *sheet, struct arena *arena,
	struct sheet_return **list, int *count, struct error *err);
/* ERROR_INPUT when the unit is no member. */
int sheet_return_load(struct db *db, const struct data_sheet *sheet, int slot,
	struct arena *arena, struct sheet_return *out, struct error *err);
/* What is still to come, by day it was due: returns that are neither sent nor verified, of all
 * groups' sheets (1 3, Home). slot NO_SLOT = of all members. */
int sheet_missing_list(struct db *db, int slot, struct arena *arena, struct sheet_return **list,
	int *count, struct error *err);
/* Inside db_write: makes the row of sheet_id and slot where there is none yet; added (may be NULL):
 * how many rows that were. */
int sheet_return_make(
	struct db *db, const struct sheet_return *r, int64_t *added, struct error *err);
/* draft → approved → sent → queried or verified; approving may be left out; back to draft
 * from all but verified, of what went to another office no more (sheet_turn.h). Other steps, lines
 * without figure (but for a draft) and open questions (sent again, verified) are refused in words;
 * rev checked. Verified marks the figures; only the office that keeps the sheet says it. */
int sheet_return_move(struct db *db, struct sheet_return *r, enum sheet_state state,
	struct error *err);

enum { SHEET_QUESTION_SIZE = 1024 }; /* room of a question, of its answer: one line of a dialog */
struct sheet_question { /* texts in the arena */
	int number;
	int64_t indicator_id;
	const char *question, *asked_on, *answer, *answered_on;
};
int sheet_questions(struct db *db, int64_t return_id, struct arena *arena,
	struct sheet_question **list, int *count, struct error *err);
/* A question makes the return queried; an answer leaves the state as it is. */
int sheet_return_ask(struct db *db, struct sheet_return *r, int64_t indicator, const char *question,
	struct error *err);
int sheet_return_answer(struct db *db, struct sheet_return *r, int number, const char *answer,
	struct error *err);

/* ---- one member's figures ---- */
enum sheet_sign { SHEET_LOW = 1, SHEET_HIGH = 2, SHEET_CHANGED = 4, SHEET_TOTAL = 8,
	SHEET_PART = 16 };
struct sheet_entry {
	struct data_sheet_line line;
	struct own_figure figure, before; /* id 0 = none; before: of last year, as readers see it */
	struct own_figure total; /* what totals of decisions say, which fill the line too */
	const struct sheet_question *question; /* the newest open one; NULL = none */
	const struct sheet_question *asked;    /* all of the figure, answered too, oldest first */
	int asked_count;
	unsigned signs; /* what asks for a remark */
};
int sheet_entries(struct db *db, const struct sheet_return *r, struct arena *arena,
	struct sheet_entry **list, int *count, struct error *err);
/* Where the figure was taken from; where none stands yet, where that of the year before was, which
 * is what forms and files offer. */
const char *sheet_entry_source(const struct sheet_entry *e);
bool sheet_entry_offers(const struct sheet_entry *e, const char *source); /* or "" */
/* What fills the line: the figure keyed, else the total; indicator_id 0 = nothing yet. */
const struct own_figure *sheet_entry_shown(const struct sheet_entry *e);
/* Whether f only repeats the total of a line where nothing is keyed: a file that came back. */
bool sheet_entry_repeats(const struct sheet_entry *e, const struct own_figure *f);
/* Unusual, and no remark says why: a number is no reason. */
bool sheet_entry_unexplained(const struct sheet_entry *e);
/* Names the lines of which that is so; "" = none. */
int sheet_unexplained_told(struct db *db, const struct sheet_return *r, struct arena *arena,
	const char **sentence, struct error *err);
/* What the value's size, or another total, asks for; of bd and nd a total alone. */
unsigned sheet_entry_signs(const struct sheet_entry *e);
/* "above 100", "58,3% more than the year before": the sentence for the signs, in the arena; "" */
const char *sheet_signs_text(const struct sheet_entry *row, struct arena *arena);
/* own_figure_save() and the return's row where there is none yet. */
int sheet_figure_save(struct db *db, struct sheet_return *r, const struct own_figure *f,
	const struct own_figure *was, struct error *err);
/* The same for many inside db_write: what a returned file says. */
int sheet_figure_put(struct db *db, struct sheet_return *r, const struct own_figure *f,
	const struct own_figure *was, bool *changed, struct error *err);

#endif
