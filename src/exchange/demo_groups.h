/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exchange groups of the demonstration data, through the same code as any other group. */
#ifndef EXCHANGE_DEMO_GROUPS_H
#define EXCHANGE_DEMO_GROUPS_H

#include "store/db.h"

/* Reads contacts.csv, exchange_members.csv, exchange_groups.csv from demo/ below share_path(). */
int demo_groups_fill(struct db *db, struct error *err);

#endif
