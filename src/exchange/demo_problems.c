/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The problems of the demonstration town: what a diagnosis proposed and the expert confirmed, with
 * its figures, ranked by the team's ballot, and the priority that follows. */
#include "config.h"

#include "exchange/demo_parts.h"

#include "base/text.h"
#include "model/diagnosis/finding.h"

#include <stdlib.h>
#include <string.h>

struct problems {
	struct diagnosis question;
	struct diagnosis_result answer;
	int64_t taken[DEMO_VALUES]; /* by their order in the file */
	int count;
	struct ballot ballot;
};

/* ---- row;kind;code;text;number;values ---- */

enum { P_ROW, P_KIND, P_CODE, P_TEXT, P_NUMBER, P_VALUES, P_COLUMNS };

static int
take_diagnosis(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	const struct unit *unit = unit_need(&f->units, fields[P_CODE].text, err);
	struct problems *p = f->more;

	if (!unit)
		return -1;
	p->question = (struct diagnosis){
		.slot = unit->slot, .year = atoi(fields[P_NUMBER].text), .method = STANDARD_Z
	};
	text_copy(p->question.peers, sizeof p->question.peers, fields[P_TEXT].text);
	p->question = diagnosis_settled(&p->question);
	return diagnosis_compute(f->db, &f->units, &p->question, &f->arena, &p->answer, err);
}

static int
take_finding(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	int kind = problem_kind_from_name(fields[P_KIND].text), row = 0;
	struct problems *p = f->more;

	while (row < p->answer.count &&
		strcmp(p->answer.rows[row].indicator->code, fields[P_CODE].text) != 0)
		row++;
	if (kind < 0 || row == p->answer.count || p->count == DEMO_VALUES)
		return demo_damaged(err);
	return finding_take(f->db, &p->question, &p->answer, row, NULL, (enum problem_kind)kind,
		fields[P_TEXT].text, &p->taken[p->count++], err);
}

/* A priority follows from the findings that it counts. */
static int
take_priority(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	int count = atoi(fields[P_NUMBER].text), numbers[DEMO_VALUES];
	struct problems *p = f->more;
	struct problem priority = {
		.slot = p->question.slot, .kind = PROBLEM_PRIORITY, .year = p->question.year
	};
	int64_t from[DEMO_VALUES];

	if (count > DEMO_VALUES || demo_numbers(fields[P_VALUES].text, numbers, count))
		return demo_damaged(err);
	for (int i = 0; i < count; i++) {
		if (numbers[i] < 1 || numbers[i] > p->count)
			return demo_damaged(err);
		from[i] = p->taken[numbers[i] - 1];
	}
	text_copy(priority.text, sizeof priority.text, fields[P_TEXT].text);
	return problem_save(f->db, &priority, err) ||
			       problem_link(f->db, &priority, from, count, err)
		       ? -1
		       : 0;
}

/* Every voter has ten points to distribute. */
static int
take_ballot(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	struct problems *p = f->more;
	struct ballot b = { .slot = p->question.slot,
		.subject = BALLOT_PROBLEMS,
		.method = BALLOT_POINTS,
		.cards = atoi(fields[P_NUMBER].text) };

	text_copy(b.title, sizeof b.title, fields[P_TEXT].text);
	return demo_ballot_open(f, &b, &p->ballot, err);
}

static int
take_card(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	const struct problems *p = f->more;

	return demo_ballot_card(
		f, &p->ballot, atoi(fields[P_NUMBER].text), fields[P_VALUES].text, err);
}

static int
take_row(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	static const struct demo_row rows[] = { { "diagnosis", take_diagnosis },
		{ "finding", take_finding }, { "priority", take_priority },
		{ "ballot", take_ballot }, { "card", take_card }, { NULL, NULL } };

	return demo_take_row(f, rows, fields, err);
}

int
demo_problems_fill(struct demo_filling *f, struct error *err)
{
	struct problems problems = { .count = 0 };

	f->more = &problems;
	return demo_read_file(
		       "problems.csv", (struct demo_file){ f, P_COLUMNS, take_row }, err) ||
			       demo_ballot_close(f, &problems.ballot, err)
		       ? -1
		       : 0;
}
