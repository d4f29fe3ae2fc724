/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The database file seen from outside: SQLite alone may open it, so only names are asked. */
#include "config.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "store/internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

/* File systems whose locks or syncs a database cannot rely on (linux/magic.h and the
 * kernel's own sources for those that the header does not list). */
static const long network_magic[] = {
	0x6969,     /* NFS */
	0x517b,     /* SMB */
	0xff534d42, /* CIFS */
	0xfe534d42, /* SMB 2 and 3 */
	0x01021997, /* 9p */
	0x65735546, /* FUSE: sshfs, cloud folders */
	0x5346414f, /* AFS */
	0x73757245, /* Coda */
	0x564c,     /* NCP */
	0x00c36400, /* Ceph */
	0x0bd00bd0, /* Lustre */
	0x786f4256, /* folders shared by VirtualBox */
};

bool
file_is_network(long magic)
{
	for (size_t i = 0; i < sizeof(network_magic) / sizeof(network_magic[0]); i++)
		if ((unsigned int)magic == (unsigned int)network_magic[i])
			return true;
	return false;
}

static int
refuse_errno(const char *path, int number, struct error *err)
{
	if (number == ENOENT || number == ENOTDIR)
		return error_set(err, ERROR_MISSING,
			_("There is no database %s. Check the name and the folder."), path);
	if (number == EACCES || number == EPERM || number == EROFS)
		return error_set(err, ERROR_DENIED,
			_("You have no right to the database %s. Ask the administrator for it."),
			path);
	if (number == ENOSPC || number == EDQUOT)
		return error_set(err, ERROR_FULL,
			_("The disk is full: %s cannot be made. Make room and try again."), path);
	return error_set(
		err, ERROR_IO, _("The database %s cannot be reached: %s."), path,
		error_reason(number));
}

static void
folder_of(char *folder, size_t size, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		snprintf(folder, size, ".");
	else
		snprintf(folder, size, "%.*s", slash == path ? 1 : (int)(slash - path), path);
}

/* Resolves the folder alone, for a file that is not there yet. */
static char *
resolve_new(const char *path, struct error *err)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	char folder[4096], *real, *joined;
	size_t size;

	folder_of(folder, sizeof(folder), path);
	real = realpath(folder, NULL);
	if (!real) {
		if (errno == ENOENT || errno == ENOTDIR)
			error_set(err, ERROR_MISSING,
				_("There is no folder %s for the database. Make it first."),
				folder);
		else
			refuse_errno(folder, errno, err);
		return NULL;
	}
	size = strlen(real) + strlen(name) + 2;
	joined = memory_new(size);
	snprintf(joined, size, "%s/%s", strcmp(real, "/") ? real : "", name);
	free(real);
	return joined;
}

/* A journal that waits to be rolled back belongs to a database that was moved away. */
int
file_lone_journal(const char *path, struct error *err)
{
	char journal[4200];
	struct stat st;

	snprintf(journal, sizeof(journal), "%s-journal", path);
	if (access(path, F_OK) && !stat(journal, &st) && st.st_size > 0)
		return error_set(err, ERROR_DATA,
			_("The database %s is gone, but its unfinished journal %s-journal is "
			  "there. "
			  "Put the database back beside it."),
			path, path);
	return 0;
}

static int
check_disk(const char *place, const char *path, struct error *err)
{
	struct statfs fs;

	if (statfs(place, &fs))
		return refuse_errno(path, errno, err);
	if (file_is_network((long)fs.f_type))
		return error_set(err, ERROR_INPUT,
			_("The database %s lies on a network disk, where it could be damaged. "
			  "Keep it on a disk of the computer that runs gromada."),
			path);
	return 0;
}

/* The only open() of the file outside SQLite: it does not exist yet, so nobody's locks on
 * it can be lost. SQLite itself would make it unwritable for colleagues. Where it may not lie
 * no empty file is left behind. */
static int
make_empty(const char *path, struct error *err)
{
	char folder[4096];
	int fd;

	folder_of(folder, sizeof(folder), path);
	if (check_disk(folder, path, err))
		return -1;
	fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0660);
	if (fd < 0)
		return errno == EEXIST ? 0 : refuse_errno(path, errno, err);
	close(fd);
	return 0;
}

static int
check_kind(const char *path, struct error *err)
{
	struct stat st;

	if (lstat(path, &st))
		return refuse_errno(path, errno, err);
	if (S_ISLNK(st.st_mode))
		return error_set(
			err, ERROR_MISSING, _("%s is a link to a file that does not exist."), path);
	if (S_ISDIR(st.st_mode))
		return error_set(err, ERROR_INPUT, _("%s is a folder, not a database."), path);
	if (!S_ISREG(st.st_mode))
		return error_set(err, ERROR_INPUT, _("%s is not an ordinary file."), path);
	if (st.st_nlink > 1)
		return error_set(err, ERROR_INPUT,
			_("The database %s has a second name (hard link), which can damage it. "
			  "Remove the other name first."),
			path);
	return check_disk(path, path, err);
}

bool
file_same(const char *a, const char *b)
{
	struct stat x, y;

	return !stat(a, &x) && !stat(b, &y) && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

/* Reading needs the file; writing also a place for the journal beside it. */
static int
check_rights(const char *path, bool *read_only, struct error *err)
{
	char folder[4096], journal[4200];

	if (access(path, R_OK))
		return refuse_errno(path, errno, err);
	folder_of(folder, sizeof(folder), path);
	snprintf(journal, sizeof(journal), "%s-journal", path);
	*read_only = access(path, W_OK) || (access(folder, W_OK) && access(journal, W_OK));
	return 0;
}

int
file_prepare(
	const char *path, enum db_mode mode, char **resolved, bool *read_only, struct error *err)
{
	char *real = realpath(path, NULL);

	*resolved = NULL;
	if (!real && errno != ENOENT)
		return refuse_errno(path, errno, err);
	if (!real) {
		real = resolve_new(path, err);
		if (!real)
			return -1;
		*resolved = real;
		if (file_lone_journal(real, err))
			return -1;
		if (mode == DB_CREATE && make_empty(real, err))
			return -1;
	}
	*resolved = real;
	if (check_kind(real, err))
		return -1;
	return check_rights(real, read_only, err);
}
