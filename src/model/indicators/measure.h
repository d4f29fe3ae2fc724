/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the words of a card say of its values, where nobody has set limits. */
#ifndef MODEL_MEASURE_H
#define MODEL_MEASURE_H

#include <stdbool.h>

/* Whether values cannot be below 0: numbers of things and people, amounts of them, and shares and
 * rates of those ("szt.", "km", "%", "‰"). Not money, which can be owed, points and what has no
 * measure; nor what is a difference by the name of the card or of its numerator (a balance, growth,
 * a result, "minus"). */
bool measure_counts(const char *measure, const char *name, const char *numerator);

/* Whether values are whole: things and people, not shared by anything ("szt.", "os."). */
bool measure_whole(const char *measure, const char *denominator);
/* Whether values lie between 0 and 100: shares ("%") that are no differences. */
bool measure_share(const char *measure, const char *name, const char *numerator);

#endif
