/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each kind of import file supplies to importer.c. Known in this folder only. */
#ifndef EXCHANGE_KIND_H
#define EXCHANGE_KIND_H

#include "exchange/importer.h"
#include "model/units/unit.h"

struct import_job {
	struct db *db;
	struct arena arena;             /* lives as long as the importer: texts of the preview */
	struct import_options options;
	struct import_preview preview;
	/* name, checksum, size, encoding, source: for import_begin */
	struct import_file file;
	const char *path;
	const char *outer_name;         /* name of the file on disk: a zip keeps BDL's name too */
	const char *head;               /* the first 4 kB as text, for what recognise() sees */
	/* loaded before read(), and again before write() if the database moved */
	struct unit_table units;
	/* what import_fault() took, in the order of the file */
	struct import_fault {
		long line;
		const char *text;
	} *faults;
	size_t fault_room;
	int fault_count;
	void *data;                     /* the kind's own */
};

struct import_ops {
	enum import_kind kind;
	const char *name;               /* "bdl" */
	const char *label;              /* N_() */
	/* 1 when the first line (or the first 4 kB for XML) and the name look like this kind. */
	int (*recognise)(const char *head, const char *file_name);
	/* Reads the whole file into job->data; refuses with row and column. in is NULL for a
	 * workbook: the kind opens job->path itself and fills in checksum and size. */
	int (*read)(struct import_job *job, struct input *in, const struct progress *progress,
		struct error *err);
	/* Compares with the database under job->options and fills job->preview. */
	int (*compare)(struct import_job *job, struct error *err);
	/* Inside db_write: import_begin, rows, import_finish. *import_id 0 when nothing changed. */
	int (*write)(struct import_job *job, const struct progress *progress, int64_t *import_id,
		struct error *err);
	void (*release)(struct import_job *job);
};

extern const struct import_ops import_teryt, import_changes, import_bdl, import_values,
	import_catalogue, import_answers, import_sheet, import_package, import_areas,
	import_types, import_strategy, import_round;

/* The job of an importer, for what only its kind can tell. */
const struct import_job *importer_job(const struct importer *importer);

/* For kinds that tell all faults of a file, not the first: takes the one that err tells and clears
 * it, so that reading goes on. A file with any is refused whole after read(), each told in the
 * preview. Returns 0; -1 where err is no fault of the file (cancelled, damaged). */
int import_fault(struct import_job *job, struct error *err);
void import_faults_tell(struct import_job *job); /* for importer.c: those that were taken */
/* Adds a remark, or raises the count of an equal one of the same kind (same text). */
void import_remark(struct import_job *job, int kind, long line, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
void import_remarks_clear(struct import_job *job);

#endif
