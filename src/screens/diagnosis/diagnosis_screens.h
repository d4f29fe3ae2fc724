/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Screens and forms of diagnoses and problems that open each other. */
#ifndef SCREENS_DIAGNOSIS_SCREENS_H
#define SCREENS_DIAGNOSIS_SCREENS_H

#include "screens/frame/card_form.h"

extern const struct screen diagnosis_screen;        /* 6 1 */
extern const struct screen problem_list_screen;     /* 6 2 */
extern const struct screen problem_evidence_screen; /* argument: int64_t, the problem */
extern const struct screen problem_links_screen;    /* argument: int64_t, the priority */

extern const struct card_form_kind problem_form;

#endif
