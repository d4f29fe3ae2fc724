/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filling a new database through the same importers as any other file. */
#include "config.h"

#include "exchange/demo.h"

#include "base/csv.h"
#include "base/i18n.h"
#include "base/text.h"
#include "exchange/demo_groups.h"
#include "exchange/demo_parts.h"
#include "exchange/importer.h"
#include "model/indicators/group.h"
#include "model/office.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

struct step {
	const char *file; /* below share_path() */
	enum import_kind kind;
	bool demo, made_up;
	const char *source;
};

static const struct step steps[] = {
	{ "catalogue/indicators.csv", IMPORT_CATALOGUE, false, false, N_("gromada") },
	{ "catalogue/recodings.csv", IMPORT_CHANGES, false, false, N_("GUS, TERYT") },
	{ "demo/units.csv", IMPORT_TERYT, true, true, N_("GUS, TERYT (selection)") },
	{ "demo/values.csv", IMPORT_VALUES, true, true, N_("made-up values for demonstration") },
	{ "demo/strategy.csv", IMPORT_STRATEGY, true, true,
		N_("made-up strategy for demonstration") },
};

static int
load(struct db *db, const struct step *step, const struct progress *progress, struct error *err)
{
	struct import_options options = { .made_up = step->made_up, .source = _(step->source) };
	struct importer *importer;
	char path[PATH_MAX];
	int64_t id;
	int result;

	snprintf(path, sizeof(path), "%s/%s", share_path(), step->file);
	if (importer_read(&importer, db, step->kind, path, &options, progress, err) < 0)
		return -1;
	result = importer_write(importer, progress, &id, err);
	importer_free(importer);
	return result;
}

/* ---- comparison groups: group;note;unit ---- */

struct groups {
	struct db *db;
	struct unit_table units;
	struct group group;
	int slots[64];
	int count;
};

static int
save_group(struct groups *g, struct error *err)
{
	struct error none = { .code = ERROR_NONE };
	struct group there;

	if (g->count == 0 || group_by_name(g->db, g->group.name, &there, &none) == 0)
		return 0;
	return group_save(g->db, &g->group, g->slots, g->count, err);
}

static int
take_member(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	struct groups *g = context;
	const struct unit *unit;

	if (count != 3)
		return error_at(err, ERROR_INPUT, line, 0,
			_("Line %ld has %d columns where the header has "
			  "%d; the file may be cut short."),
			line, count, 3);
	if (line == 1)
		return 0;
	unit = unit_need(&g->units, fields[2].text, err);
	if (!unit)
		return -1;
	if (strcmp(g->group.name, fields[0].text) != 0) {
		if (save_group(g, err) < 0)
			return -1;
		g->group = (struct group){ 0 };
		text_copy(g->group.name, sizeof(g->group.name), fields[0].text);
		text_copy(g->group.note, sizeof(g->group.note), fields[1].text);
		g->count = 0;
	}
	if (g->count < (int)(sizeof(g->slots) / sizeof(g->slots[0])))
		g->slots[g->count++] = unit->slot;
	return 0;
}

static int
load_groups(struct db *db, struct error *err)
{
	struct groups g = { .db = db };
	struct input *in;
	char path[PATH_MAX];
	int result;

	snprintf(path, sizeof(path), "%s/demo/groups.csv", share_path());
	if (unit_table_load(db, &g.units, err) < 0)
		return -1;
	result = input_open(&in, path, ENCODING_UTF8, err);
	if (result == 0) {
		result = csv_read(in, ';', NULL, take_member, &g, NULL, err);
		input_close(in);
	}
	if (result == 0)
		result = save_group(&g, err);
	unit_table_release(&g.units);
	return result;
}

static int
mark_purpose(struct db *db, struct error *err)
{
	struct office office;

	if (office_load(db, &office, err) < 0)
		return -1;
	office.purpose = PURPOSE_DEMO;
	return office_save(db, &office, err);
}

static int
fill(struct db *db, bool demo, demo_approve *approve, const struct progress *progress,
	struct error *err)
{
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		if ((demo || !steps[i].demo) && load(db, &steps[i], progress, err) < 0)
			return -1;
	if (!demo)
		return 0;
	return load_groups(db, err) < 0 || demo_groups_fill(db, err) < 0 ||
			       demo_strategy_fill(db, err) < 0 || demo_problems_fill(db, err) < 0 ||
			       demo_monitoring_fill(db, approve, err) < 0
		       ? -1
		       : 0;
}

/* Demonstration data are some hundred acts; the last of them is written when disks count again. */
int
demo_fill(struct db *db, bool demo, demo_approve *approve, const struct progress *progress,
	struct error *err)
{
	if (!demo)
		return fill(db, false, NULL, progress, err);
	if (db_hurry(db, true, err) < 0 || fill(db, true, approve, progress, err) < 0 ||
		db_hurry(db, false, err) < 0)
		return -1;
	return mark_purpose(db, err);
}
