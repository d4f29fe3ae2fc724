/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as one part of a workbook, or (after Z) as the whole file: what opens lists its
 * sheets, and every sheet is read or refused. The first byte says which part. */
#include "fuzz.h"

#include "base/make_zip.h"
#include "exchange/workbook.h"

static int
row(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	long *last = context;

	(void)err;
	MUST(line > *last && count > 0 && count <= XLSX_MAX_COLUMNS);
	*last = line;
	for (int i = 0; i < count; i++)
		MUST(strlen(fields[i].text) == fields[i].length);
	MUST(fields[count - 1].length > 0);
	return 0;
}

static void
read_all(const void *bytes, size_t size)
{
	struct xlsx *w;
	struct error err = { 0 };
	int result = xlsx_open_memory(&w, "f", bytes, size, &err);

	MUST_FIT(result, err);
	MUST((result == 0) == (w != NULL));
	for (int i = 0; w && i < 2 * xlsx_sheets(w); i++) {
		struct error own = { 0 };
		long line = 0;
		int sheet = i / 2;

		MUST(xlsx_find(w, xlsx_sheet_name(w, sheet)) >= 0);
		result = xlsx_read(w, sheet, i % 2 ? XLSX_ISO : XLSX_SERIAL, row, &line, &own);
		MUST_FIT(result, own);
	}
	xlsx_close(w);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct zip_part parts[] = {
		{ "xl/workbook.xml", "<w><sheet name='F' r:id='r9'/></w>", 0, 0 },
		{ "xl/_rels/workbook.xml.rels",
			"<R><Relationship Id='r1' Type='y/sharedStrings' Target='/xl/t.xml'/>"
			"<Relationship Id='r2' Type='y/styles' Target='s.xml'/>"
			"<Relationship Id='r9' Type='y/worksheet' Target='w.xml'/></R>",
			0, 0 },
		{ "xl/t.xml", "<sst><si><t>a</t></si></sst>", 0, 0 },
		{ "xl/s.xml", "<s><cellXfs><xf/><xf numFmtId='14'/></cellXfs></s>", 0, 0 },
		{ "xl/w.xml", "<w><row><c t='s'><v>0</v></c><c s='1'><v>3</v></c></row></w>", 0, 0 },
	};
	static const char letters[] = "WRTYS";
	const char *which;
	unsigned char *zip;
	char *text;

	if (size == 0)
		return 0;
	which = bytes[0] ? strchr(letters, bytes[0]) : NULL;
	if (!which) {
		read_all(bytes + 1, size - 1);
		return 0;
	}
	text = calloc(size, 1);
	zip = calloc(size + 4096, 1);
	MUST(text && zip);
	memcpy(text, bytes + 1, size - 1);
	parts[which - letters].text = text;
	read_all(zip, make_zip(zip, parts, 5));
	free(zip);
	free(text);
	return 0;
}
