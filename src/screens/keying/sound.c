/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beeps by sense. Terminals run beeps together that follow at once, so there are pauses. */
#include "config.h"

#include "screens/keying/sound.h"

#include "base/testmode.h"

#include <time.h>

enum { PAUSE = 120 * 1000 * 1000 /* ns */ };

void
sound_play(struct screens *s, enum sound sound)
{
	const struct timespec pause = { 0, PAUSE };

	if (!screens_term(s) || !settings_yes(app_of(s)->settings, SETTING_SOUND))
		return;
	for (int i = 0; i < (int)sound; i++) {
		if (i && !testmode_on())
			nanosleep(&pause, NULL);
		term_beep(screens_term(s));
	}
}
