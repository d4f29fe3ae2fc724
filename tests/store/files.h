/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of its own for each test program. */
#ifndef TESTS_STORE_FILES_H
#define TESTS_STORE_FILES_H

#include <stdbool.h>

/* The folder of this test program, made at first use, removed by fixture_clean(). */
const char *fixture_folder(void);
/* folder/name; the result lives until the eighth next call. */
const char *fixture_path(const char *name);
void fixture_clean(void); /* folder and all */
void fixture_empty(void); /* all files in it */
/* Names in the folder that contain part. */
int fixture_names(const char *folder, const char *part);
bool fixture_exists(const char *path);
void fixture_write_file(const char *path, const char *text);

#endif
