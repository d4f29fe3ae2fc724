/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filling a new database: the catalogue always, the demonstration data when asked for. */
#ifndef EXCHANGE_DEMO_H
#define EXCHANGE_DEMO_H

#include "base/error.h"
#include "base/progress.h"
#include "store/db.h"

#include <stdbool.h>

/* Loads catalogue/indicators.csv and, if demo, demo/ (register, changes, values, groups) from
 * share_path() through the importers, and marks the file's purpose. */
int demo_fill(struct db *db, bool demo, const struct progress *progress, struct error *err);

#endif
