/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of second keying share. */
#include "config.h"

#include "differences_fixture.h"

#include "model/check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

int
twice_open(void **state)
{
	struct forms *f = calloc(1, sizeof(*f));

	if (forms_open(f, NULL) < 0)
		fail_msg("%s", f->err.text);
	*state = f;
	return 0;
}

void
twice_tell(void *context, const char *sentence)
{
	(void)context;
	print_message("# %s\n", sentence);
}

/* Whatever a test did, the database is sound afterwards. */
int
twice_close(void **state)
{
	struct forms *f = *state;
	int faults = check_database(f->db, twice_tell, NULL, &f->err);

	forms_close(f);
	free(f);
	return faults > 1 ? -1 : 0; /* the fixture's unit has no name */
}

struct form
twice_form(struct forms *f, int64_t number)
{
	struct form form;

	error_clear(&f->err);
	if (form_by_number(f->db, f->wave, number, &form, &f->err) < 0)
		fail_msg("%s", f->err.text);
	return form;
}

void
twice_key(struct forms *f, int64_t number, enum reading_kind kind, const struct keyer *keyer,
	const char *answers, int wanted)
{
	int differences = 0;

	if (forms_key(f, number, kind, keyer, answers, &differences) < 0)
		fail_msg("%s", f->err.text);
	assert_int_equal(differences, wanted);
}

struct difference *
twice_list(struct forms *f, bool open_only, int wanted)
{
	struct difference *all;
	int count;

	error_clear(&f->err);
	if (difference_list(f->db, f->wave, f->batch, open_only, &f->arena, &all, &count, &f->err) < 0)
		fail_msg("%s", f->err.text);
	assert_int_equal(count, wanted);
	return all;
}

const char *
twice_settled(struct forms *f, int64_t number, const char *name)
{
	struct answers *a = arena_new(&f->arena, sizeof(*a));

	a->arena = &f->arena;
	error_clear(&f->err);
	if (form_answers(f->db, twice_form(f, number).id, &f->q, a, &f->err) < 0)
		fail_msg("%s", f->err.text);
	return answers_find(a, forms_question(f, name), 1)->value;
}

int
twice_settle(struct forms *f, struct difference *d, const struct keyer *keyer, const char *outcome,
	const char *value, enum settled_by by)
{
	error_clear(&f->err);
	return difference_settle(f->db, d, keyer, outcome, value, MISSING_NONE, by, &f->q, &f->err);
}
