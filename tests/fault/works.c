/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the works do. */
#include "config.h"

#include "works.h"

#include "../store/files.h"
#include "exchange/importer.h"
#include "model/database.h"
#include "model/draft.h"
#include "model/groups/exchange_group.h"
#include "model/indicators/group.h"
#include "model/indicators/indicator.h"
#include "model/office.h"
#include "store/backup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- files to import ---- */

#define HEADER "WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA\n"
#define TAB_1 "LUDN_1111_CTAB_20200101000000.csv"
#define TAB_2 "LUDN_1111_CTAB_20210101000000.csv"
#define WIDE "LUDN_3333_CTAB_20210101000000.csv"
#define REL "LUDN_2222_CREL_20210101000000.csv"

enum { WIDE_SERIES = 80 };

static const struct {
	const char *name, *text;
} files[] = {
	{ "units.csv", HEADER "02;;;;DOLNOŚLĄSKIE;województwo;2019-01-01\n"
		"02;01;;;bolesławiecki;powiat;2019-01-01\n"
		"02;01;01;1;Bolesławiec;gmina miejska;2019-01-01\n"
		"02;01;02;2;Bolesławiec;gmina wiejska;2019-01-01\n"
		"02;01;04;3;Nowogrodziec;gmina miejsko-wiejska;2019-01-01\n"
		"02;01;04;4;Nowogrodziec;miasto;2019-01-01\n"
		"02;01;04;5;Nowogrodziec;obszar wiejski;2019-01-01\n"
		"02;65;;;Wałbrzych;miasto na prawach powiatu;2019-01-01\n"
		"02;65;01;1;Wałbrzych;gmina miejska;2019-01-01\n" },
	{ "changes.csv", "OD;DO;KOD6;ZMIANA;BYLO;JEST\n"
		"2010-01-01;2017-01-01;020104;ZMIANA_RODZ;Nowogrodziec (2);Nowogrodziec (3)\n"
		"2002-12-31;2003-01-01;026301;PRZEKODOWANA;Wałbrzych;022109\n"
		"2012-12-31;2013-01-01;022109;PRZEKODOWANA;Wałbrzych;026501\n"
		"2014-12-31;2015-01-01;020103;POLACZONA;Gromadka;020102\n" },
	{ TAB_1, "\"Kod\";\"Nazwa\";\"ogółem;2018;[osoba]\";\"ogółem;2019;[osoba]\";\n"
		"0200000;\"DOLNOŚLĄSKIE\";60;61;\n0201011;\"Bolesławiec (1)\";10;11;\n"
		"0201022;\"Bolesławiec (2)\";20;21,5;\n0265011;\"Wałbrzych (1)\";30;;\n" },
	{ TAB_2, "\"Kod\";\"Nazwa\";\"ogółem;2019;[osoba]\";\"kobiety;2019;[osoba]\";\n"
		"0200000;\"DOLNOŚLĄSKIE\";62;32;\n0201011;\"Bolesławiec (1)\";12;6;\n"
		"0201043;\"Nowogrodziec (3)\";40;20;\n0221091;\"Wałbrzych do 2012 (1)\";5;3;\n" },
	{ REL, "\"Kod\";\"Nazwa\";\"Wiek\";\"Rok\";\"Wartosc\";\"Jednostka miary\";\"Atrybut\";\n"
		"0201011;\"Bolesławiec (1)\";\"0-4\";\"2019\";100;\"osoba\";\"\";\n"
		"0201011;\"Bolesławiec (1)\";\"5-9\";\"2019\";110;\"osoba\";\"M\";\n"
		"0201022;\"Bolesławiec (2)\";\"0-4\";\"2020\";0;\"osoba\";\"x\";\n"
		"011212000000;\"PODREGION KRAKOWSKI\";\"0-4\";\"2020\";0,5;\"osoba\";\"s\";\n" },
	{ "cards.csv", "code;name;unit;direction;decimals;formula_numerator;formula_denominator\n"
		"OS01;Uczniowie;osoba;S;0;;\nOS02;Oddziały;szt.;N;0;;\n"
		"OS03;Uczniowie na oddział;osoba;D;1;OS01;OS02\n" },
	{ "more-cards.csv", "code;name;unit;direction\nKU01;Biblioteki;szt.;S\nKU02;Kina;szt.;S\n" },
	{ "values.csv", "unit;indicator;year;value;flag\n0201011;OS01;2018;500;\n"
		"0201011;OS02;2018;20;\n0201022;OS01;2018;bd;\n0265011;OS01;2019;7,5;\n" },
	{ "more-values.csv", "unit;indicator;year;value;flag\n0201011;OS01;2018;501;M\n"
		"0201022;OS01;2018;300;\n0201022;NEW.1;2018;1,25;\n0265011;NEW.2;2020;-3;\n" },
};

/* A whole register of 16 voivodeships with gminy of every kind. */
static void
write_register(const char *name, const char *date, const char *town)
{
	FILE *out = fopen(fixture_path(name), "w");

	if (!out)
		abort();
	fputs(HEADER, out);
	for (int w = 2; w <= 32; w += 2)
		fprintf(out,
			"%02d;;;;WOJ%02d;województwo;%s\n%02d;01;;;powiatowy;powiat;%s\n"
			"%02d;01;01;1;%s%02d;gmina miejska;%s\n"
			"%02d;01;03;3;Łąka%02d;gmina miejsko-wiejska;%s\n"
			"%02d;01;03;4;Łąka%02d;miasto;%s\n"
			"%02d;01;03;5;Łąka%02d;obszar wiejski;%s\n",
			w, w, date, w, date, w, town, w, date, w, w, date, w, w, date, w, w, date);
	fprintf(out, "14;65;;;Warszawa;miasto stołeczne, na prawach powiatu;%s\n"
		"14;65;01;1;Warszawa;gmina miejska, miasto stołeczne;%s\n", date, date);
	if (town[0] == 'N')
		fprintf(out, "14;65;02;8;Bemowo;dzielnica;%s\n", date);
	fclose(out);
}

/* Many series of all gminy of that register, so that the database must grow. */
static void
write_wide(const char *name)
{
	FILE *out = fopen(fixture_path(name), "w");

	if (!out)
		abort();
	fputs("\"Kod\";\"Nazwa\";", out);
	for (int i = 0; i < WIDE_SERIES; i++)
		fprintf(out, "\"wielkość %d;2019;[szt.]\";", i);
	for (int w = 2; w <= 32; w += 2)
		for (int kind = 1; kind <= 5; kind += 1 + (kind == 1)) {
			fprintf(out, "\n%02d010%d%d;\"Gmina (%d)\";", w, kind == 1 ? 1 : 3, kind,
				kind);
			for (int i = 0; i < WIDE_SERIES; i++)
				fprintf(out, "%d,%d;", 1000 * w * kind + i, i % 7 + 1);
		}
	fputc('\n', out);
	fclose(out);
}

int
works_write_files(struct error *err)
{
	(void)err;
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		fixture_write_file(fixture_path(files[i].name), files[i].text);
	write_register("TERC-2019.csv", "2019-01-01", "Miasto");
	write_register("TERC-2020.csv", "2020-01-01", "Nowe Miasto");
	write_wide(WIDE);
	return 0;
}

const char *
works_database(void)
{
	return fixture_path("a.db");
}

/* ---- steps ---- */

static int
import(struct db *db, const char *name, struct error *err)
{
	const struct import_options options = { .new_indicators = true,
		.made_up = !strcmp(name, "units.csv") };
	struct importer *im;
	int64_t id;
	int result;

	if (importer_read(&im, db, IMPORT_DETECT, fixture_path(name), &options, NULL, err))
		return -1;
	result = importer_write(im, NULL, &id, err);
	importer_free(im);
	if (result == 0 && id == 0)
		return error_set(err, ERROR_DATA, "%s brought nothing new", name);
	return result;
}

static int
nothing(struct db *db, struct error *err)
{
	(void)db, (void)err;
	return 0;
}

/* Import 1: units, 2: cards, 3: values. */
static int
base(struct db *db, struct error *err)
{
	return import(db, "units.csv", err) || import(db, "cards.csv", err) ||
		import(db, "values.csv", err) ? -1 : 0;
}

/* Import 4. */
#define ONE_MORE(function, file) \
	static int \
	function(struct db *db, struct error *err) \
	{ \
		return base(db, err) || import(db, file, err) ? -1 : 0; \
	}
#define IMPORT(function, file) \
	static int \
	function(struct db *db, struct error *err) \
	{ \
		return import(db, file, err); \
	}
IMPORT(import_register, "TERC-2019.csv")
IMPORT(import_newer_register, "TERC-2020.csv")
IMPORT(import_changes, "changes.csv")
IMPORT(import_tab, TAB_2)
IMPORT(import_wide, WIDE)
IMPORT(import_rel, REL)
IMPORT(import_values, "more-values.csv")
IMPORT(import_cards, "more-cards.csv")
ONE_MORE(with_changes, "changes.csv")
ONE_MORE(with_tab, TAB_1)
ONE_MORE(with_rel, REL)
ONE_MORE(with_values, "more-values.csv")
ONE_MORE(with_cards, "more-cards.csv")

static int
with_two_registers(struct db *db, struct error *err)
{
	return import(db, "TERC-2019.csv", err) || import(db, "TERC-2020.csv", err) ? -1 : 0;
}

static int
with_wide(struct db *db, struct error *err)
{
	return import_register(db, err) || import_wide(db, err) ? -1 : 0;
}

static int
with_two_tabs(struct db *db, struct error *err)
{
	return with_tab(db, err) || import(db, TAB_2, err) ? -1 : 0;
}

static int
undo_second(struct db *db, struct error *err)
{
	return import_undo(db, 2, err);
}

static int
undo_fourth(struct db *db, struct error *err)
{
	return import_undo(db, 4, err);
}

static int
save_card(struct db *db, struct error *err)
{
	struct arena arena = { 0 };
	struct indicator card;
	int result = indicator_load(db, "OS01", &arena, &card, err);

	if (result == 0) {
		card.name = "Uczniowie szkół podstawowych";
		card.note = "Spis na 30 września; do 2018 także gimnazja.";
		card.decimals = 2;
		result = indicator_save(db, &card, err);
	}
	arena_release(&arena);
	return result;
}

/* TAB_1 brought one series; KU01 has none. */
static int
with_free_card(struct db *db, struct error *err)
{
	return with_tab(db, err) || import(db, "more-cards.csv", err) ? -1 : 0;
}

static int
series_code(struct db *db, char code[64], struct error *err)
{
	struct arena arena = { 0 };
	struct indicator *list;
	int count, result = indicator_list(db, NULL, &arena, &list, &count, err);

	code[0] = '\0';
	for (int i = 0; i < count && result == 0; i++)
		if (!strcmp(list[i].series_origin, "bdl"))
			snprintf(code, 64, "%s", list[i].code);
	arena_release(&arena);
	return result;
}

static int
name_series(struct db *db, struct error *err)
{
	char code[64];

	return series_code(db, code, err) || indicator_name_series(db, code, "KU01", err) ? -1 : 0;
}

static int
with_named_series(struct db *db, struct error *err)
{
	return with_free_card(db, err) || name_series(db, err) ? -1 : 0;
}

static int
release_series(struct db *db, struct error *err)
{
	return indicator_release_series(db, "KU01", err);
}

static int
with_group(struct db *db, struct error *err)
{
	const int slots[] = { 4, 5 };
	struct group group = { .name = "Sąsiedzi" };

	return base(db, err) || group_save(db, &group, slots, 2, err) ? -1 : 0;
}

static int
save_group(struct db *db, struct error *err)
{
	const int slots[] = { 5, 6, 10 };
	struct group group;

	if (group_by_name(db, "Sąsiedzi", &group, err))
		return -1;
	snprintf(group.name, sizeof(group.name), "Sąsiedzi i Wałbrzych");
	return group_save(db, &group, slots, 3, err);
}

/* With its stages, members and the comparison group that follows them. */
static int
found_group(struct db *db, struct error *err)
{
	struct exchange_member members[] = { { .slot = 4, .joined_on = "2026-01-15" },
		{ .slot = 5, .joined_on = "2026-01-15" } };
	struct exchange_group g;

	exchange_group_defaults(&g, EXCHANGE_GWD);
	snprintf(g.code, sizeof(g.code), "GWD-1");
	snprintf(g.name, sizeof(g.name), "Oświata");
	snprintf(g.starts_on, sizeof(g.starts_on), "2026-01-15");
	return exchange_group_found(db, &g, members, 2, err);
}

static int
save_draft(struct db *db, struct error *err)
{
	return draft_save_field(db, 1, "indicator", "u", 1, "name", "Uczniowie szk", err);
}

static int
save_office(struct db *db, struct error *err)
{
	const struct office office = {
		.kind = OFFICE_GMINA, .own_unit = "020101", .purpose = PURPOSE_TEST
	};

	return office_save(db, &office, err);
}

/* ---- copies ---- */

static int
copy(struct db *db, struct error *err)
{
	return backup_write(db, fixture_path("copy.db"), true, NULL, err);
}

static int
with_older_copy(struct db *db, struct error *err)
{
	return base(db, err) || copy(db, err) || import(db, "more-values.csv", err) ? -1 : 0;
}

static int
restore(struct db *db, struct error *err)
{
	(void)db;
	return backup_restore(works_database(), fixture_path("copy.db"), database_schema(), err);
}

static int
with_forms(struct db *db, struct error *err)
{
	return base(db, err) || works_forms_build(db, err) ? -1 : 0;
}

const struct work works[] = {
	{ "a_first_register_is_whole_or_absent", nothing, import_register, false },
	{ "a_newer_register_is_whole_or_absent", import_register, import_newer_register, false },
	{ "a_register_is_taken_back_or_stays", with_two_registers, undo_second, false },
	{ "a_list_of_changes_is_whole_or_absent", base, import_changes, false },
	{ "a_list_of_changes_is_taken_back_or_stays", with_changes, undo_fourth, false },
	{ "a_wide_bdl_file_is_whole_or_absent", with_tab, import_tab, false },
	{ "a_large_bdl_file_is_whole_or_absent", import_register, import_wide, false },
	{ "a_large_bdl_file_is_taken_back_or_stays", with_wide, undo_second, false },
	{ "a_long_bdl_file_is_whole_or_absent", base, import_rel, false },
	{ "a_bdl_file_under_another_is_taken_back_or_stays", with_two_tabs, undo_fourth, false },
	{ "a_bdl_file_with_its_units_is_taken_back_or_stays", with_rel, undo_fourth, false },
	{ "own_values_are_whole_or_absent", base, import_values, false },
	{ "own_values_are_taken_back_or_stay", with_values, undo_fourth, false },
	{ "a_catalogue_is_whole_or_absent", base, import_cards, false },
	{ "a_catalogue_is_taken_back_or_stays", with_cards, undo_fourth, false },
	{ "a_card_is_saved_or_as_before", base, save_card, false },
	{ "a_series_is_named_or_not", with_free_card, name_series, false },
	{ "a_series_is_released_or_not", with_named_series, release_series, false },
	{ "a_group_is_saved_or_as_before", with_group, save_group, false },
	{ "an_exchange_group_is_founded_whole_or_not_at_all", with_group, found_group, false },
	{ "a_draft_is_kept_or_not", base, save_draft, false },
	{ "the_office_is_saved_or_as_before", base, save_office, false },
	{ "a_copy_is_whole_or_the_former_one", with_older_copy, copy, false },
	{ "the_daily_copy_is_whole_or_absent", base, backup_daily, false },
	{ "a_restored_database_is_the_present_one_or_the_copy", with_older_copy, restore, true },
	{ "typed_answers_are_all_there_or_none", with_forms, works_forms_put, false },
	{ "a_form_is_finished_or_in_keying", with_forms, works_forms_finish, false },
	{ "a_second_keying_is_finished_or_not", with_forms, works_forms_finish_second, false },
};
const int work_count = sizeof(works) / sizeof(works[0]);
