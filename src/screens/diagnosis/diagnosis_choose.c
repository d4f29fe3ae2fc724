/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing with whom to compare, of which years, and by which tree to fold. */
#include "config.h"

#include "screens/diagnosis/diagnosis_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/indicators/group.h"
#include "screens/frame/picker.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

struct choosing {
	const char *typed; /* folded */
	struct pick *rows;
	int max, count, total;
};

static void
offer(struct choosing *c, const char *text, const char *note, const char *key)
{
	char folded[300], both[280];

	snprintf(both, sizeof both, "%s %s", text, note);
	if (!text_match(text_fold(folded, sizeof folded, both), c->typed))
		return;
	c->total++;
	if (c->count == c->max)
		return;
	c->rows[c->count] = (struct pick){ .number = c->total };
	text_copy(c->rows[c->count].text, sizeof c->rows->text, text);
	text_copy(c->rows[c->count].note, sizeof c->rows->note, note);
	text_copy(c->rows[c->count++].key, sizeof c->rows->key, key);
}

static int
find_peers(struct screens *s, const void *context, const char *typed, struct pick *rows, int max,
	int *total, struct error *err)
{
	struct arena arena = { 0 };
	struct choosing c = { .rows = rows, .max = max };
	struct group *groups;
	char needle[128];
	int count, result;

	(void)context;
	c.typed = text_fold(needle, sizeof needle, typed);
	for (int i = 0; peers_word(i); i++)
		offer(&c, _(peers_word(i)->label), "", peers_word(i)->name);
	result = group_list(app_of(s)->db, &arena, &groups, &count, err);
	for (int i = 0; result == 0 && i < count; i++)
		if (strlen(groups[i].name) < sizeof rows->key)
			offer(&c, groups[i].name, _("comparison group"), groups[i].name);
	arena_release(&arena);
	*total = c.total;
	return result < 0 ? -1 : c.count;
}

void
diagnosis_ask_peers(struct screens *s)
{
	const struct picker_request request = { .title = _("Compare with"),
		.label = _("Peers"),
		.empty = _("No such group."),
		.find = find_peers,
		.hide_key = true,
		.action = DIAGNOSIS_ANSWER_PEERS };

	picker_open(s, &request);
}

static int
find_tree(struct screens *s, const void *context, const char *typed, struct pick *rows, int max,
	int *total, struct error *err)
{
	struct arena arena = { 0 };
	struct choosing c = { .rows = rows, .max = max };
	struct area_tree *trees;
	char needle[128];
	int count, result;

	(void)context;
	c.typed = text_fold(needle, sizeof needle, typed);
	offer(&c, _("all indicators without areas"), "", "");
	result = area_tree_list(app_of(s)->db, &arena, &trees, &count, err);
	for (int i = 0; result == 0 && i < count; i++)
		offer(&c, trees[i].name, trees[i].source, trees[i].code);
	arena_release(&arena);
	*total = c.total;
	return result < 0 ? -1 : c.count;
}

void
diagnosis_ask_tree(struct screens *s)
{
	const struct picker_request request = { .title = _("Tree of areas"),
		.label = _("Tree"),
		.empty = _("No such tree; menu 8 1 reads one from a file."),
		.find = find_tree,
		.action = DIAGNOSIS_ANSWER_TREE };

	picker_open(s, &request);
}

void
diagnosis_ask_years(struct screens *s, const struct diagnosis_view *v)
{
	char text[16];

	snprintf(text, sizeof text, "%d", v->question.years);
	dialog_input(s, _("Over how many years is change counted?"), _("Years (3 to 30)"), text,
		DIAGNOSIS_ANSWER_YEARS);
}

void
diagnosis_ask_year(struct screens *s, const struct diagnosis_view *v)
{
	char text[16];

	snprintf(text, sizeof text, "%d", v->question.year);
	dialog_input(s, _("Year of the diagnosis"), _("Year"), text, DIAGNOSIS_ANSWER_YEAR);
}
