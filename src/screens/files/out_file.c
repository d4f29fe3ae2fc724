/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names, folders and the list of what was written. */
#include "config.h"

#include "screens/files/out_file.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/written.h"
#include "screens/files/files.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

int
out_name_check(const char *name, int field, struct error *err)
{
	if (!name[0] || name[0] == '.' || strchr(name, '/') ||
		text_forbidden(name, strlen(name)) != strlen(name))
		return error_field(err, ERROR_INPUT, field,
			_("A file name has no / and does not begin with a point."));
	return 0;
}

void
out_name_trim(char *name, const char *ending)
{
	size_t length = strlen(name), cut = strlen(ending);

	if (length > cut && !strcmp(name + length - cut, ending))
		name[length - cut] = '\0';
}

void
out_path(char *dst, const char *folder, const char *name, int n, const char *ending)
{
	char numbered[160];

	if (n == 1)
		snprintf(numbered, sizeof numbered, "%s%s", name, ending);
	else
		snprintf(numbered, sizeof numbered, "%s-%d%s", name, n, ending);
	files_join(dst, PATH_MAX, folder, numbered);
}

void
out_path_free(char *dst, const char *folder, const char *name, const char *ending)
{
	int n = 1;

	do
		out_path(dst, folder, name, n++, ending);
	while (n < 1000 && access(dst, F_OK) == 0);
}

void
out_note(struct app *app, const char *folder, const char *path, const char *what)
{
	struct error ignored = { 0 };
	const char *slash = strrchr(path, '/');

	if (app->db && !db_read_only(app->db))
		(void)written_note(app->db, folder, slash ? slash + 1 : path, what, &ignored);
}
