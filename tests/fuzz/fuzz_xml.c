/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as XML: what starts also ends, in order. */
#include "fuzz.h"

#include "base/xml.h"

#include <string.h>

struct seen {
	int depth;
	long line;
};

static int
on_start(void *context, const char *name, const char *const *attributes, long line,
	struct error *err)
{
	struct seen *seen = context;

	(void)err;
	MUST(name[0] != '\0');
	for (int i = 0; attributes[i]; i += 2)
		MUST(strlen(attributes[i]) > 0 && attributes[i + 1]);
	MUST(++seen->depth <= XML_MAX_DEPTH && line >= seen->line);
	seen->line = line;
	return 0;
}

static int
on_end(void *context, const char *name, const char *text, long line, struct error *err)
{
	struct seen *seen = context;

	(void)name, (void)line, (void)err;
	MUST(strlen(text) <= XML_MAX_TEXT && --seen->depth >= 0);
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static const struct xml_handler handler = { on_start, on_end };
	struct seen seen = { 0, 0 };
	struct error err = { 0 };
	struct input *in;
	int result = input_open_memory(&in, "f", bytes, size, ENCODING_DETECT, &err);

	if (result == 0)
		result = xml_read(in, &handler, &seen, &err);
	input_close(in);
	MUST_FIT(result, err);
	MUST(result != 0 || seen.depth == 0);
	return 0;
}
