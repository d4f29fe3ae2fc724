/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who a person is comes from the account, not from a variable; where their files lie follows HOME
 * and the XDG variables, as in every program. Shared accounts lose these before they are read. */
#include "config.h"

#include "base/paths.h"

#include "base/i18n.h"
#include "base/memory.h"

#include <errno.h>
#include <limits.h>
#include <pwd.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char *
paths_home(void)
{
	static char home[PATH_MAX];
	const char *wish = getenv("HOME");
	const struct passwd *account = wish && *wish == '/' ? NULL : getpwuid(getuid());

	if (account)
		wish = account->pw_dir;
	snprintf(home, sizeof(home), "%s", wish && *wish == '/' ? wish : "/");
	return home;
}

const char *
paths_login(void)
{
	static char login[256];
	const struct passwd *account = getpwuid(getuid());

	if (account && *account->pw_name)
		snprintf(login, sizeof(login), "%s", account->pw_name);
	else
		snprintf(login, sizeof(login), "uid-%lu", (unsigned long)getuid());
	return login;
}

/* The folder that an XDG variable names, or the usual one in the home. */
static char *
xdg_folder(char *dst, size_t size, const char *variable, const char *usual)
{
	const char *wish = getenv(variable);
	const char *home = paths_home();

	if (wish && *wish == '/')
		snprintf(dst, size, "%s", wish);
	else
		snprintf(dst, size, "%s/%s", strcmp(home, "/") == 0 ? "" : home, usual);
	return dst;
}

static char *
own_file(char *dst, size_t size, const char *folder, const char *name)
{
	snprintf(dst, size, "%s/gromada%s%s", folder, *name ? "/" : "", name);
	return dst;
}

char *
paths_data(char *dst, size_t size, const char *name)
{
	char folder[PATH_MAX];

	return own_file(dst, size,
		xdg_folder(folder, sizeof(folder), "XDG_DATA_HOME", ".local/share"), name);
}

char *
paths_config(char *dst, size_t size, const char *name)
{
	char folder[PATH_MAX];

	return own_file(
		dst, size, xdg_folder(folder, sizeof(folder), "XDG_CONFIG_HOME", ".config"), name);
}

static bool
is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Takes XDG_DOCUMENTS_DIR="$HOME/Dokumenty" from a line of user-dirs.dirs. */
static bool
documents_line(char *dst, size_t size, const char *line)
{
	static const char key[] = "XDG_DOCUMENTS_DIR=\"", home[] = "$HOME/";
	const char *base = "";
	size_t length;

	line += strspn(line, " \t");
	if (strncmp(line, key, sizeof(key) - 1) != 0)
		return false;
	line += sizeof(key) - 1;
	if (strncmp(line, home, sizeof(home) - 1) == 0) {
		line += sizeof(home) - 2; /* keeps the slash */
		base = paths_home();
	}
	length = strcspn(line, "\"\n");
	if (*line != '/' || line[length] != '"')
		return false;
	snprintf(dst, size, "%s%.*s", base, (int)length, line);
	return is_folder(dst);
}

char *
paths_documents(char *dst, size_t size)
{
	static const char *const usual[] = { "Dokumenty", "Documents" };
	char path[PATH_MAX + 32], folder[PATH_MAX], line[1024];
	bool found = false;
	FILE *file;

	xdg_folder(folder, sizeof(folder), "XDG_CONFIG_HOME", ".config");
	snprintf(path, sizeof(path), "%s/user-dirs.dirs", folder);
	file = fopen(path, "re");
	if (file) {
		while (!found && fgets(line, sizeof(line), file))
			found = documents_line(dst, size, line);
		fclose(file);
	}
	for (size_t i = 0; !found && i < sizeof(usual) / sizeof(usual[0]); i++) {
		snprintf(dst, size, "%s/%s", paths_home(), usual[i]);
		found = is_folder(dst);
	}
	if (!found)
		snprintf(dst, size, "%s", paths_home());
	return dst;
}

int
paths_make_parents(const char *path, struct error *err)
{
	char *folder = memory_string(path);
	int result = 0;

	for (char *slash = strchr(folder + (*folder == '/'), '/'); slash && result == 0;
		slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(folder, 0700) < 0 && errno != EEXIST && !is_folder(folder)) {
			enum error_code code =
				errno == ENOSPC || errno == EDQUOT ? ERROR_FULL : ERROR_IO;

			result = error_set(err, code,
				_("The folder %s cannot be made: %s. Make it by hand or choose "
				  "another place."),
				folder, error_reason(errno));
		} else if (!is_folder(folder)) {
			result = error_set(err, ERROR_IO,
				_("%s is a file, so nothing can be stored below it. Choose another "
				  "place."),
				folder);
		}
		*slash = '/';
	}
	free(folder);
	return result;
}
