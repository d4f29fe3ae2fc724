/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines and cells of PSPP's output. */
#include "config.h"

#include "pspp_output.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINES_MOST = 400000 };

static char **lines;
static int line_count, last_mark;
static long compared;

bool
pspp_read(const char *path)
{
	FILE *file = fopen(path, "r");
	char *line = NULL;
	size_t room = 0;

	lines = calloc(LINES_MOST, sizeof(*lines));
	if (!file || !lines)
		return false;
	while (line_count < LINES_MOST && getline(&line, &room, file) > 0) {
		line[strcspn(line, "\r\n")] = '\0';
		lines[line_count++] = strdup(line);
	}
	free(line);
	fclose(file);
	return line_count < LINES_MOST;
}

int
pspp_mark(const char *mark)
{
	for (int i = last_mark; i < line_count; i++)
		if (!strcmp(lines[i], mark))
			return last_mark = i;
	return -1;
}

bool
pspp_ends(int line)
{
	return line >= line_count || !lines[line][0];
}

int
pspp_table(int mark, const char *title)
{
	for (int i = mark + 1; mark >= 0 && i < line_count && lines[i][0] != '@'; i++)
		if (!strncmp(lines[i], "Table: ", 7) && !strcmp(lines[i] + 7, title))
			return i + 1;
	return -1;
}

/* Nothing with commas is asked for but the labels of tables, which are not read. */
static const char *
cell(int line, int column, char dst[PSPP_CELL])
{
	const char *at = lines[line];

	for (; column > 0 && *at; column--) {
		at += strcspn(at, ",");
		at += *at == ',';
	}
	snprintf(dst, PSPP_CELL, "%.*s", (int)strcspn(at, ","), at);
	return dst;
}

static bool
read_number(int line, int column, double *number, int *decimals)
{
	char text[PSPP_CELL], *end;
	const char *point = strchr(cell(line, column, text), '.');

	*number = strtod(text, &end);
	*decimals = point ? (int)strspn(point + 1, "0123456789") : 0;
	return end != text && (!*end || !strcmp(end, "%"));
}

bool
pspp_is_value(int line, int column)
{
	double number;
	int decimals;

	return read_number(line, column, &number, &decimals);
}

double
pspp_number(int line, int column)
{
	double number;
	int decimals;

	return read_number(line, column, &number, &decimals) ? number : NAN;
}

int
pspp_line(int table, int column, double number)
{
	for (int i = table; table >= 0 && !pspp_ends(i); i++)
		if (fabs(pspp_number(i, column) - number) < 1e-7)
			return i;
	return -1;
}

const char *
pspp_text(int line)
{
	return line < 0 ? "nothing" : lines[line];
}

bool
pspp_same(int line, int column, double ours)
{
	double printed;
	int decimals;

	compared++;
	return line >= 0 && read_number(line, column, &printed, &decimals) &&
	       fabs(ours - printed) <= 0.5 * pow(10, -decimals) * (1 + 1e-9) + 1e-9;
}

long
pspp_compared(void)
{
	return compared;
}
