/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of the whole database, verified before they get their name. */
#ifndef STORE_BACKUP_H
#define STORE_BACKUP_H

#include "store/db.h"

/* VACUUM INTO a temporary beside path, reopened, quick_check, application_id and foreign
 * keys checked, synced, renamed; mode 0600. An existing file is refused unless replace. */
int backup_write(struct db *db, const char *path, bool replace, const struct progress *progress,
	struct error *err);
/* Checks a backup (ours, not newer, sound), keeps the present database beside it as
 * NAME.before-restore, then fills the database with the copy's content in one step of
 * SQLite's own backup; other processes see the old or the new one. A database that is damaged
 * is renamed to NAME.before-restore instead. Migrates an older copy, and writes the audit line
 * "database.restore". */
int backup_restore(const char *database, const char *backup, const struct db_schema *schema,
	struct error *err);
/* The day's automatic copy into the folder "backup" beside the database: at most one a day,
 * keeps the newest of 7 days, 4 weeks and 12 months. Does nothing when the audit log has no
 * line or none since the newest copy, or when the folder belongs to another account. */
int backup_daily(struct db *db, struct error *err);

#endif
