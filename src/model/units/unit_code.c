/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes of territorial units in the forms that files and people use. */
#include "config.h"

#include "model/units/unit.h"

#include "base/i18n.h"

#include <stdio.h>
#include <string.h>

#define NUMBER_TERYT (UINT64_C(1) << 40)  /* below it seven digits, kind 1, 2, 3, 8, 9 as 0 */
#define NUMBER_REGION (UINT64_C(1) << 41) /* below it the 12 digits (up to 10^12 < 2^40) */
#define NUMBER_NTS (UINT64_C(1) << 42)    /* the same for 10 digits of the older system */

#define PLACE_POWIAT 100 /* of the six digits WWPPGG as a number */
#define PLACE_WOJ 10000

enum fault {
	FAULT_NONE,
	FAULT_LENGTH,
	FAULT_LETTER,
	FAULT_WOJ,
	FAULT_POWIAT,
	FAULT_KIND,
	FAULT_TAIL,
	FAULT_PART,
	FAULT_REGION
};

struct parts {
	unsigned place;  /* WWPPGG */
	unsigned kind;   /* seventh digit; 0 = none given */
	uint64_t region; /* whole code of a BDL region, else 0 */
	uint64_t tag;
};

static bool
digits(const char *text, size_t length, uint64_t *out)
{
	uint64_t n = 0;

	for (size_t i = 0; i < length; i++) {
		unsigned digit = (unsigned char)text[i] - (unsigned)'0';
		if (digit > 9)
			return false;
		n = n * 10 + digit;
	}
	*out = n;
	return true;
}

/* Whether six digits and a kind can be a unit. */
static enum fault
check(unsigned place, unsigned kind)
{
	unsigned woj = place / PLACE_WOJ, powiat = place / PLACE_POWIAT % 100, gmina = place % 100;

	if (woj == 0)
		return place || kind ? FAULT_WOJ : FAULT_NONE;
	if (woj % 2 || woj > 32)
		return FAULT_WOJ;
	if (powiat == 0 && gmina)
		return FAULT_POWIAT;
	if (gmina == 0) /* 1431001 was Warszawa as a whole until 2001 */
		return kind > 1 || (kind && !powiat) ? FAULT_TAIL : FAULT_NONE;
	return kind == 6 || kind == 7 ? FAULT_KIND : FAULT_NONE;
}

/* 10 digits: region, voivodeship 2, subregion 2, powiat 2, gmina 2, kind. 12 digits:
 * macroregion 2, voivodeship 2, region, subregion 2, powiat 2, gmina 2, kind. Without powiat
 * only the country and the voivodeships have a code of their own in the register. */
static enum fault
long_code(uint64_t n, bool nts, struct parts *p)
{
	unsigned tail = (unsigned)(n % 100000);
	unsigned subregion = (unsigned)(n / 100000 % 100);
	unsigned region = nts ? 0 : (unsigned)(n / 10000000 % 10);
	unsigned woj = (unsigned)(n / (nts ? 10000000 : 100000000) % 100);

	if (n && (nts ? n < 1000000000 || n >= 7000000000 : n < 10000000000 || n >= 100000000000))
		return FAULT_REGION;
	p->kind = tail % 10;
	p->place = woj * PLACE_WOJ + tail / 10;
	if (tail >= 1000)
		return check(p->place, p->kind);
	if (tail)
		return FAULT_POWIAT;
	if (n == 0 || (woj && !region && !subregion))
		return check(p->place, 0);
	if (woj % 2 || woj > 32)
		return FAULT_WOJ;
	p->region = n;
	p->tag = nts ? NUMBER_NTS : NUMBER_REGION;
	return FAULT_NONE;
}

static enum fault
split(const char *text, size_t length, struct parts *p)
{
	uint64_t n;
	bool part = length == 8 && text[6] == '-';

	*p = (struct parts){ 0 };
	if (part)
		length = 6;
	if (length != 7 && length != 6 && length != 4 && length != 2 && length != 10 &&
		length != 11 && length != 12)
		return FAULT_LENGTH;
	if (!digits(text, length, &n))
		return FAULT_LETTER;
	if (length >= 10)
		return long_code(n, length == 10, p);
	if (length == 7) {
		p->kind = (unsigned)(n % 10);
		n /= 10;
	}
	for (; length < 6; length += 2)
		n *= 100;
	p->place = (unsigned)n;
	if (part) {
		p->kind = (unsigned char)text[7] - (unsigned)'0';
		if (p->kind != (p->place % 100 ? 5u : 1u) && p->kind != 4)
			return FAULT_PART;
	}
	return check(p->place, p->kind);
}

/* Whether the kind belongs to the key: a part, or a gmina without a number of its own. */
static bool
own_number(const struct parts *p)
{
	return p->kind == 4 || p->kind == 5 || (p->kind && p->place % 100 == 0);
}

/* Seven digits, the hot loop of an import: read as one word, the pairs joined by multiplying.
 * Only the ordinary gmina and part is done here; 0 = look closer. */
static uint64_t
seven_digits(const char *text)
{
	const uint64_t voivodeships = UINT64_C(0x155555554); /* bits 2, 4 … 32 */
	unsigned char bytes[8] = { '0' };
	uint64_t n;
	unsigned woj, kind;

	memcpy(bytes + 1, text, 7);
	n = 0;
	for (int i = 0; i < 8; i++)
		n |= (uint64_t)bytes[i] << 8 * i;
	n -= UINT64_C(0x3030303030303030);
	if ((n | (n + UINT64_C(0x7676767676767676))) & UINT64_C(0x8080808080808080))
		return 0;
	n = n * 10 + (n >> 8);
	n = ((n & UINT64_C(0x000000ff000000ff)) * UINT64_C(0x000f424000000064) +
		    ((n >> 16) & UINT64_C(0x000000ff000000ff)) * UINT64_C(0x0000271000000001)) >>
	    32;
	n &= UINT32_MAX;
	woj = (unsigned)(n / 100000);
	kind = bytes[7] - (unsigned)'0';
	if (woj > 32 || !(voivodeships >> woj & 1) || n % 100000 < 1000 || n / 10 % 100 == 0 ||
		kind == 0 || kind == 6 || kind == 7)
		return 0;
	return NUMBER_TERYT | (n - (kind == 4 || kind == 5 ? 0 : kind));
}

uint64_t
unit_code_number(const char *text, size_t length)
{
	struct parts p;
	uint64_t number = length == 7 ? seven_digits(text) : 0;

	if (number)
		return number;
	if (split(text, length, &p) != FAULT_NONE)
		return 0;
	if (p.region)
		return p.tag | p.region;
	return NUMBER_TERYT | (p.place * 10u + (own_number(&p) ? p.kind : 0));
}

static int
refuse(enum fault fault, const char *text, size_t length, struct error *err)
{
	static const char *const why[] = {
		[FAULT_LENGTH] = N_("a code of a unit has 2, 4, 6 or 7 digits, in BDL 10 or 12"),
		[FAULT_LETTER] = N_("a code of a unit consists of digits"),
		[FAULT_WOJ] = N_("the number of the voivodeship is even, from 02 to 32"),
		[FAULT_POWIAT] = N_("a gmina needs the number of its powiat"),
		[FAULT_KIND] = N_("the kind of a gmina is 1, 2, 3, 4, 5, 8 or 9"),
		[FAULT_TAIL] = N_("only a gmina has a kind in the seventh digit"),
		[FAULT_REGION] =
			N_("a code of 10 digits begins with 1 to 6, one of 12 with 01 to 09"),
		[FAULT_PART] = N_("a part of a gmina is -4 (town) or -5 (rural area)"),
	};
	int shown = length > 40 ? 40 : (int)length;

	return error_set(
		err, ERROR_INPUT, _("“%.*s” can be no unit: %s."), shown, text, _(why[fault]));
}

int
unit_code_parse(const char *text, size_t length, struct unit_code *out, struct error *err)
{
	struct parts p;
	enum fault fault = split(text, length, &p);
	unsigned woj, powiat, gmina;

	if (fault != FAULT_NONE)
		return refuse(fault, text, length, err);
	*out = (struct unit_code){ 0 };
	if (p.region) {
		snprintf(out->key, sizeof(out->key), p.tag == NUMBER_NTS ? "%010llu" : "%012llu",
			(unsigned long long)p.region);
		out->level = LEVEL_REGION;
		return 0;
	}
	woj = p.place / PLACE_WOJ;
	powiat = p.place / PLACE_POWIAT % 100;
	gmina = p.place % 100;
	if (!powiat) {
		snprintf(out->key, sizeof(out->key), "%02u", woj % 100);
		out->level = woj ? LEVEL_VOIVODESHIP : LEVEL_COUNTRY;
	} else if (!gmina && !p.kind) {
		snprintf(out->key, sizeof(out->key), "%04u", p.place / PLACE_POWIAT % 10000);
		out->level = LEVEL_POWIAT;
	} else {
		bool part = p.kind == 4 || p.kind == 5;
		snprintf(out->key, sizeof(out->key), own_number(&p) ? "%06u-%u" : "%06u",
			p.place % 1000000, p.kind % 10);
		out->kind = p.kind ? (char)('0' + p.kind) : 0;
		out->level = part ? LEVEL_PART : p.kind >= 8 ? LEVEL_DISTRICT : LEVEL_GMINA;
	}
	return 0;
}

size_t
unit_code_restore(const char *text, size_t length, char dst[UNIT_CODE_SIZE])
{
	bool lost = length == 6 || length == 11;

	if (length == 1 && text[0] == '0') {
		strcpy(dst, "0000000");
		return 7;
	}
	if (length + lost >= UNIT_CODE_SIZE)
		length = UNIT_CODE_SIZE - 1 - (size_t)lost;
	dst[0] = '0';
	memcpy(dst + lost, text, length);
	dst[length + lost] = '\0';
	return length + lost;
}
