/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of a word processor's document beside its text. */
#ifndef REPORT_DOCX_PARTS_H
#define REPORT_DOCX_PARTS_H

#include "base/xml_write.h"
#include "report/document.h"

#define DOCX_NAMESPACE "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define DOCX_RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

enum { DOCX_FILES = 9 };

/* How many of them the document has. */
int docx_files(const struct document *d);
/* Writes one of them, from 0 on, and returns its name in the package. */
const char *docx_file(int file, const struct document *d, struct output *out);

#endif
