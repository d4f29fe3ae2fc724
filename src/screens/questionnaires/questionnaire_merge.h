/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two people changed one questionnaire: what differs, and one made of both. */
#ifndef SCREENS_QUESTIONNAIRE_MERGE_H
#define SCREENS_QUESTIONNAIRE_MERGE_H

#include "screens/questionnaires/questionnaire_design.h"

/* Reads the colleague's version and shows both; the answer is DESIGN_CONFLICT. Where both say the
 * same the person's is saved. false = it cannot be brought together: published, gone. */
bool questionnaire_merge_show(struct screens *s, struct design *d);
/* answer: 'm' or 't' for each difference. Makes d->q of both, with the colleague's revs. */
bool questionnaire_merge(struct design *d, const char *answer);

#endif
