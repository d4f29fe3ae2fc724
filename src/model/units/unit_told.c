/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What units are called where two of one name may stand in one list. */
#include "config.h"

#include "model/units/unit_told.h"

#include "base/text.h"
#include "model/queries.h"

#include <stdio.h>
#include <string.h>

static bool
same_label(const struct unit *a, const struct unit *b)
{
	return strcmp(a->label, b->label) == 0;
}

/* The kind; where that is the same, too, the powiat. */
static const char *
apart(const struct unit_table *t, const struct unit *u, const struct unit *other,
	struct arena *arena)
{
	const struct unit *above = unit_above(t, u, LEVEL_POWIAT);
	const char *kind = unit_kind_label(u);

	if (above && above != u && strcmp(kind, unit_kind_label(other)) == 0)
		kind = above->label;
	return arena_format(arena, "%s, %s", u->label, kind);
}

const char *
unit_label_among(const struct unit_table *units, const struct unit *u, const int *slots, int count,
	struct arena *arena)
{
	for (int i = 0; i < count; i++) {
		const struct unit *other = unit_by_slot(units, slots[i]);

		if (other && other != u && same_label(other, u))
			return apart(units, u, other, arena);
	}
	return u->label;
}

const char **
unit_labels_among(const struct unit_table *units, const int *slots, int count, struct arena *arena)
{
	const char **labels = arena_array(arena, (size_t)units->slots + 1, sizeof *labels);
	int *once = arena_array(arena, (size_t)count + 1, sizeof *once), known = 0;

	for (int i = 0; i < count; i++) {
		const struct unit *u = unit_by_slot(units, slots[i]);

		if (u && !labels[u->slot]) {
			labels[u->slot] = u->label;
			once[known++] = u->slot;
		}
	}
	for (int i = 0; i < known; i++)
		labels[once[i]] =
			unit_label_among(units, unit_by_slot(units, once[i]), once, known, arena);
	return labels;
}

int
unit_words_among(struct db *db, const int *slots, int count, struct arena *arena,
	struct unit_words **out, struct error *err)
{
	struct unit_table units;
	const char **labels;

	if (unit_table_load(db, &units, err) < 0)
		return -1;
	*out = arena_array(arena, (size_t)count + 1, sizeof **out);
	labels = unit_labels_among(&units, slots, count, arena);
	for (int i = 0; i < count; i++) {
		const struct unit *u = unit_by_slot(&units, slots[i]);

		(*out)[i] = (struct unit_words){ u ? arena_string(arena, unit_teryt(u)) : "",
			u ? arena_string(arena, labels[u->slot]) : "" };
	}
	unit_table_release(&units);
	return 0;
}

/* ---- in exchange groups ---- */

/* Those of the same name stand beside the member in the order of names. */
static void
tell_apart(struct unit_table *t, const struct unit *member)
{
	int from = member->order, to = member->order;

	while (from > 0 && same_label(&t->units[t->in_order[from - 1]], member))
		from--;
	while (to < t->count - 1 && same_label(&t->units[t->in_order[to + 1]], member))
		to++;
	for (int i = from; i <= to; i++) {
		struct unit *u = &t->units[t->in_order[i]];

		if (u == member)
			continue;
		if (!u->in_full)
			u->in_full = apart(t, u, member, &t->arena);
		u->told = u->in_full;
	}
}

int
unit_table_tell(struct db *db, struct unit_table *t, struct error *err)
{
	struct stmt *q = db_start(db, Q_UNIT_TOLD, err);

	for (int i = 0; i < t->count; i++)
		t->units[i].told = t->units[i].label;
	while (db_next(q)) {
		const struct unit *member = unit_by_slot(t, (int)db_int(q, 0));

		if (member)
			tell_apart(t, member);
	}
	return db_end(q);
}

/* What tells them stands in front, because the end is cut. As Polish tables abbreviate kinds. */
char *
unit_told_short(const struct unit *u, char *dst, size_t size)
{
	const char *kind = u->city || u->kind == '1'  ? "m."
			   : u->level == LEVEL_POWIAT ? "pow."
			   : u->kind == '3'           ? "m.-gm."
						      : "gm.";

	if (u->told == u->label)
		return text_copy(dst, size, u->label);
	snprintf(dst, size, "%s %s", kind, u->label);
	return dst;
}

char *
unit_told_whole(const struct unit *u, char *dst, size_t size)
{
	if (!u->kind)
		return text_copy(dst, size, u->label);
	snprintf(dst, size, "%s, %s", u->label, unit_kind_label(u));
	return dst;
}

bool
unit_told_as(const struct unit *u, const char *folded)
{
	char text[256], shown[256];

	snprintf(text, sizeof(text), "%s, %s", u->label, unit_kind_label(u));
	return strcmp(text_fold(shown, sizeof(shown), text), folded) == 0 ||
	       strcmp(text_fold(shown, sizeof(shown), u->told), folded) == 0;
}

const char *
unit_told_with_code(const struct unit *u, struct arena *arena)
{
	char name[160];

	return arena_format(arena, "%s (%s)", unit_told_whole(u, name, sizeof(name)),
		unit_teryt(u));
}
