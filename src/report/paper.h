/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The blank paper form of a questionnaire, for printing (PDF) or as text of 80 columns: in the
 * order, with the numbers and on the pages that it gives, the codes to key printed small. */
#ifndef REPORT_PAPER_H
#define REPORT_PAPER_H

#include "base/arena.h"
#include "base/error.h"
#include "base/output.h"
#include "model/questionnaires/questionnaire.h"

#include <stdbool.h>

struct paper_facts { /* what a wave says; "" or NULL, and 0, where it does not */
	const char *unit;
	int year;
	const char *controller, *purpose, *legal_basis;
	const char *notice; /* in place of the questionnaire's */
};

struct paper_request {
	const struct questionnaire *q;   /* as questionnaire_keyed() makes it */
	int language;                    /* of the questionnaire, from 0; fixed words follow it */
	const struct paper_facts *facts; /* NULL = none */
	bool pdf;                        /* else text */
	const char *fonts;               /* folder, "" = where configure found them */
};

struct paper_result {
	int pages;            /* of the PDF; 0 for text */
	const char **remarks; /* whole sentences on what paper cannot say, in the arena */
	int remark_count;
};

/* Writes into out, which the caller commits. The same questionnaire gives the same bytes. */
int paper_write(const struct paper_request *request, struct arena *arena, struct output *out,
	struct paper_result *result, struct error *err);

#endif
