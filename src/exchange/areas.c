/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trees of areas as CSV: tree;area;parent;name;weight;indicator. A row without an indicator is an
 * area (a dimension where parent is empty); one with an indicator puts it into that area; one
 * without an area gives the tree its name. Areas may stand in any order. All faults are told. */
#include "config.h"

#include "exchange/header.h"
#include "exchange/kind.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "model/diagnosis/area_tree.h"
#include "model/indicators/indicator.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum column { TREE, AREA, PARENT, NAME, WEIGHT, INDICATOR, COLUMNS };

static const struct header_column columns[COLUMNS] = {
	[TREE] = { { "tree", NULL }, true },
	[AREA] = { { "area", NULL }, true },
	[PARENT] = { { "parent", NULL }, true },
	[NAME] = { { "name", NULL }, true },
	[WEIGHT] = { { "weight", NULL }, false },
	[INDICATOR] = { { "indicator", NULL }, true },
};

struct row { /* one line as it stands */
	long line;
	const char *cells[COLUMNS];
	double weight;
	int area;   /* of an area: its place in the tree, -1 = not placed yet */
	int above;  /* of an area: the row of its parent, -1 = none, or an unknown one */
	bool again; /* its area stands above already */
};

struct areas {
	struct import_job *job;
	struct arena arena;
	struct row *rows;
	size_t room;
	int count;
	struct header header;
	bool header_seen;
	struct area_tree *trees;
	int tree_count;
};

static int
recognise(const char *head, const char *file_name)
{
	(void)file_name;
	return header_recognise(columns, COLUMNS, head);
}

/* Tells the fault; the row goes on. */
static void
refuse(const struct areas *a, const struct row *r, enum column column, const char *expected)
{
	int place = header_column(&a->header, column);
	struct error err = { 0 };
	char shown[64];

	text_clean(shown, sizeof shown, r->cells[column]);
	error_at(&err, ERROR_INPUT, r->line, place,
		_("Line %ld, column %d (%s): “%s” where %s is expected."), r->line, place,
		columns[column].names[0], shown, expected);
	import_fault(a->job, &err);
}

static void
check_code(const struct areas *a, const struct row *r, enum column column)
{
	const char *code = r->cells[column];
	size_t length = strlen(code);
	bool fine = length <= 32;

	for (size_t i = 0; i < length && fine; i++)
		fine = isalnum((unsigned char)code[i]) || strchr("._-", code[i]);
	if (!fine)
		refuse(a, r, column, _("a code of at most 32 letters and digits"));
}

/* Whether the row has a place at all, whatever else is wrong with it. */
static bool
check_row(const struct areas *a, struct row *r)
{
	static const enum column codes[] = { TREE, AREA, PARENT, INDICATOR };
	struct error err = { 0 };

	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		check_code(a, r, codes[i]);
	if (header_check_text(r->cells[NAME], r->line, header_column(&a->header, NAME), &err) < 0)
		import_fault(a->job, &err);
	if (!r->cells[INDICATOR][0] && (!r->cells[NAME][0] || strlen(r->cells[NAME]) > 200))
		refuse(a, r, NAME, _("a name of at most 200 bytes"));
	r->weight = 1;
	if (r->cells[WEIGHT][0] &&
		(number_parse(r->cells[WEIGHT], &r->weight) < 0 || !(r->weight > 0))) {
		refuse(a, r, WEIGHT, _("a number above zero"));
		r->weight = 1;
	}
	if (!r->cells[TREE][0])
		refuse(a, r, TREE, _("the code of the tree"));
	else if (!r->cells[AREA][0] && r->cells[INDICATOR][0])
		refuse(a, r, AREA, _("the area of the indicator"));
	else
		return true;
	return false;
}

static int
take_row(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	struct areas *a = context;
	struct row row = { .line = line, .area = -1, .above = -1 };

	if (!a->header_seen) {
		a->header_seen = true;
		return header_take(&a->header, columns, COLUMNS, line, fields, count, false, err);
	}
	if (header_check_row(&a->header, line, fields, count, err) < 0)
		return import_fault(a->job, err);
	for (int i = 0; i < COLUMNS; i++)
		row.cells[i] = arena_string(&a->arena, header_cell(&a->header, fields, i));
	if (!check_row(a, &row))
		return 0;
	a->rows = arena_grow(&a->arena, a->rows, (size_t)a->count, &a->room, sizeof *a->rows);
	a->rows[a->count++] = row;
	return 0;
}

/* ---- trees of rows ---- */

static bool
is_area(const struct row *r, const char *tree)
{
	return r->cells[AREA][0] && !r->cells[INDICATOR][0] && !r->again &&
	       !strcmp(r->cells[TREE], tree);
}

/* The row of an area; NULL = the tree has none. */
static struct row *
row_of(struct areas *a, const struct area_tree *t, const char *area)
{
	for (int i = 0; i < a->count; i++)
		if (is_area(&a->rows[i], t->code) && !strcmp(a->rows[i].cells[AREA], area))
			return &a->rows[i];
	return NULL;
}

static void
refuse_twice(struct areas *a, const struct area_tree *t)
{
	for (int i = 0; i < a->count; i++) {
		struct row *r = &a->rows[i];

		if (!is_area(r, t->code) || row_of(a, t, r->cells[AREA]) == r)
			continue;
		refuse(a, r, AREA, _("a code that stands in no line above"));
		r->again = true;
	}
}

static void
link_areas(struct areas *a, const struct area_tree *t)
{
	for (int i = 0; i < a->count; i++) {
		struct row *r = &a->rows[i];
		const struct row *above =
			is_area(r, t->code) ? row_of(a, t, r->cells[PARENT]) : NULL;

		r->above = above ? (int)(above - a->rows) : r->above;
	}
}

/* An area that could never be placed: its parent is unknown, or leads back to it. One whose parent
 * is of this kind has no fault of its own. */
static void
refuse_loose(struct areas *a, const struct row *r)
{
	struct error err = { 0 };
	int above = r->above, steps = 0;

	if (above < 0) {
		refuse(a, r, PARENT, _("the code of an area of the same tree"));
		return;
	}
	while (above >= 0 && &a->rows[above] != r && steps++ < a->count)
		above = a->rows[above].above;
	if (above < 0 || &a->rows[above] != r)
		return;
	error_at(&err, ERROR_INPUT, r->line, header_column(&a->header, PARENT),
		_("Line %ld: the areas %s and %s lie in each other, which makes a loop. Every area "
		  "must lead up to a dimension, which has no parent."),
		r->line, r->cells[AREA], r->cells[PARENT]);
	import_fault(a->job, &err);
}

/* Dimensions first, then whatever lies in what is placed, in the order of the file. */
static void
place_areas(struct areas *a, struct area_tree *t)
{
	size_t room = 0;
	bool more = true;

	while (more) {
		more = false;
		for (int i = 0; i < a->count; i++) {
			struct row *r = &a->rows[i];
			int parent = r->above < 0 ? -1 : a->rows[r->above].area;

			if (!is_area(r, t->code) || r->area >= 0 ||
				(r->cells[PARENT][0] && parent < 0))
				continue;
			t->areas = arena_grow(
				&a->arena, t->areas, (size_t)t->count, &room, sizeof *t->areas);
			t->areas[t->count] = (struct area){ r->cells[AREA], r->cells[NAME], parent,
				parent < 0 ? 0 : t->areas[parent].depth + 1, r->weight };
			r->area = t->count++;
			more = true;
		}
	}
	for (int i = 0; i < a->count; i++)
		if (is_area(&a->rows[i], t->code) && a->rows[i].area < 0)
			refuse_loose(a, &a->rows[i]);
}

static bool
holds(const struct area_tree *t, int area, const char *indicator)
{
	for (int i = 0; i < t->indicator_count; i++)
		if (t->indicators[i].area == area && !strcmp(t->indicators[i].code, indicator))
			return true;
	return false;
}

static void
place_indicators(struct areas *a, struct area_tree *t)
{
	size_t room = 0;

	for (int i = 0; i < a->count; i++) {
		const struct row *r = &a->rows[i];
		int area = area_tree_find(t, r->cells[AREA]);

		if (strcmp(r->cells[TREE], t->code) || !r->cells[INDICATOR][0])
			continue;
		if (area < 0 && !row_of(a, t, r->cells[AREA])) {
			refuse(a, r, AREA, _("the code of an area of the same tree"));
		} else if (area >= 0 && holds(t, area, r->cells[INDICATOR])) {
			refuse(a, r, INDICATOR, _("an indicator that the area does not hold yet"));
		} else if (area >= 0) {
			t->indicators = arena_grow(&a->arena, t->indicators,
				(size_t)t->indicator_count, &room, sizeof *t->indicators);
			t->indicators[t->indicator_count++] =
				(struct area_indicator){ r->cells[INDICATOR], area, r->weight };
		}
	}
}

static struct area_tree *
tree_of(struct areas *a, const char *code)
{
	for (int i = 0; i < a->tree_count; i++)
		if (strcmp(a->trees[i].code, code) == 0)
			return &a->trees[i];
	a->trees[a->tree_count] = (struct area_tree){ .code = code, .name = code };
	return &a->trees[a->tree_count++];
}

static int
make_trees(struct areas *a, struct error *err)
{
	a->trees = arena_array(&a->arena, (size_t)a->count + 1, sizeof *a->trees);
	for (int i = 0; i < a->count; i++) {
		struct area_tree *t = tree_of(a, a->rows[i].cells[TREE]);

		if (!a->rows[i].cells[AREA][0])
			t->name = a->rows[i].cells[NAME];
	}
	for (int i = 0; i < a->tree_count; i++) {
		struct area_tree *t = &a->trees[i];

		refuse_twice(a, t);
		link_areas(a, t);
		place_areas(a, t);
		place_indicators(a, t);
		if (t->indicator_count == 0 && !a->job->fault_count)
			return error_set(err, ERROR_INPUT,
				_("The tree %s holds no indicator, so there is nothing to fold."),
				t->code);
		area_tree_order(t, &a->arena);
	}
	return 0;
}

static int
read(struct import_job *job, struct input *in, const struct progress *progress, struct error *err)
{
	struct areas *a = memory_new(sizeof *a);

	job->data = a;
	a->job = job;
	if (csv_read(in, 0, NULL, take_row, a, progress, err) < 0)
		return -1;
	return a->count || job->fault_count
		       ? make_trees(a, err)
		       : error_set(err, ERROR_INPUT,
				 _("The file of areas holds a header but no areas."));
}

/* ---- preview ---- */

/* Shares of one area that do not make a whole; weights of 1 each are no shares. */
static void
remark_sums(struct import_job *job, const struct area_tree *t, int area)
{
	double sum = 0;
	bool shares = true, any = false;
	char text[32];

	for (int i = 0; i < t->count; i++)
		if (t->areas[i].parent == area) {
			sum += t->areas[i].weight;
			shares &= t->areas[i].weight < 1;
			any = true;
		}
	for (int i = 0; i < t->indicator_count; i++)
		if (t->indicators[i].area == area) {
			sum += t->indicators[i].weight;
			shares &= t->indicators[i].weight < 1;
			any = true;
		}
	if (any && shares && fabs(sum - 1) > 1e-6)
		import_remark(job, REMARK_WARNING, 0,
			_("Weights within %s of the tree %s add up to %s, not to 1; they are taken "
			  "in proportion."),
			area < 0 ? t->name : t->areas[area].code, t->code,
			number_format(text, sizeof text, sum, -1));
}

static int
remark_unknown(struct import_job *job, const struct area_tree *t, struct error *err)
{
	struct arena arena = { 0 };
	static const struct indicator_filter all;
	struct indicator *cards;
	int count, result = indicator_list(job->db, &all, &arena, &cards, &count, err);

	for (int i = 0; result == 0 && i < t->indicator_count; i++) {
		bool known = false;

		for (int j = 0; j < count && !known; j++)
			known = strcmp(cards[j].code, t->indicators[i].code) == 0;
		if (!known)
			import_remark(job, REMARK_NOTE, 0,
				_("There is no card of %s yet; it counts once there is."),
				t->indicators[i].code);
	}
	arena_release(&arena);
	return result;
}

static int
compare(struct import_job *job, struct error *err)
{
	struct areas *a = job->data;
	int64_t none;

	job->file.source = job->options.source ? job->options.source : job->file.name;
	for (int i = 0; i < a->tree_count; i++) {
		for (int area = -1; area < a->trees[i].count; area++)
			remark_sums(job, &a->trees[i], area);
		if (remark_unknown(job, &a->trees[i], err) < 0)
			return -1;
	}
	return area_tree_apply(job->db, a->trees, a->tree_count, &job->file, &job->preview.counts,
		false, &none, err);
}

static int
write(struct import_job *job, const struct progress *progress, int64_t *import_id,
	struct error *err)
{
	struct areas *a = job->data;
	struct import_counts counts;

	if (progress_step(progress, 0, _("Writing areas")))
		return error_set(
			err, ERROR_CANCEL, _("The import was cancelled; nothing was changed."));
	return area_tree_apply(
		job->db, a->trees, a->tree_count, &job->file, &counts, true, import_id, err);
}

static void
release(struct import_job *job)
{
	struct areas *a = job->data;

	if (a)
		arena_release(&a->arena);
	free(a);
	job->data = NULL;
}

const struct import_ops import_areas = {
	.kind = IMPORT_AREAS,
	.name = "areas",
	.label = N_("tree of areas of development"),
	.recognise = recognise,
	.read = read,
	.compare = compare,
	.write = write,
	.release = release,
};
