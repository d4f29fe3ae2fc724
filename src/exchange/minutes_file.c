/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of minutes opened, read and laid out as the version that went out. */
#include "config.h"

#include "exchange/minutes_file.h"

#include "base/i18n.h"
#include "base/input.h"
#include "base/memory.h"
#include "base/text.h"
#include "exchange/minutes_docx.h"
#include "model/minutes/line_diff.h"
#include "model/minutes/minutes.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- the layout of the version before ---- */

/* Without blanks at its ends; a row of a table with one blank around each cell. */
static const char *
canonical(struct arena *arena, const char *line, size_t length)
{
	char *text = arena_new(arena, 3 * length + 4);
	size_t used = 0;

	while (length > 0 && line[length - 1] == ' ')
		length--;
	while (length > 0 && *line == ' ') {
		line++;
		length--;
	}
	if (length == 0 || *line != '|') {
		memcpy(text, line, length);
		return text;
	}
	for (size_t i = 0; i < length; i++) {
		if (line[i] != '|') {
			text[used++] = line[i];
			continue;
		}
		while (used > 0 && text[used - 1] == ' ')
			used--;
		if (used > 0)
			text[used++] = ' ';
		text[used++] = '|';
		text[used++] = ' ';
		while (i + 1 < length && line[i + 1] == ' ')
			i++;
	}
	while (used > 0 && text[used - 1] == ' ')
		used--;
	if (used > 1 && text[used - 1] != '|')
		memcpy(text + used, " |", 2);
	else
		text[used] = '\0';
	return text;
}

struct lines { /* that are not empty */
	const char **text;
	size_t *length;
	int *above; /* empty lines before it */
	size_t count, text_room, length_room, above_room;
	const char *all; /* canonical, one below the other */
};

static void
split(struct arena *arena, const char *text, struct lines *l)
{
	size_t size = 3 * strlen(text) + 4, used = 0;
	int above = 0;
	char *all;

	*l = (struct lines){ .count = 0 };
	for (const char *t = text; *t; t += strcspn(t, "\n"), t += *t == '\n')
		size += 3;
	all = arena_new(arena, size);
	l->all = all;
	while (*text) {
		size_t length = strcspn(text, "\n"), plain;
		const char *line = canonical(arena, text, length);

		if (*line) {
			l->text = arena_grow(
				arena, l->text, l->count, &l->text_room, sizeof *l->text);
			l->length = arena_grow(
				arena, l->length, l->count, &l->length_room, sizeof *l->length);
			l->above = arena_grow(
				arena, l->above, l->count, &l->above_room, sizeof *l->above);
			l->text[l->count] = text;
			l->length[l->count] = length;
			l->above[l->count++] = above;
			plain = strlen(line);
			memcpy(all + used, line, plain);
			used += plain;
			all[used++] = '\n';
		}
		above = *line ? 0 : above + 1;
		text += length + (text[length] == '\n');
	}
}

const char *
minutes_file_lay(const char *edited, const char *newest, struct arena *arena)
{
	struct arena scratch = { 0 };
	struct lines now, before;
	struct diff_line *diff;
	size_t used = 0;
	char *text = arena_new(arena, strlen(edited) + strlen(newest) + 2);
	int count;

	split(&scratch, edited, &now);
	split(&scratch, newest, &before);
	count = line_diff(before.all, now.all, &scratch, &diff);
	for (int i = 0; i < count; i++) {
		const struct lines *from = diff[i].sign == LINE_SAME ? &before : &now;
		int line = (diff[i].sign == LINE_SAME ? diff[i].before : diff[i].after) - 1;

		if (diff[i].sign == LINE_GONE)
			continue;
		for (int above = used ? from->above[line] : 0; above > 0; above--)
			text[used++] = '\n';
		memcpy(text + used, from->text[line], from->length[line]);
		used += from->length[line];
		text[used++] = '\n';
	}
	text[used] = '\0';
	arena_release(&scratch);
	return text;
}

/* ---- files ---- */

int
minutes_file_docx(const char *name, const void *bytes, size_t size, struct arena *arena,
	struct minutes_file *out, struct error *err)
{
	struct unzip *zip;
	int result;

	*out = (struct minutes_file){ .text = "" };
	if (unzip_open_memory(&zip, name, bytes, size, err))
		return -1;
	result = docx_text(zip, name, arena, &out->text, &out->left_out, err);
	docx_whose(zip, out->meeting, sizeof out->meeting);
	unzip_close(zip);
	return result;
}

static int
read_docx(
	int fd, const char *name, struct arena *arena, struct minutes_file *out, struct error *err)
{
	struct unzip *zip;
	int result;

	if (unzip_open(&zip, fd, name, err))
		return -1;
	result = docx_text(zip, name, arena, &out->text, &out->left_out, err);
	docx_whose(zip, out->meeting, sizeof out->meeting);
	unzip_close(zip);
	return result;
}

/* Controls and marks that nobody sees go; lines end by \n alone. */
static void
clean_text(char *text)
{
	char *to = text;

	while (*text) {
		size_t length = strcspn(text, "\n"), good = text_forbidden(text, length), bad = 0;

		memmove(to, text, good);
		to += good;
		text += good;
		if (good == length) {
			if (*text)
				*to++ = *text++;
			continue;
		}
		if (*text == '\t')
			*to++ = ' ';
		text_decode(text, length - good, &bad);
		text += bad;
	}
	*to = '\0';
}

static int
read_plain(const char *path, const char *name, struct arena *arena, const char **text,
	struct error *err)
{
	char *bytes = NULL, buffer[16384];
	size_t used = 0, room = 0;
	struct input *in;
	long n;

	if (input_open(&in, path, ENCODING_DETECT, err))
		return -1;
	while ((n = input_read(in, buffer, sizeof buffer, err)) > 0 && used <= MINUTES_TEXT) {
		bytes = memory_grow(bytes, &room, used + (size_t)n + 1, 1);
		memcpy(bytes + used, buffer, (size_t)n);
		used += (size_t)n;
		bytes[used] = '\0';
	}
	input_close(in);
	if (n >= 0 && used > MINUTES_TEXT)
		error_set(err, ERROR_INPUT,
			_("%s holds more than 1 MB of text; minutes hold no more."), name);
	else if (n == 0 && bytes) {
		clean_text(bytes);
		*text = arena_string(arena, bytes);
	}
	free(bytes);
	return n < 0 || used > MINUTES_TEXT ? -1 : 0;
}

static bool
ends(const char *path, const char *ending)
{
	size_t length = strlen(path), size = strlen(ending);

	return length > size && strcasecmp(path + length - size, ending) == 0;
}

static int
refuse_table(const char *name, struct error *err)
{
	return error_set(err, ERROR_INPUT,
		_("%s is a table of figures, and minutes are a text (.docx or .txt). Data sheets "
		  "come back in menu 2 5, other tables in menu 8 1."),
		name);
}

static int
refuse(const char *name, struct error *err)
{
	return error_set(err, ERROR_INPUT,
		_("%s cannot be read as minutes: save it in the word processor as .docx, or as "
		  "plain "
		  "text (.txt)."),
		name);
}

/* A line of = under another one: the text that is written for reading, not the one of versions. */
static bool
laid_out(const char *text)
{
	for (size_t above = 0, length; *text; text += length, text += *text == '\n') {
		length = strcspn(text, "\n");
		if (above && length >= 3 && strspn(text, "=") == length)
			return true;
		above = length;
	}
	return false;
}

static int
read_file(const char *path, struct arena *arena, struct minutes_file *out, struct error *err)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	unsigned char head[8];
	struct stat st;
	int fd, result;
	ssize_t got;

	if (ends(path, ".doc") || ends(path, ".odt") || ends(path, ".rtf") || ends(path, ".pdf") ||
		ends(path, ".html") || ends(path, ".htm"))
		return refuse(name, err);
	if (ends(path, ".xlsx") || ends(path, ".xls") || ends(path, ".ods") || ends(path, ".csv"))
		return refuse_table(name, err);
	fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0)
		return error_set(err, errno == ENOENT ? ERROR_MISSING : ERROR_IO,
			_("%s cannot be opened (%s)."), name, error_reason(errno));
	got = fstat(fd, &st) == 0 && S_ISREG(st.st_mode) ? pread(fd, head, sizeof head, 0) : -1;
	if (got < 0)
		result = refuse(name, err);
	else if (unzip_looks_like(head, (size_t)got))
		result = read_docx(fd, name, arena, out, err);
	else if (ends(path, ".docx"))
		result = refuse(name, err);
	else
		result = read_plain(path, name, arena, &out->text, err);
	if (result == 0 && laid_out(out->text))
		result = error_set(err, ERROR_INPUT,
			_("%s was written for reading: its headings are underlined and its tables "
			  "drawn. Edit the .docx, or begin headings with # and rows of tables "
			  "with |."),
			name);
	close(fd);
	return result;
}

int
minutes_file_read(const char *path, const char *newest, struct arena *arena,
	struct minutes_file *out, struct error *err)
{
	*out = (struct minutes_file){ .text = "" };
	if (read_file(path, arena, out, err))
		return -1;
	out->text = minutes_file_lay(out->text, newest, arena);
	return 0;
}

const char *
minutes_file_left_out(int left_out, struct arena *arena)
{
	return left_out
		       ? arena_format(arena,
				 P_("%d footnote or comment of the document stays out: write what "
				    "it says into the text.",
					 "%d footnotes or comments of the document stay out: write "
					 "what they say into the text.",
					 (unsigned long)left_out),
				 left_out)
		       : "";
}
