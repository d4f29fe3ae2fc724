/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as the three files of a questionnaire, parted by form feeds: survey, choices,
 * settings. What is taken says the same when it was written and read again, and when it was saved
 * and loaded; what is refused is refused in words. */
#include "config.h"

#include "fuzz.h"

#include "exchange/xlsform.h"
#include "model/database.h"
#include "model/questionnaires/questionnaire_edit.h"

#include <string.h>
#include <unistd.h>

static const char *const names[] = { "survey", "choices", "settings" };
static struct db *db;
static char folder[64];

static void
remove_files(void)
{
	char path[128];

	for (int i = 0; i < 3; i++) {
		snprintf(path, sizeof path, "%s/%s.csv", folder, names[i]);
		unlink(path);
	}
}

static void
finish(void)
{
	remove_files();
	rmdir(folder);
	db_close(db);
}

static void
start(void)
{
	struct error err = { 0 };

	if (db)
		return;
	strcpy(folder, "/tmp/gromada-fuzz-XXXXXX");
	MUST(mkdtemp(folder));
	MUST(database_open_memory(&db, &err) == 0);
	atexit(finish);
}

static void
write_files(const uint8_t *bytes, size_t size)
{
	char path[128];

	for (int i = 0; i < 3; i++) {
		const uint8_t *end = size > 0 ? memchr(bytes, '\f', size) : NULL;
		size_t length = end ? (size_t)(end - bytes) : size;
		FILE *file;

		if (length == 0 && i > 0)
			return;
		snprintf(path, sizeof path, "%s/%s.csv", folder, names[i]);
		file = fopen(path, "wb");
		MUST(file && fwrite(bytes, 1, length, file) == length && fclose(file) == 0);
		if (!end)
			return;
		bytes += length + 1;
		size -= length + 1;
	}
}

/* Every row can be moved, copied and renamed, and all of it taken back. */
static void
change(struct questionnaire *q, struct arena *arena)
{
	struct questionnaire_edit e;
	struct questionnaire before = *q;
	struct error err = { 0 };

	questionnaire_edit_start(&e, q, arena);
	for (int i = 0; i < q->question_count && i < 20; i++) {
		questionnaire_edit_move(&e, i, i % 2 ? 1 : -1);
		questionnaire_edit_copy(&e, i, i / 2);
		questionnaire_edit_rename(&e, i, "x", &err);
		questionnaire_edit_delete(&e, i / 3, &err);
	}
	while (questionnaire_edit_undo(&e))
		;
	MUST(questionnaire_same(q, &before));
}

static void
save(struct questionnaire *q, struct arena *arena)
{
	struct questionnaire again;
	struct error err = { 0 };

	MUST(questionnaire_save(db, q, &err) == 0);
	MUST(questionnaire_load_version(db, q->version_id, arena, &again, &err) == 0);
	MUST(questionnaire_same(q, &again));
	MUST(questionnaire_drop_draft(db, q->version_id, q->version_rev, &err) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct xlsform form, again;
	struct arena arena = { 0 };
	struct error err = { 0 };
	char text[1024];
	int result;

	start();
	write_files(bytes, size);
	result = xlsform_read(folder, &arena, &form, &err);
	MUST_FIT(result, err);
	for (int i = 0; result == 0 && i < form.problem_count; i++)
		MUST(*xlsform_problem_text(text, sizeof text, &form, &form.problems[i]));
	if (result == 0 && form.errors == 0) {
		MUST(xlsform_write_folder(&form.q, folder, true, &err) == 0);
		MUST(xlsform_read(folder, &arena, &again, &err) == 0);
		MUST(again.errors == 0 && questionnaire_same(&form.q, &again.q));
		save(&form.q, &arena);
		change(&form.q, &arena);
	} else if (result == 0) {
		MUST(xlsform_refuse(&form, &err) == -1 && err.text[0]);
	}
	arena_release(&arena);
	remove_files();
	return 0;
}
