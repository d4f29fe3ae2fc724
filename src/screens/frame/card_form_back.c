/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The noun says whether it is deleted and brings it back; the form saves what was typed over it. */
#include "config.h"

#include "screens/frame/card_form_back.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "screens/frame/card_form_show.h"

#include <string.h>

bool
card_form_deleted(struct screens *s, const struct card_form_kind *kind, struct card_form_of *of,
	const void *base)
{
	struct error said = { 0 }, ignored = { 0 };
	struct deletion d = { 0 };
	char when[32];

	if (!kind->gone || kind->gone(app_of(s), of, base, &d, &ignored) || !d.deleted)
		return false;
	clock_local(when, sizeof when, d.at);
	if (d.login[0])
		error_set(&said, ERROR_MISSING,
			_("Deleted by %s on %s. F2 puts it back with what is typed here, Esc "
			  "leaves it deleted."),
			d.login, when);
	else
		error_set(&said, ERROR_MISSING,
			_("Deleted on %s. F2 puts it back with what is typed here, Esc leaves it "
			  "deleted."),
			when);
	app_error(s, _("Nothing was saved"), &said);
	return true;
}

static bool
same_fields(const struct card_form_kind *kind, const void *a, const void *b)
{
	for (int i = 0; i < kind->count; i++)
		if (kind->fields[i].kind != FIELD_NOTE && !kind->fields[i].fixed &&
			!card_form_same(kind, i, a, b))
			return false;
	return true;
}

int
card_form_back(struct app *app, const struct card_form_kind *kind, struct card_form_of *of,
	void *base, void *values, struct error *err)
{
	struct arena arena = { 0 };
	struct card_form_of now = *of;
	struct deletion d = { 0 };
	void *there = arena_new(&arena, kind->size);
	int failed = kind->gone(app, &now, base, &d, err) ||
		     (d.deleted && kind->back(app, &now, values, &d, err));

	if (!failed) {
		of->id = now.id;
		failed = kind->read(app, &now, there, err);
	}
	if (!failed && same_fields(kind, there, base)) {
		of->rev = now.rev;
		memcpy(base, there, kind->size);
		for (int i = 0; i < kind->count; i++)
			if (kind->fields[i].kind != FIELD_NOTE)
				card_form_take(&kind->fields[i], there, values);
		memcpy(values, there, kind->size);
	}
	arena_release(&arena);
	return failed ? -1 : 0;
}
