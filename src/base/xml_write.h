/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML written element by element; well-formed whatever the texts hold. */
#ifndef BASE_XML_WRITE_H
#define BASE_XML_WRITE_H

#include "base/output.h"
#include "base/xml.h"

struct xml_writer {
	struct output *out;
	const char *names[XML_MAX_DEPTH]; /* of the open elements */
	int depth;
	bool tag; /* the last start tag still takes attributes */
};

/* Failures of writing stay in out. */
void xml_start(struct xml_writer *w, struct output *out); /* the declaration, UTF-8 */
/* name must stay until xml_close: a literal, with its prefix ("w:p"). */
void xml_open(struct xml_writer *w, const char *name);
void xml_attribute(struct xml_writer *w, const char *name, const char *value);
void xml_number(struct xml_writer *w, const char *name, long value); /* an attribute */
/* What XML cannot hold (controls, ill-formed bytes) becomes U+FFFD. */
void xml_text(struct xml_writer *w, const char *text);
void xml_close(struct xml_writer *w);
void xml_element(struct xml_writer *w, const char *name, const char *text); /* "" = empty */
void xml_end(struct xml_writer *w); /* closes what is open, ends the last line */

#endif
