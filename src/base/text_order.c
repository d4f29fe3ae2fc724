/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Polish order. Two texts are read side by side as letters, numbers and gaps between words. */
#include "config.h"

#include "base/text.h"

#include "base/letters.h"

#include <string.h>

enum rank { RANK_END, RANK_GAP, RANK_NUMBER, RANK_LETTER, RANK_OTHER = 100 };

struct reader {
	const char *text;
	size_t length, at;
	const char *pending; /* further plain letters of one character: the second s of ß */
	bool begun;
};

struct token {
	long rank;
	bool accent, capital;
	const char *digits; /* without leading zeros */
	size_t count;
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static void
read_number(struct reader *r, struct token *t)
{
	const char *start = r->text + r->at, *end = r->text + r->length;

	while (start < end && *start == '0')
		start++;
	t->rank = RANK_NUMBER;
	t->digits = start;
	while (start < end && is_digit(*start))
		start++;
	t->count = (size_t)(start - t->digits);
	r->at = (size_t)(start - r->text);
}

/* Takes the marks after a letter; returns the letter, composed where it is a Polish one. */
static long
read_marks(struct reader *r, long c, bool *accent)
{
	size_t used;

	while (r->at < r->length && (unsigned char)r->text[r->at] >= 0xcc) {
		long mark = text_decode(r->text + r->at, r->length - r->at, &used), composed;

		if (mark < 0x300 || mark > 0x36f)
			break;
		composed = letters_compose(c, mark);
		if (composed)
			c = composed;
		else
			*accent = true;
		r->at += used;
	}
	return c;
}

/* The rank of a character, 0 if it only parts words. */
static long
letter_rank(struct reader *r, long c, struct token *t)
{
	long lower = letters_lower(c);
	int place = letters_place(lower);
	const char *base;

	t->capital = lower != c;
	if (place)
		return RANK_LETTER + place;
	base = letters_base(lower);
	if (base) {
		t->accent = true;
		r->pending = base + 1;
		return RANK_LETTER + letters_place(base[0]);
	}
	/* Greek, Cyrillic and what follows stand behind z; what stands before is punctuation. */
	return c >= 0x370 && (c < 0x2000 || c > 0x206f) ? RANK_OTHER + lower : 0;
}

static struct token
next_token(struct reader *r)
{
	struct token t = { .rank = RANK_END };
	bool gap = false;

	if (r->pending && *r->pending) {
		t.rank = RANK_LETTER + letters_place(*r->pending++);
		return t;
	}
	while (r->at < r->length) {
		size_t before = r->at, used;

		if (is_digit(r->text[r->at])) {
			read_number(r, &t);
		} else {
			long c = text_decode(r->text + r->at, r->length - r->at, &used);

			r->at += used;
			c = read_marks(r, c, &t.accent);
			t.rank = letter_rank(r, c, &t);
		}
		if (t.rank == RANK_END) {
			gap = r->begun;
			t = (struct token){ .rank = RANK_END };
			continue;
		}
		if (gap) {
			r->at = before;
			r->pending = NULL;
			t = (struct token){ .rank = RANK_GAP };
		}
		r->begun = !gap;
		return t;
	}
	return t;
}

static int
compare_numbers(const struct token *a, const struct token *b)
{
	if (a->count != b->count)
		return a->count < b->count ? -1 : 1;
	return memcmp(a->digits, b->digits, a->count);
}

static int
compare_bytes(const char *a, size_t a_length, const char *b, size_t b_length)
{
	size_t both = a_length < b_length ? a_length : b_length;
	int order = both ? memcmp(a, b, both) : 0; /* an empty text may be a null pointer */

	if (order != 0 || a_length == b_length)
		return order;
	return a_length < b_length ? -1 : 1;
}

int
text_compare_n(const char *a, size_t a_length, const char *b, size_t b_length)
{
	struct reader left = { .text = a, .length = a_length };
	struct reader right = { .text = b, .length = b_length };
	int accent = 0, capital = 0;

	if (a_length == b_length && (a_length == 0 || memcmp(a, b, a_length) == 0))
		return 0;
	for (;;) {
		struct token x = next_token(&left), y = next_token(&right);
		int order = 0;

		if (x.rank != y.rank)
			return x.rank < y.rank ? -1 : 1;
		if (x.rank == RANK_END)
			break;
		if (x.rank == RANK_NUMBER)
			order = compare_numbers(&x, &y);
		if (order != 0)
			return order;
		if (accent == 0)
			accent = x.accent - y.accent;
		if (capital == 0)
			capital = x.capital - y.capital;
	}
	if (accent != 0)
		return accent;
	return capital != 0 ? capital : compare_bytes(a, a_length, b, b_length);
}

int
text_compare(const char *a, const char *b)
{
	return text_compare_n(a, strlen(a), b, strlen(b));
}
