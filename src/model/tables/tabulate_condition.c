/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which conditions ask after persons: those that part what is hidden, and those that part groups
 * which all who name the same questions have in common. */
#include "config.h"

#include "model/tables/tabulate_condition.h"

#include "base/expression.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "model/results/answer_column_parts.h"
#include "model/tables/tabulate_crossing.h"

#include <stdlib.h>
#include <string.h>

/* ---- hidden answers ---- */

/* Whether the form gave an answer that the distribution hides. */
static bool
gave_hidden(const struct tally *t, const struct tally_hidden *hidden, size_t form)
{
	const struct answer_column *c = t->column;
	int answer;

	if (c->missing[form])
		answer = t->reason_answer[c->missing[form]];
	else if (c->kind == COLUMN_CHOICE)
		answer = t->choice_answer[c->choice[form]];
	else
		answer = tally_number_place(t, c->value[form]);
	return answer >= 0 && hidden->answers[answer];
}

/* Of the answers to one question that are hidden a condition must take all or none: their sum is
 * known, and how many fulfil the condition is printed, so a part of them would give the others. */
static int
parts_hidden(const struct condition *c, const struct tally *t, const struct tally_hidden *hidden,
	struct error *err)
{
	bool in = false, out = false;

	for (size_t form = 0; form < t->column->count; form++)
		if (gave_hidden(t, hidden, form))
			*(c->selected[form] ? &in : &out) = true;
	if (!in || !out)
		return 0;
	return error_set(err, ERROR_DENIED,
		_("The condition %s takes only a part of those answers to “%s” that are hidden, "
		  "and the others could be computed from it. Let it hold for all of them or for "
		  "none."),
		c->where, t->column->name);
}

/* The forms that would be selected if all, or none, had ticked the choice. */
static int
select_with(const struct condition *c, struct answer_column *column, int choice, bool ticked,
	const unsigned char **selected, struct error *err)
{
	size_t words = (size_t)column->words, at = (size_t)choice / 64, count;
	const uint64_t *kept = column->marks;
	uint64_t *marks = arena_array(c->w->arena, column->count * words + 1, sizeof(*marks));
	uint64_t bit = UINT64_C(1) << choice % 64;
	int result;

	memcpy(marks, kept, column->count * words * sizeof(*marks));
	for (size_t row = 0; row < column->count; row++)
		if (ticked)
			marks[row * words + at] |= bit;
		else
			marks[row * words + at] &= ~bit;
	column->marks = marks;
	result = wave_filter(c->w, c->where, selected, &count, err);
	column->marks = kept;
	return result;
}

/* Sums of marks say nothing of each of them, so no part of a hidden one may be counted at all. */
static int
depends_on_hidden(const struct condition *c, const struct tally *t,
	const struct tally_hidden *hidden, struct error *err)
{
	struct column_book *b = c->w->book;
	struct answer_column *column = b->asked[column_asked_by_name(b, t->column->name)].column;

	for (int k = 0; k < column->choice_count; k++) {
		if (t->choice_answer[k] < 0 || !hidden->answers[t->choice_answer[k]])
			continue;
		for (int ticked = 0; ticked < 2; ticked++) {
			const unsigned char *other;

			if (select_with(c, column, k, ticked, &other, err) < 0)
				return -1;
			if (memcmp(other, c->selected, c->w->forms) != 0)
				return error_set(err, ERROR_DENIED,
					_("The condition %s depends on an answer to “%s” that is "
					  "hidden. Ask for shown ones."),
					c->where, column->name);
		}
	}
	return 0;
}

static int
judge(const struct condition *c, const char *name, struct error *err)
{
	const struct tabulation asked = { .question = name, .threshold = c->threshold };
	struct tally_hidden hidden;
	struct tally t;
	int result;

	if (tally_count(c->w, &asked, &t, err) < 0)
		return -1;
	tally_hide(&t, &hidden);
	result = t.column->kind == COLUMN_CHOICES ? depends_on_hidden(c, &t, &hidden, err)
						  : parts_hidden(c, &t, &hidden, err);
	tally_release(&t);
	return result;
}

/* Whether its answers stand as rows of its distribution. */
static int
find_listed(const struct condition *c, const char *name, bool *listed, struct error *err)
{
	const struct tabulation asked = { .question = name, .threshold = c->threshold };
	const struct answer_column *column;
	struct tally t;

	*listed = false;
	if (wave_column(c->w, name, &column, err) < 0)
		return -1;
	if (column->form || column->kind == COLUMN_RANKS)
		return 0;
	if (tally_count(c->w, &asked, &t, err) < 0)
		return -1;
	*listed = column->kind == COLUMN_CHOICE || column->kind == COLUMN_CHOICES ||
		  (!t.dropped && t.number_count <= TABULATION_POINTS);
	tally_release(&t);
	return 0;
}

/* ---- groups ---- */

static const char *
names_of(const struct condition *c, int mask)
{
	const char *text = "";

	for (int i = 0; i < c->x->count; i++) {
		const char *name = c->x->list[i].column->name;

		if (!(mask >> i & 1) ||
			(i > 0 && mask >> (i - 1) & 1 && name == c->x->list[i - 1].column->name))
			continue;
		text = *text ? arena_format(c->w->arena, _("%s, “%s”"), text, name)
			     : arena_format(c->w->arena, _("“%s”"), name);
	}
	return text;
}

static bool
parts_pool(const struct condition *c, const struct crossing *by)
{
	bool in = false, out = false;

	for (size_t form = 0; form < c->w->forms; form++)
		if (by->state[by->cell[form]] == CELL_POOLED)
			*(c->selected[form] ? &in : &out) = true;
	return in && out;
}

static const char *
pooled_labels(const struct condition *c, int dimension)
{
	const struct crossing *by = &c->x->by[1 << dimension];
	const struct dimension *d = &c->x->list[dimension];
	const char *text = "";

	for (uint32_t code = 0; code <= d->count; code++)
		for (uint32_t cell = 0; cell < by->cells; cell++) {
			const char *label = _("no answer");

			if (by->state[cell] != CELL_POOLED || d->code[by->like[cell]] != code)
				continue;
			if (code > 0)
				label = d->column->choices[code - 1].label;
			text = *text ? arena_format(c->w->arena, _("%s, “%s”"), text, label)
				     : arena_format(c->w->arena, _("“%s”"), label);
		}
	return text;
}

/* Named are the fewest questions whose groups it parts. */
static int
parts_few(const struct condition *c, struct error *err)
{
	int found = (1 << c->x->count) - 1;

	for (int mask = found; mask > 0; mask--)
		if (__builtin_popcount((unsigned)mask) <= __builtin_popcount((unsigned)found) &&
			parts_pool(c, &c->x->by[mask]))
			found = mask;
	for (int d = 0; d < c->x->count; d++)
		if (found == 1 << d && c->x->list[d].column->kind == COLUMN_CHOICE &&
			!c->x->list[d].column->form)
			return error_set(err, ERROR_DENIED,
				_("Few gave some of the answers to “%s”, so the condition %s must "
				  "take all of these or none: %s. Else what those few answered "
				  "could be computed."),
				c->x->list[d].column->name, c->where, pooled_labels(c, d));
	return error_set(err, ERROR_DENIED,
		_("The answers to %s make groups of fewer than %d, and the condition %s "
		  "parts them: what those few answered could be computed. Name fewer questions, or "
		  "put their answers into wider classes."),
		names_of(c, found), (int)c->x->group, c->where);
}

static int
takes_blank(const struct condition *c, uint32_t cell, struct error *err)
{
	uint32_t form = c->x->by[(1 << c->x->count) - 1].like[cell];
	int d = 0;

	while (d < c->x->count - 1 && (!c->x->list[d].blanks || c->x->list[d].code[form]))
		d++;
	return error_set(err, ERROR_DENIED,
		_("The condition %s also takes the few who left “%s” blank, and what they answered "
		  "could be computed. Ask for answers that were given (${%s} = '…'), not for "
		  "all but some."),
		c->where, c->x->list[d].column->name, c->x->list[d].column->name);
}

struct parted { /* of each cell, how many fulfil the condition and how many do not */
	size_t *in, *out;
};

static struct parted
part(const struct condition *c, const struct crossing *by)
{
	struct parted p = { memory_array(by->cells, sizeof(*p.in)),
		memory_array(by->cells, sizeof(*p.out)) };

	for (size_t form = 0; form < c->w->forms; form++)
		++(c->selected[form] ? p.in : p.out)[by->cell[form]];
	return p;
}

static int
takes_whole_cells(const struct condition *c, struct error *err)
{
	const struct crossing *all = &c->x->by[(1 << c->x->count) - 1];
	struct parted p = part(c, all);
	int result = 0;

	for (uint32_t cell = 0; cell < all->cells && result == 0; cell++) {
		if (p.in[cell] > 0 && all->state[cell] == CELL_BLANK)
			result = takes_blank(c, cell, err);
		if (result < 0 || p.in[cell] == 0 || p.out[cell] == 0)
			continue;
		for (int d = 0; d < c->x->count && result == 0; d++)
			if (condition_cuts(c, cell, d))
				result = condition_too_fine(c, d,
					all->class[d][c->x->list[d].code[all->like[cell]]], err);
		if (result == 0 && c->x->count == 1 && c->x->list[0].number)
			result = condition_too_fine(
				c, 0, all->class[0][c->x->list[0].code[all->like[cell]]], err);
		if (result == 0)
			result = parts_few(c, err);
	}
	free(p.in);
	free(p.out);
	return result < 0 || !parts_pool(c, all) ? result : parts_few(c, err);
}

static bool
few(const struct condition *c, size_t people)
{
	return people > 0 && people < c->x->group;
}

/* A condition on fewer questions that is fulfilled by all whom this one takes and by few more, or
 * by none but few of whom this one takes. */
static bool
is_near(const struct condition *c, const struct crossing *by)
{
	struct parted p = part(c, by);
	size_t pool_in = 0, pool_out = 0, more = 0, beyond = 0;
	bool within = true;

	for (uint32_t cell = 0; cell < by->cells; cell++) {
		if (by->state[cell] == CELL_POOLED) {
			pool_in += p.in[cell];
			pool_out += p.out[cell];
			continue;
		}
		if (by->state[cell] == CELL_BLANK && p.in[cell] > 0)
			within = false;
		if (p.in[cell] > 0)
			more += p.out[cell];
		if (p.out[cell] > 0 || by->state[cell] == CELL_BLANK)
			beyond += p.in[cell];
	}
	if (pool_in > 0)
		more += pool_out;
	if (pool_out > 0)
		beyond += pool_in;
	free(p.in);
	free(p.out);
	return (within && few(c, more)) || few(c, beyond);
}

static int
keeps_groups(const struct condition *c, struct error *err)
{
	crossing_make(c->x);
	if (takes_whole_cells(c, err) < 0 || condition_at_limits(c, err) < 0)
		return -1;
	for (int mask = 1; mask < (1 << c->x->count) - 1; mask++)
		if (is_near(c, &c->x->by[mask]))
			return error_set(err, ERROR_DENIED,
				_("Beside conditions that name only %s, the condition %s tells of "
				  "fewer than %d: what they answered could be computed from the "
				  "difference. Name fewer questions."),
				names_of(c, mask), c->where, (int)c->x->group);
	return 0;
}

/* ---- what tables are beside its own ---- */

static bool
takes_whole(const struct condition *c, const struct crossing *by)
{
	struct parted p = part(c, by);
	bool whole = true;

	for (uint32_t cell = 0; whole && cell < by->cells; cell++)
		whole = p.in[cell] == 0 || p.out[cell] == 0;
	free(p.in);
	free(p.out);
	return whole;
}

static bool
has_heads(const struct dimension *d)
{
	return !d->column->form && (d->column->kind == COLUMN_CHOICE || d->mark >= 0);
}

/* What is pooled is one group, and so are the few who left something blank. */
static void
lay_groups(const struct condition *c, const struct crossing *by, struct parting *out)
{
	uint32_t *group = arena_array(c->w->arena, c->w->forms + 1, sizeof(*group));
	uint32_t *of_cell = memory_array(by->cells + 1, sizeof(*of_cell));
	uint32_t of_state[] = { 0, 0, 0 }; /* + 1; 0 = none yet */

	for (uint32_t cell = 0; cell < by->cells; cell++) {
		unsigned char state = by->state[cell];

		if (state == CELL_GROUP || of_state[state] == 0)
			of_state[state] = ++out->groups;
		of_cell[cell] = of_state[state] - 1;
	}
	for (size_t form = 0; form < c->w->forms; form++)
		group[form] = of_cell[by->cell[form]];
	free(of_cell);
	out->group = group;
}

static void
list_partings(const struct condition *c, struct partings *out)
{
	out->list = arena_array(c->w->arena, (size_t)1 << c->x->count, sizeof(*out->list));
	for (int mask = 1; mask < 1 << c->x->count; mask++) {
		struct parting *p = &out->list[out->count];

		if (!takes_whole(c, &c->x->by[mask]))
			continue;
		for (int d = 0; d < c->x->count; d++)
			if (mask == 1 << d && has_heads(&c->x->list[d]))
				*p = (struct parting){ .by = c->x->list[d].column->name,
					.mark = c->x->list[d].mark };
		if (!p->by)
			lay_groups(c, &c->x->by[mask], p);
		out->count++;
	}
}

/* Of the paper, or groups would depend on which is named first. */
static const char **
names_in_order(const struct condition *c, const struct expression *e, int *count)
{
	const char *const *names = expression_names(e, count);
	const char **list = arena_array(&c->x->arena, (size_t)*count + 1, sizeof(*list));
	const struct column_book *b = c->w->book;

	for (int i = 0; i < *count; i++) {
		int at = i;

		for (; at > 0 &&
			column_asked_by_name(b, list[at - 1]) > column_asked_by_name(b, names[i]);
			at--)
			list[at] = list[at - 1];
		list[at] = names[i];
	}
	return list;
}

int
tally_condition_allowed(struct wave_columns *w, const char *where, int threshold,
	const unsigned char *selected, struct partings *partings, struct error *err)
{
	struct crossings x = { .w = w, .group = (size_t)tally_condition_group(w) };
	struct condition c = { w, where, threshold, selected, &x };
	struct expression *expression;
	int name_count, result = 0;
	const char **names;

	if (expression_compile(&expression, where, EXPRESSION_RULE, err) < 0)
		return -1;
	names = names_in_order(&c, expression, &name_count);
	for (int i = 0; i < name_count && result == 0; i++) {
		bool listed = false;

		result = crossing_add(&x, where, names[i], err);
		if (result == 0 && threshold > 0)
			result = find_listed(&c, names[i], &listed, err);
		if (result == 0 && listed)
			result = judge(&c, names[i], err);
	}
	if (result == 0)
		result = keeps_groups(&c, err);
	if (result == 0)
		list_partings(&c, partings);
	expression_free(expression);
	arena_release(&x.arena);
	return result;
}

int
tally_condition_group(const struct wave_columns *w)
{
	int threshold = tabulation_threshold(w, 0);

	return threshold > TABULATION_GROUP ? threshold : TABULATION_GROUP;
}
