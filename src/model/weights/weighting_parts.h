/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside of model/weighting. */
#ifndef MODEL_WEIGHTING_PARTS_H
#define MODEL_WEIGHTING_PARTS_H

#include "model/weights/weighting.h"

/* A margin is a table of answers: small numbers stand in it no more than elsewhere, and a crossed
 * one hides what the cross-tables of its questions hide. any becomes true where it hides. */
int weighting_hide(struct wave_columns *wave, struct weighting_fit *fit, struct arena *arena,
	bool *any, struct error *err);

#endif
