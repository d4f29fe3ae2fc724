/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that the program wrote for people. */
#include "config.h"

#include "model/written.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "model/queries.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct note {
	const char *folder, *name, *what;
};

static int
note(struct db *db, void *context, struct error *err)
{
	const struct note *n = context;
	char now[32];
	struct stmt *q = db_start(db, Q_WRITTEN_NOTE, err);

	db_bind_text(q, 1, n->folder);
	db_bind_text(q, 2, n->name);
	db_bind_text(q, 3, n->what);
	db_bind_int(q, 4, db_person(db));
	db_bind_text(q, 5, clock_now_utc(now, sizeof(now)));
	return db_run(q, NULL);
}

int
written_note(struct db *db, const char *folder, const char *name, const char *what,
	struct error *err)
{
	struct note n = { folder, name, what };
	const struct db_act act = { .action = "export", .entity = "written_file", .summary = name };

	return db_write(db, &act, note, &n, err);
}

int
written_note_file(struct db *db, const char *path, const char *what, struct error *err)
{
	char *real = realpath(path, NULL), *slash = real ? strrchr(real, '/') : NULL;
	int result;

	if (!slash)
		return error_set(err, ERROR_IO, _("%s cannot be opened (%s)."), path,
			error_reason(errno));
	*slash = '\0';
	result = written_note(db, real[0] ? real : "/", slash + 1, what, err);
	free(real);
	return result;
}

bool
written_is_package(const struct written *w)
{
	size_t length = strlen(w->name);

	return length > 4 && !strcasecmp(w->name + length - 4, ".zip");
}

int
written_list(struct db *db, const char *folder, struct arena *arena, struct written **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_WRITTEN_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_text(q, 1, folder);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		(*list)[(*count)++] = (struct written){
			.name = arena_string(arena, db_text(q, 0)),
			.what = arena_string(arena, db_text(q, 1)),
			.login = arena_string(arena, db_text(q, 2)),
			.written_at = arena_string(arena, db_text(q, 3)),
			.folder = arena_string(arena, db_text(q, 4)),
		};
	}
	return db_end(q);
}
