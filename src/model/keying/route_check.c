/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of a place and of the whole form, and what a finished form must hold. */
#include "config.h"

#include "base/i18n.h"
#include "model/keying/route_parts.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *
check_kind_name(enum check_kind kind)
{
	static const char *const names[CHECK_KINDS] = { "hard", "soft", "required", "route" };

	return names[kind];
}

enum { ALL_KINDS = ((1 << CHECK_KINDS) - 1) * ANSWER_CONFIRMED };

bool
check_confirmed(unsigned marks, enum check_kind kind)
{
	if (!(marks & ANSWER_AS_ON_PAPER))
		return false;
	return !(marks & ALL_KINDS) || (marks & (unsigned)ANSWER_CONFIRMED << kind);
}

unsigned
check_confirm(unsigned marks, enum check_kind kind, bool so_on_paper)
{
	unsigned bit = (unsigned)ANSWER_CONFIRMED << kind;

	if ((marks & ANSWER_AS_ON_PAPER) && !(marks & ALL_KINDS))
		marks |= ALL_KINDS;
	marks = so_on_paper ? marks | bit : marks & ~bit;
	return marks & ALL_KINDS ? marks | ANSWER_AS_ON_PAPER
				 : marks & ~(unsigned)ANSWER_AS_ON_PAPER;
}

struct checking {
	struct route *r;
	const struct answers *a;
	int language;
	struct arena *arena;
	struct failed_check *list;
	int count;
	size_t room;
};

static void
fail(struct checking *c, struct place at, enum check_kind kind, const char *text)
{
	c->list = arena_grow(c->arena, c->list, (size_t)c->count, &c->room, sizeof(*c->list));
	c->list[c->count++] = (struct failed_check){ at, kind, arena_string(c->arena, text) };
}

static void fail_with(struct checking *c, struct place at, enum check_kind kind,
	const struct texts *message, const char *fmt, ...) __attribute__((format(printf, 5, 6)));

/* The questionnaire's own message, else the sentence. */
static void
fail_with(struct checking *c, struct place at, enum check_kind kind, const struct texts *message,
	const char *fmt, ...)
{
	const char *own = message ? questionnaire_text(c->r->q, message, c->language) : "";
	char text[256];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	fail(c, at, kind, own[0] ? own : text);
}

static bool
has_value(const struct answer *x)
{
	return x && x->value[0] && x->missing != MISSING_OFF_ROUTE;
}

/* A rule that cannot be evaluated is told once, with its own sentence. */
static bool
holds(struct checking *c, struct place at, enum rule which, bool *told)
{
	struct error why = { .code = ERROR_NONE };
	const struct memo *m = route_rule(c->r, c->a, at.question, at.occurrence, which, &why);

	*told = m->failed;
	if (m->failed)
		fail(c, at, which == RULE_SOFT ? CHECK_SOFT : CHECK_HARD, why.text);
	return m->truth;
}

static void
check_value(struct checking *c, struct place at, const struct answer *x)
{
	const struct question *q = &c->r->q->questions[at.question];
	struct error why = { .code = ERROR_NONE };
	bool told;

	if (route_legal(c->r, c->a, at, x->value, &why) < 0)
		fail(c, at, CHECK_HARD, why.text);
	if (!holds(c, at, RULE_HARD, &told) && !told)
		fail_with(c, at, CHECK_HARD, &q->hard_message,
			_("The answer to question %s breaks its rule."),
			route_number(c->r, at.question));
	if (!holds(c, at, RULE_SOFT, &told) && !told)
		fail_with(c, at, CHECK_SOFT, &q->soft_message,
			_("The answer to question %s is unlikely."),
			route_number(c->r, at.question));
}

static void
check_missing(struct checking *c, struct place at, const struct answer *x)
{
	const struct question *q = &c->r->q->questions[at.question];
	bool told;

	if (x && (x->marks & ANSWER_PASSED_OVER))
		return;
	if (x && x->missing != MISSING_NONE && x->missing != MISSING_NO_ANSWER &&
		x->missing != MISSING_OFF_ROUTE)
		return;
	if (holds(c, at, RULE_REQUIRED, &told))
		fail_with(c, at, CHECK_REQUIRED, &q->required_message,
			_("Question %s needs an answer."), route_number(c->r, at.question));
}

static void
check_place(struct checking *c, struct place at)
{
	const struct answer *x = answers_find(c->a, at.question, at.occurrence);
	bool told, relevant = route_leads(c->r, c->a, at.question, at.occurrence);

	if (relevant && c->r->nodes[at.question].rules[RULE_RELEVANT].expression)
		holds(c, at, RULE_RELEVANT, &told);
	if (relevant && has_value(x))
		check_value(c, at, x);
	else if (relevant)
		check_missing(c, at, x);
	else if (has_value(x))
		fail_with(c, at, CHECK_ROUTE, NULL,
			_("Question %s is answered, but the answers before lead past it."),
			route_number(c->r, at.question));
}

static int
finish(const struct checking *c, struct failed_check **list, int *count)
{
	*list = c->list;
	*count = c->count;
	return 0;
}

int
route_check_place(struct route *r, const struct answers *a, struct place at, int language,
	struct arena *arena, struct failed_check **list, int *count, struct error *err)
{
	struct checking c = { .r = r, .a = a, .language = language, .arena = arena };
	const struct answer *x = answers_find(a, at.question, at.occurrence);

	(void)err;
	r->call++;
	if (has_value(x))
		check_value(&c, at, x);
	return finish(&c, list, count);
}

/* Every place of the paper in order: those of the routes and those that are answered. */
static void
each_place(struct route *r, const struct answers *a, void (*act)(void *context, struct place at),
	void *context)
{
	int i = 0;

	while (i < r->q->question_count) {
		int end = i + 1, most = 1;

		if (r->q->questions[i].type == QUESTION_REPEAT) {
			int answered = route_answered_passes(r, a, i),
			    passes = route_passes(r, a, i);

			end = r->nodes[i].end;
			most = answered > passes ? answered : passes;
			most = most > 1 ? most : 1;
		}
		for (int occurrence = 1; occurrence <= most; occurrence++)
			for (int k = i; k < end; k++)
				if (r->nodes[k].asked)
					act(context, (struct place){ k, occurrence });
		i = end;
	}
}

static void
check_each(void *context, struct place at)
{
	check_place(context, at);
}

int
route_check(struct route *r, const struct answers *a, int language, struct arena *arena,
	struct failed_check **list, int *count, struct error *err)
{
	struct checking c = { .r = r, .a = a, .language = language, .arena = arena };

	(void)err;
	r->call++;
	each_place(r, a, check_each, &c);
	return finish(&c, list, count);
}

/* ---- completing ---- */

struct completing {
	struct route *r;
	const struct answers *before; /* the routes go by these */
	struct answers *a;
	bool settle;
};

static void
complete_off_route(struct completing *c, struct place at, const struct answer *x)
{
	if (has_value(x) && !c->settle)
		answers_put(c->a, at.question, at.occurrence, x->value, x->missing,
			x->marks | ANSWER_OFF_ROUTE);
	else
		answers_put(c->a, at.question, at.occurrence, "", MISSING_OFF_ROUTE, 0);
}

static void
complete_on_route(struct completing *c, struct place at, const struct answer *x)
{
	unsigned marks = x ? x->marks & ~(unsigned)ANSWER_OFF_ROUTE : 0;
	enum missing missing = x ? x->missing : MISSING_NO_ANSWER;

	if (missing == MISSING_OFF_ROUTE || (missing == MISSING_NONE && !x->value[0]))
		missing = MISSING_NO_ANSWER;
	if (!x || missing != x->missing || marks != x->marks)
		answers_put(c->a, at.question, at.occurrence, x ? x->value : "", missing, marks);
}

static void
complete_place(void *context, struct place at)
{
	struct completing *c = context;
	const struct answer *x = answers_find(c->before, at.question, at.occurrence);

	if (route_leads(c->r, c->before, at.question, at.occurrence))
		complete_on_route(c, at, x);
	else
		complete_off_route(c, at, x);
}

static void
complete_calculation(struct completing *c, int question, int occurrence)
{
	const char *text = route_seen(c->r, c->before, question, occurrence);
	bool leads = route_leads(c->r, c->before, question, occurrence);

	if (text[0])
		answers_put(c->a, question, occurrence, text, MISSING_NONE, 0);
	else
		answers_put(c->a, question, occurrence, "",
			leads ? MISSING_NO_ANSWER : MISSING_OFF_ROUTE, 0);
}

int
route_complete(struct route *r, struct answers *a, bool settle, struct error *err)
{
	struct answers before = *a;
	struct completing c = { r, &before, a, settle };

	(void)err;
	/* The routes are those of the form as it was keyed, whatever is written meanwhile. */
	before.list = arena_array(a->arena, (size_t)a->count + 1, sizeof(*before.list));
	if (a->count)
		memcpy(before.list, a->list, (size_t)a->count * sizeof(*before.list));
	r->call++;
	each_place(r, &before, complete_place, &c);
	for (int i = 0; i < r->calculation_count; i++) {
		int question = r->calculations[i], repeat = r->nodes[question].repeat;
		int passes = repeat >= 0 ? route_passes(r, &before, repeat) : 1;

		for (int occurrence = 1; occurrence <= passes; occurrence++)
			complete_calculation(&c, question, occurrence);
	}
	return 0;
}
