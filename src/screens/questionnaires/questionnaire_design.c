/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The draft in memory and in the database. A save carries the rev that was read; what a colleague
 * saved meanwhile is laid beside it question by question. */
#include "config.h"

#include "screens/questionnaires/questionnaire_design.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/questionnaires/questionnaire_merge.h"
#include "tui/pager.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_STEPS = 60 };

static void
look_through(struct design *d)
{
	struct error ignored = { 0 };

	arena_release(&d->found);
	d->problem_count = d->errors = 0;
	d->faulty = arena_array(&d->found, (size_t)d->q.question_count + 1, sizeof *d->faulty);
	if (questionnaire_check(&d->q, &d->found, &d->problems, &d->problem_count, &ignored))
		d->problem_count = 0;
	for (int i = 0; i < d->problem_count; i++) {
		const struct questionnaire_problem *p = &d->problems[i];

		d->errors += p->error;
		if (p->error && p->question >= 0 && p->question < d->q.question_count)
			d->faulty[p->question] = true;
	}
}

/* The rows of saved stay as they are: a change begins with rows of its own. */
static void
note_saved(struct design *d)
{
	struct questionnaire_edit aside;

	d->saved = d->q;
	questionnaire_edit_start(&aside, &d->q, &d->arena);
	questionnaire_edit_keep(&aside);
}

/* Undo keeps every state; after many the questionnaire is read again and undo begins anew. */
static void
forget_past(struct design *d)
{
	struct arena fresh = { 0 };
	struct questionnaire q;
	struct error ignored = { 0 };

	if (questionnaire_load_version(d->app->db, d->q.version_id, &fresh, &q, &ignored)) {
		arena_release(&fresh);
		return;
	}
	arena_release(&d->arena);
	d->arena = fresh;
	d->q = q;
	questionnaire_edit_start(&d->edit, &d->q, &d->arena);
}

int
design_open(struct design *d, struct app *app, const char *code, int version, struct error *err)
{
	int newest = 0;
	struct questionnaire other;

	d->app = app;
	if (questionnaire_load(app->db, code, version, &d->arena, &d->q, err))
		return -1;
	if (version) {
		if (questionnaire_load(app->db, code, 0, &d->found, &other, err))
			return -1;
		newest = other.number;
	}
	d->fixed = d->q.published_at[0] || d->q.retired || (version && version != newest);
	d->language = questionnaire_language(&d->q, i18n_code());
	questionnaire_edit_start(&d->edit, &d->q, &d->arena);
	note_saved(d);
	look_through(d);
	return 0;
}

void
design_release(struct design *d)
{
	arena_release(&d->arena);
	arena_release(&d->found);
}

const char *
design_frozen(void)
{
	return _("This version is frozen. F4 in the list of questionnaires makes a new one.");
}

bool
design_may_change(struct screens *s, struct design *d)
{
	struct error err = { 0 };

	if (d->q.retired) {
		screens_say(s, "%s", _("This questionnaire is out of use and is only looked at."));
		return false;
	}
	if (d->fixed) {
		screens_say(s, "%s", design_frozen());
		return false;
	}
	if (app_may_write(d->app, &err)) {
		screens_error(s, &err);
		return false;
	}
	return true;
}

int
design_save(struct screens *s, struct design *d)
{
	struct error err = { 0 };

	look_through(d);
	screens_stale(s);
	if (app_may_write(d->app, &err) == 0 && questionnaire_save(d->app->db, &d->q, &err) == 0) {
		if (d->edit.past_count >= MOST_STEPS)
			forget_past(d);
		note_saved(d);
		return 0;
	}
	if (err.code == ERROR_CONFLICT && questionnaire_merge_show(s, d))
		return -1;
	app_error(s, _("The questionnaire was not saved"), &err);
	return -1;
}

void
design_settle(struct screens *s, struct design *d, const char *answer)
{
	if (!questionnaire_merge(d, answer)) {
		screens_say(s, "%s", _("The questionnaire changed once more; save it again."));
		return;
	}
	if (design_save(s, d) == 0)
		screens_say(s, "%s", _("Both versions are brought together and saved."));
}

bool
design_undo(struct screens *s, struct design *d)
{
	if (!questionnaire_edit_undo(&d->edit))
		return false;
	(void)design_save(s, d);
	return true;
}

/* ---- words ---- */

const char *
design_text(const struct design *d, const struct texts *t)
{
	return questionnaire_text(&d->q, t, d->language);
}

char *
design_line(char *dst, size_t size, const char *text)
{
	text_copy(dst, size, text);
	for (char *p = dst; *p; p++)
		if (*p == '\n')
			*p = ' ';
	return dst;
}

char *
design_title(const struct design *d, int question, char *dst, size_t size)
{
	const struct question *q = &d->q.questions[question];
	const char *text = design_text(d, &q->label);
	char number[16] = "", line[512];

	if (question_asked(q) || q->number[0])
		question_number(&d->q, question, number, sizeof number);
	design_line(line, sizeof line, text[0] ? text : q->name);
	snprintf(dst, size, "%s%s%s", number, number[0] ? ". " : "", line);
	return dst;
}

const char *
design_type_label(enum question_type type)
{
	static const char *const labels[QUESTION_TYPES] = {
		[QUESTION_SELECT_ONE] = N_("single choice"),
		[QUESTION_SELECT_MULTIPLE] = N_("multiple choice"),
		[QUESTION_RANK] = N_("order of choices"),
		[QUESTION_INTEGER] = N_("whole number"),
		[QUESTION_DECIMAL] = N_("number with decimals"),
		[QUESTION_RANGE] = N_("scale of numbers"),
		[QUESTION_DATE] = N_("date"),
		[QUESTION_TEXT] = N_("text to write"),
		[QUESTION_NOTE] = N_("note to read"),
		[QUESTION_CALCULATE] = N_("calculation"),
		[QUESTION_GROUP] = N_("part of the form"),
		[QUESTION_REPEAT] = N_("repeated part"),
		[QUESTION_META] = N_("kept by the program"),
	};

	return _(labels[type]);
}

static const struct {
	const char *column, *label;
} columns[] = {
	{ "type", N_("Kind of question") },
	{ "name", N_("Name") },
	{ "label", N_("Text") },
	{ "hint", N_("Hint") },
	{ "required", N_("Must be answered") },
	{ "required_message", N_("Message when empty") },
	{ "relevant", N_("Shown only if") },
	{ "constraint", N_("Allowed values") },
	{ "constraint_message", N_("Message when not allowed") },
	{ "soft_constraint", N_("Warning unless") },
	{ "soft_constraint_message", N_("Text of the warning") },
	{ "calculation", N_("Calculation") },
	{ "appearance", N_("Layout") },
	{ "default", N_("Value at the start") },
	{ "choice_filter", N_("Only choices for which") },
	{ "repeat_count", N_("Number of repeats") },
	{ "parameters", N_("Scale") },
	{ "max_answers", N_("Answers at most") },
	{ "number", N_("Number on paper") },
	{ "page", N_("Page of the paper") },
	{ "second_keying", N_("Keyed twice") },
	{ "repeat_last", N_("+ repeats the last value") },
	{ "list_name", N_("List of choices") },
	{ "code", N_("Code that is keyed") },
	{ "exclusive", N_("Excludes the others") },
	{ "missing", N_("Counts as missing") },
	{ "title", N_("Title") },
	{ "notice", N_("Notice") },
	{ "instruction", N_("Instruction") },
	{ "kind", N_("For whom") },
	{ "version", N_("Edition on paper") },
	{ "default_language", N_("Main language") },
};

const char *
design_column_label(const char *column)
{
	size_t length = strcspn(column, ":");

	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
		if (strlen(columns[i].column) == length &&
			strncmp(columns[i].column, column, length) == 0)
			return _(columns[i].label);
	return column;
}

/* ---- problems ---- */

static const char *
place_of(const struct design *d, const struct questionnaire_problem *p, struct arena *arena)
{
	char title[200];
	const char *column = p->column && p->column[0] ? design_column_label(p->column) : "";
	const char *where = "";

	if (p->question >= 0) {
		where = arena_string(arena, design_title(d, p->question, title, sizeof title));
	} else if (p->choice >= 0) {
		const struct choice *c = &d->q.choices[p->choice];

		where = arena_format(arena, _("choice “%s” of the list %s"),
			design_line(title, sizeof title, design_text(d, &c->label)), c->list);
	}
	return arena_format(arena, "%s%s%s", where, where[0] && column[0] ? "\n   " : "", column);
}

void
design_show_problems(struct screens *s, struct design *d)
{
	struct arena arena = { 0 };
	char *text;

	if (!d->problem_count) {
		screens_say(s, "%s", _("Nothing is wrong with this questionnaire."));
		return;
	}
	text = arena_format(&arena,
		P_("%d thing to look at, of it errors: %d. Errors must go before publishing.\n",
			"%d things to look at, of them errors: %d. Errors must go before "
				  "publishing.\n",
			(unsigned long)d->problem_count),
		d->problem_count, d->errors);
	for (int errors = 1; errors >= 0; errors--)
		for (int i = 0; i < d->problem_count; i++) {
			const struct questionnaire_problem *p = &d->problems[i];

			if (p->error != (errors == 1))
				continue;
			text = arena_format(&arena, "%s\n%s %s\n   %s\n", text,
				errors ? _("[ERROR]") : _("[remark]"), place_of(d, p, &arena),
				p->text);
		}
	pager_open(s, _("Check of the questionnaire"), text, true);
	arena_release(&arena);
}
