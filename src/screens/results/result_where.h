/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking for a filter of results: its syntax by questions of the wave, and a way to choose them. */
#ifndef SCREENS_RESULT_WHERE_H
#define SCREENS_RESULT_WHERE_H

#include "screens/results/results.h"

struct where_choice { /* between the box and the answer that was chosen */
	char before[512], question[65];
};

/* The box; event->answer is the condition, or ends in "?" where questions are wanted. */
void where_ask(struct screens *s, struct results *r, const char *text, int action);
bool where_wants_choice(const char *text);
/* Keeps what was typed before the question mark, joined with "and" where it needs that. */
void where_begin(struct where_choice *w, const char *text);
/* The answers of the question that was chosen; false = it has none, where_text(-1) goes on. */
bool where_ask_answer(struct screens *s, struct results *r, struct where_choice *w,
	const char *question, int action);
/* The condition with the answer (index) in it, in the arena; -1 = a number is to be typed. */
const char *where_text(struct results *r, const struct where_choice *w, int answer);

#endif
