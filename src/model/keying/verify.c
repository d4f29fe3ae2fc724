/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verifying while keying: what one more value in a field means. */
#include "config.h"

#include "model/keying/verify.h"

#include "model/keying/difference.h"

enum verify_verdict
verify_typed(struct verify *v, const struct question *q, const struct answer *first,
	const struct answer *typed, struct arena *arena)
{
	enum verify_verdict verdict;

	if (difference_same(q, first, typed))
		verdict = v->insisted ? VERIFY_SLIP : VERIFY_SAME;
	else if (v->insisted && difference_same(q, &v->last, typed))
		verdict = VERIFY_REPLACES;
	else
		verdict = VERIFY_AGAIN;
	*v = (struct verify){ .insisted = verdict == VERIFY_AGAIN };
	if (v->insisted) {
		v->last = *typed;
		v->last.value = arena_string(arena, typed->value);
	}
	return verdict;
}
