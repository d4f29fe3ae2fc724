/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A catalogue of indicators as CSV: code;name;unit;numerator;denominator;multiplier;decimals;
 * direction;service;dimension;level;source;frequency;note, and where wanted definition,
 * wanted_low, wanted_high, formula_numerator, formula_denominator (codes of two other cards: the
 * indicator is computed from them and takes no values of its own), kind (own: keyed by hand;
 * survey). */
#include "config.h"

#include "exchange/header.h"
#include "exchange/kind.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "model/indicators/indicator.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum column {
	CODE,
	NAME,
	UNIT,
	NUMERATOR,
	DENOMINATOR,
	MULTIPLIER,
	DECIMALS,
	DIRECTION,
	SERVICE,
	DIMENSION,
	LEVEL,
	SOURCE,
	FREQUENCY,
	NOTE,
	DEFINITION,
	WANTED_LOW,
	WANTED_HIGH,
	FORMULA_NUMERATOR,
	FORMULA_DENOMINATOR,
	KIND,
	COLUMNS
};

static const struct header_column columns[COLUMNS] = {
	[CODE] = { { "code", NULL }, true },
	[NAME] = { { "name", NULL }, true },
	[UNIT] = { { "unit", "measure", NULL }, true },
	[NUMERATOR] = { { "numerator", NULL }, false },
	[DENOMINATOR] = { { "denominator", NULL }, false },
	[MULTIPLIER] = { { "multiplier", NULL }, false },
	[DECIMALS] = { { "decimals", NULL }, false },
	[DIRECTION] = { { "direction", NULL }, true },
	[SERVICE] = { { "service", NULL }, false },
	[DIMENSION] = { { "dimension", NULL }, false },
	[LEVEL] = { { "level", NULL }, false },
	[SOURCE] = { { "source", NULL }, false },
	[FREQUENCY] = { { "frequency", NULL }, false },
	[NOTE] = { { "note", NULL }, false },
	[DEFINITION] = { { "definition", NULL }, false },
	[WANTED_LOW] = { { "wanted_low", NULL }, false },
	[WANTED_HIGH] = { { "wanted_high", NULL }, false },
	[FORMULA_NUMERATOR] = { { "formula_numerator", NULL }, false },
	[FORMULA_DENOMINATOR] = { { "formula_denominator", NULL }, false },
	[KIND] = { { "kind", NULL }, false },
};

struct catalogue {
	struct arena arena;
	struct indicator *cards;
	size_t room;
	int count;
	struct header header;
	bool header_seen;
};

struct row { /* one line while it is read */
	struct catalogue *c;
	long line;
	const char *cells[COLUMNS];
	struct error *err;
};

static int
recognise(const char *head, const char *file_name)
{
	(void)file_name;
	return header_recognise(columns, COLUMNS, head);
}

static int
refuse(const struct row *r, enum column column, const char *expected)
{
	int place = header_column(&r->c->header, column);
	char shown[64];

	text_clean(shown, sizeof(shown), r->cells[column]);
	return error_at(r->err, ERROR_INPUT, r->line, place,
		_("Line %ld, column %d (%s): “%s” where "
		  "%s is expected."),
		r->line, place, columns[column].names[0], shown, expected);
}

static int
read_number(const struct row *r, enum column column, double *out)
{
	if (!r->cells[column][0])
		return 0;
	return number_parse(r->cells[column], out) < 0 ? refuse(r, column, _("a number")) : 0;
}

static int
check_code(const struct row *r, enum column column)
{
	const char *code = r->cells[column];
	size_t length = strlen(code);
	bool fine = length > 0 && length <= 32;

	for (size_t i = 0; i < length && fine; i++)
		fine = isalnum((unsigned char)code[i]) || strchr("._-", code[i]);
	return fine ? 0 : refuse(r, column, _("a code of at most 32 letters and digits"));
}

static int
check_texts(const struct row *r)
{
	for (int i = 0; i < COLUMNS; i++) {
		if (header_check_text(
			    r->cells[i], r->line, header_column(&r->c->header, i), r->err) < 0)
			return -1;
		if (strlen(r->cells[i]) > 2000)
			return refuse(r, i, _("a text of at most 2000 bytes"));
	}
	return 0;
}

static int
read_numbers(const struct row *r, struct indicator *card)
{
	long decimals = 0;

	card->multiplier = 1;
	if (read_number(r, MULTIPLIER, &card->multiplier) < 0)
		return -1;
	if (!(card->multiplier > 0))
		return refuse(r, MULTIPLIER, _("a number above zero"));
	if (r->cells[DECIMALS][0] && number_parse_whole(r->cells[DECIMALS], 0, 6, &decimals) < 0)
		return refuse(r, DECIMALS, _("a whole number from 0 to 6"));
	card->decimals = (int)decimals;
	card->has_wanted = r->cells[WANTED_LOW][0] || r->cells[WANTED_HIGH][0];
	if (read_number(r, WANTED_LOW, &card->wanted_low) < 0)
		return -1;
	card->wanted_high = card->wanted_low;
	if (read_number(r, WANTED_HIGH, &card->wanted_high) < 0)
		return -1;
	if (!r->cells[WANTED_LOW][0])
		card->wanted_low = card->wanted_high;
	return card->wanted_low > card->wanted_high
		       ? refuse(r, WANTED_HIGH, _("a number not below wanted_low"))
		       : 0;
}

static int
read_kind(const struct row *r, struct indicator *card)
{
	static const enum indicator_kind kinds[] = { INDICATOR_PUBLISHED, INDICATOR_OWN,
		INDICATOR_SURVEY };
	const char *kind = r->cells[KIND];

	for (size_t i = 0; kind[0] && i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (strcmp(indicator_kind_name(kinds[i]), kind) == 0) {
			card->kind = kinds[i];
			return 0;
		}
	}
	return kind[0] ? refuse(r, KIND, "published, own, survey") : 0;
}

static int
read_formula(const struct row *r, struct indicator *card)
{
	const char *numerator = r->cells[FORMULA_NUMERATOR];
	const char *denominator = r->cells[FORMULA_DENOMINATOR];

	card->kind = INDICATOR_PUBLISHED;
	card->numerator_code = card->denominator_code = "";
	if (!numerator[0] && !denominator[0])
		return read_kind(r, card);
	if (check_code(r, FORMULA_NUMERATOR) < 0 || check_code(r, FORMULA_DENOMINATOR) < 0)
		return -1;
	card->kind = INDICATOR_DERIVED;
	card->numerator_code = arena_string(&r->c->arena, numerator);
	card->denominator_code = arena_string(&r->c->arena, denominator);
	return 0;
}

static void
read_texts(const struct row *r, struct indicator *card)
{
	struct arena *arena = &r->c->arena;

	card->code = arena_string(arena, r->cells[CODE]);
	card->name = arena_string(arena, r->cells[NAME]);
	card->definition = arena_string(arena, r->cells[DEFINITION]);
	card->numerator = arena_string(arena, r->cells[NUMERATOR]);
	card->denominator = arena_string(arena, r->cells[DENOMINATOR]);
	card->measure = arena_string(arena, r->cells[UNIT]);
	card->service = arena_string(arena, r->cells[SERVICE]);
	card->dimension = arena_string(arena, r->cells[DIMENSION]);
	card->level = arena_string(arena, r->cells[LEVEL]);
	card->source = arena_string(arena, r->cells[SOURCE]);
	card->frequency = arena_string(arena, r->cells[FREQUENCY][0] ? r->cells[FREQUENCY] : "R");
	card->note = arena_string(arena, r->cells[NOTE]);
	card->series_origin = card->subgroup = card->dimensions = card->series_measure = "";
}

static int
check_twice(const struct row *r)
{
	for (int i = 0; i < r->c->count; i++)
		if (strcmp(r->c->cards[i].code, r->cells[CODE]) == 0)
			return refuse(r, CODE, _("a code that stands in no line above"));
	return 0;
}

static int
read_card(const struct row *r, struct indicator *card)
{
	const char *direction = r->cells[DIRECTION];

	if (check_texts(r) < 0 || check_code(r, CODE) < 0 || check_twice(r) < 0)
		return -1;
	if (!r->cells[NAME][0])
		return refuse(r, NAME, _("a name"));
	if (strlen(direction) != 1 || !strchr("SDN", direction[0]))
		return refuse(r, DIRECTION, _("S, D or N"));
	card->direction = direction[0];
	if (read_numbers(r, card) < 0)
		return -1;
	read_texts(r, card);
	return read_formula(r, card);
}

static int
take_row(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	struct catalogue *c = context;
	struct row row = { .c = c, .line = line, .err = err };
	struct indicator card = { 0 };

	if (!c->header_seen) {
		c->header_seen = true;
		return header_take(&c->header, columns, COLUMNS, line, fields, count, false, err);
	}
	if (header_check_row(&c->header, line, fields, count, err) < 0)
		return -1;
	for (int i = 0; i < COLUMNS; i++)
		row.cells[i] = header_cell(&c->header, fields, i);
	if (read_card(&row, &card) < 0)
		return -1;
	c->cards = arena_grow(&c->arena, c->cards, (size_t)c->count, &c->room, sizeof(*c->cards));
	c->cards[c->count++] = card;
	return 0;
}

static int
read(struct import_job *job, struct input *in, const struct progress *progress, struct error *err)
{
	struct catalogue *c = memory_new(sizeof(*c));

	job->data = c;
	if (csv_read(in, 0, NULL, take_row, c, progress, err) < 0)
		return -1;
	return c->count ? 0
			: error_set(err, ERROR_INPUT,
				  _("The catalogue holds a header but no indicators."));
}

static int
compare(struct import_job *job, struct error *err)
{
	struct catalogue *c = job->data;
	struct import_counts *counts = &job->preview.counts;
	int64_t none;

	if (indicator_catalogue_apply(
		    job->db, c->cards, c->count, &job->file, counts, false, &none, err) < 0)
		return -1;
	if (counts->skipped)
		import_remark(job, REMARK_SKIPPED, 0,
			P_("%ld card was edited by hand and stays as it is.",
				"%ld cards were edited by hand and stay as they are.",
				(unsigned long)counts->skipped),
			counts->skipped);
	return 0;
}

static int
write(struct import_job *job, const struct progress *progress, int64_t *import_id,
	struct error *err)
{
	struct catalogue *c = job->data;
	struct import_counts counts;

	if (progress_step(progress, 0, _("Writing cards")))
		return error_set(
			err, ERROR_CANCEL, _("The import was cancelled; nothing was changed."));
	return indicator_catalogue_apply(
		job->db, c->cards, c->count, &job->file, &counts, true, import_id, err);
}

static void
release(struct import_job *job)
{
	struct catalogue *c = job->data;

	if (c)
		arena_release(&c->arena);
	free(c);
	job->data = NULL;
}

const struct import_ops import_catalogue = {
	.kind = IMPORT_CATALOGUE,
	.name = "catalogue",
	.label = N_("catalogue of indicators"),
	.recognise = recognise,
	.read = read,
	.compare = compare,
	.write = write,
	.release = release,
};
