/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that gromada writes: a temporary beside the target, checked at every step, and
 * renamed when whole. What is half-written never has the target's name. */
#include "config.h"

#include "base/output.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/random.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER 65536
#define TRIES 20 /* names for the temporary; more than one is taken only by ill will */

struct output {
	int fd; /* -1: memory */
	int folder;
	char *path;      /* of the target, for messages */
	char *name;      /* of the target, inside its folder */
	char *temporary; /* path */
	const char *temporary_name;
	bool replace;
	int failed; /* errno of the first failure */
	char *text;
	size_t used, capacity;
};

/* /proc and its like say of a folder that stands that it does not. */
static bool
folder_stands(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ? memory_string(path) : NULL;
	bool stands = true;

	if (folder) {
		struct stat status;

		folder[slash > path ? slash - path : 1] = '\0';
		stands = stat(folder, &status) == 0 && S_ISDIR(status.st_mode);
		free(folder);
	}
	return stands;
}

static int
failure(const char *path, int reason, struct error *err)
{
	char shown[256];

	text_clean(shown, sizeof shown, path);
	switch (reason) {
	case ENOSPC:
	case EDQUOT:
		return error_set(err, ERROR_FULL,
			_("%s was not written: the disk is full. Make room and try again."), shown);
	case EFBIG:
		return error_set(err, ERROR_FULL,
			_("%s was not written: it is larger than this system allows."), shown);
	case EACCES:
	case EPERM:
	case EROFS:
		return error_set(err, ERROR_DENIED,
			_("%s was not written: you have no right to write in this folder."), shown);
	case ENOENT:
	case ENOTDIR:
		if (folder_stands(path))
			return error_set(err, ERROR_DENIED,
				_("%s was not written: its folder is the system's own, and no file "
				  "can "
				  "be made there."),
				shown);
		return error_set(err, ERROR_MISSING,
			_("%s was not written: there is no such folder."), shown);
	case EPIPE:
		return error_set(err, ERROR_IO, _("The reader of the output has gone."));
	case EEXIST:
		return error_set(err, ERROR_CONFLICT,
			_("%s exists already. Choose another name or agree to replace it."), shown);
	default:
		return error_set(
			err, ERROR_IO, _("%s was not written (%s)."), shown, error_reason(reason));
	}
}

static struct output *
output_new(const char *path)
{
	struct output *o = memory_new(sizeof *o);

	o->fd = -1;
	o->folder = -1;
	o->path = memory_string(path);
	return o;
}

static void
output_free(struct output *o)
{
	if (o->folder >= 0) {
		if (o->fd >= 0)
			close(o->fd);
		close(o->folder);
	}
	free(o->path);
	free(o->name);
	free(o->temporary);
	free(o->text);
	free(o);
}

struct output *
output_memory(void)
{
	return output_new("");
}

const char *
output_text(struct output *o, size_t *length)
{
	if (length)
		*length = o->used;
	return o->text ? o->text : "";
}

/* The target must be new, or a plain file that may be replaced. */
static int
check_target(const struct output *o, struct error *err)
{
	char shown[256];
	struct stat st;

	if (fstatat(o->folder, o->name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return errno == ENOENT ? 0 : failure(o->path, errno, err);
	text_clean(shown, sizeof shown, o->path);
	if (S_ISLNK(st.st_mode))
		return error_set(err, ERROR_INPUT,
			_("%s is a link. Name the file that it points to."), shown);
	if (S_ISDIR(st.st_mode))
		return error_set(err, ERROR_INPUT, _("%s is a folder. Name a file in it."), shown);
	if (!S_ISREG(st.st_mode))
		return error_set(err, ERROR_INPUT, _("%s is a device, not a file."), shown);
	return o->replace ? 0 : failure(o->path, EEXIST, err);
}

/* Splits the path and opens the folder. */
static int
open_folder(struct output *o, struct error *err)
{
	const char *slash = strrchr(o->path, '/');
	size_t length = slash ? (size_t)(slash - o->path) + 1 : 0;
	char *folder = memory_new(length + sizeof "./");

	memcpy(folder, o->path, length);
	if (length == 0)
		strcpy(folder, "./");
	o->name = memory_string(slash ? slash + 1 : o->path);
	o->folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	o->temporary = folder;
	if (o->folder < 0)
		return failure(o->path, errno, err);
	if (o->name[0] == '\0')
		return error_set(err, ERROR_INPUT, _("The name of the file is missing."));
	return check_target(o, err);
}

static int
open_temporary(struct output *o, struct error *err)
{
	size_t length = strlen(o->temporary);
	char *path = memory_new(length + sizeof ".gromada-12345678.tmp");

	memcpy(path, o->temporary, length);
	free(o->temporary);
	o->temporary = path;
	o->temporary_name = path + length;
	for (int i = 0; i < TRIES && o->fd < 0; i++) {
		unsigned char bytes[4];

		random_bytes(bytes, sizeof bytes);
		sprintf(path + length, ".gromada-%02x%02x%02x%02x.tmp", bytes[0], bytes[1],
			bytes[2], bytes[3]);
		o->fd = openat(o->folder, o->temporary_name,
			O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0640);
		if (o->fd < 0 && errno != EEXIST)
			break;
	}
	return o->fd < 0 ? failure(o->path, errno == EEXIST ? EIO : errno, err) : 0;
}

int
output_open(struct output **out, const char *path, bool replace, struct error *err)
{
	struct output *o = output_new(path);

	*out = o;
	o->replace = replace;
	if (strcmp(path, "-") == 0) {
		o->fd = STDOUT_FILENO;
		return 0;
	}
	if (open_folder(o, err) == 0 && open_temporary(o, err) == 0)
		return 0;
	output_free(o);
	*out = NULL;
	return -1;
}

static void
write_all(struct output *o, const char *bytes, size_t length)
{
	while (length > 0 && !o->failed) {
		ssize_t written = write(o->fd, bytes, length);

		if (written < 0 && errno != EINTR)
			o->failed = errno;
		if (written > 0) {
			bytes += written;
			length -= (size_t)written;
		}
	}
}

static void
flush(struct output *o)
{
	if (o->fd < 0)
		return;
	write_all(o, o->text, o->used);
	o->used = 0;
}

void
output_write(struct output *o, const void *bytes, size_t length)
{
	if (o->fd >= 0 && o->used + length > BUFFER)
		flush(o);
	if (o->fd >= 0 && length > BUFFER) {
		write_all(o, bytes, length);
		return;
	}
	if (o->used + length + 1 > o->capacity)
		o->text = memory_grow(
			o->text, &o->capacity, o->fd >= 0 ? BUFFER + 1 : o->used + length + 1, 1);
	memcpy(o->text + o->used, bytes, length);
	o->used += length;
	o->text[o->used] = '\0';
}

void
output_puts(struct output *o, const char *text)
{
	output_write(o, text, strlen(text));
}

void
output_printf(struct output *o, const char *fmt, ...)
{
	char small[512];
	char *text = small;
	va_list args;
	int length;

	va_start(args, fmt);
	length = vsnprintf(small, sizeof small, fmt, args);
	va_end(args);
	if (length < 0)
		return;
	if ((size_t)length >= sizeof small) {
		text = memory_new((size_t)length + 1);
		va_start(args, fmt);
		vsnprintf(text, (size_t)length + 1, fmt, args);
		va_end(args);
	}
	output_write(o, text, (size_t)length);
	if (text != small)
		free(text);
}

bool
output_failed(const struct output *o)
{
	return o->failed != 0;
}

const char *
output_temporary(const struct output *o)
{
	return o->folder >= 0 ? o->temporary : NULL;
}

static void
note(struct output *o, int result)
{
	if (result != 0 && !o->failed)
		o->failed = errno;
}

/* Where there are no hard links (FAT sticks). Folders shared with another system may know no
 * flags of rename either; there a last look is all that can be done. */
static int
rename_new(const struct output *o)
{
	struct stat st;

	if (renameat2(o->folder, o->temporary_name, o->folder, o->name, RENAME_NOREPLACE) == 0)
		return 0;
	if (errno != EINVAL && errno != ENOSYS)
		return -1;
	if (fstatat(o->folder, o->name, &st, AT_SYMLINK_NOFOLLOW) == 0)
		errno = EEXIST;
	if (errno != ENOENT)
		return -1;
	return renameat(o->folder, o->temporary_name, o->folder, o->name);
}

/* Gives the temporary the target's name; without replace a file that appeared meanwhile stays. */
static void
put_in_place(struct output *o)
{
	if (o->replace)
		note(o, renameat(o->folder, o->temporary_name, o->folder, o->name));
	else if (linkat(o->folder, o->temporary_name, o->folder, o->name, 0) == 0)
		(void)unlinkat(o->folder, o->temporary_name, 0);
	else if (errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS)
		note(o, rename_new(o));
	else
		note(o, -1);
}

static void
commit_file(struct output *o)
{
	int fd = o->fd;

	if (!o->failed)
		note(o, fsync(fd));
	o->fd = -1;
	note(o, close(fd)); /* network disks report a full disk only here */
	if (!o->failed)
		put_in_place(o);
	if (o->failed)
		(void)unlinkat(o->folder, o->temporary_name, 0);
	else if (fsync(o->folder) != 0 && errno != EINVAL)
		note(o, -1);
}

int
output_settle(struct output *o)
{
	flush(o);
	if (o->folder >= 0 && !o->failed)
		note(o, fsync(o->fd));
	return o->failed ? -1 : 0;
}

int
output_commit(struct output *o, struct error *err)
{
	int result = 0;

	flush(o);
	if (o->folder >= 0)
		commit_file(o);
	else if (o->fd >= 0 && !o->failed && fsync(o->fd) != 0 &&
		 (errno == EIO || errno == ENOSPC || errno == EDQUOT))
		note(o, -1); /* pipes and terminals cannot be synced, which is no failure */
	if (o->failed)
		result = failure(o->folder < 0 ? _("The output") : o->path, o->failed, err);
	output_free(o);
	return result;
}

void
output_abort(struct output *o)
{
	if (!o)
		return;
	if (o->folder >= 0)
		(void)unlinkat(o->folder, o->temporary_name, 0);
	output_free(o);
}
