/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preparing, doing and judging a work. The old state is built once and kept in memory with its
 * text and that of the new state, so that thousands of failures take seconds. */
#include "config.h"

#include "works.h"

#include "../store/files.h"
#include "faultvfs.h"
#include "model/database.h"
#include "model/person.h"
#include "state.h"
#include "store/internal.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MOST_FILES = 32, MOST_WORKS = 64 };

struct kept_file {
	char name[128];
	char *bytes;
	size_t size;
};

struct kept { /* of one work and variant */
	struct kept_file files[MOST_FILES];
	int file_count;
	char names[2][MOST_FILES][128]; /* in the folder before and after */
	int name_count[2];
	char *old_text, *new_text;
	char *old_database; /* of a.db alone, for what restoring sets aside */
};

static struct kept kept[MOST_WORKS][WORK_VARIANTS];

static struct kept *
of(const struct work *w, int variant)
{
	if (work_count > MOST_WORKS)
		abort();
	return &kept[w - works][variant % WORK_VARIANTS];
}

const struct work *
work_named(const char *name)
{
	for (int i = 0; i < work_count; i++)
		if (!strcmp(works[i].name, name))
			return &works[i];
	abort();
}

/* ---- files ---- */

/* "a.db", "backup/a-2026-11-22-….db"; at most one folder deep. */
static int
list_files(char names[MOST_FILES][128], const char *folder, int count)
{
	struct dirent **entries;
	char name[512];
	int found = scandir(fixture_path(folder), &entries, NULL, alphasort);

	for (int i = 0; i < found; i++) {
		struct stat st;

		snprintf(name, sizeof(name), "%s%s%s", folder, folder[0] ? "/" : "",
			entries[i]->d_name);
		if (stat(fixture_path(name), &st) || entries[i]->d_name[0] == 0 ||
			!strcmp(entries[i]->d_name, ".") || !strcmp(entries[i]->d_name, ".."))
			;
		else if (S_ISDIR(st.st_mode))
			count = list_files(names, name, count);
		else if (count < MOST_FILES)
			snprintf(names[count++], 128, "%.127s", name);
		else
			abort();
		free(entries[i]);
	}
	free(entries);
	return count;
}

static void
keep_file(struct kept *k, const char *name)
{
	struct kept_file *f = &k->files[k->file_count++];
	FILE *in = fopen(fixture_path(name), "rb");
	struct stat st;

	if (!in || fstat(fileno(in), &st))
		abort();
	snprintf(f->name, sizeof(f->name), "%s", name);
	f->size = (size_t)st.st_size;
	f->bytes = malloc(f->size + 1);
	if (!f->bytes || fread(f->bytes, 1, f->size, in) != f->size)
		abort();
	fclose(in);
}

static void
put_files(const struct kept *k)
{
	for (int i = 0; i < k->file_count; i++) {
		FILE *out = fopen(fixture_path(k->files[i].name), "wb");

		if (!out || fwrite(k->files[i].bytes, 1, k->files[i].size, out) !=
				k->files[i].size || fclose(out))
			abort();
	}
}

/* ---- opening ---- */

int
work_open(struct db **db, int variant, struct error *err)
{
	struct person person;
	int result;

	if (database_open(db, works_database(), DB_EXISTING, NULL, err))
		return -1;
	(*db)->privileged = true;
	result = variant % 2 == 0 ? 0 :
		connection_run((*db)->handle, works_database(), "PRAGMA cache_size=4", err);
	(*db)->privileged = false;
	if (result == 0)
		result = person_enter(*db, "anna", &person, err);
	if (result == 0)
		return 0;
	db_close(*db);
	*db = NULL;
	return -1;
}

int
work_act(const struct work *w, int variant, struct error *err)
{
	struct db *db;
	int result;

	if (w->closed)
		return w->run(NULL, err);
	if (work_open(&db, variant, err))
		return -1;
	result = w->run(db, err);
	db_close(db);
	return result;
}

/* ---- looking ---- */

static char *
text_of(const char *name, struct error *err)
{
	struct db *db;
	char *text = NULL;

	if (database_open(&db, fixture_path(name), DB_EXISTING, NULL, err))
		return NULL;
	if (state_sound(db, err) == 0)
		text = state_text(db, err);
	db_close(db);
	return text;
}

static bool
shows_state(const char *name)
{
	size_t length = strlen(name);

	return length > 3 && !strcmp(name + length - 3, ".db") && !strstr(name, ".gromada-");
}

/* All databases of the folder, each checked; its random seal is no part of a name. */
static char *
text_of_folder(struct error *err)
{
	char names[MOST_FILES][128], *all = NULL;
	int count = list_files(names, "", 0);
	size_t size;
	FILE *out = open_memstream(&all, &size);

	for (int i = 0; i < count && out; i++) {
		char *text;

		if (!shows_state(names[i]))
			continue;
		text = text_of(names[i], err);
		if (!text) {
			fclose(out);
			free(all);
			return NULL;
		}
		fprintf(out, "file %.6s\n%s", names[i], text);
		free(text);
	}
	if (!out || fclose(out))
		abort();
	return all;
}

/* ---- building ---- */

static int
build_files(const struct work *w, struct kept *k, struct error *err)
{
	struct person person;
	struct db *db;
	int result;

	fixture_empty();
	if (works_write_files(err) ||
		database_open(&db, works_database(), DB_CREATE, NULL, err))
		return -1;
	result = person_enter(db, "anna", &person, err) || w->build(db, err) ? -1 : 0;
	db_close(db);
	if (result)
		return -1;
	k->name_count[0] = list_files(k->names[0], "", 0);
	for (int i = 0; i < k->name_count[0]; i++)
		keep_file(k, k->names[0][i]);
	return 0;
}

static int
build(const struct work *w, int variant, struct kept *k, struct error *err)
{
	faultvfs_plan(FAULT_NONE, 0, false);
	if (build_files(w, k, err))
		return -1;
	k->old_database = text_of("a.db", err);
	k->old_text = k->old_database ? text_of_folder(err) : NULL;
	if (!k->old_text || work_act(w, variant, err))
		return -1;
	k->name_count[1] = list_files(k->names[1], "", 0);
	k->new_text = text_of_folder(err);
	if (!k->new_text)
		return -1;
	if (!strcmp(k->old_text, k->new_text))
		return error_set(err, ERROR_DATA, "the work changes nothing");
	fixture_empty();
	return 0;
}

int
work_prepare(const struct work *w, int variant, struct error *err)
{
	struct kept *k = of(w, variant);

	umask(0007); /* as the program sets it */
	if (!k->new_text && build(w, variant, k, err))
		return -1;
	put_files(k);
	return 0;
}

/* ---- judging ---- */

static bool
known_name(const struct kept *k, const char *name)
{
	size_t length = strlen(name);

	if (length > 8 && !strcmp(name + length - 8, "-journal"))
		length -= 8;
	for (int state = 0; state < 2; state++)
		for (int i = 0; i < k->name_count[state]; i++) {
			const char *known = k->names[state][i];

			/* The seal in a daily copy's name is random. */
			if ((strlen(known) == length && !strncmp(known, name, length)) ||
				(!strncmp(name, "backup/a-", 9) && !strncmp(known, name, 20) &&
					!strstr(name, ".tmp")))
				return true;
		}
	return false;
}

static int
tidy(const struct kept *k, struct error *err)
{
	char names[MOST_FILES][128];
	int count = list_files(names, "", 0);

	for (int i = 0; i < count; i++)
		if (!known_name(k, names[i]))
			return error_set(err, ERROR_DATA, "%s was left behind", names[i]);
	return 0;
}

/* What restoring replaced is kept. */
static int
kept_aside(const struct work *w, const struct kept *k, struct error *err)
{
	char *text;
	int result;

	if (!w->closed)
		return 0;
	text = text_of("a.db.before-restore", err);
	result = text ? state_same(text, k->old_database, err) : -1;
	free(text);
	return result;
}

static bool
is_kept(const struct kept_file *file)
{
	FILE *in = fopen(fixture_path(file->name), "rb");
	char *bytes = malloc(file->size + 1);
	bool same = in && bytes && fread(bytes, 1, file->size + 1, in) == file->size &&
		    !memcmp(bytes, file->bytes, file->size);

	if (in)
		fclose(in);
	free(bytes);
	return same;
}

/* Byte for byte the files that were laid there, and no others: they need no second look. */
static bool
untouched(const struct kept *k)
{
	char names[MOST_FILES][128];

	if (list_files(names, "", 0) != k->file_count)
		return false;
	for (int i = 0; i < k->file_count; i++)
		if (!is_kept(&k->files[i]))
			return false;
	return true;
}

int
work_verify(const struct work *w, int variant, const struct work_result *result,
	struct error *err)
{
	const struct kept *k = of(w, variant);
	char *text;
	int failed;

	if (!result->killed && tidy(k, err))
		return -1;
	if (!result->acknowledged && untouched(k))
		return 0;
	text = text_of_folder(err);
	if (!text)
		return -1;
	if (!strcmp(text, k->new_text))
		failed = kept_aside(w, k, err);
	else if (result->acknowledged)
		failed = state_same(text, k->new_text, err);
	else
		failed = state_same(text, k->old_text, err);
	free(text);
	return failed;
}
