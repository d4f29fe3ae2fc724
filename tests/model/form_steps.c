/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests on single forms do again and again; what cannot fail fails the test. */
#include "config.h"

#include "form_steps.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

int
forms_set_up(void **state)
{
	struct forms *f = calloc(1, sizeof(*f));

	if (forms_open(f, NULL) < 0)
		fail_msg("%s", f->err.text);
	*state = f;
	return 0;
}

int
forms_tear_down(void **state)
{
	forms_close(*state);
	free(*state);
	return 0;
}

struct form
forms_form(struct forms *f, int64_t number)
{
	struct form form;

	error_clear(&f->err);
	if (form_by_number(f->db, f->wave, number, &form, &f->err) < 0)
		fail_msg("%s", f->err.text);
	return form;
}

/* As it stands now; the numbers of the fixture's forms begin behind 100. */
struct form *
forms_now(struct forms *f, int64_t id)
{
	struct form *form = arena_new(&f->arena, sizeof(*form));

	*form = forms_form(f, 100 + id);
	return form;
}

int
forms_reading(struct forms *f, int64_t number, enum reading_kind kind, const struct keyer *keyer,
	bool take, struct reading *r)
{
	struct form form = forms_form(f, number);

	return reading_open(f->db, &form, kind, keyer, &f->q, take, r, &f->err);
}

int
forms_put(struct forms *f, const struct reading *r, const char *name, const char *value, const char *at)
{
	struct answer_change change = { .answer = { forms_question(f, name), 1, value, MISSING_NONE, 0 } };

	error_clear(&f->err);
	return reading_put(f->db, r, &f->q, &change, 1,
		(struct place){ *at ? forms_question(f, at) : -1, 1 }, &f->err);
}

const struct answer *
forms_settled(struct forms *f, int64_t number, const char *name)
{
	struct answers *a = arena_new(&f->arena, sizeof(*a));

	a->arena = &f->arena;
	error_clear(&f->err);
	if (form_answers(f->db, forms_form(f, number).id, &f->q, a, &f->err) < 0)
		fail_msg("%s", f->err.text);
	return answers_find(a, forms_question(f, name), 1);
}
