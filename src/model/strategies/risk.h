/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Risks of a strategy and its tasks: how likely, how grave, what is done about them. Lines of the
 * strategy: each change raises its rev. */
#ifndef MODEL_RISK_H
#define MODEL_RISK_H

#include "model/kept.h"

enum { RISK_LOWEST = 1, RISK_HIGHEST = 5 };

/* Likelihood times effect: up to 4 low, up to 12 medium, from 15 high. */
enum risk_level { RISK_LOW, RISK_MEDIUM, RISK_HIGH, RISK_LEVELS };
enum risk_level risk_level(int likelihood, int effect);
const char *risk_level_label(enum risk_level l); /* translated */

enum risk_field { RISK_FIELD_TASK = 1, RISK_FIELD_TEXT, RISK_FIELD_LIKELIHOOD, RISK_FIELD_EFFECT,
	RISK_FIELD_RESPONSE, RISK_FIELD_OFFICE, RISK_FIELD_CLOSED };
struct risk {
	int position;          /* 0 = a new one, at the end */
	int64_t task;          /* 0 = of the whole strategy */
	const char *task_name; /* read only; "" without a task */
	int likelihood, effect;
	/* Never NULL; "" = none. text and response: KEPT_LINES_SIZE, office: KEPT_OFFICE_SIZE
	 * (model/kept.h). */
	const char *text, *response, *office, *closed_on;
};

/* In the order of their places; texts in the arena. */
int risk_list(struct db *db, int64_t strategy, struct arena *arena, struct risk **list, int *count,
	struct error *err);
int risk_load(struct db *db, int64_t strategy, int position, struct arena *arena, struct risk *out,
	struct error *err);
/* Where one with these words stands: at *position still, or the first of them; 0 = nowhere. */
int risk_find(struct db *db, int64_t strategy, const char *text, int *position, struct error *err);
/* Whether its texts have the room that a form gives them. */
int risk_check_texts(const struct risk *r, struct error *err);
/* rev: of the strategy as it was read; raised. Refused: no text, a likelihood or an effect outside
 * 1 to 5, a task of another strategy, a high risk without a response, ERROR_CONFLICT. A new one's
 * place is written. */
int risk_save(struct db *db, int64_t strategy, int64_t rev, struct risk *r, struct error *err);
/* The same inside a write of the caller, who has touched the strategy. */
int risk_put(struct db *db, int64_t strategy, struct risk *r, struct error *err);
int risk_remove(struct db *db, int64_t strategy, int64_t rev, int position, struct error *err);
int risk_move(struct db *db, int64_t strategy, int64_t rev, int position, int by,
	struct error *err);

#endif
