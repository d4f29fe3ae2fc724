/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every setting, once. The commented gromada.ini and the manual page come from here. */
#include "config.h"

#include "base/settings.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/paths.h"
#include "base/settings_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct setting settings_table[SETTING_COUNT] = {
	[SETTING_DATABASE_FILE] = { "database", "file", SETTING_PATH, .fallback = "",
		.help = N_("The database file. Empty: gromada.db in the account's data folder.") },
	[SETTING_FOLDER_IN] = { "folders", "in", SETTING_PATH, .fallback = "",
		.help = N_("Where the file chooser opens. Empty: the documents folder.") },
	[SETTING_FOLDER_OUT] = { "folders", "out", SETTING_PATH, .fallback = "",
		.help = N_("Where exports go. Empty: the documents folder.") },
	[SETTING_FONTS] = { "folders", "fonts", SETTING_PATH, .fallback = "",
		.help = N_("Where DejaVuSans.ttf lies, for PDF. Empty: where the system has it.") },
	[SETTING_LANGUAGE] = { "screen", "language", SETTING_CHOICE, .choices = "pl|en",
		.fallback = "",
		.help = N_("The language. Empty: English if the account says so, else Polish.") },
	[SETTING_COLOURS] = { "screen", "colours", SETTING_CHOICE,
		.choices = "auto|norton|light|contrast|mono", .fallback = "auto",
		.help = N_("The colours of the screen.") },
	[SETTING_GLYPHS] = { "screen", "glyphs", SETTING_CHOICE,
		.choices = "auto|ascii|lines|half|braille", .fallback = "auto",
		.help = N_("The characters that frames and charts are drawn with.") },
	[SETTING_ESCAPE_DELAY] = { "screen", "escape_delay", SETTING_NUMBER, .min = 0, .max = 2000,
		.fallback = "100",
		.help = N_("How many milliseconds Esc waits for the rest of a function key.") },
	[SETTING_FUNCTION_BAR] = { "screen", "function_bar", SETTING_YES_NO, .fallback = "yes",
		.help = N_("Whether the bottom line shows the function keys.") },
	[SETTING_LETTERS] = { "screen", "letters", SETTING_YES_NO, .fallback = "yes",
		.help = N_("Whether single letters are shortcuts in lists.") },
	[SETTING_START] = { "screen", "start", SETTING_TEXT, .fallback = "",
		.help = N_("The menu entry that opens after the start, such as 5.1.") },
	[SETTING_SOUND] = { "screen", "sound", SETTING_YES_NO, .fallback = "yes",
		.help = N_("Whether keying beeps: once for a refused key, twice for a difference, "
			   "three times at the end of a form.") },
	[SETTING_SHARED_ACCOUNTS] = { "security", "shared_accounts", SETTING_TEXT, .fallback = "",
		.system_only = true,
		.help = N_("Logins that several persons use, where --as NAME is accepted.") },
};

enum setting_id
settings_find(const char *section, const char *key)
{
	for (int id = 0; id < SETTING_COUNT; id++)
		if (strcmp(settings_table[id].section, section) == 0 &&
			strcmp(settings_table[id].key, key) == 0)
			return (enum setting_id)id;
	return SETTING_COUNT;
}

/* "auto|norton" as "auto, norton". */
static char *
list_choices(char *dst, size_t size, const char *choices)
{
	size_t used = 0;

	for (; *choices && used + 3 < size; choices++) {
		dst[used++] = *choices == '|' ? ',' : *choices;
		if (*choices == '|')
			dst[used++] = ' ';
	}
	dst[used] = '\0';
	return dst;
}

static bool
is_choice(const char *choices, const char *value)
{
	size_t length = strlen(value);

	while (*choices) {
		size_t next = strcspn(choices, "|");

		if (next == length && memcmp(choices, value, length) == 0)
			return true;
		choices += next + (choices[next] == '|');
	}
	return false;
}

static char *
check_path(const struct setting *setting, const char *value, struct error *err)
{
	const char *home = paths_home();
	char *path;

	if (value[0] == '/')
		return memory_string(value);
	if (strncmp(value, "~/", 2) != 0) {
		error_set(err, ERROR_INPUT,
			_("The setting %s must be a full path that begins with / or ~/."),
			setting->key);
		return NULL;
	}
	path = memory_new(strlen(home) + strlen(value) + 1);
	sprintf(path, "%s%s", home, value + 1);
	return path;
}

static char *
check_yes_no(const struct setting *setting, const char *value, struct error *err)
{
	if (strcmp(value, "yes") == 0 || strcmp(value, "tak") == 0)
		return memory_string("yes");
	if (strcmp(value, "no") == 0 || strcmp(value, "nie") == 0)
		return memory_string("no");
	error_set(err, ERROR_INPUT, _("The setting %s must be yes or no."), setting->key);
	return NULL;
}

char *
settings_check(enum setting_id id, const char *value, struct error *err)
{
	const struct setting *setting = &settings_table[id];
	char list[128];
	long number;

	switch (setting->type) {
	case SETTING_PATH:
		return check_path(setting, value, err);
	case SETTING_YES_NO:
		return check_yes_no(setting, value, err);
	case SETTING_CHOICE:
		if (is_choice(setting->choices, value))
			break;
		error_set(err, ERROR_INPUT, _("The setting %s must be one of: %s."), setting->key,
			list_choices(list, sizeof(list), setting->choices));
		return NULL;
	case SETTING_NUMBER:
		if (number_parse_whole(value, setting->min, setting->max, &number) == 0)
			break;
		error_set(err, ERROR_INPUT,
			_("The setting %s must be a whole number from %ld to %ld."), setting->key,
			setting->min, setting->max);
		return NULL;
	case SETTING_TEXT:
		break;
	}
	return memory_string(value);
}

void
settings_print_defaults(void (*line)(void *context, const char *text), void *context)
{
	const char *section = "";
	char text[256], list[128];

	snprintf(text, sizeof(text), "# %s",
		_("Settings of gromada. What stands here is the default."));
	line(context, text);
	snprintf(text, sizeof(text), "# %s",
		_("To change one, take the # away from its line and write the new value."));
	line(context, text);
	for (int id = 0; id < SETTING_COUNT; id++) {
		const struct setting *setting = &settings_table[id];

		line(context, "");
		if (strcmp(section, setting->section) != 0) {
			section = setting->section;
			snprintf(text, sizeof(text), "[%s]", section);
			line(context, text);
		}
		snprintf(text, sizeof(text), "# %s", _(setting->help));
		line(context, text);
		*text = '\0';
		if (setting->type == SETTING_CHOICE)
			snprintf(text, sizeof(text), "# %s: %s", _("Allowed"),
				list_choices(list, sizeof(list), setting->choices));
		else if (setting->type == SETTING_NUMBER)
			snprintf(text, sizeof(text), "# %s: %ld–%ld", _("Allowed"), setting->min,
				setting->max);
		else if (setting->type == SETTING_YES_NO)
			snprintf(text, sizeof(text), "# %s: yes, no", _("Allowed"));
		else if (setting->system_only)
			snprintf(text, sizeof(text), "# %s",
				_("Counts only in the settings of the system."));
		if (*text)
			line(context, text);
		snprintf(text, sizeof(text), "#%s =%s%s", setting->key,
			*setting->fallback ? " " : "", setting->fallback);
		line(context, text);
	}
}
