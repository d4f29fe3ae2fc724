/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the paper says is on the disk before both readings are painted, as a draft of who settles;
 * settling takes it away. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/keying/difference_view.h"

#include <string.h>

static int
put(struct difference_view *v, bool there, struct error *err)
{
	struct keying_session *x = &v->session;
	struct place at = v->sheet.at;
	struct typed_answer line = { .at = at,
		.there = there,
		.answer = { at.question, at.occurrence, v->paper, v->paper_missing, 0 } };

	if (session_renew(x, err))
		return -1;
	return typed_put(x->app->db, TYPED_DIFFERENCE, &v->sheet.form, &x->keyer, &x->q, &line, 1,
		NULL, err);
}

void
difference_keep(struct difference_view *v)
{
	struct error err = { 0 };

	if (v->session.keyer.id && v->step == DIFFERENCE_SHOWN && v->typed && put(v, true, &err))
		screens_error(v->screens, &err);
}

void
difference_give_up(struct difference_view *v)
{
	struct error err = { 0 };

	if (v->session.keyer.id && v->typed && put(v, false, &err))
		screens_error(v->screens, &err);
	v->typed = false;
}

bool
difference_take_up(struct difference_view *v)
{
	const struct keying_session *x = &v->session;
	struct arena arena = { 0 };
	struct error err = { 0 };
	struct typed typed;
	bool found = false;

	if (!x->keyer.id || v->step != DIFFERENCE_PAPER || strcmp(v->now.outcome, "open"))
		return false;
	if (typed_load(x->app->db, TYPED_DIFFERENCE, &v->sheet.form, &x->keyer, &x->q, &arena,
		    &typed, &err))
		screens_error(v->screens, &err);
	for (int i = 0; err.code == ERROR_NONE && i < typed.count && !found; i++) {
		const struct typed_answer *line = &typed.list[i];

		found = line->there && line->at.question == v->sheet.at.question &&
			line->at.occurrence == v->sheet.at.occurrence;
		if (!found)
			continue;
		text_copy(v->paper, sizeof v->paper, line->answer.value);
		v->paper_missing = line->answer.missing;
		v->typed = true;
		v->step = DIFFERENCE_SHOWN;
	}
	arena_release(&arena);
	if (found)
		screens_say(v->screens, "%s",
			_("What you keyed of the paper is here again; it is not settled yet."));
	return found;
}
