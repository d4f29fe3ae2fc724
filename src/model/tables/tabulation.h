/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results of a survey: distributions of answers and cross-tables, with what is needed to read them
 * truly: bases, reasons for missing answers, weights, intervals, and what privacy hides.
 * Screens, reports, commands, published indicators: all of them read these structures. */
#ifndef MODEL_TABULATION_H
#define MODEL_TABULATION_H

#include "model/results/answer_column.h"

/* What is counted. Zero = one question, all forms, unweighted, the wave's own threshold. */
struct tabulation {
	const char *question;
	const char *by;       /* question in the head of the table (choices or codes),
	                       * TABULATION_MODE, or NULL */
	const char *where;    /* filter, NULL = all */
	bool weighted;        /* by the wave's weights; refused where it has none */
	int threshold;        /* smallest cell that is shown; 0 = the wave's; never below it. Of
	                       * employees and organisations (kinds employees, ngo) at least 5 */
};
#define TABULATION_MODE "@mode" /* paper, online, interviewer */

/* A share or mean with its 95 % interval. */
struct estimate {
	double value;     /* share 0..1, or mean; NAN = none */
	double low, high; /* NAN = no random sample, or too few */
};

/* Of scores or numbers; n = 0 where privacy hides it. n are the answers that the mean is of. Where
 * cells are hidden, or a few numbers not listed, there is a mean alone, rounded as far as it must
 * be (0.01, 0.1) so that none can be computed from it; where hidden cells are exits, n is not to be
 * said either. The ends are hidden where too few answers say them. Exits and missing answers stand
 * outside. Weighted where the table is. */
struct scale_result {
	long n;
	double mean, sd, median, q1, q3, min, max; /* sd with n-1; NAN where there are too few */
	double mean_low, mean_high;                /* 95 %, NAN as in struct estimate */
	/* Shares 0..1 of valid answers: the two highest and the two lowest points of the scale;
	 * net = top2 - bottom2. NAN for numbers and scales under 4 points. */
	double top2, bottom2, net;
	double effective; /* Kish's number of these n answers; NAN where only the mean is told */
	bool coarse; /* beside hidden cells the mean is told to one place only */
	bool n_hidden; /* with n, hidden exits could be computed: it is there to reckon with */
};
/* What may be said of n: -1 = nothing. */
static inline long
scale_told(const struct scale_result *s)
{
	return s->n_hidden ? -1 : s->n;
}

struct result_row {
	const char *name;  /* of the choice, of the reason, or the number as text */
	const char *label; /* translated */
	enum missing missing; /* a row of missing answers; exits are ordinary rows */
	bool exit;
	bool untested;        /* somebody stands in it, but chi-square leaves it out */
	long n;            /* forms, unweighted; −1 = hidden */
	double weighted;   /* n in an unweighted table; NAN = hidden, even where n is not */
	double percent;    /* of all forms in the base; NAN = hidden */
	struct estimate valid; /* share 0..1 of valid answers; NAN = hidden or no part of them */
	double mean_place, points; /* ranks: mean place among those who placed it; points: r for the
	                            * first of r places, 1 for the last; n = mentions. Else NAN */
	long first;                /* ranks: first places; −1 = hidden */
};

enum table_note {            /* why something is not shown; each with a sentence under the table */
	NOTE_NOT_RANDOM = 1, /* no intervals: the sample is not random */
	NOTE_MULTIPLE = 2,   /* per cents add up to more than 100 */
	NOTE_HIDDEN = 4,     /* cells under the threshold, and those that would give them away */
	NOTE_GROUP_HIDDEN = 8, /* columns of fewer than TABULATION_GROUP */
	NOTE_SMALL_GROUP = 16, /* columns of fewer than 30 are marked */
	NOTE_FPC = 32,         /* intervals use the finite population correction */
	NOTE_REPEAT = 64,      /* rows are passes of a repeat, not forms */
	NOTE_ROUNDED = 128,    /* rounded shares need not add up to 100 */
	NOTE_FILTER = 256,     /* a condition must select so many, and leave out so many or none */
	NOTE_WEIGHTS = 512,    /* no effective n, intervals, tests: they would tell of a margin */
	NOTE_WEIGHED = 1024    /* weighted figures that would tell of cells beside plain ones */
};
enum {
	TABULATION_GROUP = 10,    /* people; numbers of fewer that are not listed have no mean */
	TABULATION_QUARTILES = 2, /* so many groups must have written such numbers for quartiles */
	TABULATION_SMALL = 30,
	TABULATION_POINTS = 20 /* different numbers that stand as rows; of more only statistics */
};

struct frequency {
	const struct answer_column *column;
	long forms; /* in the base: filter applied, off route taken out; −1 = hidden */
	/* With an answer; printed exits and reasons that count as answers (hard to say, does not
	 * apply) too, a printed refusal not; −1 = hidden. */
	long valid;
	double weighted_forms, weighted_valid; /* NAN = hidden */
	double effective; /* Kish: (Σw)²/Σw²; = valid in an unweighted table; NAN = hidden */
	/* Choices in order, then reasons of missing that occur; numbers and dates: their distinct
	 * values when at most 20 and none of them has to be hidden. */
	struct result_row *rows;
	int row_count, missing_from; /* rows from missing_from on are missing answers */
	struct scale_result scale;   /* n = 0: no scale, or hidden */
	int threshold;               /* as applied */
	unsigned notes;
};

struct crosstab {
	const struct answer_column *column, *by; /* by NULL = mode of answering */
	const char *by_label;
	struct column_head {
		const char *name, *label;
		long n;               /* valid pairs under it; −1 = hidden */
		double weighted;
		double effective;
		bool hidden, small, untested, blank; /* blank: those without an answer to by */
		struct scale_result scale;
	} *heads;
	int head_count;           /* the last one is the total */
	struct result_row *rows;  /* labels; n and shares of the total */
	int row_count;
	struct crosstab_cell {
		long n;               /* −1 = hidden */
		double weighted;
		double row, column, total; /* shares 0..1, NAN = hidden */
		double low, high;     /* 95 % of the column share, NAN as in struct estimate */
	} *cells;                 /* [row * head_count + head] */
	bool tested;
	double chi_square, p;     /* Pearson; not for multiple answers; of unweighted counts */
	int df;
	double expected_low;      /* share of cells with an expected count under 5 */
	int threshold;
	unsigned notes;
};

int tabulate_frequency(struct wave_columns *wave, const struct tabulation *t, struct frequency *out,
	struct error *err);
int tabulate_cross(struct wave_columns *wave, const struct tabulation *t, struct crosstab *out,
	struct error *err);
/* The rows of a grid, or any questions of one scale, as one table in order of their means: each
 * with its scale_result, n and bases. count frequencies in the arena. */
int tabulate_grid(struct wave_columns *wave, const struct tabulation *t,
	const char *const *questions, int count, struct frequency **out, struct error *err);
/* Points of a scale that stand as rows; 0 = none: a number, or a range counted like one. */
int tabulation_points(const struct answer_column *column);
/* The smallest cell that is shown, where this threshold (0 = the wave's) is asked for. */
int tabulation_threshold(const struct wave_columns *wave, int asked);
/* Whether anything under it is hidden, weighted figures too: then no effective n is said. */
bool frequency_hides(const struct frequency *f);
bool crosstab_hides(const struct crosstab *x, int head);
/* Takes the next of the notes away and writes its sentence, translated, with the threshold in it;
 * false = there was none. */
bool table_note_next(unsigned *notes, int threshold, char *dst, size_t size);

#endif
