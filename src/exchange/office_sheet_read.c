/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the sheet of an office, as the file holds them. */
#include "config.h"

#include "exchange/office_sheet.h"

#include "base/csv.h"
#include "base/i18n.h"
#include "base/text.h"
#include "exchange/workbook.h"

#include <stdio.h>
#include <string.h>

static const char *
cell(struct arena *arena, const struct csv_field *fields, int count, int column)
{
	char *text;

	if (column >= count)
		return "";
	text = arena_new(arena, fields[column].length + 1);
	text_clean(text, fields[column].length + 1, fields[column].text);
	text += strspn(text, " '");
	for (size_t n = strlen(text); n && text[n - 1] == ' ';)
		text[--n] = '\0';
	return text;
}

/* T12, K7; lines above are titles and headings. */
static bool
is_code(const char *text)
{
	return (text[0] == 'T' || text[0] == 'K') && text[1] &&
	       strspn(text + 1, "0123456789") == strlen(text + 1);
}

static void
take_cells(struct office_sheet *s, struct office_row *row, long line,
	const struct csv_field *fields, int count)
{
	row->line = line;
	for (int i = 0; i < OFFICE_COLUMNS; i++)
		row->cell[i] = cell(&s->arena, fields, count, i);
}

static void
take_above(struct office_sheet *s, long line, const struct csv_field *fields, int count)
{
	s->above = arena_grow(
		&s->arena, s->above, (size_t)s->above_count, &s->above_room, sizeof *s->above);
	take_cells(s, &s->above[s->above_count++], line, fields, count);
}

static int
take_row(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	struct office_sheet *s = context;
	const char *code = cell(&s->arena, fields, count, OFFICE_CODE);
	struct office_row *row;

	(void)err;
	if (!is_code(code)) {
		if (code[0] && count > OFFICE_VALUE && !s->count)
			take_above(s, line, fields, count);
		return 0;
	}
	s->rows = arena_grow(&s->arena, s->rows, (size_t)s->count, &s->room, sizeof *s->rows);
	row = &s->rows[s->count++];
	take_cells(s, row, line, fields, count);
	row->percent = count > OFFICE_VALUE && fields[OFFICE_VALUE].percent;
	return 0;
}

static int
read_workbook(struct office_sheet *s, const char *path, struct error *err)
{
	struct xlsx *w;
	int failed;

	if (xlsx_open(&w, path, err))
		return -1;
	failed = xlsx_read(w, 0, XLSX_ISO, take_row, s, err);
	xlsx_close(w);
	return failed;
}

int
office_sheet_read(struct office_sheet *s, struct import_job *job, struct input *in,
	const struct progress *progress, struct error *err)
{
	s->workbook = !in;
	if (in ? csv_read(in, 0, NULL, take_row, s, progress, err)
	       : read_workbook(s, job->path, err))
		return -1;
	return s->count ? 0
			: error_set(err, ERROR_INPUT,
				  _("This is no sheet of an office: no line begins with a code "
				    "such as T12 or K7."));
}

/* ---- headings ---- */

static bool
same_words(const char *a, const char *b)
{
	char left[256], right[256];

	return strcmp(text_fold(left, sizeof left, a), text_fold(right, sizeof right, b)) == 0;
}

/* How many of the headings are those of words; the first one that is not, -1 = none. */
static int
count_known(const struct office_row *head, const char *const words[], int *wrong)
{
	int known = 0;

	*wrong = -1;
	for (int c = 0; c < OFFICE_COLUMNS; c++)
		if (same_words(head->cell[c], words[c]))
			known++;
		else if (*wrong < 0)
			*wrong = c;
	return known;
}

/* The row that is most like these words; NULL where none is, nor has a text above the values. */
static const struct office_row *
find_heads(const struct office_sheet *s, const char *const words[], int *known)
{
	const struct office_row *head = NULL;
	int wrong;

	*known = 0;
	for (int i = 0; i < s->above_count; i++) {
		int n = count_known(&s->above[i], words, &wrong);

		if (n <= *known && (head || !s->above[i].cell[OFFICE_VALUE][0]))
			continue;
		head = &s->above[i];
		*known = n;
	}
	return head;
}

int
office_sheet_check_heads(const struct office_sheet *s, int year, struct error *err)
{
	const char *keys[OFFICE_COLUMNS], *words[OFFICE_COLUMNS], *const *expected = words;
	const struct office_row *head, *of_keys;
	struct arena arena = { 0 };
	char digits[16];
	int wrong = -1, key_known, known;

	for (int c = 0; c < OFFICE_COLUMNS; c++) {
		keys[c] = office_sheet_key((enum office_column)c);
		words[c] = office_sheet_heading((enum office_column)c, year, &arena);
	}
	head = find_heads(s, words, &known);
	of_keys = find_heads(s, keys, &key_known);
	if (key_known > known) {
		head = of_keys;
		known = key_known;
		expected = keys;
	}
	snprintf(digits, sizeof digits, "%d", year);
	if (head && known < OFFICE_COLUMNS / 2) /* in the words of another language */
		wrong = strstr(head->cell[OFFICE_VALUE], digits) ? -1 : OFFICE_VALUE;
	else if (head)
		count_known(head, expected, &wrong);
	if (wrong >= 0)
		error_at(err, ERROR_INPUT, head->line, wrong + 1,
			_("the heading is “%.60s” where the sheet went out with “%.60s”. Put it "
			  "back, or write the sheet again."),
			head->cell[wrong], expected[wrong]);
	arena_release(&arena);
	return wrong >= 0 ? -1 : 0;
}
