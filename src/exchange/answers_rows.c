/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the file as the answers of a form. */
#include "config.h"

#include "exchange/answers_parts.h"

#include "base/i18n.h"
#include "base/text.h"

#include <string.h>

static const struct {
	const char *mode;
	const char *names[5]; /* folded */
} modes[] = {
	{ "paper", { "paper", "papier", "papierowa", "papierowy" } },
	{ "online", { "online", "internet", "internetowa", "on line", "web" } },
	{ "interviewer", { "interviewer", "ankieter", "wywiad", "interview" } },
};

const char *
answers_mode_word(const char *text)
{
	char folded[32];

	text_fold(folded, sizeof(folded), text);
	for (size_t i = 0; i < sizeof(modes) / sizeof(modes[0]); i++)
		for (int k = 0; k < 5 && modes[i].names[k]; k++)
			if (!strcmp(modes[i].names[k], folded))
				return modes[i].mode;
	return NULL;
}

int
answers_refuse_mode(const char *text, struct error *err)
{
	return error_set(err, ERROR_INPUT,
		_("“%.40s” is no way of answering; expected: paper (papier), online (internet, "
		  "web), interviewer (ankieter, wywiad). Who was asked by telephone was asked by "
		  "an interviewer."),
		text);
}

const char *
answers_mode(const struct answers_file *f, int row)
{
	const char *text = f->mode_column < 0 ? "" : answers_cell_text(f, row, f->mode_column);

	return text[0] ? answers_mode_word(text) : f->mode;
}

/* A list with choice_filter depends on the other answers, so nothing is remembered of it. */
static int
check_legal(struct answers_file *f, const struct answers *a, const struct answers_target *t,
	struct answers_text *cell, struct error *err)
{
	struct error why = { .code = ERROR_NONE };

	if (cell->legal || f->q.questions[t->question].choice_filter[0])
		return 0;
	if (route_legal(f->route, a, (struct place){ t->question, t->occurrence }, cell->value,
		    &why) < 0) {
		cell->state = ANSWERS_WRONG;
		cell->why = arena_string(&f->choosing, why.text);
		return error_set(err, ERROR_INPUT, "%s", cell->why);
	}
	cell->legal = true;
	return 0;
}

static int
wrong(const struct answers_text *cell, struct error *err)
{
	return error_set(err, ERROR_INPUT, "%s", cell->why);
}

/* Columns are walked in the order of the paper, so an answer goes to the end of the list. */
static void
append(struct answers *out, const struct answers_target *t, const char *value, enum missing missing)
{
	out->list[out->count++] = (struct answer){ t->question, t->occurrence, value, missing, 0 };
}

/* One column a choice. */
static int
compose_choices(struct answers_file *f, int row, const struct answers_target *t,
	struct answers *out, int *column, struct error *err)
{
	const char *value = "";
	enum missing exit = MISSING_NONE;
	int chosen = 0;
	bool looked = false;

	for (int i = 0; i < t->choice_count; i++) {
		const struct answers_text *cell = answers_cell_of(f, row, t->choices[i]);
		const struct choice *choice = &f->q.choices[f->columns[t->choices[i]].choice];

		*column = t->choices[i];
		if (cell->state == ANSWERS_WRONG)
			return wrong(cell, err);
		looked |= cell->state != ANSWERS_EMPTY;
		if (cell->state != ANSWERS_TAKEN)
			continue;
		value = chosen++ ? arena_format(out->arena, "%s %s", value, choice->name)
				 : choice->name;
		exit = chosen == 1 ? choice->missing : MISSING_NONE;
	}
	if (!chosen) {
		if (looked)
			append(out, t, "", MISSING_NO_ANSWER);
		return 0;
	}
	if (route_legal(f->route, out, (struct place){ t->question, t->occurrence }, value, err) <
		0)
		return -1;
	append(out, t, value, exit);
	return 0;
}

/* A value and a reason together: an answer off the route, or a printed exit. */
static int
compose_both(const struct answers_file *f, const struct answers_target *t,
	const struct answers_text *value, const struct answers_text *reason, struct answers *out,
	struct error *err)
{
	if (reason->missing != MISSING_OFF_ROUTE && reason->missing != value->missing)
		return error_set(err, ERROR_INPUT,
			_("The question %s has both an answer and a reason why there is none "
			  "(%s)."),
			f->q.questions[t->question].name, missing_reason(reason->missing)->name);
	append(out, t, value->value, value->missing);
	return 0;
}

static int
compose_target(struct answers_file *f, int row, const struct answers_target *t, struct answers *out,
	int *column, struct error *err)
{
	static const struct answers_text empty = { .state = ANSWERS_EMPTY };
	const struct answers_text *reason =
		t->reason < 0 ? &empty : answers_cell_of(f, row, t->reason);
	struct answers_text *value;

	*column = t->reason;
	if (reason->state == ANSWERS_WRONG)
		return wrong(reason, err);
	if (t->value < 0 && t->choice_count > 0 && reason->state == ANSWERS_EMPTY)
		return compose_choices(f, row, t, out, column, err);
	value = t->value < 0 ? NULL : answers_cell_of(f, row, t->value);
	if (value) {
		*column = t->value;
		if (value->state == ANSWERS_STRANGE || value->state == ANSWERS_WRONG)
			return wrong(value, err);
		if (value->state == ANSWERS_TAKEN && check_legal(f, out, t, value, err) < 0)
			return -1;
		if (value->state == ANSWERS_TAKEN && reason->state == ANSWERS_LACKS)
			return compose_both(f, t, value, reason, out, err);
		if (value->state == ANSWERS_TAKEN) {
			append(out, t, value->value, value->missing);
			return 0;
		}
		if (value->state == ANSWERS_LACKS && reason->state == ANSWERS_EMPTY)
			reason = value;
	}
	if (reason->state == ANSWERS_LACKS)
		append(out, t, "", reason->missing);
	return 0;
}

int
answers_compose(struct answers_file *f, int row, int place, struct answers *out, int *column,
	struct error *err)
{
	/* Room for all that route_complete() adds, so that no list is moved. */
	out->list = f->room + (size_t)place * f->room_size;
	out->room = f->room_size;
	out->count = 0;
	for (int i = 0; i < f->target_count; i++)
		if (compose_target(f, row, &f->targets[i], out, column, err) < 0)
			return -1;
	return 0;
}
