/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The functions of the table of commands that work on minutes and homework. */
#ifndef COMMANDS_MINUTES_COMMANDS_H
#define COMMANDS_MINUTES_COMMANDS_H

#include <stdint.h>

struct run;
struct error;

/* homework.c */
int command_list_homework(struct run *run, struct error *err);
int command_homework_give(struct run *run, struct error *err);
int command_homework_answer(struct run *run, struct error *err);
int command_list_documents(struct run *run, struct error *err);
int command_list_advice(struct run *run, struct error *err);
int command_homework_review(struct run *run, struct error *err);
int command_homework_set(struct run *run, struct error *err);
/* papers.c */
int paper_number(const char *text, int64_t *id); /* -1: no number of an entry, without a sentence */
/* Says so, unless reading it failed, which is told already; always -1. */
int paper_missing(const char *none, const char *lists, struct error *err);
/* Of an entry that is changed: *group and *slot stay where the code says what stands there. */
int paper_group(struct run *run, const char *code, const char *former, int64_t *group,
	struct error *err);
int paper_unit(struct run *run, const char *code, int *slot, struct error *err); /* "" = none */
int command_document_add(struct run *run, struct error *err);
int command_document_set(struct run *run, struct error *err);
int command_advice_add(struct run *run, struct error *err);
int command_advice_set(struct run *run, struct error *err);
/* paper_acts.c */
int command_homework_retire(struct run *run, struct error *err);
int command_homework_restore(struct run *run, struct error *err);
int command_document_retire(struct run *run, struct error *err);
int command_document_restore(struct run *run, struct error *err);
int command_opinion_retire(struct run *run, struct error *err);
int command_opinion_restore(struct run *run, struct error *err);
int command_advice_retire(struct run *run, struct error *err);
int command_advice_restore(struct run *run, struct error *err);
/* opinions.c */
int command_list_opinions(struct run *run, struct error *err);
int command_opinion_show(struct run *run, struct error *err);
int command_opinion_ask(struct run *run, struct error *err);
int command_opinion_set(struct run *run, struct error *err);
int command_opinion_answer(struct run *run, struct error *err);
/* minutes_remarks.c */
int command_minutes_remark(struct run *run, struct error *err);
int command_minutes_outcome(struct run *run, struct error *err);
int command_minutes_annex(struct run *run, struct error *err);
int command_minutes_remarks(struct run *run, struct error *err);
/* minutes.c */
int command_meeting_minutes(struct run *run, struct error *err);
int command_minutes_make(struct run *run, struct error *err);
int command_minutes_send(struct run *run, struct error *err);
int command_minutes_draft(struct run *run, struct error *err);
int command_minutes_case(struct run *run, struct error *err);
int command_minutes_approve(struct run *run, struct error *err);

#endif
