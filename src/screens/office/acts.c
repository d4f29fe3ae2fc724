/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who did what and when: the audit log in words, and the way to the check of the database. */
#include "config.h"

#include "screens/frame/screens.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "store/audit.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

enum { NEWEST = 20000 };

struct acts {
	struct list_screen base;
	struct audit_line *lines;
};

/* What an act of the log is called; one that is not known here stands as it was written. */
static const struct {
	const char *action, *text;
} words[] = {
	{ "answers.code", N_("open answer put into categories") },
	{ "audit.prune", N_("old lines of this list taken away") },
	{ "batch.change", N_("batch of paper changed") },
	{ "batch.close", N_("batch of paper closed") },
	{ "batch.receive", N_("batch of paper taken in") },
	{ "batch.reopen", N_("batch of paper opened again") },
	{ "database.restore", N_("backup restored") },
	{ "difference.reopen", N_("decision on a difference taken back") },
	{ "difference.settle", N_("difference settled") },
	{ "export", N_("file written") },
	{ "form.correct", N_("form corrected") },
	{ "form.keyed", N_("form keyed") },
	{ "form.note", N_("note written on a form") },
	{ "form.remark", N_("remark written on a form") },
	{ "form.second", N_("form keyed a second time") },
	{ "form.state", N_("state of a form changed") },
	{ "group.add", N_("comparison group made") },
	{ "group.change", N_("comparison group changed") },
	{ "group.retire", N_("comparison group deleted") },
	{ "import", N_("file imported") },
	{ "import.undo", N_("import undone") },
	{ "indicator.change", N_("card of an indicator changed") },
	{ "indicator.new", N_("card of an indicator made") },
	{ "indicator.release", N_("series got its own card back") },
	{ "indicator.restore", N_("card of an indicator brought back") },
	{ "indicator.retire", N_("card of an indicator deleted") },
	{ "indicator.series", N_("series got a catalogue name") },
	{ "office.change", N_("office changed") },
	{ "open_code.add", N_("category of open answers made") },
	{ "operator.add", N_("operator entered in the list") },
	{ "operator.change", N_("operator changed") },
	{ "operator.erase", N_("operator erased from the list") },
	{ "person.add", N_("person added") },
	{ "person.change", N_("person changed") },
	{ "person.restore", N_("person brought back") },
	{ "person.retire", N_("person taken out") },
	{ "questionnaire.add", N_("questionnaire made") },
	{ "questionnaire.change", N_("questionnaire changed") },
	{ "questionnaire.drop", N_("draft of a questionnaire deleted") },
	{ "questionnaire.publish", N_("questionnaire published") },
	{ "questionnaire.restore", N_("questionnaire brought back") },
	{ "questionnaire.retire", N_("questionnaire taken out of use") },
	{ "survey.add", N_("survey made") },
	{ "survey.change", N_("survey changed") },
	{ "survey.restore", N_("survey brought back") },
	{ "survey.retire", N_("survey taken out of use") },
	{ "wave.add", N_("wave made") },
	{ "wave.change", N_("wave changed") },
	{ "wave.close", N_("wave closed") },
	{ "wave.enforce", N_("another person demanded at second keying") },
	{ "wave.erase", N_("personal data of a wave erased") },
	{ "wave.lift", N_("one person allowed to key a form twice") },
	{ "wave.reopen", N_("wave opened again") },
	{ "wave.retire", N_("wave deleted") },
	{ "wave.second", N_("questions keyed twice changed") },
	{ "weights.add", N_("weights of a wave made") },
	{ "weights.change", N_("weights of a wave changed") },
	{ "weights.drop", N_("weights of a wave taken away") },
};

static const char *
act_text(const struct audit_line *line)
{
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i].action, line->action) == 0)
			return _(words[i].text);
	return line->action;
}

static void
cell(const void *self, int row, int column, struct list_cell *cell)
{
	const struct audit_line *line = &((const struct acts *)self)->lines[row];

	if (column == 0)
		snprintf(cell->text, sizeof cell->text, "%s%s%s", act_text(line),
			line->summary[0] ? ": " : "", line->summary);
	else if (column == 1)
		text_copy(cell->text, sizeof cell->text, line->login);
	else
		clock_local(cell->text, sizeof cell->text, line->at);
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct acts *)self)->lines[row].id);
}

/* A person or a day is looked for as well as an act. */
static void
key(const void *self, int row, char *dst, size_t size)
{
	struct list_cell cells[3] = { { .role = ROLE_TEXT } };

	for (int column = 0; column < 3; column++)
		cell(self, row, column, &cells[column]);
	snprintf(dst, size, "%s %s %s", cells[1].text, cells[2].text, cells[0].text);
}

static int
load(void *self, struct error *err)
{
	struct acts *a = self;

	return audit_list(
		a->base.app->db, NEWEST, &a->base.arena, &a->lines, &a->base.count, err);
}

static void
above(void *self, struct canvas *c)
{
	if (((struct acts *)self)->base.count == NEWEST)
		canvas_text(c, 0, 0, -1, ROLE_HINT,
			_("The newest 20 000 acts. c checks the whole list and the database."));
	else
		canvas_text(c, 0, 0, -1, ROLE_HINT,
			_("Acts are kept two years. c checks the list and the database."));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	(void)self;
	(void)event;
	if (action != ACTION_CHECK)
		return SCREEN_PASS;
	screens_push(s, &check_screen, NULL);
	return SCREEN_HANDLED;
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	const struct audit_line *line = &((const struct acts *)self)->lines[row];
	struct arena arena = { 0 };
	char at[32];

	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	dialog_message(s, _("Act"),
		arena_format(&arena, _("%s\n%s\n\nWho: %s\nWhen: %s\nNumber: %lld"), act_text(line),
			line->summary, line->login, clock_local(at, sizeof at, line->at),
			(long long)line->id));
	arena_release(&arena);
	return SCREEN_HANDLED;
}

static const struct list_column columns[] = {
	{ N_("What was done"), 0, false },
	{ N_("Who"), 12, false },
	{ N_("When"), 16, false },
};

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("Nobody has done anything yet."),
	.lines_above = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("acts"),
	.file_title = N_("Who did what and when"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)argument;
	(void)err;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER, ACTION_CHECK,
	ACTION_REFRESH, 0 };

const struct screen acts_screen = {
	.name = "acts",
	.title = N_("History of changes"),
	.size = sizeof(struct acts),
	.actions = ids,
	.start = start,
	LIST_SCREEN,
};
