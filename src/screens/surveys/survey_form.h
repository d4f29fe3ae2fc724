/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms of surveys, waves, batches of paper and operators. */
#ifndef SCREENS_SURVEY_FORM_H
#define SCREENS_SURVEY_FORM_H

#include "screens/frame/card_form.h"

extern const struct card_form_kind survey_form;
extern const struct card_form_kind wave_form;     /* parent: the survey */
extern const struct card_form_kind batch_form;    /* parent: the wave */
extern const struct card_form_kind operator_form;

/* Words of a wave's choices, N_(), ended by NULL, in the order of the model's. */
extern const char *const wave_sample_labels[];
extern const char *const wave_control_labels[];
extern const char *const wave_anonymity_labels[];
extern const char *const wave_method_labels[];
extern const char *const wave_choice_labels[];

#endif
