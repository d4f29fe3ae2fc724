/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each question that a condition names parts people by. */
#include "config.h"

#include "model/tables/tabulate_crossing.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "model/results/answer_column_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- dense numbers ---- */

void
dense_open(struct dense *d, size_t most)
{
	size_t room = 16;

	while (room < 2 * most)
		room *= 2;
	*d = (struct dense){ memory_array(room, sizeof(*d->keys)),
		memory_array(room, sizeof(*d->ids)), room - 1, 0 };
}

static uint64_t
mix(uint64_t hash, uint64_t value)
{
	hash = (hash ^ value) * UINT64_C(0x9e3779b97f4a7c15);
	return hash ^ hash >> 29;
}

uint32_t
dense_id(struct dense *d, uint64_t key)
{
	size_t at = (size_t)mix(0, key) & d->mask;

	while (d->ids[at] && d->keys[at] != key)
		at = (at + 1) & d->mask;
	if (!d->ids[at]) {
		d->keys[at] = key;
		d->ids[at] = ++d->count;
	}
	return d->ids[at] - 1;
}

void
dense_close(struct dense *d)
{
	free(d->keys);
	free(d->ids);
}

/* ---- codes ---- */

static struct dimension *
add(struct crossings *x, const struct answer_column *c)
{
	struct dimension *d = &x->list[x->count++];

	*d = (struct dimension){ .column = c, .mark = -1 };
	d->code = arena_array(&x->arena, x->w->forms + 1, sizeof(*d->code));
	return d;
}

/* Whom the route led past a question did not leave it blank. */
static void
find_blanks(struct dimension *d)
{
	d->blanks = !d->column->form;
	for (size_t i = 0; d->blanks && i < d->column->count; i++)
		d->blanks = d->column->missing[i] != MISSING_OFF_ROUTE;
}

static void
take_choice(struct crossings *x, const struct answer_column *c)
{
	struct dimension *d = add(x, c);

	for (size_t i = 0; i < c->count; i++)
		d->code[i] = c->missing[i] ? 0 : c->choice[i] + 1u;
	d->count = (uint32_t)c->choice_count;
	find_blanks(d);
}

/* Classes of people alone; crossed they can only become wider. The last ones join those below. */
static void
take_number(struct crossings *x, const struct answer_column *c)
{
	const struct column_same *same = wave_column_same(x->w, c);
	struct dimension *d = add(x, c);
	size_t rest = same->count, in = 0, least = crossing_class(x, same->count);

	d->number = d->whole = true;
	d->low = arena_array(&x->arena, same->count + 1, sizeof(*d->low));
	d->before = arena_array(&x->arena, same->count + 1, sizeof(*d->before));
	for (size_t i = 0; i < same->count; i++, rest--, in++) {
		bool new = i == 0 || same->place[same->order[i]] != same->place[same->order[i - 1]];

		if (i == 0 || (new && in >= least && rest >= least)) {
			d->count++;
			in = 0;
			d->low[d->count] = c->value[same->order[i]];
			d->before[d->count] = i ? c->value[same->order[i - 1]] : 0;
		}
		d->code[same->order[i]] = d->count;
		d->whole = d->whole && floor(c->value[same->order[i]]) == c->value[same->order[i]];
	}
	find_blanks(d);
}

static uint64_t
hash_row(const struct answer_column *c, size_t row, uint64_t hash)
{
	hash = mix(hash, c->missing[row] ? 1 : 2);
	if (c->missing[row])
		return hash;
	switch (c->kind) {
	case COLUMN_CHOICE:
		return mix(hash, c->choice[row]);
	case COLUMN_CHOICES:
		for (int i = 0; i < c->words; i++)
			hash = mix(hash, c->marks[row * (size_t)c->words + (size_t)i]);
		return hash;
	case COLUMN_RANKS:
		for (int k = 0; k < c->choice_count; k++)
			hash = mix(hash, c->place[row * (size_t)c->choice_count + (size_t)k]);
		return hash;
	default: /* no numbers: they are cut, or refused */
		return hash;
	}
}

/* Rows come in order of their forms. */
static void
take_whole(struct crossings *x, const struct answer_column *c)
{
	struct dimension *d = add(x, c);
	struct dense known;
	size_t row = 0;

	dense_open(&known, x->w->forms);
	for (size_t form = 0; form < x->w->forms; form++) {
		uint64_t hash = 0;
		bool any = false;

		for (; row < c->count && (c->form ? c->form[row] : row) == form; row++) {
			any = any || c->form || !c->missing[row];
			hash = hash_row(c, row, hash);
		}
		d->code[form] = any ? dense_id(&known, hash) + 1 : 0;
	}
	d->count = known.count;
	dense_close(&known);
	find_blanks(d);
}

/* ---- marks ---- */

static const char *
skip_blanks(const char *at)
{
	return at + strspn(at, " \t\n");
}

static bool
in_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || strchr("_-.", c);
}

/* Where ${name} stands in selected(${name}, 'mark'): the mark and its length, else NULL. */
static const char *
mark_asked(const char *where, const char *at, size_t name, size_t *length)
{
	static const char word[] = "selected";
	size_t size = sizeof(word) - 1;
	const char *end;

	while (at > where && strchr(" \t\n", at[-1]))
		at--, name++;
	if (at == where || *--at != '(')
		return NULL;
	end = at + 1 + name;
	while (at > where && strchr(" \t\n", at[-1]))
		at--;
	if ((size_t)(at - where) < size || strncmp(at - size, word, size) != 0 ||
		((size_t)(at - where) > size && in_name(at[-(long)size - 1])))
		return NULL;
	at = skip_blanks(end);
	if (*at != ',')
		return NULL;
	at = skip_blanks(at + 1);
	if (*at != '\'' && *at != '"')
		return NULL;
	end = strchr(at + 1, *at);
	if (!end || *skip_blanks(end + 1) != ')')
		return NULL;
	*length = (size_t)(end - at - 1);
	return at + 1;
}

static int
choice_named(const struct answer_column *c, const char *name, size_t length)
{
	for (int k = 0; k < c->choice_count; k++)
		if (strlen(c->choices[k].name) == length &&
			strncmp(c->choices[k].name, name, length) == 0)
			return k;
	return -1;
}

/* The marks that the condition asks for one by one; false where it asks otherwise. */
static bool
list_marks(struct arena *arena, const char *where, const struct answer_column *c,
	unsigned char *asked)
{
	const char *reference = arena_format(arena, "${%s}", c->name), *at = where, *mark;
	size_t name = strlen(reference), length;
	bool any = false;

	while ((at = strstr(at, reference))) {
		int k;

		mark = mark_asked(where, at, name, &length);
		if (!mark || memchr(mark, ' ', length))
			return false;
		k = choice_named(c, mark, length);
		if (k >= 0)
			asked[k] = 1;
		any = true;
		at += name;
	}
	return any;
}

static void
take_mark(struct crossings *x, const struct answer_column *c, int k)
{
	struct dimension *d = add(x, c);

	d->mark = k;
	for (size_t i = 0; i < c->count; i++)
		d->code[i] = 1 + (!c->missing[i] &&
					 c->marks[i * (size_t)c->words + (size_t)k / 64] >> k % 64 &
						 1);
	d->count = 2;
}

static int
too_many(const char *where, struct error *err)
{
	return error_set(err, ERROR_DENIED,
		_("The condition %s names more than %d questions or marks: the groups that they "
		  "make together cannot be told from single people. Name fewer."),
		where, DIMENSIONS_MOST);
}

int
crossing_add(struct crossings *x, const char *where, const char *question, struct error *err)
{
	const struct column_book *b = x->w->book;
	const struct answer_column *c;
	unsigned char *asked;
	int at = column_asked_by_name(b, question);

	if (at >= 0 && b->asked[at].type == QUESTION_TEXT && !column_coded(b, question))
		return error_set(err, ERROR_DENIED,
			_("The condition %s asks for what people wrote in “%s”, and such words can "
			  "be one person's. Give the answers categories first (3 5) and ask for "
			  "these."),
			where, question);
	if (wave_column(x->w, question, &c, err) < 0)
		return -1;
	asked = arena_array(&x->arena, (size_t)c->choice_count + 1, 1);
	if (c->kind == COLUMN_CHOICES && !c->form && list_marks(&x->arena, where, c, asked)) {
		for (int k = 0; k < c->choice_count; k++) {
			if (!asked[k])
				continue;
			if (x->count == DIMENSIONS_MOST)
				return too_many(where, err);
			take_mark(x, c, k);
		}
		return 0;
	}
	if (c->form && (c->kind == COLUMN_NUMBER || c->kind == COLUMN_DATE))
		return error_set(err, ERROR_DENIED,
			_("The condition %s asks for “%s”, a number that one form may hold several "
			  "times: single people could be told by it. Ask for other answers."),
			where, question);
	if (x->count == DIMENSIONS_MOST)
		return too_many(where, err);
	if (c->kind == COLUMN_CHOICE && !c->form)
		take_choice(x, c);
	else if ((c->kind == COLUMN_NUMBER || c->kind == COLUMN_DATE) && !c->form)
		take_number(x, c);
	else
		take_whole(x, c);
	return 0;
}
