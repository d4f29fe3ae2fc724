/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A shim over SQLite's file layer that fails at a chosen operation. */
#include "config.h"

#include "faultvfs.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

struct fault_file {
	sqlite3_file base;
	sqlite3_file *real; /* lies behind this struct */
};

static sqlite3_vfs shim, *original;
static struct {
	enum fault_kind kind;
	long at, count;
	bool forever, hit;
} plan;

void
faultvfs_plan(enum fault_kind kind, long at, bool forever)
{
	memset(&plan, 0, sizeof(plan));
	plan.kind = kind;
	plan.at = at;
	plan.forever = forever;
}

long
faultvfs_count(void)
{
	return plan.count;
}

bool
faultvfs_hit(void)
{
	return plan.hit;
}

/* Counts an operation; true when it must fail. A full disk still truncates and deletes. */
static bool
strikes(bool is_write)
{
	if (plan.kind == FAULT_FULL && !is_write)
		return false;
	plan.count++;
	if (plan.kind == FAULT_NONE || plan.count < plan.at ||
		(plan.count > plan.at && !plan.forever))
		return false;
	plan.hit = true;
	if (plan.kind == FAULT_STOP)
		raise(SIGSTOP);
	return plan.kind != FAULT_STOP;
}

static void
kill_if_planned(void)
{
	if (plan.kind == FAULT_KILL)
		raise(SIGKILL);
}

bool
faultvfs_strikes(bool is_write)
{
	if (!strikes(is_write))
		return false;
	kill_if_planned();
	return true;
}

static sqlite3_file *
real(sqlite3_file *file)
{
	return ((struct fault_file *)file)->real;
}

/* ---- counted operations ---- */

static int
on_write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
	sqlite3_file *f = real(file);

	if (!strikes(true))
		return f->pMethods->xWrite(f, bytes, size, offset);
	f->pMethods->xWrite(f, bytes, size / 2, offset);
	kill_if_planned();
	return plan.kind == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

static int
on_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	sqlite3_file *f = real(file);

	if (!strikes(false))
		return f->pMethods->xTruncate(f, size);
	kill_if_planned();
	return SQLITE_IOERR_TRUNCATE;
}

static int
on_sync(sqlite3_file *file, int flags)
{
	(void)file;
	(void)flags;
	if (!strikes(false))
		return SQLITE_OK;
	kill_if_planned();
	return SQLITE_IOERR_FSYNC;
}

static int
on_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
	(void)vfs;
	if (!strikes(false))
		return original->xDelete(original, name, sync);
	kill_if_planned();
	return SQLITE_IOERR_DELETE;
}

/* ---- passed on ---- */

static int
on_close(sqlite3_file *file)
{
	sqlite3_file *f = real(file);
	int code = f->pMethods ? f->pMethods->xClose(f) : SQLITE_OK;

	f->pMethods = NULL;
	return code;
}

static int
on_read(sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset)
{
	return real(file)->pMethods->xRead(real(file), bytes, size, offset);
}

static int
on_size(sqlite3_file *file, sqlite3_int64 *size)
{
	return real(file)->pMethods->xFileSize(real(file), size);
}

static int
on_lock(sqlite3_file *file, int level)
{
	return real(file)->pMethods->xLock(real(file), level);
}

static int
on_unlock(sqlite3_file *file, int level)
{
	return real(file)->pMethods->xUnlock(real(file), level);
}

static int
on_reserved(sqlite3_file *file, int *held)
{
	return real(file)->pMethods->xCheckReservedLock(real(file), held);
}

static int
on_control(sqlite3_file *file, int what, void *value)
{
	return real(file)->pMethods->xFileControl(real(file), what, value);
}

static int
on_sector(sqlite3_file *file)
{
	return real(file)->pMethods->xSectorSize(real(file));
}

static int
on_device(sqlite3_file *file)
{
	return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

/* Version 1: no shared memory and no memory map, which our mode does not use. */
static const sqlite3_io_methods methods = {
	.iVersion = 1,
	.xClose = on_close,
	.xRead = on_read,
	.xWrite = on_write,
	.xTruncate = on_truncate,
	.xSync = on_sync,
	.xFileSize = on_size,
	.xLock = on_lock,
	.xUnlock = on_unlock,
	.xCheckReservedLock = on_reserved,
	.xFileControl = on_control,
	.xSectorSize = on_sector,
	.xDeviceCharacteristics = on_device,
};

static int
on_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
	struct fault_file *f = (struct fault_file *)file;
	int code;

	(void)vfs;
	f->real = (sqlite3_file *)(f + 1);
	f->real->pMethods = NULL;
	code = original->xOpen(original, name, f->real, flags, out);
	f->base.pMethods = code == SQLITE_OK ? &methods : NULL;
	return code;
}

void
faultvfs_install(void)
{
	if (original)
		return;
	original = sqlite3_vfs_find(NULL);
	shim = *original;
	shim.pNext = NULL;
	shim.zName = "fault";
	shim.szOsFile = (int)sizeof(struct fault_file) + original->szOsFile;
	shim.xOpen = on_open;
	shim.xDelete = on_delete;
	if (sqlite3_vfs_register(&shim, 1) != SQLITE_OK)
		abort();
}
