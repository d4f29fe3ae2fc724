/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every number of a batch with its state; a form is found by number or by an answer. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/keying/keying.h"
#include "screens/keying/keying_codes.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

enum { ANSWER_QUESTION = ACTION_ANSWER_5, ANSWER_VALUE, ANSWER_FORM_BELOW = ACTION_ANSWER_5 };

struct forms {
	struct list_screen base;
	struct keying_task task;
	struct wave wave;
	struct batch batch;
	struct form *rows;
	struct arena search; /* of what is searched for */
	struct questionnaire q;
	int question;     /* index that is searched, -1 = none */
	int asked;        /* whose value is being asked for */
	char value[256];  /* as it is stored */
	char number[32];  /* of the question on the paper */
	char wanted[320]; /* for the line above: "7 = 2" */
};

static int
load(void *self, struct error *err)
{
	struct forms *f = self;
	struct db *db = f->base.app->db;
	struct form *list;
	int count;

	if (f->question < 0)
		return form_list(db, f->task.wave, f->task.batch, &f->base.arena, &f->rows,
			&f->base.count, err);
	if (form_find(db, f->task.wave, f->q.questions[f->question].id, f->value, &f->base.arena,
		    &list, &count, err))
		return -1;
	f->rows = list;
	for (int i = 0; i < count; i++)
		if (list[i].batch == f->task.batch)
			f->rows[f->base.count++] = list[i];
	return 0;
}

static void
cell(const void *self, int row, int column, struct list_cell *cell)
{
	const struct form *r = &((const struct forms *)self)->rows[row];

	const char *remark = r->reason[0] ? r->reason : r->note;

	switch (column) {
	case 0:
		if (r->inconsistent && !remark[0])
			remark = _("so on the paper");
		snprintf(cell->text, sizeof cell->text, "%lld%s%.200s", (long long)r->number,
			remark[0] ? " · " : "", remark);
		break;
	case 1:
		text_copy(cell->text, sizeof cell->text, form_state_label(r->state));
		break;
	case 2:
		if (r->second != SECOND_NONE)
			text_copy(cell->text, sizeof cell->text, form_second_label(r->second));
		break;
	default:
		text_copy(cell->text, sizeof cell->text, r->keyer);
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct forms *)self)->rows[row].number);
}

static void
above(void *self, struct canvas *c)
{
	const struct forms *f = self;

	if (f->question >= 0)
		canvas_printf(c, 0, 0, -1, ROLE_FOUND,
			_("Forms with %s (F7 searches anew, an empty "
			  "answer shows all)"),
			f->wanted);
}

/* ---- finding by an answer ---- */

static int
ask_question(struct screens *s, struct forms *f)
{
	struct error err = { 0 };
	struct questionnaire plain;

	if (!f->q.version_id) {
		if (questionnaire_load_version(f->base.app->db, f->wave.version, &f->search,
			    &plain, &err)) {
			screens_error(s, &err);
			return SCREEN_HANDLED;
		}
		questionnaire_keyed(&plain, &f->search, &f->q);
	}
	dialog_input(
		s, _("Find by an answer"), _("Question number on the paper:"), "", ANSWER_QUESTION);
	return SCREEN_HANDLED;
}

static void
show_all(struct screens *s, struct forms *f)
{
	f->question = -1;
	screens_stale(s);
}

static int
on_question(struct screens *s, struct forms *f, const char *number)
{
	char other[16];

	for (int i = 0; number && *number && i < f->q.question_count; i++)
		if (question_asked(&f->q.questions[i]) &&
			strcmp(question_number(&f->q, i, other, sizeof other), number) == 0) {
			f->asked = i;
			text_copy(f->number, sizeof f->number, number);
			dialog_input(s, _("Find by an answer"), _("Code, number, date or a word:"),
				"", ANSWER_VALUE);
			return SCREEN_HANDLED;
		}
	show_all(s, f);
	if (number && *number)
		screens_refuse(s, "%s", _("There is no question with this number on the form."));
	return SCREEN_HANDLED;
}

/* A code, number or date as people write them becomes what is stored. */
static void
store_value(struct forms *f, const char *typed)
{
	struct keying_field field = { .kind = KEYED_ONE };
	struct arena arena = { 0 };
	struct keyed_code *codes;
	struct date date;
	double number;
	int place;

	text_copy(f->value, sizeof f->value, typed);
	field.code_count = keying_codes(&f->q, f->asked, 0, &arena, &codes);
	field.codes = codes;
	place = field.code_count ? keying_field_code(&field, typed) : -1;
	if (place >= 0)
		text_copy(f->value, sizeof f->value, codes[place].name);
	arena_release(&arena);
	switch (f->q.questions[f->asked].type) {
	case QUESTION_DATE:
		if (strpbrk(typed, ".-") && date_parse(typed, clock_today(), &date) == 0)
			date_iso(f->value, sizeof f->value, date);
		break;
	case QUESTION_DECIMAL:
	case QUESTION_RANGE:
		if (place < 0 && number_parse(typed, &number) == 0)
			number_plain(f->value, sizeof f->value, number, -1);
		break;
	default:
		break;
	}
}

static int
on_value(struct screens *s, struct forms *f, const char *typed)
{
	if (!typed || !*typed) {
		show_all(s, f);
		return SCREEN_HANDLED;
	}
	store_value(f, typed);
	f->question = f->asked;
	snprintf(f->wanted, sizeof f->wanted, "%s = %s", f->number, typed);
	screens_stale(s);
	return SCREEN_HANDLED;
}

/* ---- actions ---- */

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct forms *f = self;

	if (action == ACTION_KEYING_FIND)
		return ask_question(s, f);
	if (action == ANSWER_QUESTION)
		return on_question(s, f, event->answer);
	if (action == ANSWER_VALUE)
		return on_value(s, f, event->answer);
	return SCREEN_PASS;
}

/* The screen below opens the form: to be keyed, or to be corrected. */
static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct event answer = { .type = EVENT_ANSWER,
		.number = (int)((struct forms *)self)->rows[row].number };

	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	screens_pop(s);
	screens_act(s, ANSWER_FORM_BELOW, &answer);
	return SCREEN_HANDLED;
}

static void
release_search(void *self)
{
	arena_release(&((struct forms *)self)->search);
}

static const struct list_column columns[] = {
	{ N_("Form"), 0, false },
	{ N_("State"), 22, false },
	{ N_("Second keying"), 28, false },
	{ N_("Keyed by"), 8, false },
};

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No form here: F7 searches anew."),
	.lines_above = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("forms"),
	.file_title = N_("Forms of a batch"),
	.release = release_search,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct forms *f = self;

	f->task = *(const struct keying_task *)argument;
	f->question = -1;
	if (wave_load(app_of(s)->db, f->task.wave, &f->wave, err) ||
		batch_load(app_of(s)->db, f->task.batch, &f->batch, err))
		return -1;
	list_screen_start(s, self, &kind);
	return 0;
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	(void)right;
	(void)right_size;
	snprintf(left, left_size, _("Forms of batch %d"), ((struct forms *)self)->batch.number);
}

static const int ids[] = { ACTION_OPEN, ACTION_SEARCH, ACTION_FILTER, ACTION_KEYING_FIND,
	ACTION_EXPORT, ACTION_REFRESH, 0 };

const struct screen keying_forms_screen = { .name = "keying_forms",
	.title = N_("Forms of a batch"),
	.size = sizeof(struct forms),
	.actions = ids,
	.start = start,
	.head = head,
	LIST_SCREEN };
