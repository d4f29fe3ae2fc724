/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of answers: compared form by form with what the wave holds, written whole or not at all. */
#include "config.h"

#include "exchange/answers_parts.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "model/surveys/form_parts.h"

#include <stdlib.h>
#include <string.h>

enum { STEP = 256 /* rows between two looks at Esc */ };

/* ---- the wave ---- */

static int
load_wave(struct answers_file *f, struct import_job *job, struct error *err)
{
	struct questionnaire plain;

	if (!job->options.wave)
		return error_set(err, ERROR_INPUT, _("Answers belong to a wave; say which one."));
	if (wave_by_code(job->db, job->options.wave, &f->wave, err) < 0)
		return -1;
	if (f->wave.closed_at[0])
		return error_set(err, ERROR_INPUT,
			_("The wave %s is closed and takes no answers. Open it again first."),
			f->wave.code);
	if (f->wave.erased_at[0])
		return error_set(err, ERROR_INPUT,
			_("The personal data of the wave %s have been erased; it takes no answers "
			  "any more."),
			f->wave.code);
	if (f->route)
		return 0;
	if (questionnaire_load_version(job->db, f->wave.version, &f->arena, &plain, err) < 0)
		return -1;
	questionnaire_keyed(&plain, &f->arena, &f->q);
	return route_open(&f->route, &f->q, err);
}

/* ---- comparing ---- */

static void
count_rows(struct answers_file *f, struct import_job *job, int64_t highest)
{
	struct import_counts *c = &job->preview.counts;

	*c = (struct import_counts){ .rows = f->row_count };
	for (int i = 0; i < f->row_count; i++) {
		struct answers_entry *e = &f->rows[i];

		if (e->state == ROW_NEW && !e->number)
			e->number = ++highest;
		c->new_values += e->state == ROW_NEW;
		c->same += e->state == ROW_SAME;
		c->changed += e->state == ROW_DIFFERS;
		c->skipped += e->state == ROW_BAD;
	}
}

static void
say_columns(struct answers_file *f, struct import_job *job)
{
	int left = 0;

	for (int i = 0; i < f->column_count; i++) {
		const struct answers_column *c = &f->columns[i];

		left += c->role == ANSWERS_LEFT_OUT;
		if (c->role == ANSWERS_UNKNOWN)
			import_remark(job, REMARK_WARNING, 1,
				_("The column “%.80s” is no question of the questionnaire. Say "
				  "which "
				  "one it is, or leave it out."),
				c->heading);
	}
	if (left)
		import_remark(job, REMARK_NOTE, 0,
			P_("%d column is left out.", "%d columns are left out.",
				(unsigned long)left),
			left);
}

static void
say_checks(struct answers_file *f, struct import_job *job)
{
	if (f->soft)
		import_remark(job, REMARK_NOTE, 0,
			P_("%ld answer is unlikely or missing (%s); it is taken as it is.",
				"%ld answers are unlikely or missing (%s); they are taken as "
				"they "
				"are.",
				(unsigned long)f->soft),
			f->soft, f->soft_names);
	if (f->blank)
		import_remark(job, REMARK_WARNING, 0,
			P_("%ld row holds no answer at all; it becomes a form without answers.",
				"%ld rows hold no answers at all; they become forms without "
				"answers.",
				(unsigned long)f->blank),
			f->blank);
	if (f->off_route)
		import_remark(job, REMARK_NOTE, 0,
			P_("%ld answer is off the route; it is kept with the form and counts as "
			   "left out by the route.",
				"%ld answers are off the route; they are kept with their forms and "
				"count as left out by the route.",
				(unsigned long)f->off_route),
			f->off_route);
	if (f->on_paper)
		import_remark(job, REMARK_NOTE, 0,
			P_("%ld paper form breaks a rule of the questionnaire; it is marked so.",
				"%ld paper forms break rules of the questionnaire; they are marked "
				"so.",
				(unsigned long)f->on_paper),
			f->on_paper);
}

static int
judge_rows(struct answers_judging *j, struct error *err)
{
	struct answers_file *f = j->f;

	for (int row = 0; row < f->row_count; row++) {
		if (answers_judge(j, row, err) < 0)
			return -1;
		arena_clear(&j->arena);
		if (row % STEP == 0 && progress_step(f->progress, (double)row / f->row_count,
					       _("Checking answers")))
			return error_set(err, ERROR_CANCEL, _("Stopped."));
	}
	return 0;
}

static void
prepare(struct answers_file *f, struct import_job *job)
{
	arena_release(&f->choosing);
	f->mode = job->options.mode ? answers_mode_word(job->options.mode) : "online";
	f->given = job->options.mappings;
	f->given_count = job->options.mapping_count;
	f->soft_names[0] = '\0';
	f->bad = f->soft = f->off_route = f->on_paper = f->blank = 0;
	f->unnumbered = f->again = 0;
	job->preview.title = arena_format(&job->arena, _("Answers for the wave %s (%s, %d)"),
		f->wave.code, f->wave.survey_name, f->wave.year);
	job->file.source = arena_string(&job->arena, f->wave.code);
}

static int
compare(struct import_job *job, struct error *err)
{
	struct answers_file *f = job->data;
	struct answers_judging j = { .f = f, .job = job };
	int result = -1;

	if (load_wave(f, job, err) < 0)
		return -1;
	prepare(f, job);
	if (!f->mode)
		return answers_refuse_mode(job->options.mode, err);
	if (answer_mapping_list(job->db, f->wave.id, &f->choosing, &f->remembered,
		    &f->remembered_count, err) < 0 ||
		answers_columns(f, job, err) < 0)
		return -1;
	for (int i = 0; i < f->column_count; i++)
		answers_convert(f, &f->columns[i]);
	f->room_size = (size_t)(f->q.question_count + f->target_count) * 2 + 64;
	f->room = arena_array(&f->choosing, f->room_size, FORM_IMPORT_MANY * sizeof(*f->room));
	f->rows = arena_array(&f->choosing, (size_t)f->row_count, sizeof(*f->rows));
	j.language = questionnaire_language(&f->q, i18n_code());
	say_columns(f, job);
	if (answers_start_numbering(f, job, &j.numbering, err) == 0)
		result = judge_rows(&j, err);
	count_rows(f, job, j.numbering.highest);
	answers_say_again(&j);
	arena_release(&j.arena);
	answers_end_numbering(&j.numbering);
	f->progress = NULL;
	say_checks(f, job);
	job->preview.needs_mapping = f->undecided;
	job->preview.bad_rows = (int)f->bad;
	return result;
}

/* ---- writing ---- */

static int
moved(const struct answers_file *f, struct error *err)
{
	return error_set(err, ERROR_CONFLICT,
		_("A colleague has changed the wave %s since the file was looked at. Look at the "
		  "file again."),
		f->wave.code);
}

/* Whether all new forms are still new and the questionnaire is the same. */
static int
still_new(struct answers_file *f, struct import_job *job, struct error *err)
{
	struct answers_numbering n = { .known = NULL };
	struct wave now;
	int result = 0;

	if (wave_load(job->db, f->wave.id, &now, err) < 0)
		return -1;
	if (now.version != f->wave.version || now.closed_at[0] || now.erased_at[0])
		return moved(f, err);
	if (answers_start_numbering(f, job, &n, err) < 0)
		result = -1;
	for (int i = 0; i < f->row_count && result == 0; i++)
		if (f->rows[i].state == ROW_NEW &&
			(answers_known(&n, f->rows[i].number) ||
				byteset_find(&n.uids, f->rows[i].uid, 32) >= 0))
			result = moved(f, err);
	answers_end_numbering(&n);
	return result;
}

/* Forms are written many at once: theirs are the rooms for answers and the arena. */
struct writing {
	struct answers_file *f;
	struct db *db;
	struct form_new forms[FORM_IMPORT_MANY];
	struct answers answers[FORM_IMPORT_MANY];
	int count;
	struct arena arena;
};

/* What on paper breaks a hard check is marked and confirmed, as a keyer does. */
static int
confirm(struct writing *w, struct form_new *form, struct answers *a, struct error *err)
{
	struct failed_check *list;
	int count;

	if (strcmp(form->mode, "paper") != 0)
		return 0;
	if (route_check(w->f->route, a, 0, &w->arena, &list, &count, err) < 0)
		return -1;
	form->confirmed = list;
	for (int i = 0; i < count; i++) {
		struct answer *x = NULL;

		if (list[i].kind != CHECK_HARD)
			continue;
		x = (struct answer *)answers_find(a, list[i].at.question, list[i].at.occurrence);
		if (x)
			x->marks = check_confirm(x->marks, CHECK_HARD, true);
		list[form->confirmed_count++] = list[i];
	}
	form->inconsistent = form->confirmed_count > 0;
	return 0;
}

static int
add_row(struct writing *w, int row, const struct form_new *plain, struct error *err)
{
	struct form_new *form = &w->forms[w->count];
	struct answers *a = &w->answers[w->count];
	struct answers_file *f = w->f;
	int column;

	*form = *plain;
	form->number = f->rows[row].number;
	form->uid = f->rows[row].uid;
	form->mode = answers_mode(f, row);
	*a = (struct answers){ .arena = &w->arena };
	if (answers_compose(f, row, w->count, a, &column, err) < 0 ||
		route_complete(f->route, a, false, err) < 0 || confirm(w, form, a, err) < 0)
		return -1;
	for (int i = 0; i < a->count; i++)
		form->inconsistent |= (a->list[i].marks & ANSWER_OFF_ROUTE) != 0;
	w->count++;
	return 0;
}

static int
flush(struct writing *w, struct error *err)
{
	int result = form_import_add(w->db, w->forms, w->answers, w->count, &w->f->q, err);

	w->count = 0;
	arena_clear(&w->arena);
	return result;
}

static int
write_rows(struct answers_file *f, struct import_job *job, int64_t import,
	const struct progress *progress, struct error *err)
{
	char now[24];
	const struct form_new plain = { .wave = f->wave.id,
		.version = f->wave.version,
		.import = import,
		.now = form_time(now, 0) };
	struct writing w = { .f = f, .db = job->db };
	int result = 0;

	for (int row = 0; row < f->row_count && result == 0; row++) {
		if (f->rows[row].state != ROW_NEW)
			continue;
		result = add_row(&w, row, &plain, err);
		if (result == 0 && w.count == FORM_IMPORT_MANY)
			result = flush(&w, err);
		if (result == 0 && row % STEP == 0 &&
			progress_step(progress, (double)row / f->row_count, _("Writing answers")))
			result = error_set(err, ERROR_CANCEL, _("Stopped."));
	}
	if (result == 0)
		result = flush(&w, err);
	arena_release(&w.arena);
	return result;
}

static bool
concerns(const struct answers_file *f, const struct answer_mapping *m)
{
	if (m->question[0])
		return question_by_name(&f->q, m->question) >= 0;
	for (int i = 0; i < f->column_count; i++)
		if (!strcmp(f->columns[i].heading, m->source))
			return true;
	return false;
}

/* What a person decided is for the next file of the wave too. */
static int
remember(const struct answers_file *f, struct import_job *job, struct error *err)
{
	for (int i = 0; i < f->given_count; i++)
		if (concerns(f, &f->given[i]) &&
			answer_mapping_put(job->db, f->wave.id, &f->given[i], err) < 0)
			return -1;
	return 0;
}

static int
write(struct import_job *job, const struct progress *progress, int64_t *import_id,
	struct error *err)
{
	struct answers_file *f = job->data;

	*import_id = 0;
	if (still_new(f, job, err) < 0)
		return -1;
	if (job->preview.counts.new_values == 0)
		return 0;
	*import_id = import_begin(job->db, &job->file, err);
	if (*import_id < 0 || write_rows(f, job, *import_id, progress, err) < 0 ||
		remember(f, job, err) < 0)
		return -1;
	return import_finish(job->db, *import_id, &job->preview.counts, err);
}

/* ---- the kind ---- */

static int
recognise(const char *head, const char *file_name)
{
	(void)head;
	(void)file_name;
	return 0; /* only who names a wave can say so */
}

static int
read(struct import_job *job, struct input *in, const struct progress *progress, struct error *err)
{
	struct answers_file *f = memory_new(sizeof(*f));

	job->data = f;
	return answers_read(f, job, in, progress, err);
}

static void
release(struct import_job *job)
{
	struct answers_file *f = job->data;

	if (!f)
		return;
	route_close(f->route);
	for (int i = 0; i < f->column_count; i++) {
		byteset_release(&f->columns[i].texts);
		free(f->columns[i].list);
	}
	free(f->columns);
	free(f->cells);
	free(f->lines);
	arena_release(&f->arena);
	arena_release(&f->choosing);
	free(f);
	job->data = NULL;
}

const struct import_ops import_answers = { IMPORT_ANSWERS, "answers", N_("Answers of a survey"),
	recognise, read, compare, write, release };
