/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiling a questionnaire, and walking through it forwards and backwards. */
#include "config.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "model/keying/route_parts.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ---- compiling ---- */

static const char *const rule_columns[RULES] = { "relevant", "required", "constraint",
	"soft_constraint", "calculation", "choice_filter", "repeat_count" };

static const char *
rule_text(const struct question *q, enum rule rule)
{
	const char *const texts[RULES] = { q->relevant, q->required, q->hard_check, q->soft_check,
		q->calculation, q->choice_filter, q->repeat_count };

	return texts[rule] ? texts[rule] : "";
}

/* The words that spreadsheets hold in place of true() and false(). */
static bool
is_word(const char *text, bool *truth)
{
	static const char *const yes[] = { "yes", "true", "true()" };
	static const char *const no[] = { "no", "false", "false()" };

	for (size_t i = 0; i < sizeof(yes) / sizeof(yes[0]); i++) {
		if (strcasecmp(text, yes[i]) && strcasecmp(text, no[i]))
			continue;
		*truth = strcasecmp(text, yes[i]) == 0;
		return true;
	}
	return false;
}

static int
find_needs(struct route *r, struct rule_of *rule)
{
	const char *const *names = expression_names(rule->expression, &rule->need_count);

	rule->needs = arena_array(&r->arena, (size_t)rule->need_count + 1, sizeof(*rule->needs));
	for (int i = 0; i < rule->need_count; i++)
		rule->needs[i] = route_question(r, names[i]);
	rule->own = expression_uses_own(rule->expression);
	rule->clock = expression_uses_clock(rule->expression);
	return 0;
}

static int
compile_rule(struct route *r, int question, enum rule which, struct error *err)
{
	const struct question *q = &r->q->questions[question];
	struct rule_of *rule = &r->nodes[question].rules[which];
	const char *text = rule_text(q, which);
	struct error why = { .code = ERROR_NONE };
	enum expression_use use = which == RULE_FILTER ? EXPRESSION_FILTER : EXPRESSION_RULE;

	rule->constant = which == RULE_RELEVANT || which == RULE_HARD || which == RULE_SOFT;
	text += strspn(text, " \t\r\n");
	if (!*text || (which <= RULE_SOFT && is_word(text, &rule->constant)))
		return 0;
	if (expression_compile(&rule->expression, text, use, &why) < 0)
		return error_at(err, why.code, q->line, 0, _("Question %s, column %s: %s"), q->name,
			rule_columns[which], why.text);
	return find_needs(r, rule);
}

static int
compile_question(struct route *r, int question, struct error *err)
{
	for (int rule = 0; rule < RULES; rule++) {
		/* The calculation of what is asked would only overwrite the paper. */
		if (rule == RULE_CALCULATION &&
			r->q->questions[question].type != QUESTION_CALCULATE)
			continue;
		if (compile_rule(r, question, (enum rule)rule, err) < 0)
			return -1;
	}
	return 0;
}

static const struct questionnaire *sorted_questionnaire;

static int
by_name(const void *a, const void *b)
{
	const struct question *list = sorted_questionnaire->questions;

	return strcmp(list[*(const int *)a].name, list[*(const int *)b].name);
}

/* What the form itself fills in is no question to a keyer. */
static bool
is_asked(const struct question *q)
{
	bool fixed = false;

	return question_asked(q) && !(q->read_only && is_word(q->read_only, &fixed) && fixed);
}

static int
other_of(const struct route *r, int question)
{
	const struct question *q = &r->q->questions[question];
	size_t length = strlen(q->name);
	char name[128];
	int found;

	if (length <= 6 || length - 6 >= sizeof(name) || strcmp(q->name + length - 6, "_other") ||
		(q->relevant && q->relevant[0]))
		return -1;
	memcpy(name, q->name, length - 6);
	name[length - 6] = '\0';
	found = route_question(r, name);
	return found >= 0 && r->q->questions[found].or_other ? found : -1;
}

/* Ends of groups and the repeat around each question. */
static int
find_frame(struct route *r, struct error *err)
{
	for (int i = 0; i < r->q->question_count; i++) {
		const struct question *q = &r->q->questions[i];
		struct node *n = &r->nodes[i];

		n->end = i + 1;
		n->repeat = -1;
		for (int p = q->parent; p >= 0; p = r->q->questions[p].parent) {
			r->nodes[p].end = i + 1;
			if (r->q->questions[p].type == QUESTION_REPEAT && n->repeat < 0)
				n->repeat = p;
		}
		if (q->type == QUESTION_REPEAT && n->repeat >= 0)
			return error_at(err, ERROR_INPUT, q->line, 0,
				_("The repeat %s stands inside the repeat %s. Paper has no room "
				  "for that; take one of them out."),
				q->name, r->q->questions[n->repeat].name);
		n->asked = is_asked(q);
		n->other_of = other_of(r, i);
	}
	return 0;
}

/* Depth first; state 1 = on the way, 2 = done. A circle is left where it closes. */
static void
order_calculation(struct route *r, int question, char *state)
{
	const struct rule_of *rule = &r->nodes[question].rules[RULE_CALCULATION];

	if (state[question])
		return;
	state[question] = 1;
	for (int i = 0; i < rule->need_count; i++)
		if (rule->needs[i] >= 0)
			order_calculation(r, rule->needs[i], state);
	state[question] = 2;
	if (r->q->questions[question].type == QUESTION_CALCULATE)
		r->calculations[r->calculation_count++] = question;
}

int
route_open(struct route **out, const struct questionnaire *q, struct error *err)
{
	struct route *r = memory_new(sizeof(*r));
	size_t count = (size_t)q->question_count + 1;
	char *state;

	*out = NULL;
	r->q = q;
	r->nodes = arena_array(&r->arena, count, sizeof(*r->nodes));
	r->by_name = arena_array(&r->arena, count, sizeof(*r->by_name));
	r->calculations = arena_array(&r->arena, count, sizeof(*r->calculations));
	state = arena_array(&r->arena, count, 1);
	for (int i = 0; i < q->question_count; i++)
		r->by_name[i] = i;
	sorted_questionnaire = q;
	qsort(r->by_name, (size_t)q->question_count, sizeof(*r->by_name), by_name);
	if (find_frame(r, err) < 0) {
		route_close(r);
		return -1;
	}
	for (int i = 0; i < q->question_count; i++)
		if (compile_question(r, i, err) < 0) {
			route_close(r);
			return -1;
		}
	for (int i = 0; i < q->question_count; i++)
		order_calculation(r, i, state);
	*out = r;
	return 0;
}

void
route_close(struct route *r)
{
	if (!r)
		return;
	for (int i = 0; i < r->q->question_count; i++)
		for (int rule = 0; rule < RULES; rule++) {
			struct rule_of *of = &r->nodes[i].rules[rule];

			expression_free(of->expression);
			for (size_t m = 0; m < of->memo_room; m++)
				free(of->memos[m].text);
			free(of->memos);
		}
	arena_release(&r->arena);
	free(r);
}

/* ---- walking ---- */

struct walk {
	struct route *r;
	const struct answers *a;
	bool enforced;
	int i, repeat, occurrence;
};

static bool
answered_behind(const struct route *r, const struct answers *a, int repeat)
{
	for (int i = a->count - 1; i >= 0 && a->list[i].question >= r->nodes[repeat].end; i--)
		if (a->list[i].missing != MISSING_OFF_ROUTE && r->nodes[a->list[i].question].asked)
			return true;
	return false;
}

/* Passes that the walk goes through. An open repeat offers one pass more, until what follows it
 * is answered: that is how its end shows when the form is opened again. */
static int
passes(struct walk *w, int repeat, bool forward)
{
	bool counted = w->r->nodes[repeat].rules[RULE_COUNT].expression != NULL;
	int count = route_passes(w->r, w->a, repeat);
	int answered = route_answered_passes(w->r, w->a, repeat);

	if (w->enforced && !route_leads(w->r, w->a, repeat, 1))
		return 0;
	if (!w->enforced && count < answered)
		count = answered;
	if (!w->enforced && count < 1)
		count = 1;
	if (!counted && forward && answered == count && count < ROUTE_OCCURRENCES &&
		!answered_behind(w->r, w->a, repeat))
		count++;
	return count;
}

static bool
stops(struct walk *w)
{
	return w->r->nodes[w->i].asked &&
	       (!w->enforced || route_leads(w->r, w->a, w->i, w->occurrence));
}

static void
enter_repeat(struct walk *w)
{
	if (passes(w, w->i, true) > 0) {
		w->repeat = w->i++;
		w->occurrence = 1;
	} else {
		w->i = w->r->nodes[w->i].end;
	}
}

static struct place
forward(struct walk *w)
{
	const struct questionnaire *q = w->r->q;

	for (;;) {
		if (w->repeat >= 0 && w->i >= w->r->nodes[w->repeat].end) {
			if (w->occurrence < passes(w, w->repeat, true)) {
				w->occurrence++;
				w->i = w->repeat + 1;
				continue;
			}
			w->repeat = -1;
			w->occurrence = 1;
		}
		if (w->i >= q->question_count)
			return (struct place){ -1, 1 };
		if (q->questions[w->i].type == QUESTION_REPEAT)
			enter_repeat(w);
		else if (q->questions[w->i].type == QUESTION_GROUP && w->enforced &&
			 !route_leads(w->r, w->a, w->i, w->occurrence))
			w->i = w->r->nodes[w->i].end;
		else if (stops(w))
			return (struct place){ w->i, w->occurrence };
		else
			w->i++;
	}
}

/* Steps into a repeat from behind, or over it. */
static void
enter_backwards(struct walk *w, int repeat)
{
	int count = passes(w, repeat, false);

	if (count > 0) {
		w->repeat = repeat;
		w->occurrence = count;
	} else {
		w->i = repeat - 1;
	}
}

/* question -1 = there is none before. */
static struct place
backward(struct walk *w)
{
	while (w->i >= 0) {
		if (w->repeat >= 0 && w->i <= w->repeat) {
			if (w->occurrence > 1) {
				w->occurrence--;
				w->i = w->r->nodes[w->repeat].end - 1;
				continue;
			}
			w->i = w->repeat - 1;
			w->repeat = -1;
			continue;
		}
		if (w->repeat < 0 && w->r->nodes[w->i].repeat >= 0) {
			enter_backwards(w, w->r->nodes[w->i].repeat);
			continue;
		}
		if (stops(w))
			return (struct place){ w->i, w->occurrence };
		w->i--;
	}
	return (struct place){ -1, 1 };
}

static struct walk
start(struct route *r, const struct answers *a, struct place at, bool enforced)
{
	struct walk w = { r, a, enforced, at.question, -1, 1 };

	r->call++;
	if (at.question >= 0 && at.question < r->q->question_count)
		w.repeat = r->nodes[at.question].repeat;
	if (w.repeat >= 0)
		w.occurrence = at.occurrence > 0 ? at.occurrence : 1;
	return w;
}

int
route_next(struct route *r, const struct answers *a, struct place from, bool enforced,
	struct place *next, struct error *err)
{
	struct walk w = start(r, a, from, enforced);

	(void)err;
	*next = from.question < 0 ? (struct place){ -1, 1 } : forward(&w);
	return 0;
}

int
route_after(struct route *r, const struct answers *a, struct place at, bool enforced,
	struct place *next, struct error *err)
{
	struct walk w = start(r, a, at, enforced);

	(void)err;
	w.i++;
	*next = at.question < 0 ? (struct place){ -1, 1 } : forward(&w);
	return 0;
}

int
route_end_repeat(struct route *r, const struct answers *a, struct place at, bool enforced,
	struct place *next, struct error *err)
{
	struct walk w = start(r, a, at, enforced);

	if (w.repeat < 0)
		return route_after(r, a, at, enforced, next, err);
	w.i = r->nodes[w.repeat].end;
	w.repeat = -1;
	w.occurrence = 1;
	*next = forward(&w);
	return 0;
}

int
route_previous(struct route *r, const struct answers *a, struct place from, bool enforced,
	struct place *previous, struct error *err)
{
	struct walk w = start(r, a, from, enforced);

	(void)err;
	w.i = from.question < 0 ? r->q->question_count - 1 : from.question - 1;
	*previous = backward(&w);
	if (previous->question < 0)
		*previous = from;
	return 0;
}

int
route_relevant(struct route *r, const struct answers *a, struct place at, bool *relevant,
	struct error *err)
{
	(void)err;
	r->call++;
	*relevant = route_leads(r, a, at.question, at.occurrence);
	return 0;
}

int
route_occurrences(
	struct route *r, const struct answers *a, int repeat, int *count, struct error *err)
{
	(void)err;
	r->call++;
	*count = route_passes(r, a, repeat);
	return 0;
}
