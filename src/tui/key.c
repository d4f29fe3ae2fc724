/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of keys, for tables, settings and people. */
#include "config.h"

#include "tui/key.h"

#include "base/i18n.h"
#include "base/text.h"
#include "tui/unicode.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

static const struct {
	int key;
	const char *name;
	const char *label; /* what a person reads, when it is another word */
} named[] = {
	{ KEYS_ENTER, "Enter", NULL },
	{ KEYS_TAB, "Tab", NULL },
	{ KEYS_BACKTAB, "Shift-Tab", NULL },
	{ KEYS_ESC, "Esc", NULL },
	{ KEYS_BACKSPACE, "Backspace", NULL },
	{ KEYS_DELETE, "Del", NULL },
	{ KEYS_INSERT, "Ins", NULL },
	{ KEYS_UP, "Up", N_("arrow up") },
	{ KEYS_DOWN, "Down", N_("arrow down") },
	{ KEYS_LEFT, "Left", N_("arrow left") },
	{ KEYS_RIGHT, "Right", N_("arrow right") },
	{ KEYS_HOME, "Home", NULL },
	{ KEYS_END, "End", NULL },
	{ KEYS_PAGE_UP, "PgUp", NULL },
	{ KEYS_PAGE_DOWN, "PgDn", NULL },
	{ ' ', "Space", N_("space bar") },
};

enum { NAMED = sizeof(named) / sizeof(named[0]), LAST_F = 24 };

static const struct {
	int flag;
	const char *name;
} modifiers[] = { { KEYS_CTRL, "Ctrl-" }, { KEYS_ALT, "Alt-" }, { KEYS_SHIFT, "Shift-" } };

static int
parse_plain(const char *name, size_t length)
{
	size_t bytes;
	int key, number;
	char copy[8];

	for (size_t i = 0; i < NAMED; i++)
		if (strlen(named[i].name) == length &&
			strncasecmp(named[i].name, name, length) == 0)
			return named[i].key;
	if (length >= 2 && length <= 3 && (*name == 'F' || *name == 'f')) {
		memcpy(copy, name + 1, length - 1);
		copy[length - 1] = '\0';
		if (sscanf(copy, "%2d", &number) == 1 && number >= 1 && number <= LAST_F)
			return KEYS_F(number);
	}
	if (length == 0 || length >= sizeof(copy))
		return KEYS_NONE;
	memcpy(copy, name, length);
	copy[length] = '\0';
	key = unicode_read(copy, &bytes);
	return bytes == length && key > ' ' && key != 0xfffd ? key : KEYS_NONE;
}

int
key_parse(const char *name, size_t length)
{
	int flags = 0, key = parse_plain(name, length);

	if (key != KEYS_NONE)
		return key;
	for (size_t i = 0; i < sizeof(modifiers) / sizeof(modifiers[0]); i++) {
		size_t n = strlen(modifiers[i].name);

		if (length > n && strncasecmp(name, modifiers[i].name, n) == 0) {
			flags |= modifiers[i].flag;
			name += n;
			length -= n;
		}
	}
	key = flags ? parse_plain(name, length) : KEYS_NONE;
	if (key == KEYS_NONE)
		return KEYS_NONE;
	if ((flags & KEYS_CTRL) && key >= 'A' && key <= 'Z')
		key += 'a' - 'A';
	return key | flags;
}

int
key_list(const char *names, int *keys, int max)
{
	int count = 0;

	for (const char *s = names; s && *s && count < max;) {
		size_t length = strcspn(s, " ");

		if (length)
			keys[count++] = key_parse(s, length);
		s += length + (s[length] == ' ');
	}
	return count;
}

static char *
write_name(char *dst, size_t size, int key, bool for_people)
{
	int plain = key & ~(KEYS_CTRL | KEYS_ALT | KEYS_SHIFT);
	char name[64] = "", letter[5] = "";
	size_t n = 0;

	for (size_t i = 0; i < sizeof(modifiers) / sizeof(modifiers[0]); i++)
		if (key & modifiers[i].flag)
			n += (size_t)snprintf(name + n, sizeof(name) - n, "%s", modifiers[i].name);
	for (size_t i = 0; i < NAMED; i++)
		if (named[i].key == plain) {
			const char *label = for_people ? named[i].label : NULL;

			snprintf(dst, size, "%s%s", name, label ? _(label) : named[i].name);
			return dst;
		}
	if (plain > KEYS_F0 && plain <= KEYS_F(LAST_F)) {
		snprintf(dst, size, "%sF%d", name, plain - KEYS_F0);
		return dst;
	}
	if (plain > 0 && plain < KEYS_BASE)
		unicode_write(
			letter, n && plain >= 'a' && plain <= 'z' ? plain - 'a' + 'A' : plain);
	snprintf(dst, size, "%s%s", name, letter);
	return dst;
}

char *
key_spell(char *dst, size_t size, int key)
{
	return write_name(dst, size, key, false);
}

char *
key_label(char *dst, size_t size, int key)
{
	return write_name(dst, size, key, true);
}

bool
key_is_text(int key)
{
	return key >= ' ' && key < KEYS_BASE && key != 0x7f;
}

int
key_function(int key)
{
	int digit = key - (KEYS_ALT | '0');

	if (key > KEYS_F0 && key <= KEYS_F(10))
		return key - KEYS_F0;
	if (digit >= 0 && digit <= 9)
		return digit ? digit : 10;
	return 0;
}

struct event
event_key(int key)
{
	struct event e = { .type = EVENT_KEY, .key = key };

	if (key_is_text(key))
		unicode_write(e.text, key);
	return e;
}
