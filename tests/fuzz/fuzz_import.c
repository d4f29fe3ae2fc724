/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a file that a person brings, through the importers' own door, into a database
 * with a small register. KIND and FILE_NAME come from folder.mk. What is refused is refused in
 * words; what is taken leaves a sound database, is known when it comes again, and goes without a
 * trace when it is undone. */
#include "config.h"

#include "fuzz.h"

#include "../fault/state.h"
#include "exchange/importer.h"
#include "model/database.h"
#include "model/person.h"

#include <stdbool.h>
#include <string.h>
#include <unistd.h>

enum { IMPORTS_EACH = 200 }; /* then a fresh database: the log grows with each */

static struct db *db;
static char *before, folder[64], path[128];
static int imports;

static const char register_file[] =
	"WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA\n"
	"02;;;;DOLNOŚLĄSKIE;województwo;2019-01-01\n"
	"02;01;;;bolesławiecki;powiat;2019-01-01\n"
	"02;01;01;1;Bolesławiec;gmina miejska;2019-01-01\n"
	"02;01;02;2;Bolesławiec;gmina wiejska;2019-01-01\n"
	"02;01;04;3;Nowogrodziec;gmina miejsko-wiejska;2019-01-01\n"
	"02;01;04;4;Nowogrodziec;miasto;2019-01-01\n"
	"02;01;04;5;Nowogrodziec;obszar wiejski;2019-01-01\n"
	"02;65;;;Wałbrzych;miasto na prawach powiatu;2019-01-01\n"
	"02;65;01;1;Wałbrzych;gmina miejska;2019-01-01\n"
	"14;;;;MAZOWIECKIE;województwo;2019-01-01\n"
	"14;65;;;Warszawa;miasto stołeczne, na prawach powiatu;2019-01-01\n"
	"14;65;01;1;Warszawa;gmina miejska, miasto stołeczne;2019-01-01\n"
	"14;65;02;8;Bemowo;dzielnica;2019-01-01\n";
static const char values_file[] = "unit;indicator;year;value;flag\n"
	"0201011;A1;2018;5;\n0201022;A1;2018;6,5;M\n0201043;A1;2018;bd;\n0265011;A1;2019;7;\n";

static void
write_file(const void *bytes, size_t size)
{
	FILE *file = fopen(path, "wb");

	MUST(file && fwrite(bytes, 1, size, file) == size && fclose(file) == 0);
}

static void
remove_folder(void)
{
	unlink(path);
	rmdir(folder);
	db_close(db);
	free(before);
}

static void
bring(enum import_kind kind, const char *text)
{
	const struct import_options options = { .made_up = true, .new_indicators = true };
	struct error err = { 0 };
	struct importer *im;
	int64_t id;

	write_file(text, strlen(text));
	MUST(importer_read(&im, db, kind, path, &options, NULL, &err) == 0);
	MUST(importer_write(im, NULL, &id, &err) == 0 && id > 0);
	importer_free(im);
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
		snprintf(path, sizeof path, "%s/%s", folder, FILE_NAME);
		atexit(remove_folder);
	}
	if (db && imports < IMPORTS_EACH)
		return;
	db_close(db);
	free(before);
	imports = 0;
	MUST(database_open_memory(&db, &err) == 0);
	MUST(person_enter(db, "tester", &person, &err) == 0);
	bring(IMPORT_TERYT, register_file);
	bring(IMPORT_VALUES, values_file);
	before = state_content(db, &err);
	MUST(before);
}

/* The preview is text for a screen; each decision gives another one. */
static void
look(struct importer *im, bool other_way)
{
	const struct import_options options = { .new_indicators = true, .allow_older = other_way,
		.keep_zeros = other_way, .subgroup = other_way ? "2137" : NULL,
		.made_up = KIND == IMPORT_TERYT };
	const struct import_preview *p = importer_preview(im);
	struct error err = { 0 };
	int result = importer_decide(im, &options, &err);

	MUST_FIT(result, err);
	MUST(p->title && p->file_name && p->encoding && p->counts.rows >= 0);
	for (int i = 0; i < p->remark_count; i++)
		MUST(p->remarks[i].text[0] && p->remarks[i].line >= 0 && p->remarks[i].count > 0);
}

static void
sound(int64_t id)
{
	struct error err = { 0 };

	if (state_sound(db, &err))
		fprintf(stderr, "after import %lld: %s\n", (long long)id, err.text);
	MUST(err.code == ERROR_NONE);
}

/* What a catalogue changed in cards that were there stays changed. */
static void
take_back(int64_t id, bool cards_changed)
{
	struct error err = { 0 };
	char *after;

	if (import_undo(db, id, &err))
		fprintf(stderr, "%s\n", err.text);
	MUST(err.code == ERROR_NONE);
	sound(id);
	after = state_content(db, &err);
	MUST(after);
	if (cards_changed) {
		free(before);
		before = after;
		return;
	}
	if (state_same(after, before, &err))
		fprintf(stderr, "after undo: %s\n", err.text);
	MUST(err.code == ERROR_NONE);
	free(after);
}

/* The same file again changes nothing. */
static void
bring_again(const struct import_options *options)
{
	struct error err = { 0 };
	struct importer *im;
	int64_t id;
	int result = importer_read(&im, db, KIND, path, options, NULL, &err);

	if (result)
		fprintf(stderr, "again: %s\n", err.text);
	MUST(result == 0);
	MUST(importer_preview(im)->already);
	result = importer_write(im, NULL, &id, &err);
	if (result || id)
		fprintf(stderr, "again: %lld %s\n", (long long)id, err.text);
	MUST(result == 0 && id == 0);
	importer_free(im);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	const struct import_options options = { .new_indicators = true, .allow_older = true,
		.made_up = KIND == IMPORT_TERYT };
	struct error err = { 0 };
	struct importer *im = NULL;
	bool cards_changed;
	int64_t id = 0;
	int result;

	open_database();
	write_file(bytes, size);
	result = importer_read(&im, db, KIND, path, &options, NULL, &err);
	MUST_FIT(result, err);
	MUST((result == 0) == (im != NULL));
	if (result) {
		MUST(strstr(err.text, FILE_NAME) || err.code == ERROR_CANCEL);
		return 0;
	}
	look(im, true);
	look(im, false);
	result = importer_decide(im, &options, &err);
	MUST_FIT(result, err);
	cards_changed = KIND == IMPORT_CATALOGUE && importer_preview(im)->counts.changed > 0;
	result = importer_write(im, NULL, &id, &err);
	MUST_FIT(result, err);
	importer_free(im);
	MUST(db_idle(db));
	if (result || id == 0)
		return 0;
	imports++;
	sound(id);
	bring_again(&options);
	take_back(id, cards_changed);
	return 0;
}
