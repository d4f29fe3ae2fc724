/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shortest edit script after E. W. Myers, An O(ND) Difference Algorithm and Its Variations,
 * Algorithmica 1 (1986): greedy, with the furthest points of every step kept for the way back. */
#include "config.h"

#include "model/minutes/line_diff.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { MOST_EDITS = 2000 }; /* lines gone and new; 2000 steps keep at most 16 MB */

struct line {
	const char *text;
	size_t length;
	uint64_t hash;
};

struct side {
	struct line *lines;
	int count;
};

struct diffing {
	struct arena *arena, *texts; /* scratch; of what is handed out */
	struct side a, b;
	int start;                  /* equal lines before */
	int n, m;                   /* between the equal beginning and the equal end */
	int *steps[MOST_EDITS + 1]; /* furthest x on the diagonals -d … d, of each step */
	struct diff_line *out;
	int count;
};

static uint64_t
hash_line(const char *text, size_t length)
{
	uint64_t h = UINT64_C(14695981039346656037);

	for (size_t i = 0; i < length; i++)
		h = (h ^ (unsigned char)text[i]) * UINT64_C(1099511628211);
	return h;
}

static void
split(struct arena *arena, const char *text, struct side *side)
{
	size_t room = 0;

	side->lines = NULL;
	side->count = 0;
	while (*text) {
		size_t length = strcspn(text, "\n");

		side->lines = arena_grow(
			arena, side->lines, (size_t)side->count, &room, sizeof(*side->lines));
		side->lines[side->count++] = (struct line){ text, length, hash_line(text, length) };
		text += length + (text[length] == '\n');
	}
}

static bool
same(const struct diffing *d, int a, int b)
{
	const struct line *x = &d->a.lines[a], *y = &d->b.lines[b];

	return x->hash == y->hash && x->length == y->length &&
	       memcmp(x->text, y->text, x->length) == 0;
}

static void
put(struct diffing *d, enum line_sign sign, int a, int b)
{
	const struct line *line = sign == LINE_NEW ? &d->b.lines[b] : &d->a.lines[a];

	d->out[d->count++] = (struct diff_line){ .sign = sign,
		.before = sign == LINE_NEW ? 0 : a + 1,
		.after = sign == LINE_GONE ? 0 : b + 1,
		.text = arena_format(d->texts, "%.*s", (int)line->length, line->text) };
}

/* The furthest x on diagonal k after so many edits; k lies between -edits - 1 and edits + 1. */
static int *
furthest(const struct diffing *d, int edits, int k)
{
	return &d->steps[edits][k + edits + 1];
}

/* Whether the last of these edits on diagonal k takes in a line of b. */
static bool
goes_down(const struct diffing *d, int edits, int k)
{
	return k == -edits ||
	       (k != edits && *furthest(d, edits - 1, k - 1) < *furthest(d, edits - 1, k + 1));
}

/* How many edits lead from a to b; -1 = too many. */
static int
search(struct diffing *d)
{
	for (int edits = 0; edits <= MOST_EDITS; edits++) {
		d->steps[edits] =
			arena_array(d->arena, (size_t)(2 * edits + 3), sizeof(*d->steps[edits]));
		for (int k = -edits; k <= edits; k += 2) {
			int x = edits == 0               ? 0
				: goes_down(d, edits, k) ? *furthest(d, edits - 1, k + 1)
							 : *furthest(d, edits - 1, k - 1) + 1;
			int y = x - k;

			while (x < d->n && y < d->m && same(d, d->start + x, d->start + y)) {
				x++;
				y++;
			}
			*furthest(d, edits, k) = x;
			if (x >= d->n && y >= d->m)
				return edits;
		}
	}
	return -1;
}

/* From the end to the beginning; signs come out in that order. Returns how many. */
static int
walk_back(const struct diffing *d, int edits, enum line_sign *signs)
{
	int x = d->n, y = d->m, count = 0;

	for (int e = edits; e > 0; e--) {
		int k = x - y;
		bool down = goes_down(d, e, k);
		int from = *furthest(d, e - 1, down ? k + 1 : k - 1);

		for (int top = down ? from : from + 1; x > top; x--, y--)
			signs[count++] = LINE_SAME;
		signs[count++] = down ? LINE_NEW : LINE_GONE;
		x = from;
		y = from - (down ? k + 1 : k - 1);
	}
	for (; x > 0; x--)
		signs[count++] = LINE_SAME;
	return count;
}

static void
put_middle(struct diffing *d)
{
	int edits = search(d), a = d->start, b = d->start;
	enum line_sign *signs = arena_array(d->arena, (size_t)(d->n + d->m + 1), sizeof(*signs));

	if (edits < 0) {
		while (a < d->start + d->n)
			put(d, LINE_GONE, a++, 0);
		while (b < d->start + d->m)
			put(d, LINE_NEW, 0, b++);
		return;
	}
	for (int i = walk_back(d, edits, signs) - 1; i >= 0; i--) {
		put(d, signs[i], a, b);
		a += signs[i] != LINE_NEW;
		b += signs[i] != LINE_GONE;
	}
}

int
line_diff(const char *before, const char *after, struct arena *arena, struct diff_line **lines)
{
	struct arena scratch = { 0 };
	struct diffing d = { .arena = &scratch };
	int end = 0, shorter;

	split(&scratch, before, &d.a);
	split(&scratch, after, &d.b);
	shorter = d.a.count < d.b.count ? d.a.count : d.b.count;
	while (d.start < shorter && same(&d, d.start, d.start))
		d.start++;
	while (end < shorter - d.start && same(&d, d.a.count - 1 - end, d.b.count - 1 - end))
		end++;
	d.n = d.a.count - d.start - end;
	d.m = d.b.count - d.start - end;
	d.out = arena_array(arena, (size_t)(d.a.count + d.b.count + 1), sizeof(*d.out));
	d.texts = arena;
	for (int i = 0; i < d.start; i++)
		put(&d, LINE_SAME, i, i);
	put_middle(&d);
	for (int i = 0; i < end; i++)
		put(&d, LINE_SAME, d.a.count - end + i, d.b.count - end + i);
	*lines = d.out;
	arena_release(&scratch);
	return d.count;
}

int
line_diff_changes(struct diff_line *lines, int count, int around)
{
	int kept = 0, last = -around - 1; /* the last change so far */

	for (int i = 0, next = 0; i < count; i++) {
		if (lines[i].sign != LINE_SAME)
			last = i;
		while (next < count && (next < i || lines[next].sign == LINE_SAME))
			next++;
		if (i - last <= around || (next < count && next - i <= around))
			lines[kept++] = lines[i];
		else if (kept == 0 || lines[kept - 1].before || lines[kept - 1].after)
			lines[kept++] = (struct diff_line){ .sign = LINE_SAME, .text = "" };
	}
	return kept;
}
