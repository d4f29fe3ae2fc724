/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Register of presentations and materials of a group; the files stay where they are. */
#ifndef MODEL_DOCUMENT_REGISTER_H
#define MODEL_DOCUMENT_REGISTER_H

#include "base/arena.h"
#include "model/owner.h"
#include "model/units/unit.h"

enum register_kind { REGISTER_PRESENTATION, REGISTER_MATERIAL, REGISTER_MINUTES,
	REGISTER_SIGNED_LIST, REGISTER_PRACTICE, REGISTER_OTHER, REGISTER_KINDS };
const char *register_kind_name(enum register_kind k);  /* presentation … */
const char *register_kind_label(enum register_kind k); /* translated */
int register_kind_from_name(const char *name);         /* -1 */

enum { REGISTER_PLACE_SIZE = 4096 };
struct register_entry { /* texts in the arena, never NULL */
	int64_t id, rev;
	const char *uid, *owner;
	int64_t group, meeting, item; /* meeting, item: 0 = of the group */
	const char *group_code;
	int meeting_number;
	int slot;                     /* whose; NO_SLOT = the union's */
	const char *title;            /* KEPT_LINE_SIZE */
	enum register_kind kind;
	const char *place;            /* path of the file, or link */
	const char *sha256;           /* of the file when it was entered; "" = none */
	int64_t size;
	const char *dated_on, *note, *retired_at; /* note: KEPT_LINES_SIZE */
	bool later; /* entered after the minutes of its meeting were approved. Read only */
};

/* By meeting, then title; group or meeting 0 = of all. */
int register_list(struct db *db, int64_t group, int64_t meeting, bool retired,
	struct arena *arena, struct register_entry **list, int *count, struct error *err);
int register_load(struct db *db, int64_t id, struct arena *arena, struct register_entry *out,
	struct error *err); /* ERROR_MISSING */

enum register_field { REGISTER_FIELD_GROUP = 1, REGISTER_FIELD_MEETING, REGISTER_FIELD_TITLE,
	REGISTER_FIELD_KIND, REGISTER_FIELD_WHOSE, REGISTER_FIELD_PLACE, REGISTER_FIELD_DATED,
	REGISTER_FIELD_NOTE };
/* id 0 = new; rev is checked. Where place is a file that can be read, its checksum and size are
 * taken anew; a file that is not there is refused only when look is true. */
int register_save(struct db *db, struct register_entry *e, bool look, struct arena *arena,
	struct error *err);
int register_retire(struct db *db, int64_t id, int64_t rev, struct error *err);
int register_bring_back(struct db *db, int64_t id, struct error *err);

/* What has become of the file. Opens nothing but the file itself, follows no links. */
enum register_found { REGISTER_NOT_A_FILE /* a link to a page, or no place */, REGISTER_SAME,
	REGISTER_CHANGED, REGISTER_GONE, REGISTER_UNREADABLE, REGISTER_NEW /* no checksum yet */ };
bool register_is_link(const char *place); /* http://, https:// */
enum register_found register_look(const struct register_entry *e);
const char *register_found_label(enum register_found f); /* translated */

#endif
