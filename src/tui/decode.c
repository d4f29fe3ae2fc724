/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The decoder: a buffer of bytes, a table of sequences, and the general grammar of control
 * sequences, by which unknown ones are recognised and swallowed. */
#include "config.h"

#include "tui/decode.h"

#include "base/memory.h"
#include "base/text.h"
#include "tui/unicode.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

enum {
	SEQUENCE_DELAY = 500, /* ms for the rest of a sequence that has begun */
	PASTE_DELAY = 5000,   /* ms of silence inside a paste whose end was lost */
	SEQUENCE_BYTES = 16,
	SEQUENCE_MAX = 256,      /* longer "sequences" are rubbish */
	PASTE_MAX = 1024 * 1024  /* what is pasted beyond this is dropped */
};

static const char paste_start[] = "\033[200~", paste_end[] = "\033[201~";

struct sequence {
	char bytes[SEQUENCE_BYTES];
	int key;
};

struct decoder {
	bool utf8, expired, pasting;
	enum decoder_wait waiting;
	char *bytes, *paste;
	size_t count, capacity, pasted, paste_capacity;
	struct sequence *table;
	size_t entries, table_capacity;
};

/* What terminals send whatever their terminfo says: PuTTY, Linux console, rxvt, keypads. */
static const struct sequence usual[] = {
	{ "\033[[A", KEYS_F(1) }, { "\033[[B", KEYS_F(2) }, { "\033[[C", KEYS_F(3) },
	{ "\033[[D", KEYS_F(4) }, { "\033[[E", KEYS_F(5) },
	{ "\033Oa", KEYS_CTRL | KEYS_UP }, { "\033Ob", KEYS_CTRL | KEYS_DOWN },
	{ "\033Oc", KEYS_CTRL | KEYS_RIGHT }, { "\033Od", KEYS_CTRL | KEYS_LEFT },
	{ "\033[a", KEYS_SHIFT | KEYS_UP }, { "\033[b", KEYS_SHIFT | KEYS_DOWN },
	{ "\033[c", KEYS_SHIFT | KEYS_RIGHT }, { "\033[d", KEYS_SHIFT | KEYS_LEFT },
	{ "\033Op", '0' }, { "\033Oq", '1' }, { "\033Or", '2' }, { "\033Os", '3' },
	{ "\033Ot", '4' }, { "\033Ou", '5' }, { "\033Ov", '6' }, { "\033Ow", '7' },
	{ "\033Ox", '8' }, { "\033Oy", '9' },
	{ "\033OM", KEYS_ENTER }, { "\033OX", '=' }, { "\033Oj", '*' }, { "\033Ok", '+' },
	{ "\033Ol", ',' }, { "\033Om", '-' }, { "\033On", '.' }, { "\033Oo", '/' },
	{ "\033OE", '5' }, { "\033[E", '5' }, { "\033[G", '5' },
};

struct decoder *
decoder_new(bool utf8)
{
	struct decoder *d = memory_new(sizeof(*d));

	d->utf8 = utf8;
	for (size_t i = 0; i < sizeof(usual) / sizeof(usual[0]); i++)
		decoder_define(d, usual[i].bytes, usual[i].key);
	return d;
}

void
decoder_free(struct decoder *d)
{
	if (!d)
		return;
	free(d->bytes);
	free(d->paste);
	free(d->table);
	free(d);
}

void
decoder_define(struct decoder *d, const char *sequence, int key)
{
	struct sequence *s;
	size_t length = strlen(sequence);

	if (sequence[0] != '\033' || length < 2 || length >= SEQUENCE_BYTES)
		return; /* single control characters have one meaning here */
	d->table = memory_grow(d->table, &d->table_capacity, d->entries + 1, sizeof(*d->table));
	s = &d->table[d->entries++];
	memcpy(s->bytes, sequence, length + 1);
	s->key = key;
}

static void
append(char **block, size_t *capacity, size_t *count, const char *bytes, size_t length)
{
	*block = memory_grow(*block, capacity, *count + length + 1, 1);
	memcpy(*block + *count, bytes, length);
	*count += length;
	(*block)[*count] = '\0';
}

void
decoder_feed(struct decoder *d, const char *bytes, size_t length)
{
	d->expired = false;
	append(&d->bytes, &d->capacity, &d->count, bytes, length);
}

static void
drop(struct decoder *d, size_t length)
{
	if (length > d->count)
		length = d->count;
	d->count -= length;
	memmove(d->bytes, d->bytes + length, d->count + 1);
}

/* Named keys by the final letter of ESC [ … X and ESC O X. */
static int
final_key(char final)
{
	static const struct {
		char final;
		int key;
	} table[] = {
		{ 'A', KEYS_UP }, { 'B', KEYS_DOWN }, { 'C', KEYS_RIGHT }, { 'D', KEYS_LEFT },
		{ 'H', KEYS_HOME }, { 'F', KEYS_END }, { 'Z', KEYS_BACKTAB },
		{ 'P', KEYS_F(1) }, { 'Q', KEYS_F(2) }, { 'R', KEYS_F(3) }, { 'S', KEYS_F(4) },
	};

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		if (table[i].final == final)
			return table[i].key;
	return KEYS_NONE;
}

/* Named keys by the number of ESC [ n ~ (VT220, xterm, PuTTY, rxvt). */
static int
number_key(int number)
{
	static const short keys[] = { 0, 1, 2, 3, 4, 5, 6, 1, 4 };
	static const int named[] = { KEYS_NONE, KEYS_HOME, KEYS_INSERT, KEYS_DELETE, KEYS_END,
		KEYS_PAGE_UP, KEYS_PAGE_DOWN };

	if (number >= 0 && number <= 8)
		return named[keys[number]];
	if (number >= 11 && number <= 15)
		return KEYS_F(number - 10);
	if (number >= 17 && number <= 21)
		return KEYS_F(number - 11);
	if (number >= 23 && number <= 26)
		return KEYS_F(number - 12);
	if (number == 28 || number == 29)
		return KEYS_F(number - 13);
	if (number >= 31 && number <= 34)
		return KEYS_F(number - 14);
	return KEYS_NONE;
}

static int
modifier_flags(int number)
{
	int bits = number > 1 ? number - 1 : 0;

	return (bits & 1 ? KEYS_SHIFT : 0) | (bits & 2 ? KEYS_ALT : 0) | (bits & 4 ? KEYS_CTRL : 0);
}

/* A byte below space, or DEL. */
static int
control_key(int code)
{
	switch (code) {
	case '\r':
	case '\n':
		return KEYS_ENTER;
	case '\t':
		return KEYS_TAB;
	case 0x08:
	case 0x7f:
		return KEYS_BACKSPACE;
	case 0x1b:
		return KEYS_ESC;
	default:
		return code >= 1 && code <= 26 ? KEYS_CTRL | ('a' + code - 1) : KEYS_NONE;
	}
}

static int
character_key(int code)
{
	char text[5];

	if (code < ' ' || code == 0x7f)
		return control_key(code);
	return text_forbidden(text, unicode_write(text, code)) == 0 ? KEYS_NONE : code;
}

/* Meaning of a whole ESC [ … or ESC O … that the table does not hold. */
static int
meaning(const char *s, size_t length)
{
	int numbers[2] = { 0, 0 }, which = 0, key;
	char final = s[length - 1];

	for (size_t i = 2; i + 1 < length; i++) {
		if (s[i] == ';')
			which++;
		else if (s[i] < '0' || s[i] > '9' || which > 1 || numbers[which] > 0x110000)
			return KEYS_NONE;
		else
			numbers[which] = numbers[which] * 10 + s[i] - '0';
		if (which > 1)
			return KEYS_NONE;
	}
	if (final == 'u' && s[1] == '[')
		key = character_key(numbers[0]);
	else
		key = final == '~' ? number_key(numbers[0]) : final_key(final);
	if (key == KEYS_NONE)
		return KEYS_NONE;
	if (s[1] == 'O' && which == 0 && numbers[0])
		numbers[1] = numbers[0]; /* ESC O 5 P of some terminals */
	return key | modifier_flags(numbers[1]);
}

/* Whether ESC and this byte begin more than Alt and a character. */
static bool
opens_sequence(char c)
{
	return c == '[' || c == 'O' || c == ']' || c == 'P';
}

/* Length of the control sequence that starts the buffer: 0 = not whole yet. */
static size_t
sequence_length(const struct decoder *d)
{
	const char *s = d->bytes;
	size_t i = 2;

	if (s[1] == '[' && d->count > 2 && s[2] == '[')
		return d->count > 3 ? 4 : 0;
	if (s[1] == ']' || s[1] == 'P') { /* an answer of the terminal: up to BEL or ST */
		for (; i < d->count; i++)
			if (s[i] == '\007' || (s[i] == '\\' && s[i - 1] == '\033'))
				return i + 1;
		return d->count > SEQUENCE_MAX ? d->count : 0;
	}
	for (; i < d->count; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c >= 0x40 && c <= 0x7e)
			return i + 1;
		if (c < 0x20 || c > 0x7e || i > SEQUENCE_MAX)
			return i; /* broken off: what follows is something else */
	}
	return 0;
}

/* The longest entry that the buffer starts with; *partial: more bytes may complete one. */
static const struct sequence *
look_up(const struct decoder *d, bool *partial)
{
	const struct sequence *best = NULL;
	size_t best_length = 0;

	*partial = false;
	for (size_t i = 0; i < d->entries; i++) {
		size_t length = strlen(d->table[i].bytes);

		if (length <= d->count && length >= best_length &&
			memcmp(d->table[i].bytes, d->bytes, length) == 0) {
			best = &d->table[i];
			best_length = length;
		} else if (length > d->count &&
			   memcmp(d->table[i].bytes, d->bytes, d->count) == 0) {
			*partial = true;
		}
	}
	return best;
}

enum step { STEP_MORE, STEP_AGAIN, STEP_EVENT };

static enum step
give(struct decoder *d, struct event *event, size_t length, int key)
{
	drop(d, length);
	if (key == KEYS_NONE)
		return STEP_AGAIN;
	*event = event_key(key);
	return STEP_EVENT;
}

/* One character of the terminal's charset: its code, bytes in *length (0 = not whole yet). */
static int
character(const struct decoder *d, const char *s, size_t count, size_t *length)
{
	unsigned char first = (unsigned char)*s;
	mbstate_t state = { 0 };
	wchar_t wide;
	size_t need;
	int code;

	*length = 1;
	if (first < 0x80)
		return first;
	if (!d->utf8)
		return mbrtowc(&wide, s, 1, &state) == 1 ? (int)wide : 0;
	need = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
	if (count < need) {
		for (size_t i = 1; i < count; i++)
			if ((s[i] & 0xc0) != 0x80)
				return 0;
		*length = 0;
		return 0;
	}
	code = unicode_read(s, length);
	return code == 0xfffd && *length == 1 ? 0 : code;
}

static enum step
plain(struct decoder *d, struct event *event, size_t skip, int flags)
{
	size_t length;
	int code = character(d, d->bytes + skip, d->count - skip, &length);
	int key;

	if (length == 0) {
		d->waiting = DECODER_SEQUENCE;
		return STEP_MORE;
	}
	key = character_key(code);
	return give(d, event, skip + length, key == KEYS_NONE ? KEYS_NONE : key | flags);
}

static enum step
escape(struct decoder *d, struct event *event)
{
	const struct sequence *known;
	bool partial;
	size_t length;

	if (d->count == 1) {
		d->waiting = DECODER_ESCAPE;
		return STEP_MORE;
	}
	if (d->bytes[1] == '\033')
		return give(d, event, 1, KEYS_ESC);
	if (d->count >= sizeof(paste_start) - 1 &&
		memcmp(d->bytes, paste_start, sizeof(paste_start) - 1) == 0) {
		drop(d, sizeof(paste_start) - 1);
		d->pasting = true;
		d->pasted = 0;
		return STEP_AGAIN;
	}
	known = look_up(d, &partial);
	if (known)
		return give(d, event, strlen(known->bytes), known->key);
	if (!partial && !opens_sequence(d->bytes[1]))
		return plain(d, event, 1, KEYS_ALT);
	length = opens_sequence(d->bytes[1]) ? sequence_length(d) : 0;
	if (length == 0) {
		d->waiting = DECODER_SEQUENCE;
		return STEP_MORE;
	}
	return give(d, event, length, length > 2 ? meaning(d->bytes, length) : KEYS_NONE);
}

/* Keeps what may be typed into a field; ends of lines become \n. */
static void
clean_paste(struct decoder *d)
{
	char *out = d->paste;
	size_t length;

	for (const char *s = d->paste; d->pasted && *s; s += length) {
		int code = unicode_read(s, &length);

		if (code == '\r' && s[1] == '\n')
			continue;
		if (code == '\r' || code == '\n')
			*out++ = '\n';
		else if (code == '\t')
			*out++ = ' ';
		else if (code != 0xfffd && text_forbidden(s, length) == length) {
			memmove(out, s, length);
			out += length;
		}
	}
	if (out)
		*out = '\0';
}

/* Bytes from an 8-bit terminal to UTF-8. */
static void
keep_paste(struct decoder *d, size_t length)
{
	char text[5];

	if (d->pasted + length > PASTE_MAX)
		return;
	if (d->utf8) {
		append(&d->paste, &d->paste_capacity, &d->pasted, d->bytes, length);
		return;
	}
	for (size_t i = 0; i < length; i++) {
		size_t bytes;
		int code = character(d, d->bytes + i, 1, &bytes);

		append(&d->paste, &d->paste_capacity, &d->pasted, text,
			unicode_write(text, code ? code : '?'));
	}
}

static enum step
paste(struct decoder *d, struct event *event)
{
	size_t tail = sizeof(paste_end) - 1;
	char *end = d->count ? memmem(d->bytes, d->count, paste_end, tail) : NULL;
	size_t whole = end ? (size_t)(end - d->bytes) : d->count >= tail ? d->count - tail + 1 : 0;

	if (!end && d->expired)
		whole = d->count;
	keep_paste(d, whole);
	drop(d, whole + (end ? tail : 0));
	if (!end && !d->expired) {
		d->waiting = DECODER_PASTE;
		return STEP_MORE;
	}
	d->pasting = d->expired = false;
	append(&d->paste, &d->paste_capacity, &d->pasted, "", 0);
	clean_paste(d);
	*event = (struct event){ .type = EVENT_PASTE, .paste = d->paste };
	return STEP_EVENT;
}

static enum step
step(struct decoder *d, struct event *event)
{
	d->waiting = DECODER_IDLE;
	if (d->pasting)
		return paste(d, event);
	if (d->count == 0)
		return STEP_MORE;
	if (d->expired) {
		d->expired = false;
		return give(d, event, d->count,
			d->count == 1 && *d->bytes == '\033' ? KEYS_ESC : KEYS_NONE);
	}
	return *d->bytes == '\033' ? escape(d, event) : plain(d, event, 0, 0);
}

bool
decoder_next(struct decoder *d, struct event *event)
{
	enum step result;

	do
		result = step(d, event);
	while (result == STEP_AGAIN);
	return result == STEP_EVENT;
}

enum decoder_wait
decoder_waiting(const struct decoder *d)
{
	return d->waiting;
}

int
decoder_delay(const struct decoder *d, int escape_delay)
{
	switch (d->waiting) {
	case DECODER_ESCAPE:
		return escape_delay;
	case DECODER_SEQUENCE:
		return escape_delay > SEQUENCE_DELAY ? escape_delay : SEQUENCE_DELAY;
	case DECODER_PASTE:
		return PASTE_DELAY;
	default:
		return -1;
	}
}

void
decoder_timeout(struct decoder *d)
{
	d->expired = d->waiting != DECODER_IDLE;
}
