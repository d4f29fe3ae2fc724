/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register, and what became of the files that it names. */
#include "config.h"

#include "model/meetings/document_register.h"

#include "base/i18n.h"
#include "base/random.h"
#include "base/sha256.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/word.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct word kinds[REGISTER_KINDS] = {
	[REGISTER_PRESENTATION] = { "presentation", N_("presentation") },
	[REGISTER_MATERIAL] = { "material", N_("material") },
	[REGISTER_MINUTES] = { "minutes", N_("minutes") },
	[REGISTER_SIGNED_LIST] = { "signed_list", N_("signed list") },
	[REGISTER_PRACTICE] = { "practice", N_("good practice") },
	[REGISTER_OTHER] = { "other", "" },
};

static const struct kept_kind kept = { "document", "document.retire", "document.restore",
	Q_REGISTER_HEAD, Q_REGISTER_RETIRE };

const char *
register_kind_name(enum register_kind k)
{
	return kinds[k].name;
}

const char *
register_kind_label(enum register_kind k)
{
	return k == REGISTER_OTHER ? C_("document", "other") : _(kinds[k].label);
}

int
register_kind_from_name(const char *name)
{
	return word_find(kinds, REGISTER_KINDS, name, -1);
}

/* ---- files ---- */

bool
register_is_link(const char *place)
{
	return strncasecmp(place, "http://", 7) == 0 || strncasecmp(place, "https://", 8) == 0;
}

static int
read_all(int fd, char hex[SHA256_HEX], int64_t *size)
{
	struct sha256 *sum = sha256_new();
	char buffer[65536];
	ssize_t n;

	*size = 0;
	while ((n = read(fd, buffer, sizeof(buffer))) > 0 || (n < 0 && errno == EINTR)) {
		if (n < 0)
			continue;
		sha256_update(sum, buffer, (size_t)n);
		*size += n;
	}
	sha256_finish(sum, hex);
	return n < 0 ? -1 : 0;
}

/* Only a plain file is read: a link is not followed, and a pipe would make us wait. */
static enum register_found
measure(const char *path, char hex[SHA256_HEX], int64_t *size)
{
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
	struct stat st;
	int result;

	if (fd < 0)
		return errno == ENOENT || errno == ENOTDIR ? REGISTER_GONE : REGISTER_UNREADABLE;
	if (fstat(fd, &st) || !S_ISREG(st.st_mode)) {
		close(fd);
		return REGISTER_UNREADABLE;
	}
	result = read_all(fd, hex, size);
	close(fd);
	return result ? REGISTER_UNREADABLE : REGISTER_SAME;
}

enum register_found
register_look(const struct register_entry *e)
{
	char hex[SHA256_HEX];
	enum register_found found;
	int64_t size;

	if (!e->place[0] || register_is_link(e->place))
		return REGISTER_NOT_A_FILE;
	found = measure(e->place, hex, &size);
	if (found != REGISTER_SAME)
		return found;
	if (!e->sha256[0])
		return REGISTER_NEW;
	return size == e->size && strcmp(hex, e->sha256) == 0 ? REGISTER_SAME : REGISTER_CHANGED;
}

const char *
register_found_label(enum register_found f)
{
	switch (f) {
	case REGISTER_SAME:
		return _("as it was entered");
	case REGISTER_CHANGED:
		return _("changed since");
	case REGISTER_GONE:
		return _("the file is gone");
	case REGISTER_UNREADABLE:
		return _("cannot be read");
	case REGISTER_NEW:
		return _("there now; not seen before");
	default:
		return _("no file");
	}
}

/* ---- reading ---- */

static void
read_entry(struct stmt *q, struct arena *arena, struct register_entry *e)
{
	int kind = register_kind_from_name(db_text(q, 11));

	*e = (struct register_entry){ .id = db_int(q, 0),
		.rev = db_int(q, 1),
		.uid = arena_string(arena, db_text(q, 2)),
		.owner = kept_string(arena, db_text(q, 3)),
		.group = db_int(q, 4),
		.meeting = db_int(q, 5),
		.item = db_int(q, 6),
		.group_code = kept_string(arena, db_text(q, 7)),
		.meeting_number = (int)db_int(q, 8),
		.slot = (int)db_int(q, 9),
		.title = kept_string(arena, db_text(q, 10)),
		.kind = kind < 0 ? REGISTER_OTHER : (enum register_kind)kind,
		.place = kept_string(arena, db_text(q, 12)),
		.sha256 = kept_string(arena, db_text(q, 13)),
		.size = db_int(q, 14),
		.dated_on = kept_string(arena, db_text(q, 15)),
		.note = kept_string(arena, db_text(q, 16)),
		.retired_at = kept_string(arena, db_text(q, 17)),
		.later = db_int(q, 18) != 0 };
}

int
register_list(struct db *db, int64_t group, int64_t meeting, bool retired, struct arena *arena,
	struct register_entry **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_REGISTER_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, group);
	db_bind_int(q, 2, group ? group : INT64_MAX);
	db_bind_int(q, 3, meeting);
	db_bind_int(q, 4, retired);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_entry(q, arena, &(*list)[(*count)++]);
	}
	return db_end(q);
}

int
register_load(struct db *db, int64_t id, struct arena *arena, struct register_entry *out,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_REGISTER_LOAD, err);
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found)
		read_entry(q, arena, out);
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("This is gone already."));
}

/* ---- writing ---- */

static int
check_file(struct register_entry *e, bool look, char hex[SHA256_HEX], struct error *err)
{
	enum register_found found;
	int64_t size = 0;

	hex[0] = '\0';
	if (e->place[0] && !register_is_link(e->place) && e->place[0] != '/')
		return error_field(err, ERROR_INPUT, REGISTER_FIELD_PLACE,
			_("Give the whole path of the file, from the first /, or a link with "
			  "http:// or https://."));
	e->size = 0;
	if (!e->place[0] || register_is_link(e->place))
		return 0;
	found = measure(e->place, hex, &size);
	if (found == REGISTER_SAME) {
		e->size = size;
		return 0;
	}
	hex[0] = '\0';
	if (!look)
		return 0;
	return error_field(err, ERROR_INPUT, REGISTER_FIELD_PLACE,
		found == REGISTER_GONE
			? _("There is no file “%s”. Correct the path, or leave it empty.")
			: _("“%s” cannot be read as a file: it is a link, a folder, or not yours "
			    "to read."),
		e->place);
}

static int
check(const struct register_entry *e, struct error *err)
{
	if (!e->group)
		return error_field(
			err, ERROR_INPUT, REGISTER_FIELD_GROUP, _("Choose the exchange group."));
	if (kept_text(e->title, true, false, REGISTER_FIELD_TITLE, _("Title"), err) ||
		kept_text(e->place, false, false, REGISTER_FIELD_PLACE, _("File or link"), err) ||
		kept_day(e->dated_on, false, REGISTER_FIELD_DATED, _("Dated"), err) ||
		kept_text(e->note, false, true, REGISTER_FIELD_NOTE, _("Note"), err) ||
		kept_fits(e->title, KEPT_LINE_SIZE, REGISTER_FIELD_TITLE, _("Title"), err) ||
		kept_fits(e->place, REGISTER_PLACE_SIZE, REGISTER_FIELD_PLACE, _("File or link"),
			err) ||
		kept_fits(e->note, KEPT_LINES_SIZE, REGISTER_FIELD_NOTE, _("Note"), err))
		return -1;
	return 0;
}

static int
check_meeting(struct db *db, const struct register_entry *e, struct error *err)
{
	struct stmt *q;
	int64_t group = 0;

	if (!e->meeting)
		return 0;
	q = db_start(db, Q_REGISTER_MEETING, err);
	db_bind_int(q, 1, e->meeting);
	if (db_next(q))
		group = db_int(q, 0);
	if (db_end(q) < 0)
		return -1;
	return group == e->group ? 0
				 : error_field(err, ERROR_INPUT, REGISTER_FIELD_MEETING,
					   _("This is no meeting of the group."));
}

struct saving {
	struct register_entry *e;
	char uid[UID_SIZE], hex[SHA256_HEX];
};

static int
save(struct db *db, void *context, struct error *err)
{
	struct saving *s = context;
	struct register_entry *e = s->e;
	struct stmt *q;

	if (check_meeting(db, e, err) || (e->id && kept_check(db, &kept, e->id, e->rev, err)))
		return -1;
	q = db_start(db, e->id ? Q_REGISTER_UPDATE : Q_REGISTER_INSERT, err);
	if (e->id)
		db_bind_int(q, 1, e->id);
	else
		db_bind_text(q, 1, random_uid(s->uid));
	db_bind_int(q, 2, e->group);
	db_bind_int_or_null(q, 3, e->meeting);
	db_bind_int_or_null(q, 4, e->item);
	db_bind_int_or_null(q, 5, e->slot);
	db_bind_text(q, 6, e->title);
	db_bind_text(q, 7, kinds[e->kind].name);
	db_bind_text(q, 8, e->place);
	db_bind_text(q, 9, s->hex);
	db_bind_int(q, 10, e->size);
	db_bind_text_or_null(q, 11, e->dated_on);
	db_bind_text(q, 12, e->note);
	if (db_run(q, NULL))
		return -1;
	if (!e->id)
		e->id = db_last_id(db);
	db_act_entity(db, e->id);
	return 0;
}

int
register_save(
	struct db *db, struct register_entry *e, bool look, struct arena *arena, struct error *err)
{
	struct register_entry copy = *e;
	struct saving s = { .e = &copy };
	const struct db_act act = { .action = e->id ? "document.change" : "document.add",
		.entity = "document",
		.entity_id = e->id,
		.summary = kinds[e->kind].name };

	if (check(e, err) || check_file(&copy, look, s.hex, err) ||
		db_write(db, &act, save, &s, err))
		return -1;
	copy.rev = e->id ? e->rev + 1 : 1;
	copy.sha256 = arena_string(arena, s.hex);
	if (!e->id)
		copy.uid = arena_string(arena, s.uid);
	*e = copy;
	return 0;
}

int
register_retire(struct db *db, int64_t id, int64_t rev, struct error *err)
{
	return kept_retire(db, &kept, id, rev, err);
}

int
register_bring_back(struct db *db, int64_t id, struct error *err)
{
	return kept_restore(db, &kept, id, err);
}
