/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A correction on the screen of a form: it goes on where it stopped, is kept for later, and meets
 * what a colleague changed meanwhile. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/conflict.h"
#include "screens/keying/keying_codes.h"
#include "screens/keying/keying_draft.h"
#include "screens/keying/keying_screen.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

enum { SHOWN = 256, LABEL = 512 };

void
keying_mend_start(struct keying *k)
{
	const struct sheet *h = &k->sheet;
	long long number = h->form.number;
	char at[32];

	if (!h->drafted)
		screens_say(k->screens, "%s",
			_("The form changes once F2 and Enter save the correction; until then it "
			  "is a draft."));
	else if (h->moved_on)
		screens_say(k->screens,
			_("Form %lld was changed since %s; the correction goes on beside that."),
			number, clock_local(at, sizeof at, h->typed_at));
	else
		screens_say(k->screens,
			_("The correction of form %lld from %s goes on where it stopped."), number,
			clock_local(at, sizeof at, h->typed_at));
}

bool
keying_mend_asks(struct keying *k, int action)
{
	const char *buttons[] = { _("[K]eep for later"), _("[D]iscard"), _("[B]ack to the form") };
	int changes = sheet_corrections(&k->sheet);
	char text[256];

	if (!changes)
		return false;
	snprintf(text, sizeof text,
		P_("%d answer of form %lld was changed; the form itself is as it was.",
			"%d answers of form %lld were changed; the form itself is as it was.",
			(unsigned long)changes),
		changes, (long long)k->sheet.form.number);
	dialog_buttons(k->screens, _("Correction"), text, buttons, 3, 0, action);
	return true;
}

/* ---- a colleague was faster ---- */

/* As it is keyed, with the label of a single choice. */
static const char *
shown(struct arena *arena, const struct keying_session *x, bool there, const struct answer *a)
{
	struct keyed_code *codes;
	char text[SHOWN];
	int count;

	if (!there)
		return _("(nothing)");
	count = keying_codes(&x->q, a->question, x->language, arena, &codes);
	keying_codes_show(&x->q, a, codes, count, text, sizeof text);
	for (int i = 0; i < count; i++)
		if (strcmp(codes[i].name, a->value) == 0)
			return arena_format(arena, "%s  %s", text, codes[i].label);
	return arena_string(arena, text);
}

static const char *
label(struct arena *arena, const struct keying_session *x, struct place at)
{
	const struct question *q = &x->q.questions[at.question];
	char number[16];

	question_number(&x->q, at.question, number, sizeof number);
	if (at.occurrence > 1)
		return arena_format(arena, _("%s (%d) %s"), number, at.occurrence,
			questionnaire_text(&x->q, &q->label, x->language));
	return arena_format(
		arena, "%s %s", number, questionnaire_text(&x->q, &q->label, x->language));
}

static void
show_both(struct keying *k, int action)
{
	const struct sheet *h = &k->sheet;
	struct arena arena = { 0 };
	struct conflict_field *fields =
		arena_array(&arena, (size_t)h->apart_count, sizeof *fields);
	char what[LABEL];

	for (int i = 0; i < h->apart_count; i++) {
		const struct typed_answer *x = &h->apart[i];
		const struct answer *now =
			answers_find(&h->before, x->at.question, x->at.occurrence);

		fields[i] = (struct conflict_field){ label(&arena, k->session, x->at),
			shown(&arena, k->session, x->there, &x->answer),
			shown(&arena, k->session, now != NULL, now), false };
	}
	snprintf(what, sizeof what, _("form %lld"), (long long)h->form.number);
	conflict_open(k->screens, what, fields, h->apart_count, action);
	arena_release(&arena);
}

/* Who answers nothing decides later: the draft waits with both versions. */
bool
keying_mend_settle(struct keying *k, int action)
{
	if (!k->sheet.apart_count || k->leaving || screens_self(k->screens) != k)
		return false;
	if (!k->deciding) {
		k->deciding = true;
		show_both(k, action);
		return true;
	}
	keying_leave(k);
	return true;
}

void
keying_mend_decided(struct keying *k, const char *choice)
{
	k->deciding = false;
	sheet_decide(&k->sheet, choice);
	k->seen = (struct place){ -2, 0 };
	k->mode = k->sheet.at.question < 0 ? KEYING_END : KEYING_FIELD;
	keying_arrive(k);
	screens_say(k->screens, "%s", _("F2 goes to the end, where the correction is saved."));
}

bool
keying_mend_conflict(struct keying *k)
{
	struct error err = { 0 };

	if (k->session->kind != READING_CORRECTION || sheet_rebase(&k->sheet, &err) != 1)
		return false;
	k->seen = (struct place){ -2, 0 };
	keying_arrive(k);
	if (!k->sheet.apart_count)
		screens_say(k->screens,
			_("Form %lld was changed meanwhile; look at it and save once more."),
			(long long)k->sheet.form.number);
	return true;
}
