/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading folders for the file lists. */
#include "config.h"

#include "screens/files/files.h"

#include "base/i18n.h"
#include "base/testmode.h"
#include "base/text.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

/* Whether name ends with one of the endings, in any case. */
static bool
ends_with_one(const char *name, const char *endings)
{
	const char *dot = strrchr(name, '.');
	size_t length;

	if (!endings)
		return true;
	if (!dot)
		return false;
	while (*endings) {
		length = strcspn(endings, " ");
		if (strlen(dot + 1) == length && strncasecmp(dot + 1, endings, length) == 0)
			return true;
		endings += length + (endings[length] == ' ');
	}
	return false;
}

char *
files_join(char *dst, size_t size, const char *path, const char *name)
{
	char joined[PATH_MAX];
	char *slash;

	if (strcmp(name, "..") != 0) {
		snprintf(joined, sizeof joined, "%s%s%s", path, strcmp(path, "/") == 0 ? "" : "/",
			name);
	} else {
		text_copy(joined, sizeof joined, path);
		slash = strrchr(joined, '/');
		if (slash && slash != joined)
			*slash = '\0';
		else
			text_copy(joined, sizeof joined, "/");
	}
	return text_copy(dst, size, joined);
}

static int
rank(const struct file_entry *e)
{
	return strcmp(e->name, "..") == 0 ? 0 : e->folder ? 1 : 2;
}

static int
by_name(const void *a, const void *b)
{
	const struct file_entry *x = a, *y = b;
	int by = rank(x) - rank(y);

	return by ? by : text_compare(x->name, y->name);
}

static int
newest_first(const void *a, const void *b)
{
	const struct file_entry *x = a, *y = b;
	int by = rank(x) - rank(y);

	if (by || x->folder || x->changed == y->changed)
		return by_name(a, b);
	return x->changed < y->changed ? 1 : -1;
}

static const char *
owner(uid_t uid, struct arena *arena)
{
	const struct passwd *who = testmode_on() ? NULL : getpwuid(uid);

	return who             ? arena_string(arena, who->pw_name)
	       : testmode_on() ? "urzad"
			       : arena_format(arena, "%u", (unsigned)uid);
}

int
files_load(const char *path, const char *endings, bool folders, enum files_order order,
	struct arena *arena, struct file_entry **list, int *count, struct error *err)
{
	DIR *dir = opendir(path);
	const struct dirent *d;
	struct stat st;
	size_t capacity = 0;

	*list = NULL;
	*count = 0;
	if (!dir)
		return error_set(err, ERROR_IO, _("The folder %s cannot be read: %s."), path,
			error_reason(errno));
	while ((d = readdir(dir))) {
		bool up = strcmp(d->d_name, "..") == 0;
		bool is_folder;

		if ((d->d_name[0] == '.' && !(up && folders && strcmp(path, "/") != 0)) ||
			fstatat(dirfd(dir), d->d_name, &st, 0))
			continue;
		is_folder = S_ISDIR(st.st_mode);
		if (is_folder ? !folders
			      : !S_ISREG(st.st_mode) || !ends_with_one(d->d_name, endings))
			continue;
		*list = arena_grow(arena, *list, (size_t)*count, &capacity, sizeof **list);
		(*list)[(*count)++] = (struct file_entry){ arena_string(arena, d->d_name),
			owner(st.st_uid, arena), st.st_size, st.st_mtime, is_folder };
	}
	closedir(dir);
	if (*count)
		qsort(*list, (size_t)*count, sizeof **list,
			order == FILES_BY_NAME ? by_name : newest_first);
	return 0;
}

int
files_delete(const char *path, const char *name, struct error *err)
{
	char full[PATH_MAX];
	struct stat st;

	files_join(full, sizeof full, path, name);
	if (lstat(full, &st))
		return error_set(err, ERROR_MISSING, _("The file %s is there no more."), name);
	if (!S_ISREG(st.st_mode))
		return error_set(
			err, ERROR_INPUT, _("%s is no ordinary file and is not deleted."), name);
	if (unlink(full))
		return error_set(err, ERROR_IO, _("The file %s cannot be deleted: %s."), name,
			error_reason(errno));
	return 0;
}
