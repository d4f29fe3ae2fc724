/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards of indicators and the series that feed them. */
#ifndef MODEL_INDICATOR_H
#define MODEL_INDICATOR_H

#include "base/arena.h"
#include "base/error.h"
#include "model/import.h"
#include "store/db.h"

#include <stdbool.h>
#include <stdint.h>

enum indicator_kind { INDICATOR_PUBLISHED, INDICATOR_OWN, INDICATOR_SURVEY, INDICATOR_DERIVED };

struct indicator { /* one card; texts lie in the arena given */
	int64_t id;
	char uid[33];
	int64_t rev;
	const char *code, *name, *definition, *numerator, *denominator, *measure, *service,
		*dimension, *level, *source, *frequency, *note;
	double multiplier;
	int decimals;
	char direction; /* 'S', 'D', 'N' */
	bool has_wanted;
	double wanted_low, wanted_high;
	enum indicator_kind kind;
	int64_t numerator_id, denominator_id;          /* derived; else 0 */
	const char *numerator_code, *denominator_code; /* derived; else "" */
	bool in_catalogue;
	/* the series that feeds it, if any: */
	int64_t series_id;         /* 0 = none */
	const char *series_origin; /* bdl, values or "" */
	const char *subgroup, *dimensions, *series_measure;
	int first_year, last_year; /* 0 = no values, drafts apart; of a survey's too */
	int64_t values; /* values in force, layers counted once; of a derived one at most as many */
	bool made_up;   /* newest slice comes from made-up data */
};

struct indicator_filter {
	const char *search;  /* folded words in code, name, dimensions; NULL = all */
	const char *service; /* NULL = all */
	bool with_values;    /* only those that have any */
	bool retired;        /* the retired ones in place of those in use */
};

const char *indicator_kind_name(enum indicator_kind kind); /* machine name, never translated */

int indicator_list(struct db *db, const struct indicator_filter *filter, struct arena *arena,
	struct indicator **list, int *count,
	struct error *err); /* by service, then Polish order of codes */
int indicator_load(struct db *db, const char *code, struct arena *arena, struct indicator *out,
	struct error *err); /* ERROR_MISSING with a sentence when unknown */
int indicator_load_id(
	struct db *db, int64_t id, struct arena *arena, struct indicator *out, struct error *err);
/* Services with counts, Polish order. */
struct service_count {
	const char *name;
	int indicators, with_values;
};
int indicator_services(struct db *db, struct arena *arena, struct service_count **list, int *count,
	struct error *err);

/* Checks the card (error.field = number of the enum below) and saves it; card->rev must be the
 * one that was read, else ERROR_CONFLICT and nothing is written. id 0 = new. */
enum indicator_field {
	INDICATOR_FIELD_CODE = 1,
	INDICATOR_FIELD_NAME,
	INDICATOR_FIELD_KIND,
	INDICATOR_FIELD_DEFINITION,
	INDICATOR_FIELD_NUMERATOR,
	INDICATOR_FIELD_DENOMINATOR,
	INDICATOR_FIELD_MULTIPLIER,
	INDICATOR_FIELD_MEASURE,
	INDICATOR_FIELD_DECIMALS,
	INDICATOR_FIELD_DIRECTION,
	INDICATOR_FIELD_WANTED_LOW,
	INDICATOR_FIELD_WANTED_HIGH,
	INDICATOR_FIELD_SERVICE,
	INDICATOR_FIELD_DIMENSION,
	INDICATOR_FIELD_LEVEL,
	INDICATOR_FIELD_SOURCE,
	INDICATOR_FIELD_FREQUENCY,
	INDICATOR_FIELD_NOTE,
	INDICATOR_FIELD_NUMERATOR_CODE,
	INDICATOR_FIELD_DENOMINATOR_CODE
};
int indicator_save(struct db *db, struct indicator *card, struct error *err);
/* A new card inside another act's db_write. */
int indicator_add(struct db *db, struct indicator *card, struct error *err);
int indicator_retire(struct db *db, int64_t id,
	struct error *err); /* refused while values or derived ones need it */
/* The way back: the retired card with this code, and its return; refused while the indicators
 * that it is computed from are retired. */
int indicator_find_retired(struct db *db, const char *code, int64_t *id, struct error *err);
int indicator_restore(struct db *db, int64_t id, struct error *err);

/* Gives the series of an imported indicator the card of a catalogue indicator, and back. */
int indicator_name_series(
	struct db *db, const char *series_code, const char *catalogue_code, struct error *err);
int indicator_release_series(struct db *db, const char *catalogue_code, struct error *err);

/* A catalogue file's cards; made by exchange/catalogue.c. Existing codes are compared, and
 * changed only where the person has not edited them (rev 1); what they said is kept for undo. */
int indicator_catalogue_apply(struct db *db, struct indicator *cards, int count,
	const struct import_file *file, struct import_counts *counts, bool write,
	int64_t *import_id, struct error *err);

#endif
