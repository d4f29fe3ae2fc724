/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What BDL's names tell: subgroups, dates, periods. The header of a file often says only
 * "ogółem", so the phenomenon is known by the subgroup alone. */
#include "config.h"

#include "exchange/bdl.h"

#include "base/date.h"
#include "base/text.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { SHORT_NUMBER = 15 }; /* bytes; no more digits are exact, so none can overflow */

/* Names as BDL gives them, in Polish in every language of the program: they are data. */
static const struct {
	const char *number, *name;
} subgroups[] = {
	{ "1350", "migracje w powiatach" },
	{ "1355", "migracje w gminach" },
	{ "1410", "powierzchnia" },
	{ "1808", "oddziały szpitalne" },
	{ "1944", "bezrobotni zarejestrowani" },
	{ "1946", "bezrobotni zarejestrowani" },
	{ "1971", "rozwody" },
	{ "2137", "ludność według wieku i płci" },
	{ "2166", "zasoby mieszkaniowe" },
	{ "2392", "stopa bezrobocia rejestrowanego" },
	{ "2416", "wydatki budżetów województw na 1 mieszkańca" },
	{ "2425", "gęstość zaludnienia i urbanizacja" },
	{ "2497", "przeciętne wynagrodzenie brutto" },
	{ "2504", "przeciętne wynagrodzenie brutto" },
	{ "2622", "dochody budżetów gmin" },
	{ "2633", "wydatki budżetów gmin" },
	{ "2908", "pustostany w zasobach gminnych" },
	{ "2909", "zasoby mieszkaniowe gmin" },
	{ "3164", "ścieżki rowerowe" },
	{ "3227", "żłobki" },
	{ "3374", "wyniki egzaminów" },
	{ "3427", "rozwody na 1000 ludności" },
	{ "3430", "małżeństwa" },
	{ "3503", "produkt krajowy brutto" },
	{ "3787", "ceny mieszkań" },
	{ "3788", "ceny mieszkań" },
	{ "3794", "ceny mieszkań" },
	{ "3802", "podmioty gospodarki narodowej" },
	{ "3820", "mieszkania" },
	{ "3881", "obiekty sportowe" },
	{ "3952", "mieszkania" },
};

static const char *
subgroup_name(const char *subgroup)
{
	for (size_t i = 0; i < sizeof subgroups / sizeof subgroups[0]; i++)
		if (!strcmp(subgroups[i].number, subgroup))
			return subgroups[i].name;
	return NULL;
}

/* Whether a dimension only says that nothing is chosen. */
static bool
is_total(const char *dimension, size_t length)
{
	static const char *const words[] = { "ogółem", "total" };

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strlen(words[i]) == length && !strncmp(words[i], dimension, length))
			return true;
	return false;
}

char *
bdl_series_name(struct arena *arena, const char *subgroup, const char *dimensions)
{
	const char *known = subgroup_name(subgroup);
	const char *phenomenon = known ? known : arena_format(arena, "P%s", subgroup);
	char *chosen = arena_string(arena, "");

	for (const char *p = dimensions; *p;) {
		const char *stop = strstr(p, "; ");
		size_t length = stop ? (size_t)(stop - p) : strlen(p);

		if (!is_total(p, length))
			chosen = arena_format(arena, "%s%s%.*s", chosen, *chosen ? ", " : "",
				(int)length, p);
		p += length + (stop ? 2 : 0);
	}
	if (!*chosen)
		return arena_string(arena, phenomenon);
	return arena_format(arena, "%s (%s)", chosen, phenomenon);
}

/* The part after CATE_NNNN_ when the name is BDL's, else NULL. */
static const char *
after_subgroup(const char *name, size_t *digits)
{
	for (int i = 0; i < 4; i++)
		if (!isalpha((unsigned char)name[i]))
			return NULL;
	if (name[4] != '_')
		return NULL;
	*digits = strspn(name + 5, "0123456789");
	if (*digits < 1 || *digits > 6 || name[5 + *digits] != '_')
		return NULL;
	return name + 5 + *digits + 1;
}

void
bdl_subgroup_of_name(const char *name, char subgroup[8])
{
	size_t digits;

	subgroup[0] = '\0';
	if (name && after_subgroup(name, &digits))
		snprintf(subgroup, 8, "%.*s", (int)digits, name + 5);
}

void
bdl_date_of_name(const char *name, char date[11])
{
	size_t digits;
	const char *rest = name ? after_subgroup(name, &digits) : NULL;
	const char *stamp = rest ? strchr(rest, '_') : NULL;
	struct date day;

	date[0] = '\0';
	if (!stamp || strspn(stamp + 1, "0123456789") < 8 ||
		sscanf(stamp + 1, "%4d%2d%2d", &day.year, &day.month, &day.day) != 3 ||
		!date_valid(day))
		return;
	date_iso(date, 11, day);
}

char
bdl_period(const char *dimension)
{
	static const char *const months[] = { "styczen", "luty", "marzec", "kwiecien", "maj",
		"czerwiec", "lipiec", "sierpien", "wrzesien", "pazdziernik", "listopad", "grudzien",
		"january", "february", "march", "april", "may", "june", "july", "august",
		"september", "october", "november", "december" };
	char folded[128];
	const char *word;
	size_t length;

	text_fold(folded, sizeof folded, dimension);
	if (text_match(folded, "kwartal") || text_match(folded, "quarter"))
		return 'Q';
	/* "styczeń", "styczeń-luty": the whole text consists of months. */
	for (word = folded; *word; word += length + (word[length] == ' ')) {
		bool month = false;

		length = strcspn(word, " ");
		for (size_t i = 0; i < sizeof months / sizeof months[0]; i++)
			month |= strlen(months[i]) == length && !strncmp(months[i], word, length);
		if (!month)
			return 'R';
	}
	return folded[0] ? 'M' : 'R';
}

char *
bdl_unit_name(struct arena *arena, const char *name)
{
	char *copy = arena_string(arena, name);
	size_t length = strlen(copy);

	if (length > 4 && copy[length - 1] == ')' && copy[length - 3] == '(' &&
		copy[length - 2] >= '1' && copy[length - 2] <= '9' && copy[length - 4] == ' ')
		copy[length - 4] = '\0';
	return copy;
}

int
bdl_number(const char *text, size_t length, struct decimal *out)
{
	bool minus = length && text[0] == '-';
	const char *start = text + minus, *end = text + length, *comma = end, *p;
	int64_t mantissa = 0;

	/* What nearly every cell is; the rest (spaces between thousands) the slower way. */
	if (length > SHORT_NUMBER)
		return decimal_parse(text, length, out);
	for (p = start; p < end; p++) {
		unsigned digit = (unsigned char)*p - (unsigned)'0';

		if (digit <= 9)
			mantissa = mantissa * 10 + (int64_t)digit;
		else if (*p == ',' && comma == end)
			comma = p;
		else
			break;
	}
	if (p < end || comma == start || comma == end - 1)
		return decimal_parse(text, length, out);
	*out = (struct decimal){ minus ? -mantissa : mantissa,
		comma < end ? (int)(end - comma) - 1 : 0 };
	return 0;
}
