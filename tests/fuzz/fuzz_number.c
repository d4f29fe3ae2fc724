/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a number: what is read is written and read again as the same. */
#include "fuzz.h"

#include "base/number.h"

#include <string.h>

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct decimal d, again;
	char *text = malloc(size + 1);
	char written[128];
	double value;
	long whole;

	MUST(text);
	memcpy(text, bytes, size);
	text[size] = '\0';
	if (decimal_parse(text, size, &d) == 0) {
		MUST(d.decimals >= 0 && d.mantissa < INT64_C(1) << 53
			&& d.mantissa > -(INT64_C(1) << 53));
		number_plain(written, sizeof written, decimal_value(d), d.decimals);
		MUST(decimal_parse(written, strlen(written), &again) == 0);
		MUST(decimal_value(again) == decimal_value(d));
		number_comma(written, sizeof written, decimal_value(d), d.decimals);
		MUST(decimal_parse(written, strlen(written), &again) == 0);
		MUST(decimal_value(again) == decimal_value(d));
	}
	if (number_parse(text, &value) == 0) {
		number_plain(written, sizeof written, value, -1);
		MUST(strspn(written, "-.0123456789") == strlen(written));
		number_format(written, sizeof written, value, 2);
	}
	if (number_parse_whole(text, -5, 5, &whole) == 0)
		MUST(whole >= -5 && whole <= 5);
	free(text);
	return 0;
}
