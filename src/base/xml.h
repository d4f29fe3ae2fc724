/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML as a stream of elements, without network, entities or deep trees (libxml2). */
#ifndef BASE_XML_H
#define BASE_XML_H

#include "base/error.h"
#include "base/input.h"

struct xml_handler {
	/* attributes: name, value, name, value, …, NULL. -1 stops with *err. */
	int (*start)(void *context, const char *name, const char *const *attributes, long line, struct error *err);
	/* text: all character data of the element up to its end or first child. */
	int (*end)(void *context, const char *name, const char *text, long line, struct error *err);
};

int xml_read(struct input *in, const struct xml_handler *handler, void *context, struct error *err);

#endif
