/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that nothing tells from new forms: no number, no uid of their own. A file that this program
 * gave out and that comes back into the same wave is such a one, so what the wave holds is
 * compared answer by answer. */
#include "config.h"

#include "exchange/answers_parts.h"

#include "base/i18n.h"
#include "model/surveys/form_import.h"

#include <stdint.h>
#include <string.h>

static bool
is_in_file(const struct answers_file *f, const struct answer *x)
{
	for (int i = 0; i < f->target_count; i++)
		if (f->targets[i].question == x->question &&
			f->targets[i].occurrence == x->occurrence)
			return f->q.questions[x->question].type != QUESTION_CALCULATE;
	return false;
}

bool
answers_any(const struct answers_file *f, const struct answers *a)
{
	for (int i = 0; i < a->count; i++)
		if (is_in_file(f, &a->list[i]) && a->list[i].value[0])
			return true;
	return false;
}

static uint64_t
mix(uint64_t hash, const void *data, size_t length)
{
	const unsigned char *bytes = data;

	for (size_t i = 0; i < length; i++)
		hash = (hash ^ bytes[i]) * 0x100000001b3u;
	return hash;
}

/* FNV-1a of each answer to what the file asks, summed. */
static uint64_t
content_of(const struct answers_file *f, const struct answers *a)
{
	uint64_t sum = 0;

	for (int i = 0; i < a->count; i++) {
		const struct answer *x = &a->list[i];
		uint64_t hash = 0xcbf29ce484222325u;

		if (!is_in_file(f, x))
			continue;
		hash = mix(hash, &x->question, sizeof(x->question));
		hash = mix(hash, &x->occurrence, sizeof(x->occurrence));
		hash = mix(hash, &x->missing, sizeof(x->missing));
		sum += mix(hash, x->value, strlen(x->value));
	}
	return sum;
}

static int
load_there(struct answers_judging *j, struct error *err)
{
	struct answers_numbering *n = &j->numbering;
	struct arena arena = { 0 };
	int result = 0;

	n->there_read = true;
	for (int i = 0; i < n->known_count && result == 0; i++) {
		struct answers there = { .arena = &arena };
		uint64_t content;

		if (!n->known[i].keyed)
			continue;
		result = form_answers(j->job->db, n->known[i].id, &j->f->q, &there, err);
		content = content_of(j->f, &there);
		byteset_add(&n->there, &content, sizeof(content));
		arena_clear(&arena);
		n->keyed++;
		if (result == 0 && i % 256 == 0 &&
			progress_step(j->f->progress, (double)i / n->known_count,
				_("Looking at what the wave holds")))
			result = error_set(err, ERROR_CANCEL, _("Stopped."));
	}
	arena_release(&arena);
	return result;
}

int
answers_again(struct answers_judging *j, int row, const struct answers *a, struct error *err)
{
	struct answers_file *f = j->f;
	struct answers_numbering *n = &j->numbering;
	uint64_t content;

	if (f->rows[row].state != ROW_NEW || f->rows[row].number || n->known_count == 0 ||
		(f->uid_column >= 0 && answers_cell_text(f, row, f->uid_column)[0]))
		return 0;
	if (!n->there_read && load_there(j, err) < 0)
		return -1;
	f->unnumbered++;
	if (!answers_any(f, a)) /* what says nothing repeats nothing */
		return 0;
	content = content_of(f, a);
	f->again += byteset_find(&n->there, &content, sizeof(content)) >= 0;
	return 0;
}

void
answers_say_again(const struct answers_judging *j)
{
	const struct answers_numbering *n = &j->numbering;
	const struct answers_file *f = j->f;
	struct import_job *job = j->job;
	bool goes_on = false; /* a longer file of the same online form: its rows are known */

	for (int i = 0; i < f->row_count; i++)
		goes_on |= f->rows[i].state == ROW_SAME;
	if (!f->unnumbered || !n->keyed || (goes_on && !f->again))
		return;
	if (f->number_column < 0)
		import_remark(job, REMARK_WARNING, 0,
			P_("The wave holds %ld form already; the file has no form numbers, so all "
			   "its rows come as new forms.",
				"The wave holds %ld forms already; the file has no form numbers, "
				"so all its rows come as new forms.",
				(unsigned long)n->keyed),
			n->keyed);
	else
		import_remark(job, REMARK_WARNING, 0,
			P_("The wave holds %ld form already; rows without a form number come as "
			   "new forms.",
				"The wave holds %ld forms already; rows without a form number "
				"come as new forms.",
				(unsigned long)n->keyed),
			n->keyed);
	if (f->again)
		import_remark(job, REMARK_WARNING, 0,
			P_("%ld row says in every answer what a form of the wave says. If these "
			   "are the same people, do not take the file over.",
				"%ld rows say in every answer what forms of the wave say. If these "
				"are the same people, do not take the file over.",
				(unsigned long)f->again),
			f->again);
}
