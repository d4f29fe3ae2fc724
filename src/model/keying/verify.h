/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule of verifying while keying, for one field. What was keyed first is not shown. Another
 * value is asked for again; the same other value twice in a row takes the first one's place and
 * counts against the first keyer; coming back to the first value counts against the verifier; a
 * third value begins the count anew. The rule is CSEntry's of CSPro. */
#ifndef MODEL_VERIFY_H
#define MODEL_VERIFY_H

#include "model/keying/route.h"

struct verify {             /* of one field; zero = nothing else was typed yet */
	bool insisted;      /* another value was typed and asked for again */
	struct answer last; /* that value */
};

enum verify_verdict {
	VERIFY_SAME,     /* as keyed first: go on */
	VERIFY_SLIP,     /* as keyed first, after another value: go on, the verifier's mistake */
	VERIFY_REPLACES, /* the same other value twice: go on, the first keyer's mistake */
	VERIFY_AGAIN     /* beep, empty the field, ask again */
};

/* first may be NULL: not keyed. The text of what was typed is copied into the arena. After a
 * verdict that goes on, v is zero again. */
enum verify_verdict verify_typed(struct verify *v, const struct question *q,
	const struct answer *first, const struct answer *typed, struct arena *arena);

#endif
