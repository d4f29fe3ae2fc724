/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML as a stream of elements, without network, entities or deep trees (libxml2). */
#ifndef BASE_XML_H
#define BASE_XML_H

#include "base/error.h"
#include "base/input.h"

#define XML_MAX_DEPTH 100          /* elements inside elements */
#define XML_MAX_TEXT (1024 * 1024) /* bytes of one element's own text */

struct xml_handler {
	/* name: without namespace prefix. attributes: name (as written), value, name, value, …,
	 * NULL. -1 stops with *err. May be NULL. */
	int (*start)(void *context, const char *name, const char *const *attributes, long line,
		struct error *err);
	/* text: character data of the element itself, children left out, as written (not
	 * trimmed). May be NULL. */
	int (*end)(void *context, const char *name, const char *text, long line, struct error *err);
};

/* Refuses what is not well-formed, cut off, too deep or too long, and declarations of
 * entities of its own; errors name the line. */
int xml_read(struct input *in, const struct xml_handler *handler, void *context, struct error *err);

#endif
