/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as the text of a word processor's file, as its styles (after S), or (after Z) as the
 * whole file: what is read is clean text that is laid out over any other, the rest is refused. */
#include "fuzz.h"

#include "base/make_zip.h"
#include "base/text.h"
#include "exchange/minutes_file.h"

static void
read_all(const void *bytes, size_t size)
{
	static const char newest[] = "# Protokół\n\n- punkt\n\n| a | b\n";
	struct arena arena = { 0 };
	struct error err = { 0 };
	struct minutes_file file;
	const char *laid;
	int result = minutes_file_docx("f", bytes, size, &arena, &file, &err);

	MUST_FIT(result, err);
	if (result == 0) {
		MUST(file.text && text_valid(file.text, strlen(file.text)) == strlen(file.text));
		laid = minutes_file_lay(file.text, newest, &arena);
		MUST(laid && text_valid(laid, strlen(laid)) == strlen(laid));
	}
	arena_release(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct zip_part parts[] = {
		{ "word/document.xml",
			"<w:document xmlns:w='http://schemas.openxmlformats.org/"
			"wordprocessingml/2006/main'><w:body><w:p><w:pPr><w:pStyle "
			"w:val='Heading1'/></w:pPr><w:r><w:t>A</w:t></w:r></w:p></w:body>"
			"</w:document>",
			0, 0 },
		{ "word/styles.xml",
			"<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/"
			"2006/main'/>",
			0, 0 },
	};
	unsigned char *zip;
	char *text;

	if (size == 0)
		return 0;
	if (bytes[0] == 'Z') {
		read_all(bytes + 1, size - 1);
		return 0;
	}
	text = calloc(size, 1);
	zip = calloc(size + 4096, 1);
	MUST(text && zip);
	memcpy(text, bytes + 1, size - 1);
	parts[bytes[0] == 'S'].text = text;
	read_all(zip, make_zip(zip, parts, 2));
	free(zip);
	free(text);
	return 0;
}
