/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functional types: one letter per gmina, of one file. */
#include "config.h"

#include "model/diagnosis/unit_type.h"

#include "base/i18n.h"
#include "model/queries.h"

#include <string.h>

static const char *const labels[] = {
	N_("core of a voivodeship capital's area"),
	N_("outer zone of a voivodeship capital's area"),
	N_("core of a subregional town's area"),
	N_("outer zone of a subregional town's area"),
	N_("multifunctional town"),
	N_("transport function"),
	N_("other non-farming functions"),
	N_("intensive farming"),
	N_("moderate farming"),
	N_("extensive development"),
};

const char *
unit_type_label(char type)
{
	const char *place = type ? strchr(UNIT_TYPES, type) : NULL;

	return place ? _(labels[place - UNIT_TYPES]) : "";
}

int
unit_types_load(struct db *db, const struct unit_table *units, struct arena *arena, char **types,
	int64_t *import_id, struct error *err)
{
	struct stmt *q;
	int64_t newest;

	*types = arena_array(arena, (size_t)units->slots + 1, 1);
	if (db_number(db, Q_UNIT_TYPE_NEWEST, 0, &newest, err) < 0)
		return -1;
	if (import_id)
		*import_id = newest;
	if (newest == 0)
		return 0;
	q = db_start(db, Q_UNIT_TYPE_LOAD, err);
	db_bind_int(q, 1, newest);
	while (db_next(q))
		if (db_int(q, 0) < units->slots)
			(*types)[db_int(q, 0)] = db_text(q, 1)[0];
	return db_end(q);
}

static int
store(struct db *db, const struct unit_type *types, int count, int64_t import_id, struct error *err)
{
	for (int i = 0; i < count; i++) {
		const char text[2] = { types[i].type, '\0' };
		struct stmt *q = db_start(db, Q_UNIT_TYPE_ADD, err);

		db_bind_int(q, 1, import_id);
		db_bind_int(q, 2, types[i].slot);
		db_bind_text(q, 3, text);
		if (db_run(q, NULL) < 0)
			return -1;
	}
	return 0;
}

/* Beside what the newest file says. */
static int
compare(struct db *db, const struct unit_type *types, int count, struct import_counts *counts,
	struct error *err)
{
	struct arena arena = { 0 };
	struct unit_table width = { .slots = 1 };
	char *former;
	int before = 0, result;

	for (int i = 0; i < count; i++)
		width.slots = types[i].slot >= width.slots ? types[i].slot + 1 : width.slots;
	result = unit_types_load(db, &width, &arena, &former, NULL, err);
	for (int i = 0; result == 0 && i < width.slots; i++)
		before += former[i] != '\0';
	for (int i = 0; result == 0 && i < count; i++) {
		char was = former[types[i].slot];

		*(was == '\0'                  ? &counts->new_values
			: was == types[i].type ? &counts->same
					       : &counts->changed) += 1;
	}
	/* A file without a unit that had a type says something new too. */
	if (result == 0 && counts->same == count && before > count)
		counts->changed = before - count;
	arena_release(&arena);
	return result;
}

int
unit_types_apply(struct db *db, const struct unit_type *types, int count,
	const struct import_file *file, struct import_counts *counts, bool write,
	int64_t *import_id, struct error *err)
{
	*counts = (struct import_counts){ .rows = count, .units = count };
	*import_id = 0;
	if (compare(db, types, count, counts, err) < 0)
		return -1;
	if (!write || counts->new_values + counts->changed == 0)
		return 0;
	*import_id = import_begin(db, file, err);
	if (*import_id < 0 || store(db, types, count, *import_id, err) < 0)
		return -1;
	return import_finish(db, *import_id, counts, err);
}
