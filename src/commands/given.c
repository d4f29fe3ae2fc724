/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands behind FIELD= goes into the struct only when it can be that field's value. */
#include "config.h"

#include "commands/given.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/surveys/wave.h"

#include <stdio.h>
#include <string.h>

static int
set_text(const struct given_field *f, char *at, const char *text, struct error *err)
{
	if (kept_fits(text, f->size, 0, f->name, err))
		return -1;
	text_copy(at, f->size, text);
	return 0;
}

static int
set_date(const struct given_field *f, char *at, const char *text, struct error *err)
{
	int (*read)(const char *, struct date, struct date *) =
		f->type == GIVEN_DUE ? date_parse_due : date_parse;
	struct date date;

	if (!text[0])
		at[0] = '\0';
	else if (read(text, clock_today(), &date) == 0)
		date_iso(at, f->size, date);
	else
		return error_set(err, ERROR_INPUT, _("\"%s\" is no date for %s; write 2026-11-22."),
			text, f->name);
	return 0;
}

static int
set_whole(const struct given_field *f, void *at, const char *text, struct error *err)
{
	long number = 0;
	int64_t wide;
	int narrow;

	if (text[0] && number_parse_whole(text, f->min, f->max, &number))
		return error_set(err, ERROR_INPUT,
			_("\"%s\" cannot be %s, which is a whole number from %ld to %ld."), text,
			f->name, f->min, f->max);
	wide = number;
	narrow = (int)number;
	if (f->size == sizeof(wide))
		memcpy(at, &wide, sizeof(wide));
	else
		memcpy(at, &narrow, sizeof(narrow));
	return 0;
}

int
given_one_of(const char *name, const char *text, const char *const *words, int count, int *out,
	struct error *err)
{
	char all[256] = "";

	for (int i = 0; i < count; i++) {
		size_t used = strlen(all);

		if (strcmp(words[i], text) == 0) {
			*out = i;
			return 0;
		}
		if (words[i][0])
			snprintf(
				all + used, sizeof(all) - used, "%s%s", used ? ", " : "", words[i]);
	}
	return error_set(
		err, ERROR_INPUT, _("\"%s\" cannot be %s, which is one of: %s."), text, name, all);
}

int
given_number_or_new(const char *text, int *number, struct error *err)
{
	long given = 0;

	if (strcmp(text, "new") != 0 && number_parse_whole(text, 1, 100000, &given))
		return error_set(err, ERROR_INPUT, _("“%s” is neither a number nor “new”."), text);
	*number = (int)given;
	return 0;
}

static int
set_word(const struct given_field *f, void *at, const char *text, struct error *err)
{
	int place = wave_word((enum wave_word)f->words, text), count = 0;

	if (place >= 0) {
		memcpy(at, &place, sizeof(place));
		return 0;
	}
	while (wave_words[f->words][count])
		count++;
	return given_one_of(f->name, text, wave_words[f->words], count, &place, err);
}

static int
set_yes_no(const struct given_field *f, bool *at, const char *text, struct error *err)
{
	*at = strcmp(text, "yes") == 0;
	if (!*at && strcmp(text, "no") != 0)
		return error_set(err, ERROR_INPUT, _("\"%s\" cannot be %s, which is yes or no."),
			text, f->name);
	return 0;
}

static int
set(const struct given_field *f, void *data, const char *text, struct error *err)
{
	void *at = (char *)data + f->offset;

	switch (f->type) {
	case GIVEN_TEXT:
		return set_text(f, at, text, err);
	case GIVEN_WORDS:
		memcpy(at, &text, sizeof(text));
		return 0;
	case GIVEN_DATE:
	case GIVEN_DUE:
		return set_date(f, at, text, err);
	case GIVEN_WHOLE:
		return set_whole(f, at, text, err);
	case GIVEN_YES_NO:
		return set_yes_no(f, at, text, err);
	case GIVEN_WORD:
		return set_word(f, at, text, err);
	case GIVEN_NUMBER:
		if (number_parse(text, at) == 0)
			return 0;
		return error_set(err, ERROR_INPUT, _("\"%s\" cannot be %s, which is a number."),
			text, f->name);
	}
	return 0;
}

static int
refuse(const char *given, const struct given_field *fields, int count, struct error *err)
{
	char names[512] = "";

	for (int i = 0; i < count; i++) {
		size_t used = strlen(names);

		snprintf(names + used, sizeof(names) - used, "%s%s", i ? ", " : "", fields[i].name);
	}
	return error_set(err, ERROR_INPUT,
		_("\"%s\" is no field with a value, such as %s=…; the fields are: %s."), given,
		fields[0].name, names);
}

int
given_apply(struct run *run, int first, const struct given_field *fields, int count, void *data,
	struct error *err)
{
	for (int i = first; i < run->arguments->operand_count; i++) {
		const char *given = run->arguments->operands[i];
		size_t length = strcspn(given, "=");
		int f = 0;

		while (f < count && (strlen(fields[f].name) != length ||
					    memcmp(fields[f].name, given, length) != 0))
			f++;
		if (f == count || given[length] != '=')
			return refuse(given, fields, count, err);
		for (int before = first; before < i; before++)
			if (strncmp(run->arguments->operands[before], given, length + 1) == 0)
				return error_set(err, ERROR_INPUT,
					_("%s is given twice; only one value can stand."),
					fields[f].name);
		if (set(&fields[f], data, given + length + 1, err))
			return -1;
	}
	return 0;
}

static const char *
whole_text(const struct given_field *f, const void *at, char *dst, size_t size)
{
	int64_t wide = 0;
	int narrow;

	if (f->size == sizeof(wide))
		memcpy(&wide, at, sizeof(wide));
	else {
		memcpy(&narrow, at, sizeof(narrow));
		wide = narrow;
	}
	snprintf(dst, size, "%lld", (long long)wide);
	return dst;
}

const char *
given_text(const struct given_field *f, const void *data, char *dst, size_t size)
{
	const void *at = (const char *)data + f->offset;
	const char *words;
	double number;
	bool yes;
	int place;

	switch (f->type) {
	case GIVEN_TEXT:
	case GIVEN_DATE:
	case GIVEN_DUE:
		return text_copy(dst, size, at);
	case GIVEN_WORDS:
		memcpy(&words, at, sizeof(words));
		return text_copy(dst, size, words);
	case GIVEN_WHOLE:
		return whole_text(f, at, dst, size);
	case GIVEN_NUMBER:
		memcpy(&number, at, sizeof(number));
		return number_plain(dst, size, number, -1);
	case GIVEN_YES_NO:
		memcpy(&yes, at, sizeof(yes));
		return text_copy(dst, size, yes ? "yes" : "no");
	case GIVEN_WORD:
		memcpy(&place, at, sizeof(place));
		return text_copy(dst, size, wave_words[f->words][place]);
	}
	return "";
}

void
given_print(struct result *r, const struct given_field *fields, int count, const void *data)
{
	char text[2048];

	for (int i = 0; i < count; i++)
		result_pair(r, fields[i].name, given_text(&fields[i], data, text, sizeof(text)));
}
