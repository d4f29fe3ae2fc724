/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the diagnosis becomes a factor of a SWOT: which SWOT, which kind, in which words; its
 * figures are frozen with it. */
#include "config.h"

#include "screens/diagnosis/diagnosis_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/swot/swot_screens.h"
#include "tui/dialog.h"

#include <stdio.h>

/* SWOTs of the unit, the newest first; in the screen's arena. */
static int
list_swots(struct diagnosis_view *v, struct swot **list, int *count, struct error *err)
{
	const struct swot_filter filter = { .slot = v->question.slot };

	return swot_list(v->base.app->db, &filter, &v->base.arena, list, count, err);
}

static void
make_swot(struct screens *s, struct diagnosis_view *v)
{
	v->factor.step = FACTOR_MAKES_SWOT;
	card_form_open_for(s, &swot_form, 0, v->question.slot, DIAGNOSIS_ANSWER_FACTOR);
}

/* The sign of the level proposes the kind; what lies outside the unit only the person knows. */
static void
ask_kind(struct screens *s, struct diagnosis_view *v, int row, int64_t swot)
{
	const char *choices[FACTOR_KINDS];

	for (int k = 0; k < FACTOR_KINDS; k++)
		choices[k] = factor_kind_label((enum factor_kind)k);
	v->factor.swot = swot;
	v->factor.step = FACTOR_ASKS_KIND;
	dialog_choose(s, _("What is it in the SWOT?"), choices, FACTOR_KINDS,
		(int)finding_factor_kind(diagnosis_view_row(v, row)), DIAGNOSIS_ANSWER_FACTOR);
}

static void
ask_swot(struct screens *s, struct diagnosis_view *v, const struct swot *list, int count)
{
	const char **choices = arena_array(&v->base.arena, (size_t)count + 1, sizeof *choices);

	for (int i = 0; i < count; i++)
		choices[i] = arena_format(
			&v->base.arena, "%s, %d: %s", list[i].code, list[i].year, list[i].title);
	choices[count] = _("a new SWOT analysis");
	v->factor.step = FACTOR_ASKS_SWOT;
	dialog_choose(
		s, _("Into which SWOT analysis?"), choices, count + 1, 0, DIAGNOSIS_ANSWER_FACTOR);
}

void
diagnosis_factor_ask(struct screens *s, struct diagnosis_view *v, int row)
{
	struct swot *list;
	struct error err = { 0 };
	int count;

	if (list_swots(v, &list, &count, &err))
		screens_error(s, &err);
	else if (count == 0)
		make_swot(s, v);
	else if (count == 1)
		ask_kind(s, v, row, list[0].id);
	else
		ask_swot(s, v, list, count);
}

static void
take_swot(struct screens *s, struct diagnosis_view *v, int row, int number)
{
	struct swot *list;
	struct error err = { 0 };
	int count;

	if (list_swots(v, &list, &count, &err))
		screens_error(s, &err);
	else if (number < count)
		ask_kind(s, v, row, list[number].id);
	else
		make_swot(s, v);
}

static void
ask_text(struct screens *s, struct diagnosis_view *v, int row, int kind)
{
	v->factor.kind = (enum factor_kind)kind;
	v->factor.step = FACTOR_ASKS_TEXT;
	dialog_propose(s, factor_kind_heading(v->factor.kind), _("In a sentence"),
		diagnosis_view_row(v, row)->indicator->name, DIAGNOSIS_ANSWER_FACTOR);
}

static void
write_factor(struct screens *s, struct diagnosis_view *v, int row, const char *text)
{
	struct app *app = app_of(s);
	struct swot_factor f = { .kind = v->factor.kind };
	struct error err = { 0 };
	char said[160] = "";
	struct swot w;
	int failed;

	text_copy(f.text, sizeof f.text, text);
	failed = app_may_write(app, &err) || swot_load(app->db, v->factor.swot, &w, &err) ||
		 finding_take_factor(app->db, &v->question, &v->answer, v->shown[row],
			 diagnosis_view_finding(v, diagnosis_view_row(v, row)), v->factor.swot, &f,
			 &err);
	if (!failed)
		snprintf(said, sizeof said,
			_("Written in %s (menu 6 3) with its figures; there d shows them."),
			w.code);
	app_done(s, failed, &err, said);
}

void
diagnosis_factor_answer(
	struct screens *s, struct diagnosis_view *v, int row, const struct event *event)
{
	switch (v->factor.step) {
	case FACTOR_ASKS_SWOT:
		take_swot(s, v, row, event->number);
		break;
	case FACTOR_MAKES_SWOT:
		ask_kind(s, v, row, event->number);
		break;
	case FACTOR_ASKS_KIND:
		ask_text(s, v, row, event->number);
		break;
	case FACTOR_ASKS_TEXT:
		write_factor(s, v, row, event->answer);
		break;
	}
}
