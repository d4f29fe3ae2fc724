/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Surveys and their waves (editions): whose, when, in which version, on what terms. */
#ifndef MODEL_WAVE_H
#define MODEL_WAVE_H

#include "base/arena.h"
#include "store/db.h"

struct survey { /* zero = new */
	int64_t id, rev;
	char uid[33];
	char code[33], name[256];
	int64_t questionnaire;
	char questionnaire_code[65];
	char note[512];
	int waves;
};

/* Words of the tables for the kinds below, in their order, ended by NULL; for commands too. */
enum wave_word { WAVE_WORD_SAMPLE, WAVE_WORD_CONTROL, WAVE_WORD_ANONYMITY, WAVE_WORD_METHOD,
	WAVE_WORD_CHOICE };
extern const char *const *const wave_words[];
int wave_word(enum wave_word kind, const char *word); /* -1 = unknown */

enum wave_sample { SAMPLE_RANDOM, SAMPLE_RETURNED };
enum wave_control { CONTROL_OPERATOR, CONTROL_SYSTEM };
enum wave_anonymity { WAVE_ANONYMOUS, WAVE_CONFIDENTIAL, WAVE_NAMED };
enum second_method { SECOND_VERIFY, SECOND_INDEPENDENT };
enum second_choice { SECOND_KEY_NONE, SECOND_KEY_ALL, SECOND_KEY_NTH, SECOND_KEY_SHARE };

enum {
	NO_WAVE_UNIT = 0,
	WAVE_SMALLEST_CELL = 5 /* by default, and the least where people are few and known */
};

/* Fields that errors of wave_save name; a form of fields follows this order. */
enum wave_field { WAVE_FIELD_CODE = 1, WAVE_FIELD_NAME, WAVE_FIELD_UNIT, WAVE_FIELD_YEAR,
	WAVE_FIELD_VERSION, WAVE_FIELD_POPULATION, WAVE_FIELD_SAMPLE, WAVE_FIELD_PLANNED,
	WAVE_FIELD_CONTROL, WAVE_FIELD_NUMBER, WAVE_FIELD_OPEN, WAVE_FIELD_ANONYMITY,
	WAVE_FIELD_SMALLEST, WAVE_FIELD_PURPOSE, WAVE_FIELD_BASIS, WAVE_FIELD_CONTROLLER,
	WAVE_FIELD_NOTICE, WAVE_FIELD_KEEP, WAVE_FIELD_METHOD, WAVE_FIELD_CHOICE,
	WAVE_FIELD_EVERY, WAVE_FIELD_SHARE,
	WAVE_FIELD_THRESHOLD, WAVE_FIELD_SPEED, WAVE_FIELD_CASE, WAVE_FIELD_CLASS,
	WAVE_FIELD_DESTROY, WAVE_FIELD_DESTROYED, WAVE_FIELD_DESTROYER, WAVE_FIELD_PROTOCOL };

struct wave { /* zero = new; dates "" = none */
	int64_t id, rev, survey;
	char uid[33];
	char survey_code[33], survey_name[256];
	char code[33], name[128];
	int slot, year; /* unit and year */
	int64_t version; /* of the questionnaire */
	char questionnaire_code[65];
	int version_number;
	int64_t population; /* 0 = unknown */
	enum wave_sample sample;
	int planned;
	enum wave_control control;
	bool auto_number, open_answers;
	enum wave_anonymity anonymity;
	int smallest_cell; /* tables hide cells of fewer answers; 0 = none */
	char purpose[512], legal_basis[512], controller[512], notice[2048];
	char keep_until[12];
	enum second_method second_method;
	enum second_choice second_choice;
	int second_every, second_share;
	double threshold; /* per cent of differing fields */
	bool lifted;      /* an administrator let one person key twice */
	char speed_from[12];
	char case_mark[64], archive_class[16], destroy_after[12], destroyed_on[12];
	char destroyed_by[128], protocol[128];
	char closed_at[24], erased_at[24];
};

struct wave_counts { /* of forms */
	int batches, open_batches;
	int received; /* papers counted at reception, with the unstamped spoilt and empty ones */
	/* Papers that came back, filled in or not: received ones, and those that a file brought. Of
	 * those handed out (wave.planned) they are the return rate, wherever one is told. */
	int returned;
	int waiting, keying, keyed, empty, spoilt, missing, other_modes;
	int second_chosen, second_done, differing; /* forms */
};

int survey_list(struct db *db, struct arena *arena, struct survey **list, int *count,
	struct error *err);
int survey_load(struct db *db, int64_t id, struct survey *out, struct error *err);
int survey_by_code(struct db *db, const char *code, struct survey *out, struct error *err);
int survey_save(struct db *db, struct survey *s, struct error *err);
/* What can be typed in a command without quotes; field is for the error. */
int survey_code_check(const char *code, int field, struct error *err);
/* "" or a day of the calendar as 2026-11-22; field is for the error. */
int survey_date_check(const char *date, int field, struct error *err);
int survey_retire(struct db *db, struct survey *s, bool back, struct error *err); /* rev checked */

/* survey 0 = of all */
int wave_list(struct db *db, int64_t survey, struct arena *arena, struct wave **list, int *count,
	struct error *err);
int wave_by_code(struct db *db, const char *code, struct wave *out, struct error *err);
int wave_load(struct db *db, int64_t id, struct wave *out, struct error *err);
/* New ones: the defaults of wave_defaults(), the newest published version, a free code from the
 * survey's and the year. Published versions only; one with forms keeps its questionnaire. rev
 * checked. */
void wave_defaults(struct wave *w);
int wave_save(struct db *db, struct wave *w, struct error *err);
int wave_count(struct db *db, int64_t wave, struct wave_counts *out, struct error *err);
/* Per cent of the papers handed out that came back; NAN = nobody said how many were handed out. */
double wave_return_rate(const struct wave *w, const struct wave_counts *counts);
/* Acts on a wave carry the rev that was read (ERROR_CONFLICT) and raise it.
 * Only one without forms; made by mistake. */
int wave_retire(struct db *db, struct wave *w, struct error *err);
/* Refused while a batch is open or a form is in keying. */
int wave_close(struct db *db, struct wave *w, struct error *err);
/* What a wave should say about its personal data and does not, as a sentence; NULL = nothing. */
const char *wave_not_said(const struct wave *w);
int wave_reopen(struct db *db, struct wave *w, struct error *err);
/* The administrator lets the same person key a second time; recorded. */
int wave_lift(struct db *db, struct wave *w, bool lifted, struct error *err);
/* What is to be erased after keep_until, and erasing it. */
int wave_due(struct db *db, const char *today, struct arena *arena, struct wave **list, int *count,
	struct error *err);
/* Keyers of readings, sittings, notes, open texts and what is computed from them, remarks,
 * reasons of forms, who brought, took or borrowed the paper of batches,
 * reasons of corrections and the minutes of readings go; counts stay. Irrevocable, so only after
 * keep_until, and of a closed wave. */
int wave_erase(struct db *db, struct wave *w, struct error *err);
/* Whether the question is keyed twice in this wave; and changing it, until a form was. */
int wave_second_keying(struct db *db, int64_t wave, int64_t question, bool *on, struct error *err);
int wave_set_second_keying(struct db *db, int64_t wave, int64_t question, bool on,
	struct error *err);

#endif
