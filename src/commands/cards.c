/* SPDX-License-Identifier: GPL-3.0-or-later */
/* indicator: what the card's screen can do, field by field. */
#include "config.h"

#include "commands/result.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

enum field_type {
	FIELD_TEXT,
	FIELD_NUMBER,
	FIELD_WHOLE,
	FIELD_DIRECTION,
	FIELD_WANTED,
	FIELD_KIND
};

static const struct card_field {
	const char *name;
	enum field_type type;
	size_t offset;
} fields[] = {
	/* in the order of enum indicator_field */
	{ "code", FIELD_TEXT, offsetof(struct indicator, code) },
	{ "name", FIELD_TEXT, offsetof(struct indicator, name) },
	{ "definition", FIELD_TEXT, offsetof(struct indicator, definition) },
	{ "numerator", FIELD_TEXT, offsetof(struct indicator, numerator) },
	{ "denominator", FIELD_TEXT, offsetof(struct indicator, denominator) },
	{ "multiplier", FIELD_NUMBER, offsetof(struct indicator, multiplier) },
	{ "unit", FIELD_TEXT, offsetof(struct indicator, measure) },
	{ "decimals", FIELD_WHOLE, offsetof(struct indicator, decimals) },
	{ "direction", FIELD_DIRECTION, offsetof(struct indicator, direction) },
	{ "wanted_low", FIELD_WANTED, offsetof(struct indicator, wanted_low) },
	{ "wanted_high", FIELD_WANTED, offsetof(struct indicator, wanted_high) },
	{ "service", FIELD_TEXT, offsetof(struct indicator, service) },
	{ "dimension", FIELD_TEXT, offsetof(struct indicator, dimension) },
	{ "level", FIELD_TEXT, offsetof(struct indicator, level) },
	{ "source", FIELD_TEXT, offsetof(struct indicator, source) },
	{ "frequency", FIELD_TEXT, offsetof(struct indicator, frequency) },
	{ "note", FIELD_TEXT, offsetof(struct indicator, note) },
	{ "kind", FIELD_KIND, offsetof(struct indicator, kind) },
	{ "numerator_code", FIELD_TEXT, offsetof(struct indicator, numerator_code) },
	{ "denominator_code", FIELD_TEXT, offsetof(struct indicator, denominator_code) },
};

enum { FIELD_COUNT = sizeof(fields) / sizeof(fields[0]) };

static const char *const kinds[] = { "published", "own", "survey", "derived" };

static void *
at(struct indicator *card, const struct card_field *f)
{
	return (char *)card + f->offset;
}

static const char *
field_text(struct indicator *card, const struct card_field *f, char *dst, size_t size)
{
	switch (f->type) {
	case FIELD_TEXT:
		return *(const char **)at(card, f) ? *(const char **)at(card, f) : "";
	case FIELD_NUMBER:
		return number_plain(dst, size, *(double *)at(card, f), -1);
	case FIELD_WANTED:
		return card->has_wanted ? number_plain(dst, size, *(double *)at(card, f), -1) : "";
	case FIELD_WHOLE:
		snprintf(dst, size, "%d", *(int *)at(card, f));
		return dst;
	case FIELD_DIRECTION:
		snprintf(dst, size, "%c", card->direction);
		return dst;
	case FIELD_KIND:
		return kinds[card->kind];
	}
	return "";
}

static int
set_wanted(struct indicator *card, double *where, const char *text)
{
	double number;

	if (!*text) {
		card->has_wanted = false;
		return 0;
	}
	if (number_parse(text, &number))
		return -1;
	if (!card->has_wanted) /* one number: a value and not an interval */
		card->wanted_low = card->wanted_high = number;
	card->has_wanted = true;
	*where = number;
	return 0;
}

/* 0, or -1 when the text cannot be this field's. */
static int
set_field(struct indicator *card, const struct card_field *f, const char *text)
{
	long whole;

	switch (f->type) {
	case FIELD_TEXT:
		*(const char **)at(card, f) = text;
		return 0;
	case FIELD_NUMBER:
		return number_parse(text, at(card, f));
	case FIELD_WANTED:
		return set_wanted(card, at(card, f), text);
	case FIELD_WHOLE:
		if (number_parse_whole(text, 0, 6, &whole))
			return -1;
		*(int *)at(card, f) = (int)whole;
		return 0;
	case FIELD_DIRECTION:
		card->direction = text[0];
		return strlen(text) == 1 && strchr("SDN", text[0]) ? 0 : -1;
	case FIELD_KIND:
		for (int k = INDICATOR_PUBLISHED; k <= INDICATOR_DERIVED; k++)
			if (strcmp(text, kinds[k]) == 0) {
				card->kind = (enum indicator_kind)k;
				return 0;
			}
	}
	return -1;
}

static const char *
allowed(const struct card_field *f)
{
	switch (f->type) {
	case FIELD_WHOLE:
		return _("a whole number from 0 to 6");
	case FIELD_DIRECTION:
		return _("S (more is better), D (less is better) or N (neither)");
	case FIELD_KIND:
		return "published, own, survey, derived";
	default:
		return _("a number");
	}
}

/* "wanted_low=8 wanted_high=": an interval of a card has two ends. */
static int
check_ends(struct run *run, struct error *err)
{
	static const char *const ends[] = { "wanted_low=", "wanted_high=" };
	bool empty[2] = { false, false }, said[2] = { false, false };

	for (int i = 1; i < run->arguments->operand_count; i++)
		for (int e = 0; e < 2; e++) {
			const char *given = run->arguments->operands[i];
			size_t length = strlen(ends[e]);

			if (strncmp(given, ends[e], length) == 0)
				(given[length] ? said : empty)[e] = true;
		}
	if ((said[0] && empty[1]) || (said[1] && empty[0]))
		return error_set(err, ERROR_INPUT,
			_("What is wanted has two ends: give wanted_low and wanted_high, one of "
			  "them alone for a single value, or both empty for none."));
	return 0;
}

/* FIELD=VALUE operands after the code. */
static int
apply(struct run *run, struct indicator *card, struct error *err)
{
	for (int i = 1; i < run->arguments->operand_count; i++) {
		const char *given = run->arguments->operands[i];
		size_t length = strcspn(given, "=");
		int f = 0;

		while (f < FIELD_COUNT && (strlen(fields[f].name) != length ||
						  memcmp(fields[f].name, given, length) != 0))
			f++;
		if (f == FIELD_COUNT || given[length] != '=')
			return error_set(err, ERROR_INPUT,
				_("\"%s\" is no field with a value, such as decimals=2; gromada "
				  "indicator "
				  "show prints the fields."),
				given);
		if (set_field(card, &fields[f], given + length + 1))
			return error_set(err, ERROR_INPUT,
				_("\"%s\" cannot be the %s of a card; it takes %s."),
				given + length + 1, fields[f].name, allowed(&fields[f]));
	}
	return check_ends(run, err);
}

static void
print_series(struct result *r, const struct indicator *card)
{
	char number[32];

	result_pair(r, "series_origin", card->series_origin);
	result_pair(r, "series_subgroup", card->subgroup);
	result_pair(r, "series_dimensions", card->dimensions);
	result_pair(r, "series_unit", card->series_measure);
	snprintf(number, sizeof(number), "%d", card->first_year);
	result_pair(r, "first_year", card->first_year ? number : "");
	snprintf(number, sizeof(number), "%d", card->last_year);
	result_pair(r, "last_year", card->last_year ? number : "");
	snprintf(number, sizeof(number), "%lld", (long long)card->values);
	result_pair(r, "values", number);
	result_pair(r, "made_up", card->made_up ? "yes" : "no");
}

int
command_indicator_show(struct run *run, struct error *err)
{
	struct indicator card;
	struct result *r;
	char text[64];

	if (run_card(run, run->arguments->operands[0], &card, err) ||
		result_start(&r, run, card.name, result_pairs, 2, err))
		return -1;
	for (int f = 0; f < FIELD_COUNT; f++)
		result_pair(r, fields[f].name, field_text(&card, &fields[f], text, sizeof(text)));
	result_pair(r, "in_catalogue", card.in_catalogue ? "yes" : "no");
	print_series(r, &card);
	return result_end(r, err);
}

int
command_indicator_new(struct run *run, struct error *err)
{
	struct indicator card = { .multiplier = 1,
		.direction = 'N',
		.frequency = "R",
		.in_catalogue = true,
		.name = "",
		.definition = "",
		.numerator = "",
		.denominator = "",
		.measure = "",
		.service = "",
		.dimension = "",
		.level = "",
		.source = "",
		.note = "",
		.numerator_code = "",
		.denominator_code = "" };

	card.code = run->arguments->operands[0];
	if (apply(run, &card, err) || indicator_save(run->db, &card, err))
		return -1;
	run_say(_("Made the card %s."), card.code);
	return 0;
}

int
command_indicator_set(struct run *run, struct error *err)
{
	struct indicator card;

	if (run_card(run, run->arguments->operands[0], &card, err) ||
		apply(run, &card, err) || indicator_save(run->db, &card, err))
		return -1;
	run_say(_("Changed the card %s."), card.code);
	return 0;
}

int
command_indicator_name(struct run *run, struct error *err)
{
	const char **codes = run->arguments->operands;

	if (indicator_name_series(run->db, codes[0], codes[1], err))
		return -1;
	run_say(_("The values of %s now stand under %s."), codes[0], codes[1]);
	return 0;
}

int
command_indicator_release(struct run *run, struct error *err)
{
	const char *code = run->arguments->operands[0];

	if (indicator_release_series(run->db, code, err))
		return -1;
	run_say(_("%s has given its series back."), code);
	return 0;
}

int
command_indicator_retire(struct run *run, struct error *err)
{
	struct indicator card;

	if (run_card(run, run->arguments->operands[0], &card, err) ||
		indicator_retire(run->db, card.id, err))
		return -1;
	run_say(_("The card %s is no longer in use; gromada indicator restore %s brings it back."),
		card.code, card.code);
	return 0;
}

int
command_indicator_restore(struct run *run, struct error *err)
{
	const char *code = run->arguments->operands[0];
	int64_t id;

	if (indicator_find_retired(run->db, code, &id, err) || indicator_restore(run->db, id, err))
		return -1;
	run_say(_("The card %s is in use again."), code);
	return 0;
}
