/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of a package while it is made, and while it is read, for package_*.c. */
#ifndef EXCHANGE_PACKAGE_PARTS_H
#define EXCHANGE_PACKAGE_PARTS_H

#include "base/output.h"
#include "base/zip.h"
#include "exchange/kind.h"
#include "exchange/package.h"
#include "model/groups/exchange_group.h"
#include "model/packages/package.h"
#include "model/questionnaires/questionnaire.h"

#define PACKAGE_MANIFEST "manifest.xml"
#define PACKAGE_RECORDS "records.xml"
#define PACKAGE_CATALOGUE "catalogue.csv"
#define PACKAGE_VALUES "values.csv"

/* ---- making ---- */
/* catalogue.csv and values.csv of what the group compares, cards of the codes given too. lead: of
 * published statistics all units' values, of others the members'; else the published results of
 * slot alone. until: the last day of a member that left, "" = it is one. rows: what goes
 * along, with what is said to stay. */
int package_figures(struct db *db, const struct exchange_group *group, const char *until, bool lead,
	int slot, const struct unit_table *units, const struct package_rows *rows,
	const char *const *codes, int count,
	struct output *catalogue, struct output *values, struct package_summary *summary,
	bool *made_up, const struct progress *progress, struct error *err);

/* survey.csv, choices.csv and settings.csv of a questionnaire; the texts into out. */
enum { PACKAGE_FORM_PARTS = 3 };
extern const char *const package_form_parts[PACKAGE_FORM_PARTS];
int package_form_write(struct db *db, const char *code,
	struct output *const out[PACKAGE_FORM_PARTS], struct error *err);

/* ---- reading ---- */
struct package_form { /* the questionnaire of a package */
	bool there, fresh; /* fresh: this office has none of its code */
	struct questionnaire q;
};
struct package_part {
	const char *name, *sha256;
};
struct package_manifest { /* texts in the arena */
	long format;
	struct package_office office;         /* the sender */
	const char *for_office, *for_unit;    /* "" = not said */
	const char *group_uid, *group_code, *group_name, *group_owner;
	const char *made_at;
	bool contacts, made_up;
	struct package_office *known;         /* other offices whose rows it holds */
	struct package_part *parts;
	int known_count, part_count;
	size_t known_room, part_room;
};
int package_manifest_read(
	struct input *in, struct arena *arena, struct package_manifest *out, struct error *err);
const char *package_part_sum(const struct package_manifest *m, const char *name); /* NULL = none */
/* Whether the package may be taken over here at all. */
int package_manifest_check(struct db *db, const struct unit_table *units,
	const struct package_manifest *m, struct package_from *from, struct arena *arena,
	struct error *err);

/* One part of the package that another kind of import reads. */
struct package_nested {
	const struct import_ops *ops;
	struct import_job job;
	char *bytes;
	size_t size;
	bool there;
};
struct unzip *package_open(const char *path); /* NULL in silence where it is no zip */
/* The questionnaire, if there is one; what is wrong in it is refused whole. */
int package_form_read(struct unzip *z, const struct package_manifest *m, struct arena *arena,
	struct package_form *out, struct error *err);
int package_form_compare(struct db *db, struct package_form *form, struct import_job *job,
	struct error *err);
int package_form_save(struct db *db, struct package_form *form, int64_t import_id,
	struct error *err);
/* Text of an entry; what its checksum says is checked. */
int package_entry(struct unzip *z, const struct package_manifest *m, const char *name,
	char **bytes, size_t *size, struct error *err);
/* Leaves out of values.csv what cannot be taken here: units that the register lacks, indicators
 * that this office has from elsewhere. */
struct package_sifted {
	long units, taken; /* lines left out: of unknown units, of indicators taken */
};
int package_values_sift(struct import_job *job, char *bytes, size_t *size,
	struct package_sifted *out, struct error *err);
/* Adds lines without data for results of surveys that earlier packages of the sender brought and
 * this one does not name. */
int package_values_take_back(struct import_job *job, const struct package_from *from,
	const struct package_rows *rows, struct package_nested *values, long *count,
	struct error *err);

#endif
