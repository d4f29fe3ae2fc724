/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What reading and writing of gromada.ini share: the file as text, a line, a value. */
#ifndef BASE_SETTINGS_FILE_H
#define BASE_SETTINGS_FILE_H

#include "base/error.h"
#include "base/settings.h"

#include <stdbool.h>
#include <stddef.h>

#define SETTINGS_NAME 64   /* bytes of a section's or key's name */
#define SETTINGS_LINE 1000 /* bytes of a line: iniparser stops at 1,022 */

enum settings_line { LINE_NOTHING, LINE_SECTION, LINE_VALUE, LINE_DEFAULT, LINE_BROKEN };

/* The whole file, ended by NUL, to be freed; NULL when there is none. The system's file must be
 * a plain file of root that nobody else can write. */
int settings_file_read(const char *path, bool system, char **text, struct error *err);

/* Bytes of the line that starts text, its end included; *length without the end. */
size_t settings_line_next(const char *text, size_t *length);
/* What the line is; name: of the section, or of the key in lower case. LINE_DEFAULT is a
 * comment of the form "#key = value". */
enum settings_line settings_line_read(const char *line, size_t length, char name[SETTINGS_NAME]);

/* The setting, or SETTING_COUNT. */
enum setting_id settings_find(const char *section, const char *key);
/* Checks a value that is not empty; returns it in the form it is kept (to be freed), or NULL. */
char *settings_check(enum setting_id id, const char *value, struct error *err);

/* Writes text with the setting's line in its place; value "" takes the line away. */
int settings_file_write(const char *path, const char *text, enum setting_id id, const char *value,
	struct error *err);

#endif
