/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What nouns that an office keeps do alike: only their office changes them, a save and a deletion
 * carry the state that was read, deleting is a mark that can be taken away. A noun says which
 * queries are its own. */
#ifndef MODEL_KEPT_H
#define MODEL_KEPT_H

#include "base/arena.h"
#include "model/owner.h"

struct kept_kind {
	const char *table;              /* of the audit lines */
	const char *retired, *restored; /* acts of the audit log */
	int head;                       /* query by id: rev, owner, retired_at */
	int retire;                     /* query: id, instant or NULL */
};

/* Inside db_write: the row is there, ours and as it was when rev was read, else ERROR_MISSING,
 * ERROR_DENIED or ERROR_CONFLICT. */
int kept_check(struct db *db, const struct kept_kind *kind, int64_t id, int64_t rev,
	struct error *err);
/* The rev under which a line of a row is saved. A line that is there (its id or place) was read
 * with the row; a new one (0) takes nothing from anybody and stands beside whatever colleagues
 * have written since: KEPT_ANY_REV. What it hangs on must still be there, ours and open. */
enum { KEPT_ANY_REV = 0 };
int64_t kept_line_rev(int64_t line, int64_t rev);
/* kept_check() for a change of a line: KEPT_ANY_REV = however the row is now. */
int kept_check_line(struct db *db, const struct kept_kind *kind, int64_t id, int64_t rev,
	struct error *err);
/* The same whatever its rev, for what checks that by itself; names the row in the audit line. */
int kept_own(struct db *db, const struct kept_kind *kind, int64_t id, struct error *err);
/* For what hangs on a row of whatever office (a member's answer): the row is there and not
 * deleted, else ERROR_MISSING. kept_deleted(): that sentence for rows with rules of their own. */
int kept_there(struct db *db, const struct kept_kind *kind, int64_t id, struct error *err);
int kept_deleted(struct error *err);
/* Runs an insert (*id 0) or an update under the rev that was read, with all bound: the row has its
 * id and next rev then and is named in the audit line. An update that finds no row under that rev
 * is ERROR_CONFLICT. */
int kept_store(struct db *db, struct stmt *q, int64_t *id, int64_t *rev, struct error *err);
/* One audited write each. What was changed since rev was read stays, ERROR_CONFLICT; what is
 * deleted already, or there again, is ERROR_MISSING. A deleted row is changed by nobody, so that
 * bringing back needs no rev. */
int kept_retire(struct db *db, const struct kept_kind *kind, int64_t id, int64_t rev,
	struct error *err);
int kept_restore(struct db *db, const struct kept_kind *kind, int64_t id, struct error *err);
/* kept_retire() and kept_restore() inside the db_write of a noun that has more to check. */
int kept_mark_retired(struct db *db, const struct kept_kind *kind, int64_t id, int64_t rev,
	struct error *err);
int kept_mark_restored(struct db *db, const struct kept_kind *kind, int64_t id, struct error *err);
/* A copy; one that is empty takes no room. */
const char *kept_string(struct arena *arena, const char *text);
/* "Entered: 22.11.2026 10:00 by kowalska" and, in a line of its own, the sheet or file; what is not
 * known is said so. In the arena. */
const char *kept_origin(struct arena *arena, const char *entered_at, const char *login,
	const char *file_name);
/* Room for texts that a noun keeps as they come, with the zero at the end: in one line, in several.
 * Forms have as much, so that what is stored there can be changed there. */
enum { KEPT_LINE_SIZE = 256, KEPT_LINES_SIZE = 8192 };
enum { KEPT_OFFICE_SIZE = 128 }; /* of the department or post that answers for something */
/* Whether the text has that room; a longer one is refused, never cut. */
int kept_fits(const char *text, size_t size, int field, const char *name, struct error *err);
/* No control or invisible characters, line by line; the other one: and one line only, because lists
 * show no more. */
int kept_lines_check(const char *text, int field, struct error *err);
int kept_line_check(const char *text, int field, struct error *err);
/* An amount in zł, NAN = none: not below zero, and no parts of a grosz. */
int kept_money_check(double zloty, int field, struct error *err);
/* A text that must not be empty and holds no control or invisible characters; lines: may have
 * several. field counts from 1, name is translated. */
int kept_text(const char *text, bool needed, bool lines, int field, const char *name,
	struct error *err);
/* Texts of a noun, each with its room, as kept_text() and kept_fits() say; the first that cannot
 * stay is named. */
struct kept_words {
	const char *text;
	size_t size;
	bool needed, lines;
	int field;
	const char *name;
};
int kept_words_check(const struct kept_words *texts, int count, struct error *err);
/* A day as YYYY-MM-DD that is in the calendar; "" only where it is not needed. */
int kept_day(const char *day, bool needed, int field, const char *name, struct error *err);
/* A day that is needed and on which something has happened: not after today. */
int kept_past_day(const char *day, int field, const char *name, struct error *err);
/* Whether the day, "" = none, lies before today: a deadline that has passed. */
bool kept_day_passed(const char *day);
/* A year of figures that can be known: neither before all registers nor after this one. */
int kept_year(int year, int field, struct error *err);

#endif
