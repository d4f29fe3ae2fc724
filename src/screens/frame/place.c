/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where files lie, said so that a clerk finds them; and where data come from, in line 1. */
#include "config.h"

#include "screens/frame/app.h"

#include "base/i18n.h"
#include "base/paths.h"
#include "base/testmode.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The setting, with "~/" for the home; else the documents. The folder is made when missing. */
static char *
folder(const struct app *app, enum setting_id id, char *dst, size_t size)
{
	const char *wanted = settings_text(app->settings, id);

	if (!wanted || !wanted[0])
		return paths_documents(dst, size);
	if (strncmp(wanted, "~/", 2) == 0)
		snprintf(dst, size, "%s/%s", paths_home(), wanted + 2);
	else
		text_copy(dst, size, wanted);
	(void)mkdir(dst, 0750); /* what cannot be made is told when it is opened */
	return dst;
}

char *
app_folder_in(const struct app *app, char *dst, size_t size)
{
	return folder(app, SETTING_FOLDER_IN, dst, size);
}

char *
app_folder_out(const struct app *app, char *dst, size_t size)
{
	return folder(app, SETTING_FOLDER_OUT, dst, size);
}

void
app_folder_remember(struct app *app, enum setting_id id, const char *chosen)
{
	char usual[PATH_MAX];
	struct error ignored = { 0 };

	if (strcmp(folder(app, id, usual, sizeof usual), chosen) != 0)
		(void)settings_set(app->settings, id, chosen, &ignored);
}

static void
find_host(char *dst, size_t size)
{
	if (testmode_on() || gethostname(dst, size))
		text_copy(dst, size, "urzad");
	dst[size - 1] = '\0';
}

char *
app_where(const struct app *app, const char *path, char *dst, size_t size)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	char place[PATH_MAX], computer[256];

	snprintf(place, sizeof place, "%.*s", slash ? (int)(slash - path) : 1, slash ? path : ".");
	find_host(computer, sizeof computer);
	if (!getenv("SSH_CONNECTION"))
		snprintf(dst, size, _("File: %s\nFolder: %s"), name, place);
	else
		snprintf(dst, size,
			_("File: %s\nFolder: %s\nComputer: %s\n\n"
			  "To take it to your own computer, start WinSCP, connect to %s as %s, "
			  "open the folder named above in the right pane and drag the file to the "
			  "left one."),
			name, place, computer, computer, testmode_on() ? "urzad" : paths_login());
	(void)app;
	return dst;
}

char *
app_source_text(const char *source, const char *date, bool made_up, char *dst, size_t size)
{
	bool both = source[0] && date[0];

	snprintf(dst, size, "%s%s%s%s%s", made_up ? _("MADE-UP DATA") : "",
		made_up && (source[0] || date[0]) ? ", " : "", source, both ? ", " : "", date);
	return dst;
}
