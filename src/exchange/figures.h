/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of one file: gathered by series, year and unit while it is read, then matched with the
 * units of the database, compared with what is there, and written by the slice. */
#ifndef EXCHANGE_FIGURES_H
#define EXCHANGE_FIGURES_H

#include "exchange/byteset.h"
#include "exchange/figure_cell.h"
#include "exchange/kind.h"
#include "model/indicators/slice.h"

#define FIGURES_PAGE 64
#define FIGURES_BLOCK 16384
#define FIGURES_BATCH 64 /* cells written into their pages at once */
#define FIGURES_FIRST_YEAR 1900
#define FIGURES_LAST_YEAR 2199

/* Packed, so that nearly every one lies within one line of the cache. */
struct figure_place {
	figure_cell cell;
	uint32_t line; /* where it stood in the file */
} __attribute__((packed, aligned(4)));

struct figure_page {
	struct figure_place places[FIGURES_PAGE];
};

struct figure_unit {      /* a unit as the file writes it */
	const char *name; /* "" when the file gives none */
	long line;        /* where it stood first */
	struct unit_code code;
	int slot;   /* in the database, or a place behind all slots for a new one */
	bool fresh; /* not in the database */
};

struct figure_series {
	const char *dimensions, *measure; /* in the sets' memory */
	int first_year, year_count;       /* what by_year spans */
	int *by_year;                     /* slice + 1, 0 = none */
	int decimals;
	char frequency;                  /* 'R', 'Q', 'M' */
	int64_t series_id, indicator_id; /* 0 = not in the database; kept by figures_compare */
	int shown_decimals;
	bool fresh; /* made by this import, so that nothing of it was there before */
};

struct figure_slice {
	int series, year;
	uint32_t *pages; /* number of the page for each 64 units, 0 = none */
	size_t page_capacity;
};

struct figure_put { /* a cell on its way to its page */
	figure_cell cell;
	int slice, unit, column;
	uint32_t line;
};

struct figure_parts {
	int whole, town, rural; /* slots */
};

struct figures { /* zero-initialise */
	struct byteset unit_codes, texts, series_keys, fresh;
	struct figure_unit *units;
	struct figure_series *series;
	struct figure_slice *slices;
	struct figure_page **blocks; /* of FIGURES_BLOCK pages; page 0 is unused */
	int slice_count;
	size_t unit_capacity, series_capacity, slice_capacity;
	size_t page_count, block_count, block_capacity;
	struct figure_put waiting[FIGURES_BATCH];
	int waiting_count;
	int base;          /* slots of the database when the units were matched */
	int *slot_of_unit; /* a short copy for the loops over cells */
	int slots;         /* highest of them + 1, at least base */
	int *twins;        /* file units that share a slot with an earlier one, pairs */
	int twin_count;
	struct figure_parts *parts; /* mixed gminy whose whole and parts are all in the file */
	int part_count;
	long rows, cells, bare_rows; /* bare: that bring no value at all */
	bool zeros_restored; /* codes had lost their leading zero */
	bool short_codes;    /* 2, 4 digits and 020103-4 are codes too: files made by hand */
};

static inline struct figure_page *
figures_page(const struct figures *f, uint32_t number)
{
	return &f->blocks[number / FIGURES_BLOCK][number % FIGURES_BLOCK];
}

/* ---- while reading; in is for the name in messages ---- */
/* The unit of a code as written: its number in f->units. Refuses what can be no unit. */
int figures_unit(struct figures *f, struct input *in, long line, const char *code, size_t length,
	struct error *err);
/* ids: numbers in f->texts of the dimensions and, last, the measure. */
int figures_series(struct figures *f, const int *ids, int count);
int figures_slice_add(struct figures *f, int series, int year); /* a new one */
static inline int
figures_slice(struct figures *f, int series, int year)
{
	const struct figure_series *s = &f->series[series];
	int i = year - s->first_year;

	return i >= 0 && i < s->year_count && s->by_year[i] ? s->by_year[i] - 1
							    : figures_slice_add(f, series, year);
}
/* Puts a cell. A value over an empty one and an equal value are fine; another value is refused,
 * at the latest by figures_flush, which must be called once all are put. */
int figures_flush(struct figures *f, struct input *in, struct error *err);
static inline int
figures_put(struct figures *f, struct input *in, int slice, int unit, long line, int column,
	figure_cell cell, struct error *err)
{
	f->waiting[f->waiting_count++] =
		(struct figure_put){ cell, slice, unit, column, (uint32_t)line };
	return f->waiting_count == FIGURES_BATCH ? figures_flush(f, in, err) : 0;
}
/* Six digits and a lone 0 wait until the whole column is known. */
static inline bool
figures_waits(size_t length)
{
	return length == 6 || length == 1;
}
/* Of two cells for one place: the one to keep, 0 when they contradict each other. */
figure_cell figures_prefer(figure_cell a, figure_cell b);
int figures_contradict(const char *file_name, const char *code, int year, long first, figure_cell a,
	long second, figure_cell b, int column, struct error *err);
/* "1987" within 1900..2199, else refused with the place. */
int figures_year(struct input *in, long line, int column, const char *text, size_t length,
	struct error *err);
/* A dimension, measure or name: no invisible characters. */
int figures_text(struct input *in, long line, int column, const char *text, size_t length,
	struct error *err);
/* "FILE, line 3, column 2: what is wrong" */
int figures_refuse(struct input *in, long line, int column, struct error *err, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));

/* Afterwards: decides on lost zeros, and refuses two values for one unit under two kinds. */
int figures_match(struct figures *f, const struct unit_table *units, const char *file_name,
	struct error *err);
/* After slots of units were changed: what is derived from them. */
void figures_settle_slots(struct figures *f);
void figures_release(struct figures *f);

#endif
