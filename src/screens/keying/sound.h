/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be heard while eyes are on the paper; each is seen too, on the message line. */
#ifndef SCREENS_SOUND_H
#define SCREENS_SOUND_H

#include "screens/frame/app.h"

enum sound { SOUND_NONE, SOUND_REFUSED, SOUND_DIFFERENCE, SOUND_END };

/* One, two or three beeps; none where the settings switch them off. */
void sound_play(struct screens *s, enum sound sound);

#endif
