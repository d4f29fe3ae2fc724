/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same faults for the program's own files: fsync and renames of base/output.c and of the
 * store. The linker puts these in their place: link with $(fault_wraps). */
#include "config.h"

#include "faultvfs.h"

#include <errno.h>

int __wrap_fsync(int fd);
int __real_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to);
int __real_renameat(int from_folder, const char *from, int to_folder, const char *to);
int __wrap_renameat(int from_folder, const char *from, int to_folder, const char *to);

/* Real syncs are left out, as in the VFS shim. */
int
__wrap_fsync(int fd)
{
	(void)fd;
	if (!faultvfs_strikes(false))
		return 0;
	errno = EIO;
	return -1;
}

int
__wrap_rename(const char *from, const char *to)
{
	if (!faultvfs_strikes(false))
		return __real_rename(from, to);
	errno = EIO;
	return -1;
}

int
__wrap_renameat(int from_folder, const char *from, int to_folder, const char *to)
{
	if (!faultvfs_strikes(false))
		return __real_renameat(from_folder, from, to_folder, to);
	errno = EIO;
	return -1;
}
