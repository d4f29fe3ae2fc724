/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check of published results: each is what the answers of its wave say now. */
#include "config.h"

#include "model/check.h"

#include "base/i18n.h"
#include "model/results/published.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static int
check_all(struct db *db, check_fault *fault, void *context, struct arena *arena, int *found,
	struct error *err)
{
	struct published *list;
	int count, result = published_list(db, 0, 0, arena, &list, &count, err);

	for (int i = 0; result == 0 && i < count; i++) {
		const struct published *p = &list[i];
		struct publication again = published_again(p);
		struct published_value now;
		char sentence[256];
		struct wave w;

		result = wave_load(db, p->wave_id, &w, err);
		if (result < 0 || w.erased_at[0])
			continue;
		result = published_compute_again(db, &w, &again, p->decimals, &now, err);
		if (result < 0 || (!strcmp(now.missing, p->missing) && p->slot == w.slot &&
					  p->year == w.year &&
					  (isnan(now.value) || now.value == p->value)))
			continue;
		snprintf(sentence, sizeof(sentence),
			_("Indicator %s: the result of the wave %s is not what its answers say."),
			p->indicator, p->wave);
		fault(context, sentence);
		++*found;
	}
	return result;
}

int
check_published(
	struct db *db, check_fault *fault, void *context, int *found, struct error *err)
{
	struct arena arena = { 0 };
	int result;

	if (db_read_begin(db, err)) /* of one moment; and a check keeps nothing */
		return -1;
	result = check_all(db, fault, context, &arena, found, err);
	db_read_end(db);
	arena_release(&arena);
	return result;
}
