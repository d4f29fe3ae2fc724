/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding units by words, code, level, area and group. */
#include "config.h"

#include "model/units/unit.h"

#include "base/text.h"
#include "model/units/unit_told.h"

#include <stdlib.h>
#include <string.h>

struct wanted {
	char words[256];          /* folded, without the word of the level */
	char shown[256];          /* folded whole where it has a comma, else "" */
	int level;                /* -1 = any */
	bool town;                /* a town: kinds 1 and 4, cities with powiat rights */
	const struct unit *exact; /* the search is this unit's code */
};

enum { NEAR_LAST = 4 };

struct found {
	int near, level, place; /* place: in Polish order */
	int slot;
};

static const struct {
	const char *word; /* folded */
	int level;
} level_words[] = {
	{ "gm", LEVEL_GMINA }, { "gmina", LEVEL_GMINA },
	{ "pow", LEVEL_POWIAT }, { "powiat", LEVEL_POWIAT },
	{ "woj", LEVEL_VOIVODESHIP }, { "wojewodztwo", LEVEL_VOIVODESHIP },
	{ "m", -1 }, { "miasto", -1 },
};

/* "gm nowy targ": the first of several words may name the level. */
static void
take_level(struct wanted *w)
{
	char *space = strchr(w->words, ' ');
	size_t length;

	if (!space)
		return;
	length = (size_t)(space - w->words);
	for (size_t i = 0; i < sizeof(level_words) / sizeof(level_words[0]); i++) {
		if (strlen(level_words[i].word) != length ||
		    strncmp(level_words[i].word, w->words, length) != 0)
			continue;
		w->level = level_words[i].level;
		w->town = w->level < 0;
		memmove(w->words, space + 1, strlen(space + 1) + 1);
		return;
	}
}

static void
read_search(const struct unit_table *t, const char *search, struct wanted *w)
{
	*w = (struct wanted){ .level = -1 };
	if (!search)
		return;
	text_fold(w->words, sizeof(w->words), search);
	if (strchr(search, ','))
		text_copy(w->shown, sizeof(w->shown), w->words);
	take_level(w);
	w->exact = unit_by_code(t, search);
}

static bool
is_town(const struct unit *u)
{
	return u->kind == '1' || u->kind == '4' || u->city;
}

static bool
passes(const struct unit_table *t, const struct unit *u, const struct unit_filter *f)
{
	if (f->level >= 0 && u->level != (enum unit_level)f->level)
		return false;
	if (!f->ended_too && u->ends_on[0])
		return false;
	if (!f->bdl_too && u->from_bdl)
		return false;
	if (f->members && !f->members[u->slot])
		return false;
	return f->area == NO_SLOT || unit_is_in(t, u->slot, f->area);
}

static bool
matches(const struct unit *u, const struct wanted *w)
{
	if (u == w->exact || (w->shown[0] && unit_told_as(u, w->shown)))
		return true;
	if (w->level >= 0 && u->level != (enum unit_level)w->level)
		return false;
	if (w->town && !is_town(u))
		return false;
	return text_match(u->folded, w->words);
}

/* 0 the code itself, 1 the whole name, 2 whole words at the beginning, 3 names that begin so, 4 the
 * rest. */
static int
nearness(const struct unit *u, const struct wanted *w)
{
	size_t length = strlen(w->words);
	char name[256];

	if (u == w->exact)
		return 0;
	if (strncmp(u->folded, w->words, length) != 0)
		return NEAR_LAST;
	if (u->folded[length] != ' ')
		return 3;
	return strcmp(text_fold(name, sizeof(name), u->name), w->words) == 0 ? 1 : 2;
}

/* The nearest first, of equally near ones as the register goes down: voivodeships, powiats, gminy,
 * their parts. */
static int
by_nearness(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	if (x->near != y->near)
		return x->near - y->near;
	return x->level != y->level ? x->level - y->level : x->place - y->place;
}

int
unit_find(const struct unit_table *t, const struct unit_filter *filter, struct arena *arena,
	int **slots)
{
	int *found = arena_array(arena, (size_t)t->count + 1, sizeof(*found));
	struct found *ordered;
	struct wanted w;
	int count = 0;

	read_search(t, filter->search, &w);
	for (int i = 0; i < t->count; i++) {
		const struct unit *u = &t->units[t->in_order[i]];

		if (passes(t, u, filter) && (!w.words[0] || matches(u, &w)))
			found[count++] = u->slot;
	}
	*slots = found;
	if (!w.words[0])
		return count;
	ordered = arena_array(arena, (size_t)count + 1, sizeof(*ordered));
	for (int i = 0; i < count; i++) {
		const struct unit *u = unit_by_slot(t, found[i]);

		ordered[i] = (struct found){ nearness(u, &w), (int)u->level, i, found[i] };
	}
	qsort(ordered, (size_t)count, sizeof(*ordered), by_nearness);
	for (int i = 0; i < count; i++)
		found[i] = ordered[i].slot;
	return count;
}
