/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the acts of the audit log are called; a row for each that the model writes. */
#ifndef SCREENS_ACT_WORDS_H
#define SCREENS_ACT_WORDS_H

/* "meeting.add" in words; one that is not known comes back as it was written. */
const char *act_words(const char *action);

#endif
