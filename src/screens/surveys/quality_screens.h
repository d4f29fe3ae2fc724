/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Second keying, differences, progress and quality: menu 3 2, 3 3 and 3 8. */
#ifndef SCREENS_QUALITY_SCREENS_H
#define SCREENS_QUALITY_SCREENS_H

#include "model/keying/difference.h"
#include "screens/frame/app.h"

extern const struct screen second_list_screen;  /* menu 3 2 */
extern const struct screen second_forms_screen; /* argument: struct keying_task */
extern const struct screen difference_list_screen; /* menu 3 3 */
extern const struct screen progress_screen;        /* menu 3 8 */

struct difference_request {
	int64_t wave, batch;      /* batch 0 = of the wave */
	struct difference chosen; /* the one that comes first; the next open ones follow */
};
extern const struct screen difference_card_screen; /* argument: struct difference_request */

/* Whose mistake it was, in words; "open" and what was only verified too. */
const char *difference_outcome_text(const char *outcome);
/* Takes a decision back and says so, or why not. */
void difference_take_back(struct screens *s, const struct difference *d);

#endif
