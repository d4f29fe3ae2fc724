/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML as a stream of elements, without network, entities or deep trees (libxml2). */
#include "config.h"

#include "base/xml.h"

#include "base/i18n.h"
#include "base/memory.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define BUFFER 65536

struct reader {
	xmlParserCtxt *parser;
	struct input *in;
	const struct xml_handler *handler;
	void *context;
	struct error *err;
	char *text; /* of all open elements, one after another */
	size_t used, capacity;
	size_t starts[XML_MAX_DEPTH]; /* where the text of each begins */
	int depth;
	bool stopped;
};

static long
line_now(const struct reader *r)
{
	return r->parser->input ? r->parser->input->line : 0;
}

static void
stop(struct reader *r)
{
	r->stopped = true;
	xmlStopParser(r->parser);
}

static void
stop_at(struct reader *r, const char *text)
{
	error_at(r->err, ERROR_INPUT, line_now(r), 0, _("%s, line %ld: %s"), input_name(r->in),
		line_now(r), text);
	stop(r);
}

static const char *
local_name(const xmlChar *name)
{
	const char *colon = strchr((const char *)name, ':');

	return colon && colon[1] ? colon + 1 : (const char *)name;
}

static void
on_start(void *reader, const xmlChar *name, const xmlChar **attributes)
{
	static const char *const none[] = { NULL };
	struct reader *r = reader;

	if (r->stopped)
		return;
	if (r->depth == XML_MAX_DEPTH) {
		stop_at(r, _("elements stand too deep inside one another for a data file."));
		return;
	}
	r->starts[r->depth++] = r->used;
	if (r->handler->start && r->handler->start(r->context, local_name(name),
					 attributes ? (const char *const *)attributes : none,
					 line_now(r), r->err) != 0)
		stop(r);
}

static void
on_text(void *reader, const xmlChar *text, int length)
{
	struct reader *r = reader;
	size_t size = (size_t)length;

	if (r->stopped || r->depth == 0)
		return;
	if (r->used - r->starts[r->depth - 1] + size > XML_MAX_TEXT) {
		stop_at(r, _("a text is too long for a data file."));
		return;
	}
	if (r->used + size + 1 > r->capacity)
		r->text = memory_grow(r->text, &r->capacity, r->used + size + 1, 1);
	memcpy(r->text + r->used, text, size);
	r->used += size;
}

static void
on_end(void *reader, const xmlChar *name)
{
	struct reader *r = reader;

	if (r->stopped || r->depth == 0)
		return;
	if (r->used + 1 > r->capacity)
		r->text = memory_grow(r->text, &r->capacity, r->used + 1, 1);
	r->text[r->used] = '\0';
	r->used = r->starts[--r->depth];
	if (r->handler->end && r->handler->end(r->context, local_name(name), r->text + r->used,
				       line_now(r), r->err) != 0)
		stop(r);
}

/* No data file needs entities of its own; refusing them ends bombs and file reading at once. */
static void
on_entity_declaration(void *reader, const xmlChar *name, int type, const xmlChar *public_id,
	const xmlChar *system_id, xmlChar *content)
{
	(void)name, (void)type, (void)public_id, (void)system_id, (void)content;
	stop_at(reader, _("the file declares entities of its own, which a data file may not."));
}

static xmlEntity *
on_entity(void *reader, const xmlChar *name)
{
	(void)reader;
	return xmlGetPredefinedEntity(name);
}

static void
on_unknown_entity(void *reader, const xmlChar *name)
{
	(void)name;
	stop_at(reader, _("the file uses an entity that it does not explain."));
}

static bool
is_cut_off(int code)
{
	return code == XML_ERR_DOCUMENT_END || code == XML_ERR_DOCUMENT_EMPTY ||
	       code == XML_ERR_TAG_NOT_FINISHED || code == XML_ERR_GT_REQUIRED ||
	       code == XML_ERR_LTSLASH_REQUIRED;
}

/* at_end: the last byte of the file was given. */
static int
check(struct reader *r, bool at_end)
{
	const xmlError *last = xmlCtxtGetLastError(r->parser);

	if (r->stopped)
		return -1;
	if (r->parser->wellFormed)
		return 0;
	stop_at(r, at_end && (!last || is_cut_off(last->code))
			   ? _("the file ends before its last element is closed. It was cut off; "
			       "download it again.")
			   : _("this is not well-formed XML. Download the file again."));
	return -1;
}

static int
parse(struct reader *r)
{
	char *buffer = memory_new(BUFFER);
	long got;
	int result = 0;

	while (result == 0 && (got = input_read(r->in, buffer, BUFFER, r->err)) != 0) {
		if (got < 0) {
			result = -1;
			break;
		}
		xmlParseChunk(r->parser, buffer, (int)got, 0);
		result = check(r, false);
	}
	if (result == 0) {
		xmlParseChunk(r->parser, buffer, 0, 1);
		result = check(r, true);
	}
	free(buffer);
	return result;
}

int
xml_read(struct input *in, const struct xml_handler *handler, void *context, struct error *err)
{
	xmlSAXHandler sax = {
		.startElement = on_start,
		.endElement = on_end,
		.characters = on_text,
		.cdataBlock = on_text,
		.entityDecl = on_entity_declaration,
		.getEntity = on_entity,
		.reference = on_unknown_entity,
		.initialized = 1,
	};
	struct error own = { 0 };
	struct reader r = { .in = in, .handler = handler, .context = context };
	int result;

	r.err = err ? err : &own;
	r.parser = xmlCreatePushParserCtxt(&sax, &r, NULL, 0, NULL);
	if (!r.parser)
		return error_set(err, ERROR_IO, _("The XML reader could not start."));
	/* The input has turned everything to UTF-8, whatever the declaration says. NOENT makes
	 * &amp; in attributes a plain character; other entities never come so far. */
	xmlCtxtUseOptions(r.parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOENT |
					    XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
					    XML_PARSE_NOCDATA);
	result = parse(&r);
	xmlFreeDoc(r.parser->myDoc); /* libxml2 keeps refused entity declarations there */
	r.parser->myDoc = NULL;
	xmlFreeParserCtxt(r.parser);
	free(r.text);
	return result;
}
