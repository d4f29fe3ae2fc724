/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys the small questionnaire twice in a database that exists: the wave s-26, its batch of forms
 * 101 to 120, first by AN, every fifth by JK. key_forms DATABASE LOGIN [first]: AN only. */
#include "config.h"

#include "forms_fixture.h"

#include "model/database.h"
#include "model/keying/sitting.h"

#include <stdio.h>
#include <string.h>

#define PAPER "sex=female|born=%d|household=3|children=no|services=bus park|district=north|" \
	"street=long|roads=2|distance=1.5|transport=other|transport_other=rower"
#define OTHER "sex=female|born=1971|household=3|children=no|services=park bus|district=north|" \
	"street=long|roads=3|distance=1.50|transport=other"

static int
key(struct forms *f, int64_t number, enum reading_kind kind, const struct keyer *keyer,
	const char *answers)
{
	int differences;

	return forms_key(f, number, kind, keyer, answers, &differences);
}

/* Form 102 and another one 1970, the others five years apart to both sides: on the average 1970. */
static const char *
paper(int i, char *dst, size_t size)
{
	static const int apart[FIXTURE_FORMS] = { 0, 0, 4, -4 };
	int years = i <= 4 ? apart[i - 1] : (i - 3) / 2 * (i % 2 ? 5 : -5);

	snprintf(dst, size, PAPER, 1970 + years);
	return dst;
}

static int
key_all(struct forms *f, bool first_only)
{
	char text[256];

	for (int i = 1; i <= FIXTURE_FORMS; i++)
		if (key(f, 100 + i, READING_FIRST, &f->anna, paper(i, text, sizeof(text))) < 0)
			return -1;
	for (int i = 2; !first_only && i <= FIXTURE_FORMS; i += 5)
		if (key(f, 100 + i, READING_SECOND, &f->jan,
			    i == 2 ? OTHER : paper(i, text, sizeof(text))) < 0)
			return -1;
	return 0;
}

/* Half an hour each, so that speeds can be told. */
static void
sit(struct forms *f, bool first_only)
{
	static const struct {
		int keyer, forms, fields, keys, rejected, corrections;
		const char *mode;
	} sat[] = {
		{ 1, 20, 220, 260, 4, 3, "first" },
		{ 2, 4, 40, 50, 1, 0, "second" },
	};

	for (size_t i = 0; i < (first_only ? 1 : 2); i++)
		forms_sql(f,
			"INSERT INTO sitting (operator_id, declared, wave_id, batch_id, mode, "
			"started_at, ended_at, forms, fields, keys, rejected, corrections) VALUES "
			"(%d, 1, 1, 1, '%s', '2026-01-05T08:00:00Z', '2026-01-05T08:30:00Z', %d, "
			"%d, %d, %d, %d)",
			sat[i].keyer, sat[i].mode, sat[i].forms, sat[i].fields, sat[i].keys,
			sat[i].rejected, sat[i].corrections);
}

int
main(int argc, char **argv)
{
	struct forms f = { .db = NULL };
	struct person person;
	bool first_only = argc > 3 && !strcmp(argv[3], "first");
	int failed;

	if (argc < 3)
		return 2;
	failed = database_open(&f.db, argv[1], DB_EXISTING, NULL, &f.err) < 0 ||
		 person_enter(f.db, argv[2], &person, &f.err) < 0 || forms_fill(&f) < 0 ||
		 route_open(&f.r, &f.q, &f.err) < 0 || key_all(&f, first_only) < 0;
	if (failed) {
		fprintf(stderr, "%s\n", f.err.text);
		return 1;
	}
	sit(&f, first_only);
	forms_close(&f);
	return 0;
}
