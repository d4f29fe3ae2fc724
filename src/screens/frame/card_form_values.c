/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of forms as people type them. */
#include "config.h"

#include "screens/frame/card_form.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/code.h"
#include "model/kept.h"
#include "screens/frame/format.h"

#include <stdio.h>
#include <string.h>

char *
card_form_date(char *dst, size_t size, const char *iso)
{
	if (!iso[0])
		return text_copy(dst, size, "");
	return format_date(dst, size, iso);
}

char *
card_form_iso(char *dst, size_t size, const char *text)
{
	struct date date;

	if (date_parse(text, clock_today(), &date))
		return text_copy(dst, size, "");
	return date_iso(dst, size, date);
}

void
card_form_passed(char *dst, size_t size, const char *day, const char *before)
{
	char iso[16];

	if (strcmp(day, before) && kept_day_passed(card_form_iso(iso, sizeof iso, day)))
		snprintf(dst, size, _("It is due by %s, which has passed. Save it all the same?"),
			day);
}

int
card_form_text(char *dst, size_t size, const char *text, struct error *err)
{
	if (strlen(text) >= size)
		return error_set(err, ERROR_INPUT,
			_("The text that is kept here is longer than the form can take; it would "
			  "lose its end. Copy it from the printed document, and ask who keeps it "
			  "to shorten it."));
	text_copy(dst, size, text);
	return 0;
}

char *
card_form_number(char *dst, size_t size, int64_t number)
{
	if (number == 0)
		return text_copy(dst, size, "");
	snprintf(dst, size, "%lld", (long long)number);
	return dst;
}

int64_t
card_form_whole(const char *text)
{
	long number;

	return number_parse_whole(text, -999999999999, 999999999999, &number) ? 0 : number;
}

int
card_form_code(const void *data, const struct field *field, struct error *err)
{
	return code_check((const char *)data + field->offset, 0, err);
}
