/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's work under faults of the disk and kills: imports, undoing, saving, copies. */
#include "config.h"

#include "fault.h"

#include "../store/files.h"
#include "exchange/importer.h"
#include "model/indicators/indicator.h"
#include "model/units/unit.h"
#include "model/indicators/value.h"
#include "state.h"
#include "works.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SCENARIOS = 64 };

/* The driver runs one scenario after another and prepares before each act: so the first
 * prepare_N tells which work is at hand. */
static const struct work *current;

static int
act(int variant, struct error *err)
{
	return work_act(current, variant, err);
}

static int
verify(const struct fault_outcome *outcome, struct error *err)
{
	const struct work_result result = { outcome->acknowledged, outcome->killed };

	return work_verify(current, outcome->variant, &result, err);
}

#define PREPARE(n) \
	static int \
	prepare_##n(int variant, struct error *err) \
	{ \
		current = &works[n]; \
		return work_prepare(current, variant, err); \
	}
PREPARE(0) PREPARE(1) PREPARE(2) PREPARE(3) PREPARE(4) PREPARE(5) PREPARE(6) PREPARE(7)
PREPARE(8) PREPARE(9) PREPARE(10) PREPARE(11) PREPARE(12) PREPARE(13) PREPARE(14) PREPARE(15)
PREPARE(16) PREPARE(17) PREPARE(18) PREPARE(19) PREPARE(20) PREPARE(21) PREPARE(22) PREPARE(23)
PREPARE(24) PREPARE(25) PREPARE(26) PREPARE(27)

static int (*const prepares[])(int, struct error *) = { prepare_0, prepare_1, prepare_2, prepare_3,
	prepare_4, prepare_5, prepare_6, prepare_7, prepare_8, prepare_9, prepare_10, prepare_11,
	prepare_12, prepare_13, prepare_14, prepare_15, prepare_16, prepare_17, prepare_18,
	prepare_19, prepare_20, prepare_21, prepare_22, prepare_23, prepare_24,
	prepare_25, prepare_26, prepare_27 };

/* ---- the ledger: number n is a value when odd, a card's note when even ---- */

static struct db *ledger_db;

static int
ledger_prepare(struct error *err)
{
	return work_prepare(work_named("a_card_is_saved_or_as_before"), 0, err);
}

static int
ledger_begin(struct error *err)
{
	return work_open(&ledger_db, 0, err);
}

static void
ledger_end(void)
{
	db_close(ledger_db);
	ledger_db = NULL;
}

static int
bring_value(long number, struct error *err)
{
	const struct import_options options = { .new_indicators = true };
	struct importer *im;
	char text[128];
	int64_t id;
	int result;

	/* Each file another year, so that no year gathers a thousand layers. */
	snprintf(text, sizeof(text), "unit;indicator;year;value\n0201011;LEDGER;%ld;%ld\n",
		2000 + number % 150, number);
	fixture_write_file(fixture_path("ledger.csv"), text);
	if (importer_read(&im, ledger_db, IMPORT_VALUES, fixture_path("ledger.csv"), &options,
			NULL, err))
		return -1;
	result = importer_write(im, NULL, &id, err);
	importer_free(im);
	return result;
}

static int
write_note(long number, struct error *err)
{
	struct arena arena = { 0 };
	struct indicator card;
	char note[32];
	int result = indicator_load(ledger_db, "OS01", &arena, &card, err);

	snprintf(note, sizeof(note), "%ld", number);
	card.note = note;
	if (result == 0)
		result = indicator_save(ledger_db, &card, err);
	arena_release(&arena);
	return result;
}

static int
ledger_step(long number, struct error *err)
{
	return number % 2 ? bring_value(number, err) : write_note(number, err);
}

static int
highest_value(struct arena *arena, long *number, struct error *err)
{
	struct error absent = { .code = ERROR_NONE };
	struct unit_table units;
	struct indicator card;
	struct vector v;
	int *years, count, result = 0;
	const struct unit *unit;

	*number = 0;
	if (indicator_load(ledger_db, "LEDGER", arena, &card, &absent))
		return absent.code == ERROR_MISSING ? 0 : error_set(err, absent.code, "%s",
			absent.text);
	if (unit_table_load(ledger_db, &units, err) ||
		value_years(ledger_db, &card, arena, &years, &count, err))
		return -1;
	unit = unit_need(&units, "0201011", err);
	vector_new(&v, units.slots);
	for (int i = 0; i < count && unit && result == 0; i++) {
		result = value_load(ledger_db, &card, years[i], &v, NULL, err);
		if (v.value[unit->slot] > (double)*number)
			*number = (long)v.value[unit->slot];
	}
	vector_release(&v);
	unit_table_release(&units);
	return unit ? result : -1;
}

static int
ledger_count(long *number, struct error *err)
{
	struct arena arena = { 0 };
	struct indicator card;
	long value, note = 0;
	int result = highest_value(&arena, &value, err);

	if (result == 0)
		result = indicator_load(ledger_db, "OS01", &arena, &card, err);
	if (result == 0)
		note = strtol(card.note, NULL, 10);
	arena_release(&arena);
	if (result)
		return -1;
	*number = value > note ? value : note;
	if (labs(value - note) != (*number ? 1 : 0))
		return error_set(err, ERROR_DATA, "value %ld, note %ld", value, note);
	return *number % 7 ? 0 : state_sound(ledger_db, err);
}

static const struct fault_ledger ledger = { "no_acknowledged_import_or_save_is_lost_by_kills",
	ledger_prepare, ledger_begin, ledger_step, ledger_count, ledger_end };

int
main(void)
{
	struct fault_scenario scenarios[SCENARIOS];

	if (work_count > (int)(sizeof(prepares) / sizeof(prepares[0])))
		abort();
	for (int i = 0; i < work_count; i++)
		scenarios[i] = (struct fault_scenario){ works[i].name, prepares[i], act, verify };
	/* A handful for make check. */
	setenv("FAULT_POINTS", "96", 0);
	setenv("FAULT_KILLS", "48", 0);
	return fault_main("model", scenarios, (size_t)work_count, &ledger);
}
