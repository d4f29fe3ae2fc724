/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A data set as files: what its name says, and what goes beside it. All of them or none. */
#ifndef EXCHANGE_DATASET_WRITE_H
#define EXCHANGE_DATASET_WRITE_H

#include "exchange/dataset.h"
#include "exchange/readstat.h"

enum { DATASET_FILES = 3 };

struct dataset_written {
	struct data_cut cut;
	const char *files[DATASET_FILES]; /* paths, the one asked for first; in the set's arena */
	int file_count;
};

/* Endings of files that hold answers (coded, for analysis) and of code books. */
bool dataset_is_data(const char *path); /* .sav .dta .csv .sss */
int dataset_refuse_name(const char *path, struct error *err); /* -1: says which endings there are */
bool dataset_is_book(const char *path); /* .xml .sss .csv */

/* .sav and .csv with a .sps beside, .sss with a .csv; texts longer than .sav and .dta take stand
 * whole in NAME.sav.texts.csv. Refused: another ending, a file that is there unless replace, the
 * database. db may be NULL. */
int dataset_write(const struct dataset *d, struct db *db, const char *path, bool replace,
	const struct progress *progress, struct dataset_written *written, struct error *err);
/* What the variables mean, without any answer: DDI, Triple-S or CSV. */
int dataset_book_write(const struct dataset *d, struct db *db, const char *path, bool replace,
	struct dataset_written *written, struct error *err);
/* What the person is told of it, sentence by sentence; in the set's arena. Returns how many. */
int dataset_remarks(
	const struct dataset *d, const struct dataset_written *written, const char *const **list);

#endif
