/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What speaks for a problem, a factor of a SWOT or a judgement: printed, added, taken out. */
#ifndef COMMANDS_EVIDENCE_H
#define COMMANDS_EVIDENCE_H

#include "commands/run.h"
#include "model/diagnosis/strategic_evidence.h"

struct evidence_of {
	struct strategic_owner owner;
	int slot, year;    /* whose figures are added, and of which year */
	const char *title; /* of the list */
	int first;         /* operand behind those that say whose evidence it is */
};
/* Operands from the first one: none prints the list; INDICATOR adds its figure of the year, or of
 * the last one before that has data; new kind=… text=… a finding; NUMBER out=yes takes out. */
int evidence_command(struct run *run, const struct evidence_of *of, struct error *err);

#endif
