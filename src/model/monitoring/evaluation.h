/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evaluations of a strategy: questions by criteria, what speaks for the judgement, the judgement.
 * A self-assessment is one too: its questions are statements about the monitoring itself, which the
 * team scores by a ballot. Recommendations are in model/monitoring/recommendation.h. */
#ifndef MODEL_EVALUATION_H
#define MODEL_EVALUATION_H

#include "base/arena.h"
#include "store/db.h"

enum evaluation_kind { EVALUATION_EX_ANTE, EVALUATION_MID_TERM, EVALUATION_EX_POST, EVALUATION_SELF,
	EVALUATION_KINDS };
const char *evaluation_kind_name(enum evaluation_kind k);  /* in files */
const char *evaluation_kind_label(enum evaluation_kind k); /* translated */
int evaluation_kind_from_name(const char *name);           /* -1 = unknown */

/* The first six judge a strategy (OECD DAC and the criteria of EU programmes), the last four a
 * monitoring system. */
enum evaluation_criterion { CRITERION_RELEVANCE, CRITERION_EFFECTIVENESS, CRITERION_EFFICIENCY,
	CRITERION_USEFULNESS, CRITERION_SUSTAINABILITY, CRITERION_COHERENCE, CRITERION_DATA,
	CRITERION_PEOPLE, CRITERION_USE, CRITERION_FOLLOW_UP, CRITERIA };
const char *criterion_name(enum evaluation_criterion c);
const char *criterion_label(enum evaluation_criterion c); /* translated */
int criterion_from_name(const char *name);                /* -1 = unknown */
/* Whether evaluations of the kind ask by it: the four of a system in self-assessments only. */
bool criterion_fits(enum evaluation_criterion c, enum evaluation_kind kind);

struct evaluation { /* id 0 = new */
	int64_t id, rev;
	char uid[33];
	int64_t strategy;
	enum evaluation_kind kind;
	char title[256];
	int year;
	char evaluator[160];         /* office or firm */
	char from_on[12], to_on[12];
	char summary[2048];
	char closed_on[12];          /* "" = open */
	/* Read only. */
	char strategy_code[33];
	int slot;                    /* the strategy's unit */
	int questions, judged;       /* with a judgement or a score */
	int recommendations, open;   /* open or accepted, not settled */
};

enum evaluation_field { EVALUATION_FIELD_KIND = 1, EVALUATION_FIELD_TITLE, EVALUATION_FIELD_YEAR,
	EVALUATION_FIELD_EVALUATOR, EVALUATION_FIELD_FROM, EVALUATION_FIELD_TO,
	EVALUATION_FIELD_SUMMARY, EVALUATION_FIELD_CLOSED };

struct evaluation_filter {
	int64_t strategy; /* 0 = any */
	bool retired;     /* the retired ones in place of those in use */
};
/* The newest year first. */
int evaluation_list(struct db *db, const struct evaluation_filter *filter, struct arena *arena,
	struct evaluation **list, int *count, struct error *err);
int evaluation_load(struct db *db, int64_t id, struct evaluation *out, struct error *err);
/* A new one gets the questions that are usual for its kind. Refused: no title, an end before the
 * beginning, closing while questions have neither judgement nor score, a rev that is not the one
 * read (ERROR_CONFLICT), and whatever is written into one of a deleted strategy (ERROR_MISSING). */
int evaluation_save(struct db *db, struct evaluation *e, struct error *err);
int evaluation_retire(struct db *db, int64_t id, int64_t rev, struct error *err);
int evaluation_restore(struct db *db, int64_t id, struct error *err);

struct evaluation_question {
	int position; /* 0 = a new one, at the end; numbers are never given again */
	enum evaluation_criterion criterion;
	char text[512], evidence[1024], judgement[1024];
	double score, spread; /* 1 to 5; NAN = not scored. spread: of the ballot */
};
enum evaluation_question_field { EVALUATION_QUESTION_CRITERION = 1, EVALUATION_QUESTION_TEXT,
	EVALUATION_QUESTION_EVIDENCE, EVALUATION_QUESTION_JUDGEMENT, EVALUATION_QUESTION_SCORE };
enum { EVALUATION_SCORE_LOWEST = 1, EVALUATION_SCORE_HIGHEST = 5 };

int evaluation_questions(struct db *db, int64_t evaluation, struct arena *arena,
	struct evaluation_question **list, int *count, struct error *err);
/* e->rev is checked and raised by each; a closed evaluation is refused. */
int evaluation_question_save(struct db *db, struct evaluation *e,
	const struct evaluation_question *question, struct error *err);
/* Refused while a recommendation, a ballot or evidence names it. */
int evaluation_question_remove(
	struct db *db, struct evaluation *e, int position, struct error *err);
struct criterion_mean { /* of the scored questions */
	enum evaluation_criterion criterion;
	int questions, scored;
	double score; /* NAN = none scored */
};
/* In order of the criteria; those without questions are left out. Returns their number. */
int evaluation_means(const struct evaluation_question *list, int count,
	struct criterion_mean means[CRITERIA]);

#endif
