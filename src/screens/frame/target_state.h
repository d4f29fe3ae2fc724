/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How lists and cards show the status of a target, for all rooms of strategies. */
#ifndef SCREENS_TARGET_STATE_H
#define SCREENS_TARGET_STATE_H

#include "model/strategies/target_status.h"
#include "tui/glyph.h"
#include "tui/theme.h"

/* A status by sign, word and colour. */
const char *target_state_sign(enum tier tier, enum target_state s);
enum role target_state_role(enum target_state s);
/* "▲ at risk". Returns dst. */
char *target_state_text(enum tier tier, enum target_state s, char *dst, size_t size);

#endif
