/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a condition may ask for; only the files of tables include it. */
#ifndef MODEL_TABULATE_CONDITION_H
#define MODEL_TABULATE_CONDITION_H

#include "model/tables/tabulate_parts.h"

/* One way of parting all forms, of which those that fulfil a condition take whole groups. */
struct parting {
	/* One question with choices: its heads are the groups, as they stand in cross-tables.
	 * NULL = several questions, or numbers in classes. */
	const char *by;
	int mark; /* of several choices the one that is asked for; -1 = of one choice */
	const uint32_t *group; /* by NULL: of each form */
	uint32_t groups;
};
struct partings {
	struct parting *list;
	int count;
};
/* Of the condition that was asked for last. */
const struct partings *tally_partings(const struct wave_columns *w);

/* ERROR_DENIED, as tally_select() says. selected: the forms that fulfil it.
 *
 * It is made of whole groups (model/tables/tabulate_crossing.h), the same for all conditions that
 * name the same questions, at every threshold: so two of them differ by nobody or by a group. Nor
 * is there one that names only some of its questions and holds for all of its forms and few more,
 * or for all but few of them. What people wrote is not asked for, only its categories are.
 * Where answers are hidden, it takes all hidden answers to a question that is answered by one of a
 * list, or none; on hidden marks of a question with several answers it does not depend: whoever had
 * them or had them not would be selected alike.
 *
 * Not looked at: conditions of which neither names all the questions of the other; and those who
 * left a question blank, for whom the tables of all its answers leave a rest.
 *
 * partings, in the wave's arena: how people are parted by what it names (tabulate_beside.h). */
int tally_condition_allowed(struct wave_columns *w, const char *where, int threshold,
	const unsigned char *selected, struct partings *partings, struct error *err);
/* So many people at least are a group: whoever asks for a higher threshold has the same groups. */
int tally_condition_group(const struct wave_columns *w);

#endif
