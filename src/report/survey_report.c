/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of a whole wave: its chapters with results. */
#include "config.h"

#include "report/survey_report_parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/results/condition_words.h"
#include "report/result_parts.h"
#include "report/result_services.h"

#include <string.h>

struct tabulation
reporting_of(const struct reporting *r, const char *question, const char *by)
{
	return (struct tabulation){ .question = question,
		.by = by,
		.where = r->request->where,
		.weighted = r->request->weighted,
		.threshold = r->request->threshold };
}

/* ---- title ---- */

static void
title(struct reporting *r)
{
	const struct wave *w = r->wave;
	struct arena *arena = r->arena;
	const struct questionnaire *q = r->columns.q;
	char today[32], name[512];

	document_start(r->d, arena,
		arena_format(arena, _("Results of the survey “%s”"),
			text_quotable(name, sizeof name, w->survey_name)));
	r->d->contents = true;
	document_fact(r->d, _("Unit"), r->request->unit);
	document_fact(r->d, _("Year"), arena_format(arena, "%d", w->year));
	document_fact(r->d, _("Wave"),
		*w->name ? arena_format(arena, "%s, %s", w->code, w->name) : w->code);
	document_fact(r->d, _("Questionnaire"),
		arena_format(arena, _("%s (%s, version %d)"),
			questionnaire_text(q, &q->title, r->columns.language),
			w->questionnaire_code, w->version_number));
	document_fact(r->d, _("Data controller"), w->controller);
	if (r->request->where && *r->request->where)
		document_fact(r->d, _("Only forms with"),
			condition_words(q, r->columns.language, r->request->where, arena));
	if (r->request->question_count > 0)
		document_fact(r->d, _("Questions"),
			arena_format(arena, _("%d chosen ones"), r->name_count));
	document_fact(r->d, _("Results"), r->request->weighted ? _("weighted") : _("not weighted"));
	document_fact(r->d, _("Report made on"), date_format(today, sizeof(today), clock_today()));
}

/* ---- one question ---- */

/* Of texts without categories it is said how many there are. */
static int
open_answers(struct reporting *r, const struct open_question *open, struct error *err)
{
	struct tabulation asked = reporting_of(r, open->name, NULL);
	struct text_list list;

	if (open->coded && !r->request->texts)
		return 0;
	if (asked.where && *asked.where) {
		if (!open->coded)
			document_heading(r->d, 2, result_open_question(r->arena, open));
		document_note(r->d,
			_("What people wrote stands in reports on all forms only, not in one with "
			  "a condition."));
		return 0;
	}
	if (tabulate_texts(&r->columns, &asked, &list, err))
		return -1;
	if (!open->coded)
		document_heading(r->d, 2, result_open_question(r->arena, open));
	if (r->request->texts) {
		result_texts(document_table(r->d), r->arena, &list, &r->view);
		return 0;
	}
	if (list.erased) { /* not that nobody wrote */
		document_note(r->d, result_erased());
		return 0;
	}
	if (list.given >= 0)
		document_paragraph(r->d, arena_format(r->arena, _("Answers in words: %s."),
						 result_figure(r->arena, (double)list.given, 0)));
	else
		document_paragraph(
			r->d, arena_format(r->arena, _("Answers in words: %s."), result_hidden()));
	document_note(r->d, _("The open answers to this question have no categories yet."));
	return 0;
}

static int
distribution(struct reporting *r, const char *name, struct error *err)
{
	const struct open_question *open = wave_open_question(&r->columns, name);
	struct tabulation asked = reporting_of(r, name, NULL);
	struct frequency f;

	if (open && !open->coded)
		return open_answers(r, open, err);
	if (tabulate_frequency(&r->columns, &asked, &f, err))
		return -1;
	document_heading(r->d, 2, result_question(r->arena, f.column));
	result_frequency(document_table(r->d), r->arena, &f, &r->view);
	return open ? open_answers(r, open, err) : 0;
}

/* ---- grids ---- */

static bool
counted(const struct reporting *r, const char *name)
{
	for (int i = 0; i < r->name_count; i++)
		if (strcmp(r->names[i], name) == 0)
			return true;
	return false;
}

/* The rows of the grid that this question begins; 0 = it begins none. */
static int
grid_rows(const struct reporting *r, const char *name, const char ***rows, const char **label)
{
	const struct questionnaire *q = r->columns.q;
	int question = question_by_name(q, name), count = 0, head;
	struct grid grid;

	if (question < 0)
		return 0;
	grid = questionnaire_grid(q, question);
	if (grid.count < 2)
		return 0;
	*rows = arena_array(r->arena, (size_t)grid.count, sizeof(**rows));
	for (int i = 0; i < grid.count; i++)
		if (counted(r, q->questions[grid.first + i].name))
			(*rows)[count++] = q->questions[grid.first + i].name;
	if (count < 2) /* the others were not asked for */
		return 0;
	if (strcmp((*rows)[0], name) != 0)
		return -1; /* said with the first row */
	head = grid.head >= 0 ? grid.head : question;
	*label = questionnaire_text(q, &q->questions[head].label, r->columns.language);
	if (!**label)
		*label = name;
	if (*q->questions[head].number)
		*label = arena_format(r->arena, "%s. %s", q->questions[head].number, *label);
	return count;
}

static int
grid_tables(struct reporting *r, const char *const *rows, int count, const char *label,
	struct error *err)
{
	struct tabulation asked = reporting_of(r, rows[0], NULL);
	struct frequency *list;
	bool scale = true;

	if (tabulate_grid(&r->columns, &asked, rows, count, &list, err))
		return -1;
	for (int i = 0; i < count; i++)
		scale = scale && list[i].column->scale;
	document_heading(r->d, 2, label);
	if (scale)
		result_grid(document_table(r->d), r->arena, list, count, label, &r->view);
	result_grid_shares(document_table(r->d), r->arena, list, count, label, &r->view);
	return 0;
}

static int
distributions(struct reporting *r, struct error *err)
{
	document_heading(r->d, 1, _("Distributions of answers"));
	for (int i = 0; i < r->name_count; i++) {
		const char **rows, *label;
		int count = grid_rows(r, r->names[i], &rows, &label);
		int failed = count > 0    ? grid_tables(r, rows, count, label, err)
			     : count == 0 ? distribution(r, r->names[i], err)
					  : 0;

		if (failed)
			return -1;
	}
	return 0;
}

/* ---- by questions ---- */

static int
crossed(struct reporting *r, const char *name, const char *by, struct error *err)
{
	struct tabulation asked = reporting_of(r, name, by);
	struct crosstab x;

	if (tabulate_cross(&r->columns, &asked, &x, err))
		return -1;
	document_heading(r->d, 3, result_question(r->arena, x.column));
	for (int head = 0, most = result_heads(&x); head == 0 || head < x.head_count - 1;
		head += most)
		result_cross(
			document_table(r->d), r->arena, &x, &r->view, RESULT_COLUMN, head, most);
	return 0;
}

static bool
can_be_crossed(const struct answer_column *column)
{
	return column->kind != COLUMN_DATE &&
	       (column->kind == COLUMN_NUMBER || column->choice_count > 0);
}

static bool
countable(const struct reporting *r, const char *name)
{
	const struct open_question *open = wave_open_question(&r->columns, name);

	return !open || open->coded;
}

static int
break_chapter(struct reporting *r, int place, struct error *err)
{
	const char *by = r->request->by[place];
	bool mode = strcmp(by, TABULATION_MODE) == 0;
	const struct answer_column *column;

	if (!mode && wave_column(&r->columns, by, &column, err))
		return -1;
	document_heading(r->d, 1,
		mode ? _("By mode of answering")
		     : arena_format(
			       r->arena, _("By question %s"), result_question(r->arena, column)));
	for (int i = 0; i < r->name_count; i++) {
		if (strcmp(r->names[i], by) == 0)
			continue;
		if (!countable(r, r->names[i]))
			continue;
		if (wave_column(&r->columns, r->names[i], &column, err))
			return -1;
		if (can_be_crossed(column) && crossed(r, r->names[i], by, err))
			return -1;
	}
	return 0;
}

/* ---- services and strengths ---- */

static int
profiles(struct reporting *r, struct error *err)
{
	const struct tabulation asked = reporting_of(r, NULL, NULL);
	struct strengths strengths;
	struct services services;

	if (r->request->services) {
		if (services_load(&r->columns, &asked, &services, err))
			return -1;
		document_heading(r->d, 1, _("Importance and rating of services"));
		result_services(document_table(r->d), r->arena, &services, &r->view);
	}
	if (r->request->potential) {
		if (strengths_load(&r->columns, &asked, &strengths, err))
			return -1;
		document_heading(r->d, 1, _("Profile by parts of the questionnaire"));
		result_strengths(document_table(r->d), r->arena, &strengths, &r->view);
	}
	return 0;
}

/* ---- the whole ---- */

/* In the order of the paper, each once. */
static int
choose_questions(struct reporting *r, struct error *err)
{
	const struct survey_report *request = r->request;
	const struct answer_column *none;
	const char *const *all, **list;
	int count;

	if (wave_asked_names(&r->columns, &all, &count, err))
		return -1;
	r->names = all;
	r->name_count = count;
	if (request->question_count == 0)
		return 0;
	for (int i = 0; i < request->question_count; i++)
		if (!counted(r, request->questions[i]))
			return wave_column(&r->columns, request->questions[i], &none, err);
	list = arena_array(r->arena, (size_t)count + 1, sizeof(*list));
	r->name_count = 0;
	for (int i = 0; i < count; i++)
		for (int k = 0; k < request->question_count; k++)
			if (strcmp(all[i], request->questions[k]) == 0) {
				list[r->name_count++] = all[i];
				break;
			}
	r->names = list;
	return 0;
}

int
survey_report_build(struct db *db, const struct wave *wave, const struct survey_report *request,
	struct arena *arena, struct document *d, struct error *err)
{
	struct reporting r = { .db = db, .wave = wave, .request = request, .arena = arena, .d = d };

	r.view = (struct result_view){
		.weighted = request->weighted, .bars = true, .untitled = true
	};
	if (wave_columns_open(db, wave, i18n_code(), arena, &r.columns, err) ||
		choose_questions(&r, err))
		return -1;
	r.view.organisations = strcmp(r.columns.q->kind, "ngo") == 0;
	title(&r);
	if (reporting_method(&r, err) || distributions(&r, err) || profiles(&r, err))
		return -1;
	for (int i = 0; i < request->by_count; i++)
		if (break_chapter(&r, i, err))
			return -1;
	return 0;
}
