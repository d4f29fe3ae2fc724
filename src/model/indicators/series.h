/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Series: what files bring, one phenomenon over all years, and the card that shows it. */
#ifndef MODEL_SERIES_H
#define MODEL_SERIES_H

#include "model/indicators/indicator.h"

struct series_key {
	const char *origin;     /* "bdl", "values" */
	const char *subgroup;   /* BDL: 2137; values: "" */
	const char *dimensions; /* BDL: joined with "; "; values: the card's code */
	const char *measure;
};

struct series {
	int64_t id;           /* 0 = not in the database */
	int64_t indicator_id; /* the card that shows it */
	int64_t own_id;       /* the card made with it */
	int decimals;         /* of the card that shows it */
};

int series_find(struct db *db, const struct series_key *key, struct series *out, struct error *err);
/* The series that feeds a card; id 0 = none. */
int series_of_card(struct db *db, int64_t indicator_id, struct series *out, char origin[16],
	char subgroup[16], struct error *err);

/* Parameters 2 (code) to 22 (in_catalogue) of the statements that write a card. */
void series_bind_card(struct stmt *q, const struct indicator *card);
/* Inside db_write: a card without a number check (importers make their own), and its series. */
int series_add_card(struct db *db, const struct indicator *card, int64_t import_id, int64_t *id,
	struct error *err);
int series_add(struct db *db, const struct series_key *key, int64_t indicator_id, int64_t *id,
	struct error *err);
/* Inside db_write: figures with more decimals than the import's card shows. */
int series_more_decimals(struct db *db, int64_t indicator_id, int decimals, struct error *err);
/* The smallest n > *n for which no card has the code PREFIX.n; *n is where to start. */
int series_free_number(struct db *db, const char *prefix, int *n, struct error *err);

#endif
