/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of minutes share. */
#ifndef MODEL_MINUTES_PARTS_H
#define MODEL_MINUTES_PARTS_H

#include "model/minutes/minutes.h"

enum minutes_may { MINUTES_BEFORE_APPROVAL, MINUTES_AFTER_APPROVAL };

/* Inside db_write: ours, as they were when m was read, and on that side of their approval. */
int minutes_check(struct db *db, const struct minutes *m, enum minutes_may may, struct error *err);
int minutes_touch(struct db *db, int64_t id, struct error *err); /* raises rev */
/* Inside the write that sends or approves the newest version. */
int minutes_head_keep(struct db *db, const struct minutes *m, struct error *err);

#endif
