/* SPDX-License-Identifier: GPL-3.0-or-later */
/* homework, document, advice, opinion: deleted by their numbers, and brought back. */
#include "config.h"

#include "commands/minutes_commands.h"
#include "commands/run.h"

#include "base/i18n.h"
#include "model/meetings/advice.h"
#include "model/meetings/document_register.h"
#include "model/meetings/homework.h"
#include "model/meetings/opinion.h"

struct paper { /* sentences: N_() */
	int (*retire)(struct db *db, int64_t id, int64_t rev, struct error *err);
	int (*restore)(struct db *db, int64_t id, struct error *err);
	/* Its state, and whether it is deleted; else ERROR_MISSING. */
	int (*look)(struct run *run, int64_t id, int64_t *rev, bool *retired, struct error *err);
	const char *none, *lists, *deleted, *back, *not_deleted, *deleted_already;
};

static int
change(struct run *run, const struct paper *paper, bool back, struct error *err)
{
	const char *text = run->arguments->operands[0];
	int64_t rev = 0;
	bool retired = false;
	int64_t id;

	if (paper_number(text, &id) || paper->look(run, id, &rev, &retired, err))
		return paper_missing(_(paper->none), _(paper->lists), err);
	if (retired != back)
		return error_set(err, ERROR_INPUT, "%s",
			_(back ? paper->not_deleted : paper->deleted_already));
	if (back ? paper->restore(run->db, id, err) : paper->retire(run->db, id, rev, err))
		return -1;
	run_say("%s", _(back ? paper->back : paper->deleted));
	return 0;
}

/* ---- homework ---- */

static int
look_homework(struct run *run, int64_t id, int64_t *rev, bool *retired, struct error *err)
{
	struct homework h;

	if (homework_load(run->db, id, &run->arena, &h, err))
		return -1;
	*rev = h.rev;
	*retired = h.retired_at[0] != '\0';
	return 0;
}

static const struct paper homework = { .retire = homework_retire,
	.restore = homework_bring_back,
	.look = look_homework,
	.none = N_("There is no homework with this number."),
	.lists = N_("gromada list homework prints all of it, with --retired what was deleted."),
	.deleted = N_("The homework is deleted; homework restore brings it back."),
	.back = N_("The homework is back."),
	.not_deleted = N_("This homework is not deleted."),
	.deleted_already = N_("This homework is deleted already.") };

int
command_homework_retire(struct run *run, struct error *err)
{
	return change(run, &homework, false, err);
}

int
command_homework_restore(struct run *run, struct error *err)
{
	return change(run, &homework, true, err);
}

/* ---- documents ---- */

static int
look_document(struct run *run, int64_t id, int64_t *rev, bool *retired, struct error *err)
{
	struct register_entry e;

	if (register_load(run->db, id, &run->arena, &e, err))
		return -1;
	*rev = e.rev;
	*retired = e.retired_at[0] != '\0';
	return 0;
}

static const struct paper document = { .retire = register_retire,
	.restore = register_bring_back,
	.look = look_document,
	.none = N_("There is no document with this number in the register."),
	.lists = N_("gromada list documents prints all of them, with --retired those deleted."),
	.deleted = N_("The document is deleted from the register and its file stays; document "
		      "restore brings it back."),
	.back = N_("The document is back in the register."),
	.not_deleted = N_("This document is not deleted."),
	.deleted_already = N_("This document is deleted already.") };

int
command_document_retire(struct run *run, struct error *err)
{
	return change(run, &document, false, err);
}

int
command_document_restore(struct run *run, struct error *err)
{
	return change(run, &document, true, err);
}

/* ---- drafts for opinion ---- */

static int
look_opinion(struct run *run, int64_t id, int64_t *rev, bool *retired, struct error *err)
{
	struct opinion o;

	if (opinion_load(run->db, id, &run->arena, &o, err))
		return -1;
	*rev = o.rev;
	*retired = o.retired_at[0] != '\0';
	return 0;
}

static const struct paper opinion = { .retire = opinion_retire,
	.restore = opinion_bring_back,
	.look = look_opinion,
	.none = N_("There is no draft for opinion with this number."),
	.lists = N_("gromada list opinions prints all of them, with --retired those deleted."),
	.deleted = N_("The draft for opinion is deleted; opinion restore brings it back."),
	.back = N_("The draft for opinion is back."),
	.not_deleted = N_("This draft for opinion is not deleted."),
	.deleted_already = N_("This draft for opinion is deleted already.") };

int
command_opinion_retire(struct run *run, struct error *err)
{
	return change(run, &opinion, false, err);
}

int
command_opinion_restore(struct run *run, struct error *err)
{
	return change(run, &opinion, true, err);
}

/* ---- advice ---- */

static int
look_advice(struct run *run, int64_t id, int64_t *rev, bool *retired, struct error *err)
{
	struct advice a;

	if (advice_load(run->db, id, &run->arena, &a, err))
		return -1;
	*rev = a.rev;
	*retired = a.retired_at[0] != '\0';
	return 0;
}

static const struct paper advice = { .retire = advice_retire,
	.restore = advice_bring_back,
	.look = look_advice,
	.none = N_("There is no advice with this number in the log."),
	.lists = N_("gromada list advice prints all of it, with --retired what was deleted."),
	.deleted = N_("The advice is deleted; advice restore brings it back."),
	.back = N_("The advice is back in the log."),
	.not_deleted = N_("This advice is not deleted."),
	.deleted_already = N_("This advice is deleted already.") };

int
command_advice_retire(struct run *run, struct error *err)
{
	return change(run, &advice, false, err);
}

int
command_advice_restore(struct run *run, struct error *err)
{
	return change(run, &advice, true, err);
}
