/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From indicators to areas and dimensions: weighted means of the parts that have a level. */
#include "config.h"

#include "model/diagnosis/diagnosis_parts.h"

#include "base/i18n.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
fold_add(struct fold *f, double weight, double level, double level_middle, double change,
	double change_middle)
{
	f->of++;
	f->weight += weight;
	if (!isnan(level)) {
		f->n++;
		f->level += weight * level;
		f->level_middle += weight * level_middle;
		f->level_weight += weight;
	}
	if (!isnan(change)) {
		f->change_n++;
		f->change += weight * change;
		f->change_middle += weight * change_middle;
		f->change_weight += weight;
	}
}

static void
settle(const struct fold *f, enum standard_method method, struct diagnosis_area *a)
{
	bool level = f->level_weight > 0, change = f->change_weight > 0;

	*a = (struct diagnosis_area){ .level = level ? f->level / f->level_weight : NAN,
		.level_middle = level ? f->level_middle / f->level_weight : NAN,
		.change = change ? f->change / f->change_weight : NAN,
		.change_middle = change ? f->change_middle / f->change_weight : NAN,
		.n = f->n,
		.change_n = f->change_n,
		.of = f->of,
		.weight_missing = f->weight > 0 ? 1 - f->level_weight / f->weight : 0 };
	a->standing = standing_of(a->level, a->level_middle, a->change, a->change_middle);
	a->near = standing_near(method, a->level, a->level_middle, a->change, a->change_middle);
}

void
fold_tree(const struct area_tree *tree, enum standard_method method, struct fold *folds,
	struct diagnosis_area *areas)
{
	for (int i = tree->count - 1; i >= 0; i--) {
		int above = tree->areas[i].parent < 0 ? tree->count : tree->areas[i].parent;

		settle(&folds[i], method, &areas[i]);
		fold_add(&folds[above], tree->areas[i].weight, areas[i].level,
			areas[i].level_middle, areas[i].change, areas[i].change_middle);
	}
	settle(&folds[tree->count], method, &areas[tree->count]);
}

/* ---- what is asked ---- */

static int
by_code(const void *a, const void *b)
{
	return strcmp(((const struct indicator *)a)->code, ((const struct indicator *)b)->code);
}

static int
load_plain(struct db *db, struct arena *arena, struct asked **list, int *count, struct error *err)
{
	const struct indicator_filter filter = { .with_values = true };
	struct indicator *cards;

	if (indicator_list(db, &filter, arena, &cards, count, err) < 0)
		return -1;
	*list = arena_array(arena, (size_t)*count + 1, sizeof **list);
	for (int i = 0; i < *count; i++)
		(*list)[i] = (struct asked){ &cards[i], -1, 1 };
	return 0;
}

int
diagnosis_asked(struct db *db, const struct diagnosis *question, struct arena *arena,
	struct area_tree *tree, struct asked **list, int *count, struct error *err)
{
	static const struct indicator_filter filter;
	struct indicator *cards;
	int all;

	*tree = (struct area_tree){ 0 };
	if (!question->tree[0])
		return load_plain(db, arena, list, count, err);
	if (area_tree_load(db, question->tree, arena, tree, err) < 0 ||
		indicator_list(db, &filter, arena, &cards, &all, err) < 0)
		return -1;
	if (all)
		qsort(cards, (size_t)all, sizeof *cards, by_code);
	*list = arena_array(arena, (size_t)tree->indicator_count + 1, sizeof **list);
	*count = 0;
	for (int i = 0; i < tree->indicator_count; i++) {
		const struct area_indicator *entry = &tree->indicators[i];
		const struct indicator key = { .code = entry->code };
		struct indicator *card =
			all ? bsearch(&key, cards, (size_t)all, sizeof *cards, by_code) : NULL;

		if (card)
			(*list)[(*count)++] = (struct asked){ card, entry->area, entry->weight };
	}
	return 0;
}

char *
diagnosis_describe(const struct diagnosis *question, const struct diagnosis_result *result,
	char *dst, size_t size)
{
	snprintf(dst, size,
		P_("%s; against %d unit (%s); %d, change over %d–%d",
			"%s; against %d units (%s); %d, change over %d–%d",
			(unsigned long)result->peers.count),
		standard_method_label(question->method), result->peers.count, result->peers.words,
		question->year, result->first_year, question->year);
	return dst;
}

char *
diagnosis_describe_all(const struct diagnosis *question, const struct diagnosis_unit *list,
	int count, char *dst, size_t size)
{
	struct diagnosis d = diagnosis_settled(question);
	const char *peers = d.peers[0] ? d.peers : "voivodeship";
	int without = 0;

	for (int i = 0; peers_word(i); i++)
		if (!strcmp(peers_word(i)->name, peers))
			peers = _(peers_word(i)->label);
	for (int i = 0; i < count; i++)
		without += list[i].standing == STANDING_NONE;
	snprintf(dst, size,
		_("%s; each unit against: %s; %d, change over %d–%d; %d units, %d of them without "
		  "a "
		  "class"),
		standard_method_label(d.method), peers, d.year, d.year - d.years + 1, d.year, count,
		without);
	return dst;
}

const char *
diagnosis_area_missing(const struct diagnosis_result *result, int area, struct arena *arena)
{
	const struct area_tree *tree = &result->tree;
	int own = area == tree->count ? -1 : area;
	const char *all = "";

	for (int i = 0; i < tree->count; i++)
		if (tree->areas[i].parent == own && isnan(result->areas[i].level))
			all = arena_format(
				arena, "%s%s%s", all, *all ? ", " : "", tree->areas[i].code);
	for (int i = 0; i < result->count; i++)
		if (result->rows[i].judged && result->rows[i].area == own &&
			isnan(result->rows[i].level))
			all = arena_format(arena, "%s%s%s", all, *all ? ", " : "",
				result->rows[i].indicator->code);
	return all;
}
