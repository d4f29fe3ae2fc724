/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a file is written: its name and folder as fields of a form, a path that is free, and the
 * list of files to take away. Nothing is ever replaced. */
#ifndef SCREENS_OUT_FILE_H
#define SCREENS_OUT_FILE_H

#include "screens/frame/app.h"

/* A whole path of a folder that is there; field is for the error. */
int out_folder_check(const char *folder, int field, struct error *err);
/* A name without a folder and not hidden; the ending is not part of it. */
int out_name_check(const char *name, int field, struct error *err);
/* Takes an ending that was typed all the same off the name. */
void out_name_trim(char *name, const char *ending);
/* The n-th of name.pdf, name-2.pdf …, counted from 1. dst of PATH_MAX. */
void out_path(char *dst, const char *folder, const char *name, int n, const char *ending);
/* The first of them that is free. */
void out_path_free(char *dst, const char *folder, const char *name, const char *ending);
/* The list of files to take away knows it; what: in words. A reader's file is not listed. */
void out_note(struct app *app, const char *folder, const char *path, const char *what);

#endif
