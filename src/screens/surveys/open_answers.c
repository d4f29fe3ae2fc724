/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Open answers of a wave: what was written, with its categories. */
#include "config.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/surveys/open_code.h"
#include "model/keying/route.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/surveys/wave_view.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

enum {
	ANSWER_WAVE = ACTION_ANSWER_1,
	ANSWER_QUESTION,
	ANSWER_CODES,
	ANSWER_CODE,
	ANSWER_WHAT,
	ANSWER_NAME,
	ANSWER_INTO
};
enum { MOST_CODES = 32 };

struct open_answers {
	struct list_screen base;
	struct wave_view view;
	struct questionnaire q;
	int *questions; /* open ones, indices */
	int question_count, chosen;
	struct open_text *texts;
	struct open_code *codes;
	int code_count;
	int asked; /* row or code that the open box is about */
	struct arena kept;
	struct open_step *steps;
	int step_count;
	size_t step_room;
};

static const struct question *
question_of(const struct open_answers *o)
{
	return o->question_count ? &o->q.questions[o->questions[o->chosen]] : NULL;
}

static int
load_questions(struct open_answers *o, struct error *err)
{
	struct questionnaire plain;

	o->question_count = 0;
	if (questionnaire_load_version(
		    o->base.app->db, o->view.wave.version, &o->base.arena, &plain, err) < 0)
		return -1;
	questionnaire_keyed(&plain, &o->base.arena, &o->q);
	o->questions =
		arena_array(&o->base.arena, (size_t)o->q.question_count + 1, sizeof *o->questions);
	for (int i = 0; i < o->q.question_count; i++)
		if (o->q.questions[i].type == QUESTION_TEXT)
			o->questions[o->question_count++] = i;
	if (o->chosen >= o->question_count)
		o->chosen = 0;
	return 0;
}

static int
load(void *self, struct error *err)
{
	struct open_answers *o = self;

	o->base.count = o->question_count = 0;
	if (wave_view_load(&o->view, o->base.app, &o->base.arena, err) < 0)
		return -1;
	if (load_questions(o, err) < 0)
		return -1;
	if (!o->question_count)
		return 0;
	if (open_code_list(o->base.app->db, o->view.wave.survey, question_of(o)->name,
		    &o->base.arena, &o->codes, &o->code_count, err) < 0)
		return -1;
	return open_text_list(o->base.app->db, o->view.wave.id, question_of(o)->id, &o->base.arena,
		&o->texts, &o->base.count, err);
}

static const struct open_code *
code_of(const struct open_answers *o, int64_t id)
{
	for (int i = 0; i < o->code_count; i++)
		if (o->codes[i].id == id)
			return &o->codes[i];
	return NULL;
}

static void
cell(const void *self, int row, int column, struct list_cell *cell)
{
	const struct open_answers *o = self;
	const struct open_text *t = &o->texts[row];
	size_t length = 0;

	if (column == 0)
		text_clean(cell->text, sizeof cell->text, t->text);
	else if (column == 1)
		format_count(cell->text, sizeof cell->text, t->count);
	for (int i = 0; column == 2 && i < t->code_count; i++) {
		const struct open_code *c = code_of(o, t->codes[i]);

		if (c && length + 40 < sizeof cell->text)
			length += (size_t)snprintf(cell->text + length, sizeof cell->text - length,
				"%s%d %.28s", length ? ", " : "", c->code, c->label);
	}
	if (column == 2 && t->mixed)
		snprintf(cell->text + length, sizeof cell->text - length, _(" (%d of %d)"),
			t->coded, t->count);
}

/* The whole answer: the column may have cut it. */
static void
note(const void *self, int row, char *dst, size_t size)
{
	if (row >= 0)
		text_clean(dst, size, ((const struct open_answers *)self)->texts[row].text);
}

static const struct list_column columns[] = {
	{ N_("What was written"), 0, false },
	{ N_("How often"), 9, true },
	{ N_("Categories"), 34, false },
};

static void
above(void *self, struct canvas *c)
{
	struct open_answers *o = self;
	const struct question *q = question_of(o);
	char line[256], done[32], all[32];
	long coded = 0, total = 0;

	if (!o->view.wave.id)
		return;
	for (int i = 0; i < o->base.count; i++) {
		coded += o->texts[i].coded;
		total += o->texts[i].count;
	}
	snprintf(line, sizeof line, "%s: %s", o->view.wave.code,
		q ? questionnaire_text(&o->q, &q->label, o->q.language) : "");
	canvas_text(c, 0, 0, c->columns, ROLE_LABEL, line);
	snprintf(line, sizeof line, _("With a category: %s of %s answers; categories: %d"),
		format_count(done, sizeof done, coded), format_count(all, sizeof all, total),
		o->code_count);
	canvas_text(c, 1, 0, c->columns, ROLE_TEXT, line);
}

/* ---- giving categories ---- */

static struct open_step *
new_step(struct open_answers *o)
{
	o->steps = arena_grow(
		&o->kept, o->steps, (size_t)o->step_count, &o->step_room, sizeof *o->steps);
	return &o->steps[o->step_count];
}

static int
done(struct screens *s, struct open_answers *o, int result, struct error *err)
{
	if (result < 0) {
		screens_error(s, err);
		return SCREEN_HANDLED;
	}
	o->step_count++;
	app_changed(s);
	screens_stale(s);
	return SCREEN_HANDLED;
}

/* Numbers of categories, or the label of one, old or new. */
static int
read_codes(struct open_answers *o, const char *typed, int64_t *ids, int *count, struct error *err)
{
	char folded[256], other[256], copy[256], *save = NULL;
	long number = -1;

	*count = 0;
	text_fold(folded, sizeof folded, typed);
	if (!folded[0])
		return 0;
	for (int i = 0; i < o->code_count && !*count; i++)
		if (!strcmp(folded, text_fold(other, sizeof other, o->codes[i].label)))
			ids[(*count)++] = o->codes[i].id;
	if (*count)
		return 0;
	if (folded[strspn(folded, "0123456789 ")])
		return open_code_add(o->base.app->db, o->view.wave.survey, question_of(o)->name,
			typed, &ids[(*count)++], err);
	text_copy(copy, sizeof copy, folded);
	for (char *p = strtok_r(copy, " ", &save); p; p = strtok_r(NULL, " ", &save)) {
		const struct open_code *found = NULL;

		number_parse_whole(p, 0, 100000, &number);
		for (int i = 0; i < o->code_count && !found; i++)
			found = o->codes[i].code == number ? &o->codes[i] : NULL;
		if (!found || *count == MOST_CODES)
			return error_set(err, ERROR_INPUT,
				_("There is no category %s. Type the words of a new one, or c for "
				  "the list."),
				p);
		ids[(*count)++] = found->id;
	}
	return 0;
}

/* The categories that an answer has, as they are typed. */
static void
numbers_of(const struct open_answers *o, const struct open_text *t, char *dst, size_t size)
{
	size_t length = 0;

	dst[0] = '\0';
	for (int i = 0; i < t->code_count; i++) {
		const struct open_code *c = code_of(o, t->codes[i]);

		if (c && length + 12 < size)
			length += (size_t)snprintf(
				dst + length, size - length, "%s%d", length ? " " : "", c->code);
	}
}

/* Who types a name behind the numbers that stand in the field means the name: no "1Parks". */
static const char *
after_numbers(const struct open_answers *o, const char *typed)
{
	char now[128];
	size_t length;

	numbers_of(o, &o->texts[o->asked], now, sizeof now);
	length = strlen(now);
	return length && !strncmp(typed, now, length) && typed[length] &&
			       !strchr("0123456789 ", typed[length])
		       ? typed + length
		       : typed;
}

static int
give(struct screens *s, struct open_answers *o, const char *typed)
{
	struct error err = { 0 };
	int64_t ids[MOST_CODES + 1];
	int count, result;

	if (o->asked >= o->base.count)
		return SCREEN_HANDLED;
	result = read_codes(o, after_numbers(o, typed), ids, &count, &err);
	if (result == 0)
		result = open_code_assign(o->base.app->db, &o->texts[o->asked], ids, count,
			&o->kept, new_step(o), &err);
	return done(s, o, result, &err);
}

static int
ask_codes(struct screens *s, struct open_answers *o, int row)
{
	const struct open_text *t = &o->texts[row];
	char now[128], title[80];

	numbers_of(o, t, now, sizeof now);
	o->asked = row;
	text_copy(title, sizeof title, t->text);
	title[strcspn(title, "\n")] = '\0';
	dialog_input(
		s, title, _("Numbers of categories, or the name of a new one:"), now, ANSWER_CODES);
	return SCREEN_HANDLED;
}

/* ---- the list of categories ---- */

static void
ask_code(struct screens *s, struct open_answers *o, int action)
{
	const char **list = arena_array(&o->base.arena, (size_t)o->code_count + 1, sizeof *list);

	for (int i = 0; i < o->code_count; i++)
		list[i] = arena_format(&o->base.arena, "%d  %s  (%d)", o->codes[i].code,
			o->codes[i].label, o->codes[i].answers);
	if (!o->code_count)
		screens_say(
			s, "%s", _("There are no categories yet; Enter on an answer makes one."));
	else
		dialog_choose(s,
			action == ANSWER_INTO ? _("Into which category?") : _("Categories"), list,
			o->code_count, 0, action);
}

static int
act_code(struct screens *s, struct open_answers *o, int action, const struct event *event)
{
	const char *const whats[] = { _("[R]ename"), _("[M]erge into another"), _("[D]elete") };
	struct error err = { 0 };

	if (action == ANSWER_CODE) {
		o->asked = event->number;
		dialog_buttons(
			s, _("Categories"), o->codes[o->asked].label, whats, 3, 0, ANSWER_WHAT);
	} else if (action == ANSWER_WHAT && event->number == 0) {
		dialog_input(
			s, _("Categories"), _("Label:"), o->codes[o->asked].label, ANSWER_NAME);
	} else if (action == ANSWER_WHAT && event->number == 2) {
		return done(s, o,
			open_code_drop(
				o->base.app->db, &o->codes[o->asked], &o->kept, new_step(o), &err),
			&err);
	} else if (action == ANSWER_WHAT) {
		ask_code(s, o, ANSWER_INTO);
	} else if (action == ANSWER_NAME) {
		return done(s, o,
			open_code_rename(o->base.app->db, &o->codes[o->asked], event->answer,
				&o->kept, new_step(o), &err),
			&err);
	} else {
		return done(s, o,
			open_code_merge(o->base.app->db, &o->codes[o->asked],
				&o->codes[event->number], &o->kept, new_step(o), &err),
			&err);
	}
	return SCREEN_HANDLED;
}

static int
undo(struct screens *s, struct open_answers *o)
{
	struct error err = { 0 };

	if (!o->step_count) {
		screens_say(s, "%s", _("There is nothing to take back."));
		return SCREEN_HANDLED;
	}
	if (open_code_undo(o->base.app->db, &o->steps[o->step_count - 1], &err) < 0) {
		screens_error(s, &err);
		return SCREEN_HANDLED;
	}
	o->step_count--;
	app_changed(s);
	screens_stale(s);
	return SCREEN_HANDLED;
}

static void
ask_question(struct screens *s, struct open_answers *o)
{
	const char **list =
		arena_array(&o->base.arena, (size_t)o->question_count + 1, sizeof *list);

	for (int i = 0; i < o->question_count; i++) {
		int at = o->questions[i];
		char number[16];

		question_number(&o->q, at, number, sizeof number);
		list[i] = arena_format(&o->base.arena, "%s%s%s", number, number[0] ? ". " : "",
			question_wording(&o->q, at, o->q.language, &o->base.arena));
	}
	if (o->question_count)
		dialog_choose(s, _("Open questions"), list, o->question_count, o->chosen,
			ANSWER_QUESTION);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct open_answers *o = self;
	struct error err = { 0 };

	switch (action) {
	case ACTION_WAVE_CHOOSE:
		wave_view_ask(s, &o->view, ANSWER_WAVE);
		return SCREEN_HANDLED;
	case ANSWER_WAVE:
		o->chosen = o->step_count = 0;
		wave_view_take(s, &o->view, event->number);
		return SCREEN_HANDLED;
	case ACTION_OPEN_QUESTION:
		ask_question(s, o);
		return SCREEN_HANDLED;
	case ANSWER_QUESTION:
		o->chosen = event->number;
		screens_stale(s);
		return SCREEN_HANDLED;
	case ACTION_UNDO:
		return undo(s, o);
	case ACTION_CATEGORIES:
		if (app_may_write(o->base.app, &err))
			screens_error(s, &err);
		else
			ask_code(s, o, ANSWER_CODE);
		return SCREEN_HANDLED;
	case ANSWER_CODES:
		return give(s, o, event->answer);
	case ANSWER_CODE:
	case ANSWER_WHAT:
	case ANSWER_NAME:
	case ANSWER_INTO:
		return act_code(s, o, action, event);
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct open_answers *o = self;
	struct error err = { 0 };

	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	if (app_may_write(o->base.app, &err) == 0)
		return ask_codes(s, o, row);
	screens_error(s, &err);
	return SCREEN_HANDLED;
}

static void
release(void *self)
{
	arena_release(&((struct open_answers *)self)->kept);
}

static void
about(const void *self, char *dst, size_t size)
{
	text_copy(dst, size, ((const struct open_answers *)self)->view.wave.code);
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("There are no open answers to this question in the wave."),
	.lines_above = 3,
	.above = above,
	.load = load,
	.cell = cell,
	.note = note,
	.act = act,
	.act_row = act_row,
	.about = about,
	.file = N_("open-answers"),
	.file_title = N_("Open answers"),
	.release = release,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)argument;
	(void)err;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER, ACTION_UNDO,
	ACTION_CATEGORIES, ACTION_OPEN_QUESTION, ACTION_WAVE_CHOOSE, 0 };

const struct screen open_answers_screen = { .name = "open_answers",
	.title = N_("Open answers"),
	.size = sizeof(struct open_answers),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
