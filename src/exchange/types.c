/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functional types of gminy as CSV: unit;type, where type is a letter from A to J. All faults are
 * told. */
#include "config.h"

#include "exchange/header.h"
#include "exchange/kind.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"
#include "model/diagnosis/unit_type.h"

#include <stdlib.h>
#include <string.h>

enum column { UNIT, TYPE, COLUMNS };

static const struct header_column columns[COLUMNS] = {
	[UNIT] = { { "unit", "TERYT", "kod", NULL }, true },
	[TYPE] = { { "type", "typ", NULL }, true },
};

struct row {
	char code[UNIT_CODE_SIZE];
	char type;
	long line;
};

struct types {
	struct import_job *job;
	struct arena arena;
	struct row *rows;
	size_t room;
	int count;
	struct header header;
	bool header_seen;
	struct unit_type *found; /* what of it names units that are known */
	int found_count;
};

static int
recognise(const char *head, const char *file_name)
{
	(void)file_name;
	return header_recognise(columns, COLUMNS, head);
}

static int
take_type(struct types *t, long line, const char *text, char *out, struct error *err)
{
	char shown[64];
	int place = header_column(&t->header, TYPE);
	char letter = text[0] >= 'a' && text[0] <= 'z' ? (char)(text[0] - 'a' + 'A') : text[0];

	if (letter == '\0' || text[1] != '\0' || !strchr(UNIT_TYPES, letter)) {
		text_clean(shown, sizeof shown, text);
		return error_at(err, ERROR_INPUT, line, place,
			_("Line %ld, column %d (%s): “%s” where %s is expected."), line, place,
			columns[TYPE].names[0], shown, _("a letter from A to J"));
	}
	*out = letter;
	return 0;
}

static int
read_row(struct types *t, long line, const struct csv_field *fields, int count, struct error *err)
{
	struct row row = { .line = line };
	struct error why = { .code = ERROR_NONE };
	struct unit_code code;
	char digits[UNIT_CODE_SIZE];
	const char *text;
	int place;

	if (header_check_row(&t->header, line, fields, count, err) < 0)
		return -1;
	text = header_cell(&t->header, fields, UNIT);
	place = header_column(&t->header, UNIT);
	if (strlen(text) < sizeof digits)
		unit_code_restore(text, strlen(text), digits);
	else
		text_copy(digits, sizeof digits, text);
	if (unit_code_parse(digits, strlen(digits), &code, &why) < 0 && strlen(text) == 6 &&
		strspn(text, "0123456789") == 6)
		return error_at(err, ERROR_INPUT, line, place,
			_("Line %ld, column %d: “%s” has six digits. The code of a gmina has "
			  "seven; the last says its kind, as in 3001022."),
			line, place, text);
	if (why.code != ERROR_NONE)
		return error_at(err, ERROR_INPUT, line, place, _("Line %ld, column %d: %s"), line,
			place, why.text);
	if (code.level != LEVEL_GMINA)
		return error_at(err, ERROR_INPUT, line, place,
			_("Line %ld, column %d: %s is no gmina; only gminy have a functional "
			  "type."),
			line, place, digits);
	text_copy(row.code, sizeof row.code, code.key);
	if (take_type(t, line, header_cell(&t->header, fields, TYPE), &row.type, err) < 0)
		return -1;
	t->rows = arena_grow(&t->arena, t->rows, (size_t)t->count, &t->room, sizeof *t->rows);
	t->rows[t->count++] = row;
	return 0;
}

static int
take_row(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	struct types *t = context;

	if (!t->header_seen) {
		t->header_seen = true;
		return header_take(&t->header, columns, COLUMNS, line, fields, count, true, err);
	}
	return read_row(t, line, fields, count, err) < 0 ? import_fault(t->job, err) : 0;
}

static int
by_code(const void *a, const void *b)
{
	const struct row *x = a, *y = b;
	int order = strcmp(x->code, y->code);

	return order ? order : (x->line > y->line) - (x->line < y->line);
}

static void
refuse_twice(struct types *t)
{
	struct error err = { 0 };

	if (t->count)
		qsort(t->rows, (size_t)t->count, sizeof *t->rows, by_code);
	for (int i = 1; i < t->count; i++)
		if (strcmp(t->rows[i].code, t->rows[i - 1].code) == 0) {
			error_at(&err, ERROR_INPUT, t->rows[i].line,
				header_column(&t->header, UNIT),
				_("Line %ld: the unit %s stands in line %ld already."),
				t->rows[i].line, t->rows[i].code, t->rows[i - 1].line);
			import_fault(t->job, &err);
		}
}

static int
read(struct import_job *job, struct input *in, const struct progress *progress, struct error *err)
{
	struct types *t = memory_new(sizeof *t);

	job->data = t;
	t->job = job;
	if (csv_read(in, 0, NULL, take_row, t, progress, err) < 0)
		return -1;
	if (t->count == 0 && !job->fault_count)
		return error_set(
			err, ERROR_INPUT, _("The file of types holds a header but no units."));
	refuse_twice(t);
	return 0;
}

/* Which rows name units; the others are told once the register is known. */
static void
find_units(struct import_job *job)
{
	struct types *t = job->data;

	t->found_count = 0;
	t->found = arena_array(&t->arena, (size_t)t->count + 1, sizeof *t->found);
	for (int i = 0; i < t->count; i++) {
		const struct unit *u = unit_by_code(&job->units, t->rows[i].code);

		if (u)
			t->found[t->found_count++] = (struct unit_type){ u->slot, t->rows[i].type };
		else
			import_remark(job, REMARK_SKIPPED, t->rows[i].line,
				_("The register does not hold the unit."));
	}
}

static int
apply(struct import_job *job, bool write, int64_t *import_id, struct error *err)
{
	struct types *t = job->data;
	struct import_counts *counts = &job->preview.counts;

	if (!job->file.source[0])
		job->file.source = job->options.source ? job->options.source : "";
	if (unit_types_apply(job->db, t->found, t->found_count, &job->file, counts, write,
		    import_id, err) < 0)
		return -1;
	counts->rows = t->count;
	counts->skipped = t->count - t->found_count;
	return 0;
}

static int
compare(struct import_job *job, struct error *err)
{
	struct types *t = job->data;
	int64_t none;

	find_units(job);
	if (t->found_count == 0)
		return error_set(err, ERROR_INPUT,
			_("None of the units is known. Read the register in first (gromada import "
			  "teryt FILE)."));
	return apply(job, false, &none, err);
}

static int
write(struct import_job *job, const struct progress *progress, int64_t *import_id,
	struct error *err)
{
	if (progress_step(progress, 0, _("Writing types")))
		return error_set(
			err, ERROR_CANCEL, _("The import was cancelled; nothing was changed."));
	import_remarks_clear(job);
	find_units(job);
	return apply(job, true, import_id, err);
}

static void
release(struct import_job *job)
{
	struct types *t = job->data;

	if (t)
		arena_release(&t->arena);
	free(t);
	job->data = NULL;
}

const struct import_ops import_types = {
	.kind = IMPORT_TYPES,
	.name = "types",
	.label = N_("functional types of gminy"),
	.recognise = recognise,
	.read = read,
	.compare = compare,
	.write = write,
	.release = release,
};
