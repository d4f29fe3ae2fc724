/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One pass over the answers of a wave: every answer goes into the row of its column, a later
 * reading over an earlier one. */
#include "config.h"

#include "model/results/answer_column_parts.h"

#include "base/date.h"
#include "base/memory.h"
#include "base/number.h"
#include "model/queries.h"
#include "model/keying/route.h"

#include <stdlib.h>
#include <string.h>

enum {
	WORDS_MOST = 1000,  /* different words that a calculation may give */
	VERSIONS_MOST = 4,  /* in which column_answers_of looks for a question */
	SINGLY_MOST = 4     /* columns read one by one before all are */
};

struct filling { /* a column on its way */
	const struct column_asked *asked;
	enum packed_kind kind;
	const char **names; /* of the union, then what no version knows; sorted: places in order */
	int *sorted, name_count, known;
	size_t name_room, sorted_room;
	size_t rows, missing_room, cell_room, form_room, word_room;
	uint32_t *forms;
	unsigned char *missing, *cells;
	size_t stride;      /* bytes of a cell here */
	uint16_t *words;    /* of a calculation that gives words: 0 or name + 1 */
	size_t form_start;  /* first row of the form at hand */
};

struct reading_all {
	struct wave_columns *w;
	struct filling *columns;
	int from, to;       /* columns that are read */
	size_t form;        /* index of the form at hand */
	int version;        /* of it */
	struct { /* by question's id, all versions */
		int64_t id;
		int asked;
	} *places;
	size_t place_count, place_room;
};

/* ---- names ---- */

static int
find_name(const struct filling *f, const char *name, size_t length, int *place)
{
	int from = 0, to = f->name_count;

	while (from < to) {
		int middle = from + (to - from) / 2;
		const char *other = f->names[f->sorted[middle]];
		int order = strncmp(name, other, length);

		if (order == 0 && other[length])
			order = -1;
		if (order == 0)
			return f->sorted[middle];
		if (order < 0)
			to = middle;
		else
			from = middle + 1;
	}
	*place = from;
	return -1;
}

static int
add_name(struct reading_all *r, struct filling *f, const char *name, size_t length)
{
	char *copy = arena_new(r->w->arena, length + 1);
	size_t count = (size_t)f->name_count;
	int place = 0, found = find_name(f, name, length, &place);

	if (found >= 0)
		return found;
	memcpy(copy, name, length);
	f->names = memory_grow(f->names, &f->name_room, count + 1, sizeof(*f->names));
	f->sorted = memory_grow(f->sorted, &f->sorted_room, count + 1, sizeof(*f->sorted));
	memmove(&f->sorted[place + 1], &f->sorted[place],
		(count - (size_t)place) * sizeof(*f->sorted));
	f->names[f->name_count] = copy;
	f->sorted[place] = f->name_count;
	return f->name_count++;
}

/* ---- rows ---- */

static void
grow_rows(struct filling *f, size_t need)
{
	f->missing = memory_grow(f->missing, &f->missing_room, need, 1);
	if (f->stride) {
		size_t before = f->cell_room;

		f->cells = memory_grow(f->cells, &f->cell_room, need, f->stride);
		memset(f->cells + before * f->stride, 0, (f->cell_room - before) * f->stride);
	}
	if (f->asked->repeats)
		f->forms = memory_grow(f->forms, &f->form_room, need, sizeof(*f->forms));
}

static size_t
stride_of(const struct filling *f)
{
	switch (f->kind) {
	case PACKED_CHOICE:
		return sizeof(uint16_t);
	case PACKED_MARKS:
		return ((size_t)f->known + 63) / 64 * 8;
	case PACKED_PLACES:
		return (size_t)f->known;
	case PACKED_TEXT:
		return 0;
	default:
		return sizeof(double);
	}
}

static void
start_column(struct reading_all *r, int asked)
{
	struct filling *f = &r->columns[asked];
	const struct column_asked *a = &r->w->book->asked[asked];

	*f = (struct filling){ .asked = a, .kind = column_packed_kind(a->type) };
	for (int i = 0; i < a->choice_count; i++)
		add_name(r, f, a->choices[i], strlen(a->choices[i]));
	f->known = f->name_count;
	f->stride = stride_of(f);
	if (a->repeats)
		return;
	f->rows = r->w->forms;
	grow_rows(f, f->rows + 1);
	memset(f->missing, MISSING_OFF_ROUTE, f->rows);
}

static void
start_form(struct reading_all *r)
{
	for (int i = r->from; i < r->to; i++) {
		struct filling *f = &r->columns[i];

		f->form_start = f->rows;
		if (!f->asked->repeats && f->asked->in[r->version] >= 0)
			f->missing[r->form] = MISSING_NO_ANSWER;
	}
}

/* The row of a pass; passes that were not stored lie between as without an answer. */
static size_t
row_of(struct reading_all *r, struct filling *f, int64_t occurrence)
{
	size_t row;

	if (!f->asked->repeats)
		return r->form;
	row = f->form_start + (size_t)(occurrence - 1);
	while (f->rows <= row) {
		grow_rows(f, f->rows + 1);
		f->missing[f->rows] = MISSING_NO_ANSWER;
		f->forms[f->rows++] = (uint32_t)r->form;
	}
	return row;
}

/* ---- cells ---- */

static void
set_marks(struct filling *f, size_t row, const char *value)
{
	uint64_t *words = (uint64_t *)(void *)f->cells;
	unsigned char *places = f->cells + row * f->stride;
	int place = 0, unused;

	memset(places, 0, f->stride);
	words += f->kind == PACKED_MARKS ? row * (f->stride / 8) : 0;
	while (*(value += strspn(value, " "))) {
		size_t length = strcspn(value, " ");
		int name = find_name(f, value, length, &unused);

		if (name >= 0 && f->kind == PACKED_MARKS)
			words[name / 64] |= UINT64_C(1) << name % 64;
		else if (name >= 0 && !places[name])
			places[name] = (unsigned char)(place < 255 ? ++place : 255);
		value += length;
	}
}

/* A calculation may give a word: then the whole column becomes words when it is packed. */
static bool
set_word(struct reading_all *r, struct filling *f, size_t row, const char *value)
{
	size_t before = f->word_room;

	if (f->asked->type != QUESTION_CALCULATE || f->name_count >= WORDS_MOST)
		return false;
	f->words = memory_grow(f->words, &f->word_room, f->missing_room, sizeof(*f->words));
	memset(f->words + before, 0, (f->word_room - before) * sizeof(*f->words));
	f->words[row] = (uint16_t)(add_name(r, f, value, strlen(value)) + 1);
	return true;
}

static bool
set_number(struct reading_all *r, struct filling *f, size_t row, const char *value)
{
	double number;
	char *end;

	if (f->words && row < f->word_room)
		f->words[row] = 0;
	number = strtod(value, &end);
	if (end == value || *end || !(number - number == 0))
		return set_word(r, f, row, value);
	((double *)(void *)f->cells)[row] = number;
	return true;
}

/* Years, months and days as they are stored; part of a date that was left out is no day. */
static bool
set_date(struct filling *f, size_t row, const char *value)
{
	struct date day;

	if (date_parse(value, (struct date){ 2000, 1, 1 }, &day) < 0)
		return false;
	((double *)(void *)f->cells)[row] = (double)date_to_days(day);
	return true;
}

static bool
set_cell(struct reading_all *r, struct filling *f, size_t row, const char *value)
{
	switch (f->kind) {
	case PACKED_CHOICE:
		if (f->name_count >= COLUMN_NAMES_MOST)
			return false;
		((uint16_t *)(void *)f->cells)[row] =
			(uint16_t)add_name(r, f, value, strlen(value));
		return true;
	case PACKED_MARKS:
	case PACKED_PLACES:
		set_marks(f, row, value);
		return true;
	case PACKED_DATE:
		return set_date(f, row, value);
	case PACKED_TEXT:
		return true;
	default:
		return set_number(r, f, row, value);
	}
}

static void
take_answer(struct reading_all *r, struct filling *f, struct stmt *row)
{
	int64_t occurrence = db_int(row, 2);
	const char *value = db_text(row, 3);
	size_t at;
	int reason;

	if (occurrence < 1 || occurrence > 1000 || (!f->asked->repeats && occurrence > 1))
		return;
	at = row_of(r, f, occurrence);
	reason = MISSING_OFF_ROUTE;
	if (!(db_int(row, 5) & ANSWER_OFF_ROUTE)) {
		reason = value[0] ? MISSING_NONE : missing_by_name(db_text(row, 4));
		if (reason < 0 || (reason == MISSING_NONE && !value[0]))
			reason = MISSING_NO_ANSWER;
	}
	if (reason == MISSING_NONE && !set_cell(r, f, at, value))
		reason = MISSING_ILLEGIBLE;
	f->missing[at] = (unsigned char)reason;
}

/* ---- the pass ---- */

static int
by_id(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

static void
list_places(struct reading_all *r)
{
	struct column_book *b = r->w->book;

	for (int v = 0; v < b->version_count; v++)
		for (int i = r->from; i < r->to; i++) {
			int question = b->asked[i].in[v];

			if (question < 0)
				continue;
			r->places = memory_grow(r->places, &r->place_room, r->place_count + 1,
				sizeof(*r->places));
			r->places[r->place_count].id = b->versions[v].q.questions[question].id;
			r->places[r->place_count++].asked = i;
		}
	if (r->place_count)
		qsort(r->places, r->place_count, sizeof(*r->places), by_id);
}

static struct filling *
column_of(struct reading_all *r, int64_t question)
{
	size_t from = 0, to = r->place_count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (r->places[middle].id == question)
			return &r->columns[r->places[middle].asked];
		if (r->places[middle].id < question)
			from = middle + 1;
		else
			to = middle;
	}
	return NULL;
}

static int
version_of(const struct column_book *b, int64_t id)
{
	for (int v = 0; v < b->version_count; v++)
		if (b->versions[v].id == id)
			return v;
	return 0;
}

static struct stmt *
start_answers(const struct reading_all *r, struct error *err)
{
	bool one = r->to - r->from == 1 && r->place_count <= VERSIONS_MOST;
	struct stmt *row =
		db_start(r->w->db, one ? Q_COLUMN_ANSWERS_OF : Q_COLUMN_ANSWERS, err);

	db_bind_int(row, 1, r->w->wave->id);
	for (int i = 0; one && i < VERSIONS_MOST; i++)
		db_bind_int(row, 2 + i, (size_t)i < r->place_count ? r->places[i].id : 0);
	return row;
}

/* Walks forms and answers side by side: both come in the order of numbers. */
static int
pass(struct reading_all *r, const int64_t *versions, struct error *err)
{
	struct wave_columns *w = r->w;
	struct stmt *row = start_answers(r, err);
	bool more, started = false;

	more = db_next(row);
	for (r->form = 0; r->form < w->forms; r->form++) {
		r->version = version_of(w->book, versions[r->form]);
		start_form(r);
		for (started = more; started && db_int(row, 0) == w->ids[r->form];
			started = more) {
			struct filling *f = column_of(r, db_int(row, 1));

			if (f)
				take_answer(r, f, row);
			more = db_next(row);
		}
	}
	return db_end(row);
}

/* ---- packing what was filled ---- */

/* A number among words becomes the word that it was. */
static void
words_to_choices(struct reading_all *r, struct filling *f)
{
	uint16_t *cells = memory_array(f->rows + 1, sizeof(*cells));
	size_t before = f->word_room;

	f->words = memory_grow(f->words, &f->word_room, f->rows + 1, sizeof(*f->words));
	memset(f->words + before, 0, (f->word_room - before) * sizeof(*f->words));
	for (size_t i = 0; i < f->rows; i++) {
		char text[64];

		if (f->missing[i])
			continue;
		if (!f->words[i] && f->name_count < COLUMN_NAMES_MOST) {
			number_plain(text, sizeof(text), ((double *)(void *)f->cells)[i], -1);
			f->words[i] = (uint16_t)(add_name(r, f, text, strlen(text)) + 1);
		}
		cells[i] = (uint16_t)(f->words[i] ? f->words[i] - 1 : 0);
	}
	free(f->cells);
	f->cells = (unsigned char *)cells;
	f->kind = PACKED_CHOICE;
}

static void
finish_column(struct reading_all *r, int asked)
{
	struct filling *f = &r->columns[asked];
	struct column_asked *a = &r->w->book->asked[asked];
	static const uint32_t no_forms[1];
	struct packing p;
	unsigned char *data, *copy;

	if (f->words)
		words_to_choices(r, f);
	p = (struct packing){ .kind = f->kind,
		.rows = f->rows,
		.names = f->names,
		.name_count = f->name_count,
		.forms = !a->repeats ? NULL : f->forms ? f->forms : no_forms,
		.missing = f->missing,
		.cells = f->cells,
		.stride = (int)f->stride };
	data = column_pack(&p, &a->size);
	copy = arena_new(r->w->arena, a->size);
	memcpy(copy, data, a->size);
	a->data = copy;
	free(data);
	free(f->names);
	free(f->sorted);
	free(f->forms);
	free(f->missing);
	free(f->cells);
	free(f->words);
}

static int
read_columns(struct wave_columns *w, int from, int to, const int64_t *versions, struct error *err)
{
	struct reading_all r = { .w = w, .from = from, .to = to };
	int result;

	r.columns = memory_array((size_t)w->book->asked_count + 1, sizeof(*r.columns));
	for (int i = from; i < to; i++)
		start_column(&r, i);
	list_places(&r);
	result = pass(&r, versions, err);
	for (int i = from; i < to; i++)
		finish_column(&r, i);
	free(r.places);
	free(r.columns);
	return result;
}

int
column_read_all(struct wave_columns *w, const int64_t *versions, struct error *err)
{
	return read_columns(w, 0, w->book->asked_count, versions, err);
}

int
column_read_later(struct wave_columns *w, int asked, struct error *err)
{
	struct column_book *b = w->book;

	if (!b->of_forms)
		return 0;
	if (b->read_later++ < SINGLY_MOST)
		return read_columns(w, asked, asked + 1, b->of_forms, err);
	return column_read_all(w, b->of_forms, err);
}
