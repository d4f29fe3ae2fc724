/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gromada.ini as lines: iniparser neither counts them nor keeps comments, so both happen here. */
#include "config.h"

#include "base/settings_file.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/output.h"
#include "base/paths.h"
#include "base/testmode.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_MOST 65536

static int
check_kind(const char *path, bool system, const struct stat *st, struct error *err)
{
	if (!S_ISREG(st->st_mode))
		return error_set(err, ERROR_INPUT,
			_("%s is not a plain file. Put the settings there."), path);
	if (st->st_size > FILE_MOST)
		return error_set(
			err, ERROR_INPUT, _("%s is too long for settings: more than 64 kB."), path);
	if (!system)
		return 0;
	if (st->st_uid != 0 && !(testmode_on() && st->st_uid == geteuid()))
		return error_set(err, ERROR_DENIED,
			_("%s does not belong to root and is not trusted. Run: chown root %s"),
			path, path);
	if (st->st_mode & 022)
		return error_set(err, ERROR_DENIED,
			_("%s can be written by others than root and is not trusted. Run: chmod "
			  "644 %s"),
			path, path);
	return 0;
}

/* Reads what a file of at most FILE_MOST bytes holds; NULL with errno after a failure. */
static char *
slurp(int fd)
{
	char *text = memory_new(FILE_MOST + 1);
	size_t used = 0;
	ssize_t got = 1;

	while (got != 0 && used < FILE_MOST) {
		got = read(fd, text + used, FILE_MOST - used);
		if (got < 0 && errno != EINTR) {
			free(text);
			return NULL;
		}
		used += got > 0 ? (size_t)got : 0;
	}
	/* A NUL byte inside must not hide what follows; no line may hold this one. */
	for (size_t i = 0; i < used; i++)
		if (text[i] == '\0')
			text[i] = '\1';
	return text;
}

int
settings_file_read(const char *path, bool system, char **text, struct error *err)
{
	/* O_NONBLOCK: a FIFO in the place of the file must not hold the program. */
	int fd = open(
		path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK | (system ? O_NOFOLLOW : 0));
	int result = 0;
	struct stat st;

	*text = NULL;
	if (fd < 0 && (errno == ENOENT || errno == ENOTDIR))
		return 0;
	if (fd < 0 && errno == ELOOP)
		return error_set(err, ERROR_DENIED,
			_("%s is a link and is not trusted. Put the file itself there."), path);
	if (fd >= 0 && fstat(fd, &st) == 0) {
		result = check_kind(path, system, &st, err);
		if (result == 0)
			*text = slurp(fd);
	}
	if (result == 0 && !*text)
		result = error_set(
			err, ERROR_IO, _("%s cannot be read: %s."), path, error_reason(errno));
	if (fd >= 0)
		close(fd);
	return result;
}

size_t
settings_line_next(const char *text, size_t *length)
{
	size_t size = strcspn(text, "\n");

	*length = size;
	if (size > 0 && text[size - 1] == '\r')
		--*length;
	return size + (text[size] == '\n');
}

/* Reads the name that starts text; returns its bytes, 0 if there is none. */
static size_t
read_name(const char *text, size_t length, char name[SETTINGS_NAME])
{
	size_t i = 0;

	for (; i < length && i < SETTINGS_NAME - 1; i++) {
		char c = text[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c + 32);
		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-'))
			break;
		name[i] = c;
	}
	name[i] = '\0';
	return i;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

enum settings_line
settings_line_read(const char *line, size_t length, char name[SETTINGS_NAME])
{
	bool comment;
	size_t at;

	while (length > 0 && is_blank(*line)) {
		line++;
		length--;
	}
	while (length > 0 && is_blank(line[length - 1]))
		length--;
	*name = '\0';
	if (length == 0)
		return LINE_NOTHING;
	if (line[length - 1] == '\\')
		return LINE_BROKEN; /* iniparser would swallow the next line */
	if (*line == '[') {
		at = 1 + read_name(line + 1, length - 1, name);
		return at > 1 && at + 1 == length && line[at] == ']' ? LINE_SECTION : LINE_BROKEN;
	}
	comment = *line == '#' || *line == ';';
	at = comment + read_name(line + comment, length - comment, name);
	while (at < length && is_blank(line[at]))
		at++;
	if (*name && at < length && line[at] == '=')
		return comment ? LINE_DEFAULT : LINE_VALUE;
	return comment ? LINE_NOTHING : LINE_BROKEN;
}

/* Where the setting's line stands or belongs in the text. */
struct place {
	size_t at;    /* offset */
	size_t taken; /* bytes of the line it replaces */
	bool section; /* whether its section is there */
};

static struct place
find_place(const char *text, const struct setting *setting)
{
	struct place place = { .at = strlen(text) };
	char section[SETTINGS_NAME] = "", name[SETTINGS_NAME];
	size_t length, size;
	bool commented = false;

	for (size_t at = 0; text[at]; at += size) {
		enum settings_line kind;

		size = settings_line_next(text + at, &length);
		kind = settings_line_read(text + at, length, name);
		if (kind == LINE_SECTION)
			memcpy(section, name, sizeof(section));
		if (kind == LINE_NOTHING || strcmp(section, setting->section) != 0)
			continue;
		if (kind == LINE_VALUE && strcmp(name, setting->key) == 0)
			return (struct place){ .at = at, .taken = size, .section = true };
		/* Behind its own commented default, else behind the section's last line. */
		if (commented)
			continue;
		commented = kind == LINE_DEFAULT && strcmp(name, setting->key) == 0;
		place = (struct place){ .at = at + size, .section = true };
	}
	return place;
}

/* iniparser ends an unquoted value at # or ; and knows no escapes. */
static int
write_value(struct output *o, const struct setting *setting, const char *value, struct error *err)
{
	size_t length = strlen(value);
	const char *quote = "";

	if (strpbrk(value, "#;\"'") || is_blank(value[0]) || is_blank(value[length - 1]) ||
		value[length - 1] == '\\')
		quote = strchr(value, '"') ? "'" : "\"";
	if ((*quote && strchr(value, *quote)) || strpbrk(value, "\r\n") ||
		length + strlen(setting->key) + 8 > SETTINGS_LINE)
		return error_set(err, ERROR_INPUT,
			_("The value of the setting %s cannot be written into a settings file: it "
			  "is too long or holds both kinds of quotation marks."),
			setting->key);
	output_printf(o, "%s = %s%s%s\n", setting->key, quote, value, quote);
	return 0;
}

static void
add_line(void *context, const char *line)
{
	output_printf(context, "%s\n", line);
}

int
settings_file_write(const char *path, const char *text, enum setting_id id, const char *value,
	struct error *err)
{
	const struct setting *setting = &settings_table[id];
	struct output *o, *defaults = NULL;
	struct place place;
	int result = 0;

	if (!text) {
		defaults = output_memory();
		settings_print_defaults(add_line, defaults);
		text = output_text(defaults, NULL);
	}
	place = find_place(text, setting);
	if (paths_make_parents(path, err) < 0 || output_open(&o, path, true, err) < 0) {
		output_abort(defaults);
		return -1;
	}
	output_write(o, text, place.at);
	if (place.at > 0 && text[place.at - 1] != '\n')
		output_puts(o, "\n");
	if (*value && !place.section)
		output_printf(o, "\n[%s]\n", setting->section);
	if (*value)
		result = write_value(o, setting, value, err);
	output_puts(o, text + place.at + place.taken);
	output_abort(defaults);
	if (result == 0)
		return output_commit(o, err);
	output_abort(o);
	return -1;
}
