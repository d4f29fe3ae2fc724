/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of flags, in the order of the legend. */
#include "config.h"

#include "model/indicators/flag.h"

#include "base/i18n.h"

#include <string.h>

static const struct flag_meaning meanings[] = {
	{ FLAG_NONE, "", false, false, N_("ordinary value") },
	{ FLAG_EMPTY, ".", true, false, N_("no value in the file, no reason given") },
	{ FLAG_NO_DATA, "bd", true, false, N_("no access to the data") },
	{ FLAG_NOT_APPLICABLE, "nd", true, false, N_("not applicable") },
	{ FLAG_STRUCTURE, "-", true, false,
		N_("missing: level, list of units or of features changed") },
	{ FLAG_PENDING, "n", true, false, N_("missing: not yet available") },
	{ FLAG_NO_INFO, "x", true, false, N_("missing: no information, secrecy or pointless") },
	{ FLAG_NO_INFO_BREAK, "X", true, true,
		N_("missing: no information, secrecy or pointless; change of method") },
	{ FLAG_NOT_COLLECTED, "0?", true, false, N_("missing: zeros taken as not collected") },
	{ FLAG_NO_DENOMINATOR, "/", true, false,
		N_("missing: the denominator is missing or zero") },
	{ FLAG_PRIVACY, "#", true, false,
		N_("hidden: so few answered that people could be recognised") },
	{ FLAG_NO_ANSWERS, "bo", true, false,
		N_("missing: nobody answered the survey's question") },
	{ FLAG_NO_WEIGHTS, "bw", true, false,
		N_("missing: the weights of the survey can no longer be computed") },
	{ FLAG_DRAFT, "rob", true, false,
		N_("missing: the data sheet is still a draft, which counts nowhere") },
	{ FLAG_NEARLY_ZERO, "a", false, false, N_("nearly zero: smaller than the format shows") },
	{ FLAG_NEARLY_ZERO_BREAK, "A", false, true,
		N_("nearly zero: smaller than the format shows; change of method") },
	{ FLAG_TRUE_ZERO, "z", false, false, N_("true zero of a balance") },
	{ FLAG_TRUE_ZERO_BREAK, "Z", false, true, N_("true zero of a balance; change of method") },
	{ FLAG_INCOMPLETE, "k", false, false, N_("the aggregate may be incomplete") },
	{ FLAG_INCOMPLETE_BREAK, "K", false, true,
		N_("the aggregate may be incomplete; change of method") },
	{ FLAG_BREAK, "M", false, true, N_("change of method: not comparable with earlier years") },
	{ FLAG_POWIAT_CITY, "p", false, false, N_("powiat and city together") },
	{ FLAG_PRELIMINARY, "s", false, false, N_("preliminary") },
	{ FLAG_LOW_PRECISION, "v", false, false, N_("low precision") },
	{ FLAG_ABSENT, "", true, false, N_("no file says anything") },
};

enum { MEANINGS = sizeof meanings / sizeof meanings[0] };

const struct flag_meaning *
flag_meaning(unsigned char flag)
{
	static const struct flag_meaning *by_flag[256]; /* filled at the first question */

	if (!by_flag[0]) {
		for (int i = 0; i < 256; i++)
			by_flag[i] = &meanings[MEANINGS - 1];
		for (int i = 0; i < MEANINGS; i++)
			by_flag[meanings[i].flag] = &meanings[i];
	}
	return by_flag[flag];
}

const struct flag_meaning *
flag_at(int i)
{
	return i >= 0 && i < MEANINGS ? &meanings[i] : NULL;
}

bool
flag_known(unsigned char flag)
{
	return flag_meaning(flag)->flag == flag;
}

int
flag_from_bdl(const char *attribute)
{
	if (!attribute[0])
		return FLAG_NONE;
	if (attribute[1] || !strchr("-nxXaAzZkKMpsv", attribute[0]))
		return -1;
	return (unsigned char)attribute[0];
}

int
flag_from_own(const char *text)
{
	if (!strcmp(text, "bd"))
		return FLAG_NO_DATA;
	if (!strcmp(text, "nd"))
		return FLAG_NOT_APPLICABLE;
	if (!strcmp(text, "bo"))
		return FLAG_NO_ANSWERS;
	if (!strcmp(text, "bw"))
		return FLAG_NO_WEIGHTS;
	if (!strcmp(text, "#"))
		return FLAG_PRIVACY;
	if (!strcmp(text, "."))
		return FLAG_EMPTY;
	if (!strcmp(text, "0?"))
		return FLAG_NOT_COLLECTED;
	return flag_from_bdl(text);
}
