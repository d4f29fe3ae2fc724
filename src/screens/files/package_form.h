/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog that writes an exchange package. */
#ifndef SCREENS_PACKAGE_FORM_H
#define SCREENS_PACKAGE_FORM_H

#include "tui/screen.h"

void package_form_open(struct screens *s);

#endif
