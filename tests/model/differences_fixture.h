/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms keyed twice: what the tests of differences, decisions and quality share. */
#ifndef TESTS_MODEL_DIFFERENCES_FIXTURE_H
#define TESTS_MODEL_DIFFERENCES_FIXTURE_H

#include "forms_fixture.h"

#define PAPER "sex=female|born=1970|household=3|children=no|services=bus park|district=north|" \
	"street=long|roads=2|distance=1.5|transport=other|transport_other=rower"
#define OTHER "sex=female|born=1971|household=3|children=no|services=park bus|district=north|" \
	"street=long|roads=3|distance=1.50|transport=other"

/* A fault of the check of the database, told among the comments of the test. */
void twice_tell(void *context, const char *sentence);
int twice_open(void **state);
int twice_close(void **state);
struct form twice_form(struct forms *f, int64_t number);
void twice_key(struct forms *f, int64_t number, enum reading_kind kind, const struct keyer *keyer,
	const char *answers, int wanted);
struct difference *twice_list(struct forms *f, bool open_only, int wanted);
const char *twice_settled(struct forms *f, int64_t number, const char *name);
int twice_settle(struct forms *f, struct difference *d, const struct keyer *keyer, const char *outcome,
	const char *value, enum settled_by by);

#endif
