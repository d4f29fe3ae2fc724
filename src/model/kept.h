/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What homework, documents, opinions and advice do alike: only their office changes them, a save
 * carries the state it read, deleting is a mark that can be taken away. */
#ifndef MODEL_KEPT_H
#define MODEL_KEPT_H

#include "base/arena.h"
#include "model/owner.h"

struct kept_kind {
	const char *table;      /* also of the audit line */
	const char *noun;       /* "homework": acts are homework.add, homework.retire … */
	int head;               /* query by id: rev, owner, retired_at, the group's code */
	int retire;             /* query: id, instant or NULL */
};

/* Inside db_write: the row is there, ours and as it was when rev was read, else ERROR_MISSING,
 * ERROR_DENIED or ERROR_CONFLICT. */
int kept_check(struct db *db, const struct kept_kind *kind, int64_t id, int64_t rev,
	struct error *err);
/* One audited write: deletes the row, or brings a deleted one back. */
int kept_retire(struct db *db, const struct kept_kind *kind, int64_t id, bool back,
	struct error *err);
/* A copy; one that is empty takes no room. */
const char *kept_string(struct arena *arena, const char *text);
/* "Entered: 22.11.2026 10:00 by kowalska" and, in a line of its own, the sheet or file; what is not
 * known is said so. In the arena. */
const char *kept_origin(struct arena *arena, const char *entered_at, const char *login,
	const char *file_name);
/* A text that must not be empty and holds no control or invisible characters; lines: may have
 * several. field counts from 1, name is translated. */
int kept_text(const char *text, bool needed, bool lines, int field, const char *name,
	struct error *err);
/* A day as YYYY-MM-DD that is in the calendar; "" only where it is not needed. */
int kept_day(const char *day, bool needed, int field, const char *name, struct error *err);

#endif
