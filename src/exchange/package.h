/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exchange package: what one office tells another of an exchange group, as a zip of
 * manifest.xml, records.xml, catalogue.csv and values.csv. Reading one is an import like any other
 * (importer.h). */
#ifndef EXCHANGE_PACKAGE_H
#define EXCHANGE_PACKAGE_H

#include "base/output.h"
#include "base/progress.h"
#include "model/units/unit.h"
#include "store/db.h"

#include <stdbool.h>
#include <stdint.h>

/* 2: the day on which homework was given, what stood above minutes, the last day of members.
 * 3: own figures beside data sheets. */
enum { PACKAGE_FORMAT = 3 };
enum { PACKAGE_FIELD_UNIT = 2 }; /* of the form, for errors: the member that gets it */

struct package_options {
	int64_t group;
	int unit;      /* slot of the member that gets it; NO_SLOT = the group's keeper */
	bool contacts; /* people's names, telephones, addresses too */
	const char *questionnaire; /* code of one that goes along; NULL or "" = none */
};

struct package_summary {
	int rows;
	char words[512]; /* what the rows are: "groups 1, filled-in sheets 2 (figures 14)" */
	long cards, values; /* indicators of the comparison, with their figures beside the sheets */
	char stays[1024]; /* what does not go along, why, and what to do */
};

/* Writes the package into out, which the caller commits, and remembers that it went. Refused in
 * words: an office without a name, a unit that is no member, a member to send it to where another
 * office keeps the group. */
int package_export(struct db *db, const struct package_options *options, struct output *out,
	struct package_summary *summary, const struct progress *progress, struct error *err);
/* "Package GWD-1: 0201011 Bolesławiec, urban gmina", what the file is, the code first because lists
 * cut long names; unit NULL = for the office that keeps the group. Returns dst. */
char *package_title(char *dst, size_t size, const char *group, const struct unit *unit);
/* "paczka-GWD-1-0201011": a name for its file, without ending. Returns dst. */
char *package_file_name(char *dst, size_t size, const char *group, const char *unit);

/* Whether a file is a zip with a manifest of ours. */
bool package_looks_like(const char *path);

#endif
