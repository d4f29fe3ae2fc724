/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Batches: paper as it came, stamped from a first to a last number. Reception makes a waiting
 * form of every number, so that received = keyed + empty + spoilt + missing + what still waits. */
#ifndef MODEL_BATCH_H
#define MODEL_BATCH_H

#include "model/surveys/wave.h"

enum { BATCH_MAX_NUMBER = 9999999, BATCH_MAX_FORMS = 5000 };

/* Fields that errors of batch_save name; a form of fields follows this order. */
enum batch_field { BATCH_FIELD_NUMBER = 1, BATCH_FIELD_FROM, BATCH_FIELD_BY, BATCH_FIELD_ON,
	BATCH_FIELD_RECEIVED, BATCH_FIELD_FIRST, BATCH_FIELD_LAST, BATCH_FIELD_SPOILT,
	BATCH_FIELD_EMPTY, BATCH_FIELD_REASON, BATCH_FIELD_ROOM, BATCH_FIELD_BINDER,
	BATCH_FIELD_LENT };

struct batch { /* zero = new */
	int64_t id, rev, wave;
	char uid[33];
	int number; /* 0 = the next free one */
	char received_from[128], received_by[128], received_on[12];
	int received;
	int64_t first_number, last_number; /* stamped */
	int spoilt, empty;                 /* of the received, not stamped */
	char reason[256];
	char room[64], binder[64], lent_to[128];
	int second_start;
	bool second_whole;
	char difference[256]; /* why the counts do not agree; opened again: as closed last */
	char closed_at[24];
	/* counted, not stored */
	int waiting, keying, keyed, empty_forms, spoilt_forms, missing;
	int second_chosen, second_done, differing;
};

int batch_list(struct db *db, int64_t wave, struct arena *arena, struct batch **list, int *count,
	struct error *err);
int batch_load(struct db *db, int64_t id, struct batch *out, struct error *err);
int batch_by_number(struct db *db, int64_t wave, int number, struct batch *out, struct error *err);
/* Reception: numbers must be free in the wave; makes the waiting forms; draws second_start. A later
 * change may lengthen or shorten the range as long as no keyed form falls out. */
int batch_save(struct db *db, struct batch *b, struct error *err);
/* The number after the highest stamped in the wave. */
int batch_first_free(struct db *db, int64_t wave, int64_t *number, struct error *err);
/* Papers received less those keyed, empty and spoilt: 0 when the counts agree. */
int batch_unexplained(const struct batch *b);
/* They do and no number waits: there is nothing to explain. */
bool batch_agrees(const struct batch *b);
/* What still stands against closing, as whole sentences; count 0 = it can be closed. */
int batch_open_points(struct db *db, int64_t batch, struct arena *arena, const char ***list,
	int *count, struct error *err);
/* Fields that errors of closing name: why the counts differ; nothing but what somebody typed and
 * did not save stands against it. */
enum { BATCH_CLOSE_DIFFERENCE = 1, BATCH_CLOSE_UNSAVED };
/* Counts must agree, or the difference is explained: where they agree, no explanation is kept.
 * Forms keyed twice are settled, corrections saved. Of b counts the rev that was read
 * (ERROR_CONFLICT); it is raised. */
int batch_close(struct db *db, struct batch *b, const char *difference, struct error *err);
/* The same, with corrections that wait dropped: a coordinator's act. The explanation names their
 * forms from then on, and so does the protocol. */
int batch_close_dropping(struct db *db, struct batch *b, const char *difference, struct error *err);
/* What closing called missing waits again; the explanation stays in difference until the next
 * closing says another. Rev as in closing. */
int batch_reopen(struct db *db, struct batch *b, struct error *err);
/* Numbers whose papers are to be fetched for second keying, in order. */
int batch_second_forms(struct db *db, int64_t batch, struct arena *arena, int64_t **numbers,
	int *count, struct error *err);

#endif
