/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of measures and of differences, as Polish catalogues and English ones write them. */
#include "config.h"

#include "model/indicators/measure.h"

#include "base/text.h"

#include <stddef.h>
#include <string.h>

enum { WORDS_SIZE = 1024 };

/* The measure as it is written, or before "/": "os./km2". */
static const char *const counted[] = { "%", "‰", "szt.", "szt", "os.", "osoba", "osoby", "osób",
	"gosp.", "wol.", "etat", "etaty", "etatów", "km", "km2", "m", "m2", "m3", "dam3", "ha",
	"kg", "Mg", "t", "kWh", "MWh", "GJ", "h", "godz.", "dni", "lat", "wozokm" };

/* How words begin that make a difference of two amounts, folded. */
static const char *const differences[] = { "minus", "saldo", "roznic", "przyrost", "wynik",
	"nadwyzk", "niedobor", "deficyt", "zmian", "dynamik", "bilans", "strat", "zysk", "balance",
	"growth", "change", "difference", "surplus", "deficit", "loss", "profit", "result" };

static bool
is_counted(const char *measure)
{
	size_t length = strcspn(measure, "/");

	for (size_t i = 0; i < sizeof(counted) / sizeof(counted[0]); i++)
		if (strlen(counted[i]) == length && strncmp(counted[i], measure, length) == 0)
			return true;
	return false;
}

static bool
is_difference(const char *text)
{
	char folded[WORDS_SIZE];

	text_fold(folded, sizeof(folded), text);
	for (size_t i = 0; i < sizeof(differences) / sizeof(differences[0]); i++)
		if (text_match(folded, differences[i]))
			return true;
	return false;
}

bool
measure_counts(const char *measure, const char *name, const char *numerator)
{
	return is_counted(measure) && !is_difference(name) && !is_difference(numerator);
}

bool
measure_whole(const char *measure, const char *denominator)
{
	static const char *const whole[] = { "szt.", "szt", "os.", "osoba", "osoby", "osób",
		"gosp.", "wol." };

	for (size_t i = 0; !denominator[0] && i < sizeof(whole) / sizeof(whole[0]); i++)
		if (!strcmp(whole[i], measure))
			return true;
	return false;
}

bool
measure_share(const char *measure, const char *name, const char *numerator)
{
	return !strcmp(measure, "%") && measure_counts(measure, name, numerator);
}
