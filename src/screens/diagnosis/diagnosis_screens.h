/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Screens and forms of diagnoses and problems that open each other. */
#ifndef SCREENS_DIAGNOSIS_SCREENS_H
#define SCREENS_DIAGNOSIS_SCREENS_H

#include "model/diagnosis/diagnosis.h"
#include "model/diagnosis/strategic_evidence.h"
#include "screens/frame/card_form.h"

extern const struct screen diagnosis_screen;     /* 6 1 */
extern const struct screen diagnosis_map_screen; /* argument: struct diagnosis, the question */
extern const struct screen problem_list_screen;  /* 6 2 */
extern const struct screen problem_links_screen; /* argument: int64_t, the priority */
struct evidence_of {
	struct strategic_owner owner;
	int64_t swot; /* of a factor */
};
extern const struct screen strategic_evidence_screen; /* argument: struct evidence_of */

extern const struct card_form_kind problem_form;

#endif
