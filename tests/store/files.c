/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of its own for each test program. */
#include "config.h"

#include "files.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[256];

const char *
fixture_folder(void)
{
	const char *base = getenv("TMPDIR");

	if (!folder[0]) {
		snprintf(folder, sizeof(folder), "%.200s/gromada-store-XXXXXX",
			base ? base : "/tmp");
		if (!mkdtemp(folder))
			abort();
	}
	return folder;
}

const char *
fixture_path(const char *name)
{
	static char paths[8][512];
	static int next;
	char *path = paths[next++ % 8];

	snprintf(path, sizeof(paths[0]), "%s/%s", fixture_folder(), name);
	return path;
}

static void
empty_folder(const char *path)
{
	char name[1024];
	struct dirent *entry;
	DIR *dir = opendir(path);

	while (dir && (entry = readdir(dir))) {
		if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
			continue;
		snprintf(name, sizeof(name), "%s/%s", path, entry->d_name);
		if (unlink(name)) {
			empty_folder(name);
			rmdir(name);
		}
	}
	if (dir)
		closedir(dir);
}

void
fixture_empty(void)
{
	empty_folder(fixture_folder());
}

void
fixture_clean(void)
{
	fixture_empty();
	rmdir(folder);
	folder[0] = '\0';
}

bool
fixture_exists(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0;
}

void
fixture_write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	if (!file || fputs(text, file) < 0 || fclose(file))
		abort();
}

int
fixture_names(const char *path, const char *part)
{
	struct dirent *entry;
	DIR *dir = opendir(path);
	int count = 0;

	while (dir && (entry = readdir(dir)))
		count += strstr(entry->d_name, part) != NULL;
	if (dir)
		closedir(dir);
	return count;
}
