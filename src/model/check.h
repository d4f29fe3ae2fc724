/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that can be wrong in a database of ours: the store's checks and the domain's. */
#ifndef MODEL_CHECK_H
#define MODEL_CHECK_H

#include "store/check.h"

/* Slices that cannot be unpacked or reach beyond the units, counts that disagree with their
 * bytes, series without card, units without name, parents of a wrong level, ended before begun,
 * derived cards in a circle, versions out of order, imports undone that still have slices. */
int check_database(struct db *db, check_fault *fault, void *context, struct error *err);

/* The part that concerns forms: answers without reading, or that the questionnaire does not know,
 * finished readings whose answers changed in number, states that contradict readings, numbers
 * outside their batch, differences without readings. Called by check_database. */
int check_forms(struct db *db, check_fault *fault, void *context, int *found, struct error *err);

/* The part that concerns packed answers: columns that say they are up to date and are not. */
int check_columns(struct db *db, check_fault *fault, void *context, int *found, struct error *err);

/* The part that concerns results of surveys that are values of indicators. */
int check_published(
	struct db *db, check_fault *fault, void *context, int *found, struct error *err);

/* The part that concerns exchange groups: comparison groups that do not follow, members twice,
 * groups above themselves, days that cannot be. */
int check_exchange(
	struct db *db, check_fault *fault, void *context, int *found, struct error *err);

#endif
