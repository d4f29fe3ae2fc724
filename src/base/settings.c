/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values come from iniparser, as strings only: its numbers follow the locale and read 010 as 8. */
#include "config.h"

#include "base/settings.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/paths.h"
#include "base/settings_file.h"
#include "base/text.h"

#include <iniparser/iniparser.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct settings {
	char *value[2][SETTING_COUNT]; /* of the system, of the user; NULL: not given */
	char documents[PATH_MAX];
	char system_path[PATH_MAX], user_path[PATH_MAX];
};

/* Which settings a file holds, and in which line. */
struct found {
	long line[SETTING_COUNT]; /* 0: not there */
};

static int
line_error(struct error *err, const char *path, long line, const char *sentence)
{
	return error_at(err, ERROR_INPUT, line, 0, _("%s, line %ld: %s"), path, line, sentence);
}

static bool
is_clean(const char *line, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		i += text_forbidden(line + i, length - i);
		if (i < length && line[i] != '\t')
			return false;
	}
	return true;
}

/* A line "key = value" in its section: known, allowed here, and the first of its kind? */
static int
note_value(struct found *found, const char *path, long line, const char *section, const char *key,
	bool system, struct error *err)
{
	enum setting_id id = settings_find(section, key);

	if (id == SETTING_COUNT)
		return error_at(err, ERROR_INPUT, line, 0,
			_("%s, line %ld: there is no setting \"%s\" in the section [%s]. "
			  "The manual page gromada.ini lists all settings."),
			path, line, key, section);
	if (settings_table[id].system_only && !system)
		return error_at(err, ERROR_INPUT, line, 0,
			_("%s, line %ld: the setting %s counts only in the settings of the system. "
			  "Take the line away."),
			path, line, key);
	if (found->line[id])
		return error_at(err, ERROR_INPUT, line, 0,
			_("%s, line %ld: the setting %s stands already in line %ld. Keep one of "
			  "them."),
			path, line, key, found->line[id]);
	found->line[id] = line;
	return 0;
}

/* Refuses what iniparser would refuse without saying where, or take for something else. */
static int
scan(struct found *found, const char *path, const char *text, bool system, struct error *err)
{
	char section[SETTINGS_NAME] = "", name[SETTINGS_NAME];
	size_t length;
	long line = 0;

	if (strncmp(text, "\xef\xbb\xbf", 3) == 0)
		return line_error(err, path, 1,
			_("The file begins with a byte-order mark. Save it as UTF-8 without it."));
	for (; *text; text += settings_line_next(text, &length)) {
		line++;
		settings_line_next(text, &length);
		if (length > SETTINGS_LINE)
			return line_error(
				err, path, line, _("The line is longer than 1000 bytes."));
		if (!is_clean(text, length))
			return line_error(err, path, line,
				_("The line holds an invisible character or is not UTF-8."));
		switch (settings_line_read(text, length, name)) {
		case LINE_BROKEN:
			return line_error(err, path, line,
				_("The line is neither [section] nor key = value nor a comment "
				  "after #, or it ends in a backslash."));
		case LINE_SECTION:
			memcpy(section, name, sizeof(section));
			break;
		case LINE_VALUE:
			if (note_value(found, path, line, section, name, system, err) < 0)
				return -1;
			break;
		case LINE_NOTHING:
		case LINE_DEFAULT:
			break;
		}
	}
	return 0;
}

static int say_nothing(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

static int
say_nothing(const char *fmt, ...)
{
	(void)fmt;
	return 0;
}

/* In an 8-bit locale iniparser would take the last byte of some letters for a space. */
static dictionary *
parse(const char *path)
{
	locale_t plain = newlocale(LC_CTYPE_MASK, "C", (locale_t)0);
	locale_t before = plain ? uselocale(plain) : (locale_t)0;
	dictionary *values;

	iniparser_set_error_callback(say_nothing);
	values = iniparser_load(path);
	if (plain) {
		uselocale(before);
		freelocale(plain);
	}
	return values;
}

static int
take_values(char **value, const struct found *found, const char *path, struct error *err)
{
	dictionary *values = parse(path);
	struct error wrong = { .code = ERROR_NONE };
	int result = 0;

	if (!values)
		return error_set(err, ERROR_IO, _("%s cannot be read as settings."), path);
	for (int id = 0; id < SETTING_COUNT && result == 0; id++) {
		char key[2 * SETTINGS_NAME];
		const char *text;
		char *kept;

		if (!found->line[id])
			continue;
		snprintf(key, sizeof(key), "%s:%s", settings_table[id].section,
			settings_table[id].key);
		text = iniparser_getstring(values, key, "");
		if (!*text)
			continue;
		kept = settings_check((enum setting_id)id, text, &wrong);
		if (!kept) {
			result = line_error(err, path, found->line[id], wrong.text);
			break;
		}
		value[id] = kept;
	}
	iniparser_freedict(values);
	return result;
}

static int
load_file(struct settings *s, const char *path, bool system, struct error *err)
{
	struct found found = { { 0 } };
	char *text;
	int result;

	if (settings_file_read(path, system, &text, err) < 0)
		return -1;
	if (!text)
		return 0;
	result = scan(&found, path, text, system, err);
	free(text);
	return result < 0 ? -1 : take_values(s->value[system ? 0 : 1], &found, path, err);
}

int
settings_load(struct settings **out, const char *system, const char *user, struct error *err)
{
	struct settings *s = memory_new(sizeof(*s));

	if (user)
		text_copy(s->user_path, sizeof(s->user_path), user);
	else
		paths_config(s->user_path, sizeof(s->user_path), "gromada.ini");
	text_copy(s->system_path, sizeof(s->system_path),
		system ? system : SYSCONFDIR "/gromada.ini");
	paths_documents(s->documents, sizeof(s->documents));
	*out = s;
	if (load_file(s, s->system_path, true, err) == 0 &&
		load_file(s, s->user_path, false, err) == 0)
		return 0;
	settings_free(s);
	*out = NULL;
	return -1;
}

void
settings_free(struct settings *s)
{
	if (!s)
		return;
	for (int id = 0; id < SETTING_COUNT; id++)
		for (int file = 0; file < 2; file++)
			free(s->value[file][id]);
	free(s);
}

const char *
settings_text(const struct settings *s, enum setting_id id)
{
	for (int file = 1; file >= 0; file--)
		if (s->value[file][id])
			return s->value[file][id];
	return id == SETTING_FOLDER_IN || id == SETTING_FOLDER_OUT ? s->documents
								   : settings_table[id].fallback;
}

long
settings_number(const struct settings *s, enum setting_id id)
{
	const struct setting *setting = &settings_table[id];
	long number = setting->min;

	number_parse_whole(settings_text(s, id), setting->min, setting->max, &number);
	return number;
}

bool
settings_yes(const struct settings *s, enum setting_id id)
{
	return strcmp(settings_text(s, id), "yes") == 0;
}

bool
settings_given(const struct settings *s, enum setting_id id)
{
	return s->value[0][id] || s->value[1][id];
}

bool
settings_account_shared(const struct settings *s, const char *login)
{
	const char *names = settings_text(s, SETTING_SHARED_ACCOUNTS);
	size_t length = strlen(login);

	while (*names) {
		size_t next = strcspn(names, " ,\t");

		if (next > 0 && next == length && memcmp(names, login, length) == 0)
			return true;
		names += next;
		names += strspn(names, " ,\t");
	}
	return false;
}

const char *
settings_system_path(const struct settings *s)
{
	return s->system_path;
}

const char *
settings_user_path(const struct settings *s)
{
	return s->user_path;
}

int
settings_set(struct settings *s, enum setting_id id, const char *value, struct error *err)
{
	char *kept = NULL, *text;
	int result;

	if (settings_table[id].system_only)
		return error_set(err, ERROR_DENIED,
			_("The setting %s counts only in the settings of the system; root changes "
			  "it in %s."),
			settings_table[id].key, SYSCONFDIR "/gromada.ini");
	if (!is_clean(value, strlen(value)))
		return error_set(err, ERROR_INPUT,
			_("The value of the setting %s holds an invisible character."),
			settings_table[id].key);
	if (*value) {
		kept = settings_check(id, value, err);
		if (!kept)
			return -1;
	}
	if (settings_file_read(s->user_path, false, &text, err) < 0) {
		free(kept);
		return -1;
	}
	result = settings_file_write(s->user_path, text, id, value, err);
	free(text);
	if (result < 0) {
		free(kept);
		return -1;
	}
	free(s->value[1][id]);
	s->value[1][id] = kept;
	return 0;
}
