/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wrapping at spaces. */
#include "config.h"

#include "tui/wrap.h"

#include "base/text.h"

#include <string.h>

static int
cluster_columns(const char *text, size_t length)
{
	char cluster[32];

	if (length == 1)
		return 1;
	if (length >= sizeof(cluster))
		length = sizeof(cluster) - 1;
	memcpy(cluster, text, length);
	cluster[length] = '\0';
	return text_width(cluster);
}

size_t
wrap_line(const char *text, int columns, size_t *next)
{
	size_t i = 0, space = 0, length;
	int used = 0;

	for (; text[i] && text[i] != '\n'; i += length) {
		length = text_cluster(text + i);
		used += cluster_columns(text + i, length);
		if (columns > 0 && used > columns && i > 0)
			break;
		if (text[i] == ' ')
			space = i;
	}
	if (!text[i] || text[i] == '\n') {
		*next = text[i] ? i + 1 : 0;
		return i;
	}
	if (text[i] == ' ' || !space) {
		*next = i + (text[i] == ' ');
		return i;
	}
	*next = space + 1;
	return space;
}

int
wrap_count(const char *text, int columns, int *widest)
{
	int count = 0;
	size_t next;

	if (widest)
		*widest = 0;
	do {
		size_t length = wrap_line(text, columns, &next);

		if (widest) {
			int used = 0;

			for (size_t i = 0, n; i < length; i += n) {
				n = text_cluster(text + i);
				used += cluster_columns(text + i, n);
			}
			if (used > *widest)
				*widest = used;
		}
		text += next;
		count++;
	} while (next);
	return count;
}
