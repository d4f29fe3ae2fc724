/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Classes of size: their limits, and the population by which units fall into them. */
#include "config.h"

#include "model/diagnosis/peers.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/diagnosis/peers_parts.h"
#include "model/queries.h"
#include "model/indicators/value.h"

#include <math.h>
#include <string.h>

static const struct size_classes usual = { { 5000, 10000, 20000, 50000, 100000 }, 5 };

int
size_classes_parse(const char *text, struct size_classes *out, struct error *err)
{
	char word[32];
	long limit;

	*out = (struct size_classes){ 0 };
	if (text[strspn(text, " ")] && !text[strspn(text, " ,;")])
		return error_set(err, ERROR_INPUT,
			_("Write at least one limit of classes of size, as 5000 10000 20000, or "
			  "nothing."));
	while (*(text += strspn(text, " ,;"))) {
		size_t length = strcspn(text, " ,;");

		if (length >= sizeof word || out->count == SIZE_LIMITS)
			return error_set(err, ERROR_INPUT,
				_("Write at most %d limits of classes of size, as 5000 10000 "
				  "20000."),
				SIZE_LIMITS);
		text_copy(word, length + 1, text);
		text += length;
		if (number_parse_whole(word, 1, 999999999, &limit) < 0 ||
			(out->count && (double)limit <= out->limits[out->count - 1]))
			return error_set(err, ERROR_INPUT,
				_("“%s” cannot stand among the limits of classes of size: they are "
				  "whole numbers, each greater than the one before, as 5000 10000 "
				  "20000."),
				word);
		out->limits[out->count++] = (double)limit;
	}
	return 0;
}

int
size_classes_load(struct db *db, struct size_classes *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_PEERS_SETTING, err);
	char text[256] = "";

	db_bind_text(q, 1, "size_classes");
	if (db_next(q))
		text_copy(text, sizeof text, db_text(q, 0));
	if (db_end(q) < 0)
		return -1;
	/* What stands there wrong must not stop a diagnosis: the usual limits serve. */
	if (size_classes_parse(text, out, NULL) < 0 || out->count == 0)
		*out = usual;
	return 0;
}

/* ---- population ---- */

/* DE01 where it has values, else the greatest of BDL's subgroup 2137: the total is greater than its
 * parts. */
static int
find_cards(
	struct db *db, struct arena *arena, struct indicator **cards, int *count, struct error *err)
{
	const struct indicator_filter filter = { .with_values = true };
	struct indicator *list;
	int all, used = 0;

	if (indicator_list(db, &filter, arena, &list, &all, err) < 0)
		return -1;
	for (int i = 0; i < all; i++) {
		if (strcmp(list[i].code, "DE01") == 0) {
			list[0] = list[i];
			used = 1;
			break;
		}
		if (strcmp(list[i].subgroup, "2137") == 0)
			list[used++] = list[i];
	}
	*cards = list;
	*count = used;
	return 0;
}

static int
nearest(const int *years, int count, int year)
{
	int best = years[0];

	for (int i = 0; i < count; i++)
		if (years[i] <= year)
			best = years[i];
	return best;
}

static int
lay(struct db *db, const struct indicator *card, int year, struct arena *arena, struct vector *v,
	double *population, int slots, struct error *err)
{
	int *years, count;

	if (value_years(db, card, arena, &years, &count, err) < 0)
		return -1;
	if (count == 0)
		return 0;
	if (value_load(db, card, nearest(years, count, year), v, NULL, err) < 0)
		return -1;
	for (int i = 0; i < slots && i < v->slots; i++)
		if (!flag_missing(v->flag[i]) &&
			(isnan(population[i]) || v->value[i] > population[i]))
			population[i] = v->value[i];
	return 0;
}

int
peers_population(struct db *db, const struct unit_table *units, int year, struct arena *arena,
	double **population, bool *found, struct error *err)
{
	struct indicator *cards;
	struct vector v;
	int count, result = 0;

	*population = arena_array(arena, (size_t)units->slots + 1, sizeof **population);
	for (int i = 0; i <= units->slots; i++)
		(*population)[i] = NAN;
	if (find_cards(db, arena, &cards, &count, err) < 0)
		return -1;
	*found = count > 0;
	vector_new(&v, units->slots);
	for (int i = 0; i < count && result == 0; i++)
		result = lay(db, &cards[i], year, arena, &v, *population, units->slots, err);
	vector_release(&v);
	return result;
}
