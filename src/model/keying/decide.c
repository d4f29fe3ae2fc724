/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settling a difference by what a person typed: allowed only when the question allows the value. */
#include "config.h"

#include "model/keying/difference.h"

#include "base/i18n.h"

#include <string.h>

struct deciding {
	struct arena arena;
	struct questionnaire plain, q;
	struct route *route;
	struct answers answers;
};

static int
load(struct db *db, int64_t wave, const struct difference *d, struct deciding *x, struct error *err)
{
	struct form form;

	if (form_by_number(db, wave, d->number, &form, err) < 0 ||
		questionnaire_load_version(db, form.version, &x->arena, &x->plain, err) < 0)
		return -1;
	questionnaire_keyed(&x->plain, &x->arena, &x->q);
	return form_answers(db, form.id, &x->q, &x->answers, err);
}

/* The reason that a choice stands for: a printed exit, such as "hard to say". */
static enum missing
exit_of(struct deciding *x, int question, const char *value)
{
	const struct question *q = &x->q.questions[question];
	int *list, count;

	if (!question_has_choices(q))
		return MISSING_NONE;
	count = choice_list(&x->q, q->list, &x->arena, &list);
	for (int i = 0; i < count; i++)
		if (!strcmp(x->q.choices[list[i]].name, value))
			return x->q.choices[list[i]].missing;
	return MISSING_NONE;
}

/* A value is checked as in keying and brings the reason of a printed exit; a reason alone needs no
 * check. */
static int
check(struct deciding *x, const struct difference *d, const char *value, enum missing *missing,
	struct error *err)
{
	int question = question_by_id(&x->q, d->question);
	enum missing own;

	if (*missing && (!value || !value[0]))
		return 0;
	if (question < 0)
		return 0; /* difference_settle says so */
	own = value ? exit_of(x, question, value) : MISSING_NONE;
	if (!value || !value[0] || (*missing && *missing != own))
		return error_set(err, ERROR_INPUT,
			_("Say what the paper says: a value, or why there is none."));
	*missing = own;
	if (route_open(&x->route, &x->q, err) < 0)
		return -1;
	return route_legal(x->route, &x->answers, (struct place){ question, d->occurrence }, value,
		err);
}

int
difference_decide(struct db *db, int64_t wave, const struct difference *d,
	const struct keyer *keyer, const char *outcome, const char *value, enum missing missing,
	enum settled_by by, struct error *err)
{
	struct deciding x = { .route = NULL };
	bool typed = !strcmp(outcome, "third") || !strcmp(outcome, "ambiguous");
	int result;

	x.answers.arena = &x.arena;
	result = load(db, wave, d, &x, err) < 0 || (typed && check(&x, d, value, &missing, err) < 0)
			 ? -1
			 : difference_settle(db, d, keyer, outcome, value, missing, by, &x.q, err);
	route_close(x.route);
	arena_release(&x.arena);
	return result;
}
