/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a data sheet that a member sends back: a workbook where they begin as one, else CSV.
 * What is refused is refused in words; what is taken leaves a sound database, is known the second
 * time, and the figure that was there comes back when it is undone. */
#include "config.h"

#include "fuzz.h"

#include "../fault/state.h"
#include "exchange/importer.h"
#include "model/sheets/data_sheet.h"
#include "model/database.h"
#include "model/groups/exchange_group.h"
#include "model/person.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

enum { IMPORTS_EACH = 200 }; /* then a fresh database */

static struct db *db;
static char folder[64], path[128];
static int imports, slot;
static int64_t asked;

static const char register_file[] = "WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA\n"
				    "02;;;;DOLNOŚLĄSKIE;województwo;2019-01-01\n"
				    "02;01;;;bolesławiecki;powiat;2019-01-01\n"
				    "02;01;01;1;Bolesławiec;gmina miejska;2019-01-01\n";
static const char cards_file[] = "code;name;unit;numerator;denominator;decimals;direction;source\n"
				 "X1;Awarie;szt.;awarie;sieć;1;D;własne\n"
				 "X2;Cena;zł;opłata;woda;2;D;własne\n";

static void
write_file(const char *name, const void *bytes, size_t size)
{
	FILE *file;

	unlink(path);
	snprintf(path, sizeof path, "%s/%s", folder, name);
	file = fopen(path, "wb");
	MUST(file && fwrite(bytes, 1, size, file) == size && fclose(file) == 0);
}

static void
remove_folder(void)
{
	unlink(path);
	rmdir(folder);
	db_close(db);
}

static void
bring(enum import_kind kind, const char *name, const char *text)
{
	const struct import_options options = { .made_up = true };
	struct error err = { 0 };
	struct importer *im;
	int64_t id;

	write_file(name, text, strlen(text));
	if (importer_read(&im, db, kind, path, &options, NULL, &err) ||
		importer_write(im, NULL, &id, &err))
		fprintf(stderr, "%s\n", err.text);
	MUST(err.code == ERROR_NONE && id > 0);
	importer_free(im);
}

/* A group of one member with a sheet of two lines, one of them filled in. */
static void
ask(void)
{
	struct exchange_group g;
	struct own_figure f = { .year = 2025, .value = 3.5 }, nothing = { .indicator_id = 0 };
	struct data_sheet_line lines[2] = { { .low = NAN, .high = 5, .change = NAN },
		{ .low = NAN, .high = NAN, .change = 20 } };
	struct data_sheet sheet = { .year = 2025 };
	struct exchange_member member = { .joined_on = "2024-01-01" };
	struct error err = { 0 };
	struct arena arena = { 0 };
	struct indicator card;
	struct unit_table units;
	struct sheet_return r;

	exchange_group_defaults(&g, EXCHANGE_GWD);
	strcpy(g.code, "G");
	strcpy(g.name, "Grupa");
	strcpy(g.starts_on, "2024-01-01");
	MUST(unit_table_load(db, &units, &err) == 0);
	member.slot = slot = unit_need(&units, "0201011", &err)->slot;
	unit_table_release(&units);
	MUST(exchange_group_found(db, &g, &member, 1, &err) == 0);
	for (int i = 0; i < 2; i++) {
		MUST(indicator_load(db, i ? "X2" : "X1", &arena, &card, &err) == 0);
		lines[i].indicator_id = card.id;
	}
	sheet.group_id = g.id;
	MUST(data_sheet_save(db, &sheet, lines, 2, &err) == 0);
	MUST(sheet_return_load(db, &sheet, slot, &arena, &r, &err) == 0);
	f.indicator_id = asked = lines[0].indicator_id;
	f.slot = slot;
	MUST(sheet_figure_save(db, &r, &f, &nothing, &err) == 0);
	arena_release(&arena);
}

static void
open_database(void)
{
	struct error err = { 0 };
	struct person person;

	if (!folder[0]) {
		const char *base = getenv("TMPDIR");

		snprintf(folder, sizeof folder, "%.40s/gromada-XXXXXX", base ? base : "/tmp");
		MUST(mkdtemp(folder));
		atexit(remove_folder);
	}
	if (db && imports < IMPORTS_EACH)
		return;
	db_close(db);
	imports = 0;
	MUST(database_open_memory(&db, &err) == 0);
	MUST(person_enter(db, "tester", &person, &err) == 0);
	bring(IMPORT_TERYT, "TERC.csv", register_file);
	bring(IMPORT_CATALOGUE, "cards.csv", cards_file);
	ask();
}

static void
take_back(int64_t id)
{
	struct error err = { 0 };
	struct own_figure f;

	imports++;
	if (state_sound(db, &err) || import_undo(db, id, &err) || state_sound(db, &err))
		fprintf(stderr, "%s\n", err.text);
	MUST(err.code == ERROR_NONE);
	MUST(own_figure_load(db, asked, 2025, slot, &f, &err) == 0);
	MUST(f.indicator_id && f.value == 3.5 && !f.missing[0]);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	const struct import_options options = { .replace = size % 2 };
	bool workbook = size > 1 && bytes[0] == 'P' && bytes[1] == 'K';
	const struct import_preview *p;
	struct error err = { 0 };
	struct importer *im = NULL;
	int64_t id = 0;
	int result;

	open_database();
	write_file(workbook ? "sheet.xlsx" : "sheet.csv", bytes, size);
	result = importer_read(&im, db, IMPORT_SHEET, path, &options, NULL, &err);
	MUST_FIT(result, err);
	if (result)
		return 0;
	p = importer_preview(im);
	MUST(p->counts.rows == p->counts.new_values + p->counts.changed + p->counts.same +
					p->counts.skipped);
	for (int i = 0; i < p->remark_count; i++)
		MUST(p->remarks[i].text[0] && p->remarks[i].line >= 0);
	result = importer_write(im, NULL, &id, &err);
	MUST_FIT(result, err);
	importer_free(im);
	MUST(db_idle(db));
	if (result == 0 && id)
		take_back(id);
	return 0;
}
