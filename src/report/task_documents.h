/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables about what is done for a strategy, the same for screens, commands and reports. */
#ifndef REPORT_TASK_DOCUMENTS_H
#define REPORT_TASK_DOCUMENTS_H

#include "model/strategies/adoption_step.h"
#include "model/strategies/consultation.h"
#include "model/strategies/goal.h"
#include "model/strategies/risk.h"
#include "model/strategies/task.h"
#include "model/strategies/task_money.h"
#include "report/table.h"

/* "1.2/3", the goal's number and the place within it; of the whole strategy "3". Returns dst. */
char *document_task_number(char *dst, size_t size, const struct goal *goals, int goal_count,
	const struct task *t);

/* In the order of the list; states as of the day (YYYY-MM-DD); sums of money at the end. */
void document_tasks(struct report_table *t, struct arena *arena, const struct strategy *s,
	const struct goal *goals, int goal_count, const struct task *tasks, int count,
	const char *day);
/* What task_money_sums() gave: two rows a year, planned and spent. */
void document_task_money(struct report_table *t, struct arena *arena, const struct strategy *s,
	const struct task_money_sum *sums, int count);
void document_risks(struct report_table *t, struct arena *arena, const struct strategy *s,
	const struct risk *risks, int count);
void document_steps(struct report_table *t, struct arena *arena, const struct strategy *s,
	const struct adoption_step *steps, int count);
/* The table of remarks with their answers, as it is published after consultations; how many were
 * taken stands above. */
void document_remarks(struct report_table *t, struct arena *arena, const struct strategy *s,
	const struct remark *remarks, int count);

#endif
