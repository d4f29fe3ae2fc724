/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The units of one comparison group. */
#ifndef SCREENS_GROUP_MEMBERS_H
#define SCREENS_GROUP_MEMBERS_H

#include "tui/screen.h"

#include <stdint.h>

void group_members_open(struct screens *s, int64_t group);

#endif
