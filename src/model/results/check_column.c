/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check of packed answers: they are what the answers themselves say. */
#include "config.h"

#include "model/check.h"

#include "base/i18n.h"
#include "model/results/answer_column_parts.h"
#include "model/queries.h"

#include <stdio.h>
#include <string.h>

struct comparing {
	check_fault *fault;
	void *context;
	int *found;
};

static void
tell(const struct comparing *c, const char *wave, const char *question)
{
	char sentence[512];

	if (question[0])
		snprintf(sentence, sizeof(sentence),
			_("Wave %s: the packed answers to “%s” are not those that were given."),
			wave, question);
	else
		snprintf(sentence, sizeof(sentence),
			_("Wave %s: the packed forms are not those that were keyed."), wave);
	c->fault(c->context, sentence);
	++*c->found;
}

static bool
same_bytes(const struct wave_columns *w, const char *question, const void *data, size_t size)
{
	const struct column_book *b = w->book;
	int at = question[0] ? column_asked_by_name(b, question) : -1;
	const unsigned char *wanted = question[0] ? NULL : b->forms_data;
	size_t length = question[0] ? 0 : b->forms_size;

	if (at >= 0) {
		wanted = b->asked[at].data;
		length = b->asked[at].size;
	}
	return wanted && length == size && memcmp(wanted, data, size) == 0;
}

static int
compare_wave(struct db *db, int64_t wave_id, const struct comparing *c, struct error *err)
{
	struct error why = { .code = ERROR_NONE };
	struct arena arena = { 0 };
	struct wave_columns w;
	struct stmt *row;
	struct wave wave;
	int result = 0;

	if (wave_load(db, wave_id, &wave, &why) < 0)
		return 0; /* retired */
	if (column_open_anew(db, &wave, &arena, &w, &why) < 0) {
		tell(c, wave.code, "");
	} else {
		row = db_start(db, Q_COLUMN_KEPT, err);
		db_bind_int(row, 1, wave_id);
		while (db_next(row)) {
			size_t size;
			const void *data = db_blob(row, 1, &size);

			if (!same_bytes(&w, db_text(row, 0), data, size))
				tell(c, wave.code, db_text(row, 0));
		}
		result = db_end(row);
	}
	arena_release(&arena);
	return result;
}

int
check_columns(struct db *db, check_fault *fault, void *context, int *found, struct error *err)
{
	const struct comparing c = { fault, context, found };
	struct arena arena = { 0 };
	struct stmt *row;
	int64_t *waves = NULL;
	size_t room = 0;
	int count = 0, result;

	*found = 0;
	if (db_read_begin(db, err) < 0)
		return -1;
	row = db_start(db, Q_COLUMN_WAVES, err);
	while (db_next(row)) {
		waves = arena_grow(&arena, waves, (size_t)count, &room, sizeof(*waves));
		waves[count++] = db_int(row, 0);
	}
	result = db_end(row);
	for (int i = 0; i < count && result == 0; i++)
		result = compare_wave(db, waves[i], &c, err);
	db_read_end(db);
	arena_release(&arena);
	return result;
}
