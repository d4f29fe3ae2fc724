/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of exchange groups, their members, people and stages share. For them alone. */
#ifndef MODEL_EXCHANGE_PARTS_H
#define MODEL_EXCHANGE_PARTS_H

#include "model/groups/exchange_group.h"

/* NULL for "": days that are not known. */
const char *exchange_or_null(const char *text);
/* Inside a write that has raised the group's rev. */
int exchange_member_put(struct db *db, const struct exchange_group *g, struct exchange_member *m,
	struct error *err);
/* Name of a unit that can be a member; other units are refused. */
int exchange_unit_name(struct db *db, int slot, char *name, size_t size, struct error *err);
int exchange_conflict(const char *code, struct error *err);
/* What every stage needs, of a kind or of a group; days_field is the one that the error names. */
int stage_words_check(const char *name, const char *aim, int days, int days_field,
	struct error *err);

#endif
