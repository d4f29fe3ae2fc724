/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML written element by element. By hand: it is only escaping, and goes straight to the output. */
#include "config.h"

#include "base/xml_write.h"

#include "base/text.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

void
xml_start(struct xml_writer *w, struct output *out)
{
	*w = (struct xml_writer){ .out = out };
	output_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
}

static void
end_tag(struct xml_writer *w)
{
	if (w->tag)
		output_puts(w->out, ">");
	w->tag = false;
}

void
xml_open(struct xml_writer *w, const char *name)
{
	assert(w->depth < XML_MAX_DEPTH);
	end_tag(w);
	output_puts(w->out, "<");
	output_puts(w->out, name);
	w->names[w->depth++] = name;
	w->tag = true;
}

/* The characters of XML 1.0, section 2.2. */
static bool
allowed(long c)
{
	return c >= 0x20 ? c < 0xd800 || (c > 0xdfff && c != 0xfffe && c != 0xffff)
			 : c == '\t' || c == '\n' || c == '\r';
}

static void
put(struct xml_writer *w, const char *text, bool attribute)
{
	size_t length = strlen(text), used;

	for (const char *end = text + length; text < end; text += used) {
		long c = text_decode(text, (size_t)(end - text), &used);

		if (c < 0 || !allowed(c))
			output_puts(w->out, "\357\277\275");
		else if (c == '&')
			output_puts(w->out, "&amp;");
		else if (c == '<')
			output_puts(w->out, "&lt;");
		else if (c == '>')
			output_puts(w->out, "&gt;");
		else if (c == '"' && attribute)
			output_puts(w->out, "&quot;");
		else if (c == '\r' || (attribute && (c == '\n' || c == '\t')))
			output_printf(w->out, "&#%ld;", c);
		else
			output_write(w->out, text, used);
	}
}

void
xml_attribute(struct xml_writer *w, const char *name, const char *value)
{
	assert(w->tag);
	output_puts(w->out, " ");
	output_puts(w->out, name);
	output_puts(w->out, "=\"");
	put(w, value, true);
	output_puts(w->out, "\"");
}

void
xml_number(struct xml_writer *w, const char *name, long value)
{
	char digits[32];

	snprintf(digits, sizeof digits, "%ld", value);
	xml_attribute(w, name, digits);
}

void
xml_text(struct xml_writer *w, const char *text)
{
	end_tag(w);
	put(w, text, false);
}

void
xml_close(struct xml_writer *w)
{
	const char *name;

	assert(w->depth > 0);
	name = w->names[--w->depth];
	if (w->tag)
		output_puts(w->out, "/>");
	else
		output_printf(w->out, "</%s>", name);
	w->tag = false;
}

void
xml_element(struct xml_writer *w, const char *name, const char *text)
{
	xml_open(w, name);
	if (*text)
		xml_text(w, text);
	xml_close(w);
}

void
xml_end(struct xml_writer *w)
{
	while (w->depth > 0)
		xml_close(w);
	output_puts(w->out, "\n");
}
