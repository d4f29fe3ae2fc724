/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Screens and forms of SWOT analyses and ballots that open each other. */
#ifndef SCREENS_SWOT_SCREENS_H
#define SCREENS_SWOT_SCREENS_H

#include "model/swot/ballot.h"
#include "model/swot/swot.h"
#include "screens/frame/card_form.h"

extern const struct screen factor_list_screen;   /* argument: int64_t, the SWOT */
extern const struct screen swot_matrix_screen;   /* the same */
extern const struct screen swot_position_screen; /* the same */
void swot_print(struct screens *s, int64_t swot); /* the analysis as a document */

extern const struct card_form_kind swot_form;
extern const struct card_form_kind factor_form; /* parent: the SWOT; of a new one as follows */
int64_t factor_form_parent(int64_t swot, enum factor_kind kind);

struct ballot_of { /* whose ballots; all 0 = of all */
	int slot;
	int64_t swot, evaluation;
};
extern const struct screen ballot_list_screen;   /* argument: struct ballot_of, or NULL */
extern const struct screen ballot_grid_screen;   /* argument: int64_t, the ballot */
extern const struct screen ballot_vote_screen;   /* the same */
extern const struct screen ballot_result_screen; /* the same */

/* What a new ballot is about. */
enum ballot_about { ABOUT_PROBLEMS, ABOUT_PRIORITIES, ABOUT_DRIVERS, ABOUT_FACTORS,
	ABOUT_STATEMENTS, ABOUTS };
/* Opens the form of a new ballot: about which unit (problems), SWOT or evaluation. */
void ballot_form_open(struct screens *s, enum ballot_about about, int64_t of, int action);
void ballot_print(struct screens *s, int64_t ballot); /* its cards */
extern const struct card_form_kind ballot_form; /* of one that is open: title and cards */

#endif
