/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group of four members with people whose names are parts, and its meetings. */
#ifndef TESTS_MODEL_MEETING_FIXTURE_H
#define TESTS_MODEL_MEETING_FIXTURE_H

#include "values_fixture.h"

#include "model/meetings/agenda.h"
#include "model/meetings/meeting.h"
#include "model/meetings/participant.h"

struct meeting_fixture {
	struct db *db;
	struct arena arena;
	struct error err;
	int slots[4];  /* members: Bolesławiec, Gromadka, Nowogrodziec, Wałbrzych */
	int64_t group; /* GWD-1: from 2026-01-01 to 2027-12-31; Gromadka left on 2026-09-30 */
};

void meeting_fixture_start(struct meeting_fixture *f);
void meeting_fixture_end(struct meeting_fixture *f);
void meeting_fixture_sql(struct meeting_fixture *f, const char *sql);
int64_t meeting_fixture_number(struct meeting_fixture *f, const char *sql);
/* A first meeting on 2026-01-30 from 10 to 15, stage 1, host the first member. */
struct meeting meeting_fixture_meeting(struct meeting_fixture *f);

#endif
