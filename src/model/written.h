/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that the program wrote for people: what, who, when. The files themselves are elsewhere. */
#ifndef MODEL_WRITTEN_H
#define MODEL_WRITTEN_H

#include "base/arena.h"
#include "store/db.h"

struct written {
	const char *folder;
	const char *name;       /* without folder */
	const char *what;       /* title of what was written, in the language of that moment */
	const char *login;      /* who */
	const char *written_at; /* UTC */
};

/* Remembers that the present person wrote folder/name; a file of the same place takes the place
 * of the one before. One audit line. */
int written_note(struct db *db, const char *folder, const char *name, const char *what,
	struct error *err);
/* The same of a file that is there, by whatever path it was named. */
int written_note_file(struct db *db, const char *path, const char *what, struct error *err);
/* All that was written into the folder, NULL = into any, the newest first; what has gone meanwhile
 * too. */
int written_list(struct db *db, const char *folder, struct arena *arena, struct written **list,
	int *count, struct error *err);

bool written_is_package(const struct written *w); /* of an exchange group */

#endif
