/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels of units: the register's names as people write them, with what tells equal ones apart. */
#include "config.h"

#include "model/units/unit_name.h"

#include "base/i18n.h"
#include "base/letters.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *
unit_level_label(enum unit_level level)
{
	static const char *const labels[LEVEL_COUNT] = {
		[LEVEL_COUNTRY] = N_("country"),
		[LEVEL_VOIVODESHIP] = N_("voivodeship"),
		[LEVEL_POWIAT] = N_("powiat"),
		[LEVEL_GMINA] = N_("gmina"),
		[LEVEL_PART] = N_("part of a gmina"),
		[LEVEL_DISTRICT] = N_("district"),
		[LEVEL_REGION] = N_("statistical region"),
	};

	return _(labels[level]);
}

const char *
unit_kind_label(const struct unit *u)
{
	if (u->level == LEVEL_POWIAT && u->city)
		return _("city with powiat rights");
	switch (u->kind) {
	case '1':
		return _("urban gmina");
	case '2':
		return _("rural gmina");
	case '3':
		return _("urban-rural gmina");
	case '4':
		return _("town in an urban-rural gmina");
	case '5':
		return _("rural area of an urban-rural gmina");
	case '8':
		return _("district of Warszawa");
	case '9':
		return _("delegatura of a city");
	default:
		return unit_level_label(u->level);
	}
}

bool
unit_name_is_city(const struct unit *u, const char *designation)
{
	if (u->level != LEVEL_POWIAT)
		return false;
	if (u->from_bdl)
		return strlen(u->code) == 4 && atoi(u->code + 2) >= 61;
	return strncmp(designation, "miasto", 6) == 0;
}

/* DOLNOŚLĄSKIE: the first letter stays. */
static void
capitalise(char *dst, size_t size, const char *name)
{
	size_t first = text_cluster(name);

	if (first >= size) {
		dst[0] = '\0';
		return;
	}
	memcpy(dst, name, first);
	text_lower(dst + first, size - first, name + first);
}

/* BDL writes the kind after the name: "Bolesławiec (1)". */
static void
without_kind(char *dst, size_t size, const char *name)
{
	size_t length;

	text_copy(dst, size, name);
	length = strlen(dst);
	if (length > 4 && dst[length - 1] == ')' && dst[length - 3] == '(' &&
	    dst[length - 2] >= '1' && dst[length - 2] <= '9' && dst[length - 4] == ' ')
		dst[length - 4] = '\0';
}

/* Many thousand labels are made before the first list: memcpy, not printf. */
static const char *
join(struct arena *arena, const char *const *texts, int count)
{
	size_t length[8], total = 0;
	char *joined, *at;

	for (int i = 0; i < count; i++)
		total += length[i] = strlen(texts[i]);
	at = joined = arena_new(arena, total + (size_t)count);
	for (int i = 0; i < count; i++) {
		memcpy(at, texts[i], length[i]);
		at += length[i];
		*at++ = i < count - 1 ? ' ' : '\0';
	}
	return joined;
}

static const char *
label(const struct unit *u, struct arena *arena)
{
	char text[256];

	switch (u->level) {
	case LEVEL_COUNTRY:
	case LEVEL_VOIVODESHIP:
	case LEVEL_REGION:
		capitalise(text, sizeof(text), u->name);
		return arena_string(arena, text);
	case LEVEL_POWIAT:
		if (u->city || u->from_bdl)
			return u->name;
		return join(arena, (const char *const[]){ "powiat", u->name }, 2);
	case LEVEL_PART:
		if (u->from_bdl)
			break;
		return join(arena, (const char *const[]){ u->name,
			u->kind == '4' ? _("(town)") : _("(rural area)") }, 2);
	default:
		break;
	}
	if (!u->from_bdl)
		return u->name;
	without_kind(text, sizeof(text), u->name);
	return arena_string(arena, text);
}

/* Words by which a unit is found beside its name: Polish ones, whatever the language of the
 * screens, because that is how people and tables abbreviate them; already folded. */
static const char *
kind_words(const struct unit *u)
{
	switch (u->level) {
	case LEVEL_COUNTRY:
		return "kraj";
	case LEVEL_VOIVODESHIP:
		return "wojewodztwo";
	case LEVEL_POWIAT:
		return u->city ? "powiat grodzki miasto na prawach powiatu" : "powiat ziemski";
	case LEVEL_GMINA:
		return u->kind == '1' ? "gmina miejska miasto" : u->kind == '2' ? "gmina wiejska"
			: u->kind == '3' ? "gmina miejsko wiejska" : "gmina";
	case LEVEL_PART:
		return u->kind == '4' ? "miasto" : "obszar wiejski";
	case LEVEL_DISTRICT:
		return u->kind == '9' ? "delegatura" : "dzielnica";
	default:
		return "region";
	}
}

void
unit_name_fill(struct unit *u, struct arena *arena)
{
	char folded[256], code[UNIT_CODE_SIZE];

	u->label = label(u, arena);
	text_fold(folded, sizeof(folded), u->name);
	text_copy(code, sizeof(code), u->code);
	if (u->level == LEVEL_PART) { /* one word of seven digits; the hyphen would make two */
		code[6] = u->kind;
		code[7] = '\0';
	}
	u->folded = join(arena, (const char *const[]){ folded, kind_words(u), code,
		u->level == LEVEL_PART ? "" : u->teryt }, 4);
}

/* ---- order ---- */

enum { KEY_LETTERS = 10, KEY_BITS = 6, KEY_GAP = 1, KEY_LETTER = 2 };

uint64_t
unit_name_order_key(const char *name)
{
	size_t length = strlen(name), used;
	uint64_t key = 0;
	int count = 0;
	bool gap = false;

	for (size_t at = 0; at < length && count < KEY_LETTERS; at += used) {
		long c = text_decode(name + at, length - at, &used);
		int place = letters_place(letters_lower(c));

		if (!place && (c >= 0x80 || (c >= '0' && c <= '9')))
			return key << (KEY_LETTERS - count) * KEY_BITS << 2 | ORDER_KEY_VAGUE;
		if (!place) {
			gap = count > 0;
			continue;
		}
		if (gap) {
			key = key << KEY_BITS | KEY_GAP;
			count++;
		}
		gap = false;
		if (count < KEY_LETTERS) {
			key = key << KEY_BITS | (uint64_t)(KEY_LETTER + place);
			count++;
		}
	}
	return key << (KEY_LETTERS - count) * KEY_BITS << 2;
}

char *
unit_describe(const struct unit_table *t, const struct unit *u, char *dst, size_t size)
{
	const struct unit *powiat = unit_above(t, u, LEVEL_POWIAT);
	const struct unit *woj = unit_above(t, u, LEVEL_VOIVODESHIP);
	const char *code = unit_teryt(u);
	char text[512], name[128];

	if (powiat && powiat != u && !powiat->city)
		snprintf(text, sizeof(text), "%s, %s, %s", unit_kind_label(u), powiat->label, code);
	else if (woj && woj != u)
		snprintf(text, sizeof(text), _("%s, voivodeship %s, %s"), unit_kind_label(u),
			text_lower(name, sizeof(name), woj->name), code);
	else
		snprintf(text, sizeof(text), "%s, %s", unit_kind_label(u), code);
	return text_copy(dst, size, text);
}
