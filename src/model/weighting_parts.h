/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside of model/weighting. */
#ifndef MODEL_WEIGHTING_PARTS_H
#define MODEL_WEIGHTING_PARTS_H

#include "model/weighting.h"

/* A margin is a table of answers: what tables hide, it hides too. any becomes true where it does. */
int weighting_hide(struct wave_columns *wave, struct weighting_fit *fit, struct arena *arena,
	bool *any, struct error *err);

#endif
