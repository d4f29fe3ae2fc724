/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a row: a new form, one that is there already, or one that cannot be taken. */
#include "config.h"

#include "exchange/answers_parts.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- which form a row is ---- */

int
answers_start_numbering(struct answers_file *f, struct import_job *job, struct answers_numbering *n,
	struct error *err)
{
	if (form_known_list(job->db, f->wave.id, &n->arena, &n->known, &n->known_count, err) < 0)
		return -1;
	for (int i = 0; i < n->known_count; i++)
		byteset_add(&n->uids, n->known[i].uid, 32);
	if (n->known_count)
		n->highest = n->known[n->known_count - 1].number;
	return 0;
}

void
answers_end_numbering(struct answers_numbering *n)
{
	byteset_release(&n->uids);
	byteset_release(&n->seen);
	byteset_release(&n->numbers);
	byteset_release(&n->contents);
	byteset_release(&n->there);
	free(n->times);
	arena_release(&n->arena);
}

const struct form_known *
answers_known(const struct answers_numbering *n, int64_t number)
{
	int from = 0, to = n->known_count - 1;

	while (from <= to) {
		int middle = from + (to - from) / 2;

		if (n->known[middle].number == number)
			return &n->known[middle];
		if (n->known[middle].number < number)
			from = middle + 1;
		else
			to = middle - 1;
	}
	return NULL;
}

static void
finish_uid(struct sha256 *sum, char uid[33])
{
	char hex[SHA256_HEX];

	sha256_finish(sum, hex);
	text_copy(uid, 33, hex);
}

/* The same row gets the same uid whenever it is read, so that a longer file of the same form
 * brings only what is new: from the tool's own uid, else from all its cells and how many equal
 * rows stand above. */
static void
make_uid(const struct answers_file *f, int row, struct answers_numbering *n, char uid[33])
{
	struct sha256 *sum = sha256_new();
	const char *own = f->uid_column < 0 ? "" : answers_cell_text(f, row, f->uid_column);
	int content, before = n->contents.count;

	sha256_update(sum, f->wave.uid, strlen(f->wave.uid));
	if (own[0]) {
		sha256_update(sum, own, strlen(own));
		finish_uid(sum, uid);
		return;
	}
	for (int i = 0; i < f->column_count; i++) {
		const char *text = answers_cell_text(f, row, i);

		sha256_update(sum, text, strlen(text) + 1);
	}
	finish_uid(sum, uid);
	content = byteset_add(&n->contents, uid, 32);
	n->times = memory_grow(n->times, &n->room, (size_t)content + 1, sizeof(*n->times));
	n->times[content] = content == before ? 1 : n->times[content] + 1;
	if (n->times[content] == 1)
		return;
	sum = sha256_new();
	sha256_update(sum, uid, 32);
	sha256_update(sum, &n->times[content], sizeof(n->times[content]));
	finish_uid(sum, uid);
}

/* The tool's own uid twice in one file is one answer copied. */
static int
take_uid(const struct answers_file *f, int row, struct answers_numbering *n, struct error *err)
{
	struct answers_entry *e = &f->rows[row];
	int before = n->seen.count;

	make_uid(f, row, n, e->uid);
	if (byteset_add(&n->seen, e->uid, 32) == before)
		return 0;
	return error_set(err, ERROR_INPUT,
		_("“%.60s” stands in the file already, further up: it is the same answer."),
		answers_cell_text(f, row, f->uid_column));
}

static int
take_number(const struct answers_file *f, int row, struct answers_numbering *n, struct error *err)
{
	const char *text = answers_cell_text(f, row, f->number_column);
	struct answers_entry *e = &f->rows[row];
	int before = n->numbers.count;
	long number;

	if (!text[0])
		return 0;
	if (number_parse_whole(text, 1, 999999999, &number))
		return error_set(err, ERROR_INPUT,
			_("“%.40s” is no form number; expected: a whole number from 1."), text);
	e->number = number;
	if (number > n->highest)
		n->highest = number;
	if (byteset_add(&n->numbers, &e->number, sizeof(e->number)) < before)
		return error_set(err, ERROR_INPUT,
			_("The form number %ld stands in the file already, further up."), number);
	return 0;
}

/* ---- one row ---- */

static void
refuse_row(struct answers_judging *j, int row, int column, const char *why)
{
	struct answers_file *f = j->f;

	f->rows[row].state = ROW_BAD;
	f->bad++;
	if (column >= 0)
		import_remark(j->job, REMARK_SKIPPED, f->lines[row], _("Column “%.80s”: %s"),
			f->columns[column].heading, why);
	else
		import_remark(j->job, REMARK_SKIPPED, f->lines[row], "%s", why);
}

/* The same answers, whatever was marked beside them; what is computed may hang on today. */
static bool
same_answers(const struct questionnaire *q, const struct answers *a, const struct answers *b)
{
	int count[2] = { 0, 0 };

	for (int i = 0; i < b->count; i++)
		count[1] += q->questions[b->list[i].question].type != QUESTION_CALCULATE;
	for (int i = 0; i < a->count; i++) {
		const struct answer *x = &a->list[i], *y;

		if (q->questions[x->question].type == QUESTION_CALCULATE)
			continue;
		y = answers_find(b, x->question, x->occurrence);
		if (!y || strcmp(x->value, y->value) != 0 || x->missing != y->missing)
			return false;
		count[0]++;
	}
	return count[0] == count[1];
}

static int
judge_known(struct answers_judging *j, int row, const struct form_known *known,
	const struct answers *a, struct error *err)
{
	struct answers_entry *e = &j->f->rows[row];
	struct answers there = { .arena = &j->arena };

	e->number = known->number;
	if (!known->keyed) {
		char why[160];

		snprintf(why, sizeof(why),
			_("Form %lld was received on paper and is not keyed yet; a file does not "
			  "fill it."),
			(long long)known->number);
		refuse_row(j, row, j->f->number_column, why);
		return 0;
	}
	if (form_answers(j->job->db, known->id, &j->f->q, &there, err) < 0)
		return -1;
	e->state = same_answers(&j->f->q, a, &there) ? ROW_SAME : ROW_DIFFERS;
	if (e->state == ROW_DIFFERS)
		import_remark(j->job, REMARK_NOTE, j->f->lines[row],
			_("Form %lld is in the wave already with other answers; it stays as it "
			  "is."),
			(long long)known->number);
	return 0;
}

enum { NAMED = 3 }; /* unlikely answers: where to look */

static void
add_soft(struct answers_judging *j, int row, const char *name)
{
	struct answers_file *f = j->f;
	size_t used = strlen(f->soft_names);

	if (f->soft++ == NAMED)
		snprintf(f->soft_names + used, sizeof(f->soft_names) - used, "…");
	else if (f->soft <= NAMED)
		snprintf(f->soft_names + used, sizeof(f->soft_names) - used,
			used ? _("; line %ld: %.60s") : _("line %ld: %.60s"), f->lines[row], name);
}

/* Hard checks refuse what came from the net; paper may break them, and that is recorded. */
static int
judge_checks(
	struct answers_judging *j, int row, const struct answers *a, bool paper, struct error *err)
{
	struct failed_check *list;
	int count, on_paper = 0;

	if (route_check(j->f->route, a, j->language, &j->arena, &list, &count, err) < 0)
		return -1;
	for (int i = 0; i < count; i++) {
		char why[640];
		const char *name = j->f->q.questions[list[i].at.question].name;
		const struct answer *x =
			answers_find(a, list[i].at.question, list[i].at.occurrence);

		if (list[i].kind == CHECK_ROUTE) {
			j->f->off_route++;
		} else if (list[i].kind != CHECK_HARD) {
			add_soft(j, row, name);
		} else if (paper) {
			on_paper++;
		} else {
			snprintf(why, sizeof(why), _("%s: found “%.60s”. %s"), name,
				x ? x->value : "", list[i].text);
			refuse_row(j, row, -1, why);
			return 0;
		}
	}
	j->f->on_paper += on_paper > 0;
	return 0;
}

int
answers_judge(struct answers_judging *j, int row, struct error *err)
{
	struct answers_file *f = j->f;
	struct error why = { .code = ERROR_NONE };
	struct answers_entry *e = &f->rows[row];
	struct answers a = { .arena = &j->arena };
	const char *mode = answers_mode(f, row);
	const struct form_known *known = NULL;
	int column = -1, at;

	*e = (struct answers_entry){ .line = f->lines[row], .state = ROW_NEW };
	if (f->number_column >= 0 && take_number(f, row, &j->numbering, &why) < 0)
		column = f->number_column;
	if (take_uid(f, row, &j->numbering, &why) < 0 && column < 0)
		column = f->uid_column;
	if (!mode && why.code == ERROR_NONE) {
		column = f->mode_column;
		answers_refuse_mode(answers_cell_text(f, row, column), &why);
	}
	if (why.code == ERROR_NONE)
		answers_compose(f, row, 0, &a, &column, &why);
	if (why.code != ERROR_NONE) {
		refuse_row(j, row, column, why.text);
		return 0;
	}
	if (route_complete(f->route, &a, false, err) < 0)
		return -1;
	if (e->number)
		known = answers_known(&j->numbering, e->number);
	at = known ? -1 : byteset_find(&j->numbering.uids, e->uid, 32);
	if (at >= 0)
		known = &j->numbering.known[at];
	if (known)
		return judge_known(j, row, known, &a, err);
	if (judge_checks(j, row, &a, !strcmp(mode, "paper"), err) < 0)
		return -1;
	f->blank += e->state == ROW_NEW && !answers_any(f, &a);
	return answers_again(j, row, &a, err);
}
