/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as CSV: rows gathered and fields handed on agree. The first byte chooses the
 * separator. */
#include "fuzz.h"

#include "base/csv.h"

#include <string.h>

struct seen {
	size_t fields, bytes;
	long rows, line;
};

static int
field(void *context, int column, const char *text, size_t length, struct error *err)
{
	struct seen *seen = context;

	(void)column, (void)err;
	MUST(text[length] == '\0' && strlen(text) == length);
	seen->fields++;
	seen->bytes += length;
	return 0;
}

static int
end_of_row(void *context, long line, int count, struct error *err)
{
	struct seen *seen = context;

	(void)err;
	MUST(count > 0 && line >= seen->line && line > 0);
	seen->line = line;
	seen->rows++;
	return 0;
}

static int
row(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	for (int i = 0; i < count; i++)
		field(context, i, fields[i].text, fields[i].length, err);
	return end_of_row(context, line, count, err);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static const struct csv_limits limits = { .field = 200, .row = 1000, .columns = 20 };
	static const struct csv_events events = { field, end_of_row };
	static const char separators[] = { 0, ';', ',', '\t' };
	struct seen seen[2] = { { 0, 0, 0, 0 }, { 0, 0, 0, 0 } };
	struct error err[2];
	int result[2];
	char separator = size ? separators[bytes[0] % 4] : 0;

	if (size == 0)
		return 0;
	for (int i = 0; i < 2; i++) {
		struct input *in;

		memset(&err[i], 0, sizeof err[i]);
		result[i] = input_open_memory(&in, "f", bytes + 1, size - 1, ENCODING_DETECT, &err[i]);
		if (result[i] == 0)
			result[i] = i == 0
				? csv_read(in, separator, &limits, row, &seen[i], NULL, &err[i])
				: csv_read_fields(in, separator, &limits, &events, &seen[i], NULL,
					&err[i]);
		input_close(in);
		MUST_FIT(result[i], err[i]);
	}
	MUST(result[0] == result[1] && seen[0].rows == seen[1].rows
		&& seen[0].line == seen[1].line && strcmp(err[0].text, err[1].text) == 0);
	MUST(result[0] != 0 || (seen[0].fields == seen[1].fields && seen[0].bytes == seen[1].bytes));
	return 0;
}
