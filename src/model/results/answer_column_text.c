/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Open answers: the codes that were given to them as columns, and the texts as they were typed. */
#include "config.h"

#include "model/results/answer_column_parts.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "model/surveys/open_code.h"
#include "model/queries.h"
#include "model/keying/route.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- codes of open answers ---- */

struct form_place {
	int64_t id;
	uint32_t form;
};

static int
by_form_id(const void *a, const void *b)
{
	const struct form_place *x = a, *y = b;

	return x->id < y->id ? -1 : x->id > y->id;
}

static struct form_place *
sort_forms(const struct wave_columns *w)
{
	struct form_place *list = memory_array(w->forms + 1, sizeof(*list));
	bool sorted = true; /* mostly numbers rise with ids */

	for (size_t i = 0; i < w->forms; i++) {
		list[i] = (struct form_place){ w->ids[i], (uint32_t)i };
		sorted = sorted && (i == 0 || w->ids[i] > w->ids[i - 1]);
	}
	if (!sorted)
		qsort(list, w->forms, sizeof(*list), by_form_id);
	return list;
}

/* The row of a form's pass; -1 = the wave has none. */
static long
find_row(const struct wave_columns *w, const struct answer_column *c,
	const struct form_place *forms, int64_t id, int64_t occurrence)
{
	struct form_place key = { .id = id };
	const struct form_place *found =
		bsearch(&key, forms, w->forms, sizeof(*forms), by_form_id);
	size_t from = 0, to = c->count;

	if (!found || occurrence < 1)
		return -1;
	if (!c->form)
		return occurrence == 1 ? (long)found->form : -1;
	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (c->form[middle] < found->form)
			from = middle + 1;
		else
			to = middle;
	}
	from += (size_t)occurrence - 1;
	return from < c->count && c->form[from] == found->form ? (long)from : -1;
}

bool
column_coded(const struct column_book *b, const char *name)
{
	for (int i = 0; i < b->coded_count; i++)
		if (!strcmp(b->coded[i], name))
			return true;
	return false;
}

/* What was coded counts even where the text itself was erased since, and no longer where a
 * correction took the text away or led past the question. */
static bool
counts(const struct wave_columns *w, const struct answer_column *c, long row)
{
	return c->missing[row] == MISSING_NONE ||
	       (w->wave->erased_at[0] && c->missing[row] == MISSING_NO_ANSWER);
}

static int
mark_codes(struct wave_columns *w, const char *question, struct answer_column *c,
	const struct open_code *codes, struct error *err)
{
	struct form_place *forms = sort_forms(w);
	uint64_t *marks = arena_array(w->arena, c->count * (size_t)c->words + 1, sizeof(*marks));
	unsigned char *missing = arena_array(w->arena, c->count + 1, 1);
	struct stmt *row = db_start(w->db, Q_COLUMN_CODES, err);

	memcpy(missing, c->missing, c->count);
	db_bind_int(row, 1, w->wave->survey);
	db_bind_text(row, 2, question);
	while (db_next(row)) {
		long at = find_row(w, c, forms, db_int(row, 0), db_int(row, 1));
		int64_t code = db_int(row, 2);

		if (at < 0 || !counts(w, c, at))
			continue;
		for (int k = 0; k < c->choice_count; k++)
			if (codes[k].code == code) {
				marks[at * c->words + k / 64] |= UINT64_C(1) << k % 64;
				missing[at] = MISSING_NONE;
			}
	}
	free(forms);
	c->marks = marks;
	c->missing = missing;
	return db_end(row);
}

int
column_add_codes(struct wave_columns *w, const char *question, struct answer_column *c,
	struct error *err)
{
	struct column_choice *choices;
	struct open_code *codes;

	if (!column_coded(w->book, question)) {
		const struct open_question *open = wave_open_question(w, question);

		return error_set(err, ERROR_INPUT,
			_("The answers to “%s%s%.120s” are texts without categories. Give them "
			  "some under 3 5 of the menu, then they can be counted."),
			open->number, *open->number ? ". " : "", open->label);
	}
	if (open_code_list(w->db, w->wave->survey, question, w->arena, &codes, &c->choice_count,
		    err) < 0)
		return -1;
	choices = arena_array(w->arena, (size_t)c->choice_count + 1, sizeof(*choices));
	for (int i = 0; i < c->choice_count; i++)
		choices[i] = (struct column_choice){
			.name = arena_format(w->arena, "%d", codes[i].code),
			.label = codes[i].label,
			.score = NAN
		};
	c->choices = choices;
	c->words = (c->choice_count + 63) / 64;
	return mark_codes(w, question, c, codes, err);
}

/* ---- texts ---- */

const struct open_question *
wave_open_question(const struct wave_columns *w, const char *question)
{
	int at = column_asked_by_name(w->book, question);
	const struct column_asked *a = &w->book->asked[at < 0 ? 0 : at];
	struct open_question *open;

	if (at < 0 || a->type != QUESTION_TEXT)
		return NULL;
	open = arena_new(w->arena, sizeof(*open));
	open->name = a->name;
	open->coded = column_coded(w->book, a->name);
	column_words(w, a, &open->number, &open->label);
	return open;
}

static int
add_texts(struct wave_columns *w, int64_t question, const char **list, struct error *err)
{
	struct stmt *row = db_start(w->db, Q_COLUMN_TEXTS, err);
	struct { /* the pass at hand: a later reading lies over an earlier one */
		int64_t form, occurrence;
	} at = { 0, 0 };
	const char *before = "";
	size_t form = 0;

	db_bind_int(row, 1, w->wave->id);
	db_bind_int(row, 2, question);
	while (db_next(row)) {
		bool off = (db_int(row, 3) & ANSWER_OFF_ROUTE) != 0;
		const char *text = off ? "" : db_text(row, 2);

		while (form < w->forms && w->numbers[form] < db_int(row, 4))
			form++;
		if (form == w->forms || w->ids[form] != db_int(row, 0))
			continue; /* keyed since the wave was opened */
		if (at.form != db_int(row, 0))
			before = "";
		else if (at.occurrence != db_int(row, 1))
			before = list[form];
		at.form = db_int(row, 0);
		at.occurrence = db_int(row, 1);
		list[form] = before[0] && text[0]
				     ? arena_format(w->arena, "%s / %s", before, text)
				     : text[0] ? arena_string(w->arena, text) : before;
	}
	return db_end(row);
}

int
wave_texts(struct wave_columns *w, const char *question, const char *const **texts,
	struct error *err)
{
	struct column_book *b = w->book;
	int at = column_asked_by_name(b, question);
	const char **list;

	if (at < 0)
		return column_no_question(w, question, err);
	list = arena_array(w->arena, w->forms + 1, sizeof(*list));
	for (size_t i = 0; i < w->forms; i++)
		list[i] = "";
	for (int v = 0; v < b->version_count; v++)
		if (b->asked[at].in[v] >= 0 &&
			add_texts(w, b->versions[v].q.questions[b->asked[at].in[v]].id, list,
				err) < 0)
			return -1;
	*texts = list;
	return 0;
}
