/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels and help of the form's fields, and numbers as people type them. */
#include "config.h"

#include "screens/indicators/indicator_fields.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "screens/frame/card_form.h"
#include "screens/frame/lookup.h"

#include <stdio.h>
#include <string.h>

static const char directions[] = "SDN";

static const char *const direction_choices[] = { N_("the more, the better"),
	N_("the less, the better"), N_("neither: a wanted value"), NULL };
static const char *const kind_choices[] = { N_("published: from imported files"),
	N_("own figures of the office"), N_("results of surveys"), N_("computed from two others"),
	NULL };

static const char *const frequency_choices[] = { N_("every year"), N_("every second year"),
	N_("every quarter"), N_("every month"), N_("another one"), NULL };
static const char *const frequencies[] = { "R", "2R", "Q", "M" };
enum { FREQUENCIES = sizeof frequencies / sizeof *frequencies };

static int
frequency_of(const char *code)
{
	int i = 0;

	while (i < FREQUENCIES && strcmp(frequencies[i], code) != 0)
		i++;
	return i;
}

static int
check_frequency(const void *data, const struct field *field, struct error *err)
{
	const struct indicator_values *v = data;

	(void)field;
	if (v->frequency == FREQUENCIES && frequency_of(v->frequency_code) < FREQUENCIES)
		return error_set(err, ERROR_INPUT,
			_("Choose one of the other four answers."));
	return 0;
}

#define AT(member)                                           \
	.offset = offsetof(struct indicator_values, member), \
	.size = sizeof((struct indicator_values *)0)->member
#define KEY(member)                                              \
	.key_offset = offsetof(struct indicator_values, member), \
	.key_size = sizeof((struct indicator_values *)0)->member

const struct field indicator_form_fields[INDICATOR_FIELDS] = {
	{ .kind = FIELD_TEXT,
		.label = N_("Code"),
		AT(code),
		.required = true,
		.width = 20,
		.check = card_form_code,
		.help = N_(
			"Letters, digits, points and hyphens; it is used in files and commands.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Name"),
		AT(name),
		.required = true,
		.width = 54,
		.help = N_("A short name as it stands in tables.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Values from"),
		AT(kind),
		.width = 40,
		.choices = kind_choices,
		.help = N_("Where the values come from; Space changes it.") },
	{ .kind = FIELD_LINES,
		.label = N_("Definition"),
		AT(definition),
		.rows = 4,
		.help = N_("What exactly is counted.") },
	{ .kind = FIELD_LINES,
		.label = N_("Numerator"),
		AT(numerator),
		.rows = 2,
		.help = N_("In words: what stands above the line.") },
	{ .kind = FIELD_LINES,
		.label = N_("Denominator"),
		AT(denominator),
		.rows = 2,
		.help = N_(
			"In words: what stands below the line; empty when taken as published.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Multiplied by"),
		AT(multiplier),
		.required = true,
		.width = 14,
		.help = N_("100 for per cent, 1000 for “per 1000 inhabitants”, else 1.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Measure"),
		AT(measure),
		.width = 20,
		.help = N_("The unit of measure: zł, %, szt., os.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Decimals"),
		AT(decimals),
		.required = true,
		.width = 6,
		.whole = true,
		.min = 0,
		.max = 6,
		.help = N_("How many digits stand behind the comma: 0 to 6.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Direction"),
		AT(direction),
		.width = 40,
		.choices = direction_choices,
		.help = N_("Decides what is good in a ranking; Space changes it.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Wanted, from"),
		AT(wanted_low),
		.width = 14,
		.help = N_("Only for indicators with a wanted value.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Wanted, to"),
		AT(wanted_high),
		.width = 14,
		.help = N_("The same number twice for one wanted value.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Service"),
		AT(service),
		.width = 40,
		.help = N_("The public service: oświata, kultura, pomoc społeczna …") },
	{ .kind = FIELD_TEXT,
		.label = N_("Dimension"),
		AT(dimension),
		.width = 40,
		.help = N_("Cost, availability, quality or what else it measures.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Levels"),
		AT(level),
		.width = 40,
		.help = N_("For which units: gmina, powiat.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Source"),
		AT(source),
		.width = 40,
		.help = N_("Who publishes it: MF, BDL P2137, own.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Frequency"),
		AT(frequency),
		.width = 40,
		.choices = frequency_choices,
		.check = check_frequency,
		.help = N_("How often new values come; Space changes it.") },
	{ .kind = FIELD_LINES,
		.label = N_("Breaks and remarks"),
		AT(note),
		.rows = 3,
		.help = N_("Changes of method and what else a reader must know.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Computed: above"),
		AT(numerator_text),
		.width = 50,
		KEY(numerator_code),
		.suggest = lookup_suggest_indicator,
		.help = N_("Only for computed ones: the indicator above the line; type some "
			   "letters.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Computed: below"),
		AT(denominator_text),
		.width = 50,
		KEY(denominator_code),
		.suggest = lookup_suggest_indicator,
		.help = N_("Only for computed ones: the indicator below the line; type some "
			   "letters.") },
};

const char *const indicator_field_names[INDICATOR_FIELDS] = { "code", "name", "kind", "definition",
	"numerator", "denominator", "multiplier", "measure", "decimals", "direction", "wanted_low",
	"wanted_high", "service", "dimension", "level", "source", "frequency", "note",
	"numerator_code", "denominator_code" };

void
indicator_values_new(struct indicator_values *v)
{
	*v = (struct indicator_values){
		.multiplier = "100", .decimals = "1", .frequency_code = "R", .kind = INDICATOR_OWN
	};
}

static void
read_part(char *text, size_t size, char *code, size_t code_size, const struct indicator *part)
{
	text_copy(code, code_size, part->code);
	text_copy(text, size, part->name);
}

int
indicator_values_read(struct indicator_values *v, const struct indicator *card, struct db *db,
	struct arena *arena, struct error *err)
{
	const char *direction = strchr(directions, card->direction);
	struct indicator above, below;

	*v = (struct indicator_values){ .kind = (int)card->kind,
		.direction = direction && *direction ? (int)(direction - directions) : 0 };
	const char *const texts[] = { card->code, card->name, card->definition, card->numerator,
		card->denominator, card->measure, card->service, card->dimension, card->level,
		card->source, card->note };
	static const int at[] = { 0, 1, 3, 4, 5, 7, 12, 13, 14, 15, 17 };

	for (size_t i = 0; i < sizeof at / sizeof *at; i++)
		text_copy((char *)v + indicator_form_fields[at[i]].offset,
			indicator_form_fields[at[i]].size, texts[i]);
	text_copy(v->frequency_code, sizeof v->frequency_code, card->frequency);
	v->frequency = frequency_of(card->frequency);
	number_format(v->multiplier, sizeof v->multiplier, card->multiplier, -1);
	snprintf(v->decimals, sizeof v->decimals, "%d", card->decimals);
	if (card->has_wanted) {
		number_format(v->wanted_low, sizeof v->wanted_low, card->wanted_low, -1);
		number_format(v->wanted_high, sizeof v->wanted_high, card->wanted_high, -1);
	}
	if (card->kind != INDICATOR_DERIVED)
		return 0;
	if (indicator_load_id(db, card->numerator_id, arena, &above, err) ||
		indicator_load_id(db, card->denominator_id, arena, &below, err))
		return -1;
	read_part(v->numerator_text, sizeof v->numerator_text, v->numerator_code,
		sizeof v->numerator_code, &above);
	read_part(v->denominator_text, sizeof v->denominator_text, v->denominator_code,
		sizeof v->denominator_code, &below);
	return 0;
}

/* A code typed whole without choosing a row serves too. */
static const char *
part_code(const char *text, const char *code)
{
	return code[0] ? code : text;
}

static int
write_wanted(const struct indicator_values *v, struct indicator *card, struct error *err)
{
	if (!v->wanted_low[0] && !v->wanted_high[0])
		return 0;
	card->has_wanted = true;
	if (number_parse(v->wanted_low[0] ? v->wanted_low : v->wanted_high, &card->wanted_low))
		return error_field(err, ERROR_INPUT, INDICATOR_FIELD_WANTED_LOW,
			_("Write the wanted value as a number, such as 12,5."));
	if (number_parse(v->wanted_high[0] ? v->wanted_high : v->wanted_low, &card->wanted_high))
		return error_field(err, ERROR_INPUT, INDICATOR_FIELD_WANTED_HIGH,
			_("Write the wanted value as a number, such as 12,5."));
	return 0;
}

int
indicator_values_write(const struct indicator_values *v, struct indicator *card, struct error *err)
{
	long decimals;

	card->code = v->code;
	card->name = v->name;
	card->definition = v->definition;
	card->numerator = v->numerator;
	card->denominator = v->denominator;
	card->measure = v->measure;
	card->service = v->service;
	card->dimension = v->dimension;
	card->level = v->level;
	card->source = v->source;
	card->frequency = v->frequency < FREQUENCIES ? frequencies[v->frequency]
						     : v->frequency_code;
	card->note = v->note;
	card->direction = directions[v->direction];
	card->kind = (enum indicator_kind)v->kind;
	if (card->kind == INDICATOR_DERIVED) {
		card->numerator_code = part_code(v->numerator_text, v->numerator_code);
		card->denominator_code = part_code(v->denominator_text, v->denominator_code);
	} else if (v->numerator_text[0] || v->denominator_text[0]) {
		return error_field(err, ERROR_INPUT, INDICATOR_FIELD_KIND,
			_("Only computed ones have indicators above and below: choose that kind, "
			  "or empty both fields."));
	} else {
		card->numerator_code = card->denominator_code = "";
	}
	if (number_parse(v->multiplier, &card->multiplier))
		return error_field(err, ERROR_INPUT, INDICATOR_FIELD_MULTIPLIER,
			_("Write the multiplier as a number, such as 100."));
	if (number_parse_whole(v->decimals, 0, 6, &decimals))
		return error_field(err, ERROR_INPUT, INDICATOR_FIELD_DECIMALS,
			_("The number of decimals is a whole number from 0 to 6."));
	card->decimals = (int)decimals;
	return write_wanted(v, card, err);
}
