/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What questions see of each other, and rules evaluated no oftener than their answers change. */
#include "config.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "model/keying/route_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

int
route_question(const struct route *r, const char *name)
{
	int from = 0, to = r->q->question_count - 1;

	while (from <= to) {
		int middle = from + (to - from) / 2;
		int order = strcmp(name, r->q->questions[r->by_name[middle]].name);

		if (order == 0)
			return r->by_name[middle];
		if (order < 0)
			to = middle - 1;
		else
			from = middle + 1;
	}
	return -1;
}

const char *
route_seen(struct route *r, const struct answers *a, int question, int occurrence)
{
	const struct answer *x;

	if (r->q->questions[question].type == QUESTION_CALCULATE) {
		struct memo *m = route_rule(r, a, question, occurrence, RULE_CALCULATION, NULL);

		return m && m->text && route_leads(r, a, question, occurrence) ? m->text : "";
	}
	x = answers_find(a, question, occurrence);
	return x && x->value[0] && route_leads(r, a, question, occurrence) ? x->value : "";
}

/* ---- the memory of a rule ---- */

static uint64_t
mix(uint64_t hash, const char *text)
{
	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * 0x100000001b3u;
	return (hash ^ 0xff) * 0x100000001b3u;
}

/* Occurrences of the need that a rule at (question, occurrence) sees: its own pass inside the
 * same repeat, all passes from outside. */
static void
seen_passes(struct route *r, const struct answers *a, int question, int occurrence, int need,
	int *first, int *count)
{
	int repeat = r->nodes[need].repeat;

	if (r->q->questions[need].type == QUESTION_REPEAT) {
		*first = 1;
		*count = route_leads(r, a, need, 1) ? route_passes(r, a, need) : 0;
	} else if (repeat < 0) {
		*first = *count = 1;
	} else if (repeat == r->nodes[question].repeat) {
		*first = occurrence;
		*count = 1;
	} else {
		*first = 1;
		*count = route_leads(r, a, repeat, 1) ? route_passes(r, a, repeat) : 0;
	}
}

static uint64_t
hash_needs(struct route *r, const struct answers *a, int question, int occurrence,
	const struct rule_of *rule, const char *own)
{
	uint64_t hash = mix(0xcbf29ce484222325u, rule->own ? own : "");

	for (int i = 0; i < rule->need_count; i++) {
		int first, count;

		if (rule->needs[i] < 0)
			continue;
		seen_passes(r, a, question, occurrence, rule->needs[i], &first, &count);
		hash = (hash ^ (uint64_t)count) * 0x100000001b3u;
		for (int k = 0; k < count; k++)
			hash = mix(hash, route_seen(r, a, rule->needs[i], first + k));
	}
	return hash;
}

static struct memo *
memo_at(struct rule_of *rule, int occurrence)
{
	size_t need = (size_t)occurrence, before = rule->memo_room;

	if (need > before) {
		rule->memos =
			memory_grow(rule->memos, &rule->memo_room, need, sizeof(*rule->memos));
		memset(&rule->memos[before], 0, (rule->memo_room - before) * sizeof(*rule->memos));
	}
	return &rule->memos[need - 1];
}

/* ---- the scope of an evaluation ---- */

struct seeing {
	struct route *r;
	const struct answers *a;
	int question, occurrence, choice;
	struct arena arena; /* of lists of passes */
};

static int
see_question(void *context, const char *name, struct expression_values *out)
{
	struct seeing *s = context;
	int need = route_question(s->r, name), first, count;
	const char **texts;

	*out = (struct expression_values){ .count = 0 };
	if (need < 0)
		return -1;
	seen_passes(s->r, s->a, s->question, s->occurrence, need, &first, &count);
	out->count = count;
	if (count == 1) {
		out->text = route_seen(s->r, s->a, need, first);
		return 0;
	}
	texts = arena_array(&s->arena, (size_t)count + 1, sizeof(*texts));
	for (int i = 0; i < count; i++)
		texts[i] = route_seen(s->r, s->a, need, first + i);
	out->texts = texts;
	return 0;
}

static int
see_column(void *context, const char *name, struct expression_values *out)
{
	struct seeing *s = context;
	const struct choice *c = &s->r->q->choices[s->choice];

	*out = (struct expression_values){ .text = "", .count = 1 };
	if (!strcmp(name, "name"))
		out->text = c->name;
	else if (!strcmp(name, "list_name"))
		out->text = c->list;
	else if (!strcmp(name, "label"))
		out->text = questionnaire_text(s->r->q, &c->label, s->r->q->language);
	else
		for (int i = 0; i < c->extra_count; i++)
			if (!strcmp(c->extras[i].column, name))
				out->text = c->extras[i].text;
	return 0;
}

static int
see_label(void *context, const char *question, const char *choice, const char **out)
{
	struct seeing *s = context;
	const struct questionnaire *q = s->r->q;
	int i = route_question(s->r, question);

	*out = "";
	if (i < 0)
		return -1;
	for (int c = 0; c < q->choice_count; c++)
		if (!strcmp(q->choices[c].list, q->questions[i].list) &&
			!strcmp(q->choices[c].name, choice))
			*out = questionnaire_text(q, &q->choices[c].label, q->language);
	return 0;
}

static struct expression_scope
scope_of(struct seeing *s, const char *own)
{
	return (struct expression_scope){ .context = s,
		.values = see_question,
		.column = see_column,
		.label = see_label,
		.own = own,
		.position = s->r->nodes[s->question].repeat >= 0 ? s->occurrence : 0 };
}

static int
evaluate(struct seeing *s, enum rule which, const char *own, struct memo *out, struct error *err)
{
	struct expression *e = s->r->nodes[s->question].rules[which].expression;
	struct expression_scope scope = scope_of(s, own);

	if (which == RULE_CALCULATION)
		return expression_text(e, &scope, &out->text, err);
	if (which == RULE_COUNT)
		return expression_number(e, &scope, &out->number, err);
	return expression_boolean(e, &scope, &out->truth, err);
}

/* What stands when a rule cannot be evaluated: the question is asked, nothing is computed. */
static void
fall_back(struct memo *m, enum rule which)
{
	m->failed = true;
	m->truth = which == RULE_RELEVANT || which == RULE_HARD || which == RULE_SOFT;
	m->number = 0;
	m->text = NULL;
}

static const char *
own_value(const struct answers *a, int question, int occurrence)
{
	const struct answer *x = answers_find(a, question, occurrence);

	return x ? x->value : "";
}

struct memo *
route_rule(struct route *r, const struct answers *a, int question, int occurrence, enum rule which,
	struct error *err)
{
	struct rule_of *rule = &r->nodes[question].rules[which];
	struct seeing s = { .r = r, .a = a, .question = question, .occurrence = occurrence };
	struct memo *m = memo_at(rule, occurrence), result = { .known = true };
	const char *own;
	uint64_t hash;

	if (!rule->expression) {
		m->truth = rule->constant;
		return m;
	}
	if (m->busy || (m->call == r->call && m->known && !m->failed))
		return m;
	m->busy = true;
	own = own_value(a, question, occurrence);
	hash = hash_needs(r, a, question, occurrence, rule, own);
	m = memo_at(rule, occurrence); /* may have moved */
	if (!m->known || m->hash != hash || rule->clock || m->failed) {
		if (evaluate(&s, which, own, &result, err) < 0)
			fall_back(&result, which);
		arena_release(&s.arena);
		m = memo_at(rule, occurrence);
		free(m->text);
		*m = result;
		m->hash = hash;
	}
	m->busy = false;
	m->call = r->call;
	return m;
}

bool
route_lets_through(
	struct route *r, const struct answers *a, int question, int occurrence, int choice)
{
	struct seeing s = {
		.r = r, .a = a, .question = question, .occurrence = occurrence, .choice = choice
	};
	struct memo result = { .known = true };

	if (!r->nodes[question].rules[RULE_FILTER].expression ||
		(r->q->questions[question].or_other &&
			!strcmp(r->q->choices[choice].name, "other")))
		return true;
	if (evaluate(&s, RULE_FILTER, own_value(a, question, occurrence), &result, NULL) < 0)
		result.truth = true;
	arena_release(&s.arena);
	return result.truth;
}

/* ---- routes and repeats ---- */

bool
route_leads(struct route *r, const struct answers *a, int question, int occurrence)
{
	const struct node *n = &r->nodes[question];
	int parent = r->q->questions[question].parent;

	if (parent >= 0 && !route_leads(r, a, parent, parent == n->repeat ? 1 : occurrence))
		return false;
	if (n->repeat >= 0 && parent == n->repeat &&
		r->nodes[parent].rules[RULE_COUNT].expression &&
		occurrence > route_passes(r, a, parent))
		return false;
	if (n->other_of >= 0)
		return route_value_has(route_seen(r, a, n->other_of, occurrence), "other");
	return route_rule(r, a, question, occurrence, RULE_RELEVANT, NULL)->truth;
}

int
route_answered_passes(const struct route *r, const struct answers *a, int repeat)
{
	int most = 0;

	for (int i = 0; i < a->count; i++) {
		const struct answer *x = &a->list[i];

		if (x->question > repeat && x->question < r->nodes[repeat].end &&
			x->missing != MISSING_OFF_ROUTE && x->occurrence > most &&
			r->nodes[x->question].asked)
			most = x->occurrence;
	}
	return most < ROUTE_OCCURRENCES ? most : ROUTE_OCCURRENCES;
}

int
route_passes(struct route *r, const struct answers *a, int repeat)
{
	int answered;
	double number;

	if (!r->nodes[repeat].rules[RULE_COUNT].expression) {
		answered = route_answered_passes(r, a, repeat);
		return answered > 0 ? answered : 1;
	}
	number = route_rule(r, a, repeat, 1, RULE_COUNT, NULL)->number;
	if (isnan(number) || number < 1)
		return 0;
	return number < ROUTE_OCCURRENCES ? (int)number : ROUTE_OCCURRENCES;
}
