/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of a number that cannot be keyed, and why, by digits. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/keying/keying_state.h"
#include "tui/dialog.h"

#include <stdio.h>

enum { WORDS = 8, WORD = 96 };

static const struct {
	enum form_state state;
	const char *words;
} states[] = { { FORM_EMPTY, N_("empty: nothing is ticked") },
	{ FORM_SPOILT, N_("spoilt: it cannot be used") },
	{ FORM_MISSING, N_("missing: it is not in the batch") },
	{ FORM_WAITING, N_("waits again to be keyed") } };
enum { STATES = sizeof states / sizeof *states };

static const char *const reasons_empty[] = { N_("nothing was filled in"),
	N_("only the heading was filled in"), NULL };
static const char *const reasons_spoilt[] = { N_("torn or wet"), N_("illegible as a whole"),
	N_("not this questionnaire"), N_("the same form twice"), NULL };
static const char *const reasons_missing[] = { N_("it was not given back"),
	N_("it is in another batch"), N_("it got lost"), NULL };

static const char *const *
reasons_of(enum form_state state)
{
	return state == FORM_EMPTY    ? reasons_empty
	       : state == FORM_SPOILT ? reasons_spoilt
				      : reasons_missing;
}

/* Each with its digit before it, which chooses it. */
static void
choose(struct screens *s, const char *title, const char *const *words, int count, int action)
{
	char lines[WORDS][WORD];
	const char *items[WORDS];

	for (int i = 0; i < count; i++) {
		snprintf(lines[i], sizeof lines[i], "%d %s", i + 1, _(words[i]));
		items[i] = lines[i];
	}
	dialog_choose(s, title, items, count, 0, action);
}

int
keying_state_ask(struct screens *s, const struct form *form, int action, struct error *err)
{
	const char *words[STATES];
	int count = form->state == FORM_WAITING ? STATES - 1 : STATES;
	char title[WORD];

	if (form->state == FORM_KEYED)
		return error_set(err, ERROR_INPUT,
			_("Form %lld is keyed already; its state cannot be changed any more."),
			(long long)form->number);
	for (int i = 0; i < count; i++)
		words[i] = states[i].words;
	snprintf(title, sizeof title, _("Form %lld is"), (long long)form->number);
	choose(s, title, words, count, action);
	return 0;
}

enum form_state
keying_state_chosen(int choice)
{
	return states[choice].state;
}

void
keying_state_ask_reason(struct screens *s, enum form_state state, int action)
{
	const char *words[WORDS];
	const char *const *reasons = reasons_of(state);
	int count = 0;

	for (; reasons[count]; count++)
		words[count] = reasons[count];
	words[count++] = N_("another: type it");
	choose(s, form_state_label(state), words, count, action);
}

const char *
keying_state_reason(enum form_state state, int choice)
{
	const char *reason = reasons_of(state)[choice];

	return reason ? _(reason) : NULL;
}

void
keying_state_ask_words(struct screens *s, enum form_state state, int action)
{
	dialog_input(s, form_state_label(state), _("Reason:"), "", action);
}

int
keying_state_typed(const struct form *form, const char *reason, struct error *err)
{
	if (reason && text_has_letter(reason))
		return 0;
	return error_set(err, ERROR_INPUT,
		_("A reason needs words. Form %lld stays as it was."),
		(long long)form->number);
}
