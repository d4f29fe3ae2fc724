/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside goals, indicators and tasks in a strategy's file: steps of adoption, remarks,
 * risks. */
#include "config.h"

#include "exchange/strategy_writing.h"

#include "model/strategies/adoption_step.h"
#include "model/strategies/consultation.h"
#include "model/strategies/risk.h"

static int
write_steps(struct strategy_writing *w, struct error *err)
{
	struct adoption_step *list;
	int count;

	if (adoption_list(w->db, w->strategy->id, &w->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++) {
		strategy_write_begin(w, "step");
		strategy_write_whole(w, SC_NUMBER, list[i].position);
		w->cells[SC_KIND] = adoption_kind_name(list[i].kind);
		w->cells[SC_NAME] = list[i].name;
		w->cells[SC_PLANNED_ON] = list[i].planned_on;
		w->cells[SC_DAY] = list[i].done_on;
		w->cells[SC_DOCUMENT] = list[i].document;
		w->cells[SC_NOTE] = list[i].note;
		strategy_write_end(w);
	}
	return 0;
}

static int
write_remarks(struct strategy_writing *w, struct error *err)
{
	struct remark *list;
	int count;

	if (remark_list(w->db, w->strategy->id, &w->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++) {
		strategy_write_begin(w, "remark");
		strategy_write_whole(w, SC_NUMBER, list[i].position);
		w->cells[SC_DAY] = list[i].made_on;
		w->cells[SC_AUTHOR] = list[i].author;
		w->cells[SC_PLACE] = list[i].place;
		w->cells[SC_TEXT] = list[i].text;
		w->cells[SC_OUTCOME] = remark_outcome_name(list[i].outcome);
		w->cells[SC_ANSWER] = list[i].answer;
		strategy_write_end(w);
	}
	return 0;
}

/* A risk of a deleted task is one of the whole strategy. */
static int
write_risks(struct strategy_writing *w, struct error *err)
{
	struct risk *list;
	int count;

	if (risk_list(w->db, w->strategy->id, &w->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++) {
		strategy_write_begin(w, "risk");
		strategy_write_whole(w, SC_NUMBER, list[i].position);
		for (int k = 0; k < w->task_count; k++)
			if (w->tasks[k].id == list[i].task)
				strategy_write_whole(w, SC_ITEM, w->items[k]);
		w->cells[SC_TEXT] = list[i].text;
		strategy_write_whole(w, SC_LIKELIHOOD, list[i].likelihood);
		strategy_write_whole(w, SC_EFFECT, list[i].effect);
		w->cells[SC_ANSWER] = list[i].response;
		w->cells[SC_OFFICE] = list[i].office;
		w->cells[SC_DAY] = list[i].closed_on;
		strategy_write_end(w);
	}
	return 0;
}

int
strategy_write_lines(struct strategy_writing *w, struct error *err)
{
	return write_steps(w, err) || write_remarks(w, err) || write_risks(w, err) ? -1 : 0;
}
