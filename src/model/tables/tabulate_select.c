/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which forms a table counts, and which conditions ask after persons. */
#include "config.h"

#include "model/tables/tabulate_condition.h"
#include "model/tables/tabulate_forms.h"

#include "base/i18n.h"
#include "model/results/answer_column_parts.h"

#include <string.h>

struct tally_selection { /* a report asks for the same again and again */
	const char *where;
	int threshold;
	const unsigned char *forms;
	size_t count;
	struct partings partings;
};

/* A condition on few forms asks after people, and so does one that all but few fulfil: what is
 * left out stands in the difference. Nobody and few are told alike, or the sentence would be the
 * answer. */
static int
too_telling(const struct wave_columns *w, const char *where, int threshold, size_t selected,
	struct error *err)
{
	size_t left_out = w->forms - selected, group = (size_t)tally_condition_group(w);

	if (threshold == 0 && selected == 0)
		return error_set(err, ERROR_INPUT,
			_("No form of the wave %s fulfils the condition %s, so there is "
			  "nothing to count."),
			w->wave->code, where);
	if (selected < group)
		return error_set(err, ERROR_DENIED,
			_("Fewer than %d forms of the wave %s fulfil the condition %s, or "
			  "none does: so small a group is not counted."),
			(int)group, w->wave->code, where);
	if (left_out > 0 && left_out < group)
		return error_set(err, ERROR_DENIED,
			_("The condition %s leaves out fewer than %d forms of the wave %s: "
			  "what they answered could be computed from the difference."),
			where, (int)group, w->wave->code);
	return 0;
}

int
tally_select(struct wave_columns *w, const char *where, int threshold,
	const unsigned char **selected, struct error *err)
{
	struct tally_selection *known = w->book->selection;
	struct partings partings = { NULL, 0 };
	const unsigned char *forms;
	size_t count;

	*selected = NULL;
	if (!where || !where[0])
		return 0;
	if (!known || known->threshold != threshold || strcmp(known->where, where) != 0) {
		if (wave_filter(w, where, &forms, &count, err) < 0 ||
			too_telling(w, where, threshold, count, err) < 0 ||
			tally_condition_allowed(w, where, threshold, forms, &partings, err) < 0)
			return -1;
		w->book->selection = known = arena_new(w->arena, sizeof(*known));
		*known = (struct tally_selection){ arena_string(w->arena, where), threshold, forms,
			count, partings };
	}
	*selected = known->forms;
	return 0;
}

const struct partings *
tally_partings(const struct wave_columns *w)
{
	return &w->book->selection->partings;
}

int
tabulate_forms(struct wave_columns *w, const struct tabulation *t, size_t *forms, struct error *err)
{
	const unsigned char *selected;
	int threshold = tabulation_threshold(w, t->threshold);

	if (tally_select(w, t->where, threshold, &selected, err) < 0)
		return -1;
	*forms = selected ? w->book->selection->count : w->forms;
	return 0;
}
