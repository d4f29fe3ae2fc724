/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A meeting that a colleague deleted comes back with what was typed of it, or of its lines. */
#include "config.h"

#include "screens/meetings/meeting_screens.h"

int
meeting_form_gone(struct app *app, struct card_form_of *of, const void *base, struct deletion *out,
	struct error *err)
{
	(void)base;
	return deletion_of(app->db, DELETION_MEETING, of->id, out, err);
}

int
meeting_form_line_gone(struct app *app, struct card_form_of *of, const void *base,
	struct deletion *out, struct error *err)
{
	(void)base;
	return deletion_of(app->db, DELETION_MEETING, of->parent, out, err);
}

static int
bring_back(struct app *app, int64_t id, struct error *err)
{
	struct meeting m;

	return meeting_load(app->db, id, &m, err) || meeting_retire(app->db, &m, true, err) ? -1
											    : 0;
}

int
meeting_form_back(struct app *app, struct card_form_of *of, const void *values,
	const struct deletion *d, struct error *err)
{
	(void)values;
	(void)d;
	return bring_back(app, of->id, err);
}

int
meeting_form_line_back(struct app *app, struct card_form_of *of, const void *values,
	const struct deletion *d, struct error *err)
{
	(void)values;
	(void)d;
	return bring_back(app, of->parent, err);
}
