/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form in which a result becomes an indicator's value: question, statistic, card. */
#include "config.h"

#include "screens/results/publish.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/results/answer_column.h"
#include "model/results/published.h"
#include "model/questionnaires/questionnaire.h"
#include "screens/frame/actions.h"
#include "screens/frame/card_form.h"
#include "screens/results/result_where.h"
#include "screens/surveys/survey_screens.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

#define AT(type, member) .offset = offsetof(type, member), .size = sizeof((type *)0)->member
#define KEY(type, member) \
	.key_offset = offsetof(type, member), .key_size = sizeof((type *)0)->member

/* In the order of enum publication_field, then what a new card needs. */
struct publish_values {
	char wave[160], question[256], question_key[65];
	int statistic;
	char choice[64], filter[512];
	int weighted;
	char indicator[40], name[256];
	int replace;
};

/* ---- questions of the wave ---- */

static int
load_questions(struct app *app, struct wave *w, struct arena *arena, struct questionnaire *q,
	struct error *err)
{
	return survey_wave(app, w, err) ||
			       questionnaire_load_version(app->db, w->version, arena, q, err)
		       ? -1
		       : 0;
}

static const char *
text_of(const struct questionnaire *q, int question, struct arena *arena)
{
	int language = questionnaire_language(q, i18n_code());
	char number[16];

	question_number(q, question, number, sizeof number);
	return arena_format(arena, "%s%s%s", number, number[0] ? ". " : "",
		question_wording(q, question, language, arena));
}

static int
suggest_question(void *context, const char *typed, struct field_suggestion *rows, int max)
{
	char needle[128], folded[512], text[512];
	struct error ignored = { 0 };
	struct arena arena = { 0 };
	struct questionnaire q;
	struct wave w;
	int n = 0;

	text_fold(needle, sizeof needle, typed);
	if (load_questions(context, &w, &arena, &q, &ignored))
		q.question_count = 0;
	for (int i = 0; i < q.question_count && n < max; i++) {
		const char *label = question_asked(&q.questions[i]) ? text_of(&q, i, &arena) : "";

		snprintf(text, sizeof text, "%s %s", label, q.questions[i].name);
		if (!label[0] || !text_match(text_fold(folded, sizeof folded, text), needle))
			continue;
		text_copy(rows[n].text, sizeof rows[n].text, label);
		text_copy(rows[n].note, sizeof rows[n].note, q.questions[i].name);
		text_copy(rows[n++].key, sizeof rows[0].key, q.questions[i].name);
	}
	arena_release(&arena);
	return n;
}

/* ---- the fields ---- */

static const char *const statistic_labels[] = { N_("mean"), N_("two highest points (per cent)"),
	N_("two lowest points (per cent)"), N_("highest less lowest two (percentage points)"),
	N_("share of one answer (per cent)"), NULL };

static const struct field fields[] = {
	{ .kind = FIELD_TEXT,
		.label = N_("Wave"),
		AT(struct publish_values, wave),
		.fixed = true,
		.help = N_("The key d of the list before chooses another one.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Question"),
		AT(struct publish_values, question),
		.required = true,
		KEY(struct publish_values, question_key),
		.suggest = suggest_question,
		.none = N_("The wave asks no question with these words."),
		.help = N_("Its number on paper, or some letters of it.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("What of it"),
		AT(struct publish_values, statistic),
		.width = 44,
		.choices = statistic_labels,
		.help = N_("The figure that becomes the value; Space shows the next one.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Whose share"),
		AT(struct publish_values, choice),
		.width = 16,
		.help = N_("For a share: the code of the answer, or ? and Enter to choose it.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Only forms where"),
		AT(struct publish_values, filter),
		.help = N_("A condition, ${sex} = '1', or ? to choose it; empty = all forms.") },
	{ .kind = FIELD_YES_NO,
		.label = N_("Weighted"),
		AT(struct publish_values, weighted),
		.help = N_("By the weights of the wave, menu 4 5.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Indicator"),
		AT(struct publish_values, indicator),
		.required = true,
		.width = 33,
		.check = card_form_code,
		.help = N_("Code of its card; where there is none yet, it is made now.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Name of a new one"),
		AT(struct publish_values, name),
		.help = N_("Empty = worded as the question; the card can be changed later.") },
	{ .kind = FIELD_YES_NO,
		.label = N_("Replace"),
		AT(struct publish_values, replace),
		.help = N_("Yes: also where another result of this unit and year stands.") },
};
enum { FIELDS = sizeof fields / sizeof *fields };
static const char *const names[FIELDS] = { "wave", "question", "statistic", "choice", "filter",
	"weighted", "indicator", "name", "replace" };
enum { FIELD_OF_INDICATOR = 7, FIELD_OF_REPLACE = 9 };
enum {
	FIELD_CHOICE_CODE = 3,
	FIELD_FILTER = 4,
	ANSWER_WHERE = ACTION_ANSWER_1 + CARD_FORM_ANSWER,
	ANSWER_CHOICE
};

/* ---- reading and saving ---- */

/* Statistics that mean nothing for the question give way to the first one that does: of yes and no
 * there is a share, no mean. *said: which. */
static bool
fit_statistic(struct app *app, struct publish_values *v, const char **said)
{
	const char *name = v->question_key[0] ? v->question_key : v->question;
	const struct answer_column *column;
	struct error ignored = { 0 };
	struct arena arena = { 0 };
	struct wave_columns columns;
	struct wave w;
	bool changed = false;
	int first = 0;

	if (survey_wave(app, &w, &ignored) == 0 &&
		wave_columns_open(app->db, &w, i18n_code(), &arena, &columns, &ignored) == 0 &&
		wave_column(&columns, name, &column, &ignored) == 0 &&
		!published_fits(column, (enum published_statistic)v->statistic)) {
		while (first < PUBLISHED_STATISTICS &&
			!published_fits(column, (enum published_statistic)first))
			first++;
		changed = first < PUBLISHED_STATISTICS;
	}
	if (changed) {
		v->statistic = first;
		*said = published_statistic_label((enum published_statistic)first);
	}
	arena_release(&arena);
	return changed;
}

static int
read_values(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct publish_values *v = values;
	struct arena arena = { 0 };
	struct questionnaire q;
	struct wave w;
	const char *ignored;
	int at, result = load_questions(app, &w, &arena, &q, err);

	at = result == 0 && of->parent ? question_by_id(&q, of->parent) : -1;
	if (result == 0) {
		text_copy(of->uid, sizeof of->uid, w.uid);
		snprintf(v->wave, sizeof v->wave, "%s  %.120s", w.code, w.survey_name);
	}
	if (at >= 0) {
		text_copy(v->question, sizeof v->question, text_of(&q, at, &arena));
		text_copy(v->question_key, sizeof v->question_key, q.questions[at].name);
		text_copy(v->indicator, sizeof v->indicator, q.questions[at].name);
		fit_statistic(app, v, &ignored);
	}
	arena_release(&arena);
	return result;
}

/* The card with the code that was typed, or a new one. */
static int
find_card(struct app *app, const struct publish_values *v, const struct wave *w,
	const struct publication *p, struct arena *arena, struct indicator *card, struct error *err)
{
	struct error unknown = { 0 };

	if (indicator_load(app->db, v->indicator, arena, card, &unknown) == 0)
		return 0;
	if (unknown.code != ERROR_MISSING) {
		*err = unknown;
		return -1;
	}
	if (published_card(app->db, w, p, arena, card, err))
		return -1;
	card->code = v->indicator;
	if (v->name[0])
		card->name = v->name;
	return 0;
}

/* Fields of the card's own sentences are not those of this form. */
static void
place_error(const struct indicator *card, struct error *err)
{
	if (err->code == ERROR_CONFLICT) { /* nobody was faster: it is to be said yes or no */
		err->code = ERROR_INPUT;
		err->field = FIELD_OF_REPLACE;
	} else if (card && !card->id && err->field == INDICATOR_FIELD_CODE) {
		err->field = FIELD_OF_INDICATOR;
	}
}

static int
save_values(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct publish_values *v = values;
	struct publication p = { .question = v->question_key[0] ? v->question_key : v->question,
		.statistic = (enum published_statistic)v->statistic,
		.choice = v->choice,
		.filter = v->filter,
		.weighted = v->weighted != 0,
		.replace = v->replace != 0 };
	struct arena arena = { 0 };
	struct published_value value;
	struct indicator card = { .id = 0 };
	struct wave w;
	int result = survey_wave(app, &w, err) || find_card(app, v, &w, &p, &arena, &card, err);

	if (result == 0)
		result = published_publish(app->db, &w, &p, &card, &arena, NULL, &value, err);
	if (result == 0)
		of->id = card.id;
	else
		place_error(&card, err);
	arena_release(&arena);
	return result ? -1 : 0;
}

/* ---- whose share ---- */

static bool
open_column(struct app *app, const struct publish_values *v, struct arena *arena,
	const struct answer_column **column)
{
	struct wave *w = arena_new(arena, sizeof *w); /* outlives the column */
	const char *name = v->question_key[0] ? v->question_key : v->question;
	struct error ignored = { 0 };
	struct wave_columns columns;

	return survey_wave(app, w, &ignored) == 0 &&
	       wave_columns_open(app->db, w, i18n_code(), arena, &columns, &ignored) == 0 &&
	       wave_column(&columns, name, column, &ignored) == 0;
}

/* What was typed is no code of an answer, such as ? or words of it: they are shown. */
static void
ask_choice(struct screens *s, const struct publish_values *v)
{
	const struct answer_column *column;
	struct arena arena = { 0 };
	const char **list;
	bool known = !v->choice[0] || v->statistic != PUBLISHED_SHARE;

	if (!known && open_column(app_of(s), v, &arena, &column) && column->choice_count > 0) {
		list = arena_array(&arena, (size_t)column->choice_count, sizeof *list);
		for (int i = 0; i < column->choice_count; i++) {
			const struct column_choice *x = &column->choices[i];

			known |= strcmp(x->name, v->choice) == 0;
			list[i] = arena_format(&arena, "%s  %s", x->name, x->label);
		}
		if (!known)
			dialog_choose(
				s, _("Whose share?"), list, column->choice_count, 0, ANSWER_CHOICE);
	}
	arena_release(&arena);
}

static void
take_choice(struct app *app, struct publish_values *v, int number)
{
	const struct answer_column *column;
	struct arena arena = { 0 };

	if (open_column(app, v, &arena, &column) && number < column->choice_count)
		text_copy(v->choice, sizeof v->choice, column->choices[number].name);
	arena_release(&arena);
}

/* A question mark at the end of the condition offers questions and answers. */
static int
answer(struct screens *s, void *values, int action, const struct event *event)
{
	struct publish_values *v = values;
	struct error err = { 0 };
	const char *said;
	struct wave w;

	if (action == ANSWER_CHOICE) {
		take_choice(app_of(s), v, event->number);
		return FIELD_CHOICE_CODE;
	}
	if (action == ANSWER_WHERE) {
		text_copy(v->filter, sizeof v->filter, event->answer);
		return FIELD_FILTER;
	}
	if (action == ACTION_CHANGED && where_wants_choice(v->filter) &&
		survey_wave(app_of(s), &w, &err) == 0)
		where_open(s, w.id, v->filter, ANSWER_WHERE);
	else if (action == ACTION_CHANGED && fit_statistic(app_of(s), v, &said))
		screens_say(s, _("Of this question that says nothing; taken is: %s."), said);
	else if (action == ACTION_CHANGED)
		ask_choice(s, v);
	return -1;
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)of;
	(void)values;
	text_copy(dst, size, _("A result as an indicator"));
}

static const struct card_form_kind publish_form = { .name = "publish",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct publish_values),
	.role = PERSON_CLERK,
	.read = read_values,
	.save = save_values,
	.title = title,
	.answer = answer,
	.saved = N_("The result is published.") };

void
publish_open(struct screens *s, const struct wave *wave, const char *question, int action)
{
	struct app *app = app_of(s);
	struct arena arena = { 0 };
	struct error ignored = { 0 };
	struct questionnaire q;
	int64_t id = 0;
	int at;

	if (wave->id)
		survey_remember_wave(app, wave->code);
	if (question && questionnaire_load_version(app->db, wave->version, &arena, &q,
				&ignored) == 0) {
		at = question_by_name(&q, question);
		id = at >= 0 ? q.questions[at].id : 0;
	}
	arena_release(&arena);
	card_form_open(s, &publish_form, 0, id, action);
}
