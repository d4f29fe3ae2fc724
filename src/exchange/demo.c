/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filling a new database through the same importers as any other file. */
#include "config.h"

#include "exchange/demo.h"

#include "base/i18n.h"
#include "base/text.h"
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
	struct group group;
	int slots[64];
	int count;
};

static int
save_group(struct demo_filling *f, struct error *err)
{
	struct error none = { .code = ERROR_NONE };
	struct groups *g = f->more;
	struct group there;

	if (g->count == 0 || group_by_name(f->db, g->group.name, &there, &none) == 0)
		return 0;
	return group_save(f->db, &g->group, g->slots, g->count, err);
}

static int
take_member(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	const struct unit *unit = unit_need(&f->units, fields[2].text, err);
	struct groups *g = f->more;

	if (!unit)
		return -1;
	if (strcmp(g->group.name, fields[0].text) != 0) {
		if (save_group(f, err) < 0)
			return -1;
		*g = (struct groups){ .count = 0 };
		text_copy(g->group.name, sizeof(g->group.name), fields[0].text);
		text_copy(g->group.note, sizeof(g->group.note), fields[1].text);
	}
	if (g->count == (int)(sizeof(g->slots) / sizeof(g->slots[0])))
		return demo_damaged(err);
	g->slots[g->count++] = unit->slot;
	return 0;
}

static int
comparison_groups_fill(struct demo_filling *f, struct error *err)
{
	struct groups groups = { .count = 0 };

	f->more = &groups;
	return demo_read_file("groups.csv", (struct demo_file){ f, 3, take_member }, err) ||
			       save_group(f, err)
		       ? -1
		       : 0;
}

/* ---- all of it ---- */

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
read_tables(struct db *db, bool demo, const struct progress *progress, struct error *err)
{
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		if ((demo || !steps[i].demo) && load(db, &steps[i], progress, err) < 0)
			return -1;
	return 0;
}

/* In the order of what happened: a report that is approved does not know later evaluations. */
static int
fill(struct db *db, demo_approve *approve, struct error *err)
{
	struct demo_filling f = { .db = db };
	int result;

	if (unit_table_load(db, &f.units, err) < 0)
		return -1;
	result = comparison_groups_fill(&f, err) || demo_groups_fill(&f, err) ||
		 demo_year_fill(&f, err) || demo_monitoring_fill(&f, approve, err) ||
		 demo_strategy_fill(&f, err) || demo_problems_fill(&f, err);
	unit_table_release(&f.units);
	arena_release(&f.arena);
	return result ? -1 : 0;
}

/* Demonstration data are some hundred acts; the last of them is written when disks count again. */
int
demo_fill(struct db *db, bool demo, demo_approve *approve, const struct progress *progress,
	struct error *err)
{
	if (!demo)
		return read_tables(db, false, progress, err);
	if (db_hurry(db, true, err) < 0 || read_tables(db, true, progress, err) < 0 ||
		fill(db, approve, err) < 0 || db_hurry(db, false, err) < 0)
		return -1;
	return mark_purpose(db, err);
}
