/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings of office and screen as a form's values, and back. */
#ifndef SCREENS_SETTINGS_FORM_H
#define SCREENS_SETTINGS_FORM_H

#include "screens/frame/app.h"
#include "tui/form.h"

struct settings_values {
	int kind; /* enum office_kind - 1 */
	char unit[128], unit_code[64];
	char name[160], heading[512]; /* of the office, for documents */
	char council[160], executive[160];
	char on_course[8], at_risk[8]; /* limits of statuses, percent */
	char size_classes[128];        /* limits of classes of population */
	int language, colours, glyphs, bar, letters, sound;
	char escape_delay[8], start[8];
	char in[PATH_MAX / 4], out[PATH_MAX / 4], database[PATH_MAX / 4];
	char system_file[PATH_MAX / 4], own_file[PATH_MAX / 4]; /* of settings */
};

extern const struct field settings_fields[];
extern const char *const settings_field_names[]; /* for drafts */
extern const int settings_field_count;

/* Present values. -1 when the own unit's register cannot be read. */
int settings_form_load(struct app *app, struct settings_values *values, struct error *err);
/* Writes what differs from before: office to the database, the rest to the person's settings
 * file. */
int settings_form_save(struct app *app, const struct settings_values *values,
	const struct settings_values *before, struct error *err);

#endif
