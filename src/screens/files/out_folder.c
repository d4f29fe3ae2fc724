/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folder into which files are written, as a field of a form. */
#include "config.h"

#include "screens/files/out_folder.h"

#include "base/i18n.h"
#include "base/text.h"

#include <string.h>
#include <sys/stat.h>

int
out_folder_check(const char *folder, int field, struct error *err)
{
	struct stat st;

	if (folder[0] != '/')
		return error_field(err, ERROR_INPUT, field,
			_("Write the whole path of the folder; it begins with /."));
	if (stat(folder, &st) || !S_ISDIR(st.st_mode))
		return error_field(err, ERROR_INPUT, field, _("There is no such folder."));
	return 0;
}

void
out_folder_remember(struct app *app, const char *chosen)
{
	char folder[PATH_MAX];
	struct error ignored = { 0 };

	if (strcmp(app_folder_out(app, folder, sizeof folder), chosen) != 0)
		(void)settings_set(app->settings, SETTING_FOLDER_OUT, chosen, &ignored);
}

int
out_name_check(const char *name, int field, struct error *err)
{
	if (!name[0] || name[0] == '.' || strchr(name, '/') ||
		text_forbidden(name, strlen(name)) != strlen(name))
		return error_field(err, ERROR_INPUT, field,
			_("A file name has no / and does not begin with a point."));
	return 0;
}
