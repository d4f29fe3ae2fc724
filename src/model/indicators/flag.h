/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flags of values: why one is missing or special. The stored byte is the code below and
 * never changes its meaning; source: BDL's table of attributes,
 * bdl.stat.gov.pl/bdl/metadane/atrybut. */
#ifndef MODEL_FLAG_H
#define MODEL_FLAG_H

#include <stdbool.h>

enum flag {
	FLAG_NONE = 0,
	/* BDL attributes are stored as their letter: */
	FLAG_STRUCTURE = '-', /* missing: level, unit list or feature list changed */
	FLAG_PENDING = 'n',   /* missing: not yet available */
	FLAG_NO_INFO = 'x',   /* missing: no information, secrecy, pointless; the file may say 0 */
	FLAG_NO_INFO_BREAK = 'X', /* the same, and a break in the series */
	FLAG_NEARLY_ZERO = 'a',   /* 0: smaller than the format */
	FLAG_NEARLY_ZERO_BREAK = 'A',
	FLAG_TRUE_ZERO = 'z', /* 0 of a balance */
	FLAG_TRUE_ZERO_BREAK = 'Z',
	FLAG_INCOMPLETE = 'k', /* value: aggregate may be incomplete */
	FLAG_INCOMPLETE_BREAK = 'K',
	FLAG_BREAK = 'M',       /* value after a change of method */
	FLAG_POWIAT_CITY = 'p', /* value: powiat and city together */
	FLAG_PRELIMINARY = 's',
	FLAG_LOW_PRECISION = 'v',
	/* ours: */
	FLAG_EMPTY = 'e', /* missing: the file's cell is empty and says no reason; prints as "." */
	FLAG_NO_DATA = 'b',        /* missing: no access to data; prints as "bd" */
	FLAG_NOT_APPLICABLE = 'd', /* missing: prints as "nd" */
	FLAG_NOT_COLLECTED =
		'0', /* missing: zeros of a whole column, or of both parts of a
		      * gmina, taken as not collected */
	FLAG_NO_DENOMINATOR = '/', /* missing: derived, denominator missing or zero */
	FLAG_PRIVACY = '#',    /* missing: a survey's answers are too few to be shown; the sign of
	                        * statistical secrecy in GUS's tables */
	FLAG_NO_ANSWERS = 'o', /* missing: a survey in which nobody answered; prints as "bo" */
	FLAG_NO_WEIGHTS = 'w', /* missing: a survey's answers give no weights; prints as "bw" */
	FLAG_DRAFT = 'r', /* missing: an own figure of a data sheet that is still a draft, which
	                   * counts nowhere; the number beside it is what stands there */
	FLAG_ABSENT =
		0xff /* no file says anything about this unit in this year; never brought by
		      * a slice */
};

struct flag_meaning {
	unsigned char flag;
	const char *symbol; /* as printed: "x", "bd"; ASCII, never translated */
	bool missing;       /* no value, whatever number stands in the file */
	bool series_break;
	const char *meaning; /* N_() */
};

const struct flag_meaning *flag_meaning(unsigned char flag); /* never NULL */
const struct flag_meaning *flag_at(
	int i); /* all of them in order; NULL at the end: for the legend */
bool flag_known(unsigned char flag);
/* Asked for every cell, so without the table; a test holds the two together. */
static inline bool
flag_missing(unsigned char flag)
{
	switch (flag) {
	case FLAG_STRUCTURE:
	case FLAG_PENDING:
	case FLAG_NO_INFO:
	case FLAG_NO_INFO_BREAK:
	case FLAG_EMPTY:
	case FLAG_NO_DATA:
	case FLAG_NOT_APPLICABLE:
	case FLAG_NOT_COLLECTED:
	case FLAG_NO_DENOMINATOR:
	case FLAG_PRIVACY:
	case FLAG_NO_ANSWERS:
	case FLAG_NO_WEIGHTS:
	case FLAG_DRAFT:
	case FLAG_ABSENT:
		return true;
	default:
		return false;
	}
}
/* FLAG_* of a BDL attribute cell ("", "x", "n" …); -1 when BDL has no such attribute.
 * Case matters. */
int flag_from_bdl(const char *attribute);
/* Of an own file's flag column or value cell: bd, nd, bo, bw, #, -, ., or a BDL letter; -1 when
 * unknown. */
int flag_from_own(const char *text);

#endif
