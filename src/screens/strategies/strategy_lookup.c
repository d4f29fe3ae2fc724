/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing goals, tasks and offices of a strategy by typing. */
#include "config.h"

#include "screens/strategies/task_forms.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/strategies/goal.h"
#include "model/diagnosis/problem.h"
#include "model/strategies/task.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int
strategy_suggest_goal(void *context, const char *typed, struct field_suggestion *rows, int max)
{
	struct app *app = context;
	struct goal *list;
	struct arena arena = { 0 };
	struct error ignored = { 0 };
	char needle[128], folded[600], text[560];
	int count = 0, n = 0;

	text_fold(needle, sizeof needle, typed);
	if (goal_tree(app->db, app->last_strategy, false, &arena, &list, &count, &ignored))
		count = 0;
	for (int i = 0; i < count && n < max; i++) {
		snprintf(text, sizeof text, "%s  %s", list[i].number, list[i].name);
		if (!text_match(text_fold(folded, sizeof folded, text), needle))
			continue;
		text_copy(rows[n].text, sizeof rows[n].text, text);
		rows[n].whole =
			strcmp(typed, list[i].number) == 0 || strcmp(typed, rows[n].text) == 0;
		snprintf(rows[n++].key, sizeof rows[0].key, "%lld", (long long)list[i].id);
	}
	arena_release(&arena);
	return n;
}

int
strategy_suggest_task(void *context, const char *typed, struct field_suggestion *rows, int max)
{
	struct app *app = context;
	const struct task_filter filter = { .strategy = app->last_strategy };
	struct task *list;
	struct arena arena = { 0 };
	struct error ignored = { 0 };
	char needle[128], folded[600];
	int count = 0, n = 0;

	text_fold(needle, sizeof needle, typed);
	if (task_list(app->db, &filter, &arena, &list, &count, &ignored))
		count = 0;
	for (int i = 0; i < count && n < max; i++) {
		if (!text_match(text_fold(folded, sizeof folded, list[i].name), needle))
			continue;
		text_copy(rows[n].text, sizeof rows[n].text, list[i].name);
		text_copy(rows[n].note, sizeof rows[n].note, list[i].office);
		rows[n].whole = strcmp(folded, needle) == 0;
		snprintf(rows[n++].key, sizeof rows[0].key, "%lld", (long long)list[i].id);
	}
	arena_release(&arena);
	return n;
}

static bool
takes_part(const struct strategy *s, const int *slots, int count, int slot)
{
	bool found = slot == s->slot;

	for (int i = 0; i < count && !found; i++)
		found = slots[i] == slot;
	return found;
}

int
strategy_suggest_priority(void *context, const char *typed, struct field_suggestion *rows, int max)
{
	struct app *app = context;
	const struct problem_filter filter = { .slot = NO_SLOT, .kind = PROBLEM_PRIORITY };
	struct strategy s;
	struct problem *list;
	struct arena arena = { 0 };
	struct error ignored = { 0 };
	char needle[160], folded[1200];
	int *slots, slot_count, count = 0, n = 0;

	text_fold(needle, sizeof needle, typed);
	if (strategy_load(app->db, app->last_strategy, &s, &ignored) ||
		strategy_units(app->db, s.id, &arena, &slots, &slot_count, &ignored) ||
		problem_list(app->db, &filter, &arena, &list, &count, &ignored))
		count = 0;
	for (int i = 0; i < count && n < max; i++) {
		if (!takes_part(&s, slots, slot_count, list[i].slot) ||
			!text_match(text_fold(folded, sizeof folded, list[i].text), needle))
			continue;
		text_copy(rows[n].text, sizeof rows[n].text, list[i].text);
		rows[n].text[text_fit(rows[n].text, 126)] = '\0';
		snprintf(rows[n].note, sizeof rows[n].note, "%d", list[i].year);
		rows[n].whole = strcmp(typed, rows[n].text) == 0;
		snprintf(rows[n++].key, sizeof rows[0].key, "%lld", (long long)list[i].id);
	}
	arena_release(&arena);
	return n;
}

/* What was typed is offered first, as a new office, unless it is one. */
int
strategy_suggest_office(void *context, const char *typed, struct field_suggestion *rows, int max)
{
	struct app *app = context;
	const char **list;
	struct arena arena = { 0 };
	struct error ignored = { 0 };
	char needle[128], folded[256];
	int count = 0, n = 0;

	text_fold(needle, sizeof needle, typed);
	if (task_offices(app->db, 0, &arena, &list, &count, &ignored))
		count = 0;
	if (needle[0]) {
		text_copy(rows[n].text, sizeof rows[n].text, typed);
		text_copy(rows[n].note, sizeof rows[n].note, _("as typed"));
		rows[n++].whole = true;
	}
	for (int i = 0; i < count && n < max; i++) {
		if (!text_match(text_fold(folded, sizeof folded, list[i]), needle))
			continue;
		if (strcmp(typed, list[i]) == 0)
			continue;
		text_copy(rows[n++].text, sizeof rows[0].text, list[i]);
	}
	arena_release(&arena);
	return n;
}

int
strategy_goal_put(struct app *app, int64_t strategy, int64_t goal, char *text, size_t text_size,
	char *key, size_t key_size, struct error *err)
{
	struct goal *list;
	struct arena arena = { 0 };
	int count, at, result = 0;

	text[0] = key[0] = '\0';
	if (goal == 0)
		return 0;
	result = goal_tree(app->db, strategy, false, &arena, &list, &count, err);
	at = result ? -1 : goal_index(list, count, goal);
	if (at >= 0) {
		snprintf(text, text_size, "%s  %s", list[at].number, list[at].name);
		text[text_fit(text, 126)] = '\0'; /* as suggestions are */
		snprintf(key, key_size, "%lld", (long long)goal);
	}
	arena_release(&arena);
	return result;
}

int
strategy_line_take(const char *text, const char *key, int field, int64_t *id, struct error *err)
{
	*id = 0;
	if (!text[0])
		return 0;
	if (!key[0])
		return error_field(err, ERROR_INPUT, field,
			_("“%s” is none of this strategy. Choose one from the list under the "
			  "field."),
			text);
	*id = strtoll(key, NULL, 10);
	return 0;
}

void
strategy_line_uid(struct card_form_of *of, const char *uid)
{
	snprintf(of->uid, sizeof of->uid, "%.20s-%lld", uid, (long long)(of->id % 1000000000));
}
