/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing a file in: read whole, preview, decide, write or leave no trace. Screens and
 * commands use this one door for every kind of file. */
#ifndef EXCHANGE_IMPORTER_H
#define EXCHANGE_IMPORTER_H

#include "base/arena.h"
#include "base/error.h"
#include "base/input.h"
#include "base/progress.h"
#include "model/import.h"
#include "store/db.h"

#include <stdbool.h>

enum import_kind {
	IMPORT_DETECT, /* from header and name; the kinds below each know their own file */
	IMPORT_TERYT,
	IMPORT_CHANGES,
	IMPORT_BDL,
	IMPORT_VALUES,
	IMPORT_CATALOGUE,
	IMPORT_ANSWERS, /* never detected: options name the wave */
	IMPORT_SHEET,   /* never detected: a data sheet that comes back */
	IMPORT_PACKAGE, /* known by what the zip holds */
	IMPORT_AREAS,   /* a tree of areas of development */
	IMPORT_TYPES,   /* functional types of gminy */
	IMPORT_STRATEGY, /* a whole strategy in one file */
	IMPORT_ROUND,   /* never detected: the sheet of an office for a year of a strategy */
	IMPORT_KINDS
};

struct answer_mapping; /* model/surveys/form_import.h */

struct import_options {       /* zero-initialised = the safe defaults */
	enum encoding encoding;
	const char *subgroup;     /* BDL: "2137", when the file name does not say; NULL */
	bool allow_older;         /* TERYT: a register older than the newest one */
	/* BDL: suspicious zeros are values; default: missing (FLAG_NOT_COLLECTED) */
	bool keep_zeros;
	bool new_indicators;      /* values: make cards for unknown indicator codes */
	bool made_up;             /* demonstration values: marked so everywhere */
	const char *source;       /* overrides the kind's own source text; NULL */
	bool package;             /* values: other offices' survey results too */
	/* ---- answers ---- */
	const char *wave;         /* code */
	const char *mode;         /* of rows that do not say; NULL = online */
	bool skip_bad;            /* rows that cannot be taken are left out */
	/* What the person decided on columns and labels; must outlive the importer. */
	const struct answer_mapping *mappings;
	int mapping_count;
	/* ---- data sheets: NULL and 0 = what the file says ---- */
	const char *sheet_group, *sheet_unit; /* codes */
	int sheet_year;
	bool replace; /* the file's figures also where a colleague has entered others meanwhile */
};

/* A thing that the person should know or decide before writing. */
struct import_remark {
	/* refused: a reason why the file is not taken */
	enum { REMARK_NOTE, REMARK_WARNING, REMARK_SKIPPED, REMARK_ZEROS, REMARK_REFUSED } kind;
	long line;                /* of the file, 0 = none */
	const char *text;         /* whole translated sentence */
	long count;               /* how many rows or cells it stands for */
};

struct import_preview {
	enum import_kind kind;
	const char *title;        /* "BDL, tabela wielowymiarowa (TAB), podgrupa 2137" translated */
	const char *file_name, *encoding;
	struct import_counts counts;
	int series, first_year, last_year; /* values: what is inside; 0 = none */
	int bdl_units;            /* units that would be known from BDL only */
	const char *already;      /* sentence when the same file is in force already, else NULL */
	/* BDL: the name says no subgroup; write is refused until it is given */
	bool needs_subgroup;
	bool needs_older;         /* an older register is not allowed yet: write is refused */
	int needs_cards;          /* own codes without a card, not allowed yet: write is refused */
	int needs_mapping;        /* answers: columns without a meaning: write is refused */
	int bad_rows;             /* answers: write is refused unless skip_bad */
	const char *refused;      /* the first reason why the file is not taken; or NULL */
	bool has_zeros;           /* there is something to decide about zeros */
	struct import_remark *remarks;
	int remark_count;         /* equal remarks are gathered; at most a few hundred */
	const char *sample_header; /* first names and years, for the eye; may be NULL */
};

struct importer;

/* Reads and checks the whole file and compares it with the database; writes nothing. On refusal
 * the sentence names file, row, column, what was found and what was expected. */
int importer_read(struct importer **out, struct db *db, enum import_kind kind, const char *path,
	const struct import_options *options, const struct progress *progress, struct error *err);
const struct import_preview *importer_preview(const struct importer *importer);
/* Decide again and see the preview change, without reading the file again. */
int importer_decide(struct importer *importer, const struct import_options *options,
	struct error *err);
/* One transaction. *import_id 0: nothing new, nothing written. */
int importer_write(struct importer *importer, const struct progress *progress, int64_t *import_id,
	struct error *err);
void importer_free(struct importer *importer);

const char *import_kind_name(enum import_kind kind);  /* "bdl": as in commands and the list */
const char *import_kind_label(enum import_kind kind); /* translated */

#endif
