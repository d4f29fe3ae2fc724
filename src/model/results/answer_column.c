/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of answers as tables read them: unpacked once, with labels and scores. */
#include "config.h"

#include "model/results/answer_column_parts.h"

#include "base/i18n.h"
#include "model/keying/route.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- choices ---- */

static const struct choice *
choice_of(const struct questionnaire *q, const char *list, const char *name)
{
	for (int i = 0; i < q->choice_count; i++)
		if (!strcmp(q->choices[i].list, list) && !strcmp(q->choices[i].name, name))
			return &q->choices[i];
	return NULL;
}

/* Of the newest version that knows it; a name that none knows stands for itself. */
static struct column_choice
describe(const struct column_book *b, const struct column_asked *a, const char *name)
{
	struct column_choice c = { .name = name, .label = name, .score = NAN };

	for (int v = 0; v < b->version_count; v++) {
		const struct questionnaire *q = &b->versions[v].q;
		const struct choice *found =
			a->in[v] < 0 ? NULL : choice_of(q, q->questions[a->in[v]].list, name);
		const char *label, *digits, *end;

		if (!found)
			continue;
		label = questionnaire_text(q, &found->label, b->versions[v].language);
		c.label = label[0] ? label : name;
		c.exit = found->missing;
		digits = isdigit((unsigned char)name[0]) || name[0] == '-' ? name : found->code;
		c.score = strtod(digits, (char **)&end);
		if (!digits[0] || *end || found->missing)
			c.score = NAN;
		return c;
	}
	return c;
}

/* ---- scales ---- */

/* The label begins with the number that the choice stands for. */
static bool
begins_with_score(const struct column_choice *c)
{
	char *end;
	double number = strtod(c->label, &end);

	return end != c->label && number == c->score;
}

static bool
has_digit(const char *text)
{
	return text[strcspn(text, "0123456789")] != '\0';
}

/* rating5 has five points. */
static bool
list_says(const char *list, int points)
{
	list += strcspn(list, "0123456789");
	return *list && atoi(list) == points;
}

static bool
is_scale(const struct column_book *b, const struct column_asked *a,
	const struct column_choice *choices, int count)
{
	const struct questionnaire *q = &b->versions[a->version].q;
	const struct question *x = &q->questions[a->question];
	int points = 0, begin = 0, digits = 0;

	for (int i = 0; i < count; i++) {
		if (choices[i].exit)
			continue;
		if (isnan(choices[i].score))
			return false;
		for (int k = 0; k < i; k++)
			if (choices[k].score == choices[i].score)
				return false;
		points++;
		begin += begins_with_score(&choices[i]);
		digits += has_digit(choices[i].label) && !begins_with_score(&choices[i]);
	}
	if (points < 3 || digits) /* labels such as 18-24 years */
		return false;
	return begin == points || strstr(x->appearance, "likert") ||
	       questionnaire_grid(q, a->question).count > 0 || list_says(x->list, points);
}

static void
find_ends(struct answer_column *c)
{
	for (int i = 0; i < c->choice_count; i++) {
		double score = c->choices[i].score;

		if (isnan(score))
			continue;
		c->low = isnan(c->low) || score < c->low ? score : c->low;
		c->high = isnan(c->high) || score > c->high ? score : c->high;
	}
}

/* ---- unpacking ---- */

/* The names of a blob in the order of the union; those that it does not know follow. */
static int *
take_names(struct wave_columns *w, const struct column_asked *a, const struct packed *p,
	struct answer_column *c)
{
	int known = a->choice_count;
	struct column_choice *choices = arena_array(
		w->arena, (size_t)known + (size_t)p->name_count + 1, sizeof(*choices));
	int *order = arena_array(w->arena, (size_t)p->name_count + 1, sizeof(*order));
	const char *name = p->names;

	for (int i = 0; i < known; i++)
		choices[c->choice_count++] = describe(w->book, a, a->choices[i]);
	for (int i = 0; i < p->name_count; i++, name = packed_name_next(name)) {
		int at = i < known && !strcmp(choices[i].name, name) ? i : 0;

		while (at < known && strcmp(choices[at].name, name))
			at++;
		if (at == known) {
			at = c->choice_count;
			choices[c->choice_count++] = describe(w->book, a, name);
		}
		order[i] = at;
	}
	c->choices = choices;
	return order;
}

static int
unpack_choice(struct wave_columns *w, const struct packed *p, const int *order,
	struct answer_column *c)
{
	uint16_t *choice = arena_array(w->arena, p->rows + 1, sizeof(*choice));

	for (size_t i = 0; i < p->rows; i++) {
		unsigned at = p->cells[i * (size_t)p->width];

		if (c->missing[i])
			continue;
		if (p->width == 2)
			at |= (unsigned)p->cells[2 * i + 1] << 8;
		if (at >= (unsigned)p->name_count)
			return -1;
		choice[i] = (uint16_t)order[at];
	}
	c->choice = choice;
	return 0;
}

static void
unpack_marks(struct wave_columns *w, const struct packed *p, const int *order,
	struct answer_column *c)
{
	uint64_t *marks;

	c->words = (c->choice_count + 63) / 64;
	c->words = c->words ? c->words : 1;
	marks = arena_array(w->arena, p->rows * (size_t)c->words + 1, sizeof(*marks));
	for (size_t i = 0; i < p->rows; i++)
		for (int k = 0; k < p->name_count && !c->missing[i]; k++)
			if (p->cells[i * (size_t)p->width + (size_t)k / 8] >> (k % 8) & 1)
				marks[i * (size_t)c->words + (size_t)order[k] / 64] |=
					UINT64_C(1) << order[k] % 64;
	c->marks = marks;
}

static void
unpack_places(struct wave_columns *w, const struct packed *p, const int *order,
	struct answer_column *c)
{
	size_t width = (size_t)c->choice_count;
	unsigned char *place = arena_array(w->arena, p->rows * width + 1, 1);

	for (size_t i = 0; i < p->rows; i++)
		for (int k = 0; k < p->name_count && !c->missing[i]; k++)
			place[i * width + (size_t)order[k]] =
				p->cells[i * (size_t)p->width + (size_t)k];
	c->place = place;
}

static int
unpack_rows(struct wave_columns *w, const struct packed *p, struct answer_column *c)
{
	unsigned char *missing = arena_array(w->arena, p->rows + 1, 1);
	uint32_t *form;

	c->count = p->rows;
	packed_reasons(p, missing);
	c->missing = missing;
	if (!p->passes)
		return 0;
	form = arena_array(w->arena, p->rows + 1, sizeof(*form));
	for (size_t i = 0; i < p->rows; i++) {
		form[i] = (uint32_t)packed_whole(p->forms + 4 * i, 4);
		if (form[i] >= w->forms)
			return -1;
	}
	c->form = form;
	return 0;
}

static int
unpack(struct wave_columns *w, const struct column_asked *a, const struct packed *p,
	struct answer_column *c)
{
	static const enum column_kind kinds[] = { [PACKED_CHOICE] = COLUMN_CHOICE,
		[PACKED_MARKS] = COLUMN_CHOICES,
		[PACKED_PLACES] = COLUMN_RANKS,
		[PACKED_NUMBER] = COLUMN_NUMBER,
		[PACKED_DATE] = COLUMN_DATE,
		[PACKED_TEXT] = COLUMN_CHOICES };
	double *value;
	int *order;

	if (p->kind == PACKED_FORMS || unpack_rows(w, p, c) < 0)
		return -1;
	c->kind = kinds[p->kind];
	if (p->kind == PACKED_TEXT)
		return 0;
	if (p->kind == PACKED_NUMBER || p->kind == PACKED_DATE) {
		value = arena_array(w->arena, p->rows + 1, sizeof(*value));
		packed_numbers(p, value);
		c->value = value;
		return 0;
	}
	order = take_names(w, a, p, c);
	if (p->kind == PACKED_CHOICE)
		return unpack_choice(w, p, order, c);
	if (p->kind == PACKED_MARKS)
		unpack_marks(w, p, order, c);
	else
		unpack_places(w, p, order, c);
	return 0;
}

/* Some papers count downwards. */
static void
find_range(const struct question *x, struct answer_column *c)
{
	double start, end, step;

	if (!question_range(x, &start, &end, &step))
		return;
	c->low = fmin(start, end);
	c->high = fmax(start, end);
	c->step = fabs(step);
}

/* ---- what others ask for ---- */

void
column_words(const struct wave_columns *w, const struct column_asked *a, const char **number,
	const char **label)
{
	const struct column_version *v = &w->book->versions[a->version];
	const struct question *x = &v->q.questions[a->question];
	char digits[16];

	*number = question_asked(x) ? arena_string(w->arena, question_number(&v->q, a->question,
								     digits, sizeof(digits)))
				    : "";
	*label = questionnaire_text(&v->q, &x->label, v->language);
	if (!**label)
		*label = a->name;
}

static void
describe_column(struct wave_columns *w, const struct column_asked *a, struct answer_column *c)
{
	const struct column_version *v = &w->book->versions[a->version];
	const struct question *x = &v->q.questions[a->question];
	struct column_choice *choices;

	c->name = a->name;
	c->identity = a->identity;
	c->type = a->type;
	column_words(w, a, &c->number, &c->label);
	c->wording = question_wording(&v->q, a->question, v->language, w->arena);
	c->low = c->high = c->step = NAN;
	if (c->kind == COLUMN_CHOICE && c->type == QUESTION_SELECT_ONE) {
		c->scale = is_scale(w->book, a, c->choices, c->choice_count);
		if (c->scale)
			find_ends(c);
	}
	if (c->kind == COLUMN_NUMBER)
		c->scale = true;
	c->year = column_is_year(x, c);
	if (c->type == QUESTION_RANGE)
		find_range(x, c);
	choices = arena_array(w->arena, (size_t)c->choice_count + 1, sizeof(*choices));
	for (int i = 0; i < c->choice_count; i++) {
		choices[i] = c->choices[i];
		if (!c->scale)
			choices[i].score = NAN;
	}
	c->choices = choices;
}

int
column_no_question(const struct wave_columns *w, const char *question, struct error *err)
{
	const struct column_book *b = w->book;
	char there[320] = "";
	size_t length = 0;

	for (int i = 0; i < b->asked_count; i++) {
		const struct column_asked *a = &b->asked[i];

		if (a->type == QUESTION_TEXT && !column_coded(b, a->name))
			continue;
		if (length + strlen(a->name) + 8 >= sizeof(there)) {
			snprintf(there + length, sizeof(there) - length, ", …");
			break;
		}
		length += (size_t)snprintf(there + length, sizeof(there) - length, "%s%s",
			length ? ", " : "", a->name);
	}
	return error_set(err, ERROR_MISSING,
		_("The wave %s has no question “%s”. There are: %s."), w->wave->code, question,
		there);
}

/* Bytes that lie at their place and make no sense: packed once more from the answers, unless these
 * have changed since the wave was opened. */
static int
repair(struct wave_columns *w, struct column_asked *a, struct packed *p, struct error *err)
{
	struct wave_columns again;
	int at;

	if (!a->data && column_read_later(w, (int)(a - w->book->asked), err) < 0)
		return -1;
	if (packed_read(a->data, a->size, p, NULL) == 0 && packed_sound(p))
		return 0;
	if (column_open_anew(w->db, w->wave, w->arena, &again, err) < 0)
		return -1;
	at = column_asked_by_name(again.book, a->name);
	if (at < 0 || again.forms != w->forms ||
		memcmp(again.ids, w->ids, w->forms * sizeof(*w->ids)) != 0)
		return packed_damaged(err);
	a->data = again.book->asked[at].data;
	a->size = again.book->asked[at].size;
	return packed_read(a->data, a->size, p, err);
}

int
wave_column(struct wave_columns *w, const char *question, const struct answer_column **out,
	struct error *err)
{
	int at = column_asked_by_name(w->book, question);
	struct column_asked *a = &w->book->asked[at < 0 ? 0 : at];
	struct answer_column *c;
	struct packed p;

	*out = NULL;
	if (at < 0)
		return column_no_question(w, question, err);
	if (!a->column) {
		c = arena_new(w->arena, sizeof(*c));
		if (repair(w, a, &p, err) < 0)
			return -1;
		if (unpack(w, a, &p, c) < 0)
			return packed_damaged(err);
		if (p.kind == PACKED_TEXT && column_add_codes(w, a->name, c, err) < 0)
			return -1;
		describe_column(w, a, c);
		a->column = c;
	}
	*out = a->column;
	return 0;
}

bool
wave_asks(const struct wave_columns *w, const char *question)
{
	return column_asked_by_name(w->book, question) >= 0;
}

/* In the order of the paper: the newest version's first, then what only older ones ask. */
static int
list_names(struct wave_columns *w, bool open, const char *const **names, int *count)
{
	const struct column_book *b = w->book;
	const char **list = arena_array(w->arena, (size_t)b->asked_count + 1, sizeof(*list));

	*count = 0;
	for (int i = 0; i < b->asked_count; i++)
		if (open || b->asked[i].type != QUESTION_TEXT || column_coded(b, b->asked[i].name))
			list[(*count)++] = b->asked[i].name;
	*names = list;
	return 0;
}

int
wave_column_names(struct wave_columns *w, const char *const **names, int *count, struct error *err)
{
	(void)err;
	return list_names(w, false, names, count);
}

int
wave_asked_names(struct wave_columns *w, const char *const **names, int *count, struct error *err)
{
	(void)err;
	return list_names(w, true, names, count);
}
