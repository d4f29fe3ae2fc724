/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search and marks of lines. */
#include "config.h"

#include "screens/minutes/minutes_editor.h"

#include "base/text.h"

#include <string.h>

/* A letter as it is compared: small, without its Polish sign. Anything that is no letter or digit
 * stays as it is. Returns the bytes it took. */
static size_t
plain(const char *text, char dst[16])
{
	size_t length = text_cluster(text);
	char cluster[16];

	if (length == 0 || length >= sizeof cluster) {
		dst[0] = '\0';
		return length;
	}
	memcpy(cluster, text, length);
	cluster[length] = '\0';
	text_fold(dst, 16, cluster);
	if (!dst[0])
		memcpy(dst, cluster, length + 1);
	return length;
}

static bool
here(const char *text, const char *needle)
{
	char a[16], b[16];

	while (*needle) {
		if (!*text)
			return false;
		text += plain(text, a);
		needle += plain(needle, b);
		if (strcmp(a, b) != 0)
			return false;
	}
	return true;
}

bool
minutes_editor_find(const char *text, const char *needle, size_t from, size_t *found)
{
	size_t length = strlen(text), start;

	if (!*needle)
		return false;
	start = from < length ? from + text_cluster(text + from) : 0;
	for (size_t at = start; at < length; at += text_cluster(text + at))
		if (here(text + at, needle)) {
			*found = at;
			return true;
		}
	for (size_t at = 0; at < start; at += text_cluster(text + at))
		if (here(text + at, needle)) {
			*found = at;
			return true;
		}
	return false;
}

bool
minutes_editor_mark(char *text, size_t size, size_t *caret)
{
	static const char *const marks[] = { "## ", "# ", "- ", "" }, *const next[] = { "- ", "## ",
		"", "# " };
	size_t line = *caret, which = 0, old, new, length = strlen(text);

	while (line > 0 && text[line - 1] != '\n')
		line--;
	while (strncmp(text + line, marks[which], strlen(marks[which])) != 0)
		which++;
	old = strlen(marks[which]);
	new = strlen(next[which]);
	if (length + new - old >= size)
		return false;
	memmove(text + line + new, text + line + old, length - line - old + 1);
	memcpy(text + line, next[which], new);
	*caret = *caret < line + old ? line + new : *caret - old + new;
	return true;
}
