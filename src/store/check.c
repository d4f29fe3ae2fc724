/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that can be wrong in the file, each fault as one sentence. */
#include "config.h"

#include "store/check.h"

#include "base/i18n.h"
#include "store/audit.h"
#include "store/internal.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

struct checking {
	struct db *db;
	const struct db_schema *schema;
	check_fault *fault;
	void *context;
	int faults;
};

static void tell(struct checking *c, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

static void
tell(struct checking *c, const char *fmt, ...)
{
	char sentence[1024];
	va_list values;

	va_start(values, fmt);
	vsnprintf(sentence, sizeof(sentence), fmt, values);
	va_end(values);
	c->faults++;
	if (c->fault)
		c->fault(c->context, sentence);
}

/* A damaged page is what is looked for, so it is a fault; a busy file is not. */
static int
unless_damage(struct checking *c, int code, struct error *err)
{
	struct error why = { .code = ERROR_NONE };

	if (code == SQLITE_DONE)
		return 0;
	db_error(c->db, code, &why);
	if (why.code != ERROR_DATA)
		return error_set(err, why.code, "%s", why.text);
	tell(c, "%s", why.text);
	return 0;
}

static int
check_pages(struct checking *c, struct error *err)
{
	sqlite3_stmt *q = NULL;
	int code = sqlite3_prepare_v2(c->db->handle, "PRAGMA integrity_check", -1, &q, NULL);

	if (code == SQLITE_OK)
		while ((code = sqlite3_step(q)) == SQLITE_ROW)
			if (strcmp((const char *)sqlite3_column_text(q, 0), "ok"))
				tell(c, _("The file is damaged inside: %s."),
					(const char *)sqlite3_column_text(q, 0));
	sqlite3_finalize(q);
	return unless_damage(c, code, err);
}

static int
check_references(struct checking *c, struct error *err)
{
	sqlite3_stmt *q = NULL;
	int code = sqlite3_prepare_v2(c->db->handle, "PRAGMA foreign_key_check", -1, &q, NULL);

	if (code == SQLITE_OK)
		while ((code = sqlite3_step(q)) == SQLITE_ROW)
			tell(c,
				_("Row %lld of table %s refers to a row of table %s that is not "
				  "there."),
				(long long)sqlite3_column_int64(q, 1),
				(const char *)sqlite3_column_text(q, 0),
				(const char *)sqlite3_column_text(q, 2));
	sqlite3_finalize(q);
	return unless_damage(c, code, err);
}

/* ---- tables as they should be ---- */

static const char schema_query[] =
	"SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema "
	"WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY 1";

static const char *
column(sqlite3_stmt *q, int code, int number)
{
	return code == SQLITE_ROW ? (const char *)sqlite3_column_text(q, number) : NULL;
}

/* Both lists are in the same order: the smaller name stands in one of them only. */
static int
compare_schemas(struct checking *c, sqlite3_stmt *found, sqlite3_stmt *wanted)
{
	int found_code = sqlite3_step(found), wanted_code = sqlite3_step(wanted);

	while (found_code == SQLITE_ROW || wanted_code == SQLITE_ROW) {
		const char *name = column(found, found_code, 0),
			   *should = column(wanted, wanted_code, 0);
		int order = !name ? 1 : !should ? -1 : strcmp(name, should);

		if (order < 0)
			tell(c, _("The database has something that does not belong to it: %s."),
				name);
		else if (order > 0)
			tell(c, _("The database lacks: %s."), should);
		else if (strcmp(column(found, found_code, 1), column(wanted, wanted_code, 1)))
			tell(c, _("The database differs from what this version makes: %s."), name);
		if (order <= 0)
			found_code = sqlite3_step(found);
		if (order >= 0)
			wanted_code = sqlite3_step(wanted);
	}
	return found_code != SQLITE_DONE ? found_code : wanted_code;
}

static int
check_schema(struct checking *c, struct error *err)
{
	sqlite3_stmt *found = NULL, *wanted = NULL;
	struct db *fresh;
	int code;

	if (db_open_memory(&fresh, c->schema, err))
		return -1;
	code = sqlite3_prepare_v2(c->db->handle, schema_query, -1, &found, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_prepare_v2(fresh->handle, schema_query, -1, &wanted, NULL);
	if (code == SQLITE_OK)
		code = compare_schemas(c, found, wanted);
	sqlite3_finalize(found);
	sqlite3_finalize(wanted);
	db_close(fresh);
	return unless_damage(c, code, err);
}

/* ---- around the file ---- */

static void
compare_setting(void *context, const char *name, const char *found, const char *wanted)
{
	if (strcmp(found, wanted))
		tell(context, _("The setting %s of the database is %s instead of %s."), name, found,
			wanted);
}

static void
check_file(struct checking *c)
{
	struct stat st;

	if (!strcmp(c->db->path, ":memory:"))
		return;
	if (stat(c->db->path, &st)) {
		tell(c,
			_("The database %s was moved or deleted while the program was running. "
			  "Put it back and start again."),
			c->db->path);
		return;
	}
	if (st.st_nlink > 1)
		tell(c,
			_("The database %s has a second name (hard link), which can damage it. "
			  "Remove the other name first."),
			c->db->path);
	if (st.st_mode & S_IRWXO)
		tell(c,
			_("Everybody on this computer may open the database %s. "
			  "Take the rights away with: chmod o= %s"),
			c->db->path, c->db->path);
}

static void
pass_on(void *context, const char *sentence)
{
	tell(context, "%s", sentence);
}

static int
check_audit(struct checking *c, struct error *err)
{
	struct error why = { .code = ERROR_NONE };

	if (audit_verify(c->db, pass_on, c, &why) >= 0)
		return 0;
	if (why.code != ERROR_DATA)
		return error_set(err, why.code, "%s", why.text);
	tell(c, "%s", why.text);
	return 0;
}

int
check_store(struct db *db, const struct db_schema *schema, check_fault *fault, void *context,
	struct error *err)
{
	struct checking c = { db, schema, fault, context, 0 };
	bool before = db->privileged;
	int result;

	db->privileged = true;
	connection_show(db, compare_setting, &c);
	check_file(&c);
	result = check_pages(&c, err) || check_references(&c, err) || check_schema(&c, err) ||
				 check_audit(&c, err)
			 ? -1
			 : 0;
	db->privileged = before;
	return result ? -1 : c.faults;
}
