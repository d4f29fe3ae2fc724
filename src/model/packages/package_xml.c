/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows as packages write them:
 *   <row noun="homework" uid="…" rev="2" owner="…"><f n="text">…</f><line n="item">…</line>
 *   </row>
 * untouched="1" on what the sender calls its own and is still as the keeper of the group wrote
 * it. */
#include "config.h"

#include "model/packages/package_parts.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/random.h"
#include "base/text.h"
#include "base/xml_write.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS_MOST = 500000, LINES_MOST = 5000, LINES_TOLD = 10 };

/* ---- writing ---- */

static void
write_values(struct xml_writer *w, const struct package_fields *fields, const char **values)
{
	for (int i = 0; i < fields->count; i++) {
		if (!values[i])
			continue;
		xml_open(w, "f");
		xml_attribute(w, "n", fields->list[i].name);
		xml_text(w, values[i]);
		xml_close(w);
	}
}

static void
write_row(struct xml_writer *w, const struct package_shape *shape, const struct package_row *row)
{
	const struct package_noun *noun = &package_nouns[row->noun];
	char rev[24];

	snprintf(rev, sizeof(rev), "%lld", (long long)row->rev);
	xml_open(w, "row");
	xml_attribute(w, "noun", noun->name);
	xml_attribute(w, "uid", row->uid);
	xml_attribute(w, "rev", rev);
	xml_attribute(w, "owner", row->owner);
	if (row->untouched)
		xml_attribute(w, "untouched", "1");
	write_values(w, &shape->nouns[row->noun], row->values);
	for (int i = 0; i < row->line_count; i++) {
		const struct package_line *line = &row->lines[i];

		xml_open(w, "line");
		xml_attribute(w, "n", noun->lines[line->kind].name);
		write_values(w, &shape->lines[row->noun][line->kind], line->values);
		xml_close(w);
	}
	xml_close(w);
}

void
package_write_row(
	struct output *out, const struct package_shape *shape, const struct package_row *row)
{
	struct xml_writer w;

	xml_start(&w, out);
	xml_open(&w, "records");
	write_row(&w, shape, row);
	xml_end(&w);
}

int
package_write_xml(
	struct db *db, struct output *out, const struct package_rows *rows, struct error *err)
{
	struct arena arena = { 0 };
	struct package_shape *shape = arena_new(&arena, sizeof(*shape));
	struct xml_writer w;
	int result = package_shape_load(db, shape, err);

	xml_start(&w, out);
	xml_open(&w, "records");
	for (int i = 0; i < rows->count && result == 0; i++)
		write_row(&w, shape, &rows->rows[i]);
	xml_end(&w);
	arena_release(&arena);
	return result;
}

/* ---- reading ---- */

struct found { /* lines with the same fault */
	long lines[LINES_TOLD];
	int count;
};

struct reader {
	struct arena *arena;
	struct package_shape *shape;
	struct package_rows *rows;
	struct package_row *row;   /* the open one */
	struct package_line *line;
	const struct package_field *field;
	int place; /* of the field */
	int inside; /* so many elements are open from the one on that is passed over */
	struct found strange, unclean; /* all are told together, not one after another */
	const char *unclean_field;     /* the first one's */
};

static void
note_line(struct found *f, long line)
{
	if (f->count < LINES_TOLD)
		f->lines[f->count] = line;
	f->count++;
}

/* The element and what is in it is passed over. */
static int
strange(struct reader *r, long line)
{
	note_line(&r->strange, line);
	r->inside = 1;
	return 0;
}

static char *
line_numbers(const struct found *f, char dst[160])
{
	int used = 0;

	for (int i = 0; i < f->count && i < LINES_TOLD; i++)
		used += snprintf(
			dst + used, 160 - (size_t)used, "%s%ld", i ? ", " : "", f->lines[i]);
	if (f->count > LINES_TOLD)
		snprintf(dst + used, 160 - (size_t)used, ", …");
	return dst;
}

static const char *
strange_words(const struct reader *r)
{
	char numbers[160];

	if (r->strange.count == 0)
		return "";
	if (r->strange.count == 1)
		return arena_format(r->arena,
			_("records.xml, line %ld: this is nothing that gromada writes into a "
			  "package; the package was changed or made by another program."),
			r->strange.lines[0]);
	return arena_format(r->arena,
		_("records.xml, lines %s: these %d places are nothing that gromada writes into a "
		  "package; the package was changed or made by another program."),
		line_numbers(&r->strange, numbers), r->strange.count);
}

static const char *
unclean_words(const struct reader *r)
{
	char numbers[160];

	if (r->unclean.count == 0)
		return "";
	if (r->unclean.count == 1)
		return arena_format(r->arena,
			_("records.xml, line %ld: the text of \"%s\" holds invisible or control "
			  "characters, which gromada takes from nobody."),
			r->unclean.lines[0], r->unclean_field);
	return arena_format(r->arena,
		_("records.xml, lines %s: these %d texts hold invisible or control characters, "
		  "which gromada takes from nobody."),
		line_numbers(&r->unclean, numbers), r->unclean.count);
}

static int
check_found(const struct reader *r, struct error *err)
{
	const struct found *first = r->strange.count ? &r->strange : &r->unclean;

	if (first->count == 0)
		return 0;
	return error_at(err, ERROR_INPUT, first->lines[0], 0, "%s%s%s", strange_words(r),
		r->strange.count && r->unclean.count ? " " : "", unclean_words(r));
}

static const char *
attribute(const char *const *attributes, const char *name)
{
	for (int i = 0; attributes[i]; i += 2)
		if (!strcmp(attributes[i], name))
			return attributes[i + 1] ? attributes[i + 1] : "";
	return "";
}

static bool
is_uid(const char *text)
{
	return strlen(text) == UID_SIZE - 1 && strspn(text, "0123456789abcdef") == UID_SIZE - 1;
}

static int
open_row(struct reader *r, const char *const *attributes, long line, struct error *err)
{
	int noun = package_noun_find(attribute(attributes, "noun"));
	const char *uid = attribute(attributes, "uid"), *owner = attribute(attributes, "owner");
	const char *rev = attribute(attributes, "rev");
	long number;

	if (noun < 0 || !is_uid(uid) || (owner[0] && !is_uid(owner)) ||
		number_parse_whole(rev, 1, 2000000000L, &number) < 0)
		return strange(r, line);
	if (r->rows->count && r->rows->rows[r->rows->count - 1].noun > noun)
		return strange(r, line);
	if (r->rows->count == ROWS_MOST)
		return error_at(err, ERROR_INPUT, line, 0,
			_("records.xml, line %ld: a package holds at most %d rows."), line,
			ROWS_MOST);
	r->rows->rows = arena_grow(r->arena, r->rows->rows, (size_t)r->rows->count, &r->rows->room,
		sizeof(*r->rows->rows));
	r->row = &r->rows->rows[r->rows->count++];
	*r->row = (struct package_row){ .noun = noun,
		.uid = arena_string(r->arena, uid),
		.owner = arena_string(r->arena, owner),
		.rev = number,
		.untouched = !strcmp(attribute(attributes, "untouched"), "1"),
		.values = arena_array(r->arena, (size_t)r->shape->nouns[noun].count + 1,
			sizeof(*r->row->values)) };
	return 0;
}

static int
open_line(struct reader *r, const char *name, long line)
{
	struct package_row *row = r->row;
	const struct package_line_kind *kinds = package_nouns[row->noun].lines;
	int kind = 0;

	while (kinds[kind].name && strcmp(kinds[kind].name, name))
		kind++;
	if (!kinds[kind].name || row->line_count == LINES_MOST ||
		(row->line_count && row->lines[row->line_count - 1].kind > kind))
		return strange(r, line);
	row->lines = arena_grow(r->arena, row->lines, (size_t)row->line_count, &row->line_room,
		sizeof(*row->lines));
	r->line = &row->lines[row->line_count++];
	*r->line = (struct package_line){ kind,
		arena_array(r->arena, (size_t)r->shape->lines[row->noun][kind].count + 1,
			sizeof(*r->line->values)) };
	return 0;
}

static int
open_field(struct reader *r, const char *name, long line)
{
	const struct package_fields *fields =
		r->line ? &r->shape->lines[r->row->noun][r->line->kind]
			: &r->shape->nouns[r->row->noun];

	for (r->place = 0; r->place < fields->count; r->place++)
		if (!strcmp(fields->list[r->place].name, name))
			break;
	if (r->place == fields->count || (r->line ? r->line->values : r->row->values)[r->place])
		return strange(r, line);
	r->field = &fields->list[r->place];
	return 0;
}

static int
start(void *context, const char *name, const char *const *attributes, long line,
	struct error *err)
{
	struct reader *r = context;

	if (r->inside) {
		r->inside++;
		return 0;
	}
	if (r->field)
		return strange(r, line);
	if (!strcmp(name, "records") && !r->row && !r->rows->count)
		return 0;
	if (!strcmp(name, "row") && !r->row)
		return open_row(r, attributes, line, err);
	if (!strcmp(name, "line") && r->row && !r->line)
		return open_line(r, attribute(attributes, "n"), line);
	if (!strcmp(name, "f") && r->row)
		return open_field(r, attribute(attributes, "n"), line);
	return strange(r, line);
}

/* 2026-11-22, 2026-11-22T10:00 or 2026-11-22T10:00:00Z; a meeting has hours. */
static bool
is_day(const char *text, const char *field)
{
	static const char pattern[] = "0000-00-00T00:00:00Z";
	bool hours = !strcmp(field, "starts_at") || !strcmp(field, "ends_at");
	size_t length = strlen(text);
	struct date d;

	if (!length && !hours)
		return true;
	if (length != 16 && (hours || (length != 10 && length != 20)))
		return false;
	for (size_t i = 0; i < length; i++)
		if (pattern[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != pattern[i])
			return false;
	return sscanf(text, "%4d-%2d-%2d", &d.year, &d.month, &d.day) == 3 && date_valid(d) &&
	       (length < 16 || (strncmp(text + 11, "24", 2) < 0 && text[14] < '6'));
}

static void
take_text(struct reader *r, const char *text, long line)
{
	const struct package_field *f = r->field;

	if (!text_storable(text, "\n\t")) {
		r->unclean_field = r->unclean.count ? r->unclean_field : f->name;
		note_line(&r->unclean, line);
	} else if ((f->kind == FIELD_ROW && !is_uid(text)) ||
		   (f->kind == FIELD_DAY && !is_day(text, f->name)))
		note_line(&r->strange, line);
	else
		(r->line ? r->line->values : r->row->values)[r->place] =
			arena_string(r->arena, text);
}

static int
end(void *context, const char *name, const char *text, long line, struct error *err)
{
	struct reader *r = context;

	(void)err;
	if (r->inside) {
		r->inside--;
	} else if (!strcmp(name, "f")) {
		take_text(r, text, line);
		r->field = NULL;
	} else if (!strcmp(name, "line")) {
		r->line = NULL;
	} else if (!strcmp(name, "row")) {
		r->row = NULL;
	}
	return 0;
}

static int
by_noun_and_uid(const void *a, const void *b)
{
	const struct package_row *x = *(const struct package_row *const *)a;
	const struct package_row *y = *(const struct package_row *const *)b;

	return x->noun != y->noun ? x->noun - y->noun : strcmp(x->uid, y->uid);
}

static int
check_twice(const struct package_rows *rows, struct arena *arena, struct error *err)
{
	const struct package_row **order =
		arena_array(arena, (size_t)rows->count + 1, sizeof(*order));

	for (int i = 0; i < rows->count; i++)
		order[i] = &rows->rows[i];
	if (rows->count)
		qsort(order, (size_t)rows->count, sizeof(*order), by_noun_and_uid);
	for (int i = 1; i < rows->count; i++)
		if (by_noun_and_uid(&order[i - 1], &order[i]) == 0)
			return error_set(err, ERROR_INPUT,
				_("records.xml holds a row twice; the package was changed or made "
				  "by another program."));
	return 0;
}

int
package_read_xml(struct db *db, struct input *in, struct arena *arena, struct package_rows *out,
	struct error *err)
{
	static const struct xml_handler handler = { start, end };
	struct reader r = { .arena = arena, .rows = out };

	*out = (struct package_rows){ 0 };
	r.shape = arena_new(arena, sizeof(*r.shape));
	return package_shape_load(db, r.shape, err) < 0 ||
			       xml_read(in, &handler, &r, err) < 0 || check_found(&r, err) < 0 ||
			       check_twice(out, arena, err) < 0
		       ? -1
		       : 0;
}
