/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folder into which files are written, as a field of a form. */
#ifndef SCREENS_OUT_FOLDER_H
#define SCREENS_OUT_FOLDER_H

#include "screens/frame/app.h"

/* A whole path of a folder that is there; field is for the error. */
int out_folder_check(const char *folder, int field, struct error *err);
/* The next file goes there too. That it cannot be remembered is no reason to lose the file. */
void out_folder_remember(struct app *app, const char *chosen);
/* A name without a folder and not hidden; the ending is not part of it. */
int out_name_check(const char *name, int field, struct error *err);

#endif
