/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen prints: each asks for form and name by the dialog of exports, then writes. */
#ifndef SCREENS_PRINT_H
#define SCREENS_PRINT_H

#include "model/surveys/wave.h"
#include "report/slips.h"
#include "screens/frame/app.h"

/* The blank paper form of a version, in the language of the interface; with what the wave says
 * about itself unless wave is 0. */
void print_questionnaire(struct screens *s, int64_t version, int64_t wave);
/* A slip, list or protocol of the wave, or of one of its batches (0 = of the whole wave). */
void print_slip(struct screens *s, enum slip slip, int64_t wave, int64_t batch);

#endif
