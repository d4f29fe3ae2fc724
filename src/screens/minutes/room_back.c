/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Homework and drafts for opinion that a colleague deleted come back with what was typed of them,
 * or of an answer to them. */
#include "config.h"

#include "screens/minutes/room.h"

#include "model/meetings/homework.h"
#include "model/meetings/opinion.h"

int
homework_form_gone(struct app *app, struct card_form_of *of, const void *base, struct deletion *out,
	struct error *err)
{
	(void)base;
	return deletion_of(app->db, DELETION_HOMEWORK, of->id, out, err);
}

int
homework_form_back(struct app *app, struct card_form_of *of, const void *values,
	const struct deletion *d, struct error *err)
{
	(void)values;
	(void)d;
	return homework_bring_back(app->db, of->id, err);
}

int
opinion_form_gone(struct app *app, struct card_form_of *of, const void *base, struct deletion *out,
	struct error *err)
{
	(void)base;
	return deletion_of(app->db, DELETION_OPINION, of->id, out, err);
}

int
opinion_form_back(struct app *app, struct card_form_of *of, const void *values,
	const struct deletion *d, struct error *err)
{
	(void)values;
	(void)d;
	return opinion_bring_back(app->db, of->id, err);
}

int
opinion_answer_gone(struct app *app, struct card_form_of *of, const void *base,
	struct deletion *out, struct error *err)
{
	(void)base;
	return deletion_of(app->db, DELETION_OPINION, of->parent, out, err);
}

int
opinion_answer_back(struct app *app, struct card_form_of *of, const void *values,
	const struct deletion *d, struct error *err)
{
	(void)values;
	(void)d;
	return opinion_bring_back(app->db, of->parent, err);
}
