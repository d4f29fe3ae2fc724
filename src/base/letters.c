/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of letters, taken from the decompositions and names of UnicodeData.txt. */
#include "config.h"

#include "base/letters.h"

#include <stdbool.h>
#include <stddef.h>

/* One plain letter per character; a point where there is none. */
static const char base_c0[] = /* U+00C0 to U+017F */
	"aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"
	"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllllll"
	"llnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static const char base_180[] = /* U+0180 to U+024F */
	"b......................i..l.....oo.............uu..............."
	".............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa..oo"
	"aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy.........l.."
	"...b............";
static const char base_1e00[] = /* U+1E00 to U+1EFF */
	"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
	"mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
	"wwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
	"eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

_Static_assert(sizeof(base_c0) == 0x180 - 0xc0 + 1, "one letter per character");
_Static_assert(sizeof(base_180) == 0x250 - 0x180 + 1, "one letter per character");
_Static_assert(sizeof(base_1e00) == 0x1f00 - 0x1e00 + 1, "one letter per character");

static const struct {
	long letter;
	const char *base;
} pairs[] = {
	{ 0xc6, "ae" },
	{ 0xde, "th" },
	{ 0xdf, "ss" },
	{ 0xe6, "ae" },
	{ 0xfe, "th" },
	{ 0x132, "ij" },
	{ 0x133, "ij" },
	{ 0x152, "oe" },
	{ 0x153, "oe" },
	{ 0x1e9e, "ss" },
};

static const struct {
	short mark; /* acute, dot above, ogonek, and the three strokes people use for ł */
	char base;
	short letter;
} polish[] = {
	{ 0x301, 'c', 0x107 },
	{ 0x301, 'C', 0x106 },
	{ 0x301, 'n', 0x144 },
	{ 0x301, 'N', 0x143 },
	{ 0x301, 'o', 0xf3 },
	{ 0x301, 'O', 0xd3 },
	{ 0x301, 's', 0x15b },
	{ 0x301, 'S', 0x15a },
	{ 0x301, 'z', 0x17a },
	{ 0x301, 'Z', 0x179 },
	{ 0x307, 'z', 0x17c },
	{ 0x307, 'Z', 0x17b },
	{ 0x328, 'a', 0x105 },
	{ 0x328, 'A', 0x104 },
	{ 0x328, 'e', 0x119 },
	{ 0x328, 'E', 0x118 },
	{ 0x335, 'l', 0x142 },
	{ 0x335, 'L', 0x141 },
	{ 0x337, 'l', 0x142 },
	{ 0x337, 'L', 0x141 },
	{ 0x338, 'l', 0x142 },
	{ 0x338, 'L', 0x141 },
};

static bool
within(long c, long first, long last)
{
	return c >= first && c <= last;
}

/* Blocks in which capitals and small letters alternate: even = the capital's code is even. */
static bool
alternates_even(long c)
{
	return within(c, 0x100, 0x12f) || within(c, 0x132, 0x137) || within(c, 0x14a, 0x177) ||
	       within(c, 0x1de, 0x1ef) || within(c, 0x1f8, 0x21f) || within(c, 0x222, 0x233) ||
	       within(c, 0x460, 0x481) || within(c, 0x48a, 0x4bf) || within(c, 0x4d0, 0x52f) ||
	       within(c, 0x1e00, 0x1e95) || within(c, 0x1ea0, 0x1eff);
}

static bool
alternates_odd(long c)
{
	return within(c, 0x139, 0x148) || within(c, 0x179, 0x17e) || within(c, 0x1cd, 0x1dc);
}

long
letters_lower(long c)
{
	if (c < 0x80)
		return within(c, 'A', 'Z') ? c + 32 : c;
	if (within(c, 0xc0, 0xde) && c != 0xd7)
		return c + 32;
	if (alternates_even(c))
		return c | 1;
	if (alternates_odd(c))
		return c + (c & 1);
	if (within(c, 0x391, 0x3a9) || within(c, 0x410, 0x42f))
		return c + 32;
	if (within(c, 0x400, 0x40f))
		return c + 80;
	switch (c) {
	case 0x130:
		return 'i';
	case 0x178:
		return 0xff;
	case 0x1e9e:
		return 0xdf;
	default:
		return c;
	}
}

const char *
letters_base(long c)
{
	static const char alphabet[] = "a\0b\0c\0d\0e\0f\0g\0h\0i\0j\0k\0l\0m\0"
				       "n\0o\0p\0q\0r\0s\0t\0u\0v\0w\0x\0y\0z";
	char base = '.';

	if (within(c, 'A', 'Z'))
		base = (char)(c + 32);
	else if (within(c, 'a', 'z'))
		base = (char)c;
	else if (within(c, 0xc0, 0x17f))
		base = base_c0[c - 0xc0];
	else if (within(c, 0x180, 0x24f))
		base = base_180[c - 0x180];
	else if (within(c, 0x1e00, 0x1eff))
		base = base_1e00[c - 0x1e00];
	if (base != '.')
		return alphabet + 2 * (base - 'a');
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		if (pairs[i].letter == c)
			return pairs[i].base;
	return NULL;
}

long
letters_compose(long base, long mark)
{
	for (size_t i = 0; i < sizeof(polish) / sizeof(polish[0]); i++)
		if (polish[i].mark == mark && polish[i].base == base)
			return polish[i].letter;
	return 0;
}

int
letters_place(long lower)
{
	/* a ą b c ć d e ę f g h i j k l ł m n ń o ó p q r s ś t u v w x y z ź ż */
	static const signed char plain[] = { 1, 3, 4, 6, 7, 9, 10, 11, 12, 13, 14, 15, 17, 18, 20,
		22, 23, 24, 25, 27, 28, 29, 30, 31, 32, 33 };

	if (within(lower, 'a', 'z'))
		return plain[lower - 'a'];
	switch (lower) {
	case 0x105:
		return 2;
	case 0x107:
		return 5;
	case 0x119:
		return 8;
	case 0x142:
		return 16;
	case 0x144:
		return 19;
	case 0xf3:
		return 21;
	case 0x15b:
		return 26;
	case 0x17a:
		return 34;
	case 0x17c:
		return 35;
	default:
		return 0;
	}
}
