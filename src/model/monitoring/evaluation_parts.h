/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of evaluations share. For them alone. */
#ifndef MODEL_EVALUATION_PARTS_H
#define MODEL_EVALUATION_PARTS_H

#include "model/monitoring/evaluation.h"
#include "model/kept.h"

extern const struct kept_kind evaluation_kept;

/* Inside db_write: it is as it was read; raises its rev. closed_too: also when it is closed. */
int evaluation_touch(struct db *db, struct evaluation *e, bool closed_too, struct error *err);
/* The questions that are usual for its kind. */
int evaluation_ask_usual(struct db *db, const struct evaluation *e, struct error *err);

#endif
