/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The day's automatic copy, and which of the older ones are kept. */
#include "config.h"

#include "store/backup.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "store/audit.h"
#include "store/internal.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { KEEP_DAYS = 7, KEEP_WEEKS = 4, KEEP_MONTHS = 12, SEAL = 16,
	STALE_SECONDS = 86400 };

struct copy {
	char name[256];
	struct date day;
};

struct copies {
	char folder[4096];
	char stem[191];    /* of the database's name, without .db; cut where names would end */
	struct copy *list; /* newest first */
	size_t count, capacity;
};

static void
place(struct copies *c, const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	size_t length = strlen(name);

	if (length > 3 && !strcmp(name + length - 3, ".db"))
		length -= 3;
	snprintf(
		c->folder, sizeof(c->folder), "%.*s/backup", slash ? (int)(slash - path) : 0, path);
	snprintf(c->stem, sizeof(c->stem), "%.*s", (int)length, name);
}

/* STEM-2026-11-22-v1-0123456789abcdef.db, from the copy's day. */
static void
name_copy(struct copy *copy, const struct copies *c, int version, const char *seal)
{
	char day[16];

	snprintf(copy->name, sizeof(copy->name), "%s-%s-v%d-%.*s.db", c->stem,
		date_iso(day, sizeof(day), copy->day), version, SEAL, seal);
}

/* Only what has exactly the name that a copy gets is ever deleted. */
static bool
parse(const struct copies *c, const char *name, struct copy *copy)
{
	size_t stem = strlen(c->stem);
	char seal[SEAL + 1];
	int version;

	if (strncmp(name, c->stem, stem) ||
		sscanf(name + stem, "-%4d-%2d-%2d-v%9d-%16[0-9a-f]", &copy->day.year,
			&copy->day.month, &copy->day.day, &version, seal) != 5 ||
		strlen(seal) != SEAL || !date_valid(copy->day))
		return false;
	name_copy(copy, c, version, seal);
	return !strcmp(copy->name, name);
}

static int
newest_first(const void *a, const void *b)
{
	const struct copy *x = a, *y = b;
	long days = date_to_days(y->day) - date_to_days(x->day);

	return days ? (days > 0) - (days < 0) : strcmp(y->name, x->name);
}

/* What a copy left that was killed in the middle, "…/.gromada-01234567.tmp" and its journal; a
 * colleague's copy that is being made is younger than a day. */
static void
remove_stale(const struct copies *c, const char *name)
{
	char path[4400];
	struct stat st;

	if (strncmp(name, ".gromada-", 9) != 0 || !strstr(name, ".tmp"))
		return;
	snprintf(path, sizeof(path), "%s/%s", c->folder, name);
	if (lstat(path, &st) == 0 && S_ISREG(st.st_mode) &&
		clock_now() - st.st_mtime > STALE_SECONDS)
		unlink(path);
}

/* 1 when the folder belongs to somebody else, who then makes the copies. */
static int
load(struct copies *c, struct error *err)
{
	struct copy copy;
	struct dirent *entry;
	DIR *dir;

	if (mkdir(c->folder, 0700) && errno != EEXIST)
		return error_set(err,
			errno == ENOSPC || errno == EDQUOT ? ERROR_FULL : ERROR_DENIED,
			_("The folder %s for the daily backup cannot be made (%s)."), c->folder,
			error_reason(errno));
	dir = opendir(c->folder);
	if (!dir && errno == EACCES)
		return 1;
	if (!dir)
		return error_set(err, ERROR_IO,
			_("The folder %s for the daily backup cannot be read (%s)."), c->folder,
			error_reason(errno));
	while ((entry = readdir(dir))) {
		if (!parse(c, entry->d_name, &copy)) {
			remove_stale(c, entry->d_name);
			continue;
		}
		c->list = memory_grow(c->list, &c->capacity, c->count + 1, sizeof(*c->list));
		c->list[c->count++] = copy;
	}
	closedir(dir);
	if (c->count)
		qsort(c->list, c->count, sizeof(*c->list), newest_first);
	return access(c->folder, W_OK) ? 1 : 0;
}

/* The newest of each period, as many periods as are kept. */
struct period {
	long last;
	int count, keep;
};

static bool
opens_period(struct period *period, long key)
{
	if (period->count && period->last == key)
		return false;
	period->last = key;
	return ++period->count <= period->keep;
}

static void
prune(const struct copies *c)
{
	struct period days = { .keep = KEEP_DAYS }, weeks = { .keep = KEEP_WEEKS },
		      months = { .keep = KEEP_MONTHS };
	char path[4400];

	for (size_t i = 0; i < c->count; i++) {
		long day = date_to_days(c->list[i].day);
		bool keep = opens_period(&days, day);

		/* Day 0 was a Thursday; weeks begin on Monday. */
		keep |= opens_period(&weeks, (day + 3) / 7);
		keep |= opens_period(&months, c->list[i].day.year * 12L + c->list[i].day.month);
		snprintf(path, sizeof(path), "%s/%s", c->folder, c->list[i].name);
		if (!keep)
			unlink(path);
	}
}

static bool
needed(const struct copies *c, struct date today, const char *seal)
{
	const struct copy *newest = c->list;
	size_t length;

	if (c->count == 0)
		return true;
	length = strlen(newest->name);
	return date_to_days(newest->day) != date_to_days(today) &&
	       strncmp(newest->name + length - 3 - SEAL, seal, SEAL) != 0;
}

static int
copy_today(struct db *db, struct copies *c, struct date today, const char *seal, struct error *err)
{
	char path[4400];
	struct copy *copy;

	c->list = memory_grow(c->list, &c->capacity, c->count + 1, sizeof(*c->list));
	copy = &c->list[c->count];
	copy->day = today;
	name_copy(copy, c, db->schema->step_count, seal);
	snprintf(path, sizeof(path), "%s/%s", c->folder, copy->name);
	if (backup_copy(db, path, true, -1, NULL, err))
		return -1;
	c->count++;
	qsort(c->list, c->count, sizeof(*c->list), newest_first);
	return 0;
}

int
backup_daily(struct db *db, struct error *err)
{
	struct date today = clock_today();
	struct copies copies = { .count = 0 };
	struct audit_head head;
	int result;

	if (db->read_only || !strcmp(db->path, ":memory:"))
		return 0;
	if (audit_head(db, &head, err))
		return -1;
	if (head.id == 0)
		return 0;
	place(&copies, db->path);
	result = load(&copies, err);
	if (result == 0 && needed(&copies, today, head.hash)) {
		result = copy_today(db, &copies, today, head.hash, err);
		if (result == 0)
			prune(&copies);
	}
	free(copies.list);
	return result < 0 ? -1 : 0;
}
