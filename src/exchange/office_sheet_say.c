/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the sheet of an office changes, in the words of the preview. */
#include "config.h"

#include "exchange/office_sheet.h"

#include "base/i18n.h"
#include "base/number.h"
#include "model/strategies/task_state.h"

#include <string.h>

static const char *
task_words(struct arena *arena, const struct task *t)
{
	if (t->percent == TASK_PERCENT_UNKNOWN)
		return arena_format(arena, "–, %s", task_state_label(t->state));
	return arena_format(arena, "%d%%, %s", t->percent, task_state_label(t->state));
}

static const char *
figure_words(struct arena *arena, const char *figure)
{
	return figure[0] ? number_shown(arena, figure) : "–";
}

/* Value, or per cent and state. */
static void
say_figure(struct import_job *job, const struct office_sheet *s, int line)
{
	const struct office_line *l = &s->lines[line];
	const struct task *t = office_sheet_task(s, l->task.id);
	const char *was, *now;

	if (t) {
		const struct task then = task_as_of(t, s->state.course.year);

		was = task_words(&job->arena, &then);
		now = task_words(&job->arena, &l->task);
	} else {
		was = figure_words(&job->arena, l->was);
		now = figure_words(&job->arena, l->now);
	}
	if (strcmp(was, now) != 0)
		import_remark(job, REMARK_NOTE, s->rows[line].line, "%s %s: %s → %s",
			s->rows[line].cell[OFFICE_CODE], l->name, was, now);
}

/* With the beginnings of long texts: a remark has room for both. */
static void
say_words(struct import_job *job, const struct office_sheet *s, int line)
{
	const struct office_line *l = &s->lines[line];

	if (!l->now[0] || strcmp(l->words, l->words_was) == 0)
		return;
	import_remark(job, REMARK_NOTE, s->rows[line].line,
		l->task.id ? _("%s %.80s, reason: %.150s → %.150s")
			   : _("%s %.80s, source: %.150s → %.150s"),
		s->rows[line].cell[OFFICE_CODE], l->name, l->words_was[0] ? l->words_was : "–",
		l->words[0] ? l->words : "–");
}

void
office_sheet_say(struct import_job *job, const struct office_sheet *s)
{
	for (int i = 0; i < s->count; i++)
		if (s->lines[i].fate != OFFICE_SAME) {
			say_figure(job, s, i);
			say_words(job, s, i);
		}
}
