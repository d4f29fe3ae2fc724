/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as the rows of a package that a union sends. What is refused is refused in words; what
 * is taken leaves a sound database, says nothing new the second time, and goes without a trace. */
#include "config.h"

#include "fuzz.h"

#include "../fault/state.h"
#include "exchange/importer.h"
#include "model/database.h"
#include "model/groups/exchange_group.h"
#include "model/packages/package.h"
#include "model/person.h"

#include <string.h>
#include <unistd.h>

#define UNION "11111111111111111111111111111111"
#define GROUP "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

static struct db *db;

static const struct package_from from = {
	.office = { .uid = UNION, .name = "Union", .kind = "union", .unit = "" },
	.group = GROUP,
	.made_at = "2026-11-22T10:00:00Z",
	.our_uid = "22222222222222222222222222222222",
	.our_unit = "020101",
	.contacts = true,
	.leads = true,
};

static void
write_register(int fd)
{
	dprintf(fd, "WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA\n");
	for (int v = 2; v <= 32; v += 2)
		dprintf(fd, "%02d;;;;WOJEWÓDZTWO %c;województwo;2019-01-01\n", v, 'A' + v / 2);
	dprintf(fd, "02;01;;;bolesławiecki;powiat;2019-01-01\n"
		"02;01;01;1;Bolesławiec;gmina miejska;2019-01-01\n");
}

static void
finish(void)
{
	db_close(db);
}

static void
start(void)
{
	char path[] = "/tmp/gromada-fuzz-XXXXXX";
	struct error err = { 0 };
	struct importer *im;
	struct person person;
	int64_t id;
	int fd;

	if (db)
		return;
	fd = mkstemp(path);
	MUST(fd >= 0);
	write_register(fd);
	MUST(close(fd) == 0);
	MUST(database_open_memory(&db, &err) == 0);
	MUST(person_enter(db, "tester", &person, &err) == 0);
	if (importer_read(&im, db, IMPORT_TERYT, path, NULL, NULL, &err))
		fprintf(stderr, "%s\n", err.text);
	MUST(err.code == ERROR_NONE);
	MUST(importer_write(im, NULL, &id, &err) == 0 && id > 0);
	importer_free(im);
	unlink(path);
	atexit(finish);
}

struct taking {
	struct package_rows *rows;
	int64_t id;
};

static int
take(struct db *d, void *context, struct error *err)
{
	static const struct import_file file = { .kind = "package", .name = "p.zip",
		.sha256 = "0000000000000000000000000000000000000000000000000000000000000000",
		.encoding = "utf-8" };
	const struct import_counts counts = { 0 };
	struct taking *t = context;

	t->id = import_begin(d, &file, err);
	return t->id < 0 || package_put(d, t->id, &from, t->rows, err) < 0
		       ? -1
		       : import_finish(d, t->id, &counts, err);
}

static void
check_taken(struct taking *t, struct arena *arena)
{
	struct error err = { 0 };
	struct exchange_group *groups;
	int count;

	MUST(state_sound(db, &err) == 0);
	MUST(package_judge(db, &from, t->rows, NULL, 0, arena, &err) == 0);
	for (int i = 0; i < t->rows->count; i++)
		MUST(t->rows->rows[i].fate != PACKAGE_NEW);
	if (import_undo(db, t->id, &err))
		fprintf(stderr, "%s\n", err.text);
	MUST(err.code == ERROR_NONE);
	MUST(state_sound(db, &err) == 0);
	MUST(exchange_group_list(db, true, NULL, arena, &groups, &count, &err) == 0 && count == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	const struct db_act act = { .action = "import", .entity = "import", .summary = "p.zip" };
	struct error err = { 0 };
	struct arena arena = { 0 };
	struct package_rows rows = { 0 };
	struct taking t = { &rows, 0 };
	struct input *in;
	int result;

	start();
	if (input_open_memory(&in, "records.xml", bytes, size, ENCODING_UTF8, &err) < 0)
		return 0;
	result = package_read_xml(db, in, &arena, &rows, &err);
	input_close(in);
	MUST_FIT(result, err);
	if (result == 0) {
		MUST(package_judge(db, &from, &rows, NULL, 0, &arena, &err) == 0);
		result = db_write(db, &act, take, &t, &err);
		MUST_FIT(result, err);
		if (result == 0)
			check_taken(&t, &arena);
	}
	arena_release(&arena);
	return 0;
}
