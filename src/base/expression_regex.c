/* SPDX-License-Identifier: GPL-3.0-or-later */
/* regex(): Java's patterns, as far as forms use them, as POSIX extended ones (regcomp). */
#include "config.h"

#include "base/expression_parts.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"

#include <regex.h>
#include <stdlib.h>
#include <string.h>

#define MAX_PIECES 2000 /* regcomp copies what {n,m} repeats: its memory grows with this */
#define MAX_NESTING 20
#define MAX_KEPT 16
#define MAX_OTHERS 1000 /* characters beyond ASCII in one bracket */

struct expression_regex {
	struct expression_regex *next;
	char *pattern;
	regex_t compiled;
};

struct writer {
	const char *at;
	char *out;
	size_t used, capacity;
	long pieces[MAX_NESTING + 1]; /* of the open groups */
	int depth;
	long last; /* of the piece that a quantifier would repeat; 0 = none */
	struct error *err;
};

static int
refuse(struct writer *w, const char *what)
{
	return error_set(w->err, ERROR_INPUT, "%s", what);
}

static void
put(struct writer *w, const char *text, size_t length)
{
	w->out = memory_grow(w->out, &w->capacity, w->used + length + 1, 1);
	memcpy(w->out + w->used, text, length);
	w->used += length;
	w->out[w->used] = '\0';
}

static void
put_text(struct writer *w, const char *text)
{
	put(w, text, strlen(text));
}

static void
begin_piece(struct writer *w, long size)
{
	w->pieces[w->depth] += w->last;
	w->last = size;
}

static const char *
class_of(char letter)
{
	switch (letter) {
	case 'd':
		return "[0-9]";
	case 'w':
		return "[A-Za-z0-9_]";
	case 's':
		return "[ \t\r\n\f\v]";
	case 'D':
		return "[^0-9]";
	case 'W':
		return "[^A-Za-z0-9_]";
	case 'S':
		return "[^ \t\r\n\f\v]";
	default:
		return NULL;
	}
}

static char
control(char letter)
{
	return letter == 't' ? '\t' : letter == 'n' ? '\n' : letter == 'r' ? '\r' : '\0';
}

static bool
is_letter_or_digit(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static int
translate_escape(struct writer *w)
{
	char c = w->at[1], plain[3] = { '\\', c, 0 };

	if (!c)
		return refuse(w, _("the pattern ends with a lone “\\”."));
	begin_piece(w, 1);
	w->at += 2;
	if (class_of(c)) {
		put_text(w, class_of(c));
	} else if (control(c)) {
		plain[0] = control(c);
		put(w, plain, 1);
	} else if (is_letter_or_digit(c)) {
		return refuse(w,
			_("the pattern uses something that is not supported after “\\”: only "
			  "\\d \\w \\s \\D \\W \\S \\t \\n \\r and signs are."));
	} else if (strchr(".[]()*+?{}|^$\\", c)) {
		put(w, plain, 2);
	} else {
		put(w, plain + 1, 1);
	}
	return 0;
}

/* The characters between brackets. */
struct set {
	bool ascii[128];
	char others[MAX_OTHERS * 4 + 1]; /* as UTF-8, one after another */
	size_t used;
};

static int
add(struct writer *w, struct set *set, long from, long to)
{
	if (from > to || to - from > MAX_OTHERS)
		return refuse(w, _("a range of the pattern is empty or too wide."));
	for (long c = from; c <= to; c++) {
		if (c < 128) {
			set->ascii[c] = true;
			continue;
		}
		if (set->used + 4 >= sizeof set->others)
			return refuse(w, _("a range of the pattern is empty or too wide."));
		set->used += text_encode(set->others + set->used, c);
	}
	return 0;
}

static int
add_class(struct writer *w, struct set *set, char letter)
{
	static const struct { char letter, from, to; } all[] = {
		{ 'd', '0', '9' }, { 'w', '0', '9' }, { 'w', 'A', 'Z' }, { 'w', 'a', 'z' },
		{ 'w', '_', '_' }, { 's', ' ', ' ' }, { 's', '\t', '\r' },
	};
	bool found = false;

	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		if (all[i].letter == letter) {
			found = true;
			add(w, set, all[i].from, all[i].to);
		}
	return found ? 0 : refuse(w,
		_("the pattern uses something that is not supported inside brackets."));
}

/* One character between brackets; a class such as \d gives 0 and is added at once. */
static int
read_item(struct writer *w, struct set *set, long *code)
{
	size_t used;

	if (*w->at == '[' || (*w->at == '&' && w->at[1] == '&'))
		return refuse(w, _("brackets inside brackets of a pattern are not supported."));
	*code = 0;
	if (*w->at == '\\') {
		w->at++;
		if (is_letter_or_digit(*w->at) && !control(*w->at))
			return add_class(w, set, *w->at++);
		if (control(*w->at)) {
			*code = control(*w->at++);
			return 0;
		}
	}
	if (!*w->at)
		return refuse(w, _("a bracket of the pattern is not closed."));
	*code = text_decode(w->at, strlen(w->at), &used);
	w->at += used;
	return 0;
}

static int
read_set(struct writer *w, struct set *set)
{
	long from, to;

	do {
		if (read_item(w, set, &from) != 0)
			return -1;
		to = from;
		if (from && *w->at == '-' && w->at[1] && w->at[1] != ']') {
			w->at++;
			if (read_item(w, set, &to) != 0)
				return -1;
			if (!to) { /* [a-\d]: the sign itself */
				set->ascii['-'] = true;
				to = from;
			}
		}
		if (from && add(w, set, from, to) != 0)
			return -1;
	} while (*w->at && *w->at != ']');
	if (!*w->at)
		return refuse(w, _("a bracket of the pattern is not closed."));
	w->at++;
	return 0;
}

/* Written out character by character, for two reasons: POSIX takes a backslash between brackets
 * as itself (so ] stands first, - last, ^ not first), and the C library knows no ranges of
 * letters beyond ASCII in C.UTF-8. */
static int
translate_brackets(struct writer *w)
{
	struct set *set = memory_new(sizeof *set);
	bool others, not;
	int result;

	begin_piece(w, 1);
	w->at++;
	not = *w->at == '^';
	w->at += not;
	result = *w->at ? read_set(w, set)
			: refuse(w, _("a bracket of the pattern is not closed."));
	w->last += (long)(set->used / 64);
	others = set->used > 0 || set->ascii[']'];
	put(w, "[^", not ? 2 : 1);
	put(w, "]", set->ascii[']']);
	for (int i = 1; i < 128; i++) {
		char c = (char)i;

		if (set->ascii[i] && c != ']' && c != '^' && c != '-') {
			put(w, &c, 1);
			others = true;
		}
	}
	put(w, set->others, set->used);
	if (set->ascii['^'] && !others && !not && !set->ascii['-']) {
		w->used--; /* the bracket: [^] would mean something else */
		put(w, "\\^", 2);
	} else {
		if (!others && set->ascii['-'])
			put(w, "-", 1);
		put(w, "^", set->ascii['^']);
		put(w, "-", others && set->ascii['-']);
		put(w, "]", 1);
	}
	free(set);
	return result;
}

static int
open_group(struct writer *w)
{
	w->at++;
	if (*w->at == '?') {
		if (w->at[1] != ':')
			return refuse(w, _("looking ahead or back in a pattern is not supported."));
		w->at += 2;
	}
	if (w->depth == MAX_NESTING)
		return refuse(w, _("the pattern nests its groups too deep."));
	begin_piece(w, 0);
	w->pieces[++w->depth] = 0;
	put(w, "(", 1);
	return 0;
}

static int
close_group(struct writer *w)
{
	if (w->depth == 0)
		return refuse(w, _("a “)” of the pattern closes nothing."));
	w->at++;
	put(w, ")", 1);
	w->last += w->pieces[w->depth--] + 1;
	return 0;
}

/* *, +, ? or {n}, {n,}, {n,m}; a ? behind it only changes which match is found, not whether. */
static int
translate_quantifier(struct writer *w)
{
	const char *start = w->at;
	long least, most;
	char *end;

	if (w->last == 0)
		return refuse(w, _("the pattern repeats nothing."));
	w->at++;
	if (*start == '{') {
		least = most = strtol(w->at, &end, 10);
		if (end > w->at && *end == ',') {
			most = end[1] == '}' ? least + 1 : strtol(end + 1, &end, 10);
			end += *end == ',';
		}
		if (end == w->at || *end != '}' || *w->at < '0' || *w->at > '9' || least > most ||
			most > MAX_PIECES)
			return refuse(w, _("the pattern repeats in a way that is not supported: "
					   "{2}, {2,} or {2,5}, at most 2000 times."));
		w->at = end + 1;
		w->last *= most > 0 ? most : 1;
	} else {
		w->last *= 2;
	}
	put(w, start, (size_t)(w->at - start));
	if (*w->at == '?')
		w->at++;
	if (*w->at && strchr("*+?{", *w->at))
		return refuse(w, _("the pattern repeats what is repeated already."));
	return 0;
}

static int
translate(struct writer *w)
{
	long pieces = 0;
	int result = 0;

	put(w, "^(", 2);
	while (*w->at && result == 0) {
		size_t used;

		if (*w->at == '\\')
			result = translate_escape(w);
		else if (*w->at == '[')
			result = translate_brackets(w);
		else if (*w->at == '(')
			result = open_group(w);
		else if (*w->at == ')')
			result = close_group(w);
		else if (strchr("*+?{", *w->at))
			result = translate_quantifier(w);
		else {
			text_decode(w->at, strlen(w->at), &used);
			begin_piece(w, strchr("|^$", *w->at) ? 0 : 1);
			put(w, "\\", *w->at == '}' || *w->at == ']');
			put(w, w->at, used);
			w->at += used;
		}
		pieces = w->last;
		for (int i = 0; i <= w->depth; i++)
			pieces += w->pieces[i];
		if (pieces > MAX_PIECES)
			result = refuse(w,
				_("the pattern is too long when all it repeats is written out."));
	}
	put(w, ")$", 2);
	return result == 0 && w->depth > 0 ? refuse(w, _("a group of the pattern is not closed."))
					   : result;
}

static int
compile(regex_t *out, const char *pattern, struct error *err)
{
	struct writer w = { .at = pattern, .err = err };
	int flags = REG_EXTENDED | REG_NOSUB, result;

	if (strncmp(pattern, "(?i)", 4) == 0) {
		flags |= REG_ICASE;
		w.at += 4;
	}
	result = translate(&w);
	if (result == 0 && regcomp(out, w.out, flags) != 0)
		result = refuse(&w, _("the pattern of regex() is not one."));
	free(w.out);
	return result;
}

int
expression_regex_match(struct expression_regex **cache, const char *text, const char *pattern,
	bool *out, struct error *err)
{
	struct expression_regex *r = *cache, *last = NULL;
	int kept = 0;

	for (; r && strcmp(r->pattern, pattern) != 0; r = r->next) {
		kept++;
		last = r;
	}
	if (!r) {
		if (kept >= MAX_KEPT) { /* only patterns made of answers come so many */
			expression_regex_free((*cache)->next);
			(*cache)->next = NULL;
			last = *cache;
		}
		r = memory_new(sizeof *r);
		if (compile(&r->compiled, pattern, err) != 0) {
			free(r);
			return -1;
		}
		r->pattern = memory_string(pattern);
		if (last)
			last->next = r;
		else
			*cache = r;
	}
	*out = regexec(&r->compiled, text, 0, NULL, 0) == 0;
	return 0;
}

void
expression_regex_free(struct expression_regex *cache)
{
	while (cache) {
		struct expression_regex *next = cache->next;

		regfree(&cache->compiled);
		free(cache->pattern);
		free(cache);
		cache = next;
	}
}
