/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of an answer to homework: what became of it. */
#include "config.h"

#include "screens/minutes/room.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/meetings/homework.h"
#include "screens/groups/group_screens.h"

#include <stdio.h>

struct answer_values {
	char given[200], due[32]; /* what it is about; not changed */
	char who[160];            /* whose answer it is; not in the form */
	int state;
	char text[KEPT_LINES_SIZE], on[32];
};
#define A(member)                                         \
	.offset = offsetof(struct answer_values, member), \
	.size = sizeof((struct answer_values *)0)->member

static const char *const answer_words[] = { N_("open"), N_("done"), N_("not done"), NULL };
static const enum homework_state answer_states[] = { HOMEWORK_OPEN, HOMEWORK_DONE,
	HOMEWORK_NOT_DONE };

static const struct field answer_fields[] = {
	{ .kind = FIELD_TEXT, .label = N_("Homework"), A(given), .fixed = true },
	{ .kind = FIELD_TEXT, .label = N_("Due"), A(due), .fixed = true },
	{ .kind = FIELD_CHOICE,
		.label = N_("State"),
		A(state),
		.choices = answer_words,
		.width = 16,
		.help = N_("Open, done, or not done with the reason below.") },
	{ .kind = FIELD_LINES,
		.label = N_("What was done"),
		A(text),
		.rows = 4,
		.help = N_("What was done, or why it was not.") },
	{ .kind = FIELD_DATE,
		.label = N_("Answered on"),
		A(on),
		.required = true,
		.width = 12,
		.help = N_("The day of the answer.") },
};
enum { ANSWER_FIELDS = sizeof answer_fields / sizeof *answer_fields };
static const char *const answer_names[ANSWER_FIELDS] = { NULL, NULL, "state", "text", "on" };

static int
read_answer(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct answer_values *v = values;
	struct arena arena = { 0 };
	struct homework h;
	const struct unit_table *units = app_units(app, err);
	const struct unit *unit;
	char today[16];
	int result = !units ? -1 : homework_load(app->db, of->id, &arena, &h, err);

	if (result == 0) {
		of->rev = h.answer.rev;
		group_line_uid(of->uid, h.uid, 1);
		text_copy(of->owner, sizeof of->owner, h.answer.id ? h.answer.owner : "");
		unit = units && h.slot != NO_SLOT ? unit_by_slot(units, h.slot) : NULL;
		text_copy(v->who, sizeof v->who, unit ? unit->told : "");
		text_copy(v->given, sizeof v->given, h.text);
		card_form_date(v->due, sizeof v->due, h.due_on);
		/* Who opens an unanswered one mostly has done it. */
		v->state = !h.answer.id                          ? 1
			   : h.answer.state == HOMEWORK_DONE     ? 1
			   : h.answer.state == HOMEWORK_NOT_DONE ? 2
								 : 0;
		card_form_date(v->on, sizeof v->on,
			h.answer.id && h.answer.answered_on[0]
				? h.answer.answered_on
				: date_iso(today, sizeof today, clock_today()));
		result = card_form_text(
			v->text, sizeof v->text, h.answer.text ? h.answer.text : "", err);
	}
	arena_release(&arena);
	return result;
}

static int
save_answer(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct answer_values *v = values;
	struct arena arena = { 0 };
	struct homework h;
	char on[16];
	int result = homework_load(app->db, of->id, &arena, &h, err);

	if (result == 0) {
		const struct homework_answer a = { .id = h.answer.id,
			.rev = of->rev,
			.state = answer_states[v->state],
			.text = v->text,
			.answered_on = card_form_iso(on, sizeof on, v->on) };

		result = homework_answer(app->db, &h, &a, err);
	}
	if (result && err->field)
		err->field += 2; /* the two that only say what it is about */
	arena_release(&arena);
	return result;
}

static void
answer_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const char *who = ((const struct answer_values *)values)->who;

	if (who[0])
		snprintf(dst, size, _("Answer to homework %lld, %s"), (long long)of->id, who);
	else
		snprintf(dst, size, _("Answer to homework %lld"), (long long)of->id);
}

const struct card_form_kind homework_answer_form = { .name = "homework_answer",
	.fields = answer_fields,
	.names = answer_names,
	.count = ANSWER_FIELDS,
	.size = sizeof(struct answer_values),
	.role = PERSON_CLERK,
	.read = read_answer,
	.save = save_answer,
	.gone = homework_form_gone,
	.back = homework_form_back,
	.title = answer_title,
	.saved = N_("The answer is saved.") };
