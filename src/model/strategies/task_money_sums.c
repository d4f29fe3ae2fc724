/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money of tasks added up by year and source. */
#include "config.h"

#include "model/strategies/task_money.h"

static void
add(struct task_money_sum *sum, const struct task_money *line)
{
	int64_t *planned = &sum->planned[line->source], *spent = &sum->spent[line->source];

	*planned = money_add(*planned, line->planned);
	*spent = money_add(*spent, line->spent);
	sum->planned_all = money_add(sum->planned_all, line->planned);
	sum->spent_all = money_add(sum->spent_all, line->spent);
}

void
task_money_sums(const struct task_money *lines, int line_count, struct arena *arena,
	struct task_money_sum **list, int *count)
{
	static const struct task_money_sum nothing = {
		.planned = { MONEY_NONE, MONEY_NONE, MONEY_NONE, MONEY_NONE },
		.spent = { MONEY_NONE, MONEY_NONE, MONEY_NONE, MONEY_NONE },
		.planned_all = MONEY_NONE,
		.spent_all = MONEY_NONE,
	};
	int first = line_count ? lines[0].year : 0, last = first, years;

	*list = NULL;
	*count = 0;
	if (line_count == 0)
		return;
	for (int i = 1; i < line_count; i++) {
		if (lines[i].year < first)
			first = lines[i].year;
		if (lines[i].year > last)
			last = lines[i].year;
	}
	years = last - first + 1;
	*list = arena_array(arena, (size_t)years + 1, sizeof(**list));
	for (int i = 0; i <= years; i++)
		(*list)[i] = nothing;
	for (int i = 0; i < line_count; i++) {
		(*list)[lines[i].year - first].year = lines[i].year;
		add(&(*list)[lines[i].year - first], &lines[i]);
		add(&(*list)[years], &lines[i]);
	}
	for (int i = 0; i < years; i++) /* years without a line leave */
		if ((*list)[i].year)
			(*list)[(*count)++] = (*list)[i];
	(*list)[(*count)++] = (*list)[years];
}
