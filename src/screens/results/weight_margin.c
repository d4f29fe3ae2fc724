/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A margin: first the questions that part people, then how many people each of its categories
 * stands for, keyed one after the other or summed from indicators. */
#include "config.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/weights/weighting.h"
#include "screens/frame/actions.h"
#include "screens/frame/keeper.h"
#include "screens/frame/lookup.h"
#include "screens/results/weights_view.h"
#include "screens/surveys/survey_screens.h"
#include "tui/dialog.h"
#include "tui/form.h"

#include <stdio.h>
#include <string.h>

enum { ANSWER_LEAVE = ACTION_ANSWER_1, ANSWER_INDICATOR, ANSWER_TAKE, ANSWER_DRAFT_DROP };

struct asked { /* of a new margin */
	char question[WEIGHTING_QUESTIONS][256], key[WEIGHTING_QUESTIONS][65];
	char spans[256];
};

struct people { /* of one category, as typed */
	char number[24];
};

struct margin_form {
	struct app *app;
	struct arena arena;
	struct wave wave;
	struct wave_columns columns;
	struct weighting w;
	int margin;                /* -1 = new */
	struct weighting_margin m; /* cells in the order of the fields */
	bool cells;                /* categories are keyed; else questions are chosen */
	struct asked asked;
	struct people *people;
	struct people *reckoned;   /* what the indicators gave; another number is keyed */
	const char **indicators;   /* of each category: codes */
	struct form form;
	struct keeper keeper;
	bool keeping;
};

struct request {
	int64_t wave;
	int margin;
};

/* ---- choosing questions ---- */

static const char *
question_text(const struct answer_column *c, struct arena *arena)
{
	return arena_format(arena, "%s%s%s", c->number, c->number[0] ? ". " : "", c->label);
}

static int
suggest(void *context, const char *typed, struct field_suggestion *rows, int max)
{
	struct margin_form *v = context;
	char needle[128], folded[512], text[512];
	struct error ignored = { 0 };
	const char *const *names;
	int count, n = 0;

	text_fold(needle, sizeof needle, typed);
	if (wave_column_names(&v->columns, &names, &count, &ignored))
		return 0;
	for (int i = 0; i < count && n < max; i++) {
		const struct answer_column *c;

		if (wave_column(&v->columns, names[i], &c, &ignored) || c->form ||
			(c->kind != COLUMN_CHOICE && c->kind != COLUMN_NUMBER))
			continue;
		snprintf(text, sizeof text, "%s %s %s", c->number, c->label, c->name);
		if (!text_match(text_fold(folded, sizeof folded, text), needle))
			continue;
		text_copy(rows[n].text, sizeof rows[n].text, question_text(c, &v->arena));
		text_copy(rows[n].note, sizeof rows[n].note, c->name);
		text_copy(rows[n++].key, sizeof rows[0].key, c->name);
	}
	return n;
}

#define QUESTION(number, text, must, sentence)                                        \
	{                                                                              \
		.kind = FIELD_LOOKUP, .label = text,                                   \
		.offset = offsetof(struct asked, question[number]), .size = 256,       \
		.key_offset = offsetof(struct asked, key[number]), .key_size = 65,     \
		.required = must, .suggest = suggest,                                  \
		.none = N_("The wave asks no question with these words."),             \
		.help = sentence                                                       \
	}

static const struct field asked_fields[] = {
	QUESTION(0, N_("People by"), true,
		N_("The question whose answers part people: sex, age, place. Its number or some "
		   "letters.")),
	QUESTION(1, N_("and by"), false, N_("Crossed with it; empty = by one question only.")),
	QUESTION(2, N_("and by"), false, N_("Crossed with both; empty = no third one.")),
	{ .kind = FIELD_TEXT,
		.label = N_("Spans of a number"),
		.offset = offsetof(struct asked, spans),
		.size = sizeof((struct asked *)0)->spans,
		.help = N_("Where a number is answered, such as age: 18-34 35-59 60-") },
};
enum { ASKED_FIELDS = sizeof asked_fields / sizeof *asked_fields };

/* ---- keying people ---- */

static void
start_cells(struct screens *s, struct margin_form *v, const char *const *labels)
{
	size_t n = (size_t)v->m.cell_count;
	struct field *fields = arena_array(&v->arena, n + 1, sizeof *fields);
	const char **names = arena_array(&v->arena, n + 1, sizeof *names);

	form_release(&v->form);
	v->form = (struct form){ .count = 0 };
	v->people = arena_array(&v->arena, n + 1, sizeof *v->people);
	v->reckoned = arena_array(&v->arena, n + 1, sizeof *v->reckoned);
	v->indicators = arena_array(&v->arena, n + 1, sizeof *v->indicators);
	for (size_t i = 0; i < n; i++) {
		const struct weighting_cell *c = &v->m.cells[i];

		fields[i] = (struct field){ .kind = FIELD_NUMBER, .label = labels[i],
			.offset = i * sizeof *v->people, .size = sizeof v->people->number,
			.min = 0, .max = 1e9, .width = 16,
			.help = N_("How many people; F6 sums indicators; empty = the category is "
				   "left out.") };
		names[i] = c->categories;
		v->indicators[i] = "";
		if (c->population > 0)
			number_plain(v->people[i].number, sizeof v->people->number, c->population,
				-1);
		if (c->source[0])
			v->reckoned[i] = v->people[i];
	}
	form_start(&v->form, fields, v->m.cell_count, v->people, n * sizeof *v->people, v);
	v->cells = true;
	v->keeping = true;
	keeper_start(&v->keeper, s,
		arena_format(&v->arena, "weights %s", v->m.questions), v->wave.uid, v->w.rev,
		names, &v->form, ANSWER_TAKE, ANSWER_DRAFT_DROP);
}

static int
open_margin(struct screens *s, struct margin_form *v, struct error *err)
{
	const char **labels;

	if (weighting_labels(&v->columns, &v->m, &v->arena, &labels, err))
		return -1;
	start_cells(s, v, labels);
	return 0;
}

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	const struct request *r = argument;
	struct margin_form *v = self;

	v->app = app_of(s);
	v->margin = r->margin;
	if (wave_load(v->app->db, r->wave, &v->wave, err) ||
		wave_columns_open(v->app->db, &v->wave, i18n_code(), &v->arena, &v->columns, err) ||
		weighting_load(v->app->db, r->wave, &v->arena, &v->w, err)) {
		arena_release(&v->arena);
		return -1;
	}
	if (v->margin >= 0 && v->margin < v->w.margin_count) {
		v->m = v->w.margins[v->margin];
		if (open_margin(s, v, err) == 0)
			return 0;
		arena_release(&v->arena);
		return -1;
	}
	v->margin = -1;
	form_start(&v->form, asked_fields, ASKED_FIELDS, &v->asked, sizeof v->asked, v);
	return 0;
}

static const char *
title_of(struct margin_form *v, const char *questions)
{
	return weighting_title(v->columns.q, v->columns.language, questions, &v->arena);
}

/* The questions are chosen: their categories come. */
static int
lay_out(struct screens *s, struct margin_form *v)
{
	const char *questions = "";
	struct error err = { 0 };

	if (form_check(&v->form, &err)) {
		form_error(&v->form, &err);
		return SCREEN_HANDLED;
	}
	for (int i = 0; i < WEIGHTING_QUESTIONS; i++) {
		const char *name =
			v->asked.key[i][0] ? v->asked.key[i] : v->asked.question[i];

		if (name[0])
			questions = arena_format(&v->arena, "%s%s%s", questions,
				questions[0] ? " " : "", name);
	}
	for (int i = 0; i < v->w.margin_count; i++)
		if (strcmp(v->w.margins[i].questions, questions) == 0)
			error_set(&err, ERROR_INPUT, _("The margin “%s” stands there already."),
				title_of(v, questions));
	if (err.code || weighting_lay_out(&v->columns, questions, v->asked.spans, &v->arena, &v->m,
				&err) ||
		open_margin(s, v, &err))
		app_error(s, _("These questions make no margin"), &err);
	return SCREEN_HANDLED;
}

/* ---- figures from indicators ---- */

/* Adds the indicator to those that count the people of this category. */
static int
take_indicator(struct screens *s, struct margin_form *v, const char *code)
{
	int at = v->form.focus;
	struct people *p = &v->people[at];
	const char *codes = v->indicators[at], *source;
	struct error err = { 0 };
	double sum;

	/* A number keyed since begins anew. */
	if (strcmp(p->number, v->reckoned[at].number) != 0)
		codes = "";
	codes = codes[0] ? arena_format(&v->arena, "%s %s", codes, code)
			 : arena_string(&v->arena, code);
	if (weighting_population(v->app->db, &v->wave, codes, 0, &v->arena, &sum, &source, &err)) {
		app_error(s, _("Nothing was taken"), &err);
		return SCREEN_HANDLED;
	}
	number_plain(p->number, sizeof p->number, sum, -1);
	v->reckoned[at] = *p;
	v->indicators[at] = codes;
	v->m.cells[at].source = source;
	form_focus(&v->form, at);
	keeper_save(&v->keeper, &v->form);
	screens_say(s, _("%s. F6 adds another indicator, Enter goes on."), source);
	return SCREEN_HANDLED;
}

/* ---- saving and leaving ---- */

/* What was typed, without the categories that are left out. */
static void
gather(struct margin_form *v, struct weighting_margin *out)
{
	*out = (struct weighting_margin){ .questions = v->m.questions };
	for (int i = 0; i < v->m.cell_count; i++) {
		const char *text = v->people[i].number;
		double population;

		if (!text[0] || number_parse(text, &population))
			continue;
		weighting_add_cell(out, v->m.cells[i].categories, population,
			strcmp(text, v->reckoned[i].number) == 0 ? v->m.cells[i].source : "",
			&v->arena);
	}
}

/* The field of the cell of what was gathered. */
static int
field_of(const struct margin_form *v, const struct weighting_margin *m, int cell)
{
	for (int i = 0; i < v->m.cell_count && cell < m->cell_count; i++)
		if (strcmp(v->m.cells[i].categories, m->cells[cell].categories) == 0)
			return i;
	return v->form.focus;
}

static int
save(struct screens *s, struct margin_form *v)
{
	struct weighting w = v->w;
	struct weighting_margin *margin;
	struct error err = { 0 };
	int cell = 0;

	if (!v->cells)
		return lay_out(s, v);
	if (form_check(&v->form, &err)) {
		form_error(&v->form, &err);
		return SCREEN_HANDLED;
	}
	margin = v->margin >= 0 ? &w.margins[v->margin]
				: weighting_add_margin(&w, v->m.questions, &v->arena);
	gather(v, margin);
	if (margin->cell_count == 0)
		error_set(&err, ERROR_INPUT,
			_("Say for one category at least how many people there are."));
	else if (weighting_check(&v->columns, margin, &v->arena, &cell, &err))
		form_focus(&v->form, field_of(v, margin, cell));
	if (err.code || survey_may(v->app, PERSON_COORDINATOR, &err) ||
		weighting_save(v->app->db, &w, &err)) {
		app_error(s, _("Nothing was saved"), &err);
		return SCREEN_HANDLED;
	}
	keeper_drop(&v->keeper, &v->form);
	app_changed(s);
	screens_pop(s);
	screens_say(s, "%s", _("The margin is saved; z takes it back until this screen is left."));
	if (w.margin_count == 1 && v->margin < 0 && v->app->weighted_wave != w.wave)
		dialog_offer(s, _("Weights"),
			_("The margin is saved. Are results of this wave to be shown weighted from "
			  "now on? In tables w "
			  "switches, reports and published results have a field of their own."),
			ANSWER_USE_WEIGHTS, 0);
	return SCREEN_HANDLED;
}

static bool
leave(struct screens *s, void *self)
{
	struct margin_form *v = self;

	if (!v->cells || !form_dirty(&v->form))
		return true;
	keeper_ask(s, _("Margin"), ANSWER_LEAVE);
	return false;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct margin_form *v = self;

	switch (action) {
	case ACTION_SAVE:
		return save(s, v);
	case ACTION_CHOSEN: /* Enter in the last field */
		if (!v->cells)
			return lay_out(s, v);
		screens_say(s, "%s", _("That was the last field; F2 saves."));
		return SCREEN_HANDLED;
	case ACTION_CHANGED:
		if (v->keeping)
			keeper_save(&v->keeper, &v->form);
		return SCREEN_HANDLED;
	case ACTION_WEIGHT_SOURCE:
		if (v->cells)
			lookup_indicator(s, _("Which indicator counts these people?"), true,
				ANSWER_INDICATOR);
		else
			screens_say(s, "%s", _("First choose the questions; F2 goes on."));
		return SCREEN_HANDLED;
	case ANSWER_INDICATOR:
		return take_indicator(s, v, event->answer);
	case ANSWER_TAKE:
		keeper_take(&v->keeper, &v->form);
		return SCREEN_HANDLED;
	case ANSWER_DRAFT_DROP:
		keeper_drop(&v->keeper, &v->form);
		return SCREEN_HANDLED;
	case ANSWER_LEAVE:
		if (event->number == KEEPER_SAVE)
			return save(s, v);
		if (event->number == KEEPER_DISCARD) {
			keeper_drop(&v->keeper, &v->form);
			screens_pop(s);
		}
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static void
keep(struct screens *s, void *self)
{
	struct margin_form *v = self;

	(void)s;
	if (v->keeping)
		keeper_save(&v->keeper, &v->form);
}

/* ---- the screen ---- */

static void
draw(void *self, struct canvas *c)
{
	struct margin_form *v = self;
	struct canvas inside = canvas_part(c, 2, 1, c->rows - 2, c->columns - 1);
	double sum = 0, number;
	char text[32];

	for (int i = 0; v->cells && i < v->m.cell_count; i++)
		if (v->people[i].number[0] && number_parse(v->people[i].number, &number) == 0)
			sum += number;
	if (v->cells)
		canvas_printf(c, 0, 1, c->columns - 1, ROLE_LABEL,
			_("Together so far: %s; people by “%s”"),
			number_format(text, sizeof text, sum, -1), title_of(v, v->m.questions));
	else
		canvas_text(c, 0, 1, c->columns - 1, ROLE_LABEL,
			_("Which questions part people? F2 goes on to their categories."));
	form_draw(&v->form, &inside);
}

static void
status(void *self, char *dst, size_t size)
{
	struct margin_form *v = self;
	int at = v->form.focus;

	if (v->cells && at < v->m.cell_count && v->people[at].number[0] &&
		strcmp(v->people[at].number, v->reckoned[at].number) == 0)
		text_copy(dst, size, v->m.cells[at].source);
	else
		text_copy(dst, size, form_help(&v->form));
}

static struct focus
focus(void *self)
{
	return (struct focus){ &form_widget, &((struct margin_form *)self)->form };
}

static void
release(void *self)
{
	struct margin_form *v = self;

	if (v->keeping)
		keeper_release(&v->keeper);
	form_release(&v->form);
	arena_release(&v->arena);
}

static const int ids[] = { ACTION_SAVE, ACTION_WEIGHT_SOURCE, 0 };

static const struct screen margin_form_screen = { .name = "weight_margin",
	.title = N_("Margin"),
	.size = sizeof(struct margin_form),
	.actions = ids,
	.start = start,
	.draw = draw,
	.status = status,
	.act = act,
	.focus = focus,
	.leave = leave,
	.keep = keep,
	.release = release };

void
margin_form_open(struct screens *s, int64_t wave, int margin)
{
	screens_push(s, &margin_form_screen, &(struct request){ wave, margin });
}
