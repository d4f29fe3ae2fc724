/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests on single forms do again and again; what cannot fail fails the test. */
#ifndef TESTS_MODEL_FORM_STEPS_H
#define TESTS_MODEL_FORM_STEPS_H

#include "forms_fixture.h"

/* Every test has the fixture for itself. */
int forms_set_up(void **state);
int forms_tear_down(void **state);
/* The form as it stands now; forms_now: by its id, the numbers of the fixture begin behind 100. */
struct form forms_form(struct forms *f, int64_t number);
struct form *forms_now(struct forms *f, int64_t id);
int forms_reading(struct forms *f, int64_t number, enum reading_kind kind,
	const struct keyer *keyer, bool take, struct reading *r);
/* One answer; at: the question that comes next, "" = the end of the form. */
int forms_put(struct forms *f, const struct reading *r, const char *name, const char *value,
	const char *at);
/* What counts of the question. */
const struct answer *forms_settled(struct forms *f, int64_t number, const char *name);

#endif
