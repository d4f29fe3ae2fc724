/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of questionnaires share: forms read from texts or from the shared fixture. */
#ifndef TESTS_QUESTIONNAIRE_FIXTURE_H
#define TESTS_QUESTIONNAIRE_FIXTURE_H

#include "config.h"

#include "exchange/xlsform.h"
#include "model/database.h"
#include "model/questionnaires/questionnaire_check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

struct fixture {
	struct arena arena;
	struct error err;
	struct xlsform form;
	char folder[64]; /* of one test */
	struct db *db;
};

static inline void
fixture_write(const struct fixture *f, const char *name, const char *text)
{
	char path[256];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s.csv", f->folder, name);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static inline void
fixture_clear(const struct fixture *f)
{
	static const char *const names[] = { "survey", "choices", "settings" };
	char path[256];

	for (int i = 0; i < 3; i++) {
		snprintf(path, sizeof path, "%s/%s.csv", f->folder, names[i]);
		unlink(path);
	}
}

static inline int
fixture_open(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	strcpy(f->folder, "/tmp/gromada-form-XXXXXX");
	assert_non_null(mkdtemp(f->folder));
	assert_int_equal(database_open_memory(&f->db, &f->err), 0);
	*state = f;
	return 0;
}

static inline int
fixture_close(void **state)
{
	struct fixture *f = *state;

	db_close(f->db);
	fixture_clear(f);
	rmdir(f->folder);
	arena_release(&f->arena);
	free(f);
	return 0;
}

/* Reads a form from texts; NULL = no such file. */
static inline struct xlsform *
fixture_read(struct fixture *f, const char *survey, const char *choices, const char *settings)
{
	fixture_clear(f);
	fixture_write(f, "survey", survey);
	if (choices)
		fixture_write(f, "choices", choices);
	if (settings)
		fixture_write(f, "settings", settings);
	f->err = (struct error){ .code = ERROR_NONE };
	if (xlsform_read(f->folder, &f->arena, &f->form, &f->err) < 0)
		fail_msg("%s", f->err.text);
	return &f->form;
}

static inline struct xlsform *
fixture_trial(struct fixture *f)
{
	char path[512];

	snprintf(path, sizeof path, "%s/tests/data/questionnaire", getenv("abs_top_srcdir"));
	if (xlsform_read(path, &f->arena, &f->form, &f->err) < 0)
		fail_msg("%s", f->err.text);
	assert_int_equal(f->form.errors, 0);
	return &f->form;
}

/* Saves the shared form as a new questionnaire. */
static inline struct questionnaire *
fixture_saved(struct fixture *f)
{
	struct questionnaire *q = &fixture_trial(f)->q;

	if (questionnaire_save(f->db, q, &f->err) < 0)
		fail_msg("%s", f->err.text);
	return q;
}

#endif
